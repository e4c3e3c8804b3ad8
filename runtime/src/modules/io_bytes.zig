//! `io.BytesIO`: bytes in memory that are read and written like a file.
//!
//! Invariant: `pos` may lie beyond `len`; a closed one owns no buffer.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const alloc = @import("../alloc.zig");
const attr = @import("../attr.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const call = @import("../call.zig");
const dict = @import("../dict.zig");
const iter = @import("../iter.zig");
const list = @import("../list.zig");
const file = @import("../file.zig");
const tuple = @import("../tuple.zig");
const args_ = @import("../args.zig");
const bytes_ = @import("../bytes.zig");
const bytes_like = @import("../bytes_like.zig");
const instance = @import("../instance.zig");
const container = @import("../container.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const text_ = @import("io_string.zig");
const Word = object.Word;

const BytesIO = extern struct { h: object.Header, ext: Word, data: [*]u8, len: usize, cap: usize, pos: usize, closed: u64, exports: usize };

/// What a memoryview made by `getbuffer` has under it.
const Exported = extern struct { h: object.Header, source: Word };
pub var exported_type: types.Type = .{
    .h = types.static_header,
    .c_name = "_io._BytesIOBuffer",
    .fixed_size = @sizeOf(Exported),
    .flags = .{ .default_getattr = true },
    .slots = .{ .dealloc = native.Life(Exported, &.{"source"}).dealloc, .traverse = native.Life(Exported, &.{"source"}).traverse, .new = native.refuseNew },
};
fn exportedBytes(w: Word, buffer: *bytes_like.ArrayBuffer) ?[]u8 {
    if (object.isSmall(w) or types.typeOf(w) != &exported_type) return null;
    const b = of(object.ptr(Exported, w).source);
    buffer.* = .{ .code = 'B', .itemsize = 1, .exports = &b.exports };
    return if (b.len == 0) &.{} else b.data[0..b.len];
}
/// A change of length while views exist raises; false: raised.
fn canChange(b: *BytesIO) bool {
    if (b.exports == 0) return true;
    _ = err.raise(.BufferError, "Existing exports of data: object cannot be re-sized", .{});
    return false;
}

pub var bytes_type: types.Type = .{
    .h = types.static_header,
    .c_name = "_io.BytesIO",
    .fixed_size = @sizeOf(BytesIO),
    .flags = .{ .base = true, .has_dict = true, .has_weakrefs = true, .default_getattr = true },
    .ext_offset = 8,
    .slots = .{ .dealloc = dealloc, .traverse = traverse, .iter = iterSelf, .next = next, .new = new, .init = init },
};
pub const methods = .{
    .{ "getvalue", getValue, 0, 0 },
    .{ "getbuffer", getBuffer, 0, 0 },
    .{ "read", read, 0, 1 },
    .{ "read1", read, 0, 1 },
    .{ "readinto", readInto, 1, 1 },
    .{ "readinto1", readInto, 1, 1 },
    .{ "readline", readLine, 0, 1 },
    .{ "readlines", readLines, 0, 1 },
    .{ "write", write, 1, 1 },
    .{ "writelines", text_.writeLines, 1, 1 },
    .{ "seek", seek, 1, 2 },
    .{ "tell", tell, 0, 0 },
    .{ "truncate", truncate, 0, 1 },
    .{ "close", close, 0, 0 },
    .{ "flush", flush, 0, 0 },
    .{ "detach", detach, 0, 0 },
    .{ "fileno", fileno, 0, 0 },
    .{ "isatty", isFalse, 0, 0 },
    .{ "readable", isTrue, 0, 0 },
    .{ "writable", isTrue, 0, 0 },
    .{ "seekable", isTrue, 0, 0 },
    .{ "__enter__", enter, 0, 0 },
    .{ "__exit__", exit, 0, -1 },
    .{ "__getstate__", getState, 0, 0 },
    .{ "__setstate__", setState, 1, 1 },
    .{ "closed", isClosed, 0, 0, .getset },
    .{ "__dict__", attr.m_dict_get, 0, 0, .getset, attr.m_dict_set },
};

fn of(w: Word) *BytesIO {
    return object.ptr(BytesIO, w);
}
fn dealloc(w: Word) callconv(.c) void {
    const b = of(w);
    if (b.cap > 0) alloc.free(b.data);
    rc.releaseMaybe(b.ext);
    alloc.free(b);
}
fn traverse(w: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    container.visitMaybe(of(w).ext, visit, context);
}
fn open(b: *BytesIO) bool {
    if (b.closed == 0) return true;
    _ = err.raise(.ValueError, "I/O operation on closed file.", .{});
    return false;
}
fn new(class: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const b = instance.allocate(BytesIO, class);
    const h = b.h;
    b.* = std.mem.zeroInit(BytesIO, .{ .h = h, .data = undefined });
    return object.word(b);
}
const init_sig: args_.Signature = .{ .name = "BytesIO", .params = &.{"initial_bytes"}, .positional = 1, .required = 0 };
fn init(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) i32 {
    var given: [1]Word = undefined;
    if (!args_.bind(init_sig, args, nargs, kwnames, &given)) return -1;
    const b = of(w);
    if (!canChange(b)) return -1;
    b.len = 0;
    b.pos = 0;
    b.closed = 0;
    if (given[0] == 0 or singletons.isNone(given[0])) return 0;
    const data = bytes_like.require(given[0]) orelse return -1;
    if (!put(b, data)) return -1;
    b.pos = 0;
    return 0;
}
fn reserve(b: *BytesIO, n: usize) bool {
    if (n <= b.cap) return true;
    const want = @max(n, b.cap * 2, 64);
    const block = (if (b.cap == 0) alloc.tryBytes(want) else alloc.tryResize(b.data, want)) orelse {
        _ = err.noMemory();
        return false;
    };
    b.data = block;
    b.cap = alloc.usableSize(block);
    return true;
}
fn put(b: *BytesIO, data: []const u8) bool {
    if (data.len == 0) return true;
    const end = b.pos + data.len;
    if (!reserve(b, end)) return false;
    if (b.pos > b.len) @memset(b.data[b.len..b.pos], 0);
    @memcpy(b.data[b.pos..end], data);
    b.pos = end;
    b.len = @max(b.len, end);
    return true;
}
/// The next `n` bytes, which exist; owned.
fn take(b: *BytesIO, n: usize) Word {
    if (n == 0) return bytes_.fromSlice("");
    const w = bytes_.fromSlice(b.data[b.pos .. b.pos + n]);
    b.pos += n;
    return w;
}
fn left(b: *const BytesIO) usize {
    return b.len -| b.pos;
}
fn sizeOf(args: [*]const Word, nargs: usize, ok: *bool) ?usize {
    if (nargs == 0 or singletons.isNone(args[0])) return null;
    if (!int.hasIndex(args[0])) {
        _ = err.raise(.TypeError, "argument should be integer or None, not '{t}'", .{args[0]});
        ok.* = false;
        return null;
    }
    const n = int.toSsize(args[0]) orelse {
        ok.* = false;
        return null;
    };
    return if (n < 0) null else @intCast(n);
}

fn getValue(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const b = of(w);
    if (!open(b)) return 0;
    return bytes_.fromSlice(if (b.len == 0) "" else b.data[0..b.len]);
}
fn getBuffer(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (!open(of(w))) return 0;
    bytes_like.pyrt_bytesio_buffer = exportedBytes;
    const o = native.create(Exported, &exported_type);
    o.source = rc.retain(w);
    defer rc.release(object.word(o));
    return @import("../memoryview.zig").fromObject(object.word(o));
}
fn read(w: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const b = of(w);
    if (!open(b)) return 0;
    var ok = true;
    const size = sizeOf(args, nargs, &ok);
    if (!ok) return 0;
    return take(b, @min(size orelse left(b), left(b)));
}
fn readInto(w: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const b = of(w);
    if (!open(b)) return 0;
    if (!bytes_like.isByteArray(args[0])) {
        return err.raise(.TypeError, "readinto() argument must be read-write bytes-like object, not {t}", .{args[0]});
    }
    const target = object.ptr(object.ByteArray, args[0]);
    const n = @min(left(b), @as(usize, @intCast(target.len)));
    if (n > 0) @memcpy(target.data[0..n], b.data[b.pos .. b.pos + n]);
    b.pos += n;
    return int.fromU64(n);
}
fn line(b: *BytesIO, limit: ?usize) Word {
    const room = left(b);
    if (room == 0) return bytes_.fromSlice("");
    const rest = b.data[b.pos..b.len];
    var n = if (std.mem.indexOfScalar(u8, rest, '\n')) |i| i + 1 else room;
    if (limit) |most| n = @min(n, most);
    return take(b, n);
}
fn readLine(w: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const b = of(w);
    if (!open(b)) return 0;
    var ok = true;
    const size = sizeOf(args, nargs, &ok);
    return if (ok) line(b, size) else 0;
}
fn iterSelf(w: Word) callconv(.c) Word {
    return if (open(of(w))) rc.retain(w) else 0;
}
fn next(w: Word) callconv(.c) Word {
    const b = of(w);
    if (!open(b) or left(b) == 0) return 0;
    return line(b, null);
}
fn readLines(w: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const b = of(w);
    if (!open(b)) return 0;
    var ok = true;
    const hint = sizeOf(args, nargs, &ok) orelse 0;
    if (!ok) return 0;
    const out = list.new(0);
    var total: usize = 0;
    while (left(b) > 0) {
        const before = b.pos;
        list.appendOwned(list.of(out), line(b, null));
        total += b.pos - before;
        if (hint > 0 and total >= hint) break;
    }
    return out;
}
fn write(w: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const b = of(w);
    if (!open(b) or !canChange(b)) return 0;
    const data = bytes_like.require(args[0]) orelse return 0;
    return if (put(b, data)) int.fromU64(data.len) else 0;
}
fn seek(w: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const b = of(w);
    const offset = int.toSsize(args[0]) orelse return 0;
    const whence = if (nargs > 1) int.toSsize(args[1]) orelse return 0 else 0;
    if (!open(b)) return 0;
    if (offset < 0 and whence == 0) return err.raise(.ValueError, "negative seek value {d}", .{offset});
    const base: i64 = switch (whence) {
        0 => 0,
        1 => @intCast(b.pos),
        2 => @intCast(b.len),
        else => return err.raise(.ValueError, "invalid whence ({d}, should be 0, 1 or 2)", .{whence}),
    };
    const to = std.math.add(i64, base, offset) catch return err.raise(.OverflowError, "new position too large", .{});
    b.pos = @intCast(@max(0, to));
    return int.fromU64(b.pos);
}
fn tell(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return if (open(of(w))) int.fromU64(of(w).pos) else 0;
}
fn truncate(w: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const b = of(w);
    if (!open(b) or !canChange(b)) return 0;
    var size: i64 = @intCast(b.pos);
    if (nargs > 0 and !singletons.isNone(args[0])) size = int.toSsize(args[0]) orelse return 0;
    if (size < 0) return err.raise(.ValueError, "negative size value {d}", .{size});
    if (size < b.len) b.len = @intCast(size);
    return int.fromI64(size);
}
fn close(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const b = of(w);
    if (!canChange(b)) return 0;
    if (b.cap > 0) alloc.free(b.data);
    b.cap = 0;
    b.len = 0;
    b.closed = 1;
    return native.none();
}
fn flush(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return if (open(of(w))) native.none() else 0;
}
fn detach(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return file.unsupported("detach");
}
fn fileno(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return file.unsupported("fileno");
}
fn isTrue(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return if (open(of(w))) singletons.trueWord() else 0;
}
fn isFalse(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return if (open(of(w))) singletons.falseWord() else 0;
}
fn enter(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return if (open(of(w))) rc.retain(w) else 0;
}
fn exit(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return call.method(w, "close", &.{});
}
fn isClosed(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return singletons.boolWord(of(w).closed != 0);
}
fn getState(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const value = getValue(w, args, nargs, kwnames);
    if (value == 0) return 0;
    const own = if (of(w).ext == 0) native.none() else dict.copy(of(w).ext);
    return tuple.fromOwned(&.{ value, int.fromU64(of(w).pos), own });
}
fn setState(w: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (!tuple.isTuple(args[0]) or tuple.len(args[0]) < 3) {
        return err.raise(.TypeError, "{t}.__setstate__ argument should be 3-tuple, got {t}", .{ w, args[0] });
    }
    const items = tuple.items(args[0]);
    if (init(w, items.ptr, 1, 0) < 0) return 0;
    const pos = int.toSsize(items[1]) orelse return 0;
    if (pos < 0) return err.raise(.ValueError, "position value cannot be negative", .{});
    of(w).pos = @intCast(pos);
    if (dict.isDict(items[2]) and dict.update(instance.dictOf(w), items[2]) < 0) return 0;
    return native.none();
}
