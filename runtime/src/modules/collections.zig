//! `_collections`: the list of its names, and what is small enough to stand here: `_tuplegetter`, `_count_elements`.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const ops = @import("../ops.zig");
const attr = @import("../attr.zig");
const call = @import("../call.zig");
const dict = @import("../dict.zig");
const dict_methods = @import("../dict_methods.zig");
const iter = @import("../iter.zig");
const text = @import("../text.zig");
const tuple = @import("../tuple.zig");
const args_ = @import("../args.zig");
const lookup = @import("../lookup.zig");
const names = @import("../names.zig");
const str = @import("../str.zig");
const container = @import("../container.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const deque = @import("deque.zig");
const deque_methods = @import("deque_methods.zig");
const defaultdict = @import("defaultdict.zig");
const ordered = @import("ordered_dict.zig");
const ordered_views = @import("ordered_views.zig");
const Word = object.Word;
const Raised = container.Raised;

pub const name = "_collections";
pub const doc = "High performance data structures.\n- deque:        ordered collection accessible from endpoints only\n" ++
    "- defaultdict:  dict subclass with a default value factory\n";

// _tuplegetter ------------------------------------------------------------------------------------------------------

/// The descriptor of a field of a named tuple.
const Getter = extern struct { h: object.Header, index: i64, doc: Word };
const getter_life = native.Life(Getter, &.{"doc"});
pub var getter_type: types.Type = .{
    .h = types.static_header,
    .c_name = "_collections._tuplegetter",
    .fixed_size = @sizeOf(Getter),
    .flags = .{ .immutable = true },
    .slots = .{
        .dealloc = getter_life.dealloc,
        .traverse = getter_life.traverse,
        .repr = getterRepr,
        .descr_get = getterGet,
        .descr_set = getterSet,
        .new = getterNew,
    },
};
const getter_methods = .{
    .{ "__doc__", getterDoc, 0, 0, .member, setGetterDoc },
    .{ "__reduce__", getterReduce, 0, 0 },
};

fn getterNew(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (!args_.noKeywords("_tuplegetter", kwnames) or !args_.checkCount("_tuplegetter", nargs, 2, 2)) return 0;
    const i = int.toSsize(args[0]) orelse return 0;
    const g = native.create(Getter, &getter_type);
    g.index = i;
    g.doc = rc.retain(args[1]);
    return object.word(g);
}
fn getterGet(self: Word, instance: Word, _: Word) callconv(.c) Word {
    const g = object.ptr(Getter, self);
    if (instance == 0 or singletons.isNone(instance)) return rc.retain(self);
    if (!tuple.isTuple(instance)) {
        return err.raise(.TypeError, "descriptor for index '{d}' for tuple subclasses doesn't apply to '{t}' object", .{ g.index, instance });
    }
    if (g.index < 0 or g.index >= tuple.len(instance)) return err.raise(.IndexError, "tuple index out of range", .{});
    return rc.retain(tuple.items(instance)[@intCast(g.index)]);
}
fn getterSet(_: Word, _: Word, value: Word) callconv(.c) i32 {
    return err.fail(.AttributeError, "{s}", .{if (value == 0) "can't delete attribute" else "can't set attribute"});
}
fn getterRepr(self: Word) callconv(.c) Word {
    const g = object.ptr(Getter, self);
    var b: text.Buffer = .{};
    defer b.deinit();
    b.append("_tuplegetter(");
    b.appendInt(g.index);
    b.append(", ");
    if (!b.appendRepr(g.doc)) return 0;
    b.append(")");
    return b.toWord();
}
fn getterDoc(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(object.ptr(Getter, self).doc);
}
fn setGetterDoc(self: Word, value: Word) callconv(.c) i32 {
    const g = object.ptr(Getter, self);
    const old = g.doc;
    g.doc = if (value == 0) singletons.noneWord() else rc.retain(value);
    rc.release(old);
    return 0;
}
fn getterReduce(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const g = object.ptr(Getter, self);
    const args = tuple.fromOwned(&.{ int.fromI64(g.index), rc.retain(g.doc) });
    return tuple.fromOwned(&.{ object.word(&getter_type), args });
}

// _count_elements ---------------------------------------------------------------------------------------------------

fn countElements(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return container.noneOf(count(args[0], args[1]));
}
fn count(mapping: Word, source: Word) Raised!void {
    const it = try container.check(iter.iter(source));
    defer rc.release(it);
    if (isPlain(mapping)) {
        while (try iter.step(it)) |key| {
            defer rc.release(key);
            try countOne(mapping, key);
        }
        return;
    }
    const get = try container.check(attr.get(mapping, names.of(.get)));
    defer rc.release(get);
    while (try iter.step(it)) |key| {
        defer rc.release(key);
        const old = try container.check(call.call(get, &.{ key, object.makeSmall(0) }));
        defer rc.release(old);
        const new = try container.check(ops.add(old, object.makeSmall(1)));
        defer rc.release(new);
        try container.checkStatus(ops.setitem(mapping, key, new));
    }
}
fn countOne(mapping: Word, key: Word) Raised!void {
    const d = dict.of(mapping);
    const hash = try container.hash(key);
    const n = try dict.find(d, key, hash) orelse return dict.insertNew(d, hash, rc.retain(key), object.makeSmall(1));
    const old = dict.entryValue(d, &d.entries[n]);
    if (object.isSmall(old)) return dict.setEntryValue(d, &d.entries[n], int.add(old, object.makeSmall(1)));
    const held = rc.retain(old);
    defer rc.release(held);
    const new = try container.check(ops.add(held, object.makeSmall(1)));
    defer rc.release(new);
    try dict.store(d, key, hash, new);
}
/// Neither `get` nor `__setitem__` of the dict's class is anything but dict's own.
fn isPlain(w: Word) bool {
    if (object.isExact(w, .dict)) return true;
    if (!dict.isDict(w)) return false;
    const t = types.typeOf(w);
    if (t.slots.setitem != dict_methods.dict_type.slots.setitem) return false;
    return lookup.lookup(t, names.of(.get)) == lookup.lookup(&dict_methods.dict_type, names.of(.get));
}

/// Rows of dict that `_count_elements` and named classes compare with or call.
pub const uses = .{ "get", "keys" };
pub const functions = .{.{ "_count_elements", countElements, 2, 2 }};
pub const classes = .{
    .{ "deque", &deque.deque_type, deque_methods.methods },
    .{ "defaultdict", &defaultdict.defaultdict_type, defaultdict.methods },
    .{ "OrderedDict", &ordered.ordered_type, ordered.methods },
    .{ "", &ordered_views.keys_type, ordered_views.view_methods },
    .{ "", &ordered_views.values_type, ordered_views.view_methods },
    .{ "", &ordered_views.items_type, ordered_views.view_methods },
    .{ "", &ordered_views.iterator_type, ordered_views.iterator_methods },
    .{ "_deque_iterator", &deque.iterator_type, deque.iterator_methods },
    .{ "_deque_reverse_iterator", &deque.reverse_iterator_type, deque.iterator_methods },
    .{ "_tuplegetter", &getter_type, getter_methods },
};
