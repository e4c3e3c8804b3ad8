// Parses operands, constants, types and escaped strings.

extension IRParser {
  mutating func parseOperand() throws(IRParseError) -> Operand {
    guard token.kind == .value else { return Operand(try parseConstant()) }
    guard let value = values[try text(token)] else { throw error("no value %\(try text(token))") }
    advance()
    return Operand(value)
  }

  // MARK: constants

  mutating func parseConstant() throws(IRParseError) -> ConstantID {
    switch token.kind {
    case .integer: return module.constant(.i64(try parseInteger()))
    case .decimal: return module.constant(.f64(bits: try parseDouble()))
    case .word: return module.constant(try parseWordConstant())
    case .string, .value, .block, .symbol, .className, .hash, .arrow, .colon, .comma, .equals,
      .minus, .plus,
      .ampersand, .leftParen, .rightParen, .leftBracket, .rightBracket, .leftBrace, .rightBrace,
      .end:
      throw error("expected an operand")
    }
  }

  private mutating func parseWordConstant() throws(IRParseError) -> Constant {
    if isWord("bits") { return .f64(bits: try parseDouble()) }
    if accept("true") { return .bool(true) }
    if accept("false") { return .bool(false) }
    if accept("none") { return .none }
    if accept("True") { return .true }
    if accept("False") { return .false }
    if accept("ellipsis") { return .ellipsis }
    if accept("notimplemented") { return .notImplemented }
    if accept("absent") { return .absent }
    if accept("int") { return try parseInt() }
    if accept("float") { return .float(bits: try parseDouble()) }
    if accept("complex") {
      let real = try parseDouble()
      return .complex(realBits: real, imagBits: try parseDouble())
    }
    if accept("str") { return .str(try parseBytes()) }
    if accept("name") { return .name(try parseString()) }
    if accept("bytes") { return .bytes(try parseBytes()) }
    if accept("tuple") { return .tuple(try parseItems()) }
    if accept("frozenset") { return .frozenset(try parseItems()) }
    if accept("code") { return .code(try parseFunctionName()) }
    if accept("module") { return .module(try parsePythonModuleName()) }
    if accept("cache") { return .cache(try parseNumber(UInt32.self)) }
    if accept("global") {
      let at = cursor
      let name = try parseSymbol()
      guard let id = globals[name] else { throw error("no global @\(name)", at: at) }
      return .global(id)
    }
    throw error("expected an operand")
  }

  private mutating func parseItems() throws(IRParseError) -> [ConstantID] {
    var items: [ConstantID] = []
    try expect(.leftParen, "'('")
    while !accept(.rightParen) {
      if !items.isEmpty { try expect(.comma, "','") }
      items.append(try parseConstant())
    }
    return items
  }

  private mutating func parseInteger() throws(IRParseError) -> Int64 {
    guard token.kind == .integer, let value = Int64(try text(token)) else {
      throw error("expected an integer of 64 bits")
    }
    advance()
    return value
  }

  /// The bits of a double: a number, or `bits 0x…`.
  private mutating func parseDouble() throws(IRParseError) -> UInt64 {
    if accept("bits") {
      let text = try text(token)
      guard token.kind == .integer, text.hasPrefix("0x"),
        let bits = UInt64(text.dropFirst(2), radix: 16)
      else {
        throw error("expected 0x and the bits of a double")
      }
      advance()
      return bits
    }
    guard token.kind == .integer || token.kind == .decimal, let value = Double(try text(token))
    else {
      throw error("expected a number")
    }
    advance()
    return value.bitPattern
  }

  /// A Python int: small if it fits a tagged word.
  private mutating func parseInt() throws(IRParseError) -> Constant {
    guard token.kind == .integer else { throw error("expected an integer") }
    var digits = Array(bytes[Int(token.start)..<Int(token.end)])
    let at = cursor
    advance()
    let negative = digits.first == UInt8(ascii: "-")
    if negative { digits.removeFirst() }
    let isHex = digits.count > 2 && digits[1] == UInt8(ascii: "x")
    guard let limbs = isHex ? hexLimbs(digits.dropFirst(2)) : decimalLimbs(digits) else {
      throw error("malformed integer", at: at)
    }
    return Constant.int(negative: negative, limbs: limbs)
  }

  private func hexLimbs(_ digits: ArraySlice<UInt8>) -> [UInt64]? {
    var limbs: [UInt64] = []
    var end = digits.endIndex
    while end > digits.startIndex {
      let start = max(digits.startIndex, end - 16)
      guard let limb = UInt64(String(decoding: digits[start..<end], as: UTF8.self), radix: 16)
      else { return nil }
      limbs.append(limb)
      end = start
    }
    return limbs
  }

  /// Schoolbook, 18 digits a step; the printer uses decimal for short numbers only.
  private func decimalLimbs(_ digits: [UInt8]) -> [UInt64]? {
    var limbs: [UInt64] = []
    var start = 0
    while start < digits.count {
      let end = min(start + 18, digits.count)
      guard var carry = UInt64(String(decoding: digits[start..<end], as: UTF8.self)) else {
        return nil
      }
      let scale = (start..<end).reduce(UInt64(1)) { power, _ in power * 10 }
      for index in limbs.indices {
        let product = limbs[index].multipliedFullWidth(by: scale)
        let (sum, overflow) = product.low.addingReportingOverflow(carry)
        limbs[index] = sum
        carry = product.high + (overflow ? 1 : 0)
      }
      if carry > 0 { limbs.append(carry) }
      start = end
    }
    return limbs
  }

  // MARK: types

  mutating func parseOwnedType() throws(IRParseError) -> (IRType, Ownership) {
    if accept(.plus) { return (try parseType(), .owned) }
    if accept(.ampersand) { return (try parseType(), .borrowed) }
    return (try parseType(), .none)
  }

  mutating func parseType() throws(IRParseError) -> IRType {
    if token.kind == .className {
      return module.type(.instance(className: try parseText(.className, "a class")))
    }
    let at = cursor
    let word = try parseText(.word, "a type")
    if let index = IRType.scalarNames.firstIndex(of: word) { return IRType(raw: UInt32(index)) }
    let parts = try parseTypeArguments()
    switch (word, parts.count) {
    case ("list", 1): return module.type(.list(parts[0]))
    case ("set", 1): return module.type(.set(parts[0]))
    case ("opt", 1): return module.type(.opt(parts[0]))
    case ("dict", 2): return module.type(.dict(parts[0], parts[1]))
    case ("tuple", _): return module.type(.tuple(parts))
    default: throw error("unknown type '\(word)'", at: at)
    }
  }

  private mutating func parseTypeArguments() throws(IRParseError) -> [IRType] {
    var types: [IRType] = []
    guard accept(.leftBracket) else { return types }
    while !accept(.rightBracket) {
      if !types.isEmpty { try expect(.comma, "','") }
      types.append(try parseType())
    }
    return types
  }

  // MARK: strings

  private mutating func parseBytes() throws(IRParseError) -> [UInt8] {
    guard token.kind == .string else { throw error("expected a string") }
    let bytes = try unescape(token)
    advance()
    return bytes
  }

  func unescape(_ token: IRToken) throws(IRParseError) -> [UInt8] {
    var result: [UInt8] = []
    var index = Int(token.start)
    let end = Int(token.end)
    result.reserveCapacity(end - index)
    while index < end {
      guard bytes[index] == UInt8(ascii: "\\") else {
        result.append(bytes[index])
        index += 1
        continue
      }
      switch bytes[index + 1] {
      case UInt8(ascii: "n"): result.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "t"): result.append(UInt8(ascii: "\t"))
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): result.append(bytes[index + 1])
      case UInt8(ascii: "x"):
        guard index + 4 <= end,
          let byte = UInt8(String(decoding: bytes[index + 2..<index + 4], as: UTF8.self), radix: 16)
        else { throw .at(index, in: bytes, "\\x needs two hexadecimal digits") }
        result.append(byte)
        index += 2
      default: throw .at(index, in: bytes, "unknown escape")
      }
      index += 2
    }
    return result
  }
}
