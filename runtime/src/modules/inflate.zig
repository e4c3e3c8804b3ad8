//! Inflate (RFC 1951): a decoder that takes its input in pieces of any size and stops where the output is long enough.
//!
//! Invariant: a call to `run` ends between two symbols. What was read of the next one stays in the bit buffer if the input ended
//! there, else whole bytes are given back; the last 32 KiB of output stand in `window`.
const std = @import("std");
const alloc = @import("../alloc.zig");

pub const window_size = 32768;
const primary_bits = 10;

pub const length_base = [_]u16{ 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258 };
pub const length_extra = [_]u4{ 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0 };
pub const distance_base = [_]u16{
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577,
};
pub const distance_extra = [_]u4{ 0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13 };
pub const code_length_order = [_]u5{ 16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15 };

/// A prefix code: short codes by table, long ones by counting (canonical order).
fn Code(comptime symbols: usize) type {
    return struct {
        counts: [16]u16,
        sorted: [symbols]u16,
        /// By the next bits: symbol and length; length 0 where the code is longer or there is none.
        table: [1 << primary_bits]Entry,
        const Self = @This();
        const Entry = packed struct(u16) { length: u4, symbol: u12 };

        const Shape = enum { complete, incomplete, oversubscribed };

        fn build(self: *Self, lengths: []const u4) Shape {
            self.counts = @splat(0);
            for (lengths) |l| self.counts[l] += 1;
            self.counts[0] = 0;
            var left: i32 = 1;
            var offsets: [16]u16 = undefined;
            offsets[1] = 0;
            for (1..16) |l| {
                left = left * 2 - self.counts[l];
                if (left < 0) return .oversubscribed;
                if (l < 15) offsets[l + 1] = offsets[l] + self.counts[l];
            }
            for (lengths, 0..) |l, symbol| {
                if (l == 0) continue;
                self.sorted[offsets[l]] = @intCast(symbol);
                offsets[l] += 1;
            }
            self.table = @splat(.{ .length = 0, .symbol = 0 });
            var code: u32 = 0;
            var at: usize = 0;
            for (1..primary_bits + 1) |l| {
                code <<= 1;
                for (0..self.counts[l]) |_| {
                    const reversed = @bitReverse(code) >> @intCast(32 - l);
                    var slot: usize = reversed;
                    while (slot < self.table.len) : (slot += @as(usize, 1) << @intCast(l)) {
                        self.table[slot] = .{ .length = @intCast(l), .symbol = @intCast(self.sorted[at]) };
                    }
                    code += 1;
                    at += 1;
                }
            }
            return if (left == 0) .complete else .incomplete;
        }

        const Found = union(enum) { symbol: struct { symbol: u16, length: u6 }, short, invalid };
        inline fn decode(self: *const Self, bits: u64, have: u7) Found {
            const entry = self.table[@intCast(bits & ((1 << primary_bits) - 1))];
            if (entry.length != 0 and entry.length <= have) return .{ .symbol = .{ .symbol = entry.symbol, .length = entry.length } };
            return self.slow(bits, have);
        }
        fn slow(self: *const Self, bits: u64, have: u7) Found {
            var code: i32 = 0;
            var first: i32 = 0;
            var index: i32 = 0;
            var rest = bits;
            for (1..16) |l| {
                if (l > have) return .short;
                code |= @intCast(rest & 1);
                rest >>= 1;
                const count: i32 = self.counts[l];
                if (code - count < first) return .{ .symbol = .{ .symbol = self.sorted[@intCast(index + code - first)], .length = @intCast(l) } };
                index += count;
                first = (first + count) << 1;
                code <<= 1;
            }
            return .invalid;
        }
    };
}

const State = enum { block, stored_length, stored, code_lengths, symbols, done };

pub const Status = enum { more, full, done, invalid };

pub const Inflater = struct {
    bits: u64 = 0,
    available: u7 = 0,
    state: State = .block,
    last: bool = false,
    /// Bytes of a stored block, or of a match, that are still to be copied.
    left: u32 = 0,
    distance: u32 = 0,
    // The lengths of the codes of a dynamic block: how many, and how many are read.
    literal_count: u16 = 0,
    distance_count: u16 = 0,
    code_length_count: u16 = 0,
    read: u16 = 0,
    have_code_lengths: bool = false,
    lengths: [320]u4 = @splat(0),
    small: [19]u4 = @splat(0),
    helper: Code(19) = undefined,
    literals: Code(288) = undefined,
    distances: Code(32) = undefined,
    window: [window_size]u8 = undefined,
    window_len: usize = 0,
    reason: []const u8 = "",

    /// What a call works with: the input and a block that holds the window and then the output.
    const Pass = struct {
        in: []const u8,
        at: usize = 0,
        out: [*]u8,
        capacity: usize,
        len: usize,
        end: usize,

        fn room(self: *Pass, n: usize) void {
            if (self.capacity - self.len >= n) return;
            self.capacity = @max(self.capacity * 2, self.len + n);
            self.out = alloc.resize(self.out, self.capacity);
        }
    };

    pub const Output = struct {
        block: [*]u8,
        from: usize,
        len: usize,
        used: usize,
        status: Status,
        pub fn slice(self: Output) []const u8 {
            return self.block[self.from..self.len];
        }
        pub fn deinit(self: Output) void {
            alloc.free(self.block);
        }
    };

    /// Decodes until the input or the stream ends, or `limit` bytes have come out. The output is the caller's.
    pub fn run(self: *Inflater, in: []const u8, limit: usize) Output {
        const history = self.window_len;
        const capacity = history + @min(limit, @max(in.len * 3, 1024)) + 300;
        var pass: Pass = .{ .in = in, .out = alloc.bytes(capacity), .capacity = capacity, .len = history, .end = history +| limit };
        @memcpy(pass.out[0..history], self.window[0..history]);
        const status = self.decode(&pass);
        if (status != .more) {
            const whole = self.available / 8;
            pass.at -= whole;
            self.available -= whole * 8;
            self.bits &= (@as(u64, 1) << @intCast(self.available)) - 1;
        }
        const keep = @min(pass.len, window_size);
        @memcpy(self.window[0..keep], pass.out[pass.len - keep .. pass.len]);
        self.window_len = keep;
        return .{ .block = pass.out, .from = history, .len = pass.len, .used = pass.at, .status = status };
    }

    pub fn setDictionary(self: *Inflater, dictionary: []const u8) void {
        const keep = dictionary[dictionary.len - @min(dictionary.len, window_size) ..];
        @memcpy(self.window[0..keep.len], keep);
        self.window_len = keep.len;
    }

    inline fn refill(self: *Inflater, pass: *Pass) void {
        while (self.available <= 56 and pass.at < pass.in.len) {
            self.bits |= @as(u64, pass.in[pass.at]) << @intCast(self.available);
            self.available += 8;
            pass.at += 1;
        }
    }
    fn take(self: *Inflater, n: u6) u32 {
        const value: u32 = @intCast(self.bits & ((@as(u64, 1) << n) - 1));
        self.bits >>= n;
        self.available -= n;
        return value;
    }
    fn bad(self: *Inflater, reason: []const u8) Status {
        self.reason = reason;
        return .invalid;
    }

    fn decode(self: *Inflater, pass: *Pass) Status {
        while (true) {
            switch (self.state) {
                .done => return .done,
                .block => {
                    if (self.last) {
                        self.state = .done;
                        _ = self.take(@intCast(self.available % 8));
                        continue;
                    }
                    self.refill(pass);
                    if (self.available < 3) return .more;
                    // A dynamic block has 14 more bits of heading.
                    const kind = self.bits >> 1 & 3;
                    if (kind == 2 and self.available < 17) return .more;
                    self.last = self.take(1) == 1;
                    _ = self.take(2);
                    switch (kind) {
                        0 => {
                            _ = self.take(@intCast(self.available % 8));
                            self.state = .stored_length;
                        },
                        1 => self.fixed(),
                        2 => {
                            self.literal_count = @intCast(self.take(5) + 257);
                            self.distance_count = @intCast(self.take(5) + 1);
                            self.code_length_count = @intCast(self.take(4) + 4);
                            if (self.literal_count > 286 or self.distance_count > 30) return self.bad("too many length or distance symbols");
                            self.read = 0;
                            self.have_code_lengths = false;
                            self.state = .code_lengths;
                        },
                        else => return self.bad("invalid block type"),
                    }
                },
                .stored_length => {
                    self.refill(pass);
                    if (self.available < 32) return .more;
                    self.left = self.take(16);
                    if (self.take(16) != self.left ^ 0xffff) return self.bad("invalid stored block lengths");
                    self.state = .stored;
                },
                .stored => {
                    while (self.left > 0 and self.available >= 8) {
                        if (pass.len >= pass.end) return .full;
                        pass.room(1);
                        pass.out[pass.len] = @intCast(self.take(8));
                        pass.len += 1;
                        self.left -= 1;
                    }
                    const n: usize = @min(self.left, pass.in.len - pass.at, pass.end - pass.len);
                    pass.room(n);
                    @memcpy(pass.out[pass.len..][0..n], pass.in[pass.at..][0..n]);
                    pass.at += n;
                    pass.len += n;
                    self.left -= @intCast(n);
                    if (self.left > 0) return if (pass.len >= pass.end) .full else .more;
                    self.state = .block;
                },
                .code_lengths => if (self.readLengths(pass)) |status| return status,
                .symbols => if (self.readSymbols(pass)) |status| return status,
            }
        }
    }

    fn fixed(self: *Inflater) void {
        var lengths: [288]u4 = undefined;
        @memset(lengths[0..144], 8);
        @memset(lengths[144..256], 9);
        @memset(lengths[256..280], 7);
        @memset(lengths[280..288], 8);
        _ = self.literals.build(&lengths);
        _ = self.distances.build(&@as([30]u4, @splat(5)));
        self.state = .symbols;
    }

    /// Null: the codes are ready.
    fn readLengths(self: *Inflater, pass: *Pass) ?Status {
        if (!self.have_code_lengths) {
            if (self.read == 0) self.small = @splat(0);
            while (self.read < self.code_length_count) : (self.read += 1) {
                self.refill(pass);
                if (self.available < 3) return .more;
                self.small[code_length_order[self.read]] = @intCast(self.take(3));
            }
            if (self.helper.build(&self.small) != .complete) return self.bad("invalid code lengths set");
            self.have_code_lengths = true;
            self.read = 0;
        }
        const total = self.literal_count + self.distance_count;
        while (self.read < total) {
            self.refill(pass);
            const found = switch (self.helper.decode(self.bits, self.available)) {
                .symbol => |s| s,
                .short => return .more,
                .invalid => return self.bad("invalid bit length repeat"),
            };
            if (found.symbol < 16) {
                _ = self.take(found.length);
                self.lengths[self.read] = @intCast(found.symbol);
                self.read += 1;
                continue;
            }
            const extra: u6, const least: u32 = switch (found.symbol) {
                16 => .{ 2, 3 },
                17 => .{ 3, 3 },
                else => .{ 7, 11 },
            };
            if (self.available < found.length + extra) return .more;
            _ = self.take(found.length);
            const n = self.take(extra) + least;
            if (found.symbol == 16 and self.read == 0 or self.read + n > total) return self.bad("invalid bit length repeat");
            const value: u4 = if (found.symbol == 16) self.lengths[self.read - 1] else 0;
            @memset(self.lengths[self.read..][0..n], value);
            self.read += @intCast(n);
        }
        if (self.lengths[256] == 0) return self.bad("invalid code -- missing end-of-block");
        const literals = self.literals.build(self.lengths[0..self.literal_count]);
        // A code of one symbol may be incomplete.
        if (literals == .oversubscribed or literals == .incomplete and self.literals.counts[1] != count(self.lengths[0..self.literal_count])) {
            return self.bad("invalid literal/lengths set");
        }
        const distance_lengths = self.lengths[self.literal_count..total];
        const distances = self.distances.build(distance_lengths);
        if (distances == .oversubscribed or distances == .incomplete and self.distances.counts[1] != count(distance_lengths)) {
            return self.bad("invalid distances set");
        }
        self.state = .symbols;
        return null;
    }
    fn count(lengths: []const u4) u16 {
        var n: u16 = 0;
        for (lengths) |l| n += @intFromBool(l != 0);
        return n;
    }

    /// Null: the block has ended.
    fn readSymbols(self: *Inflater, pass: *Pass) ?Status {
        while (true) {
            if (self.left > 0) {
                const n = @min(self.left, pass.end - pass.len);
                if (n == 0) return .full;
                pass.room(n);
                const to = pass.out[pass.len..];
                const from = pass.out + (pass.len - self.distance);
                if (self.distance >= n) @memcpy(to[0..n], from[0..n]) else for (0..n) |i| {
                    to[i] = from[i];
                }
                pass.len += n;
                self.left -= @intCast(n);
                if (self.left > 0) return .full;
            }
            self.refill(pass);
            const found = switch (self.literals.decode(self.bits, self.available)) {
                .symbol => |s| s,
                .short => return .more,
                .invalid => return self.bad("invalid literal/length code"),
            };
            if (found.symbol < 256) {
                if (pass.len >= pass.end) return .full;
                _ = self.take(found.length);
                pass.room(1);
                pass.out[pass.len] = @intCast(found.symbol);
                pass.len += 1;
                continue;
            }
            if (found.symbol == 256) {
                _ = self.take(found.length);
                self.state = .block;
                return null;
            }
            if (found.symbol > 285) return self.bad("invalid literal/length code");
            const l = found.symbol - 257;
            // Length and distance with their extra bits have 48 bits at most: all of it or nothing is taken.
            const length_bits: u6 = found.length + length_extra[l];
            if (self.available < length_bits) return .more;
            const rest = self.bits >> length_bits;
            const distance = switch (self.distances.decode(rest, self.available - length_bits)) {
                .symbol => |s| s,
                .short => return .more,
                .invalid => return self.bad("invalid distance code"),
            };
            if (distance.symbol > 29) return self.bad("invalid distance code");
            const extra = distance_extra[distance.symbol];
            if (self.available < @as(u8, length_bits) + distance.length + extra) return .more;
            _ = self.take(found.length);
            self.left = length_base[l] + self.take(length_extra[l]);
            _ = self.take(distance.length);
            self.distance = distance_base[distance.symbol] + self.take(extra);
            if (self.distance > pass.len or self.distance > window_size) return self.bad("invalid distance too far back");
        }
    }
};
