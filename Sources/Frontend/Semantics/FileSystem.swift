// The little of the file system that finding modules takes, without Foundation. Every path that was
// looked for and found absent is remembered: a cached build is stale once one of them exists.

import Glibc

/// Why a file could not be read.
struct FileError: Error {
  /// The system's words, e.g. "Permission denied".
  var reason: String

  init(errno: Int32) { reason = String(cString: strerror(errno)) }
}

enum FileSystem {
  /// What a path names.
  enum Kind { case file, directory }

  /// What the path names; nil if nothing, or nothing that can be looked at.
  static func kind(_ path: String) -> Kind? {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    return info.st_mode & S_IFMT == S_IFDIR ? .directory : .file
  }

  /// The bytes of a file.
  static func read(_ path: String) throws(FileError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw lastError() }
    defer { close(file) }
    var info = stat()
    guard fstat(file, &info) == 0 else { throw lastError() }
    if info.st_mode & S_IFMT == S_IFDIR { throw FileError(errno: EISDIR) }
    // A pipe has no size, and a file may grow: read until the end whatever `fstat` said.
    var bytes = [UInt8](repeating: 0, count: max(4096, Int(info.st_size) + 1))
    var count = 0
    while true {
      if count == bytes.count { bytes += [UInt8](repeating: 0, count: bytes.count) }
      let got = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(file, buffer.baseAddress?.advanced(by: count), buffer.count - count)
      }
      if got < 0 {
        if errno == EINTR { continue }
        throw lastError()
      }
      if got == 0 { break }
      count += got
    }
    bytes.removeSubrange(count...)
    return bytes
  }

  /// The path without symbolic links, or as it is if it names nothing.
  static func realPath(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The directory part of a path; `.` if it has none.
  static func directory(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func lastError() -> FileError {
    FileError(errno: errno)
  }
}
