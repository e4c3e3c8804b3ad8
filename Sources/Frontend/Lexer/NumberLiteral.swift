// The exact value of a number literal that the lexer has accepted.

enum NumberLiteral {
  /// Digits above which CPython refuses to convert a decimal literal.
  static let maximumDecimalDigits = 4300

  /// The value, or the message of CPython's syntax error for too long a decimal literal.
  static func decode(_ text: UnsafeBufferPointer<UInt8>) -> (value: ConstantValue, error: String?) {
    if text.count <= 18, let small = smallDecimal(text) { return (.int(small), nil) }
    let digits = text.filter { $0 != 95 }
    if digits.count > 2 && digits[0] == 48 {
      switch digits[1] | 0x20 {
      case 120: return (integer(digits[2...], bits: 4), nil)
      case 111: return (integer(digits[2...], bits: 3), nil)
      case 98: return (integer(digits[2...], bits: 1), nil)
      default: break
      }
    }
    if let last = digits.last, last | 0x20 == 106 {
      return (.complex(imag: float(digits.dropLast())), nil)
    }
    if digits.contains(where: { $0 < 48 || $0 > 57 }) {
      return (.float(float(digits[...])), nil)
    }
    if digits.count > maximumDecimalDigits {
      return (
        .int(0),
        "Exceeds the limit (\(maximumDecimalDigits) digits) for integer string conversion: "
          + "value has \(digits.count) digits; use sys.set_int_max_str_digits() to increase the "
          + "limit - Consider hexadecimal for huge integer literals to avoid decimal conversion "
          + "limits."
      )
    }
    return (decimal(digits), nil)
  }

  private static func smallDecimal(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
    var value: Int64 = 0
    for byte in text {
      guard byte >= 48 && byte <= 57 else { return nil }
      value = value * 10 + Int64(byte - 48)
    }
    return value
  }

  private static func float(_ digits: ArraySlice<UInt8>) -> Double {
    let text = String(decoding: digits, as: UTF8.self)
    // The library's parser wants a digit after the point.
    let padded = text.hasSuffix(".") ? text + "0" : text.replacing(".e", with: ".0e")
    guard let value = Double(padded.replacing(".E", with: ".0e")) else {
      preconditionFailure("the lexer accepted \(text)")
    }
    return value
  }

  private static func integer(_ digits: ArraySlice<UInt8>, bits: Int) -> ConstantValue {
    var limbs: [UInt32] = []
    var pending: UInt64 = 0
    var pendingBits = 0
    for byte in digits.reversed() {
      let digit = byte <= 57 ? byte - 48 : (byte | 0x20) - 87
      pending |= UInt64(digit) << UInt64(pendingBits)
      pendingBits += bits
      if pendingBits >= 32 {
        limbs.append(UInt32(truncatingIfNeeded: pending))
        pending >>= 32
        pendingBits -= 32
      }
    }
    limbs.append(UInt32(truncatingIfNeeded: pending))
    return normalised(limbs)
  }

  private static func decimal(_ digits: [UInt8]) -> ConstantValue {
    var limbs: [UInt32] = []
    var index = 0
    while index < digits.count {
      let end = min(index + 9, digits.count)
      var carry: UInt64 = 0
      var scale: UInt64 = 1
      for byte in digits[index..<end] {
        carry = carry * 10 + UInt64(byte - 48)
        scale *= 10
      }
      for limb in limbs.indices {
        let product = UInt64(limbs[limb]) * scale + carry
        limbs[limb] = UInt32(truncatingIfNeeded: product)
        carry = product >> 32
      }
      if carry != 0 { limbs.append(UInt32(carry)) }
      index = end
    }
    return normalised(limbs)
  }

  private static func normalised(_ magnitude: [UInt32]) -> ConstantValue {
    var limbs = magnitude
    while limbs.last == 0 { limbs.removeLast() }
    if limbs.isEmpty { return .int(0) }
    if limbs.count == 1 { return .int(Int64(limbs[0])) }
    if limbs.count == 2 && limbs[1] < 0x8000_0000 {
      return .int(Int64(limbs[1]) << 32 | Int64(limbs[0]))
    }
    return .bigInt(limbs)
  }
}
