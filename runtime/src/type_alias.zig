//! `type X = …`, `typing.TypeAliasType`, and `typing.Generic`.
//!
//! Invariant: the value of an alias is a thunk until somebody asks for it; then it is kept.
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const attr = @import("attr.zig");
const call = @import("call.zig");
const args_ = @import("args.zig");
const tuple = @import("tuple.zig");
const names = @import("names.zig");
const singletons = @import("singletons.zig");
const generic_alias = @import("generic_alias.zig");
const union_type = @import("union_type.zig");
const type_params = @import("type_params.zig");
const typing_hooks = @import("typing_hooks.zig");
const module_import = @import("module_import.zig");
const Word = object.Word;
const Type = types.Type;
const object_type = &@import("object_type.zig").object_type;

/// `value` is a thunk while `known` is 0.
pub const TypeAlias = extern struct { h: object.Header, name: Word, params: Word, value: Word, module: Word, known: u64 };

pub export fn pyrt_type_alias_new(name: Word, params: Word, thunk: Word) callconv(.c) Word {
    const a = alloc.object(TypeAlias, .type_alias, 0);
    a.name = rc.retain(name);
    a.params = rc.retain(params);
    a.value = rc.retain(thunk);
    a.module = rc.retain(module_import.runningName());
    a.known = 0;
    return object.word(a);
}
/// `TypeAliasType(name, value, *, type_params=())`.
fn newAlias(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const signature: args_.Signature = .{
        .name = "typealias",
        .params = &.{ "name", "value", "type_params" },
        .positional = 2,
        .required = 2,
    };
    var out: [3]Word = undefined;
    if (!args_.bind(signature, args, nargs, kwnames, &out)) return 0;
    if (!str.isStr(out[0])) return err.raise(.TypeError, "typealias() argument 'name' must be str, not {n}", .{out[0]});
    if (out[2] != 0 and !tuple.isTuple(out[2])) return err.raise(.TypeError, "type_params must be a tuple", .{});
    const none = tuple.empty();
    defer rc.release(none);
    const a = pyrt_type_alias_new(out[0], if (out[2] == 0) none else out[2], out[1]);
    object.ptr(TypeAlias, a).known = 1;
    return a;
}
fn deallocAlias(self: Word) callconv(.c) void {
    const a = object.ptr(TypeAlias, self);
    rc.release(a.name);
    rc.release(a.params);
    rc.release(a.value);
    rc.release(a.module);
    alloc.free(a);
}
fn traverseAlias(self: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    const a = object.ptr(TypeAlias, self);
    visit(a.params, context);
    visit(a.value, context);
}
fn reprAlias(self: Word) callconv(.c) Word {
    return rc.retain(object.ptr(TypeAlias, self).name);
}
fn m_alias_name(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return reprAlias(self);
}
fn m_alias_value(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const a = object.ptr(TypeAlias, self);
    return type_params.force(&a.value, &a.known, 1);
}
fn m_alias_params(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(object.ptr(TypeAlias, self).params);
}
fn m_alias_module(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(object.ptr(TypeAlias, self).module);
}
fn getitemAlias(self: Word, key: Word) callconv(.c) Word {
    if (tuple.len(object.ptr(TypeAlias, self).params) == 0) {
        return err.raise(.TypeError, "Only generic type aliases are subscriptable", .{});
    }
    return generic_alias.new(self, key);
}
pub const alias_methods = .{
    .{ "__name__", m_alias_name, 0, 0, .member },
    .{ "__value__", m_alias_value, 0, 0, .getset },
    .{ "__type_params__", m_alias_params, 0, 0, .getset },
    .{ "__parameters__", m_alias_params, 0, 0, .getset },
    .{ "__module__", m_alias_module, 0, 0, .getset },
};
pub var type_alias_type: Type = .{
    .h = types.static_header,
    .c_name = "typing.TypeAliasType",
    .shape = @intFromEnum(object.ShapeId.type_alias),
    .fixed_size = @sizeOf(TypeAlias),
    .base = object_type,
    .flags = .{ .default_getattr = true },
    .slots = .{
        .dealloc = deallocAlias,
        .traverse = traverseAlias,
        .repr = reprAlias,
        .getitem = getitemAlias,
        .new = newAlias,
        .binary = union_type.orSlot(),
    },
};

// Generic

fn genericGetitem(self: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const function = typing_hooks.find("_generic_class_getitem");
    if (function == 0) return if (err.pending()) 0 else generic_alias.new(self, args[0]);
    defer rc.release(function);
    return call.call(function, &.{ self, args[0] });
}
/// Says what the parameters of a new generic class are; the module `typing` checks them, where the program has it.
fn genericInitSubclass(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const function = typing_hooks.find("_generic_init_subclass");
    if (function == 0) {
        if (err.pending()) return 0;
        if (nargs > 0 or args_.keywordNames(kwnames).len > 0) {
            return err.raise(.TypeError, "{s}.__init_subclass__() takes no keyword arguments", .{types.nameOf(object.ptr(Type, self))});
        }
        return setParameters(self);
    }
    defer rc.release(function);
    const bound = @import("method.zig").bind(function, self);
    defer rc.release(bound);
    return call.callKw(bound, args, nargs, kwnames);
}
/// `__parameters__` of a class whose bases contain `Generic[…]`, else those of its bases stay visible.
fn setParameters(class: Word) Word {
    const bases = attr.getOptional(class, names.of(.__orig_bases__));
    if (bases == 0) return if (err.pending()) 0 else singletons.noneWord();
    defer rc.release(bases);
    if (tuple.isTuple(bases)) for (tuple.items(bases)) |b| {
        if (!generic_alias.isAlias(b)) continue;
        const a = object.ptr(generic_alias.GenericAlias, b);
        if (a.origin == object.word(&generic_type) and attr.set(class, names.of(.__parameters__), a.args) < 0) return 0;
    };
    return singletons.noneWord();
}
pub const generic_methods = .{
    .{ "__class_getitem__", genericGetitem, 1, 1, .class_method },
    .{ "__init_subclass__", genericInitSubclass, 0, -1, .class_method_keywords },
};
/// `typing.Generic`; instances have the layout of `object`.
pub var generic_type: Type = .{
    .h = types.static_header,
    .c_name = "typing.Generic",
    .shape = 0,
    .fixed_size = @sizeOf(object.Header),
    .base = object_type,
    .flags = .{ .base = true, .acyclic = true, .default_getattr = true },
    .slots = .{ .dealloc = rc.deallocPlain },
};

pub export fn pyrt_generic_base(params: Word) callconv(.c) Word {
    const function = typing_hooks.find("_subscript_generic");
    if (function == 0) return if (err.pending()) 0 else generic_alias.new(object.word(&generic_type), params);
    defer rc.release(function);
    return call.call(function, &.{params});
}
