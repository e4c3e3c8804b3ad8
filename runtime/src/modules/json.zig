//! `_json`: the module; strings of JSON in both directions. Documents are read by `json_scan.zig`, written by `json_write.zig`.
const std = @import("std");
const object = @import("../object.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const ops = @import("../ops.zig");
const str = @import("../str.zig");
const sys = @import("../sys.zig");
const call = @import("../call.zig");
const dict = @import("../dict.zig");
const tuple = @import("../tuple.zig");
const attr = @import("../attr.zig");
const str_index = @import("../str_index.zig");
const container = @import("../container.zig");
const native = @import("native.zig");
const scan = @import("json_scan.zig");
const writer = @import("json_write.zig");
const Word = object.Word;
const Raised = container.Raised;

pub const name = "_json";
pub const shadowable = true;
pub const doc = "json speedups\n";
pub const functions = .{
    .{ "scanstring", scanString, 2, 3 },
    .{ "encode_basestring", encodePlain, 1, 1 },
    .{ "encode_basestring_ascii", encodeAscii, 1, 1 },
};
pub const classes = .{
    .{ "make_scanner", &scan.scanner_type, scan.methods },
    .{ "make_encoder", &writer.encoder_type, writer.methods },
};

/// Raises `json.JSONDecodeError(message, text, position)` for a byte offset.
pub fn fail(message: []const u8, text: Word, at: usize) Raised {
    const module = dict.getStr(sys.modules(), str.intern("json.decoder"));
    if (module == 0) {
        _ = err.raise(.RuntimeError, "_json without json.decoder", .{});
        return error.Raised;
    }
    const class = attr.get(module, "JSONDecodeError");
    if (class == 0) return error.Raised;
    defer rc.release(class);
    const shown = str.fromSlice(message);
    defer rc.release(shown);
    const s = str.of(text).?;
    const e = call.call(class, &.{ shown, text, int.fromU64(str_index.position(s, @min(at, s.slice().len))) });
    if (e != 0) _ = err.setPending(e);
    return error.Raised;
}

/// The string whose first byte is at `at` (behind the quote); `end.*` becomes the offset behind the closing quote.
pub fn readString(text: Word, s: []const u8, at: usize, strict: bool, end: *usize) Raised!Word {
    // Mostly nothing is escaped.
    const plain = plainEnd(s, at);
    if (plain < s.len and s[plain] == '"') {
        end.* = plain + 1;
        return str.fromSlice(s[at..plain]);
    }
    const begin = at - 1;
    var b: str.Builder = .{};
    defer b.deinit();
    var i = at;
    while (true) {
        var stop = plainEnd(s, i);
        while (stop < s.len and s[stop] < 0x20) {
            if (strict) return fail("Invalid control character at", text, stop);
            stop = plainEnd(s, stop + 1);
        }
        if (stop >= s.len) return fail("Unterminated string starting at", text, begin);
        b.append(s[i..stop]);
        if (s[stop] == '"') {
            end.* = stop + 1;
            return b.finish();
        }
        const e = stop + 1;
        if (e >= s.len) return fail("Unterminated string starting at", text, begin);
        switch (s[e]) {
            '"', '\\', '/' => b.appendByte(s[e]),
            'b' => b.appendByte(8),
            'f' => b.appendByte(12),
            'n' => b.appendByte('\n'),
            'r' => b.appendByte('\r'),
            't' => b.appendByte('\t'),
            'u' => {
                i = try readUnicode(text, s, e, &b);
                continue;
            },
            else => return fail("Invalid \\escape", text, stop),
        }
        i = e + 1;
    }
}
/// The first byte from `at` on that is a quote, a backslash or a control character; the length if there is none.
fn plainEnd(s: []const u8, at: usize) usize {
    const lanes = 16;
    const V = @Vector(lanes, u8);
    var i = at;
    while (i + lanes <= s.len) : (i += lanes) {
        const v: V = s[i..][0..lanes].*;
        const special = (v == @as(V, @splat('"'))) | (v == @as(V, @splat('\\'))) | (v < @as(V, @splat(0x20)));
        const mask: u16 = @bitCast(special);
        if (mask != 0) return i + @ctz(mask);
    }
    while (i < s.len and s[i] != '"' and s[i] != '\\' and s[i] >= 0x20) i += 1;
    return i;
}
fn hex4(s: []const u8) ?u21 {
    var v: u21 = 0;
    for (s[0..4]) |c| v = v << 4 | (std.fmt.charToDigit(c, 16) catch return null);
    return v;
}
/// After `\u` (the `u` is at `at`): appends the character; the offset behind it.
fn readUnicode(text: Word, s: []const u8, at: usize, b: *str.Builder) Raised!usize {
    const from = at + 1;
    if (from + 4 >= s.len) return fail("Invalid \\uXXXX escape", text, at);
    const first = hex4(s[from..]) orelse return fail("Invalid \\uXXXX escape", text, at);
    var end = from + 4;
    var c = first;
    if (first >= 0xd800 and first <= 0xdbff and end + 6 < s.len and s[end] == '\\' and s[end + 1] == 'u') {
        const second = hex4(s[end + 2 ..]) orelse return fail("Invalid \\uXXXX escape", text, end + 1);
        if (second >= 0xdc00 and second <= 0xdfff) {
            c = 0x10000 + ((first - 0xd800) << 10 | (second - 0xdc00));
            end += 6;
        }
    }
    b.appendCodepoint(c);
    return end;
}

/// `scanstring(string, end, strict=True)` → (text, end).
fn scanString(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const s = str.of(args[0]) orelse return err.raise(.TypeError, "first argument must be a string, not {t}", .{args[0]});
    const at = int.toSsize(args[1]) orelse return 0;
    const strict = if (nargs > 2) ops.truth(args[2]) else 1;
    if (strict < 0) return 0;
    if (at < 0 or at > s.codepoints) return err.raise(.ValueError, "end is out of bounds", .{});
    var end: usize = 0;
    const from = str_index.offset(s, @intCast(at));
    const result = readString(args[0], s.slice(), from, strict == 1, &end) catch return 0;
    return tuple.fromOwned(&.{ result, int.fromU64(str_index.position(s, end)) });
}

/// Appends a string in quotes.
pub fn appendString(b: *str.Builder, s: []const u8, ascii: bool) void {
    b.reserve(s.len + 2);
    b.appendByte('"');
    var i: usize = 0;
    while (i < s.len) {
        const stop = quotedEnd(s, i, ascii);
        b.append(s[i..stop]);
        if (stop >= s.len) break;
        const c = s[stop];
        i = stop + 1;
        switch (c) {
            '"' => b.append("\\\""),
            '\\' => b.append("\\\\"),
            '\n' => b.append("\\n"),
            '\r' => b.append("\\r"),
            '\t' => b.append("\\t"),
            8 => b.append("\\b"),
            12 => b.append("\\f"),
            else => {
                const cp = str.decodeAt(s, stop);
                i = stop + str.sequenceLength(c);
                if (cp < 0x10000) {
                    appendEscape(b, cp);
                } else {
                    appendEscape(b, 0xd800 + (cp - 0x10000 >> 10));
                    appendEscape(b, 0xdc00 + (cp - 0x10000 & 0x3ff));
                }
            },
        }
    }
    b.appendByte('"');
}
fn appendEscape(b: *str.Builder, c: u21) void {
    b.append("\\u");
    for ([_]u5{ 12, 8, 4, 0 }) |shift| b.appendByte("0123456789abcdef"[@intCast(c >> shift & 15)]);
}
/// As `plainEnd`, for what must be escaped when written.
fn quotedEnd(s: []const u8, at: usize, ascii: bool) usize {
    const lanes = 16;
    const V = @Vector(lanes, u8);
    // Bytes from here on are escaped; 0xff is in no text.
    const high: u8 = if (ascii) 0x7e else 0xff;
    var i = at;
    while (i + lanes <= s.len) : (i += lanes) {
        const v: V = s[i..][0..lanes].*;
        const special = (v == @as(V, @splat('"'))) | (v == @as(V, @splat('\\'))) | (v < @as(V, @splat(0x20))) | (v > @as(V, @splat(high)));
        const mask: u16 = @bitCast(special);
        if (mask != 0) return i + @ctz(mask);
    }
    while (i < s.len and s[i] != '"' and s[i] != '\\' and s[i] >= 0x20 and s[i] <= high) i += 1;
    return i;
}
pub fn encodePlain(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return encode(args[0], false);
}
pub fn encodeAscii(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return encode(args[0], true);
}
fn encode(w: Word, ascii: bool) Word {
    const s = str.of(w) orelse return err.raise(.TypeError, "first argument must be a string, not {t}", .{w});
    var b: str.Builder = .{};
    defer b.deinit();
    appendString(&b, s.slice(), ascii);
    return b.finish();
}
