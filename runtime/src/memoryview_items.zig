//! Elements of a memoryview: the formats of one native character, and reading and writing one element.
//!
//! Invariant: messages are CPython's; an element that does not fit leaves the memory as it was.
const std = @import("std");
const object = @import("object.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const int = @import("int.zig");
const float = @import("float.zig");
const bytes = @import("bytes.zig");
const like = @import("bytes_like.zig");
const ops = @import("ops.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;

/// Bytes of an element; 0 if the format is none that the module knows.
pub fn sizeOf(format: u8) usize {
    return switch (format) {
        'c', 'b', 'B', '?' => 1,
        'h', 'H', 'e' => 2,
        'i', 'I', 'f' => 4,
        'l', 'L', 'q', 'Q', 'n', 'N', 'd', 'P' => 8,
        else => 0,
    };
}

/// Signed integers of the format's size, in the machine's byte order.
fn Integer(comptime format: u8) type {
    return switch (format) {
        'b' => i8,
        'B' => u8,
        'h' => i16,
        'H' => u16,
        'i' => i32,
        'I' => u32,
        'l', 'q', 'n' => i64,
        'L', 'Q', 'N', 'P' => u64,
        else => @compileError("no format of integers"),
    };
}
const integers = "bBhHiIlqnLQNP";

/// The element at `p`, owned.
pub fn read(format: u8, p: [*]const u8) Word {
    inline for (integers) |f| {
        if (format == f) {
            const T = Integer(f);
            const v = std.mem.readInt(T, p[0..@sizeOf(T)], .little);
            return if (T == u64) int.fromU64(v) else int.fromI64(v);
        }
    }
    return switch (format) {
        'c' => bytes.fromSlice(p[0..1]),
        '?' => singletons.boolWord(p[0] != 0),
        'e' => float.new(@floatCast(@as(f16, @bitCast(std.mem.readInt(u16, p[0..2], .little))))),
        'f' => float.new(@floatCast(@as(f32, @bitCast(std.mem.readInt(u32, p[0..4], .little))))),
        'd' => float.new(@bitCast(std.mem.readInt(u64, p[0..8], .little))),
        else => err.raise(.NotImplementedError, "memoryview: format {s} not supported", .{@as([]const u8, &.{format})}),
    };
}

fn wrongType(format: u8) bool {
    _ = err.raise(.TypeError, "memoryview: invalid type for format '{s}'", .{@as([]const u8, &.{format})});
    return false;
}
fn wrongValue(format: u8) bool {
    _ = err.raise(.ValueError, "memoryview: invalid value for format '{s}'", .{@as([]const u8, &.{format})});
    return false;
}
/// What a failed conversion becomes: errors of type and range are told of the format, others stay.
fn failed(format: u8) bool {
    if (err.clearIf(.TypeError)) return wrongType(format);
    if (err.clearIf(.OverflowError) or err.clearIf(.ValueError)) return wrongValue(format);
    return false;
}

/// Converts `value` to the bytes of an element; false: raised. May run Python.
pub fn encode(format: u8, value: Word, out: *[8]u8) bool {
    inline for (integers) |f| {
        if (format == f) {
            const T = Integer(f);
            const n = int.asIndex(value);
            if (n == 0) return failed(f);
            defer rc.release(n);
            const v: T = if (T == u64)
                int.toU64(n) orelse return wrongValue(f)
            else
                std.math.cast(T, int.toI64(n) orelse return wrongValue(f)) orelse return wrongValue(f);
            std.mem.writeInt(T, out[0..@sizeOf(T)], v, .little);
            return true;
        }
    }
    switch (format) {
        'c' => {
            if (!like.isBytes(value)) return wrongType(format);
            const b = object.ptr(object.Bytes, value).slice();
            if (b.len != 1) return wrongValue(format);
            out[0] = b[0];
        },
        '?' => {
            const truth = ops.truth(value);
            if (truth < 0) return failed(format);
            out[0] = @intFromBool(truth != 0);
        },
        'e', 'f', 'd' => {
            const v = float.asF64(value) orelse return failed(format);
            if (format == 'd') {
                std.mem.writeInt(u64, out[0..8], @bitCast(v), .little);
            } else if (format == 'f') {
                std.mem.writeInt(u32, out[0..4], @bitCast(@as(f32, @floatCast(v))), .little);
            } else {
                const half: f16 = @floatCast(v);
                if (std.math.isInf(half) and !std.math.isInf(v)) return wrongValue(format);
                std.mem.writeInt(u16, out[0..2], @bitCast(half), .little);
            }
        },
        else => {
            _ = err.raise(.NotImplementedError, "memoryview: format {s} not supported", .{@as([]const u8, &.{format})});
            return false;
        },
    }
    return true;
}
