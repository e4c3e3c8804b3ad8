//! The classes `int` and `bool`: their `Type` objects, slots and constructors.
//!
//! Invariant: a slot that meets an operand which is no int returns NotImplemented; results are exact ints (or bools for
//! the logic of two bools).
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const args_ = @import("args.zig");
const str = @import("str.zig");
const int = @import("int.zig");
const bits = @import("int_bits.zig");
const text = @import("int_text.zig");
const float = @import("float.zig");
const instance = @import("instance.zig");
const bytes_like = @import("bytes_like.zig");
const unicode = @import("unicode.zig");
const s_ = @import("singletons.zig");
const ops = @import("ops.zig");
const repr_ = @import("repr.zig");
const str_index = @import("str_index.zig");
const Word = object.Word;

const header: object.Header = .{ .rc = object.rc_immortal, .shape = @intFromEnum(object.ShapeId.type_) };

const slots: types.Slots = .{
    .dealloc = rc.deallocPlain,
    .repr = repr,
    .hash = hash,
    .compare = compare,
    .boolean = boolean,
    .binary = .{
        binaryOf(int.add),
        binaryOf(int.sub),
        binaryOf(int.mul),
        null,
        truediv,
        binaryOf(int.floordiv),
        binaryOf(int.mod),
        binaryOf(int.pow),
        binaryOf(int.lshift),
        binaryOf(int.rshift),
        binaryOf(int.and_),
        binaryOf(int.or_),
        binaryOf(int.xor),
    },
    .divmod = divmodSlot,
    .pow3 = pow3,
    .neg = unaryOf(int.neg),
    .pos = unaryOf(int.own),
    .invert = unaryOf(int.invert),
    .abs = unaryOf(int.abs),
    .int = unaryOf(int.own),
    .float = toFloat,
    .index = unaryOf(int.own),
    .new = new,
};

pub var int_type: types.Type = .{
    .h = header,
    .c_name = "int",
    .shape = @intFromEnum(object.ShapeId.int),
    .fixed_size = @sizeOf(object.Int),
    .flags = .{ .base = true, .acyclic = true, .int_subclass = true, .default_getattr = true, .immutable = true },
    .slots = slots,
};

const bool_slots: types.Slots = blk: {
    var s = slots;
    s.repr = boolRepr;
    s.binary[@intFromEnum(types.BinaryOp.and_)] = boolAnd;
    s.binary[@intFromEnum(types.BinaryOp.or_)] = boolOr;
    s.binary[@intFromEnum(types.BinaryOp.xor)] = boolXor;
    s.new = boolNew;
    break :blk s;
};

pub var bool_type: types.Type = .{
    .h = header,
    .c_name = "bool",
    .shape = @intFromEnum(object.ShapeId.bool_),
    .base = &int_type,
    .fixed_size = @sizeOf(object.Bool),
    .flags = .{ .acyclic = true, .int_subclass = true, .default_getattr = true, .immutable = true },
    .slots = bool_slots,
};

comptime {
    @export(&int_type, .{ .name = "pyrt_type_int" });
    @export(&bool_type, .{ .name = "pyrt_type_bool" });
}

/// `divmod` where both are ints.
fn divmodSlot(l: Word, r: Word) callconv(.c) Word {
    const a = int.valueOf(l);
    const b = int.valueOf(r);
    if (a == 0 or b == 0) return s_.notImplementedWord();
    const result = int.divmod(a, b) orelse return 0;
    return @import("tuple.zig").fromOwned(&.{ result.q, result.r });
}

fn binaryOf(comptime f: anytype) types.BinaryFn {
    return struct {
        fn slot(l: Word, r: Word) callconv(.c) Word {
            const a = int.valueOf(l);
            const b = int.valueOf(r);
            if (a == 0 or b == 0) return s_.notImplementedWord();
            return f(a, b);
        }
    }.slot;
}

fn unaryOf(comptime f: fn (Word) Word) types.UnaryFn {
    return struct {
        fn slot(w: Word) callconv(.c) Word {
            return f(int.valueOf(w));
        }
    }.slot;
}

fn truediv(l: Word, r: Word) callconv(.c) Word {
    const a = int.valueOf(l);
    const b = int.valueOf(r);
    if (a == 0 or b == 0) return s_.notImplementedWord();
    return float.new(int.truediv(a, b) orelse return 0);
}

fn pow3(l: Word, r: Word, m: Word) callconv(.c) Word {
    const a = int.valueOf(l);
    const b = int.valueOf(r);
    if (a == 0 or b == 0) return s_.notImplementedWord();
    if (s_.isNone(m)) return int.pow(a, b);
    const c = int.valueOf(m);
    if (c == 0) return s_.notImplementedWord();
    return int.pow3(a, b, c);
}

fn repr(w: Word) callconv(.c) Word {
    return text.toStr(int.valueOf(w));
}

fn hash(w: Word) callconv(.c) i64 {
    return int.hash(int.valueOf(w));
}

fn boolean(w: Word) callconv(.c) i32 {
    return @intFromBool(int.valueOf(w) != object.makeSmall(0));
}

fn toFloat(w: Word) callconv(.c) Word {
    return float.new(int.toF64OrRaise(int.valueOf(w)) orelse return 0);
}

/// Whether an order satisfies a comparison.
pub fn holds(order: std.math.Order, op: types.CompareOp) bool {
    return switch (op) {
        .lt => order == .lt,
        .le => order != .gt,
        .eq => order == .eq,
        .ne => order != .eq,
        .gt => order == .gt,
        .ge => order != .lt,
    };
}

fn compare(l: Word, r: Word, op: types.CompareOp) callconv(.c) Word {
    const a = int.valueOf(l);
    const b = int.valueOf(r);
    if (a == 0 or b == 0) return s_.notImplementedWord();
    return s_.boolWord(holds(int.order(a, b), op));
}

/// `int(…)`.
fn new(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var out: [2]Word = undefined;
    if (kwnames == 0) {
        if (!args_.checkCount("int", nargs, 0, 2)) return 0;
        for (0..2) |i| out[i] = if (i < nargs) args[i] else 0;
    } else if (!args_.bind(.{ .name = "int", .params = &.{ "", "base" }, .posonly = 1, .positional = 2, .required = 0 }, args, nargs, kwnames, &out)) return 0;
    if (out[1] == 0) return instance.convert(class, if (out[0] == 0) object.makeSmall(0) else fromObject(out[0]));
    if (out[0] == 0) return err.raise(.TypeError, "int() missing string argument", .{});
    const base = int.toClipped(out[1]) orelse return 0;
    if (base != 0 and (base < 2 or base > 36)) return err.raise(.ValueError, "int() base must be >= 2 and <= 36, or 0", .{});
    const result = if (object.isExact(out[0], .memoryview)) null else fromText(out[0], @intCast(base));
    if (result == null) return err.raise(.TypeError, "int() can't convert non-string with explicit base", .{});
    return instance.convert(class, result.?);
}

/// `int(w)`, exact and owned.
pub fn fromObject(w: Word) Word {
    if (object.isSmall(w)) return w;
    if (object.isExact(w, .int)) return rc.retain(w);
    const class = types.typeOf(w);
    @import("prune.zig").reads("int");
    if (class.slots.int) |slot| return checked(slot(w), "__int__");
    if (class.slots.index) |slot| return checked(slot(w), "__index__");
    if (fromText(w, 10)) |r| return r;
    return err.raise(.TypeError, "int() argument must be a string, a bytes-like object or a real number, not '{t}'", .{w});
}

/// The exact int of what a conversion method returned; consumes it.
fn checked(r: Word, comptime method: []const u8) Word {
    if (r == 0 or object.isSmall(r) or object.isExact(r, .int)) return r;
    defer rc.release(r);
    const v = int.valueOf(r);
    if (v == 0) return err.raise(.TypeError, method ++ " returned non-int (type {t})", .{r});
    return int.own(v);
}

/// The int of a str or bytes-like literal; null if it is neither.
fn fromText(w: Word, base: u8) ?Word {
    var result: text.ParseResult = undefined;
    if (str.of(w)) |s| {
        if (s.isAscii()) {
            result = text.parse(s.slice(), base);
        } else {
            const buf = alloc.bytes(@intCast(s.bytes));
            defer alloc.free(buf);
            result = text.parse(unicode.asciiNumber(s.slice(), buf[0..@intCast(s.bytes)]), base);
        }
    } else if (bytes_like.view(w)) |b| {
        result = text.parse(b, base);
    } else return null;
    return switch (result) {
        .value => |v| v,
        .raised => 0,
        .invalid => invalidLiteral(w, base),
    };
}

/// The message shows at most 200 characters of the literal's repr.
fn invalidLiteral(w: Word, base: u8) Word {
    const held = bytes_like.copied(w) orelse rc.retain(w);
    if (held == 0) return 0;
    defer rc.release(held);
    const shown = repr_.repr(held);
    if (shown == 0) return 0;
    defer rc.release(shown);
    const s = str.of(shown).?;
    const part = s.slice()[0..str_index.offset(s, @min(200, @as(usize, @intCast(s.codepoints))))];
    return err.raise(.ValueError, "invalid literal for int() with base {d}: {s}", .{ @as(i64, base), part });
}

fn boolRepr(w: Word) callconv(.c) Word {
    return str.intern(if (object.ptr(object.Bool, w).value != 0) "True" else "False");
}

fn boolNew(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = class;
    if (!args_.noKeywords("bool", kwnames) or !args_.checkCount("bool", nargs, 0, 1)) return 0;
    if (nargs == 0) return s_.falseWord();
    const t = ops.truth(args[0]);
    return if (t < 0) 0 else s_.boolWord(t != 0);
}

fn boolLogic(comptime f: fn (u64, u64) u64, comptime op: types.BinaryOp) types.BinaryFn {
    return struct {
        fn slot(l: Word, r: Word) callconv(.c) Word {
            if (!object.isExact(l, .bool_) or !object.isExact(r, .bool_)) return slots.binary[@intFromEnum(op)].?(l, r);
            return s_.boolWord(f(object.ptr(object.Bool, l).value, object.ptr(object.Bool, r).value) != 0);
        }
    }.slot;
}
const boolAnd = boolLogic(struct {
    fn f(a: u64, b: u64) u64 {
        return a & b;
    }
}.f, .and_);
const boolOr = boolLogic(struct {
    fn f(a: u64, b: u64) u64 {
        return a | b;
    }
}.f, .or_);
const boolXor = boolLogic(struct {
    fn f(a: u64, b: u64) u64 {
        return a ^ b;
    }
}.f, .xor);

pub const methods = @import("int_methods.zig").methods;
