//! `_string`: how `string.Formatter` takes format strings and field names apart.
//!
//! Invariant: the pieces are those of `str.format`, with its messages.
const std = @import("std");
const object = @import("../object.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const str = @import("../str.zig");
const list = @import("../list.zig");
const tuple = @import("../tuple.zig");
const iter = @import("../iter.zig");
const container = @import("../container.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const Word = object.Word;
const Raised = container.Raised;

pub const name = "_string";
pub const doc = "string helper module";
pub const functions = .{
    .{ "formatter_parser", parser, 1, 1 },
    .{ "formatter_field_name_split", split, 1, 1 },
};

fn textOf(w: Word) ?[]const u8 {
    if (str.isStr(w)) return str.slice(w);
    _ = err.raise(.TypeError, "expected str, got {t}", .{w});
    return null;
}

/// An iterator over (literal text, field name, format specification, conversion).
fn parser(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const s = textOf(args[0]) orelse return 0;
    const out = list.new(0);
    defer rc.release(out);
    parse(s, list.of(out)) catch return 0;
    return iter.iter(out);
}

fn parse(s: []const u8, out: *object.List) Raised!void {
    var at: usize = 0;
    while (at < s.len) {
        var literal: str.Builder = .{};
        defer literal.deinit();
        var field = false;
        while (at < s.len) {
            const c = s[at];
            at += 1;
            if (c != '{' and c != '}') {
                const stop = std.mem.indexOfAnyPos(u8, s, at, "{}") orelse s.len;
                literal.append(s[at - 1 .. stop]);
                at = stop;
                continue;
            }
            if (at < s.len and s[at] == c) {
                // A doubled brace ends a piece, as in CPython.
                literal.appendByte(c);
                at += 1;
                break;
            }
            if (c == '}') return container.fail(.ValueError, "Single '}}' encountered in format string", .{});
            if (at >= s.len) return container.fail(.ValueError, "Single '{{' encountered in format string", .{});
            field = true;
            break;
        }
        const text = literal.finish();
        if (!field) {
            const none = singletons.noneWord();
            list.appendOwned(out, tuple.fromOwned(&.{ text, none, none, none }));
            continue;
        }
        errdefer rc.release(text);
        list.appendOwned(out, try replacement(s, &at, text));
    }
}

/// A field from behind its `{` to behind its `}`. Consumes `text` unless it raises.
fn replacement(s: []const u8, at: *usize, text: Word) Raised!Word {
    const start = at.*;
    var i = start;
    var brackets = false;
    // The name ends at `!`, `:` or the closing brace; brackets protect.
    while (i < s.len) : (i += 1) {
        switch (s[i]) {
            '{' => return container.fail(.ValueError, "unexpected '{{' in field name", .{}),
            '[' => brackets = true,
            ']' => brackets = false,
            '}', ':', '!' => if (!brackets) break,
            else => {},
        }
    }
    if (i >= s.len) return container.fail(.ValueError, "expected '}}' before end of string", .{});
    const field = s[start..i];
    var conversion: []const u8 = "";
    if (s[i] == '!') {
        if (i + 1 >= s.len) return container.fail(.ValueError, "end of string while looking for conversion specifier", .{});
        const n = str.sequenceLength(s[i + 1]);
        conversion = s[i + 1 .. i + 1 + n];
        i += 1 + n;
        if (i >= s.len) return container.fail(.ValueError, "unmatched '{{' in format spec", .{});
        if (s[i] != ':' and s[i] != '}') return container.fail(.ValueError, "expected ':' after conversion specifier", .{});
    }
    var spec: []const u8 = "";
    if (s[i] == ':') {
        const from = i + 1;
        var depth: usize = 1;
        i = from;
        while (i < s.len) : (i += 1) {
            if (s[i] == '{') depth += 1;
            if (s[i] == '}') {
                depth -= 1;
                if (depth == 0) break;
            }
        }
        if (i >= s.len) return container.fail(.ValueError, "unmatched '{{' in format spec", .{});
        spec = s[from..i];
    }
    at.* = i + 1;
    return tuple.fromOwned(&.{
        text,
        str.fromSlice(field),
        str.fromSlice(spec),
        if (conversion.len == 0) singletons.noneWord() else str.fromSlice(conversion),
    });
}

fn number(s: []const u8) ?Word {
    if (s.len == 0) return null;
    for (s) |c| if (!std.ascii.isDigit(c)) return null;
    const v = std.fmt.parseInt(i64, s, 10) catch return null;
    return int.fromI64(v);
}

/// The first part of a field name, and an iterator over (is an attribute, name) of the rest.
fn split(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const s = textOf(args[0]) orelse return 0;
    return container.wordOf(splitImpl(s));
}
fn splitImpl(s: []const u8) Raised!Word {
    const end = std.mem.indexOfAny(u8, s, ".[") orelse s.len;
    const rest = list.new(0);
    defer rc.release(rest);
    var i = end;
    while (i < s.len) {
        if (s[i] == '.') {
            const stop = std.mem.indexOfAnyPos(u8, s, i + 1, ".[") orelse s.len;
            if (stop == i + 1) return container.fail(.ValueError, "Empty attribute in format string", .{});
            list.appendOwned(list.of(rest), tuple.fromOwned(&.{ singletons.trueWord(), str.fromSlice(s[i + 1 .. stop]) }));
            i = stop;
            continue;
        }
        if (s[i] != '[') return container.fail(.ValueError, "Only '.' or '[' may follow ']' in format field specifier", .{});
        const stop = std.mem.indexOfScalarPos(u8, s, i, ']') orelse
            return container.fail(.ValueError, "Missing ']' in format string", .{});
        const key = s[i + 1 .. stop];
        if (key.len == 0) return container.fail(.ValueError, "Empty attribute in format string", .{});
        list.appendOwned(list.of(rest), tuple.fromOwned(&.{ singletons.falseWord(), number(key) orelse str.fromSlice(key) }));
        i = stop + 1;
    }
    const it = try container.check(iter.iter(rest));
    return tuple.fromOwned(&.{ number(s[0..end]) orelse str.fromSlice(s[0..end]), it });
}
