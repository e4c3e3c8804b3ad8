// simplify-cfg: removes unreachable blocks, block parameters that always have the same argument, bound checks of locals that
// are definitely assigned, and joins straight-line blocks.
//
//   ^1(%x: maybe): guard bound %x then ^2 else ^3      ; all arguments of %x are objects
//   ^2(%y: obj): ret %y                           ⇒   ^1(%x: obj): ret %x
//
// Conditions: none; legal in every stage before ownership is assigned. Required, since irgen leaves its work to it.
import PyIR

public let simplifyCFG = Pass("simplify-cfg", .py, required: true) { context in
  let absent = context.module.operand(.absent)
  context.forEachFunction { function, _, context in
    var simplifier = CFGSimplifier(function: function, module: context.module, absent: absent)
    simplifier.run()
    function = simplifier.function
  }
}

struct CFGSimplifier {
  var function: Function
  let module: Module
  let absent: Operand
  private var replacement: [Operand?] = []

  init(function: Function, module: Module, absent: Operand) {
    self.function = function
    self.module = module
    self.absent = absent
  }

  mutating func run() {
    guard !function.blocks.isEmpty else { return }
    function.removeUnreachableBlocks()
    pruneParameters()
    refineAbsence()
    if foldBoundGuards() {
      function.removeUnreachableBlocks()
      pruneParameters()
    }
    mergeBlocks()
    function.removeUnreachableBlocks()
  }

  // MARK: parameters

  private func resolve(_ operand: Operand) -> Operand {
    var operand = operand
    while let value = operand.value, value.index < replacement.count, let next = replacement[value.index] {
      operand = next
    }
    return operand
  }

  /// Edges into each block: (terminator, target index).
  private func incomingEdges() -> [[(inst: InstID, target: Int)]] {
    var edges: [[(inst: InstID, target: Int)]] = Array(repeating: [], count: function.blocks.count)
    for block in function.blockIDs {
      guard let last = function.terminator(block) else { continue }
      for index in 0..<function.targetCount(last) {
        edges[function.target(last, index).block.index].append((last, index))
      }
    }
    return edges
  }

  private mutating func pruneParameters() {
    replacement = Array(repeating: nil, count: function.values.count)
    let edges = incomingEdges()
    // Parameters used as arguments of other parameters, to revisit those when one is replaced.
    var work = Array(function.blockIDs.dropFirst())
    var queued = Array(repeating: true, count: function.blocks.count)
    var anyChange = false
    while let block = work.popLast() {
      queued[block.index] = false
      let changed = pruneBlock(block, edges[block.index])
      guard changed else { continue }
      anyChange = true
      for target in function.successors(block) where !queued[target.block.index] && target.block != Function.entry {
        queued[target.block.index] = true
        work.append(target.block)
      }
      // Blocks further down may pass on what was replaced; a sweep settles them.
      if work.isEmpty {
        for other in function.blockIDs.dropFirst() where !function[other].parameters.isEmpty && !queued[other.index] {
          queued[other.index] = true
          work.append(other)
        }
      }
    }
    if anyChange { function.replaceUses(resolve) }
  }

  /// Removes the block's trivial parameters; true if any was removed.
  private mutating func pruneBlock(_ block: BlockID, _ edges: [(inst: InstID, target: Int)]) -> Bool {
    let parameters = function[block].parameters
    guard !parameters.isEmpty, !edges.isEmpty else { return false }
    let offset = parameters.count - argumentCount(edges[0])
    var kept: [ValueID] = Array(parameters[..<offset])
    var removed: [Int] = []
    for index in offset..<parameters.count {
      let parameter = parameters[index]
      guard let same = onlyArgument(of: parameter, index - offset, edges) else {
        kept.append(parameter)
        continue
      }
      replacement[parameter.index] = same
      removed.append(index - offset)
    }
    guard !removed.isEmpty else { return false }
    for edge in edges { function.removeArguments(edge.inst, target: edge.target, removed) }
    function.setParameters(block, kept)
    return true
  }

  private func argumentCount(_ edge: (inst: InstID, target: Int)) -> Int {
    function.argumentCount(function.target(edge.inst, edge.target))
  }

  private func argument(_ edge: (inst: InstID, target: Int), _ index: Int) -> Operand {
    resolve(function.argument(function.target(edge.inst, edge.target), index))
  }

  private func onlyArgument(
    of parameter: ValueID, _ index: Int, _ edges: [(inst: InstID, target: Int)]
  ) -> Operand? {
    var same: Operand?
    for edge in edges {
      let operand = argument(edge, index)
      if operand == Operand(parameter) || operand == same { continue }
      if same != nil { return nil }
      same = operand
    }
    guard let same else { return nil }
    // A constant must not change the parameter's representation type.
    let type = module.type(of: same, in: function)
    let own = function[parameter].type
    return type == own || (type.isWord && own.isWord) ? same : nil
  }

  // MARK: absence

  /// Parameters that can never be absent become `obj`.
  private mutating func refineAbsence() {
    let edges = incomingEdges()
    var maybe = Array(repeating: false, count: function.values.count)
    var hasCandidates = false
    var users: [ValueID: [ValueID]] = [:]
    var work: [ValueID] = []
    for block in function.blockIDs.dropFirst() {
      guard let first = edges[block.index].first else { continue }
      let count = argumentCount(first)
      let offset = function[block].parameters.count - count
      for index in 0..<count {
        let parameter = function[block].parameters[offset + index]
        guard function[parameter].type == .maybe else { continue }
        hasCandidates = true
        for edge in edges[block.index] {
          let operand = argument(edge, index)
          if let value = operand.value, isVariableParameter(value) {
            users[value, default: []].append(parameter)
          } else if !maybe[parameter.index], module.type(of: operand, in: function) == .maybe {
            maybe[parameter.index] = true
            work.append(parameter)
          }
        }
      }
    }
    guard hasCandidates else { return }
    while let value = work.popLast() {
      for user in users[value] ?? [] where !maybe[user.index] {
        maybe[user.index] = true
        work.append(user)
      }
    }
    for block in function.blockIDs.dropFirst() {
      guard let first = edges[block.index].first else { continue }
      let parameters = function[block].parameters
      for parameter in parameters[(parameters.count - argumentCount(first))...]
      where function[parameter].type == .maybe && !maybe[parameter.index] {
        function[parameter].type = .obj
      }
    }
  }

  private func isVariableParameter(_ value: ValueID) -> Bool {
    guard case .parameter(let block, _) = function[value].definition else { return false }
    return block != Function.entry && function[value].type == .maybe
  }

  private mutating func foldBoundGuards() -> Bool {
    var changed = false
    replacement = Array(repeating: nil, count: function.values.count)
    for block in function.blockIDs {
      guard let last = function.terminator(block) else { continue }
      let location = function[last].location
      switch function[last].op {
      case .guard(.bound):
        let operand = function.operand(last, 0)
        guard module.type(of: operand, in: function) != .maybe || operand == absent else { continue }
        let targets = Array(function.targets(last))
        function[block].instructions.removeLast()
        if operand == absent {
          function.append(block, .br, targets: [targets[1]], location: location)
        } else {
          let success = targets[0].block
          replacement[function[success].parameters[0].index] = operand
          function.setParameters(success, Array(function[success].parameters.dropFirst()))
          function.append(block, .br, targets: [targets[0]], location: location)
        }
        changed = true
      case .cond:
        guard let constant = function.operand(last, 0).constant, case .bool(let value) = module[constant] else {
          continue
        }
        let targets = Array(function.targets(last))
        function[block].instructions.removeLast()
        function.append(block, .br, targets: [targets[value ? 0 : 1]], location: location)
        changed = true
      default: continue
      }
    }
    if changed { function.replaceUses(resolve) }
    return changed
  }

  // MARK: merging

  /// Appends a block to its only predecessor where that ends in `br`.
  private mutating func mergeBlocks() {
    var entries = Array(repeating: 0, count: function.blocks.count)
    for block in function.blockIDs {
      guard let last = function.terminator(block) else { continue }
      for index in 0..<function.targetCount(last) { entries[function.target(last, index).block.index] += 1 }
    }
    replacement = Array(repeating: nil, count: function.values.count)
    var changed = false
    for block in function.blockIDs {
      while let last = function.terminator(block), function[last].op == .br {
        let target = function.target(last, 0)
        guard target.block != Function.entry, target.block != block, entries[target.block.index] == 1 else { break }
        changed = true
        for (parameter, argument) in zip(function[target.block].parameters, function.arguments(target)) {
          replacement[parameter.index] = argument
        }
        function.setParameters(target.block, [])
        let instructions = function[target.block].instructions
        function[target.block].instructions = []
        function[block].instructions.removeLast()
        function[block].instructions += instructions
      }
    }
    if changed { function.replaceUses(resolve) }
  }
}
