//! The entry points of the group "numbers" of the runtime table: thin doors to `int.zig` and `float.zig`.
const std = @import("std");
const object = @import("object.zig");
const err = @import("err.zig");
const int = @import("int.zig");
const float = @import("float.zig");
const s_ = @import("singletons.zig");
const Word = object.Word;
const PairI64 = object.PairI64;
const PairF64 = object.PairF64;

pub export fn pyrt_int_from_i64(v: i64) callconv(.c) Word {
    return int.fromI64(v);
}
pub export fn pyrt_float_from_f64(v: f64) callconv(.c) Word {
    return float.new(v);
}
pub export fn pyrt_bool_to_obj(v: bool) callconv(.c) Word {
    return s_.boolWord(v);
}
pub export fn pyrt_int_as_i64(w: Word) callconv(.c) i64 {
    // The caller has checked that it fits.
    return int.toI64(w).?;
}
pub export fn pyrt_obj_is_int(w: Word) callconv(.c) bool {
    return object.isSmall(w) or object.isExact(w, .int);
}
pub export fn pyrt_obj_is_float(w: Word) callconv(.c) bool {
    return object.isExact(w, .float);
}
pub export fn pyrt_float_as_f64(w: Word) callconv(.c) f64 {
    return object.ptr(object.Float, w).value;
}
pub export fn pyrt_int_add(a: Word, b: Word) callconv(.c) Word {
    return int.add(a, b);
}
pub export fn pyrt_int_sub(a: Word, b: Word) callconv(.c) Word {
    return int.sub(a, b);
}
pub export fn pyrt_int_mul(a: Word, b: Word) callconv(.c) Word {
    return int.mul(a, b);
}
pub export fn pyrt_int_floordiv(a: Word, b: Word) callconv(.c) Word {
    return int.floordiv(a, b);
}
pub export fn pyrt_int_mod(a: Word, b: Word) callconv(.c) Word {
    return int.mod(a, b);
}
pub export fn pyrt_int_and(a: Word, b: Word) callconv(.c) Word {
    return int.and_(a, b);
}
pub export fn pyrt_int_or(a: Word, b: Word) callconv(.c) Word {
    return int.or_(a, b);
}
pub export fn pyrt_int_xor(a: Word, b: Word) callconv(.c) Word {
    return int.xor(a, b);
}
pub export fn pyrt_int_lshift(a: Word, b: Word) callconv(.c) Word {
    return int.lshift(a, b);
}
pub export fn pyrt_int_rshift(a: Word, b: Word) callconv(.c) Word {
    return int.rshift(a, b);
}
pub export fn pyrt_int_neg(a: Word) callconv(.c) Word {
    return int.neg(a);
}
pub export fn pyrt_int_invert(a: Word) callconv(.c) Word {
    return int.invert(a);
}
pub export fn pyrt_int_lt(a: Word, b: Word) callconv(.c) bool {
    return int.order(a, b) == .lt;
}
pub export fn pyrt_int_le(a: Word, b: Word) callconv(.c) bool {
    return int.order(a, b) != .gt;
}
pub export fn pyrt_int_eq(a: Word, b: Word) callconv(.c) bool {
    return int.eql(a, b);
}
pub export fn pyrt_int_ne(a: Word, b: Word) callconv(.c) bool {
    return !int.eql(a, b);
}
pub export fn pyrt_int_gt(a: Word, b: Word) callconv(.c) bool {
    return int.order(a, b) == .gt;
}
pub export fn pyrt_int_ge(a: Word, b: Word) callconv(.c) bool {
    return int.order(a, b) != .lt;
}
pub export fn pyrt_int_truth(a: Word) callconv(.c) bool {
    return a != object.makeSmall(0);
}
pub export fn pyrt_int_pow(a: Word, b: Word) callconv(.c) Word {
    return int.pow(a, b);
}

fn pairF64(v: ?f64) PairF64 {
    return if (v) |x| .{ .value = x, .raised = 0 } else .{ .value = 0, .raised = 1 };
}

pub export fn pyrt_int_truediv(a: Word, b: Word) callconv(.c) PairF64 {
    return pairF64(int.truediv(a, b));
}
pub export fn pyrt_int_to_f64(a: Word) callconv(.c) PairF64 {
    return pairF64(int.toF64OrRaise(a));
}

pub export fn pyrt_i64_floordiv(a: i64, b: i64) callconv(.c) PairI64 {
    if (b == 0) {
        _ = err.raise(.ZeroDivisionError, "integer division or modulo by zero", .{});
        return .{ .value = 0, .raised = 1 };
    }
    const q = if (b == -1) 0 -% a else @divFloor(a, b);
    return .{ .value = q, .raised = 0 };
}
pub export fn pyrt_i64_mod(a: i64, b: i64) callconv(.c) PairI64 {
    if (b == 0) {
        _ = err.raise(.ZeroDivisionError, "integer modulo by zero", .{});
        return .{ .value = 0, .raised = 1 };
    }
    return .{ .value = int.modI64(a, b), .raised = 0 };
}

/// Runs `f` on two machine ints as words; the words are freed.
fn withWords(comptime f: anytype, a: i64, b: i64) @typeInfo(@TypeOf(f)).@"fn".return_type.? {
    const rc = @import("rc.zig");
    const x = int.fromI64(a);
    const y = int.fromI64(b);
    defer rc.release(x);
    defer rc.release(y);
    return f(x, y);
}

pub export fn pyrt_i64_truediv(a: i64, b: i64) callconv(.c) PairF64 {
    const limit = 1 << 53;
    if (b != 0 and @abs(a) <= limit and @abs(b) <= limit) {
        return .{ .value = @as(f64, @floatFromInt(a)) / @as(f64, @floatFromInt(b)), .raised = 0 };
    }
    return pairF64(withWords(int.truediv, a, b));
}
pub export fn pyrt_i64_pow(a: i64, b: i64) callconv(.c) Word {
    return withWords(int.pow, a, b);
}
pub export fn pyrt_f64_floordiv(a: f64, b: f64) callconv(.c) PairF64 {
    return pairF64(float.floordiv(a, b));
}
pub export fn pyrt_f64_mod(a: f64, b: f64) callconv(.c) PairF64 {
    return pairF64(float.mod(a, b));
}
pub export fn pyrt_f64_pow(a: f64, b: f64) callconv(.c) Word {
    return float.powWords(a, b);
}
/// The caller has checked that the base is positive and finite.
pub export fn pyrt_f64_pow_real(a: f64, b: f64) callconv(.c) f64 {
    return float.powReal(a, b);
}
pub export fn pyrt_f64_truediv(a: f64, b: f64) callconv(.c) PairF64 {
    return pairF64(float.truediv(a, b));
}
