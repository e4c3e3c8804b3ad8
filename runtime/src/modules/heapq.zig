//! `_heapq`: heaps in lists, with CPython's comparisons in CPython's order.
//!
//! Invariant: comparing may run Python code; if the list's length changed meanwhile the function raises.
const std = @import("std");
const object = @import("../object.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const ops = @import("../ops.zig");
const str = @import("../str.zig");
const list = @import("../list.zig");
const container = @import("../container.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const Word = object.Word;
const Raised = container.Raised;

pub const name = "_heapq";
pub const doc = "Heap queue algorithm (a.k.a. priority queue).";
pub const shadowable = true;
pub const uses = .{};

const Order = enum { min, max };

/// Does `a` belong nearer to the root than `b`?
fn before(heap: Word, a: Word, b: Word, comptime order: Order) Raised!bool {
    const x = if (order == .min) a else b;
    const y = if (order == .min) b else a;
    if (object.isSmall(x) and object.isSmall(y)) return object.smallValue(x) < object.smallValue(y);
    const n = list.len(heap);
    _ = rc.retain(x);
    defer rc.release(x);
    _ = rc.retain(y);
    defer rc.release(y);
    const r = try container.checkTri(ops.compareBool(x, y, .lt));
    if (list.len(heap) != n) return container.fail(.RuntimeError, "list changed size during iteration", .{});
    return r;
}
/// Item i, borrowed.
inline fn at(heap: Word, i: usize) Word {
    return list.items(heap)[i];
}
inline fn swap(heap: Word, i: usize, k: usize) void {
    std.mem.swap(Word, &list.items(heap)[i], &list.items(heap)[k]);
}

/// Moves the item at `from` up, not beyond `top`.
fn siftUp(heap: Word, top: usize, from: usize, comptime order: Order) Raised!void {
    var pos = from;
    while (pos > top) {
        const parent = (pos - 1) / 2;
        if (!try before(heap, at(heap, pos), at(heap, parent), order)) return;
        swap(heap, pos, parent);
        pos = parent;
    }
}
/// Moves the item at `start` down to a leaf along the smaller children, then up to its place.
fn siftDown(heap: Word, start: usize, comptime order: Order) Raised!void {
    const n = list.len(heap);
    var pos = start;
    while (pos < n / 2) {
        var child = 2 * pos + 1;
        if (child + 1 < n) {
            // CPython asks for the left child before the right one.
            if (!try before(heap, at(heap, child), at(heap, child + 1), order)) child += 1;
        }
        swap(heap, pos, child);
        pos = child;
    }
    try siftUp(heap, start, pos, order);
}

fn heapOf(w: Word, comptime shown: []const u8) Raised!Word {
    if (list.isList(w)) return w;
    return container.fail(.TypeError, shown ++ "() argument {s}must be list, not {t}", .{ if (takesOne(shown)) "" else "1 ", w });
}
fn takesOne(comptime shown: []const u8) bool {
    return std.mem.startsWith(u8, shown, "heapify") or std.mem.startsWith(u8, shown, "heappop") and shown.len < 9 or
        std.mem.startsWith(u8, shown, "_heapify") or std.mem.startsWith(u8, shown, "_heappop");
}

fn push(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const heap = heapOf(args[0], "heappush") catch return 0;
    list.append(heap, args[1]);
    return container.noneOf(siftUp(heap, 0, list.len(heap) - 1, .min));
}

fn Pop(comptime shown: []const u8, comptime order: Order) type {
    return struct {
        fn f(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            return container.wordOf(pop(args[0]));
        }
        fn pop(w: Word) Raised!Word {
            const heap = try heapOf(w, shown);
            const l = list.of(heap);
            if (l.len == 0) return container.fail(.IndexError, "index out of range", .{});
            const last = list.takeAt(l, @intCast(l.len - 1));
            if (l.len == 0) return last;
            const top = at(heap, 0);
            list.items(heap)[0] = last;
            siftDown(heap, 0, order) catch |e| {
                rc.release(top);
                return e;
            };
            return top;
        }
    };
}
fn Replace(comptime shown: []const u8, comptime order: Order) type {
    return struct {
        fn f(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            const heap = heapOf(args[0], shown) catch return 0;
            if (list.len(heap) == 0) return err.raise(.IndexError, "index out of range", .{});
            return replaceTop(heap, args[1], order);
        }
    };
}
fn replaceTop(heap: Word, item: Word, comptime order: Order) Word {
    const top = at(heap, 0);
    list.items(heap)[0] = rc.retain(item);
    siftDown(heap, 0, order) catch {
        rc.release(top);
        return 0;
    };
    return top;
}
fn pushPop(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const heap = heapOf(args[0], "heappushpop") catch return 0;
    if (list.len(heap) == 0) return rc.retain(args[1]);
    const top = rc.retain(at(heap, 0));
    defer rc.release(top);
    const smaller = container.checkTri(ops.compareBool(top, args[1], .lt)) catch return 0;
    if (!smaller) return rc.retain(args[1]);
    if (list.len(heap) == 0) return err.raise(.IndexError, "index out of range", .{});
    return replaceTop(heap, args[1], .min);
}
fn Heapify(comptime shown: []const u8, comptime order: Order) type {
    return struct {
        fn f(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            return container.noneOf(run(args[0]));
        }
        fn run(w: Word) Raised!void {
            const heap = try heapOf(w, shown);
            var i = list.len(heap) / 2;
            while (i > 0) {
                i -= 1;
                try siftDown(heap, i, order);
            }
        }
    };
}

pub fn setup(m: *native.Module) native.Raised!void {
    native.define(m, "__about__", str.fromSlice("Heaps in ordinary lists: heap[k] <= heap[2*k+1] and heap[k] <= heap[2*k+2] for all k, counting from zero.\n" ++
        "heap[0] is the smallest item."));
}
pub const functions = .{
    .{ "heappush", push, 2, 2 },
    .{ "heappushpop", pushPop, 2, 2 },
    .{ "heappop", Pop("heappop", .min).f, 1, 1 },
    .{ "heapreplace", Replace("heapreplace", .min).f, 2, 2 },
    .{ "heapify", Heapify("heapify", .min).f, 1, 1 },
    .{ "_heappop_max", Pop("_heappop_max", .max).f, 1, 1 },
    .{ "_heapify_max", Heapify("_heapify_max", .max).f, 1, 1 },
    .{ "_heapreplace_max", Replace("_heapreplace_max", .max).f, 2, 2 },
};
