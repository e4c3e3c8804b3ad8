//! The list of all builtin classes, and their start-up.
//!
//! Invariant: a class stands after its base. To add a class: its `Type` in its own file, a line here. Exception classes
//! stand in `exception_types.zig`.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const names = @import("names.zig");
const lookup = @import("lookup.zig");
const methods = @import("methods.zig");
const instance = @import("instance.zig");
const exception = @import("exception.zig");
const exception_types = @import("exception_types.zig");
const exception_rows = @import("exception_rows.zig");
const object_type = @import("object_type.zig");
const type_object = @import("type_object.zig");
const function = @import("function.zig");
const method = @import("method.zig");
const descriptors = @import("descriptors.zig");
const singleton_types = @import("singleton_types.zig");
const type_params = @import("type_params.zig");
const type_alias = @import("type_alias.zig");
const sequence_iterators = @import("sequence_iterators.zig");
const range_iterators = @import("range_iterators.zig");
const dict_views = @import("dict_views.zig");
const set_methods = @import("set_methods.zig");
const iterators = @import("iterators.zig");
const traceback = @import("traceback.zig");
const generator = @import("generator.zig");
const async_generator = @import("async_generator.zig");
const anext_default = @import("anext_default.zig");
const file_methods = @import("file_methods.zig");
const str_type = @import("str_type.zig");
const int_type = @import("int_type.zig");
const Type = types.Type;

/// Name in symbols, class, rows.
pub const list = .{
    .{ "object", &object_type.object_type, object_type.methods },
    .{ "type", &type_object.type_type, type_object.methods },
    .{ "NoneType", &singleton_types.none_type, .{} },
    .{ "NotImplementedType", &singleton_types.not_implemented_type, .{} },
    .{ "ellipsis", &singleton_types.ellipsis_type, .{} },
    .{ "cell", &singleton_types.cell_type, singleton_types.cell_methods },
    .{ "int", &int_type.int_type, @import("int_methods.zig").methods },
    .{ "bool", &int_type.bool_type, .{} },
    .{ "float", &@import("float_type.zig").float_type, @import("float_type.zig").methods },
    .{ "complex", &@import("complex.zig").complex_type, @import("complex.zig").methods },
    .{ "str", &str_type.str_type, str_type.methods },
    .{ "str_ascii_iterator", &str_type.str_iter_type, str_type.str_iter_methods },
    .{ "str_iterator", &str_type.wide_iter_type, str_type.str_iter_methods },
    .{ "bytes", &@import("bytes.zig").bytes_type, @import("bytes.zig").methods },
    .{ "memoryview", &@import("memoryview.zig").memoryview_type, @import("memoryview.zig").methods },
    .{ "memory_iterator", &@import("memoryview.zig").memory_iterator_type, .{} },
    .{ "bytes_iterator", &@import("bytes.zig").bytes_iter_type, @import("bytes.zig").bytes_iter_methods },
    .{ "bytearray", &@import("bytearray.zig").bytearray_type, @import("bytearray.zig").methods },
    .{ "bytearray_iterator", &@import("bytes.zig").bytearray_iter_type, @import("bytes.zig").bytearray_iter_methods },
    .{ "list", &@import("list_methods.zig").list_type, @import("list_methods.zig").methods },
    .{ "tuple", &@import("tuple.zig").tuple_type, @import("tuple.zig").methods },
    .{ "dict", &@import("dict_methods.zig").dict_type, @import("dict_methods.zig").methods },
    .{ "dict_keys", &dict_views.dict_keys_type, dict_views.dict_keys_methods },
    .{ "dict_values", &dict_views.dict_values_type, dict_views.dict_values_methods },
    .{ "dict_items", &dict_views.dict_items_type, dict_views.dict_items_methods },
    .{ "dict_keyiterator", &dict_views.dict_keyiterator_type, dict_views.dict_iterator_methods },
    .{ "dict_valueiterator", &dict_views.dict_valueiterator_type, dict_views.dict_iterator_methods },
    .{ "dict_itemiterator", &dict_views.dict_itemiterator_type, dict_views.dict_iterator_methods },
    .{ "dict_reversekeyiterator", &dict_views.dict_reversekeyiterator_type, dict_views.dict_iterator_methods },
    .{ "dict_reversevalueiterator", &dict_views.dict_reversevalueiterator_type, dict_views.dict_iterator_methods },
    .{ "dict_reverseitemiterator", &dict_views.dict_reverseitemiterator_type, dict_views.dict_iterator_methods },
    .{ "set", &set_methods.set_type, set_methods.set_methods },
    .{ "frozenset", &set_methods.frozenset_type, set_methods.frozenset_methods },
    .{ "set_iterator", &set_methods.set_iterator_type, set_methods.set_iterator_methods },
    .{ "range", &@import("range.zig").range_type, @import("range.zig").methods },
    .{ "range_iterator", &range_iterators.range_iterator_type, range_iterators.range_iterator_methods },
    .{ "longrange_iterator", &range_iterators.longrange_iterator_type, range_iterators.longrange_iterator_methods },
    .{ "slice", &@import("slice.zig").slice_type, @import("slice.zig").methods },
    .{ "list_iterator", &sequence_iterators.list_iterator_type, sequence_iterators.list_iterator_methods },
    .{ "list_reverseiterator", &sequence_iterators.list_reverseiterator_type, sequence_iterators.list_reverseiterator_methods },
    .{ "tuple_iterator", &sequence_iterators.tuple_iterator_type, sequence_iterators.tuple_iterator_methods },
    .{ "iterator", &sequence_iterators.sequence_iterator_type, sequence_iterators.sequence_iterator_methods },
    .{ "reversed", &sequence_iterators.reversed_type, sequence_iterators.reversed_methods },
    .{ "callable_iterator", &sequence_iterators.callable_iterator_type, .{} },
    .{ "enumerate", &iterators.enumerate_type, .{} },
    .{ "zip", &iterators.zip_type, iterators.zip_methods },
    .{ "map", &iterators.map_type, .{} },
    .{ "filter", &iterators.filter_type, .{} },
    .{ "function", &function.function_type, function.methods },
    .{ "code", &function.code_type, function.code_methods },
    .{ "method_wrapper", &method.method_wrapper_type, method.method_wrapper_methods },
    .{ "method", &method.method_type, method.method_methods },
    .{ "builtin_function", &method.builtin_function_type, method.builtin_function_methods },
    .{ "method_descriptor", &method.method_descriptor_type, method.row_methods },
    .{ "getset_descriptor", &method.getset_descriptor_type, method.row_methods },
    .{ "wrapper_descriptor", &method.wrapper_descriptor_type, method.wrapper_methods },
    .{ "member_descriptor", &method.member_descriptor_type, method.member_methods },
    .{ "property", &descriptors.property_type, descriptors.property_methods },
    .{ "classmethod", &descriptors.classmethod_type, descriptors.wrapped_methods },
    .{ "staticmethod", &descriptors.staticmethod_type, descriptors.wrapped_methods },
    .{ "super", &@import("super.zig").super_type, @import("super.zig").methods },
    .{ "mappingproxy", &@import("mapping_proxy.zig").mappingproxy_type, @import("mapping_proxy.zig").methods },
    .{ "GenericAlias", &@import("generic_alias.zig").generic_alias_type, @import("generic_alias.zig").methods },
    .{ "generic_alias_iterator", &@import("generic_alias.zig").unpacking_type, .{} },
    .{ "UnionType", &@import("union_type.zig").union_type, @import("union_type.zig").methods },
    .{ "TypeVar", &type_params.typevar_type, type_params.typevar_methods },
    .{ "ParamSpec", &type_params.paramspec_type, type_params.paramspec_methods },
    .{ "TypeVarTuple", &type_params.typevartuple_type, type_params.typevartuple_methods },
    .{ "ParamSpecArgs", &type_params.paramspecargs_type, type_params.part_methods },
    .{ "ParamSpecKwargs", &type_params.paramspeckwargs_type, type_params.part_methods },
    .{ "NoDefaultType", &type_params.no_default_type, type_params.no_default_methods },
    .{ "TypeAliasType", &type_alias.type_alias_type, type_alias.alias_methods },
    .{ "Generic", &type_alias.generic_type, type_alias.generic_methods },
    .{ "module", &@import("module.zig").module_type, @import("module.zig").methods },
    .{ "traceback", &traceback.traceback_type, traceback.traceback_methods },
    .{ "frame", &traceback.frame_type, traceback.frame_methods },
    .{ "anext_awaitable", &anext_default.anext_type, anext_default.methods },
    .{ "FrameLocalsProxy", &@import("frame_locals.zig").locals_proxy_type, .{} },
    .{ "unknown_local", &@import("frame_locals.zig").unknown_type, .{} },
    .{ "generator", &generator.generator_type, generator.generator_methods },
    .{ "coroutine", &generator.coroutine_type, generator.coroutine_methods },
    .{ "coroutine_wrapper", &generator.coroutine_wrapper_type, generator.coroutine_wrapper_methods },
    .{ "async_generator", &generator.async_generator_type, async_generator.async_generator_methods },
    .{ "async_generator_asend", &async_generator.step_type, async_generator.step_methods },
    .{ "async_generator_wrapped_value", &async_generator.value_type, .{} },
    .{ "TextIOWrapper", &file_methods.file_type, file_methods.file_methods },
    .{ "BufferedReader", &file_methods.binary_file_type, file_methods.binary_file_methods },
    .{ "BufferedWriter", &file_methods.writer_file_type, file_methods.binary_file_methods },
    .{ "BufferedRandom", &file_methods.random_file_type, file_methods.binary_file_methods },
    .{ "FileIO", &file_methods.raw_file_type, file_methods.raw_file_methods },
    .{ "SimpleNamespace", &@import("simple_namespace.zig").simple_namespace_type, @import("simple_namespace.zig").methods },
};

/// Classes that their own files export as `pyrt_type_<name>`.
const exported_elsewhere = .{
    "complex",  "dict", "float",     "int",   "bool", "enumerate", "zip",   "map",       "filter", "list", "range",
    "reversed", "set",  "frozenset", "slice", "str",  "tuple",     "bytes", "bytearray",
};

comptime {
    @setEvalBranchQuota(1_000_000);
    for (list) |entry| {
        methods.exportAll(entry[0], entry[2]);
        const elsewhere = for (exported_elsewhere) |name| {
            if (std.mem.eql(u8, name, entry[0])) break true;
        } else false;
        if (!elsewhere) @export(entry[1], .{ .name = "pyrt_type_" ++ entry[0] });
    }
    for (exception_rows.classes) |entry| methods.exportAll(entry[0], entry[1]);
}

const Plain = struct { type: *Type, name: []const u8 };
/// A weak table (`prune.zig`): null where a program cannot reach the class. Exported, so that nobody knows its contents
/// at compile time.
export var pyrt_all_types: [list.len]?*Type = blk: {
    var out: [list.len]?*Type = undefined;
    for (list, 0..) |entry, i| out[i] = entry[1];
    break :blk out;
};

/// Makes all builtin classes ready. Called once at start, after the string tables exist and before anything else runs.
pub fn init() void {
    @import("str.zig").init();
    names.init();
    for (pyrt_all_types) |entry| {
        const t = entry orelse continue;
        if (t != &object_type.object_type and t.base == null) t.base = &object_type.object_type;
        if (t.shape == 0) t.shape = instance.newShapeId();
        types.ready(t);
        // An instance of object's size would not do.
        const own_layout = t.fixed_size > @sizeOf(object.Header);
        if (own_layout and t.slots.new == object_type.object_type.slots.new) t.slots.new = object_type.refuseNew;
        t.version = lookup.nextVersion();
        if (t.shape == @intFromEnum(object.ShapeId.range)) types.shape_types[@intFromEnum(object.ShapeId.long_range)] = t;
        if (t.shape == @intFromEnum(object.ShapeId.list)) {
            types.shape_types[@intFromEnum(object.ShapeId.list_f64)] = t;
            types.shape_types[@intFromEnum(object.ShapeId.list_bool)] = t;
        }
    }
    exception.initTypes(&object_type.object_type);
    for (0..exception_types.count) |i| {
        const t = exception_types.typeOf(@enumFromInt(i));
        types.ready(t);
        t.version = lookup.nextVersion();
    }
}

/// Calls `visit` for each builtin class.
pub fn eachStatic(visit: types.Visitor, context: *anyopaque) void {
    for (pyrt_all_types) |entry| {
        if (entry) |t| visit(object.word(t), context);
    }
    for (0..exception_types.count) |i| visit(object.word(exception_types.typeOf(@enumFromInt(i))), context);
}

/// Keeps all rows of all classes (tests, and programs that may look up any name).
pub fn installAll() void {
    inline for (list) |entry| install(entry[1], comptime methods.table(entry[2]));
    inline for (exception_rows.classes) |entry| {
        install(exception_types.typeOf(@field(exception_types.Kind, entry[0])), comptime methods.table(entry[1]));
    }
}

fn install(t: *Type, rows: []const object.MethodRow) void {
    t.methods = rows.ptr;
    t.method_count = rows.len;
}
