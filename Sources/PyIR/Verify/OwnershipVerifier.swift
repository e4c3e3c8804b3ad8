// Rules about reference counts, for functions of stage `owned` that keep the rules V1 to V18.
//
//  O1  An owned value is consumed on every path: by a consuming operand (release, ret, a consume
//      parameter of a row, an owned parameter of a callee, gen.put, a cast that owns its result) or
//      as the argument of an owned block parameter. Paths that end in `unreachable` are exempt.
//  O2  It is consumed once, and not used after that. Operands are consumed on every way out of a
//      raising instruction; an argument is consumed on its edge only.
//  O3  A borrowed value is never consumed.
//  O4  A borrowed block parameter has one lender on all edges, and the lender's definition
//      dominates the block.
//  O5  A borrowed value is used only while its lender lives, and not by the instruction that
//      consumes the lender.
//  O6  Where paths meet, an owned value lives on all of them or on none.
//
// The lender of a result is an operand (`borrow(i)` of a row, closure_cell, a borrowing cast, guard
// bound), or what that operand was borrowed from. Borrowed parameters of the function, immortal
// results and constants have no lender: they outlive the call. Rows lend only from immutable
// objects (`RuntimeTable+Checks.swift`), so that writes need no rule.
//
// Method: a use of a borrowed value counts as a use of its lender. Each owned value is then
// followed forward from its definition through the blocks where it lives; the cost is the size of
// these regions.

struct OwnershipVerifier {
  private let id: FunctionID
  private let module: Module
  private let function: Function
  private let cfg: CFG
  private let lenders: Lenders
  private(set) var errors: [VerifierError] = []
  private let numbering: ValueNumbering

  /// What happens to an owned value at an instruction.
  private struct Event {
    var block: UInt32
    var position: Int32
    var instruction: InstID
    /// The target whose argument this is, or −1 for an operand.
    var target: Int32
    var consumes: Bool
    /// The value used, which may be one that was borrowed from the owned value.
    var used: ValueID
  }
  private var events: [Event] = []
  private var eventStarts: [Int32] = []

  // The region of the value being followed: blocks where it lives at entry, with the number of
  // edges that bring it.
  private var stamp: [UInt32]
  private var aliveEdges: [UInt32]
  private var region: [BlockID] = []
  private var current: UInt32 = 0

  init(_ id: FunctionID, _ module: Module, _ cfg: CFG, _ dominators: Dominators) {
    self.id = id
    self.module = module
    self.cfg = cfg
    function = module[id]
    numbering = ValueNumbering(function)
    lenders = Lenders(function, cfg, dominators)
    stamp = Array(repeating: 0, count: function.blocks.count)
    aliveEdges = Array(repeating: 0, count: function.blocks.count)
  }

  mutating func run() {
    for fault in lenders.faults { fail("O4", fault.message, fault.block, nil) }
    checkBorrowedConsumption()
    guard errors.isEmpty else { return }
    collectEvents()
    for block in cfg.reversePostOrder {
      for value in function[block].parameters { follow(value, block, -1) }
      for (position, inst) in function[block].instructions.enumerated() {
        if let result = function[inst].result { follow(result, block, position) }
      }
      if errors.count >= Verifier.errorLimit { return }
    }
  }

  private mutating func fail(_ rule: String, _ message: String, _ block: BlockID, _ inst: InstID?) {
    let text = inst.map { IRPrinter.text($0, in: id, of: module, numbering: numbering) }
    errors.append(
      VerifierError(
        rule: rule, function: function.name, block: block.index, instruction: text, message: message
      ))
  }

  private func name(_ value: ValueID) -> String { "%\(numbering[value] ?? value.index)" }

  // MARK: uses

  /// Whether this use ends the value's life.
  private func consumes(_ use: Uses.Use) -> Bool {
    switch use.place {
    case .operand(let index): function.consumes(use.instruction, operand: index, in: module)
    case .argument(let target, let argument):
      parameter(use.instruction, target, argument).ownership == .owned
    }
  }

  /// The parameter that an argument goes to.
  private func parameter(_ inst: InstID, _ target: Int, _ argument: Int) -> ValueInfo {
    let targets = function.targets(inst)
    let block = targets[targets.startIndex + target].block
    let skip = target == 0 && function[inst].op.resultArrivesInTarget ? 1 : 0
    return function[function[block].parameters[argument + skip]]
  }

  private mutating func checkBorrowedConsumption() {
    Uses.visit(function) { value, use in
      guard function[value].ownership == .borrowed, cfg.isReachable(use.block), consumes(use) else {
        return
      }
      guard errors.count < Verifier.errorLimit else { return }
      fail("O3", "\(name(value)) is borrowed and consumed here", use.block, use.instruction)
    }
  }

  /// Sorts the uses by the owned value that they keep alive; within a value they stay in the order
  /// of the blocks.
  private mutating func collectEvents() {
    var starts = [Int32](repeating: 0, count: function.values.count + 1)
    visitEvents { owner, _ in starts[owner.index + 1] += 1 }
    for index in 0..<function.values.count { starts[index + 1] += starts[index] }
    var next = starts
    let empty = Event(
      block: 0, position: 0, instruction: InstID(0), target: -1, consumes: false, used: ValueID(0))
    var sorted = [Event](repeating: empty, count: Int(starts[function.values.count]))
    visitEvents { owner, event in
      sorted[Int(next[owner.index])] = event
      next[owner.index] += 1
    }
    events = sorted
    eventStarts = starts
  }

  private func visitEvents(_ body: (ValueID, Event) -> Void) {
    Uses.visit(function) { value, use in
      guard cfg.isReachable(use.block), let owner = lenders.owner(of: value, function) else {
        return
      }
      let target: Int32 = if case .argument(let target, _) = use.place { Int32(target) } else { -1 }
      body(
        owner,
        Event(
          block: use.block.raw, position: Int32(use.position), instruction: use.instruction,
          target: target,
          consumes: owner == value && consumes(use), used: value))
    }
  }

  // MARK: following one value

  private mutating func follow(_ value: ValueID, _ block: BlockID, _ position: Int) {
    guard function[value].ownership == .owned else { return }
    current += 1
    region = []
    let all = events[Int(eventStarts[value.index])..<Int(eventStarts[value.index + 1])]
    var isBroken = !pass(value, block, after: position, all)
    var index = 0
    while index < region.count {
      let next = region[index]
      index += 1
      if next == block {
        fail("O1", "\(name(value)) still lives where it is defined again", block, nil)
        isBroken = true
      } else if !pass(value, next, after: -1, all) {
        isBroken = true
      }
    }
    guard !isBroken else { return }
    checkMeets(value)
    checkReached(value, block, position, all)
  }

  /// Follows the value through a block, from behind an instruction on; false after an error.
  private mutating func pass(
    _ value: ValueID, _ block: BlockID, after position: Int, _ all: ArraySlice<Event>
  ) -> Bool {
    var index = firstEvent(of: block, all)
    while index < all.endIndex, all[index].block == block.raw, Int(all[index].position) <= position { index += 1 }
    var isAlive = true
    var edgeConsumes: [Int32] = []
    while index < all.endIndex, all[index].block == block.raw {
      // All events of one instruction: first its operands, then its targets' arguments.
      let inst = all[index].instruction
      let wasAlive = isAlive
      var consumed = 0
      var otherUse: ValueID?
      while index < all.endIndex, all[index].block == block.raw, all[index].instruction == inst {
        let event = all[index]
        index += 1
        if !isAlive, !wasAlive || event.target >= 0 { return failDead(value, event) }
        if event.target >= 0 {
          if event.consumes { edgeConsumes.append(event.target) }
        } else if event.consumes {
          consumed += 1
        } else {
          otherUse = event.used
        }
        // Operands end with the last event that is none of a target's.
        let isLastOperand =
          index == all.endIndex || all[index].block != block.raw || all[index].instruction != inst
          || all[index].target >= 0
        if event.target < 0, isLastOperand, consumed > 0 {
          if consumed > 1 {
            return failAt("O2", "\(name(value)) is consumed twice here", block, inst)
          }
          if let other = otherUse {
            let rule = other == value ? "O2" : "O5"
            return failAt(
              rule, "\(name(value)) is consumed here while \(name(other)) is in use", block, inst)
          }
          isAlive = false
        }
      }
    }
    return leave(value, block, isAlive, edgeConsumes)
  }

  private mutating func leave(
    _ value: ValueID, _ block: BlockID, _ isAlive: Bool, _ edgeConsumes: [Int32]
  ) -> Bool {
    guard isAlive, let terminator = function.terminator(block) else { return true }
    let targets = function.targets(terminator)
    if targets.isEmpty {
      if function[terminator].op == .unreachable { return true }
      return failAt(
        "O1", "\(name(value)) is never consumed on a path that ends here", block, terminator)
    }
    for (number, target) in targets.enumerated() {
      let consumed = edgeConsumes.count { Int($0) == number }
      if consumed > 1 {
        return failAt("O2", "\(name(value)) is consumed twice on an edge", block, terminator)
      }
      if consumed == 1 { continue }
      if stamp[target.block.index] != current {
        stamp[target.block.index] = current
        aliveEdges[target.block.index] = 0
        region.append(target.block)
      }
      aliveEdges[target.block.index] += 1
    }
    return true
  }

  /// O6: every edge into a block of the region brings the value.
  private mutating func checkMeets(_ value: ValueID) {
    for block in region {
      let edges = cfg.predecessors(block).count { cfg.isReachable($0.from) }
      guard edges != Int(aliveEdges[block.index]) else { continue }
      fail("O6", "\(name(value)) lives on some of the edges into the block only", block, nil)
    }
  }

  /// O2, O5: no use outside the region.
  private mutating func checkReached(
    _ value: ValueID, _ block: BlockID, _ position: Int, _ all: ArraySlice<Event>
  ) {
    for event in all where stamp[Int(event.block)] != current {
      if event.block == block.raw, Int(event.position) > position { continue }
      _ = failDead(value, event)
      return
    }
  }

  private mutating func failDead(_ value: ValueID, _ event: Event) -> Bool {
    let block = BlockID(Int(event.block))
    if event.used == value {
      return failAt("O2", "\(name(value)) was consumed before", block, event.instruction)
    }
    let message = "\(name(event.used)) is used after its lender \(name(value)) was consumed"
    return failAt("O5", message, block, event.instruction)
  }

  private mutating func failAt(_ rule: String, _ message: String, _ block: BlockID, _ inst: InstID)
    -> Bool
  {
    fail(rule, message, block, inst)
    return false
  }

  private func firstEvent(of block: BlockID, _ all: ArraySlice<Event>) -> Int {
    var low = all.startIndex
    var high = all.endIndex
    while low < high {
      let middle = (low + high) / 2
      if all[middle].block < block.raw { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Function {
  /// Whether an operand's reference passes to the instruction (stage owned; false for values
  /// without a count).
  public func consumes(_ inst: InstID, operand index: Int, in module: Module) -> Bool {
    switch self[inst].op {
    case .call(let callee):
      let parameters = module[callee].parameters
      return index < parameters.count && module[callee][parameters[index]].ownership == .owned
    case .cast:
      guard let result = self[inst].result else { return false }
      return self[result].ownership == .owned
    case .rt, .next, .i64, .i64Compare, .i64ToF64, .f64, .f64Compare, .f64Neg, .boolNot, .boolToI64,
      .isAbsent,
      .tagI64, .closureCell, .endLocal, .yield, .genTake, .genPut, .genLoadRaw, .genStoreRaw,
      .genState, .genSetState,
      .retain, .release, .br, .cond, .switchInt, .ret, .propagate, .unreachable, .guard, .checked:
      return self[inst].op.use(ofOperand: index) == .consume
    }
  }
}
