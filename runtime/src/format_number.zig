//! Formatting ints, floats and complex values with the mini-language.
//!
//! Invariant: a number is laid out as sign, prefix, grouped digits, rest; zero padding with '=' grows the digits, so
//! that separators run through the zeros.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const int = @import("int.zig");
const float = @import("float.zig");
const complex = @import("complex.zig");
const int_text = @import("int_text.zig");
const float_text = @import("float_text.zig");
const spec_ = @import("format_spec.zig");
const text_ = @import("format_text.zig");
const repr = @import("repr.zig");
const Word = object.Word;
const Spec = spec_.Spec;
const Builder = str.Builder;

/// The parts of a number: `digits` get separators, `rest` (fraction, exponent, "inf") does not.
const Parts = struct { negative: bool, prefix: []const u8 = "", digits: []const u8, rest: []const u8 = "" };

/// Appends the number padded to the width.
fn layOut(b: *Builder, spec: Spec, p: Parts) void {
    const sign: []const u8 = if (p.negative) "-" else switch (spec.sign) {
        '+' => "+",
        ' ' => " ",
        else => "",
    };
    const width: usize = @intCast(@max(spec.width, 0));
    const around = sign.len + p.prefix.len + p.rest.len;
    var grouped: Builder = .{};
    defer grouped.deinit();
    var digits = p.digits;
    if (spec.grouping != 0 and p.digits.len > 0) {
        const least = if (spec.fill == '0' and spec.alignment == '=') width -| around else 0;
        group(&grouped, p.digits, spec, least);
        digits = grouped.slice();
    }
    const gap = width -| (around + digits.len);
    const left = if (spec.alignment == '=') 0 else text_.leftPadding(spec.alignment, gap);
    const inner = if (spec.alignment == '=') gap else 0;
    b.reserve(around + digits.len + gap);
    b.appendCodepointTimes(spec.fill, left);
    b.append(sign);
    b.append(p.prefix);
    b.appendCodepointTimes(spec.fill, inner);
    b.append(digits);
    b.append(p.rest);
    b.appendCodepointTimes(spec.fill, gap - left - inner);
}

/// Digits with separators, zeros added up to `least` characters. Built from the end, then turned round.
fn group(out: *Builder, digits: []const u8, spec: Spec, least_: usize) void {
    var left = digits.len;
    var least: i64 = @intCast(least_);
    var first = true;
    while (true) {
        const n = @min(@as(usize, spec.group_size), @max(left, @as(usize, @intCast(@max(least, 1)))));
        if (!first) out.appendByte(spec.grouping);
        first = false;
        for (0..n) |_| {
            if (left > 0) {
                left -= 1;
                out.appendByte(digits[left]);
            } else out.appendByte('0');
        }
        least -= @intCast(n);
        if (left == 0 and least <= 0) break;
        least -= 1;
    }
    std.mem.reverse(u8, out.slice());
}

/// Runs an appender on a fresh builder; its result is owned.
fn build(w: Word, text: []const u8, comptime f: fn (*Builder, Word, []const u8) bool) Word {
    var b: Builder = .{};
    if (!f(&b, w, text)) {
        b.deinit();
        return 0;
    }
    return b.finish();
}

/// `format(w, spec)` of an int, bool or subclass instance, owned.
pub fn formatInt(w: Word, text: []const u8) Word {
    if (text.len == 0) return repr.str(w);
    return build(w, text, appendInt);
}
pub fn formatFloat(w: Word, text: []const u8) Word {
    if (text.len == 0) return repr.str(w);
    return build(w, text, appendFloat);
}
pub fn formatComplex(w: Word, text: []const u8) Word {
    if (text.len == 0) return repr.str(w);
    return build(w, text, appendComplex);
}

/// Appends `format(w, text)` of an int with a spec that is not empty; false: raised.
pub fn appendInt(b: *Builder, w: Word, text: []const u8) bool {
    const name = str.typeName(w);
    const spec = spec_.parse(text, name, 'd', '>') orelse return false;
    const v = int.valueOf(w);
    switch (spec.type) {
        'b', 'c', 'd', 'o', 'x', 'X', 'n' => return integer(b, v, spec),
        'e', 'E', 'f', 'F', 'g', 'G', '%' => {
            const x = int.toF64OrRaise(v) orelse return false;
            return floating(b, x, spec, name);
        },
        else => {
            _ = spec_.unknownCode(spec.type, name);
            return false;
        },
    }
}

fn refuse(comptime message: []const u8) bool {
    _ = err.raise(.ValueError, message, .{});
    return false;
}

fn integer(b: *Builder, v: Word, spec: Spec) bool {
    if (spec.precision >= 0) return refuse("Precision not allowed in integer format specifier");
    if (spec.no_negative_zero) return refuse("Negative zero coercion (z) not allowed in integer format specifier");
    if (!text_.checkWidth(spec.width)) return false;
    if (spec.type == 'c') {
        if (spec.sign != 0) return refuse("Sign not allowed with integer format specifier 'c'");
        if (spec.alternate) return refuse("Alternate form (#) not allowed with integer format specifier 'c'");
        const c = int.toI64(v) orelse {
            _ = err.raise(.OverflowError, "Python int too large to convert to C long", .{});
            return false;
        };
        if (c < 0 or c > 0x10ffff) {
            _ = err.raise(.OverflowError, "%c arg not in range(0x110000)", .{});
            return false;
        }
        const gap = @as(usize, @intCast(@max(spec.width, 1))) - 1;
        const left = text_.leftPadding(spec.alignment, gap);
        b.appendCodepointTimes(spec.fill, left);
        b.appendCodepoint(@intCast(c));
        b.appendCodepointTimes(spec.fill, gap - left);
        return true;
    }
    const base: u8 = switch (spec.type) {
        'b' => 2,
        'o' => 8,
        'x', 'X' => 16,
        else => 10,
    };
    const prefix: []const u8 = if (!spec.alternate) "" else switch (spec.type) {
        'b' => "0b",
        'o' => "0o",
        'x' => "0x",
        'X' => "0X",
        else => "",
    };
    if (object.isSmall(v) and base == 10) {
        var buf: [24]u8 = undefined;
        const digits = int_text.writeSmall(object.smallValue(v), &buf);
        const negative = digits[0] == '-';
        layOut(b, spec, .{ .negative = negative, .digits = if (negative) digits[1..] else digits });
        return true;
    }
    const d = int_text.digitsOf(v, base) orelse return false;
    defer d.deinit();
    if (spec.type == 'X') {
        for (d.digits) |*c| c.* = std.ascii.toUpper(c.*);
    }
    layOut(b, spec, .{ .negative = int.sign(v) < 0, .prefix = prefix, .digits = d.digits });
    return true;
}

/// Appends `format(w, text)` of a float with a spec that is not empty; false: raised.
pub fn appendFloat(b: *Builder, w: Word, text: []const u8) bool {
    const name = str.typeName(w);
    const spec = spec_.parse(text, name, 0, '>') orelse return false;
    return floating(b, float.of(w).?, spec, name);
}

const max_precision = (1 << 31) - 1;

/// The text of a float's magnitude by type code and precision.
fn style(spec: Spec) ?float_text.Style {
    var s: float_text.Style = .{ .code = 'r', .alternate = spec.alternate };
    s.precision = @intCast(if (spec.precision < 0) 6 else spec.precision);
    switch (spec.type) {
        0 => {
            s.dot_zero = true;
            if (spec.precision >= 0) s.code = 'G';
        },
        'n' => s.code = 'g',
        '%' => s.code = 'f',
        'e', 'f', 'g' => s.code = @intCast(spec.type),
        'E', 'F', 'G' => {
            s.code = @intCast(spec.type + 32);
            s.upper = true;
        },
        else => return null,
    }
    return s;
}

/// Appends the magnitude; code 'G' stands for `g` that shows a fraction or exponent.
fn appendMagnitude(b: *Builder, v: f64, s: float_text.Style) void {
    if (s.code != 'G') return float_text.append(b, v, s);
    var t = s;
    t.code = 'g';
    float_text.append(b, v, t);
}

fn floating(b: *Builder, v_: f64, spec: Spec, name: []const u8) bool {
    var v = v_;
    const s = style(spec) orelse {
        _ = spec_.unknownCode(spec.type, name);
        return false;
    };
    if (spec.precision > max_precision) return refuse("precision too big");
    if (!text_.checkWidth(spec.width) or !text_.checkWidth(spec.precision)) return false;
    if (spec.type == '%') v *= 100;
    var number: Builder = .{};
    defer number.deinit();
    appendMagnitude(&number, v, s);
    if (spec.type == '%') number.appendByte('%');
    const text = number.slice();
    var negative = std.math.signbit(v) and !std.math.isNan(v);
    if (negative and spec.no_negative_zero and isZeroText(text)) negative = false;
    var n: usize = 0;
    while (n < text.len and std.ascii.isDigit(text[n])) n += 1;
    layOut(b, spec, .{ .negative = negative, .digits = text[0..n], .rest = text[n..] });
    return true;
}

/// No digit but zero before an exponent.
fn isZeroText(text: []const u8) bool {
    for (text) |c| {
        if (c == 'e' or c == 'E') break;
        if (c >= '1' and c <= '9') return false;
        if (std.ascii.isAlphabetic(c)) return false;
    }
    return true;
}

fn appendSigned(b: *Builder, v: f64, s: float_text.Style, spec: Spec, plus: bool) void {
    var number: Builder = .{};
    defer number.deinit();
    appendMagnitude(&number, v, s);
    const text = number.slice();
    var n: usize = 0;
    while (n < text.len and std.ascii.isDigit(text[n])) n += 1;
    var plain = spec;
    plain.width = -1;
    plain.fill = ' ';
    plain.alignment = '<';
    if (plus) plain.sign = '+';
    const negative = std.math.signbit(v) and !std.math.isNan(v) and !(spec.no_negative_zero and isZeroText(text));
    layOut(b, plain, .{ .negative = negative, .digits = text[0..n], .rest = text[n..] });
}

fn appendComplex(b: *Builder, w: Word, text: []const u8) bool {
    const name = str.typeName(w);
    const spec = spec_.parse(text, name, 0, '>') orelse return false;
    const v = complex.of(w).?;
    var s = style(spec) orelse {
        _ = spec_.unknownCode(spec.type, name);
        return false;
    };
    if (spec.type == '%') {
        _ = spec_.unknownCode('%', name);
        return false;
    }
    if (spec.fill == '0') return refuse("Zero padding is not allowed in complex format specifier");
    if (spec.alignment == '=') return refuse("'=' alignment flag is not allowed in complex format specifier");
    if (spec.precision > max_precision) return refuse("precision too big");
    if (!text_.checkWidth(spec.width) or !text_.checkWidth(spec.precision)) return false;
    s.dot_zero = false;
    if (s.code == 'G') s.code = 'g';
    var number: Builder = .{};
    defer number.deinit();
    const bare = spec.type == 0;
    const skip_real = bare and v.re == 0 and !std.math.signbit(v.re);
    const parens = bare and !skip_real;
    if (parens) number.appendByte('(');
    if (!skip_real) appendSigned(&number, v.re, s, spec, false);
    appendSigned(&number, v.im, s, spec, !skip_real);
    number.appendByte('j');
    if (parens) number.appendByte(')');
    const content = number.slice();
    const gap = @as(usize, @intCast(@max(spec.width, 0))) -| content.len;
    const left = text_.leftPadding(spec.alignment, gap);
    b.appendCodepointTimes(spec.fill, left);
    b.append(content);
    b.appendCodepointTimes(spec.fill, gap - left);
    return true;
}
