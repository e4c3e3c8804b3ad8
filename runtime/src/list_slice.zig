//! Slices of lists: reading, assigning and deleting, with any step.
//!
//! Invariant: elements that leave the list are released only after the list is whole again.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const iter = @import("iter.zig");
const list = @import("list.zig");
const tuple = @import("tuple.zig");
const container = @import("container.zig");
const flat = @import("list_flat.zig");
const Word = object.Word;
const List = object.List;
const Raised = container.Raised;

/// `l[key]` for a slice: a new list.
pub fn read(w: Word, key: Word) Raised!Word {
    const raw = try container.unpackSlice(key);
    const b = container.adjust(raw, list.len(w));
    if (flat.kindOf(w)) |kind| {
        const start = if (b.count == 0) 0 else container.at(b, 0);
        return flat.copy(object.ptr(List, w), kind, start, b.step, b.count) orelse return noMemory();
    }
    const l = list.of(w);
    const result = try list.tryCreate(b.count);
    const from = l.items;
    if (b.step == 1) {
        const start: usize = @intCast(b.start);
        for (0..b.count) |k| result.items[k] = rc.retain(from[start + k]);
    } else {
        for (0..b.count) |k| result.items[k] = rc.retain(from[container.at(b, k)]);
    }
    return object.word(result);
}

/// The first `n` elements from `start`, as a new list.
pub fn copyRange(w: Word, start: usize, n: usize) Raised!Word {
    const result = try list.tryCreate(n);
    const l = list.of(w);
    for (0..n) |k| result.items[k] = rc.retain(l.items[start + k]);
    return object.word(result);
}

/// `l[key] = value` for a slice.
pub fn assign(w: Word, key: Word, value: Word) Raised!void {
    const raw = try container.unpackSlice(key);
    if (raw.step == 1) {
        const sequence = try fast(value, "must assign iterable to extended slice", false);
        defer rc.release(sequence);
        const b = container.adjust(raw, list.len(w));
        const start: usize = @intCast(b.start);
        return splice(list.of(w), start, b.count, sequence);
    }
    const sequence = try fast(value, "must assign iterable to extended slice", value == w);
    defer rc.release(sequence);
    const l = list.of(w);
    const b = container.adjust(raw, @intCast(l.len));
    const values = elements(sequence);
    if (values.len != b.count) {
        return container.fail(.ValueError, "attempt to assign sequence of size {d} to extended slice of size {d}", .{
            @as(i64, @intCast(values.len)), @as(i64, @intCast(b.count)),
        });
    }
    const old = try scratch(b.count);
    defer if (b.count > 0) alloc.free(old);
    for (values, 0..) |v, k| {
        const place = &l.items[container.at(b, k)];
        old[k] = place.*;
        place.* = rc.retain(v);
    }
    for (old[0..b.count]) |v| rc.release(v);
}

/// `del l[key]` for a slice.
pub fn delete(w: Word, key: Word) Raised!void {
    const raw = try container.unpackSlice(key);
    const l = list.of(w);
    var b = container.adjust(raw, @intCast(l.len));
    if (b.count == 0) return;
    if (b.step == 1) return splice(l, @intCast(b.start), b.count, tuple.empty());
    if (b.step < 0) {
        // The same elements upwards.
        b.start = @intCast(container.at(b, b.count - 1));
        b.step = -b.step;
    }
    const old = try scratch(b.count);
    defer alloc.free(old);
    const n: usize = @intCast(l.len);
    var to: usize = @intCast(b.start);
    var taken: usize = 0;
    for (to..n) |from| {
        if (taken < b.count and from == container.at(b, taken)) {
            old[taken] = l.items[from];
            taken += 1;
        } else {
            l.items[to] = l.items[from];
            to += 1;
        }
    }
    l.len = to;
    list.shrink(l);
    for (old[0..b.count]) |v| rc.release(v);
}

/// Replaces `count` elements from `start` by those of a list or tuple (borrowed; may be the list itself).
pub fn splice(l: *List, start: usize, count: usize, sequence: Word) Raised!void {
    if (sequence == object.word(l)) {
        const copy = list.fromSlice(list.slice(l));
        defer rc.release(copy);
        return splice(l, start, count, copy);
    }
    const values = elements(sequence);
    const n: usize = @intCast(l.len);
    try list.tryReserve(l, n - count + values.len);
    if (count == 0) {
        @memmove(l.items[start + values.len .. n + values.len], l.items[start..n]);
        for (values, 0..) |v, k| l.items[start + k] = rc.retain(v);
        l.len = n + values.len;
        return;
    }
    const old = try scratch(count);
    defer alloc.free(old);
    @memcpy(old[0..count], l.items[start .. start + count]);
    const rest = n - start - count;
    const to = start + values.len;
    const from = start + count;
    if (to < from) {
        @memmove(l.items[to .. to + rest], l.items[from .. from + rest]);
    } else if (to > from) {
        @memmove(l.items[to .. to + rest], l.items[from .. from + rest]);
    }
    for (values, 0..) |v, k| l.items[start + k] = rc.retain(v);
    l.len = to + rest;
    list.shrink(l);
    for (old[0..count]) |v| rc.release(v);
}

/// The elements of a list or tuple, borrowed.
inline fn elements(sequence: Word) []const Word {
    return if (list.isList(sequence)) list.items(sequence) else tuple.items(sequence);
}

/// A list or tuple with the elements of an iterable, owned; TypeError with `message` if it is none.
fn fast(value: Word, comptime message: []const u8, copy: bool) Raised!Word {
    if (!copy and (list.isList(value) or tuple.isTuple(value))) return rc.retain(value);
    // As in CPython the hint for the length is the iterator's.
    const it = iter.iter(value);
    if (it != 0) {
        defer rc.release(it);
        return container.check(iter.collect(it));
    }
    if (err.matches(.TypeError)) {
        err.clear();
        return container.fail(.TypeError, message, .{});
    }
    return error.Raised;
}

fn scratch(n: usize) Raised![*]Word {
    if (n == 0) return undefined;
    return alloc.tryArray(Word, n) orelse return noMemory();
}

fn noMemory() Raised {
    _ = err.noMemory();
    return error.Raised;
}
