# sys.exit with another object prints its str.
import sys
class Reason:
    def __str__(self): return 'reason as str'
    def __repr__(self): return 'reason as repr'
sys.exit(Reason())
