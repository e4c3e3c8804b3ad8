// Live-in sets by walking from each use back to the definition: cost proportional to the size of the result, which is small
// for module bodies of many thousand blocks whose values live briefly.
import PyIR

enum SparseLiveness {
  /// For each block, the values that are live at its start, ascending. `owner` maps a use to the value that it keeps
  /// alive (itself, its lender, or nothing).
  static func liveIn(_ function: Function, owner: (Operand) -> ValueID?) -> [[ValueID]] {
    let blockCount = function.blocks.count
    var liveIn: [[ValueID]] = Array(repeating: [], count: blockCount)
    var predecessors: [[BlockID]] = Array(repeating: [], count: blockCount)
    var useBlocks: [[BlockID]] = Array(repeating: [], count: function.values.count)
    var definitionBlock: [BlockID?] = Array(repeating: nil, count: function.values.count)
    func note(_ operand: Operand, _ block: BlockID) {
      guard let value = owner(operand), useBlocks[value.index].last != block else { return }
      useBlocks[value.index].append(block)
    }
    for block in function.blockIDs {
      for parameter in function[block].parameters { definitionBlock[parameter.index] = block }
      for id in function[block].instructions {
        if let result = function[id].result { definitionBlock[result.index] = block }
        for operand in function.operands(id) { note(operand, block) }
        for target in function.targets(id) {
          if predecessors[target.block.index].last != block { predecessors[target.block.index].append(block) }
          for operand in function.arguments(target) { note(operand, block) }
        }
      }
    }
    var stamp = Array(repeating: -1, count: blockCount)
    var work: [BlockID] = []
    for index in useBlocks.indices {
      guard let home = definitionBlock[index] else { continue }
      work.removeAll(keepingCapacity: true)
      for block in useBlocks[index] where block != home { work.append(block) }
      while let block = work.popLast() {
        guard stamp[block.index] != index, block != home else { continue }
        stamp[block.index] = index
        liveIn[block.index].append(ValueID(index))
        work.append(contentsOf: predecessors[block.index])
      }
    }
    return liveIn
  }
}
