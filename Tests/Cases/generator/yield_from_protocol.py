# yield from: throw and close are handed on; return values; custom iterators.
class It:
    def __iter__(self): return self
    def __next__(self): return 'next'
    def send(self, v): return 'sent %s' % v
    def throw(self, *a): print('thrown', repr(a[0])[:12]); return 'from throw'
    def close(self): print('closed')
def g(): yield from It()
x = g()
print(next(x), x.send(4), x.throw(KeyError), x.throw(ValueError('v')))
x.close()
def r():
    return (yield from empty())
def empty():
    return 'nothing'
    yield
try: next(r())
except StopIteration as s: print(s.value)
def bad(): yield from 5
try: next(bad())
except TypeError as e: print(e)
class NoIter:
    def __iter__(self): return 5
def worse(): yield from NoIter()
try: next(worse())
except TypeError as e: print(e)
