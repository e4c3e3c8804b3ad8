//! `gc`: the cycle collector as programs see it. There is one generation.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const str = @import("../str.zig");
const call = @import("../call.zig");
const dict = @import("../dict.zig");
const list = @import("../list.zig");
const args_ = @import("../args.zig");
const tuple = @import("../tuple.zig");
const cycles = @import("../cycles.zig");
const module_ = @import("../module.zig");
const traceback = @import("../traceback.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const Word = object.Word;

pub const name = "gc";
pub const doc = "This module provides access to the garbage collector for reference cycles.";

var debug: i64 = 0;
var thresholds = [3]i64{ 2000, 10, 10 };
var collections: i64 = 0;
var collected: i64 = 0;
var callbacks: Word = 0;

fn enable(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    cycles.enabled = true;
    return singletons.noneWord();
}
fn disable(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    cycles.enabled = false;
    return singletons.noneWord();
}
fn isEnabled(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return singletons.boolWord(cycles.enabled);
}

/// Tells `gc.callbacks` of the beginning or the end of a collection.
fn notify(phase: []const u8, generation: i64, found: i64) void {
    if (list.len(callbacks) == 0) return;
    const info = dict.new();
    defer rc.release(info);
    dict.setStr(info, str.intern("generation"), object.makeSmall(generation));
    dict.setStr(info, str.intern("collected"), object.makeSmall(found));
    dict.setStr(info, str.intern("uncollectable"), object.makeSmall(0));
    const copy = list.fromSlice(list.items(callbacks));
    defer rc.release(copy);
    for (list.items(copy)) |f| {
        const result = call.call(f, &.{ str.intern(phase), info });
        if (result == 0) traceback.writeUnraisable(f) else rc.release(result);
    }
}
const collect_sig: args_.Signature = .{ .name = "collect", .params = &.{"generation"}, .positional = 1, .required = 0 };
fn collect(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [1]Word = undefined;
    if (!args_.bind(collect_sig, args, nargs, kwnames, &given)) return 0;
    const generation = if (given[0] == 0) 2 else int.toSsize(given[0]) orelse return 0;
    if (generation < 0 or generation > 2) return err.raise(.ValueError, "invalid generation", .{});
    notify("start", generation, 0);
    const found: i64 = @intCast(cycles.collect());
    collections += 1;
    collected += found;
    notify("stop", generation, found);
    return int.fromI64(found);
}

fn setDebug(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const flags = int.toSsize(args[0]) orelse return 0;
    if (flags != 0) return err.raise(.NotImplementedError, "PA0209: the debugging flags of gc are not supported", .{});
    debug = flags;
    return singletons.noneWord();
}
fn getDebug(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return int.fromI64(debug);
}
fn getCount(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return tuple.fromOwned(&.{ int.fromU64(cycles.suspects()), object.makeSmall(0), object.makeSmall(0) });
}
fn setThreshold(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    var new = thresholds;
    for (args[0..nargs], new[0..nargs]) |w, *to| to.* = int.toSsize(w) orelse return 0;
    thresholds = new;
    // Zero switches automatic collection off, as in CPython.
    cycles.automatic = thresholds[0] != 0;
    return singletons.noneWord();
}
fn getThreshold(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return tuple.fromOwned(&.{ int.fromI64(thresholds[0]), int.fromI64(thresholds[1]), int.fromI64(thresholds[2]) });
}
fn getStats(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const result = list.new(3);
    for (0..3) |generation| {
        const last = generation == 2;
        const d = dict.new();
        dict.setStr(d, str.intern("collections"), object.makeSmall(if (last) collections else 0));
        dict.setStr(d, str.intern("collected"), object.makeSmall(if (last) collected else 0));
        dict.setStr(d, str.intern("uncollectable"), object.makeSmall(0));
        list.appendOwned(list.of(result), d);
    }
    return result;
}
fn isTracked(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (object.isSmall(args[0])) return singletons.falseWord();
    const t = types.typeOf(args[0]);
    return singletons.boolWord(t.slots.traverse != null and !t.flags.acyclic);
}
fn isFinalized(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (object.isSmall(args[0])) return singletons.falseWord();
    return singletons.boolWord(object.header(args[0]).rc & object.rc_finalized != 0);
}
fn addReferent(child: Word, context: *anyopaque) callconv(.c) void {
    const result: *Word = @ptrCast(@alignCast(context));
    list.append(result.*, child);
}
fn getReferents(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    var result = list.new(0);
    for (args[0..nargs]) |w| {
        if (object.isSmall(w)) continue;
        if (types.typeOf(w).slots.traverse) |traverse| traverse(w, addReferent, &result);
    }
    return result;
}
fn refused(comptime function: []const u8) object.NativeFn {
    return struct {
        fn f(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            return err.raise(.NotImplementedError, "PA0209: gc." ++ function ++ " is not supported: no list of all objects is kept", .{});
        }
    }.f;
}
var frozen: i64 = 0;
fn freeze(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    // Nothing is moved between generations here, so nothing has to be kept from it.
    return singletons.noneWord();
}
fn freezeCount(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return int.fromI64(frozen);
}

pub fn setup(m: *native.Module) native.Raised!void {
    callbacks = list.new(0);
    rc.immortalize(callbacks);
    native.define(m, "garbage", list.new(0));
    native.define(m, "callbacks", callbacks);
    const flags = .{
        .{ "DEBUG_STATS", 1 }, .{ "DEBUG_COLLECTABLE", 2 }, .{ "DEBUG_UNCOLLECTABLE", 4 }, .{ "DEBUG_SAVEALL", 32 },
        .{ "DEBUG_LEAK", 38 },
    };
    inline for (flags) |flag| native.define(m, flag[0], int.fromI64(flag[1]));
}
pub const functions = .{
    .{ "enable", enable, 0, 0 },
    .{ "disable", disable, 0, 0 },
    .{ "isenabled", isEnabled, 0, 0 },
    .{ "set_debug", setDebug, 1, 1 },
    .{ "get_debug", getDebug, 0, 0 },
    .{ "get_count", getCount, 0, 0 },
    .{ "set_threshold", setThreshold, 1, 3 },
    .{ "get_threshold", getThreshold, 0, 0 },
    .{ "collect", collect, 0, -1, .keywords },
    .{ "get_objects", refused("get_objects"), 0, -1, .keywords },
    .{ "get_stats", getStats, 0, 0 },
    .{ "is_tracked", isTracked, 1, 1 },
    .{ "is_finalized", isFinalized, 1, 1 },
    .{ "get_referrers", refused("get_referrers"), 0, -1 },
    .{ "get_referents", getReferents, 0, -1 },
    .{ "freeze", freeze, 0, 0 },
    .{ "unfreeze", freeze, 0, 0 },
    .{ "get_freeze_count", freezeCount, 0, 0 },
};
