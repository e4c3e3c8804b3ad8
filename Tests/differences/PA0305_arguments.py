# PA0305: CPython prints "released" first: there the argument belongs to the called function.
class Guard:
    def __del__(self): print('released')

def rebind(guard):
    guard = None
    print('rebound')

rebind(Guard())
