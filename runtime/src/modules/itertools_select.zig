//! `itertools`: iterators that choose among the values of one source: compress, dropwhile, filterfalse, islice, starmap,
//! takewhile.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const ops = @import("../ops.zig");
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

/// A function and the source that it looks at; `state` is 1 when the search is over.
const Filter = extern struct { h: object.Header, source: Word, function: Word, state: u64 };
const filter_fields = &.{ "source", "function" };

fn filterClass(comptime c_name: [:0]const u8, comptime shown: []const u8, comptime next: types.UnaryFn) types.Type {
    const New = struct {
        fn new(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
            if (args_.keywordNames(kwnames).len > 0 and !object.ptr(types.Type, class).flags.heap) {
                _ = args_.noKeywords(shown, kwnames);
                return 0;
            }
            if (!args_.checkCount(shown, nargs, 2, 2)) return 0;
            const it = iter.iter(args[1]);
            if (it == 0) return 0;
            const f = instance.allocate(Filter, class);
            f.source = it;
            f.function = rc.retain(args[0]);
            f.state = 0;
            return object.word(f);
        }
    };
    return itertools.class(Filter, c_name, filter_fields, next, New.new);
}

pub var dropwhile_type = filterClass("itertools.dropwhile", "dropwhile", dropNext);
pub var takewhile_type = filterClass("itertools.takewhile", "takewhile", takeNext);
pub var filterfalse_type = filterClass("itertools.filterfalse", "filterfalse", falseNext);
pub var starmap_type = filterClass("itertools.starmap", "starmap", starNext);

fn of(w: Word) *Filter {
    return object.ptr(Filter, w);
}
/// Truth of `function(value)`.
fn holds(function: Word, value: Word) Raised!bool {
    const answer = try container.check(call.call(function, &.{value}));
    defer rc.release(answer);
    return container.checkTri(ops.truth(answer));
}

fn dropNext(w: Word) callconv(.c) Word {
    const f = of(w);
    while (true) {
        const value = iter.next(f.source);
        if (value == 0 or f.state != 0) return value;
        const skip = holds(f.function, value) catch {
            rc.release(value);
            return 0;
        };
        if (!skip) {
            f.state = 1;
            return value;
        }
        rc.release(value);
    }
}
fn takeNext(w: Word) callconv(.c) Word {
    const f = of(w);
    if (f.state != 0) return 0;
    const value = iter.next(f.source);
    if (value == 0) return 0;
    const keep = holds(f.function, value) catch {
        rc.release(value);
        return 0;
    };
    if (keep) return value;
    rc.release(value);
    f.state = 1;
    return 0;
}
fn falseNext(w: Word) callconv(.c) Word {
    const f = of(w);
    const by_truth = singletons.isNone(f.function) or f.function == object.word(int.bool_type);
    while (true) {
        const value = iter.next(f.source);
        if (value == 0) return 0;
        const good = (if (by_truth) container.checkTri(ops.truth(value)) else holds(f.function, value)) catch {
            rc.release(value);
            return 0;
        };
        if (!good) return value;
        rc.release(value);
    }
}
fn starNext(w: Word) callconv(.c) Word {
    const f = of(w);
    const value = iter.next(f.source);
    if (value == 0) return 0;
    defer rc.release(value);
    if (object.isExact(value, .tuple)) return call.call(f.function, tuple.items(value));
    const items = tuple.fromIterable(value);
    if (items == 0) return 0;
    defer rc.release(items);
    return call.call(f.function, tuple.items(items));
}

// compress ----------------------------------------------------------------------------------------------------------

const Compress = extern struct { h: object.Header, data: Word, selectors: Word };
pub var compress_type = itertools.class(Compress, "itertools.compress", &.{ "data", "selectors" }, compressNext, compressNew);
const compress_sig: args_.Signature = .{ .name = "compress", .params = &.{ "data", "selectors" }, .positional = 2, .required = 2 };

fn compressNew(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [2]Word = undefined;
    if (!args_.bind(compress_sig, args, nargs, kwnames, &given)) return 0;
    const data = iter.iter(given[0]);
    if (data == 0) return 0;
    const selectors = iter.iter(given[1]);
    if (selectors == 0) {
        rc.release(data);
        return 0;
    }
    const c = instance.allocate(Compress, class);
    c.data = data;
    c.selectors = selectors;
    return object.word(c);
}
fn compressNext(w: Word) callconv(.c) Word {
    const c = object.ptr(Compress, w);
    while (true) {
        const value = iter.next(c.data);
        if (value == 0) return 0;
        const selector = iter.next(c.selectors);
        if (selector == 0) {
            rc.release(value);
            return 0;
        }
        const keep = ops.truth(selector);
        rc.release(selector);
        if (keep > 0) return value;
        rc.release(value);
        if (keep < 0) return 0;
    }
}

// islice ------------------------------------------------------------------------------------------------------------

/// `count` values are taken from the source; the next one wanted is number `next`; `stop` is −1 without end.
const Islice = extern struct { h: object.Header, source: Word, next: i64, stop: i64, step: i64, count: i64 };
pub var islice_type = itertools.class(Islice, "itertools.islice", &.{"source"}, isliceNext, isliceNew);

/// An index argument; null: not an index, or one beyond i64. Nothing stays pending.
fn position(w: Word) ?i64 {
    return container.index(w, .OverflowError) catch {
        err.clear();
        return null;
    };
}
fn badStop() Word {
    return err.raise(.ValueError, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.", .{});
}
fn isliceNew(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (!native.refuseKeywords(class, &islice_type, "islice", kwnames) or !args_.checkCount("islice", nargs, 2, 4)) return 0;
    var start: i64 = 0;
    var stop: i64 = -1;
    var step: i64 = 1;
    const stop_arg = args[if (nargs == 2) 1 else 2];
    if (nargs > 2 and !singletons.isNone(args[1])) start = position(args[1]) orelse -1;
    if (!singletons.isNone(stop_arg)) {
        stop = position(stop_arg) orelse return badStop();
        if (stop == -1) return badStop();
    }
    if (start < 0 or stop < -1) {
        return err.raise(.ValueError, "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.", .{});
    }
    if (nargs == 4 and !singletons.isNone(args[3])) step = position(args[3]) orelse -1;
    if (step < 1) return err.raise(.ValueError, "Step for islice() must be a positive integer or None.", .{});
    const it = iter.iter(args[0]);
    if (it == 0) return 0;
    const s = instance.allocate(Islice, class);
    s.source = it;
    s.next = start;
    s.stop = stop;
    s.step = step;
    s.count = 0;
    return object.word(s);
}
fn isliceNext(w: Word) callconv(.c) Word {
    const s = object.ptr(Islice, w);
    if (s.source == 0) return 0;
    while (s.count < s.next) {
        const skipped = iter.next(s.source);
        if (skipped == 0) return isliceEnd(s);
        rc.release(skipped);
        s.count += 1;
    }
    if (s.stop != -1 and s.count >= s.stop) return isliceEnd(s);
    const value = iter.next(s.source);
    if (value == 0) return isliceEnd(s);
    s.count += 1;
    const following = s.next +| s.step;
    s.next = if (s.stop != -1 and following > s.stop) s.stop else following;
    return value;
}
fn isliceEnd(s: *Islice) Word {
    itertools.drop(&s.source);
    return 0;
}
