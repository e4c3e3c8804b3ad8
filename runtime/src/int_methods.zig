//! The methods of `int` (and `bool`).
const std = @import("std");
const object = @import("object.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const args_ = @import("args.zig");
const str = @import("str.zig");
const int = @import("int.zig");
const bits = @import("int_bits.zig");
const tuple = @import("tuple.zig");
const bytes = @import("bytes.zig");
const bytes_like = @import("bytes_like.zig");
const format_number = @import("format_number.zig");
const call = @import("call.zig");
const ops = @import("ops.zig");
const types = @import("type.zig");
const int_type = @import("int_type.zig");
const s_ = @import("singletons.zig");
const Word = object.Word;

const zero = object.makeSmall(0);
const one = object.makeSmall(1);

pub const methods = .{
    .{ "conjugate", m_int_own, 0, 0 },
    .{ "bit_length", m_int_bit_length, 0, 0 },
    .{ "bit_count", m_int_bit_count, 0, 0 },
    .{ "to_bytes", m_int_to_bytes, 0, -1, .keywords },
    .{ "from_bytes", m_int_from_bytes, 0, -1, .class_method_keywords },
    .{ "as_integer_ratio", m_int_as_integer_ratio, 0, 0 },
    .{ "is_integer", m_int_is_integer, 0, 0 },
    .{ "real", m_int_own, 0, 0, .getset },
    .{ "imag", m_int_zero, 0, 0, .getset },
    .{ "numerator", m_int_own, 0, 0, .getset },
    .{ "denominator", m_int_one, 0, 0, .getset },
    .{ "__trunc__", m_int_own, 0, 0 },
    .{ "__floor__", m_int_own, 0, 0 },
    .{ "__ceil__", m_int_own, 0, 0 },
    .{ "__round__", m_int_round, 0, 1 },
    .{ "__format__", m_int_format, 1, 1 },
    .{ "__getnewargs__", m_int_getnewargs, 0, 0 },
    .{ "__sizeof__", m_int_sizeof, 0, 0 },
};

pub fn m_int_own(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return int.own(int.valueOf(self));
}
pub fn m_int_zero(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ self, args, nargs, kwnames };
    return zero;
}
pub fn m_int_one(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ self, args, nargs, kwnames };
    return one;
}
pub fn m_int_is_integer(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ self, args, nargs, kwnames };
    return s_.trueWord();
}
pub fn m_int_bit_length(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return object.makeSmall(@intCast(bits.bitLength(int.valueOf(self))));
}
pub fn m_int_bit_count(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return object.makeSmall(@intCast(bits.bitCount(int.valueOf(self))));
}
pub fn m_int_as_integer_ratio(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return tuple.fromOwned(&.{ int.own(int.valueOf(self)), one });
}
pub fn m_int_getnewargs(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return tuple.fromOwned(&.{int.own(int.valueOf(self))});
}
/// CPython's figure: 24 bytes and 4 for each 30-bit digit.
pub fn m_int_sizeof(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    const n = bits.bitLength(int.valueOf(self));
    return object.makeSmall(@intCast(24 + 4 * @max(1, (n + 29) / 30)));
}
pub fn m_int_format(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    const spec = str.of(args[0]) orelse
        return err.raise(.TypeError, "__format__() argument must be str, not {n}", .{args[0]});
    return format_number.formatInt(self, spec.slice());
}

/// `round(n, ndigits)`: half to even at a power of ten.
pub fn m_int_round(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = kwnames;
    const v = int.valueOf(self);
    if (nargs == 0 or s_.isNone(args[0])) return int.own(v);
    const digits = int.asIndex(args[0]);
    if (digits == 0) return 0;
    defer rc.release(digits);
    if (int.sign(digits) >= 0) return int.own(v);
    const places = int.neg(digits);
    defer rc.release(places);
    // Beyond the value's own digits the result is 0, whatever the power.
    if (int.order(places, object.makeSmall(@intCast(bits.bitLength(v) / 3 + 2))) == .gt) return zero;
    const scale = int.pow(object.makeSmall(10), places);
    if (scale == 0) return 0;
    defer rc.release(scale);
    const d = int.divModBig(v, scale);
    defer rc.release(d.q);
    defer rc.release(d.r);
    const twice = int.add(d.r, d.r);
    defer rc.release(twice);
    const order = int.order(twice, scale);
    const odd = int.and_(d.q, one);
    const base = int.sub(v, d.r);
    if (order == .gt or (order == .eq and odd == one)) {
        defer rc.release(base);
        return int.add(base, scale);
    }
    return base;
}

/// "little" → true, "big" → false; null: raised.
fn isLittle(comptime name: []const u8, w: Word) ?bool {
    if (w == 0) return false;
    const s = str.of(w) orelse {
        _ = err.raise(.TypeError, name ++ "() argument 'byteorder' must be str, not {n}", .{w});
        return null;
    };
    if (std.mem.eql(u8, s.slice(), "little")) return true;
    if (std.mem.eql(u8, s.slice(), "big")) return false;
    _ = err.raise(.ValueError, "byteorder must be either 'little' or 'big'", .{});
    return null;
}

fn isSigned(w: Word) ?bool {
    if (w == 0) return false;
    const t = ops.truth(w);
    return if (t < 0) null else t != 0;
}

pub fn m_int_to_bytes(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var out: [3]Word = undefined;
    if (!args_.bind(.{ .name = "to_bytes", .params = &.{ "length", "byteorder", "signed" }, .positional = 2, .required = 0 }, args, nargs, kwnames, &out)) return 0;
    const length = if (out[0] == 0) 1 else int.toSsize(out[0]) orelse return 0;
    const little = isLittle("to_bytes", out[1]) orelse return 0;
    const signed = isSigned(out[2]) orelse return 0;
    if (length < 0) return err.raise(.ValueError, "length argument must be non-negative", .{});
    const v = int.valueOf(self);
    if (int.sign(v) < 0 and !signed) return err.raise(.OverflowError, "can't convert negative int to unsigned", .{});
    const b = bytes.tryRaw(@intCast(length)) orelse return err.raise(.MemoryError, "", .{});
    const data = b.slice();
    if (!bits.toBytes(v, data, signed)) {
        rc.release(object.word(b));
        return err.raise(.OverflowError, "int too big to convert", .{});
    }
    if (!little) std.mem.reverse(u8, data);
    return bytes.canonical(b);
}

pub fn m_int_from_bytes(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var out: [3]Word = undefined;
    if (!args_.bind(.{ .name = "from_bytes", .params = &.{ "bytes", "byteorder", "signed" }, .positional = 2, .required = 1 }, args, nargs, kwnames, &out)) return 0;
    const little = isLittle("from_bytes", out[1]) orelse return 0;
    const signed = isSigned(out[2]) orelse return 0;
    const b = bytes.ofValue(out[0]);
    if (b == 0) return 0;
    defer rc.release(b);
    const v = bits.fromBytes(bytes_like.view(b).?, little, signed);
    if (self == object.word(&int_type.int_type)) return v;
    defer rc.release(v);
    return call.call(self, &.{v});
}
