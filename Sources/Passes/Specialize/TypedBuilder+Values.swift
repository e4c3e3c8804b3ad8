// Machine values and words of the same value. A word is made at most once in straight-line code; what the typed version
// does not hold at all (functions, ranges) is made again where it is needed.
import PyIR

extension TypedBuilder {
  func typed(_ operand: Operand) -> TypedValue {
    if let value = operand.value {
      guard let held = values[value.index] else { preconditionFailure("a value is used before it is made") }
      return held
    }
    guard let id = operand.constant else { preconditionFailure("operand is neither value nor constant") }
    let constant = module[id]
    switch constant {
    case .i64: return TypedValue(kind: .i64, machine: operand, word: nil)
    case .f64: return TypedValue(kind: .f64, machine: operand, word: nil)
    case .bool: return TypedValue(kind: .bool, machine: operand, word: nil)
    case .none, .true, .false, .ellipsis, .notImplemented, .absent, .smallInt, .bigInt, .float, .complex, .str, .name,
      .bytes, .tuple, .frozenset, .code, .global, .module, .cache:
      return TypedValue(kind: ValueKind(constant), machine: nil, word: operand)
    }
  }

  /// Whether the word of an operand needs no code.
  func hasWord(_ operand: Operand) -> Bool {
    if let value = operand.value, boxes[value] != nil { return true }
    return typed(operand).word != nil
  }

  /// The machine constant of a word constant that is a number.
  private mutating func machineConstant(_ operand: Operand) -> Operand? {
    guard let id = operand.constant else { return nil }
    switch module[id] {
    case .smallInt(let value): return module.operand(.i64(value))
    case .bigInt(let negative, let limbs):
      return ValueKind.machineInt(negative, limbs).map { module.operand(.i64($0)) }
    case .float(let bits): return module.operand(.f64(bits: bits))
    case .true: return module.operand(.bool(true))
    case .false: return module.operand(.bool(false))
    case .i64, .f64, .bool: return operand
    case .none, .ellipsis, .notImplemented, .absent, .complex, .str, .name, .bytes, .tuple, .frozenset, .code, .global,
      .module, .cache:
      return nil
    }
  }

  /// A machine operand of an op that takes one in generic code too.
  mutating func machine(_ operand: Operand) -> Operand {
    guard let result = machineConstant(operand) ?? typed(operand).machine else {
      preconditionFailure("a word where generic code has a machine value")
    }
    return result
  }

  // MARK: words

  /// The operand as a word.
  mutating func word(_ operand: Operand) -> Operand {
    let held = typed(operand)
    if let word = held.word { return word }
    if let value = operand.value {
      if let box = boxes[value] { return box }
      let box = makeWord(held, value)
      boxes[value] = box
      return box
    }
    return makeWord(held, nil)
  }

  /// The word that an exit hands over. Ints are tagged anew rather than kept alive beside their machine value.
  mutating func exitWord(_ value: ValueID) -> Operand { word(Operand(value)) }

  mutating func makeWord(_ held: TypedValue, _ value: ValueID?) -> Operand {
    switch held.kind {
    case .i64:
      guard let machine = held.machine else { break }
      return held.isSmall ? emit(.tagI64, [machine]) : emit(.rt(.int_from_i64), [machine])
    case .f64:
      guard let machine = held.machine else { break }
      return emit(.rt(.float_from_f64), [machine])
    case .bool:
      guard let machine = held.machine else { break }
      return emit(.rt(.bool_to_obj), [machine])
    case .function(let callee):
      // Only called with all its arguments: a new object of the same code does what the one in the global does.
      let python = module.operand(.module(module[callee].pythonModule))
      return emit(.rt(.function_new), [module.operand(.code(callee)), python, absent, absent, absent])
    case .method:
      guard let value, let choice = methodChoices[value] else { break }
      return emit(.rt(.method_word), [choice.number, choice.other, choice.caches])
    case .rangeClass: return emit(.rt(.range_class), [])
    case .rangeObject, .rangeIterator:
      guard let value, let producer = split.producers[value.index], let index = inference.loopOfInstruction[producer],
        let state = loopStates[index]
      else { break }
      let step = i64(inference.loops[index].step)
      if held.kind == .rangeObject { return emit(.rt(.range_new), [state.start, state.stop, step]) }
      return emit(.rt(.range_iter_new), [position(index), state.stop, step])
    case .bottom, .word, .object, .idle: break
    }
    preconditionFailure("a value without machine value or word")
  }

  // MARK: numbers

  private func constantInt(_ operand: Operand) -> Int64? {
    guard let id = operand.constant, case .i64(let value) = module[id] else { return nil }
    return value
  }

  /// The operand as an i64; leaves where it is a word that holds no small int.
  mutating func asI64(_ operand: Operand) -> Operand {
    let held = typed(operand)
    let machine = machineConstant(operand) ?? held.machine
    switch held.kind {
    case .i64: if let machine { return machine }
    case .bool:
      guard let machine else { break }
      if let id = machine.constant, case .bool(let value) = module[id] { return i64(value ? 1 : 0) }
      return emit(.boolToI64, [machine])
    case .bottom, .f64, .word, .object, .function, .method, .rangeClass, .rangeObject, .rangeIterator, .idle: break
    }
    let word = word(operand)
    return branchWithResult(.guard(.smallInt), [word], .i64, otherwise: leave())
  }

  /// The operand as a float; leaves where it is a word that holds no float or an int whose conversion may round.
  mutating func asF64(_ operand: Operand) -> Operand {
    let held = typed(operand)
    let machine = machineConstant(operand) ?? held.machine
    switch held.kind {
    case .f64: if let machine { return machine }
    case .i64:
      guard let machine else { break }
      if let value = constantInt(machine), value.magnitude <= 1 << 53 {
        return module.operand(.f64(bits: Double(value).bitPattern))
      }
      return branchWithResult(.guard(.exactF64), [machine], .f64, otherwise: leave())
    case .bool:
      let int = asI64(operand)
      if let value = constantInt(int) { return module.operand(.f64(bits: Double(value).bitPattern)) }
      return emit(.i64ToF64, [int])
    case .bottom, .word, .object, .function, .method, .rangeClass, .rangeObject, .rangeIterator, .idle: break
    }
    let word = word(operand)
    return branchWithResult(.guard(.float), [word], .f64, otherwise: leave())
  }

  mutating func asNumber(_ operand: Operand, _ kind: ValueKind) -> Operand {
    switch kind {
    case .f64: return typed(operand).kind == .f64 ? asF64(operand) : guardedWord(operand, .float, .f64)
    case .bool:
      if typed(operand).kind == .bool { return machine(operand) }
      return guardedWord(operand, .bool, .bool)
    case .i64: return typed(operand).kind == .i64 ? asI64(operand) : guardedWord(operand, .smallInt, .i64)
    case .bottom, .word, .object, .function, .method, .rangeClass, .rangeObject, .rangeIterator, .idle:
      return word(operand)
    }
  }

  private mutating func guardedWord(_ operand: Operand, _ kind: Guard, _ type: IRType) -> Operand {
    let word = word(operand)
    return branchWithResult(.guard(kind), [word], type, otherwise: leave())
  }

  /// Both operands by the same conversion; one that occurs twice is checked once.
  mutating func pair(_ operands: [Operand], _ convert: (inout TypedBuilder, Operand) -> Operand) -> (Operand, Operand) {
    let first = convert(&self, operands[0])
    return (first, operands[1] == operands[0] ? first : convert(&self, operands[1]))
  }

  func constantValue(_ operand: Operand) -> Int64? { constantInt(operand) }
}
