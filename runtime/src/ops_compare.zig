//! Comparison, truth, hashing and identity of any objects.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const stack = @import("stack.zig");
const str = @import("str.zig");
const singletons = @import("singletons.zig");
const object_type = @import("object_type.zig");
const Word = object.Word;
const CompareOp = types.CompareOp;

const symbols = [6][]const u8{ "<", "<=", "==", "!=", ">", ">=" };

fn mirrored(op: CompareOp) CompareOp {
    return switch (op) {
        .lt => .gt,
        .le => .ge,
        .eq => .eq,
        .ne => .ne,
        .gt => .lt,
        .ge => .le,
    };
}

inline fn ordered(comptime T: type, a: T, b: T, op: CompareOp) bool {
    return switch (op) {
        .lt => a < b,
        .le => a <= b,
        .eq => a == b,
        .ne => a != b,
        .gt => a > b,
        .ge => a >= b,
    };
}

/// The answer for pairs that are compared all the time; null for the others.
inline fn quick(a: Word, b: Word, op: CompareOp) ?bool {
    if (a & b & 1 != 0) return ordered(i64, @bitCast(a), @bitCast(b), op);
    if (object.isExact(a, .float) and object.isExact(b, .float)) {
        return ordered(f64, object.ptr(object.Float, a).value, object.ptr(object.Float, b).value, op);
    }
    if (object.isExact(a, .str) and object.isExact(b, .str)) {
        const x = object.ptr(object.Str, a);
        const y = object.ptr(object.Str, b);
        return switch (op) {
            .eq => str.equal(a, b),
            .ne => !str.equal(a, b),
            .lt, .le, .gt, .ge => ordered(i8, @intFromEnum(str.order(x, y)), 0, op),
        };
    }
    return null;
}

/// `a op b` as an object (rich comparison), owned; 0 raised.
pub fn compare(a: Word, b: Word, op: CompareOp) Word {
    if (quick(a, b, op)) |answer| return singletons.boolWord(answer);
    return compareSlow(a, b, op);
}

noinline fn compareSlow(a: Word, b: Word, op: CompareOp) Word {
    if (!stack.checkWhile(" in comparison")) return 0;
    const at = types.typeOf(a);
    const bt = types.typeOf(b);
    var tried_right = false;
    if (at != bt and types.isSubtype(bt, at)) {
        if (bt.slots.compare) |f| {
            tried_right = true;
            const r = f(b, a, mirrored(op));
            if (!singletons.isNotImplemented(r)) return r;
        }
    }
    if (at.slots.compare) |f| {
        const r = f(a, b, op);
        if (!singletons.isNotImplemented(r)) return r;
    }
    if (!tried_right) {
        if (bt.slots.compare) |f| {
            const r = f(b, a, mirrored(op));
            if (!singletons.isNotImplemented(r)) return r;
        }
    }
    switch (op) {
        .eq => return singletons.boolWord(a == b),
        .ne => return singletons.boolWord(a != b),
        .lt, .le, .gt, .ge => return err.raise(.TypeError, "'{s}' not supported between instances of '{t}' and '{t}'", .{
            symbols[@intFromEnum(op)], a, b,
        }),
    }
}

/// Truth of `a op b`: 0, 1, or −1 raised.
pub fn compareBool(a: Word, b: Word, op: CompareOp) i32 {
    if (quick(a, b, op)) |answer| return @intFromBool(answer);
    const r = compareSlow(a, b, op);
    if (r == 0) return -1;
    if (r == singletons.trueWord()) return 1;
    if (r == singletons.falseWord()) return 0;
    defer rc.release(r);
    return truth(r);
}

/// `a is b or a == b`: 0, 1, or −1 raised.
pub fn eqBool(a: Word, b: Word) i32 {
    if (a == b) return 1;
    return compareBool(a, b, .eq);
}

/// `bool(a)`: 0, 1, or −1 raised.
pub fn truth(a: Word) i32 {
    if (object.isSmall(a)) return @intFromBool(a != object.makeSmall(0));
    if (a == singletons.trueWord()) return 1;
    if (a == singletons.falseWord() or a == singletons.noneWord()) return 0;
    const slots = &types.typeOf(a).slots;
    if (slots.boolean) |f| return f(a);
    if (slots.length) |f| {
        const n = f(a);
        return if (n < 0) -1 else @intFromBool(n > 0);
    }
    return 1;
}

/// `hash(a)`, −1 raised.
pub fn hash(a: Word) i64 {
    if (!stack.check()) return -1;
    const f = types.typeOf(a).slots.hash orelse return err.fail(.TypeError, "unhashable type: '{t}'", .{a});
    return f(a);
}

/// `a is b`; numbers are identical if their value bits are.
pub fn isSame(a: Word, b: Word) bool {
    if (a == b) return true;
    if (object.isSmall(a) or object.isSmall(b)) return false;
    const shape = object.header(a).shape;
    if (shape != object.header(b).shape) return false;
    if (shape == @intFromEnum(object.ShapeId.float)) {
        const x: u64 = @bitCast(object.ptr(object.Float, a).value);
        const y: u64 = @bitCast(object.ptr(object.Float, b).value);
        return x == y;
    }
    if (shape == @intFromEnum(object.ShapeId.int)) {
        const x = object.ptr(object.Int, a);
        const y = object.ptr(object.Int, b);
        const n: usize = @intCast(@abs(x.len));
        return x.len == y.len and std.mem.eql(u64, x.limbs()[0..n], y.limbs()[0..n]);
    }
    return false;
}

fn Row(comptime op: CompareOp) type {
    return struct {
        fn run(a: Word, b: Word) callconv(.c) Word {
            if (quick(a, b, op)) |answer| return singletons.boolWord(answer);
            return compareSlow(a, b, op);
        }
    };
}
comptime {
    for (std.enums.values(CompareOp)) |op| {
        @export(&Row(op).run, .{ .name = "pyrt_obj_" ++ @tagName(op) });
    }
}

pub export fn pyrt_obj_truth(a: Word) callconv(.c) i32 {
    return truth(a);
}
pub export fn pyrt_obj_is(a: Word, b: Word) callconv(.c) bool {
    return isSame(a, b);
}

/// Type of a row that is exported in a loop above, for the check in `root.zig`; null: not one of them.
pub fn computedRow(comptime name: []const u8) ?type {
    for (std.enums.values(CompareOp)) |op| {
        if (std.mem.eql(u8, name, "obj_" ++ @tagName(op))) return *const @TypeOf(Row(op).run);
    }
    return null;
}
