//! The root of the runtime: imports every file, and checks both ways that rows of the runtime table and `pyrt_*`
//! functions of the runtime agree.
const std = @import("std");
const abi = @import("abi.gen.zig");

/// All files that may export entry points.
pub const files = .{
    @import("rc.zig"),              @import("stack.zig"),            @import("ops.zig"),           @import("ops_compare.zig"),
    @import("ops_items.zig"),       @import("attr.zig"),             @import("attr_cache.zig"),    @import("call.zig"),
    @import("iter.zig"),            @import("tuple.zig"),            @import("list.zig"),          @import("set.zig"),
    @import("dict.zig"),            @import("slice.zig"),            @import("str.zig"),           @import("format_value.zig"),
    @import("number_exports.zig"),  @import("module.zig"),           @import("module_import.zig"), @import("scope_rows.zig"),
    @import("function.zig"),        @import("class.zig"),            @import("super.zig"),         @import("exception_raise.zig"),
    @import("exception_group.zig"), @import("traceback.zig"),        @import("generator.zig"),     @import("async_generator.zig"),
    @import("match_class.zig"),     @import("match_containers.zig"), @import("type_params.zig"),   @import("dict_merge.zig"),
    @import("typed_rows.zig"),      @import("type_alias.zig"),       @import("shape_sets.zig"),    @import("dynamic_code.zig"),
};

comptime {
    _ = @import("layout_check.gen.zig");
    _ = @import("table.zig");
    _ = @import("builtins.zig");
    _ = @import("builtin_types.zig");
    // The test runner has a `main` of its own.
    if (!@import("builtin").is_test) {
        @export(&@import("start.zig").main, .{ .name = "main" });
        @export(&@import("start.zig").mainOfLibrary, .{ .name = "pyaot_main" });
    }
    checkRows();
    checkFunctions();
}

/// Every row has exactly one implementation of its type.
fn checkRows() void {
    @setEvalBranchQuota(10_000_000);
    for (abi.rows) |row| {
        const name = "pyrt_" ++ row.name;
        var found = 0;
        for (files) |file| {
            const T = TypeIn(file, row.name) orelse continue;
            found += 1;
            if (T != row.T) @compileError(name ++ ": is " ++ @typeName(T) ++ ", the table says " ++ @typeName(row.T));
        }
        if (found != 1) @compileError(name ++ (if (found == 0) ": not implemented" else ": implemented twice"));
    }
}

fn TypeIn(comptime file: type, comptime row: []const u8) ?type {
    if (@hasDecl(file, "pyrt_" ++ row)) return *const @TypeOf(@field(file, "pyrt_" ++ row));
    return if (@hasDecl(file, "computedRow")) file.computedRow(row) else null;
}

/// Every `pyrt_*` function has a row.
fn checkFunctions() void {
    @setEvalBranchQuota(10_000_000);
    for (files) |file| {
        for (@typeInfo(file).@"struct".decls) |decl| {
            if (!std.mem.startsWith(u8, decl.name, "pyrt_")) continue;
            if (@typeInfo(@TypeOf(@field(file, decl.name))) != .@"fn") continue;
            const known = for (abi.rows) |row| {
                if (std.mem.eql(u8, row.name, decl.name[5..])) break true;
            } else false;
            if (!known) @compileError(decl.name ++ " has no row in the runtime table");
        }
    }
}

/// Without the standard library's formatted panics and stack traces: a safety check that fails ends the program.
pub const panic = std.debug.FullPanic(panicFn);

fn panicFn(message: []const u8, address: ?usize) noreturn {
    _ = address;
    _ = std.c.write(2, "pyaot runtime: ", 15);
    _ = std.c.write(2, message.ptr, message.len);
    _ = std.c.write(2, "\n", 1);
    std.c.abort();
}
