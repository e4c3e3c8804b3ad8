//! Text objects: making, reading, hashing, comparing and interning them.
//!
//! Invariants
//! - A str is UTF-8 (lone surrogates as three bytes) with its exact number of code points and a NUL after the data;
//!   a text that is not ASCII has an index word after that, 0 until `str_index.zig` fills it.
//! - The empty text and the 128 ASCII characters are immortal objects that exist once.
//! - Interned texts are immortal; two interned texts with the same contents are the same object.
const std = @import("std");
const search = @import("search.zig");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const hashing = @import("hash.zig");
const Word = object.Word;
const Str = object.Str;

pub const Builder = @import("str_builder.zig").Builder;
pub const str_type = &@import("str_type.zig").str_type;

/// Bytes that a text of `n` bytes needs after the `Str`.
pub inline fn tailSize(n: usize, ascii: bool) usize {
    return if (ascii) n + 1 else std.mem.alignForward(usize, n + 1, 8) + 8;
}

/// Where the index word of a text that is not ASCII stands.
pub inline fn indexSlot(s: *const Str) *u64 {
    const at = @intFromPtr(s.data()) + @as(usize, @intCast(s.bytes)) + 1;
    return @ptrFromInt(std.mem.alignForward(usize, at, 8));
}

/// Sets the fields of a text whose data is in place: NUL, counts, empty index.
pub fn seal(s: *Str, bytes: usize, codepoints: usize) void {
    s.hash = 0;
    s.bytes = bytes;
    s.codepoints = codepoints;
    s.data()[bytes] = 0;
    if (bytes != codepoints) indexSlot(s).* = 0;
}

const CharStr = extern struct { str: Str, text: [8]u8 };
fn charStr(c: u8, len: u64) CharStr {
    return .{
        .str = .{
            .h = .{ .rc = object.rc_immortal, .shape = @intFromEnum(object.ShapeId.str) },
            .hash = 0,
            .bytes = len,
            .codepoints = len,
        },
        .text = .{ c, 0, 0, 0, 0, 0, 0, 0 },
    };
}
var ascii_chars: [128]CharStr = undefined;

/// Makes the texts of one character; called once at start-up, before any other text exists.
pub fn init() void {
    for (&ascii_chars, 0..) |*char, i| char.* = charStr(@intCast(i), 1);
}

var empty_str: CharStr = charStr(0, 0);

/// The immortal empty text.
pub inline fn empty() Word {
    return object.word(&empty_str);
}
/// The immortal text of one ASCII character.
pub inline fn asciiChar(c: u8) Word {
    return object.word(&ascii_chars[c & 127]);
}

/// Number of code points: bytes that do not continue a sequence.
pub fn countCodepoints(s: []const u8) usize {
    var continuation: usize = 0;
    var i: usize = 0;
    const V = @Vector(16, u8);
    while (i + 16 <= s.len) : (i += 16) {
        const v: V = s[i..][0..16].*;
        const c = (v & @as(V, @splat(0xc0))) == @as(V, @splat(0x80));
        continuation += @popCount(@as(u16, @bitCast(c)));
    }
    while (i < s.len) : (i += 1) continuation += @intFromBool(s[i] & 0xc0 == 0x80);
    return s.len - continuation;
}

/// A text with undefined data, counts set; null if there is not enough memory.
pub fn tryRaw(bytes: usize, codepoints: usize) ?*Str {
    if (bytes > 1 << 46) return null;
    const s = alloc.tryObject(Str, .str, tailSize(bytes, bytes == codepoints)) orelse return null;
    seal(s, bytes, codepoints);
    return s;
}

/// A new text (owned) from valid UTF-8 whose code points are counted already.
pub fn fromSliceCounted(s: []const u8, codepoints: usize) Word {
    if (s.len <= 1) {
        if (s.len == 0) return empty();
        if (s[0] < 128) return asciiChar(s[0]);
    }
    const result = tryRaw(s.len, codepoints) orelse alloc.outOfMemory();
    @memcpy(result.data()[0..s.len], s);
    return object.word(result);
}

/// A new text (owned) from UTF-8; validates nothing, counts code points.
pub fn fromSlice(s: []const u8) Word {
    return fromSliceCounted(s, countCodepoints(s));
}

/// A new text of bytes that are all below 128.
pub fn fromAscii(s: []const u8) Word {
    return fromSliceCounted(s, s.len);
}

/// A text of one code point (surrogates included).
pub fn fromCodepoint(c: u21) Word {
    if (c < 128) return asciiChar(@intCast(c));
    var buf: [4]u8 = undefined;
    const n = encodeCodepoint(c, &buf);
    return fromSliceCounted(buf[0..n], 1);
}

/// Writes UTF-8 (lone surrogates as three bytes); the number of bytes.
pub fn encodeCodepoint(c: u21, out: []u8) usize {
    if (c < 0x80) {
        out[0] = @intCast(c);
        return 1;
    }
    if (c < 0x800) {
        out[0] = @intCast(0xc0 | c >> 6);
        out[1] = @intCast(0x80 | (c & 0x3f));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = @intCast(0xe0 | c >> 12);
        out[1] = @intCast(0x80 | (c >> 6 & 0x3f));
        out[2] = @intCast(0x80 | (c & 0x3f));
        return 3;
    }
    out[0] = @intCast(0xf0 | c >> 18);
    out[1] = @intCast(0x80 | (c >> 12 & 0x3f));
    out[2] = @intCast(0x80 | (c >> 6 & 0x3f));
    out[3] = @intCast(0x80 | (c & 0x3f));
    return 4;
}

/// Bytes of the sequence that starts with `b`.
pub inline fn sequenceLength(b: u8) usize {
    return if (b < 0x80) 1 else if (b < 0xe0) 2 else if (b < 0xf0) 3 else 4;
}

/// The code point that starts at `s[i]` (valid text).
pub inline fn decodeAt(s: []const u8, i: usize) u21 {
    const b: u21 = s[i];
    if (b < 0x80) return b;
    if (b < 0xe0) return (b & 0x1f) << 6 | (s[i + 1] & 0x3f);
    if (b < 0xf0) return (b & 0x0f) << 12 | @as(u21, s[i + 1] & 0x3f) << 6 | (s[i + 2] & 0x3f);
    return (b & 0x07) << 18 | @as(u21, s[i + 1] & 0x3f) << 12 | @as(u21, s[i + 2] & 0x3f) << 6 | (s[i + 3] & 0x3f);
}

/// The code point that ends before `s[end]`; its first byte is `end − sequence length`.
pub fn decodeBefore(s: []const u8, end: usize) struct { cp: u21, start: usize } {
    var i = end - 1;
    while (s[i] & 0xc0 == 0x80) i -= 1;
    return .{ .cp = decodeAt(s, i), .start = i };
}

/// Walks the code points of a text.
pub const Codepoints = struct {
    s: []const u8,
    i: usize = 0,
    pub inline fn next(self: *Codepoints) ?u21 {
        if (self.i >= self.s.len) return null;
        const c = decodeAt(self.s, self.i);
        self.i += sequenceLength(self.s[self.i]);
        return c;
    }
};

/// An instance of `str` or of a subclass.
pub inline fn isStr(w: Word) bool {
    if (object.isSmall(w)) return false;
    if (object.header(w).shape == @intFromEnum(object.ShapeId.str)) return true;
    return types.typeOf(w).flags.str_subclass;
}

/// The text of a `str` or subclass instance (borrowed), null for anything else.
pub inline fn of(w: Word) ?*Str {
    if (object.isSmall(w)) return null;
    if (object.header(w).shape == @intFromEnum(object.ShapeId.str)) return object.ptr(Str, w);
    // Instances of subclasses begin with the same layout.
    return if (types.typeOf(w).flags.str_subclass) object.ptr(Str, w) else null;
}

/// The bytes of a `str` (or subclass) word that is known to be one; borrowed.
pub inline fn slice(w: Word) []const u8 {
    return of(w).?.slice();
}

/// The exact `str` of a `str` or subclass instance, owned (a copy of a subclass instance).
pub fn own(s: *Str) Word {
    if (s.h.shape == @intFromEnum(object.ShapeId.str)) return rc.retain(object.word(s));
    return fromSliceCounted(s.slice(), @intCast(s.codepoints));
}

/// Contents are equal; both words are `str`s.
pub fn equal(a: Word, b: Word) bool {
    if (a == b) return true;
    const x = of(a).?;
    const y = of(b).?;
    if (x.bytes != y.bytes) return false;
    if (x.hash != 0 and y.hash != 0 and x.hash != y.hash) return false;
    return search.same(x.slice(), y.slice());
}

/// Contents equal the slice; the word is a `str`.
pub inline fn eqlSlice(w: Word, s: []const u8) bool {
    return std.mem.eql(u8, slice(w), s);
}

pub const Order = enum(i8) { lt = -1, eq = 0, gt = 1 };

/// Order by code points, which UTF-8 bytes have as well.
pub fn order(a: *const Str, b: *const Str) Order {
    return @enumFromInt(search.order(a.slice(), b.slice()));
}

/// The cached hash of a text (never 0).
pub inline fn hashOf(s: *Str) u64 {
    if (s.hash == 0) s.hash = hashing.ofBytes(s.slice());
    return s.hash;
}

/// `hash(w)` of a `str`.
pub fn hash(w: Word) i64 {
    return @bitCast(hashOf(of(w).?));
}

/// Name of the class of a word, for messages.
pub fn typeName(w: Word) []const u8 {
    return className(types.typeOf(w));
}
pub fn className(class: *const types.Type) []const u8 {
    if (class.name != 0) return slice(class.name);
    return std.mem.span(class.c_name);
}

// Interned texts: open addressing, grows at two thirds.
var interned: [*]Word = undefined;
var interned_cap: usize = 0;
var interned_count: usize = 0;

fn findInterned(h: u64, s: []const u8) *Word {
    var i: usize = @intCast(h & (interned_cap - 1));
    while (true) : (i = (i + 1) & (interned_cap - 1)) {
        if (interned[i] == 0) return &interned[i];
        const t = object.ptr(Str, interned[i]);
        if (t.hash == h and std.mem.eql(u8, t.slice(), s)) return &interned[i];
    }
}

fn growInterned() void {
    const old = interned[0..if (interned_cap == 0) 0 else interned_cap];
    const cap = if (interned_cap == 0) 1024 else interned_cap * 2;
    interned = alloc.array(Word, cap);
    interned_cap = cap;
    @memset(interned[0..cap], 0);
    for (old) |w| {
        if (w == 0) continue;
        const t = object.ptr(Str, w);
        findInterned(t.hash, t.slice()).* = w;
    }
    if (old.len > 0) alloc.free(old.ptr);
}

/// The interned text with these contents (immortal).
pub fn intern(s: []const u8) Word {
    if (s.len == 0) return empty();
    if (s.len == 1 and s[0] < 128) {
        _ = hashOf(&ascii_chars[s[0]].str);
        return asciiChar(s[0]);
    }
    if (interned_count * 3 >= interned_cap * 2) growInterned();
    const h = hashing.ofBytes(s);
    const slot = findInterned(h, s);
    if (slot.* == 0) {
        const w = fromSlice(s);
        rc.immortalize(w);
        object.ptr(Str, w).hash = h;
        slot.* = w;
        interned_count += 1;
    }
    return slot.*;
}

/// The interned text with the contents of an exact `str` (borrowed); `w` itself becomes it if there is none yet.
pub fn internWord(w: Word) Word {
    const s = object.ptr(Str, w);
    if (s.bytes == 0 or (s.bytes == 1 and s.isAscii())) return intern(s.slice());
    if (interned_count * 3 >= interned_cap * 2) growInterned();
    const slot = findInterned(hashOf(s), s.slice());
    if (slot.* == 0) {
        rc.immortalize(w);
        slot.* = w;
        interned_count += 1;
    }
    return slot.*;
}

/// Is this very object an interned text?
pub fn isInterned(w: Word) bool {
    const s = object.ptr(Str, w);
    if (s.bytes <= 1 and s.isAscii()) return true;
    return interned_cap > 0 and findInterned(hashOf(s), s.slice()).* == w;
}
/// Number of interned texts.
pub fn internedCount() u64 {
    return interned_count;
}

/// Whether `a + b` would exceed what a text may hold.
fn tooLong() Word {
    return err.raise(.MemoryError, "", .{});
}

/// `a + b` of two texts, owned.
pub fn concat(a: *Str, b: *Str) Word {
    if (b.bytes == 0) return own(a);
    if (a.bytes == 0) return own(b);
    const n: usize = @intCast(a.bytes);
    const m: usize = @intCast(b.bytes);
    const result = tryRaw(n + m, @intCast(a.codepoints + b.codepoints)) orelse return tooLong();
    @memcpy(result.data()[0..n], a.slice());
    @memcpy(result.data()[n .. n + m], b.slice());
    return object.word(result);
}

/// `a + b` where the exact str `a` is consumed: grows in place if nobody else refers to it, so appending in a loop is linear.
pub fn concatConsume(a: Word, b: *Str) Word {
    const s = object.ptr(Str, a);
    if (b.bytes == 0) return a;
    if (!rc.isUnique(a) or s.bytes == 0) {
        const result = concat(s, b);
        rc.release(a);
        return result;
    }
    const old: usize = @intCast(s.bytes);
    const n: usize = old + @as(usize, @intCast(b.bytes));
    const codepoints = s.codepoints + b.codepoints;
    if (!s.isAscii()) dropIndex(s);
    var grown = s;
    const need = @sizeOf(Str) + tailSize(n, codepoints == n);
    if (alloc.usableSize(s) < need) {
        // Room for more, so that the number of moves stays logarithmic.
        const raw = alloc.tryResize(s, need + need / 4) orelse {
            rc.release(a);
            return tooLong();
        };
        grown = @ptrCast(@alignCast(raw));
    }
    // `b` is another object than `a`, for `a` has one reference.
    @memcpy(grown.data()[old..n], b.slice());
    seal(grown, n, @intCast(codepoints));
    return object.word(grown);
}

/// Frees the index of a text that is not ASCII.
pub fn dropIndex(s: *Str) void {
    const slot = indexSlot(s);
    if (slot.* == 0) return;
    alloc.free(@as([*]u8, @ptrFromInt(@as(usize, @intCast(slot.*)))));
    slot.* = 0;
}

/// The dealloc slot.
pub fn dealloc(w: Word) callconv(.c) void {
    const s = object.ptr(Str, w);
    if (!s.isAscii()) dropIndex(s);
    alloc.free(s);
}

/// `s * n`, owned; raises MemoryError.
pub fn repeat(s: *Str, n: i64) Word {
    if (n <= 0 or s.bytes == 0) return empty();
    if (n == 1) return own(s);
    const count: usize = std.math.cast(usize, n) orelse return tooLong();
    if (n > @divTrunc(std.math.maxInt(i64), @as(i64, @intCast(s.codepoints)))) {
        return err.raise(.OverflowError, "repeated string is too long", .{});
    }
    const bytes = std.math.mul(usize, @intCast(s.bytes), count) catch return tooLong();
    if (bytes > 1 << 46) return tooLong();
    const result = tryRaw(bytes, @as(usize, @intCast(s.codepoints)) * count) orelse return tooLong();
    repeatInto(result.data()[0..bytes], s.slice());
    return object.word(result);
}

/// Fills `out` with copies of `unit`.
pub fn repeatInto(out: []u8, unit: []const u8) void {
    if (unit.len == 1) {
        @memset(out, unit[0]);
        return;
    }
    @memcpy(out[0..unit.len], unit);
    var done = unit.len;
    while (done < out.len) {
        const n = @min(done, out.len - done);
        @memcpy(out[done .. done + n], out[0..n]);
        done += n;
    }
}

/// f-string: concatenates `str` parts.
pub export fn pyrt_str_build(args: [*]const Word, count: usize) callconv(.c) Word {
    var bytes: usize = 0;
    var codepoints: usize = 0;
    var filled: usize = 0;
    var last: Word = 0;
    for (args[0..count]) |w| {
        const s = of(w).?;
        if (s.bytes == 0) continue;
        bytes += @intCast(s.bytes);
        codepoints += @intCast(s.codepoints);
        filled += 1;
        last = object.word(s);
    }
    if (filled == 0) return empty();
    if (filled == 1) return own(object.ptr(Str, last));
    const result = tryRaw(bytes, codepoints) orelse alloc.outOfMemory();
    var at: usize = 0;
    for (args[0..count]) |w| {
        const s = of(w).?.slice();
        @memcpy(result.data()[at .. at + s.len], s);
        at += s.len;
    }
    return object.word(result);
}
