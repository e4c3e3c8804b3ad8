// "invalid syntax", and what it turns out to be on a second look, as CPython's second pass does: a
// missing comma, `=` for `==`, Python 2's print. A refinement reads on from an earlier token, so it
// leaves the cursor anywhere; the caller only reports.

extension Parser {
  /// "invalid syntax" at the current token, or what it probably is.
  func unexpected() -> ParseAbort {
    let position = index
    let current = token
    if current.kind == .error { return lexicalFailure() }
    if let refined = refinement(position) {
      failure = refined
      return ParseAbort()
    }
    index = position
    token = current
    if current.kind == .indent {
      return fail("unexpected indent", visibleRange(current), .indentationError)
    }
    if current.kind == .dedent {
      return fail("unexpected unindent", visibleRange(current), .indentationError)
    }
    if lookedPastNot == position { advance() }
    return failHere("invalid syntax")
  }

  /// Tries the readings that have a message of their own. Leaves the cursor anywhere.
  private func refinement(_ position: Int) -> SyntaxError? {
    let comma = commaCandidate
    let equal = equalCandidate
    commaCandidate = .never
    equalCandidate = .never
    if equal.next == position, token.kind == .equal {
      return mistakenEqual(equal)
    }
    if comma.next == position {
      return missingComma(comma) ?? missingParentheses(comma)
    }
    return nil
  }

  func rewind(to position: Int) {
    index = position
    token = tokens[position]
    previousEnd = position > 0 ? tokens[position - 1].end : 0
    failure = nil
  }

  /// `f(a b)`: two expressions side by side within brackets.
  private func missingComma(_ candidate: Candidate) -> SyntaxError? {
    let first = tokens[candidate.first]
    if first.kind == .name {
      let second = tokens[candidate.first + 1].kind
      if second == .string || second == .fstringStart { return nil }
      let name = text(first)
      for soft in ["_", "case", "match", "type"] where name.elementsEqual(soft.utf8) { return nil }
      if candidate.next == candidate.first + 1 && isLegacy(first) { return nil }
    }
    let following = tokens[candidate.next + 1].kind
    if isLegacy(tokens[candidate.next]) && startsExpression(following) && following != .leftParen {
      return missingParentheses(
        Candidate(
          first: candidate.next, next: candidate.next + 1, start: tokens[candidate.next].start))
    }
    rewind(to: candidate.next)
    let second: ExprID
    do throws(ParseAbort) {
      second = try parseExpression()
    } catch {
      let nested = failure
      return nested?.message == "invalid syntax" ? nil : nested
    }
    if kind == .error { return readingFailed() }
    guard bracketDepth(upTo: index) > 0 else { return nil }
    return SyntaxError(
      .syntaxError, "invalid syntax. Perhaps you forgot a comma?",
      SourceRange(start: candidate.start, end: ast.range(of: second).end))
  }

  /// `print x`, `exec x`.
  private func missingParentheses(_ candidate: Candidate) -> SyntaxError? {
    let first = tokens[candidate.first]
    guard candidate.next == candidate.first + 1, first.kind == .name,
      tokens[candidate.next].kind != .leftParen
    else { return nil }
    rewind(to: candidate.next)
    do throws(ParseAbort) {
      _ = try parseStarExpressions()
    } catch {
      return kind == .error ? readingFailed() : nil
    }
    if kind == .error { return readingFailed() }
    guard isLegacy(first) else { return nil }
    let name = String(decoding: text(first), as: UTF8.self)
    return SyntaxError(
      .syntaxError, "Missing parentheses in call to '\(name)'. Did you mean \(name)(...)?",
      range(from: first.start))
  }

  /// The tokens run out while a refinement is tried.
  private func readingFailed() -> SyntaxError? {
    _ = lexicalFailure()
    return failure
  }

  private func isLegacy(_ token: Token) -> Bool {
    token.kind == .name
      && (text(token).elementsEqual("print".utf8) || text(token).elementsEqual("exec".utf8))
  }

  private func bracketDepth(upTo end: Int) -> Int {
    var depth = 0
    for position in 0..<end {
      switch tokens[position].kind {
      case .leftParen, .leftBracket, .leftBrace: depth += 1
      case .rightParen, .rightBracket, .rightBrace: depth -= 1
      default: break
      }
    }
    return depth
  }

  /// `=` after a condition or an element: CPython's `invalid_named_expression`.
  func mistakenEqual(_ candidate: Candidate) -> SyntaxError? {
    rewind(to: candidate.first)
    let first = token
    do throws(ParseAbort) {
      let left = try parseBinary(0)
      guard kind == .equal else { return nil }
      advance()
      guard startsExpression(kind) else { return nil }
      do throws(ParseAbort) {
        _ = try parseBinary(0)
      } catch {
        guard failure?.message == "invalid syntax" else { return failure }
        failure = nil
      }
      if kind == .error { return readingFailed() }
      guard kind != .equal && kind != .colonEqual else { return nil }
      if case .name = ast[left], first.kind == .name {
        return SyntaxError(
          .syntaxError, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
          range(from: first.start))
      }
      guard isComparable(left) else { return nil }
      return SyntaxError(
        .syntaxError,
        "cannot assign to \(exprName(left)) here. Maybe you meant '==' instead of '='?",
        ast.range(of: left))
    } catch {
      return nil
    }
  }

  /// Not a list, tuple, generator expression or constant name.
  private func isComparable(_ id: ExprID) -> Bool {
    switch ast[id] {
    case .list, .tuple, .generatorExp: return false
    case .constant(let value, _):
      switch ast[value] {
      case .none, .true, .false: return false
      case .ellipsis, .int, .bigInt, .float, .complex, .str, .bytes: return true
      }
    default: return true
    }
  }
}
