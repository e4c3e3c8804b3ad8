// Files and processes through the C library (Foundation would cost more start-up time than a cached run takes).
import Glibc

/// A system call that failed, with what it was for.
struct SystemError: Error, CustomStringConvertible {
  let operation: String
  let code: Int32
  init(_ operation: String) {
    self.operation = operation
    code = errno
  }
  var description: String { "\(operation): \(String(cString: strerror(code)))" }
}

enum Files {
  static func read(_ path: String) throws -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw SystemError("cannot read \(path)") }
    defer { close(file) }
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

enum Processes {
  struct Result {
    var status: Int32
    var errorOutput: [UInt8]
  }

  /// Runs a tool to its end; its standard error is captured, its standard output discarded.
  static func run(_ arguments: [String], environment extra: [String: String] = [:]) throws -> Result {
    var pipes: [Int32] = [0, 0]
    guard pipe(&pipes) == 0 else { throw SystemError("cannot make a pipe") }
    for end in pipes { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, pipes[1], 2)
    var child: pid_t = 0
    var argv: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    var envp = currentEnvironment(extra) + [nil]
    defer {
      for pointer in argv + envp { free(pointer) }
    }
    let code = posix_spawn(&child, arguments[0], &actions, nil, &argv, &envp)
    close(pipes[1])
    guard code == 0 else {
      close(pipes[0])
      errno = code
      throw SystemError("cannot run \(arguments[0])")
    }
    let output = drain(pipes[0])
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    return Result(status: status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f), errorOutput: output)
  }

  private static func drain(_ file: Int32) -> [UInt8] {
    defer { close(file) }
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return output }
      output += buffer[..<count]
    }
  }

  private static func currentEnvironment(_ extra: [String: String]) -> [UnsafeMutablePointer<CChar>?] {
    var result: [UnsafeMutablePointer<CChar>?] = []
    var pointer = environ
    while let entry = pointer.pointee {
      let text = String(cString: entry)
      let key = text.prefix { $0 != "=" }
      if extra[String(key)] == nil { result.append(strdup(text)) }
      pointer += 1
    }
    for (key, value) in extra.sorted(by: { $0.key < $1.key }) { result.append(strdup("\(key)=\(value)")) }
    return result
  }

  /// Replaces this process by the program.
  static func execute(_ path: String, _ arguments: [String]) throws -> Never {
    var argv: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    execv(path, &argv)
    throw SystemError("cannot run \(path)")
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
