# Attributes and texts of the builtin exceptions.
print(str(KeyError('a')), str(KeyError()), str(KeyError('a', 'b')), repr(KeyError(1, 2)))
o = OSError(2, 'text', 'file', None, 'other')
print(o.errno, o.strerror, o.filename, o.filename2, o.args, type(o).__name__, o)
print(OSError(2, 'x'), OSError('only'), OSError(1, 2, 3), type(OSError(13, 'x')).__name__, OSError(2, 'x', 'f').args)
s = SystemExit(3)
print(s.code, SystemExit().code, SystemExit(1, 2).code, StopIteration(5).value, StopIteration().value)
u = UnicodeDecodeError('utf-8', b'\xff', 0, 1, 'reason')
print(u, u.start, u.end, u.object, u.encoding, u.reason)
u.end = 2
print(u)
print(UnicodeEncodeError('ascii', 'é', 0, 1, 'r'), UnicodeTranslateError('é', 0, 1, 'r'))
i = ImportError('msg', name='n', path='p')
print(i.name, i.path, i.msg, i)
a = AttributeError('x', name='n', obj=5)
print(a.name, a.obj, NameError('q', name='z').name)
for call in (lambda: UnicodeDecodeError('a'), lambda: ImportError('a', foo=1), lambda: KeyError(a=1), lambda: UnicodeDecodeError('a', 'b', 0, 1, 'r')):
    try: call()
    except TypeError as error: print(error)
