// Gives values new definitions: where a block of a function becomes an entry, the values live there are defined once more,
// and every use takes the definition that reaches it, through new block parameters where several do.
import PyIR

enum SSARepair {
  /// `definitions` are further definitions of values, by the block at whose end they hold. Values in `undefined` have lost
  /// their own one.
  static func run(
    _ function: inout Function, absent: Operand, definitions: [ValueID: [(block: BlockID, operand: Operand)]],
    undefined: Set<ValueID>
  ) {
    let ordered = definitions.keys.sorted()
    var variables: [Variable?] = Array(repeating: nil, count: function.values.count)
    for (index, value) in ordered.enumerated() { variables[value.index] = Variable(index: index) }
    var ssa = SSAConstruction(absent: absent, types: ordered.map { function[$0].type })
    let blocks = function.reversePostOrder()
    for block in blocks {
      guard let last = function.terminator(block) else { continue }
      for index in 0..<function.targetCount(last) {
        ssa.addEdge(from: block, last, index, to: function.target(last, index).block)
      }
    }
    for block in blocks { ssa.seal(block, &function) }
    for block in blocks {
      for parameter in function[block].parameters where !undefined.contains(parameter) {
        if let variable = variables[parameter.index] { ssa.write(variable, block, Operand(parameter)) }
      }
      for id in function[block].instructions {
        guard let result = function[id].result, let variable = variables[result.index] else { continue }
        ssa.write(variable, block, Operand(result))
      }
    }
    for value in ordered {
      guard let variable = variables[value.index] else { continue }
      for definition in definitions[value] ?? [] { ssa.write(variable, definition.block, definition.operand) }
    }
    for block in blocks { rewriteUses(in: block, variables, &function, &ssa) }
  }

  private static func rewriteUses(
    in block: BlockID, _ variables: [Variable?], _ function: inout Function, _ ssa: inout SSAConstruction
  ) {
    func variable(_ operand: Operand) -> Variable? {
      operand.value.flatMap { $0.index < variables.count ? variables[$0.index] : nil }
    }
    for id in function[block].instructions {
      for index in 0..<function.operandCount(id) {
        guard let variable = variable(function.operand(id, index)) else { continue }
        let new = ssa.read(variable, block, &function)
        function.setOperand(id, index, new)
      }
      for number in 0..<function.targetCount(id) {
        for index in 0..<function.argumentCount(function.target(id, number)) {
          guard let variable = variable(function.argument(function.target(id, number), index)) else { continue }
          let new = ssa.read(variable, block, &function)
          function.setArgument(id, target: number, index, new)
        }
      }
    }
  }
}
