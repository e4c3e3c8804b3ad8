// Splits IR text into tokens, on bytes and in one sweep. Line ends matter only through
// `startsLine`: an instruction ends where the next line begins, so that ops without operands need
// no separator.

/// What a token is; sigils are part of the token, but not of its text range.
enum IRTokenKind: UInt8 {
  case word
  /// Decimal or `0x` integer, with sign.
  case integer
  /// Has a `.` or an exponent.
  case decimal
  /// The range excludes the quotes; escapes are not yet resolved.
  case string
  /// `%name`
  case value
  /// `^name`
  case block
  /// `@name` or `@"…"`
  case symbol
  /// `$name` or `$"…"`
  case className
  /// `#`, before an integer
  case hash
  case arrow, colon, comma, equals, minus, plus, ampersand
  case leftParen, rightParen, leftBracket, rightBracket, leftBrace, rightBrace
  case end
}

struct IRToken {
  var kind: IRTokenKind
  /// First on its line.
  var startsLine: Bool
  /// The name or string was quoted and may hold escapes.
  var isQuoted: Bool
  var start: UInt32
  var end: UInt32

  /// Bytes of the sigil and the opening quote, which stand before `start`.
  var prefixLength: Int {
    switch kind {
    case .value, .block, .symbol, .className: isQuoted ? 2 : 1
    case .string: 1
    case .word, .integer, .decimal, .hash, .arrow, .colon, .comma, .equals, .minus, .plus,
      .ampersand, .leftParen,
      .rightParen, .leftBracket, .rightBracket, .leftBrace, .rightBrace, .end:
      0
    }
  }
}

/// A fault in IR text, with the place (1-based line and byte column).
public struct IRParseError: Error, CustomStringConvertible, Sendable, Equatable {
  public var line: Int
  public var column: Int
  public var message: String
  public var description: String { "\(line):\(column): \(message)" }

  static func at(_ offset: Int, in bytes: [UInt8], _ message: String) -> IRParseError {
    var line = 1
    var lineStart = 0
    for index in 0..<min(offset, bytes.count) where bytes[index] == UInt8(ascii: "\n") {
      line += 1
      lineStart = index + 1
    }
    return IRParseError(line: line, column: offset - lineStart + 1, message: message)
  }
}

struct IRLexer {
  let bytes: [UInt8]
  private var position = 0
  private var startsLine = true
  private var tokens: [IRToken] = []

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  static func tokens(_ bytes: [UInt8]) throws(IRParseError) -> [IRToken] {
    var lexer = IRLexer(bytes)
    lexer.tokens.reserveCapacity(bytes.count / 4)
    while try lexer.next() {}
    return lexer.tokens
  }

  /// Bytes of names: Python's identifiers, dots, and what qualified names and made-up names add.
  static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."),
      UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "~"), UInt8(ascii: "$"), 0x80...0xff:
      true
    default: false
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private func peek(_ ahead: Int = 0) -> UInt8 {
    position + ahead < bytes.count ? bytes[position + ahead] : 0
  }

  private mutating func add(_ kind: IRTokenKind, _ start: Int, _ end: Int, quoted: Bool = false) {
    tokens.append(
      IRToken(
        kind: kind, startsLine: startsLine, isQuoted: quoted, start: UInt32(start), end: UInt32(end)
      ))
    startsLine = false
  }

  /// Adds one token; false after the last.
  private mutating func next() throws(IRParseError) -> Bool {
    skipSpace()
    guard position < bytes.count else {
      startsLine = true
      add(.end, position, position)
      return false
    }
    let start = position
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "%"): try name(.value)
    case UInt8(ascii: "^"): try name(.block)
    case UInt8(ascii: "@"): try name(.symbol)
    case UInt8(ascii: "$"): try name(.className)
    case UInt8(ascii: "\""):
      try string(.string)
    case UInt8(ascii: "-"):
      if peek(1) == UInt8(ascii: ">") {
        position += 2
        add(.arrow, start, position)
      } else if IRLexer.isDigit(peek(1)) {
        number()
      } else {
        punctuation(.minus)
      }
    case UInt8(ascii: "0")...UInt8(ascii: "9"): number()
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"):
      skipName()
      add(.word, start, position)
    case UInt8(ascii: "#"): punctuation(.hash)
    case UInt8(ascii: ":"): punctuation(.colon)
    case UInt8(ascii: ","): punctuation(.comma)
    case UInt8(ascii: "="): punctuation(.equals)
    case UInt8(ascii: "+"): punctuation(.plus)
    case UInt8(ascii: "&"): punctuation(.ampersand)
    case UInt8(ascii: "("): punctuation(.leftParen)
    case UInt8(ascii: ")"): punctuation(.rightParen)
    case UInt8(ascii: "["): punctuation(.leftBracket)
    case UInt8(ascii: "]"): punctuation(.rightBracket)
    case UInt8(ascii: "{"): punctuation(.leftBrace)
    case UInt8(ascii: "}"): punctuation(.rightBrace)
    default: throw .at(start, in: bytes, "unexpected character")
    }
    return true
  }

  private mutating func punctuation(_ kind: IRTokenKind) {
    add(kind, position, position + 1)
    position += 1
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\n"):
        startsLine = true
        position += 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): position += 1
      case UInt8(ascii: ";"):
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
      default: return
      }
    }
  }

  private mutating func skipName() {
    while position < bytes.count, IRLexer.isNameByte(bytes[position]) { position += 1 }
  }

  private mutating func name(_ kind: IRTokenKind) throws(IRParseError) {
    position += 1
    if peek() == UInt8(ascii: "\""), kind == .symbol || kind == .className {
      return try string(kind)
    }
    let start = position
    skipName()
    guard position > start else { throw .at(start, in: bytes, "a name is missing") }
    add(kind, start, position)
  }

  private mutating func string(_ kind: IRTokenKind) throws(IRParseError) {
    let start = position + 1
    position = start
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      if bytes[position] == UInt8(ascii: "\n") { break }
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
      throw .at(start - 1, in: bytes, "unterminated string")
    }
    add(kind, start, position, quoted: true)
    position += 1
  }

  private mutating func number() {
    let start = position
    if peek() == UInt8(ascii: "-") { position += 1 }
    if peek() == UInt8(ascii: "0"), peek(1) == UInt8(ascii: "x") {
      position += 2
      skipName()
      return add(.integer, start, position)
    }
    var kind = IRTokenKind.integer
    while position < bytes.count {
      let byte = bytes[position]
      if IRLexer.isDigit(byte) {
        position += 1
      } else if byte == UInt8(ascii: "."), IRLexer.isDigit(peek(1)) {
        kind = .decimal
        position += 1
      } else if byte == UInt8(ascii: "e") {
        kind = .decimal
        position += peek(1) == UInt8(ascii: "-") || peek(1) == UInt8(ascii: "+") ? 2 : 1
      } else {
        break
      }
    }
    add(kind, start, position)
  }
}
