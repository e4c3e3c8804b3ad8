//! Instances, each of which holds its class: allocation, where `ext` and the slots sit, shapes, dict mode, and the life-cycle slots of user classes.
//!
//! Invariants
//! - An instance of a heap class is: the part of its builtin base, then the word `ext`, then one word for each slot. For
//!   str, bytes, tuple and int subclasses the builtin part ends at `tail(w)`, else at the class's fixed offset.
//! - Slot mode: `ext == 0`, `shape_info[shape].order` lists exactly the attribute slots that are not 0, in insertion
//!   order. Dict mode: `ext` is the attribute dict, all attribute slots are 0, the shape is the class's `dict_shape`.
//! - Slots of `__slots__` members have `None` for a name in `slot_names` and belong to neither mode.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const str = @import("str.zig");
const dict = @import("dict.zig");
const ns = @import("namespace.zig");
const names = @import("names.zig");
const singletons = @import("singletons.zig");
const Words = @import("words.zig").Words;
const Word = object.Word;
const Type = types.Type;

/// What a shape id of a heap class means.
pub const Shape = struct {
    class: *Type,
    /// Slot numbers of the attributes that are present, in insertion order.
    order: []const u16,
    /// Last transition taken: adding `next_slot` leads to `next_shape` (0: none yet).
    next_slot: u32 = 0,
    next_shape: u32 = 0,
    /// The other transitions, a linked list.
    more: ?*Transition = null,
};
const Transition = struct { slot: u32, shape: u32, next: ?*Transition };

/// Shape records of heap classes; null for builtin shapes.
pub var shape_info: [types.max_shapes]?*Shape = @splat(null);
var next_shape_id: u32 = object.ShapeId.first_dynamic;
/// A class with more shapes than this puts further instances into dict mode.
const max_class_shapes = 256;

/// Ids of classes that are gone. Caches that know them also know the class's version, which never comes back.
var free_ids: Words = .{};

/// A new shape id for the class, or 0 when all are in use.
pub fn newShape(class: *Type, order: []const u16) u32 {
    const id: u32 = if (free_ids.pop()) |free| @intCast(free) else next_shape_id;
    if (id == types.max_shapes) return 0;
    if (id == next_shape_id) next_shape_id += 1;
    const s: *Shape = @ptrCast(@alignCast(alloc.bytes(@sizeOf(Shape))));
    s.* = .{ .class = class, .order = order };
    shape_info[id] = s;
    types.shape_types[id] = class;
    return id;
}

/// Gives the shapes of a class back that has no instances any more.
pub fn freeShapes(t: *Type) void {
    @import("shape_sets.zig").flush();
    if (t.shape != 0) freeShape(t.shape);
    if (t.dict_shape != 0) freeShape(t.dict_shape);
}

/// A shape and all that follow from it.
fn freeShape(id: u32) void {
    const s = shape_info[id].?;
    if (s.next_shape != 0) freeShape(s.next_shape);
    var at = s.more;
    while (at) |tr| {
        at = tr.next;
        freeShape(tr.shape);
        alloc.free(tr);
    }
    if (s.order.len > 0) alloc.free(s.order.ptr);
    alloc.free(s);
    shape_info[id] = null;
    types.shape_types[id] = null;
    free_ids.push(id);
}

/// Byte offset of the end of the builtin part of an instance of a variable-size builtin (or its subclass).
pub fn tail(w: Word, t: *const Type) usize {
    if (t.flags.str_subclass) {
        const s = object.ptr(object.Str, w);
        return std.mem.alignForward(usize, @sizeOf(object.Str) + str.tailSize(@intCast(s.bytes), s.isAscii()), 8);
    }
    if (t.flags.tuple_subclass) {
        return @sizeOf(object.Tuple) + 8 * @as(usize, @intCast(object.ptr(object.Tuple, w).len));
    }
    if (t.flags.bytes_subclass) {
        const b = object.ptr(object.Bytes, w);
        return std.mem.alignForward(usize, @sizeOf(object.Bytes) + @as(usize, @intCast(b.len)) + 1, 8);
    }
    const len = object.ptr(object.Int, w).len;
    return @sizeOf(object.Int) + 8 * @as(usize, @intCast(@max(1, @abs(len))));
}

/// Byte offset of `ext` in instances of the class, 0 if they have none.
pub inline fn extOffset(w: Word, t: *const Type) usize {
    if (t.ext_offset == types.ext_tail) return tail(w, t);
    if (t.ext_offset != 0) return t.ext_offset;
    return if (t.flags.has_dict) 8 else 0;
}
/// The place of `ext`, null if the class's instances have none.
pub inline fn extPointer(w: Word, t: *const Type) ?*Word {
    const at = extOffset(w, t);
    return if (at == 0) null else object.ptr(Word, w + at);
}
pub inline fn slotBase(w: Word, t: *const Type) [*]Word {
    const at = if (t.ext_offset == types.ext_tail) tail(w, t) + 8 else t.slot_offset;
    return @ptrFromInt(@as(usize, @intCast(w)) + at);
}

/// A new instance of `class` (a `Type` word) whose builtin part is a `T`, undefined beyond the header; `ext` and slots
/// are 0. For `slots.new` of fixed-size builtins.
pub fn allocate(comptime T: type, class: Word) *T {
    const t = object.ptr(Type, class);
    if (!t.flags.heap) {
        const o = alloc.object(T, t.shape, 0);
        if (t.ext_offset != 0) object.ptr(Word, object.word(o) + t.ext_offset).* = 0;
        return o;
    }
    const total = t.slot_offset + 8 * @as(usize, t.slot_count);
    const o = alloc.object(T, t.shape, total - @sizeOf(T));
    _ = rc.retain(class);
    const words: [*]Word = @ptrFromInt(@intFromPtr(o) + t.slot_offset);
    @memset(words[0..t.slot_count], 0);
    object.ptr(Word, object.word(o) + t.ext_offset).* = 0;
    return o;
}

/// Turns an owned exact str, bytes, tuple, int, float … into an instance of `class`, a subclass; for `slots.new` of
/// variable-size or immutable builtins. Consumes `w`; the class itself is returned as it is. 0 stays 0 (raised).
pub fn convert(class: Word, w: Word) Word {
    const t = object.ptr(Type, class);
    if (w == 0 or !t.flags.heap) return w;
    var small: extern struct { h: object.Header, len: i64, limb: u64 } = undefined;
    var source = w;
    if (object.isSmall(w)) {
        const v = object.smallValue(w);
        small = .{ .h = undefined, .len = if (v < 0) -1 else if (v > 0) 1 else 0, .limb = @abs(v) };
        source = @intFromPtr(&small);
    }
    const part = if (t.ext_offset == types.ext_tail) tail(source, t) else t.slot_offset - 8;
    const o = alloc.object(object.Header, t.shape, part - 8 + 8 + 8 * @as(usize, t.slot_count));
    _ = rc.retain(class);
    const to: [*]Word = @ptrCast(@alignCast(o));
    const from: [*]const Word = @ptrFromInt(@as(usize, @intCast(source)));
    const n = part / 8;
    if (t.flags.str_subclass) {
        // The bytes after the text up to the next word may be undefined; the index word must start empty.
        const s = object.ptr(object.Str, source);
        const bytes = @sizeOf(object.Str) + @as(usize, @intCast(s.bytes)) + 1;
        @memset(to[(bytes - 1) / 8 .. n], 0);
        @memcpy(@as([*]u8, @ptrCast(to))[8..bytes], @as([*]const u8, @ptrCast(from))[8..bytes]);
    } else if (t.flags.bytes_subclass) {
        const b = object.ptr(object.Bytes, source);
        const bytes = @sizeOf(object.Bytes) + @as(usize, @intCast(b.len));
        @memset(to[bytes / 8 .. n], 0);
        @memcpy(@as([*]u8, @ptrCast(to))[8..bytes], @as([*]const u8, @ptrCast(from))[8..bytes]);
    } else {
        @memcpy(to[1..n], from[1..n]);
    }
    if (t.flags.tuple_subclass) {
        for (object.ptr(object.Tuple, object.word(o)).slice()) |item| _ = rc.retain(item);
    }
    @memset(to[n .. n + 1 + t.slot_count], 0);
    rc.release(w);
    return object.word(o);
}

/// The number of the attribute slot with this name, or null.
pub fn slotIndex(t: *const Type, name: Word) ?u32 {
    if (t.slot_names == 0) return null;
    const list = object.ptr(object.Tuple, t.slot_names).slice();
    for (list, 0..) |n, i| if (n == name) return @intCast(i);
    for (list, 0..) |n, i| {
        if (!singletons.isNone(n) and names.same(n, name)) return @intCast(i);
    }
    return null;
}

/// The shape after storing to an absent slot; 0 if the object should go to dict mode instead.
pub fn transition(shape: u32, slot: u32) u32 {
    const s = shape_info[shape].?;
    if (s.next_shape != 0) {
        if (s.next_slot == slot) return s.next_shape;
        var at = s.more;
        while (at) |tr| : (at = tr.next) if (tr.slot == slot) return tr.shape;
    }
    if (s.class.shape_count >= max_class_shapes) return 0;
    const order: [*]u16 = @ptrCast(@alignCast(alloc.bytes((s.order.len + 1) * 2)));
    @memcpy(order[0..s.order.len], s.order);
    order[s.order.len] = @intCast(slot);
    const id = newShape(s.class, order[0 .. s.order.len + 1]);
    if (id == 0) return 0;
    s.class.shape_count += 1;
    if (s.next_shape == 0) {
        s.next_slot = slot;
        s.next_shape = id;
    } else {
        const tr: *Transition = @ptrCast(@alignCast(alloc.bytes(@sizeOf(Transition))));
        tr.* = .{ .slot = slot, .shape = id, .next = s.more };
        s.more = tr;
    }
    return id;
}

/// The object's attribute dict (borrowed), made if need be: moves an instance to dict mode. 0: it cannot have one.
pub fn dictOf(w: Word) Word {
    const t = types.typeOf(w);
    if (!t.flags.has_dict) return 0;
    const ext = extPointer(w, t) orelse return 0;
    if (ext.* != 0) return ext.*;
    const d = ns.new();
    if (t.flags.heap) moveToDict(w, t, d);
    ext.* = d;
    return d;
}

fn moveToDict(w: Word, t: *Type, d: Word) void {
    const slots = slotBase(w, t);
    if ((&shape_info[object.header(w).shape]).*) |s| {
        const list = if (t.slot_names != 0) object.ptr(object.Tuple, t.slot_names).slice() else &[_]Word{};
        for (s.order) |i| {
            if (slots[i] == 0) continue;
            ns.set(d, list[i], slots[i]);
            rc.release(slots[i]);
            slots[i] = 0;
        }
    }
    object.header(w).shape = dictShape(t);
}

/// The shape of the class's instances in dict mode; the fresh shape when shape ids have run out.
fn dictShape(t: *Type) u32 {
    if (t.dict_shape == 0) t.dict_shape = newShape(t, &.{});
    return if (t.dict_shape == 0) t.shape else t.dict_shape;
}

/// Makes `d` (borrowed) the object's `__dict__`.
pub fn setDict(w: Word, d: Word) bool {
    const t = types.typeOf(w);
    const ext = extPointer(w, t) orelse return false;
    _ = dictOf(w);
    const old = ext.*;
    ext.* = rc.retain(d);
    rc.releaseMaybe(old);
    return true;
}

/// Value of an instance attribute, borrowed; 0 if it has none of this name.
pub fn getOwn(w: Word, t: *const Type, name: Word) Word {
    const ext = extPointer(w, t) orelse return 0;
    if (ext.* != 0) return ns.get(ext.*, name);
    if (!t.flags.heap or t.slot_count == 0) return 0;
    const i = slotIndex(t, name) orelse return 0;
    return slotBase(w, t)[i];
}

/// Whether the shape alone says that the instance has no attribute of this name.
pub fn shapeLacks(o: Word, t: *const Type, name: Word) bool {
    if (!t.flags.has_dict) return true;
    if (!t.flags.heap) return false;
    const ext = extPointer(o, t) orelse return true;
    return ext.* == 0 and getOwn(o, t, name) == 0;
}

/// Stores an instance attribute (borrowed value). False: the object has no place for it.
pub fn setOwn(w: Word, t: *Type, name: Word, value: Word) bool {
    if (!t.flags.has_dict) return false;
    const ext = extPointer(w, t) orelse return false;
    if (ext.* == 0 and t.flags.heap and t.slot_count > 0) {
        if (slotIndex(t, name)) |i| {
            const slot = &slotBase(w, t)[i];
            const old = slot.*;
            if (old != 0) {
                slot.* = rc.retain(value);
                rc.release(old);
                return true;
            }
            const to = transition(object.header(w).shape, i);
            if (to != 0) {
                slot.* = rc.retain(value);
                object.header(w).shape = to;
                return true;
            }
        }
    }
    ns.set(dictOf(w), name, value);
    return true;
}

/// Removes an instance attribute; false if it has none of this name.
pub fn deleteOwn(w: Word, t: *Type, name: Word) bool {
    if (!t.flags.has_dict) return false;
    if (getOwn(w, t, name) == 0) return false;
    return ns.del(dictOf(w), name);
}

/// The slots that may hold words. In dict mode only members can; an object whose class was changed may not even have
/// the room for the others.
fn liveSlots(w: Word, t: *const Type) []Word {
    if (t.member_count == 0) {
        const ext = extPointer(w, t);
        if (ext != null and ext.?.* != 0) return &.{};
    }
    return slotBase(w, t)[0..t.slot_count];
}

/// Releases all slots.
fn dropSlots(w: Word, t: *Type) void {
    for (liveSlots(w, t)) |*slot| {
        const old = slot.*;
        if (old == 0) continue;
        slot.* = 0;
        rc.release(old);
    }
}

/// The nearest builtin class of a class's layout chain.
pub fn builtinBase(t: *Type) *Type {
    var at = t;
    while (at.flags.heap) at = at.base.?;
    return at;
}

/// `dealloc` of heap classes: attributes, then what the builtin base does (which frees the memory).
pub fn dealloc(w: Word) callconv(.c) void {
    const t = types.typeOf(w);
    if (t.flags.plain_instance) {
        const o = object.ptr(object.Instance, w);
        if (o.ext == 0) {
            for (o.slots()[0..t.slot_count]) |*slot| {
                const old = slot.*;
                slot.* = 0;
                rc.releaseMaybe(old);
            }
            alloc.free(&o.h);
            return rc.release(object.word(t));
        }
    }
    dropSlots(w, t);
    if (extPointer(w, t)) |ext| {
        const old = ext.*;
        ext.* = 0;
        rc.releaseMaybe(old);
    }
    const base = builtinBase(t);
    if (base.base == null) alloc.free(object.header(w)) else base.slots.dealloc.?(w);
    rc.release(object.word(t));
}

pub fn traverse(w: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    const t = types.typeOf(w);
    for (liveSlots(w, t)) |value| if (value != 0) visit(value, context);
    if (t.flags.plain_instance) {
        const ext = object.ptr(object.Instance, w).ext;
        if (ext != 0) visit(ext, context);
        return visit(object.word(t), context);
    }
    const base = builtinBase(t);
    if (extPointer(w, t)) |ext| {
        // A builtin base whose own instances have `ext` visits it itself.
        if (ext.* != 0 and !base.flags.has_dict) visit(ext.*, context);
    }
    visit(object.word(t), context);
    if (base.slots.traverse) |f| f(w, visit, context);
}

pub fn clear(w: Word) callconv(.c) void {
    const t = types.typeOf(w);
    dropSlots(w, t);
    // The object stays in its mode: the dict is emptied, not dropped.
    if (extPointer(w, t)) |ext| {
        if (ext.* != 0) dict.clear(ext.*);
    }
    const base = builtinBase(t);
    if (base.slots.clear) |f| _ = f(w);
}

/// Makes an instance of `from` an instance of `to` (`class_layout.compatible`): its attributes move to a dict, unless both
/// classes have the same slots. The room of more slots than the object has is never touched in dict mode.
pub fn changeClass(w: Word, from: *Type, to: *Type) void {
    const moved = from.flags.has_dict and dictOf(w) != 0;
    object.header(w).shape = if (moved) dictShape(to) else to.shape;
    _ = rc.retain(object.word(to));
    rc.release(object.word(from));
}

/// A shape id for a builtin class that has no constant one.
pub fn newShapeId() u32 {
    next_shape_id += 1;
    return next_shape_id - 1;
}
