//! Merging into dicts: from mappings, from sequences of pairs, and from `**mapping` in displays and calls.
//!
//! Invariant: a source that changes while it is read makes a RuntimeError, never a stale read.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const attr = @import("attr.zig");
const call = @import("call.zig");
const names = @import("names.zig");
const ops = @import("ops.zig");
const iter = @import("iter.zig");
const tuple = @import("tuple.zig");
const str = @import("str.zig");
const repr = @import("repr.zig");
const dict = @import("dict.zig");
const dict_methods = @import("dict_methods.zig");
const container = @import("container.zig");
const Word = object.Word;
const Raised = container.Raised;

/// As `w.update(other)`: a mapping (has `keys`) or an iterable of pairs.
pub fn updateFrom(w: Word, other: Word) Raised!void {
    if (isPlain(other)) return fromDict(w, other);
    const keys = attr.getOptional(other, names.of(.keys));
    if (keys != 0) {
        defer rc.release(keys);
        return fromKeys(w, other, keys);
    }
    if (err.pending()) return error.Raised;
    return fromPairs(w, other);
}

/// As `{**other}`: mappings only.
pub fn fromMapping(w: Word, other: Word) Raised!void {
    if (isPlain(other)) return fromDict(w, other);
    const keys = attr.getOptional(other, names.of(.keys));
    if (keys == 0) {
        if (err.pending()) return error.Raised;
        return container.fail(.TypeError, "'{t}' object is not a mapping", .{other});
    }
    defer rc.release(keys);
    return fromKeys(w, other, keys);
}

/// A dict whose iteration nobody has redefined: its table may be read directly.
fn isPlain(w: Word) bool {
    return dict.isDict(w) and types.typeOf(w).slots.iter == &dict_methods.iterSlot;
}

/// One item of a plain source, held while it is stored.
const Reader = struct {
    source: Word,
    at: usize = 0,
    filled: u32,

    fn init(source: Word) Reader {
        return .{ .source = source, .filled = dict.of(source).filled };
    }
    fn next(self: *Reader) Raised!?dict.Item {
        if (dict.of(self.source).filled != self.filled) {
            return container.fail(.RuntimeError, "dict mutated during update", .{});
        }
        const item = dict.next(self.source, &self.at) orelse return null;
        _ = rc.retain(item.key);
        _ = rc.retain(item.value);
        return item;
    }
    fn drop(item: dict.Item) void {
        rc.release(item.key);
        rc.release(item.value);
    }
};

fn fromDict(w: Word, other: Word) Raised!void {
    const d = dict.of(w);
    const from = dict.of(other);
    if (w == other or from.used == 0) return;
    if (d.used == 0 and dict.clone(d, from)) return;
    if (d.used == 0) {
        dict.rebuild(d, @intCast(from.used));
        if (d.filled == 0) {
            var at: usize = 0;
            while (dict.next(other, &at)) |e| dict.insertNew(d, e.hash, rc.retain(e.key), rc.retain(e.value));
            return;
        }
    }
    var reader = Reader.init(other);
    while (try reader.next()) |item| {
        defer Reader.drop(item);
        try dict.store(d, item.key, item.hash, item.value);
    }
}

fn fromKeys(w: Word, other: Word, keys: Word) Raised!void {
    const all = try container.check(call.call(keys, &.{}));
    defer rc.release(all);
    const it = try container.check(iter.iter(all));
    defer rc.release(it);
    while (try iter.step(it)) |key| {
        defer rc.release(key);
        const value = try container.check(ops.getitem(other, key));
        defer rc.release(value);
        try container.checkStatus(dict.set(w, key, value));
    }
}

/// Stores the pairs that an iterable yields.
pub fn fromPairs(w: Word, other: Word) Raised!void {
    const it = try container.check(iter.iter(other));
    defer rc.release(it);
    var n: i64 = 0;
    while (try iter.step(it)) |element| : (n += 1) {
        defer rc.release(element);
        const pair = try pairOf(element, n);
        defer rc.release(pair);
        const items = tuple.items(pair);
        if (items.len != 2) {
            return container.fail(.ValueError, "dictionary update sequence element #{d} has length {d}; 2 is required", .{
                n, @as(i64, @intCast(items.len)),
            });
        }
        try container.checkStatus(dict.set(w, items[0], items[1]));
    }
}

fn pairOf(element: Word, n: i64) Raised!Word {
    const pair = tuple.fromIterable(element);
    if (pair != 0) return pair;
    if (!iter.isIterable(element) and err.clearIf(.TypeError)) {
        return container.fail(.TypeError, "cannot convert dictionary update sequence element #{d} to a sequence", .{n});
    }
    return error.Raised;
}

pub export fn pyrt_dict_update(w: Word, other: Word) callconv(.c) i32 {
    return container.statusOf(fromMapping(w, other));
}

/// `f(**mapping)`: keys must be new strings.
pub export fn pyrt_dict_merge_kwargs(w: Word, other: Word, callable: Word) callconv(.c) i32 {
    return container.statusOf(mergeKeywords(w, other, callable));
}

fn mergeKeywords(w: Word, other: Word, callable: Word) Raised!void {
    if (isPlain(other)) {
        var reader = Reader.init(other);
        while (try reader.next()) |item| {
            defer Reader.drop(item);
            try addKeyword(w, item.key, item.value, callable);
        }
        return;
    }
    const keys = attr.getOptional(other, names.of(.keys));
    if (keys == 0) {
        if (err.pending()) return error.Raised;
        const shown = try container.check(functionText(callable));
        defer rc.release(shown);
        return container.fail(.TypeError, "{s} argument after ** must be a mapping, not {t}", .{ str.slice(shown), other });
    }
    defer rc.release(keys);
    const all = try container.check(call.call(keys, &.{}));
    defer rc.release(all);
    const it = try container.check(iter.iter(all));
    defer rc.release(it);
    while (try iter.step(it)) |key| {
        defer rc.release(key);
        const value = try container.check(ops.getitem(other, key));
        defer rc.release(value);
        try addKeyword(w, key, value, callable);
    }
}

fn addKeyword(w: Word, key: Word, value: Word, callable: Word) Raised!void {
    if (!str.isStr(key)) return container.fail(.TypeError, "keywords must be strings", .{});
    if (try container.checkTri(dict.contains(w, key))) {
        const shown = try container.check(functionText(callable));
        defer rc.release(shown);
        return container.fail(.TypeError, "{s} got multiple values for keyword argument '{s}'", .{
            str.slice(shown), str.slice(key),
        });
    }
    return container.checkStatus(dict.set(w, key, value));
}

/// How messages name a callable: `module.qualname()`, without the module for builtins; its str if it has no name.
pub fn functionText(callable: Word) Word {
    const qualname = attr.getOptional(callable, names.of(.__qualname__));
    if (qualname == 0) {
        if (err.pending()) return 0;
        return repr.str(callable);
    }
    defer rc.release(qualname);
    if (!str.isStr(qualname)) return repr.str(callable);
    const module = attr.getOptional(callable, names.of(.__module__));
    if (module == 0 and err.pending()) return 0;
    defer rc.releaseMaybe(module);
    var b = str.Builder.init(64);
    if (module != 0 and str.isStr(module) and !str.eqlSlice(module, "builtins")) {
        b.append(str.slice(module));
        b.append(".");
    }
    b.append(str.slice(qualname));
    b.append("()");
    return b.finish();
}

/// A failed expansion of `*value`: CPython's text where the value is no iterable at all.
fn starError(value: Word, callable: Word) void {
    const class = @import("type.zig").typeOf(value);
    if (!err.matches(.TypeError) or class.slots.iter != null or class.slots.getitem != null) return;
    err.clear();
    const shown = functionText(callable);
    if (shown == 0) return;
    defer rc.release(shown);
    _ = err.raise(.TypeError, "{s} argument after * must be an iterable, not {t}", .{ str.slice(shown), value });
}

pub export fn pyrt_args_tuple(value: Word, callable: Word) callconv(.c) Word {
    const result = @import("tuple.zig").fromIterable(value);
    if (result == 0) starError(value, callable);
    return result;
}
