// Statements that fit on a line, assignments excepted.

extension Parser {
  func parseSimpleStatement() throws(ParseAbort) -> StmtID {
    let start = token.start
    switch kind {
    case .kwPass: return parseBare(.pass)
    case .kwBreak: return parseBare(.break)
    case .kwContinue: return parseBare(.continue)
    case .kwReturn:
      advance()
      let value = try parseOptionalStarExpressions()
      return ast.add(.return(value: value), range(from: start))
    case .kwRaise: return try parseRaise()
    case .kwGlobal:
      let names = try parseDeclaredNames()
      return ast.add(.global(names: names), range(from: start))
    case .kwNonlocal:
      let names = try parseDeclaredNames()
      return ast.add(.nonlocal(names: names), range(from: start))
    case .kwDel: return try parseDelete()
    case .kwAssert: return try parseAssert()
    case .kwImport: return try parseImport()
    case .kwFrom: return try parseImportFrom()
    case .name where isTypeAlias(): return try parseTypeAlias()
    default: return try parseExpressionStatement()
    }
  }

  private func parseBare(_ node: Stmt) -> StmtID {
    let range = token.range
    advance()
    return ast.add(node, range)
  }

  private func parseOptionalStarExpressions() throws(ParseAbort) -> ExprID? {
    guard startsExpression(kind) || kind == .star else { return nil }
    return try parseStarExpressions()
  }

  private func parseRaise() throws(ParseAbort) -> StmtID {
    let start = token.start
    advance()
    guard startsExpression(kind) else {
      return ast.add(.raise(exc: nil, cause: nil), range(from: start))
    }
    let exception = try parseExpression()
    var cause: ExprID?
    if accept(.kwFrom) {
      cause = try parseExpression()
    }
    return ast.add(.raise(exc: exception, cause: cause), range(from: start))
  }

  private func parseDeclaredNames() throws(ParseAbort) -> NameList {
    advance()
    var names = [try parseName()]
    while accept(.comma) { names.append(try parseName()) }
    return AST.append(names, to: &ast.namePool)
  }

  private func parseDelete() throws(ParseAbort) -> StmtID {
    let start = token.start
    advance()
    let mark = exprScratch.count
    repeat {
      guard startsExpression(kind) || kind == .star else { break }
      exprScratch.append(try parseStarExpression())
    } while accept(.comma)
    guard exprScratch.count > mark else { throw unexpected() }
    for target in exprScratch[mark...] where !isTarget(target, deleting: true) { throw unexpected() }
    guard kind == .newline || kind == .semicolon else { throw unexpected() }
    let targets = takeExprs(from: mark)
    for target in ast.exprs(targets) { setContext(target, .del) }
    return ast.add(.delete(targets: targets), range(from: start))
  }

  private func parseAssert() throws(ParseAbort) -> StmtID {
    let start = token.start
    advance()
    let test = try parseExpression()
    let message = accept(.comma) ? try parseExpression() : nil
    return ast.add(.assert(test: test, msg: message), range(from: start))
  }

  private func isTypeAlias() -> Bool {
    peek() == .name && isName("type")
  }

  private func parseTypeAlias() throws(ParseAbort) -> StmtID {
    let start = token.start
    advance()
    let nameRange = token.range
    let name = ast.add(.name(id: try parseName(), ctx: .store), nameRange)
    let typeParams = try parseTypeParams()
    try expect(.equal)
    let value = try parseExpression()
    return ast.add(
      .typeAlias(name: name, typeParams: typeParams, value: value), range(from: start))
  }
}
