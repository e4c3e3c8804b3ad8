// Escapes of string and bytes literals. Text becomes WTF-8 (see `ConstantValue.str`). Positions
// in error messages count as CPython's decoder does: ten for each character outside ASCII.

/// The decoded body of a literal.
struct StringLiteral {
  var bytes: [UInt8] = []
  /// CPython's message if the literal is malformed, with its "(unicode error)" prefix.
  var error: String?
  /// The first escape that Python does not know, for a warning: its offset in the body.
  var unknownEscape: Int?

  /// How many bytes of the token come before the body.
  var bodyOffset = 0

  /// Decodes a whole literal, prefix and quotes included.
  static func decode(_ token: UnsafeBufferPointer<UInt8>) -> StringLiteral {
    var open = 0
    while token[open] != 34 && token[open] != 39 { open += 1 }
    guard let start = token.baseAddress, let prefix = StringPrefix(start, open) else {
      preconditionFailure("the lexer made a string token of this")
    }
    let quote = token[open]
    let isTriple = token.count - open >= 6 && token[open + 1] == quote && token[open + 2] == quote
    let width = isTriple ? 3 : 1
    let body = UnsafeBufferPointer(rebasing: token[(open + width)..<(token.count - width)])
    var literal = prefix.isBytes ? bytes(body, isRaw: prefix.isRaw) : text(body, isRaw: prefix.isRaw)
    literal.bodyOffset = open + width
    return literal
  }

  /// Decodes a text part of an f-string. The lexer ends such a part after each doubled brace, and only
  /// there has it two in a row.
  static func fstringPart(_ token: UnsafeBufferPointer<UInt8>, isRaw: Bool) -> StringLiteral {
    let count = token.count
    guard count >= 2, token[count - 1] == 123 || token[count - 1] == 125, token[count - 2] == token[count - 1]
    else { return text(token, isRaw: isRaw) }
    return text(UnsafeBufferPointer(rebasing: token.dropLast()), isRaw: isRaw)
  }

  /// Decodes the body of a text literal.
  static func text(_ body: UnsafeBufferPointer<UInt8>, isRaw: Bool) -> StringLiteral {
    guard !isRaw, body.contains(92) else { return StringLiteral(bytes: Array(body)) }
    var literal = StringLiteral()
    literal.bytes.reserveCapacity(body.count)
    literal.decodeText(body)
    return literal
  }

  /// Decodes the body of a bytes literal.
  static func bytes(_ body: UnsafeBufferPointer<UInt8>, isRaw: Bool) -> StringLiteral {
    var literal = StringLiteral()
    if body.contains(where: { $0 >= 0x80 }) {
      literal.error = "bytes can only contain ASCII literal characters"
    } else if isRaw || !body.contains(92) {
      literal.bytes = Array(body)
    } else {
      literal.decodeBytes(body)
    }
    return literal
  }

  private mutating func decodeText(_ body: UnsafeBufferPointer<UInt8>) {
    var index = 0
    var wide = 0
    while index < body.count {
      let byte = body[index]
      if byte != 92 {
        if byte >= 0xC0 { wide += 9 }
        if byte & 0xC0 == 0x80 { wide -= 1 }
        bytes.append(byte)
        index += 1
        continue
      }
      let start = index
      index += 1
      // Only in an f-string, before the brace of a field.
      guard index < body.count else {
        bytes.append(92)
        return
      }
      let escape = body[index]
      index += 1
      if decodeSimple(escape, body, &index, mask: 0o777) { continue }
      switch escape {
      case 120: decodeHex(body, &index, start + wide, digits: 2, "truncated \\xXX escape")
      case 117: decodeHex(body, &index, start + wide, digits: 4, "truncated \\uXXXX escape")
      case 85: decodeHex(body, &index, start + wide, digits: 8, "truncated \\UXXXXXXXX escape")
      case 78: decodeName(body, &index, start + wide)
      default:
        // CPython has rewritten a backslash before a character outside ASCII by then.
        if unknownEscape == nil && escape < 0x80 { unknownEscape = start }
        bytes.append(92)
        index -= 1
      }
      if error != nil { return }
    }
  }

  private mutating func decodeBytes(_ body: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < body.count {
      let byte = body[index]
      index += 1
      guard byte == 92, index < body.count else {
        bytes.append(byte)
        continue
      }
      let escape = body[index]
      index += 1
      if decodeSimple(escape, body, &index, mask: 0xFF) { continue }
      if escape == 120 {
        guard index + 1 < body.count, let high = hexValue(body[index]),
          let low = hexValue(body[index + 1])
        else {
          error = "(value error) invalid \\x escape at position \(index - 2)"
          return
        }
        bytes.append(UInt8(high << 4 | low))
        index += 2
        continue
      }
      if unknownEscape == nil { unknownEscape = index - 2 }
      bytes.append(92)
      index -= 1
    }
  }

  /// The escapes that text and bytes share.
  private mutating func decodeSimple(
    _ escape: UInt8, _ body: UnsafeBufferPointer<UInt8>, _ index: inout Int, mask: UInt32
  ) -> Bool {
    switch escape {
    case 10: break
    case 92, 39, 34: bytes.append(escape)
    case 97: bytes.append(7)
    case 98: bytes.append(8)
    case 102: bytes.append(12)
    case 110: bytes.append(10)
    case 114: bytes.append(13)
    case 116: bytes.append(9)
    case 118: bytes.append(11)
    case 48...55:
      var value = UInt32(escape - 48)
      var digits = 1
      while digits < 3 && index < body.count && body[index] >= 48 && body[index] <= 55 {
        value = value << 3 | UInt32(body[index] - 48)
        index += 1
        digits += 1
      }
      if value > 0o377 && unknownEscape == nil { unknownEscape = index - digits - 1 }
      if mask == 0xFF { bytes.append(UInt8(value & 0xFF)) } else { append(value) }
    default: return false
    }
    return true
  }

  private mutating func decodeHex(
    _ body: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ start: Int, digits: Int,
    _ message: String
  ) {
    var value: UInt32 = 0
    var read = 0
    while read < digits {
      guard index < body.count, let digit = hexValue(body[index]) else {
        return fail(message, start, start + 1 + read)
      }
      value = value << 4 | digit
      index += 1
      read += 1
    }
    if value > 0x10FFFF { return fail("illegal Unicode character", start, start + 1 + digits) }
    append(value)
  }

  private mutating func decodeName(
    _ body: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ start: Int
  ) {
    let malformed = "malformed \\N character escape"
    guard index < body.count, body[index] == 123 else { return fail(malformed, start, start + 1) }
    let nameStart = index + 1
    var end = nameStart
    while end < body.count && body[end] != 125 { end += 1 }
    let length = body[nameStart..<end].reduce(0) { $0 + ($1 < 0x80 ? 1 : $1 >= 0xC0 ? 10 : 0) }
    guard end < body.count, length > 0 else {
      return fail(malformed, start, start + 2 + (end < body.count ? 0 : length))
    }
    index = end + 1
    let name = String(decoding: body[nameStart..<end], as: UTF8.self)
    guard let scalar = UnicodeNames.scalar(named: name) else {
      return fail("unknown Unicode character name", start, start + 3 + length)
    }
    append(scalar.value)
  }

  private mutating func fail(_ message: String, _ start: Int, _ end: Int) {
    error =
      "(unicode error) 'unicodeescape' codec can't decode bytes in position \(start)-\(end): "
      + message
  }

  private func hexValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 48...57: UInt32(byte - 48)
    case 97...102: UInt32(byte - 87)
    case 65...70: UInt32(byte - 55)
    default: nil
    }
  }

  /// Appends a code point, surrogates included.
  private mutating func append(_ value: UInt32) {
    switch value {
    case 0..<0x80:
      bytes.append(UInt8(value))
    case 0..<0x800:
      bytes.append(UInt8(0xC0 | value >> 6))
      bytes.append(UInt8(0x80 | value & 0x3F))
    case 0..<0x10000:
      bytes.append(UInt8(0xE0 | value >> 12))
      bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | value & 0x3F))
    default:
      bytes.append(UInt8(0xF0 | value >> 18))
      bytes.append(UInt8(0x80 | value >> 12 & 0x3F))
      bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | value & 0x3F))
    }
  }
}
