// The files that diagnostics may point into. Holds the shown path and the UTF-8 bytes of each
// file; byte offsets of a `SourceRange` index exactly these bytes.

/// The registered source files; ids are dense and in order of registration.
public struct SourceMap: Sendable {
  private var paths: [String] = []
  private var contents: [[UInt8]] = []
  /// Offset of the first byte of each line; a newline at the end begins one more.
  private var lineStarts: [[UInt32]] = []

  public init() {}

  /// Number of registered files.
  public var count: Int { paths.count }

  /// Registers a file.
  /// - Parameters:
  ///   - path: as shown to the user.
  ///   - bytes: the text that was parsed, as UTF-8; shared with the caller, not copied.
  public mutating func add(path: String, bytes: [UInt8]) -> FileID {
    add(path, bytes, SourceMap.lineStarts(of: bytes))
  }

  private mutating func add(_ path: String, _ bytes: [UInt8], _ starts: [UInt32]) -> FileID {
    paths.append(path)
    contents.append(bytes)
    lineStarts.append(starts)
    return FileID(index: UInt32(paths.count - 1))
  }

  /// Registers a decoded file; its text is shared, not copied.
  public mutating func add(_ source: SourceFile) -> FileID {
    add(source.path, Array(source.bytes), source.lineStarts)
  }

  /// Lines end as in Python: `\n`, `\r`, `\r\n`.
  private static func lineStarts(of bytes: [UInt8]) -> [UInt32] {
    var starts: [UInt32] = [0]
    for (index, byte) in bytes.enumerated() {
      let isEnd =
        byte == UInt8(ascii: "\r") ? bytes.dropFirst(index + 1).first != UInt8(ascii: "\n") : byte == UInt8(ascii: "\n")
      if isEnd { starts.append(UInt32(index + 1)) }
    }
    return starts
  }

  /// The path as shown to the user.
  public func path(_ file: FileID) -> String { paths[Int(file.index)] }

  /// The text of the file.
  public func bytes(_ file: FileID) -> [UInt8] { contents[Int(file.index)] }

  /// Where a byte offset lies; an offset past the end counts as the end.
  func position(_ offset: UInt32, in file: FileID) -> SourcePosition {
    let bytes = contents[Int(file.index)]
    let offset = min(Int(offset), bytes.count)
    let starts = lineStarts[Int(file.index)]
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    let lineStart = Int(starts[low])
    var lineEnd = lineStart
    while lineEnd < bytes.count, bytes[lineEnd] != UInt8(ascii: "\n"),
      bytes[lineEnd] != UInt8(ascii: "\r")
    {
      lineEnd += 1
    }
    return SourcePosition(line: low + 1, offset: offset, lineBounds: lineStart..<lineEnd)
  }

  /// Number of code points in the bytes `start ..< end` (at most the file's end), which is how
  /// CPython counts columns.
  func codePoints(_ start: Int, _ end: Int, in file: FileID) -> Int {
    var count = 0
    let bytes = contents[Int(file.index)]
    for index in start..<max(start, min(end, bytes.count)) where bytes[index] & 0xC0 != 0x80 {
      count += 1
    }
    return count
  }
}

/// A byte offset with the line that it lies in.
struct SourcePosition {
  /// Counted from 1.
  var line: Int
  /// Bytes from the start of the file.
  var offset: Int
  /// Bytes of the line, without its terminator.
  var lineBounds: Range<Int>
}
