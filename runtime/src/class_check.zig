//! `isinstance` and `issubclass`.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const attr = @import("attr.zig");
const call = @import("call.zig");
const names = @import("names.zig");
const prune = @import("prune.zig");
const lookup = @import("lookup.zig");
const ops = @import("ops.zig");
const stack = @import("stack.zig");
const tuple = @import("tuple.zig");
const type_object = @import("type_object.zig");
const Word = object.Word;
const Type = types.Type;

fn isClass(w: Word) bool {
    return !object.isSmall(w) and types.typeOf(w).flags.type_subclass;
}

/// `isinstance(o, class)`; `class` may be a tuple or a union. 0, 1, or −1 raised.
pub fn isInstance(o: Word, class: Word) i32 {
    return check(o, class, .__instancecheck__);
}
/// `issubclass(c, class)`.
pub fn isSubclass(c: Word, class: Word) i32 {
    return check(c, class, .__subclasscheck__);
}

fn check(o: Word, class: Word, comptime hook: names.Name) i32 {
    const instance = hook == .__instancecheck__;
    // The exact class needs no hook, as in CPython.
    if (instance and class == object.word(types.typeOf(o))) return 1;
    if (object.isExact(class, .type_)) {
        return if (instance) realInstance(o, class) else realSubclass(o, class);
    }
    if (object.isExact(class, .union_type)) return anyOf(o, @import("union_type.zig").argsOf(class), hook);
    if (tuple.isTuple(class)) return anyOf(o, tuple.items(class), hook);
    prune.looksUp(.__instancecheck__);
    prune.looksUp(.__subclasscheck__);
    const f = lookup.lookup(types.typeOf(class), names.at(hook));
    if (f != 0) {
        if (!stack.check()) return -1;
        const result = call.special(class, f, &.{o});
        if (result == 0) return -1;
        defer rc.release(result);
        return ops.truth(result);
    }
    return if (instance) realInstance(o, class) else realSubclass(o, class);
}

fn anyOf(o: Word, classes: []const Word, comptime hook: names.Name) i32 {
    if (!stack.check()) return -1;
    for (classes) |c| {
        const r = check(o, c, hook);
        if (r != 0) return r;
    }
    return 0;
}

/// `type.__instancecheck__`: by the real class, then by `__class__`.
pub fn realInstance(o: Word, class: Word) i32 {
    if (isClass(class)) {
        const t = types.typeOf(o);
        if (types.isSubtype(t, object.ptr(Type, class))) return 1;
        if (!t.flags.heap) return 0;
        // What `object` says `__class__` is, is its class.
        const own = lookup.lookup(&@import("object_type.zig").object_type, names.of(.__class__));
        if (attr.hasDefaultLookup(t) and lookup.lookup(t, names.of(.__class__)) == own) return 0;
        const claimed = attr.getOptional(o, names.of(.__class__));
        if (claimed == 0) return if (err.pending()) -1 else 0;
        defer rc.release(claimed);
        if (claimed == object.word(t) or !isClass(claimed)) return 0;
        return @intFromBool(types.isSubtype(object.ptr(Type, claimed), object.ptr(Type, class)));
    }
    const bases = abstractBases(class);
    if (bases == 0) {
        if (err.pending()) return -1;
        return err.fail(.TypeError, "isinstance() arg 2 must be a type, a tuple of types, or a union", .{});
    }
    rc.release(bases);
    const claimed = attr.getOptional(o, names.of(.__class__));
    if (claimed == 0) return if (err.pending()) -1 else 0;
    defer rc.release(claimed);
    return abstractSubclass(claimed, class);
}

/// `type.__subclasscheck__`.
pub fn realSubclass(c: Word, class: Word) i32 {
    if (isClass(c) and isClass(class)) {
        return @intFromBool(types.isSubtype(object.ptr(Type, c), object.ptr(Type, class)));
    }
    for ([_]Word{ c, class }, 0..) |w, i| {
        const bases = abstractBases(w);
        if (bases != 0) {
            rc.release(bases);
            continue;
        }
        if (err.pending()) return -1;
        if (i == 0) return err.fail(.TypeError, "issubclass() arg 1 must be a class", .{});
        return err.fail(.TypeError, "issubclass() arg 2 must be a class, a tuple of classes, or a union", .{});
    }
    return abstractSubclass(c, class);
}

/// `w.__bases__` if that is a tuple, owned; else 0.
fn abstractBases(w: Word) Word {
    const bases = attr.getOptional(w, names.of(.__bases__));
    if (bases == 0 or tuple.isTuple(bases)) return bases;
    rc.release(bases);
    return 0;
}

fn abstractSubclass(c: Word, class: Word) i32 {
    if (c == class) return 1;
    if (!stack.check()) return -1;
    const bases = abstractBases(c);
    if (bases == 0) return if (err.pending()) -1 else 0;
    defer rc.release(bases);
    for (tuple.items(bases)) |b| {
        const r = abstractSubclass(b, class);
        if (r != 0) return r;
    }
    return 0;
}
