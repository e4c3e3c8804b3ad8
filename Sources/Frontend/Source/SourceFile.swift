// One source text in the form that the frontend works on: UTF-8, without byte order mark, lines
// ended by `\n` only, the last line ended too. All offsets of the frontend refer to these bytes,
// as CPython's column offsets do.

/// A decoded source file with its line table.
public struct SourceFile: Sendable {
  /// The path shown in messages.
  public let path: String
  /// The text followed by `padding` zero bytes, so that the lexer may look ahead unchecked.
  let storage: [UInt8]
  /// Offset of the first byte of each line; never empty.
  public let lineStarts: [UInt32]
  /// Whether the newline of the last line is not in the file.
  let isCompleted: Bool

  static let padding = 8

  /// Decodes the bytes of a file: byte order mark, encoding declaration, universal newlines.
  /// Throws CPython's error for bytes that do not decode, unknown encodings and NUL bytes.
  public init(path: String, contents: [UInt8]) throws(SyntaxError) {
    var text = try SourceDecoder.decode(contents, path: path)
    isCompleted = text.last != 10 && !text.isEmpty
    if isCompleted { text.append(10) }
    var starts: [UInt32] = [0]
    text.withUnsafeBufferPointer { bytes in
      for index in bytes.indices where bytes[index] == 10 { starts.append(UInt32(index + 1)) }
    }
    text.append(contentsOf: repeatElement(0, count: SourceFile.padding))
    self.path = path
    self.storage = text
    self.lineStarts = starts
  }

  /// Number of bytes of text.
  public var count: Int { storage.count - SourceFile.padding }

  /// The decoded text.
  public var bytes: ArraySlice<UInt8> { storage[0..<count] }

  /// Line (from 1) and column (UTF-8 bytes from 0) of a byte offset, as CPython's `lineno` and
  /// `col_offset`.
  public func position(of offset: UInt32) -> (line: Int, column: Int) {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return (low + 1, Int(offset - lineStarts[low]))
  }

  /// Column in code points from 0, the unit of `SyntaxError.offset` (which counts from 1).
  public func characterColumn(of offset: UInt32) -> Int {
    characters(offset - UInt32(position(of: offset).column), offset)
  }

  /// Number of code points that begin in the bytes `start ..< end`.
  func characters(_ start: UInt32, _ end: UInt32) -> Int {
    storage[Int(start)..<max(Int(start), min(Int(end), count))].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  /// Whether the text lacks the newline of its last line.
  public var endsWithoutNewline: Bool { isCompleted || count == 0 }

  /// Bytes of a line (from 1) with its newline; `completed`: also where the text has none.
  public func lineText(_ number: Int, completed: Bool) -> [UInt8] {
    guard number >= 1 && number <= lineStarts.count else { return [] }
    let end = number < lineStarts.count ? Int(lineStarts[number]) : count
    let hasNewline = end > 0 && (completed || end < count || !isCompleted)
    return Array(line(number)) + (hasNewline ? [10] : [])
  }

  /// Bytes of a line (from 1) without its newline; empty past the end.
  public func line(_ number: Int) -> ArraySlice<UInt8> {
    guard number >= 1 && number <= lineStarts.count else { return [] }
    let start = Int(lineStarts[number - 1])
    let end = number < lineStarts.count ? Int(lineStarts[number]) - 1 : count
    return storage[start..<max(start, end)]
  }
}
