# sys.exit from inside nested calls; except Exception does not catch it.
import sys
def inner():
    sys.exit(42)
try:
    try:
        inner()
    except Exception:
        print('never')
    finally:
        print('cleanup')
except SystemExit as e:
    print('code', e.code, repr(e))
    sys.exit(e.code - 40)
