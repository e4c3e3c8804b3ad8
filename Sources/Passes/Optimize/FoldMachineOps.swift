// fold-machine-ops: evaluates machine ops on constants, and branches whose condition is then known.
//
//   %c = i64.ne 7, 0                    br ^1
//   cond %c, ^1, ^2                ⇒
//
// Conditions: stage typed. Overflowing ops on constants keep their edge. Floats are computed as the target computes them:
// IEEE double, round to nearest.
import PyIR

public let foldMachineOps = Pass("fold-machine-ops", .typed) { context in
  let absent = context.module.operand(.absent)
  context.forEachFunction { function, _, context in
    guard !function.blocks.isEmpty else { return }
    var folder = MachineFolder(function: function, module: context.module)
    let count = folder.run()
    guard count > 0 else { return }
    context.count("fold-machine-ops.folded", count)
    context.module = folder.module
    var simplifier = CFGSimplifier(function: folder.function, module: context.module, absent: absent)
    simplifier.run()
    function = simplifier.function
  }
}

private struct MachineFolder {
  var function: Function
  var module: Module
  private var replacement: [Operand?] = []

  init(function: Function, module: Module) {
    self.function = function
    self.module = module
  }

  mutating func run() -> Int {
    var count = 0
    replacement = Array(repeating: nil, count: function.values.count)
    for block in function.reversePostOrder() {
      for id in function[block].instructions where foldInstruction(id) { count += 1 }
      if let last = function.terminator(block), foldTerminator(last, block) { count += 1 }
    }
    if count > 0 { function.replaceUses(resolve) }
    return count
  }

  private func resolve(_ operand: Operand) -> Operand {
    guard let value = operand.value, value.index < replacement.count else { return operand }
    return replacement[value.index] ?? operand
  }

  private func constant(_ operand: Operand) -> Constant? { resolve(operand).constant.map { module[$0] } }

  private func ints(_ id: InstID) -> (Int64, Int64)? {
    let operands = Array(function.operands(id))
    guard operands.count == 2, case .i64(let a)? = constant(operands[0]), case .i64(let b)? = constant(operands[1])
    else { return nil }
    return (a, b)
  }

  private func floats(_ id: InstID) -> (Double, Double)? {
    let operands = Array(function.operands(id))
    guard operands.count == 2, case .f64(let a)? = constant(operands[0]), case .f64(let b)? = constant(operands[1])
    else { return nil }
    return (Double(bitPattern: a), Double(bitPattern: b))
  }

  private mutating func foldInstruction(_ id: InstID) -> Bool {
    guard let result = function[id].result, let value = evaluate(id) else { return false }
    replacement[result.index] = module.operand(value)
    return true
  }

  private func evaluate(_ id: InstID) -> Constant? {
    switch function[id].op {
    case .i64(let op): return ints(id).flatMap { evaluate(op, $0.0, $0.1) }
    case .i64Compare(let op): return ints(id).map { .bool(compare(op, $0.0, $0.1)) }
    case .f64Compare(let op): return floats(id).map { .bool(compare(op, $0.0, $0.1)) }
    case .f64(let op):
      guard let (a, b) = floats(id) else { return nil }
      let value =
        switch op {
        case .add: a + b
        case .sub: a - b
        case .mul: a * b
        case .div: a / b
        }
      // Which nan an operation makes is the target's business.
      return value.isNaN ? nil : .f64(bits: value.bitPattern)
    case .boolNot:
      guard let operand = function.operands(id).first, case .bool(let value)? = constant(operand) else { return nil }
      return .bool(!value)
    default: return nil
    }
  }

  private func evaluate(_ op: I64Operator, _ a: Int64, _ b: Int64) -> Constant? {
    switch op {
    case .add: return checked(a.addingReportingOverflow(b))
    case .sub: return checked(a.subtractingReportingOverflow(b))
    case .mul: return checked(a.multipliedReportingOverflow(by: b))
    case .and: return .i64(a & b)
    case .or: return .i64(a | b)
    case .xor: return .i64(a ^ b)
    case .shr: return (0...63).contains(b) ? .i64(a >> b) : nil
    case .floordiv, .mod, .shl: return nil
    }
  }

  private func checked(_ result: (partialValue: Int64, overflow: Bool)) -> Constant? {
    result.overflow ? nil : .i64(result.partialValue)
  }

  private func compare<T: Comparable>(_ op: CompareOperator, _ a: T, _ b: T) -> Bool {
    switch op {
    case .lt: a < b
    case .le: a <= b
    case .eq: a == b
    case .ne: a != b
    case .gt: a > b
    case .ge: a >= b
    }
  }

  private mutating func foldTerminator(_ id: InstID, _ block: BlockID) -> Bool {
    let targets = Array(function.targets(id))
    let location = function[id].location
    var taken: Target?
    switch function[id].op {
    case .cond:
      guard let operand = function.operands(id).first, case .bool(let value)? = constant(operand) else { return false }
      taken = targets[value ? 0 : 1]
    case .checked(let op):
      guard op != .shl, op != .neg, let (a, b) = ints(id) else { return false }
      let value: Constant? =
        switch op {
        case .add: checked(a.addingReportingOverflow(b))
        case .sub: checked(a.subtractingReportingOverflow(b))
        case .mul: checked(a.multipliedReportingOverflow(by: b))
        case .shl, .neg: nil
        }
      guard let value else { return false }
      let arguments = [module.operand(value)] + Array(function.arguments(targets[0]))
      taken = function.makeTarget(targets[0].block, arguments)
    default: return false
    }
    guard let taken else { return false }
    function[block].instructions.removeLast()
    function.append(block, .br, targets: [taken], location: location)
    return true
  }
}
