// The operations. `Op` carries immediates only; operands, results, targets and the location are in `Instruction`.
// Facts about an op (arity, result, effects, how it raises, legal stages) stand in `OpInfo.swift` and nowhere else.

/// `floordiv` and `mod` are Python's (rounded down); their divisor is neither 0, nor −1 with the smallest dividend.
/// Shifts are by 0…63.
public enum I64Operator: UInt8, CaseIterable, Sendable, Hashable {
  case add, sub, mul, floordiv, mod, and, or, xor, shl, shr
}
public enum F64Operator: UInt8, CaseIterable, Sendable, Hashable { case add, sub, mul, div }
/// Arithmetic whose overflow leaves through the second target.
public enum CheckedOperator: UInt8, CaseIterable, Sendable, Hashable { case add, sub, mul, shl, neg }

/// What a `guard` checks. The first target's first parameter receives the narrowed value where there is one.
public enum Guard: UInt8, CaseIterable, Sendable, Hashable {
  /// obj → i64: an exact int that fits 63 bits.
  case smallInt
  /// obj → f64: an exact float.
  case float
  /// obj → bool: `True` or `False`.
  case bool
  /// (global, code) → nothing: the global holds the function object made by this code's own `def`, and its closure,
  /// defaults and code are as compiled.
  case function
  /// maybe → obj: not absent.
  case bound
  /// i64 → f64: within ±2^53, where the conversion is exact.
  case exactF64
  /// (obj, i64) → f64: an exact list that has this index (negative ones count from its end), the element an exact float.
  case itemF64
  /// (obj, i64) → i64: likewise, an exact int that fits 63 bits.
  case itemI64
  /// (obj, i64, i64) → f64: an exact list that has the first index, the element another list that has the second one, there an
  /// exact float.
  case rowItemF64
  /// (obj, i64, i64) → i64: likewise, an exact int that fits 63 bits.
  case rowItemI64
  /// (obj, cache) → f64: the cache knows the slot for the object's shape and class, which holds an exact float.
  case slotF64
  /// (obj, cache) → i64: likewise, an exact int that fits 63 bits.
  case slotI64
  /// (obj, i64) → f64: the slot with this number, which `has_layout` says is there, holds an exact float.
  case fieldF64
  /// (obj, i64) → i64: likewise, an exact int that fits 63 bits.
  case fieldI64
  /// (obj, obj, code) → nothing: what `obj_get_method` gave for operand 1 is a function object of this code, to be called
  /// with operand 1 first.
  case method
}

public enum Op: Hashable, Sendable {
  // calls
  /// A row of the runtime table. With targets it is a terminator: `[then, unwind]`.
  case rt(RuntimeID)
  /// A direct call of a function of this module. With targets: `[then, unwind]`.
  case call(FunctionID)

  // machine arithmetic; results are proven to fit (`nw`)
  case i64(I64Operator)
  case i64Compare(CompareOperator)
  case i64ToF64
  case f64(F64Operator)
  case f64Compare(CompareOperator)
  case f64Neg
  case boolNot
  /// bool → i64
  case boolToI64

  // words
  /// The same word under another word type; no code. The result borrows or owns as its operand does.
  case cast
  /// maybe → bool
  case isAbsent
  /// i64 → int for values proven to fit 63 bits: no allocation, no count.
  case tagI64

  // closures and frames
  /// Cell number n of the running function's closure; operand: the function object.
  case closureCell(UInt32)
  /// Marks where a Python local ends (rebinding, del, frame exit). A use; erased by insert-refcounts.
  case endLocal
  /// Suspends a generator: operand yielded, result the sent object. Stages py and typed only.
  case yield
  /// Generator frame slots after generator-split. Operand 0 is the frame; `gen_take` empties the slot.
  case genTake(UInt32)
  case genPut(UInt32)
  case genLoadRaw(UInt32)
  case genStoreRaw(UInt32)
  /// The state number of a frame as i64.
  case genState
  case genSetState

  // counts, stage owned
  /// A new owned reference to its operand.
  case retain
  case release

  // terminators
  case br
  /// operand: bool; targets: true, false
  case cond
  /// operands: i64, then one i64 constant a case; targets: the cases, then the default
  case switchInt
  case ret
  /// Leaves the function with the pending exception.
  case propagate
  case unreachable
  /// Advances an iterator by the row (`obj_next`, `yield_from_step`); targets: then(value), end, and from
  /// explicit-raises on (or inside a handler's region) unwind.
  case next(RuntimeID)
  /// targets: then, else
  case `guard`(Guard)
  /// targets: then(i64), overflow
  case checked(CheckedOperator)
}
