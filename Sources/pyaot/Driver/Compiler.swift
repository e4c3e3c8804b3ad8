// From a program's main file to an executable: module graph, one object for each module, the program object, the link.
// Every product is cached under a hash of all it depends on.
import BackendZig
import Frontend
import Glibc
import Passes
import PyIR

/// The user's program cannot be compiled; the diagnostics have been collected.
struct CompilationFailed: Error {}

/// A pass broke the IR, or another internal error; names pass and function.
struct InternalError: Error, CustomStringConvertible {
  var description: String
}

struct Compiler {
  let toolchain: Toolchain
  let cache: Cache
  let options: BuildOptions
  var diagnostics = DiagnosticSink()
  var sources = SourceMap()

  init(_ toolchain: Toolchain, _ cache: Cache, _ options: BuildOptions) {
    self.toolchain = toolchain
    self.cache = cache
    self.options = options
  }

  // MARK: frontend

  mutating func graph(_ source: ProgramSource) throws -> ModuleGraph {
    var request: ModuleGraphOptions
    switch source {
    case .file(let path):
      request = ModuleGraphOptions(mainPath: Files.absolute(path))
    case .code(let text):
      request = ModuleGraphOptions(mainPath: "<string>")
      request.mainText = Array(text.utf8)
      request.mainDirectory = Files.absolute(".")
    case .standardInput:
      request = ModuleGraphOptions(mainPath: "<stdin>")
      request.mainText = try Files.readStandardInput()
      request.mainDirectory = Files.absolute(".")
    case .module(let name):
      let relative = name.split(separator: ".").joined(separator: "/")
      let roots = [Files.absolute(".")] + [Toolchain.standardLibrary()].compactMap { $0 }
      let candidates = roots.flatMap { ["\($0)/\(relative).py", "\($0)/\(relative)/__main__.py"] }
      guard let path = candidates.first(where: Files.exists) else {
        throw InternalError(description: "No module named \(name)")
      }
      request = ModuleGraphOptions(mainPath: path)
      request.mainDirectory = Files.absolute(".")
      let parts = name.split(separator: ".")
      request.mainPackage = path.hasSuffix("__main__.py") ? name : parts.dropLast().joined(separator: ".")
    }
    request.runtimeLibrary = toolchain.library
    request.standardLibrary = Toolchain.standardLibrary()
    request.nativeModules = ["sys", "builtins"]
    let graph = ModuleGraph.build(request, diagnostics: &diagnostics)
    sources = graph.sources
    if diagnostics.hasErrors { throw CompilationFailed() }
    return graph
  }

  // MARK: IR

  static func lower(_ module: Frontend.Module) -> PyIR.Module? {
    guard let source = module.source, let ast = module.ast, let symbols = module.symbols else { return nil }
    return lowerModule(
      LoweringInput(
        source: source, ast: ast, symbols: symbols, moduleName: module.name, isPackage: module.isPackage))
  }

  /// Runs the pipeline up to a stage.
  func runPasses(
    _ module: PyIR.Module, upTo stage: Stage = .owned, specialized: Bool = true,
    print: (String, PyIR.Module) -> Void = { _, _ in }
  ) throws -> PyIR.Module {
    var passOptions = options.passOptions
    passOptions.level = options.level
    if !specialized { passOptions.disabled.insert("specialize") }
    var context = PassContext(module: module, options: passOptions)
    try verify(context.module, after: "irgen")
    var remaining = passOptions.bisectLimit ?? Int.max
    for pass in Pipeline.passes where pass.stageOut <= stage {
      if !pass.required {
        if passOptions.level == 0 || passOptions.disabled.contains(pass.name) || remaining <= 0 { continue }
        remaining -= 1
      }
      pass.run(&context)
      context.module.stage = pass.stageOut
      try verify(context.module, after: pass.name)
      print(pass.name, context.module)
    }
    if options.statistics {
      for (name, value) in context.statistics.sorted(by: { $0.key < $1.key }) {
        Output.error("\(name): \(value)\n")
      }
    }
    return context.module
  }

  private func verify(_ module: PyIR.Module, after pass: String) throws {
    guard options.passOptions.verifyEach else { return }
    let errors = Verifier.verify(module)
    guard let first = errors.first else { return }
    throw InternalError(description: "after \(pass): \(first) (\(errors.count) in all)")
  }

  // MARK: objects

  struct ModuleObject {
    var path: String
    var names: Set<String>
    var opensNames: Bool
  }

  /// The object of one module, from the cache or compiled, with the names that it mentions.
  func moduleObject(_ module: Frontend.Module, _ runtime: RuntimeArchive) throws -> ModuleObject {
    var hash = ContentHash()
    hash.add(compilerKey)
    hash.add(runtime.key)
    hash.add(options.key)
    hash.add(module.name)
    hash.add(module.path)
    hash.add(module.isPackage ? 1 : 0)
    if let source = module.source { hash.add(source.bytes) }
    let key = hash.digest
    let object = try cache.path("module", key, ".o")
    let summary = try cache.path("module", key, ".names")
    if !options.force, Files.exists(object), let text = try? Files.read(summary) {
      return Self.parseSummary(object, String(decoding: text, as: UTF8.self))
    }
    guard let lowered = Compiler.lower(module) else {
      throw InternalError(description: "module \(module.name) has no code")
    }
    let names = Compiler.names(of: lowered)
    let owned = try runPasses(lowered, specialized: isUserCode(module))
    let source = try cache.path("module", key, ".\(getpid()).zig")
    try Files.write(source, Array(ZigEmitter.emit(owned).utf8))
    let temporary = "\(object).\(getpid()).o"
    try ZigTool(toolchain, cache).object(source, temporary, options.zigFlags)
    unlink(source)
    try Files.write(summary, Array(names.sorted().joined(separator: "\n").utf8))
    try Files.rename(temporary, object)
    return Self.parseSummary(object, names.sorted().joined(separator: "\n"))
  }

  private static func parseSummary(_ object: String, _ text: String) -> ModuleObject {
    let names = Set(text.split(separator: "\n").map(String.init))
    return ModuleObject(path: object, names: names, opensNames: !names.isDisjoint(with: openingNames))
  }

  /// Builtins through which any name becomes reachable.
  static let openingNames: Set<String> = [
    "getattr", "setattr", "hasattr", "delattr", "dir", "vars", "globals", "locals", "__dict__", "attrgetter",
    "methodcaller", "__getattribute__", "__import__",
  ]

  /// Every identifier that the module can look up.
  static func names(of module: PyIR.Module) -> Set<String> {
    var names: Set<String> = []
    for constant in module.constants {
      switch constant {
      case .name(let text): names.insert(text)
      // A string may be used as a name (`getattr(x, "y")`), if it can be one.
      case .str(let bytes):
        if bytes.count <= 40, bytes.allSatisfy({ $0 == 95 || ($0 >= 97 && $0 <= 122) }) {
          names.insert(String(decoding: bytes, as: UTF8.self))
        }
      case .i64, .f64, .bool, .none, .true, .false, .ellipsis, .notImplemented, .absent, .smallInt, .bigInt, .float,
        .complex, .bytes, .tuple, .frozenset, .code, .global, .module, .cache:
        break
      }
    }
    return names
  }

  /// Modules of libraries stay in their generic form, so that programs can share them.
  private func isUserCode(_ module: Frontend.Module) -> Bool {
    let libraries = [Toolchain.standardLibrary(), toolchain.library].compactMap { $0 }
    return !libraries.contains { module.path.hasPrefix($0 + "/") }
  }

  private var compilerKey: String { Version.buildKey }

  // MARK: program

  /// Builds the executable at `output` (or in the cache); returns its path.
  mutating func build(_ source: ProgramSource, output: String?) throws -> String {
    let graph = try graph(source)
    if options.statistics {
      for module in graph.modules { Output.error("module \(module.name): \(module.path)\n") }
    }
    let runtime = try RuntimeArchive.prepare(toolchain, cache, options)
    var objects: [String] = []
    var moduleNames: [String] = []
    var names: Set<String> = []
    var opens = false
    for module in graph.modules where module.ast != nil {
      let object = try moduleObject(module, runtime)
      objects.append(object.path)
      moduleNames.append(module.name)
      names.formUnion(object.names)
      opens = opens || object.opensNames
    }
    let program = ZigProgram.emit(
      main: graph.main.name, modules: moduleNames, leftOut: graph.leftOutNames, table: runtime.table,
      names: .init(used: names, all: opens))
    var hash = ContentHash()
    hash.add(compilerKey)
    hash.add(runtime.key)
    hash.add(program)
    for object in objects { hash.add(object) }
    let key = hash.digest
    let executable = try cache.path("program", key, ".exe")
    if options.force || !Files.exists(executable) {
      let text = try cache.path("program", key, ".\(getpid()).zig")
      let object = try cache.path("program", key, ".\(getpid()).o")
      try Files.write(text, Array(program.utf8))
      let zig = ZigTool(toolchain, cache)
      try zig.object(text, object, ["-OReleaseSmall", "-fstrip"])
      let temporary = "\(executable).\(getpid())"
      try zig.link([object] + objects + [runtime.archive], temporary, debug: options.debug)
      unlink(text)
      unlink(object)
      try Files.rename(temporary, executable)
    }
    guard let output else { return executable }
    try Files.write(output, try Files.read(executable), mode: 0o755)
    return output
  }
}
