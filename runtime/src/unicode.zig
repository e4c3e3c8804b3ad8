//! Properties and case mappings of code points, as CPython 3.13's Unicode data has them.
//!
//! Invariant: each property is a table of its own, so that a program links only those that it can reach.
const std = @import("std");
const props = @import("unicode_props.gen.zig");
const case = @import("unicode_case.gen.zig");
const str = @import("str.zig");

/// Whether an odd number of boundaries is ≤ c.
fn member(table: []const u32, c: u21) bool {
    var low: usize = 0;
    var high: usize = table.len;
    while (low < high) {
        const mid = (low + high) / 2;
        if (table[mid] <= c) low = mid + 1 else high = mid;
    }
    return low & 1 != 0;
}

pub fn isAlpha(c: u21) bool {
    if (c < 128) return std.ascii.isAlphabetic(@intCast(c));
    return member(&props.alpha, c);
}
pub fn isDigit(c: u21) bool {
    if (c < 128) return c >= '0' and c <= '9';
    return member(&props.digit, c);
}
pub fn isNumeric(c: u21) bool {
    if (c < 128) return c >= '0' and c <= '9';
    return member(&props.numeric, c);
}
pub fn isDecimal(c: u21) bool {
    return decimal(c) != null;
}
pub fn isAlnum(c: u21) bool {
    return isAlpha(c) or isNumeric(c) or isDigit(c) or isDecimal(c);
}
pub fn isSpace(c: u21) bool {
    if (c < 128) return c == ' ' or (c >= 9 and c <= 13) or (c >= 0x1c and c <= 0x1f);
    return member(&props.space, c);
}
pub fn isUpper(c: u21) bool {
    if (c < 128) return c >= 'A' and c <= 'Z';
    return member(&props.upper, c);
}
pub fn isLower(c: u21) bool {
    if (c < 128) return c >= 'a' and c <= 'z';
    return member(&props.lower, c);
}
pub fn isTitle(c: u21) bool {
    return c >= 128 and member(&props.title, c);
}
pub fn isCased(c: u21) bool {
    return isLower(c) or isUpper(c) or isTitle(c);
}
pub fn isCaseIgnorable(c: u21) bool {
    return member(&props.case_ignorable, c);
}
pub fn isPrintable(c: u21) bool {
    if (c < 128) return c >= 32 and c < 127;
    return member(&props.printable, c);
}
pub fn isIdentifierStart(c: u21) bool {
    if (c < 128) return c == '_' or std.ascii.isAlphabetic(@intCast(c));
    return member(&props.xid_start, c);
}
pub fn isIdentifierContinue(c: u21) bool {
    if (c < 128) return c == '_' or std.ascii.isAlphanumeric(@intCast(c));
    return member(&props.xid_continue, c);
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
