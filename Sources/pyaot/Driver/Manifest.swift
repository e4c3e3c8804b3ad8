// The inputs that a result was made from, so that the result can be used again without looking for them: each file that was
// read, each path that was looked for and absent, each folder that was listed. A result is valid while all of them are as
// they were; what cannot be told without reading is read and compared by its hash.
//
// Invariant: a manifest never says "valid" for inputs that would give another result. When in doubt it says "invalid",
// which costs the time of looking.
import Glibc

/// What is asked of an input when the result is to be used again.
enum ManifestInput {
  /// A file that was read, with the hash of its bytes.
  case file(String, hash: String)
  /// A path that was not what was looked for.
  case absent(String)
  /// A folder that must be there.
  case folder(String)
  /// A folder whose list of names mattered, or a file too large to hash: must not have been touched.
  case untouched(String)
  /// A path and where it leads.
  case link(String, to: String)
}

struct Manifest {
  /// What the inputs gave, e.g. the path of an executable.
  var result: String
  /// What was written to stderr on the way.
  var messages: String = ""
  /// When the first input was read, by `FileIdentity.now()`.
  let begin: Int64
  private var entries: [UInt8] = []
  /// An input changed while the result was made.
  private(set) var isDoubtful = false

  private static let magic = Array("pyaot manifest 1\n".utf8)

  init(result: String, begin: Int64) {
    self.result = result
    self.begin = begin
  }

  // MARK: writing

  mutating func add(_ input: ManifestInput) {
    if !record(input) { isDoubtful = true }
  }

  /// False if the input changed lately, so that what was made may have seen another state of it.
  private mutating func record(_ input: ManifestInput) -> Bool {
    switch input {
    case .file(let path, let hash):
      guard let identity = FileIdentity(path), !identity.isDirectory else { return false }
      // A file changed lately is recorded by its hash alone.
      append(identity.isSettled(at: begin) ? "F" : "H", path)
      append(identity)
      append(text: hash)
    case .absent(let path):
      guard let identity = FileIdentity(path) else {
        append("A", path)
        return true
      }
      // Something else is there; if it is new, it may be what was looked for.
      guard identity.isSettled(at: begin) else { return false }
      append(identity.isDirectory ? "D" : "R", path)
    case .folder(let path): append("D", path)
    case .untouched(let path):
      guard let identity = FileIdentity(path), identity.isSettled(at: begin) else { return false }
      append("I", path)
      append(identity)
    case .link(let path, let target):
      append("L", path)
      append(text: target)
    }
    return true
  }

  private mutating func append(_ kind: Unicode.Scalar, _ path: String) {
    entries.append(UInt8(ascii: kind))
    append(text: path)
  }

  private mutating func append(text: String) {
    entries += Array(text.utf8)
    entries.append(0)
  }

  private mutating func append(_ identity: FileIdentity) {
    for word in Manifest.words(identity) {
      withUnsafeBytes(of: word.littleEndian) { entries += Array($0) }
    }
  }

  private static func words(_ identity: FileIdentity) -> [UInt64] {
    [
      identity.device, identity.inode, UInt64(bitPattern: identity.size), UInt64(bitPattern: identity.modified),
      UInt64(bitPattern: identity.changed),
    ]
  }

  /// The file's bytes.
  var bytes: [UInt8] {
    var out = Manifest.magic
    out += Array(result.utf8) + [0] + Array(messages.utf8) + [0] + entries
    // A file that was cut off must not pass for a shorter list of inputs.
    return out + Array("end\n".utf8)
  }

  // MARK: reading

  /// What a manifest says that was read from the cache.
  struct Valid {
    var result: String
    var messages: String
    /// The manifest with newer identities, if files had to be read that need not be read the next time.
    var improved: [UInt8]?
  }

  /// The result, if every input is as it was.
  static func valid(_ bytes: [UInt8]) -> Valid? {
    guard bytes.starts(with: magic), bytes.suffix(4).elementsEqual("end\n".utf8) else { return nil }
    var found: [(offset: Int, identity: FileIdentity)] = []
    let valid: Valid? = bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return nil }
      var reader = ManifestReader(at: base + magic.count, end: base + bytes.count - 4)
      let result = reader.text()
      let messages = reader.text()
      while !reader.isAtEnd {
        let offset = reader.at - base
        guard reader.checkInput() else { return nil }
        if let identity = reader.settled { found.append((offset, identity)) }
      }
      return Valid(result: String(cString: result), messages: String(cString: messages))
    }
    guard var valid else { return nil }
    if !found.isEmpty { valid.improved = improved(bytes, found) }
    return valid
  }

  private static func improved(_ bytes: [UInt8], _ found: [(offset: Int, identity: FileIdentity)]) -> [UInt8] {
    var out = bytes
    for (offset, identity) in found {
      out[offset] = UInt8(ascii: "F")
      guard var at = out[offset...].firstIndex(of: 0) else { continue }
      at += 1
      for word in words(identity) {
        withUnsafeBytes(of: word.littleEndian) { out.replaceSubrange(at..<at + 8, with: $0) }
        at += 8
      }
    }
    return out
  }
}

/// Goes through the list of inputs in place: their paths are C strings already.
private struct ManifestReader {
  var at: UnsafeRawPointer
  let end: UnsafeRawPointer
  /// Identity of the input checked last, if its contents had to be read and will not have to be again.
  private(set) var settled: FileIdentity?

  init(at: UnsafeRawPointer, end: UnsafeRawPointer) {
    self.at = at
    self.end = end
  }

  var isAtEnd: Bool { at >= end }

  mutating func text() -> UnsafePointer<CChar> {
    let start = at.assumingMemoryBound(to: CChar.self)
    // The file ends in a line of its own, so a missing zero is found before the memory ends.
    at = min(at + strnlen(start, end - at) + 1, end)
    return start
  }

  private mutating func word() -> UInt64 {
    guard end - at >= 8 else {
      at = end
      return 0
    }
    defer { at += 8 }
    return UInt64(littleEndian: at.loadUnaligned(as: UInt64.self))
  }

  /// Whether the next input is as it was.
  mutating func checkInput() -> Bool {
    let kind = at.load(as: UInt8.self)
    at += 1
    settled = nil
    let path = text()
    switch kind {
    case UInt8(ascii: "A"): return access(path, F_OK) != 0 && (errno == ENOENT || errno == ENOTDIR)
    case UInt8(ascii: "D"): return FileIdentity(path)?.isDirectory == true
    case UInt8(ascii: "R"): return FileIdentity(path)?.isDirectory == false
    case UInt8(ascii: "I"): return hasIdentity(FileIdentity(path))
    case UInt8(ascii: "F"), UInt8(ascii: "H"):
      let time = FileIdentity.now()
      guard let identity = FileIdentity(path) else { return false }
      let same = hasIdentity(identity)
      let hash = text()
      if same && kind == UInt8(ascii: "F") { return true }
      guard let bytes = try? Files.read(String(cString: path)) else { return false }
      guard ContentHash.digest(bytes) == String(cString: hash) else { return false }
      if identity.isSettled(at: time) { settled = identity }
      return true
    case UInt8(ascii: "L"):
      let target = text()
      guard let resolved = realpath(path, nil) else { return false }
      defer { free(resolved) }
      return strcmp(resolved, target) == 0
    default: return false
    }
  }

  private mutating func hasIdentity(_ identity: FileIdentity?) -> Bool {
    let recorded = (0..<5).map { _ in word() }
    guard let identity else { return false }
    return identity.device == recorded[0] && identity.inode == recorded[1]
      && UInt64(bitPattern: identity.size) == recorded[2] && UInt64(bitPattern: identity.modified) == recorded[3]
      && UInt64(bitPattern: identity.changed) == recorded[4]
  }
}
