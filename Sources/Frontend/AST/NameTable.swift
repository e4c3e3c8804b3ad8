// Interned identifiers: each distinct byte string has one `NameID`. Open addressing over the
// bytes, so that the parser interns without creating a `String`.

/// Maps identifier bytes to dense ids and back.
struct NameTable: Sendable {
  private var storage: [UInt8] = []
  private var ends: [UInt32] = []
  private var hashes: [UInt32] = []
  /// Slots hold id + 1; 0 is free. The size is a power of two, at least twice the count.
  private var slots = [UInt32](repeating: 0, count: 256)

  /// Number of distinct names.
  var count: Int { ends.count }

  /// The id of these bytes, made if new.
  mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> NameID {
    let hash = NameTable.hash(bytes)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let id = slots[slot] - 1
      if hashes[Int(id)] == hash && equals(id, bytes) { return NameID(index: id) }
      slot = (slot + 1) & (slots.count - 1)
    }
    let id = UInt32(ends.count)
    storage.append(contentsOf: bytes)
    ends.append(UInt32(storage.count))
    hashes.append(hash)
    slots[slot] = id + 1
    if ends.count * 2 > slots.count { grow() }
    return NameID(index: id)
  }

  /// The id of these bytes, made if new.
  mutating func intern(_ bytes: [UInt8]) -> NameID {
    bytes.withUnsafeBufferPointer { intern($0) }
  }

  /// The id of the text if it was interned.
  func find(_ text: String) -> NameID? {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      let hash = NameTable.hash(bytes)
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] != 0 {
        let id = slots[slot] - 1
        if hashes[Int(id)] == hash && equals(id, bytes) { return NameID(index: id) }
        slot = (slot + 1) & (slots.count - 1)
      }
      return nil
    }
  }

  func bytes(_ id: NameID) -> ArraySlice<UInt8> { storage[bounds(id.index)] }

  func string(_ id: NameID) -> String { String(decoding: bytes(id), as: UTF8.self) }

  private func bounds(_ id: UInt32) -> Range<Int> {
    let start = id == 0 ? 0 : Int(ends[Int(id) - 1])
    return start..<Int(ends[Int(id)])
  }

  private func equals(_ id: UInt32, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = bounds(id)
    guard range.count == bytes.count else { return false }
    var index = range.lowerBound
    for byte in bytes {
      if storage[index] != byte { return false }
      index += 1
    }
    return true
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for id in hashes.indices {
      var slot = Int(hashes[id]) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(id) + 1
    }
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash ^ (hash >> 15)
  }
}
