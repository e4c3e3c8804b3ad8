//! Lists whose elements are all floats, or all bools, stored as such: `list_f64` (8 bytes an element) and `list_bool` (one).
//!
//! Invariants
//! - Such a list has a shape of its own and the class `list`; so code that tests for the shape `list` never sees one, and
//!   `list.of` turns one into an ordinary list before anybody looks at its words. That happens at most once: an ordinary
//!   list stays one.
//! - Nobody can tell the difference: a float or bool that is read is an equal object, and their identity is their value.
//! - The elements own nothing, so neither the cycle collector nor the end of the list visits them.
const std = @import("std");
const object = @import("object.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const float = @import("float.zig");
const prune = @import("prune.zig");
const singletons = @import("singletons.zig");
const list = @import("list.zig");
const Word = object.Word;
const List = object.List;

pub const Kind = enum { f64, bool };

/// How the list stores its elements, null: as words.
pub inline fn kindOf(w: Word) ?Kind {
    return switch (object.header(w).shape) {
        @intFromEnum(object.ShapeId.list_f64) => .f64,
        @intFromEnum(object.ShapeId.list_bool) => .bool,
        else => null,
    };
}

/// The kind of list that an element asks for, null for one of words.
pub fn kindFor(value: Word) ?Kind {
    if (object.isExact(value, .float)) return .f64;
    return if (value == singletons.trueWord() or value == singletons.falseWord()) .bool else null;
}

inline fn width(kind: Kind) usize {
    return if (kind == .f64) 8 else 1;
}

fn floats(l: *List) [*]f64 {
    return @ptrCast(l.items);
}
fn bytes(l: *List) [*]u8 {
    return @ptrCast(l.items);
}

/// A list with room for `n` elements, or null if there is no memory.
pub fn tryNew(kind: Kind, n: usize) ?*List {
    if (n > list.max_len) return null;
    const l = switch (kind) {
        .f64 => alloc.object(List, .list_f64, 0),
        .bool => alloc.object(List, .list_bool, 0),
    };
    list.init(l);
    if (n == 0 or reserve(l, kind, n)) return l;
    rc.release(object.word(l));
    return null;
}

fn reserve(l: *List, kind: Kind, n: usize) bool {
    const cap = list.capacity(l);
    if (n <= cap) return true;
    const want = if (cap == 0) n else @max(n, cap + (if (cap < 1 << 16) cap / 2 else cap / 4) + 4);
    const size = want * width(kind);
    const block = (if (cap == 0) alloc.tryBytes(size) else alloc.tryResize(l.items, size)) orelse return false;
    l.items = @ptrCast(@alignCast(block));
    l.cap_strategy = alloc.usableSize(block) / width(kind);
    return true;
}

/// Element i (i < len), owned. A list of floats was made of floats, so the class is there.
pub fn get(l: *List, kind: Kind, i: usize) Word {
    return switch (kind) {
        .f64 => {
            const item = alloc.another(object.Float, .float);
            item.value = floats(l)[i];
            return object.word(item);
        },
        .bool => if (bytes(l)[i] != 0) singletons.trueWord() else singletons.falseWord(),
    };
}

/// Stores a borrowed element (i < len); false if it is of another class.
pub fn set(l: *List, kind: Kind, i: usize, value: Word) bool {
    if (kindFor(value) != kind) return false;
    put(l, kind, i, value);
    return true;
}

fn put(l: *List, kind: Kind, i: usize, value: Word) void {
    switch (kind) {
        .f64 => floats(l)[i] = object.ptr(object.Float, value).value,
        .bool => bytes(l)[i] = @intFromBool(value == singletons.trueWord()),
    }
}

/// Appends a borrowed element; false if it is of another class.
pub fn append(l: *List, kind: Kind, value: Word) bool {
    if (kindFor(value) != kind) return false;
    const n: usize = @intCast(l.len);
    if (!reserve(l, kind, n + 1)) alloc.outOfMemory();
    put(l, kind, n, value);
    l.len = n + 1;
    return true;
}

/// Appends a float to a list of floats.
pub fn appendF64(l: *List, value: f64) void {
    prune.creates(.float);
    const n: usize = @intCast(l.len);
    if (!reserve(l, .f64, n + 1)) alloc.outOfMemory();
    floats(l)[n] = value;
    l.len = n + 1;
}

/// Elements `start`, `start + step` … of a list as another one; null: no memory.
pub fn copy(l: *List, kind: Kind, start: usize, step: i64, count: usize) ?Word {
    const result = tryNew(kind, count) orelse return null;
    for (0..count) |k| {
        const i: usize = @intCast(@as(i64, @intCast(start)) + @as(i64, @intCast(k)) * step);
        switch (kind) {
            .f64 => floats(result)[k] = floats(l)[i],
            .bool => bytes(result)[k] = bytes(l)[i],
        }
    }
    result.len = count;
    return object.word(result);
}

/// `n` times the elements of a list of one element that has a kind; null: not such a list, or no memory.
pub fn repeated(w: Word, n: usize) ?Word {
    if (list.len(w) != 1 or n == 0) return null;
    const element = list.get(w, 0);
    defer rc.release(element);
    const kind = kindFor(element) orelse return null;
    const result = tryNew(kind, n) orelse return null;
    switch (kind) {
        .f64 => @memset(floats(result)[0..n], object.ptr(object.Float, element).value),
        .bool => @memset(bytes(result)[0..n], @intFromBool(element == singletons.trueWord())),
    }
    result.len = n;
    return object.word(result);
}

/// The last element leaves the list; there is one. The caller owns it.
pub fn takeLast(l: *List, kind: Kind) Word {
    const n: usize = @intCast(l.len);
    const value = get(l, kind, n - 1);
    l.len = n - 1;
    return value;
}

/// Makes it an ordinary list.
pub noinline fn toWords(w: Word) void {
    const l = object.ptr(List, w);
    const kind = kindOf(w) orelse return;
    const n: usize = @intCast(l.len);
    const old = l.items;
    const cap = list.capacity(l);
    var words: [*]Word = undefined;
    if (n > 0) {
        words = alloc.array(Word, n);
        for (0..n) |i| words[i] = get(l, kind, i);
    }
    if (cap > 0) alloc.free(old);
    l.items = words;
    l.cap_strategy = if (n > 0) alloc.usableSize(words) / @sizeOf(Word) else 0;
    l.h.shape = @intFromEnum(object.ShapeId.list);
}

/// Empties it without looking at the elements.
pub fn drop(l: *List) void {
    const cap = list.capacity(l);
    const old = l.items;
    list.init(l);
    if (cap > 0) alloc.free(old);
}

test "flat lists" {
    const half = float.new(0.5);
    defer rc.release(half);
    const one = list.fromSlice(&.{half});
    defer rc.release(one);
    const w = repeated(one, 100).?;
    defer rc.release(w);
    const l = object.ptr(List, w);
    try std.testing.expect(kindOf(w) == .f64 and !append(l, .f64, object.makeSmall(1)));
    appendF64(l, 1.5);
    try std.testing.expectEqual(@as(f64, 1.5), floats(l)[100]);
    _ = list.of(w);
    try std.testing.expect(kindOf(w) == null and list.len(w) == 101);
    try std.testing.expect(object.isExact(list.items(w)[100], .float));
}
