//! Arguments of text methods: required texts, and the optional start and end of searches.
const object = @import("object.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const container = @import("container.zig");
const s_ = @import("singletons.zig");
const types = @import("type.zig");
const Word = object.Word;
const Str = object.Str;

/// Name of a value's class for "argument must be …" messages, where None is called None.
pub fn shownType(w: Word) []const u8 {
    return if (s_.isNone(w)) "None" else str.typeName(w);
}

/// The text of argument number `n` of method `name`; null: raised.
pub fn text(comptime name: []const u8, comptime n: usize, w: Word) ?*Str {
    return str.of(w) orelse {
        _ = err.raise(.TypeError, name ++ "() argument {d} must be str, not {s}", .{ @as(i64, n), shownType(w) });
        return null;
    };
}

/// The text of the only argument of method `name`; null: raised.
pub fn only(comptime name: []const u8, w: Word) ?*Str {
    return str.of(w) orelse {
        _ = err.raise(.TypeError, name ++ "() argument must be str, not {n}", .{w});
        return null;
    };
}

pub const Range = struct {
    start: usize,
    end: usize,
    /// start > end: nothing can be found, not even an empty text.
    pub fn isVoid(self: Range) bool {
        return self.start > self.end;
    }
};

/// Optional start and end in `args[first..nargs]`, in units of a sequence of `n` elements; null: raised.
pub fn range(args: [*]const Word, nargs: usize, first: usize, n: usize) ?Range {
    return rangeOf(if (nargs > first) args[first] else 0, if (nargs > first + 1) args[first + 1] else 0, n) catch null;
}

fn bound(w: Word) container.Raised!i64 {
    if (!container.isIndex(w)) {
        return container.fail(.TypeError, "slice indices must be integers or None or have an __index__ method", .{});
    }
    return container.indexClamped(w);
}

fn rangeOf(first: Word, second: Word, n_: usize) container.Raised!Range {
    const n: i64 = @intCast(n_);
    var start: i64 = 0;
    var end: i64 = n;
    if (first != 0 and !s_.isNone(first)) start = try bound(first);
    if (second != 0 and !s_.isNone(second)) end = try bound(second);
    if (end > n) end = n;
    if (end < 0) end = @max(end + n, 0);
    if (start < 0) start = @max(start +| n, 0);
    return .{ .start = @intCast(start), .end = @intCast(end) };
}
