//! Methods of `array.array`.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const str = @import("../str.zig");
const call = @import("../call.zig");
const list = @import("../list.zig");
const tuple = @import("../tuple.zig");
const bytes_ = @import("../bytes.zig");
const bytes_like = @import("../bytes_like.zig");
const instance = @import("../instance.zig");
const container = @import("../container.zig");
const native = @import("native.zig");
const array = @import("array.zig");
const Word = object.Word;
const Raised = container.Raised;
const Array = array.Array;
const of = array.of;

pub const methods = .{
    .{ "append", append, 1, 1 },
    .{ "buffer_info", bufferInfo, 0, 0 },
    .{ "byteswap", byteSwap, 0, 0 },
    .{ "clear", clear, 0, 0 },
    .{ "count", count, 1, 1 },
    .{ "extend", extend, 1, 1 },
    .{ "frombytes", fromBytes, 1, 1 },
    .{ "fromfile", fromFile, 2, 2 },
    .{ "fromlist", fromList, 1, 1 },
    .{ "fromunicode", fromUnicode, 1, 1 },
    .{ "index", index, 1, 3 },
    .{ "insert", insert, 2, 2 },
    .{ "pop", pop, 0, 1 },
    .{ "remove", remove, 1, 1 },
    .{ "reverse", reverse, 0, 0 },
    .{ "tobytes", toBytes, 0, 0 },
    .{ "tofile", toFile, 1, 1 },
    .{ "tolist", toList, 0, 0 },
    .{ "tounicode", toUnicode, 0, 0 },
    .{ "__copy__", copy, 0, 0 },
    .{ "__deepcopy__", copy, 1, 1 },
    .{ "__reduce_ex__", reduce, 1, 1 },
    .{ "itemsize", itemSize, 0, 0, .getset },
    .{ "typecode", typeCode, 0, 0, .getset },
    native.class_getitem,
};

/// All items as a list, or the text of an array of characters; owned, 0 raised.
pub fn listOf(a: *const Array) Word {
    const out = list.new(a.len);
    for (0..a.len) |i| {
        const v = array.load(a, i);
        if (v == 0) {
            rc.release(out);
            return 0;
        }
        list.appendOwned(list.of(out), v);
    }
    return out;
}
pub fn textOf(a: *const Array) Word {
    var b: str.Builder = .{};
    defer b.deinit();
    for (0..a.len) |i| {
        const v = array.load(a, i);
        if (v == 0) return 0;
        b.append(str.slice(v));
        rc.release(v);
    }
    return b.finish();
}
pub fn removeRange(a: *Array, from: usize, to: usize) Raised!void {
    if (a.exports > 0 and from < to) return container.fail(.BufferError, "cannot resize an array that is exporting buffers", .{});
    const size = a.size;
    @memmove(a.data[from * size .. (a.len - (to - from)) * size], a.data[to * size .. a.len * size]);
    try array.resize(a, a.len - (to - from));
}
pub fn setSlice(a: *Array, raw: container.Bounds, value: Word) Raised!void {
    var held: Word = 0;
    defer rc.releaseMaybe(held);
    var source: []const u8 = "";
    if (value != 0) {
        if (!array.isArray(value)) return container.fail(.TypeError, "can only assign array (not \"{t}\") to array slice", .{value});
        var other = of(value);
        if (other == a) {
            held = try array.copyRange(a, container.adjust(.{ .start = 0, .stop = std.math.maxInt(i64), .step = 1, .count = 0 }, a.len));
            other = of(held);
        }
        if (other.code != a.code) return container.fail(.TypeError, "bad argument type for built-in operation", .{});
        source = array.bytesOf(other);
    }
    const b = container.adjust(raw, a.len);
    const size: usize = a.size;
    const n = source.len / size;
    if (b.step == 1) {
        const from: usize = @intCast(b.start);
        const end = from + b.count;
        if (a.exports > 0 and n != b.count) return container.fail(.BufferError, "cannot resize an array that is exporting buffers", .{});
        const old = a.len;
        if (n > b.count) try array.resize(a, old + n - b.count);
        @memmove(a.data[(from + n) * size ..][0 .. (old - end) * size], a.data[end * size .. old * size]);
        @memcpy(a.data[from * size ..][0..source.len], source);
        a.len = old - b.count + n;
        return;
    }
    if (value == 0) {
        // From the back, so that places stay right.
        var k = b.count;
        while (k > 0) {
            k -= 1;
            const at = container.at(b, if (b.step > 0) k else b.count - 1 - k);
            try removeRange(a, at, at + 1);
        }
        return;
    }
    if (n != b.count) return container.fail(.ValueError, "attempt to assign array of size {d} to extended slice of size {d}", .{ n, b.count });
    for (0..n) |k| @memcpy(a.data[container.at(b, k) * size ..][0..size], source[k * size ..][0..size]);
}
pub fn extendArray(a: *Array, other: *Array) Raised!void {
    if (a.code != other.code) return container.fail(.TypeError, "can only extend with array of same kind", .{});
    return array.appendBytes(a, array.bytesOf(other));
}

fn append(w: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return container.noneOf(array.append(of(w), args[0]));
}
fn bufferInfo(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return tuple.fromOwned(&.{ int.fromU64(@intFromPtr(of(w).data)), int.fromU64(of(w).len) });
}
fn byteSwap(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const a = of(w);
    for (0..a.len) |i| std.mem.reverse(u8, a.data[i * a.size ..][0..a.size]);
    return native.none();
}
fn clear(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return container.noneOf(array.resize(of(w), 0));
}
fn count(w: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const a = of(w);
    var n: i64 = 0;
    var i: usize = 0;
    while (i < a.len) : (i += 1) {
        const v = array.load(a, i);
        if (v == 0) return 0;
        defer rc.release(v);
        if (container.equal(v, args[0]) catch return 0) n += 1;
    }
    return int.fromI64(n);
}
fn extend(w: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (array.isArray(args[0])) return container.noneOf(extendArray(of(w), of(args[0])));
    return container.noneOf(array.extend(of(w), args[0]));
}
fn fromBytes(w: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const data = bytes_like.require(args[0]) orelse return 0;
    return container.noneOf(array.appendBytes(of(w), data));
}
fn fromFile(w: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const a = of(w);
    const n = int.toSsize(args[1]) orelse return 0;
    if (n < 0) return err.raise(.ValueError, "negative count", .{});
    const wanted = std.math.mul(usize, @intCast(n), a.size) catch return err.noMemory();
    const size = int.fromU64(wanted);
    defer rc.release(size);
    const got = call.method(args[0], "read", &.{size});
    if (got == 0) return 0;
    defer rc.release(got);
    if (!bytes_like.isBytes(got)) return err.raise(.TypeError, "read() didn't return bytes", .{});
    const data = bytes_like.view(got).?;
    array.appendBytes(a, data[0 .. data.len - data.len % a.size]) catch return 0;
    if (data.len != wanted) return err.raise(.EOFError, "read() didn't return enough bytes", .{});
    return native.none();
}
fn fromList(w: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (!list.isList(args[0])) return err.raise(.TypeError, "arg must be list", .{});
    const a = of(w);
    const before = a.len;
    var i: usize = 0;
    while (i < list.len(args[0])) : (i += 1) {
        const item = list.get(args[0], i);
        defer rc.release(item);
        array.append(a, item) catch {
            a.len = @min(a.len, before);
            return 0;
        };
    }
    return native.none();
}
fn fromUnicode(w: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (!str.isStr(args[0])) return err.raise(.TypeError, "fromunicode() argument must be str, not {t}", .{args[0]});
    if (!array.isText(of(w))) return err.raise(.ValueError, "fromunicode() may only be called on unicode type arrays ('u' or 'w')", .{});
    return container.noneOf(array.appendText(of(w), args[0]));
}
fn find(a: *Array, item: Word, start: usize, stop: usize) Raised!?usize {
    var i = start;
    while (i < @min(stop, a.len)) : (i += 1) {
        const v = try container.check(array.load(a, i));
        defer rc.release(v);
        if (try container.equal(v, item)) return i;
    }
    return null;
}
fn index(w: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    return container.wordOf(indexImpl(of(w), args[0..nargs]));
}
fn indexImpl(a: *Array, args: []const Word) Raised!Word {
    const start = if (args.len > 1) try container.searchBound(args[1], a.len) else 0;
    const stop = if (args.len > 2) try container.searchBound(args[2], a.len) else a.len;
    const i = try find(a, args[0], start, stop) orelse return container.fail(.ValueError, "array.index(x): x not in array", .{});
    return int.fromU64(i);
}
fn insert(w: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return container.noneOf(insertImpl(of(w), args));
}
fn insertImpl(a: *Array, args: [*]const Word) Raised!void {
    const where = int.toSsize(args[0]) orelse return error.Raised;
    const bits = try array.bitsOf(a, args[1]);
    const n: i64 = @intCast(a.len);
    const at: usize = @intCast(if (where < 0) @max(0, where + n) else @min(where, n));
    try array.resize(a, a.len + 1);
    const size = a.size;
    @memmove(a.data[(at + 1) * size .. a.len * size], a.data[at * size .. (a.len - 1) * size]);
    array.storeAt(a, at, bits);
}
fn pop(w: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const a = of(w);
    const where = if (nargs > 0) int.toSsize(args[0]) orelse return 0 else -1;
    if (a.len == 0) return err.raise(.IndexError, "pop from empty array", .{});
    const i = container.position(where, a.len) orelse return err.raise(.IndexError, "pop index out of range", .{});
    const v = array.load(a, i);
    if (v == 0) return 0;
    removeRange(a, i, i + 1) catch {
        rc.release(v);
        return 0;
    };
    return v;
}
fn remove(w: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const found = find(of(w), args[0], 0, std.math.maxInt(usize)) catch return 0;
    const i = found orelse return err.raise(.ValueError, "array.remove(x): x not in array", .{});
    return container.noneOf(removeRange(of(w), i, i + 1));
}
fn reverse(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const a = of(w);
    std.mem.reverse(u8, array.bytesOf(a));
    return byteSwap(w, undefined, 0, 0);
}
fn toBytes(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return bytes_.fromSlice(array.bytesOf(of(w)));
}
fn toFile(w: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const data = bytes_.fromSlice(array.bytesOf(of(w)));
    defer rc.release(data);
    if (object.ptr(object.Bytes, data).len == 0) return native.none();
    const result = call.method(args[0], "write", &.{data});
    if (result == 0) return 0;
    rc.release(result);
    return native.none();
}
fn toList(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return listOf(of(w));
}
fn toUnicode(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (!array.isText(of(w))) return err.raise(.ValueError, "tounicode() may only be called on unicode type arrays ('u' or 'w')", .{});
    return textOf(of(w));
}
fn copy(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const a = of(w);
    const result = array.make(object.word(&array.array_type), a.code);
    array.appendBytes(result, array.bytesOf(a)) catch {
        rc.release(object.word(result));
        return 0;
    };
    return object.word(result);
}
fn itemSize(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return int.fromI64(of(w).size);
}
fn typeCode(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return str.fromAscii(&.{of(w).code});
}
/// The form with a list of items, which every protocol accepts.
fn reduce(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const items = listOf(of(w));
    if (items == 0) return 0;
    const d = instance.dictOf(w);
    const state = if (d == 0) native.none() else rc.retain(d);
    const arguments = tuple.fromOwned(&.{ str.fromAscii(&.{of(w).code}), items });
    return tuple.fromOwned(&.{ rc.retain(object.word(types.typeOf(w))), arguments, state });
}
pub fn reconstruct(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return err.raise(.NotImplementedError, "PA0209: array._array_reconstructor is not supported: arrays are pickled as lists of items", .{});
}
