// Patterns of match statements.

extension Parser {
  /// `patterns`: one pattern or a sequence without brackets.
  func parsePatterns() throws(ParseAbort) -> PatternID {
    let start = token.start
    let isStar = kind == .star
    let first = try parseMaybeStarPattern()
    guard kind == .comma || isStar else { return first }
    guard kind == .comma else { throw unexpected() }
    var items = [first]
    while accept(.comma) {
      if kind == .colon || kind == .kwIf { break }
      items.append(try parseMaybeStarPattern())
    }
    let list = AST.append(items, to: &ast.patternPool)
    return ast.add(.matchSequence(patterns: list), range(from: start))
  }

  private func parseMaybeStarPattern() throws(ParseAbort) -> PatternID {
    guard kind == .star else { return try parsePattern() }
    let start = token.start
    advance()
    let isWildcard = isName("_")
    let name = try parseName()
    return ast.add(.matchStar(name: isWildcard ? nil : name), range(from: start))
  }

  /// `or_pattern ['as' NAME]`.
  func parsePattern() throws(ParseAbort) -> PatternID {
    try enter()
    defer { depth -= 1 }
    let start = token.start
    let pattern = try parseOrPattern()
    guard accept(.kwAs) else { return pattern }
    if isName("_") || peek() == .dot || peek() == .leftParen || peek() == .equal { throw unexpected() }
    let name = try parseName()
    return ast.add(.matchAs(pattern: pattern, name: name), range(from: start))
  }

  private func parseOrPattern() throws(ParseAbort) -> PatternID {
    let start = token.start
    let first = try parseClosedPattern()
    guard kind == .bar else { return first }
    var alternatives = [first]
    while accept(.bar) { alternatives.append(try parseClosedPattern()) }
    let list = AST.append(alternatives, to: &ast.patternPool)
    return ast.add(.matchOr(patterns: list), range(from: start))
  }

  private func parseClosedPattern() throws(ParseAbort) -> PatternID {
    let start = token.start
    switch kind {
    case .number, .minus, .string, .fstringStart:
      let value = try parsePatternLiteral()
      return ast.add(.matchValue(value: value), range(from: start))
    case .kwNone: return parseSingletonPattern(AST.noneID)
    case .kwTrue: return parseSingletonPattern(AST.trueID)
    case .kwFalse: return parseSingletonPattern(AST.falseID)
    case .name: return try parseNamePattern()
    case .leftParen: return try parseGroupPattern()
    case .leftBracket: return try parseListPattern()
    case .leftBrace: return try parseMappingPattern()
    default: throw unexpected()
    }
  }

  private func parseSingletonPattern(_ value: ConstantID) -> PatternID {
    let range = token.range
    advance()
    return ast.add(.matchSingleton(value: value), range)
  }

  /// A capture, the wildcard, a dotted value or a class pattern.
  private func parseNamePattern() throws(ParseAbort) -> PatternID {
    let start = token.start
    if peek() != .dot && peek() != .leftParen {
      let isWildcard = isName("_")
      let name = try parseName()
      return ast.add(
        .matchAs(pattern: nil, name: isWildcard ? nil : name), range(from: start))
    }
    let value = try parseNameOrAttribute()
    if kind == .leftParen { return try parseClassPattern(start, value) }
    return ast.add(.matchValue(value: value), range(from: start))
  }

  private func parseNameOrAttribute() throws(ParseAbort) -> ExprID {
    let start = token.start
    let name = try parseName()
    var value = ast.add(.name(id: name, ctx: .load), range(from: start))
    while accept(.dot) {
      let attr = try parseName()
      value = ast.add(.attribute(value: value, attr: attr, ctx: .load), range(from: start))
    }
    return value
  }

  /// Numbers with their sign, complex sums, strings.
  private func parsePatternLiteral() throws(ParseAbort) -> ExprID {
    if kind == .string || kind == .fstringStart { return try parseStrings() }
    let start = token.start
    let real = try parseSignedNumber()
    guard kind == .plus || kind == .minus else { return real }
    if isImaginary(real) {
      throw unexpected()
    }
    let operation: Operator = kind == .plus ? .add : .sub
    advance()
    let imaginary = try parseNumber()
    if !isImaginary(imaginary) {
      throw unexpected()
    }
    return ast.add(.binOp(left: real, op: operation, right: imaginary), range(from: start))
  }

  private func parseSignedNumber() throws(ParseAbort) -> ExprID {
    let start = token.start
    guard accept(.minus) else { return try parseNumber() }
    let operand = try parseNumber()
    return ast.add(.unaryOp(op: .uSub, operand: operand), range(from: start))
  }

  private func isImaginary(_ id: ExprID) -> Bool {
    if case .unaryOp(_, let operand) = ast[id] { return isImaginary(operand) }
    guard case .constant(let value, _) = ast[id], case .complex = ast[value] else { return false }
    return true
  }

  private func parseGroupPattern() throws(ParseAbort) -> PatternID {
    let start = token.start
    advance()
    if accept(.rightParen) {
      return ast.add(.matchSequence(patterns: .empty), range(from: start))
    }
    let isStar = kind == .star
    let first = try parseMaybeStarPattern()
    guard kind == .comma else {
      if isStar { throw unexpected() }
      try expect(.rightParen)
      return first
    }
    let list = try parseSequenceItems(after: first, until: .rightParen)
    return ast.add(.matchSequence(patterns: list), range(from: start))
  }

  private func parseListPattern() throws(ParseAbort) -> PatternID {
    let start = token.start
    advance()
    if accept(.rightBracket) {
      return ast.add(.matchSequence(patterns: .empty), range(from: start))
    }
    let first = try parseMaybeStarPattern()
    let list = try parseSequenceItems(after: first, until: .rightBracket)
    return ast.add(.matchSequence(patterns: list), range(from: start))
  }

  private func parseSequenceItems(
    after first: PatternID, until closing: TokenKind
  ) throws(ParseAbort) -> PatternList {
    var items = [first]
    while accept(.comma) {
      if kind == closing { break }
      items.append(try parseMaybeStarPattern())
    }
    try expect(closing)
    return AST.append(items, to: &ast.patternPool)
  }

  private func parseMappingPattern() throws(ParseAbort) -> PatternID {
    let start = token.start
    advance()
    var keys: [ExprID] = []
    var values: [PatternID] = []
    var rest: NameID?
    while kind != .rightBrace {
      if accept(.doubleStar) {
        if isName("_") { throw unexpected() }
        rest = try parseName()
        _ = accept(.comma)
        break
      }
      keys.append(try parseMappingKey())
      try expect(.colon)
      values.append(try parsePattern())
      guard accept(.comma) else { break }
    }
    try expect(.rightBrace)
    return ast.add(
      .matchMapping(
        keys: AST.append(keys, to: &ast.exprPool),
        patterns: AST.append(values, to: &ast.patternPool), rest: rest), range(from: start))
  }

  private func parseMappingKey() throws(ParseAbort) -> ExprID {
    let range = token.range
    let singleton: ConstantID
    switch kind {
    case .kwNone: singleton = AST.noneID
    case .kwTrue: singleton = AST.trueID
    case .kwFalse: singleton = AST.falseID
    case .name:
      guard peek() == .dot else { throw unexpected() }
      return try parseNameOrAttribute()
    default: return try parsePatternLiteral()
    }
    advance()
    return ast.add(.constant(value: singleton, hasUPrefix: false), range)
  }

  private func parseClassPattern(
    _ start: UInt32, _ cls: ExprID
  ) throws(ParseAbort) -> PatternID {
    advance()
    var positional: [PatternID] = []
    var attributes: [NameID] = []
    var values: [PatternID] = []
    while kind != .rightParen {
      if kind == .name && peek() == .equal {
        attributes.append(try parseName())
        advance()
        values.append(try parsePattern())
      } else {
        // Positional patterns come first.
        if !attributes.isEmpty { throw unexpected() }
        positional.append(try parsePattern())
      }
      guard accept(.comma) else { break }
    }
    try expect(.rightParen)
    return ast.add(
      .matchClass(
        cls: cls, patterns: AST.append(positional, to: &ast.patternPool),
        kwdAttrs: AST.append(attributes, to: &ast.namePool),
        kwdPatterns: AST.append(values, to: &ast.patternPool)), range(from: start))
  }
}
