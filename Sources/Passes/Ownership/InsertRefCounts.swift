// insert-refcounts: gives every value its ownership and makes every retain and release explicit.
//
//   %y = rt obj_add %x, %k            %y = rt obj_add %x, %k : +obj
//   end_local %x                ⇒     release %x            ; last use of an owned value
//   ret %y                            ret %y                ; moved
//
// Rules: a consumed operand is moved if this is its value's last use, else a retained copy is passed. An owned value that
// is not moved is released after its last use; on an edge where it dies, at the start of the successor or on a block that
// splits the edge. Uses of a borrowed value are uses of its lender.
// Conditions: stage typed after explicit-raises and generator-split. No heuristics here: elide-refcounts improves.
import PyIR

public let insertRefCounts = Pass("insert-refcounts", .typed, to: .owned, required: true) { context in
  let signatures = context.module.functions.map { function in
    function.parameters.map { function[$0].type.isCounted }
  }
  context.forEachFunction { function, _, context in
    var inserter = RefCountInserter(function: function, module: context.module, signatures: signatures)
    inserter.run()
    function = inserter.function
  }
}

struct RefCountInserter {
  var function: Function
  let module: Module
  /// For each function, whether each parameter is counted.
  let signatures: [[Bool]]

  /// Owned value that must live as long as this one is used; itself if it is owned, nil if nobody needs to (constants,
  /// parameters that the caller lends).
  private var lender: [ValueID?] = []
  private var isOwned: [Bool] = []
  private var predecessorCount: [Int] = []
  /// Owned values live at the start of each block, ascending.
  private var liveIn: [[ValueID]] = []
  /// Casts that take over their operand's reference, because nothing needs the operand afterwards; others borrow.
  private var movingCasts: Set<InstID> = []

  init(function: Function, module: Module, signatures: [[Bool]]) {
    self.function = function
    self.module = module
    self.signatures = signatures
  }

  mutating func run() {
    guard !function.blocks.isEmpty else { return }
    movingCasts = Set(function.blockIDs.flatMap { function[$0].instructions.filter { function[$0].op == .cast } })
    repeat {
      assignOwnership()
      computeLiveness()
    } while demoteCasts()
    for index in 0..<function.blocks.count { rewrite(BlockID(index)) }
  }

  // MARK: ownership of values

  /// Whether the callee takes over parameter `index` of a function with this role.
  static func consumesParameter(_ role: FunctionRole, _ index: Int) -> Bool {
    switch role {
    case .generic, .typed, .resume: false
    case .twin: index > 1
    }
  }

  private mutating func assignOwnership() {
    let count = function.values.count
    lender = Array(repeating: nil, count: count)
    isOwned = Array(repeating: false, count: count)
    predecessorCount = Array(repeating: 0, count: function.blocks.count)
    // Parameters that receive a borrowed result (guard bound): their lender is the guard's operand.
    var borrowedFrom: [ValueID: Operand] = [:]
    for block in function.blockIDs {
      guard let last = function.terminator(block) else { continue }
      for target in function.targets(last) { predecessorCount[target.block.index] += 1 }
      if let (_, ownership) = function[last].op.targetResultType, ownership == .borrowed,
        let first = function.targets(last).first, let parameter = function[first.block].parameters.first,
        let operand = borrowedOperand(last)
      {
        borrowedFrom[parameter] = operand
      }
    }
    // Definitions before uses of aliases: aliases refer to earlier values in dominance order, so resolve on demand.
    var source: [Operand?] = Array(repeating: nil, count: count)
    for index in 0..<count {
      let value = ValueID(index)
      guard function[value].type.isCounted else { continue }
      switch function[value].definition {
      case .parameter(let block, let position):
        if block == Function.entry {
          isOwned[index] = RefCountInserter.consumesParameter(function.role, position)
        } else if let operand = borrowedFrom[value] {
          source[index] = operand
        } else {
          isOwned[index] = true
        }
      case .instruction(let id):
        if function[id].result != value { continue }
        if case .borrowed = resultOwnership(id) { source[index] = borrowedOperand(id) } else { isOwned[index] = true }
      }
    }
    for index in 0..<count {
      var value = ValueID(index)
      var steps = 0
      while !isOwned[value.index], let next = source[value.index]?.value, steps < count {
        value = next
        steps += 1
      }
      lender[index] = isOwned[value.index] ? value : nil
      guard function[ValueID(index)].type.isCounted else { continue }
      function[ValueID(index)].ownership = isOwned[index] ? .owned : .borrowed
    }
  }

  private func resultOwnership(_ id: InstID) -> Ownership {
    let op = function[id].op
    switch op {
    case .cast: return movingCasts.contains(id) ? .owned : .borrowed
    case .call, .genLoadRaw: return .owned
    default: break
    }
    if case .type(_, let ownership) = op.resultRule { return ownership }
    return .owned
  }

  /// The operand that a borrowed result is lent by; nil for immortal results.
  private func borrowedOperand(_ id: InstID) -> Operand? {
    let operands = function.operands(id)
    switch function[id].op {
    case .cast, .guard, .closureCell: return operands.first
    case .rt(let row):
      guard case .borrow(let index) = RuntimeTable[row].result else { return nil }
      return operands[operands.startIndex + Int(index)]
    default: return nil
    }
  }

  // MARK: liveness of owned values

  private mutating func computeLiveness() {
    let lender = lender
    liveIn = SparseLiveness.liveIn(function) { operand in operand.value.flatMap { lender[$0.index] } }
  }

  /// Makes casts borrow whose operand is lent itself or is needed afterwards; true if there were any. What then borrows
  /// keeps its operand alive for longer, so ownership has to be looked at again.
  private mutating func demoteCasts() -> Bool {
    guard !movingCasts.isEmpty else { return false }
    let before = movingCasts.count
    for block in function.blockIDs {
      guard function[block].instructions.contains(where: { movingCasts.contains($0) }) else { continue }
      var needed = Set<ValueID>()
      for id in function[block].instructions.reversed() {
        for target in function.targets(id) {
          needed.formUnion(liveIn[target.block.index])
          for operand in function.arguments(target) { if let value = owner(operand) { needed.insert(value) } }
        }
        let operands = function.operands(id)
        if movingCasts.contains(id) {
          let value = operands.first?.value
          let mayMove =
            value.map { isOwned[$0.index] && !needed.contains($0) } == true
            && function[id].result.map { function[$0].type.isCounted } == true
          if !mayMove { movingCasts.remove(id) }
        }
        for operand in operands { if let value = owner(operand) { needed.insert(value) } }
      }
    }
    return movingCasts.count != before
  }

  // MARK: rewriting

  private func owner(_ operand: Operand) -> ValueID? {
    operand.value.flatMap { lender[$0.index] }
  }

  private func consumes(_ id: InstID, _ index: Int) -> Bool {
    let op = function[id].op
    if case .call(let callee) = op {
      return signatures[callee.index][index]
        && RefCountInserter.consumesParameter(module[callee].role, index)
    }
    if op == .cast { return movingCasts.contains(id) }
    return op.use(ofOperand: index) == .consume
  }

  private func isCounted(_ operand: Operand) -> Bool {
    guard let value = operand.value else { return false }
    return function[value].type.isCounted
  }

  private mutating func rewrite(_ block: BlockID) {
    let instructions = function[block].instructions
    guard let last = instructions.last else { return }
    // Position of the last use in this block, for values that do not live on.
    var liveOut = Set<ValueID>()
    for target in function.targets(last) { liveOut.formUnion(liveIn[target.block.index]) }
    var lastUse: [ValueID: Int] = [:]
    for (position, id) in instructions.enumerated() {
      for operand in function.operands(id) { if let v = owner(operand) { lastUse[v] = position } }
      for target in function.targets(id) {
        for operand in function.arguments(target) { if let v = owner(operand) { lastUse[v] = position } }
      }
    }
    var live = Set<ValueID>(liveIn[block.index])
    var output: [InstID] = []
    output.reserveCapacity(instructions.count * 2)
    let start = function[instructions[0]].location
    for parameter in function[block].parameters where isOwned[parameter.index] {
      if lastUse[parameter] == nil && !liveOut.contains(parameter) {
        output.append(makeRelease(parameter, start))
      } else {
        live.insert(parameter)
      }
    }
    for (position, id) in instructions.enumerated() {
      let isLast = position == instructions.count - 1
      let moved = rewriteOperands(id, position, lastUse, liveOut, &output)
      for value in moved { live.remove(value) }
      if isLast && function[id].isTerminator {
        output.append(id)
        function[block].instructions = output
        rewriteEdges(id, block, live)
        return
      }
      let location = function[id].location
      if function[id].op != .endLocal { output.append(id) }
      for value in diesAt(id, position, lastUse, liveOut, live) {
        output.append(makeRelease(value, location))
        live.remove(value)
      }
      if let result = function[id].result, isOwned[result.index] {
        if lastUse[result] == nil && !liveOut.contains(result) {
          output.append(makeRelease(result, location))
        } else {
          live.insert(result)
        }
      }
    }
    function[block].instructions = output
  }

  private mutating func makeRelease(_ value: ValueID, _ location: LocationID) -> InstID {
    function.makeInstruction(.release, [Operand(value)], location: location)
  }

  private func diesAt(
    _ id: InstID, _ position: Int, _ lastUse: [ValueID: Int], _ liveOut: Set<ValueID>, _ live: Set<ValueID>
  ) -> [ValueID] {
    var dying: [ValueID] = []
    for operand in function.operands(id) {
      guard let value = owner(operand), lastUse[value] == position, !liveOut.contains(value), live.contains(value),
        !dying.contains(value)
      else { continue }
      dying.append(value)
    }
    return dying
  }

  /// Passes retained copies where a consumed operand may not be moved; returns the values that were moved.
  private mutating func rewriteOperands(
    _ id: InstID, _ position: Int, _ lastUse: [ValueID: Int], _ liveOut: Set<ValueID>, _ output: inout [InstID]
  ) -> [ValueID] {
    let operands = Array(function.operands(id))
    var moved: [ValueID] = []
    for (index, operand) in operands.enumerated() where consumes(id, index) && isCounted(operand) {
      guard let value = operand.value else { continue }
      let isFinal =
        isOwned[value.index] && lastUse[value] == position && !liveOut.contains(value) && !moved.contains(value)
        && !isUsedOtherwise(value, id, operands, except: index)
      if isFinal {
        moved.append(value)
        continue
      }
      let copy = function.makeInstruction(.retain, [operand], location: function[id].location)
      output.append(copy)
      guard let result = function[copy].result else { preconditionFailure("retain has a result") }
      growTables(result)
      function.setOperand(id, index, Operand(result))
    }
    return moved
  }

  /// Whether the instruction also borrows the value, or passes it along an edge.
  private func isUsedOtherwise(_ value: ValueID, _ id: InstID, _ operands: [Operand], except: Int) -> Bool {
    for (index, operand) in operands.enumerated() where index != except && owner(operand) == value {
      if !consumes(id, index) || index > except { return true }
    }
    for target in function.targets(id) {
      for operand in function.arguments(target) where owner(operand) == value { return true }
    }
    return false
  }

  /// New values are made while rewriting; retained copies are used once, right away.
  private mutating func growTables(_ value: ValueID) {
    while lender.count <= value.index {
      lender.append(nil)
      isOwned.append(false)
    }
    function[value].ownership = .owned
  }

  /// Releases and retains on the edges of a terminator; `live` are the owned values not moved by the op itself.
  private mutating func rewriteEdges(_ id: InstID, _ block: BlockID, _ live: Set<ValueID>) {
    let targets = Array(function.targets(id))
    let location = function[id].location
    let ordered = live.sorted()
    guard !targets.isEmpty else {
      // Lenders of what is returned: the result is a reference of its own by now.
      if function[id].op == .unreachable || ordered.isEmpty { return }
      function[block].instructions.removeLast()
      function[block].instructions += ordered.map { makeRelease($0, location) } + [id]
      return
    }
    for (index, target) in targets.enumerated() {
      var before: [InstID] = []
      var arguments = Array(function.arguments(target))
      let stays = Set(liveIn[target.block.index])
      var moved = Set<ValueID>()
      let offset =
        index == 0 && targets.count > 0 && function[id].op.resultArrivesInTarget
          && function[target.block].parameters.count == arguments.count + 1 ? 1 : 0
      for (position, argument) in arguments.enumerated() {
        let parameter = function[target.block].parameters[position + offset]
        guard isOwned[parameter.index], isCounted(argument), let value = argument.value else { continue }
        if isOwned[value.index] && live.contains(value) && !stays.contains(value) && !moved.contains(value)
          && !arguments.contains(where: { $0 != argument && owner($0) == value })
        {
          moved.insert(value)
          continue
        }
        let copy = function.makeInstruction(.retain, [argument], location: location)
        guard let result = function[copy].result else { preconditionFailure("retain has a result") }
        growTables(result)
        before.append(copy)
        arguments[position] = Operand(result)
      }
      let hasRetains = !before.isEmpty
      for value in ordered where !stays.contains(value) && !moved.contains(value) {
        before.append(makeRelease(value, location))
      }
      guard !before.isEmpty else { continue }
      place(before, hasRetains, arguments, target, index, targets.count, offset, id, block, location)
    }
  }

  private mutating func place(
    _ before: [InstID], _ hasRetains: Bool, _ arguments: [Operand], _ target: Target, _ index: Int, _ count: Int,
    _ offset: Int, _ id: InstID, _ block: BlockID, _ location: LocationID
  ) {
    if count == 1 && function[id].op == .br {
      function[block].instructions.removeLast()
      function[block].instructions += before + [id]
      function.setTarget(id, index, function.makeTarget(target.block, arguments))
      return
    }
    if predecessorCount[target.block.index] == 1 && !hasRetains {
      // A release may run Python code, which must not find a word set aside for this caller.
      let first = function[target.block].instructions.first
      let position = first.map { function[$0].op == .rt(.escaped_take) } == true ? 1 : 0
      function[target.block].instructions.insert(contentsOf: before, at: position)
      return
    }
    let middle = function.addBlock()
    liveIn.append([])
    predecessorCount.append(1)
    var passed = arguments
    if offset == 1 {
      let parameter = function[target.block].parameters[0]
      let copy = function.addParameter(middle, function[parameter].type, function[parameter].ownership)
      growTables(copy)
      function[copy].ownership = function[parameter].ownership
      passed.insert(Operand(copy), at: 0)
    }
    function[middle].instructions = before
    function.append(middle, .br, targets: [function.makeTarget(target.block, passed)], location: location)
    function.setTarget(id, index, function.makeTarget(middle))
  }
}
