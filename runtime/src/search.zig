//! Finding bytes in bytes: shared by str and bytes.
const std = @import("std");

extern fn memcmp(a: [*]const u8, b: [*]const u8, n: usize) callconv(.c) c_int;
extern fn memchr(s: [*]const u8, c: c_int, n: usize) callconv(.c) ?[*]const u8;

/// The same bytes.
pub inline fn same(a: []const u8, b: []const u8) bool {
    return a.len == b.len and (a.len == 0 or (a[0] == b[0] and memcmp(a.ptr, b.ptr, a.len) == 0));
}

/// Order of bytes: below, equal or above 0.
pub fn order(a: []const u8, b: []const u8) i32 {
    const shared = @min(a.len, b.len);
    const found = if (shared == 0) 0 else memcmp(a.ptr, b.ptr, shared);
    if (found != 0) return if (found < 0) -1 else 1;
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
        if (haystack[i] == needle[0] and std.mem.eql(u8, haystack[i..][0..needle.len], needle)) return i;
    }
    return null;
}

/// Number of places where `needle` (not empty) stands without overlap.
pub fn count(haystack: []const u8, needle: []const u8) usize {
    var n: usize = 0;
    var i: usize = 0;
    while (find(haystack, needle, i)) |at| {
        n += 1;
        i = at + needle.len;
    }
    return n;
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
