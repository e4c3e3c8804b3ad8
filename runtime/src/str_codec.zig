//! Encodings: str to bytes and back, with CPython's error handlers.
//!
//! Invariant: errors are reported for the same ranges and with the same reasons as CPython; an encoding or handler that is
//! not here raises LookupError.
const std = @import("std");
const object = @import("object.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const call = @import("call.zig");
const index = @import("str_index.zig");
const repr = @import("str_repr.zig");
const bytes = @import("bytes.zig");
const Word = object.Word;
const Str = object.Str;

/// Tables of one byte a character have numbers from here.
pub const first_table = 64;

/// Encodings that `str_more_codecs.zig` has. `Encoding` numbers stand for encodings, 0 and 256 for what does not exist.
pub const More = extern struct {
    find: *const fn ([*]const u8, usize) callconv(.c) u16,
    byteOf: *const fn (u16, u32) callconv(.c) u32,
    pointOf: *const fn (u16, u8) callconv(.c) u32,
    encode: *const fn (u16, *Str) callconv(.c) Word,
    decode: *const fn (u16, [*]const u8, usize, [*]const u8, usize, Word) callconv(.c) Word,
};
/// Set by the functions that take the name of an encoding, and exported, so that nobody knows at compile time what it can be.
pub export var pyrt_more_encodings: ?*const More = null;
pub fn useMore() void {
    pyrt_more_encodings = &@import("str_more_codecs.zig").table;
}

pub const Encoding = enum(u16) {
    utf8,
    utf8_sig,
    ascii,
    latin1,
    utf16,
    utf16le,
    utf16be,
    utf32,
    utf32le,
    utf32be,
    unicode_escape,
    raw_unicode_escape,
    /// A table.
    _,

    fn name(self: Encoding) []const u8 {
        return switch (self) {
            .utf8, .utf8_sig => "utf-8",
            .ascii => "ascii",
            .latin1 => "latin-1",
            .utf16 => "utf-16",
            .utf16le => "utf-16-le",
            .utf16be => "utf-16-be",
            .utf32 => "utf-32",
            .utf32le => "utf-32-le",
            .utf32be => "utf-32-be",
            .unicode_escape => "unicodeescape",
            .raw_unicode_escape => "rawunicodeescape",
            _ => "charmap",
        };
    }
};

const names = .{
    .{ Encoding.utf8, .{ "utf-8", "utf8", "u8", "utf", "cp65001" } },
    .{ Encoding.utf8_sig, .{ "utf-8-sig", "utf8-sig" } },
    .{ Encoding.ascii, .{ "ascii", "us-ascii", "646", "ansi-x3.4-1968", "iso646-us" } },
    .{ Encoding.latin1, .{ "latin-1", "latin1", "iso-8859-1", "iso8859-1", "8859", "cp819", "l1", "latin" } },
    .{ Encoding.utf16, .{ "utf-16", "utf16", "u16" } },
    .{ Encoding.utf16le, .{ "utf-16-le", "utf-16le", "unicodelittleunmarked" } },
    .{ Encoding.utf16be, .{ "utf-16-be", "utf-16be", "unicodebigunmarked" } },
    .{ Encoding.utf32, .{ "utf-32", "utf32", "u32" } },
    .{ Encoding.utf32le, .{ "utf-32-le", "utf-32le" } },
    .{ Encoding.utf32be, .{ "utf-32-be", "utf-32be" } },
};

/// The encoding with this name; null: raised LookupError.
pub fn find(text: []const u8) ?Encoding {
    var buf: [32]u8 = undefined;
    if (text.len <= buf.len) {
        for (text, 0..) |c, i| buf[i] = if (c == '_' or c == ' ') '-' else std.ascii.toLower(c);
        const wanted = buf[0..text.len];
        inline for (names) |row| {
            inline for (row[1]) |n| if (std.mem.eql(u8, n, wanted)) return row[0];
        }
    }
    if (pyrt_more_encodings) |more| if (text.len <= buf.len) {
        for (text, 0..) |c, i| buf[i] = if (std.ascii.isAlphanumeric(c) or c == '.') std.ascii.toLower(c) else '_';
        const e = more.find(&buf, text.len);
        if (e != 0) return @enumFromInt(e);
    };
    _ = err.raise(.LookupError, "unknown encoding: {s}", .{text});
    return null;
}

const Handler = enum { strict, ignore, replace, backslash, xml, name, surrogate_escape, surrogate_pass };

/// The handler with this name; null: raised.
fn findHandler(text: []const u8) ?Handler {
    const rows = .{
        .{ "strict", Handler.strict },
        .{ "ignore", Handler.ignore },
        .{ "replace", Handler.replace },
        .{ "backslashreplace", Handler.backslash },
        .{ "xmlcharrefreplace", Handler.xml },
        .{ "namereplace", Handler.name },
        .{ "surrogateescape", Handler.surrogate_escape },
        .{ "surrogatepass", Handler.surrogate_pass },
    };
    inline for (rows) |row| if (std.mem.eql(u8, row[0], text)) return row[1];
    _ = err.raise(.LookupError, "unknown error handler name '{s}'", .{text});
    return null;
}

fn raiseRange(comptime kind: err.Kind, encoding: []const u8, source: Word, start: usize, end: usize, reason: []const u8) void {
    const name_ = str.fromSlice(encoding);
    const why = str.fromSlice(reason);
    defer rc.release(name_);
    defer rc.release(why);
    const class = object.word(err.typeOf(kind));
    const e = call.call(class, &.{ name_, source, object.makeSmall(@intCast(start)), object.makeSmall(@intCast(end)), why });
    if (e != 0) _ = err.raiseObject(e);
}

// Encoding

/// `s.encode(encoding, errors)`, owned bytes.
pub fn encode(s: *Str, encoding: []const u8, errors: []const u8) Word {
    const e = find(encoding) orelse return 0;
    const data = s.slice();
    switch (e) {
        .utf8, .utf8_sig => {
            if (s.isAscii() or !hasSurrogate(data)) {
                if (e == .utf8) return bytes.fromSlice(data);
                const out = bytes.tryRaw(data.len + 3) orelse return err.raise(.MemoryError, "", .{});
                @memcpy(out.slice()[0..3], "\xef\xbb\xbf");
                @memcpy(out.slice()[3..], data);
                return object.word(out);
            }
        },
        .ascii, .latin1 => if (s.isAscii()) return bytes.fromSlice(data),
        .unicode_escape, .raw_unicode_escape => return pyrt_more_encodings.?.encode(@intFromEnum(e), s),
        .utf16, .utf16le, .utf16be, .utf32, .utf32le, .utf32be, _ => {},
    }
    var b: bytes.Builder = .{};
    defer b.deinit();
    switch (e) {
        .utf8_sig => b.append("\xef\xbb\xbf"),
        .utf16 => b.append("\xff\xfe"),
        .utf32 => b.append("\xff\xfe\x00\x00"),
        else => {},
    }
    var i: usize = 0;
    while (i < data.len) {
        const c = str.decodeAt(data, i);
        if (put(&b, e, c)) {
            i += str.sequenceLength(data[i]);
            continue;
        }
        // A run of code points that cannot be encoded is reported at once.
        const start = i;
        while (i < data.len and !encodable(e, str.decodeAt(data, i))) {
            i += str.sequenceLength(data[i]);
            if (isWide(e)) break;
        }
        if (!handleEncode(&b, e, errors, s, start, i)) return 0;
    }
    return b.finish();
}

fn hasSurrogate(s: []const u8) bool {
    var from: usize = 0;
    while (std.mem.indexOfScalarPos(u8, s, from, 0xed)) |i| {
        if (s[i + 1] >= 0xa0) return true;
        from = i + 1;
    }
    return false;
}

inline fn isSurrogate(c: u21) bool {
    return c >= 0xd800 and c < 0xe000;
}

/// Units of more than a byte: CPython reports each code point by itself.
fn isWide(e: Encoding) bool {
    return switch (e) {
        .utf16, .utf16le, .utf16be, .utf32, .utf32le, .utf32be => true,
        .utf8, .utf8_sig, .ascii, .latin1, .unicode_escape, .raw_unicode_escape, _ => false,
    };
}

fn encodable(e: Encoding, c: u21) bool {
    return switch (e) {
        .ascii => c < 128,
        .latin1 => c < 256,
        .utf8, .utf8_sig, .utf16, .utf16le, .utf16be, .utf32, .utf32le, .utf32be => !isSurrogate(c),
        .unicode_escape, .raw_unicode_escape => true,
        _ => pyrt_more_encodings.?.byteOf(@intFromEnum(e), c) < 256,
    };
}

/// Appends the code point; false: it has no encoding.
fn put(b: *bytes.Builder, e: Encoding, c: u21) bool {
    if (!encodable(e, c)) return false;
    putUnchecked(b, e, c);
    return true;
}

fn putUnchecked(b: *bytes.Builder, e: Encoding, c: u21) void {
    var unit: [4]u8 = undefined;
    switch (e) {
        .ascii, .latin1 => b.appendByte(@truncate(c)),
        .utf8, .utf8_sig => b.append(unit[0..str.encodeCodepoint(c, &unit)]),
        .utf16, .utf16le, .utf16be => {
            const order: std.builtin.Endian = if (e == .utf16be) .big else .little;
            if (c < 0x10000) {
                std.mem.writeInt(u16, unit[0..2], @intCast(c), order);
                b.append(unit[0..2]);
            } else {
                std.mem.writeInt(u16, unit[0..2], @intCast(0xd800 + ((c - 0x10000) >> 10)), order);
                std.mem.writeInt(u16, unit[2..4], @intCast(0xdc00 + ((c - 0x10000) & 0x3ff)), order);
                b.append(&unit);
            }
        },
        .utf32, .utf32le, .utf32be => {
            std.mem.writeInt(u32, &unit, c, if (e == .utf32be) .big else .little);
            b.append(&unit);
        },
        .unicode_escape, .raw_unicode_escape => unreachable,
        _ => b.appendByte(@intCast(pyrt_more_encodings.?.byteOf(@intFromEnum(e), c))),
    }
}

/// Deals with the code points in bytes `start..end` that have no encoding; false: raised.
fn handleEncode(b: *bytes.Builder, e: Encoding, errors: []const u8, s: *Str, start: usize, end: usize) bool {
    const handler = findHandler(errors) orelse return false;
    const reason = switch (e) {
        .ascii => "ordinal not in range(128)",
        .latin1 => "ordinal not in range(256)",
        _ => "character maps to <undefined>",
        else => "surrogates not allowed",
    };
    var from = start;
    var it: str.Codepoints = .{ .s = s.slice()[start..end] };
    const restart = it;
    switch (handler) {
        .strict => {},
        .ignore => return true,
        .replace => {
            while (it.next()) |_| putUnchecked(b, e, '?');
            return true;
        },
        .name => {
            // Surrogates have no name; the names of characters are not part of the runtime.
            while (it.next()) |c| if (!isSurrogate(c)) {
                _ = err.raise(.NotImplementedError, "PA0209: the error handler namereplace is not supported: it needs the names of characters", .{});
                return false;
            };
            it = restart;
            var text: str.Builder = .{};
            defer text.deinit();
            while (it.next()) |c| repr.appendEscape(&text, c);
            for (text.slice()) |c| putUnchecked(b, e, c);
            return true;
        },
        .backslash, .xml => {
            var text: str.Builder = .{};
            defer text.deinit();
            while (it.next()) |c| {
                if (handler == .backslash) {
                    repr.appendEscape(&text, c);
                } else {
                    text.append("&#");
                    text.appendInt(c);
                    text.appendByte(';');
                }
            }
            for (text.slice()) |c| putUnchecked(b, e, c);
            return true;
        },
        .surrogate_escape => {
            // What can be escaped is; the error is about what follows.
            while (!isWide(e)) {
                const before = it.i;
                const c = it.next() orelse return true;
                if (c < 0xdc80 or c > 0xdcff) {
                    from = start + before;
                    break;
                }
                b.appendByte(@intCast(c - 0xdc00));
            }
        },
        .surrogate_pass => if (isWide(e) or e == .utf8 or e == .utf8_sig) {
            while (it.next()) |c| putUnchecked(b, e, c);
            return true;
        },
    }
    raiseRange(.UnicodeEncodeError, e.name(), object.word(s), index.position(s, from), index.position(s, end), reason);
    return false;
}

// Decoding

/// `data.decode(encoding, errors)`, owned text; `source` is the bytes object for the exception.
pub fn decode(data: []const u8, encoding: []const u8, errors: []const u8, source: Word) Word {
    // Nothing to decode: the names are not looked at.
    if (data.len == 0) return str.empty();
    const e = find(encoding) orelse return 0;
    switch (e) {
        .utf8, .utf8_sig => {
            const text = if (e == .utf8_sig and std.mem.startsWith(u8, data, "\xef\xbb\xbf")) data[3..] else data;
            if (isValid(text)) return str.fromSlice(text);
            return decodeUtf8(text, errors, source);
        },
        .ascii => {
            if (isAscii(data)) return str.fromAscii(data);
            return decodeAscii(data, errors, source);
        },
        .latin1 => {
            if (isAscii(data)) return str.fromAscii(data);
            var b = str.Builder.init(data.len * 2);
            for (data) |c| b.appendCodepoint(c);
            return b.finish();
        },
        .utf16, .utf16le, .utf16be => return decodeWide(2, e, data, errors, source),
        .utf32, .utf32le, .utf32be => return decodeWide(4, e, data, errors, source),
        .unicode_escape, .raw_unicode_escape => return pyrt_more_encodings.?.decode(@intFromEnum(e), data.ptr, data.len, errors.ptr, errors.len, source),
        _ => return decodeTable(e, data, errors, source),
    }
}

pub fn isAscii(s: []const u8) bool {
    var i: usize = 0;
    while (i + 8 <= s.len) : (i += 8) {
        if (std.mem.readInt(u64, s[i..][0..8], .little) & 0x8080_8080_8080_8080 != 0) return false;
    }
    while (i < s.len) : (i += 1) if (s[i] >= 128) return false;
    return true;
}

const Step = union(enum) { ok: usize, bad: struct { len: usize, reason: []const u8 } };

/// Looks at the sequence that starts at `i`.
fn utf8Step(s: []const u8, i: usize) Step {
    const b = s[i];
    if (b < 0x80) return .{ .ok = 1 };
    const n: usize = switch (b) {
        0xc2...0xdf => 2,
        0xe0...0xef => 3,
        0xf0...0xf4 => 4,
        else => return .{ .bad = .{ .len = 1, .reason = "invalid start byte" } },
    };
    for (1..n) |k| {
        if (i + k >= s.len) return .{ .bad = .{ .len = k, .reason = "unexpected end of data" } };
        const c = s[i + k];
        const low: u8 = if (k > 1) 0x80 else switch (b) {
            0xe0 => 0xa0,
            0xf0 => 0x90,
            else => 0x80,
        };
        const high: u8 = if (k > 1) 0xbf else switch (b) {
            0xed => 0x9f,
            0xf4 => 0x8f,
            else => 0xbf,
        };
        if (c < low or c > high) return .{ .bad = .{ .len = k, .reason = "invalid continuation byte" } };
    }
    return .{ .ok = n };
}

/// Valid UTF-8 without surrogates.
pub fn isValid(s: []const u8) bool {
    var i: usize = 0;
    while (i < s.len) {
        if (i + 8 <= s.len and std.mem.readInt(u64, s[i..][0..8], .little) & 0x8080_8080_8080_8080 == 0) {
            i += 8;
            continue;
        }
        switch (utf8Step(s, i)) {
            .ok => |n| i += n,
            .bad => return false,
        }
    }
    return true;
}

fn decodeUtf8(s: []const u8, errors: []const u8, source: Word) Word {
    var b = str.Builder.init(s.len);
    var i: usize = 0;
    while (i < s.len) {
        switch (utf8Step(s, i)) {
            .ok => |n| {
                b.append(s[i .. i + n]);
                i += n;
            },
            .bad => |bad| i = handleDecode(&b, errors, .utf8, s, i, i + bad.len, bad.reason, source) orelse return 0,
        }
    }
    return b.finish();
}

fn decodeAscii(s: []const u8, errors: []const u8, source: Word) Word {
    var b = str.Builder.init(s.len);
    var i: usize = 0;
    while (i < s.len) {
        if (s[i] < 128) {
            b.appendByte(s[i]);
            i += 1;
        } else i = handleDecode(&b, errors, .ascii, s, i, i + 1, "ordinal not in range(128)", source) orelse return 0;
    }
    return b.finish();
}

fn decodeTable(e: Encoding, s: []const u8, errors: []const u8, source: Word) Word {
    var points: [256]u32 = undefined;
    for (&points, 0..) |*to, i| to.* = pyrt_more_encodings.?.pointOf(@intFromEnum(e), @intCast(i));
    var b = str.Builder.init(s.len);
    var i: usize = 0;
    while (i < s.len) {
        if (points[s[i]] != 0xffff) {
            b.appendCodepoint(@intCast(points[s[i]]));
            i += 1;
        } else i = handleDecode(&b, errors, e, s, i, i + 1, "character maps to <undefined>", source) orelse return 0;
    }
    return b.finish();
}

/// The surrogate that stands at `start`, for the handler that lets surrogates pass.
fn surrogateAt(e: Encoding, s: []const u8, start: usize) ?struct { c: u21, len: usize } {
    const p = s[start..];
    const len: usize = switch (e) {
        .utf8, .utf8_sig => 3,
        .utf16, .utf16le, .utf16be => 2,
        .utf32, .utf32le, .utf32be => 4,
        .ascii, .latin1, .unicode_escape, .raw_unicode_escape, _ => return null,
    };
    if (p.len < len) return null;
    const order: std.builtin.Endian = if (e == .utf16be or e == .utf32be) .big else .little;
    const c: u32 = switch (len) {
        2 => std.mem.readInt(u16, p[0..2], order),
        4 => std.mem.readInt(u32, p[0..4], order),
        else => if (p[0] & 0xf0 == 0xe0 and p[1] & 0xc0 == 0x80 and p[2] & 0xc0 == 0x80)
            @as(u32, p[0] & 0x0f) << 12 | @as(u32, p[1] & 0x3f) << 6 | (p[2] & 0x3f)
        else
            0,
    };
    return if (c >= 0xd800 and c < 0xe000) .{ .c = @intCast(c), .len = len } else null;
}

/// Deals with the undecodable bytes `start..end`; where decoding goes on, null: raised (the builder is dropped). The
/// handler is looked up here, so that an unknown one is no error where nothing is to be handled.
pub fn handleDecode(b: *str.Builder, errors: []const u8, e: Encoding, s: []const u8, start: usize, end: usize, reason: []const u8, source: Word) ?usize {
    const handler = findHandler(errors) orelse {
        b.deinit();
        return null;
    };
    switch (handler) {
        .ignore => return end,
        .replace => {
            b.appendCodepoint(0xfffd);
            return end;
        },
        .backslash => {
            for (s[start..end]) |c| repr.appendEscape(b, c);
            return end;
        },
        .surrogate_escape => {
            var i = start;
            while (i < end and i < start + 4 and s[i] >= 128) : (i += 1) b.appendCodepoint(0xdc00 + @as(u21, s[i]));
            if (i > start) return i;
        },
        .surrogate_pass => if (surrogateAt(e, s, start)) |found| {
            b.appendCodepoint(found.c);
            return start + found.len;
        },
        .strict, .xml, .name => {},
    }
    if (handler == .xml or handler == .name) {
        _ = err.raise(.TypeError, "don't know how to handle UnicodeDecodeError in error callback", .{});
    } else raiseRange(.UnicodeDecodeError, e.name(), source, start, end, reason);
    b.deinit();
    return null;
}

fn decodeWide(comptime width: usize, e: Encoding, data: []const u8, errors: []const u8, source: Word) Word {
    var order: std.builtin.Endian = if (e == .utf16be or e == .utf32be) .big else .little;
    var i: usize = 0;
    if ((e == .utf16 or e == .utf32) and data.len >= width) {
        const T = if (width == 2) u16 else u32;
        if (std.mem.readInt(T, data[0..width], .little) == 0xfeff) {
            i = width;
        } else if (std.mem.readInt(T, data[0..width], .big) == 0xfeff) {
            order = .big;
            i = width;
        }
    }
    const found: Encoding = if (width == 2)
        (if (order == .big) .utf16be else .utf16le)
    else
        (if (order == .big) .utf32be else .utf32le);
    var b = str.Builder.init(data.len);
    while (i < data.len) {
        if (i + width > data.len) {
            i = handleDecode(&b, errors, found, data, i, data.len, "truncated data", source) orelse return 0;
            continue;
        }
        if (width == 4) {
            const c = std.mem.readInt(u32, data[i..][0..4], order);
            if (c > 0x10ffff or (c >= 0xd800 and c < 0xe000)) {
                const reason = if (c > 0x10ffff) "code point not in range(0x110000)" else "code point in surrogate code point range(0xd800, 0xe000)";
                i = handleDecode(&b, errors, found, data, i, i + 4, reason, source) orelse return 0;
                continue;
            }
            b.appendCodepoint(@intCast(c));
            i += 4;
            continue;
        }
        const c = std.mem.readInt(u16, data[i..][0..2], order);
        if (c < 0xd800 or c >= 0xe000) {
            b.appendCodepoint(c);
            i += 2;
            continue;
        }
        var bad: usize = 2;
        var reason: []const u8 = "illegal encoding";
        if (c < 0xdc00) {
            if (i + 4 > data.len) {
                bad = data.len - i;
                reason = "unexpected end of data";
            } else {
                const d = std.mem.readInt(u16, data[i + 2 ..][0..2], order);
                if (d >= 0xdc00 and d < 0xe000) {
                    b.appendCodepoint(0x10000 + (@as(u21, c - 0xd800) << 10 | (d - 0xdc00)));
                    i += 4;
                    continue;
                }
                reason = "illegal UTF-16 surrogate";
            }
        }
        i = handleDecode(&b, errors, found, data, i, i + bad, reason, source) orelse return 0;
    }
    return b.finish();
}
