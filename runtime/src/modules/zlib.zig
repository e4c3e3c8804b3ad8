//! `zlib`: compression and decompression, check sums. The coders are `deflate.zig` and `inflate.zig`; this file has the formats
//! around them (raw, zlib, gzip), the objects and CPython's messages.
//!
//! Invariant: a stream's format part is read or written before the coder's first and after its last byte; the check sum at the end
//! of a stream has been compared before the stream counts as ended.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const alloc = @import("../alloc.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const ops = @import("../ops.zig");
const str = @import("../str.zig");
const args_ = @import("../args.zig");
const bytes_ = @import("../bytes.zig");
const bytes_like = @import("../bytes_like.zig");
const container = @import("../container.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const binascii = @import("binascii.zig");
const inflate = @import("inflate.zig");
const deflate = @import("deflate.zig");
const Word = object.Word;

pub const name = "zlib";
pub const shadowable = true;
pub const functions = .{
    .{ "compress", compress, 0, -1, .keywords },
    .{ "decompress", decompress, 0, -1, .keywords },
    .{ "compressobj", compressObject, 0, -1, .keywords },
    .{ "decompressobj", decompressObject, 0, -1, .keywords },
    .{ "crc32", binascii.crc32, 1, 2 },
    .{ "adler32", adler32, 1, 2 },
};
pub const classes = .{
    .{ "", &compress_type, .{
        .{ "compress", compressMethod, 1, 1 },
        .{ "flush", compressFlush, 0, 1 },
        .{ "copy", compressCopy, 0, 0 },
        .{ "__copy__", compressCopy, 0, 0 },
        .{ "__deepcopy__", compressCopy, 1, 1 },
    } },
    .{ "", &decompress_type, .{
        .{ "decompress", decompressMethod, 0, -1, .keywords },
        .{ "flush", decompressFlush, 0, 1 },
        .{ "copy", decompressCopy, 0, 0 },
        .{ "__copy__", decompressCopy, 0, 0 },
        .{ "__deepcopy__", decompressCopy, 1, 1 },
        .{ "unused_data", getUnused, 0, 0, .getset },
        .{ "unconsumed_tail", getTail, 0, 0, .getset },
        .{ "eof", getEof, 0, 0, .getset },
    } },
    .{ "_ZlibDecompressor", &reader_type, .{
        .{ "decompress", readerDecompress, 0, -1, .keywords },
        .{ "unused_data", getUnused, 0, 0, .getset },
        .{ "needs_input", getNeedsInput, 0, 0, .getset },
        .{ "eof", getEof, 0, 0, .getset },
    } },
};

const max_wbits = 15;
const constants = .{
    .{ "MAX_WBITS", 15 },         .{ "DEFLATED", 8 },     .{ "DEF_MEM_LEVEL", 8 },      .{ "DEF_BUF_SIZE", 16384 },
    .{ "Z_NO_COMPRESSION", 0 },   .{ "Z_BEST_SPEED", 1 }, .{ "Z_BEST_COMPRESSION", 9 }, .{ "Z_DEFAULT_COMPRESSION", -1 },
    .{ "Z_DEFAULT_STRATEGY", 0 }, .{ "Z_FILTERED", 1 },   .{ "Z_HUFFMAN_ONLY", 2 },     .{ "Z_RLE", 3 },
    .{ "Z_FIXED", 4 },            .{ "Z_NO_FLUSH", 0 },   .{ "Z_PARTIAL_FLUSH", 1 },    .{ "Z_SYNC_FLUSH", 2 },
    .{ "Z_FULL_FLUSH", 3 },       .{ "Z_FINISH", 4 },     .{ "Z_BLOCK", 5 },            .{ "Z_TREES", 6 },
};
var error_class: Word = 0;
pub fn setup(m: *native.Module) container.Raised!void {
    if (error_class == 0) error_class = native.newException("zlib", "error", &.{object.word(err.typeOf(.Exception))});
    if (error_class == 0) return error.Raised;
    native.define(m, "error", rc.retain(error_class));
    inline for (constants) |row| native.define(m, row[0], int.fromI64(row[1]));
    inline for (.{ "ZLIB_VERSION", "ZLIB_RUNTIME_VERSION" }) |n| native.define(m, n, str.intern("1.2.13"));
    native.define(m, "__version__", str.intern("1.0"));
}

fn adlerOf(data: []const u8, start: u32) u32 {
    var a: u32 = start & 0xffff;
    var b: u32 = start >> 16;
    var rest = data;
    while (rest.len > 0) {
        const n = @min(rest.len, 5552);
        for (rest[0..n]) |c| {
            a += c;
            b += a;
        }
        a %= 65521;
        b %= 65521;
        rest = rest[n..];
    }
    return b << 16 | a;
}
fn adler32(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const data = bytes_like.require(args[0]) orelse return 0;
    var start: u32 = 1;
    if (nargs > 1) start = binascii.low32(args[1]) orelse return 0;
    return int.fromU64(adlerOf(data, start));
}

const Format = enum { raw, zlib, gzip, any };

/// What `wbits` says; null: it is not valid.
fn formatOf(wbits: i64, reading: bool) ?Format {
    return switch (wbits) {
        -15...-8 => .raw,
        8...15 => .zlib,
        0 => if (reading) .zlib else null,
        16 => if (reading) .gzip else null,
        24...31 => .gzip,
        32 => if (reading) .any else null,
        40...47 => if (reading) .any else null,
        else => null,
    };
}

/// The check sum of a format, of what has been seen so far.
const Check = struct {
    format: Format,
    sum: u32,
    length: u32 = 0,
    fn init(format: Format) Check {
        return .{ .format = format, .sum = if (format == .gzip) 0 else 1 };
    }
    fn add(self: *Check, data: []const u8) void {
        self.length +%= @truncate(data.len);
        self.sum = switch (self.format) {
            .raw, .any => return,
            .zlib => adlerOf(data, self.sum),
            .gzip => binascii.crcOf(data, self.sum),
        };
    }
};

fn fail(code: i32, what: []const u8, reason: []const u8) Word {
    return native.raise(error_class, "Error {d} {s}: {s}", .{ @as(i64, code), what, reason });
}

// Compression

const Encoder = struct {
    coder: deflate.Deflater,
    check: Check,
    level: i64,
    started: bool = false,
    dictionary: ?u32 = null,

    fn write(self: *Encoder, data: []const u8) void {
        self.begin();
        self.check.add(data);
        self.coder.write(data);
    }
    fn begin(self: *Encoder) void {
        if (self.started) return;
        self.started = true;
        const out = &self.coder.out;
        switch (self.check.format) {
            .raw, .any => {},
            .gzip => {
                out.append("\x1f\x8b\x08\x00\x00\x00\x00\x00");
                out.appendByte(if (self.level == 9) 2 else if (self.level == 1) 4 else 0);
                out.appendByte(3);
            },
            .zlib => {
                const effort: u16 = switch (self.level) {
                    0, 1 => 0,
                    2...5 => 1,
                    7...9 => 3,
                    else => 2,
                };
                var head: u16 = @as(u16, @ctz(self.coder.window) - 8) << 12 | 0x0800 | effort << 6 | (if (self.dictionary != null) @as(u16, 0x20) else 0);
                head += 31 - head % 31;
                big(out, u16, head);
                if (self.dictionary) |sum| big(out, u32, sum);
            },
        }
    }
    fn flush(self: *Encoder, mode: deflate.Flush) void {
        self.begin();
        self.coder.flush(mode);
        if (mode != .finish) return;
        const out = &self.coder.out;
        switch (self.check.format) {
            .raw, .any => {},
            .zlib => big(out, u32, self.check.sum),
            .gzip => {
                little(out, self.check.sum);
                little(out, self.check.length);
            },
        }
    }
    /// Owned bytes of what has come out.
    fn taken(self: *Encoder) Word {
        const result = bytes_.fromSlice(self.coder.out.slice());
        self.coder.out.len = 0;
        return result;
    }
    fn big(out: *str.Builder, comptime T: type, v: T) void {
        var buf: [@sizeOf(T)]u8 = undefined;
        std.mem.writeInt(T, &buf, v, .big);
        out.append(&buf);
    }
    fn little(out: *str.Builder, v: u32) void {
        var buf: [4]u8 = undefined;
        std.mem.writeInt(u32, &buf, v, .little);
        out.append(&buf);
    }
    fn deinit(self: *Encoder) void {
        self.coder.deinit();
        alloc.free(std.mem.asBytes(self).ptr);
    }
};

/// An encoder in memory of its own; null: raised, or `wbits`, `level` or `strategy` is invalid (nothing pending).
fn newEncoder(level: i64, wbits: i64, strategy: i64) ?*Encoder {
    const format = formatOf(wbits, false) orelse return null;
    if (level < -1 or level > 9 or strategy < 0 or strategy > 4) return null;
    // Windows of 256 bytes exist for readers alone; zlib takes the next size, but not without its own head.
    const size: u6 = @intCast(if (wbits < 0) -wbits else if (wbits > 15) wbits - 16 else wbits);
    if (size == 8 and format != .zlib) return null;
    const e: *Encoder = @ptrCast(@alignCast(alloc.bytes(@sizeOf(Encoder))));
    e.* = .{
        .coder = .{ .window = @as(u32, 1) << @intCast(@max(9, size)), .level = if (level == -1) 6 else @intCast(level), .huffman_only = strategy == 2, .fixed_only = strategy == 4 },
        .check = .init(format),
        .level = level,
    };
    return e;
}

/// An int argument, or its default where it is not given; null: raised.
fn intOr(w: Word, default: i64) ?i64 {
    return if (w == 0) default else int.toCInt(w) orelse null;
}

fn compress(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const sig: args_.Signature = .{ .name = "compress", .params = &.{ "", "level", "wbits" }, .posonly = 1, .positional = 3, .required = 1 };
    var given: [3]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return 0;
    const data = bytes_like.require(given[0]) orelse return 0;
    const level = intOr(given[1], -1) orelse return 0;
    const wbits = intOr(given[2], max_wbits) orelse return 0;
    const e = newEncoder(level, wbits, 0) orelse {
        if (level < -1 or level > 9) return native.raise(error_class, "Bad compression level", .{});
        return fail(-2, "while compressing data", "inconsistent stream state");
    };
    defer e.deinit();
    e.write(data);
    e.flush(.finish);
    return e.taken();
}

const Compress = extern struct { h: object.Header, encoder: *Encoder, finished: u64 };
pub var compress_type: types.Type = .{
    .h = types.static_header,
    .c_name = "zlib.Compress",
    .fixed_size = @sizeOf(Compress),
    .flags = .{ .acyclic = true, .default_getattr = true },
    .slots = .{ .dealloc = compressDealloc, .new = native.refuseNew },
};
fn compressDealloc(w: Word) callconv(.c) void {
    object.ptr(Compress, w).encoder.deinit();
    alloc.free(object.header(w));
}
fn compressObject(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const sig: args_.Signature = .{
        .name = "compressobj",
        .params = &.{ "level", "method", "wbits", "memLevel", "strategy", "zdict" },
        .positional = 6,
        .required = 0,
    };
    var given: [6]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return 0;
    var v: [5]i64 = .{ -1, 8, max_wbits, 8, 0 };
    for (&v, given[0..5]) |*to, w| to.* = intOr(w, to.*) orelse return 0;
    const dictionary: ?[]const u8 = if (given[5] == 0) null else bytes_like.require(given[5]) orelse return 0;
    if (v[1] != 8 or v[3] < 1 or v[3] > 9) return err.raise(.ValueError, "Invalid initialization option", .{});
    const e = newEncoder(v[0], v[2], v[4]) orelse return err.raise(.ValueError, "Invalid initialization option", .{});
    if (dictionary) |d| {
        if (e.check.format == .gzip) {
            e.deinit();
            return err.raise(.ValueError, "Invalid dictionary", .{});
        }
        e.coder.setDictionary(d);
        e.dictionary = adlerOf(d, 1);
    }
    return wrapEncoder(e);
}
fn wrapEncoder(e: *Encoder) Word {
    const o = native.create(Compress, &compress_type);
    o.encoder = e;
    o.finished = 0;
    return object.word(o);
}
fn compressMethod(w: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const o = object.ptr(Compress, w);
    const data = bytes_like.require(args[0]) orelse return 0;
    if (o.finished != 0) return fail(-2, "while compressing data", "inconsistent stream state");
    o.encoder.write(data);
    return o.encoder.taken();
}
fn compressFlush(w: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const o = object.ptr(Compress, w);
    const mode: deflate.Flush = switch (intOr(if (nargs > 0) args[0] else 0, 4) orelse return 0) {
        0 => return bytes_.fromSlice(""),
        1, 5 => .partial,
        2 => .sync,
        3 => .full,
        4 => .finish,
        else => return fail(-2, "while flushing", "inconsistent stream state"),
    };
    if (o.finished != 0) return fail(-2, "while flushing", "inconsistent stream state");
    o.encoder.flush(mode);
    o.finished = @intFromBool(mode == .finish);
    return o.encoder.taken();
}
fn compressCopy(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const o = object.ptr(Compress, w);
    if (o.finished != 0) return err.raise(.ValueError, "Inconsistent stream state", .{});
    const e: *Encoder = @ptrCast(@alignCast(alloc.bytes(@sizeOf(Encoder))));
    e.* = o.encoder.*;
    o.encoder.coder.clone(&e.coder);
    return wrapEncoder(e);
}

// Decompression

const Stage = enum { head, dictionary, body, trailer, done };

/// A decoder with its format. Bytes of the head and of the trailer are collected until there are enough.
const Decoder = struct {
    coder: inflate.Inflater = .{},
    check: Check,
    stage: Stage,
    pending: [12]u8 = undefined,
    pending_len: usize = 0,
    /// Flags of a gzip head; the part of it that is being read.
    gzip_flags: u8 = 0,
    gzip_part: enum { fixed, extra_length, extra, file, comment, check, end } = .fixed,
    skip: usize = 0,
    wbits: i64,
    dictionary: Word = 0,

    fn init(format: Format, wbits: i64) Decoder {
        return .{ .check = .init(format), .stage = if (format == .raw) .body else .head, .wbits = wbits };
    }

    const Failure = struct { code: i32, reason: []const u8 };
    const Outcome = union(enum) { more, full, done, failed: Failure };

    /// Decodes from `in.*`, which is advanced, to `out`.
    fn run(self: *Decoder, in: *[]const u8, out: *bytes_.Builder, limit: usize) Outcome {
        while (true) switch (self.stage) {
            .head => switch (self.head(in)) {
                .ready => self.stage = .body,
                .more => return .more,
                .wants => self.stage = .dictionary,
                .bad => |reason| return .{ .failed = .{ .code = -3, .reason = reason } },
            },
            .dictionary => {
                if (self.dictionary == 0) return .{ .failed = .{ .code = 2, .reason = "" } };
                const d = bytes_like.view(self.dictionary).?;
                if (adlerOf(d, 1) != self.number(.big)) return .{ .failed = .{ .code = -3, .reason = "dictionary" } };
                self.coder.setDictionary(d);
                self.pending_len = 0;
                self.stage = .body;
            },
            .body => {
                const made = self.coder.run(in.*, limit -| out.slice().len);
                defer made.deinit();
                in.* = in.*[made.used..];
                self.check.add(made.slice());
                out.append(made.slice());
                switch (made.status) {
                    .more => return .more,
                    .full => return .full,
                    .invalid => return .{ .failed = .{ .code = -3, .reason = self.coder.reason } },
                    .done => {
                        self.stage = .trailer;
                        self.pending_len = 0;
                    },
                }
            },
            .trailer => {
                const size: usize = switch (self.check.format) {
                    .raw, .any => 0,
                    .zlib => 4,
                    .gzip => 8,
                };
                if (!self.collect(in, size)) return .more;
                switch (self.check.format) {
                    .raw, .any => {},
                    .zlib => if (self.number(.big) != self.check.sum) return .{ .failed = .{ .code = -3, .reason = "incorrect data check" } },
                    .gzip => {
                        if (self.number(.little) != self.check.sum) return .{ .failed = .{ .code = -3, .reason = "incorrect data check" } };
                        if (std.mem.readInt(u32, self.pending[4..8], .little) != self.check.length) {
                            return .{ .failed = .{ .code = -3, .reason = "incorrect length check" } };
                        }
                    },
                }
                self.stage = .done;
            },
            .done => return .done,
        };
    }
    fn number(self: *Decoder, order: std.builtin.Endian) u32 {
        return std.mem.readInt(u32, self.pending[0..4], order);
    }
    /// False: `pending` has fewer than `size` bytes yet.
    fn collect(self: *Decoder, in: *[]const u8, size: usize) bool {
        const n = @min(size - self.pending_len, in.len);
        @memcpy(self.pending[self.pending_len..][0..n], in.*[0..n]);
        self.pending_len += n;
        in.* = in.*[n..];
        return self.pending_len == size;
    }

    const Head = union(enum) { ready, more, wants, bad: []const u8 };
    fn head(self: *Decoder, in: *[]const u8) Head {
        if (self.check.format == .any or self.check.format == .zlib) {
            if (self.pending_len < 2 and !self.collect(in, 2)) return .more;
            if (self.check.format == .any and self.pending[0] == 0x1f and self.pending[1] == 0x8b) {
                self.check = .init(.gzip);
                return self.gzipHead(in);
            }
            if (self.check.format == .any) self.check = .init(.zlib);
            const word = std.mem.readInt(u16, self.pending[0..2], .big);
            if (word % 31 != 0) return .{ .bad = "incorrect header check" };
            if (word >> 8 & 15 != 8) return .{ .bad = "unknown compression method" };
            const size = (word >> 12) + 8;
            const most: i64 = if (self.wbits > 32) self.wbits - 32 else if (self.wbits == 0 or self.wbits == 32) 15 else self.wbits;
            if (size > most) return .{ .bad = "invalid window size" };
            if (word & 0x20 == 0) {
                self.pending_len = 0;
                return .ready;
            }
            // The identity of the dictionary replaces the head.
            if (!self.collect(in, 6)) return .more;
            std.mem.copyForwards(u8, self.pending[0..4], self.pending[2..6]);
            return .wants;
        }
        return self.gzipHead(in);
    }
    fn gzipHead(self: *Decoder, in: *[]const u8) Head {
        while (true) switch (self.gzip_part) {
            .fixed => {
                // The magic number is looked at as soon as it is there.
                if (self.pending_len < 2 and !self.collect(in, 2)) return .more;
                if (self.pending[0] != 0x1f or self.pending[1] != 0x8b) return .{ .bad = "incorrect header check" };
                if (!self.collect(in, 10)) return .more;
                if (self.pending[2] != 8) return .{ .bad = "unknown compression method" };
                self.gzip_flags = self.pending[3];
                if (self.gzip_flags & 0xe0 != 0) return .{ .bad = "unknown header flags set" };
                self.pending_len = 0;
                self.gzip_part = .extra_length;
            },
            .extra_length => {
                if (self.gzip_flags & 4 != 0) {
                    if (!self.collect(in, 2)) return .more;
                    self.skip = std.mem.readInt(u16, self.pending[0..2], .little);
                    self.pending_len = 0;
                }
                self.gzip_part = .extra;
            },
            .extra => {
                const n = @min(self.skip, in.len);
                in.* = in.*[n..];
                self.skip -= n;
                if (self.skip > 0) return .more;
                self.gzip_part = .file;
            },
            .file => {
                if (self.gzip_flags & 8 != 0 and !skipText(in)) return .more;
                self.gzip_part = .comment;
            },
            .comment => {
                if (self.gzip_flags & 16 != 0 and !skipText(in)) return .more;
                self.gzip_part = .check;
            },
            .check => {
                if (self.gzip_flags & 2 != 0 and !self.collect(in, 2)) return .more;
                self.pending_len = 0;
                self.gzip_part = .end;
            },
            .end => return .ready,
        };
    }
    fn skipText(in: *[]const u8) bool {
        const end = std.mem.indexOfScalar(u8, in.*, 0);
        in.* = if (end) |i| in.*[i + 1 ..] else in.*[in.len..];
        return end != null;
    }

    fn make(format: Format, wbits: i64) *Decoder {
        const d: *Decoder = @ptrCast(@alignCast(alloc.bytes(@sizeOf(Decoder))));
        d.* = .init(format, wbits);
        return d;
    }
    fn deinit(self: *Decoder) void {
        rc.releaseMaybe(self.dictionary);
        alloc.free(std.mem.asBytes(self).ptr);
    }
};

fn raiseFailure(f: Decoder.Failure, what: []const u8) Word {
    if (f.code == 2) return native.raise(error_class, "Error 2 {s}", .{what});
    if (std.mem.eql(u8, f.reason, "dictionary")) return native.raise(error_class, "Error -3 while setting zdict: invalid input data", .{});
    return fail(f.code, what, f.reason);
}

fn decompress(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const sig: args_.Signature = .{ .name = "decompress", .params = &.{ "", "wbits", "bufsize" }, .posonly = 1, .positional = 3, .required = 1 };
    var given: [3]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return 0;
    var data = bytes_like.require(given[0]) orelse return 0;
    const wbits = intOr(given[1], max_wbits) orelse return 0;
    if (given[2] != 0) {
        const n = int.toSsize(given[2]) orelse return 0;
        if (n < 0) return err.raise(.ValueError, "bufsize must be non-negative", .{});
    }
    const format = formatOf(wbits, true) orelse return fail(-2, "while preparing to decompress data", "inconsistent stream state");
    const d = Decoder.make(format, wbits);
    defer d.deinit();
    var out: bytes_.Builder = .{};
    defer out.deinit();
    return switch (d.run(&data, &out, std.math.maxInt(usize))) {
        .done => out.finish(),
        .more, .full => fail(-5, "while decompressing data", "incomplete or truncated stream"),
        .failed => |f| raiseFailure(f, "while decompressing data"),
    };
}

/// `zlib.Decompress` and `zlib._ZlibDecompressor`, which keeps its input itself (`tail`).
const Decompress = extern struct { h: object.Header, decoder: *Decoder, unused: Word, tail: Word, eof: u64, needs_input: u64 };
pub var decompress_type: types.Type = .{
    .h = types.static_header,
    .c_name = "zlib.Decompress",
    .fixed_size = @sizeOf(Decompress),
    .flags = .{ .acyclic = true, .default_getattr = true },
    .slots = .{ .dealloc = decompressDealloc, .new = native.refuseNew },
};
pub var reader_type: types.Type = .{
    .h = types.static_header,
    .c_name = "zlib._ZlibDecompressor",
    .fixed_size = @sizeOf(Decompress),
    .flags = .{ .acyclic = true, .default_getattr = true },
    .slots = .{ .dealloc = decompressDealloc, .new = readerNew },
};
fn decompressDealloc(w: Word) callconv(.c) void {
    const o = object.ptr(Decompress, w);
    o.decoder.deinit();
    rc.release(o.unused);
    rc.release(o.tail);
    alloc.free(object.header(w));
}
fn wrapDecoder(d: *Decoder, t: *const types.Type) Word {
    const o = native.create(Decompress, t);
    o.decoder = d;
    o.unused = bytes_.fromSlice("");
    o.tail = bytes_.fromSlice("");
    o.eof = 0;
    o.needs_input = 1;
    return object.word(o);
}
fn make(args: [*]const Word, nargs: usize, kwnames: Word, comptime shown: []const u8, t: *const types.Type) Word {
    const sig: args_.Signature = .{ .name = shown, .params = &.{ "wbits", "zdict" }, .positional = 2, .required = 0 };
    var given: [2]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return 0;
    const wbits = intOr(given[0], max_wbits) orelse return 0;
    const has_dictionary = given[1] != 0;
    if (has_dictionary and bytes_like.view(given[1]) == null) {
        return err.raise(.TypeError, "zdict argument must support the buffer protocol", .{});
    }
    const format = formatOf(wbits, true) orelse return err.raise(.ValueError, "Invalid initialization option", .{});
    const d = Decoder.make(format, wbits);
    if (has_dictionary) {
        d.dictionary = bytes_.fromSlice(bytes_like.view(given[1]).?);
        if (format == .raw) d.coder.setDictionary(bytes_like.view(d.dictionary).?);
    }
    return wrapDecoder(d, t);
}
fn decompressObject(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    return make(args, nargs, kwnames, "decompressobj", &decompress_type);
}
fn readerNew(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    return make(args, nargs, kwnames, "_ZlibDecompressor", &reader_type);
}
fn replace(place: *Word, value: Word) void {
    const old = place.*;
    place.* = value;
    rc.release(old);
}
fn joined(a: Word, b: []const u8) Word {
    var out: bytes_.Builder = .{};
    defer out.deinit();
    out.append(bytes_like.view(a).?);
    out.append(b);
    return out.finish();
}

fn decompressMethod(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const sig: args_.Signature = .{ .name = "decompress", .params = &.{ "", "max_length" }, .posonly = 1, .positional = 2, .required = 1 };
    var given: [2]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return 0;
    const data = bytes_like.require(given[0]) orelse return 0;
    var limit: usize = std.math.maxInt(usize);
    if (given[1] != 0) {
        const n = int.toSsize(given[1]) orelse return 0;
        if (n < 0) return err.raise(.ValueError, "max_length must be non-negative", .{});
        if (n > 0) limit = @intCast(n);
    }
    return step(object.ptr(Decompress, w), data, limit, "while decompressing data");
}
fn step(o: *Decompress, data: []const u8, limit: usize, what: []const u8) Word {
    var in = data;
    var out: bytes_.Builder = .{};
    defer out.deinit();
    const outcome = o.decoder.run(&in, &out, limit);
    switch (outcome) {
        .failed => |f| return raiseFailure(f, what),
        .more => replace(&o.tail, bytes_.fromSlice("")),
        .full => replace(&o.tail, bytes_.fromSlice(in)),
        .done => {
            o.eof = 1;
            // The argument may be the tail itself.
            const unused = joined(o.unused, in);
            replace(&o.unused, unused);
            replace(&o.tail, bytes_.fromSlice(""));
        },
    }
    return out.finish();
}
fn decompressFlush(w: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const o = object.ptr(Decompress, w);
    if (nargs > 0) {
        const n = int.toSsize(args[0]) orelse return 0;
        if (n <= 0) return err.raise(.ValueError, "length must be greater than zero", .{});
    }
    return step(o, bytes_like.view(o.tail).?, std.math.maxInt(usize), "while finishing decompression");
}
fn decompressCopy(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const o = object.ptr(Decompress, w);
    if (o.eof != 0) return err.raise(.ValueError, "Inconsistent stream state", .{});
    const d: *Decoder = @ptrCast(@alignCast(alloc.bytes(@sizeOf(Decoder))));
    d.* = o.decoder.*;
    if (d.dictionary != 0) _ = rc.retain(d.dictionary);
    const made = wrapDecoder(d, &decompress_type);
    const to = object.ptr(Decompress, made);
    replace(&to.unused, rc.retain(o.unused));
    replace(&to.tail, rc.retain(o.tail));
    return made;
}
fn getUnused(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(object.ptr(Decompress, w).unused);
}
fn getTail(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(object.ptr(Decompress, w).tail);
}
fn getEof(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return singletons.boolWord(object.ptr(Decompress, w).eof != 0);
}
fn getNeedsInput(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return singletons.boolWord(object.ptr(Decompress, w).needs_input != 0);
}
fn readerDecompress(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const sig: args_.Signature = .{ .name = "decompress", .params = &.{ "data", "max_length" }, .positional = 2, .required = 1 };
    var given: [2]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return 0;
    const data = bytes_like.require(given[0]) orelse return 0;
    const most = if (given[1] == 0) -1 else int.toSsize(given[1]) orelse return 0;
    const o = object.ptr(Decompress, w);
    if (o.eof != 0) return err.raise(.EOFError, "End of stream already reached", .{});
    const all = joined(o.tail, data);
    defer rc.release(all);
    var in = bytes_like.view(all).?;
    var out: bytes_.Builder = .{};
    defer out.deinit();
    const outcome = o.decoder.run(&in, &out, if (most < 0) std.math.maxInt(usize) else @intCast(most));
    switch (outcome) {
        .failed => |f| return raiseFailure(f, "while decompressing data"),
        .more, .full => {
            replace(&o.tail, bytes_.fromSlice(in));
            o.needs_input = @intFromBool(outcome == .more);
        },
        .done => {
            o.eof = 1;
            o.needs_input = 0;
            replace(&o.unused, bytes_.fromSlice(in));
            replace(&o.tail, bytes_.fromSlice(""));
        },
    }
    return out.finish();
}
