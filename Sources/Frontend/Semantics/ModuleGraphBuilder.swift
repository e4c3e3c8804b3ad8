// The work behind `ModuleGraph.build`.

struct ModuleGraphBuilder {
  private(set) var graph = ModuleGraph()
  private let options: ModuleGraphOptions
  private let roots: [String]
  private var finder = ModuleFinder()
  /// What a dotted name was found to be; an import is looked for once.
  private var resolutions: [String: ModuleResolution] = [:]
  /// Names that modules read so far put into `sys.modules`.
  private var registered: Set<String> = []
  private var reachability: NameReachability
  /// Imports that wait for their function, by its region.
  private var pending: [UInt32: [PendingImport]] = [:]
  private var unreadable: [(module: ModuleID, reason: String)] = []

  private struct PendingImport {
    var module: ModuleID
    var index: Int
    var raw: RawImport
  }

  init(_ options: ModuleGraphOptions) {
    self.options = options
    reachability = NameReachability(implicitNames: options.implicitNames)
    let main =
      options.mainDirectory ?? FileSystem.directory(of: FileSystem.realPath(options.mainPath))
    let libraries = [options.runtimeLibrary, options.standardLibrary].compactMap { $0 }
    var roots: [String] = []
    for root in [main] + options.extraRoots + libraries where !roots.contains(root) {
      roots.append(root)
    }
    self.roots = roots
  }

  mutating func run(_ diagnostics: inout DiagnosticSink) {
    let main = add(
      "__main__", path: options.mainPath, isPackage: false, searchPath: [],
      package: options.mainPackage)
    // Running a module of a package imports the package first.
    if !options.mainPackage.isEmpty { _ = steps(to: options.mainPackage) }
    load(main, text: options.mainText)
    followReachableFunctions()
    markReached()
    report(&diagnostics)
    graph.probedPaths = finder.probedPaths
  }

  // MARK: Modules

  private mutating func add(
    _ name: String, path: String, isPackage: Bool, isNamespace: Bool = false,
    searchPath: [String], package: String
  ) -> ModuleID {
    let id = ModuleID(graph.modules.count)
    graph.modules.append(
      Module(
        id: id, name: name, path: path, isPackage: isPackage, isNamespacePackage: isNamespace,
        searchPath: searchPath, package: package))
    graph.idOfName[name] = id
    resolutions[name] = .module(id)
    return id
  }

  /// Reads and parses a module, then everything it imports.
  private mutating func load(_ id: ModuleID, text: [UInt8]?) {
    let path = graph.modules[id.position].path
    let bytes: [UInt8]
    do throws(FileError) {
      if let text { bytes = text } else { bytes = try FileSystem.read(path) }
    } catch {
      unreadable.append((id, error.reason))
      return
    }
    do throws(SyntaxError) {
      let source: SourceFile
      do throws(SyntaxError) {
        source = try SourceFile(path: path, contents: bytes)
      } catch {
        // Positions of such an error refer to the bytes as they are.
        graph.modules[id.position].file = graph.sources.add(path: path, bytes: bytes)
        throw error
      }
      graph.modules[id.position].file = graph.sources.add(source)
      graph.modules[id.position].source = source
      let ast = try Parser.parse(source)
      graph.modules[id.position].symbols = try ScopeResolver.resolve(ast)
      graph.modules[id.position].ast = ast
      graph.modules[id.position].dynamicSources = DynamicSources.find(
        in: ast, followsVariables: !isOfLibrary(graph.modules[id.position]),
        doctestName: usesDoctest(ast, of: id) ? graph.modules[id.position].name : nil)
    } catch {
      graph.modules[id.position].error = error
      return
    }
    followImports(of: id)
  }

  /// Whether the docstrings of a module may be tested: it or the program's main module speaks of `doctest`.
  private func usesDoctest(_ ast: AST, of id: ModuleID) -> Bool {
    guard !isOfLibrary(graph.modules[id.position]) else { return false }
    return mentionsDoctest(ast) || graph.modules.first?.ast.map(mentionsDoctest) ?? false
  }

  /// By name, or as the text that `__import__` or `import_module` takes.
  private func mentionsDoctest(_ ast: AST) -> Bool {
    if ast.findName("doctest") != nil { return true }
    guard ast.findName("__import__") != nil || ast.findName("import_module") != nil else { return false }
    return ast.constants.contains(.str(Array("doctest".utf8)))
  }

  /// Records the imports of a module and follows those outside functions.
  private mutating func followImports(of id: ModuleID) {
    let module = graph.modules[id.position]
    guard let ast = module.ast, let symbols = module.symbols else { return }
    var collector = ImportCollector(
      ast, symbols, platform: options.platform, moduleName: module.name,
      nativeModules: options.nativeModules)
    collector.run()
    registered.formUnion(collector.registeredNames)
    var regions = collector.regions
    let base = reachability.add(id, ast, &regions)
    reachability.enter(base)
    var eager: [PendingImport] = []
    for (index, raw) in collector.imports.enumerated() {
      graph.modules[id.position].imports.append(unfollowed(raw, from: module))
      if let statement = raw.statement {
        let first =
          graph.modules[id.position].importsOfStatement[statement]?.lowerBound ?? index
        graph.modules[id.position].importsOfStatement[statement] = first..<index + 1
      }
      guard raw.context.isFollowed, raw.region != CodeRegions.never else { continue }
      let entry = PendingImport(module: id, index: index, raw: raw)
      if raw.region == 0 {
        eager.append(entry)
      } else if !isNative(raw), isSpecialMethodOfLibrary(module, ast, regions, raw.region) {
        // Any class might make the library's special method run, few do: `_collections_abc` alone
        // would bring in a hundred modules for one deprecation. Left out, with its own error;
        // only the runtime's native modules cost nothing.
        if options.nativeModules.contains(graph.modules[id.position].imports[index].name) {
          eager.append(entry)
        } else {
          graph.modules[id.position].imports[index].context.insert(.uncalled)
        }
      } else {
        pending[base + UInt32(raw.region), default: []].append(entry)
      }
    }
    for text in module.dynamicSources { collectImports(of: text, in: id, &eager) }
    for entry in eager { follow(entry) }
  }

  /// Records the imports of a text that the module evaluates, as if a function held them.
  private mutating func collectImports(of text: DynamicSource, in id: ModuleID, _ eager: inout [PendingImport]) {
    guard let ast = text.ast, let symbols = text.symbols else { return }
    let module = graph.modules[id.position]
    var collector = ImportCollector(
      ast, symbols, platform: options.platform, moduleName: module.name,
      nativeModules: options.nativeModules)
    collector.run()
    registered.formUnion(collector.registeredNames)
    var regions = collector.regions
    let base = reachability.add(id, ast, &regions)
    reachability.enter(base)
    for var raw in collector.imports {
      raw.statement = nil
      raw.context.insert([.lazy, .guarded])
      let index = graph.modules[id.position].imports.count
      graph.modules[id.position].imports.append(unfollowed(raw, from: module))
      guard raw.context.isFollowed, raw.region != CodeRegions.never else { continue }
      let entry = PendingImport(module: id, index: index, raw: raw)
      if raw.region == 0 { eager.append(entry) } else { pending[base + UInt32(raw.region), default: []].append(entry) }
    }
  }

  /// A module of the runtime costs nothing to have.
  private func isNative(_ raw: RawImport) -> Bool {
    switch raw.form {
    case .module(let name): options.nativeModules.contains(name)
    case .from(let name, let level, _): level == 0 && options.nativeModules.contains(name ?? "")
    }
  }

  private func isSpecialMethodOfLibrary(
    _ module: Module, _ ast: AST, _ regions: CodeRegions, _ region: Int32
  ) -> Bool {
    guard let library = options.standardLibrary, module.path.hasPrefix(library + "/"), region > 0
    else { return false }
    let name = regions.functions[Int(region) - 1].name
    // Making an object is no accident.
    guard ast.name(name) != "__init__" else { return false }
    return NameReachability.isSpecial(Array(ast.nameBytes(name)))
  }

  private mutating func followReachableFunctions() {
    while let function = reachability.next() {
      for entry in pending.removeValue(forKey: function.region) ?? [] { follow(entry) }
    }
    for entry in pending.values.joined() {
      graph.modules[entry.module.position].imports[entry.index].context.insert(.uncalled)
    }
  }

  // MARK: Imports

  /// An import with its absolute name, before it is looked for.
  private func unfollowed(_ raw: RawImport, from module: Module) -> ModuleImport {
    var result = ModuleImport(
      statement: raw.statement, range: raw.range, name: "", context: raw.context,
      steps: [.notFollowed], names: [])
    switch raw.form {
    case .module(let dotted): result.name = dotted
    case .from(let base, let level, let imported):
      switch absoluteName(base, level, module) {
      case .success(let absolute):
        result.name = absolute
        result.names = imported.map { ImportedName(name: $0, resolution: .attribute) }
      case .failure(let error): result.steps = [.outsidePackage(error.message)]
      }
    }
    return result
  }

  private mutating func follow(_ entry: PendingImport) {
    var result = graph.modules[entry.module.position].imports[entry.index]
    guard case .notFollowed = result.resolution else { return }
    result.steps = steps(to: result.name)
    if case .from(_, _, let names) = entry.raw.form {
      result.names = importedNames(names, of: result.resolution)
    }
    graph.modules[entry.module.position].imports[entry.index] = result
  }

  private struct RelativeImportError: Error { var message: String }

  private func absoluteName(
    _ base: String?, _ level: Int, _ module: Module
  ) -> Result<String, RelativeImportError> {
    if level == 0 { return .success(base ?? "") }
    if module.package.isEmpty {
      return .failure(
        RelativeImportError(
          message: "attempted relative import with no known parent package"))
    }
    var parts = module.package.split(separator: ".")
    if parts.count < level {
      return .failure(
        RelativeImportError(message: "attempted relative import beyond top-level package"))
    }
    parts.removeLast(level - 1)
    let package = parts.joined(separator: ".")
    return .success(base.map { "\(package).\($0)" } ?? package)
  }

  /// Imports a dotted name part by part.
  private mutating func steps(to name: String) -> [ModuleResolution] {
    var out: [ModuleResolution] = []
    var prefix = ""
    for part in name.split(separator: ".", omittingEmptySubsequences: false) {
      let resolution = importOne(String(part), parent: prefix)
      out.append(resolution)
      switch resolution {
      case .module, .native, .registered: break
      case .extensionModule, .missing, .outsidePackage, .notFollowed: return out
      }
      prefix = prefix.isEmpty ? String(part) : "\(prefix).\(part)"
    }
    return out
  }

  /// Imports `parent.part`; the parent is imported already.
  private mutating func importOne(_ part: String, parent: String) -> ModuleResolution {
    let name = parent.isEmpty ? part : "\(parent).\(part)"
    if let known = resolutions[name] { return known }
    let found = search(part, name, parent)
    // Not remembered: a later module may still register the name.
    if case .missing = found { return registered.contains(name) ? .registered(name) : found }
    resolutions[name] = found
    return found
  }

  private mutating func search(
    _ part: String, _ name: String, _ parent: String
  ) -> ModuleResolution {
    if options.nativeModules.contains(name), !isShadowed(name) {
      graph.nativeModules.insert(name)
      return .native(name)
    }
    var directories = roots
    if !parent.isEmpty {
      guard case .module(let id)? = resolutions[parent] else { return .missing(name) }
      directories = graph.modules[id.position].searchPath
    }
    if part.isEmpty { return .missing(name) }
    switch finder.find(part, in: directories) {
    case .nothing: return .missing(name)
    case .extensionModule(let path): return .extensionModule(name: name, path: path)
    case .namespace(let portions):
      let id = add(
        name, path: portions[0], isPackage: true, isNamespace: true, searchPath: portions,
        package: name)
      // A namespace package is a package without code.
      load(id, text: [])
      return .module(id)
    case .source(let path, let isPackage, let searchPath):
      let id = add(
        name, path: path, isPackage: isPackage, searchPath: searchPath,
        package: isPackage ? name : parent)
      load(id, text: nil)
      return .module(id)
    }
  }

  /// Does the program have a file of its own for a module of the runtime that CPython has as an extension module?
  private mutating func isShadowed(_ name: String) -> Bool {
    guard options.shadowableModules.contains(name), let main = roots.first,
      case .source = finder.find(name, in: [main] + options.extraRoots)
    else { return false }
    return main != options.runtimeLibrary && main != options.standardLibrary
  }

  // MARK: Names of `from` imports

  private mutating func importedNames(
    _ names: [String], of resolution: ModuleResolution
  ) -> [ImportedName] {
    var out: [ImportedName] = []
    for name in names {
      if name == "*" {
        for listed in namesInAll(of: resolution) {
          let found = importedName(listed, of: resolution)
          if case .submodule(.module) = found {
            out.append(ImportedName(name: listed, resolution: found))
          }
        }
      } else {
        out.append(ImportedName(name: name, resolution: importedName(name, of: resolution)))
      }
    }
    return out
  }

  private mutating func importedName(
    _ name: String, of resolution: ModuleResolution
  ) -> FromResolution {
    let parent: String
    var isBound = false
    switch resolution {
    case .module(let id):
      let module = graph.modules[id.position]
      guard module.isPackage else { return .attribute }
      parent = module.name
      if let symbols = module.symbols, let known = symbols.names.find(name) {
        isBound = symbols.module.symbol(known)?.isBound ?? false
      }
    case .native(let native): parent = native
    case .extensionModule, .registered, .missing, .outsidePackage, .notFollowed:
      return .attribute
    }
    let found = importOne(name, parent: parent)
    switch found {
    case .module, .native, .extensionModule, .registered:
      return isBound ? .attributeOrSubmodule(found) : .submodule(found)
    case .missing, .outsidePackage, .notFollowed: return .attribute
    }
  }

  /// The strings of `__all__ = […]` of a package.
  private func namesInAll(of resolution: ModuleResolution) -> [String] {
    guard case .module(let id) = resolution, graph.modules[id.position].isPackage,
      let ast = graph.modules[id.position].ast, let all = ast.findName("__all__")
    else { return [] }
    var out: [String] = []
    for statement in ast.stmts(ast.body) {
      let value: ExprID
      if case .assign(let targets, let assigned) = ast[statement], targets.count == 1,
        let target = ast.exprs(targets).first, case .name(all, _) = ast[target]
      {
        out = []
        value = assigned
      } else if case .augAssign(let target, .add, let added) = ast[statement],
        case .name(all, _) = ast[target]
      {
        value = added
      } else {
        continue
      }
      let elements: ExprList
      if case .list(let elts, _) = ast[value] {
        elements = elts
      } else if case .tuple(let elts, _) = ast[value] {
        elements = elts
      } else {
        continue
      }
      for element in ast.exprs(elements) {
        if case .constant(let constant, _) = ast[element], case .str(let text) = ast[constant] {
          out.append(String(decoding: text, as: UTF8.self))
        }
      }
    }
    return out
  }

  // MARK: Afterwards

  /// Walks the finished graph twice: which modules are imported without calling a function, and
  /// which are imported for certain.
  private mutating func markReached() {
    for module in graph.modules {
      for entry in module.imports where !entry.context.contains(.guarded) {
        for target in entry.targets { graph.modules[target.position].isOnlyGuarded = false }
      }
    }
    var first = [ModuleID(0)]
    if !options.mainPackage.isEmpty {
      for case .module(let id) in steps(to: options.mainPackage) { first.append(id) }
    }
    for id in first { graph.modules[id.position].isOnlyGuarded = false }
    for id in reach(first, { !$0.context.contains(.lazy) }) {
      graph.modules[id.position].isLazilyReached = false
    }
    for id in reach(first, { $0.context.isCertain }) {
      graph.modules[id.position].isCertainlyImported = true
    }
  }

  private func reach(
    _ first: [ModuleID], _ follows: (ModuleImport) -> Bool
  ) -> Set<ModuleID> {
    var seen = Set(first)
    var pending = first
    while let id = pending.popLast() {
      for entry in graph.modules[id.position].imports where follows(entry) {
        for target in entry.targets where seen.insert(target).inserted { pending.append(target) }
      }
    }
    return seen
  }

  /// Whether the module is not the program's own.
  private func isOfLibrary(_ module: Module) -> Bool {
    [options.runtimeLibrary, options.standardLibrary].contains { folder in
      folder.map { module.path.hasPrefix($0 + "/") } ?? false
    }
  }

  private func report(_ diagnostics: inout DiagnosticSink) {
    for (id, reason) in unreadable {
      let module = graph.modules[id.position]
      diagnostics.report(
        Diagnostic(
          module.isCertainlyImported ? .error : .warning, .unreadableSource,
          "cannot read '\(module.path)': \(reason)", at: nil))
    }
    for module in graph.modules {
      guard let file = module.file else { continue }
      if !isOfLibrary(module) {
        for warning in (module.ast?.warnings ?? []) + (module.symbols?.warnings ?? []) {
          diagnostics.report(.python(warning, in: file))
        }
      }
      guard let error = module.error else { continue }
      if module.isCertainlyImported {
        diagnostics.report(.python(error, in: file))
      } else if !module.isOnlyGuarded {
        diagnostics.report(
          Diagnostic(
            .warning, .brokenOptionalModule, "\(error.kind.rawValue): \(error.message)",
            at: DiagnosticLocation(file: file, range: error.range),
            why: "importing '\(module.name)' raises this, if the program comes to it"))
      }
    }
    for module in graph.modules { reportImports(of: module, &diagnostics) }
  }

  /// Imports that must fail: an error where the program certainly runs them, a warning elsewhere in the user's modules. One that is
  /// handled, or never run, says nothing.
  private func reportImports(of module: Module, _ diagnostics: inout DiagnosticSink) {
    guard let file = module.file, let source = module.source else { return }
    var reported: Set<String> = []
    for entry in module.imports where entry.context.isFollowed && entry.context.isDisjoint(with: [.guarded, .fallback])
    {
      let code: DiagnosticCode
      let message: String
      switch entry.resolution {
      case .missing(let name): (code, message) = (.moduleNotFound, "no module named '\(name)'")
      case .extensionModule(let name, let path):
        (code, message) = (.extensionModule, "'\(name)' is a C extension: \(path)")
      case .module, .native, .registered, .outsidePackage, .notFollowed: continue
      }
      let isCertain = module.isCertainlyImported && entry.context.isCertain && !mayLeave(source, before: entry.range)
      guard isCertain || !isOfLibrary(module), reported.insert(message).inserted else { continue }
      diagnostics.report(
        Diagnostic(
          isCertain ? .error : .warning, code, message, at: DiagnosticLocation(file: file, range: entry.range),
          why: isCertain ? nil : "the import raises ImportError, if the program comes to it",
          help: isCertain ? "catch ImportError around the import if the program can do without it" : nil,
          notes: isOfLibrary(module) ? importOfUser(leadingTo: module.id).map { [$0] } ?? [] : []))
    }
    if isOfLibrary(module) { return }
    guard let ast = module.ast, let symbols = module.symbols else { return }
    let own = Set(symbols.scopes.flatMap(\.symbols).filter(\.isBound).map { symbols.name($0.name) })
    for call in DynamicSources.computed(in: ast) where !own.contains(call.name) {
      diagnostics.report(
        Diagnostic(
          .warning, .dynamicCode, "`\(call.name)` of a text that the program computes",
          at: DiagnosticLocation(file: file, range: call.range),
          why: "it raises NotImplementedError, if the text is none of the program's string constants"))
    }
  }

  /// Where one of the program's own modules certainly imports what leads to this module of a library.
  private func importOfUser(leadingTo target: ModuleID) -> DiagnosticNote? {
    var origin: [ModuleID: DiagnosticNote] = [:]
    var pending = graph.modules.filter { $0.isCertainlyImported && !isOfLibrary($0) }.map(\.id)
    while let id = pending.popLast() {
      let module = graph.modules[id.position]
      for entry in module.imports where entry.context.isCertain {
        for next in entry.targets where origin[next] == nil && isOfLibrary(graph.modules[next.position]) {
          let here = module.file.map {
            DiagnosticNote("imported here", at: DiagnosticLocation(file: $0, range: entry.range))
          }
          guard let note = origin[id] ?? here else { continue }
          if next == target { return note }
          origin[next] = note
          pending.append(next)
        }
      }
    }
    return nil
  }

  /// Might the module be left before it comes to this place? By its words: whatever raises or exits stands in the text above.
  private func mayLeave(_ source: SourceFile, before range: SourceRange) -> Bool {
    let above = source.bytes[..<Int(range.start)]
    return ["raise", "exit", "quit", "abort", "assert"].contains { above.contains($0.utf8) }
  }
}
