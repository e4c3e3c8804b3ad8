//! The class `bytearray`: a growable array of bytes.
//!
//! Invariant: `data` holds `cap` bytes of which `len` are in use (cap 0: no block); while `exports` > 0 the length
//! must not change (BufferError).
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const singletons = @import("singletons.zig");
const args_ = @import("args.zig");
const str = @import("str.zig");
const int = @import("int.zig");
const bytes = @import("bytes.zig");
const like = @import("bytes_like.zig");
const text_repr = @import("str_repr.zig");
const percent = @import("format_percent.zig");
const container = @import("container.zig");
const instance = @import("instance.zig");
const memoryview = @import("memoryview.zig");
const iter = @import("iter.zig");
const s_ = @import("singletons.zig");
const shared = @import("bytes_methods.zig");
const Word = object.Word;
const ByteArray = object.ByteArray;

pub var bytearray_type: types.Type = .{
    .h = .{ .rc = object.rc_immortal, .shape = @intFromEnum(object.ShapeId.type_) },
    .c_name = "bytearray",
    .shape = @intFromEnum(object.ShapeId.bytearray),
    .fixed_size = @sizeOf(ByteArray),
    .flags = .{ .base = true, .acyclic = true, .default_getattr = true, .immutable = true },
    .slots = .{
        .dealloc = dealloc,
        .repr = repr,
        .compare = bytes.compare,
        .iter = bytes.bytearrayIterator,
        .length = length,
        .getitem = getitem,
        .setitem = setitem,
        .contains = bytes.contains,
        .binary = container.binarySlots(.{ .add = add, .mul = mul, .mod = mod }),
        .inplace = container.binarySlots(.{ .add = inplaceAdd, .mul = inplaceMul }),
        .new = new,
        .init = init,
    },
};

comptime {
    @export(&bytearray_type, .{ .name = "pyrt_type_bytearray" });
}

pub const methods = shared.shared_bytearray_methods ++ .{
    .{ "__buffer__", memoryview.buffer, 0, -1, .keywords },
    .{ "__release_buffer__", memoryview.releaseBuffer, 0, -1, .keywords },
    .{ "__alloc__", m_bytearray_alloc, 0, 0 },
    .{ "append", m_bytearray_append, 1, 1 },
    .{ "clear", m_bytearray_clear, 0, 0 },
    .{ "copy", m_bytearray_copy, 0, 0 },
    .{ "extend", m_bytearray_extend, 1, 1 },
    .{ "insert", m_bytearray_insert, 2, 2 },
    .{ "pop", m_bytearray_pop, 0, 1 },
    .{ "remove", m_bytearray_remove, 1, 1 },
    .{ "reverse", m_bytearray_reverse, 0, 0 },
};

inline fn of(w: Word) *ByteArray {
    return object.ptr(ByteArray, w);
}
inline fn slice(a: *ByteArray) []u8 {
    return a.data[0..@intCast(a.len)];
}
fn clearFields(a: *ByteArray) void {
    a.data = @ptrCast(a);
    a.len = 0;
    a.cap = 0;
    a.exports = 0;
}

/// A new bytearray (owned) with a copy of `s`.
pub fn fromSlice(s: []const u8) Word {
    const a = alloc.object(ByteArray, .bytearray, 0);
    clearFields(a);
    if (s.len > 0) {
        a.data = alloc.bytes(s.len);
        a.cap = alloc.usableSize(a.data);
        a.len = s.len;
        @memcpy(slice(a), s);
    }
    return object.word(a);
}

fn dealloc(w: Word) callconv(.c) void {
    const a = of(w);
    if (a.cap > 0) alloc.free(a.data);
    alloc.free(a);
}

/// Sets the length; new bytes are undefined. False: raised.
fn resize(a: *ByteArray, n: usize) bool {
    if (n == a.len) return true;
    if (a.exports > 0) {
        _ = err.raise(.BufferError, "Existing exports of data: object cannot be re-sized", .{});
        return false;
    }
    if (n > a.cap) {
        const want = if (a.cap == 0) n else @max(n, @as(usize, @intCast(a.cap + a.cap / 2)));
        const block = (if (want > 1 << 46) null else if (a.cap == 0) alloc.tryBytes(want) else alloc.tryResize(a.data, want)) orelse {
            _ = err.raise(.MemoryError, "", .{});
            return false;
        };
        a.data = block;
        a.cap = alloc.usableSize(block);
    }
    a.len = n;
    return true;
}

/// Replaces `old` bytes at `at` by `s` (which must not be inside the array). False: raised.
fn splice(a: *ByteArray, at: usize, old: usize, s: []const u8) bool {
    const before: usize = @intCast(a.len);
    const tail = before - at - old;
    if (s.len > old) {
        if (!resize(a, before - old + s.len)) return false;
        std.mem.copyBackwards(u8, a.data[at + s.len ..][0..tail], a.data[at + old ..][0..tail]);
    } else if (s.len < old) {
        if (a.exports > 0) return resize(a, before - old + s.len);
        std.mem.copyForwards(u8, a.data[at + s.len ..][0..tail], a.data[at + old ..][0..tail]);
        a.len = before - old + s.len;
    }
    @memcpy(a.data[at .. at + s.len], s);
    return true;
}

fn repr(w: Word) callconv(.c) Word {
    var b: str.Builder = .{};
    b.append(str.typeName(w));
    b.appendByte('(');
    text_repr.appendBytes(&b, slice(of(w)), true);
    b.appendByte(')');
    return b.finish();
}

fn length(w: Word) callconv(.c) i64 {
    return @intCast(of(w).len);
}

fn getitem(w: Word, key: Word) callconv(.c) Word {
    return container.wordOf(item(w, key));
}

fn item(w: Word, key: Word) container.Raised!Word {
    const a = of(w);
    if (!object.isExact(key, .slice)) {
        if (!container.isIndex(key)) return container.fail(.TypeError, "bytearray indices must be integers or slices, not {t}", .{key});
        const i = try container.index(key, .IndexError);
        const at = container.position(i, @intCast(a.len)) orelse return container.fail(.IndexError, "bytearray index out of range", .{});
        return object.makeSmall(a.data[at]);
    }
    const s = container.adjust(try container.unpackSlice(key), @intCast(a.len));
    if (s.step == 1) return fromSlice(if (s.count == 0) "" else slice(a)[@intCast(s.start)..][0..s.count]);
    const out = fromSlice("");
    if (!resize(of(out), s.count)) {
        rc.release(out);
        return error.Raised;
    }
    for (slice(of(out)), 0..) |*c, k| c.* = a.data[container.at(s, k)];
    return out;
}

fn setitem(w: Word, key: Word, value: Word) callconv(.c) i32 {
    return container.statusOf(store(w, key, value));
}

fn store(w: Word, key: Word, value: Word) container.Raised!void {
    const a = of(w);
    if (!object.isExact(key, .slice)) {
        if (!container.isIndex(key)) return container.fail(.TypeError, "bytearray indices must be integers or slices, not {t}", .{key});
        const i = try container.index(key, .IndexError);
        if (value == 0) {
            const at = container.position(i, @intCast(a.len)) orelse return container.fail(.IndexError, "bytearray index out of range", .{});
            return if (splice(a, at, 1, "")) {} else error.Raised;
        }
        const c = like.byteOf(value) orelse return error.Raised;
        const at = container.position(i, @intCast(a.len)) orelse return container.fail(.IndexError, "bytearray index out of range", .{});
        a.data[at] = c;
        return;
    }
    const raw = try container.unpackSlice(key);
    // The source is copied first: it may be this array, or change it.
    const source = if (value == 0) bytes.fromSlice("") else assignedBytes(value);
    if (source == 0) return error.Raised;
    defer rc.release(source);
    const data = like.view(source).?;
    const s = container.adjust(raw, @intCast(a.len));
    if (s.step == 1) {
        return if (splice(a, @intCast(s.start), s.count, data)) {} else error.Raised;
    }
    if (value == 0 or data.len == 0) return deleteStrided(a, s);
    if (data.len != s.count) {
        return container.fail(.ValueError, "attempt to assign bytes of size {d} to extended slice of size {d}", .{
            @as(i64, @intCast(data.len)), @as(i64, @intCast(s.count)),
        });
    }
    for (data, 0..) |c, k| a.data[container.at(s, k)] = c;
}

fn deleteStrided(a: *ByteArray, s: container.Bounds) container.Raised!void {
    if (s.count == 0) return;
    var to: usize = 0;
    for (0..@intCast(a.len)) |from| {
        const i: i64 = @intCast(from);
        const first = if (s.step > 0) s.start else s.start + @as(i64, @intCast(s.count - 1)) * s.step;
        const stride: i64 = @intCast(@abs(s.step));
        const chosen = i >= first and @rem(i - first, stride) == 0 and @divTrunc(i - first, stride) < s.count;
        if (chosen) continue;
        a.data[to] = a.data[from];
        to += 1;
    }
    if (!resize(a, to)) return error.Raised;
}

/// As `sourceOf`, but numbers and text are refused.
fn assignedBytes(w: Word) Word {
    const slots = &types.typeOf(w).slots;
    @import("prune.zig").reads("int");
    @import("prune.zig").reads("float");
    const is_number = slots.int != null or slots.index != null or slots.float != null or object.isExact(w, .complex);
    if (is_number or str.isStr(w)) {
        return err.raise(.TypeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)", .{});
    }
    return sourceOf(w);
}

/// The bytes of a bytes-like object or of an iterable of ints, as owned bytes.
fn sourceOf(w: Word) Word {
    if (like.copied(w)) |copy| return copy;
    if (!iter.isIterable(w)) return err.raise(.TypeError, "cannot convert '{t}' object to bytearray", .{w});
    var b: str.Builder = .{};
    defer b.deinit();
    if (!bytes.collect(&b, w, "bytearray")) return 0;
    return bytes.fromSlice(b.slice());
}

fn add(l: Word, r: Word) callconv(.c) Word {
    if (!like.isByteArray(l)) return s_.notImplementedWord();
    const b = like.view(r) orelse return container.wordOf(bytes.concatOther(l, r, add));
    const out = fromSlice(slice(of(l)));
    if (!append(of(out), b)) {
        rc.release(out);
        return 0;
    }
    return out;
}

/// `s` must not be inside the array.
fn append(a: *ByteArray, s: []const u8) bool {
    const n: usize = @intCast(a.len);
    if (!resize(a, n + s.len)) return false;
    @memcpy(a.data[n .. n + s.len], s);
    return true;
}

/// Consumes `l`.
fn inplaceAdd(l: Word, r: Word) callconv(.c) Word {
    const ok = if (l == r and of(l).len > 0) blk: {
        // Its own bytes are exported while they are appended.
        _ = err.raise(.BufferError, "Existing exports of data: object cannot be re-sized", .{});
        break :blk false;
    } else if (like.view(r)) |b| append(of(l), b) else blk: {
        _ = err.raise(.TypeError, "can't concat {t} to {t}", .{ r, l });
        break :blk false;
    };
    if (ok) return l;
    rc.release(l);
    return 0;
}

fn mul(l: Word, r: Word) callconv(.c) Word {
    const seq = if (like.isByteArray(l)) l else r;
    const other = if (seq == l) r else l;
    return container.wordOf(repeat(l, r, seq, other));
}

fn repeat(l: Word, r: Word, seq: Word, other: Word) container.Raised!Word {
    if (try container.repeatOther(l, r, seq, other, mul)) |w| return w;
    if (!container.isIndex(other)) return singletons.notImplementedWord();
    const n = try container.repeatCount(other);
    const out = fromSlice("");
    errdefer rc.release(out);
    const unit = slice(of(seq));
    if (n == 0 or unit.len == 0) return out;
    const total = std.math.mul(usize, unit.len, n) catch return container.fail(.MemoryError, "", .{});
    if (!resize(of(out), total)) return error.Raised;
    str.repeatInto(slice(of(out)), unit);
    return out;
}

/// Consumes `l`.
fn inplaceMul(l: Word, r: Word) callconv(.c) Word {
    const result = mul(l, r);
    if (singletons.isNotImplemented(result)) return result;
    defer rc.release(l);
    if (result == 0) return 0;
    defer rc.release(result);
    if (!like.isByteArray(result) or !splice(of(l), 0, @intCast(of(l).len), slice(of(result)))) return 0;
    return rc.retain(l);
}

fn mod(l: Word, r: Word) callconv(.c) Word {
    if (!like.isByteArray(l)) return s_.notImplementedWord();
    const formatted = percent.formatBytes(slice(of(l)), r);
    if (formatted == 0) return 0;
    defer rc.release(formatted);
    return fromSlice(like.view(formatted).?);
}

fn new(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    const a = instance.allocate(ByteArray, class);
    clearFields(a);
    return object.word(a);
}

fn init(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) i32 {
    var out: [3]Word = undefined;
    if (!args_.bind(.{ .name = "bytearray", .params = &.{ "source", "encoding", "errors" }, .positional = 3, .required = 0 }, args, nargs, kwnames, &out)) return -1;
    const a = of(w);
    const text = bytes.encoded("bytearray", out);
    if (text != null and text.? == 0) return -1;
    if (!resize(a, 0)) {
        if (text) |e| rc.release(e);
        return -1;
    }
    if (out[0] == 0 and out[1] == 0 and out[2] == 0) return 0;
    if (text) |e| {
        defer rc.release(e);
        return if (append(a, like.view(e).?)) 0 else -1;
    }
    const source = out[0];
    if (str.isStr(source)) return err.fail(.TypeError, "string argument without an encoding", .{});
    if (int.hasIndex(source)) {
        const n = container.index(source, .OverflowError) catch return -1;
        if (n < 0) return err.fail(.ValueError, "negative count", .{});
        if (!resize(a, @intCast(n))) return -1;
        @memset(slice(a), 0);
        return 0;
    }
    if (like.copied(source)) |copy| {
        if (copy == 0) return -1;
        defer rc.release(copy);
        return if (append(a, like.view(copy).?)) 0 else -1;
    }
    if (!iter.isIterable(source)) return err.fail(.TypeError, "cannot convert '{t}' object to bytearray", .{source});
    var b: str.Builder = .{};
    defer b.deinit();
    if (!bytes.collect(&b, source, "bytearray")) return -1;
    return if (append(a, b.slice())) 0 else -1;
}

/// Bytes that are taken up: one more than can be used, as CPython counts.
fn m_bytearray_alloc(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return int.fromU64(if (of(self).cap == 0) 0 else of(self).cap + 1);
}
pub fn m_bytearray_append(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    const c = like.byteOf(args[0]) orelse return 0;
    return if (append(of(self), &.{c})) s_.noneWord() else 0;
}
pub fn m_bytearray_clear(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return if (resize(of(self), 0)) s_.noneWord() else 0;
}
pub fn m_bytearray_copy(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return fromSlice(slice(of(self)));
}
pub fn m_bytearray_extend(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    if (!str.isStr(args[0]) and like.view(args[0]) == null and !iter.isIterable(args[0])) {
        return err.raise(.TypeError, "can't extend bytearray with {t}", .{args[0]});
    }
    if (str.isStr(args[0])) return err.raise(.TypeError, "expected iterable of integers; got: 'str'", .{});
    const source = sourceOf(args[0]);
    if (source == 0) return 0;
    defer rc.release(source);
    return if (append(of(self), like.view(source).?)) s_.noneWord() else 0;
}
pub fn m_bytearray_insert(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    const i = int.toSsize(args[0]) orelse return 0;
    const c = like.byteOf(args[1]) orelse return 0;
    const a = of(self);
    const n: i64 = @intCast(a.len);
    const at = @min(if (i < 0) @max(i +| n, 0) else i, n);
    return if (splice(a, @intCast(at), 0, &.{c})) s_.noneWord() else 0;
}
pub fn m_bytearray_pop(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = kwnames;
    const i = if (nargs == 0) -1 else int.toSsize(args[0]) orelse return 0;
    const a = of(self);
    if (a.len == 0) return err.raise(.IndexError, "pop from empty bytearray", .{});
    const at = container.position(i, @intCast(a.len)) orelse return err.raise(.IndexError, "pop index out of range", .{});
    const c = a.data[at];
    return if (splice(a, at, 1, "")) object.makeSmall(c) else 0;
}
pub fn m_bytearray_remove(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    const c = like.byteOf(args[0]) orelse return 0;
    const a = of(self);
    const at = std.mem.indexOfScalar(u8, slice(a), c) orelse return err.raise(.ValueError, "value not found in bytearray", .{});
    return if (splice(a, at, 1, "")) s_.noneWord() else 0;
}
pub fn m_bytearray_reverse(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    std.mem.reverse(u8, slice(of(self)));
    return s_.noneWord();
}
