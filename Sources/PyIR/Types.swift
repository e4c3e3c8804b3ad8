// Representation types. `obj` is top of the words; a value type carries no reference count.

/// An interned type: scalars have fixed numbers, composites are rows of the module's type table.
public struct IRType: Hashable, Sendable {
  public let raw: UInt32
  public init(raw: UInt32) { self.raw = raw }

  public static let i64 = IRType(raw: 0)
  public static let f64 = IRType(raw: 1)
  public static let bool = IRType(raw: 2)
  public static let none = IRType(raw: 3)
  /// A tagged word that holds an exact `int`.
  public static let int = IRType(raw: 4)
  public static let str = IRType(raw: 5)
  public static let bytes = IRType(raw: 6)
  /// Any object.
  public static let obj = IRType(raw: 7)
  /// Any object, or absent (the word 0): a local that may be unbound.
  public static let maybe = IRType(raw: 8)
  /// An exception instance.
  public static let exc = IRType(raw: 9)
  /// A cell of a closure.
  public static let cell = IRType(raw: 10)
  /// An exact `float` object.
  public static let float = IRType(raw: 11)
  static let firstComposite: UInt32 = 32

  public var isComposite: Bool { raw >= IRType.firstComposite }
  public var compositeIndex: Int { Int(raw - IRType.firstComposite) }
  /// Machine values; everything else is a word with a reference count (`none` and constants are immortal words).
  public var isCounted: Bool { raw >= 4 }
  public var isWord: Bool { raw >= 3 }

  public static let scalarNames = [
    "i64", "f64", "bool", "none", "int", "str", "bytes", "obj", "maybe", "exc", "cell", "float",
  ]
}

/// Types with parameters, interned by `Module.type(_:)`.
public enum CompositeType: Hashable, Sendable {
  case list(IRType)
  case set(IRType)
  case dict(IRType, IRType)
  case tuple([IRType])
  case opt(IRType)
  case instance(className: String)
}

/// Who releases a value. Before stage `owned` every value has `none`.
public enum Ownership: UInt8, Sendable, Hashable {
  case none, owned, borrowed
}

public enum BinaryOperator: UInt8, CaseIterable, Sendable, Hashable {
  case add, sub, mul, matmul, truediv, floordiv, mod, pow, lshift, rshift, and, or, xor
}

public enum CompareOperator: UInt8, CaseIterable, Sendable, Hashable {
  case lt, le, eq, ne, gt, ge
}

public enum Stage: UInt8, Comparable, CaseIterable, Sendable {
  case py, typed, owned
  public static func < (a: Stage, b: Stage) -> Bool { a.rawValue < b.rawValue }
}
