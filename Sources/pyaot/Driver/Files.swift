// Files through the C library (Foundation would cost more start-up time than a cached run takes).
import Glibc

/// A system call that failed, with what it was for.
struct SystemError: Error, CustomStringConvertible {
  let operation: String
  let code: Int32
  init(_ operation: String, _ code: Int32 = errno) {
    self.operation = operation
    self.code = code
  }
  var description: String { "\(operation): \(String(cString: strerror(code)))" }
}

enum Files {
  static func read(_ path: String) throws -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw SystemError("cannot read \(path)") }
    defer { close(file) }
    return try read(file, path)
  }

  /// What is left to read of an open file.
  static func read(_ file: Int32, _ path: String) throws -> [UInt8] {
    var info = stat()
    guard fstat(file, &info) == 0 else { throw SystemError("cannot read \(path)") }
    if info.st_mode & S_IFMT == S_IFDIR {
      errno = EISDIR
      throw SystemError("cannot read \(path)")
    }
    var bytes = [UInt8](repeating: 0, count: max(Int(info.st_size), 4096))
    var length = 0
    while true {
      if length == bytes.count { bytes.append(contentsOf: repeatElement(0, count: bytes.count)) }
      let capacity = bytes.count
      let count = bytes.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress! + length, capacity - length) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw SystemError("cannot read \(path)") }
      if count == 0 { break }
      length += count
    }
    bytes.removeLast(bytes.count - length)
    return bytes
  }

  static func readStandardInput() throws -> [UInt8] { try read("/dev/stdin") }

  /// Writes through a temporary file and a rename, so that a reader never sees half a file.
  static func write(_ path: String, _ bytes: [UInt8], mode: mode_t = 0o644) throws {
    let temporary = "\(path).\(getpid()).tmp"
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard file >= 0 else { throw SystemError("cannot write \(temporary)") }
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress! + offset, bytes.count - offset) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        let error = SystemError("cannot write \(temporary)")
        close(file)
        unlink(temporary)
        throw error
      }
      offset += count
    }
    guard close(file) == 0 else { throw SystemError("cannot write \(temporary)") }
    try rename(temporary, path)
  }

  static func rename(_ from: String, _ to: String) throws {
    guard Glibc.rename(from, to) == 0 else { throw SystemError("cannot rename \(from) to \(to)") }
  }

  /// Removes a file, or a folder with all that it holds; what is gone already, or cannot go, is left.
  static func remove(_ path: String) {
    if unlink(path) == 0 || errno == ENOENT { return }
    for name in list(path) { remove("\(path)/\(name)") }
    rmdir(path)
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func isDirectory(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  static func makeDirectory(_ path: String) throws {
    if isDirectory(path) { return }
    let parent = directory(of: path)
    if parent != path && parent != "." { try makeDirectory(parent) }
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw SystemError("cannot make folder \(path)") }
  }

  static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func name(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return path }
    return String(path[path.index(after: slash)...])
  }

  /// Absolute, without resolving links, as CPython shows a script's path.
  static func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return normalized(path) }
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    guard getcwd(&buffer, buffer.count) != nil else { return path }
    let current = buffer.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    return normalized(current + "/" + path)
  }

  private static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// Without symbolic links, or as it is if it names nothing.
  static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  static func executablePath() -> String {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = buffer.withUnsafeMutableBytes {
      readlink("/proc/self/exe", $0.baseAddress!.assumingMemoryBound(to: CChar.self), $0.count)
    }
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : ""
  }
}

extension Files {
  /// Names in a folder, without `.` and `..`; empty if it cannot be read.
  static func list(_ path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }

  /// All files below a folder, relative to it, sorted.
  static func tree(_ path: String, suffix: String) -> [String] {
    var found: [String] = []
    for name in list(path) {
      let full = "\(path)/\(name)"
      if isDirectory(full) {
        found += tree(full, suffix: suffix).map { "\(name)/\($0)" }
      } else if name.hasSuffix(suffix) {
        found.append(name)
      }
    }
    return found.sorted()
  }
}
