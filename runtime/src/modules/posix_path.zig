//! `posix`: path arguments, and the names that the system gives back.
//!
//! Invariant: a `Path` that `take` filled has a text without NUL inside that ends with one, or a descriptor; `deinit` frees it.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const alloc = @import("../alloc.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const str = @import("../str.zig");
const sys = @import("../sys.zig");
const file = @import("../file.zig");
const call = @import("../call.zig");
const bytes_ = @import("../bytes.zig");
const bytes_like = @import("../bytes_like.zig");
const lookup = @import("../lookup.zig");
const names = @import("../names.zig");
const str_codec = @import("../str_codec.zig");
const exception = @import("../exception.zig");
const state = @import("../state.zig");
const singletons = @import("../singletons.zig");
const Word = object.Word;

pub const Accepts = packed struct { descriptor: bool = false, none: bool = false };

pub const Path = struct {
    text: [*:0]const u8 = ".",
    len: usize = 1,
    /// −1: there is a text.
    fd: i32 = -1,
    is_bytes: bool = false,
    /// What the caller gave, borrowed; 0: nothing.
    given: Word = 0,
    block: ?[*]u8 = null,

    /// False: raised. `w` is 0 where the argument is missing.
    pub fn take(self: *Path, function: []const u8, argument: []const u8, w: Word, accepts: Accepts) bool {
        self.* = .{ .given = w };
        if (w == 0 or (accepts.none and singletons.isNone(w))) {
            self.given = 0;
            return true;
        }
        if (str.isStr(w)) return self.set(function, argument, w);
        if (bytes_like.isBytes(w)) {
            self.is_bytes = true;
            return self.copy(function, argument, bytes_like.view(w).?);
        }
        if (accepts.descriptor and int.hasIndex(w)) {
            const v = int.toSsize(w) orelse return false;
            self.fd = std.math.cast(i32, v) orelse {
                _ = err.raise(.OverflowError, "fd is {s}", .{if (v > 0) @as([]const u8, "greater than maximum") else "less than minimum"});
                return false;
            };
            return true;
        }
        const converted = self.fromProtocol(function, argument, w, accepts);
        if (converted == 0) return false;
        defer rc.release(converted);
        if (str.isStr(converted)) return self.set(function, argument, converted);
        self.is_bytes = true;
        return self.copy(function, argument, bytes_like.view(converted).?);
    }

    fn fromProtocol(_: *Path, function: []const u8, argument: []const u8, w: Word, accepts: Accepts) Word {
        const method = if (object.isSmall(w)) 0 else lookup.special(w, .__fspath__);
        if (method == 0) {
            const kinds: []const u8 = if (accepts.descriptor and accepts.none)
                "string, bytes, os.PathLike, integer or None"
            else if (accepts.descriptor)
                "string, bytes, os.PathLike or integer"
            else if (accepts.none)
                "string, bytes, os.PathLike or None"
            else
                "string, bytes or os.PathLike";
            return err.raise(.TypeError, "{s}: {s} should be {s}, not {t}", .{ function, argument, kinds, w });
        }
        const result = call.special(w, method, &.{});
        if (result == 0 or str.isStr(result) or bytes_like.isBytes(result)) return result;
        defer rc.release(result);
        return err.raise(.TypeError, "expected {t}.__fspath__() to return str or bytes, not {t}", .{ w, result });
    }

    fn set(self: *Path, function: []const u8, argument: []const u8, w: Word) bool {
        const s = str.of(w).?;
        if (!file.hasSurrogate(s.slice())) return self.copy(function, argument, s.slice());
        const encoded = str_codec.encode(s, "utf-8", "surrogateescape");
        if (encoded == 0) return false;
        defer rc.release(encoded);
        return self.copy(function, argument, bytes_like.view(encoded).?);
    }
    fn copy(self: *Path, function: []const u8, argument: []const u8, bytes: []const u8) bool {
        if (std.mem.indexOfScalar(u8, bytes, 0) != null) {
            _ = err.raise(.ValueError, "{s}: embedded null character in {s}", .{ function, argument });
            return false;
        }
        const block = alloc.bytes(bytes.len + 1);
        @memcpy(block[0..bytes.len], bytes);
        block[bytes.len] = 0;
        self.block = block;
        self.text = @ptrCast(block);
        self.len = bytes.len;
        return true;
    }
    pub fn slice(self: *const Path) []const u8 {
        return self.text[0..self.len];
    }
    pub fn deinit(self: *Path) void {
        if (self.block) |b| alloc.free(b);
        self.block = null;
    }
    /// Raises the OSError of `errno` with the path as it was given. Returns 0.
    pub fn fail(self: *const Path) Word {
        return err.fromErrno(std.c._errno().*, self.given);
    }
    /// As `fail` for an operation on two paths.
    pub fn failPair(self: *const Path, other: *const Path) Word {
        _ = err.fromErrno(std.c._errno().*, self.given);
        const e = object.ptr(object.Exception, state.current().pending);
        exception.setField(e, exception.Field.filename2, rc.retainMaybe(other.given));
        return 0;
    }
    /// A name of the same kind as the path.
    pub fn name(self: *const Path, bytes: []const u8) Word {
        return if (self.is_bytes) bytes_.fromSlice(bytes) else sys.decodeArgument(bytes);
    }
};

/// `os.fspath(path)`.
pub fn fspath(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const w = args[0];
    if (str.isStr(w) or bytes_like.isBytes(w)) return rc.retain(w);
    const method = if (object.isSmall(w)) 0 else lookup.special(w, .__fspath__);
    if (method == 0) return err.raise(.TypeError, "expected str, bytes or os.PathLike object, not {t}", .{w});
    const result = call.special(w, method, &.{});
    if (result == 0 or str.isStr(result) or bytes_like.isBytes(result)) return result;
    defer rc.release(result);
    return err.raise(.TypeError, "expected {t}.__fspath__() to return str or bytes, not {t}", .{ w, result });
}

/// What a part of a path is taken from: str or bytes given or of a path-like object. Owned; 0 raised.
fn textOf(w: Word) Word {
    return fspath(0, &.{w}, 1, 0);
}

/// `posixpath.normpath`.
pub fn normpath(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const w = textOf(args[0]);
    if (w == 0) return 0;
    defer rc.release(w);
    const is_text = str.isStr(w);
    const path = if (is_text) str.slice(w) else bytes_like.view(w).?;
    var b: str.Builder = .{};
    defer b.deinit();
    // Two slashes at the start stay two, three or more are one.
    const slashes: usize = if (path.len == 0 or path[0] != '/') 0 else if (path.len > 1 and path[1] == '/' and (path.len == 2 or path[2] != '/')) 2 else 1;
    b.appendByteTimes('/', slashes);
    var it = std.mem.splitScalar(u8, path, '/');
    while (it.next()) |part| {
        if (part.len == 0 or std.mem.eql(u8, part, ".")) continue;
        if (std.mem.eql(u8, part, "..")) {
            const done = b.slice()[slashes..];
            const last = if (std.mem.lastIndexOfScalar(u8, done, '/')) |i| done[i + 1 ..] else done;
            if (last.len > 0 and !std.mem.eql(u8, last, "..")) {
                b.len -= last.len;
                if (b.len > slashes) b.len -= 1;
                continue;
            }
            if (last.len == 0 and slashes > 0) continue;
        }
        if (b.len > slashes) b.append("/");
        b.append(part);
    }
    if (b.len == 0) b.append(".");
    return if (is_text) b.finish() else bytes_.fromSlice(b.slice());
}

/// `posixpath.splitroot`.
pub fn splitroot(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const w = textOf(args[0]);
    if (w == 0) return 0;
    defer rc.release(w);
    const is_text = str.isStr(w);
    const path = if (is_text) str.slice(w) else bytes_like.view(w).?;
    const n: usize = if (path.len == 0 or path[0] != '/') 0 else if (path.len > 1 and path[1] == '/' and (path.len == 2 or path[2] != '/')) 2 else 1;
    const parts = [3][]const u8{ "", path[0..n], path[n..] };
    var words: [3]Word = undefined;
    for (&words, parts) |*to, part| to.* = if (is_text) str.fromSlice(part) else bytes_.fromSlice(part);
    return @import("../tuple.zig").fromOwned(&words);
}
