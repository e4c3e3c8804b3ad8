//! list: storage, growth, and the operations that other modules use. Slices stand in `list_slice.zig`, the class and
//! its methods in `list_methods.zig`, sorting in `list_sort.zig`.
//!
//! Invariants
//! - `items[0..len]` are owned words, never 0; `items` is undefined while the capacity is 0.
//! - An element leaves the list (and `len` is right again) before its reference is dropped, because that may run code
//!   that looks at the list.
//! - Lists of floats or bools store these (`list_flat.zig`) until somebody asks for the record of words with `of`.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const ops = @import("ops.zig");
const tuple = @import("tuple.zig");
const dict = @import("dict.zig");
const set = @import("set.zig");
const iter = @import("iter.zig");
const container = @import("container.zig");
const flat = @import("list_flat.zig");
const Word = object.Word;
const List = object.List;
const Raised = container.Raised;

pub const list_type = &@import("list_methods.zig").list_type;
const cap_mask: u64 = (1 << 56) - 1;
/// No list can be longer.
pub const max_len: usize = 1 << 45;

/// A list or an instance of a subclass.
pub inline fn isList(w: Word) bool {
    return !object.isSmall(w) and types.typeOf(w).flags.list_subclass;
}

/// The record of a list word, whose elements are words from now on.
pub inline fn of(w: Word) *List {
    if (flat.kindOf(w) != null) flat.toWords(w);
    return object.ptr(List, w);
}

/// An empty list with room for `n` elements.
pub fn new(n: usize) Word {
    const l = alloc.object(List, .list, 0);
    init(l);
    if (n > 0) reserve(l, n);
    return object.word(l);
}

/// Makes a fresh record an empty list.
pub inline fn init(l: *List) void {
    l.items = undefined;
    l.len = 0;
    l.cap_strategy = 0;
}

/// A list of borrowed elements.
pub fn fromSlice(values: []const Word) Word {
    const w = new(values.len);
    const l = of(w);
    for (values, 0..) |v, i| l.items[i] = rc.retain(v);
    l.len = values.len;
    return w;
}

/// A list that takes over the references of the elements.
pub fn fromOwned(values: []const Word) Word {
    const w = new(values.len);
    const l = of(w);
    if (values.len > 0) @memcpy(l.items[0..values.len], values);
    l.len = values.len;
    return w;
}

/// An exact list of `n` elements that the caller fills at once; MemoryError.
pub fn tryCreate(n: usize) Raised!*List {
    const l = alloc.object(List, .list, 0);
    init(l);
    errdefer rc.release(object.word(l));
    try tryReserve(l, n);
    l.len = n;
    return l;
}

/// Number of elements.
pub inline fn len(w: Word) usize {
    return @intCast(object.ptr(List, w).len);
}

/// Element i (i < len), owned.
pub inline fn get(w: Word, i: usize) Word {
    const l = object.ptr(List, w);
    if (flat.kindOf(w)) |kind| return flat.get(l, kind, i);
    return rc.retain(l.items[i]);
}

/// The elements, borrowed; valid until anything else runs.
pub inline fn slice(l: *List) []Word {
    return l.items[0..@intCast(l.len)];
}
/// As `slice`, of a word.
pub inline fn items(w: Word) []Word {
    return slice(of(w));
}

/// Replaces element i (i < len), consuming the value.
pub inline fn replace(l: *List, i: usize, value: Word) void {
    const old = l.items[i];
    l.items[i] = value;
    rc.release(old);
}

pub inline fn capacity(l: *const List) usize {
    return @intCast(l.cap_strategy & cap_mask);
}

/// Makes room for `n` elements in all; memory exhaustion ends the program.
pub inline fn reserve(l: *List, n: usize) void {
    if (n > capacity(l) and !grow(l, n)) alloc.outOfMemory();
}

/// As `reserve`, MemoryError.
pub inline fn tryReserve(l: *List, n: usize) Raised!void {
    if (n > capacity(l) and !grow(l, n)) {
        _ = err.noMemory();
        return error.Raised;
    }
}

noinline fn grow(l: *List, n: usize) bool {
    if (n > max_len) return false;
    const cap = capacity(l);
    // An empty list gets what is asked for; one that grows gets room in proportion.
    const want = if (l.len == 0) n else @max(n, cap + (if (cap < 1 << 16) cap / 2 else cap / 4) + 4);
    const bytes = want * @sizeOf(Word);
    const block = (if (cap == 0) alloc.tryBytes(bytes) else alloc.tryResize(l.items, bytes)) orelse return false;
    l.items = @ptrCast(@alignCast(block));
    l.cap_strategy = alloc.usableSize(block) / @sizeOf(Word);
    return true;
}

/// Appends a borrowed element.
pub inline fn append(w: Word, value: Word) void {
    if (flat.kindOf(w)) |kind| if (flat.append(object.ptr(List, w), kind, value)) return;
    appendOwned(of(w), rc.retain(value));
}

/// Appends an element and takes over its reference.
pub inline fn appendOwned(l: *List, value: Word) void {
    const n: usize = @intCast(l.len);
    reserve(l, n + 1);
    l.items[n] = value;
    l.len = n + 1;
}

/// Inserts an owned element before position `i` ≤ len.
pub fn insertOwned(l: *List, i: usize, value: Word) void {
    const n: usize = @intCast(l.len);
    reserve(l, n + 1);
    @memmove(l.items[i + 1 .. n + 1], l.items[i..n]);
    l.items[i] = value;
    l.len = n + 1;
}

/// Takes element i (i < len) out; the caller owns it.
pub fn takeAt(l: *List, i: usize) Word {
    const value = l.items[i];
    const n: usize = @intCast(l.len);
    @memmove(l.items[i .. n - 1], l.items[i + 1 .. n]);
    l.len = n - 1;
    shrink(l);
    return value;
}

/// Gives memory back when most of it is unused.
pub inline fn shrink(l: *List) void {
    if (capacity(l) > 64 and l.len < capacity(l) / 4) shrinkSlow(l);
}
noinline fn shrinkSlow(l: *List) void {
    const want: usize = @max(8, @as(usize, @intCast(l.len)) * 2);
    const block = alloc.tryResize(l.items, want * @sizeOf(Word)) orelse return;
    l.items = @ptrCast(@alignCast(block));
    l.cap_strategy = alloc.usableSize(block) / @sizeOf(Word);
}

/// Removes all elements.
pub fn clearAll(l: *List) void {
    if (capacity(l) == 0) return;
    const old = slice(l);
    init(l);
    for (old) |v| rc.release(v);
    alloc.free(old.ptr);
}

/// Copies `values` (borrowed, not in `l` itself unless already reserved) to the end.
fn appendSlice(l: *List, values: []const Word) void {
    const n: usize = @intCast(l.len);
    for (l.items[n .. n + values.len], values) |*to, v| to.* = rc.retain(v);
    l.len = n + values.len;
}

/// Appends what the iterable yields.
pub fn extend(l: *List, source: Word) Raised!void {
    if (object.isExact(source, .list) or source == object.word(l)) {
        const n = len(source);
        if (n == 0) return;
        try tryReserve(l, @as(usize, @intCast(l.len)) + n);
        // Read after growing: the source may be the list itself.
        return appendSlice(l, of(source).items[0..n]);
    }
    if (object.isExact(source, .tuple)) {
        const values = tuple.items(source);
        if (values.len == 0) return;
        try tryReserve(l, @as(usize, @intCast(l.len)) + values.len);
        return appendSlice(l, values);
    }
    return extendIterating(l, source);
}

fn extendIterating(l: *List, source: Word) Raised!void {
    const it = try container.check(iter.iter(source));
    defer rc.release(it);
    const hint = try iter.lengthHint(source, 8);
    const n: usize = @intCast(l.len);
    // What it asks for is only reserved, and given back if it was wrong; more than the machine has is refused at once.
    if (hint <= std.math.maxInt(i64) - n and n + hint > capacity(l) and !grow(l, n + hint)) {
        return container.fail(.MemoryError, "", .{});
    }
    defer shrink(l);
    const next = types.typeOf(it).slots.next.?;
    while (true) {
        const value = next(it);
        if (value == 0) break;
        appendOwned(l, value);
    }
    return iter.finished();
}

/// A tuple of the elements.
pub fn toTuple(w: Word) Word {
    return tuple.fromSlice(items(w));
}

pub export fn pyrt_list_new(values: [*]const Word, count: usize) callconv(.c) Word {
    return fromSlice(values[0..count]);
}
/// Consumes the value: what has just been made is not counted up and down.
pub export fn pyrt_list_append(l: Word, value: Word) callconv(.c) void {
    if (flat.kindOf(l) == null) return appendOwned(object.ptr(List, l), value);
    append(l, value);
    rc.release(value);
}
/// `[*iterable]` and `f(*iterable)`: the message differs from that of `list.extend`.
pub export fn pyrt_list_extend(l: Word, source: Word) callconv(.c) i32 {
    extend(of(l), source) catch {
        if (err.matches(.TypeError) and !iter.isIterable(source)) {
            err.clear();
            return err.fail(.TypeError, "Value after * must be an iterable, not {t}", .{source});
        }
        return -1;
    };
    return 0;
}
pub export fn pyrt_list_to_tuple(l: Word) callconv(.c) Word {
    return toTuple(l);
}
/// An empty list that floats will likely be appended to.
pub export fn pyrt_list_new_flat() callconv(.c) Word {
    return object.word(flat.tryNew(.f64, 0) orelse alloc.outOfMemory());
}
pub export fn pyrt_list_append_f64(l: Word, value: f64) callconv(.c) void {
    if (object.isExact(l, .list_f64)) return flat.appendF64(object.ptr(List, l), value);
    const w = @import("float.zig").new(value);
    defer rc.release(w);
    append(l, w);
}
