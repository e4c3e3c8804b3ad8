//! `posix`: what is known of files: `stat` and its results, directories, `DirEntry`.
//!
//! Invariant: a `DirEntry` keeps what the system said when it was read; `stat()` is asked once for each way and kept.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const alloc = @import("../alloc.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const str = @import("../str.zig");
const iter = @import("../iter.zig");
const list = @import("../list.zig");
const ops = @import("../ops.zig");
const text = @import("../text.zig");
const float = @import("../float.zig");
const args_ = @import("../args.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const struct_sequence = @import("struct_sequence.zig");
const Path = @import("posix_path.zig").Path;
const Word = object.Word;
const linux = std.os.linux;
const c = std.c;

pub const StatResult = struct_sequence.Class("os.stat_result", &.{
    "st_mode",  "st_ino",   "st_dev",   "st_nlink",    "st_uid",      "st_gid",      "st_size",    "",          "",        "",
    "st_atime", "st_mtime", "st_ctime", "st_atime_ns", "st_mtime_ns", "st_ctime_ns", "st_blksize", "st_blocks", "st_rdev",
}, 10);

/// As the C library's function, which has other names in old glibc and in musl.
fn fstatat(dirfd: i32, path: [*:0]const u8, buf: *linux.Stat, flags: u32) i32 {
    const failed = linux.E.init(linux.fstatat(dirfd, path, buf, flags));
    if (failed == .SUCCESS) return 0;
    c._errno().* = @intFromEnum(failed);
    return -1;
}

fn nanoseconds(t: anytype) i128 {
    return @as(i128, t.sec) * 1_000_000_000 + t.nsec;
}
fn seconds(t: anytype) f64 {
    return @as(f64, @floatFromInt(t.sec)) + 1e-9 * @as(f64, @floatFromInt(t.nsec));
}
pub fn result(s: *const linux.Stat) Word {
    return StatResult.make(&.{
        int.fromI64(s.mode),               int.fromU64(s.ino),                int.fromU64(s.dev),
        int.fromU64(s.nlink),              int.fromI64(s.uid),                int.fromI64(s.gid),
        int.fromI64(s.size),               int.fromI64(s.atim.sec),           int.fromI64(s.mtim.sec),
        int.fromI64(s.ctim.sec),           float.new(seconds(s.atim)),        float.new(seconds(s.mtim)),
        float.new(seconds(s.ctim)),        int.fromI128(nanoseconds(s.atim)), int.fromI128(nanoseconds(s.mtim)),
        int.fromI128(nanoseconds(s.ctim)), int.fromI64(s.blksize),            int.fromI64(s.blocks),
        int.fromU64(s.rdev),
    });
}

const stat_sig: args_.Signature = .{ .name = "stat", .params = &.{ "path", "dir_fd", "follow_symlinks" }, .positional = 1, .required = 1 };
const lstat_sig: args_.Signature = .{ .name = "lstat", .params = &.{ "path", "dir_fd" }, .positional = 1, .required = 1 };

/// A directory's descriptor given as `dir_fd`; null: raised.
pub fn dirFd(w: Word) ?i32 {
    if (w == 0 or singletons.isNone(w)) return linux.AT.FDCWD;
    return std.math.cast(i32, int.toSsize(w) orelse return null) orelse {
        _ = err.raise(.OverflowError, "fd is greater than maximum", .{});
        return null;
    };
}
fn of(path: *const Path, dir: i32, follow: bool) Word {
    var s: linux.Stat = undefined;
    const status = if (path.fd >= 0)
        fstatat(path.fd, "", &s, linux.AT.EMPTY_PATH)
    else
        fstatat(dir, path.text, &s, if (follow) 0 else linux.AT.SYMLINK_NOFOLLOW);
    return if (status < 0) path.fail() else result(&s);
}
pub fn stat(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [3]Word = undefined;
    if (!args_.bind(stat_sig, args, nargs, kwnames, &given)) return 0;
    var path: Path = .{};
    if (!path.take("stat", "path", given[0], .{ .descriptor = true })) return 0;
    defer path.deinit();
    const dir = dirFd(given[1]) orelse return 0;
    const follow = if (given[2] == 0) 1 else ops.truth(given[2]);
    if (follow < 0) return 0;
    if (path.fd >= 0 and follow == 0) return err.raise(.ValueError, "stat: cannot use fd and follow_symlinks together", .{});
    return of(&path, dir, follow == 1);
}
pub fn lstat(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [2]Word = undefined;
    if (!args_.bind(lstat_sig, args, nargs, kwnames, &given)) return 0;
    var path: Path = .{};
    if (!path.take("lstat", "path", given[0], .{})) return 0;
    defer path.deinit();
    return of(&path, dirFd(given[1]) orelse return 0, false);
}
pub fn fstat(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const path: Path = .{ .fd = std.math.cast(i32, int.toSsize(args[0]) orelse return 0) orelse -1 };
    if (path.fd < 0) return err.fromErrno(@intFromEnum(c.E.BADF), 0);
    return of(&path, 0, true);
}

// Directories

const Dir = opaque {};
const Entry = extern struct { ino: u64, off: i64, reclen: u16, kind: u8, name: [256]u8 };
extern "c" fn opendir(path: [*:0]const u8) ?*Dir;
extern "c" fn fdopendir(fd: c_int) ?*Dir;
extern "c" fn readdir(dir: *Dir) ?*Entry;
extern "c" fn closedir(dir: *Dir) c_int;
extern "c" fn rewinddir(dir: *Dir) void;

fn open(path: *const Path) ?*Dir {
    if (path.fd < 0) return opendir(path.text);
    // What is closed is a copy.
    const copy = c.dup(path.fd);
    if (copy < 0) return null;
    const d = fdopendir(copy) orelse return null;
    rewinddir(d);
    return d;
}
/// The next entry but `.` and `..`; null at the end or with `errno` set.
fn next(d: *Dir) ?*Entry {
    while (true) {
        c._errno().* = 0;
        const e = readdir(d) orelse return null;
        const n = std.mem.span(@as([*:0]u8, @ptrCast(&e.name)));
        if (!std.mem.eql(u8, n, ".") and !std.mem.eql(u8, n, "..")) return e;
    }
}
fn nameOf(e: *Entry) []const u8 {
    return std.mem.span(@as([*:0]u8, @ptrCast(&e.name)));
}
const listdir_sig: args_.Signature = .{ .name = "listdir", .params = &.{"path"}, .positional = 1, .required = 0 };
pub fn listdir(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [1]Word = undefined;
    if (!args_.bind(listdir_sig, args, nargs, kwnames, &given)) return 0;
    var path: Path = .{};
    if (!path.take("listdir", "path", given[0], .{ .descriptor = true, .none = true })) return 0;
    defer path.deinit();
    const d = open(&path) orelse return path.fail();
    defer _ = closedir(d);
    const out = list.new(0);
    while (next(d)) |e| list.appendOwned(list.of(out), path.name(nameOf(e)));
    if (c._errno().* != 0) {
        rc.release(out);
        return path.fail();
    }
    return out;
}

const Scan = extern struct { h: object.Header, dir: ?*Dir, path: Word, is_bytes: u32, fd: i32 };
pub var scandir_type: types.Type = .{
    .h = types.static_header,
    .c_name = "posix.ScandirIterator",
    .fixed_size = @sizeOf(Scan),
    .flags = .{ .acyclic = true, .default_getattr = true },
    .slots = .{ .dealloc = deallocScan, .iter = iter.self, .next = nextEntry, .new = native.refuseNew },
};
pub const scandir_methods = .{
    .{ "close", closeScan, 0, 0 },
    .{ "__enter__", enterScan, 0, 0 },
    .{ "__exit__", closeScan, 0, -1 },
};
pub fn scandir(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [1]Word = undefined;
    const sig: args_.Signature = .{ .name = "scandir", .params = &.{"path"}, .positional = 1, .required = 0 };
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return 0;
    var path: Path = .{};
    if (!path.take("scandir", "path", given[0], .{ .descriptor = true, .none = true })) return 0;
    defer path.deinit();
    const d = open(&path) orelse return path.fail();
    const s = native.create(Scan, &scandir_type);
    s.dir = d;
    s.path = path.name(path.slice());
    s.is_bytes = @intFromBool(path.is_bytes);
    s.fd = path.fd;
    return object.word(s);
}
fn shut(s: *Scan) void {
    if (s.dir) |d| _ = closedir(d);
    s.dir = null;
}
fn deallocScan(w: Word) callconv(.c) void {
    const s = object.ptr(Scan, w);
    shut(s);
    rc.release(s.path);
    alloc.free(s);
}
fn closeScan(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    shut(object.ptr(Scan, w));
    return native.none();
}
fn enterScan(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(w);
}
fn nextEntry(w: Word) callconv(.c) Word {
    const s = object.ptr(Scan, w);
    const d = s.dir orelse return 0;
    const e = next(d) orelse {
        const number = c._errno().*;
        shut(s);
        return if (number == 0) 0 else err.fromErrno(number, s.path);
    };
    const namer: Path = .{ .is_bytes = s.is_bytes != 0 };
    const o = native.create(DirEntry, &entry_type);
    o.name = namer.name(nameOf(e));
    o.ino = e.ino;
    o.kind = e.kind;
    o.stat = 0;
    o.lstat = 0;
    o.fd = s.fd;
    if (s.fd >= 0) {
        o.path = rc.retain(o.name);
        return object.word(o);
    }
    var full: text.Buffer = .{};
    defer full.deinit();
    const base = @import("sre.zig").bytesOf(s.path).?;
    full.append(base);
    if (base.len == 0 or base[base.len - 1] != '/') full.append("/");
    full.append(nameOf(e));
    o.path = namer.name(full.slice());
    return object.word(o);
}

const DirEntry = extern struct { h: object.Header, name: Word, path: Word, stat: Word, lstat: Word, ino: u64, kind: u32, fd: i32 };
pub var entry_type: types.Type = .{
    .h = types.static_header,
    .c_name = "posix.DirEntry",
    .fixed_size = @sizeOf(DirEntry),
    .flags = .{ .acyclic = true, .default_getattr = true },
    .slots = .{ .dealloc = native.Life(DirEntry, &.{ "name", "path", "stat", "lstat" }).dealloc, .repr = entryRepr, .new = native.refuseNew },
};
pub const entry_methods = .{
    .{ "name", entryName, 0, 0, .member },
    .{ "path", entryPath, 0, 0, .member },
    .{ "inode", entryInode, 0, 0 },
    .{ "is_dir", isDir, 0, 0, .keywords },
    .{ "is_file", isFile, 0, 0, .keywords },
    .{ "is_symlink", isSymlink, 0, 0 },
    .{ "is_junction", isJunction, 0, 0 },
    .{ "stat", entryStat, 0, 0, .keywords },
    .{ "__fspath__", entryPath, 0, 0 },
    native.class_getitem,
};
fn entry(w: Word) *DirEntry {
    return object.ptr(DirEntry, w);
}
fn entryName(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(entry(w).name);
}
fn entryPath(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(entry(w).path);
}
fn entryInode(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return int.fromU64(entry(w).ino);
}
fn entryRepr(w: Word) callconv(.c) Word {
    var b: text.Buffer = .{};
    defer b.deinit();
    b.append("<DirEntry ");
    if (!b.appendRepr(entry(w).name)) return 0;
    b.append(">");
    return b.toWord();
}
fn followOf(args: [*]const Word, nargs: usize, kwnames: Word, comptime method: []const u8) ?bool {
    var given: [1]Word = undefined;
    const sig: args_.Signature = .{ .name = method, .params = &.{"follow_symlinks"}, .positional = 0, .required = 0 };
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return null;
    if (given[0] == 0) return true;
    const t = ops.truth(given[0]);
    return if (t < 0) null else t == 1;
}
const kind_directory = 4;
const kind_file = 8;
const kind_link = 10;
/// The stat result of an entry, borrowed; 0 raised.
fn statOf(e: *DirEntry, follow: bool) Word {
    const links = follow and (e.kind == kind_link or e.kind == 0);
    const slot = if (links) &e.stat else &e.lstat;
    if (slot.* != 0) return slot.*;
    var path: Path = .{};
    if (!path.take("stat", "path", e.path, .{})) return 0;
    defer path.deinit();
    slot.* = of(&path, if (e.fd >= 0) e.fd else linux.AT.FDCWD, links);
    return slot.*;
}
fn entryStat(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const follow = followOf(args, nargs, kwnames, "stat") orelse return 0;
    const s = statOf(entry(w), follow);
    return if (s == 0) 0 else rc.retain(s);
}
fn test_(w: Word, follow: bool, wanted: u32, mode: i64) Word {
    const e = entry(w);
    if (e.kind != 0 and !(follow and e.kind == kind_link)) return singletons.boolWord(e.kind == wanted);
    const s = statOf(e, follow);
    if (s == 0) return if (err.clearIf(.FileNotFoundError)) singletons.falseWord() else 0;
    return singletons.boolWord(object.smallValue(@import("../tuple.zig").items(s)[0]) & 0o170000 == mode);
}
fn isDir(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    return test_(w, followOf(args, nargs, kwnames, "is_dir") orelse return 0, kind_directory, 0o040000);
}
fn isFile(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    return test_(w, followOf(args, nargs, kwnames, "is_file") orelse return 0, kind_file, 0o100000);
}
fn isSymlink(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return test_(w, false, kind_link, 0o120000);
}
fn isJunction(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return singletons.falseWord();
}
