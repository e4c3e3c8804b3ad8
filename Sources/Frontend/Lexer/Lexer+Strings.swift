// String and bytes literals without fields: finds the end, decodes nothing.

extension Lexer {
  /// Lexes a literal that starts (with its prefix) at `start` and whose quote is at `quoteAt`.
  mutating func lexString(start: Int, quoteAt: Int) {
    let quote = bytes[quoteAt]
    if bytes[quoteAt + 1] == quote {
      if bytes[quoteAt + 2] != quote { return emit(.string, start, quoteAt + 2) }
      return lexTripleQuoted(start: start, quoteAt: quoteAt)
    }
    var index = quoteAt + 1
    var sawEscapedQuote = false
    while true {
      let byte = bytes[index]
      if byte == quote { return emit(.string, start, index + 1) }
      if byte == 10 || index >= count { break }
      if byte == 92 {
        index += 1
        if bytes[index] == quote { sawEscapedQuote = true }
      }
      index += 1
    }
    failUnterminated(
      "string", start: start, quote: quote, length: 1, at: index,
      hint: sawEscapedQuote ? "; perhaps you escaped the end quote?" : "")
  }

  private mutating func lexTripleQuoted(start: Int, quoteAt: Int) {
    let quote = bytes[quoteAt]
    var index = quoteAt + 3
    while index < count {
      let byte = bytes[index]
      if byte == quote && bytes[index + 1] == quote && bytes[index + 2] == quote {
        return emit(.string, start, index + 3)
      }
      index += byte == 92 ? 2 : 1
    }
    failUnterminated("triple-quoted string", start: start, quote: quote, length: 3, at: count)
  }

  private mutating func failUnterminated(
    _ what: String, start: Int, quote: UInt8, length: Int, at end: Int,
    hint: String = ""
  ) {
    pos = end
    // With the quote of the f-string around it, this was meant to be the f-string's end.
    if let mode = modes.last, mode.quote == quote, mode.quoteLength == length {
      return fail("f-string: expecting '}'", start: start, end: start)
    }
    let line = self.line(of: min(end, count - 1))
    fail(
      "unterminated \(what) literal (detected at line \(line))\(hint)", start: start, end: start)
  }
}
