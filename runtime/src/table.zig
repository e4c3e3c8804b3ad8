//! What the runtime offers by name, as text between two marks in the archive: the compiler reads it from there and emits, per
//! program, the rows whose names the program can reach (`Sources/BackendZig/ZigProgram.swift` has the format). Nothing
//! refers to the text, so no executable contains it.
const std = @import("std");
const methods = @import("methods.zig");
const builtins = @import("builtins.zig");
const builtin_types = @import("builtin_types.zig");
const exception_rows = @import("exception_rows.zig");
const exception_types = @import("exception_types.zig");
const native_modules = @import("modules/all.zig");

const begin = "PYAOT-TABLE-" ++ "BEGIN\n";
const end = "PYAOT-TABLE-" ++ "END\n";

/// Names of `builtins` that are classes, where class and symbol have the same name.
const class_names = .{
    "object", "type",   "int",      "bool",     "float",       "complex",      "str",   "bytes",      "bytearray",
    "list",   "tuple",  "dict",     "set",      "frozenset",   "range",        "slice", "enumerate",  "zip",
    "map",    "filter", "reversed", "property", "classmethod", "staticmethod", "super", "memoryview",
};
const constants = .{
    .{ "NotImplemented", "pyrt_not_implemented" },
    .{ "Ellipsis", "pyrt_ellipsis" },
    .{ "EnvironmentError", "pyrt_type_exc_OSError" },
    .{ "IOError", "pyrt_type_exc_OSError" },
};

fn number(comptime n: comptime_int) []const u8 {
    return std.fmt.comptimePrint("{d}", .{n});
}

fn methodLine(comptime class: []const u8, comptime entry: anytype) []const u8 {
    const flags = methods.row(entry).flags;
    const setter = if (entry.len > 5) "pyrt_ms_" ++ class ++ "_" ++ entry[0] else "-";
    return "method " ++ entry[0] ++ " pyrt_m_" ++ class ++ "_" ++ entry[0] ++ " " ++ setter ++ " " ++ number(entry[2]) ++ " " ++
        number(entry[3]) ++ " " ++ @tagName(flags.kind) ++ (if (flags.keywords) " 1\n" else " 0\n");
}

/// What the program names so that rows of builtin classes stay that the module calls by name: `uses` of the module.
fn moduleLine(comptime M: type) []const u8 {
    var uses: []const u8 = "";
    if (@hasDecl(M, "uses")) {
        for (M.uses, 0..) |name, i| uses = uses ++ (if (i == 0) "" else ",") ++ name;
    }
    const place = if (@hasDecl(M, "shadowable") and M.shadowable) "extension " else "builtin ";
    return "module " ++ M.name ++ " pyrt_module_" ++ M.name ++ " " ++ place ++ (if (uses.len == 0) "-" else uses) ++ "\n";
}

const text = blk: {
    @setEvalBranchQuota(10_000_000);
    var out: []const u8 = begin;
    for (builtin_types.list) |entry| {
        if (entry[2].len == 0) continue;
        out = out ++ "class pyrt_type_" ++ entry[0] ++ "\n";
        for (entry[2]) |row| out = out ++ methodLine(entry[0], row);
    }
    for (exception_rows.classes) |entry| {
        out = out ++ "class pyrt_type_exc_" ++ entry[0] ++ "\n";
        for (entry[1]) |row| out = out ++ methodLine(entry[0], row);
    }
    for (class_names) |name| out = out ++ "object " ++ name ++ " pyrt_type_" ++ name ++ "\n";
    for (exception_types.rows) |row| out = out ++ "object " ++ row[0] ++ " pyrt_type_exc_" ++ row[0] ++ "\n";
    for (constants) |entry| out = out ++ "object " ++ entry[0] ++ " " ++ entry[1] ++ "\n";
    for (builtins.functions) |entry| {
        const keywords = if (entry.len > 4) "1" else "0";
        out = out ++ "function " ++ entry[0] ++ " pyrt_b_" ++ entry[0] ++ " " ++ number(entry[2]) ++ " " ++ number(entry[3]) ++ " " ++
            keywords ++ "\n";
    }
    for (native_modules.list) |entry| out = out ++ moduleLine(entry);
    out = out ++ @import("prune.zig").lines ++ end;
    const final = out[0..out.len].*;
    break :blk final;
};

pub const bytes: [text.len]u8 = text;

comptime {
    @export(&bytes, .{ .name = "pyrt_table_text" });
}
