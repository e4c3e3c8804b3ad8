// What the system says about a file without reading it. Equal identities mean equal contents unless the file was written
// within the resolution of its time stamps: `changed` (which no program can set) is therefore compared with the time at
// which the identity was taken, and a file that was young then is read again.
import Glibc

struct FileIdentity: Equatable {
  var device: UInt64
  var inode: UInt64
  var size: Int64
  var modified: Int64
  var changed: Int64
  var isDirectory: Bool

  /// Nanoseconds that a time stamp may lag behind the clock: a tick of the slowest file systems in use.
  static let resolution: Int64 = 2_100_000_000

  init?(_ path: UnsafePointer<CChar>) {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    device = UInt64(info.st_dev)
    inode = UInt64(info.st_ino)
    size = Int64(info.st_size)
    modified = Int64(info.st_mtim.tv_sec) * 1_000_000_000 + Int64(info.st_mtim.tv_nsec)
    changed = Int64(info.st_ctim.tv_sec) * 1_000_000_000 + Int64(info.st_ctim.tv_nsec)
    isDirectory = info.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a change after `time` shows in the identity.
  func isSettled(at time: Int64) -> Bool { max(changed, modified) + FileIdentity.resolution < time }

  /// Nanoseconds of the clock that files are stamped with.
  static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
