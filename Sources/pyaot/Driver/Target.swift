// What a program is built for: the machine, its C library, and the kind of file.

/// The machine that runs what is built, and the C library that it has.
struct Target: Equatable {
  /// Zig's triple, for `-target`; nil is this machine with its own C library and all instructions of its processor.
  var triple: String?
  var architecture = Architecture.host
  /// musl, which is linked into the executable; glibc exists only as a shared library.
  var isStatic = false

  enum Architecture: String, CaseIterable {
    case amd64 = "x86_64"
    case aarch64

    static var host: Architecture {
      #if arch(arm64)
        .aarch64
      #else
        .amd64
      #endif
    }
  }

  struct Unknown: Error {
    var message: String
  }

  static let native = Target()

  /// The words that `--target` takes, for messages.
  static let known = Architecture.allCases.flatMap { ["\($0.rawValue)-linux-gnu", "\($0.rawValue)-linux-musl"] }

  /// From a triple ARCHITECTURE-linux[-gnu[.VERSION]|-musl], `native`, or none; with `isStatic` the C library must be, or becomes,
  /// musl.
  static func parse(_ text: String?, isStatic: Bool) throws(Unknown) -> Target {
    guard let text, text != "native" else {
      // Zig's word for this machine's processor, instructions included.
      return isStatic ? Target(triple: "native-linux-musl", isStatic: true) : .native
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard (2...3).contains(parts.count), parts[1] == "linux", let architecture = Architecture(rawValue: parts[0]) else {
      throw Unknown(message: "there is no target \(text) (there are \(known.joined(separator: ", ")))")
    }
    let library = parts.count == 3 ? parts[2] : isStatic ? "musl" : "gnu"
    switch library {
    case "musl": break
    case _ where library == "gnu" || isVersion(library, of: "gnu."):
      if isStatic { throw Unknown(message: "--static is for musl: glibc of \(text) can only be a shared library") }
    default: throw Unknown(message: "there is no C library \(library) (there are gnu, gnu.2.31 and the like, musl)")
    }
    return Target(
      triple: "\(architecture.rawValue)-linux-\(library)", architecture: architecture, isStatic: library == "musl")
  }

  private static func isVersion(_ text: String, of prefix: String) -> Bool {
    let numbers = text.dropFirst(prefix.count).split(separator: ".", omittingEmptySubsequences: false)
    return text.hasPrefix(prefix) && (2...3).contains(numbers.count) && numbers.allSatisfy { UInt16($0) != nil }
  }

  /// Executables of this target run here.
  var isRunnable: Bool { architecture == .host }

  var zigFlags: [String] { triple.map { ["-target", $0] } ?? [] }

  /// In keys of the cache.
  var key: String { triple ?? "native" }
}

/// What is built of a program.
enum ProductForm {
  case executable
  /// With `pyaot_main` as its only symbol (docs/shared-libraries.md).
  case sharedLibrary

  /// The runtime's function that the product starts with.
  var entry: String {
    switch self {
    case .executable: "main"
    case .sharedLibrary: "pyaot_main"
    }
  }

  var suffix: String {
    switch self {
    case .executable: ".exe"
    case .sharedLibrary: ".so"
    }
  }
}
