//! Sorting of lists: keys, and the way of comparing chosen by what is in the list; `list_merge.zig` has the sort itself.
//!
//! Invariants
//! - While Python code may run the list is empty; its elements are in `keys`/`values`, which together always hold each
//!   element exactly once when a comparison is made or fails (merging moves words, never drops one).
//! - Only `<` is asked, as `later < earlier`, so equal elements keep their order.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const singletons = @import("singletons.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const call = @import("call.zig");
const ops = @import("ops.zig");
const search = @import("search.zig");
const tuple = @import("tuple.zig");
const list = @import("list.zig");
const container = @import("container.zig");
const merge = @import("list_merge.zig");
const radix = @import("list_radix.zig");
const Sorter = merge.Sorter;
const Word = object.Word;
const List = object.List;
const Raised = container.Raised;

/// Sorts in place. `key`: a callable, None or 0.
pub fn sort(w: Word, key: Word, backwards: bool) Raised!void {
    const l = list.of(w);
    const items = l.items;
    const n: usize = @intCast(l.len);
    const saved = l.cap_strategy;
    list.init(l);
    const result = sortItems(items[0..n], key, backwards);
    const modified = list.capacity(l) > 0 or l.len > 0;
    // What was put into the list meanwhile is dropped, after the elements are back.
    var intruders = l.*;
    l.items = items;
    l.len = n;
    l.cap_strategy = saved;
    if (modified) list.clearAll(&intruders);
    try result;
    if (modified) return container.fail(.ValueError, "list modified during sort", .{});
}

fn sortItems(items: []Word, key: Word, backwards: bool) Raised!void {
    if (key == 0 or singletons.isNone(key)) return sortKeys(items, null, backwards);
    const keys = alloc.array(Word, @max(1, items.len));
    var made: usize = 0;
    defer {
        for (keys[0..made]) |k| rc.release(k);
        alloc.free(keys);
    }
    for (items) |item| {
        keys[made] = try container.check(call.call(key, &.{item}));
        made += 1;
    }
    return sortKeys(keys[0..made], items.ptr, backwards);
}

/// Sorts `keys`, moving `values` (if any) along.
fn sortKeys(keys: []Word, values: ?[*]Word, backwards: bool) Raised!void {
    if (keys.len < 2) return;
    // Reversing before and after keeps equal elements in order.
    if (backwards) merge.reverseBoth(keys, values, 0, keys.len);
    defer if (backwards) merge.reverseBoth(keys, values, 0, keys.len);
    return switch (classify(keys)) {
        .small => if (!radix.sort(.small, keys, values)) return Sorter(lessSmall).run(keys, values),
        .float => if (!radix.sort(.float, keys, values)) return Sorter(lessFloat).run(keys, values),
        .text => Sorter(lessText).run(keys, values),
        .tuple => Sorter(lessTuple).run(keys, values),
        .other => Sorter(lessAny).run(keys, values),
    };
}

const Kind = enum { small, float, text, tuple, other };

fn classify(keys: []const Word) Kind {
    const kind = kindOf(keys[0]);
    for (keys[1..]) |k| {
        if (kindOf(k) != kind) return .other;
    }
    return kind;
}

inline fn kindOf(w: Word) Kind {
    if (object.isSmall(w)) return .small;
    return switch (object.header(w).shape) {
        @intFromEnum(object.ShapeId.float) => .float,
        @intFromEnum(object.ShapeId.str) => .text,
        @intFromEnum(object.ShapeId.tuple) => .tuple,
        else => .other,
    };
}

// Each `less` is 1, 0, or −1 raised: an error union would be returned through memory.

/// The tag is the same on both sides, so the words are ordered as the values are.
inline fn lessSmall(a: Word, b: Word) i32 {
    return @intFromBool(@as(i64, @bitCast(a)) < @as(i64, @bitCast(b)));
}
inline fn lessFloat(a: Word, b: Word) i32 {
    return @intFromBool(object.ptr(object.Float, a).value < object.ptr(object.Float, b).value);
}
/// UTF-8 bytes are ordered as code points are.
inline fn lessText(a: Word, b: Word) i32 {
    if (a == b) return 0;
    const p = head(object.ptr(object.Str, a));
    const q = head(object.ptr(object.Str, b));
    return if (p != q) @intFromBool(p < q) else lessLongText(a, b);
}

/// The first eight bytes as a number that orders as they do; a text takes at least eight with its padding.
inline fn head(s: *const object.Str) u64 {
    const n: u6 = @intCast(@min(s.bytes, 8));
    if (n == 0) return 0;
    const first = std.mem.readInt(u64, s.data()[0..8], .big);
    return first & (~@as(u64, 0) << @intCast(64 - 8 * @as(u7, n)));
}

noinline fn lessLongText(a: Word, b: Word) i32 {
    return @intFromBool(search.order(object.ptr(object.Str, a).slice(), object.ptr(object.Str, b).slice()) < 0);
}

fn lessTuple(a: Word, b: Word) i32 {
    const x = tuple.items(a);
    const y = tuple.items(b);
    const n = @min(x.len, y.len);
    for (x[0..n], y[0..n]) |p, q| {
        if (p == q) continue;
        if (object.isSmall(p) and object.isSmall(q)) return lessSmall(p, q);
        if (container.equal(p, q) catch return -1) continue;
        return lessAny(p, q);
    }
    return @intFromBool(x.len < y.len);
}

fn lessAny(a: Word, b: Word) i32 {
    const kind = kindOf(a);
    if (kind == kindOf(b)) switch (kind) {
        .small => return lessSmall(a, b),
        .float => return lessFloat(a, b),
        .text => return lessText(a, b),
        .tuple, .other => {},
    };
    const r = ops.compare(a, b, .lt);
    if (r == 0) return -1;
    if (r == singletons.trueWord()) return 1;
    if (r == singletons.falseWord()) return 0;
    defer rc.release(r);
    return ops.truth(r);
}
