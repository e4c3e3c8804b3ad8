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
      case .leftParen: throw parenthesisedParameter(isLambda)
      default: throw unexpected()
      }
      if kind == closing { break }
      guard kind == .comma else { throw unexpected() }
      advance()
      if gathered.kwarg != nil && kind != closing {
        throw fail("arguments cannot follow var-keyword argument", token.range)
      }
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
    if gathered.sawSlash { throw fail("/ may appear only once", token.range) }
    if gathered.sawStar { throw fail("/ must be ahead of *", token.range) }
    if peek() == .star { throw fail("expected comma between / and *", tokens[index + 1].range) }
    if gathered.args.isEmpty {
      guard peek() == .comma else { throw unexpected() }
      throw fail("at least one argument must precede /", token.range)
    }
    gathered.sawSlash = true
    gathered.posonly = gathered.args
    gathered.args = []
    advance()
  }

  private func parseStarParameter(
    _ gathered: inout Gathered, _ isLambda: Bool
  ) throws(ParseAbort) {
    let star = token
    if gathered.sawStar { throw fail("* argument may appear only once", star.range) }
    gathered.sawStar = true
    advance()
    switch kind {
    case .name:
      gathered.vararg = try parseArg(isLambda, allowsStar: true)
      if kind == .equal {
        throw fail("var-positional argument cannot have default value", token.range)
      }
    case .comma:
      let next = peek()
      if next == .doubleStar || next == (isLambda ? .colon : .rightParen) {
        throw bareStar(star, isLambda, after: 1)
      }
    case .rightParen, .colon:
      throw bareStar(star, isLambda, after: 0)
    default:
      throw unexpected()
    }
  }

  /// CPython reports the star of a function, and the token that it looked at in a lambda.
  private func bareStar(_ star: Token, _ isLambda: Bool, after distance: Int) -> ParseAbort {
    fail(
      "named arguments must follow bare *",
      isLambda ? tokens[index + distance].range : star.range)
  }

  private func parseKeywordsParameter(
    _ gathered: inout Gathered, _ isLambda: Bool
  ) throws(ParseAbort) {
    advance()
    gathered.kwarg = try parseArg(isLambda, allowsStar: false)
    if kind == .equal {
      throw fail("var-keyword argument cannot have default value", token.range)
    }
  }

  private func parsePlainParameter(
    _ gathered: inout Gathered, _ isLambda: Bool
  ) throws(ParseAbort) {
    let arg = try parseArg(isLambda, allowsStar: false)
    var value: ExprID?
    if kind == .equal {
      let equal = token
      advance()
      if kind == .comma || kind == .rightParen || kind == .colon && isLambda {
        throw fail("expected default value expression", equal.range)
      }
      value = try parseExpression()
    }
    if gathered.sawStar {
      gathered.kwonly.append(arg)
      gathered.kwDefaults.append(value)
      return
    }
    gathered.args.append(arg)
    if let value {
      gathered.defaults.append(value)
    } else if !gathered.defaults.isEmpty {
      throw fail("parameter without a default follows parameter with a default", arg.range)
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
        allowsStar && kind == .star ? try parseStarAnnotation() : try parseExpression()
    }
    return Arg(arg: name, annotation: annotation, range: range(from: start))
  }

  private func parseStarAnnotation() throws(ParseAbort) -> ExprID {
    try parseStarred()
  }

  func parseLambda() throws(ParseAbort) -> ExprID {
    try enter()
    let start = token
    advance()
    let args = try parseParameters(until: .colon)
    if peek() == .fstringMiddle {
      throw fail(
        "f-string: lambda expressions are not allowed without parentheses",
        start.range.union(token.range))
    }
    try expect(.colon)
    let body = try parseExpression()
    depth -= 1
    return ast.add(.lambda(args: args, body: body), range(from: start.start))
  }

  /// `[T: bound = default, *Ts, **P]`, if present.
  func parseTypeParams() throws(ParseAbort) -> TypeParamList {
    guard kind == .leftBracket else { return .empty }
    advance()
    if kind == .rightBracket {
      throw fail("Type parameter list cannot be empty", from: token.start)
    }
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
    var bound: ExprID?
    if token.kind == .colon {
      let colon = token
      advance()
      let value = try parseExpression()
      if kind != .typeVar {
        let what = if case .tuple = ast[value] { "constraints" } else { "bound" }
        let owner = kind == .typeVarTuple ? "TypeVarTuple" : "ParamSpec"
        throw fail("cannot use \(what) with \(owner)", from: colon.start)
      }
      bound = value
    }
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
