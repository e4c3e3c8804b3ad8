//! Set algebra: difference, intersection, symmetric difference, subset tests, the frozenset hash. The order in which
//! keys enter a result is CPython's, since it decides the order of iteration.
//!
//! Invariant: a key that is compared or looked up elsewhere is held meanwhile; positions are checked afresh.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const iter = @import("iter.zig");
const dict = @import("dict.zig");
const set = @import("set.zig");
const container = @import("container.zig");
const Word = object.Word;
const Set = object.Set;
const Raised = container.Raised;

/// The builtin class that results of operations on `w` have.
fn kindOf(w: Word) set.Kind {
    return if (set.isFrozen(w)) .frozenset else .set;
}

/// A copy of exactly the builtin class.
pub fn copy(w: Word) Raised!Word {
    return set.fromIterable(kindOf(w), w);
}

/// Keys of a set, each held while it is looked at.
const Keys = struct {
    source: Word,
    at: usize = 0,
    held: Word = 0,

    fn next(self: *Keys) ?object.SetEntry {
        self.drop();
        const e = set.next(set.of(self.source), &self.at) orelse return null;
        self.held = rc.retain(e.key);
        return e;
    }
    fn drop(self: *Keys) void {
        const key = self.held;
        self.held = 0;
        rc.releaseMaybe(key);
    }
};

/// `a - b` for any iterable `b`.
pub fn difference(a: Word, b: Word) Raised!Word {
    const other_size = if (set.isAnySet(b))
        set.len(b)
    else if (object.isExact(b, .dict))
        dict.len(b)
    else
        return copyAndSubtract(a, b);
    // Looking up each key of a small other in a copy is cheaper.
    if (set.len(a) >> 2 > other_size) return copyAndSubtract(a, b);
    const result = set.new(kindOf(a));
    errdefer rc.release(result);
    var keys: Keys = .{ .source = a };
    defer keys.drop();
    while (keys.next()) |e| {
        const present = if (set.isAnySet(b))
            try set.containsHashed(set.of(b), e.key, e.hash)
        else
            try dict.find(dict.of(b), e.key, e.hash) != null;
        if (!present) try set.addHashed(set.of(result), e.key, e.hash);
    }
    return result;
}

fn copyAndSubtract(a: Word, b: Word) Raised!Word {
    const result = try copy(a);
    errdefer rc.release(result);
    try differenceUpdate(result, b);
    return result;
}

/// Removes from `a` what the iterable yields.
pub fn differenceUpdate(a: Word, b: Word) Raised!void {
    const s = set.of(a);
    if (a == b) return set.clearAll(s);
    if (set.isAnySet(b)) {
        // Of a much larger other only the common part matters.
        const small = set.len(b) >> 3 > s.used;
        const other = if (small) try intersection(a, b) else rc.retain(b);
        defer rc.release(other);
        var keys: Keys = .{ .source = other };
        defer keys.drop();
        while (keys.next()) |e| _ = try set.discardHashed(s, e.key, e.hash);
    } else {
        const it = try container.check(iter.iter(b));
        defer rc.release(it);
        while (try iter.step(it)) |key| {
            defer rc.release(key);
            _ = try set.discardHashed(s, key, try container.hash(key));
        }
    }
    set.dropDummies(s);
}

/// `a & b` for any iterable `b`.
pub fn intersection(a: Word, b: Word) Raised!Word {
    if (a == b) return copy(a);
    const result = set.new(kindOf(a));
    errdefer rc.release(result);
    if (set.isAnySet(b)) {
        const walk, const look = if (set.len(b) > set.len(a)) .{ a, b } else .{ b, a };
        var keys: Keys = .{ .source = walk };
        defer keys.drop();
        while (keys.next()) |e| {
            if (try set.containsHashed(set.of(look), e.key, e.hash)) try set.addHashed(set.of(result), e.key, e.hash);
        }
        return result;
    }
    const it = try container.check(iter.iter(b));
    defer rc.release(it);
    while (try iter.step(it)) |key| {
        defer rc.release(key);
        const hash = try container.hash(key);
        if (try set.containsHashed(set.of(a), key, hash)) try set.addHashed(set.of(result), key, hash);
    }
    return result;
}

/// Keeps in `a` what the iterable yields too.
pub fn intersectionUpdate(a: Word, b: Word) Raised!void {
    const kept = try intersection(a, b);
    defer rc.release(kept);
    swapBodies(set.of(a), set.of(kept));
}

/// Exchanges the contents of two sets (not where their `pop` begins to search).
pub fn swapBodies(a: *Set, b: *Set) void {
    inline for (.{ "table", "mask", "used", "fill" }) |field| {
        std.mem.swap(@FieldType(Set, field), &@field(a, field), &@field(b, field));
    }
    a.version +%= 1;
    b.version +%= 1;
}

/// `a ^ b` for any iterable `b`.
pub fn symmetricDifference(a: Word, b: Word) Raised!Word {
    const result = try set.fromIterable(kindOf(a), b);
    errdefer rc.release(result);
    try symmetricDifferenceUpdate(result, a);
    return result;
}

/// Keeps in `a` what is in exactly one of `a` and the iterable.
pub fn symmetricDifferenceUpdate(a: Word, b: Word) Raised!void {
    const s = set.of(a);
    if (a == b) return set.clearAll(s);
    if (object.isExact(b, .dict)) {
        var at: usize = 0;
        while (dict.next(b, &at)) |item| {
            const key = rc.retain(item.key);
            defer rc.release(key);
            if (!try set.discardHashed(s, key, item.hash)) try set.addHashed(s, key, item.hash);
        }
        return;
    }
    const other = if (set.isAnySet(b)) rc.retain(b) else try set.fromIterable(kindOf(a), b);
    defer rc.release(other);
    var keys: Keys = .{ .source = other };
    defer keys.drop();
    while (keys.next()) |e| {
        if (!try set.discardHashed(s, e.key, e.hash)) try set.addHashed(s, e.key, e.hash);
    }
}

/// `a <= b` for any iterable `b`.
pub fn isSubset(a: Word, b: Word) Raised!bool {
    if (!set.isAnySet(b)) {
        const common = try intersection(a, b);
        defer rc.release(common);
        return set.len(common) == set.len(a);
    }
    if (set.len(a) > set.len(b)) return false;
    var keys: Keys = .{ .source = a };
    defer keys.drop();
    while (keys.next()) |e| {
        if (!try set.containsHashed(set.of(b), e.key, e.hash)) return false;
    }
    return true;
}

/// `a >= b` for any iterable `b`.
pub fn isSuperset(a: Word, b: Word) Raised!bool {
    if (set.isAnySet(b)) return isSubset(b, a);
    const it = try container.check(iter.iter(b));
    defer rc.release(it);
    while (try iter.step(it)) |key| {
        defer rc.release(key);
        if (!try set.containsHashed(set.of(a), key, try container.hash(key))) return false;
    }
    return true;
}

/// No key in common with the iterable.
pub fn isDisjoint(a: Word, b: Word) Raised!bool {
    if (a == b) return set.len(a) == 0;
    if (set.isAnySet(b)) {
        const walk, const look = if (set.len(b) > set.len(a)) .{ a, b } else .{ b, a };
        var keys: Keys = .{ .source = walk };
        defer keys.drop();
        while (keys.next()) |e| {
            if (try set.containsHashed(set.of(look), e.key, e.hash)) return false;
        }
        return true;
    }
    const it = try container.check(iter.iter(b));
    defer rc.release(it);
    while (try iter.step(it)) |key| {
        defer rc.release(key);
        if (try set.containsHashed(set.of(a), key, try container.hash(key))) return false;
    }
    return true;
}

/// `a == b` for two sets.
pub fn equal(a: Word, b: Word) Raised!bool {
    if (set.len(a) != set.len(b)) return false;
    const x = set.of(a).hash;
    const y = set.of(b).hash;
    if (x != 0 and y != 0 and x != y and set.isFrozen(a) and set.isFrozen(b)) return false;
    return isSubset(a, b);
}

fn shuffleBits(h: u64) u64 {
    return ((h ^ 89869747) ^ (h << 16)) *% 3644798167;
}

/// CPython's hash of frozensets: does not depend on the order of the keys.
pub fn hashSlot(w: Word) callconv(.c) i64 {
    const s = set.of(w);
    if (set.isFrozen(w) and s.hash != 0) return @bitCast(s.hash);
    var h: u64 = 0;
    var at: usize = 0;
    while (set.next(s, &at)) |e| h ^= shuffleBits(e.hash);
    h ^= (s.used + 1) *% 1927868237;
    h ^= (h >> 11) ^ (h >> 25);
    h = h *% 69069 +% 907133923;
    if (h == std.math.maxInt(u64)) h = 590923713;
    if (set.isFrozen(w)) s.hash = h;
    return @bitCast(h);
}
