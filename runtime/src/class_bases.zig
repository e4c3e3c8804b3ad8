//! Assigning `cls.__bases__`.
const object = @import("object.zig");
const types = @import("type.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const tuple = @import("tuple.zig");
const lookup = @import("lookup.zig");
const mro = @import("mro.zig");
const class_ = @import("class.zig");
const layout = @import("class_layout.zig");
const class_slots = @import("class_slots.zig");
const instance = @import("instance.zig");
const Word = object.Word;
const Type = types.Type;

/// Replaces the bases; instances keep their layout, so the new base that decides it must have the same. −1 raised.
pub fn set(t: *Type, value: Word) i32 {
    if (!tuple.isTuple(value)) {
        return err.fail(.TypeError, "can only assign tuple to {s}.__bases__, not {t}", .{ types.nameOf(t), value });
    }
    const bases = tuple.items(value);
    if (bases.len == 0) {
        return err.fail(.TypeError, "can only assign non-empty tuple to {s}.__bases__, not ()", .{types.nameOf(t)});
    }
    for (bases) |b| {
        if (!class_.isClass(b)) {
            return err.fail(.TypeError, "{s}.__bases__ must be tuple of classes, not '{t}'", .{ types.nameOf(t), b });
        }
        if (types.isSubtype(object.ptr(Type, b), t)) {
            return err.fail(.TypeError, "a __bases__ item causes an inheritance cycle", .{});
        }
    }
    const base = layout.bestBase(bases) orelse return -1;
    const old_base = t.base.?;
    const same_layout = base == old_base or (instance.builtinBase(base) == instance.builtinBase(old_base) and
        base.member_count == old_base.member_count and base.flags.has_dict == old_base.flags.has_dict and
        base.flags.heap == old_base.flags.heap);
    if (!same_layout) {
        const what: []const u8 = if (base.flags.heap and old_base.flags.heap) "object layout" else "deallocator";
        return err.fail(.TypeError, "__bases__ assignment: '{s}' {s} differs from '{s}'", .{
            types.nameOf(base), what, types.nameOf(old_base),
        });
    }
    const order = mro.linearise(t, bases);
    if (order == 0) return -1;
    for (tuple.items(t.bases)) |b| lookup.removeSubclass(object.ptr(Type, b), t);
    // A class that derives from the old base may be the last to hold it.
    const old_bases = t.bases;
    defer rc.release(old_bases);
    t.bases = class_.owned(t, rc.retain(value));
    t.base = base;
    setMro(t, order);
    for (bases) |b| lookup.addSubclass(object.ptr(Type, b), t);
    lookup.changed(t);
    if (!relinearise(t)) return -1;
    class_slots.updateAll(t);
    return 0;
}

/// Consumes the new order.
fn setMro(t: *Type, order: Word) void {
    const old = t.mro;
    t.mro = class_.owned(t, order);
    rc.releaseMaybe(old);
}

/// New MROs for all subclasses.
fn relinearise(t: *Type) bool {
    for (lookup.subclasses(t)) |c| {
        const sub = object.ptr(Type, c);
        const order = mro.linearise(sub, tuple.items(sub.bases));
        if (order == 0) return false;
        setMro(sub, order);
        if (!relinearise(sub)) return false;
    }
    return true;
}
