// Links objects to an executable or a shared library. Zig knows how to call its linker on this system but takes longer to find out than the
// linker takes; so the linker's command line is kept from Zig's first link and used again with other objects.
import Glibc

struct Linker {
  let toolchain: Toolchain
  let cache: Cache
  let options: BuildOptions

  private static let outputMark = "\u{1}output"
  private static let inputsMark = "\u{1}inputs"

  /// Links `inputs`, objects before archives, into a new file at `output`.
  func link(_ inputs: [String], _ output: String, _ work: WorkFolder) throws {
    if let path = cache.find("link", key, ".recipe"), try replay(path, inputs, output, work) { return }
    let symbols = options.target.zigFlags + (options.debug ? [] : ["-fstrip"])
    let zig = ZigTool(toolchain, cache)
    let command = zig.command(
      (options.form == .executable
        ? ["build-exe"] : ["build-lib", "-dynamic", "--version-script", toolchain.runtime + "/shared.map"])
        + ["-OReleaseFast", "--gc-sections", "-lc", "-lm", "--verbose-link", "-femit-bin=\(output)"] + symbols + inputs)
    var environment = zig.environment(work)
    // Here Zig builds what it links to every program, once for all.
    environment["ZIG_LOCAL_CACHE_DIR"] = cache.root + "/zig"
    let result = try Processes.run(command, environment: environment, errors: work.path + "/errors")
    guard result.status == 0 else {
      throw ZigError(command: command, output: result.errorOutput, status: result.status)
    }
    try learn(String(decoding: result.errorOutput, as: UTF8.self), inputs, output)
  }

  private var key: String {
    ContentHash.digest(
      Array(
        "\(toolchain.home) \(toolchain.zig) \(toolchain.zigKey) \(options.debug) \(options.target.key)\(options.form.suffix)"
          .utf8))
  }

  /// Keeps the linker's command line if it names exactly our files where they are expected.
  private func learn(_ text: String, _ inputs: [String], _ output: String) throws {
    guard let line = text.split(separator: "\n").last(where: { $0.hasPrefix("ld.lld ") }) else { return }
    let words = line.split(separator: " ").map(String.init)
    guard let first = inputs.first, let start = words.firstIndex(of: first), words.count >= start + inputs.count,
      Array(words[start..<start + inputs.count]) == inputs, words.filter({ $0 == output }).count == 1
    else { return }
    var recipe: [String] = []
    for word in words[..<start] + [Linker.inputsMark] + words[(start + inputs.count)...] {
      // Zig writes paths as seen from the current folder.
      let isFile = !word.hasPrefix("/") && (word.hasSuffix(".a") || word.hasSuffix(".o"))
      recipe.append(word == output ? Linker.outputMark : isFile ? Files.absolute(word) : word)
    }
    _ = try cache.put(Array(recipe.joined(separator: "\n").utf8), "link", key, ".recipe")
  }

  /// Links as kept; false if that is not possible any more.
  private func replay(_ recipe: String, _ inputs: [String], _ output: String, _ work: WorkFolder) throws -> Bool {
    let words = String(decoding: try cache.read(recipe), as: UTF8.self).split(separator: "\n").map(String.init)
    let files = words.filter { $0.hasPrefix("/") && ($0.hasSuffix(".a") || $0.hasSuffix(".o")) }
    guard files.allSatisfy(Files.exists) else { return false }
    let arguments = words.flatMap { word in
      word == Linker.inputsMark ? inputs : [word == Linker.outputMark ? output : word]
    }
    let zig = ZigTool(toolchain, cache)
    let result = try Processes.run(
      zig.command(arguments), environment: zig.environment(work), errors: work.path + "/errors")
    return result.status == 0
  }
}
