// Rows for names, functions, classes, exceptions, generators, modules and pattern matching.

extension RuntimeRows {
  mutating func addNames() {
    // (slot, module, interned name): the slot, else builtins, else NameError
    add(.global_get, [.slotPointer, .modulePointer, .borrow], .owned, .null, .python, inline: .fast)
    // (slot, module, name, value): a first store records the name's order in the namespace
    add(
      .global_set, [.slotPointer, .modulePointer, .borrow, .borrow], .none, .never,
      [.reads, .writes, .allocates, .runsPython])
    add(.global_del, [.slotPointer, .modulePointer, .borrow], .none, .status, .python)
    // class bodies: (namespace mapping, name[, …]); the global slot is the fallback of name_get
    add(.name_get, [.borrow, .slotPointer, .modulePointer, .borrow], .owned, .null, .python)
    add(.name_set, [.borrow, .borrow, .borrow], .none, .status, .python)
    add(.name_del, [.borrow, .borrow], .none, .status, .python)
    // (namespace, cell, name): a free variable read in a class body
    add(.class_deref, [.borrow, .borrow, .borrow], .owned, .null, .python)
    add(.cell_new, [.borrowMaybe], .ownedFresh, .never, .fresh)
    // (cell, name, kind: 0 local UnboundLocalError, 1 free NameError)
    add(.cell_get, [.borrow, .borrow, .i64], .owned, .null, [.reads, .allocates], inline: .fast)
    add(.cell_set, [.borrow, .borrow], .none, .never, [.reads, .writes, .runsPython], inline: .fast)
    add(.cell_del, [.borrow, .borrow, .i64], .none, .status, .python)
    // (name): UnboundLocalError "cannot access local variable 'x' where it is not associated with a value"
    add(.raise_unbound, [.borrow], .none, .always, .fresh)
  }

  mutating func addFunctionsAndClasses() {
    // (code, module, closure tuple of cells or absent, defaults tuple or absent, keyword defaults dict or absent)
    add(
      .function_new, [.codePointer, .modulePointer, .borrowMaybe, .borrowMaybe, .borrowMaybe], .ownedFresh, .never,
      .fresh)
    // (function, annotations dict)
    add(.function_set_annotations, [.borrow, .borrow], .none, .status, .python)
    // (body function, name, tuple of bases, dict of keywords or absent, tuple of predeclared instance attributes)
    // The body function is called with the namespace and returns its `__class__` cell or None.
    add(.class_build, [.borrow, .borrow, .borrow, .borrowMaybe, .borrow], .owned, .null, .python)
    // zero-argument super(): (class cell or absent, first argument, 1: the function has a positional parameter)
    add(.class_super, [.borrowMaybe, .borrowMaybe, .i64], .owned, .null, .python)
    // `locals()` in a function: names tuple, number of plain values, these or absent, then cells
    add(.locals_dict, [.borrow, .i64, .borrowVariadicMaybe], .ownedFresh, .never, .fresh)
  }

  mutating func addDynamicCode() {
    // Code of texts, whose globals are those of its function object: (function, name[, value])
    add(.dynamic_get, [.borrow, .borrow], .owned, .null, .python)
    add(.dynamic_set, [.borrow, .borrow, .borrow], .none, .status, .python)
    add(.dynamic_del, [.borrow, .borrow], .none, .status, .python)
    // (namespace mapping, function, name)
    add(.dynamic_name_get, [.borrow, .borrow, .borrow], .owned, .null, .python)
    add(.dynamic_globals, [.borrow], .owned, .never, [.reads, .writes, .allocates])
    // (code, function whose globals it shares, then as function_new)
    add(
      .dynamic_function_new, [.codePointer, .borrow, .borrowMaybe, .borrowMaybe, .borrowMaybe], .ownedFresh, .never,
      .fresh)
    // (function, dotted name, from-list tuple or None, level)
    add(.dynamic_import, [.borrow, .borrow, .borrow, .i64], .owned, .null, .python)
    // (namespace mapping, module)
    add(.dynamic_import_star, [.borrow, .borrow], .none, .status, .python)
    // (namespace mapping): `__annotations__` if there is none
    add(.dynamic_annotations, [.borrow], .none, .status, .python)
    // (code, text, mode, file name): `eval`, `exec` and `compile` find the text
    add(.source_register, [.codePointer, .borrow, .i64, .borrow], .none, .never, [.reads, .writes, .allocates])
    // (text, mode, file name, name of the exception, its arguments)
    add(
      .source_refuse, [.borrow, .i64, .borrow, .borrow, .borrow], .none, .never, [.reads, .writes, .allocates])
    // a call of `eval` or `exec` by that name: (callee, globals, locals, names of keywords or absent, arguments)
    add(.frame_call, [.borrow, .borrow, .borrow, .borrowMaybe, .borrowVariadic], .owned, .null, .python)
    // an expression statement of an interactive text
    add(.display_value, [.borrow], .none, .status, .python)
    // `dir()`: the sorted names of a namespace
    add(.sorted_keys, [.borrow], .owned, .null, .python)
  }

  mutating func addExceptions() {
    // (exception or class, cause or absent; None is a cause): becomes pending
    add(.exc_raise, [.borrow, .borrowMaybe], .none, .always, .python)
    // bare `raise`: RuntimeError if nothing is handled
    // (the location is for the RuntimeError "No active exception to reraise" only)
    add(.exc_reraise, [.locationPointer], .none, .always, .python, tracesBack: false)
    // (message or absent)
    add(.exc_raise_assert, [.borrowMaybe], .none, .always, .python)
    // Takes the pending exception, pushes it as the handled one; the result is the exception.
    add(.exc_enter_handler, [], .owned, .never, [.reads, .writes])
    // Pops the handled exception (end of except/finally, also by return/break/continue and on unwinding).
    add(.exc_leave_handler, [], .none, .never, [.reads, .writes, .runsPython])
    // (exception, class or tuple): TypeError if the right side is no exception class
    add(.exc_matches, [.borrow, .borrow], .bool, .tri, .python)
    // Adds this instruction's location to the pending exception's traceback.
    add(.exc_traceback, [.locationPointer], .none, .never, [.reads, .writes, .allocates])
    // (exception): makes a handled exception pending again without a new traceback row (end of finally, no match)
    add(.exc_restore, [.consume], .none, .always, [.reads, .writes], tracesBack: false)
    // Whether an exception is pending: tells the end of an iterator from its failure.
    add(.exc_pending, [], .bool, .never, [.reads])
    // (exception): whether it ends an `async for`
    add(.exc_ends_async, [.borrow], .bool, .never, [.reads])
    // except*: (exception or None, class) → tuple (matched or None, rest or None)
    add(.exc_group_split, [.borrow, .borrow], .owned, .null, .python)
    // except*: (original, list of raised and rest) → exception to raise or None
    add(.exc_group_finish, [.borrow, .borrow], .owned, .null, .python)
    // (manager) → result of __enter__
    add(.with_enter, [.borrow], .owned, .null, .python)
    // (manager) → bound __exit__; called before __enter__ as CPython does
    add(.with_exit_lookup, [.borrow], .owned, .null, .python)
    // (exit, exception or None) → truth of the result
    add(.with_exit_call, [.borrow, .borrow], .bool, .tri, .python)
    // (manager) → bound __aexit__, after a look for __aenter__
    add(.async_exit_lookup, [.borrow], .owned, .null, .python)
    // (manager) → what its __aenter__ gives, to be awaited
    add(.async_enter, [.borrow], .owned, .null, .python)
    // (awaitable, 0: of __aenter__, 1: of __aexit__), as await_start
    add(.async_with_start, [.borrow, .i64], .owned, .null, .python)
  }

  mutating func addGenerators() {
    // (code, function object, object slots, raw slots): kind comes from the code's flags
    add(.generator_new, [.codePointer, .borrow, .i64, .i64], .ownedFresh, .never, .fresh)
    add(.yield_from_start, [.borrow], .owned, .null, .python)
    // (iterator, sent value or absent when an exception is pending to be thrown in) → yielded value;
    // 0 without a pending exception: finished, its value is fetched by generator_return
    add(.yield_from_step, [.borrow, .borrowMaybe], .ownedMaybe, .null, .python)
    // (frame, value): the generator has returned; its state becomes finished, the value waits for generator_return
    add(.generator_finish, [.borrow, .consume], .none, .never, [.reads, .writes, .runsPython])
    add(.generator_return, [], .owned, .never, [.reads, .writes])
    add(.await_start, [.borrow], .owned, .null, .python)
    add(.aiter, [.borrow], .owned, .null, .python)
    add(.anext, [.borrow], .owned, .null, .python)
    add(.async_gen_wrap, [.borrow], .ownedFresh, .never, .fresh)
  }

  mutating func addModules() {
    // (importing module, dotted name, from-list tuple or None, level)
    add(.import_name, [.modulePointer, .borrow, .borrow, .i64], .owned, .null, .python)
    // (module, name)
    add(.import_from, [.borrow, .borrow], .owned, .null, .python)
    // (importing module, module)
    add(.import_star, [.modulePointer, .borrow], .none, .status, .python)
    // the module object of the code that runs
    add(.module_name, [.modulePointer], .immortal, .never, [])
    // globals(), and locals() at module level: the namespace dict of the module
    add(.module_namespace, [.modulePointer], .owned, .never, [.reads, .writes, .allocates])
  }

  mutating func addOverlays() {
    // (object, set): whether its shape is in the set; nothing is learnt
    add(.in_set, [.borrow, .cachePointer], .bool, .never, [.readsClasses], inline: .short)
    // (object, set, tuple of names): whether it has slots for these attributes and all are present; a name stands at the
    // number of its slot, None where any will do
    add(.has_layout, [.borrow, .cachePointer, .borrow], .bool, .never, [.readsClasses], inline: .fast)
    // (object, set, interned name, code): whether `obj_get_method` gives a function of this code, to be called with it
    add(.has_method, [.borrow, .cachePointer, .borrow, .codePointer], .bool, .never, [.readsClasses])
    // (number n, other or absent, first of several sets): what `obj_get_method` gave: other, or what set n has found
    add(.method_word, [.i64, .borrowMaybe, .cachePointer], .owned, .never, [.reads])
    // (class, set, code): whether calling it makes an instance by `object.__new__` and calls the function of this code
    add(.makes_instance, [.borrow, .cachePointer, .codePointer], .bool, .never, [.readsClasses], inline: .fast)
    // (class) → instance without attributes
    add(.instance_new, [.borrow], .ownedFresh, .never, .fresh)
    // (what `__init__` returned): TypeError unless it is None
    add(.init_result, [.borrow], .none, .status, .fresh, inline: .fast)
    // (object, number of a slot that `has_layout` says is there[, value])
    add(.field_get, [.borrow, .i64], .owned, .never, [.reads], inline: .short)
    add(.field_set, [.borrow, .i64, .borrow], .none, .never, .python, inline: .short)
    // The same where the old value's end runs no Python code; else false, and nothing has happened
    add(.field_set_plain, [.borrow, .i64, .borrow], .bool, .never, [.reads, .writes], inline: .short)
    // False, and nothing has happened, where the old value is no number
    add(.field_set_f64, [.borrow, .i64, .f64], .bool, .never, [.reads, .writes, .allocates], inline: .short)
    // A typed function with a machine result whose twin returned another word leaves as if it raised, with the word set
    // aside here and no exception pending; the caller takes it before anything else runs.
    add(.escaped_put, [.consume], .none, .never, [.reads, .writes])
    // → the word set aside, or absent if an exception is pending
    add(.escaped_take, [], .ownedMaybe, .never, [.reads, .writes])
    // (slot of the global `range`, interned name): whether the name finds the builtin class
    add(.range_intact, [.slotPointer, .borrow], .bool, .never, [.reads])
    add(.range_class, [], .immortal, .never, [])
    // (start, stop, step ≠ 0)
    add(.range_new, [.i64, .i64, .i64], .ownedFresh, .never, .fresh)
    // (function, interned name, cache): whether it is the builtin of this name
    add(.is_builtin, [.borrow, .borrow, .cachePointer], .bool, .never, [.reads], inline: .fast)
    // iter(range(start, stop, step)), step ≠ 0
    add(.range_iter_new, [.i64, .i64, .i64], .ownedFresh, .never, .fresh)
  }

  mutating func addPatterns() {
    add(.match_sequence, [.borrow], .bool, .never, [.reads])
    add(.match_mapping, [.borrow], .bool, .never, [.reads])
    // (subject, class, number of positional patterns, tuple of keyword names) → tuple of attributes or None
    add(.match_class, [.borrow, .borrow, .i64, .borrow], .owned, .null, .python)
    // (subject, tuple of keys) → tuple of values or None
    add(.match_keys, [.borrow, .borrow], .owned, .null, .python)
    // (subject, tuple of keys) → dict of the rest
    add(.match_mapping_rest, [.borrow, .borrow], .owned, .null, .python)
    add(.match_len, [.borrow], .i64, .pair, .python)
    // (kind: 0 TypeVar, 1 ParamSpec, 2 TypeVarTuple; name; bound thunk or absent; default thunk or absent)
    add(.type_param_new, [.i64, .borrow, .borrowMaybe, .borrowMaybe], .owned, .null, .python)
    // (name, tuple of type parameters, value thunk)
    add(.type_alias_new, [.borrow, .borrow, .borrow], .owned, .null, .python)
    // Generic[T…] for a class with type parameters: (tuple of type parameters)
    add(.generic_base, [.borrow], .owned, .null, .python)
    // (code, text): a feature that rule 6 of the semantics refuses was reached; NotImplementedError
    add(.unbound_feature, [.borrow, .borrow], .none, .always, .fresh)
  }
}
