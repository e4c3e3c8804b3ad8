// The dominator tree, by the iteration of Cooper, Harvey and Kennedy over reverse post-order.
// Unreachable blocks are in no relation to any block.

/// Immediate dominators with constant-time queries.
public struct Dominators: Sendable {
  /// By block; −1 for the entry and unreachable blocks.
  private let immediate: [Int32]
  /// Interval of the block's subtree in a walk of the tree; (0, −1) for unreachable blocks.
  private let enter: [Int32]
  private let leave: [Int32]
  private let children: [Int32]
  private let childStarts: [Int32]

  public init(_ function: Function, _ cfg: CFG) {
    let count = function.blocks.count
    immediate = Dominators.solve(count, cfg)
    var starts = [Int32](repeating: 0, count: count + 1)
    for parent in immediate where parent >= 0 { starts[Int(parent) + 1] += 1 }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var next = starts
    var children = [Int32](repeating: 0, count: Int(starts[count]))
    for block in cfg.reversePostOrder where immediate[block.index] >= 0 {
      let parent = Int(immediate[block.index])
      children[Int(next[parent])] = Int32(block.index)
      next[parent] += 1
    }
    self.children = children
    childStarts = starts
    (enter, leave) = Dominators.intervals(count, cfg, children, starts)
  }

  /// The closest strict dominator; nil for the entry and unreachable blocks.
  public func immediateDominator(_ block: BlockID) -> BlockID? {
    immediate[block.index] < 0 ? nil : BlockID(Int(immediate[block.index]))
  }

  /// Blocks whose immediate dominator is `block`, in reverse post-order.
  public func children(_ block: BlockID) -> [BlockID] {
    children[Int(childStarts[block.index])..<Int(childStarts[block.index + 1])].map {
      BlockID(Int($0))
    }
  }

  /// Whether every path from the entry to `b` passes `a`; a block dominates itself.
  public func dominates(_ a: BlockID, _ b: BlockID) -> Bool {
    enter[a.index] <= enter[b.index] && leave[b.index] <= leave[a.index]
      && leave[b.index] >= enter[b.index]
  }

  private static func solve(_ count: Int, _ cfg: CFG) -> [Int32] {
    // In positions of the reverse post-order, where a dominator has the smaller number.
    let order = cfg.reversePostOrder
    var idom = [Int32](repeating: -1, count: order.count)
    if !idom.isEmpty { idom[0] = 0 }
    var changed = true
    while changed {
      changed = false
      for position in order.indices.dropFirst() {
        var best: Int32 = -1
        for edge in cfg.predecessors(order[position]) where cfg.isReachable(edge.from) {
          let other = Int32(cfg.position(edge.from))
          guard idom[Int(other)] >= 0 else { continue }
          best = best < 0 ? other : intersect(best, other, idom)
        }
        if idom[position] != best {
          idom[position] = best
          changed = true
        }
      }
    }
    var result = [Int32](repeating: -1, count: count)
    for position in order.indices.dropFirst() {
      result[order[position].index] = Int32(order[Int(idom[position])].index)
    }
    return result
  }

  private static func intersect(_ a: Int32, _ b: Int32, _ idom: [Int32]) -> Int32 {
    var a = a
    var b = b
    while a != b {
      while a > b { a = idom[Int(a)] }
      while b > a { b = idom[Int(b)] }
    }
    return a
  }

  private static func intervals(
    _ count: Int, _ cfg: CFG, _ children: [Int32], _ starts: [Int32]
  ) -> ([Int32], [Int32]) {
    var enter = [Int32](repeating: 0, count: count)
    var leave = [Int32](repeating: -1, count: count)
    guard let root = cfg.reversePostOrder.first else { return (enter, leave) }
    var clock: Int32 = 0
    var stack: [(block: Int, next: Int)] = [(root.index, Int(starts[root.index]))]
    while let (block, next) = stack.last {
      guard next < Int(starts[block + 1]) else {
        leave[block] = clock
        stack.removeLast()
        continue
      }
      stack[stack.count - 1].next += 1
      let child = Int(children[next])
      clock += 1
      enter[child] = clock
      stack.append((child, Int(starts[child])))
    }
    return (enter, leave)
  }
}
