//! The classes of None, NotImplemented and Ellipsis, and cells.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const args_ = @import("args.zig");
const ops = @import("ops.zig");
const repr_ = @import("repr.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;
const Type = types.Type;
const Cell = object.Cell;
const object_type = &@import("object_type.zig").object_type;

fn text(comptime s: []const u8) types.UnaryFn {
    return struct {
        fn run(_: Word) callconv(.c) Word {
            return str.intern(s);
        }
    }.run;
}
fn noBool(_: Word) callconv(.c) i32 {
    return 0;
}
/// Its truth is no use to anybody; 3.13 still answers True with a DeprecationWarning, which is not shown by default.
fn notImplementedBool(_: Word) callconv(.c) i32 {
    return 1;
}
fn noneHash(_: Word) callconv(.c) i64 {
    return 0xfca86420;
}
fn newOf(comptime name: []const u8, comptime word: fn () callconv(.@"inline") Word) *const fn (Word, [*]const Word, usize, Word) callconv(.c) Word {
    return struct {
        fn run(_: Word, _: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
            if (nargs > 0 or args_.keywordNames(kwnames).len > 0) {
                return err.raise(.TypeError, name ++ " takes no arguments", .{});
            }
            return word();
        }
    }.run;
}
fn singleton(comptime name: [:0]const u8, comptime shape: object.ShapeId, slots: types.Slots) Type {
    return .{
        .h = types.static_header,
        .c_name = name,
        .shape = @intFromEnum(shape),
        .fixed_size = @sizeOf(object.Header),
        .base = object_type,
        .flags = .{ .acyclic = true, .default_getattr = true },
        .slots = slots,
    };
}

pub var none_type: Type = singleton("NoneType", .none, .{
    .repr = text("None"),
    .boolean = noBool,
    .hash = noneHash,
    .new = newOf("NoneType", singletons.noneWord),
});
pub var not_implemented_type: Type = singleton("NotImplementedType", .not_implemented, .{
    .repr = text("NotImplemented"),
    .boolean = notImplementedBool,
    .new = newOf("NotImplementedType", singletons.notImplementedWord),
});
pub var ellipsis_type: Type = singleton("ellipsis", .ellipsis, .{
    .repr = text("Ellipsis"),
    .new = newOf("EllipsisType", singletons.ellipsisWord),
});

// Cells

fn cellDealloc(self: Word) callconv(.c) void {
    rc.releaseMaybe(object.ptr(Cell, self).value);
    alloc.free(object.header(self));
}
fn cellTraverse(self: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    const c = object.ptr(Cell, self);
    if (c.value != 0) visit(c.value, context);
}
fn cellClear(self: Word) callconv(.c) void {
    const c = object.ptr(Cell, self);
    const old = c.value;
    c.value = 0;
    rc.releaseMaybe(old);
}
fn cellRepr(self: Word) callconv(.c) Word {
    const c = object.ptr(Cell, self);
    var b: str.Builder = .init(64);
    b.append("<cell at ");
    repr_.appendAddress(&b, self);
    if (c.value == 0) {
        b.append(": empty>");
        return b.finish();
    }
    b.append(": ");
    b.append(types.nameOfValue(c.value));
    b.append(" object at ");
    repr_.appendAddress(&b, c.value);
    b.append(">");
    return b.finish();
}
fn cellCompare(left: Word, right: Word, op: types.CompareOp) callconv(.c) Word {
    if (!object.isExact(left, .cell) or !object.isExact(right, .cell)) return singletons.notImplementedWord();
    const a = object.ptr(Cell, left).value;
    const b = object.ptr(Cell, right).value;
    if (a != 0 and b != 0) return ops.compare(a, b, op);
    // An empty cell is smaller than any other.
    const x: i32 = @intFromBool(a != 0);
    const y: i32 = @intFromBool(b != 0);
    return singletons.boolWord(switch (op) {
        .lt => x < y,
        .le => x <= y,
        .eq => x == y,
        .ne => x != y,
        .gt => x > y,
        .ge => x >= y,
    });
}
fn cellNew(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (!args_.noKeywords("cell", kwnames) or !args_.checkCount("cell", nargs, 0, 1)) return 0;
    return makeCell(if (nargs == 1) args[0] else 0);
}
/// A cell with a borrowed value, 0 for an empty one.
pub fn makeCell(value: Word) Word {
    const c = alloc.object(Cell, .cell, 0);
    c.value = rc.retainMaybe(value);
    return object.word(c);
}
fn getContents(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const value = object.ptr(Cell, self).value;
    return if (value == 0) err.raise(.ValueError, "Cell is empty", .{}) else rc.retain(value);
}
fn setContents(self: Word, value: Word) callconv(.c) i32 {
    const c = object.ptr(Cell, self);
    const old = c.value;
    c.value = rc.retainMaybe(value);
    rc.releaseMaybe(old);
    return 0;
}
pub const cell_methods = .{
    .{ "cell_contents", getContents, 0, 0, .getset, setContents },
};
pub var cell_type: Type = .{
    .h = types.static_header,
    .c_name = "cell",
    .shape = @intFromEnum(object.ShapeId.cell),
    .fixed_size = @sizeOf(Cell),
    .base = object_type,
    .flags = .{ .default_getattr = true },
    .slots = .{
        .dealloc = cellDealloc,
        .traverse = cellTraverse,
        .clear = cellClear,
        .repr = cellRepr,
        .compare = cellCompare,
        .new = cellNew,
    },
};
