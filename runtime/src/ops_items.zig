//! Subscripts, membership and length of any objects.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const rc = @import("rc.zig");
const dict = @import("dict.zig");
const err = @import("err.zig");
const prune = @import("prune.zig");
const iter = @import("iter.zig");
const attr = @import("attr.zig");
const int = @import("int.zig");
const float = @import("float.zig");
const call = @import("call.zig");
const names = @import("names.zig");
const lookup = @import("lookup.zig");
const compare_ = @import("ops_compare.zig");
const generic_alias = @import("generic_alias.zig");
const str_index = @import("str_index.zig");
const Word = object.Word;
const Type = types.Type;

/// `o[key]`, owned; 0 raised.
pub fn getitem(o: Word, key: Word) Word {
    if (object.isExact(o, .list) and object.isSmall(key)) {
        if (listItem(o, object.smallValue(key))) |w| return w;
    }
    if (object.isExact(o, .dict)) {
        const value = dict.quickValue(object.ptr(object.Dict, o), key);
        if (value != 0) return rc.retain(value);
    }
    const t = types.typeOf(o);
    if (t.slots.getitem == null and t.flags.type_subclass) return classItem(o, key);
    return slotItem(o, key);
}

/// As `getitem`, but a class has no items of its own: for what iterates, which needs nothing of type arguments.
pub fn slotItem(o: Word, key: Word) Word {
    if (types.typeOf(o).slots.getitem) |f| return f(o, key);
    return err.raise(.TypeError, "'{t}' object is not subscriptable", .{o});
}

/// The item of a list in word storage; null leaves it to the slot.
inline fn listItem(o: Word, index: i64) ?Word {
    const l = object.ptr(object.List, o);
    if (l.cap_strategy >> 56 != 0) return null;
    const n: i64 = @intCast(l.len);
    const i = if (index < 0) index + n else index;
    if (i < 0 or i >= n) return null;
    return rc.retain(l.items[@intCast(i)]);
}

/// `Class[key]`: `__class_getitem__`.
fn classItem(o: Word, key: Word) Word {
    if (object.isExact(o, .type_) and object.ptr(Type, o).shape == @intFromEnum(object.ShapeId.type_)) {
        return generic_alias.new(o, key);
    }
    prune.uses("class_getitem");
    const f = attr.getOptional(o, names.of(.__class_getitem__));
    if (f == 0) {
        if (err.pending()) return 0;
        return err.raise(.TypeError, "type '{s}' is not subscriptable", .{types.nameOf(object.ptr(Type, o))});
    }
    defer rc.release(f);
    return call.call(f, &.{key});
}

/// `o[key] = value`; −1 raised.
pub fn setitem(o: Word, key: Word, value: Word) i32 {
    prune.reads("setitem");
    const f = types.typeOf(o).slots.setitem orelse
        return err.fail(.TypeError, "'{t}' object does not support item assignment", .{o});
    return f(o, key, value);
}

/// `del o[key]`; −1 raised.
pub fn delitem(o: Word, key: Word) i32 {
    prune.reads("setitem");
    const t = types.typeOf(o);
    const f = t.slots.setitem orelse {
        // CPython asks classes that may be sequences in another place, with other words.
        if ((t.flags.heap or t.slots.getitem != null) and (object.isSmall(key) or @import("int.zig").hasIndex(key))) {
            return err.fail(.TypeError, "'{t}' object doesn't support item deletion", .{o});
        }
        return err.fail(.TypeError, "'{t}' object does not support item deletion", .{o});
    };
    return f(o, key, 0);
}

/// `item in container`: 0, 1, or −1 raised.
pub fn contains(container: Word, item: Word) i32 {
    const t = types.typeOf(container);
    if (t.slots.contains) |f| return f(container, item);
    if (!iter.isIterable(container)) {
        return err.fail(.TypeError, "argument of type '{t}' is not iterable", .{container});
    }
    const it = iter.iter(container);
    if (it == 0) {
        if (err.clearIf(.TypeError)) return err.fail(.TypeError, "argument of type '{t}' is not iterable", .{container});
        return -1;
    }
    defer rc.release(it);
    while (true) {
        const value = iter.next(it);
        if (value == 0) return if (err.pending()) -1 else 0;
        const same = compare_.eqBool(value, item);
        rc.release(value);
        if (same != 0) return same;
    }
}

/// `len(o)`, −1 raised.
pub fn len(o: Word) i64 {
    const f = types.typeOf(o).slots.length orelse
        return err.fail(.TypeError, "object of type '{t}' has no len()", .{o});
    return f(o);
}

pub export fn pyrt_obj_getitem(o: Word, key: Word) callconv(.c) Word {
    return getitem(o, key);
}
pub export fn pyrt_obj_setitem(o: Word, key: Word, value: Word) callconv(.c) i32 {
    return setitem(o, key, value);
}
/// `o[index]` and its store with a machine int or float, where generated code has no words for them.
pub export fn pyrt_obj_getitem_at(o: Word, index: i64) callconv(.c) Word {
    if (object.isExact(o, .str)) {
        const s = object.ptr(object.Str, o);
        if (index >= 0 and index < s.codepoints and s.isAscii()) return str_index.charAt(s, @intCast(index));
    }
    const key = int.fromI64(index);
    defer rc.release(key);
    return getitem(o, key);
}
pub export fn pyrt_obj_setitem_at(o: Word, index: i64, value: Word) callconv(.c) i32 {
    const key = int.fromI64(index);
    defer rc.release(key);
    return setitem(o, key, value);
}
pub export fn pyrt_obj_setitem_f64(o: Word, index: i64, value: f64) callconv(.c) i32 {
    const w = float.new(value);
    defer rc.release(w);
    return pyrt_obj_setitem_at(o, index, w);
}
pub export fn pyrt_obj_delitem(o: Word, key: Word) callconv(.c) i32 {
    return delitem(o, key);
}
pub export fn pyrt_obj_contains(container: Word, item: Word) callconv(.c) i32 {
    return contains(container, item);
}
