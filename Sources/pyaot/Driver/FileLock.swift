// Locks between processes: a lock lasts as long as the value that holds it, or its process. Where the cache cannot be
// written there are none, and work may be done twice, which is all that the locks prevent.
import Glibc

final class FileLock: Sendable {
  private let file: Int32

  /// The lock, unless somebody has it.
  static func attempt(_ path: String) -> FileLock? {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0 else { return FileLock(-1) }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      let taken = errno == EWOULDBLOCK
      close(file)
      return taken ? nil : FileLock(-1)
    }
    return FileLock(file)
  }

  private init(_ file: Int32) { self.file = file }

  deinit { if file >= 0 { close(file) } }

  /// One of `count` places that all processes share.
  static func place(in folder: String, of count: Int) -> FileLock? {
    for index in 0..<count {
      if let lock = attempt("\(folder)/place-\(index)") { return lock }
    }
    return nil
  }
}
