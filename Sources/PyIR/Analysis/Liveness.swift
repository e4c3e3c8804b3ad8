// Liveness by walking from each use up to the definition. The cost is the size of the result: a
// value costs something only in the blocks where it lives, so module bodies with thousands of
// blocks stay cheap.
//
// A value is live at a point if a path leads from it to a use. Arguments of a target are used at
// the end of the block that the edge leaves; parameters are defined at the start of their block.
// Uses in unreachable blocks count.

/// Values live at the borders of blocks.
public struct Liveness: Sendable {
  private let inSets: Sets
  private let outSets: Sets

  private struct Sets: Sendable {
    var values: [ValueID] = []
    var starts: [Int32] = [0]

    init(_ lists: [[ValueID]]) {
      values.reserveCapacity(lists.reduce(0) { $0 + $1.count })
      for list in lists {
        values.append(contentsOf: list)
        starts.append(Int32(values.count))
      }
    }
    subscript(block: BlockID) -> ArraySlice<ValueID> {
      values[Int(starts[block.index])..<Int(starts[block.index + 1])]
    }
  }

  public init(_ function: Function, _ cfg: CFG) {
    self.init(function, cfg, Uses(function))
  }

  public init(_ function: Function, _ cfg: CFG, _ uses: Uses) {
    var walk = Walk(
      liveIn: Array(repeating: [], count: function.blocks.count),
      liveOut: Array(repeating: [], count: function.blocks.count))
    let definitions = Liveness.definingBlocks(function)
    for index in function.values.indices {
      let value = ValueID(index)
      // A use in the defining block comes after the definition, since definitions dominate uses.
      for use in uses[value] where use.block != definitions[index] {
        walk.up(value, from: use.block, to: definitions[index], cfg)
      }
    }
    inSets = Sets(walk.liveIn)
    outSets = Sets(walk.liveOut)
  }

  /// Values that live when the block begins, without its parameters; ascending.
  public func liveIn(_ block: BlockID) -> ArraySlice<ValueID> { inSets[block] }
  /// Values that live on some edge out of the block, not counting mere arguments; ascending.
  public func liveOut(_ block: BlockID) -> ArraySlice<ValueID> { outSets[block] }
  public func isLiveIn(_ value: ValueID, _ block: BlockID) -> Bool {
    Liveness.contains(inSets[block], value)
  }
  public func isLiveOut(_ value: ValueID, _ block: BlockID) -> Bool {
    Liveness.contains(outSets[block], value)
  }

  /// The block that defines each value; nil where no block does.
  static func definingBlocks(_ function: Function) -> [BlockID?] {
    var result = [BlockID?](repeating: nil, count: function.values.count)
    for block in function.blockIDs {
      for value in function[block].parameters { result[value.index] = block }
      for id in function[block].instructions {
        if let value = function[id].result { result[value.index] = block }
      }
    }
    return result
  }

  private static func contains(_ set: ArraySlice<ValueID>, _ value: ValueID) -> Bool {
    var low = set.startIndex
    var high = set.endIndex
    while low < high {
      let middle = (low + high) / 2
      if set[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < set.endIndex && set[low] == value
  }

  /// The sets under construction. Values come in ascending order, so whether a block has the
  /// current one is seen at the end of its list.
  private struct Walk {
    var liveIn: [[ValueID]]
    var liveOut: [[ValueID]]
    private var stack: [BlockID] = []

    init(liveIn: [[ValueID]], liveOut: [[ValueID]]) {
      self.liveIn = liveIn
      self.liveOut = liveOut
    }

    mutating func up(_ value: ValueID, from block: BlockID, to definition: BlockID?, _ cfg: CFG) {
      stack.append(block)
      while let block = stack.popLast() {
        guard liveIn[block.index].last != value else { continue }
        liveIn[block.index].append(value)
        for edge in cfg.predecessors(block) {
          if liveOut[edge.from.index].last != value { liveOut[edge.from.index].append(value) }
          if edge.from != definition { stack.append(edge.from) }
        }
      }
    }
  }
}
