// Parameters of functions and lambdas, and type parameters.

extension Parser {
  /// The parameters gathered so far, and which separators were seen.
  private struct Gathered {
    var posonly: [Arg] = []
    var args: [Arg] = []
    var vararg: Arg?
    var kwonly: [Arg] = []
    var kwDefaults: [ExprID?] = []
    var kwarg: Arg?
    var defaults: [ExprID] = []
    var sawSlash = false
    var sawStar = false
  }

  /// Parameters up to `closing` (`)` or, for a lambda, `:`), which is not consumed.
  func parseParameters(
    until closing: TokenKind
  ) throws(ParseAbort) -> ArgumentsID {
    let isLambda = closing == .colon
    var gathered = Gathered()
    while kind != closing {
      switch kind {
      case .slash: try parseSlash(&gathered)
      case .star: try parseStarParameter(&gathered, isLambda)
      case .doubleStar: try parseKeywordsParameter(&gathered, isLambda)
      case .name: try parsePlainParameter(&gathered, isLambda)
      default: throw unexpected()
      }
      if kind == closing { break }
      try expect(.comma)
      if gathered.kwarg != nil && kind != closing { throw unexpected() }
    }
    return ast.add(
      Arguments(
        posonlyargs: AST.append(gathered.posonly, to: &ast.argRecords),
        args: AST.append(gathered.args, to: &ast.argRecords),
        vararg: gathered.vararg,
        kwonlyargs: AST.append(gathered.kwonly, to: &ast.argRecords),
        kwDefaults: AST.append(gathered.kwDefaults, to: &ast.optionalExprPool),
        kwarg: gathered.kwarg,
        defaults: AST.append(gathered.defaults, to: &ast.exprPool)))
  }

  private func parseSlash(_ gathered: inout Gathered) throws(ParseAbort) {
    if gathered.sawSlash || gathered.sawStar || gathered.args.isEmpty { throw unexpected() }
    gathered.sawSlash = true
    gathered.posonly = gathered.args
    gathered.args = []
    advance()
  }

  private func parseStarParameter(
    _ gathered: inout Gathered, _ isLambda: Bool
  ) throws(ParseAbort) {
    if gathered.sawStar { throw unexpected() }
    gathered.sawStar = true
    advance()
    if kind == .name {
      gathered.vararg = try parseArg(isLambda, allowsStar: true)
      return
    }
    // A bare star needs a parameter after it.
    guard kind == .comma, peek() == .name else { throw unexpected() }
  }

  private func parseKeywordsParameter(
    _ gathered: inout Gathered, _ isLambda: Bool
  ) throws(ParseAbort) {
    advance()
    gathered.kwarg = try parseArg(isLambda, allowsStar: false)
  }

  private func parsePlainParameter(
    _ gathered: inout Gathered, _ isLambda: Bool
  ) throws(ParseAbort) {
    let arg = try parseArg(isLambda, allowsStar: false)
    let value = accept(.equal) ? try parseExpression() : nil
    if gathered.sawStar {
      gathered.kwonly.append(arg)
      gathered.kwDefaults.append(value)
      return
    }
    gathered.args.append(arg)
    if let value {
      gathered.defaults.append(value)
    } else if !gathered.defaults.isEmpty {
      throw unexpected()
    }
  }

  private func parseArg(
    _ isLambda: Bool, allowsStar: Bool
  ) throws(ParseAbort) -> Arg {
    let start = token.start
    let name = try parseName()
    var annotation: ExprID?
    if !isLambda && accept(.colon) {
      annotation =
        allowsStar && kind == .star ? try parseStarred() : try parseExpression()
    }
    return Arg(arg: name, annotation: annotation, range: range(from: start))
  }

  func parseLambda() throws(ParseAbort) -> ExprID {
    try enter()
    let start = token
    advance()
    let args = try parseParameters(until: .colon)
    try expect(.colon)
    let body = try parseExpression()
    depth -= 1
    return ast.add(.lambda(args: args, body: body), range(from: start.start))
  }

  /// `[T: bound = default, *Ts, **P]`, if present.
  func parseTypeParams() throws(ParseAbort) -> TypeParamList {
    guard kind == .leftBracket else { return .empty }
    advance()
    var params: [TypeParam] = []
    while true {
      params.append(try parseTypeParam())
      guard accept(.comma), kind != .rightBracket else { break }
    }
    try expect(.rightBracket)
    return AST.append(params, to: &ast.typeParamRecords)
  }

  private func parseTypeParam() throws(ParseAbort) -> TypeParam {
    let start = token.start
    var kind = TypeParam.Kind.typeVar
    if accept(.star) { kind = .typeVarTuple } else if accept(.doubleStar) { kind = .paramSpec }
    let name = try parseName()
    let bound = kind == .typeVar && accept(.colon) ? try parseExpression() : nil
    var defaultValue: ExprID?
    if accept(.equal) {
      defaultValue =
        kind == .typeVarTuple && token.kind == .star ? try parseStarred() : try parseExpression()
    }
    return TypeParam(
      kind: kind, name: name, bound: bound, defaultValue: defaultValue,
      range: range(from: start))
  }
}
