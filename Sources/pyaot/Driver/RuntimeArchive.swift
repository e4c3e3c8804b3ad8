// The runtime as a static archive, built once for a mode and cached by the content of its sources; with it the table of what
// it offers by name.
import BackendZig
import Glibc

struct RuntimeArchive {
  let archive: String
  let table: BuiltinTable
  /// Identifies the runtime in other cache keys.
  let key: String
  /// Identifies the part of it that generated code is compiled with.
  let interface: String
  /// What the key was made from.
  let inputs: [ManifestInput]

  /// Finds it prebuilt beside the runtime, in the cache, or builds it.
  static func prepare(
    _ toolchain: Toolchain, _ cache: Cache, _ options: BuildOptions, _ progress: inout Progress
  ) throws -> RuntimeArchive {
    let mode = options.runtimeMode
    let prebuilt = "\(toolchain.runtime)/prebuilt/\(mode)"
    if options.target == .native, Files.exists(prebuilt + "/key") {
      let key = try Files.read(prebuilt + "/key")
      return try load(
        toolchain, cache, prebuilt + "/libpyrt.a", prebuilt + "/builtins.table", String(decoding: key, as: UTF8.self),
        [.file(prebuilt + "/key", hash: ContentHash.digest(key))])
    }
    let sources = try RuntimeSources.find(toolchain, cache)
    var hash = ContentHash()
    hash.add(mode)
    hash.add(options.target.key)
    hash.add(toolchain.zigKey)
    hash.add(sources.key)
    let key = hash.digest
    // `.a` comes last, so that it never stands alone.
    if let archive = cache.find("runtime", key, ".a"), let table = cache.find("runtime", key, ".table") {
      return try load(toolchain, cache, archive, table, key, sources.inputs)
    }
    let archive = try build(toolchain, mode, options.target, cache, key, &progress)
    guard let table = cache.find("runtime", key, ".table") else { throw CacheEntryLost(path: archive) }
    return try load(toolchain, cache, archive, table, key, sources.inputs)
  }

  private static func load(
    _ toolchain: Toolchain, _ cache: Cache, _ archive: String, _ table: String, _ key: String, _ inputs: [ManifestInput]
  ) throws -> RuntimeArchive {
    let text = String(decoding: try cache.read(table), as: UTF8.self)
    return RuntimeArchive(
      archive: archive, table: try BuiltinTable(parsing: text), key: key,
      interface: try RuntimeSources.interface(toolchain), inputs: inputs)
  }

  /// Builds archive and table; returns the archive's path.
  private static func build(
    _ toolchain: Toolchain, _ mode: String, _ target: Target, _ cache: Cache, _ key: String,
    _ progress: inout Progress
  ) throws -> String {
    let work = try WorkFolder(cache)
    let product = work.path + "/libpyrt.a"
    var pool = ToolPool(cache, limit: Processes.processors, progress)
    let zig = ZigTool(toolchain, cache)
    let command = zig.command(
      [
        "build-lib", "-O\(mode)", "-fllvm", "-ffunction-sections", "-fdata-sections", "-fPIC", "-lc", "--name", "pyrt",
        "-femit-bin=\(product)",
      ] + target.zigFlags + (mode == "Debug" ? [] : ["-fstrip", "-fno-unwind-tables"]) + [
        "-Mroot=\(toolchain.runtime)/src/root.zig"
      ])
    try pool.add(
      ToolTask(
        title: "runtime (once)", key: key,
        command: command,
        environment: zig.environment(work),
        work: work,
        existing: { cache.find("runtime", key, ".a") },
        finish: {
          guard let text = tableText(try Files.read(product)) else {
            throw InternalError(description: "the runtime archive holds no table of builtins")
          }
          _ = try cache.put(text, "runtime", key, ".table")
          return try cache.keep(product, "runtime", key, ".a")
        }))
    defer { progress = pool.progress }
    do {
      guard let path = try pool.finish()[key] else { preconditionFailure("a finished task has a product") }
      return path
    } catch {
      pool.cancel()
      throw error
    }
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
