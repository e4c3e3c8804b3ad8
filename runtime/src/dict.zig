//! dict: the compact ordered table, and the operations that other modules use. The class and its methods stand in
//! `dict_methods.zig`, views and iterators in `dict_views.zig`, merging in `dict_merge.zig`.
//!
//! Invariants
//! - `entries[0..filled]` are in insertion order; a removed entry has key 0 and value 0. `used` counts the others. All
//!   before `first` are removed, so that taking the first key again and again is not quadratic.
//! - With an index, every live entry is reachable by probing from its hash. A slot may also name a removed entry, one
//!   beyond `filled`, or one that was filled anew: hash and key are compared anyway, so such slots are harmless. They
//!   count in `index_used`, which stays below the table's size, so that probing ends.
//! - Comparing keys may run Python code that changes the table; `find` then notices and starts again.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const container = @import("container.zig");
const merge = @import("dict_merge.zig");
const Word = object.Word;
const Dict = object.Dict;
const Entry = object.DictEntry;
const Raised = container.Raised;

pub const dict_type = &@import("dict_methods.zig").dict_type;

/// Without an index up to this many entries are searched one by one.
const linear_cap = 8;

/// For a new key of a namespace dict: the slot that shall hold its value, or null. Set by the module code.
pub var namespaceSlot: ?*const fn (d: *Dict, key: Word) ?*Word = null;

/// A dict or an instance of a subclass.
pub inline fn isDict(w: Word) bool {
    return !object.isSmall(w) and types.typeOf(w).flags.dict_subclass;
}
pub inline fn of(w: Word) *Dict {
    return object.ptr(Dict, w);
}

/// An empty dict.
pub fn new() Word {
    const d = alloc.object(Dict, .dict, 0);
    init(d);
    return object.word(d);
}

/// An empty dict with room for `n` keys.
pub fn newSized(n: usize) Word {
    const w = new();
    if (n > 0) rebuild(of(w), n);
    return w;
}

/// Makes a fresh record an empty dict.
pub fn init(d: *Dict) void {
    d.entries = undefined;
    d.index = null;
    d.used = 0;
    d.filled = 0;
    d.cap = 0;
    d.log2 = 0;
    d.kind = .plain;
    d.version = 0;
    d.index_used = 0;
    d.first = 0;
}

/// Number of keys.
pub inline fn len(w: Word) usize {
    return @intCast(of(w).used);
}

// Values ------------------------------------------------------------------------------------------------------------

inline fn slotOf(value: Word) ?*Word {
    return if (value & 3 == 2) object.ptr(Word, value - 2) else null;
}

/// The value of an entry, borrowed; 0 if a namespace's slot is empty.
pub inline fn entryValue(d: *const Dict, e: *const Entry) Word {
    if (d.kind == .plain) return e.value;
    return if (slotOf(e.value)) |slot| slot.* else e.value;
}

/// Replaces the value of an entry, consuming it; the old one is released last.
pub inline fn setEntryValue(d: *Dict, e: *Entry, value: Word) void {
    const place = if (d.kind == .plain) &e.value else slotOf(e.value) orelse &e.value;
    const old = place.*;
    place.* = value;
    d.version +%= 1;
    rc.releaseMaybe(old);
}

/// An entry that holds a key with a value.
pub inline fn isLive(d: *const Dict, e: *const Entry) bool {
    return e.key != 0 and (d.kind == .plain or entryValue(d, e) != 0);
}

// The index ---------------------------------------------------------------------------------------------------------

/// Entries that an index of 2^log2 slots serves.
inline fn usable(log2: u32) usize {
    return (@as(usize, 2) << @intCast(log2)) / 3;
}
inline fn widthOf(log2: u32) u32 {
    return if (log2 <= 8) 1 else if (log2 <= 16) 2 else 4;
}
fn Slots(comptime width: u32) type {
    return [*]switch (width) {
        1 => u8,
        2 => u16,
        else => u32,
    };
}
inline fn slotsOf(d: *const Dict, comptime width: u32) Slots(width) {
    return @ptrCast(@alignCast(d.index.?));
}

/// The probing sequence of a hash; the same as CPython's.
const Probe = struct {
    at: u64,
    perturb: u64,
    mask: u64,
    inline fn init(hash: u64, log2: u32) Probe {
        const mask = (@as(u64, 1) << @intCast(log2)) - 1;
        return .{ .at = hash & mask, .perturb = hash, .mask = mask };
    }
    inline fn next(self: *Probe) void {
        self.perturb >>= 5;
        self.at = (self.at *% 5 +% self.perturb +% 1) & self.mask;
    }
};

/// Enters entry number `n` under its hash.
fn enterIndex(d: *Dict, hash: u64, n: usize) void {
    switch (widthOf(d.log2)) {
        inline 1, 2, 4 => |width| {
            const slots = slotsOf(d, width);
            var p = Probe.init(hash, d.log2);
            while (slots[@intCast(p.at)] != 0) p.next();
            slots[@intCast(p.at)] = @intCast(n + 1);
        },
        else => unreachable,
    }
    d.index_used += 1;
}

// Finding -----------------------------------------------------------------------------------------------------------

const Match = enum { no, yes, again };

/// Compares an entry of equal hash; `again`: the table changed meanwhile.
inline fn match(d: *Dict, n: usize, key: Word) Raised!Match {
    const candidate = d.entries[n].key;
    if (candidate == key) return .yes;
    if (candidate == 0 or (object.isSmall(candidate) and object.isSmall(key))) return .no;
    return matchSlow(d, n, candidate, key);
}
fn matchSlow(d: *Dict, n: usize, candidate: Word, key: Word) Raised!Match {
    if (object.isExact(candidate, .str) and object.isExact(key, .str)) {
        return if (container.sameText(candidate, key)) .yes else .no;
    }
    const entries = d.entries;
    const index = d.index;
    const cap = d.cap;
    const same = try container.equalHeld(candidate, key);
    const unchanged = d.cap == cap and cap > 0 and d.entries == entries and d.index == index and
        n < d.filled and entries[n].key == candidate;
    if (!unchanged) return .again;
    return if (same) .yes else .no;
}

/// The number of the entry with this key, or null.
pub fn find(d: *Dict, key: Word, hash: u64) Raised!?usize {
    search: while (true) {
        if (d.index == null) {
            var n: usize = 0;
            while (n < d.filled) : (n += 1) {
                if (d.entries[n].hash != hash) continue;
                switch (try match(d, n, key)) {
                    .no => {},
                    .yes => return n,
                    .again => continue :search,
                }
            }
            return null;
        }
        switch (widthOf(d.log2)) {
            inline 1, 2, 4 => |width| {
                const slots = slotsOf(d, width);
                var p = Probe.init(hash, d.log2);
                while (true) : (p.next()) {
                    const slot = slots[@intCast(p.at)];
                    if (slot == 0) return null;
                    const n: usize = @as(usize, slot) - 1;
                    if (n >= d.filled or d.entries[n].hash != hash) continue;
                    switch (try match(d, n, key)) {
                        .no => {},
                        .yes => return n,
                        .again => continue :search,
                    }
                }
            },
            else => unreachable,
        }
    }
}

/// As `find` for an exact str; considers keys that are exact str only, so that no Python code runs.
pub fn findStr(d: *const Dict, key: Word, hash: u64) ?usize {
    if (d.index == null) {
        for (d.entries[0..d.filled], 0..) |*e, n| {
            if (e.key == key) return n;
            if (e.hash == hash and isText(e.key) and container.sameText(e.key, key)) return n;
        }
        return null;
    }
    switch (widthOf(d.log2)) {
        inline 1, 2, 4 => |width| {
            const slots = slotsOf(d, width);
            var p = Probe.init(hash, d.log2);
            while (true) : (p.next()) {
                const slot = slots[@intCast(p.at)];
                if (slot == 0) return null;
                const n: usize = @as(usize, slot) - 1;
                if (n >= d.filled) continue;
                const e = &d.entries[n];
                if (e.hash != hash) continue;
                if (e.key == key or (isText(e.key) and container.sameText(e.key, key))) return n;
            }
        },
        else => unreachable,
    }
}
inline fn isText(w: Word) bool {
    return w != 0 and object.isExact(w, .str);
}

// Changing ----------------------------------------------------------------------------------------------------------

/// Gives the table room for `n` keys and closes the gaps of removed ones.
pub fn rebuild(d: *Dict, n: usize) void {
    rebuildWithGap(d, n, 0);
}

/// As `rebuild`, with room for `gap` of the `n` keys before the first.
fn rebuildWithGap(d: *Dict, n: usize, gap: usize) void {
    var cap: usize = undefined;
    var log2: u32 = 0;
    if (n <= linear_cap) {
        cap = if (n <= linear_cap / 2) linear_cap / 2 else linear_cap;
    } else {
        log2 = 4;
        while (usable(log2) < n) log2 += 1;
        cap = usable(log2);
        if (cap >= std.math.maxInt(u32)) alloc.outOfMemory();
    }
    const old = d.entries;
    const old_filled = d.filled;
    const had_entries = d.cap > 0;
    if (had_entries and d.used == old_filled and gap == 0) {
        d.entries = @ptrCast(@alignCast(alloc.resize(old, cap * @sizeOf(Entry))));
    } else {
        const entries = alloc.array(Entry, cap);
        @memset(entries[0..gap], .{ .hash = 0, .key = 0, .value = 0 });
        var kept: usize = gap;
        if (had_entries) {
            for (old[0..old_filled]) |e| {
                if (e.key == 0) continue;
                entries[kept] = e;
                kept += 1;
            }
            alloc.free(old);
        }
        d.entries = entries;
        d.filled = @intCast(kept);
    }
    d.first = @intCast(gap);
    d.cap = @intCast(cap);
    if (d.index) |index| alloc.free(index);
    d.index = null;
    d.log2 = log2;
    d.index_used = 0;
    if (log2 == 0) return;
    const bytes = @as(usize, widthOf(log2)) << @intCast(log2);
    const index = alloc.bytes(bytes);
    @memset(index[0..bytes], 0);
    d.index = index;
    for (d.entries[gap..d.filled], gap..) |e, i| enterIndex(d, e.hash, i);
}

/// As `insertNew`, but the key becomes the first. Amortised constant time; never for a namespace.
pub fn insertFirst(d: *Dict, hash: u64, key: Word, value: Word) void {
    if (d.first == 0 or (d.index != null and d.index_used >= d.cap)) {
        const used: usize = @intCast(d.used);
        const gap = used / 2 + 1;
        rebuildWithGap(d, used + gap + used / 2 + 1, gap);
    }
    d.first -= 1;
    d.entries[d.first] = .{ .hash = hash, .key = key, .value = value };
    if (d.filled == 0) d.filled = d.first + 1;
    d.used += 1;
    d.version +%= 1;
    if (d.index != null) enterIndex(d, hash, d.first);
}

/// Adds a key that is not in the table; consumes key and value. Runs no Python code.
pub fn insertNew(d: *Dict, hash: u64, key: Word, value: Word) void {
    if (d.filled == d.cap or (d.index != null and d.index_used >= d.cap)) {
        const used: usize = @intCast(d.used);
        rebuild(d, if (used < linear_cap) used + 1 else used * 2 + 1);
    }
    const n: usize = d.filled;
    var stored = value;
    if (d.kind == .namespace) {
        if (namespaceSlot) |slotFor| {
            if (slotFor(d, key)) |slot| {
                rc.releaseMaybe(slot.*);
                slot.* = value;
                stored = @intFromPtr(slot) + 2;
            }
        }
    }
    d.entries[n] = .{ .hash = hash, .key = key, .value = stored };
    d.filled += 1;
    d.used += 1;
    d.version +%= 1;
    if (d.index != null) enterIndex(d, hash, n);
}

/// Takes entry n out; the caller owns the key and the value.
pub fn take(d: *Dict, n: usize) struct { key: Word, value: Word } {
    const e = &d.entries[n];
    const key = e.key;
    var value = e.value;
    if (d.kind == .namespace) {
        if (slotOf(value)) |slot| {
            value = slot.*;
            slot.* = 0;
        }
    }
    e.key = 0;
    e.value = 0;
    d.used -= 1;
    d.version +%= 1;
    while (d.filled > d.first and d.entries[d.filled - 1].key == 0) d.filled -= 1;
    if (d.filled == d.first) {
        d.filled = 0;
        d.first = 0;
    } else if (n == d.first) {
        while (d.entries[d.first].key == 0) d.first += 1;
    }
    return .{ .key = key, .value = value };
}

/// Takes entry n out and releases it.
pub fn removeAt(d: *Dict, n: usize) void {
    const taken = take(d, n);
    rc.release(taken.key);
    rc.releaseMaybe(taken.value);
}

/// Stores a value under a key, both borrowed.
pub fn store(d: *Dict, key: Word, hash: u64, value: Word) Raised!void {
    if (try find(d, key, hash)) |n| {
        setEntryValue(d, &d.entries[n], rc.retain(value));
    } else {
        insertNew(d, hash, rc.retain(key), rc.retain(value));
    }
}

/// Removes all keys.
pub fn clearAll(d: *Dict) void {
    if (d.cap == 0) return;
    const entries = d.entries;
    const filled = d.filled;
    const index = d.index;
    const kind = d.kind;
    const version = d.version;
    init(d);
    d.kind = kind;
    d.version = version +% 1;
    if (index) |p| alloc.free(p);
    for (entries[0..filled]) |e| {
        if (e.key == 0) continue;
        rc.release(e.key);
        if (kind == .namespace) {
            if (slotOf(e.value)) |slot| {
                const value = slot.*;
                slot.* = 0;
                rc.releaseMaybe(value);
                continue;
            }
        }
        rc.releaseMaybe(e.value);
    }
    alloc.free(entries);
}

// Doors for other modules -------------------------------------------------------------------------------------------

/// The value of a key, borrowed; 0: absent, or raised (`err.pending()`).
pub fn get(w: Word, key: Word) Word {
    return (getValue(w, key) catch return 0) orelse 0;
}
/// The value of a key, borrowed, or null.
pub fn getValue(w: Word, key: Word) Raised!?Word {
    const quick = quickValue(of(w), key);
    if (quick != 0) return quick;
    return getHashed(of(w), key, try container.hash(key));
}
/// The value of a small int or a text that has its hash, where the first look at the table finds it; 0 says nothing.
pub inline fn quickValue(d: *const Dict, key: Word) Word {
    if (d.kind != .plain) return 0;
    const hash = if (object.isSmall(key))
        container.hashSmall(key)
    else if (object.isExact(key, .str))
        object.ptr(object.Str, key).hash
    else
        return 0;
    if (d.index == null) {
        for (d.entries[0..d.filled]) |*e| if (e.key == key) return e.value;
        return 0;
    }
    if (d.log2 > 8) return quickLarge(d, key, hash);
    const slots = slotsOf(d, 1);
    const n = @as(usize, slots[@intCast(hash & ((@as(u64, 1) << @intCast(d.log2)) - 1))]) -% 1;
    return if (n < d.filled and d.entries[n].key == key) d.entries[n].value else 0;
}
fn quickLarge(d: *const Dict, key: Word, hash: u64) Word {
    const at: usize = @intCast(hash & ((@as(u64, 1) << @intCast(d.log2)) - 1));
    const n = if (d.log2 <= 16) @as(usize, slotsOf(d, 2)[at]) -% 1 else @as(usize, slotsOf(d, 4)[at]) -% 1;
    return if (n < d.filled and d.entries[n].key == key) d.entries[n].value else 0;
}

/// As `getValue` with the hash known.
pub fn getHashed(d: *Dict, key: Word, hash: u64) Raised!?Word {
    const n = try find(d, key, hash) orelse return null;
    const value = entryValue(d, &d.entries[n]);
    return if (value == 0) null else value;
}
/// Stores a value under a key, both borrowed; −1: raised.
pub fn set(w: Word, key: Word, value: Word) i32 {
    const hash = container.hash(key) catch return -1;
    return container.statusOf(store(of(w), key, hash, value));
}
/// Removes a key; KeyError if there is none. −1: raised.
pub fn del(w: Word, key: Word) i32 {
    return container.statusOf(delete(w, key));
}
fn delete(w: Word, key: Word) Raised!void {
    const d = of(w);
    const n = try find(d, key, try container.hash(key)) orelse {
        _ = err.keyError(key);
        return error.Raised;
    };
    removeAt(d, n);
}
/// 0 or 1, −1 raised.
pub fn contains(w: Word, key: Word) i32 {
    const found = getValue(w, key) catch return -1;
    return @intFromBool(found != null);
}
inline fn strHash(key: Word) u64 {
    return str.hashOf(object.ptr(object.Str, key));
}
/// The value of an exact str key, borrowed, or 0; runs no Python code.
pub fn getStr(w: Word, key: Word) Word {
    const d = of(w);
    const n = findStr(d, key, strHash(key)) orelse return 0;
    return entryValue(d, &d.entries[n]);
}
/// Stores under an exact str key; operands are borrowed.
pub fn setStr(w: Word, key: Word, value: Word) void {
    const d = of(w);
    const hash = strHash(key);
    if (findStr(d, key, hash)) |n| {
        setEntryValue(d, &d.entries[n], rc.retain(value));
    } else {
        insertNew(d, hash, rc.retain(key), rc.retain(value));
    }
}
/// Removes an exact str key; false if there is none.
pub fn delStr(w: Word, key: Word) bool {
    const d = of(w);
    const n = findStr(d, key, strHash(key)) orelse return false;
    removeAt(d, n);
    return true;
}
/// A new plain dict with the same keys and values.
/// Makes the empty `d`, which owns no table, a copy of a dict without gaps; false: it has some, or is a namespace.
pub fn clone(d: *Dict, from: *const Dict) bool {
    if (from.kind != .plain or from.used != from.filled or from.first != 0 or from.used == 0 or d.cap != 0) return false;
    const entries = alloc.array(Entry, from.cap);
    @memcpy(entries[0..from.filled], from.entries[0..from.filled]);
    for (entries[0..from.filled]) |e| {
        _ = rc.retain(e.key);
        _ = rc.retain(e.value);
    }
    d.entries = entries;
    d.used = from.used;
    d.filled = from.filled;
    d.cap = from.cap;
    d.log2 = from.log2;
    d.index_used = from.index_used;
    d.version +%= 1;
    if (from.index) |index| {
        const size = @as(usize, widthOf(from.log2)) << @intCast(from.log2);
        const own = alloc.bytes(size);
        @memcpy(own[0..size], @as([*]const u8, @ptrCast(index))[0..size]);
        d.index = own;
    }
    return true;
}

pub fn copy(w: Word) Word {
    const from = of(w);
    if (from.kind == .plain and from.used == from.filled and from.first == 0 and from.used > 0) {
        const twin = new();
        _ = clone(of(twin), from);
        return twin;
    }
    const result = newSized(@intCast(from.used));
    var at: usize = 0;
    while (next(w, &at)) |e| insertNew(of(result), e.hash, rc.retain(e.key), rc.retain(e.value));
    return result;
}

pub const Item = struct { hash: u64, key: Word, value: Word };
/// Steps through the items in order, all borrowed; `at` starts as 0. Null: the end.
pub fn next(w: Word, at: *usize) ?Item {
    const d = of(w);
    if (at.* < d.first) at.* = d.first;
    while (at.* < d.filled) {
        const e = &d.entries[at.*];
        at.* += 1;
        if (isLive(d, e)) return .{ .hash = e.hash, .key = e.key, .value = entryValue(d, e) };
    }
    return null;
}

/// Removes all keys.
pub fn clear(w: Word) void {
    clearAll(of(w));
}

/// As `dict.update(other)`; −1: raised.
pub fn update(w: Word, other: Word) i32 {
    return container.statusOf(merge.updateFrom(w, other));
}

pub export fn pyrt_dict_new(args: [*]const Word, count: usize) callconv(.c) Word {
    const w = newSized(count / 2);
    var i: usize = 0;
    while (i + 1 < count) : (i += 2) {
        if (set(w, args[i], args[i + 1]) < 0) {
            rc.release(w);
            return 0;
        }
    }
    return w;
}
pub export fn pyrt_dict_set_fresh(w: Word, key: Word, value: Word) callconv(.c) i32 {
    return set(w, key, value);
}
