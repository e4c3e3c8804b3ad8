//! The classes `set` and `frozenset`, and the iterator over them.
//!
//! Invariants
//! - Operators take sets only (NotImplemented otherwise), methods any iterable.
//! - A set that is looked for in a set stands for the frozenset of its keys, as in CPython.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const singletons = @import("singletons.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const args_ = @import("args.zig");
const str = @import("str.zig");
const iter = @import("iter.zig");
const set = @import("set.zig");
const set_ops = @import("set_ops.zig");
const instance = @import("instance.zig");
const container = @import("container.zig");
const Word = object.Word;
const Set = object.Set;
const Raised = container.Raised;

const common_slots: types.Slots = .{
    .dealloc = dealloc,
    .traverse = traverse,
    .repr = repr,
    .compare = compare,
    .iter = iterSlot,
    .length = length,
    .contains = contains,
    .binary = container.binarySlots(.{ .or_ = or_, .and_ = and_, .sub = sub, .xor = xor }),
};

pub var set_type: types.Type = .{
    .h = types.static_header,
    .c_name = "set",
    .shape = @intFromEnum(object.ShapeId.set),
    .fixed_size = @sizeOf(Set),
    .flags = .{ .base = true, .set_subclass = true, .immutable = true, .default_getattr = true },
    .slots = blk: {
        var s = common_slots;
        s.clear = clear;
        s.new = new;
        s.init = init;
        s.inplace = container.binarySlots(.{ .or_ = inplaceOr, .and_ = inplaceAnd, .sub = inplaceSub, .xor = inplaceXor });
        break :blk s;
    },
};
pub var frozenset_type: types.Type = .{
    .h = types.static_header,
    .c_name = "frozenset",
    .shape = @intFromEnum(object.ShapeId.frozenset),
    .fixed_size = @sizeOf(Set),
    .flags = .{ .base = true, .set_subclass = true, .immutable = true, .default_getattr = true },
    .slots = blk: {
        var s = common_slots;
        s.hash = set_ops.hashSlot;
        s.new = frozenNew;
        break :blk s;
    },
};

comptime {
    @export(&set_type, .{ .name = "pyrt_type_set" });
    @export(&frozenset_type, .{ .name = "pyrt_type_frozenset" });
}

pub const set_methods = .{
    .{ "add", m_set_add, 1, 1 },
    .{ "clear", m_set_clear, 0, 0 },
    .{ "copy", m_set_copy, 0, 0 },
    .{ "difference", m_set_difference, 0, -1 },
    .{ "difference_update", m_set_difference_update, 0, -1 },
    .{ "discard", m_set_discard, 1, 1 },
    .{ "intersection", m_set_intersection, 0, -1 },
    .{ "intersection_update", m_set_intersection_update, 0, -1 },
    .{ "isdisjoint", m_set_isdisjoint, 1, 1 },
    .{ "issubset", m_set_issubset, 1, 1 },
    .{ "issuperset", m_set_issuperset, 1, 1 },
    .{ "pop", m_set_pop, 0, 0 },
    .{ "remove", m_set_remove, 1, 1 },
    .{ "symmetric_difference", m_set_symmetric_difference, 1, 1 },
    .{ "symmetric_difference_update", m_set_symmetric_difference_update, 1, 1 },
    .{ "union", m_set_union, 0, -1 },
    .{ "update", m_set_update, 0, -1 },
};
pub const frozenset_methods = .{
    .{ "copy", m_set_copy, 0, 0 },
    .{ "difference", m_set_difference, 0, -1 },
    .{ "intersection", m_set_intersection, 0, -1 },
    .{ "isdisjoint", m_set_isdisjoint, 1, 1 },
    .{ "issubset", m_set_issubset, 1, 1 },
    .{ "issuperset", m_set_issuperset, 1, 1 },
    .{ "symmetric_difference", m_set_symmetric_difference, 1, 1 },
    .{ "union", m_set_union, 0, -1 },
};

// Slots -------------------------------------------------------------------------------------------------------------

fn dealloc(w: Word) callconv(.c) void {
    const s = set.of(w);
    const size = @as(usize, @intCast(s.mask)) + 1;
    for (s.table[0..size]) |e| {
        if (e.key != 0) rc.release(e.key);
    }
    alloc.free(s.table);
    alloc.free(s);
}
fn traverse(w: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    var at: usize = 0;
    while (set.next(set.of(w), &at)) |e| visit(e.key, context);
}
fn clear(w: Word) callconv(.c) void {
    set.clearAll(set.of(w));
}
fn length(w: Word) callconv(.c) i64 {
    return @intCast(set.len(w));
}

fn new(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    const s = instance.allocate(Set, class);
    set.init(s);
    return object.word(s);
}
fn init(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) i32 {
    if (!args_.noKeywords("set", kwnames) or !args_.checkCount(types.nameOfValue(w), nargs, 0, 1)) return -1;
    set.clearAll(set.of(w));
    if (nargs == 0) return 0;
    return container.statusOf(set.update(set.of(w), args[0]));
}
fn frozenNew(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const t = object.ptr(types.Type, class);
    // A subclass with an `__init__` of its own may take more.
    if (t.slots.init == frozenset_type.slots.init and !args_.noKeywords("frozenset", kwnames)) return 0;
    if (!args_.checkCount("frozenset", nargs, 0, 1)) return 0;
    if (t == &frozenset_type and nargs == 1 and object.isExact(args[0], .frozenset)) return rc.retain(args[0]);
    const s = instance.allocate(Set, class);
    set.init(s);
    if (nargs == 1) set.update(s, args[0]) catch {
        rc.release(object.word(s));
        return 0;
    };
    return object.word(s);
}

fn repr(w: Word) callconv(.c) Word {
    return container.wordOf(reprImpl(w));
}
fn reprImpl(w: Word) Raised!Word {
    const name = types.nameOfValue(w);
    var b = str.Builder.init(64);
    errdefer b.deinit();
    const bare = object.isExact(w, .set) and set.len(w) > 0;
    if (!bare) {
        b.append(name);
        b.append("(");
    }
    if (!container.enterRepr(w)) {
        if (bare) b.append("set(");
        b.append("...)");
        return b.finish();
    }
    defer container.leaveRepr(w);
    if (set.len(w) > 0) {
        // Like CPython, what a `__repr__` does to the set is not seen.
        const keys = try container.check(iter.collect(w));
        defer rc.release(keys);
        b.append("{");
        for (@import("list.zig").items(keys), 0..) |key, i| {
            if (i > 0) b.append(", ");
            try container.appendRepr(&b, key);
        }
        b.append("}");
    }
    if (!bare) b.append(")");
    return b.finish();
}

fn compare(a: Word, b: Word, op: types.CompareOp) callconv(.c) Word {
    if (!set.isAnySet(a) or !set.isAnySet(b)) return singletons.notImplementedWord();
    return singletons.boolWord(compareImpl(a, b, op) catch return 0);
}
fn compareImpl(a: Word, b: Word, op: types.CompareOp) Raised!bool {
    return switch (op) {
        .eq => set_ops.equal(a, b),
        .ne => !try set_ops.equal(a, b),
        .lt => set.len(a) < set.len(b) and try set_ops.isSubset(a, b),
        .le => set_ops.isSubset(a, b),
        .gt => set.len(b) < set.len(a) and try set_ops.isSubset(b, a),
        .ge => set_ops.isSubset(b, a),
    };
}

/// The hash under which a key is looked for: a set hashes as the frozenset of its keys.
fn lookupHash(key: Word) Raised!u64 {
    if (object.isSmall(key) or object.isExact(key, .str)) return container.hash(key);
    const class = types.typeOf(key);
    if (!class.flags.set_subclass or set.isFrozen(key)) return container.hash(key);
    if (class.slots.hash == null) return @bitCast(set_ops.hashSlot(key));
    return container.hash(key) catch |e| if (err.clearIf(.TypeError)) @bitCast(set_ops.hashSlot(key)) else e;
}

fn contains(w: Word, key: Word) callconv(.c) i32 {
    if (set.quickContains(set.of(w), key)) |found| return @intFromBool(found);
    return container.triOf(containsImpl(w, key));
}
fn containsImpl(w: Word, key: Word) Raised!bool {
    return set.containsHashed(set.of(w), key, try lookupHash(key));
}

fn both(a: Word, b: Word) bool {
    return set.isAnySet(a) and set.isAnySet(b);
}
fn or_(a: Word, b: Word) callconv(.c) Word {
    if (!both(a, b)) return singletons.notImplementedWord();
    return container.wordOf(unionOf(a, &.{b}));
}
fn and_(a: Word, b: Word) callconv(.c) Word {
    if (!both(a, b)) return singletons.notImplementedWord();
    return container.wordOf(set_ops.intersection(a, b));
}
fn sub(a: Word, b: Word) callconv(.c) Word {
    if (!both(a, b)) return singletons.notImplementedWord();
    return container.wordOf(set_ops.difference(a, b));
}
fn xor(a: Word, b: Word) callconv(.c) Word {
    if (!both(a, b)) return singletons.notImplementedWord();
    return container.wordOf(set_ops.symmetricDifference(a, b));
}

/// The in-place result: the consumed left operand, unless it raised.
inline fn inplaceResult(a: Word, result: Raised!void) Word {
    result catch {
        rc.release(a);
        return 0;
    };
    return a;
}
fn inplaceOr(a: Word, b: Word) callconv(.c) Word {
    if (!both(a, b)) return singletons.notImplementedWord();
    return inplaceResult(a, set.update(set.of(a), b));
}
fn inplaceAnd(a: Word, b: Word) callconv(.c) Word {
    if (!both(a, b)) return singletons.notImplementedWord();
    return inplaceResult(a, set_ops.intersectionUpdate(a, b));
}
fn inplaceSub(a: Word, b: Word) callconv(.c) Word {
    if (!both(a, b)) return singletons.notImplementedWord();
    return inplaceResult(a, set_ops.differenceUpdate(a, b));
}
fn inplaceXor(a: Word, b: Word) callconv(.c) Word {
    if (!both(a, b)) return singletons.notImplementedWord();
    return inplaceResult(a, set_ops.symmetricDifferenceUpdate(a, b));
}

// Methods -----------------------------------------------------------------------------------------------------------

pub fn m_set_add(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    return container.noneOf(set.add(set.of(self), args[0]));
}
pub fn m_set_clear(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    set.clearAll(set.of(self));
    return singletons.noneWord();
}
pub fn m_set_copy(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    if (object.isExact(self, .frozenset)) return rc.retain(self);
    return container.wordOf(set_ops.copy(self));
}

pub fn m_set_difference(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = kwnames;
    return container.wordOf(differenceOf(self, args[0..nargs]));
}
fn differenceOf(self: Word, others: []const Word) Raised!Word {
    if (others.len == 0) return set_ops.copy(self);
    const result = try set_ops.difference(self, others[0]);
    errdefer rc.release(result);
    for (others[1..]) |other| try set_ops.differenceUpdate(result, other);
    return result;
}

pub fn m_set_difference_update(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = kwnames;
    for (args[0..nargs]) |other| set_ops.differenceUpdate(self, other) catch return 0;
    return singletons.noneWord();
}

pub fn m_set_discard(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    const hash = lookupHash(args[0]) catch return 0;
    _ = set.discardHashed(set.of(self), args[0], hash) catch return 0;
    return singletons.noneWord();
}

pub fn m_set_remove(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    const hash = lookupHash(args[0]) catch return 0;
    const found = set.discardHashed(set.of(self), args[0], hash) catch return 0;
    return if (found) singletons.noneWord() else err.keyError(args[0]);
}

pub fn m_set_intersection(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = kwnames;
    return container.wordOf(intersectionOf(self, args[0..nargs]));
}
fn intersectionOf(self: Word, others: []const Word) Raised!Word {
    if (others.len == 0) return set_ops.copy(self);
    var result = try set_ops.intersection(self, others[0]);
    for (others[1..]) |other| {
        const narrowed = set_ops.intersection(result, other);
        rc.release(result);
        result = try narrowed;
    }
    return result;
}

pub fn m_set_intersection_update(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = kwnames;
    const kept = intersectionOf(self, args[0..nargs]) catch return 0;
    defer rc.release(kept);
    set_ops.swapBodies(set.of(self), set.of(kept));
    return singletons.noneWord();
}

pub fn m_set_isdisjoint(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    return container.boolOf(set_ops.isDisjoint(self, args[0]));
}
pub fn m_set_issubset(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    return container.boolOf(set_ops.isSubset(self, args[0]));
}
pub fn m_set_issuperset(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    return container.boolOf(set_ops.isSuperset(self, args[0]));
}

pub fn m_set_pop(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return set.pop(set.of(self)) orelse err.raise(.KeyError, "pop from an empty set", .{});
}

pub fn m_set_symmetric_difference(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    return container.wordOf(set_ops.symmetricDifference(self, args[0]));
}
pub fn m_set_symmetric_difference_update(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    return container.noneOf(set_ops.symmetricDifferenceUpdate(self, args[0]));
}

pub fn m_set_union(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = kwnames;
    return container.wordOf(unionOf(self, args[0..nargs]));
}
fn unionOf(self: Word, others: []const Word) Raised!Word {
    const result = try set_ops.copy(self);
    errdefer rc.release(result);
    for (others) |other| {
        if (other != self) try set.update(set.of(result), other);
    }
    return result;
}

pub fn m_set_update(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = kwnames;
    for (args[0..nargs]) |other| set.update(set.of(self), other) catch return 0;
    return singletons.noneWord();
}

// The iterator ------------------------------------------------------------------------------------------------------

const Iterator = extern struct {
    h: object.Header,
    /// 0 when exhausted.
    set: Word,
    /// Table position that comes next.
    at: u64,
    /// `used` at the start; −1 after the size was found changed.
    used: i64,
    left: i64,
};

pub var set_iterator_type: types.Type = .{
    .h = types.static_header,
    .c_name = "set_iterator",
    .shape = @intFromEnum(object.ShapeId.set_iter),
    .fixed_size = @sizeOf(Iterator),
    .flags = .{ .immutable = true, .default_getattr = true },
    .slots = .{
        .dealloc = iteratorDealloc,
        .traverse = iteratorTraverse,
        .iter = iter.self,
        .next = iteratorNext,
    },
};
pub const set_iterator_methods = .{.{ "__length_hint__", m_set_iterator_hint, 0, 0 }};

fn iterSlot(w: Word) callconv(.c) Word {
    const it = alloc.object(Iterator, .set_iter, 0);
    it.set = rc.retain(w);
    it.at = 0;
    it.used = @intCast(set.len(w));
    it.left = it.used;
    return object.word(it);
}
fn iteratorDealloc(w: Word) callconv(.c) void {
    rc.releaseMaybe(object.ptr(Iterator, w).set);
    alloc.free(object.header(w));
}
fn iteratorTraverse(w: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    container.visitMaybe(object.ptr(Iterator, w).set, visit, context);
}
fn iteratorNext(w: Word) callconv(.c) Word {
    const it = object.ptr(Iterator, w);
    if (it.set == 0) return 0;
    const s = set.of(it.set);
    if (it.used != s.used) {
        it.used = -1;
        return err.raise(.RuntimeError, "Set changed size during iteration", .{});
    }
    var at: usize = @intCast(it.at);
    const e = set.next(s, &at);
    it.at = at;
    if (e) |entry| {
        it.left -= 1;
        return rc.retain(entry.key);
    }
    const source = it.set;
    it.set = 0;
    rc.release(source);
    return 0;
}
pub fn m_set_iterator_hint(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    const it = object.ptr(Iterator, self);
    const valid = it.set != 0 and it.used == set.len(it.set);
    return object.makeSmall(if (valid) it.left else 0);
}
