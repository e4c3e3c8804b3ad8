//! Code point positions in texts: offsets, substrings, items, slices.
//!
//! Invariant: the index of a text that is not ASCII, once built, holds the byte offset of every 64th code point.
const std = @import("std");
const object = @import("object.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const int = @import("int.zig");
const container = @import("container.zig");
const Word = object.Word;
const Str = object.Str;

const stride = 64;
/// Texts up to this many code points are scanned from the start.
const scan_limit = 128;

fn index(s: *Str) [*]const u64 {
    const slot = str.indexSlot(s);
    if (slot.* == 0) slot.* = @intFromPtr(build(s));
    return @ptrFromInt(@as(usize, @intCast(slot.*)));
}

fn build(s: *Str) [*]u64 {
    const n: usize = @as(usize, @intCast(s.codepoints)) / stride + 1;
    const table = alloc.array(u64, n);
    const data = s.slice();
    var cp: usize = 0;
    var i: usize = 0;
    while (i < data.len) : (cp += 1) {
        if (cp % stride == 0) table[cp / stride] = i;
        i += str.sequenceLength(data[i]);
    }
    if (cp % stride == 0) table[cp / stride] = i;
    return table;
}

/// Byte offset of code point `i` ≤ length.
pub fn offset(s: *Str, i: usize) usize {
    if (s.isAscii()) return i;
    if (i >= s.codepoints) return @intCast(s.bytes);
    const data = s.slice();
    var at: usize = 0;
    var left = i;
    if (s.codepoints > scan_limit) {
        at = @intCast(index(s)[i / stride]);
        left = i % stride;
    }
    return skip(data, at, left);
}

/// The offset `count` code points after the one at `from`.
fn skip(data: []const u8, from: usize, count: usize) usize {
    var at = from;
    var left = count;
    // Blocks without the wanted code point: those that begin in a block are its bytes that continue nothing.
    const Block = @Vector(16, u8);
    while (at + 16 < data.len) {
        const block: Block = data[at..][0..16].*;
        const begins: u16 = @bitCast(block & @as(Block, @splat(0xc0)) != @as(Block, @splat(0x80)));
        const n = @popCount(begins);
        if (n > left) break;
        left -= n;
        at += 16;
    }
    // The block may have ended within a code point.
    while (at < data.len and data[at] & 0xc0 == 0x80) at += 1;
    while (left > 0) : (left -= 1) at += str.sequenceLength(data[at]);
    return at;
}

/// Number of code points before byte offset `at`.
pub fn position(s: *Str, at: usize) usize {
    if (s.isAscii()) return at;
    const data = s.slice();
    if (s.codepoints <= scan_limit * 8) return str.countCodepoints(data[0..at]);
    const table = index(s);
    var low: usize = 0;
    var high: usize = @as(usize, @intCast(s.codepoints)) / stride + 1;
    while (low < high) {
        const mid = (low + high) / 2;
        if (table[mid] <= at) low = mid + 1 else high = mid;
    }
    const base: usize = @intCast(table[low - 1]);
    return (low - 1) * stride + str.countCodepoints(data[base..at]);
}

/// Code points `start..stop`, owned.
pub fn substring(s: *Str, start: usize, stop: usize) Word {
    if (start >= stop) return str.empty();
    if (start == 0 and stop == s.codepoints) return str.own(s);
    const a = offset(s, start);
    const b = offset(s, stop);
    return str.fromSliceCounted(s.slice()[a..b], stop - start);
}

/// The code point at a position that is in range, as a text.
pub fn charAt(s: *Str, i: usize) Word {
    if (s.isAscii()) return str.asciiChar(s.data()[i]);
    const at = offset(s, i);
    return str.fromSliceCounted(s.slice()[at .. at + str.sequenceLength(s.data()[at])], 1);
}

/// `s[key]` for an int or slice.
pub fn getitem(w: Word, key: Word) callconv(.c) Word {
    const s = str.of(w).?;
    if (object.isExact(key, .slice)) return container.wordOf(getSlice(s, key));
    if (!container.isIndex(key)) return err.raise(.TypeError, "string indices must be integers, not '{t}'", .{key});
    const i = int.toItemIndex(key) orelse return 0;
    const at = container.position(i, @intCast(s.codepoints)) orelse
        return err.raise(.IndexError, "string index out of range", .{});
    return charAt(s, at);
}

fn getSlice(s: *Str, key: Word) container.Raised!Word {
    const b = container.adjust(try container.unpackSlice(key), @intCast(s.codepoints));
    if (b.count == 0) return str.empty();
    if (b.step == 1) return substring(s, @intCast(b.start), @intCast(b.stop));
    if (s.isAscii()) {
        const out = str.tryRaw(b.count, b.count) orelse return container.fail(.MemoryError, "", .{});
        const data = s.data();
        for (0..b.count) |k| out.data()[k] = data[container.at(b, k)];
        if (b.count == 1) {
            const c = out.data()[0];
            rc.release(object.word(out));
            return str.asciiChar(c);
        }
        return object.word(out);
    }
    var builder = str.Builder.init(b.count);
    const data = s.slice();
    if (b.step == -1) {
        var end = offset(s, @intCast(b.start + 1));
        for (0..b.count) |_| {
            const c = str.decodeBefore(data, end);
            builder.append(data[c.start..end]);
            end = c.start;
        }
        return builder.finish();
    }
    for (0..b.count) |k| {
        const at = offset(s, container.at(b, k));
        builder.append(data[at .. at + str.sequenceLength(data[at])]);
    }
    return builder.finish();
}
