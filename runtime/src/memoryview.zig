//! memoryview: a typed window on the memory of another object.
//!
//! Invariants
//! - While a view is not released, its bytearray or array cannot change its length (`exports`), so `data` stays valid.
//! - `dims` holds `ndim` lengths and then `ndim` strides in bytes; `nbytes` is the product of the lengths times the item size.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const int = @import("int.zig");
const bytes = @import("bytes.zig");
const like = @import("bytes_like.zig");
const args_ = @import("args.zig");
const repr_ = @import("repr.zig");
const list = @import("list.zig");
const tuple = @import("tuple.zig");
const ops = @import("ops.zig");
const hashing = @import("hash.zig");
const iter = @import("iter.zig");
const container = @import("container.zig");
const singletons = @import("singletons.zig");
const items_ = @import("memoryview_items.zig");
const cast_ = @import("memoryview_cast.zig");
const Word = object.Word;
const Raised = container.Raised;

pub const View = extern struct {
    h: object.Header,
    /// Whose memory it is; 0 after `release`.
    owner: Word,
    data: [*]u8,
    nbytes: u64,
    itemsize: u64,
    /// The format as text, owned.
    format: Word,
    /// −1: not yet computed.
    hash: i64,
    ndim: u32,
    readonly: u32,
    pub inline fn dims(self: *View) [*]i64 {
        return @ptrFromInt(@intFromPtr(self) + @sizeOf(View));
    }
    pub inline fn shape(self: *View) []i64 {
        return self.dims()[0..self.ndim];
    }
    pub inline fn strides(self: *View) []i64 {
        return self.dims()[self.ndim .. 2 * self.ndim];
    }
    /// The character of the format.
    pub fn code(self: *View) u8 {
        const text = str.slice(self.format);
        return text[text.len - 1];
    }
    /// Elements follow each other in C order without gaps.
    pub fn isContiguous(self: *View) bool {
        if (self.ndim == 1) return self.shape()[0] == 1 or self.strides()[0] == self.itemsize;
        var want: i64 = @intCast(self.itemsize);
        var i: usize = self.ndim;
        while (i > 0) {
            i -= 1;
            if (self.shape()[i] > 1 and self.strides()[i] != want) return self.nbytes == 0;
            want *= self.shape()[i];
        }
        return true;
    }
    pub fn isFortran(self: *View) bool {
        if (self.ndim == 1) return self.isContiguous();
        var want: i64 = @intCast(self.itemsize);
        for (self.shape(), self.strides()) |n, stride| {
            if (n > 1 and stride != want) return self.nbytes == 0;
            want *= n;
        }
        return true;
    }
};

pub var memoryview_type: types.Type = .{
    .h = types.static_header,
    .c_name = "memoryview",
    .shape = @intFromEnum(object.ShapeId.memoryview),
    .fixed_size = @sizeOf(View),
    .flags = .{ .immutable = true, .default_getattr = true, .sequence = true, .has_weakrefs = true },
    .slots = .{
        .dealloc = dealloc,
        .traverse = traverse,
        .repr = repr,
        .hash = hash,
        .compare = compare,
        .iter = iterate,
        .length = length,
        .getitem = getitem,
        .setitem = setitem,
        .new = new,
    },
};
pub var memory_iterator_type: types.Type = .{
    .h = types.static_header,
    .c_name = "memory_iterator",
    .fixed_size = @sizeOf(Iterator),
    .flags = .{ .immutable = true, .default_getattr = true },
    .slots = .{ .dealloc = iteratorDealloc, .traverse = iteratorTraverse, .iter = iter.self, .next = iteratorNext },
};

pub inline fn of(w: Word) *View {
    return object.ptr(View, w);
}

/// Raises ValueError and returns false for a view that was released.
pub fn alive(v: *View) bool {
    if (v.owner != 0) return true;
    _ = err.raise(.ValueError, "operation forbidden on released memoryview object", .{});
    return false;
}
fn living(v: *View) Raised!void {
    if (!alive(v)) return error.Raised;
}

/// A view of `ndim` dimensions over the memory of `owner` (borrowed) with undefined dimensions.
pub fn create(owner: Word, data: [*]u8, readonly: bool, format: Word, ndim: usize) *View {
    const v = alloc.object(View, .memoryview, 2 * ndim * @sizeOf(i64));
    v.* = .{
        .h = v.h,
        .owner = rc.retain(owner),
        .data = data,
        .nbytes = 0,
        .itemsize = 1,
        .format = rc.retain(format),
        .hash = -1,
        .ndim = @intCast(ndim),
        .readonly = @intFromBool(readonly),
    };
    if (like.isByteArray(owner)) {
        object.ptr(object.ByteArray, owner).exports += 1;
    } else if (like.arrayBuffer(owner)) |known| known.exports.* += 1;
    return v;
}

/// The same window again.
fn copyOf(v: *View) *View {
    const c = create(v.owner, v.data, v.readonly != 0, v.format, v.ndim);
    c.nbytes = v.nbytes;
    c.itemsize = v.itemsize;
    @memcpy(c.dims()[0 .. 2 * v.ndim], v.dims()[0 .. 2 * v.ndim]);
    return c;
}

/// `memoryview(w)`.
pub fn fromObject(w: Word) Word {
    if (object.isExact(w, .memoryview)) return if (alive(of(w))) object.word(copyOf(of(w))) else 0;
    const data = like.view(w) orelse
        return err.raise(.TypeError, "memoryview: a bytes-like object is required, not '{t}'", .{w});
    const array = like.arrayBuffer(w);
    const itemsize = if (array) |known| known.itemsize else 1;
    const v = create(w, @constCast(data.ptr), array == null and !like.isByteArray(w), str.asciiChar(if (array) |known| known.code else 'B'), 1);
    v.itemsize = itemsize;
    v.nbytes = data.len;
    v.dims()[0] = @intCast(data.len / itemsize);
    v.dims()[1] = itemsize;
    return object.word(v);
}

fn new(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var out: [1]Word = undefined;
    if (!args_.bind(.{ .name = "memoryview", .params = &.{"object"}, .positional = 1, .required = 1 }, args, nargs, kwnames, &out)) return 0;
    return fromObject(out[0]);
}

fn letGo(v: *View) void {
    const owner = v.owner;
    if (owner == 0) return;
    v.owner = 0;
    if (like.isByteArray(owner)) {
        object.ptr(object.ByteArray, owner).exports -= 1;
    } else if (like.arrayBuffer(owner)) |known| known.exports.* -= 1;
    rc.release(owner);
}
fn dealloc(w: Word) callconv(.c) void {
    const v = of(w);
    letGo(v);
    rc.release(v.format);
    alloc.free(v);
}
fn traverse(w: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    container.visitMaybe(of(w).owner, visit, context);
}

fn repr(w: Word) callconv(.c) Word {
    var b: str.Builder = .init(32);
    b.append(if (of(w).owner == 0) "<released memory at " else "<memory at ");
    repr_.appendAddress(&b, w);
    b.appendByte('>');
    return b.finish();
}

// Bytes of the whole view --------------------------------------------------------------------------------------------

fn collect(v: *View, out: *str.Builder, axis: usize, p: [*]u8, fortran: bool) void {
    if (axis == v.ndim) return out.append(p[0..@intCast(v.itemsize)]);
    const d = if (fortran) v.ndim - 1 - axis else axis;
    var at = p;
    for (0..@intCast(v.shape()[d])) |_| {
        collect(v, out, axis + 1, at, fortran);
        at = @ptrFromInt(@as(usize, @intCast(@as(i64, @intCast(@intFromPtr(at))) + v.strides()[d])));
    }
}
/// Appends all elements in C (or Fortran) order.
pub fn append(v: *View, out: *str.Builder, fortran: bool) void {
    if (v.nbytes == 0) return;
    if (!fortran and v.isContiguous()) return out.append(v.data[0..@intCast(v.nbytes)]);
    collect(v, out, 0, v.data, fortran);
}

fn hash(w: Word) callconv(.c) i64 {
    const v = of(w);
    if (v.hash != -1) return v.hash;
    if (!alive(v)) return -1;
    if (v.readonly == 0) return err.fail(.ValueError, "cannot hash writable memoryview object", .{});
    switch (v.code()) {
        'B', 'b', 'c' => {},
        else => return err.fail(.ValueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'", .{}),
    }
    if (ops.hash(v.owner) == -1) return -1;
    var b: str.Builder = .{};
    defer b.deinit();
    append(v, &b, false);
    v.hash = @bitCast(hashing.ofBytes(b.slice()));
    return v.hash;
}

/// Views with the same shape and equal elements are equal.
fn compare(l: Word, r: Word, op: types.CompareOp) callconv(.c) Word {
    if ((op != .eq and op != .ne) or !object.isExact(l, .memoryview)) return singletons.notImplementedWord();
    return container.wordOf(compareViews(of(l), r, op));
}
fn compareViews(a: *View, r: Word, op: types.CompareOp) Raised!Word {
    if (a.owner == 0 or (object.isExact(r, .memoryview) and of(r).owner == 0)) {
        return singletons.boolWord((object.word(a) == r) == (op == .eq));
    }
    if (!object.isExact(r, .memoryview) and like.view(r) == null) return singletons.notImplementedWord();
    const other = try container.check(fromObject(r));
    defer rc.release(other);
    const b = of(other);
    return singletons.boolWord(try same(a, b) == (op == .eq));
}
fn same(a: *View, b: *View) Raised!bool {
    if (a.ndim != b.ndim) return false;
    for (a.shape(), b.shape()) |x, y| {
        if (x != y) return false;
        if (x == 0) break;
    }
    if (a.nbytes == 0) return true;
    return sameFrom(a, b, 0, a.data, b.data);
}
fn sameFrom(a: *View, b: *View, axis: usize, p: [*]u8, q: [*]u8) Raised!bool {
    if (axis == a.ndim) {
        const x = try container.check(items_.read(a.code(), p));
        defer rc.release(x);
        const y = try container.check(items_.read(b.code(), q));
        defer rc.release(y);
        return container.checkTri(ops.eqBool(x, y));
    }
    for (0..@intCast(a.shape()[axis])) |i| {
        if (!try sameFrom(a, b, axis + 1, stepped(p, a.strides()[axis], i), stepped(q, b.strides()[axis], i))) return false;
    }
    return true;
}
inline fn stepped(p: [*]u8, stride: i64, i: usize) [*]u8 {
    return @ptrFromInt(@intFromPtr(p) +% @as(usize, @bitCast(stride)) *% i);
}

// Elements -------------------------------------------------------------------------------------------------------------

fn length(w: Word) callconv(.c) i64 {
    const v = of(w);
    if (!alive(v)) return -1;
    if (v.ndim == 0) return err.fail(.TypeError, "0-dim memory has no length", .{});
    return v.shape()[0];
}

fn placeOn(v: *View, p: [*]u8, axis: usize, i: i64) Raised![*]u8 {
    const n = v.shape()[axis];
    const k = if (i < 0) i +% n else i;
    if (k < 0 or k >= n) return container.fail(.IndexError, "index out of bounds on dimension {d}", .{axis + 1});
    return stepped(p, v.strides()[axis], @intCast(k));
}

fn isEvery(key: Word, comptime holds: fn (Word) bool) bool {
    if (object.isSmall(key) or !types.typeOf(key).flags.tuple_subclass) return false;
    for (tuple.items(key)) |k| if (!holds(k)) return false;
    return true;
}
fn isSlice(w: Word) bool {
    return object.isExact(w, .slice);
}

/// The element that a tuple of indices names.
fn placeOf(v: *View, key: Word) Raised![*]u8 {
    const indices = tuple.items(key);
    if (indices.len > v.ndim) {
        return container.fail(.TypeError, "cannot index {d}-dimension view with {d}-element tuple", .{ @as(i64, v.ndim), @as(i64, @intCast(indices.len)) });
    }
    var p = v.data;
    for (indices, 0..) |k, axis| p = try placeOn(v, p, axis, try container.index(k, .IndexError));
    return p;
}

fn getitem(w: Word, key: Word) callconv(.c) Word {
    return container.wordOf(item(of(w), w, key));
}
fn item(v: *View, w: Word, key: Word) Raised!Word {
    try living(v);
    const is_tuple = isEvery(key, container.isIndex);
    if (v.ndim == 0) {
        if (is_tuple and tuple.items(key).len == 0) return container.check(items_.read(v.code(), v.data));
        if (object.isExact(key, .ellipsis)) return rc.retain(w);
        return container.fail(.TypeError, "invalid indexing of 0-dim memory", .{});
    }
    if (container.isIndex(key)) {
        const i = try container.index(key, .IndexError);
        try living(v);
        if (v.ndim > 1) return container.fail(.NotImplementedError, "multi-dimensional sub-views are not implemented", .{});
        return container.check(items_.read(v.code(), try placeOn(v, v.data, 0, i)));
    }
    if (isSlice(key)) return object.word(try sliced(v, key));
    if (is_tuple) {
        if (tuple.items(key).len < v.ndim) return container.fail(.NotImplementedError, "sub-views are not implemented", .{});
        const p = try placeOf(v, key);
        try living(v);
        return container.check(items_.read(v.code(), p));
    }
    if (isEvery(key, isSlice)) return container.fail(.NotImplementedError, "multi-dimensional slicing is not implemented", .{});
    return container.fail(.TypeError, "memoryview: invalid slice key", .{});
}

/// The view of a slice of the first dimension.
fn sliced(v: *View, key: Word) Raised!*View {
    const raw = try container.unpackSlice(key);
    try living(v);
    const bounds = container.adjust(raw, @intCast(v.shape()[0]));
    const s = copyOf(v);
    s.data = stepped(v.data, v.strides()[0] *% bounds.start, 1);
    s.shape()[0] = @intCast(bounds.count);
    s.strides()[0] = v.strides()[0] *% bounds.step;
    s.nbytes = s.itemsize;
    for (s.shape()) |n| s.nbytes *= @intCast(n);
    return s;
}

fn setitem(w: Word, key: Word, value: Word) callconv(.c) i32 {
    return container.statusOf(store(of(w), key, value));
}
fn store(v: *View, key: Word, value: Word) Raised!void {
    try living(v);
    if (v.readonly != 0) return container.fail(.TypeError, "cannot modify read-only memory", .{});
    if (value == 0) return container.fail(.TypeError, "cannot delete memory", .{});
    const is_tuple = isEvery(key, container.isIndex);
    if (v.ndim == 0) {
        const whole = object.isExact(key, .ellipsis) or (is_tuple and tuple.items(key).len == 0);
        if (!whole) return container.fail(.TypeError, "invalid indexing of 0-dim memory", .{});
        return put(v, v.data, value);
    }
    if (container.isIndex(key)) {
        if (v.ndim > 1) return container.fail(.NotImplementedError, "sub-views are not implemented", .{});
        const i = try container.index(key, .IndexError);
        try living(v);
        return put(v, try placeOn(v, v.data, 0, i), value);
    }
    if (isSlice(key) and v.ndim == 1) return assign(v, key, value);
    if (is_tuple) {
        if (tuple.items(key).len < v.ndim) return container.fail(.NotImplementedError, "sub-views are not implemented", .{});
        const p = try placeOf(v, key);
        try living(v);
        return put(v, p, value);
    }
    if (isSlice(key) or isEvery(key, isSlice)) {
        return container.fail(.NotImplementedError, "memoryview slice assignments are currently restricted to ndim = 1", .{});
    }
    return container.fail(.TypeError, "memoryview: invalid slice key", .{});
}
fn put(v: *View, p: [*]u8, value: Word) Raised!void {
    var out: [8]u8 = undefined;
    if (!items_.encode(v.code(), value, &out)) return error.Raised;
    // The conversion may have released the view.
    try living(v);
    @memcpy(p[0..@intCast(v.itemsize)], out[0..@intCast(v.itemsize)]);
}
fn assign(v: *View, key: Word, value: Word) Raised!void {
    if (!object.isExact(value, .memoryview) and like.view(value) == null) {
        return container.fail(.TypeError, "a bytes-like object is required, not '{t}'", .{value});
    }
    const source = try container.check(fromObject(value));
    defer rc.release(source);
    const s = of(source);
    const d = try sliced(v, key);
    defer rc.release(object.word(d));
    if (s.ndim != 1 or s.code() != d.code() or s.shape()[0] != d.shape()[0]) {
        return container.fail(.ValueError, "memoryview assignment: lvalue and rvalue have different structures", .{});
    }
    // The two may overlap.
    var b: str.Builder = .{};
    defer b.deinit();
    append(s, &b, false);
    const size: usize = @intCast(v.itemsize);
    for (0..@intCast(d.shape()[0])) |i| @memcpy(stepped(d.data, d.strides()[0], i)[0..size], b.slice()[i * size ..][0..size]);
}

// Iteration --------------------------------------------------------------------------------------------------------------

const Iterator = extern struct { h: object.Header, view: Word, at: u64 };

fn iterate(w: Word) callconv(.c) Word {
    const v = of(w);
    if (!alive(v)) return 0;
    if (v.ndim == 0) return err.raise(.TypeError, "invalid indexing of 0-dim memory", .{});
    if (v.ndim != 1) return err.raise(.NotImplementedError, "multi-dimensional sub-views are not implemented", .{});
    const it = @import("instance.zig").allocate(Iterator, object.word(&memory_iterator_type));
    it.view = rc.retain(w);
    it.at = 0;
    return object.word(it);
}
fn iteratorNext(w: Word) callconv(.c) Word {
    const it = object.ptr(Iterator, w);
    if (it.view == 0) return 0;
    const v = of(it.view);
    if (it.at < @as(u64, @intCast(v.shape()[0]))) {
        if (!alive(v)) return 0;
        it.at += 1;
        return items_.read(v.code(), stepped(v.data, v.strides()[0], @intCast(it.at - 1)));
    }
    rc.release(it.view);
    it.view = 0;
    return 0;
}
fn iteratorDealloc(w: Word) callconv(.c) void {
    rc.releaseMaybe(object.ptr(Iterator, w).view);
    alloc.free(object.header(w));
}
fn iteratorTraverse(w: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    container.visitMaybe(object.ptr(Iterator, w).view, visit, context);
}

// Attributes and methods --------------------------------------------------------------------------------------------------

const Field = enum { obj, nbytes, itemsize, format, ndim, readonly, shape, strides, suboffsets, c_contiguous, f_contiguous, contiguous };

fn numbers(values: []const i64) Word {
    if (values.len == 0) return tuple.empty();
    const t = tuple.create(values.len);
    for (t.slice(), values) |*w, n| w.* = int.fromI64(n);
    return object.word(t);
}
fn attribute(comptime field: Field) object.NativeFn {
    return struct {
        fn get(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            const v = of(self);
            if (!alive(v)) return 0;
            return switch (field) {
                .obj => rc.retain(v.owner),
                .nbytes => int.fromU64(v.nbytes),
                .itemsize => int.fromU64(v.itemsize),
                .format => rc.retain(v.format),
                .ndim => object.makeSmall(v.ndim),
                .readonly => singletons.boolWord(v.readonly != 0),
                .shape => numbers(v.shape()),
                .strides => numbers(v.strides()),
                .suboffsets => tuple.empty(),
                .c_contiguous => singletons.boolWord(v.isContiguous()),
                .f_contiguous => singletons.boolWord(v.isFortran()),
                .contiguous => singletons.boolWord(v.isContiguous() or v.isFortran()),
            };
        }
    }.get;
}

fn release(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    letGo(of(self));
    return singletons.noneWord();
}
fn enter(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return if (alive(of(self))) rc.retain(self) else 0;
}
fn exit(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (!args_.noKeywords("__exit__", kwnames)) return 0;
    return release(self, args, nargs, 0);
}
fn toReadonly(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (!alive(of(self))) return 0;
    const v = copyOf(of(self));
    v.readonly = 1;
    return object.word(v);
}
fn toBytes(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var out: [1]Word = undefined;
    if (!args_.bind(.{ .name = "tobytes", .params = &.{"order"}, .positional = 1, .required = 0 }, args, nargs, kwnames, &out)) return 0;
    var fortran = false;
    if (out[0] != 0 and !singletons.isNone(out[0])) {
        if (!str.isStr(out[0])) {
            return err.raise(.TypeError, "tobytes() argument 'order' must be str or None, not {t}", .{out[0]});
        }
        const order = str.slice(out[0]);
        if (order.len != 1 or (order[0] != 'C' and order[0] != 'F' and order[0] != 'A')) {
            return err.raise(.ValueError, "order must be 'C', 'F' or 'A'", .{});
        }
        fortran = order[0] == 'F' or (order[0] == 'A' and of(self).isFortran() and !of(self).isContiguous());
    }
    if (!alive(of(self))) return 0;
    var b: str.Builder = .{};
    defer b.deinit();
    append(of(self), &b, fortran);
    return bytes.fromSlice(b.slice());
}
fn toList(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const v = of(self);
    if (!alive(v)) return 0;
    return listFrom(v, 0, v.data);
}
fn listFrom(v: *View, axis: usize, p: [*]u8) Word {
    if (axis == v.ndim) return items_.read(v.code(), p);
    const n: usize = @intCast(v.shape()[axis]);
    const l = list.new(n);
    for (0..n) |i| {
        const w = listFrom(v, axis + 1, stepped(p, v.strides()[axis], i));
        if (w == 0) {
            rc.release(l);
            return 0;
        }
        list.appendOwned(list.of(l), w);
    }
    return l;
}
fn hex(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (!alive(of(self))) return 0;
    var b: str.Builder = .{};
    defer b.deinit();
    append(of(self), &b, false);
    const whole = bytes.fromSlice(b.slice());
    defer rc.release(whole);
    return @import("bytes_methods.zig").hex(whole, args, nargs, kwnames);
}
fn fromFlags(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var out: [2]Word = undefined;
    if (!args_.bind(.{ .name = "_from_flags", .params = &.{ "object", "flags" }, .positional = 2, .required = 2 }, args, nargs, kwnames, &out)) return 0;
    const flags = int.toSsize(out[1]) orelse return 0;
    return requested(out[0], flags);
}

const flag_writable = 1;

/// What `__buffer__(flags)` gives.
fn requested(w: Word, flags: i64) Word {
    const view = fromObject(w);
    if (view == 0) return 0;
    if (flags & flag_writable == 0 or of(view).readonly == 0) return view;
    rc.release(view);
    if (object.isExact(w, .memoryview)) return err.raise(.BufferError, "memoryview: underlying buffer is not writable", .{});
    return err.raise(.BufferError, "Object is not writable.", .{});
}

/// The two rows stand for wrappers of slots and count as these do.
fn isWrapperCall(comptime name: []const u8, kwnames: Word) bool {
    if (args_.keywordNames(kwnames).len == 0) return true;
    _ = err.raise(.TypeError, "wrapper " ++ name ++ "() takes no keyword arguments", .{});
    return false;
}

/// `__buffer__(flags)` of bytes, bytearray and memoryview.
pub fn buffer(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (!isWrapperCall("__buffer__", kwnames) or !args_.checkCount("", nargs, 1, 1)) return 0;
    return requested(self, int.toSsize(args[0]) orelse return 0);
}
/// `__release_buffer__(view)`.
pub fn releaseBuffer(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (!isWrapperCall("__release_buffer__", kwnames) or !args_.checkCount("", nargs, 1, 1)) return 0;
    if (!object.isExact(args[0], .memoryview)) return err.raise(.TypeError, "expected a memoryview object", .{});
    const v = of(args[0]);
    if (v.owner == 0) return err.raise(.ValueError, "memoryview's buffer has already been released", .{});
    if (v.owner != self and args[0] != self) return err.raise(.ValueError, "memoryview's buffer is not this object", .{});
    letGo(v);
    return singletons.noneWord();
}

pub const methods = .{
    .{ "__buffer__", buffer, 0, -1, .keywords },
    .{ "__release_buffer__", releaseBuffer, 0, -1, .keywords },
    .{ "__enter__", enter, 0, 0 },
    .{ "__exit__", exit, 0, -1, .keywords },
    .{ "_from_flags", fromFlags, 0, -1, .class_method_keywords },
    .{ "c_contiguous", attribute(.c_contiguous), 0, 0, .getset },
    .{ "cast", cast_.cast, 0, -1, .keywords },
    .{ "contiguous", attribute(.contiguous), 0, 0, .getset },
    .{ "f_contiguous", attribute(.f_contiguous), 0, 0, .getset },
    .{ "format", attribute(.format), 0, 0, .getset },
    .{ "hex", hex, 0, -1, .keywords },
    .{ "itemsize", attribute(.itemsize), 0, 0, .getset },
    .{ "nbytes", attribute(.nbytes), 0, 0, .getset },
    .{ "ndim", attribute(.ndim), 0, 0, .getset },
    .{ "obj", attribute(.obj), 0, 0, .getset },
    .{ "readonly", attribute(.readonly), 0, 0, .getset },
    .{ "release", release, 0, 0 },
    .{ "shape", attribute(.shape), 0, 0, .getset },
    .{ "strides", attribute(.strides), 0, 0, .getset },
    .{ "suboffsets", attribute(.suboffsets), 0, 0, .getset },
    .{ "tobytes", toBytes, 0, -1, .keywords },
    .{ "tolist", toList, 0, 0 },
    .{ "toreadonly", toReadonly, 0, 0 },
};
