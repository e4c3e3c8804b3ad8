// cleanup-blocks: blocks that do the same and go to the same place become one (mostly unwind code), blocks that only branch
// are skipped, and what is left is put in reverse post-order.
//
//   ^5: release %x; propagate          edges to ^7 go to ^5
//   ^7: release %x; propagate    ⇒
//
// Conditions: stage owned; only blocks without parameters and without results are merged.
import PyIR

public let cleanupBlocks = Pass("cleanup-blocks", .owned, required: true) { context in
  context.forEachFunction { function, _, _ in
    guard !function.blocks.isEmpty else { return }
    mergeEqualBlocks(&function)
    function.removeUnreachableBlocks()
  }
}

private struct BlockKey: Hashable {
  var ops: [Op]
  var operands: [Operand]
  var targets: [UInt32]
  var location: [UInt32]
}

private func mergeEqualBlocks(_ function: inout Function) {
  var changed = true
  var rounds = 0
  while changed && rounds < 8 {
    changed = false
    rounds += 1
    var seen: [BlockKey: BlockID] = [:]
    var forward: [BlockID?] = Array(repeating: nil, count: function.blocks.count)
    for block in function.blockIDs.dropFirst() {
      if let target = emptyBranch(block, function), target != block {
        forward[block.index] = target
        continue
      }
      guard let key = key(of: block, function) else { continue }
      if let first = seen[key] { forward[block.index] = first } else { seen[key] = block }
    }
    for block in function.blockIDs {
      guard let last = function.terminator(block) else { continue }
      for (index, target) in function.targets(last).enumerated() {
        guard var to = forward[target.block.index], function.arguments(target).isEmpty,
          function[target.block].parameters.isEmpty
        else { continue }
        var steps = 0
        while let further = forward[to.index], steps < 64 {
          to = further
          steps += 1
        }
        function.setTarget(last, index, function.makeTarget(to))
        changed = true
      }
    }
    if changed { function.removeUnreachableBlocks() }
  }
}

/// The target of a block that does nothing but branch without arguments.
private func emptyBranch(_ block: BlockID, _ function: Function) -> BlockID? {
  let instructions = function[block].instructions
  guard instructions.count == 1, function[instructions[0]].op == .br, function[block].parameters.isEmpty,
    let target = function.targets(instructions[0]).first, function.arguments(target).isEmpty,
    function[target.block].parameters.isEmpty
  else { return nil }
  return target.block
}

private func key(of block: BlockID, _ function: Function) -> BlockKey? {
  let instructions = function[block].instructions
  guard function[block].parameters.isEmpty, instructions.count <= 64 else { return nil }
  var key = BlockKey(ops: [], operands: [], targets: [], location: [])
  for id in instructions {
    let inst = function[id]
    if inst.result != nil { return nil }
    key.ops.append(inst.op)
    key.operands += function.operands(id)
    for target in function.targets(id) {
      key.targets.append(target.block.raw)
      key.operands += function.arguments(target)
      key.targets.append(UInt32(function.arguments(target).count))
    }
    if case .rt(.exc_traceback) = inst.op { key.location.append(inst.location.raw) }
  }
  return key
}
