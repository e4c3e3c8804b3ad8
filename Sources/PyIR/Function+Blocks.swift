// Order and removal of blocks.

extension Function {
  /// Blocks reachable from the entry, in reverse post-order; does not recurse.
  public func reversePostOrder() -> [BlockID] {
    guard !blocks.isEmpty else { return [] }
    var visited = Array(repeating: false, count: blocks.count)
    var order: [BlockID] = []
    var stack: [(block: BlockID, next: Int)] = [(Function.entry, 0)]
    visited[0] = true
    while let (block, next) = stack.last {
      let successors = successors(block)
      if next < successors.count {
        stack[stack.count - 1].next += 1
        // The last successor is visited first, so that the first one follows its predecessor in the order.
        let target = successors[successors.endIndex - 1 - next].block
        if !visited[target.index] {
          visited[target.index] = true
          stack.append((target, 0))
        }
      } else {
        order.append(block)
        stack.removeLast()
      }
    }
    return order.reversed()
  }

  /// Drops unreachable blocks and renumbers the rest in reverse post-order. Block ids from before are invalid.
  public mutating func removeUnreachableBlocks() {
    let order = reversePostOrder()
    if order.count == blocks.count, order.indices.allSatisfy({ order[$0].index == $0 }) { return }
    var number: [BlockID?] = Array(repeating: nil, count: blocks.count)
    for (index, block) in order.enumerated() { number[block.index] = BlockID(index) }
    blocks = order.map { blocks[$0.index] }
    for (index, block) in blocks.enumerated() {
      setParameters(BlockID(index), block.parameters)
      guard let last = block.instructions.last else { continue }
      for position in 0..<targetCount(last) {
        var moved = target(last, position)
        guard let new = number[moved.block.index] else { preconditionFailure("successor of a reachable block") }
        moved.block = new
        setTarget(last, position, moved)
      }
    }
  }
}
