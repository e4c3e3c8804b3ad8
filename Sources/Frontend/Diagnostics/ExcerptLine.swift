// One source line prepared for a terminal: tabs become spaces, control characters visible
// pictures, and the marked bytes are translated to terminal cells.

/// A source line and where its carets go.
struct ExcerptLine {
  /// The line, safe to print.
  private(set) var text = ""
  /// Cells before the first caret.
  private(set) var markStart = 0
  /// Number of carets, at least 1; a mark that goes on to other lines ends with this one.
  private(set) var markWidth = 1

  /// - Parameters:
  ///   - line: bytes of the line without its terminator.
  ///   - marked: bytes to mark; starts in the line or at its end.
  init(_ bytes: [UInt8], _ line: Range<Int>, marked: Range<Int>) {
    var cell = 0
    var offset = line.lowerBound
    var start: Int?
    var end: Int?
    for scalar in String(decoding: bytes[line], as: UTF8.self).unicodeScalars {
      if start == nil && offset >= marked.lowerBound { start = cell }
      if end == nil && offset >= marked.upperBound { end = cell }
      cell += append(scalar, at: cell)
      offset += width(of: bytes, at: offset, scalar)
    }
    markStart = start ?? cell
    markWidth = max(1, (end ?? cell) - markStart)
  }

  /// Appends what is shown for a character; returns its cells.
  private mutating func append(_ scalar: Unicode.Scalar, at cell: Int) -> Int {
    if scalar == "\t" {
      let cells = 4 - cell % 4
      text += String(repeating: " ", count: cells)
      return cells
    }
    if scalar.value < 0x20 {
      text.unicodeScalars.append(ExcerptLine.picture(of: scalar))
      return 1
    }
    if scalar.value == 0x7F || (0x80..<0xA0).contains(scalar.value) {
      text.unicodeScalars.append("\u{FFFD}")
      return 1
    }
    text.unicodeScalars.append(scalar)
    return displayWidth(of: scalar)
  }

  /// The Unicode picture of a control character below 0x20.
  private static func picture(of control: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(0x2400 + control.value) ?? "\u{FFFD}"
  }

  /// Bytes that the decoded character took; a replacement for a malformed byte took one.
  private func width(of bytes: [UInt8], at offset: Int, _ scalar: Unicode.Scalar) -> Int {
    guard scalar == "\u{FFFD}" else { return UTF8.width(scalar) }
    let isReal =
      offset + 2 < bytes.count && bytes[offset] == 0xEF && bytes[offset + 1] == 0xBF
      && bytes[offset + 2] == 0xBD
    return isReal ? 3 : 1
  }
}
