//! tuple: construction, the CPython hash, comparison and methods.
//!
//! Invariant: a tuple that Python code can see never changes; `create` hands out a tuple whose items the caller fills
//! before anything else can run.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const singletons = @import("singletons.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const args_ = @import("args.zig");
const str = @import("str.zig");
const ops = @import("ops.zig");
const iter = @import("iter.zig");
const list = @import("list.zig");
const instance = @import("instance.zig");
const container = @import("container.zig");
const iterators = @import("sequence_iterators.zig");
const Word = object.Word;
const Tuple = object.Tuple;
const Raised = container.Raised;

pub var tuple_type: types.Type = .{
    .h = types.static_header,
    .c_name = "tuple",
    .shape = @intFromEnum(object.ShapeId.tuple),
    .fixed_size = @sizeOf(Tuple),
    .flags = .{ .base = true, .tuple_subclass = true, .sequence = true, .immutable = true, .default_getattr = true },
    .slots = .{
        .dealloc = dealloc,
        .traverse = traverse,
        .repr = repr,
        .hash = hash,
        .compare = compare,
        .iter = iterSlot,
        .length = length,
        .getitem = getitem,
        .contains = contains,
        .new = new,
        .binary = container.binarySlots(.{ .add = add, .mul = mul }),
    },
};

comptime {
    @export(&tuple_type, .{ .name = "pyrt_type_tuple" });
}

pub const methods = .{
    .{ "count", m_tuple_count, 1, 1 },
    .{ "index", m_tuple_index, 1, 3 },
    .{ "__getnewargs__", m_tuple_getnewargs, 0, 0 },
};

/// A copy that is a plain tuple, in a tuple.
fn m_tuple_getnewargs(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    const own = if (object.isExact(self, .tuple)) rc.retain(self) else fromSlice(items(self));
    return fromOwned(&.{own});
}

var empty_tuple: Tuple align(8) = .{
    .h = .{ .rc = object.rc_immortal, .shape = @intFromEnum(object.ShapeId.tuple) },
    .len = 0,
};

/// `()`, immortal.
pub inline fn empty() Word {
    return object.word(&empty_tuple);
}

/// An exact tuple of n ≥ 1 items that the caller fills at once; memory exhaustion ends the program.
pub inline fn create(n: usize) *Tuple {
    const t = alloc.object(Tuple, .tuple, n * @sizeOf(Word));
    t.len = n;
    return t;
}

/// As `create` for sizes that the user controls: MemoryError.
pub fn tryCreate(n: usize) Raised!*Tuple {
    if (n <= std.math.maxInt(u48)) {
        if (alloc.tryObject(Tuple, .tuple, n * @sizeOf(Word))) |t| {
            t.len = n;
            return t;
        }
    }
    _ = err.noMemory();
    return error.Raised;
}

/// A tuple of borrowed items.
pub fn fromSlice(values: []const Word) Word {
    if (values.len == 0) return empty();
    const t = create(values.len);
    for (t.slice(), values) |*to, v| to.* = rc.retain(v);
    return object.word(t);
}

/// A tuple that takes over the references of the items.
pub fn fromOwned(values: []const Word) Word {
    if (values.len == 0) return empty();
    const t = create(values.len);
    @memcpy(t.slice(), values);
    return object.word(t);
}

/// The pair that an iterator yields, which takes over both references: the one of the last time if only the iterator has it
/// (`place`), else a new one.
pub fn nextPair(place: *Word, a: Word, b: Word) Word {
    const last = place.*;
    if (last == 0 or !rc.isUnique(last)) {
        const made = fromOwned(&.{ a, b });
        if (last == 0) place.* = rc.retain(made);
        return made;
    }
    // Not unique any more when the old items end, which may run code that asks the iterator again.
    _ = rc.retain(last);
    const items_ = object.ptr(Tuple, last).items();
    const x = items_[0];
    const y = items_[1];
    items_[0] = a;
    items_[1] = b;
    rc.release(x);
    rc.release(y);
    return last;
}

/// A tuple of what the iterable yields; 0: raised. An exact tuple is returned as it is.
pub fn fromIterable(source: Word) Word {
    if (object.isExact(source, .tuple)) return rc.retain(source);
    if (object.isExact(source, .list)) return list.toTuple(source);
    const collected = iter.collect(source);
    if (collected == 0) return 0;
    defer rc.release(collected);
    return list.toTuple(collected);
}

/// An instance of tuple or of a subclass.
pub inline fn isTuple(w: Word) bool {
    return !object.isSmall(w) and types.typeOf(w).flags.tuple_subclass;
}
/// The items, borrowed.
pub inline fn items(w: Word) []const Word {
    return object.ptr(Tuple, w).slice();
}
/// Number of items.
pub inline fn len(w: Word) usize {
    return @intCast(object.ptr(Tuple, w).len);
}
/// Item i, borrowed, not checked.
pub inline fn get(w: Word, i: usize) Word {
    return object.ptr(Tuple, w).items()[i];
}

fn dealloc(w: Word) callconv(.c) void {
    const all = items(w);
    var i = all.len;
    while (i > 0) {
        i -= 1;
        rc.release(all[i]);
    }
    alloc.free(object.header(w));
}

fn traverse(w: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    for (items(w)) |item| visit(item, context);
}

fn length(w: Word) callconv(.c) i64 {
    return @intCast(len(w));
}

fn iterSlot(w: Word) callconv(.c) Word {
    return iterators.tupleIterator(w);
}

/// CPython's hash of tuples (a variant of xxHash), from the items' hashes.
fn hash(w: Word) callconv(.c) i64 {
    const prime1: u64 = 11400714785074694791;
    const prime2: u64 = 14029467366897019727;
    const prime5: u64 = 2870177450012600261;
    var acc = prime5;
    for (items(w)) |item| {
        const lane = container.hash(item) catch return -1;
        acc +%= lane *% prime2;
        acc = std.math.rotl(u64, acc, 31);
        acc *%= prime1;
    }
    acc +%= @as(u64, len(w)) ^ (prime5 ^ 3527539);
    if (acc == std.math.maxInt(u64)) return 1546275796;
    return @bitCast(acc);
}

fn compare(a: Word, b: Word, op: types.CompareOp) callconv(.c) Word {
    if (!isTuple(a) or !isTuple(b)) return singletons.notImplementedWord();
    const x = items(a);
    const y = items(b);
    const shared = @min(x.len, y.len);
    for (x[0..shared], y[0..shared]) |p, q| {
        if (container.equal(p, q) catch return 0) continue;
        return switch (op) {
            .eq => singletons.falseWord(),
            .ne => singletons.trueWord(),
            .lt, .le, .gt, .ge => ops.compare(p, q, op),
        };
    }
    return singletons.boolWord(container.compareLengths(x.len, y.len, op));
}

fn contains(w: Word, item: Word) callconv(.c) i32 {
    for (items(w)) |x| {
        if (container.equal(x, item) catch return -1) return 1;
    }
    return 0;
}

fn repr(w: Word) callconv(.c) Word {
    return container.wordOf(reprImpl(w));
}
fn reprImpl(w: Word) Raised!Word {
    const values = items(w);
    if (values.len == 0) return str.fromSlice("()");
    if (!container.enterRepr(w)) return str.fromSlice("(...)");
    defer container.leaveRepr(w);
    var b = str.Builder.init(64);
    errdefer b.deinit();
    b.append("(");
    for (values, 0..) |item, i| {
        if (i > 0) b.append(", ");
        try container.appendRepr(&b, item);
    }
    b.append(if (values.len == 1) ",)" else ")");
    return container.check(b.finish());
}

fn getitem(w: Word, key: Word) callconv(.c) Word {
    return container.wordOf(getitemImpl(w, key));
}
fn getitemImpl(w: Word, key: Word) Raised!Word {
    const values = items(w);
    if (object.isSmall(key)) {
        const i = container.position(object.smallValue(key), values.len) orelse
            return container.fail(.IndexError, "tuple index out of range", .{});
        return rc.retain(values[i]);
    }
    if (object.isExact(key, .slice)) {
        const b = container.adjust(try container.unpackSlice(key), values.len);
        if (b.count == values.len and b.step == 1 and object.isExact(w, .tuple)) return rc.retain(w);
        if (b.count == 0) return empty();
        const t = try tryCreate(b.count);
        for (t.slice(), 0..) |*to, k| to.* = rc.retain(values[container.at(b, k)]);
        return object.word(t);
    }
    if (!container.isIndex(key)) {
        return container.fail(.TypeError, "tuple indices must be integers or slices, not {t}", .{key});
    }
    const i = container.position(try container.index(key, .IndexError), values.len) orelse
        return container.fail(.IndexError, "tuple index out of range", .{});
    return rc.retain(values[i]);
}

fn add(a: Word, b: Word) callconv(.c) Word {
    return container.wordOf(addImpl(a, b));
}
fn addImpl(a: Word, b: Word) Raised!Word {
    if (!isTuple(a)) return singletons.notImplementedWord();
    if (!isTuple(b)) return container.concatOther(a, b, &add, "tuple");
    const x = items(a);
    const y = items(b);
    if (x.len == 0 and object.isExact(b, .tuple)) return rc.retain(b);
    if (y.len == 0 and object.isExact(a, .tuple)) return rc.retain(a);
    if (x.len + y.len == 0) return empty();
    const t = try tryCreate(x.len + y.len);
    for (t.slice()[0..x.len], x) |*to, v| to.* = rc.retain(v);
    for (t.slice()[x.len..], y) |*to, v| to.* = rc.retain(v);
    return object.word(t);
}

fn mul(a: Word, b: Word) callconv(.c) Word {
    return container.wordOf(mulImpl(a, b));
}
fn mulImpl(a: Word, b: Word) Raised!Word {
    const seq, const other = if (isTuple(a)) .{ a, b } else .{ b, a };
    if (try container.repeatOther(a, b, seq, other, &mul)) |result| return result;
    if (!container.isIndex(other)) return singletons.notImplementedWord();
    const n = try container.repeatCount(other);
    const values = items(seq);
    if (values.len == 0 or n == 0) return empty();
    if (n == 1 and object.isExact(seq, .tuple)) return rc.retain(seq);
    const total = std.math.mul(usize, values.len, n) catch std.math.maxInt(usize);
    const t = try tryCreate(total);
    const out = t.slice();
    for (0..n) |k| {
        for (values, 0..) |v, i| out[k * values.len + i] = rc.retain(v);
    }
    return object.word(t);
}

/// `tuple.__new__`. What calls it from here names it: the slot may have been left out (`prune.zig`).
pub fn new(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const cls = object.ptr(types.Type, class);
    if (cls == &tuple_type and !args_.noKeywords("tuple", kwnames)) return 0;
    if (!args_.checkCount(if (cls == &tuple_type) "tuple" else types.nameOf(cls), nargs, 0, 1)) return 0;
    const t = if (nargs == 0) empty() else fromIterable(args[0]);
    if (t == 0 or cls == &tuple_type) return t;
    return instance.convert(class, t);
}

pub fn m_tuple_count(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    var n: i64 = 0;
    for (items(self)) |item| {
        if (container.equal(item, args[0]) catch return 0) n += 1;
    }
    return object.makeSmall(n);
}

pub fn m_tuple_index(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = kwnames;
    return container.wordOf(indexImpl(self, args[0..nargs]));
}
fn indexImpl(self: Word, args: []const Word) Raised!Word {
    const values = items(self);
    const start = if (args.len > 1) try container.searchBound(args[1], values.len) else 0;
    const stop = if (args.len > 2) try container.searchBound(args[2], values.len) else values.len;
    var i = start;
    while (i < @min(stop, values.len)) : (i += 1) {
        if (try container.equal(values[i], args[0])) return object.makeSmall(@intCast(i));
    }
    return container.fail(.ValueError, "tuple.index(x): x not in tuple", .{});
}

pub export fn pyrt_tuple_new(values: [*]const Word, count: usize) callconv(.c) Word {
    return fromSlice(values[0..count]);
}
pub export fn pyrt_tuple_from_iterable(source: Word) callconv(.c) Word {
    return fromIterable(source);
}
/// Item i of a tuple that `obj_unpack` made; borrowed, no checks.
pub export fn pyrt_seq_item(t: Word, i: i64) callconv(.c) Word {
    return object.ptr(Tuple, t).items()[@intCast(i)];
}
