//! A map from words to numbers: open addressing, keyed by address.
//!
//! Invariant: keys are never 0; the probe run of every key that is present is unbroken from its home to where it stands.
const object = @import("object.zig");
const alloc = @import("alloc.zig");
const Word = object.Word;

const Entry = struct { key: Word, value: u64 };

pub const WordMap = struct {
    entries: [*]Entry = undefined,
    /// A power of two, or 0.
    size: usize = 0,
    len: usize = 0,

    inline fn home(self: *const WordMap, key: Word) usize {
        return @as(usize, @truncate((key >> 4) *% 0x9e3779b97f4a7c15 >> 20)) & (self.size - 1);
    }

    /// Where the key stands, or the free place where it would stand.
    fn find(self: *const WordMap, key: Word) *Entry {
        var i = self.home(key);
        while (self.entries[i].key != 0 and self.entries[i].key != key) i = (i + 1) & (self.size - 1);
        return &self.entries[i];
    }

    /// The number of a key, null if it has none. Valid until the map changes.
    pub fn get(self: *const WordMap, key: Word) ?*u64 {
        if (self.size == 0) return null;
        const entry = self.find(key);
        return if (entry.key == key) &entry.value else null;
    }

    /// Adds a key with a number; false if it was there (its number stays).
    pub fn add(self: *WordMap, key: Word, value: u64) bool {
        if ((self.len + 1) * 2 > self.size) self.grow();
        const entry = self.find(key);
        if (entry.key == key) return false;
        entry.* = .{ .key = key, .value = value };
        self.len += 1;
        return true;
    }

    /// Removes a key if it is there.
    pub fn remove(self: *WordMap, key: Word) void {
        if (self.size == 0) return;
        const mask = self.size - 1;
        var i = self.home(key);
        while (self.entries[i].key != key) : (i = (i + 1) & mask) {
            if (self.entries[i].key == 0) return;
        }
        self.len -= 1;
        // Close the gap: a later entry of the run moves up unless its home lies behind the gap.
        var j = i;
        while (true) {
            j = (j + 1) & mask;
            const other = self.entries[j];
            if (other.key == 0) break;
            if (((j -% self.home(other.key)) & mask) >= ((j -% i) & mask)) {
                self.entries[i] = other;
                i = j;
            }
        }
        self.entries[i].key = 0;
    }

    fn grow(self: *WordMap) void {
        const old = self.entries;
        const old_size = self.size;
        self.size = if (old_size == 0) 256 else old_size * 2;
        self.entries = alloc.array(Entry, self.size);
        for (self.entries[0..self.size]) |*e| e.key = 0;
        if (old_size == 0) return;
        for (old[0..old_size]) |e| {
            if (e.key != 0) self.find(e.key).* = e;
        }
        alloc.free(old);
    }

    pub fn deinit(self: *WordMap) void {
        if (self.size > 0) alloc.free(self.entries);
        self.* = .{};
    }
};

const std = @import("std");

test "a map keeps what was added and not removed" {
    var map: WordMap = .{};
    defer map.deinit();
    for (1..2000) |i| try std.testing.expect(map.add(i * 16, i));
    try std.testing.expect(!map.add(16, 7));
    for (1..2000) |i| if (i % 3 == 0) map.remove(i * 16);
    for (1..2000) |i| {
        const found = map.get(i * 16);
        if (i % 3 == 0) try std.testing.expect(found == null) else try std.testing.expectEqual(i, found.?.*);
    }
}
