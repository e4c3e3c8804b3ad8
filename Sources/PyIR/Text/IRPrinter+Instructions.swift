// Prints instructions: result, body, targets with the words that name their parts, type, location.

extension IRPrinter {
  mutating func printInstruction(_ id: InstID, _ function: Function, withLocation: Bool) {
    guard id.index < function.instructions.count else { return put("?\(id.index)") }
    let inst = function[id]
    if let result = inst.result {
      putValue(result)
      put(" = ")
    }
    let targets = function.targets(id)
    if !targets.isEmpty, !inst.op.isTerminator { put("try ") }
    if case .rt(let row) = inst.op {
      put("rt ")
      put(RuntimeTable[row].name)
    } else {
      put(inst.op.mnemonic)
    }
    printBody(inst.op, function.operands(id), targets, function)
    if let result = inst.result, result.index < function.values.count {
      put(" : ")
      printOwnedType(function[result])
    }
    if withLocation { putLocation(inst.location) }
  }

  private mutating func printBody(
    _ op: Op, _ operands: ArraySlice<Operand>, _ targets: ArraySlice<Target>, _ function: Function
  ) {
    switch op {
    case .call(let callee):
      put(" ")
      putFunction(callee)
      put("(")
      printOperands(operands)
      put(")")
      printTargets(targets, ["then", "unwind"], function)
    case .closureCell(let number), .genTake(let number), .genPut(let number),
      .genLoadRaw(let number),
      .genStoreRaw(let number):
      put(" \(number)")
      printOperandList(operands)
      printTargets(targets, [], function)
    case .switchInt:
      printSwitch(operands, targets, function)
    case .br:
      printOperandList(operands)
      printTargets(targets, [""], function)
    case .cond:
      printOperandList(operands)
      printTargets(targets, [], function)
    case .next:
      printOperandList(operands)
      printTargets(targets, ["then", "end", "unwind"], function)
    case .guard, .checked:
      printOperandList(operands)
      printTargets(targets, ["then", "else"], function)
    case .rt(let row):
      printOperandList(operands)
      printTargets(
        targets, RuntimeTable[row].raises == .always ? ["unwind"] : ["then", "unwind"], function)
    case .yield:
      printOperandList(operands)
      printTargets(targets, ["then", "unwind"], function)
    case .i64, .i64Compare, .i64ToF64, .f64, .f64Compare, .f64Neg, .boolNot, .boolToI64, .cast,
      .isAbsent, .tagI64,
      .endLocal, .genState, .genSetState, .retain, .release, .ret, .propagate, .unreachable:
      printOperandList(operands)
      printTargets(targets, [], function)
    }
  }

  /// ` %x [0 -> ^1, 5 -> ^2] ^3`
  private mutating func printSwitch(
    _ operands: ArraySlice<Operand>, _ targets: ArraySlice<Target>, _ function: Function
  ) {
    printOperandList(operands.prefix(1))
    put(" [")
    for (index, (label, target)) in zip(operands.dropFirst(), targets).enumerated() {
      if index > 0 { put(", ") }
      putOperand(label)
      put(" -> ")
      printTarget(target, function)
    }
    put("] ")
    if let last = targets.last { printTarget(last, function) }
  }

  private mutating func printOperandList(_ operands: ArraySlice<Operand>) {
    guard !operands.isEmpty else { return }
    put(" ")
    printOperands(operands)
  }

  private mutating func printOperands(_ operands: ArraySlice<Operand>) {
    var first = true
    for operand in operands {
      if !first { put(", ") }
      first = false
      putOperand(operand)
    }
  }

  /// Each target after its word, or after a comma where there is none for it.
  private mutating func printTargets(
    _ targets: ArraySlice<Target>, _ words: [String], _ function: Function
  ) {
    for (index, target) in targets.enumerated() {
      if index >= words.count {
        put(", ")
      } else {
        put(words[index].isEmpty ? " " : " \(words[index]) ")
      }
      printTarget(target, function)
    }
  }

  private mutating func printTarget(_ target: Target, _ function: Function) {
    put("^")
    put(number: target.block.index)
    let arguments = function.arguments(target)
    guard !arguments.isEmpty else { return }
    put("(")
    printOperands(arguments)
    put(")")
  }

  mutating func putValue(_ value: ValueID) {
    guard let number = numbering[value] else { return put("%?\(value.index)") }
    put("%")
    put(number: number)
  }

  mutating func putOperand(_ operand: Operand) {
    if let value = operand.value { return putValue(value) }
    if let constant = operand.constant { putConstant(constant) }
  }
}
