//! `math`: functions of ints of any size: factorial, gcd, lcm, comb, perm, isqrt.
//!
//! Invariant: every intermediate word is released once; words named `…_` in a loop are owned by the loop.
const std = @import("std");
const object = @import("../object.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const container = @import("../container.zig");
const singletons = @import("../singletons.zig");
const Word = object.Word;
const Raised = container.Raised;
const small = object.makeSmall;

/// `a * b`, consuming both.
fn mulOwned(a: Word, b: Word) Word {
    defer rc.release(a);
    defer rc.release(b);
    return int.mul(a, b);
}
fn divOwned(a: Word, b: Word) Word {
    defer rc.release(a);
    defer rc.release(b);
    return int.floordiv(a, b);
}

/// The product of `from … to` (from ≤ to), by halves so that both factors of a big product are of like size.
fn rangeProduct(from: u64, to: u64) Word {
    var product: u64 = from;
    var i = from;
    while (i < to) {
        const next = @mulWithOverflow(product, i + 1);
        if (next[1] != 0) break;
        product = next[0];
        i += 1;
    }
    if (i == to) return int.fromU64(product);
    const middle = from + (to - from) / 2;
    return mulOwned(rangeProduct(from, middle), rangeProduct(middle + 1, to));
}

pub fn factorial(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const w = int.asIndex(args[0]);
    if (w == 0) return 0;
    defer rc.release(w);
    return factorialOf(w);
}
fn factorialOf(w: Word) Word {
    const n = int.toI64(w) orelse {
        if (int.sign(w) < 0) return err.raise(.ValueError, "factorial() not defined for negative values", .{});
        return err.raise(.OverflowError, "factorial() argument should not exceed {d}", .{@as(i64, std.math.maxInt(i64))});
    };
    if (n < 0) return err.raise(.ValueError, "factorial() not defined for negative values", .{});
    return if (n < 2) small(1) else rangeProduct(1, @intCast(n));
}

fn gcdU64(a: u64, b: u64) u64 {
    return std.math.gcd(a, b);
}
/// The greatest common divisor of two ints, owned, never negative.
pub fn gcdOf(a: Word, b: Word) Word {
    if (object.isSmall(a) and object.isSmall(b)) {
        const x = @abs(object.smallValue(a));
        const y = @abs(object.smallValue(b));
        if (x == 0 or y == 0) return int.fromU64(x | y);
        return int.fromU64(gcdU64(x, y));
    }
    var x = int.abs(a);
    var y = int.abs(b);
    // Lehmer's steps on the leading bits are not worth their code: division shrinks by a limb where limbs differ.
    while (!object.isSmall(y)) {
        const r = int.mod(x, y);
        rc.release(x);
        x = y;
        y = r;
    }
    if (y == small(0)) return x;
    if (!object.isSmall(x)) {
        const r = int.mod(x, y);
        rc.release(x);
        x = y;
        y = r;
    }
    return gcdOf(x, y);
}

pub fn gcd(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    var result = small(0);
    for (args[0..nargs]) |arg| {
        const w = int.asIndex(arg);
        if (w == 0) {
            rc.release(result);
            return 0;
        }
        defer rc.release(w);
        if (result == small(1)) continue;
        // The answer may be the same object with a reference of its own.
        const next = gcdOf(result, w);
        rc.release(result);
        result = next;
    }
    return result;
}

pub fn lcm(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    var result = small(1);
    for (args[0..nargs]) |arg| {
        const w = int.asIndex(arg);
        if (w == 0) {
            rc.release(result);
            return 0;
        }
        defer rc.release(w);
        if (result == small(0)) continue;
        if (int.sign(w) == 0) {
            rc.release(result);
            result = small(0);
            continue;
        }
        const quotient = divOwned(rc.retain(result), gcdOf(result, w));
        const product = mulOwned(quotient, int.abs(w));
        rc.release(result);
        result = product;
    }
    return result;
}

fn arguments(args: [*]const Word) ?[2]Word {
    const n = int.asIndex(args[0]);
    if (n == 0) return null;
    const k = int.asIndex(args[1]);
    if (k == 0) {
        rc.release(n);
        return null;
    }
    const bad: ?[]const u8 = if (int.sign(n) < 0) "n" else if (int.sign(k) < 0) "k" else null;
    if (bad) |which| {
        rc.release(n);
        rc.release(k);
        _ = err.raise(.ValueError, "{s} must be a non-negative integer", .{which});
        return null;
    }
    return .{ n, k };
}

/// `n (n−1) … (n−k+1)`, owned.
fn falling(n: Word, k: u64) Word {
    if (k == 0) return small(1);
    if (int.toU64(n)) |v| return rangeProduct(v - k + 1, v);
    if (k == 1) return rc.retain(n);
    const half = k / 2;
    const offset = int.fromU64(half);
    defer rc.release(offset);
    const lower = int.sub(n, offset);
    defer rc.release(lower);
    return mulOwned(falling(n, half), falling(lower, k - half));
}

pub fn perm(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    if (nargs == 1 or singletons.isNone(args[1])) return factorial(0, args, 1, 0);
    const both = arguments(args) orelse return 0;
    defer for (both) |w| rc.release(w);
    if (int.order(both[0], both[1]) == .lt) return small(0);
    const k = int.toI64(both[1]) orelse return tooLarge("k");
    return falling(both[0], @intCast(k));
}
fn tooLarge(comptime what: []const u8) Word {
    return err.raise(.OverflowError, what ++ " must not exceed {d}", .{@as(i64, std.math.maxInt(i64))});
}

/// Binomial coefficient for `k` ≤ `n`; products and quotients of like size by halving `k`.
fn combOf(n: Word, k: u64) Word {
    if (k == 0) return small(1);
    if (k == 1) return rc.retain(n);
    if (int.toU64(n)) |v| if (combSmall(v, k)) |r| return int.fromU64(r);
    // C(n, k) = C(n, j) C(n−j, k−j) / C(k, j)
    const j = k / 2;
    const offset = int.fromU64(j);
    defer rc.release(offset);
    const rest = int.sub(n, offset);
    defer rc.release(rest);
    const whole = int.fromU64(k);
    defer rc.release(whole);
    return divOwned(mulOwned(combOf(n, j), combOf(rest, k - j)), combOf(whole, j));
}
/// Where every intermediate product fits 64 bits.
fn combSmall(n: u64, k: u64) ?u64 {
    var r: u64 = 1;
    var i: u64 = 0;
    while (i < k) : (i += 1) {
        const next = @mulWithOverflow(r, n - i);
        if (next[1] != 0) return null;
        r = next[0] / (i + 1);
    }
    return r;
}

pub fn comb(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const both = arguments(args) orelse return 0;
    defer for (both) |w| rc.release(w);
    if (int.order(both[0], both[1]) == .lt) return small(0);
    const rest = int.sub(both[0], both[1]);
    defer rc.release(rest);
    const k = if (int.order(rest, both[1]) == .lt) rest else both[1];
    return combOf(both[0], @intCast(int.toI64(k) orelse return tooLarge("min(n - k, k)")));
}

pub fn isqrt(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const n = int.asIndex(args[0]);
    if (n == 0) return 0;
    defer rc.release(n);
    if (int.sign(n) < 0) return err.raise(.ValueError, "isqrt() argument must be nonnegative", .{});
    if (int.toU64(n)) |v| return int.fromU64(std.math.sqrt(v));
    // Newton's steps with doubling precision: `a` is the root of the leading bits, off by at most one.
    const c = (int.bitLength(n) - 1) / 2;
    var a = small(1);
    var d: usize = 0;
    var s: usize = std.math.log2_int(usize, c) + 1;
    while (s > 0) {
        s -= 1;
        const e = d;
        d = c >> @intCast(s);
        const high = int.lshift(a, small(@intCast(d - e - 1)));
        const shifted = int.rshift(n, small(@intCast(2 * c + 1 - e - d)));
        const low = int.floordiv(shifted, a);
        rc.release(shifted);
        rc.release(a);
        a = int.add(high, low);
        rc.release(high);
        rc.release(low);
    }
    const square = int.mul(a, a);
    defer rc.release(square);
    if (int.order(square, n) != .gt) return a;
    defer rc.release(a);
    return int.sub(a, small(1));
}
