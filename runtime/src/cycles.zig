//! The cycle collector: trial deletion over the objects whose count was decremented without reaching zero.
//!
//! Invariants
//! - The buffer holds exactly the live objects with colour `in_buffer`; each of them also has `rc_quiet`, so that a
//!   further decrement does not report it again. `forget` takes a dying object out.
//! - While colours other than `in_buffer` stand in headers no Python code runs: the graph is frozen between the first
//!   subtraction and the last restoration, so every edge is subtracted and restored equally often.
//! - Finalisers of a garbage set all run before any of its objects is taken apart (PEP 442); what they bring back stays.
//! - Nothing here recurses along object references.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const Words = @import("words.zig").Words;
const Word = object.Word;
const Header = object.Header;

// Colours (`rc_color_mask`); 0 is "not looked at".
const visited: u32 = 2;
const alive: u32 = 4;
const in_buffer: u32 = 6;

// The buffer: an open-addressing table keyed by address. Objects made one after the other land side by side.
var table: [*]Word = undefined;
var table_size: usize = 0;
var table_used: usize = 0;

const first_threshold = 8192;
/// Size of the buffer that starts a collection.
var threshold: usize = first_threshold;
var collecting = false;
/// Told of each garbage set before it is taken apart (leak reports).
pub var observer: ?*const fn (garbage: []const Word) void = null;
/// `gc.disable()` clears it; explicit collections still work.
pub var enabled = true;
/// `gc.set_threshold(0)` clears it.
pub var automatic = true;

/// How many objects wait for the next collection to look at them.
pub fn suspects() usize {
    return table_used;
}

inline fn home(w: Word) usize {
    return @as(usize, @intCast(w >> 4)) & (table_size - 1);
}

/// An object that may be in a garbage cycle: its count has gone down but not to zero. May run a collection, hence any
/// Python code.
pub fn suspect(w: Word) void {
    const h = object.header(w);
    const class = types.typeOf(w);
    if (class.flags.acyclic or class.slots.traverse == null or isFlatTuple(h)) {
        h.rc |= object.rc_quiet;
        return;
    }
    h.rc = (h.rc & ~object.rc_color_mask) | in_buffer | object.rc_quiet;
    insert(w);
    if (table_used >= threshold and enabled and automatic and !collecting) {
        collections +%= 1;
        _ = collectThrough(collections % every_full == 0);
    }
}

/// Collections that came by themselves; every so many look at all objects of the buffer.
var collections: u32 = 0;
const every_full = 16;

/// An object that refers to nothing that could be in a cycle but its class. It is in none now, and what puts it into one later
/// finds it in the buffer still.
fn isLeaf(w: Word) bool {
    const h = object.header(w);
    if (types.typeOfShape(h.shape).flags.plain_instance) {
        const o = object.ptr(object.Instance, w);
        return o.ext == 0 and areLeaves(o.slots()[0..types.typeOfShape(h.shape).slot_count]);
    }
    if (h.shape != @intFromEnum(object.ShapeId.list)) return false;
    const l = object.ptr(object.List, w);
    return l.len <= 32 and areLeaves(l.items[0..@intCast(l.len)]);
}

fn areLeaves(items: []const Word) bool {
    for (items) |item| {
        if (item != 0 and !object.isSmall(item) and !types.typeOf(item).flags.acyclic) return false;
    }
    return true;
}

/// Takes a dying object out of the buffer.
pub fn forget(w: Word) void {
    const h = object.header(w);
    if (h.rc & object.rc_color_mask != in_buffer) return;
    h.rc &= ~object.rc_color_mask;
    const mask = table_size - 1;
    var i = home(w);
    while (table[i] != w) {
        if (table[i] == 0) return;
        i = (i + 1) & mask;
    }
    // Close the gap: a later entry of the run moves up unless its home lies behind the gap.
    table_used -= 1;
    var j = i;
    while (true) {
        j = (j + 1) & mask;
        const other = table[j];
        if (other == 0) break;
        if (((j -% home(other)) & mask) >= ((j -% i) & mask)) {
            table[i] = other;
            i = j;
        }
    }
    table[i] = 0;
}

/// A tuple of values that can never be in a cycle is in none either; its contents never change.
fn isFlatTuple(h: *Header) bool {
    if (h.shape != @intFromEnum(object.ShapeId.tuple)) return false;
    for (object.ptr(object.Tuple, object.word(h)).slice()) |item| {
        if (item == 0 or !(object.isSmall(item) or types.typeOf(item).flags.acyclic)) return false;
    }
    return true;
}

fn insert(w: Word) void {
    if ((table_used + 1) * 2 > table_size) growTable();
    const mask = table_size - 1;
    var i = home(w);
    while (table[i] != 0) i = (i + 1) & mask;
    table[i] = w;
    table_used += 1;
}

fn growTable() void {
    const old = table;
    const old_size = table_size;
    table_size = if (old_size == 0) 1024 else old_size * 2;
    table = alloc.array(Word, table_size);
    @memset(table[0..table_size], 0);
    table_used = 0;
    for (old[0..old_size]) |w| {
        if (w != 0) insert(w);
    }
    if (old_size > 0) alloc.free(old);
}

/// Collects garbage cycles; returns how many objects were unreachable. Runs finalisers.
pub fn collect() usize {
    return collectThrough(true);
}

/// Not `full`: leaves (`isLeaf`) stay in the buffer. Garbage that holds itself by the class of a leaf waits for a full one.
fn collectThrough(full: bool) usize {
    if (collecting) return 0;
    collecting = true;
    defer collecting = false;
    var garbage: Words = .{};
    defer garbage.deinit();
    const seen = findGarbage(&garbage, full);
    const found = garbage.len;
    // A collection costs what it looks at: wait for as many suspects again unless it was worth it.
    const pause = if (found * 4 >= seen) seen / 4 else seen;
    threshold = table_used + @max(first_threshold, pause, table_used / 4);
    if (found > 0) {
        if (observer) |see| see(garbage.items());
        dispose(&garbage);
        alloc.trimInTime();
    }
    return found;
}

/// Empties the buffer into the set of objects that only each other keep, each held by one extra reference.
/// Returns how many objects were looked at.
fn findGarbage(garbage: *Words, full: bool) usize {
    var reached: Words = .{};
    defer reached.deinit();
    var leaves: Words = .{};
    defer leaves.deinit();
    for (table[0..table_size]) |*entry| {
        const w = entry.*;
        if (w == 0) continue;
        entry.* = 0;
        const h = object.header(w);
        if (!full and h.rc >= object.rc_one and h.rc & object.rc_uncounted == 0 and isLeaf(w)) {
            leaves.push(w);
            continue;
        }
        h.rc &= ~(object.rc_color_mask | object.rc_quiet);
        // A count of zero: it waits for its deallocation.
        if (h.rc < object.rc_one or h.rc & object.rc_uncounted != 0) continue;
        h.rc |= visited;
        reached.push(w);
    }
    table_used = 0;
    for (leaves.ptr[0..leaves.len]) |w| insert(w);
    // `reached` is its own work list: subtract every edge that starts in it.
    var next: usize = 0;
    while (next < reached.len) : (next += 1) traverse(reached.ptr[next], subtractEdge, &reached);
    var live: Words = .{};
    defer live.deinit();
    for (reached.ptr[0..reached.len]) |w| {
        if (object.header(w).rc >= object.rc_one) markAlive(w, &live);
    }
    while (live.pop()) |w| traverse(w, restoreLive, &live);
    for (reached.ptr[0..reached.len]) |w| {
        if (color(w) == visited) garbage.push(w);
    }
    for (garbage.ptr[0..garbage.len]) |w| traverse(w, restoreEdge, garbage);
    for (reached.ptr[0..reached.len]) |w| {
        const h = object.header(w);
        const dead = color(w) == visited;
        h.rc &= ~object.rc_color_mask;
        // Quiet from now on: what the finalisers do to their counts is no news.
        if (dead) h.rc = (h.rc | object.rc_quiet) + object.rc_one;
    }
    return reached.len;
}

/// Runs finalisers and takes apart what is still unreachable after them.
fn dispose(garbage: *Words) void {
    const items = garbage.ptr[0..garbage.len];
    if (rc.clear_weakrefs) |clear| {
        for (items) |w| {
            if (object.header(w).rc & object.rc_weakref != 0) clear(w);
        }
    }
    var finalized = false;
    for (items) |w| {
        const h = object.header(w);
        const finalize = types.typeOf(w).slots.finalize orelse continue;
        if (h.rc & object.rc_finalized != 0) continue;
        h.rc |= object.rc_finalized;
        finalized = true;
        finalize(w);
    }
    if (finalized) spareResurrected(garbage);
    for (garbage.ptr[0..garbage.len]) |w| {
        if (types.typeOf(w).slots.clear) |clear| clear(w);
    }
    for (garbage.ptr[0..garbage.len]) |w| dropHold(w);
}

/// Keeps of the set only what nothing outside refers to, now that finalisers have run; lets go of the rest.
fn spareResurrected(garbage: *Words) void {
    const items = garbage.ptr[0..garbage.len];
    for (items) |w| object.header(w).rc |= visited;
    for (items) |w| traverse(w, subtractMember, garbage);
    var live: Words = .{};
    defer live.deinit();
    for (items) |w| {
        // One reference is the collector's own.
        const h = object.header(w);
        if (h.rc >= 2 * object.rc_one) markAlive(w, &live);
    }
    while (live.pop()) |w| traverse(w, reachMember, &live);
    for (items) |w| traverse(w, restoreMember, garbage);
    var spared: Words = .{};
    defer spared.deinit();
    var kept: usize = 0;
    for (items) |w| {
        if (color(w) == alive) {
            spared.push(w);
        } else {
            garbage.ptr[kept] = w;
            kept += 1;
        }
        object.header(w).rc &= ~object.rc_color_mask;
    }
    garbage.len = kept;
    for (spared.ptr[0..spared.len]) |w| dropHold(w);
}

fn dropHold(w: Word) void {
    object.header(w).rc &= ~object.rc_quiet;
    rc.release(w);
}

inline fn traverse(w: Word, visit: types.Visitor, context: *Words) void {
    if (types.typeOf(w).slots.traverse) |f| f(w, visit, context);
}

inline fn color(w: Word) u32 {
    return object.header(w).rc & object.rc_color_mask;
}

fn markAlive(w: Word, live: *Words) void {
    const h = object.header(w);
    if (h.rc & object.rc_color_mask == alive) return;
    h.rc = (h.rc & ~object.rc_color_mask) | alive;
    live.push(w);
}

/// The header of a child that takes part in the trial, or null.
inline fn participant(child: Word) ?*Header {
    if (child == 0 or object.isSmall(child)) return null;
    const h = object.header(child);
    // A leaf that waits in the buffer leads nowhere: what refers to it need not be told.
    if (h.rc & object.rc_uncounted != 0 or h.rc & object.rc_color_mask == in_buffer) return null;
    const class = types.typeOfShape(h.shape);
    if (class.flags.acyclic or class.slots.traverse == null) return null;
    return h;
}

fn subtractEdge(child: Word, context: *anyopaque) callconv(.c) void {
    const h = participant(child) orelse return;
    std.debug.assert(h.rc >= object.rc_one);
    h.rc -= object.rc_one;
    if (h.rc & object.rc_color_mask != 0) return;
    h.rc |= visited;
    words(context).push(child);
}

/// From a live object: its edge counts again, and its child is alive.
fn restoreLive(child: Word, context: *anyopaque) callconv(.c) void {
    const h = participant(child) orelse return;
    h.rc += object.rc_one;
    markAlive(child, words(context));
}

fn restoreEdge(child: Word, context: *anyopaque) callconv(.c) void {
    _ = context;
    const h = participant(child) orelse return;
    h.rc += object.rc_one;
}

inline fn isMember(h: *Header) bool {
    const c = h.rc & object.rc_color_mask;
    return c == visited or c == alive;
}

fn subtractMember(child: Word, context: *anyopaque) callconv(.c) void {
    _ = context;
    const h = participant(child) orelse return;
    if (isMember(h)) h.rc -= object.rc_one;
}

fn reachMember(child: Word, context: *anyopaque) callconv(.c) void {
    const h = participant(child) orelse return;
    if (h.rc & object.rc_color_mask == visited) markAlive(child, words(context));
}

fn restoreMember(child: Word, context: *anyopaque) callconv(.c) void {
    _ = context;
    const h = participant(child) orelse return;
    if (isMember(h)) h.rc += object.rc_one;
}

inline fn words(context: *anyopaque) *Words {
    return @ptrCast(@alignCast(context));
}
