// if, while, for, try, with. An `elif` chain is a loop, however long.

extension Parser {
  func parseIf() throws(ParseAbort) -> StmtID {
    struct Branch {
      var start: UInt32
      var test: ExprID
      var body: StmtList
    }
    var branches: [Branch] = []
    var isElif = false
    repeat {
      let header = token
      advance()
      let test = try parseNamedExpression()
      let body = try parseColonBlock(isElif ? "'elif' statement" : "'if' statement", header)
      branches.append(Branch(start: header.start, test: test, body: body))
      if branches.count > 2 * Parser.maximumDepth { throw tooComplex() }
      isElif = true
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
    let header = token
    advance()
    return try parseColonBlock("'else' statement", header, isForced: true)
  }

  func parseWhile() throws(ParseAbort) -> StmtID {
    let header = token
    advance()
    let test = try parseNamedExpression()
    let body = try parseColonBlock("'while' statement", header)
    let orelse = try parseElse()
    return ast.add(
      .while(test: test, body: body, orelse: orelse), range(from: header.start))
  }

  func parseFor(start: UInt32, isAsync: Bool) throws(ParseAbort) -> StmtID {
    let header = token
    advance()
    let target = try parseForTarget()
    try expect(.kwIn)
    let iter = try parseStarExpressions()
    let body = try parseColonBlock("'for' statement", header)
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
    let body = try parseColonBlock("'try' statement", header, isForced: true)
    var handlers: [ExceptHandler] = []
    var isStar: Bool?
    while kind == .kwExcept {
      let handlerIsStar = peek() == .star
      if let isStar, isStar != handlerIsStar {
        throw mixedExcept()
      }
      isStar = handlerIsStar
      handlers.append(try parseHandler(isStar: handlerIsStar))
    }
    let orelse = handlers.isEmpty ? .empty : try parseElse()
    var finalbody = StmtList.empty
    if kind == .kwFinally {
      let keyword = token
      advance()
      finalbody = try parseColonBlock("'finally' statement", keyword, isForced: true)
    } else if handlers.isEmpty {
      throw failHere("expected 'except' or 'finally' block")
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
      if isStar { throw failHere("expected one or more exception types") }
    } else {
      let value = try parseExpression()
      type = value
      if kind == .comma { throw unparenthesisedExceptions(value) }
      if accept(.kwAs) { name = try parseExceptionName() }
    }
    let owner = isStar ? "'except*' statement" : "'except' statement"
    let body = try parseColonBlock(owner, header)
    return ExceptHandler(type: type, name: name, body: body, range: range(from: header.start))
  }

  private func parseExceptionName() throws(ParseAbort) -> NameID {
    if kind == .name && (peek() == .colon || peek() == .newline) { return try parseName() }
    if kind == .name { advance() }
    throw unexpected()
  }

  // MARK: with

  func parseWith(start: UInt32, isAsync: Bool) throws(ParseAbort) -> StmtID {
    let header = token
    advance()
    let items = try parseWithItems()
    let body = try parseColonBlock("'with' statement", header)
    let list = AST.append(items, to: &ast.withItemRecords)
    let node: Stmt =
      isAsync ? .asyncWith(items: list, body: body) : .with(items: list, body: body)
    return ast.add(node, range(from: start))
  }

  /// Items in parentheses if that reading works up to the colon, else items without. Where both
  /// fail, the failure that got further is reported.
  private func parseWithItems() throws(ParseAbort) -> [WithItem] {
    guard kind == .leftParen else { return try parseBareItems() }
    let point = checkpoint()
    do throws(ParseAbort) {
      return try parseParenthesisedItems()
    } catch {
      let firstFailure = failure
      let reached = index
      restore(point)
      do throws(ParseAbort) {
        let items = try parseBareItems()
        guard kind == .colon || index >= reached else {
          failure = firstFailure
          throw ParseAbort()
        }
        return items
      } catch {
        if index < reached { failure = firstFailure }
        throw error
      }
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
    if kind == .newline { throw failHere("expected ':'") }
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
