//! `itertools`: accumulate, batched, chain, pairwise, zip_longest.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const ops = @import("../ops.zig");
const str = @import("../str.zig");
const call = @import("../call.zig");
const iter = @import("../iter.zig");
const list = @import("../list.zig");
const tuple = @import("../tuple.zig");
const args_ = @import("../args.zig");
const instance = @import("../instance.zig");
const container = @import("../container.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const itertools = @import("itertools.zig");
const Word = object.Word;

// accumulate --------------------------------------------------------------------------------------------------------

/// `function` is 0 for addition; `initial` is taken once, before the source.
const Accumulate = extern struct { h: object.Header, source: Word, function: Word, total: Word, initial: Word };
pub var accumulate_type = itertools.class(Accumulate, "itertools.accumulate", &.{
    "source", "function", "total", "initial",
}, accumulateNext, accumulateNew);
const accumulate_sig: args_.Signature = .{
    .name = "accumulate",
    .params = &.{ "iterable", "func", "initial" },
    .positional = 2,
    .required = 1,
};
fn given0(w: Word) Word {
    return if (w == 0 or singletons.isNone(w)) 0 else rc.retain(w);
}
fn accumulateNew(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [3]Word = undefined;
    if (!args_.bind(accumulate_sig, args, nargs, kwnames, &given)) return 0;
    const it = iter.iter(given[0]);
    if (it == 0) return 0;
    const a = instance.allocate(Accumulate, class);
    a.source = it;
    a.function = given0(given[1]);
    a.total = 0;
    a.initial = given0(given[2]);
    return object.word(a);
}
fn accumulateNext(w: Word) callconv(.c) Word {
    const a = object.ptr(Accumulate, w);
    if (a.initial != 0) {
        a.total = a.initial;
        a.initial = 0;
        return rc.retain(a.total);
    }
    const value = iter.next(a.source);
    if (value == 0) return 0;
    if (a.total == 0) {
        a.total = rc.retain(value);
        return value;
    }
    defer rc.release(value);
    const next = if (a.function == 0) ops.add(a.total, value) else call.call(a.function, &.{ a.total, value });
    if (next == 0) return 0;
    const old = a.total;
    a.total = rc.retain(next);
    rc.release(old);
    return next;
}

// batched -----------------------------------------------------------------------------------------------------------

const Batched = extern struct { h: object.Header, source: Word, size: u64, strict: u64 };
pub var batched_type = itertools.class(Batched, "itertools.batched", &.{"source"}, batchedNext, batchedNew);
const batched_sig: args_.Signature = .{
    .name = "batched",
    .params = &.{ "iterable", "n", "strict" },
    .positional = 2,
    .required = 2,
};
fn batchedNew(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [3]Word = undefined;
    if (!args_.bind(batched_sig, args, nargs, kwnames, &given)) return 0;
    const n = int.toSsize(given[1]) orelse return 0;
    const strict = if (given[2] == 0) 0 else ops.truth(given[2]);
    if (strict < 0) return 0;
    if (n < 1) return err.raise(.ValueError, "n must be at least one", .{});
    const it = iter.iter(given[0]);
    if (it == 0) return 0;
    const b = instance.allocate(Batched, class);
    b.source = it;
    b.size = @intCast(n);
    b.strict = @intCast(strict);
    return object.word(b);
}
fn batchedNext(w: Word) callconv(.c) Word {
    const b = object.ptr(Batched, w);
    if (b.source == 0) return 0;
    const it = rc.retain(b.source);
    defer rc.release(it);
    const values = list.new(@intCast(@min(b.size, 64)));
    defer rc.release(values);
    while (list.len(values) < b.size) {
        const value = iter.next(it);
        if (value == 0) {
            if (err.pending()) {
                itertools.drop(&b.source);
                return 0;
            }
            break;
        }
        list.appendOwned(list.of(values), value);
    }
    const n = list.len(values);
    if (n < b.size) {
        itertools.drop(&b.source);
        if (n == 0) return 0;
        if (b.strict != 0) return err.raise(.ValueError, "batched(): incomplete batch", .{});
    }
    return list.toTuple(values);
}

// chain -------------------------------------------------------------------------------------------------------------

const Chain = extern struct { h: object.Header, source: Word, active: Word };
pub var chain_type = itertools.class(Chain, "itertools.chain", &.{ "source", "active" }, chainNext, chainNew);
pub const chain_methods = .{
    .{ "from_iterable", fromIterable, 1, 1, .class_method },
    native.class_getitem,
};
fn chainOf(class: Word, source: Word) Word {
    if (source == 0) return 0;
    const c = instance.allocate(Chain, class);
    c.source = source;
    c.active = 0;
    return object.word(c);
}
fn chainNew(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (!native.refuseKeywords(class, &chain_type, "chain", kwnames)) return 0;
    const sources = tuple.fromSlice(args[0..nargs]);
    defer rc.release(sources);
    return chainOf(class, iter.iter(sources));
}
fn fromIterable(class: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return chainOf(class, iter.iter(args[0]));
}
fn chainNext(w: Word) callconv(.c) Word {
    const c = object.ptr(Chain, w);
    while (c.source != 0) {
        if (c.active == 0) {
            const iterable = iter.next(c.source);
            if (iterable == 0) {
                itertools.drop(&c.source);
                return 0;
            }
            c.active = iter.iter(iterable);
            rc.release(iterable);
            if (c.active == 0) {
                itertools.drop(&c.source);
                return 0;
            }
        }
        const value = iter.next(c.active);
        if (value != 0 or err.pending()) return value;
        itertools.drop(&c.active);
    }
    return 0;
}

// pairwise ----------------------------------------------------------------------------------------------------------

const Pairwise = extern struct { h: object.Header, source: Word, old: Word };
pub var pairwise_type = itertools.class(Pairwise, "itertools.pairwise", &.{ "source", "old" }, pairwiseNext, pairwiseNew);

fn pairwiseNew(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (!native.refuseKeywords(class, &pairwise_type, "pairwise", kwnames)) return 0;
    if (!args_.checkCount("pairwise", nargs, 1, 1)) return 0;
    const it = iter.iter(args[0]);
    if (it == 0) return 0;
    const p = instance.allocate(Pairwise, class);
    p.source = it;
    p.old = 0;
    return object.word(p);
}
fn pairwiseNext(w: Word) callconv(.c) Word {
    const p = object.ptr(Pairwise, w);
    if (p.source == 0) return 0;
    if (p.old == 0) {
        const first = iter.next(p.source);
        itertools.drop(&p.old);
        p.old = first;
        // The source may have stepped this very iterator to its end.
        if (first == 0 or p.source == 0) return pairwiseEnd(p);
    }
    const old = rc.retain(p.old);
    const value = iter.next(p.source);
    if (value == 0) {
        rc.release(old);
        return pairwiseEnd(p);
    }
    itertools.drop(&p.old);
    p.old = rc.retain(value);
    return tuple.fromOwned(&.{ old, value });
}
fn pairwiseEnd(p: *Pairwise) Word {
    itertools.drop(&p.source);
    itertools.drop(&p.old);
    return 0;
}

// zip_longest -------------------------------------------------------------------------------------------------------

/// `sources` is a tuple of iterators, None for one that has ended; `active` counts the others.
const ZipLongest = extern struct { h: object.Header, sources: Word, fill: Word, active: u64 };
pub var zip_longest_type = itertools.class(ZipLongest, "itertools.zip_longest", &.{ "sources", "fill" }, longestNext, longestNew);

fn longestNew(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const given = args_.keywordNames(kwnames);
    var fill = singletons.noneWord();
    if (given.len > 0) {
        if (given.len > 1 or !str.eqlSlice(given[0], "fillvalue")) {
            return err.raise(.TypeError, "zip_longest() got an unexpected keyword argument", .{});
        }
        fill = args[nargs];
    }
    const sources = tuple.create(nargs);
    @memset(sources.slice(), singletons.noneWord());
    for (args[0..nargs], 0..) |arg, i| {
        const it = iter.iter(arg);
        if (it == 0) {
            rc.release(object.word(sources));
            return 0;
        }
        sources.items()[i] = it;
    }
    const z = instance.allocate(ZipLongest, class);
    z.sources = object.word(sources);
    z.fill = rc.retain(fill);
    z.active = nargs;
    return object.word(z);
}
fn longestNext(w: Word) callconv(.c) Word {
    const z = object.ptr(ZipLongest, w);
    const n = tuple.len(z.sources);
    if (n == 0 or z.active == 0) return 0;
    const result = tuple.create(n);
    @memset(result.slice(), singletons.noneWord());
    for (0..n) |i| {
        const source = tuple.items(z.sources)[i];
        if (singletons.isNone(source)) {
            result.items()[i] = rc.retain(z.fill);
            continue;
        }
        const value = iter.next(source);
        if (value == 0) {
            z.active -|= 1;
            if (err.pending() or z.active == 0) {
                z.active = 0;
                rc.release(object.word(result));
                return 0;
            }
            const items = object.ptr(object.Tuple, z.sources).slice();
            // It may have ended by itself meanwhile.
            const ended = items[i];
            items[i] = singletons.noneWord();
            rc.release(ended);
            result.items()[i] = rc.retain(z.fill);
            continue;
        }
        result.items()[i] = value;
    }
    return object.word(result);
}
