// Functions and classes. The range of a definition starts after its decorators.

extension Parser {
  func parseFunction(
    _ start: UInt32, _ decorators: ExprList, isAsync: Bool
  ) throws(ParseAbort) -> StmtID {
    let header = token
    advance()
    let name = try parseName()
    let typeParams = try parseFunctionTypeParams()
    guard kind == .leftParen else { throw failHere("expected '('") }
    advance()
    let args = try parseParameters(until: .rightParen)
    try expect(.rightParen)
    if kind == .arrow && !startsExpression(peek()) { throw failHere("expected ':'") }
    let returns = accept(.arrow) ? try parseExpression() : nil
    let body = try parseColonBlock("function definition", header, isForced: true)
    let node: Stmt =
      isAsync
      ? .asyncFunctionDef(
        name: name, args: args, body: body, decoratorList: decorators, returns: returns,
        typeParams: typeParams)
      : .functionDef(
        name: name, args: args, body: body, decoratorList: decorators, returns: returns,
        typeParams: typeParams)
    return ast.add(node, range(from: start))
  }

  /// As `parseTypeParams`; where they are malformed CPython misses the parenthesis.
  private func parseFunctionTypeParams() throws(ParseAbort) -> TypeParamList {
    let open = token
    do throws(ParseAbort) {
      return try parseTypeParams()
    } catch {
      guard failure?.message == "invalid syntax" else { throw error }
      throw fail("expected '('", open.range)
    }
  }

  func parseClass(_ decorators: ExprList) throws(ParseAbort) -> StmtID {
    let header = token
    advance()
    let name = try parseName()
    let typeParams = try parseTypeParams()
    var bases = ExprList.empty
    var keywords = KeywordList.empty
    if kind == .leftParen { (bases, keywords) = try parseCallArguments(ofClass: true) }
    let body = try parseColonBlock("class definition", header)
    return ast.add(
      .classDef(
        name: name, bases: bases, keywords: keywords, body: body, decoratorList: decorators,
        typeParams: typeParams), range(from: header.start))
  }
}
