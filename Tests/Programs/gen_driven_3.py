# Generators driven by hand: send, throw, close, delegation, what their frames own. Part 3.
def attempt(f, *a, **k):
    try: print('ok', repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e, '| cause', repr(e.__cause__), '| ctx', repr(e.__context__))
def d2():
    try: yield from iter([1, 2, 3])
    except ValueError as e: print('d2', e); yield 'x'
d = d2(); next(d); attempt(d.throw, ValueError('q'))
class It:
    def __iter__(self): return self
    def __next__(self): return 1
    def send(self, v): return ('send', v)
    def throw(self, *a): print('throw', a); return 'thrown'
    def close(self): print('close')
def d3(): yield from It()
d = d3(); print(next(d), d.send(5), d.throw(ValueError('z'))); attempt(d.close)
def d4(): yield from 5
attempt(next, d4())
class NoSend:
    def __iter__(self): return self
    def __next__(self): return 1
def d5(): yield from NoSend()
d = d5(); next(d); attempt(d.send, 5); d = d5(); next(d); attempt(d.throw, ValueError('ns'))
def selfcall():
    me = yield
    try: next(me)
    except ValueError as e: print(e)
    try: me.send(1)
    except ValueError as e: print(e)
    try: me.close()
    except ValueError as e: print(e)
    try: me.throw(KeyError)
    except ValueError as e: print(e)
    yield
s = selfcall(); next(s); s.send(s)
