//! Methods and classes of file objects: text files, binary files, and the standard streams.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const int = @import("int.zig");
const str = @import("str.zig");
const iter = @import("iter.zig");
const list = @import("list.zig");
const text = @import("text.zig");
const file = @import("file.zig");
const singletons = @import("singletons.zig");
const object_type = @import("object_type.zig");
const Word = object.Word;
const foreign = @import("file_foreign.zig");
const File = file.File;
const c = std.c;

fn of(self: Word) *File {
    return object.ptr(File, self);
}
const none = singletons.noneWord;
const call = @import("call.zig");
const instance = @import("instance.zig");

/// A size argument: null for None, negative or absent; sets `failed` when it raised.
fn sizeOf(args: [*]const Word, nargs: usize, failed: *bool) ?usize {
    if (nargs == 0 or singletons.isNone(args[0])) return null;
    if (!int.isInt(args[0])) {
        _ = err.raise(.TypeError, "argument should be integer or None, not '{t}'", .{args[0]});
        failed.* = true;
        return null;
    }
    const n = int.toSsize(args[0]) orelse {
        failed.* = true;
        return null;
    };
    return if (n < 0) null else @intCast(n);
}

fn read(self: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const f = of(self);
    if (!file.checkReadable(f, "read of")) return 0;
    var failed = false;
    const size = sizeOf(args, nargs, &failed);
    if (failed) return 0;
    return if (size) |n| file.readCount(f, n) else file.readAll(f);
}

pub fn readline(self: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const f = of(self);
    if (!file.checkReadable(f, "readline of")) return 0;
    var failed = false;
    const size = sizeOf(args, nargs, &failed);
    if (failed) return 0;
    f.flags.at_end = false;
    return file.readLine(f, size orelse std.math.maxInt(usize));
}

fn readlines(self: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const f = of(self);
    if (!file.checkReadable(f, "")) return 0;
    var failed = false;
    const hint = sizeOf(args, nargs, &failed);
    if (failed) return 0;
    const result = list.new(0);
    var total: usize = 0;
    while (true) {
        const line = next(self);
        if (line == 0) {
            if (!err.pending()) return result;
            rc.release(result);
            return 0;
        }
        list.appendOwned(list.of(result), line);
        total += if (f.flags.binary) object.ptr(object.Bytes, line).len else object.ptr(object.Str, line).codepoints;
        if (hint) |n| if (n > 0 and total >= n) return result;
    }
}

fn next(self: Word) callconv(.c) Word {
    const f = of(self);
    if (!file.checkReadable(f, "readline of")) return 0;
    f.flags.at_end = false;
    const line = file.readLine(f, std.math.maxInt(usize));
    if (line == 0) return 0;
    const empty = if (f.flags.binary) object.ptr(object.Bytes, line).len == 0 else object.ptr(object.Str, line).bytes == 0;
    if (!empty) return line;
    rc.release(line);
    return 0;
}

fn iterSelf(self: Word) callconv(.c) Word {
    if (!file.checkOpen(of(self))) return 0;
    return rc.retain(self);
}

/// `write(x)`: the number of characters or bytes.
pub fn write(self: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    _ = nargs;
    const f = of(self);
    if (!file.checkOpenTo(f, "write to")) return 0;
    const w = args[0];
    if (!f.flags.binary) {
        if (!str.isStr(w)) return err.raise(.TypeError, "write() argument must be str, not {t}", .{w});
        if (!file.checkWritable(f, "write to")) return 0;
        if (!file.writeText(f, w)) return 0;
        return int.fromU64(str.of(w).?.codepoints);
    }
    if (!file.checkWritable(f, "write to")) return 0;
    const data = bytesOf(w) orelse return 0;
    if (!file.writeBytes(f, data)) return 0;
    return int.fromU64(data.len);
}

/// The bytes of a bytes-like object, borrowed; null raised.
fn bytesOf(w: Word) ?[]const u8 {
    if (!object.isSmall(w)) {
        if (types.typeOf(w).flags.bytes_subclass) return object.ptr(object.Bytes, w).slice();
        if (object.isExact(w, .bytearray)) {
            const b = object.ptr(object.ByteArray, w);
            return b.data[0..@intCast(b.len)];
        }
    }
    _ = err.raise(.TypeError, "a bytes-like object is required, not '{t}'", .{w});
    return null;
}

fn writelines(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = nargs;
    const it = iter.iter(args[0]);
    if (it == 0) return 0;
    defer rc.release(it);
    while (true) {
        const item = iter.next(it);
        if (item == 0) return if (err.pending()) 0 else none();
        defer rc.release(item);
        const n = write(self, &[_]Word{item}, 1, kwnames);
        if (n == 0) return 0;
        rc.release(n);
    }
}

fn flush(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const f = of(self);
    if (!file.checkOpenTo(f, "flush of")) return 0;
    if (!file.flush(f)) return 0;
    // A buffer over a raw stream ends here; text asks the buffer below, too.
    return if (f.raw != 0 and !f.flags.binary) foreign.ask(f, "flush") else none();
}

fn close(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return if (file.close(of(self))) none() else 0;
}

fn enter(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (!file.checkOpen(of(self))) return 0;
    return rc.retain(self);
}

fn exit(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return if (file.close(of(self))) none() else 0;
}

fn fileno(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (!file.checkOpen(of(self))) return 0;
    if (of(self).raw != 0) return foreign.ask(of(self), "fileno");
    return int.fromI64(of(self).fd);
}

fn isatty(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (!file.checkOpen(of(self))) return 0;
    if (of(self).raw != 0) return foreign.ask(of(self), "isatty");
    return singletons.boolWord(c.isatty(of(self).fd) != 0);
}

fn readable(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (!file.checkOpen(of(self))) return 0;
    return singletons.boolWord(of(self).flags.readable);
}

fn writable(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (!file.checkOpen(of(self))) return 0;
    return singletons.boolWord(of(self).flags.writable);
}

fn seekable(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (!file.checkOpen(of(self))) return 0;
    if (of(self).raw != 0) return foreign.ask(of(self), "seekable");
    return singletons.boolWord(c.lseek(of(self).fd, 0, c.SEEK.CUR) >= 0);
}

fn seek(self: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const f = of(self);
    if (!file.checkOpenTo(f, "seek of")) return 0;
    const offset = int.toSsize(args[0]) orelse return 0;
    const whence = if (nargs > 1) int.toSsize(args[1]) orelse return 0 else 0;
    if (whence < 0 or whence > 2) return err.raise(.ValueError, "invalid whence ({d}, should be 0, 1 or 2)", .{whence});
    if (!f.flags.binary and whence != 0 and offset != 0) {
        return file.unsupported(if (whence == 1) "can't do nonzero cur-relative seeks" else "can't do nonzero end-relative seeks");
    }
    if (whence == 1) {
        // Relative to what the reader has seen.
        const at = file.tell(f);
        if (at < 0) return 0;
        const to = file.seek(f, at + offset, 0);
        return if (to < 0) 0 else int.fromI64(to);
    }
    if (whence == 0 and offset < 0) return err.raise(.ValueError, "negative seek position {d}", .{offset});
    const to = file.seek(f, offset, @intCast(whence));
    return if (to < 0) 0 else int.fromI64(to);
}

fn tell(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const f = of(self);
    if (!file.checkOpen(f)) return 0;
    const at = file.tell(f);
    return if (at < 0) 0 else int.fromI64(at);
}

fn truncate(self: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const f = of(self);
    if (!file.checkWritable(f, "truncate of") or !file.flush(f)) return 0;
    var size = file.tell(f);
    if (size < 0) return 0;
    if (nargs > 0 and !singletons.isNone(args[0])) size = int.toSsize(args[0]) orelse return 0;
    if (f.raw != 0) return call.method(f.raw, str.intern("truncate"), &.{int.fromI64(size)});
    if (c.ftruncate(f.fd, size) < 0) return err.fromErrno(c._errno().*, 0);
    return int.fromI64(size);
}

fn closed(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (of(self).raw != 0) return foreign.attribute(of(self), "closed");
    return singletons.boolWord(of(self).flags.closed);
}

fn name(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (of(self).raw != 0) return foreign.attribute(of(self), "name");
    return rc.retain(of(self).name);
}

fn mode(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (of(self).raw != 0) return foreign.attribute(of(self), "mode");
    return rc.retain(of(self).mode);
}

fn encoding(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return of(self).encoding;
}

fn errors(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return of(self).errors;
}

fn lineBuffering(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return singletons.boolWord(of(self).flags.line_buffered);
}

/// The binary file below a text file.
fn buffer(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const f = of(self);
    if (f.flags.detached) return err.raise(.ValueError, "underlying buffer has been detached", .{});
    if (f.raw != 0) return rc.retain(f.raw);
    const below = file.viewOf(f);
    return if (below == 0) 0 else rc.retain(below);
}

/// Takes the binary file away; the text file is of no use afterwards.
fn detach(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const f = of(self);
    if (!file.checkOpen(f)) return 0;
    if (f.raw != 0) return detachForeign(f);
    const below = buffer(self, args, nargs, kwnames);
    if (below == 0) return 0;
    if (f.kind == .plain) {
        const b = of(below);
        b.flags.keep_fd = f.flags.keep_fd;
        f.flags.keep_fd = true;
        rc.release(f.view);
        f.view = 0;
        _ = file.close(f);
    }
    f.flags.closed = true;
    f.flags.detached = true;
    return below;
}
fn detachForeign(f: *File) Word {
    if (!file.flush(f)) return 0;
    const below = f.raw;
    f.raw = 0;
    f.flags.keep_fd = true;
    _ = file.close(f);
    f.flags.detached = true;
    return below;
}
/// `raw` of a buffered file; one of the system has no stream below and no such attribute, which `tempfile` can do without.
fn rawBelow(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (of(self).raw != 0) return rc.retain(of(self).raw);
    return err.noAttribute(self, str.intern("raw"));
}
fn noDetach(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (of(self).raw != 0) return detachForeign(of(self));
    return err.raise(.NotImplementedError, "PA0209: detach() of a binary file is not supported", .{});
}

/// Bytes for a writable buffer: a bytearray or memoryview; null: raised.
fn targetOf(w: Word) ?[]u8 {
    const like = @import("bytes_like.zig");
    if (like.isByteArray(w)) {
        const b = object.ptr(object.ByteArray, w);
        return b.data[0..@intCast(b.len)];
    }
    if (object.isExact(w, .memoryview)) {
        const v = @import("memoryview.zig").of(w);
        if (v.owner != 0 and v.readonly == 0 and v.isContiguous()) return v.data[0..@intCast(v.nbytes)];
    }
    _ = err.raise(.TypeError, "readinto() argument must be read-write bytes-like object, not {t}", .{w});
    return null;
}
fn readinto(self: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const f = of(self);
    if (!file.checkReadable(f, "readinto of")) return 0;
    const target = targetOf(args[0]) orelse return 0;
    const data = file.readCount(f, target.len);
    if (data == 0 or singletons.isNone(data)) return data;
    defer rc.release(data);
    const got = object.ptr(object.Bytes, data).slice();
    // The buffer cannot have moved: reading runs no Python code but signal handlers.
    @memcpy(target[0..got.len], got);
    return int.fromU64(got.len);
}
fn read1(self: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const f = of(self);
    if (!file.checkReadable(f, "read of")) return 0;
    var failed = false;
    const size = sizeOf(args, nargs, &failed);
    if (failed) return 0;
    const have = file.available(f) orelse return 0;
    const n = @min(size orelse have.len, have.len);
    const data = @import("bytes.zig").fromSlice(have[0..n]);
    f.rpos += n;
    return data;
}
fn peek(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const f = of(self);
    if (!file.checkReadable(f, "peek of")) return 0;
    return @import("bytes.zig").fromSlice(file.available(f) orelse return 0);
}
fn readall(self: Word, args: [*]const Word, _: usize, kwnames: Word) callconv(.c) Word {
    return read(self, args, 0, kwnames);
}
fn closefd(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return singletons.boolWord(!of(self).flags.keep_fd);
}
/// `tokenize.open` and others change what a file says of itself.
fn setter(comptime field: []const u8) fn (Word, Word) callconv(.c) i32 {
    return struct {
        fn set(self: Word, value: Word) callconv(.c) i32 {
            if (value == 0) return err.fail(.AttributeError, field, .{});
            const old = @field(of(self), field);
            @field(of(self), field) = rc.retain(value);
            rc.release(old);
            return 0;
        }
    }.set;
}
fn newlines(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return err.raise(.NotImplementedError, "PA0209: newlines of a file is not supported", .{});
}

const wrapper_sig: @import("args.zig").Signature = .{
    .name = "TextIOWrapper",
    .params = &.{ "buffer", "encoding", "errors", "newline", "line_buffering", "write_through" },
    .positional = 6,
    .required = 1,
};
/// Objects are made here and get their stream in `initText`, as subclasses expect it.
fn newFile(class: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const f = instance.allocate(File, class);
    const t = object.ptr(types.Type, class);
    // No plain file, so that nothing is closed if no stream comes.
    const binary = !types.isSubtype(t, &file_type);
    file.init(f, -1, .stderr, .{ .binary = binary, .closed = true }, singletons.noneWord(), singletons.noneWord(), str.intern("UTF-8"), str.intern("strict"));
    return object.word(f);
}

/// `TextIOWrapper(buffer, …)`.
fn initText(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) i32 {
    var given: [6]Word = undefined;
    if (!@import("args.zig").bind(wrapper_sig, args, nargs, kwnames, &given)) return -1;
    const text_of = [_][]const u8{ "encoding", "errors", "newline" };
    var texts: [3][]const u8 = undefined;
    for (&texts, given[1..4], text_of) |*to, w, which| {
        to.* = if (w == 0 or singletons.isNone(w)) "" else if (str.isStr(w)) str.slice(w) else {
            return err.fail(.TypeError, "TextIOWrapper() argument '{s}' must be str or None, not {t}", .{ which, w });
        };
    }
    const has_newline = given[3] != 0 and !singletons.isNone(given[3]);
    const by_line = if (given[4] == 0) 0 else @import("ops.zig").truth(given[4]);
    if (by_line < 0) return -1;
    if (has_newline and texts[2].len > 0 and !std.mem.eql(u8, texts[2], "\n") and !std.mem.eql(u8, texts[2], "\r\n")) {
        if (!std.mem.eql(u8, texts[2], "\r")) return err.fail(.ValueError, "illegal newline value: {r}", .{given[3]});
        return err.fail(.NotImplementedError, "PA0209: newline='\\r' is not supported", .{});
    }
    var recode = false;
    // The locale's is UTF-8 here.
    if (std.mem.eql(u8, texts[0], "locale")) texts[0] = "";
    if (texts[0].len > 0) {
        @import("str_codec.zig").useMore();
        const known = @import("str_codec.zig").find(texts[0]) orelse return -1;
        recode = known != .utf8;
    }
    var flags: file.Flags = .{
        .universal = !has_newline,
        .split_cr = has_newline and texts[2].len == 0,
        .write_crlf = std.mem.eql(u8, texts[2], "\r\n"),
        .line_buffered = by_line == 1,
        .keep_fd = true,
        .recode = recode,
    };
    const encoding_ = if (texts[0].len > 0) str.intern(texts[0]) else str.intern("UTF-8");
    const errors_ = str.intern(if (texts[1].len > 0) texts[1] else "strict");
    if (!isBinary(given[0]) or of(given[0]).raw != 0) {
        const f = prepare(self, given[0], flags, encoding_, errors_) orelse return -1;
        // What the stream can do is asked now, as CPython does.
        f.flags.readable = foreign.says(f, "readable") orelse return -1;
        f.flags.writable = foreign.says(f, "writable") orelse return -1;
        return 0;
    }
    const below = of(given[0]);
    if (!file.checkOpen(below) or !file.flush(below)) return -1;
    flags.readable = below.flags.readable;
    flags.writable = below.flags.writable;
    const f = of(self);
    file.init(f, below.fd, below.kind, flags, rc.retain(below.name), rc.retain(below.mode), encoding_, errors_);
    f.view = rc.retain(given[0]);
    return 0;
}
/// Gives a file a foreign stream; null: raised.
fn prepare(self: Word, raw: Word, flags: file.Flags, encoding_: Word, errors_: Word) ?*File {
    const f = of(self);
    if (f.raw != 0 or f.kind == .plain) {
        _ = err.raise(.NotImplementedError, "PA0209: giving a {t} another stream is not supported", .{self});
        return null;
    }
    file.pyrt_foreign_stream = &foreign.table;
    file.init(f, -1, .plain, flags, singletons.noneWord(), singletons.noneWord(), encoding_, errors_);
    f.raw = rc.retain(raw);
    return f;
}

const buffered_sig: @import("args.zig").Signature = .{ .name = "BufferedReader", .params = &.{ "raw", "buffer_size" }, .positional = 2, .required = 1 };
/// `BufferedReader(raw)`, `BufferedWriter(raw)`, `BufferedRandom(raw)`.
fn initBuffered(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) i32 {
    var given: [2]Word = undefined;
    if (!@import("args.zig").bind(buffered_sig, args, nargs, kwnames, &given)) return -1;
    if (given[1] != 0) {
        const n = int.toSsize(given[1]) orelse return -1;
        if (n <= 0) return err.fail(.ValueError, "buffer size must be strictly positive", .{});
    }
    const t = types.typeOf(self);
    const reads = !types.isSubtype(t, &writer_file_type);
    const writes = !types.isSubtype(t, &binary_file_type);
    const f = prepare(self, given[0], .{ .binary = true, .readable = reads, .writable = writes }, str.intern("UTF-8"), str.intern("strict")) orelse return -1;
    if (reads and !(foreign.says(f, "readable") orelse return -1)) return refuse(f, "File or stream is not readable.");
    if (writes and !(foreign.says(f, "writable") orelse return -1)) return refuse(f, "File or stream is not writable.");
    if (reads and writes and !(foreign.says(f, "seekable") orelse return -1)) return refuse(f, "File or stream is not seekable.");
    return 0;
}
/// Takes the stream away again, unclosed.
fn refuse(f: *File, message: []const u8) i32 {
    rc.release(detachForeign(f));
    _ = file.unsupported(message);
    return -1;
}
fn isBinary(w: Word) bool {
    if (object.isSmall(w)) return false;
    const t = types.typeOf(w);
    return t == &binary_file_type or t == &writer_file_type or t == &random_file_type or t == &raw_file_type;
}

fn reconfigure(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const f = of(self);
    for (@import("args.zig").keywordNames(kwnames), 0..) |keyword, i| {
        const value = args[nargs + i];
        if (str.eqlSlice(keyword, "line_buffering")) {
            f.flags.line_buffered = value == singletons.trueWord();
        } else if (str.eqlSlice(keyword, "encoding") and str.isStr(value)) {
            const known = @import("str_codec.zig").find(str.slice(value)) orelse return 0;
            if (known != .utf8) return err.raise(.NotImplementedError, "reconfigure(encoding=…) to other than utf-8", .{});
        } else if (str.eqlSlice(keyword, "errors") and str.isStr(value)) {
            f.errors = str.intern(str.slice(value));
        } else {
            return err.raise(.NotImplementedError, "reconfigure({w}=…)", .{keyword});
        }
    }
    return none();
}

fn repr(self: Word) callconv(.c) Word {
    const f = of(self);
    var b: text.Buffer = .{};
    defer b.deinit();
    b.append("<_io.");
    b.append(types.nameOfClass(types.typeOf(self)));
    const shown = if (f.raw == 0) rc.retain(f.name) else @import("attr.zig").getOptional(f.raw, str.intern("name"));
    if (shown == 0 and err.pending()) return 0;
    defer rc.releaseMaybe(shown);
    if (shown != 0) {
        b.append(" name=");
        if (!b.appendRepr(shown)) return 0;
    }
    if (!f.flags.binary) {
        if (f.raw == 0) {
            b.append(" mode=");
            if (!b.appendRepr(f.mode)) return 0;
        }
        b.append(" encoding=");
        if (!b.appendRepr(f.encoding)) return 0;
    }
    if (f.flags.unbuffered) {
        b.append(" mode=");
        if (!b.appendRepr(f.mode)) return 0;
        b.append(if (f.flags.keep_fd) " closefd=False" else " closefd=True");
    }
    b.appendByte('>');
    return b.toWord();
}

const common = .{
    .{ "read", read, 0, 1 },
    .{ "readline", readline, 0, 1 },
    .{ "readlines", readlines, 0, 1 },
    .{ "write", write, 1, 1 },
    .{ "writelines", writelines, 1, 1 },
    .{ "flush", flush, 0, 0 },
    .{ "close", close, 0, 0 },
    .{ "__enter__", enter, 0, 0 },
    .{ "__exit__", exit, 0, -1 },
    .{ "fileno", fileno, 0, 0 },
    .{ "isatty", isatty, 0, 0 },
    .{ "readable", readable, 0, 0 },
    .{ "writable", writable, 0, 0 },
    .{ "seekable", seekable, 0, 0 },
    .{ "seek", seek, 1, 2 },
    .{ "tell", tell, 0, 0 },
    .{ "truncate", truncate, 0, 1 },
    .{ "closed", closed, 0, 0, .getset },
    .{ "name", name, 0, 0, .getset, setter("name") },
    .{ "mode", mode, 0, 0, .getset, setter("mode") },
};

pub const file_methods = common ++ .{
    .{ "encoding", encoding, 0, 0, .getset },
    .{ "errors", errors, 0, 0, .getset },
    .{ "line_buffering", lineBuffering, 0, 0, .getset },
    .{ "buffer", buffer, 0, 0, .getset },
    .{ "newlines", newlines, 0, 0, .getset },
    .{ "detach", detach, 0, 0 },
    .{ "reconfigure", reconfigure, 0, 0, .keywords },
};
pub const binary_file_methods = common ++ .{
    .{ "readinto", readinto, 1, 1 },
    .{ "readinto1", readinto, 1, 1 },
    .{ "read1", read1, 0, 1 },
    .{ "peek", peek, 0, 1 },
    .{ "raw", rawBelow, 0, 0, .getset },
    .{ "detach", noDetach, 0, 0 },
};
pub const raw_file_methods = common ++ .{
    .{ "readinto", readinto, 1, 1 },
    .{ "readall", readall, 0, 0 },
    .{ "closefd", closefd, 0, 0, .getset },
};

pub var file_type: types.Type = .{
    .h = types.static_header,
    .base = &object_type.object_type,
    .c_name = "_io.TextIOWrapper",
    .shape = @intFromEnum(object.ShapeId.file),
    .fixed_size = @sizeOf(File),
    .flags = .{ .base = true, .acyclic = true, .has_weakrefs = true, .default_getattr = true },
    .slots = .{ .dealloc = file.dealloc, .traverse = file.traverse, .repr = repr, .iter = iterSelf, .next = next, .new = newFile, .init = initText },
};
pub var binary_file_type = binaryType("_io.BufferedReader", @intFromEnum(object.ShapeId.binary_file), newFile, initBuffered);
pub var writer_file_type = binaryType("_io.BufferedWriter", 0, newFile, initBuffered);
pub var random_file_type = binaryType("_io.BufferedRandom", 0, newFile, initBuffered);
pub var raw_file_type = binaryType("_io.FileIO", 0, newRaw, null);
fn binaryType(comptime c_name: [:0]const u8, comptime shape: u32, new: types.NewFn, init_: @FieldType(@FieldType(types.Type, "slots"), "init")) types.Type {
    return .{
        .h = types.static_header,
        .base = &object_type.object_type,
        .c_name = c_name,
        .shape = shape,
        .fixed_size = @sizeOf(File),
        // Files that Python code makes over a stream can be subclassed; a FileIO is what the system gave.
        .flags = .{ .base = init_ != null, .acyclic = true, .has_weakrefs = true, .default_getattr = true },
        .slots = .{ .dealloc = file.dealloc, .traverse = file.traverse, .repr = repr, .iter = iterSelf, .next = next, .new = new, .init = init_ },
    };
}
/// `FileIO(file, mode, closefd, opener)`.
fn newRaw(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    return @import("file_open.zig").openRaw(args, nargs, kwnames);
}
