// Expressions: each gives a word. Evaluation order is CPython's, left to right.
import Frontend
import PyIR

extension FunctionLowering {
  func lower(_ id: ExprID) -> Operand {
    at(ast.range(of: id)) { lowerHere(id) }
  }

  private func lowerHere(_ id: ExprID) -> Operand {
    switch ast[id] {
    case .constant(let value, _): return unit.constant(unit.literal(value))
    case .name(let name, _): return load(name)
    case .boolOp(let op, let values): return lowerBoolOp(op, Array(ast.exprs(values)))
    case .namedExpr(let target, let value):
      let result = lower(value)
      assign(target, result)
      return result
    case .binOp(let left, let op, let right): return lowerBinary(id, left, op, right)
    case .unaryOp(let op, let operand): return lowerUnary(op, operand)
    case .lambda: return lowerLambda(id)
    case .ifExp(let test, let body, let orelse): return lowerConditional(test, body, orelse)
    case .dict(let keys, let values): return lowerDict(keys, values)
    case .set(let elts): return lowerDisplay(ast.exprs(elts), .set)
    case .list(let elts, _): return lowerDisplay(ast.exprs(elts), .list)
    case .tuple(let elts, _):
      if let constant = constantTuple(ast.exprs(elts)) { return constant }
      return lowerDisplay(ast.exprs(elts), .tuple)
    case .listComp, .setComp, .dictComp: return lowerComprehension(id)
    case .generatorExp: return lowerGeneratorExpression(id)
    case .await(let value): return lowerAwait(lower(value))
    case .yield(let value):
      var operand = value.map { lower($0) } ?? unit.none
      if frame.isAsyncGenerator { operand = emit(.async_gen_wrap, [operand]) }
      return emitOp(.yield, [operand]) ?? unit.none
    case .yieldFrom(let value): return lowerDelegation(emit(.yield_from_start, [lower(value)]))
    case .compare(let left, let ops, let comparators):
      return lowerCompare(left, Array(ast.cmpOps(ops)), Array(ast.exprs(comparators)))
    case .call: return lowerCall(id)
    case .formattedValue(let value, let conversion, let spec): return lowerFormatted(value, conversion, spec)
    case .joinedStr(let values): return lowerJoined(ast.exprs(values))
    case .attribute(let value, let attr, _):
      let object = lower(value)
      setLocation(attributeRange(id, attr))
      return emit(.obj_getattr, [object, unit.name(mangled(attr)), unit.module.newCache()])
    case .subscript(let value, let slice, _):
      let container = lower(value)
      let key = lower(slice)
      return emit(.obj_getitem, [container, key])
    case .starred(let value, _): return lower(value)
    case .slice(let lower, let upper, let step):
      let parts = [lower, upper, step].map { part in part.map { self.lower($0) } ?? unit.none }
      return emit(.slice_new, parts)
    }
  }

  // MARK: constants

  /// A tuple display of constants is one constant.
  private func constantTuple(_ elements: ArraySlice<ExprID>) -> Operand? {
    var ids: [PyIR.ConstantID] = []
    for element in elements {
      guard let constant = constantValue(element) else { return nil }
      ids.append(unit.module.constant(constant))
    }
    return unit.constant(.tuple(ids))
  }

  func constantValue(_ id: ExprID) -> Constant? {
    switch ast[id] {
    case .constant(let value, _): return unit.literal(value)
    case .unaryOp(.uSub, let operand):
      guard case .constant(let value, _) = ast[operand] else { return nil }
      switch ast[value] {
      case .int, .bigInt, .float, .complex: return unit.literal(value, negated: true)
      case .none, .true, .false, .ellipsis, .str, .bytes: return nil
      }
    case .tuple(let elts, .load):
      var ids: [PyIR.ConstantID] = []
      for element in ast.exprs(elts) {
        guard let constant = constantValue(element) else { return nil }
        ids.append(unit.module.constant(constant))
      }
      return .tuple(ids)
    default: return nil
    }
  }

  // MARK: operators

  static func binaryRow(_ op: Operator) -> RuntimeID {
    switch op {
    case .add: .obj_add
    case .sub: .obj_sub
    case .mult: .obj_mul
    case .matMult: .obj_matmul
    case .div: .obj_truediv
    case .mod: .obj_mod
    case .pow: .obj_pow
    case .lShift: .obj_lshift
    case .rShift: .obj_rshift
    case .bitOr: .obj_or
    case .bitXor: .obj_xor
    case .bitAnd: .obj_and
    case .floorDiv: .obj_floordiv
    }
  }

  private func lowerBinary(_ id: ExprID, _ left: ExprID, _ op: Operator, _ right: ExprID) -> Operand {
    // Long chains `a + b + c …` must not recurse.
    var chain: [(ExprID, Operator, ExprID)] = [(id, op, right)]
    var first = left
    while case .binOp(let inner, let innerOp, let innerRight) = ast[first] {
      chain.append((first, innerOp, innerRight))
      first = inner
    }
    var value = lower(first)
    for (node, op, right) in chain.reversed() {
      let other = lower(right)
      setLocation(ast.range(of: node))
      value = emit(FunctionLowering.binaryRow(op), [value, other])
    }
    return value
  }

  private func lowerUnary(_ op: UnaryOperator, _ operand: ExprID) -> Operand {
    switch op {
    case .not: return toObject(emitNot(lowerNegated(operand)))
    case .uSub:
      if case .constant(let value, _) = ast[operand] {
        switch ast[value] {
        case .int, .bigInt, .float, .complex: return unit.constant(unit.literal(value, negated: true))
        case .none, .true, .false, .ellipsis, .str, .bytes: break
        }
      }
      return emit(.obj_neg, [lower(operand)])
    case .uAdd: return emit(.obj_pos, [lower(operand)])
    case .invert: return emit(.obj_invert, [lower(operand)])
    }
  }

  func emitNot(_ condition: Operand) -> Operand { emitOp(.boolNot, [condition]) ?? condition }

  func toObject(_ condition: Operand) -> Operand { emit(.bool_to_obj, [condition]) }

  // MARK: truth

  /// Truth of an expression as a machine bool.
  func lowerTruth(_ id: ExprID) -> Operand {
    switch ast[id] {
    case .unaryOp(.not, let operand):
      return at(ast.range(of: id)) { emitNot(lowerNegated(operand)) }
    case .compare(let left, let ops, let comparators) where ops.count == 1:
      return at(ast.range(of: id)) {
        guard let op = ast.cmpOps(ops).first, let right = ast.exprs(comparators).first else { return truth(lower(id)) }
        let first = lower(left)
        let second = lower(right)
        return compareTruth(op, first, second)
      }
    default:
      let value = lower(id)
      return at(ast.range(of: id)) { truth(value) }
    }
  }

  /// Truth of the operand of `not` as a value: CPython tests it, and compares, at the location of the `not`.
  private func lowerNegated(_ operand: ExprID) -> Operand {
    switch ast[operand] {
    case .unaryOp(.not, _): return lowerTruth(operand)
    case .compare(let left, let ops, let comparators) where ops.count == 1:
      guard let op = ast.cmpOps(ops).first, let right = ast.exprs(comparators).first else {
        return truth(lower(operand))
      }
      let first = lower(left)
      let second = lower(right)
      return compareTruth(op, first, second)
    default: return truth(lower(operand))
    }
  }

  func truth(_ value: Operand) -> Operand {
    if let constant = value.constant {
      switch unit.module[constant] {
      case .true: return unit.constant(.bool(true))
      case .false, .none: return unit.constant(.bool(false))
      default: break
      }
    }
    return emit(.obj_truth, [value])
  }

  /// Branches on an expression, evaluating `and`, `or` and `not` by control flow.
  func branch(on id: ExprID, _ yes: BlockID, _ no: BlockID) {
    switch ast[id] {
    case .unaryOp(.not, let operand): branch(on: operand, no, yes)
    case .boolOp(let op, let values):
      let list = Array(ast.exprs(values))
      for value in list.dropLast() {
        let next = newBlock()
        switch op {
        case .and: branch(on: value, next, no)
        case .or: branch(on: value, yes, next)
        }
        start(next)
      }
      if let last = list.last { branch(on: last, yes, no) }
    case .constant(let value, _):
      switch ast[value] {
      case .true: branch(yes)
      case .false, .none: branch(no)
      default: branchOnTruth(id, yes, no)
      }
    case .compare(let left, let ops, let comparators) where ops.count > 1:
      at(ast.range(of: id)) { branchOnChain(left, Array(ast.cmpOps(ops)), Array(ast.exprs(comparators)), yes, no) }
    default: branchOnTruth(id, yes, no)
    }
  }

  private func branchOnTruth(_ id: ExprID, _ yes: BlockID, _ no: BlockID) {
    let condition = lowerTruth(id)
    at(ast.range(of: id)) { branch(if: condition, yes, no) }
  }

  private func branchOnChain(_ left: ExprID, _ ops: [CmpOp], _ rights: [ExprID], _ yes: BlockID, _ no: BlockID) {
    var first = lower(left)
    for (index, op) in ops.enumerated() {
      let second = lower(rights[index])
      let condition = compareTruth(op, first, second)
      let next = index == ops.count - 1 ? yes : newBlock()
      branch(if: condition, next, no)
      if index < ops.count - 1 { start(next) }
      first = second
    }
  }

  private func lowerBoolOp(_ op: BoolOperator, _ values: [ExprID]) -> Operand {
    let join = newBlock()
    let result = function.addParameter(join, .obj)
    for value in values.dropLast() {
      let operand = lower(value)
      let condition = truth(operand)
      let next = newBlock()
      switch op {
      case .and: terminate(.cond, [condition], [target(next), target(join, [operand])])
      case .or: terminate(.cond, [condition], [target(join, [operand]), target(next)])
      }
      start(next)
    }
    if let last = values.last { branch(join, [lower(last)]) }
    start(join)
    return Operand(result)
  }

  private func lowerConditional(_ test: ExprID, _ body: ExprID, _ orelse: ExprID) -> Operand {
    let yes = newBlock()
    let no = newBlock()
    let join = newBlock()
    let result = function.addParameter(join, .obj)
    branch(on: test, yes, no)
    start(yes)
    branch(join, [lower(body)])
    start(no)
    branch(join, [lower(orelse)])
    start(join)
    return Operand(result)
  }

  // MARK: comparison

  static func compareRow(_ op: CmpOp) -> RuntimeID? {
    switch op {
    case .eq: .obj_eq
    case .notEq: .obj_ne
    case .lt: .obj_lt
    case .ltE: .obj_le
    case .gt: .obj_gt
    case .gtE: .obj_ge
    case .is, .isNot, .in, .notIn: nil
    }
  }

  /// One comparison as an object (rich comparisons may give anything).
  private func compare(_ op: CmpOp, _ left: Operand, _ right: Operand) -> Operand {
    if let row = FunctionLowering.compareRow(op) { return emit(row, [left, right]) }
    return toObject(compareTruth(op, left, right))
  }

  func compareTruth(_ op: CmpOp, _ left: Operand, _ right: Operand) -> Operand {
    switch op {
    case .is: return emit(.obj_is, [left, right])
    case .isNot: return emitNot(emit(.obj_is, [left, right]))
    case .in: return emit(.obj_contains, [right, left])
    case .notIn: return emitNot(emit(.obj_contains, [right, left]))
    case .eq, .notEq, .lt, .ltE, .gt, .gtE:
      return emit(.obj_truth, [compare(op, left, right)])
    }
  }

  private func lowerCompare(_ left: ExprID, _ ops: [CmpOp], _ rights: [ExprID]) -> Operand {
    var first = lower(left)
    if ops.count == 1 { return compare(ops[0], first, lower(rights[0])) }
    let join = newBlock()
    let result = function.addParameter(join, .obj)
    for (index, op) in ops.enumerated() {
      let second = lower(rights[index])
      let value = compare(op, first, second)
      if index == ops.count - 1 {
        branch(join, [value])
      } else {
        let next = newBlock()
        let condition = truth(value)
        terminate(.cond, [condition], [target(next), target(join, [value])])
        start(next)
      }
      first = second
    }
    start(join)
    return Operand(result)
  }

  // MARK: displays

  enum Display { case tuple, list, set }

  func lowerDisplay(_ elements: ArraySlice<ExprID>, _ display: Display) -> Operand {
    let hasStar = elements.contains { if case .starred = ast[$0] { true } else { false } }
    if !hasStar && elements.count <= 4096 {
      let operands = elements.map { lower($0) }
      switch display {
      case .tuple: return emit(.tuple_new, operands)
      case .list: return emit(.list_new, operands)
      case .set:
        let set = emit(.set_new, operands)
        guard operands.count >= 3, operands.allSatisfy({ $0.constant != nil }) else { return set }
        // CPython makes a frozenset of the constants, makes it anew in its order of iteration when it files the
        // constant, and merges that into an empty set; the order of iteration shows all three steps.
        let order = emit(.list_new, [])
        run(.list_extend, [order, set])
        let filed = emit(.set_new, [])
        run(.set_update, [filed, order])
        let merged = emit(.set_new, [])
        run(.set_update, [merged, filed])
        return merged
      }
    }
    let collection = emit(display == .set ? .set_new : .list_new, [])
    for element in elements { append(element, to: collection, display) }
    return display == .tuple ? emit(.list_to_tuple, [collection]) : collection
  }

  /// Adds one element of a display or argument list, which may be starred.
  private func append(_ element: ExprID, to collection: Operand, _ display: Display) {
    if case .starred(let value, _) = ast[element] {
      let iterable = lower(value)
      return run(display == .set ? .set_update : .list_extend, [collection, iterable])
    }
    let value = lower(element)
    run(display == .set ? .set_add : .list_append, [collection, value])
  }

  private func lowerDict(_ keys: OptionalExprList, _ values: ExprList) -> Operand {
    let keyList = Array(ast.optionalExprs(keys))
    let valueList = Array(ast.exprs(values))
    if !keyList.contains(where: { $0 == nil }) && keyList.count <= 2048 {
      var operands: [Operand] = []
      for (key, value) in zip(keyList, valueList) {
        if let key { operands.append(lower(key)) }
        operands.append(lower(value))
      }
      return emit(.dict_new, operands)
    }
    let dict = emit(.dict_new, [])
    for (key, value) in zip(keyList, valueList) {
      if let key {
        let keyOperand = lower(key)
        run(.dict_set_fresh, [dict, keyOperand, lower(value)])
      } else {
        run(.dict_update, [dict, lower(value)])
      }
    }
    return dict
  }

  // MARK: f-strings

  private func lowerFormatted(_ value: ExprID, _ conversion: Conversion, _ spec: ExprID?) -> Operand {
    let operand = lower(value)
    let specOperand = spec.map { lower($0) } ?? unit.absent
    return emit(.format_value, [operand, unit.i64(max(0, conversion.asdlValue)), specOperand])
  }

  private func lowerJoined(_ values: ArraySlice<ExprID>) -> Operand {
    let parts = values.map { lower($0) }
    if parts.isEmpty { return unit.string("") }
    if parts.count == 1 { return parts[0] }
    return emit(.str_build, parts)
  }
}
