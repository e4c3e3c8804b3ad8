//! `math.gamma` and `math.lgamma`: Lanczos' approximation with the constants and the order of operations of CPython, so
//! that results agree to the last bit.
const std = @import("std");
const object = @import("../object.zig");
const float = @import("../float.zig");
const libm = @import("../libm.zig");
const math = @import("math.zig");
const Word = object.Word;
const isNan = std.math.isNan;
const isInf = std.math.isInf;
const isFinite = std.math.isFinite;

const pi: f64 = 3.141592653589793238462643383279502884197;
const log_pi: f64 = 1.144729885849400174143427351353058711647;
const g: f64 = 6.024680040776729583740234375;
const g_minus_half: f64 = 5.524680040776729583740234375;

const numerator = [13]f64{
    23531376880.410759688572007674451636754734846804940,
    42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843,
    17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708,
    1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801,
    31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768,
    186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024,
    210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
};
const denominator = [13]f64{
    0.0,       39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0,
    2637558.0, 357423.0,   32670.0,     1925.0,      66.0,        1.0,
};
/// Γ(1) … Γ(23), all exact.
const integral: [23]f64 = blk: {
    var out: [23]f64 = undefined;
    out[0] = 1;
    for (1..23) |i| out[i] = out[i - 1] * @as(f64, @floatFromInt(i));
    break :blk out;
};

fn lanczosSum(x: f64) f64 {
    var num: f64 = 0;
    var den: f64 = 0;
    // Away from zero in powers of 1/x, so that nothing overflows.
    if (x < 5) {
        var i: usize = numerator.len;
        while (i > 0) {
            i -= 1;
            num = num * x + numerator[i];
            den = den * x + denominator[i];
        }
    } else {
        for (numerator, denominator) |a, b| {
            num = num / x + a;
            den = den / x + b;
        }
    }
    return num / den;
}

fn sinPi(x: f64) f64 {
    const y = @mod(@abs(x), 2.0);
    const r = switch (@as(u8, @intFromFloat(@round(2.0 * y)))) {
        0 => libm.sin(pi * y),
        1 => libm.cos(pi * (y - 0.5)),
        // Not -sin(pi*(y-1)): that gives -0.0 for y == 1.
        2 => libm.sin(pi * (1.0 - y)),
        3 => -libm.cos(pi * (y - 1.5)),
        else => libm.sin(pi * (y - 2.0)),
    };
    return std.math.copysign(@as(f64, 1), x) * r;
}

fn power(x: f64, y: f64) f64 {
    return libm.call2("pow", x, y);
}

pub fn gamma(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const x = float.asF64(args[0]) orelse return 0;
    if (!isFinite(x)) return if (isNan(x) or x > 0) float.new(x) else math.domainError();
    if (x == 0) return math.domainError();
    if (x == @floor(x)) {
        if (x < 0) return math.domainError();
        if (x <= 23) return float.new(integral[@as(usize, @intFromFloat(x)) - 1]);
    }
    const size = @abs(x);
    if (size < 1e-20) return finite(1.0 / x);
    if (size > 200) return if (x < 0) float.new(0.0 / sinPi(x)) else math.rangeError();
    const y = size + g_minus_half;
    var z = if (size > g_minus_half) (y - size) - g_minus_half else (y - g_minus_half) - size;
    z = z * g / y;
    const small = size < 140;
    const p = if (small) power(y, size - 0.5) else power(y, size / 2.0 - 0.25);
    var r: f64 = undefined;
    if (x < 0) {
        r = -pi / sinPi(size) / size * libm.exp(y) / lanczosSum(size);
        r -= z * r;
        r /= p;
        if (!small) r /= p;
    } else {
        r = lanczosSum(size) / libm.exp(y);
        r += z * r;
        r *= p;
        if (!small) r *= p;
    }
    return finite(r);
}

fn finite(r: f64) Word {
    return if (isInf(r)) math.rangeError() else float.new(r);
}

pub fn lgamma(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const x = float.asF64(args[0]) orelse return 0;
    if (!isFinite(x)) return float.new(if (isNan(x)) x else std.math.inf(f64));
    if (x == @floor(x) and x <= 2) return if (x <= 0) math.domainError() else float.new(0);
    const size = @abs(x);
    if (size < 1e-20) return float.new(-libm.log(size));
    var r = libm.log(lanczosSum(size)) - g;
    r += (size - 0.5) * (libm.log(size + g - 0.5) - 1);
    if (x < 0) r = log_pi - libm.log(@abs(sinPi(size))) - libm.log(size) - r;
    return finite(r);
}
