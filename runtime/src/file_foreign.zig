//! Buffers and text over a stream that is no file of ours: `io.BufferedReader(raw)`, `io.TextIOWrapper(io.BytesIO())`. Where a file
//! asks the system, such a file calls the methods of its stream (`File.raw`).
//!
//! Invariant: reached through `file.pyrt_foreign_stream` alone, so that a program without such files has none of this.
const std = @import("std");
const object = @import("object.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const int = @import("int.zig");
const ops = @import("ops.zig");
const str = @import("str.zig");
const attr = @import("attr.zig");
const call = @import("call.zig");
const bytes_ = @import("bytes.zig");
const bytes_like = @import("bytes_like.zig");
const singletons = @import("singletons.zig");
const file = @import("file.zig");
const Word = object.Word;
const File = file.File;

/// What CPython's buffers hold.
const buffer_size = 8192;

pub const table: file.Foreign = .{ .read = read, .write = write, .seek = seek, .close = close };

fn method(f: *File, comptime name: []const u8, args: []const Word) Word {
    return call.method(f.raw, str.intern(name), args);
}

/// Reads once; how many bytes, −1 raised. What is not there yet counts as the end.
fn read(f: *File, into: [*]u8, room: usize) callconv(.c) isize {
    const n = @min(room, buffer_size);
    if (!f.flags.binary) {
        const data = method(f, "read1", &.{int.fromU64(n)});
        if (data == 0) return -1;
        defer rc.release(data);
        const given = bytes_like.view(data) orelse {
            _ = err.raise(.TypeError, "underlying read1() should have returned a bytes-like object, not '{t}'", .{data});
            return -1;
        };
        if (given.len > room) {
            _ = err.raise(.ValueError, "underlying read1() returned more bytes than requested", .{});
            return -1;
        }
        @memcpy(into[0..given.len], given);
        return @intCast(given.len);
    }
    const space = call.call(object.word(&@import("bytearray.zig").bytearray_type), &.{int.fromU64(n)});
    if (space == 0) return -1;
    defer rc.release(space);
    const got = method(f, "readinto", &.{space});
    if (got == 0) return -1;
    defer rc.release(got);
    if (singletons.isNone(got)) return 0;
    const count = int.toSsize(got) orelse return -1;
    if (count < 0 or count > n) {
        _ = err.raise(.OSError, "raw readinto() returned invalid length {d} (should have been between 0 and {d})", .{ count, n });
        return -1;
    }
    @memcpy(into[0..@intCast(count)], bytes_like.view(space).?[0..@intCast(count)]);
    return @intCast(count);
}

/// Writes all of it; false: raised.
fn write(f: *File, from: [*]const u8, n: usize) callconv(.c) bool {
    var rest = from[0..n];
    while (rest.len > 0) {
        const data = bytes_.fromSlice(rest);
        defer rc.release(data);
        const done = method(f, "write", &.{data});
        if (done == 0) return false;
        defer rc.release(done);
        // A buffer below takes all; a raw stream says how much it took.
        if (!f.flags.binary) return true;
        if (singletons.isNone(done)) {
            _ = err.raise(.BlockingIOError, "write could not complete without blocking", .{});
            return false;
        }
        const count = int.toSsize(done) orelse return false;
        if (count < 0 or count > rest.len) {
            _ = err.raise(.OSError, "raw write() returned invalid length {d} (should have been between 0 and {d})", .{ count, rest.len });
            return false;
        }
        rest = rest[@intCast(count)..];
    }
    return true;
}

/// The new position, −1 raised.
fn seek(f: *File, offset: i64, whence: i32) callconv(.c) i64 {
    const at = if (whence == 1 and offset == 0) method(f, "tell", &.{}) else method(f, "seek", &.{ int.fromI64(offset), int.fromI64(whence) });
    if (at == 0) return -1;
    defer rc.release(at);
    return int.toSsize(at) orelse -1;
}

fn close(f: *File) callconv(.c) bool {
    const done = method(f, "close", &.{});
    rc.releaseMaybe(done);
    return done != 0;
}

/// Calls a method without arguments of the stream below, owned.
pub fn ask(f: *File, comptime name: []const u8) Word {
    return method(f, name, &.{});
}
/// An attribute of the stream below, owned.
pub fn attribute(f: *File, comptime name: []const u8) Word {
    return attr.get(f.raw, str.intern(name));
}
/// Does the stream below say yes? Null: raised.
pub fn says(f: *File, comptime name: []const u8) ?bool {
    const answer = ask(f, name);
    if (answer == 0) return null;
    defer rc.release(answer);
    const truth = ops.truth(answer);
    return if (truth < 0) null else truth == 1;
}
