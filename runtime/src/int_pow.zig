//! Powers of ints: `a ** b` and `pow(a, b, m)`.
const std = @import("std");
const object = @import("object.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const mag = @import("mag.zig");
const int = @import("int.zig");
const float = @import("float.zig");
const Word = object.Word;

const zero = object.makeSmall(0);
const one = object.makeSmall(1);

/// `a ** b`: an int, or a float for a negative exponent.
pub fn pow(a: Word, b: Word) Word {
    if (int.sign(b) < 0) {
        const x = int.toF64OrRaise(a) orelse return 0;
        const y = int.toF64OrRaise(b) orelse return 0;
        return float.powWords(x, y);
    }
    if (b == zero) return one;
    if (a == zero or a == one) return a;
    if (a == object.makeSmall(-1)) return if (isOdd(b)) a else one;
    // |a| ≥ 2: an exponent that is no small int cannot be computed.
    if (!object.isSmall(b)) return err.raise(.MemoryError, "", .{});
    const e: u64 = @intCast(object.smallValue(b));
    if (object.isSmall(a)) {
        if (smallPower(object.smallValue(a), e)) |v| return int.fromI64(v);
        if (a == object.makeSmall(2)) return int.lshift(one, b);
    }
    if (std.math.mul(u64, e, int.bitLength(a) - 1) catch std.math.maxInt(u64) > 1 << 46) return err.raise(.MemoryError, "", .{});
    var result = int.own(a);
    var bit: u6 = @intCast(63 - @clz(e));
    while (bit > 0) {
        bit -= 1;
        result = replace(result, int.mul(result, result));
        if (e >> bit & 1 != 0) result = replace(result, int.mul(result, a));
    }
    return result;
}

fn replace(old: Word, new: Word) Word {
    rc.release(old);
    return new;
}

fn isOdd(w: Word) bool {
    var buf: [1]u64 = undefined;
    const v = int.view(w, &buf);
    return v.limbs.len > 0 and v.limbs[0] & 1 != 0;
}

fn smallPower(base: i64, exponent: u64) ?i64 {
    if (exponent > 64) return null;
    var result: i64 = 1;
    var b = base;
    var e = exponent;
    while (true) {
        if (e & 1 != 0) result = std.math.mul(i64, result, b) catch return null;
        e >>= 1;
        if (e == 0) return result;
        b = std.math.mul(i64, b, b) catch return null;
    }
}

/// `pow(a, b, m)` of exact ints.
pub fn pow3(a: Word, b: Word, m: Word) Word {
    if (m == zero) return err.raise(.ValueError, "pow() 3rd argument cannot be 0", .{});
    const modulus = int.abs(m);
    defer rc.release(modulus);
    if (modulus == one) return zero;
    var base: Word = undefined;
    var exponent: Word = undefined;
    if (int.sign(b) < 0) {
        base = inverse(a, modulus);
        if (base == 0) return err.raise(.ValueError, "base is not invertible for the given modulus", .{});
        exponent = int.neg(b);
    } else {
        base = int.mod(a, modulus);
        exponent = int.own(b);
    }
    defer rc.release(base);
    defer rc.release(exponent);
    const result = if (object.isSmall(modulus)) smallModular(base, exponent, modulus) else modular(base, exponent, modulus);
    // The result has the sign of m.
    if (int.sign(m) > 0 or result == zero) return result;
    const r = int.add(result, m);
    rc.release(result);
    return r;
}

fn smallModular(base: Word, exponent: Word, modulus: Word) Word {
    const m: u64 = @intCast(object.smallValue(modulus));
    const b: u64 = @intCast(object.smallValue(base));
    var buf: [1]u64 = undefined;
    const e = int.view(exponent, &buf).limbs;
    var r: u64 = 1;
    var i = mag.bitLength(e);
    while (i > 0) {
        i -= 1;
        r = mulMod(r, r, m);
        if (e[i / 64] >> @intCast(i % 64) & 1 != 0) r = mulMod(r, b, m);
    }
    return int.fromU64(r);
}

fn mulMod(a: u64, b: u64, m: u64) u64 {
    if ((a | b) >> 32 == 0) return a * b % m;
    return @intCast(@as(u128, a) * b % m);
}

fn modular(base: Word, exponent: Word, modulus: Word) Word {
    var buf: [1]u64 = undefined;
    const e = int.view(exponent, &buf).limbs;
    var r: Word = one;
    var i = mag.bitLength(e);
    while (i > 0) {
        i -= 1;
        r = step(r, r, modulus);
        if (e[i / 64] >> @intCast(i % 64) & 1 != 0) r = step(r, base, modulus);
    }
    return r;
}

/// Consumes `r`; `r · f mod m`.
fn step(r: Word, f: Word, m: Word) Word {
    const p = int.mul(r, f);
    rc.release(r);
    const result = int.mod(p, m);
    rc.release(p);
    return result;
}

/// The inverse of `a` modulo `m` > 1; 0 (nothing pending) if there is none.
fn inverse(a: Word, m: Word) Word {
    var r0 = rc.retain(m);
    var r1 = int.mod(a, m);
    var t0: Word = zero;
    var t1: Word = one;
    defer {
        rc.release(r0);
        rc.release(r1);
        rc.release(t0);
        rc.release(t1);
    }
    while (r1 != zero) {
        const d = int.divModBig(r0, r1);
        const p = int.mul(d.q, t1);
        const t2 = int.sub(t0, p);
        rc.release(p);
        rc.release(d.q);
        rc.release(r0);
        rc.release(t0);
        r0 = r1;
        t0 = t1;
        r1 = d.r;
        t1 = t2;
    }
    if (r0 != one) return 0;
    return int.mod(t0, m);
}
