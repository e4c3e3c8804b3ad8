// Arguments of calls and class definitions. Positional arguments, starred ones included, and
// keywords go to two lists, each in source order.

extension Parser {
  /// `'(' [arguments] ')'`, with a bare generator expression as the only argument allowed.
  func parseCallArguments(
    ofClass isClass: Bool = false
  ) throws(ParseAbort) -> (ExprList, KeywordList) {
    let open = token.start
    try expect(.leftParen)
    let mark = exprScratch.count
    var keywords: [Keyword] = []
    // Whether a positional argument follows a keyword; reported once the arguments are read.
    var isMisplaced = false
    while kind != .rightParen {
      let first = index
      let count = exprScratch.count
      try parseArgument(open, mark, isClass, &keywords)
      if exprScratch.count > count, tokens[first].kind != .star, !keywords.isEmpty {
        isMisplaced = true
      }
      if kind == .rightParen { break }
      if kind == .equal { throw unexpected() }
      if kind != .comma && isMisplaced { throw positionalAfterKeyword(keywords) }
      try expect(.comma)
    }
    if isMisplaced { throw positionalAfterKeyword(keywords) }
    try expect(.rightParen)
    let args = takeExprs(from: mark)
    return (args, AST.append(keywords, to: &ast.keywordRecords))
  }

  private func parseArgument(
    _ open: UInt32, _ mark: Int, _ isClass: Bool, _ keywords: inout [Keyword]
  ) throws(ParseAbort) {
    let start = token.start
    if kind == .doubleStar {
      advance()
      let value = try parseExpression()
      if kind == .equal { throw assignedUnpacking(start, "keyword") }
      keywords.append(Keyword(arg: nil, value: value, range: range(from: start)))
      return
    }
    if kind == .name && peek() == .equal {
      return try parseKeyword(&keywords)
    }
    if kind == .star {
      let comma = tokens[index - 1].start
      advance()
      if kind == .rightParen || kind == .comma || kind == .colon { throw invalidStar() }
      let value = try parseExpression()
      if kind == .equal { throw assignedUnpacking(start, "iterable") }
      if keywords.contains(where: { $0.arg == nil }) {
        throw fail("iterable argument unpacking follows keyword argument unpacking", from: comma)
      }
      exprScratch.append(ast.add(.starred(value: value, ctx: .load), range(from: start)))
      return
    }
    let first = index
    let value = try parseNamedArgument()
    if kind == .kwFor || kind == .kwAsync {
      if isClass { throw unexpected() }
      return try parseBareGenerator(value, open, isFirst: exprScratch.count == mark, keywords)
    }
    if kind == .equal { throw invalidKeyword(first, value) }
    exprScratch.append(value)
  }

  private func parseNamedArgument() throws(ParseAbort) -> ExprID {
    let candidate = equalCandidate
    let value = try parseNamedExpression()
    equalCandidate = candidate
    return value
  }

  private func parseKeyword(_ keywords: inout [Keyword]) throws(ParseAbort) {
    let nameToken = token
    let name = intern(token)
    advance()
    let equal = token
    advance()
    if kind == .comma || kind == .rightParen {
      throw fail("expected argument value expression", nameToken.range.union(equal.range))
    }
    let value = try parseExpression()
    if kind == .kwFor || kind == .kwAsync {
      throw fail(
        "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
        nameToken.range.union(equal.range))
    }
    keywords.append(Keyword(arg: name, value: value, range: range(from: nameToken.start)))
  }

  /// `f(x for x in y)`: the generator's range is that of the parentheses.
  private func parseBareGenerator(
    _ element: ExprID, _ open: UInt32, isFirst: Bool, _ keywords: [Keyword]
  ) throws(ParseAbort) {
    let generators = try parseComprehensionClauses()
    guard isFirst, keywords.isEmpty, kind == .rightParen else {
      let start = ast.range(of: element).start
      if kind != .comma && kind != .rightParen { throw unexpected() }
      throw fail("Generator expression must be parenthesized", range(from: start))
    }
    let range = SourceRange(start: open, end: token.end)
    exprScratch.append(ast.add(.generatorExp(elt: element, generators: generators), range))
  }
}
