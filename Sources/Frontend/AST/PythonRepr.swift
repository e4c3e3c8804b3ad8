// Python's `repr` of literals, byte for byte.

enum PythonRepr {
  /// `repr` of a str given in WTF-8, as UTF-8.
  static func str(_ text: ArraySlice<UInt8>, into out: inout [UInt8]) {
    let quote = quote(text)
    out.append(quote)
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if byte < 0x80 {
        if byte < 32 || byte == 127 || byte == 92 || byte == quote {
          escape(byte, into: &out)
        } else {
          out.append(byte)
        }
        index += 1
        continue
      }
      let (value, length) = decode(text, at: index)
      if let scalar = UnicodeScalar(value), isPrintable(scalar) {
        out.append(contentsOf: text[index..<index + length])
      } else {
        escape(value, into: &out)
      }
      index += length
    }
    out.append(quote)
  }

  /// `repr` of a bytes object.
  static func bytes(_ bytes: [UInt8], into out: inout [UInt8]) {
    let quote = quote(bytes[...])
    out.append(UInt8(ascii: "b"))
    out.append(quote)
    for byte in bytes {
      if byte < 32 || byte >= 127 || byte == 92 || byte == quote {
        escape(byte, into: &out)
      } else {
        out.append(byte)
      }
    }
    out.append(quote)
  }

  private static func quote(_ text: ArraySlice<UInt8>) -> UInt8 {
    text.contains(39) && !text.contains(34) ? 34 : 39
  }

  private static func decode(_ text: ArraySlice<UInt8>, at index: Int) -> (UInt32, Int) {
    func tail(_ offset: Int) -> UInt32 { UInt32(text[index + offset] & 0x3F) }
    let lead = UInt32(text[index])
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | tail(1), 2) }
    if lead < 0xF0 { return ((lead & 0x0F) << 12 | tail(1) << 6 | tail(2), 3) }
    return ((lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
  }

  /// Printable in the Unicode version of Python 3.13.
  private static func isPrintable(_ scalar: UnicodeScalar) -> Bool {
    Identifier.isPrintable(scalar) && Identifier.isInPythonsUnicode(scalar)
  }

  private static func escape(_ byte: UInt8, into out: inout [UInt8]) {
    out.append(92)
    switch byte {
    case 9: out.append(UInt8(ascii: "t"))
    case 10: out.append(UInt8(ascii: "n"))
    case 13: out.append(UInt8(ascii: "r"))
    case 92, 39, 34: out.append(byte)
    default:
      out.append(UInt8(ascii: "x"))
      appendHex(UInt32(byte), 2, into: &out)
    }
  }

  private static func escape(_ value: UInt32, into out: inout [UInt8]) {
    out.append(92)
    if value < 0x100 {
      out.append(UInt8(ascii: "x"))
      appendHex(value, 2, into: &out)
    } else if value < 0x10000 {
      out.append(UInt8(ascii: "u"))
      appendHex(value, 4, into: &out)
    } else {
      out.append(UInt8(ascii: "U"))
      appendHex(value, 8, into: &out)
    }
  }

  private static func appendHex(_ value: UInt32, _ digits: Int, into out: inout [UInt8]) {
    for shift in stride(from: (digits - 1) * 4, through: 0, by: -4) {
      let digit = UInt8(value >> UInt32(shift) & 15)
      out.append(digit < 10 ? 48 + digit : 87 + digit)
    }
  }

  // MARK: Numbers

  /// `repr` of a float: the shortest digits that round-trip, exponents from 1e16 and below 1e-4.
  static func float(_ value: Double) -> String { decimalForm(value, addsPoint: true) }

  /// `repr` of a complex number without real part.
  static func imaginary(_ value: Double) -> String { decimalForm(value, addsPoint: false) + "j" }

  private static func decimalForm(_ value: Double, addsPoint: Bool) -> String {
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    if value.isNaN { return "nan" }
    let (sign, digits, exponent) = shortest(value)
    if exponent > 16 || exponent < -3 {
      let power = exponent - 1
      let magnitude = String(power.magnitude)
      let mantissa =
        digits.count == 1 ? digits : digits.prefix(1) + "." + String(digits.dropFirst())
      return sign + mantissa + "e" + (power < 0 ? "-" : "+")
        + (magnitude.count < 2 ? "0" : "") + magnitude
    }
    if exponent <= 0 {
      let text = sign + "0." + String(repeating: "0", count: -exponent) + digits
      return !addsPoint && digits == "0" ? sign + "0" : text
    }
    if digits.count <= exponent {
      let zeros = String(repeating: "0", count: exponent - digits.count)
      return sign + digits + zeros + (addsPoint ? ".0" : "")
    }
    return sign + String(digits.prefix(exponent)) + "." + String(digits.dropFirst(exponent))
  }

  /// Sign, digits `d…` and exponent such that the value is `0.d… × 10^exponent`.
  private static func shortest(_ value: Double) -> (String, String, Int) {
    var text = value.description[...]
    let sign = text.hasPrefix("-") ? "-" : ""
    if !sign.isEmpty { text = text.dropFirst() }
    var exponent = 0
    if let mark = text.firstIndex(of: "e") {
      exponent = Int(text[text.index(after: mark)...]) ?? 0
      text = text[..<mark]
    }
    let point = text.firstIndex(of: ".") ?? text.endIndex
    exponent += text.distance(from: text.startIndex, to: point)
    var digits = text.filter { $0 != "." }
    while digits.count > 1 && digits.hasPrefix("0") {
      digits.removeFirst()
      exponent -= 1
    }
    while digits.count > 1 && digits.hasSuffix("0") { digits.removeLast() }
    if digits == "0" { return (sign, "0", 1) }
    return (sign, digits, exponent)
  }

  /// The decimal digits of a magnitude in limbs of 32 bits, least significant first.
  static func decimal(_ magnitude: [UInt32]) -> String {
    var limbs = magnitude
    var groups: [String] = []
    while !limbs.isEmpty {
      var remainder: UInt64 = 0
      for index in limbs.indices.reversed() {
        let value = remainder << 32 | UInt64(limbs[index])
        limbs[index] = UInt32(value / 1_000_000_000)
        remainder = value % 1_000_000_000
      }
      while limbs.last == 0 { limbs.removeLast() }
      let digits = String(remainder)
      let padding = limbs.isEmpty ? 0 : 9 - digits.count
      groups.append(String(repeating: "0", count: padding) + digits)
    }
    return groups.isEmpty ? "0" : groups.reversed().joined()
  }
}
