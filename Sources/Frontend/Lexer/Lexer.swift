// The lexer: from bytes to the whole list of tokens in one run, on bytes only. Invariants: token
// ranges ascend; brackets, indentation and f-string modes are kept exactly as CPython's tokenizer
// keeps them, since its error messages depend on them. The first error ends the list with an
// `.error` token.

/// Turns one source file into tokens.
struct Lexer {
  /// An open bracket and where it is.
  struct Bracket {
    var byte: UInt8
    var offset: UInt32
  }

  /// A level of indentation: columns with tabs to 8 and with tabs to 1.
  struct Indentation {
    var column: Int
    var alternate: Int
  }

  let source: SourceFile
  let bytes: UnsafePointer<UInt8>
  let count: Int
  var pos = 0
  var tokens: [Token] = []
  /// Why the list ends in `.error`; nil when it ends in `.error` because of an unclosed bracket.
  var failure: SyntaxError?
  /// Whether the failure is raised even when the parser fails at an earlier token.
  var failureOutranksParser = false
  var brackets: [Bracket] = []
  var indents = [Indentation(column: 0, alternate: 0)]
  var modes: [FStringMode] = []
  var atLineStart = true
  var isFinished = false
  var warnings: [SyntaxWarning] = []

  /// `bytes` are those of `source.storage` and must outlive the lexer.
  init(_ source: SourceFile, _ bytes: UnsafePointer<UInt8>) {
    self.source = source
    self.bytes = bytes
    self.count = source.count
    tokens.reserveCapacity(count / 4 + 16)
  }

  /// Lexes everything.
  mutating func run() {
    while !isFinished {
      if let mode = modes.last, mode.isInText {
        lexFStringText()
      } else {
        lexToken()
      }
    }
  }

  @inline(__always)
  mutating func emit(_ kind: TokenKind, _ start: Int, _ end: Int) {
    tokens.append(Token(kind: kind, start: UInt32(start), end: UInt32(end)))
    pos = end
  }

  /// Stops with an error; without range it is at the last byte read, as CPython's.
  mutating func fail(
    _ message: String, _ kind: SyntaxError.Kind = .syntaxError, start: Int? = nil,
    end: Int? = nil, outranksParser: Bool = true, reportedEnd: Int? = nil,
    columns: SyntaxError.Columns = .characters
  ) {
    failureOutranksParser = outranksParser && modes.isEmpty
    let from = start ?? max(pos - 1, 0)
    failure = SyntaxError(
      kind, message, SourceRange(start: UInt32(from), end: UInt32(end ?? from)), reportedEnd: reportedEnd)
    failure?.columns = columns
    stop()
  }

  /// Ends the token list with an `.error` token here.
  mutating func stop() {
    tokens.append(Token(kind: .error, start: UInt32(pos), end: UInt32(pos)))
    isFinished = true
  }

  func line(of offset: Int) -> Int { source.position(of: UInt32(offset)).line }

  /// Lexes one token outside of f-string text.
  private mutating func lexToken() {
    if atLineStart {
      atLineStart = false
      if brackets.isEmpty {
        guard lexIndentation() else { return }
      }
    }
    while bytes[pos] == 32 || bytes[pos] == 9 || bytes[pos] == 12 { pos += 1 }
    if bytes[pos] == 35 { return lexComment() }
    let start = pos
    let byte = bytes[start]
    switch byte {
    case 97...122, 65...90, 95, 128...255:
      lexNameOrPrefixedString()
    case 48...57:
      lexNumber()
    case 46 where isDigit(bytes[start + 1]):
      lexNumber()
    case 34, 39:
      lexString(start: start, quoteAt: start)
    case 10:
      lexNewline(from: pos)
    case 0 where start >= count:
      lexEnd()
    case 92:
      lexContinuation()
    default:
      lexOperator(byte)
    }
  }

  /// A comment reaches to the end of its line, which the file always has.
  private mutating func lexComment() {
    let start = pos
    while bytes[pos] != 10 && pos < count { pos += 1 }
    if pos < count { lexNewline(from: start) }
  }

  /// The newline token begins at the comment before it, as CPython's.
  private mutating func lexNewline(from start: Int) {
    if brackets.isEmpty {
      emit(.newline, start, pos + 1)
    } else {
      pos += 1
    }
    atLineStart = true
  }

  private mutating func lexEnd() {
    guard brackets.isEmpty else { return stop() }
    while indents.count > 1 {
      indents.removeLast()
      emit(.dedent, count, count)
    }
    emit(.endMarker, count, count)
    isFinished = true
  }

  private mutating func lexContinuation() {
    pos += 1
    guard bytes[pos] == 10 else {
      pos += 1
      return fail(
        "unexpected character after line continuation character", outranksParser: false, reportedEnd: 0)
    }
    pos += 1
    if pos >= count { fail("unexpected EOF while parsing", outranksParser: false, reportedEnd: -1) }
  }

  @inline(__always)
  func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
}
