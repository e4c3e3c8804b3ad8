// A 128-bit hash for cache keys: two lanes of multiply-and-fold over eight-byte words. Not cryptographic: the cache is the
// user's own. Invariant: the digest depends on contents and their boundaries only (each piece is hashed with its length).

struct ContentHash {
  private var a: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var b: UInt64 = 0xC2B2_AE3D_27D4_EB4F

  private mutating func mix(_ word: UInt64) {
    let first = (a ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    a = first.high ^ first.low &+ b
    let second = (b ^ word &+ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    b = second.high ^ second.low &+ a
  }

  mutating func add(_ bytes: some Collection<UInt8>) {
    mix(UInt64(bytes.count))
    let done: Void? = bytes.withContiguousStorageIfAvailable { buffer in
      let raw = UnsafeRawBufferPointer(buffer)
      var offset = 0
      while offset + 8 <= raw.count {
        mix(raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        offset += 8
      }
      var tail: UInt64 = 0
      for index in offset..<raw.count { tail = tail << 8 | UInt64(raw[index]) }
      mix(tail)
    }
    if done == nil { add(Array(bytes)) }
  }

  mutating func add(_ text: String) { add(Array(text.utf8)) }
  mutating func add(_ number: Int) { mix(UInt64(bitPattern: Int64(number))) }

  static func digest(_ bytes: [UInt8]) -> String {
    var hash = ContentHash()
    hash.add(bytes)
    return hash.digest
  }

  /// 32 hexadecimal digits.
  var digest: String {
    var copy = self
    copy.mix(0)
    copy.mix(1)
    func hex(_ value: UInt64) -> String {
      let digits = String(value, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
    return hex(copy.a) + hex(copy.b)
  }
}
