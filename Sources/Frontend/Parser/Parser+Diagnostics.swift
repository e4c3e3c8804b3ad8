// The messages of the parser, in CPython's words and at CPython's positions; the generic "invalid
// syntax" is in Parser+InvalidSyntax.swift. A failing production consumes nothing that matters any
// more: the first recorded failure ends the parse or the attempt.

extension Parser {
  /// Records the failure.
  func fail(
    _ message: String, _ range: SourceRange, _ kind: SyntaxError.Kind = .syntaxError
  ) -> ParseAbort {
    // A token that the lexer could not make outranks what the parser thinks of its absence.
    if token.kind == .error { return lexicalFailure() }
    failure = SyntaxError(kind, message, range)
    return ParseAbort()
  }

  /// A failure that reaches from `start` to the token looked at, less its last byte (CPython's
  /// `RAISE_SYNTAX_ERROR_STARTING_FROM`).
  func fail(_ message: String, from start: UInt32) -> ParseAbort {
    fail(message, SourceRange(start: start, end: max(start, visibleRange(token).end - 1)))
  }

  /// Where a token is reported; layout tokens are at the byte before them.
  func visibleRange(_ token: Token) -> SourceRange {
    switch token.kind {
    case .endMarker, .dedent:
      guard Int(token.start) == source.count else { return token.range }
      let last = UInt32(max(source.count - 1, 0))
      return SourceRange(start: last, end: last)
    case .indent:
      return SourceRange(start: token.end - 1, end: token.end - 1)
    default:
      return token.range
    }
  }

  /// A failure at the current token.
  func failHere(_ message: String) -> ParseAbort {
    fail(message, visibleRange(token))
  }

  func lexicalFailure() -> ParseAbort {
    if let lexerFailure {
      failure = lexerFailure
    } else if let openBracket {
      failure = neverClosed(openBracket)
    } else {
      failure = SyntaxError(.syntaxError, "unexpected EOF while parsing", token.range)
    }
    return ParseAbort()
  }

  private func neverClosed(_ bracket: Lexer.Bracket) -> SyntaxError {
    SyntaxError(
      .syntaxError, "'\(UnicodeScalar(bracket.byte))' was never closed",
      SourceRange(start: bracket.offset, end: bracket.offset))
  }

  /// The error of the whole parse. Errors of the lexer further on outrank the parser's, and an
  /// unclosed bracket before the line of the failure explains it.
  func finalError() -> SyntaxError {
    guard let failure else { preconditionFailure("aborted without a failure") }
    if failure.kind == .memoryError || failure.kind == .recursionError { return failure }
    if let lexerFailure, lexerOutranksParser, failure.message != "unexpected indent" {
      return lexerFailure
    }
    if let openBracket, token.kind != .error {
      let line = source.position(of: token.start).line
      if line > source.position(of: openBracket.offset).line { return neverClosed(openBracket) }
    }
    return failure
  }

  // MARK: Assignment

  func cannotAssign(_ id: ExprID) -> ParseAbort {
    fail("cannot assign to \(exprName(id))", ast.range(of: id))
  }

  /// Fails unless the expression before `=` is a target.
  func checkAssignable(
    _ target: ExprID, isFirst: Bool, _ firstIndex: Int
  ) throws(ParseAbort) {
    if tokens[firstIndex].kind == .kwYield || !isFirst && tokens[index - 1].kind != .rightParen {
      if case .yield = ast[target] { throw yieldAssignment(target) }
      if case .yieldFrom = ast[target] { throw yieldAssignment(target) }
    }
    guard let invalid = invalidTarget(target, .assign) else { return }
    if isFirst {
      let equal = index
      let saved = checkpoint()
      var first = firstIndex
      if case .tuple(let elts, _) = ast[target], let last = ast.exprs(elts).last, last == invalid {
        first = tokenIndex(at: ast.range(of: last).start)
      }
      if let error = mistakenEqual(Candidate(first: first, next: equal, start: 0)) {
        failure = error
        throw ParseAbort()
      }
      restore(saved)
    }
    throw cannotAssign(invalid)
  }

  /// The last token that starts at or before the offset.
  private func tokenIndex(at offset: UInt32) -> Int {
    var position = index
    while position > 0 && tokens[position].start > offset { position -= 1 }
    return position
  }

  private func yieldAssignment(_ target: ExprID) -> ParseAbort {
    fail("assignment to yield expression not possible", ast.range(of: target))
  }

  /// Reads what follows an operator whose left side is no target: if that fails too, the
  /// operator itself is the error.
  func checkRightSide(
    of operation: Int, _ parse: () throws(ParseAbort) -> Void
  ) throws(ParseAbort) {
    do throws(ParseAbort) {
      try parse()
    } catch {
      guard failure?.message == "invalid syntax" else { throw error }
      rewind(to: operation)
      throw failHere("invalid syntax")
    }
  }

  func illegalAnnotation(_ target: ExprID, _ message: String) -> ParseAbort {
    fail(message, ast.range(of: target))
  }

  func invalidWalrus(_ target: ExprID) -> ParseAbort {
    if case .name = ast[target] { return unexpected() }
    let operation = index
    do throws(ParseAbort) {
      try checkRightSide(of: operation) { () throws(ParseAbort) in
        self.advance()
        _ = try self.parseExpression()
      }
    } catch {
      return error
    }
    return fail(
      "cannot use assignment expressions with \(exprName(target))", ast.range(of: target))
  }

  /// `import a from b`.
  func importFromSwapped(_ start: UInt32) -> ParseAbort {
    guard peek() == .name else { return unexpected() }
    advance()
    repeat { advance() } while kind == .name || kind == .dot
    return fail("Did you mean to use 'from ... import ...' instead?", from: start)
  }

  func missingImports() -> ParseAbort {
    fail("Expected one or more names after 'import'", from: token.start)
  }

  func invalidStar() -> ParseAbort { failHere("Invalid star expression") }

  func missingIn() -> ParseAbort {
    if kind == .newline || kind == .error { return unexpected() }
    return failHere("'in' expected after for-loop variables")
  }

  // MARK: Expressions

  /// `3 + not x`: called at the `not`.
  func misplacedNot() -> ParseAbort {
    let start = token.start
    while kind == .kwNot { advance() }
    do throws(ParseAbort) {
      _ = try parseBinary(0)
      return fail("'not' after an operator must be parenthesized", range(from: start))
    } catch {
      return error
    }
  }

  func missingElse(_ body: ExprID, _ test: ExprID) -> ParseAbort {
    if kind == .colon || kind == .error { return unexpected() }
    return fail(
      "expected 'else' after 'if' expression",
      SourceRange(start: ast.range(of: body).start, end: ast.range(of: test).end))
  }

  func doubleStarGroup() -> ParseAbort {
    let star = index
    advance()
    do throws(ParseAbort) {
      _ = try parseExpression()
      if kind == .rightParen {
        return fail("cannot use double starred expression here", tokens[star].range)
      }
      rewind(to: star)
      return failHere("invalid syntax")
    } catch {
      return error
    }
  }

  /// Fails if the expression is starred: as a group, or as the element of a comprehension.
  func refuseStarred(
    _ id: ExprID, in context: TokenKind
  ) throws(ParseAbort) {
    guard case .starred = ast[id] else { return }
    throw fail(
      context == .kwFor
        ? "iterable unpacking cannot be used in comprehension"
        : "cannot use starred expression here", ast.range(of: id))
  }

  func unparenthesisedComprehension(
    _ first: ExprID, count: Int, _ closing: TokenKind
  ) -> ParseAbort {
    guard closing != .rightParen else { return unexpected() }
    let range = SourceRange(start: ast.range(of: first).start, end: previousEnd)
    return fail("did you forget parentheses around the comprehension target?", range)
  }

  func expectKeyColon(_ key: ExprID) throws(ParseAbort) {
    if kind == .colon { return advance() }
    guard kind == .comma || kind == .rightBrace else { throw unexpected() }
    let end = ast.range(of: key).end
    throw fail("':' expected after dictionary key", SourceRange(start: end - 1, end: end - 1))
  }

  func checkDictValue() throws(ParseAbort) {
    if kind == .rightBrace || kind == .comma {
      throw fail("expression expected after dictionary key and ':'", tokens[index - 1].range)
    }
    if kind == .star {
      let star = token.start
      advance()
      _ = try parseBinary(0)
      throw fail("cannot use a starred expression in a dictionary value", from: star)
    }
  }

  // MARK: Calls and parameters

  func invalidKeyword(_ first: Int, _ value: ExprID) -> ParseAbort {
    if tokens[first].kind == .name && tokens[first + 1].kind == .equal && index > first + 1 {
      return unexpected()
    }
    let equal = token
    let start = tokens[first]
    let range = SourceRange(start: ast.range(of: value).start, end: equal.end)
    if index == first + 1 {
      switch start.kind {
      case .kwTrue: return fail("cannot assign to True", range)
      case .kwFalse: return fail("cannot assign to False", range)
      case .kwNone: return fail("cannot assign to None", range)
      default: break
      }
    }
    return fail("expression cannot contain assignment, perhaps you meant \"==\"?", range)
  }

  func positionalAfterKeyword(_ keywords: [Keyword]) -> ParseAbort {
    let message =
      keywords.contains { $0.arg == nil }
      ? "positional argument follows keyword argument unpacking"
      : "positional argument follows keyword argument"
    return failHere(message)
  }

  /// `f(*args=x)`.
  func assignedUnpacking(_ start: UInt32, _ what: String) -> ParseAbort {
    advance()
    do throws(ParseAbort) {
      _ = try parseExpression()
      return fail("cannot assign to \(what) argument unpacking", range(from: start))
    } catch {
      return error
    }
  }

  func parenthesisedParameter(_ isLambda: Bool) -> ParseAbort {
    let open = token
    var position = index + 1
    while tokens[position].kind == .name {
      position += 1
      if tokens[position].kind == .comma { position += 1 }
    }
    guard tokens[position].kind == .rightParen, position > index + 1 else { return unexpected() }
    let what = isLambda ? "Lambda expression" : "Function"
    return fail(
      "\(what) parameters cannot be parenthesized", open.range.union(tokens[position].range))
  }

  // MARK: Blocks

  func missingBlock(_ owner: String, _ header: Token) -> ParseAbort {
    let line = source.position(of: header.start).line
    return fail(
      "expected an indented block after \(owner) on line \(line)", visibleRange(token),
      .indentationError)
  }

  /// At the `except`, or from it to its star.
  func mixedExcept() -> ParseAbort {
    let message = "cannot have both 'except' and 'except*' on the same 'try'"
    guard peek() == .star else { return failHere(message) }
    if peek(2) == .colon || peek(2) == .newline {
      return fail("expected one or more exception types", tokens[index + 2].range)
    }
    return fail(message, token.range.union(tokens[index + 1].range))
  }

  func unparenthesisedExceptions(_ first: ExprID) -> ParseAbort {
    let start = ast.range(of: first).start
    do throws(ParseAbort) {
      while accept(.comma) {
        guard startsExpression(kind) else { break }
        _ = try parseExpression()
      }
      if accept(.kwAs) { _ = try parseName() }
      guard kind == .colon else { return unexpected() }
      return fail(
        "multiple exception types must be parenthesized", range(from: start))
    } catch {
      return error
    }
  }

  // MARK: Strings

  func undecodable(_ message: String, _ token: Token) -> ParseAbort {
    fail(message, token.range)
  }

  func checkFieldStart() throws(ParseAbort) {
    switch kind {
    case .equal: throw failHere("f-string: valid expression required before '='")
    case .exclamation: throw failHere("f-string: valid expression required before '!'")
    case .colon: throw failHere("f-string: valid expression required before ':'")
    case .rightBrace: throw failHere("f-string: valid expression required before '}'")
    case .error: throw unexpected()
    case .star where peek() == .rightBrace:
      throw failHere("f-string: expecting a valid expression after '{'")
    default:
      if startsExpression(kind) || kind == .star || kind == .kwYield { return }
      throw failHere("f-string: expecting a valid expression after '{'")
    }
  }

  func checkFieldEnd(isDebug: Bool, isNested: Bool) throws(ParseAbort) {
    switch kind {
    case .exclamation, .colon, .rightBrace: return
    case .error: throw unexpected()
    default:
      if commaCandidate.next == index && !isNested { throw unexpected() }
      throw failHere(
        isDebug
          ? "f-string: expecting '!', or ':', or '}'"
          : "f-string: expecting '=', or '!', or ':', or '}'")
    }
  }

  /// A replacement field whose expression does not parse: CPython names the token that follows
  /// the longest expression at its beginning.
  func invalidField(_ first: Int, _ error: ParseAbort) -> ParseAbort {
    guard let failure, failure.message == "invalid syntax" else { return error }
    var position = index
    var end = first
    var depth = 0
    for candidate in first..<max(position, first) {
      switch tokens[candidate].kind {
      case .leftParen, .leftBracket, .leftBrace:
        if depth == 0 { end = candidate }
        depth += 1
      case .rightParen, .rightBracket, .rightBrace: depth -= 1
      case .name, .number, .string, .fstringStart, .fstringMiddle, .fstringEnd: break
      default: if depth == 0 { end = candidate }
      }
    }
    let previous = position > first ? tokens[position - 1].kind : .dot
    let endsOperand = previous == .name || previous == .number || previous == .string
    if depth == 0 && endsOperand { end = position }
    position = end
    rewind(to: position)
    return failHere(
      position == first
        ? "f-string: expecting a valid expression after '{'"
        : "f-string: expecting '=', or '!', or ':', or '}'")
  }

  // MARK: Limits

  func tooComplex() -> ParseAbort {
    fail(
      "Parser stack overflowed - Python source too complex to parse", token.range, .memoryError)
  }

  func tooLongChain() -> ParseAbort {
    fail("maximum recursion depth exceeded during compilation", token.range, .recursionError)
  }
}
