// Primaries: atoms and what may follow them (attributes, calls, subscripts), which loop.

extension Parser {
  func parsePrimary() throws(ParseAbort) -> ExprID {
    let start = token.start
    var value = try parseAtom()
    var chain = 0
    while true {
      switch kind {
      case .dot:
        advance()
        let name = try parseName()
        value = ast.add(.attribute(value: value, attr: name, ctx: .load), range(from: start))
      case .leftParen:
        let (args, keywords) = try parseCallArguments()
        value = ast.add(
          .call(func: value, args: args, keywords: keywords), range(from: start))
      case .leftBracket:
        advance()
        let slice = try parseSlices()
        try expect(.rightBracket)
        value = ast.add(.subscript(value: value, slice: slice, ctx: .load), range(from: start))
      default:
        return value
      }
      chain += 1
      if chain > Parser.maximumChain { throw tooLongChain() }
    }
  }

  private func parseAtom() throws(ParseAbort) -> ExprID {
    let current = token
    switch current.kind {
    case .name:
      advance()
      return ast.add(.name(id: intern(current), ctx: .load), current.range)
    case .number:
      return try parseNumber()
    case .string, .fstringStart:
      return try parseStrings()
    case .kwNone:
      return parseSingleton(AST.noneID)
    case .kwTrue:
      return parseSingleton(AST.trueID)
    case .kwFalse:
      return parseSingleton(AST.falseID)
    case .ellipsis:
      return parseSingleton(AST.ellipsisID)
    case .leftParen:
      return try parseParenthesised()
    case .leftBracket:
      return try parseListDisplay()
    case .leftBrace:
      return try parseBraceDisplay()
    default:
      throw unexpected()
    }
  }

  private func parseSingleton(_ value: ConstantID) -> ExprID {
    let range = token.range
    advance()
    return ast.add(.constant(value: value, hasUPrefix: false), range)
  }

  func parseNumber() throws(ParseAbort) -> ExprID {
    guard kind == .number else { throw unexpected() }
    let range = token.range
    let (value, error) = NumberLiteral.decode(text(token))
    if error != nil { throw unexpected() }
    advance()
    let constant = ast.add(value)
    return ast.add(.constant(value: constant, hasUPrefix: false), range)
  }

  // MARK: Displays

  /// A group, tuple or generator expression.
  private func parseParenthesised() throws(ParseAbort) -> ExprID {
    let start = token.start
    advance()
    if accept(.rightParen) {
      return ast.add(.tuple(elts: .empty, ctx: .load), range(from: start))
    }
    if kind == .kwYield {
      let value = try parseYield()
      try expect(.rightParen)
      return value
    }
    let first = try parseStarNamedExpression()
    switch kind {
    case .kwFor, .kwAsync:
      if isStarred(first) { throw unexpected() }
      let generators = try parseComprehensionClauses()
      try expect(.rightParen)
      return ast.add(.generatorExp(elt: first, generators: generators), range(from: start))
    case .comma:
      let elts = try parseElements(after: first, until: .rightParen)
      try expect(.rightParen)
      return ast.add(.tuple(elts: elts, ctx: .load), range(from: start))
    default:
      if isStarred(first) { throw unexpected() }
      try expect(.rightParen)
      return first
    }
  }

  private func isStarred(_ id: ExprID) -> Bool {
    if case .starred = ast[id] { return true }
    return false
  }

  /// An assignment expression without parentheses, which may not come before `:`. Parentheses are not part of
  /// the range.
  private func isBareWalrus(_ id: ExprID, at start: UInt32) -> Bool {
    guard case .namedExpr = ast[id] else { return false }
    return ast.range(of: id).start == start
  }

  private func parseListDisplay() throws(ParseAbort) -> ExprID {
    let start = token.start
    advance()
    if accept(.rightBracket) {
      return ast.add(.list(elts: .empty, ctx: .load), range(from: start))
    }
    let first = try parseStarNamedExpression()
    if kind == .kwFor || kind == .kwAsync {
      if isStarred(first) { throw unexpected() }
      let generators = try parseComprehensionClauses()
      try expect(.rightBracket)
      return ast.add(.listComp(elt: first, generators: generators), range(from: start))
    }
    let elts = try parseElements(after: first, until: .rightBracket)
    try expect(.rightBracket)
    return ast.add(.list(elts: elts, ctx: .load), range(from: start))
  }

  /// The elements of a display after the first, up to the closing bracket.
  private func parseElements(
    after first: ExprID, until closing: TokenKind
  ) throws(ParseAbort) -> ExprList {
    let mark = exprScratch.count
    exprScratch.append(first)
    while accept(.comma) {
      if kind == closing { break }
      exprScratch.append(try parseStarNamedExpression())
    }
    return takeExprs(from: mark)
  }

  /// A dict, set, or comprehension of either.
  private func parseBraceDisplay() throws(ParseAbort) -> ExprID {
    let start = token.start
    advance()
    if accept(.rightBrace) {
      return ast.add(.dict(keys: .empty, values: .empty), range(from: start))
    }
    if kind == .doubleStar { return try parseDict(start: start, firstKey: nil) }
    let firstStart = token.start
    let first = try parseStarNamedExpression()
    if kind == .colon {
      if isStarred(first) || isBareWalrus(first, at: firstStart) { throw unexpected() }
      return try parseDict(start: start, firstKey: first)
    }
    if kind == .kwFor || kind == .kwAsync {
      if isStarred(first) { throw unexpected() }
      let generators = try parseComprehensionClauses()
      try expect(.rightBrace)
      return ast.add(.setComp(elt: first, generators: generators), range(from: start))
    }
    let elts = try parseElements(after: first, until: .rightBrace)
    try expect(.rightBrace)
    return ast.add(.set(elts: elts), range(from: start))
  }

  /// A dict display from its first `:` or `**`.
  private func parseDict(
    start: UInt32, firstKey: ExprID?
  ) throws(ParseAbort) -> ExprID {
    var keys: [ExprID?] = []
    let mark = exprScratch.count
    var key = firstKey
    while true {
      if let known = key {
        try expect(.colon)
        let value = try parseExpression()
        if keys.isEmpty && (kind == .kwFor || kind == .kwAsync) {
          let generators = try parseComprehensionClauses()
          try expect(.rightBrace)
          return ast.add(
            .dictComp(key: known, value: value, generators: generators), range(from: start))
        }
        exprScratch.append(value)
      } else {
        try expect(.doubleStar)
        exprScratch.append(try parseBinary(0))
      }
      keys.append(key)
      guard accept(.comma), kind != .rightBrace else { break }
      key = kind == .doubleStar ? nil : try parseExpression()
    }
    try expect(.rightBrace)
    let values = takeExprs(from: mark)
    let keyList = AST.append(keys, to: &ast.optionalExprPool)
    return ast.add(.dict(keys: keyList, values: values), range(from: start))
  }

  // MARK: Subscripts

  /// What stands between the brackets of a subscript; a tuple where there is a comma or a star.
  private func parseSlices() throws(ParseAbort) -> ExprID {
    let start = token.start
    let isStarred = kind == .star
    let first = try parseSlice()
    guard kind == .comma || isStarred else { return first }
    let mark = exprScratch.count
    exprScratch.append(first)
    while accept(.comma) {
      if kind == .rightBracket { break }
      exprScratch.append(try parseSlice())
    }
    let elts = takeExprs(from: mark)
    return ast.add(.tuple(elts: elts, ctx: .load), range(from: start))
  }

  private func parseSlice() throws(ParseAbort) -> ExprID {
    if kind == .star { return try parseStarred() }
    let start = token.start
    var lower: ExprID?
    if kind != .colon {
      let value = try parseNamedExpression()
      guard kind == .colon else { return value }
      if isBareWalrus(value, at: start) { throw unexpected() }
      lower = value
    }
    try expect(.colon)
    let upper = try parseSliceBound()
    let step = accept(.colon) ? try parseSliceBound() : nil
    return ast.add(.slice(lower: lower, upper: upper, step: step), range(from: start))
  }

  private func parseSliceBound() throws(ParseAbort) -> ExprID? {
    switch kind {
    case .colon, .comma, .rightBracket: nil
    default: try parseExpression()
    }
  }

  // MARK: Comprehensions

  /// `for … in … if …`, at least one.
  func parseComprehensionClauses() throws(ParseAbort) -> ComprehensionList {
    var clauses: [Comprehension] = []
    while kind == .kwFor || kind == .kwAsync {
      let isAsync = accept(.kwAsync)
      try expect(.kwFor)
      let target = try parseForTarget()
      try expect(.kwIn)
      let iter = try parseDisjunction()
      let mark = exprScratch.count
      while accept(.kwIf) { exprScratch.append(try parseDisjunction()) }
      let ifs = takeExprs(from: mark)
      clauses.append(Comprehension(target: target, iter: iter, ifs: ifs, isAsync: isAsync))
    }
    return AST.append(clauses, to: &ast.comprehensionRecords)
  }
}
