// SSA construction on the fly (Braun et al., "Simple and Efficient Construction of Static Single Assignment Form").
// Variables are small integers. A block is sealed when all its predecessors are known; reading a variable in an unsealed
// block makes a block parameter whose arguments are filled in at sealing. Trivial parameters are left to `prune-params`.
//
// Invariant: every target has as many arguments as its block has parameters made here; a result that arrives in a first
// target has its parameter before those.
import PyIR

/// A Python local (or a compiler temporary that changes) in the function being built.
struct Variable: Hashable {
  let index: Int
}

struct SSAConstruction {
  private struct BlockState {
    var sealed = false
    /// (terminator, target index) of each edge into the block.
    var predecessors: [(block: BlockID, inst: InstID, target: Int)] = []
    var definitions: [Int: Operand] = [:]
    /// Parameters made while unsealed, in parameter order.
    var incomplete: [Variable] = []
  }

  private var states: [BlockState] = []
  /// What a variable is where no definition reaches.
  let absent: Operand
  /// Types of the parameters made for variables; `maybe` beyond its end.
  private let types: [IRType]

  init(absent: Operand, types: [IRType] = []) {
    self.absent = absent
    self.types = types
  }

  private func type(_ variable: Variable) -> IRType {
    variable.index < types.count ? types[variable.index] : .maybe
  }

  private mutating func reserve(_ block: BlockID) {
    while states.count <= block.index { states.append(BlockState()) }
  }

  mutating func write(_ variable: Variable, _ block: BlockID, _ operand: Operand) {
    reserve(block)
    states[block.index].definitions[variable.index] = operand
  }

  /// Registers the edges of a terminator that was just appended to `block`.
  mutating func addEdges(from block: BlockID, _ inst: InstID, in function: Function) {
    for (index, target) in function.targets(inst).enumerated() {
      reserve(target.block)
      precondition(!states[target.block.index].sealed, "edge into a sealed block")
      states[target.block.index].predecessors.append((block, inst, index))
    }
  }

  func hasPredecessors(_ block: BlockID) -> Bool {
    block.index < states.count && !states[block.index].predecessors.isEmpty
  }

  mutating func seal(_ block: BlockID, _ function: inout Function) {
    reserve(block)
    precondition(!states[block.index].sealed, "sealed twice")
    states[block.index].sealed = true
    let incomplete = states[block.index].incomplete
    states[block.index].incomplete = []
    for variable in incomplete { fill(variable, block, &function) }
  }

  mutating func read(_ variable: Variable, _ block: BlockID, _ function: inout Function) -> Operand {
    // Long chains of single predecessors (module bodies, try blocks) must not recurse.
    var current = block
    while true {
      reserve(current)
      if let found = states[current.index].definitions[variable.index] {
        states[block.index].definitions[variable.index] = found
        return found
      }
      guard states[current.index].sealed, states[current.index].predecessors.count == 1 else { break }
      current = states[current.index].predecessors[0].block
    }
    let result: Operand
    if !states[current.index].sealed {
      result = Operand(function.addParameter(current, type(variable)))
      states[current.index].incomplete.append(variable)
    } else if states[current.index].predecessors.isEmpty {
      result = absent
    } else {
      // Defined before its arguments are read, so that a loop finds it.
      result = Operand(function.addParameter(current, type(variable)))
      states[current.index].definitions[variable.index] = result
      fill(variable, current, &function)
    }
    states[current.index].definitions[variable.index] = result
    states[block.index].definitions[variable.index] = result
    return result
  }

  /// Appends the variable's value to the arguments of every edge into the block.
  private mutating func fill(_ variable: Variable, _ block: BlockID, _ function: inout Function) {
    for p in states[block.index].predecessors.indices {
      let (predecessor, inst, targetIndex) = states[block.index].predecessors[p]
      let operand = read(variable, predecessor, &function)
      let targets = function.targets(inst)
      let target = targets[targets.startIndex + targetIndex]
      function.setTarget(
        inst, targetIndex, function.makeTarget(block, Array(function.arguments(target)) + [operand]))
    }
  }
}
