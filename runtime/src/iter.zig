//! The iteration protocol: getting an iterator, stepping it, collecting, unpacking.
//!
//! Invariant: a `next` slot returns 0 both at the end and when it raised; `finished` tells the two apart and clears a
//! StopIteration that came through.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const call = @import("call.zig");
const lookup = @import("lookup.zig");
const singletons = @import("singletons.zig");
const ops = @import("ops.zig");
const list = @import("list.zig");
const tuple = @import("tuple.zig");
const container = @import("container.zig");
const iterators = @import("sequence_iterators.zig");
const range_iterators = @import("range_iterators.zig");
const Word = object.Word;
const Raised = container.Raised;

/// The `iter` slot of iterators: the object itself.
pub fn self(w: Word) callconv(.c) Word {
    return rc.retain(w);
}

/// `iter(o)`: an owned iterator whose class has a `next` slot; 0: raised.
pub fn iter(o: Word) Word {
    const class = types.typeOf(o);
    const slot = class.slots.iter orelse {
        if (isSequence(class)) return iterators.sequenceIterator(o);
        return err.raise(.TypeError, "'{t}' object is not iterable", .{o});
    };
    const it = slot(o);
    if (it == 0) return 0;
    if (types.typeOf(it).slots.next != null) return it;
    defer rc.release(it);
    return err.raise(.TypeError, "iter() returned non-iterator of type '{t}'", .{it});
}

/// Has `__getitem__` that takes positions (`PySequence_Check`).
fn isSequence(class: *const types.Type) bool {
    return class.slots.getitem != null and !class.flags.dict_subclass and (class.flags.heap or class.slots.length != null);
}

/// `iter(o)` would not be refused for the class of `o`.
pub fn isIterable(o: Word) bool {
    const class = types.typeOf(o);
    return class.slots.iter != null or isSequence(class);
}

/// The next value of an iterator, owned; 0 without a pending exception: the end.
pub inline fn next(it: Word) Word {
    const slot = types.typeOf(it).slots.next orelse
        return err.raise(.TypeError, "'{t}' object is not an iterator", .{it});
    const value = slot(it);
    if (value == 0 and err.pending()) _ = err.clearIf(.StopIteration);
    return value;
}

/// As `next` with Zig's error: null is the end.
pub inline fn step(it: Word) Raised!?Word {
    const value = next(it);
    if (value != 0) return value;
    return if (err.pending()) error.Raised else null;
}

/// After a `next` slot returned 0: was it the end?
pub inline fn finished() Raised!void {
    if (err.pending() and !err.clearIf(.StopIteration)) return error.Raised;
}

/// A new list of what the iterable yields, owned; 0: raised.
pub fn collect(o: Word) Word {
    const result = list.new(0);
    list.extend(list.of(result), o) catch {
        rc.release(result);
        return 0;
    };
    return result;
}

/// As `collect` for `join`: what is not iterable, for whatever TypeError, cannot be joined.
pub fn collectJoined(o: Word) Word {
    if (list.isList(o)) return collect(o);
    const it = iter(o);
    if (it == 0) return if (err.clearIf(.TypeError)) err.raise(.TypeError, "can only join an iterable", .{}) else 0;
    defer rc.release(it);
    return collect(it);
}

/// How many values the iterable is likely to yield (`operator.length_hint`).
pub fn lengthHint(o: Word, default: usize) Raised!usize {
    const class = types.typeOf(o);
    if (class.slots.length) |length| {
        const n = length(o);
        if (n >= 0) return @intCast(n);
        if (!err.clearIf(.TypeError)) return error.Raised;
    }
    // What builtin iterators would answer is not worth the question.
    if (!class.flags.heap) return default;
    const method = lookup.special(o, .__length_hint__);
    if (method == 0) return default;
    const answer = call.special(o, method, &.{});
    if (answer == 0) return if (err.clearIf(.TypeError)) default else error.Raised;
    defer rc.release(answer);
    if (singletons.isNotImplemented(answer)) return default;
    if (!container.isInt(answer) and !types.typeOf(answer).flags.int_subclass) {
        return container.fail(.TypeError, "__length_hint__ must be an integer, not {t}", .{answer});
    }
    const n = try container.index(answer, .OverflowError);
    if (n < 0) return container.fail(.ValueError, "__length_hint__() should return >= 0", .{});
    return @intCast(n);
}

/// An owned iterator for an unpacking assignment, with its own message.
fn unpackIterator(o: Word) Raised!Word {
    const it = iter(o);
    if (it != 0) return it;
    if (!isIterable(o) and err.clearIf(.TypeError)) {
        return container.fail(.TypeError, "cannot unpack non-iterable {t} object", .{o});
    }
    return error.Raised;
}

fn tooMany(expected: usize) Raised {
    return container.fail(.ValueError, "too many values to unpack (expected {d})", .{@as(i64, @intCast(expected))});
}
fn tooFew(comptime bound: []const u8, expected: usize, got: usize) Raised {
    const e: i64 = @intCast(expected);
    const g: i64 = @intCast(got);
    return container.fail(.ValueError, "not enough values to unpack (expected " ++ bound ++ "{d}, got {d})", .{ e, g });
}

/// A tuple of exactly `n` values of the iterable.
pub fn unpack(o: Word, n: usize) Raised!Word {
    if (object.isExact(o, .tuple)) {
        const have = tuple.len(o);
        if (have > n) return tooMany(n);
        if (have < n) return tooFew("", n, have);
        return rc.retain(o);
    }
    if (object.isExact(o, .list)) {
        const have = list.len(o);
        if (have > n) return tooMany(n);
        if (have < n) return tooFew("", n, have);
        return list.toTuple(o);
    }
    const it = try unpackIterator(o);
    defer rc.release(it);
    const values = list.new(n);
    defer rc.release(values);
    for (0..n) |got| {
        const value = try step(it) orelse return tooFew("", n, got);
        list.appendOwned(list.of(values), value);
    }
    if (try step(it)) |extra| {
        rc.release(extra);
        return tooMany(n);
    }
    return list.toTuple(values);
}

/// A tuple of `before` values, a list of the middle ones, and `after` values.
pub fn unpackStarred(o: Word, before: usize, after: usize) Raised!Word {
    const values = list.new(0);
    defer rc.release(values);
    const l = list.of(values);
    const it = try unpackIterator(o);
    defer rc.release(it);
    for (0..before) |got| {
        const value = try step(it) orelse return tooFew("at least ", before + after, got);
        list.appendOwned(l, value);
    }
    while (try step(it)) |value| list.appendOwned(l, value);
    const have: usize = @intCast(l.len);
    if (have < before + after) return tooFew("at least ", before + after, have);
    const all = list.slice(l);
    const result = tuple.create(before + 1 + after);
    const out = result.slice();
    for (all[0..before], 0..) |v, i| out[i] = rc.retain(v);
    out[before] = list.fromSlice(all[before .. have - after]);
    for (all[have - after ..], before + 1..) |v, i| out[i] = rc.retain(v);
    return object.word(result);
}

pub export fn pyrt_obj_iter(o: Word) callconv(.c) Word {
    return iter(o);
}
pub export fn pyrt_obj_next(it: Word) callconv(.c) Word {
    if (object.isExact(it, .list_iter)) return iterators.listNext(it);
    if (object.isExact(it, .range_iter)) return range_iterators.machineNext(it);
    return next(it);
}
pub export fn pyrt_obj_unpack(o: Word, n: i64) callconv(.c) Word {
    return container.wordOf(unpack(o, @intCast(n)));
}
pub export fn pyrt_obj_unpack_ex(o: Word, before: i64, after: i64) callconv(.c) Word {
    return container.wordOf(unpackStarred(o, @intCast(before), @intCast(after)));
}
