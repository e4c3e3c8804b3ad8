//! Classes: the `Type` object, its slots, and the tables from shape to class.
//!
//! Invariant: a slot is null exactly if neither the class nor a base defines the corresponding special method. Slots of
//! heap classes are derived from their attributes (`class.zig: updateSlots`) whenever those change.
//!
//! A builtin class is a static `Type` in its own file, `pub var <name>_type` (see `methods.zig` for an example), listed in
//! `builtin_types.zig`. `slots.new` must make instances of the class that it is given (which may be a subclass) with
//! `instance.allocate` (fixed size) or `instance.convert` (variable size).
const std = @import("std");
const object = @import("object.zig");
const Word = object.Word;
const Header = object.Header;

/// Operator order of the compiler's `BinaryOperator` and of the `obj_*` rows.
pub const BinaryOp = enum(u8) { add, sub, mul, matmul, truediv, floordiv, mod, pow, lshift, rshift, and_, or_, xor };
pub const CompareOp = enum(u8) { lt, le, eq, ne, gt, ge };

/// Binary slots get the operands in source order and may return `NotImplemented`; either operand may be of the class.
pub const NewFn = *const fn (class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word;
pub const BinaryFn = *const fn (left: Word, right: Word) callconv(.c) Word;
pub const UnaryFn = *const fn (self: Word) callconv(.c) Word;
/// 0 or 1, −1 raised.
pub const PredicateFn = *const fn (self: Word) callconv(.c) i32;
/// −1 raised.
pub const LengthFn = *const fn (self: Word) callconv(.c) i64;
/// Calls `visitor(child, context)` for each word that the object owns (used by the cycle collector).
pub const Visitor = *const fn (child: Word, context: *anyopaque) callconv(.c) void;

/// Function pointers of a class; the C conventions are those of CPython's slots: words are borrowed in, owned out,
/// 0 or −1 means raised.
pub const Slots = extern struct {
    /// Releases what the object owns and frees its memory.
    dealloc: ?*const fn (self: Word) callconv(.c) void = null,
    traverse: ?*const fn (self: Word, visit: Visitor, context: *anyopaque) callconv(.c) void = null,
    /// Drops owned words so that cycles break; the object stays valid.
    clear: ?*const fn (self: Word) callconv(.c) void = null,
    repr: ?UnaryFn = null,
    str: ?UnaryFn = null,
    /// The hash, −1 raised (never a valid hash).
    hash: ?LengthFn = null,
    call: ?*const fn (self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word = null,
    getattro: ?*const fn (self: Word, name: Word) callconv(.c) Word = null,
    /// value 0: delete
    setattro: ?*const fn (self: Word, name: Word, value: Word) callconv(.c) i32 = null,
    compare: ?*const fn (left: Word, right: Word, op: CompareOp) callconv(.c) Word = null,
    iter: ?UnaryFn = null,
    /// 0 without a pending exception: the end.
    next: ?UnaryFn = null,
    boolean: ?PredicateFn = null,
    length: ?LengthFn = null,
    getitem: ?BinaryFn = null,
    /// value 0: delete
    setitem: ?*const fn (self: Word, key: Word, value: Word) callconv(.c) i32 = null,
    contains: ?*const fn (self: Word, item: Word) callconv(.c) i32 = null,
    binary: [13]?BinaryFn = @splat(null),
    /// In place: the left operand is consumed (also when raising), so that it may be changed in place; only a slot that
    /// returns `NotImplemented` leaves it with the caller.
    inplace: [13]?BinaryFn = @splat(null),
    divmod: ?BinaryFn = null,
    /// `pow(a, b, m)`
    pow3: ?*const fn (Word, Word, Word) callconv(.c) Word = null,
    neg: ?UnaryFn = null,
    pos: ?UnaryFn = null,
    invert: ?UnaryFn = null,
    abs: ?UnaryFn = null,
    int: ?UnaryFn = null,
    float: ?UnaryFn = null,
    index: ?UnaryFn = null,
    /// (descriptor, instance or 0, class) → value
    descr_get: ?*const fn (self: Word, instance: Word, class: Word) callconv(.c) Word = null,
    /// value 0: delete. Non-null makes it a data descriptor.
    descr_set: ?*const fn (self: Word, instance: Word, value: Word) callconv(.c) i32 = null,
    /// `__new__`: (class, args, nargs, kwnames) → instance
    new: ?NewFn = null,
    init: ?*const fn (self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) i32 = null,
    /// `__del__`
    finalize: ?*const fn (self: Word) callconv(.c) void = null,
    await_: ?UnaryFn = null,
    aiter: ?UnaryFn = null,
    anext: ?UnaryFn = null,
};

pub const TypeFlags = packed struct(u32) {
    /// Made by a class statement or `type()`.
    heap: bool = false,
    /// May be subclassed.
    base: bool = false,
    /// Instances own no reference that could close a cycle.
    acyclic: bool = false,
    /// Instances have `ext` at offset 8 and may get a `__dict__`.
    has_dict: bool = false,
    has_weakrefs: bool = false,
    // Subclass tests that must be fast:
    int_subclass: bool = false,
    str_subclass: bool = false,
    bytes_subclass: bool = false,
    list_subclass: bool = false,
    tuple_subclass: bool = false,
    dict_subclass: bool = false,
    set_subclass: bool = false,
    type_subclass: bool = false,
    exception_subclass: bool = false,
    float_subclass: bool = false,
    /// Binding it to an instance makes a method (functions); used by method calls without a bound method.
    method_descriptor: bool = false,
    /// For patterns: `case [..]` and `case {..}`.
    sequence: bool = false,
    mapping: bool = false,
    /// `obj_getattr` may use the default lookup (no `__getattribute__`, no `__getattr__`).
    default_getattr: bool = false,
    abstract: bool = false,
    immutable: bool = false,
    /// Instances are an `object.Instance` with slots and nothing of a builtin class (heap classes).
    plain_instance: bool = false,
    _: u10 = 0,
};

pub const Type = extern struct {
    h: Header,
    /// Attribute namespace (Dict word), 0 until it is first needed (builtin classes: made from `methods`).
    dict: Word = 0,
    name: Word = 0,
    qualname: Word = 0,
    module: Word = 0,
    /// Tuple of classes; 0 stands for `(base,)` of a builtin class.
    bases: Word = 0,
    /// Tuple of classes, 0 until needed.
    mro: Word = 0,
    /// The base that determines the layout; null for `object`.
    base: ?*Type = null,
    flags: TypeFlags = .{},
    /// Shape of fresh instances.
    shape: u32 = 0,
    /// Bytes of the fixed part; slots of heap classes follow. Variable-size builtins: the part before the data.
    fixed_size: u32 = 0,
    /// Number of predeclared slots (heap classes).
    slot_count: u32 = 0,
    /// Their names in slot order (tuple), 0 if none.
    slot_names: Word = 0,
    /// Byte offset of the first slot; for `ext_tail` classes counted from the end of the builtin part.
    slot_offset: u32 = 0,
    /// Byte offset of the word `ext` (0 or the attribute dict); 0: instances have none; `ext_tail`: it follows the
    /// variable part of a str, bytes, tuple or int subclass (`instance.zig: tail`).
    ext_offset: u32 = 0,
    /// Changes when the class or one of its bases changes; caches compare it.
    version: u64 = 1,
    /// Direct subclasses (list of weakly held words), 0 if none.
    subclasses: Word = 0,
    /// Static name for builtin classes (`name` is made from it on demand).
    c_name: [*:0]const u8 = "",
    /// Builtin classes: rows emitted per program.
    methods: ?[*]const object.MethodRow = null,
    method_count: u64 = 0,
    /// `__slots__` tuple or 0
    declared_slots: Word = 0,
    doc: Word = 0,
    slots: Slots = .{},
    /// Shape of instances whose attributes are in `ext`.
    dict_shape: u32 = 0,
    /// Shapes made so far for instances; beyond a bound further instances go to dict mode.
    shape_count: u32 = 0,
    /// How many of the slots are members of `__slots__` (named None in `slot_names`).
    member_count: u32 = 0,
    pad: u32 = 0,
};

/// `Type.ext_offset` of subclasses of variable-size builtins.
pub const ext_tail: u32 = 0xffff_ffff;

/// Header of a static builtin class.
pub const static_header: Header = .{ .rc = object.rc_immortal, .shape = @intFromEnum(object.ShapeId.type_) };

/// Offsets in `Slots` counted in words, for the rules that treat all slots alike.
pub const slot_words = @sizeOf(Slots) / @sizeOf(usize);

/// shape id → class. Static, committed as touched; ids beyond it are refused with MemoryError.
pub const max_shapes = 1 << 20;
pub var shape_types: [max_shapes]?*Type = @splat(null);

// What generated code reads of a class: the array above and the head of each record.
comptime {
    @export(&shape_types, .{ .name = "pyrt_shape_types" });
    for (@typeInfo(object.TypeHead).@"struct".fields) |field| {
        if (@offsetOf(Type, field.name) != @offsetOf(object.TypeHead, field.name)) @compileError("TypeHead." ++ field.name);
    }
    if (@as(u32, @bitCast(TypeFlags{ .type_subclass = true })) != object.type_subclass_flag) @compileError("type_subclass_flag");
}

pub inline fn typeOfShape(shape: u32) *Type {
    return shape_types[shape].?;
}
pub inline fn typeOf(w: Word) *Type {
    return typeOfShape(object.shapeOf(w));
}

/// The name without the module, as bytes (`type(x).__name__`).
pub fn nameOf(t: *const Type) []const u8 {
    if (t.name != 0) return object.ptr(object.Str, t.name).slice();
    return std.mem.span(t.c_name);
}
/// The last part of a name that may be qualified by its module, as `repr` of many C types shows it.
pub fn nameOfClass(t: *const Type) []const u8 {
    const full = nameOf(t);
    return full[if (std.mem.lastIndexOfScalar(u8, full, '.')) |dot| dot + 1 else 0..];
}
/// Class name of a value, for messages.
pub fn nameOfValue(w: Word) []const u8 {
    return nameOf(typeOf(w));
}

/// Exact or inherited: `t` is `base` or derives from it.
pub fn isSubtype(t: *const Type, base: *const Type) bool {
    if (t == base) return true;
    if (t.mro != 0) {
        for (object.ptr(object.Tuple, t.mro).slice()) |c| {
            if (c == object.word(base)) return true;
        }
        return false;
    }
    var up: ?*const Type = t;
    while (up) |b| : (up = b.base) {
        if (b == base) return true;
        if (b.bases == 0) continue;
        // A builtin class with several bases (ExceptionGroup).
        for (object.ptr(object.Tuple, b.bases).slice()) |c| {
            if (isSubtype(object.ptr(Type, c), base)) return true;
        }
    }
    return base.base == null and base.shape == @intFromEnum(object.ShapeId.object_);
}
/// `isinstance` by real class only (no `__instancecheck__`).
pub inline fn isInstance(w: Word, base: *const Type) bool {
    return isSubtype(typeOf(w), base);
}

/// Fills the slots that a builtin class does not define from its base, and enters its shape. The base must be ready.
pub fn ready(t: *Type) void {
    if (t.base) |base| {
        const own: *[slot_words]usize = @ptrCast(&t.slots);
        const inherited: *const [slot_words]usize = @ptrCast(&base.slots);
        // __eq__ and __hash__ go together: a class that compares by itself does not inherit identity hashing.
        const keep_hash = t.slots.compare != null and t.slots.hash == null;
        for (own, inherited) |*o, i| {
            if (o.* == 0) o.* = i;
        }
        if (keep_hash) t.slots.hash = null;
        const mask: u32 = subclass_flags;
        t.flags = @bitCast(@as(u32, @bitCast(t.flags)) | (@as(u32, @bitCast(base.flags)) & mask));
    }
    if (t.shape != 0) shape_types[t.shape] = t;
}

/// Flags that a subclass has because its base has them.
pub const subclass_flags: u32 = @bitCast(TypeFlags{
    .int_subclass = true,
    .str_subclass = true,
    .bytes_subclass = true,
    .list_subclass = true,
    .tuple_subclass = true,
    .dict_subclass = true,
    .set_subclass = true,
    .type_subclass = true,
    .exception_subclass = true,
    .float_subclass = true,
    .sequence = true,
    .mapping = true,
});
