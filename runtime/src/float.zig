//! `float` values: making them, CPython's division, power, rounding and conversions.
//!
//! Invariant: results are bit-identical to CPython's: `fmod` and `pow` are the C library's, everything else is exact.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const int = @import("int.zig");
const tuple = @import("tuple.zig");
const complex = @import("complex.zig");
const text = @import("float_text.zig");
const bytes_like = @import("bytes_like.zig");
const unicode = @import("unicode.zig");
const int_text = @import("int_text.zig");
const Word = object.Word;
const Float = object.Float;

pub const float_type = &@import("float_type.zig").float_type;

extern "c" fn pow(f64, f64) f64;
extern "c" fn fmod(f64, f64) f64;

/// A new float object, owned.
pub inline fn new(v: f64) Word {
    const p = alloc.object(Float, .float, 0);
    p.value = v;
    return object.word(p);
}

/// An instance of `float` or of a subclass.
pub inline fn isFloat(w: Word) bool {
    return object.isExact(w, .float) or (!object.isSmall(w) and types.typeOf(w).flags.float_subclass);
}

/// The value of a float or subclass instance.
pub inline fn of(w: Word) ?f64 {
    return if (isFloat(w)) object.ptr(Float, w).value else null;
}

/// What an operand is for float arithmetic.
pub const Operand = union(enum) { value: f64, foreign, raised };

/// A float or an int as float (OverflowError if it is too large).
pub fn operand(w: Word) Operand {
    if (of(w)) |v| return .{ .value = v };
    const i = int.valueOf(w);
    if (i == 0) return .foreign;
    return .{ .value = int.toF64OrRaise(i) orelse return .raised };
}

/// `float.__float__`-like conversion of arguments of numeric functions ("must be real number, not X"). Null: raised.
pub fn asF64(w: Word) ?f64 {
    if (of(w)) |v| return v;
    const class = types.typeOf(w);
    if (int.valueOf(w) == 0) {
        if (class.slots.float) |slot| return take(w, slot(w));
        if (class.slots.index == null) {
            _ = err.raise(.TypeError, "must be real number, not {t}", .{w});
            return null;
        }
    }
    const i = int.asIndex(w);
    if (i == 0) return null;
    defer rc.release(i);
    return int.toF64OrRaise(i);
}

/// The value of what `__float__` returned; `w`; consumes it.
fn take(w: Word, r: Word) ?f64 {
    if (r == 0) return null;
    defer rc.release(r);
    return of(r) orelse {
        _ = err.raise(.TypeError, "{t}.__float__ returned non-float (type {t})", .{ w, r });
        return null;
    };
}

/// `float(w)` as a machine float; null: raised.
pub fn fromObject(w: Word) ?f64 {
    if (of(w)) |v| return v;
    if (int.valueOf(w) == 0) {
        if (str.of(w)) |s| {
            if (s.isAscii()) return fromText(s.slice(), w);
            const buf = alloc.bytes(@intCast(s.bytes));
            defer alloc.free(buf);
            return fromText(unicode.asciiNumber(s.slice(), buf[0..@intCast(s.bytes)]), w);
        }
        if (bytes_like.view(w)) |b| return fromText(b, w);
        const slots = &types.typeOf(w).slots;
        if (slots.float == null and slots.index == null) {
            _ = err.raise(.TypeError, "float() argument must be a string or a real number, not '{t}'", .{w});
            return null;
        }
    }
    return asF64(w);
}

fn fromText(s_: []const u8, w: Word) ?f64 {
    var s = s_;
    while (s.len > 0 and int_text.isSpace(s[0])) s = s[1..];
    while (s.len > 0 and int_text.isSpace(s[s.len - 1])) s = s[0 .. s.len - 1];
    return text.parse(s) orelse {
        _ = err.raise(.ValueError, "could not convert string to float: {r}", .{w});
        return null;
    };
}

/// `repr(v)`, owned.
pub fn toStr(v: f64) Word {
    var b: str.Builder = .{};
    text.appendRepr(&b, v, true);
    return b.finish();
}

fn zeroDivision(comptime message: []const u8) ?f64 {
    _ = err.raise(.ZeroDivisionError, message, .{});
    return null;
}

pub fn truediv(a: f64, b: f64) ?f64 {
    if (b == 0) return zeroDivision("float division by zero");
    return a / b;
}

pub const DivMod = struct { q: f64, r: f64 };

/// Floor quotient and remainder; `b` is not zero.
pub fn divmodNonzero(a: f64, b: f64) DivMod {
    var r = fmod(a, b);
    var d = (a - r) / b;
    if (r != 0) {
        if ((b < 0) != (r < 0)) {
            r += b;
            d -= 1.0;
        }
    } else r = std.math.copysign(@as(f64, 0.0), b);
    if (d == 0) return .{ .q = std.math.copysign(@as(f64, 0.0), a / b), .r = r };
    var q = @floor(d);
    if (d - q > 0.5) q += 1.0;
    return .{ .q = q, .r = r };
}

pub fn floordiv(a: f64, b: f64) ?f64 {
    if (b == 0) return zeroDivision("float floor division by zero");
    return divmodNonzero(a, b).q;
}

pub fn mod(a: f64, b: f64) ?f64 {
    if (b == 0) return zeroDivision("float modulo by zero");
    const r = fmod(a, b);
    if (r == 0) return std.math.copysign(@as(f64, 0.0), b);
    return if ((b < 0) != (r < 0)) r + b else r;
}

pub fn divmod(a: f64, b: f64) ?DivMod {
    if (b == 0) {
        _ = err.raise(.ZeroDivisionError, "float divmod()", .{});
        return null;
    }
    return divmodNonzero(a, b);
}

/// Raises `OverflowError(34, 'Numerical result out of range')`.
pub fn rangeError() Word {
    const e = err.newException(.OverflowError, 0);
    const p = object.ptr(object.Exception, e);
    rc.release(p.args);
    p.args = tuple.fromOwned(&.{ object.makeSmall(34), str.fromSlice("Numerical result out of range") });
    return err.setPending(e);
}

fn isOddInteger(v: f64) bool {
    return @abs(fmod(v, 2.0)) == 1.0;
}

/// C's `pow`, as CPython calls it for a positive finite base.
pub inline fn powReal(a: f64, b: f64) f64 {
    return pow(a, b);
}

/// `a ** b`: a float, or a complex for a negative base with a fractional exponent; owned, 0: raised.
pub fn powWords(a: f64, b: f64) Word {
    if (b == 0 or a == 1.0) return new(1.0);
    if (std.math.isNan(a)) return new(a);
    if (std.math.isNan(b)) return new(b);
    if (std.math.isInf(b)) {
        const m = @abs(a);
        if (m == 1.0) return new(1.0);
        return new(if ((b > 0) == (m > 1.0)) @abs(b) else 0.0);
    }
    if (std.math.isInf(a)) {
        const odd = isOddInteger(b);
        if (b > 0) return new(if (odd) a else @abs(a));
        return new(if (odd) std.math.copysign(@as(f64, 0.0), a) else 0.0);
    }
    if (a == 0) {
        if (b < 0) return err.raise(.ZeroDivisionError, "0.0 cannot be raised to a negative power", .{});
        return new(if (isOddInteger(b)) a else 0.0);
    }
    var base = a;
    var negate = false;
    if (a < 0) {
        if (b != @floor(b)) return complex.powWords(.{ .re = a, .im = 0 }, .{ .re = b, .im = 0 });
        base = -a;
        negate = isOddInteger(b);
        if (base == 1.0) return new(if (negate) -1.0 else 1.0);
    }
    const r = pow(base, b);
    if (std.math.isInf(r)) return rangeError();
    return new(if (negate) -r else r);
}

/// `round(v)`: the int, half to even.
pub fn roundToInt(v: f64) Word {
    if (std.math.isNan(v) or std.math.isInf(v)) return int.fromF64(v);
    return int.fromFinite(roundHalfEven(v));
}

/// The nearest whole number, ties to even.
pub fn roundHalfEven(v: f64) f64 {
    const limit = 0x1p52;
    if (@abs(v) >= limit) return v;
    const down = @floor(v);
    const rest = v - down;
    if (rest < 0.5) return down;
    if (rest > 0.5) return down + 1.0;
    return if (fmod(down, 2.0) == 0) down else down + 1.0;
}

/// `round(v, digits)` as CPython's: the decimal expansion is rounded exactly. Null: raised.
pub fn roundDigits(v: f64, digits: i64) ?f64 {
    if (v == 0 or std.math.isNan(v) or std.math.isInf(v) or digits > 323) return v;
    if (digits < -308) return std.math.copysign(@as(f64, 0.0), v);
    if (digits >= 0 and digits <= 19) {
        // A quotient of two exact floats is rounded correctly.
        if (text.scaled(@abs(v), @intCast(digits))) |q| {
            if (q <= 1 << 53) {
                const m: f64 = @floatFromInt(q);
                return std.math.copysign(m / @as(f64, @floatFromInt(text.powers_of_ten[@intCast(digits)])), v);
            }
        }
    }
    var buf: text.DigitBuffer = undefined;
    const exact = text.exactDigits(@abs(v), &buf);
    const d = text.round(exact, exact.point + digits);
    if (d.digits.len == 0) return std.math.copysign(@as(f64, 0.0), v);
    var b: str.Builder = .{};
    defer b.deinit();
    b.append("0.");
    b.append(d.digits);
    b.appendByte('e');
    b.appendInt(d.point);
    const r = std.math.copysign(text.parse(b.slice()).?, v);
    if (std.math.isInf(r)) {
        _ = err.raise(.OverflowError, "rounded value too large to represent", .{});
        return null;
    }
    return r;
}
