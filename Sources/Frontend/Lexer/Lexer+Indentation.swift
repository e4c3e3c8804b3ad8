// Indentation at the start of a logical line: CPython's two-column rule. Tabs advance to
// multiples of 8 in one column and by 1 in the other; both must agree on every comparison, else
// the line is a TabError.

extension Lexer {
  static let maximumIndents = 100

  /// Consumes blank lines and the indentation; emits indent and dedent tokens. False on error.
  mutating func lexIndentation() -> Bool {
    while true {
      var column = 0
      var alternate = 0
      var continued = 0
      scan: while true {
        switch bytes[pos] {
        case 32:
          column += 1
          alternate += 1
        case 9:
          column = (column / 8 + 1) * 8
          alternate += 1
        case 12:
          column = 0
          alternate = 0
        case 92:
          // The indentation before the first backslash counts, unless there is none.
          if continued == 0 { continued = column }
          pos += 1
          guard bytes[pos] == 10 else {
            pos += 1
            fail("unexpected character after line continuation character", outranksParser: false, reportedEnd: 0)
            return false
          }
          if pos + 1 >= count {
            fail("unexpected EOF while parsing", outranksParser: false, reportedEnd: -1)
            return false
          }
        default:
          break scan
        }
        pos += 1
      }
      if bytes[pos] == 35 {
        while bytes[pos] != 10 && pos < count { pos += 1 }
      }
      if bytes[pos] == 10 {
        pos += 1
        continue
      }
      if pos >= count { return true }
      return continued > 0 ? indent(to: continued, continued) : indent(to: column, alternate)
    }
  }

  private mutating func indent(to column: Int, _ alternate: Int) -> Bool {
    let current = indents[indents.count - 1]
    if column == current.column {
      return alternate == current.alternate || failTabs()
    }
    if column > current.column {
      if indents.count >= Lexer.maximumIndents {
        fail("too many levels of indentation", .indentationError, outranksParser: false)
        return false
      }
      if alternate <= current.alternate { return failTabs() }
      indents.append(Indentation(column: column, alternate: alternate))
      emit(.indent, lineStart(), pos)
      return true
    }
    var depth = indents.count
    while depth > 1 && column < indents[depth - 1].column { depth -= 1 }
    let outer = indents[depth - 1]
    if column != outer.column {
      let end = lineEnd()
      fail(
        "unindent does not match any outer indentation level", .indentationError,
        start: end, end: end, outranksParser: false, reportedEnd: -1)
      return false
    }
    if alternate != outer.alternate { return failTabs() }
    while indents.count > depth {
      indents.removeLast()
      emit(.dedent, pos, pos)
    }
    return true
  }

  private mutating func failTabs() -> Bool {
    let start = lineStart()
    fail(
      "inconsistent use of tabs and spaces in indentation", .tabError, start: start, end: start,
      outranksParser: false, reportedEnd: 0)
    return false
  }

  private func lineStart() -> Int {
    var index = pos
    while index > 0 && bytes[index - 1] != 10 { index -= 1 }
    return index
  }

  private func lineEnd() -> Int {
    var index = pos
    while index < count && bytes[index] != 10 { index += 1 }
    return index
  }
}
