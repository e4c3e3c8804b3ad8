//! Builtin methods: how a class's file lists them, and what becomes of the list.
//!
//! A class's file holds
//!
//!     pub var list_type: types.Type = .{ .h = types.static_header, .c_name = "list", .shape = @intFromEnum(.list),
//!         .fixed_size = @sizeOf(object.List), .flags = .{ .base = true, … }, .slots = .{ .repr = repr, … } };
//!     pub const methods = .{                       // a file with several classes: `<class>_methods`
//!         .{ "append", m_list_append, 1, 1 },      // name, NativeFn, fewest and most arguments (−1: any number)
//!         .{ "sort", m_list_sort, 0, 0, .keywords }, // gets keywords too; min/max count positional arguments
//!         .{ "fromkeys", m_dict_fromkeys, 1, 2, .class_method },   // self is the class
//!         .{ "maketrans", m_str_maketrans, 1, 3, .static_method }, // self is 0
//!         .{ "real", m_int_real, 0, 0, .getset },                  // read-only attribute; called with no arguments
//!         .{ "args", m_exc_args, 0, 0, .getset, set_args },        // with a setter (value 0: delete)
//!     };
//!
//! and a line in `builtin_types.zig`. Also `.class_method_keywords`, `.static_method_keywords`. Whoever calls a row has
//! checked the argument count by min/max and that there are no keywords unless the row says `.keywords`; so the function
//! need not. `nargs` counts positional arguments; the values for `kwnames` (tuple of str, or 0) follow them in `args`.
//! Arguments and self are borrowed, the result is owned, 0 = raised. Special methods (`__len__` …) are never rows where a
//! slot of `types.Slots` exists: the wrappers in a builtin class's dict are made from the slots.
//!
//! Invariant: `MethodRow.name` of a static row is only read as bytes (its hash field may be in read-only memory); names
//! that become dict keys are interned first.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const Word = object.Word;
const Str = object.Str;
const MethodRow = object.MethodRow;
const NativeFn = object.NativeFn;

pub const Setter = *const fn (self: Word, value: Word) callconv(.c) i32;

/// A static, never hashed string object.
pub fn StaticStr(comptime n: usize) type {
    return extern struct { str: Str, text: [n:0]u8 };
}

/// Address of a constant `Str` with this text (not for hashing).
pub fn staticName(comptime text: []const u8) *const Str {
    const Holder = struct {
        const value: StaticStr(text.len) = .{
            .str = .{
                .h = .{ .rc = object.rc_immortal, .shape = @intFromEnum(object.ShapeId.str) },
                .hash = 0,
                .bytes = text.len,
                .codepoints = text.len,
            },
            .text = text[0..text.len :0].*,
        };
    };
    return &Holder.value.str;
}

/// The row of a tuple `.{ name, function, min, max[, kind[, setter]] }`.
pub fn row(comptime entry: anytype) MethodRow {
    const n = entry.len;
    var flags: object.MethodFlags = .{};
    if (n > 4) switch (entry[4]) {
        .keywords => flags.keywords = true,
        .class_method => flags.kind = .class_method,
        .class_method_keywords => flags = .{ .kind = .class_method, .keywords = true },
        .static_method => flags.kind = .static_method,
        .static_method_keywords => flags = .{ .kind = .static_method, .keywords = true },
        .getset => flags.kind = .getset,
        .member => flags.kind = .member,
        else => @compileError("unknown kind of method row"),
    };
    return .{
        .name = staticName(entry[0] ++ ""),
        .function = entry[1],
        .setter = if (n > 5) entry[5] else null,
        .min_args = entry[2],
        .max_args = entry[3],
        .flags = flags,
    };
}

/// The static array of rows of a class's `methods` list.
pub fn table(comptime list: anytype) []const MethodRow {
    const Holder = struct {
        const rows: [list.len]MethodRow = blk: {
            @setEvalBranchQuota(100_000);
            var out: [list.len]MethodRow = undefined;
            for (list, 0..) |entry, i| out[i] = row(entry);
            break :blk out;
        };
    };
    return &Holder.rows;
}

/// Exports each method of the list as `pyrt_m_<class>_<name>`.
pub fn exportAll(comptime class: []const u8, comptime list: anytype) void {
    @setEvalBranchQuota(1_000_000);
    for (list) |entry| {
        const function: NativeFn = entry[1];
        @export(function, .{ .name = "pyrt_m_" ++ class ++ "_" ++ entry[0] });
        if (entry.len > 5) {
            const setter: Setter = entry[5];
            @export(setter, .{ .name = "pyrt_ms_" ++ class ++ "_" ++ entry[0] });
        }
    }
}

/// Rows that a compiled program keeps for one builtin class (its methods emit them sorted by class).
pub const ClassRows = extern struct { type: *types.Type, rows: [*]const MethodRow, count: u64 };

/// Gives the builtin classes the rows that the program keeps. Called once before any attribute is looked up.
pub fn install(rows: [*]const ClassRows, count: usize) void {
    for (rows[0..count]) |r| {
        r.type.methods = r.rows;
        r.type.method_count = r.count;
    }
}
