// The short way to an executable: what a command was answered with last time, and what that answer depended on.
import Frontend
import Glibc

/// An executable in the cache, and what becomes of its `sys.argv[0]`.
struct Program {
  var executable: String
  /// Path of the main module, as in tracebacks.
  var mainPath: String
  /// Diagnostics to show before it runs.
  var messages = ""
  /// The executable, opened: it stays ours when its name goes from the cache.
  var file: Int32?

  /// False if it is not there any more.
  mutating func open() -> Bool {
    let file = Glibc.open(executable, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    self.file = file
    return true
  }
}

struct ProgramManifest {
  let cache: Cache
  let key: String

  /// Nil for programs that are read from standard input.
  init?(_ source: ProgramSource, _ options: BuildOptions, _ toolchain: Toolchain, _ cache: Cache) {
    var hash = ContentHash()
    switch source {
    case .file(let path):
      hash.add(1)
      hash.add(Files.absolute(path))
    case .code(let text):
      hash.add(2)
      hash.add(text)
      hash.add(Files.absolute("."))
    case .module(let name):
      hash.add(3)
      hash.add(name)
      hash.add(Files.absolute("."))
    case .standardInput: return nil
    }
    hash.add(Version.buildKey)
    hash.add(toolchain.home)
    hash.add(toolchain.zig)
    hash.add(toolchain.zigKey)
    hash.add(Toolchain.standardLibrary() ?? "")
    hash.add(options.key)
    hash.add(options.diagnostics.key)
    self.cache = cache
    key = hash.digest
  }

  /// The program of last time, if it is still right, with what was shown then.
  func find() -> Program? {
    for folder in [cache.root] + cache.others {
      guard let bytes = try? Files.read(Cache.path(folder, "manifest", key, ".manifest")),
        let valid = Manifest.valid(bytes)
      else { continue }
      let parts = valid.result.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, cache.use(parts[0]) else { continue }
      // Only saves reading the next time; where it cannot be written nothing is lost.
      if let improved = valid.improved { _ = try? cache.put(improved, "manifest", key, ".manifest") }
      return Program(executable: parts[0], mainPath: parts[1], messages: valid.messages)
    }
    return nil
  }

  /// Remembers a program with everything that its modules were found by.
  func record(
    _ program: Program, _ graph: ModuleGraph, _ runtime: RuntimeArchive, absent: [String], begin: Int64
  ) throws {
    guard !program.executable.contains("\n"), !program.mainPath.contains("\n") else { return }
    var manifest = Manifest(result: "\(program.executable)\n\(program.mainPath)", begin: begin)
    manifest.messages = program.messages
    for module in graph.modules where !module.isNamespacePackage {
      // The texts of -c have no file; they are part of the key.
      if module.id == graph.main.id && !module.path.hasPrefix("/") { continue }
      guard let hash = ProgramManifest.hash(of: module, begin) else { return }
      manifest.add(.file(module.path, hash: hash))
    }
    let main = graph.main.path
    if main.hasPrefix("/") { manifest.add(.link(main, to: Files.resolved(main))) }
    for module in graph.modules {
      if module.isNamespacePackage {
        for folder in module.searchPath { manifest.add(.folder(folder)) }
      }
      for path in module.imports.flatMap(ProgramManifest.extensions) { manifest.add(.untouched(path)) }
    }
    for path in absent + graph.probedPaths { manifest.add(.absent(path)) }
    for input in runtime.inputs { manifest.add(input) }
    if manifest.isDoubtful { return }
    _ = try cache.put(manifest.bytes, "manifest", key, ".manifest")
  }

  /// Shared libraries that an import found.
  private static func extensions(_ entry: ModuleImport) -> [String] {
    let parts = entry.names.compactMap { name -> ModuleResolution? in
      switch name.resolution {
      case .submodule(let found), .attributeOrSubmodule(let found): found
      case .attribute: nil
      }
    }
    return (entry.steps + parts).compactMap { step in
      if case .extensionModule(_, let path) = step { return path }
      return nil
    }
  }

  /// Hash of the module's file, if that still holds what was compiled.
  private static func hash(of module: Module, _ begin: Int64) -> String? {
    let identity = FileIdentity(module.path)
    guard let bytes = try? Files.read(module.path) else { return nil }
    if let source = module.source {
      guard let again = try? SourceFile(path: module.path, contents: bytes), again.bytes == source.bytes else {
        return nil
      }
    } else if identity?.isSettled(at: begin) != true {
      // Nothing to compare with: the text could not be decoded, or the file not be read.
      return nil
    }
    return ContentHash.digest(bytes)
  }
}
