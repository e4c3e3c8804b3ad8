//! Fast paths of rows and guards, for functions that are compiled for speed: each does what the row of its name does in the
//! common case, and calls the row's entry point otherwise.
//!
//! Invariants
//! - A word read from a list, a slot or a cell is retained before anything else runs.
//! - What replaces a word releases the old one last, because that may run Python code.
//! - A float that only its place refers to (count 1) may be overwritten there: nobody can see the difference.
const object = @import("src/object.zig");
const rt = @import("pyrt.zig");

const Word = object.Word;
const AttrCache = object.AttrCache;
const ShapeId = object.ShapeId;
const isSmall = rt.isSmall;
const retain = rt.retain;
const release = rt.release;

/// shape id → class.
/// Indexed through its address: without an optimiser an array that is indexed by value is copied to the stack, 8 MiB.
extern var pyrt_shape_types: [1 << 20]?*const object.TypeHead;

extern fn pyrt_obj_getattr(Word, Word, *AttrCache) callconv(.c) Word;
extern fn pyrt_obj_setattr(Word, Word, Word, *AttrCache) callconv(.c) i32;
extern fn pyrt_obj_setattr_f64(Word, Word, f64, *AttrCache) callconv(.c) i32;
extern fn pyrt_obj_get_method(Word, Word, *AttrCache) callconv(.c) Word;
extern fn pyrt_obj_getitem(Word, Word) callconv(.c) Word;
extern fn pyrt_obj_setitem(Word, Word, Word) callconv(.c) i32;
extern fn pyrt_obj_getitem_at(Word, i64) callconv(.c) Word;
extern fn pyrt_obj_setitem_at(Word, i64, Word) callconv(.c) i32;
extern fn pyrt_obj_setitem_f64(Word, i64, f64) callconv(.c) i32;
extern fn pyrt_float_from_f64(f64) callconv(.c) Word;
extern fn pyrt_obj_next(Word) callconv(.c) Word;
extern fn pyrt_obj_truth(Word) callconv(.c) i32;
extern fn pyrt_obj_is(Word, Word) callconv(.c) bool;
extern fn pyrt_obj_unpack(Word, i64) callconv(.c) Word;
extern fn pyrt_list_append(Word, Word) callconv(.c) void;
extern fn pyrt_list_append_f64(Word, f64) callconv(.c) void;
extern fn pyrt_obj_call_append(Word, Word, Word, *AttrCache, Word) callconv(.c) Word;
extern fn pyrt_obj_call_append_f64(Word, Word, Word, *AttrCache, f64) callconv(.c) Word;
extern fn pyrt_global_get(*Word, *object.Module, Word) callconv(.c) Word;
extern fn pyrt_obj_len(Word) callconv(.c) object.PairI64;
extern fn pyrt_obj_isinstance(Word, Word) callconv(.c) i32;
extern fn pyrt_obj_ord(Word) callconv(.c) object.PairI64;
extern fn pyrt_is_builtin(Word, Word, *AttrCache) callconv(.c) bool;
extern fn pyrt_has_layout(Word, *AttrCache, Word) callconv(.c) bool;
extern fn pyrt_makes_instance(Word, *AttrCache, *const object.Code) callconv(.c) bool;
extern fn pyrt_init_result(Word) callconv(.c) i32;
extern fn pyrt_cell_get(Word, Word, i64) callconv(.c) Word;

// Attributes

/// The slot that the cache knows for the object, or null. A slot may be empty (0).
inline fn cachedSlot(o: Word, cache: *const AttrCache) ?*Word {
    if (isSmall(o)) return null;
    const shape = object.header(o).shape;
    if (cache.shape != shape or cache.kind != AttrCache.kind_slot) return null;
    if ((&pyrt_shape_types)[shape].?.version != cache.version) return null;
    return object.ptr(Word, o + cache.value);
}

pub inline fn obj_getattr(o: Word, name: Word, cache: *AttrCache) Word {
    if (cachedSlot(o, cache)) |slot| {
        if (slot.* != 0) return retain(slot.*);
    }
    return pyrt_obj_getattr(o, name, cache);
}

pub inline fn obj_setattr(o: Word, name: Word, value: Word, cache: *AttrCache) i32 {
    if (!isSmall(o)) {
        const shape = object.header(o).shape;
        if (cache.shape == shape and (&pyrt_shape_types)[shape].?.version == cache.version) {
            if (cache.kind == AttrCache.kind_add_slot) {
                const slot = object.ptr(Word, o + (cache.value & 0xffff_ffff));
                if (slot.* == 0) {
                    slot.* = retain(value);
                    object.header(o).shape = @intCast(cache.value >> 32);
                    return 0;
                }
            } else if (cache.kind == AttrCache.kind_slot) {
                const slot = object.ptr(Word, o + cache.value);
                const old = slot.*;
                if (old != 0) {
                    slot.* = retain(value);
                    release(old);
                    return 0;
                }
            }
        }
    }
    return pyrt_obj_setattr(o, name, value, cache);
}

pub inline fn obj_setattr_f64(o: Word, name: Word, value: f64, cache: *AttrCache) i32 {
    if (cachedSlot(o, cache)) |slot| {
        if (slot.* != 0) {
            storeF64(slot, value);
            return 0;
        }
    }
    return pyrt_obj_setattr_f64(o, name, value, cache);
}

pub inline fn slotF64(o: Word, cache: *const AttrCache) ?f64 {
    const slot = cachedSlot(o, cache) orelse return null;
    return if (slot.* != 0 and rt.isFloat(slot.*)) rt.floatValue(slot.*) else null;
}

pub inline fn slotI64(o: Word, cache: *const AttrCache) ?i64 {
    const slot = cachedSlot(o, cache) orelse return null;
    return if (isSmall(slot.*)) rt.smallValue(slot.*) else null;
}

pub inline fn obj_get_method(o: Word, name: Word, cache: *AttrCache) Word {
    if (!isSmall(o)) {
        const shape = object.header(o).shape;
        if (cache.shape == shape and cache.kind == AttrCache.kind_method and
            (&pyrt_shape_types)[shape].?.version == cache.version) return retain(cache.value);
    }
    return pyrt_obj_get_method(o, name, cache);
}

/// Whether a function that `obj_get_method` gave for the receiver has this code and takes the receiver first: it does
/// unless the receiver is a class or a module, whose functions are no methods.
pub inline fn isMethod(f: Word, receiver: Word, code: *const object.Code) bool {
    if (isSmall(f)) return false;
    if (isSmall(receiver)) return false;
    if (object.header(f).shape != @intFromEnum(ShapeId.function) or object.ptr(object.Function, f).code != code) return false;
    const shape = object.header(receiver).shape;
    return shape >= ShapeId.first_dynamic and (&pyrt_shape_types)[shape].?.flags & object.type_subclass_flag == 0;
}

/// `receiver.append(value)`; `f` is what `obj_get_method` gave. Nothing can replace a method of the class `list`, and its
/// exact instances have no attributes of their own.
pub inline fn obj_call_append(f: Word, receiver: Word, name: Word, cache: *AttrCache, value: Word) Word {
    if (object.isExact(receiver, .list)) {
        list_append(receiver, value);
        return rt.none();
    }
    return pyrt_obj_call_append(f, receiver, name, cache, value);
}

// Objects whose slots stand where the code expects them

pub inline fn in_set(o: Word, cache: *const AttrCache) bool {
    if (isSmall(o)) return false;
    const set: *const object.ShapeSet = @ptrCast(cache);
    const shape = object.header(o).shape;
    if (shape == set.shapes[0]) {
        // Most sites see one shape: the hint keeps the comparisons apart.
        @branchHint(.likely);
        return true;
    }
    return shape == set.shapes[1] or shape == set.shapes[2] or shape == set.shapes[3];
}

pub inline fn has_layout(o: Word, cache: *AttrCache, names: Word) bool {
    if (in_set(o, cache)) {
        @branchHint(.likely);
        return true;
    }
    const set: *const object.ShapeSet = @ptrCast(cache);
    return set.misses < object.ShapeSet.most_misses and pyrt_has_layout(o, cache, names);
}

pub inline fn makes_instance(class: Word, cache: *AttrCache, code: *const object.Code) bool {
    const set: *const object.ShapeSet = @ptrCast(cache);
    return class == set.value and set.shapes[0] != 0 or pyrt_makes_instance(class, cache, code);
}

pub inline fn init_result(result: Word) i32 {
    return if (result == rt.none()) 0 else pyrt_init_result(result);
}

/// The place of an attribute that is present.
inline fn field(o: Word, number: i64) *Word {
    return object.ptr(Word, o + @sizeOf(object.Instance) + 8 * @as(u64, @bitCast(number)));
}

pub inline fn field_get(o: Word, number: i64) Word {
    return retain(field(o, number).*);
}

pub inline fn field_set(o: Word, number: i64, value: Word) void {
    const place = field(o, number);
    const old = place.*;
    place.* = retain(value);
    release(old);
}

/// False if the old value may be the last reference to it, or one that the cycle collector wants to hear of.
pub inline fn field_set_plain(o: Word, number: i64, value: Word) bool {
    const place = field(o, number);
    const old = place.*;
    if (!isSmall(old)) {
        const h = object.header(old);
        if (@as(i32, @bitCast(h.rc)) >= 0) {
            if (h.rc < 2 * object.rc_one or h.rc & object.rc_quiet == 0) return false;
            h.rc -= object.rc_one;
        }
    }
    place.* = retain(value);
    return true;
}

/// False if something other than a float or a small int has to go, which may run Python code.
pub inline fn field_set_f64(o: Word, number: i64, value: f64) bool {
    const place = field(o, number);
    if (!isSmall(place.*) and !rt.isFloat(place.*)) return false;
    storeF64(place, value);
    return true;
}

pub inline fn fieldF64(o: Word, number: i64) ?f64 {
    const value = field(o, number).*;
    return if (rt.isFloat(value)) rt.floatValue(value) else null;
}

pub inline fn fieldI64(o: Word, number: i64) ?i64 {
    const value = field(o, number).*;
    return if (isSmall(value)) rt.smallValue(value) else null;
}

// Items

/// The element's place in an exact list; null for other objects and indices outside it.
inline fn listPlace(o: Word, index: i64) ?*Word {
    if (!object.isExact(o, .list)) return null;
    const l = object.ptr(object.List, o);
    const place: u64 = @bitCast(if (index < 0) index +% @as(i64, @bitCast(l.len)) else index);
    return if (place < l.len) &l.items[@intCast(place)] else null;
}

/// Makes the place hold a float of this value.
inline fn storeF64(place: *Word, value: f64) void {
    const old = place.*;
    if (!isSmall(old)) {
        const h = object.header(old);
        if (h.shape == @intFromEnum(ShapeId.float) and h.rc >> 5 == 1) {
            object.ptr(object.Float, old).value = value;
            return;
        }
    }
    place.* = pyrt_float_from_f64(value);
    release(old);
}

/// The number of an element of a list with another storage than words; null where there is none.
inline fn flatPlace(o: Word, comptime shape: ShapeId, index: i64) ?usize {
    if (!object.isExact(o, shape)) return null;
    const l = object.ptr(object.List, o);
    const place: u64 = @bitCast(if (index < 0) index +% @as(i64, @bitCast(l.len)) else index);
    return if (place < l.len) @intCast(place) else null;
}

inline fn floats(o: Word) [*]f64 {
    return @ptrCast(object.ptr(object.List, o).items);
}
inline fn bools(o: Word) [*]bool {
    return @ptrCast(object.ptr(object.List, o).items);
}

pub inline fn obj_getitem_at(o: Word, index: i64) Word {
    if (listPlace(o, index)) |place| return retain(place.*);
    if (flatPlace(o, .list_bool, index)) |place| return bool_to_obj(bools(o)[place]);
    return pyrt_obj_getitem_at(o, index);
}

pub inline fn obj_setitem_at(o: Word, index: i64, value: Word) i32 {
    const place = listPlace(o, index) orelse {
        if (value == rt.true_() or value == rt.false_()) {
            if (flatPlace(o, .list_bool, index)) |number| {
                bools(o)[number] = value == rt.true_();
                return 0;
            }
        }
        return pyrt_obj_setitem_at(o, index, value);
    };
    const old = place.*;
    place.* = retain(value);
    release(old);
    return 0;
}

pub inline fn obj_setitem_f64(o: Word, index: i64, value: f64) i32 {
    if (flatPlace(o, .list_f64, index)) |number| {
        floats(o)[number] = value;
        return 0;
    }
    const place = listPlace(o, index) orelse return pyrt_obj_setitem_f64(o, index, value);
    storeF64(place, value);
    return 0;
}

pub inline fn itemF64(o: Word, index: i64) ?f64 {
    if (flatPlace(o, .list_f64, index)) |number| return floats(o)[number];
    const place = listPlace(o, index) orelse return null;
    return if (rt.isFloat(place.*)) rt.floatValue(place.*) else null;
}

pub inline fn itemI64(o: Word, index: i64) ?i64 {
    const place = listPlace(o, index) orelse return null;
    return if (isSmall(place.*)) rt.smallValue(place.*) else null;
}

/// The row is read without a reference: nothing runs in between that could drop the list's own.
pub inline fn rowItemF64(o: Word, i: i64, j: i64) ?f64 {
    const place = listPlace(o, i) orelse return null;
    return itemF64(place.*, j);
}

pub inline fn rowItemI64(o: Word, i: i64, j: i64) ?i64 {
    const place = listPlace(o, i) orelse return null;
    return itemI64(place.*, j);
}

pub inline fn obj_getitem(o: Word, key: Word) Word {
    if (isSmall(key)) {
        if (listPlace(o, rt.smallValue(key))) |place| return retain(place.*);
    }
    return pyrt_obj_getitem(o, key);
}

/// Takes over the value's reference.
pub inline fn list_append(l: Word, value: Word) void {
    const record = object.ptr(object.List, l);
    if (record.h.shape != @intFromEnum(ShapeId.list)) return pyrt_list_append(l, value);
    if (record.len >= record.cap_strategy & ((1 << 56) - 1)) return pyrt_list_append(l, value);
    record.items[@intCast(record.len)] = value;
    record.len += 1;
}

pub inline fn list_append_f64(l: Word, value: f64) void {
    const record = object.ptr(object.List, l);
    if (record.h.shape != @intFromEnum(ShapeId.list_f64)) return pyrt_list_append_f64(l, value);
    if (record.len >= record.cap_strategy & ((1 << 56) - 1)) return pyrt_list_append_f64(l, value);
    floats(l)[@intCast(record.len)] = value;
    record.len += 1;
}

/// `receiver.append(value)`, as `obj_call_append`.
pub inline fn obj_call_append_f64(f: Word, receiver: Word, name: Word, cache: *AttrCache, value: f64) Word {
    if (object.isExact(receiver, .list_f64)) {
        list_append_f64(receiver, value);
        return rt.none();
    }
    return pyrt_obj_call_append_f64(f, receiver, name, cache, value);
}

pub inline fn obj_unpack(o: Word, n: i64) Word {
    if (object.isExact(o, .tuple) and object.ptr(object.Tuple, o).len == n) return retain(o);
    return pyrt_obj_unpack(o, n);
}

pub inline fn seq_item(t: Word, i: i64) Word {
    return object.ptr(object.Tuple, t).items()[@intCast(i)];
}

pub inline fn obj_next(it: Word) Word {
    if (object.isExact(it, .list_iter)) {
        const i = object.ptr(object.SourceIterator, it);
        if (i.source != 0) {
            const l = object.ptr(object.List, i.source);
            const place: u64 = @bitCast(i.index);
            if (l.h.shape == @intFromEnum(ShapeId.list)) {
                if (place < l.len) {
                    i.index += 1;
                    return retain(l.items[@intCast(place)]);
                }
            } else if (flatPlace(i.source, .list_bool, i.index)) |number| {
                i.index += 1;
                return bool_to_obj(bools(i.source)[number]);
            }
        }
    }
    return pyrt_obj_next(it);
}

// Names

pub inline fn global_get(slot: *Word, module: *object.Module, name: Word) Word {
    return if (slot.* != 0) retain(slot.*) else pyrt_global_get(slot, module, name);
}

pub inline fn cell_get(cell: Word, name: Word, kind: i64) Word {
    const value = object.ptr(object.Cell, cell).value;
    return if (value != 0) retain(value) else pyrt_cell_get(cell, name, kind);
}

pub inline fn cell_set(cell: Word, value: Word) void {
    const c = object.ptr(object.Cell, cell);
    const old = c.value;
    c.value = retain(value);
    rt.releaseMaybe(old);
}

// Truth, identity, comparison and arithmetic of small ints

pub inline fn obj_truth(w: Word) i32 {
    if (w == rt.true_()) return 1;
    if (w == rt.false_() or w == rt.none()) return 0;
    if (isSmall(w)) return @intFromBool(w != 1);
    return pyrt_obj_truth(w);
}

pub inline fn obj_isinstance(o: Word, class: Word) i32 {
    if (!isSmall(o)) {
        if (@intFromPtr((&pyrt_shape_types)[object.header(o).shape]) == class) return 1;
    }
    return pyrt_obj_isinstance(o, class);
}

pub inline fn bool_to_obj(v: bool) Word {
    return if (v) rt.true_() else rt.false_();
}

/// Equal floats and ints are the same object to `is`, boxed where they may be.
pub inline fn obj_is(a: Word, b: Word) bool {
    if (a == b) return true;
    if (isSmall(a)) return false;
    if (isSmall(b)) return false;
    return object.header(a).shape == object.header(b).shape and pyrt_obj_is(a, b);
}

/// Whether two exact strings are equal, where a look at their heads tells; null: not that simple.
inline fn textsEqual(a: Word, b: Word) ?bool {
    if (isSmall(a)) return null;
    if (isSmall(b)) return null;
    if (object.header(a).shape != @intFromEnum(ShapeId.str) or object.header(b).shape != @intFromEnum(ShapeId.str)) return null;
    if (a == b) return true;
    const x = object.ptr(object.Str, a);
    const y = object.ptr(object.Str, b);
    if (x.bytes != y.bytes) return false;
    if (x.bytes == 1) return x.data()[0] == y.data()[0];
    return if (x.hash != y.hash and x.hash != 0 and y.hash != 0) false else null;
}

const Order = enum { lt, le, eq, ne, gt, ge };

fn Compare(comptime name: []const u8, comptime order: Order) type {
    return struct {
        const slow = @extern(*const fn (Word, Word) callconv(.c) Word, .{ .name = "pyrt_" ++ name });
        inline fn run(a: Word, b: Word) Word {
            if (a & b & 1 == 0) {
                if (order == .eq or order == .ne) {
                    if (textsEqual(a, b)) |equal| return bool_to_obj(equal == (order == .eq));
                }
                return slow(a, b);
            }
            const x: i64 = @bitCast(a);
            const y: i64 = @bitCast(b);
            return bool_to_obj(switch (order) {
                .lt => x < y,
                .le => x <= y,
                .eq => x == y,
                .ne => x != y,
                .gt => x > y,
                .ge => x >= y,
            });
        }
    };
}
pub const obj_lt = Compare("obj_lt", .lt).run;
pub const obj_le = Compare("obj_le", .le).run;
pub const obj_eq = Compare("obj_eq", .eq).run;
pub const obj_ne = Compare("obj_ne", .ne).run;
pub const obj_gt = Compare("obj_gt", .gt).run;
pub const obj_ge = Compare("obj_ge", .ge).run;

/// Sums and differences of tagged ints; of two small ints nobody has to be released.
fn Sum(comptime name: []const u8, comptime subtract: bool) type {
    return struct {
        const slow = @extern(*const fn (Word, Word) callconv(.c) Word, .{ .name = "pyrt_" ++ name });
        inline fn run(a: Word, b: Word) Word {
            if (a & b & 1 != 0) {
                const x: i64 = @bitCast(a);
                const y: i64 = @bitCast(b - 1);
                const sum = if (subtract) @subWithOverflow(x, y) else @addWithOverflow(x, y);
                if (sum[1] == 0) return @bitCast(sum[0]);
            }
            return slow(a, b);
        }
    };
}
pub const obj_add = Sum("obj_add", false).run;
pub const obj_sub = Sum("obj_sub", true).run;
pub const obj_iadd = Sum("obj_iadd", false).run;
pub const obj_isub = Sum("obj_isub", true).run;

const IntOperator = enum { mul, floordiv, mod, lshift, rshift, and_, or_, xor };

/// The other operators of tagged ints where the result is a small int again.
fn IntOp(comptime name: []const u8, comptime op: IntOperator) type {
    return struct {
        const slow = @extern(*const fn (Word, Word) callconv(.c) Word, .{ .name = "pyrt_" ++ name });
        inline fn run(a: Word, b: Word) Word {
            if (a & b & 1 != 0) {
                if (small(a, b)) |result| return result;
            }
            return slow(a, b);
        }
        inline fn small(a: Word, b: Word) ?Word {
            const x = rt.smallValue(a);
            const y = rt.smallValue(b);
            switch (op) {
                .and_ => return a & b,
                .or_ => return a | b,
                .xor => return (a ^ b) | 1,
                .mul => {
                    const product = @mulWithOverflow(@as(i64, @bitCast(a - 1)), y);
                    return if (product[1] == 0) @as(Word, @bitCast(product[0])) | 1 else null;
                },
                .lshift => {
                    const shifted = rt.shiftLeft(@bitCast(a - 1), y);
                    return if (shifted[1] == 0) @as(Word, @bitCast(shifted[0])) | 1 else null;
                },
                .rshift => return if (y >= 0) rt.makeSmall(x >> @intCast(@min(y, 63))) else null,
                // The quotient of −2^62 and −1 is no small int.
                .floordiv => return if (y > 0) rt.makeSmall(rt.floorDiv(x, y)) else null,
                .mod => return if (y > 0) rt.makeSmall(rt.floorMod(x, y)) else null,
            }
        }
    };
}
pub const obj_mul = IntOp("obj_mul", .mul).run;
pub const obj_imul = IntOp("obj_imul", .mul).run;
pub const obj_floordiv = IntOp("obj_floordiv", .floordiv).run;
pub const obj_ifloordiv = IntOp("obj_ifloordiv", .floordiv).run;
pub const obj_mod = IntOp("obj_mod", .mod).run;
pub const obj_imod = IntOp("obj_imod", .mod).run;
pub const obj_lshift = IntOp("obj_lshift", .lshift).run;
pub const obj_ilshift = IntOp("obj_ilshift", .lshift).run;
pub const obj_rshift = IntOp("obj_rshift", .rshift).run;
pub const obj_irshift = IntOp("obj_irshift", .rshift).run;
pub const obj_and = IntOp("obj_and", .and_).run;
pub const obj_iand = IntOp("obj_iand", .and_).run;
pub const obj_or = IntOp("obj_or", .or_).run;
pub const obj_ior = IntOp("obj_ior", .or_).run;
pub const obj_xor = IntOp("obj_xor", .xor).run;
pub const obj_ixor = IntOp("obj_ixor", .xor).run;

// Builtin functions

pub inline fn is_builtin(f: Word, name: Word, cache: *AttrCache) bool {
    return f == cache.value or pyrt_is_builtin(f, name, cache);
}

pub inline fn obj_len(o: Word) object.PairI64 {
    if (!isSmall(o)) {
        switch (object.header(o).shape) {
            @intFromEnum(ShapeId.list), @intFromEnum(ShapeId.list_f64), @intFromEnum(ShapeId.list_bool) => {
                return length(object.ptr(object.List, o).len);
            },
            @intFromEnum(ShapeId.tuple) => return length(object.ptr(object.Tuple, o).len),
            @intFromEnum(ShapeId.str) => return length(object.ptr(object.Str, o).codepoints),
            @intFromEnum(ShapeId.dict) => return length(object.ptr(object.Dict, o).used),
            else => {},
        }
    }
    return pyrt_obj_len(o);
}

inline fn length(n: u64) object.PairI64 {
    return .{ .value = @bitCast(n), .raised = 0 };
}

pub inline fn obj_ord(o: Word) object.PairI64 {
    if (object.isExact(o, .str)) {
        const s = object.ptr(object.Str, o);
        if (s.codepoints == 1 and s.bytes == 1) return .{ .value = s.data()[0], .raised = 0 };
    }
    return pyrt_obj_ord(o);
}

extern fn pyrt_f64_pow_real(f64, f64) callconv(.c) f64;

/// C's pow. Square roots and squares are computed in place where that is what pow gives: its error before the last rounding
/// is below 0.05 units of the last place (glibc: 0.511 − 0.5 and up to 0.02 of the logarithm), so it rounds as the exact
/// value does unless that lies within 0.05 of the middle of two floats.
pub inline fn f64_pow_real(x: f64, y: f64) f64 {
    const size = @abs(x);
    // Far from what underflows: the remainders below are exact.
    if (size > 1e-120 and size < 1e120) {
        if (y == 0.5 and x > 0) {
            const root = @sqrt(x);
            const rest = @mulAdd(f64, -root, root, x);
            // The exact root is root + rest / 2root.
            if (@abs(rest) < 0.9 * root * unitOf(root)) return root;
        } else if (y == 2) {
            const square = x * x;
            const rest = @mulAdd(f64, x, x, -square);
            if (@abs(rest) < 0.45 * unitOf(square)) return square;
        }
    }
    return pyrt_f64_pow_real(x, y);
}

/// The unit of the last place of a normal number.
inline fn unitOf(x: f64) f64 {
    const exponent: f64 = @bitCast(@as(u64, @bitCast(x)) & 0x7ff0_0000_0000_0000);
    return exponent * 0x1p-52;
}

pub inline fn f64_abs(v: f64) f64 {
    return @abs(v);
}

pub inline fn f64_to_i64(v: f64) i64 {
    return @intFromFloat(v);
}
