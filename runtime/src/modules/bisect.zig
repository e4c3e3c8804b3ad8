//! `_bisect`.
//!
//! Invariant: a comparison may run Python code that shortens the sequence; every item is looked up anew by the list's own
//! bounds check.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const ops = @import("../ops.zig");
const list = @import("../list.zig");
const call = @import("../call.zig");
const args_ = @import("../args.zig");
const container = @import("../container.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const Word = object.Word;
const Raised = container.Raised;

pub const name = "_bisect";
pub const doc = "Bisection algorithms.\n\nThis module provides support for maintaining a list in sorted order without\nhaving to sort " ++
    "the list after each insertion. For long lists of items with\nexpensive comparison operations, this can be an improvement over the " ++
    "more\ncommon approach.\n";
pub const shadowable = true;

const Side = enum { left, right };

fn itemAt(a: Word, i: i64) Raised!Word {
    if (object.isExact(a, .list)) {
        if (i >= list.len(a)) return container.fail(.IndexError, "list index out of range", .{});
        return list.get(a, @intCast(i));
    }
    const key = int.fromI64(i);
    defer rc.release(key);
    return container.check(ops.getitem(a, key));
}
fn search(a: Word, x: Word, low: i64, high: i64, key: Word, comptime side: Side) Raised!i64 {
    var lo = low;
    var hi = high;
    if (lo < 0) return container.fail(.ValueError, "lo must be non-negative", .{});
    if (hi < 0) hi = @intCast(try container.checkLength(ops.len(a)));
    while (lo < hi) {
        const mid = lo + @divTrunc(hi - lo, 2);
        var item = try itemAt(a, mid);
        if (key != 0) {
            const mapped = call.call(key, &.{item});
            rc.release(item);
            item = try container.check(mapped);
        }
        defer rc.release(item);
        const before = if (object.isSmall(item) and object.isSmall(x))
            (if (side == .right) object.smallValue(x) < object.smallValue(item) else object.smallValue(item) < object.smallValue(x))
        else
            try container.checkTri(if (side == .right) ops.compareBool(x, item, .lt) else ops.compareBool(item, x, .lt));
        // right: the item is beyond x; left: it is before x.
        if (before == (side == .left)) lo = mid + 1 else hi = mid;
    }
    return lo;
}

const Given = struct { a: Word, x: Word, lo: i64, hi: i64, key: Word };
fn Bisect(comptime shown: []const u8, comptime side: Side, comptime insert: bool) type {
    const sig: args_.Signature = .{ .name = shown, .params = &.{ "a", "x", "lo", "hi", "key" }, .positional = 4, .required = 2 };
    return struct {
        fn f(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
            var given: [5]Word = undefined;
            if (!args_.bind(sig, args, nargs, kwnames, &given)) return 0;
            return container.wordOf(run(given));
        }
        fn run(given: [5]Word) Raised!Word {
            const lo = if (given[2] == 0) 0 else int.toSsize(given[2]) orelse return error.Raised;
            const hi = if (given[3] == 0 or singletons.isNone(given[3])) -1 else int.toSsize(given[3]) orelse return error.Raised;
            const key = if (given[4] == 0 or singletons.isNone(given[4])) 0 else given[4];
            if (!insert) return int.fromI64(try search(given[0], given[1], lo, hi, key, side));
            const x = if (key == 0) rc.retain(given[1]) else try container.check(call.call(key, &.{given[1]}));
            defer rc.release(x);
            const at = try search(given[0], x, lo, hi, key, side);
            if (object.isExact(given[0], .list)) {
                const l = list.of(given[0]);
                list.insertOwned(l, @intCast(@min(at, @as(i64, @intCast(l.len)))), rc.retain(given[1]));
                return singletons.noneWord();
            }
            const position = int.fromI64(at);
            defer rc.release(position);
            rc.release(try container.check(call.method(given[0], "insert", &.{ position, given[1] })));
            return singletons.noneWord();
        }
    };
}

pub const functions = .{
    .{ "bisect_right", Bisect("bisect_right", .right, false).f, 0, -1, .keywords },
    .{ "bisect_left", Bisect("bisect_left", .left, false).f, 0, -1, .keywords },
    .{ "insort_right", Bisect("insort_right", .right, true).f, 0, -1, .keywords },
    .{ "insort_left", Bisect("insort_left", .left, true).f, 0, -1, .keywords },
};
