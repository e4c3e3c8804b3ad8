//! Binary and unary operators on any objects: fast paths, then CPython's dispatch between the operands' classes.
//!
//! Invariants
//! - The right operand's slot goes first exactly if its class is a proper subclass of the left one's and its slot differs.
//! - `inplace` consumes the left operand in every case, raised or not; an in-place slot consumes it unless it returns
//!   NotImplemented.
//! - Sequences answer `+` and `*` with NotImplemented for operands they cannot take; the text of that TypeError is here.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const prune = @import("prune.zig");
const int = @import("int.zig");
const float = @import("float.zig");
const str = @import("str.zig");
const singletons = @import("singletons.zig");
const compare_ = @import("ops_compare.zig");
const items_ = @import("ops_items.zig");
const Word = object.Word;
const Type = types.Type;
const BinaryOp = types.BinaryOp;

pub const compare = compare_.compare;
pub const compareBool = compare_.compareBool;
pub const eqBool = compare_.eqBool;
pub const hash = compare_.hash;
pub const truth = compare_.truth;
pub const CompareOp = types.CompareOp;
pub const getitem = items_.getitem;
pub const slotItem = items_.slotItem;
pub const setitem = items_.setitem;
pub const delitem = items_.delitem;
pub const contains = items_.contains;
pub const len = items_.len;
pub const index = int.asIndex;

/// Any int, bool or instance of an int subclass.
pub const isInt = int.isInt;

/// The machine value of any int, null if it does not fit.
pub fn exactI64(w: Word) ?i64 {
    const v = int.valueOf(w);
    return if (v == 0) null else int.toI64(v);
}
/// The sign of an exact int.
pub fn isNegative(w: Word) bool {
    return int.sign(w) < 0;
}

const symbols = [13][]const u8{ "+", "-", "*", "@", "/", "//", "%", "** or pow()", "<<", ">>", "&", "|", "^" };
const inplace_symbols = [13][]const u8{ "+=", "-=", "*=", "@=", "/=", "//=", "%=", "**=", "<<=", ">>=", "&=", "|=", "^=" };

/// The result of two small ints where it is small too and cheap to find; 0 where it is not.
inline fn smallResult(comptime op: BinaryOp, a: Word, b: Word) Word {
    switch (op) {
        .add => {
            const r = @addWithOverflow(@as(i64, @bitCast(a)), @as(i64, @bitCast(b - 1)));
            return if (r[1] == 0) @bitCast(r[0]) else 0;
        },
        .sub => {
            const r = @subWithOverflow(@as(i64, @bitCast(a)), @as(i64, @bitCast(b - 1)));
            return if (r[1] == 0) @bitCast(r[0]) else 0;
        },
        .mul => {
            const r = @mulWithOverflow(@as(i64, @bitCast(a - 1)), object.smallValue(b));
            return if (r[1] == 0) @as(Word, @bitCast(r[0])) + 1 else 0;
        },
        .and_ => return a & b,
        .or_ => return a | b,
        .xor => return (a ^ b) | 1,
        .floordiv => {
            const y = object.smallValue(b);
            if (y == 0) return 0;
            const q = @divFloor(object.smallValue(a), y);
            return if (object.fitsSmall(q)) object.makeSmall(q) else 0;
        },
        .mod => {
            const y = object.smallValue(b);
            if (y == 0) return 0;
            const x = object.smallValue(a);
            const r = @rem(x, y);
            return object.makeSmall(if (r != 0 and (r ^ y) < 0) r + y else r);
        },
        .rshift => {
            const n = object.smallValue(b);
            if (n < 0) return 0;
            return object.makeSmall(object.smallValue(a) >> @intCast(@min(n, 63)));
        },
        .lshift => {
            const n = object.smallValue(b);
            if (n < 0 or n > 61) return 0;
            const v = object.smallValue(a);
            const shifted = v << @intCast(n);
            return if (shifted >> @intCast(n) == v and object.fitsSmall(shifted)) object.makeSmall(shifted) else 0;
        },
        .matmul, .truediv, .pow => return 0,
    }
}

inline fn floatValue(w: Word) ?f64 {
    if (object.isSmall(w)) {
        // Beyond 2^53 the conversion rounds, as CPython's does.
        return @floatFromInt(object.smallValue(w));
    }
    return if (object.header(w).shape == @intFromEnum(object.ShapeId.float)) object.ptr(object.Float, w).value else null;
}

inline fn floatResult(comptime op: BinaryOp, a: Word, b: Word) Word {
    switch (op) {
        // Two ints that came here overflow into a big int.
        .add, .sub, .mul => if (a & b & 1 != 0) return 0,
        .truediv => {},
        else => return 0,
    }
    const x = floatValue(a) orelse return 0;
    const y = floatValue(b) orelse return 0;
    return switch (op) {
        .add => float.new(x + y),
        .sub => float.new(x - y),
        .mul => float.new(x * y),
        .truediv => blk: {
            // int / int is rounded once from the exact quotient, which this is only below 2^53 (2^53 may stand for 2^53 + 1).
            if (object.isSmall(a) and object.isSmall(b) and (@abs(x) >= 9007199254740992.0 or @abs(y) >= 9007199254740992.0)) {
                break :blk 0;
            }
            break :blk if (y == 0) 0 else float.new(x / y);
        },
        else => 0,
    };
}

/// `a op b`, owned; 0 raised.
inline fn fast(comptime op: BinaryOp, a: Word, b: Word) Word {
    if (a & b & 1 != 0) {
        const r = smallResult(op, a, b);
        if (r != 0) return r;
    }
    const r = floatResult(op, a, b);
    if (r != 0) return r;
    if (op == .add and object.isExact(a, .str) and object.isExact(b, .str)) {
        return str.concat(object.ptr(object.Str, a), object.ptr(object.Str, b));
    }
    return binary(op, a, b);
}

/// Tries both operands' slots; an owned result, NotImplemented, or 0. Whoever calls it says which slots it may read (`prune.zig`).
fn dispatchAny(op: BinaryOp, a: Word, b: Word) Word {
    const i = @intFromEnum(op);
    const at = types.typeOf(a);
    const bt = types.typeOf(b);
    const left = at.slots.binary[i];
    var right = if (at == bt) null else bt.slots.binary[i];
    if (right == left) right = null;
    if (left) |f| {
        if (right) |g| {
            if (types.isSubtype(bt, at)) {
                const r = g(a, b);
                if (!singletons.isNotImplemented(r)) return r;
                right = null;
            }
        }
        const r = f(a, b);
        if (!singletons.isNotImplemented(r)) return r;
    }
    if (right) |g| return g(a, b);
    return singletons.notImplementedWord();
}

/// `a op b` without fast paths, owned; 0 raised.
pub inline fn binary(comptime op: BinaryOp, a: Word, b: Word) Word {
    prune.readsOperator(op);
    return binaryAny(op, a, b);
}

fn binaryAny(op: BinaryOp, a: Word, b: Word) Word {
    const r = dispatchAny(op, a, b);
    if (!singletons.isNotImplemented(r)) return r;
    return unsupported(op, &symbols, a, b);
}

/// A sequence in the sense of CPython's `sq_concat`/`sq_repeat`.
fn isSequence(t: *const Type) bool {
    const f = t.flags;
    return f.str_subclass or f.list_subclass or f.tuple_subclass or f.bytes_subclass or isByteArray(t);
}
fn isByteArray(t: *const Type) bool {
    var at: ?*const Type = t;
    while (at) |x| : (at = x.base) if (x.shape == @intFromEnum(object.ShapeId.bytearray)) return true;
    return false;
}

fn unsupported(op: BinaryOp, names: *const [13][]const u8, a: Word, b: Word) Word {
    @branchHint(.cold);
    const at = types.typeOf(a);
    const bt = types.typeOf(b);
    if (op == .add and isSequence(at)) {
        if (at.flags.bytes_subclass or isByteArray(at)) {
            return err.raise(.TypeError, "can't concat {t} to {t}", .{ b, a });
        }
        const kind: []const u8 = if (at.flags.str_subclass) "str" else if (at.flags.list_subclass) "list" else "tuple";
        return err.raise(.TypeError, "can only concatenate {s} (not \"{t}\") to {s}", .{ kind, b, kind });
    }
    // `x *= sequence` asks the sequence only if the class of x has nothing of a container.
    const contained = names == &inplace_symbols and !isSequence(at) and (at.flags.heap or at.slots.contains != null or at.slots.length != null);
    if (op == .mul and !contained and (isSequence(at) or isSequence(bt))) {
        const other = if (isSequence(at)) b else a;
        return err.raise(.TypeError, "can't multiply sequence by non-int of type '{t}'", .{other});
    }
    const symbol = names[@intFromEnum(op)];
    // A Python 2 habit with a hint of its own.
    if (op == .rshift and object.isExact(a, .builtin_function)) {
        const f = object.ptr(@import("method.zig").BuiltinFunction, a);
        if (std.mem.eql(u8, f.row.name.slice(), "print")) {
            return err.raise(.TypeError, "unsupported operand type(s) for {s}: '{t}' and '{t}'. " ++
                "Did you mean \"print(<message>, file=<output_stream>)\"?", .{ symbol, a, b });
        }
    }
    return err.raise(.TypeError, "unsupported operand type(s) for {s}: '{t}' and '{t}'", .{ symbol, a, b });
}

/// `a op= b`; consumes `a`.
pub inline fn inplace(comptime op: BinaryOp, a: Word, b: Word) Word {
    prune.readsOperator(op);
    prune.readsInplace(op);
    return inplaceAny(op, a, b);
}

fn inplaceAny(op: BinaryOp, a: Word, b: Word) Word {
    if (types.typeOf(a).slots.inplace[@intFromEnum(op)]) |f| {
        const r = f(a, b);
        if (!singletons.isNotImplemented(r)) return r;
    }
    defer rc.release(a);
    const r = dispatchAny(op, a, b);
    if (!singletons.isNotImplemented(r)) return r;
    return unsupported(op, &inplace_symbols, a, b);
}

inline fn fastInplace(comptime op: BinaryOp, a: Word, b: Word) Word {
    if (a & b & 1 != 0) {
        const r = smallResult(op, a, b);
        if (r != 0) return r;
    }
    if (op == .add and object.isExact(a, .str) and object.isExact(b, .str)) {
        return str.concatConsume(a, object.ptr(object.Str, b));
    }
    if (!object.isSmall(a) and object.header(a).shape == @intFromEnum(object.ShapeId.float)) {
        const r = floatResult(op, a, b);
        if (r != 0) {
            rc.release(a);
            return r;
        }
    }
    return inplace(op, a, b);
}

pub fn add(a: Word, b: Word) Word {
    return fast(.add, a, b);
}
pub fn sub(a: Word, b: Word) Word {
    return fast(.sub, a, b);
}
pub fn mul(a: Word, b: Word) Word {
    return fast(.mul, a, b);
}
pub fn floordiv(a: Word, b: Word) Word {
    return fast(.floordiv, a, b);
}
pub fn mod(a: Word, b: Word) Word {
    return fast(.mod, a, b);
}
pub fn truediv(a: Word, b: Word) Word {
    return fast(.truediv, a, b);
}

/// `pow(a, b, m)`; `m` may be None.
pub fn pow3(a: Word, b: Word, m: Word) Word {
    if (singletons.isNone(m)) return binary(.pow, a, b);
    prune.reads("pow3");
    const candidates = [_]Word{ a, b, m };
    var tried: [3]?*const fn (Word, Word, Word) callconv(.c) Word = @splat(null);
    for (candidates, 0..) |w, i| {
        const f = types.typeOf(w).slots.pow3 orelse continue;
        if (std.mem.indexOfScalar(?*const fn (Word, Word, Word) callconv(.c) Word, tried[0..i], f) != null) continue;
        tried[i] = f;
        const r = f(a, b, m);
        if (!singletons.isNotImplemented(r)) return r;
    }
    return err.raise(.TypeError, "unsupported operand type(s) for ** or pow(): '{t}', '{t}', '{t}'", .{ a, b, m });
}

/// The unary slot `field`; TypeError that names the operator if the class has none.
pub fn unary(comptime field: []const u8, comptime symbol: []const u8, a: Word) Word {
    prune.reads(field);
    const f = @field(types.typeOf(a).slots, field) orelse
        return err.raise(.TypeError, "bad operand type for " ++ symbol ++ ": '{t}'", .{a});
    return f(a);
}
pub fn neg(a: Word) Word {
    return unary("neg", "unary -", a);
}
pub fn pos(a: Word) Word {
    return unary("pos", "unary +", a);
}
pub fn invert(a: Word) Word {
    return unary("invert", "unary ~", a);
}
pub fn abs(a: Word) Word {
    return unary("abs", "abs()", a);
}

const binary_rows = [13][]const u8{
    "add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and", "or", "xor",
};
fn Rows(comptime op: BinaryOp) type {
    return struct {
        fn plain(a: Word, b: Word) callconv(.c) Word {
            return fast(op, a, b);
        }
        fn inPlace(a: Word, b: Word) callconv(.c) Word {
            return fastInplace(op, a, b);
        }
    };
}
comptime {
    for (binary_rows, 0..) |name, i| {
        const R = Rows(@enumFromInt(i));
        @export(&R.plain, .{ .name = "pyrt_obj_" ++ name });
        @export(&R.inPlace, .{ .name = "pyrt_obj_i" ++ name });
    }
}

pub export fn pyrt_obj_neg(a: Word) callconv(.c) Word {
    return neg(a);
}
pub export fn pyrt_obj_pos(a: Word) callconv(.c) Word {
    return pos(a);
}
pub export fn pyrt_obj_invert(a: Word) callconv(.c) Word {
    return invert(a);
}

/// Type of a row that is exported in a loop above, for the check in `root.zig`; null: not one of them.
pub fn computedRow(comptime name: []const u8) ?type {
    for (binary_rows, 0..) |row, i| {
        const R = Rows(@enumFromInt(i));
        if (std.mem.eql(u8, name, "obj_" ++ row)) return *const @TypeOf(R.plain);
        if (std.mem.eql(u8, name, "obj_i" ++ row)) return *const @TypeOf(R.inPlace);
    }
    return null;
}
