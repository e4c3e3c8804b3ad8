//! The methods of `collections.deque`.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const alloc = @import("../alloc.zig");
const tuple = @import("../tuple.zig");
const instance = @import("../instance.zig");
const container = @import("../container.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const deque = @import("deque.zig");
const Word = object.Word;
const Raised = container.Raised;
const of = deque.of;

fn append(self: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    deque.pushBack(of(self), rc.retain(args[0]));
    return singletons.noneWord();
}
fn appendleft(self: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    deque.pushFront(of(self), rc.retain(args[0]));
    return singletons.noneWord();
}
fn pop(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (of(self).len == 0) return err.raise(.IndexError, "pop from an empty deque", .{});
    return deque.popBack(of(self));
}
fn popleft(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (of(self).len == 0) return err.raise(.IndexError, "pop from an empty deque", .{});
    return deque.popFront(of(self));
}
fn extend(self: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return container.noneOf(deque.extend(of(self), args[0], deque.pushBack));
}
fn extendleft(self: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return container.noneOf(deque.extend(of(self), args[0], deque.pushFront));
}
fn clear(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    deque.clearAll(of(self));
    return singletons.noneWord();
}
fn copy(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return container.wordOf(deque.copyOf(self));
}
fn count(self: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return container.wordOf(countOf(of(self), args[0]));
}
fn countOf(d: *deque.Deque, value: Word) Raised!Word {
    var n: i64 = 0;
    var at: u64 = 0;
    while (try deque.find(d, value, at, d.len, .RuntimeError, deque.mutated)) |i| {
        n += 1;
        at = i + 1;
    }
    return int.fromI64(n);
}
fn index(self: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    return container.wordOf(indexOf(of(self), args[0..nargs]));
}
fn indexOf(d: *deque.Deque, args: []const Word) Raised!Word {
    const start: u64 = if (args.len > 1) try container.searchBound(args[1], @intCast(d.len)) else 0;
    const stop: u64 = if (args.len > 2) try container.searchBound(args[2], @intCast(d.len)) else d.len;
    if (try deque.find(d, args[0], start, @min(stop, d.len), .RuntimeError, deque.mutated)) |i| return int.fromU64(i);
    return container.fail(.ValueError, "{r} is not in deque", .{args[0]});
}
fn insert(self: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const d = of(self);
    const i = int.toSsize(args[0]) orelse return 0;
    if (d.maxlen >= 0 and d.len >= d.maxlen) return err.raise(.IndexError, "deque already at its maximum size", .{});
    const n: i64 = @intCast(d.len);
    const at = if (i < 0) @max(0, i +| n) else @min(i, n);
    deque.insertAt(d, @intCast(at), rc.retain(args[1]));
    return singletons.noneWord();
}
fn remove(self: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const d = of(self);
    const found = deque.find(d, args[0], 0, d.len, .IndexError, deque.mutated) catch return 0;
    const i = found orelse return err.raise(.ValueError, "{r} is not in deque", .{args[0]});
    rc.release(deque.removeAt(d, i));
    return singletons.noneWord();
}
fn reverse(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const d = of(self);
    for (0..@intCast(d.len / 2)) |i| std.mem.swap(Word, deque.place(d, i), deque.place(d, d.len - 1 - i));
    return singletons.noneWord();
}
fn rotate(self: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const d = of(self);
    const n = if (nargs == 0) 1 else int.toSsize(args[0]) orelse return 0;
    if (d.len < 2) return singletons.noneWord();
    const len: i64 = @intCast(d.len);
    var steps = @mod(n, len);
    if (steps == 0) return singletons.noneWord();
    if (d.len == d.cap) {
        // A full ring turns by moving its start.
        d.first = (d.first +% @as(u64, @intCast(len - steps))) & (d.cap - 1);
        d.state +%= 1;
    } else if (steps * 2 <= len) {
        while (steps > 0) : (steps -= 1) turn(d, true);
    } else {
        steps = len - steps;
        while (steps > 0) : (steps -= 1) turn(d, false);
    }
    return singletons.noneWord();
}
/// Moves one item from an end to the other, in the free room.
fn turn(d: *deque.Deque, right: bool) void {
    if (right) {
        const value = deque.popBack(d);
        d.first = (d.first -% 1) & (d.cap - 1);
        d.items[@intCast(d.first)] = value;
        d.len += 1;
    } else {
        const value = deque.popFront(d);
        deque.place(d, d.len).* = value;
        d.len += 1;
    }
}
fn maxlen(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const m = of(self).maxlen;
    return if (m < 0) singletons.noneWord() else int.fromI64(m);
}
fn sizeOf(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const d = of(self);
    const own = alloc.usableSize(object.header(self));
    return int.fromI64(@intCast(own + (if (d.cap > 0) alloc.usableSize(d.items) else 0)));
}
fn reduce(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const d = of(self);
    const args = if (d.maxlen < 0) tuple.empty() else tuple.fromOwned(&.{ tuple.empty(), int.fromI64(d.maxlen) });
    const state = instance.dictOf(self);
    return tuple.fromOwned(&.{
        object.word(types.typeOf(self)),
        args,
        if (state == 0) singletons.noneWord() else rc.retain(state),
        deque.iterate(self),
    });
}

pub const methods = .{
    .{ "append", append, 1, 1 },
    .{ "appendleft", appendleft, 1, 1 },
    .{ "clear", clear, 0, 0 },
    .{ "__copy__", copy, 0, 0 },
    .{ "copy", copy, 0, 0 },
    .{ "count", count, 1, 1 },
    .{ "extend", extend, 1, 1 },
    .{ "extendleft", extendleft, 1, 1 },
    .{ "index", index, 1, 3 },
    .{ "insert", insert, 2, 2 },
    .{ "pop", pop, 0, 0 },
    .{ "popleft", popleft, 0, 0 },
    .{ "__reduce__", reduce, 0, 0 },
    .{ "remove", remove, 1, 1 },
    .{ "__reversed__", deque.reversed, 0, 0 },
    .{ "reverse", reverse, 0, 0 },
    .{ "rotate", rotate, 0, 1 },
    .{ "__sizeof__", sizeOf, 0, 0 },
    .{ "maxlen", maxlen, 0, 0, .getset },
    native.class_getitem,
};
