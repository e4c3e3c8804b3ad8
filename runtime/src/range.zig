//! range: machine integers where start, stop, step and length fit, ints of any size otherwise (`long_range`).
//!
//! Invariants
//! - Both layouts are instances of the one class `range`; step is not 0, `len` is the exact number of elements.
//! - Every element of a machine range fits i64; products of positions and steps are taken in 128 bits.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const singletons = @import("singletons.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const args_ = @import("args.zig");
const int = @import("int.zig");
const str = @import("str.zig");
const ops = @import("ops.zig");
const iter = @import("iter.zig");
const slice = @import("slice.zig");
const tuple = @import("tuple.zig");
const container = @import("container.zig");
const range_iterators = @import("range_iterators.zig");
const Word = object.Word;
const Range = object.Range;
const LongRange = object.LongRange;
const Raised = container.Raised;

pub var range_type: types.Type = .{
    .h = types.static_header,
    .c_name = "range",
    .shape = @intFromEnum(object.ShapeId.range),
    .fixed_size = @sizeOf(Range),
    .flags = .{ .sequence = true, .acyclic = true, .immutable = true, .default_getattr = true },
    .slots = .{
        .dealloc = dealloc,
        .repr = repr,
        .hash = hash,
        .compare = compare,
        .iter = iterSlot,
        .boolean = boolean,
        .length = length,
        .getitem = getitem,
        .contains = contains,
        .new = new,
    },
};

comptime {
    @export(&range_type, .{ .name = "pyrt_type_range" });
}

pub const methods = .{
    .{ "__reversed__", m_range_reversed, 0, 0 },
    .{ "count", m_range_count, 1, 1 },
    .{ "index", m_range_index, 1, 1 },
    .{ "start", m_range_start, 0, 0, .member },
    .{ "step", m_range_step, 0, 0, .member },
    .{ "stop", m_range_stop, 0, 0, .member },
};

/// Enters the second layout's shape; called once at start-up after `types.ready(&range_type)`.
inline fn machine(w: Word) ?*Range {
    return if (object.isExact(w, .range)) object.ptr(Range, w) else null;
}
pub fn isRange(w: Word) bool {
    return object.isExact(w, .range) or object.isExact(w, .long_range);
}

/// The parts of a range as ints, owned.
const Parts = struct {
    start: Word,
    stop: Word,
    step: Word,
    len: Word,

    fn of(w: Word) Parts {
        if (machine(w)) |r| {
            return .{
                .start = int.fromI64(r.start),
                .stop = int.fromI64(r.stop),
                .step = int.fromI64(r.step),
                .len = int.fromI64(r.len),
            };
        }
        const r = object.ptr(LongRange, w);
        return .{
            .start = rc.retain(r.start),
            .stop = rc.retain(r.stop),
            .step = rc.retain(r.step),
            .len = rc.retain(r.len),
        };
    }
    fn drop(self: Parts) void {
        rc.release(self.start);
        rc.release(self.stop);
        rc.release(self.step);
        rc.release(self.len);
    }
    /// Element `i` (0 ≤ i < len), owned.
    fn at(self: Parts, i: Word) Word {
        const offset = int.mul(i, self.step);
        defer rc.release(offset);
        return int.add(self.start, offset);
    }
};

/// A machine range.
pub fn fromI64(start: i64, stop: i64, step: i64) Word {
    return fromI128(start, stop, step);
}

/// A range of parts that need not fit; step ≠ 0.
fn fromI128(start: i128, stop: i128, step: i128) Word {
    const fits = start == @as(i64, @truncate(start)) and stop == @as(i64, @truncate(stop)) and
        step == @as(i64, @truncate(step));
    const distance = if (step > 0) stop - start else start - stop;
    const n: i128 = if (distance <= 0) 0 else @divFloor(distance - 1, @as(i128, @intCast(@abs(step)))) + 1;
    if (fits and n <= std.math.maxInt(i64)) {
        const r = alloc.object(Range, .range, 0);
        r.start = @intCast(start);
        r.stop = @intCast(stop);
        r.step = @intCast(step);
        r.len = @intCast(n);
        return object.word(r);
    }
    return makeLong(int.fromI128(start), int.fromI128(stop), int.fromI128(step), int.fromI128(n));
}

fn makeLong(start: Word, stop: Word, step: Word, n: Word) Word {
    const r = alloc.object(LongRange, .long_range, 0);
    r.start = start;
    r.stop = stop;
    r.step = step;
    r.len = n;
    return object.word(r);
}

/// A range of ints of any size, consumed; ValueError if step is 0.
pub fn fromInts(start: Word, stop: Word, step: Word) Raised!Word {
    if (int.toI64(start)) |a| if (int.toI64(stop)) |b| if (int.toI64(step)) |c| {
        defer for ([_]Word{ start, stop, step }) |w| rc.release(w);
        if (c == 0) return container.fail(.ValueError, "range() arg 3 must not be zero", .{});
        return fromI64(a, b, c);
    };
    if (int.sign(step) == 0) {
        for ([_]Word{ start, stop, step }) |w| rc.release(w);
        return container.fail(.ValueError, "range() arg 3 must not be zero", .{});
    }
    return makeLong(start, stop, step, countOf(start, stop, step));
}

/// Number of elements, owned.
fn countOf(start: Word, stop: Word, step: Word) Word {
    const up = int.sign(step) > 0;
    const low, const high = if (up) .{ start, stop } else .{ stop, start };
    if (int.order(low, high) != .lt) return object.makeSmall(0);
    const one = object.makeSmall(1);
    const distance = int.sub(high, low);
    defer rc.release(distance);
    const last = int.sub(distance, one);
    defer rc.release(last);
    const stride = int.abs(step);
    defer rc.release(stride);
    const steps = int.floordiv(last, stride);
    defer rc.release(steps);
    return int.add(steps, one);
}

fn new(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = class;
    if (!args_.noKeywords("range", kwnames) or !args_.checkCount("range", nargs, 1, 3)) return 0;
    return container.wordOf(newImpl(args[0..nargs]));
}
fn newImpl(args: []const Word) Raised!Word {
    var parts = [3]Word{ object.makeSmall(0), 0, object.makeSmall(1) };
    if (args.len == 1) {
        parts[1] = try container.indexWord(args[0]);
    } else {
        var done: usize = 0;
        errdefer for (parts[0..done]) |p| rc.release(p);
        for (args, 0..) |arg, i| {
            parts[i] = try container.indexWord(arg);
            done += 1;
        }
    }
    return fromInts(parts[0], parts[1], parts[2]);
}

fn dealloc(w: Word) callconv(.c) void {
    if (machine(w) == null) {
        const r = object.ptr(LongRange, w);
        for ([_]Word{ r.start, r.stop, r.step, r.len }) |p| rc.release(p);
    }
    alloc.free(object.header(w));
}

fn repr(w: Word) callconv(.c) Word {
    return container.wordOf(reprImpl(w));
}
fn reprImpl(w: Word) Raised!Word {
    const p = Parts.of(w);
    defer p.drop();
    var b = str.Builder.init(64);
    errdefer b.deinit();
    b.append("range(");
    try container.appendRepr(&b, p.start);
    b.append(", ");
    try container.appendRepr(&b, p.stop);
    if (p.step != object.makeSmall(1)) {
        b.append(", ");
        try container.appendRepr(&b, p.step);
    }
    b.append(")");
    return b.finish();
}

/// What equal ranges have in common: (length, first, step), with None for what does not matter.
fn essence(w: Word) Word {
    const p = Parts.of(w);
    defer p.drop();
    const none = singletons.noneWord();
    const n = if (object.isSmall(p.len)) object.smallValue(p.len) else 2;
    return tuple.fromSlice(&.{ p.len, if (n > 0) p.start else none, if (n > 1) p.step else none });
}

fn hash(w: Word) callconv(.c) i64 {
    const t = essence(w);
    defer rc.release(t);
    return @bitCast(container.hash(t) catch return -1);
}

fn compare(a: Word, b: Word, op: types.CompareOp) callconv(.c) Word {
    if (!isRange(a) or !isRange(b) or !(op == .eq or op == .ne)) return singletons.notImplementedWord();
    const x = essence(a);
    defer rc.release(x);
    const y = essence(b);
    defer rc.release(y);
    return ops.compare(x, y, op);
}

pub fn iterSlot(w: Word) callconv(.c) Word {
    if (machine(w)) |r| return range_iterators.machineIterator(r.start, r.step, r.len);
    const p = Parts.of(w);
    rc.release(p.stop);
    return range_iterators.longIterator(p.start, p.step, p.len);
}

fn boolean(w: Word) callconv(.c) i32 {
    if (machine(w)) |r| return @intFromBool(r.len > 0);
    return @intFromBool(int.sign(object.ptr(LongRange, w).len) > 0);
}

fn length(w: Word) callconv(.c) i64 {
    if (machine(w)) |r| return r.len;
    return int.toI64(object.ptr(LongRange, w).len) orelse
        err.fail(.OverflowError, "Python int too large to convert to C ssize_t", .{});
}

fn getitem(w: Word, key: Word) callconv(.c) Word {
    return container.wordOf(getitemImpl(w, key));
}
fn getitemImpl(w: Word, key: Word) Raised!Word {
    if (object.isExact(key, .slice)) return sliced(w, key);
    if (!container.isIndex(key)) {
        return container.fail(.TypeError, "range indices must be integers or slices, not {t}", .{key});
    }
    const i = try container.indexWord(key);
    defer rc.release(i);
    if (machine(w)) |r| {
        if (int.toI64(i)) |k| {
            if (container.position(k, @intCast(r.len))) |at| return int.fromI64(elementOf(r, @intCast(at)));
        }
        return container.fail(.IndexError, "range object index out of range", .{});
    }
    const p = Parts.of(w);
    defer p.drop();
    const k = if (int.sign(i) < 0) int.add(i, p.len) else rc.retain(i);
    defer rc.release(k);
    if (int.sign(k) < 0 or int.order(k, p.len) != .lt) {
        return container.fail(.IndexError, "range object index out of range", .{});
    }
    return p.at(k);
}

/// Element `i` (0 ≤ i < len).
fn elementOf(r: *const Range, i: i64) i64 {
    return @intCast(@as(i128, r.start) + @as(i128, i) * r.step);
}

fn sliced(w: Word, key: Word) Raised!Word {
    const given_step = object.ptr(object.Slice, key).step;
    const short_step = singletons.isNone(given_step) or object.isSmall(given_step);
    if (machine(w)) |r| {
        if (short_step) {
            const b = container.adjust(try container.unpackSlice(key), @intCast(r.len));
            const start = @as(i128, r.start) + @as(i128, b.start) * r.step;
            const stop = @as(i128, r.start) + @as(i128, b.stop) * r.step;
            return fromI128(start, stop, @as(i128, b.step) * r.step);
        }
    }
    const p = Parts.of(w);
    defer p.drop();
    const i = try slice.indices(key, p.len);
    defer i.drop();
    return fromInts(p.at(i.start), p.at(i.stop), int.mul(p.step, i.step));
}

/// An int or a bool, whose membership is arithmetic.
fn isPlainInt(w: Word) bool {
    return container.isInt(w) or object.isExact(w, .bool_);
}

fn containsInt(w: Word, value: Word) bool {
    const v = int.asIndex(value);
    defer rc.release(v);
    if (machine(w)) |r| {
        const x: i128 = int.toI64(v) orelse return false;
        const inside = if (r.step > 0) x >= r.start and x < r.stop else x <= r.start and x > r.stop;
        return inside and @rem(x - r.start, @as(i128, r.step)) == 0;
    }
    const p = Parts.of(w);
    defer p.drop();
    const from_start = int.order(v, p.start);
    const from_stop = int.order(v, p.stop);
    const inside = if (int.sign(p.step) > 0) from_start != .lt and from_stop == .lt else from_start != .gt and from_stop == .gt;
    if (!inside) return false;
    const offset = int.sub(v, p.start);
    defer rc.release(offset);
    const rest = int.mod(offset, p.step);
    defer rc.release(rest);
    return int.sign(rest) == 0;
}

fn contains(w: Word, value: Word) callconv(.c) i32 {
    if (isPlainInt(value)) return @intFromBool(containsInt(w, value));
    const n = searchFrom(w, value, .first) catch return -1;
    return @intFromBool(n >= 0);
}

/// Compares with each element: position of the first equal one (−1: none), or the number of equal ones.
fn searchFrom(w: Word, value: Word, comptime what: enum { first, count }) Raised!i64 {
    const it = try container.check(iter.iter(w));
    defer rc.release(it);
    var n: i64 = 0;
    var at: i64 = 0;
    while (try iter.step(it)) |element| : (at += 1) {
        defer rc.release(element);
        if (!try container.equal(element, value)) continue;
        if (what == .first) return at;
        n += 1;
    }
    return if (what == .first) -1 else n;
}

pub fn m_range_reversed(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    if (machine(self)) |r| {
        if (r.step != std.math.minInt(i64)) {
            const last = if (r.len == 0) r.start else elementOf(r, r.len - 1);
            return range_iterators.machineIterator(last, -r.step, r.len);
        }
    }
    const p = Parts.of(self);
    defer p.drop();
    const last = int.sub(p.len, object.makeSmall(1));
    defer rc.release(last);
    return range_iterators.longIterator(p.at(last), int.neg(p.step), rc.retain(p.len));
}

pub fn m_range_count(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    if (isPlainInt(args[0])) return object.makeSmall(@intFromBool(containsInt(self, args[0])));
    return int.fromI64(searchFrom(self, args[0], .count) catch return 0);
}

pub fn m_range_index(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    return container.wordOf(indexImpl(self, args[0]));
}
fn indexImpl(self: Word, value: Word) Raised!Word {
    if (!isPlainInt(value)) {
        const at = try searchFrom(self, value, .first);
        if (at >= 0) return int.fromI64(at);
        return container.fail(.ValueError, "sequence.index(x): x not in sequence", .{});
    }
    if (!containsInt(self, value)) return container.fail(.ValueError, "{r} is not in range", .{value});
    const p = Parts.of(self);
    defer p.drop();
    const v = int.asIndex(value);
    defer rc.release(v);
    const offset = int.sub(v, p.start);
    defer rc.release(offset);
    return container.check(int.floordiv(offset, p.step));
}

pub fn m_range_start(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    const p = Parts.of(self);
    defer p.drop();
    return rc.retain(p.start);
}
pub fn m_range_stop(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    const p = Parts.of(self);
    defer p.drop();
    return rc.retain(p.stop);
}
pub fn m_range_step(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    const p = Parts.of(self);
    defer p.drop();
    return rc.retain(p.step);
}
