// The text parts of f-strings (PEP 701). Each open f-string has a mode on a stack; the lexer
// alternates between text (here) and the tokens of replacement fields. `{{` and `}}` end a text
// token, both braces included.

/// The state of one open f-string.
struct FStringMode {
  var quote: UInt8
  var quoteLength: Int
  var isRaw: Bool
  /// Offset of the prefix.
  var start: Int
  /// Open brackets within this string, the braces of its fields included.
  var depth = 0
  /// How many replacement fields are nested (by format specifications), less one.
  var expressionDepth = -1
  var isInText = true
  var isInFormatSpec = false

  /// Whether a `:` here, with that many brackets open inside the string, ends the expression.
  func endsExpression(openBrackets: Int) -> Bool {
    expressionDepth >= 0 && openBrackets == expressionDepth
  }
}

extension Lexer {
  static let maximumFStrings = 150
  static let maximumFieldNesting = 3

  /// Emits the start token of an f-string whose quote is at `quoteAt`.
  mutating func openFString(start: Int, quoteAt: Int, isRaw: Bool) {
    let quote = bytes[quoteAt]
    let isTriple = bytes[quoteAt + 1] == quote && bytes[quoteAt + 2] == quote
    let length = isTriple ? 3 : 1
    pos = quoteAt + length
    if modes.count + 1 >= Lexer.maximumFStrings { return fail("too many nested f-strings") }
    modes.append(FStringMode(quote: quote, quoteLength: length, isRaw: isRaw, start: start))
    emit(.fstringStart, start, quoteAt + length)
  }

  /// Lexes from within the text of the innermost f-string: a field's `{`, the end, or text.
  mutating func lexFStringText() {
    let last = modes.count - 1
    let mode = modes[last]
    if bytes[pos] == 123 && bytes[pos + 1] != 123 {
      return openField()
    }
    if isClosingQuote(mode, at: pos) {
      modes.removeLast()
      return emit(.fstringEnd, pos, pos + mode.quoteLength)
    }
    lexText(mode)
  }

  private mutating func openField() {
    let last = modes.count - 1
    modes[last].expressionDepth += 1
    if modes[last].expressionDepth >= Lexer.maximumFieldNesting {
      return fail("f-string: expressions nested too deeply", start: pos - 1, end: pos - 1)
    }
    modes[last].isInText = false
    lexOperator(123)
  }

  private func isClosingQuote(_ mode: FStringMode, at index: Int) -> Bool {
    guard bytes[index] == mode.quote else { return false }
    return mode.quoteLength == 1
      || bytes[index + 1] == mode.quote && bytes[index + 2] == mode.quote
  }

  private mutating func lexText(_ mode: FStringMode) {
    let start = pos
    let last = modes.count - 1
    let inSpec = mode.isInFormatSpec && mode.expressionDepth >= 0
    var index = pos
    var inNamedEscape = false
    while !isClosingQuote(mode, at: index) {
      let byte = bytes[index]
      if index >= count || byte == 10 && mode.quoteLength == 1 {
        if inSpec && byte == 10 {
          modes[last].isInText = false
          modes[last].isInFormatSpec = false
          return emit(.fstringMiddle, start, index)
        }
        return failUnterminated(mode, at: index)
      }
      index += 1
      switch byte {
      case 123:
        if bytes[index] == 123 && !inSpec {
          return emit(.fstringMiddle, start, index + 1)
        }
        emit(.fstringMiddle, start, index - 1)
        return openField()
      case 125:
        if inNamedEscape {
          inNamedEscape = false
          continue
        }
        if bytes[index] == 125 && !inSpec && mode.depth == 0 {
          return emit(.fstringMiddle, start, index + 1)
        }
        modes[last].isInText = false
        return emit(.fstringMiddle, start, index - 1)
      case 92:
        let next = bytes[index]
        if next == 123 || next == 125 { continue }
        if index < count { index += 1 }
        if !mode.isRaw && next == 78 && bytes[index] == 123 {
          inNamedEscape = true
          index += 1
        }
      default:
        break
      }
    }
    emit(.fstringMiddle, start, index)
  }

  private mutating func failUnterminated(_ mode: FStringMode, at index: Int) {
    let line = self.line(of: max(index >= count ? count - 1 : index, 0))
    let kind = mode.quoteLength == 3 ? "triple-quoted f-string" : "f-string"
    pos = index
    fail(
      "unterminated \(kind) literal (detected at line \(line))",
      start: mode.start, end: mode.start, outranksParser: false)
  }
}
