//! Arithmetic on magnitudes: little-endian arrays of 64-bit limbs, the ground that `int*.zig` stands on.
//!
//! Invariant: nothing here allocates a result; the caller sizes it. Operands need not be normalised unless said so;
//! `norm` cuts leading zero limbs. Scratch memory comes from `alloc` and is freed before returning.
const std = @import("std");
const alloc = @import("alloc.zig");

pub const Limbs = []const u64;

/// Without leading zero limbs.
pub inline fn norm(a: Limbs) Limbs {
    var n = a.len;
    while (n > 0 and a[n - 1] == 0) n -= 1;
    return a[0..n];
}

/// Order of two normalised magnitudes.
pub fn cmp(a: Limbs, b: Limbs) std.math.Order {
    if (a.len != b.len) return std.math.order(a.len, b.len);
    var i = a.len;
    while (i > 0) {
        i -= 1;
        if (a[i] != b[i]) return std.math.order(a[i], b[i]);
    }
    return .eq;
}

/// Number of bits of a normalised magnitude.
pub fn bitLength(a: Limbs) usize {
    return if (a.len == 0) 0 else a.len * 64 - @clz(a[a.len - 1]);
}

/// Limbs that the loops over long numbers take at a time; a rest goes one by one. The archive is compiled for size, so they
/// say it themselves.
const unrolled = 4;

/// r += b at the low end; returns the carry out of `r`. r.len ≥ b.len.
pub fn addInto(r: []u64, b: Limbs) u64 {
    var carry: u64 = 0;
    // Sums of double width: the overflow pairs are spilled to memory where code is made small.
    for (b, r[0..b.len]) |x, *out| {
        const s = @as(u128, out.*) + x + carry;
        out.* = @truncate(s);
        carry = @truncate(s >> 64);
    }
    var i = b.len;
    while (carry != 0 and i < r.len) : (i += 1) {
        r[i] +%= 1;
        carry = @intFromBool(r[i] == 0);
    }
    return carry;
}

/// r −= b at the low end; returns the borrow. r.len ≥ b.len.
pub fn subInto(r: []u64, b: Limbs) u64 {
    return borrowFrom(r, b.len, difference(r[0..b.len], r[0..b.len], b));
}

/// Takes a borrow from the limbs from `at` on; what is left of it.
fn borrowFrom(r: []u64, at: usize, borrow_: u64) u64 {
    var borrow = borrow_;
    var i = at;
    while (borrow != 0 and i < r.len) : (i += 1) {
        borrow = @intFromBool(r[i] == 0);
        r[i] -%= 1;
    }
    return borrow;
}

/// r = a − b, all of one length; returns the borrow. `r` may be `a`.
fn difference(r: []u64, a: Limbs, b: Limbs) u64 {
    var borrow: u64 = 0;
    var i: usize = 0;
    while (i < r.len) inline for (0..unrolled) |k| {
        const s = @as(u128, a[i]) -% b[i] -% borrow;
        r[i] = @truncate(s);
        borrow = @as(u64, @truncate(s >> 64)) & 1;
        i += 1;
        if (k == 0 and r.len - i < unrolled - 1) break;
    };
    return borrow;
}

/// r = a + b; a.len ≥ b.len, r.len = a.len + 1.
pub fn add(r: []u64, a: Limbs, b: Limbs) void {
    var carry: u64 = 0;
    var i: usize = 0;
    while (i < b.len) inline for (0..unrolled) |k| {
        const s = @as(u128, a[i]) + b[i] + carry;
        r[i] = @truncate(s);
        carry = @truncate(s >> 64);
        i += 1;
        if (k == 0 and b.len - i < unrolled - 1) break;
    };
    while (carry != 0 and i < a.len) : (i += 1) {
        const s = @addWithOverflow(a[i], 1);
        r[i] = s[0];
        carry = s[1];
    }
    if (r.ptr != a.ptr) @memcpy(r[i..a.len], a[i..]);
    r[a.len] = carry;
}

/// r = a − b; a ≥ b, r.len = a.len ≥ b.len.
pub fn sub(r: []u64, a: Limbs, b: Limbs) void {
    const borrow = difference(r[0..b.len], a[0..b.len], b);
    if (r.ptr != a.ptr) @memcpy(r[b.len..], a[b.len..]);
    _ = borrowFrom(r, b.len, borrow);
}

/// r += a * d, returns the carry out of r[0..a.len].
fn addMul1(r: []u64, a: Limbs, d: u64) u64 {
    var carry: u64 = 0;
    var i: usize = 0;
    while (i < a.len) inline for (0..unrolled) |k| {
        const p = @as(u128, a[i]) * d + r[i] + carry;
        r[i] = @truncate(p);
        carry = @intCast(p >> 64);
        i += 1;
        if (k == 0 and a.len - i < unrolled - 1) break;
    };
    return carry;
}

/// r = a * d + c in place of `r`'s first a.len limbs; returns the carry.
pub fn mul1(r: []u64, a: Limbs, d: u64, c: u64) u64 {
    var carry = c;
    var i: usize = 0;
    while (i < a.len) inline for (0..unrolled) |k| {
        const p = @as(u128, a[i]) * d + carry;
        r[i] = @truncate(p);
        carry = @intCast(p >> 64);
        i += 1;
        if (k == 0 and a.len - i < unrolled - 1) break;
    };
    return carry;
}

const karatsuba_limit = 40;

/// r = a * b; r.len = a.len + b.len, r aliases neither.
pub fn mul(r: []u64, a: Limbs, b: Limbs) void {
    if (a.len < b.len) return mul(r, b, a);
    if (b.len == 1) {
        r[a.len] = mul1(r[0..a.len], a, b[0], 0);
        return;
    }
    if (b.len < karatsuba_limit) return mulBase(r, a, b);
    if (b.len * 2 <= a.len) return mulUnbalanced(r, a, b);
    const scratch = alloc.array(u64, 6 * a.len + 64);
    defer alloc.free(scratch);
    karatsuba(r, a, b, scratch[0 .. 6 * a.len + 64]);
}

fn mulBase(r: []u64, a: Limbs, b: Limbs) void {
    if (b.len == 0) return @memset(r, 0);
    r[a.len] = mul1(r[0..a.len], a, b[0], 0);
    for (b[1..], 1..) |d, i| r[i + a.len] = addMul1(r[i .. i + a.len], a, d);
}

/// `a` is much longer: multiplies it by pieces of the length of `b`.
fn mulUnbalanced(r: []u64, a: Limbs, b: Limbs) void {
    @memset(r, 0);
    const piece = alloc.array(u64, 2 * b.len);
    defer alloc.free(piece);
    var i: usize = 0;
    while (i < a.len) : (i += b.len) {
        const part = a[i..@min(i + b.len, a.len)];
        const p = piece[0 .. part.len + b.len];
        mul(p, part, b);
        _ = addInto(r[i..], p);
    }
}

/// a.len ≥ b.len > a.len / 2.
fn karatsuba(r: []u64, a: Limbs, b: Limbs, scratch: []u64) void {
    if (b.len < karatsuba_limit) return mulBase(r, a, b);
    const half = (a.len + 1) / 2;
    if (b.len <= half) return mulUnbalanced(r, a, b);
    const a0 = a[0..half];
    const a1 = a[half..];
    const b0 = b[0..half];
    const b1 = b[half..];
    // r = a0·b0 + (a1·b1 << 2·half), then the middle term (a0+a1)(b0+b1) − a0·b0 − a1·b1.
    const low = r[0 .. 2 * half];
    const high = r[2 * half ..];
    karatsuba(low, a0, b0, scratch);
    if (a1.len >= b1.len and b1.len * 2 > a1.len) karatsuba(high, a1, b1, scratch) else mul(high, a1, b1);
    const n = half + 1;
    const sa = scratch[0..n];
    const sb = scratch[n .. 2 * n];
    const mid = scratch[2 * n .. 4 * n];
    add(sa, a0, a1);
    add(sb, b0, b1);
    karatsuba(mid, sa, sb, scratch[4 * n ..]);
    _ = subInto(mid, low);
    _ = subInto(mid, high);
    // The middle term is non-negative and fits what is left of r.
    _ = addInto(r[half..], norm(mid));
}

/// Division by a fixed divisor with its top bit set, by a reciprocal (Möller and Granlund, "Improved division by
/// invariant integers").
const Reciprocal = struct {
    d: u64,
    v: u64,

    fn init(d: u64) Reciprocal {
        return .{ .d = d, .v = @truncate(@as(u128, std.math.maxInt(u128)) / d - (1 << 64)) };
    }

    /// (high·2^64 + low) / d with high < d; the remainder goes to `rem`.
    inline fn divide(self: Reciprocal, high: u64, low: u64, rem: *u64) u64 {
        const p = @as(u128, self.v) * high +% (@as(u128, high) << 64 | low);
        var q: u64 = @as(u64, @truncate(p >> 64)) +% 1;
        var r = low -% q *% self.d;
        if (r > @as(u64, @truncate(p))) {
            q -%= 1;
            r +%= self.d;
        }
        if (r >= self.d) {
            q +%= 1;
            r -= self.d;
        }
        rem.* = r;
        return q;
    }
};

/// q = a / d, returns the remainder; q.len = a.len, may alias a.
pub fn divMod1(q: []u64, a: Limbs, d: u64) u64 {
    if (a.len == 0) return 0;
    const shift: u6 = @intCast(@clz(d));
    const by: Reciprocal = .init(d << shift);
    const back: u6 = @truncate(64 - @as(u7, shift));
    var rem: u64 = if (shift == 0) 0 else a[a.len - 1] >> back;
    var i = a.len;
    while (i > 0) {
        i -= 1;
        const below = if (shift == 0 or i == 0) 0 else a[i - 1] >> back;
        q[i] = by.divide(rem, a[i] << shift | below, &rem);
    }
    return rem >> shift;
}

/// Remainder of a by d.
pub fn mod1(a: Limbs, d: u64) u64 {
    var rem: u64 = 0;
    var i = a.len;
    while (i > 0) {
        i -= 1;
        rem = @intCast((@as(u128, rem) << 64 | a[i]) % d);
    }
    return rem;
}

/// q = a / b and r = a % b. b normalised, not empty; a.len ≥ b.len; q.len = a.len − b.len + 1, r.len = b.len. r may alias a
/// or b; q aliases nothing.
pub fn divMod(q: []u64, r: []u64, a: Limbs, b: Limbs) void {
    if (b.len == 1) {
        const rem = divMod1(q, a, b[0]);
        r[0] = rem;
        return;
    }
    const n = b.len;
    const scratch = alloc.array(u64, a.len + 1 + n);
    defer alloc.free(scratch);
    const u = scratch[0 .. a.len + 1];
    const v = scratch[a.len + 1 .. a.len + 1 + n];
    const shift: u6 = @intCast(@clz(b[n - 1]));
    _ = shiftLeftSmall(v, b, shift);
    u[a.len] = shiftLeftSmall(u[0..a.len], a, shift);
    // Blocks of as many limbs as the divisor has, from the top; each leaves a remainder for the next.
    var m = q.len;
    while (m > n) : (m -= n) divide(q[m - n .. m], u[m - n .. m + n], v);
    divide(q[0..m], u[0 .. m + n], v);
    shiftRightSmall(r, u[0..n], shift);
}

const recursive_limit = 60;

/// q = u / v in place: u becomes the remainder (with zeros above it). The top bit of v is set, u.len = q.len + v.len,
/// q.len ≤ v.len, and u < v · 2^(64·q.len) but for a parent's estimate, which may reach it. (Burnikel and Ziegler, "Fast
/// recursive division", in the form of Brent and Zimmermann's RecursiveDivRem.)
fn divide(q: []u64, u: []u64, v: Limbs) void {
    const m = q.len;
    const n = v.len;
    if (cmp(u[m..], v) != .lt) {
        // The largest quotient there is; what is left may be more than v, the parent corrects that.
        @memset(q, std.math.maxInt(u64));
        _ = subInto(u[m..], v);
        _ = addInto(u, v);
        return;
    }
    if (m < recursive_limit) return divideBase(q, u, v);
    const k = m / 2;
    const low = v[0..k];
    const high = v[k..];
    const product = alloc.array(u64, m + 1);
    defer alloc.free(product);
    divide(q[k..], u[2 * k ..], high);
    mul(product[0..m], q[k..], low);
    correct(q[k..], u[k..], product[0..m], v);
    divide(q[0..k], u[k .. n + k], high);
    mul(product[0 .. 2 * k], q[0..k], low);
    correct(q[0..k], u, product[0 .. 2 * k], v);
}

/// u −= product; as often as that went below zero, one quotient less and one divisor more.
fn correct(q: []u64, u: []u64, product: Limbs, v: Limbs) void {
    var borrow = subInto(u, product);
    while (borrow != 0) {
        _ = subInto(q, &.{1});
        borrow -= addInto(u, v);
    }
}

/// As `divide` (Knuth's algorithm D), u < v · 2^(64·q.len), v.len ≥ 2.
fn divideBase(q: []u64, u: []u64, v: Limbs) void {
    const n = v.len;
    const top = v[n - 1];
    const second = v[n - 2];
    const by: Reciprocal = .init(top);
    var j = q.len;
    while (j > 0) {
        j -= 1;
        var guess: u128 = undefined;
        var rest: u128 = undefined;
        if (u[j + n] >= top) {
            guess = std.math.maxInt(u64);
            rest = (@as(u128, u[j + n]) << 64 | u[j + n - 1]) - guess * top;
        } else {
            var rem: u64 = undefined;
            guess = by.divide(u[j + n], u[j + n - 1], &rem);
            rest = rem;
        }
        while (rest <= std.math.maxInt(u64) and guess * second > (rest << 64 | u[j + n - 2])) {
            guess -= 1;
            rest += top;
        }
        const digit: u64 = @intCast(guess);
        const part = u[j .. j + n + 1];
        if (subMul1(part, v, digit)) {
            q[j] = digit - 1;
            // The wrapped top limb absorbs the carry.
            const carry = addInto(part[0..n], v);
            part[n] +%= carry;
        } else {
            q[j] = digit;
        }
    }
}

/// r −= v·d over v.len + 1 limbs; true if it went below zero (and wrapped).
fn subMul1(r: []u64, v: Limbs, d: u64) bool {
    var carry: u64 = 0;
    for (v, r[0..v.len]) |x, *out| {
        const p = @as(u128, x) * d + carry;
        const s = @as(u128, out.*) -% @as(u64, @truncate(p));
        out.* = @truncate(s);
        carry = @as(u64, @intCast(p >> 64)) + (@as(u64, @truncate(s >> 64)) & 1);
    }
    const s = @as(u128, r[v.len]) -% carry;
    r[v.len] = @truncate(s);
    return s >> 64 != 0;
}

/// r = a << shift, returns the bits shifted out; r.len = a.len.
pub fn shiftLeftSmall(r: []u64, a: Limbs, shift: u6) u64 {
    if (shift == 0) {
        if (r.ptr != a.ptr) std.mem.copyBackwards(u64, r, a);
        return 0;
    }
    const back: u6 = @intCast(64 - @as(u7, shift));
    const out = a[a.len - 1] >> back;
    var i = a.len;
    while (i > 1) {
        i -= 1;
        r[i] = a[i] << shift | a[i - 1] >> back;
    }
    r[0] = a[0] << shift;
    return out;
}

/// r = a >> shift; r.len = a.len.
pub fn shiftRightSmall(r: []u64, a: Limbs, shift: u6) void {
    if (shift == 0) {
        if (r.ptr != a.ptr) std.mem.copyForwards(u64, r, a);
        return;
    }
    const back: u6 = @intCast(64 - @as(u7, shift));
    for (0..a.len - 1) |i| r[i] = a[i] >> shift | a[i + 1] << back;
    r[a.len - 1] = a[a.len - 1] >> shift;
}

/// Whether any of the lowest `bits` bits is set.
pub fn anyBitBelow(a: Limbs, bits: usize) bool {
    const whole = bits / 64;
    for (a[0..@min(whole, a.len)]) |x| if (x != 0) return true;
    if (whole >= a.len or bits % 64 == 0) return false;
    return a[whole] << @intCast(64 - bits % 64) != 0;
}

/// The 64 bits from bit `at` upwards.
pub fn bitsAt(a: Limbs, at: usize) u64 {
    const i = at / 64;
    const shift: u6 = @intCast(at % 64);
    if (i >= a.len) return 0;
    var x = a[i] >> shift;
    if (shift != 0 and i + 1 < a.len) x |= a[i + 1] << @intCast(64 - @as(u7, shift));
    return x;
}

test "division by one limb" {
    var rng = std.Random.DefaultPrng.init(3);
    const random = rng.random();
    for (0..20_000) |round| {
        var a: [4]u64 = undefined;
        for (&a) |*x| x.* = switch (random.int(u2)) {
            0 => 0,
            1 => std.math.maxInt(u64),
            else => random.int(u64),
        };
        const d = @max(1, random.int(u64) >> @intCast(round % 64));
        var q: [4]u64 = undefined;
        const rem = divMod1(&q, &a, d);
        try std.testing.expect(rem < d);
        var back: [5]u64 = undefined;
        back[4] = mul1(back[0..4], &q, d, rem);
        try std.testing.expectEqual(@as(u64, 0), back[4]);
        try std.testing.expectEqualSlices(u64, &a, back[0..4]);
    }
}

test "karatsuba agrees with the schoolbook, division undoes it" {
    var rng = std.Random.DefaultPrng.init(7);
    const random = rng.random();
    for ([_][2]usize{ .{ 41, 40 }, .{ 100, 77 }, .{ 200, 41 }, .{ 300, 299 }, .{ 81, 80 }, .{ 500, 251 }, .{ 260, 130 }, .{ 530, 70 } }) |sizes| {
        var a: [600]u64 = undefined;
        var b: [600]u64 = undefined;
        for (&a) |*x| x.* = if (random.int(u8) < 40) std.math.maxInt(u64) else random.int(u64);
        for (&b) |*x| x.* = if (random.int(u8) < 40) 0 else random.int(u64);
        const x = a[0..sizes[0]];
        const y = b[0..sizes[1]];
        y[y.len - 1] |= 1;
        var r1: [1200]u64 = undefined;
        var r2: [1200]u64 = undefined;
        const n = x.len + y.len;
        mul(r1[0..n], x, y);
        mulBase(r2[0..n], x, y);
        try std.testing.expectEqualSlices(u64, r2[0..n], r1[0..n]);
        _ = addInto(r1[0..n], y[0 .. y.len - 1]);
        var q: [1200]u64 = undefined;
        var rem: [600]u64 = undefined;
        divMod(q[0 .. n - y.len + 1], rem[0..y.len], r1[0..n], y);
        try std.testing.expectEqualSlices(u64, x, norm(q[0 .. n - y.len + 1])[0..x.len]);
        try std.testing.expectEqualSlices(u64, y[0 .. y.len - 1], rem[0 .. y.len - 1]);
    }
}
