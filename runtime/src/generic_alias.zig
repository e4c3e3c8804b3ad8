//! `list[int]`: a class with type arguments. Calls and attributes go to the class; type variables can be substituted.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const args_ = @import("args.zig");
const attr = @import("attr.zig");
const call_ = @import("call.zig");
const list = @import("list.zig");
const tuple = @import("tuple.zig");
const names = @import("names.zig");
const methods_ = @import("methods.zig");
const ops = @import("ops.zig");
const repr_ = @import("repr.zig");
const type_params = @import("type_params.zig");
const typing_hooks = @import("typing_hooks.zig");
const union_type = @import("union_type.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;

/// `params`: tuple of the type variables in `args`, 0 until needed. `starred`: `*tuple[int, ...]`.
pub const GenericAlias = extern struct { h: object.Header, origin: Word, args: Word, params: Word, starred: u64 };
/// Gives the starred alias, once.
const Unpacking = extern struct { h: object.Header, alias: Word };

fn of(w: Word) *GenericAlias {
    return object.ptr(GenericAlias, w);
}
pub fn isAlias(w: Word) bool {
    return object.isExact(w, .generic_alias);
}

/// `origin[args]`; `args` is a tuple of arguments or the only one. Borrows both.
pub fn new(origin: Word, args: Word) Word {
    const a = alloc.object(GenericAlias, .generic_alias, 0);
    a.origin = rc.retain(origin);
    a.args = if (tuple.isTuple(args)) rc.retain(args) else tuple.fromSlice(&.{args});
    a.params = 0;
    a.starred = 0;
    return object.word(a);
}

fn newSlot(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (!args_.noKeywords("GenericAlias", kwnames) or !args_.checkCount("GenericAlias", nargs, 2, 2)) return 0;
    if (class == object.word(&generic_alias_type)) return new(args[0], args[1]);
    const a = @import("instance.zig").allocate(GenericAlias, class);
    a.origin = rc.retain(args[0]);
    a.args = if (tuple.isTuple(args[1])) rc.retain(args[1]) else tuple.fromSlice(&.{args[1]});
    a.params = 0;
    a.starred = 0;
    return object.word(a);
}

pub fn classGetitem(self: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return new(self, args[0]);
}
/// `__class_getitem__` of builtin classes.
pub const class_getitem_row: *const object.MethodRow =
    &methods_.table(.{.{ "__class_getitem__", classGetitem, 1, 1, .class_method }})[0];

fn dealloc(self: Word) callconv(.c) void {
    const a = of(self);
    rc.release(a.origin);
    rc.release(a.args);
    rc.releaseMaybe(a.params);
    alloc.free(a);
}
fn traverse(self: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    const a = of(self);
    visit(a.origin, context);
    visit(a.args, context);
    if (a.params != 0) visit(a.params, context);
}

/// Appends a type as type expressions show it: `int`, `module.Class`, `...`, else its repr. False: raised.
pub fn appendType(b: *str.Builder, w: Word) bool {
    if (w == singletons.ellipsisWord()) {
        b.append("...");
        return true;
    }
    if (!object.isSmall(w) and types.typeOf(w).flags.type_subclass) {
        repr_.appendQualified(b, object.ptr(types.Type, w));
        return true;
    }
    if (object.isExact(w, .list)) {
        b.append("[");
        for (0..list.len(w)) |i| {
            if (i > 0) b.append(", ");
            const item = list.get(w, i);
            defer rc.release(item);
            if (!appendType(b, item)) return false;
        }
        b.append("]");
        return true;
    }
    const text = repr_.repr(w);
    if (text == 0) return false;
    b.append(str.slice(text));
    rc.release(text);
    return true;
}

fn repr(self: Word) callconv(.c) Word {
    const a = of(self);
    var b: str.Builder = .init(64);
    if (a.starred != 0) b.append("*");
    if (!appendType(&b, a.origin)) {
        b.deinit();
        return 0;
    }
    b.append("[");
    for (tuple.items(a.args), 0..) |arg, i| {
        if (i > 0) b.append(", ");
        if (!appendType(&b, arg)) {
            b.deinit();
            return 0;
        }
    }
    if (tuple.len(a.args) == 0) b.append("()");
    b.append("]");
    return b.finish();
}

fn call(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const o = call_.callKw(of(self).origin, args, nargs, kwnames);
    if (o == 0) return 0;
    // Instances that can hold it remember how they were made; the others do not.
    if (attr.set(o, "__orig_class__", self) < 0) {
        if (!err.matches(.AttributeError) and !err.matches(.TypeError)) {
            rc.release(o);
            return 0;
        }
        err.clear();
    }
    return o;
}

const own_names = [_][]const u8{
    "__origin__", "__args__",     "__parameters__", "__mro_entries__", "__reduce_ex__",                  "__reduce__",
    "__copy__",   "__deepcopy__", "__unpacked__",   "__class__",       "__typing_unpacked_tuple_args__",
};
fn getattro(self: Word, name: Word) callconv(.c) Word {
    for (own_names) |n| if (str.eqlSlice(name, n)) return attr.generic(self, name);
    return attr.get(of(self).origin, name);
}

fn compare(left: Word, right: Word, op: types.CompareOp) callconv(.c) Word {
    if ((op != .eq and op != .ne) or !isAlias(left) or !isAlias(right)) return singletons.notImplementedWord();
    if (of(left).starred != of(right).starred) return singletons.boolWord(op == .ne);
    const origin = ops.eqBool(of(left).origin, of(right).origin);
    if (origin < 0) return 0;
    const args = if (origin == 0) 0 else ops.eqBool(of(left).args, of(right).args);
    if (args < 0) return 0;
    return singletons.boolWord((args == 1) == (op == .eq));
}
fn hash(self: Word) callconv(.c) i64 {
    const x = ops.hash(of(self).origin);
    if (x == -1) return -1;
    const y = ops.hash(of(self).args);
    if (y == -1) return -1;
    return if (x ^ y == -1) -2 else x ^ y;
}

/// The type variables that occur in the arguments, in order, borrowed tuple; 0 raised.
fn params(self: Word) Word {
    const a = of(self);
    if (a.params == 0) a.params = collectParams(tuple.items(a.args));
    return a.params;
}
/// An owned tuple of the type variables in type expressions.
pub fn collectParams(args: []const Word) Word {
    const out = list.new(0);
    defer rc.release(out);
    for (args) |arg| if (!addParams(out, arg)) return 0;
    return list.toTuple(out);
}
fn addParams(out: Word, arg: Word) bool {
    if (type_params.isParam(arg)) {
        addOnce(out, arg);
        return true;
    }
    if (!object.isSmall(arg) and types.typeOf(arg).flags.type_subclass) return true;
    if (object.isExact(arg, .tuple)) {
        for (tuple.items(arg)) |item| if (!addParams(out, item)) return false;
        return true;
    }
    const inner = attr.getOptional(arg, names.of(.__parameters__));
    if (inner == 0) return !err.pending();
    defer rc.release(inner);
    if (tuple.isTuple(inner)) for (tuple.items(inner)) |p| addOnce(out, p);
    return true;
}
fn addOnce(out: Word, p: Word) void {
    for (0..list.len(out)) |i| {
        const have = list.get(out, i);
        rc.release(have);
        if (have == p) return;
    }
    list.append(out, p);
}

/// `alias[types]`: substitutes the type variables.
fn getitem(self: Word, key: Word) callconv(.c) Word {
    const variables = params(self);
    if (variables == 0) return 0;
    const n = tuple.len(variables);
    if (n == 0) {
        const shown = repr(self);
        if (shown == 0) return 0;
        defer rc.release(shown);
        return err.raise(.TypeError, "{s} is not a generic class", .{str.slice(shown)});
    }
    const substitution = typing_hooks.find("_subs_parameters");
    if (substitution == 0 and err.pending()) return 0;
    if (substitution != 0) {
        defer rc.release(substitution);
        const args = call_.call(substitution, &.{ self, of(self).args, variables, key });
        if (args == 0) return 0;
        defer rc.release(args);
        return withArgs(self, args);
    }
    const single = [1]Word{key};
    const values = if (object.isExact(key, .tuple)) tuple.items(key) else &single;
    if (values.len != n) {
        const shown = repr(self);
        if (shown == 0) return 0;
        defer rc.release(shown);
        return err.raise(.TypeError, "Too {s} arguments for {s}; actual {d}, expected {d}", .{
            @as([]const u8, if (values.len > n) "many" else "few"), str.slice(shown), values.len, n,
        });
    }
    const args = substituteAll(tuple.items(of(self).args), tuple.items(variables), values);
    if (args == 0) return 0;
    defer rc.release(args);
    return withArgs(self, args);
}
fn withArgs(self: Word, args: Word) Word {
    const a = new(of(self).origin, args);
    of(a).starred = of(self).starred;
    return a;
}

/// `*alias`: one starred alias.
fn iter(self: Word) callconv(.c) Word {
    const it = alloc.object(Unpacking, @as(u32, unpacking_type.shape), 0);
    it.alias = rc.retain(self);
    return object.word(it);
}
fn nextUnpacked(self: Word) callconv(.c) Word {
    const it = object.ptr(Unpacking, self);
    if (it.alias == 0) return 0;
    const alias = it.alias;
    it.alias = 0;
    defer rc.release(alias);
    const starred = new(of(alias).origin, of(alias).args);
    of(starred).starred = 1;
    return starred;
}
fn deallocUnpacking(self: Word) callconv(.c) void {
    rc.releaseMaybe(object.ptr(Unpacking, self).alias);
    alloc.free(object.header(self));
}
fn traverseUnpacking(self: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    const alias = object.ptr(Unpacking, self).alias;
    if (alias != 0) visit(alias, context);
}
fn sameSelf(self: Word) callconv(.c) Word {
    return rc.retain(self);
}
pub var unpacking_type: types.Type = .{
    .h = types.static_header,
    .c_name = "generic_alias_iterator",
    .shape = 0,
    .fixed_size = @sizeOf(Unpacking),
    .base = &@import("object_type.zig").object_type,
    .flags = .{ .default_getattr = true },
    .slots = .{
        .dealloc = deallocUnpacking,
        .traverse = traverseUnpacking,
        .iter = sameSelf,
        .next = nextUnpacked,
    },
};

/// An owned tuple of the arguments with the variables replaced.
pub fn substituteAll(args: []const Word, variables: []const Word, values: []const Word) Word {
    const out = list.new(args.len);
    defer rc.release(out);
    for (args) |arg| {
        const w = substitute(arg, variables, values);
        if (w == 0) return 0;
        list.append(out, w);
        rc.release(w);
    }
    return list.toTuple(out);
}
fn substitute(arg: Word, variables: []const Word, values: []const Word) Word {
    if (std.mem.indexOfScalar(Word, variables, arg)) |i| return rc.retain(values[i]);
    if (!isAlias(arg) and !union_type.isUnion(arg)) return rc.retain(arg);
    const own = attr.get(arg, names.of(.__parameters__));
    if (own == 0) return 0;
    defer rc.release(own);
    if (tuple.len(own) == 0) return rc.retain(arg);
    const inner = substituteAll(tuple.items(own), variables, values);
    if (inner == 0) return 0;
    defer rc.release(inner);
    return ops.getitem(arg, inner);
}

fn m_origin(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(of(self).origin);
}
fn m_args(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(of(self).args);
}
fn m_parameters(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const p = params(self);
    return if (p == 0) 0 else rc.retain(p);
}
fn m_unpacked(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return singletons.boolWord(of(self).starred != 0);
}
fn m_unpacked_tuple(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const a = of(self);
    const is_tuple = a.starred != 0 and a.origin == object.word(&tuple.tuple_type);
    return if (is_tuple) rc.retain(a.args) else singletons.noneWord();
}
fn m_mro_entries(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return tuple.fromSlice(&.{of(self).origin});
}
fn m_instancecheck(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return err.raise(.TypeError, "isinstance() argument 2 cannot be a parameterized generic", .{});
}
fn m_subclasscheck(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return err.raise(.TypeError, "issubclass() argument 2 cannot be a parameterized generic", .{});
}
pub const methods = .{
    .{ "__origin__", m_origin, 0, 0, .getset },
    .{ "__args__", m_args, 0, 0, .getset },
    .{ "__parameters__", m_parameters, 0, 0, .getset },
    .{ "__unpacked__", m_unpacked, 0, 0, .getset },
    .{ "__typing_unpacked_tuple_args__", m_unpacked_tuple, 0, 0, .getset },
    .{ "__mro_entries__", m_mro_entries, 1, 1 },
    .{ "__instancecheck__", m_instancecheck, 1, 1 },
    .{ "__subclasscheck__", m_subclasscheck, 1, 1 },
};

pub var generic_alias_type: types.Type = .{
    .h = types.static_header,
    .c_name = "types.GenericAlias",
    .shape = @intFromEnum(object.ShapeId.generic_alias),
    .fixed_size = @sizeOf(GenericAlias),
    .flags = .{ .base = true },
    .base = &@import("object_type.zig").object_type,
    .slots = .{
        .dealloc = dealloc,
        .traverse = traverse,
        .repr = repr,
        .call = call,
        .getattro = getattro,
        .compare = compare,
        .hash = hash,
        .getitem = getitem,
        .iter = iter,
        .binary = union_type.orSlot(),
        .new = newSlot,
    },
};
