// Values of literals, exact: integers of any size, strings with lone surrogates.

/// The value of a `Constant` expression.
public enum ConstantValue: Sendable, Equatable {
  case none
  case `true`
  case `false`
  case ellipsis
  /// An integer literal that fits (literals are never negative).
  case int(Int64)
  /// A larger integer: magnitude in limbs of 32 bits, least significant first, no leading zero.
  case bigInt([UInt32])
  case float(Double)
  /// An imaginary literal `imag * 1j`.
  case complex(imag: Double)
  /// Text in WTF-8: UTF-8 in which lone surrogates are also encoded, as three bytes each. A high
  /// surrogate followed by a low one stays two code points, as in CPython's `str`.
  case str([UInt8])
  case bytes([UInt8])
}
