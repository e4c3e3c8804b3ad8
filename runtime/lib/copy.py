"""Shallow and deep copies: the behaviour of CPython's copy.

Objects are taken apart by rules of `object.__reduce_ex__(4)` that are written here; a class's own `__copy__`, `__deepcopy__`,
`__reduce_ex__`, `__reduce__`, `__getstate__` and `__getnewargs__` are asked as CPython asks them.
"""

__all__ = ["Error", "copy", "deepcopy", "replace"]


class Error(Exception):
    pass


error = Error

#: As in `copyreg`: functions that take apart the instances of a class.
dispatch_table = {}

_missing = object()
_ATOMIC = frozenset({
    type(None), int, float, bool, complex, str, tuple, bytes, frozenset, type, range, slice, property, type(len), type(...),
    type(NotImplemented), type(lambda: 0),
})
_DEEP_ATOMIC = _ATOMIC - {tuple, frozenset, slice} | {type((lambda: 0).__code__)}


def copy(x):
    """Shallow copy operation on arbitrary Python objects."""
    cls = type(x)
    if cls in _ATOMIC or issubclass(cls, type):
        return x
    if cls in (list, dict, set, bytearray):
        return cls.copy(x)
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    reduced = _reduced(cls, x)
    if isinstance(reduced, str):
        return x
    return _reconstruct(x, None, *reduced)


def deepcopy(x, memo=None, _nil=[]):
    """Deep copy operation on arbitrary Python objects."""
    cls = type(x)
    if cls in _DEEP_ATOMIC:
        return x
    key = id(x)
    if memo is None:
        memo = {}
    else:
        known = memo.get(key, _nil)
        if known is not _nil:
            return known
    copier = _COPIERS.get(cls)
    if copier is not None:
        result = copier(x, memo)
    elif issubclass(cls, type):
        result = x
    else:
        copier = getattr(x, "__deepcopy__", None)
        if copier is not None:
            result = copier(memo)
        else:
            reduced = _reduced(cls, x)
            result = x if isinstance(reduced, str) else _reconstruct(x, memo, *reduced)
    if result is not x:
        memo[key] = result
        # The original must live as long as its id is a key.
        memo.setdefault(id(memo), []).append(x)
    return result


def _deepcopy_list(x, memo):
    result = []
    memo[id(x)] = result
    for item in x:
        result.append(deepcopy(item, memo))
    return result


def _deepcopy_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    # It may contain itself, through a list.
    known = memo.get(id(x), _missing)
    if known is not _missing:
        return known
    for old, new in zip(x, items):
        if old is not new:
            return tuple(items)
    return x


def _deepcopy_dict(x, memo):
    result = {}
    memo[id(x)] = result
    for key, value in x.items():
        result[deepcopy(key, memo)] = deepcopy(value, memo)
    return result


def _deepcopy_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


_COPIERS = {
    list: _deepcopy_list,
    tuple: _deepcopy_tuple,
    dict: _deepcopy_dict,
    type([].__class__.mro): lambda x, memo: x,
    type(Error().with_traceback): lambda x, memo: x,
    type(Error.__dict__["__module__"].join): lambda x, memo: x,
}


class _Method:
    def method(self):
        pass


_COPIERS[type(_Method().method)] = _deepcopy_method

# Taking apart


def _newobj(cls, *args):
    return cls.__new__(cls, *args)


def _newobj_ex(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _frozenset(cls, items):
    return cls(items)


def _own(cls, name, base=object):
    """The method of a class, unless it is the one of `base`."""
    for c in cls.__mro__:
        if c is base:
            return None
        if name in c.__dict__:
            return getattr(cls, name)
    return None


def _reduced(cls, x):
    """What `x.__reduce_ex__(4)` gives."""
    reduce = dispatch_table.get(cls)
    if reduce is not None:
        return reduce(x)
    reduce = _own(cls, "__reduce_ex__")
    if reduce is not None and not _is_plain_builtin(cls, "__reduce_ex__"):
        return reduce(x, 4)
    reduce = _own(cls, "__reduce__")
    if reduce is not None and not _is_plain_builtin(cls, "__reduce__"):
        return reduce(x)
    if isinstance(x, BaseException):
        state = x.__dict__
        return (cls, x.args, dict(state)) if state else (cls, x.args)
    if isinstance(x, (set, frozenset)):
        state = _state(cls, x)
        return _frozenset, (cls, list(x)), state
    if isinstance(x, bytearray):
        return cls, (bytes(x),), _state(cls, x)
    args = _own(cls, "__getnewargs_ex__")
    if args is not None:
        positional, keywords = args(x)
        return _newobj_ex, (cls, positional, keywords), _state(cls, x), *_items(x)
    return _newobj, (cls, *_new_arguments(cls, x)), _state(cls, x), *_items(x)


#: Builtin classes whose values a subclass instance is made from.
_VALUE_CLASSES = int, float, complex, str, bytes, tuple


def _is_plain_builtin(cls, name):
    """Does the method come from a builtin class, whose rules are here?"""
    for c in cls.__mro__:
        if name in c.__dict__:
            return issubclass(c, (BaseException, set, frozenset, bytearray, *_VALUE_CLASSES, list, dict)) and c.__module__ == "builtins"
    return True


def _new_arguments(cls, x):
    args = _own(cls, "__getnewargs__")
    if args is not None:
        result = args(x)
        if not isinstance(result, tuple):
            raise TypeError(f"__getnewargs__ should return a tuple, not '{type(result).__name__}'")
        return result
    for value_class in _VALUE_CLASSES:
        if isinstance(x, value_class):
            return (value_class(x) if value_class is not str else str.__str__(x),)
    if cls.__module__ == "builtins" and cls not in (object, list, dict) or not hasattr(cls, "__new__"):
        raise TypeError(f"cannot pickle '{cls.__name__}' object")
    return ()


def _state(cls, x):
    """What `x.__getstate__()` gives."""
    getstate = _own(cls, "__getstate__")
    if getstate is not None:
        return getstate(x)
    state = getattr(x, "__dict__", None)
    if not isinstance(state, dict):
        state = None
    state = dict(state) if state else None
    slots = {}
    for c in cls.__mro__:
        names = c.__dict__.get("__slots__", ())
        for name in (names,) if isinstance(names, str) else names:
            if name in ("__dict__", "__weakref__"):
                continue
            if name.startswith("__") and not name.endswith("__") and c.__name__.strip("_"):
                name = f"_{c.__name__.lstrip('_')}{name}"
            value = getattr(x, name, _missing)
            if value is not _missing:
                slots[name] = value
    return (state, slots) if slots else state


def _items(x):
    """Iterators over the items of a list and of a dict."""
    return iter(x) if isinstance(x, list) else None, iter(x.items()) if isinstance(x, dict) else None


# Putting together


def _reconstruct(x, memo, func, args, state=None, listiter=None, dictiter=None):
    deep = memo is not None
    if deep and args:
        args = [deepcopy(arg, memo) for arg in args]
    y = func(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(y, "__setstate__"):
            y.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                y.__dict__.update(state)
            if slots is not None:
                for name, value in slots.items():
                    setattr(y, name, value)
    if listiter is not None:
        for item in listiter:
            y.append(deepcopy(item, memo) if deep else item)
    if dictiter is not None:
        for key, value in dictiter:
            if deep:
                key = deepcopy(key, memo)
                value = deepcopy(value, memo)
            y[key] = value
    return y


def replace(obj, /, **changes):
    """Return a new object replacing specified fields with new values."""
    method = getattr(obj.__class__, "__replace__", None)
    if method is None:
        raise TypeError(f"replace() does not support {obj.__class__.__name__} objects")
    return method(obj, **changes)
