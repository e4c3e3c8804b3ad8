//! The sort of keys that are numbers to the machine: by digits, from the lowest, without comparing.
//!
//! Invariants
//! - The order is that of `<` on the keys and equal keys keep their order; so the result is the merge sort's. Comparing such
//!   keys runs no Python code, so nobody can tell that it was not done.
//! - Keys and values are written back only once all memory that this needs is there.
const std = @import("std");
const object = @import("object.zig");
const alloc = @import("alloc.zig");
const Word = object.Word;

/// Fewer keys are merged as fast.
const least = 400;
const digit_bits = 11;
const digits = 1 << digit_bits;
const Digit = std.meta.Int(.unsigned, digit_bits);

pub const Kind = enum { small, float };

/// Sorts `keys`, all of this kind, moving `values` (if any) along. False if merging is better or there is no memory: nothing
/// has changed then.
pub fn sort(comptime kind: Kind, keys: []Word, values: ?[*]Word) bool {
    if (keys.len < least) return false;
    const varying = survey(kind, keys) orelse return false;
    const passes = std.mem.count(bool, &passesOf(varying), &.{true});
    // A merge costs about as much for each doubling as a pass for each digit.
    if (passes * 2 > std.math.log2_int(usize, keys.len)) return false;
    if (values == null and kind == .small) return byWords(keys, varying);
    return byPairs(kind, keys, values, varying);
}

/// The bits in which the keys differ; null: they are in order but for few places, which merging uses, or have none.
fn survey(comptime kind: Kind, keys: []const Word) ?u64 {
    const first = number(kind, keys[0]) orelse return null;
    var varying: u64 = 0;
    var last = first;
    var falls: usize = 0;
    var rises: usize = 0;
    for (keys[1..]) |k| {
        const n = number(kind, k) orelse return null;
        varying |= n ^ first;
        falls += @intFromBool(n < last);
        rises += @intFromBool(n > last);
        last = n;
    }
    return if (@min(falls, rises) < keys.len / 32) null else varying;
}

/// A number that is ordered, without a sign, as the key is; null: it has no order.
inline fn number(comptime kind: Kind, key: Word) ?u64 {
    const sign = @as(u64, 1) << 63;
    if (kind == .small) return key ^ sign;
    const value = object.ptr(object.Float, key).value;
    if (value != value) return null;
    // Zeros are equal.
    const bits: u64 = if (value == 0) 0 else @bitCast(value);
    return if (bits & sign != 0) ~bits else bits | sign;
}

fn passesOf(varying: u64) [(64 + digit_bits - 1) / digit_bits]bool {
    var passes: [(64 + digit_bits - 1) / digit_bits]bool = undefined;
    for (&passes, 0..) |*differs, i| differs.* = (varying >> @intCast(i * digit_bits)) & (digits - 1) != 0;
    return passes;
}

const Plain = struct {
    n: u64,
    inline fn key(self: Plain) Word {
        return self.n ^ (@as(u64, 1) << 63);
    }
};
const Pair = struct { n: u64, key: Word, value: Word };

fn byWords(keys: []Word, varying: u64) bool {
    const room = alloc.tryArray(Plain, 2 * keys.len) orelse return false;
    defer alloc.free(room);
    for (keys, room) |k, *item| item.* = .{ .n = number(.small, k).? };
    const sorted = pass(Plain, room[0..keys.len], room[keys.len .. 2 * keys.len], varying);
    for (keys, sorted) |*k, item| k.* = item.key();
    return true;
}

fn byPairs(comptime kind: Kind, keys: []Word, values: ?[*]Word, varying: u64) bool {
    const room = alloc.tryArray(Pair, 2 * keys.len) orelse return false;
    defer alloc.free(room);
    for (keys, room, 0..) |k, *item, i| {
        item.* = .{ .n = number(kind, k).?, .key = k, .value = if (values) |v| v[i] else 0 };
    }
    const sorted = pass(Pair, room[0..keys.len], room[keys.len .. 2 * keys.len], varying);
    for (keys, sorted) |*k, item| k.* = item.key;
    if (values) |v| for (v[0..keys.len], sorted) |*value, item| {
        value.* = item.value;
    };
    return true;
}

/// One pass for each digit in which the numbers differ; gives the half that holds the result.
fn pass(comptime Item: type, from_: []Item, to_: []Item, varying: u64) []Item {
    var from = from_;
    var to = to_;
    for (passesOf(varying), 0..) |differs, i| {
        if (!differs) continue;
        const shift: u6 = @intCast(i * digit_bits);
        var starts: [digits]usize = @splat(0);
        for (from) |item| starts[@as(Digit, @truncate(item.n >> shift))] += 1;
        var sum: usize = 0;
        for (&starts) |*start| {
            const count = start.*;
            start.* = sum;
            sum += count;
        }
        for (from) |item| {
            const start = &starts[@as(Digit, @truncate(item.n >> shift))];
            to[start.*] = item;
            start.* += 1;
        }
        std.mem.swap([]Item, &from, &to);
    }
    return from;
}

fn numbersOf(comptime n: usize, seed: u64, spread: u6) [n]Word {
    var rng = std.Random.DefaultPrng.init(seed);
    var keys: [n]Word = undefined;
    for (&keys) |*k| k.* = @as(u64, @bitCast(rng.random().int(i64) >> spread)) << 1 | 1;
    return keys;
}

test "small ints are sorted, equal ones keep their order" {
    for ([_]u6{ 40, 50, 57 }) |spread| {
        var keys = numbersOf(5000, spread, spread);
        const before = keys;
        var values: [5000]Word = undefined;
        for (&values, 0..) |*v, i| v.* = i;
        try std.testing.expect(sort(.small, &keys, &values));
        for (1..keys.len) |i| {
            const a: i64 = @bitCast(keys[i - 1]);
            const b: i64 = @bitCast(keys[i]);
            try std.testing.expect(a < b or a == b and values[i - 1] < values[i]);
        }
        for (keys, values) |k, v| try std.testing.expectEqual(before[v], k);
        var alone = before;
        try std.testing.expect(sort(.small, &alone, null));
        try std.testing.expectEqualSlices(Word, &keys, &alone);
    }
}

test "what is nearly in order is left to merging" {
    var keys: [1000]Word = undefined;
    for (&keys, 0..) |*k, i| k.* = i << 1 | 1;
    std.mem.swap(Word, &keys[10], &keys[20]);
    try std.testing.expect(!sort(.small, &keys, null));
}
