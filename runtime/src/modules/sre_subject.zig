//! Regular expressions: the text that is searched, and the pieces cut from it.
//!
//! Invariant: `bytes` stays valid as long as the object `word` is held and nothing else runs; after a call of Python code
//! `refresh` finds it again (a bytearray may have moved).
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const str = @import("../str.zig");
const bytes_ = @import("../bytes.zig");
const bytes_like = @import("../bytes_like.zig");
const str_index = @import("../str_index.zig");
const Word = object.Word;

pub const Kind = enum(u32) { text, bytes, any };

pub const Subject = struct {
    /// Borrowed.
    word: Word,
    bytes: []const u8,
    is_text: bool,
    /// Characters are more than a byte.
    wide: bool,

    /// The text of a str or bytes-like object for a pattern of this kind; null: raised.
    pub fn of(w: Word, kind: Kind) ?Subject {
        if (str.of(w)) |s| {
            if (kind == .bytes) return mismatch("cannot use a bytes pattern on a string-like object");
            return .{ .word = w, .bytes = s.slice(), .is_text = true, .wide = !s.isAscii() };
        }
        const view = bytes_like.view(w) orelse {
            _ = err.raise(.TypeError, "expected string or bytes-like object, got '{t}'", .{w});
            return null;
        };
        if (kind == .text) return mismatch("cannot use a string pattern on a bytes-like object");
        return .{ .word = w, .bytes = view, .is_text = false, .wide = false };
    }
    fn mismatch(message: []const u8) ?Subject {
        _ = err.raiseText(.TypeError, message);
        return null;
    }

    /// Characters.
    pub fn len(self: *const Subject) usize {
        return if (self.is_text) @intCast(str.of(self.word).?.codepoints) else self.bytes.len;
    }
    /// Byte offset of a character.
    pub fn offset(self: *const Subject, at: usize) usize {
        return if (self.wide) str_index.offset(str.of(self.word).?, at) else at;
    }
    /// Number of the character at a byte offset.
    pub fn position(self: *const Subject, at: usize) usize {
        return if (self.wide) str_index.position(str.of(self.word).?, at) else at;
    }
    /// The piece between two byte offsets, owned.
    pub fn slice(self: *const Subject, from: usize, to: usize) Word {
        const stop = @min(to, self.bytes.len);
        const start = @min(from, stop);
        const whole = start == 0 and stop == self.bytes.len;
        if (self.is_text) {
            if (whole) return str.own(str.of(self.word).?);
            const piece = self.bytes[start..stop];
            return if (self.wide) str.fromSlice(piece) else str.fromAscii(piece);
        }
        if (whole and object.isExact(self.word, .bytes)) return rc.retain(self.word);
        return bytes_.fromSlice(self.bytes[start..stop]);
    }
    pub fn empty(self: *const Subject) Word {
        return if (self.is_text) str.empty() else bytes_.fromSlice("");
    }
    pub fn refresh(self: *Subject) void {
        if (!self.is_text) self.bytes = bytes_like.view(self.word).?;
    }
};
