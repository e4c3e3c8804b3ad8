// The encodings that a source may declare (PEP 263), by CPython's names, and their decoding to UTF-8. Tables hold those
// of one byte a character; the East Asian ones are left to the C library, those whose tables there agree with CPython's.

import Glibc

/// How the bytes of a source are to be read.
enum SourceEncoding: Equatable {
  case utf8, ascii, latin1
  /// The characters of the bytes from 0x80; U+FFFD for none.
  case table(String)
  /// The C library's name.
  case library(String)

  /// The encoding of that name; nil if there is none. CPython ignores case and takes all other characters than
  /// letters, digits and dots for one underscore.
  init?(named name: String) {
    var normal = ""
    for byte in name.lowercased().utf8 {
      switch byte {
      case 48...57, 97...122, 46: normal.unicodeScalars.append(UnicodeScalar(byte))
      default: if !normal.isEmpty && normal.last != "_" { normal += "_" }
      }
    }
    switch EncodingTables.aliases[normal] ?? normal {
    case "utf_8", "utf_8_sig", "cp65001": self = .utf8
    case let other where other.hasPrefix("utf_8_"): self = .utf8
    case "ascii": self = .ascii
    // Names of editors, which CPython cuts off.
    case "latin_1", "iso_latin_1": self = .latin1
    case let other
    where other.hasPrefix("latin_1_") || other.hasPrefix("iso_8859_1_") || other.hasPrefix("iso_latin_1_"):
      self = .latin1
    case let other:
      if let half = EncodingTables.upperHalves[other] {
        self = .table(half)
      } else if let library = SourceEncoding.libraryNames[other] {
        self = .library(library)
      } else {
        return nil
      }
    }
  }

  private static let libraryNames = [
    "euc_jp": "EUC-JP", "eucjp": "EUC-JP", "ujis": "EUC-JP", "u_jis": "EUC-JP", "shift_jis": "SHIFT_JIS",
    "sjis": "SHIFT_JIS", "s_jis": "SHIFT_JIS", "shiftjis": "SHIFT_JIS", "csshiftjis": "SHIFT_JIS", "cp932": "CP932",
    "932": "CP932", "ms932": "CP932", "mskanji": "CP932", "ms_kanji": "CP932", "windows_31j": "CP932",
    "gbk": "GBK", "936": "GBK", "cp936": "GBK", "ms936": "GBK", "gb2312": "GB2312", "chinese": "GB2312",
    "csiso58gb231280": "GB2312", "euc_cn": "GB2312", "euccn": "GB2312", "eucgb2312_cn": "GB2312",
    "gb2312_1980": "GB2312", "gb2312_80": "GB2312", "iso_ir_58": "GB2312", "euc_kr": "EUC-KR", "euckr": "EUC-KR",
    "korean": "EUC-KR", "ksc5601": "EUC-KR", "ks_c_5601": "EUC-KR", "ks_c_5601_1987": "EUC-KR", "ksx1001": "EUC-KR",
    "ks_x_1001": "EUC-KR", "cp949": "CP949", "949": "CP949", "ms949": "CP949", "uhc": "CP949",
  ]

  /// The text as UTF-8, or the offset of a byte that is no part of a character.
  func decode(_ bytes: [UInt8]) -> Result<[UInt8], Undecodable> {
    switch self {
    case .utf8: return .success(bytes)
    case .ascii:
      if let bad = bytes.firstIndex(where: { $0 >= 0x80 }) { return .failure(Undecodable(offset: bad)) }
      return .success(bytes)
    case .latin1: return SourceEncoding.decode(bytes) { UnicodeScalar($0) }
    case .table(let half):
      let characters = Array(half.unicodeScalars)
      return SourceEncoding.decode(bytes) { byte in
        let character = characters[Int(byte) - 0x80]
        return character == "\u{FFFD}" ? nil : character
      }
    case .library(let name): return SourceEncoding.decode(bytes, library: name)
    }
  }

  /// What CPython calls the codec, and its reason for not decoding a byte.
  var complaint: (codec: String, reason: String) {
    switch self {
    case .utf8, .latin1: ("utf-8", "invalid start byte")
    case .ascii: ("ascii", "ordinal not in range(128)")
    case .table: ("charmap", "character maps to <undefined>")
    case .library(let name): (name.lowercased().replacing("-", with: "_"), "illegal multibyte sequence")
    }
  }

  /// A byte that does not belong to a character.
  struct Undecodable: Error {
    var offset: Int
  }

  private static func decode(
    _ bytes: [UInt8], _ character: (UInt8) -> UnicodeScalar?
  ) -> Result<[UInt8], Undecodable> {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 16)
    for (offset, byte) in bytes.enumerated() {
      if byte < 0x80 {
        text.append(byte)
      } else if let scalar = character(byte) {
        text += UTF8.encode(scalar).map(Array.init) ?? []
      } else {
        return .failure(Undecodable(offset: offset))
      }
    }
    return .success(text)
  }

  private static func decode(_ bytes: [UInt8], library name: String) -> Result<[UInt8], Undecodable> {
    guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else {
      return .failure(Undecodable(offset: 0))
    }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: bytes.count * 4 + 16)
    var left = input.count
    var free = output.count
    let status = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        return iconv(converter, &from, &left, &to, &free)
      }
    }
    guard status != -1 else { return .failure(Undecodable(offset: bytes.count - left)) }
    let text = output.prefix(output.count - free).map { UInt8(bitPattern: $0) }
    guard name == "SHIFT_JIS" else { return .success(text) }
    // CPython reads the yen sign and the overline of this encoding as what ASCII has in their place.
    let plain = String(decoding: text, as: UTF8.self).replacing("\u{A5}", with: "\\").replacing("\u{203E}", with: "~")
    return .success(Array(plain.utf8))
  }
}
