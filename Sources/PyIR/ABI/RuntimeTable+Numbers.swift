// Rows for numbers in machine form. `int_*` take tagged words known to hold an exact int (never a bool or subclass).

extension RuntimeRows {
  mutating func addNumbers() {
    add(.int_from_i64, [.i64], .ownedInt, .never, .fresh, inline: .boxInt)
    add(.float_from_f64, [.f64], .ownedFresh, .never, .fresh)
    add(.bool_to_obj, [.bool], .immortal, .never, [], inline: .short)
    // The caller has checked that the value fits (guard int_fits).
    add(.int_as_i64, [.borrow], .i64, .never, [])
    add(.obj_is_int, [.borrow], .bool, .never, [])
    add(.obj_is_float, [.borrow], .bool, .never, [])
    add(.float_as_f64, [.borrow], .f64, .never, [])

    add(.int_add, [.borrow, .borrow], .ownedInt, .never, .fresh, inline: .tagAdd)
    add(.int_sub, [.borrow, .borrow], .ownedInt, .never, .fresh, inline: .tagSub)
    add(.int_mul, [.borrow, .borrow], .ownedInt, .never, .fresh, inline: .tagMul)
    add(.int_floordiv, [.borrow, .borrow], .ownedInt, .null, .fresh)
    add(.int_mod, [.borrow, .borrow], .ownedInt, .null, .fresh)
    for id in [RuntimeID.int_and, .int_or, .int_xor] {
      add(id, [.borrow, .borrow], .ownedInt, .never, .fresh)
    }
    add(.int_lshift, [.borrow, .borrow], .ownedInt, .null, .fresh)
    add(.int_rshift, [.borrow, .borrow], .ownedInt, .null, .fresh)
    add(.int_neg, [.borrow], .ownedInt, .never, .fresh)
    add(.int_invert, [.borrow], .ownedInt, .never, .fresh)
    for id in [RuntimeID.int_lt, .int_le, .int_eq, .int_ne, .int_gt, .int_ge] {
      add(id, [.borrow, .borrow], .bool, .never, [], inline: .tagCompare)
    }
    add(.int_truth, [.borrow], .bool, .never, [])
    add(.int_truediv, [.borrow, .borrow], .f64, .pair, .fresh)
    // OverflowError if too large
    add(.int_to_f64, [.borrow], .f64, .pair, .fresh)
    // int or float (negative exponent)
    add(.int_pow, [.borrow, .borrow], .owned, .null, .fresh)

    // Floor division and modulo of machine ints; ZeroDivisionError. minInt // -1 is excluded by the caller's guard.
    add(.i64_floordiv, [.i64, .i64], .i64, .pair, .fresh)
    add(.i64_mod, [.i64, .i64], .i64, .pair, .fresh)
    // Correctly rounded quotient of two machine ints; ZeroDivisionError.
    add(.i64_truediv, [.i64, .i64], .f64, .pair, .fresh)
    add(.i64_pow, [.i64, .i64], .owned, .null, .fresh)
    add(.f64_floordiv, [.f64, .f64], .f64, .pair, .fresh)
    add(.f64_mod, [.f64, .f64], .f64, .pair, .fresh)
    // float ** float: the result may be complex, hence a word
    add(.f64_pow, [.f64, .f64], .owned, .null, .fresh)
    add(.f64_abs, [.f64], .f64, .never, [], inline: .short)
    // Towards zero; the caller has checked that the result fits.
    add(.f64_to_i64, [.f64], .i64, .never, [], inline: .short)
    // C's pow; the base is finite and positive, or the exponent a whole number above 0; an infinite result is the caller's
    // business
    add(.f64_pow_real, [.f64, .f64], .f64, .never, [], inline: .fast)
    add(.f64_truediv, [.f64, .f64], .f64, .pair, .fresh)
  }
}
