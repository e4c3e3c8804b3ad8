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
    while kind != .rightParen {
      try parseArgument(open, mark, isClass, &keywords)
      if kind == .rightParen { break }
      try expect(.comma)
    }
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
      keywords.append(Keyword(arg: nil, value: value, range: range(from: start)))
      return
    }
    if kind == .name && peek() == .equal {
      return try parseKeyword(&keywords)
    }
    if kind == .star {
      if keywords.contains(where: { $0.arg == nil }) { throw unexpected() }
      advance()
      let value = try parseExpression()
      exprScratch.append(ast.add(.starred(value: value, ctx: .load), range(from: start)))
      return
    }
    // A positional argument after a keyword.
    if !keywords.isEmpty { throw unexpected() }
    let value = try parseNamedExpression()
    if kind == .kwFor || kind == .kwAsync {
      if isClass || exprScratch.count > mark { throw unexpected() }
      return try parseBareGenerator(value, open)
    }
    exprScratch.append(value)
  }

  private func parseKeyword(_ keywords: inout [Keyword]) throws(ParseAbort) {
    let nameToken = token
    let name = intern(token)
    advance()
    advance()
    let value = try parseExpression()
    keywords.append(Keyword(arg: name, value: value, range: range(from: nameToken.start)))
  }

  /// `f(x for x in y)`: the generator's range is that of the parentheses.
  private func parseBareGenerator(_ element: ExprID, _ open: UInt32) throws(ParseAbort) {
    let generators = try parseComprehensionClauses()
    guard kind == .rightParen else { throw unexpected() }
    let range = SourceRange(start: open, end: token.end)
    exprScratch.append(ast.add(.generatorExp(elt: element, generators: generators), range))
  }
}
