//! Generated from Sources/PyIR/ABI by `PYAOT_BLESS=1 swift test --filter ABITests`; do not edit.
//! One row for each entry point that generated code calls; `T` is the type of `pyrt_<name>`.
const object = @import("object.zig");
const Word = object.Word;
const Code = object.Code;
const AttrCache = object.AttrCache;
const Module = object.Module;
const Location = object.Location;
const PairI64 = object.PairI64;
const PairF64 = object.PairF64;

pub const T_retain = *const fn (Word) callconv(.c) void;
pub const T_release = *const fn (Word) callconv(.c) void;
pub const T_release_maybe = *const fn (Word) callconv(.c) void;
pub const T_check_stack = *const fn () callconv(.c) i32;
pub const T_poll = *const fn () callconv(.c) i32;
pub const T_obj_add = *const fn (Word, Word) callconv(.c) Word;
pub const T_obj_sub = *const fn (Word, Word) callconv(.c) Word;
pub const T_obj_mul = *const fn (Word, Word) callconv(.c) Word;
pub const T_obj_matmul = *const fn (Word, Word) callconv(.c) Word;
pub const T_obj_truediv = *const fn (Word, Word) callconv(.c) Word;
pub const T_obj_floordiv = *const fn (Word, Word) callconv(.c) Word;
pub const T_obj_mod = *const fn (Word, Word) callconv(.c) Word;
pub const T_obj_pow = *const fn (Word, Word) callconv(.c) Word;
pub const T_obj_lshift = *const fn (Word, Word) callconv(.c) Word;
pub const T_obj_rshift = *const fn (Word, Word) callconv(.c) Word;
pub const T_obj_and = *const fn (Word, Word) callconv(.c) Word;
pub const T_obj_or = *const fn (Word, Word) callconv(.c) Word;
pub const T_obj_xor = *const fn (Word, Word) callconv(.c) Word;
pub const T_obj_iadd = *const fn (Word, Word) callconv(.c) Word;
pub const T_obj_isub = *const fn (Word, Word) callconv(.c) Word;
pub const T_obj_imul = *const fn (Word, Word) callconv(.c) Word;
pub const T_obj_imatmul = *const fn (Word, Word) callconv(.c) Word;
pub const T_obj_itruediv = *const fn (Word, Word) callconv(.c) Word;
pub const T_obj_ifloordiv = *const fn (Word, Word) callconv(.c) Word;
pub const T_obj_imod = *const fn (Word, Word) callconv(.c) Word;
pub const T_obj_ipow = *const fn (Word, Word) callconv(.c) Word;
pub const T_obj_ilshift = *const fn (Word, Word) callconv(.c) Word;
pub const T_obj_irshift = *const fn (Word, Word) callconv(.c) Word;
pub const T_obj_iand = *const fn (Word, Word) callconv(.c) Word;
pub const T_obj_ior = *const fn (Word, Word) callconv(.c) Word;
pub const T_obj_ixor = *const fn (Word, Word) callconv(.c) Word;
pub const T_obj_neg = *const fn (Word) callconv(.c) Word;
pub const T_obj_pos = *const fn (Word) callconv(.c) Word;
pub const T_obj_invert = *const fn (Word) callconv(.c) Word;
pub const T_obj_lt = *const fn (Word, Word) callconv(.c) Word;
pub const T_obj_le = *const fn (Word, Word) callconv(.c) Word;
pub const T_obj_eq = *const fn (Word, Word) callconv(.c) Word;
pub const T_obj_ne = *const fn (Word, Word) callconv(.c) Word;
pub const T_obj_gt = *const fn (Word, Word) callconv(.c) Word;
pub const T_obj_ge = *const fn (Word, Word) callconv(.c) Word;
pub const T_obj_contains = *const fn (Word, Word) callconv(.c) i32;
pub const T_obj_truth = *const fn (Word) callconv(.c) i32;
pub const T_obj_is = *const fn (Word, Word) callconv(.c) bool;
pub const T_obj_len = *const fn (Word) callconv(.c) PairI64;
pub const T_obj_ord = *const fn (Word) callconv(.c) PairI64;
pub const T_obj_isinstance = *const fn (Word, Word) callconv(.c) i32;
pub const T_obj_getattr = *const fn (Word, Word, *AttrCache) callconv(.c) Word;
pub const T_obj_setattr = *const fn (Word, Word, Word, *AttrCache) callconv(.c) i32;
pub const T_obj_setattr_f64 = *const fn (Word, Word, f64, *AttrCache) callconv(.c) i32;
pub const T_obj_delattr = *const fn (Word, Word) callconv(.c) i32;
pub const T_obj_load_method = *const fn (Word, Word) callconv(.c) Word;
pub const T_obj_getitem = *const fn (Word, Word) callconv(.c) Word;
pub const T_obj_setitem = *const fn (Word, Word, Word) callconv(.c) i32;
pub const T_obj_delitem = *const fn (Word, Word) callconv(.c) i32;
pub const T_obj_getitem_at = *const fn (Word, i64) callconv(.c) Word;
pub const T_obj_setitem_at = *const fn (Word, i64, Word) callconv(.c) i32;
pub const T_obj_setitem_f64 = *const fn (Word, i64, f64) callconv(.c) i32;
pub const T_obj_call = *const fn (Word, [*]const Word, usize) callconv(.c) Word;
pub const T_obj_call_kw = *const fn (Word, Word, [*]const Word, usize) callconv(.c) Word;
pub const T_obj_call_method = *const fn (Word, Word, *AttrCache, [*]const Word, usize) callconv(.c) Word;
pub const T_obj_call_method_kw = *const fn (Word, Word, *AttrCache, Word, [*]const Word, usize) callconv(.c) Word;
pub const T_obj_get_method = *const fn (Word, Word, *AttrCache) callconv(.c) Word;
pub const T_obj_call_loaded = *const fn (Word, Word, Word, *AttrCache, [*]const Word, usize) callconv(.c) Word;
pub const T_obj_call_append = *const fn (Word, Word, Word, *AttrCache, Word) callconv(.c) Word;
pub const T_obj_call_append_f64 = *const fn (Word, Word, Word, *AttrCache, f64) callconv(.c) Word;
pub const T_obj_call_loaded_kw = *const fn (Word, Word, Word, *AttrCache, Word, [*]const Word, usize) callconv(.c) Word;
pub const T_obj_call_ex = *const fn (Word, Word, Word) callconv(.c) Word;
pub const T_obj_iter = *const fn (Word) callconv(.c) Word;
pub const T_obj_next = *const fn (Word) callconv(.c) Word;
pub const T_obj_unpack = *const fn (Word, i64) callconv(.c) Word;
pub const T_obj_unpack_ex = *const fn (Word, i64, i64) callconv(.c) Word;
pub const T_seq_item = *const fn (Word, i64) callconv(.c) Word;
pub const T_tuple_new = *const fn ([*]const Word, usize) callconv(.c) Word;
pub const T_tuple_from_iterable = *const fn (Word) callconv(.c) Word;
pub const T_list_new = *const fn ([*]const Word, usize) callconv(.c) Word;
pub const T_list_new_flat = *const fn () callconv(.c) Word;
pub const T_list_append = *const fn (Word, Word) callconv(.c) void;
pub const T_list_append_f64 = *const fn (Word, f64) callconv(.c) void;
pub const T_list_extend = *const fn (Word, Word) callconv(.c) i32;
pub const T_list_to_tuple = *const fn (Word) callconv(.c) Word;
pub const T_args_tuple = *const fn (Word, Word) callconv(.c) Word;
pub const T_set_new = *const fn ([*]const Word, usize) callconv(.c) Word;
pub const T_set_add = *const fn (Word, Word) callconv(.c) i32;
pub const T_set_update = *const fn (Word, Word) callconv(.c) i32;
pub const T_dict_new = *const fn ([*]const Word, usize) callconv(.c) Word;
pub const T_dict_set_fresh = *const fn (Word, Word, Word) callconv(.c) i32;
pub const T_dict_update = *const fn (Word, Word) callconv(.c) i32;
pub const T_dict_merge_kwargs = *const fn (Word, Word, Word) callconv(.c) i32;
pub const T_slice_new = *const fn (Word, Word, Word) callconv(.c) Word;
pub const T_str_build = *const fn ([*]const Word, usize) callconv(.c) Word;
pub const T_format_value = *const fn (Word, i64, Word) callconv(.c) Word;
pub const T_int_from_i64 = *const fn (i64) callconv(.c) Word;
pub const T_float_from_f64 = *const fn (f64) callconv(.c) Word;
pub const T_bool_to_obj = *const fn (bool) callconv(.c) Word;
pub const T_int_as_i64 = *const fn (Word) callconv(.c) i64;
pub const T_obj_is_int = *const fn (Word) callconv(.c) bool;
pub const T_obj_is_float = *const fn (Word) callconv(.c) bool;
pub const T_float_as_f64 = *const fn (Word) callconv(.c) f64;
pub const T_int_add = *const fn (Word, Word) callconv(.c) Word;
pub const T_int_sub = *const fn (Word, Word) callconv(.c) Word;
pub const T_int_mul = *const fn (Word, Word) callconv(.c) Word;
pub const T_int_floordiv = *const fn (Word, Word) callconv(.c) Word;
pub const T_int_mod = *const fn (Word, Word) callconv(.c) Word;
pub const T_int_and = *const fn (Word, Word) callconv(.c) Word;
pub const T_int_or = *const fn (Word, Word) callconv(.c) Word;
pub const T_int_xor = *const fn (Word, Word) callconv(.c) Word;
pub const T_int_lshift = *const fn (Word, Word) callconv(.c) Word;
pub const T_int_rshift = *const fn (Word, Word) callconv(.c) Word;
pub const T_int_neg = *const fn (Word) callconv(.c) Word;
pub const T_int_invert = *const fn (Word) callconv(.c) Word;
pub const T_int_lt = *const fn (Word, Word) callconv(.c) bool;
pub const T_int_le = *const fn (Word, Word) callconv(.c) bool;
pub const T_int_eq = *const fn (Word, Word) callconv(.c) bool;
pub const T_int_ne = *const fn (Word, Word) callconv(.c) bool;
pub const T_int_gt = *const fn (Word, Word) callconv(.c) bool;
pub const T_int_ge = *const fn (Word, Word) callconv(.c) bool;
pub const T_int_truth = *const fn (Word) callconv(.c) bool;
pub const T_int_truediv = *const fn (Word, Word) callconv(.c) PairF64;
pub const T_int_to_f64 = *const fn (Word) callconv(.c) PairF64;
pub const T_int_pow = *const fn (Word, Word) callconv(.c) Word;
pub const T_i64_floordiv = *const fn (i64, i64) callconv(.c) PairI64;
pub const T_i64_mod = *const fn (i64, i64) callconv(.c) PairI64;
pub const T_i64_truediv = *const fn (i64, i64) callconv(.c) PairF64;
pub const T_i64_pow = *const fn (i64, i64) callconv(.c) Word;
pub const T_f64_floordiv = *const fn (f64, f64) callconv(.c) PairF64;
pub const T_f64_mod = *const fn (f64, f64) callconv(.c) PairF64;
pub const T_f64_pow = *const fn (f64, f64) callconv(.c) Word;
pub const T_f64_pow_real = *const fn (f64, f64) callconv(.c) f64;
pub const T_f64_truediv = *const fn (f64, f64) callconv(.c) PairF64;
pub const T_f64_abs = *const fn (f64) callconv(.c) f64;
pub const T_f64_to_i64 = *const fn (f64) callconv(.c) i64;
pub const T_global_get = *const fn (*Word, *Module, Word) callconv(.c) Word;
pub const T_global_set = *const fn (*Word, *Module, Word, Word) callconv(.c) void;
pub const T_global_del = *const fn (*Word, *Module, Word) callconv(.c) i32;
pub const T_name_get = *const fn (Word, *Word, *Module, Word) callconv(.c) Word;
pub const T_name_set = *const fn (Word, Word, Word) callconv(.c) i32;
pub const T_name_del = *const fn (Word, Word) callconv(.c) i32;
pub const T_class_deref = *const fn (Word, Word, Word) callconv(.c) Word;
pub const T_dynamic_get = *const fn (Word, Word) callconv(.c) Word;
pub const T_dynamic_set = *const fn (Word, Word, Word) callconv(.c) i32;
pub const T_dynamic_del = *const fn (Word, Word) callconv(.c) i32;
pub const T_dynamic_name_get = *const fn (Word, Word, Word) callconv(.c) Word;
pub const T_dynamic_globals = *const fn (Word) callconv(.c) Word;
pub const T_dynamic_function_new = *const fn (*const Code, Word, Word, Word, Word) callconv(.c) Word;
pub const T_dynamic_import = *const fn (Word, Word, Word, i64) callconv(.c) Word;
pub const T_dynamic_import_star = *const fn (Word, Word) callconv(.c) i32;
pub const T_dynamic_annotations = *const fn (Word) callconv(.c) i32;
pub const T_source_register = *const fn (*const Code, Word, i64, Word) callconv(.c) void;
pub const T_source_refuse = *const fn (Word, i64, Word, Word, Word) callconv(.c) void;
pub const T_frame_call = *const fn (Word, Word, Word, Word, [*]const Word, usize) callconv(.c) Word;
pub const T_display_value = *const fn (Word) callconv(.c) i32;
pub const T_sorted_keys = *const fn (Word) callconv(.c) Word;
pub const T_exc_ends_async = *const fn (Word) callconv(.c) bool;
pub const T_cell_new = *const fn (Word) callconv(.c) Word;
pub const T_cell_get = *const fn (Word, Word, i64) callconv(.c) Word;
pub const T_cell_set = *const fn (Word, Word) callconv(.c) void;
pub const T_cell_del = *const fn (Word, Word, i64) callconv(.c) i32;
pub const T_raise_unbound = *const fn (Word) callconv(.c) void;
pub const T_function_new = *const fn (*const Code, *Module, Word, Word, Word) callconv(.c) Word;
pub const T_class_build = *const fn (Word, Word, Word, Word, Word) callconv(.c) Word;
pub const T_class_super = *const fn (Word, Word, i64) callconv(.c) Word;
pub const T_function_set_annotations = *const fn (Word, Word) callconv(.c) i32;
pub const T_locals_dict = *const fn (Word, i64, [*]const Word, usize) callconv(.c) Word;
pub const T_exc_raise = *const fn (Word, Word) callconv(.c) void;
pub const T_exc_reraise = *const fn (*const Location) callconv(.c) void;
pub const T_exc_raise_assert = *const fn (Word) callconv(.c) void;
pub const T_exc_enter_handler = *const fn () callconv(.c) Word;
pub const T_exc_leave_handler = *const fn () callconv(.c) void;
pub const T_exc_matches = *const fn (Word, Word) callconv(.c) i32;
pub const T_exc_traceback = *const fn (*const Location) callconv(.c) void;
pub const T_exc_restore = *const fn (Word) callconv(.c) void;
pub const T_exc_pending = *const fn () callconv(.c) bool;
pub const T_exc_group_split = *const fn (Word, Word) callconv(.c) Word;
pub const T_exc_group_finish = *const fn (Word, Word) callconv(.c) Word;
pub const T_with_enter = *const fn (Word) callconv(.c) Word;
pub const T_with_exit_lookup = *const fn (Word) callconv(.c) Word;
pub const T_with_exit_call = *const fn (Word, Word) callconv(.c) i32;
pub const T_async_exit_lookup = *const fn (Word) callconv(.c) Word;
pub const T_async_enter = *const fn (Word) callconv(.c) Word;
pub const T_async_with_start = *const fn (Word, i64) callconv(.c) Word;
pub const T_generator_new = *const fn (*const Code, Word, i64, i64) callconv(.c) Word;
pub const T_yield_from_start = *const fn (Word) callconv(.c) Word;
pub const T_yield_from_step = *const fn (Word, Word) callconv(.c) Word;
pub const T_generator_finish = *const fn (Word, Word) callconv(.c) void;
pub const T_generator_return = *const fn () callconv(.c) Word;
pub const T_await_start = *const fn (Word) callconv(.c) Word;
pub const T_aiter = *const fn (Word) callconv(.c) Word;
pub const T_anext = *const fn (Word) callconv(.c) Word;
pub const T_async_gen_wrap = *const fn (Word) callconv(.c) Word;
pub const T_import_name = *const fn (*Module, Word, Word, i64) callconv(.c) Word;
pub const T_import_from = *const fn (Word, Word) callconv(.c) Word;
pub const T_import_star = *const fn (*Module, Word) callconv(.c) i32;
pub const T_module_name = *const fn (*Module) callconv(.c) Word;
pub const T_module_namespace = *const fn (*Module) callconv(.c) Word;
pub const T_match_sequence = *const fn (Word) callconv(.c) bool;
pub const T_match_mapping = *const fn (Word) callconv(.c) bool;
pub const T_match_class = *const fn (Word, Word, i64, Word) callconv(.c) Word;
pub const T_match_keys = *const fn (Word, Word) callconv(.c) Word;
pub const T_match_mapping_rest = *const fn (Word, Word) callconv(.c) Word;
pub const T_match_len = *const fn (Word) callconv(.c) PairI64;
pub const T_type_param_new = *const fn (i64, Word, Word, Word) callconv(.c) Word;
pub const T_type_alias_new = *const fn (Word, Word, Word) callconv(.c) Word;
pub const T_generic_base = *const fn (Word) callconv(.c) Word;
pub const T_unbound_feature = *const fn (Word, Word) callconv(.c) void;
pub const T_in_set = *const fn (Word, *AttrCache) callconv(.c) bool;
pub const T_has_layout = *const fn (Word, *AttrCache, Word) callconv(.c) bool;
pub const T_has_method = *const fn (Word, *AttrCache, Word, *const Code) callconv(.c) bool;
pub const T_method_word = *const fn (i64, Word, *AttrCache) callconv(.c) Word;
pub const T_makes_instance = *const fn (Word, *AttrCache, *const Code) callconv(.c) bool;
pub const T_instance_new = *const fn (Word) callconv(.c) Word;
pub const T_init_result = *const fn (Word) callconv(.c) i32;
pub const T_field_get = *const fn (Word, i64) callconv(.c) Word;
pub const T_field_set = *const fn (Word, i64, Word) callconv(.c) void;
pub const T_field_set_plain = *const fn (Word, i64, Word) callconv(.c) bool;
pub const T_field_set_f64 = *const fn (Word, i64, f64) callconv(.c) bool;
pub const T_escaped_put = *const fn (Word) callconv(.c) void;
pub const T_escaped_take = *const fn () callconv(.c) Word;
pub const T_range_intact = *const fn (*Word, Word) callconv(.c) bool;
pub const T_range_class = *const fn () callconv(.c) Word;
pub const T_range_new = *const fn (i64, i64, i64) callconv(.c) Word;
pub const T_range_iter_new = *const fn (i64, i64, i64) callconv(.c) Word;
pub const T_is_builtin = *const fn (Word, Word, *AttrCache) callconv(.c) bool;

pub const rows = .{
    .{ .name = "retain", .T = T_retain },
    .{ .name = "release", .T = T_release },
    .{ .name = "release_maybe", .T = T_release_maybe },
    .{ .name = "check_stack", .T = T_check_stack },
    .{ .name = "poll", .T = T_poll },
    .{ .name = "obj_add", .T = T_obj_add },
    .{ .name = "obj_sub", .T = T_obj_sub },
    .{ .name = "obj_mul", .T = T_obj_mul },
    .{ .name = "obj_matmul", .T = T_obj_matmul },
    .{ .name = "obj_truediv", .T = T_obj_truediv },
    .{ .name = "obj_floordiv", .T = T_obj_floordiv },
    .{ .name = "obj_mod", .T = T_obj_mod },
    .{ .name = "obj_pow", .T = T_obj_pow },
    .{ .name = "obj_lshift", .T = T_obj_lshift },
    .{ .name = "obj_rshift", .T = T_obj_rshift },
    .{ .name = "obj_and", .T = T_obj_and },
    .{ .name = "obj_or", .T = T_obj_or },
    .{ .name = "obj_xor", .T = T_obj_xor },
    .{ .name = "obj_iadd", .T = T_obj_iadd },
    .{ .name = "obj_isub", .T = T_obj_isub },
    .{ .name = "obj_imul", .T = T_obj_imul },
    .{ .name = "obj_imatmul", .T = T_obj_imatmul },
    .{ .name = "obj_itruediv", .T = T_obj_itruediv },
    .{ .name = "obj_ifloordiv", .T = T_obj_ifloordiv },
    .{ .name = "obj_imod", .T = T_obj_imod },
    .{ .name = "obj_ipow", .T = T_obj_ipow },
    .{ .name = "obj_ilshift", .T = T_obj_ilshift },
    .{ .name = "obj_irshift", .T = T_obj_irshift },
    .{ .name = "obj_iand", .T = T_obj_iand },
    .{ .name = "obj_ior", .T = T_obj_ior },
    .{ .name = "obj_ixor", .T = T_obj_ixor },
    .{ .name = "obj_neg", .T = T_obj_neg },
    .{ .name = "obj_pos", .T = T_obj_pos },
    .{ .name = "obj_invert", .T = T_obj_invert },
    .{ .name = "obj_lt", .T = T_obj_lt },
    .{ .name = "obj_le", .T = T_obj_le },
    .{ .name = "obj_eq", .T = T_obj_eq },
    .{ .name = "obj_ne", .T = T_obj_ne },
    .{ .name = "obj_gt", .T = T_obj_gt },
    .{ .name = "obj_ge", .T = T_obj_ge },
    .{ .name = "obj_contains", .T = T_obj_contains },
    .{ .name = "obj_truth", .T = T_obj_truth },
    .{ .name = "obj_is", .T = T_obj_is },
    .{ .name = "obj_len", .T = T_obj_len },
    .{ .name = "obj_ord", .T = T_obj_ord },
    .{ .name = "obj_isinstance", .T = T_obj_isinstance },
    .{ .name = "obj_getattr", .T = T_obj_getattr },
    .{ .name = "obj_setattr", .T = T_obj_setattr },
    .{ .name = "obj_setattr_f64", .T = T_obj_setattr_f64 },
    .{ .name = "obj_delattr", .T = T_obj_delattr },
    .{ .name = "obj_load_method", .T = T_obj_load_method },
    .{ .name = "obj_getitem", .T = T_obj_getitem },
    .{ .name = "obj_setitem", .T = T_obj_setitem },
    .{ .name = "obj_delitem", .T = T_obj_delitem },
    .{ .name = "obj_getitem_at", .T = T_obj_getitem_at },
    .{ .name = "obj_setitem_at", .T = T_obj_setitem_at },
    .{ .name = "obj_setitem_f64", .T = T_obj_setitem_f64 },
    .{ .name = "obj_call", .T = T_obj_call },
    .{ .name = "obj_call_kw", .T = T_obj_call_kw },
    .{ .name = "obj_call_method", .T = T_obj_call_method },
    .{ .name = "obj_call_method_kw", .T = T_obj_call_method_kw },
    .{ .name = "obj_get_method", .T = T_obj_get_method },
    .{ .name = "obj_call_loaded", .T = T_obj_call_loaded },
    .{ .name = "obj_call_append", .T = T_obj_call_append },
    .{ .name = "obj_call_append_f64", .T = T_obj_call_append_f64 },
    .{ .name = "obj_call_loaded_kw", .T = T_obj_call_loaded_kw },
    .{ .name = "obj_call_ex", .T = T_obj_call_ex },
    .{ .name = "obj_iter", .T = T_obj_iter },
    .{ .name = "obj_next", .T = T_obj_next },
    .{ .name = "obj_unpack", .T = T_obj_unpack },
    .{ .name = "obj_unpack_ex", .T = T_obj_unpack_ex },
    .{ .name = "seq_item", .T = T_seq_item },
    .{ .name = "tuple_new", .T = T_tuple_new },
    .{ .name = "tuple_from_iterable", .T = T_tuple_from_iterable },
    .{ .name = "list_new", .T = T_list_new },
    .{ .name = "list_new_flat", .T = T_list_new_flat },
    .{ .name = "list_append", .T = T_list_append },
    .{ .name = "list_append_f64", .T = T_list_append_f64 },
    .{ .name = "list_extend", .T = T_list_extend },
    .{ .name = "list_to_tuple", .T = T_list_to_tuple },
    .{ .name = "args_tuple", .T = T_args_tuple },
    .{ .name = "set_new", .T = T_set_new },
    .{ .name = "set_add", .T = T_set_add },
    .{ .name = "set_update", .T = T_set_update },
    .{ .name = "dict_new", .T = T_dict_new },
    .{ .name = "dict_set_fresh", .T = T_dict_set_fresh },
    .{ .name = "dict_update", .T = T_dict_update },
    .{ .name = "dict_merge_kwargs", .T = T_dict_merge_kwargs },
    .{ .name = "slice_new", .T = T_slice_new },
    .{ .name = "str_build", .T = T_str_build },
    .{ .name = "format_value", .T = T_format_value },
    .{ .name = "int_from_i64", .T = T_int_from_i64 },
    .{ .name = "float_from_f64", .T = T_float_from_f64 },
    .{ .name = "bool_to_obj", .T = T_bool_to_obj },
    .{ .name = "int_as_i64", .T = T_int_as_i64 },
    .{ .name = "obj_is_int", .T = T_obj_is_int },
    .{ .name = "obj_is_float", .T = T_obj_is_float },
    .{ .name = "float_as_f64", .T = T_float_as_f64 },
    .{ .name = "int_add", .T = T_int_add },
    .{ .name = "int_sub", .T = T_int_sub },
    .{ .name = "int_mul", .T = T_int_mul },
    .{ .name = "int_floordiv", .T = T_int_floordiv },
    .{ .name = "int_mod", .T = T_int_mod },
    .{ .name = "int_and", .T = T_int_and },
    .{ .name = "int_or", .T = T_int_or },
    .{ .name = "int_xor", .T = T_int_xor },
    .{ .name = "int_lshift", .T = T_int_lshift },
    .{ .name = "int_rshift", .T = T_int_rshift },
    .{ .name = "int_neg", .T = T_int_neg },
    .{ .name = "int_invert", .T = T_int_invert },
    .{ .name = "int_lt", .T = T_int_lt },
    .{ .name = "int_le", .T = T_int_le },
    .{ .name = "int_eq", .T = T_int_eq },
    .{ .name = "int_ne", .T = T_int_ne },
    .{ .name = "int_gt", .T = T_int_gt },
    .{ .name = "int_ge", .T = T_int_ge },
    .{ .name = "int_truth", .T = T_int_truth },
    .{ .name = "int_truediv", .T = T_int_truediv },
    .{ .name = "int_to_f64", .T = T_int_to_f64 },
    .{ .name = "int_pow", .T = T_int_pow },
    .{ .name = "i64_floordiv", .T = T_i64_floordiv },
    .{ .name = "i64_mod", .T = T_i64_mod },
    .{ .name = "i64_truediv", .T = T_i64_truediv },
    .{ .name = "i64_pow", .T = T_i64_pow },
    .{ .name = "f64_floordiv", .T = T_f64_floordiv },
    .{ .name = "f64_mod", .T = T_f64_mod },
    .{ .name = "f64_pow", .T = T_f64_pow },
    .{ .name = "f64_pow_real", .T = T_f64_pow_real },
    .{ .name = "f64_truediv", .T = T_f64_truediv },
    .{ .name = "f64_abs", .T = T_f64_abs },
    .{ .name = "f64_to_i64", .T = T_f64_to_i64 },
    .{ .name = "global_get", .T = T_global_get },
    .{ .name = "global_set", .T = T_global_set },
    .{ .name = "global_del", .T = T_global_del },
    .{ .name = "name_get", .T = T_name_get },
    .{ .name = "name_set", .T = T_name_set },
    .{ .name = "name_del", .T = T_name_del },
    .{ .name = "class_deref", .T = T_class_deref },
    .{ .name = "dynamic_get", .T = T_dynamic_get },
    .{ .name = "dynamic_set", .T = T_dynamic_set },
    .{ .name = "dynamic_del", .T = T_dynamic_del },
    .{ .name = "dynamic_name_get", .T = T_dynamic_name_get },
    .{ .name = "dynamic_globals", .T = T_dynamic_globals },
    .{ .name = "dynamic_function_new", .T = T_dynamic_function_new },
    .{ .name = "dynamic_import", .T = T_dynamic_import },
    .{ .name = "dynamic_import_star", .T = T_dynamic_import_star },
    .{ .name = "dynamic_annotations", .T = T_dynamic_annotations },
    .{ .name = "source_register", .T = T_source_register },
    .{ .name = "source_refuse", .T = T_source_refuse },
    .{ .name = "frame_call", .T = T_frame_call },
    .{ .name = "display_value", .T = T_display_value },
    .{ .name = "sorted_keys", .T = T_sorted_keys },
    .{ .name = "exc_ends_async", .T = T_exc_ends_async },
    .{ .name = "cell_new", .T = T_cell_new },
    .{ .name = "cell_get", .T = T_cell_get },
    .{ .name = "cell_set", .T = T_cell_set },
    .{ .name = "cell_del", .T = T_cell_del },
    .{ .name = "raise_unbound", .T = T_raise_unbound },
    .{ .name = "function_new", .T = T_function_new },
    .{ .name = "class_build", .T = T_class_build },
    .{ .name = "class_super", .T = T_class_super },
    .{ .name = "function_set_annotations", .T = T_function_set_annotations },
    .{ .name = "locals_dict", .T = T_locals_dict },
    .{ .name = "exc_raise", .T = T_exc_raise },
    .{ .name = "exc_reraise", .T = T_exc_reraise },
    .{ .name = "exc_raise_assert", .T = T_exc_raise_assert },
    .{ .name = "exc_enter_handler", .T = T_exc_enter_handler },
    .{ .name = "exc_leave_handler", .T = T_exc_leave_handler },
    .{ .name = "exc_matches", .T = T_exc_matches },
    .{ .name = "exc_traceback", .T = T_exc_traceback },
    .{ .name = "exc_restore", .T = T_exc_restore },
    .{ .name = "exc_pending", .T = T_exc_pending },
    .{ .name = "exc_group_split", .T = T_exc_group_split },
    .{ .name = "exc_group_finish", .T = T_exc_group_finish },
    .{ .name = "with_enter", .T = T_with_enter },
    .{ .name = "with_exit_lookup", .T = T_with_exit_lookup },
    .{ .name = "with_exit_call", .T = T_with_exit_call },
    .{ .name = "async_exit_lookup", .T = T_async_exit_lookup },
    .{ .name = "async_enter", .T = T_async_enter },
    .{ .name = "async_with_start", .T = T_async_with_start },
    .{ .name = "generator_new", .T = T_generator_new },
    .{ .name = "yield_from_start", .T = T_yield_from_start },
    .{ .name = "yield_from_step", .T = T_yield_from_step },
    .{ .name = "generator_finish", .T = T_generator_finish },
    .{ .name = "generator_return", .T = T_generator_return },
    .{ .name = "await_start", .T = T_await_start },
    .{ .name = "aiter", .T = T_aiter },
    .{ .name = "anext", .T = T_anext },
    .{ .name = "async_gen_wrap", .T = T_async_gen_wrap },
    .{ .name = "import_name", .T = T_import_name },
    .{ .name = "import_from", .T = T_import_from },
    .{ .name = "import_star", .T = T_import_star },
    .{ .name = "module_name", .T = T_module_name },
    .{ .name = "module_namespace", .T = T_module_namespace },
    .{ .name = "match_sequence", .T = T_match_sequence },
    .{ .name = "match_mapping", .T = T_match_mapping },
    .{ .name = "match_class", .T = T_match_class },
    .{ .name = "match_keys", .T = T_match_keys },
    .{ .name = "match_mapping_rest", .T = T_match_mapping_rest },
    .{ .name = "match_len", .T = T_match_len },
    .{ .name = "type_param_new", .T = T_type_param_new },
    .{ .name = "type_alias_new", .T = T_type_alias_new },
    .{ .name = "generic_base", .T = T_generic_base },
    .{ .name = "unbound_feature", .T = T_unbound_feature },
    .{ .name = "in_set", .T = T_in_set },
    .{ .name = "has_layout", .T = T_has_layout },
    .{ .name = "has_method", .T = T_has_method },
    .{ .name = "method_word", .T = T_method_word },
    .{ .name = "makes_instance", .T = T_makes_instance },
    .{ .name = "instance_new", .T = T_instance_new },
    .{ .name = "init_result", .T = T_init_result },
    .{ .name = "field_get", .T = T_field_get },
    .{ .name = "field_set", .T = T_field_set },
    .{ .name = "field_set_plain", .T = T_field_set_plain },
    .{ .name = "field_set_f64", .T = T_field_set_f64 },
    .{ .name = "escaped_put", .T = T_escaped_put },
    .{ .name = "escaped_take", .T = T_escaped_take },
    .{ .name = "range_intact", .T = T_range_intact },
    .{ .name = "range_class", .T = T_range_class },
    .{ .name = "range_new", .T = T_range_new },
    .{ .name = "range_iter_new", .T = T_range_iter_new },
    .{ .name = "is_builtin", .T = T_is_builtin },
};
