//! The class `dict`: its slots and methods.
//!
//! Invariant: reading through an instance of a subclass asks `__missing__`; the methods `get`, `pop`, `setdefault` do not.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const singletons = @import("singletons.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const args_ = @import("args.zig");
const call = @import("call.zig");
const lookup = @import("lookup.zig");
const ops = @import("ops.zig");
const str = @import("str.zig");
const iter = @import("iter.zig");
const tuple = @import("tuple.zig");
const dict = @import("dict.zig");
const merge = @import("dict_merge.zig");
const views = @import("dict_views.zig");
const instance = @import("instance.zig");
const container = @import("container.zig");
const Word = object.Word;
const Dict = object.Dict;
const Raised = container.Raised;

pub var dict_type: types.Type = .{
    .h = types.static_header,
    .c_name = "dict",
    .shape = @intFromEnum(object.ShapeId.dict),
    .fixed_size = @sizeOf(Dict),
    .flags = .{ .base = true, .dict_subclass = true, .mapping = true, .immutable = true, .default_getattr = true },
    .slots = .{
        .dealloc = dealloc,
        .traverse = traverse,
        .clear = clearSlot,
        .repr = repr,
        .compare = compare,
        .iter = iterSlot,
        .length = length,
        .getitem = getitem,
        .setitem = setitem,
        .contains = contains,
        .new = new,
        .init = init,
        .binary = container.binarySlots(.{ .or_ = union_ }),
        .inplace = container.binarySlots(.{ .or_ = inplaceUnion }),
    },
};

comptime {
    @export(&dict_type, .{ .name = "pyrt_type_dict" });
}

pub const methods = .{
    .{ "__reversed__", m_dict_reversed, 0, 0 },
    .{ "clear", m_dict_clear, 0, 0 },
    .{ "copy", m_dict_copy, 0, 0 },
    .{ "fromkeys", m_dict_fromkeys, 1, 2, .class_method },
    .{ "get", m_dict_get, 1, 2 },
    .{ "items", m_dict_items, 0, 0 },
    .{ "keys", m_dict_keys, 0, 0 },
    .{ "pop", m_dict_pop, 1, 2 },
    .{ "popitem", m_dict_popitem, 0, 0 },
    .{ "setdefault", m_dict_setdefault, 1, 2 },
    .{ "update", m_dict_update, 0, -1, .keywords },
    .{ "values", m_dict_values, 0, 0 },
};

fn dealloc(w: Word) callconv(.c) void {
    dict.clearAll(dict.of(w));
    alloc.free(object.header(w));
}

fn traverse(w: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    const d = dict.of(w);
    if (d.cap == 0) return;
    for (d.entries[0..d.filled]) |e| {
        if (e.key == 0) continue;
        visit(e.key, context);
        // A namespace's slots are not the dict's own references.
        if (e.value != 0 and e.value & 3 != 2) visit(e.value, context);
    }
}

fn clearSlot(w: Word) callconv(.c) void {
    dict.clearAll(dict.of(w));
}

fn length(w: Word) callconv(.c) i64 {
    return @intCast(dict.len(w));
}

pub fn iterSlot(w: Word) callconv(.c) Word {
    return views.iterator(.keys, w);
}

fn new(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    const d = instance.allocate(Dict, class);
    dict.init(d);
    return object.word(d);
}

/// `dict.__init__`. What calls it from here names it: the slot may have been left out (`prune.zig`).
pub fn init(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) i32 {
    if (!args_.checkCount("dict", nargs, 0, 1)) return -1;
    return container.statusOf(updateWith(w, args, nargs, kwnames));
}

/// The common part of `dict(…)` and `update(…)`.
fn updateWith(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) Raised!void {
    if (nargs == 1) try merge.updateFrom(w, args[0]);
    for (args_.keywordNames(kwnames), 0..) |name, i| {
        try container.checkStatus(dict.set(w, name, args[nargs + i]));
    }
}

fn repr(w: Word) callconv(.c) Word {
    return container.wordOf(reprImpl(w));
}
fn reprImpl(w: Word) Raised!Word {
    if (dict.len(w) == 0) return str.fromSlice("{}");
    if (!container.enterRepr(w)) return str.fromSlice("{...}");
    defer container.leaveRepr(w);
    var b = str.Builder.init(64);
    errdefer b.deinit();
    b.append("{");
    var at: usize = 0;
    var first = true;
    while (dict.next(w, &at)) |item| {
        if (!first) b.append(", ");
        first = false;
        const value = rc.retain(item.value);
        defer rc.release(value);
        try container.appendRepr(&b, item.key);
        b.append(": ");
        try container.appendRepr(&b, value);
    }
    b.append("}");
    return b.finish();
}

fn compare(a: Word, b: Word, op: types.CompareOp) callconv(.c) Word {
    if (!dict.isDict(a) or !dict.isDict(b)) return singletons.notImplementedWord();
    return switch (op) {
        .eq => container.boolOf(equal(a, b)),
        .ne => singletons.boolWord(!(equal(a, b) catch return 0)),
        .lt, .le, .gt, .ge => singletons.notImplementedWord(),
    };
}

fn equal(a: Word, b: Word) Raised!bool {
    if (dict.len(a) != dict.len(b)) return false;
    var at: usize = 0;
    while (dict.next(a, &at)) |item| {
        const key = rc.retain(item.key);
        defer rc.release(key);
        const mine = rc.retain(item.value);
        defer rc.release(mine);
        const theirs = rc.retain(try dict.getHashed(dict.of(b), key, item.hash) orelse return false);
        defer rc.release(theirs);
        if (!try container.equal(theirs, mine)) return false;
    }
    return true;
}

fn getitem(w: Word, key: Word) callconv(.c) Word {
    return container.wordOf(getitemImpl(w, key));
}
fn getitemImpl(w: Word, key: Word) Raised!Word {
    if (try dict.getValue(w, key)) |value| return rc.retain(value);
    if (!object.isExact(w, .dict)) {
        const missing = lookup.special(w, .__missing__);
        if (missing != 0) return container.check(call.special(w, missing, &.{key}));
    }
    _ = err.keyError(key);
    return error.Raised;
}

fn setitem(w: Word, key: Word, value: Word) callconv(.c) i32 {
    return if (value == 0) dict.del(w, key) else dict.set(w, key, value);
}

fn contains(w: Word, key: Word) callconv(.c) i32 {
    return dict.contains(w, key);
}

fn union_(a: Word, b: Word) callconv(.c) Word {
    if (!dict.isDict(a) or !dict.isDict(b)) return singletons.notImplementedWord();
    const result = dict.copy(a);
    merge.updateFrom(result, b) catch {
        rc.release(result);
        return 0;
    };
    return result;
}

fn inplaceUnion(a: Word, b: Word) callconv(.c) Word {
    merge.updateFrom(a, b) catch {
        rc.release(a);
        return 0;
    };
    return a;
}

pub fn m_dict_reversed(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return views.iterator(.reversed_keys, self);
}

pub fn m_dict_clear(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    dict.clearAll(dict.of(self));
    return singletons.noneWord();
}

pub fn m_dict_copy(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return dict.copy(self);
}

pub fn m_dict_fromkeys(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = kwnames;
    return container.wordOf(fromKeys(class, args[0], if (nargs > 1) args[1] else singletons.noneWord()));
}
fn fromKeys(class: Word, keys: Word, value: Word) Raised!Word {
    const d = if (class == object.word(&dict_type)) dict.new() else try container.check(call.call(class, &.{}));
    errdefer rc.release(d);
    const it = try container.check(iter.iter(keys));
    defer rc.release(it);
    while (try iter.step(it)) |key| {
        defer rc.release(key);
        try container.checkStatus(if (object.isExact(d, .dict)) dict.set(d, key, value) else ops.setitem(d, key, value));
    }
    return d;
}

pub fn m_dict_get(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = kwnames;
    const value = dict.getValue(self, args[0]) catch return 0;
    return rc.retain(value orelse if (nargs > 1) args[1] else singletons.noneWord());
}

pub fn m_dict_items(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return views.view(.items, self);
}
pub fn m_dict_keys(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return views.view(.keys, self);
}
pub fn m_dict_values(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return views.view(.values, self);
}

pub fn m_dict_pop(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = kwnames;
    const d = dict.of(self);
    // An empty dict does not even ask for the hash.
    if (d.used == 0) return if (nargs > 1) rc.retain(args[1]) else err.keyError(args[0]);
    const hash = container.hash(args[0]) catch return 0;
    if (dict.find(d, args[0], hash) catch return 0) |n| {
        const taken = dict.take(d, n);
        rc.release(taken.key);
        if (taken.value != 0) return taken.value;
    }
    return if (nargs > 1) rc.retain(args[1]) else err.keyError(args[0]);
}

pub fn m_dict_popitem(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    const d = dict.of(self);
    while (d.filled > 0) {
        const n = d.filled - 1;
        if (d.entries[n].key == 0) {
            d.filled -= 1;
            continue;
        }
        const taken = dict.take(d, n);
        if (taken.value != 0) return tuple.fromOwned(&.{ taken.key, taken.value });
        rc.release(taken.key);
    }
    return err.raise(.KeyError, "popitem(): dictionary is empty", .{});
}

pub fn m_dict_setdefault(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = kwnames;
    const d = dict.of(self);
    const value = if (nargs > 1) args[1] else singletons.noneWord();
    const hash = container.hash(args[0]) catch return 0;
    if (dict.find(d, args[0], hash) catch return 0) |n| {
        const e = &d.entries[n];
        const old = dict.entryValue(d, e);
        if (old != 0) return rc.retain(old);
        dict.setEntryValue(d, e, rc.retain(value));
    } else {
        dict.insertNew(d, hash, rc.retain(args[0]), rc.retain(value));
    }
    return rc.retain(value);
}

pub fn m_dict_update(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (!args_.checkCount("update", nargs, 0, 1)) return 0;
    return container.noneOf(updateWith(self, args, nargs, kwnames));
}
