// The version, and what identifies this build of the compiler in cache keys.
import Glibc

enum Version {
  static let number = "0.1.0"

  /// Changes with every build of the compiler: the linker's build id, or else a hash of the executable.
  static let buildKey: String = buildID() ?? fileHash() ?? number

  private static func fileHash() -> String? {
    guard let bytes = try? Files.read("/proc/self/exe") else { return nil }
    var hash = ContentHash()
    hash.add(bytes)
    return hash.digest
  }

  /// The GNU build id: a note segment of the executable's own ELF image.
  private static func buildID() -> String? {
    let file = open("/proc/self/exe", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    guard let header = read(file, 64, at: 0), header.prefix(4) == [0x7f, 0x45, 0x4c, 0x46] else { return nil }
    let tableOffset = Int(number(header, 32, 8))
    let entrySize = Int(number(header, 54, 2))
    let count = Int(number(header, 56, 2))
    for index in 0..<count {
      guard let entry = read(file, entrySize, at: tableOffset + index * entrySize) else { return nil }
      let isNote = number(entry, 0, 4) == 4
      guard isNote, let notes = read(file, Int(number(entry, 32, 8)), at: Int(number(entry, 8, 8))) else { continue }
      if let id = buildID(in: notes) { return id }
    }
    return nil
  }

  private static func buildID(in notes: [UInt8]) -> String? {
    var offset = 0
    while offset + 12 <= notes.count {
      let nameSize = Int(number(notes, offset, 4))
      let size = Int(number(notes, offset + 4, 4))
      let type = number(notes, offset + 8, 4)
      let name = offset + 12
      let start = name + (nameSize + 3) / 4 * 4
      guard start + size <= notes.count else { return nil }
      if type == 3, notes[name..<name + nameSize].elementsEqual(Array("GNU\0".utf8)) {
        return notes[start..<start + size].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      }
      offset = start + (size + 3) / 4 * 4
    }
    return nil
  }

  private static func number(_ bytes: [UInt8], _ offset: Int, _ size: Int) -> UInt64 {
    (0..<size).reduce(0) { $0 | UInt64(bytes[offset + $1]) << UInt64(8 * $1) }
  }

  private static func read(_ file: Int32, _ count: Int, at offset: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    return pread(file, &bytes, count, off_t(offset)) == count ? bytes : nil
  }
}
