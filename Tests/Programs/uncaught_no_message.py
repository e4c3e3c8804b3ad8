# Uncaught exceptions without message.
class Quiet(Exception): pass
def f():
    raise Quiet
f()
