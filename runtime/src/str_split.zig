//! Text methods between a text and a list of texts: split, rsplit, splitlines, join.
const std = @import("std");
const object = @import("object.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const args_ = @import("args.zig");
const str = @import("str.zig");
const int = @import("int.zig");
const search = @import("search.zig");
const unicode = @import("unicode.zig");
const arguments = @import("str_args.zig");
const list = @import("list.zig");
const tuple = @import("tuple.zig");
const iter = @import("iter.zig");
const ops = @import("ops.zig");
const s_ = @import("singletons.zig");
const Word = object.Word;
const Str = object.Str;

fn push(l: Word, s: []const u8, ascii: bool) void {
    const w = if (ascii) str.fromSliceCounted(s, s.len) else str.fromSlice(s);
    list.appendOwned(object.ptr(object.List, l), w);
}

inline fn isSpaceByte(c: u8) bool {
    return c == ' ' or (c >= 9 and c <= 13) or (c >= 0x1c and c <= 0x1f);
}

/// Length of the white space that starts at `i`, 0: none.
inline fn spaceAt(s: []const u8, i: usize) usize {
    if (s[i] < 128) return @intFromBool(isSpaceByte(s[i]));
    return if (unicode.isSpace(str.decodeAt(s, i))) str.sequenceLength(s[i]) else 0;
}
/// Length of the white space that ends before `end`, 0: none.
fn spaceBefore(s: []const u8, end: usize) usize {
    if (s[end - 1] < 128) return @intFromBool(unicode.isSpace(s[end - 1]));
    const c = str.decodeBefore(s, end);
    return if (unicode.isSpace(c.cp)) end - c.start else 0;
}

fn splitSpace(s: []const u8, ascii: bool, limit: usize) Word {
    const out = list.new(0);
    var i: usize = 0;
    var left = limit;
    while (true) {
        while (i < s.len) {
            const n = spaceAt(s, i);
            if (n == 0) break;
            i += n;
        }
        if (i >= s.len) return out;
        if (left == 0) {
            push(out, s[i..], ascii);
            return out;
        }
        left -= 1;
        const start = i;
        if (ascii) {
            while (i < s.len and !isSpaceByte(s[i])) i += 1;
        } else {
            // White space that is not ASCII begins with C2, E1, E2 or E3.
            while (i < s.len) : (i += 1) {
                const c = s[i];
                if (c < 0x80) {
                    if (isSpaceByte(c)) break;
                } else if ((c == 0xc2 or (c >= 0xe1 and c <= 0xe3)) and spaceAt(s, i) > 0) break;
            }
        }
        push(out, s[start..i], ascii);
    }
}

fn rsplitSpace(s: []const u8, ascii: bool, limit: usize) Word {
    const out = list.new(0);
    var end = s.len;
    var left = limit;
    while (true) {
        while (end > 0) {
            const n = spaceBefore(s, end);
            if (n == 0) break;
            end -= n;
        }
        if (end == 0) break;
        if (left == 0) {
            push(out, s[0..end], ascii);
            break;
        }
        left -= 1;
        const stop = end;
        while (end > 0 and spaceBefore(s, end) == 0) end = str.decodeBefore(s, end).start;
        push(out, s[end..stop], ascii);
    }
    std.mem.reverse(Word, list.items(out));
    return out;
}

fn splitText(s: []const u8, ascii: bool, sep: []const u8, limit: usize) Word {
    const out = list.new(0);
    var from: usize = 0;
    var left = limit;
    while (left > 0) : (left -= 1) {
        const at = search.find(s, sep, from) orelse break;
        push(out, s[from..at], ascii);
        from = at + sep.len;
    }
    push(out, s[from..], ascii);
    return out;
}

fn rsplitText(s: []const u8, ascii: bool, sep: []const u8, limit: usize) Word {
    const out = list.new(0);
    var end = s.len;
    var left = limit;
    while (left > 0) : (left -= 1) {
        const at = search.rfind(s[0..end], sep) orelse break;
        push(out, s[at + sep.len .. end], ascii);
        end = at;
    }
    push(out, s[0..end], ascii);
    std.mem.reverse(Word, list.items(out));
    return out;
}

fn splitter(comptime name: []const u8, comptime from_end: bool) object.NativeFn {
    return struct {
        fn f(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
            var out: [2]Word = undefined;
            if (!args_.bind(.{ .name = name, .params = &.{ "sep", "maxsplit" }, .positional = 2, .required = 0 }, args, nargs, kwnames, &out)) return 0;
            const s = str.of(self).?;
            var limit: usize = std.math.maxInt(usize);
            if (out[1] != 0) {
                const n = int.toSsize(out[1]) orelse return 0;
                if (n >= 0) limit = @intCast(n);
            }
            if (out[0] == 0 or s_.isNone(out[0])) {
                return if (from_end) rsplitSpace(s.slice(), s.isAscii(), limit) else splitSpace(s.slice(), s.isAscii(), limit);
            }
            const sep = str.of(out[0]) orelse return err.raise(.TypeError, "must be str or None, not {t}", .{out[0]});
            if (sep.bytes == 0) return err.raise(.ValueError, "empty separator", .{});
            return if (from_end) rsplitText(s.slice(), s.isAscii(), sep.slice(), limit) else splitText(s.slice(), s.isAscii(), sep.slice(), limit);
        }
    }.f;
}
pub const m_str_split = splitter("split", false).*;
pub const m_str_rsplit = splitter("rsplit", true).*;

/// Position of the line break at or after `from`, or the end. Only C2, E2 begin breaks that are not ASCII.
fn lineEnd(s: []const u8, from: usize) usize {
    var i = from;
    while (i < s.len) : (i += 1) {
        const c = s[i];
        if (c > 0x1e and c < 0x80) continue;
        if (c < 0x80) {
            if (unicode.isLineBreak(c)) return i;
        } else if ((c == 0xc2 or c == 0xe2) and unicode.isLineBreak(str.decodeAt(s, i))) return i;
    }
    return i;
}

pub fn m_str_splitlines(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var out: [1]Word = undefined;
    if (!args_.bind(.{ .name = "splitlines", .params = &.{"keepends"}, .positional = 1, .required = 0 }, args, nargs, kwnames, &out)) return 0;
    const keep = if (out[0] == 0) 0 else ops.truth(out[0]);
    if (keep < 0) return 0;
    const text = str.of(self).?;
    const s = text.slice();
    const lines = list.new(0);
    var i: usize = 0;
    while (i < s.len) {
        const start = i;
        i = lineEnd(s, i);
        var end = i;
        if (i < s.len) {
            const crlf = s[i] == '\r' and i + 1 < s.len and s[i + 1] == '\n';
            i += if (crlf) 2 else str.sequenceLength(s[i]);
            if (keep != 0) end = i;
        }
        push(lines, s[start..end], text.isAscii());
    }
    return lines;
}

pub fn m_str_join(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    const s = str.of(self).?;
    return join(s, args[0]);
}

/// `sep.join(source)`, owned.
pub fn join(sep: *Str, source: Word) Word {
    if (tuple.isTuple(source)) return joinItems(sep, tuple.items(source));
    // Joining runs no Python code, so a list stays as it is.
    if (list.isList(source)) return joinItems(sep, list.items(source));
    // Other iterables run Python code: their items are collected first, as CPython does.
    const items = iter.collectJoined(source);
    if (items == 0) return 0;
    defer rc.release(items);
    return joinItems(sep, list.items(items));
}

fn joinItems(sep: *Str, items: []const Word) Word {
    if (items.len == 0) return str.empty();
    var bytes: usize = 0;
    var codepoints: usize = 0;
    for (items, 0..) |w, i| {
        const s = str.of(w) orelse
            return err.raise(.TypeError, "sequence item {d}: expected str instance, {t} found", .{ @as(i64, @intCast(i)), w });
        bytes += @intCast(s.bytes);
        codepoints += @intCast(s.codepoints);
    }
    if (items.len == 1) return str.own(str.of(items[0]).?);
    const gaps = items.len - 1;
    bytes += std.math.mul(usize, gaps, @intCast(sep.bytes)) catch return err.raise(.OverflowError, "join() result is too long for a Python string", .{});
    codepoints += gaps * @as(usize, @intCast(sep.codepoints));
    if (bytes <= 1) {
        for (items) |w| if (str.of(w).?.bytes > 0) return str.own(str.of(w).?);
        return str.own(sep);
    }
    const result = str.tryRaw(bytes, codepoints) orelse return err.raise(.MemoryError, "", .{});
    const out = result.data();
    var to: usize = 0;
    const gap = sep.slice();
    for (items, 0..) |w, i| {
        if (i > 0 and gap.len > 0) {
            @memcpy(out[to .. to + gap.len], gap);
            to += gap.len;
        }
        const s = object.ptr(Str, w).slice();
        @memcpy(out[to .. to + s.len], s);
        to += s.len;
    }
    return object.word(result);
}
