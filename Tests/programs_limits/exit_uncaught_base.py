# Exceptions outside of Exception give 1 and a traceback.
class Stop(BaseException): pass
try:
    raise Stop('base')
except Exception:
    print('never')
