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
    var hash = ContentHash()
    hash.add(Version.buildKey)
    hash.add(runtime.key)
    hash.add(graph.main.name)
    for name in compiled.map(\.name) + ["-"] + native.map(\.name) + ["-"] + graph.leftOutNames { hash.add(name) }
    // Their keys stand for the names that they mention as well.
    for object in objects { hash.add(object.key) }
    hash.add(options.debug ? 1 : 0)
    let key = hash.digest
    if !options.force, let executable = cache.find("program", key, ".exe") {
      // Objects of it may have been evicted; they are not needed.
      pool.cancel()
      return (executable, false)
    }
    _ = try observer.timed("zig (what was left after the passes)") { try pool.finish() }
    let paths = try objects.map { object in
      guard let path = cache.find("module", object.key, ".o") else { throw MissingObject() }
      return path
    }
    let work = try WorkFolder(cache)
    var names = ZigProgram.Names(
      used: objects.reduce(into: Set(native.flatMap(\.uses))) { $0.formUnion($1.names) },
      all: objects.contains { $0.opensNames })
    let pruned = try observer.timed("prune") {
      try prune(runtime, names, native.map(\.symbol), paths, work.path + "/runtime.o")
    }
    names.lookedUp = pruned?.lookedUp
    let program = ZigProgram.emit(
      main: graph.main.name, modules: compiled.map(\.name), native: native, leftOut: graph.leftOutNames,
      table: runtime.table, names: names, classes: pruned?.classes)
    hash = ContentHash()
    hash.add(Version.buildKey)
    hash.add(runtime.key)
    hash.add(program)
    let programKey = hash.digest
    if options.force || cache.find("program", programKey, ".o") == nil {
      let flags = ["-OReleaseSmall", "-fstrip", "-fno-unwind-tables"]
      try pool.add(zigTask("program", programKey, program, "program", flags))
    }
    _ = try observer.timed("zig (program object)") { try pool.finish() }
    guard let main = cache.find("program", programKey, ".o") else { throw MissingObject() }
    pool.say("linking")
    let library = pruned?.path ?? runtime.archive
    let linked = work.path + "/program"
    do {
      try observer.timed("link") {
        try Linker(toolchain: toolchain, cache: cache, debug: options.debug)
          .link([main] + paths + [library], linked, work)
      }
    } catch let error as ZigError {
      guard ([main, library] + paths).allSatisfy(Files.exists) else { throw MissingObject() }
      throw error
    }
    return (try cache.keep(linked, "program", key, ".exe"), true)
  }

  /// Writes the runtime without what the program cannot reach; nil: it is to be linked as it is.
  private func prune(
    _ runtime: RuntimeArchive, _ names: ZigProgram.Names, _ native: [String], _ objects: [String], _ path: String
  ) throws -> (path: String, classes: Set<String>, lookedUp: Set<String>)? {
    guard let rules = runtime.table.pruning, let whole = ObjectFile.only(inArchive: try Files.read(runtime.archive))
    else { return nil }
    var pruner = Pruner(whole, runtime.table, rules, names)
    var wanted = names.used.filter { $0.hasPrefix("pyrt_type_") }
    for object in objects {
      guard let module = ObjectFile(try Files.read(object)) else { return nil }
      for symbol in module.symbols where symbol.section == 0 { wanted.insert(symbol.name) }
    }
    pruner.reach(from: wanted.union(native))
    try cache.writing { try Files.write(path, pruner.prunedObject()) }
    return (path, pruner.keptClasses, pruner.lookedUp)
  }
}
