//! `super`: attributes of the classes after a given one in an object's MRO.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const args_ = @import("args.zig");
const attr_cache = @import("attr_cache.zig");
const call = @import("call.zig");
const attr = @import("attr.zig");
const names = @import("names.zig");
const lookup = @import("lookup.zig");
const repr_ = @import("repr.zig");
const class_ = @import("class.zig");
const instance = @import("instance.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;
const Type = types.Type;

/// `self` and `owner` are 0 in an unbound super object.
pub const Super = extern struct { h: object.Header, start: ?*Type, self: Word, owner: ?*Type };

/// The class whose MRO counts for `super(t, o)`, or null (raised).
fn ownerOf(t: *Type, o: Word) ?*Type {
    if (class_.isClass(o) and types.isSubtype(object.ptr(Type, o), t)) return object.ptr(Type, o);
    if (types.isInstance(o, t)) return types.typeOf(o);
    const claimed = attr.getOptional(o, names.of(.__class__));
    defer rc.releaseMaybe(claimed);
    if (claimed == 0 and err.pending()) return null;
    if (claimed != 0 and class_.isClass(claimed) and types.isSubtype(object.ptr(Type, claimed), t)) {
        return object.ptr(Type, claimed);
    }
    const is_class = class_.isClass(o);
    _ = err.raise(.TypeError, "super(type, obj): obj ({s} {s}) is not an instance or subtype of type ({s}).", .{
        @as([]const u8, if (is_class) "type" else "instance of"),
        if (is_class) types.nameOf(object.ptr(Type, o)) else types.nameOfValue(o),
        types.nameOf(t),
    });
    return null;
}

/// `attr_cache.super_method`
fn method(receiver: Word, name: Word, self: *Word) Word {
    const s = object.ptr(Super, receiver);
    const owner = s.owner orelse return 0;
    // Through a class, the attribute is not bound to an instance.
    if (name == names.of(.__class__) or s.self == object.word(owner)) return 0;
    const f = lookup.lookupAfter(owner, s.start.?, name);
    if (f == 0 or !call.isUnboundMethod(f)) return 0;
    self.* = s.self;
    return f;
}

fn make(class: Word, t: *Type, o: Word) Word {
    attr_cache.super_method = method;
    const owner = ownerOf(t, o) orelse return 0;
    const s = instance.allocate(Super, class);
    s.start = t;
    s.self = rc.retain(o);
    s.owner = owner;
    _ = rc.retain(object.word(t));
    _ = rc.retain(object.word(owner));
    return object.word(s);
}

/// Zero-argument `super()`. See the row.
pub export fn pyrt_class_super(cell: Word, first: Word, has_argument: i64) callconv(.c) Word {
    if (has_argument == 0) return err.raise(.RuntimeError, "super(): no arguments", .{});
    if (first == 0) return err.raise(.RuntimeError, "super(): arg[0] deleted", .{});
    if (cell == 0) return err.raise(.RuntimeError, "super(): __class__ cell not found", .{});
    const c = object.ptr(object.Cell, cell).value;
    if (c == 0) return err.raise(.RuntimeError, "super(): empty __class__ cell", .{});
    if (!class_.isClass(c)) return err.raise(.RuntimeError, "super(): __class__ is not a type ({t})", .{c});
    return make(object.word(&super_type), object.ptr(Type, c), first);
}

fn new(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (!args_.noKeywords("super", kwnames)) return 0;
    // The compiler turns `super()` in a method into `class_super`; elsewhere there is no class to find.
    if (nargs == 0) return err.raise(.RuntimeError, "super(): no arguments", .{});
    if (!args_.checkCount("super()", nargs, 0, 2)) return 0;
    if (!class_.isClass(args[0])) {
        return err.raise(.TypeError, "super() argument 1 must be a type, not {t}", .{args[0]});
    }
    if (nargs == 2 and !singletons.isNone(args[1])) return make(class, object.ptr(Type, args[0]), args[1]);
    const s = instance.allocate(Super, class);
    s.start = object.ptr(Type, rc.retain(args[0]));
    s.self = 0;
    s.owner = null;
    return object.word(s);
}

fn dealloc(self: Word) callconv(.c) void {
    const s = object.ptr(Super, self);
    rc.releaseMaybe(s.self);
    if (s.start) |c| rc.release(object.word(c));
    if (s.owner) |c| rc.release(object.word(c));
    alloc.free(s);
}
fn traverse(self: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    const s = object.ptr(Super, self);
    if (s.self != 0) visit(s.self, context);
    if (s.start) |c| visit(object.word(c), context);
    if (s.owner) |c| visit(object.word(c), context);
}

fn getattro(self: Word, name: Word) callconv(.c) Word {
    const s = object.ptr(Super, self);
    const owner = s.owner orelse return attr.generic(self, name);
    if (name != names.of(.__class__)) {
        const f = lookup.lookupAfter(owner, s.start.?, name);
        if (f != 0) {
            const get = types.typeOf(f).slots.descr_get orelse return rc.retain(f);
            _ = rc.retain(f);
            defer rc.release(f);
            // Through a class, the attribute is not bound to an instance.
            const bound = if (s.self == object.word(owner)) 0 else s.self;
            return get(f, bound, object.word(owner));
        }
    }
    return attr.generic(self, name);
}

fn descrGet(self: Word, o: Word, _: Word) callconv(.c) Word {
    const s = object.ptr(Super, self);
    if (o == 0 or singletons.isNone(o) or s.self != 0) return rc.retain(self);
    return make(object.word(types.typeOf(self)), s.start.?, o);
}

fn repr(self: Word) callconv(.c) Word {
    const s = object.ptr(Super, self);
    var b: str.Builder = .init(64);
    b.append("<super: <class '");
    b.append(types.nameOf(s.start.?));
    b.append("'>, ");
    if (s.owner) |owner| {
        b.append("<");
        b.append(types.nameOf(owner));
        b.append(" object>>");
    } else b.append("NULL>");
    return b.finish();
}

fn thisClass(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(object.word(object.ptr(Super, self).start.?));
}
fn selfObject(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const s = object.ptr(Super, self);
    return if (s.self == 0) singletons.noneWord() else rc.retain(s.self);
}
fn selfClass(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return if (object.ptr(Super, self).owner) |o| rc.retain(object.word(o)) else singletons.noneWord();
}
pub const methods = .{
    .{ "__thisclass__", thisClass, 0, 0, .getset },
    .{ "__self__", selfObject, 0, 0, .getset },
    .{ "__self_class__", selfClass, 0, 0, .getset },
};

pub var super_type: Type = .{
    .h = types.static_header,
    .c_name = "super",
    .shape = @intFromEnum(object.ShapeId.super_),
    .fixed_size = @sizeOf(Super),
    .base = &@import("object_type.zig").object_type,
    .flags = .{ .base = true },
    .slots = .{
        .dealloc = dealloc,
        .traverse = traverse,
        .repr = repr,
        .getattro = getattro,
        .descr_get = descrGet,
        .new = new,
    },
};
