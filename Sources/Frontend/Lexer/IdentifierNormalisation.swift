// NFKC of identifiers with characters outside ASCII (PEP 3131): decompose, order the combining
// marks, compose. The tables are read when the first such identifier is met.

enum IdentifierNormalisation {
  /// The UTF-8 bytes of the identifier in NFKC.
  static func nfkc(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var scalars: [UInt32] = []
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      decompose(scalar.value, into: &scalars)
    }
    order(&scalars)
    var result = String.UnicodeScalarView()
    for value in compose(scalars) {
      if let scalar = UnicodeScalar(value) { result.append(scalar) }
    }
    return Array(String(result).utf8)
  }

  private static let hangulBase: UInt32 = 0xAC00

  private static func decompose(_ value: UInt32, into scalars: inout [UInt32]) {
    if value < 0x80 { return scalars.append(value) }
    if value >= hangulBase && value < hangulBase + 11172 {
      let index = value - hangulBase
      scalars.append(0x1100 + index / 588)
      scalars.append(0x1161 + index % 588 / 28)
      if index % 28 != 0 { scalars.append(0x11A7 + index % 28) }
      return
    }
    if let parts = decompositions[value] {
      scalars += parts
    } else {
      scalars.append(value)
    }
  }

  private static func combiningClass(_ value: UInt32) -> UInt8 {
    guard value >= 0x300, let scalar = UnicodeScalar(value) else { return 0 }
    return scalar.properties.canonicalCombiningClass.rawValue
  }

  /// Stable insertion sort of each run of combining marks by class.
  private static func order(_ scalars: inout [UInt32]) {
    var index = 1
    while index < scalars.count {
      let mark = combiningClass(scalars[index])
      var at = index
      while mark != 0 && at > 0 && combiningClass(scalars[at - 1]) > mark {
        scalars.swapAt(at, at - 1)
        at -= 1
      }
      index += 1
    }
  }

  private static func compose(_ scalars: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    var starter = -1
    var lastClass: UInt8 = 0
    for value in scalars {
      let mark = combiningClass(value)
      let isBlocked = starter < result.count - 1 && (lastClass == 0 || lastClass >= mark)
      if starter >= 0, !isBlocked, let composite = composite(result[starter], value) {
        result[starter] = composite
        continue
      }
      if mark == 0 { starter = result.count }
      lastClass = mark
      result.append(value)
    }
    return result
  }

  private static func composite(_ first: UInt32, _ second: UInt32) -> UInt32? {
    if first >= 0x1100 && first < 0x1113 && second >= 0x1161 && second < 0x1176 {
      return hangulBase + ((first - 0x1100) * 21 + second - 0x1161) * 28
    }
    if first >= hangulBase && first < hangulBase + 11172 && (first - hangulBase) % 28 == 0
      && second > 0x11A7 && second < 0x11C3
    {
      return first + second - 0x11A7
    }
    return compositions[UInt64(first) << 32 | UInt64(second)]
  }

  // MARK: Tables

  private static let decompositions: [UInt32: [UInt32]] = {
    var table: [UInt32: [UInt32]] = [:]
    forEachEntry(NFKCTable.decompositions) { numbers, run in
      if run > 1 {
        for offset in 0..<run { table[numbers[0] + offset] = [numbers[1] + offset] }
      } else {
        table[numbers[0]] = Array(numbers.dropFirst())
      }
    }
    return table
  }()

  private static let compositions: [UInt64: UInt32] = {
    var table: [UInt64: UInt32] = [:]
    forEachEntry(NFKCTable.compositions) { numbers, _ in
      table[UInt64(numbers[0]) << 32 | UInt64(numbers[1])] = numbers[2]
    }
    return table
  }()

  /// Calls back with the numbers of each entry and its run length (1 if none is given).
  private static func forEachEntry(_ table: StaticString, _ body: ([UInt32], UInt32) -> Void) {
    var numbers: [UInt32] = []
    var run: UInt32 = 1
    var value: UInt32 = 0
    var isRun = false
    for byte in UnsafeBufferPointer(start: table.utf8Start, count: table.utf8CodeUnitCount) {
      switch byte {
      case 48...57: value = value << 4 | UInt32(byte - 48)
      case 97...102: value = value << 4 | UInt32(byte - 87)
      default:
        if isRun { run = value } else { numbers.append(value) }
        isRun = byte == UInt8(ascii: "+")
        value = 0
        if byte == UInt8(ascii: ";") {
          body(numbers, run)
          numbers = []
          run = 1
        }
      }
    }
  }
}
