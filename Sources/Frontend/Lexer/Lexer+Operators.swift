// Operators, delimiters and the bracket stack. Within a replacement field of an f-string, `:` and
// `}` at the field's own depth go back to the text of the string.

extension Lexer {
  static let maximumBrackets = 200

  mutating func lexOperator(_ byte: UInt8) {
    let start = pos
    let second = bytes[start + 1]
    if byte == 58, let mode = modes.last, mode.endsExpression(openBrackets: mode.depth - 1) {
      modes[modes.count - 1].isInText = true
      modes[modes.count - 1].isInFormatSpec = true
      return emit(.colon, start, start + 1)
    }
    let equal = second == 61
    switch byte {
    case 40: openBracket(.leftParen)
    case 41: closeBracket(.rightParen, 40)
    case 91: openBracket(.leftBracket)
    case 93: closeBracket(.rightBracket, 91)
    case 123: openBracket(.leftBrace)
    case 125: closeBracket(.rightBrace, 123)
    case 44: emit(.comma, start, start + 1)
    case 58: equal ? emit(.colonEqual, start, start + 2) : emit(.colon, start, start + 1)
    case 59: emit(.semicolon, start, start + 1)
    case 46:
      if second == 46 && bytes[start + 2] == 46 {
        emit(.ellipsis, start, start + 3)
      } else {
        emit(.dot, start, start + 1)
      }
    case 61: equal ? emit(.equalEqual, start, start + 2) : emit(.equal, start, start + 1)
    case 33: equal ? emit(.notEqual, start, start + 2) : emit(.exclamation, start, start + 1)
    case 43: single(.plus, .plusEqual, equal)
    case 45:
      second == 62 ? emit(.arrow, start, start + 2) : single(.minus, .minusEqual, equal)
    case 42:
      second == 42
        ? double(.doubleStar, .doubleStarEqual) : single(.star, .starEqual, equal)
    case 47:
      second == 47
        ? double(.doubleSlash, .doubleSlashEqual) : single(.slash, .slashEqual, equal)
    case 37: single(.percent, .percentEqual, equal)
    case 38: single(.ampersand, .ampersandEqual, equal)
    case 124: single(.bar, .barEqual, equal)
    case 94: single(.caret, .caretEqual, equal)
    case 64: single(.at, .atEqual, equal)
    case 126: emit(.tilde, start, start + 1)
    case 60:
      if second == 60 {
        double(.leftShift, .leftShiftEqual)
      } else if second == 62 {
        emit(.unknown, start, start + 2)
      } else {
        single(.less, .lessEqual, equal)
      }
    case 62:
      second == 62
        ? double(.rightShift, .rightShiftEqual) : single(.greater, .greaterEqual, equal)
    case 0..<32, 127:
      pos += 1
      fail(
        "invalid non-printable character U+00" + (byte < 16 ? "0" : "")
          + String(byte, radix: 16, uppercase: true))
    default:
      emit(.unknown, start, start + 1)
    }
  }

  private mutating func single(_ plain: TokenKind, _ assigning: TokenKind, _ equal: Bool) {
    equal ? emit(assigning, pos, pos + 2) : emit(plain, pos, pos + 1)
  }

  private mutating func double(_ plain: TokenKind, _ assigning: TokenKind) {
    bytes[pos + 2] == 61 ? emit(assigning, pos, pos + 3) : emit(plain, pos, pos + 2)
  }

  private mutating func openBracket(_ kind: TokenKind) {
    if brackets.count >= Lexer.maximumBrackets {
      pos += 1
      return fail("too many nested parentheses")
    }
    brackets.append(Bracket(byte: bytes[pos], offset: UInt32(pos)))
    if !modes.isEmpty { modes[modes.count - 1].depth += 1 }
    emit(kind, pos, pos + 1)
  }

  private mutating func closeBracket(_ kind: TokenKind, _ opening: UInt8) {
    let start = pos
    let byte = bytes[pos]
    pos += 1
    let text = String(UnicodeScalar(byte))
    if byte == 125, let mode = modes.last, mode.depth == 0 {
      return fail("f-string: single '}' is not allowed")
    }
    guard let open = brackets.popLast() else { return fail("unmatched '\(text)'") }
    if open.byte != opening {
      if let mode = modes.last, open.byte == 123, mode.depth - 1 == mode.expressionDepth {
        return fail("f-string: unmatched '\(text)'")
      }
      var message =
        "closing parenthesis '\(text)' does not match opening parenthesis "
        + "'\(UnicodeScalar(open.byte))'"
      let openLine = line(of: Int(open.offset))
      if openLine != line(of: start) { message += " on line \(openLine)" }
      return fail(message)
    }
    if !modes.isEmpty {
      let last = modes.count - 1
      modes[last].depth -= 1
      if modes[last].depth < 0 { return fail("f-string: unmatched '\(text)'") }
      if byte == 125 && modes[last].depth == modes[last].expressionDepth {
        modes[last].expressionDepth -= 1
        modes[last].isInText = true
        modes[last].isInFormatSpec = false
      }
    }
    emit(kind, start, start + 1)
  }
}
