//! Lookup of attributes in a class and its bases: MRO, class namespaces, the lookup cache, class versions.
//!
//! Invariant: a cache entry is valid only while the class has the version that the entry recorded; every change of a
//! class's namespace or bases goes through `changed`, which gives a new version to it and all its subclasses.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const ns = @import("namespace.zig");
const names = @import("names.zig");
const builtin_dict = @import("builtin_dict.zig");
const object_type = @import("object_type.zig");
const Word = object.Word;
const Type = types.Type;
const Tuple = object.Tuple;

/// An immortal tuple of borrowed words that live for ever.
pub fn immortalTuple(items: []const Word) Word {
    const t = alloc.object(Tuple, .tuple, items.len * 8);
    t.len = items.len;
    @memcpy(t.slice(), items);
    t.h.rc |= object.rc_immortal;
    return object.word(t);
}

/// The classes in method resolution order; made on demand for builtin classes. The first is the class itself.
pub fn mro(t: *Type) []const Word {
    if (t.mro == 0) {
        var list: [64]Word = undefined;
        var n: usize = 0;
        list[0] = object.word(t);
        n = 1;
        // Builtin classes have one base, except those that list several in `bases`: these are simple enough
        // (ExceptionGroup) that appending each chain before the first common class is the C3 order.
        const direct = if (t.bases != 0) object.ptr(Tuple, t.bases).slice() else &[_]Word{};
        if (direct.len > 1) {
            n = mergeChains(direct, &list, n);
        } else {
            var at = t.base;
            while (at) |b| : (at = b.base) {
                list[n] = object.word(b);
                n += 1;
            }
        }
        t.mro = immortalTuple(list[0..n]);
    }
    return object.ptr(Tuple, t.mro).slice();
}

/// Chains of single inheritance merged so that a class common to several stands after all its subclasses.
fn mergeChains(direct: []const Word, list: *[64]Word, start: usize) usize {
    var n = start;
    for (direct, 0..) |first, k| {
        for (mro(object.ptr(Type, first))) |c| {
            const later = for (direct[k + 1 ..]) |other| {
                if (types.isSubtype(object.ptr(Type, other), object.ptr(Type, c))) break true;
            } else false;
            if (later or object.indexOf(list[0..n], c) != null) continue;
            list[n] = c;
            n += 1;
        }
    }
    return n;
}

/// The class's own namespace (borrowed Dict); a builtin class's is made on first use.
pub fn typeDict(t: *Type) Word {
    if (t.dict == 0) {
        t.dict = ns.new();
        object.header(t.dict).rc |= object.rc_immortal;
        builtin_dict.fill(t);
    }
    return t.dict;
}

const Entry = struct { class: ?*Type = null, name: Word = 0, version: u64 = 0, value: Word = 0 };
const cache_size = 2048;
var cache: [cache_size]Entry = @splat(.{});

inline fn cacheEntry(t: *Type, name: Word) *Entry {
    const mixed = (@intFromPtr(t) >> 4) ^ (name >> 4) ^ (name >> 15);
    return &cache[@intCast(mixed & (cache_size - 1))];
}

/// The attribute of the class or its bases, not bound: a borrowed word, valid until the class changes; 0 if missing.
/// Runs no Python code.
pub fn lookup(t: *Type, name: Word) Word {
    const entry = cacheEntry(t, name);
    if (entry.class == t and entry.name == name and entry.version == t.version) return entry.value;
    const found = lookupSlow(t, name);
    // Only strings that live for ever may be keys: the address of another may come back as another name.
    if (object.header(name).rc & object.rc_uncounted != 0) {
        entry.* = .{ .class = t, .name = name, .version = t.version, .value = found };
    }
    return found;
}

fn lookupSlow(t: *Type, name: Word) Word {
    for (mro(t)) |c| {
        const value = ns.get(typeDict(object.ptr(Type, c)), name);
        if (value != 0) return value;
    }
    return 0;
}

const After = struct { class: ?*Type = null, start: ?*const Type = null, name: Word = 0, version: u64 = 0, value: Word = 0 };
const after_size = 128;
var after_cache: [after_size]After = @splat(.{});

/// As `lookup`, but starts after `start` in the MRO (super). 0 if missing.
pub fn lookupAfter(t: *Type, start: *const Type, name: Word) Word {
    const mixed = (@intFromPtr(t) >> 4) ^ (@intFromPtr(start) >> 5) ^ (name >> 4);
    const entry = &after_cache[@intCast(mixed & (after_size - 1))];
    if (entry.class == t and entry.start == start and entry.name == name and entry.version == t.version) return entry.value;
    const found = lookupAfterSlow(t, start, name);
    if (object.header(name).rc & object.rc_uncounted != 0) {
        entry.* = .{ .class = t, .start = start, .name = name, .version = t.version, .value = found };
    }
    return found;
}

fn lookupAfterSlow(t: *Type, start: *const Type, name: Word) Word {
    const order = mro(t);
    const at = object.indexOf(order, object.word(start)) orelse return 0;
    for (order[at + 1 ..]) |c| {
        const value = ns.get(typeDict(object.ptr(Type, c)), name);
        if (value != 0) return value;
    }
    return 0;
}

/// The class in whose namespace the attribute is found first, or null.
pub fn definer(t: *Type, name: Word) ?*Type {
    for (mro(t)) |c| {
        if (ns.get(typeDict(object.ptr(Type, c)), name) != 0) return object.ptr(Type, c);
    }
    return null;
}

/// Special method lookup on the value's class, borrowed; 0 if missing.
pub inline fn special(w: Word, comptime name: names.Name) Word {
    return lookup(types.typeOf(w), names.of(name));
}

var last_version: u64 = 1;
pub fn nextVersion() u64 {
    last_version += 1;
    return last_version;
}

/// Direct subclasses that are alive.
pub fn subclasses(t: *const Type) []const Word {
    const list = Subclasses.of(t) orelse return &.{};
    return list.items[0..list.len];
}
pub fn addSubclass(t: *Type, class: *Type) void {
    const list = Subclasses.of(t) orelse blk: {
        const new: *Subclasses = @ptrCast(@alignCast(alloc.bytes(@sizeOf(Subclasses))));
        new.* = .{ .items = alloc.array(Word, 4), .len = 0, .cap = 4 };
        t.subclasses = @intFromPtr(new);
        break :blk new;
    };
    if (list.len == list.cap) {
        list.cap *= 2;
        list.items = @ptrCast(@alignCast(alloc.resize(list.items, list.cap * 8)));
    }
    list.items[list.len] = object.word(class);
    list.len += 1;
}
pub fn removeSubclass(t: *Type, class: *Type) void {
    const list = Subclasses.of(t) orelse return;
    const at = object.indexOf(list.items[0..list.len], object.word(class)) orelse return;
    std.mem.copyForwards(Word, list.items[at .. list.len - 1], list.items[at + 1 .. list.len]);
    list.len -= 1;
}

/// The memory of the list; the class goes.
pub fn freeSubclasses(t: *Type) void {
    const list = Subclasses.of(t) orelse return;
    t.subclasses = 0;
    alloc.free(list.items);
    alloc.free(list);
}

/// `Type.subclasses` is the address of one of these (raw, no object).
const Subclasses = struct {
    items: [*]Word,
    len: usize,
    cap: usize,
    fn of(t: *const Type) ?*Subclasses {
        return if (t.subclasses == 0) null else @ptrFromInt(@as(usize, @intCast(t.subclasses)));
    }
};

/// Gives the class and all its subclasses new versions.
pub fn changed(t: *Type) void {
    @import("shape_sets.zig").flush();
    valueChanged(t);
}

/// As `changed`, where one plain value took the place of another: which attributes there are, and how they behave, is as
/// it was.
pub fn valueChanged(t: *Type) void {
    t.version = nextVersion();
    for (subclasses(t)) |c| valueChanged(object.ptr(Type, c));
}
