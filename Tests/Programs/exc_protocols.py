def t(label, f, *a, **k):
    try:
        print(label, '->', repr(f(*a, **k)))
    except BaseException as e:
        print(label, '!!', type(e).__name__, e, '| ctx', repr(e.__context__), '| cause', repr(e.__cause__), e.__suppress_context__)
import sys
def names(c, d=0, out=None):
    if out is None: out = []
    out.append('.' * d + c.__name__)
    for s in sorted(c.__subclasses__(), key=lambda c: c.__name__):
        if s.__module__ == 'builtins': names(s, d + 1, out)
    return out

for c in (OSError, SyntaxError, UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError, StopIteration, SystemExit, ImportError, NameError, AttributeError, KeyError, ExceptionGroup, BaseExceptionGroup):
    for a in ((), (1,), (1, 2), (1, 2, 3), (2, 'No such', 'file'), ('m', ('f', 1, 2, 'text')), ('m', ('f', 1, 2, 'text', 3, 4)), ('utf8', b'abc', 0, 1, 'why'), ('utf8', 'abc', 0, 1, 'why'), ('abc', 0, 1, 'why'), (13, 'x', 'f1', None, 'f2')):
        def f():
            e = c(*a)
            return type(e).__name__, e.args, str(e), repr(e), [(n, getattr(e, n)) for n in ('errno', 'strerror', 'filename', 'filename2', 'msg', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset', 'encoding', 'object', 'start', 'end', 'reason', 'value', 'code', 'name', 'path', 'name_from', 'obj') if hasattr(e, n)]
        t(f'{c.__name__}{a}', f)
for n in (1, 2, 4, 9, 10, 11, 13, 17, 20, 21, 32, 104, 110, 111, 3): t(f'os {n}', lambda: type(OSError(n, 'm')).__name__)
t('import kw', lambda: (ImportError('m', name='n', path='p').name, ImportError('m', name='n').path)); t('import bad kw', lambda: ImportError('m', foo=1)); t('name kw', lambda: NameError('m', name='q').name); t('attr kw', lambda: AttributeError('m', name='q', obj=5).obj); t('val kw', lambda: ValueError(a=1)); t('base kw', lambda: BaseException(x=1))
e = ValueError('x'); e.add_note('n1'); e.add_note('n2'); print(e.__notes__); t('note bad', lambda: e.add_note(5)); e.args = [1, 2]; print(e.args, str(e), repr(e))
def f(): e.args = 5
t('args 5', f)
def f(): del e.args
t('del args', f)
def f(): e.__cause__ = 5
t('cause 5', f)
def f(): e.__context__ = 'x'
t('ctx', f)
def f(): e.__traceback__ = 5
t('tb', f)
def f(): e.__suppress_context__ = 5
t('sup', f); e.__cause__ = KeyError(1); print(e.__suppress_context__, repr(e.__cause__)); e.__cause__ = None; print(e.__suppress_context__); t('with_tb', lambda: e.with_traceback(None) is e); t('with_tb bad', lambda: e.with_traceback(5)); e.foo = 1; print(e.__dict__["foo"])
t('raise int', lambda: exec_raise(5))
def exec_raise(x): raise x
t('raise int', lambda: exec_raise(5)); t('raise str', lambda: exec_raise('s')); t('raise cls', lambda: exec_raise(ValueError)); t('raise type', lambda: exec_raise(int)); t('raise None', lambda: exec_raise(None))
def rf(a, b): raise a from b
t('from', lambda: rf(ValueError(1), KeyError(2))); t('from cls', lambda: rf(ValueError, KeyError)); t('from None', lambda: rf(ValueError, None)); t('from int', lambda: rf(ValueError, 5)); t('from int2', lambda: rf(5, 5)); t('from int cls', lambda: rf(ValueError, int))
def bare(): raise
t('bare', bare)
def nested():
    try: raise ValueError('a')
    except ValueError:
        try: raise KeyError('b')
        except KeyError: raise TypeError('c')
def chain(e):
    r = []
    while e: r.append((repr(e), repr(e.__cause__), e.__suppress_context__)); e = e.__context__
    return r
try: nested()
except TypeError as e: print(chain(e))
def finret():
    try: raise ValueError
    finally: return 'fin wins'
t('finret', finret)
def finbreak():
    for i in range(3):
        try: raise ValueError
        finally: break
    return i
t('finbreak', finbreak)
def fincont():
    r = []
    for i in range(3):
        try: r.append(i); 1 / 0
        finally: continue
    return r
t('fincont', fincont)
def retfin():
    x = 1
    try: return x
    finally: x = 2
t('retfin', retfin)
def finraise():
    try: raise ValueError('1')
    finally: raise KeyError('2')
t('finraise', finraise)
def tryelse():
    r = []
    try: r.append('t')
    except: r.append('x')
    else: r.append('e')
    finally: r.append('f')
    return r
t('tryelse', tryelse)
def elseraise():
    try: pass
    except KeyError: print('no')
    else: raise KeyError('from else')
    finally: print('fin')
t('elseraise', elseraise)
def excname():
    e = 'before'
    try: 1 / 0
    except ZeroDivisionError as e: pass
    return e
t('excname', excname)
def excdel():
    try: 1 / 0
    except ZeroDivisionError as e: del e
    return 'ok'
t('excdel', excdel)
def badexc():
    try: 1 / 0
    except 5: pass
t('badexc', badexc)
def badexc2():
    try: 1 / 0
    except (int, 5): pass
t('badexc2', badexc2)
def badexc3():
    try: 1 / 0
    except (ValueError, (KeyError, ZeroDivisionError)): return 'nested tuple'
t('badexc3', badexc3)
def noteval():
    try: pass
    except undefined: pass
    return 'not evaluated'
t('noteval', noteval)
def rr():
    try: 1 / 0
    except ZeroDivisionError as e:
        try: raise
        except ZeroDivisionError as e2: return e is e2
t('rr', rr)
def ctxself():
    e = ValueError('self')
    try: raise e
    except ValueError:
        try: raise e
        except ValueError as e2: return e2.__context__
t('ctxself', ctxself)
def ctxloop():
    a, b = ValueError('a'), KeyError('b')
    try:
        try: raise a
        except ValueError: raise b
    except KeyError:
        try: raise a
        except ValueError as x: return repr(x.__context__), repr(b.__context__)
t('ctxloop', ctxloop)
class CM:
    def __init__(s, sw=False, er=None, xr=None): s.sw, s.er, s.xr = sw, er, xr
    def __enter__(s):
        if s.er: raise s.er
        return s
    def __exit__(s, *a):
        print('exit', a[0], a[1], type(a[2]).__name__)
        if s.xr: raise s.xr
        return s.sw
def w1():
    with CM(True) as a: raise ValueError('w')
    return 'swallowed'
def w2():
    with CM() as a, CM(xr=KeyError('exit')) as b: raise ValueError('w')
def w3():
    with CM() as a, CM(er=KeyError('enter')) as b: print('never')
def w4():
    for i in range(3):
        with CM():
            if i == 0: continue
            if i == 1: break
    with CM(): return i
def w5():
    with CM(1), CM(0): raise SystemExit(3)
    return 'truthy'
for f in (w1, w2, w3, w4, w5): t(f.__name__, f)
class NoExit: 
    def __enter__(s): pass
class NoEnter:
    def __exit__(s, *a): pass
def w6():
    with NoExit(): pass
def w7():
    with NoEnter(): pass
def w8():
    with CM() as (a, b): pass
t('w6', w6); t('w7', w7); t('w8', w8)
# groups
eg = ExceptionGroup('eg', [ValueError(1), TypeError(2), ExceptionGroup('in', [KeyError(3), ValueError(4)])])
print(repr(eg), str(eg), eg.message, eg.exceptions); print(eg.split(ValueError)); print(eg.subgroup(KeyError)); print(eg.subgroup(lambda e: isinstance(e, TypeError))); print(eg.split((ValueError, KeyError))); print(eg.derive([OSError()]))
t('eg empty', lambda: ExceptionGroup('m', [])); t('eg bad', lambda: ExceptionGroup('m', [1])); t('eg base', lambda: ExceptionGroup('m', [KeyboardInterrupt()])); t('beg', lambda: type(BaseExceptionGroup('m', [ValueError()])).__name__); t('beg2', lambda: type(BaseExceptionGroup('m', [KeyboardInterrupt()])).__name__); t('eg args', lambda: ExceptionGroup('m')); t('eg msg', lambda: ExceptionGroup(5, [ValueError()])); t('eg seq', lambda: ExceptionGroup('m', 5)); t('split bad', lambda: eg.split(5)); t('eg gen', lambda: ExceptionGroup('m', (x for x in [ValueError()])))
def star(e):
    r = []
    try: raise e
    except* ValueError as g: r.append(('V', repr(g)))
    except* (KeyError, TypeError) as g: r.append(('KT', repr(g)))
    else: r.append('else')
    finally: r.append('fin')
    return r
t('star', lambda: star(eg)); t('star plain', lambda: star(ValueError(9))); t('star unm', lambda: star(ExceptionGroup('u', [ValueError(1), OSError(2)]))); t('star un', lambda: star(OSError(1)))
def star2():
    try: raise ExceptionGroup('s2', [ValueError(1), KeyError(2)])
    except* ValueError: raise TypeError('new')
    except* KeyError as e: raise
def starx():
    try: star2()
    except ExceptionGroup as e: return repr(e), [repr(x.__context__) for x in e.exceptions]
t('star2', starx)
def star3():
    try: raise ValueError(1)
    except* ExceptionGroup: pass
t('star3', star3)
def star4():
    try: raise ValueError(1)
    except* 5: pass
t('star4', star4)
class MyEG(ExceptionGroup):
    def __new__(cls, m, e, code): s = super().__new__(cls, m, e); s.code = code; return s
    def derive(self, e): return MyEG(self.message, e, self.code)
m = MyEG('my', [ValueError(1), KeyError(2)], 42); a, b = m.split(ValueError); print(type(a).__name__, a.code, b.code, repr(a))
print(sys.exc_info())
try: 1 / 0
except Exception as e: ei = sys.exc_info(); print(ei[0], ei[1] is e, ei[2] is e.__traceback__, sys.exception() is e, ei[2].tb_lineno, ei[2].tb_frame.f_code.co_name if False else '', ei[2].tb_next)
class DelRaise:
    def __del__(s): raise ValueError('in del')
try: assert False, 'msg'
except AssertionError as e: print(repr(e))
try: assert 0
except AssertionError as e: print(repr(e), e.args)
try: assert (lambda: [])(), [1, 2]
except AssertionError as e: print(repr(e), e.args)
