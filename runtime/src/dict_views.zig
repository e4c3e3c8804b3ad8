//! Views of dicts (`keys`, `values`, `items`) and the iterators over dicts.
//!
//! Invariant: an iterator raises RuntimeError once the dict's size is not what it was at the start, and goes on raising.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const singletons = @import("singletons.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const ops = @import("ops.zig");
const repr = @import("repr.zig");
const iter = @import("iter.zig");
const list = @import("list.zig");
const tuple = @import("tuple.zig");
const dict = @import("dict.zig");
const set = @import("set.zig");
const set_ops = @import("set_ops.zig");
const container = @import("container.zig");
const Word = object.Word;
const Raised = container.Raised;

pub const View = extern struct { h: object.Header, dict: Word };
pub const Iterator = extern struct {
    h: object.Header,
    /// 0 when exhausted.
    dict: Word,
    /// Number of the entry that comes next.
    at: i64,
    /// `used` at the start; −1 after the size was found changed.
    used: i64,
    /// How many items are to come.
    left: i64,
    /// Items: the pair of the last time, or 0 (`tuple.nextPair`).
    pair: Word,
};

pub const ViewKind = enum { keys, values, items };
pub const IteratorKind = enum {
    keys,
    values,
    items,
    reversed_keys,
    reversed_values,
    reversed_items,

    fn shape(comptime kind: IteratorKind) object.ShapeId {
        return switch (kind) {
            .keys => .dict_iter,
            .values => .dict_value_iter,
            .items => .dict_item_iter,
            .reversed_keys => .dict_rev_key_iter,
            .reversed_values => .dict_rev_value_iter,
            .reversed_items => .dict_rev_item_iter,
        };
    }
    fn backwards(comptime kind: IteratorKind) bool {
        return switch (kind) {
            .keys, .values, .items => false,
            .reversed_keys, .reversed_values, .reversed_items => true,
        };
    }
};

fn viewType(comptime name: [*:0]const u8, comptime shape: object.ShapeId, comptime kind: IteratorKind) types.Type {
    const is_set = kind != .values;
    return .{
        .h = types.static_header,
        .c_name = name,
        .shape = @intFromEnum(shape),
        .fixed_size = @sizeOf(View),
        .flags = .{ .immutable = true, .default_getattr = true },
        .slots = .{
            .dealloc = viewDealloc,
            .traverse = viewTraverse,
            .repr = viewRepr,
            .iter = struct {
                fn run(w: Word) callconv(.c) Word {
                    return iterator(kind, dictOf(w));
                }
            }.run,
            .length = viewLength,
            .contains = switch (kind) {
                .keys => keysContain,
                .items => itemsContain,
                else => null,
            },
            .compare = if (is_set) viewCompare else null,
            .binary = if (is_set) container.binarySlots(.{
                .and_ = viewAnd,
                .or_ = viewOr,
                .sub = viewSub,
                .xor = viewXor,
            }) else @splat(null),
        },
    };
}

pub var dict_keys_type = viewType("dict_keys", .dict_keys, .keys);
pub var dict_values_type = viewType("dict_values", .dict_values, .values);
pub var dict_items_type = viewType("dict_items", .dict_items, .items);

fn m_view_mapping(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return @import("mapping_proxy.zig").new(dictOf(self));
}
pub const dict_keys_methods = .{
    .{ "mapping", m_view_mapping, 0, 0, .getset },
    .{ "__reversed__", m_dict_keys_reversed, 0, 0 },
    .{ "isdisjoint", m_dict_keys_isdisjoint, 1, 1 },
};
pub const dict_values_methods = .{
    .{ "mapping", m_view_mapping, 0, 0, .getset },
    .{ "__reversed__", m_dict_values_reversed, 0, 0 },
};
pub const dict_items_methods = .{
    .{ "mapping", m_view_mapping, 0, 0, .getset },
    .{ "__reversed__", m_dict_items_reversed, 0, 0 },
    .{ "isdisjoint", m_dict_keys_isdisjoint, 1, 1 },
};

fn iteratorType(comptime name: [*:0]const u8, comptime kind: IteratorKind) types.Type {
    return .{
        .h = types.static_header,
        .c_name = name,
        .shape = @intFromEnum(kind.shape()),
        .fixed_size = @sizeOf(Iterator),
        .flags = .{ .immutable = true, .default_getattr = true },
        .slots = .{
            .dealloc = iteratorDealloc,
            .traverse = iteratorTraverse,
            .iter = iter.self,
            .next = struct {
                fn run(w: Word) callconv(.c) Word {
                    return step(kind, w);
                }
            }.run,
        },
    };
}

pub var dict_keyiterator_type = iteratorType("dict_keyiterator", .keys);
pub var dict_valueiterator_type = iteratorType("dict_valueiterator", .values);
pub var dict_itemiterator_type = iteratorType("dict_itemiterator", .items);
pub var dict_reversekeyiterator_type = iteratorType("dict_reversekeyiterator", .reversed_keys);
pub var dict_reversevalueiterator_type = iteratorType("dict_reversevalueiterator", .reversed_values);
pub var dict_reverseitemiterator_type = iteratorType("dict_reverseitemiterator", .reversed_items);

/// Rows of all dict iterators.
pub const dict_iterator_methods = .{.{ "__length_hint__", m_dict_iterator_hint, 0, 0 }};

// Iterators ---------------------------------------------------------------------------------------------------------

/// An iterator over a dict.
pub fn iterator(comptime kind: IteratorKind, w: Word) Word {
    const it = alloc.object(Iterator, comptime kind.shape(), 0);
    const d = dict.of(w);
    it.dict = rc.retain(w);
    it.pair = 0;
    it.used = @intCast(d.used);
    it.left = it.used;
    it.at = if (comptime kind.backwards()) @as(i64, d.filled) - 1 else d.first;
    return object.word(it);
}

fn iteratorDealloc(w: Word) callconv(.c) void {
    rc.releaseMaybe(object.ptr(Iterator, w).dict);
    rc.releaseMaybe(object.ptr(Iterator, w).pair);
    alloc.free(object.header(w));
}
fn iteratorTraverse(w: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    container.visitMaybe(object.ptr(Iterator, w).dict, visit, context);
    container.visitMaybe(object.ptr(Iterator, w).pair, visit, context);
}

fn exhaust(it: *Iterator) Word {
    const w = it.dict;
    it.dict = 0;
    rc.release(w);
    return 0;
}

fn step(comptime kind: IteratorKind, w: Word) Word {
    const it = object.ptr(Iterator, w);
    if (it.dict == 0) return 0;
    const d = dict.of(it.dict);
    if (it.used != d.used) {
        it.used = -1;
        return err.raise(.RuntimeError, "dictionary changed size during iteration", .{});
    }
    if (comptime kind.backwards()) {
        it.at = @min(it.at, @as(i64, d.filled) - 1);
        while (it.at >= 0 and !dict.isLive(d, &d.entries[@intCast(it.at)])) it.at -= 1;
        if (it.at < 0) return exhaust(it);
    } else {
        while (it.at < d.filled and !dict.isLive(d, &d.entries[@intCast(it.at)])) it.at += 1;
        if (it.at >= d.filled) return exhaust(it);
        if (it.left == 0) {
            _ = exhaust(it);
            return err.raise(.RuntimeError, "dictionary keys changed during iteration", .{});
        }
    }
    const e = &d.entries[@intCast(it.at)];
    it.at += if (comptime kind.backwards()) -1 else 1;
    it.left -= 1;
    return switch (kind) {
        .keys, .reversed_keys => rc.retain(e.key),
        .values, .reversed_values => rc.retain(dict.entryValue(d, e)),
        .items, .reversed_items => tuple.nextPair(&it.pair, rc.retain(e.key), rc.retain(dict.entryValue(d, e))),
    };
}

pub fn m_dict_iterator_hint(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    const it = object.ptr(Iterator, self);
    const valid = it.dict != 0 and it.used == dict.of(it.dict).used;
    return object.makeSmall(if (valid) it.left else 0);
}

// Views -------------------------------------------------------------------------------------------------------------

/// A view of a dict.
pub fn view(comptime kind: ViewKind, w: Word) Word {
    const shape: object.ShapeId = comptime switch (kind) {
        .keys => .dict_keys,
        .values => .dict_values,
        .items => .dict_items,
    };
    const v = alloc.object(View, shape, 0);
    v.dict = rc.retain(w);
    return object.word(v);
}

inline fn dictOf(w: Word) Word {
    return object.ptr(View, w).dict;
}
/// `dict_keys` or `dict_items`.
fn isSetView(w: Word) bool {
    if (object.isExact(w, .dict_keys) or object.isExact(w, .dict_items)) return true;
    return types.isInstance(w, &dict_keys_type) or types.isInstance(w, &dict_items_type);
}

fn viewDealloc(w: Word) callconv(.c) void {
    rc.release(dictOf(w));
    alloc.free(object.header(w));
}
fn viewTraverse(w: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    visit(dictOf(w), context);
}
fn viewLength(w: Word) callconv(.c) i64 {
    return @intCast(dict.len(dictOf(w)));
}

fn viewRepr(w: Word) callconv(.c) Word {
    return container.wordOf(viewReprImpl(w));
}
fn viewReprImpl(w: Word) Raised!Word {
    if (!container.enterRepr(w)) return str.fromSlice("...");
    defer container.leaveRepr(w);
    const items = try container.check(iter.collect(w));
    defer rc.release(items);
    const shown = try container.check(repr.repr(items));
    defer rc.release(shown);
    var b = str.Builder.init(64);
    b.append(types.nameOfValue(w));
    b.append("(");
    b.append(str.slice(shown));
    b.append(")");
    return b.finish();
}

fn keysContain(w: Word, key: Word) callconv(.c) i32 {
    return dict.contains(dictOf(w), key);
}

fn itemsContain(w: Word, item: Word) callconv(.c) i32 {
    return container.triOf(itemsContainImpl(w, item));
}
fn itemsContainImpl(w: Word, item: Word) Raised!bool {
    if (!tuple.isTuple(item) or tuple.len(item) != 2) return false;
    const found = rc.retain(try dict.getValue(dictOf(w), tuple.get(item, 0)) orelse return false);
    defer rc.release(found);
    return container.equal(found, tuple.get(item, 1));
}

fn allContained(small: Word, big: Word) Raised!bool {
    const it = try container.check(iter.iter(small));
    defer rc.release(it);
    while (try iter.step(it)) |item| {
        defer rc.release(item);
        if (!try container.checkTri(ops.contains(big, item))) return false;
    }
    return true;
}

fn viewCompare(a: Word, b: Word, op: types.CompareOp) callconv(.c) Word {
    return container.wordOf(viewCompareImpl(a, b, op));
}
fn viewCompareImpl(a: Word, b: Word, op: types.CompareOp) Raised!Word {
    const comparable = (isSetView(a) or set.isAnySet(a)) and (isSetView(b) or set.isAnySet(b));
    if (!comparable) return singletons.notImplementedWord();
    const n = try container.checkLength(ops.len(a));
    const m = try container.checkLength(ops.len(b));
    return singletons.boolWord(switch (op) {
        .eq => n == m and try allContained(a, b),
        .ne => !(n == m and try allContained(a, b)),
        .lt => n < m and try allContained(a, b),
        .le => n <= m and try allContained(a, b),
        .gt => n > m and try allContained(b, a),
        .ge => n >= m and try allContained(b, a),
    });
}

/// A new set of what an operand of a view operator holds; keys of an exact dict are copied with their hashes.
fn toSet(w: Word) Raised!Word {
    const source = if (object.isExact(w, .dict_keys) and object.isExact(dictOf(w), .dict)) dictOf(w) else w;
    return set.fromIterable(.set, source);
}

fn viewOr(a: Word, b: Word) callconv(.c) Word {
    return container.wordOf(viewOrImpl(a, b));
}
fn viewOrImpl(a: Word, b: Word) Raised!Word {
    const result = try toSet(a);
    errdefer rc.release(result);
    try set.update(set.of(result), b);
    return result;
}

fn viewSub(a: Word, b: Word) callconv(.c) Word {
    return container.wordOf(viewSubImpl(a, b));
}
fn viewSubImpl(a: Word, b: Word) Raised!Word {
    const result = try toSet(a);
    errdefer rc.release(result);
    try set_ops.differenceUpdate(result, b);
    return result;
}

fn viewXor(a: Word, b: Word) callconv(.c) Word {
    return container.wordOf(viewXorImpl(a, b));
}
fn viewXorImpl(a: Word, b: Word) Raised!Word {
    const result = try toSet(a);
    errdefer rc.release(result);
    try set_ops.symmetricDifferenceUpdate(result, b);
    return result;
}

fn viewAnd(a: Word, b: Word) callconv(.c) Word {
    return container.wordOf(viewAndImpl(a, b));
}
fn viewAndImpl(left: Word, right: Word) Raised!Word {
    var a, var b = if (isSetView(left)) .{ left, right } else .{ right, left };
    const n = dict.len(dictOf(a));
    if (object.isExact(b, .set)) {
        if (n <= set.of(b).used) return set_ops.intersection(b, a);
    }
    // Walk through the smaller of two views.
    if (isSetView(b) and dict.len(dictOf(b)) > n) std.mem.swap(Word, &a, &b);
    const it = try container.check(iter.iter(b));
    defer rc.release(it);
    const result = set.new(.set);
    errdefer rc.release(result);
    while (try iter.step(it)) |item| {
        defer rc.release(item);
        if (try container.checkTri(ops.contains(a, item))) try set.add(set.of(result), item);
    }
    return result;
}

pub fn m_dict_keys_isdisjoint(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    return container.boolOf(isDisjoint(self, args[0]));
}
fn isDisjoint(left: Word, right: Word) Raised!bool {
    var a = left;
    var b = right;
    if (a == b) return dict.len(dictOf(a)) == 0;
    if (object.isExact(b, .set) or object.isExact(b, .frozenset) or isSetView(b)) {
        if (ops.len(b) > dict.len(dictOf(a))) std.mem.swap(Word, &a, &b);
    }
    const it = try container.check(iter.iter(b));
    defer rc.release(it);
    while (try iter.step(it)) |item| {
        defer rc.release(item);
        if (try container.checkTri(ops.contains(a, item))) return false;
    }
    return true;
}

pub fn m_dict_keys_reversed(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return iterator(.reversed_keys, dictOf(self));
}
pub fn m_dict_values_reversed(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return iterator(.reversed_values, dictOf(self));
}
pub fn m_dict_items_reversed(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return iterator(.reversed_items, dictOf(self));
}
