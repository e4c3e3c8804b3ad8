// The cache: files named by a hash of everything they depend on, never by time. A file appears complete or not at all
// (written beside its place, then renamed), so any number of processes may share the folder.

struct Cache {
  let root: String

  static func open() throws -> Cache {
    let root: String
    if let path = Files.environment("PYAOT_CACHE") {
      root = path
    } else if let path = Files.environment("XDG_CACHE_HOME") {
      root = path + "/pyaot"
    } else {
      root = (Files.environment("HOME") ?? "/tmp") + "/.cache/pyaot"
    }
    try Files.makeDirectory(root)
    return Cache(root: root)
  }

  /// Path of an entry; its folder exists afterwards.
  func path(_ kind: String, _ key: String, _ suffix: String) throws -> String {
    let folder = "\(root)/\(kind)/\(key.prefix(2))"
    try Files.makeDirectory(folder)
    return "\(folder)/\(key)\(suffix)"
  }
}
