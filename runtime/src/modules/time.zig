//! `time`: clocks, sleeping, and the names; broken-down times stand in `time_text.zig`.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const str = @import("../str.zig");
const float = @import("../float.zig");
const stack = @import("../stack.zig");
const tuple = @import("../tuple.zig");
const container = @import("../container.zig");
const simple_namespace = @import("../simple_namespace.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const broken = @import("time_text.zig");
const Word = object.Word;
const c = std.c;

pub const name = "time";
pub const doc = "This module provides various functions to manipulate time values.";

fn read(clock: i32) ?c.timespec {
    var t: c.timespec = undefined;
    if (c.clock_gettime(@enumFromInt(clock), &t) != 0) {
        _ = err.fromErrno(c._errno().*, 0);
        return null;
    }
    return t;
}
fn nanoseconds(t: c.timespec) i64 {
    return @as(i64, t.sec) * 1_000_000_000 + t.nsec;
}
/// CPython's way from nanoseconds to a float: one rounded division.
fn seconds(ns: i64) Word {
    return float.new(@as(f64, @floatFromInt(ns)) / 1e9);
}
const Unit = enum { float, ns };
fn Clock(comptime clock: i32, comptime unit: Unit) type {
    return struct {
        fn f(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            const t = read(clock) orelse return 0;
            return if (unit == .ns) int.fromI64(nanoseconds(t)) else seconds(nanoseconds(t));
        }
    };
}

fn clockId(w: Word) ?i32 {
    if (!int.isInt(w)) {
        _ = err.raise(.TypeError, "clk_id should be integer, not {t}", .{w});
        return null;
    }
    const v = int.toSsize(w) orelse return null;
    return @intCast(std.math.clamp(v, std.math.minInt(i32), std.math.maxInt(i32)));
}
fn clockGettime(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const t = read(clockId(args[0]) orelse return 0) orelse return 0;
    return seconds(nanoseconds(t));
}
fn clockGettimeNs(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const t = read(clockId(args[0]) orelse return 0) orelse return 0;
    return int.fromI64(nanoseconds(t));
}
fn clockGetres(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    var t: c.timespec = undefined;
    if (c.clock_getres(@enumFromInt(clockId(args[0]) orelse return 0), &t) != 0) return err.fromErrno(c._errno().*, 0);
    return seconds(nanoseconds(t));
}
extern "c" fn clock_settime(clock: c_int, t: *const c.timespec) c_int;
extern "c" fn pthread_getcpuclockid(thread: usize, clock: *c_int) c_int;

/// A span or point of time in nanoseconds, rounded away from zero; null: raised.
fn toNanoseconds(w: Word) ?i64 {
    if (object.isExact(w, .float) or float.isFloat(w)) {
        const v = float.of(w).?;
        if (std.math.isNan(v)) {
            _ = err.raise(.ValueError, "Invalid value NaN (not a number)", .{});
            return null;
        }
        const scaled = v * 1e9;
        const whole = if (scaled >= 0) @ceil(scaled) else @floor(scaled);
        if (!(whole > -9223372036854775808.0 and whole < 9223372036854775808.0)) {
            _ = err.raise(.OverflowError, "timestamp out of range for platform time_t", .{});
            return null;
        }
        return @intFromFloat(whole);
    }
    const i = int.asIndex(w);
    if (i == 0) return null;
    defer rc.release(i);
    if (int.toI64(i)) |v| {
        const ns = @mulWithOverflow(v, 1_000_000_000);
        if (ns[1] == 0) return ns[0];
    }
    _ = err.raise(.OverflowError, "timestamp too large to convert to C PyTime_t", .{});
    return null;
}
fn clockSettime(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const ns = toNanoseconds(args[1]) orelse return 0;
    return set(args[0], ns);
}
fn clockSettimeNs(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return set(args[0], int.toSsize(args[1]) orelse return 0);
}
fn set(clock: Word, ns: i64) Word {
    const t: c.timespec = .{ .sec = @intCast(@divFloor(ns, 1_000_000_000)), .nsec = @intCast(@mod(ns, 1_000_000_000)) };
    if (clock_settime(clockId(clock) orelse return 0, &t) != 0) return err.fromErrno(c._errno().*, 0);
    return singletons.noneWord();
}
fn cpuClock(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const thread = int.toSsize(args[0]) orelse return 0;
    var id: c_int = undefined;
    const status = pthread_getcpuclockid(@bitCast(thread), &id);
    return if (status != 0) err.fromErrno(status, 0) else int.fromI64(id);
}

/// Sleeps for a time in nanoseconds; handles Ctrl-C. False: raised.
pub fn sleepFor(ns: i64) bool {
    const deadline = nanoseconds(read(1) orelse return false) +| ns;
    while (true) {
        const left = deadline - nanoseconds(read(1) orelse return false);
        if (left <= 0) return true;
        const t: c.timespec = .{ .sec = @intCast(@divFloor(left, 1_000_000_000)), .nsec = @intCast(@mod(left, 1_000_000_000)) };
        _ = c.nanosleep(&t, null);
        if (!stack.check()) return false;
    }
}
fn sleep(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const ns = toNanoseconds(args[0]) orelse return 0;
    if (ns < 0) return err.raise(.ValueError, "sleep length must be non-negative", .{});
    return if (sleepFor(ns)) singletons.noneWord() else 0;
}

const Info = struct { name: []const u8, clock: i32, implementation: []const u8, monotonic: bool, adjustable: bool };
const infos = [_]Info{
    .{ .name = "time", .clock = 0, .implementation = "clock_gettime(CLOCK_REALTIME)", .monotonic = false, .adjustable = true },
    .{ .name = "monotonic", .clock = 1, .implementation = "clock_gettime(CLOCK_MONOTONIC)", .monotonic = true, .adjustable = false },
    .{ .name = "perf_counter", .clock = 1, .implementation = "clock_gettime(CLOCK_MONOTONIC)", .monotonic = true, .adjustable = false },
    .{ .name = "process_time", .clock = 2, .implementation = "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", .monotonic = true, .adjustable = false },
    .{ .name = "thread_time", .clock = 3, .implementation = "clock_gettime(CLOCK_THREAD_CPUTIME_ID)", .monotonic = true, .adjustable = false },
};
fn clockInfo(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (!str.isStr(args[0])) return err.raise(.TypeError, "get_clock_info() argument 1 must be str, not {t}", .{args[0]});
    for (infos) |info| {
        if (!str.eqlSlice(args[0], info.name)) continue;
        var t: c.timespec = undefined;
        if (c.clock_getres(@enumFromInt(info.clock), &t) != 0) return err.fromErrno(c._errno().*, 0);
        return simple_namespace.make(&.{ "implementation", "monotonic", "adjustable", "resolution" }, &.{
            str.fromSlice(info.implementation), singletons.boolWord(info.monotonic), singletons.boolWord(info.adjustable),
            seconds(nanoseconds(t)),
        });
    }
    return err.raise(.ValueError, "unknown clock", .{});
}

pub fn setup(m: *native.Module) native.Raised!void {
    const clocks = .{
        .{ "CLOCK_REALTIME", 0 },           .{ "CLOCK_MONOTONIC", 1 },         .{ "CLOCK_MONOTONIC_RAW", 4 },
        .{ "CLOCK_PROCESS_CPUTIME_ID", 2 }, .{ "CLOCK_THREAD_CPUTIME_ID", 3 }, .{ "CLOCK_BOOTTIME", 7 },
        .{ "CLOCK_TAI", 11 },
    };
    inline for (clocks) |entry| native.define(m, entry[0], int.fromI64(entry[1]));
    native.define(m, "_STRUCT_TM_ITEMS", int.fromI64(11));
    broken.StructTime.prepare();
    native.define(m, "struct_time", object.word(&broken.StructTime.class));
    broken.defineZone(m);
}

pub const functions = .{
    .{ "time", Clock(0, .float).f, 0, 0 },
    .{ "time_ns", Clock(0, .ns).f, 0, 0 },
    .{ "clock_gettime", clockGettime, 1, 1 },
    .{ "clock_gettime_ns", clockGettimeNs, 1, 1 },
    .{ "clock_settime", clockSettime, 2, 2 },
    .{ "clock_settime_ns", clockSettimeNs, 2, 2 },
    .{ "clock_getres", clockGetres, 1, 1 },
    .{ "pthread_getcpuclockid", cpuClock, 1, 1 },
    .{ "sleep", sleep, 1, 1 },
    .{ "gmtime", broken.gmtime, 0, 1 },
    .{ "localtime", broken.localtime, 0, 1 },
    .{ "asctime", broken.asctime, 0, 1 },
    .{ "ctime", broken.ctime, 0, 1 },
    .{ "mktime", broken.mktime, 1, 1 },
    .{ "strftime", broken.strftime, 1, 2 },
    .{ "strptime", broken.strptime, 1, 2 },
    .{ "tzset", broken.tzset, 0, 0 },
    .{ "monotonic", Clock(1, .float).f, 0, 0 },
    .{ "monotonic_ns", Clock(1, .ns).f, 0, 0 },
    .{ "process_time", Clock(2, .float).f, 0, 0 },
    .{ "process_time_ns", Clock(2, .ns).f, 0, 0 },
    .{ "thread_time", Clock(3, .float).f, 0, 0 },
    .{ "thread_time_ns", Clock(3, .ns).f, 0, 0 },
    .{ "perf_counter", Clock(1, .float).f, 0, 0 },
    .{ "perf_counter_ns", Clock(1, .ns).f, 0, 0 },
    .{ "get_clock_info", clockInfo, 1, 1 },
};
