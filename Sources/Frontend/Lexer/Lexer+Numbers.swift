// Number literals: where they end and whether they are well formed. The value is decoded by
// `NumberLiteral`.

extension Lexer {
  mutating func lexNumber() {
    let start = pos
    if bytes[pos] == 48 {
      switch bytes[pos + 1] | 0x20 {
      case 120: return lexRadix(start, name: "hexadecimal", Lexer.isHexDigit)
      case 111: return lexRadix(start, name: "octal") { $0 >= 48 && $0 <= 55 }
      case 98: return lexRadix(start, name: "binary") { $0 == 48 || $0 == 49 }
      default: break
      }
    }
    var isInteger = true
    if bytes[pos] != 46 {
      guard lexDigits() else { return }
    }
    if bytes[pos] == 46 {
      isInteger = false
      pos += 1
      if isDigit(bytes[pos]) {
        guard lexDigits() else { return }
      }
    }
    if bytes[pos] | 0x20 == 101 {
      let sign = bytes[pos + 1] == 43 || bytes[pos + 1] == 45
      let digit = pos + (sign ? 2 : 1)
      if isDigit(bytes[digit]) {
        isInteger = false
        pos = digit
        guard lexDigits() else { return }
      } else if sign {
        pos += 2
        return fail("invalid decimal literal", start: pos - 1, end: pos - 1)
      } else {
        // Not an exponent: the number ends here, whatever zeros it begins with.
        guard verifyEnd("decimal") else { return }
        return emit(.number, start, pos)
      }
    }
    if bytes[pos] | 0x20 == 106 {
      pos += 1
      guard verifyEnd("imaginary") else { return }
      return emit(.number, start, pos)
    }
    if isInteger && bytes[start] == 48 && hasNonzeroDigit(start, pos) {
      let end = pos
      var zeros = start
      while bytes[zeros] == 48 || bytes[zeros] == 95 { zeros += 1 }
      return fail(
        "leading zeros in decimal integer literals are not permitted; "
          + "use an 0o prefix for octal integers", start: start, end: min(zeros, end), columns: .bytes)
    }
    guard verifyEnd("decimal") else { return }
    emit(.number, start, pos)
  }

  private func hasNonzeroDigit(_ start: Int, _ end: Int) -> Bool {
    for index in start..<end where bytes[index] != 48 && bytes[index] != 95 { return true }
    return false
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 97...102, 65...70: true
    default: false
    }
  }

  private mutating func lexRadix(
    _ start: Int, name: String, _ isDigitOfRadix: (UInt8) -> Bool
  ) {
    pos += 2
    repeat {
      if bytes[pos] == 95 { pos += 1 }
      if !isDigitOfRadix(bytes[pos]) {
        if isDigit(bytes[pos]) { return failDigit(name) }
        return failNumber(name)
      }
      while isDigitOfRadix(bytes[pos]) { pos += 1 }
    } while bytes[pos] == 95
    if isDigit(bytes[pos]) { return failDigit(name) }
    guard verifyEnd(name) else { return }
    emit(.number, start, pos)
  }

  private mutating func failDigit(_ name: String) {
    let digit = UnicodeScalar(bytes[pos])
    fail("invalid digit '\(digit)' in \(name) literal", start: pos, end: pos)
  }

  private mutating func failNumber(_ name: String) {
    fail("invalid \(name) literal", start: max(pos - 1, 0))
  }

  /// Digits with single underscores between them.
  private mutating func lexDigits() -> Bool {
    while true {
      while isDigit(bytes[pos]) { pos += 1 }
      guard bytes[pos] == 95 else { return true }
      pos += 1
      guard isDigit(bytes[pos]) else {
        failNumber("decimal")
        return false
      }
    }
  }

  /// A number must not run into a name, except the keywords that CPython tolerates there.
  private mutating func verifyEnd(_ name: String) -> Bool {
    let next = bytes[pos]
    switch next {
    case 97...122, 65...90, 95: break
    default: return true
    }
    if startsTolerated(at: pos) {
      let place = UInt32(pos)
      warnings.append(SyntaxWarning("invalid \(name) literal", SourceRange(start: place, end: place)))
      return true
    }
    failNumber(name)
    return false
  }

  /// One of the keywords that may follow a number without a space. Of those that begin with `i` CPython
  /// looks at two letters only.
  private func startsTolerated(at start: Int) -> Bool {
    if bytes[start] == UInt8(ascii: "i") {
      return [UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "s")].contains(bytes[start + 1])
    }
    for word: StaticString in ["and", "else", "for", "or", "not"] {
      var length = 0
      while length < word.utf8CodeUnitCount && bytes[start + length] == word.utf8Start[length] { length += 1 }
      guard length == word.utf8CodeUnitCount else { continue }
      switch bytes[start + length] {
      case 48...57, 65...90, 95, 97...122, 128...255: continue
      default: return true
      }
    }
    return false
  }
}
