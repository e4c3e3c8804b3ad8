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
        let literal = try decodeLiteral(token, prefix)
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
      throw failHere("cannot mix bytes and nonbytes literals")
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
    let value = try decodeLiteral(token, prefix)
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

  private func decodeLiteral(
    _ token: Token, _ prefix: StringPrefix
  ) throws(ParseAbort) -> [UInt8] {
    let text = text(token)
    var open = 0
    while text[open] != 34 && text[open] != 39 { open += 1 }
    let quote = text[open]
    let isTriple = text.count - open >= 6 && text[open + 1] == quote && text[open + 2] == quote
    let width = isTriple ? 3 : 1
    let body = UnsafeBufferPointer(rebasing: text[(open + width)..<(text.count - width)])
    let literal =
      prefix.isBytes
      ? StringLiteral.bytes(body, isRaw: prefix.isRaw)
      : StringLiteral.text(body, isRaw: prefix.isRaw)
    if let error = literal.error { throw undecodable(error, token) }
    noteEscape(literal, body: token.start + UInt32(open + width))
    return literal.bytes
  }

  /// Remembers an unknown escape, once even if the literal is parsed again.
  private func noteEscape(_ literal: StringLiteral, body: UInt32) {
    guard let offset = literal.unknownEscape else { return }
    let start = body + UInt32(offset)
    let isOctal = bytes[Int(start) + 1] >= 48 && bytes[Int(start) + 1] <= 55
    let range = SourceRange(start: start, end: start + (isOctal ? 4 : 2))
    if ast.invalidEscapes.last != range { ast.invalidEscapes.append(range) }
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
        try parseField(isRaw: isRaw, isNested: false, &pieces)
      default:
        throw failHere("f-string: expecting '}'")
      }
    }
    advance()
  }

  private func fstringIsRaw(_ token: Token) -> Bool {
    text(token).prefix(2).contains { $0 | 0x20 == 114 }
  }

  private func parseFStringText(isRaw: Bool) throws(ParseAbort) -> StringPiece {
    var body = text(token)
    if endsInDoubledBrace(body) { body = UnsafeBufferPointer(rebasing: body.dropLast()) }
    let literal = StringLiteral.text(body, isRaw: isRaw)
    if let error = literal.error { throw undecodable(error, token) }
    noteEscape(literal, body: token.start)
    let piece = StringPiece(content: .text(literal.bytes), range: token.range)
    advance()
    return piece
  }

  /// The lexer ends a text token after each doubled brace, and only there has it two in a row.
  private func endsInDoubledBrace(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count >= 2, let last = text.last, last == 123 || last == 125 else { return false }
    return text[text.count - 2] == last
  }

  /// A replacement field; with `=` also the text before it.
  private func parseField(
    isRaw: Bool, isNested: Bool, _ pieces: inout [StringPiece]
  ) throws(ParseAbort) {
    try enter()
    let open = token
    advance()
    try checkFieldStart()
    let value = try parseFieldValue()
    let isDebug = accept(.equal)
    try checkFieldEnd(isDebug: isDebug, isNested: isNested)
    let mark = token.start
    var conversion = Conversion.none
    let hasConversion = kind == .exclamation
    if hasConversion { conversion = try parseConversion() }
    var spec: ExprID?
    if kind == .colon { spec = try parseFormatSpec(isRaw: isRaw) }
    guard kind == .rightBrace else {
      throw failHere(
        spec != nil
          ? "f-string: expecting '}', or format specs" : "f-string: expecting ':' or '}'")
    }
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

  private func parseFieldValue() throws(ParseAbort) -> ExprID {
    let first = index
    do throws(ParseAbort) {
      return try parseAssignedValue()
    } catch {
      throw invalidField(first, error)
    }
  }

  private func parseConversion() throws(ParseAbort) -> Conversion {
    let mark = token
    advance()
    guard kind == .name else {
      let isMissing = kind == .colon || kind == .rightBrace
      throw failHere(
        isMissing
          ? "f-string: missing conversion character" : "f-string: invalid conversion character")
    }
    // The spelling is CPython's.
    if token.start != mark.end {
      throw fail(
        "f-string: conversion type must come right after the exclamanation mark",
        mark.range.union(token.range))
    }
    let name = token
    let conversion: Conversion
    switch String(decoding: text(name), as: UTF8.self) {
    case "s": conversion = .str
    case "r": conversion = .repr
    case "a": conversion = .ascii
    case let other:
      throw fail(
        "f-string: invalid conversion character '\(other)': expected 's', 'r', or 'a'",
        name.range)
    }
    advance()
    guard kind == .colon || kind == .rightBrace else {
      throw failHere("f-string: expecting ':' or '}'")
    }
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
        try parseField(isRaw: isRaw, isNested: true, &pieces)
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
