// Runs the private Zig compiler.
import Glibc

/// Zig refused what we generated, or could not run: an internal error of pyaot.
struct ZigError: Error, CustomStringConvertible {
  var command: [String]
  var output: [UInt8]
  var description: String {
    "zig failed: \(command.joined(separator: " "))\n\(String(decoding: output, as: UTF8.self))"
  }
}

struct ZigTool {
  let toolchain: Toolchain
  let cache: Cache

  init(_ toolchain: Toolchain, _ cache: Cache) {
    self.toolchain = toolchain
    self.cache = cache
  }

  private var environment: [String: String] {
    ["ZIG_LOCAL_CACHE_DIR": cache.root + "/zig", "ZIG_GLOBAL_CACHE_DIR": cache.root + "/zig", "NO_COLOR": "1"]
  }

  func run(_ arguments: [String]) throws {
    let command = [toolchain.zig] + arguments
    let result = try Processes.run(command, environment: environment)
    guard result.status == 0 else { throw ZigError(command: command, output: result.errorOutput) }
  }

  /// Compiles one generated file to an object.
  func object(_ source: String, _ output: String, _ flags: [String]) throws {
    try run(
      ["build-obj"] + flags + [
        "-ffunction-sections", "-fdata-sections", "-fPIC", "-lc", "-femit-bin=\(output)", "--dep", "pyrt",
        "-Mroot=\(source)", "-Mpyrt=\(toolchain.runtime)/pyrt.zig",
      ])
  }

  /// Links objects and archives to an executable.
  func link(_ objects: [String], _ output: String, debug: Bool) throws {
    let symbols = debug ? [] : ["-fstrip"]
    try run(["build-exe", "-OReleaseFast", "--gc-sections", "-lc", "-lm", "-femit-bin=\(output)"] + symbols + objects)
  }
}
