// The runtime table. `RuntimeID` numbers the rows; `RuntimeTable.entries` holds them. To add a row: a case here, a line
// in one of the groups, and `pub fn pyrt_<name>` in `runtime/src` (docs/adding-a-builtin.md).

// swift-format-ignore: AlwaysUseLowerCamelCase
public enum RuntimeID: UInt16, CaseIterable, Sendable, Hashable {
  // reference counts
  case retain, release, release_maybe, check_stack, poll
  // generic operators (operator order of `BinaryOperator`)
  case obj_add, obj_sub, obj_mul, obj_matmul, obj_truediv, obj_floordiv, obj_mod, obj_pow
  case obj_lshift, obj_rshift, obj_and, obj_or, obj_xor
  case obj_iadd, obj_isub, obj_imul, obj_imatmul, obj_itruediv, obj_ifloordiv, obj_imod, obj_ipow
  case obj_ilshift, obj_irshift, obj_iand, obj_ior, obj_ixor
  case obj_neg, obj_pos, obj_invert
  case obj_lt, obj_le, obj_eq, obj_ne, obj_gt, obj_ge
  case obj_contains, obj_truth, obj_is, obj_len, obj_ord, obj_isinstance
  // generic attributes, items, calls
  case obj_getattr, obj_setattr, obj_setattr_f64, obj_delattr, obj_load_method
  case obj_getitem, obj_setitem, obj_delitem, obj_getitem_at, obj_setitem_at, obj_setitem_f64
  case obj_call, obj_call_kw, obj_call_method, obj_call_method_kw, obj_get_method, obj_call_loaded, obj_call_append,
    obj_call_append_f64,
    obj_call_loaded_kw, obj_call_ex
  // iteration and unpacking
  case obj_iter, obj_next, obj_unpack, obj_unpack_ex, seq_item
  // construction
  case tuple_new, tuple_from_iterable, list_new, list_new_flat, list_append, list_append_f64, list_extend,
    list_to_tuple, args_tuple
  case set_new, set_add, set_update, dict_new, dict_set_fresh, dict_update, dict_merge_kwargs
  case slice_new, str_build, format_value
  // constants of the machine representation
  case int_from_i64, float_from_f64, bool_to_obj
  case int_as_i64, obj_is_int, obj_is_float, float_as_f64
  case int_add, int_sub, int_mul, int_floordiv, int_mod, int_and, int_or, int_xor
  case int_lshift, int_rshift, int_neg, int_invert
  case int_lt, int_le, int_eq, int_ne, int_gt, int_ge, int_truth
  case int_truediv, int_to_f64, int_pow
  case i64_floordiv, i64_mod, i64_truediv, i64_pow, f64_floordiv, f64_mod, f64_pow, f64_pow_real, f64_truediv, f64_abs,
    f64_to_i64
  // names
  case global_get, global_set, global_del, name_get, name_set, name_del, class_deref
  case dynamic_get, dynamic_set, dynamic_del, dynamic_name_get, dynamic_globals, dynamic_function_new, dynamic_import
  case dynamic_import_star, dynamic_annotations, source_register, source_refuse, frame_call, display_value
  case sorted_keys, exc_ends_async
  case cell_new, cell_get, cell_set, cell_del, raise_unbound
  // functions and classes
  case function_new, class_build, class_super, function_set_annotations, locals_dict
  // exceptions
  case exc_raise, exc_reraise, exc_raise_assert, exc_enter_handler, exc_leave_handler, exc_matches
  case exc_traceback, exc_restore, exc_pending, exc_group_split, exc_group_finish
  case with_enter, with_exit_lookup, with_exit_call, async_exit_lookup, async_enter, async_with_start
  // generators
  case generator_new, yield_from_start, yield_from_step, generator_finish, generator_return, await_start
  case aiter, anext, async_gen_wrap
  // modules
  case import_name, import_from, import_star, module_name, module_namespace
  // pattern matching
  case match_sequence, match_mapping, match_class, match_keys, match_mapping_rest, match_len
  case type_param_new, type_alias_new, generic_base, unbound_feature
  // typed overlays
  case in_set, has_layout, has_method, method_word, makes_instance, instance_new, init_result, field_get, field_set,
    field_set_plain, field_set_f64
  case escaped_put, escaped_take, range_intact, range_class, range_new, range_iter_new, is_builtin
}

public enum RuntimeTable {
  /// Indexed by `RuntimeID.rawValue`.
  public static let entries: [RuntimeEntry] = {
    var rows = RuntimeRows()
    rows.addReferenceCounts()
    rows.addOperators()
    rows.addObjects()
    rows.addConstruction()
    rows.addNumbers()
    rows.addNames()
    rows.addFunctionsAndClasses()
    rows.addDynamicCode()
    rows.addExceptions()
    rows.addGenerators()
    rows.addModules()
    rows.addPatterns()
    rows.addOverlays()
    return rows.finish()
  }()

  public static subscript(id: RuntimeID) -> RuntimeEntry { _read { yield entries[Int(id.rawValue)] } }

  /// The row with this name, for the IR parser.
  public static func id(named name: String) -> RuntimeID? { byName[name] }

  private static let byName: [String: RuntimeID] = {
    var map: [String: RuntimeID] = [:]
    for id in RuntimeID.allCases { map[entries[Int(id.rawValue)].name] = id }
    return map
  }()
}

/// Collects rows and checks that each id has exactly one.
struct RuntimeRows {
  private var rows: [RuntimeEntry?] = Array(repeating: nil, count: RuntimeID.allCases.count)

  mutating func add(
    _ id: RuntimeID, _ parameters: [RuntimeParameter], _ result: RuntimeResult, _ raises: RuntimeRaise,
    _ effects: Effects, inline: InlineTemplate = .call, fold: RuntimeFold = .none, tracesBack: Bool = true
  ) {
    precondition(rows[Int(id.rawValue)] == nil, "two rows for \(id)")
    rows[Int(id.rawValue)] = RuntimeEntry(
      name: "\(id)", parameters: parameters, result: result, raises: raises, effects: effects,
      inline: inline, fold: fold, tracesBack: tracesBack)
  }

  func finish() -> [RuntimeEntry] {
    rows.enumerated().map { index, row in
      guard let row else { preconditionFailure("no row for \(RuntimeID.allCases[index])") }
      return row
    }
  }
}
