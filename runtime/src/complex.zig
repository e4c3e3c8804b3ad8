//! `complex`: arithmetic as CPython's, text, constructor and methods.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const args_ = @import("args.zig");
const str = @import("str.zig");
const int = @import("int.zig");
const float = @import("float.zig");
const libm = @import("libm.zig");
const text = @import("float_text.zig");
const int_text = @import("int_text.zig");
const hashing = @import("hash.zig");
const tuple = @import("tuple.zig");
const call = @import("call.zig");
const lookup = @import("lookup.zig");
const instance = @import("instance.zig");
const unicode = @import("unicode.zig");
const format_number = @import("format_number.zig");
const s_ = @import("singletons.zig");
const Word = object.Word;

extern "c" fn hypot(f64, f64) f64;
extern "c" fn atan2(f64, f64) f64;
extern "c" fn pow(f64, f64) f64;
const exp = libm.exp;
const log = libm.log;
const sin = libm.sin;
const cos = libm.cos;

pub const Value = struct { re: f64, im: f64 };

pub var complex_type: types.Type = .{
    .h = .{ .rc = object.rc_immortal, .shape = @intFromEnum(object.ShapeId.type_) },
    .c_name = "complex",
    .shape = @intFromEnum(object.ShapeId.complex),
    .fixed_size = @sizeOf(object.Complex),
    .flags = .{ .base = true, .acyclic = true, .default_getattr = true, .immutable = true },
    .slots = .{
        .dealloc = rc.deallocPlain,
        .repr = repr,
        .hash = hash,
        .compare = compare,
        .boolean = boolean,
        .binary = blk: {
            var b: [13]?types.BinaryFn = @splat(null);
            b[@intFromEnum(types.BinaryOp.add)] = binaryOf(add);
            b[@intFromEnum(types.BinaryOp.sub)] = binaryOf(sub);
            b[@intFromEnum(types.BinaryOp.mul)] = binaryOf(mul);
            b[@intFromEnum(types.BinaryOp.truediv)] = binaryOf(div);
            b[@intFromEnum(types.BinaryOp.pow)] = binaryOf(powWords);
            break :blk b;
        },
        .pow3 = pow3,
        .neg = neg,
        .pos = own,
        .abs = abs,
        .new = newSlot,
    },
};

comptime {
    @export(&complex_type, .{ .name = "pyrt_type_complex" });
}

pub const methods = .{
    .{ "conjugate", m_complex_conjugate, 0, 0 },
    .{ "real", m_complex_real, 0, 0, .member },
    .{ "imag", m_complex_imag, 0, 0, .member },
    .{ "__complex__", m_complex_own, 0, 0 },
    .{ "__format__", m_complex_format, 1, 1 },
    .{ "__getnewargs__", m_complex_getnewargs, 0, 0 },
};

/// A new complex object, owned.
pub fn new(v: Value) Word {
    const p = alloc.object(object.Complex, .complex, 0);
    p.real = v.re;
    p.imag = v.im;
    return object.word(p);
}

/// The value of a complex or subclass instance.
pub fn of(w: Word) ?Value {
    if (object.isSmall(w)) return null;
    if (!object.isExact(w, .complex) and !isSubclass(types.typeOf(w))) return null;
    const p = object.ptr(object.Complex, w);
    return .{ .re = p.real, .im = p.imag };
}
fn isSubclass(t: *types.Type) bool {
    var at: ?*types.Type = t;
    while (at) |c| : (at = c.base) if (c == &complex_type) return true;
    return false;
}

inline fn valueOf(w: Word) Value {
    const p = object.ptr(object.Complex, w);
    return .{ .re = p.real, .im = p.imag };
}

const Operand = union(enum) { value: Value, foreign, raised };
fn operand(w: Word) Operand {
    if (of(w)) |v| return .{ .value = v };
    return switch (float.operand(w)) {
        .value => |v| .{ .value = .{ .re = v, .im = 0 } },
        .foreign => .foreign,
        .raised => .raised,
    };
}

fn binaryOf(comptime f: fn (Value, Value) Word) types.BinaryFn {
    return struct {
        fn slot(l: Word, r: Word) callconv(.c) Word {
            const a = switch (operand(l)) {
                .value => |v| v,
                .foreign => return s_.notImplementedWord(),
                .raised => return 0,
            };
            const b = switch (operand(r)) {
                .value => |v| v,
                .foreign => return s_.notImplementedWord(),
                .raised => return 0,
            };
            return f(a, b);
        }
    }.slot;
}

fn add(a: Value, b: Value) Word {
    return new(.{ .re = a.re + b.re, .im = a.im + b.im });
}
fn sub(a: Value, b: Value) Word {
    return new(.{ .re = a.re - b.re, .im = a.im - b.im });
}
fn product(a: Value, b: Value) Value {
    return .{ .re = a.re * b.re - a.im * b.im, .im = a.re * b.im + a.im * b.re };
}
fn mul(a: Value, b: Value) Word {
    return new(product(a, b));
}

/// Smith's method; null: division by zero.
pub fn quotient(a: Value, b: Value) ?Value {
    const x = @abs(b.re);
    const y = @abs(b.im);
    if (x >= y) {
        if (x == 0) return null;
        const ratio = b.im / b.re;
        const d = b.re + b.im * ratio;
        return .{ .re = (a.re + a.im * ratio) / d, .im = (a.im - a.re * ratio) / d };
    }
    if (y >= x) {
        const ratio = b.re / b.im;
        const d = b.re * ratio + b.im;
        return .{ .re = (a.re * ratio + a.im) / d, .im = (a.im * ratio - a.re) / d };
    }
    return .{ .re = std.math.nan(f64), .im = std.math.nan(f64) };
}
fn div(a: Value, b: Value) Word {
    return new(quotient(a, b) orelse return err.raise(.ZeroDivisionError, "complex division by zero", .{}));
}

/// `a ** b`, owned.
pub fn powWords(a: Value, b: Value) Word {
    var r: Value = undefined;
    if (b.im == 0 and b.re == @floor(b.re) and @abs(b.re) <= 100.0) {
        const n: i64 = @intFromFloat(b.re);
        if (n > 0) {
            r = powInt(a, n);
        } else if (n == 0) {
            return new(.{ .re = 1, .im = 0 });
        } else {
            r = quotient(.{ .re = 1, .im = 0 }, powInt(a, -n)) orelse return zeroPower();
        }
    } else if (b.re == 0 and b.im == 0) {
        return new(.{ .re = 1, .im = 0 });
    } else if (a.re == 0 and a.im == 0) {
        if (b.im != 0 or b.re < 0) return zeroPower();
        r = .{ .re = 0, .im = 0 };
    } else {
        const m = hypot(a.re, a.im);
        var length = pow(m, b.re);
        const angle = atan2(a.im, a.re);
        var phase = angle * b.re;
        if (b.im != 0) {
            length /= exp(angle * b.im);
            phase += b.im * log(m);
        }
        // The C library calls the cosine of an infinity a domain error.
        if (std.math.isInf(phase)) return zeroPower();
        r = .{ .re = length * cos(phase), .im = length * sin(phase) };
    }
    if (std.math.isInf(r.re) or std.math.isInf(r.im)) return err.raise(.OverflowError, "complex exponentiation", .{});
    return new(r);
}

fn zeroPower() Word {
    return err.raise(.ZeroDivisionError, "0.0 to a negative or complex power", .{});
}

fn powInt(a: Value, n: i64) Value {
    var r: Value = .{ .re = 1, .im = 0 };
    var p = a;
    var mask: i64 = 1;
    while (mask > 0 and n >= mask) {
        if (n & mask != 0) r = product(r, p);
        mask <<= 1;
        p = product(p, p);
    }
    return r;
}

fn pow3(l: Word, r: Word, m: Word) callconv(.c) Word {
    for ([_]Word{ l, r }) |w| {
        if (of(w) != null or float.of(w) != null) continue;
        const i = int.valueOf(w);
        if (i == 0) return s_.notImplementedWord();
        _ = int.toF64OrRaise(i) orelse return 0;
    }
    if (!s_.isNone(m)) return err.raise(.ValueError, "complex modulo", .{});
    @import("prune.zig").readsOperator(.pow);
    return complex_type.slots.binary[@intFromEnum(types.BinaryOp.pow)].?(l, r);
}

fn own(w: Word) callconv(.c) Word {
    return if (object.isExact(w, .complex)) rc.retain(w) else new(valueOf(w));
}
fn neg(w: Word) callconv(.c) Word {
    const v = valueOf(w);
    return new(.{ .re = -v.re, .im = -v.im });
}
fn abs(w: Word) callconv(.c) Word {
    const v = valueOf(w);
    const r = hypot(v.re, v.im);
    if (std.math.isInf(r) and std.math.isFinite(v.re) and std.math.isFinite(v.im)) {
        return err.raise(.OverflowError, "absolute value too large", .{});
    }
    return float.new(r);
}
fn boolean(w: Word) callconv(.c) i32 {
    const v = valueOf(w);
    return @intFromBool(v.re != 0 or v.im != 0);
}

fn hash(w: Word) callconv(.c) i64 {
    const v = valueOf(w);
    const re: u64 = @bitCast(hashing.ofF64(v.re, w));
    const im: u64 = @bitCast(hashing.ofF64(v.im, w));
    return hashing.avoidMinusOne(@bitCast(re +% im *% 1000003));
}

fn compare(l: Word, r: Word, op: types.CompareOp) callconv(.c) Word {
    if (op != .eq and op != .ne) return s_.notImplementedWord();
    if (of(l) == null) return compare(r, l, op);
    const a = valueOf(l);
    var same: bool = undefined;
    if (of(r)) |b| {
        same = a.re == b.re and a.im == b.im;
    } else if (float.of(r)) |b| {
        same = a.re == b and a.im == 0;
    } else {
        const i = int.valueOf(r);
        if (i == 0) return s_.notImplementedWord();
        same = a.im == 0 and !std.math.isNan(a.re) and int.orderF64(i, a.re) == .eq;
    }
    return s_.boolWord(same == (op == .eq));
}

/// `repr` of a complex value, owned.
fn repr(w: Word) callconv(.c) Word {
    const v = valueOf(w);
    var b: str.Builder = .{};
    if (v.re == 0 and !std.math.signbit(v.re)) {
        text.appendRepr(&b, v.im, false);
        b.appendByte('j');
        return b.finish();
    }
    b.appendByte('(');
    text.appendRepr(&b, v.re, false);
    if (!std.math.signbit(v.im) or std.math.isNan(v.im)) b.appendByte('+');
    text.appendRepr(&b, v.im, false);
    b.append("j)");
    return b.finish();
}

fn malformed() ?Value {
    _ = err.raise(.ValueError, "complex() arg is a malformed string", .{});
    return null;
}

/// The longest prefix of `s` that looks like a float (with sign).
fn numberLength(s: []const u8) usize {
    var i: usize = 0;
    if (i < s.len and (s[i] == '+' or s[i] == '-')) i += 1;
    if (i < s.len and (s[i] | 32 == 'i' or s[i] | 32 == 'n')) {
        while (i < s.len and std.ascii.isAlphabetic(s[i]) and s[i] | 32 != 'j') i += 1;
        return i;
    }
    while (i < s.len) : (i += 1) {
        const c = s[i];
        if (std.ascii.isDigit(c) or c == '.' or c == '_' or c | 32 == 'e') continue;
        if ((c == '+' or c == '-') and i > 0 and s[i - 1] | 32 == 'e') continue;
        break;
    }
    return i;
}

/// `_` stands between digits and nowhere else.
fn misplacedUnderscore(s: []const u8) bool {
    for (s, 0..) |c, i| {
        if (c != '_') continue;
        if (i == 0 or i + 1 == s.len or !std.ascii.isDigit(s[i - 1]) or !std.ascii.isDigit(s[i + 1])) return true;
    }
    return false;
}

fn parse(text_: []const u8) ?Value {
    var s = text_;
    while (s.len > 0 and int_text.isSpace(s[0])) s = s[1..];
    while (s.len > 0 and int_text.isSpace(s[s.len - 1])) s = s[0 .. s.len - 1];
    if (s.len > 0 and s[0] == '(') {
        if (s[s.len - 1] != ')' or s.len < 2) return malformed();
        s = s[1 .. s.len - 1];
        while (s.len > 0 and int_text.isSpace(s[0])) s = s[1..];
        while (s.len > 0 and int_text.isSpace(s[s.len - 1])) s = s[0 .. s.len - 1];
    }
    const n = numberLength(s);
    const first = s[0..n];
    const after = s[n..];
    if (after.len == 1 and after[0] | 32 == 'j') return .{ .re = 0, .im = imaginary(first) orelse return malformed() };
    const re = text.parse(first) orelse return malformed();
    if (after.len == 0) return .{ .re = re, .im = 0 };
    if (after[0] != '+' and after[0] != '-') return malformed();
    const m = numberLength(after);
    if (m + 1 != after.len or after[m] | 32 != 'j') return malformed();
    return .{ .re = re, .im = imaginary(after[0..m]) orelse return malformed() };
}

/// `j` alone and a bare sign stand for one.
fn imaginary(s: []const u8) ?f64 {
    if (s.len == 0) return 1.0;
    if (s.len == 1 and s[0] == '+') return 1.0;
    if (s.len == 1 and s[0] == '-') return -1.0;
    return text.parse(s);
}

/// `w.__complex__()` if the class has it; null: it has none, raised: pending.
fn viaMethod(w: Word) ?Word {
    const name = @import("names.zig").of(.__complex__);
    if (object.isSmall(w) or lookup.lookup(types.typeOf(w), name) == 0) return null;
    const r = call.method(w, name, &.{});
    if (r != 0 and of(r) == null) {
        _ = err.raise(.TypeError, "__complex__ returned non-complex (type {t})", .{r});
        rc.release(r);
        return 0;
    }
    return r;
}

/// The value of a number, by `__complex__`, `__float__` or `__index__` where it is no complex. Null: raised.
pub fn fromObject(w: Word) ?Value {
    if (of(w)) |v| return v;
    if (viaMethod(w)) |r| {
        if (r == 0) return null;
        defer rc.release(r);
        return of(r).?;
    }
    return .{ .re = float.asF64(w) orelse return null, .im = 0 };
}

/// A constructor argument: complex, or anything with `__complex__`, `__float__`, `__index__`. Null: raised.
fn argument(w: Word, comptime first: bool, is_complex: *bool) ?Value {
    if (of(w)) |v| {
        is_complex.* = true;
        return v;
    }
    if (first) {
        if (viaMethod(w)) |r| {
            if (r == 0) return null;
            defer rc.release(r);
            is_complex.* = true;
            return of(r).?;
        }
    }
    const slots = &types.typeOf(w).slots;
    @import("prune.zig").reads("float");
    if (float.of(w) == null and int.valueOf(w) == 0 and slots.float == null and slots.index == null) {
        if (first) {
            _ = err.raise(.TypeError, "complex() first argument must be a string or a number, not '{t}'", .{w});
        } else {
            _ = err.raise(.TypeError, "complex() second argument must be a number, not '{t}'", .{w});
        }
        return null;
    }
    return .{ .re = float.asF64(w) orelse return null, .im = 0 };
}

fn newSlot(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var out: [2]Word = undefined;
    if (!args_.bind(.{ .name = "complex", .params = &.{ "real", "imag" }, .positional = 2, .required = 0 }, args, nargs, kwnames, &out)) return 0;
    if (out[0] == 0 and out[1] == 0) return instance.convert(class, new(.{ .re = 0, .im = 0 }));
    if (out[0] != 0) {
        if (str.of(out[0])) |s| {
            if (out[1] != 0) return err.raise(.TypeError, "complex() can't take second arg if first is a string", .{});
            if (s.isAscii() and misplacedUnderscore(s.slice())) return err.raise(.ValueError, "could not convert string to complex: {r}", .{out[0]});
            if (s.isAscii()) return instance.convert(class, new(parse(s.slice()) orelse return 0));
            const buf = alloc.bytes(@intCast(s.bytes));
            defer alloc.free(buf);
            const ascii = unicode.asciiNumber(s.slice(), buf[0..@intCast(s.bytes)]);
            if (misplacedUnderscore(ascii)) return err.raise(.ValueError, "could not convert string to complex: {r}", .{out[0]});
            return instance.convert(class, new(parse(ascii) orelse return 0));
        }
    }
    if (out[1] != 0 and str.of(out[1]) != null) return err.raise(.TypeError, "complex() second arg can't be a string", .{});
    var re_complex = false;
    var im_complex = false;
    const re = if (out[0] == 0) Value{ .re = 0, .im = 0 } else argument(out[0], true, &re_complex) orelse return 0;
    if (out[1] == 0) return instance.convert(class, new(re));
    const im = argument(out[1], false, &im_complex) orelse return 0;
    var v: Value = .{ .re = re.re, .im = im.re };
    if (im_complex) v.re -= im.im;
    if (re_complex) v.im += re.im;
    return instance.convert(class, new(v));
}

pub fn m_complex_conjugate(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    const v = valueOf(self);
    return new(.{ .re = v.re, .im = -v.im });
}
pub fn m_complex_real(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return float.new(valueOf(self).re);
}
pub fn m_complex_imag(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return float.new(valueOf(self).im);
}
pub fn m_complex_own(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return own(self);
}
pub fn m_complex_getnewargs(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    const v = valueOf(self);
    return tuple.fromOwned(&.{ float.new(v.re), float.new(v.im) });
}
pub fn m_complex_format(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    const spec = str.of(args[0]) orelse
        return err.raise(.TypeError, "__format__() argument must be str, not {n}", .{args[0]});
    return format_number.formatComplex(self, spec.slice());
}
