//! `_posixsubprocess`: the child process of `subprocess`.
//!
//! Invariant: every text is made before the fork. The child only calls the system (and `preexec_fn`), and tells what failed through
//! `errpipe_write` in the form that subprocess.py reads: the exception's name, the number in hexadecimal, a message.
const std = @import("std");
const object = @import("../object.zig");
const alloc = @import("../alloc.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const io = @import("../io.zig");
const int = @import("../int.zig");
const ops = @import("../ops.zig");
const call = @import("../call.zig");
const tuple = @import("../tuple.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const Path = @import("posix_path.zig").Path;
const Word = object.Word;
const c = std.c;

pub const name = "_posixsubprocess";
pub const shadowable = true;
pub const doc = "A POSIX helper for the subprocess module.";
pub const functions = .{.{ "fork_exec", forkExec, 23, 23 }};

extern "c" fn setgroups(n: usize, groups: [*]const c.gid_t) c_int;
extern "c" fn setregid(r: c.gid_t, e: c.gid_t) c_int;
extern "c" fn setreuid(r: c.uid_t, e: c.uid_t) c_int;
extern "c" fn setpgid(pid: c.pid_t, group: c.pid_t) c_int;
extern "c" fn setsid() c.pid_t;
extern "c" var environ: [*:null]?[*:0]u8;

/// C texts of a sequence, with a null behind the last.
const Texts = struct {
    paths: []Path,
    items: [*:null]?[*:0]const u8,

    /// Null: raised.
    fn of(what: []const u8, w: Word) ?Texts {
        const items = tuple.fromIterable(w);
        if (items == 0) return null;
        defer rc.release(items);
        const n = tuple.len(items);
        const self: Texts = .{ .paths = alloc.array(Path, n + 1)[0..n], .items = @ptrCast(alloc.array(?[*:0]const u8, n + 1)) };
        @memset(self.paths, .{});
        for (tuple.items(items), self.paths, 0..) |item, *path, i| {
            if (!path.take("fork_exec", what, item, .{})) {
                self.deinit();
                return null;
            }
            self.items[i] = path.text;
        }
        self.items[n] = null;
        return self;
    }
    fn deinit(self: Texts) void {
        for (self.paths) |*path| path.deinit();
        alloc.free(self.paths.ptr);
        alloc.free(@as([*]?[*:0]const u8, @ptrCast(self.items)));
    }
};

const Child = struct {
    arguments: Texts,
    programs: Texts,
    environment: ?Texts,
    directory: ?Path,
    keep: []const i32,
    close_others: bool,
    /// p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite, errpipe_read, errpipe_write.
    pipes: [8]i32,
    restore_signals: bool,
    new_session: bool,
    group: i64,
    gid: ?u32,
    groups: ?[]const c.gid_t,
    uid: ?u32,
    mask: i64,
    preexec: Word,

    /// Does not return where the program starts.
    fn run(self: *Child) void {
        const stage = self.prepare() orelse blk: {
            self.start();
            break :blk "";
        };
        const number = c._errno().*;
        var buffer: [64]u8 = undefined;
        const pending = err.pending();
        const text = if (pending)
            std.fmt.bufPrint(&buffer, "SubprocessError:0:Exception occurred in preexec_fn.", .{}) catch unreachable
        else
            std.fmt.bufPrint(&buffer, "OSError:{x}:{s}", .{ @as(u32, @intCast(number)), stage }) catch unreachable;
        _ = io.writeAll(self.pipes[7], text);
        c._exit(255);
    }

    /// Null: all is ready; else what failed, in subprocess.py's words.
    fn prepare(self: *Child) ?[]const u8 {
        for (self.keep) |fd| if (fd != self.pipes[7] and !inherit(fd)) return "";
        // The parent's ends.
        for ([_]i32{ self.pipes[1], self.pipes[2], self.pipes[4], self.pipes[6] }) |fd| {
            if (fd >= 0) _ = c.close(fd);
        }
        var in = self.pipes[0];
        var out = self.pipes[3];
        var errors = self.pipes[5];
        // A descriptor that stands where another is going must move first.
        if (out == 0) out = duplicate(out) orelse return "";
        while (errors == 0 or errors == 1) errors = duplicate(errors) orelse return "";
        if (in == 1 or in == 2) in = duplicate(in) orelse return "";
        if (out == 2) out = duplicate(out) orelse return "";
        for ([_]i32{ in, out, errors }, 0..) |fd, to| {
            if (fd < 0) continue;
            if (fd == to) {
                if (!inherit(fd)) return "";
            } else if (c.dup2(fd, @intCast(to)) < 0) return "";
        }
        if (self.directory) |path| if (c.chdir(path.text) < 0) return "noexec:chdir";
        if (self.mask >= 0) _ = c.umask(@intCast(self.mask));
        if (self.restore_signals) {
            const default: c.Sigaction = .{ .handler = .{ .handler = c.SIG.DFL }, .mask = std.mem.zeroes(c.sigset_t), .flags = 0 };
            _ = c.sigaction(c.SIG.PIPE, &default, null);
            _ = c.sigaction(c.SIG.XFSZ, &default, null);
        }
        if (self.new_session and setsid() < 0) return "";
        if (self.group >= 0 and setpgid(0, @intCast(self.group)) < 0) return "";
        if (self.groups) |groups| if (setgroups(groups.len, groups.ptr) < 0) return "";
        if (self.gid) |gid| if (setregid(gid, gid) < 0) return "";
        if (self.uid) |uid| if (setreuid(uid, uid) < 0) return "";
        if (!singletons.isNone(self.preexec)) {
            const result = call.call(self.preexec, &.{});
            if (result == 0) return "";
            rc.release(result);
        }
        if (self.close_others) self.closeOthers();
        return null;
    }
    fn duplicate(fd: i32) ?i32 {
        const n = c.dup(fd);
        return if (n < 0) null else n;
    }
    fn inherit(fd: i32) bool {
        const flags = c.fcntl(fd, c.F.GETFD, @as(c_int, 0));
        return flags >= 0 and c.fcntl(fd, c.F.SETFD, flags & ~@as(c_int, c.FD_CLOEXEC)) >= 0;
    }
    fn closeOthers(self: *Child) void {
        var from: u32 = 3;
        // Ascending, as subprocess.py hands them over.
        for (self.keep) |fd| {
            if (fd < from) continue;
            closeRange(from, @intCast(fd - 1));
            from = @intCast(fd + 1);
        }
        closeRange(from, std.math.maxInt(u32));
    }
    fn closeRange(from: u32, to: u32) void {
        if (from > to) return;
        if (std.os.linux.E.init(std.os.linux.syscall3(.close_range, from, to, 0)) == .SUCCESS) return;
        var fd = from;
        while (fd <= to and fd < 65536) : (fd += 1) _ = c.close(@intCast(fd));
    }
    /// Tries the programs in turn; the error that counts is the first that is not about a missing file.
    fn start(self: *Child) void {
        const env: [*:null]const ?[*:0]const u8 = if (self.environment) |e| e.items else @ptrCast(environ);
        var counts: c_int = 0;
        for (self.programs.paths) |path| {
            _ = c.execve(path.text, self.arguments.items, env);
            const number = c._errno().*;
            if (number != @intFromEnum(c.E.NOENT) and number != @intFromEnum(c.E.NOTDIR) and counts == 0) counts = number;
        }
        if (counts != 0) c._errno().* = counts;
    }
};

fn forkExec(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    var child: Child = undefined;
    child.close_others = truth(args[2]) orelse return 0;
    child.restore_signals = truth(args[14]) orelse return 0;
    child.new_session = truth(args[15]) orelse return 0;
    for (&child.pipes, args[6..14]) |*to, w| to.* = int.toCInt(w) orelse return 0;
    child.group = int.toSsize(args[16]) orelse return 0;
    child.mask = int.toSsize(args[20]) orelse return 0;
    child.gid = id(args[17]) catch return 0;
    child.uid = id(args[19]) catch return 0;
    child.preexec = args[21];
    const keep_items = tuple.fromIterable(args[3]);
    if (keep_items == 0) return 0;
    defer rc.release(keep_items);
    const keep = alloc.array(i32, tuple.len(keep_items) + 1)[0..tuple.len(keep_items)];
    defer alloc.free(keep.ptr);
    for (keep, tuple.items(keep_items)) |*to, w| to.* = int.toCInt(w) orelse return 0;
    child.keep = keep;
    child.groups = null;
    defer if (child.groups) |groups| alloc.free(groups.ptr);
    if (!singletons.isNone(args[18])) {
        const items = tuple.fromIterable(args[18]);
        if (items == 0) return 0;
        defer rc.release(items);
        const groups = alloc.array(c.gid_t, tuple.len(items) + 1)[0..tuple.len(items)];
        child.groups = groups;
        for (groups, tuple.items(items)) |*to, w| to.* = @intCast(int.toCInt(w) orelse return 0);
    }
    child.arguments = Texts.of("args", args[0]) orelse return 0;
    defer child.arguments.deinit();
    child.programs = Texts.of("executable_list", args[1]) orelse return 0;
    defer child.programs.deinit();
    child.environment = if (singletons.isNone(args[5])) null else Texts.of("env_list", args[5]) orelse return 0;
    defer if (child.environment) |e| e.deinit();
    var directory: Path = .{};
    defer directory.deinit();
    child.directory = null;
    if (!singletons.isNone(args[4])) {
        if (!directory.take("fork_exec", "cwd", args[4], .{})) return 0;
        child.directory = directory;
    }
    _ = io.flush();
    const pid = c.fork();
    if (pid == 0) child.run();
    return if (pid < 0) err.fromErrno(c._errno().*, 0) else int.fromI64(pid);
}
fn truth(w: Word) ?bool {
    const t = ops.truth(w);
    return if (t < 0) null else t == 1;
}
fn id(w: Word) error{Raised}!?u32 {
    if (singletons.isNone(w)) return null;
    return @intCast(int.toSsize(w) orelse return error.Raised);
}
