//! Numbers as bytes: the items of `struct` formats and of `array`.
//!
//! Invariant: `store` writes exactly `size` bytes or raises and writes nothing.
const std = @import("std");
const object = @import("../object.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const float = @import("../float.zig");
const int_bits = @import("../int_bits.zig");
const Word = object.Word;

pub const Kind = enum(u8) { signed, unsigned, float, boolean, char, text, pascal, pad };

/// An item whose bytes are in the machine's order unless `big`.
pub const Item = struct { kind: Kind, code: u8, size: u8, big: bool = false };

/// The number at `from`, owned.
pub fn load(item: Item, from: [*]const u8) Word {
    switch (item.kind) {
        .signed => {
            const v = loadBits(item, from);
            const shift: u6 = @intCast(64 - @as(u32, item.size) * 8);
            return int.fromI64(@as(i64, @bitCast(v << shift)) >> shift);
        },
        .unsigned => return int.fromU64(loadBits(item, from)),
        .float => {
            const v = loadBits(item, from);
            return float.new(switch (item.size) {
                2 => @as(f16, @bitCast(@as(u16, @intCast(v)))),
                4 => @as(f32, @bitCast(@as(u32, @intCast(v)))),
                else => @as(f64, @bitCast(v)),
            });
        },
        .boolean => return @import("../singletons.zig").boolWord(from[0] != 0),
        .char, .text, .pascal, .pad => unreachable,
    }
}
fn loadBits(item: Item, from: [*]const u8) u64 {
    const order: std.builtin.Endian = if (item.big) .big else .little;
    return switch (item.size) {
        1 => from[0],
        2 => std.mem.readInt(u16, from[0..2], order),
        4 => std.mem.readInt(u32, from[0..4], order),
        else => std.mem.readInt(u64, from[0..8], order),
    };
}
pub fn storeBits(item: Item, to: [*]u8, v: u64) void {
    const order: std.builtin.Endian = if (item.big) .big else .little;
    switch (item.size) {
        1 => to[0] = @truncate(v),
        2 => std.mem.writeInt(u16, to[0..2], @truncate(v), order),
        4 => std.mem.writeInt(u32, to[0..4], @truncate(v), order),
        else => std.mem.writeInt(u64, to[0..8], v, order),
    }
}

/// The bits of an exact int that fits the item; null: it does not.
pub fn fitting(item: Item, w: Word) ?u64 {
    if (item.kind == .unsigned) {
        const v = int.toU64(w) orelse return null;
        return if (item.size == 8 or v >> @intCast(@as(u32, item.size) * 8) == 0) v else null;
    }
    const v = int.toI64(w) orelse return null;
    if (item.size == 8) return @bitCast(v);
    const limit = @as(i64, 1) << @intCast(@as(u32, item.size) * 8 - 1);
    return if (v >= -limit and v < limit) @bitCast(v) else null;
}

/// The bits of a float in the item's size; null: raised OverflowError. Sizes below 8 round to nearest.
pub fn floatBits(item: Item, v: f64, checked: bool) ?u64 {
    switch (item.size) {
        2 => {
            const h: f16 = @floatCast(v);
            if (std.math.isInf(h) and !std.math.isInf(v)) return tooLarge('e');
            return @as(u16, @bitCast(h));
        },
        4 => {
            const f: f32 = @floatCast(v);
            if (checked and std.math.isInf(f) and !std.math.isInf(v)) return tooLarge('f');
            return @as(u32, @bitCast(f));
        },
        else => return @bitCast(v),
    }
}
fn tooLarge(code: u8) ?u64 {
    _ = err.raise(.OverflowError, "float too large to pack with {s} format", .{@as([]const u8, &.{code})});
    return null;
}
