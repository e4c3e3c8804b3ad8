//! What the driver may leave out of a program, and how it sees what it may not (`Sources/pyaot/Driver/Pruner.swift`).
//!
//! The linker keeps what is referenced from what is kept. That is too much where a table refers to everything: the list of
//! builtin classes, and the slots of a class, which are only called through the class. So the driver follows the references
//! in the archive itself, with three rules more than the linker has:
//!
//! - a class is kept if kept code refers to it or makes an object of its shape;
//! - a prunable slot of a class is kept if the class is, and kept code reads that slot of any class, or the program names
//!   one of its special methods;
//! - an entry of a weak table is kept if its first pointer is.
//!
//! References that are not kept are null in the executable.
//!
//! Invariant: code that makes an object of a constant shape says so with `creates` (`alloc.object` does), code that reads
//! one of `prunable` says so with `reads`; both leave a relocation without effect, and no instruction.
const std = @import("std");
const builtin = @import("builtin");
const object = @import("object.zig");
const types = @import("type.zig");
const names = @import("names.zig");

/// Other targets and the checking build keep everything.
pub const enabled = builtin.object_format == .elf and builtin.cpu.arch == .x86_64 and builtin.mode != .Debug and
    !builtin.is_test;

inline fn mark(comptime name: []const u8) void {
    if (comptime enabled) asm volatile (".reloc ., R_X86_64_NONE, pyrt_mark_" ++ name);
}

/// Objects of this shape may exist from here on.
pub inline fn creates(comptime shape: object.ShapeId) void {
    mark("shape_" ++ @tagName(shape));
}

/// A slot of any class is read.
pub inline fn reads(comptime slot: []const u8) void {
    comptime for (single) |entry| {
        if (std.mem.eql(u8, entry[0], slot)) break;
    } else @compileError(slot ++ " is always kept");
    mark("slot_" ++ slot);
}
/// One of the slots `binary` or `inplace` is read.
pub inline fn readsOperator(comptime op: types.BinaryOp) void {
    mark("slot_binary_" ++ @tagName(op));
}
pub inline fn readsInplace(comptime op: types.BinaryOp) void {
    mark("slot_inplace_" ++ @tagName(op));
}
/// Builtin methods of this name may be looked up.
pub inline fn looksUp(comptime name: names.Name) void {
    if (comptime isSpecial(name)) mark("name_" ++ @tagName(name));
}
fn isSpecial(comptime name: names.Name) bool {
    return std.mem.startsWith(u8, @tagName(name), "__");
}
/// What the line `named` of this name keeps (`lines`) is used by the runtime itself.
pub inline fn uses(comptime name: []const u8) void {
    mark(name);
}

/// Slots without an operator's number that may be left out, and by which special methods the program may reach them.
const single = .{
    .{ "pow3", "__pow__" },
    .{ "neg", "__neg__" },
    .{ "pos", "__pos__" },
    .{ "invert", "__invert__" },
    .{ "abs", "__abs__" },
    .{ "divmod", "__divmod__ __rdivmod__" },
    .{ "setitem", "__setitem__ __delitem__" },
    .{ "int", "__int__" },
    .{ "float", "__float__" },
};
/// Only reached through the class as a value: kept for classes that the program can name.
const construction = .{ .{ "new", "__new__" }, .{ "init", "__init__" } };

/// Classes of objects that exist without being made: constants, classes, modules.
const core = .{ "object", "type", "NoneType", "NotImplementedType", "ellipsis", "int", "bool", "str", "tuple", "module" };
/// Classes that stand for shapes besides their own.
const further_shapes = .{ .{ "long_range", "range" }, .{ "list_f64", "list" }, .{ "list_bool", "list" } };

fn wordOf(comptime field: []const u8) comptime_int {
    return @offsetOf(types.Slots, field) / @sizeOf(usize);
}

/// The rules as lines of the table that the compiler reads (`BuiltinTable.swift`).
pub const lines = blk: {
    @setEvalBranchQuota(1_000_000);
    const print = std.fmt.comptimePrint;
    var out: []const u8 = "";
    if (!enabled) break :blk out;
    const defs = @import("slot_defs.zig");
    out = out ++ print("layout {d} {d}\n", .{ @offsetOf(types.Type, "slots"), @offsetOf(types.Type, "shape") });
    out = out ++ print("defs pyrt_slot_defs {d} {d} {d}\n", .{
        @sizeOf(defs.Def), @offsetOf(defs.Def, "slot"), @offsetOf(defs.Def, "generic"),
    });
    out = out ++ "weak pyrt_all_types 8\nweak pyrt_type_names 24\nnamed pyrt_sys_body sys\n" ++
        "named pyrt_class_getitem __class_getitem__ class_getitem\nnamed pyrt_exception_docs __doc__ getdoc\nnamed pyrt_typing_find _typing_core\nnamed pyrt_dir_collect __dir__ __dict__ type globals locals vars\n";
    for (core) |name| out = out ++ "core pyrt_type_" ++ name ++ "\n";
    for (@typeInfo(object.ShapeId).@"enum".fields) |field| out = out ++ print("shape {s} {d}\n", .{ field.name, field.value });
    for (further_shapes) |entry| out = out ++ "alias " ++ entry[0] ++ " pyrt_type_" ++ entry[1] ++ "\n";
    for (@typeInfo(types.BinaryOp).@"enum".fields) |op| {
        const which: types.BinaryOp = @enumFromInt(op.value);
        out = out ++ print("slot binary_{s} {d} {s} {s}\n", .{
            op.name, wordOf("binary") + op.value, @tagName(defs.binaryName(which, 0)), @tagName(defs.binaryName(which, 1)),
        });
        out = out ++ print("slot inplace_{s} {d} {s}\n", .{ op.name, wordOf("inplace") + op.value, @tagName(defs.binaryName(which, 2)) });
    }
    for (single) |entry| out = out ++ print("slot {s} {d} {s}\n", .{ entry[0], wordOf(entry[0]), entry[1] });
    for (construction) |entry| out = out ++ print("construction {s} {d} {s}\n", .{ entry[0], wordOf(entry[0]), entry[1] });
    break :blk out;
};

fn define(comptime name: []const u8) void {
    const Holder = struct {
        const text = name;
        const byte: u8 = text.len;
    };
    @export(&Holder.byte, .{ .name = "pyrt_mark_" ++ name });
}

comptime {
    @setEvalBranchQuota(1_000_000);
    if (enabled) {
        for (@typeInfo(object.ShapeId).@"enum".fields) |field| define("shape_" ++ field.name);
        for (@typeInfo(types.BinaryOp).@"enum".fields) |op| {
            define("slot_binary_" ++ op.name);
            define("slot_inplace_" ++ op.name);
        }
        for (single) |entry| define("slot_" ++ entry[0]);
        define("sys");
        define("class_getitem");
        define("generic_slots");
        for (@typeInfo(names.Name).@"enum".fields) |field| {
            if (isSpecial(@enumFromInt(field.value))) define("name_" ++ field.name);
        }
    }
}
