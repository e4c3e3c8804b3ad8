//! `io.StringIO`: a text in memory that is read and written like a file.
//!
//! Invariants
//! - `data[0..len]` is UTF-8 of `chars` characters; `pos` counts characters and may lie beyond the end; `byte` is its place in
//!   bytes while it does not.
//! - A closed one owns no buffer.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const alloc = @import("../alloc.zig");
const attr = @import("../attr.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const str = @import("../str.zig");
const call = @import("../call.zig");
const dict = @import("../dict.zig");
const iter = @import("../iter.zig");
const list = @import("../list.zig");
const file = @import("../file.zig");
const tuple = @import("../tuple.zig");
const args_ = @import("../args.zig");
const instance = @import("../instance.zig");
const container = @import("../container.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const Word = object.Word;

/// What `newline=` says: `universal` is None, `untranslated` the empty text.
const Newline = enum(u32) { lf, universal, untranslated, cr, crlf };

const StringIO = extern struct {
    h: object.Header,
    ext: Word,
    data: [*]u8,
    len: usize,
    cap: usize,
    chars: usize,
    pos: usize,
    byte: usize,
    newline: Newline,
    closed: u32,
    /// Kinds of line ends seen with `universal`: 1 `\r`, 2 `\n`, 4 `\r\n`.
    seen: u32,
    /// The last character written was `\r`.
    after_cr: u32,
};

pub var string_type: types.Type = .{
    .h = types.static_header,
    .c_name = "_io.StringIO",
    .fixed_size = @sizeOf(StringIO),
    .flags = .{ .base = true, .has_dict = true, .has_weakrefs = true, .default_getattr = true },
    .ext_offset = 8,
    .slots = .{ .dealloc = dealloc, .traverse = traverse, .iter = iterSelf, .next = next, .new = new, .init = init },
};
pub const methods = .{
    .{ "getvalue", getValue, 0, 0 },
    .{ "read", read, 0, 1 },
    .{ "readline", readLine, 0, 1 },
    .{ "readlines", readLines, 0, 1 },
    .{ "write", write, 1, 1 },
    .{ "writelines", writeLines, 1, 1 },
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
    .{ "newlines", newlines, 0, 0, .getset },
    .{ "line_buffering", isFalse, 0, 0, .getset },
    .{ "encoding", noneAttribute, 0, 0, .getset },
    .{ "errors", noneAttribute, 0, 0, .getset },
};

fn of(w: Word) *StringIO {
    return object.ptr(StringIO, w);
}
fn dealloc(w: Word) callconv(.c) void {
    const s = of(w);
    if (s.cap > 0) alloc.free(s.data);
    rc.releaseMaybe(s.ext);
    alloc.free(s);
}
fn traverse(w: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    container.visitMaybe(of(w).ext, visit, context);
}
fn open(s: *StringIO) bool {
    if (s.closed == 0) return true;
    _ = err.raise(.ValueError, "I/O operation on closed file", .{});
    return false;
}

fn new(class: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const s = instance.allocate(StringIO, class);
    const h = s.h;
    s.* = std.mem.zeroInit(StringIO, .{ .h = h, .data = undefined });
    return object.word(s);
}
const init_sig: args_.Signature = .{ .name = "StringIO", .params = &.{ "initial_value", "newline" }, .positional = 2, .required = 0 };
fn init(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) i32 {
    var given: [2]Word = undefined;
    if (!args_.bind(init_sig, args, nargs, kwnames, &given)) return -1;
    const s = of(w);
    var kind: Newline = .lf;
    if (given[1] != 0) {
        if (singletons.isNone(given[1])) {
            kind = .universal;
        } else if (!str.isStr(given[1])) {
            return err.fail(.TypeError, "StringIO() argument 2 must be str or None, not {t}", .{given[1]});
        } else {
            const n = str.slice(given[1]);
            kind = if (n.len == 0) .untranslated else if (std.mem.eql(u8, n, "\n")) .lf else if (std.mem.eql(u8, n, "\r")) .cr else if (std.mem.eql(u8, n, "\r\n")) .crlf else return err.fail(.ValueError, "illegal newline value: {r}", .{given[1]});
        }
    }
    const initial = given[0];
    if (initial != 0 and !singletons.isNone(initial) and !str.isStr(initial)) {
        return err.fail(.TypeError, "initial_value must be str or None, not {t}", .{initial});
    }
    s.len = 0;
    s.chars = 0;
    s.pos = 0;
    s.byte = 0;
    s.closed = 0;
    s.seen = 0;
    s.after_cr = 0;
    s.newline = kind;
    if (initial != 0 and str.isStr(initial)) {
        if (!put(s, initial)) return -1;
        s.pos = 0;
        s.byte = 0;
    }
    return 0;
}

fn reserve(s: *StringIO, n: usize) bool {
    if (n <= s.cap) return true;
    const want = @max(n, s.cap * 2, 64);
    const block = (if (s.cap == 0) alloc.tryBytes(want) else alloc.tryResize(s.data, want)) orelse {
        _ = err.noMemory();
        return false;
    };
    s.data = block;
    s.cap = alloc.usableSize(block);
    return true;
}

/// Writes a text at the position; false: raised.
fn put(s: *StringIO, w: Word) bool {
    const source = str.of(w).?;
    switch (s.newline) {
        .lf, .untranslated => return putBytes(s, source.slice(), @intCast(source.codepoints)),
        .cr, .crlf => {
            if (std.mem.indexOfScalar(u8, source.slice(), '\n') == null) return putBytes(s, source.slice(), @intCast(source.codepoints));
            var b: str.Builder = .{};
            defer b.deinit();
            for (source.slice()) |c| {
                if (c != '\n') b.appendByte(c) else b.append(if (s.newline == .cr) "\r" else "\r\n");
            }
            return putBytes(s, b.slice(), str.countCodepoints(b.slice()));
        },
        .universal => {
            var b: str.Builder = .{};
            defer b.deinit();
            for (source.slice()) |c| {
                if (c == '\n' and s.after_cr != 0) {
                    // The `\r` before it was written as a line end already.
                    s.after_cr = 0;
                    s.seen |= 4;
                    continue;
                }
                if (s.after_cr != 0) s.seen |= 1;
                s.after_cr = @intFromBool(c == '\r');
                if (c == '\n') s.seen |= 2;
                b.appendByte(if (c == '\r') '\n' else c);
            }
            if (s.after_cr != 0) {
                s.seen |= 1;
                s.after_cr = 0;
            }
            return putBytes(s, b.slice(), str.countCodepoints(b.slice()));
        },
    }
}
fn putBytes(s: *StringIO, bytes: []const u8, chars: usize) bool {
    if (s.pos > s.chars) {
        const gap = s.pos - s.chars;
        if (!reserve(s, s.len + gap)) return false;
        @memset(s.data[s.len .. s.len + gap], 0);
        s.len += gap;
        s.chars = s.pos;
        s.byte = s.len;
    }
    if (s.pos == s.chars) {
        if (!reserve(s, s.len + bytes.len)) return false;
        @memcpy(s.data[s.len .. s.len + bytes.len], bytes);
        s.len += bytes.len;
        s.chars += chars;
        s.pos = s.chars;
        s.byte = s.len;
        return true;
    }
    // What is overwritten may be longer or shorter in bytes.
    const covered = @min(chars, s.chars - s.pos);
    const old_end = advance(s, s.byte, covered);
    const rest = s.len - old_end;
    if (!reserve(s, s.byte + bytes.len + rest)) return false;
    @memmove(s.data[s.byte + bytes.len .. s.byte + bytes.len + rest], s.data[old_end .. old_end + rest]);
    @memcpy(s.data[s.byte .. s.byte + bytes.len], bytes);
    s.len = s.byte + bytes.len + rest;
    s.chars += chars - covered;
    s.pos += chars;
    s.byte += bytes.len;
    return true;
}
/// The byte `n` characters behind byte `at`.
fn advance(s: *const StringIO, at: usize, n: usize) usize {
    if (s.len == s.chars) return at + n;
    var to = at;
    for (0..n) |_| to += str.sequenceLength(s.data[to]);
    return to;
}
fn moveTo(s: *StringIO, pos: usize) void {
    s.byte = if (pos >= s.chars) s.len else advance(s, 0, pos);
    s.pos = pos;
}
/// The next `n` characters, which exist; owned.
fn takeChars(s: *StringIO, n: usize, to: usize) Word {
    const w = str.fromSliceCounted(s.data[s.byte..to], n);
    s.byte = to;
    s.pos += n;
    return w;
}

/// A size argument; null: all. False in `ok`: raised.
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
    const s = of(w);
    if (!open(s)) return 0;
    return if (s.len == 0) str.empty() else str.fromSliceCounted(s.data[0..s.len], s.chars);
}
fn read(w: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const s = of(w);
    if (!open(s)) return 0;
    var ok = true;
    const size = sizeOf(args, nargs, &ok);
    if (!ok) return 0;
    if (s.pos >= s.chars) return str.empty();
    const left = s.chars - s.pos;
    const n = @min(size orelse left, left);
    return takeChars(s, n, if (n == left) s.len else advance(s, s.byte, n));
}
/// The byte behind the line that starts at the position, and whether a line end was found.
fn lineEnd(s: *const StringIO) usize {
    const text = s.data[0..s.len];
    switch (s.newline) {
        .lf, .universal => return (std.mem.indexOfScalarPos(u8, text, s.byte, '\n') orelse return s.len) + 1,
        .cr => return (std.mem.indexOfScalarPos(u8, text, s.byte, '\r') orelse return s.len) + 1,
        .crlf => return (std.mem.indexOfPos(u8, text, s.byte, "\r\n") orelse return s.len) + 2,
        .untranslated => {
            const at = std.mem.indexOfAnyPos(u8, text, s.byte, "\r\n") orelse return s.len;
            return if (text[at] == '\r' and at + 1 < s.len and text[at + 1] == '\n') at + 2 else at + 1;
        },
    }
}
fn line(s: *StringIO, limit: ?usize) Word {
    if (s.pos >= s.chars) return str.empty();
    var to = lineEnd(s);
    var n = if (s.len == s.chars) to - s.byte else str.countCodepoints(s.data[s.byte..to]);
    if (limit) |most| {
        if (n > most) {
            n = most;
            to = advance(s, s.byte, n);
        }
    }
    return takeChars(s, n, to);
}
fn readLine(w: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const s = of(w);
    if (!open(s)) return 0;
    var ok = true;
    const size = sizeOf(args, nargs, &ok);
    return if (ok) line(s, size) else 0;
}
fn iterSelf(w: Word) callconv(.c) Word {
    return if (open(of(w))) rc.retain(w) else 0;
}
fn next(w: Word) callconv(.c) Word {
    if (!open(of(w))) return 0;
    var text: Word = undefined;
    if (object.header(w).shape == string_type.shape) {
        text = line(of(w), null);
    } else {
        // A subclass may read lines its own way.
        text = call.method(w, "readline", &.{});
        if (text == 0) return 0;
        if (!str.isStr(text)) {
            defer rc.release(text);
            return err.raise(.OSError, "readline() should have returned a str object, not '{t}'", .{text});
        }
    }
    if (str.of(text).?.bytes > 0) return text;
    rc.release(text);
    return 0;
}
fn readLines(w: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    if (!open(of(w))) return 0;
    var ok = true;
    const hint = sizeOf(args, nargs, &ok) orelse 0;
    if (!ok) return 0;
    const out = list.new(0);
    var total: usize = 0;
    while (true) {
        const text = next(w);
        if (text == 0) {
            if (!err.pending()) return out;
            rc.release(out);
            return 0;
        }
        list.appendOwned(list.of(out), text);
        total += @intCast(str.of(text).?.codepoints);
        if (hint > 0 and total >= hint) return out;
    }
}
fn write(w: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const s = of(w);
    if (!str.isStr(args[0])) return err.raise(.TypeError, "string argument expected, got '{t}'", .{args[0]});
    if (!open(s) or !put(s, args[0])) return 0;
    return int.fromU64(str.of(args[0]).?.codepoints);
}
pub fn writeLines(w: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const it = iter.iter(args[0]);
    if (it == 0) return 0;
    defer rc.release(it);
    while (true) {
        const item = iter.next(it);
        if (item == 0) return if (err.pending()) 0 else native.none();
        defer rc.release(item);
        const done = call.method(w, "write", &.{item});
        if (done == 0) return 0;
        rc.release(done);
    }
}
fn seek(w: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const s = of(w);
    const offset = int.toSsize(args[0]) orelse return 0;
    const whence = if (nargs > 1) int.toSsize(args[1]) orelse return 0 else 0;
    if (!open(s)) return 0;
    if (whence < 0 or whence > 2) return err.raise(.ValueError, "Invalid whence ({d}, should be 0, 1 or 2)", .{whence});
    if (offset < 0 and whence == 0) return err.raise(.ValueError, "Negative seek position {d}", .{offset});
    if (whence != 0 and offset != 0) return err.raise(.OSError, "Can't do nonzero cur-relative seeks", .{});
    moveTo(s, if (whence == 0) @intCast(offset) else if (whence == 1) s.pos else s.chars);
    return int.fromU64(s.pos);
}
fn tell(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return if (open(of(w))) int.fromU64(of(w).pos) else 0;
}
fn truncate(w: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const s = of(w);
    if (!open(s)) return 0;
    var size: i64 = @intCast(s.pos);
    if (nargs > 0 and !singletons.isNone(args[0])) size = int.toSsize(args[0]) orelse return 0;
    if (size < 0) return err.raise(.ValueError, "Negative size value {d}", .{size});
    if (size < s.chars) {
        s.len = advance(s, 0, @intCast(size));
        s.chars = @intCast(size);
        if (s.pos >= s.chars) s.byte = s.len;
    }
    return int.fromI64(size);
}
fn shut(s: *StringIO) void {
    if (s.cap > 0) alloc.free(s.data);
    s.cap = 0;
    s.len = 0;
    s.chars = 0;
    s.closed = 1;
}
fn close(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    shut(of(w));
    return native.none();
}
fn flush(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (of(w).closed != 0) return err.raise(.ValueError, "I/O operation on closed file.", .{});
    return native.none();
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
fn noneAttribute(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return native.none();
}
fn enter(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (of(w).closed != 0) return err.raise(.ValueError, "I/O operation on closed file.", .{});
    return rc.retain(w);
}
fn exit(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return call.method(w, "close", &.{});
}
fn isClosed(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return singletons.boolWord(of(w).closed != 0);
}
fn newlines(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const s = of(w);
    if (!open(s)) return 0;
    if (s.newline != .universal or s.seen == 0) return native.none();
    const ends = [_][]const u8{ "\r", "\n", "\r\n" };
    var found: [3]Word = undefined;
    var n: usize = 0;
    for (ends, 0..) |end, i| {
        if (s.seen >> @intCast(i) & 1 == 0) continue;
        found[n] = str.intern(end);
        n += 1;
    }
    return if (n == 1) found[0] else tuple.fromSlice(found[0..n]);
}
fn getState(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const s = of(w);
    const value = getValue(w, args, nargs, kwnames);
    if (value == 0) return 0;
    const shown = switch (s.newline) {
        .lf => str.intern("\n"),
        .universal => native.none(),
        .untranslated => str.empty(),
        .cr => str.intern("\r"),
        .crlf => str.intern("\r\n"),
    };
    const own = if (s.ext == 0) native.none() else dict.copy(s.ext);
    return tuple.fromOwned(&.{ value, shown, int.fromU64(s.pos), own });
}
fn setState(w: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (!tuple.isTuple(args[0]) or tuple.len(args[0]) < 4) {
        return err.raise(.TypeError, "{t}.__setstate__ argument should be 4-tuple, got {t}", .{ w, args[0] });
    }
    const items = tuple.items(args[0]);
    if (init(w, items.ptr, 2, 0) < 0) return 0;
    const s = of(w);
    const pos = int.toSsize(items[2]) orelse return 0;
    if (pos < 0) return err.raise(.ValueError, "position value cannot be negative", .{});
    moveTo(s, @intCast(pos));
    if (dict.isDict(items[3]) and dict.update(instance.dictOf(w), items[3]) < 0) return 0;
    return native.none();
}
