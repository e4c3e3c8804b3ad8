# An uncaught exception whose __str__ fails.
class Broken(Exception):
    def __str__(self): raise ValueError('cannot')
raise Broken('x')
