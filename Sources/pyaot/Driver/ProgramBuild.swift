// From a program to an executable: one object for each module, the program object, the link. Every product is cached under
// a hash of all it depends on; the executable moreover under the command that asked for it (`ProgramManifest`), so that an
// unchanged program is found without reading its modules.
import BackendZig
import Frontend

extension Compiler {
  /// Builds the executable in the cache, or finds it there; what there is to show comes with it.
  mutating func build(_ source: ProgramSource) throws -> Program {
    let begin = FileIdentity.now()
    let manifest = ProgramManifest(source, options, toolchain, cache)
    if !options.force, var program = manifest?.find(), program.open() { return program }
    let runtime = try preparedRuntime()
    let graph = try observer.timed("parse and find modules") { try self.graph(source) }
    var (program, isNew) = try link(graph, runtime)
    program.messages = renderedDiagnostics
    diagnostics = DiagnosticSink()
    progress.clear()
    observer.finish()
    try manifest?.record(program, graph, runtime, absent: probedPaths, begin: begin)
    if isNew { CacheContent.trim(cache.root) }
    return program
  }

  private mutating func link(_ graph: ModuleGraph, _ runtime: RuntimeArchive) throws -> (Program, isNew: Bool) {
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
  ) throws -> (Program, isNew: Bool) {
    let compiled = graph.modules.filter { $0.ast != nil }
    let work = try WorkFolder(cache)
    var objects: [ModuleObject] = []
    for module in compiled { objects.append(try moduleObject(module, runtime, work, &pool)) }
    let native = runtime.table.modules.filter { graph.nativeModules.contains($0.name) }
    var hash = ContentHash()
    hash.add(Version.buildKey)
    hash.add(runtime.key)
    hash.add(graph.main.name)
    for name in compiled.map(\.name) + ["-"] + native.map(\.name) + ["-"] + graph.leftOutNames { hash.add(name) }
    for object in objects {
      hash.add(object.key)
      hash.add(object.names.sorted().joined(separator: " "))
    }
    hash.add(options.debug ? 1 : 0)
    hash.add(options.target.key)
    let key = hash.digest
    var result = Program(executable: "", mainPath: graph.main.path)
    if !options.force, let executable = cache.find("program", key, options.form.suffix) {
      result.executable = executable
      if result.open() {
        // Objects of it may have been evicted; they are not needed.
        pool.cancel()
        return (result, false)
      }
    }
    let made = try observer.timed("zig (what was left after the passes)") { try pool.finish() }
    let paths = objects.map { object in
      guard let path = object.path ?? made[object.key] else { preconditionFailure("an object was found or made") }
      return path
    }
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
    let flags = options.target.zigFlags + ["-OReleaseSmall", "-fstrip", "-fno-unwind-tables"]
    let programKey = objectKey(ContentHash.digest(Array(program.utf8)), flags, runtime)
    try pool.add(zigTask("program", programKey, program, "program", flags))
    guard let main = try observer.timed("zig (program object)", { try pool.finish() })[programKey] else {
      preconditionFailure("a finished task has a product")
    }
    pool.say("linking")
    let library = pruned?.path ?? runtime.archive
    let linked = work.path + "/program"
    do {
      try observer.timed("link") {
        try Linker(toolchain: toolchain, cache: cache, options: options)
          .link([main] + paths + [library], linked, work)
      }
    } catch let error as ZigError {
      if let lost = ([main, library] + paths).first(where: { !Files.exists($0) }) { throw CacheEntryLost(path: lost) }
      throw error
    }
    result.executable = linked
    guard result.open() else { throw SystemError("cannot read \(linked)") }
    result.executable = try cache.keep(linked, "program", key, options.form.suffix)
    return (result, true)
  }

  /// Writes the runtime without what the program cannot reach; nil: it is to be linked as it is.
  private func prune(
    _ runtime: RuntimeArchive, _ names: ZigProgram.Names, _ native: [String], _ objects: [String], _ path: String
  ) throws -> (path: String, classes: Set<String>, lookedUp: Set<String>)? {
    guard let rules = runtime.table.pruning, let whole = ObjectFile.only(inArchive: try cache.read(runtime.archive))
    else { return nil }
    var pruner = Pruner(whole, runtime.table, rules, names, entry: options.form.entry)
    var wanted = names.used.filter { $0.hasPrefix("pyrt_type_") }
    for object in objects {
      guard let module = ObjectFile(try cache.read(object)) else { return nil }
      for symbol in module.symbols where symbol.section == 0 { wanted.insert(symbol.name) }
    }
    pruner.reach(from: wanted.union(native))
    if options.statistics { Output.error(pruner.report) }
    try cache.writing { try Files.write(path, pruner.prunedObject()) }
    return (path, pruner.keptClasses, pruner.lookedUp)
  }
}
