//! `posix`: calls on descriptors and paths.
//!
//! Invariant: a call that a signal interrupted is repeated, unless the signal's handler raised.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const alloc = @import("../alloc.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const io = @import("../io.zig");
const int = @import("../int.zig");
const ops = @import("../ops.zig");
const str = @import("../str.zig");
const sys = @import("../sys.zig");
const float = @import("../float.zig");
const stack = @import("../stack.zig");
const tuple = @import("../tuple.zig");
const args_ = @import("../args.zig");
const bytes_ = @import("../bytes.zig");
const bytes_like = @import("../bytes_like.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const stat_ = @import("posix_stat.zig");
const struct_sequence = @import("struct_sequence.zig");
const Path = @import("posix_path.zig").Path;
const Word = object.Word;
const linux = std.os.linux;
const c = std.c;

fn failed() Word {
    return err.fromErrno(c._errno().*, 0);
}
/// None, or the error that `errno` tells.
fn done(status: c_int) Word {
    return if (status < 0) failed() else native.none();
}
/// A C int argument; null: raised.
pub fn cInt(w: Word) ?c_int {
    if (!int.hasIndex(w)) {
        if (float.isFloat(w)) {
            _ = err.raise(.TypeError, "'float' object cannot be interpreted as an integer", .{});
        } else _ = err.raise(.TypeError, "'{t}' object cannot be interpreted as an integer", .{w});
        return null;
    }
    const v = int.toSsize(w) orelse return null;
    return std.math.cast(c_int, v) orelse {
        _ = err.raise(.OverflowError, "signed integer is {s}", .{if (v > 0) @as([]const u8, "greater than maximum") else "less than minimum"});
        return null;
    };
}
/// A descriptor: an int or something with `fileno()`; null: raised.
fn descriptor(w: Word) ?c_int {
    if (int.hasIndex(w)) return cInt(w);
    const method = @import("../attr.zig").getOptional(w, "fileno");
    if (method == 0) {
        if (!err.pending()) _ = err.raise(.TypeError, "argument must be an int, or have a fileno() method.", .{});
        return null;
    }
    defer rc.release(method);
    const v = @import("../call.zig").call(method, &.{});
    if (v == 0) return null;
    defer rc.release(v);
    return cInt(v);
}
fn modeOf(v: c_int) c.mode_t {
    return @as(c_uint, @bitCast(v));
}
/// Was the call interrupted, to be repeated? Null: raised.
fn again(status: anytype) ?bool {
    if (status >= 0 or c._errno().* != @intFromEnum(c.E.INTR)) return false;
    return if (stack.poll() < 0) null else true;
}

pub const functions = .{
    .{ "open", open, 0, -1, .keywords },
    .{ "close", close, 1, 1 },
    .{ "closerange", closeRange, 2, 2 },
    .{ "read", read, 2, 2 },
    .{ "write", write, 2, 2 },
    .{ "pread", pread, 3, 3 },
    .{ "pwrite", pwrite, 3, 3 },
    .{ "lseek", lseek, 3, 3 },
    .{ "dup", dup, 1, 1 },
    .{ "dup2", dup2, 0, -1, .keywords },
    .{ "pipe", pipe, 0, 0 },
    .{ "pipe2", pipe2, 1, 1 },
    .{ "isatty", isatty, 1, 1 },
    .{ "fsync", fsync, 1, 1 },
    .{ "fdatasync", fdatasync, 1, 1 },
    .{ "sync", sync, 0, 0 },
    .{ "ftruncate", ftruncate, 2, 2 },
    .{ "truncate", truncate, 2, 2 },
    .{ "get_inheritable", getInheritable, 1, 1 },
    .{ "set_inheritable", setInheritable, 2, 2 },
    .{ "get_blocking", getBlocking, 1, 1 },
    .{ "set_blocking", setBlocking, 2, 2 },
    .{ "device_encoding", deviceEncoding, 1, 1 },
    .{ "ttyname", ttyname, 1, 1 },
    .{ "get_terminal_size", terminalSize, 0, 1 },
    .{ "mkdir", mkdir, 0, -1, .keywords },
    .{ "rmdir", rmdir, 0, -1, .keywords },
    .{ "unlink", unlink, 0, -1, .keywords },
    .{ "remove", remove, 0, -1, .keywords },
    .{ "rename", rename, 0, -1, .keywords },
    .{ "replace", replace, 0, -1, .keywords },
    .{ "link", link, 0, -1, .keywords },
    .{ "symlink", symlink, 0, -1, .keywords },
    .{ "readlink", readlink, 0, -1, .keywords },
    .{ "chdir", chdir, 0, -1, .keywords },
    .{ "fchdir", fchdir, 1, 1 },
    .{ "getcwd", getcwd, 0, 0 },
    .{ "getcwdb", getcwdb, 0, 0 },
    .{ "access", access, 0, -1, .keywords },
    .{ "chmod", chmod, 0, -1, .keywords },
    .{ "fchmod", fchmod, 2, 2 },
    .{ "chown", chown, 0, -1, .keywords },
    .{ "fchown", fchown, 3, 3 },
    .{ "lchown", lchown, 3, 3 },
    .{ "mkfifo", mkfifo, 0, -1, .keywords },
    .{ "utime", utime, 0, -1, .keywords },
    .{ "umask", umask, 1, 1 },
    .{ "statvfs", fileSystem, 1, 1 },
    .{ "fstatvfs", fileSystem, 1, 1 },
};

fn open(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const sig: args_.Signature = .{ .name = "open", .params = &.{ "path", "flags", "mode", "dir_fd" }, .positional = 3, .required = 2 };
    var given: [4]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return 0;
    var path: Path = .{};
    if (!path.take("open", "path", given[0], .{})) return 0;
    defer path.deinit();
    const flags = cInt(given[1]) orelse return 0;
    const mode = if (given[2] == 0) 0o777 else cInt(given[2]) orelse return 0;
    const dir = stat_.dirFd(given[3]) orelse return 0;
    while (true) {
        const fd = c.openat(dir, path.text, @bitCast(flags | 0o2000000), @as(c_uint, @bitCast(mode)));
        if (again(fd) orelse return 0) continue;
        return if (fd < 0) path.fail() else int.fromI64(fd);
    }
}
fn close(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return done(c.close(cInt(args[0]) orelse return 0));
}
fn closeRange(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    var fd = cInt(args[0]) orelse return 0;
    const high = cInt(args[1]) orelse return 0;
    while (fd < high) : (fd += 1) _ = c.close(fd);
    return native.none();
}
fn read(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return readAt(args, null);
}
fn pread(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return readAt(args, int.toSsize(args[2]) orelse return 0);
}
fn readAt(args: [*]const Word, place: ?i64) Word {
    const fd = cInt(args[0]) orelse return 0;
    const n = int.toSsize(args[1]) orelse return 0;
    if (n < 0) return err.fromErrno(@intFromEnum(c.E.INVAL), 0);
    const room: usize = @intCast(@min(n, 0x7ffff000));
    if (fd == 0) _ = io.flush();
    const buffer = alloc.tryBytes(room + 1) orelse return err.noMemory();
    defer alloc.free(buffer);
    while (true) {
        const got = if (place) |at| c.pread(fd, buffer, room, at) else c.read(fd, buffer, room);
        if (again(got) orelse return 0) continue;
        return if (got < 0) failed() else bytes_.fromSlice(buffer[0..@intCast(got)]);
    }
}
fn write(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return writeAt(args, null);
}
fn pwrite(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return writeAt(args, int.toSsize(args[2]) orelse return 0);
}
fn writeAt(args: [*]const Word, place: ?i64) Word {
    const fd = cInt(args[0]) orelse return 0;
    const data = bytes_like.require(args[1]) orelse return 0;
    while (true) {
        const n = @min(data.len, 0x7ffff000);
        const sent = if (place) |at| c.pwrite(fd, data.ptr, n, at) else c.write(fd, data.ptr, n);
        if (again(sent) orelse return 0) continue;
        return if (sent < 0) failed() else int.fromI64(sent);
    }
}
fn lseek(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const fd = cInt(args[0]) orelse return 0;
    const offset = int.toSsize(args[1]) orelse return 0;
    const at = c.lseek(fd, offset, cInt(args[2]) orelse return 0);
    return if (at < 0) failed() else int.fromI64(at);
}
fn dup(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const fd = c.fcntl(cInt(args[0]) orelse return 0, 1030, @as(c_int, 0));
    return if (fd < 0) failed() else int.fromI64(fd);
}
fn dup2(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const sig: args_.Signature = .{ .name = "dup2", .params = &.{ "fd", "fd2", "inheritable" }, .positional = 3, .required = 2 };
    var given: [3]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return 0;
    const from = cInt(given[0]) orelse return 0;
    const to = cInt(given[1]) orelse return 0;
    const keep = if (given[2] == 0) 1 else ops.truth(given[2]);
    if (keep < 0) return 0;
    _ = io.flush();
    if (c.dup2(from, to) < 0) return failed();
    if (keep == 0) _ = c.fcntl(to, c.F.SETFD, @as(c_int, 1));
    return int.fromI64(to);
}
fn makePipe(flags: u32) Word {
    var fds: [2]i32 = undefined;
    const status: isize = @bitCast(linux.pipe2(&fds, @bitCast(flags)));
    if (status < 0) return err.fromErrno(@intCast(-status), 0);
    return tuple.fromOwned(&.{ int.fromI64(fds[0]), int.fromI64(fds[1]) });
}
fn pipe(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return makePipe(0o2000000);
}
fn pipe2(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return makePipe(@bitCast(cInt(args[0]) orelse return 0));
}
fn isatty(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return singletons.boolWord(c.isatty(cInt(args[0]) orelse return 0) != 0);
}
fn fsync(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return done(c.fsync(descriptor(args[0]) orelse return 0));
}
fn fdatasync(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const status: isize = @bitCast(linux.fdatasync(descriptor(args[0]) orelse return 0));
    return if (status < 0) err.fromErrno(@intCast(-status), 0) else native.none();
}
fn sync(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    linux.sync();
    return native.none();
}
fn ftruncate(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const fd = cInt(args[0]) orelse return 0;
    return done(c.ftruncate(fd, int.toSsize(args[1]) orelse return 0));
}
fn truncate(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    var path: Path = .{};
    if (!path.take("truncate", "path", args[0], .{ .descriptor = true })) return 0;
    defer path.deinit();
    const size = int.toSsize(args[1]) orelse return 0;
    if (path.fd >= 0) return done(c.ftruncate(path.fd, size));
    const fd = c.open(path.text, .{ .ACCMODE = .WRONLY, .CLOEXEC = true });
    if (fd < 0) return path.fail();
    defer _ = c.close(fd);
    return if (c.ftruncate(fd, size) < 0) path.fail() else native.none();
}
fn getInheritable(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const flags = c.fcntl(cInt(args[0]) orelse return 0, c.F.GETFD);
    return if (flags < 0) failed() else singletons.boolWord(flags & 1 == 0);
}
fn setInheritable(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const fd = cInt(args[0]) orelse return 0;
    const on = cInt(args[1]) orelse return 0;
    return done(c.fcntl(fd, c.F.SETFD, @as(c_int, if (on != 0) 0 else 1)));
}
const nonblocking = 0o4000;
fn getBlocking(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const flags = c.fcntl(cInt(args[0]) orelse return 0, c.F.GETFL);
    return if (flags < 0) failed() else singletons.boolWord(flags & nonblocking == 0);
}
fn setBlocking(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const fd = cInt(args[0]) orelse return 0;
    const on = ops.truth(args[1]);
    if (on < 0) return 0;
    const flags = c.fcntl(fd, c.F.GETFL);
    if (flags < 0) return failed();
    return done(c.fcntl(fd, c.F.SETFL, if (on == 1) flags & ~@as(c_int, nonblocking) else flags | nonblocking));
}
fn deviceEncoding(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return if (c.isatty(cInt(args[0]) orelse return 0) == 0) native.none() else str.intern("UTF-8");
}
extern "c" fn ttyname_r(fd: c_int, buf: [*]u8, len: usize) c_int;
fn ttyname(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    var buffer: [256]u8 = undefined;
    const number = ttyname_r(cInt(args[0]) orelse return 0, &buffer, buffer.len);
    return if (number != 0) err.fromErrno(number, 0) else sys.decodeArgument(std.mem.sliceTo(&buffer, 0));
}
pub const TerminalSize = struct_sequence.Class("os.terminal_size", &.{ "columns", "lines" }, 2);
fn terminalSize(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    var size: std.posix.winsize = undefined;
    const fd = if (nargs == 0) 1 else cInt(args[0]) orelse return 0;
    const status: isize = @bitCast(linux.ioctl(fd, linux.T.IOCGWINSZ, @intFromPtr(&size)));
    if (status < 0) return err.fromErrno(@intCast(-status), 0);
    return TerminalSize.make(&.{ int.fromI64(size.col), int.fromI64(size.row) });
}

// Paths

fn mkdir(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const sig: args_.Signature = .{ .name = "mkdir", .params = &.{ "path", "mode", "dir_fd" }, .positional = 2, .required = 1 };
    var given: [3]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return 0;
    var path: Path = .{};
    if (!path.take("mkdir", "path", given[0], .{})) return 0;
    defer path.deinit();
    const mode = if (given[1] == 0) 0o777 else cInt(given[1]) orelse return 0;
    const dir = stat_.dirFd(given[2]) orelse return 0;
    return if (c.mkdirat(dir, path.text, modeOf(mode)) < 0) path.fail() else native.none();
}
fn removal(comptime function: []const u8, comptime flags: c_uint, args: [*]const Word, nargs: usize, kwnames: Word) Word {
    const sig: args_.Signature = .{ .name = function, .params = &.{ "path", "dir_fd" }, .positional = 1, .required = 1 };
    var given: [2]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return 0;
    var path: Path = .{};
    if (!path.take(function, "path", given[0], .{})) return 0;
    defer path.deinit();
    const dir = stat_.dirFd(given[1]) orelse return 0;
    return if (c.unlinkat(dir, path.text, flags) < 0) path.fail() else native.none();
}
fn rmdir(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    return removal("rmdir", linux.AT.REMOVEDIR, args, nargs, kwnames);
}
fn unlink(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    return removal("unlink", 0, args, nargs, kwnames);
}
fn remove(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    return removal("remove", 0, args, nargs, kwnames);
}
fn move(comptime function: []const u8, args: [*]const Word, nargs: usize, kwnames: Word) Word {
    const sig: args_.Signature = .{ .name = function, .params = &.{ "src", "dst", "src_dir_fd", "dst_dir_fd" }, .positional = 2, .required = 2 };
    var given: [4]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return 0;
    var from: Path = .{};
    if (!from.take(function, "src", given[0], .{})) return 0;
    defer from.deinit();
    var to: Path = .{};
    if (!to.take(function, "dst", given[1], .{})) return 0;
    defer to.deinit();
    const from_dir = stat_.dirFd(given[2]) orelse return 0;
    const to_dir = stat_.dirFd(given[3]) orelse return 0;
    return if (c.renameat(from_dir, from.text, to_dir, to.text) < 0) from.failPair(&to) else native.none();
}
fn rename(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    return move("rename", args, nargs, kwnames);
}
fn replace(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    return move("replace", args, nargs, kwnames);
}
extern "c" fn linkat(olddir: c_int, old: [*:0]const u8, newdir: c_int, new: [*:0]const u8, flags: c_int) c_int;
fn link(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const sig: args_.Signature = .{
        .name = "link",
        .params = &.{ "src", "dst", "src_dir_fd", "dst_dir_fd", "follow_symlinks" },
        .positional = 2,
        .required = 2,
    };
    var given: [5]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return 0;
    var from: Path = .{};
    if (!from.take("link", "src", given[0], .{})) return 0;
    defer from.deinit();
    var to: Path = .{};
    if (!to.take("link", "dst", given[1], .{})) return 0;
    defer to.deinit();
    const from_dir = stat_.dirFd(given[2]) orelse return 0;
    const to_dir = stat_.dirFd(given[3]) orelse return 0;
    const follow = if (given[4] == 0) 1 else ops.truth(given[4]);
    if (follow < 0) return 0;
    const flags: c_int = if (follow == 1 and given[4] != 0) linux.AT.SYMLINK_FOLLOW else 0;
    return if (linkat(from_dir, from.text, to_dir, to.text, flags) < 0) from.failPair(&to) else native.none();
}
extern "c" fn symlinkat(target: [*:0]const u8, dir: c_int, path: [*:0]const u8) c_int;
fn symlink(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const sig: args_.Signature = .{ .name = "symlink", .params = &.{ "src", "dst", "target_is_directory", "dir_fd" }, .positional = 3, .required = 2 };
    var given: [4]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return 0;
    var from: Path = .{};
    if (!from.take("symlink", "src", given[0], .{})) return 0;
    defer from.deinit();
    var to: Path = .{};
    if (!to.take("symlink", "dst", given[1], .{})) return 0;
    defer to.deinit();
    const dir = stat_.dirFd(given[3]) orelse return 0;
    return if (symlinkat(from.text, dir, to.text) < 0) from.failPair(&to) else native.none();
}
fn readlink(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const sig: args_.Signature = .{ .name = "readlink", .params = &.{ "path", "dir_fd" }, .positional = 1, .required = 1 };
    var given: [2]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return 0;
    var path: Path = .{};
    if (!path.take("readlink", "path", given[0], .{})) return 0;
    defer path.deinit();
    var buffer: [4096]u8 = undefined;
    const n = c.readlinkat(stat_.dirFd(given[1]) orelse return 0, path.text, &buffer, buffer.len);
    return if (n < 0) path.fail() else path.name(buffer[0..@intCast(n)]);
}
fn chdir(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const sig: args_.Signature = .{ .name = "chdir", .params = &.{"path"}, .positional = 1, .required = 1 };
    var given: [1]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return 0;
    var path: Path = .{};
    if (!path.take("chdir", "path", given[0], .{ .descriptor = true })) return 0;
    defer path.deinit();
    const status = if (path.fd >= 0) c.fchdir(path.fd) else c.chdir(path.text);
    return if (status < 0) path.fail() else native.none();
}
fn fchdir(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return done(c.fchdir(descriptor(args[0]) orelse return 0));
}
fn getcwd(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    var buffer: [4096]u8 = undefined;
    if (c.getcwd(&buffer, buffer.len) == null) return failed();
    return sys.decodeArgument(std.mem.sliceTo(&buffer, 0));
}
fn getcwdb(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    var buffer: [4096]u8 = undefined;
    if (c.getcwd(&buffer, buffer.len) == null) return failed();
    return bytes_.fromSlice(std.mem.sliceTo(&buffer, 0));
}
fn access(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const sig: args_.Signature = .{
        .name = "access",
        .params = &.{ "path", "mode", "dir_fd", "effective_ids", "follow_symlinks" },
        .positional = 2,
        .required = 2,
    };
    var given: [5]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return 0;
    var path: Path = .{};
    if (!path.take("access", "path", given[0], .{})) return 0;
    defer path.deinit();
    const mode = cInt(given[1]) orelse return 0;
    var flags: c_uint = 0;
    const effective = if (given[3] == 0) 0 else ops.truth(given[3]);
    const follow = if (given[4] == 0) 1 else ops.truth(given[4]);
    if (effective < 0 or follow < 0) return 0;
    if (effective == 1) flags |= 0x200;
    if (follow == 0) flags |= linux.AT.SYMLINK_NOFOLLOW;
    return singletons.boolWord(c.faccessat(stat_.dirFd(given[2]) orelse return 0, path.text, @bitCast(mode), flags) == 0);
}
fn chmod(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const sig: args_.Signature = .{ .name = "chmod", .params = &.{ "path", "mode", "dir_fd", "follow_symlinks" }, .positional = 2, .required = 2 };
    var given: [4]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return 0;
    var path: Path = .{};
    if (!path.take("chmod", "path", given[0], .{ .descriptor = true })) return 0;
    defer path.deinit();
    const mode = modeOf(cInt(given[1]) orelse return 0);
    const follow = if (given[3] == 0) 1 else ops.truth(given[3]);
    if (follow < 0) return 0;
    if (path.fd >= 0) return if (c.fchmod(path.fd, mode) < 0) path.fail() else native.none();
    const dir = stat_.dirFd(given[2]) orelse return 0;
    const status = c.fchmodat(dir, path.text, mode, if (follow == 0) linux.AT.SYMLINK_NOFOLLOW else 0);
    return if (status < 0) path.fail() else native.none();
}
fn fchmod(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const fd = cInt(args[0]) orelse return 0;
    return done(c.fchmod(fd, modeOf(cInt(args[1]) orelse return 0)));
}
extern "c" fn fchownat(dir: c_int, path: [*:0]const u8, uid: c_uint, gid: c_uint, flags: c_int) c_int;
fn identity(w: Word) ?c_uint {
    const v = int.toSsize(w) orelse return null;
    if (v == -1) return std.math.maxInt(c_uint);
    return std.math.cast(c_uint, v) orelse {
        _ = err.raise(.OverflowError, "uid is {s}", .{if (v > 0) @as([]const u8, "greater than maximum") else "less than minimum"});
        return null;
    };
}
fn chown(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const sig: args_.Signature = .{
        .name = "chown",
        .params = &.{ "path", "uid", "gid", "dir_fd", "follow_symlinks" },
        .positional = 3,
        .required = 3,
    };
    var given: [5]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return 0;
    var path: Path = .{};
    if (!path.take("chown", "path", given[0], .{ .descriptor = true })) return 0;
    defer path.deinit();
    const uid = identity(given[1]) orelse return 0;
    const gid = identity(given[2]) orelse return 0;
    const follow = if (given[4] == 0) 1 else ops.truth(given[4]);
    if (follow < 0) return 0;
    const status = if (path.fd >= 0)
        c.fchown(path.fd, uid, gid)
    else
        fchownat(stat_.dirFd(given[3]) orelse return 0, path.text, uid, gid, if (follow == 0) linux.AT.SYMLINK_NOFOLLOW else 0);
    return if (status < 0) path.fail() else native.none();
}
fn fchown(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const fd = cInt(args[0]) orelse return 0;
    const uid = identity(args[1]) orelse return 0;
    return done(c.fchown(fd, uid, identity(args[2]) orelse return 0));
}
fn lchown(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    var path: Path = .{};
    if (!path.take("lchown", "path", args[0], .{})) return 0;
    defer path.deinit();
    const uid = identity(args[1]) orelse return 0;
    const gid = identity(args[2]) orelse return 0;
    const status = fchownat(linux.AT.FDCWD, path.text, uid, gid, linux.AT.SYMLINK_NOFOLLOW);
    return if (status < 0) path.fail() else native.none();
}
extern "c" fn mkfifoat(dir: c_int, path: [*:0]const u8, mode: c.mode_t) c_int;
fn mkfifo(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const sig: args_.Signature = .{ .name = "mkfifo", .params = &.{ "path", "mode", "dir_fd" }, .positional = 2, .required = 1 };
    var given: [3]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return 0;
    var path: Path = .{};
    if (!path.take("mkfifo", "path", given[0], .{})) return 0;
    defer path.deinit();
    const mode = if (given[1] == 0) 0o666 else cInt(given[1]) orelse return 0;
    return if (mkfifoat(stat_.dirFd(given[2]) orelse return 0, path.text, modeOf(mode)) < 0) path.fail() else native.none();
}
/// A time in seconds, int or float; null: raised.
fn timeOf(w: Word) ?c.timespec {
    if (int.isInt(w)) return .{ .sec = int.toSsize(w) orelse return null, .nsec = 0 };
    const v = float.asF64(w) orelse return null;
    const whole = @floor(v);
    return .{ .sec = @intFromFloat(whole), .nsec = @intFromFloat(@floor((v - whole) * 1e9)) };
}
fn nanoTime(w: Word) ?c.timespec {
    const v = int.toSsize(w) orelse return null;
    return .{ .sec = @divFloor(v, 1_000_000_000), .nsec = @mod(v, 1_000_000_000) };
}
fn utime(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const sig: args_.Signature = .{
        .name = "utime",
        .params = &.{ "path", "times", "ns", "dir_fd", "follow_symlinks" },
        .positional = 2,
        .required = 1,
    };
    var given: [5]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return 0;
    var path: Path = .{};
    if (!path.take("utime", "path", given[0], .{ .descriptor = true })) return 0;
    defer path.deinit();
    const has_times = given[1] != 0 and !singletons.isNone(given[1]);
    if (has_times and given[2] != 0) return err.raise(.ValueError, "utime: you may specify either 'times' or 'ns' but not both", .{});
    var times: [2]c.timespec = undefined;
    var given_times = false;
    if (has_times or given[2] != 0) {
        const pair = if (has_times) given[1] else given[2];
        if (!tuple.isTuple(pair) or tuple.len(pair) != 2) {
            if (has_times) return err.raise(.TypeError, "utime: 'times' must be either a tuple of two ints or None", .{});
            return err.raise(.TypeError, "utime: 'ns' must be a tuple of two ints", .{});
        }
        for (&times, tuple.items(pair)) |*t, w| t.* = (if (has_times) timeOf(w) else nanoTime(w)) orelse return 0;
        given_times = true;
    }
    const follow = if (given[4] == 0) 1 else ops.truth(given[4]);
    if (follow < 0) return 0;
    const pointer: ?*[2]c.timespec = if (given_times) &times else null;
    const dir = stat_.dirFd(given[3]) orelse return 0;
    const flags: u32 = if (follow == 0) linux.AT.SYMLINK_NOFOLLOW else 0;
    const status: isize = @bitCast(if (path.fd >= 0)
        linux.syscall4(.utimensat, @as(usize, @bitCast(@as(isize, path.fd))), 0, @intFromPtr(pointer), 0)
    else
        linux.syscall4(.utimensat, @as(usize, @bitCast(@as(isize, dir))), @intFromPtr(path.text), @intFromPtr(pointer), flags));
    return if (status < 0) err.fromErrno(@intCast(-status), path.given) else native.none();
}
fn umask(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return int.fromI64(@intCast(c.umask(modeOf(cInt(args[0]) orelse return 0))));
}

pub const StatVfs = struct_sequence.Class("os.statvfs_result", &.{
    "f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail", "f_files", "f_ffree", "f_favail", "f_flag", "f_namemax", "f_fsid",
}, 10);
const CStatVfs = extern struct { bsize: c_ulong, frsize: c_ulong, blocks: u64, bfree: u64, bavail: u64, files: u64, ffree: u64, favail: u64, fsid: c_ulong, flag: c_ulong, namemax: c_ulong, spare: [6]c_int };
extern "c" fn statvfs(path: [*:0]const u8, out: *CStatVfs) c_int;
extern "c" fn fstatvfs(fd: c_int, out: *CStatVfs) c_int;
fn fileSystem(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    var path: Path = .{};
    if (!path.take("statvfs", "path", args[0], .{ .descriptor = true })) return 0;
    defer path.deinit();
    var s: CStatVfs = undefined;
    if ((if (path.fd >= 0) fstatvfs(path.fd, &s) else statvfs(path.text, &s)) < 0) return path.fail();
    return StatVfs.make(&.{
        int.fromU64(s.bsize), int.fromU64(s.frsize), int.fromU64(s.blocks), int.fromU64(s.bfree),   int.fromU64(s.bavail), int.fromU64(s.files),
        int.fromU64(s.ffree), int.fromU64(s.favail), int.fromU64(s.flag),   int.fromU64(s.namemax), int.fromU64(s.fsid),
    });
}
