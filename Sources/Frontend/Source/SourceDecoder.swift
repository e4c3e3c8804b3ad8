// From the bytes of a file to the frontend's text (PEP 263): the byte order mark and the encoding
// declaration in the first two lines decide the encoding; the result is valid UTF-8 with `\n`.

enum SourceDecoder {
  enum Encoding { case utf8, ascii, latin1, latin9, cp1252 }

  static func decode(_ contents: [UInt8], path: String) throws(SyntaxError) -> [UInt8] {
    var bytes = contents
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    if hasMark { bytes.removeFirst(3) }
    if bytes.contains(13) { bytes = normaliseNewlines(bytes) }
    if let index = bytes.firstIndex(of: 0) {
      throw error("source code cannot contain null bytes", at: index)
    }
    var encoding: Encoding? = nil
    if let name = declaredEncoding(bytes) {
      encoding = try self.encoding(named: name, hasMark: hasMark)
    }
    switch encoding {
    case nil, .utf8:
      if let bad = firstInvalidUTF8(bytes) {
        throw undecodable(bytes, at: bad, declared: encoding != nil || hasMark, path: path)
      }
      return bytes
    case .ascii:
      if let bad = bytes.firstIndex(where: { $0 >= 0x80 }) {
        throw error(
          "(unicode error) 'ascii' codec can't decode byte 0x\(hex(bytes[bad])) in position "
            + "\(bad): ordinal not in range(128)", at: bad)
      }
      return bytes
    case .latin1, .latin9, .cp1252:
      var text: [UInt8] = []
      text.reserveCapacity(bytes.count + bytes.count / 16)
      for byte in bytes {
        if byte < 0x80 {
          text.append(byte)
          continue
        }
        guard let scalar = character(byte, encoding) else {
          throw error("(unicode error) 'charmap' codec can't decode byte 0x\(hex(byte))", at: 0)
        }
        text.append(contentsOf: Array(String(Character(scalar)).utf8))
      }
      return text
    }
  }

  /// The character of a byte from 0x80 in a single-byte encoding.
  private static func character(_ byte: UInt8, _ encoding: Encoding?) -> UnicodeScalar? {
    switch encoding {
    case .latin9:
      let changed: [UInt8: UnicodeScalar] = [
        0xA4: "€", 0xA6: "Š", 0xA8: "š", 0xB4: "Ž", 0xB8: "ž", 0xBC: "Œ", 0xBD: "œ", 0xBE: "Ÿ",
      ]
      return changed[byte] ?? UnicodeScalar(byte)
    case .cp1252 where byte < 0xA0:
      // Five bytes are not assigned.
      let table = Array("€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ".unicodeScalars)
      let scalar = table[Int(byte) - 0x80]
      return scalar == "\0" ? nil : scalar
    case nil, .utf8, .ascii, .latin1, .cp1252:
      return UnicodeScalar(byte)
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

  private static func encoding(named name: String, hasMark: Bool) throws(SyntaxError) -> Encoding {
    let plain = name.lowercased().replacing("_", with: "-")
    let encoding: Encoding
    switch plain {
    case "utf-8", "utf8", "u8", "cp65001", "utf-8-sig": encoding = .utf8
    case _ where plain.hasPrefix("utf-8-"): encoding = .utf8
    case "latin-1", "latin1", "iso-8859-1", "iso8859-1", "iso-latin-1", "l1", "8859", "cp819",
      "iso-latin-1-unix":
      encoding = .latin1
    case "ascii", "us-ascii", "646": encoding = .ascii
    case "iso-8859-15", "iso8859-15", "latin-9", "latin9", "l9": encoding = .latin9
    case "cp1252", "windows-1252", "1252": encoding = .cp1252
    default: throw error("unknown encoding: \(name)", at: 0)
    }
    // CPython knows only this spelling of UTF-8 beside a byte order mark.
    if hasMark && plain != "utf-8" && !plain.hasPrefix("utf-8-") {
      throw error("encoding problem: \(name) with BOM", at: 0)
    }
    return encoding
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

  private static func error(_ message: String, at index: Int) -> SyntaxError {
    let offset = UInt32(index)
    return SyntaxError(.syntaxError, message, SourceRange(start: offset, end: offset))
  }
}
