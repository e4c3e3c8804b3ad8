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
    let mode = options.forSize ? "ReleaseSmall" : "ReleaseFast"
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
    try zig.run([
      "build-lib", "-O\(mode)", "-ffunction-sections", "-fdata-sections", "-fPIC", "-fstrip", "-lc", "--name", "pyrt",
      "-femit-bin=\(temporary)", "-Mroot=\(toolchain.runtime)/src/root.zig",
    ])
    try Files.rename(temporary, archive)
    let text = try zig.output([
      "run", "-fno-llvm", "-lc", "-Mroot=\(toolchain.runtime)/src/print_table.zig",
    ])
    try Files.write(table, text)
  }
}
