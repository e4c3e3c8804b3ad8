// Tokens: a kind and a byte range, nothing else; the parser decodes literals from the source.
// Kinds before `endMarker` (inclusive) carry no text and do not move the end of a node.

/// The kinds of token, as CPython's, with one kind for each keyword.
public enum TokenKind: UInt8, Sendable {
  case newline, indent, dedent, endMarker
  /// The lexer stopped here; `Lexer.failure` says why.
  case error
  case name, number, string, fstringStart, fstringMiddle, fstringEnd
  case leftParen, rightParen, leftBracket, rightBracket, leftBrace, rightBrace
  case colon, comma, semicolon, dot, ellipsis, arrow, at, equal, colonEqual, exclamation
  /// A character that no token begins with.
  case unknown
  case plus, minus, star, slash, percent, ampersand, bar, caret, tilde
  case doubleStar, doubleSlash, leftShift, rightShift
  case less, greater, equalEqual, notEqual, lessEqual, greaterEqual
  case plusEqual, minusEqual, starEqual, slashEqual, percentEqual, ampersandEqual, barEqual
  case caretEqual, atEqual, doubleStarEqual, doubleSlashEqual, leftShiftEqual, rightShiftEqual
  case kwFalse, kwNone, kwTrue, kwAnd, kwAs, kwAssert, kwAsync, kwAwait, kwBreak, kwClass
  case kwContinue, kwDef, kwDel, kwElif, kwElse, kwExcept, kwFinally, kwFor, kwFrom, kwGlobal
  case kwIf, kwImport, kwIn, kwIs, kwLambda, kwNonlocal, kwNot, kwOr, kwPass, kwRaise, kwReturn
  case kwTry, kwWhile, kwWith, kwYield

  /// Whether the kind is layout rather than text.
  var isLayout: Bool { rawValue <= TokenKind.endMarker.rawValue }
  /// Whether the kind is a keyword.
  var isKeyword: Bool { rawValue >= TokenKind.kwFalse.rawValue }
}

/// One token: its kind and its bytes `start ..< end`.
public struct Token: Sendable, Equatable {
  public var kind: TokenKind
  public var start: UInt32
  public var end: UInt32

  var range: SourceRange { SourceRange(start: start, end: end) }
}
