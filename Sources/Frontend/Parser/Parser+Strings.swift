// Strings: implicit concatenation and f-strings. Pieces are gathered in order, adjacent text is
// folded into one constant and empty text in an f-string is dropped, as CPython does.

extension Parser {
  /// A part of a string: text, or a replacement field.
  struct StringPiece {
    enum Content {
      case text([UInt8])
      case field(ExprID)
    }
    var content: Content
    var range: SourceRange
  }

  /// One or more adjacent string literals.
  func parseStrings() throws(ParseAbort) -> ExprID {
    let first = token
    if kind == .string && peek() != .string && peek() != .fstringStart {
      return try parseSingleString()
    }
    var pieces: [StringPiece] = []
    var isFormatted = false
    var sawText = false
    var sawBytes = false
    while true {
      if kind == .string {
        let prefix = stringPrefix(token)
        if prefix.isBytes { sawBytes = true } else { sawText = true }
        let literal = try decodeLiteral(token)
        pieces.append(StringPiece(content: .text(literal), range: token.range))
        advance()
      } else if kind == .fstringStart {
        isFormatted = true
        sawText = true
        try parseFString(&pieces)
      } else {
        break
      }
    }
    let range = range(from: first.start)
    if sawText && sawBytes {
      throw unexpected()
    }
    let hasU = first.kind == .string && stringPrefix(first).hasKind
    if isFormatted { return joined(pieces, range, hasU: hasU) }
    var value: [UInt8] = []
    for piece in pieces {
      if case .text(let bytes) = piece.content { value += bytes }
    }
    let constant = ast.add(sawBytes ? ConstantValue.bytes(value) : .str(value))
    return ast.add(.constant(value: constant, hasUPrefix: hasU), range)
  }

  private func parseSingleString() throws(ParseAbort) -> ExprID {
    let range = token.range
    let prefix = stringPrefix(token)
    let value = try decodeLiteral(token)
    advance()
    let constant = ast.add(prefix.isBytes ? ConstantValue.bytes(value) : .str(value))
    return ast.add(.constant(value: constant, hasUPrefix: prefix.hasKind), range)
  }

  private func stringPrefix(_ token: Token) -> StringPrefix {
    let text = bytes + Int(token.start)
    var length = 0
    while text[length] != 34 && text[length] != 39 { length += 1 }
    guard let prefix = StringPrefix(text, length) else {
      preconditionFailure("the lexer made a string token of this")
    }
    return prefix
  }

  private func decodeLiteral(_ token: Token) throws(ParseAbort) -> [UInt8] {
    let literal = StringLiteral.decode(text(token))
    if literal.error != nil { throw unexpected() }
    noteEscape(literal, body: token.start + UInt32(literal.bodyOffset))
    return literal.bytes
  }

  /// Warns about an unknown escape of the current token.
  private func noteEscape(_ literal: StringLiteral, body: UInt32) {
    if let offset = literal.unknownEscape { warnOfEscape(at: Int(body) + offset) }
  }

  private func warnOfEscape(at start: Int) {
    let escaped = bytes[start + 1]
    let isOctal = escaped >= 48 && escaped <= 55
    let text = UnsafeBufferPointer(start: bytes + start, count: isOctal ? 4 : 2)
    ast.warnings.append(
      SyntaxWarning(
        "invalid \(isOctal ? "octal " : "")escape sequence '\(String(decoding: text, as: UTF8.self))'", token.range))
  }

  /// A `joinedStr` of the pieces.
  private func joined(
    _ pieces: [StringPiece], _ range: SourceRange, hasU: Bool
  ) -> ExprID {
    let mark = exprScratch.count
    var index = 0
    while index < pieces.count {
      let piece = pieces[index]
      index += 1
      guard case .text(var value) = piece.content else {
        if case .field(let field) = piece.content { exprScratch.append(field) }
        continue
      }
      let isFirst = index == 1
      var span = piece.range
      while index < pieces.count, case .text(let more) = pieces[index].content {
        value += more
        span.end = pieces[index].range.end
        index += 1
      }
      if value.isEmpty { continue }
      let constant = ast.add(.str(value))
      exprScratch.append(
        ast.add(.constant(value: constant, hasUPrefix: hasU && isFirst), span))
    }
    let values = takeExprs(from: mark)
    return ast.add(.joinedStr(values: values), range)
  }

  // MARK: f-strings

  /// One f-string, from its start token to its end token.
  private func parseFString(_ pieces: inout [StringPiece]) throws(ParseAbort) {
    let isRaw = fstringIsRaw(token)
    advance()
    while kind != .fstringEnd {
      switch kind {
      case .fstringMiddle:
        pieces.append(try parseFStringText(isRaw: isRaw))
      case .leftBrace:
        try parseField(isRaw: isRaw, &pieces)
      default:
        throw unexpected()
      }
    }
    advance()
  }

  private func fstringIsRaw(_ token: Token) -> Bool {
    text(token).prefix(2).contains { $0 | 0x20 == 114 }
  }

  private func parseFStringText(isRaw: Bool) throws(ParseAbort) -> StringPiece {
    let literal = StringLiteral.fstringPart(text(token), isRaw: isRaw)
    if literal.error != nil { throw unexpected() }
    noteEscape(literal, body: token.start)
    if !isRaw && endsInLoneBackslash(text(token)) { warnOfEscape(at: Int(token.end) - 1) }
    let piece = StringPiece(content: .text(literal.bytes), range: token.range)
    advance()
    return piece
  }

  /// `\{` before a field: the backslash stands for itself.
  private func endsInLoneBackslash(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var count = 0
    while count < text.count && text[text.count - 1 - count] == 92 { count += 1 }
    return count % 2 == 1
  }

  /// A replacement field; with `=` also the text before it.
  private func parseField(
    isRaw: Bool, _ pieces: inout [StringPiece]
  ) throws(ParseAbort) {
    try enter()
    let open = token
    advance()
    let value = try parseAssignedValue()
    let isDebug = accept(.equal)
    let mark = token.start
    var conversion = Conversion.none
    let hasConversion = kind == .exclamation
    if hasConversion { conversion = try parseConversion() }
    var spec: ExprID?
    if kind == .colon { spec = try parseFormatSpec(isRaw: isRaw) }
    guard kind == .rightBrace else { throw unexpected() }
    advance()
    depth -= 1
    if isDebug && !hasConversion && spec == nil { conversion = .repr }
    let field = ast.add(
      .formattedValue(value: value, conversion: conversion, formatSpec: spec),
      range(from: open.start))
    if isDebug {
      let text = SourceRange(start: open.end, end: mark)
      pieces.append(StringPiece(content: .text(debugText(text)), range: text))
    }
    pieces.append(
      StringPiece(content: .field(field), range: range(from: open.start)))
  }

  private func parseConversion() throws(ParseAbort) -> Conversion {
    let mark = token
    advance()
    guard kind == .name, token.start == mark.end, token.end - token.start == 1 else { throw unexpected() }
    let conversion: Conversion
    switch bytes[Int(token.start)] {
    case UInt8(ascii: "s"): conversion = .str
    case UInt8(ascii: "r"): conversion = .repr
    case UInt8(ascii: "a"): conversion = .ascii
    default: throw unexpected()
    }
    advance()
    return conversion
  }

  private func parseFormatSpec(isRaw: Bool) throws(ParseAbort) -> ExprID {
    let start = token.start
    advance()
    var pieces: [StringPiece] = []
    while true {
      if kind == .fstringMiddle {
        pieces.append(try parseFStringText(isRaw: isRaw))
      } else if kind == .leftBrace {
        try parseField(isRaw: isRaw, &pieces)
      } else {
        break
      }
    }
    return joined(pieces, range(from: start), hasU: false)
  }

  /// The source of a `=` field, without comments.
  private func debugText(_ range: SourceRange) -> [UInt8] {
    var text: [UInt8] = []
    var index = Int(range.start)
    var quote: UInt8 = 0
    while index < Int(range.end) {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 34 || byte == 39 {
        quote = byte
      } else if byte == 35 {
        while index < Int(range.end) && bytes[index] != 10 { index += 1 }
        continue
      }
      text.append(byte)
      index += 1
    }
    return text
  }
}
