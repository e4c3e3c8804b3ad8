// Which characters make an identifier (PEP 3131) and which are printable, by the properties of
// the Swift standard library.

enum Identifier {
  /// Whether the scalar may begin (`first`) or continue an identifier.
  static func isAllowed(_ scalar: UnicodeScalar, first: Bool) -> Bool {
    if scalar == "_" { return true }
    if scalar.value < 128 {
      return scalar.properties.isAlphabetic || !first && scalar.properties.numericType != nil
    }
    guard isInPythonsUnicode(scalar) else { return false }
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

  /// Whether the character exists in Unicode 15.1, that of Python 3.13.
  static func isInPythonsUnicode(_ scalar: UnicodeScalar) -> Bool {
    guard let age = scalar.properties.age else { return false }
    return (age.major, age.minor) <= (15, 1)
  }
}
