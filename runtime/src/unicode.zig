//! Properties and case mappings of code points, as CPython 3.13's Unicode data has them.
//!
//! Invariant: each property is a table of its own, so that a program links only those that it can reach.
const std = @import("std");
const props = @import("unicode_props.gen.zig");
const case = @import("unicode_case.gen.zig");
const str = @import("str.zig");

/// A set of code points from its boundaries (ascending; a code point is in the set if an odd number of them is ≤ it). Two bytes a
/// boundary: the lower 16 bits, plane by plane.
fn Set(comptime boundaries: []const u32) type {
    return struct {
        /// Of plane p: starts[p] .. starts[p + 1].
        const starts: [18]u16 = blk: {
            @setEvalBranchQuota(100_000);
            var result: [18]u16 = @splat(boundaries.len);
            for (&result, 0..) |*start, plane| {
                start.* = for (boundaries, 0..) |boundary, i| {
                    if (boundary >> 16 >= plane) break i;
                } else boundaries.len;
            }
            break :blk result;
        };
        const lower: [boundaries.len]u16 = blk: {
            @setEvalBranchQuota(100_000);
            var result: [boundaries.len]u16 = undefined;
            for (&result, boundaries) |*entry, boundary| entry.* = @truncate(boundary);
            break :blk result;
        };

        fn has(c: u21) bool {
            const plane = c >> 16;
            var low: usize = starts[plane];
            var high: usize = starts[plane + 1];
            const wanted: u16 = @truncate(c);
            while (low < high) {
                const mid = (low + high) / 2;
                if (lower[mid] <= wanted) low = mid + 1 else high = mid;
            }
            return low & 1 != 0;
        }
    };
}

pub fn isAlpha(c: u21) bool {
    if (c < 128) return std.ascii.isAlphabetic(@intCast(c));
    return Set(&props.alpha).has(c);
}
pub fn isDigit(c: u21) bool {
    if (c < 128) return c >= '0' and c <= '9';
    return Set(&props.digit).has(c);
}
pub fn isNumeric(c: u21) bool {
    if (c < 128) return c >= '0' and c <= '9';
    return Set(&props.numeric).has(c);
}
pub fn isDecimal(c: u21) bool {
    return decimal(c) != null;
}
pub fn isAlnum(c: u21) bool {
    return isAlpha(c) or isNumeric(c) or isDigit(c) or isDecimal(c);
}
pub fn isSpace(c: u21) bool {
    if (c < 128) return c == ' ' or (c >= 9 and c <= 13) or (c >= 0x1c and c <= 0x1f);
    return Set(&props.space).has(c);
}
pub fn isUpper(c: u21) bool {
    if (c < 128) return c >= 'A' and c <= 'Z';
    return Set(&props.upper).has(c);
}
pub fn isLower(c: u21) bool {
    if (c < 128) return c >= 'a' and c <= 'z';
    return Set(&props.lower).has(c);
}
pub fn isTitle(c: u21) bool {
    return c >= 128 and Set(&props.title).has(c);
}
pub fn isCased(c: u21) bool {
    return isLower(c) or isUpper(c) or isTitle(c);
}
pub fn isCaseIgnorable(c: u21) bool {
    return Set(&props.case_ignorable).has(c);
}
pub fn isPrintable(c: u21) bool {
    if (c < 128) return c >= 32 and c < 127;
    return Set(&props.printable).has(c);
}
pub fn isIdentifierStart(c: u21) bool {
    if (c < 128) return c == '_' or std.ascii.isAlphabetic(@intCast(c));
    return Set(&props.xid_start).has(c);
}
pub fn isIdentifierContinue(c: u21) bool {
    if (c < 128) return c == '_' or std.ascii.isAlphanumeric(@intCast(c));
    return Set(&props.xid_continue).has(c);
}
/// Where `splitlines` breaks.
pub fn isLineBreak(c: u21) bool {
    return switch (c) {
        '\n', '\r', 0x0b, 0x0c, 0x1c, 0x1d, 0x1e, 0x85, 0x2028, 0x2029 => true,
        else => false,
    };
}

/// Value of a decimal digit.
pub fn decimal(c: u21) ?u8 {
    if (c < 128) return if (c >= '0' and c <= '9') @intCast(c - '0') else null;
    var low: usize = 0;
    var high: usize = props.decimal_zeros.len;
    while (low < high) {
        const mid = (low + high) / 2;
        if (props.decimal_zeros[mid] <= c) low = mid + 1 else high = mid;
    }
    if (low == 0) return null;
    const d = c - props.decimal_zeros[low - 1];
    return if (d < 10) @intCast(d) else null;
}

/// Writes a text for number parsing: decimal digits and spaces become ASCII, everything else that is not ASCII '?'.
/// `out` is as long as the text.
pub fn asciiNumber(s: []const u8, out: []u8) []const u8 {
    var it: str.Codepoints = .{ .s = s };
    var n: usize = 0;
    while (it.next()) |c| {
        out[n] = if (c < 128) @intCast(c) else if (decimal(c)) |d| '0' + d else if (isSpace(c)) ' ' else '?';
        n += 1;
    }
    return out[0..n];
}

pub const Case = enum { upper, lower, title, fold };
/// One to three code points.
pub const Mapped = struct { cp: [3]u21, len: usize };

fn simple(table: []const case.Range, c: u21) u21 {
    var low: usize = 0;
    var high: usize = table.len;
    while (low < high) {
        const mid = (low + high) / 2;
        if (table[mid][1] < c) low = mid + 1 else high = mid;
    }
    if (low == table.len) return c;
    const first, _, const stride, const delta = table[low];
    if (c < first or (c - first) % stride != 0) return c;
    return @intCast(@as(i32, c) + delta);
}

fn full(comptime kind: Case, c: u21) Mapped {
    const name = @tagName(kind);
    const special: []const case.Special = &@field(case, name ++ "_special");
    var low: usize = 0;
    var high: usize = special.len;
    while (low < high) {
        const mid = (low + high) / 2;
        if (special[mid][0] < c) low = mid + 1 else high = mid;
    }
    if (low < special.len and special[low][0] == c) {
        const to = special[low][1];
        return .{ .cp = to, .len = if (to[2] != 0) 3 else 2 };
    }
    return .{ .cp = .{ simple(&@field(case, name), c), 0, 0 }, .len = 1 };
}

/// The full mapping of one code point, without context.
pub fn map(comptime kind: Case, c: u21) Mapped {
    if (c < 128) {
        const b: u8 = @intCast(c);
        const r = if (kind == .upper or kind == .title) std.ascii.toUpper(b) else std.ascii.toLower(b);
        return .{ .cp = .{ r, 0, 0 }, .len = 1 };
    }
    return full(kind, c);
}
