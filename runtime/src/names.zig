//! The names that the runtime itself looks up (`__init__` …), interned once at start-up.
//!
//! Invariant: `of(n)` is the interned (immortal) string; two equal interned names have the same address.
const std = @import("std");
const object = @import("object.zig");
const str = @import("str.zig");
const prune = @import("prune.zig");
const Word = object.Word;

// zig fmt: off
pub const Name = enum(u16) {
    __add__, __radd__, __iadd__, __sub__, __rsub__, __isub__, __mul__, __rmul__, __imul__,
    __matmul__, __rmatmul__, __imatmul__, __truediv__, __rtruediv__, __itruediv__,
    __floordiv__, __rfloordiv__, __ifloordiv__, __mod__, __rmod__, __imod__, __pow__, __rpow__, __ipow__,
    __lshift__, __rlshift__, __ilshift__, __rshift__, __rrshift__, __irshift__,
    __and__, __rand__, __iand__, __or__, __ror__, __ior__, __xor__, __rxor__, __ixor__,
    __lt__, __le__, __eq__, __ne__, __gt__, __ge__,
    __neg__, __pos__, __invert__, __abs__, __int__, __float__, __index__,
    __repr__, __str__, __hash__, __call__, __getattribute__, __getattr__, __setattr__, __delattr__,
    __iter__, __next__, __bool__, __len__, __getitem__, __setitem__, __delitem__, __contains__,
    __get__, __set__, __delete__, __new__, __init__, __del__, __await__, __aiter__, __anext__,
    __dict__, __class__, __weakref__, __module__, __qualname__, __name__, __doc__, __slots__, __bases__, __mro__,
    __init_subclass__, __set_name__, __class_getitem__, __prepare__, __instancecheck__, __subclasscheck__,
    __subclasses__, __mro_entries__, __classcell__, __orig_bases__, __annotations__, __type_params__,
    __match_args__, __enter__, __exit__, __aenter__, __aexit__, __defaults__, __kwdefaults__, __closure__,
    __code__, __globals__, __builtins__, __wrapped__, __func__, __self__, __objclass__, __isabstractmethod__,
    __abstractmethods__, __missing__, __reversed__, __length_hint__, __format__, __dir__, __origin__, __args__,
    __parameters__, __value__, __static_attributes__, __firstlineno__, __main__, __all__, __path__, __file__,
    __spec__, __loader__, __package__, __cause__, __context__, __traceback__, __notes__, __round__, __trunc__,
    __floor__, __ceil__, __complex__, __bytes__, __divmod__, __rdivmod__, __fspath__, __import__, __copy__,
    __reduce__, __reduce_ex__, __getstate__, __sizeof__, __thisclass__, __self_class__, __name, mro, builtins, self, metaclass, keys, items,
    fget, fset, fdel, send, throw, close, append, add, update, get, __unpacked__, __typing_subst__,
    __subclasshook__, __ror, __basicsize__, __itemsize__, __flags__, __base__, __text_signature__,
};
// zig fmt: on

const count = @typeInfo(Name).@"enum".fields.len;
var table: [count]Word = @splat(0);

/// The interned string of a name (immortal). Builtin methods of this name may be looked up from here on.
pub inline fn of(comptime name: Name) Word {
    prune.looksUp(name);
    return table[@intFromEnum(name)];
}

/// As `of`, for a name that no row of a builtin class has, or that the caller has told `prune.looksUp` of.
pub inline fn at(name: Name) Word {
    return table[@intFromEnum(name)];
}

/// All names, separated by spaces (smaller than an array of them).
const all = blk: {
    @setEvalBranchQuota(100_000);
    var out: []const u8 = "";
    for (@typeInfo(Name).@"enum".fields) |field| out = out ++ field.name ++ " ";
    break :blk out;
};

/// The text of a name.
pub fn textOf(name: Name) []const u8 {
    return slice(at(name));
}

/// Interns all names; called once at start-up, after the string tables exist.
pub fn init() void {
    var rest: []const u8 = all;
    for (&table) |*entry| {
        var n: usize = 0;
        while (rest[n] != ' ') n += 1;
        entry.* = str.intern(rest[0..n]);
        rest = rest[n + 1 ..];
    }
}

/// Equal as strings; interned strings mostly meet at the first comparison.
pub inline fn same(a: Word, b: Word) bool {
    if (a == b) return true;
    const x = object.ptr(object.Str, a);
    const y = object.ptr(object.Str, b);
    return x.bytes == y.bytes and std.mem.eql(u8, x.slice(), y.slice());
}

/// `w` is a str (or of a subclass).
pub inline fn isStr(w: Word) bool {
    if (object.isSmall(w)) return false;
    if (object.header(w).shape == @intFromEnum(object.ShapeId.str)) return true;
    return @import("type.zig").typeOf(w).flags.str_subclass;
}

pub inline fn slice(w: Word) []const u8 {
    return object.ptr(object.Str, w).slice();
}
