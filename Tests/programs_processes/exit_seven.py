# Ends with 7 whatever streams there are.
import sys
print('out')
print('err', file=sys.stderr)
sys.exit(7)
