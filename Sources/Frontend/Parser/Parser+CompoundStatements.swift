// if, while, for, try, with. An `elif` chain is a loop, however long.

extension Parser {
  func parseIf() throws(ParseAbort) -> StmtID {
    struct Branch {
      var start: UInt32
      var test: ExprID
      var body: StmtList
    }
    var branches: [Branch] = []
    repeat {
      let header = token
      advance()
      let test = try parseNamedExpression()
      let body = try parseColonBlock()
      branches.append(Branch(start: header.start, test: test, body: body))
      if branches.count > 2 * Parser.maximumDepth { throw tooComplex() }
    } while kind == .kwElif
    var orelse = try parseElse()
    let end = previousEnd
    while let branch = branches.popLast() {
      let node = ast.add(
        .if(test: branch.test, body: branch.body, orelse: orelse),
        SourceRange(start: branch.start, end: end))
      if branches.isEmpty { return node }
      orelse = AST.append(CollectionOfOne(node), to: &ast.stmtPool)
    }
    preconditionFailure("an if statement has a branch")
  }

  /// `['else' ':' block]`.
  private func parseElse() throws(ParseAbort) -> StmtList {
    guard kind == .kwElse else { return .empty }
    advance()
    return try parseColonBlock()
  }

  func parseWhile() throws(ParseAbort) -> StmtID {
    let header = token
    advance()
    let test = try parseNamedExpression()
    let body = try parseColonBlock()
    let orelse = try parseElse()
    return ast.add(
      .while(test: test, body: body, orelse: orelse), range(from: header.start))
  }

  func parseFor(start: UInt32, isAsync: Bool) throws(ParseAbort) -> StmtID {
    advance()
    let target = try parseForTarget()
    try expect(.kwIn)
    let iter = try parseStarExpressions()
    let body = try parseColonBlock()
    let orelse = try parseElse()
    let node: Stmt =
      isAsync
      ? .asyncFor(target: target, iter: iter, body: body, orelse: orelse)
      : .for(target: target, iter: iter, body: body, orelse: orelse)
    return ast.add(node, range(from: start))
  }

  // MARK: try

  func parseTry() throws(ParseAbort) -> StmtID {
    let header = token
    advance()
    let body = try parseColonBlock()
    var handlers: [ExceptHandler] = []
    var isStar: Bool?
    while kind == .kwExcept {
      let handlerIsStar = peek() == .star
      if let isStar, isStar != handlerIsStar {
        throw unexpected()
      }
      isStar = handlerIsStar
      handlers.append(try parseHandler(isStar: handlerIsStar))
    }
    let orelse = handlers.isEmpty ? .empty : try parseElse()
    var finalbody = StmtList.empty
    if kind == .kwFinally {
      advance()
      finalbody = try parseColonBlock()
    } else if handlers.isEmpty {
      throw unexpected()
    }
    let list = AST.append(handlers, to: &ast.handlerRecords)
    let node: Stmt =
      isStar == true
      ? .tryStar(body: body, handlers: list, orelse: orelse, finalbody: finalbody)
      : .try(body: body, handlers: list, orelse: orelse, finalbody: finalbody)
    return ast.add(node, range(from: header.start))
  }

  private func parseHandler(isStar: Bool) throws(ParseAbort) -> ExceptHandler {
    let header = token
    advance()
    if isStar { advance() }
    var type: ExprID?
    var name: NameID?
    if kind == .colon || kind == .newline {
      if isStar { throw unexpected() }
    } else {
      type = try parseExpression()
      if accept(.kwAs) { name = try parseName() }
    }
    let body = try parseColonBlock()
    return ExceptHandler(type: type, name: name, body: body, range: range(from: header.start))
  }

  // MARK: with

  func parseWith(start: UInt32, isAsync: Bool) throws(ParseAbort) -> StmtID {
    advance()
    let items = try parseWithItems()
    let body = try parseColonBlock()
    let list = AST.append(items, to: &ast.withItemRecords)
    let node: Stmt =
      isAsync ? .asyncWith(items: list, body: body) : .with(items: list, body: body)
    return ast.add(node, range(from: start))
  }

  /// Items in parentheses if that reading works up to the colon, else items without.
  private func parseWithItems() throws(ParseAbort) -> [WithItem] {
    guard kind == .leftParen else { return try parseBareItems() }
    let point = checkpoint()
    do throws(ParseAbort) {
      return try parseParenthesisedItems()
    } catch {
      if limit != nil { throw error }
      restore(point)
      return try parseBareItems()
    }
  }

  private func parseParenthesisedItems() throws(ParseAbort) -> [WithItem] {
    advance()
    var items: [WithItem] = []
    repeat {
      if kind == .rightParen && !items.isEmpty { break }
      items.append(try parseWithItem())
    } while accept(.comma)
    try expect(.rightParen)
    guard kind == .colon else { throw unexpected() }
    return items
  }

  private func parseBareItems() throws(ParseAbort) -> [WithItem] {
    var items: [WithItem] = []
    repeat { items.append(try parseWithItem()) } while accept(.comma)
    return items
  }

  private func parseWithItem() throws(ParseAbort) -> WithItem {
    let context = try parseExpression()
    guard accept(.kwAs) else { return WithItem(contextExpr: context, optionalVars: nil) }
    let target = try parseWithTarget()
    return WithItem(contextExpr: context, optionalVars: target)
  }
}
