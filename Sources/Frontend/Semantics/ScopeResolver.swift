// Builds the symbol table of a module: a walk that collects for each scope which names it binds,
// uses and declares; `ScopeAnalysis` then decides what each name is and `ScopeLayout` gives out the
// slots. The walk visits in CPython's order, since that decides which of two errors is reported.

/// Collects the scopes of one module.
public struct ScopeResolver {
  let ast: AST
  var table: SymbolTable
  /// Open scopes, outermost first, as indexes into `table.scopes`.
  var stack: [Int] = []
  var current = 0
  /// Above zero inside an annotation that is never evaluated: what it holds is checked, then
  /// forgotten.
  var detachedDepth = 0
  var depth = 0
  /// Left operands, callees and the like still to be finished; shared by all spines.
  var spine: [ExprID] = []
  var methods: [Method] = []
  var attributeCandidates: [AttributeCandidate] = []
  let known: KnownNames

  /// A function that is being walked and takes an instance as its first parameter.
  struct Method {
    var scope: Int
    var classScope: Int
    var selfName: NameID
  }

  /// `self.name = …`, counted if `self` turns out to be the method's parameter.
  struct AttributeCandidate {
    var method: Method
    var scope: Int
    var attribute: NameID
  }

  /// Deepest nesting of syntax that is accepted; deeper text raises RecursionError, as in CPython.
  /// The parser's own limit is lower, so callers need a stack as large as the parser's.
  static let depthLimit = 9990

  private init(_ ast: AST) {
    self.ast = ast
    table = SymbolTable(ast)
    known = KnownNames(&table.names)
  }

  /// The symbol table of a module, or the error that CPython reports for it. `futureAnnotations`: its annotations are texts
  /// even if it does not say so.
  public static func resolve(_ ast: AST, futureAnnotations: Bool = false) throws(SyntaxError) -> SymbolTable {
    let future = try FutureFeatures(ast)
    var resolver = ScopeResolver(ast)
    resolver.table.hasFutureAnnotations = future.annotations || futureAnnotations
    let end = ast.stmts(ast.body).last.map { ast.range(of: $0).end } ?? 0
    resolver.enter(.module, .module, "<module>", SourceRange(start: 0, end: end))
    try resolver.visit(ast.body)
    resolver.exit()
    var analysis = ScopeAnalysis(resolver.table, resolver.known)
    try analysis.run()
    var layout = ScopeLayout(analysis.table, resolver.known)
    layout.run(resolver.attributeCandidates)
    var table = layout.table
    table.warnings = try CompileChecker.check(ast, table)
    return table
  }

  // MARK: Scopes

  /// Opens a scope inside the current one.
  mutating func enter(
    _ kind: ScopeKind, _ node: ScopeNode, _ name: String, _ range: SourceRange,
    isDetached: Bool = false
  ) {
    let index = table.scopes.count
    let parent = stack.last
    var scope = Scope(
      id: ScopeID(index), kind: kind, parent: parent.map { ScopeID($0) }, node: node, name: name,
      range: range)
    if let parent {
      // Field by field: a copy of the parent would share its arrays and make the next line copy
      // all its children.
      scope.privateName = table.scopes[parent].privateName
      if kind != .class { scope.mangledNames = table.scopes[parent].mangledNames }
      scope.isNested = table.scopes[parent].isNested || table.scopes[parent].kind.isFunctionLike
      scope.comprehensionIterableDepth = table.scopes[parent].comprehensionIterableDepth
      if !isDetached { table.scopes[parent].children.append(scope.id) }
    }
    table.scopes.append(scope)
    stack.append(index)
    current = index
    if !isDetached && detachedDepth == 0 { record(node, index) }
  }

  /// Closes the current scope.
  mutating func exit() {
    stack.removeLast()
    current = stack.last ?? 0
  }

  private mutating func record(_ node: ScopeNode, _ index: Int) {
    switch node {
    case .module: return
    case .stmt(let id): table.scopeOfStmt[Int(id.index)] = UInt32(index)
    case .expr(let id): table.scopeOfExpr[Int(id.index)] = UInt32(index)
    case .typeParameters, .typeParameterBound, .typeParameterDefault:
      table.scopeOfTypeSyntax[node] = ScopeID(index)
    }
  }

  // MARK: Names

  /// The name as it goes in the current scope.
  mutating func mangle(_ name: NameID) -> NameID {
    guard let privateName = table.scopes[current].privateName else { return name }
    if let only = table.scopes[current].mangledNames, !only.contains(name) { return name }
    return table.mangler.mangle(name, privateName: privateName, in: &table.names)
  }

  /// What is known so far about a name in a scope.
  mutating func flags(of name: NameID, in scope: Int) -> SymbolFlags {
    table.scopes[scope].symbol(mangle(name))?.flags ?? []
  }

  /// Adds a fact about a name of the current scope.
  mutating func define(
    _ name: NameID, _ flags: SymbolFlags, at range: SourceRange
  ) throws(SyntaxError) {
    if flags.contains(.typeParameter) && table.scopes[current].mangledNames != nil {
      table.scopes[current].mangledNames?.insert(name)
    }
    try define(name, flags, at: range, in: current)
  }

  /// Adds a fact about a name of an open scope.
  mutating func define(
    _ name: NameID, _ flags: SymbolFlags, at range: SourceRange, in scope: Int
  ) throws(SyntaxError) {
    let mangled = mangle(name)
    let old = table.scopes[scope].symbol(mangled)?.flags ?? []
    if flags.contains(.parameter) && old.contains(.parameter) {
      throw .naming(.duplicateArgument, table.name(name), at: range)
    }
    if flags.contains(.typeParameter) && old.contains(.typeParameter) {
      throw .naming(.duplicateTypeParameter, table.name(name), at: range)
    }
    var new = old.union(flags)
    if table.scopes[scope].isInIterationTarget {
      if !new.isDisjoint(with: [.declaredGlobal, .declaredNonlocal]) {
        throw .naming(.innerLoopRebindsNamedExpression, table.name(name), at: range)
      }
      new.insert(.iterationVariable)
    }
    table.scopes[scope].set(mangled, new)
    if flags.contains(.parameter) {
      table.scopes[scope].parameters.append(mangled)
    } else if flags.contains(.declaredGlobal) {
      let global = table.scopes[0].symbol(mangled)?.flags ?? []
      table.scopes[0].set(mangled, global.union(flags))
    }
  }

  /// Remembers where a name was declared, for errors found by the analysis.
  mutating func recordDirective(_ name: NameID, at range: SourceRange) {
    let mangled = mangle(name)
    table.scopes[current].directives.append((mangled, range))
  }

  /// Runs `body` one level deeper, refusing text nested too deeply.
  mutating func descend(at range: SourceRange) throws(SyntaxError) {
    depth += 1
    if depth > ScopeResolver.depthLimit { throw .tooDeeplyNested(at: range) }
  }
}

/// Names that mean something to the compiler.
struct KnownNames {
  let `class`: NameID
  let classDict: NameID
  let superName: NameID
  let iterator: NameID
  let typeParams: NameID
  let genericBase: NameID
  let typeParamsAttribute: NameID
  let defaults: NameID
  let keywordDefaults: NameID
  /// Calls by these names see the local variables, whatever the arguments.
  let localsFunctions: [NameID]
  /// Calls by these names see the local variables if there is no argument.
  let localsFunctionsWithoutArguments: [NameID]
  /// Decorators and methods that make the first parameter something else than an instance.
  let notInstanceDecorators: [NameID]
  let notInstanceMethods: [NameID]

  init(_ names: inout NameTable) {
    `class` = names.intern(Array("__class__".utf8))
    classDict = names.intern(Array("__classdict__".utf8))
    superName = names.intern(Array("super".utf8))
    iterator = names.intern(Array(".0".utf8))
    typeParams = names.intern(Array(".type_params".utf8))
    genericBase = names.intern(Array(".generic_base".utf8))
    typeParamsAttribute = names.intern(Array("__type_params__".utf8))
    defaults = names.intern(Array(".defaults".utf8))
    keywordDefaults = names.intern(Array(".kwdefaults".utf8))
    localsFunctions = ["locals", "eval", "exec"].map { names.intern(Array($0.utf8)) }
    localsFunctionsWithoutArguments = ["vars", "dir"].map { names.intern(Array($0.utf8)) }
    notInstanceDecorators = ["staticmethod", "classmethod"].map { names.intern(Array($0.utf8)) }
    notInstanceMethods = ["__new__", "__init_subclass__", "__class_getitem__"].map {
      names.intern(Array($0.utf8))
    }
  }
}

extension Scope {
  /// Replaces the flags of a name, adding the name if it is new.
  mutating func set(_ name: NameID, _ flags: SymbolFlags) {
    let isBinding = !flags.isDisjoint(with: .bound)
    if let index = indexOfName[name] {
      let old = symbols[Int(index)].flags
      if isBinding && old.isDisjoint(with: .bound) { bindingOrder.append(index) }
      symbols[Int(index)].flags = flags
      return
    }
    let index = Int32(symbols.count)
    if isBinding { bindingOrder.append(index) }
    indexOfName[name] = index
    symbols.append(Symbol(name: name, flags: flags, kind: .globalImplicit, slot: -1))
  }
}
