// What the cache holds, and keeping it within its bound: the files used longest ago go first.
//
// Invariant: a file of a program that is being built now is not removed: it was used less than half a minute ago. Should the
// bound be passed twice over within that time, files go all the same, and who misses one builds again.
import Glibc

struct CacheContent {
  struct Kind {
    var name: String
    var files: Int
    var bytes: Int
  }

  private struct Entry {
    var path: String
    var kind: Int
    var bytes: Int
    /// Seconds since the epoch of the last use.
    var used: Int
  }

  private(set) var kinds: [Kind] = []
  private var entries: [Entry] = []

  /// Kinds that are not files by key: Zig's own cache is a constant part, work folders and locks are small.
  private static let uncounted: Set<String> = ["zig", "tmp", "locks", "crash"]

  init(_ root: String) {
    for name in Files.list(root).sorted() where Files.isDirectory("\(root)/\(name)") {
      kinds.append(Kind(name: name, files: 0, bytes: 0))
      collect("\(root)/\(name)", kinds.count - 1)
    }
  }

  private mutating func collect(_ folder: String, _ kind: Int) {
    for name in Files.list(folder) {
      let path = "\(folder)/\(name)"
      var info = stat()
      guard lstat(path, &info) == 0 else { continue }
      if info.st_mode & S_IFMT == S_IFDIR {
        collect(path, kind)
        continue
      }
      let bytes = Int(info.st_blocks) * 512
      kinds[kind].files += 1
      kinds[kind].bytes += bytes
      entries.append(Entry(path: path, kind: kind, bytes: bytes, used: info.st_mtim.tv_sec))
    }
  }

  var bytes: Int { kinds.reduce(0) { $0 + $1.bytes } }

  // MARK: the bound

  /// Bytes that the cache may take: `PYAOT_CACHE_SIZE`, a number with K, M or G; 2 GiB unless set.
  static var limit: Int {
    guard let text = Files.environment("PYAOT_CACHE_SIZE") else { return 2 << 30 }
    let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
    let unit = text.uppercased().last.flatMap { units[$0] }
    guard let number = Int(unit == nil ? text : String(text.dropLast())), number > 0, number < 1 << 30 else {
      return 2 << 30
    }
    return number * (unit ?? 1)
  }

  /// Brings the cache within its bound; called after something was added.
  static func trim(_ root: String) {
    let limit = limit
    guard let lock = FileLock.attempt(root + "/locks/trim") else { return }
    defer { withExtendedLifetime(lock) {} }
    var content = CacheContent(root)
    content.removeLeftovers()
    var left = content.bytes
    if left <= limit { return }
    let now = time(nil)
    let protected = left > 2 * limit ? 0 : 30
    // Some room is made at once, so that the next builds need not.
    let aim = limit - limit / 5
    for entry in content.entries.sorted(by: { $0.used < $1.used }) {
      if left <= aim { return }
      if uncounted.contains(content.kinds[entry.kind].name) { continue }
      if entry.used + protected > now { return }
      if unlink(entry.path) == 0 { left -= entry.bytes }
    }
  }

  /// Work folders and locks of processes that were killed, reports that nobody asked for.
  private mutating func removeLeftovers() {
    let now = time(nil)
    for entry in entries {
      let age = now - entry.used
      switch kinds[entry.kind].name {
      case "tmp": if age < 3600 { continue }
      case "locks": if age < 24 * 3600 { continue }
      case "crash": if age < 30 * 24 * 3600 { continue }
      default: continue
      }
      if unlink(entry.path) == 0 {
        kinds[entry.kind].bytes -= entry.bytes
        rmdir(Files.directory(of: entry.path))
      }
    }
  }

  /// Removes everything but the work folders of running processes; what cannot be removed is returned.
  static func clear(_ root: String) -> [String] {
    guard Files.exists(root) else { return [] }
    var left: [String] = []
    // Each folder is moved away before it is emptied: another process may make a new one of its name meanwhile.
    let away = "\(root)/tmp/\(getpid()).cleared"
    // Where this cannot be made, nothing can be moved there, and the folders are emptied in place.
    mkdir("\(root)/tmp", 0o755)
    mkdir(away, 0o755)
    for name in Files.list(root) where name != "tmp" {
      let moved = "\(away)/\(name)"
      if rename("\(root)/\(name)", moved) != 0 {
        Files.remove("\(root)/\(name)")
        if Files.exists("\(root)/\(name)") { left.append("cannot remove \(root)/\(name)") }
        continue
      }
      // A running Zig may still write there; what it leaves goes with the work folders of ended processes.
      Files.remove(moved)
    }
    Files.remove(away)
    for name in Files.list(root + "/tmp") where !isInUse(name) { Files.remove("\(root)/tmp/\(name)") }
    return left
  }

  /// Whether the process that a work folder is named for is still there.
  private static func isInUse(_ folder: String) -> Bool {
    guard let process = pid_t(folder.prefix { $0 != "." }) else { return false }
    return kill(process, 0) == 0 || errno == EPERM
  }

  /// A size for people.
  static func text(_ bytes: Int) -> String {
    for (unit, size) in [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)] where bytes >= size {
      let tenths = bytes * 10 / size
      return "\(tenths / 10).\(tenths % 10) \(unit)"
    }
    return "\(bytes) bytes"
  }
}
