//! Sorting of lists: a stable merge sort that finds runs (after timsort), with comparisons chosen by what is in the list.
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
const tuple = @import("tuple.zig");
const list = @import("list.zig");
const container = @import("container.zig");
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
    if (backwards) reverseBoth(keys, values, 0, keys.len);
    defer if (backwards) reverseBoth(keys, values, 0, keys.len);
    return switch (classify(keys)) {
        .small => Sorter(lessSmall).run(keys, values),
        .float => Sorter(lessFloat).run(keys, values),
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

/// The tag is the same on both sides, so the words are ordered as the values are.
fn lessSmall(a: Word, b: Word) Raised!bool {
    return @as(i64, @bitCast(a)) < @as(i64, @bitCast(b));
}
fn lessFloat(a: Word, b: Word) Raised!bool {
    return object.ptr(object.Float, a).value < object.ptr(object.Float, b).value;
}
/// UTF-8 bytes are ordered as code points are.
fn lessText(a: Word, b: Word) Raised!bool {
    const x = object.ptr(object.Str, a).slice();
    const y = object.ptr(object.Str, b).slice();
    return std.mem.order(u8, x, y) == .lt;
}
fn lessTuple(a: Word, b: Word) Raised!bool {
    const x = tuple.items(a);
    const y = tuple.items(b);
    const n = @min(x.len, y.len);
    for (x[0..n], y[0..n]) |p, q| {
        if (p == q) continue;
        if (object.isSmall(p) and object.isSmall(q)) return lessSmall(p, q);
        if (try container.equal(p, q)) continue;
        return lessAny(p, q);
    }
    return x.len < y.len;
}
fn lessAny(a: Word, b: Word) Raised!bool {
    const kind = kindOf(a);
    if (kind == kindOf(b)) switch (kind) {
        .small => return lessSmall(a, b),
        .float => return lessFloat(a, b),
        .text => return lessText(a, b),
        .tuple, .other => {},
    };
    const r = try container.check(ops.compare(a, b, .lt));
    if (r == singletons.trueWord()) return true;
    if (r == singletons.falseWord()) return false;
    defer rc.release(r);
    return container.checkTri(ops.truth(r));
}

fn reverseBoth(keys: []Word, values: ?[*]Word, from: usize, to: usize) void {
    std.mem.reverse(Word, keys[from..to]);
    if (values) |v| std.mem.reverse(Word, v[from..to]);
}

/// The sort for one way of comparing.
fn Sorter(comptime less: fn (Word, Word) Raised!bool) type {
    return struct {
        const Self = @This();
        const Run = struct { start: usize, len: usize };

        keys: []Word,
        values: ?[*]Word,
        /// Room for the shorter run of a merge: keys, then values.
        scratch: [*]Word,
        /// Runs not yet merged; each is longer than the two after it together, so few suffice.
        pending: [90]Run = undefined,
        pending_len: usize = 0,

        fn run(keys: []Word, values: ?[*]Word) Raised!void {
            var self: Self = .{ .keys = keys, .values = values, .scratch = undefined };
            const half = keys.len / 2 + 1;
            self.scratch = alloc.array(Word, if (values == null) half else half * 2);
            defer alloc.free(self.scratch);
            const min_run = minRun(keys.len);
            var at: usize = 0;
            while (at < keys.len) {
                var n = try self.countRun(at);
                if (n < min_run) {
                    const forced = @min(min_run, keys.len - at);
                    try self.insertionSort(at, at + forced, at + n);
                    n = forced;
                }
                self.pending[self.pending_len] = .{ .start = at, .len = n };
                self.pending_len += 1;
                try self.collapse();
                at += n;
            }
            while (self.pending_len > 1) {
                const n = self.pending_len;
                const third_smaller = n > 2 and self.pending[n - 3].len < self.pending[n - 1].len;
                try self.mergeAt(if (third_smaller) n - 3 else n - 2);
            }
        }

        /// So that the number of runs is a power of two or a little less.
        fn minRun(length: usize) usize {
            var n = length;
            var odd: usize = 0;
            while (n >= 64) {
                odd |= n & 1;
                n >>= 1;
            }
            return n + odd;
        }

        /// Length of the run that starts at `at`, after it has been made an ascending one: a falling run (equal keys
        /// may stand side by side in it) is reversed, each stretch of equal keys twice, so that these keep their order.
        fn countRun(self: *Self, at: usize) Raised!usize {
            const keys = self.keys[at..];
            var n: usize = 1;
            while (n < keys.len and !try less(keys[n], keys[n - 1])) n += 1;
            if (n == keys.len) return n;
            if (n > 1) {
                if (try less(keys[0], keys[n - 1])) return n;
                // All equal so far: the beginning of a falling run.
                reverseBoth(self.keys, self.values, at, at + n);
            }
            n += 1;
            // How many keys before the last one are known to equal it.
            var equal: usize = 0;
            while (n < keys.len) : (n += 1) {
                if (try less(keys[n], keys[n - 1])) {
                    if (equal > 0) reverseBoth(self.keys, self.values, at + n - equal - 1, at + n);
                    equal = 0;
                } else {
                    if (try less(keys[n - 1], keys[n])) break;
                    equal += 1;
                }
            }
            if (equal > 0) reverseBoth(self.keys, self.values, at + n - equal - 1, at + n);
            reverseBoth(self.keys, self.values, at, at + n);
            while (n < keys.len and !try less(keys[n], keys[n - 1])) n += 1;
            return n;
        }

        /// Sorts [from, to), of which [from, sorted) is a run.
        fn insertionSort(self: *Self, from: usize, to: usize, sorted: usize) Raised!void {
            const keys = self.keys;
            for (sorted..to) |i| {
                const key = keys[i];
                var low = from;
                var high = i;
                while (low < high) {
                    const middle = low + (high - low) / 2;
                    if (try less(key, keys[middle])) high = middle else low = middle + 1;
                }
                shiftUp(keys.ptr, low, i);
                if (self.values) |v| shiftUp(v, low, i);
            }
        }

        /// Moves word `last` to `first`, the others up by one.
        fn shiftUp(words: [*]Word, first: usize, last: usize) void {
            const w = words[last];
            @memmove(words[first + 1 .. last + 1], words[first..last]);
            words[first] = w;
        }

        fn collapse(self: *Self) Raised!void {
            while (self.pending_len > 1) {
                const n = self.pending_len;
                const p = &self.pending;
                if ((n > 2 and p[n - 3].len <= p[n - 2].len + p[n - 1].len) or
                    (n > 3 and p[n - 4].len <= p[n - 3].len + p[n - 2].len))
                {
                    try self.mergeAt(if (p[n - 3].len < p[n - 1].len) n - 3 else n - 2);
                } else if (p[n - 2].len <= p[n - 1].len) {
                    try self.mergeAt(n - 2);
                } else return;
            }
        }

        /// Merges runs i and i + 1.
        fn mergeAt(self: *Self, i: usize) Raised!void {
            const p = &self.pending;
            const a = p[i];
            const b = p[i + 1];
            p[i].len = a.len + b.len;
            if (i + 3 == self.pending_len) p[i + 1] = p[i + 2];
            self.pending_len -= 1;
            // What already stands right at both ends needs no merging.
            const start = try self.upperBound(a.start, b.start, self.keys[b.start]);
            if (start == b.start) return;
            const end = try self.lowerBound(b.start, b.start + b.len, self.keys[b.start - 1]);
            if (b.start - start <= end - b.start) {
                try self.mergeLow(start, b.start, end);
            } else {
                try self.mergeHigh(start, b.start, end);
            }
        }

        /// First position in the run [from, to) whose key is greater than `key`; looks near the beginning first.
        fn upperBound(self: *Self, from: usize, to: usize, key: Word) Raised!usize {
            var step: usize = 1;
            var low = from;
            var high = from;
            while (high < to and !try less(key, self.keys[high])) {
                low = high + 1;
                high += step;
                step *= 2;
            }
            high = @min(high, to);
            while (low < high) {
                const middle = low + (high - low) / 2;
                if (try less(key, self.keys[middle])) high = middle else low = middle + 1;
            }
            return low;
        }

        /// First position in the run [from, to) whose key is not less than `key`; looks near the end first.
        fn lowerBound(self: *Self, from: usize, to: usize, key: Word) Raised!usize {
            var step: usize = 1;
            var low = to;
            var high = to;
            while (low > from) {
                const probe = if (low - from < step) from else low - step;
                if (try less(self.keys[probe], key)) {
                    low = probe + 1;
                    break;
                }
                high = probe;
                low = probe;
                step *= 2;
            }
            while (low < high) {
                const middle = low + (high - low) / 2;
                if (try less(self.keys[middle], key)) low = middle + 1 else high = middle;
            }
            return low;
        }

        /// Merges [start, mid) and [mid, end), the first being the shorter, from the front.
        fn mergeLow(self: *Self, start: usize, mid: usize, end: usize) Raised!void {
            const keys = self.keys;
            const n = mid - start;
            @memcpy(self.scratch[0..n], keys[start..mid]);
            const saved_values = self.scratch + n;
            if (self.values) |v| @memcpy(saved_values[0..n], v[start..mid]);
            var i: usize = 0;
            var j = mid;
            var to = start;
            // However this ends, what is left of the first run fills exactly the gap.
            defer {
                @memcpy(keys[to .. to + (n - i)], self.scratch[i..n]);
                if (self.values) |v| @memcpy(v[to .. to + (n - i)], saved_values[i..n]);
            }
            while (i < n and j < end) {
                if (try less(keys[j], self.scratch[i])) {
                    keys[to] = keys[j];
                    if (self.values) |v| v[to] = v[j];
                    j += 1;
                } else {
                    keys[to] = self.scratch[i];
                    if (self.values) |v| v[to] = saved_values[i];
                    i += 1;
                }
                to += 1;
            }
        }

        /// Merges [start, mid) and [mid, end), the second being the shorter, from the back.
        fn mergeHigh(self: *Self, start: usize, mid: usize, end: usize) Raised!void {
            const keys = self.keys;
            const n = end - mid;
            @memcpy(self.scratch[0..n], keys[mid..end]);
            const saved_values = self.scratch + n;
            if (self.values) |v| @memcpy(saved_values[0..n], v[mid..end]);
            var i = mid;
            var j = n;
            var to = end;
            defer {
                @memcpy(keys[to - j .. to], self.scratch[0..j]);
                if (self.values) |v| @memcpy(v[to - j .. to], saved_values[0..j]);
            }
            while (j > 0 and i > start) {
                to -= 1;
                errdefer to += 1;
                if (try less(self.scratch[j - 1], keys[i - 1])) {
                    i -= 1;
                    keys[to] = keys[i];
                    if (self.values) |v| v[to] = v[i];
                } else {
                    j -= 1;
                    keys[to] = self.scratch[j];
                    if (self.values) |v| v[to] = saved_values[j];
                }
            }
        }
    };
}
