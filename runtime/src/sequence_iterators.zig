//! Iterators over lists and tuples, and over anything that has `__getitem__` (forwards and reversed), and
//! `iter(callable, sentinel)`.
//!
//! Invariant: an exhausted iterator has dropped its source (`source == 0`) and stays exhausted.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const args_ = @import("args.zig");
const call = @import("call.zig");
const int = @import("int.zig");
const ops = @import("ops.zig");
const list = @import("list.zig");
const tuple = @import("tuple.zig");
const lookup = @import("lookup.zig");
const singletons = @import("singletons.zig");
const instance = @import("instance.zig");
const container = @import("container.zig");
const iter = @import("iter.zig");
const Word = object.Word;
const Raised = container.Raised;

/// Layout of all iterators over one source.
pub const SourceIterator = object.SourceIterator;
const CallIterator = extern struct { h: object.Header, source: Word, sentinel: Word };

fn iteratorType(comptime name: [*:0]const u8, comptime shape: object.ShapeId, comptime next: types.UnaryFn) types.Type {
    return .{
        .h = types.static_header,
        .c_name = name,
        .shape = @intFromEnum(shape),
        .fixed_size = @sizeOf(SourceIterator),
        .flags = .{ .immutable = true, .default_getattr = true },
        .slots = .{
            .dealloc = deallocSource,
            .traverse = traverseSource,
            .clear = clearSource,
            .iter = iter.self,
            .next = next,
        },
    };
}

pub var list_iterator_type = iteratorType("list_iterator", .list_iter, listNext);
pub var list_reverseiterator_type = iteratorType("list_reverseiterator", .list_reviter, listReversedNext);
pub var tuple_iterator_type = iteratorType("tuple_iterator", .tuple_iter, tupleNext);
pub var sequence_iterator_type = iteratorType("iterator", .seq_iter, sequenceNext);
pub var reversed_type: types.Type = blk: {
    var t = iteratorType("reversed", .reversed, reversedNext);
    t.flags.base = true;
    t.slots.new = reversedNew;
    break :blk t;
};
pub var callable_iterator_type: types.Type = blk: {
    var t = iteratorType("callable_iterator", .call_iter, callNext);
    t.slots.dealloc = callDealloc;
    t.slots.traverse = callTraverse;
    t.slots.clear = callClear;
    break :blk t;
};

comptime {
    @export(&reversed_type, .{ .name = "pyrt_type_reversed" });
}

pub const list_iterator_methods = .{
    .{ "__length_hint__", m_list_iterator_hint, 0, 0 },
    .{ "__setstate__", setstate(.open), 1, 1 },
};
pub const list_reverseiterator_methods = .{
    .{ "__length_hint__", m_list_reverseiterator_hint, 0, 0 },
    .{ "__setstate__", setstate(.list_backwards), 1, 1 },
};
pub const tuple_iterator_methods = .{
    .{ "__length_hint__", m_tuple_iterator_hint, 0, 0 },
    .{ "__setstate__", setstate(.tuple), 1, 1 },
};
pub const sequence_iterator_methods = .{
    .{ "__length_hint__", m_sequence_iterator_hint, 0, 0 },
    .{ "__setstate__", setstate(.open), 1, 1 },
};
pub const reversed_methods = .{
    .{ "__length_hint__", m_reversed_hint, 0, 0 },
    .{ "__setstate__", setstate(.backwards), 1, 1 },
};

/// Where `__setstate__` may put an iterator: anywhere from 0 (`open`), within a tuple, before the elements of a list or of
/// any sequence.
const Reach = enum { open, tuple, list_backwards, backwards };

fn setstate(comptime reach: Reach) object.NativeFn {
    return struct {
        fn run(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
            _ = .{ nargs, kwnames };
            const at = container.stateIndex(args[0]) catch return 0;
            const it = of(self);
            if (it.source == 0) return singletons.noneWord();
            it.index = switch (reach) {
                .open => @max(at, 0),
                .tuple => @min(@max(at, 0), @as(i64, @intCast(tuple.len(it.source)))),
                .list_backwards => @max(@min(at, @as(i64, @intCast(list.len(it.source))) - 1), -1),
                .backwards => blk: {
                    const n = ops.len(it.source);
                    if (n < 0) return 0;
                    break :blk @max(@min(at, n - 1), -1);
                },
            };
            return singletons.noneWord();
        }
    }.run;
}

fn make(comptime shape: object.ShapeId, source: Word, index: i64) Word {
    const it = alloc.object(SourceIterator, shape, 0);
    it.source = rc.retain(source);
    it.index = index;
    return object.word(it);
}
inline fn of(w: Word) *SourceIterator {
    return object.ptr(SourceIterator, w);
}

pub fn deallocSource(w: Word) callconv(.c) void {
    rc.releaseMaybe(of(w).source);
    alloc.free(object.header(w));
}
pub fn traverseSource(w: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    container.visitMaybe(of(w).source, visit, context);
}
pub fn clearSource(w: Word) callconv(.c) void {
    exhaust(of(w));
}

/// Drops the source. Returns 0, the end.
pub inline fn exhaust(it: *SourceIterator) void {
    const source = it.source;
    it.source = 0;
    rc.releaseMaybe(source);
}

pub fn listIterator(w: Word) Word {
    return make(.list_iter, w, 0);
}
pub fn listReversed(w: Word) Word {
    return make(.list_reviter, w, @as(i64, @intCast(list.len(w))) - 1);
}
pub fn tupleIterator(w: Word) Word {
    return make(.tuple_iter, w, 0);
}
/// Iterates by `__getitem__` from 0 until IndexError.
pub fn sequenceIterator(w: Word) Word {
    return make(.seq_iter, w, 0);
}
/// `iter(callable, sentinel)`; the caller has checked that it is callable.
pub fn callIterator(callable: Word, sentinel: Word) Word {
    const it = alloc.object(CallIterator, .call_iter, 0);
    it.source = rc.retain(callable);
    it.sentinel = rc.retain(sentinel);
    return object.word(it);
}

pub fn listNext(w: Word) callconv(.c) Word {
    const it = of(w);
    if (it.source == 0) return 0;
    const i: usize = @intCast(it.index);
    if (i < list.len(it.source)) {
        it.index += 1;
        return list.get(it.source, i);
    }
    exhaust(it);
    return 0;
}

fn listReversedNext(w: Word) callconv(.c) Word {
    const it = of(w);
    if (it.source == 0) return 0;
    if (it.index >= 0 and it.index < list.len(it.source)) {
        const i: usize = @intCast(it.index);
        it.index -= 1;
        return list.get(it.source, i);
    }
    it.index = -1;
    exhaust(it);
    return 0;
}

pub fn tupleNext(w: Word) callconv(.c) Word {
    const it = of(w);
    if (it.source == 0) return 0;
    const i: usize = @intCast(it.index);
    const items = tuple.items(it.source);
    if (i < items.len) {
        it.index += 1;
        return rc.retain(items[i]);
    }
    exhaust(it);
    return 0;
}

/// `source[index]`; 0 without a pending exception after IndexError or StopIteration, which end the iteration.
fn itemOrEnd(it: *SourceIterator) Word {
    // `__getitem__` may exhaust the iterator itself.
    const source = rc.retain(it.source);
    defer rc.release(source);
    const key = int.fromI64(it.index);
    defer rc.release(key);
    const item = ops.slotItem(source, key);
    if (item != 0) return item;
    if (err.clearIf(.IndexError) or err.clearIf(.StopIteration)) exhaust(it);
    return 0;
}

fn sequenceNext(w: Word) callconv(.c) Word {
    const it = of(w);
    if (it.source == 0) return 0;
    const item = itemOrEnd(it);
    if (item != 0) it.index += 1;
    return item;
}

fn reversedNext(w: Word) callconv(.c) Word {
    const it = of(w);
    if (it.source == 0) return 0;
    if (it.index < 0) {
        exhaust(it);
        return 0;
    }
    const item = itemOrEnd(it);
    it.index = if (item != 0) it.index - 1 else -1;
    return item;
}

fn callDealloc(w: Word) callconv(.c) void {
    const it = object.ptr(CallIterator, w);
    rc.releaseMaybe(it.source);
    rc.releaseMaybe(it.sentinel);
    alloc.free(it);
}
fn callTraverse(w: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    const it = object.ptr(CallIterator, w);
    container.visitMaybe(it.source, visit, context);
    container.visitMaybe(it.sentinel, visit, context);
}
fn callClear(w: Word) callconv(.c) void {
    const it = object.ptr(CallIterator, w);
    const callable = it.source;
    const sentinel = it.sentinel;
    it.source = 0;
    it.sentinel = 0;
    rc.releaseMaybe(callable);
    rc.releaseMaybe(sentinel);
}
fn callNext(w: Word) callconv(.c) Word {
    const it = object.ptr(CallIterator, w);
    if (it.source == 0) return 0;
    const callable = rc.retain(it.source);
    defer rc.release(callable);
    const result = call.call(callable, &.{});
    if (result == 0) {
        if (err.clearIf(.StopIteration)) callClear(w);
        return 0;
    }
    // The call may have exhausted the iterator.
    if (it.sentinel == 0) {
        rc.release(result);
        return 0;
    }
    const sentinel = rc.retain(it.sentinel);
    defer rc.release(sentinel);
    const last = container.equal(sentinel, result) catch {
        rc.release(result);
        return 0;
    };
    if (!last) return result;
    rc.release(result);
    callClear(w);
    return 0;
}

fn reversedNew(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (!args_.noKeywords("reversed", kwnames) or !args_.checkCount("reversed", nargs, 1, 1)) return 0;
    return container.wordOf(reversed(class, args[0]));
}

/// `reversed(source)`, what `__reversed__` returns or an iterator by index.
pub fn reversed(class: Word, source: Word) Raised!Word {
    if (object.isExact(source, .list)) return listReversed(source);
    const method = lookup.special(source, .__reversed__);
    if (method != 0 and !singletons.isNone(method)) return container.check(call.special(source, method, &.{}));
    const slots = &types.typeOf(source).slots;
    if (method != 0 or slots.getitem == null or (slots.length == null and !types.typeOf(source).flags.heap) or types.typeOf(source).flags.set_subclass) {
        return container.fail(.TypeError, "'{t}' object is not reversible", .{source});
    }
    const n = try container.checkLength(ops.len(source));
    const it = instance.allocate(SourceIterator, class);
    it.source = rc.retain(source);
    it.index = @as(i64, @intCast(n)) - 1;
    return object.word(it);
}

fn hint(n: i64) Word {
    return object.makeSmall(@max(0, n));
}

pub fn m_list_iterator_hint(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    const it = of(self);
    return hint(if (it.source == 0) 0 else @as(i64, @intCast(list.len(it.source))) - it.index);
}
pub fn m_list_reverseiterator_hint(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    const it = of(self);
    const left = it.index + 1;
    return hint(if (it.source == 0 or list.len(it.source) < left) 0 else left);
}
pub fn m_tuple_iterator_hint(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    const it = of(self);
    return hint(if (it.source == 0) 0 else @as(i64, @intCast(tuple.len(it.source))) - it.index);
}
pub fn m_sequence_iterator_hint(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    const it = of(self);
    if (it.source == 0) return hint(0);
    if (types.typeOf(it.source).slots.length == null) return singletons.notImplementedWord();
    const n = ops.len(it.source);
    return if (n < 0) 0 else hint(n - it.index);
}
pub fn m_reversed_hint(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    const it = of(self);
    if (it.source == 0) return hint(0);
    const n = ops.len(it.source);
    if (n < 0) return 0;
    const left = it.index + 1;
    return hint(if (n < left) 0 else left);
}
