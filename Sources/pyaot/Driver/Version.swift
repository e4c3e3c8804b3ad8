// The version, and what identifies this build of the compiler in cache keys.

enum Version {
  static let number = "0.1.0"

  /// Changes with every build of the compiler: the content of the executable itself.
  static let buildKey: String = {
    guard let bytes = try? Files.read("/proc/self/exe") else { return number }
    var hash = ContentHash()
    hash.add(bytes)
    return hash.digest
  }()
}
