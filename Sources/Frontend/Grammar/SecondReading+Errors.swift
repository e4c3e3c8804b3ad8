// Errors of the second reading: where CPython places them, and which one it reports in the end.

/// What the lexer left behind.
struct LexerOutcome {
  var failure: SyntaxError?
  /// Whether the failure is reported even when the parser fails at an earlier token.
  var outranksParser = false
  /// The innermost bracket open where the tokens end.
  var openBracket: Lexer.Bracket?
  /// Whether the tokens end within an f-string.
  var endsInFString = false

  /// The error of reading on where the tokens end.
  func error(at token: Token) -> SyntaxError {
    if let failure { return failure }
    guard let openBracket else {
      return SyntaxError(.syntaxError, "unexpected EOF while parsing", token.range)
    }
    return LexerOutcome.neverClosed(openBracket)
  }

  static func neverClosed(_ bracket: Lexer.Bracket) -> SyntaxError {
    SyntaxError(
      .syntaxError, "'\(UnicodeScalar(bracket.byte))' was never closed",
      SourceRange(start: bracket.offset, end: bracket.offset), reportedEnd: 0)
  }
}

/// A range, and what CPython reports in place of its start or end where that is no position.
struct Place {
  var range: SourceRange
  var reportedStart: Int?
  var reportedEnd: Int?

  init(_ range: SourceRange, reportedStart: Int? = nil, reportedEnd: Int? = nil) {
    self.range = range
    self.reportedStart = reportedStart
    self.reportedEnd = reportedEnd
  }

  func error(_ message: String, _ kind: SyntaxError.Kind = .syntaxError) -> SyntaxError {
    SyntaxError(kind, message, range, reportedStart: reportedStart, reportedEnd: reportedEnd)
  }
}

extension SecondReading {
  func fail(_ message: String, _ place: Place, _ kind: SyntaxError.Kind = .syntaxError) -> ReadingEnded {
    fail(place.error(message, kind))
  }

  func fail(_ error: SyntaxError) -> ReadingEnded {
    failure = error
    return ReadingEnded()
  }

  /// Where a token is reported. Layout has no columns: CPython then shows how far the lexer is, one
  /// less for counting from 0.
  func visible(_ position: Int) -> Place {
    let token = tokens[position]
    switch token.kind {
    case .indent, .dedent, .endMarker:
      let isAtEnd = Int(token.end) == source.count
      let isAtLineStart = !isAtEnd && source.position(of: token.end).column == 0
      let before = isAtLineStart ? token.end : token.end - 1
      return Place(
        SourceRange(start: before, end: before), reportedStart: isAtLineStart ? 0 : nil, reportedEnd: -1)
    default: return Place(token.range)
    }
  }

  /// From `start` to the end of what has been read, as a column without CPython's one more.
  func reading(from start: UInt32) -> SourceRange {
    SourceRange(start: start, end: max(start, tokens[fill - 1].end - 1))
  }

  /// The last character of an expression, in the line in which it begins.
  func lastCharacter(of id: Int32) -> Place {
    let range = range(of: id)
    let (line, _) = source.position(of: range.start)
    let column = source.position(of: range.end).column - 1
    let offset = source.lineStarts[line - 1] + UInt32(max(column, 0))
    return Place(SourceRange(start: offset, end: offset), reportedEnd: 0)
  }

  func invalidSyntax(at position: Int) -> SyntaxError {
    // What has no columns is reported at column 0 here.
    if tokens[position].kind == .endMarker {
      let last = UInt32(max(source.count - 1, 0))
      return Place(SourceRange(start: last, end: last), reportedStart: 0, reportedEnd: 0).error("invalid syntax")
    }
    return visible(position).error("invalid syntax")
  }

  /// What is reported if no rule had words for the text.
  func genericError(lastToken position: Int) -> SyntaxError {
    let token = tokens[position]
    if token.kind == .indent || token.kind == .dedent {
      let word = token.kind == .indent ? "indent" : "unindent"
      return visible(fill - 1).error("unexpected \(word)", .indentationError)
    }
    return outranked(invalidSyntax(at: position)) ?? invalidSyntax(at: position)
  }

  /// The error, or the lexer's about what follows: after an error of the parser CPython reads the rest
  /// of the tokens, and reports what the lexer finds, or a bracket opened in an earlier line.
  func outranked(_ error: SyntaxError?) -> SyntaxError? {
    guard let error, error.kind != .memoryError, error != lexer.failure else { return error }
    if let failure = lexer.failure, lexer.outranksParser { return failure }
    if let bracket = lexer.openBracket, !lexer.endsInFString {
      let line = source.position(of: tokens[fill - 1].start).line
      if line > source.position(of: bracket.offset).line { return LexerOutcome.neverClosed(bracket) }
    }
    return error
  }
}
