//! Text methods that pad, strip and expand.
const std = @import("std");
const object = @import("object.zig");
const err = @import("err.zig");
const args_ = @import("args.zig");
const str = @import("str.zig");
const int = @import("int.zig");
const index = @import("str_index.zig");
const unicode = @import("unicode.zig");
const s_ = @import("singletons.zig");
const Word = object.Word;
const Str = object.Str;

/// `s` between `left` and `right` copies of `fill`; MemoryError for absurd widths.
pub fn padded(s: *Str, left: usize, right: usize, fill: u21) Word {
    if (left == 0 and right == 0) return str.own(s);
    if (left + right > 1 << 40) return err.raise(.MemoryError, "", .{});
    var unit: [4]u8 = undefined;
    const width = str.encodeCodepoint(fill, &unit);
    const bytes = @as(usize, @intCast(s.bytes)) + (left + right) * width;
    const codepoints = @as(usize, @intCast(s.codepoints)) + left + right;
    if (bytes <= 1) return str.asciiChar(@intCast(fill));
    const result = str.tryRaw(bytes, codepoints) orelse return err.raise(.MemoryError, "", .{});
    const out = result.data();
    if (left > 0) str.repeatInto(out[0 .. left * width], unit[0..width]);
    @memcpy(out[left * width .. left * width + @as(usize, @intCast(s.bytes))], s.slice());
    if (right > 0) str.repeatInto(out[bytes - right * width .. bytes], unit[0..width]);
    return object.word(result);
}

const Side = enum { left, right, center };

fn padder(comptime side: Side) object.NativeFn {
    return struct {
        fn f(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
            _ = kwnames;
            const s = str.of(self).?;
            const width = int.toSsize(args[0]) orelse return 0;
            var fill: u21 = ' ';
            if (nargs > 1) {
                const c = str.of(args[1]) orelse
                    return err.raise(.TypeError, "The fill character must be a unicode character, not {t}", .{args[1]});
                if (c.codepoints != 1) return err.raise(.TypeError, "The fill character must be exactly one character long", .{});
                fill = str.decodeAt(c.slice(), 0);
            }
            const n: i64 = @intCast(s.codepoints);
            if (width <= n) return str.own(s);
            const gap: usize = @intCast(width - n);
            return switch (side) {
                .left => padded(s, 0, gap, fill),
                .right => padded(s, gap, 0, fill),
                .center => blk: {
                    const left = gap / 2 + (gap & @as(usize, @intCast(width)) & 1);
                    break :blk padded(s, left, gap - left, fill);
                },
            };
        }
    }.f;
}
pub const m_str_ljust = padder(.left).*;
pub const m_str_rjust = padder(.right).*;
pub const m_str_center = padder(.center).*;

pub fn m_str_zfill(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    const s = str.of(self).?;
    const width = int.toSsize(args[0]) orelse return 0;
    const n: i64 = @intCast(s.codepoints);
    if (width <= n) return str.own(s);
    const w = padded(s, @intCast(width - n), 0, '0');
    if (w == 0 or s.bytes == 0) return w;
    const sign = s.data()[0];
    if (sign == '+' or sign == '-') {
        const out = object.ptr(Str, w).data();
        out[0] = sign;
        out[@intCast(width - n)] = '0';
    }
    return w;
}

/// Which code points a strip removes.
const Set = struct {
    chars: ?[]const u8,
    fn has(self: Set, c: u21) bool {
        const chars = self.chars orelse return unicode.isSpace(c);
        var it: str.Codepoints = .{ .s = chars };
        while (it.next()) |x| if (x == c) return true;
        return false;
    }
    /// The same for ASCII, which is no part of a longer sequence.
    inline fn hasByte(self: Set, c: u8) bool {
        const chars = self.chars orelse return c == ' ' or c -% 9 < 5 or c -% 0x1c < 4;
        for (chars) |x| if (x == c) return true;
        return false;
    }
};

fn stripper(comptime name: []const u8, comptime left: bool, comptime right: bool) object.NativeFn {
    return struct {
        fn f(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
            _ = kwnames;
            const s = str.of(self).?;
            var set: Set = .{ .chars = null };
            if (nargs > 0 and !s_.isNone(args[0])) {
                const c = str.of(args[0]) orelse return err.raise(.TypeError, name ++ " arg must be None or str", .{});
                set.chars = c.slice();
            }
            const data = s.slice();
            var start: usize = 0;
            var end = data.len;
            if (s.isAscii()) {
                while (left and start < end and set.hasByte(data[start])) start += 1;
                while (right and end > start and set.hasByte(data[end - 1])) end -= 1;
                return if (start == 0 and end == data.len) str.own(s) else str.fromSliceCounted(data[start..end], end - start);
            }
            if (left) {
                while (start < end and set.has(str.decodeAt(data, start))) start += str.sequenceLength(data[start]);
            }
            if (right) {
                while (end > start) {
                    const c = str.decodeBefore(data, end);
                    if (!set.has(c.cp)) break;
                    end = c.start;
                }
            }
            if (start == 0 and end == data.len) return str.own(s);
            return str.fromSlice(data[start..end]);
        }
    }.f;
}
pub const m_str_strip = stripper("strip", true, true).*;
pub const m_str_lstrip = stripper("lstrip", true, false).*;
pub const m_str_rstrip = stripper("rstrip", false, true).*;

pub fn m_str_expandtabs(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var out: [1]Word = undefined;
    if (!args_.bind(.{ .name = "expandtabs", .params = &.{"tabsize"}, .positional = 1, .required = 0 }, args, nargs, kwnames, &out)) return 0;
    const size = if (out[0] == 0) 8 else int.toCInt(out[0]) orelse return 0;
    const s = str.of(self).?;
    var b = str.Builder.init(@intCast(s.bytes));
    var column: usize = 0;
    var it: str.Codepoints = .{ .s = s.slice() };
    while (it.next()) |c| {
        if (c == '\t') {
            if (size > 0) {
                const n = @as(usize, @intCast(size)) - column % @as(usize, @intCast(size));
                b.appendByteTimes(' ', n);
                column += n;
            }
            continue;
        }
        b.appendCodepoint(c);
        column = if (c == '\n' or c == '\r') 0 else column + 1;
    }
    return b.finish();
}
