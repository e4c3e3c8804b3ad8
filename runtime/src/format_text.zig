//! Formatting texts with the mini-language, and padding.
const std = @import("std");
const object = @import("object.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const index = @import("str_index.zig");
const spec_ = @import("format_spec.zig");
const Word = object.Word;
const Str = object.Str;

/// Widths that no memory can hold raise MemoryError; false: raised.
pub fn checkWidth(width: i64) bool {
    if (width <= 1 << 34) return true;
    _ = err.raise(.MemoryError, "", .{});
    return false;
}

/// Left padding of a content of `n` code points; the right one is the rest.
pub fn leftPadding(alignment: u8, gap: usize) usize {
    return switch (alignment) {
        '>', '=' => gap,
        '^' => gap / 2,
        else => 0,
    };
}

/// `format(s, spec)`, owned.
pub fn formatStr(s: *Str, text: []const u8) Word {
    if (text.len == 0) return str.own(s);
    var b: str.Builder = .{};
    if (!appendStr(&b, s, text)) {
        b.deinit();
        return 0;
    }
    return b.finish();
}

/// Appends `format(s, spec)`; false: raised.
pub fn appendStr(b: *str.Builder, s: *Str, text: []const u8) bool {
    const name = str.typeName(object.word(s));
    const spec = spec_.parse(text, name, 's', '<') orelse return false;
    if (spec.type != 's') {
        _ = spec_.unknownCode(spec.type, name);
        return false;
    }
    if (spec.sign != 0) {
        if (spec.sign == ' ') {
            _ = err.raise(.ValueError, "Space not allowed in string format specifier", .{});
        } else _ = err.raise(.ValueError, "Sign not allowed in string format specifier", .{});
        return false;
    }
    if (spec.no_negative_zero) {
        _ = err.raise(.ValueError, "Negative zero coercion (z) not allowed in string format specifier", .{});
        return false;
    }
    if (spec.alternate) {
        _ = err.raise(.ValueError, "Alternate form (#) not allowed in string format specifier", .{});
        return false;
    }
    if (spec.alignment == '=') {
        _ = err.raise(.ValueError, "'=' alignment not allowed in string format specifier", .{});
        return false;
    }
    if (!checkWidth(spec.width)) return false;
    var n: usize = @intCast(s.codepoints);
    if (spec.precision >= 0 and spec.precision < n) n = @intCast(spec.precision);
    const content = s.slice()[0..index.offset(s, n)];
    const gap = @as(usize, @intCast(@max(spec.width, 0))) -| n;
    const left = leftPadding(spec.alignment, gap);
    b.appendCodepointTimes(spec.fill, left);
    b.append(content);
    b.appendCodepointTimes(spec.fill, gap - left);
    return true;
}
