"""Context variables. There is one thread, so the current context is one variable of this module.

A context is a chain of dictionaries: `copy` is O(variables), as programs have few of them.
"""

__all__ = ("Context", "ContextVar", "Token", "copy_context")

_missing = object()


class _Missing:
    def __repr__(self):
        return "<Token.MISSING>"


class Token:
    """What `ContextVar.set` gives: the way back to the value before."""

    MISSING = _Missing()
    __slots__ = ("_context", "_var", "_old", "_used")

    def __new__(cls, *args, **kwargs):
        raise RuntimeError("Tokens can only be created by ContextVars")

    @classmethod
    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)

    @property
    def var(self):
        return self._var

    @property
    def old_value(self):
        return self._old

    def __repr__(self):
        used = " used" if self._used else ""
        return f"<Token{used} var={self._var!r} at {id(self):#x}>"


class Context:
    """A mapping from context variables to their values."""

    __slots__ = ("_values", "_entered", "_outer", "__weakref__")

    def __init__(self):
        self._values = {}
        self._entered = False
        self._outer = None

    def run(self, callable, *args, **kwargs):
        global _current
        if self._entered:
            raise RuntimeError(f"cannot enter context: {self} is already entered")
        self._entered = True
        self._outer = _current
        _current = self
        try:
            return callable(*args, **kwargs)
        finally:
            _current = self._outer
            self._outer = None
            self._entered = False

    def copy(self):
        new = Context()
        new._values = self._values.copy()
        return new

    def get(self, key, default=None, /):
        return self._values.get(_checked(key), default)

    def __getitem__(self, key):
        return self._values[_checked(key)]

    def __contains__(self, key):
        return _checked(key) in self._values

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def keys(self):
        return self._values.keys()

    def values(self):
        return self._values.values()

    def items(self):
        return self._values.items()

    def __eq__(self, other):
        if not isinstance(other, Context):
            return NotImplemented
        return self._values == other._values

    __hash__ = None


def _checked(key):
    if not isinstance(key, ContextVar):
        raise TypeError(f"a ContextVar key was expected, got {key!r}")
    return key


class ContextVar:
    """A variable with a value for each context."""

    __slots__ = ("_name", "_default", "__weakref__")

    def __init__(self, name, *, default=_missing):
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        self._name = name
        self._default = default

    @classmethod
    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)

    @property
    def name(self):
        return self._name

    def get(self, default=_missing, /):
        value = _current._values.get(self, _missing)
        if value is not _missing:
            return value
        if default is not _missing:
            return default
        if self._default is not _missing:
            return self._default
        raise LookupError(self)

    def set(self, value, /):
        token = object.__new__(Token)
        token._context = _current
        token._var = self
        token._old = _current._values.get(self, Token.MISSING)
        token._used = False
        _current._values[self] = value
        return token

    def reset(self, token, /):
        if not isinstance(token, Token):
            raise TypeError(f"expected an instance of Token, got {token!r}")
        if token._used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token._var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        if token._context is not _current:
            raise ValueError(f"{token!r} was created in a different Context")
        token._used = True
        if token._old is Token.MISSING:
            _current._values.pop(self, None)
        else:
            _current._values[self] = token._old

    def __repr__(self):
        default = "" if self._default is _missing else f" default={self._default!r}"
        return f"<ContextVar name={self._name!r}{default} at {id(self):#x}>"


_current = Context()


def copy_context():
    return _current.copy()
