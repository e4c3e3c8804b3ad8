// Rules V7 to V11 and V14 to V17: one instruction at a time.

extension FunctionVerifier {
  mutating func checkInstructions() {
    for reachable in cfg.reversePostOrder {
      block = reachable
      for value in function[block].parameters { checkOwnership(value, nil) }
      for inst in function[block].instructions {
        checkInstruction(inst)
        if errors.count >= Verifier.errorLimit { return }
      }
    }
  }

  private mutating func checkInstruction(_ inst: InstID) {
    let op = function[inst].op
    let operands = function.operands(inst)
    if !op.isLegal(in: module.stage) { fail("V7", "not legal in stage \(module.stage)", inst) }
    if op == .rt(.retain) { fail("V7", "the op `retain` takes the place of the row", inst) }
    guard checkArity(op, operands.count, inst) else { return }
    checkOperands(op, Array(operands), inst)
    checkResult(op, inst)
    checkTargets(op, inst)
    checkRaising(op, inst)
  }

  // MARK: V8

  private mutating func checkArity(_ op: Op, _ count: Int, _ inst: InstID) -> Bool {
    switch op {
    case .rt(let row), .next(let row):
      let fixed = RuntimeTable[row].operandCount
      if RuntimeTable[row].isVariadic ? count >= fixed : count == fixed { return true }
      fail("V8", "\(count) operands, \(RuntimeTable[row].name) takes \(fixed)", inst)
      return false
    case .call, .ret: return true
    case .switchInt:
      if count == Int(function[inst].targetCount), count > 0 { return true }
      fail("V8", "a switch has one label for each target but the last", inst)
      return false
    case .i64, .i64Compare, .i64ToF64, .f64, .f64Compare, .f64Neg, .boolNot, .boolToI64, .cast,
      .isAbsent, .tagI64,
      .closureCell, .endLocal, .yield, .genTake, .genPut, .genLoadRaw, .genStoreRaw, .genState,
      .genSetState, .retain,
      .release, .br, .cond, .propagate, .unreachable, .guard, .checked:
      if count == op.arity { return true }
      fail("V8", "\(count) operands, the op takes \(op.arity ?? 0)", inst)
      return false
    }
  }

  // MARK: V9, V10

  private mutating func checkOperands(_ op: Op, _ operands: [Operand], _ inst: InstID) {
    switch op {
    case .rt(let row), .next(let row):
      for (index, operand) in operands.enumerated() {
        check(operand, RuntimeTable[row].parameter(ofOperand: index), index, inst)
      }
    case .call(let callee): checkCall(module[callee], operands, inst)
    case .ret: checkReturn(operands, inst)
    case .guard(.function):
      check(operands[0], .slotPointer, 0, inst)
      check(operands[1], .codePointer, 1, inst)
    case .guard(.itemF64), .guard(.itemI64), .guard(.fieldF64), .guard(.fieldI64):
      check(operands[0], .borrow, 0, inst)
      check(operands[1], .i64, 1, inst)
    case .guard(.rowItemF64), .guard(.rowItemI64):
      check(operands[0], .borrow, 0, inst)
      check(operands[1], .i64, 1, inst)
      check(operands[2], .i64, 2, inst)
    case .guard(.slotF64), .guard(.slotI64):
      check(operands[0], .borrow, 0, inst)
      check(operands[1], .cachePointer, 1, inst)
    case .guard(.method):
      check(operands[0], .borrow, 0, inst)
      check(operands[1], .borrow, 1, inst)
      check(operands[2], .codePointer, 2, inst)
    case .switchInt: checkSwitch(operands, inst)
    case .i64, .i64Compare, .i64ToF64, .tagI64, .checked, .guard(.exactF64):
      for (index, operand) in operands.enumerated() { check(operand, .i64, index, inst) }
    case .f64, .f64Compare, .f64Neg:
      for (index, operand) in operands.enumerated() { check(operand, .f64, index, inst) }
    case .boolNot, .boolToI64, .cond: check(operands[0], .bool, 0, inst)
    case .yield, .closureCell, .genTake, .genLoadRaw, .genState, .guard(.smallInt), .guard(.float),
      .guard(.bool):
      check(operands[0], .borrow, 0, inst)
    case .cast, .isAbsent, .retain, .release, .guard(.bound):
      check(operands[0], .borrowMaybe, 0, inst)
    case .genPut:
      check(operands[0], .borrow, 0, inst)
      check(operands[1], .borrowMaybe, 1, inst)
    case .genSetState:
      check(operands[0], .borrow, 0, inst)
      check(operands[1], .i64, 1, inst)
    case .genStoreRaw:
      check(operands[0], .borrow, 0, inst)
      checkNoAddress(operands[1], 1, inst)
      if type(operands[1]).isWord {
        fail("V9", "operand 1 is a word, raw slots hold machine values", inst)
      }
    case .endLocal: checkNoAddress(operands[0], 0, inst)
    case .br, .propagate, .unreachable: break
    }
  }

  private func type(_ operand: Operand) -> IRType { module.type(of: operand, in: function) }

  private func addressKind(_ operand: Operand) -> RuntimeParameter? {
    guard let constant = operand.constant else { return nil }
    switch module[constant] {
    case .code: return .codePointer
    case .global: return .slotPointer
    case .module: return .modulePointer
    case .cache: return .cachePointer
    case .i64, .f64, .bool, .none, .true, .false, .ellipsis, .notImplemented, .absent, .smallInt,
      .bigInt, .float,
      .complex, .str, .name, .bytes, .tuple, .frozenset:
      return nil
    }
  }

  mutating func checkNoAddress(_ operand: Operand, _ index: Int, _ inst: InstID) {
    if addressKind(operand) != nil { fail("V10", "operand \(index) is an address", inst) }
  }

  private mutating func check(
    _ operand: Operand, _ parameter: RuntimeParameter, _ index: Int, _ inst: InstID
  ) {
    switch parameter {
    case .codePointer, .cachePointer, .slotPointer, .modulePointer:
      if addressKind(operand) != parameter {
        fail("V10", "operand \(index) must be a \(parameter) constant", inst)
      }
    case .locationPointer: fail("V8", "the location is no operand", inst)
    case .i64: checkType(operand, .i64, index, inst)
    case .f64: checkType(operand, .f64, index, inst)
    case .bool: checkType(operand, .bool, index, inst)
    case .borrow, .consume, .consumeUnique, .borrowVariadic, .consumeVariadic:
      checkType(operand, .obj, index, inst)
    case .borrowMaybe, .consumeMaybe, .borrowVariadicMaybe: checkType(operand, .maybe, index, inst)
    }
  }

  private mutating func checkType(
    _ operand: Operand, _ wanted: IRType, _ index: Int, _ inst: InstID
  ) {
    if addressKind(operand) != nil { return fail("V10", "operand \(index) is an address", inst) }
    let actual = type(operand)
    guard !module.isAssignable(actual, to: wanted) else { return }
    fail("V9", "operand \(index) is \(name(actual)), wanted is \(name(wanted))", inst)
  }

  func name(_ type: IRType) -> String { IRPrinter.text(type, in: module) }

  private mutating func checkSwitch(_ operands: [Operand], _ inst: InstID) {
    check(operands[0], .i64, 0, inst)
    var labels: Set<Int64> = []
    for (index, operand) in operands.enumerated().dropFirst() {
      guard let constant = operand.constant, case .i64(let label) = module[constant] else {
        fail("V9", "operand \(index) must be an i64 constant", inst)
        continue
      }
      if !labels.insert(label).inserted { fail("V12", "two cases for \(label)", inst) }
    }
  }

  // MARK: V14, V15

  private mutating func checkCall(_ callee: Function, _ operands: [Operand], _ inst: InstID) {
    for (index, operand) in operands.enumerated() { checkNoAddress(operand, index, inst) }
    // A declaration has no parameter list.
    guard !callee.blocks.isEmpty else { return }
    guard operands.count == callee.parameters.count else {
      return fail(
        "V14", "\(operands.count) arguments, @\(callee.name) takes \(callee.parameters.count)", inst
      )
    }
    for (index, (operand, parameter)) in zip(operands, callee.parameters).enumerated() {
      let wanted = callee[parameter].type
      if !module.isAssignable(type(operand), to: wanted) {
        fail("V14", "argument \(index) is \(name(type(operand))), wanted is \(name(wanted))", inst)
      }
    }
  }

  private mutating func checkReturn(_ operands: [Operand], _ inst: InstID) {
    guard operands.count == 1 else { return fail("V15", "ret has one operand", inst) }
    checkNoAddress(operands[0], 0, inst)
    let actual = type(operands[0])
    if !module.isAssignable(actual, to: function.returnType) {
      fail("V15", "returns \(name(actual)), wanted is \(name(function.returnType))", inst)
    }
  }

  // MARK: V11

  private mutating func checkResult(_ op: Op, _ inst: InstID) {
    let result = function[inst].result
    if function[inst].hasTargets {
      if result != nil {
        fail("V11", "a terminator's result is a parameter of its first target", inst)
      }
      return
    }
    switch op.resultRule {
    case .none:
      if result != nil { fail("V11", "the op has no result", inst) }
      return
    case .type, .likeOperand, .explicit: break
    }
    guard let result else { return fail("V11", "the result is missing", inst) }
    checkOwnership(result, inst)
    let info = function[result]
    let operands = function.operands(inst)
    switch op {
    case .call(let callee):
      if !module.isAssignable(module[callee].returnType, to: info.type) {
        fail(
          "V14", "returns \(name(module[callee].returnType)), the result is \(name(info.type))",
          inst)
      }
      checkOwnership(info, is: .owned, inst)
    case .cast:
      if !info.type.isWord { fail("V11", "a cast makes words of words", inst) }
    case .genLoadRaw:
      if info.type.isWord { fail("V11", "raw slots hold machine values", inst) }
    case .retain:
      if info.type != type(operands[operands.startIndex]) {
        fail("V11", "the type is the operand's", inst)
      }
      checkOwnership(info, is: .owned, inst)
    case .tagI64:
      // Small ints are not counted, so both ownerships are true.
      if info.type != .int { fail("V11", "the result is int", inst) }
    case .rt, .next, .i64, .i64Compare, .i64ToF64, .f64, .f64Compare, .f64Neg, .boolNot, .boolToI64,
      .isAbsent,
      .closureCell, .endLocal, .yield, .genTake, .genPut, .genStoreRaw, .genState, .genSetState,
      .release, .br, .cond,
      .switchInt, .ret, .propagate, .unreachable, .guard, .checked:
      guard case .type(let type, let ownership) = op.resultRule else { return }
      if !fits(type, info.type) {
        fail("V11", "the op makes \(name(type)), the result is \(name(info.type))", inst)
      }
      checkOwnership(info, is: ownership, inst)
    }
  }

  /// A result of the rule's type, or any word where the rule says any object.
  func fits(_ rule: IRType, _ actual: IRType) -> Bool {
    module.isAssignable(rule, to: actual) || rule == .obj && actual.isWord
  }

  mutating func checkOwnership(_ info: ValueInfo, is ownership: Ownership, _ inst: InstID) {
    guard module.stage == .owned, info.type.isCounted, info.ownership != ownership else { return }
    fail("V11", "the op's result is \(ownership)", inst)
  }

  // MARK: V16, V17

  mutating func checkOwnership(_ value: ValueID, _ inst: InstID?) {
    let info = function[value]
    let isCounted = module.stage == .owned && info.type.isCounted
    guard isCounted == (info.ownership == .none) else { return }
    let message = isCounted ? "needs an ownership" : "has an ownership, but is not counted"
    let stage = module.stage == .owned ? "" : " in stage \(module.stage)"
    fail("V16", "a value of type \(name(info.type)) \(message)\(stage)", inst)
  }

  private mutating func checkRaising(_ op: Op, _ inst: InstID) {
    guard module.stage == .owned else { return }
    if op == .propagate, !function.raises { fail("V17", "the function does not raise", inst) }
    switch op.raises {
    case .never: return
    case .canRaise, .always: break
    }
    switch op {
    case .rt:
      if !function[inst].hasTargets {
        fail("V17", "the op may raise and has no unwind target", inst)
      }
    case .call(let callee):
      if module[callee].raises, !function[inst].hasTargets {
        fail("V17", "the callee may raise and there is no unwind target", inst)
      }
    case .yield:
      return  // not legal here (V7)
    case .next:
      if function[inst].targetCount != 3 {
        fail("V17", "the op may raise and has no unwind target", inst)
      }
    case .i64, .i64Compare, .i64ToF64, .f64, .f64Compare, .f64Neg, .boolNot, .boolToI64, .cast,
      .isAbsent, .tagI64,
      .closureCell, .endLocal, .genTake, .genPut, .genLoadRaw, .genStoreRaw, .genState,
      .genSetState, .retain,
      .release, .br, .cond, .switchInt, .ret, .propagate, .unreachable, .guard, .checked:
      return
    }
  }
}
