//! `_struct`: values as bytes by a format; `struct` re-exports it.
//!
//! Invariant: a `Struct`'s items are parsed once; their offsets and sizes stay within its `size`.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const alloc = @import("../alloc.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const ops = @import("../ops.zig");
const str = @import("../str.zig");
const dict = @import("../dict.zig");
const iter = @import("../iter.zig");
const text = @import("../text.zig");
const float = @import("../float.zig");
const tuple = @import("../tuple.zig");
const args_ = @import("../args.zig");
const bytes_ = @import("../bytes.zig");
const bytes_like = @import("../bytes_like.zig");
const instance = @import("../instance.zig");
const container = @import("../container.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const codec = @import("struct_codec.zig");
const Word = object.Word;
const Raised = container.Raised;

pub const name = "_struct";
pub const shadowable = true;
pub const doc = "Functions to convert between Python values and C structs.\n" ++
    "Python bytes objects are used to hold the data representing the C struct\n" ++
    "and also as format strings (explained below) to describe the layout of data\nin the C struct.";

/// `count` values, or for texts one of `count` bytes, from `offset` on.
const Part = struct { item: codec.Item, offset: usize, count: usize };

const Struct = extern struct { h: object.Header, format: Word, parts: ?[*]Part, part_count: usize, size: usize, values: usize };

var error_class: Word = 0;
fn fail(comptime fmt: []const u8, args: anytype) Raised {
    _ = native.raise(error_class, fmt, args);
    return error.Raised;
}

pub var struct_type: types.Type = .{
    .h = types.static_header,
    .c_name = "_struct.Struct",
    .fixed_size = @sizeOf(Struct),
    .flags = .{ .base = true, .acyclic = true, .has_weakrefs = true, .default_getattr = true },
    .slots = .{ .dealloc = dealloc, .traverse = native.Life(Struct, &.{"format"}).traverse, .new = new, .init = init, .repr = repr },
};
const methods = .{
    .{ "pack", packMethod, 0, -1 },
    .{ "pack_into", packIntoMethod, 0, -1 },
    .{ "unpack", unpackMethod, 1, 1 },
    .{ "unpack_from", unpackFromMethod, 0, -1, .keywords },
    .{ "iter_unpack", iterUnpackMethod, 1, 1 },
    .{ "format", getFormat, 0, 0, .getset },
    .{ "size", getSize, 0, 0, .getset },
};
pub const functions = .{
    .{ "calcsize", calcsize, 1, 1 },
    .{ "pack", pack, 0, -1 },
    .{ "pack_into", packInto, 0, -1 },
    .{ "unpack", unpack, 2, 2 },
    .{ "unpack_from", unpackFrom, 0, -1, .keywords },
    .{ "iter_unpack", iterUnpack, 2, 2 },
    .{ "_clearcache", clearCache, 0, 0 },
};
pub const classes = .{
    .{ "Struct", &struct_type, methods },
    .{ "", &iterator_type, iterator_methods },
};
pub fn setup(m: *native.Module) Raised!void {
    if (error_class == 0) error_class = native.newException("struct", "error", &.{object.word(err.typeOf(.Exception))});
    if (error_class == 0) return error.Raised;
    native.define(m, "error", error_class);
}

fn of(w: Word) *Struct {
    return object.ptr(Struct, w);
}
fn dealloc(w: Word) callconv(.c) void {
    const s = of(w);
    if (s.parts) |p| alloc.free(p);
    rc.releaseMaybe(s.format);
    alloc.free(s);
}
fn new(class: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const s = instance.allocate(Struct, class);
    s.format = 0;
    s.parts = null;
    s.part_count = 0;
    s.size = 0;
    s.values = 0;
    return object.word(s);
}
const init_sig: args_.Signature = .{ .name = "Struct", .params = &.{"format"}, .positional = 1, .required = 1 };
fn init(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) i32 {
    var given: [1]Word = undefined;
    if (!args_.bind(init_sig, args, nargs, kwnames, &given)) return -1;
    return container.statusOf(prepare(of(w), given[0]));
}
fn prepare(s: *Struct, format: Word) Raised!void {
    const source = if (str.isStr(format)) str.slice(format) else if (bytes_like.isBytes(format)) bytes_like.view(format).? else return container.fail(.TypeError, "Struct() argument 1 must be a str or bytes object, not {t}", .{format});
    var parser: Parser = .{ .source = source };
    const count = try parser.run(null);
    const parts = alloc.array(Part, count + 1);
    parser = .{ .source = source };
    _ = parser.run(parts) catch unreachable;
    if (s.parts) |old| alloc.free(old);
    rc.releaseMaybe(s.format);
    s.format = str.fromSlice(source);
    s.parts = parts;
    s.part_count = count;
    s.size = parser.size;
    s.values = parser.values;
}

const Parser = struct {
    source: []const u8,
    size: usize = 0,
    values: usize = 0,

    const most = std.math.maxInt(i64);
    /// The number of parts, which are written to `out`.
    fn run(self: *Parser, out: ?[*]Part) Raised!usize {
        var at: usize = 0;
        var aligned = true;
        var big = false;
        if (self.source.len > 0) {
            switch (self.source[0]) {
                '@' => at = 1,
                '=', '<' => {
                    aligned = false;
                    at = 1;
                },
                '>', '!' => {
                    aligned = false;
                    big = true;
                    at = 1;
                },
                else => {},
            }
        }
        var n: usize = 0;
        while (at < self.source.len) {
            const c = self.source[at];
            if (c == ' ' or (c >= 9 and c <= 13)) {
                at += 1;
                continue;
            }
            var count: usize = 1;
            if (std.ascii.isDigit(c)) {
                count = 0;
                while (at < self.source.len and std.ascii.isDigit(self.source[at])) : (at += 1) {
                    if (count > (most - 9) / 10) return fail("total struct size too long", .{});
                    count = count * 10 + (self.source[at] - '0');
                }
                if (at >= self.source.len) return fail("repeat count given without format specifier", .{});
            }
            const item = itemOf(self.source[at], aligned, big) orelse return fail("bad char in struct format", .{});
            at += 1;
            if (aligned and item.size > 1) self.size = std.mem.alignForward(usize, self.size, item.size);
            const bytes = std.math.mul(usize, count, item.size) catch most + 1;
            if (bytes > most - self.size) return fail("total struct size too long", .{});
            const single = item.kind == .text or item.kind == .pascal;
            if (item.kind != .pad and (count > 0 or single)) {
                if (out) |parts| parts[n] = .{ .item = item, .offset = self.size, .count = count };
                n += 1;
                self.values += if (single) 1 else count;
            }
            self.size += bytes;
        }
        return n;
    }
};
fn itemOf(code: u8, aligned: bool, big: bool) ?codec.Item {
    const kind: codec.Kind = switch (code) {
        'b', 'h', 'i', 'l', 'q', 'n' => .signed,
        'B', 'H', 'I', 'L', 'Q', 'N', 'P' => .unsigned,
        'e', 'f', 'd' => .float,
        '?' => .boolean,
        'c' => .char,
        's' => .text,
        'p' => .pascal,
        'x' => .pad,
        else => return null,
    };
    const size: u8 = switch (code) {
        'h', 'H', 'e' => 2,
        'i', 'I', 'f' => 4,
        'l', 'L' => if (aligned) 8 else 4,
        'q', 'Q', 'd' => 8,
        'n', 'N', 'P' => if (aligned) 8 else return null,
        else => 1,
    };
    return .{ .kind = kind, .code = code, .size = size, .big = big };
}

fn store(item: codec.Item, standard: bool, to: [*]u8, count: usize, w: Word) Raised!void {
    switch (item.kind) {
        .signed, .unsigned => {
            var held: Word = 0;
            defer rc.releaseMaybe(held);
            const v = if (int.isInt(w)) int.valueOf(w) else blk: {
                if (!int.hasIndex(w)) return fail("required argument is not an integer", .{});
                held = try container.check(int.asIndex(w));
                break :blk held;
            };
            const bits = codec.fitting(item, v) orelse return outOfRange(item, v);
            codec.storeBits(item, to, bits);
        },
        .float => {
            const v = float.asF64(w) orelse {
                err.clear();
                return fail("required argument is not a float", .{});
            };
            codec.storeBits(item, to, codec.floatBits(item, v, standard) orelse return error.Raised);
        },
        .boolean => {
            const t = ops.truth(w);
            if (t < 0) return error.Raised;
            to[0] = @intCast(t);
        },
        .char => {
            if (!bytes_like.isBytes(w) or bytes_like.view(w).?.len != 1) return fail("char format requires a bytes object of length 1", .{});
            to[0] = bytes_like.view(w).?[0];
        },
        .text, .pascal => {
            const data = (if (bytes_like.isBytes(w) or bytes_like.isByteArray(w)) bytes_like.view(w) else null) orelse
                return fail("argument for '{s}' must be a bytes object", .{@as([]const u8, &.{item.code})});
            if (item.kind == .text) {
                @memcpy(to[0..@min(count, data.len)], data[0..@min(count, data.len)]);
                return;
            }
            if (count == 0) return;
            const n = @min(data.len, count - 1);
            @memcpy(to[1 .. 1 + n], data[0..n]);
            to[0] = @intCast(@min(n, 255));
        },
        .pad => unreachable,
    }
}
fn outOfRange(item: codec.Item, v: Word) Raised {
    if (item.code == 'P') return container.fail(.OverflowError, "int too large to convert", .{});
    _ = v;
    const code: []const u8 = &.{item.code};
    const bits: u6 = @intCast(@as(u32, item.size) * 8 - 1);
    if (item.kind == .unsigned) {
        const highest: u64 = (@as(u64, 1) << bits) *% 2 -% 1;
        return fail("'{s}' format requires 0 <= number <= {d}", .{ code, highest });
    }
    const highest: i64 = @intCast((@as(u64, 1) << bits) - 1);
    return fail("'{s}' format requires {d} <= number <= {d}", .{ code, -highest - 1, highest });
}

fn packTo(s: *Struct, to: [*]u8, values: []const Word, comptime function: []const u8) Raised!void {
    if (values.len != s.values) return fail(function ++ " expected {d} items for packing (got {d})", .{ s.values, values.len });
    @memset(to[0..s.size], 0);
    const format = str.slice(s.format);
    const standard = format.len > 0 and std.mem.indexOfScalar(u8, "<>=!", format[0]) != null;
    var n: usize = 0;
    for (partsOf(s)) |part| {
        if (part.item.kind == .text or part.item.kind == .pascal) {
            try store(part.item, standard, to + part.offset, part.count, values[n]);
            n += 1;
            continue;
        }
        for (0..part.count) |k| {
            try store(part.item, standard, to + part.offset + k * part.item.size, 1, values[n]);
            n += 1;
        }
    }
}
fn partsOf(s: *Struct) []const Part {
    return if (s.parts) |p| p[0..s.part_count] else &.{};
}
fn packed_(s: *Struct, values: []const Word) Raised!Word {
    if (values.len != s.values) return fail("pack expected {d} items for packing (got {d})", .{ s.values, values.len });
    const b = bytes_.tryRaw(s.size) orelse return container.fail(.MemoryError, "", .{});
    errdefer rc.release(object.word(b));
    try packTo(s, b.data(), values, "pack");
    return object.word(b);
}
fn valuesAt(s: *Struct, from: [*]const u8) Word {
    if (s.values == 0) return tuple.empty();
    const t = tuple.create(s.values);
    var n: usize = 0;
    for (partsOf(s)) |part| {
        const at = from + part.offset;
        switch (part.item.kind) {
            .text => {
                t.items()[n] = bytes_.fromSlice(at[0..part.count]);
                n += 1;
            },
            .pascal => {
                t.items()[n] = if (part.count == 0) bytes_.fromSlice("") else bytes_.fromSlice(at[1 .. 1 + @min(at[0], part.count - 1)]);
                n += 1;
            },
            .char => for (0..part.count) |k| {
                t.items()[n] = bytes_.fromSlice(at[k .. k + 1]);
                n += 1;
            },
            .signed, .unsigned, .float, .boolean => for (0..part.count) |k| {
                t.items()[n] = codec.load(part.item, at + k * part.item.size);
                n += 1;
            },
            .pad => unreachable,
        }
    }
    return object.word(t);
}

fn unpacked(s: *Struct, buffer: Word) Raised!Word {
    const data = bytes_like.require(buffer) orelse return error.Raised;
    if (data.len != s.size) return fail("unpack requires a buffer of {d} bytes", .{s.size});
    return valuesAt(s, data.ptr);
}
fn unpackedFrom(s: *Struct, buffer: Word, offset_word: Word) Raised!Word {
    const data = bytes_like.require(buffer) orelse return error.Raised;
    const given = if (offset_word == 0) 0 else int.toSsize(offset_word) orelse return error.Raised;
    const n: i64 = @intCast(data.len);
    const size: i64 = @intCast(s.size);
    var offset = given;
    if (offset < 0) {
        if (offset + size > 0) return fail("not enough data to unpack {d} bytes at offset {d}", .{ size, given });
        if (offset + n < 0) return fail("offset {d} out of range for {d}-byte buffer", .{ given, n });
        offset += n;
    }
    if (n - offset < size) {
        return fail("unpack_from requires a buffer of at least {d} bytes for unpacking {d} bytes at offset {d} (actual buffer size is {d})", .{
            size + offset, size, offset, n,
        });
    }
    return valuesAt(s, data.ptr + @as(usize, @intCast(offset)));
}
fn packedInto(s: *Struct, args: []const Word) Raised!void {
    if (args.len < 2) {
        if (args.len == 0) return fail("pack_into expected buffer argument", .{});
        return fail("pack_into expected offset argument", .{});
    }
    if (args.len - 2 != s.values) return fail("pack_into expected {d} items for packing (got {d})", .{ s.values, args.len - 2 });
    if (!bytes_like.isByteArray(args[0])) {
        return container.fail(.TypeError, "argument must be read-write bytes-like object, not {t}", .{args[0]});
    }
    const target = object.ptr(object.ByteArray, args[0]);
    const given = int.toSsize(args[1]) orelse return error.Raised;
    const n: i64 = @intCast(target.len);
    const size: i64 = @intCast(s.size);
    var offset = given;
    if (offset < 0) {
        if (offset + size > 0) return fail("no space to pack {d} bytes at offset {d}", .{ size, given });
        if (offset + n < 0) return fail("offset {d} out of range for {d}-byte buffer", .{ given, n });
        offset += n;
    }
    if (n - offset < size) {
        return fail("pack_into requires a buffer of at least {d} bytes for packing {d} bytes at offset {d} (actual buffer size is {d})", .{
            size + offset, size, offset, n,
        });
    }
    // The length must not change while `__index__` of a value runs.
    target.exports += 1;
    defer target.exports -= 1;
    return packTo(s, target.data + @as(usize, @intCast(offset)), args[2..], "pack_into");
}

// Methods and functions

fn packMethod(w: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    return container.wordOf(packed_(of(w), args[0..nargs]));
}
fn packIntoMethod(w: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    return container.noneOf(packedInto(of(w), args[0..nargs]));
}
fn unpackMethod(w: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return container.wordOf(unpacked(of(w), args[0]));
}
fn unpackFromMethod(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const sig: args_.Signature = .{ .name = "unpack_from", .params = &.{ "buffer", "offset" }, .positional = 2, .required = 1 };
    var given: [2]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return 0;
    return container.wordOf(unpackedFrom(of(w), given[0], given[1]));
}
fn iterUnpackMethod(w: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return container.wordOf(makeIterator(w, args[0]));
}
fn getFormat(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return if (of(w).format == 0) native.none() else rc.retain(of(w).format);
}
fn getSize(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return int.fromU64(of(w).size);
}
fn repr(w: Word) callconv(.c) Word {
    var b: text.Buffer = .{};
    defer b.deinit();
    b.append(types.nameOfClass(types.typeOf(w)));
    b.append("(");
    if (!b.appendRepr(of(w).format)) return 0;
    b.append(")");
    return b.toWord();
}

var cache: Word = 0;
/// The `Struct` of a format, borrowed.
fn cached(format: Word) Raised!*Struct {
    if (cache == 0) {
        cache = dict.new();
        rc.immortalize(cache);
    }
    if (try dict.getValue(cache, format)) |found| return of(found);
    const s = new(object.word(&struct_type), undefined, 0, 0);
    defer rc.release(s);
    try prepare(of(s), format);
    if (dict.len(cache) >= 100) dict.clear(cache);
    if (dict.set(cache, format, s) < 0) return error.Raised;
    return of(s);
}
fn clearCache(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (cache != 0) dict.clear(cache);
    return native.none();
}
fn calcsize(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return int.fromU64((cached(args[0]) catch return 0).size);
}
fn pack(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    if (nargs == 0) return err.raise(.TypeError, "missing format argument", .{});
    const s = cached(args[0]) catch return 0;
    _ = rc.retain(object.word(s));
    defer rc.release(object.word(s));
    return container.wordOf(packed_(s, args[1..nargs]));
}
fn packInto(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    if (nargs == 0) return err.raise(.TypeError, "missing format argument", .{});
    const s = cached(args[0]) catch return 0;
    _ = rc.retain(object.word(s));
    defer rc.release(object.word(s));
    return container.noneOf(packedInto(s, args[1..nargs]));
}
fn unpack(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return container.wordOf(unpacked(cached(args[0]) catch return 0, args[1]));
}
fn unpackFrom(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const sig: args_.Signature = .{
        .name = "unpack_from",
        .params = &.{ "format", "buffer", "offset" },
        .positional = 3,
        .required = 2,
        .posonly = 1,
    };
    var given: [3]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return 0;
    const s = cached(given[0]) catch return 0;
    return container.wordOf(unpackedFrom(s, given[1], given[2]));
}
fn iterUnpack(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const s = cached(args[0]) catch return 0;
    return container.wordOf(makeIterator(object.word(s), args[1]));
}

const Iterator = extern struct { h: object.Header, format: Word, buffer: Word, at: usize };
var iterator_type: types.Type = .{
    .h = types.static_header,
    .c_name = "_struct.unpack_iterator",
    .fixed_size = @sizeOf(Iterator),
    .flags = .{ .acyclic = true, .default_getattr = true },
    .slots = .{ .dealloc = native.Life(Iterator, &.{ "format", "buffer" }).dealloc, .iter = iter.self, .next = next, .new = native.refuseNew },
};
const iterator_methods = .{.{ "__length_hint__", hint, 0, 0 }};
fn makeIterator(format: Word, buffer: Word) Raised!Word {
    const s = of(format);
    if (s.size == 0) return fail("cannot iteratively unpack with a struct of length 0", .{});
    const data = bytes_like.require(buffer) orelse return error.Raised;
    if (data.len % s.size != 0) return fail("iterative unpacking requires a buffer of a multiple of {d} bytes", .{s.size});
    const it = native.create(Iterator, &iterator_type);
    it.format = rc.retain(format);
    it.buffer = rc.retain(buffer);
    it.at = 0;
    return object.word(it);
}
fn next(w: Word) callconv(.c) Word {
    const it = object.ptr(Iterator, w);
    const s = of(it.format);
    const data = bytes_like.view(it.buffer).?;
    if (it.at + s.size > data.len) return 0;
    const result = valuesAt(s, data.ptr + it.at);
    it.at += s.size;
    return result;
}
fn hint(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const it = object.ptr(Iterator, w);
    return int.fromU64((bytes_like.view(it.buffer).?.len -| it.at) / of(it.format).size);
}
