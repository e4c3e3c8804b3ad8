# sys.exit() without argument is success.
import sys
print('done')
sys.exit()
print('never')
