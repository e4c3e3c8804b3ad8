// Expressions from the loosest (star expressions, yield) to the prefix operators. Chains that a
// program may make long (`not not …`, `- - …`, `a + b + …`) are loops, the rest recurses under
// the depth guard.

extension Parser {
  /// `star_expressions`: one expression or a tuple without parentheses.
  func parseStarExpressions() throws(ParseAbort) -> ExprID {
    let start = token.start
    let first = try parseStarExpression()
    guard kind == .comma else { return first }
    let mark = exprScratch.count
    exprScratch.append(first)
    while accept(.comma) {
      guard startsExpression(kind) || kind == .star else { break }
      exprScratch.append(try parseStarExpression())
    }
    let elts = takeExprs(from: mark)
    return ast.add(.tuple(elts: elts, ctx: .load), range(from: start))
  }

  /// `'*' bitwise_or | expression`.
  func parseStarExpression() throws(ParseAbort) -> ExprID {
    if kind == .star { return try parseStarred() }
    return try parseExpression()
  }

  /// `'*' bitwise_or | named_expression`.
  func parseStarNamedExpression() throws(ParseAbort) -> ExprID {
    if kind == .star { return try parseStarred() }
    return try parseNamedExpression()
  }

  func parseStarred() throws(ParseAbort) -> ExprID {
    let start = token.start
    advance()
    let value = try parseBinary(0)
    return ast.add(.starred(value: value, ctx: .load), range(from: start))
  }

  /// `yield_expr | star_expressions`, the right side of an assignment.
  func parseAssignedValue() throws(ParseAbort) -> ExprID {
    if kind == .kwYield { return try parseYield() }
    return try parseStarExpressions()
  }

  func parseYield() throws(ParseAbort) -> ExprID {
    let start = token.start
    advance()
    if accept(.kwFrom) {
      let value = try parseExpression()
      return ast.add(.yieldFrom(value: value), range(from: start))
    }
    guard startsExpression(kind) || kind == .star else {
      return ast.add(.yield(value: nil), range(from: start))
    }
    let value = try parseStarExpressions()
    return ast.add(.yield(value: value), range(from: start))
  }

  /// `NAME ':=' expression | expression`.
  func parseNamedExpression() throws(ParseAbort) -> ExprID {
    let start = token.start
    if kind == .name && peek() == .colonEqual {
      let name = ast.add(.name(id: intern(token), ctx: .store), token.range)
      advance()
      advance()
      let value = try parseExpression()
      return ast.add(.namedExpr(target: name, value: value), range(from: start))
    }
    let value = try parseExpression()
    if kind == .colonEqual { throw unexpected() }
    return value
  }

  /// `expression`: a conditional expression, a lambda or anything tighter.
  func parseExpression() throws(ParseAbort) -> ExprID {
    if kind == .kwLambda { return try parseLambda() }
    let start = token.start
    let body = try parseDisjunction()
    guard kind == .kwIf else { return body }
    try enter()
    advance()
    let test = try parseDisjunction()
    try expect(.kwElse)
    let orelse = try parseExpression()
    depth -= 1
    return ast.add(.ifExp(test: test, body: body, orelse: orelse), range(from: start))
  }

  /// `disjunction`: `or` of `and` of `not` of comparisons.
  func parseDisjunction() throws(ParseAbort) -> ExprID {
    try enter()
    let start = token.start
    let first = try parseConjunction()
    depth -= 1
    guard kind == .kwOr else { return first }
    let mark = exprScratch.count
    exprScratch.append(first)
    while accept(.kwOr) { exprScratch.append(try parseConjunction()) }
    let values = takeExprs(from: mark)
    return ast.add(.boolOp(op: .or, values: values), range(from: start))
  }

  private func parseConjunction() throws(ParseAbort) -> ExprID {
    let start = token.start
    let first = try parseInversion()
    guard kind == .kwAnd else { return first }
    let mark = exprScratch.count
    exprScratch.append(first)
    while accept(.kwAnd) { exprScratch.append(try parseInversion()) }
    let values = takeExprs(from: mark)
    return ast.add(.boolOp(op: .and, values: values), range(from: start))
  }

  private func parseInversion() throws(ParseAbort) -> ExprID {
    guard kind == .kwNot else { return try parseComparison() }
    let first = index
    while kind == .kwNot {
      advance()
      if index - first > Parser.maximumDepth { throw tooComplex() }
    }
    let last = index
    var value = try parseComparison()
    for operation in stride(from: last - 1, through: first, by: -1) {
      value = ast.add(
        .unaryOp(op: .not, operand: value), range(from: tokens[operation].start))
    }
    return value
  }

  private func parseComparison() throws(ParseAbort) -> ExprID {
    let start = token.start
    let left = try parseBinary(0)
    guard let first = comparisonOperator() else { return left }
    let mark = exprScratch.count
    advanceComparison(first)
    exprScratch.append(try parseBinary(0))
    guard let second = comparisonOperator() else {
      let ops = AST.append(CollectionOfOne(first), to: &ast.cmpOpPool)
      let comparators = takeExprs(from: mark)
      return ast.add(
        .compare(left: left, ops: ops, comparators: comparators), range(from: start))
    }
    var chain = [first]
    var next: CmpOp? = second
    while let operation = next {
      chain.append(operation)
      advanceComparison(operation)
      exprScratch.append(try parseBinary(0))
      next = comparisonOperator()
    }
    let ops = AST.append(chain, to: &ast.cmpOpPool)
    let comparators = takeExprs(from: mark)
    return ast.add(.compare(left: left, ops: ops, comparators: comparators), range(from: start))
  }

  private func comparisonOperator() -> CmpOp? {
    switch kind {
    case .equalEqual: .eq
    case .notEqual: .notEq
    case .less: .lt
    case .lessEqual: .ltE
    case .greater: .gt
    case .greaterEqual: .gtE
    case .kwIn: .in
    case .kwNot: peek() == .kwIn ? .notIn : nil
    case .kwIs: peek() == .kwNot ? .isNot : .is
    default: nil
    }
  }

  private func advanceComparison(_ operation: CmpOp) {
    advance()
    if operation == .notIn || operation == .isNot { advance() }
  }

  /// Binary operators by precedence: `|` is 0, `*` is 5; all are left-associative.
  func parseBinary(_ minimum: Int) throws(ParseAbort) -> ExprID {
    let start = token.start
    var left = try parseUnary()
    var chain = 0
    while let (operation, precedence) = binaryOperator(kind), precedence >= minimum {
      advance()
      let right = try parseBinary(precedence + 1)
      left = ast.add(.binOp(left: left, op: operation, right: right), range(from: start))
      chain += 1
      if chain > Parser.maximumChain { throw tooLongChain() }
    }
    return left
  }

  @inline(__always)
  private func binaryOperator(_ kind: TokenKind) -> (Operator, Int)? {
    switch kind {
    case .bar: (.bitOr, 0)
    case .caret: (.bitXor, 1)
    case .ampersand: (.bitAnd, 2)
    case .leftShift: (.lShift, 3)
    case .rightShift: (.rShift, 3)
    case .plus: (.add, 4)
    case .minus: (.sub, 4)
    case .star: (.mult, 5)
    case .slash: (.div, 5)
    case .doubleSlash: (.floorDiv, 5)
    case .percent: (.mod, 5)
    case .at: (.matMult, 5)
    default: nil
    }
  }

  /// `factor`: prefix operators over a power.
  func parseUnary() throws(ParseAbort) -> ExprID {
    guard kind == .minus || kind == .plus || kind == .tilde else { return try parsePower() }
    let first = index
    while kind == .minus || kind == .plus || kind == .tilde {
      advance()
      if index - first > Parser.maximumDepth { throw tooComplex() }
    }
    let last = index
    var value = try parsePower()
    for position in stride(from: last - 1, through: first, by: -1) {
      let prefix = tokens[position]
      let operation: UnaryOperator =
        prefix.kind == .minus ? .uSub : prefix.kind == .plus ? .uAdd : .invert
      value = ast.add(.unaryOp(op: operation, operand: value), range(from: prefix.start))
    }
    return value
  }

  private func parsePower() throws(ParseAbort) -> ExprID {
    let start = token.start
    let base = try parseAwait()
    guard kind == .doubleStar else { return base }
    try enter()
    advance()
    let exponent = try parseUnary()
    depth -= 1
    return ast.add(.binOp(left: base, op: .pow, right: exponent), range(from: start))
  }

  private func parseAwait() throws(ParseAbort) -> ExprID {
    guard kind == .kwAwait else { return try parsePrimary() }
    let start = token.start
    advance()
    let value = try parsePrimary()
    return ast.add(.await(value: value), range(from: start))
  }

  /// Whether a token of this kind can begin an expression (not a starred one).
  func startsExpression(_ kind: TokenKind) -> Bool {
    switch kind {
    case .name, .number, .string, .fstringStart, .leftParen, .leftBracket, .leftBrace, .ellipsis,
      .minus, .plus, .tilde, .kwNot, .kwLambda, .kwAwait, .kwNone, .kwTrue, .kwFalse:
      true
    default: false
    }
  }
}
