//! `repr` and `ascii` of texts and bytes.
const std = @import("std");
const object = @import("object.zig");
const str = @import("str.zig");
const unicode = @import("unicode.zig");
const Word = object.Word;
const Builder = str.Builder;

const hex = "0123456789abcdef";

fn appendHex(b: *Builder, letter: u8, value: u21, digits: usize) void {
    b.appendByte('\\');
    b.appendByte(letter);
    var i = digits;
    while (i > 0) {
        i -= 1;
        b.appendByte(hex[@intCast(@as(u32, value) >> @intCast(4 * i) & 15)]);
    }
}

/// `\xhh`, `\uhhhh` or `\Uhhhhhhhh`.
pub fn appendEscape(b: *Builder, c: u21) void {
    if (c < 0x100) return appendHex(b, 'x', c, 2);
    if (c < 0x10000) return appendHex(b, 'u', c, 4);
    appendHex(b, 'U', c, 8);
}

/// Appends `s` with quotes and escapes; `ascii`: everything beyond ASCII is escaped.
pub fn append(b: *Builder, s: []const u8, ascii: bool) void {
    const single = std.mem.indexOfScalar(u8, s, '\'') != null;
    const double = std.mem.indexOfScalar(u8, s, '"') != null;
    const quote: u8 = if (single and !double) '"' else '\'';
    b.reserve(s.len + 2);
    b.appendByte(quote);
    var i: usize = 0;
    while (i < s.len) {
        const start = i;
        while (i < s.len and s[i] >= 32 and s[i] < 127 and s[i] != quote and s[i] != '\\') i += 1;
        b.append(s[start..i]);
        if (i >= s.len) break;
        const c = str.decodeAt(s, i);
        const n = str.sequenceLength(s[i]);
        switch (c) {
            '\n' => b.append("\\n"),
            '\r' => b.append("\\r"),
            '\t' => b.append("\\t"),
            '\\' => b.append("\\\\"),
            '\'', '"' => {
                b.appendByte('\\');
                b.appendByte(quote);
            },
            else => if (ascii or !unicode.isPrintable(c)) appendEscape(b, c) else b.append(s[i .. i + n]),
        }
        i += n;
    }
    b.appendByte(quote);
}

/// Appends `b'…'`; CPython's bytearray escapes every single quote (`all_quotes`).
pub fn appendBytes(b: *Builder, s: []const u8, all_quotes: bool) void {
    const single = std.mem.indexOfScalar(u8, s, '\'') != null;
    const double = std.mem.indexOfScalar(u8, s, '"') != null;
    const quote: u8 = if (single and !double) '"' else '\'';
    b.reserve(s.len + 3);
    b.appendByte('b');
    b.appendByte(quote);
    for (s) |c| switch (c) {
        '\n' => b.append("\\n"),
        '\r' => b.append("\\r"),
        '\t' => b.append("\\t"),
        '\\' => b.append("\\\\"),
        '\'', '"' => {
            if (c == quote or (all_quotes and c == '\'')) b.appendByte('\\');
            b.appendByte(c);
        },
        else => if (c < 32 or c >= 127) appendHex(b, 'x', c, 2) else b.appendByte(c),
    };
    b.appendByte(quote);
}

/// The `repr` slot of str.
pub fn repr(w: Word) callconv(.c) Word {
    var b: Builder = .{};
    append(&b, str.slice(w), false);
    return b.finish();
}
