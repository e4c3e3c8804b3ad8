//! Sets of shapes that typed code tests in place: objects whose slots stand where it expects them, receivers whose method
//! is a known function, classes whose call makes a plain instance and runs a known `__init__`.
//!
//! Invariants
//! - A shape is in a set only while the fact holds for every object of the shape. Shapes say which attributes an instance
//!   has itself; all else is facts of classes, and each change of a class empties all sets (`lookup.changed`), as does the
//!   end of a class, whose shape ids may come back.
//! - The code of a function object never changes.
//! - `value` of a set keeps its meaning when the set is emptied: what typed code has read from it before stays right.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const attr = @import("attr.zig");
const float = @import("float.zig");
const names_ = @import("names.zig");
const tuple = @import("tuple.zig");
const lookup = @import("lookup.zig");
const instance = @import("instance.zig");
const singletons = @import("singletons.zig");
const object_type = @import("object_type.zig");
const type_object = @import("type_object.zig");
const Word = object.Word;
const Type = types.Type;
const AttrCache = object.AttrCache;
const ShapeSet = object.ShapeSet;

const most_misses = object.ShapeSet.most_misses;
const end = 1;
/// Sets that hold something.
var first: u64 = end;

/// Empties all sets. Costs as much as filling them did.
pub fn flush() void {
    while (first != end) {
        const set: *ShapeSet = @ptrFromInt(@as(usize, @intCast(first)));
        first = set.next;
        set.next = 0;
        set.shapes = @splat(0);
    }
}

fn add(set: *ShapeSet, shape: u32) void {
    if (set.next == 0) {
        set.next = first;
        first = @intFromPtr(set);
    }
    for (&set.shapes) |*place| {
        if (place.* != 0) continue;
        place.* = shape;
        return;
    }
    // Full: another one goes, in turn.
    set.misses += 1;
    set.shapes[@intCast(set.misses % set.shapes.len)] = shape;
}

pub export fn pyrt_in_set(o: Word, cache: *AttrCache) callconv(.c) bool {
    const set: *ShapeSet = @ptrCast(cache);
    return !object.isSmall(o) and std.mem.indexOfScalar(u32, &set.shapes, object.header(o).shape) != null;
}

/// Whether the object is in slot mode and has the attributes `names`: each at the number of its place in the tuple, where
/// None stands for any.
pub export fn pyrt_has_layout(o: Word, cache: *AttrCache, names: Word) callconv(.c) bool {
    const set: *ShapeSet = @ptrCast(cache);
    if (object.isSmall(o) or set.misses >= most_misses) return false;
    const shape = object.header(o).shape;
    if (std.mem.indexOfScalar(u32, &set.shapes, shape) != null) return true;
    if (!fits(o, tuple.items(names))) {
        set.misses += 1;
        return false;
    }
    add(set, shape);
    return true;
}

fn fits(o: Word, names: []const Word) bool {
    const t = types.typeOf(o);
    if (!t.flags.heap or t.ext_offset != @sizeOf(object.Header) or t.slot_offset != @sizeOf(object.Instance)) return false;
    if (!t.flags.has_dict or object.ptr(object.Instance, o).ext != 0 or names.len > t.slot_count) return false;
    if (!attr.hasDefaultLookup(t) or !attr.hasDefaultStore(t)) return false;
    const own = tuple.items(t.slot_names);
    const slots = object.ptr(object.Instance, o).slots();
    for (names, 0..) |name, i| {
        if (singletons.isNone(name)) continue;
        if (singletons.isNone(own[i]) or slots[i] == 0) return false;
        if (own[i] != name and !names_.same(own[i], name)) return false;
        const d = lookup.lookup(t, own[i]);
        if (d != 0 and types.typeOf(d).slots.descr_set != null) return false;
    }
    return true;
}

/// Whether `obj_get_method` would give a function object of this code, which is to be called with the receiver first;
/// the set's `value` is that object then, which lives for ever from now on.
pub export fn pyrt_has_method(o: Word, cache: *AttrCache, name: Word, code: *const object.Code) callconv(.c) bool {
    const set: *ShapeSet = @ptrCast(cache);
    if (object.isSmall(o) or set.misses >= most_misses) return false;
    const shape = object.header(o).shape;
    if (std.mem.indexOfScalar(u32, &set.shapes, shape) != null) return true;
    const f = methodOf(o, name, code);
    if (f == 0) {
        set.misses += 1;
        return false;
    }
    if (set.value != f) set.shapes = @splat(0);
    set.value = f;
    rc.immortalize(f);
    add(set, shape);
    return true;
}

fn methodOf(o: Word, name: Word, code: *const object.Code) Word {
    const t = types.typeOf(o);
    if (!t.flags.heap or t.flags.type_subclass or !attr.hasDefaultLookup(t)) return 0;
    const f = lookup.lookup(t, name);
    if (f == 0 or !object.isExact(f, .function) or object.ptr(object.Function, f).code != code) return 0;
    return if (instance.shapeLacks(o, t, name)) f else 0;
}

/// The method that `has_method` has found, or what was looked up instead: `number` counts from `caches` on; one that is as
/// large as the number of sets stands for `other`.
pub export fn pyrt_method_word(number: i64, other: Word, caches: *AttrCache) callconv(.c) Word {
    if (other != 0) return rc.retain(other);
    const all: [*]ShapeSet = @ptrCast(caches);
    return all[@intCast(number)].value;
}

/// Whether calling the class makes an instance without attributes, with `object.__new__`, and then calls the function of
/// this code with it and the arguments.
pub export fn pyrt_makes_instance(class: Word, cache: *AttrCache, code: *const object.Code) callconv(.c) bool {
    const set: *ShapeSet = @ptrCast(cache);
    if (!object.isExact(class, .type_) or set.misses >= most_misses) return false;
    if (set.value == class and set.shapes[0] != 0) return true;
    const t = object.ptr(Type, class);
    if (!isPlain(t, code)) {
        set.misses += 1;
        return false;
    }
    if (set.value != class) set.misses += 1;
    set.shapes = @splat(0);
    set.value = class;
    add(set, t.shape);
    return true;
}

fn isPlain(t: *Type, code: *const object.Code) bool {
    if (!t.flags.heap or t.flags.abstract or t.slots.new != &object_type.new) return false;
    if (t.ext_offset != @sizeOf(object.Header) or t.slot_offset != @sizeOf(object.Instance)) return false;
    const f = lookup.lookup(t, names_.of(.__init__));
    return f != 0 and object.isExact(f, .function) and object.ptr(object.Function, f).code == code;
}

/// A new instance of such a class.
pub export fn pyrt_instance_new(class: Word) callconv(.c) Word {
    return object.word(instance.allocate(object.Header, class));
}

/// What `__init__` returned must be None.
pub export fn pyrt_init_result(result: Word) callconv(.c) i32 {
    if (singletons.isNone(result)) return 0;
    return err.fail(.TypeError, "__init__() should return None, not '{s}'", .{types.nameOfValue(result)});
}

/// The place of an attribute that `has_layout` says is there.
fn field(o: Word, number: i64) *Word {
    return &object.ptr(object.Instance, o).slots()[@intCast(number)];
}

pub export fn pyrt_field_get(o: Word, number: i64) callconv(.c) Word {
    return rc.retain(field(o, number).*);
}

pub export fn pyrt_field_set(o: Word, number: i64, value: Word) callconv(.c) void {
    const place = field(o, number);
    const old = place.*;
    place.* = rc.retain(value);
    rc.release(old);
}

/// False, and nothing has happened, where the end of the old value may run Python code.
pub export fn pyrt_field_set_plain(o: Word, number: i64, value: Word) callconv(.c) bool {
    const place = field(o, number);
    const old = place.*;
    if (!object.isSmall(old) and object.header(old).rc & object.rc_uncounted == 0) return false;
    place.* = rc.retain(value);
    return true;
}

/// False, and nothing has happened, where the old value is no number and its end may run Python code.
pub export fn pyrt_field_set_f64(o: Word, number: i64, value: f64) callconv(.c) bool {
    const place = field(o, number);
    const old = place.*;
    if (!object.isSmall(old) and !object.isExact(old, .float)) return false;
    place.* = float.new(value);
    rc.release(old);
    return true;
}
