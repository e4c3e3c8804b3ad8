//! `select`: waiting for descriptors by the system's `poll`. `select.select` is built on it, so descriptors of any number serve.
//!
//! Invariant: a wait that a signal interrupted goes on with what is left of its time, unless the signal's handler raised.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const alloc = @import("../alloc.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const str = @import("../str.zig");
const call = @import("../call.zig");
const list = @import("../list.zig");
const float = @import("../float.zig");
const stack = @import("../stack.zig");
const tuple = @import("../tuple.zig");
const container = @import("../container.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const Word = object.Word;
const c = std.c;

pub const name = "select";
pub const shadowable = true;
pub const uses = .{"fileno"};
pub const functions = .{
    .{ "select", select, 3, 4 },
    .{ "poll", makePoll, 0, 0 },
};
pub const classes = .{.{ "", &poll_type, .{
    .{ "register", register, 1, 2 },
    .{ "modify", modify, 2, 2 },
    .{ "unregister", unregister, 1, 1 },
    .{ "poll", wait, 0, 1 },
} }};
const flags = .{
    .{ "POLLIN", c.POLL.IN },   .{ "POLLPRI", c.POLL.PRI },   .{ "POLLOUT", c.POLL.OUT }, .{ "POLLERR", c.POLL.ERR },
    .{ "POLLHUP", c.POLL.HUP }, .{ "POLLNVAL", c.POLL.NVAL }, .{ "POLLRDNORM", 0x40 },    .{ "POLLRDBAND", 0x80 },
    .{ "POLLWRNORM", 0x100 },   .{ "POLLWRBAND", 0x200 },     .{ "POLLMSG", 0x400 },      .{ "POLLRDHUP", 0x2000 },
    .{ "PIPE_BUF", 4096 },
};
pub fn setup(m: *native.Module) container.Raised!void {
    inline for (flags) |row| native.define(m, row[0], int.fromI64(row[1]));
    native.define(m, "error", object.word(err.typeOf(.OSError)));
}

/// The descriptor that an int or an object with `fileno()` stands for; null: raised.
fn descriptor(w: Word) ?i32 {
    if (int.valueOf(w) != 0) return valid(int.toCInt(w) orelse return null);
    const method = @import("../attr.zig").getOptional(w, str.intern("fileno"));
    if (method == 0) {
        if (!err.pending()) _ = err.raise(.TypeError, "argument must be an int, or have a fileno() method.", .{});
        return null;
    }
    defer rc.release(method);
    const r = call.call(method, &.{});
    if (r == 0) return null;
    defer rc.release(r);
    if (int.valueOf(r) == 0) {
        _ = err.raise(.TypeError, "fileno() returned a non-integer", .{});
        return null;
    }
    return valid(int.toCInt(r) orelse return null);
}
fn valid(fd: i32) ?i32 {
    if (fd >= 0) return fd;
    _ = err.raise(.ValueError, "file descriptor cannot be a negative integer ({d})", .{@as(i64, fd)});
    return null;
}

/// Waits; how many are ready, null: raised. Milliseconds below 0: without end.
fn waitFor(fds: []c.pollfd, milliseconds: f64) ?usize {
    const began = std.time.milliTimestamp();
    while (true) {
        const spent: f64 = @floatFromInt(std.time.milliTimestamp() - began);
        const left = if (milliseconds < 0) -1 else @min(@max(0, @ceil(milliseconds - spent)), 2147483647.0);
        const n = c.poll(fds.ptr, @intCast(fds.len), @intFromFloat(left));
        if (n >= 0) return @intCast(n);
        const number = c._errno().*;
        if (number != @intFromEnum(c.E.INTR)) {
            _ = err.fromErrno(number, 0);
            return null;
        }
        if (stack.poll() < 0) return null;
    }
}

const asked = [3]i16{ c.POLL.IN, c.POLL.OUT, c.POLL.PRI };
const told = [3]i16{ c.POLL.IN | c.POLL.HUP | c.POLL.ERR, c.POLL.OUT | c.POLL.ERR, c.POLL.PRI };
fn select(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    var milliseconds: f64 = -1;
    if (nargs > 3 and !singletons.isNone(args[3])) {
        if (!float.isFloat(args[3]) and int.valueOf(args[3]) == 0) return err.raise(.TypeError, "timeout must be a float or None", .{});
        milliseconds = (float.asF64(args[3]) orelse return 0) * 1000;
        if (milliseconds < 0) return err.raise(.ValueError, "timeout must be non-negative", .{});
    }
    var given: [3]Word = .{ 0, 0, 0 };
    defer for (given) |w| rc.releaseMaybe(w);
    var total: usize = 0;
    for (&given, args[0..3]) |*to, w| {
        to.* = tuple.fromIterable(w);
        if (to.* == 0) {
            if (err.matchesType(err.typeOf(.TypeError))) {
                err.clear();
                _ = err.raise(.TypeError, "arguments 1-3 must be sequences", .{});
            }
            return 0;
        }
        total += tuple.items(to.*).len;
    }
    const fds = alloc.array(c.pollfd, total + 1)[0..total];
    defer alloc.free(fds.ptr);
    var at: usize = 0;
    for (given, asked) |items, events| for (tuple.items(items)) |w| {
        fds[at] = .{ .fd = descriptor(w) orelse return 0, .events = events, .revents = 0 };
        at += 1;
    };
    _ = waitFor(fds, milliseconds) orelse return 0;
    for (fds) |fd| if (fd.revents & c.POLL.NVAL != 0) return err.fromErrno(@intFromEnum(c.E.BADF), 0);
    var out: [3]Word = undefined;
    at = 0;
    for (&out, given, told) |*to, items, events| {
        to.* = list.new(0);
        for (tuple.items(items)) |w| {
            if (fds[at].revents & events != 0) list.append(to.*, w);
            at += 1;
        }
    }
    return tuple.fromOwned(&out);
}

const Poll = extern struct { h: object.Header, fds: [*]c.pollfd, len: usize, cap: usize };
pub var poll_type: types.Type = .{
    .h = types.static_header,
    .c_name = "select.poll",
    .fixed_size = @sizeOf(Poll),
    .flags = .{ .acyclic = true, .default_getattr = true },
    .slots = .{ .dealloc = dealloc, .new = native.refuseNew },
};
fn makePoll(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const p = native.create(Poll, &poll_type);
    p.cap = 8;
    p.len = 0;
    p.fds = alloc.array(c.pollfd, 8);
    return object.word(p);
}
fn dealloc(w: Word) callconv(.c) void {
    alloc.free(object.ptr(Poll, w).fds);
    alloc.free(object.header(w));
}
fn find(p: *Poll, fd: i32) ?*c.pollfd {
    for (p.fds[0..p.len]) |*entry| if (entry.fd == fd) return entry;
    return null;
}
/// The events of an argument; null: raised.
fn eventsOf(w: Word) ?i16 {
    const n = int.toSsize(w) orelse return null;
    if (n < 0) {
        _ = err.raise(.OverflowError, "can't convert negative value to unsigned short", .{});
        return null;
    }
    if (n <= 0xffff) return @bitCast(@as(u16, @intCast(n)));
    _ = err.raise(.OverflowError, "Python int too large for C unsigned short", .{});
    return null;
}
fn register(w: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const p = object.ptr(Poll, w);
    const fd = descriptor(args[0]) orelse return 0;
    const events = if (nargs > 1) eventsOf(args[1]) orelse return 0 else c.POLL.IN | c.POLL.PRI | c.POLL.OUT;
    if (find(p, fd)) |entry| {
        entry.events = events;
        return native.none();
    }
    if (p.len == p.cap) {
        const to = alloc.array(c.pollfd, p.cap * 2);
        @memcpy(to[0..p.len], p.fds[0..p.len]);
        alloc.free(p.fds);
        p.fds = to;
        p.cap *= 2;
    }
    p.fds[p.len] = .{ .fd = fd, .events = events, .revents = 0 };
    p.len += 1;
    return native.none();
}
fn modify(w: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const fd = descriptor(args[0]) orelse return 0;
    const events = eventsOf(args[1]) orelse return 0;
    const entry = find(object.ptr(Poll, w), fd) orelse return err.fromErrno(@intFromEnum(c.E.NOENT), 0);
    entry.events = events;
    return native.none();
}
fn unregister(w: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const p = object.ptr(Poll, w);
    const fd = descriptor(args[0]) orelse return 0;
    const entry = find(p, fd) orelse {
        const key = int.fromI64(fd);
        defer rc.release(key);
        return err.keyError(key);
    };
    const i = (@intFromPtr(entry) - @intFromPtr(p.fds)) / @sizeOf(c.pollfd);
    std.mem.copyForwards(c.pollfd, p.fds[i .. p.len - 1], p.fds[i + 1 .. p.len]);
    p.len -= 1;
    return native.none();
}
fn wait(w: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const p = object.ptr(Poll, w);
    var milliseconds: f64 = -1;
    if (nargs > 0 and !singletons.isNone(args[0])) {
        if (!float.isFloat(args[0]) and int.valueOf(args[0]) == 0) return err.raise(.TypeError, "timeout must be an integer or None", .{});
        milliseconds = float.asF64(args[0]) orelse return 0;
    }
    // A handler of a signal may register while we wait.
    const fds = alloc.array(c.pollfd, p.len + 1)[0..p.len];
    defer alloc.free(fds.ptr);
    @memcpy(fds, p.fds[0..p.len]);
    _ = waitFor(fds, milliseconds) orelse return 0;
    const out = list.new(0);
    for (fds) |fd| {
        if (fd.revents == 0) continue;
        const pair = tuple.fromOwned(&.{ int.fromI64(fd.fd), int.fromI64(@as(u16, @bitCast(fd.revents))) });
        list.append(out, pair);
        rc.release(pair);
    }
    return out;
}
