//! Iterators over ranges.
//!
//! Invariant: `left` elements are to come, the first of them is `next`.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const singletons = @import("singletons.zig");
const container = @import("container.zig");
const int = @import("int.zig");
const iter = @import("iter.zig");
const Word = object.Word;

const Machine = extern struct { h: object.Header, next: i64, step: i64, left: i64 };
const Long = extern struct { h: object.Header, next: Word, step: Word, left: Word };

pub var range_iterator_type: types.Type = .{
    .h = types.static_header,
    .c_name = "range_iterator",
    .shape = @intFromEnum(object.ShapeId.range_iter),
    .fixed_size = @sizeOf(Machine),
    .flags = .{ .acyclic = true, .immutable = true, .default_getattr = true },
    .slots = .{ .dealloc = rc.deallocPlain, .iter = iter.self, .next = machineNext },
};
pub var longrange_iterator_type: types.Type = .{
    .h = types.static_header,
    .c_name = "longrange_iterator",
    .shape = @intFromEnum(object.ShapeId.long_range_iter),
    .fixed_size = @sizeOf(Long),
    .flags = .{ .acyclic = true, .immutable = true, .default_getattr = true },
    .slots = .{ .dealloc = longDealloc, .iter = iter.self, .next = longNext },
};

pub const range_iterator_methods = .{
    .{ "__length_hint__", m_range_iterator_hint, 0, 0 },
    .{ "__setstate__", m_range_iterator_setstate, 1, 1 },
};
pub const longrange_iterator_methods = .{
    .{ "__length_hint__", m_longrange_iterator_hint, 0, 0 },
    .{ "__setstate__", m_longrange_iterator_setstate, 1, 1 },
};

/// Skips that many elements of those that are left.
fn m_range_iterator_setstate(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    const index = container.indexWord(args[0]) catch return 0;
    defer rc.release(index);
    const given = int.toI64(index) orelse return err.raise(.OverflowError, "Python int too large to convert to C long", .{});
    const it = object.ptr(Machine, self);
    const skip = @min(@max(given, 0), @max(it.left, 0));
    it.next +%= skip *% it.step;
    it.left -= skip;
    return singletons.noneWord();
}
fn m_longrange_iterator_setstate(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    if (!int.isInt(args[0])) return err.raise(.TypeError, "'<' not supported between instances of '{t}' and 'int'", .{args[0]});
    const it = object.ptr(Long, self);
    const zero = object.makeSmall(0);
    const given = int.valueOf(args[0]);
    const skip = if (int.order(given, zero) == .lt) zero else if (int.order(given, it.left) == .gt) it.left else given;
    const distance = int.mul(skip, it.step);
    defer rc.release(distance);
    const next = int.add(it.next, distance);
    const left = int.sub(it.left, skip);
    rc.release(it.next);
    rc.release(it.left);
    it.next = next;
    it.left = left;
    return singletons.noneWord();
}

pub fn machineIterator(start: i64, step: i64, count: i64) Word {
    const it = alloc.object(Machine, .range_iter, 0);
    it.next = start;
    it.step = step;
    it.left = count;
    return object.word(it);
}

/// Consumes the three ints.
pub fn longIterator(start: Word, step: Word, count: Word) Word {
    const it = alloc.object(Long, .long_range_iter, 0);
    it.next = start;
    it.step = step;
    it.left = count;
    return object.word(it);
}

pub fn machineNext(w: Word) callconv(.c) Word {
    const it = object.ptr(Machine, w);
    if (it.left <= 0) return 0;
    it.left -= 1;
    const value = it.next;
    // After the last element the sum may overflow; it is not used then.
    it.next +%= it.step;
    return int.fromI64(value);
}

fn longDealloc(w: Word) callconv(.c) void {
    const it = object.ptr(Long, w);
    for ([_]Word{ it.next, it.step, it.left }) |p| rc.release(p);
    alloc.free(it);
}

fn longNext(w: Word) callconv(.c) Word {
    const it = object.ptr(Long, w);
    if (int.sign(it.left) <= 0) return 0;
    const value = it.next;
    const left = it.left;
    it.next = int.add(value, it.step);
    it.left = int.sub(left, object.makeSmall(1));
    rc.release(left);
    return value;
}

pub fn m_range_iterator_hint(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return int.fromI64(object.ptr(Machine, self).left);
}
pub fn m_longrange_iterator_hint(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return rc.retain(object.ptr(Long, self).left);
}
