"""Type expressions of `typing`: forms such as Union, aliases such as List[int], forward references, type parameters.

The rules are CPython's; `typing` offers the names. What costs to import (`collections.abc`, `re`, …) is imported when an alias
is used whose name the program mentions. The runtime calls `_subs_parameters`, `_generic_class_getitem` and the like from here.
"""

import sys
from _typing_expression import evaluate, parse


def _parameters[_T, **_P, *_Ts](): ...


type _Number = int


class _WithParameter[_T]: ...


TypeVar, ParamSpec, TypeVarTuple = map(type, _parameters.__type_params__)
TypeAliasType = type(_Number)
Generic = _WithParameter.__mro__[1]
ParamSpecArgs = type(_parameters.__type_params__[1].args)
ParamSpecKwargs = type(_parameters.__type_params__[1].kwargs)
NoDefault = _parameters.__type_params__[0].__default__
GenericAlias = type(list[int])
UnionType = type(int | str)
NoneType = type(None)
FunctionType = type(_parameters)
_missing = object()
_cleanups = []


def _tp_cache(function=None, /, *, typed=False):
    """Remembers results by arguments, as many as `functools.lru_cache` does; unhashable arguments are not remembered."""
    if function is None:
        return lambda f: _tp_cache(f, typed=typed)
    known = {}
    _cleanups.append(known.clear)

    def inner(*args):
        key = (args, *map(type, args)) if typed else args
        try:
            if key in known:
                return known[key]
        except TypeError:
            return function(*args)
        value = function(*args)
        if len(known) >= 128:
            del known[next(iter(known))]
        known[key] = value
        return value

    inner.__name__ = function.__name__
    inner.__qualname__ = function.__qualname__
    inner.__doc__ = function.__doc__
    inner.__wrapped__ = function
    return inner


def _is_dunder(name):
    return name.startswith("__") and name.endswith("__")


def _type_repr(value):
    if isinstance(value, type):
        return value.__qualname__ if value.__module__ == "builtins" else f"{value.__module__}.{value.__qualname__}"
    if value is ...:
        return "..."
    if isinstance(value, FunctionType):
        return value.__name__
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_type_repr, value)) + "]"
    return repr(value)


# Checks


def _type_convert(arg, module=None, *, allow_special_forms=False):
    if arg is None:
        return NoneType
    if isinstance(arg, str):
        return ForwardRef(arg, module=module, is_class=allow_special_forms)
    return arg


def _is_among(value, forms):
    """`value in forms` by equality, as the checks ask."""
    return value in forms


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False):
    """The type that an argument stands for; TypeError if it cannot be one."""
    arg = _type_convert(arg, module, allow_special_forms=allow_special_forms)
    if isinstance(arg, type) and arg is not Generic and arg is not _late.get("Protocol"):
        return arg
    protocol = _late.get("Protocol", Generic)
    if isinstance(arg, _GenericAlias):
        bad = [Generic, protocol]
        if not allow_special_forms:
            bad.append(ClassVar)
            if is_argument:
                bad.append(Final)
        if arg.__origin__ in bad:
            raise TypeError(f"{arg} is not valid as type argument")
    if isinstance(arg, _SpecialForm):
        if arg in (LiteralString, NoReturn, Never, Self, TypeAlias) or allow_special_forms and arg in (ClassVar, Final):
            return arg
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if arg is Generic or arg is protocol:
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if type(arg) is tuple:
        raise TypeError(f"{msg} Got {arg!r:.100}.")
    return arg


def _is_param_expr(arg):
    return arg is ... or isinstance(arg, (tuple, list, ParamSpec, _ConcatenateGenericAlias))


def _is_callable_origin(origin):
    return isinstance(origin, type) and origin.__module__ == "collections.abc" and origin.__name__ == "Callable"


def _should_unflatten_callable_args(alias, args):
    return _is_callable_origin(alias.__origin__) and not (len(args) == 2 and _is_param_expr(args[0]))


def _is_unpacked_typevartuple(value):
    return not isinstance(value, type) and getattr(value, "__typing_is_unpacked_typevartuple__", False)


def _is_typevar_like(value):
    return isinstance(value, (TypeVar, ParamSpec)) or _is_unpacked_typevartuple(value)


def _collect_type_parameters(args, *, enforce_default_ordering=True):
    """The type parameters in the arguments, in order of first appearance."""
    found = []
    default_seen = tuple_seen = False

    def add(parameters):
        for parameter in parameters:
            if parameter not in found:
                found.append(parameter)

    for arg in args:
        if isinstance(arg, type):
            continue
        if isinstance(arg, tuple):
            for item in arg:
                add(_collect_type_parameters([item]))
        elif hasattr(arg, "__typing_subst__"):
            if arg in found:
                continue
            if enforce_default_ordering:
                if tuple_seen and arg.has_default():
                    raise TypeError("Type parameter with a default follows TypeVarTuple")
                if arg.has_default():
                    default_seen = True
                elif default_seen:
                    raise TypeError(f"Type parameter {arg!r} without a default follows type parameter with a default")
            found.append(arg)
        else:
            if _is_unpacked_typevartuple(arg):
                tuple_seen = True
            add(getattr(arg, "__parameters__", ()))
    return tuple(found)


def _check_generic_specialization(cls, arguments):
    """Are there as many arguments as the class has parameters, defaults counted?"""
    expected = len(cls.__parameters__)
    if not expected:
        raise TypeError(f"{cls} is not a generic class")
    actual = len(arguments)
    if actual == expected:
        return
    shown = expected
    if actual < expected:
        if cls.__parameters__[actual].has_default():
            return
        expected -= sum(p.has_default() for p in cls.__parameters__)
        shown = f"at least {expected}"
    many = "many" if actual > expected else "few"
    raise TypeError(f"Too {many} arguments for {cls}; actual {actual}, expected {shown}")


def _unpack_args(*args):
    result = []
    for arg in args:
        inner = getattr(arg, "__typing_unpacked_tuple_args__", None)
        if inner is None or inner and inner[-1] is ...:
            result.append(arg)
        else:
            result.extend(inner)
    return result


def _without_duplicates(values):
    try:
        return list(dict.fromkeys(values))
    except TypeError:
        result = []
        for value in values:
            if value not in result:
                result.append(value)
        return result


def _flat(parameters, kinds):
    result = []
    for parameter in parameters:
        if isinstance(parameter, kinds):
            result.extend(parameter.__args__)
        else:
            result.append(parameter)
    return result


# Type parameters: the runtime calls these for `T.__typing_subst__` and the like


def _typevar_subst(self, arg):
    arg = _type_check(arg, "Parameters to generic types must be types.", is_argument=True)
    if isinstance(arg, _GenericAlias) and arg.__origin__ is Unpack or (
        isinstance(arg, GenericAlias) and getattr(arg, "__unpacked__", False)
    ):
        raise TypeError(f"{arg} is not valid as type argument")
    return arg


def _typevar_prepare_subst(self, alias, args):
    index = alias.__parameters__.index(self)
    if index < len(args):
        return args
    if index == len(args) and self.has_default():
        return [*args, self.__default__]
    raise TypeError(f"Too few arguments for {alias}; actual {len(args)}, expected at least {index + 1}")


def _typevartuple_subst(self, arg):
    raise TypeError("Substitution of bare TypeVarTuple is not supported")


def _typevartuple_iter(self):
    return iter((Unpack[self],))


def _typevartuple_prepare_subst(self, alias, args):
    """Gathers what falls to the TypeVarTuple into one argument, a tuple or list."""
    parameters = alias.__parameters__
    place = parameters.index(self)
    for other in parameters[place + 1:]:
        if isinstance(other, TypeVarTuple):
            raise TypeError(f"More than one TypeVarTuple parameter in {alias}")
    given, wanted = len(args), len(parameters)
    left, right = place, wanted - place - 1
    open_at = filler = None
    for k, arg in enumerate(args):
        inner = None if isinstance(arg, type) else getattr(arg, "__typing_unpacked_tuple_args__", None)
        if inner and len(inner) == 2 and inner[-1] is ...:
            if open_at is not None:
                raise TypeError("More than one unpacked arbitrary-length tuple argument")
            open_at, filler = k, inner[0]
    if open_at is not None:
        left = min(left, open_at)
        right = min(right, given - open_at - 1)
    elif left + right > given:
        raise TypeError(f"Too few arguments for {alias}; actual {given}, expected at least {wanted - 1}")
    if left == given - right and self.has_default():
        middle = _unpack_args(self.__default__)
    else:
        middle = args[left:given - right]
    before = [filler] * (place - left)
    after = [filler] * (wanted - right - left - place - 1)
    return (*args[:left], *before, middle, *after, *args[given - right:])


def _paramspec_subst(self, arg):
    if isinstance(arg, (list, tuple)):
        return tuple([_type_check(a, "Expected a type.") for a in arg])
    if not _is_param_expr(arg):
        raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}")
    return arg


def _paramspec_prepare_subst(self, alias, args):
    parameters = alias.__parameters__
    index = parameters.index(self)
    if index == len(args) and self.has_default():
        args = [*args, self.__default__]
    if index >= len(args):
        raise TypeError(f"Too few arguments for {alias}")
    if len(parameters) == 1 and not _is_param_expr(args[0]):
        # C[int, str] stands for C[[int, str]].
        return (args,)
    if isinstance(args[index], list):
        return (*args[:index], tuple(args[index]), *args[index + 1:])
    return args


def _subs_parameters(alias, args, parameters, item):
    """The arguments of `alias[item]` for a builtin alias such as `list[T]`."""
    if not parameters:
        raise TypeError(f"{alias!r} is not a generic class")
    item = _unpack_args(*item) if isinstance(item, tuple) else _unpack_args(item)
    for parameter in parameters:
        prepare = getattr(parameter, "__typing_prepare_subst__", None)
        if prepare is not None:
            item = prepare(alias, tuple(item))
    if len(item) != len(parameters):
        many = "many" if len(item) > len(parameters) else "few"
        raise TypeError(f"Too {many} arguments for {alias!r}; actual {len(item)}, expected {len(parameters)}")
    return tuple(_substituted(args, dict(zip(parameters, item)), False))


def _substituted(args, values, flatten_tuples):
    result = []
    for old in args:
        if isinstance(old, type):
            result.append(old)
            continue
        substitute = getattr(old, "__typing_subst__", None)
        if substitute:
            new = substitute(values[old])
        else:
            new = old
            inner = getattr(old, "__parameters__", ())
            if inner and not isinstance(old, tuple):
                chosen = []
                for parameter in inner:
                    if isinstance(parameter, TypeVarTuple):
                        chosen.extend(values[parameter])
                    else:
                        chosen.append(values[parameter])
                new = old[tuple(chosen)]
        if flatten_tuples and isinstance(new, tuple) or _is_unpacked_typevartuple(old):
            result.extend(new)
        elif isinstance(old, tuple):
            result.append(tuple(_substituted(old, values, flatten_tuples)))
        else:
            result.append(new)
    return result


# Generic: the runtime calls these for its class


@_tp_cache
def _generic_class_getitem(cls, args):
    if not isinstance(args, tuple):
        args = (args,)
    args = tuple([_type_convert(p) for p in args])
    if cls is Generic or cls is _late.get("Protocol"):
        if not args:
            raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
        if not all(map(_is_typevar_like, args)):
            raise TypeError(
                f"Parameters to {cls.__name__}[...] must all be type variables or parameter specification variables."
            )
        if len(set(args)) != len(args):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
    else:
        for parameter in cls.__parameters__:
            prepare = getattr(parameter, "__typing_prepare_subst__", None)
            if prepare is not None:
                args = prepare(cls, args)
        _check_generic_specialization(cls, args)
        new_args = []
        for parameter, arg in zip(cls.__parameters__, args):
            if isinstance(parameter, TypeVarTuple):
                new_args.extend(arg)
            else:
                new_args.append(arg)
        args = tuple(new_args)
    return _GenericAlias(cls, args)


def _subscript_generic(parameters):
    """`Generic[…]` for the parameters of `class C[…]`."""
    unpacked = [Unpack[p] if isinstance(p, TypeVarTuple) else p for p in parameters]
    return _GenericAlias(Generic, tuple(unpacked))


def _generic_init_subclass(cls, *args, **kwargs):
    super(Generic, cls).__init_subclass__(*args, **kwargs)
    own = "__orig_bases__" in cls.__dict__
    if own:
        plain = Generic in cls.__orig_bases__
    else:
        plain = Generic in cls.__bases__ and cls.__name__ != "Protocol" and type(cls) is not _late.get("_TypedDictMeta")
    if plain:
        raise TypeError("Cannot inherit from plain Generic")
    variables = ()
    if own:
        variables = _collect_type_parameters(cls.__orig_bases__)
        listed = None
        for base in cls.__orig_bases__:
            if isinstance(base, _GenericAlias) and base.__origin__ is Generic:
                if listed is not None:
                    raise TypeError("Cannot inherit from Generic[...] multiple times.")
                listed = base.__parameters__
        if listed is not None:
            if not set(variables) <= set(listed):
                absent = ", ".join(str(t) for t in variables if t not in listed)
                there = ", ".join(map(str, listed))
                raise TypeError(f"Some type variables ({absent}) are not listed in Generic[{there}]")
            variables = listed
    cls.__parameters__ = tuple(variables)


# Forms


class _Final:
    __slots__ = ("__weakref__",)

    def __init_subclass__(cls, /, *args, **kwds):
        if "_root" not in kwds:
            raise TypeError("Cannot subclass special typing classes")


class _NotIterable:
    __slots__ = ()
    __iter__ = None


class _Unionable:
    __slots__ = ()

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]


class _SpecialForm(_Final, _NotIterable, _Unionable, _root=True):
    __slots__ = ("_name", "__doc__", "_getitem")

    def __init__(self, getitem):
        self._getitem = getitem
        self._name = getitem.__name__
        self.__doc__ = getitem.__doc__

    def __getattr__(self, item):
        if item in ("__name__", "__qualname__"):
            return self._name
        raise AttributeError(item)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    @_tp_cache
    def __getitem__(self, parameters):
        return self._getitem(self, parameters)


class _TypedCacheSpecialForm(_SpecialForm, _root=True):
    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        return self._getitem(self, *parameters)


def _not_subscriptable(self, parameters):
    raise TypeError(f"{self} is not subscriptable")


def _plain_form(name, doc):
    def getitem(self, parameters):
        return _not_subscriptable(self, parameters)

    getitem.__name__ = name
    getitem.__doc__ = doc
    return _SpecialForm(getitem)


NoReturn = _plain_form("NoReturn", "Says that a function never returns.")
Never = _plain_form("Never", "The type that has no members.")
Self = _plain_form("Self", "The enclosed class.")
LiteralString = _plain_form("LiteralString", "Any literal string.")
TypeAlias = _plain_form("TypeAlias", "Marks an assignment as a type alias.")


def _single_form(name, doc, *, special=False):
    """A form that takes one type."""
    short = name in {"Required", "NotRequired", "ReadOnly", ""}

    def getitem(self, parameters):
        text = f"{self._name} accepts only a single type." if short else f"{self} accepts only single type."
        return _GenericAlias(self, (_type_check(parameters, text, allow_special_forms=special),))

    getitem.__name__ = name
    getitem.__doc__ = doc
    return _SpecialForm(getitem)


ClassVar = _single_form("ClassVar", "Marks class variables.", special=True)
Final = _single_form("Final", "Says that a name must not be assigned again.", special=True)
TypeGuard = _single_form("TypeGuard", "The result of a user-defined type predicate.")
TypeIs = _single_form("TypeIs", "The result of a user-defined type predicate that narrows both ways.")
Required = _single_form("Required", "Marks a key of a TypedDict as required.")
NotRequired = _single_form("NotRequired", "Marks a key of a TypedDict as not required.")
ReadOnly = _single_form("ReadOnly", "Marks a key of a TypedDict as read-only.")


@_SpecialForm
def Union(self, parameters):
    """Union type; Union[X, Y] means either X or Y."""
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    parameters = [_type_check(p, "Union[arg, ...]: each arg must be a type.") for p in parameters]
    parameters = tuple(_without_duplicates(_flat(parameters, (_UnionGenericAlias, UnionType))))
    if len(parameters) == 1:
        return parameters[0]
    if len(parameters) == 2 and NoneType in parameters:
        return _UnionGenericAlias(self, parameters, name="Optional")
    return _UnionGenericAlias(self, parameters)


@_SpecialForm
def Optional(self, parameters):
    """Optional[X] is equivalent to Union[X, None]."""
    return Union[_type_check(parameters, f"{self} requires a single type."), NoneType]


@_TypedCacheSpecialForm
@_tp_cache(typed=True)
def Literal(self, *parameters):
    """Says which literal values a variable may have."""
    parameters = _flat(parameters, _LiteralGenericAlias)
    try:
        parameters = [value for value, _ in dict.fromkeys(_value_and_type(parameters))]
    except TypeError:
        pass  # unhashable values are kept as they are
    return _LiteralGenericAlias(self, tuple(parameters))


@_SpecialForm
def Concatenate(self, parameters):
    """A ParamSpec with more parameters before it, in Callable."""
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    if not (parameters[-1] is ... or isinstance(parameters[-1], ParamSpec)):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    checked = [_type_check(p, "Concatenate[arg, ...]: each arg must be a type.") for p in parameters[:-1]]
    return _ConcatenateGenericAlias(self, (*checked, parameters[-1]))


@_SpecialForm
def Unpack(self, parameters):
    """Takes the types out of a tuple type or a TypeVarTuple."""
    item = _type_check(parameters, f"{self} accepts only single type.")
    return _UnpackGenericAlias(origin=self, args=(item,))


@_TypedCacheSpecialForm
@_tp_cache(typed=True)
def Annotated(self, *params):
    """Adds metadata to a type."""
    if len(params) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    if _is_unpacked_typevartuple(params[0]):
        raise TypeError("Annotated[...] should not be used with an unpacked TypeVarTuple")
    origin = _type_check(params[0], "Annotated[t, ...]: t must be a type.", allow_special_forms=True)
    return _AnnotatedAlias(origin, tuple(params[1:]))


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """An unconstrained type."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


class ForwardRef(_Final, _Unionable, _root=True):
    """A type named by a string."""

    __slots__ = (
        "__forward_arg__", "__forward_code__", "__forward_evaluated__", "__forward_value__", "__forward_is_argument__",
        "__forward_is_class__", "__forward_module__",
    )

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        try:
            self.__forward_code__ = parse(arg)
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}")
        self.__forward_arg__ = arg
        self.__forward_evaluated__ = False
        self.__forward_value__ = None
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_module__ = module

    def _evaluate(self, globalns, localns, type_params=_missing, *, recursive_guard):
        if type_params is _missing:
            _warn_no_type_params("typing.ForwardRef._evaluate")
            type_params = ()
        if self.__forward_arg__ in recursive_guard:
            return self
        if self.__forward_evaluated__ and localns is globalns:
            return self.__forward_value__
        if globalns is None and localns is None:
            globalns = localns = {}
        elif globalns is None:
            globalns = localns
        elif localns is None:
            localns = globalns
        if self.__forward_module__ is not None:
            globalns = getattr(sys.modules.get(self.__forward_module__), "__dict__", globalns)
        if type_params:
            globalns, localns = dict(globalns), dict(localns)
            for parameter in type_params:
                name = parameter.__name__
                if not self.__forward_is_class__ or name not in globalns:
                    globalns[name] = parameter
                    localns.pop(name, None)
        value = _type_check(
            evaluate(self.__forward_code__, globalns, localns), "Forward references must evaluate to types.",
            is_argument=self.__forward_is_argument__, allow_special_forms=self.__forward_is_class__,
        )
        guard = recursive_guard | {self.__forward_arg__}
        self.__forward_value__ = _eval_type(value, globalns, localns, type_params, recursive_guard=guard)
        self.__forward_evaluated__ = True
        return self.__forward_value__

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        if self.__forward_arg__ != other.__forward_arg__:
            return False
        if self.__forward_evaluated__ and other.__forward_evaluated__:
            return self.__forward_value__ == other.__forward_value__
        return self.__forward_module__ == other.__forward_module__

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __repr__(self):
        module = self.__forward_module__
        return f"ForwardRef({self.__forward_arg__!r}{'' if module is None else f', module={module!r}'})"


def _warn_no_type_params(function):
    import warnings

    warnings.warn(
        f"Failing to pass a value to the 'type_params' parameter of {function!r} is deprecated, as it leads to incorrect "
        f"behaviour when calling {function} on a stringified annotation that references a PEP 695 type parameter. "
        "It will be disallowed in Python 3.15.", category=DeprecationWarning, stacklevel=3,
    )


def _eval_type(t, globalns, localns, type_params=_missing, *, recursive_guard=frozenset()):
    """Evaluates the forward references in a type."""
    if type_params is _missing:
        _warn_no_type_params("typing._eval_type")
        type_params = ()
    if isinstance(t, ForwardRef):
        return t._evaluate(globalns, localns, type_params, recursive_guard=recursive_guard)
    if not isinstance(t, (_GenericAlias, GenericAlias, UnionType)):
        return t
    if isinstance(t, GenericAlias):
        args = tuple([ForwardRef(arg) if isinstance(arg, str) else arg for arg in t.__args__])
        unpacked = t.__unpacked__
        if _should_unflatten_callable_args(t, args):
            t = t.__origin__[args[:-1], args[-1]]
        else:
            t = t.__origin__[args]
        if unpacked:
            t = Unpack[t]
    done = tuple([_eval_type(a, globalns, localns, type_params, recursive_guard=recursive_guard) for a in t.__args__])
    return t if done == t.__args__ else _with_args(t, done)


def _with_args(t, args):
    """The alias or union with other arguments."""
    if isinstance(t, GenericAlias):
        return GenericAlias(t.__origin__, args)
    if isinstance(t, UnionType):
        result = args[0]
        for arg in args[1:]:
            result = result | arg
        return result
    return t.copy_with(args)


#: What later modules of the package define and the checks here need.
_late = {}

from _typing_aliases import (
    _AnnotatedAlias, _BaseGenericAlias, _CallableGenericAlias, _CallableType, _ConcatenateGenericAlias, _GenericAlias,
    _LiteralGenericAlias, _SpecialGenericAlias, _TupleType, _UnionGenericAlias, _UnpackGenericAlias, _value_and_type,
)
