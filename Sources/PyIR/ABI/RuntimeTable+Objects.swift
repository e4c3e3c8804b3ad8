// Rows of the generic layer: counts, operators, attributes, items, calls, iteration, construction.

extension RuntimeRows {
  mutating func addReferenceCounts() {
    add(.retain, [.borrow], .none, .never, [.writes], inline: .retain)
    add(.release, [.consume], .none, .never, [.reads, .writes, .runsPython], inline: .release)
    add(.release_maybe, [.consumeMaybe], .none, .never, [.reads, .writes, .runsPython], inline: .releaseMaybe)
    // Function entry: RecursionError before the reserved stack ends; polls for signals.
    add(.check_stack, [], .none, .status, .python, inline: .checkStack, tracesBack: false)
    // In every loop: KeyboardInterrupt. A signal handler in Python would run here, hence the effects.
    add(.poll, [], .none, .status, .python, inline: .poll)
  }

  mutating func addOperators() {
    let binary: [RuntimeID] = [
      .obj_add, .obj_sub, .obj_mul, .obj_matmul, .obj_truediv, .obj_floordiv, .obj_mod, .obj_pow,
      .obj_lshift, .obj_rshift, .obj_and, .obj_or, .obj_xor,
    ]
    for id in binary {
      let isCalled = id == .obj_matmul || id == .obj_truediv || id == .obj_pow
      add(id, [.borrow, .borrow], .owned, .null, .python, inline: isCalled ? .call : .fast, fold: .binary)
    }
    // The left operand is consumed, so that a string, list or big int that nobody else holds grows in place.
    let inPlace: [RuntimeID] = [
      .obj_iadd, .obj_isub, .obj_imul, .obj_imatmul, .obj_itruediv, .obj_ifloordiv, .obj_imod, .obj_ipow,
      .obj_ilshift, .obj_irshift, .obj_iand, .obj_ior, .obj_ixor,
    ]
    for id in inPlace {
      let isCalled = id == .obj_imatmul || id == .obj_itruediv || id == .obj_ipow
      add(id, [.consumeUnique, .borrow], .owned, .null, .python, inline: isCalled ? .call : .fast)
    }
    for id in [RuntimeID.obj_neg, .obj_pos, .obj_invert] {
      add(id, [.borrow], .owned, .null, .python, fold: .unary)
    }
    for id in [RuntimeID.obj_lt, .obj_le, .obj_eq, .obj_ne, .obj_gt, .obj_ge] {
      add(id, [.borrow, .borrow], .owned, .null, .python, inline: .fast, fold: .compare)
    }
    // obj_contains(container, item): `item in container`
    add(.obj_contains, [.borrow, .borrow], .bool, .tri, .python)
    add(.obj_truth, [.borrow], .bool, .tri, .python, inline: .fast, fold: .truth)
    // len(x), ord(x)
    add(.obj_len, [.borrow], .i64, .pair, .python, inline: .fast)
    add(.obj_ord, [.borrow], .i64, .pair, .python, inline: .fast)
    // isinstance(object, class)
    add(.obj_isinstance, [.borrow, .borrow], .bool, .tri, .python, inline: .fast)
    add(.obj_is, [.borrow, .borrow], .bool, .never, [], inline: .fast)
  }

  mutating func addObjects() {
    // (object, interned name, cache)
    add(.obj_getattr, [.borrow, .borrow, .cachePointer], .owned, .null, .python, inline: .fast)
    // (object, interned name, value, cache)
    add(.obj_setattr, [.borrow, .borrow, .borrow, .cachePointer], .none, .status, .python, inline: .fast)
    add(.obj_setattr_f64, [.borrow, .borrow, .f64, .cachePointer], .none, .status, .python, inline: .fast)
    add(.obj_delattr, [.borrow, .borrow], .none, .status, .python)
    // Attribute of the type for `with`: special method lookup, AttributeError if missing.
    add(.obj_load_method, [.borrow, .borrow], .owned, .null, .python)
    add(.obj_getitem, [.borrow, .borrow], .owned, .null, .python, inline: .fast)
    // (container, index as machine int[, value, also as machine float]): as the rows on words
    add(.obj_getitem_at, [.borrow, .i64], .owned, .null, .python, inline: .fast)
    add(.obj_setitem_at, [.borrow, .i64, .borrow], .none, .status, .python, inline: .fast)
    add(.obj_setitem_f64, [.borrow, .i64, .f64], .none, .status, .python, inline: .fast)
    // (container, key, value)
    add(.obj_setitem, [.borrow, .borrow, .borrow], .none, .status, .python)
    add(.obj_delitem, [.borrow, .borrow], .none, .status, .python)
    // (callable, arguments…)
    add(.obj_call, [.borrow, .borrowVariadic], .owned, .null, .python)
    // (callable, tuple of keyword names, positional then keyword arguments…)
    add(.obj_call_kw, [.borrow, .borrow, .borrowVariadic], .owned, .null, .python)
    // (receiver, interned name, cache, arguments…): no bound method is made
    add(.obj_call_method, [.borrow, .borrow, .cachePointer, .borrowVariadic], .owned, .null, .python)
    add(.obj_call_method_kw, [.borrow, .borrow, .cachePointer, .borrow, .borrowVariadic], .owned, .null, .python)
    // Lookup before the arguments are evaluated: (receiver, interned name, cache) → the class's function unbound, or the
    // attribute as obj_getattr gives it
    add(.obj_get_method, [.borrow, .borrow, .cachePointer], .owned, .null, .python, inline: .fast)
    // (what obj_get_method gave, receiver, name, the same cache, arguments…): passes the receiver if it was unbound
    add(.obj_call_loaded, [.borrow, .borrow, .borrow, .cachePointer, .borrowVariadic], .owned, .null, .python)
    // obj_call_loaded with the name `append` and one argument: in place where the receiver is an exact list
    add(
      .obj_call_append, [.borrow, .borrow, .borrow, .cachePointer, .consume], .owned, .null, .python, inline: .fast)
    add(
      .obj_call_append_f64, [.borrow, .borrow, .borrow, .cachePointer, .f64], .owned, .null, .python, inline: .fast)
    add(
      .obj_call_loaded_kw, [.borrow, .borrow, .borrow, .cachePointer, .borrow, .borrowVariadic], .owned, .null, .python)
    // (callable, tuple of positional arguments, dict of keyword arguments or absent)
    add(.obj_call_ex, [.borrow, .borrow, .borrowMaybe], .owned, .null, .python)

    add(.obj_iter, [.borrow], .owned, .null, .python)
    // Used by the `next` terminator only: 0 without a pending exception is the end.
    add(.obj_next, [.borrow], .owned, .null, .python, inline: .fast)
    // (iterable, n) → a tuple of exactly n items, ValueError with CPython's message otherwise
    add(.obj_unpack, [.borrow, .i64], .owned, .null, .python, inline: .fast)
    // (iterable, before, after) → a tuple of before + 1 + after items, the middle one a list
    add(.obj_unpack_ex, [.borrow, .i64, .i64], .owned, .null, .python)
    // Item i of a tuple that obj_unpack made; no checks.
    add(.seq_item, [.borrow, .i64], .borrow(0), .never, [.reads], inline: .short)
  }

  mutating func addConstruction() {
    add(.tuple_new, [.borrowVariadic], .ownedFresh, .never, .fresh)
    add(.tuple_from_iterable, [.borrow], .owned, .null, .python)
    add(.list_new, [.borrowVariadic], .ownedFresh, .never, .fresh)
    // An empty list that floats will be appended to.
    add(.list_new_flat, [], .ownedFresh, .never, .fresh)
    add(.list_append_f64, [.borrow, .f64], .none, .never, [.reads, .writes, .allocates], inline: .fast)
    add(.list_append, [.borrow, .consume], .none, .never, [.reads, .writes, .allocates], inline: .fast)
    add(.list_extend, [.borrow, .borrow], .none, .status, .python)
    add(.list_to_tuple, [.borrow], .ownedFresh, .never, [.reads, .allocates])
    // `f(…, *iterable)`: (list of arguments, iterable, callable for the message)
    // `f(*iterable)`: (iterable, callable for the message) → tuple
    add(.args_tuple, [.borrow, .borrow], .owned, .null, .python)
    add(.set_new, [.borrowVariadic], .ownedFresh, .null, .python)
    add(.set_add, [.borrow, .borrow], .none, .status, .python)
    add(.set_update, [.borrow, .borrow], .none, .status, .python)
    // (key, value, key, value …)
    add(.dict_new, [.borrowVariadic], .ownedFresh, .null, .python)
    // (dict, key, value): for comprehensions and displays
    add(.dict_set_fresh, [.borrow, .borrow, .borrow], .none, .status, .python)
    // `{**mapping}`: (dict, mapping)
    add(.dict_update, [.borrow, .borrow], .none, .status, .python)
    // `f(**mapping)`: (dict, mapping, callable for the message); duplicate keys raise TypeError
    add(.dict_merge_kwargs, [.borrow, .borrow, .borrow], .none, .status, .python)
    add(.slice_new, [.borrow, .borrow, .borrow], .ownedFresh, .never, .fresh)
    // f-string: concatenates str parts
    add(.str_build, [.borrowVariadic], .owned, .never, .fresh)
    // (value, conversion: 0 none, 's', 'r', 'a', format spec str or absent) → str
    add(.format_value, [.borrow, .i64, .borrowMaybe], .owned, .null, .python)
  }
}
