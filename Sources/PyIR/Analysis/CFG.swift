// The control-flow graph of a function: edges by their source, orders of the blocks that the entry
// reaches. Invariant: a CFG describes the function as it was when the CFG was made; who changes
// edges makes a new one.

/// Predecessors, reachable blocks and reverse post-order. O(blocks + edges) in time and memory.
public struct CFG: Sendable {
  /// An edge by its source: target number `index` of the terminator of `from`.
  public struct Edge: Hashable, Sendable {
    public var from: BlockID
    public var index: Int
  }

  /// Blocks that the entry reaches, each before its successors except along back edges.
  public let reversePostOrder: [BlockID]
  /// Position in `reversePostOrder`, or −1 for unreachable blocks.
  private let order: [Int32]
  private let edges: [Edge]
  /// `edges[starts[b]..<starts[b + 1]]` enter block b.
  private let starts: [Int32]

  public init(_ function: Function) {
    let count = function.blocks.count
    reversePostOrder = CFG.depthFirst(function)
    var order = [Int32](repeating: -1, count: count)
    for (position, block) in reversePostOrder.enumerated() { order[block.index] = Int32(position) }
    var starts = [Int32](repeating: 0, count: count + 1)
    for block in function.blockIDs {
      for target in function.successors(block) { starts[target.block.index + 1] += 1 }
    }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var next = starts
    var edges = [Edge](repeating: Edge(from: Function.entry, index: 0), count: Int(starts[count]))
    for block in function.blockIDs {
      for (index, target) in function.successors(block).enumerated() {
        edges[Int(next[target.block.index])] = Edge(from: block, index: index)
        next[target.block.index] += 1
      }
    }
    self.order = order
    self.starts = starts
    self.edges = edges
  }

  /// Every edge into the block, also from unreachable blocks; a source with two edges to the block
  /// occurs twice.
  public func predecessors(_ block: BlockID) -> ArraySlice<Edge> {
    edges[Int(starts[block.index])..<Int(starts[block.index + 1])]
  }

  public func isReachable(_ block: BlockID) -> Bool { order[block.index] >= 0 }

  /// Position in reverse post-order; the block must be reachable.
  public func position(_ block: BlockID) -> Int {
    precondition(order[block.index] >= 0, "block ^\(block.index) is unreachable")
    return Int(order[block.index])
  }

  /// Depth-first without recursion: chains of blocks are as long as the program.
  private static func depthFirst(_ function: Function) -> [BlockID] {
    guard !function.blocks.isEmpty else { return [] }
    var seen = [Bool](repeating: false, count: function.blocks.count)
    var postOrder: [BlockID] = []
    var stack: [(block: BlockID, next: Int)] = [(Function.entry, 0)]
    seen[Function.entry.index] = true
    while let (block, next) = stack.last {
      let successors = function.successors(block)
      guard next < successors.count else {
        postOrder.append(block)
        stack.removeLast()
        continue
      }
      stack[stack.count - 1].next += 1
      // Last successor first, so that in reverse post-order the first one (the warm one) comes
      // next.
      let target = successors[successors.endIndex - 1 - next].block
      if !seen[target.index] {
        seen[target.index] = true
        stack.append((target, 0))
      }
    }
    return postOrder.reversed()
  }
}
