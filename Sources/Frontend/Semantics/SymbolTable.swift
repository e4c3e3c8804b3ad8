// All scopes of one module, and the questions that code generation asks about them. Immutable once
// built by `ScopeResolver`; every lookup takes constant time.

/// The scopes of one module.
public struct SymbolTable: Sendable {
  /// All scopes, a parent before its children, in source order; the module is first.
  public internal(set) var scopes: [Scope] = []
  /// Whether `from __future__ import annotations` is in force.
  public internal(set) var hasFutureAnnotations = false

  /// What CPython's compiler warns about.
  public internal(set) var warnings: [SyntaxWarning] = []

  /// The names of the AST, followed by those that only the table knows (mangled ones).
  var names: NameTable
  /// By index of the statement or expression; 0 (the module) where there is none.
  var scopeOfStmt: [UInt32]
  var scopeOfExpr: [UInt32]
  var scopeOfTypeSyntax: [ScopeNode: ScopeID] = [:]
  var mangler: NameMangler

  init(_ ast: AST) {
    names = ast.nameTable
    scopeOfStmt = [UInt32](repeating: 0, count: ast.stmtCount)
    scopeOfExpr = [UInt32](repeating: 0, count: ast.exprCount)
    mangler = NameMangler()
  }

  public subscript(id: ScopeID) -> Scope { scopes[id.position] }

  /// The scope of the module.
  public var module: Scope { scopes[0] }

  /// The text of a name: of the AST, mangled, or made by the table.
  public func name(_ id: NameID) -> String { names.string(id) }

  /// The scope that belongs to a piece of syntax, which must be one that has a scope.
  public func scope(of node: ScopeNode) -> Scope { scopes[scopeID(of: node).position] }

  /// The id of `scope(of:)`.
  public func scopeID(of node: ScopeNode) -> ScopeID {
    switch node {
    case .module: return ScopeID(0)
    case .stmt(let id):
      precondition(scopeOfStmt[Int(id.index)] != 0, "the statement has no scope")
      return ScopeID(Int(scopeOfStmt[Int(id.index)]))
    case .expr(let id):
      precondition(scopeOfExpr[Int(id.index)] != 0, "the expression has no scope")
      return ScopeID(Int(scopeOfExpr[Int(id.index)]))
    case .typeParameters, .typeParameterBound, .typeParameterDefault:
      guard let id = scopeOfTypeSyntax[node] else {
        preconditionFailure("the type parameter has no scope")
      }
      return id
    }
  }

  /// Whether the syntax has a scope. Annotations under `from __future__ import annotations` are
  /// never evaluated, so lambdas and comprehensions in them have none.
  public func hasScope(_ node: ScopeNode) -> Bool {
    switch node {
    case .module: true
    case .stmt(let id): scopeOfStmt[Int(id.index)] != 0
    case .expr(let id): scopeOfExpr[Int(id.index)] != 0
    case .typeParameters, .typeParameterBound, .typeParameterDefault:
      scopeOfTypeSyntax[node] != nil
    }
  }

  /// The name by which an identifier (variable, attribute, keyword, import) goes in code of the
  /// scope: private names inside a class get the class's name in front.
  public func mangledName(_ name: NameID, in scope: ScopeID) -> NameID {
    let index = scope.position
    guard let privateName = scopes[index].privateName else { return name }
    return mangler.find(name, privateName: privateName, only: scopes[index].mangledNames) ?? name
  }

  /// Where code of the scope finds the variable that an identifier of the source names there. A
  /// name that does not occur in the scope is a global.
  public func lookup(_ name: NameID, in scope: ScopeID) -> Resolution {
    resolve(mangledName(name, in: scope), in: scope)
  }

  /// As `lookup`, for a name that is mangled already or never is (`__class__`, parameters).
  public func resolve(_ name: NameID, in id: ScopeID) -> Resolution {
    // Fields are read in place: copying a scope would count references of all its arrays.
    let index = id.position
    let kind = scopes[index].kind
    guard let position = scopes[index].indexOfName[name] else {
      return kind == .class ? .classOrGlobal : .global
    }
    let symbol = scopes[index].symbols[Int(position)]
    switch symbol.kind {
    case .local:
      if symbol.slot >= 0 { return .local(Int(symbol.slot)) }
      return kind == .class ? .classOrGlobal : .global
    case .cell:
      return .cell(Int(symbol.slot))
    case .free:
      if scopes[index].isInlinedComprehension { return resolveOutside(name, index) }
      let slot = Int(symbol.slot)
      // What the class declares nonlocal is the outer function's in every way.
      if kind == .class { return symbol.flags.contains(.declaredNonlocal) ? .free(slot) : .classOrFree(slot) }
      guard let classDict = classDict(of: index), classDict != .free(slot) else {
        return .free(slot)
      }
      return .classDictOrCell(classDict: classDict, .free(slot))
    case .globalExplicit:
      return .global
    case .globalImplicit:
      if kind == .class { return .classOrGlobal }
      return classDict(of: index).map { .classDictOrGlobal(classDict: $0) } ?? .global
    }
  }

  /// Where a closure made by code of `scope` finds the cell for a free variable of the function
  /// that is being made.
  public func closureCell(_ name: NameID, in id: ScopeID) -> CellReference {
    let scope = scopes[id.position]
    if scope.kind == .class {
      if let slot = scope.cells.firstIndex(where: { $0.name == name }) { return .cell(slot) }
    } else if let symbol = scope.symbol(name) {
      if symbol.kind == .cell { return .cell(Int(symbol.slot)) }
      if scope.isInlinedComprehension, symbol.kind == .free, let parent = scope.parent {
        return closureCell(name, in: parent)
      }
    }
    guard let slot = scope.freeVariables.firstIndex(of: name) else {
      preconditionFailure("\(names.string(name)) is not free in \(scope.qualifiedName)")
    }
    return .free(slot)
  }

  /// A free name of an inlined comprehension is whatever it is in the frame around it, except that
  /// the namespace of a class is not seen.
  private func resolveOutside(_ name: NameID, _ index: Int) -> Resolution {
    guard let parent = scopes[index].parent else { return .global }
    if scopes[parent.position].kind != .class { return resolve(name, in: parent) }
    switch closureCell(name, in: parent) {
    case .cell(let slot): return .cell(slot)
    case .free(let slot): return .free(slot)
    }
  }

  /// The cell with the namespace of the class around a type parameter scope that sees it.
  private func classDict(of index: Int) -> CellReference? {
    guard scopes[index].seesClassScope, let name = names.find("__classdict__"),
      let symbol = scopes[index].symbol(name)
    else { return nil }
    switch symbol.kind {
    case .cell: return .cell(Int(symbol.slot))
    case .free: return .free(Int(symbol.slot))
    case .local, .globalExplicit, .globalImplicit: return nil
    }
  }
}
