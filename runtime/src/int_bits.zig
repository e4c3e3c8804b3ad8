//! Bits of ints: shifts, and the logical operations on the infinite two's complement of CPython.
const std = @import("std");
const object = @import("object.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const mag = @import("mag.zig");
const int = @import("int.zig");
const Word = object.Word;

const zero = object.makeSmall(0);

fn negativeCount() Word {
    return err.raise(.ValueError, "negative shift count", .{});
}

/// `a << b`.
pub fn lshift(a: Word, b: Word) Word {
    if (int.sign(b) < 0) return negativeCount();
    if (a == zero) return zero;
    const n = int.toI64(b) orelse {
        // Up to 2^61 digits of 30 bits CPython tries to get the memory.
        if ((int.toF64(b) orelse std.math.inf(f64)) < 30.0 * (1 << 61)) return err.raise(.MemoryError, "", .{});
        return err.raise(.OverflowError, "too many digits in integer", .{});
    };
    if (object.isSmall(a) and n < 62) {
        const v = object.smallValue(a);
        const shifted = v << @intCast(n);
        if (shifted >> @intCast(n) == v and object.fitsSmall(shifted)) return object.makeSmall(shifted);
    }
    var buf: [1]u64 = undefined;
    const x = int.view(a, &buf);
    if (n > 1 << 46) return err.raise(.MemoryError, "", .{});
    const count: usize = @intCast(n);
    const size = x.limbs.len + count / 64 + 1;
    const p = int.tryRaw(size) orelse return err.raise(.MemoryError, "", .{});
    int.shiftInto(p.limbs()[0..size], x.limbs, count);
    return int.finish(p, x.negative);
}

/// `a >> b`, rounding to minus infinity.
pub fn rshift(a: Word, b: Word) Word {
    if (int.sign(b) < 0) return negativeCount();
    const all: Word = if (int.sign(a) < 0) object.makeSmall(-1) else zero;
    const n = int.toI64(b) orelse return all;
    if (object.isSmall(a)) return object.makeSmall(object.smallValue(a) >> @intCast(@min(n, 63)));
    var buf: [1]u64 = undefined;
    const x = int.view(a, &buf);
    const count: usize = @intCast(n);
    const whole = count / 64;
    if (whole >= x.limbs.len) return all;
    const lost = x.negative and mag.anyBitBelow(x.limbs, count);
    const size = x.limbs.len - whole;
    const p = int.raw(size + 1);
    const limbs = p.limbs()[0 .. size + 1];
    limbs[size] = 0;
    mag.shiftRightSmall(limbs[0..size], x.limbs[whole..], @intCast(count % 64));
    if (lost) _ = mag.addInto(limbs, &.{1});
    return int.finish(p, x.negative);
}

pub fn invert(a: Word) Word {
    if (object.isSmall(a)) return object.makeSmall(~object.smallValue(a));
    const n = int.neg(a);
    defer rc.release(n);
    return int.sub(n, object.makeSmall(1));
}

const Logic = enum { and_, or_, xor };

pub fn and_(a: Word, b: Word) Word {
    if (a & b & 1 != 0) return a & b;
    return logic(.and_, a, b);
}
pub fn or_(a: Word, b: Word) Word {
    if (a & b & 1 != 0) return a | b;
    return logic(.or_, a, b);
}
pub fn xor(a: Word, b: Word) Word {
    if (a & b & 1 != 0) return a ^ b | 1;
    return logic(.xor, a, b);
}

/// Reads limbs of the two's complement one after the other.
const Complement = struct {
    v: int.View,
    i: usize = 0,
    carry: u64 = 1,
    fn next(self: *Complement) u64 {
        const x = if (self.i < self.v.limbs.len) self.v.limbs[self.i] else 0;
        self.i += 1;
        if (!self.v.negative) return x;
        const s = @addWithOverflow(~x, self.carry);
        self.carry = s[1];
        return s[0];
    }
};

fn logic(op: Logic, a: Word, b: Word) Word {
    var buf_a: [1]u64 = undefined;
    var buf_b: [1]u64 = undefined;
    var x: Complement = .{ .v = int.view(a, &buf_a) };
    var y: Complement = .{ .v = int.view(b, &buf_b) };
    const n = @max(x.v.limbs.len, y.v.limbs.len) + 1;
    const negative = switch (op) {
        .and_ => x.v.negative and y.v.negative,
        .or_ => x.v.negative or y.v.negative,
        .xor => x.v.negative != y.v.negative,
    };
    const p = int.raw(n);
    var carry: u64 = 1;
    for (p.limbs()[0..n]) |*out| {
        const l = x.next();
        const r = y.next();
        const bits = switch (op) {
            .and_ => l & r,
            .or_ => l | r,
            .xor => l ^ r,
        };
        if (negative) {
            const s = @addWithOverflow(~bits, carry);
            carry = s[1];
            out.* = s[0];
        } else out.* = bits;
    }
    return int.finish(p, negative);
}

/// `int.bit_length()`.
pub fn bitLength(a: Word) usize {
    var buf: [1]u64 = undefined;
    return mag.bitLength(int.view(a, &buf).limbs);
}

/// `int.bit_count()`.
pub fn bitCount(a: Word) usize {
    var buf: [1]u64 = undefined;
    var n: usize = 0;
    for (int.view(a, &buf).limbs) |x| n += @popCount(x);
    return n;
}

/// Writes the two's complement into `out` (byte 0 is the lowest). False: it does not fit.
pub fn toBytes(a: Word, out: []u8, signed: bool) bool {
    var buf: [1]u64 = undefined;
    const v = int.view(a, &buf);
    const length = mag.bitLength(v.limbs);
    if (v.negative or signed) {
        // CPython lets −1 fit no bytes at all.
        if (out.len == 0 and a == object.makeSmall(-1)) return true;
        // −2^(8n−1) fits, 2^(8n−1) does not.
        var need = length + 1;
        if (v.negative and isPowerOfTwo(v.limbs)) need -= 1;
        if (v.limbs.len > 0 and need > out.len * 8) return false;
    } else if (length > out.len * 8) return false;
    var c: Complement = .{ .v = v };
    var limb: u64 = 0;
    for (out, 0..) |*byte, i| {
        if (i % 8 == 0) limb = c.next();
        byte.* = @truncate(limb >> @intCast(i % 8 * 8));
    }
    return true;
}

fn isPowerOfTwo(limbs: mag.Limbs) bool {
    for (limbs[0 .. limbs.len - 1]) |x| if (x != 0) return false;
    return @popCount(limbs[limbs.len - 1]) == 1;
}

/// The int of `n` bytes; `at(i)` of `bytes`, lowest first if `little`.
pub fn fromBytes(bytes: []const u8, little: bool, signed: bool) Word {
    const n = bytes.len / 8 + 1;
    const p = int.raw(n);
    const limbs = p.limbs()[0..n];
    const negative = signed and bytes.len > 0 and (if (little) bytes[bytes.len - 1] else bytes[0]) & 0x80 != 0;
    @memset(limbs, if (negative) std.math.maxInt(u64) else 0);
    for (0..bytes.len) |i| {
        const byte: u64 = if (little) bytes[i] else bytes[bytes.len - 1 - i];
        const shift: u6 = @intCast(i % 8 * 8);
        limbs[i / 8] = limbs[i / 8] & ~(@as(u64, 0xff) << shift) | byte << shift;
    }
    if (negative) {
        for (limbs) |*x| x.* = ~x.*;
        _ = mag.addInto(limbs, &.{1});
    }
    return int.finish(p, negative);
}
