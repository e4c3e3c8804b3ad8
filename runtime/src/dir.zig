//! `dir()`: the names of an object's own attributes and those of its class and its bases.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const lookup = @import("lookup.zig");
const names = @import("names.zig");
const call = @import("call.zig");
const attr = @import("attr.zig");
const ns = @import("namespace.zig");
const dict = @import("dict.zig");
const iter = @import("iter.zig");
const list_ = @import("list.zig");
const list_sort = @import("list_sort.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;

/// `dir(o)`: what `type(o).__dir__` gives, as a sorted list; owned, 0 raised.
pub fn dir(o: Word) Word {
    const f = lookup.special(o, .__dir__);
    if (f == 0) return err.raise(.TypeError, "object does not provide __dir__", .{});
    const raw = call.special(o, f, &.{});
    if (raw == 0) return 0;
    return sorted(raw);
}

/// Consumes an iterable; a sorted list.
pub fn sorted(source: Word) Word {
    defer rc.release(source);
    const list = iter.collect(source);
    if (list == 0) return 0;
    const items = list_.items(list);
    const texts = for (items) |w| {
        if (!object.isExact(w, .str)) break false;
    } else true;
    if (texts) {
        sortTexts(items);
    } else if (!pyrt_sort_names.?(list)) {
        rc.release(list);
        return 0;
    }
    return list;
}

/// Sorts names in place.
pub fn sortTexts(items: []Word) void {
    const before = struct {
        fn f(_: void, a: Word, b: Word) bool {
            return std.mem.order(u8, names.slice(a), names.slice(b)) == .lt;
        }
    }.f;
    std.sort.heap(Word, items, {}, before);
}

/// Sorts a list of names that are not all plain text; null in programs that have none (`prune.zig`): only a program that
/// names one of these methods can bring them about.
export var pyrt_sort_names: ?*const fn (list: Word) bool = sortAny;

fn sortAny(list: Word) bool {
    list_sort.sort(list, 0, false) catch return false;
    return true;
}

fn addKeys(into: Word, d: Word) void {
    var at: usize = 0;
    while (dict.next(d, &at)) |entry| ns.set(into, entry.key, singletons.noneWord());
}
fn addClass(into: Word, t: *types.Type) void {
    for (lookup.mro(t)) |c| addKeys(into, lookup.typeDict(object.ptr(types.Type, c)));
}

/// `object.__dir__`: an unsorted list.
pub fn ofObject(o: Word) Word {
    const all = ns.new();
    defer rc.release(all);
    const own = attr.getOptional(o, names.of(.__dict__));
    if (own == 0 and err.pending()) return 0;
    if (own != 0) {
        if (types.typeOf(own).flags.dict_subclass) addKeys(all, own);
        rc.release(own);
    }
    addClass(all, types.typeOf(o));
    return iter.collect(all);
}

/// `type.__dir__`: an unsorted list.
pub fn ofClass(o: Word) Word {
    const all = ns.new();
    defer rc.release(all);
    addClass(all, object.ptr(types.Type, o));
    return iter.collect(all);
}
