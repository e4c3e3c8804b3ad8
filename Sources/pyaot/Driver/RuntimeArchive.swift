// The runtime as a static archive, built once for a mode and cached by the content of its sources; with it the table of what
// it offers by name.
import BackendZig
import Glibc

struct RuntimeArchive {
  let archive: String
  let table: BuiltinTable
  /// Identifies the runtime in other cache keys.
  let key: String

  /// Finds it prebuilt beside the runtime, in the cache, or builds it.
  static func prepare(_ toolchain: Toolchain, _ cache: Cache, _ options: BuildOptions) throws -> RuntimeArchive {
    let mode = options.runtimeMode
    let prebuilt = "\(toolchain.runtime)/prebuilt/\(mode)"
    if Files.exists(prebuilt + "/key"), let key = try? Files.read(prebuilt + "/key") {
      return try load(prebuilt + "/libpyrt.a", prebuilt + "/builtins.table", String(decoding: key, as: UTF8.self))
    }
    var hash = ContentHash()
    hash.add(mode)
    for name in Files.tree(toolchain.runtime, suffix: ".zig") {
      hash.add(name)
      hash.add(try Files.read("\(toolchain.runtime)/\(name)"))
    }
    let key = hash.digest
    let archive = try cache.path("runtime", key, ".a")
    let table = try cache.path("runtime", key, ".table")
    if !Files.exists(archive) || !Files.exists(table) {
      try build(toolchain, mode, cache, archive: archive, table: table)
    }
    return try load(archive, table, key)
  }

  private static func load(_ archive: String, _ table: String, _ key: String) throws -> RuntimeArchive {
    let text = String(decoding: try Files.read(table), as: UTF8.self)
    return RuntimeArchive(archive: archive, table: try BuiltinTable(parsing: text), key: key)
  }

  /// Builds archive and table under temporary names, then renames.
  static func build(_ toolchain: Toolchain, _ mode: String, _ cache: Cache, archive: String, table: String) throws {
    let temporary = "\(archive).\(getpid()).a"
    let zig = ZigTool(toolchain, cache)
    try zig.run(
      [
        "build-lib", "-O\(mode)", "-fllvm", "-ffunction-sections", "-fdata-sections", "-fPIC", "-lc", "--name", "pyrt",
        "-femit-bin=\(temporary)", "-Mroot=\(toolchain.runtime)/src/root.zig",
      ] + (mode == "Debug" ? [] : ["-fstrip"]))
    guard let text = tableText(try Files.read(temporary)) else {
      throw InternalError(description: "the runtime archive holds no table of builtins")
    }
    try Files.write(table, text)
    try Files.rename(temporary, archive)
  }

  /// The text between the marks of `runtime/src/table.zig`.
  private static func tableText(_ archive: [UInt8]) -> [UInt8]? {
    // The text starts with a class; debug information may hold the mark alone.
    let begin = Array("PYAOT-TABLE-BEGIN\nclass ".utf8)
    let end = Array("PYAOT-TABLE-END\n".utf8)
    guard let start = find(begin, in: archive, from: 0), let stop = find(end, in: archive, from: start) else {
      return nil
    }
    return Array(archive[(start + begin.count - 6)..<stop])
  }

  private static func find(_ needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    var offset = start
    return bytes.withUnsafeBytes { haystack in
      while offset + needle.count <= haystack.count {
        guard let next = haystack[offset...].firstIndex(of: needle[0]) else { return nil }
        if next + needle.count <= haystack.count, haystack[next..<next + needle.count].elementsEqual(needle) {
          return next
        }
        offset = next + 1
      }
      return nil
    }
  }
}
