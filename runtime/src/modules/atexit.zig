//! `atexit`: functions that run, last registered first, when the main module has ended.
//!
//! Invariant: `callbacks` is a list of tuples (function, arguments, keywords); a removed one is None.
const object = @import("../object.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const call = @import("../call.zig");
const dict = @import("../dict.zig");
const list = @import("../list.zig");
const args_ = @import("../args.zig");
const tuple = @import("../tuple.zig");
const container = @import("../container.zig");
const finalize = @import("../finalize.zig");
const traceback = @import("../traceback.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const Word = object.Word;

pub const name = "atexit";
pub const doc = "allow programmer to define multiple exit functions to be executed\nupon normal program termination.\n\n" ++
    "Two public functions, register and unregister, are defined.\n";

var callbacks: Word = 0;

fn register(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (nargs == 0) return err.raise(.TypeError, "register() takes at least 1 argument (0 given)", .{});
    if (!call.isCallable(args[0])) return err.raise(.TypeError, "the first argument must be callable", .{});
    const keywords = dict.new();
    for (args_.keywordNames(kwnames), 0..) |key, i| dict.setStr(keywords, key, args[nargs + i]);
    list.appendOwned(list.of(callbacks), tuple.fromOwned(&.{ rc.retain(args[0]), tuple.fromSlice(args[1..nargs]), keywords }));
    return rc.retain(args[0]);
}
fn unregister(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    var i: usize = 0;
    while (i < list.len(callbacks)) : (i += 1) {
        const entry = list.get(callbacks, i);
        defer rc.release(entry);
        if (singletons.isNone(entry)) continue;
        const same = container.equalHeld(tuple.items(entry)[0], args[0]) catch return 0;
        if (same and i < list.len(callbacks)) list.replace(list.of(callbacks), i, singletons.noneWord());
    }
    return singletons.noneWord();
}
fn clear(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    list.clearAll(list.of(callbacks));
    return singletons.noneWord();
}
fn count(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return int.fromU64(list.len(callbacks));
}
/// What a function raises is reported and does not stop the others.
fn runAll() void {
    while (list.len(callbacks) > 0) {
        const entry = list.takeAt(list.of(callbacks), list.len(callbacks) - 1);
        defer rc.release(entry);
        if (singletons.isNone(entry)) continue;
        const items = tuple.items(entry);
        const result = call.callEx(items[0], items[1], items[2]);
        if (result == 0) traceback.writeUnraisableAs("Exception ignored in atexit callback ", items[0]) else rc.release(result);
    }
}
fn runNow(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    runAll();
    return singletons.noneWord();
}

pub fn setup(_: *native.Module) native.Raised!void {
    callbacks = list.new(0);
    rc.immortalize(callbacks);
    finalize.at_exit = runAll;
}
pub const functions = .{
    .{ "register", register, 0, -1, .keywords },
    .{ "_clear", clear, 0, 0 },
    .{ "unregister", unregister, 1, 1 },
    .{ "_run_exitfuncs", runNow, 0, 0 },
    .{ "_ncallbacks", count, 0, 0 },
};
