//! The wrapper behind `functools.lru_cache` and `cache`.
//!
//! Invariants
//! - `cache` is a dict; bounded, it is in the order of use, the least recently used key first.
//! - A key is CPython's: the one argument itself if it is an exact int or str, else a tuple of all arguments, keywords after
//!   a marker, types at the end if typed.
const object = @import("../object.zig");
const types = @import("../type.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const ops = @import("../ops.zig");
const attr = @import("../attr.zig");
const call = @import("../call.zig");
const dict = @import("../dict.zig");
const method_ = @import("../method.zig");
const args_ = @import("../args.zig");
const tuple = @import("../tuple.zig");
const alloc = @import("../alloc.zig");
const instance = @import("../instance.zig");
const container = @import("../container.zig");
const object_type = @import("../object_type.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const Word = object.Word;
const Raised = container.Raised;

const Cache = extern struct {
    h: object.Header,
    ext: Word,
    function: Word,
    cache: Word,
    info_class: Word,
    /// −1: unbounded.
    maxsize: i64,
    hits: i64,
    misses: i64,
    typed: u64,
};
const life = native.Life(Cache, &.{ "ext", "function", "cache", "info_class" });
pub var cache_type: types.Type = .{
    .h = types.static_header,
    .c_name = "functools._lru_cache_wrapper",
    .fixed_size = @sizeOf(Cache),
    .slot_offset = @sizeOf(Cache),
    .ext_offset = @offsetOf(Cache, "ext"),
    .flags = .{ .base = true, .has_dict = true, .has_weakrefs = true, .immutable = true, .default_getattr = true },
    .slots = .{ .dealloc = life.dealloc, .traverse = life.traverse, .call = callCached, .descr_get = bindTo, .new = new },
};
pub const methods = .{
    .{ "cache_info", cacheInfo, 0, 0 },
    .{ "cache_clear", cacheClear, 0, 0 },
    .{ "__reduce__", reduce, 0, 0 },
    .{ "__copy__", copy, 0, 0 },
    .{ "__deepcopy__", copy, 1, 1 },
    .{ "__dict__", attr.m_dict_get, 0, 0, .getset, attr.m_dict_set },
};

/// Stands between positional and keyword arguments in keys.
var mark: Word = 0;

fn of(w: Word) *Cache {
    return object.ptr(Cache, w);
}
const new_sig: args_.Signature = .{
    .name = "lru_cache",
    .params = &.{ "user_function", "maxsize", "typed", "cache_info_type" },
    .positional = 4,
    .required = 4,
};
fn new(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [4]Word = undefined;
    if (!args_.bind(new_sig, args, nargs, kwnames, &given)) return 0;
    const typed = ops.truth(given[2]);
    if (typed < 0) return 0;
    if (!call.isCallable(given[0])) return err.raise(.TypeError, "the first argument must be callable", .{});
    var maxsize: i64 = -1;
    if (!singletons.isNone(given[1])) {
        if (!container.isIndex(given[1])) return err.raise(.TypeError, "maxsize should be integer or None", .{});
        maxsize = @max(0, container.index(given[1], .OverflowError) catch return 0);
    }
    if (mark == 0) {
        mark = object_type.new(object.word(&object_type.object_type), &.{}, 0, 0);
        rc.immortalize(mark);
    }
    const c = instance.allocate(Cache, class);
    c.ext = 0;
    c.function = rc.retain(given[0]);
    c.cache = dict.new();
    c.info_class = rc.retain(given[3]);
    c.maxsize = maxsize;
    c.hits = 0;
    c.misses = 0;
    c.typed = @intCast(typed);
    return object.word(c);
}

fn keyOf(c: *const Cache, args: [*]const Word, nargs: usize, kwnames: Word) Word {
    const given = args_.keywordNames(kwnames);
    if (c.typed == 0 and given.len == 0 and nargs == 1) {
        const one = args[0];
        if (object.isSmall(one) or object.isExact(one, .int) or object.isExact(one, .str)) return rc.retain(one);
    }
    const values = nargs + given.len;
    const with_keywords: usize = if (given.len > 0) 1 + given.len else 0;
    const t = tuple.create(values + with_keywords + (if (c.typed != 0) values else 0));
    const items = t.items();
    var n: usize = 0;
    for (args[0..nargs]) |w| {
        items[n] = rc.retain(w);
        n += 1;
    }
    if (given.len > 0) {
        items[n] = rc.retain(mark);
        n += 1;
        for (given, 0..) |key, i| {
            items[n] = rc.retain(key);
            items[n + 1] = rc.retain(args[nargs + i]);
            n += 2;
        }
    }
    if (c.typed != 0) {
        for (args[0..values]) |w| {
            items[n] = object.word(types.typeOf(w));
            n += 1;
        }
    }
    return object.word(t);
}

fn callCached(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const c = of(self);
    if (c.maxsize == 0) {
        c.misses += 1;
        return call.callKw(c.function, args, nargs, kwnames);
    }
    return container.wordOf(lookUp(c, args, nargs, kwnames));
}
fn lookUp(c: *Cache, args: [*]const Word, nargs: usize, kwnames: Word) Raised!Word {
    const key = keyOf(c, args, nargs, kwnames);
    defer rc.release(key);
    const hash = try container.hash(key);
    const d = dict.of(c.cache);
    if (try dict.find(d, key, hash)) |n| {
        c.hits += 1;
        const value = rc.retain(d.entries[n].value);
        if (c.maxsize > 0 and n != d.filled - 1) {
            const taken = dict.take(d, n);
            dict.insertNew(d, hash, taken.key, taken.value);
        }
        return value;
    }
    c.misses += 1;
    const value = try container.check(call.callKw(c.function, args, nargs, kwnames));
    errdefer rc.release(value);
    // The call may have cached the same key by itself.
    if (try dict.find(d, key, hash) != null) return value;
    dict.insertNew(d, hash, rc.retain(key), rc.retain(value));
    while (c.maxsize > 0 and d.used > c.maxsize) dict.removeAt(d, d.first);
    return value;
}

fn bindTo(self: Word, owner: Word, _: Word) callconv(.c) Word {
    if (owner == 0 or singletons.isNone(owner)) return rc.retain(self);
    return method_.bind(self, owner);
}
fn cacheInfo(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const c = of(self);
    const values = [_]Word{
        int.fromI64(c.hits),
        int.fromI64(c.misses),
        if (c.maxsize < 0) singletons.noneWord() else int.fromI64(c.maxsize),
        int.fromU64(dict.of(c.cache).used),
    };
    defer for (values) |w| rc.release(w);
    return call.call(c.info_class, &values);
}
fn cacheClear(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const c = of(self);
    c.hits = 0;
    c.misses = 0;
    dict.clearAll(dict.of(c.cache));
    return singletons.noneWord();
}
fn reduce(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return attr.get(self, "__qualname__");
}
fn copy(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(self);
}
