// Looks for a module in a list of directories, in the order of CPython's path finder: in each
// directory a package, an extension module, a source file; a bare directory counts as a part of a
// namespace package if nothing else is found anywhere.

struct ModuleFinder {
  enum Found {
    case source(path: String, isPackage: Bool, searchPath: [String])
    case namespace([String])
    case extensionModule(String)
    case nothing
  }

  /// Every path that was tried and is absent, each once, in order.
  private(set) var probedPaths: [String] = []
  private var probed: Set<String> = []

  #if arch(arm64)
    private static let machine = "aarch64"
  #else
    private static let machine = "x86_64"
  #endif
  private static let extensionSuffixes = [
    ".cpython-313-\(machine)-linux-gnu.so", ".abi3.so", ".so",
  ]

  /// Looks for a module by the last part of its name.
  mutating func find(_ name: String, in directories: [String]) -> Found {
    var portions: [String] = []
    for directory in directories {
      let base = directory == "/" ? "/\(name)" : "\(directory)/\(name)"
      let isDirectory = exists(base, .directory)
      if isDirectory, exists(base + "/__init__.py", .file) {
        return .source(path: base + "/__init__.py", isPackage: true, searchPath: [base])
      }
      for suffix in ModuleFinder.extensionSuffixes where exists(base + suffix, .file) {
        return .extensionModule(base + suffix)
      }
      if exists(base + ".py", .file) {
        return .source(path: base + ".py", isPackage: false, searchPath: [])
      }
      if isDirectory { portions.append(base) }
    }
    return portions.isEmpty ? .nothing : .namespace(portions)
  }

  private mutating func exists(_ path: String, _ kind: FileSystem.Kind) -> Bool {
    if FileSystem.kind(path) == kind { return true }
    if probed.insert(path).inserted { probedPaths.append(path) }
    return false
  }
}
