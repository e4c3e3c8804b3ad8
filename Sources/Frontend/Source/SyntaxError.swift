// What is wrong with a source text, in CPython's words. The parser returns at most one, the one
// CPython would raise; turning it into a diagnostic is the caller's business.

/// A source text that is not Python, with CPython 3.13's message and position.
public struct SyntaxError: Error, Sendable, Equatable {
  /// The exception class that CPython raises.
  public enum Kind: String, Sendable {
    case syntaxError = "SyntaxError"
    case indentationError = "IndentationError"
    case tabError = "TabError"
    /// "Parser stack overflowed" of CPython.
    case memoryError = "MemoryError"
    case recursionError = "RecursionError"
  }

  public var kind: Kind
  public var message: String
  /// Offending bytes; empty where CPython reports a point.
  public var range: SourceRange

  /// An error of `kind` at `range` of the file being parsed.
  public init(_ kind: Kind, _ message: String, _ range: SourceRange) {
    self.kind = kind
    self.message = message
    self.range = range
  }

  /// The attributes of CPython's exception: `lineno`, `offset`, `end_lineno`, `end_offset`, all
  /// from 1, offsets in characters. A newline is counted as the last character of its line.
  public func location(
    in source: SourceFile
  ) -> (line: Int, offset: Int, endLine: Int, endOffset: Int) {
    let line = source.position(of: range.start).line
    let offset = source.characterColumn(of: range.start) + 1
    guard range.end > range.start else { return (line, offset, line, offset) }
    let endLine = source.position(of: range.end - 1).line
    let atLineEnd = source.storage[Int(range.end) - 1] == 10
    let endOffset =
      atLineEnd
      ? source.characterColumn(of: range.end - 1) + 2 : source.characterColumn(of: range.end) + 1
    return (line, offset, endLine, endOffset)
  }
}
