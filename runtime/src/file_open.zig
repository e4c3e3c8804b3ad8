//! `open()`: arguments, modes, descriptors.
//!
//! Invariant: everything that CPython refuses is refused with its message; what is not supported here raises
//! NotImplementedError.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const int = @import("int.zig");
const str = @import("str.zig");
const str_codec = @import("str_codec.zig");
const args_ = @import("args.zig");
const call = @import("call.zig");
const ops = @import("ops.zig");
const file = @import("file.zig");
const names = @import("names.zig");
const lookup = @import("lookup.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;
const c = std.c;

const Mode = struct {
    reading: bool = false,
    writing: bool = false,
    appending: bool = false,
    creating: bool = false,
    updating: bool = false,
    text: bool = false,
    binary: bool = false,
};

fn parseMode(mode: []const u8) ?Mode {
    var m: Mode = .{};
    for (mode, 0..) |ch, i| {
        const known = switch (ch) {
            'r' => &m.reading,
            'w' => &m.writing,
            'a' => &m.appending,
            'x' => &m.creating,
            '+' => &m.updating,
            't' => &m.text,
            'b' => &m.binary,
            else => null,
        };
        if (known == null or std.mem.indexOfScalar(u8, mode[0..i], ch) != null) {
            _ = err.raise(.ValueError, "invalid mode: '{s}'", .{mode});
            return null;
        }
        known.?.* = true;
    }
    if (m.text and m.binary) {
        _ = err.raise(.ValueError, "can't have text and binary mode at once", .{});
        return null;
    }
    const kinds = @as(u8, @intFromBool(m.reading)) + @intFromBool(m.writing) + @intFromBool(m.appending) + @intFromBool(m.creating);
    if (kinds > 1) {
        _ = err.raise(.ValueError, "must have exactly one of create/read/write/append mode", .{});
        return null;
    }
    if (kinds == 0) {
        _ = err.raise(.ValueError, "Must have exactly one of create/read/write/append mode and at most one plus", .{});
        return null;
    }
    return m;
}

/// The path as an owned str (from str, bytes or `__fspath__`), 0 raised.
pub fn pathOf(w: Word) Word {
    if (str.isStr(w)) return str.own(str.of(w).?);
    if (!object.isSmall(w) and types.typeOf(w).flags.bytes_subclass) {
        return str.fromSlice(object.ptr(object.Bytes, w).slice());
    }
    const f = if (object.isSmall(w)) 0 else lookup.special(w, .__fspath__);
    if (f == 0) return err.raise(.TypeError, "expected str, bytes or os.PathLike object, not {t}", .{w});
    const result = call.special(w, f, &.{});
    if (result == 0) return 0;
    defer rc.release(result);
    if (str.isStr(result)) return str.own(str.of(result).?);
    return err.raise(.TypeError, "expected {t}.__fspath__() to return str or bytes, not {t}", .{ w, result });
}

/// Opens through the program's own function; −1 raised.
fn openBy(opener: Word, name: Word, m: Mode) i32 {
    const flags = int.fromI64(@as(u32, @bitCast(flagsOf(m))));
    defer rc.release(flags);
    const result = call.call(opener, &.{ name, flags });
    if (result == 0) return -1;
    defer rc.release(result);
    if (!int.isInt(result)) return err.fail(.TypeError, "expected integer from opener", .{});
    const fd = int.toSsize(result) orelse return -1;
    if (fd < 0 or fd > std.math.maxInt(i32)) return err.fail(.ValueError, "opener returned {d}", .{fd});
    return @intCast(fd);
}
fn flagsOf(m: Mode) c.O {
    return .{
        .ACCMODE = if (m.updating) .RDWR else if (m.reading) .RDONLY else .WRONLY,
        .CREAT = !m.reading,
        .TRUNC = m.writing,
        .APPEND = m.appending,
        .EXCL = m.creating,
        .CLOEXEC = true,
    };
}

fn openPath(path: Word, name: Word, m: Mode) i32 {
    const bytes = str.slice(path);
    if (std.mem.indexOfScalar(u8, bytes, 0) != null) {
        _ = err.raise(.ValueError, "embedded null byte", .{});
        return -1;
    }
    const flags = flagsOf(m);
    const fd = c.open(@ptrCast(bytes.ptr), flags, @as(c.mode_t, 0o666));
    if (fd < 0) {
        _ = err.fromErrno(c._errno().*, name);
        return -1;
    }
    var probe: [1]u8 = undefined;
    if (m.reading and !m.updating and c.read(fd, &probe, 0) < 0 and c._errno().* == @intFromEnum(c.E.ISDIR)) {
        _ = c.close(fd);
        _ = err.fromErrno(@intFromEnum(c.E.ISDIR), name);
        return -1;
    }
    return fd;
}

const signature: args_.Signature = .{
    .name = "open",
    .params = &.{ "file", "mode", "buffering", "encoding", "errors", "newline", "closefd", "opener" },
    .positional = 8,
    .required = 1,
};

fn optionalStr(w: Word, name: []const u8) ?[]const u8 {
    if (w == 0 or singletons.isNone(w)) return "";
    if (str.isStr(w)) return str.slice(w);
    _ = err.raise(.TypeError, "open() argument '{s}' must be str or None, not {t}", .{ name, w });
    return null;
}

/// The builtin function `open`.
pub fn open(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = self;
    var given: [8]Word = undefined;
    if (!args_.bind(signature, args, nargs, kwnames, &given)) return 0;
    if (given[1] != 0 and !str.isStr(given[1])) {
        return err.raise(.TypeError, "open() argument 'mode' must be str, not {n}", .{given[1]});
    }
    const mode_text = if (given[1] == 0) "r" else str.slice(given[1]);
    const m = parseMode(mode_text) orelse return 0;
    var encoding = optionalStr(given[3], "encoding") orelse return 0;
    const errors = optionalStr(given[4], "errors") orelse return 0;
    const newline = optionalStr(given[5], "newline") orelse return 0;
    const has_newline = given[5] != 0 and !singletons.isNone(given[5]);
    if (m.binary) {
        if (encoding.len > 0) return err.raise(.ValueError, "binary mode doesn't take an encoding argument", .{});
        if (errors.len > 0) return err.raise(.ValueError, "binary mode doesn't take an errors argument", .{});
        if (has_newline) return err.raise(.ValueError, "binary mode doesn't take a newline argument", .{});
    }
    if (has_newline and newline.len > 0 and !std.mem.eql(u8, newline, "\n") and !std.mem.eql(u8, newline, "\r\n")) {
        if (!std.mem.eql(u8, newline, "\r")) return err.raise(.ValueError, "illegal newline value: {r}", .{given[5]});
        return err.raise(.NotImplementedError, "open() with newline='\\r'", .{});
    }
    var buffering: i64 = -1;
    if (given[2] != 0) {
        buffering = int.toSsize(given[2]) orelse return 0;
    }
    var recode = false;
    // The locale's is UTF-8 here.
    if (std.mem.eql(u8, encoding, "locale")) encoding = "";
    if (encoding.len > 0) {
        str_codec.useMore();
        const known = str_codec.find(encoding) orelse return 0;
        recode = known != .utf8;
    }
    var fd: i32 = undefined;
    var keep = false;
    if (int.isInt(given[0])) {
        fd = std.math.cast(i32, int.toI64(given[0]) orelse -1) orelse -1;
        if (fd < 0) return err.raise(.ValueError, "negative file descriptor", .{});
        if (given[6] != 0) {
            const t = ops.truth(given[6]);
            if (t < 0) return 0;
            keep = t == 0;
        }
        if (!@import("io.zig").isOpen(fd)) return err.fromErrno(@intFromEnum(c.E.BADF), 0);
    } else {
        const path = pathOf(given[0]);
        if (path == 0) return 0;
        defer rc.release(path);
        const opener = given[7] != 0 and !singletons.isNone(given[7]);
        fd = if (opener) openBy(given[7], given[0], m) else openPath(path, given[0], m);
        if (fd < 0) return 0;
    }
    // As in CPython the file has been opened, and made, by then.
    if (buffering == 0 and !m.binary) {
        if (!keep) _ = c.close(fd);
        return err.raise(.ValueError, "can't have unbuffered text I/O", .{});
    }
    const f = file.create(fd, .plain, .{
        .readable = m.reading or m.updating,
        .writable = !m.reading or m.updating,
        .binary = m.binary,
        .universal = !m.binary and !has_newline,
        .split_cr = has_newline and newline.len == 0,
        .write_crlf = std.mem.eql(u8, newline, "\r\n"),
        .unbuffered = buffering == 0,
        .line_buffered = !m.binary and (buffering == 1 or c.isatty(fd) != 0),
        .keep_fd = keep,
        .recode = recode,
    }, rc.retain(given[0]), str.fromSlice(mode_text), if (encoding.len > 0) str.intern(encoding) else str.intern("UTF-8"), str.intern(if (errors.len > 0) errors else "strict"));
    return object.word(f);
}

/// `FileIO(file, mode='r', closefd=True, opener=None)`.
pub fn openRaw(args: [*]const Word, nargs: usize, kwnames: Word) Word {
    const sig: args_.Signature = .{ .name = "FileIO", .params = &.{ "file", "mode", "closefd", "opener" }, .positional = 4, .required = 1 };
    var given: [4]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return 0;
    if (given[1] != 0 and !str.isStr(given[1])) return err.raise(.TypeError, "FileIO() argument 'mode' must be str, not {t}", .{given[1]});
    var mode: str.Builder = .{};
    defer mode.deinit();
    const shown = if (given[1] == 0) "r" else str.slice(given[1]);
    mode.append(shown);
    if (std.mem.indexOfScalar(u8, shown, 'b') == null) mode.append("b");
    const full = mode.finish();
    defer rc.release(full);
    const none = singletons.noneWord();
    const closefd = if (given[2] == 0) singletons.trueWord() else given[2];
    const opener = if (given[3] == 0) none else given[3];
    return open(0, &.{ given[0], full, int.fromI64(0), none, none, none, closefd, opener }, 8, 0);
}

pub const functions = .{.{ "open", open, 0, -1, .keywords }};
