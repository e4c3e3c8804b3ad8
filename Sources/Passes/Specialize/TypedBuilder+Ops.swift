// One instruction of the generic form as typed code. An op that leaves does so before it has done anything.
import PyIR

extension TypedBuilder {
  mutating func translate(_ id: InstID) {
    let operands = Array(source.operands(id))
    switch inference.plan(id) {
    case .generic: clone(id)
    case .dead: out.append(block, .unreachable, location: location)
    case .i64(let op):
      let result = arithmetic(op, operands)
      finish(id, .machine(.i64, result))
    case .f64(let op):
      let result = floatArithmetic(id, op, operands)
      finish(id, .machine(.f64, result))
    case .compareI64(let op):
      let (a, b) = pair(operands) { $0.asI64($1) }
      finish(id, .machine(.bool, emit(.i64Compare(op), [a, b])))
    case .compareF64(let op):
      let (a, b) = pair(operands) { $0.asF64($1) }
      finish(id, .machine(.bool, emit(.f64Compare(op), [a, b])))
    case .negI64:
      let a = asI64(operands[0])
      finish(id, .machine(.i64, branchWithResult(.checked(.neg), [a], .i64, otherwise: leave())))
    case .negF64:
      let a = asF64(operands[0])
      finish(id, .machine(.f64, emit(.f64Neg, [a])))
    case .invert:
      let a = asI64(operands[0])
      finish(id, .machine(.i64, emit(.i64(.xor), [a, i64(-1)])))
    case .same: finish(id, numberOrWord(operands[0]))
    case .truth: finish(id, .machine(.bool, truth(operands[0])))
    case .present: present(id, operands[0])
    case .loadFunction(let callee):
      let next = out.addBlock()
      let exit = leave()
      out.append(
        block, .guard(.function), [operands[0], module.operand(.code(callee))],
        targets: [out.makeTarget(next), out.makeTarget(exit)], location: location)
      block = next
      finish(id, .virtual(.function(callee)))
    case .direct(let callee, let isTyped): call(id, callee, isTyped, Array(operands.dropFirst()))
    case .method(let callees): methodCall(id, callees, operands)
    case .builtin(let function): builtin(id, function, operands)
    case .append: cloneRow(id, .obj_call_append, operands)
    case .appendF64: cloneRow(id, .obj_call_append_f64, operands)
    case .appendItemF64: cloneRow(id, .list_append_f64, operands)
    case .newFlat: cloneRow(id, .list_new_flat, operands)
    case .itemAt: itemAt(id, operands)
    case .setItemAt: cloneRow(id, .obj_setitem_at, operands)
    case .setItemF64: cloneRow(id, .obj_setitem_f64, operands)
    case .slot: slot(id, operands)
    case .setSlot: setSlot(id, operands, isFloat: false)
    case .setSlotF64: setSlot(id, operands, isFloat: true)
    case .loadMethod(let callees): loadMethod(id, callees, operands)
    case .construct(let initializer): construct(id, initializer, operands)
    case .rangeClass:
      require(emit(.rt(.range_intact), [operands[0], operands[2]]))
      finish(id, .virtual(.rangeClass))
    case .rangeObject: beginRange(id)
    case .rangeIterator: finish(id, .virtual(.rangeIterator))
    case .rangeNext(let loop): countingHead(id, loop)
    }
  }

  /// A number by its machine value, so that a constant's kind is not lost.
  private mutating func numberOrWord(_ operand: Operand) -> TypedValue {
    let held = typed(operand)
    guard held.kind.isNumber, held.machine == nil else { return held }
    return TypedValue(kind: held.kind, machine: machine(operand), word: held.word)
  }

  /// The result of an op that is done: kept, or passed to the target where generic code gets it.
  mutating func finish(_ id: InstID, _ value: TypedValue) {
    let targets = source.targets(id)
    guard let target = targets.first else {
      if let result = source[id].result { values[result.index] = value }
      return
    }
    var prefix: [Operand] = []
    if source[target.block].parameters.count > source.arguments(target).count {
      let parameter = source[target.block].parameters[0]
      let kind = declaredKind(parameter)
      if kind.isVirtual {
        values[parameter.index] = value
      } else if kind.isNumber, let machine = value.machine {
        prefix = [machine]
      } else {
        prefix = [value.word ?? makeWord(value, nil)]
      }
    }
    let taken = edge(target, prefix: prefix, inPlace: true)
    out.append(block, .br, targets: [taken], location: location)
  }

  // MARK: arithmetic

  private mutating func arithmetic(_ op: BinaryOperator, _ operands: [Operand]) -> Operand {
    let (a, b) = pair(operands) { $0.asI64($1) }
    switch op {
    case .add: return branchWithResult(.checked(.add), [a, b], .i64, otherwise: leave())
    case .sub: return branchWithResult(.checked(.sub), [a, b], .i64, otherwise: leave())
    case .mul: return branchWithResult(.checked(.mul), [a, b], .i64, otherwise: leave())
    case .pow:
      var product = a
      for _ in 1..<(inference.smallExponent(operands[1]) ?? 1) {
        product = branchWithResult(.checked(.mul), [product, a], .i64, otherwise: leave())
      }
      return product
    case .lshift: return branchWithResult(.checked(.shl), [a, b], .i64, otherwise: leave())
    case .and: return emit(.i64(.and), [a, b])
    case .or: return emit(.i64(.or), [a, b])
    case .xor: return emit(.i64(.xor), [a, b])
    case .floordiv, .mod:
      requireDivisor(b)
      return emit(.i64(op == .mod ? .mod : .floordiv), [a, b])
    case .rshift:
      if let places = constantValue(b), places >= 0 { return emit(.i64(.shr), [a, i64(min(places, 63))]) }
      require(emit(.i64Compare(.ge), [b, i64(0)]))
      require(emit(.i64Compare(.le), [b, i64(63)]))
      return emit(.i64(.shr), [a, b])
    case .matmul, .truediv: preconditionFailure("\(op) is not done on machine ints")
    }
  }

  /// Neither 0, which raises, nor −1, with which the smallest int overflows.
  private mutating func requireDivisor(_ b: Operand) {
    if let value = constantValue(b) {
      if value == 0 || value == -1 { require(module.operand(.bool(false))) }
      return
    }
    require(emit(.i64Compare(.ne), [b, i64(0)]))
    require(emit(.i64Compare(.ne), [b, i64(-1)]))
  }

  private mutating func floatArithmetic(_ id: InstID, _ op: BinaryOperator, _ operands: [Operand]) -> Operand {
    let (a, b) = pair(operands) { $0.asF64($1) }
    switch op {
    case .add: return emit(.f64(.add), [a, b])
    case .sub: return emit(.f64(.sub), [a, b])
    case .mul: return emit(.f64(.mul), [a, b])
    case .truediv:
      let zero = module.operand(.f64(bits: 0))
      var isKnown = false
      if let id = b.constant, case .f64(let bits) = module[id] { isKnown = Double(bitPattern: bits) != 0 }
      if !isKnown { require(emit(.f64Compare(.ne), [b, zero])) }
      return emit(.f64(.div), [a, b])
    case .pow:
      // Zero and infinities have rules of their own, overflow raises; a negative base may give a complex number, but not
      // with a whole exponent.
      let isWhole = isWholeExponent(b)
      if !isWhole { require(emit(.f64Compare(.gt), [a, module.operand(.f64(bits: 0))])) }
      let result = emit(.rt(.f64_pow_real), [a, b])
      require(emit(.f64Compare(.lt), [result, module.operand(.f64(bits: Double.infinity.bitPattern))]))
      if isWhole {
        require(emit(.f64Compare(.gt), [result, module.operand(.f64(bits: (-Double.infinity).bitPattern))]))
      }
      return result
    case .floordiv: return machineRow(id, .f64_floordiv, [a, b], .f64)
    case .mod: return machineRow(id, .f64_mod, [a, b], .f64)
    case .matmul, .lshift, .rshift, .and, .or, .xor:
      preconditionFailure("\(op) is not done on floats")
    }
  }

  /// A constant that is a small whole number above 0.
  private func isWholeExponent(_ operand: Operand) -> Bool {
    guard let id = operand.constant, case .f64(let bits) = module[id] else { return false }
    let value = Double(bitPattern: bits)
    return value >= 1 && value <= 64 && value == value.rounded()
  }

  private mutating func truth(_ operand: Operand) -> Operand {
    let machine = machine(operand)
    switch typed(operand).kind {
    case .i64: return emit(.i64Compare(.ne), [machine, i64(0)])
    case .f64: return emit(.f64Compare(.ne), [machine, module.operand(.f64(bits: 0))])
    case .bool, .bottom, .word, .object, .function, .method, .rangeClass, .rangeObject, .rangeIterator, .idle:
      return machine
    }
  }

  private mutating func present(_ id: InstID, _ operand: Operand) {
    if source[id].op == .isAbsent {
      finish(id, .machine(.bool, module.operand(.bool(false))))
    } else {
      finish(id, numberOrWord(operand))
    }
  }

  // MARK: generic ops

  /// Another row with as many operands.
  mutating func cloneRow(_ id: InstID, _ row: RuntimeID, _ operands: [Operand]) {
    let converted = operands.enumerated().map { clonedOperand(.rt(row), $0.offset, $0.element) }
    clone(id, as: .rt(row), converted, type: nil)
  }

  /// The same op on words and what machine values it takes anyway.
  mutating func clone(_ id: InstID) {
    let inst = source[id]
    if inst.op == .endLocal {
      guard let operand = source.operands(id).first, typed(operand).kind == .word || typed(operand).kind == .object
      else { return }
    }
    if inst.op == .ret { return returnValue(source.operands(id).first ?? none) }
    let operands = source.operands(id).enumerated().map { clonedOperand(inst.op, $0.offset, $0.element) }
    clone(id, as: inst.op, operands, type: source.operandType(ofResult: id))
  }

  private mutating func clonedOperand(_ op: Op, _ index: Int, _ operand: Operand) -> Operand {
    switch op {
    case .rt(let row), .next(let row):
      switch RuntimeTable[row].parameter(ofOperand: index) {
      case .i64, .f64, .bool: return machine(operand)
      case .codePointer, .cachePointer, .slotPointer, .modulePointer, .locationPointer: return operand
      case .borrow, .consume, .consumeUnique, .borrowMaybe, .consumeMaybe, .borrowVariadic, .consumeVariadic,
        .borrowVariadicMaybe:
        return word(operand)
      }
    case .cond, .boolNot, .boolToI64, .i64Compare, .switchInt: return machine(operand)
    default: return word(operand)
    }
  }

  /// An op whose result is a word or a machine value as in generic code.
  mutating func clone(_ id: InstID, as op: Op, _ operands: [Operand], type: IRType?) {
    let targets = Array(source.targets(id))
    guard !targets.isEmpty else {
      let inst = out.makeInstruction(op, operands, type: type, location: location)
      out[block].instructions.append(inst)
      guard let result = source[id].result, let made = out[inst].result else { return }
      keep(result, Operand(made), id)
      return
    }
    let isSingle = targets.count == 1
    var mapped: [Target] = []
    for (index, target) in targets.enumerated() {
      let arrives =
        index == 0 && source[target.block].parameters.count > source.arguments(target).count
      mapped.append(edge(target, arrives: arrives, inPlace: isSingle && op == .br))
    }
    out.append(block, op, operands, targets: mapped, location: location)
  }

  /// The result of a generic op in straight-line code, checked if it is assumed to be a number.
  mutating func keep(_ result: ValueID, _ made: Operand, _ id: InstID) {
    let kind = ValueKind(machine: source[result].type)
    if let kind {
      values[result.index] = .machine(kind, made)
      return
    }
    values[result.index] = .word(made)
    guard let next = continuation(id), let checked = check(result, made, enter: next, [result: made]) else { return }
    values[result.index] = checked
  }

  /// The block that continues after a straight-line point.
  func continuation(_ id: InstID) -> BlockID? { continuation(id, in: origin) }

  func continuation(_ id: InstID, in home: BlockID) -> BlockID? {
    let instructions = source[home].instructions
    guard let position = instructions.firstIndex(of: id), position + 1 < instructions.count,
      source[instructions[position + 1]].op == .br
    else { return nil }
    return source.targets(instructions[position + 1]).first?.block
  }

  private mutating func returnValue(_ operand: Operand) {
    if returnKind.isNumber, typed(operand).kind == returnKind {
      let machine = machine(operand)
      out.append(block, .ret, [machine], location: location)
    } else {
      finishWithWord(word(operand))
    }
  }
}

extension ValueKind {
  init?(machine type: IRType) {
    switch type {
    case .i64: self = .i64
    case .f64: self = .f64
    case .bool: self = .bool
    default: return nil
    }
  }
}

extension Function {
  /// The type of the result where the op's rule leaves it open.
  fileprivate func operandType(ofResult id: InstID) -> IRType? { self[id].result.map { self[$0].type } }
}
