//! Builtin functions that consume iterables: all, any, sum, min, max, sorted, iter, next, aiter, anext.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const int = @import("int.zig");
const str = @import("str.zig");
const ops = @import("ops.zig");
const call = @import("call.zig");
const iter = @import("iter.zig");
const list = @import("list.zig");
const float = @import("float.zig");
const args_ = @import("args.zig");
const list_sort = @import("list_sort.zig");
const generator = @import("generator.zig");
const async_generator = @import("async_generator.zig");
const sequence_iterators = @import("sequence_iterators.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;

/// Does any (`want` true) or no item's truth equal `want`?
fn searchTruth(iterable: Word, want: bool) Word {
    const it = iter.iter(iterable);
    if (it == 0) return 0;
    defer rc.release(it);
    while (true) {
        const item = iter.next(it);
        if (item == 0) return if (err.pending()) 0 else singletons.boolWord(!want);
        const t = ops.truth(item);
        rc.release(item);
        if (t < 0) return 0;
        if ((t != 0) == want) return singletons.boolWord(want);
    }
}

fn all(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return searchTruth(args[0], false);
}
fn any(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return searchTruth(args[0], true);
}

const sum_signature: args_.Signature = .{ .name = "sum", .params = &.{ "iterable", "start" }, .posonly = 1, .positional = 2, .required = 1 };

fn sum(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [2]Word = undefined;
    if (!args_.bind(sum_signature, args, nargs, kwnames, &given)) return 0;
    const start = if (given[1] == 0) object.makeSmall(0) else given[1];
    const it = iter.iter(given[0]);
    if (it == 0) return 0;
    defer rc.release(it);
    if (!object.isSmall(start)) {
        const flags = types.typeOf(start).flags;
        if (flags.str_subclass) return err.raise(.TypeError, "sum() can't sum strings [use ''.join(seq) instead]", .{});
        if (flags.bytes_subclass) return err.raise(.TypeError, "sum() can't sum bytes [use b''.join(seq) instead]", .{});
        if (object.isExact(start, .bytearray)) return err.raise(.TypeError, "sum() can't sum bytearray [use b''.join(seq) instead]", .{});
    }
    return sumFrom(it, rc.retain(start));
}

/// A float sum in progress, with Neumaier's compensation.
const FloatSum = struct {
    high: f64,
    low: f64 = 0,

    fn add(self: *FloatSum, x: f64) void {
        const t = self.high + x;
        self.low += if (@abs(self.high) >= @abs(x)) (self.high - t) + x else (x - t) + self.high;
        self.high = t;
    }
    fn result(self: FloatSum) f64 {
        return if (self.low != 0 and std.math.isFinite(self.low)) self.high + self.low else self.high;
    }
};

/// Sums ints exactly, then floats with compensation, then whatever comes, as CPython's three loops. Consumes the total.
fn sumFrom(it: Word, start: Word) Word {
    var total = start;
    while (object.isSmall(total) or object.isExact(total, .int)) {
        const item = if (object.isSmall(total)) sumSmall(it, &total) else iter.next(it);
        if (item == 0) return ended(total);
        const plain = object.isSmall(item) or object.isExact(item, .int) or object.isExact(item, .bool_);
        total = addTo(total, item);
        if (total == 0) return 0;
        if (!plain) break;
    }
    if (!object.isExact(total, .float)) return sumAny(it, total);
    var s: FloatSum = .{ .high = object.ptr(object.Float, total).value };
    rc.release(total);
    while (true) {
        const item = iter.next(it);
        if (item == 0) return if (err.pending()) 0 else float.new(s.result());
        if (object.isExact(item, .float)) {
            s.add(object.ptr(object.Float, item).value);
            rc.release(item);
        } else if (smallInt(item)) |v| {
            s.high += @as(f64, @floatFromInt(v));
            rc.release(item);
        } else {
            const next_total = addTo(float.new(s.result()), item);
            return if (next_total == 0) 0 else sumAny(it, next_total);
        }
    }
}

/// Adds small ints to a small int while that fits 64 bits; gives the first item that is not added, as `iter.next` does.
fn sumSmall(it: Word, total: *Word) Word {
    var added = object.smallValue(total.*);
    defer total.* = int.fromI64(added);
    while (true) {
        const item = iter.pyrt_obj_next(it);
        if (!object.isSmall(item)) return item;
        const next_sum = @addWithOverflow(added, object.smallValue(item));
        if (next_sum[1] != 0) return item;
        added = next_sum[0];
    }
}

fn sumAny(it: Word, start: Word) Word {
    var total = start;
    while (true) {
        const item = iter.next(it);
        if (item == 0) return ended(total);
        total = addTo(total, item);
        if (total == 0) return 0;
    }
}

/// The total unless the iterator raised.
fn ended(total: Word) Word {
    if (!err.pending()) return total;
    rc.release(total);
    return 0;
}

/// Consumes both.
fn addTo(total: Word, item: Word) Word {
    const result = if (object.isSmall(total) and object.isSmall(item)) int.add(total, item) else ops.add(total, item);
    rc.release(total);
    rc.release(item);
    return result;
}

/// The value of an int (or bool, or subclass) that fits i64.
fn smallInt(w: Word) ?i64 {
    const v = int.valueOf(w);
    return if (v == 0) null else int.toI64(v);
}

fn extreme(comptime name: []const u8, op: types.CompareOp, args: [*]const Word, nargs: usize, kwnames: Word) Word {
    if (nargs == 0) return err.raise(.TypeError, "{s} expected at least 1 argument, got 0", .{name});
    var key: Word = 0;
    var default: Word = 0;
    for (args_.keywordNames(kwnames), 0..) |keyword, i| {
        if (str.eqlSlice(keyword, "key")) {
            key = args[nargs + i];
        } else if (str.eqlSlice(keyword, "default")) {
            default = args[nargs + i];
        } else {
            _ = args_.unexpected(name, str.slice(keyword), &.{ "key", "default" });
            return 0;
        }
    }
    if (key != 0 and singletons.isNone(key)) key = 0;
    if (nargs > 1 and default != 0) {
        return err.raise(.TypeError, "Cannot specify a default for {s}() with multiple positional arguments", .{name});
    }
    var best: Word = 0;
    var best_key: Word = 0;
    if (nargs > 1) {
        for (args[0..nargs]) |w| {
            if (!consider(op, key, rc.retain(w), &best, &best_key)) return 0;
        }
    } else {
        const it = iter.iter(args[0]);
        if (it == 0) return 0;
        defer rc.release(it);
        while (true) {
            const item = iter.pyrt_obj_next(it);
            if (key == 0 and object.isSmall(item) and object.isSmall(best)) {
                // The tag is the same on both sides.
                const a: i64 = @bitCast(item);
                const b: i64 = @bitCast(best);
                if (if (op == .lt) a < b else a > b) best = item;
                continue;
            }
            if (item == 0) {
                if (!err.pending()) break;
                rc.releaseMaybe(best);
                rc.releaseMaybe(best_key);
                return 0;
            }
            if (!consider(op, key, item, &best, &best_key)) return 0;
        }
    }
    rc.releaseMaybe(best_key);
    if (best != 0) return best;
    if (default != 0) return rc.retain(default);
    return err.raise(.ValueError, "{s}() iterable argument is empty", .{name});
}

/// Keeps the item (consumed) if it beats the best; false: raised, all released. `best_key` is 0 without a key function.
fn consider(op: types.CompareOp, key: Word, item: Word, best: *Word, best_key: *Word) bool {
    var item_key: Word = 0;
    if (key != 0) {
        item_key = call.call(key, &.{item});
        if (item_key == 0) {
            rc.release(item);
            rc.releaseMaybe(best.*);
            rc.releaseMaybe(best_key.*);
            return false;
        }
    }
    if (best.* == 0) {
        best.* = item;
        best_key.* = item_key;
        return true;
    }
    const better = if (key != 0) ops.compareBool(item_key, best_key.*, op) else ops.compareBool(item, best.*, op);
    if (better > 0) {
        rc.release(best.*);
        rc.releaseMaybe(best_key.*);
        best.* = item;
        best_key.* = item_key;
        return true;
    }
    rc.release(item);
    rc.releaseMaybe(item_key);
    if (better == 0) return true;
    rc.release(best.*);
    rc.releaseMaybe(best_key.*);
    return false;
}

fn min(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    return extreme("min", .lt, args, nargs, kwnames);
}
fn max(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    return extreme("max", .gt, args, nargs, kwnames);
}

fn sorted(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var key: Word = 0;
    var reverse = false;
    if (nargs != 1) return err.raise(.TypeError, "sorted expected 1 argument, got {d}", .{nargs});
    const result = iter.collect(args[0]);
    if (result == 0) return 0;
    for (args_.keywordNames(kwnames), 0..) |keyword, i| {
        const value = args[nargs + i];
        if (str.eqlSlice(keyword, "key")) {
            key = if (singletons.isNone(value)) 0 else value;
        } else if (str.eqlSlice(keyword, "reverse")) {
            const t = ops.truth(value);
            if (t < 0) {
                rc.release(result);
                return 0;
            }
            reverse = t != 0;
        } else {
            rc.release(result);
            return err.raise(.TypeError, "sort() got an unexpected keyword argument '{w}'", .{keyword});
        }
    }
    list_sort.sort(result, key, reverse) catch {
        rc.release(result);
        return 0;
    };
    return result;
}

fn iterFunction(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    if (nargs == 1) return iter.iter(args[0]);
    if (!call.isCallable(args[0])) return err.raise(.TypeError, "iter(v, w): v must be callable", .{});
    return sequence_iterators.callIterator(args[0], args[1]);
}

fn next(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    if (nargs == 1) return generator.nextOrStop(args[0]);
    if (types.typeOf(args[0]).slots.next == null) return err.raise(.TypeError, "'{t}' object is not an iterator", .{args[0]});
    const value = iter.next(args[0]);
    if (value != 0 or err.pending()) return value;
    return rc.retain(args[1]);
}

fn aiter(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const slot = types.typeOf(args[0]).slots.aiter orelse
        return err.raise(.TypeError, "'{t}' object is not an async iterable", .{args[0]});
    const it = slot(args[0]);
    if (it == 0 or types.typeOf(it).slots.anext != null) return it;
    defer rc.release(it);
    return err.raise(.TypeError, "{t}.__aiter__() must return an async iterator, not {t}", .{ args[0], it });
}

fn anext(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const slot = types.typeOf(args[0]).slots.anext orelse
        return err.raise(.TypeError, "'{t}' object is not an async iterator", .{args[0]});
    const awaitable = slot(args[0]);
    if (awaitable == 0 or nargs == 1) return awaitable;
    defer rc.release(awaitable);
    return @import("anext_default.zig").new(awaitable, args[1]);
}

pub const functions = .{
    .{ "all", all, 1, 1 },
    .{ "any", any, 1, 1 },
    .{ "sum", sum, 0, -1, .keywords },
    .{ "min", min, 0, -1, .keywords },
    .{ "max", max, 0, -1, .keywords },
    .{ "sorted", sorted, 0, -1, .keywords },
    .{ "iter", iterFunction, 1, 2 },
    .{ "next", next, 1, 2 },
    .{ "aiter", aiter, 1, 1 },
    .{ "anext", anext, 1, 2 },
};
