// Expression statements and the assignments that begin like one.

extension Parser {
  func parseExpressionStatement() throws(ParseAbort) -> StmtID {
    let start = token
    let value =
      kind == .kwYield ? try parseYield() : try parseStarExpressions()
    switch kind {
    case .equal:
      return try parseAssignment(start, value)
    case .colon:
      return try parseAnnotated(start, value)
    default:
      guard let operation = augmentedOperator(kind) else {
        return ast.add(.expr(value: value), range(from: start.start))
      }
      return try parseAugmented(start.start, value, operation)
    }
  }

  private func parseAssignment(_ start: Token, _ first: ExprID) throws(ParseAbort) -> StmtID {
    let mark = exprScratch.count
    var value = first
    while kind == .equal {
      guard isTarget(value) else { throw unexpected() }
      setContext(value, .store)
      exprScratch.append(value)
      advance()
      value = try parseAssignedValue()
    }
    let targets = takeExprs(from: mark)
    return ast.add(.assign(targets: targets, value: value), range(from: start.start))
  }

  private func parseAugmented(
    _ start: UInt32, _ target: ExprID, _ operation: Operator
  ) throws(ParseAbort) -> StmtID {
    guard isSingleTarget(target) else { throw unexpected() }
    setContext(target, .store)
    advance()
    let value = try parseAssignedValue()
    return ast.add(.augAssign(target: target, op: operation, value: value), range(from: start))
  }

  private func parseAnnotated(
    _ start: Token, _ target: ExprID
  ) throws(ParseAbort) -> StmtID {
    guard isSingleTarget(target) else { throw unexpected() }
    let isSimple = if case .name = ast[target] { start.kind != .leftParen } else { false }
    setContext(target, .store)
    advance()
    let annotation = try parseExpression()
    var value: ExprID?
    if accept(.equal) { value = try parseAssignedValue() }
    return ast.add(
      .annAssign(target: target, annotation: annotation, value: value, simple: isSimple),
      range(from: start.start))
  }

  private func isSingleTarget(_ target: ExprID) -> Bool {
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
