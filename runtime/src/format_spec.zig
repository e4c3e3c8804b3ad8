//! The format mini-language: parsing `[[fill]align][sign][z][#][0][width][,_][.precision][type]`.
//!
//! Invariant: errors are CPython's, raised in its order.
const std = @import("std");
const object = @import("object.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const unicode = @import("unicode.zig");

pub const Spec = struct {
    fill: u21 = ' ',
    /// '<', '>', '=' or '^'
    alignment: u8,
    align_given: bool = false,
    fill_given: bool = false,
    alternate: bool = false,
    no_negative_zero: bool = false,
    /// 0: none
    sign: u8 = 0,
    /// −1: none
    width: i64 = -1,
    /// 0, ',' or '_'
    grouping: u8 = 0,
    /// Digits between separators.
    group_size: u8 = 3,
    /// −1: none
    precision: i64 = -1,
    /// 0: none given and no default
    type: u21,
};

fn isAlign(c: u21) bool {
    return c == '<' or c == '>' or c == '=' or c == '^';
}

fn fail(comptime fmt: []const u8, args: anytype) ?Spec {
    _ = err.raise(.ValueError, fmt, args);
    return null;
}

/// Digits at `i.*`; −1: none; null: raised.
pub fn integer(s: []const u8, i: *usize) ?i64 {
    const start = i.*;
    var v: i64 = 0;
    while (i.* < s.len) {
        const digit: i64 = unicode.decimal(str.decodeAt(s, i.*)) orelse break;
        if (v > @divTrunc(std.math.maxInt(i64) - digit, 10)) {
            _ = err.raise(.ValueError, "Too many decimal digits in format string", .{});
            return null;
        }
        v = v * 10 + digit;
        i.* += str.sequenceLength(s[i.*]);
    }
    return if (i.* == start) -1 else v;
}

/// Parses `s` for a value of class `type_name`; null: raised.
pub fn parse(s: []const u8, type_name: []const u8, default_type: u21, default_align: u8) ?Spec {
    var spec: Spec = .{ .alignment = default_align, .type = default_type };
    var i: usize = 0;
    if (s.len > 0) {
        const n = str.sequenceLength(s[0]);
        if (s.len > n and isAlign(s[n])) {
            spec.fill = str.decodeAt(s, 0);
            spec.alignment = s[n];
            spec.fill_given = true;
            spec.align_given = true;
            i = n + 1;
        } else if (isAlign(s[0])) {
            spec.alignment = s[0];
            spec.align_given = true;
            i = 1;
        }
    }
    if (i < s.len and (s[i] == ' ' or s[i] == '+' or s[i] == '-')) {
        spec.sign = s[i];
        i += 1;
    }
    if (i < s.len and s[i] == 'z') {
        spec.no_negative_zero = true;
        i += 1;
    }
    if (i < s.len and s[i] == '#') {
        spec.alternate = true;
        i += 1;
    }
    if (!spec.fill_given and i < s.len and s[i] == '0') {
        spec.fill = '0';
        spec.fill_given = true;
        if (!spec.align_given and default_align == '>') spec.alignment = '=';
        i += 1;
    }
    spec.width = integer(s, &i) orelse return null;
    if (i < s.len and s[i] == ',') {
        spec.grouping = ',';
        i += 1;
    }
    if (i < s.len and s[i] == '_') {
        if (spec.grouping != 0) return fail("Cannot specify both ',' and '_'.", .{});
        spec.grouping = '_';
        i += 1;
    }
    if (i < s.len and s[i] == ',' and spec.grouping == '_') return fail("Cannot specify both ',' and '_'.", .{});
    if (i < s.len and s[i] == '.') {
        i += 1;
        spec.precision = integer(s, &i) orelse return null;
        if (spec.precision < 0) return fail("Format specifier missing precision", .{});
    }
    if (i < s.len) {
        const n = str.sequenceLength(s[i]);
        if (i + n < s.len) return fail("Invalid format specifier '{s}' for object of type '{s}'", .{ s, type_name });
        spec.type = str.decodeAt(s, i);
    }
    if (spec.grouping == 0) return spec;
    switch (spec.type) {
        'd', 'e', 'f', 'g', 'E', 'G', '%', 'F', 0 => return spec,
        'b', 'o', 'x', 'X' => if (spec.grouping == '_') {
            spec.group_size = 4;
            return spec;
        },
        else => {},
    }
    const separator: []const u8 = if (spec.grouping == ',') "," else "_";
    if (spec.type > 32 and spec.type < 128) {
        return fail("Cannot specify '{s}' with '{s}'.", .{ separator, @as([]const u8, &.{@intCast(spec.type)}) });
    }
    return fail("Cannot specify '{s}' with '\\x{x}'.", .{ separator, @as(u64, spec.type) });
}

/// Raises the error of an unknown type code.
pub fn unknownCode(code: u21, type_name: []const u8) object.Word {
    if (code > 32 and code < 128) {
        return err.raise(.ValueError, "Unknown format code '{s}' for object of type '{s}'", .{ @as([]const u8, &.{@intCast(code)}), type_name });
    }
    return err.raise(.ValueError, "Unknown format code '\\x{x}' for object of type '{s}'", .{ @as(u64, code), type_name });
}
