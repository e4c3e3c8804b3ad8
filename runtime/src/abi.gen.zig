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
    .{ .name = "retain", .T = T_retain, .conventions = "b value" },
    .{ .name = "release", .T = T_release, .conventions = "c value" },
    .{ .name = "release_maybe", .T = T_release_maybe, .conventions = "c value" },
    .{ .name = "check_stack", .T = T_check_stack, .conventions = " value" },
    .{ .name = "poll", .T = T_poll, .conventions = " value" },
    .{ .name = "obj_add", .T = T_obj_add, .conventions = "bb owned" },
    .{ .name = "obj_sub", .T = T_obj_sub, .conventions = "bb owned" },
    .{ .name = "obj_mul", .T = T_obj_mul, .conventions = "bb owned" },
    .{ .name = "obj_matmul", .T = T_obj_matmul, .conventions = "bb owned" },
    .{ .name = "obj_truediv", .T = T_obj_truediv, .conventions = "bb owned" },
    .{ .name = "obj_floordiv", .T = T_obj_floordiv, .conventions = "bb owned" },
    .{ .name = "obj_mod", .T = T_obj_mod, .conventions = "bb owned" },
    .{ .name = "obj_pow", .T = T_obj_pow, .conventions = "bb owned" },
    .{ .name = "obj_lshift", .T = T_obj_lshift, .conventions = "bb owned" },
    .{ .name = "obj_rshift", .T = T_obj_rshift, .conventions = "bb owned" },
    .{ .name = "obj_and", .T = T_obj_and, .conventions = "bb owned" },
    .{ .name = "obj_or", .T = T_obj_or, .conventions = "bb owned" },
    .{ .name = "obj_xor", .T = T_obj_xor, .conventions = "bb owned" },
    .{ .name = "obj_iadd", .T = T_obj_iadd, .conventions = "ub owned" },
    .{ .name = "obj_isub", .T = T_obj_isub, .conventions = "ub owned" },
    .{ .name = "obj_imul", .T = T_obj_imul, .conventions = "ub owned" },
    .{ .name = "obj_imatmul", .T = T_obj_imatmul, .conventions = "ub owned" },
    .{ .name = "obj_itruediv", .T = T_obj_itruediv, .conventions = "ub owned" },
    .{ .name = "obj_ifloordiv", .T = T_obj_ifloordiv, .conventions = "ub owned" },
    .{ .name = "obj_imod", .T = T_obj_imod, .conventions = "ub owned" },
    .{ .name = "obj_ipow", .T = T_obj_ipow, .conventions = "ub owned" },
    .{ .name = "obj_ilshift", .T = T_obj_ilshift, .conventions = "ub owned" },
    .{ .name = "obj_irshift", .T = T_obj_irshift, .conventions = "ub owned" },
    .{ .name = "obj_iand", .T = T_obj_iand, .conventions = "ub owned" },
    .{ .name = "obj_ior", .T = T_obj_ior, .conventions = "ub owned" },
    .{ .name = "obj_ixor", .T = T_obj_ixor, .conventions = "ub owned" },
    .{ .name = "obj_neg", .T = T_obj_neg, .conventions = "b owned" },
    .{ .name = "obj_pos", .T = T_obj_pos, .conventions = "b owned" },
    .{ .name = "obj_invert", .T = T_obj_invert, .conventions = "b owned" },
    .{ .name = "obj_lt", .T = T_obj_lt, .conventions = "bb owned" },
    .{ .name = "obj_le", .T = T_obj_le, .conventions = "bb owned" },
    .{ .name = "obj_eq", .T = T_obj_eq, .conventions = "bb owned" },
    .{ .name = "obj_ne", .T = T_obj_ne, .conventions = "bb owned" },
    .{ .name = "obj_gt", .T = T_obj_gt, .conventions = "bb owned" },
    .{ .name = "obj_ge", .T = T_obj_ge, .conventions = "bb owned" },
    .{ .name = "obj_contains", .T = T_obj_contains, .conventions = "bb value" },
    .{ .name = "obj_truth", .T = T_obj_truth, .conventions = "b value" },
    .{ .name = "obj_is", .T = T_obj_is, .conventions = "bb value" },
    .{ .name = "obj_len", .T = T_obj_len, .conventions = "b value" },
    .{ .name = "obj_ord", .T = T_obj_ord, .conventions = "b value" },
    .{ .name = "obj_isinstance", .T = T_obj_isinstance, .conventions = "bb value" },
    .{ .name = "obj_getattr", .T = T_obj_getattr, .conventions = "bbp owned" },
    .{ .name = "obj_setattr", .T = T_obj_setattr, .conventions = "bbbp value" },
    .{ .name = "obj_setattr_f64", .T = T_obj_setattr_f64, .conventions = "bbvp value" },
    .{ .name = "obj_delattr", .T = T_obj_delattr, .conventions = "bb value" },
    .{ .name = "obj_load_method", .T = T_obj_load_method, .conventions = "bb owned" },
    .{ .name = "obj_getitem", .T = T_obj_getitem, .conventions = "bb owned" },
    .{ .name = "obj_setitem", .T = T_obj_setitem, .conventions = "bbb value" },
    .{ .name = "obj_delitem", .T = T_obj_delitem, .conventions = "bb value" },
    .{ .name = "obj_getitem_at", .T = T_obj_getitem_at, .conventions = "bv owned" },
    .{ .name = "obj_setitem_at", .T = T_obj_setitem_at, .conventions = "bvb value" },
    .{ .name = "obj_setitem_f64", .T = T_obj_setitem_f64, .conventions = "bvv value" },
    .{ .name = "obj_call", .T = T_obj_call, .conventions = "bB owned" },
    .{ .name = "obj_call_kw", .T = T_obj_call_kw, .conventions = "bbB owned" },
    .{ .name = "obj_call_method", .T = T_obj_call_method, .conventions = "bbpB owned" },
    .{ .name = "obj_call_method_kw", .T = T_obj_call_method_kw, .conventions = "bbpbB owned" },
    .{ .name = "obj_get_method", .T = T_obj_get_method, .conventions = "bbp owned" },
    .{ .name = "obj_call_loaded", .T = T_obj_call_loaded, .conventions = "bbbpB owned" },
    .{ .name = "obj_call_append", .T = T_obj_call_append, .conventions = "bbbpc owned" },
    .{ .name = "obj_call_append_f64", .T = T_obj_call_append_f64, .conventions = "bbbpv owned" },
    .{ .name = "obj_call_loaded_kw", .T = T_obj_call_loaded_kw, .conventions = "bbbpbB owned" },
    .{ .name = "obj_call_ex", .T = T_obj_call_ex, .conventions = "bbb owned" },
    .{ .name = "obj_iter", .T = T_obj_iter, .conventions = "b owned" },
    .{ .name = "obj_next", .T = T_obj_next, .conventions = "b owned" },
    .{ .name = "obj_unpack", .T = T_obj_unpack, .conventions = "bv owned" },
    .{ .name = "obj_unpack_ex", .T = T_obj_unpack_ex, .conventions = "bvv owned" },
    .{ .name = "seq_item", .T = T_seq_item, .conventions = "bv lent" },
    .{ .name = "tuple_new", .T = T_tuple_new, .conventions = "B owned" },
    .{ .name = "tuple_from_iterable", .T = T_tuple_from_iterable, .conventions = "b owned" },
    .{ .name = "list_new", .T = T_list_new, .conventions = "B owned" },
    .{ .name = "list_new_flat", .T = T_list_new_flat, .conventions = " owned" },
    .{ .name = "list_append", .T = T_list_append, .conventions = "bc value" },
    .{ .name = "list_append_f64", .T = T_list_append_f64, .conventions = "bv value" },
    .{ .name = "list_extend", .T = T_list_extend, .conventions = "bb value" },
    .{ .name = "list_to_tuple", .T = T_list_to_tuple, .conventions = "b owned" },
    .{ .name = "args_tuple", .T = T_args_tuple, .conventions = "bb owned" },
    .{ .name = "set_new", .T = T_set_new, .conventions = "B owned" },
    .{ .name = "set_add", .T = T_set_add, .conventions = "bb value" },
    .{ .name = "set_update", .T = T_set_update, .conventions = "bb value" },
    .{ .name = "dict_new", .T = T_dict_new, .conventions = "B owned" },
    .{ .name = "dict_set_fresh", .T = T_dict_set_fresh, .conventions = "bbb value" },
    .{ .name = "dict_update", .T = T_dict_update, .conventions = "bb value" },
    .{ .name = "dict_merge_kwargs", .T = T_dict_merge_kwargs, .conventions = "bbb value" },
    .{ .name = "slice_new", .T = T_slice_new, .conventions = "bbb owned" },
    .{ .name = "str_build", .T = T_str_build, .conventions = "B owned" },
    .{ .name = "format_value", .T = T_format_value, .conventions = "bvb owned" },
    .{ .name = "int_from_i64", .T = T_int_from_i64, .conventions = "v owned" },
    .{ .name = "float_from_f64", .T = T_float_from_f64, .conventions = "v owned" },
    .{ .name = "bool_to_obj", .T = T_bool_to_obj, .conventions = "v lent" },
    .{ .name = "int_as_i64", .T = T_int_as_i64, .conventions = "b value" },
    .{ .name = "obj_is_int", .T = T_obj_is_int, .conventions = "b value" },
    .{ .name = "obj_is_float", .T = T_obj_is_float, .conventions = "b value" },
    .{ .name = "float_as_f64", .T = T_float_as_f64, .conventions = "b value" },
    .{ .name = "int_add", .T = T_int_add, .conventions = "bb owned" },
    .{ .name = "int_sub", .T = T_int_sub, .conventions = "bb owned" },
    .{ .name = "int_mul", .T = T_int_mul, .conventions = "bb owned" },
    .{ .name = "int_floordiv", .T = T_int_floordiv, .conventions = "bb owned" },
    .{ .name = "int_mod", .T = T_int_mod, .conventions = "bb owned" },
    .{ .name = "int_and", .T = T_int_and, .conventions = "bb owned" },
    .{ .name = "int_or", .T = T_int_or, .conventions = "bb owned" },
    .{ .name = "int_xor", .T = T_int_xor, .conventions = "bb owned" },
    .{ .name = "int_lshift", .T = T_int_lshift, .conventions = "bb owned" },
    .{ .name = "int_rshift", .T = T_int_rshift, .conventions = "bb owned" },
    .{ .name = "int_neg", .T = T_int_neg, .conventions = "b owned" },
    .{ .name = "int_invert", .T = T_int_invert, .conventions = "b owned" },
    .{ .name = "int_lt", .T = T_int_lt, .conventions = "bb value" },
    .{ .name = "int_le", .T = T_int_le, .conventions = "bb value" },
    .{ .name = "int_eq", .T = T_int_eq, .conventions = "bb value" },
    .{ .name = "int_ne", .T = T_int_ne, .conventions = "bb value" },
    .{ .name = "int_gt", .T = T_int_gt, .conventions = "bb value" },
    .{ .name = "int_ge", .T = T_int_ge, .conventions = "bb value" },
    .{ .name = "int_truth", .T = T_int_truth, .conventions = "b value" },
    .{ .name = "int_truediv", .T = T_int_truediv, .conventions = "bb value" },
    .{ .name = "int_to_f64", .T = T_int_to_f64, .conventions = "b value" },
    .{ .name = "int_pow", .T = T_int_pow, .conventions = "bb owned" },
    .{ .name = "i64_floordiv", .T = T_i64_floordiv, .conventions = "vv value" },
    .{ .name = "i64_mod", .T = T_i64_mod, .conventions = "vv value" },
    .{ .name = "i64_truediv", .T = T_i64_truediv, .conventions = "vv value" },
    .{ .name = "i64_pow", .T = T_i64_pow, .conventions = "vv owned" },
    .{ .name = "f64_floordiv", .T = T_f64_floordiv, .conventions = "vv value" },
    .{ .name = "f64_mod", .T = T_f64_mod, .conventions = "vv value" },
    .{ .name = "f64_pow", .T = T_f64_pow, .conventions = "vv owned" },
    .{ .name = "f64_pow_real", .T = T_f64_pow_real, .conventions = "vv value" },
    .{ .name = "f64_truediv", .T = T_f64_truediv, .conventions = "vv value" },
    .{ .name = "f64_abs", .T = T_f64_abs, .conventions = "v value" },
    .{ .name = "f64_to_i64", .T = T_f64_to_i64, .conventions = "v value" },
    .{ .name = "global_get", .T = T_global_get, .conventions = "ppb owned" },
    .{ .name = "global_set", .T = T_global_set, .conventions = "ppbb value" },
    .{ .name = "global_del", .T = T_global_del, .conventions = "ppb value" },
    .{ .name = "name_get", .T = T_name_get, .conventions = "bppb owned" },
    .{ .name = "name_set", .T = T_name_set, .conventions = "bbb value" },
    .{ .name = "name_del", .T = T_name_del, .conventions = "bb value" },
    .{ .name = "class_deref", .T = T_class_deref, .conventions = "bbb owned" },
    .{ .name = "dynamic_get", .T = T_dynamic_get, .conventions = "bb owned" },
    .{ .name = "dynamic_set", .T = T_dynamic_set, .conventions = "bbb value" },
    .{ .name = "dynamic_del", .T = T_dynamic_del, .conventions = "bb value" },
    .{ .name = "dynamic_name_get", .T = T_dynamic_name_get, .conventions = "bbb owned" },
    .{ .name = "dynamic_globals", .T = T_dynamic_globals, .conventions = "b owned" },
    .{ .name = "dynamic_function_new", .T = T_dynamic_function_new, .conventions = "pbbbb owned" },
    .{ .name = "dynamic_import", .T = T_dynamic_import, .conventions = "bbbv owned" },
    .{ .name = "dynamic_import_star", .T = T_dynamic_import_star, .conventions = "bb value" },
    .{ .name = "dynamic_annotations", .T = T_dynamic_annotations, .conventions = "b value" },
    .{ .name = "source_register", .T = T_source_register, .conventions = "pbvb value" },
    .{ .name = "source_refuse", .T = T_source_refuse, .conventions = "bvbbb value" },
    .{ .name = "frame_call", .T = T_frame_call, .conventions = "bbbbB owned" },
    .{ .name = "display_value", .T = T_display_value, .conventions = "b value" },
    .{ .name = "sorted_keys", .T = T_sorted_keys, .conventions = "b owned" },
    .{ .name = "exc_ends_async", .T = T_exc_ends_async, .conventions = "b value" },
    .{ .name = "cell_new", .T = T_cell_new, .conventions = "b owned" },
    .{ .name = "cell_get", .T = T_cell_get, .conventions = "bbv owned" },
    .{ .name = "cell_set", .T = T_cell_set, .conventions = "bb value" },
    .{ .name = "cell_del", .T = T_cell_del, .conventions = "bbv value" },
    .{ .name = "raise_unbound", .T = T_raise_unbound, .conventions = "b value" },
    .{ .name = "function_new", .T = T_function_new, .conventions = "ppbbb owned" },
    .{ .name = "class_build", .T = T_class_build, .conventions = "bbbbb owned" },
    .{ .name = "class_super", .T = T_class_super, .conventions = "bbv owned" },
    .{ .name = "function_set_annotations", .T = T_function_set_annotations, .conventions = "bb value" },
    .{ .name = "locals_dict", .T = T_locals_dict, .conventions = "bvB owned" },
    .{ .name = "exc_raise", .T = T_exc_raise, .conventions = "bb value" },
    .{ .name = "exc_reraise", .T = T_exc_reraise, .conventions = "p value" },
    .{ .name = "exc_raise_assert", .T = T_exc_raise_assert, .conventions = "b value" },
    .{ .name = "exc_enter_handler", .T = T_exc_enter_handler, .conventions = " owned" },
    .{ .name = "exc_leave_handler", .T = T_exc_leave_handler, .conventions = " value" },
    .{ .name = "exc_matches", .T = T_exc_matches, .conventions = "bb value" },
    .{ .name = "exc_traceback", .T = T_exc_traceback, .conventions = "p value" },
    .{ .name = "exc_restore", .T = T_exc_restore, .conventions = "c value" },
    .{ .name = "exc_pending", .T = T_exc_pending, .conventions = " value" },
    .{ .name = "exc_group_split", .T = T_exc_group_split, .conventions = "bb owned" },
    .{ .name = "exc_group_finish", .T = T_exc_group_finish, .conventions = "bb owned" },
    .{ .name = "with_enter", .T = T_with_enter, .conventions = "b owned" },
    .{ .name = "with_exit_lookup", .T = T_with_exit_lookup, .conventions = "b owned" },
    .{ .name = "with_exit_call", .T = T_with_exit_call, .conventions = "bb value" },
    .{ .name = "async_exit_lookup", .T = T_async_exit_lookup, .conventions = "b owned" },
    .{ .name = "async_enter", .T = T_async_enter, .conventions = "b owned" },
    .{ .name = "async_with_start", .T = T_async_with_start, .conventions = "bv owned" },
    .{ .name = "generator_new", .T = T_generator_new, .conventions = "pbvv owned" },
    .{ .name = "yield_from_start", .T = T_yield_from_start, .conventions = "b owned" },
    .{ .name = "yield_from_step", .T = T_yield_from_step, .conventions = "bb owned" },
    .{ .name = "generator_finish", .T = T_generator_finish, .conventions = "bc value" },
    .{ .name = "generator_return", .T = T_generator_return, .conventions = " owned" },
    .{ .name = "await_start", .T = T_await_start, .conventions = "b owned" },
    .{ .name = "aiter", .T = T_aiter, .conventions = "b owned" },
    .{ .name = "anext", .T = T_anext, .conventions = "b owned" },
    .{ .name = "async_gen_wrap", .T = T_async_gen_wrap, .conventions = "b owned" },
    .{ .name = "import_name", .T = T_import_name, .conventions = "pbbv owned" },
    .{ .name = "import_from", .T = T_import_from, .conventions = "bb owned" },
    .{ .name = "import_star", .T = T_import_star, .conventions = "pb value" },
    .{ .name = "module_name", .T = T_module_name, .conventions = "p lent" },
    .{ .name = "module_namespace", .T = T_module_namespace, .conventions = "p owned" },
    .{ .name = "match_sequence", .T = T_match_sequence, .conventions = "b value" },
    .{ .name = "match_mapping", .T = T_match_mapping, .conventions = "b value" },
    .{ .name = "match_class", .T = T_match_class, .conventions = "bbvb owned" },
    .{ .name = "match_keys", .T = T_match_keys, .conventions = "bb owned" },
    .{ .name = "match_mapping_rest", .T = T_match_mapping_rest, .conventions = "bb owned" },
    .{ .name = "match_len", .T = T_match_len, .conventions = "b value" },
    .{ .name = "type_param_new", .T = T_type_param_new, .conventions = "vbbb owned" },
    .{ .name = "type_alias_new", .T = T_type_alias_new, .conventions = "bbb owned" },
    .{ .name = "generic_base", .T = T_generic_base, .conventions = "b owned" },
    .{ .name = "unbound_feature", .T = T_unbound_feature, .conventions = "bb value" },
    .{ .name = "in_set", .T = T_in_set, .conventions = "bp value" },
    .{ .name = "has_layout", .T = T_has_layout, .conventions = "bpb value" },
    .{ .name = "has_method", .T = T_has_method, .conventions = "bpbp value" },
    .{ .name = "method_word", .T = T_method_word, .conventions = "vbp owned" },
    .{ .name = "makes_instance", .T = T_makes_instance, .conventions = "bpp value" },
    .{ .name = "instance_new", .T = T_instance_new, .conventions = "b owned" },
    .{ .name = "init_result", .T = T_init_result, .conventions = "b value" },
    .{ .name = "field_get", .T = T_field_get, .conventions = "bv owned" },
    .{ .name = "field_set", .T = T_field_set, .conventions = "bvb value" },
    .{ .name = "field_set_plain", .T = T_field_set_plain, .conventions = "bvb value" },
    .{ .name = "field_set_f64", .T = T_field_set_f64, .conventions = "bvv value" },
    .{ .name = "escaped_put", .T = T_escaped_put, .conventions = "c value" },
    .{ .name = "escaped_take", .T = T_escaped_take, .conventions = " owned" },
    .{ .name = "range_intact", .T = T_range_intact, .conventions = "pb value" },
    .{ .name = "range_class", .T = T_range_class, .conventions = " lent" },
    .{ .name = "range_new", .T = T_range_new, .conventions = "vvv owned" },
    .{ .name = "range_iter_new", .T = T_range_iter_new, .conventions = "vvv owned" },
    .{ .name = "is_builtin", .T = T_is_builtin, .conventions = "bbp value" },
};
