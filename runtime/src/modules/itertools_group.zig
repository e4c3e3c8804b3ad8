//! `itertools.groupby` and `tee`.
//!
//! Invariants
//! - A group yields values only while it is the newest group of its groupby.
//! - The values that a tee has read ahead live in a chain of blocks; each branch holds the block that it reads from.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const alloc = @import("../alloc.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const call = @import("../call.zig");
const iter = @import("../iter.zig");
const tuple = @import("../tuple.zig");
const args_ = @import("../args.zig");
const instance = @import("../instance.zig");
const container = @import("../container.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const itertools = @import("itertools.zig");
const Word = object.Word;
const Raised = container.Raised;

// groupby -----------------------------------------------------------------------------------------------------------

const Groupby = extern struct {
    h: object.Header,
    source: Word,
    /// Key function or None.
    function: Word,
    target: Word,
    key: Word,
    value: Word,
    /// The newest group; borrowed, it is only compared.
    newest: Word,
};
const Grouper = extern struct { h: object.Header, parent: Word, target: Word };
pub var groupby_type = blk: {
    const fields = &.{ "source", "function", "target", "key", "value" };
    break :blk itertools.class(Groupby, "itertools.groupby", fields, groupbyNext, groupbyNew);
};
pub var grouper_type = blk: {
    var t = itertools.class(Grouper, "itertools._grouper", &.{ "parent", "target" }, grouperNext, grouperNew);
    t.flags.base = false;
    break :blk t;
};
const groupby_sig: args_.Signature = .{ .name = "groupby", .params = &.{ "iterable", "key" }, .positional = 2, .required = 1 };

fn groupbyNew(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [2]Word = undefined;
    if (!args_.bind(groupby_sig, args, nargs, kwnames, &given)) return 0;
    const it = iter.iter(given[0]);
    if (it == 0) return 0;
    const g = instance.allocate(Groupby, class);
    g.source = it;
    g.function = if (given[1] == 0) singletons.noneWord() else rc.retain(given[1]);
    for ([_]*Word{ &g.target, &g.key, &g.value, &g.newest }) |place| place.* = 0;
    return object.word(g);
}

/// Reads the next value and its key; false: the end or an exception.
fn advance(g: *Groupby) bool {
    const value = iter.next(g.source);
    if (value == 0) return false;
    const key = if (singletons.isNone(g.function)) rc.retain(value) else call.call(g.function, &.{value});
    if (key == 0) {
        rc.release(value);
        return false;
    }
    itertools.drop(&g.value);
    g.value = value;
    itertools.drop(&g.key);
    g.key = key;
    return true;
}
fn sameKey(a: Word, b: Word) Raised!bool {
    _ = rc.retain(a);
    defer rc.release(a);
    _ = rc.retain(b);
    defer rc.release(b);
    return container.equal(a, b);
}
fn groupbyNext(w: Word) callconv(.c) Word {
    const g = object.ptr(Groupby, w);
    g.newest = 0;
    while (true) {
        if (g.key != 0) {
            if (g.target == 0) break;
            if (!(sameKey(g.target, g.key) catch return 0)) break;
        }
        if (!advance(g)) return 0;
    }
    itertools.drop(&g.target);
    g.target = rc.retain(g.key);
    const group = native.create(Grouper, &grouper_type);
    group.parent = rc.retain(w);
    group.target = rc.retain(g.target);
    g.newest = object.word(group);
    return tuple.fromOwned(&.{ rc.retain(g.key), object.word(group) });
}
fn grouperNew(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (!args_.noKeywords("_grouper", kwnames) or !args_.checkCount("_grouper", nargs, 2, 2)) return 0;
    if (!types.isInstance(args[0], &groupby_type)) {
        return err.raise(.TypeError, "_grouper() argument 1 must be itertools.groupby, not {t}", .{args[0]});
    }
    const group = native.create(Grouper, &grouper_type);
    group.parent = rc.retain(args[0]);
    group.target = rc.retain(args[1]);
    object.ptr(Groupby, args[0]).newest = object.word(group);
    return object.word(group);
}
fn grouperNext(w: Word) callconv(.c) Word {
    const group = object.ptr(Grouper, w);
    const g = object.ptr(Groupby, group.parent);
    if (g.newest != w) return 0;
    if (g.value == 0 and !advance(g)) return 0;
    if (g.key == 0) return 0;
    if (!(sameKey(group.target, g.key) catch return 0)) return 0;
    const value = g.value;
    g.value = 0;
    itertools.drop(&g.key);
    return value;
}

// tee ---------------------------------------------------------------------------------------------------------------

const block_size = 57;
const Block = extern struct {
    h: object.Header,
    source: Word,
    next: Word,
    filled: u32,
    running: u32,
    values: [block_size]Word,
};
const Tee = extern struct { h: object.Header, block: Word, at: u64 };

pub var block_type: types.Type = .{
    .h = types.static_header,
    .c_name = "itertools._tee_dataobject",
    .fixed_size = @sizeOf(Block),
    .flags = .{ .immutable = true },
    .slots = .{ .dealloc = blockDealloc, .traverse = blockTraverse, .new = blockNew },
};
pub var tee_type = blk: {
    var t = itertools.class(Tee, "itertools._tee", &.{"block"}, teeNext, teeNew);
    t.flags.base = false;
    t.flags.has_weakrefs = true;
    break :blk t;
};
pub const tee_methods = .{.{ "__copy__", teeCopy, 0, 0 }};

fn blockOf(source: Word) *Block {
    const b = native.create(Block, &block_type);
    b.source = rc.retain(source);
    b.next = 0;
    b.filled = 0;
    b.running = 0;
    return b;
}
fn blockNew(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (!args_.noKeywords("_tee_dataobject", kwnames) or !args_.checkCount("teedataobject", nargs, 3, 3)) return 0;
    const b = blockOf(args[0]);
    const result = object.word(b);
    if (!object.isExact(args[1], .list)) {
        rc.release(result);
        return err.raise(.TypeError, "teedataobject() argument 2 must be list, not {t}", .{args[1]});
    }
    const values = @import("../list.zig").items(args[1]);
    const last = singletons.isNone(args[2]);
    if (values.len > block_size or (!last and (values.len < block_size or types.typeOf(args[2]) != &block_type))) {
        rc.release(result);
        return err.raise(.ValueError, "Invalid arguments", .{});
    }
    for (values, 0..) |v, i| b.values[i] = rc.retain(v);
    b.filled = @intCast(values.len);
    if (!last) b.next = rc.retain(args[2]);
    return result;
}
/// A long chain goes block by block, without recursion.
fn blockDealloc(w: Word) callconv(.c) void {
    var at = w;
    while (true) {
        const b = object.ptr(Block, at);
        const next = b.next;
        rc.releaseMaybe(b.source);
        for (b.values[0..b.filled]) |v| rc.release(v);
        alloc.free(b);
        if (next == 0) return;
        if (!rc.isUnique(next)) return rc.release(next);
        const h = object.header(next);
        // In the collector's buffer: it has to be taken out first.
        if (h.rc & object.rc_color_mask != 0) return rc.release(next);
        at = next;
    }
}
fn blockTraverse(w: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    const b = object.ptr(Block, w);
    container.visitMaybe(b.source, visit, context);
    container.visitMaybe(b.next, visit, context);
    for (b.values[0..b.filled]) |v| visit(v, context);
}

fn branch(block: Word, at: u64) Word {
    const t = native.create(Tee, &tee_type);
    t.block = rc.retain(block);
    t.at = at;
    return object.word(t);
}
/// A branch that reads the iterable from where it is.
fn teeOf(iterable: Word) Word {
    const it = iter.iter(iterable);
    if (it == 0) return 0;
    defer rc.release(it);
    if (types.typeOf(it) == &tee_type) return branch(object.ptr(Tee, it).block, object.ptr(Tee, it).at);
    const block = object.word(blockOf(it));
    defer rc.release(block);
    return branch(block, 0);
}
fn teeNew(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (!args_.noKeywords("_tee", kwnames) or !args_.checkCount("_tee", nargs, 1, 1)) return 0;
    return teeOf(args[0]);
}
fn teeCopy(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return branch(object.ptr(Tee, w).block, object.ptr(Tee, w).at);
}
fn teeNext(w: Word) callconv(.c) Word {
    const t = object.ptr(Tee, w);
    if (t.at == block_size) {
        const b = object.ptr(Block, t.block);
        if (b.next == 0) b.next = object.word(blockOf(b.source));
        const old = t.block;
        t.block = rc.retain(b.next);
        t.at = 0;
        rc.release(old);
    }
    const b = object.ptr(Block, t.block);
    if (t.at < b.filled) {
        t.at += 1;
        return rc.retain(b.values[@intCast(t.at - 1)]);
    }
    if (b.running != 0) return err.raise(.RuntimeError, "cannot re-enter the tee iterator", .{});
    const held = rc.retain(t.block);
    defer rc.release(held);
    b.running = 1;
    const value = iter.next(b.source);
    b.running = 0;
    if (value == 0) return 0;
    b.values[b.filled] = rc.retain(value);
    b.filled += 1;
    t.at += 1;
    return value;
}
pub fn tee(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const n = if (nargs == 2) int.toSsize(args[1]) orelse return 0 else 2;
    if (n < 0) return err.raise(.ValueError, "n must be >= 0", .{});
    if (n == 0) return tuple.empty();
    const first = teeOf(args[0]);
    if (first == 0) return 0;
    const result = tuple.tryCreate(@intCast(n)) catch {
        rc.release(first);
        return 0;
    };
    const t = object.ptr(Tee, first);
    result.items()[0] = first;
    for (result.slice()[1..]) |*place| place.* = branch(t.block, t.at);
    return object.word(result);
}
