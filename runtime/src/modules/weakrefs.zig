//! Which weak references exist: a table from the address of an object to the list of its weak references.
//!
//! Invariants
//! - An object with `rc_weakref` in its header, and no other, has an entry; the entry goes when the object dies or the last of
//!   its references does.
//! - A reference that is in a list has `target` != 0 and does not own it. New references come first, except that one without
//!   a callback of the plain class stays at the head, as in CPython.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const alloc = @import("../alloc.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const call = @import("../call.zig");
const traceback = @import("../traceback.zig");
const Word = object.Word;

/// Layout of references and proxies alike.
pub const Reference = extern struct {
    h: object.Header,
    /// The object, not owned; 0 when it is gone.
    target: Word,
    /// Owned, 0 for none.
    callback: Word,
    /// Of the target, −1 if not known.
    hash: i64,
    next: Word,
    previous: Word,
};

const Entry = struct { target: Word, first: Word };
var table: [*]Entry = undefined;
var size: usize = 0;
var used: usize = 0;

inline fn home(target: Word) usize {
    return @intCast(((target >> 4) *% 0x9e3779b97f4a7c15) >> 32);
}
fn find(target: Word) ?*Entry {
    if (size == 0) return null;
    var i = home(target) & (size - 1);
    while (table[i].target != 0) : (i = (i + 1) & (size - 1)) {
        if (table[i].target == target) return &table[i];
    }
    return null;
}
fn insert(target: Word) *Entry {
    if ((used + 1) * 2 > size) grow();
    var i = home(target) & (size - 1);
    while (table[i].target != 0) i = (i + 1) & (size - 1);
    table[i] = .{ .target = target, .first = 0 };
    used += 1;
    return &table[i];
}
fn grow() void {
    const old = table;
    const old_size = size;
    size = if (old_size == 0) 64 else old_size * 2;
    table = alloc.array(Entry, size);
    @memset(table[0..size], .{ .target = 0, .first = 0 });
    used = 0;
    if (old_size == 0) return;
    for (old[0..old_size]) |e| {
        if (e.target != 0) insert(e.target).first = e.first;
    }
    alloc.free(old);
}
fn remove(entry: *Entry) void {
    const mask = size - 1;
    var i = (@intFromPtr(entry) - @intFromPtr(table)) / @sizeOf(Entry);
    used -= 1;
    var j = i;
    while (true) {
        j = (j + 1) & mask;
        if (table[j].target == 0) break;
        if (((j -% home(table[j].target)) & mask) >= ((j -% i) & mask)) {
            table[i] = table[j];
            i = j;
        }
    }
    table[i] = .{ .target = 0, .first = 0 };
}

pub fn of(w: Word) *Reference {
    return object.ptr(Reference, w);
}
/// The newest reference of an object, 0: none.
pub fn first(target: Word) Word {
    if (object.isSmall(target) or object.header(target).rc & object.rc_weakref == 0) return 0;
    return if (find(target)) |e| e.first else 0;
}
/// Enters a new reference (its target is set).
pub fn enter(w: Word, after: Word) void {
    const r = of(w);
    rc.clear_weakrefs = targetDies;
    const entry = find(r.target) orelse insert(r.target);
    object.header(r.target).rc |= object.rc_weakref;
    r.previous = after;
    if (after != 0) {
        r.next = of(after).next;
        of(after).next = w;
    } else {
        r.next = entry.first;
        entry.first = w;
    }
    if (r.next != 0) of(r.next).previous = w;
}
/// Takes a reference out of its list.
pub fn leave(w: Word) void {
    const r = of(w);
    if (r.target == 0) return;
    const entry = find(r.target).?;
    if (r.next != 0) of(r.next).previous = r.previous;
    if (r.previous != 0) of(r.previous).next = r.next else entry.first = r.next;
    if (entry.first == 0) {
        object.header(r.target).rc &= ~object.rc_weakref;
        remove(entry);
    }
    r.target = 0;
}

/// Hook of `rc`: all references of a dying object become empty, then their callbacks run, the newest first.
fn targetDies(target: Word) void {
    const entry = find(target) orelse return;
    var pending: [*]Word = undefined;
    var count: usize = 0;
    var at = entry.first;
    while (at != 0) : (at = of(at).next) count += 1;
    pending = alloc.array(Word, @max(count, 1));
    defer alloc.free(pending);
    count = 0;
    at = entry.first;
    while (at != 0) {
        const r = of(at);
        const following = r.next;
        r.target = 0;
        r.next = 0;
        r.previous = 0;
        // One whose own count is zero waits for its deallocation.
        if (r.callback != 0 and r.h.rc >= object.rc_one) {
            pending[count] = rc.retain(at);
            count += 1;
        }
        at = following;
    }
    object.header(target).rc &= ~object.rc_weakref;
    remove(entry);
    const saved = err.take();
    for (pending[0..count]) |w| {
        const callback = of(w).callback;
        of(w).callback = 0;
        if (callback != 0) {
            const result = call.call(callback, &.{w});
            if (result == 0) traceback.writeUnraisable(callback) else rc.release(result);
            rc.release(callback);
        }
        rc.release(w);
    }
    if (saved != 0) err.restore(saved);
}

/// Classes of CPython's own whose instances can be referred to weakly.
pub fn isReferable(w: Word) bool {
    if (object.isSmall(w)) return false;
    const t = types.typeOf(w);
    if (t.flags.has_weakrefs or t.flags.type_subclass) return true;
    return switch (@as(object.ShapeId, @enumFromInt(t.shape))) {
        .function, .builtin_function, .method, .set, .frozenset, .generator, .coroutine, .async_generator, .module, .code, .file => true,
        .memoryview, .binary_file, .generic_alias, .union_type, .simple_namespace => @as(object.ShapeId, @enumFromInt(t.shape)) != .simple_namespace,
        else => false,
    };
}
