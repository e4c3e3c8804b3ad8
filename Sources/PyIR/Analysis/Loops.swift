// Natural loops and their nesting. A loop has one header, which dominates its blocks; back edges to
// one header make one loop. Retreating edges whose target does not dominate their source
// (irreducible control flow) make no loop; their targets are listed, so that a pass that moves code
// can leave them alone.

/// The loop forest of a function.
public struct Loops: Sendable {
  public struct Loop: Sendable {
    public let header: BlockID
    /// Sources of the back edges.
    public let latches: [BlockID]
    /// The enclosing loop's index.
    public fileprivate(set) var parent: Int?
    /// 1 for an outermost loop.
    public fileprivate(set) var depth: Int
  }

  /// Outer loops before the loops inside them.
  public let loops: [Loop]
  /// Targets of retreating edges that are no back edges.
  public let irreducibleEntries: [BlockID]
  /// Innermost loop of each block, −1 for none.
  private let innermost: [Int32]

  public init(_ function: Function, _ cfg: CFG, _ dominators: Dominators) {
    var latches: [BlockID: [BlockID]] = [:]
    var irreducible: Set<BlockID> = []
    for block in cfg.reversePostOrder {
      for target in function.successors(block).map(\.block)
      where cfg.position(target) <= cfg.position(block) {
        if dominators.dominates(target, block) {
          if latches[target]?.last != block { latches[target, default: []].append(block) }
        } else {
          irreducible.insert(target)
        }
      }
    }
    // Outer headers come first in reverse post-order; bodies are claimed from the inside out.
    var loops = cfg.reversePostOrder.compactMap { header in
      latches[header].map { Loop(header: header, latches: $0, parent: nil, depth: 0) }
    }
    var innermost = [Int32](repeating: -1, count: function.blocks.count)
    for index in loops.indices.reversed() { Loops.claim(index, &loops, &innermost, cfg) }
    for index in loops.indices {
      loops[index].depth = (loops[index].parent.map { loops[$0].depth } ?? 0) + 1
    }
    self.loops = loops
    self.innermost = innermost
    irreducibleEntries = cfg.reversePostOrder.filter { irreducible.contains($0) }
  }

  /// The index in `loops` of the innermost loop around the block, or nil.
  public func innermostLoop(_ block: BlockID) -> Int? {
    innermost[block.index] < 0 ? nil : Int(innermost[block.index])
  }

  /// 0 outside of loops.
  public func depth(_ block: BlockID) -> Int { innermostLoop(block).map { loops[$0].depth } ?? 0 }

  /// Whether the block is in the loop or in a loop inside it.
  public func contains(_ loop: Int, _ block: BlockID) -> Bool {
    var current = innermostLoop(block)
    while let index = current {
      if index == loop { return true }
      current = loops[index].parent
    }
    return false
  }

  /// All blocks of the loop with those of the loops inside it, in reverse post-order. O(blocks of
  /// the function).
  public func blocks(_ loop: Int, _ cfg: CFG) -> [BlockID] {
    cfg.reversePostOrder.filter { contains(loop, $0) }
  }

  /// Walks backwards from the latches. A block that an inner loop has claimed stands for that
  /// loop's outermost enclosing loop so far, which becomes a child; the walk goes on before its
  /// header.
  private static func claim(
    _ index: Int, _ loops: inout [Loop], _ innermost: inout [Int32], _ cfg: CFG
  ) {
    let header = loops[index].header
    var stack = loops[index].latches
    while let block = stack.popLast() {
      var next = block
      if innermost[block.index] >= 0 {
        var outer = Int(innermost[block.index])
        while let parent = loops[outer].parent { outer = parent }
        if outer == index { continue }
        loops[outer].parent = index
        next = loops[outer].header
      } else {
        innermost[block.index] = Int32(index)
      }
      guard next != header else { continue }
      for edge in cfg.predecessors(next) where cfg.isReachable(edge.from) {
        stack.append(edge.from)
      }
    }
    if innermost[header.index] < 0 { innermost[header.index] = Int32(index) }
  }
}
