// The match statement. `match` is a name like any other unless the logical line that it begins
// ends in a colon, which no other statement that begins with a name does.

extension Parser {
  /// Whether the current token, a name, begins a match statement.
  func isMatchStatement() -> Bool {
    guard isName("match") else { return false }
    switch peek() {
    case .name, .number, .string, .fstringStart, .leftParen, .leftBracket, .leftBrace, .star,
      .minus, .plus, .tilde, .ellipsis, .kwNot, .kwLambda, .kwAwait, .kwNone, .kwTrue, .kwFalse:
      break
    default:
      return false
    }
    var last = index + 1
    while !tokens[last].kind.isLayout && tokens[last].kind != .error { last += 1 }
    return tokens[last].kind == .newline && tokens[last - 1].kind == .colon
      && tokens[last + 1].kind == .indent && isCase(tokens[last + 2])
      || isUnambiguousMatch()
  }

  /// `match` before a token that cannot continue an expression that it begins.
  private func isUnambiguousMatch() -> Bool {
    switch peek() {
    case .name, .number, .string, .fstringStart, .leftBrace, .tilde, .ellipsis, .kwLambda,
      .kwAwait, .kwNone, .kwTrue, .kwFalse:
      return true
    default:
      return false
    }
  }

  private func isCase(_ token: Token) -> Bool {
    token.kind == .name && token.end - token.start == 4
      && text(token).elementsEqual("case".utf8)
  }

  func parseMatch() throws(ParseAbort) -> StmtID {
    let header = token
    advance()
    let subject = try parseSubject()
    try expect(.colon)
    try expect(.newline)
    try expect(.indent)
    var cases: [MatchCase] = []
    while isName("case") { cases.append(try parseCase()) }
    guard kind == .dedent, !cases.isEmpty else { throw unexpected() }
    advance()
    let list = AST.append(cases, to: &ast.matchCaseRecords)
    return ast.add(.match(subject: subject, cases: list), range(from: header.start))
  }

  private func parseSubject() throws(ParseAbort) -> ExprID {
    let start = token.start
    let isStarred = kind == .star
    let first = try parseStarNamedExpression()
    guard kind == .comma else {
      if isStarred { throw unexpected() }
      return first
    }
    let mark = exprScratch.count
    exprScratch.append(first)
    while accept(.comma) {
      if kind == .colon { break }
      exprScratch.append(try parseStarNamedExpression())
    }
    let elts = takeExprs(from: mark)
    return ast.add(.tuple(elts: elts, ctx: .load), range(from: start))
  }

  private func parseCase() throws(ParseAbort) -> MatchCase {
    advance()
    let pattern = try parsePatterns()
    let condition = accept(.kwIf) ? try parseNamedExpression() : nil
    let body = try parseColonBlock()
    return MatchCase(pattern: pattern, guard: condition, body: body)
  }
}
