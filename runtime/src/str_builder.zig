//! Builds a text piece by piece in the block that becomes the `Str`, so finishing copies nothing.
//!
//! Invariant: the block always has room for the NUL and the index word after `len` bytes.
const std = @import("std");
const object = @import("object.zig");
const alloc = @import("alloc.zig");
const str = @import("str.zig");
const Word = object.Word;
const Str = object.Str;

/// Room kept after the data: NUL, alignment, index word.
const slack = 24;

pub const Builder = struct {
    block: ?[*]u8 = null,
    len: usize = 0,
    cap: usize = 0,

    /// A builder with room for `n` bytes.
    pub fn init(n: usize) Builder {
        var b: Builder = .{};
        b.reserve(n);
        return b;
    }

    /// Makes room for `n` more bytes.
    pub inline fn reserve(self: *Builder, n: usize) void {
        if (self.cap - self.len < n) self.grow(n);
    }

    noinline fn grow(self: *Builder, n: usize) void {
        const want = @sizeOf(Str) + slack + @max(self.len + n, self.cap + self.cap / 2, 64);
        const block = if (self.block) |old| alloc.resize(old, want) else alloc.bytes(want);
        self.block = block;
        self.cap = alloc.usableSize(block) - @sizeOf(Str) - slack;
    }

    inline fn data(self: *Builder) [*]u8 {
        return self.block.? + @sizeOf(Str);
    }

    /// What has been appended so far; valid until the next change.
    pub fn slice(self: *Builder) []u8 {
        return if (self.block == null) &.{} else self.data()[0..self.len];
    }

    pub fn append(self: *Builder, s: []const u8) void {
        if (s.len == 0) return;
        self.reserve(s.len);
        @memcpy(self.data()[self.len .. self.len + s.len], s);
        self.len += s.len;
    }

    pub inline fn appendByte(self: *Builder, c: u8) void {
        self.reserve(1);
        self.data()[self.len] = c;
        self.len += 1;
    }

    pub fn appendByteTimes(self: *Builder, c: u8, n: usize) void {
        if (n == 0) return;
        self.reserve(n);
        @memset(self.data()[self.len .. self.len + n], c);
        self.len += n;
    }

    pub fn appendCodepoint(self: *Builder, c: u21) void {
        self.reserve(4);
        self.len += str.encodeCodepoint(c, self.data()[self.len .. self.len + 4]);
    }

    pub fn appendCodepointTimes(self: *Builder, c: u21, n: usize) void {
        if (c < 128) return self.appendByteTimes(@intCast(c), n);
        for (0..n) |_| self.appendCodepoint(c);
    }

    /// Appends the contents of a `str` word (borrowed).
    pub fn appendWord(self: *Builder, w: Word) void {
        self.append(str.slice(w));
    }

    /// Appends a decimal number.
    pub fn appendInt(self: *Builder, value: i64) void {
        var buf: [24]u8 = undefined;
        var i: usize = buf.len;
        var v: u64 = @abs(value);
        while (true) {
            i -= 1;
            buf[i] = '0' + @as(u8, @intCast(v % 10));
            v /= 10;
            if (v == 0) break;
        }
        if (value < 0) {
            i -= 1;
            buf[i] = '-';
        }
        self.append(buf[i..]);
    }

    /// The text (owned); the builder is empty afterwards.
    pub fn finish(self: *Builder) Word {
        const n = self.len;
        const block = self.block orelse return str.empty();
        defer self.* = .{};
        if (n <= 1 and (n == 0 or self.data()[0] < 128)) {
            const w = if (n == 0) str.empty() else str.asciiChar(self.data()[0]);
            alloc.free(block);
            return w;
        }
        const codepoints = str.countCodepoints(self.data()[0..n]);
        const s: *Str = @ptrCast(@alignCast(alloc.adoptObject(block, .str, @sizeOf(Str) + str.tailSize(n, n == codepoints))));
        str.seal(s, n, codepoints);
        return object.word(s);
    }

    /// Drops what has been built.
    pub fn deinit(self: *Builder) void {
        if (self.block) |b| alloc.free(b);
        self.* = .{};
    }
};
