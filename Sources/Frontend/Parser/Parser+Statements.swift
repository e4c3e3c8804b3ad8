// Statement lists, blocks and the choice of production by the first token.

extension Parser {
  func parseModule() throws(ParseAbort) {
    while kind != .endMarker {
      if kind == .newline {
        advance()
        continue
      }
      try parseStatement()
    }
    ast.body = takeStmts(from: 0)
  }

  /// `expressions NEWLINE* END`, what `eval` takes.
  func parseExpressionInput() throws(ParseAbort) {
    let start = token.start
    let value = try parseStarExpressions()
    let elements: ArraySlice<ExprID>
    if case .tuple(let elts, _) = ast[value], ast.range(of: value).start == start, !isParenthesised(value) {
      elements = ast.exprs(elts)
    } else {
      elements = [value]
    }
    for case .starred in elements.map({ ast[$0] }) { throw unexpected() }
    while kind == .newline { advance() }
    try expect(.endMarker)
    stmtScratch.append(ast.add(.expr(value: value), range(from: start)))
    ast.body = takeStmts(from: 0)
  }

  private func isParenthesised(_ id: ExprID) -> Bool { bytes[Int(ast.range(of: id).start)] == UInt8(ascii: "(") }

  /// One compound statement, or the simple statements of one line, onto the statement scratch.
  func parseStatement() throws(ParseAbort) {
    switch kind {
    case .kwIf: stmtScratch.append(try parseIf())
    case .kwFor: stmtScratch.append(try parseFor(start: token.start, isAsync: false))
    case .kwWhile: stmtScratch.append(try parseWhile())
    case .kwTry: stmtScratch.append(try parseTry())
    case .kwWith: stmtScratch.append(try parseWith(start: token.start, isAsync: false))
    case .kwDef: stmtScratch.append(try parseFunction(token.start, .empty, isAsync: false))
    case .kwClass: stmtScratch.append(try parseClass(.empty))
    case .at: stmtScratch.append(try parseDecorated())
    case .kwAsync: stmtScratch.append(try parseAsync())
    case .name where isMatchStatement(): stmtScratch.append(try parseMatch())
    default: try parseSimpleStatements()
    }
  }

  private func parseSimpleStatements() throws(ParseAbort) {
    stmtScratch.append(try parseSimpleStatement())
    while accept(.semicolon) {
      if kind == .newline { break }
      stmtScratch.append(try parseSimpleStatement())
    }
    try expect(.newline)
  }

  /// `':' block`.
  func parseColonBlock() throws(ParseAbort) -> StmtList {
    try expect(.colon)
    return try parseBlock()
  }

  /// An indented block, or simple statements on the line of the colon.
  private func parseBlock() throws(ParseAbort) -> StmtList {
    let mark = stmtScratch.count
    guard accept(.newline) else {
      guard !startsCompound(kind) else { throw unexpected() }
      try parseSimpleStatements()
      return takeStmts(from: mark)
    }
    try expect(.indent)
    while kind != .dedent {
      if kind == .endMarker { break }
      try parseStatement()
    }
    if kind == .dedent { advance() }
    return takeStmts(from: mark)
  }

  private func startsCompound(_ kind: TokenKind) -> Bool {
    switch kind {
    case .kwIf, .kwFor, .kwWhile, .kwTry, .kwWith, .kwDef, .kwClass, .at, .kwAsync: true
    default: false
    }
  }

  private func parseAsync() throws(ParseAbort) -> StmtID {
    let start = token.start
    advance()
    switch kind {
    case .kwDef: return try parseFunction(start, .empty, isAsync: true)
    case .kwFor: return try parseFor(start: start, isAsync: true)
    case .kwWith: return try parseWith(start: start, isAsync: true)
    default: throw unexpected()
    }
  }

  private func parseDecorated() throws(ParseAbort) -> StmtID {
    let mark = exprScratch.count
    while accept(.at) {
      exprScratch.append(try parseNamedExpression())
      try expect(.newline)
    }
    let decorators = takeExprs(from: mark)
    switch kind {
    case .kwDef:
      return try parseFunction(token.start, decorators, isAsync: false)
    case .kwClass:
      return try parseClass(decorators)
    case .kwAsync where peek() == .kwDef:
      let start = token.start
      advance()
      return try parseFunction(start, decorators, isAsync: true)
    default:
      throw unexpected()
    }
  }
}
