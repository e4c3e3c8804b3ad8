//! Type parameters of generic functions, classes and aliases (PEP 695): TypeVar, ParamSpec, TypeVarTuple, `type X = …`,
//! and `Generic`.
//!
//! Invariant: bounds, defaults and alias values are thunks until somebody asks for them; then the value is kept.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const call = @import("call.zig");
const tuple = @import("tuple.zig");
const generic_alias = @import("generic_alias.zig");
const union_type = @import("union_type.zig");
const instance = @import("instance.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;
const Type = types.Type;

/// `bound` and `default` are thunks until `known` says that they have been called; 0: none.
pub const TypeParam = extern struct { h: object.Header, name: Word, bound: Word, default: Word, known: u64 };
const bound_known = 1;
const default_known = 2;
/// `value` is a thunk while `known` is 0.
pub const TypeAlias = extern struct { h: object.Header, name: Word, params: Word, value: Word, known: u64 };

const kinds = [3]*Type{ &typevar_type, &paramspec_type, &typevartuple_type };

pub fn isParam(w: Word) bool {
    if (object.isSmall(w)) return false;
    const t = types.typeOf(w);
    return t == kinds[0] or t == kinds[1] or t == kinds[2];
}

pub export fn pyrt_type_param_new(kind: i64, name: Word, bound: Word, default: Word) callconv(.c) Word {
    const p = alloc.object(TypeParam, @as(u32, kinds[@intCast(kind)].shape), 0);
    p.name = rc.retain(name);
    p.bound = rc.retainMaybe(bound);
    p.default = rc.retainMaybe(default);
    p.known = 0;
    return object.word(p);
}

fn deallocParam(self: Word) callconv(.c) void {
    const p = object.ptr(TypeParam, self);
    rc.release(p.name);
    rc.releaseMaybe(p.bound);
    rc.releaseMaybe(p.default);
    alloc.free(p);
}
fn traverseParam(self: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    const p = object.ptr(TypeParam, self);
    if (p.bound != 0) visit(p.bound, context);
    if (p.default != 0) visit(p.default, context);
}
fn reprParam(self: Word) callconv(.c) Word {
    return rc.retain(object.ptr(TypeParam, self).name);
}
/// The value of a field that starts as a thunk; owned, None for 0.
fn force(place: *Word, known: *u64, bit: u64) Word {
    if (place.* == 0) return singletons.noneWord();
    if (known.* & bit == 0) {
        const thunk = rc.retain(place.*);
        defer rc.release(thunk);
        const value = call.call(thunk, &.{});
        if (value == 0) return 0;
        const old = place.*;
        place.* = value;
        known.* |= bit;
        rc.release(old);
    }
    return rc.retain(place.*);
}
fn m_name(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(object.ptr(TypeParam, self).name);
}
fn boundValue(self: Word) Word {
    const p = object.ptr(TypeParam, self);
    return force(&p.bound, &p.known, bound_known);
}
fn m_bound(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const value = boundValue(self);
    // A tuple stands for constraints.
    if (value == 0 or !object.isExact(value, .tuple)) return value;
    rc.release(value);
    return singletons.noneWord();
}
fn m_constraints(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const value = boundValue(self);
    if (value == 0 or object.isExact(value, .tuple)) return value;
    rc.release(value);
    return tuple.empty();
}
fn m_has_default(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return singletons.boolWord(object.ptr(TypeParam, self).default != 0);
}
fn m_default(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const p = object.ptr(TypeParam, self);
    if (p.default == 0) return err.raise(.AttributeError, "{s} has no default", .{str.slice(p.name)});
    return force(&p.default, &p.known, default_known);
}
fn m_false(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return singletons.falseWord();
}
fn m_true(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return singletons.trueWord();
}
pub const typevar_methods = .{
    .{ "__name__", m_name, 0, 0, .getset },
    .{ "__bound__", m_bound, 0, 0, .getset },
    .{ "__constraints__", m_constraints, 0, 0, .getset },
    .{ "__default__", m_default, 0, 0, .getset },
    .{ "__covariant__", m_false, 0, 0, .getset },
    .{ "__contravariant__", m_false, 0, 0, .getset },
    .{ "__infer_variance__", m_true, 0, 0, .getset },
    .{ "has_default", m_has_default, 0, 0 },
};
pub const other_methods = .{
    .{ "__name__", m_name, 0, 0, .getset },
    .{ "__default__", m_default, 0, 0, .getset },
    .{ "has_default", m_has_default, 0, 0 },
};

const object_type = &@import("object_type.zig").object_type;
fn paramType(comptime name: [:0]const u8, shape: u32) Type {
    return .{
        .h = types.static_header,
        .c_name = name,
        .shape = shape,
        .fixed_size = @sizeOf(TypeParam),
        .base = object_type,
        .flags = .{ .default_getattr = true },
        .slots = .{
            .dealloc = deallocParam,
            .traverse = traverseParam,
            .repr = reprParam,
            .binary = union_type.orSlot(),
        },
    };
}
pub var typevar_type: Type = paramType("typing.TypeVar", @intFromEnum(object.ShapeId.typevar));
/// Their shapes are allocated at start (`builtin_types.zig`).
pub var paramspec_type: Type = paramType("typing.ParamSpec", 0);
pub var typevartuple_type: Type = paramType("typing.TypeVarTuple", 0);

// type X = …

pub export fn pyrt_type_alias_new(name: Word, params: Word, thunk: Word) callconv(.c) Word {
    const a = alloc.object(TypeAlias, .type_alias, 0);
    a.name = rc.retain(name);
    a.params = rc.retain(params);
    a.value = rc.retain(thunk);
    a.known = 0;
    return object.word(a);
}
fn deallocAlias(self: Word) callconv(.c) void {
    const a = object.ptr(TypeAlias, self);
    rc.release(a.name);
    rc.release(a.params);
    rc.release(a.value);
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
    return force(&a.value, &a.known, 1);
}
fn m_alias_params(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(object.ptr(TypeAlias, self).params);
}
fn getitemAlias(self: Word, key: Word) callconv(.c) Word {
    if (tuple.len(object.ptr(TypeAlias, self).params) == 0) {
        return err.raise(.TypeError, "Only generic type aliases are subscriptable", .{});
    }
    return generic_alias.new(self, key);
}
pub const alias_methods = .{
    .{ "__name__", m_alias_name, 0, 0, .getset },
    .{ "__value__", m_alias_value, 0, 0, .getset },
    .{ "__type_params__", m_alias_params, 0, 0, .getset },
    .{ "__parameters__", m_alias_params, 0, 0, .getset },
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
        .binary = union_type.orSlot(),
    },
};

// Generic

fn genericGetitem(self: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return generic_alias.new(self, args[0]);
}
pub const generic_methods = .{
    .{ "__class_getitem__", genericGetitem, 1, 1, .class_method },
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
    return generic_alias.new(object.word(&generic_type), params);
}
