//! Finding bytes in bytes: shared by str and bytes.
const std = @import("std");

extern fn memchr(s: [*]const u8, c: c_int, n: usize) callconv(.c) ?[*]const u8;

/// The same bytes.
pub inline fn same(a: []const u8, b: []const u8) bool {
    return a.len == b.len and (a.len == 0 or (a[0] == b[0] and mismatch(a.ptr, b.ptr, a.len) == a.len));
}

pub inline fn startsWith(whole: []const u8, part: []const u8) bool {
    return part.len <= whole.len and same(whole[0..part.len], part);
}

pub inline fn endsWith(whole: []const u8, part: []const u8) bool {
    return part.len <= whole.len and same(whole[whole.len - part.len ..], part);
}

/// Position of the first difference in the first `n` bytes, `n` if there is none. (What links as `memcmp` is compiler_rt's,
/// which goes byte by byte.)
fn mismatch(a: [*]const u8, b: [*]const u8, n: usize) usize {
    const Half = @Vector(16, u8);
    var i: usize = 0;
    while (i + 16 <= n) : (i += 16) {
        const x: Half = a[i..][0..16].*;
        const y: Half = b[i..][0..16].*;
        const differs: u16 = @bitCast(x != y);
        if (differs != 0) return i + @ctz(differs);
    }
    if (i + 8 <= n) {
        const x = std.mem.readInt(u64, a[i..][0..8], .little) ^ std.mem.readInt(u64, b[i..][0..8], .little);
        if (x != 0) return i + @ctz(x) / 8;
        i += 8;
    }
    while (i < n) : (i += 1) if (a[i] != b[i]) return i;
    return n;
}

/// Order of bytes: below, equal or above 0.
pub fn order(a: []const u8, b: []const u8) i32 {
    const shared = @min(a.len, b.len);
    const at = mismatch(a.ptr, b.ptr, shared);
    if (at < shared) return if (a[at] < b[at]) -1 else 1;
    return @as(i32, @intFromBool(a.len > b.len)) - @intFromBool(a.len < b.len);
}

const lanes = 32;
const Block = @Vector(lanes, u8);

/// First position ≥ `from` where `needle` stands, or null. An empty needle stands everywhere.
pub fn find(haystack: []const u8, needle: []const u8, from: usize) ?usize {
    if (from > haystack.len or needle.len > haystack.len - from) return null;
    if (needle.len == 0) return from;
    if (needle.len == 1) {
        const at = memchr(haystack.ptr + from, needle[0], haystack.len - from) orelse return null;
        return @intFromPtr(at) - @intFromPtr(haystack.ptr);
    }
    const last = haystack.len - needle.len;
    const first_byte: Block = @splat(needle[0]);
    const last_byte: Block = @splat(needle[needle.len - 1]);
    var i = from;
    // Blocks where first and last byte fit are looked at closer.
    while (i + needle.len - 1 + lanes <= haystack.len) : (i += lanes) {
        const a: Block = haystack[i..][0..lanes].*;
        const b: Block = haystack[i + needle.len - 1 ..][0..lanes].*;
        const both = @select(u8, a == first_byte, b, ~last_byte) == last_byte;
        var mask: u32 = @bitCast(both);
        while (mask != 0) : (mask &= mask - 1) {
            const at = i + @ctz(mask);
            if (same(haystack[at..][0..needle.len], needle)) return at;
        }
    }
    while (i <= last) : (i += 1) {
        if (haystack[i] == needle[0] and same(haystack[i..][0..needle.len], needle)) return i;
    }
    return null;
}

/// Last position where `needle` stands entirely before `haystack.len`, or null.
pub fn rfind(haystack: []const u8, needle: []const u8) ?usize {
    if (needle.len > haystack.len) return null;
    if (needle.len == 0) return haystack.len;
    var i = haystack.len - needle.len + 1;
    while (i > 0) {
        i -= 1;
        if (same(haystack[i..][0..needle.len], needle)) return i;
    }
    return null;
}

/// Number of places where `needle` (not empty) stands without overlap.
pub fn count(haystack: []const u8, needle: []const u8) usize {
    if (needle.len == 1) return countByte(haystack, needle[0]);
    var n: usize = 0;
    var i: usize = 0;
    while (find(haystack, needle, i)) |at| {
        n += 1;
        i = at + needle.len;
    }
    return n;
}

fn countByte(haystack: []const u8, c: u8) usize {
    var n: usize = 0;
    var i: usize = 0;
    const wanted: Block = @splat(c);
    while (i + lanes <= haystack.len) : (i += lanes) {
        const block: Block = haystack[i..][0..lanes].*;
        n += @popCount(@as(u32, @bitCast(block == wanted)));
    }
    while (i < haystack.len) : (i += 1) n += @intFromBool(haystack[i] == c);
    return n;
}

/// Copies `from` to `to`, `new` in place of each `old`.
pub fn replaceByte(to: []u8, from: []const u8, old: u8, new: u8) void {
    const before: Block = @splat(old);
    const after: Block = @splat(new);
    var i: usize = 0;
    while (i + lanes <= from.len) : (i += lanes) {
        const block: Block = from[i..][0..lanes].*;
        to[i..][0..lanes].* = @select(u8, block == before, after, block);
    }
    while (i < from.len) : (i += 1) to[i] = if (from[i] == old) new else from[i];
}

/// Copies `from` to `to`, changing the case of the ASCII letters from `first` to `first` + 25.
pub fn flipCase(to: []u8, from: []const u8, first: u8) void {
    const low: Block = @splat(first);
    const span: Block = @splat(26);
    const bit: Block = @splat(32);
    var i: usize = 0;
    while (i + lanes <= from.len) : (i += lanes) {
        const block: Block = from[i..][0..lanes].*;
        to[i..][0..lanes].* = @select(u8, block -% low < span, block ^ bit, block);
    }
    while (i < from.len) : (i += 1) to[i] = if (from[i] -% first < 26) from[i] ^ 32 else from[i];
}

test "find looks at every position" {
    var h: [200]u8 = @splat('a');
    for (0..198) |i| {
        h[i] = 'x';
        h[i + 2] = 'y';
        try std.testing.expectEqual(@as(?usize, i), find(&h, "xay", 0));
        try std.testing.expectEqual(@as(?usize, i), rfind(&h, "xay"));
        try std.testing.expectEqual(@as(?usize, null), find(&h, "xay", i + 1));
        h[i] = 'a';
        h[i + 2] = 'a';
    }
}
