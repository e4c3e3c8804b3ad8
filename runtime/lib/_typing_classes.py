"""Classes that `typing` makes: protocols, named tuples, typed dictionaries, new types."""

import abc
import sys
import _typing_core as core
from _typing_core import (
    Annotated, Generic, NotRequired, ReadOnly, Required, Union, _generic_class_getitem, _missing, _type_check,
)
from abc import ABCMeta


def _caller(depth=1, default="__main__"):
    return sys._getframemodulename(depth + 1) or default


# Protocols

_NO_MEMBERS = frozenset(
    "__parameters__ __orig_bases__ __orig_class__ _is_protocol _is_runtime_protocol __protocol_attrs__ "
    "__non_callable_proto_members__ __type_params__ __abstractmethods__ __annotations__ __dict__ __doc__ __init__ __module__ "
    "__new__ __slots__ __subclasshook__ __weakref__ __class_getitem__ __match_args__ __static_attributes__ "
    "__firstlineno__ _MutableMapping__marker".split()
)
_ALLOWED_BASES = {
    "collections.abc": (
        "Callable Awaitable Iterable Iterator AsyncIterable Hashable Sized Container Collection Reversible Buffer of abc"
    ).split(),
    "contextlib": "AbstractContextManager AbstractAsyncContextManager of contextlib".split(),
}


def _get_protocol_attrs(cls):
    attrs = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ("Protocol", "Generic"):
            continue
        for attr in (*base.__dict__, *getattr(base, "__annotations__", {})):
            if not attr.startswith("_abc_") and attr not in _NO_MEMBERS:
                attrs.add(attr)
    return attrs


def _no_init_or_replace_init(self, *args, **kwargs):
    cls = type(self)
    if cls._is_protocol:
        raise TypeError("Protocols cannot be instantiated")
    if cls.__init__ is not _no_init_or_replace_init:
        return
    # The first own __init__ of the MRO, or object's.
    for base in cls.__mro__:
        init = base.__dict__.get("__init__", _no_init_or_replace_init)
        if init is not _no_init_or_replace_init:
            cls.__init__ = init
            break
    else:
        cls.__init__ = object.__init__
    cls.__init__(self, *args, **kwargs)


def _static_attribute(obj, name):
    """Is there such an attribute, and which, without running descriptors? (found, value)"""
    cls = obj if isinstance(obj, type) else type(obj)
    if not isinstance(obj, type):
        try:
            own = object.__getattribute__(obj, "__dict__")
        except AttributeError:
            own = {}
        if isinstance(own, dict) and name in own:
            for base in type.mro(cls) if cls is type else cls.__mro__:
                if name in base.__dict__ and hasattr(type(base.__dict__[name]), "__set__"):
                    return True, base.__dict__[name]
            return True, own[name]
    for base in cls.__mro__:
        if name in base.__dict__:
            return True, base.__dict__[name]
    if isinstance(obj, type):
        for base in type(obj).__mro__:
            if name in base.__dict__:
                return True, base.__dict__[name]
    return False, None


def _check_class(arg):
    if not isinstance(arg, type):
        raise TypeError("issubclass() arg 1 must be a class")


_NOT_CHECKABLE = "Instance and class checks can only be used with @runtime_checkable protocols"


class _ProtocolMeta(ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        if not (name == "Protocol" and bases == (Generic,)) and Protocol in bases:
            for base in bases:
                if base is object or base is Generic or base.__name__ in _ALLOWED_BASES.get(base.__module__, ()):
                    continue
                if not (issubclass(base, Generic) and getattr(base, "_is_protocol", False)):
                    raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    def __init__(cls, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if getattr(cls, "_is_protocol", False):
            cls.__protocol_attrs__ = _get_protocol_attrs(cls)

    def __subclasscheck__(cls, other):
        if cls is Protocol:
            return type.__subclasscheck__(cls, other)
        if getattr(cls, "_is_protocol", False) and not abc._checks_running:
            if not getattr(cls, "_is_runtime_protocol", False):
                _check_class(other)
                raise TypeError(_NOT_CHECKABLE)
            hook = cls.__dict__.get("__subclasshook__")
            if cls.__non_callable_proto_members__ and hook is _proto_hook:
                _check_class(other)
                shown = str(sorted(cls.__non_callable_proto_members__))[1:-1]
                raise TypeError(
                    f"Protocols with non-method members don't support issubclass(). Non-method members: {shown}."
                )
        return ABCMeta.__subclasscheck__(cls, other)

    def __instancecheck__(cls, instance):
        if cls is Protocol:
            return type.__instancecheck__(cls, instance)
        if not getattr(cls, "_is_protocol", False):
            return ABCMeta.__instancecheck__(cls, instance)
        if not getattr(cls, "_is_runtime_protocol", False) and not abc._checks_running:
            raise TypeError(_NOT_CHECKABLE)
        abc._checks_running += 1
        try:
            if ABCMeta.__instancecheck__(cls, instance):
                return True
        finally:
            abc._checks_running -= 1
        for attr in cls.__protocol_attrs__:
            found, value = _static_attribute(instance, attr)
            if not found or value is None and attr not in cls.__non_callable_proto_members__:
                return False
        return True


@classmethod
def _proto_hook(cls, other):
    if not cls.__dict__.get("_is_protocol", False):
        return NotImplemented
    for attr in cls.__protocol_attrs__:
        for base in other.__mro__:
            if attr in base.__dict__:
                if base.__dict__[attr] is None:
                    return NotImplemented
                break
            annotations = getattr(base, "__annotations__", {})
            if isinstance(annotations, dict) and attr in annotations and issubclass(other, Generic) and getattr(
                other, "_is_protocol", False
            ):
                break
        else:
            return NotImplemented
    return True


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base class for protocol classes."""

    __module__ = "typing"
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if "__subclasshook__" not in cls.__dict__:
            cls.__subclasshook__ = _proto_hook
        if cls._is_protocol and cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_init_or_replace_init


core._late["Protocol"] = Protocol


def runtime_checkable(cls):
    """Marks a protocol class as usable with isinstance() and issubclass()."""
    if not issubclass(cls, Generic) or not getattr(cls, "_is_protocol", False):
        raise TypeError("@runtime_checkable can be only applied to protocol classes, got %r" % cls)
    cls._is_runtime_protocol = True
    cls.__non_callable_proto_members__ = set()
    for attr in cls.__protocol_attrs__:
        try:
            is_callable = callable(getattr(cls, attr, None))
        except Exception as e:
            raise TypeError(f"Failed to determine whether protocol member {attr!r} is a method member") from e
        if not is_callable:
            cls.__non_callable_proto_members__.add(attr)
    return cls


def is_protocol(tp, /):
    """Is it a protocol class?"""
    return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not Protocol


def get_protocol_members(tp, /):
    """The set of members that a protocol class defines."""
    if not is_protocol(tp):
        raise TypeError(f"{tp!r} is not a Protocol")
    return frozenset(tp.__protocol_attrs__)


# Named tuples

_PROHIBITED = frozenset(
    "__new__ __init__ __slots__ __getnewargs__ _fields _field_defaults _make _replace _asdict _source".split()
)


def _make_nmtuple(name, types, module, defaults=()):
    from _namedtuple import namedtuple
    fields = [n for n, _ in types]
    types = {n: _type_check(t, f"field {n} annotation must be a type") for n, t in types}
    result = namedtuple(name, fields, defaults=defaults, module=module)
    result.__annotations__ = result.__new__.__annotations__ = types
    return result


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        types = ns.get("__annotations__", {})
        with_default = []
        for field in types:
            if field in ns:
                with_default.append(field)
            elif with_default:
                plural = "s" if len(with_default) > 1 else ""
                raise TypeError(
                    f"Non-default namedtuple field {field} cannot follow default field{plural} {', '.join(with_default)}"
                )
        result = _make_nmtuple(
            typename, types.items(), defaults=[ns[n] for n in with_default], module=ns["__module__"]
        )
        result.__bases__ = tuple([tuple if base is _NamedTuple else base for base in bases])
        if Generic in bases:
            result.__class_getitem__ = classmethod(_generic_class_getitem)
        for key, value in ns.items():
            if key in _PROHIBITED:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key in ("__module__", "__name__", "__annotations__"):
                continue
            if key not in result._fields:
                setattr(result, key, value)
            set_name = getattr(type(value), "__set_name__", None)
            if set_name is not None:
                try:
                    set_name(value, result, key)
                except BaseException as e:
                    e.add_note(f"Error calling __set_name__ on {type(value).__name__!r} instance {key!r} in {typename!r}")
                    raise
        if Generic in bases:
            result.__init_subclass__()
        return result


def _warn_fields(kind, typename, what, empty, shown_kind):
    import warnings
    message = "{name} is deprecated and will be disallowed in Python {remove}. "
    if what is None:
        what = "Creating NamedTuple classes using keyword arguments"
        message += "Use the class-based or functional syntax instead."
    else:
        message += (
            f"To create a {shown_kind} class with 0 fields using the functional syntax, pass an empty {kind}, e.g. "
            f"`{typename} = {shown_kind}({typename!r}, {empty})`."
        )
    warnings._deprecated(what, message=message, remove=(3, 15))


def NamedTuple(typename, fields=_missing, /, **kwargs):
    """Typed version of namedtuple."""
    if fields is None and kwargs:
        raise TypeError("Cannot pass `None` as the 'fields' parameter and also specify fields using keyword arguments")
    if fields is _missing or fields is None:
        what = "Passing `None` as the 'fields' parameter"
        if fields is _missing:
            what = None if kwargs else "Failing to pass a value for the 'fields' parameter"
        _warn_fields("list", typename, what, "[]", "NamedTuple")
        fields = kwargs.items()
    elif kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
    result = _make_nmtuple(typename, fields, module=_caller())
    result.__orig_bases__ = (NamedTuple,)
    return result


_NamedTuple = type.__new__(NamedTupleMeta, "NamedTuple", (), {"__module__": "typing"})
NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)

# Typed dictionaries


def _qualifiers(annotation):
    """Required, NotRequired, ReadOnly around an annotation."""
    found = set()
    while True:
        if isinstance(annotation, core._AnnotatedAlias):
            annotation = annotation.__origin__
            continue
        origin = getattr(annotation, "__origin__", None) if isinstance(annotation, core._GenericAlias) else None
        if origin is not Required and origin is not NotRequired and origin is not ReadOnly:
            return found
        found.add(origin)
        annotation, = annotation.__args__


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        generic = (Generic,) if any(issubclass(b, Generic) for b in bases) else ()
        result = type.__new__(_TypedDictMeta, name, (*generic, dict), ns)
        if not hasattr(result, "__orig_bases__"):
            result.__orig_bases__ = bases
        msg = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
        own = {n: _type_check(t, msg, module=result.__module__) for n, t in ns.get("__annotations__", {}).items()}
        annotations = {}
        required, optional, readonly, mutable = set(), set(), set(), set()
        for base in bases:
            inherited = base.__dict__
            annotations.update(inherited.get("__annotations__", {}))
            base_required = inherited.get("__required_keys__", set())
            required |= base_required
            optional -= base_required
            base_optional = inherited.get("__optional_keys__", set())
            required -= base_optional
            optional |= base_optional
            readonly.update(inherited.get("__readonly_keys__", ()))
            mutable.update(inherited.get("__mutable_keys__", ()))
        annotations.update(own)
        for key, annotation in own.items():
            qualifiers = _qualifiers(annotation)
            is_required = Required in qualifiers or NotRequired not in qualifiers and total
            (required if is_required else optional).add(key)
            (optional if is_required else required).discard(key)
            if ReadOnly in qualifiers:
                if key in mutable:
                    raise TypeError(f"Cannot override mutable key {key!r} with read-only key")
                readonly.add(key)
            else:
                mutable.add(key)
                readonly.discard(key)
        result.__annotations__ = annotations
        result.__required_keys__ = frozenset(required)
        result.__optional_keys__ = frozenset(optional)
        result.__readonly_keys__ = frozenset(readonly)
        result.__mutable_keys__ = frozenset(mutable)
        result.__total__ = total
        return result

    __call__ = dict

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


core._late["_TypedDictMeta"] = _TypedDictMeta


def TypedDict(typename, fields=_missing, /, *, total=True):
    """A plain dict at run time, with types for its keys."""
    if fields is _missing or fields is None:
        what = "Passing `None`" if fields is None else "Failing to pass a value"
        joint = " as" if fields is None else " for"
        _warn_fields("dictionary", typename, f"{what}{joint} the 'fields' parameter", "{{}}", "TypedDict")
        fields = {}
    ns = {"__annotations__": dict(fields), "__module__": _caller()}
    result = _TypedDictMeta(typename, (), ns, total=total)
    result.__orig_bases__ = (TypedDict,)
    return result


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {"__module__": "typing"})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
    """Is it a TypedDict class?"""
    return isinstance(tp, _TypedDictMeta)


class NewType:
    """A distinct type for type checkers; calling it returns its argument."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[-1]
        self.__supertype__ = tp
        module = _caller()
        if module != "typing":
            self.__module__ = module

    def __call__(self, x, /):
        return x

    def __mro_entries__(self, bases):
        superclass = self.__name__

        class Dummy:
            def __init_subclass__(cls):
                name = cls.__name__
                raise TypeError(
                    "Cannot subclass an instance of NewType. Perhaps you were looking for: "
                    f"`{name} = NewType({name!r}, {superclass})`"
                )

        return (Dummy,)

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __reduce__(self):
        return self.__qualname__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]
