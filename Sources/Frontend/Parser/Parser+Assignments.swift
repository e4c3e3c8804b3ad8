// Expression statements and the assignments that begin like one.

extension Parser {
  func parseExpressionStatement() throws(ParseAbort) -> StmtID {
    let start = token
    let first = index
    let value =
      kind == .kwYield ? try parseYield() : try parseStarExpressions()
    switch kind {
    case .equal:
      return try parseAssignment(start.start, first, value)
    case .colon:
      return try parseAnnotated(start, value)
    default:
      guard let operation = augmentedOperator(kind) else {
        return ast.add(.expr(value: value), range(from: start.start))
      }
      return try parseAugmented(start.start, value, operation)
    }
  }

  private func parseAssignment(
    _ start: UInt32, _ firstIndex: Int, _ first: ExprID
  ) throws(ParseAbort) -> StmtID {
    let mark = exprScratch.count
    var value = first
    while kind == .equal {
      try checkAssignable(value, isFirst: exprScratch.count == mark, firstIndex)
      setContext(value, .store)
      exprScratch.append(value)
      advance()
      value = try parseAssignedValue()
    }
    let targets = takeExprs(from: mark)
    return ast.add(.assign(targets: targets, value: value), range(from: start))
  }

  private func parseAugmented(
    _ start: UInt32, _ target: ExprID, _ operation: Operator
  ) throws(ParseAbort) -> StmtID {
    let position = index
    switch ast[target] {
    case .name, .attribute, .subscript: break
    default:
      try checkRightSide(of: position) { () throws(ParseAbort) in
        self.advance()
        _ = try self.parseAssignedValue()
      }
      throw fail(
        "'\(exprName(target))' is an illegal expression for augmented assignment",
        ast.range(of: target))
    }
    setContext(target, .store)
    advance()
    let value = try parseAssignedValue()
    return ast.add(.augAssign(target: target, op: operation, value: value), range(from: start))
  }

  private func parseAnnotated(
    _ start: Token, _ target: ExprID
  ) throws(ParseAbort) -> StmtID {
    var isSimple = false
    if !isAnnotatable(target) {
      try checkRightSide(of: index) { () throws(ParseAbort) in
        self.advance()
        _ = try self.parseExpression()
      }
    }
    switch ast[target] {
    case .name: isSimple = start.kind != .leftParen
    case .attribute, .subscript: break
    case .list: throw illegalAnnotation(target, "only single target (not list) can be annotated")
    case .tuple(let elts, _):
      // Without parentheses CPython reports the first element.
      let first = ast.exprs(elts).first
      let isBare = first.map { ast.range(of: $0).start == ast.range(of: target).start } ?? false
      throw illegalAnnotation(
        isBare ? first ?? target : target, "only single target (not tuple) can be annotated")
    default: throw illegalAnnotation(target, "illegal target for annotation")
    }
    setContext(target, .store)
    advance()
    let annotation = try parseExpression()
    var value: ExprID?
    if accept(.equal) { value = try parseAssignedValue() }
    return ast.add(
      .annAssign(target: target, annotation: annotation, value: value, simple: isSimple),
      range(from: start.start))
  }

  private func isAnnotatable(_ target: ExprID) -> Bool {
    switch ast[target] {
    case .name, .attribute, .subscript: true
    default: false
    }
  }

  private func augmentedOperator(_ kind: TokenKind) -> Operator? {
    switch kind {
    case .plusEqual: .add
    case .minusEqual: .sub
    case .starEqual: .mult
    case .atEqual: .matMult
    case .slashEqual: .div
    case .percentEqual: .mod
    case .ampersandEqual: .bitAnd
    case .barEqual: .bitOr
    case .caretEqual: .bitXor
    case .leftShiftEqual: .lShift
    case .rightShiftEqual: .rShift
    case .doubleStarEqual: .pow
    case .doubleSlashEqual: .floorDiv
    default: nil
    }
  }
}
