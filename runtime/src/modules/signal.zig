//! `_signal`: handlers, and what processes send each other. `signal` makes enumerations of the numbers.
//!
//! Invariant: the C handler only sets bits; Python handlers run at the next poll, in the order of the signals' numbers.
const std = @import("std");
const object = @import("../object.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const str = @import("../str.zig");
const call = @import("../call.zig");
const list = @import("../list.zig");
const set = @import("../set.zig");
const float = @import("../float.zig");
const stack = @import("../stack.zig");
const tuple = @import("../tuple.zig");
const container = @import("../container.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const Word = object.Word;
const linux = std.os.linux;
const c = std.c;

pub const name = "_signal";
pub const doc = "This module provides mechanisms to use signal handlers in Python.";
pub const functions = .{
    .{ "signal", signal, 2, 2 },
    .{ "getsignal", getSignal, 1, 1 },
    .{ "raise_signal", raiseSignal, 1, 1 },
    .{ "default_int_handler", defaultIntHandler, 2, 2 },
    .{ "alarm", alarm, 1, 1 },
    .{ "setitimer", setTimer, 2, 3 },
    .{ "getitimer", getTimer, 1, 1 },
    .{ "pause", pause, 0, 0 },
    .{ "strsignal", strSignal, 1, 1 },
    .{ "valid_signals", validSignals, 0, 0 },
    .{ "siginterrupt", sigInterrupt, 2, 2 },
};
const count = 65;
/// What each signal does: 0 default, 1 ignored, None unknown, or a function; owned.
var handlers: [count]Word = @splat(0);
var caught: [count]u32 = @splat(0);

const rows = [_]struct { []const u8, i64 }{
    .{ "SIGHUP", 1 },      .{ "SIGINT", 2 },         .{ "SIGQUIT", 3 },     .{ "SIGILL", 4 },   .{ "SIGTRAP", 5 },   .{ "SIGABRT", 6 },     .{ "SIGIOT", 6 },
    .{ "SIGBUS", 7 },      .{ "SIGFPE", 8 },         .{ "SIGKILL", 9 },     .{ "SIGUSR1", 10 }, .{ "SIGSEGV", 11 },  .{ "SIGUSR2", 12 },    .{ "SIGPIPE", 13 },
    .{ "SIGALRM", 14 },    .{ "SIGTERM", 15 },       .{ "SIGSTKFLT", 16 },  .{ "SIGCHLD", 17 }, .{ "SIGCLD", 17 },   .{ "SIGCONT", 18 },    .{ "SIGSTOP", 19 },
    .{ "SIGTSTP", 20 },    .{ "SIGTTIN", 21 },       .{ "SIGTTOU", 22 },    .{ "SIGURG", 23 },  .{ "SIGXCPU", 24 },  .{ "SIGXFSZ", 25 },    .{ "SIGVTALRM", 26 },
    .{ "SIGPROF", 27 },    .{ "SIGWINCH", 28 },      .{ "SIGIO", 29 },      .{ "SIGPOLL", 29 }, .{ "SIGPWR", 30 },   .{ "SIGSYS", 31 },     .{ "SIGRTMIN", 34 },
    .{ "SIGRTMAX", 64 },   .{ "SIG_DFL", 0 },        .{ "SIG_IGN", 1 },     .{ "NSIG", 65 },    .{ "SIG_BLOCK", 0 }, .{ "SIG_UNBLOCK", 1 }, .{ "SIG_SETMASK", 2 },
    .{ "ITIMER_REAL", 0 }, .{ "ITIMER_VIRTUAL", 1 }, .{ "ITIMER_PROF", 2 },
};
var own_default: Word = 0;

pub fn setup(m: *native.Module) container.Raised!void {
    for (rows) |row| native.define(m, row[0], int.fromI64(row[1]));
    const timer_error = native.newException("signal", "itimer_error", &.{object.word(err.typeOf(.OSError))});
    if (timer_error == 0) return error.Raised;
    native.define(m, "ItimerError", timer_error);
    own_default = @import("../module.zig").getGlobal(m, str.intern("default_int_handler"));
    for (&handlers, 0..) |*handler, n| {
        var action: c.Sigaction = undefined;
        const known = n > 0 and c.sigaction(@intCast(n), null, &action) == 0;
        const ignored = known and action.handler.handler == c.SIG.IGN;
        handler.* = if (!known) singletons.noneWord() else int.fromI64(@intFromBool(ignored));
        if (n == c.SIG.INT and known and !ignored) handler.* = rc.retain(own_default);
    }
    stack.deliver = deliver;
    @import("../finalize.zig").drop_signal_handlers = dropHandlers;
}

/// At the end of the program: what comes later is passed over.
fn dropHandlers() void {
    stack.deliver = ignore;
    for (&handlers) |*handler| {
        const held = handler.*;
        handler.* = singletons.noneWord();
        rc.release(held);
    }
}
fn ignore() i32 {
    return 0;
}

fn onSignal(n: c_int) callconv(.c) void {
    if (n > 0 and n < count) @atomicStore(u32, &caught[@intCast(n)], 1, .seq_cst);
    stack.interrupt(stack.by_signal);
}
/// Runs the handlers of the signals that came; −1 raised.
fn deliver() i32 {
    for (&caught, 0..) |*flag, n| {
        if (@atomicRmw(u32, flag, .Xchg, 0, .seq_cst) == 0) continue;
        const handler = handlers[n];
        if (object.isSmall(handler) or singletons.isNone(handler)) continue;
        _ = rc.retain(handler);
        defer rc.release(handler);
        const result = call.call(handler, &.{ int.fromU64(n), singletons.noneWord() });
        if (result == 0) return -1;
        rc.release(result);
    }
    return 0;
}

/// A signal's number; null: raised.
fn numberOf(w: Word) ?usize {
    if (!int.hasIndex(w)) {
        _ = err.raise(.TypeError, "'{t}' object cannot be interpreted as an integer", .{w});
        return null;
    }
    const n = int.toSsize(w) orelse return null;
    if (n >= 1 and n < count) return @intCast(n);
    _ = err.raise(.ValueError, "signal number out of range", .{});
    return null;
}
fn signal(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const n = numberOf(args[0]) orelse return 0;
    const handler = args[1];
    const number = if (int.isInt(handler)) int.toI64(int.valueOf(handler)) orelse -1 else -1;
    if (number != 0 and number != 1 and !call.isCallable(handler)) {
        return err.raise(.TypeError, "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object", .{});
    }
    const action: c.Sigaction = .{
        .handler = .{ .handler = if (number == 0) c.SIG.DFL else if (number == 1) c.SIG.IGN else onSignal },
        .mask = std.mem.zeroes(c.sigset_t),
        .flags = 0,
    };
    if (c.sigaction(@intCast(n), &action, null) != 0) return err.fromErrno(c._errno().*, 0);
    const old = handlers[n];
    handlers[n] = if (number == 0 or number == 1) int.fromI64(number) else rc.retain(handler);
    return old;
}
fn getSignal(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(handlers[numberOf(args[0]) orelse return 0]);
}
fn raiseSignal(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const n = numberOf(args[0]) orelse return 0;
    if (c.raise(@intCast(n)) != 0) return err.fromErrno(c._errno().*, 0);
    return if (stack.poll() < 0) 0 else native.none();
}
fn defaultIntHandler(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return err.raiseEmpty(.KeyboardInterrupt);
}
const alarm_c = @extern(*const fn (c_uint) callconv(.c) c_uint, .{ .name = "alarm" });
const pause_c = @extern(*const fn () callconv(.c) c_int, .{ .name = "pause" });
const strsignal_c = @extern(*const fn (c_int) callconv(.c) ?[*:0]const u8, .{ .name = "strsignal" });
const Timer = extern struct { interval: [2]c_long, value: [2]c_long };
const setitimer_c = @extern(*const fn (c_int, *const Timer, *Timer) callconv(.c) c_int, .{ .name = "setitimer" });
const getitimer_c = @extern(*const fn (c_int, *Timer) callconv(.c) c_int, .{ .name = "getitimer" });
fn alarm(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const n = int.toSsize(args[0]) orelse return 0;
    return int.fromI64(alarm_c(@truncate(@as(u64, @bitCast(n)))));
}
fn parts(v: f64) [2]c_long {
    const whole = @floor(v);
    return .{ @intFromFloat(whole), @intFromFloat(@ceil((v - whole) * 1e6)) };
}
fn pair(t: *const Timer) Word {
    const value = @as(f64, @floatFromInt(t.value[0])) + @as(f64, @floatFromInt(t.value[1])) / 1e6;
    const interval = @as(f64, @floatFromInt(t.interval[0])) + @as(f64, @floatFromInt(t.interval[1])) / 1e6;
    return tuple.fromOwned(&.{ float.new(value), float.new(interval) });
}
fn setTimer(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const which = int.toSsize(args[0]) orelse return 0;
    const value = float.asF64(args[1]) orelse return 0;
    const interval = if (nargs > 2) float.asF64(args[2]) orelse return 0 else 0;
    if (!(value >= 0 and value < 1e15 and interval >= 0 and interval < 1e15)) return err.fromErrno(@intFromEnum(c.E.INVAL), 0);
    const wanted: Timer = .{ .interval = parts(interval), .value = parts(value) };
    var old: Timer = undefined;
    if (setitimer_c(@truncate(which), &wanted, &old) != 0) return err.fromErrno(c._errno().*, 0);
    return pair(&old);
}
fn getTimer(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    var t: Timer = undefined;
    if (getitimer_c(@truncate(int.toSsize(args[0]) orelse return 0), &t) != 0) return err.fromErrno(c._errno().*, 0);
    return pair(&t);
}
fn pause(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    _ = pause_c();
    return if (stack.poll() < 0) 0 else native.none();
}
fn strSignal(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const n = numberOf(args[0]) orelse return 0;
    const text = strsignal_c(@intCast(n)) orelse return native.none();
    const shown = std.mem.span(text);
    return if (std.mem.startsWith(u8, shown, "Unknown signal")) native.none() else str.fromSlice(shown);
}
fn validSignals(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const all = list.new(64);
    defer rc.release(all);
    for (1..count) |n| {
        // Those that the C library keeps for itself.
        if (n != 32 and n != 33) list.appendOwned(list.of(all), int.fromU64(n));
    }
    return set.fromIterable(.set, all) catch 0;
}
fn sigInterrupt(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    _ = numberOf(args[0]) orelse return 0;
    return err.raise(.NotImplementedError, "PA0209: signal.siginterrupt is not supported", .{});
}
