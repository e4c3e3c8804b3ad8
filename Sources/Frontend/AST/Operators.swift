// The operator enumerations of CPython's ASDL; raw values are dense from 0 and the case order is
// CPython's, so that a table indexed by raw value is possible.

/// Whether a name, attribute, subscript, list, tuple or starred is read, bound or deleted.
public enum ExprContext: UInt8, Sendable { case load, store, del }

/// `and`, `or`.
public enum BoolOperator: UInt8, Sendable { case and, or }

/// Binary operators, also those of augmented assignments.
public enum Operator: UInt8, Sendable {
  case add, sub, mult, matMult, div, mod, pow, lShift, rShift, bitOr, bitXor, bitAnd, floorDiv
}

/// Prefix operators: `~`, `not`, `+`, `-`.
public enum UnaryOperator: UInt8, Sendable { case invert, not, uAdd, uSub }

/// Comparison operators.
public enum CmpOp: UInt8, Sendable {
  case eq, notEq, lt, ltE, gt, gtE, `is`, isNot, `in`, notIn
}

/// The conversion of a replacement field: none, `!s`, `!r`, `!a`.
public enum Conversion: UInt8, Sendable {
  case none, str, repr, ascii

  /// CPython's number for it: -1, 115, 114, 97.
  public var asdlValue: Int {
    switch self {
    case .none: -1
    case .str: 115
    case .repr: 114
    case .ascii: 97
    }
  }
}
