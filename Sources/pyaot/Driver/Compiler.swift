// What one command of the compiler works with, and the ways from a program to its modules and from a module to IR.
import Frontend
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
  var progress = Progress()
  let observer: PassObserver
  /// Paths that were looked for beside those of the module graph, and found absent.
  var probedPaths: [String] = []
  /// The runtime for these options, once it was needed.
  var archive: RuntimeArchive?

  init(_ toolchain: Toolchain, _ cache: Cache, _ options: BuildOptions) {
    self.toolchain = toolchain
    self.cache = cache
    self.options = options
    observer = PassObserver(options.observation)
  }

  /// The runtime for these options, prepared on first use.
  mutating func preparedRuntime() throws -> RuntimeArchive {
    if let archive { return archive }
    let made = try RuntimeArchive.prepare(toolchain, cache, options, &progress)
    archive = made
    return made
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
    case .standardInput(let text):
      request = ModuleGraphOptions(mainPath: "<stdin>")
      request.mainText = text
      request.mainDirectory = Files.absolute(".")
    case .module(let name):
      let relative = name.split(separator: ".").joined(separator: "/")
      let roots = [Files.absolute(".")] + [Toolchain.standardLibrary()].compactMap { $0 }
      let candidates = roots.flatMap { ["\($0)/\(relative).py", "\($0)/\(relative)/__main__.py"] }
      probedPaths = Array(candidates.prefix { !Files.exists($0) })
      guard let path = candidates.dropFirst(probedPaths.count).first else {
        throw CommandError("No module named \(name)", status: Session.cannotCompile)
      }
      request = ModuleGraphOptions(mainPath: path)
      request.mainDirectory = Files.absolute(".")
      let parts = name.split(separator: ".")
      request.mainPackage = path.hasSuffix("__main__.py") ? name : parts.dropLast().joined(separator: ".")
    }
    request.runtimeLibrary = toolchain.library
    request.standardLibrary = Toolchain.standardLibrary()
    let native = try preparedRuntime().table.modules
    request.nativeModules = Set(["sys", "builtins"] + native.map(\.name))
    request.shadowableModules = Set(native.lazy.filter(\.isShadowable).map(\.name))
    let graph = ModuleGraph.build(request, diagnostics: &diagnostics)
    sources = graph.sources
    if diagnostics.hasErrors { throw CompilationFailed() }
    return graph
  }

  // MARK: IR

  /// A module of the graph as IR of stage py; nil if it has no code.
  func lower(_ module: Frontend.Module) -> PyIR.Module? {
    guard let source = module.source, let ast = module.ast, let symbols = module.symbols else { return nil }
    CompilationTrace.enterPass("irgen")
    return observer.timed("irgen") {
      lowerModule(
        LoweringInput(
          source: source, ast: ast, symbols: symbols, moduleName: module.name, isPackage: module.isPackage,
          dynamicSources: module.dynamicSources))
    }
  }

  /// Runs the pipeline up to a stage.
  func runPasses(
    _ module: PyIR.Module, upTo stage: Stage = .owned, specialized: Bool = true
  ) throws -> PyIR.Module {
    var passOptions = options.passOptions
    passOptions.level = options.level
    if !specialized { passOptions.disabled.insert("specialize") }
    var context = PassContext(module: module, options: passOptions)
    try verify(context.module, after: "irgen")
    observer.begin(context.module)
    var remaining = passOptions.bisectLimit ?? Int.max
    for pass in Pipeline.passes where pass.stageOut <= stage {
      if !pass.required {
        if passOptions.level == 0 || passOptions.disabled.contains(pass.name) || remaining <= 0 { continue }
        remaining -= 1
      }
      CompilationTrace.enterPass(pass.name)
      observer.timed(pass.name) { pass.run(&context) }
      context.module.stage = pass.stageOut
      try verify(context.module, after: pass.name)
      observer.after(pass.name, context.module)
    }
    showRemarks(context.remarks, context.module)
    if options.statistics {
      for (name, value) in context.statistics.sorted(by: { $0.key < $1.key }) {
        Output.error("\(name): \(value)\n")
      }
    }
    return context.module
  }

  /// Each one once, by line.
  private func showRemarks(_ remarks: [Remark], _ module: PyIR.Module) {
    guard let form = options.remarks else { return }
    var seen: Set<Remark> = []
    let ordered = remarks.filter { seen.insert($0).inserted }.sorted { a, b in
      let (x, y) = (module[a.location], module[b.location])
      return (x.line, x.column, a.kind.rawValue, a.text) < (y.line, y.column, b.kind.rawValue, b.text)
    }
    for remark in ordered { Output.error(form == .json ? remark.json(module) : remark.line(module)) }
  }

  private func verify(_ module: PyIR.Module, after pass: String) throws {
    guard options.passOptions.verifyEach else { return }
    let errors = observer.timed("verify") { Verifier.verify(module) }
    guard let first = errors.first else { return }
    throw InternalError(description: "after \(pass): \(first) (\(errors.count) in all)")
  }

  // MARK: diagnostics

  var renderedDiagnostics: String {
    if diagnostics.diagnostics.isEmpty { return "" }
    return DiagnosticRenderer(format: options.diagnostics.format, color: options.diagnostics.color)
      .render(diagnostics, in: sources)
  }

  /// Shows what was reported since the last time.
  mutating func showDiagnostics() {
    let text = renderedDiagnostics
    if !text.isEmpty { Output.error(text) }
    diagnostics = DiagnosticSink()
  }
}
