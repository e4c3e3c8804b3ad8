//! `collections.deque`: the ring of words, the class and its slots, its iterators. Methods stand in `deque_methods.zig`.
//!
//! Invariants
//! - `items[(first + i) & (cap − 1)]` for i < len are owned; `cap` is 0 or a power of two.
//! - `state` changes with every change of length or order, so that iterators notice.
//! - `maxlen` is −1 for none; no operation leaves more than `maxlen` items.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const alloc = @import("../alloc.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const ops = @import("../ops.zig");
const str = @import("../str.zig");
const iter = @import("../iter.zig");
const list = @import("../list.zig");
const args_ = @import("../args.zig");
const tuple = @import("../tuple.zig");
const instance = @import("../instance.zig");
const container = @import("../container.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const Word = object.Word;
const Raised = container.Raised;

pub const Deque = extern struct { h: object.Header, items: [*]Word, cap: u64, first: u64, len: u64, maxlen: i64, state: u64 };

pub var deque_type: types.Type = .{
    .h = types.static_header,
    .c_name = "collections.deque",
    .fixed_size = @sizeOf(Deque),
    .flags = .{ .base = true, .immutable = true, .sequence = true, .default_getattr = true, .has_weakrefs = true },
    .slots = .{
        .dealloc = dealloc,
        .traverse = traverse,
        .clear = clearSlot,
        .repr = repr,
        .compare = compare,
        .iter = iterate,
        .boolean = isFull,
        .length = length,
        .getitem = getitem,
        .setitem = setitem,
        .contains = contains,
        .new = new,
        .init = init,
        .binary = container.binarySlots(.{ .add = concat, .mul = repeat }),
        .inplace = container.binarySlots(.{ .add = inplaceConcat, .mul = inplaceRepeat }),
    },
};

pub inline fn of(w: Word) *Deque {
    return object.ptr(Deque, w);
}
pub fn isDeque(w: Word) bool {
    return !object.isSmall(w) and types.isInstance(w, &deque_type);
}
pub inline fn place(d: *const Deque, i: u64) *Word {
    return &d.items[@intCast((d.first +% i) & (d.cap - 1))];
}
pub inline fn get(d: *const Deque, i: u64) Word {
    return place(d, i).*;
}

fn grow(d: *Deque) void {
    const cap = if (d.cap == 0) 8 else d.cap * 2;
    const to = alloc.array(Word, @intCast(cap));
    for (0..@intCast(d.len)) |i| to[i] = get(d, i);
    if (d.cap > 0) alloc.free(d.items);
    d.items = to;
    d.cap = cap;
    d.first = 0;
}
/// Appends an owned word; beyond `maxlen` the first one goes.
pub fn pushBack(d: *Deque, value: Word) void {
    if (d.len == d.cap) grow(d);
    place(d, d.len).* = value;
    d.len += 1;
    d.state +%= 1;
    if (d.maxlen >= 0 and d.len > d.maxlen) rc.release(popFront(d));
}
pub fn pushFront(d: *Deque, value: Word) void {
    if (d.len == d.cap) grow(d);
    d.first = (d.first -% 1) & (d.cap - 1);
    d.items[@intCast(d.first)] = value;
    d.len += 1;
    d.state +%= 1;
    if (d.maxlen >= 0 and d.len > d.maxlen) rc.release(popBack(d));
}
/// Takes the first of at least one item; owned.
pub fn popFront(d: *Deque) Word {
    const value = get(d, 0);
    d.first = (d.first + 1) & (d.cap - 1);
    d.len -= 1;
    d.state +%= 1;
    return value;
}
pub fn popBack(d: *Deque) Word {
    d.len -= 1;
    d.state +%= 1;
    return get(d, d.len);
}
/// Takes item `i` out, moving the shorter side; owned.
pub fn removeAt(d: *Deque, i: u64) Word {
    const value = get(d, i);
    if (i < d.len / 2) {
        var k = i;
        while (k > 0) : (k -= 1) place(d, k).* = get(d, k - 1);
        d.first = (d.first + 1) & (d.cap - 1);
    } else {
        var k = i;
        while (k + 1 < d.len) : (k += 1) place(d, k).* = get(d, k + 1);
    }
    d.len -= 1;
    d.state +%= 1;
    return value;
}
/// Inserts an owned word before item `i` ≤ len.
pub fn insertAt(d: *Deque, i: u64, value: Word) void {
    if (i < d.len / 2) {
        pushFront(d, value);
        var k: u64 = 0;
        while (k < i) : (k += 1) place(d, k).* = get(d, k + 1);
    } else {
        pushBack(d, value);
        var k = d.len - 1;
        while (k > i) : (k -= 1) place(d, k).* = get(d, k - 1);
    }
    place(d, i).* = value;
}
/// Empties it; runs finalisers last.
pub fn clearAll(d: *Deque) void {
    const items = d.items;
    const cap = d.cap;
    const first = d.first;
    const n = d.len;
    d.cap = 0;
    d.len = 0;
    d.first = 0;
    d.state +%= 1;
    if (cap == 0) return;
    for (0..@intCast(n)) |i| rc.release(items[@intCast((first + i) & (cap - 1))]);
    alloc.free(items);
}
/// Appends what the iterable yields.
pub fn extend(d: *Deque, source: Word, comptime push: fn (*Deque, Word) void) Raised!void {
    if (source == object.word(d)) {
        const copy = try container.check(iter.collect(source));
        defer rc.release(copy);
        return extend(d, copy, push);
    }
    const it = try container.check(iter.iter(source));
    defer rc.release(it);
    while (try iter.step(it)) |value| push(d, value);
}

// Making ------------------------------------------------------------------------------------------------------------

fn new(class: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const d = instance.allocate(Deque, class);
    empty(d);
    return object.word(d);
}
fn empty(d: *Deque) void {
    d.items = undefined;
    d.cap = 0;
    d.first = 0;
    d.len = 0;
    d.maxlen = -1;
    d.state = 0;
}
const init_sig: args_.Signature = .{ .name = "deque", .params = &.{ "iterable", "maxlen" }, .positional = 2, .required = 0 };
fn init(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) i32 {
    var given: [2]Word = undefined;
    if (!args_.bind(init_sig, args, nargs, kwnames, &given)) return -1;
    var maxlen: i64 = -1;
    if (given[1] != 0 and !singletons.isNone(given[1])) {
        if (!int.isInt(given[1])) return err.fail(.TypeError, "an integer is required", .{});
        maxlen = int.toSsize(given[1]) orelse return -1;
        if (maxlen < 0) return err.fail(.ValueError, "maxlen must be non-negative", .{});
    }
    const d = of(w);
    d.maxlen = maxlen;
    if (d.len > 0) clearAll(d);
    if (given[0] == 0) return 0;
    return container.statusOf(extend(d, given[0], pushBack));
}
/// An empty deque of exactly the class with this maximum.
pub fn make(maxlen: i64) *Deque {
    const d = native.create(Deque, &deque_type);
    empty(d);
    d.maxlen = maxlen;
    return d;
}
pub fn appendAll(to: *Deque, from: *const Deque) void {
    for (0..@intCast(from.len)) |i| pushBack(to, rc.retain(get(from, i)));
}
/// A copy as `copy()` makes it: of the instance's class.
pub fn copyOf(w: Word) Raised!Word {
    const d = of(w);
    if (types.typeOf(w) == &deque_type) {
        const result = make(d.maxlen);
        appendAll(result, d);
        return object.word(result);
    }
    const call = @import("../call.zig");
    const class = object.word(types.typeOf(w));
    const result = try container.check(if (d.maxlen < 0)
        call.call(class, &.{w})
    else blk: {
        const n = int.fromI64(d.maxlen);
        defer rc.release(n);
        break :blk call.call(class, &.{ w, n });
    });
    if (isDeque(result)) return result;
    defer rc.release(result);
    return container.fail(.TypeError, "{t}() must return a deque, not {t}", .{ w, result });
}

fn dealloc(w: Word) callconv(.c) void {
    clearAll(of(w));
    alloc.free(object.header(w));
}
fn traverse(w: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    const d = of(w);
    for (0..@intCast(d.len)) |i| visit(get(d, i), context);
}
fn clearSlot(w: Word) callconv(.c) void {
    clearAll(of(w));
}

// Slots -------------------------------------------------------------------------------------------------------------

fn length(w: Word) callconv(.c) i64 {
    return @intCast(of(w).len);
}
fn isFull(w: Word) callconv(.c) i32 {
    return @intFromBool(of(w).len > 0);
}
fn repr(w: Word) callconv(.c) Word {
    return container.wordOf(reprOf(w));
}
fn reprOf(w: Word) Raised!Word {
    if (!container.enterRepr(w)) return str.fromSlice("[...]");
    defer container.leaveRepr(w);
    const values = try container.check(iter.collect(w));
    defer rc.release(values);
    var b = str.Builder.init(64);
    errdefer b.deinit();
    b.append(types.nameOfClass(types.typeOf(w)));
    b.append("(");
    try container.appendRepr(&b, values);
    const maxlen = of(w).maxlen;
    if (maxlen >= 0) {
        b.append(", maxlen=");
        const n = int.fromI64(maxlen);
        defer rc.release(n);
        try container.appendRepr(&b, n);
    }
    b.append(")");
    return b.finish();
}

fn position(d: *const Deque, key: Word) Raised!u64 {
    if (!container.isIndex(key)) return container.fail(.TypeError, "sequence index must be integer, not '{t}'", .{key});
    const i = try container.index(key, .IndexError);
    return container.position(i, @intCast(d.len)) orelse container.fail(.IndexError, "deque index out of range", .{});
}
fn getitem(w: Word, key: Word) callconv(.c) Word {
    const i = position(of(w), key) catch return 0;
    return rc.retain(get(of(w), i));
}
fn setitem(w: Word, key: Word, value: Word) callconv(.c) i32 {
    const d = of(w);
    const i = position(d, key) catch return -1;
    if (value == 0) {
        rc.release(removeAt(d, i));
        return 0;
    }
    const at = place(d, i);
    const old = at.*;
    at.* = rc.retain(value);
    rc.release(old);
    return 0;
}
/// The number of the first item equal to the value in a range, or null; `message` if the deque changed meanwhile.
pub fn find(d: *Deque, value: Word, start: u64, stop: u64, kind: err.Kind, comptime message: []const u8) Raised!?u64 {
    const state = d.state;
    var i = start;
    while (i < stop) : (i += 1) {
        const same = try container.equalHeld(get(d, i), value);
        if (d.state != state) {
            _ = err.raise(kind, message, .{});
            return error.Raised;
        }
        if (same) return i;
    }
    return null;
}
pub const mutated = "deque mutated during iteration";
fn contains(w: Word, value: Word) callconv(.c) i32 {
    const found = find(of(w), value, 0, of(w).len, .RuntimeError, mutated) catch return -1;
    return @intFromBool(found != null);
}

fn compare(a: Word, b: Word, op: types.CompareOp) callconv(.c) Word {
    if (!isDeque(a) or !isDeque(b)) return singletons.notImplementedWord();
    if (of(a).len != of(b).len and (op == .eq or op == .ne)) return singletons.boolWord(op == .ne);
    return container.wordOf(compareItems(a, b, op));
}
fn compareItems(a: Word, b: Word, op: types.CompareOp) Raised!Word {
    const p = try container.check(iterate(a));
    defer rc.release(p);
    const q = try container.check(iterate(b));
    defer rc.release(q);
    while (true) {
        const x = try iter.step(p) orelse 0;
        defer rc.releaseMaybe(x);
        const y = try iter.step(q) orelse 0;
        defer rc.releaseMaybe(y);
        if (x == 0 or y == 0) return singletons.boolWord(container.compareLengths(@intFromBool(x != 0), @intFromBool(y != 0), op));
        if (try container.equal(x, y)) continue;
        return switch (op) {
            .eq => singletons.falseWord(),
            .ne => singletons.trueWord(),
            .lt, .le, .gt, .ge => container.check(ops.compare(x, y, op)),
        };
    }
}

fn concat(a: Word, b: Word) callconv(.c) Word {
    if (!isDeque(a)) return singletons.notImplementedWord();
    if (!isDeque(b)) {
        if (!object.isSmall(b) and types.typeOf(b).flags.heap) {
            if (types.typeOf(b).slots.binary[@intFromEnum(types.BinaryOp.add)]) |theirs| if (theirs != &concat) {
                const r = theirs(a, b);
                if (r == 0 or !singletons.isNotImplemented(r)) return r;
            };
        }
        return err.raise(.TypeError, "can only concatenate deque (not \"{t}\") to deque", .{b});
    }
    const result = copyOf(a) catch return 0;
    appendAll(of(result), of(b));
    return result;
}
fn inplaceConcat(a: Word, b: Word) callconv(.c) Word {
    extend(of(a), b, pushBack) catch {
        rc.release(a);
        return 0;
    };
    return a;
}
fn repeat(a: Word, b: Word) callconv(.c) Word {
    return container.wordOf(repeatOf(a, b));
}
fn repeatOf(a: Word, b: Word) Raised!Word {
    const seq = if (isDeque(a)) a else b;
    const other = if (isDeque(a)) b else a;
    if (try container.repeatOther(a, b, seq, other, repeat)) |r| return r;
    const n = try container.repeatCount(other);
    const result = try copyOf(seq);
    errdefer rc.release(result);
    try multiply(of(result), n);
    return result;
}
fn inplaceRepeat(a: Word, b: Word) callconv(.c) Word {
    const n = container.repeatCount(b) catch {
        rc.release(a);
        return 0;
    };
    multiply(of(a), n) catch {
        rc.release(a);
        return 0;
    };
    return a;
}
fn multiply(d: *Deque, n: usize) Raised!void {
    if (n == 0) return clearAll(d);
    const total = @mulWithOverflow(d.len, @as(u64, n));
    const limit: u64 = if (d.maxlen < 0) 1 << 45 else @intCast(d.maxlen);
    if (d.maxlen < 0 and (total[1] != 0 or total[0] > limit)) {
        _ = err.noMemory();
        return error.Raised;
    }
    const size = d.len;
    if (size == 0) return;
    // With a maximum only the last rounds can be seen.
    const rounds = if (d.maxlen < 0) n - 1 else @min(n - 1, limit / size + 1);
    if (d.maxlen >= 0 and size * (rounds + 1) > limit) return rotateFill(d, size, rounds, total[0]);
    for (0..rounds) |_| for (0..@intCast(size)) |i| pushBack(d, rc.retain(get(d, i)));
}
/// Items are repeated beyond the maximum: the last `maxlen` of the endless row stay.
fn rotateFill(d: *Deque, size: u64, rounds: u64, _: u64) void {
    const held = alloc.array(Word, @intCast(size));
    defer alloc.free(held);
    for (0..@intCast(size)) |i| held[i] = rc.retain(get(d, i));
    for (0..@intCast(rounds)) |_| for (held[0..@intCast(size)]) |w| pushBack(d, rc.retain(w));
    for (held[0..@intCast(size)]) |w| rc.release(w);
}

// Iterators ---------------------------------------------------------------------------------------------------------

const Iterator = extern struct { h: object.Header, deque: Word, at: u64, left: u64, state: u64 };
const life = native.Life(Iterator, &.{"deque"});
fn iteratorClass(comptime c_name: [*:0]const u8, comptime next: types.UnaryFn, comptime make_: @TypeOf(&iteratorNew)) types.Type {
    return .{
        .h = types.static_header,
        .c_name = c_name,
        .fixed_size = @sizeOf(Iterator),
        .flags = .{ .immutable = true },
        .slots = .{ .dealloc = life.dealloc, .traverse = life.traverse, .iter = iter.self, .next = next, .new = make_ },
    };
}
pub var iterator_type = iteratorClass("collections._deque_iterator", forward, iteratorNew);
pub var reverse_iterator_type = iteratorClass("collections._deque_reverse_iterator", backward, reverseNew);
pub const iterator_methods = .{
    .{ "__length_hint__", hint, 0, 0 },
    .{ "__reduce__", reduceIterator, 0, 0 },
};

fn iteratorOf(w: Word, t: *const types.Type) Word {
    const it = native.create(Iterator, t);
    it.deque = rc.retain(w);
    it.at = 0;
    it.left = of(w).len;
    it.state = of(w).state;
    return object.word(it);
}
pub fn iterate(w: Word) callconv(.c) Word {
    return iteratorOf(w, &iterator_type);
}
pub fn reversed(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return iteratorOf(w, &reverse_iterator_type);
}
fn iteratorNew(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    return makeIterator(&iterator_type, args, nargs);
}
fn reverseNew(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    return makeIterator(&reverse_iterator_type, args, nargs);
}
fn makeIterator(t: *const types.Type, args: [*]const Word, nargs: usize) Word {
    if (!args_.checkCount(types.nameOfClass(t), nargs, 1, 2)) return 0;
    if (!isDeque(args[0])) {
        return err.raise(.TypeError, "{s}() argument 1 must be collections.deque, not {t}", .{ types.nameOfClass(t), args[0] });
    }
    const skip = if (nargs == 2) int.toSsize(args[1]) orelse return 0 else 0;
    const it = iteratorOf(args[0], t);
    const i = object.ptr(Iterator, it);
    const n: u64 = @min(@as(u64, @intCast(@max(skip, 0))), i.left);
    i.at += n;
    i.left -= n;
    return it;
}
fn step(w: Word) ?*Iterator {
    const it = object.ptr(Iterator, w);
    if (it.deque == 0) return null;
    if (of(it.deque).state != it.state) {
        it.left = 0;
        _ = err.raise(.RuntimeError, mutated, .{});
        return null;
    }
    if (it.left == 0) return null;
    it.at += 1;
    it.left -= 1;
    return it;
}
fn forward(w: Word) callconv(.c) Word {
    const it = step(w) orelse return 0;
    return rc.retain(get(of(it.deque), it.at - 1));
}
fn backward(w: Word) callconv(.c) Word {
    const it = step(w) orelse return 0;
    const d = of(it.deque);
    return rc.retain(get(d, d.len - it.at));
}
fn hint(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return int.fromU64(object.ptr(Iterator, w).left);
}
fn reduceIterator(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const it = object.ptr(Iterator, w);
    const done = int.fromU64(of(it.deque).len - it.left);
    return tuple.fromOwned(&.{ object.word(types.typeOf(w)), tuple.fromOwned(&.{ rc.retain(it.deque), done }) });
}
