// What the command line asks of a build.
import Passes

enum ProgramSource {
  case file(String)
  case code(String)
  case module(String)
  case standardInput
}

struct BuildOptions {
  var level = 2
  /// `-Os`
  var forSize = false
  var force = false
  /// `-g`: symbols, and the runtime in its checking debug mode (leak check, safety checks).
  var debug = false
  var passOptions = PassOptions()
  var printAfter: [String] = []
  var printAfterAll = false
  var timePasses = false
  var statistics = false

  /// Everything in the options that decides what is generated.
  var key: String {
    "O\(level)\(forSize ? "s" : "")\(debug ? " g" : "") disable=\(passOptions.disabled.sorted()) "
      + "limit=\(passOptions.bisectLimit.map(String.init) ?? "-")"
  }

  /// Zig's flags for generated code.
  var zigFlags: [String] {
    let symbols = debug ? [] : ["-fstrip"]
    if forSize { return ["-OReleaseSmall"] + symbols }
    // Zig's own backend (-fno-llvm) would be faster still, but 0.15.2 miscompiles what we generate.
    return (level == 0 && !debug ? ["-OReleaseSmall"] : ["-OReleaseFast"]) + symbols
  }

  /// The mode that the runtime is built in.
  var runtimeMode: String { debug ? "Debug" : forSize ? "ReleaseSmall" : "ReleaseFast" }
}
