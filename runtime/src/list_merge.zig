//! The sort of lists: a stable merge sort that finds runs and gallops, with the comparisons of CPython's in the same order,
//! so that keys without a consistent order (nan) and comparisons that raise or look end as they do there.
//!
//! Invariants
//! - Only `<` is asked, as `less(later, earlier)` where that decides, so equal elements keep their order.
//! - When a comparison is made or fails, `keys` and the scratch together hold each element exactly once: merging moves
//!   words and never drops one.
const std = @import("std");
const object = @import("object.zig");
const alloc = @import("alloc.zig");
const container = @import("container.zig");
const Word = object.Word;
const Raised = container.Raised;

pub fn reverseBoth(keys: []Word, values: ?[*]Word, from: usize, to: usize) void {
    std.mem.reverse(Word, keys[from..to]);
    if (values) |v| std.mem.reverse(Word, v[from..to]);
}

/// Wins in a row after which a run is searched in growing steps instead of element by element.
const first_gallop = 7;

/// The sort for one way of comparing.
/// `compare(a, b)` is 1 if a < b, 0 if not, −1 raised.
pub fn Sorter(comptime compare: anytype) type {
    return struct {
        const Self = @This();

        inline fn less(a: Word, b: Word) Raised!bool {
            const r = compare(a, b);
            return if (r < 0) error.Raised else r != 0;
        }

        /// `power` is the depth at which this run and the next one meet in the tree of merges.
        const Run = struct { start: usize, len: usize, power: u32 = 0 };

        keys: []Word,
        values: ?[*]Word,
        /// Room for the shorter run of a merge: keys, then values.
        scratch: [*]Word,
        /// Runs not yet merged; powers grow from the first to the last, so few suffice.
        pending: [90]Run = undefined,
        pending_len: usize = 0,
        min_gallop: usize = first_gallop,

        pub fn run(keys: []Word, values: ?[*]Word) Raised!void {
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
                try self.mergeBefore(n);
                self.pending[self.pending_len] = .{ .start = at, .len = n };
                self.pending_len += 1;
                at += n;
            }
            while (self.pending_len > 1) {
                const n = self.pending_len - 2;
                const shorter_before = n > 0 and self.pending[n - 1].len < self.pending[n + 1].len;
                try self.mergeAt(if (shorter_before) n - 1 else n);
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

        /// Merges what must be merged before a run of `length` elements is pushed.
        fn mergeBefore(self: *Self, length: usize) Raised!void {
            if (self.pending_len == 0) return;
            const last = &self.pending[self.pending_len - 1];
            const p = power(last.start, last.len, length, self.keys.len);
            while (self.pending_len > 1 and self.pending[self.pending_len - 2].power > p) try self.mergeAt(self.pending_len - 2);
            self.pending[self.pending_len - 1].power = p;
        }

        /// The first binary digit in which the middles of two neighbouring runs differ, as fractions of the whole list.
        fn power(start: usize, first: usize, second: usize, whole: usize) u32 {
            var a = 2 * start + first;
            var b = a + first + second;
            var digit: u32 = 1;
            while (true) : (digit += 1) {
                if (a >= whole) {
                    a -= whole;
                    b -= whole;
                } else if (b >= whole) return digit;
                a <<= 1;
                b <<= 1;
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
            const skipped = try gallopRight(self.keys[b.start], self.keys.ptr + a.start, a.len, 0);
            if (skipped == a.len) return;
            const start = a.start + skipped;
            const n = try gallopLeft(self.keys[b.start - 1], self.keys.ptr + b.start, b.len, b.len - 1);
            if (n == 0) return;
            if (a.len - skipped <= n) {
                try self.mergeLow(start, b.start, b.start + n);
            } else {
                try self.mergeHigh(start, b.start, b.start + n);
            }
        }

        /// The number of keys in a[0..n] less than `key`, searched from position `hint` outwards.
        fn gallopLeft(key: Word, a: [*]const Word, n: usize, hint: usize) Raised!usize {
            var low: usize = 0;
            var high: usize = n;
            var step: usize = 1;
            if (try less(a[hint], key)) {
                low = hint + 1;
                while (step < n - hint) : (step = 2 * step + 1) {
                    if (!try less(a[hint + step], key)) {
                        high = hint + step;
                        break;
                    }
                    low = hint + step + 1;
                }
            } else {
                high = hint;
                while (step <= hint) : (step = 2 * step + 1) {
                    if (try less(a[hint - step], key)) {
                        low = hint - step + 1;
                        break;
                    }
                    high = hint - step;
                }
            }
            while (low < high) {
                const middle = low + (high - low) / 2;
                if (try less(a[middle], key)) low = middle + 1 else high = middle;
            }
            return high;
        }

        /// The number of keys in a[0..n] not greater than `key`, searched from position `hint` outwards.
        fn gallopRight(key: Word, a: [*]const Word, n: usize, hint: usize) Raised!usize {
            var low: usize = 0;
            var high: usize = n;
            var step: usize = 1;
            if (try less(key, a[hint])) {
                high = hint;
                while (step <= hint) : (step = 2 * step + 1) {
                    if (!try less(key, a[hint - step])) {
                        low = hint - step + 1;
                        break;
                    }
                    high = hint - step;
                }
            } else {
                low = hint + 1;
                while (step < n - hint) : (step = 2 * step + 1) {
                    if (try less(key, a[hint + step])) {
                        high = hint + step;
                        break;
                    }
                    low = hint + step + 1;
                }
            }
            while (low < high) {
                const middle = low + (high - low) / 2;
                if (try less(key, a[middle])) high = middle else low = middle + 1;
            }
            return high;
        }

        /// A merge under way: one run in the list, the other (shorter) in the scratch, and the gap between them.
        const Lane = struct {
            keys: [*]Word,
            values: ?[*]Word,

            inline fn set(to: Lane, at: usize, from: Lane, i: usize) void {
                to.keys[at] = from.keys[i];
                if (to.values) |v| v[at] = from.values.?[i];
            }
            fn move(to: Lane, at: usize, from: Lane, i: usize, n: usize) void {
                @memmove(to.keys[at .. at + n], from.keys[i .. i + n]);
                if (to.values) |v| @memmove(v[at .. at + n], from.values.?[i .. i + n]);
            }
        };

        fn lanes(self: *Self, from: usize, n: usize) struct { Lane, Lane } {
            const list: Lane = .{ .keys = self.keys.ptr, .values = self.values };
            const kept: Lane = .{ .keys = self.scratch, .values = if (self.values == null) null else self.scratch + n };
            kept.move(0, list, from, n);
            return .{ list, kept };
        }

        /// Merges [start, mid) and [mid, end), the first being the shorter, from the front.
        fn mergeLow(self: *Self, start: usize, mid: usize, end: usize) Raised!void {
            const n = mid - start;
            const list, const kept = self.lanes(start, n);
            var i: usize = 0;
            var j = mid;
            var to = start;
            // However this ends, what is left of the first run fills exactly the gap.
            defer list.move(to, kept, i, n - i);
            list.set(to, list, j);
            to += 1;
            j += 1;
            if (j == end) return;
            if (n > 1) try self.mergeLowSteps(list, kept, &i, n, &j, end, &to);
            if (n - i == 1 and j < end) {
                // The last key of the first run comes after all others.
                list.move(to, list, j, end - j);
                to += end - j;
            }
        }

        fn mergeLowSteps(self: *Self, list: Lane, kept: Lane, i: *usize, n: usize, j: *usize, end: usize, to: *usize) Raised!void {
            var min_gallop = self.min_gallop;
            while (true) {
                var first_wins: usize = 0;
                var second_wins: usize = 0;
                while (true) {
                    if (try less(list.keys[j.*], kept.keys[i.*])) {
                        list.set(to.*, list, j.*);
                        to.* += 1;
                        j.* += 1;
                        second_wins += 1;
                        first_wins = 0;
                        if (j.* == end) return;
                        if (second_wins >= min_gallop) break;
                    } else {
                        list.set(to.*, kept, i.*);
                        to.* += 1;
                        i.* += 1;
                        first_wins += 1;
                        second_wins = 0;
                        if (n - i.* == 1) return;
                        if (first_wins >= min_gallop) break;
                    }
                }
                min_gallop += 1;
                while (true) {
                    if (min_gallop > 1) min_gallop -= 1;
                    self.min_gallop = min_gallop;
                    first_wins = try gallopRight(list.keys[j.*], kept.keys + i.*, n - i.*, 0);
                    list.move(to.*, kept, i.*, first_wins);
                    to.* += first_wins;
                    i.* += first_wins;
                    // Nothing may be left of the first run where comparisons contradict each other.
                    if (n - i.* <= 1 and first_wins > 0) return;
                    list.set(to.*, list, j.*);
                    to.* += 1;
                    j.* += 1;
                    if (j.* == end) return;
                    second_wins = try gallopLeft(kept.keys[i.*], list.keys + j.*, end - j.*, 0);
                    list.move(to.*, list, j.*, second_wins);
                    to.* += second_wins;
                    j.* += second_wins;
                    if (j.* == end) return;
                    list.set(to.*, kept, i.*);
                    to.* += 1;
                    i.* += 1;
                    if (n - i.* == 1) return;
                    if (first_wins < first_gallop and second_wins < first_gallop) break;
                }
                // Leaving costs, so that it is not entered again too soon.
                min_gallop += 1;
                self.min_gallop = min_gallop;
            }
        }

        /// Merges [start, mid) and [mid, end), the second being the shorter, from the back.
        fn mergeHigh(self: *Self, start: usize, mid: usize, end: usize) Raised!void {
            const list, const kept = self.lanes(mid, end - mid);
            // How many are left of both runs; the gap before `to` has room for what is left of the second.
            var i = mid;
            var j = end - mid;
            var to = end;
            defer list.move(to - j, kept, 0, j);
            to -= 1;
            i -= 1;
            list.set(to, list, i);
            if (i == start) return;
            if (j > 1) try self.mergeHighSteps(list, kept, start, &i, &j, &to);
            if (j == 1 and i > start) {
                // The first key of the second run comes before all others.
                const left = i - start;
                list.move(to - left, list, start, left);
                to -= left;
                i = start;
            }
        }

        fn mergeHighSteps(self: *Self, list: Lane, kept: Lane, start: usize, i: *usize, j: *usize, to: *usize) Raised!void {
            var min_gallop = self.min_gallop;
            while (true) {
                var first_wins: usize = 0;
                var second_wins: usize = 0;
                while (true) {
                    if (try less(kept.keys[j.* - 1], list.keys[i.* - 1])) {
                        to.* -= 1;
                        i.* -= 1;
                        list.set(to.*, list, i.*);
                        first_wins += 1;
                        second_wins = 0;
                        if (i.* == start) return;
                        if (first_wins >= min_gallop) break;
                    } else {
                        to.* -= 1;
                        j.* -= 1;
                        list.set(to.*, kept, j.*);
                        second_wins += 1;
                        first_wins = 0;
                        if (j.* == 1) return;
                        if (second_wins >= min_gallop) break;
                    }
                }
                min_gallop += 1;
                while (true) {
                    if (min_gallop > 1) min_gallop -= 1;
                    self.min_gallop = min_gallop;
                    const left = i.* - start;
                    first_wins = left - try gallopRight(kept.keys[j.* - 1], list.keys + start, left, left - 1);
                    to.* -= first_wins;
                    i.* -= first_wins;
                    list.move(to.*, list, i.*, first_wins);
                    if (i.* == start) return;
                    to.* -= 1;
                    j.* -= 1;
                    list.set(to.*, kept, j.*);
                    if (j.* == 1) return;
                    second_wins = j.* - try gallopLeft(list.keys[i.* - 1], kept.keys, j.*, j.* - 1);
                    to.* -= second_wins;
                    j.* -= second_wins;
                    list.move(to.*, kept, j.*, second_wins);
                    if (j.* <= 1 and second_wins > 0) return;
                    to.* -= 1;
                    i.* -= 1;
                    list.set(to.*, list, i.*);
                    if (i.* == start) return;
                    if (first_wins < first_gallop and second_wins < first_gallop) break;
                }
                min_gallop += 1;
                self.min_gallop = min_gallop;
            }
        }
    };
}
