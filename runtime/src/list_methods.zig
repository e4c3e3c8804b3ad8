//! The class `list`: its slots and methods.
//!
//! Invariant: whatever runs Python code (`__eq__`, `__index__`, `__repr__`) is followed by a fresh look at length and
//! elements; an element that is compared or shown is held meanwhile.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const singletons = @import("singletons.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const args_ = @import("args.zig");
const str = @import("str.zig");
const ops = @import("ops.zig");
const int = @import("int.zig");
const list = @import("list.zig");
const flat = @import("list_flat.zig");
const list_slice = @import("list_slice.zig");
const list_sort = @import("list_sort.zig");
const instance = @import("instance.zig");
const container = @import("container.zig");
const iterators = @import("sequence_iterators.zig");
const Word = object.Word;
const List = object.List;
const Raised = container.Raised;

pub var list_type: types.Type = .{
    .h = types.static_header,
    .c_name = "list",
    .shape = @intFromEnum(object.ShapeId.list),
    .fixed_size = @sizeOf(List),
    .flags = .{ .base = true, .list_subclass = true, .sequence = true, .immutable = true, .default_getattr = true },
    .slots = .{
        .dealloc = dealloc,
        .traverse = traverse,
        .clear = clear,
        .repr = repr,
        .compare = compare,
        .iter = iterSlot,
        .length = length,
        .getitem = getitem,
        .setitem = setitem,
        .contains = contains,
        .new = new,
        .init = init,
        .binary = container.binarySlots(.{ .add = add, .mul = mul }),
        .inplace = container.binarySlots(.{ .add = inplaceAdd, .mul = inplaceMul }),
    },
};

comptime {
    @export(&list_type, .{ .name = "pyrt_type_list" });
}

pub const methods = .{
    .{ "__reversed__", m_list_reversed, 0, 0 },
    .{ "append", m_list_append, 1, 1 },
    .{ "clear", m_list_clear, 0, 0 },
    .{ "copy", m_list_copy, 0, 0 },
    .{ "count", m_list_count, 1, 1 },
    .{ "extend", m_list_extend, 1, 1 },
    .{ "index", m_list_index, 1, 3 },
    .{ "insert", m_list_insert, 2, 2 },
    .{ "pop", m_list_pop, 0, 1 },
    .{ "remove", m_list_remove, 1, 1 },
    .{ "reverse", m_list_reverse, 0, 0 },
    .{ "sort", m_list_sort, 0, -1, .keywords },
};

fn dealloc(w: Word) callconv(.c) void {
    const l = object.ptr(List, w);
    if (flat.kindOf(w) != null) {
        flat.drop(l);
        return alloc.free(l);
    }
    // The last item first, as CPython does: the order in which `__del__` runs shows it.
    const all = list.slice(l);
    var i = all.len;
    while (i > 0) {
        i -= 1;
        rc.release(all[i]);
    }
    if (list.capacity(l) > 0) alloc.free(l.items);
    alloc.free(l);
}

fn traverse(w: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    if (flat.kindOf(w) != null) return;
    for (list.items(w)) |v| visit(v, context);
}

fn clear(w: Word) callconv(.c) void {
    if (flat.kindOf(w) != null) return flat.drop(object.ptr(List, w));
    list.clearAll(list.of(w));
}

fn length(w: Word) callconv(.c) i64 {
    return @intCast(list.len(w));
}

fn iterSlot(w: Word) callconv(.c) Word {
    return iterators.listIterator(w);
}

fn new(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    const l = instance.allocate(List, class);
    list.init(l);
    return object.word(l);
}

fn init(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) i32 {
    if (!args_.noKeywords("list", kwnames) or !args_.checkCount("list", nargs, 0, 1)) return -1;
    list.clearAll(list.of(w));
    if (nargs == 0) return 0;
    return container.statusOf(list.extend(list.of(w), args[0]));
}

fn repr(w: Word) callconv(.c) Word {
    return container.wordOf(reprImpl(w));
}
fn reprImpl(w: Word) Raised!Word {
    const l = list.of(w);
    if (l.len == 0) return str.fromSlice("[]");
    if (!container.enterRepr(w)) return str.fromSlice("[...]");
    defer container.leaveRepr(w);
    var b = str.Builder.init(64);
    errdefer b.deinit();
    b.append("[");
    var i: usize = 0;
    while (i < l.len) : (i += 1) {
        if (i > 0) b.append(", ");
        try container.appendRepr(&b, l.items[i]);
    }
    b.append("]");
    return b.finish();
}

fn compare(a: Word, b: Word, op: types.CompareOp) callconv(.c) Word {
    return container.wordOf(compareImpl(a, b, op));
}
fn compareImpl(a: Word, b: Word, op: types.CompareOp) Raised!Word {
    if (!list.isList(a) or !list.isList(b)) return singletons.notImplementedWord();
    const x = list.of(a);
    const y = list.of(b);
    if (x.len != y.len and (op == .eq or op == .ne)) return singletons.boolWord(op == .ne);
    var i: usize = 0;
    while (i < x.len and i < y.len) : (i += 1) {
        if (x.items[i] == y.items[i]) continue;
        const p = rc.retain(x.items[i]);
        defer rc.release(p);
        const q = rc.retain(y.items[i]);
        defer rc.release(q);
        if (try container.equal(p, q)) continue;
        return switch (op) {
            .eq => singletons.falseWord(),
            .ne => singletons.trueWord(),
            .lt, .le, .gt, .ge => container.check(ops.compare(p, q, op)),
        };
    }
    return singletons.boolWord(container.compareLengths(@intCast(x.len), @intCast(y.len), op));
}

fn contains(w: Word, item: Word) callconv(.c) i32 {
    return container.triOf(containsImpl(w, item));
}
fn containsImpl(w: Word, item: Word) Raised!bool {
    const l = list.of(w);
    var i: usize = 0;
    while (i < l.len) : (i += 1) {
        if (try container.equalHeld(l.items[i], item)) return true;
    }
    return false;
}

fn getitem(w: Word, key: Word) callconv(.c) Word {
    return container.wordOf(getitemImpl(w, key));
}
fn getitemImpl(w: Word, key: Word) Raised!Word {
    if (object.isExact(key, .slice)) return list_slice.read(w, key);
    const i = try itemIndex(key);
    const k = container.position(i, list.len(w)) orelse
        return container.fail(.IndexError, "list index out of range", .{});
    return list.get(w, k);
}

inline fn itemIndex(key: Word) Raised!i64 {
    if (object.isSmall(key)) return object.smallValue(key);
    if (!container.isIndex(key)) {
        return container.fail(.TypeError, "list indices must be integers or slices, not {t}", .{key});
    }
    return container.index(key, .IndexError);
}

fn setitem(w: Word, key: Word, value: Word) callconv(.c) i32 {
    return container.statusOf(setitemImpl(w, key, value));
}
fn setitemImpl(w: Word, key: Word, value: Word) Raised!void {
    if (object.isExact(key, .slice)) {
        return if (value == 0) list_slice.delete(w, key) else list_slice.assign(w, key, value);
    }
    const i = try itemIndex(key);
    const k = container.position(i, list.len(w)) orelse
        return container.fail(.IndexError, "list assignment index out of range", .{});
    if (flat.kindOf(w)) |kind| {
        if (value != 0 and flat.set(object.ptr(List, w), kind, k, value)) return;
    }
    const l = list.of(w);
    if (value != 0) {
        list.replace(l, k, rc.retain(value));
    } else {
        rc.release(list.takeAt(l, k));
    }
}

fn add(a: Word, b: Word) callconv(.c) Word {
    return container.wordOf(addImpl(a, b));
}
fn addImpl(a: Word, b: Word) Raised!Word {
    if (!list.isList(a)) return singletons.notImplementedWord();
    if (!list.isList(b)) return container.concatOther(a, b, &add, "list");
    const n = list.len(a);
    const result = try list.tryCreate(n + list.len(b));
    for (list.items(a), 0..) |v, i| result.items[i] = rc.retain(v);
    for (list.items(b), n..) |v, i| result.items[i] = rc.retain(v);
    return object.word(result);
}

fn mul(a: Word, b: Word) callconv(.c) Word {
    return container.wordOf(mulImpl(a, b));
}
fn mulImpl(a: Word, b: Word) Raised!Word {
    const seq, const other = if (list.isList(a)) .{ a, b } else .{ b, a };
    if (try container.repeatOther(a, b, seq, other, &mul)) |result| return result;
    if (!container.isIndex(other)) return singletons.notImplementedWord();
    const n = try container.repeatCount(other);
    const size = list.len(seq);
    if (flat.repeated(seq, n)) |result| return result;
    const total = std.math.mul(usize, size, n) catch std.math.maxInt(usize);
    const result = try list.tryCreate(if (size == 0) 0 else total);
    fillRepeated(result.items, list.of(seq).items, size, n);
    return object.word(result);
}

/// `n` copies of the first `size` words of `from`, retained, to `to`.
fn fillRepeated(to: [*]Word, from: [*]const Word, size: usize, n: usize) void {
    if (size == 0) return;
    for (0..n) |k| {
        for (0..size) |i| to[k * size + i] = rc.retain(from[i]);
    }
}

fn inplaceAdd(a: Word, b: Word) callconv(.c) Word {
    list.extend(list.of(a), b) catch {
        rc.release(a);
        return 0;
    };
    return a;
}

fn inplaceMul(a: Word, b: Word) callconv(.c) Word {
    return inplaceMulImpl(a, b) catch {
        rc.release(a);
        return 0;
    };
}
fn inplaceMulImpl(a: Word, b: Word) Raised!Word {
    if (try container.repeatOther(a, b, a, b, &mul)) |result| {
        rc.release(a);
        return result;
    }
    if (!container.isIndex(b)) return singletons.notImplementedWord();
    const n = try container.repeatCount(b);
    const l = list.of(a);
    if (n == 0) {
        list.clearAll(l);
        return a;
    }
    const size: usize = @intCast(l.len);
    if (size == 0 or n == 1) return a;
    const total = std.math.mul(usize, size, n) catch std.math.maxInt(usize);
    try list.tryReserve(l, total);
    fillRepeated(l.items + size, l.items, size, n - 1);
    l.len = total;
    return a;
}

pub fn m_list_reversed(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return iterators.listReversed(self);
}

pub fn m_list_append(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    list.append(self, args[0]);
    return singletons.noneWord();
}

pub fn m_list_clear(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    list.clearAll(list.of(self));
    return singletons.noneWord();
}

pub fn m_list_copy(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    if (flat.kindOf(self)) |kind| {
        return flat.copy(object.ptr(List, self), kind, 0, 1, list.len(self)) orelse alloc.outOfMemory();
    }
    return list.fromSlice(list.items(self));
}

pub fn m_list_count(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    const l = list.of(self);
    var n: i64 = 0;
    var i: usize = 0;
    while (i < l.len) : (i += 1) {
        if (container.equalHeld(l.items[i], args[0]) catch return 0) n += 1;
    }
    return object.makeSmall(n);
}

pub fn m_list_extend(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    return container.noneOf(list.extend(list.of(self), args[0]));
}

pub fn m_list_index(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = kwnames;
    return container.wordOf(indexImpl(self, args[0..nargs]));
}
fn indexImpl(self: Word, args: []const Word) Raised!Word {
    const l = list.of(self);
    const start = if (args.len > 1) try container.searchBound(args[1], @intCast(l.len)) else 0;
    const stop = if (args.len > 2) try container.searchBound(args[2], @intCast(l.len)) else std.math.maxInt(usize);
    var i = start;
    while (i < stop and i < l.len) : (i += 1) {
        if (try container.equalHeld(l.items[i], args[0])) return object.makeSmall(@intCast(i));
    }
    return container.fail(.ValueError, "{r} is not in list", .{args[0]});
}

pub fn m_list_insert(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    const i = int.toSsize(args[0]) orelse return 0;
    const l = list.of(self);
    const n: i64 = @intCast(l.len);
    const at = if (i < 0) @max(0, i +| n) else @min(i, n);
    list.insertOwned(l, @intCast(at), rc.retain(args[1]));
    return singletons.noneWord();
}

pub fn m_list_pop(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = kwnames;
    const i = if (nargs == 0) -1 else container.index(args[0], .IndexError) catch return 0;
    if (flat.kindOf(self)) |kind| {
        if (i == -1 and list.len(self) > 0) return flat.takeLast(object.ptr(List, self), kind);
    }
    const l = list.of(self);
    if (l.len == 0) return err.raise(.IndexError, "pop from empty list", .{});
    const at = container.position(i, @intCast(l.len)) orelse
        return err.raise(.IndexError, "pop index out of range", .{});
    return list.takeAt(l, at);
}

pub fn m_list_remove(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    const l = list.of(self);
    var i: usize = 0;
    while (i < l.len) : (i += 1) {
        if (container.equalHeld(l.items[i], args[0]) catch return 0) {
            // The comparison may have shortened the list.
            if (i < l.len) rc.release(list.takeAt(l, i));
            return singletons.noneWord();
        }
    }
    return err.raise(.ValueError, "list.remove(x): x not in list", .{});
}

pub fn m_list_reverse(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    std.mem.reverse(Word, list.items(self));
    return singletons.noneWord();
}

pub fn m_list_sort(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [2]Word = undefined;
    const signature: args_.Signature = .{ .name = "sort", .params = &.{ "key", "reverse" }, .positional = 0, .required = 0 };
    if (!args_.bind(signature, args, nargs, kwnames, &given)) return 0;
    const backwards = if (given[1] == 0) false else container.checkTri(ops.truth(given[1])) catch return 0;
    return container.noneOf(list_sort.sort(self, given[0], backwards));
}
