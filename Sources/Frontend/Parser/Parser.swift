// The parser's cursor and its conventions. Recursive descent over the complete token list; a
// production consumes what it recognises and throws `ParseAbort` at what does not fit; what is wrong there
// is `SecondReading`'s to say. Invariant: `previousEnd` is the end of the last consumed token that is not layout, which is
// where a node ends.

/// Thrown where the text is no Python, and, after `Parser.limit` has been set, where it is too deep.
struct ParseAbort: Error {}

/// Parser of one module. A class, so that the deep recursion passes a pointer: as a struct of this
/// size it took kilobytes of stack for each call in debug builds.
public final class Parser {
  /// CPython's parser gives up at about this depth of right recursion.
  static let maximumDepth = 2980
  /// CPython's compiler gives up on longer chains of left-associative operations.
  static let maximumChain = 9990

  let source: SourceFile
  let bytes: UnsafePointer<UInt8>
  let tokens: UnsafePointer<Token>
  let tokenCount: Int
  let lexer: LexerOutcome
  var index = 0
  var token: Token
  var previousEnd: UInt32 = 0
  var depth = 0
  var ast = AST()
  var exprScratch: [ExprID] = []
  var stmtScratch: [StmtID] = []
  /// A limit of CPython that the text exceeds.
  var limit: SyntaxError?

  /// What the text is read as.
  let mode: SourceMode

  /// Parses a module, or one expression as the only statement of one; throws the error that CPython would raise.
  public static func parse(_ source: SourceFile, as mode: SourceMode = .exec) throws(SyntaxError) -> AST {
    let result: Result<AST, SyntaxError> = source.storage.withUnsafeBufferPointer { storage in
      guard let bytes = storage.baseAddress else { preconditionFailure("storage is padded") }
      var lexer = Lexer(source, bytes)
      lexer.run()
      // Two more tokens allow unchecked lookahead.
      if let last = lexer.tokens.last { lexer.tokens += [last, last] }
      return lexer.tokens.withUnsafeBufferPointer { tokens in
        guard let first = tokens.baseAddress else { preconditionFailure("no end marker") }
        let outcome = LexerOutcome(
          failure: lexer.failure, outranksParser: lexer.failureOutranksParser, openBracket: lexer.brackets.last,
          endsInFString: !lexer.modes.isEmpty)
        let parser = Parser(source, bytes, first, tokens.count - 2, outcome, mode)
        do throws(ParseAbort) {
          if mode == .eval { try parser.parseExpressionInput() } else { try parser.parseModule() }
          parser.ast.warnings += lexer.warnings
          return .success(parser.ast)
        } catch {
          return .failure(parser.explain())
        }
      }
    }
    return try result.get()
  }

  private init(
    _ source: SourceFile, _ bytes: UnsafePointer<UInt8>, _ tokens: UnsafePointer<Token>,
    _ tokenCount: Int, _ lexer: LexerOutcome, _ mode: SourceMode
  ) {
    self.mode = mode
    self.source = source
    self.bytes = bytes
    self.tokens = tokens
    self.tokenCount = tokenCount
    self.token = tokens[0]
    self.lexer = lexer
    ast.exprNodes.reserveCapacity(tokenCount / 2)
    ast.exprRanges.reserveCapacity(tokenCount / 2)
  }

  // MARK: Cursor

  @inline(__always)
  var kind: TokenKind { token.kind }

  @inline(__always)
  func peek(_ distance: Int = 1) -> TokenKind { tokens[index + distance].kind }

  @inline(__always)
  func advance() {
    if !token.kind.isLayout { previousEnd = token.end }
    index += 1
    token = tokens[index]
  }

  /// Consumes the token if it is of that kind.
  @inline(__always)
  func accept(_ kind: TokenKind) -> Bool {
    guard token.kind == kind else { return false }
    advance()
    return true
  }

  /// Consumes a token of that kind or fails with "invalid syntax".
  @inline(__always)
  func expect(_ kind: TokenKind) throws(ParseAbort) {
    guard token.kind == kind else { throw unexpected() }
    advance()
  }

  /// Bytes from `start` to the end of the last consumed token.
  @inline(__always)
  func range(from start: UInt32) -> SourceRange { SourceRange(start: start, end: previousEnd) }

  func text(_ token: Token) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + Int(token.start), count: Int(token.end - token.start))
  }

  /// Whether the current token is this name (soft keywords).
  func isName(_ word: StaticString) -> Bool {
    guard token.kind == .name, Int(token.end - token.start) == word.utf8CodeUnitCount else {
      return false
    }
    for offset in 0..<word.utf8CodeUnitCount
    where bytes[Int(token.start) + offset] != word.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Consumes a name.
  func parseName() throws(ParseAbort) -> NameID {
    guard token.kind == .name else { throw unexpected() }
    let name = intern(token)
    advance()
    return name
  }

  func intern(_ token: Token) -> NameID {
    let text = text(token)
    if text.contains(where: { $0 >= 0x80 }) {
      return ast.nameTable.intern(IdentifierNormalisation.nfkc(text))
    }
    return ast.nameTable.intern(text)
  }

  /// Counts a level of recursion; the caller leaves it by `depth -= 1`.
  @inline(__always)
  func enter() throws(ParseAbort) {
    depth += 1
    if depth > Parser.maximumDepth { throw tooComplex() }
  }

  // MARK: Errors

  /// The text is no Python at the cursor.
  func unexpected() -> ParseAbort { ParseAbort() }

  func tooComplex() -> ParseAbort {
    limit = SyntaxError(
      .memoryError, "Parser stack overflowed - Python source too complex to parse", token.range)
    return ParseAbort()
  }

  func tooLongChain() -> ParseAbort {
    limit = SyntaxError(.recursionError, "maximum recursion depth exceeded during compilation", token.range)
    return ParseAbort()
  }

  /// CPython's error for the text that has been refused.
  private func explain() -> SyntaxError {
    if let limit { return limit }
    let reading = SecondReading(source, bytes, tokens, lexer, mode)
    if let error = reading.explain() { return error }
    return SyntaxError(.syntaxError, "invalid syntax", token.range)
  }

  // MARK: Backtracking

  /// What must be restored to parse again from an earlier token.
  struct Checkpoint {
    var index: Int
    var previousEnd: UInt32
    var depth: Int
    var exprScratch: Int
    var exprs: Int
    var warnings: Int
  }

  func checkpoint() -> Checkpoint {
    Checkpoint(
      index: index, previousEnd: previousEnd, depth: depth, exprScratch: exprScratch.count,
      exprs: ast.exprNodes.count, warnings: ast.warnings.count)
  }

  /// Returns to the checkpoint and forgets the expressions since.
  func restore(_ point: Checkpoint) {
    index = point.index
    token = tokens[index]
    previousEnd = point.previousEnd
    depth = point.depth
    exprScratch.removeSubrange(point.exprScratch...)
    ast.exprNodes.removeSubrange(point.exprs...)
    ast.exprRanges.removeSubrange(point.exprs...)
    ast.warnings.removeSubrange(point.warnings...)
  }

  // MARK: Lists

  /// Moves the expressions gathered since `mark` into the arena.
  func takeExprs(from mark: Int) -> ExprList {
    let list = AST.append(exprScratch[mark...], to: &ast.exprPool)
    exprScratch.removeSubrange(mark...)
    return list
  }

  /// Moves the statements gathered since `mark` into the arena.
  func takeStmts(from mark: Int) -> StmtList {
    let list = AST.append(stmtScratch[mark...], to: &ast.stmtPool)
    stmtScratch.removeSubrange(mark...)
    return list
  }
}
