// Expression statements and the assignments that begin like one.

extension Parser {
  mutating func parseExpressionStatement() throws(ParseAbort) -> StmtID {
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

  private mutating func parseAssignment(
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

  private mutating func parseAugmented(
    _ start: UInt32, _ target: ExprID, _ operation: Operator
  ) throws(ParseAbort) -> StmtID {
    switch ast[target] {
    case .name, .attribute, .subscript: break
    default:
      throw fail(
        "'\(exprName(target))' is an illegal expression for augmented assignment",
        ast.range(of: target))
    }
    setContext(target, .store)
    advance()
    let value = try parseAssignedValue()
    return ast.add(.augAssign(target: target, op: operation, value: value), range(from: start))
  }

  private mutating func parseAnnotated(
    _ start: Token, _ target: ExprID
  ) throws(ParseAbort) -> StmtID {
    advance()
    let annotation = try parseExpression()
    var isSimple = false
    switch ast[target] {
    case .name: isSimple = start.kind != .leftParen
    case .attribute, .subscript: break
    case .list: throw illegalAnnotation(target, "only single target (not list) can be annotated")
    case .tuple: throw illegalAnnotation(target, "only single target (not tuple) can be annotated")
    default: throw illegalAnnotation(target, "illegal target for annotation")
    }
    setContext(target, .store)
    var value: ExprID?
    if accept(.equal) { value = try parseAssignedValue() }
    return ast.add(
      .annAssign(target: target, annotation: annotation, value: value, simple: isSimple),
      range(from: start.start))
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
