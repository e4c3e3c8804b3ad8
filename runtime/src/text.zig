//! A growing byte buffer for messages and tracebacks, and the formatter of error messages.
//!
//! Invariant: short texts never touch the allocator. Nothing here raises, except that formatting a word with `{w}` or
//! `{r}` runs its `__str__`/`__repr__`; the caller looks at `err.pending()` afterwards.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const str = @import("str.zig");
const repr = @import("repr.zig");
const io = @import("io.zig");
const Word = object.Word;

pub const Buffer = struct {
    inline_bytes: [256]u8 = undefined,
    heap: ?[*]u8 = null,
    len: usize = 0,
    cap: usize = 256,

    fn start(self: *Buffer) [*]u8 {
        return self.heap orelse &self.inline_bytes;
    }

    /// The bytes so far; valid until the next append.
    pub fn slice(self: *Buffer) []u8 {
        return self.start()[0..self.len];
    }

    pub fn deinit(self: *Buffer) void {
        if (self.heap) |p| alloc.free(p);
        self.heap = null;
        self.len = 0;
        self.cap = 256;
    }

    fn reserve(self: *Buffer, extra: usize) void {
        if (self.len + extra <= self.cap) return;
        const cap = @max(self.cap * 2, self.len + extra);
        const bytes = alloc.tryBytes(cap) orelse io.fatal("out of memory");
        @memcpy(bytes[0..self.len], self.slice());
        if (self.heap) |p| alloc.free(p);
        self.heap = bytes;
        self.cap = cap;
    }

    pub fn append(self: *Buffer, bytes: []const u8) void {
        self.reserve(bytes.len);
        const to = self.start() + self.len;
        @memcpy(to[0..bytes.len], bytes);
        self.len += bytes.len;
    }

    pub fn appendByte(self: *Buffer, byte: u8) void {
        self.append(&.{byte});
    }

    pub fn appendRepeated(self: *Buffer, byte: u8, count: usize) void {
        for (0..count) |_| self.appendByte(byte);
    }

    pub fn appendInt(self: *Buffer, value: i64) void {
        if (value < 0) self.appendByte('-');
        self.appendUnsigned(@abs(value), 10);
    }

    pub fn appendUnsigned(self: *Buffer, value: u64, base: u8) void {
        var digits: [64]u8 = undefined;
        var at: usize = digits.len;
        var rest = value;
        while (true) {
            at -= 1;
            digits[at] = "0123456789abcdef"[@intCast(rest % base)];
            rest /= base;
            if (rest == 0) break;
        }
        self.append(digits[at..]);
    }

    /// `str(w)`; false: it raised.
    pub fn appendStr(self: *Buffer, w: Word) bool {
        return self.appendOwned(repr.str(w));
    }

    /// `repr(w)`; false: it raised.
    pub fn appendRepr(self: *Buffer, w: Word) bool {
        return self.appendOwned(repr.repr(w));
    }

    fn appendOwned(self: *Buffer, text: Word) bool {
        if (text == 0) return false;
        self.append(str.slice(text));
        rc.release(text);
        return true;
    }

    /// The class's `__qualname__` as CPython's `tp_name` shows it in messages (without module).
    pub fn appendTypeName(self: *Buffer, class: *types.Type) void {
        self.append(typeName(class));
    }

    /// A new str of the bytes so far.
    pub fn toWord(self: *Buffer) Word {
        return str.fromSlice(self.slice());
    }
};

/// The class's `__name__`; borrowed bytes.
pub fn typeName(class: *const types.Type) []const u8 {
    if (class.name != 0) return str.slice(class.name);
    return std.mem.span(class.c_name);
}

/// One argument of a message.
pub const Argument = union(enum) {
    bytes: []const u8,
    signed: i64,
    unsigned: u64,
    word: Word,
};

/// Turns a tuple of slices and numbers into arguments; whether a `u64` is a word is decided by the format.
pub inline fn arguments(args: anytype) [args.len]Argument {
    var result: [args.len]Argument = undefined;
    inline for (args, 0..) |arg, i| {
        const T = @TypeOf(arg);
        result[i] = switch (@typeInfo(T)) {
            .int => |info| if (info.signedness == .signed) .{ .signed = arg } else .{ .unsigned = arg },
            .comptime_int => .{ .signed = arg },
            .pointer => |info| switch (info.size) {
                .slice => .{ .bytes = arg },
                .one => if (@typeInfo(info.child) == .array)
                    .{ .bytes = arg }
                else if (info.child == object.Str)
                    .{ .bytes = arg.slice() }
                else
                    .{ .bytes = typeName(arg) },
                .many => .{ .bytes = std.mem.span(arg) },
                .c => .{ .bytes = std.mem.span(arg) },
            },
            else => @compileError("message argument of type " ++ @typeName(T)),
        };
    }
    return result;
}

/// Appends `fmt` with its placeholders replaced: `{s}` bytes (slice, `*Str`, or `*Type` for its name), `{d}` integer,
/// `{x}` hexadecimal, `{w}` str(word), `{r}` repr(word), `{t}` name of the word's class, `{c}` a code point.
/// `{{` stands for a brace. False: a word's str/repr raised.
pub fn format(buffer: *Buffer, fmt: []const u8, args: []const Argument) bool {
    var next: usize = 0;
    var at: usize = 0;
    while (at < fmt.len) {
        const stop = std.mem.indexOfAnyPos(u8, fmt, at, "{}") orelse fmt.len;
        buffer.append(fmt[at..stop]);
        if (stop >= fmt.len) break;
        if (stop + 1 < fmt.len and fmt[stop + 1] == fmt[stop]) {
            buffer.appendByte(fmt[stop]);
            at = stop + 2;
            continue;
        }
        const arg = args[next];
        next += 1;
        const code: u8 = if (stop + 1 < fmt.len) fmt[stop + 1] else '}';
        switch (arg) {
            .bytes => |b| buffer.append(b),
            .signed => |v| buffer.appendInt(v),
            .word, .unsigned => {
                const v = switch (arg) {
                    .word => |w| w,
                    .unsigned => |u| u,
                    .bytes, .signed => unreachable,
                };
                switch (code) {
                    'd' => buffer.appendUnsigned(v, 10),
                    'x' => buffer.appendUnsigned(v, 16),
                    'c' => appendCodepoint(buffer, v),
                    'w', 's' => if (!buffer.appendStr(v)) return false,
                    'r' => if (!buffer.appendRepr(v)) return false,
                    't' => buffer.appendTypeName(types.typeOf(v)),
                    // "argument must be …, not …" calls None by its name.
                    'n' => if (@import("singletons.zig").isNone(v)) buffer.append("None") else buffer.appendTypeName(types.typeOf(v)),
                    else => buffer.appendUnsigned(v, 10),
                }
            },
        }
        at = (std.mem.indexOfAnyPos(u8, fmt, stop, "}") orelse fmt.len - 1) + 1;
    }
    return true;
}

/// Appends one code point as UTF-8 (surrogates as three bytes).
pub fn appendCodepoint(buffer: *Buffer, codepoint: u64) void {
    const c: u32 = @intCast(codepoint & 0x1f_ffff);
    if (c < 0x80) {
        buffer.appendByte(@intCast(c));
    } else if (c < 0x800) {
        buffer.append(&.{ @intCast(0xc0 | c >> 6), @intCast(0x80 | (c & 0x3f)) });
    } else if (c < 0x10000) {
        buffer.append(&.{ @intCast(0xe0 | c >> 12), @intCast(0x80 | (c >> 6 & 0x3f)), @intCast(0x80 | (c & 0x3f)) });
    } else {
        buffer.append(&.{
            @intCast(0xf0 | c >> 18),         @intCast(0x80 | (c >> 12 & 0x3f)),
            @intCast(0x80 | (c >> 6 & 0x3f)), @intCast(0x80 | (c & 0x3f)),
        });
    }
}
