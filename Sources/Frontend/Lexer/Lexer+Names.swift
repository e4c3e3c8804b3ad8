// Names, and the string prefixes that look like names. ASCII is decided here byte by byte; names
// with other characters must be identifiers in Unicode's sense.

extension Lexer {
  mutating func lexNameOrPrefixedString() {
    let start = pos
    var index = start
    var sawNonASCII = false
    scan: while true {
      switch bytes[index] {
      case 97...122, 65...90, 95, 48...57: break
      case 128...255: sawNonASCII = true
      case 34, 39:
        if index - start <= 2, let prefix = StringPrefix(bytes + start, index - start) {
          if prefix.isFormatted {
            return openFString(start: start, quoteAt: index, isRaw: prefix.isRaw)
          }
          return lexString(start: start, quoteAt: index)
        }
        break scan
      default: break scan
      }
      index += 1
    }
    if sawNonASCII {
      guard let bad = invalidCharacter(start, index) else {
        return emit(.name, start, index)
      }
      return failInvalidCharacter(at: bad)
    }
    emit(Keywords.kind(bytes + start, index - start), start, index)
  }

  /// Offset of the first character that may not be where it is in an identifier.
  private func invalidCharacter(_ start: Int, _ end: Int) -> Int? {
    var index = start
    while index < end {
      let (scalar, length) = scalar(at: index)
      let isAllowed = Identifier.isAllowed(scalar, first: index == start)
      if !isAllowed { return index }
      index += length
    }
    return nil
  }

  func scalar(at index: Int) -> (scalar: UnicodeScalar, length: Int) {
    let lead = UInt32(bytes[index])
    func tail(_ offset: Int) -> UInt32 { UInt32(bytes[index + offset] & 0x3F) }
    let value: UInt32
    let length: Int
    switch lead {
    case 0..<0x80: (value, length) = (lead, 1)
    case 0..<0xE0: (value, length) = ((lead & 0x1F) << 6 | tail(1), 2)
    case 0..<0xF0: (value, length) = ((lead & 0x0F) << 12 | tail(1) << 6 | tail(2), 3)
    default:
      (value, length) = ((lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
    }
    // The source decoder admits only well-formed UTF-8.
    return (UnicodeScalar(value) ?? "\u{FFFD}", length)
  }

  mutating func failInvalidCharacter(at index: Int) {
    let (scalar, length) = scalar(at: index)
    var code = String(scalar.value, radix: 16, uppercase: true)
    while code.count < 4 { code = "0" + code }
    pos = index + length
    if Identifier.isPrintable(scalar) {
      fail("invalid character '\(scalar)' (U+\(code))", start: index, end: index)
    } else {
      fail("invalid non-printable character U+\(code)", start: index, end: index)
    }
  }
}

/// The letters before the quote of a string literal.
struct StringPrefix {
  var isRaw = false
  var isBytes = false
  var isFormatted = false
  var isUnicode = false
  var hasKind = false

  /// Nil unless the `length` bytes from `text` are a prefix (also the empty one).
  init?(_ text: UnsafePointer<UInt8>, _ length: Int) {
    guard length <= 2 else { return nil }
    for index in 0..<length {
      switch text[index] | 0x20 {
      case 114 where !isRaw && !isUnicode: isRaw = true
      case 98 where !isBytes && !isFormatted && !isUnicode: isBytes = true
      case 102 where !isFormatted && !isBytes && !isUnicode: isFormatted = true
      case 117 where length == 1:
        // CPython records the kind of `u""` but not of `U""`.
        isUnicode = true
        hasKind = text[index] == 117
      default: return nil
      }
    }
  }
}
