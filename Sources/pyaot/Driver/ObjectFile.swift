// The parts of a 64-bit little-endian ELF object that the pruner looks at: sections, symbols, relocations.
//
// Invariant: every offset that comes from the file is checked before it is read; a file of another form gives nil.

struct ObjectFile {
  struct Section {
    var name: String
    var type: UInt32
    var offset: Int
    var size: Int
    var link: Int
    var info: Int
  }
  struct Symbol {
    var name: String
    /// Number of the section that defines it; 0: defined elsewhere, or absolute.
    var section: Int
    var value: Int
    var isGlobal: Bool
    /// Data, by the symbol's type.
    var isData: Bool
  }
  struct Relocation {
    /// Within the section that it belongs to.
    var offset: Int
    var symbol: Int
    var type: UInt32
    /// Where its field `r_info` stands in the file.
    var place: Int
  }

  private(set) var bytes: [UInt8]
  private(set) var sections: [Section] = []
  private(set) var symbols: [Symbol] = []
  /// By section.
  private(set) var relocations: [[Relocation]] = []

  private static let relocationTable: UInt32 = 4
  private static let symbolTable: UInt32 = 2
  private static let extendedIndices: UInt32 = 18
  private static let noData: UInt32 = 8

  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard bytes.count >= 64, bytes.starts(with: [0x7f, 0x45, 0x4c, 0x46, 2, 1]) else { return nil }
    guard readSections(), readSymbols() else { return nil }
    relocations = Array(repeating: [], count: sections.count)
    for section in sections where section.type == Self.relocationTable {
      guard sections.indices.contains(section.info) else { return nil }
      var list: [Relocation] = []
      list.reserveCapacity(section.size / 24)
      for place in stride(from: section.offset, to: section.offset + section.size - 23, by: 24) {
        let info = word(place + 8)
        let symbol = Int(info >> 32)
        guard symbols.indices.contains(symbol) else { return nil }
        list.append(
          Relocation(
            offset: Int(truncatingIfNeeded: word(place)), symbol: symbol, type: UInt32(truncatingIfNeeded: info),
            place: place + 8))
      }
      relocations[section.info] += list
    }
  }

  private mutating func readSections() -> Bool {
    let start = Int(truncatingIfNeeded: word(40))
    guard start >= 64, start <= bytes.count - 64 else { return false }
    // More sections than a u16 counts: the first entry holds the numbers.
    var count = half(60)
    var names = half(62)
    if count == 0 { count = Int(truncatingIfNeeded: word(start + 32)) }
    if names == 0xffff { names = Int(number(start + 40)) }
    guard count >= 0, count <= (bytes.count - start) / 64, names < count else { return false }
    let strings = Int(truncatingIfNeeded: word(start + 64 * names + 24))
    sections.reserveCapacity(count)
    for at in stride(from: start, to: start + 64 * count, by: 64) {
      let section = Section(
        name: text(strings + Int(number(at))), type: number(at + 4), offset: Int(truncatingIfNeeded: word(at + 24)),
        size: Int(truncatingIfNeeded: word(at + 32)), link: Int(number(at + 40)), info: Int(number(at + 44)))
      guard section.size >= 0, section.offset >= 0 else { return false }
      guard section.type == Self.noData || section.offset <= bytes.count - section.size else { return false }
      sections.append(section)
    }
    return true
  }

  private mutating func readSymbols() -> Bool {
    guard let table = sections.firstIndex(where: { $0.type == Self.symbolTable }) else { return false }
    let section = sections[table]
    guard sections.indices.contains(section.link) else { return false }
    let strings = sections[section.link].offset
    let extended = sections.first { $0.type == Self.extendedIndices && $0.link == table }
    symbols.reserveCapacity(section.size / 24)
    for index in 0..<section.size / 24 {
      let at = section.offset + 24 * index
      var home = half(at + 6)
      if home == 0xffff, let extended, extended.size >= 4 * index + 4 {
        home = Int(number(extended.offset + 4 * index))
      }
      symbols.append(
        Symbol(
          name: text(strings + Int(number(at))), section: sections.indices.contains(home) ? home : 0,
          value: Int(truncatingIfNeeded: word(at + 8)), isGlobal: bytes[at + 4] >> 4 != 0,
          isData: bytes[at + 4] & 15 == 1))
    }
    return true
  }

  /// Makes a relocation one without effect; its place keeps what the section's bytes say.
  mutating func drop(_ relocation: Relocation) {
    for index in 0..<8 { bytes[relocation.place + index] = 0 }
  }

  /// A number of `count` bytes in a section's data; 0 where it has none.
  func value(_ section: Int, _ offset: Int, bytes count: Int) -> Int {
    guard sections[section].type != Self.noData, offset >= 0, offset + count <= sections[section].size else { return 0 }
    var result = 0
    for index in (0..<count).reversed() { result = result << 8 | Int(bytes[sections[section].offset + offset + index]) }
    return result
  }

  private func half(_ at: Int) -> Int { Int(bytes[at]) | Int(bytes[at + 1]) << 8 }
  private func number(_ at: Int) -> UInt32 {
    bytes.withUnsafeBytes { UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: at, as: UInt32.self)) }
  }
  private func word(_ at: Int) -> UInt64 {
    bytes.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: at, as: UInt64.self)) }
  }
  private func text(_ start: Int) -> String {
    guard start >= 0, start < bytes.count else { return "" }
    let end = bytes[start...].firstIndex(of: 0) ?? bytes.count
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The object of an archive with exactly one, or nil.
  static func only(inArchive archive: [UInt8]) -> ObjectFile? {
    guard archive.starts(with: Array("!<arch>\n".utf8)) else { return nil }
    var found: ObjectFile?
    var at = 8
    while at + 60 <= archive.count {
      let digits = archive[at + 48..<at + 58].prefix { $0 >= 48 && $0 <= 57 }
      guard let size = Int(String(decoding: digits, as: UTF8.self)), at + 60 + size <= archive.count else { return nil }
      let body = Array(archive[at + 60..<at + 60 + size])
      if body.starts(with: [0x7f, 0x45, 0x4c, 0x46]) {
        guard found == nil, let object = ObjectFile(body) else { return nil }
        found = object
      }
      at += 60 + size + size % 2
    }
    return found
  }
}
