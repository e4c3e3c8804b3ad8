# str, repr and args of the common builtin exceptions; their hierarchy.
for e in (ValueError(), ValueError('a'), ValueError('a', 1), KeyError('k'), KeyError(), KeyError(1, 2), IndexError('i'),
          StopIteration(5), OSError(2, 'gone'), OSError('x'), AttributeError('at'), NameError('n'), UnicodeError('u'),
          SystemExit(3), KeyboardInterrupt(), ArithmeticError('x'), AssertionError((1, 2)), Exception([1])):
    print(repr(e), '|', str(e), '|', e.args)
print(StopIteration(5).value, SystemExit(3).code, OSError(2, 'gone').errno, OSError(2, 'gone').strerror)
print(type(OSError(2, 'x')).__name__, type(OSError(13, 'x')).__name__, type(OSError(17, 'x')).__name__)
for name in (ZeroDivisionError, OverflowError, KeyError, IndexError, UnboundLocalError, RecursionError, NotImplementedError,
             FileNotFoundError, ModuleNotFoundError, UnicodeDecodeError, StopIteration, KeyboardInterrupt, SystemExit):
    print(' < '.join(c.__name__ for c in name.__mro__))
e = AttributeError('m', name='attr', obj=3)
print(e.name, e.obj)
try:
    {}.nothing
except AttributeError as e:
    print(e.name, e.obj)
try:
    undefined_thing
except NameError as e:
    print(e.name)
n = ValueError('noted')
n.add_note('first note')
n.add_note('second')
print(n.__notes__)
