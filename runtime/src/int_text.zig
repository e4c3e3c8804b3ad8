//! Ints and text: digits in any base, CPython's literal syntax of `int(text, base)`, and its limit on digits.
//!
//! Invariant: the limit applies to bases that are not powers of two, on both directions, before the quadratic work.
const std = @import("std");
const object = @import("object.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const mag = @import("mag.zig");
const int = @import("int.zig");
const str = @import("str.zig");
const Word = object.Word;

/// `sys.set_int_max_str_digits`; 0: no limit.
pub var max_str_digits: u64 = 4300;

const digit_chars = "0123456789abcdefghijklmnopqrstuvwxyz";

/// An upper bound of the digits of a magnitude.
pub fn digitBound(limbs: mag.Limbs, base: u8) usize {
    const bits = mag.bitLength(limbs);
    const per_digit: usize = std.math.log2_int(u8, base);
    return if (base == 10) bits * 1000 / 3321 + 2 else bits / per_digit + 2;
}

/// Writes the digits of a magnitude at the end of `out` (`digitBound` bytes suffice); the digits. `limbs` is overwritten
/// for bases that are not powers of two.
pub fn writeDigits(limbs_: []u64, base: u8, out: []u8) []u8 {
    var limbs = limbs_;
    var at = out.len;
    if (std.math.isPowerOfTwo(base)) {
        const width: usize = std.math.log2_int(u8, base);
        const n = (mag.bitLength(limbs) + width - 1) / width;
        if (base == 16) {
            for (limbs, 0..) |limb, i| {
                var rest = limb;
                for (0..@min(16, n - i * 16)) |_| {
                    at -= 1;
                    out[at] = digit_chars[@intCast(rest & 15)];
                    rest >>= 4;
                }
            }
        } else for (0..n) |i| {
            at -= 1;
            out[at] = digit_chars[@intCast(mag.bitsAt(limbs, i * width) & (base - 1))];
        }
    } else if (base == 10) {
        at = writeDecimal(limbs, out);
    } else {
        // As many digits as one limb holds are split off at a time.
        var chunk: u64 = base;
        var width: usize = 1;
        while (std.math.mul(u64, chunk, base) catch null) |next| {
            chunk = next;
            width += 1;
        }
        while (limbs.len > 0) {
            var rest = mag.divMod1(limbs, limbs, chunk);
            if (limbs[limbs.len - 1] == 0) limbs.len -= 1;
            for (0..width) |_| {
                if (rest == 0 and limbs.len == 0) break;
                at -= 1;
                out[at] = digit_chars[@intCast(rest % base)];
                rest /= base;
            }
        }
    }
    if (at == out.len) {
        at -= 1;
        out[at] = '0';
    }
    return out[at..];
}

const limb_digits = 19;
const limb_power: u64 = 10_000_000_000_000_000_000;
/// Below this many limbs the digits are split off limb by limb.
const halving_limit = 40;

/// Writes the decimal digits at the end of `out`; where they begin. Destroys `limbs`.
fn writeDecimal(limbs: []u64, out: []u8) usize {
    if (limbs.len < halving_limit) return writeShort(limbs, out);
    // Powers 10^(19·2^k), the last with at least half the limbs.
    var powers: [40]Word = undefined;
    var n: usize = 0;
    powers[0] = int.fromU64(limb_power);
    while (true) {
        var buf: [1]u64 = undefined;
        const size = int.view(powers[n], &buf).limbs.len;
        n += 1;
        if (size * 2 > limbs.len) break;
        powers[n] = int.mul(powers[n - 1], powers[n - 1]);
    }
    defer for (powers[0..n]) |w| rc.release(w);
    return writeHalves(limbs, out, powers[0..n]);
}

/// As `writeDecimal` by division in halves, with the powers up to the one that splits `limbs`.
fn writeHalves(limbs_: []u64, out: []u8, powers: []const Word) usize {
    const limbs = limbs_[0..mag.norm(limbs_).len];
    if (limbs.len < halving_limit or powers.len == 0) return writeShort(limbs, out);
    const k = powers.len - 1;
    var buf: [1]u64 = undefined;
    const by = int.view(powers[k], &buf).limbs;
    if (mag.cmp(limbs, by) == .lt) return writeHalves(limbs, out, powers[0..k]);
    const size = limbs.len + 1;
    const parts = alloc.array(u64, size);
    defer alloc.free(parts);
    const quotient = parts[0 .. limbs.len - by.len + 1];
    const rest = parts[limbs.len - by.len + 1 .. size];
    mag.divMod(quotient, rest, limbs, by);
    const split = out.len - (@as(usize, limb_digits) << @intCast(k));
    const low = writeHalves(rest, out, powers[0..k]);
    @memset(out[split..low], '0');
    return writeHalves(quotient, out[0..split], powers[0..k]);
}

/// As `writeDecimal`, limb by limb.
fn writeShort(limbs_: []u64, out: []u8) usize {
    var limbs = limbs_;
    var at = out.len;
    while (limbs.len > 0) {
        var rest = mag.divMod1(limbs, limbs, limb_power);
        if (limbs[limbs.len - 1] == 0) limbs.len -= 1;
        const end = if (limbs.len == 0) 0 else at - limb_digits;
        while (if (limbs.len == 0) rest > 0 else at > end) {
            const tenth = tenthOf(rest);
            at -= 1;
            out[at] = @intCast('0' + (rest - 10 * tenth));
            rest = tenth;
        }
    }
    return at;
}

/// Digits of |w| in a fresh buffer (free `buffer`); null: raised for too many decimal digits.
pub const Digits = struct {
    buffer: [*]u8,
    digits: []u8,
    pub fn deinit(self: Digits) void {
        alloc.free(self.buffer);
    }
};

/// The digits of the magnitude of an exact int.
pub fn digitsOf(w: Word, base: u8) ?Digits {
    if (object.isSmall(w) and base == 10) {
        const buffer = alloc.bytes(24);
        const written = writeSmall(object.smallValue(w), buffer[0..24]);
        return .{ .buffer = buffer, .digits = if (written[0] == '-') written[1..] else written };
    }
    var buf: [1]u64 = undefined;
    const v = int.view(w, &buf);
    const bound = digitBound(v.limbs, base);
    const buffer = alloc.bytes(bound + 8);
    const power_of_two = std.math.isPowerOfTwo(base);
    // A digit takes less than four bits, so far too many are told without converting.
    if (!power_of_two and max_str_digits != 0 and mag.bitLength(v.limbs) / 4 > max_str_digits) {
        alloc.free(buffer);
        tooManyToPrint();
        return null;
    }
    const scratch = alloc.array(u64, v.limbs.len + 1);
    defer alloc.free(scratch);
    @memcpy(scratch[0..v.limbs.len], v.limbs);
    const digits = writeDigits(scratch[0..v.limbs.len], base, buffer[0 .. bound + 8]);
    if (!power_of_two and max_str_digits != 0 and digits.len > max_str_digits) {
        alloc.free(buffer);
        tooManyToPrint();
        return null;
    }
    return .{ .buffer = buffer, .digits = digits };
}

fn tooManyToPrint() void {
    _ = err.raise(.ValueError, "Exceeds the limit ({d} digits) for integer string conversion; " ++
        "use sys.set_int_max_str_digits() to increase the limit", .{max_str_digits});
}

/// `m / 10` by a multiplication, also where code is made small.
inline fn tenthOf(m: u64) u64 {
    return @intCast((@as(u128, m) * 0xcccc_cccc_cccc_cccd) >> 67);
}

/// Writes a machine int at the end of `out` (≥ 20 bytes).
pub fn writeSmall(v: i64, out: []u8) []u8 {
    var at = out.len;
    var m = @abs(v);
    while (m >= 10) {
        at -= 1;
        const tenth = tenthOf(m);
        out[at] = @intCast('0' + (m - 10 * tenth));
        m = tenth;
    }
    at -= 1;
    out[at] = @intCast('0' + m);
    if (v < 0) {
        at -= 1;
        out[at] = '-';
    }
    return out[at..];
}

/// `str(w)`, owned; ValueError beyond the limit of digits.
pub fn toStr(w: Word) Word {
    if (object.isSmall(w)) {
        var buf: [24]u8 = undefined;
        return str.fromAscii(writeSmall(object.smallValue(w), &buf));
    }
    return format(w, 10, "");
}

/// Sign, prefix and digits (`bin`, `oct`, `hex`: prefix "0b" …), owned.
pub fn format(w: Word, base: u8, prefix: []const u8) Word {
    const d = digitsOf(w, base) orelse return 0;
    defer d.deinit();
    var b = str.Builder.init(d.digits.len + prefix.len + 1);
    if (int.sign(w) < 0) b.appendByte('-');
    b.append(prefix);
    b.append(d.digits);
    return b.finish();
}

fn digitValue(c: u8) u8 {
    return switch (c) {
        '0'...'9' => c - '0',
        'a'...'z' => c - 'a' + 10,
        'A'...'Z' => c - 'A' + 10,
        else => 255,
    };
}

pub fn isSpace(c: u8) bool {
    return c == ' ' or (c >= 9 and c <= 13) or (c >= 0x1c and c <= 0x1f);
}

pub const ParseResult = union(enum) {
    /// Owned.
    value: Word,
    /// Not a literal: the caller names the text in its message.
    invalid,
    /// An exception is pending (too many digits).
    raised,
};

/// Parses ASCII text as `int(text, base)` does (base 0: by prefix). Owned word.
pub fn parse(text: []const u8, base_: u8) ParseResult {
    var s = text;
    while (s.len > 0 and isSpace(s[0])) s = s[1..];
    while (s.len > 0 and isSpace(s[s.len - 1])) s = s[0 .. s.len - 1];
    var negative = false;
    if (s.len > 0 and (s[0] == '+' or s[0] == '-')) {
        negative = s[0] == '-';
        s = s[1..];
    }
    var base = base_;
    var prefixed = false;
    if (s.len >= 2 and s[0] == '0') {
        const by_prefix: u8 = switch (s[1]) {
            'x', 'X' => 16,
            'o', 'O' => 8,
            'b', 'B' => 2,
            else => 0,
        };
        if (by_prefix != 0 and (base == 0 or base == by_prefix)) {
            base = by_prefix;
            s = s[2..];
            prefixed = true;
            if (s.len > 0 and s[0] == '_') s = s[1..];
        }
    }
    const literal = base == 0;
    if (literal) base = 10;
    // Digits with single underscores between them.
    if (s.len == 0) return .invalid;
    var count: usize = 0;
    var after_digit = false;
    for (s) |c| {
        if (c == '_') {
            if (!after_digit) return .invalid;
            after_digit = false;
            continue;
        }
        if (digitValue(c) >= base) return .invalid;
        after_digit = true;
        count += 1;
    }
    if (!after_digit) return .invalid;
    // Base 0 refuses leading zeros of a nonzero decimal literal.
    if (literal and s[0] == '0') {
        for (s) |c| if (c != '0' and c != '_') return .invalid;
    }
    if (!std.math.isPowerOfTwo(base) and max_str_digits != 0 and count > max_str_digits) {
        _ = err.raise(.ValueError, "Exceeds the limit ({d} digits) for integer string conversion: value has {d} digits; " ++
            "use sys.set_int_max_str_digits() to increase the limit", .{ max_str_digits, count });
        return .raised;
    }
    return .{ .value = fromDigits(s, count, base, negative) };
}

/// The int of checked digits (with underscores).
fn fromDigits(s: []const u8, count: usize, base: u8, negative: bool) Word {
    if (count <= 12) {
        var v: i64 = 0;
        for (s) |c| {
            if (c != '_') v = v * base + digitValue(c);
        }
        return object.makeSmall(if (negative) -v else v);
    }
    const digits = alloc.bytes(count);
    defer alloc.free(digits);
    var n: usize = 0;
    for (s) |c| {
        if (c == '_') continue;
        digits[n] = digitValue(c);
        n += 1;
    }
    const w = convert(digits[0..count], base);
    if (!negative) return w;
    defer rc.release(w);
    return int.neg(w);
}

const split_limit = 1500;

/// Halves long digit strings, so that the cost is that of multiplication.
fn convert(digits: []const u8, base: u8) Word {
    if (digits.len <= split_limit or std.math.isPowerOfTwo(base)) return convertShort(digits, base);
    const low_len = digits.len / 2;
    const high = convert(digits[0 .. digits.len - low_len], base);
    const low = convert(digits[digits.len - low_len ..], base);
    const scale = int.pow(object.makeSmall(base), object.makeSmall(@intCast(low_len)));
    const product = int.mul(high, scale);
    const sum = int.add(product, low);
    for ([_]Word{ high, low, scale, product }) |w| rc.release(w);
    return sum;
}

fn convertShort(digits: []const u8, base: u8) Word {
    const bits_per_digit = 64 - @clz(@as(u64, base - 1));
    const size = digits.len * bits_per_digit / 64 + 1;
    const p = int.raw(size);
    const limbs = p.limbs()[0..size];
    @memset(limbs, 0);
    if (std.math.isPowerOfTwo(base)) {
        for (digits, 0..) |d, i| {
            const at = (digits.len - 1 - i) * bits_per_digit;
            limbs[at / 64] |= @as(u64, d) << @intCast(at % 64);
            const over = at % 64 + bits_per_digit;
            if (over > 64 and at / 64 + 1 < size) limbs[at / 64 + 1] |= @as(u64, d) >> @intCast(64 - at % 64);
        }
        return int.finish(p, false);
    }
    var used: usize = 0;
    var i: usize = 0;
    while (i < digits.len) {
        var scale: u64 = 1;
        var part: u64 = 0;
        while (i < digits.len) : (i += 1) {
            const next = std.math.mul(u64, scale, base) catch break;
            scale = next;
            part = part * base + digits[i];
        }
        const carry = mag.mul1(limbs[0..used], limbs[0..used], scale, part);
        if (carry != 0) {
            limbs[used] = carry;
            used += 1;
        }
    }
    return int.finish(p, false);
}
