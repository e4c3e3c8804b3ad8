//! Files: the object behind `open()` and the standard streams, its buffers and descriptors. Methods: `file_methods.zig`.
//!
//! Invariants
//! - `rbuf[rpos..rlen]` are bytes read but not consumed; in text mode they are UTF-8 with newlines already translated.
//! - `wbuf[0..wlen]` are bytes not yet written; files with such bytes are in the list `open_files` and flushed at exit.
//! - The standard streams have no write buffer of their own: they go through `io.zig`.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const io = @import("io.zig");
const search = @import("search.zig");
const str = @import("str.zig");
const str_codec = @import("str_codec.zig");
const text = @import("text.zig");
const call = @import("call.zig");
const stack = @import("stack.zig");
const tuple = @import("tuple.zig");
const finalize = @import("finalize.zig");
const Word = object.Word;
const c = std.c;

pub const Kind = enum(u32) { plain, stdin, stdout, stderr, _ };

pub const Flags = packed struct(u32) {
    readable: bool = false,
    writable: bool = false,
    binary: bool = false,
    closed: bool = false,
    /// Reading translates `\r\n` and `\r`.
    universal: bool = false,
    /// Lines end at `\r` and `\r\n` too, untranslated (newline='').
    split_cr: bool = false,
    line_buffered: bool = false,
    keep_fd: bool = false,
    /// The last byte read was `\r`.
    after_cr: bool = false,
    at_end: bool = false,
    /// Bytes on disk are not UTF-8; the whole file is decoded at the first read.
    recode: bool = false,
    /// newline='\r\n' for writing
    write_crlf: bool = false,
    /// Nothing is kept back: each write goes to the system, each read asks it once.
    unbuffered: bool = false,
    /// The buffer below was taken away (`detach`).
    detached: bool = false,
    _: u18 = 0,
};

pub const File = extern struct {
    h: object.Header,
    fd: i32,
    kind: Kind,
    flags: Flags,
    pad: u32,
    name: Word,
    mode: Word,
    encoding: Word,
    errors: Word,
    rbuf: ?[*]u8,
    rpos: usize,
    rlen: usize,
    wbuf: ?[*]u8,
    wlen: usize,
    next: ?*File,
    prev: ?*File,
    /// Text files: the binary file on the same descriptor (`buffer`), owned, or 0.
    view: Word,
    /// The stream below where that is no descriptor, owned, or 0.
    raw: Word,
};

/// What a file does with a stream that is no descriptor (`file_foreign.zig`). Set when the first such file is made, and exported, so
/// that nobody knows at compile time what it can be.
pub const Foreign = extern struct {
    read: *const fn (*File, [*]u8, usize) callconv(.c) isize,
    write: *const fn (*File, [*]const u8, usize) callconv(.c) bool,
    seek: *const fn (*File, i64, i32) callconv(.c) i64,
    close: *const fn (*File) callconv(.c) bool,
};
pub export var pyrt_foreign_stream: ?*const Foreign = null;

pub const read_size = 1 << 16;
const write_size = 1 << 13;

var open_files: ?*File = null;

/// A new file object for a descriptor; `name` and `mode` are consumed, encodings are immortal.
pub fn create(fd: i32, kind: Kind, flags: Flags, name: Word, mode: Word, encoding: Word, errors: Word) *File {
    const f = if (!flags.binary) alloc.object(File, .file, 0) else if (binaryClass(flags)) |class| alloc.object(File, class.shape, 0) else alloc.object(File, .binary_file, 0);
    init(f, fd, kind, flags, name, mode, encoding, errors);
    return f;
}
/// As `create`, for an object that is there.
pub fn init(f: *File, fd: i32, kind: Kind, flags: Flags, name: Word, mode: Word, encoding: Word, errors: Word) void {
    const h = f.h;
    pyrt_make_unsupported = makeUnsupported;
    f.* = .{
        .h = h,
        .fd = fd,
        .kind = kind,
        .flags = flags,
        .pad = 0,
        .name = name,
        .mode = mode,
        .encoding = encoding,
        .errors = errors,
        .rbuf = null,
        .rpos = 0,
        .rlen = 0,
        .wbuf = null,
        .wlen = 0,
        .next = null,
        .prev = null,
        .view = 0,
        .raw = 0,
    };
    if (kind == .plain) {
        f.next = open_files;
        if (open_files) |o| o.prev = f;
        open_files = f;
    }
}

/// The class of a binary file that is not just read through a buffer.
fn binaryClass(flags: Flags) ?*types.Type {
    const methods = @import("file_methods.zig");
    if (flags.unbuffered) return &methods.raw_file_type;
    if (!flags.writable) return null;
    return if (flags.readable) &methods.random_file_type else &methods.writer_file_type;
}

/// The binary file below a text file, borrowed; made when first asked for. It has a write buffer of its own: text that was not
/// flushed comes after what is written through it, as in CPython.
pub fn viewOf(f: *File) Word {
    if (f.view == 0) {
        _ = dropReadAhead(f);
        const flags: Flags = .{ .readable = f.flags.readable, .writable = f.flags.writable, .binary = true, .keep_fd = true };
        var mode: [8]u8 = undefined;
        var n: usize = 0;
        for (str.slice(f.mode)) |c_| {
            if (c_ == 't' or n + 2 > mode.len) continue;
            mode[n] = c_;
            n += 1;
        }
        mode[n] = 'b';
        f.view = object.word(create(f.fd, f.kind, flags, rc.retain(f.name), str.fromSlice(mode[0 .. n + 1]), f.encoding, f.errors));
    }
    return f.view;
}

/// Before the text file itself reads: what went through `buffer` comes first.
fn syncView(f: *File) bool {
    if (f.view == 0) return true;
    const below = object.ptr(File, f.view);
    return flush(below) and dropReadAhead(below);
}

fn unlink(f: *File) void {
    if (f.kind != .plain) return;
    if (f.prev) |p| p.next = f.next else if (open_files == f) open_files = f.next;
    if (f.next) |n| n.prev = f.prev;
    f.next = null;
    f.prev = null;
}

/// Flushes every open file at exit; false if one failed.
pub fn flushAll() bool {
    var ok = true;
    var at = open_files;
    while (at) |f| : (at = f.next) {
        const n = f.wlen;
        f.wlen = 0;
        if (n > 0 and !writeOut(f, f.wbuf.?[0..n])) {
            err.clear();
            ok = false;
        }
    }
    return ok;
}

pub fn dealloc(self: Word) callconv(.c) void {
    const f = object.ptr(File, self);
    if (!f.flags.closed and f.kind == .plain) {
        const pending = err.take();
        if (!close(f)) err.writeUnraisable(0);
        if (pending != 0) err.restore(pending);
    }
    unlink(f);
    rc.releaseMaybe(f.view);
    rc.releaseMaybe(f.raw);
    if (f.rbuf) |p| alloc.free(p);
    if (f.wbuf) |p| alloc.free(p);
    rc.releaseMaybe(f.name);
    rc.releaseMaybe(f.mode);
    alloc.free(f);
}

/// What a file owns. It is in no cycle, but the report of leaks follows its words.
pub fn traverse(self: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    const f = object.ptr(File, self);
    for ([_]Word{ f.view, f.raw, f.name, f.mode }) |w| if (w != 0) visit(w, context);
}

/// ValueError if the file is closed.
pub fn checkOpen(f: *File) bool {
    return checkOpenTo(f, "");
}

/// As `checkOpen`; `doing` is how buffered binary files name the operation ("read of", or nothing).
pub fn checkOpenTo(f: *File, doing: []const u8) bool {
    if (!f.flags.closed) return true;
    if (f.flags.detached) {
        _ = err.raise(.ValueError, "underlying buffer has been detached", .{});
    } else if (f.flags.unbuffered) {
        _ = err.raise(.ValueError, "I/O operation on closed file", .{});
    } else if (f.flags.binary and doing.len > 0) {
        _ = err.raise(.ValueError, "{s} closed file", .{doing});
    } else {
        _ = err.raise(.ValueError, "I/O operation on closed file.", .{});
    }
    return false;
}

var unsupported_class: Word = 0;
/// Set when the first file is made: without files, making a class is nothing that a program needs.
/// Exported, so that nobody knows at compile time what it can be.
export var pyrt_make_unsupported: ?*const fn () void = null;

/// `io.UnsupportedOperation`, made when first raised; borrowed, 0 raised.
pub fn unsupportedClass() Word {
    if (unsupported_class == 0) makeUnsupported();
    return unsupported_class;
}

fn makeUnsupported() void {
    const bases = tuple.fromOwned(&.{ object.word(err.typeOf(.OSError)), object.word(err.typeOf(.ValueError)) });
    defer rc.release(bases);
    const d = @import("dict.zig").new();
    defer rc.release(d);
    @import("dict.zig").setStr(d, str.intern("__module__"), str.intern("io"));
    const type_object = @import("type_object.zig");
    const arguments = [_]Word{ str.intern("UnsupportedOperation"), bases, d };
    unsupported_class = type_object.new(object.word(&type_object.type_type), &arguments, 3, 0);
    if (unsupported_class != 0) rc.immortalize(unsupported_class);
}

/// Raises io.UnsupportedOperation. Returns 0.
pub fn unsupported(message: []const u8) Word {
    if (unsupported_class == 0) pyrt_make_unsupported.?();
    const class = unsupported_class;
    if (class == 0) return 0;
    const w = str.fromSlice(message);
    defer rc.release(w);
    const e = call.call(class, &.{w});
    return if (e == 0) 0 else err.setPending(e);
}

pub fn checkReadable(f: *File, doing: []const u8) bool {
    if (!checkOpenTo(f, doing)) return false;
    if (f.flags.readable) return true;
    _ = unsupported(if (f.flags.binary) "read" else "not readable");
    return false;
}

pub fn checkWritable(f: *File, doing: []const u8) bool {
    if (!checkOpenTo(f, doing)) return false;
    if (f.flags.writable) return true;
    _ = unsupported(if (f.flags.binary) "write" else "not writable");
    return false;
}

/// Writes out the buffer; false: raised.
pub fn flush(f: *File) bool {
    if (f.view != 0 and f.kind != .stdout and !flush(object.ptr(File, f.view))) return false;
    const number = switch (f.kind) {
        .stdout => if (f.flags.binary) io.flushBinary() else io.flush(),
        .plain => blk: {
            if (f.wlen == 0) break :blk 0;
            const n = f.wlen;
            f.wlen = 0;
            return writeOut(f, f.wbuf.?[0..n]);
        },
        .stdin, .stderr, _ => 0,
    };
    if (number == 0) return true;
    _ = err.fromErrno(number, 0);
    return false;
}

/// Hands bytes to what is below; false: raised.
fn writeOut(f: *File, bytes: []const u8) bool {
    if (f.raw != 0) return pyrt_foreign_stream.?.write(f, bytes.ptr, bytes.len);
    const number = io.writeAll(f.fd, bytes);
    if (number == 0) return true;
    _ = err.fromErrno(number, 0);
    return false;
}

/// The system's `lseek`; −1 raised.
fn position(f: *File, offset: i64, whence: i32) i64 {
    if (f.raw != 0) return pyrt_foreign_stream.?.seek(f, offset, whence);
    const at = c.lseek(f.fd, offset, whence);
    if (at < 0) _ = err.fromErrno(c._errno().*, 0);
    return at;
}

/// Appends bytes; false: raised.
pub fn writeBytes(f: *File, bytes: []const u8) bool {
    switch (f.kind) {
        .stdout => {
            const number = if (f.flags.binary) io.writeBinary(bytes) else io.write(bytes);
            if (number == 0) return true;
            _ = err.fromErrno(number, 0);
            return false;
        },
        .stderr => {
            const number = io.tryWriteError(bytes);
            if (number == 0) return true;
            _ = err.fromErrno(number, 0);
            return false;
        },
        .stdin, .plain, _ => {},
    }
    if (!dropReadAhead(f) or (f.view != 0 and !dropReadAhead(object.ptr(File, f.view)))) return false;
    if (f.flags.unbuffered) return writeOut(f, bytes);
    if (f.wbuf == null) f.wbuf = alloc.bytes(write_size);
    if (bytes.len > write_size - f.wlen) {
        if (!flush(f)) return false;
        if (bytes.len >= write_size) return writeOut(f, bytes);
    }
    @memcpy(f.wbuf.?[f.wlen..][0..bytes.len], bytes);
    f.wlen += bytes.len;
    if (f.flags.line_buffered and std.mem.indexOfScalar(u8, bytes, '\n') != null) return flush(f);
    return true;
}

/// Writes a text in the file's encoding; false: raised.
pub fn writeText(f: *File, w: Word) bool {
    const s = str.of(w).?;
    const bytes = s.slice();
    if (f.flags.write_crlf and std.mem.indexOfScalar(u8, bytes, '\n') != null) {
        var translated = str.Builder.init(bytes.len + 16);
        for (bytes) |b| {
            if (b == '\n') translated.appendByte('\r');
            translated.appendByte(b);
        }
        const whole = translated.finish();
        defer rc.release(whole);
        return writeEncoded(f, str.of(whole).?);
    }
    return writeEncoded(f, s);
}
fn writeEncoded(f: *File, s: *object.Str) bool {
    const bytes = s.slice();
    if (s.isAscii() or (!f.flags.recode and !hasSurrogate(bytes))) return writeBytes(f, bytes);
    const encoded = str_codec.encode(s, str.slice(f.encoding), str.slice(f.errors));
    if (encoded == 0) return false;
    defer rc.release(encoded);
    return writeBytes(f, object.ptr(object.Bytes, encoded).slice());
}

/// Surrogates are three bytes ED A0..BF xx.
pub fn hasSurrogate(bytes: []const u8) bool {
    var at: usize = 0;
    while (std.mem.indexOfScalarPos(u8, bytes, at, 0xed)) |i| {
        if (i + 1 < bytes.len and bytes[i + 1] >= 0xa0) return true;
        at = i + 1;
    }
    return false;
}

/// A position for writing must be the one that the reader has seen.
fn dropReadAhead(f: *File) bool {
    const rest = f.rlen - f.rpos;
    const back = -@as(i64, @intCast(rest));
    if (rest > 0 and f.raw == 0) _ = c.lseek(f.fd, back, c.SEEK.CUR);
    if (rest > 0 and f.raw != 0 and position(f, back, c.SEEK.CUR) < 0) return false;
    f.rpos = 0;
    f.rlen = 0;
    f.flags.at_end = false;
    return true;
}

/// Closes; false: raised (the file is closed nevertheless).
pub fn close(f: *File) bool {
    if (f.flags.closed) return true;
    var flushed = flush(f);
    f.flags.closed = true;
    unlink(f);
    if (f.view != 0 and !close(object.ptr(File, f.view))) flushed = false;
    if (f.raw != 0) return closeBelow(f, flushed);
    if (f.kind == .plain and !f.flags.keep_fd) _ = c.close(f.fd);
    return flushed;
}

/// The stream below is closed though the flush failed; the first exception is the one that goes on.
fn closeBelow(f: *File, flushed: bool) bool {
    const first = if (flushed) 0 else err.take();
    const closed = pyrt_foreign_stream.?.close(f);
    if (first != 0) {
        err.clear();
        err.restore(first);
    }
    return flushed and closed;
}

/// Reads more bytes into the buffer; false: raised. At the end `at_end` is set.
pub fn fill(f: *File) bool {
    if (f.kind == .stdin) _ = io.flush();
    if (f.wlen > 0 and !flush(f)) return false;
    if (!syncView(f)) return false;
    if (f.flags.recode) return fillRecoded(f);
    if (f.rbuf == null) f.rbuf = alloc.bytes(read_size + 1);
    if (f.rpos > 0) {
        std.mem.copyForwards(u8, f.rbuf.?[0 .. f.rlen - f.rpos], f.rbuf.?[f.rpos..f.rlen]);
        f.rlen -= f.rpos;
        f.rpos = 0;
    }
    if (f.rlen + read_size > alloc.usableSize(f.rbuf.?)) {
        f.rbuf = alloc.tryResize(f.rbuf.?, (f.rlen + read_size) * 2) orelse {
            _ = err.noMemory();
            return false;
        };
    }
    const start = f.rlen;
    while (true) {
        const n = if (f.raw != 0) pyrt_foreign_stream.?.read(f, f.rbuf.? + start, read_size) else c.read(f.fd, f.rbuf.? + start, read_size);
        if (n < 0) {
            if (f.raw != 0) return false;
            const number = c._errno().*;
            if (number == @intFromEnum(c.E.INTR)) {
                if (stack.poll() < 0) return false;
                continue;
            }
            _ = err.fromErrno(number, 0);
            return false;
        }
        if (n == 0) {
            f.flags.at_end = true;
            return true;
        }
        f.rlen = start + @as(usize, @intCast(n));
        break;
    }
    if (f.flags.universal) translate(f, start);
    return true;
}

/// Turns `\r\n` and `\r` into `\n` in what was just read.
fn translate(f: *File, start: usize) void {
    const bytes = f.rbuf.?[start..f.rlen];
    if (!f.flags.after_cr and std.mem.indexOfScalar(u8, bytes, '\r') == null) return;
    var to: usize = 0;
    for (bytes) |b| {
        if (b == '\n' and f.flags.after_cr) {
            f.flags.after_cr = false;
            continue;
        }
        f.flags.after_cr = b == '\r';
        bytes[to] = if (b == '\r') '\n' else b;
        to += 1;
    }
    f.rlen = start + to;
}

/// Reads and decodes the whole rest of a file that is not UTF-8, behind what the buffer still holds.
fn fillRecoded(f: *File) bool {
    if (f.flags.at_end) return true;
    f.flags.recode = false;
    const universal = f.flags.universal;
    f.flags.universal = false;
    // `fill` moves what is left to the front.
    const kept = f.rlen - f.rpos;
    while (!f.flags.at_end) {
        if (!fill(f)) {
            f.flags.recode = true;
            f.flags.universal = universal;
            return false;
        }
    }
    f.flags.recode = true;
    f.flags.universal = universal;
    if (f.rlen == kept) return true;
    const decoded = str_codec.decode(f.rbuf.?[kept..f.rlen], str.slice(f.encoding), str.slice(f.errors), 0);
    if (decoded == 0) return false;
    defer rc.release(decoded);
    const bytes = str.slice(decoded);
    if (kept + bytes.len > alloc.usableSize(f.rbuf.?)) f.rbuf = alloc.resize(f.rbuf.?, kept + bytes.len);
    @memcpy(f.rbuf.?[kept..][0..bytes.len], bytes);
    f.rlen = kept + bytes.len;
    if (universal) translate(f, kept);
    return true;
}

/// The str or bytes of bytes of the buffer; 0 raised.
pub fn toWord(f: *File, bytes: []const u8) Word {
    if (f.flags.binary) return @import("bytes.zig").fromSlice(bytes);
    if (f.flags.recode) return str.fromSlice(bytes);
    if (str_codec.isValid(bytes)) return str.fromSlice(bytes);
    return str_codec.decode(bytes, str.slice(f.encoding), str.slice(f.errors), 0);
}

/// The next line with its end, at most `limit` bytes (text: characters are kept whole); empty at the end; 0 raised.
pub fn readLine(f: *File, limit: usize) Word {
    var searched: usize = 0;
    while (true) {
        const have = if (f.rbuf) |p| p[f.rpos..f.rlen] else &[_]u8{};
        const stop: ?usize = if (search.find(have, "\n", searched)) |i| i + 1 else null;
        const cr: ?usize = if (f.flags.split_cr) search.find(have, "\r", searched) else null;
        var end = stop;
        if (cr) |i| {
            if (stop == null or i + 1 < stop.?) {
                // A `\r` at the end of the buffer may be followed by `\n`.
                if (i + 1 < have.len or f.flags.at_end) end = if (i + 1 < have.len and have[i + 1] == '\n') i + 2 else i + 1;
            }
        }
        if (end == null and (f.flags.at_end or have.len >= limit)) end = have.len;
        if (end) |n| {
            var take = @min(n, limit);
            if (!f.flags.binary) {
                while (take > 0 and take < have.len and have[take] & 0xc0 == 0x80) take -= 1;
            }
            const line = toWord(f, have[0..take]);
            f.rpos += take;
            return line;
        }
        searched = if (f.flags.split_cr) 0 else have.len;
        if (!fill(f)) return 0;
    }
}

/// Everything up to the end; 0 raised.
pub fn readAll(f: *File) Word {
    f.flags.at_end = false;
    while (!f.flags.at_end) {
        if (!fill(f)) return 0;
    }
    const result = toWord(f, if (f.rbuf) |p| p[f.rpos..f.rlen] else "");
    f.rpos = f.rlen;
    return result;
}

/// `n` bytes or characters, fewer at the end; 0 raised.
pub fn readCount(f: *File, n: usize) Word {
    f.flags.at_end = false;
    if (f.flags.unbuffered and f.rlen == f.rpos) return readOnce(f, n);
    while (true) {
        const have = if (f.rbuf) |p| p[f.rpos..f.rlen] else &[_]u8{};
        const take: ?usize = if (f.flags.binary) (if (have.len >= n) n else null) else prefixOf(have, n);
        if (take orelse (if (f.flags.at_end) have.len else null)) |bytes| {
            const result = toWord(f, have[0..bytes]);
            f.rpos += bytes;
            return result;
        }
        if (!fill(f)) return 0;
    }
}

/// What one call to the system gives of `n` bytes.
fn readOnce(f: *File, n: usize) Word {
    const block = alloc.tryBytes(@max(1, @min(n, 0x7ffff000))) orelse return err.noMemory();
    defer alloc.free(block);
    while (true) {
        const got = c.read(f.fd, block, @min(n, 0x7ffff000));
        if (got >= 0) return @import("bytes.zig").fromSlice(block[0..@intCast(got)]);
        const number = c._errno().*;
        if (number == @intFromEnum(c.E.AGAIN)) return @import("singletons.zig").noneWord();
        if (number != @intFromEnum(c.E.INTR)) return err.fromErrno(number, 0);
        if (stack.poll() < 0) return 0;
    }
}

/// Bytes that can be read without asking the system; fills an empty buffer once. Null: raised.
pub fn available(f: *File) ?[]u8 {
    f.flags.at_end = false;
    if (f.rpos == f.rlen and !fill(f)) return null;
    return if (f.rbuf) |p| p[f.rpos..f.rlen] else &[_]u8{};
}

/// Bytes of the first `n` whole characters, or null if there are fewer.
fn prefixOf(bytes: []const u8, n: usize) ?usize {
    var at: usize = 0;
    for (0..n) |_| {
        if (at >= bytes.len) return null;
        at += str.sequenceLength(bytes[at]);
    }
    return if (at <= bytes.len) at else null;
}

/// Changes the position; the new one, or −1 raised.
pub fn seek(f: *File, offset: i64, whence: i32) i64 {
    if (!flush(f) or !dropReadAhead(f)) return -1;
    f.flags.after_cr = false;
    return position(f, offset, whence);
}

/// The position in bytes, −1 raised.
pub fn tell(f: *File) i64 {
    const at = position(f, 0, c.SEEK.CUR);
    if (at < 0) return -1;
    return at - @as(i64, @intCast(f.rlen - f.rpos)) + @as(i64, @intCast(f.wlen));
}
