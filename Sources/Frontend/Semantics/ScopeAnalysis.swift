// Decides for each name of each scope whether it is local, a cell, free or global. One recursive
// pass: going down it carries the names that enclosing functions bind and the names declared
// global; coming up, the names that inner scopes need. Comprehensions are then inlined (PEP 709):
// a name that only inlined code shares with its function stays a plain local.

struct ScopeAnalysis {
  private(set) var table: SymbolTable
  private let known: KnownNames

  init(_ table: SymbolTable, _ known: KnownNames) {
    self.table = table
    self.known = known
  }

  /// What a scope learns from those around it. Copied on the way down.
  private struct Outer {
    /// Names bound by enclosing functions; nil outside of any.
    var bound: Set<NameID>?
    var global: Set<NameID> = []
    var typeParams: Set<NameID> = []
    /// The class whose namespace a type parameter scope also sees.
    var classScope: Int?
  }

  mutating func run() throws(SyntaxError) {
    _ = try analyze(0, Outer(bound: nil))
  }

  /// Analyses a scope and all inside it; returns the names that they need from outside.
  private mutating func analyze(_ index: Int, _ around: Outer) throws(SyntaxError) -> Set<NameID> {
    var outer = around
    var free: Set<NameID> = []
    var local: Set<NameID> = []
    let isClass = table.scopes[index].kind == .class
    var inner = Outer(bound: [])
    // What a class declares global does not concern the functions in it.
    if isClass {
      inner.global = outer.global
      if let bound = outer.bound { inner.bound = bound }
    }
    for position in table.scopes[index].symbols.indices {
      try classify(position, in: index, &outer, &local, &free)
    }
    if isClass {
      inner.bound?.formUnion([known.class, known.classDict])
    } else {
      inner.global = outer.global
      if let bound = outer.bound { inner.bound = bound }
      if table.scopes[index].kind.isFunctionLike { inner.bound?.formUnion(local) }
    }
    inner.typeParams = outer.typeParams

    var needed: Set<NameID> = []
    for child in table.scopes[index].children {
      var toChild = inner
      if table.scopes[child.position].seesClassScope {
        toChild.classScope = isClass ? index : outer.classScope
      }
      var childFree = try analyze(child.position, toChild)
      if isInlined(child.position, in: index) {
        inline(child.position, in: index, &childFree)
      }
      needed.formUnion(childFree)
    }
    if table.scopes[index].kind.isFunctionLike {
      makeCells(index, &needed)
    } else if isClass {
      table.scopes[index].needsClassCell = needed.remove(known.class) != nil
      table.scopes[index].needsClassDict = needed.remove(known.classDict) != nil
    }
    passThrough(needed, index, bound: outer.bound)
    return free.union(needed)
  }

  // MARK: One name

  private mutating func classify(
    _ position: Int, in index: Int, _ outer: inout Outer, _ local: inout Set<NameID>,
    _ free: inout Set<NameID>
  ) throws(SyntaxError) {
    let symbol = table.scopes[index].symbols[position]
    let name = symbol.name
    let flags = symbol.flags
    let kind: SymbolKind
    if flags.contains(.declaredGlobal) {
      if flags.contains(.declaredNonlocal) {
        throw .naming(.nonlocalAndGlobal, table.name(name), at: directive(name, index))
      }
      outer.global.insert(name)
      outer.bound?.remove(name)
      kind = .globalExplicit
    } else if flags.contains(.declaredNonlocal) {
      guard let bound = outer.bound else {
        throw .plain(.nonlocalAtModuleLevel, at: directive(name, index))
      }
      if !bound.contains(name) {
        throw .naming(.noBindingForNonlocal, table.name(name), at: directive(name, index))
      }
      if outer.typeParams.contains(name) {
        throw .naming(.nonlocalTypeParameter, table.name(name), at: directive(name, index))
      }
      free.insert(name)
      kind = .free
    } else if symbol.isBound {
      local.insert(name)
      outer.global.remove(name)
      if flags.contains(.typeParameter) {
        outer.typeParams.insert(name)
      } else {
        outer.typeParams.remove(name)
      }
      kind = .local
    } else if let fromClass = classBinding(name, outer.classScope) {
      kind = fromClass
    } else if let bound = outer.bound, bound.contains(name) {
      free.insert(name)
      kind = .free
    } else {
      kind = .globalImplicit
    }
    table.scopes[index].symbols[position].kind = kind
  }

  /// A name that the visible class binds is looked up in its namespace and then among the globals,
  /// past the variables of functions around the class.
  private func classBinding(_ name: NameID, _ classScope: Int?) -> SymbolKind? {
    guard let classScope, let flags = table.scopes[classScope].symbol(name)?.flags else {
      return nil
    }
    if flags.contains(.declaredGlobal) { return .globalExplicit }
    let isBound = !flags.isDisjoint(with: .bound) && !flags.contains(.declaredNonlocal)
    return isBound ? .globalImplicit : nil
  }

  private func directive(_ name: NameID, _ index: Int) -> SourceRange {
    guard let found = table.scopes[index].directives.first(where: { $0.name == name }) else {
      preconditionFailure("only a declared name can be declared wrongly")
    }
    return found.range
  }

  // MARK: Inlining

  private func isInlined(_ child: Int, in index: Int) -> Bool {
    let kind = table.scopes[child].kind
    return kind.isComprehension && kind != .generatorExpression
      && !table.scopes[index].seesClassScope
  }

  /// Marks a comprehension as inlined and takes back what it does not need to capture.
  private mutating func inline(_ child: Int, in index: Int, _ childFree: inout Set<NameID>) {
    table.scopes[child].isInlinedComprehension = true
    let isClass = table.scopes[index].kind == .class
    for position in table.scopes[child].symbols.indices {
      let symbol = table.scopes[child].symbols[position]
      guard symbol.kind == .free else { continue }
      let isCaptured = isFreeInChild(symbol.name, child)
      if isClass {
        // The class does not exist yet while its body runs, so CPython looks for a global.
        guard symbol.name == known.class, !isCaptured else { continue }
        table.scopes[child].symbols[position].kind = .globalImplicit
        childFree.remove(symbol.name)
      } else if let own = table.scopes[index].symbol(symbol.name), own.isBound, !isCaptured {
        childFree.remove(symbol.name)
      }
    }
  }

  /// Whether a function made by the comprehension, or by one inlined into it, captures the name.
  private func isFreeInChild(_ name: NameID, _ index: Int) -> Bool {
    table.scopes[index].children.contains { child in
      if table.scopes[child.position].isInlinedComprehension {
        return table.scopes[child.position].symbol(name)?.kind == .free
          && isFreeInChild(name, child.position)
      }
      return table.scopes[child.position].symbol(name)?.kind == .free
    }
  }

  // MARK: Coming up

  private mutating func makeCells(_ index: Int, _ needed: inout Set<NameID>) {
    for position in table.scopes[index].symbols.indices {
      let symbol = table.scopes[index].symbols[position]
      guard symbol.kind == .local, needed.remove(symbol.name) != nil else { continue }
      table.scopes[index].symbols[position].kind = .cell
    }
  }

  /// Adds what inner scopes need from outside to the scope's own free variables.
  private mutating func passThrough(_ needed: Set<NameID>, _ index: Int, bound: Set<NameID>?) {
    guard !needed.isEmpty else { return }
    let seesClass = table.scopes[index].kind == .class || table.scopes[index].seesClassScope
    let sorted = needed.sorted { $0.index < $1.index }
    for name in sorted {
      if let position = table.scopes[index].indexOfName[name] {
        let flags = table.scopes[index].symbols[Int(position)].flags
        if seesClass, !flags.isDisjoint(with: SymbolFlags.bound.union(.declaredGlobal)) {
          table.scopes[index].symbols[Int(position)].flags.insert(.freeInClass)
        }
        continue
      }
      if let bound, !bound.contains(name) { continue }
      table.scopes[index].set(name, [])
      table.scopes[index].symbols[table.scopes[index].symbols.count - 1].kind = .free
    }
  }
}
