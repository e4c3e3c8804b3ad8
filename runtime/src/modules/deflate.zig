//! Deflate (RFC 1951): what has been given is turned into blocks when there is enough of it, and at each flush.
//!
//! What it decides: matches by hash chains with lazy evaluation, whose effort the level sets; for each block the cheapest of
//! stored, fixed and dynamic codes. The output is valid for every decoder, and not byte for byte what zlib makes.
//! Invariant: `buffer[0..start]` is history that has been coded, `buffer[start..]` is not; chains hold positions of the buffer.
const std = @import("std");
const str = @import("../str.zig");
const tables = @import("inflate.zig");
const length_base = tables.length_base;
const length_extra = tables.length_extra;
const distance_base = tables.distance_base;
const distance_extra = tables.distance_extra;
const code_length_order = tables.code_length_order;

const window_size = 32768;
const hash_size = 32768;
const min_match = 3;
const max_match = 258;
/// So much uncoded input makes blocks; the buffer never holds more than that, the window and one argument.
const enough = 128 * 1024;
const tokens_per_block = 32 * 1024;
const none: u32 = std.math.maxInt(u32);

pub const Flush = enum { none, partial, sync, full, finish };

/// Links looked at, and a length that is not improved upon, by level.
const Effort = struct { chain: u16, nice: u16, lazy: bool };
const efforts = [_]Effort{
    .{ .chain = 0, .nice = 0, .lazy = false },     .{ .chain = 4, .nice = 8, .lazy = false },
    .{ .chain = 6, .nice = 16, .lazy = false },    .{ .chain = 12, .nice = 32, .lazy = false },
    .{ .chain = 16, .nice = 16, .lazy = true },    .{ .chain = 32, .nice = 32, .lazy = true },
    .{ .chain = 128, .nice = 128, .lazy = true },  .{ .chain = 256, .nice = 128, .lazy = true },
    .{ .chain = 1024, .nice = 258, .lazy = true }, .{ .chain = 4096, .nice = 258, .lazy = true },
};

/// A literal (distance 0) or a match.
const Token = packed struct(u32) { distance: u16, length: u16 };

fn lengthSymbol(length: u16) usize {
    var i: usize = 28;
    while (length_base[i] > length) i -= 1;
    return i + 257;
}
fn distanceSymbol(distance: u16) usize {
    if (distance < 5) return distance - 1;
    const top: u4 = @intCast(15 - @clz(distance - 1));
    return @as(usize, top) * 2 + ((distance - 1) >> (top - 1) & 1);
}
fn fixedLength(symbol: usize) usize {
    return if (symbol < 144) 8 else if (symbol < 256) 9 else if (symbol < 280) 7 else 8;
}
fn used(lengths: []const u8) usize {
    var n = lengths.len;
    while (n > 0 and lengths[n - 1] == 0) n -= 1;
    return n;
}

/// A prefix code over `n` symbols, from their counts.
fn Code(comptime n: usize) type {
    return struct {
        counts: [n]u32 = @splat(0),
        lengths: [n]u8 = @splat(0),
        /// With the first bit lowest, as they are written.
        codes: [n]u16 = @splat(0),
        const Self = @This();

        fn rarer(counts: *const [n]u32, a: u16, b: u16) bool {
            return counts[a] < counts[b] or counts[a] == counts[b] and a < b;
        }
        fn build(self: *Self, longest: usize) void {
            var order: [n]u16 = undefined;
            var k: usize = 0;
            for (self.counts, 0..) |c, i| {
                if (c == 0) continue;
                order[k] = @intCast(i);
                k += 1;
            }
            if (k == 0) return;
            std.mem.sortUnstable(u16, order[0..k], &self.counts, rarer);
            var per_length: [64]u32 = @splat(0);
            if (k == 1) per_length[1] = 1 else depths(self, order[0..k], &per_length);
            // Codes that are too long are shortened, and shorter ones lengthened to make room.
            for (longest + 1..64) |l| per_length[longest] += per_length[l];
            var total: usize = 0;
            for (1..longest + 1) |l| total += @as(usize, per_length[l]) << @intCast(longest - l);
            while (k > 1 and total > @as(usize, 1) << @intCast(longest)) : (total -= 1) {
                per_length[longest] -= 1;
                var l = longest - 1;
                while (per_length[l] == 0) l -= 1;
                per_length[l] -= 1;
                per_length[l + 1] += 2;
            }
            var at = k;
            for (1..longest + 1) |l| for (0..per_length[l]) |_| {
                at -= 1;
                self.lengths[order[at]] = @intCast(l);
            };
            self.assign();
        }
        /// How many symbols have which depth in Huffman's tree; `order` is sorted by count, two symbols at least.
        fn depths(self: *const Self, order: []const u16, per_length: *[64]u32) void {
            const k = order.len;
            var weight: [n]u64 = undefined;
            var parent: [2 * n]u16 = undefined;
            var leaf: usize = 0;
            var inner: usize = 0;
            for (0..k - 1) |made| {
                weight[made] = 0;
                for (0..2) |_| {
                    if (leaf < k and (inner >= made or self.counts[order[leaf]] <= weight[inner])) {
                        weight[made] += self.counts[order[leaf]];
                        parent[n + leaf] = @intCast(made);
                        leaf += 1;
                    } else {
                        weight[made] += weight[inner];
                        parent[inner] = @intCast(made);
                        inner += 1;
                    }
                }
            }
            var depth: [n]u8 = undefined;
            depth[k - 2] = 0;
            var i = k - 2;
            while (i > 0) {
                i -= 1;
                depth[i] = depth[parent[i]] + 1;
            }
            for (0..k) |l| per_length[@min(63, depth[parent[n + l]] + 1)] += 1;
        }
        /// The canonical codes of the lengths.
        fn assign(self: *Self) void {
            var next: [17]u16 = @splat(0);
            var per_length: [17]u16 = @splat(0);
            for (self.lengths) |l| per_length[l] += 1;
            per_length[0] = 0;
            for (1..16) |l| next[l + 1] = (next[l] + per_length[l]) << 1;
            for (self.lengths, &self.codes) |l, *to| {
                if (l == 0) continue;
                to.* = @bitReverse(next[l]) >> @intCast(16 - l);
                next[l] += 1;
            }
        }
    };
}

/// An element of the lengths of codes as they are written: itself, or a run with the extra bits that count it.
const Run = struct { symbol: u8, extra: u6 = 0, value: u32 = 0 };
fn runsOf(lengths: []const u8, runs: []Run) usize {
    var made: usize = 0;
    var i: usize = 0;
    while (i < lengths.len) {
        const l = lengths[i];
        var n: usize = 1;
        while (i + n < lengths.len and lengths[i + n] == l) n += 1;
        if (l != 0) {
            runs[made] = .{ .symbol = l };
            made += 1;
            i += 1;
            n -= 1;
        }
        while (n >= 3) {
            const take = @min(n, @as(usize, if (l == 0) 138 else 6));
            runs[made] = if (l != 0)
                .{ .symbol = 16, .extra = 2, .value = @intCast(take - 3) }
            else if (take < 11)
                .{ .symbol = 17, .extra = 3, .value = @intCast(take - 3) }
            else
                .{ .symbol = 18, .extra = 7, .value = @intCast(take - 11) };
            made += 1;
            i += take;
            n -= take;
        }
        for (0..n) |_| {
            runs[made] = .{ .symbol = l };
            made += 1;
            i += 1;
        }
    }
    return made;
}

pub const Deflater = struct {
    level: u4,
    /// How far back a match may lie.
    window: u32,
    huffman_only: bool,
    fixed_only: bool,
    buffer: str.Builder = .{},
    start: usize = 0,
    out: str.Builder = .{},
    bits: u64 = 0,
    bit_count: u6 = 0,
    head: [hash_size]u32 = @splat(none),
    prev: [window_size]u32 = @splat(none),
    tokens: [tokens_per_block]Token = undefined,
    token_count: usize = 0,

    /// A copy that shares nothing with the original.
    pub fn clone(self: *const Deflater, to: *Deflater) void {
        to.* = self.*;
        to.buffer = .{};
        to.buffer.append(@constCast(&self.buffer).slice());
        to.out = .{};
        to.out.append(@constCast(&self.out).slice());
    }
    pub fn deinit(self: *Deflater) void {
        self.buffer.deinit();
        self.out.deinit();
    }

    pub fn setDictionary(self: *Deflater, dictionary: []const u8) void {
        self.buffer.append(dictionary[dictionary.len - @min(dictionary.len, window_size) ..]);
        self.start = self.buffer.slice().len;
        if (self.start >= min_match) for (0..self.start - min_match + 1) |i| self.insert(i);
    }

    pub fn write(self: *Deflater, data: []const u8) void {
        var rest = data;
        while (rest.len > 0) {
            const n = @min(rest.len, enough);
            self.buffer.append(rest[0..n]);
            rest = rest[n..];
            if (self.buffer.slice().len - self.start >= enough) {
                self.code(false);
                self.slide();
            }
        }
    }

    pub fn flush(self: *Deflater, mode: Flush) void {
        if (mode == .none) return;
        self.code(mode == .finish);
        switch (mode) {
            .none => {},
            .finish => self.align_(),
            .partial => {
                // An empty block of fixed codes.
                self.put(2, 3);
                self.put(0, 7);
            },
            .sync, .full => {
                self.storedHead(0, false);
                if (mode == .full) self.head = @splat(none);
            },
        }
        self.slide();
    }

    /// Drops history that no match can reach.
    fn slide(self: *Deflater) void {
        if (self.start < window_size * 2) return;
        const drop: u32 = @intCast(self.start - window_size);
        const s = self.buffer.slice();
        std.mem.copyForwards(u8, s[0 .. s.len - drop], s[drop..]);
        self.buffer.len = s.len - drop;
        self.start -= drop;
        for (&self.head) |*h| h.* = if (h.* == none or h.* < drop) none else h.* - drop;
        // Chains are addressed by position modulo the window.
        var moved: [window_size]u32 = undefined;
        for (0..window_size) |i| {
            const link = self.prev[(i + drop) % window_size];
            moved[i] = if (link == none or link < drop) none else link - drop;
        }
        self.prev = moved;
    }

    inline fn hashAt(s: []const u8, i: usize) usize {
        const v = @as(u32, s[i]) | @as(u32, s[i + 1]) << 8 | @as(u32, s[i + 2]) << 16;
        return (v *% 0x9E3779B1) >> 17;
    }
    inline fn insert(self: *Deflater, i: usize) void {
        const h = hashAt(self.buffer.slice(), i);
        self.prev[i % window_size] = self.head[h];
        self.head[h] = @intCast(i);
    }

    const Match = struct { length: usize = 0, distance: usize = 0 };
    fn longest(self: *Deflater, s: []const u8, i: usize, effort: Effort) Match {
        var best: Match = .{ .length = min_match - 1 };
        const limit = @min(max_match, s.len - i);
        if (limit < min_match) return .{};
        var at = self.head[hashAt(s, i)];
        var left = effort.chain;
        while (at != none and left > 0) : (left -= 1) {
            if (at >= i or i - at > self.window) break;
            if (s[at + best.length] == s[i + best.length]) {
                var n: usize = 0;
                while (n < limit and s[at + n] == s[i + n]) n += 1;
                if (n > best.length) {
                    best = .{ .length = n, .distance = i - at };
                    if (n >= effort.nice or n == limit) break;
                }
            }
            const next = self.prev[at % window_size];
            if (next == none or next >= at) break;
            at = next;
        }
        // A match of three far away costs more than three literals.
        if (best.length < min_match or best.length == 3 and best.distance > 4096) return .{};
        return best;
    }

    /// Codes all that stands in the buffer.
    fn code(self: *Deflater, last: bool) void {
        const s = self.buffer.slice();
        var block = self.start;
        var i = self.start;
        self.start = s.len;
        if (self.level == 0) return self.store(s[block..], last);
        const effort = efforts[self.level];
        var held: Match = .{};
        var closed = false;
        while (i < s.len) {
            var m: Match = .{};
            if (i + min_match <= s.len and !self.huffman_only) {
                if (held.length < effort.nice) m = self.longest(s, i, effort);
                self.insert(i);
            }
            if (held.length > 0 and m.length <= held.length) {
                // The match of the byte before is the one to take.
                i = self.take(s, i - 1, held);
                held = .{};
            } else {
                if (held.length > 0) self.token(.{ .distance = 0, .length = s[i - 1] });
                held = .{};
                if (m.length == 0) {
                    self.token(.{ .distance = 0, .length = s[i] });
                    i += 1;
                } else if (effort.lazy) {
                    held = m;
                    i += 1;
                } else i = self.take(s, i, m);
            }
            // A held match can be bettered at most as often as there are lengths.
            if (held.length == 0 and self.token_count >= tokens_per_block - max_match) {
                closed = last and i == s.len;
                self.endBlock(s[block..i], closed);
                block = i;
            }
        }
        if (block < s.len or last and !closed) self.endBlock(s[block..], last);
    }
    /// Takes the match at `i`; where coding goes on.
    fn take(self: *Deflater, s: []const u8, i: usize, m: Match) usize {
        self.token(.{ .distance = @intCast(m.distance), .length = @intCast(m.length) });
        // The first position, and with lazy evaluation the second, is in its chain already; twice is harmless.
        for (i + 1..i + m.length) |at| if (at + min_match <= s.len and self.head[hashAt(s, at)] != at) self.insert(at);
        return i + m.length;
    }

    fn token(self: *Deflater, t: Token) void {
        self.tokens[self.token_count] = t;
        self.token_count += 1;
    }

    // Bits

    fn put(self: *Deflater, value: u32, n: u6) void {
        self.bits |= @as(u64, value) << self.bit_count;
        self.bit_count += n;
        while (self.bit_count >= 8) {
            self.out.appendByte(@truncate(self.bits));
            self.bits >>= 8;
            self.bit_count -= 8;
        }
    }
    fn align_(self: *Deflater) void {
        if (self.bit_count > 0) self.put(0, 8 - self.bit_count);
    }
    fn storedHead(self: *Deflater, n: u16, last: bool) void {
        self.put(@intFromBool(last), 3);
        self.align_();
        self.put(n, 16);
        self.put(n ^ 0xffff, 16);
    }
    fn store(self: *Deflater, data: []const u8, last: bool) void {
        var rest = data;
        while (true) {
            const n = @min(rest.len, 65535);
            if (n == 0 and !last) return;
            self.storedHead(@intCast(n), last and n == rest.len);
            self.out.append(rest[0..n]);
            rest = rest[n..];
            if (rest.len == 0) return;
        }
    }

    // Blocks

    fn endBlock(self: *Deflater, data: []const u8, last: bool) void {
        defer self.token_count = 0;
        // The fixed code has two symbols more than can be used.
        var literals: Code(288) = .{};
        var distances: Code(30) = .{};
        literals.counts[256] = 1;
        for (self.tokens[0..self.token_count]) |t| {
            if (t.distance == 0) {
                literals.counts[t.length] += 1;
            } else {
                literals.counts[lengthSymbol(t.length)] += 1;
                distances.counts[distanceSymbol(t.distance)] += 1;
            }
        }
        literals.build(15);
        distances.build(15);
        var lengths: [286 + 30]u8 = undefined;
        const nl = @max(257, used(literals.lengths[0..286]));
        const nd = @max(1, used(&distances.lengths));
        @memcpy(lengths[0..nl], literals.lengths[0..nl]);
        @memcpy(lengths[nl..][0..nd], distances.lengths[0..nd]);
        var runs: [286 + 30]Run = undefined;
        const run_count = runsOf(lengths[0 .. nl + nd], &runs);
        var helper: Code(19) = .{};
        for (runs[0..run_count]) |r| helper.counts[r.symbol] += 1;
        helper.build(7);
        var nh: usize = 19;
        while (nh > 4 and helper.lengths[code_length_order[nh - 1]] == 0) nh -= 1;

        var dynamic_bits: usize = 3 + 14 + nh * 3;
        for (runs[0..run_count]) |r| dynamic_bits += helper.lengths[r.symbol] + @as(usize, r.extra);
        var fixed_bits: usize = 3;
        for (literals.counts[0..286], 0..) |n, i| {
            const extra: usize = if (i >= 257) length_extra[i - 257] else 0;
            dynamic_bits += n * (literals.lengths[i] + extra);
            fixed_bits += n * (fixedLength(i) + extra);
        }
        for (distances.counts, 0..) |n, i| {
            dynamic_bits += n * (distances.lengths[i] + @as(usize, distance_extra[i]));
            fixed_bits += n * (5 + @as(usize, distance_extra[i]));
        }
        const stored_bits = data.len * 8 + (data.len / 65535 + 1) * 35 + 7;
        if (stored_bits < @min(fixed_bits, dynamic_bits) and !self.fixed_only) return self.store(data, last);
        if (self.fixed_only or fixed_bits <= dynamic_bits) {
            self.put(@as(u32, @intFromBool(last)) | 1 << 1, 3);
            for (0..288) |i| literals.lengths[i] = @intCast(fixedLength(i));
            literals.assign();
            distances.lengths = @splat(5);
            distances.assign();
        } else {
            self.put(@as(u32, @intFromBool(last)) | 2 << 1, 3);
            self.put(@intCast(nl - 257), 5);
            self.put(@intCast(nd - 1), 5);
            self.put(@intCast(nh - 4), 4);
            for (code_length_order[0..nh]) |i| self.put(helper.lengths[i], 3);
            for (runs[0..run_count]) |r| {
                self.put(helper.codes[r.symbol], @intCast(helper.lengths[r.symbol]));
                if (r.extra > 0) self.put(r.value, r.extra);
            }
        }
        for (self.tokens[0..self.token_count]) |t| {
            if (t.distance == 0) {
                self.put(literals.codes[t.length], @intCast(literals.lengths[t.length]));
                continue;
            }
            const l = lengthSymbol(t.length);
            self.put(literals.codes[l], @intCast(literals.lengths[l]));
            self.put(t.length - length_base[l - 257], length_extra[l - 257]);
            const d = distanceSymbol(t.distance);
            self.put(distances.codes[d], @intCast(distances.lengths[d]));
            self.put(@intCast(t.distance - distance_base[d]), distance_extra[d]);
        }
        self.put(literals.codes[256], @intCast(literals.lengths[256]));
    }
};
