//! The three standard streams at the level of bytes: a write buffer for stdout, direct writes to stderr.
//!
//! Invariants: bytes for stdout leave in order; stderr output first flushes stdout, so that both interleave as written. Bytes
//! given to `sys.stdout.buffer` have a buffer of their own, which goes before text that was not flushed, as in CPython.
//! A failed write keeps the unwritten bytes, and the C error number is reported to the caller.
const std = @import("std");
const alloc = @import("alloc.zig");
const c = std.c;

pub const fatal = alloc.fatal;

const capacity = 1 << 13;
var buffer: [capacity]u8 = undefined;
var used: usize = 0;
var binary_buffer: [capacity]u8 = undefined;
var binary_used: usize = 0;
var mode: enum { unknown, full, line, closed } = .unknown;

fn decideMode() void {
    // CPython has no sys.stdout if the descriptor is closed at start.
    if (!isOpen(1)) {
        mode = .closed;
    } else mode = if (c.isatty(1) != 0) .line else .full;
}

/// Does the descriptor refer to anything?
pub fn isOpen(fd: c_int) bool {
    return c.fcntl(fd, c.F.GETFD) >= 0;
}

/// Is there no standard output?
pub fn isStdoutClosed() bool {
    if (mode == .unknown) decideMode();
    return mode == .closed;
}

/// Writes all bytes; a C error number or 0. Interrupted writes go on.
pub fn writeAll(fd: c_int, bytes: []const u8) i32 {
    var rest = bytes;
    while (rest.len > 0) {
        const n = c.write(fd, rest.ptr, rest.len);
        if (n < 0) {
            const number = c._errno().*;
            if (number == @intFromEnum(c.E.INTR)) continue;
            return number;
        }
        rest = rest[@intCast(n)..];
    }
    return 0;
}

/// Appends to stdout; a C error number or 0.
pub fn write(bytes: []const u8) i32 {
    if (mode == .unknown) decideMode();
    if (mode == .closed) return 0;
    if (bytes.len > capacity - used) {
        const failed = flush();
        if (failed != 0) {
            // As in CPython, what did not fit is lost; only an explicit flush keeps it.
            used = 0;
            return failed;
        }
        if (bytes.len >= capacity) return writeAll(1, bytes);
    }
    @memcpy(buffer[used..][0..bytes.len], bytes);
    used += bytes.len;
    if (mode == .line and std.mem.indexOfScalar(u8, bytes, '\n') != null) return flush();
    return 0;
}

/// Appends to what goes below the text of stdout; a C error number or 0.
pub fn writeBinary(bytes: []const u8) i32 {
    if (mode == .unknown) decideMode();
    if (mode == .closed) return 0;
    if (bytes.len > capacity - binary_used) {
        const failed = flushBinary();
        if (failed != 0) return failed;
        if (bytes.len >= capacity) return writeAll(1, bytes);
    }
    @memcpy(binary_buffer[binary_used..][0..bytes.len], bytes);
    binary_used += bytes.len;
    return 0;
}

/// Sends all that is buffered for stdout; a C error number or 0. On an error the buffer is kept.
pub fn flush() i32 {
    const failed = flushBinary();
    return if (failed != 0) failed else send(&buffer, &used);
}

/// Sends what went below the text; a C error number or 0.
pub fn flushBinary() i32 {
    return send(&binary_buffer, &binary_used);
}

fn send(bytes: *[capacity]u8, len: *usize) i32 {
    var sent: usize = 0;
    while (sent < len.*) {
        const n = c.write(1, bytes[sent..].ptr, len.* - sent);
        if (n < 0) {
            const number = c._errno().*;
            if (number == @intFromEnum(c.E.INTR)) continue;
            std.mem.copyForwards(u8, bytes[0 .. len.* - sent], bytes[sent..len.*]);
            len.* -= sent;
            return number;
        }
        sent += @intCast(n);
    }
    len.* = 0;
    return 0;
}

/// Throws away what is buffered for stdout (after a failed flush at exit).
pub fn discard() void {
    used = 0;
    binary_used = 0;
}

/// The last write to stderr failed: its text is lost, which the exit status tells.
pub var error_lost = false;

/// Writes to stderr at once; a C error number or 0. Without a standard error there is nothing to fail.
pub fn tryWriteError(bytes: []const u8) i32 {
    // A failure stays with stdout: its bytes are kept.
    _ = flush();
    const number = writeAll(2, bytes);
    if (number == @intFromEnum(c.E.BADF)) return 0;
    error_lost = number != 0;
    return number;
}

/// As `tryWriteError` where nobody can be told of a failure but by the exit status.
pub fn writeError(bytes: []const u8) void {
    _ = tryWriteError(bytes);
}

/// The contents of a file, or null if it cannot be read; free the pointer with `alloc.free`.
pub fn readWholeFile(path: [*]const u8) ?[]const u8 {
    const fd = c.open(@ptrCast(path), .{ .ACCMODE = .RDONLY, .CLOEXEC = true });
    if (fd < 0) return null;
    defer _ = c.close(fd);
    var bytes = alloc.tryBytes(1 << 14) orelse return null;
    var len: usize = 0;
    while (true) {
        if (len == alloc.usableSize(bytes)) {
            bytes = alloc.tryResize(bytes, len * 2) orelse {
                alloc.free(bytes);
                return null;
            };
        }
        const n = c.read(fd, bytes + len, alloc.usableSize(bytes) - len);
        if (n < 0 or n > 1 << 40) {
            alloc.free(bytes);
            return null;
        }
        if (n == 0) break;
        len += @intCast(n);
    }
    if (len == 0) {
        alloc.free(bytes);
        return null;
    }
    return bytes[0..len];
}
