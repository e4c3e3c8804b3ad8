"""The classes of syntax trees, made from the abstract grammar of Python 3.13, and the parser that makes such trees.

Invariant: names, fields, field types, defaults and docstrings are CPython's; `?` is a field that is None unless it is given, `*` one
that is a list, an `expr_context` is `Load()`.
"""
PyCF_ONLY_AST = 0x400
PyCF_TYPE_COMMENTS = 0x1000
PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000
PyCF_OPTIMIZED_AST = 0x8400

_GRAMMAR = """\
mod = Module(stmt* body, type_ignore* type_ignores)
    | Interactive(stmt* body)
    | Expression(expr body)
    | FunctionType(expr* argtypes, expr returns)
stmt = FunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params)
    | AsyncFunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params)
    | ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list, type_param* type_params)
    | Return(expr? value)
    | Delete(expr* targets)
    | Assign(expr* targets, expr value, string? type_comment)
    | TypeAlias(expr name, type_param* type_params, expr value)
    | AugAssign(expr target, operator op, expr value)
    | AnnAssign(expr target, expr annotation, expr? value, int simple)
    | For(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
    | AsyncFor(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
    | While(expr test, stmt* body, stmt* orelse)
    | If(expr test, stmt* body, stmt* orelse)
    | With(withitem* items, stmt* body, string? type_comment)
    | AsyncWith(withitem* items, stmt* body, string? type_comment)
    | Match(expr subject, match_case* cases)
    | Raise(expr? exc, expr? cause)
    | Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
    | TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
    | Assert(expr test, expr? msg)
    | Import(alias* names)
    | ImportFrom(identifier? module, alias* names, int? level)
    | Global(identifier* names)
    | Nonlocal(identifier* names)
    | Expr(expr value)
    | Pass
    | Break
    | Continue
expr = BoolOp(boolop op, expr* values)
    | NamedExpr(expr target, expr value)
    | BinOp(expr left, operator op, expr right)
    | UnaryOp(unaryop op, expr operand)
    | Lambda(arguments args, expr body)
    | IfExp(expr test, expr body, expr orelse)
    | Dict(expr* keys, expr* values)
    | Set(expr* elts)
    | ListComp(expr elt, comprehension* generators)
    | SetComp(expr elt, comprehension* generators)
    | DictComp(expr key, expr value, comprehension* generators)
    | GeneratorExp(expr elt, comprehension* generators)
    | Await(expr value)
    | Yield(expr? value)
    | YieldFrom(expr value)
    | Compare(expr left, cmpop* ops, expr* comparators)
    | Call(expr func, expr* args, keyword* keywords)
    | FormattedValue(expr value, int conversion, expr? format_spec)
    | JoinedStr(expr* values)
    | Constant(constant value, string? kind)
    | Attribute(expr value, identifier attr, expr_context ctx)
    | Subscript(expr value, expr slice, expr_context ctx)
    | Starred(expr value, expr_context ctx)
    | Name(identifier id, expr_context ctx)
    | List(expr* elts, expr_context ctx)
    | Tuple(expr* elts, expr_context ctx)
    | Slice(expr? lower, expr? upper, expr? step)
expr_context = Load | Store | Del
boolop = And | Or
operator = Add | Sub | Mult | MatMult | Div | Mod | Pow | LShift | RShift | BitOr | BitXor | BitAnd | FloorDiv
unaryop = Invert | Not | UAdd | USub
cmpop = Eq | NotEq | Lt | LtE | Gt | GtE | Is | IsNot | In | NotIn
comprehension(expr target, expr iter, expr* ifs, int is_async)
excepthandler = ExceptHandler(expr? type, identifier? name, stmt* body)
arguments(arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr* kw_defaults, arg? kwarg, expr* defaults)
arg(identifier arg, expr? annotation, string? type_comment)
keyword(identifier? arg, expr value)
alias(identifier name, identifier? asname)
withitem(expr context_expr, expr? optional_vars)
match_case(pattern pattern, expr? guard, stmt* body)
pattern = MatchValue(expr value)
    | MatchSingleton(constant value)
    | MatchSequence(pattern* patterns)
    | MatchMapping(expr* keys, pattern* patterns, identifier? rest)
    | MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns)
    | MatchStar(identifier? name)
    | MatchAs(pattern? pattern, identifier? name)
    | MatchOr(pattern* patterns)
type_ignore = TypeIgnore(int lineno, string tag)
type_param = TypeVar(identifier name, expr? bound, expr? default_value)
    | ParamSpec(identifier name, expr? default_value)
    | TypeVarTuple(identifier name, expr? default_value)
"""

_PLACES = ('lineno', 'col_offset', 'end_lineno', 'end_col_offset')
# What has a place in the text; the sums hand it down.
_PLACED = frozenset(('stmt', 'expr', 'excepthandler', 'arg', 'keyword', 'alias', 'pattern', 'type_param'))


def _warn(message):
    import warnings
    warnings.warn(message, DeprecationWarning, stacklevel=3)


class AST:
    __module__ = 'ast'
    _fields = ()
    _attributes = ()
    __match_args__ = ()

    def __init__(self, /, *args, **kwargs):
        cls = type(self)
        fields = self._fields
        if len(args) > len(fields):
            raise TypeError('%.400s constructor takes at most %d positional argument%s' % (
                cls.__name__, len(fields), '' if len(fields) == 1 else 's'))
        given = self.__dict__
        place = 0
        for value in args:
            given[fields[place]] = value
            place += 1
        for name, value in kwargs.items():
            if name in fields:
                if name in fields[:place]:
                    raise TypeError('%.400s got multiple values for argument %r' % (cls.__name__, name))
            elif name not in self._attributes:
                _warn('%.400s.__init__ got an unexpected keyword argument %r. Support for arbitrary keyword arguments is '
                      'deprecated and will be removed in Python 3.15.' % (cls.__name__, name))
            setattr(self, name, value)
        if place + len(kwargs) >= len(fields) and all(name in given for name in fields):
            return
        types = getattr(cls, '_field_types', None)
        if types is None:
            return
        for name in fields[place:]:
            if name in kwargs:
                continue
            kind = types.get(name)
            if kind is None:
                _warn('Field %r is missing from %.400s._field_types. This will become an error in Python 3.15.' % (
                    name, cls.__name__))
            elif kind is expr_context:
                setattr(self, name, Load())
            elif isinstance(kind, _List):
                setattr(self, name, [])
            elif not isinstance(kind, _Optional):
                _warn('%.400s.__init__ missing 1 required positional argument: %r. This will become an error in Python 3.15.' % (
                    cls.__name__, name))

    def __reduce__(self):
        state = dict(self.__dict__)
        values = []
        for name in self._fields:
            if name not in state:
                break
            values.append(state.pop(name))
        return type(self), tuple(values), state


_List, _Optional = type(list[int]), type(int | None)


def _field_kinds(text):
    """{name: type} of the fields in parentheses."""
    kinds = {}
    for part in text.split(', '):
        kind, name = part.split(' ')
        base = kind.rstrip('?*')
        found = {'identifier': str, 'string': str, 'int': int, 'constant': object}.get(base) or globals()[base]
        kinds[name] = found | None if kind[-1] == '?' else list[found] if kind[-1] == '*' else found
    return kinds


def _make(name, base, doc):
    cls = type(name, (base,), {'__module__': 'ast', '__doc__': doc, '_fields': (), '__match_args__': ()})
    globals()[name] = cls
    if name in _PLACED:
        cls._attributes = _PLACES
        if name not in ('pattern', 'type_param'):
            cls.end_lineno = cls.end_col_offset = None
    return cls


def _complete(cls):
    """Adds fields and their types, when all classes are there."""
    _, _, fields = cls.__doc__.partition('(')
    cls._field_types = kinds = _field_kinds(fields[:-1]) if fields else {}
    cls._fields = cls.__match_args__ = tuple(kinds)
    cls.__annotations__ = kinds
    for name, kind in kinds.items():
        if isinstance(kind, _Optional):
            setattr(cls, name, None)


def _build():
    concrete, sum_, made = [], None, []
    for line in _GRAMMAR.splitlines():
        head, _, rest = line.partition(' = ')
        if rest:
            sum_ = head
            made.append([head, [line]])
            choices = rest.split(' | ')
        elif line.startswith('    | '):
            choices = [line[6:]]
            made[-1][1].append(' ' * (len(sum_) + 1) + line[4:])
        else:
            concrete.append(_make(line.partition('(')[0], AST, line))
            continue
        for choice in choices:
            concrete.append((sum_, choice))
    for name, lines in made:
        _make(name, AST, '\n'.join(lines))
    for entry in concrete:
        if isinstance(entry, tuple):
            sum_, choice = entry
            entry = _make(choice.partition('(')[0], globals()[sum_], choice)
        _waiting.append(entry)
    for cls in _waiting:
        _complete(cls)


_waiting = []
_build()
del _waiting

# It needs the classes.
import _pyast
