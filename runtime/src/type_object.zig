//! `type`: the class of classes.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const rc = @import("rc.zig");
const alloc = @import("alloc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const int = @import("int.zig");
const args_ = @import("args.zig");
const attr = @import("attr.zig");
const call_ = @import("call.zig");
const dict = @import("dict.zig");
const dir = @import("dir.zig");
const tuple = @import("tuple.zig");
const exception_types = @import("exception_types.zig");
const list = @import("list.zig");
const ops = @import("ops.zig");
const ns = @import("namespace.zig");
const names = @import("names.zig");
const lookup = @import("lookup.zig");
const class_ = @import("class.zig");
const class_bases = @import("class_bases.zig");
const class_check = @import("class_check.zig");
const class_slots = @import("class_slots.zig");
const slot_defs = @import("slot_defs.zig");
const instance = @import("instance.zig");
const mapping_proxy = @import("mapping_proxy.zig");
const union_type = @import("union_type.zig");
const repr_ = @import("repr.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;
const Type = types.Type;
const object_type = &@import("object_type.zig").object_type;

pub var type_type: Type = .{
    .h = types.static_header,
    .c_name = "type",
    .shape = @intFromEnum(object.ShapeId.type_),
    .fixed_size = @sizeOf(Type),
    .base = object_type,
    .flags = .{ .base = true, .type_subclass = true },
    .slots = .{
        .dealloc = dealloc,
        .traverse = traverse,
        .clear = clear,
        .repr = repr,
        .call = call,
        .getattro = getattro,
        .setattro = setattro,
        .new = new,
        .init = init,
        .binary = orSlot(),
    },
};

fn orSlot() [13]?types.BinaryFn {
    var out: [13]?types.BinaryFn = @splat(null);
    out[@intFromEnum(types.BinaryOp.or_)] = union_type.either;
    return out;
}

fn of(w: Word) *Type {
    return object.ptr(Type, w);
}

/// Gives a class a name (borrowed): that of a class that lives for ever is interned.
pub fn setText(t: *Type, field: *Word, value: Word) void {
    const old = field.*;
    field.* = if (t.h.rc & object.rc_uncounted != 0) str.internWord(value) else rc.retain(value);
    rc.releaseMaybe(old);
}

fn owned(t: *Type) [8]*Word {
    return .{ &t.dict, &t.bases, &t.mro, &t.slot_names, &t.declared_slots, &t.name, &t.qualname, &t.doc };
}

/// Visits the words that a class owns, and its metaclass.
fn traverse(self: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    for (owned(of(self))) |field| if (field.* != 0) visit(field.*, context);
    visit(object.word(types.typeOf(self)), context);
}

/// Drops what closes cycles. The bases stay: instances that go later need the layout.
fn clear(self: Word) callconv(.c) void {
    const t = of(self);
    t.version = lookup.nextVersion();
    const order = t.mro;
    t.mro = tuple.empty();
    rc.releaseMaybe(order);
    if (t.dict != 0) dict.clear(t.dict);
}

/// A class without instances, subclasses and references.
fn dealloc(self: Word) callconv(.c) void {
    const t = of(self);
    const meta = object.word(types.typeOf(self));
    if (t.bases != 0) for (tuple.items(t.bases)) |b| lookup.removeSubclass(of(b), t);
    lookup.freeSubclasses(t);
    instance.freeShapes(t);
    for (owned(t)) |field| rc.releaseMaybe(field.*);
    alloc.free(t);
    rc.release(meta);
}

/// `cls.__module__` (borrowed), 0 if unknown.
pub fn moduleName(t: *Type) Word {
    if (t.flags.heap) return ns.get(t.dict, names.of(.__module__));
    return if (t.module != 0) t.module else names.of(.builtins);
}

fn repr(self: Word) callconv(.c) Word {
    var b: str.Builder = .init(64);
    b.append("<class '");
    repr_.appendQualified(&b, of(self));
    b.append("'>");
    return b.finish();
}

/// `cls(…)`: `__new__`, then `__init__` if that made an instance of the class.
fn call(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const t = of(self);
    if (t == &type_type) {
        if (nargs == 1 and !args_.noKeywords("type", kwnames)) return 0;
        if (nargs == 1) return rc.retain(object.word(types.typeOf(args[0])));
        if (nargs != 3) return err.raise(.TypeError, "type() takes 1 or 3 arguments", .{});
    }
    if (nargs == 1 and kwnames == 0 and t.shape == @intFromEnum(object.ShapeId.str)) return repr_.str(args[0]);
    const make = t.slots.new orelse return err.raise(.TypeError, "cannot create '{s}' instances", .{types.nameOf(t)});
    const o = make(self, args, nargs, kwnames);
    if (o == 0) return 0;
    const made = types.typeOf(o);
    // Builtin classes without `__init__` of their own.
    if (made == t and made.slots.init == &@import("object_type.zig").init and !made.flags.heap) return o;
    if (made != t and !types.isSubtype(made, t)) return o;
    const initialise = made.slots.init orelse return o;
    if (initialise(o, args, nargs, kwnames) == 0) return o;
    rc.release(o);
    return 0;
}

pub fn new(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (nargs == 1 and class == object.word(&type_type) and args_.keywordNames(kwnames).len == 0) {
        return rc.retain(object.word(types.typeOf(args[0])));
    }
    if (nargs != 3) {
        return err.raise(.TypeError, "type.__new__() takes exactly 3 arguments ({d} given)", .{nargs});
    }
    const kinds = [3]struct { bool, []const u8 }{
        .{ str.isStr(args[0]), "str" },
        .{ tuple.isTuple(args[1]), "tuple" },
        .{ types.typeOf(args[2]).flags.dict_subclass, "dict" },
    };
    for (kinds, 0..) |kind, i| {
        if (!kind[0]) {
            return err.raise(.TypeError, "type.__new__() argument {d} must be {s}, not {n}", .{ i + 1, kind[1], args[i] });
        }
    }
    const keywords = keywordDict(args + nargs, kwnames);
    defer rc.releaseMaybe(keywords);
    return class_.create(of(class), args[0], args[1], args[2], keywords);
}

/// A dict of keyword arguments, owned, 0 if there are none.
fn keywordDict(values: [*]const Word, kwnames: Word) Word {
    const list_ = args_.keywordNames(kwnames);
    if (list_.len == 0) return 0;
    const d = ns.new();
    for (list_, 0..) |name, i| ns.set(d, name, values[i]);
    return d;
}

fn init(_: Word, _: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) i32 {
    if (nargs == 1 and args_.keywordNames(kwnames).len > 0) {
        return err.fail(.TypeError, "type.__init__() takes no keyword arguments", .{});
    }
    if (nargs != 1 and nargs != 3) return err.fail(.TypeError, "type.__init__() takes 1 or 3 arguments", .{});
    return 0;
}

pub fn getattro(self: Word, name: Word) callconv(.c) Word {
    const t = of(self);
    const meta = types.typeOf(self);
    const m = lookup.lookup(meta, name);
    var meta_get: ?*const fn (Word, Word, Word) callconv(.c) Word = null;
    if (m != 0) {
        const slots = &types.typeOf(m).slots;
        meta_get = slots.descr_get;
        if (meta_get != null and slots.descr_set != null) return meta_get.?(m, self, object.word(meta));
    }
    const own = lookup.lookup(t, name);
    if (own != 0) {
        const get = types.typeOf(own).slots.descr_get orelse return rc.retain(own);
        _ = rc.retain(own);
        defer rc.release(own);
        return get(own, 0, self);
    }
    if (meta_get) |get| return get(m, self, object.word(meta));
    if (m != 0) return rc.retain(m);
    return err.noAttribute(self, name);
}

fn setattro(self: Word, name: Word, value: Word) callconv(.c) i32 {
    const t = of(self);
    if (!t.flags.heap) {
        return err.fail(.TypeError, "cannot set {r} attribute of immutable type '{s}'", .{ name, types.nameOf(t) });
    }
    const m = lookup.lookup(types.typeOf(self), name);
    if (m != 0) {
        if (types.typeOf(m).slots.descr_set) |f| return f(m, self, value);
    }
    const key = str.internWord(name);
    if (value == 0) {
        const old = ns.get(t.dict, key);
        if (old == 0) {
            _ = err.noAttribute(self, name);
            return -1;
        }
        _ = rc.retain(old);
        _ = ns.del(t.dict, key);
        class_slots.attributeChanged(t, str.slice(key));
        rc.release(old);
        return 0;
    }
    // The old value goes only after the caches know of the change.
    const old = ns.get(t.dict, key);
    _ = rc.retainMaybe(old);
    ns.set(t.dict, key, value);
    if (old != 0 and isPlain(old) and isPlain(value) and !slot_defs.isSlotName(str.slice(key))) {
        lookup.valueChanged(t);
    } else class_slots.attributeChanged(t, str.slice(key));
    rc.releaseMaybe(old);
    return 0;
}

/// Not a descriptor: a counter, a registry.
fn isPlain(value: Word) bool {
    const slots = &types.typeOf(value).slots;
    return slots.descr_get == null and slots.descr_set == null;
}

// Attributes

fn getName(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const t = of(self);
    if (t.name == 0) {
        // A static class's name may be qualified by its module.
        const full = types.nameOf(t);
        const dot = std.mem.lastIndexOfScalar(u8, full, '.');
        return str.intern(if (dot) |i| full[i + 1 ..] else full);
    }
    return rc.retain(t.name);
}
fn heapOnly(t: *const Type, value: Word, comptime name: []const u8) bool {
    if (!t.flags.heap) {
        _ = err.raise(.TypeError, "cannot set '" ++ name ++ "' attribute of immutable type '{s}'", .{types.nameOf(t)});
        return false;
    }
    if (value == 0) {
        _ = err.raise(.TypeError, "cannot delete '" ++ name ++ "' attribute of immutable type '{s}'", .{types.nameOf(t)});
        return false;
    }
    return true;
}
fn setName(self: Word, value: Word) callconv(.c) i32 {
    const t = of(self);
    if (!heapOnly(t, value, "__name__")) return -1;
    if (!str.isStr(value)) {
        return err.fail(.TypeError, "can only assign string to {s}.__name__, not '{t}'", .{ types.nameOf(t), value });
    }
    if (std.mem.indexOfScalar(u8, str.slice(value), 0) != null) {
        return err.fail(.ValueError, "type name must not contain null characters", .{});
    }
    setText(t, &t.name, value);
    return 0;
}
fn getQualname(self: Word, args: [*]const Word, nargs: usize, kw: Word) callconv(.c) Word {
    const t = of(self);
    return if (t.qualname != 0) rc.retain(t.qualname) else getName(self, args, nargs, kw);
}
fn setQualname(self: Word, value: Word) callconv(.c) i32 {
    const t = of(self);
    if (!heapOnly(t, value, "__qualname__")) return -1;
    if (!str.isStr(value)) {
        return err.fail(.TypeError, "can only assign string to {s}.__qualname__, not '{t}'", .{ types.nameOf(t), value });
    }
    setText(t, &t.qualname, value);
    return 0;
}
fn getModule(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const t = of(self);
    const name = moduleName(t);
    if (!t.flags.heap and t.module == 0) {
        // Static names may be qualified: "types.UnionType".
        if (std.mem.lastIndexOfScalar(u8, types.nameOf(t), '.')) |i| return str.intern(types.nameOf(t)[0..i]);
    }
    return if (name == 0) err.noAttribute(self, names.of(.__module__)) else rc.retain(name);
}
/// Stores an attribute that has a descriptor in `type` into the class's own namespace.
fn Entry(comptime name: names.Name) type {
    return struct {
        fn set(self: Word, value: Word) callconv(.c) i32 {
            const t = of(self);
            if (!heapOnly(t, value, @tagName(name))) return -1;
            ns.set(t.dict, names.of(name), value);
            class_slots.attributeChanged(t, @tagName(name));
            return 0;
        }
    };
}
fn getDoc(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const value = ns.get(lookup.typeDict(of(self)), names.of(.__doc__));
    if (value == 0) return singletons.noneWord();
    const get = types.typeOf(value).slots.descr_get orelse return rc.retain(value);
    return get(value, 0, self);
}
fn getBases(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const t = of(self);
    if (t.bases == 0) {
        t.bases = if (t.base) |b| lookup.immortalTuple(&.{object.word(b)}) else tuple.empty();
    }
    return rc.retain(t.bases);
}
fn setBases(self: Word, value: Word) callconv(.c) i32 {
    if (!heapOnly(of(self), value, "__bases__")) return -1;
    return class_bases.set(of(self), value);
}
fn getBase(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return if (of(self).base) |b| rc.retain(object.word(b)) else singletons.noneWord();
}
fn getMro(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    _ = lookup.mro(of(self));
    return rc.retain(of(self).mro);
}
fn mroMethod(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const t = of(self);
    if (!t.flags.heap) return list.fromSlice(lookup.mro(t));
    const order = @import("mro.zig").linearise(t, tuple.items(t.bases));
    if (order == 0) return 0;
    defer rc.release(order);
    return list.fromSlice(tuple.items(order));
}
fn getDict(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return mapping_proxy.new(lookup.typeDict(of(self)));
}
fn getAbstract(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const value = ns.get(lookup.typeDict(of(self)), names.of(.__abstractmethods__));
    return if (value == 0) err.attributeError(self, names.of(.__abstractmethods__), "__abstractmethods__", .{}) else rc.retain(value);
}
fn setAbstract(self: Word, value: Word) callconv(.c) i32 {
    const t = of(self);
    if (!heapOnly(t, value, "__abstractmethods__")) return -1;
    const b = ops.truth(value);
    if (b < 0) return -1;
    ns.set(t.dict, names.of(.__abstractmethods__), value);
    lookup.changed(t);
    class_.pyrt_refuse_abstract = class_.refuseAbstract;
    t.flags.abstract = b != 0;
    return 0;
}
fn getAnnotations(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const t = of(self);
    if (!t.flags.heap) return err.noAttribute(self, names.of(.__annotations__));
    const own = ns.get(t.dict, names.of(.__annotations__));
    if (own != 0) return rc.retain(own);
    const d = ns.new();
    ns.set(t.dict, names.of(.__annotations__), d);
    lookup.changed(t);
    return d;
}
fn getTypeParams(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const own = ns.get(lookup.typeDict(of(self)), names.of(.__type_params__));
    return if (own == 0) tuple.empty() else rc.retain(own);
}
fn getFlags(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const f = of(self).flags;
    var v: i64 = 1 << 12;
    if (f.heap) v |= 1 << 9;
    if (f.base) v |= 1 << 10;
    if (f.abstract) v |= 1 << 20;
    return int.fromI64(v);
}
fn subclassesMethod(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const out = list.new(0);
    // Builtin classes are not linked to their bases; the exceptions are known by their rows.
    const t = of(self);
    if (!t.flags.heap and t.flags.exception_subclass) {
        for (exception_types.all()) |class| if (class.base == t) list.append(out, object.word(class));
    }
    for (lookup.subclasses(t)) |w| list.append(out, w);
    return out;
}
fn instanceCheck(self: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const r = class_check.realInstance(args[0], self);
    return if (r < 0) 0 else singletons.boolWord(r != 0);
}
fn subclassCheck(self: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const r = class_check.realSubclass(args[0], self);
    return if (r < 0) 0 else singletons.boolWord(r != 0);
}
fn prepare(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return ns.new();
}
fn dirMethod(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return dir.ofClass(self);
}

pub const methods = .{
    .{ "__name__", getName, 0, 0, .getset, setName },
    .{ "__qualname__", getQualname, 0, 0, .getset, setQualname },
    .{ "__module__", getModule, 0, 0, .getset, Entry(.__module__).set },
    .{ "__doc__", getDoc, 0, 0, .getset, Entry(.__doc__).set },
    .{ "__bases__", getBases, 0, 0, .getset, setBases },
    .{ "__base__", getBase, 0, 0, .getset },
    .{ "__mro__", getMro, 0, 0, .getset },
    .{ "__dict__", getDict, 0, 0, .getset },
    .{ "__abstractmethods__", getAbstract, 0, 0, .getset, setAbstract },
    .{ "__annotations__", getAnnotations, 0, 0, .getset, Entry(.__annotations__).set },
    .{ "__type_params__", getTypeParams, 0, 0, .getset, Entry(.__type_params__).set },
    .{ "__flags__", getFlags, 0, 0, .getset },
    .{ "mro", mroMethod, 0, 0 },
    .{ "__subclasses__", subclassesMethod, 0, 0 },
    .{ "__instancecheck__", instanceCheck, 1, 1 },
    .{ "__subclasscheck__", subclassCheck, 1, 1 },
    .{ "__prepare__", prepare, 0, -1, .class_method_keywords },
    .{ "__dir__", dirMethod, 0, 0 },
};
