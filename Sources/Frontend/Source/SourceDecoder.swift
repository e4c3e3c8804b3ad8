// From the bytes of a file to the frontend's text (PEP 263): the byte order mark and the encoding
// declaration in the first two lines decide the encoding; the result is valid UTF-8 with `\n`.

enum SourceDecoder {
  static func decode(_ contents: [UInt8], path: String) throws(SyntaxError) -> [UInt8] {
    var bytes = contents
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    if hasMark { bytes.removeFirst(3) }
    if bytes.contains(13) { bytes = normaliseNewlines(bytes) }
    if let index = bytes.firstIndex(of: 0) {
      throw error("source code cannot contain null bytes", at: index)
    }
    guard let name = declaredEncoding(bytes) else {
      if let bad = firstInvalidUTF8(bytes) { throw undecodable(bytes, at: bad, declared: hasMark, path: path) }
      return bytes
    }
    guard let encoding = SourceEncoding(named: name) else { throw unplaced("unknown encoding: \(name)") }
    // CPython knows only this spelling of UTF-8 beside a byte order mark.
    let plain = name.lowercased().replacing("_", with: "-")
    if hasMark && plain != "utf-8" && !plain.hasPrefix("utf-8-") {
      throw unplaced("encoding problem: \(name) with BOM")
    }
    switch encoding.decode(bytes) {
    case .success(let text):
      if let bad = firstInvalidUTF8(text) { throw undecodable(text, at: bad, declared: true, path: path) }
      return text
    case .failure(let failure):
      let (codec, reason) = encoding.complaint
      throw unplaced(
        "'\(codec)' codec can't decode byte 0x\(hex(bytes[failure.offset])) in position \(failure.offset): \(reason)")
    }
  }

  private static func normaliseNewlines(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == 13 {
        text.append(10)
      } else if byte != 10 || previous != 13 {
        text.append(byte)
      }
      previous = byte
    }
    return text
  }

  /// The name in a comment `coding[:=] name` of line 1, or of line 2 below a blank or comment line.
  private static func declaredEncoding(_ bytes: [UInt8]) -> String? {
    var start = 0
    for _ in 0..<2 {
      let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
      var index = start
      while index < end && [32, 9, 12].contains(bytes[index]) { index += 1 }
      guard index == end || bytes[index] == UInt8(ascii: "#") else { return nil }
      if let name = encodingName(bytes[index..<end]) { return name }
      if end == bytes.count { return nil }
      start = end + 1
    }
    return nil
  }

  private static func encodingName(_ comment: ArraySlice<UInt8>) -> String? {
    let word = Array("coding".utf8)
    var index = comment.startIndex
    while index + word.count < comment.endIndex {
      defer { index += 1 }
      guard comment[index..<index + word.count].elementsEqual(word) else { continue }
      var next = index + word.count
      guard comment[next] == UInt8(ascii: ":") || comment[next] == UInt8(ascii: "=") else {
        continue
      }
      next += 1
      while next < comment.endIndex && (comment[next] == 32 || comment[next] == 9) { next += 1 }
      let name = comment[next...].prefix { byte in
        switch byte {
        case 48...57, 65...90, 97...122, 45, 46, 95: true
        default: false
        }
      }
      if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
    }
    return nil
  }

  /// Offset of the first byte that is not part of a well-formed UTF-8 sequence.
  private static func firstInvalidUTF8(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { text in
      var index = 0
      while index < text.count {
        let lead = text[index]
        if lead < 0x80 {
          index += 1
          continue
        }
        let length: Int
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return index
        }
        guard index + length <= text.count else { return index }
        for offset in 1..<length where text[index + offset] & 0xC0 != 0x80 { return index }
        let second = text[index + 1]
        if lead == 0xE0 && second < 0xA0 || lead == 0xED && second > 0x9F { return index }
        if lead == 0xF0 && second < 0x90 || lead == 0xF4 && second > 0x8F { return index }
        index += length
      }
      return nil
    }
  }

  private static func undecodable(
    _ bytes: [UInt8], at index: Int, declared: Bool, path: String
  ) -> SyntaxError {
    if declared {
      let reason =
        switch bytes[index] {
        case 0x80...0xC1, 0xF5...0xFF: "invalid start byte"
        default: "invalid continuation byte"
        }
      return error(
        "(unicode error) 'utf-8' codec can't decode byte 0x\(hex(bytes[index])) in position "
          + "\(index): \(reason)", at: index)
    }
    let line = bytes[..<index].reduce(1) { $0 + ($1 == 10 ? 1 : 0) }
    return error(
      "Non-UTF-8 code starting with '\\x\(hex(bytes[index]))' in file \(path) on line \(line), "
        + "but no encoding declared; see https://peps.python.org/pep-0263/ for details", at: index)
  }

  private static func hex(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }

  /// An error of the file as a whole.
  private static func unplaced(_ message: String) -> SyntaxError {
    var failure = error(message, at: 0)
    failure.hasPlace = false
    return failure
  }

  private static func error(_ message: String, at index: Int) -> SyntaxError {
    let offset = UInt32(index)
    return SyntaxError(.syntaxError, message, SourceRange(start: offset, end: offset))
  }
}
