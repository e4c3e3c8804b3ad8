//! `object`: the root class and the methods that every class inherits.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const int = @import("int.zig");
const args_ = @import("args.zig");
const attr = @import("attr.zig");
const call = @import("call.zig");
const repr_ = @import("repr.zig");
const names = @import("names.zig");
const dir = @import("dir.zig");
const ns = @import("namespace.zig");
const tuple = @import("tuple.zig");
const list = @import("list.zig");
const iter = @import("iter.zig");
const lookup = @import("lookup.zig");
const instance = @import("instance.zig");
const class_ = @import("class.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;
const Type = types.Type;

pub var object_type: Type = .{
    .h = types.static_header,
    .c_name = "object",
    .shape = @intFromEnum(object.ShapeId.object_),
    .fixed_size = @sizeOf(object.Header),
    .flags = .{ .base = true, .acyclic = true, .default_getattr = true },
    .slots = .{
        .dealloc = rc.deallocPlain,
        .repr = reprSlot,
        .str = strSlot,
        .hash = hash,
        .compare = compare,
        .getattro = attr.generic,
        .setattro = attr.genericSet,
        .new = new,
        .init = init,
    },
};

fn reprSlot(self: Word) callconv(.c) Word {
    return repr_.defaultRepr(self);
}
fn strSlot(self: Word) callconv(.c) Word {
    return repr_.unchecked(self);
}
/// The address, rotated so that its aligned low bits do not collide.
pub fn hash(self: Word) callconv(.c) i64 {
    return @bitCast(std.math.rotr(u64, self, 4));
}

/// Identity; `!=` inverts `__eq__`.
pub fn compare(left: Word, right: Word, op: types.CompareOp) callconv(.c) Word {
    switch (op) {
        .eq => return if (left == right) singletons.trueWord() else singletons.notImplementedWord(),
        .ne => {
            const eq = types.typeOf(left).slots.compare.?(left, right, .eq);
            if (eq == 0 or singletons.isNotImplemented(eq)) return eq;
            defer rc.release(eq);
            const b = @import("ops.zig").truth(eq);
            return if (b < 0) 0 else singletons.boolWord(b == 0);
        },
        .lt, .le, .gt, .ge => return singletons.notImplementedWord(),
    }
}

fn excess(nargs: usize, kwnames: Word) bool {
    return nargs > 0 or args_.keywordNames(kwnames).len > 0;
}

/// `object.__new__`: arguments are accepted only if `__init__` will look at them.
pub fn new(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = args;
    const t = object.ptr(Type, class);
    if (excess(nargs, kwnames)) {
        if (t.slots.new != &new) {
            return err.raise(.TypeError, "object.__new__() takes exactly one argument (the type to instantiate)", .{});
        }
        if (t.slots.init == &init) return err.raise(.TypeError, "{s}() takes no arguments", .{types.nameOf(t)});
    }
    if (t.flags.abstract) return class_.pyrt_refuse_abstract.?(t);
    return object.word(instance.allocate(object.Header, class));
}

/// `__new__` of classes whose instances Python code cannot make.
pub fn refuseNew(class: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return err.raise(.TypeError, "cannot create '{s}' instances", .{types.nameOf(object.ptr(Type, class))});
}

pub fn init(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) i32 {
    _ = args;
    if (!excess(nargs, kwnames)) return 0;
    const t = types.typeOf(self);
    if (t.slots.init != &init) {
        return err.fail(.TypeError, "object.__init__() takes exactly one argument (the instance to initialize)", .{});
    }
    if (t.slots.new == &new and instance.builtinBase(t) == &object_type) {
        return err.fail(.TypeError, "{s}.__init__() takes exactly one argument (the instance to initialize)", .{types.nameOf(t)});
    }
    return 0;
}

fn getClass(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(object.word(types.typeOf(self)));
}
fn setClass(self: Word, value: Word) callconv(.c) i32 {
    return class_.setClass(self, value);
}
fn initSubclass(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return singletons.noneWord();
}
fn subclassHook(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return singletons.notImplementedWord();
}
fn formatMethod(self: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (!str.isStr(args[0])) {
        return err.raise(.TypeError, "__format__() argument must be str, not {n}", .{args[0]});
    }
    if (str.slice(args[0]).len > 0) {
        return err.raise(.TypeError, "unsupported format string passed to {t}.__format__", .{self});
    }
    return repr_.str(self);
}
fn dirMethod(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return dir.ofObject(self);
}
fn sizeofMethod(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (object.isSmall(self)) return int.fromI64(28);
    return int.fromI64(@intCast(alloc.usableSize(object.header(self))));
}
/// What copying saves of an object without a `__getstate__` of its own: its `__dict__` or None, and beside it a dict of its
/// `__slots__`, if some are set.
fn getState(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const own = attr.getOptional(self, names.of(.__dict__));
    if (own == 0 and err.pending()) return 0;
    const t = types.typeOf(self);
    const is_dict = own != 0 and types.typeOf(own).flags.dict_subclass and !t.flags.type_subclass;
    const state = if (is_dict) @import("dict.zig").copy(own) else singletons.noneWord();
    rc.releaseMaybe(own);
    const members = ns.new();
    defer rc.release(members);
    for (lookup.mro(t)) |c| {
        const d = lookup.typeDict(object.ptr(Type, c));
        var at: usize = 0;
        while (@import("dict.zig").next(d, &at)) |entry| {
            if (!object.isExact(entry.value, .member_descriptor) or !object.ptr(Type, c).flags.heap) continue;
            const value = attr.getOptional(self, entry.key);
            if (value == 0) {
                if (!err.pending()) continue;
                rc.releaseMaybe(state);
                return 0;
            }
            ns.set(members, entry.key, value);
            rc.release(value);
        }
    }
    if (@import("dict.zig").len(members) == 0) return state;
    return tuple.fromOwned(&.{ state, rc.retain(members) });
}
/// `__reduce__` and `__reduce_ex__` are written in Python (`copyreg`), which `copy` and `pickle` import.
fn reduce(self: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const module_import = @import("module_import.zig");
    const protocol = if (nargs == 0) object.makeSmall(0) else int.fromI64(int.toCInt(args[0]) orelse return 0);
    if (!module_import.isKnown("copyreg")) {
        return err.raise(.NotImplementedError, "PA0209: {t}.__reduce_ex__ is not supported in a program that does not import copyreg", .{self});
    }
    const copyreg = module_import.importName("", str.intern("copyreg"), 0, 0);
    if (copyreg == 0) return 0;
    defer rc.release(copyreg);
    const function = attr.get(copyreg, str.intern(if (nargs == 0) "_object_reduce" else "_object_reduce_ex"));
    if (function == 0) return 0;
    defer rc.release(function);
    return call.call(function, &.{ self, protocol });
}

pub const methods = .{
    .{ "__class__", getClass, 0, 0, .getset, setClass },
    .{ "__init_subclass__", initSubclass, 0, 0, .class_method },
    .{ "__subclasshook__", subclassHook, 0, 1, .class_method },
    .{ "__format__", formatMethod, 1, 1 },
    .{ "__dir__", dirMethod, 0, 0 },
    .{ "__sizeof__", sizeofMethod, 0, 0 },
    .{ "__getstate__", getState, 0, 0 },
    .{ "__reduce__", reduce, 0, 0 },
    .{ "__reduce_ex__", reduce, 1, 1 },
};
