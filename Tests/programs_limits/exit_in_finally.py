# sys.exit replaces a running exception; atexit-free clean-up still happens.
import sys
class D:
    def __del__(self): print('module object deleted')
d = D()
try:
    raise ValueError('lost')
finally:
    print('leaving')
    sys.exit(5)
