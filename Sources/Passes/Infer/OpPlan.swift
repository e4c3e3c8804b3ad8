// What an op becomes in the typed version, decided from the kinds of its operands alone. Inference and the builder of typed
// code ask the same question here, so they cannot disagree.
import PyIR

enum OpPlan: Equatable {
  /// Cloned, with words for operands.
  case generic
  /// On machine ints; word operands are guarded.
  case i64(BinaryOperator)
  /// On floats; int operands are converted where that is exact.
  case f64(BinaryOperator)
  case compareI64(CompareOperator)
  case compareF64(CompareOperator)
  case negI64, negF64, invert
  /// The operand itself.
  case same
  /// The truth of a number.
  case truth
  /// A value that cannot be absent: `guard bound` and `is_absent` are decided.
  case present
  case loadFunction(FunctionID)
  case direct(FunctionID, typed: Bool)
  /// `obj_call_loaded` of what may be one of these methods; typed versions where they accept the arguments.
  case method([FunctionID])
  /// The lookup for such a call: which of the methods it is, decided by the receiver's shape.
  case loadMethod([FunctionID])
  /// `obj_call` of what is likely a class of the module: an instance is made, and this `__init__` called directly.
  case construct(FunctionID)
  /// A builtin function on machine values, or with a machine result.
  case builtin(BuiltinCall)
  /// A list's `append`, if the receiver turns out to be one.
  case append
  /// The same with a machine float, and the append of a comprehension.
  case appendF64, appendItemF64
  /// `[]`, to which floats are appended.
  case newFlat
  /// `a[i]` and its stores with a machine int for index and perhaps a machine float for value.
  case itemAt, setItemAt, setItemF64
  /// An attribute, its store, and its store from a machine float.
  case slot, setSlot, setSlotF64
  case rangeClass, rangeObject, rangeIterator
  /// The head of this counting loop.
  case rangeNext(Int)
  /// Nothing reaches its operands.
  case dead
}

extension FunctionInference {
  func kind(_ operand: Operand) -> ValueKind {
    if let value = operand.value { return kinds[value.index] }
    guard let constant = operand.constant else { return .word }
    return ValueKind(program.module[constant])
  }

  /// What the value is, or else what its uses want it to be.
  func likely(_ operand: Operand) -> ValueKind {
    let kind = kind(operand)
    if kind != .word { return kind }
    guard let value = operand.value else { return .word }
    let wanted = demand[value.index]
    return wanted == .i64 || wanted == .f64 ? wanted : .word
  }

  func wanted(_ value: ValueID?) -> ValueKind { value.map { demand[$0.index] } ?? .bottom }

  func plan(_ id: InstID) -> OpPlan {
    let operands = split.function.operands(id)
    switch split.function[id].op {
    case .rt(let row): return plan(row, id, Array(operands))
    case .next:
      guard let index = loopOfInstruction[id], isActive(index) else { return .generic }
      return .rangeNext(index)
    case .guard(.bound), .isAbsent:
      return operands.first.map { kind($0) }?.isNumber == true ? .present : .generic
    default: return .generic
    }
  }

  private func plan(_ row: RuntimeID, _ id: InstID, _ operands: [Operand]) -> OpPlan {
    if operands.contains(where: { kind($0) == .bottom }) { return .dead }
    if let op = row.binaryOperator { return planBinary(op, id, operands[0], operands[1]) }
    if let op = row.compareOperator { return planCompare(op, operands[0], operands[1]) }
    switch row {
    case .obj_neg, .obj_pos, .obj_invert: return planUnary(row, id, operands[0])
    case .obj_truth: return kind(operands[0]).isNumber ? .truth : .generic
    case .bool_to_obj: return .same
    case .global_get:
      if let index = loopOfInstruction[id] { return isActive(index) ? .rangeClass : .generic }
      return split.result(id).flatMap { functionValues[$0] }.map { .loadFunction($0) } ?? .generic
    case .obj_call:
      if let index = loopOfInstruction[id] { return isActive(index) ? .rangeObject : .generic }
      if let site = builtinSites[id], site.function.result(operands.dropFirst().map { likely($0) }) != nil {
        return .builtin(site.function)
      }
      if let made = constructions[id], constructs(made, operands) { return .construct(made.initializer) }
      guard case .function(let callee) = kind(operands[0]) else { return .generic }
      return .direct(callee, typed: program.acceptsTyped(callee, operands.dropFirst().map { kind($0) }))
    case .obj_call_loaded:
      if let candidates = methodSites[id] { return .method(candidates) }
      guard isAppend(operands) else { return .generic }
      return kind(operands[4]) == .f64 ? .appendF64 : .append
    case .list_append: return kind(operands[1]) == .f64 ? .appendItemF64 : .generic
    case .list_new:
      guard let appended = emptyLists[id], appended.contains(where: { kind($0) == .f64 }) else { return .generic }
      return .newFlat
    case .obj_call_method: return methodSites[id].map { .method($0) } ?? .generic
    case .obj_getitem: return kind(operands[1]) == .i64 && !kind(operands[0]).isNumber ? .itemAt : .generic
    case .obj_setitem:
      guard kind(operands[1]) == .i64, !kind(operands[0]).isNumber else { return .generic }
      return kind(operands[2]) == .f64 ? .setItemF64 : .setItemAt
    case .obj_get_method:
      guard let call = methodLoads[id], let candidates = methodSites[call], !kind(operands[0]).isNumber else {
        return .generic
      }
      return .loadMethod(candidates)
    case .obj_getattr: return kind(operands[0]).isNumber ? .generic : .slot
    case .obj_setattr:
      if kind(operands[0]).isNumber { return .generic }
      if kind(operands[2]) == .f64 { return .setSlotF64 }
      return fieldSlot(operands[0], operands[1]) == nil ? .generic : .setSlot
    case .obj_iter:
      guard let index = loopOfInstruction[id], isActive(index) else { return .generic }
      return .rangeIterator
    default: return .generic
    }
  }

  /// The likely slot of an attribute.
  func fieldSlot(_ receiver: Operand, _ name: Operand) -> Int? {
    guard let value = receiver.value, let layout = layouts[value], let constant = name.constant,
      case .name(let text) = program.module[constant]
    else { return nil }
    return layout.slot(text)
  }

  /// (class, arguments…): whether the `__init__` takes them and gives back a word, as None is one.
  private func constructs(_ made: Construction, _ operands: [Operand]) -> Bool {
    let initializer = program.module[made.initializer]
    guard let code = initializer.code, code.keywordOnly == 0, !code.hasVarArgs, !code.hasVarKeywords,
      code.freeNames.isEmpty, initializer.parameters.count == operands.count + 1,
      ProgramInference.isCandidate(initializer)
    else { return false }
    // Without a typed version its generic code is called.
    guard program.functions[made.initializer] != nil else { return true }
    return !program.returnKind(made.initializer).isNumber
      && program.acceptsTyped(made.initializer, [.object] + operands.dropFirst().map { kind($0) })
  }

  /// (method, receiver, name, cache, value)
  private func isAppend(_ operands: [Operand]) -> Bool {
    guard operands.count == 5, let name = operands[2].constant else { return false }
    return program.module[name] == .name("append")
  }

  func isActive(_ loop: Int) -> Bool { !disabledLoops.contains(loop) }

  private func planBinary(_ op: BinaryOperator, _ id: InstID, _ a: Operand, _ b: Operand) -> OpPlan {
    let left = likely(a)
    let right = likely(b)
    let known = [kind(a), kind(b)]
    let wanted = wanted(split.result(id))
    guard OpPlan.isPossible(left), OpPlan.isPossible(right) else { return .generic }
    if !known.contains(where: \.isNumber), wanted != .i64, wanted != .f64, left == .word || right == .word {
      return .generic
    }
    if op == .pow, kind(a) == .i64, let places = smallExponent(b) { return places > 0 ? .i64(.pow) : .generic }
    if left == .f64 || right == .f64 || wanted == .f64 && (left == .word || right == .word) {
      return OpPlan.floatOperators.contains(op) ? .f64(op) : .generic
    }
    if op == .truediv { return left == .bool && right == .bool ? .generic : .f64(.truediv) }
    guard OpPlan.intOperators.contains(op) else { return .generic }
    // `True & False` is a bool.
    if left == .bool && right == .bool { return .generic }
    return .i64(op)
  }

  /// A constant exponent that is worth as many products.
  func smallExponent(_ operand: Operand) -> Int? {
    guard let id = operand.constant, case .smallInt(let value) = program.module[id], (1...8).contains(value) else {
      return nil
    }
    return Int(value)
  }

  private func planCompare(_ op: CompareOperator, _ a: Operand, _ b: Operand) -> OpPlan {
    let left = likely(a)
    let right = likely(b)
    guard OpPlan.isPossible(left), OpPlan.isPossible(right), left != .word || right != .word else { return .generic }
    return left == .f64 || right == .f64 ? .compareF64(op) : .compareI64(op)
  }

  private func planUnary(_ row: RuntimeID, _ id: InstID, _ a: Operand) -> OpPlan {
    var kind = likely(a)
    let wanted = wanted(split.result(id))
    if kind == .word, wanted == .i64 || wanted == .f64 { kind = wanted }
    switch (row, kind) {
    case (.obj_neg, .i64): return .negI64
    case (.obj_neg, .f64): return .negF64
    case (.obj_pos, .i64), (.obj_pos, .f64): return self.kind(a).isNumber ? .same : .generic
    case (.obj_invert, .i64): return .invert
    default: return .generic
    }
  }
}

extension OpPlan {
  static let floatOperators: Set<BinaryOperator> = [.add, .sub, .mul, .truediv, .floordiv, .mod, .pow]
  static let intOperators: Set<BinaryOperator> = [
    .add, .sub, .mul, .floordiv, .mod, .lshift, .rshift, .and, .or, .xor,
  ]

  /// Whether a value of this kind may be a number.
  static func isPossible(_ kind: ValueKind) -> Bool { kind.isNumber || kind == .word }
}
