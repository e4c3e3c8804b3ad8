// Calls of builtin functions on machine values. What is called is compared with the builtin of that name first.
//
//   %y = rt obj_call %f, %x         require (rt is_builtin %f, name "abs", cache 7)
//                            ⇒      %y = rt f64_abs %x
import PyIR

extension TypedBuilder {
  /// (function, arguments…)
  mutating func builtin(_ id: InstID, _ function: BuiltinCall, _ operands: [Operand]) {
    guard let site = inference.builtinSites[id], let kind = inference.resultKind(.builtin(function), id) else {
      preconditionFailure("a call of a builtin")
    }
    let cache = module.newCache()
    let callee = word(operands[0])
    require(emit(.rt(.is_builtin), [callee, site.name, cache]))
    switch function {
    case .len, .ord:
      let result = machineRow(id, function == .len ? .obj_len : .obj_ord, [word(operands[1])], .i64)
      finish(id, TypedValue(kind: .i64, machine: result, word: nil, isSmall: true))
    case .isinstance:
      let result = machineRow(id, .obj_isinstance, [word(operands[1]), word(operands[2])], .bool)
      finish(id, .machine(.bool, result))
    case .abs: finish(id, .machine(kind, absolute(operands[1], kind)))
    case .min, .max:
      let (a, b) = pair(Array(operands.dropFirst())) { kind == .i64 ? $0.asI64($1) : $0.asF64($1) }
      // The first of equal ones.
      let isOther = emit(compare(kind, function == .min ? .lt : .gt), [b, a])
      finish(id, .machine(kind, select(isOther, b, a, kind)))
    case .float:
      if inference.likely(operands[1]) == .f64 { return finish(id, .machine(.f64, asF64(operands[1]))) }
      let int = asI64(operands[1])
      finish(id, .machine(.f64, emit(.i64ToF64, [int])))
    case .int:
      if inference.likely(operands[1]) == .i64 { return finish(id, .machine(.i64, asI64(operands[1]))) }
      let float = asF64(operands[1])
      // Within ±2^62, nan excluded: what fits a small int.
      let limit = 0x1p62
      require(emit(.f64Compare(.lt), [float, module.operand(.f64(bits: limit.bitPattern))]))
      require(emit(.f64Compare(.gt), [float, module.operand(.f64(bits: (-limit).bitPattern))]))
      let result = emit(.rt(.f64_to_i64), [float])
      finish(id, TypedValue(kind: .i64, machine: result, word: nil, isSmall: true))
    }
  }

  private func compare(_ kind: ValueKind, _ op: CompareOperator) -> Op {
    kind == .i64 ? .i64Compare(op) : .f64Compare(op)
  }

  private mutating func absolute(_ operand: Operand, _ kind: ValueKind) -> Operand {
    guard kind == .i64 else {
      let float = asF64(operand)
      return emit(.rt(.f64_abs), [float])
    }
    let int = asI64(operand)
    let isNegative = emit(.i64Compare(.lt), [int, i64(0)])
    let negative = out.addBlock()
    let join = out.addBlock()
    let joined = Operand(out.addParameter(join, .i64))
    out.append(
      block, .cond, [isNegative], targets: [out.makeTarget(negative), out.makeTarget(join, [int])], location: location)
    block = negative
    let result = branchWithResult(.checked(.neg), [int], .i64, otherwise: leave())
    out.append(block, .br, targets: [out.makeTarget(join, [result])], location: location)
    block = join
    return joined
  }

  private mutating func select(_ condition: Operand, _ a: Operand, _ b: Operand, _ kind: ValueKind) -> Operand {
    let join = out.addBlock()
    let joined = Operand(out.addParameter(join, kind.machineType ?? .i64))
    out.append(
      block, .cond, [condition], targets: [out.makeTarget(join, [a]), out.makeTarget(join, [b])], location: location)
    block = join
    return joined
  }

  /// A row with a machine result, with the op's own way of raising.
  mutating func machineRow(_ id: InstID, _ row: RuntimeID, _ operands: [Operand], _ kind: ValueKind) -> Operand {
    let targets = Array(source.targets(id))
    guard targets.count > 1 else { return emit(.rt(row), operands) }
    let next = out.addBlock()
    let result = Operand(out.addParameter(next, kind.machineType ?? .i64))
    let unwind = edge(targets[1])
    out.append(block, .rt(row), operands, targets: [out.makeTarget(next), unwind], location: location)
    block = next
    return result
  }
}
