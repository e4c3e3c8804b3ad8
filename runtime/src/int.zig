//! `int`: tagged small values and big objects; making, reading, adding, multiplying, dividing, comparing.
//!
//! Invariants
//! - A value in −2^62 ≤ v < 2^62 is always a small int; an `Int` object holds a value outside that range, normalised.
//! - Functions here take tagged ints or objects that begin as an `Int` (borrowed), and return owned exact ints;
//!   `valueOf` gets there from bools and instances of subclasses.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const mag = @import("mag.zig");
const hashing = @import("hash.zig");
const rounding = @import("float_round.zig");
const bits = @import("int_bits.zig");
const text = @import("int_text.zig");
const Word = object.Word;
const Int = object.Int;

pub const pow = @import("int_pow.zig").pow;
pub const pow3 = @import("int_pow.zig").pow3;
pub const lshift = bits.lshift;
pub const rshift = bits.rshift;
pub const and_ = bits.and_;
pub const or_ = bits.or_;
pub const xor = bits.xor;
pub const invert = bits.invert;
pub const bitLength = bits.bitLength;
pub const parse = text.parse;
pub const format = text.format;
pub const toStr = text.toStr;
pub const int_type = &@import("int_type.zig").int_type;
pub const bool_type = &@import("int_type.zig").bool_type;

/// A number seen as sign and magnitude (normalised limbs, borrowed from the word or from `buf`).
pub const View = struct { limbs: mag.Limbs, negative: bool };

/// Sign and magnitude of an exact int.
pub inline fn view(w: Word, buf: *[1]u64) View {
    if (object.isSmall(w)) {
        const v = object.smallValue(w);
        buf[0] = @abs(v);
        return .{ .limbs = buf[0..@intFromBool(v != 0)], .negative = v < 0 };
    }
    const p = object.ptr(Int, w);
    return .{ .limbs = p.limbs()[0..@intCast(@abs(p.len))], .negative = p.len < 0 };
}

/// A big object with `n` limbs of undefined contents; complete it with `finish`. Null: not enough memory.
pub fn tryRaw(n: usize) ?*Int {
    if (n > 1 << 40) return null;
    const p = alloc.tryObject(Int, .int, n * 8) orelse return null;
    p.len = @intCast(n);
    return p;
}
pub fn raw(n: usize) *Int {
    return tryRaw(n) orelse alloc.outOfMemory();
}

/// Normalises a raw object: a small value frees it.
pub fn finish(p: *Int, negative: bool) Word {
    const have: usize = @intCast(@abs(p.len));
    const limbs = mag.norm(p.limbs()[0..have]);
    if (limbs.len == 0) {
        alloc.free(p);
        return object.makeSmall(0);
    }
    if (limbs.len == 1) {
        if (smallFrom(limbs[0], negative)) |w| {
            alloc.free(p);
            return w;
        }
    }
    const n: i64 = @intCast(limbs.len);
    p.len = if (negative) -n else n;
    if (have > limbs.len + 8) {
        const moved: *Int = @ptrCast(@alignCast(alloc.resize(p, @sizeOf(Int) + limbs.len * 8)));
        return object.word(moved);
    }
    return object.word(p);
}

inline fn smallFrom(m: u64, negative: bool) ?Word {
    if (m < 1 << 62) {
        const v: i64 = @intCast(m);
        return object.makeSmall(if (negative) -v else v);
    }
    if (negative and m == 1 << 62) return object.makeSmall(-(1 << 62));
    return null;
}

/// An int of sign and magnitude (copied).
pub fn fromLimbs(limbs_: mag.Limbs, negative: bool) Word {
    const limbs = mag.norm(limbs_);
    if (limbs.len == 0) return object.makeSmall(0);
    if (limbs.len == 1) {
        if (smallFrom(limbs[0], negative)) |w| return w;
    }
    const p = raw(limbs.len);
    @memcpy(p.limbs()[0..limbs.len], limbs);
    if (negative) p.len = -p.len;
    return object.word(p);
}

pub inline fn fromI64(v: i64) Word {
    if (object.fitsSmall(v)) return object.makeSmall(v);
    return fromLimbs(&.{@abs(v)}, v < 0);
}
pub fn fromU64(v: u64) Word {
    return fromLimbs(&.{v}, false);
}
pub fn fromI128(v: i128) Word {
    const m = @abs(v);
    return fromLimbs(&.{ @truncate(m), @truncate(m >> 64) }, v < 0);
}

/// The int part of a float; raises ValueError for NaN and OverflowError for infinities.
pub fn fromF64(v: f64) Word {
    if (std.math.isNan(v)) return err.raise(.ValueError, "cannot convert float NaN to integer", .{});
    if (std.math.isInf(v)) return err.raise(.OverflowError, "cannot convert float infinity to integer", .{});
    return fromFinite(v);
}

/// The int part of a finite float.
pub fn fromFinite(v: f64) Word {
    if (@abs(v) < 0x1p62) return object.makeSmall(@intFromFloat(v));
    const b: u64 = @bitCast(v);
    const m = (b & ((1 << 52) - 1)) | 1 << 52;
    const shift: usize = @intCast(@as(i64, @intCast(b >> 52 & 0x7ff)) - 1075);
    var limbs: [18]u64 = @splat(0);
    limbs[shift / 64] = m << @intCast(shift % 64);
    if (shift % 64 != 0) limbs[shift / 64 + 1] = m >> @intCast(64 - shift % 64);
    return fromLimbs(&limbs, v < 0);
}

/// The value if it fits.
pub inline fn toI64(w: Word) ?i64 {
    if (object.isSmall(w)) return object.smallValue(w);
    return bigToI64(w);
}
fn bigToI64(w: Word) ?i64 {
    const p = object.ptr(Int, w);
    if (p.len == 1 and p.limbs()[0] <= std.math.maxInt(i64)) return @intCast(p.limbs()[0]);
    if (p.len == -1 and p.limbs()[0] <= 1 << 63) return @bitCast(0 -% p.limbs()[0]);
    return null;
}

/// The value if it is not negative and fits.
pub fn toU64(w: Word) ?u64 {
    var buf: [1]u64 = undefined;
    const v = view(w, &buf);
    if (v.limbs.len == 0) return 0;
    return if (v.negative or v.limbs.len > 1) null else v.limbs[0];
}

/// −1, 0 or 1.
pub fn sign(w: Word) i32 {
    if (object.isSmall(w)) return @intCast(std.math.sign(object.smallValue(w)));
    return if (object.ptr(Int, w).len < 0) -1 else 1;
}

/// The nearest float (ties to even); null if it is too large.
pub fn toF64(w: Word) ?f64 {
    if (object.isSmall(w)) return @floatFromInt(object.smallValue(w));
    const p = object.ptr(Int, w);
    const limbs = p.limbs()[0..@intCast(@abs(p.len))];
    const n = mag.bitLength(limbs);
    if (n > 1024) return null;
    const drop = n -| 64;
    const v = rounding.compose(mag.bitsAt(limbs, drop), mag.anyBitBelow(limbs, drop), @intCast(drop)) orelse return null;
    return if (p.len < 0) -v else v;
}

/// As `toF64`; null: raised OverflowError.
pub fn toF64OrRaise(w: Word) ?f64 {
    return toF64(w) orelse {
        _ = err.raise(.OverflowError, "int too large to convert to float", .{});
        return null;
    };
}

/// The int of an int, bool or instance of a subclass, borrowed: a word that all functions here read (`own` makes it exact); 0 for
/// anything else.
pub inline fn valueOf(w: Word) Word {
    if (object.isSmall(w)) return w;
    if (object.header(w).shape == @intFromEnum(object.ShapeId.int)) return w;
    return valueOfOther(w);
}
noinline fn valueOfOther(w: Word) Word {
    if (object.header(w).shape == @intFromEnum(object.ShapeId.bool_)) {
        return object.makeSmall(@intCast(object.ptr(object.Bool, w).value));
    }
    if (!types.typeOf(w).flags.int_subclass) return 0;
    const p = object.ptr(Int, w);
    if (p.len == 0) return object.makeSmall(0);
    // A small value stands in one limb there; a big one has the layout of an int.
    if (p.len == 1 or p.len == -1) return smallFrom(p.limbs()[0], p.len < 0) orelse w;
    return w;
}

/// An exact int that the caller owns: the word itself, or a copy if it is a big instance of a subclass.
pub fn own(w: Word) Word {
    if (object.isSmall(w)) return w;
    if (object.header(w).shape == @intFromEnum(object.ShapeId.int)) return rc.retain(w);
    const p = object.ptr(Int, w);
    return fromLimbs(p.limbs()[0..@intCast(@abs(p.len))], p.len < 0);
}

/// Is it an int (bool and subclasses included)?
pub inline fn isInt(w: Word) bool {
    return object.isSmall(w) or types.typeOf(w).flags.int_subclass or object.isExact(w, .int) or object.isExact(w, .bool_);
}

/// `operator.index(w)` as an exact int, owned; raises TypeError.
pub fn asIndex(w: Word) Word {
    const v = valueOf(w);
    if (v != 0) return own(v);
    const slot = types.typeOf(w).slots.index orelse
        return err.raise(.TypeError, "'{t}' object cannot be interpreted as an integer", .{w});
    const r = slot(w);
    if (r == 0) return 0;
    const e = valueOf(r);
    if (e == 0) {
        _ = err.raise(.TypeError, "__index__ returned non-int (type {t})", .{r});
        rc.release(r);
        return 0;
    }
    if (e == r and object.isExact(r, .int)) return r;
    const result = own(e);
    rc.release(r);
    return result;
}

/// Has it `__index__`?
pub fn hasIndex(w: Word) bool {
    return valueOf(w) != 0 or types.typeOf(w).slots.index != null;
}

/// `w` as a machine int; OverflowError (`kind` and text of the caller's context) if it does not fit. Null: raised.
pub fn toSsize(w: Word) ?i64 {
    if (object.isSmall(w)) return object.smallValue(w);
    const v = asIndex(w);
    if (v == 0) return null;
    defer rc.release(v);
    return toI64(v) orelse {
        _ = err.raise(.OverflowError, "Python int too large to convert to C ssize_t", .{});
        return null;
    };
}

/// An argument that CPython takes as a C int; null: raised.
pub fn toCInt(w: Word) ?i32 {
    const v = asIndex(w);
    if (v == 0) return null;
    defer rc.release(v);
    return std.math.cast(i32, toI64(v) orelse std.math.maxInt(i64)) orelse {
        _ = err.raise(.OverflowError, "Python int too large to convert to C int", .{});
        return null;
    };
}

/// As `toSsize` for an index into a sequence: IndexError if it does not fit.
pub fn toItemIndex(w: Word) ?i64 {
    if (object.isSmall(w)) return object.smallValue(w);
    const v = asIndex(w);
    if (v == 0) return null;
    defer rc.release(v);
    return toI64(v) orelse {
        _ = err.raise(.IndexError, "cannot fit '{t}' into an index-sized integer", .{w});
        return null;
    };
}

/// As `toSsize`, but values that do not fit are clipped (bounds of slices). Null: raised.
pub fn toClipped(w: Word) ?i64 {
    if (object.isSmall(w)) return object.smallValue(w);
    const v = asIndex(w);
    if (v == 0) return null;
    defer rc.release(v);
    return toI64(v) orelse if (sign(v) < 0) std.math.minInt(i64) else std.math.maxInt(i64);
}

pub inline fn add(a: Word, b: Word) Word {
    if (a & b & 1 != 0) {
        const s = @addWithOverflow(@as(i64, @bitCast(a)), @as(i64, @bitCast(b - 1)));
        if (s[1] == 0) return @bitCast(s[0]);
    }
    return addSlow(a, b, false);
}

pub inline fn sub(a: Word, b: Word) Word {
    if (a & b & 1 != 0) {
        const s = @subWithOverflow(@as(i64, @bitCast(a)), @as(i64, @bitCast(b - 1)));
        if (s[1] == 0) return @bitCast(s[0]);
    }
    return addSlow(a, b, true);
}

noinline fn addSlow(a: Word, b: Word, negate: bool) Word {
    var buf_a: [1]u64 = undefined;
    var buf_b: [1]u64 = undefined;
    const x = view(a, &buf_a);
    const y = view(b, &buf_b);
    return addViews(x, .{ .limbs = y.limbs, .negative = y.negative != negate });
}

/// Sum of two signed magnitudes.
pub fn addViews(x: View, y: View) Word {
    if (x.negative == y.negative) {
        const long = if (x.limbs.len >= y.limbs.len) x.limbs else y.limbs;
        const short = if (x.limbs.len >= y.limbs.len) y.limbs else x.limbs;
        const p = raw(long.len + 1);
        mag.add(p.limbs()[0 .. long.len + 1], long, short);
        return finish(p, x.negative);
    }
    return switch (mag.cmp(x.limbs, y.limbs)) {
        .eq => object.makeSmall(0),
        .gt => difference(x.limbs, y.limbs, x.negative),
        .lt => difference(y.limbs, x.limbs, y.negative),
    };
}

fn difference(long: mag.Limbs, short: mag.Limbs, negative: bool) Word {
    const p = raw(long.len);
    mag.sub(p.limbs()[0..long.len], long, short);
    return finish(p, negative);
}

pub inline fn mul(a: Word, b: Word) Word {
    if (a & b & 1 != 0) {
        // (2x) · y = 2xy, so an overflow of the product is an overflow of the tagged value.
        const s = @mulWithOverflow(@as(i64, @bitCast(a - 1)), object.smallValue(b));
        if (s[1] == 0) return @bitCast(s[0] | 1);
    }
    return mulSlow(a, b);
}

noinline fn mulSlow(a: Word, b: Word) Word {
    if (a & b & 1 != 0) return fromI128(@as(i128, object.smallValue(a)) * object.smallValue(b));
    var buf_a: [1]u64 = undefined;
    var buf_b: [1]u64 = undefined;
    const x = view(a, &buf_a);
    const y = view(b, &buf_b);
    if (x.limbs.len == 0 or y.limbs.len == 0) return object.makeSmall(0);
    const n = x.limbs.len + y.limbs.len;
    const p = raw(n);
    mag.mul(p.limbs()[0..n], x.limbs, y.limbs);
    return finish(p, x.negative != y.negative);
}

pub fn neg(a: Word) Word {
    return sub(object.makeSmall(0), a);
}

pub fn abs(a: Word) Word {
    return if (sign(a) < 0) neg(a) else own(a);
}

/// Quotient and remainder, rounded to minus infinity; both owned. The divisor is not zero.
pub fn divModBig(a: Word, b: Word) struct { q: Word, r: Word } {
    var buf_a: [1]u64 = undefined;
    var buf_b: [1]u64 = undefined;
    const x = view(a, &buf_a);
    const y = view(b, &buf_b);
    var q: Word = undefined;
    var r: Word = undefined;
    if (mag.cmp(x.limbs, y.limbs) == .lt) {
        q = object.makeSmall(0);
        r = own(a);
    } else {
        const qp = raw(x.limbs.len - y.limbs.len + 1);
        const rp = raw(y.limbs.len);
        mag.divMod(qp.limbs()[0..@intCast(qp.len)], rp.limbs()[0..y.limbs.len], x.limbs, y.limbs);
        q = finish(qp, x.negative != y.negative);
        r = finish(rp, x.negative);
    }
    // Truncated so far: a remainder of the other sign than the divisor moves by one divisor.
    if (r != object.makeSmall(0) and x.negative != y.negative) {
        const q2 = sub(q, object.makeSmall(1));
        const r2 = add(r, b);
        rc.release(q);
        rc.release(r);
        return .{ .q = q2, .r = r2 };
    }
    return .{ .q = q, .r = r };
}

pub fn floordiv(a: Word, b: Word) Word {
    if (b == object.makeSmall(0)) return err.raise(.ZeroDivisionError, "integer division or modulo by zero", .{});
    if (a & b & 1 != 0) return fromI64(@divFloor(object.smallValue(a), object.smallValue(b)));
    const d = divModBig(a, b);
    rc.release(d.r);
    return d.q;
}

pub fn mod(a: Word, b: Word) Word {
    if (b == object.makeSmall(0)) return err.raise(.ZeroDivisionError, "integer modulo by zero", .{});
    if (a & b & 1 != 0) return object.makeSmall(modI64(object.smallValue(a), object.smallValue(b)));
    const d = divModBig(a, b);
    rc.release(d.q);
    return d.r;
}

/// Modulo with the divisor's sign; `b` is not zero.
pub inline fn modI64(a: i64, b: i64) i64 {
    if (b == -1) return 0;
    const r = @rem(a, b);
    return if (r != 0 and (r ^ b) < 0) r + b else r;
}

/// Both results of `divmod(a, b)`, owned; null: raised.
pub fn divmod(a: Word, b: Word) ?struct { q: Word, r: Word } {
    if (b == object.makeSmall(0)) {
        _ = err.raise(.ZeroDivisionError, "integer division or modulo by zero", .{});
        return null;
    }
    if (a & b & 1 != 0) {
        const x = object.smallValue(a);
        const y = object.smallValue(b);
        return .{ .q = fromI64(@divFloor(x, y)), .r = object.makeSmall(modI64(x, y)) };
    }
    const d = divModBig(a, b);
    return .{ .q = d.q, .r = d.r };
}

const exact_float = 1 << 53;

/// `a / b`, correctly rounded; null: raised.
pub fn truediv(a: Word, b: Word) ?f64 {
    if (b == object.makeSmall(0)) {
        _ = err.raise(.ZeroDivisionError, "division by zero", .{});
        return null;
    }
    if (a & b & 1 != 0) {
        const x = object.smallValue(a);
        const y = object.smallValue(b);
        if (@abs(x) <= exact_float and @abs(y) <= exact_float) {
            return @as(f64, @floatFromInt(x)) / @as(f64, @floatFromInt(y));
        }
    }
    var buf_a: [1]u64 = undefined;
    var buf_b: [1]u64 = undefined;
    const x = view(a, &buf_a);
    const y = view(b, &buf_b);
    if (x.limbs.len == 0) return if (y.negative) -0.0 else 0.0;
    const v = divideMagnitudes(x.limbs, y.limbs) orelse {
        _ = err.raise(.OverflowError, "integer division result too large for a float", .{});
        return null;
    };
    return if (x.negative != y.negative) -v else v;
}

/// The nearest float of x / y; null: too large. A quotient of 65 or 66 bits plus a sticky bit decides the rounding.
fn divideMagnitudes(x: mag.Limbs, y: mag.Limbs) ?f64 {
    const nx: i64 = @intCast(mag.bitLength(x));
    const ny: i64 = @intCast(mag.bitLength(y));
    if (nx - ny > 1025) return null;
    if (nx - ny < -1080) return 0.0;
    // q = floor(x · 2^shift / y) has 64 or 65 bits.
    const shift = 64 - (nx - ny);
    const up: usize = @intCast(@max(shift, 0));
    const down: usize = @intCast(@max(-shift, 0));
    // Dividing by y·2^down is dividing by a shifted divisor.
    const a_len = x.len + up / 64 + 1;
    const b_len = y.len + down / 64 + 1;
    const scratch = alloc.array(u64, a_len + b_len + (a_len + 1) + b_len);
    defer alloc.free(scratch);
    const a = scratch[0..a_len];
    const b = scratch[a_len .. a_len + b_len];
    shiftInto(a, x, up);
    shiftInto(b, y, down);
    const an = mag.norm(a);
    const bn = mag.norm(b);
    const q = scratch[a_len + b_len ..][0 .. an.len - bn.len + 1];
    const r = scratch[a_len + b_len + a_len + 1 ..][0..bn.len];
    mag.divMod(q, r, an, bn);
    const qn = mag.norm(q);
    const drop = mag.bitLength(qn) -| 64;
    const sticky = mag.anyBitBelow(qn, drop) or mag.norm(r).len != 0;
    return rounding.compose(mag.bitsAt(qn, drop), sticky, @as(i64, @intCast(drop)) - shift);
}

/// r = a << n, with leading zeros.
pub fn shiftInto(r: []u64, a: mag.Limbs, n: usize) void {
    @memset(r, 0);
    const whole = n / 64;
    if (a.len == 0) return;
    const out = mag.shiftLeftSmall(r[whole .. whole + a.len], a, @intCast(n % 64));
    if (out != 0) r[whole + a.len] = out;
}

/// Order of two exact ints.
pub fn order(a: Word, b: Word) std.math.Order {
    if (a & b & 1 != 0) return std.math.order(@as(i64, @bitCast(a)), @as(i64, @bitCast(b)));
    var buf_a: [1]u64 = undefined;
    var buf_b: [1]u64 = undefined;
    const x = view(a, &buf_a);
    const y = view(b, &buf_b);
    if (x.negative != y.negative) return if (x.negative) .lt else .gt;
    const c = mag.cmp(x.limbs, y.limbs);
    return if (x.negative) c.invert() else c;
}

pub inline fn eql(a: Word, b: Word) bool {
    if (a == b) return true;
    if ((a | b) & 1 != 0) return false;
    return order(a, b) == .eq;
}

/// Exact order of an int and a finite or infinite float (not NaN).
pub fn orderF64(a: Word, v: f64) std.math.Order {
    if (std.math.isInf(v)) return if (v > 0) .lt else .gt;
    if (object.isSmall(a)) {
        const x = object.smallValue(a);
        if (@abs(x) <= exact_float) return std.math.order(@as(f64, @floatFromInt(x)), v);
    }
    const whole = @trunc(v);
    const b = fromFinite(whole);
    defer rc.release(b);
    const c = order(a, b);
    return if (c != .eq) c else std.math.order(whole, v);
}

/// `hash(w)` as CPython's.
pub fn hash(w: Word) i64 {
    if (object.isSmall(w)) return hashing.ofI64(object.smallValue(w));
    const p = object.ptr(Int, w);
    const limbs = p.limbs()[0..@intCast(@abs(p.len))];
    // 2^64 ≡ 8 modulo 2^61 − 1.
    var h: u64 = 0;
    var i = limbs.len;
    while (i > 0) {
        i -= 1;
        h = (hashing.mulMod(h, 8) + limbs[i] % hashing.modulus) % hashing.modulus;
    }
    const r: i64 = @intCast(h);
    return hashing.avoidMinusOne(if (p.len < 0) -r else r);
}
