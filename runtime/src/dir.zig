//! `dir()`: the names of an object's own attributes and those of its class and its bases.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
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

/// Consumes what a `__dir__` gave; a sorted list of its own. The builtin ones give a new list of texts.
pub fn sorted(source: Word) Word {
    defer rc.release(source);
    if (!object.isExact(source, .list) or !areTexts(list_.items(source))) {
        const collected = pyrt_dir_collect orelse alloc.fatal("`__dir__` in a program that was compiled without it");
        return collected(source);
    }
    const list = list_.fromSlice(list_.items(source));
    sortTexts(list_.items(list));
    return list;
}

fn areTexts(items: []const Word) bool {
    for (items) |w| if (!object.isExact(w, .str)) return false;
    return true;
}

/// The items of an iterable (borrowed) as a sorted list; 0 raised.
pub fn collect(source: Word) callconv(.c) Word {
    const list = iter.collect(source);
    if (list == 0) return 0;
    if (areTexts(list_.items(list))) {
        sortTexts(list_.items(list));
    } else list_sort.sort(list, 0, false) catch {
        rc.release(list);
        return 0;
    };
    return list;
}

/// `collect`, for what a program's own `__dir__` or `__dict__` may give; null in programs that name none of them
/// (`prune.zig`): nothing but new lists of texts can come about there.
export var pyrt_dir_collect: ?*const fn (source: Word) callconv(.c) Word = collect;

/// Sorts names in place.
pub fn sortTexts(items: []Word) void {
    const before = struct {
        fn f(_: void, a: Word, b: Word) bool {
            return std.mem.order(u8, names.slice(a), names.slice(b)) == .lt;
        }
    }.f;
    std.sort.heap(Word, items, {}, before);
}

fn addKeys(into: Word, d: Word) void {
    var at: usize = 0;
    while (dict.next(d, &at)) |entry| ns.set(into, entry.key, singletons.noneWord());
}
/// The keys of a dict as a new list.
pub fn keys(d: Word) Word {
    const list = list_.new(0);
    var at: usize = 0;
    while (dict.next(d, &at)) |entry| list_.append(list, entry.key);
    return list;
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
    return keys(all);
}

/// `type.__dir__`: an unsorted list.
pub fn ofClass(o: Word) Word {
    const all = ns.new();
    defer rc.release(all);
    addClass(all, object.ptr(types.Type, o));
    return keys(all);
}
