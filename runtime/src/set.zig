//! set and frozenset: the hash table with CPython's probing and growth, so that sets of ints iterate in CPython's order.
//! Set algebra stands in `set_ops.zig`, the classes and their methods in `set_methods.zig`.
//!
//! Invariants
//! - A slot with key 0 is free if its hash is 0, and a dummy (a removed key) if its hash is `dummy_hash`. No key has that
//!   hash. `fill` counts keys and dummies, `used` keys; fill·5 < mask·3 after every insertion, so probing ends.
//! - The table is always allocated (at least `min_size` slots).
//! - Comparing keys may run Python code that changes the table; `find` and `addHashed` notice and start again.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const iter = @import("iter.zig");
const dict = @import("dict.zig");
const container = @import("container.zig");
const Word = object.Word;
const Set = object.Set;
const Entry = object.SetEntry;
const Raised = container.Raised;

pub const set_type = &@import("set_methods.zig").set_type;
pub const frozenset_type = &@import("set_methods.zig").frozenset_type;

const min_size = 8;
const linear_probes = 9;
const perturb_shift = 5;
const dummy_hash = std.math.maxInt(u64);

pub const Kind = enum { set, frozenset };

/// A set, frozenset, or an instance of a subclass.
pub inline fn isAnySet(w: Word) bool {
    return !object.isSmall(w) and types.typeOf(w).flags.set_subclass;
}
/// A frozenset or an instance of a subclass.
pub fn isFrozen(w: Word) bool {
    return object.isExact(w, .frozenset) or (isAnySet(w) and types.isInstance(w, frozenset_type));
}
pub inline fn of(w: Word) *Set {
    return object.ptr(Set, w);
}

/// An empty set.
pub fn new(kind: Kind) Word {
    const s = switch (kind) {
        .set => alloc.object(Set, .set, 0),
        .frozenset => alloc.object(Set, .frozenset, 0),
    };
    init(s);
    return object.word(s);
}

/// Makes a fresh record an empty set.
pub fn init(s: *Set) void {
    s.table = newTable(min_size);
    s.mask = min_size - 1;
    s.used = 0;
    s.fill = 0;
    s.hash = 0;
    s.version = 0;
}

fn newTable(size: usize) [*]Entry {
    const table = alloc.array(Entry, size);
    @memset(table[0..size], .{ .hash = 0, .key = 0 });
    return table;
}

/// Number of keys.
pub inline fn len(w: Word) usize {
    return @intCast(of(w).used);
}
inline fn slotCount(s: *const Set) usize {
    return @as(usize, @intCast(s.mask)) + 1;
}

const Match = enum { no, yes, again };

/// Compares the key in a slot of equal hash; `again`: the table changed meanwhile.
inline fn match(s: *Set, entry: *Entry, key: Word) Raised!Match {
    const candidate = entry.key;
    if (candidate == key) return .yes;
    if (candidate == 0 or (object.isSmall(candidate) and object.isSmall(key))) return .no;
    if (object.isExact(candidate, .str) and object.isExact(key, .str)) {
        return if (container.sameText(candidate, key)) .yes else .no;
    }
    const table = s.table;
    const mask = s.mask;
    const same = try container.equalHeld(candidate, key);
    if (s.table != table or s.mask != mask or entry.key != candidate) return .again;
    return if (same) .yes else .no;
}

/// The slot that holds the key, or null.
pub fn find(s: *Set, key: Word, hash: u64) Raised!?*Entry {
    var dummy: ?*Entry = null;
    const slot = try findSlot(s, key, hash, &dummy);
    return if (slot.key == 0) null else slot;
}

/// The slot that holds the key, or the free slot at which its probing ends; `dummy` then gets the last dummy on the way.
fn findSlot(s: *Set, key: Word, hash: u64, dummy: *?*Entry) Raised!*Entry {
    search: while (true) {
        dummy.* = null;
        const mask = s.mask;
        var perturb = hash;
        var i = hash & mask;
        while (true) {
            var probes: usize = if (i + linear_probes <= mask) linear_probes else 0;
            var entry: [*]Entry = s.table + @as(usize, @intCast(i));
            while (true) {
                if (entry[0].key == 0 and entry[0].hash == 0) return &entry[0];
                if (entry[0].hash == hash) {
                    switch (try match(s, &entry[0], key)) {
                        .no => {},
                        .yes => return &entry[0],
                        .again => continue :search,
                    }
                } else if (entry[0].hash == dummy_hash) {
                    dummy.* = &entry[0];
                }
                if (probes == 0) break;
                probes -= 1;
                entry += 1;
            }
            perturb >>= perturb_shift;
            i = (i *% 5 +% 1 +% perturb) & mask;
        }
    }
}

/// Enters a key known to be new into a table without dummies.
fn insertClean(table: [*]Entry, mask: u64, key: Word, hash: u64) void {
    var perturb = hash;
    var i = hash & mask;
    while (true) {
        var probes: usize = if (i + linear_probes <= mask) linear_probes else 0;
        var entry: [*]Entry = table + @as(usize, @intCast(i));
        while (true) {
            if (entry[0].key == 0) {
                entry[0] = .{ .hash = hash, .key = key };
                return;
            }
            if (probes == 0) break;
            probes -= 1;
            entry += 1;
        }
        perturb >>= perturb_shift;
        i = (i *% 5 +% 1 +% perturb) & mask;
    }
}

/// Moves all keys to a table with more than `wanted` slots; dummies vanish.
fn resize(s: *Set, wanted: u64) void {
    var size: usize = min_size;
    while (size <= wanted) size <<= 1;
    const table = newTable(size);
    const old = s.table;
    for (old[0..slotCount(s)]) |e| {
        if (e.key != 0) insertClean(table, size - 1, e.key, e.hash);
    }
    s.table = table;
    s.mask = size - 1;
    s.fill = s.used;
    alloc.free(old);
}

inline fn grown(s: *const Set) u64 {
    return if (s.used > 50000) s.used * 2 else s.used * 4;
}

/// Adds a key (borrowed) with its hash.
pub fn addHashed(s: *Set, key: Word, hash: u64) Raised!void {
    var dummy: ?*Entry = null;
    const slot = try findSlot(s, key, hash, &dummy);
    if (slot.key != 0) return;
    s.used += 1;
    s.version +%= 1;
    if (dummy) |reused| {
        reused.* = .{ .hash = hash, .key = rc.retain(key) };
        return;
    }
    slot.* = .{ .hash = hash, .key = rc.retain(key) };
    s.fill += 1;
    if (s.fill * 5 >= s.mask * 3) resize(s, grown(s));
}

/// Adds a key (borrowed).
pub fn add(s: *Set, key: Word) Raised!void {
    return addHashed(s, key, try container.hash(key));
}

/// Takes a key out of its slot; the caller owns it.
pub fn takeSlot(s: *Set, slot: *Entry) Word {
    const key = slot.key;
    slot.* = .{ .hash = dummy_hash, .key = 0 };
    s.used -= 1;
    s.version +%= 1;
    return key;
}

/// Removes a key; false if it is not there.
pub fn discardHashed(s: *Set, key: Word, hash: u64) Raised!bool {
    const slot = try find(s, key, hash) orelse return false;
    rc.release(takeSlot(s, slot));
    return true;
}

/// The answer for a small int or a text with its hash, where the first look at the table gives it.
pub inline fn quickContains(s: *const Set, key: Word) ?bool {
    const hash = if (object.isSmall(key))
        container.hashSmall(key)
    else if (object.isExact(key, .str))
        object.ptr(object.Str, key).hash
    else
        return null;
    if (hash == 0 and !object.isSmall(key)) return null;
    const entry = &s.table[@intCast(hash & s.mask)];
    if (entry.key == key) return true;
    return if (entry.key == 0 and entry.hash == 0) false else null;
}

pub fn containsHashed(s: *Set, key: Word, hash: u64) Raised!bool {
    return try find(s, key, hash) != null;
}

/// Removes any key (the next one from where the last search ended); null: the set is empty.
pub fn pop(s: *Set) ?Word {
    if (s.used == 0) return null;
    var i = s.hash & s.mask;
    while (s.table[@intCast(i)].key == 0) i = if (i == s.mask) 0 else i + 1;
    s.hash = i + 1;
    return takeSlot(s, &s.table[@intCast(i)]);
}

/// Resizes when more than a quarter of the slots are dummies, as CPython does after removing many.
pub fn dropDummies(s: *Set) void {
    if (s.fill - s.used > s.mask / 4) resize(s, grown(s));
}

/// Removes all keys of a set (never of a frozenset, whose `hash` is its hash).
pub fn clearAll(s: *Set) void {
    const table = s.table;
    const size = slotCount(s);
    const version = s.version;
    const search_start = s.hash;
    init(s);
    s.version = version +% 1;
    s.hash = search_start;
    for (table[0..size]) |e| {
        if (e.key != 0) rc.release(e.key);
    }
    alloc.free(table);
}

/// Makes room for `n` more keys before they are merged in one by one.
fn reserve(s: *Set, n: u64) void {
    if ((s.fill + n) * 5 >= s.mask * 3) resize(s, (s.used + n) * 2);
}

/// Adds the keys of another set.
pub fn mergeSet(s: *Set, other: *Set) Raised!void {
    if (s == other or other.used == 0) return;
    reserve(s, other.used);
    if (s.fill == 0) {
        s.version +%= 1;
        if (s.mask == other.mask and other.fill == other.used) {
            for (s.table[0..slotCount(s)], other.table[0..slotCount(s)]) |*to, e| {
                if (e.key != 0) to.* = .{ .hash = e.hash, .key = rc.retain(e.key) };
            }
        } else {
            for (other.table[0..slotCount(other)]) |e| {
                if (e.key != 0) insertClean(s.table, s.mask, rc.retain(e.key), e.hash);
            }
        }
        s.fill = other.used;
        s.used = other.used;
        return;
    }
    var at: usize = 0;
    while (next(other, &at)) |e| {
        const key = rc.retain(e.key);
        defer rc.release(key);
        try addHashed(s, key, e.hash);
    }
}

/// Adds what an iterable yields.
pub fn update(s: *Set, source: Word) Raised!void {
    if (isAnySet(source)) return mergeSet(s, of(source));
    if (object.isExact(source, .dict)) {
        reserve(s, dict.of(source).used);
        var at: usize = 0;
        while (dict.next(source, &at)) |item| {
            const key = rc.retain(item.key);
            defer rc.release(key);
            try addHashed(s, key, item.hash);
        }
        return;
    }
    const it = try container.check(iter.iter(source));
    defer rc.release(it);
    while (try iter.step(it)) |key| {
        defer rc.release(key);
        try add(s, key);
    }
}

/// A new set of what an iterable yields.
pub fn fromIterable(kind: Kind, source: Word) Raised!Word {
    const w = new(kind);
    errdefer rc.release(w);
    try update(of(w), source);
    return w;
}

/// Steps through the keys in table order, borrowed; `at` starts as 0. Null: the end.
pub fn next(s: *const Set, at: *usize) ?Entry {
    while (at.* <= s.mask) {
        const e = s.table[at.*];
        at.* += 1;
        if (e.key != 0) return e;
    }
    return null;
}

/// 0 or 1, −1 raised.
pub fn contains(w: Word, key: Word) i32 {
    const hash = container.hash(key) catch return -1;
    return container.triOf(containsHashed(of(w), key, hash));
}

pub export fn pyrt_set_new(values: [*]const Word, count: usize) callconv(.c) Word {
    const w = new(.set);
    for (values[0..count]) |v| {
        add(of(w), v) catch {
            rc.release(w);
            return 0;
        };
    }
    return w;
}
pub export fn pyrt_set_add(w: Word, key: Word) callconv(.c) i32 {
    return container.statusOf(add(of(w), key));
}
pub export fn pyrt_set_update(w: Word, source: Word) callconv(.c) i32 {
    return container.statusOf(update(of(w), source));
}
