//! Encodings beside those of `str_codec.zig`: tables of one byte a character (`charmaps.gen.bin`), `unicode_escape`, `raw_unicode_escape`.
//!
//! Invariant: reached through `str_codec.pyrt_more_encodings` alone, which what encodes and decodes by name sets: programs that do
//! neither have none of this.
const std = @import("std");
const object = @import("object.zig");
const str = @import("str.zig");
const bytes = @import("bytes.zig");
const repr = @import("str_repr.zig");
const codec = @import("str_codec.zig");
const Word = object.Word;

pub const table: codec.More = .{ .find = find, .byteOf = byteOf, .pointOf = pointOf, .encode = encode, .decode = decode };

const data = @embedFile("charmaps.gen.bin");

/// The points of the table with this number.
fn pointsAt(index: usize) []const u8 {
    var at: usize = 0;
    for (0..index) |_| at = std.mem.indexOfScalarPos(u8, data, at, 0).? + 1 + 512;
    return data[std.mem.indexOfScalarPos(u8, data, at, 0).? + 1 ..][0..512];
}

/// The encoding with this name, in lower case with underscores for all signs; 0: none.
fn find(name: [*]const u8, len: usize) callconv(.c) u16 {
    const wanted = name[0..len];
    inline for (.{
        .{ "unicode_escape", codec.Encoding.unicode_escape },         .{ "unicodeescape", codec.Encoding.unicode_escape },
        .{ "raw_unicode_escape", codec.Encoding.raw_unicode_escape }, .{ "rawunicodeescape", codec.Encoding.raw_unicode_escape },
    }) |row| if (std.mem.eql(u8, wanted, row[0])) return @intFromEnum(row[1]);
    var at: usize = 0;
    var index: u16 = 0;
    while (at < data.len) : (index += 1) {
        const end = std.mem.indexOfScalarPos(u8, data, at, 0).?;
        var names = std.mem.splitScalar(u8, data[at..end], ' ');
        while (names.next()) |known| if (std.mem.eql(u8, known, wanted)) return codec.first_table + index;
        at = end + 1 + 512;
    }
    return 0;
}
fn pointOf(e: u16, byte: u8) callconv(.c) u32 {
    return std.mem.readInt(u16, pointsAt(e - codec.first_table)[@as(usize, byte) * 2 ..][0..2], .little);
}
/// The byte of a character; 256: it has none. Bytes below 128 are tried first at their own place.
fn byteOf(e: u16, c: u32) callconv(.c) u32 {
    const points = pointsAt(e - codec.first_table);
    if (c < 128 and std.mem.readInt(u16, points[c * 2 ..][0..2], .little) == c) return c;
    for (0..256) |i| if (std.mem.readInt(u16, points[i * 2 ..][0..2], .little) == c and c != 0xffff) return @intCast(i);
    return 256;
}

/// A text as escapes; every character has one.
fn encode(e: u16, s: *object.Str) callconv(.c) Word {
    var out: str.Builder = .init(s.slice().len);
    defer out.deinit();
    var it: str.Codepoints = .{ .s = s.slice() };
    const raw = e == @intFromEnum(codec.Encoding.raw_unicode_escape);
    while (it.next()) |c| {
        if (raw and c < 256) out.appendByte(@intCast(c)) else if (raw) repr.appendEscape(&out, c) else switch (c) {
            '\\' => out.append("\\\\"),
            '\t' => out.append("\\t"),
            '\n' => out.append("\\n"),
            '\r' => out.append("\\r"),
            else => if (c >= 32 and c < 127) out.appendByte(@intCast(c)) else repr.appendEscape(&out, c),
        }
    }
    return bytes.fromSlice(out.slice());
}

fn decode(e: u16, text: [*]const u8, len: usize, errors: [*]const u8, errors_len: usize, source: Word) callconv(.c) Word {
    const s = text[0..len];
    const which: codec.Encoding = @enumFromInt(e);
    const raw = which == .raw_unicode_escape;
    var b = str.Builder.init(len);
    var i: usize = 0;
    while (i < len) {
        if (s[i] != '\\' or (raw and (i + 1 == len or (s[i + 1] != 'u' and s[i + 1] != 'U')))) {
            b.appendCodepoint(s[i]);
            i += 1;
            // A backslash that is itself escaped begins nothing.
            if (raw and s[i - 1] == '\\' and i < len and s[i] == '\\') {
                b.appendByte('\\');
                i += 1;
            }
            continue;
        }
        const found = escapeAt(s, i);
        if (found.reason.len > 0) {
            i = codec.handleDecode(&b, errors[0..errors_len], which, s, i, found.end, found.reason, source) orelse return 0;
            continue;
        }
        if (found.point) |c| b.appendCodepoint(c);
        i = found.end;
    }
    return b.finish();
}

const Escape = struct { point: ?u21 = null, end: usize, reason: []const u8 = "" };
/// The escape at a backslash.
fn escapeAt(s: []const u8, i: usize) Escape {
    if (i + 1 >= s.len) return .{ .end = s.len, .reason = "\\ at end of string" };
    const simple: ?u21 = switch (s[i + 1]) {
        '\n' => return .{ .end = i + 2 },
        '\\', '\'', '"' => s[i + 1],
        'a' => 7,
        'b' => 8,
        't' => 9,
        'n' => 10,
        'v' => 11,
        'f' => 12,
        'r' => 13,
        else => null,
    };
    if (simple) |c| return .{ .point = c, .end = i + 2 };
    switch (s[i + 1]) {
        '0'...'7' => {
            var c: u21 = 0;
            var at = i + 1;
            while (at < s.len and at < i + 4 and s[at] >= '0' and s[at] <= '7') : (at += 1) c = c * 8 + (s[at] - '0');
            return .{ .point = c, .end = at };
        },
        'x' => return digits(s, i, 2, "truncated \\xXX escape"),
        'u' => return digits(s, i, 4, "truncated \\uXXXX escape"),
        'U' => return digits(s, i, 8, "truncated \\UXXXXXXXX escape"),
        // Names are not part of the runtime.
        'N' => return .{ .end = @min(s.len, i + 2), .reason = "malformed \\N character escape" },
        else => return .{ .point = '\\', .end = i + 1 },
    }
}
fn digits(s: []const u8, i: usize, n: usize, reason: []const u8) Escape {
    var c: u32 = 0;
    for (0..n) |k| {
        const at = i + 2 + k;
        const digit = if (at < s.len) std.fmt.charToDigit(s[at], 16) catch 99 else 99;
        if (digit == 99) return .{ .end = at, .reason = reason };
        c = c * 16 + digit;
    }
    if (c > 0x10ffff) return .{ .end = i + 2 + n, .reason = "illegal Unicode character" };
    return .{ .point = @intCast(c), .end = i + 2 + n };
}
