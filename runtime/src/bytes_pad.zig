//! Methods of bytes and bytearray that pad, strip and expand.
const std = @import("std");
const object = @import("object.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const args_ = @import("args.zig");
const str = @import("str.zig");
const int = @import("int.zig");
const like = @import("bytes_like.zig");
const shared = @import("bytes_methods.zig");
const s_ = @import("singletons.zig");
const Word = object.Word;

const Side = enum { left, right, center };

fn isSpace(c: u8) bool {
    return c == ' ' or (c >= 9 and c <= 13);
}

pub fn Typed(comptime mutable: bool) type {
    return struct {
        fn new(s: []const u8) Word {
            return shared.make(mutable, s);
        }

        fn padded(v: []const u8, left: usize, right: usize, fill: u8) Word {
            if (left + right > 1 << 40) return err.raise(.MemoryError, "", .{});
            var b = str.Builder.init(v.len + left + right);
            defer b.deinit();
            b.appendByteTimes(fill, left);
            b.append(v);
            b.appendByteTimes(fill, right);
            return new(b.slice());
        }

        fn padder(comptime name: []const u8, comptime side: Side) object.NativeFn {
            return struct {
                fn f(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
                    _ = kwnames;
                    const width = int.toSsize(args[0]) orelse return 0;
                    var fill: u8 = ' ';
                    if (nargs > 1) {
                        const c = if (like.isBytes(args[1]) or like.isByteArray(args[1])) like.view(args[1]).? else "";
                        if (c.len != 1) {
                            return err.raise(.TypeError, name ++ "() argument 2 must be a byte string of length 1, not {n}", .{args[1]});
                        }
                        fill = c[0];
                    }
                    const v = like.view(self).?;
                    const n: i64 = @intCast(v.len);
                    if (width <= n) return new(v);
                    const gap: usize = @intCast(width - n);
                    return switch (side) {
                        .left => padded(v, 0, gap, fill),
                        .right => padded(v, gap, 0, fill),
                        .center => blk: {
                            const left = gap / 2 + (gap & @as(usize, @intCast(width)) & 1);
                            break :blk padded(v, left, gap - left, fill);
                        },
                    };
                }
            }.f;
        }
        pub const ljust = padder("ljust", .left).*;
        pub const rjust = padder("rjust", .right).*;
        pub const center = padder("center", .center).*;

        pub fn zfill(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
            _ = .{ nargs, kwnames };
            const width = int.toSsize(args[0]) orelse return 0;
            const v = like.view(self).?;
            if (width <= v.len) return new(v);
            const zeros = @as(usize, @intCast(width)) - v.len;
            if (zeros > 1 << 40) return err.raise(.MemoryError, "", .{});
            const signed = v.len > 0 and (v[0] == '+' or v[0] == '-');
            var b = str.Builder.init(@intCast(width));
            defer b.deinit();
            if (signed) b.appendByte(v[0]);
            b.appendByteTimes('0', zeros);
            b.append(if (signed) v[1..] else v);
            return new(b.slice());
        }

        fn stripper(comptime left: bool, comptime right: bool) object.NativeFn {
            return struct {
                fn f(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
                    _ = kwnames;
                    const chars: ?[]const u8 = if (nargs == 0 or s_.isNone(args[0])) null else like.require(args[0]) orelse return 0;
                    const v = like.view(self).?;
                    var start: usize = 0;
                    var end = v.len;
                    if (left) while (start < end and has(chars, v[start])) {
                        start += 1;
                    };
                    if (right) while (end > start and has(chars, v[end - 1])) {
                        end -= 1;
                    };
                    if (end - start == v.len and object.isExact(self, .bytes)) return rc.retain(self);
                    return new(v[start..end]);
                }
                fn has(chars: ?[]const u8, c: u8) bool {
                    const set = chars orelse return isSpace(c);
                    return std.mem.indexOfScalar(u8, set, c) != null;
                }
            }.f;
        }
        pub const strip = stripper(true, true).*;
        pub const lstrip = stripper(true, false).*;
        pub const rstrip = stripper(false, true).*;

        pub fn expandtabs(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
            var out: [1]Word = undefined;
            if (!args_.bind(.{ .name = "expandtabs", .params = &.{"tabsize"}, .positional = 1, .required = 0 }, args, nargs, kwnames, &out)) return 0;
            const size = if (out[0] == 0) 8 else int.toCInt(out[0]) orelse return 0;
            const v = like.view(self).?;
            var b = str.Builder.init(v.len);
            defer b.deinit();
            var column: usize = 0;
            for (v) |c| {
                if (c == '\t') {
                    if (size <= 0) continue;
                    const n = @as(usize, @intCast(size)) - column % @as(usize, @intCast(size));
                    b.appendByteTimes(' ', n);
                    column += n;
                    continue;
                }
                b.appendByte(c);
                column = if (c == '\n' or c == '\r') 0 else column + 1;
            }
            return new(b.slice());
        }
    };
}
