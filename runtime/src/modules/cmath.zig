//! `cmath`: elementary functions of complex numbers.
//!
//! Invariant: arithmetic is in CPython's order, so results are its own to the last bit; where a part is infinite or no number the
//! result stands in a table (`cmath_special.gen.zig`). A domain error goes before a range error, as there.
const std = @import("std");
const object = @import("../object.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const float = @import("../float.zig");
const complex = @import("../complex.zig");
const libm = @import("../libm.zig");
const tuple = @import("../tuple.zig");
const args_ = @import("../args.zig");
const container = @import("../container.zig");
const singletons = @import("../singletons.zig");
const math = @import("math.zig");
const native = @import("native.zig");
const special = @import("cmath_special.gen.zig");
const Word = object.Word;
const Value = complex.Value;
const isNan = std.math.isNan;
const isInf = std.math.isInf;
const isFinite = std.math.isFinite;
fn copysign(x: f64, sign: f64) f64 {
    return std.math.copysign(x, sign);
}
const inf = std.math.inf(f64);

pub const name = "cmath";
pub const doc = "This module provides access to mathematical functions for complex\nnumbers.";
pub const shadowable = true;
pub const functions = .{
    .{ "acos", Unary(acos).f, 1, 1 },        .{ "acosh", Unary(acosh).f, 1, 1 },        .{ "asin", Unary(asin).f, 1, 1 },
    .{ "asinh", Unary(asinh).f, 1, 1 },      .{ "atan", Unary(atan).f, 1, 1 },          .{ "atanh", Unary(atanh).f, 1, 1 },
    .{ "cos", Unary(cos).f, 1, 1 },          .{ "cosh", Unary(cosh).f, 1, 1 },          .{ "exp", Unary(exp).f, 1, 1 },
    .{ "log10", Unary(log10).f, 1, 1 },      .{ "sin", Unary(sin).f, 1, 1 },            .{ "sinh", Unary(sinh).f, 1, 1 },
    .{ "sqrt", Unary(sqrt).f, 1, 1 },        .{ "tan", Unary(tan).f, 1, 1 },            .{ "tanh", Unary(tanh).f, 1, 1 },
    .{ "log", logFunction, 1, 2 },           .{ "phase", phase, 1, 1 },                 .{ "polar", polar, 1, 1 },
    .{ "rect", rect, 2, 2 },                 .{ "isnan", isNanFunction, 1, 1 },         .{ "isinf", isInfFunction, 1, 1 },
    .{ "isfinite", isFiniteFunction, 1, 1 }, .{ "isclose", isClose, 0, -1, .keywords },
};
pub const uses = .{"__complex__"};
pub fn setup(m: *native.Module) container.Raised!void {
    inline for (.{ .{ "pi", std.math.pi }, .{ "e", std.math.e }, .{ "tau", std.math.tau }, .{ "inf", inf }, .{ "nan", std.math.nan(f64) } }) |row| {
        native.define(m, row[0], float.new(row[1]));
    }
    native.define(m, "infj", complex.new(.{ .re = 0, .im = inf }));
    native.define(m, "nanj", complex.new(.{ .re = 0, .im = std.math.nan(f64) }));
}

const Errno = enum { none, domain, range };
/// A result and the error that goes with it.
const Result = struct { v: Value, errno: Errno = .none };

fn Unary(comptime function: fn (Value) Result) type {
    return struct {
        fn f(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            const z = complex.fromObject(args[0]) orelse return 0;
            return finish(function(z));
        }
    };
}
fn finish(r: Result) Word {
    return switch (r.errno) {
        .none => complex.new(r.v),
        .domain => math.domainError(),
        .range => math.rangeError(),
    };
}
fn plain(re: f64, im: f64) Result {
    return .{ .v = .{ .re = re, .im = im } };
}
/// A range error if a part is infinite.
fn ranged(re: f64, im: f64) Result {
    return .{ .v = .{ .re = re, .im = im }, .errno = if (isInf(re) or isInf(im)) .range else .none };
}

fn kind(x: f64) usize {
    if (isNan(x)) return 6;
    if (isInf(x)) return if (x > 0) 5 else 0;
    if (x != 0) return if (x > 0) 4 else 1;
    return if (std.math.signbit(x)) 2 else 3;
}
fn isSpecial(z: Value) bool {
    return !isFinite(z.re) or !isFinite(z.im);
}
fn fromTable(table: *const special.Table, x: f64, y: f64) Value {
    const entry = table[kind(x) * 7 + kind(y)];
    return .{ .re = entry[0], .im = entry[1] };
}
fn looked(table: *const special.Table, z: Value) Result {
    return .{ .v = fromTable(table, z.re, z.im) };
}

const large = std.math.floatMax(f64) / 4.0;
const smallest = std.math.floatMin(f64);
const ln2 = 0.6931471805599453094;
const ln10 = 2.302585092994045684;
const e = std.math.e;
fn tooLarge(z: Value) bool {
    return @abs(z.re) > large or @abs(z.im) > large;
}
fn hypot(x: f64, y: f64) f64 {
    return libm.call2("hypot", x, y);
}
fn atan2(y: f64, x: f64) f64 {
    return libm.call2("atan2", y, x);
}
fn ln(x: f64) f64 {
    return libm.log(x);
}
fn scaled(x: f64, by: i32) f64 {
    return std.math.ldexp(x, by);
}
/// log|z| for a z whose size may overflow, times four.
fn logOfHalf(z: Value) f64 {
    return ln(hypot(z.re / 2.0, z.im / 2.0)) + ln2 * 2.0;
}

fn sqrt(z: Value) Result {
    if (isSpecial(z)) return looked(&special.sqrt, z);
    if (z.re == 0 and z.im == 0) return plain(0, z.im);
    var ax = @abs(z.re);
    const ay = @abs(z.im);
    var s: f64 = undefined;
    if (ax < smallest and ay < smallest) {
        // Scaled up, so that nothing is lost to subnormal numbers.
        ax = scaled(ax, 53);
        s = scaled(@sqrt(ax + hypot(ax, scaled(ay, 53))), -27);
    } else {
        ax /= 8.0;
        s = 2.0 * @sqrt(ax + hypot(ax, ay / 8.0));
    }
    const d = ay / (2.0 * s);
    return if (z.re >= 0) plain(s, copysign(d, z.im)) else plain(d, copysign(s, z.im));
}
fn root(re: f64, im: f64) Value {
    return sqrt(.{ .re = re, .im = im }).v;
}

fn acos(z: Value) Result {
    if (isSpecial(z)) return looked(&special.acos, z);
    if (tooLarge(z)) {
        const size = logOfHalf(z);
        return plain(atan2(@abs(z.im), z.re), if (z.re < 0) -copysign(size, z.im) else copysign(size, -z.im));
    }
    const s1 = root(1.0 - z.re, -z.im);
    const s2 = root(1.0 + z.re, z.im);
    return plain(2.0 * atan2(s1.re, s2.re), libm.call("asinh", s2.re * s1.im - s2.im * s1.re));
}
fn acosh(z: Value) Result {
    if (isSpecial(z)) return looked(&special.acosh, z);
    if (tooLarge(z)) return plain(logOfHalf(z), atan2(z.im, z.re));
    const s1 = root(z.re - 1.0, z.im);
    const s2 = root(z.re + 1.0, z.im);
    return plain(libm.call("asinh", s1.re * s2.re + s1.im * s2.im), 2.0 * atan2(s1.im, s2.re));
}
fn asinh(z: Value) Result {
    if (isSpecial(z)) return looked(&special.asinh, z);
    if (tooLarge(z)) {
        const size = logOfHalf(z);
        return plain(if (z.im >= 0) copysign(size, z.re) else -copysign(size, -z.re), atan2(z.im, @abs(z.re)));
    }
    const s1 = root(1.0 + z.im, -z.re);
    const s2 = root(1.0 - z.im, z.re);
    return plain(libm.call("asinh", s1.re * s2.im - s2.re * s1.im), atan2(z.im, s1.re * s2.re - s1.im * s2.im));
}
fn atanh(z: Value) Result {
    if (isSpecial(z)) return looked(&special.atanh, z);
    // Odd: only the right half plane is computed.
    if (z.re < 0 or (z.re == 0 and std.math.signbit(z.re))) {
        const r = atanh(.{ .re = -z.re, .im = -z.im });
        return .{ .v = .{ .re = -r.v.re, .im = -r.v.im }, .errno = r.errno };
    }
    const ay = @abs(z.im);
    const root_large = comptime @sqrt(large);
    if (z.re > root_large or ay > root_large) {
        const h = hypot(z.re / 2.0, z.im / 2.0);
        return plain(z.re / 4.0 / h / h, -copysign(std.math.pi / 2.0, -z.im));
    }
    if (z.re == 1.0 and ay < comptime @sqrt(smallest)) {
        if (ay == 0) return .{ .v = .{ .re = inf, .im = z.im }, .errno = .domain };
        return plain(-ln(@sqrt(ay) / @sqrt(hypot(ay, 2.0))), copysign(atan2(2.0, -ay) / 2.0, z.im));
    }
    const re = libm.call("log1p", 4.0 * z.re / ((1.0 - z.re) * (1.0 - z.re) + ay * ay)) / 4.0;
    return plain(re, -atan2(-2.0 * z.im, (1.0 - z.re) * (1.0 + z.re) - ay * ay) / 2.0);
}

/// f(z) = −i g(iz), for the functions of the circle by those of the hyperbola.
fn turned(comptime g: fn (Value) Result, z: Value) Result {
    const r = g(.{ .re = -z.im, .im = z.re });
    return .{ .v = .{ .re = r.v.im, .im = -r.v.re }, .errno = r.errno };
}
fn asin(z: Value) Result {
    return turned(asinh, z);
}
fn atan(z: Value) Result {
    return turned(atanh, z);
}
fn sin(z: Value) Result {
    return turned(sinh, z);
}
fn tan(z: Value) Result {
    return turned(tanh, z);
}
fn cos(z: Value) Result {
    return cosh(.{ .re = -z.im, .im = z.re });
}

/// An infinite real part and a finite imaginary one that is not 0: the signs come from the angle.
fn isDirected(z: Value) bool {
    return isInf(z.re) and isFinite(z.im) and z.im != 0;
}
fn directed(size: f64, re_sign: f64, im_sign: f64, angle: f64) Value {
    return .{ .re = re_sign * copysign(size, libm.cos(angle)), .im = im_sign * copysign(size, libm.sin(angle)) };
}

fn cosh(z: Value) Result {
    if (isSpecial(z)) {
        const v = if (isDirected(z)) directed(inf, 1, if (z.re > 0) 1 else -1, z.im) else fromTable(&special.cosh, z.re, z.im);
        return .{ .v = v, .errno = if (isInf(z.im) and !isNan(z.re)) .domain else .none };
    }
    if (@abs(z.re) > logLarge()) {
        const x = z.re - copysign(1.0, z.re);
        return ranged(libm.cos(z.im) * libm.call("cosh", x) * e, libm.sin(z.im) * libm.call("sinh", x) * e);
    }
    return ranged(libm.cos(z.im) * libm.call("cosh", z.re), libm.sin(z.im) * libm.call("sinh", z.re));
}
fn sinh(z: Value) Result {
    if (isSpecial(z)) {
        const v = if (isDirected(z)) directed(inf, if (z.re > 0) 1 else -1, 1, z.im) else fromTable(&special.sinh, z.re, z.im);
        return .{ .v = v, .errno = if (isInf(z.im) and !isNan(z.re)) .domain else .none };
    }
    if (@abs(z.re) > logLarge()) {
        const x = z.re - copysign(1.0, z.re);
        return ranged(libm.cos(z.im) * libm.call("sinh", x) * e, libm.sin(z.im) * libm.call("cosh", x) * e);
    }
    return ranged(libm.cos(z.im) * libm.call("sinh", z.re), libm.sin(z.im) * libm.call("cosh", z.re));
}
fn tanh(z: Value) Result {
    if (isSpecial(z)) {
        const v: Value = if (isDirected(z))
            .{ .re = copysign(1.0, z.re), .im = copysign(0.0, 2.0 * libm.sin(z.im) * libm.cos(z.im)) }
        else
            fromTable(&special.tanh, z.re, z.im);
        return .{ .v = v, .errno = if (isInf(z.im) and isFinite(z.re)) .domain else .none };
    }
    if (@abs(z.re) > logLarge()) {
        return plain(copysign(1.0, z.re), 4.0 * libm.sin(z.im) * libm.cos(z.im) * libm.exp(-2.0 * @abs(z.re)));
    }
    const tx = libm.call("tanh", z.re);
    const ty = libm.tan(z.im);
    const cx = 1.0 / libm.call("cosh", z.re);
    const txty = tx * ty;
    const denominator = 1.0 + txty * txty;
    return plain(tx * (1.0 + ty * ty) / denominator, ((ty / denominator) * cx) * cx);
}
fn exp(z: Value) Result {
    if (isSpecial(z)) {
        const v = if (isDirected(z)) directed(if (z.re > 0) inf else 0, 1, 1, z.im) else fromTable(&special.exp, z.re, z.im);
        return .{ .v = v, .errno = if (isInf(z.im) and (isFinite(z.re) or z.re == inf)) .domain else .none };
    }
    if (z.re > logLarge()) {
        const l = libm.exp(z.re - 1.0);
        return ranged(l * libm.cos(z.im) * e, l * libm.sin(z.im) * e);
    }
    const l = libm.exp(z.re);
    return ranged(l * libm.cos(z.im), l * libm.sin(z.im));
}
/// Where exp, sinh and cosh come near the end of the range.
fn logLarge() f64 {
    return ln(large);
}

fn log(z: Value) Result {
    if (isSpecial(z)) return looked(&special.log, z);
    const ax = @abs(z.re);
    const ay = @abs(z.im);
    const angle = atan2(z.im, z.re);
    if (ax > large or ay > large) return plain(ln(hypot(ax / 2.0, ay / 2.0)) + ln2, angle);
    if (ax < smallest and ay < smallest) {
        if (ax == 0 and ay == 0) return .{ .v = .{ .re = -inf, .im = angle }, .errno = .domain };
        return plain(ln(hypot(scaled(ax, 53), scaled(ay, 53))) - 53 * ln2, angle);
    }
    const h = hypot(ax, ay);
    if (h < 0.71 or h > 1.73) return plain(ln(h), angle);
    const most = @max(ax, ay);
    const least = @min(ax, ay);
    return plain(libm.call("log1p", (most - 1) * (most + 1) + least * least) / 2.0, angle);
}
fn log10(z: Value) Result {
    const r = log(z);
    return .{ .v = .{ .re = r.v.re / ln10, .im = r.v.im / ln10 }, .errno = r.errno };
}
fn logFunction(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const z = complex.fromObject(args[0]) orelse return 0;
    if (nargs == 1) return finish(log(z));
    const base = complex.fromObject(args[1]) orelse return 0;
    const a = log(z);
    const b = log(base);
    if (a.errno != .none or b.errno != .none) return math.domainError();
    return complex.new(complex.quotient(a.v, b.v) orelse return math.domainError());
}

fn phase(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const z = complex.fromObject(args[0]) orelse return 0;
    const angle = atan2(z.im, z.re);
    // An angle that is lost to underflow counts as out of range.
    return if (angle == 0 and z.im != 0 and isFinite(z.re)) math.rangeError() else float.new(angle);
}
fn polar(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const z = complex.fromObject(args[0]) orelse return 0;
    const r = hypot(z.re, z.im);
    if (isInf(r) and isFinite(z.re) and isFinite(z.im)) return math.rangeError();
    return tuple.fromOwned(&.{ float.new(r), float.new(atan2(z.im, z.re)) });
}
fn rect(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const r = float.asF64(args[0]) orelse return 0;
    const phi = float.asF64(args[1]) orelse return 0;
    const z: Value = .{ .re = r, .im = phi };
    if (isSpecial(z)) {
        const sign: f64 = if (r > 0) 1 else -1;
        const v = if (isDirected(z)) directed(inf, sign, sign, phi) else fromTable(&special.rect, r, phi);
        return finish(.{ .v = v, .errno = if (r != 0 and !isNan(r) and isInf(phi)) .domain else .none });
    }
    // The sign of a zero angle is kept.
    if (phi == 0) return complex.new(.{ .re = r, .im = r * phi });
    return complex.new(.{ .re = r * libm.cos(phi), .im = r * libm.sin(phi) });
}

fn isNanFunction(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const z = complex.fromObject(args[0]) orelse return 0;
    return singletons.boolWord(isNan(z.re) or isNan(z.im));
}
fn isInfFunction(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const z = complex.fromObject(args[0]) orelse return 0;
    return singletons.boolWord(isInf(z.re) or isInf(z.im));
}
fn isFiniteFunction(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const z = complex.fromObject(args[0]) orelse return 0;
    return singletons.boolWord(!isSpecial(z));
}
fn isClose(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const sig: args_.Signature = .{ .name = "isclose", .params = &.{ "a", "b", "rel_tol", "abs_tol" }, .positional = 2, .required = 2 };
    var given: [4]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return 0;
    const a = complex.fromObject(given[0]) orelse return 0;
    const b = complex.fromObject(given[1]) orelse return 0;
    const relative = if (given[2] == 0) 1e-09 else float.asF64(given[2]) orelse return 0;
    const absolute = if (given[3] == 0) 0.0 else float.asF64(given[3]) orelse return 0;
    if (relative < 0 or absolute < 0) return err.raise(.ValueError, "tolerances must be non-negative", .{});
    if (a.re == b.re and a.im == b.im) return singletons.boolWord(true);
    if (isInf(a.re) or isInf(a.im) or isInf(b.re) or isInf(b.im)) return singletons.boolWord(false);
    const difference = hypot(a.re - b.re, a.im - b.im);
    const close = difference <= relative * hypot(b.re, b.im) or difference <= relative * hypot(a.re, a.im) or difference <= absolute;
    return singletons.boolWord(close);
}
