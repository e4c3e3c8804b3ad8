//! `array`: the module, making arrays, and the class's slots; methods stand in `array_methods.zig`.
//!
//! Invariants
//! - `data[0..len * size]` are the items in the machine's order; 'u' and 'w' are code points in four bytes.
//! - While `exports` > 0 the length must not change (BufferError).
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const alloc = @import("../alloc.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const str = @import("../str.zig");
const iter = @import("../iter.zig");
const list = @import("../list.zig");
const text = @import("../text.zig");
const float = @import("../float.zig");
const ops = @import("../ops.zig");
const tuple = @import("../tuple.zig");
const args_ = @import("../args.zig");
const bytes_like = @import("../bytes_like.zig");
const instance = @import("../instance.zig");
const container = @import("../container.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const codec = @import("struct_codec.zig");
const array_methods = @import("array_methods.zig");
const Word = object.Word;
const Raised = container.Raised;

pub const name = "array";
pub const shadowable = true;
pub const doc = "This module defines an object type which can efficiently represent\nan array of basic values: characters, integers, floating-point\n" ++
    "numbers.  Arrays are sequence types and behave very much like lists,\nexcept that the type of objects stored in them is constrained.\n";

pub const Array = extern struct { h: object.Header, data: [*]u8, len: usize, cap: usize, exports: usize, code: u8, size: u8, kind: u8, pad: u8, pad2: u32 };

pub var array_type: types.Type = .{
    .h = types.static_header,
    .c_name = "array.array",
    .fixed_size = @sizeOf(Array),
    .flags = .{ .base = true, .acyclic = true, .sequence = true, .has_weakrefs = true, .default_getattr = true },
    .slots = .{
        .dealloc = dealloc,
        .new = new,
        .repr = repr,
        .compare = compare,
        .iter = iterate,
        .length = length,
        .getitem = getitem,
        .setitem = setitem,
        .contains = contains,
        .binary = container.binarySlots(.{ .add = add, .mul = mul }),
        .inplace = container.binarySlots(.{ .add = inplaceAdd, .mul = inplaceMul }),
    },
};
pub const functions = .{.{ "_array_reconstructor", array_methods.reconstruct, 4, 4 }};
pub const classes = .{
    .{ "array", &array_type, array_methods.methods },
    .{ "", &iterator_type, .{} },
};
pub const typecodes = "bBuwhHiIlLqQfd";
pub fn setup(m: *native.Module) Raised!void {
    native.define(m, "ArrayType", object.word(&array_type));
    native.define(m, "typecodes", str.intern(typecodes));
    bytes_like.pyrt_array_view = viewOf;
    bytes_like.pyrt_array_buffer = bufferOf;
}

pub inline fn of(w: Word) *Array {
    return object.ptr(Array, w);
}
pub fn isArray(w: Word) bool {
    return !object.isSmall(w) and types.isInstance(w, &array_type);
}
pub inline fn bytesOf(a: *const Array) []u8 {
    return a.data[0 .. a.len * a.size];
}
fn viewOf(w: Word) ?[]const u8 {
    return if (isArray(w)) bytesOf(of(w)) else null;
}
fn bufferOf(w: Word, out: *bytes_like.ArrayBuffer) bool {
    if (!isArray(w)) return false;
    const a = of(w);
    out.* = .{ .code = a.code, .itemsize = a.size, .exports = &a.exports };
    return true;
}
pub fn isText(a: *const Array) bool {
    return a.code == 'u' or a.code == 'w';
}
pub fn itemOf(a: *const Array) codec.Item {
    return .{ .kind = @enumFromInt(a.kind), .code = a.code, .size = a.size };
}
pub fn sizeOfCode(code: u8) u8 {
    return switch (code) {
        'b', 'B' => 1,
        'h', 'H' => 2,
        'i', 'I', 'f', 'u', 'w' => 4,
        else => 8,
    };
}
fn dealloc(w: Word) callconv(.c) void {
    const a = of(w);
    if (a.cap > 0) alloc.free(a.data);
    alloc.free(a);
}

/// An empty array of the class with this type code.
pub fn make(class: Word, code: u8) *Array {
    const a = instance.allocate(Array, class);
    a.data = @ptrCast(a);
    a.len = 0;
    a.cap = 0;
    a.exports = 0;
    a.code = code;
    a.size = sizeOfCode(code);
    a.kind = @intFromEnum(switch (code) {
        'b', 'h', 'i', 'l', 'q' => codec.Kind.signed,
        'f', 'd' => codec.Kind.float,
        else => codec.Kind.unsigned,
    });
    return a;
}
/// Makes the length `n`; new items are undefined.
pub fn resize(a: *Array, n: usize) Raised!void {
    if (a.exports > 0 and n != a.len) return container.fail(.BufferError, "cannot resize an array that is exporting buffers", .{});
    const need = std.math.mul(usize, n, a.size) catch return container.fail(.MemoryError, "", .{});
    if (need > a.cap) {
        const want = if (a.len == 0) need else @max(need, a.cap + a.cap / 4 + 16);
        const block = (if (a.cap == 0) alloc.tryBytes(want) else alloc.tryResize(a.data, want)) orelse
            return container.fail(.MemoryError, "", .{});
        a.data = block;
        a.cap = alloc.usableSize(block);
    }
    a.len = n;
}

pub fn load(a: *const Array, i: usize) Word {
    const at = a.data + i * a.size;
    if (isText(a)) {
        const c = std.mem.readInt(u32, at[0..4], .little);
        if (c > 0x10ffff) return err.raise(.ValueError, "character U+{x} is not in range [U+0000; U+10ffff]", .{@as(u64, c)});
        return str.fromCodepoint(@intCast(c));
    }
    return codec.load(itemOf(a), at);
}
/// The bits of a value for this array.
pub fn bitsOf(a: *const Array, w: Word) Raised!u64 {
    const item = itemOf(a);
    if (isText(a)) {
        const s = str.of(w) orelse return container.fail(.TypeError, "array item must be unicode character", .{});
        if (s.codepoints != 1) return container.fail(.TypeError, "array item must be unicode character", .{});
        return str.decodeAt(s.slice(), 0);
    }
    if (item.kind == .float) {
        const v = float.asF64(w) orelse return error.Raised;
        return codec.floatBits(item, v, false) orelse error.Raised;
    }
    if (object.isSmall(w)) {
        if (codec.fitting(item, w)) |bits| return bits;
        return outOfRange(item, w);
    }
    const v = try container.check(int.asIndex(w));
    defer rc.release(v);
    return codec.fitting(item, v) orelse outOfRange(item, v);
}
fn outOfRange(item: codec.Item, v: Word) Raised {
    const negative = int.sign(v) < 0;
    const small = int.toI64(v);
    const side: []const u8 = if (negative) "less than minimum" else "greater than maximum";
    switch (item.code) {
        'q' => return container.fail(.OverflowError, "int too big to convert", .{}),
        'Q' => {
            if (negative) return container.fail(.OverflowError, "can't convert negative int to unsigned", .{});
            return container.fail(.OverflowError, "int too big to convert", .{});
        },
        'I', 'L' => {
            if (negative) return container.fail(.OverflowError, "can't convert negative value to unsigned int", .{});
            if (item.code == 'I' and int.toU64(v) != null) return container.fail(.OverflowError, "unsigned int is greater than maximum", .{});
            return container.fail(.OverflowError, "Python int too large to convert to C unsigned long", .{});
        },
        else => {},
    }
    const value = small orelse return container.fail(.OverflowError, "Python int too large to convert to C long", .{});
    const what: []const u8 = switch (item.code) {
        'b' => if (value >= -32768 and value <= 32767) "signed char is" else "signed short integer is",
        'B' => "unsigned byte integer is",
        'h' => "signed short integer is",
        'H' => if (value >= -2147483648 and value <= 2147483647) "unsigned short is" else "signed integer is",
        else => "signed integer is",
    };
    return container.fail(.OverflowError, "{s} {s}", .{ what, side });
}
pub fn storeAt(a: *Array, i: usize, bits: u64) void {
    codec.storeBits(itemOf(a), a.data + i * a.size, bits);
}
pub fn append(a: *Array, w: Word) Raised!void {
    const bits = try bitsOf(a, w);
    try resize(a, a.len + 1);
    storeAt(a, a.len - 1, bits);
}
pub fn extend(a: *Array, source: Word) Raised!void {
    const it = try container.check(iter.iter(source));
    defer rc.release(it);
    while (try iter.step(it)) |item| {
        defer rc.release(item);
        try append(a, item);
    }
}
pub fn appendBytes(a: *Array, data: []const u8) Raised!void {
    if (data.len % a.size != 0) return container.fail(.ValueError, "bytes length not a multiple of item size", .{});
    const n = a.len;
    // The data may be the array's own.
    const offset = if (@intFromPtr(data.ptr) >= @intFromPtr(a.data) and @intFromPtr(data.ptr) < @intFromPtr(a.data) + a.cap) @intFromPtr(data.ptr) - @intFromPtr(a.data) else null;
    try resize(a, n + data.len / a.size);
    const from = if (offset) |o| a.data[o .. o + data.len] else data;
    @memcpy(a.data[n * a.size ..][0..data.len], from);
}
pub fn appendText(a: *Array, w: Word) Raised!void {
    const s = str.of(w).?;
    const n = a.len;
    try resize(a, n + @as(usize, @intCast(s.codepoints)));
    var it: str.Codepoints = .{ .s = s.slice() };
    var i = n;
    while (it.next()) |c| : (i += 1) storeAt(a, i, c);
}

fn new(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (!native.refuseKeywords(class, &array_type, "array.array", kwnames)) return 0;
    return container.wordOf(newImpl(class, args[0..nargs]));
}
fn newImpl(class: Word, args: []const Word) Raised!Word {
    if (args.len == 0) return container.fail(.TypeError, "array() takes at least 1 argument (0 given)", .{});
    if (args.len > 2) return container.fail(.TypeError, "array() takes at most 2 arguments ({d} given)", .{args.len});
    const code_text = str.of(args[0]) orelse return container.fail(.TypeError, "array() argument 1 must be a unicode character, not {t}", .{args[0]});
    if (code_text.codepoints != 1) return container.fail(.TypeError, "array() argument 1 must be a unicode character, not {t}", .{args[0]});
    const code = code_text.slice()[0];
    if (code_text.bytes != 1 or std.mem.indexOfScalar(u8, typecodes, code) == null) {
        return container.fail(.ValueError, "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)", .{});
    }
    const initial: Word = if (args.len > 1) args[1] else 0;
    const is_text = code == 'u' or code == 'w';
    if (initial != 0) {
        if (str.isStr(initial) and !is_text) {
            return container.fail(.TypeError, "cannot use a str to initialize an array with typecode '{s}'", .{@as([]const u8, &.{code})});
        }
        if (isArray(initial) and isText(of(initial)) and !is_text) {
            return container.fail(.TypeError, "cannot use a unicode array to initialize an array with typecode '{s}'", .{@as([]const u8, &.{code})});
        }
    }
    const a = make(class, code);
    errdefer rc.release(object.word(a));
    if (initial == 0) return object.word(a);
    if (str.isStr(initial)) {
        try appendText(a, initial);
    } else if (bytes_like.isBytes(initial) or bytes_like.isByteArray(initial)) {
        try appendBytes(a, bytes_like.view(initial).?);
    } else if (isArray(initial) and of(initial).code == code) {
        try appendBytes(a, bytesOf(of(initial)));
    } else {
        try extend(a, initial);
    }
    return object.word(a);
}

fn repr(w: Word) callconv(.c) Word {
    const a = of(w);
    var b: text.Buffer = .{};
    defer b.deinit();
    b.append(types.nameOfClass(types.typeOf(w)));
    b.append("('");
    b.appendByte(a.code);
    b.append("'");
    if (a.len > 0) {
        b.append(", ");
        const shown = if (isText(a)) array_methods.textOf(a) else array_methods.listOf(a);
        if (shown == 0) return 0;
        defer rc.release(shown);
        if (!b.appendRepr(shown)) return 0;
    }
    b.append(")");
    return b.toWord();
}
fn length(w: Word) callconv(.c) i64 {
    return @intCast(of(w).len);
}
fn contains(w: Word, item: Word) callconv(.c) i32 {
    return container.triOf(containsImpl(of(w), item));
}
fn containsImpl(a: *Array, item: Word) Raised!bool {
    var i: usize = 0;
    while (i < a.len) : (i += 1) {
        const v = try container.check(load(a, i));
        defer rc.release(v);
        if (try container.equal(v, item)) return true;
    }
    return false;
}
fn compare(l: Word, r: Word, op: types.CompareOp) callconv(.c) Word {
    if (!isArray(l) or !isArray(r)) return singletons.notImplementedWord();
    return container.wordOf(compareImpl(of(l), of(r), op));
}
fn compareImpl(x: *Array, y: *Array, op: types.CompareOp) Raised!Word {
    if (x.len != y.len and (op == .eq or op == .ne)) return singletons.boolWord(op == .ne);
    if (x.code == y.code and x.kind != @intFromEnum(codec.Kind.float) and (op == .eq or op == .ne)) {
        return singletons.boolWord(std.mem.eql(u8, bytesOf(x), bytesOf(y)) == (op == .eq));
    }
    var i: usize = 0;
    while (i < x.len and i < y.len) : (i += 1) {
        const p = try container.check(load(x, i));
        defer rc.release(p);
        const q = try container.check(load(y, i));
        defer rc.release(q);
        if (try container.equal(p, q)) continue;
        if (op == .eq or op == .ne) return singletons.boolWord(op == .ne);
        return container.check(ops.compare(p, q, op));
    }
    return singletons.boolWord(container.compareLengths(x.len, y.len, op));
}
pub fn copyRange(a: *const Array, b: container.Bounds) Raised!Word {
    const result = make(object.word(&array_type), a.code);
    errdefer rc.release(object.word(result));
    try resize(result, b.count);
    const size = a.size;
    if (b.step == 1) {
        const from: usize = if (b.count == 0) 0 else @intCast(b.start);
        @memcpy(bytesOf(result), a.data[from * size ..][0 .. b.count * size]);
    } else for (0..b.count) |k| {
        @memcpy(result.data[k * size ..][0..size], a.data[container.at(b, k) * size ..][0..size]);
    }
    return object.word(result);
}
fn getitem(w: Word, key: Word) callconv(.c) Word {
    const a = of(w);
    if (object.isSmall(key)) {
        const i = container.position(object.smallValue(key), a.len) orelse return err.raise(.IndexError, "array index out of range", .{});
        return load(a, i);
    }
    return container.wordOf(getSlow(a, key));
}
fn getSlow(a: *Array, key: Word) Raised!Word {
    if (object.isExact(key, .slice)) return copyRange(a, container.adjust(try container.unpackSlice(key), a.len));
    if (!container.isIndex(key)) return container.fail(.TypeError, "array indices must be integers", .{});
    const i = container.position(try container.index(key, .IndexError), a.len) orelse
        return container.fail(.IndexError, "array index out of range", .{});
    return container.check(load(a, i));
}
fn setitem(w: Word, key: Word, value: Word) callconv(.c) i32 {
    return container.statusOf(setImpl(of(w), key, value));
}
fn setImpl(a: *Array, key: Word, value: Word) Raised!void {
    if (object.isExact(key, .slice)) return array_methods.setSlice(a, try container.unpackSlice(key), value);
    if (!container.isIndex(key)) return container.fail(.TypeError, "array indices must be integers", .{});
    const raw = try container.index(key, .IndexError);
    const i = container.position(raw, a.len) orelse return container.fail(.IndexError, "array assignment index out of range", .{});
    if (value == 0) return array_methods.removeRange(a, i, i + 1);
    const bits = try bitsOf(a, value);
    // `__index__` of the value may have changed the array.
    if (i >= a.len) return container.fail(.IndexError, "array assignment index out of range", .{});
    storeAt(a, i, bits);
}
fn add(l: Word, r: Word) callconv(.c) Word {
    if (!isArray(l)) return singletons.notImplementedWord();
    return container.wordOf(addImpl(of(l), r));
}
fn addImpl(a: *Array, r: Word) Raised!Word {
    if (!isArray(r)) return container.fail(.TypeError, "can only append array (not \"{t}\") to array", .{r});
    const b = of(r);
    if (a.code != b.code) return container.fail(.TypeError, "bad argument type for built-in operation", .{});
    const result = make(object.word(&array_type), a.code);
    errdefer rc.release(object.word(result));
    try appendBytes(result, bytesOf(a));
    try appendBytes(result, bytesOf(b));
    return object.word(result);
}
fn inplaceAdd(l: Word, r: Word) callconv(.c) Word {
    return container.wordOf(inplaceAddImpl(l, r));
}
fn inplaceAddImpl(l: Word, r: Word) Raised!Word {
    errdefer rc.release(l);
    if (!isArray(r)) return container.fail(.TypeError, "can only extend array with array (not \"{t}\")", .{r});
    try array_methods.extendArray(of(l), of(r));
    return l;
}
fn repeated(a: *Array, n: usize) Raised!Word {
    const result = make(object.word(&array_type), a.code);
    errdefer rc.release(object.word(result));
    try resize(result, std.math.mul(usize, a.len, n) catch return container.fail(.MemoryError, "", .{}));
    const piece = bytesOf(a);
    for (0..if (piece.len == 0) 0 else n) |k| @memcpy(result.data[k * piece.len ..][0..piece.len], piece);
    return object.word(result);
}
fn mul(l: Word, r: Word) callconv(.c) Word {
    const seq, const other = if (isArray(l)) .{ l, r } else .{ r, l };
    if (!container.isIndex(other)) return singletons.notImplementedWord();
    const n = container.repeatCount(other) catch return 0;
    return container.wordOf(repeated(of(seq), n));
}
fn inplaceMul(l: Word, r: Word) callconv(.c) Word {
    if (!container.isIndex(r)) return singletons.notImplementedWord();
    return container.wordOf(inplaceMulImpl(l, r));
}
fn inplaceMulImpl(l: Word, r: Word) Raised!Word {
    errdefer rc.release(l);
    const a = of(l);
    const n = try container.repeatCount(r);
    const old = a.len;
    try resize(a, std.math.mul(usize, old, n) catch return container.fail(.MemoryError, "", .{}));
    const piece = old * a.size;
    for (1..@max(n, 1)) |k| @memcpy(a.data[k * piece ..][0..piece], a.data[0..piece]);
    return l;
}

// Iterating

const Iterator = extern struct { h: object.Header, array: Word, at: usize };
var iterator_type: types.Type = .{
    .h = types.static_header,
    .c_name = "array.arrayiterator",
    .fixed_size = @sizeOf(Iterator),
    .flags = .{ .acyclic = true, .default_getattr = true },
    .slots = .{ .dealloc = native.Life(Iterator, &.{"array"}).dealloc, .iter = iter.self, .next = next, .new = native.refuseNew },
};
fn iterate(w: Word) callconv(.c) Word {
    const it = native.create(Iterator, &iterator_type);
    it.array = rc.retain(w);
    it.at = 0;
    return object.word(it);
}
fn next(w: Word) callconv(.c) Word {
    const it = object.ptr(Iterator, w);
    if (it.array == 0) return 0;
    if (it.at < of(it.array).len) {
        it.at += 1;
        return load(of(it.array), it.at - 1);
    }
    rc.release(it.array);
    it.array = 0;
    return 0;
}
