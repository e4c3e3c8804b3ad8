//! Views and iterators of `collections.OrderedDict`.
//!
//! Invariant: an iterator raises as soon as a key was added, removed or moved since it began.
const object = @import("../object.zig");
const types = @import("../type.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const dict = @import("../dict.zig");
const iter = @import("../iter.zig");
const tuple = @import("../tuple.zig");
const dict_views = @import("../dict_views.zig");
const native = @import("native.zig");
const ordered = @import("ordered_dict.zig");
const Word = object.Word;

pub const Kind = enum(u32) { keys, values, items };

const Iterator = extern struct {
    h: object.Header,
    dict: Word,
    at: i64,
    left: u64,
    moves: u64,
    entries: u64,
    filled: u32,
    first: u32,
    kind: Kind,
    backwards: u32,
};
const life = native.Life(Iterator, &.{"dict"});
pub var iterator_type: types.Type = .{
    .h = types.static_header,
    .c_name = "odict_iterator",
    .fixed_size = @sizeOf(Iterator),
    .flags = .{ .immutable = true },
    .slots = .{ .dealloc = life.dealloc, .traverse = life.traverse, .iter = iter.self, .next = next, .new = native.refuseNew },
};
pub const iterator_methods = .{
    .{ "__reduce__", reduce, 0, 0 },
};

pub fn iterator(w: Word, kind: Kind, backwards: bool) Word {
    const d = dict.of(w);
    const it = native.create(Iterator, &iterator_type);
    it.dict = rc.retain(w);
    it.at = if (backwards) @as(i64, d.filled) - 1 else d.first;
    it.left = d.used;
    it.moves = ordered.of(w).moves;
    it.entries = if (d.cap == 0) 0 else @intFromPtr(d.entries);
    it.filled = d.filled;
    it.first = d.first;
    it.kind = kind;
    it.backwards = @intFromBool(backwards);
    return object.word(it);
}
fn next(w: Word) callconv(.c) Word {
    const it = object.ptr(Iterator, w);
    if (it.dict == 0) return 0;
    const d = dict.of(it.dict);
    const entries: u64 = if (d.cap == 0) 0 else @intFromPtr(d.entries);
    if (it.moves != ordered.of(it.dict).moves or it.entries != entries or it.filled != d.filled or it.first != d.first) {
        return err.raise(.RuntimeError, "OrderedDict mutated during iteration", .{});
    }
    if (it.left == 0) {
        const held = it.dict;
        it.dict = 0;
        rc.release(held);
        return 0;
    }
    while (it.at >= 0 and it.at < d.filled and d.entries[@intCast(it.at)].key == 0) it.at += if (it.backwards != 0) -1 else 1;
    if (it.at < 0 or it.at >= d.filled) return err.raise(.RuntimeError, "OrderedDict mutated during iteration", .{});
    const e = &d.entries[@intCast(it.at)];
    it.at += if (it.backwards != 0) -1 else 1;
    it.left -= 1;
    return switch (it.kind) {
        .keys => rc.retain(e.key),
        .values => rc.retain(e.value),
        .items => tuple.fromSlice(&.{ e.key, e.value }),
    };
}
fn reduce(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const rest = iter.collect(w);
    if (rest == 0) return 0;
    const f = @import("../builtins.zig").lookup(@import("../str.zig").intern("iter"));
    if (f == 0) {
        rc.release(rest);
        return err.raise(.NotImplementedError, "PA0208: reducing an iterator needs the builtin function iter", .{});
    }
    return tuple.fromOwned(&.{ rc.retain(f), tuple.fromOwned(&.{rest}) });
}

// Views -------------------------------------------------------------------------------------------------------------

fn viewClass(comptime c_name: [*:0]const u8, base: *types.Type, comptime kind: Kind) types.Type {
    return .{
        .h = types.static_header,
        .base = base,
        .c_name = c_name,
        .fixed_size = @sizeOf(dict_views.View),
        .flags = .{ .immutable = true },
        .slots = .{ .iter = struct {
            fn run(w: Word) callconv(.c) Word {
                return iterator(object.ptr(dict_views.View, w).dict, kind, false);
            }
        }.run, .new = native.refuseNew },
    };
}
pub var keys_type = viewClass("odict_keys", &dict_views.dict_keys_type, .keys);
pub var values_type = viewClass("odict_values", &dict_views.dict_values_type, .values);
pub var items_type = viewClass("odict_items", &dict_views.dict_items_type, .items);
pub const view_methods = .{.{ "__reversed__", reversed, 0, 0 }};

pub fn view(w: Word, t: *const types.Type) Word {
    const v = native.create(dict_views.View, t);
    v.dict = rc.retain(w);
    return object.word(v);
}
fn reversed(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const t = types.typeOf(w);
    const kind: Kind = if (t == &keys_type) .keys else if (t == &values_type) .values else .items;
    return iterator(object.ptr(dict_views.View, w).dict, kind, true);
}
