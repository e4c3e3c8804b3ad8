import contextlib, copy, types, abc
from contextlib import *
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e, '| ctx', type(e.__context__).__name__, '| cause', type(e.__cause__).__name__)
log=[]
@contextmanager
def cm(n):
    "cmdoc"
    log.append(('in',n))
    try: yield n*2
    except KeyError: log.append('ke')
    finally: log.append(('out',n))
with cm(2) as v: log.append(v)
with cm(3): raise KeyError(1)
print(log, cm.__name__, cm.__doc__, cm(1).__doc__)
def use(body):
    def f():
        with cm(1): return body()
    return f
t(use(lambda: 5)); t(use(lambda: 1/0))
def raiser(e):
    raise e
t(use(lambda: raiser(StopIteration(3)))); t(use(lambda: raiser(RuntimeError('x')))); t(use(lambda: raiser(GeneratorExit())))
@contextmanager
def noyield():
    if 0: yield
def f1():
    with noyield(): pass
t(f1)
@contextmanager
def two():
    yield 1
    yield 2
def f2():
    with two(): pass
t(f2)
@contextmanager
def two2():
    try: yield 1
    except ValueError: pass
    yield 2
def f3():
    with two2(): raise ValueError('v')
t(f3)
@contextmanager
def chg():
    try: yield
    except ValueError as e: raise TypeError('changed') from e
def f4():
    with chg(): raise ValueError('v')
t(f4)
@cm(9)
def deco(a): return a+1
print(deco(1), deco(2), log[-4:])
with suppress(ValueError, KeyError): raise ValueError
t(lambda: f5())
def f5():
    with suppress(KeyError): 1/0
def f6():
    with suppress(ValueError): raise ExceptionGroup('g',[ValueError(1),TypeError(2)])
t(f6)
with suppress(ValueError): raise ExceptionGroup('g',[ValueError(1)])
class Cl:
    def close(self): print('closed')
with closing(Cl()) as c: print(type(c).__name__)
with nullcontext(7) as n: print(n)
class W:
    def __init__(s): s.t=''
    def write(s,x): s.t+=x
    def flush(s): pass
w=W()
with redirect_stdout(w): print('hidden')
print(repr(w.t))
with ExitStack() as st:
    st.callback(print,'cb',1); st.enter_context(cm(7)); st.push(lambda *a: print('push',a[0]))
    print('body')
def f7():
    with ExitStack() as st:
        st.callback(lambda: 1/0)
        st.push(lambda *a: print(a[0].__name__, a[1].__context__))
        raise KeyError('k')
t(f7)
def f8():
    with ExitStack() as st:
        st.push(lambda *a: True)
        st.callback(lambda: 1/0)
    return 'ok'
t(f8); t(lambda: ExitStack().enter_context(3))
st=ExitStack(); st.callback(print,'later'); s2=st.pop_all(); st.close(); print('closing'); s2.close()
class CM(ContextDecorator):
    def __enter__(self): print('e'); return self
    def __exit__(self,*a): print('x')
@CM()
def g(): print('g')
g()
t(lambda: AbstractContextManager()); print(issubclass(CM,AbstractContextManager), isinstance(cm(1),AbstractContextManager), issubclass(int,AbstractContextManager))
async def arun():
    @asynccontextmanager
    async def acm():
        print('a in')
        try: yield 4
        finally: print('a out')
    async with acm() as v: print(v)
    async with AsyncExitStack() as st:
        print(await st.enter_async_context(acm())); st.callback(print,'acb')
    try:
        async with acm(): raise KeyError('z')
    except KeyError as e: print('ke',e)
    async with nullcontext(3) as q: print(q)
try: arun().send(None)
except StopIteration: print('done')
print(contextlib.__all__)
# copy
class A:
    def __init__(s): s.x=[1,2]; s.y={'k':[3]}
    def __eq__(s,o): return s.__dict__==o.__dict__
class S:
    __slots__=('a','__p')
    def __init__(s): s.a=[1]; s.__p=2
    def p(s): return s.__p
class L(list): pass
class D(dict): pass
class T(tuple): pass
class I(int): pass
a=A(); b=copy.copy(a); c=copy.deepcopy(a)
print(b==a, b.x is a.x, c==a, c.x is a.x)
s=S(); s2=copy.copy(s); s3=copy.deepcopy(s); print(s2.a is s.a, s3.a==s.a, s3.a is s.a, s3.p())
l=L([1,[2]]); l.z=3; m=copy.deepcopy(l); print(m, m.z, type(m), m[1] is l[1], copy.copy(l), copy.copy(l).z)
print(copy.deepcopy(D(a=[1])), copy.copy(T((1,[2]))), copy.deepcopy(T((1,[2]))), copy.deepcopy(I(5)), type(copy.deepcopy(I(5))))
r=[1]; r.append(r); q=copy.deepcopy(r); print(q, q[1] is q)
tt=(1,[2]); print(copy.deepcopy(tt), copy.deepcopy(tt)[1] is tt[1], copy.copy(tt) is tt, copy.deepcopy((1,2)) )
e=ValueError('x',3); e.extra=[1]; e2=copy.deepcopy(e); print(repr(e2), e2.extra, e2 is e, copy.copy(KeyError(1)))
class C2:
    def __copy__(s): return 'cc'
    def __deepcopy__(s,memo): return 'dd'
print(copy.copy(C2()), copy.deepcopy([C2()]))
class R:
    def __init__(s,n): s.n=n
    def __reduce__(s): return (R,(s.n+1,))
class GS:
    def __getstate__(s): return {'z':9}
    def __setstate__(s,st): s.got=st
print(copy.copy(R(1)).n, copy.copy(GS()).got, copy.deepcopy(GS()).got)
print(copy.copy({1,2}), copy.deepcopy({(1,2)}), copy.copy(frozenset('a')), copy.deepcopy(frozenset([1])), copy.copy(bytearray(b'x')), copy.deepcopy(bytearray(b'x')))
t(lambda: copy.copy((i for i in ()))); print(copy.copy(len) is len, copy.copy(A) is A, copy.deepcopy(A) is A, copy.deepcopy([A,len,None,...]))
class M:
    def m(s): return s
mm=M(); d=copy.deepcopy(mm.m); print(d() is mm, isinstance(d(),M))
class RP:
    def __init__(s,**k): s.k=k
    def __replace__(s,**k): return RP(**{**s.k,**k})
print(copy.replace(RP(a=1),b=2).k); t(lambda: copy.replace(3)); print(copy.__all__)
ns=types.SimpleNamespace(a=[1]); 
print(types.MappingProxyType({1:2}), types.FunctionType.__name__)
N=types.new_class('N',(A,),{},lambda ns: ns.update(z=3)); print(N.z, types.resolve_bases((A,)), types.get_original_bases(N), types.prepare_class('Q'))
