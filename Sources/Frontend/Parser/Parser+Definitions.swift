// Functions and classes. The range of a definition starts after its decorators.

extension Parser {
  func parseFunction(
    _ start: UInt32, _ decorators: ExprList, isAsync: Bool
  ) throws(ParseAbort) -> StmtID {
    advance()
    let name = try parseName()
    let typeParams = try parseTypeParams()
    try expect(.leftParen)
    let args = try parseParameters(until: .rightParen)
    try expect(.rightParen)
    let returns = accept(.arrow) ? try parseExpression() : nil
    let body = try parseColonBlock()
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

  func parseClass(_ decorators: ExprList) throws(ParseAbort) -> StmtID {
    let header = token
    advance()
    let name = try parseName()
    let typeParams = try parseTypeParams()
    var bases = ExprList.empty
    var keywords = KeywordList.empty
    if kind == .leftParen { (bases, keywords) = try parseCallArguments(ofClass: true) }
    let body = try parseColonBlock()
    return ast.add(
      .classDef(
        name: name, bases: bases, keywords: keywords, body: body, decoratorList: decorators,
        typeParams: typeParams), range(from: header.start))
  }
}
