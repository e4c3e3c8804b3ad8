// Finds the owned value that each borrowed value was borrowed from, through any number of borrows
// and block parameters.

/// Lenders of a function's borrowed values in stage `owned`.
struct Lenders {
  struct Fault {
    var block: BlockID
    var message: String
  }

  private static let unknown: Int32 = -2
  private static let conflict: Int32 = -3
  private static let forever: Int32 = -1

  /// The owned value, or one of the marks above.
  private var lender: [Int32]
  /// Borrowed block parameters that break rule O4.
  private(set) var faults: [Fault] = []

  init(_ function: Function, _ cfg: CFG, _ dominators: Dominators) {
    lender = Array(repeating: Lenders.unknown, count: function.values.count)
    guard !function.blocks.isEmpty else { return }
    for value in function.parameters { lender[value.index] = Lenders.forever }
    // Lenders only go down (unknown, for ever, one value, conflict), so that the sweeps end.
    var changed = true
    while changed {
      changed = false
      for block in cfg.reversePostOrder where sweep(block, function, cfg) { changed = true }
    }
    collectFaults(function, cfg, dominators)
  }

  /// The owned value that a use of `value` needs alive: itself, its lender, or none.
  func owner(of value: ValueID, _ function: Function) -> ValueID? {
    switch function[value].ownership {
    case .none: nil
    case .owned: value
    case .borrowed: lender[value.index] >= 0 ? ValueID(Int(lender[value.index])) : nil
    }
  }

  private mutating func sweep(_ block: BlockID, _ function: Function, _ cfg: CFG) -> Bool {
    var changed = false
    if block != Function.entry {
      for (index, value) in function[block].parameters.enumerated()
      where function[value].ownership == .borrowed {
        var merged = Lenders.unknown
        for edge in cfg.predecessors(block) where cfg.isReachable(edge.from) {
          merged = Lenders.meet(merged, incoming(edge, index, function))
        }
        if lender[value.index] != merged {
          lender[value.index] = merged
          changed = true
        }
      }
    }
    for inst in function[block].instructions {
      guard let value = function[inst].result, function[value].ownership == .borrowed else {
        continue
      }
      let found = lenderOfResult(inst, function)
      if lender[value.index] != found {
        lender[value.index] = found
        changed = true
      }
    }
    return changed
  }

  private static func meet(_ a: Int32, _ b: Int32) -> Int32 {
    if a == b || b == unknown { return a }
    if a == unknown || a == forever { return b }
    return b == forever ? a : conflict
  }

  /// The lender of parameter `index` along an edge.
  private func incoming(_ edge: CFG.Edge, _ index: Int, _ function: Function) -> Int32 {
    guard let inst = function.terminator(edge.from) else { return Lenders.forever }
    let takesResult = edge.index == 0 && function[inst].op.resultArrivesInTarget
    if takesResult, index == 0 { return lenderOfResult(inst, function) }
    let targets = function.targets(inst)
    let arguments = function.arguments(targets[targets.startIndex + edge.index])
    return root(arguments[arguments.startIndex + index - (takesResult ? 1 : 0)], function)
  }

  private func root(_ operand: Operand, _ function: Function) -> Int32 {
    guard let value = operand.value else { return Lenders.forever }
    switch function[value].ownership {
    case .none: return Lenders.forever
    case .owned: return Int32(value.index)
    case .borrowed: return lender[value.index]
    }
  }

  private func lenderOfResult(_ inst: InstID, _ function: Function) -> Int32 {
    let operands = function.operands(inst)
    switch function[inst].op {
    case .rt(let row), .next(let row):
      guard case .borrow(let index) = RuntimeTable[row].result else { return Lenders.forever }
      return root(operands[operands.startIndex + Int(index)], function)
    case .cast, .closureCell, .guard: return root(operands[operands.startIndex], function)
    case .call, .i64, .i64Compare, .i64ToF64, .f64, .f64Compare, .f64Neg, .boolNot, .boolToI64,
      .isAbsent, .tagI64,
      .endLocal, .yield, .genTake, .genPut, .genLoadRaw, .genStoreRaw, .genState, .genSetState,
      .retain, .release,
      .br, .cond, .switchInt, .ret, .propagate, .unreachable, .checked:
      return Lenders.forever
    }
  }

  private mutating func collectFaults(_ function: Function, _ cfg: CFG, _ dominators: Dominators) {
    let blocks = Liveness.definingBlocks(function)
    for block in cfg.reversePostOrder where block != Function.entry {
      for (index, value) in function[block].parameters.enumerated()
      where function[value].ownership == .borrowed {
        let found = lender[value.index]
        if found == Lenders.conflict {
          faults.append(
            Fault(block: block, message: "borrowed parameter \(index) has several lenders"))
        } else if found >= 0, let home = blocks[Int(found)],
          home == block || !dominators.dominates(home, block)
        {
          faults.append(
            Fault(
              block: block, message: "the lender of parameter \(index) does not dominate the block")
          )
        }
      }
    }
  }
}
