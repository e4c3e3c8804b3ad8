// The constant table. Every constant is immortal, so that neither owned nor borrowed operands need care for it.

public enum Constant: Hashable, Sendable {
  // machine constants
  case i64(Int64)
  /// Bits of a double, so that nan and −0.0 are distinct constants.
  case f64(bits: UInt64)
  case bool(Bool)
  // words
  case none, `true`, `false`, ellipsis, notImplemented
  /// The word 0.
  case absent
  /// An int that fits a tagged word (62 bits and sign).
  case smallInt(Int64)
  /// Sign and magnitude, little-endian 64-bit limbs without leading zero limb.
  case bigInt(negative: Bool, limbs: [UInt64])
  case float(bits: UInt64)
  case complex(realBits: UInt64, imagBits: UInt64)
  /// UTF-8, lone surrogates as three bytes.
  case str([UInt8])
  /// An identifier: interned at module load, equal names are the same object.
  case name(String)
  case bytes([UInt8])
  case tuple([ConstantID])
  case frozenset([ConstantID])
  // addresses of static records
  case code(FunctionID)
  case global(GlobalID)
  case module(PythonModuleID)
  /// An inline cache; the number keeps caches of different instructions apart.
  case cache(UInt32)

  /// The range of a tagged word: −2^62 … 2^62 − 1.
  public static let smallIntRange: ClosedRange<Int64> = -(1 << 62)...(1 << 62) - 1

  /// The constant of a Python int in its only legal form: small if it fits a tagged word.
  public static func int(negative: Bool, limbs: [UInt64]) -> Constant {
    var limbs = limbs
    while limbs.last == 0 { limbs.removeLast() }
    if limbs.isEmpty { return .smallInt(0) }
    if limbs.count == 1 {
      if !negative, limbs[0] <= UInt64(smallIntRange.upperBound) { return .smallInt(Int64(limbs[0])) }
      if negative, limbs[0] <= smallIntRange.lowerBound.magnitude { return .smallInt(-Int64(limbs[0])) }
    }
    return .bigInt(negative: negative, limbs: limbs)
  }

  public var type: IRType {
    switch self {
    case .i64: .i64
    case .f64: .f64
    case .bool: .bool
    case .none: .none
    case .smallInt, .bigInt: .int
    case .str, .name: .str
    case .bytes: .bytes
    case .float: .float
    case .absent: .maybe
    case .true, .false, .ellipsis, .notImplemented, .complex, .tuple, .frozenset: .obj
    case .code, .global, .module, .cache: .i64
    }
  }

  /// Addresses that only the pointer parameters of the runtime table accept.
  public var isAddress: Bool {
    switch self {
    case .code, .global, .module, .cache: true
    case .i64, .f64, .bool, .none, .true, .false, .ellipsis, .notImplemented, .absent, .smallInt, .bigInt, .float,
      .complex, .str, .name, .bytes, .tuple, .frozenset:
      false
    }
  }
}
