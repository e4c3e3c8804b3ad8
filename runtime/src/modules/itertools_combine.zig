//! `itertools.product`, `permutations`, `combinations`, `combinations_with_replacement`.
//!
//! Invariants
//! - `result` is 0 before the first step; then it holds the tuple given out last, which is changed in place if nobody kept it.
//! - `indices` is plain memory of `count` numbers (permutations: the cycles behind them).
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const alloc = @import("../alloc.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const str = @import("../str.zig");
const tuple = @import("../tuple.zig");
const args_ = @import("../args.zig");
const instance = @import("../instance.zig");
const container = @import("../container.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const itertools = @import("itertools.zig");
const Word = object.Word;

const Combiner = extern struct {
    h: object.Header,
    /// Tuple of the values; product: tuple of tuples, each given once.
    pool: Word,
    result: Word,
    indices: ?[*]u64,
    /// Length of results.
    r: u64,
    stopped: u64,
};

fn class(comptime c_name: [*:0]const u8, comptime next: types.UnaryFn, comptime new: itertools.New) types.Type {
    var t = itertools.class(Combiner, c_name, &.{ "pool", "result" }, next, new);
    t.slots.dealloc = dealloc;
    return t;
}
pub var product_type = class("itertools.product", productNext, productNew);
pub var permutations_type = class("itertools.permutations", permutationsNext, permutationsNew);
pub var combinations_type = class("itertools.combinations", combinationsNext, combinationsNew);
pub var replacement_type = class("itertools.combinations_with_replacement", replacementNext, replacementNew);
pub const methods = .{.{ "__sizeof__", sizeOf, 0, 0 }};

fn of(w: Word) *Combiner {
    return object.ptr(Combiner, w);
}
fn dealloc(w: Word) callconv(.c) void {
    const c = of(w);
    rc.releaseMaybe(c.pool);
    rc.releaseMaybe(c.result);
    if (c.indices) |p| alloc.free(p);
    alloc.free(object.header(w));
}
fn sizeOf(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const own = alloc.usableSize(object.header(w));
    return int.fromI64(@intCast(own + (if (of(w).indices) |p| alloc.usableSize(p) else 0)));
}

/// Consumes the pool. 0: no memory for `count` indices.
fn make(class_: Word, pool: Word, r: u64, count: u64) Word {
    const indices = alloc.tryArray(u64, @intCast(@max(count, 1))) orelse {
        rc.release(pool);
        return err.noMemory();
    };
    for (indices[0..@intCast(count)], 0..) |*place, i| place.* = i;
    const c = instance.allocate(Combiner, class_);
    c.pool = pool;
    c.result = 0;
    c.indices = indices;
    c.r = r;
    c.stopped = 0;
    return object.word(c);
}

/// The tuple of the values at the first `r` indices, given out for the first time.
fn firstOf(c: *Combiner) Word {
    const values = tuple.items(c.pool);
    const t = tuple.create(@intCast(c.r));
    for (t.slice(), 0..) |*place, i| place.* = rc.retain(values[@intCast(c.indices.?[i])]);
    c.result = object.word(t);
    return rc.retain(c.result);
}
fn stop(c: *Combiner) Word {
    c.stopped = 1;
    itertools.drop(&c.result);
    return 0;
}
/// Replaces the values from position `from` on and gives the result out.
fn renew(c: *Combiner, from: usize) Word {
    const items = itertools.writable(&c.result);
    const values = tuple.items(c.pool);
    for (from..items.len) |k| itertools.put(items, k, values[@intCast(c.indices.?[k])]);
    return rc.retain(c.result);
}

// product -----------------------------------------------------------------------------------------------------------

fn productNew(class_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const given = args_.keywordNames(kwnames);
    var repeat: u64 = 1;
    if (given.len > 0) {
        if (given.len > 1) return err.raise(.TypeError, "product() takes at most 1 keyword argument ({d} given)", .{given.len});
        if (!str.eqlSlice(given[0], "repeat")) {
            return err.raise(.TypeError, "product() got an unexpected keyword argument '{s}'", .{str.slice(given[0])});
        }
        const n = int.toSsize(args[nargs]) orelse return 0;
        if (n < 0) return err.raise(.ValueError, "repeat argument cannot be negative", .{});
        repeat = @intCast(n);
    }
    const size = if (repeat == 0) 0 else nargs;
    const total = @mulWithOverflow(repeat, @as(u64, nargs));
    if (total[1] != 0 or total[0] > 1 << 59) return err.raise(.OverflowError, "repeat argument too large", .{});
    const pools = tuple.create(size);
    @memset(pools.slice(), singletons.noneWord());
    for (0..size) |i| {
        const pool = tuple.fromIterable(args[i]);
        if (pool == 0) {
            rc.release(object.word(pools));
            return 0;
        }
        pools.items()[i] = pool;
    }
    const w = make(class_, object.word(pools), total[0], total[0]);
    if (w != 0) @memset(of(w).indices.?[0..@intCast(total[0])], 0);
    return w;
}
fn productNext(w: Word) callconv(.c) Word {
    const c = of(w);
    if (c.stopped != 0) return 0;
    const pools = tuple.items(c.pool);
    const r: usize = @intCast(c.r);
    if (c.result == 0) {
        for (pools) |pool| if (tuple.len(pool) == 0) return stop(c);
        const t = tuple.create(r);
        var k: usize = 0;
        for (t.slice()) |*place| {
            place.* = rc.retain(tuple.items(pools[k])[0]);
            k = if (k + 1 == pools.len) 0 else k + 1;
        }
        c.result = object.word(t);
        return rc.retain(c.result);
    }
    const items = itertools.writable(&c.result);
    var i = r;
    var k = pools.len;
    while (i > 0) {
        i -= 1;
        k = if (k == 0) pools.len - 1 else k - 1;
        const values = tuple.items(pools[k]);
        const at = &c.indices.?[i];
        at.* += 1;
        if (at.* < values.len) {
            itertools.put(items, i, values[@intCast(at.*)]);
            return rc.retain(c.result);
        }
        at.* = 0;
        itertools.put(items, i, values[0]);
    }
    return stop(c);
}

// permutations ------------------------------------------------------------------------------------------------------

const permutations_sig: args_.Signature = .{ .name = "permutations", .params = &.{ "iterable", "r" }, .positional = 2, .required = 1 };
fn permutationsNew(class_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [2]Word = undefined;
    if (!args_.bind(permutations_sig, args, nargs, kwnames, &given)) return 0;
    const pool = tuple.fromIterable(given[0]);
    if (pool == 0) return 0;
    const n = tuple.len(pool);
    var r: u64 = n;
    if (given[1] != 0 and !singletons.isNone(given[1])) {
        if (!int.isInt(given[1])) {
            rc.release(pool);
            return err.raise(.TypeError, "Expected int as r", .{});
        }
        const wanted = int.toSsize(given[1]) orelse {
            rc.release(pool);
            return 0;
        };
        if (wanted < 0) {
            rc.release(pool);
            return err.raise(.ValueError, "r must be non-negative", .{});
        }
        r = @intCast(wanted);
    }
    const w = make(class_, pool, r, if (r > n) 0 else n + r);
    if (w == 0) return 0;
    const c = of(w);
    if (r > n) c.stopped = 1 else for (0..@intCast(r)) |i| {
        c.indices.?[n + i] = n - i;
    }
    return w;
}
fn permutationsNext(w: Word) callconv(.c) Word {
    const c = of(w);
    if (c.stopped != 0) return 0;
    if (c.result == 0) return firstOf(c);
    const n = tuple.len(c.pool);
    const indices = c.indices.?[0..n];
    const cycles = c.indices.?[n .. n + @as(usize, @intCast(c.r))];
    if (n == 0) return stop(c);
    var i: usize = @intCast(c.r);
    while (i > 0) {
        i -= 1;
        cycles[i] -= 1;
        if (cycles[i] == 0) {
            const index = indices[i];
            std.mem.copyForwards(u64, indices[i .. n - 1], indices[i + 1 .. n]);
            indices[n - 1] = index;
            cycles[i] = n - i;
            continue;
        }
        std.mem.swap(u64, &indices[i], &indices[@intCast(n - cycles[i])]);
        return renew(c, i);
    }
    return stop(c);
}

// combinations ------------------------------------------------------------------------------------------------------

/// Pool and length of the two kinds of combinations; null: raised.
fn poolAndLength(comptime sig: args_.Signature, args: [*]const Word, nargs: usize, kwnames: Word) ?struct { Word, u64 } {
    var given: [2]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return null;
    const r = int.toSsize(given[1]) orelse return null;
    const pool = tuple.fromIterable(given[0]);
    if (pool == 0) return null;
    if (r < 0) {
        rc.release(pool);
        _ = err.raise(.ValueError, "r must be non-negative", .{});
        return null;
    }
    return .{ pool, @intCast(r) };
}
fn signature(comptime shown: []const u8) args_.Signature {
    return .{ .name = shown, .params = &.{ "iterable", "r" }, .positional = 2, .required = 2 };
}
fn combinationsNew(class_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const pool, const r = poolAndLength(signature("combinations"), args, nargs, kwnames) orelse return 0;
    const too_long = r > tuple.len(pool);
    const w = make(class_, pool, r, if (too_long) 0 else r);
    if (w != 0 and too_long) of(w).stopped = 1;
    return w;
}
fn combinationsNext(w: Word) callconv(.c) Word {
    const c = of(w);
    if (c.stopped != 0) return 0;
    if (c.result == 0) return firstOf(c);
    const n = tuple.len(c.pool);
    const r: usize = @intCast(c.r);
    const indices = c.indices.?[0..r];
    var i = r;
    while (i > 0) {
        i -= 1;
        if (indices[i] == i + n - r) continue;
        indices[i] += 1;
        for (i + 1..r) |k| indices[k] = indices[k - 1] + 1;
        return renew(c, i);
    }
    return stop(c);
}
fn replacementNew(class_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const sig = comptime signature("combinations_with_replacement");
    const pool, const r = poolAndLength(sig, args, nargs, kwnames) orelse return 0;
    const never = tuple.len(pool) == 0 and r > 0;
    const w = make(class_, pool, r, r);
    if (w == 0) return 0;
    @memset(of(w).indices.?[0..@intCast(r)], 0);
    if (never) of(w).stopped = 1;
    return w;
}
fn replacementNext(w: Word) callconv(.c) Word {
    const c = of(w);
    if (c.stopped != 0) return 0;
    if (c.result == 0) return firstOf(c);
    const n = tuple.len(c.pool);
    const indices = c.indices.?[0..@intCast(c.r)];
    var i = indices.len;
    while (i > 0) {
        i -= 1;
        if (indices[i] + 1 == n) continue;
        @memset(indices[i..], indices[i] + 1);
        return renew(c, i);
    }
    return stop(c);
}
