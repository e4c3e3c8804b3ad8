# throw with classes, instances, and what it refuses.
def g():
    while True:
        try: x = yield
        except KeyError as e: print('caught', repr(e))
        except ValueError: return 'ended'
it = g(); next(it)
it.throw(KeyError); it.throw(KeyError('a')); it.throw(KeyError(1, 2))
for bad in (5, 'x', int):
    try: it.throw(bad)
    except TypeError as e: print(e)
it = g(); next(it)
try: it.throw(ValueError)
except StopIteration as s: print(s.value)
try: it.throw(OSError('finished'))
except OSError as e: print(e)
it = g()
try: it.throw(KeyError('not started'))
except KeyError as e: print(repr(e))
print(next(it, 'finished'))
