// The cache: files named by a hash of everything they depend on, never by time. A file appears complete or not at all
// (made in a folder of its own below `tmp`, then renamed), so any number of processes may share it, and one that is killed
// leaves nothing but such a folder.
//
// A folder that cannot be written (read-only, full) still serves what it holds; what is new then goes to a folder of the
// user's below the one for temporary files.
import Glibc

/// What is in the cache cannot be extended any more: read-only, or no room.
struct CacheNotWritable: Error {
  var reason: SystemError
}

/// An entry that was found is not there any more: another process made room, or emptied the cache. The command starts again.
struct CacheEntryLost: Error {
  var path: String
}

struct Cache: Sendable {
  /// Where new files go.
  let root: String
  /// Looked into after `root`.
  let others: [String]

  /// The folder that the environment names, whether or not it exists.
  static var chosenRoot: String {
    if let path = Files.environment("PYAOT_CACHE") { return Files.absolute(path) }
    if let path = Files.environment("XDG_CACHE_HOME") { return Files.absolute(path) + "/pyaot" }
    return (Files.environment("HOME") ?? "/tmp") + "/.cache/pyaot"
  }

  /// Stands in for the chosen folder when that cannot be written.
  static var substituteRoot: String { "\(Files.environment("TMPDIR") ?? "/tmp")/pyaot-\(getuid())" }

  static func open() throws -> Cache {
    let root = chosenRoot
    do {
      try Files.makeDirectory(root + "/tmp")
    } catch {
      return try substitute()
    }
    guard access(root + "/tmp", W_OK) == 0 else { return try substitute() }
    return Cache(root: root, others: [])
  }

  /// The cache to use when the chosen one cannot be written.
  static func substitute() throws -> Cache {
    mkdir(substituteRoot, 0o700)
    guard let root = readableSubstitute.first else { throw SystemError("cannot use \(substituteRoot) as cache") }
    try Files.makeDirectory(root + "/tmp")
    return Cache(root: root, others: [chosenRoot])
  }

  /// The substitute if it exists. The folder for temporary files belongs to everybody: what is not ours could hold anybody's
  /// programs.
  static var readableSubstitute: [String] {
    let root = substituteRoot
    var info = stat()
    guard lstat(root, &info) == 0, info.st_mode & S_IFMT == S_IFDIR, info.st_uid == getuid(), info.st_mode & 0o022 == 0
    else { return [] }
    return [root]
  }

  /// Whether a file of the cache is there; using it makes it young.
  func use(_ path: String) -> Bool { utimensat(AT_FDCWD, path, nil, 0) == 0 || Files.exists(path) }

  /// An entry that is there; using it makes it young.
  func find(_ kind: String, _ key: String, _ suffix: String) -> String? {
    for folder in [root] + others {
      let path = Cache.path(folder, kind, key, suffix)
      if use(path) { return path }
    }
    return nil
  }

  /// The bytes of a file that was found in the cache.
  func read(_ path: String) throws -> [UInt8] {
    do { return try Files.read(path) } catch let error as SystemError where error.code == ENOENT && holds(path) {
      throw CacheEntryLost(path: path)
    }
  }

  /// A prebuilt runtime lies elsewhere.
  private func holds(_ path: String) -> Bool { ([root] + others).contains { path.hasPrefix($0 + "/") } }

  /// Where an entry is put.
  func place(_ kind: String, _ key: String, _ suffix: String) throws -> String {
    let path = Cache.path(root, kind, key, suffix)
    try writing { try Files.makeDirectory(Files.directory(of: path)) }
    return path
  }

  /// A name of our own for a file that was found in the cache, so that it stays while the work folder does, whoever makes
  /// room in the cache; nil if it is gone already.
  func pinned(_ path: String, in work: WorkFolder) -> String? {
    let own = "\(work.path)/\(Files.name(of: path))"
    if Glibc.link(path, own) == 0 || errno == EEXIST { return own }
    // A file system without hard links: the file may be lost, which is noticed.
    return Files.exists(path) ? path : nil
  }

  /// Puts a file of a work folder in its place, and leaves it where it is as well; returns where it can be read.
  func share(_ file: String, _ kind: String, _ key: String, _ suffix: String) throws -> String {
    guard Glibc.link(file, file + ".share") == 0 else { return try keep(file, kind, key, suffix) }
    _ = try keep(file + ".share", kind, key, suffix)
    return file
  }

  /// Moves a file of a work folder to its place.
  func keep(_ file: String, _ kind: String, _ key: String, _ suffix: String) throws -> String {
    while true {
      let path = try place(kind, key, suffix)
      do {
        try Files.rename(file, path)
        return path
      } catch let error as SystemError {
        // The folder went while the cache was being emptied.
        if error.code == ENOENT && Files.exists(file) { continue }
        throw CacheNotWritable(reason: error)
      }
    }
  }

  /// Writes an entry through a work folder.
  func put(_ bytes: [UInt8], _ kind: String, _ key: String, _ suffix: String, mode: mode_t = 0o644) throws -> String {
    let work = try WorkFolder(self)
    let file = work.path + "/entry"
    try writing { try Files.write(file, bytes, mode: mode) }
    return try keep(file, kind, key, suffix)
  }

  static func path(_ root: String, _ kind: String, _ key: String, _ suffix: String) -> String {
    "\(root)/\(kind)/\(key.prefix(2))/\(key)\(suffix)"
  }

  /// Whether a compilation's files can still be written. Asked when a tool failed: without room it cannot even say why.
  var hasRoom: Bool {
    let path = "\(root)/tmp/\(getpid()).room"
    let file = Glibc.open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    defer {
      close(file)
      unlink(path)
    }
    return posix_fallocate(file, 0, 16 << 20) == 0
  }

  /// Changes when the cache is emptied, which takes from running tools what they are just reading.
  var generation: UInt64? { FileIdentity(root + "/zig")?.inode }

  /// Runs something that writes below `root`.
  func writing<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as SystemError { throw CacheNotWritable(reason: error) }
  }
}

/// A folder for the files of one step, removed with all it holds when nobody refers to it any more.
final class WorkFolder: Sendable {
  let path: String

  init(_ cache: Cache) throws {
    var name = Array("\(cache.root)/tmp/\(getpid()).XXXXXX".utf8CString)
    let made = name.withUnsafeMutableBufferPointer { mkdtemp($0.baseAddress!) != nil }
    guard made else { throw CacheNotWritable(reason: SystemError("cannot make a folder in \(cache.root)/tmp")) }
    path = name.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
  }

  deinit { Files.remove(path) }
}
