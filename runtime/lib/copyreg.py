"""Functions that take objects apart for `pickle` and `copy`, and the registries of `pickle`: the behaviour of CPython's copyreg.

`object.__reduce_ex__` of the runtime ends here (`_object_reduce_ex`); what CPython's builtin classes define as `__reduce__` stands in the
table `_RULES`, which is asked for the nearest class of the MRO. An object that neither a rule nor its Python class describes raises
TypeError.
"""

__all__ = ["pickle", "constructor", "add_extension", "remove_extension", "clear_extension_cache"]
import sys

dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    if not callable(pickle_function):
        raise TypeError("reduction functions must be callable")
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    if not callable(object):
        raise TypeError("constructors must be callable")


# Putting together


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    """Used by pickle protocol 4, instead of __newobj__ to allow classes with keyword-only arguments to be pickled correctly."""
    return cls.__new__(cls, *args, **kwargs)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    obj = base.__new__(cls, state)
    if base.__init__ != object.__init__:
        base.__init__(obj, state)
    return obj


# Taking apart

_HEAPTYPE = 1 << 9


def _shown(cls):
    """A class as C code names it."""
    return cls.__name__ if cls.__module__ == "builtins" or cls.__flags__ & _HEAPTYPE else f"{cls.__module__}.{cls.__name__}"


def _unpicklable(cls):
    return TypeError(f"cannot pickle {_shown(cls)!r} object")


def _object_reduce_ex(self, protocol):
    """`object.__reduce_ex__(self, protocol)`."""
    cls = type(self)
    if cls.__reduce__ is not object.__reduce__:
        return self.__reduce__()
    return _object_reduce(self, protocol)


def _object_reduce(self, protocol=0):
    """`object.__reduce_ex__`, for a class that does not define `__reduce__`."""
    cls = type(self)
    plain = True
    for base in cls.__mro__:
        if base.__flags__ & _HEAPTYPE:
            continue
        rule = _RULES.get(base)
        if rule is None:
            rule = _NAMED_RULES.get((base.__module__, base.__name__))
        if rule is not None:
            return rule(self, cls, protocol)
        plain = plain and base in _PLAIN
    if not plain:
        raise _unpicklable(cls)
    return _reduce_newobj(self, cls) if protocol >= 2 else _reduce_ex(self, protocol)


def _reduce_newobj(self, cls):
    args, kwargs = _new_arguments(self, cls)
    state = self.__getstate__()
    listitems = iter(self) if isinstance(self, list) else None
    dictitems = iter(self.items()) if isinstance(self, dict) else None
    if kwargs:
        return __newobj_ex__, (cls, args, kwargs), state, listitems, dictitems
    return __newobj__, (cls, *args), state, listitems, dictitems


def _new_arguments(self, cls):
    """(args, kwargs) for `__new__`, from `__getnewargs_ex__`, `__getnewargs__` or the value of a builtin class."""
    method = getattr(cls, "__getnewargs_ex__", None)
    if method is not None:
        result = method(self)
        if not isinstance(result, tuple):
            raise TypeError(f"__getnewargs_ex__ should return a tuple, not '{type(result).__name__}'")
        if len(result) != 2:
            raise ValueError(f"__getnewargs_ex__ should return a tuple of length 2, not {len(result)}")
        args, kwargs = result
        if not isinstance(args, tuple):
            raise TypeError("first item of the tuple returned by __getnewargs_ex__ must be a tuple, "
                            f"not '{type(args).__name__}'")
        if not isinstance(kwargs, dict):
            raise TypeError("second item of the tuple returned by __getnewargs_ex__ must be a dict, "
                            f"not '{type(kwargs).__name__}'")
        return args, kwargs
    method = getattr(cls, "__getnewargs__", None)
    if method is not None:
        result = method(self)
        if not isinstance(result, tuple):
            raise TypeError(f"__getnewargs__ should return a tuple, not '{type(result).__name__}'")
        return result, None
    return (), None


def _reduce_ex(self, proto):
    """The form of protocols 0 and 1."""
    assert proto < 2
    cls = self.__class__
    for base in cls.__mro__:
        if hasattr(base, "__flags__") and not base.__flags__ & _HEAPTYPE:
            break
    else:
        base = object
    if base is object:
        state = None
    else:
        if base is cls:
            raise TypeError(f"cannot pickle {cls.__name__!r} object")
        state = base(self)
    args = (cls, base, state)
    if getattr(self, "__slots__", None) and type(self).__getstate__ is object.__getstate__:
        raise TypeError("a class that defines __slots__ without defining __getstate__ cannot be pickled")
    dict = self.__getstate__()
    return (_reconstructor, args, dict) if dict else (_reconstructor, args)


def _slotnames(cls):
    """The names of the slots of a class and its bases, mangled."""
    names = cls.__dict__.get("__slotnames__")
    if names is not None:
        return names
    names = []
    if hasattr(cls, "__slots__"):
        for c in cls.__mro__:
            slots = c.__dict__.get("__slots__", ())
            for name in (slots,) if isinstance(slots, str) else slots:
                if name in ("__dict__", "__weakref__"):
                    continue
                if name.startswith("__") and not name.endswith("__"):
                    stripped = c.__name__.lstrip("_")
                    names.append(f"_{stripped}{name}" if stripped else name)
                else:
                    names.append(name)
    try:
        cls.__slotnames__ = names
    except:  # noqa: E722  (as CPython: a class may refuse)
        pass
    return names


# What the builtin classes say of themselves.


def _exception(self, cls, protocol):
    args = self.args
    state = self.__dict__ or None
    if isinstance(self, OSError):
        if len(args) == 2 and self.filename is not None:
            args = (*args, self.filename) if self.filename2 is None else (*args, self.filename, None, self.filename2)
    elif isinstance(self, ImportError):
        extra = {name: getattr(self, name) for name in ("name", "path", "name_from") if getattr(self, name, None) is not None}
        state = {**self.__dict__, **extra} or None
    elif isinstance(self, AttributeError):
        state = dict(self.__dict__)
        if self.name is not None:
            state["name"] = self.name
        state["args"] = args
    return (cls, args) if state is None else (cls, args, state)


def _text_or_bytes(self, cls, protocol):
    if protocol < 3:
        return (cls, (self.decode("latin-1"), "latin-1"), self.__getstate__()) if self else (cls, (), self.__getstate__())
    return (cls, (bytes(self),), self.__getstate__()) if self else (cls, (), self.__getstate__())


def _ordered_dict(self, cls, protocol):
    return cls, (), self.__getstate__(), None, iter(self.items())


def _default_dict(self, cls, protocol):
    args = () if self.default_factory is None else (self.default_factory,)
    return cls, args, None, None, iter(self.items())


def _deque(self, cls, protocol):
    args = () if self.maxlen is None else ((), self.maxlen)
    return cls, args, self.__getstate__(), iter(self)


def _array(self, cls, protocol):
    return cls, (self.typecode, self.tolist()), self.__getstate__()


def _method(self, cls, protocol):
    owner = self.__self__
    if owner is None or type(owner) is type(sys):
        return self.__name__
    return getattr, (owner, self.__name__)


def _struct_sequence(self, cls, protocol):
    hidden = [name for name in dir(cls) if type(getattr(cls, name)) is _member and name not in cls.__match_args__]
    return cls, (tuple(self), {name: getattr(self, name) for name in hidden})


def _stream(self, cls, protocol):
    raise TypeError(f"cannot pickle '{cls.__name__}' instances")


def _memoryview(self, cls, protocol):
    raise TypeError("cannot pickle memoryview objects")


_member = type(BaseException.__dict__["args"])
#: Builtin classes without a rule that are taken apart like a class of Python code.
_PLAIN = frozenset({object, int, bool, float, complex, str, bytes, tuple, list, dict, type(None)})
_RULES = {
    BaseException: _exception,
    set: lambda self, cls, protocol: (cls, (list(self),), self.__getstate__()),
    frozenset: lambda self, cls, protocol: (cls, (list(self),), self.__getstate__()),
    bytearray: _text_or_bytes,
    range: lambda self, cls, protocol: (cls, (self.start, self.stop, self.step)),
    slice: lambda self, cls, protocol: (cls, (self.start, self.stop, self.step)),
    memoryview: _memoryview,
    type(...): lambda self, cls, protocol: "Ellipsis",
    type(NotImplemented): lambda self, cls, protocol: "NotImplemented",
    type(len): _method,
    type(sys.implementation): lambda self, cls, protocol: (cls, (), self.__dict__),
}


class _Bound:
    def method(self):
        pass


_RULES[type(_Bound().method)] = _method
_NAMED_RULES = {
    ("collections", "deque"): _deque,
    ("collections", "defaultdict"): _default_dict,
    ("collections", "OrderedDict"): _ordered_dict,
    ("array", "array"): _array,
    ("functools", "partial"): lambda self, cls, protocol: (
        cls, (self.func,), (self.func, self.args, self.keywords, self.__dict__ or None)),
    **{("_io", name): _stream for name in ("TextIOWrapper", "BufferedReader", "BufferedWriter", "BufferedRandom", "FileIO")},
    ("types", "GenericAlias"): lambda self, cls, protocol: (cls, (self.__origin__, self.__args__)),
    ("time", "struct_time"): _struct_sequence,
    ("os", "stat_result"): _struct_sequence,
}


def _complex(c):
    return complex, (c.real, c.imag)


def _union(obj):
    import functools
    import operator
    return functools.reduce, (operator.or_, obj.__args__)


pickle(complex, _complex, complex)
pickle(type(int | str), _union)

# Extension codes of pickle

_extension_registry = {}
_inverted_registry = {}
_extension_cache = {}


def add_extension(module, name, code):
    """Register an extension code."""
    code = int(code)
    if not 1 <= code <= 0x7fffffff:
        raise ValueError("code out of range")
    key = (module, name)
    if _extension_registry.get(key) == code and _inverted_registry.get(code) == key:
        return
    if key in _extension_registry:
        raise ValueError(f"key {key} is already registered with code {_extension_registry[key]}")
    if code in _inverted_registry:
        raise ValueError(f"code {code} is already in use for key {_inverted_registry[code]}")
    _extension_registry[key] = code
    _inverted_registry[code] = key


def remove_extension(module, name, code):
    """Unregister an extension code.  For testing only."""
    key = (module, name)
    if _extension_registry.get(key) != code or _inverted_registry.get(code) != key:
        raise ValueError(f"key {key} is not registered with code {code}")
    del _extension_registry[key]
    del _inverted_registry[code]
    _extension_cache.pop(code, None)


def clear_extension_cache():
    _extension_cache.clear()
