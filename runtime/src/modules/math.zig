//! `math`: which functions it has, and those that are a function of the C library with CPython's error rules.
//!
//! Invariant: a result that is nan for arguments that are not raises ValueError, an infinite one for finite arguments raises
//! what the function's row says; all others are returned as they come, bit for bit.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const mag = @import("../mag.zig");
const float = @import("../float.zig");
const libm = @import("../libm.zig");
const call = @import("../call.zig");
const tuple = @import("../tuple.zig");
const lookup = @import("../lookup.zig");
const names = @import("../names.zig");
const args_ = @import("../args.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const integer = @import("math_integer.zig");
const sums = @import("math_sums.zig");
const special = @import("math_special.zig");
const Word = object.Word;
const isNan = std.math.isNan;
const isInf = std.math.isInf;
const isFinite = std.math.isFinite;

pub const name = "math";
pub const doc = "This module provides access to the mathematical functions\ndefined by the C standard.";
pub const shadowable = true;

pub fn domainError() Word {
    return err.raise(.ValueError, "math domain error", .{});
}
pub fn rangeError() Word {
    return err.raise(.OverflowError, "math range error", .{});
}

const Overflow = enum { range, domain };

/// A function of one argument of the C library.
fn Unary(comptime function: fn (f64) f64, comptime overflow: Overflow) type {
    return struct {
        fn f(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            const x = float.of(args[0]) orelse (float.asF64(args[0]) orelse return 0);
            const r = function(x);
            if (!isFinite(r)) {
                @branchHint(.unlikely);
                if (isNan(r) and !isNan(x)) return domainError();
                if (isInf(r) and isFinite(x)) return if (overflow == .range) rangeError() else domainError();
            }
            return float.new(r);
        }
    };
}
fn Library(comptime symbol: [:0]const u8) fn (f64) f64 {
    return struct {
        fn f(x: f64) f64 {
            return libm.call(symbol, x);
        }
    }.f;
}
fn row(comptime symbol: [:0]const u8, comptime overflow: Overflow) struct { [:0]const u8, object.NativeFn, i16, i16 } {
    return .{ symbol, Unary(Library(symbol), overflow).f, 1, 1 };
}
fn sqrt(x: f64) f64 {
    return @sqrt(x);
}
fn fabs(x: f64) f64 {
    return @abs(x);
}
/// As CPython: `log1p(-0.0)` keeps its sign.
fn log1p(x: f64) f64 {
    return if (x == 0) x else libm.call("log1p", x);
}

/// A function of two arguments: nan and infinity raise only if no argument explains them.
fn Binary(comptime function: fn (f64, f64) f64) type {
    return struct {
        fn f(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            const x = float.asF64(args[0]) orelse return 0;
            const y = float.asF64(args[1]) orelse return 0;
            const r = function(x, y);
            if (!isFinite(r)) {
                if (isNan(r) and !isNan(x) and !isNan(y)) return domainError();
                if (isInf(r) and isFinite(x) and isFinite(y)) return rangeError();
            }
            return float.new(r);
        }
    };
}
fn atan2(y: f64, x: f64) f64 {
    return libm.call2("atan2", y, x);
}
fn copysign(x: f64, y: f64) f64 {
    return std.math.copysign(x, y);
}
fn remainder(x: f64, y: f64) f64 {
    return libm.call2("remainder", x, y);
}
fn fmod(x: f64, y: f64) f64 {
    if (isInf(y) and isFinite(x)) return x;
    return libm.call2("fmod", x, y);
}

fn pow(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const x = float.asF64(args[0]) orelse return 0;
    const y = float.asF64(args[1]) orelse return 0;
    if (isFinite(x) and isFinite(y)) {
        const r = libm.call2("pow", x, y);
        if (isNan(r) or (isInf(r) and x == 0)) return domainError();
        return if (isInf(r)) rangeError() else float.new(r);
    }
    return float.new(powSpecial(x, y));
}
fn powSpecial(x: f64, y: f64) f64 {
    if (isNan(x)) return if (y == 0) 1 else x;
    if (isNan(y)) return if (x == 1) 1 else y;
    if (isInf(x)) {
        const odd = isFinite(y) and @mod(@abs(y), 2) == 1;
        if (y > 0) return if (odd) x else @abs(x);
        if (y == 0) return 1;
        return if (odd) copysign(0, x) else 0;
    }
    if (@abs(x) == 1) return 1;
    if (y > 0 and @abs(x) > 1) return y;
    return if (y < 0 and @abs(x) < 1) -y else 0;
}

fn fma(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    var v: [3]f64 = undefined;
    for (&v, args[0..3]) |*to, from| to.* = float.asF64(from) orelse return 0;
    const r = @mulAdd(f64, v[0], v[1], v[2]);
    if (isNan(r) and !isNan(v[0]) and !isNan(v[1]) and !isNan(v[2])) {
        return err.raise(.ValueError, "invalid operation in fma", .{});
    }
    if (isInf(r) and isFinite(v[0]) and isFinite(v[1]) and isFinite(v[2])) {
        return err.raise(.OverflowError, "overflow in fma", .{});
    }
    return float.new(r);
}

/// `floor`, `ceil`: the special method of other types first.
fn Rounding(comptime method: names.Name, comptime function: fn (f64) f64) type {
    return struct {
        fn f(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            const w = args[0];
            if (object.isSmall(w)) return w;
            if (object.isExact(w, .float)) return int.fromF64(function(object.ptr(object.Float, w).value));
            const d = lookup.special(w, method);
            if (d != 0) return call.special(w, d, &.{});
            return int.fromF64(function(float.asF64(w) orelse return 0));
        }
    };
}
fn floorF(x: f64) f64 {
    return @floor(x);
}
fn ceilF(x: f64) f64 {
    return @ceil(x);
}
fn trunc(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const w = args[0];
    if (object.isSmall(w)) return w;
    if (object.isExact(w, .float)) return int.fromF64(@trunc(object.ptr(object.Float, w).value));
    const d = lookup.special(w, .__trunc__);
    if (d == 0) return err.raise(.TypeError, "type {t} doesn't define __trunc__ method", .{w});
    return call.special(w, d, &.{});
}

fn Test(comptime function: fn (f64) bool) type {
    return struct {
        fn f(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            return singletons.boolWord(function(float.asF64(args[0]) orelse return 0));
        }
    };
}
fn testNan(x: f64) bool {
    return isNan(x);
}
fn testInf(x: f64) bool {
    return isInf(x);
}
fn testFinite(x: f64) bool {
    return isFinite(x);
}

fn degrees(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return float.new((float.asF64(args[0]) orelse return 0) * (180.0 / @as(f64, std.math.pi)));
}
fn radians(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return float.new((float.asF64(args[0]) orelse return 0) * (@as(f64, std.math.pi) / 180.0));
}

fn frexp(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const x = float.asF64(args[0]) orelse return 0;
    if (!isFinite(x) or x == 0) return tuple.fromOwned(&.{ float.new(x), object.makeSmall(0) });
    const r = std.math.frexp(x);
    return tuple.fromOwned(&.{ float.new(r.significand), object.makeSmall(r.exponent) });
}

fn ldexp(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const x = float.asF64(args[0]) orelse return 0;
    const i = int.valueOf(args[1]);
    if (i == 0) return err.raise(.TypeError, "Expected an int as second argument to ldexp.", .{});
    if (x == 0 or !isFinite(x)) return float.new(x);
    const e = int.toI64(i) orelse if (int.sign(i) < 0) @as(i64, std.math.minInt(i64)) else std.math.maxInt(i64);
    const r = scale(x, std.math.clamp(e, -5000, 5000));
    return if (isInf(r)) rangeError() else float.new(r);
}

/// `x * 2**e`, rounded once.
pub fn scale(x: f64, e: i64) f64 {
    return std.math.ldexp(x, @intCast(e));
}

fn modf(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const x = float.asF64(args[0]) orelse return 0;
    if (isInf(x)) return tuple.fromOwned(&.{ float.new(copysign(0, x)), float.new(x) });
    if (isNan(x)) return tuple.fromOwned(&.{ float.new(x), float.new(x) });
    const whole = @trunc(x);
    return tuple.fromOwned(&.{ float.new(copysign(x - whole, x)), float.new(whole) });
}

fn ulp(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const x = @abs(float.asF64(args[0]) orelse return 0);
    if (!isFinite(x)) return float.new(x);
    const up = std.math.nextAfter(f64, x, std.math.inf(f64));
    if (isInf(up)) return float.new(x - std.math.nextAfter(f64, x, -std.math.inf(f64)));
    return float.new(up - x);
}

const nextafter_sig: args_.Signature = .{
    .name = "nextafter",
    .params = &.{ "", "", "steps" },
    .posonly = 2,
    .positional = 2,
    .required = 2,
};
fn nextafter(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [3]Word = undefined;
    if (!args_.bind(nextafter_sig, args, nargs, kwnames, &given)) return 0;
    const x = float.asF64(given[0]) orelse return 0;
    const y = float.asF64(given[1]) orelse return 0;
    if (given[2] == 0 or singletons.isNone(given[2])) return float.new(step(x, y));
    const n = int.asIndex(given[2]);
    if (n == 0) return 0;
    defer rc.release(n);
    if (int.sign(n) < 0) return err.raise(.ValueError, "steps must be a non-negative integer", .{});
    const steps = int.toU64(n) orelse std.math.maxInt(u64);
    if (steps == 0 or isNan(x)) return float.new(x);
    if (isNan(y)) return float.new(y);
    // On the line of floats, numbered so that neighbours differ by one.
    const from = ordinal(x);
    const to = ordinal(y);
    const distance: u64 = @intCast(@abs(@as(i128, to) - from));
    if (x == y or steps >= distance) return float.new(y);
    const at = @as(i128, from) + (if (to > from) @as(i128, steps) else -@as(i128, steps));
    return float.new(fromOrdinal(@intCast(at), x));
}
fn step(x: f64, y: f64) f64 {
    return libm.call2("nextafter", x, y);
}
fn ordinal(x: f64) i64 {
    const bits: u64 = @bitCast(x);
    const size: i64 = @intCast(bits & 0x7fff_ffff_ffff_ffff);
    return if (bits >> 63 != 0) -size else size;
}
/// Zero keeps the sign of where the walk came from.
fn fromOrdinal(n: i64, from: f64) f64 {
    const size: f64 = @bitCast(@as(u64, @abs(n)));
    return if (n < 0) -size else if (n > 0) size else copysign(0, from);
}

// Logarithms -------------------------------------------------------------------------------------------------------

/// Mantissa in [0.5, 1) and exponent of a positive int of any size.
pub fn frexpInt(w: Word) struct { m: f64, e: i64 } {
    var buf: [1]u64 = undefined;
    const v = int.view(w, &buf);
    const bits = mag.bitLength(v.limbs);
    var top: u64 = undefined;
    if (bits <= 64) {
        top = v.limbs[0] << @intCast(64 - bits);
    } else {
        top = mag.bitsAt(v.limbs, bits - 64);
        if (mag.anyBitBelow(v.limbs, bits - 64)) top |= 1;
    }
    const m = @as(f64, @floatFromInt(top)) * 0x1p-64;
    return if (m == 1) .{ .m = 0.5, .e = @intCast(bits + 1) } else .{ .m = m, .e = @intCast(bits) };
}

fn logF(x: f64) f64 {
    return libm.log(x);
}
fn log2F(x: f64) f64 {
    return libm.log2(x);
}
fn log10F(x: f64) f64 {
    return libm.log10(x);
}

/// The logarithm of a number of any size; null: raised.
fn logarithm(w: Word, comptime function: fn (f64) f64) ?f64 {
    const i = int.valueOf(w);
    if (i != 0) {
        if (int.sign(i) <= 0) {
            _ = domainError();
            return null;
        }
        if (int.toF64(i)) |x| return function(x);
        const parts = frexpInt(i);
        return function(parts.m) + function(2.0) * @as(f64, @floatFromInt(parts.e));
    }
    const x = float.asF64(w) orelse return null;
    if (isNan(x) or (isInf(x) and x > 0)) return x;
    if (x <= 0) {
        _ = domainError();
        return null;
    }
    return function(x);
}

fn log(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const x = logarithm(args[0], logF) orelse return 0;
    if (nargs == 1) return float.new(x);
    const base = logarithm(args[1], logF) orelse return 0;
    return float.new(float.truediv(x, base) orelse return 0);
}
fn log2(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return float.new(logarithm(args[0], log2F) orelse return 0);
}
fn log10(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return float.new(logarithm(args[0], log10F) orelse return 0);
}

pub fn setup(m: *native.Module) native.Raised!void {
    native.define(m, "pi", float.new(std.math.pi));
    native.define(m, "e", float.new(std.math.e));
    native.define(m, "tau", float.new(std.math.tau));
    native.define(m, "inf", float.new(std.math.inf(f64)));
    native.define(m, "nan", float.new(std.math.nan(f64)));
}

pub const functions = .{
    row("acos", .domain),
    row("acosh", .domain),
    row("asin", .domain),
    row("asinh", .domain),
    row("atan", .domain),
    .{ "atan2", Binary(atan2).f, 2, 2 },
    row("atanh", .domain),
    row("cbrt", .domain),
    .{ "ceil", Rounding(.__ceil__, ceilF).f, 1, 1 },
    .{ "copysign", Binary(copysign).f, 2, 2 },
    row("cos", .domain),
    row("cosh", .range),
    .{ "degrees", degrees, 1, 1 },
    .{ "dist", sums.dist, 2, 2 },
    row("erf", .range),
    row("erfc", .range),
    row("exp", .range),
    row("exp2", .range),
    row("expm1", .range),
    .{ "fabs", Unary(fabs, .domain).f, 1, 1 },
    .{ "factorial", integer.factorial, 1, 1 },
    .{ "floor", Rounding(.__floor__, floorF).f, 1, 1 },
    .{ "fma", fma, 3, 3 },
    .{ "fmod", Binary(fmod).f, 2, 2 },
    .{ "frexp", frexp, 1, 1 },
    .{ "fsum", sums.fsum, 1, 1 },
    .{ "gamma", special.gamma, 1, 1 },
    .{ "gcd", integer.gcd, 0, -1 },
    .{ "hypot", sums.hypot, 0, -1 },
    .{ "isclose", sums.isclose, 0, -1, .keywords },
    .{ "isfinite", Test(testFinite).f, 1, 1 },
    .{ "isinf", Test(testInf).f, 1, 1 },
    .{ "isnan", Test(testNan).f, 1, 1 },
    .{ "isqrt", integer.isqrt, 1, 1 },
    .{ "lcm", integer.lcm, 0, -1 },
    .{ "ldexp", ldexp, 2, 2 },
    .{ "lgamma", special.lgamma, 1, 1 },
    .{ "log", log, 1, 2 },
    .{ "log1p", Unary(log1p, .domain).f, 1, 1 },
    .{ "log10", log10, 1, 1 },
    .{ "log2", log2, 1, 1 },
    .{ "modf", modf, 1, 1 },
    .{ "pow", pow, 2, 2 },
    .{ "radians", radians, 1, 1 },
    .{ "remainder", Binary(remainder).f, 2, 2 },
    row("sin", .domain),
    row("sinh", .range),
    .{ "sqrt", Unary(sqrt, .domain).f, 1, 1 },
    row("tan", .domain),
    row("tanh", .domain),
    .{ "sumprod", sums.sumprod, 2, 2 },
    .{ "trunc", trunc, 1, 1 },
    .{ "prod", sums.prod, 0, -1, .keywords },
    .{ "perm", integer.perm, 1, 2 },
    .{ "comb", integer.comb, 2, 2 },
    .{ "nextafter", nextafter, 0, -1, .keywords },
    .{ "ulp", ulp, 1, 1 },
};
