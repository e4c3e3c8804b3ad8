"""Cases of the differential fuzzer: run as `program SEED FIRST COUNT` under CPython and natively, the outputs must be equal.

Every case has its own random numbers, seeded by (seed, number), so a case can be repeated alone. `METHODS`, written between
`values.py` and this file by `fuzz_builtins.py`, is what CPython's `dir` shows for each type. A line is the case's number, what
was called, what came back (or the exception with its message) and what became of the receiver.
"""
# What the methods of a type want of arguments, most of the time.
LIKE = {
    'str': [text, text, text, small, lambda: None, a_list, lambda: (text(), text()), a_dict, any_slice, integer],
    'bytes': [octets, octets, octets, small, lambda: None, lambda: bytearray(octets()), lambda: [octets(), octets()], any_slice, view],
    'int': [integer, integer, small, real, lambda: True, text, octets],
    'float': [real, real, integer, small, text],
    'complex': [imaginary, real, integer, small],
    'list': [small, small, element, a_list, any_slice, function, limited_range, text, lambda: tuple(items()), lambda: current[0], iterator],
    'dict': [text, scalar, element, a_dict, pairs, lambda: None, lambda: current[0], dict_view],
    'set': [small, scalar, a_set, lambda: frozenset(a_set()), items, lambda: current[0], limited_range, dict_view],
    'range': [small, integer, any_slice, a_range, real, lambda: True],
    'view': [small, scalar, a_set, a_dict, dict_view],
    'memoryview': [small, any_slice, octets, lambda: rnd.pick(['B', 'b', 'H', 'i', 'q', 'd', 'c', 'Q', 'x', '@B', '<i']), lambda: [2, 3], lambda: (1, 2), view],
}
LIKE['bytearray'] = LIKE['bytes'] + [small, small, limited_range]
LIKE['tuple'] = LIKE['list']
LIKE['frozenset'] = LIKE['set']
LIKE['bool'] = LIKE['int']
for base, sub in (('int', 'SubInt'), ('float', 'SubFloat'), ('str', 'SubStr'), ('bytes', 'SubBytes'), ('bytearray', 'SubByteArray'), ('list', 'SubList'),
                  ('tuple', 'SubTuple'), ('dict', 'SubDict'), ('set', 'SubSet'), ('frozenset', 'SubFrozen'), ('complex', 'SubComplex')):
    LIKE[sub] = LIKE[base]

KEYWORDS = ['encoding', 'errors', 'sep', 'maxsplit', 'keepends', 'tabsize', 'key', 'reverse', 'default', 'base', 'signed', 'length', 'byteorder', 'start',
            'stop', 'step', 'strict', 'x', 'object', 'real', 'imag', 'string', 'ndigits', 'number', 'exp', 'mod', 'sequence', 'iterable', 'source', 'end',
            'bytes_per_sep', 'delete', 'a', 'format', 'shape', 'order', 'old', 'new', 'count', 'indexing', 'value', 'obj', 'name']
# Where a keyword is right, what it wants.
KEYWORD_VALUES = {'key': function, 'reverse': lambda: rnd.chance(50), 'encoding': lambda: rnd.pick(WORDS[16:21]), 'errors': lambda: rnd.pick(WORDS[21:30]),
                  'strict': lambda: True, 'byteorder': lambda: rnd.pick(['big', 'little', 'x']), 'signed': lambda: rnd.chance(50)}

# Would need gigabytes with numbers between these bounds.
BIG = {'__mul__', '__rmul__', '__imul__', 'center', 'ljust', 'rjust', 'zfill', 'expandtabs', 'bytes', 'bytearray', '__lshift__', '__rlshift__', '__ilshift__',
       'to_bytes', '__pow__', '__rpow__', '__ipow__', 'pow', '*', '<<', '**', 'list', 'tuple', 'set', 'sorted', 'sum', 'extend', '__format__', 'format', '%', '__mod__',
       'str.format', 'int.to_bytes', '*=', 'frozenset', 'dict', 'join', 'update', 'round', '__round__', 'min', 'max', 'any', 'all'}
SKIP = {'__sizeof__', '__class__', '__init_subclass__', '__subclasshook__', '__dict__', '__doc__', '__text_signature__', '__subclasses__',
        '__del__', '__alloc__', '__globals__', '__builtins__', '__code__', '__weakref__', 'gi_code', 'gi_frame', '__type_params__', '__basicsize__', '__weakrefoffset__', '__dictoffset__', '__flags__', '__itemsize__', '__abstractmethods__'}
TEXT_HASH = {'__hash__', 'hash'}


def tamed(value):
    """Keeps a number that would be a size either small or absurd."""
    if isinstance(value, int) and not isinstance(value, bool):
        if 2000 < value < 1 << 63:
            return value % 2000
        return -(-value % 2000) if value < -2000 else value
    if isinstance(value, range):
        return limited_range()
    return value


def show(value, depth=0):
    """repr, without addresses and without the order of hashes of text."""
    if isinstance(value, (set, frozenset)) and type(value).__repr__ in (set.__repr__, frozenset.__repr__):
        return type(value).__name__ + '{' + ', '.join(sorted([show(x, depth + 1) for x in value])) + '}'
    kind = type(value)
    if kind is str and len(value) > 400:
        return 'str of %d: %r … %r' % (len(value), value[:100], value[-100:])
    if kind is int and (value > 10 ** 600 or value < -10 ** 600):
        return 'int %d bits %x' % (value.bit_length(), value)
    if kind is bytearray or kind is bytes:
        if len(value) > 400:
            return '%s of %d: %r' % (kind.__name__, len(value), value[:100])
    if kind is memoryview:
        try:
            return 'memoryview %r %r %r %r %r' % (value.format, value.shape, value.strides, value.readonly, value.tolist())
        except (ValueError, NotImplementedError) as e:
            return 'memoryview: %s' % e
    if depth < 3 and (kind is list or kind is tuple):
        if len(value) > 60:
            return '%s of %d' % (kind.__name__, len(value))
        if not any([x is value for x in value]):
            return kind.__name__ + '(' + ', '.join([show(x, depth + 1) for x in value]) + ')'
    if kind.__name__ in ITERATORS:
        out = []
        try:
            for x in value:
                out.append(show(x, depth + 1))
                if len(out) > 20:
                    break
        except Exception as e:
            out.append('%s: %s' % (type(e).__name__, clean(str(e))))
        return kind.__name__ + '<' + ', '.join(out) + '>'
    return kind.__name__ + ' ' + clean(repr(value)) if isinstance(value, (SubInt, SubFloat, SubList, SubTuple, SubBytes, SubDict, bool)) else clean(repr(value))


ITERATORS = {'list_iterator', 'tuple_iterator', 'str_iterator', 'str_ascii_iterator', 'bytes_iterator', 'bytearray_iterator', 'dict_keyiterator',
             'dict_itemiterator', 'dict_valueiterator', 'range_iterator', 'longrange_iterator', 'list_reverseiterator', 'reversed', 'dict_reversekeyiterator',
             'dict_reverseitemiterator', 'dict_reversevalueiterator', 'enumerate', 'zip', 'map', 'filter', 'iterator', 'callable_iterator', 'generator',
             'set_iterator', 'memory_iterator', 'generic_alias_iterator'}


def clean(s):
    """Addresses go: `at 0x7f…`."""
    at = s.find(' at 0x')
    while at >= 0:
        end = at + 6
        while end < len(s) and s[end] in '0123456789abcdef':
            end += 1
        s = s[:at] + s[end:]
        at = s.find(' at 0x')
    return s if len(s) < 3000 else s[:3000] + '…'


def arguments(kind, name):
    """Positional and keyword arguments of a call of `name` on a `kind`."""
    count = rnd.pick([0, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4])
    like = LIKE.get(kind, ODD)
    args = []
    for _ in range(count):
        maker = rnd.pick(like) if rnd.chance(75) else rnd.pick(ODD)
        value = maker()
        args.append(tamed(value) if name in BIG else value)
    kw = {}
    if rnd.chance(12):
        for _ in range(1 + rnd.below(2)):
            word = rnd.pick(KEYWORDS)
            value = KEYWORD_VALUES[word]() if word in KEYWORD_VALUES and rnd.chance(80) else rnd.pick(like)()
            kw[word] = tamed(value) if name in BIG else value
    return args, kw


def described(args, kw):
    return '(' + ', '.join([brief(a) for a in args] + ['%s=%s' % (k, brief(v)) for k, v in kw.items()]) + ')'


def brief(value):
    try:
        if type(value).__name__ in ITERATORS:
            return '<%s>' % type(value).__name__
        s = show(value)
    except Exception as e:
        s = 'repr raises %s: %s' % (type(e).__name__, e)
    return s if len(s) < 200 else s[:200] + '…'


def run(number, what, call):
    """Runs one case and prints its line."""
    try:
        result = call()
        if result is current[0] and isinstance(result, (list, bytearray, dict, set)):
            told = 'self'
        else:
            told = show(result)
    except RecursionError:
        told = 'RecursionError'
    except MemoryError:
        told = 'MemoryError'
    except BaseException as e:
        told = '%s: %s' % (type(e).__name__, clean(str(e)))
        if type(e).__name__ == 'KeyError':
            told += ' ' + clean(repr(e.args))
    after = ''
    try:
        if isinstance(current[0], (list, bytearray, dict, set)):
            after = ' | ' + show(current[0])
    except BaseException as e:
        after = ' | %s: %s' % (type(e).__name__, clean(str(e)))
    line = '%d %s -> %s%s' % (number, what, told, after)
    sys.stdout.write(line.encode('ascii', 'backslashreplace').decode('ascii').replace('\n', '\\n') + '\n')
    sys.stdout.flush()


def case_method(number):
    kind = rnd.pick(KINDS)
    value = MAKERS[kind]()
    names = METHODS.get(type(value).__name__) or METHODS.get(type(value).__mro__[1].__name__) or METHODS['object']
    name = rnd.pick(names)
    if name[0] == '_' and rnd.chance(30):
        name = rnd.pick(names)
    if name in SKIP or (name in TEXT_HASH and not isinstance(value, (int, float, complex))):
        return
    if name == '__reduce_ex__' or name == '__reduce__' or name == '__dir__' or name == '__getstate__':
        return
    current[0] = value
    args, kw = arguments(kind, name)
    if name in BIG:
        current[0] = value = tamed(value)
    if rnd.chance(10):
        # through the class
        if not callable(getattr(type(value), name, None)) or (kind[:3] == 'Sub' and name in ('__getitem__', '__contains__')):
            return
        what = '%s.%s%s' % (type(value).__name__, name, described([value] + args, kw))
        run(number, what, lambda: getattr(type(value), name)(value, *args, **kw))
        return
    what = '%s.%s%s' % (brief(value), name, described(args, kw))
    attribute = getattr(value, name, None)
    if attribute is not None and not callable(attribute):
        run(number, what, lambda: attribute)
        return
    run(number, what, lambda: getattr(value, name)(*args, **kw))


def case_function(number):
    name = rnd.pick(list(FUNCTIONS))
    f = FUNCTIONS[name]
    kind = rnd.pick(['str', 'bytes', 'int', 'float', 'complex', 'list', 'dict', 'set', 'range', 'odd', 'odd'])
    current[0] = None
    args, kw = arguments(kind, name)
    if args:
        current[0] = args[0]
    if name == 'hash' and not all([isinstance(a, (int, float, complex)) for a in args]):
        return
    run(number, '%s%s' % (name, described(args, kw)), lambda: f(*args, **kw))


def attribute_of(o, name):
    """A result of getattr without bound methods' addresses."""
    return getattr(o, name) if isinstance(name, str) and not name.startswith('__') else None


FUNCTIONS = {f.__name__: f for f in (
    abs, all, any, ascii, bin, bool, bytearray, bytes, callable, chr, complex, dict, divmod, enumerate, filter, float, format, frozenset, getattr, hasattr, hash,
    hex, int, isinstance, issubclass, iter, len, list, map, max, memoryview, min, next, oct, ord, pow, range, repr, reversed, round, set, slice, sorted, str, sum,
    tuple, zip, int, float, str, sorted, sum, round, complex, print, setattr, delattr, vars, iter, property, type)}
FUNCTIONS.update({
    'int.from_bytes': int.from_bytes, 'float.fromhex': float.fromhex, 'bytes.fromhex': bytes.fromhex, 'str.maketrans': str.maketrans, 'dict.fromkeys': dict.fromkeys,
    'bytes.maketrans': bytes.maketrans, 'object': object, 'bytearray.fromhex': bytearray.fromhex, 'float.as_integer_ratio': float.as_integer_ratio,
    'staticmethod': staticmethod, 'classmethod': classmethod, 'ValueError': ValueError, 'OSError': OSError, 'KeyError': KeyError, 'UnicodeDecodeError': UnicodeDecodeError,
    'ExceptionGroup': ExceptionGroup, 'StopIteration': StopIteration, 'SystemExit': SystemExit, 'ImportError': ImportError, 'SyntaxError': SyntaxError,
    'AttributeError': AttributeError, 'UnicodeEncodeError': UnicodeEncodeError, 'NameError': NameError, 'BaseException': BaseException,
})
FUNCTIONS['getattr'] = attribute_of
del FUNCTIONS['print'], FUNCTIONS['vars']


def in_place(o, name, other):
    if name == '+=':
        o += other
    elif name == '*=':
        o *= other
    elif name == '|=':
        o |= other
    elif name == '&=':
        o &= other
    elif name == '-=':
        o -= other
    elif name == '^=':
        o ^= other
    elif name == '%=':
        o %= other
    elif name == '//=':
        o //= other
    elif name == '>>=':
        o >>= other
    elif name == '/=':
        o /= other
    return o


OPERATORS = {
    '+': lambda a, b: a + b, '-': lambda a, b: a - b, '*': lambda a, b: a * b, '/': lambda a, b: a / b, '//': lambda a, b: a // b, '%': lambda a, b: a % b,
    '**': lambda a, b: a ** b, '<<': lambda a, b: a << b, '>>': lambda a, b: a >> b, '&': lambda a, b: a & b, '|': lambda a, b: a | b, '^': lambda a, b: a ^ b,
    '@': lambda a, b: a @ b, '<': lambda a, b: a < b, '<=': lambda a, b: a <= b, '>': lambda a, b: a > b, '>=': lambda a, b: a >= b, '==': lambda a, b: a == b,
    '!=': lambda a, b: a != b, 'in': lambda a, b: b in a, 'not in': lambda a, b: b not in a, '[]': lambda a, b: a[b], 'divmod': divmod,
    'neg': lambda a, b: -a, 'pos': lambda a, b: +a, 'invert': lambda a, b: ~a, 'not': lambda a, b: not a, 'star': lambda a, b: [*a, *b], 'and': lambda a, b: a and b,
    'unpack': lambda a, b: unpack(a), 'starstar': lambda a, b: {**a, **b}, 'call': lambda a, b: call_with(*[*a], **b),
    'is_int': lambda a, b: int(a) if isinstance(a, (str, bytes, float)) else a,
}
for operator in ('+=', '*=', '|=', '&=', '-=', '^=', '%=', '//=', '>>=', '/='):
    OPERATORS[operator] = (lambda name: lambda a, b: in_place(a, name, b))(operator)


def unpack(a):
    x, y, *z = a
    return z, y, x


def call_with(*args, **kw):
    return args, kw


def case_operator(number):
    kind = rnd.pick(KINDS)
    name = rnd.pick(list(OPERATORS))
    a = MAKERS[kind]()
    b = rnd.pick(LIKE.get(kind, ODD))() if rnd.chance(70) else rnd.pick(ODD)()
    if rnd.chance(8):
        b = a
    if rnd.chance(10):
        a, b = b, a
    if name in BIG:
        if name == '**' and isinstance(b, int):
            b = b % 200 if rnd.chance(80) else -(b % 200)
        if name == '<<' and isinstance(b, int):
            b %= 3000
        a, b = tamed(a), tamed(b)
    if name == '*=' and type(a).__module__ == '__main__':
        # CPython asks only the left operand for `*=` of a class that is a sequence by its layout alone.
        return
    current[0] = a
    run(number, '%s %s %s' % (brief(a), name, brief(b)), lambda: OPERATORS[name](a, b))


def case_items(number):
    """Setting and deleting items and slices."""
    a = rnd.pick([a_list, lambda: bytearray(octets()), a_dict, lambda: SubList(items()), view])()
    current[0] = a
    key = rnd.pick([small, small, any_slice, any_slice, text, element, integer, lambda: Index(1), lambda: Evil(rnd.below(9)), real])()
    if isinstance(a, (bytearray, dict)) and isinstance(key, Evil):
        # CPython 3.13.0 writes to the memory that the bytearray had before `__index__` changed it; when a search in a dict
        # begins anew depends on when the table grew.
        return
    if rnd.chance(30):
        run(number, 'del %s[%s]' % (brief(a), brief(key)), lambda: a.__delitem__(key))
        return
    value = rnd.pick([small, a_list, octets, text, element, iterator, lambda: a, limited_range, lambda: bytearray(octets())])()
    run(number, '%s[%s] = %s' % (brief(a), brief(key), brief(value)), lambda: a.__setitem__(key, value))


FILL = ['', '', '', '*', 'é', '0', '{']
SPECS = ['', '', 'd', 'x', 'X', 'b', 'o', 'c', 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%', 's', 'r']


def spec():
    if rnd.chance(6):
        return text()
    out = ''
    if rnd.chance(40):
        out += rnd.pick(FILL) + rnd.pick('<>=^')
    if rnd.chance(25):
        out += rnd.pick('+- ')
    if rnd.chance(8):
        out += 'z'
    if rnd.chance(15):
        out += '#'
    if rnd.chance(15):
        out += '0'
    if rnd.chance(50):
        out += str(rnd.pick([1, 3, 8, 12, 20, 45]))
    if rnd.chance(20):
        out += rnd.pick(',_')
    if rnd.chance(40):
        out += '.' + str(rnd.pick([0, 1, 2, 3, 6, 10, 17, 30, 50]))
    return out + rnd.pick(SPECS)


def case_format(number):
    current[0] = None
    value = rnd.pick([integer, small, real, real, imaginary, text, lambda: True, element, lambda: SubInt(5), lambda: SubFloat(2.5), lambda: SubStr('é')])()
    s = spec()
    how = rnd.below(4)
    if how == 0:
        run(number, 'format(%s, %r)' % (brief(value), s), lambda: format(value, s))
    elif how == 1:
        run(number, 'f-string %s %r' % (brief(value), s), lambda: f'{value:{s}}|{value!r:>{len(s)}}|{value!s}|{value!a}')
    elif how == 2:
        field = rnd.pick(['{:%s}', '{0:%s}', '{0!r:%s}', '{a:%s}', '{b[1]:%s}', '{0:%s}{0}', '{0:%s}{}', '{c.real:%s}', '{b[x]}%s', '{}{:%s}', '{:{}}%s', '{0:{w}}%s', '{{%s}}'])
        f = field.replace('%s', s)
        run(number, '%r.format(%s)' % (f, brief(value)), lambda: f.format(value, 7, a=value, b=[1, value], c=value, w=9))
    else:
        flags = ''.join([rnd.pick('#0- +') for _ in range(rnd.below(3))])
        f = 'a%' + flags + rnd.pick(['', '', '5', '12', '*']) + rnd.pick(['', '', '.0', '.3', '.10', '.*', '.30']) + rnd.pick('diouxXeEfFgGcrsa%') + 'b'
        args = [value]
        for _ in range(f.count('*')):
            args.insert(0, small() % 30)
        tup = tuple(args) if rnd.chance(80) else value
        if rnd.chance(70):
            run(number, '%r %% %s' % (f, brief(tup)), lambda: f % tup)
        else:
            run(number, 'b%r %% %s' % (f, brief(tup)), lambda: f.encode() % tup)


def case_number_text(number):
    """int(), float(), complex() of text that is nearly a number."""
    current[0] = None
    s = ''.join([rnd.pick(['0', '1', '9', '12', '_', '.', 'e', 'E', '-', '+', 'x', 'a', 'f', 'b', 'o', ' ', '\n', 'j', 'inf', 'nan', '٣', '0x', '0b', '(', ')', '𝟘', 'z', 'p', '1' * 30])
                 for _ in range(1 + rnd.below(7))])
    if rnd.chance(2):
        s = '1' * (4290 + rnd.below(20))
    value = s if rnd.chance(70) else s.encode('utf-8')
    base = rnd.pick([0, 0, 10, 2, 8, 16, 36, 3, 1, 37, -1, 10, 10])
    how = rnd.below(5)
    if how == 0:
        run(number, 'int(%s)' % brief(value), lambda: int(value))
    elif how == 1:
        run(number, 'int(%s, %d)' % (brief(value), base), lambda: int(value, base))
    elif how == 2:
        run(number, 'float(%s)' % brief(value), lambda: float(value))
    elif how == 3:
        run(number, 'complex(%s)' % brief(value), lambda: complex(value))
    else:
        run(number, 'fromhex(%s)' % brief(s), lambda: float.fromhex(s))


def case_iteration(number):
    """Iterates a container that changes meanwhile."""
    a = rnd.pick([a_list, lambda: bytearray(octets()), a_dict, a_set, lambda: SubList(items()), lambda: SubDict(pairs())])()
    current[0] = a
    evil = Evil(rnd.below(6))
    at = rnd.below(4)
    how = rnd.below(4)

    def go():
        out = []
        source = a
        if how == 1 and isinstance(a, dict):
            source = rnd.pick([a.items, a.values, a.keys])()
        if how == 2 and not isinstance(a, set):
            source = reversed(a)
        if how == 3:
            source = enumerate(a)
        for i, x in enumerate(source):
            out.append(brief(x))
            if i == at:
                evil.act()
            if i > 30:
                break
        return out
    run(number, 'iterate %s, %r at %d, way %d' % (brief(a), evil, at, how), go)


def case_sort(number):
    a = [rnd.pick([small, small, real, integer])() for _ in range(rnd.below(rnd.pick([5, 40, 300])))] if rnd.chance(60) else items(20)
    key = rnd.pick([None, None, lambda x: -x, lambda x: str(x), repr, abs, lambda x: 1 / x, lambda x: (x, 1), Evil(rnd.below(6))])
    reverse = rnd.chance(40)
    current[0] = a
    run(number, 'sort %s %s %s' % (brief(a), 'key' if key else '', reverse), lambda: a.sort(key=key, reverse=reverse))
    current[0] = None
    run(number, 'min', lambda: min(a, key=key, default='none'))
    run(number, 'max', lambda: max(a, key=key))


def case_bytes(number):
    """Coding and decoding."""
    current[0] = None
    encoding = rnd.pick(['utf-8', 'utf-8', 'ascii', 'latin-1', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-le', 'utf-8-sig', 'UTF8', 'U8', 'iso-8859-1', 'nosuch'])
    errors = rnd.pick(['strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape', 'surrogatepass', 'xmlcharrefreplace', 'namereplace', 'nosuch'])
    if rnd.chance(50) and errors != 'namereplace':
        s = text()
        run(number, '%r.encode(%r, %r)' % (s, encoding, errors), lambda: s.encode(encoding, errors))
    else:
        b = octets() + bytes([rnd.below(256) for _ in range(rnd.below(5))])
        run(number, '%r.decode(%r, %r)' % (b, encoding, errors), lambda: b.decode(encoding, errors))


KINDS = list(MAKERS) + ['str', 'str', 'str', 'bytes', 'bytearray', 'int', 'list', 'list', 'dict', 'dict', 'set', 'memoryview']
CASES = [case_method] * 10 + [case_function] * 5 + [case_operator] * 5 + [case_items] * 2 + [case_format] * 4 + [case_number_text, case_iteration, case_sort, case_bytes]


def main():
    seed, first, count = [int(a) for a in sys.argv[1:4]]
    for number in range(first, first + count):
        counter[0] = acts[0] = 0
        rnd.state = (seed * 1000003 + number * 7919) * 0x9E3779B97F4A7C15 & MASK
        rnd.pick(CASES)(number)


main()
