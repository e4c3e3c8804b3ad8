// Characters by name, for `\N{…}`. The names are the Swift standard library's; the index from
// name to character is made when the first such escape is met. Characters newer than the
// Unicode 15.1 of Python 3.13 are not found.

enum UnicodeNames {
  /// The character of that name or alias. The case of letters matters only where CPython computes the name.
  static func scalar(named name: String) -> UnicodeScalar? {
    if name.hasPrefix(ideographPrefix) { return ideograph(name.dropFirst(ideographPrefix.count)) }
    let upper = name.uppercased()
    if upper.hasPrefix("HANGUL SYLLABLE ") && upper != name { return nil }
    if let value = aliases[upper] ?? variationSelector(upper) { return UnicodeScalar(value) }
    return index[upper].flatMap(UnicodeScalar.init)
  }

  private static let ideographPrefix = "CJK UNIFIED IDEOGRAPH-"

  /// The ideograph of four or five capital hexadecimal digits.
  private static func ideograph(_ digits: Substring) -> UnicodeScalar? {
    guard digits.utf8.count == 4 || digits.utf8.count == 5, !digits.contains("+"), digits.uppercased() == digits,
      let value = UInt32(digits, radix: 16), !compatibilityIdeographs.contains(value),
      let scalar = UnicodeScalar(value), scalar.properties.isUnifiedIdeograph, Identifier.isInPythonsUnicode(scalar)
    else { return nil }
    return scalar
  }

  /// Unified ideographs stand among these, but have names of the other kind.
  private static let compatibilityIdeographs: ClosedRange<UInt32> = 0xF900...0xFAFF

  /// `VS1` to `VS256`.
  private static func variationSelector(_ name: String) -> UInt32? {
    guard name.hasPrefix("VS"), let number = UInt32(name.dropFirst(2)), (1...256).contains(number),
      "VS\(number)" == name
    else { return nil }
    return number <= 16 ? 0xFE00 + number - 1 : 0xE0100 + number - 17
  }

  private static let index: [String: UInt32] = {
    var index: [String: UInt32] = [:]
    index.reserveCapacity(60_000)
    for value in UInt32(0)..<0xF0000 {
      guard let scalar = UnicodeScalar(value) else { continue }
      // CPython knows no names of the Tangut ideographs.
      if (0x17000...0x18AFF).contains(value) && scalar.properties.name?.hasPrefix("TANGUT IDEOGRAPH") ?? false
        || (0x18D00...0x18D7F).contains(value)
      {
        continue
      }
      if scalar.properties.isUnifiedIdeograph && !compatibilityIdeographs.contains(value) { continue }
      let properties = scalar.properties
      guard properties.name != nil || properties.nameAlias != nil,
        Identifier.isInPythonsUnicode(scalar)
      else { continue }
      if let name = properties.name { index[name] = value }
      if let alias = properties.nameAlias, index[alias] == nil { index[alias] = value }
    }
    return index
  }()

  /// Aliases of the control characters and the usual abbreviations (NameAliases.txt).
  private static let aliases: [String: UInt32] = {
    var aliases: [String: UInt32] = [:]
    for (value, names) in controlNames {
      for name in names.split(separator: "|") { aliases[String(name)] = value }
    }
    return aliases
  }()

  private static let controlNames: [(UInt32, String)] = [
    (0x0, "NULL|NUL"),
    (0x1, "START OF HEADING|SOH"),
    (0x2, "START OF TEXT|STX"),
    (0x3, "END OF TEXT|ETX"),
    (0x4, "END OF TRANSMISSION|EOT"),
    (0x5, "ENQUIRY|ENQ"),
    (0x6, "ACKNOWLEDGE|ACK"),
    (0x7, "ALERT|BEL"),
    (0x8, "BACKSPACE|BS"),
    (0x9, "CHARACTER TABULATION|HORIZONTAL TABULATION|HT|TAB"),
    (0xA, "LINE FEED|NEW LINE|END OF LINE|LF|NL|EOL"),
    (0xB, "LINE TABULATION|VERTICAL TABULATION|VT"),
    (0xC, "FORM FEED|FF"),
    (0xD, "CARRIAGE RETURN|CR"),
    (0xE, "SHIFT OUT|LOCKING-SHIFT ONE|SO"),
    (0xF, "SHIFT IN|LOCKING-SHIFT ZERO|SI"),
    (0x10, "DATA LINK ESCAPE|DLE"),
    (0x11, "DEVICE CONTROL ONE|DC1"),
    (0x12, "DEVICE CONTROL TWO|DC2"),
    (0x13, "DEVICE CONTROL THREE|DC3"),
    (0x14, "DEVICE CONTROL FOUR|DC4"),
    (0x15, "NEGATIVE ACKNOWLEDGE|NAK"),
    (0x16, "SYNCHRONOUS IDLE|SYN"),
    (0x17, "END OF TRANSMISSION BLOCK|ETB"),
    (0x18, "CANCEL|CAN"),
    (0x19, "END OF MEDIUM|EOM|EM"),
    (0x1A, "SUBSTITUTE|SUB"),
    (0x1B, "ESCAPE|ESC"),
    (0x1C, "INFORMATION SEPARATOR FOUR|FILE SEPARATOR|FS"),
    (0x1D, "INFORMATION SEPARATOR THREE|GROUP SEPARATOR|GS"),
    (0x1E, "INFORMATION SEPARATOR TWO|RECORD SEPARATOR|RS"),
    (0x1F, "INFORMATION SEPARATOR ONE|UNIT SEPARATOR|US"),
    (0x20, "SP"),
    (0x7F, "DELETE|DEL"),
    (0x80, "PADDING CHARACTER|PAD"),
    (0x81, "HIGH OCTET PRESET|HOP"),
    (0x82, "BREAK PERMITTED HERE|BPH"),
    (0x83, "NO BREAK HERE|NBH"),
    (0x84, "INDEX|IND"),
    (0x85, "NEXT LINE|NEL"),
    (0x86, "START OF SELECTED AREA|SSA"),
    (0x87, "END OF SELECTED AREA|ESA"),
    (0x88, "CHARACTER TABULATION SET|HORIZONTAL TABULATION SET|HTS"),
    (0x89, "CHARACTER TABULATION WITH JUSTIFICATION|HORIZONTAL TABULATION WITH JUSTIFICATION|HTJ"),
    (0x8A, "LINE TABULATION SET|VERTICAL TABULATION SET|VTS"),
    (0x8B, "PARTIAL LINE FORWARD|PARTIAL LINE DOWN|PLD"),
    (0x8C, "PARTIAL LINE BACKWARD|PARTIAL LINE UP|PLU"),
    (0x8D, "REVERSE LINE FEED|REVERSE INDEX|RI"),
    (0x8E, "SINGLE SHIFT TWO|SINGLE-SHIFT-2|SS2"),
    (0x8F, "SINGLE SHIFT THREE|SINGLE-SHIFT-3|SS3"),
    (0x90, "DEVICE CONTROL STRING|DCS"),
    (0x91, "PRIVATE USE ONE|PRIVATE USE-1|PU1"),
    (0x92, "PRIVATE USE TWO|PRIVATE USE-2|PU2"),
    (0x93, "SET TRANSMIT STATE|STS"),
    (0x94, "CANCEL CHARACTER|CCH"),
    (0x95, "MESSAGE WAITING|MW"),
    (0x96, "START OF GUARDED AREA|START OF PROTECTED AREA|SPA"),
    (0x97, "END OF GUARDED AREA|END OF PROTECTED AREA|EPA"),
    (0x98, "START OF STRING|SOS"),
    (0x99, "SINGLE GRAPHIC CHARACTER INTRODUCER|SGC"),
    (0x9A, "SINGLE CHARACTER INTRODUCER|SCI"),
    (0x9B, "CONTROL SEQUENCE INTRODUCER|CSI"),
    (0x9C, "STRING TERMINATOR|ST"),
    (0x9D, "OPERATING SYSTEM COMMAND|OSC"),
    (0x9E, "PRIVACY MESSAGE|PM"),
    (0x9F, "APPLICATION PROGRAM COMMAND|APC"),
    (0xA0, "NBSP"),
    (0xAD, "SHY"),
    (0x34F, "CGJ"),
    (0x200B, "ZWSP"),
    (0x200C, "ZWNJ"),
    (0x200D, "ZWJ"),
    (0x200E, "LRM"),
    (0x200F, "RLM"),
    (0x202A, "LRE"),
    (0x202B, "RLE"),
    (0x202C, "PDF"),
    (0x202D, "LRO"),
    (0x202E, "RLO"),
    (0x2060, "WJ"),
    (0x202F, "NNBSP"),
    (0x2066, "LRI"),
    (0x2067, "RLI"),
    (0x2068, "FSI"),
    (0x2069, "PDI"),
    (0x61C, "ALM"),
    (0x180B, "FVS1"),
    (0x180C, "FVS2"),
    (0x180D, "FVS3"),
    (0x180E, "MVS"),
    (0x180F, "FVS4"),
    (0x205F, "MMSP"),
    (0xFEFF, "BYTE ORDER MARK|BOM|ZWNBSP"),
  ]
}
