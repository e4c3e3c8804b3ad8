//! The runtime's tests, with a program record that has no modules but an empty main one.
const std = @import("std");
const object = @import("object.zig");
const program = @import("program.zig");

var no_words: [1]object.Word = .{0};
var no_order: [1]u32 = .{0};
var main_module: object.Module = .{
    .h = .{ .rc = object.rc_immortal, .shape = @intFromEnum(object.ShapeId.module) },
    .namespace = 0,
    .name = 0,
    .slots = &no_words,
    .slot_names = &no_words,
    .slot_count = 0,
    .order_count = 0,
    .order = &no_order,
    .body = null,
    .state = 0,
    .is_package = 0,
    .file = null,
    .names = &no_words,
    .name_count = 0,
};
const no_modules = [_]*object.Module{};
export const pyrt_program: program.Program = .{
    .main = &main_module,
    .modules = &no_modules,
    .module_count = 0,
    .builtins = &[_]program.BuiltinRow{},
    .builtin_count = 0,
    .classes = &[_]@import("methods.zig").ClassRows{},
    .class_count = 0,
    .left_out = &[_]*const object.Str{},
    .left_out_count = 0,
};

comptime {
    _ = @import("root.zig").files;
}

test {
    _ = @import("alloc.zig");
    _ = @import("conformance_test.zig");
    _ = @import("float_round.zig");
    _ = @import("mag.zig");
    _ = @import("number_text_test.zig");
    _ = @import("object_model_test.zig");
    _ = @import("search.zig");
    _ = @import("traceback_anchor.zig");
    _ = @import("word_map.zig");
}
