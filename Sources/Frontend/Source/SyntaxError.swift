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
  /// CPython's `offset` and `end_offset` where they are no positions: 0, or -1 at the end.
  public var reportedStart: Int?
  public var reportedEnd: Int?

  /// Whether it is about a place at all, not about the file as a whole.
  public var hasPlace = true
  /// How CPython counts its columns.
  public var columns = Columns.inLine

  /// The unit of reported columns.
  public enum Columns: Sendable {
    /// Characters of the line as read again from the file, as its parser does.
    case inLine
    /// Characters, as its tokenizer does.
    case characters
    /// Bytes, as it does once the text has been parsed.
    case bytes
  }

  /// An error of `kind` at `range` of the file being parsed.
  public init(
    _ kind: Kind, _ message: String, _ range: SourceRange, reportedStart: Int? = nil, reportedEnd: Int? = nil
  ) {
    self.kind = kind
    self.message = message
    self.range = range
    self.reportedStart = reportedStart
    self.reportedEnd = reportedEnd
  }

  /// The attributes of CPython's exception: `lineno`, `offset`, `end_lineno`, `end_offset`, all
  /// from 1. A newline is counted as the last character of its line.
  public func location(
    in source: SourceFile
  ) -> (line: Int, offset: Int, endLine: Int, endOffset: Int) {
    let (line, column) = source.position(of: range.start)
    let offset = reportedStart ?? reported(range.start, column, line, source)
    guard range.end > range.start, reportedEnd == nil else { return (line, offset, line, reportedEnd ?? offset) }
    let last = source.position(of: range.end - 1)
    // CPython counts the characters before the end in the line of the start.
    let endOffset = reported(range.end - 1, last.column, line, source, isEnd: true)
    return (line, offset, last.line, endOffset)
  }

  private func reported(
    _ offset: UInt32, _ column: Int, _ line: Int, _ source: SourceFile, isEnd: Bool = false
  ) -> Int {
    switch columns {
    case .inLine: source.reportedColumn(isEnd ? column + 1 : column, line: line)
    case .characters: source.characterColumn(of: offset) + (isEnd ? 2 : 1)
    case .bytes: column + (isEnd ? 2 : 1)
    }
  }
}

extension SourceFile {
  /// What CPython makes of a column in bytes from 0: a column in characters from 1, counted in the line as
  /// it reads it from the file, at most 999 bytes at a time, of which it keeps the last.
  func reportedColumn(_ column: Int, line: Int) -> Int {
    let start = Int(lineStarts[line - 1])
    var end = line < lineStarts.count ? Int(lineStarts[line]) : count
    if isCompleted && end == count { end -= 1 }
    let length = end - start
    let first = length > 999 ? start + (length - 1) / 999 * 999 : start
    let counted = min(column + 1, end - first + 1)
    let past = counted > end - first ? 1 : 0
    return characters(UInt32(first), UInt32(first + counted - past)) + past
  }
}
