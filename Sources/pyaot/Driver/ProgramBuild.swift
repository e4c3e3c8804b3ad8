// From a program to an executable: one object for each module, the program object, the link. Every product is cached under
// a hash of all it depends on; the executable moreover under the command that asked for it (`ProgramManifest`), so that an
// unchanged program is found without reading its modules.
import BackendZig
import Frontend

extension Compiler {
  /// Builds the executable in the cache, or finds it there.
  mutating func build(_ source: ProgramSource) throws -> Program {
    let begin = FileIdentity.now()
    let manifest = ProgramManifest(source, options, toolchain, cache)
    if !options.force, let program = manifest?.find() { return program }
    var attempts = 0
    while true {
      do {
        let runtime = try preparedRuntime()
        let graph = try observer.timed("parse and find modules") { try self.graph(source) }
        let (executable, isNew) = try link(graph, runtime)
        let program = Program(executable: executable, mainPath: graph.main.path)
        progress.clear()
        observer.finish()
        try manifest?.record(
          program, graph, runtime, absent: probedPaths, messages: renderedDiagnostics, begin: begin)
        if isNew { CacheContent.trim(cache.root) }
        return program
      } catch let error as MissingObject {
        // Another process made room in the cache meanwhile.
        attempts += 1
        archive = nil
        diagnostics = DiagnosticSink()
        if attempts == 3 { throw error }
      }
    }
  }

  /// An object that was in the cache is not there any more.
  private struct MissingObject: Error {}

  private mutating func link(_ graph: ModuleGraph, _ runtime: RuntimeArchive) throws -> (path: String, isNew: Bool) {
    if options.statistics {
      for module in graph.modules { Output.error("module \(module.name): \(module.path)\n") }
    }
    var pool = ToolPool(cache, limit: options.jobs, progress)
    defer { progress = pool.progress }
    do {
      return try link(graph, runtime, &pool)
    } catch {
      pool.cancel()
      throw error
    }
  }

  private func link(
    _ graph: ModuleGraph, _ runtime: RuntimeArchive, _ pool: inout ToolPool
  ) throws -> (path: String, isNew: Bool) {
    let compiled = graph.modules.filter { $0.ast != nil }
    var objects: [ModuleObject] = []
    for module in compiled { objects.append(try moduleObject(module, runtime, &pool)) }
    let native = runtime.table.modules.filter { graph.nativeModules.contains($0.name) }
    let used = objects.reduce(into: Set(native.flatMap(\.uses))) { $0.formUnion($1.names) }
    let program = ZigProgram.emit(
      main: graph.main.name, modules: compiled.map(\.name), native: native, leftOut: graph.leftOutNames,
      table: runtime.table, names: .init(used: used, all: objects.contains { $0.opensNames }))
    var hash = ContentHash()
    hash.add(Version.buildKey)
    hash.add(runtime.key)
    hash.add(program)
    let programKey = hash.digest
    for object in objects { hash.add(object.key) }
    hash.add(options.debug ? 1 : 0)
    let key = hash.digest
    if !options.force, let executable = cache.find("program", key, ".exe") {
      // Objects of it may have been evicted; they are not needed.
      pool.cancel()
      return (executable, false)
    }
    if options.force || cache.find("program", programKey, ".o") == nil {
      try pool.add(zigTask("program", programKey, program, "program", ["-OReleaseSmall", "-fstrip"]))
    }
    _ = try observer.timed("zig (what was left after the passes)") { try pool.finish() }
    guard let main = cache.find("program", programKey, ".o") else { throw MissingObject() }
    let paths = try objects.map { object in
      guard let path = cache.find("module", object.key, ".o") else { throw MissingObject() }
      return path
    }
    pool.say("linking")
    let work = try WorkFolder(cache)
    let linked = work.path + "/program"
    do {
      try observer.timed("link") {
        try Linker(toolchain: toolchain, cache: cache, debug: options.debug)
          .link([main] + paths + [runtime.archive], linked, work)
      }
    } catch let error as ZigError {
      guard ([main, runtime.archive] + paths).allSatisfy(Files.exists) else { throw MissingObject() }
      throw error
    }
    return (try cache.keep(linked, "program", key, ".exe"), true)
  }
}
