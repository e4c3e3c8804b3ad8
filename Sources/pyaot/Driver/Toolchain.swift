// Where the compiler's own files are: the Zig compiler, the runtime's sources, our Python modules, CPython's library.
// Installed: `<prefix>/bin/pyaot` beside `<prefix>/lib/pyaot/`. In a checkout: the folder that holds `runtime/pyrt.zig`.

/// The toolchain is incomplete; the message holds the exact line that mends it.
struct ToolchainError: Error {
  var message: String
  var help: String
}

struct Toolchain {
  /// Holds `runtime/` and the private Zig.
  let home: String
  let zig: String

  var runtime: String { home + "/runtime" }
  var library: String { home + "/runtime/lib" }

  /// Tells one version of Zig from another in cache keys, without reading its 170 MB.
  var zigKey: String { FileIdentity(zig).map { "zig \($0.size)" } ?? "zig" }

  static func locate() throws -> Toolchain {
    let home = try locateHome()
    let found = [home + "/zig/ziglang/zig", home + "/.build-zig/ziglang/zig"].first(where: Files.exists)
    if let named = Files.environment("PYAOT_ZIG") {
      if Files.exists(named) { return Toolchain(home: home, zig: named) }
      // What the user names is used or refused, never passed over.
      throw ToolchainError(
        message: "there is no Zig compiler at \(named) (PYAOT_ZIG)",
        help: "unset PYAOT_ZIG" + (found == nil ? " && \(installation(home))" : ""))
    }
    if let found { return Toolchain(home: home, zig: found) }
    throw ToolchainError(
      message: "the Zig compiler (ziglang \(zigVersion)) is not installed", help: installation(home))
  }

  static let zigVersion = "0.15.2"

  /// The command that installs Zig where it is looked for.
  static func installation(_ home: String) -> String {
    "python3 -m pip install --target \(home)/zig ziglang==\(zigVersion)"
  }

  private static func locateHome() throws -> String {
    if let home = Files.environment("PYAOT_HOME") { return home }
    var folder = Files.directory(of: Files.executablePath())
    let installed = Files.directory(of: folder) + "/lib/pyaot"
    if Files.exists(installed + "/runtime/pyrt.zig") { return installed }
    while folder != "/" && folder != "." {
      if Files.exists(folder + "/runtime/pyrt.zig") { return folder }
      folder = Files.directory(of: folder)
    }
    throw ToolchainError(
      message: "the runtime of pyaot is not beside its executable", help: "make install   (in a checkout of pyaot)")
  }

  /// CPython 3.13's standard library, for modules that are compiled from it: `PYAOT_STDLIB`, the active environment's,
  /// pyenv's, the system's.
  static func standardLibrary() -> String? {
    if let path = Files.environment("PYAOT_STDLIB") { return path }
    var candidates: [String] = []
    if let python = Files.environment("PYTHON313") {
      candidates.append(Files.directory(of: Files.directory(of: python)) + "/lib/python3.13")
    }
    let home = Files.environment("HOME") ?? ""
    let pyenv = (Files.environment("PYENV_ROOT") ?? home + "/.pyenv") + "/versions"
    for name in Files.list(pyenv).sorted().reversed() where name.hasPrefix("3.13") {
      candidates.append("\(pyenv)/\(name)/lib/python3.13")
    }
    candidates += ["/usr/local/lib/python3.13", "/usr/lib/python3.13"]
    return candidates.first { Files.exists($0 + "/os.py") }
  }
}
