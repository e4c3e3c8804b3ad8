# A status above 255 is cut to eight bits.
import sys
print('status')
sys.exit(259)
