"""Data classes: the behaviour of CPython's dataclasses without compiling strings.

`__init__` is a function whose parameters are chosen at run time (`sys._shaped_function`), the other methods are closures.
"""

import abc
import sys
from keyword import iskeyword

__all__ = [
    "dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict", "astuple",
    "make_dataclass", "replace", "is_dataclass",
]

_MappingProxy = type(type.__dict__)
_GenericAlias = type(list[int])


class FrozenInstanceError(AttributeError):
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    """Stands for a default value that a factory makes, in signatures."""

    def __repr__(self):
        return "<factory>"


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


class _FIELD_BASE:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()
MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_EMPTY_METADATA = _MappingProxy({})
_FIELD = _FIELD_BASE("_FIELD")
_FIELD_CLASSVAR = _FIELD_BASE("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FIELD_BASE("_FIELD_INITVAR")
_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"
_POST_INIT_NAME = "__post_init__"
_ATOMIC_TYPES = frozenset({
    type(None), bool, int, float, str, complex, bytes, type(...), type(NotImplemented), type((lambda: 0).__code__), type(len),
    type(lambda: 0), type, range, property,
})


class InitVar:
    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        shown = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f"dataclasses.InitVar[{shown}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


#: Fields whose repr is being made.
_shown = set()


class Field:
    __slots__ = (
        "name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only", "_field_type",
    )

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _EMPTY_METADATA if metadata is None else _MappingProxy(metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        if id(self) in _shown:
            return "..."
        _shown.add(id(self))
        try:
            return (
                f"Field(name={self.name!r},type={self.type!r},default={self.default!r},"
                f"default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},hash={self.hash!r},"
                f"compare={self.compare!r},metadata={self.metadata!r},kw_only={self.kw_only!r},"
                f"_field_type={self._field_type})"
            )
        finally:
            _shown.discard(id(self))

    def __set_name__(self, owner, name):
        hook = getattr(type(self.default), "__set_name__", None)
        if hook:
            hook(self.default, owner, name)

    __class_getitem__ = classmethod(_GenericAlias)


class _DataclassParams:
    __slots__ = (
        "init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only", "slots", "weakref_slot",
    )

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen
        self.match_args = match_args
        self.kw_only = kw_only
        self.slots = slots
        self.weakref_slot = weakref_slot

    def __repr__(self):
        return f"_DataclassParams({','.join(f'{name}={getattr(self, name)!r}' for name in self.__slots__)})"


def field(
    *, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING
):
    """Return an object to identify dataclass fields."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


# What an annotation says


def _is_classvar(a_type, typing):
    return a_type is typing.ClassVar or type(a_type) is typing._GenericAlias and a_type.__origin__ is typing.ClassVar


def _is_initvar(a_type, dataclasses):
    return a_type is InitVar or type(a_type) is InitVar


def _is_kw_only(a_type, dataclasses):
    return a_type is KW_ONLY


def _leading_names(annotation):
    """(module or None, name) at the start of a string annotation, or None."""
    def word(text):
        length = 0
        while length < len(text) and (text[length].isalnum() or text[length] == "_"):
            length += 1
        return text[:length], text[length:].lstrip()

    first, rest = word(annotation.lstrip())
    if not first:
        return None
    if rest.startswith("."):
        second, _ = word(rest[1:].lstrip())
        if second:
            return first, second
    return None, first


def _is_type(annotation, cls, a_module, a_type, predicate):
    """Does a string annotation name a type that the predicate accepts, as far as the names of the module say?"""
    names = _leading_names(annotation)
    if names is None:
        return False
    module_name, name = names
    module = sys.modules.get(cls.__module__)
    ns = None
    if module_name is None:
        ns = module.__dict__
    elif module and module.__dict__.get(module_name) is a_module:
        ns = sys.modules.get(a_type.__module__).__dict__
    return bool(ns and predicate(ns.get(name), a_module))


def _get_field(cls, name, a_type, default_kw_only):
    """The Field of an annotated name."""
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if isinstance(default, type(Field.name)):
            # a member of __slots__, no default
            default = MISSING
        f = field(default=default)
    f.name = name
    f.type = a_type
    f._field_type = _FIELD
    typing = sys.modules.get("typing")
    if typing and (
        _is_classvar(a_type, typing) or isinstance(a_type, str) and _is_type(a_type, cls, typing, typing.ClassVar, _is_classvar)
    ):
        f._field_type = _FIELD_CLASSVAR
    if f._field_type is _FIELD:
        own = sys.modules[__name__]
        if _is_initvar(a_type, own) or isinstance(a_type, str) and _is_type(a_type, cls, own, InitVar, _is_initvar):
            f._field_type = _FIELD_INITVAR
    if f._field_type is not _FIELD and f.default_factory is not MISSING:
        raise TypeError(f"field {f.name} cannot have a default factory")
    if f._field_type is _FIELD_CLASSVAR:
        if f.kw_only is not MISSING:
            raise TypeError(f"field {f.name} is a ClassVar but specifies kw_only")
    elif f.kw_only is MISSING:
        f.kw_only = default_kw_only
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {type(f.default)} for field {f.name} is not allowed: use default_factory")
    return f


# The methods


def _default_of(f):
    if f.default is not MISSING:
        return f.default
    return MISSING if f.default_factory is MISSING else _HAS_DEFAULT_FACTORY


def _init_function(all_fields, std, kw_only, frozen, has_post_init, self_name, slots):
    """`__init__`: takes the fields in order and stores them; plain defaults of `init=False` stay in the class."""
    with_default = None
    for f in std:
        if _default_of(f) is not MISSING:
            with_default = f
        elif with_default:
            raise TypeError(f"non-default argument {f.name!r} follows default argument {with_default.name!r}")
    parameters = (self_name, *[f.name for f in std], *[f.name for f in kw_only])
    place = {name: index for index, name in enumerate(parameters)}
    # (name, index of the parameter or -1, factory or constant, is it a factory)
    steps = []
    for f in all_fields:
        if f._field_type is _FIELD_INITVAR:
            continue
        if f.init:
            steps.append((f.name, place[f.name], f.default_factory, f.default_factory is not MISSING))
        elif f.default_factory is not MISSING:
            steps.append((f.name, -1, f.default_factory, True))
        elif slots and f.default is not MISSING:
            steps.append((f.name, -1, f.default, False))
    post = None
    if has_post_init:
        post = tuple([
            place[f.name] if f.init else (f.default,) for f in all_fields if f._field_type is _FIELD_INITVAR
        ])
    plan = (tuple(steps), post, bool(frozen), _HAS_DEFAULT_FACTORY)
    function = sys._shaped_function(plan, parameters, 1 + len(std), "__init__", "__init__", None)
    defaults = tuple([_default_of(f) for f in std if _default_of(f) is not MISSING])
    if defaults:
        function.__defaults__ = defaults
    kw_defaults = {f.name: _default_of(f) for f in kw_only if _default_of(f) is not MISSING}
    if kw_defaults:
        function.__kwdefaults__ = kw_defaults
    function.__annotations__ = {**{f.name: f.type for f in (*std, *kw_only)}, "return": None}
    return function


def _repr_function(names):
    running = set()

    def __repr__(self):
        key = id(self)
        if key in running:
            return "..."
        running.add(key)
        try:
            return f"{self.__class__.__qualname__}({', '.join([f'{name}={getattr(self, name)!r}' for name in names])})"
        finally:
            running.discard(key)

    return __repr__


def _eq_function(names):
    def __eq__(self, other):
        if self is other:
            return True
        if other.__class__ is self.__class__:
            result = True
            for name in names:
                result = getattr(self, name) == getattr(other, name)
                if not result:
                    break
            return result
        return NotImplemented

    return __eq__


def _order_functions(names):
    def values(obj):
        return tuple([getattr(obj, name) for name in names])

    def __lt__(self, other):
        if other.__class__ is self.__class__:
            return values(self) < values(other)
        return NotImplemented

    def __le__(self, other):
        if other.__class__ is self.__class__:
            return values(self) <= values(other)
        return NotImplemented

    def __gt__(self, other):
        if other.__class__ is self.__class__:
            return values(self) > values(other)
        return NotImplemented

    def __ge__(self, other):
        if other.__class__ is self.__class__:
            return values(self) >= values(other)
        return NotImplemented

    return __lt__, __le__, __gt__, __ge__


def _frozen_functions(cls, names):
    names = frozenset(names)

    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    return __setattr__, __delattr__


def _hash_function(names):
    def __hash__(self):
        return hash(tuple([getattr(self, name) for name in names]))

    return __hash__


def _set_new_attribute(cls, name, value):
    """Sets an attribute unless the class itself has one; is there one?"""
    if name in cls.__dict__:
        return True
    setattr(cls, name, value)
    return False


def _add(cls, function, complaint=None):
    function.__qualname__ = f"{cls.__qualname__}.{function.__name__}"
    if _set_new_attribute(cls, function.__name__, function) and complaint is not None:
        raise TypeError(f"Cannot overwrite attribute {function.__name__} in class {cls.__name__}{complaint}")


def _annotation_text(annotation):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, _GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", None):
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation)


def _signature_text(cls):
    """The signature of a class's constructor as `inspect` shows it, without the result."""
    init = cls.__init__
    code = getattr(init, "__code__", None)
    if code is None:
        return "()" if init is object.__init__ else ""
    names = code.co_varnames[1:code.co_argcount]
    kw_names = code.co_varnames[code.co_argcount:code.co_argcount + code.co_kwonlyargcount]
    defaults = init.__defaults__ or ()
    annotations = init.__annotations__
    shown = []

    def add(name, default):
        text = name
        if name in annotations:
            text += f": {_annotation_text(annotations[name])}"
        if default is not MISSING:
            text += f" = {default!r}" if name in annotations else f"={default!r}"
        shown.append(text)

    first = len(names) - len(defaults)
    for index, name in enumerate(names):
        add(name, defaults[index - first] if index >= first else MISSING)
    if code.co_flags & 4:
        shown.append("*" + code.co_varnames[code.co_argcount + code.co_kwonlyargcount])
    elif kw_names:
        shown.append("*")
    for name in kw_names:
        add(name, (init.__kwdefaults__ or {}).get(name, MISSING))
    if code.co_flags & 8:
        shown.append("**" + code.co_varnames[code.co_argcount + code.co_kwonlyargcount + bool(code.co_flags & 4)])
    return f"({', '.join(shown)})"


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    known = {}
    params = _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    setattr(cls, _PARAMS, params)
    frozen_bases = []
    for base in cls.__mro__[-1:0:-1]:
        base_fields = getattr(base, _FIELDS, None)
        if base_fields is not None:
            known.update((f.name, f) for f in base_fields.values())
            frozen_bases.append(getattr(base, _PARAMS).frozen)
    annotations = cls.__dict__.get("__annotations__", {})
    own = []
    keyword_only_seen = False
    this = sys.modules[__name__]
    for name, a_type in annotations.items():
        if _is_kw_only(a_type, this) or isinstance(a_type, str) and _is_type(a_type, cls, this, KW_ONLY, _is_kw_only):
            if keyword_only_seen:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            keyword_only_seen = kw_only = True
        else:
            own.append(_get_field(cls, name, a_type, kw_only))
    for f in own:
        known[f.name] = f
        # The class attribute becomes the default, as if no Field had been there.
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    if frozen_bases:
        if any(frozen_bases) and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if frozen and not all(frozen_bases):
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    setattr(cls, _FIELDS, known)
    class_hash = cls.__dict__.get("__hash__", MISSING)
    has_explicit_hash = not (class_hash is MISSING or class_hash is None and "__eq__" in cls.__dict__)
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    all_init = [f for f in known.values() if f._field_type is not _FIELD_CLASSVAR]
    std = [f for f in all_init if f.init and not f.kw_only]
    kw = [f for f in all_init if f.init and f.kw_only]
    plain = [f for f in known.values() if f._field_type is _FIELD]
    compared = [f.name for f in plain if f.compare]
    functions = []
    if init:
        self_name = "__dataclass_self__" if "self" in known else "self"
        functions.append((_init_function(all_init, std, kw, frozen, hasattr(cls, _POST_INIT_NAME), self_name, slots), None))
    _set_new_attribute(cls, "__replace__", _replace)
    if repr:
        functions.append((_repr_function([f.name for f in plain if f.repr]), None))
    if eq:
        functions.append((_eq_function(compared), None))
    if order:
        complaint = " Consider using functools.total_ordering"
        functions.extend((function, complaint) for function in _order_functions(compared))
    if frozen:
        functions.extend((function, "") for function in _frozen_functions(cls, [f.name for f in plain]))
    # What becomes of __hash__: an explicit one stays, unless it was asked for.
    if unsafe_hash and has_explicit_hash:
        raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    hashed = None
    if not has_explicit_hash:
        if unsafe_hash or eq and frozen:
            hashed = _hash_function([f.name for f in plain if (f.compare if f.hash is None else f.hash)])
            hashed.__qualname__ = f"{cls.__qualname__}.__hash__"
            cls.__hash__ = None
        elif eq:
            cls.__hash__ = None
    for function, complaint in functions:
        _add(cls, function, complaint)
    if hashed is not None:
        cls.__hash__ = hashed
    if not getattr(cls, "__doc__"):
        cls.__doc__ = cls.__name__ + _signature_text(cls)
    if match_args:
        _set_new_attribute(cls, "__match_args__", tuple([f.name for f in std]))
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot)
    abc.update_abstractmethods(cls)
    return cls


def _dataclass_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _dataclass_setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def _get_slots(cls):
    slots = cls.__dict__.get("__slots__")
    if slots is None:
        return ["__weakref__", "__dict__"]
    if isinstance(slots, str):
        return [slots]
    if hasattr(slots, "__next__"):
        raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")
    return list(slots)


def _add_slots(cls, is_frozen, weakref_slot):
    """The class anew, with `__slots__`: they can only be given when a class is made."""
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    namespace = dict(cls.__dict__)
    names = [f.name for f in fields(cls)]
    inherited = {slot for base in cls.__mro__[1:-1] for slot in _get_slots(base)}
    wanted = names + ["__weakref__"] if weakref_slot else names
    namespace["__slots__"] = tuple([name for name in wanted if name not in inherited])
    for name in (*names, "__dict__", "__weakref__"):
        namespace.pop(name, None)
    qualname = getattr(cls, "__qualname__", None)
    cls = type(cls)(cls.__name__, cls.__bases__, namespace)
    if qualname is not None:
        cls.__qualname__ = qualname
    if is_frozen:
        if "__getstate__" not in namespace:
            cls.__getstate__ = _dataclass_getstate
        if "__setstate__" not in namespace:
            cls.__setstate__ = _dataclass_setstate
    return cls


def dataclass(
    cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False,
    slots=False, weakref_slot=False
):
    """Add dunder methods based on the fields defined in the class."""
    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)

    return wrap if cls is None else wrap(cls)


# Functions on data classes


def fields(class_or_instance):
    """Return a tuple describing the fields of this dataclass."""
    try:
        known = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple([f for f in known.values() if f._field_type is _FIELD])


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Returns True if obj is a dataclass or an instance of a dataclass."""
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def asdict(obj, *, dict_factory=dict):
    """Return the fields of a dataclass instance as a new dictionary mapping field names to field values."""
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")

    def plain(obj):
        pairs = [(f.name, _converted(getattr(obj, f.name), plain)) for f in fields(obj)]
        return dict_factory(pairs)

    return plain(obj)


def astuple(obj, *, tuple_factory=tuple):
    """Return the fields of a dataclass instance as a new tuple of field values."""
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")

    def plain(obj):
        return tuple_factory([_converted(getattr(obj, f.name), plain) for f in fields(obj)])

    return plain(obj)


def _converted(obj, plain):
    """A copy with data classes inside of containers converted."""
    kind = type(obj)
    if kind in _ATOMIC_TYPES:
        return obj
    if hasattr(kind, _FIELDS):
        return plain(obj)
    if kind is list:
        return [_converted(v, plain) for v in obj]
    if isinstance(obj, (list, tuple)):
        items = [_converted(v, plain) for v in obj]
        if isinstance(obj, tuple) and hasattr(obj, "_fields"):
            return kind(*items)
        return tuple(items) if kind is tuple else kind(iter(items))
    if isinstance(obj, dict):
        if kind is dict:
            return {_converted(k, plain): _converted(v, plain) for k, v in obj.items()}
        if hasattr(kind, "default_factory"):
            result = kind(obj.default_factory)
            for k, v in obj.items():
                result[_converted(k, plain)] = _converted(v, plain)
            return result
        return kind((_converted(k, plain), _converted(v, plain)) for k, v in obj.items())
    import copy
    return copy.deepcopy(obj)


def make_dataclass(
    cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
    match_args=True, kw_only=False, slots=False, weakref_slot=False, module=None
):
    """Return a new dynamically created dataclass."""
    import types
    seen = set()
    annotations = {}
    defaults = {}
    for item in fields:
        if isinstance(item, str):
            name, a_type = item, "typing.Any"
        elif len(item) == 2:
            name, a_type = item
        elif len(item) == 3:
            name, a_type, defaults[item[0]] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in seen:
            raise TypeError(f"Field name duplicated: {name!r}")
        seen.add(name)
        annotations[name] = a_type

    def fill(ns):
        ns.update(namespace or {})
        ns.update(defaults)
        ns["__annotations__"] = annotations

    cls = types.new_class(cls_name, bases, {}, fill)
    cls.__module__ = module if module is not None else sys._getframemodulename(1) or "__main__"
    return dataclass(
        cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args,
        kw_only=kw_only, slots=slots, weakref_slot=weakref_slot,
    )


def replace(obj, /, **changes):
    """Return a new object replacing specified fields with new values."""
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for f in getattr(self, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise TypeError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)
