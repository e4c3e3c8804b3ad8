// Gives every variable its slot and every scope its qualified name. Slots are deterministic:
// parameters, then names in order of first binding, then those of inlined comprehensions; free
// variables are sorted, because programs can see their order in `__closure__`.

struct ScopeLayout {
  private(set) var table: SymbolTable
  private let known: KnownNames

  init(_ table: SymbolTable, _ known: KnownNames) {
    self.table = table
    self.known = known
  }

  mutating func run(_ candidates: [ScopeResolver.AttributeCandidate]) {
    // Parents come first, so the frame of an inlined comprehension has its own slots already.
    for index in table.scopes.indices {
      if table.scopes[index].isInlinedComprehension, let parent = table.scopes[index].parent {
        table.scopes[index].frame = table.scopes[parent.position].frame
        moveCallsOut(index)
      }
      if table.scopes[index].kind == .class { layOutClass(index) } else { layOut(index) }
      layOutFree(index)
      table.scopes[index].qualifiedName = qualifiedName(index)
    }
    collectAttributes(candidates)
  }

  // MARK: Slots

  private mutating func layOut(_ index: Int) {
    // A module's own names are globals.
    guard table.scopes[index].kind.isFunctionLike else { return }
    if !table.scopes[index].isInlinedComprehension {
      for name in table.scopes[index].parameters {
        if let position = table.scopes[index].indexOfName[name] { place(Int(position), index) }
      }
    }
    for position in table.scopes[index].bindingOrder {
      let flags = table.scopes[index].symbols[Int(position)].flags
      if !flags.contains(.parameter) { place(Int(position), index) }
    }
  }

  /// Gives a symbol its slot in the scope's frame.
  private mutating func place(_ position: Int, _ index: Int) {
    let frame = table.scopes[index].frame.position
    let symbol = table.scopes[index].symbols[position]
    let variable = FrameVariable(name: symbol.name, scope: table.scopes[index].id)
    switch symbol.kind {
    case .local:
      table.scopes[index].symbols[position].slot = Int32(table.scopes[frame].locals.count)
      table.scopes[frame].locals.append(variable)
    case .cell:
      table.scopes[index].symbols[position].slot = Int32(table.scopes[frame].cells.count)
      table.scopes[frame].cells.append(variable)
    case .free, .globalExplicit, .globalImplicit: break
    }
  }

  private mutating func layOutClass(_ index: Int) {
    let id = table.scopes[index].id
    if table.scopes[index].needsClassCell {
      table.scopes[index].cells.append(FrameVariable(name: known.class, scope: id))
    }
    if table.scopes[index].needsClassDict {
      table.scopes[index].cells.append(FrameVariable(name: known.classDict, scope: id))
    }
  }

  private mutating func layOutFree(_ index: Int) {
    guard !table.scopes[index].isInlinedComprehension else { return }
    let free = table.scopes[index].symbols.filter {
      $0.kind == .free || $0.flags.contains(.freeInClass)
    }
    if free.isEmpty { return }
    let names = free.map(\.name).sorted {
      table.names.bytes($0).lexicographicallyPrecedes(table.names.bytes($1))
    }
    table.scopes[index].freeVariables = names
    for (slot, name) in names.enumerated() {
      guard let position = table.scopes[index].indexOfName[name] else { continue }
      if table.scopes[index].symbols[Int(position)].kind == .free {
        table.scopes[index].symbols[Int(position)].slot = Int32(slot)
      }
    }
  }

  /// What inlined code calls concerns the frame that it runs in.
  private mutating func moveCallsOut(_ index: Int) {
    guard table.scopes[index].usesLocalsCall else { return }
    table.scopes[table.scopes[index].frame.position].usesLocalsCall = true
  }

  // MARK: Qualified names

  private func qualifiedName(_ index: Int) -> String {
    let scope = table.scopes[index]
    guard var parentID = scope.parent.map({ table.scopes[$0.position].frame }) else {
      return scope.name
    }
    if isTypeParameterUnit(table.scopes[parentID.position].kind) {
      guard let grandparent = table.scopes[parentID.position].parent else { return scope.name }
      parentID = table.scopes[grandparent.position].frame
    }
    let parent = table.scopes[parentID.position]
    switch parent.kind {
    case .module:
      return scope.name
    case .function, .lambda, .typeAlias:
      if isDeclaredGlobal(scope, in: parent) { return scope.name }
      return "\(parent.qualifiedName).<locals>.\(scope.name)"
    case .class, .listComprehension, .setComprehension, .dictComprehension, .generatorExpression,
      .typeParameters, .typeParameterBound, .typeParameterDefault:
      if isDeclaredGlobal(scope, in: parent) { return scope.name }
      return "\(parent.qualifiedName).\(scope.name)"
    }
  }

  /// Code for type parameters does not show in the names of what it contains.
  private func isTypeParameterUnit(_ kind: ScopeKind) -> Bool {
    switch kind {
    case .typeParameters, .typeParameterBound, .typeParameterDefault: true
    case .module, .function, .lambda, .class, .listComprehension, .setComprehension,
      .dictComprehension, .generatorExpression, .typeAlias:
      false
    }
  }

  /// Whether a definition binds a global although it stands inside a function or class.
  private func isDeclaredGlobal(_ scope: Scope, in parent: Scope) -> Bool {
    guard scope.kind == .function || scope.kind == .class,
      let name = table.names.find(scope.name)
    else { return false }
    return parent.symbol(table.mangledName(name, in: parent.id))?.kind == .globalExplicit
  }

  // MARK: Instance attributes

  private mutating func collectAttributes(_ candidates: [ScopeResolver.AttributeCandidate]) {
    var seen: [Int: Set<NameID>] = [:]
    for candidate in candidates where isSelf(candidate) {
      let classScope = candidate.method.classScope
      if seen[classScope, default: []].insert(candidate.attribute).inserted {
        table.scopes[classScope].instanceAttributes.append(candidate.attribute)
      }
    }
  }

  /// Whether the name in front of the attribute is the method's parameter there.
  private func isSelf(_ candidate: ScopeResolver.AttributeCandidate) -> Bool {
    var index = candidate.scope
    while index != candidate.method.scope {
      let scope = table.scopes[index]
      if scope.kind != .class, let symbol = scope.symbol(candidate.method.selfName),
        symbol.kind != .free
      {
        return false
      }
      guard let parent = scope.parent else { return false }
      index = parent.position
    }
    return true
  }
}
