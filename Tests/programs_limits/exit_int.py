# sys.exit with an int.
import sys
sys.exit(7)
