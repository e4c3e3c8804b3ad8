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
  var strip = false
  var passOptions = PassOptions()
  var printAfter: [String] = []
  var printAfterAll = false
  var timePasses = false
  var statistics = false

  /// Everything in the options that decides what is generated.
  var key: String {
    "O\(level)\(forSize ? "s" : "")\(strip ? " strip" : "") disable=\(passOptions.disabled.sorted()) "
      + "limit=\(passOptions.bisectLimit.map(String.init) ?? "-")"
  }

  /// Zig's flags for generated code. Without optional passes the quick backend serves.
  var zigFlags: [String] {
    if forSize { return ["-OReleaseSmall"] }
    return level == 0 ? ["-OReleaseFast", "-fno-llvm"] : ["-OReleaseFast"]
  }
}
