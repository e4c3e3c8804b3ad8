//! property, classmethod, staticmethod.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const args_ = @import("args.zig");
const attr = @import("attr.zig");
const call = @import("call.zig");
const ns = @import("namespace.zig");
const names = @import("names.zig");
const prune = @import("prune.zig");
const method_ = @import("method.zig");
const instance = @import("instance.zig");
const repr_ = @import("repr.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;
const Type = types.Type;
const object_type = &@import("object_type.zig").object_type;

/// Words are owned, 0 stands for None.
pub const Property = extern struct { h: object.Header, ext: Word, get: Word, set: Word, del: Word, doc: Word, name: Word };
/// classmethod and staticmethod.
pub const Wrapped = extern struct { h: object.Header, ext: Word, function: Word };

// property

fn propertyFields(p: *Property) [6]*Word {
    return .{ &p.ext, &p.get, &p.set, &p.del, &p.doc, &p.name };
}
fn propertyNew(class: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const p = instance.allocate(Property, class);
    for (propertyFields(p)) |field| field.* = 0;
    return object.word(p);
}
fn absentIfNone(w: Word) Word {
    return if (w == 0 or singletons.isNone(w)) 0 else rc.retain(w);
}
fn replace(place: *Word, owned: Word) void {
    const old = place.*;
    place.* = owned;
    rc.releaseMaybe(old);
}
fn propertyInit(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) i32 {
    var given: [4]Word = undefined;
    const ok = args_.bind(.{
        .name = "property",
        .params = &.{ "fget", "fset", "fdel", "doc" },
        .positional = 4,
        .required = 0,
    }, args, nargs, kwnames, &given);
    if (!ok) return -1;
    const p = object.ptr(Property, self);
    replace(&p.get, absentIfNone(given[0]));
    replace(&p.set, absentIfNone(given[1]));
    replace(&p.del, absentIfNone(given[2]));
    replace(&p.doc, absentIfNone(given[3]));
    if (p.doc == 0 and p.get != 0) {
        const doc = attr.getOptional(p.get, names.of(.__doc__));
        if (doc == 0 and err.pending()) return -1;
        if (doc != 0 and singletons.isNone(doc)) rc.release(doc) else p.doc = doc;
    }
    if (types.typeOf(self) == &property_type) return 0;
    // The class of a subclass has a `__doc__` in its dict, which would hide ours: the instance gets its own.
    if (attr.set(self, names.of(.__doc__), if (p.doc == 0) singletons.noneWord() else p.doc) < 0) err.clear();
    return 0;
}
fn propertyDealloc(self: Word) callconv(.c) void {
    const p = object.ptr(Property, self);
    for (propertyFields(p)) |field| rc.releaseMaybe(field.*);
    alloc.free(p);
}
fn propertyTraverse(self: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    const fields = propertyFields(object.ptr(Property, self));
    // `ext` is a subclass's, which visits it itself.
    for (fields[1..]) |field| if (field.* != 0) visit(field.*, context);
}
fn propertyGet(self: Word, o: Word, _: Word) callconv(.c) Word {
    if (o == 0) return rc.retain(self);
    const p = object.ptr(Property, self);
    if (p.get == 0) return missing(p, o, "getter");
    return call.call(p.get, &.{o});
}
fn propertySet(self: Word, o: Word, value: Word) callconv(.c) i32 {
    const p = object.ptr(Property, self);
    const f = if (value == 0) p.del else p.set;
    if (f == 0) {
        _ = missing(p, o, if (value == 0) "deleter" else "setter");
        return -1;
    }
    const result = if (value == 0) call.call(f, &.{o}) else call.call(f, &.{ o, value });
    if (result == 0) return -1;
    rc.release(result);
    return 0;
}
/// "property 'x' of 'A' object has no setter"
fn missing(p: *Property, o: Word, what: []const u8) Word {
    const t = types.typeOf(o);
    const class = if (t.qualname != 0) str.slice(t.qualname) else types.nameOf(t);
    const name = propertyName(p);
    if (name == 0) {
        if (err.pending()) return 0;
        return err.raise(.AttributeError, "property of '{s}' object has no {s}", .{ class, what });
    }
    defer rc.release(name);
    const shown = repr_.repr(name);
    if (shown == 0) return 0;
    defer rc.release(shown);
    return err.raise(.AttributeError, "property {s} of '{s}' object has no {s}", .{ str.slice(shown), class, what });
}
/// The name set by the class, else the getter's; owned, 0 if there is none.
fn propertyName(p: *Property) Word {
    if (p.name != 0) return rc.retain(p.name);
    if (p.get == 0) return 0;
    return attr.getOptional(p.get, names.of(.__name__));
}

/// A copy of the property with one function replaced.
fn with(self: Word, field: enum { get, set, del }, f: Word) Word {
    const p = object.ptr(Property, self);
    const none = singletons.noneWord();
    const list = [4]Word{
        if (field == .get) f else if (p.get != 0) p.get else none,
        if (field == .set) f else if (p.set != 0) p.set else none,
        if (field == .del) f else if (p.del != 0) p.del else none,
        // The text of the getter is taken anew.
        if (p.doc != 0 and p.get == 0) p.doc else none,
    };
    const result = call.call(object.word(types.typeOf(self)), &list);
    if (result != 0 and types.isInstance(result, &property_type)) {
        replace(&object.ptr(Property, result).name, rc.retainMaybe(p.name));
    }
    return result;
}
fn m_property_getter(self: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return with(self, .get, args[0]);
}
fn m_property_setter(self: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return with(self, .set, args[0]);
}
fn m_property_deleter(self: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return with(self, .del, args[0]);
}
/// What `__set_name__` does; the name is borrowed.
pub fn setName(self: Word, name: Word) void {
    replace(&object.ptr(Property, self).name, rc.retain(name));
}
fn m_property_set_name(self: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    setName(self, args[1]);
    return singletons.noneWord();
}
fn orNone(w: Word) Word {
    return if (w == 0) singletons.noneWord() else rc.retain(w);
}
fn m_property_fget(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return orNone(object.ptr(Property, self).get);
}
fn m_property_fset(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return orNone(object.ptr(Property, self).set);
}
fn m_property_fdel(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return orNone(object.ptr(Property, self).del);
}
fn m_property_doc(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return orNone(object.ptr(Property, self).doc);
}
fn setPropertyDoc(self: Word, value: Word) callconv(.c) i32 {
    replace(&object.ptr(Property, self).doc, absentIfNone(value));
    return 0;
}
fn m_property_name(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const name = propertyName(object.ptr(Property, self));
    if (name != 0 or err.pending()) return name;
    return err.noAttribute(self, names.of(.__name__));
}
fn setPropertyName(self: Word, value: Word) callconv(.c) i32 {
    replace(&object.ptr(Property, self).name, rc.retainMaybe(value));
    return 0;
}
fn m_property_abstract(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const p = object.ptr(Property, self);
    for ([_]Word{ p.get, p.set, p.del }) |f| {
        if (f == 0) continue;
        const answer = isAbstract(f);
        if (answer != 0) return if (answer < 0) 0 else singletons.trueWord();
    }
    return singletons.falseWord();
}
/// Truth of `f.__isabstractmethod__`, −1 raised.
pub fn isAbstract(f: Word) i32 {
    const flag = attr.getOptional(f, names.of(.__isabstractmethod__));
    if (flag == 0) return if (err.pending()) -1 else 0;
    defer rc.release(flag);
    return @import("ops.zig").truth(flag);
}

pub const property_methods = .{
    .{ "getter", m_property_getter, 1, 1 },
    .{ "setter", m_property_setter, 1, 1 },
    .{ "deleter", m_property_deleter, 1, 1 },
    .{ "__set_name__", m_property_set_name, 2, 2 },
    .{ "fget", m_property_fget, 0, 0, .getset },
    .{ "fset", m_property_fset, 0, 0, .getset },
    .{ "fdel", m_property_fdel, 0, 0, .getset },
    .{ "__doc__", m_property_doc, 0, 0, .getset, setPropertyDoc },
    .{ "__name__", m_property_name, 0, 0, .getset, setPropertyName },
    .{ "__isabstractmethod__", m_property_abstract, 0, 0, .getset },
};

pub var property_type: Type = .{
    .h = types.static_header,
    .c_name = "property",
    .shape = @intFromEnum(object.ShapeId.property),
    .fixed_size = @sizeOf(Property),
    .ext_offset = @offsetOf(Property, "ext"),
    .base = object_type,
    .flags = .{ .base = true, .default_getattr = true },
    .slots = .{
        .dealloc = propertyDealloc,
        .traverse = propertyTraverse,
        .descr_get = propertyGet,
        .descr_set = propertySet,
        .new = propertyNew,
        .init = propertyInit,
    },
};

// classmethod, staticmethod

fn wrappedNew(class: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const w = instance.allocate(Wrapped, class);
    w.ext = 0;
    w.function = 0;
    return object.word(w);
}
/// A classmethod or staticmethod object of a borrowed function.
pub fn wrap(t: *Type, function: Word) Word {
    const w = wrappedNew(object.word(t), undefined, 0, 0);
    object.ptr(Wrapped, w).function = rc.retain(function);
    return w;
}
fn initAs(comptime name: []const u8) fn (Word, [*]const Word, usize, Word) callconv(.c) i32 {
    return struct {
        fn run(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) i32 {
            if (!args_.noKeywords(name, kwnames) or !args_.checkCount(name, nargs, 1, 1)) return -1;
            const w = object.ptr(Wrapped, self);
            replace(&w.function, rc.retain(args[0]));
            return copyMetadata(self, args[0]);
        }
    }.run;
}
/// `__module__`, `__name__`, `__qualname__`, `__doc__` and `__dict__` entries as functools.update_wrapper, `__wrapped__`.
fn copyMetadata(self: Word, f: Word) i32 {
    inline for (.{ .__module__, .__name__, .__qualname__, .__doc__ }) |name| prune.looksUp(name);
    for ([_]names.Name{ .__module__, .__name__, .__qualname__, .__doc__ }) |name| {
        const value = attr.getOptional(f, names.at(name));
        if (value == 0) {
            if (err.pending()) return -1;
            continue;
        }
        defer rc.release(value);
        ns.set(instance.dictOf(self), names.at(name), value);
    }
    return 0;
}
fn wrappedDealloc(self: Word) callconv(.c) void {
    const w = object.ptr(Wrapped, self);
    rc.releaseMaybe(w.ext);
    rc.releaseMaybe(w.function);
    alloc.free(w);
}
fn wrappedTraverse(self: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    const w = object.ptr(Wrapped, self);
    if (w.ext != 0) visit(w.ext, context);
    if (w.function != 0) visit(w.function, context);
}
fn functionOf(self: Word, comptime name: []const u8) Word {
    const f = object.ptr(Wrapped, self).function;
    if (f == 0) return err.raise(.RuntimeError, "uninitialized " ++ name ++ " object", .{});
    return f;
}
fn classmethodGet(self: Word, o: Word, class: Word) callconv(.c) Word {
    const f = functionOf(self, "classmethod");
    if (f == 0) return 0;
    const c = if (class != 0) class else object.word(types.typeOf(o));
    return method_.bind(f, c);
}
fn staticmethodGet(self: Word, _: Word, _: Word) callconv(.c) Word {
    const f = functionOf(self, "staticmethod");
    return if (f == 0) 0 else rc.retain(f);
}
fn staticmethodCall(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const f = functionOf(self, "staticmethod");
    return if (f == 0) 0 else call.callKw(f, args, nargs, kwnames);
}
fn wrappedRepr(comptime name: []const u8) fn (Word) callconv(.c) Word {
    return struct {
        fn run(self: Word) callconv(.c) Word {
            const inner = repr_.repr(orNoneBorrowed(object.ptr(Wrapped, self).function));
            if (inner == 0) return 0;
            defer rc.release(inner);
            var b: str.Builder = .init(64);
            b.append("<" ++ name ++ "(");
            b.append(str.slice(inner));
            b.append(")>");
            return b.finish();
        }
    }.run;
}
fn orNoneBorrowed(w: Word) Word {
    return if (w == 0) singletons.noneWord() else w;
}
fn m_wrapped_func(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return orNone(object.ptr(Wrapped, self).function);
}
fn m_wrapped_abstract(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const f = object.ptr(Wrapped, self).function;
    if (f == 0) return singletons.falseWord();
    const answer = isAbstract(f);
    return if (answer < 0) 0 else singletons.boolWord(answer != 0);
}
pub const wrapped_methods = .{
    .{ "__func__", m_wrapped_func, 0, 0, .getset },
    .{ "__wrapped__", m_wrapped_func, 0, 0, .getset },
    .{ "__isabstractmethod__", m_wrapped_abstract, 0, 0, .getset },
    .{ "__dict__", attr.m_dict_get, 0, 0, .getset, attr.m_dict_set },
};

pub var classmethod_type: Type = .{
    .h = types.static_header,
    .c_name = "classmethod",
    .shape = @intFromEnum(object.ShapeId.classmethod),
    .fixed_size = @sizeOf(Wrapped),
    .ext_offset = @offsetOf(Wrapped, "ext"),
    .base = object_type,
    .flags = .{ .base = true, .has_dict = true, .default_getattr = true },
    .slots = .{
        .dealloc = wrappedDealloc,
        .traverse = wrappedTraverse,
        .repr = wrappedRepr("classmethod"),
        .descr_get = classmethodGet,
        .new = wrappedNew,
        .init = initAs("classmethod"),
    },
};
pub var staticmethod_type: Type = .{
    .h = types.static_header,
    .c_name = "staticmethod",
    .shape = @intFromEnum(object.ShapeId.staticmethod),
    .fixed_size = @sizeOf(Wrapped),
    .ext_offset = @offsetOf(Wrapped, "ext"),
    .base = object_type,
    .flags = .{ .base = true, .has_dict = true, .default_getattr = true },
    .slots = .{
        .dealloc = wrappedDealloc,
        .traverse = wrappedTraverse,
        .repr = wrappedRepr("staticmethod"),
        .call = staticmethodCall,
        .descr_get = staticmethodGet,
        .new = wrappedNew,
        .init = initAs("staticmethod"),
    },
};
