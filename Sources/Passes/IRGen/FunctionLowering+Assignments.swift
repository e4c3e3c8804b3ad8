// Assignment to every kind of target, augmented and annotated assignment, del.
import Frontend
import PyIR

extension FunctionLowering {
  func assign(_ target: ExprID, _ value: Operand) {
    at(ast.range(of: target)) {
      switch ast[target] {
      case .name(let name, _): store(name, value)
      case .attribute(let object, let attr, _):
        let receiver = lower(object)
        setLocation(attributeRange(target, attr))
        run(.obj_setattr, [receiver, unit.name(mangled(attr)), value, unit.module.newCache()])
      case .subscript(let container, let slice, _):
        let object = lower(container)
        let key = lower(slice)
        run(.obj_setitem, [object, key, value])
      case .tuple(let elts, _), .list(let elts, _): unpack(value, into: Array(ast.exprs(elts)))
      case .starred(let inner, _): assign(inner, value)
      default: preconditionFailure("the parser lets only targets through")
      }
    }
  }

  private func unpack(_ value: Operand, into targets: [ExprID]) {
    let star = targets.firstIndex { if case .starred = ast[$0] { true } else { false } }
    let parts: Operand
    if let star {
      parts = emit(.obj_unpack_ex, [value, unit.i64(star), unit.i64(targets.count - star - 1)])
    } else {
      parts = emit(.obj_unpack, [value, unit.i64(targets.count)])
    }
    for (index, target) in targets.enumerated() {
      assign(target, emit(.seq_item, [parts, unit.i64(index)]))
    }
  }

  func lowerAssign(_ targets: [ExprID], _ value: ExprID) {
    if targets.count == 1, let pairs = directPairs(targets[0], value) {
      let values = pairs.map { lower($0.value) }
      for (pair, operand) in zip(pairs, values) { assign(pair.target, operand) }
      return
    }
    let operand = lower(value)
    for target in targets { assign(target, operand) }
  }

  /// `a, b = x, y`: element by element, without a tuple.
  private func directPairs(_ target: ExprID, _ value: ExprID) -> [(target: ExprID, value: ExprID)]? {
    guard let left = elements(target), let right = elements(value), left.count == right.count, !left.isEmpty else {
      return nil
    }
    for element in left + right { if case .starred = ast[element] { return nil } }
    return zip(left, right).map { ($0, $1) }
  }

  private func elements(_ id: ExprID) -> [ExprID]? {
    switch ast[id] {
    case .tuple(let elts, _), .list(let elts, _): Array(ast.exprs(elts))
    default: nil
    }
  }

  // MARK: augmented

  static func inPlaceRow(_ op: Operator) -> RuntimeID {
    switch op {
    case .add: .obj_iadd
    case .sub: .obj_isub
    case .mult: .obj_imul
    case .matMult: .obj_imatmul
    case .div: .obj_itruediv
    case .mod: .obj_imod
    case .pow: .obj_ipow
    case .lShift: .obj_ilshift
    case .rShift: .obj_irshift
    case .bitOr: .obj_ior
    case .bitXor: .obj_ixor
    case .bitAnd: .obj_iand
    case .floorDiv: .obj_ifloordiv
    }
  }

  func lowerAugAssign(_ statement: StmtID, _ target: ExprID, _ op: Operator, _ value: ExprID) {
    let row = FunctionLowering.inPlaceRow(op)
    let range = ast.range(of: statement)
    switch ast[target] {
    case .name(let name, _):
      let old = at(ast.range(of: target)) { load(name) }
      let operand = lower(value)
      setLocation(range)
      let result = emit(row, [old, operand])
      at(ast.range(of: target)) { replace(name, result) }
    case .attribute(let object, let attr, _):
      let receiver = lower(object)
      let text = unit.name(mangled(attr))
      let old = at(attributeRange(target, attr)) { emit(.obj_getattr, [receiver, text, unit.module.newCache()]) }
      let operand = lower(value)
      setLocation(range)
      let result = emit(row, [old, operand])
      at(attributeRange(target, attr)) { run(.obj_setattr, [receiver, text, result, unit.module.newCache()]) }
    case .subscript(let container, let slice, _):
      let object = lower(container)
      let key = lower(slice)
      let old = at(ast.range(of: target)) { emit(.obj_getitem, [object, key]) }
      let operand = lower(value)
      setLocation(range)
      let result = emit(row, [old, operand])
      at(ast.range(of: target)) { run(.obj_setitem, [object, key, result]) }
    default: preconditionFailure("the parser lets only single targets through")
    }
  }

  /// Rebinds after an in-place operation. A local's old value was handed to the operation, so it ends there and not here:
  /// that lets a string that only this variable holds grow in place.
  private func replace(_ name: NameID, _ value: Operand) {
    if case .local(let slot) = symbols.lookup(name, in: scopeID) {
      write(variable(slot), value)
    } else {
      store(name, value)
    }
  }

  // MARK: annotated

  func lowerAnnAssign(_ target: ExprID, _ annotation: ExprID, _ value: ExprID?, _ simple: Bool) {
    if let value { assign(target, lower(value)) }
    guard case .name(let name, _) = ast[target] else {
      if value == nil { evaluateTargetParts(target) }
      if !isFunctionFrame { evaluateAnnotation(annotation) }
      return
    }
    guard simple, !isFunctionFrame else {
      if !simple && !isFunctionFrame { evaluateAnnotation(annotation) }
      return
    }
    let operand = annotationValue(annotation)
    at(ast.range(of: target)) {
      let dict = load(symbols.lookupText("__annotations__", in: scopeID), "__annotations__")
      run(.obj_setitem, [dict, unit.name(mangled(name)), operand])
    }
  }

  private var isFunctionFrame: Bool { frame.kind != .module && frame.kind != .class }

  private func evaluateAnnotation(_ annotation: ExprID) {
    if !symbols.hasFutureAnnotations { _ = lower(annotation) }
  }

  private func evaluateTargetParts(_ target: ExprID) {
    switch ast[target] {
    case .attribute(let object, _, _): _ = lower(object)
    case .subscript(let container, let slice, _):
      _ = lower(container)
      _ = lower(slice)
    default: break
    }
  }

  /// The value that goes into `__annotations__`.
  func annotationValue(_ annotation: ExprID) -> Operand {
    guard symbols.hasFutureAnnotations else {
      return lowerUnpacked(annotation)
    }
    let range = ast.range(of: annotation)
    return unit.constant(.str(Array(unit.source.bytes[Int(range.start)..<Int(range.end)])))
  }

  /// An expression that may be starred: then the only item of what is starred.
  func lowerUnpacked(_ id: ExprID) -> Operand {
    guard case .starred(let value, _) = ast[id] else { return lower(id) }
    let iterable = lower(value)
    return emit(.seq_item, [emit(.obj_unpack, [iterable, unit.i64(1)]), unit.i64(0)])
  }

  // MARK: del

  func lowerDelete(_ target: ExprID) {
    at(ast.range(of: target)) {
      switch ast[target] {
      case .name(let name, _): delete(name)
      case .attribute(let object, let attr, _):
        let receiver = lower(object)
        setLocation(attributeRange(target, attr))
        run(.obj_delattr, [receiver, unit.name(mangled(attr))])
      case .subscript(let container, let slice, _):
        let object = lower(container)
        let key = lower(slice)
        run(.obj_delitem, [object, key])
      case .tuple(let elts, _), .list(let elts, _):
        for element in ast.exprs(elts) { lowerDelete(element) }
      default: preconditionFailure("the parser lets only targets through")
      }
    }
  }
}

extension SymbolTable {
  /// Resolution of a name by its text, for names that the compiler itself uses.
  func lookupText(_ text: String, in scope: ScopeID) -> Resolution {
    if let name = findName(text) { return resolve(name, in: scope) }
    return self[scope].kind == .class ? .classOrGlobal : .global
  }
}
