// Which characters make an identifier (PEP 3131) and which are printable, by the properties of
// the Swift standard library.

enum Identifier {
  /// Whether the scalar may begin (`first`) or continue an identifier.
  static func isAllowed(_ scalar: UnicodeScalar, first: Bool) -> Bool {
    if scalar == "_" { return true }
    if scalar.value < 128 {
      return scalar.properties.isAlphabetic || !first && scalar.properties.numericType != nil
    }
    return first ? scalar.properties.isXIDStart : scalar.properties.isXIDContinue
  }

  /// As Python's `str.isprintable` of one character.
  static func isPrintable(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return false
    case .spaceSeparator:
      return scalar == " "
    default:
      return true
    }
  }
}

extension Identifier {
  /// Whether the bytes hold anything that NFKC could change.
  static func needsNormalisation(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in text where byte >= 0x80 { return true }
    return false
  }

  /// The identifier in NFKC.
  static func normalised(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    Array(text)
  }
}
