"""A parser of Python 3.13 that runs inside programs: what `compile` with `PyCF_ONLY_AST` makes of a text, so `ast.parse`.

It accepts what CPython's parser accepts and makes the same tree; texts that CPython refuses are refused with SyntaxError, for the
common mistakes with its message and place. Like `ast.parse` it does not look at what only the compiler refuses.
"""
import re

from _ast import AST

from .statements import Parser
from .tokens import tokenize

_COOKIE = re.compile(rb'^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)')


def decode(source, filename):
    """The text of a source file's bytes."""
    has_mark = source.startswith(b'\xef\xbb\xbf')
    if has_mark:
        source = source[3:]
    encoding = 'utf-8'
    for line in source.split(b'\n', 2)[:2]:
        found = _COOKIE.match(line)
        if found:
            encoding = found.group(1).decode()
            if has_mark and encoding.lower().replace('_', '-') not in ('utf-8', 'utf8'):
                raise SyntaxError('encoding problem: %s with BOM' % encoding, (filename, 0, 0, None, 0, 0))
            break
        if line.strip() and not line.lstrip().startswith(b'#'):
            break
    try:
        return source.decode(encoding)
    except LookupError:
        raise SyntaxError('encoding problem: %s' % encoding, (filename, 0, 0, None, 0, 0)) from None
    except UnicodeDecodeError as e:
        raise SyntaxError("(unicode error) %s" % e, (filename, 0, 0, None, 0, 0)) from None


def parse(source, filename, mode):
    """The tree of a text (str or bytes) in one of compile's modes, or of `func_type`."""
    if isinstance(source, AST):
        return source
    if not isinstance(source, str):
        if not isinstance(source, (bytes, bytearray, memoryview)):
            raise TypeError('compile() arg 1 must be a string, bytes or AST object')
        source = decode(bytes(source), filename)
    elif source.startswith('\ufeff'):
        source = source[1:]
    if '\0' in source:
        raise SyntaxError('source code string cannot contain null bytes')
    if '\r' in source:
        source = source.replace('\r\n', '\n').replace('\r', '\n')
    if mode in ('exec', 'single') and source and not source.endswith('\n'):
        source += '\n'
    scanner, tokens = tokenize(source, filename)
    parser = Parser(scanner, tokens)
    if mode == 'exec':
        return parser.file()
    if mode == 'eval':
        return parser.expression_alone()
    if mode == 'single':
        return parser.interactive()
    return parser.function_type()
