// Finds the import statements of a module and how each stands: in a function, in a `try` that
// handles its failure, under a condition. Lays out the module's code regions on the way. Names are
// not looked up here.

/// An import as written.
struct RawImport {
  enum Form {
    /// `import a.b`
    case module(String)
    /// `from ..a import x, y`; names are identifiers or `*`.
    case from(module: String?, level: Int, names: [String])
  }

  var form: Form
  var statement: StmtID?
  var range: SourceRange
  var context: ImportContext
  /// The region of the module's code that runs it.
  var region: Int32
}

/// Walks the statements of one module.
struct ImportCollector {
  private let ast: AST
  private let platform: PlatformConditions
  private let nativeModules: Set<String>
  private(set) var imports: [RawImport] = []
  /// Constant names that the module stores into `sys.modules`.
  private(set) var registeredNames: [String] = []
  private(set) var regions = CodeRegions()

  init(
    _ ast: AST, _ symbols: SymbolTable, platform: String, moduleName: String,
    nativeModules: Set<String>
  ) {
    self.ast = ast
    self.nativeModules = nativeModules
    let changesName =
      symbols.names.find("__name__").map { name in
        symbols.scopes.contains { $0.symbol(name)?.isBound ?? false }
      } ?? false
    self.platform = PlatformConditions(
      ast, platform: platform, moduleName: changesName ? nil : moduleName)
  }

  mutating func run() {
    visit(ast.body, [])
    collectCalls()
    collectRegistrations()
  }

  private mutating func visit(_ list: StmtList, _ context: ImportContext) {
    if !context.isFollowed, regions.current != CodeRegions.never {
      return visit(list, context, in: CodeRegions.never)
    }
    for id in ast.stmts(list) { visit(id, context) }
  }

  /// Visits statements that run in a region of their own. Decorators of the first are left to the
  /// region around, which only makes them count earlier.
  private mutating func visit(_ list: StmtList, _ context: ImportContext, in region: Int32) {
    guard let first = ast.stmts(list).first, let last = ast.stmts(list).last else { return }
    let outer = regions.current
    regions.enter(region, at: ast.range(of: first).start)
    for id in ast.stmts(list) { visit(id, context) }
    regions.enter(outer, at: ast.range(of: last).end)
  }

  private mutating func visit(_ first: StmtID, _ context: ImportContext) {
    var next: (StmtID, ImportContext)? = (first, context)
    while let (id, context) = next { next = visitOne(id, context) }
  }

  /// Visits a statement; returns the rest of an `elif` chain.
  private mutating func visitOne(
    _ id: StmtID, _ context: ImportContext
  ) -> (StmtID, ImportContext)? {
    let maybe = context.union(.conditional)
    switch ast[id] {
    case .import(let names):
      for alias in ast.aliases(names) {
        imports.append(
          RawImport(
            form: .module(ast.name(alias.name)), statement: id, range: alias.range,
            context: context, region: regions.current))
      }
    case .importFrom(let module, let names, let level):
      imports.append(
        RawImport(
          form: .from(
            module: module.map(ast.name), level: Int(level),
            names: ast.aliases(names).map { ast.name($0.name) }),
          statement: id, range: ast.range(of: id), context: context,
          region: regions.current))
    case .functionDef(let name, _, let body, let decorators, _, _),
      .asyncFunctionDef(let name, _, let body, let decorators, _, _):
      let region = regions.add(name, isDecorated: !decorators.isEmpty)
      // A handler around the definition does not see what the call raises.
      visit(body, context.subtracting(.guarded).union(.lazy), in: region)
    case .classDef(_, _, _, let body, _, _): visit(body, context)
    case .for(_, _, let body, let orelse), .asyncFor(_, _, let body, let orelse),
      .while(_, let body, let orelse):
      visit(body, maybe)
      visit(orelse, maybe)
    case .if(let test, let body, let orelse):
      let (then, otherwise) = branches(test, context)
      visit(body, then)
      let rest = ast.stmts(orelse)
      if rest.count == 1, let only = rest.first, case .if = ast[only],
        otherwise.isFollowed || regions.current == CodeRegions.never
      {
        return (only, otherwise)
      }
      visit(orelse, otherwise)
    case .with(let items, let body), .asyncWith(let items, let body):
      let suppresses = ast.withItems(items).contains { isSuppress($0.contextExpr) }
      visit(body, suppresses ? context.union(.guarded) : context)
    case .match(_, let cases):
      for matchCase in ast.matchCases(cases) { visit(matchCase.body, maybe) }
    case .try(let body, let handlers, let orelse, let finalbody),
      .tryStar(let body, let handlers, let orelse, let finalbody):
      let isHandled = ast.handlers(handlers).contains { handlesImportError($0.type) }
      visit(body, isHandled ? context.union(.guarded) : context)
      // What stands in for a native module that the runtime has is not needed.
      let instead = isHandled ? maybe.union(importsOnlyNative(body) ? .uncalled : .fallback) : maybe
      for handler in ast.handlers(handlers) { visit(handler.body, instead) }
      visit(orelse, maybe)
      visit(finalbody, context)
    case .return, .delete, .assign, .typeAlias, .augAssign, .annAssign, .raise, .assert, .global,
      .nonlocal, .expr, .pass, .break, .continue:
      break
    }
    return nil
  }

  /// The contexts of the two branches of an `if`.
  private func branches(
    _ test: ExprID, _ context: ImportContext
  ) -> (ImportContext, ImportContext) {
    let maybe = context.union(.conditional)
    switch platform.evaluate(test) {
    case .unknown: return (maybe, maybe)
    case .true: return (context, context.union(.unreachable))
    case .false: return (context.union(.unreachable), context)
    case .typeChecking: return (context.union(.typeCheckingOnly), context)
    case .notTypeChecking: return (context, context.union(.typeCheckingOnly))
    }
  }

  // MARK: Guards

  /// Statements that do nothing but import native modules of the runtime.
  private func importsOnlyNative(_ list: StmtList) -> Bool {
    ast.stmts(list).allSatisfy { id in
      switch ast[id] {
      case .import(let names):
        return ast.aliases(names).allSatisfy { nativeModules.contains(ast.name($0.name)) }
      case .importFrom(let module, _, let level):
        guard level == 0, let module else { return false }
        return nativeModules.contains(ast.name(module))
      case .functionDef, .asyncFunctionDef, .classDef, .for, .asyncFor, .while, .if, .with,
        .asyncWith, .match, .try, .tryStar, .return, .delete, .assign, .typeAlias, .augAssign,
        .annAssign, .raise, .assert, .global, .nonlocal, .expr, .pass, .break, .continue:
        return false
      }
    }
  }

  private func handlesImportError(_ type: ExprID?) -> Bool {
    guard let type else { return true }
    switch ast[type] {
    case .name(let name, _), .attribute(_, let name, _): return isImportError(name)
    case .tuple(let elts, _): return ast.exprs(elts).contains { handlesImportError($0) }
    case .boolOp, .namedExpr, .binOp, .unaryOp, .lambda, .ifExp, .dict, .set, .listComp, .setComp,
      .dictComp, .generatorExp, .await, .yield, .yieldFrom, .compare, .call, .formattedValue,
      .joinedStr, .constant, .subscript, .starred, .list, .slice:
      return false
    }
  }

  private func isImportError(_ name: NameID) -> Bool {
    switch ast.name(name) {
    case "ImportError", "ModuleNotFoundError", "Exception", "BaseException": true
    case _: false
    }
  }

  /// `suppress(ImportError)` or `contextlib.suppress(ImportError)`.
  private func isSuppress(_ expr: ExprID) -> Bool {
    guard case .call(let callee, let args, _) = ast[expr] else { return false }
    switch ast[callee] {
    case .name(let name, _), .attribute(_, let name, _):
      guard ast.name(name) == "suppress" else { return false }
    case .boolOp, .namedExpr, .binOp, .unaryOp, .lambda, .ifExp, .dict, .set, .listComp, .setComp,
      .dictComp, .generatorExp, .await, .yield, .yieldFrom, .compare, .call, .formattedValue,
      .joinedStr, .constant, .subscript, .starred, .list, .tuple, .slice:
      return false
    }
    return ast.exprs(args).contains { handlesImportError($0) }
  }

  // MARK: Calls

  /// Finds `__import__("name")` and `importlib.import_module("name")` anywhere.
  private mutating func collectCalls() {
    guard let functions = importFunctions() else { return }
    for index in 0..<ast.exprCount {
      let id = ExprID(index: UInt32(index))
      guard case .call(let callee, let args, _) = ast[id] else { continue }
      switch ast[callee] {
      case .name(let name, _), .attribute(_, let name, _):
        guard functions.contains(name) else { continue }
      case .boolOp, .namedExpr, .binOp, .unaryOp, .lambda, .ifExp, .dict, .set, .listComp,
        .setComp, .dictComp, .generatorExp, .await, .yield, .yieldFrom, .compare, .call,
        .formattedValue, .joinedStr, .constant, .subscript, .starred, .list, .tuple, .slice:
        continue
      }
      guard let first = ast.exprs(args).first, case .constant(let constant, _) = ast[first],
        case .str(let text) = ast[constant], let head = text.first, head != UInt8(ascii: ".")
      else { continue }
      let region = regions.region(at: ast.range(of: id).start)
      let never: ImportContext = region == CodeRegions.never ? .unreachable : []
      imports.append(
        RawImport(
          form: .module(String(decoding: text, as: UTF8.self)), statement: nil,
          range: ast.range(of: id), context: [.call, .lazy, .conditional, never], region: region))
    }
  }

  private func importFunctions() -> [NameID]? {
    let names = ["__import__", "import_module"].compactMap { ast.findName($0) }
    return names.isEmpty ? nil : names
  }

  /// Finds `sys.modules["name"] = …` anywhere.
  private mutating func collectRegistrations() {
    guard let modules = ast.findName("modules"), let sys = ast.findName("sys") else { return }
    for index in 0..<ast.exprCount {
      guard case .subscript(let value, let slice, .store) = ast[ExprID(index: UInt32(index))],
        case .attribute(let object, modules, _) = ast[value], case .name(sys, _) = ast[object],
        case .constant(let constant, _) = ast[slice], case .str(let text) = ast[constant]
      else { continue }
      registeredNames.append(String(decoding: text, as: UTF8.self))
    }
  }
}
