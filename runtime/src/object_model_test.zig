//! Tests of the object model: functions and their arguments, classes, attributes, descriptors, operators. Functions are
//! static `Code` records with entries written in Zig, as the compiler emits them.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const int = @import("int.zig");
const attr = @import("attr.zig");
const attr_cache = @import("attr_cache.zig");
const call = @import("call.zig");
const class_ = @import("class.zig");
const dict = @import("dict.zig");
const ns = @import("namespace.zig");
const tuple = @import("tuple.zig");
const list = @import("list.zig");
const ops = @import("ops.zig");
const repr = @import("repr.zig");
const function = @import("function.zig");
const builtin_types = @import("builtin_types.zig");
const object_type = @import("object_type.zig");
const type_object = @import("type_object.zig");
const descriptors = @import("descriptors.zig");
const generic_alias = @import("generic_alias.zig");
const class_check = @import("class_check.zig");
const singletons = @import("singletons.zig");
const int_type = @import("int_type.zig");
const str_type = @import("str_type.zig");
const list_methods = @import("list_methods.zig");
const tuple_ = @import("tuple.zig");
const float_type = @import("float_type.zig");
const super_ = @import("super.zig");
const match_class = @import("match_class.zig");
const Word = object.Word;
const expect = std.testing.expect;

var started = false;
var module: object.Module = std.mem.zeroInit(object.Module, .{
    .h = .{ .rc = object.rc_immortal, .shape = @intFromEnum(object.ShapeId.module) },
    .slots = @as([*]Word, &.{}),
    .slot_names = @as([*]Word, &.{}),
    .order = @as([*]u32, &.{}),
    .names = @as([*]Word, &.{}),
});

fn start() void {
    if (started) return;
    started = true;
    builtin_types.init();
    builtin_types.installAll();
    module.name = s("__main__");
}

fn s(text: []const u8) Word {
    return str.intern(text);
}
fn n(v: i64) Word {
    return int.fromI64(v);
}

const Entry = *const fn (function: Word, args: [*]const Word) callconv(.c) Word;
const Options = struct {
    posonly: u16 = 0,
    kwonly: u16 = 0,
    flags: object.CodeFlags = .{},
    defaults: []const Word = &.{},
    closure: []const Word = &.{},
};

/// A function with these parameters (positional ones first, then keyword-only, *args, **kwargs).
fn func(name: []const u8, params: []const []const u8, entry: Entry, o: Options) Word {
    const code = std.heap.page_allocator.create(object.Code) catch @panic("memory");
    const words = std.heap.page_allocator.alloc(Word, params.len + 1) catch @panic("memory");
    for (params, 0..) |p, i| words[i] = s(p);
    const extra: u16 = @as(u16, @intFromBool(o.flags.varargs)) + @intFromBool(o.flags.varkw);
    code.* = .{
        .entry = entry,
        .resume_ = null,
        .name = object.ptr(object.Str, s(name)),
        .qualname = object.ptr(object.Str, s(name)),
        .filename = object.ptr(object.Str, s("test.py")),
        .names = words.ptr,
        .doc = null,
        .flags = o.flags,
        .posonly = o.posonly,
        .positional = @as(u16, @intCast(params.len)) - o.kwonly - extra,
        .kwonly = o.kwonly,
        .params = @intCast(params.len),
        .locals = 0,
        .free = 0,
        .first_line = 1,
        .cells = 0,
        .free_names = words.ptr,
    };
    const closure = if (o.closure.len == 0) 0 else tuple.fromSlice(o.closure);
    const defaults = if (o.defaults.len == 0) 0 else tuple.fromSlice(o.defaults);
    return function.new(code, &module, closure, defaults, 0);
}

fn namespace(items: []const struct { []const u8, Word }) Word {
    const d = ns.new();
    for (items) |item| ns.set(d, s(item[0]), item[1]);
    return d;
}
fn class(name: []const u8, bases: []const Word, items: []const struct { []const u8, Word }) Word {
    const d = namespace(items);
    defer rc.release(d);
    const b = tuple.fromSlice(bases);
    defer rc.release(b);
    return call.call(object.word(&type_object.type_type), &.{ s(name), b, d });
}
fn newOf(c: Word, args: []const Word) Word {
    return call.call(c, args);
}

/// The repr of a word is the text; takes the word.
fn shows(w: Word, text: []const u8) !void {
    if (w == 0) {
        const e = err.take();
        const shown = repr.repr(e);
        std.debug.print("raised {s}\n", .{str.slice(shown)});
        return error.Raised;
    }
    const shown = repr.repr(w);
    try std.testing.expectEqualStrings(text, str.slice(shown));
    rc.release(shown);
    rc.release(w);
}
/// The pending exception has this repr.
fn raises(result: anytype, text: []const u8) !void {
    if (@TypeOf(result) == Word) try expect(result == 0) else try expect(result < 0);
    const e = err.take();
    try expect(e != 0);
    const shown = repr.repr(e);
    try std.testing.expectEqualStrings(text, str.slice(shown));
    rc.release(shown);
    rc.release(e);
}

fn all(_: Word, args: [*]const Word) callconv(.c) Word {
    return tuple.fromSlice(args[0..2]);
}
fn three(_: Word, args: [*]const Word) callconv(.c) Word {
    return tuple.fromSlice(args[0..3]);
}
fn first(_: Word, args: [*]const Word) callconv(.c) Word {
    return rc.retain(args[0]);
}
fn none(_: Word, _: [*]const Word) callconv(.c) Word {
    return singletons.noneWord();
}
fn fortyTwo(_: Word, _: [*]const Word) callconv(.c) Word {
    return n(42);
}

test "arguments are bound as CPython binds them" {
    start();
    const f = func("f", &.{ "a", "b" }, all, .{});
    try shows(call.call(f, &.{ n(1), n(2) }), "(1, 2)");
    const kw = tuple.fromSlice(&.{s("b")});
    try shows(call.callKw(f, &.{ n(1), n(2) }, 1, kw), "(1, 2)");
    try raises(call.call(f, &.{n(1)}), "TypeError(\"f() missing 1 required positional argument: 'b'\")");
    try raises(call.call(f, &.{}), "TypeError(\"f() missing 2 required positional arguments: 'a' and 'b'\")");
    try raises(call.call(f, &.{ n(1), n(2), n(3) }), "TypeError('f() takes 2 positional arguments but 3 were given')");
    const a = tuple.fromSlice(&.{s("a")});
    try raises(call.callKw(f, &.{ n(1), n(2) }, 1, a), "TypeError(\"f() got multiple values for argument 'a'\")");
    const g = func("g", &.{ "alpha", "beta" }, all, .{ .defaults = &.{ n(7), n(8) } });
    try shows(call.call(g, &.{n(1)}), "(1, 8)");
    const wrong = tuple.fromSlice(&.{s("bata")});
    try raises(call.callKw(g, &.{n(1)}, 0, wrong), "TypeError(\"g() got an unexpected keyword argument 'bata'. Did you mean 'beta'?\")");
    try raises(call.call(g, &.{ n(1), n(2), n(3) }), "TypeError('g() takes from 0 to 2 positional arguments but 3 were given')");
    const p = func("p", &.{ "a", "b" }, all, .{ .posonly = 2 });
    try raises(call.callKw(p, &.{ n(1), n(2) }, 1, kw), "TypeError(\"p() got some positional-only arguments passed as keyword arguments: 'b'\")");
    const k = func("k", &.{ "a", "x", "y" }, three, .{ .kwonly = 2 });
    try raises(call.call(k, &.{n(1)}), "TypeError(\"k() missing 2 required keyword-only arguments: 'x' and 'y'\")");
    const v = func("v", &.{ "a", "args", "kwargs" }, three, .{ .flags = .{ .varargs = true, .varkw = true } });
    try shows(call.callKw(v, &.{ n(1), n(2), n(3), n(4) }, 3, tuple.fromSlice(&.{s("z")})), "(1, (2, 3), {'z': 4})");
    try raises(call.call(n(3), &.{}), "TypeError(\"'int' object is not callable\")");
}

fn initPoint(_: Word, args: [*]const Word) callconv(.c) Word {
    if (attr.set(args[0], s("x"), args[1]) < 0) return 0;
    if (attr.set(args[0], s("y"), args[2]) < 0) return 0;
    return singletons.noneWord();
}
fn addPoint(_: Word, args: [*]const Word) callconv(.c) Word {
    const x = attr.get(args[0], s("x"));
    if (x == 0) return 0;
    defer rc.release(x);
    return ops.add(x, args[1]);
}
fn selfX(_: Word, args: [*]const Word) callconv(.c) Word {
    return attr.get(args[0], s("x"));
}

test "classes, instances, attribute order" {
    start();
    const init = func("Point.__init__", &.{ "self", "x", "y" }, initPoint, .{});
    const add = func("Point.__add__", &.{ "self", "other" }, addPoint, .{});
    const Point = class("Point", &.{}, &.{ .{ "__init__", init }, .{ "__add__", add }, .{ "__radd__", add } });
    const p = newOf(Point, &.{ n(3), n(4) });
    try shows(attr.get(p, s("y")), "4");
    try shows(attr.get(p, s("__dict__")), "{'x': 3, 'y': 4}");
    try shows(ops.add(p, n(5)), "8");
    try shows(ops.add(n(6), p), "9");
    try raises(ops.sub(p, n(5)), "TypeError(\"unsupported operand type(s) for -: 'Point' and 'int'\")");
    try raises(attr.get(p, s("z")), "AttributeError(\"'Point' object has no attribute 'z'\")");
    try raises(newOf(Point, &.{n(1)}), "TypeError(\"Point.__init__() missing 1 required positional argument: 'y'\")");
    try raises(newOf(class("E", &.{}, &.{}), &.{n(1)}), "TypeError('E() takes no arguments')");
    try shows(rc.retain(Point), "<class '__main__.Point'>");
    rc.release(p);
}

fn bodyShape(_: Word, args: [*]const Word) callconv(.c) Word {
    ns.set(args[0], s("kind"), s("shape"));
    ns.set(args[0], s("__init__"), func("Shape.__init__", &.{ "self", "x", "y" }, initPoint, .{}));
    ns.set(args[0], s("getx"), func("Shape.getx", &.{"self"}, selfX, .{}));
    return singletons.noneWord();
}

test "predeclared slots, shapes and inline caches" {
    start();
    const body = func("Shape", &.{"ns"}, bodyShape, .{});
    const predeclared = tuple.fromSlice(&.{ s("y"), s("x"), s("w") });
    const Shape = class_.pyrt_class_build(body, s("Shape"), tuple.empty(), 0, predeclared);
    try expect(Shape != 0);
    var caches: [4]object.AttrCache = std.mem.zeroes([4]object.AttrCache);
    for (0..3) |i| {
        const v: i64 = @intCast(i);
        const p = newOf(Shape, &.{ n(v), n(20) });
        // The order of the stores counts, not that of the slots.
        try shows(attr_cache.pyrt_obj_getattr(p, s("x"), &caches[0]), &.{'0' + @as(u8, @intCast(i))});
        try shows(attr_cache.pyrt_obj_call_method(p, s("getx"), &caches[1], &.{}, 0), &.{'0' + @as(u8, @intCast(i))});
        try shows(attr_cache.pyrt_obj_getattr(p, s("kind"), &caches[2]), if (i < 2) "'shape'" else "'patched'");
        try expect(attr_cache.pyrt_obj_setattr(p, s("w"), n(9), &caches[3]) == 0);
        try shows(attr.get(p, s("w")), "9");
        if (i < 2) try shows(attr.get(p, s("__dict__")), "{'x': " ++ [_]u8{'0' + @as(u8, @intCast(i))} ++ ", 'y': 20, 'w': 9}");
        if (i == 1) try expect(attr.set(Shape, s("kind"), s("patched")) == 0) else if (i == 2) {
            try shows(attr.get(p, s("kind")), "'patched'");
            try expect(attr.del(p, s("x")) == 0);
            try shows(attr.get(p, s("__dict__")), "{'y': 20, 'w': 9}");
            try raises(attr_cache.pyrt_obj_getattr(p, s("x"), &caches[0]), "AttributeError(\"'Shape' object has no attribute 'x'\")");
        }
        if (i == 1) caches[2].kind = 2; // a stale entry must not be believed
        rc.release(p);
    }
    try expect(caches[1].kind == 3 and caches[0].kind == 1);
}

test "method resolution order" {
    start();
    const A = class("A", &.{}, &.{.{ "name", s("A") }});
    const B = class("B", &.{A}, &.{});
    const C = class("C", &.{A}, &.{.{ "name", s("C") }});
    const D = class("D", &.{ B, C }, &.{});
    try shows(attr.get(D, s("name")), "'C'");
    try shows(attr.get(D, s("__mro__")), "(<class '__main__.D'>, <class '__main__.B'>, <class '__main__.C'>, <class '__main__.A'>, <class 'object'>)");
    try raises(class("X", &.{ A, B }, &.{}), "TypeError('Cannot create a consistent method resolution order (MRO) for bases A, B')");
    try raises(class("X", &.{ A, A }, &.{}), "TypeError('duplicate base class A')");
    try raises(class("X", &.{object.word(&int_type.bool_type)}, &.{}), "TypeError(\"type 'bool' is not an acceptable base type\")");
    try raises(class("X", &.{ object.word(&int_type.int_type), object.word(&str_type.str_type) }, &.{}), "TypeError('multiple bases have instance lay-out conflict')");
    try expect(attr.set(A, s("name"), s("A2")) == 0);
    try shows(attr.get(B, s("name")), "'A2'");
    try shows(call.method(A, "__subclasses__", &.{}), "[<class '__main__.B'>, <class '__main__.C'>]");
    try expect(class_check.isInstance(newOf(D, &.{}), A) == 1);
    try expect(class_check.isSubclass(A, D) == 0);
}

fn getTwice(_: Word, args: [*]const Word) callconv(.c) Word {
    const x = attr.get(args[0], s("_x"));
    if (x == 0) return 0;
    defer rc.release(x);
    return ops.mul(x, n(2));
}
fn setHidden(_: Word, args: [*]const Word) callconv(.c) Word {
    if (attr.set(args[0], s("_x"), args[1]) < 0) return 0;
    return singletons.noneWord();
}

test "property, classmethod, staticmethod, slots" {
    start();
    const getter = func("x", &.{"self"}, getTwice, .{});
    const setter = func("x", &.{ "self", "v" }, setHidden, .{});
    const prop = call.call(object.word(&descriptors.property_type), &.{ getter, setter });
    const read_only = call.call(object.word(&descriptors.property_type), &.{getter});
    const cm = call.call(object.word(&descriptors.classmethod_type), &.{func("make", &.{"cls"}, first, .{})});
    const sm = call.call(object.word(&descriptors.staticmethod_type), &.{func("util", &.{"v"}, first, .{})});
    const A = class("A", &.{}, &.{ .{ "x", prop }, .{ "r", read_only }, .{ "make", cm }, .{ "util", sm } });
    const a = newOf(A, &.{});
    try expect(attr.set(a, s("x"), n(21)) == 0);
    try shows(attr.get(a, s("x")), "42");
    try raises(attr.set(a, s("r"), n(1)), "AttributeError(\"property 'r' of 'A' object has no setter\")");
    try raises(attr.del(a, s("x")), "AttributeError(\"property 'x' of 'A' object has no deleter\")");
    try shows(call.method(a, "make", &.{}), "<class '__main__.A'>");
    try shows(call.method(A, "util", &.{n(5)}), "5");
    const S = class("S", &.{}, &.{.{ "__slots__", tuple.fromSlice(&.{ s("p"), s("q") }) }});
    const o = newOf(S, &.{});
    try expect(attr.set(o, s("p"), n(1)) == 0);
    try shows(attr.get(o, s("p")), "1");
    try raises(attr.get(o, s("q")), "AttributeError(\"'S' object has no attribute 'q'\")");
    try raises(attr.set(o, s("z"), n(1)), "AttributeError(\"'S' object has no attribute 'z' and no __dict__ for setting new attributes\")");
    var cache = std.mem.zeroes(object.AttrCache);
    try shows(attr_cache.pyrt_obj_getattr(o, s("p"), &cache), "1");
    try shows(attr_cache.pyrt_obj_getattr(o, s("p"), &cache), "1");
    try expect(cache.kind == 1);
    rc.release(o);
    rc.release(a);
}

test "subclasses of builtin classes" {
    start();
    const I = class("I", &.{object.word(&int_type.int_type)}, &.{});
    const i = newOf(I, &.{n(5)});
    try shows(ops.add(i, n(2)), "7");
    try expect(attr.set(i, s("tag"), n(1)) == 0);
    try shows(attr.get(i, s("tag")), "1");
    try shows(rc.retain(i), "5");
    rc.release(i);
    const St = class("St", &.{object.word(&str_type.str_type)}, &.{});
    const t = newOf(St, &.{s("hé")});
    try expect(attr.set(t, s("tag"), n(2)) == 0);
    try shows(call.method(s("hé"), "upper", &.{}), "'HÉ'");
    try shows(call.method(t, "upper", &.{}), "'HÉ'");
    try shows(attr.get(t, s("__dict__")), "{'tag': 2}");
    rc.release(t);
    const L = class("L", &.{object.word(&list_methods.list_type)}, &.{});
    const l = newOf(L, &.{tuple.fromSlice(&.{ n(1), n(2) })});
    try expect(attr.set(l, s("tag"), n(3)) == 0);
    try shows(call.method(l, "append", &.{n(3)}), "None");
    try shows(rc.retain(l), "[1, 2, 3]");
    rc.release(l);
    const Tp = class("Tp", &.{object.word(&tuple_.tuple_type)}, &.{});
    const tp = newOf(Tp, &.{tuple.fromSlice(&.{ n(1), n(2) })});
    try expect(attr.set(tp, s("tag"), n(4)) == 0);
    try shows(attr.get(tp, s("tag")), "4");
    try shows(ops.getitem(tp, n(1)), "2");
    rc.release(tp);
    const X = class("X", &.{object.word(err.typeOf(.ValueError))}, &.{});
    const x = newOf(X, &.{s("bad")});
    try expect(attr.set(x, s("code"), n(4)) == 0);
    try shows(attr.get(x, s("code")), "4");
    try shows(rc.retain(x), "X('bad')");
    rc.release(x);
}

fn superInit(f: Word, args: [*]const Word) callconv(.c) Word {
    const cell = tuple.get(object.ptr(object.Function, f).closure, 0);
    const sup = super_.pyrt_class_super(cell, args[0], 1);
    if (sup == 0) return 0;
    defer rc.release(sup);
    return call.method(sup, "value", &.{});
}
fn bodyChild(f: Word, args: [*]const Word) callconv(.c) Word {
    const cell = tuple.get(object.ptr(object.Function, f).closure, 0);
    ns.set(args[0], s("value"), func("Child.value", &.{"self"}, superInit, .{ .closure = &.{cell} }));
    ns.set(args[0], s("__classcell__"), cell);
    return rc.retain(cell);
}

test "super, class cell, hooks" {
    start();
    const Base = class("Base", &.{}, &.{.{ "value", func("value", &.{"self"}, fortyTwo, .{}) }});
    const cell = @import("scope_rows.zig").pyrt_cell_new(0);
    const body = func("Child", &.{"ns"}, bodyChild, .{ .closure = &.{cell} });
    const Child = class_.pyrt_class_build(body, s("Child"), tuple.fromSlice(&.{Base}), 0, tuple.empty());
    try shows(call.method(newOf(Child, &.{}), "value", &.{}), "42");
    const Hook = class("Hook", &.{}, &.{.{ "__init_subclass__", func("__init_subclass__", &.{ "cls", "tag" }, setTag, .{ .kwonly = 1 }) }});
    const kw = namespace(&.{.{ "tag", n(9) }});
    const plain = func("Sub", &.{"ns"}, none, .{});
    const Sub = class_.pyrt_class_build(plain, s("Sub"), tuple.fromSlice(&.{Hook}), kw, tuple.empty());
    try shows(Sub, "<class '__main__.Sub'>");
    try shows(attr.get(Sub, s("tag")), "9");
    try raises(class_.pyrt_class_build(plain, s("Sub"), tuple.fromSlice(&.{Base}), kw, tuple.empty()), "TypeError('Sub.__init_subclass__() takes no keyword arguments')");
}
fn setTag(_: Word, args: [*]const Word) callconv(.c) Word {
    return if (attr.set(args[0], s("tag"), args[1]) < 0) 0 else singletons.noneWord();
}

test "special methods patched at run time" {
    start();
    const A = class("A", &.{}, &.{});
    const a = newOf(A, &.{});
    try expect(ops.truth(a) == 1);
    try raises(ops.len(a), "TypeError(\"object of type 'A' has no len()\")");
    try expect(attr.set(A, s("__len__"), func("__len__", &.{"self"}, fortyTwo, .{})) == 0);
    try expect(ops.len(a) == 42);
    try expect(attr.set(A, s("__eq__"), func("__eq__", &.{ "self", "o" }, fortyTwo, .{})) == 0);
    try expect(ops.eqBool(a, n(1)) == 1);
    try expect(attr.del(A, s("__len__")) == 0);
    try raises(ops.len(a), "TypeError(\"object of type 'A' has no len()\")");
    const Eq = class("Eq", &.{}, &.{.{ "__eq__", func("__eq__", &.{ "self", "o" }, fortyTwo, .{}) }});
    try raises(ops.hash(newOf(Eq, &.{})), "TypeError(\"unhashable type: 'Eq'\")");
    try raises(ops.compare(a, n(1), .lt), "TypeError(\"'<' not supported between instances of 'A' and 'int'\")");
}

test "wrappers of builtin slots" {
    start();
    const I = object.word(&int_type.int_type);
    try shows(call.method(I, "__add__", &.{ n(1), n(2) }), "3");
    try raises(call.method(I, "__add__", &.{ s("x"), n(2) }), "TypeError(\"descriptor '__add__' requires a 'int' object but received a 'str'\")");
    const L = object.word(&list_methods.list_type);
    try raises(call.method(L, "append", &.{n(1)}), "TypeError(\"descriptor 'append' for 'list' objects doesn't apply to a 'int' object\")");
    try raises(call.method(list.new(0), "append", &.{}), "TypeError('list.append() takes exactly one argument (0 given)')");
    try raises(attr.set(I, s("x"), n(1)), "TypeError(\"cannot set 'x' attribute of immutable type 'int'\")");
    try shows(attr.get(n(1), s("__class__")), "<class 'int'>");
    try shows(attr.get(I, s("__add__")), "<slot wrapper '__add__' of 'int' objects>");
}

test "operators on builtin values" {
    start();
    try raises(ops.add(n(1), s("a")), "TypeError(\"unsupported operand type(s) for +: 'int' and 'str'\")");
    try raises(ops.add(s("a"), n(1)), "TypeError('can only concatenate str (not \"int\") to str')");
    try raises(ops.add(list.new(0), n(1)), "TypeError('can only concatenate list (not \"int\") to list')");
    try raises(ops.mul(s("a"), s("b")), "TypeError(\"can't multiply sequence by non-int of type 'str'\")");
    try raises(ops.compare(n(1), s("a"), .lt), "TypeError(\"'<' not supported between instances of 'int' and 'str'\")");
    try raises(ops.getitem(n(1), n(0)), "TypeError(\"'int' object is not subscriptable\")");
    try raises(ops.contains(n(1), n(0)), "TypeError(\"argument of type 'int' is not iterable\")");
    try raises(ops.neg(s("a")), "TypeError(\"bad operand type for unary -: 'str'\")");
    try shows(ops.add(n(1 << 61), n(1 << 61)), "4611686018427387904");
    try shows(ops.mul(n(-7), n(6)), "-42");
    try shows(ops.floordiv(n(-7), n(2)), "-4");
    try shows(ops.mod(n(-7), n(2)), "1");
    try shows(ops.truediv(n(7), n(2)), "3.5");
    try shows(ops.inplace(.add, s("ab"), s("cd")), "'abcd'");
    try raises(ops.inplace(.add, n(1), s("a")), "TypeError(\"unsupported operand type(s) for +=: 'int' and 'str'\")");
    try shows(ops.mul(s("ab"), n(2)), "'abab'");
    try shows(ops.mul(n(2), s("ab")), "'abab'");
}

test "generic aliases and unions" {
    start();
    const I = object.word(&int_type.int_type);
    const St = object.word(&str_type.str_type);
    const L = object.word(&list_methods.list_type);
    try shows(ops.getitem(L, I), "list[int]");
    const u = ops.binary(.or_, I, singletons.noneWord());
    try expect(class_check.isInstance(n(1), u) == 1);
    try expect(class_check.isInstance(s("a"), u) == 0);
    try shows(u, "int | None");
    try raises(ops.binary(.or_, I, n(3)), "TypeError(\"unsupported operand type(s) for |: 'type' and 'int'\")");
    try raises(ops.getitem(I, St), "TypeError(\"type 'int' is not subscriptable\")");
    const alias = ops.getitem(L, I);
    try raises(class_check.isInstance(n(1), alias), "TypeError('isinstance() argument 2 cannot be a parameterized generic')");
}

test "class patterns" {
    start();
    const A = class("A", &.{}, &.{.{ "__match_args__", tuple.fromSlice(&.{s("x")}) }});
    const a = newOf(A, &.{});
    try expect(attr.set(a, s("x"), n(3)) == 0);
    try expect(attr.set(a, s("y"), n(4)) == 0);
    const kw = tuple.fromSlice(&.{s("y")});
    try shows(match_class.pyrt_match_class(a, A, 1, kw), "(3, 4)");
    try shows(match_class.pyrt_match_class(n(5), object.word(&int_type.int_type), 1, tuple.empty()), "(5,)");
    try shows(match_class.pyrt_match_class(s("q"), object.word(&int_type.int_type), 1, tuple.empty()), "None");
    try raises(match_class.pyrt_match_class(a, A, 2, kw), "TypeError('A() accepts 1 positional sub-pattern (2 given)')");
}

fn metaCall(_: Word, args: [*]const Word) callconv(.c) Word {
    const bases = tuple.fromSlice(&.{args[0]});
    defer rc.release(bases);
    return rc.retain(bases);
}

test "metaclasses" {
    start();
    const type_word = object.word(&type_object.type_type);
    const Meta = class("Meta", &.{type_word}, &.{
        .{ "__call__", func("__call__", &.{"cls"}, metaCall, .{}) },
        .{ "__len__", func("__len__", &.{"cls"}, fortyTwo, .{}) },
        .{ "tag", n(5) },
    });
    try expect(Meta != 0);
    const plain = func("A", &.{"ns"}, none, .{});
    const kw = namespace(&.{.{ "metaclass", Meta }});
    const A = class_.pyrt_class_build(plain, s("A"), tuple.empty(), kw, tuple.empty());
    try shows(rc.retain(object.word(types.typeOf(A))), "<class '__main__.Meta'>");
    try shows(call.call(A, &.{}), "(<class '__main__.A'>,)");
    try expect(ops.len(A) == 42);
    try shows(attr.get(A, s("tag")), "5");
    const B = class("B", &.{A}, &.{});
    try shows(rc.retain(object.word(types.typeOf(B))), "<class '__main__.Meta'>");
    const Other = class("Other", &.{type_word}, &.{});
    const kw2 = namespace(&.{.{ "metaclass", Other }});
    try raises(class_.pyrt_class_build(plain, s("C"), tuple.fromSlice(&.{A}), kw2, tuple.empty()), "TypeError('metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases')");
}

fn getHook(_: Word, args: [*]const Word) callconv(.c) Word {
    return rc.retain(args[1]);
}
var finalized: usize = 0;
fn del(_: Word, _: [*]const Word) callconv(.c) Word {
    finalized += 1;
    return singletons.noneWord();
}

test "__getattr__, __call__, __del__, __class__" {
    start();
    const A = class("A", &.{}, &.{
        .{ "__getattr__", func("__getattr__", &.{ "self", "name" }, getHook, .{}) },
        .{ "__call__", func("__call__", &.{ "self", "v" }, getHook, .{}) },
        .{ "__del__", func("__del__", &.{"self"}, del, .{}) },
    });
    const a = newOf(A, &.{});
    try shows(attr.get(a, s("anything")), "'anything'");
    try expect(attr.set(a, s("real"), n(1)) == 0);
    try shows(attr.get(a, s("real")), "1");
    try shows(call.call(a, &.{n(6)}), "6");
    const B = class("B", &.{}, &.{});
    const b = newOf(B, &.{});
    try expect(attr.set(b, s("q"), n(2)) == 0);
    try expect(attr.set(b, s("__class__"), A) == 0);
    try shows(attr.get(b, s("other")), "'other'");
    try shows(attr.get(b, s("q")), "2");
    rc.release(a);
    rc.release(b);
    try expect(finalized == 2);
}

test "methods are loaded before their arguments" {
    start();
    const A = class("A", &.{}, &.{
        .{ "m", func("m", &.{"self"}, first, .{}) },
        .{ "s", call.call(object.word(&descriptors.staticmethod_type), &.{func("s", &.{"v"}, first, .{})}) },
    });
    const a = newOf(A, &.{});
    var cache = std.mem.zeroes([3]object.AttrCache);
    for (0..2) |_| {
        const m = attr_cache.pyrt_obj_get_method(a, s("m"), &cache[0]);
        const r = attr_cache.pyrt_obj_call_loaded(m, a, s("m"), &cache[0], &.{}, 0);
        try expect(r == a);
        rc.release(r);
        rc.release(m);
        const st = attr_cache.pyrt_obj_get_method(a, s("s"), &cache[1]);
        try shows(attr_cache.pyrt_obj_call_loaded(st, a, s("s"), &cache[1], &[1]Word{n(3)}, 1), "3");
        rc.release(st);
        const c = attr_cache.pyrt_obj_get_method(A, s("m"), &cache[2]);
        try shows(attr_cache.pyrt_obj_call_loaded(c, A, s("m"), &cache[2], &[1]Word{n(4)}, 1), "4");
        rc.release(c);
    }
    rc.release(a);
}

test "instances come and go without leaks" {
    start();
    const body = func("Shape", &.{"ns"}, bodyShape, .{});
    const predeclared = tuple.fromSlice(&.{ s("x"), s("y") });
    const Shape = class_.pyrt_class_build(body, s("Shape"), tuple.empty(), 0, predeclared);
    const I = class("I", &.{object.word(&str_type.str_type)}, &.{});
    const X = class("X", &.{object.word(err.typeOf(.ValueError))}, &.{});
    const alloc = @import("alloc.zig");
    var before: usize = 0;
    for (0..20) |i| {
        if (i == 10) before = alloc.liveObjects();
        const p = newOf(Shape, &.{ list.new(0), n(2) });
        // The list's own reference.
        const own = attr.get(p, s("x"));
        rc.release(own);
        rc.release(own);
        const d = attr.get(p, s("__dict__"));
        try expect(attr.set(p, s("other"), d) == 0);
        try expect(attr.del(p, s("other")) == 0);
        rc.release(d);
        const bound = attr.get(p, s("getx"));
        rc.release(call.call(bound, &.{}));
        rc.release(bound);
        const t = newOf(I, &.{s("abc")});
        try expect(attr.set(t, s("tag"), t) == 0);
        try expect(attr.del(t, s("tag")) == 0);
        rc.release(t);
        rc.release(newOf(X, &.{s("bad")}));
        rc.release(p);
    }
    try std.testing.expectEqual(before, alloc.liveObjects());
}

test "slots of several bases, members, bases assigned" {
    start();
    const body = func("P", &.{"ns"}, bodyShape, .{});
    const P = class_.pyrt_class_build(body, s("P"), tuple.empty(), 0, tuple.fromSlice(&.{ s("x"), s("y") }));
    const Q = class_.pyrt_class_build(func("Q", &.{"ns"}, none, .{}), s("Q"), tuple.empty(), 0, tuple.fromSlice(&.{ s("z"), s("y") }));
    const R = class_.pyrt_class_build(func("R", &.{"ns"}, none, .{}), s("R"), tuple.fromSlice(&.{ P, Q }), 0, tuple.fromSlice(&.{s("w")}));
    const t = object.ptr(types.Type, R);
    try shows(rc.retain(t.slot_names), "('x', 'y', 'z', 'w')");
    const r = newOf(R, &.{ n(1), n(2) });
    for ([_][]const u8{ "w", "z", "free" }) |name| try expect(attr.set(r, s(name), s(name)) == 0);
    try shows(attr.get(r, s("__dict__")), "{'x': 1, 'y': 2, 'w': 'w', 'z': 'z', 'free': 'free'}");
    rc.release(r);
    const S = class("S", &.{}, &.{.{ "__slots__", tuple.fromSlice(&.{s("p")}) }});
    const T = class("T", &.{S}, &.{.{ "__slots__", tuple.fromSlice(&.{s("q")}) }});
    const U = class("U", &.{S}, &.{.{ "__slots__", tuple.fromSlice(&.{s("u")}) }});
    const o = newOf(T, &.{});
    try expect(attr.set(o, s("p"), n(1)) == 0 and attr.set(o, s("q"), n(2)) == 0);
    try shows(attr.get(o, s("p")), "1");
    try shows(attr.get(o, s("q")), "2");
    try raises(attr.get(o, s("__dict__")), "AttributeError(\"'T' object has no attribute '__dict__'\")");
    rc.release(o);
    try raises(class("V", &.{ T, U }, &.{}), "TypeError('multiple bases have instance lay-out conflict')");
    const V = class("V", &.{T}, &.{});
    const v = newOf(V, &.{});
    try expect(attr.set(v, s("extra"), n(5)) == 0);
    try shows(attr.get(v, s("__dict__")), "{'extra': 5}");
    rc.release(v);
    const A = class("A", &.{}, &.{.{ "name", s("A") }});
    const B = class("B", &.{}, &.{.{ "name", s("B") }});
    const C = class("C", &.{A}, &.{});
    const c = newOf(C, &.{});
    try shows(attr.get(c, s("name")), "'A'");
    try expect(attr.set(C, s("__bases__"), tuple.fromSlice(&.{B})) == 0);
    try shows(attr.get(c, s("name")), "'B'");
    try shows(attr.get(C, s("__bases__")), "(<class '__main__.B'>,)");
    rc.release(c);
}

test "what dir and vars show" {
    start();
    const A = class("A", &.{}, &.{.{ "f", func("f", &.{"self"}, first, .{}) }});
    const d = attr.dir(A);
    try expect(ops.contains(d, s("f")) == 1 and ops.contains(d, s("__init__")) == 1 and ops.contains(d, s("__name__")) == 0);
    rc.release(d);
    const a = newOf(A, &.{});
    try expect(attr.set(a, s("zz"), n(1)) == 0);
    const e = attr.dir(a);
    try expect(ops.contains(e, s("zz")) == 1);
    rc.release(e);
    rc.release(a);
    const proxy = attr.get(A, s("__dict__"));
    try shows(rc.retain(object.word(types.typeOf(proxy))), "<class 'mappingproxy'>");
    try raises(ops.setitem(proxy, s("x"), n(1)), "TypeError(\"'mappingproxy' object does not support item assignment\")");
    rc.release(proxy);
}
