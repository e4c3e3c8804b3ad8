//! Hash values: of bytes (str and bytes share it) and of numbers as CPython computes them.
//!
//! Invariant: the hash of a text depends on its bytes only (fixed key, the same in every process and in the compiler);
//! no hash is −1, and the stored form of a text's hash is never 0.
const std = @import("std");

/// CPython's modulus of numeric hashes: 2^61 − 1.
pub const modulus: u64 = (1 << 61) - 1;
pub const infinity: i64 = 314159;

/// Hash of a text or of bytes (64-bit Wyhash with seed 0, as in Zig's standard library; 0 and −1 are moved away).
pub fn ofBytes(s: []const u8) u64 {
    const h = std.hash.Wyhash.hash(0, s);
    return if (h == 0 or h == std.math.maxInt(u64)) 0x9e37_79b9_7f4a_7c15 else h;
}

/// Maps −1, which means "raised", to −2.
pub inline fn avoidMinusOne(h: i64) i64 {
    return if (h == -1) -2 else h;
}

/// (a * b) mod 2^61−1 for a, b below the modulus.
pub inline fn mulMod(a: u64, b: u64) u64 {
    const p = @as(u128, a) * b;
    const s = @as(u64, @truncate(p & modulus)) + @as(u64, @truncate(p >> 61));
    return if (s >= modulus) s - modulus else s;
}

/// Hash of a machine int.
pub fn ofI64(v: i64) i64 {
    const m = @abs(v) % modulus;
    const h: i64 = @intCast(m);
    return avoidMinusOne(if (v < 0) -h else h);
}

/// Hash of a float; `identity` is hashed for NaN (CPython hashes the object's address).
pub fn ofF64(v: f64, identity: u64) i64 {
    if (std.math.isNan(v)) return ofPointer(identity);
    if (std.math.isInf(v)) return if (v > 0) infinity else -infinity;
    const split = std.math.frexp(v);
    var m = @abs(split.significand);
    var e: i32 = split.exponent;
    var x: u64 = 0;
    while (m != 0) {
        x = ((x << 28) & modulus) | (x >> (61 - 28));
        m *= 268435456.0;
        e -= 28;
        const y: u64 = @intFromFloat(m);
        m -= @floatFromInt(y);
        x += y;
        if (x >= modulus) x -= modulus;
    }
    const r: u6 = @intCast(@mod(e, 61));
    x = ((x << r) & modulus) | (x >> @intCast(61 - @as(u7, r)));
    const h: i64 = @intCast(x);
    return avoidMinusOne(if (v < 0) -h else h);
}

/// Hash by identity.
pub fn ofPointer(p: u64) i64 {
    return avoidMinusOne(@bitCast(std.math.rotr(u64, p, 4)));
}
