//! `collections.OrderedDict`: the order is that of the dict's own entries; what is added are ways to change it.
//!
//! Invariants
//! - The record of a dict comes first; storing and finding are dict's.
//! - `moves` changes when a key changes its place, so that iterators notice.
const object = @import("../object.zig");
const types = @import("../type.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const str = @import("../str.zig");
const attr = @import("../attr.zig");
const call = @import("../call.zig");
const dict = @import("../dict.zig");
const iter = @import("../iter.zig");
const ops = @import("../ops.zig");
const args_ = @import("../args.zig");
const names = @import("../names.zig");
const dict_methods = @import("../dict_methods.zig");
const merge = @import("../dict_merge.zig");
const tuple = @import("../tuple.zig");
const instance = @import("../instance.zig");
const container = @import("../container.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const views = @import("ordered_views.zig");
const Word = object.Word;
const Raised = container.Raised;

pub const OrderedDict = extern struct { d: object.Dict, ext: Word, moves: u64 };

pub var ordered_type: types.Type = .{
    .h = types.static_header,
    .base = &dict_methods.dict_type,
    .c_name = "collections.OrderedDict",
    .fixed_size = @sizeOf(OrderedDict),
    .slot_offset = @sizeOf(OrderedDict),
    .ext_offset = @offsetOf(OrderedDict, "ext"),
    .flags = .{ .base = true, .has_dict = true, .has_weakrefs = true, .default_getattr = true },
    .slots = .{
        .dealloc = dealloc,
        .traverse = traverse,
        .clear = clearSlot,
        .repr = repr,
        .compare = compare,
        .iter = iterSlot,
        .new = new,
        .init = init,
        .binary = container.binarySlots(.{ .or_ = merged }),
        .inplace = container.binarySlots(.{ .or_ = inplaceMerged }),
    },
};

pub fn of(w: Word) *OrderedDict {
    return object.ptr(OrderedDict, w);
}
fn isOrdered(w: Word) bool {
    return !object.isSmall(w) and types.isInstance(w, &ordered_type);
}

fn new(class: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const o = instance.allocate(OrderedDict, class);
    dict.init(&o.d);
    o.ext = 0;
    o.moves = 0;
    return object.word(o);
}
fn dealloc(w: Word) callconv(.c) void {
    const ext = of(w).ext;
    of(w).ext = 0;
    rc.releaseMaybe(ext);
    dict_methods.dict_type.slots.dealloc.?(w);
}
fn traverse(w: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    container.visitMaybe(of(w).ext, visit, context);
    dict_methods.dict_type.slots.traverse.?(w, visit, context);
}
fn clearSlot(w: Word) callconv(.c) void {
    if (types.typeOf(w) == &ordered_type) {
        const ext = of(w).ext;
        of(w).ext = 0;
        rc.releaseMaybe(ext);
    }
    dict_methods.dict_type.slots.clear.?(w);
}
fn iterSlot(w: Word) callconv(.c) Word {
    return views.iterator(w, .keys, false);
}

// Updating ----------------------------------------------------------------------------------------------------------

fn init(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) i32 {
    return container.statusOf(updateWith(w, args, nargs, kwnames));
}
fn updateWith(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) Raised!void {
    if (nargs > 1) return container.fail(.TypeError, "expected at most 1 arguments, got {d}", .{nargs});
    if (nargs == 1) try updateFrom(w, args[0]);
    for (args_.keywordNames(kwnames), 0..) |key, i| try container.checkStatus(ops.setitem(w, key, args[nargs + i]));
}
/// As `MutableMapping.update`: a class that stores in its own way is asked for each item.
fn updateFrom(w: Word, other: Word) Raised!void {
    const plain = types.typeOf(w).slots.setitem == dict_methods.dict_type.slots.setitem;
    if (plain and dict.isDict(other)) return merge.updateFrom(w, other);
    if (object.isExact(other, .dict)) {
        const copy = dict.copy(other);
        defer rc.release(copy);
        var at: usize = 0;
        while (dict.next(copy, &at)) |item| try container.checkStatus(ops.setitem(w, item.key, item.value));
        return;
    }
    const own_keys = attr.getOptional(other, names.of(.keys));
    if (own_keys != 0) {
        defer rc.release(own_keys);
        const list = try container.check(call.call(own_keys, &.{}));
        defer rc.release(list);
        const it = try container.check(iter.iter(list));
        defer rc.release(it);
        while (try iter.step(it)) |key| {
            defer rc.release(key);
            const value = try container.check(ops.getitem(other, key));
            defer rc.release(value);
            try container.checkStatus(ops.setitem(w, key, value));
        }
        return;
    }
    if (err.pending()) return error.Raised;
    const it = try container.check(iter.iter(other));
    defer rc.release(it);
    while (try iter.step(it)) |item| {
        defer rc.release(item);
        const parts = try container.check(iter.iter(item));
        defer rc.release(parts);
        const key = try iter.step(parts) orelse return container.fail(.ValueError, "need more than 0 values to unpack", .{});
        defer rc.release(key);
        const value = try iter.step(parts) orelse return container.fail(.ValueError, "need more than 1 value to unpack", .{});
        defer rc.release(value);
        if (try iter.step(parts)) |extra| {
            rc.release(extra);
            return container.fail(.ValueError, "too many values to unpack (expected 2)", .{});
        }
        try container.checkStatus(ops.setitem(w, key, value));
    }
}
fn update(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    return container.noneOf(updateWith(w, args, nargs, kwnames));
}

// Comparison and text -----------------------------------------------------------------------------------------------

fn compare(a: Word, b: Word, op: types.CompareOp) callconv(.c) Word {
    if (op != .eq and op != .ne) return singletons.notImplementedWord();
    if (!isOrdered(a) or !dict.isDict(b)) {
        if (!dict.isDict(a) or !isOrdered(b)) return singletons.notImplementedWord();
    }
    const same = dict_methods.dict_type.slots.compare.?(a, b, .eq);
    if (same == 0 or singletons.isNotImplemented(same)) return same;
    if (same == singletons.falseWord()) return singletons.boolWord(op == .ne);
    const equal = if (isOrdered(a) and isOrdered(b)) sameOrder(a, b) catch return 0 else true;
    return singletons.boolWord(equal == (op == .eq));
}
fn sameOrder(a: Word, b: Word) Raised!bool {
    const p = try container.check(iter.iter(a));
    defer rc.release(p);
    const q = try container.check(iter.iter(b));
    defer rc.release(q);
    while (try iter.step(p)) |x| {
        defer rc.release(x);
        const y = try iter.step(q) orelse return false;
        defer rc.release(y);
        if (!try container.equal(x, y)) return false;
    }
    return true;
}
fn repr(w: Word) callconv(.c) Word {
    return container.wordOf(reprOf(w));
}
fn reprOf(w: Word) Raised!Word {
    var b = str.Builder.init(64);
    errdefer b.deinit();
    const shown = types.nameOfClass(types.typeOf(w));
    if (dict.len(w) == 0) {
        b.append(shown);
        b.append("()");
        return b.finish();
    }
    if (!container.enterRepr(w)) {
        b.append("...");
        return b.finish();
    }
    defer container.leaveRepr(w);
    const copy = dict.copy(w);
    defer rc.release(copy);
    b.append(shown);
    b.append("(");
    try container.appendRepr(&b, copy);
    b.append(")");
    return b.finish();
}
fn merged(a: Word, b: Word) callconv(.c) Word {
    if (!dict.isDict(a) or !dict.isDict(b)) return singletons.notImplementedWord();
    const class = object.word(types.typeOf(if (isOrdered(a)) a else b));
    const result = call.call(class, &.{a});
    if (result == 0) return 0;
    updateFrom(result, b) catch {
        rc.release(result);
        return 0;
    };
    return result;
}
fn inplaceMerged(a: Word, b: Word) callconv(.c) Word {
    updateFrom(a, b) catch {
        rc.release(a);
        return 0;
    };
    return a;
}

// Methods -----------------------------------------------------------------------------------------------------------

const last_sig: args_.Signature = .{ .name = "popitem", .params = &.{"last"}, .positional = 1, .required = 0 };
fn popitem(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [1]Word = undefined;
    if (!args_.bind(last_sig, args, nargs, kwnames, &given)) return 0;
    const last = if (given[0] == 0) 1 else ops.truth(given[0]);
    if (last < 0) return 0;
    const d = dict.of(w);
    if (d.used == 0) return err.raise(.KeyError, "dictionary is empty", .{});
    const taken = dict.take(d, if (last != 0) d.filled - 1 else d.first);
    return tuple.fromOwned(&.{ taken.key, taken.value });
}

const move_sig: args_.Signature = .{ .name = "move_to_end", .params = &.{ "key", "last" }, .positional = 2, .required = 1 };
fn moveToEnd(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [2]Word = undefined;
    if (!args_.bind(move_sig, args, nargs, kwnames, &given)) return 0;
    const last = if (given[1] == 0) 1 else ops.truth(given[1]);
    if (last < 0) return 0;
    return container.noneOf(move(w, given[0], last != 0));
}
fn move(w: Word, key: Word, last: bool) Raised!void {
    const d = dict.of(w);
    const hash = try container.hash(key);
    const n = try dict.find(d, key, hash) orelse {
        _ = err.keyError(key);
        return error.Raised;
    };
    if (n == (if (last) d.filled - 1 else d.first)) return;
    const taken = dict.take(d, n);
    if (last) dict.insertNew(d, hash, taken.key, taken.value) else dict.insertFirst(d, hash, taken.key, taken.value);
    of(w).moves +%= 1;
}

const pop_sig: args_.Signature = .{ .name = "pop", .params = &.{ "key", "default" }, .positional = 2, .required = 1 };
fn pop(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [2]Word = undefined;
    if (!args_.bind(pop_sig, args, nargs, kwnames, &given)) return 0;
    return dict_methods.m_dict_pop(w, &given, if (given[1] == 0) 1 else 2, 0);
}
const setdefault_sig: args_.Signature = .{ .name = "setdefault", .params = &.{ "key", "default" }, .positional = 2, .required = 1 };
fn setdefault(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [2]Word = undefined;
    if (!args_.bind(setdefault_sig, args, nargs, kwnames, &given)) return 0;
    if (types.typeOf(w).slots.setitem == dict_methods.dict_type.slots.setitem) {
        return dict_methods.m_dict_setdefault(w, &given, if (given[1] == 0) 1 else 2, 0);
    }
    const present = dict.contains(w, given[0]);
    if (present < 0) return 0;
    if (present != 0) return ops.getitem(w, given[0]);
    const value = if (given[1] == 0) singletons.noneWord() else given[1];
    if (ops.setitem(w, given[0], value) < 0) return 0;
    return rc.retain(value);
}
const fromkeys_sig: args_.Signature = .{ .name = "fromkeys", .params = &.{ "iterable", "value" }, .positional = 2, .required = 1 };
fn fromkeys(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [2]Word = undefined;
    if (!args_.bind(fromkeys_sig, args, nargs, kwnames, &given)) return 0;
    return dict_methods.m_dict_fromkeys(class, &given, if (given[1] == 0) 1 else 2, 0);
}
fn copy_(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return container.wordOf(copyOf(w));
}
fn copyOf(w: Word) Raised!Word {
    const exact = types.typeOf(w) == &ordered_type;
    const result = if (exact) new(object.word(&ordered_type), &.{}, 0, 0) else try container.check(call.call(object.word(types.typeOf(w)), &.{}));
    errdefer rc.release(result);
    const copy = dict.copy(w);
    defer rc.release(copy);
    var at: usize = 0;
    while (dict.next(copy, &at)) |item| {
        if (exact) {
            try dict.store(dict.of(result), item.key, item.hash, item.value);
            continue;
        }
        const value = try container.check(ops.getitem(w, item.key));
        defer rc.release(value);
        try container.checkStatus(ops.setitem(result, item.key, value));
    }
    return result;
}
fn clearMethod(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    dict.clearAll(dict.of(w));
    return singletons.noneWord();
}
fn reduce(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const none = singletons.noneWord();
    const state = if (of(w).ext == 0) none else rc.retain(of(w).ext);
    const items = call.method(w, "items", &.{});
    if (items == 0) return 0;
    defer rc.release(items);
    const it = iter.iter(items);
    if (it == 0) return 0;
    return tuple.fromOwned(&.{ object.word(types.typeOf(w)), tuple.empty(), state, none, it });
}
fn keys(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return views.view(w, &views.keys_type);
}
fn values(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return views.view(w, &views.values_type);
}
fn items_(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return views.view(w, &views.items_type);
}
fn reversed(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return views.iterator(w, .keys, true);
}
pub const methods = .{
    .{ "fromkeys", fromkeys, 0, -1, .class_method_keywords },
    .{ "__reduce__", reduce, 0, 0 },
    .{ "setdefault", setdefault, 0, -1, .keywords },
    .{ "pop", pop, 0, -1, .keywords },
    .{ "popitem", popitem, 0, -1, .keywords },
    .{ "keys", keys, 0, 0 },
    .{ "values", values, 0, 0 },
    .{ "items", items_, 0, 0 },
    .{ "update", update, 0, -1, .keywords },
    .{ "clear", clearMethod, 0, 0 },
    .{ "copy", copy_, 0, 0 },
    .{ "__reversed__", reversed, 0, 0 },
    .{ "move_to_end", moveToEnd, 0, -1, .keywords },
    .{ "__dict__", attr.m_dict_get, 0, 0, .getset, attr.m_dict_set },
};
