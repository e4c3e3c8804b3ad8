"""Support for type hints: the public names of CPython's `typing`.

Lean at import: what an alias stands for is imported when the alias is used. The other parts are in `_typing_core`,
`_typing_aliases`, `_typing_classes` and `_typing_expression`.
"""

import sys
from abc import abstractmethod
from _typing_core import (
    Annotated, Any, ClassVar, Concatenate, Final, ForwardRef, Generic, GenericAlias, Literal, LiteralString, Never, NoDefault,
    NoReturn, NotRequired, Optional, ParamSpec, ParamSpecArgs, ParamSpecKwargs, ReadOnly, Required, Self, TypeAlias,
    TypeAliasType, TypeGuard, TypeIs, TypeVar, TypeVarTuple, Union, Unpack, UnionType, _AnnotatedAlias, _AnyMeta,
    _BaseGenericAlias, _CallableGenericAlias, _check_generic_specialization, _cleanups, _collect_type_parameters,
    _ConcatenateGenericAlias, _eval_type, _Final, _generic_class_getitem, _generic_init_subclass, _GenericAlias, _is_dunder,
    _is_param_expr, _is_typevar_like, _is_unpacked_typevartuple, _late, _LiteralGenericAlias, _NotIterable,
    _paramspec_prepare_subst, _paramspec_subst, _should_unflatten_callable_args, _SpecialForm, _tp_cache, _type_check,
    _type_convert, _type_repr, _TypedCacheSpecialForm, _typevar_subst, _typevartuple_prepare_subst, _UnionGenericAlias,
    _unpack_args, _UnpackGenericAlias, _with_args,
)
from _typing_aliases import _CallableType, _DeprecatedGenericAlias, _SpecialGenericAlias, _TupleType, _TypingEllipsis
from _typing_classes import (
    NamedTuple, NamedTupleMeta, NewType, Protocol, TypedDict, _caller, _get_protocol_attrs, _NamedTuple,
    _no_init_or_replace_init, _proto_hook, _ProtocolMeta, _TypedDict, _TypedDictMeta, get_protocol_members, is_protocol,
    is_typeddict, runtime_checkable,
)

# One long string: names in it are no mentions that would pull in what they need.
__all__ = (
    'Annotated Any Callable ClassVar Concatenate Final ForwardRef Generic Literal Optional ParamSpec '
    'Protocol Tuple Type TypeVar TypeVarTuple Union AbstractSet ByteString Container ContextManager '
    'Hashable ItemsView Iterable Iterator KeysView Mapping MappingView MutableMapping MutableSequence '
    'MutableSet Sequence Sized ValuesView Awaitable AsyncIterator AsyncIterable Coroutine Collection '
    'AsyncGenerator AsyncContextManager Reversible SupportsAbs SupportsBytes SupportsComplex '
    'SupportsFloat SupportsIndex SupportsInt SupportsRound ChainMap Counter Deque Dict DefaultDict List '
    'OrderedDict Set FrozenSet NamedTuple TypedDict Generator BinaryIO IO Match Pattern TextIO AnyStr '
    'assert_type assert_never cast clear_overloads dataclass_transform final get_args get_origin '
    'get_overloads get_protocol_members get_type_hints is_protocol is_typeddict LiteralString Never '
    'NewType no_type_check no_type_check_decorator NoDefault NoReturn NotRequired overload override '
    'ParamSpecArgs ParamSpecKwargs ReadOnly Required reveal_type runtime_checkable Self Text '
    'TYPE_CHECKING TypeAlias TypeGuard TypeIs TypeAliasType Unpack'
).split()

_NoneType = type(None)
TYPE_CHECKING = False
Text = str


# Variables


T = TypeVar("T")
KT = TypeVar("KT")
VT = TypeVar("VT")
T_co = TypeVar("T_co", covariant=True)
V_co = TypeVar("V_co", covariant=True)
VT_co = TypeVar("VT_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)
CT_co = TypeVar("CT_co", covariant=True, bound=type)
AnyStr = TypeVar("AnyStr", bytes, str)


# Aliases


class _Sources:
    """What lazy aliases stand for, by name. A program that does not mention the name does not contain the import."""

    def Hashable():
        from _collections_abc import Hashable
        return Hashable

    def Awaitable():
        from _collections_abc import Awaitable
        return Awaitable

    def Coroutine():
        from _collections_abc import Coroutine
        return Coroutine

    def AsyncIterable():
        from _collections_abc import AsyncIterable
        return AsyncIterable

    def AsyncIterator():
        from _collections_abc import AsyncIterator
        return AsyncIterator

    def Iterable():
        from _collections_abc import Iterable
        return Iterable

    def Iterator():
        from _collections_abc import Iterator
        return Iterator

    def Reversible():
        from _collections_abc import Reversible
        return Reversible

    def Sized():
        from _collections_abc import Sized
        return Sized

    def Container():
        from _collections_abc import Container
        return Container

    def Collection():
        from _collections_abc import Collection
        return Collection

    def Callable():
        from _collections_abc import Callable
        return Callable

    def AbstractSet():
        from _collections_abc import Set
        return Set

    def MutableSet():
        from _collections_abc import MutableSet
        return MutableSet

    def Mapping():
        from _collections_abc import Mapping
        return Mapping

    def MutableMapping():
        from _collections_abc import MutableMapping
        return MutableMapping

    def Sequence():
        from _collections_abc import Sequence
        return Sequence

    def MutableSequence():
        from _collections_abc import MutableSequence
        return MutableSequence

    def ByteString():
        from _collections_abc import ByteString
        return ByteString

    def MappingView():
        from _collections_abc import MappingView
        return MappingView

    def KeysView():
        from _collections_abc import KeysView
        return KeysView

    def ItemsView():
        from _collections_abc import ItemsView
        return ItemsView

    def ValuesView():
        from _collections_abc import ValuesView
        return ValuesView

    def Generator():
        from _collections_abc import Generator
        return Generator

    def AsyncGenerator():
        from _collections_abc import AsyncGenerator
        return AsyncGenerator

    def Deque():
        from collections import deque
        return deque

    def DefaultDict():
        from collections import defaultdict
        return defaultdict

    def OrderedDict():
        from collections import OrderedDict
        return OrderedDict

    def Counter():
        from collections import Counter
        return Counter

    def ChainMap():
        from collections import ChainMap
        return ChainMap

    def Pattern():
        from re import Pattern
        return Pattern

    def Match():
        from re import Match
        return Match

    def ContextManager():
        from contextlib import AbstractContextManager
        return AbstractContextManager

    def AsyncContextManager():
        from contextlib import AbstractAsyncContextManager
        return AbstractAsyncContextManager


def _alias(description, kind=_SpecialGenericAlias, **options):
    """A lazy alias: its name, the full name of what it stands for, how many arguments it takes."""
    name, full_name, count = description.split()
    return kind(None, int(count), name=name, full_name=full_name, load=lambda: getattr(_Sources, name)(), **options)


Hashable = _alias("Hashable collections.abc.Hashable 0")
Awaitable = _alias("Awaitable collections.abc.Awaitable 1")
Coroutine = _alias("Coroutine collections.abc.Coroutine 3")
AsyncIterable = _alias("AsyncIterable collections.abc.AsyncIterable 1")
AsyncIterator = _alias("AsyncIterator collections.abc.AsyncIterator 1")
Iterable = _alias("Iterable collections.abc.Iterable 1")
Iterator = _alias("Iterator collections.abc.Iterator 1")
Reversible = _alias("Reversible collections.abc.Reversible 1")
Sized = _alias("Sized collections.abc.Sized 0")
Container = _alias("Container collections.abc.Container 1")
Collection = _alias("Collection collections.abc.Collection 1")
Callable = _alias("Callable collections.abc.Callable 2", _CallableType)
AbstractSet = _alias("AbstractSet collections.abc.Set 1")
MutableSet = _alias("MutableSet collections.abc.MutableSet 1")
Mapping = _alias("Mapping collections.abc.Mapping 2")
MutableMapping = _alias("MutableMapping collections.abc.MutableMapping 2")
Sequence = _alias("Sequence collections.abc.Sequence 1")
MutableSequence = _alias("MutableSequence collections.abc.MutableSequence 1")
ByteString = _alias("ByteString collections.abc.ByteString 0", _DeprecatedGenericAlias, removal_version=(3, 14))
MappingView = _alias("MappingView collections.abc.MappingView 1")
KeysView = _alias("KeysView collections.abc.KeysView 1")
ItemsView = _alias("ItemsView collections.abc.ItemsView 2")
ValuesView = _alias("ValuesView collections.abc.ValuesView 1")
Generator = _alias("Generator collections.abc.Generator 3", defaults=(_NoneType, _NoneType))
AsyncGenerator = _alias("AsyncGenerator collections.abc.AsyncGenerator 2", defaults=(_NoneType,))
Deque = _alias("Deque collections.deque 1")
DefaultDict = _alias("DefaultDict collections.defaultdict 2")
OrderedDict = _alias("OrderedDict collections.OrderedDict 2")
Counter = _alias("Counter collections.Counter 1")
ChainMap = _alias("ChainMap collections.ChainMap 2")
Pattern = _alias("Pattern re.Pattern 1")
Match = _alias("Match re.Match 1")
ContextManager = _alias("ContextManager contextlib.AbstractContextManager 2", defaults=(bool | None,))
AsyncContextManager = _alias("AsyncContextManager contextlib.AbstractAsyncContextManager 2", defaults=(bool | None,))
Tuple = _TupleType(tuple, -1, inst=False, name="Tuple")
List = _SpecialGenericAlias(list, 1, inst=False, name="List")
Set = _SpecialGenericAlias(set, 1, inst=False, name="Set")
FrozenSet = _SpecialGenericAlias(frozenset, 1, inst=False, name="FrozenSet")
Dict = _SpecialGenericAlias(dict, 2, inst=False, name="Dict")
Type = _SpecialGenericAlias(type, 1, inst=False, name="Type")


# Protocols


@runtime_checkable
class SupportsInt(Protocol):
    """An ABC with one abstract method __int__."""

    __slots__ = ()

    @abstractmethod
    def __int__(self) -> int:
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    """An ABC with one abstract method __float__."""

    __slots__ = ()

    @abstractmethod
    def __float__(self) -> float:
        pass


@runtime_checkable
class SupportsComplex(Protocol):
    """An ABC with one abstract method __complex__."""

    __slots__ = ()

    @abstractmethod
    def __complex__(self) -> complex:
        pass


@runtime_checkable
class SupportsBytes(Protocol):
    """An ABC with one abstract method __bytes__."""

    __slots__ = ()

    @abstractmethod
    def __bytes__(self) -> bytes:
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    """An ABC with one abstract method __index__."""

    __slots__ = ()

    @abstractmethod
    def __index__(self) -> int:
        pass


@runtime_checkable
class SupportsAbs[T](Protocol):
    """An ABC with one abstract method __abs__ that is covariant in its return type."""

    __slots__ = ()

    @abstractmethod
    def __abs__(self) -> T:
        pass


@runtime_checkable
class SupportsRound[T](Protocol):
    """An ABC with one abstract method __round__ that is covariant in its return type."""

    __slots__ = ()

    @abstractmethod
    def __round__(self, ndigits: int = 0) -> T:
        pass


# Functions


def cast(typ, val):
    """Casts a value to a type: returns the value."""
    return val


def assert_type(val, typ, /):
    """Asks a type checker to confirm the type of a value: returns the value."""
    return val


def reveal_type(obj, /):
    """Asks a type checker for the type of an expression; prints the type at run time."""
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def assert_never(arg, /):
    """Says that a line of code is unreachable."""
    shown = repr(arg)
    if len(shown) > 100:
        shown = shown[:100] + "..."
    raise AssertionError(f"Expected code to be unreachable, but got: {shown}")


def final(f):
    """Marks a method or class as final."""
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass  # an object that takes no attributes
    return f


def override(method, /):
    """Says that a method overrides one of a base class."""
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass  # an object that takes no attributes
    return method


_overload_registry = {}


def _overload_dummy(*args, **kwds):
    """Raised by an overloaded function that has no implementation."""
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions outside a stub module should "
        "always be followed by an implementation that is not @overload-ed."
    )


def overload(func):
    """Decorator for overloaded functions and methods."""
    f = getattr(func, "__func__", func)
    try:
        key = f.__code__.co_firstlineno
        _overload_registry.setdefault(f.__module__, {}).setdefault(f.__qualname__, {})[key] = func
    except AttributeError:
        pass  # not a function
    return _overload_dummy


def get_overloads(func):
    """All defined overloads of a function."""
    f = getattr(func, "__func__", func)
    return list(_overload_registry.get(f.__module__, {}).get(f.__qualname__, {}).values())


def clear_overloads():
    """Forgets all overloads."""
    _overload_registry.clear()


def no_type_check(arg):
    """Says that annotations are not type hints."""
    if isinstance(arg, type):
        for key in dir(arg):
            obj = getattr(arg, key)
            qualname = getattr(obj, "__qualname__", None)
            if qualname is None or qualname != f"{arg.__qualname__}.{obj.__name__}":
                continue
            if getattr(obj, "__module__", None) != arg.__module__:
                continue
            if isinstance(obj, type(cast)):
                obj.__no_type_check__ = True
            elif isinstance(obj, type):
                no_type_check(obj)
            elif hasattr(obj, "__func__"):
                obj.__func__.__no_type_check__ = True
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass  # a builtin class
    return arg


def no_type_check_decorator(decorator):
    """Gives a decorator the effect of no_type_check."""
    import warnings
    warnings._deprecated("typing.no_type_check_decorator", remove=(3, 15))

    def wrapped_decorator(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))

    for name in ("__module__", "__name__", "__qualname__", "__doc__"):
        setattr(wrapped_decorator, name, getattr(decorator, name))
    wrapped_decorator.__wrapped__ = decorator
    return wrapped_decorator


def dataclass_transform(
    *, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False, field_specifiers=(), **kwargs
):
    """Marks something that makes classes like dataclasses."""
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            "eq_default": eq_default,
            "order_default": order_default,
            "kw_only_default": kw_only_default,
            "frozen_default": frozen_default,
            "field_specifiers": field_specifiers,
            "kwargs": kwargs,
        }
        return cls_or_fn

    return decorator


# Introspection

_WITHOUT_ANNOTATIONS = (
    type(cast), type(len), type(sys), type([].append), type(object.__init__), type(object().__str__), type(str.join),
    type(_SpecialGenericAlias(list, 1).__repr__),
)
_GetSetDescriptor = type(type(cast).__dict__["__code__"])


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The type hints of a class, module or function, with forward references evaluated."""
    if getattr(obj, "__no_type_check__", None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            base_globals = globalns
            if globalns is None:
                base_globals = getattr(sys.modules.get(base.__module__), "__dict__", {})
            annotations = base.__dict__.get("__annotations__", {})
            if isinstance(annotations, _GetSetDescriptor):
                continue
            base_locals = dict(vars(base)) if localns is None else localns
            if localns is None and globalns is None:
                # The namespace of the class is looked at last, as it always was.
                base_globals, base_locals = base_locals, base_globals
            for name, value in annotations.items():
                if isinstance(value, str):
                    value = ForwardRef(value, is_argument=False, is_class=True)
                elif value is None:
                    value = _NoneType
                hints[name] = _eval_type(value, base_globals, base_locals, base.__type_params__)
    else:
        if globalns is None:
            if isinstance(obj, type(sys)):
                globalns = obj.__dict__
            else:
                inner = obj
                while hasattr(inner, "__wrapped__"):
                    inner = inner.__wrapped__
                globalns = getattr(inner, "__globals__", {})
        if localns is None:
            localns = globalns
        annotations = getattr(obj, "__annotations__", None)
        if annotations is None:
            if isinstance(obj, _WITHOUT_ANNOTATIONS):
                return {}
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        parameters = getattr(obj, "__type_params__", ())
        for name, value in dict(annotations).items():
            if isinstance(value, str):
                value = ForwardRef(value, is_argument=not isinstance(obj, type(sys)), is_class=False)
            elif value is None:
                value = _NoneType
            hints[name] = _eval_type(value, globalns, localns, parameters)
    return hints if include_extras else {name: _strip_annotations(t) for name, t in hints.items()}


def _strip_annotations(t):
    """The type without Annotated, Required and the like."""
    if isinstance(t, _AnnotatedAlias):
        return _strip_annotations(t.__origin__)
    if isinstance(t, _BaseGenericAlias) and t.__origin__ in (Required, NotRequired, ReadOnly):
        return _strip_annotations(t.__args__[0])
    if not isinstance(t, (_GenericAlias, GenericAlias, UnionType)):
        return t
    stripped = tuple([_strip_annotations(a) for a in t.__args__])
    return t if stripped == t.__args__ else _with_args(t, stripped)


def get_origin(tp):
    """The unsubscripted version of a type."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseGenericAlias, GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    return UnionType if isinstance(tp, UnionType) else None


def get_args(tp):
    """The arguments of a type."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, (_GenericAlias, GenericAlias)):
        args = tp.__args__
        return (list(args[:-1]), args[-1]) if _should_unflatten_callable_args(tp, args) else args
    return tp.__args__ if isinstance(tp, UnionType) else ()


# Files


class IO(Generic[AnyStr]):
    """Generic base class for TextIO and BinaryIO."""

    __slots__ = ()

    @property
    @abstractmethod
    def mode(self) -> str:
        pass

    @property
    @abstractmethod
    def name(self) -> str:
        pass

    @abstractmethod
    def close(self) -> None:
        pass

    @property
    @abstractmethod
    def closed(self) -> bool:
        pass

    @abstractmethod
    def fileno(self) -> int:
        pass

    @abstractmethod
    def flush(self) -> None:
        pass

    @abstractmethod
    def isatty(self) -> bool:
        pass

    @abstractmethod
    def read(self, n: int = -1) -> AnyStr:
        pass

    @abstractmethod
    def readable(self) -> bool:
        pass

    @abstractmethod
    def readline(self, limit: int = -1) -> AnyStr:
        pass

    @abstractmethod
    def readlines(self, hint: int = -1) -> List[AnyStr]:
        pass

    @abstractmethod
    def seek(self, offset: int, whence: int = 0) -> int:
        pass

    @abstractmethod
    def seekable(self) -> bool:
        pass

    @abstractmethod
    def tell(self) -> int:
        pass

    @abstractmethod
    def truncate(self, size: int = None) -> int:
        pass

    @abstractmethod
    def writable(self) -> bool:
        pass

    @abstractmethod
    def write(self, s: AnyStr) -> int:
        pass

    @abstractmethod
    def writelines(self, lines: List[AnyStr]) -> None:
        pass

    @abstractmethod
    def __enter__(self) -> 'IO[AnyStr]':
        pass

    @abstractmethod
    def __exit__(self, type, value, traceback) -> None:
        pass


class BinaryIO(IO[bytes]):
    """Typed version of the return of open() in binary mode."""

    __slots__ = ()

    @abstractmethod
    def write(self, s: Union[bytes, bytearray]) -> int:
        pass

    @abstractmethod
    def __enter__(self) -> 'BinaryIO':
        pass


class TextIO(IO[str]):
    """Typed version of the return of open() in text mode."""

    __slots__ = ()

    @property
    @abstractmethod
    def buffer(self) -> BinaryIO:
        pass

    @property
    @abstractmethod
    def encoding(self) -> str:
        pass

    @property
    @abstractmethod
    def errors(self) -> Optional[str]:
        pass

    @property
    @abstractmethod
    def line_buffering(self) -> bool:
        pass

    @property
    @abstractmethod
    def newlines(self) -> Any:
        pass

    @abstractmethod
    def __enter__(self) -> 'TextIO':
        pass


# The names belong here, wherever they are defined.
for _value in list(globals().values()):
    if getattr(_value, "__module__", "").startswith("_typing_") and not isinstance(_value, (_SpecialForm, _BaseGenericAlias)):
        _value.__module__ = "typing"
del _value
