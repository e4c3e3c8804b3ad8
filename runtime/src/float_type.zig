//! The class `float`: its `Type` object, slots, constructor and methods.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const args_ = @import("args.zig");
const str = @import("str.zig");
const int = @import("int.zig");
const int_type = @import("int_type.zig");
const float = @import("float.zig");
const hex = @import("float_hex.zig");
const hashing = @import("hash.zig");
const tuple = @import("tuple.zig");
const call = @import("call.zig");
const instance = @import("instance.zig");
const format_number = @import("format_number.zig");
const s_ = @import("singletons.zig");
const Word = object.Word;

pub var float_type: types.Type = .{
    .h = .{ .rc = object.rc_immortal, .shape = @intFromEnum(object.ShapeId.type_) },
    .c_name = "float",
    .shape = @intFromEnum(object.ShapeId.float),
    .fixed_size = @sizeOf(object.Float),
    .flags = .{ .base = true, .acyclic = true, .float_subclass = true, .default_getattr = true, .immutable = true },
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
            b[@intFromEnum(types.BinaryOp.truediv)] = binaryOf(float.truediv);
            b[@intFromEnum(types.BinaryOp.floordiv)] = binaryOf(float.floordiv);
            b[@intFromEnum(types.BinaryOp.mod)] = binaryOf(float.mod);
            b[@intFromEnum(types.BinaryOp.pow)] = powSlot;
            break :blk b;
        },
        .divmod = divmodSlot,
        .pow3 = pow3,
        .neg = neg,
        .pos = own,
        .abs = abs,
        .int = toInt,
        .float = own,
        .new = new,
    },
};

comptime {
    @export(&float_type, .{ .name = "pyrt_type_float" });
}

pub const methods = .{
    .{ "conjugate", m_float_own, 0, 0 },
    .{ "is_integer", m_float_is_integer, 0, 0 },
    .{ "as_integer_ratio", m_float_as_integer_ratio, 0, 0 },
    .{ "hex", m_float_hex, 0, 0 },
    .{ "fromhex", m_float_fromhex, 1, 1, .class_method },
    .{ "real", m_float_own, 0, 0, .getset },
    .{ "imag", m_float_imag, 0, 0, .getset },
    .{ "__trunc__", m_float_trunc, 0, 0 },
    .{ "__floor__", m_float_floor, 0, 0 },
    .{ "__ceil__", m_float_ceil, 0, 0 },
    .{ "__round__", m_float_round, 0, 1 },
    .{ "__format__", m_float_format, 1, 1 },
    .{ "__getnewargs__", m_float_getnewargs, 0, 0 },
    .{ "__getformat__", m_float_getformat, 1, 1, .class_method },
};

inline fn valueOf(w: Word) f64 {
    return object.ptr(object.Float, w).value;
}

fn add(a: f64, b: f64) ?f64 {
    return a + b;
}
fn sub(a: f64, b: f64) ?f64 {
    return a - b;
}
fn mul(a: f64, b: f64) ?f64 {
    return a * b;
}

fn binaryOf(comptime f: fn (f64, f64) ?f64) types.BinaryFn {
    return struct {
        fn slot(l: Word, r: Word) callconv(.c) Word {
            const a = switch (float.operand(l)) {
                .value => |v| v,
                .foreign => return s_.notImplementedWord(),
                .raised => return 0,
            };
            const b = switch (float.operand(r)) {
                .value => |v| v,
                .foreign => return s_.notImplementedWord(),
                .raised => return 0,
            };
            return float.new(f(a, b) orelse return 0);
        }
    }.slot;
}

fn divmodSlot(l: Word, r: Word) callconv(.c) Word {
    const a = switch (float.operand(l)) {
        .value => |v| v,
        .foreign => return s_.notImplementedWord(),
        .raised => return 0,
    };
    const b = switch (float.operand(r)) {
        .value => |v| v,
        .foreign => return s_.notImplementedWord(),
        .raised => return 0,
    };
    const result = float.divmod(a, b) orelse return 0;
    return tuple.fromOwned(&.{ float.new(result.q), float.new(result.r) });
}

fn powSlot(l: Word, r: Word) callconv(.c) Word {
    return pow3(l, r, s_.noneWord());
}

fn pow3(l: Word, r: Word, m: Word) callconv(.c) Word {
    if (!s_.isNone(m)) return err.raise(.TypeError, "pow() 3rd argument not allowed unless all arguments are integers", .{});
    const a = switch (float.operand(l)) {
        .value => |v| v,
        .foreign => return s_.notImplementedWord(),
        .raised => return 0,
    };
    const b = switch (float.operand(r)) {
        .value => |v| v,
        .foreign => return s_.notImplementedWord(),
        .raised => return 0,
    };
    return float.powWords(a, b);
}

fn own(w: Word) callconv(.c) Word {
    return if (object.isExact(w, .float)) rc.retain(w) else float.new(valueOf(w));
}
fn neg(w: Word) callconv(.c) Word {
    return float.new(-valueOf(w));
}
fn abs(w: Word) callconv(.c) Word {
    return float.new(@abs(valueOf(w)));
}
fn toInt(w: Word) callconv(.c) Word {
    return int.fromF64(valueOf(w));
}
fn repr(w: Word) callconv(.c) Word {
    return float.toStr(valueOf(w));
}
fn hash(w: Word) callconv(.c) i64 {
    return hashing.ofF64(valueOf(w), w);
}
fn boolean(w: Word) callconv(.c) i32 {
    return @intFromBool(valueOf(w) != 0);
}

/// Whether two floats satisfy a comparison (NaN: only `!=`).
pub fn holds(a: f64, b: f64, op: types.CompareOp) bool {
    return switch (op) {
        .lt => a < b,
        .le => a <= b,
        .eq => a == b,
        .ne => a != b,
        .gt => a > b,
        .ge => a >= b,
    };
}

fn compare(l: Word, r: Word, op: types.CompareOp) callconv(.c) Word {
    if (float.of(l)) |a| {
        if (float.of(r)) |b| return s_.boolWord(holds(a, b, op));
        const i = int.valueOf(r);
        if (i == 0) return s_.notImplementedWord();
        if (std.math.isNan(a)) return s_.boolWord(op == .ne);
        return s_.boolWord(int_type.holds(int.orderF64(i, a).invert(), op));
    }
    const b = float.of(r) orelse return s_.notImplementedWord();
    const i = int.valueOf(l);
    if (i == 0) return s_.notImplementedWord();
    if (std.math.isNan(b)) return s_.boolWord(op == .ne);
    return s_.boolWord(int_type.holds(int.orderF64(i, b), op));
}

fn new(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (class == object.word(&float_type) and !args_.noKeywords("float", kwnames)) return 0;
    if (!args_.checkCount("float", nargs, 0, 1)) return 0;
    if (nargs == 0) return instance.convert(class, float.new(0.0));
    if (class == object.word(&float_type) and object.isExact(args[0], .float)) return rc.retain(args[0]);
    return instance.convert(class, float.new(float.fromObject(args[0]) orelse return 0));
}

pub fn m_float_own(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return own(self);
}
pub fn m_float_imag(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ self, args, nargs, kwnames };
    return float.new(0.0);
}
pub fn m_float_is_integer(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    const v = valueOf(self);
    return s_.boolWord(std.math.isFinite(v) and @floor(v) == v);
}
pub fn m_float_as_integer_ratio(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    const v = valueOf(self);
    if (std.math.isInf(v)) return err.raise(.OverflowError, "cannot convert Infinity to integer ratio", .{});
    if (std.math.isNan(v)) return err.raise(.ValueError, "cannot convert NaN to integer ratio", .{});
    const split = std.math.frexp(v);
    var m = split.significand;
    var e: i64 = split.exponent;
    while (m != @floor(m)) {
        m *= 2.0;
        e -= 1;
    }
    const whole = int.fromFinite(m);
    const one = object.makeSmall(1);
    if (e >= 0) {
        defer rc.release(whole);
        return tuple.fromOwned(&.{ int.lshift(whole, object.makeSmall(e)), one });
    }
    return tuple.fromOwned(&.{ whole, int.lshift(one, object.makeSmall(-e)) });
}
pub fn m_float_hex(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return hex.toHex(valueOf(self));
}
pub fn m_float_fromhex(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    const s = str.of(args[0]) orelse return err.raise(.TypeError, "bad argument type for built-in operation", .{});
    const r = float.new(hex.fromHex(s.slice()) orelse return 0);
    if (self == object.word(&float_type)) return r;
    defer rc.release(r);
    return call.call(self, &.{r});
}
pub fn m_float_trunc(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return int.fromF64(valueOf(self));
}
pub fn m_float_floor(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return int.fromF64(@floor(valueOf(self)));
}
pub fn m_float_ceil(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return int.fromF64(@ceil(valueOf(self)));
}
pub fn m_float_round(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = kwnames;
    const v = valueOf(self);
    if (nargs == 0 or s_.isNone(args[0])) return float.roundToInt(v);
    const digits = int.toClipped(args[0]) orelse return 0;
    return float.new(float.roundDigits(v, digits) orelse return 0);
}
pub fn m_float_format(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    const spec = str.of(args[0]) orelse
        return err.raise(.TypeError, "__format__() argument must be str, not {n}", .{args[0]});
    return format_number.formatFloat(self, spec.slice());
}
pub fn m_float_getnewargs(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return tuple.fromOwned(&.{float.new(valueOf(self))});
}
pub fn m_float_getformat(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ self, nargs, kwnames };
    const s = str.of(args[0]) orelse
        return err.raise(.TypeError, "__getformat__() argument must be str, not {n}", .{args[0]});
    if (std.mem.eql(u8, s.slice(), "double") or std.mem.eql(u8, s.slice(), "float")) return str.fromSlice("IEEE, little-endian");
    return err.raise(.ValueError, "__getformat__() argument 1 must be 'double' or 'float'", .{});
}
