// What the command line asks of a build.
import Frontend
import Glibc
import Passes

enum ProgramSource {
  case file(String)
  case code(String)
  case module(String)
  /// Its text, which can be read only once.
  case standardInput([UInt8])

  /// The program's `sys.argv[0]`.
  func argumentZero(_ program: Program) -> String {
    switch self {
    case .file(let path): path
    case .code: "-c"
    case .module: program.mainPath
    case .standardInput: "-"
    }
  }
}

/// How diagnostics are shown.
struct DiagnosticStyle {
  var format: DiagnosticFormat
  var color: Bool

  /// Coloured on a terminal, unless the user does not want it.
  init(format: DiagnosticFormat) {
    self.format = format
    color = isatty(2) == 1 && Files.environment("NO_COLOR") == nil && format == .human
  }

  var key: String { "\(format)\(color ? " color" : "")" }
}

struct BuildOptions {
  var level = 2
  /// `-Os`
  var forSize = false
  var target = Target.native
  var form = ProductForm.executable
  /// Whatever is in the cache, everything is compiled.
  var force = false
  /// `-g`: symbols, and the runtime in its checking debug mode (leak check, safety checks).
  var debug = false
  /// What each pass counted, on stderr.
  var statistics = false
  /// The remarks of the passes, on stderr.
  var remarks: RemarkForm?
  /// How many compilations may run at once.
  var jobs = Processes.processors
  var passOptions = PassOptions()
  var observation = PassObservation()
  var diagnostics = DiagnosticStyle(format: .human)

  /// Takes `-O0`, `-O1`, `-O2` and `-Os`.
  mutating func setLevel(_ argument: String) -> Bool {
    switch argument {
    case "-O0": level = 0
    case "-O1": level = 1
    case "-O2": level = 2
    case "-Os":
      level = 2
      forSize = true
      return true
    default: return false
    }
    forSize = false
    return true
  }

  /// Everything in the options that decides what is generated.
  var key: String {
    "O\(level)\(forSize ? "s" : "")\(debug ? " g" : "") \(target.key)\(form.suffix) disable=\(passOptions.disabled.sorted()) "
      + "limit=\(passOptions.bisectLimit.map(String.init) ?? "-")"
  }

  /// Zig's flags for generated code. Modules of libraries are generic code, which mostly calls the runtime: optimised for
  /// size they run as fast and compile in half the time (functools: 1.4 s against 3.1 s).
  func zigFlags(isLibrary: Bool) -> [String] {
    // Nothing unwinds through tables; without symbols nobody reads them either.
    let symbols = debug ? [] : ["-fstrip", "-fno-unwind-tables"]
    // Zig's own backend (-fno-llvm) would be faster still, but 0.15.2 miscompiles what we generate.
    let isSmall = forSize || level == 0 && !debug || isLibrary
    return target.zigFlags + [isSmall ? "-OReleaseSmall" : "-OReleaseFast"] + symbols
  }

  /// The mode that the runtime is built in.
  var runtimeMode: String { debug ? "Debug" : "ReleaseSmall" }
}

enum RemarkForm: String, Sendable, CaseIterable { case text, json }
