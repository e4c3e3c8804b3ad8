//! `float.hex` and `float.fromhex`.
const std = @import("std");
const object = @import("object.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const int_text = @import("int_text.zig");
const text = @import("float_text.zig");
const rounding = @import("float_round.zig");
const Word = object.Word;

/// `float.hex()`, owned.
pub fn toHex(v: f64) Word {
    var b: str.Builder = .{};
    if (!std.math.isFinite(v)) {
        text.appendRepr(&b, v, true);
        return b.finish();
    }
    const bits: u64 = @bitCast(v);
    const field: i64 = @intCast(bits >> 52 & 0x7ff);
    const fraction = bits & ((1 << 52) - 1);
    if (std.math.signbit(v)) b.appendByte('-');
    if (v == 0) {
        b.append("0x0.0p+0");
        return b.finish();
    }
    b.append(if (field == 0) "0x0." else "0x1.");
    for (0..13) |i| b.appendByte("0123456789abcdef"[@intCast(fraction >> @intCast(48 - 4 * i) & 15)]);
    const exponent = if (field == 0) -1022 else field - 1023;
    b.append(if (exponent < 0) "p-" else "p+");
    b.appendInt(@intCast(@abs(exponent)));
    return b.finish();
}

fn invalid() ?f64 {
    _ = err.raise(.ValueError, "invalid hexadecimal floating-point string", .{});
    return null;
}

fn tooLarge() ?f64 {
    _ = err.raise(.OverflowError, "hexadecimal value too large to represent as a float", .{});
    return null;
}

/// `float.fromhex(s)`; null: raised.
pub fn fromHex(text_: []const u8) ?f64 {
    var s = text_;
    while (s.len > 0 and int_text.isSpace(s[0])) s = s[1..];
    while (s.len > 0 and int_text.isSpace(s[s.len - 1])) s = s[0 .. s.len - 1];
    var negative = false;
    if (s.len > 0 and (s[0] == '+' or s[0] == '-')) {
        negative = s[0] == '-';
        s = s[1..];
    }
    if (s.len > 0 and (s[0] | 32 == 'i' or s[0] | 32 == 'n')) {
        const v = text.parse(s) orelse return invalid();
        return if (negative) -v else v;
    }
    if (s.len >= 2 and s[0] == '0' and s[1] | 32 == 'x') s = s[2..];
    var m: u64 = 0;
    var sticky = false;
    // The value is m · 2^exponent (plus the fraction that `sticky` stands for).
    var exponent: i64 = 0;
    var digits: usize = 0;
    var point = false;
    var i: usize = 0;
    while (i < s.len) : (i += 1) {
        if (s[i] == '.' and !point) {
            point = true;
            continue;
        }
        const d = std.fmt.charToDigit(s[i], 16) catch break;
        digits += 1;
        if (m >> 60 == 0) {
            m = m << 4 | d;
            if (point) exponent -= 4;
        } else {
            if (d != 0) sticky = true;
            if (!point) exponent += 4;
        }
    }
    if (digits == 0) return invalid();
    if (i < s.len) {
        if (s[i] | 32 != 'p') return invalid();
        i += 1;
        var down = false;
        if (i < s.len and (s[i] == '+' or s[i] == '-')) {
            down = s[i] == '-';
            i += 1;
        }
        if (i == s.len) return invalid();
        var e: i64 = 0;
        while (i < s.len) : (i += 1) {
            if (!std.ascii.isDigit(s[i])) return invalid();
            e = @min(e * 10 + (s[i] - '0'), 1 << 50);
        }
        exponent += if (down) -e else e;
    }
    if (m == 0) return if (negative) -0.0 else 0.0;
    // With a fraction below it the mantissa needs its top bit set.
    const lead: u6 = @intCast(@clz(m));
    m <<= lead;
    exponent -= lead;
    if (exponent > 2000) return tooLarge();
    if (exponent < -2000) return if (negative) -0.0 else 0.0;
    const v = rounding.compose(m, sticky, exponent) orelse return tooLarge();
    return if (negative) -v else v;
}
