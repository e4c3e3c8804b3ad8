//! `time`: broken-down times, their text, the time zone.
//!
//! Invariant: a `Tm` that came from a program has passed `fromWord` and, before any text is made of it, `checkRanges`.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const alloc = @import("../alloc.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const str = @import("../str.zig");
const call = @import("../call.zig");
const attr = @import("../attr.zig");
const float = @import("../float.zig");
const tuple = @import("../tuple.zig");
const text = @import("../text.zig");
const module_import = @import("../module_import.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const struct_sequence = @import("struct_sequence.zig");
const Word = object.Word;

pub const StructTime = struct_sequence.Class("time.struct_time", &.{
    "tm_year", "tm_mon",  "tm_mday",  "tm_hour", "tm_min",    "tm_sec",
    "tm_wday", "tm_yday", "tm_isdst", "tm_zone", "tm_gmtoff",
}, 9);

const Tm = extern struct {
    sec: c_int = 0,
    min: c_int = 0,
    hour: c_int = 0,
    mday: c_int = 0,
    mon: c_int = 0,
    year: c_int = 0,
    wday: c_int = 0,
    yday: c_int = 0,
    isdst: c_int = 0,
    gmtoff: c_long = 0,
    zone: ?[*:0]const u8 = null,
};
const Time = c_long;
const libc = struct {
    extern "c" fn gmtime_r(t: *const Time, out: *Tm) ?*Tm;
    extern "c" fn localtime_r(t: *const Time, out: *Tm) ?*Tm;
    extern "c" fn mktime(t: *Tm) Time;
    extern "c" fn strftime(out: [*]u8, size: usize, format: [*:0]const u8, t: *const Tm) usize;
    extern "c" fn tzset() void;
    extern "c" fn time(t: ?*Time) Time;
};

fn toStruct(t: *const Tm) Word {
    const zone: [*:0]const u8 = t.zone orelse "";
    return StructTime.make(&.{
        int.fromI64(@as(i64, t.year) + 1900), int.fromI64(t.mon + 1),            int.fromI64(t.mday),              int.fromI64(t.hour),
        int.fromI64(t.min),                   int.fromI64(t.sec),                int.fromI64(@mod(t.wday + 6, 7)), int.fromI64(t.yday + 1),
        int.fromI64(t.isdst),                 str.fromSlice(std.mem.span(zone)), int.fromI64(t.gmtoff),
    });
}

/// Seconds since the epoch from an argument that may be missing or None, rounded down; null: raised.
fn timestamp(args: [*]const Word, nargs: usize) ?Time {
    if (nargs == 0 or singletons.isNone(args[0])) return libc.time(null);
    if (float.of(args[0])) |v| {
        if (std.math.isNan(v)) {
            _ = err.raise(.ValueError, "Invalid value NaN (not a number)", .{});
            return null;
        }
        const whole = @floor(v);
        if (whole >= -9223372036854775808.0 and whole < 9223372036854775808.0) return @intFromFloat(whole);
    } else {
        const i = int.asIndex(args[0]);
        if (i == 0) return null;
        defer rc.release(i);
        if (int.toI64(i)) |v| return v;
    }
    _ = err.raise(.OverflowError, "timestamp out of range for platform time_t", .{});
    return null;
}
fn split(t: Time, comptime local: bool) ?Tm {
    var out: Tm = .{};
    std.c._errno().* = 0;
    if ((if (local) libc.localtime_r(&t, &out) else libc.gmtime_r(&t, &out)) == null) {
        const number = std.c._errno().*;
        _ = err.fromErrno(if (number == 0) 22 else number, 0);
        return null;
    }
    if (!local) out.zone = "UTC";
    return out;
}
pub fn gmtime(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    var t = split(timestamp(args, nargs) orelse return 0, false) orelse return 0;
    t.zone = "GMT";
    return toStruct(&t);
}
pub fn localtime(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const t = split(timestamp(args, nargs) orelse return 0, true) orelse return 0;
    return toStruct(&t);
}

/// What a tuple or struct_time says; null: raised.
fn fromWord(w: Word, comptime function: []const u8) ?Tm {
    if (!tuple.isTuple(w)) {
        _ = err.raise(.TypeError, "Tuple or struct_time argument required", .{});
        return null;
    }
    var v: [9]c_int = undefined;
    const items = tuple.items(w);
    if (items.len != 9) {
        _ = err.raise(.TypeError, function ++ "(): illegal time tuple argument", .{});
        return null;
    }
    for (&v, items) |*to, item| {
        const i = int.toSsize(item) orelse return null;
        if (i > std.math.maxInt(c_int) or i < std.math.minInt(c_int)) {
            _ = err.raise(.OverflowError, "{s}", .{if (i > 0) "signed integer is greater than maximum" else "signed integer is less than minimum"});
            return null;
        }
        to.* = @intCast(i);
    }
    if (v[0] < std.math.minInt(c_int) + 1900) {
        _ = err.raise(.OverflowError, "year out of range", .{});
        return null;
    }
    var t: Tm = .{
        .year = v[0] - 1900,
        .mon = v[1] -% 1,
        .mday = v[2],
        .hour = v[3],
        .min = v[4],
        .sec = v[5],
        .wday = @rem(v[6] +% 1, 7),
        .yday = v[7] -% 1,
        .isdst = v[8],
    };
    if (types.typeOf(w) == &StructTime.class) {
        const all = object.ptr(object.Tuple, w).items();
        if (int.isInt(all[10])) t.gmtoff = int.toI64(int.valueOf(all[10])) orelse 0;
        // The text outlives this call: the struct holds it.
        if (object.isExact(all[9], .str)) t.zone = @ptrCast(str.slice(all[9]).ptr);
    }
    return t;
}
fn outOfRange(comptime what: []const u8) bool {
    _ = err.raise(.ValueError, what ++ " out of range", .{});
    return false;
}
fn checkRanges(t: *Tm) bool {
    if (t.mon == -1) t.mon = 0 else if (t.mon < 0 or t.mon > 11) return outOfRange("month");
    if (t.mday == 0) t.mday = 1 else if (t.mday < 0 or t.mday > 31) return outOfRange("day of month");
    if (t.hour < 0 or t.hour > 23) return outOfRange("hour");
    if (t.min < 0 or t.min > 59) return outOfRange("minute");
    if (t.sec < 0 or t.sec > 61) return outOfRange("seconds");
    if (t.wday < 0) return outOfRange("day of week");
    if (t.yday == -1) t.yday = 0 else if (t.yday < 0 or t.yday > 365) return outOfRange("day of year");
    return true;
}

fn show(t: *const Tm) Word {
    const days = "SunMonTueWedThuFriSat";
    const months = "JanFebMarAprMayJunJulAugSepOctNovDec";
    var b: text.Buffer = .{};
    defer b.deinit();
    b.append(days[@intCast(3 * t.wday)..][0..3]);
    b.append(" ");
    b.append(months[@intCast(3 * t.mon)..][0..3]);
    b.append(if (t.mday < 10) "  " else " ");
    b.appendInt(t.mday);
    for ([_]c_int{ t.hour, t.min, t.sec }, " ::") |v, separator| {
        b.appendByte(separator);
        if (v < 10) b.appendByte('0');
        b.appendInt(v);
    }
    b.append(" ");
    b.appendInt(@as(i64, t.year) + 1900);
    return b.toWord();
}
pub fn asctime(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    var t = (if (nargs == 0) split(libc.time(null), true) else fromWord(args[0], "asctime")) orelse return 0;
    return if (checkRanges(&t)) show(&t) else 0;
}
pub fn ctime(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const t = split(timestamp(args, nargs) orelse return 0, true) orelse return 0;
    return show(&t);
}
pub fn mktime(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    var t = fromWord(args[0], "mktime") orelse return 0;
    t.wday = -1;
    const result = libc.mktime(&t);
    if (result == -1 and t.wday == -1) return err.raise(.OverflowError, "mktime argument out of range", .{});
    return float.new(@floatFromInt(result));
}

pub fn strftime(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    if (!str.isStr(args[0])) return err.raise(.TypeError, "strftime() argument 1 must be str, not {t}", .{args[0]});
    var t = (if (nargs < 2) split(libc.time(null), true) else fromWord(args[1], "strftime")) orelse return 0;
    if (!checkRanges(&t)) return 0;
    t.isdst = std.math.clamp(t.isdst, -1, 1);
    var out: text.Buffer = .{};
    defer out.deinit();
    const format = str.slice(args[0]);
    if (std.mem.indexOfScalar(u8, format, 0) != null) return err.raise(.ValueError, "embedded null character", .{});
    if (!formatPiece(&out, format, &t)) return 0;
    return out.toWord();
}
fn formatPiece(out: *text.Buffer, piece: []const u8, t: *const Tm) bool {
    if (piece.len == 0) return true;
    const format = alloc.tryBytes(piece.len + 1) orelse {
        _ = err.noMemory();
        return false;
    };
    defer alloc.free(format);
    @memcpy(format[0..piece.len], piece);
    format[piece.len] = 0;
    var size: usize = 1024;
    while (true) : (size *= 2) {
        const buffer = alloc.tryBytes(size) orelse {
            _ = err.noMemory();
            return false;
        };
        defer alloc.free(buffer);
        const n = libc.strftime(buffer, size, @ptrCast(format), t);
        // An empty result may be right: then a much bigger buffer gives it again.
        if (n > 0 or size >= 256 * piece.len) {
            out.append(buffer[0..n]);
            return true;
        }
    }
}

/// `_strptime` is Python code; a program that uses `time.strptime` has to bring it in.
pub fn strptime(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const module_name = str.intern("_strptime");
    const module = module_import.importName("", module_name, 0, 0);
    if (module == 0) {
        if (!err.clearIf(.ModuleNotFoundError)) return 0;
        return err.raise(.NotImplementedError, "PA0208: time.strptime needs the module _strptime, which the program does not import", .{});
    }
    defer rc.release(module);
    const f = attr.get(module, "_strptime_time");
    if (f == 0) return 0;
    defer rc.release(f);
    return call.call(f, args[0..nargs]);
}

pub fn tzset(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    libc.tzset();
    defineZone(object.ptr(native.Module, self));
    return singletons.noneWord();
}

/// `timezone`, `altzone`, `daylight`, `tzname`, from the offsets in January and July of this year, as CPython finds them.
pub fn defineZone(m: *native.Module) void {
    const year = 365 * 24 * 3600 + 6 * 3600;
    const now = @divFloor(libc.time(null), year) * year;
    const winter = split(now, true) orelse return err.clear();
    const summer = split(now + year / 2, true) orelse return err.clear();
    const a = -winter.gmtoff;
    const b = -summer.gmtoff;
    // In the southern hemisphere January is summer.
    const standard = if (a < b) &summer else &winter;
    const other = if (a < b) &winter else &summer;
    native.define(m, "timezone", int.fromI64(@max(a, b)));
    native.define(m, "altzone", int.fromI64(@min(a, b)));
    native.define(m, "daylight", int.fromI64(@intFromBool(a != b)));
    native.define(m, "tzname", tuple.fromOwned(&.{ zoneName(standard), zoneName(other) }));
}
fn zoneName(t: *const Tm) Word {
    const zone: [*:0]const u8 = t.zone orelse "";
    return str.fromSlice(std.mem.span(zone));
}
