# Exceptions: the hierarchy, constructors, attributes, groups, contexts. Part 1.
import sys
def attempt(f, *a, **k):
    try: print('ok', repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
for name in 'BaseException BaseExceptionGroup GeneratorExit KeyboardInterrupt SystemExit Exception ArithmeticError FloatingPointError OverflowError ZeroDivisionError AssertionError AttributeError BufferError EOFError ExceptionGroup ImportError ModuleNotFoundError LookupError IndexError KeyError MemoryError NameError UnboundLocalError OSError BlockingIOError ChildProcessError ConnectionError BrokenPipeError ConnectionAbortedError ConnectionRefusedError ConnectionResetError FileExistsError FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError PermissionError ProcessLookupError TimeoutError ReferenceError RuntimeError NotImplementedError PythonFinalizationError RecursionError StopAsyncIteration StopIteration SyntaxError IndentationError TabError SystemError TypeError ValueError UnicodeError UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError Warning BytesWarning DeprecationWarning EncodingWarning FutureWarning ImportWarning PendingDeprecationWarning ResourceWarning RuntimeWarning SyntaxWarning UnicodeWarning UserWarning EnvironmentError IOError'.split():
    import builtins
    c = getattr(builtins, name)
    print(name, c.__name__, [b.__name__ for b in c.__mro__], c.__module__)
e = AttributeError('m', name='n', obj=5); print(e.name, e.obj, e.args, e)
e = NameError('m', name='n'); print(e.name, e.args)
e = ImportError('m', name='n', path='p'); print(e.name, e.path, e.msg, e, e.args); print(ImportError().msg, ImportError(1, 2).msg)
attempt(ImportError, 'x', foo=1); attempt(AttributeError, foo=1); attempt(ValueError, foo=1); attempt(NameError, 1, bar=2)
e = StopIteration(5); print(e.value, e.args); print(StopIteration().value, StopIteration(1, 2).value); e.value = 9; print(e.value, e.args)
e = SystemExit(3); print(e.code, SystemExit().code, SystemExit(1, 2).code, SystemExit('x'))
e = OSError(2, 'No', 'f', None, 'g'); print(type(e).__name__, e.errno, e.strerror, e.filename, e.filename2, e, e.args)
e = OSError(2, 'No', 'f'); print(e, repr(e), e.args, e.filename2)
print(OSError('a'), OSError().errno, OSError('a').args, OSError(1, 2, 3, 4, 5).args, type(OSError(13, 'x')), type(OSError(11, 'x')), type(OSError(17, '')), type(OSError(999, 'x')))
e = BlockingIOError(11, 'x', 5); print(e.characters_written, e.args, e.filename); attempt(lambda: OSError(1,2).characters_written); attempt(lambda: BlockingIOError(11,'x').characters_written)
e = KeyError('k'); print(str(e), repr(e), str(KeyError()), str(KeyError(1, 2)), str(KeyError(('a',))))
e = UnicodeDecodeError('utf8', b'abc', 1, 2, 'why'); print(e, e.encoding, e.object, e.start, e.end, e.reason, e.args)
