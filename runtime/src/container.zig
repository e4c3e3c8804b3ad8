//! What the containers share: comparing and hashing elements, index arguments, slice bounds, the repr guard.
//!
//! Invariants
//! - `Raised` is returned only with an exception pending.
//! - `equal`, `hash`, `index` may run any Python code: callers look at lengths and pointers afresh afterwards.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const prune = @import("prune.zig");
const singletons = @import("singletons.zig");
const err = @import("err.zig");
const rc = @import("rc.zig");
const ops = @import("ops.zig");
const str = @import("str.zig");
const int = @import("int.zig");
const repr_ = @import("repr.zig");
const WordMap = @import("word_map.zig").WordMap;
const Word = object.Word;
const Type = types.Type;

/// An exception is pending.
pub const Raised = error{Raised};

/// Raises a builtin exception; use as `return container.fail(.ValueError, "…", .{})`.
pub fn fail(kind: err.Kind, comptime fmt: []const u8, args: anytype) Raised {
    _ = err.raise(kind, fmt, args);
    return error.Raised;
}

/// The pending exception of a callee that returned 0.
pub inline fn check(w: Word) Raised!Word {
    return if (w == 0) error.Raised else w;
}
pub inline fn checkStatus(status: i32) Raised!void {
    if (status < 0) return error.Raised;
}
pub inline fn checkTri(result: i32) Raised!bool {
    if (result < 0) return error.Raised;
    return result != 0;
}
pub inline fn checkLength(n: i64) Raised!usize {
    return if (n < 0) error.Raised else @intCast(n);
}

// What a slot returns for a Zig result.
pub inline fn wordOf(result: Raised!Word) Word {
    return result catch 0;
}
pub inline fn statusOf(result: Raised!void) i32 {
    result catch return -1;
    return 0;
}
pub inline fn triOf(result: Raised!bool) i32 {
    return @intFromBool(result catch return -1);
}
/// None, or 0 when raised: the result of methods that return nothing.
pub inline fn noneOf(result: Raised!void) Word {
    result catch return 0;
    return singletons.noneWord();
}
pub inline fn boolOf(result: Raised!bool) Word {
    return singletons.boolWord(result catch return 0);
}

/// `a is b or a == b`.
pub inline fn equal(a: Word, b: Word) Raised!bool {
    if (a == b) return true;
    if (object.isSmall(a) and object.isSmall(b)) return false;
    return equalSlow(a, b);
}
fn equalSlow(a: Word, b: Word) Raised!bool {
    if (object.isExact(a, .str) and object.isExact(b, .str)) return sameText(a, b);
    // Floats are identical if their bits are: a nan is found in the list that it was taken from.
    if (object.isExact(a, .float) and object.isExact(b, .float)) {
        const x = object.ptr(object.Float, a).value;
        const y = object.ptr(object.Float, b).value;
        return x == y or @as(u64, @bitCast(x)) == @as(u64, @bitCast(y));
    }
    return checkTri(ops.eqBool(a, b));
}

/// Two exact strings have the same text.
pub inline fn sameText(a: Word, b: Word) bool {
    const x = object.ptr(object.Str, a);
    const y = object.ptr(object.Str, b);
    if (x.bytes != y.bytes) return false;
    if (x.hash != 0 and y.hash != 0 and x.hash != y.hash) return false;
    return @import("search.zig").same(x.slice(), y.slice());
}

/// As `equal`, keeping `a` alive meanwhile (an element that the comparison might remove from its container).
pub inline fn equalHeld(a: Word, b: Word) Raised!bool {
    if (a == b) return true;
    if (object.isSmall(a) and object.isSmall(b)) return false;
    const held = rc.retain(a);
    defer rc.release(held);
    return equalSlow(held, b);
}

/// The hash of a small int as CPython's: modulo 2^61 − 1, never −1.
pub inline fn hashSmall(w: Word) u64 {
    const v = object.smallValue(w);
    const modulus: i64 = (1 << 61) - 1;
    if (v > -modulus and v < modulus) return @bitCast(if (v == -1) @as(i64, -2) else v);
    const r = @rem(v, modulus);
    return @bitCast(if (r == -1) @as(i64, -2) else r);
}

/// `hash(w)`.
pub inline fn hash(w: Word) Raised!u64 {
    if (object.isSmall(w)) return hashSmall(w);
    if (object.isExact(w, .str)) {
        const cached = object.ptr(object.Str, w).hash;
        if (cached != 0) return cached;
    }
    const h = ops.hash(w);
    return if (h == -1) error.Raised else @bitCast(h);
}

/// An index argument (`__index__`); values beyond i64 raise `kind` ("cannot fit 'int' into an index-sized integer").
pub fn index(w: Word, kind: err.Kind) Raised!i64 {
    if (object.isSmall(w)) return object.smallValue(w);
    const n = try indexWord(w);
    defer rc.release(n);
    return int.toI64(n) orelse fail(kind, "cannot fit '{t}' into an index-sized integer", .{w});
}

/// The argument of an iterator's `__setstate__`: an int and nothing else.
pub fn stateIndex(w: Word) Raised!i64 {
    if (!int.isInt(w)) return fail(.TypeError, "an integer is required", .{});
    return int.toSsize(w) orelse error.Raised;
}

/// As `index`, but values beyond i64 are cut off at its ends (slice bounds).
pub inline fn indexClamped(w: Word) Raised!i64 {
    return int.toClipped(w) orelse error.Raised;
}

/// The int of `w.__index__()`, owned; TypeError "'x' object cannot be interpreted as an integer".
pub fn indexWord(w: Word) Raised!Word {
    return check(int.asIndex(w));
}

/// Has `__index__`.
pub fn isIndex(w: Word) bool {
    return object.isSmall(w) or int.hasIndex(w);
}

/// An exact int.
pub inline fn isInt(w: Word) bool {
    return object.isSmall(w) or object.isExact(w, .int);
}

/// A slice applied to a length.
pub const Bounds = struct {
    start: i64,
    stop: i64,
    step: i64,
    /// Number of elements selected.
    count: usize,
};

fn sliceIndex(w: Word) Raised!i64 {
    if (!isIndex(w)) {
        return fail(.TypeError, "slice indices must be integers or None or have an __index__ method", .{});
    }
    return indexClamped(w);
}

/// Start, stop and step of a slice before the length is known: `__index__` of the three runs here, and may change the
/// sequence; apply `adjust` with the length afterwards.
pub fn unpackSlice(w: Word) Raised!Bounds {
    const s = object.ptr(object.Slice, w);
    const none = singletons.noneWord();
    var step: i64 = 1;
    if (s.step != none) {
        step = try sliceIndex(s.step);
        if (step == 0) return fail(.ValueError, "slice step cannot be zero", .{});
        step = @max(step, -std.math.maxInt(i64));
    }
    const start = if (s.start == none)
        (if (step < 0) @as(i64, std.math.maxInt(i64)) else 0)
    else
        try sliceIndex(s.start);
    const stop = if (s.stop == none)
        (if (step < 0) @as(i64, std.math.minInt(i64)) else std.math.maxInt(i64))
    else
        try sliceIndex(s.stop);
    return .{ .start = start, .stop = stop, .step = step, .count = 0 };
}

/// Cuts the bounds of `unpackSlice` to a sequence of `length` elements.
pub fn adjust(raw: Bounds, length: usize) Bounds {
    const n: i64 = @intCast(length);
    const down = raw.step < 0;
    const low: i64 = if (down) -1 else 0;
    const high: i64 = if (down) n - 1 else n;
    var b = raw;
    inline for (.{ "start", "stop" }) |name| {
        const v = @field(raw, name);
        @field(b, name) = if (v < 0) (if (v < -n) low else @max(v + n, low)) else @min(v, high);
    }
    const distance = if (down) b.start - b.stop else b.stop - b.start;
    const stride: u64 = @abs(raw.step);
    b.count = if (distance <= 0) 0 else @intCast((@as(u64, @intCast(distance)) - 1) / stride + 1);
    return b;
}

/// The position of element `k` of a slice.
pub inline fn at(b: Bounds, k: usize) usize {
    // Only called for k < count, so the product stays within the sequence.
    return @intCast(b.start +% @as(i64, @intCast(k)) *% b.step);
}

/// Resolves a negative index; null if it is out of range.
pub inline fn position(i: i64, length: usize) ?usize {
    const n: i64 = @intCast(length);
    const k = if (i < 0) i +% n else i;
    return if (k >= 0 and k < n) @intCast(k) else null;
}

/// A start or stop argument of `index(x, start, stop)`, clamped into the sequence.
pub fn searchBound(w: Word, length: usize) Raised!usize {
    if (!isIndex(w)) return fail(.TypeError, "slice indices must be integers or have an __index__ method", .{});
    const i = try indexClamped(w);
    const n: i64 = @intCast(length);
    if (i < 0) return @intCast(@max(0, i +| n));
    return @intCast(@min(i, std.math.maxInt(i64)));
}

/// A repeat count argument of `seq * n`; negative counts as 0.
pub fn repeatCount(w: Word) Raised!usize {
    if (!isIndex(w)) return fail(.TypeError, "can't multiply sequence by non-int of type '{t}'", .{w});
    return @intCast(@max(0, try index(w, .OverflowError)));
}

/// The class of an instance.
pub inline fn classOf(w: Word) *Type {
    return types.typeOf(w);
}

/// Containers whose repr is under way.
var in_repr: WordMap = .{};

/// Marks that the repr of `w` has begun; false if it already was: show `…` instead. Pair a true with `leaveRepr`.
pub fn enterRepr(w: Word) bool {
    return in_repr.add(w, 0);
}

/// Ends what `enterRepr` began.
pub fn leaveRepr(w: Word) void {
    in_repr.remove(w);
}

/// Appends `repr(w)` to a builder.
pub fn appendRepr(b: *str.Builder, w: Word) Raised!void {
    const held = rc.retain(w);
    defer rc.release(held);
    const text = try check(repr_.repr(held));
    defer rc.release(text);
    b.append(str.slice(text));
}

/// Visits a word that may be absent.
pub inline fn visitMaybe(w: Word, visit: types.Visitor, context: *anyopaque) void {
    if (w != 0) visit(w, context);
}

/// The table `Slots.binary` (or `inplace`) with the named operators.
pub fn binarySlots(comptime given: anytype) [13]?types.BinaryFn {
    var result: [13]?types.BinaryFn = @splat(null);
    inline for (std.meta.fields(@TypeOf(given))) |field| {
        result[@intFromEnum(@field(types.BinaryOp, field.name))] = @field(given, field.name);
    }
    return result;
}

/// `x op y` for two lengths.
pub fn compareLengths(x: usize, y: usize, op: types.CompareOp) bool {
    return switch (op) {
        .lt => x < y,
        .le => x <= y,
        .eq => x == y,
        .ne => x != y,
        .gt => x > y,
        .ge => x >= y,
    };
}

/// `a + b` for a sequence `a` whose class cannot add `b`: the class of `b` is asked first, as CPython asks both number
/// slots before it concatenates; `own` is the slot that asks.
pub fn concatOther(a: Word, b: Word, own: types.BinaryFn, comptime name: []const u8) Raised!Word {
    if (!object.isSmall(b)) {
        prune.readsOperator(.add);
        if (types.typeOf(b).slots.binary[@intFromEnum(types.BinaryOp.add)]) |theirs| {
            if (theirs != own and types.typeOf(b).flags.heap) {
                const r = try check(theirs(a, b));
                if (!singletons.isNotImplemented(r)) return r;
            }
        }
    }
    return fail(.TypeError, "can only concatenate " ++ name ++ " (not \"{t}\") to " ++ name, .{b});
}

/// The result of `a * b` if the class of `other` multiplies by itself (its operand order is kept); null: repeat.
pub fn repeatOther(a: Word, b: Word, seq: Word, other: Word, own: types.BinaryFn) Raised!?Word {
    if (isInt(other) or seq == b) return null;
    const class = types.typeOf(other);
    if (!class.flags.heap) return null;
    prune.readsOperator(.mul);
    const theirs = class.slots.binary[@intFromEnum(types.BinaryOp.mul)] orelse return null;
    if (theirs == own) return null;
    const r = try check(theirs(a, b));
    return if (singletons.isNotImplemented(r)) null else r;
}
