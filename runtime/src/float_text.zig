//! Floats and decimal text: shortest round-trip digits, correctly rounded digits of any precision, and parsing.
//!
//! Invariant: every printed digit is one of the value's exact decimal expansion, rounded half to even once; parsing is
//! correctly rounded. Nothing depends on the locale.
const std = @import("std");
const mag = @import("mag.zig");
const alloc = @import("alloc.zig");
const str = @import("str.zig");
const int_text = @import("int_text.zig");

/// A positive number 0.d₁d₂d₃… × 10^point; no digits: zero.
pub const Decimal = struct { digits: []u8, point: i32 };

/// Enough for the exact expansion of any float.
pub const max_digits = 1200;
pub const DigitBuffer = [max_digits]u8;

/// The fewest digits that read back as the finite `v` ≥ 0.
pub fn shortest(v: f64, buf: *DigitBuffer) Decimal {
    if (v == 0) return .{ .digits = buf[0..0], .point = 1 };
    // 'd.ddde±x': the digits are moved together. At most 17 digits, a point, a sign and a three-digit exponent: they fit.
    const s = std.fmt.float.render(buf[64..], v, .{ .mode = .scientific }) catch unreachable;
    var n: usize = 0;
    var i: usize = 0;
    while (i < s.len and s[i] != 'e') : (i += 1) {
        if (s[i] == '.') continue;
        buf[n] = s[i];
        n += 1;
    }
    var exponent: i32 = 0;
    i += 1;
    const negative = s[i] == '-';
    if (negative) i += 1;
    while (i < s.len) : (i += 1) exponent = exponent * 10 + (s[i] - '0');
    if (negative) exponent = -exponent;
    while (n > 1 and buf[n - 1] == '0') n -= 1;
    return .{ .digits = buf[0..n], .point = exponent + 1 };
}

/// All digits of the finite `v` ≥ 0.
pub fn exactDigits(v: f64, buf: *DigitBuffer) Decimal {
    if (v == 0) return .{ .digits = buf[0..0], .point = 1 };
    const b: u64 = @bitCast(v);
    const field: i32 = @intCast(b >> 52 & 0x7ff);
    var m = b & ((1 << 52) - 1);
    var e: i32 = -1074;
    if (field != 0) {
        m |= 1 << 52;
        e = field - 1075;
    }
    const zeros: u6 = @intCast(@ctz(m));
    m >>= zeros;
    e += zeros;
    var limbs: [48]u64 = @splat(0);
    limbs[0] = m;
    var used: usize = 1;
    var left: u32 = @abs(e);
    // m · 2^e, or m · 5^−e with the point shifted.
    const step_bits: u32 = if (e >= 0) 32 else 27;
    while (left > 0) {
        const n = @min(left, step_bits);
        // 5^27 < 2^63: no overflow.
        const factor: u64 = if (e >= 0) @as(u64, 1) << @intCast(n) else std.math.powi(u64, 5, n) catch unreachable;
        const carry = mag.mul1(limbs[0..used], limbs[0..used], factor, 0);
        if (carry != 0) {
            limbs[used] = carry;
            used += 1;
        }
        left -= n;
    }
    const digits = int_text.writeDigits(limbs[0..used], 10, buf);
    const count: i32 = @intCast(digits.len);
    return .{ .digits = digits, .point = if (e >= 0) count else count + e };
}

/// Keeps `keep` digits, rounding half to even; a carry may leave one digit more place before the point.
pub fn round(d: Decimal, keep: i64) Decimal {
    if (keep >= d.digits.len) return d;
    if (keep < 0) return .{ .digits = d.digits[0..0], .point = d.point };
    const n: usize = @intCast(keep);
    const next = d.digits[n];
    var up = next > '5';
    if (next == '5') {
        for (d.digits[n + 1 ..]) |c| {
            if (c != '0') {
                up = true;
                break;
            }
        } else up = n > 0 and (d.digits[n - 1] - '0') & 1 != 0;
    }
    if (!up) return .{ .digits = d.digits[0..n], .point = d.point };
    var i = n;
    while (i > 0) {
        i -= 1;
        if (d.digits[i] != '9') {
            d.digits[i] += 1;
            return .{ .digits = d.digits[0..n], .point = d.point };
        }
        d.digits[i] = '0';
    }
    d.digits[0] = '1';
    return .{ .digits = d.digits[0..@max(n, 1)], .point = d.point + 1 };
}

/// The finite `v` ≥ 0 times 10^places, rounded half to even, exactly; null: out of this method's range.
pub fn scaled(v: f64, places: usize) ?u128 {
    if (places > 19) return null;
    const b: u64 = @bitCast(v);
    const field: i32 = @intCast(b >> 52 & 0x7ff);
    const m = b & ((1 << 52) - 1) | (if (field != 0) @as(u64, 1) << 52 else 0);
    const e: i32 = if (field == 0) -1074 else field - 1075;
    if (e > 10) return null;
    const n = @as(u128, m) * powers_of_ten[places];
    if (e >= 0) return n << @intCast(e);
    // n < 2^117, so a shift by more leaves less than half.
    if (e < -126) return 0;
    const down: u7 = @intCast(-e);
    const q = n >> down;
    const rest = n - (q << down);
    const half = @as(u128, 1) << (down - 1);
    return if (rest > half or (rest == half and q & 1 != 0)) q + 1 else q;
}

pub const powers_of_ten: [20]u64 = blk: {
    var table: [20]u64 = undefined;
    table[0] = 1;
    for (1..20) |i| table[i] = table[i - 1] * 10;
    break :blk table;
};

/// Fixed notation of values that `scaled` reaches; false: nothing was appended.
fn appendScaled(b: *str.Builder, v: f64, places: usize, alternate: bool) bool {
    const q = scaled(v, places) orelse return false;
    if (q > std.math.maxInt(i64)) return false;
    var buf: [48]u8 = undefined;
    const digits = int_text.writeSmall(@intCast(q), &buf);
    // At least one digit before the point.
    const zeros = (places + 1) -| digits.len;
    const whole = digits.len + zeros - places;
    b.reserve(whole + places + 1);
    if (zeros > 0) b.appendByte('0') else b.append(digits[0..whole]);
    if (places > 0 or alternate) b.appendByte('.');
    if (places == 0) return true;
    b.appendByteTimes('0', zeros -| 1);
    b.append(if (zeros > 0) digits else digits[whole..]);
    return true;
}

pub const Style = struct {
    /// 'e', 'f', 'g' (lower case) or 'r': shortest.
    code: u8,
    precision: usize = 0,
    /// `#`: keep the point and trailing zeros.
    alternate: bool = false,
    /// A float's repr always shows a fraction or an exponent.
    dot_zero: bool = false,
    upper: bool = false,
    /// 'r' only: decimal exponents below this are printed without an exponent.
    fixed_limit: i32 = 16,
};

/// Appends the text of `v` without its sign.
pub fn append(b: *str.Builder, v: f64, style: Style) void {
    const start = b.len;
    if (std.math.isNan(v)) b.append("nan") else if (std.math.isInf(v)) b.append("inf") else appendFinite(b, @abs(v), style);
    if (style.upper) {
        for (b.slice()[start..]) |*c| c.* = std.ascii.toUpper(c.*);
    }
}

fn appendFinite(b: *str.Builder, v: f64, style: Style) void {
    var buf: DigitBuffer = undefined;
    switch (style.code) {
        'e' => {
            const d = round(exactDigits(v, &buf), @as(i64, @intCast(style.precision)) + 1);
            appendScientific(b, d, style.precision, style.alternate);
        },
        'f' => {
            if (appendScaled(b, v, style.precision, style.alternate)) return;
            const exact = exactDigits(v, &buf);
            const d = round(exact, @as(i64, exact.point) + @as(i64, @intCast(style.precision)));
            appendFixed(b, d, style.precision, style.alternate, false);
        },
        'g' => {
            const p = @max(style.precision, 1);
            const d = round(exactDigits(v, &buf), @intCast(p));
            // Where a fraction must show, one digit less fits before the exponent form.
            const limit: i32 = @intCast(@min(p, 1 << 30));
            appendGeneral(b, d, p, if (style.dot_zero) limit - 1 else limit, style);
        },
        else => appendGeneral(b, shortest(v, &buf), 17, style.fixed_limit, style),
    }
}

fn trim(d: Decimal) Decimal {
    var n = d.digits.len;
    while (n > 0 and d.digits[n - 1] == '0') n -= 1;
    return .{ .digits = d.digits[0..n], .point = d.point };
}

fn appendGeneral(b: *str.Builder, d_: Decimal, precision: usize, limit: i32, style: Style) void {
    const exponent = if (d_.digits.len == 0) 0 else d_.point - 1;
    const keep = style.alternate and style.code == 'g';
    const d = if (keep) d_ else trim(d_);
    if (exponent >= -4 and exponent < limit) {
        const places: i64 = if (keep)
            @as(i64, @intCast(precision)) - 1 - exponent
        else
            @as(i64, @intCast(d.digits.len)) - d.point;
        appendFixed(b, d, @intCast(@max(places, 0)), style.alternate, style.dot_zero);
    } else {
        const places = if (keep) precision - 1 else d.digits.len -| 1;
        appendScientific(b, d, places, style.alternate);
    }
}

fn digitAt(d: Decimal, i: i64) u8 {
    return if (i >= 0 and i < d.digits.len) d.digits[@intCast(i)] else '0';
}

fn appendDigits(b: *str.Builder, d: Decimal, from: i64, count: usize) void {
    b.reserve(count);
    const have: i64 = @intCast(d.digits.len);
    for (0..count) |k| {
        const i = from + @as(i64, @intCast(k));
        if (i >= have) return b.appendByteTimes('0', count - k);
        b.appendByte(digitAt(d, i));
    }
}

fn appendFixed(b: *str.Builder, d: Decimal, places: usize, alternate: bool, dot_zero: bool) void {
    const point: i64 = if (d.digits.len == 0) 0 else d.point;
    if (point <= 0) b.appendByte('0') else appendDigits(b, d, 0, @intCast(point));
    if (places > 0) {
        b.appendByte('.');
        appendDigits(b, d, point, places);
    } else if (dot_zero) {
        b.append(".0");
    } else if (alternate) b.appendByte('.');
}

fn appendScientific(b: *str.Builder, d: Decimal, places: usize, alternate: bool) void {
    b.appendByte(digitAt(d, 0));
    if (places > 0) {
        b.appendByte('.');
        appendDigits(b, d, 1, places);
    } else if (alternate) b.appendByte('.');
    const exponent: i64 = if (d.digits.len == 0) 0 else @as(i64, d.point) - 1;
    b.appendByte('e');
    b.appendByte(if (exponent < 0) '-' else '+');
    if (@abs(exponent) < 10) b.appendByte('0');
    b.appendInt(@intCast(@abs(exponent)));
}

/// `repr` of a float, appended.
pub fn appendRepr(b: *str.Builder, v: f64, dot_zero: bool) void {
    if (std.math.signbit(v) and !std.math.isNan(v)) b.appendByte('-');
    append(b, v, .{ .code = 'r', .dot_zero = dot_zero });
}

/// Reads `[sign] digits [. digits] [e [sign] digits]`, `inf`, `infinity` or `nan` (any case, no spaces, underscores only
/// between digits); null: not a float.
pub fn parse(s: []const u8) ?f64 {
    var i: usize = 0;
    var negative = false;
    if (i < s.len and (s[i] == '+' or s[i] == '-')) {
        negative = s[i] == '-';
        i += 1;
    }
    const rest = s[i..];
    if (std.ascii.eqlIgnoreCase(rest, "inf") or std.ascii.eqlIgnoreCase(rest, "infinity")) {
        return if (negative) -std.math.inf(f64) else std.math.inf(f64);
    }
    if (std.ascii.eqlIgnoreCase(rest, "nan")) {
        return if (negative) -std.math.nan(f64) else std.math.nan(f64);
    }
    var clean: [64]u8 = undefined;
    const buf: []u8 = if (rest.len + 8 <= clean.len) &clean else alloc.bytes(rest.len + 8)[0 .. rest.len + 8];
    defer if (buf.ptr != &clean) alloc.free(buf.ptr);
    const n = cleanLiteral(rest, buf) orelse return null;
    const v = std.fmt.parseFloat(f64, buf[0..n]) catch return null;
    return if (negative) -v else v;
}

/// Checks the syntax and copies without underscores. An exponent of more than six digits becomes zero or infinity, which
/// is right for mantissas of less than 999,000 digits. Null: not a number.
fn cleanLiteral(s: []const u8, out: []u8) ?usize {
    var n: usize = 0;
    var i: usize = 0;
    var mantissa: usize = 0;
    var seen_point = false;
    var nonzero = false;
    while (i < s.len) : (i += 1) {
        const c = s[i];
        if (std.ascii.isDigit(c)) {
            mantissa += 1;
            if (c != '0') nonzero = true;
        } else if (c == '.' and !seen_point) {
            seen_point = true;
        } else if (c == '_') {
            if (i == 0 or i + 1 >= s.len or !std.ascii.isDigit(s[i - 1]) or !std.ascii.isDigit(s[i + 1])) return null;
            continue;
        } else break;
        out[n] = c;
        n += 1;
    }
    if (mantissa == 0) return null;
    if (i == s.len) return n;
    if (s[i] != 'e' and s[i] != 'E') return null;
    i += 1;
    var negative = false;
    if (i < s.len and (s[i] == '+' or s[i] == '-')) {
        negative = s[i] == '-';
        i += 1;
    }
    if (i == s.len) return null;
    var exponent: u64 = 0;
    while (i < s.len) : (i += 1) {
        const c = s[i];
        if (c == '_') {
            if (!std.ascii.isDigit(s[i - 1]) or i + 1 >= s.len or !std.ascii.isDigit(s[i + 1])) return null;
            continue;
        }
        if (!std.ascii.isDigit(c)) return null;
        exponent = @min(exponent * 10 + (c - '0'), 1 << 40);
    }
    if (!nonzero) {
        out[0] = '0';
        return 1;
    }
    // The exponent seen from the first digit decides far out of range values, so that 32 bits do for the rest.
    if (exponent > 999_999) {
        out[0] = if (negative) '0' else '1';
        if (negative) return 1;
        @memcpy(out[1..6], "e9999");
        return 6;
    }
    out[n] = 'e';
    n += 1;
    if (negative) {
        out[n] = '-';
        n += 1;
    }
    var small: [8]u8 = undefined;
    const e = int_text.writeSmall(@intCast(exponent), &small);
    @memcpy(out[n .. n + e.len], e);
    return n + e.len;
}
