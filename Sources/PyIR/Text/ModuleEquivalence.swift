// Structural equality of modules: the same program, whatever numbers its values, constants, types
// and locations have. Rows of tables that nothing refers to do not count; functions, globals and
// Python modules are compared in order.

extension Module {
  /// Whether both modules are the same up to numbering.
  public func isEquivalent(to other: Module) -> Bool { firstDifference(from: other) == nil }

  /// Where two modules differ first, in words; nil if they are equivalent.
  public func firstDifference(from other: Module) -> String? {
    if name != other.name { return "module names" }
    if stage != other.stage { return "stages" }
    if cacheCount != other.cacheCount { return "cache counts" }
    if pythonModules != other.pythonModules { return "python modules" }
    if globals != other.globals { return "globals" }
    if bodies != other.bodies { return "module bodies" }
    if functions.count != other.functions.count { return "number of functions" }
    let comparison = ModuleComparison(a: self, b: other)
    for index in functions.indices {
      if let difference = comparison.functions(functions[index], other.functions[index]) {
        return "@\(functions[index].name): \(difference)"
      }
    }
    return nil
  }
}

private struct ModuleComparison {
  let a: Module
  let b: Module

  func functions(_ f: Function, _ g: Function) -> String? {
    if f.name != g.name { return "name" }
    if f.role != g.role || f.raises != g.raises || f.origin != g.origin
      || f.resumeFunction != g.resumeFunction
    {
      return "attributes"
    }
    if f.pythonModule != g.pythonModule { return "python module" }
    if f.usesFastPaths != g.usesFastPaths { return "fast" }
    if f.frameObjectSlots != g.frameObjectSlots || f.frameRawSlots != g.frameRawSlots {
      return "frame"
    }
    if !sameType(f.returnType, g.returnType) { return "return type" }
    if !sameCode(f.code, g.code) { return "code information" }
    if f.blocks.count != g.blocks.count { return "number of blocks" }
    let x = ValueNumbering(f)
    let y = ValueNumbering(g)
    for id in f.blockIDs {
      if let difference = blocks(id, f, g, x, y) { return "^\(id.index): \(difference)" }
    }
    return nil
  }

  private func blocks(
    _ id: BlockID, _ f: Function, _ g: Function, _ x: ValueNumbering, _ y: ValueNumbering
  ) -> String? {
    if !sameValues(f[id].parameters, g[id].parameters, f, g, x, y) { return "parameters" }
    if f[id].instructions.count != g[id].instructions.count { return "number of instructions" }
    for (i, j) in zip(f[id].instructions, g[id].instructions) {
      guard sameInstruction(i, j, f, g, x, y) else {
        return "\(f[i].op.mnemonic) and \(g[j].op.mnemonic)"
      }
    }
    return nil
  }

  private func sameInstruction(
    _ i: InstID, _ j: InstID, _ f: Function, _ g: Function, _ x: ValueNumbering, _ y: ValueNumbering
  ) -> Bool {
    let operand = { (p: Operand, q: Operand) in self.sameOperand(p, q, x, y) }
    guard f[i].op == g[j].op, f.operands(i).elementsEqual(g.operands(j), by: operand) else {
      return false
    }
    guard sameLocation(f[i].location, g[j].location) else { return false }
    let results = (f[i].result.map { [$0] } ?? [], g[j].result.map { [$0] } ?? [])
    guard sameValues(results.0, results.1, f, g, x, y) else { return false }
    return f.targets(i).elementsEqual(g.targets(j)) { s, t in
      s.block == t.block && f.arguments(s).elementsEqual(g.arguments(t), by: operand)
    }
  }

  private func sameValues(
    _ v: [ValueID], _ w: [ValueID], _ f: Function, _ g: Function, _ x: ValueNumbering,
    _ y: ValueNumbering
  ) -> Bool {
    v.elementsEqual(w) { p, q in
      x[p] == y[q] && f[p].ownership == g[q].ownership && sameType(f[p].type, g[q].type)
    }
  }

  private func sameOperand(_ p: Operand, _ q: Operand, _ x: ValueNumbering, _ y: ValueNumbering)
    -> Bool
  {
    if let v = p.value, let w = q.value { return x[v] == y[w] }
    if let c = p.constant, let d = q.constant { return sameConstant(c, d) }
    return false
  }

  private func sameConstant(_ c: ConstantID, _ d: ConstantID) -> Bool {
    switch (a[c], b[d]) {
    case (.tuple(let s), .tuple(let t)), (.frozenset(let s), .frozenset(let t)):
      s.elementsEqual(t, by: sameConstant)
    case (let s, let t): s == t
    }
  }

  private func sameType(_ s: IRType, _ t: IRType) -> Bool {
    guard s.isComposite, t.isComposite else { return s == t }
    switch (a[s], b[t]) {
    case (.list(let s), .list(let t)), (.set(let s), .set(let t)), (.opt(let s), .opt(let t)):
      return sameType(s, t)
    case (.dict(let k, let v), .dict(let l, let w)): return sameType(k, l) && sameType(v, w)
    case (.tuple(let s), .tuple(let t)): return s.elementsEqual(t, by: sameType)
    case (let s, let t): return s == t
    }
  }

  private func sameCode(_ c: CodeInfo?, _ d: CodeInfo?) -> Bool {
    guard var c, var d else { return c == nil && d == nil }
    switch (c.doc, d.doc) {
    case (nil, nil): break
    case (let p?, let q?): guard sameConstant(p, q) else { return false }
    case (nil, _), (_, nil): return false
    }
    c.doc = nil
    d.doc = nil
    return c == d
  }

  private func sameLocation(_ p: LocationID, _ q: LocationID) -> Bool {
    guard p != .unknown, q != .unknown else { return p == q }
    var s = a[p]
    var t = b[q]
    guard sameLocation(s.inlinedAt, t.inlinedAt) else { return false }
    guard sameLocation(s.lookup, t.lookup) else { return false }
    s.lookup = .unknown
    t.lookup = .unknown
    s.inlinedAt = .unknown
    t.inlinedAt = .unknown
    return s == t
  }
}
