// Command lines of the private Zig compiler.
import Glibc

/// Zig refused what we generated, or could not run: an internal error of pyaot, or no room for its files.
struct ZigError: Error, CustomStringConvertible {
  var command: [String]
  var output: [UInt8]
  /// As `waitpid` gives it.
  var status: Int32

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

  /// Zig's own cache is shared for its library; what belongs to one compilation goes with its work folder.
  func environment(_ work: WorkFolder) -> [String: String] {
    ["ZIG_LOCAL_CACHE_DIR": work.path + "/zig", "ZIG_GLOBAL_CACHE_DIR": cache.root + "/zig", "NO_COLOR": "1"]
  }

  func command(_ arguments: [String]) -> [String] { [toolchain.zig] + arguments }

  /// Compiles one generated file to an object.
  func object(_ source: String, _ output: String, _ flags: [String]) -> [String] {
    generated(source, flags + ["-femit-bin=\(output)"])
  }

  /// Compiles one generated file. No `-lc`: Zig would look for the system's C library each time.
  func generated(_ source: String, _ flags: [String]) -> [String] {
    command(
      ["build-obj"] + flags + [
        "-ffunction-sections", "-fdata-sections", "-fPIC", "--dep", "pyrt", "-Mroot=\(source)",
        "-Mpyrt=\(toolchain.runtime)/pyrt.zig",
      ])
  }
}
