//! `binascii`: bytes as text and back: hexadecimal, base64, uu, quoted-printable; check sums.
const std = @import("std");
const object = @import("../object.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const ops = @import("../ops.zig");
const str = @import("../str.zig");
const args_ = @import("../args.zig");
const bytes_ = @import("../bytes.zig");
const bytes_like = @import("../bytes_like.zig");
const container = @import("../container.zig");
const native = @import("native.zig");
const Word = object.Word;

pub const name = "binascii";
pub const shadowable = true;
pub const doc = "Conversion between binary data and ASCII";
pub const functions = .{
    .{ "hexlify", hexlify, 0, -1, .keywords },
    .{ "b2a_hex", hexlify, 0, -1, .keywords },
    .{ "unhexlify", unhexlify, 1, 1 },
    .{ "a2b_hex", unhexlify, 1, 1 },
    .{ "b2a_base64", b2aBase64, 0, -1, .keywords },
    .{ "a2b_base64", a2bBase64, 0, -1, .keywords },
    .{ "b2a_uu", b2aUu, 0, -1, .keywords },
    .{ "a2b_uu", a2bUu, 1, 1 },
    .{ "b2a_qp", b2aQp, 0, -1, .keywords },
    .{ "a2b_qp", a2bQp, 0, -1, .keywords },
    .{ "crc32", crc32, 1, 2 },
    .{ "crc_hqx", crcHqx, 2, 2 },
};
var error_class: Word = 0;
pub fn setup(m: *native.Module) container.Raised!void {
    if (error_class == 0) error_class = native.newException("binascii", "Error", &.{object.word(err.typeOf(.ValueError))});
    if (error_class == 0) return error.Raised;
    native.define(m, "Error", error_class);
    const incomplete = native.newException("binascii", "Incomplete", &.{object.word(err.typeOf(.Exception))});
    if (incomplete == 0) return error.Raised;
    native.define(m, "Incomplete", incomplete);
}

/// The bytes of an argument that may also be ASCII text; null: raised.
fn asciiOf(w: Word) ?[]const u8 {
    if (str.of(w)) |s| {
        if (s.isAscii()) return s.slice();
        _ = err.raise(.ValueError, "string argument should contain only ASCII characters", .{});
        return null;
    }
    return bytes_like.view(w) orelse {
        _ = err.raise(.TypeError, "argument should be bytes, buffer or ASCII string, not '{t}'", .{w});
        return null;
    };
}

fn hexlify(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const sig: args_.Signature = .{ .name = "hexlify", .params = &.{ "data", "sep", "bytes_per_sep" }, .positional = 3, .required = 1 };
    var given: [3]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return 0;
    const data = bytes_like.require(given[0]) orelse return 0;
    if (given[1] == 0) {
        const out = bytes_.tryRaw(data.len * 2) orelse return err.noMemory();
        for (data, 0..) |c, i| {
            out.slice()[i * 2] = "0123456789abcdef"[c >> 4];
            out.slice()[i * 2 + 1] = "0123456789abcdef"[c & 15];
        }
        return object.word(out);
    }
    const h = bytes_.fromSlice(data);
    defer rc.release(h);
    const call = @import("../call.zig");
    const text = call.method(h, "hex", if (given[2] == 0) given[1..2] else given[1..3]);
    if (text == 0) return 0;
    defer rc.release(text);
    return bytes_.fromSlice(str.slice(text));
}
pub const uses = .{"hex"};
fn unhexlify(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const s = asciiOf(args[0]) orelse return 0;
    if (s.len % 2 != 0) return native.raise(error_class, "Odd-length string", .{});
    const out = bytes_.tryRaw(s.len / 2) orelse return err.noMemory();
    for (out.slice(), 0..) |*to, i| {
        const high = std.fmt.charToDigit(s[i * 2], 16) catch 99;
        const low = std.fmt.charToDigit(s[i * 2 + 1], 16) catch 99;
        if (high > 15 or low > 15) {
            rc.release(object.word(out));
            return native.raise(error_class, "Non-hexadecimal digit found", .{});
        }
        to.* = high << 4 | low;
    }
    return object.word(out);
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
fn b2aBase64(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const sig: args_.Signature = .{ .name = "b2a_base64", .params = &.{ "data", "newline" }, .positional = 1, .required = 1 };
    var given: [2]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return 0;
    const data = bytes_like.require(given[0]) orelse return 0;
    const newline = if (given[1] == 0) 1 else ops.truth(given[1]);
    if (newline < 0) return 0;
    const n = std.base64.standard.Encoder.calcSize(data.len);
    const out = bytes_.tryRaw(n + @as(usize, @intCast(newline))) orelse return err.noMemory();
    _ = std.base64.standard.Encoder.encode(out.slice()[0..n], data);
    if (newline == 1) out.slice()[n] = '\n';
    return object.word(out);
}
fn a2bBase64(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const sig: args_.Signature = .{ .name = "a2b_base64", .params = &.{ "data", "strict_mode" }, .positional = 1, .required = 1 };
    var given: [2]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return 0;
    const s = asciiOf(given[0]) orelse return 0;
    const strict = if (given[1] == 0) 0 else ops.truth(given[1]);
    if (strict < 0) return 0;
    return decodeBase64(s, strict == 1);
}
fn decodeBase64(s: []const u8, strict: bool) Word {
    var b: str.Builder = .init(s.len / 4 * 3 + 3);
    defer b.deinit();
    if (strict and s.len > 0 and s[0] == '=') return native.raise(error_class, "Leading padding not allowed", .{});
    var quad: u8 = 0;
    var left: u8 = 0;
    var pads: u32 = 0;
    var padding_started = false;
    for (s, 0..) |c, i| {
        if (c == '=') {
            padding_started = true;
            if (strict and quad == 0) return native.raise(error_class, "Excess padding not allowed", .{});
            pads += 1;
            if (quad >= 2 and quad + pads >= 4) {
                // A pad sequence means that nothing more follows.
                if (strict and i + 1 < s.len) return native.raise(error_class, "Excess data after padding", .{});
                return bytes_.fromSlice(b.slice());
            }
            continue;
        }
        const at = std.mem.indexOfScalar(u8, alphabet, c) orelse {
            if (strict) return native.raise(error_class, "Only base64 data is allowed", .{});
            continue;
        };
        if (strict and padding_started) return native.raise(error_class, "Discontinuous padding not allowed", .{});
        pads = 0;
        const v: u8 = @intCast(at);
        switch (quad) {
            0 => left = v,
            1 => {
                b.appendByte(left << 2 | v >> 4);
                left = v & 15;
            },
            2 => {
                b.appendByte(left << 4 | v >> 2);
                left = v & 3;
            },
            else => b.appendByte(left << 6 | v),
        }
        quad = (quad + 1) & 3;
    }
    if (quad == 1) {
        return native.raise(error_class, "Invalid base64-encoded string: number of data characters ({d}) cannot be 1 more than a multiple of 4", .{
            b.len / 3 * 4 + 1,
        });
    }
    if (quad != 0) return native.raise(error_class, "Incorrect padding", .{});
    return bytes_.fromSlice(b.slice());
}

fn b2aUu(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const sig: args_.Signature = .{ .name = "b2a_uu", .params = &.{ "data", "backtick" }, .positional = 1, .required = 1 };
    var given: [2]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return 0;
    const data = bytes_like.require(given[0]) orelse return 0;
    const backtick = if (given[1] == 0) 0 else ops.truth(given[1]);
    if (backtick < 0) return 0;
    if (data.len > 45) return native.raise(error_class, "At most 45 bytes at once", .{});
    const zero: u8 = if (backtick == 1) '`' else ' ';
    var b: str.Builder = .{};
    defer b.deinit();
    b.appendByte(if (data.len == 0) zero else ' ' + @as(u8, @intCast(data.len)));
    var i: usize = 0;
    while (i < data.len) : (i += 3) {
        var v: u32 = 0;
        for (0..3) |k| v = v << 8 | (if (i + k < data.len) data[i + k] else 0);
        for ([_]u5{ 18, 12, 6, 0 }) |shift| {
            const six: u8 = @intCast(v >> shift & 63);
            b.appendByte(if (six == 0) zero else ' ' + six);
        }
    }
    b.appendByte('\n');
    return bytes_.fromSlice(b.slice());
}
fn a2bUu(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const s = asciiOf(args[0]) orelse return 0;
    var b: str.Builder = .{};
    defer b.deinit();
    if (s.len == 0) return bytes_.fromSlice("");
    const wanted: usize = (s[0] -% ' ') & 63;
    var at: usize = 1;
    var bits: u32 = 0;
    var have: u5 = 0;
    while (b.len < wanted) {
        const c = if (at < s.len) s[at] else '\n';
        var v: u32 = 0;
        if (c == '\n' or c == '\r') {
            // Spaces at the end may have been removed.
        } else {
            if (c < ' ' or c > ' ' + 64) return native.raise(error_class, "Illegal char", .{});
            v = (c - ' ') & 63;
            at += 1;
        }
        bits = (bits << 6 | v) & 0xffff;
        have += 6;
        if (have >= 8) {
            have -= 8;
            b.appendByte(@truncate(bits >> have));
        }
    }
    while (at < s.len) : (at += 1) {
        if (s[at] != ' ' and s[at] != ' ' + 64 and s[at] != '\n' and s[at] != '\r') return native.raise(error_class, "Trailing garbage", .{});
    }
    return bytes_.fromSlice(b.slice());
}

fn a2bQp(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const sig: args_.Signature = .{ .name = "a2b_qp", .params = &.{ "data", "header" }, .positional = 2, .required = 1 };
    var given: [2]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return 0;
    const s = asciiOf(given[0]) orelse return 0;
    const header = if (given[1] == 0) 0 else ops.truth(given[1]);
    if (header < 0) return 0;
    var b: str.Builder = .{};
    defer b.deinit();
    var i: usize = 0;
    while (i < s.len) {
        if (s[i] == '=') {
            i += 1;
            if (i >= s.len) break;
            if (s[i] == '\n' or s[i] == '\r') {
                // A line that goes on.
                if (s[i] != '\n') {
                    while (i < s.len and s[i] != '\n') i += 1;
                }
                if (i < s.len) i += 1;
            } else if (s[i] == '=') {
                b.appendByte('=');
                i += 1;
            } else if (i + 1 < s.len and std.ascii.isHex(s[i]) and std.ascii.isHex(s[i + 1])) {
                b.appendByte((std.fmt.charToDigit(s[i], 16) catch 0) << 4 | (std.fmt.charToDigit(s[i + 1], 16) catch 0));
                i += 2;
            } else b.appendByte('=');
        } else {
            b.appendByte(if (header == 1 and s[i] == '_') ' ' else s[i]);
            i += 1;
        }
    }
    return bytes_.fromSlice(b.slice());
}
fn b2aQp(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return err.raise(.NotImplementedError, "PA0209: binascii.b2a_qp is not supported", .{});
}

const crc_table = blk: {
    @setEvalBranchQuota(10_000);
    var table: [256]u32 = undefined;
    for (&table, 0..) |*to, i| {
        var c: u32 = i;
        for (0..8) |_| c = if (c & 1 != 0) 0xedb88320 ^ (c >> 1) else c >> 1;
        to.* = c;
    }
    break :blk table;
};
pub fn crcOf(data: []const u8, start: u32) u32 {
    var c = ~start;
    for (data) |b| c = crc_table[(c ^ b) & 255] ^ (c >> 8);
    return ~c;
}
pub fn crc32(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const data = bytes_like.require(args[0]) orelse return 0;
    var start: u32 = 0;
    if (nargs > 1) start = low32(args[1]) orelse return 0;
    return int.fromU64(crcOf(data, start));
}
/// The low 32 bits of an int; null: raised.
pub fn low32(w: Word) ?u32 {
    const index = int.asIndex(w);
    if (index == 0) return null;
    defer rc.release(index);
    const masked = int.and_(index, int.fromI64(0xffffffff));
    defer rc.release(masked);
    return @intCast(int.toI64(masked).?);
}
fn crcHqx(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const data = bytes_like.require(args[0]) orelse return 0;
    var crc: u32 = @truncate(@as(u64, @bitCast(int.toSsize(args[1]) orelse return 0)) & 0xffff);
    for (data) |b| {
        crc ^= @as(u32, b) << 8;
        for (0..8) |_| crc = if (crc & 0x8000 != 0) (crc << 1 ^ 0x1021) & 0xffff else crc << 1 & 0xffff;
    }
    return int.fromU64(crc);
}
