"""Tools for functions and callable objects: the behaviour of CPython's functools, on the native `_functools`.

Classes live for ever here, so dispatch caches keep them by plain references.
"""

from abc import get_cache_token
from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce
from _namedtuple import namedtuple

__all__ = [
    "update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache", "cmp_to_key", "lru_cache",
    "reduce", "partial", "partialmethod", "singledispatch", "singledispatchmethod", "cached_property",
]

GenericAlias = type(list[int])
_UnionType = type(int | str)
WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__")
WRAPPER_UPDATES = ("__dict__",)
_missing = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Makes a wrapper function look like the wrapped function."""
    for attr in assigned:
        try:
            value = getattr(wrapped, attr)
        except AttributeError:
            continue
        setattr(wrapper, attr, value)
    for attr in updated:
        getattr(wrapper, attr).update(getattr(wrapped, attr, {}))
    # Last, since __dict__ may have brought the wrapped function's own.
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Decorator that applies update_wrapper() to the decorated function."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# Ordering


def _derived(name, root, negated, joined):
    """The comparison `name` from `root`: `not root` or `root`, then `and self != other`, `or self == other` or nothing."""
    def method(self, other):
        result = getattr(type(self), root)(self, other)
        if result is NotImplemented:
            return result
        if negated:
            if joined == "and":
                return not result and self != other
            return (not result or self == other) if joined == "or" else not result
        if joined == "and":
            return result and self != other
        return (result or self == other) if joined == "or" else result

    method.__name__ = name
    method.__qualname__ = f"_{name.strip('_')}_from_{root.strip('_')}"
    method.__doc__ = None
    return method


_CONVERSIONS = {
    "__lt__": [("__gt__", True, "and"), ("__le__", False, "or"), ("__ge__", True, "")],
    "__le__": [("__ge__", True, "or"), ("__lt__", False, "and"), ("__gt__", True, "")],
    "__gt__": [("__lt__", True, "and"), ("__ge__", False, "or"), ("__le__", True, "")],
    "__ge__": [("__le__", True, "or"), ("__gt__", False, "and"), ("__lt__", True, "")],
}


def total_ordering(cls):
    """Class decorator that fills in missing ordering methods."""
    roots = {op for op in _CONVERSIONS if getattr(cls, op, None) is not getattr(object, op, None)}
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = max(roots)
    for name, negated, joined in _CONVERSIONS[root]:
        if name not in roots:
            setattr(cls, name, _derived(name, root, negated, joined))
    return cls


# Caches

_CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"], module="functools")


class _HashedSeq(list):
    """A list that knows the hash of its items."""

    __slots__ = "hashvalue"

    def __init__(self, tup, hash=hash):
        self[:] = tup
        self.hashvalue = hash(tup)

    def __hash__(self):
        return self.hashvalue


def _make_key(args, kwds, typed, kwd_mark=(object(),), fasttypes={int, str}, tuple=tuple, type=type, len=len):
    """The key under which a call is remembered."""
    key = args
    if kwds:
        key += kwd_mark
        for item in kwds.items():
            key += item
    if typed:
        key += tuple([type(value) for value in (*args, *kwds.values())])
    elif len(key) == 1 and type(key[0]) in fasttypes:
        return key[0]
    return _HashedSeq(key)


def lru_cache(maxsize=128, typed=False):
    """Least-recently-used cache decorator."""
    def decorating_function(user_function):
        wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _CacheInfo)
        wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
        return update_wrapper(wrapper, user_function)

    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        function, maxsize = maxsize, 128
        return decorating_function(function)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")
    return decorating_function


def cache(user_function, /):
    """Simple lightweight unbounded cache."""
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    """A property that is computed once for each instance and then kept in its `__dict__`."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                f"Cannot assign the same cached_property to two different names ({self.attrname!r} and {name!r})."
            )

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            known = instance.__dict__
        except AttributeError:
            raise TypeError(
                f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache {self.attrname!r} property."
            ) from None
        value = known.get(self.attrname, _missing)
        if value is _missing:
            value = self.func(instance)
            try:
                known[self.attrname] = value
            except TypeError:
                raise TypeError(
                    f"The '__dict__' attribute on {type(instance).__name__!r} instance does not support item assignment "
                    f"for caching {self.attrname!r} property."
                ) from None
        return value

    __class_getitem__ = classmethod(GenericAlias)


# Partial methods


class partialmethod:
    """Method descriptor with partial application of the given arguments and keywords."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        if isinstance(func, partialmethod):
            func, args, keywords = func.func, func.args + args, {**func.keywords, **keywords}
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        cls = type(self)
        shown = [repr(self.func), *map(repr, self.args), *[f"{k}={v!r}" for k, v in self.keywords.items()]]
        return f"{cls.__module__}.{cls.__qualname__}({', '.join(shown)})"

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.__partialmethod__ = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, "__get__", None)
        if get is not None and not isinstance(self.func, partial):
            bound = get(obj, cls)
            if bound is not self.func:
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass  # bound to nothing
                return result
        return self._make_unbound_method().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    __class_getitem__ = classmethod(GenericAlias)


def _unwrap_partial(func):
    while isinstance(func, partial):
        func = func.func
    return func


def _unwrap_partialmethod(func):
    previous = None
    while func is not previous:
        previous = func
        while isinstance(getattr(func, "__partialmethod__", None), partialmethod):
            func = func.__partialmethod__
        while isinstance(func, partialmethod):
            func = getattr(func, "func")
        func = _unwrap_partial(func)
    return func


# Single dispatch


def _c3_merge(sequences):
    """Merges linear orders so that each stays in order."""
    result = []
    while sequences := [s for s in sequences if s]:
        for sequence in sequences:
            head = sequence[0]
            if not any(head in other[1:] for other in sequences):
                break
        else:
            raise RuntimeError("Inconsistent hierarchy")
        result.append(head)
        for sequence in sequences:
            if sequence[0] == head:
                del sequence[0]
    return result


def _c3_mro(cls, abcs=()):
    """The MRO of a class with abstract base classes inserted that it only implements."""
    bases = list(cls.__bases__)
    # Inserted ones come after the last base that is abstract itself.
    boundary = max([i + 1 for i, base in enumerate(bases) if hasattr(base, "__abstractmethods__")], default=0)
    rest = list(abcs)
    inserted = [
        abc for abc in rest if issubclass(cls, abc) and not any(issubclass(base, abc) for base in bases)
    ]
    for abc in inserted:
        rest.remove(abc)
    parts = bases[:boundary], inserted, bases[boundary:]
    orders = [_c3_mro(base, rest) for part in parts for base in part]
    return _c3_merge([[cls], *orders, *parts])


def _compose_mro(cls, types):
    """The MRO of a class with those of the given types that it is a subclass of only by registration or by protocol."""
    bases = set(cls.__mro__)
    related = [
        t for t in types
        if t not in bases and hasattr(t, "__mro__") and not isinstance(t, GenericAlias) and issubclass(cls, t)
    ]
    # One that another one has as base comes with that.
    related = [t for t in related if not any(t != other and t in other.__mro__ for other in related)]
    known = set(related)
    inserted = []
    for t in related:
        found = [
            [s for s in sub.__mro__ if s in known] for sub in t.__subclasses__() if sub not in bases and issubclass(cls, sub)
        ]
        if not found:
            inserted.append(t)
            continue
        found.sort(key=len, reverse=True)
        for chain in found:
            inserted.extend(s for s in chain if s not in inserted)
    return _c3_mro(cls, inserted)


def _find_impl(cls, registry):
    """The best implementation for a class that has none of its own."""
    match = None
    for t in _compose_mro(cls, registry.keys()):
        if match is not None:
            own = cls.__mro__
            if t in registry and t not in own and match not in own and not issubclass(match, t):
                raise RuntimeError(f"Ambiguous dispatch: {match} or {t}")
            break
        if t in registry:
            match = t
    return registry.get(match)


def _union_args(cls):
    """The members of a union type; None for anything else."""
    if isinstance(cls, _UnionType) or repr(getattr(cls, "__origin__", None)) == "typing.Union":
        return cls.__args__
    return None


def _is_dispatch_type(cls):
    if isinstance(cls, type):
        return True
    args = _union_args(cls)
    return args is not None and all(isinstance(arg, type) for arg in args)


def _first_hint(func):
    """Name and type of the first annotated parameter."""
    hints = func.__annotations__
    if any(isinstance(hint, str) for hint in hints.values()):
        return _evaluated_first_hint(func)
    name = next(iter(hints))
    return name, type(None) if hints[name] is None else hints[name]


def _evaluated_first_hint(func):
    from typing import get_type_hints
    return next(iter(get_type_hints(func).items()))


def singledispatch(func):
    """Single-dispatch generic function decorator."""
    registry = {}
    known = {}
    cache_token = None

    def dispatch(cls):
        """The implementation for a class."""
        nonlocal cache_token
        if cache_token is not None:
            current = get_cache_token()
            if cache_token != current:
                known.clear()
                cache_token = current
        if cls in known:
            return known[cls]
        if cls in registry:
            implementation = registry[cls]
        else:
            implementation = _find_impl(cls, registry)
        known[cls] = implementation
        return implementation

    def register(cls, func=None):
        """Registers an implementation for a class."""
        nonlocal cache_token
        if _is_dispatch_type(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            if not getattr(cls, "__annotations__", {}):
                raise TypeError(
                    f"Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` or plain `@register` "
                    "on an annotated function."
                )
            func = cls
            argname, cls = _first_hint(func)
            if not _is_dispatch_type(cls):
                what = "is not a class" if _union_args(cls) is None else "not all arguments are classes"
                raise TypeError(f"Invalid annotation for {argname!r}. {cls!r} {what}.")
        for target in _union_args(cls) or (cls,):
            registry[target] = func
        if cache_token is None and hasattr(cls, "__abstractmethods__"):
            cache_token = get_cache_token()
        known.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{funcname} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    funcname = getattr(func, "__name__", "singledispatch function")
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = type(type.__dict__)(registry)
    wrapper._clear_cache = known.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    """Single-dispatch generic method descriptor."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        """Registers an implementation for a class."""
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch
        funcname = getattr(self.func, "__name__", "singledispatchmethod method")

        def _method(*args, **kwargs):
            if not args:
                raise TypeError(f"{funcname} requires at least 1 positional argument")
            return dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        update_wrapper(_method, self.func)
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
