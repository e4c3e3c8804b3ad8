//! A growing array of words, for the collectors.
//!
//! Invariant: `ptr` is valid exactly if `cap` is not 0. It owns no references.
const object = @import("object.zig");
const alloc = @import("alloc.zig");
const Word = object.Word;

pub const Words = struct {
    ptr: [*]Word = undefined,
    len: usize = 0,
    cap: usize = 0,

    pub fn push(self: *Words, w: Word) void {
        if (self.len == self.cap) {
            const cap = if (self.cap == 0) 256 else self.cap * 2;
            const bytes = cap * @sizeOf(Word);
            self.ptr = @ptrCast(@alignCast(if (self.cap == 0) alloc.bytes(bytes) else alloc.resize(self.ptr, bytes)));
            self.cap = cap;
        }
        self.ptr[self.len] = w;
        self.len += 1;
    }
    pub fn items(self: *const Words) []Word {
        return self.ptr[0..self.len];
    }
    pub fn pop(self: *Words) ?Word {
        if (self.len == 0) return null;
        self.len -= 1;
        return self.ptr[self.len];
    }
    pub fn deinit(self: *Words) void {
        if (self.cap > 0) alloc.free(self.ptr);
        self.* = .{};
    }
};
