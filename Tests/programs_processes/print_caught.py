# Handles the failing write itself.
import sys
try:
    print('first', flush=True)
except OSError as e:
    print('caught', type(e).__name__, e, file=sys.stderr)
