# A generator cannot run itself; gi_ attributes say where it is.
def g():
    try: next(me)
    except ValueError as e: print(e)
    yield 1
    return 2
me = g()
print(me.gi_running, me.gi_frame is None, me.gi_yieldfrom)
print(next(me), me.gi_running, me.gi_code.co_name, me.__name__, me.__qualname__)
try: next(me)
except StopIteration as s: print(s.value)
print(me.gi_frame)
def outer(): yield from inner
inner = iter([1, 2])
o = outer(); next(o)
print(o.gi_yieldfrom is inner)
me.__name__ = 'renamed'
print(me.__name__)
try: me.gi_running = True
except AttributeError as e: print(e)
try: type(me)()
except TypeError as e: print(e)
