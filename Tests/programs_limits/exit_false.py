# sys.exit(False) is success.
import sys
sys.exit(False)
