// The kinds of tokens by their spelling in the grammar.

enum TokenSpelling {
  /// The kind of the operator, delimiter or keyword spelled so.
  static func kind(of text: Substring) -> TokenKind {
    guard let kind = table[String(text)] else { preconditionFailure("no token is spelled \(text)") }
    return kind
  }

  private static let table: [String: TokenKind] = {
    var table = operators
    for (word, kind) in keywords { table[word] = kind }
    return table
  }()

  private static let operators: [String: TokenKind] = [
    "(": .leftParen, ")": .rightParen, "[": .leftBracket, "]": .rightBracket, "{": .leftBrace,
    "}": .rightBrace, ":": .colon, ",": .comma, ";": .semicolon, ".": .dot, "...": .ellipsis, "->": .arrow,
    "@": .at, "=": .equal, ":=": .colonEqual, "!": .exclamation, "+": .plus, "-": .minus, "*": .star,
    "/": .slash, "%": .percent, "&": .ampersand, "|": .bar, "^": .caret, "~": .tilde, "**": .doubleStar,
    "//": .doubleSlash, "<<": .leftShift, ">>": .rightShift, "<": .less, ">": .greater, "==": .equalEqual,
    "!=": .notEqual, "<=": .lessEqual, ">=": .greaterEqual, "+=": .plusEqual, "-=": .minusEqual,
    "*=": .starEqual, "/=": .slashEqual, "%=": .percentEqual, "&=": .ampersandEqual, "|=": .barEqual,
    "^=": .caretEqual, "@=": .atEqual, "**=": .doubleStarEqual, "//=": .doubleSlashEqual,
    "<<=": .leftShiftEqual, ">>=": .rightShiftEqual,
  ]

  private static let keywords: [(String, TokenKind)] = [
    ("False", .kwFalse), ("None", .kwNone), ("True", .kwTrue), ("and", .kwAnd), ("as", .kwAs),
    ("assert", .kwAssert), ("async", .kwAsync), ("await", .kwAwait), ("break", .kwBreak), ("class", .kwClass),
    ("continue", .kwContinue), ("def", .kwDef), ("del", .kwDel), ("elif", .kwElif), ("else", .kwElse),
    ("except", .kwExcept), ("finally", .kwFinally), ("for", .kwFor), ("from", .kwFrom), ("global", .kwGlobal),
    ("if", .kwIf), ("import", .kwImport), ("in", .kwIn), ("is", .kwIs), ("lambda", .kwLambda),
    ("nonlocal", .kwNonlocal), ("not", .kwNot), ("or", .kwOr), ("pass", .kwPass), ("raise", .kwRaise),
    ("return", .kwReturn), ("try", .kwTry), ("while", .kwWhile), ("with", .kwWith), ("yield", .kwYield),
  ]
}
