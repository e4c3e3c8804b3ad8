// The two output streams, unbuffered: what the program or the user asked for goes to stdout, everything else to stderr.
import Glibc

enum Output {
  static func write(_ bytes: [UInt8], to file: Int32) {
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress! + offset, bytes.count - offset) }
      if count < 0 && errno == EINTR { continue }
      // Nobody is left to tell.
      if count <= 0 { return }
      offset += count
    }
  }
  static func standard(_ text: String) { write(Array(text.utf8), to: 1) }
  static func error(_ text: String) { write(Array(text.utf8), to: 2) }
}
