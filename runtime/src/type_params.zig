//! Type parameters: TypeVar, ParamSpec with its `args` and `kwargs`, TypeVarTuple, and `NoDefault`. Aliases and `Generic` are in
//! `type_alias.zig`; what the rules of substitution need is Python code in `typing` (`typing_hooks.zig`).
//!
//! Invariant: bounds and defaults of the syntax are thunks until somebody asks for them; then the value is kept.
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const ops = @import("ops.zig");
const args_ = @import("args.zig");
const repr_ = @import("repr.zig");
const module_import = @import("module_import.zig");
const typing_hooks = @import("typing_hooks.zig");
const call = @import("call.zig");
const tuple = @import("tuple.zig");
const union_type = @import("union_type.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;
const Type = types.Type;

/// `bound` and `default` are thunks until `known` says that they have been called; 0: none. `module`: what made it.
pub const TypeParam = extern struct { h: object.Header, name: Word, bound: Word, default: Word, module: Word, known: u64 };
/// `P.args` or `P.kwargs`.
const Part = extern struct { h: object.Header, origin: Word };
const bound_known = 1;
const default_known = 2;
const covariant = 4;
const contravariant = 8;
const infer_variance = 16;

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
    p.module = rc.retain(module_import.runningName());
    p.known = infer_variance;
    return object.word(p);
}

fn deallocParam(self: Word) callconv(.c) void {
    const p = object.ptr(TypeParam, self);
    rc.release(p.name);
    rc.releaseMaybe(p.bound);
    rc.releaseMaybe(p.default);
    rc.release(p.module);
    alloc.free(p);
}
fn traverseParam(self: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    const p = object.ptr(TypeParam, self);
    if (p.bound != 0) visit(p.bound, context);
    if (p.default != 0) visit(p.default, context);
}
fn reprParam(self: Word) callconv(.c) Word {
    const p = object.ptr(TypeParam, self);
    if (types.typeOf(self) == &typevartuple_type or p.known & infer_variance != 0) return rc.retain(p.name);
    const mark: u8 = if (p.known & covariant != 0) '+' else if (p.known & contravariant != 0) '-' else '~';
    var b: str.Builder = .init(16);
    b.append(&.{mark});
    b.append(str.slice(p.name));
    return b.finish();
}
/// The value of a field that starts as a thunk; owned, None for 0.
pub fn force(place: *Word, known: *u64, bit: u64) Word {
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
    if (p.default == 0) return noDefault();
    return force(&p.default, &p.known, default_known);
}
fn Flag(comptime bit: u64) type {
    return struct {
        fn get(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            return singletons.boolWord(object.ptr(TypeParam, self).known & bit != 0);
        }
    };
}
fn m_module(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(object.ptr(TypeParam, self).module);
}
fn m_mro_entries(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const class = types.typeOf(self);
    return err.raise(.TypeError, "Cannot subclass an instance of {s}", .{class.c_name["typing.".len..]});
}
/// The functions of `typing` that substitute in the place of this parameter.
fn Hook(comptime suffix: []const u8) type {
    return struct {
        fn run(self: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
            const class = types.typeOf(self);
            const name = if (class == &typevar_type)
                "_typevar" ++ suffix
            else if (class == &paramspec_type) "_paramspec" ++ suffix else "_typevartuple" ++ suffix;
            const function = typing_hooks.find(name);
            if (function == 0) {
                if (err.pending()) return 0;
                return err.raise(.NotImplementedError, "substitution of type parameters needs the module typing", .{});
            }
            defer rc.release(function);
            var all: [3]Word = .{ self, args[0], 0 };
            if (nargs > 1) all[2] = args[1];
            return call.call(function, all[0 .. nargs + 1]);
        }
    };
}
fn m_iter(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return iterSlot(self);
}
fn iterSlot(self: Word) callconv(.c) Word {
    const function = typing_hooks.find("_typevartuple_iter");
    if (function == 0) {
        if (err.pending()) return 0;
        return err.raise(.NotImplementedError, "unpacking a TypeVarTuple needs the module typing", .{});
    }
    defer rc.release(function);
    return call.call(function, &.{self});
}

pub const common_methods = .{
    .{ "__name__", m_name, 0, 0, .getset },
    .{ "__default__", m_default, 0, 0, .getset },
    .{ "__module__", m_module, 0, 0, .getset },
    .{ "__mro_entries__", m_mro_entries, 1, 1 },
    .{ "__typing_subst__", Hook("_subst").run, 1, 1 },
    .{ "__typing_prepare_subst__", Hook("_prepare_subst").run, 2, 2 },
    .{ "has_default", m_has_default, 0, 0 },
};
const variance_methods = .{
    .{ "__bound__", m_bound, 0, 0, .getset },
    .{ "__covariant__", Flag(covariant).get, 0, 0, .getset },
    .{ "__contravariant__", Flag(contravariant).get, 0, 0, .getset },
    .{ "__infer_variance__", Flag(infer_variance).get, 0, 0, .getset },
};
pub const typevar_methods = common_methods ++ variance_methods ++ .{
    .{ "__constraints__", m_constraints, 0, 0, .getset },
};
pub const paramspec_methods = common_methods ++ variance_methods ++ .{
    .{ "args", m_args, 0, 0, .getset },
    .{ "kwargs", m_kwargs, 0, 0, .getset },
};
pub const typevartuple_methods = common_methods;

const object_type = &@import("object_type.zig").object_type;
fn paramType(comptime name: [:0]const u8, shape: u32, new_slot: types.NewFn, iterable: bool) Type {
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
            .binary = if (iterable) @splat(null) else union_type.orSlot(),
            .iter = if (iterable) iterSlot else null,
            .new = new_slot,
        },
    };
}
pub var typevar_type: Type = paramType("typing.TypeVar", @intFromEnum(object.ShapeId.typevar), newTypeVar, false);
/// Their shapes are allocated at start (`builtin_types.zig`).
pub var paramspec_type: Type = paramType("typing.ParamSpec", 0, newParamSpec, false);
pub var typevartuple_type: Type = paramType("typing.TypeVarTuple", 0, newTypeVarTuple, true);

// Constructors

/// Reads `infer_variance=…` and the like; false: raised.
fn readFlags(flags: [3]Word, out: *u64) bool {
    out.* = bound_known | default_known;
    for (flags, [3]u64{ covariant, contravariant, infer_variance }) |w, bit| {
        const truth = if (w == 0) 0 else ops.truth(w);
        if (truth < 0) return false;
        if (truth > 0) out.* |= bit;
    }
    if (out.* & covariant != 0 and out.* & contravariant != 0) {
        _ = err.raise(.ValueError, "Bivariant types are not supported.", .{});
        return false;
    }
    if (out.* & infer_variance != 0 and out.* & (covariant | contravariant) != 0) {
        _ = err.raise(.ValueError, "Variance cannot be specified with infer_variance.", .{});
        return false;
    }
    return true;
}
/// The checked bound, owned, 0 for none (or raised: `err.pending`).
fn checkedBound(bound: Word) Word {
    if (bound == 0 or singletons.isNone(bound)) return 0;
    const function = typing_hooks.find("_type_check");
    if (function == 0) return if (err.pending()) 0 else rc.retain(bound);
    defer rc.release(function);
    const message = str.intern("Bound must be a type.");
    return call.call(function, &.{ bound, message });
}
/// Consumes `bound`.
fn make(class: Word, name: Word, bound: Word, default: Word, known: u64) Word {
    const p = alloc.object(TypeParam, @as(u32, object.ptr(Type, class).shape), 0);
    p.name = rc.retain(name);
    p.bound = bound;
    p.default = if (default == 0 or default == object.word(&no_default)) 0 else rc.retain(default);
    p.module = rc.retain(module_import.runningName());
    p.known = known;
    return object.word(p);
}
fn isName(function: []const u8, name: Word) bool {
    if (str.isStr(name)) return true;
    _ = err.raise(.TypeError, "{s}() argument 'name' must be str, not {n}", .{ function, name });
    return false;
}

fn newTypeVar(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const signature: args_.Signature = .{
        .name = "typevar",
        .params = &.{ "name", "bound", "default", "covariant", "contravariant", "infer_variance" },
        .positional = 1,
        .required = 1,
    };
    // Positional arguments beyond the first are constraints.
    const keywords = args_.keywordNames(kwnames);
    var plain: [8]Word = undefined;
    if (keywords.len > 6) return err.raise(.TypeError, "invalid keyword argument for typevar()", .{});
    plain[0] = if (nargs > 0) args[0] else 0;
    for (keywords, 0..) |_, i| plain[@min(nargs, 1) + i] = args[nargs + i];
    var out: [6]Word = undefined;
    if (!args_.bind(signature, &plain, @min(nargs, 1), kwnames, &out) or !isName("typevar", out[0])) return 0;
    var known: u64 = 0;
    if (!readFlags(out[3..6].*, &known)) return 0;
    var bound = checkedBound(out[1]);
    if (bound == 0 and err.pending()) return 0;
    if (nargs == 2) {
        rc.releaseMaybe(bound);
        return err.raise(.TypeError, "A single constraint is not allowed", .{});
    }
    if (nargs > 1) {
        if (bound != 0) {
            rc.release(bound);
            return err.raise(.TypeError, "Constraints cannot be combined with bound=...", .{});
        }
        bound = tuple.fromSlice(args[1..nargs]);
    }
    return make(class, out[0], bound, out[2], known);
}
fn newParamSpec(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const signature: args_.Signature = .{
        .name = "paramspec",
        .params = &.{ "name", "bound", "default", "covariant", "contravariant", "infer_variance" },
        .positional = 1,
        .required = 1,
    };
    var out: [6]Word = undefined;
    if (!args_.bind(signature, args, nargs, kwnames, &out) or !isName("paramspec", out[0])) return 0;
    var known: u64 = 0;
    if (!readFlags(out[3..6].*, &known)) return 0;
    const bound = checkedBound(out[1]);
    if (bound == 0 and err.pending()) return 0;
    return make(class, out[0], bound, out[2], known);
}
fn newTypeVarTuple(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const signature: args_.Signature = .{
        .name = "typevartuple",
        .params = &.{ "name", "default" },
        .positional = 1,
        .required = 1,
    };
    var out: [2]Word = undefined;
    if (!args_.bind(signature, args, nargs, kwnames, &out) or !isName("typevartuple", out[0])) return 0;
    return make(class, out[0], 0, out[1], default_known);
}

// P.args, P.kwargs

fn newPart(class: *Type, origin: Word) Word {
    const p = alloc.object(Part, @as(u32, class.shape), 0);
    p.origin = rc.retain(origin);
    return object.word(p);
}
fn m_args(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return newPart(&paramspecargs_type, self);
}
fn m_kwargs(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return newPart(&paramspeckwargs_type, self);
}
fn newPartSlot(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var out: [1]Word = undefined;
    const ok = if (class == object.word(&paramspecargs_type))
        args_.bind(.{ .name = "paramspecargs", .params = &.{"origin"}, .positional = 1, .required = 1 }, args, nargs, kwnames, &out)
    else
        args_.bind(.{ .name = "paramspeckwargs", .params = &.{"origin"}, .positional = 1, .required = 1 }, args, nargs, kwnames, &out);
    return if (ok) newPart(object.ptr(Type, class), out[0]) else 0;
}
fn deallocPart(self: Word) callconv(.c) void {
    const p = object.ptr(Part, self);
    rc.release(p.origin);
    alloc.free(p);
}
fn traversePart(self: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    visit(object.ptr(Part, self).origin, context);
}
fn reprPart(self: Word) callconv(.c) Word {
    const origin = object.ptr(Part, self).origin;
    const is_spec = !object.isSmall(origin) and types.typeOf(origin) == &paramspec_type;
    const shown = if (is_spec) rc.retain(object.ptr(TypeParam, origin).name) else repr_.repr(origin);
    if (shown == 0) return 0;
    defer rc.release(shown);
    var b: str.Builder = .init(16);
    b.append(str.slice(shown));
    b.append(if (types.typeOf(self) == &paramspecargs_type) ".args" else ".kwargs");
    return b.finish();
}
fn comparePart(left: Word, right: Word, op: types.CompareOp) callconv(.c) Word {
    if (op != .eq and op != .ne) return singletons.notImplementedWord();
    if (object.isSmall(right) or types.typeOf(left) != types.typeOf(right)) return singletons.notImplementedWord();
    const same = ops.eqBool(object.ptr(Part, left).origin, object.ptr(Part, right).origin);
    if (same < 0) return 0;
    return singletons.boolWord((same == 1) == (op == .eq));
}
fn m_origin(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(object.ptr(Part, self).origin);
}
pub const part_methods = .{
    .{ "__origin__", m_origin, 0, 0, .getset },
    .{ "__mro_entries__", m_mro_entries, 1, 1 },
};
fn partType(comptime name: [:0]const u8) Type {
    return .{
        .h = types.static_header,
        .c_name = name,
        .shape = 0,
        .fixed_size = @sizeOf(Part),
        .base = object_type,
        .flags = .{ .default_getattr = true },
        .slots = .{
            .dealloc = deallocPart,
            .traverse = traversePart,
            .repr = reprPart,
            .compare = comparePart,
            .hash = @import("slot_generic.zig").unhashable,
            .new = newPartSlot,
        },
    };
}
pub var paramspecargs_type: Type = partType("typing.ParamSpecArgs");
pub var paramspeckwargs_type: Type = partType("typing.ParamSpecKwargs");

// NoDefault

var no_default: object.Header = .{ .rc = object.rc_immortal, .shape = 0 };

/// The singleton. It gets its class here, not at start: few programs ever see it.
fn noDefault() Word {
    no_default.shape = @intCast(no_default_type.shape);
    return object.word(&no_default);
}

fn reprNoDefault(_: Word) callconv(.c) Word {
    return str.intern("typing.NoDefault");
}
fn newNoDefault(_: Word, _: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (nargs > 0 or args_.keywordNames(kwnames).len > 0) {
        return err.raise(.TypeError, "NoDefaultType takes no arguments", .{});
    }
    return noDefault();
}
fn m_reduce(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return str.intern("NoDefault");
}
pub const no_default_methods = .{
    .{ "__reduce__", m_reduce, 0, 0 },
};
pub var no_default_type: Type = .{
    .h = types.static_header,
    .c_name = "NoDefaultType",
    .shape = 0,
    .fixed_size = @sizeOf(object.Header),
    .base = object_type,
    .flags = .{ .acyclic = true, .default_getattr = true },
    .slots = .{ .repr = reprNoDefault, .new = newNoDefault },
};
