//! The class `bytes` and its iterator: making them, slots, constructor.
//!
//! Invariant: the data is followed by a NUL byte; the hash is that of a str with the same bytes.
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
const int_type = @import("int_type.zig");
const hashing = @import("hash.zig");
const search = @import("search.zig");
const like = @import("bytes_like.zig");
const text_repr = @import("str_repr.zig");
const codec = @import("str_codec.zig");
const translates = @import("str_translate.zig");
const percent = @import("format_percent.zig");
const container = @import("container.zig");
const instance = @import("instance.zig");
const iter = @import("iter.zig");
const call = @import("call.zig");
const lookup = @import("lookup.zig");
const s_ = @import("singletons.zig");
const Word = object.Word;
const Bytes = object.Bytes;

const header: object.Header = .{ .rc = object.rc_immortal, .shape = @intFromEnum(object.ShapeId.type_) };

pub var bytes_type: types.Type = .{
    .h = header,
    .c_name = "bytes",
    .shape = @intFromEnum(object.ShapeId.bytes),
    .fixed_size = @sizeOf(Bytes),
    .flags = .{ .base = true, .acyclic = true, .bytes_subclass = true, .default_getattr = true, .immutable = true },
    .slots = .{
        .dealloc = rc.deallocPlain,
        .repr = repr,
        .hash = hash,
        .compare = compare,
        .iter = iterator,
        .length = length,
        .getitem = getitem,
        .contains = contains,
        .binary = container.binarySlots(.{ .add = add, .mul = mul, .mod = mod }),
        .new = new,
    },
};

pub var bytes_iter_type: types.Type = .{
    .h = header,
    .c_name = "bytes_iterator",
    .shape = @intFromEnum(object.ShapeId.bytes_iter),
    .fixed_size = @sizeOf(Iter),
    .flags = .{ .acyclic = true, .default_getattr = true, .immutable = true },
    .slots = .{ .dealloc = iterDealloc, .iter = iter.self, .next = iterNext },
};

pub var bytearray_iter_type: types.Type = .{
    .h = header,
    .c_name = "bytearray_iterator",
    .shape = @intFromEnum(object.ShapeId.bytearray_iter),
    .fixed_size = @sizeOf(Iter),
    .flags = .{ .acyclic = true, .default_getattr = true, .immutable = true },
    .slots = .{ .dealloc = iterDealloc, .iter = iter.self, .next = iterNext },
};

comptime {
    @export(&bytes_type, .{ .name = "pyrt_type_bytes" });
}

pub const methods = @import("bytes_methods.zig").bytes_methods;

/// Bytes with undefined data; null: not enough memory.
pub fn tryRaw(n: usize) ?*Bytes {
    if (n > 1 << 46) return null;
    const b = alloc.tryObject(Bytes, .bytes, n + 1) orelse return null;
    b.hash = 0;
    b.len = n;
    b.data()[n] = 0;
    return b;
}

/// New bytes (owned) with a copy of `s`.
pub fn fromSlice(s: []const u8) Word {
    const b = tryRaw(s.len) orelse alloc.outOfMemory();
    @memcpy(b.slice(), s);
    return object.word(b);
}

/// The word of bytes whose data has been filled in.
pub inline fn canonical(b: *Bytes) Word {
    return object.word(b);
}

/// Collects bytes.
pub const Builder = struct {
    b: str.Builder = .{},
    pub fn append(self: *Builder, s: []const u8) void {
        self.b.append(s);
    }
    pub fn appendByte(self: *Builder, c: u8) void {
        self.b.appendByte(c);
    }
    pub fn slice(self: *Builder) []u8 {
        return self.b.slice();
    }
    /// Owned bytes; the builder stays usable.
    pub fn finish(self: *Builder) Word {
        return fromSlice(self.b.slice());
    }
    pub fn deinit(self: *Builder) void {
        self.b.deinit();
    }
};

/// The bytes of a bytes-like object or of an iterable of ints (`bytes(x)` without the meaning of counts), owned.
pub fn fromObject(w: Word) Word {
    if (object.isExact(w, .bytes)) return rc.retain(w);
    if (like.copied(w)) |copy| return copy;
    var b: Builder = .{};
    defer b.deinit();
    if (str.isStr(w) or !iter.isIterable(w)) return err.raise(.TypeError, "cannot convert '{t}' object to bytes", .{w});
    if (!collect(&b.b, w, "bytes")) return 0;
    return b.finish();
}

/// Appends the ints of an iterable; false: raised. `what` names the class in the range error.
pub fn collect(b: *str.Builder, w: Word, comptime what: []const u8) bool {
    const it = iter.iter(w);
    if (it == 0) return false;
    defer rc.release(it);
    while (true) {
        const element = iter.next(it);
        if (element == 0) return !err.pending();
        defer rc.release(element);
        const v = int.asIndex(element);
        if (v == 0) return false;
        defer rc.release(v);
        const n = int.toI64(v) orelse -1;
        if (n < 0 or n > 255) {
            const subject = if (what.len == 5) "bytes" else "byte";
            _ = err.raise(.ValueError, subject ++ " must be in range(0, 256)", .{});
            return false;
        }
        b.appendByte(@intCast(n));
    }
}

fn repr(w: Word) callconv(.c) Word {
    var b: str.Builder = .{};
    text_repr.appendBytes(&b, object.ptr(Bytes, w).slice(), false);
    return b.finish();
}

fn hash(w: Word) callconv(.c) i64 {
    const b = object.ptr(Bytes, w);
    if (b.hash == 0) b.hash = hashing.ofBytes(b.slice());
    return @bitCast(b.hash);
}

fn length(w: Word) callconv(.c) i64 {
    return @intCast(object.ptr(Bytes, w).len);
}

/// Comparison of two bytes-like objects; NotImplemented otherwise.
pub fn compare(l: Word, r: Word, op: types.CompareOp) callconv(.c) Word {
    // bytes knows only itself, bytearray whatever has bytes.
    if (!(like.isBytes(l) and like.isBytes(r)) and !like.isByteArray(l)) return s_.notImplementedWord();
    const a = like.view(l) orelse return s_.notImplementedWord();
    const b = like.view(r) orelse return s_.notImplementedWord();
    if (op == .eq or op == .ne) return s_.boolWord(std.mem.eql(u8, a, b) == (op == .eq));
    return s_.boolWord(int_type.holds(std.math.order(search.order(a, b), 0), op));
}

/// `item in self` of bytes and bytearray.
pub fn contains(w: Word, element: Word) callconv(.c) i32 {
    if (int.hasIndex(element)) {
        const v = int.asIndex(element);
        if (v != 0) {
            defer rc.release(v);
            const n = int.toI64(v) orelse -1;
            if (n < 0 or n > 255) return err.fail(.ValueError, "byte must be in range(0, 256)", .{});
            return @intFromBool(std.mem.indexOfScalar(u8, like.view(w).?, @intCast(n)) != null);
        }
        // Whatever went wrong, it is not an int then.
        err.clear();
    }
    const sub = like.require(element) orelse return -1;
    return @intFromBool(search.find(like.view(w).?, sub, 0) != null);
}

fn getitem(w: Word, key: Word) callconv(.c) Word {
    return container.wordOf(item(w, key));
}

fn item(w: Word, key: Word) container.Raised!Word {
    const b = object.ptr(Bytes, w);
    const n: usize = @intCast(b.len);
    if (!object.isExact(key, .slice)) {
        if (!container.isIndex(key)) return container.fail(.TypeError, "byte indices must be integers or slices, not {t}", .{key});
        const i = try container.index(key, .IndexError);
        const at = container.position(i, n) orelse return container.fail(.IndexError, "index out of range", .{});
        return object.makeSmall(b.data()[at]);
    }
    const s = container.adjust(try container.unpackSlice(key), n);
    if (s.count == n and s.step == 1 and object.isExact(w, .bytes)) return rc.retain(w);
    const out = tryRaw(s.count) orelse return container.fail(.MemoryError, "", .{});
    if (s.step == 1) {
        @memcpy(out.slice(), b.slice()[@intCast(s.start)..][0..s.count]);
    } else for (out.slice(), 0..) |*c, k| c.* = b.data()[container.at(s, k)];
    return object.word(out);
}

fn add(l: Word, r: Word) callconv(.c) Word {
    const a = like.view(l) orelse return s_.notImplementedWord();
    if (!like.isBytes(l)) return s_.notImplementedWord();
    const b = like.view(r) orelse return container.wordOf(concatOther(l, r, add));
    const out = tryRaw(a.len + b.len) orelse return err.raise(.MemoryError, "", .{});
    @memcpy(out.data()[0..a.len], a);
    @memcpy(out.data()[a.len .. a.len + b.len], b);
    return object.word(out);
}

/// As `container.concatOther`, with the message of bytes.
pub fn concatOther(l: Word, r: Word, own: types.BinaryFn) container.Raised!Word {
    if (!object.isSmall(r) and types.typeOf(r).flags.heap) {
        @import("prune.zig").readsOperator(.add);
        if (types.typeOf(r).slots.binary[@intFromEnum(types.BinaryOp.add)]) |theirs| {
            if (theirs != own) {
                const w = try container.check(theirs(l, r));
                if (!s_.isNotImplemented(w)) return w;
            }
        }
    }
    return container.fail(.TypeError, "can't concat {t} to {t}", .{ r, l });
}

fn mul(l: Word, r: Word) callconv(.c) Word {
    const seq = if (like.isBytes(l)) l else r;
    const other = if (seq == l) r else l;
    return container.wordOf(repeat(l, r, seq, other));
}

fn repeat(l: Word, r: Word, seq: Word, other: Word) container.Raised!Word {
    if (try container.repeatOther(l, r, seq, other, mul)) |w| return w;
    if (!container.isIndex(other)) return singletons.notImplementedWord();
    const n = try container.repeatCount(other);
    const b = object.ptr(Bytes, seq).slice();
    if (n == 0 or b.len == 0) return fromSlice("");
    if (n > std.math.maxInt(i64) / b.len) return container.fail(.OverflowError, "repeated bytes are too long", .{});
    const total = std.math.mul(usize, b.len, n) catch return container.fail(.MemoryError, "", .{});
    const out = tryRaw(total) orelse return container.fail(.MemoryError, "", .{});
    str.repeatInto(out.slice(), b);
    return object.word(out);
}

fn mod(l: Word, r: Word) callconv(.c) Word {
    if (!like.isBytes(l)) return s_.notImplementedWord();
    return percent.formatBytes(object.ptr(Bytes, l).slice(), r);
}

fn new(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var out: [3]Word = undefined;
    if (!args_.bind(.{ .name = "bytes", .params = &.{ "source", "encoding", "errors" }, .positional = 3, .required = 0 }, args, nargs, kwnames, &out)) return 0;
    if (out[0] == 0 and out[1] == 0 and out[2] == 0) return instance.convert(class, fromSlice(""));
    return instance.convert(class, fromArguments(out));
}

/// As `bytes(w)`, but counts and text are refused; owned, 0 raised.
pub fn ofValue(w: Word) Word {
    return viaMethod(w) orelse fromObject(w);
}

/// What `__bytes__` gives, if there is one; 0: raised.
fn viaMethod(w: Word) ?Word {
    if (object.isExact(w, .bytes)) return rc.retain(w);
    if (!object.isSmall(w) and lookup.lookup(types.typeOf(w), @import("names.zig").of(.__bytes__)) != 0) {
        const r = call.specialMethod(w, .__bytes__, &.{});
        if (r == 0 or like.isBytes(r)) return r;
        defer rc.release(r);
        return err.raise(.TypeError, "__bytes__ returned non-bytes (type {t})", .{r});
    }
    return null;
}

fn fromArguments(out: [3]Word) Word {
    if (encoded("bytes", out)) |w| return w;
    const w = out[0];
    if (viaMethod(w)) |r| return r;
    if (str.isStr(w)) return err.raise(.TypeError, "string argument without an encoding", .{});
    if (int.hasIndex(w)) {
        const n = container.index(w, .OverflowError) catch return 0;
        if (n < 0) return err.raise(.ValueError, "negative count", .{});
        const b = tryRaw(@intCast(n)) orelse return err.raise(.MemoryError, "", .{});
        @memset(b.slice(), 0);
        return object.word(b);
    }
    return fromObject(w);
}

/// The result for a text with an encoding, or the error of one without text; null: neither is given.
pub fn encoded(comptime name: []const u8, out: [3]Word) ?Word {
    if (out[1] == 0 and out[2] == 0) return null;
    const encoding = translates.textOr(name, "encoding", out[1], "utf-8") orelse return 0;
    const errors = translates.textOr(name, "errors", out[2], "strict") orelse return 0;
    const s = if (out[0] == 0) null else str.of(out[0]);
    if (s) |text| {
        codec.useMore();
        return codec.encode(text, encoding, errors);
    }
    if (out[1] != 0) return err.raise(.TypeError, "encoding without a string argument", .{});
    return err.raise(.TypeError, "errors without a string argument", .{});
}

const Iter = extern struct { h: object.Header, source: Word, at: u64 };

/// `iter(b)`, owned.
pub fn iterator(w: Word) callconv(.c) Word {
    const it = alloc.object(Iter, .bytes_iter, 0);
    it.source = rc.retain(w);
    it.at = 0;
    return object.word(it);
}
pub fn bytearrayIterator(w: Word) callconv(.c) Word {
    const it = alloc.object(Iter, .bytearray_iter, 0);
    it.source = rc.retain(w);
    it.at = 0;
    return object.word(it);
}

fn iterNext(w: Word) callconv(.c) Word {
    const it = object.ptr(Iter, w);
    if (it.source == 0) return 0;
    const v = like.view(it.source).?;
    if (it.at < v.len) {
        it.at += 1;
        return object.makeSmall(v[@intCast(it.at - 1)]);
    }
    rc.release(it.source);
    it.source = 0;
    return 0;
}

fn iterDealloc(w: Word) callconv(.c) void {
    rc.releaseMaybe(object.ptr(Iter, w).source);
    alloc.free(object.header(w));
}

pub const bytes_iter_methods = .{
    .{ "__length_hint__", m_bytes_iter_length_hint, 0, 0 },
    .{ "__setstate__", m_bytes_iter_setstate, 1, 1 },
};
pub const bytearray_iter_methods = bytes_iter_methods;

fn m_bytes_iter_setstate(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    const at = container.stateIndex(args[0]) catch return 0;
    const it = object.ptr(Iter, self);
    if (it.source != 0) it.at = @intCast(@min(@max(at, 0), @as(i64, @intCast(like.view(it.source).?.len))));
    return s_.noneWord();
}

pub fn m_bytes_iter_length_hint(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    const it = object.ptr(Iter, self);
    if (it.source == 0) return object.makeSmall(0);
    return object.makeSmall(@intCast(like.view(it.source).?.len -| @as(usize, @intCast(it.at))));
}
