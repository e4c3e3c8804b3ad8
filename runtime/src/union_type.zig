//! `int | None`: unions of types.
//!
//! Invariant: `args` is flat (no union in it) and without duplicates; None stands as `NoneType`.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const list = @import("list.zig");
const tuple = @import("tuple.zig");
const ops = @import("ops.zig");
const generic_alias = @import("generic_alias.zig");
const type_params = @import("type_params.zig");
const singletons = @import("singletons.zig");
const singleton_types = @import("singleton_types.zig");
const Word = object.Word;

pub const Union = extern struct { h: object.Header, args: Word };

pub fn isUnion(w: Word) bool {
    return object.isExact(w, .union_type);
}
/// The member types, borrowed.
pub fn argsOf(w: Word) []const Word {
    return tuple.items(object.ptr(Union, w).args);
}

fn isUnionable(w: Word) bool {
    if (object.isSmall(w)) return false;
    return singletons.isNone(w) or types.typeOf(w).flags.type_subclass or generic_alias.isAlias(w) or isUnion(w) or
        type_params.isParam(w) or object.isExact(w, .type_alias);
}

fn add(out: Word, w: Word) bool {
    if (isUnion(w)) {
        for (argsOf(w)) |a| if (!add(out, a)) return false;
        return true;
    }
    const member = if (singletons.isNone(w)) object.word(&singleton_types.none_type) else w;
    for (0..list.len(out)) |i| {
        const have = list.get(out, i);
        defer rc.release(have);
        const same = ops.eqBool(have, member);
        if (same < 0) return false;
        if (same > 0) return true;
    }
    list.append(out, member);
    return true;
}

/// The union of types; the type itself if there is only one. Owned, 0 raised.
pub fn of(members: []const Word) Word {
    const out = list.new(members.len);
    defer rc.release(out);
    for (members) |m| if (!add(out, m)) return 0;
    if (list.len(out) == 1) return list.get(out, 0);
    const u = alloc.object(Union, .union_type, 0);
    u.args = list.toTuple(out);
    return object.word(u);
}

/// `left | right` of types.
pub fn either(left: Word, right: Word) callconv(.c) Word {
    if (type_params.isParam(left) or type_params.isParam(right)) {
        const union_form = @import("typing_hooks.zig").find("Union");
        if (union_form == 0 and err.pending()) return 0;
        if (union_form != 0) {
            defer rc.release(union_form);
            const pair = tuple.fromSlice(&.{ left, right });
            defer rc.release(pair);
            return ops.getitem(union_form, pair);
        }
    }
    if (!isUnionable(left) or !isUnionable(right)) return singletons.notImplementedWord();
    if (singletons.isNone(left) and singletons.isNone(right)) return singletons.notImplementedWord();
    return of(&.{ left, right });
}
pub fn orSlot() [13]?types.BinaryFn {
    var out: [13]?types.BinaryFn = @splat(null);
    out[@intFromEnum(types.BinaryOp.or_)] = either;
    return out;
}

fn dealloc(self: Word) callconv(.c) void {
    rc.release(object.ptr(Union, self).args);
    alloc.free(object.header(self));
}
fn traverse(self: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    visit(object.ptr(Union, self).args, context);
}
fn repr(self: Word) callconv(.c) Word {
    var b: str.Builder = .init(64);
    for (argsOf(self), 0..) |a, i| {
        if (i > 0) b.append(" | ");
        if (a == object.word(&singleton_types.none_type)) {
            b.append("None");
        } else if (!generic_alias.appendType(&b, a)) {
            b.deinit();
            return 0;
        }
    }
    return b.finish();
}
fn compare(left: Word, right: Word, op: types.CompareOp) callconv(.c) Word {
    if ((op != .eq and op != .ne) or !isUnion(left) or !isUnion(right)) return singletons.notImplementedWord();
    const a = argsOf(left);
    const b = argsOf(right);
    var equal = a.len == b.len;
    if (equal) for (a) |x| {
        const found = for (b) |y| {
            const same = ops.eqBool(x, y);
            if (same < 0) return 0;
            if (same > 0) break true;
        } else false;
        equal = equal and found;
    };
    return singletons.boolWord(equal == (op == .eq));
}
fn hash(self: Word) callconv(.c) i64 {
    // Order does not matter, as in a frozenset.
    var h: i64 = 0x1234567;
    for (argsOf(self)) |a| {
        const x = ops.hash(a);
        if (x == -1) return -1;
        h ^= x *% 0x9E3779B1;
    }
    return if (h == -1) -2 else h;
}
fn getitem(self: Word, key: Word) callconv(.c) Word {
    const variables = generic_alias.collectParams(argsOf(self));
    if (variables == 0) return 0;
    defer rc.release(variables);
    const single = [1]Word{key};
    const values = if (object.isExact(key, .tuple)) tuple.items(key) else &single;
    if (tuple.len(variables) == 0 or values.len != tuple.len(variables)) {
        const shown = repr(self);
        if (shown == 0) return 0;
        defer rc.release(shown);
        if (tuple.len(variables) == 0) return err.raise(.TypeError, "{s} is not a generic class", .{str.slice(shown)});
        return err.raise(.TypeError, "Too {s} arguments for {s}; actual {d}, expected {d}", .{
            @as([]const u8, if (values.len > tuple.len(variables)) "many" else "few"),
            str.slice(shown),
            values.len,
            tuple.len(variables),
        });
    }
    const args = generic_alias.substituteAll(argsOf(self), tuple.items(variables), values);
    if (args == 0) return 0;
    defer rc.release(args);
    return of(tuple.items(args));
}

fn m_args(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(object.ptr(Union, self).args);
}
fn m_parameters(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return generic_alias.collectParams(argsOf(self));
}
pub const methods = .{
    .{ "__args__", m_args, 0, 0, .getset },
    .{ "__parameters__", m_parameters, 0, 0, .getset },
};

pub var union_type: types.Type = .{
    .h = types.static_header,
    .c_name = "types.UnionType",
    .shape = @intFromEnum(object.ShapeId.union_type),
    .fixed_size = @sizeOf(Union),
    .base = &@import("object_type.zig").object_type,
    .flags = .{ .default_getattr = true },
    .slots = .{
        .dealloc = dealloc,
        .traverse = traverse,
        .repr = repr,
        .compare = compare,
        .hash = hash,
        .getitem = getitem,
        .binary = orSlot(),
    },
};
