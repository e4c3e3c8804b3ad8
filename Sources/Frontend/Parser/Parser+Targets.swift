// Assignment targets. A target is parsed as an expression, then checked and turned into store or
// delete context.

extension Parser {
  /// Gives the expression, and what it contains as a target, that context.
  func setContext(_ id: ExprID, _ ctx: ExprContext) {
    let slot = Int(id.index)
    switch ast.exprNodes[slot] {
    case .name(let name, _):
      ast.exprNodes[slot] = .name(id: name, ctx: ctx)
    case .attribute(let value, let attr, _):
      ast.exprNodes[slot] = .attribute(value: value, attr: attr, ctx: ctx)
    case .subscript(let value, let slice, _):
      ast.exprNodes[slot] = .subscript(value: value, slice: slice, ctx: ctx)
    case .starred(let value, _):
      ast.exprNodes[slot] = .starred(value: value, ctx: ctx)
      setContext(value, ctx)
    case .list(let elts, _):
      ast.exprNodes[slot] = .list(elts: elts, ctx: ctx)
      for element in ast.exprs(elts) { setContext(element, ctx) }
    case .tuple(let elts, _):
      ast.exprNodes[slot] = .tuple(elts: elts, ctx: ctx)
      for element in ast.exprs(elts) { setContext(element, ctx) }
    case .boolOp, .namedExpr, .binOp, .unaryOp, .lambda, .ifExp, .dict, .set, .listComp,
      .setComp, .dictComp, .generatorExp, .await, .yield, .yieldFrom, .compare, .call,
      .formattedValue, .joinedStr, .constant, .slice:
      preconditionFailure("not a target")
    }
  }

  /// Whether the expression may be assigned to, or with `deleting` be deleted.
  func isTarget(_ id: ExprID, deleting: Bool = false) -> Bool {
    switch ast[id] {
    case .name, .attribute, .subscript:
      return true
    case .list(let elts, _), .tuple(let elts, _):
      for element in ast.exprs(elts) where !isTarget(element, deleting: deleting) { return false }
      return true
    case .starred(let value, _):
      if case .starred = ast[value] { return false }
      return !deleting && isTarget(value)
    case .boolOp, .namedExpr, .binOp, .unaryOp, .lambda, .ifExp, .dict, .set, .listComp,
      .setComp, .dictComp, .generatorExp, .await, .yield, .yieldFrom, .compare, .call,
      .formattedValue, .joinedStr, .constant, .slice:
      return false
    }
  }

  /// `star_targets` of `for`, without consuming `in`.
  func parseForTarget() throws(ParseAbort) -> ExprID {
    let start = token.start
    let first = try parseForTargetItem()
    var target = first
    if kind == .comma {
      let mark = exprScratch.count
      exprScratch.append(first)
      while accept(.comma) {
        guard startsExpression(kind) || kind == .star else { break }
        exprScratch.append(try parseForTargetItem())
      }
      let elts = takeExprs(from: mark)
      target = ast.add(.tuple(elts: elts, ctx: .load), range(from: start))
    }
    guard isTarget(target) else { throw unexpected() }
    setContext(target, .store)
    return target
  }

  private func parseForTargetItem() throws(ParseAbort) -> ExprID {
    if kind == .star { return try parseStarred() }
    guard startsExpression(kind) else { throw unexpected() }
    return try parseBinary(0)
  }

  /// `star_target` after `as` in `with`.
  func parseWithTarget() throws(ParseAbort) -> ExprID {
    let target = kind == .star ? try parseStarred() : try parseBinary(0)
    guard isTarget(target) else { throw unexpected() }
    setContext(target, .store)
    return target
  }
}
