// dead-code: removes instructions without effect whose result nobody needs, and block parameters that only feed themselves.
//
//   ^1(%i: i64, %b: int):              ^1(%i: i64):
//     %c = rt int_from_i64 %i    ⇒       …
//     … br ^1(%j, %c)                    … br ^1(%j)
//
// Conditions: before ownership is assigned; `end_local` counts as a use, so lifetimes stay.
import PyIR

public let deadCode = Pass("dead-code", .typed) { context in
  context.forEachFunction { function, _, context in
    guard !function.blocks.isEmpty else { return }
    context.count("dead-code.removed", removeDeadCode(&function))
  }
}

/// Returns the number of instructions and parameters removed.
func removeDeadCode(_ function: inout Function) -> Int {
  let needed = neededValues(function)
  var removed = 0
  // Parameters that take an op's result stay.
  var dropped: [[Bool]] = Array(repeating: [], count: function.blocks.count)
  var arrives = Array(repeating: false, count: function.blocks.count)
  for block in function.blockIDs {
    guard let last = function.terminator(block) else { continue }
    for target in function.targets(last)
    where function[target.block].parameters.count > function.arguments(target).count {
      arrives[target.block.index] = true
    }
  }
  for block in function.blockIDs where block != Function.entry {
    dropped[block.index] = function[block].parameters.enumerated().map { index, parameter in
      !needed[parameter.index] && !(index == 0 && arrives[block.index])
    }
  }
  for block in function.blockIDs {
    let before = function[block].instructions.count
    let kept = function[block].instructions.filter { id in
      guard let result = function[id].result else { return true }
      return needed[result.index] || !isPure(function[id].op)
    }
    function[block].instructions = kept
    removed += before - kept.count
    guard let last = function.terminator(block) else { continue }
    for (number, target) in function.targets(last).enumerated() where dropped[target.block.index].contains(true) {
      let arguments = Array(function.arguments(target))
      let skipped = dropped[target.block.index].count - arguments.count
      let rest = arguments.enumerated().filter { !dropped[target.block.index][$0.offset + skipped] }.map(\.element)
      function.setTarget(last, number, function.makeTarget(target.block, rest))
    }
  }
  for block in function.blockIDs where dropped[block.index].contains(true) {
    let parameters = function[block].parameters
    let kept = parameters.indices.filter { !dropped[block.index][$0] }.map { parameters[$0] }
    removed += parameters.count - kept.count
    function.setParameters(block, kept)
  }
  return removed
}

private func isPure(_ op: Op) -> Bool {
  op.raises == .never && !op.isTerminator && op.effects.isSubset(of: [.reads, .readsClasses, .allocates])
}

/// Values that an effect or a branch depends on, by index.
private func neededValues(_ function: Function) -> [Bool] {
  var needed = Array(repeating: false, count: function.values.count)
  var work: [ValueID] = []
  func need(_ operand: Operand) {
    guard let value = operand.value, !needed[value.index] else { return }
    needed[value.index] = true
    work.append(value)
  }
  var edges: [[(inst: InstID, target: Int)]] = Array(repeating: [], count: function.blocks.count)
  for block in function.blockIDs {
    for id in function[block].instructions {
      if function[id].result == nil || !isPure(function[id].op) {
        for operand in function.operands(id) { need(operand) }
      }
      for (number, target) in function.targets(id).enumerated() { edges[target.block.index].append((id, number)) }
    }
  }
  while let value = work.popLast() {
    switch function[value].definition {
    case .instruction(let id): for operand in function.operands(id) { need(operand) }
    case .parameter(let block, let index):
      for edge in edges[block.index] {
        let targets = function.targets(edge.inst)
        let arguments = function.arguments(targets[targets.startIndex + edge.target])
        let position = index - (function[block].parameters.count - arguments.count)
        if position >= 0 { need(arguments[arguments.startIndex + position]) }
      }
    }
  }
  return needed
}
