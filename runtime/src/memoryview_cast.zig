//! `memoryview.cast(format[, shape])`.
//!
//! Invariant: a cast is one-dimensional on at least one side, from or to bytes, over memory without gaps.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const rc = @import("rc.zig");
const str = @import("str.zig");
const int = @import("int.zig");
const args_ = @import("args.zig");
const list = @import("list.zig");
const tuple = @import("tuple.zig");
const container = @import("container.zig");
const singletons = @import("singletons.zig");
const codec = @import("str_codec.zig");
const items_ = @import("memoryview_items.zig");
const view_ = @import("memoryview.zig");
const Word = object.Word;
const Raised = container.Raised;

const max_dimensions = 64;

pub fn cast(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var out: [2]Word = undefined;
    if (!args_.bind(.{ .name = "cast", .params = &.{ "format", "shape" }, .positional = 2, .required = 1 }, args, nargs, kwnames, &out)) return 0;
    return container.wordOf(casted(view_.of(self), out[0], out[1]));
}

fn casted(v: *view_.View, format: Word, shape: Word) Raised!Word {
    if (!str.isStr(format)) {
        return container.fail(.TypeError, "cast() argument 'format' must be str, not {n}", .{format});
    }
    if (!view_.alive(v)) return error.Raised;
    if (!v.isContiguous()) return container.fail(.TypeError, "memoryview: casts are restricted to C-contiguous views", .{});
    if ((shape != 0 or v.ndim != 1) and std.mem.indexOfScalar(i64, v.shape(), 0) != null) {
        return container.fail(.TypeError, "memoryview: cannot cast view with zeros in shape or strides", .{});
    }
    var dimensions: []const Word = &.{};
    if (shape != 0) {
        const t = if (object.isSmall(shape)) null else types.typeOf(shape);
        const is_list = t != null and t.?.flags.list_subclass;
        if (!is_list and (t == null or !t.?.flags.tuple_subclass)) {
            return container.fail(.TypeError, "shape must be a list or a tuple", .{});
        }
        dimensions = if (is_list) list.items(shape) else tuple.items(shape);
        if (dimensions.len > max_dimensions) {
            return container.fail(.ValueError, "memoryview: number of dimensions must not exceed 64", .{});
        }
        if (v.ndim != 1 and dimensions.len != 1) {
            return container.fail(.TypeError, "memoryview: cast must be 1D -> ND or ND -> 1D", .{});
        }
    }
    const size = try itemSize(v, format);
    if (shape == 0) {
        const c = create(v, format, size, 1);
        c.dims()[0] = @intCast(v.nbytes / size);
        c.dims()[1] = @intCast(size);
        return object.word(c);
    }
    const c = create(v, format, size, dimensions.len);
    errdefer rc.release(object.word(c));
    var total: i64 = @intCast(size);
    for (dimensions, c.shape()) |w, *n| {
        if (!int.isInt(w)) return container.fail(.TypeError, "memoryview.cast(): elements of shape must be integers", .{});
        n.* = try container.index(w, .OverflowError);
        if (n.* <= 0) return container.fail(.ValueError, "memoryview.cast(): elements of shape must be integers > 0", .{});
        total = std.math.mul(i64, total, n.*) catch
            return container.fail(.ValueError, "memoryview.cast(): product(shape) > SSIZE_MAX", .{});
    }
    if (total != @as(i64, @intCast(v.nbytes))) {
        return container.fail(.TypeError, "memoryview: product(shape) * itemsize != buffer size", .{});
    }
    var stride: i64 = @intCast(size);
    var i = dimensions.len;
    while (i > 0) {
        i -= 1;
        c.strides()[i] = stride;
        stride *= c.shape()[i];
    }
    return object.word(c);
}

fn create(v: *view_.View, format: Word, size: usize, ndim: usize) *view_.View {
    const text = str.own(str.of(format).?);
    defer rc.release(text);
    const c = view_.create(v.owner, v.data, v.readonly != 0, text, ndim);
    c.itemsize = size;
    c.nbytes = v.nbytes;
    return c;
}

fn itemSize(v: *view_.View, format: Word) Raised!usize {
    const text = str.slice(format);
    if (!codec.isAscii(text)) {
        const refused = codec.encode(str.of(format).?, "ascii", "strict");
        if (refused == 0) return error.Raised;
        rc.release(refused);
    }
    const code = if (text.len == 2 and text[0] == '@') text[1] else if (text.len == 1) text[0] else 0;
    const size = items_.sizeOf(code);
    if (size == 0) {
        return container.fail(.ValueError, "memoryview: destination format must be a native single character format prefixed with an optional '@'", .{});
    }
    if (!isByte(v.code()) and !isByte(code)) {
        return container.fail(.TypeError, "memoryview: cannot cast between two non-byte formats", .{});
    }
    if (v.nbytes % size != 0) return container.fail(.TypeError, "memoryview: length is not a multiple of itemsize", .{});
    return size;
}

fn isByte(code: u8) bool {
    return code == 'b' or code == 'B' or code == 'c';
}
