# PA0304: CPython prints "caught boom" first: there the traceback keeps the frame, and so its locals, alive.
class Guard:
    def __del__(self): print('released')

def fail():
    guard = Guard()
    raise ValueError('boom')

try:
    fail()
except ValueError as e:
    print('caught', e)
print('after handler')
