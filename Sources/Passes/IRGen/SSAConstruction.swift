// SSA construction on the fly (Braun et al., "Simple and Efficient Construction of Static Single Assignment Form").
// Variables are small integers. A block is sealed when all its predecessors are known; reading a variable in an unsealed
// block makes a block parameter whose arguments are filled in at sealing. A sealed block gets a parameter only where its
// predecessors differ or a loop leads back to it; the trivial ones of loops are left to `prune-params`.
//
// Invariant: every target has as many arguments as its block has parameters made here; a result that arrives in a first
// target has its parameter before those.
import PyIR

/// A Python local (or a compiler temporary that changes) in the function being built.
struct Variable: Hashable {
  let index: Int
}

struct SSAConstruction {
  private struct Edge {
    let block: BlockID
    let inst: InstID
    let target: Int
  }
  private struct BlockState {
    var sealed = false
    var predecessors: [Edge] = []
    /// Parameters made while unsealed, in parameter order.
    var incomplete: [Variable] = []
  }

  private var states: [BlockState] = []
  private var definitions = DefinitionTable()
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
    definitions[block, variable] = .operand(operand)
  }

  /// Registers an edge of a terminator that was just appended to `block`.
  mutating func addEdge(from block: BlockID, _ inst: InstID, _ index: Int, to target: BlockID) {
    reserve(target)
    precondition(!states[target.index].sealed, "edge into a sealed block")
    states[target.index].predecessors.append(Edge(block: block, inst: inst, target: index))
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
      switch definitions[current, variable] {
      case .operand(let found):
        if current != block { definitions[block, variable] = .operand(found) }
        return found
      case .running:
        // A loop leads back to a join whose predecessors are being asked: it needs a parameter after all.
        let made = makeParameter(variable, current, &function)
        if current != block { definitions[block, variable] = .operand(made) }
        return made
      case .none: break
      }
      guard states[current.index].sealed, states[current.index].predecessors.count == 1 else { break }
      current = states[current.index].predecessors[0].block
    }
    let result: Operand
    if !states[current.index].sealed {
      result = makeParameter(variable, current, &function)
      states[current.index].incomplete.append(variable)
    } else if states[current.index].predecessors.isEmpty {
      result = absent
      definitions[current, variable] = .operand(result)
    } else {
      result = join(variable, current, &function)
    }
    if current != block { definitions[block, variable] = .operand(result) }
    return result
  }

  private mutating func makeParameter(_ variable: Variable, _ block: BlockID, _ function: inout Function) -> Operand {
    let made = Operand(function.addParameter(block, type(variable)))
    definitions[block, variable] = .operand(made)
    return made
  }

  /// The value at the start of a sealed block with several predecessors.
  private mutating func join(_ variable: Variable, _ block: BlockID, _ function: inout Function) -> Operand {
    definitions[block, variable] = .running
    let count = states[block.index].predecessors.count
    var arguments: [Operand] = []
    arguments.reserveCapacity(count)
    for index in 0..<count {
      arguments.append(read(variable, states[block.index].predecessors[index].block, &function))
    }
    var made: Operand?
    if case .operand(let parameter) = definitions[block, variable] { made = parameter }
    if made == nil, arguments.allSatisfy({ $0 == arguments[0] }) {
      definitions[block, variable] = .operand(arguments[0])
      return arguments[0]
    }
    let parameter = made ?? makeParameter(variable, block, &function)
    for (index, argument) in arguments.enumerated() {
      let edge = states[block.index].predecessors[index]
      function.appendArgument(edge.inst, target: edge.target, argument)
    }
    return parameter
  }

  /// Appends the variable's value to the arguments of every edge into the block.
  private mutating func fill(_ variable: Variable, _ block: BlockID, _ function: inout Function) {
    for index in states[block.index].predecessors.indices {
      let edge = states[block.index].predecessors[index]
      let operand = read(variable, edge.block, &function)
      function.appendArgument(edge.inst, target: edge.target, operand)
    }
  }
}
