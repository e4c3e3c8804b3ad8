def t(label, f, *a, **k):
    try:
        print(label, '->', repr(f(*a, **k)))
    except BaseException as e:
        print(label, '!!', type(e).__name__, e, '| ctx', repr(e.__context__), '| cause', repr(e.__cause__))
def g1():
    x = yield 1
    print('got', x)
    try:
        y = yield 2
        print('got2', y)
    except ValueError as e:
        print('caught', e)
        yield 'handled'
    finally:
        print('fin')
    return 'done'
def drive():
    g = g1(); print(next(g), g.send('a'), g.throw(ValueError('v')))
    return next(g)
t('drive', drive)
g = g1(); t('send start', lambda: g.send(1)); t('close unstarted', g.close); t('next closed', lambda: next(g)); t('throw closed', lambda: g.throw(KeyError('k')))
g = g1(); next(g); t('throw at 1', lambda: g.throw(KeyError('msg'))); t('after', lambda: next(g))
g = g1(); next(g); next(g); t('close', g.close); t('throw bad', lambda: g.throw(5)); t('throw cls', lambda: g1().throw(ZeroDivisionError)); t('throw none', lambda: g.throw())
def ign():
    try: yield 1
    except GeneratorExit: yield 2
g = ign(); next(g); t('ignored exit', g.close)
def retclose():
    try: yield 1
    except GeneratorExit: return 'ret'
g = retclose(); next(g); t('close ret', g.close)
def raiseclose():
    try: yield 1
    except GeneratorExit: raise KeyError('in close')
g = raiseclose(); next(g); t('close raise', g.close)
def stop(): 
    yield 1
    raise StopIteration('inner')
g = stop(); next(g); t('PEP479', lambda: next(g))
def stop2():
    yield next(iter(()))
t('PEP479 b', lambda: list(stop2()))
t('genexp stop', lambda: list(next(iter(())) for _ in [1]))
def rec():
    global rg
    yield next(rg)
rg = rec(); t('reentrant', lambda: next(rg))
def ret(): 
    return 5
    yield
def f():
    try: next(ret())
    except StopIteration as e: return e.value, e.args
t('ret value', f)
def rett():
    return (1, 2)
    yield
def f():
    try: next(rett())
    except StopIteration as e: return e.value, e.args
t('ret tuple', f)
def retexc():
    return StopIteration(3)
    yield
def f():
    try: next(retexc())
    except StopIteration as e: return repr(e.value), e.args
t('ret exc', f)
# yield from
def sub():
    try:
        while True:
            r = yield 's'
            print('sub got', r)
            if r == 'stop': return 'subret'
    except ValueError as e:
        print('sub caught', e); return 'subval'
    finally: print('sub fin')
def deleg():
    r = yield from sub()
    print('deleg', r)
    r2 = yield from [10, 20]
    print('r2', r2)
    r3 = yield from iter('ab')
    return r, r2, r3
def f():
    g = deleg(); out = [next(g), g.send('x'), g.send('stop'), next(g), next(g), next(g)]
    print(out, type(g.gi_yieldfrom).__name__, g.gi_running, g.gi_suspended)
    try: next(g)
    except StopIteration as e: return e.value
t('deleg', f)
def f():
    g = deleg(); next(g); print(type(g.gi_yieldfrom).__name__); return g.throw(ValueError('tv'))
t('deleg throw', f)
def f():
    g = deleg(); next(g); g.close(); return 'closed'
t('deleg close', f)
def f():
    g = deleg(); next(g); return g.throw(KeyError('kk'))
t('deleg throw2', f)
class It:
    def __init__(s): s.n = 0
    def __iter__(s): return s
    def __next__(s):
        s.n += 1
        if s.n > 3: raise StopIteration('itval')
        return s.n
def yf(it):
    r = yield from it
    return ('r', r)
def f():
    g = yf(It()); print(list(g)); g = yf(It()); next(g)
    return g.send('nosend')
t('yf nosend', f)
def f():
    g = yf(It()); next(g)
    return g.throw(ValueError('nothrow'))
t('yf nothrow', f)
class ItT(It):
    def send(s, v): print('send', v); return 'sent'
    def throw(s, *a): print('throw', a); return 'thrown'
    def close(s): print('close')
def f():
    g = yf(ItT()); print(next(g), g.send(1), g.send(None), g.throw(KeyError), g.throw(ValueError('x')), g.throw(123)); g.close()
t('yf full', f)
t('yf int', lambda: list(yf(5))); t('yf none', lambda: list(yf(None)))
class CloseBad(It):
    def close(s): raise RuntimeError('close bad')
def f():
    g = yf(CloseBad()); next(g); g.close()
t('yf close bad', f)
# finally/return/yield combos
def yfin():
    try:
        yield 1
        return 'r'
    finally:
        yield 'from finally'
        print('end fin')
def f():
    g = yfin(); r = [next(g), next(g)]
    try: next(g)
    except StopIteration as e: r.append(e.value)
    return r
t('yfin', f)
def exc_ctx():
    try: raise ValueError('outer')
    except ValueError:
        yield 1
        try: raise KeyError('inner')
        except KeyError as e: yield repr(e.__context__)
        import sys
        yield repr(sys.exc_info()[1])
def f():
    try: raise OSError('caller')
    except OSError:
        g = exc_ctx(); r = list(g)
    import sys
    return r, sys.exc_info()
t('exc ctx', f)
# genexp laziness
def src():
    print('src evaluated'); return [1, 2]
ge = (print('body', x) or x for x in src()); print('created'); print(list(ge))
t('genexp first eager', lambda: (x for x in 5)); t('genexp bad', lambda: (x for x in undefinedname))
t('inner lazy', lambda: (x for x in [1] for y in undefinedname) and 1); t('inner run', lambda: list(x for x in [1] for y in undefinedname))
ge = (x for x in range(3)); print(ge.__name__, ge.__qualname__, type(ge).__name__, repr(ge)[:26], ge.gi_code.co_name, sum(ge), list(ge))
def named(): yield
n = named(); print(n.__name__, n.__qualname__, repr(n)[:22]); n.__name__ = 'zz'; n.__qualname__ = 'q.zz'; print(n.__name__, repr(n)[:24])
t('gen attr', lambda: n.foo); t('gen call', lambda: n()); t('gen len', lambda: len(n)); t('gen idx', lambda: n[0])
print([x for x in (lambda: (yield))() or ()])
print(list(map(lambda p: p, (i * j for i in range(3) for j in range(i) if j))))
print({k: v for k, v in zip('abc', range(3))}, {x % 2 for x in range(5)}, [[j for j in range(i)] for i in range(3)], [y for x in [[1], [2, 3]] for y in x])
x = 'outer'; l = [x for x in range(2)]; print(x); l2 = [(y := x2) for x2 in range(3)]; print(y)
class CS:
    a = 3; b = [a for _ in range(2)] if False else [i for i in range(a)]
    try: c = [a for _ in range(2)]
    except NameError as e: print('cls comp', e)
print(CS.b)
def fib():
    a, b = 0, 1
    while True: yield a; a, b = b, a + b
import sys
f = fib(); print([next(f) for _ in range(15)])
def walk(n):
    if n: 
        yield from walk(n - 1); yield n; yield from walk(n - 1)
print(list(walk(4)))
def deep(n):
    if n == 0: yield 'bottom'
    else: yield from deep(n - 1)
print(list(deep(300)))
def condy(a):
    z = (yield a) if a else (yield 'no'); return z
g = condy(1); next(g); t('condy', lambda: g.send(4))
def starargs(): return (yield), (yield 1), [(yield 2), (yield 3)], {(yield 4): (yield 5)}, f'{(yield 6)}', (yield 7) + (yield 8)
def f():
    g = starargs(); r = [next(g)]
    try:
        for i in range(20): r.append(g.send(i * 10))
    except StopIteration as e: return r, e.value
t('order', f)
def withy():
    class CM:
        def __enter__(s): print('enter'); return s
        def __exit__(s, *a): print('exit', a[0]); return True
    with CM() as c:
        yield 1
        yield 2
    yield 'after'
g = withy(); print(next(g), g.throw(ValueError('z'))); g.close()
g = withy(); next(g); t('with close', g.close)
def loopy():
    for i in range(3):
        try: yield i
        except KeyError: print('cont'); continue
        finally: print('lf', i)
        if i == 1: break
    else: print('else')
g = loopy(); print(next(g), g.throw(KeyError()), list(g))
del g
def unfin():
    try: yield 1
    finally: print('finalised')
g = unfin(); next(g); del g; print('after del')
def unfin_raise():
    try: yield 1
    finally: raise ValueError('in fin')
next(g1())
import types
print(isinstance(named(), types.GeneratorType)) if hasattr(types, 'GeneratorType') else None
