//! `posix`: what `os` offers of the system; here the process and its surroundings, the tables of names, and the module itself.
//! Files stand in `posix_file.zig`, `posix_stat.zig`, paths in `posix_path.zig`.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const alloc = @import("../alloc.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const io = @import("../io.zig");
const int = @import("../int.zig");
const str = @import("../str.zig");
const sys = @import("../sys.zig");
const dict = @import("../dict.zig");
const iter = @import("../iter.zig");
const list = @import("../list.zig");
const set = @import("../set.zig");
const float = @import("../float.zig");
const stack = @import("../stack.zig");
const tuple = @import("../tuple.zig");
const args_ = @import("../args.zig");
const bytes_ = @import("../bytes.zig");
const bytes_like = @import("../bytes_like.zig");
const exception = @import("../exception.zig");
const container = @import("../container.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const stat_ = @import("posix_stat.zig");
const file_ = @import("posix_file.zig");
const path_ = @import("posix_path.zig");
const constants = @import("posix_constants.zig");
const struct_sequence = @import("struct_sequence.zig");
const Path = path_.Path;
const Word = object.Word;
const Raised = container.Raised;
const linux = std.os.linux;
const c = std.c;
const cInt = file_.cInt;

pub const name = "posix";
pub const doc = "This module provides access to operating system functionality that is\nstandardized by the C Standard and the POSIX standard (a thinly\n" ++
    "disguised Unix interface).  Refer to the library manual and\ncorresponding Unix manual entries for more information on calls.";

pub const functions = file_.functions ++ .{
    .{ "stat", stat_.stat, 0, -1, .keywords },
    .{ "lstat", stat_.lstat, 0, -1, .keywords },
    .{ "fstat", stat_.fstat, 1, 1 },
    .{ "listdir", stat_.listdir, 0, -1, .keywords },
    .{ "scandir", stat_.scandir, 0, -1, .keywords },
    .{ "fspath", path_.fspath, 1, 1 },
    .{ "_path_normpath", path_.normpath, 1, 1 },
    .{ "_path_splitroot_ex", path_.splitroot, 1, 1 },
    .{ "getpid", Id("getpid").f, 0, 0 },
    .{ "getppid", Id("getppid").f, 0, 0 },
    .{ "getuid", Id("getuid").f, 0, 0 },
    .{ "geteuid", Id("geteuid").f, 0, 0 },
    .{ "getgid", Id("getgid").f, 0, 0 },
    .{ "getegid", Id("getegid").f, 0, 0 },
    .{ "getpgrp", Id("getpgrp").f, 0, 0 },
    .{ "getpgid", getpgid, 1, 1 },
    .{ "getsid", getsid, 1, 1 },
    .{ "setsid", setsid, 0, 0 },
    .{ "getlogin", getlogin, 0, 0 },
    .{ "urandom", urandom, 1, 1 },
    .{ "getrandom", getRandom, 1, 2 },
    .{ "cpu_count", cpuCount, 0, 0 },
    .{ "sched_yield", schedYield, 0, 0 },
    .{ "sched_getaffinity", getAffinity, 1, 1 },
    .{ "strerror", strError, 1, 1 },
    .{ "putenv", putenv, 2, 2 },
    .{ "unsetenv", unsetenv, 1, 1 },
    .{ "uname", uname, 0, 0 },
    .{ "times", times, 0, 0 },
    .{ "getloadavg", getLoadAverage, 0, 0 },
    .{ "system", system, 1, 1 },
    .{ "kill", kill, 2, 2 },
    .{ "killpg", killpg, 2, 2 },
    .{ "fork", fork, 0, 0 },
    .{ "wait", wait, 0, 0 },
    .{ "waitpid", waitpid, 2, 2 },
    .{ "execv", execv, 2, 2 },
    .{ "execve", execve, 3, 3 },
    .{ "nice", nice, 1, 1 },
    .{ "sysconf", sysconf, 1, 1 },
    .{ "_exit", exitNow, 0, -1, .keywords },
    .{ "abort", abortNow, 0, 0 },
    .{ "ctermid", ctermid, 0, 0 },
    .{ "WIFEXITED", Status(.exited).f, 1, 1 },
    .{ "WEXITSTATUS", Status(.code).f, 1, 1 },
    .{ "WIFSIGNALED", Status(.signaled).f, 1, 1 },
    .{ "WTERMSIG", Status(.signal).f, 1, 1 },
    .{ "WIFSTOPPED", Status(.stopped).f, 1, 1 },
    .{ "WSTOPSIG", Status(.code).f, 1, 1 },
    .{ "WIFCONTINUED", Status(.continued).f, 1, 1 },
    .{ "WCOREDUMP", Status(.core).f, 1, 1 },
    .{ "waitstatus_to_exitcode", exitCode, 1, 1 },
    .{ "major", major, 1, 1 },
    .{ "minor", minor, 1, 1 },
    .{ "makedev", makedev, 2, 2 },
    .{ "register_at_fork", registerAtFork, 0, 0, .keywords },
    .{ "_is_inputhook_installed", noHook, 0, 0 },
};
pub const classes = .{
    .{ "", &stat_.scandir_type, stat_.scandir_methods },
    .{ "DirEntry", &stat_.entry_type, stat_.entry_methods },
};

pub fn setup(m: *native.Module) Raised!void {
    inline for (.{
        .{ "stat_result", stat_.StatResult },
        .{ "terminal_size", file_.TerminalSize },
        .{ "statvfs_result", file_.StatVfs },
        .{ "uname_result", Uname },
        .{ "times_result", Times },
        .{ "sched_param", SchedParam },
    }) |entry| {
        entry[1].prepare();
        native.define(m, entry[0], object.word(&entry[1].class));
    }
    for (constants.rows) |row| native.define(m, row[0], int.fromI64(row[1]));
    native.define(m, "error", object.word(err.typeOf(.OSError)));
    native.define(m, "environ", environment());
    const have = list.new(0);
    for (known) |text| list.appendOwned(list.of(have), str.intern(text));
    native.define(m, "_have_functions", have);
    const conf = dict.new();
    for (sysconf_names) |row| dict.setStr(conf, str.intern(row[0]), int.fromI64(row[1]));
    native.define(m, "sysconf_names", conf);
}
/// What `os` derives `supports_fd` and the like from.
const known = [_][]const u8{
    "HAVE_FACCESSAT", "HAVE_FCHDIR",     "HAVE_FCHMOD",   "HAVE_FCHMODAT",  "HAVE_FCHOWN",   "HAVE_FCHOWNAT",  "HAVE_FDOPENDIR", "HAVE_FSTATAT",
    "HAVE_FSTATVFS",  "HAVE_FTRUNCATE",  "HAVE_FUTIMENS", "HAVE_LINKAT",    "HAVE_LCHOWN",   "HAVE_LSTAT",     "HAVE_MKDIRAT",   "HAVE_MKFIFOAT",
    "HAVE_OPENAT",    "HAVE_READLINKAT", "HAVE_RENAMEAT", "HAVE_SYMLINKAT", "HAVE_UNLINKAT", "HAVE_UTIMENSAT",
};

extern "c" var environ: [*:null]?[*:0]const u8;
fn environment() Word {
    const d = dict.new();
    var i: usize = 0;
    while (environ[i]) |entry| : (i += 1) {
        const text = std.mem.span(entry);
        const at = std.mem.indexOfScalarPos(u8, text, @min(1, text.len), '=') orelse continue;
        const key = bytes_.fromSlice(text[0..at]);
        defer rc.release(key);
        const value = bytes_.fromSlice(text[at + 1 ..]);
        defer rc.release(value);
        // The first of two entries counts.
        if (dict.contains(d, key) == 0) _ = dict.set(d, key, value);
    }
    return d;
}

const process = struct {
    extern "c" fn getpid() c_int;
    extern "c" fn getppid() c_int;
    extern "c" fn getuid() c_uint;
    extern "c" fn geteuid() c_uint;
    extern "c" fn getgid() c_uint;
    extern "c" fn getegid() c_uint;
    extern "c" fn getpgrp() c_int;
};
extern "c" fn setenv(key: [*:0]const u8, value: [*:0]const u8, overwrite: c_int) c_int;
const unsetenv_c = @extern(*const fn ([*:0]const u8) callconv(.c) c_int, .{ .name = "unsetenv" });
const system_c = @extern(*const fn ([*:0]const u8) callconv(.c) c_int, .{ .name = "system" });
const killpg_c = @extern(*const fn (c_int, c_int) callconv(.c) c_int, .{ .name = "killpg" });
const getpgid_c = @extern(*const fn (c_int) callconv(.c) c_int, .{ .name = "getpgid" });
const getsid_c = @extern(*const fn (c_int) callconv(.c) c_int, .{ .name = "getsid" });
const setsid_c = @extern(*const fn () callconv(.c) c_int, .{ .name = "setsid" });
const sysconf_c = @extern(*const fn (c_int) callconv(.c) c_long, .{ .name = "sysconf" });
const nice_c = @extern(*const fn (c_int) callconv(.c) c_int, .{ .name = "nice" });
const times_c = @extern(*const fn (*[4]c_long) callconv(.c) c_long, .{ .name = "times" });
const loadavg_c = @extern(*const fn (*[3]f64, c_int) callconv(.c) c_int, .{ .name = "getloadavg" });
const getlogin_c = @extern(*const fn ([*]u8, usize) callconv(.c) c_int, .{ .name = "getlogin_r" });

fn Id(comptime function: []const u8) type {
    return struct {
        fn f(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            return int.fromI64(@field(process, function)());
        }
    };
}
fn failed() Word {
    return err.fromErrno(c._errno().*, 0);
}
fn number(v: c_int) Word {
    return if (v < 0) failed() else int.fromI64(v);
}
fn getpgid(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return number(getpgid_c(cInt(args[0]) orelse return 0));
}
fn getsid(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return number(getsid_c(cInt(args[0]) orelse return 0));
}
fn setsid(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return if (setsid_c() < 0) failed() else native.none();
}
fn getlogin(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    var buffer: [256]u8 = undefined;
    const status = getlogin_c(&buffer, buffer.len);
    return if (status != 0) err.fromErrno(status, 0) else sys.decodeArgument(std.mem.sliceTo(&buffer, 0));
}
fn randomBytes(n: i64, flags: u32) Word {
    const b = bytes_.tryRaw(@intCast(n)) orelse return err.noMemory();
    var at: usize = 0;
    const to = b.slice();
    while (at < to.len) {
        const got: isize = @bitCast(linux.getrandom(to.ptr + at, to.len - at, flags));
        if (got < 0) {
            if (got == -@as(isize, @intFromEnum(linux.E.INTR)) and stack.poll() >= 0) continue;
            rc.release(object.word(b));
            return if (err.pending()) 0 else err.fromErrno(@intCast(-got), 0);
        }
        at += @intCast(got);
    }
    return object.word(b);
}
fn urandom(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const n = int.toSsize(args[0]) orelse return 0;
    if (n < 0) return err.raise(.ValueError, "negative argument not allowed", .{});
    return randomBytes(n, 0);
}
fn getRandom(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const n = int.toSsize(args[0]) orelse return 0;
    if (n < 0) return err.fromErrno(@intFromEnum(c.E.INVAL), 0);
    const flags = if (nargs > 1) cInt(args[1]) orelse return 0 else 0;
    return randomBytes(n, @bitCast(flags));
}
fn cpuCount(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const n = sysconf_c(84);
    return if (n > 0) int.fromI64(n) else native.none();
}
fn schedYield(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    _ = linux.sched_yield();
    return native.none();
}
fn getAffinity(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const pid = cInt(args[0]) orelse return 0;
    var mask: [128]u64 = @splat(0);
    const got: isize = @bitCast(linux.syscall3(.sched_getaffinity, @as(usize, @bitCast(@as(isize, pid))), @sizeOf(@TypeOf(mask)), @intFromPtr(&mask)));
    if (got < 0) return err.fromErrno(@intCast(-got), 0);
    const all = list.new(0);
    defer rc.release(all);
    for (0..mask.len * 64) |i| {
        if (mask[i / 64] >> @intCast(i % 64) & 1 != 0) list.appendOwned(list.of(all), int.fromU64(i));
    }
    return @import("../call.zig").call(object.word(&@import("../set_methods.zig").set_type), &.{all});
}
fn strError(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return str.fromSlice(exception.errnoText(cInt(args[0]) orelse return 0));
}
fn putenv(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    var key: Path = .{};
    if (!key.take("putenv", "name", args[0], .{})) return 0;
    defer key.deinit();
    var value: Path = .{};
    if (!value.take("putenv", "value", args[1], .{})) return 0;
    defer value.deinit();
    if (std.mem.indexOfScalar(u8, key.slice(), '=') != null) return err.raise(.ValueError, "illegal environment variable name", .{});
    return if (setenv(key.text, value.text, 1) < 0) failed() else native.none();
}
fn unsetenv(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    var key: Path = .{};
    if (!key.take("unsetenv", "name", args[0], .{})) return 0;
    defer key.deinit();
    return if (unsetenv_c(key.text) < 0) failed() else native.none();
}
const Uname = struct_sequence.Class("posix.uname_result", &.{ "sysname", "nodename", "release", "version", "machine" }, 5);
fn uname(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    var u: linux.utsname = undefined;
    _ = linux.uname(&u);
    return Uname.make(&.{
        sys.decodeArgument(std.mem.sliceTo(&u.sysname, 0)), sys.decodeArgument(std.mem.sliceTo(&u.nodename, 0)),
        sys.decodeArgument(std.mem.sliceTo(&u.release, 0)), sys.decodeArgument(std.mem.sliceTo(&u.version, 0)),
        sys.decodeArgument(std.mem.sliceTo(&u.machine, 0)),
    });
}
const SchedParam = struct_sequence.Class("posix.sched_param", &.{"sched_priority"}, 1);
const Times = struct_sequence.Class("posix.times_result", &.{ "user", "system", "children_user", "children_system", "elapsed" }, 5);
fn times(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    var t: [4]c_long = undefined;
    const elapsed = times_c(&t);
    const ticks: f64 = @floatFromInt(sysconf_c(2));
    var values: [5]Word = undefined;
    for (values[0..4], t) |*to, v| to.* = float.new(@as(f64, @floatFromInt(v)) / ticks);
    values[4] = float.new(@as(f64, @floatFromInt(elapsed)) / ticks);
    return Times.make(&values);
}
fn getLoadAverage(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    var l: [3]f64 = undefined;
    if (loadavg_c(&l, 3) != 3) return err.raise(.OSError, "Load averages are unobtainable", .{});
    return tuple.fromOwned(&.{ float.new(l[0]), float.new(l[1]), float.new(l[2]) });
}
fn system(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    var command: Path = .{};
    if (!command.take("system", "command", args[0], .{})) return 0;
    defer command.deinit();
    return int.fromI64(system_c(command.text));
}
fn kill(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const pid = cInt(args[0]) orelse return 0;
    if (c.kill(pid, cInt(args[1]) orelse return 0) < 0) return failed();
    return if (stack.poll() < 0) 0 else native.none();
}
fn killpg(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const pid = cInt(args[0]) orelse return 0;
    if (killpg_c(pid, cInt(args[1]) orelse return 0) < 0) return failed();
    return if (stack.poll() < 0) 0 else native.none();
}
fn fork(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    runHooks(fork_hooks[0], true);
    // What is buffered would be written twice.
    _ = io.flush();
    const pid = c.fork();
    const number_of_error = c._errno().*;
    runHooks(fork_hooks[if (pid == 0) 2 else 1], false);
    c._errno().* = number_of_error;
    return number(pid);
}
fn wait(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return waitFor(-1, 0);
}
fn waitpid(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const pid = cInt(args[0]) orelse return 0;
    return waitFor(pid, cInt(args[1]) orelse return 0);
}
fn waitFor(pid: c_int, options: c_int) Word {
    while (true) {
        var status: c_int = 0;
        const got = c.waitpid(pid, &status, options);
        if (got < 0) {
            if (c._errno().* != @intFromEnum(c.E.INTR)) return failed();
            if (stack.poll() < 0) return 0;
            continue;
        }
        return tuple.fromOwned(&.{ int.fromI64(got), int.fromI64(status) });
    }
}
/// Texts for the system: pointers into one block each, ended by null.
const Texts = struct {
    items: [*:null]?[*:0]const u8,
    paths: []Path,
    fn of(function: []const u8, argument: []const u8, w: Word) ?Texts {
        const values = tuple.items(w);
        const pointers = alloc.array(?[*:0]const u8, values.len + 1);
        const paths = alloc.array(Path, values.len + 1)[0..values.len];
        for (paths) |*p| p.* = .{};
        pointers[values.len] = null;
        const self: Texts = .{ .items = @ptrCast(pointers), .paths = paths };
        for (values, 0..) |v, i| {
            if (!paths[i].take(function, argument, v, .{})) {
                self.deinit();
                return null;
            }
            pointers[i] = paths[i].text;
        }
        return self;
    }
    fn deinit(self: *const Texts) void {
        for (self.paths) |*p| p.deinit();
        alloc.free(self.paths.ptr);
        alloc.free(self.items);
    }
};
fn execv(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return execute("execv", args[0], args[1], 0);
}
fn execve(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return execute("execve", args[0], args[1], args[2]);
}
fn execute(comptime function: []const u8, program: Word, arguments: Word, variables: Word) Word {
    var path: Path = .{};
    if (!path.take(function, "path", program, .{})) return 0;
    defer path.deinit();
    if (!tuple.isTuple(arguments) and !list.isList(arguments)) return err.raise(.TypeError, function ++ ": argv must be a tuple or list", .{});
    const items = tuple.fromIterable(arguments);
    if (items == 0) return 0;
    defer rc.release(items);
    if (tuple.len(items) == 0) return err.raise(.ValueError, function ++ ": argv must not be empty", .{});
    const texts = Texts.of(function, "argv", items) orelse return 0;
    defer texts.deinit();
    _ = io.flush();
    if (variables == 0) {
        _ = c.execve(path.text, texts.items, @ptrCast(environ));
        return path.fail();
    }
    const pairs = list.new(0);
    defer rc.release(pairs);
    const keys = @import("../call.zig").method(variables, "items", &.{});
    if (keys == 0) return 0;
    defer rc.release(keys);
    const it = iter.iter(keys);
    if (it == 0) return 0;
    defer rc.release(it);
    while (true) {
        const pair = iter.next(it);
        if (pair == 0) break;
        defer rc.release(pair);
        if (!tuple.isTuple(pair) or tuple.len(pair) != 2) return err.raise(.TypeError, "env.items() must yield pairs", .{});
        var key: Path = .{};
        if (!key.take(function, "env", tuple.get(pair, 0), .{})) return 0;
        defer key.deinit();
        var value: Path = .{};
        if (!value.take(function, "env", tuple.get(pair, 1), .{})) return 0;
        defer value.deinit();
        var b: str.Builder = .{};
        defer b.deinit();
        b.append(key.slice());
        b.append("=");
        b.append(value.slice());
        list.appendOwned(list.of(pairs), bytes_.fromSlice(b.slice()));
    }
    if (err.pending()) return 0;
    const entries = list.toTuple(pairs);
    defer rc.release(entries);
    const env = Texts.of(function, "env", entries) orelse return 0;
    defer env.deinit();
    _ = c.execve(path.text, texts.items, @ptrCast(env.items));
    return path.fail();
}
fn nice(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    c._errno().* = 0;
    const v = nice_c(cInt(args[0]) orelse return 0);
    return if (v == -1 and c._errno().* != 0) failed() else int.fromI64(v);
}
const sysconf_names = [_]struct { []const u8, i32 }{
    .{ "SC_ARG_MAX", 0 },       .{ "SC_CHILD_MAX", 1 },  .{ "SC_CLK_TCK", 2 },           .{ "SC_NGROUPS_MAX", 3 },       .{ "SC_OPEN_MAX", 4 },
    .{ "SC_PAGESIZE", 30 },     .{ "SC_PAGE_SIZE", 30 }, .{ "SC_NPROCESSORS_CONF", 83 }, .{ "SC_NPROCESSORS_ONLN", 84 }, .{ "SC_PHYS_PAGES", 85 },
    .{ "SC_AVPHYS_PAGES", 86 }, .{ "SC_IOV_MAX", 60 },   .{ "SC_LINE_MAX", 43 },         .{ "SC_SEM_NSEMS_MAX", 32 },
};
fn sysconf(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    var which: c_int = -1;
    if (str.isStr(args[0])) {
        for (sysconf_names) |row| {
            if (str.eqlSlice(args[0], row[0])) which = row[1];
        }
        if (which < 0) return err.raise(.ValueError, "unrecognized configuration name", .{});
    } else which = cInt(args[0]) orelse return 0;
    c._errno().* = 0;
    const v = sysconf_c(which);
    return if (v == -1 and c._errno().* != 0) failed() else int.fromI64(v);
}
fn exitNow(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const sig: args_.Signature = .{ .name = "_exit", .params = &.{"status"}, .positional = 1, .required = 1 };
    var given: [1]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return 0;
    c._exit(cInt(given[0]) orelse return 0);
}
fn abortNow(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    c.abort();
}
fn ctermid(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return str.fromSlice("/dev/tty");
}
const Part = enum { exited, code, signaled, signal, stopped, continued, core };
fn Status(comptime part: Part) type {
    return struct {
        fn f(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            const s: u32 = @bitCast(cInt(args[0]) orelse return 0);
            const signal = s & 0x7f;
            return switch (part) {
                .exited => singletons.boolWord(signal == 0),
                .code => int.fromI64(s >> 8 & 0xff),
                .signaled => singletons.boolWord(signal != 0 and signal != 0x7f),
                .signal => int.fromI64(signal),
                .stopped => singletons.boolWord(s & 0xff == 0x7f),
                .continued => singletons.boolWord(s == 0xffff),
                .core => singletons.boolWord(s & 0x80 != 0),
            };
        }
    };
}
fn exitCode(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const s: u32 = @bitCast(cInt(args[0]) orelse return 0);
    if (s & 0x7f == 0) return int.fromI64(s >> 8 & 0xff);
    if (s & 0xff == 0x7f) return err.raise(.ValueError, "process stopped by delivery of signal {d}", .{s >> 8 & 0xff});
    return int.fromI64(-@as(i64, s & 0x7f));
}
fn major(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const d: u64 = @bitCast(int.toSsize(args[0]) orelse return 0);
    return int.fromU64((d >> 8 & 0xfff) | (d >> 32 & 0xfffff000));
}
fn minor(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const d: u64 = @bitCast(int.toSsize(args[0]) orelse return 0);
    return int.fromU64((d & 0xff) | (d >> 12 & 0xffffff00));
}
fn makedev(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const a: u64 = @bitCast(int.toSsize(args[0]) orelse return 0);
    const b: u64 = @bitCast(int.toSsize(args[1]) orelse return 0);
    return int.fromU64((a & 0xfffff000) << 32 | (a & 0xfff) << 8 | (b & 0xffffff00) << 12 | (b & 0xff));
}
/// Functions to call around `fork`: before (last first), in the parent, in the child. Lists, 0 until used.
var fork_hooks: [3]Word = @splat(0);
fn registerAtFork(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const sig: args_.Signature = .{
        .name = "register_at_fork",
        .params = &.{ "before", "after_in_parent", "after_in_child" },
        .positional = 0,
        .required = 0,
    };
    var given: [3]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return 0;
    if (given[0] == 0 and given[1] == 0 and given[2] == 0) return err.raise(.TypeError, "At least one argument is required.", .{});
    for (given, [_][]const u8{ "before", "after_in_parent", "after_in_child" }) |f, which| {
        if (f != 0 and !@import("../call.zig").isCallable(f)) return err.raise(.TypeError, "'{s}' must be callable, not {t}", .{ which, f });
    }
    for (given, &fork_hooks) |f, *hooks| {
        if (f == 0) continue;
        if (hooks.* == 0) {
            hooks.* = list.new(1);
            rc.immortalize(hooks.*);
        }
        list.append(hooks.*, f);
    }
    return native.none();
}
fn runHooks(hooks: Word, backwards: bool) void {
    if (hooks == 0) return;
    const n = list.len(hooks);
    for (0..n) |k| {
        const f = list.get(hooks, if (backwards) n - 1 - k else k);
        defer rc.release(f);
        const result = @import("../call.zig").call(f, &.{});
        if (result == 0) err.writeUnraisable(f) else rc.release(result);
    }
}
fn noHook(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return singletons.falseWord();
}
