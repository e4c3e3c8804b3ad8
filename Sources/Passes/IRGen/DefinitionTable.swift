// What each variable is at the end of each block, in one open hash table: a function has many blocks with few definitions
// each, and a table of their own would cost more than its contents. Nothing is ever removed.
import PyIR

struct DefinitionTable {
  enum Entry {
    case none
    /// The predecessors of the block are being asked.
    case running
    case operand(Operand)
  }

  private var keys: [UInt64] = []
  private var operands: [Operand?] = []
  private var count = 0
  /// No block and variable have this key.
  private static let free = UInt64.max

  subscript(block: BlockID, variable: Variable) -> Entry {
    get {
      guard count > 0 else { return .none }
      let slot = find(DefinitionTable.key(block, variable))
      guard keys[slot] != DefinitionTable.free else { return .none }
      return operands[slot].map { .operand($0) } ?? .running
    }
    set {
      if count * 4 >= keys.count * 3 { grow() }
      let key = DefinitionTable.key(block, variable)
      let slot = find(key)
      if keys[slot] == DefinitionTable.free {
        keys[slot] = key
        count += 1
      }
      switch newValue {
      case .operand(let operand): operands[slot] = operand
      case .running: operands[slot] = nil
      case .none: preconditionFailure("definitions are not removed")
      }
    }
  }

  private static func key(_ block: BlockID, _ variable: Variable) -> UInt64 {
    UInt64(block.raw) << 32 | UInt64(UInt32(variable.index))
  }

  private func find(_ key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while keys[slot] != key && keys[slot] != DefinitionTable.free { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = (keys, operands)
    let capacity = max(16, keys.count * 2)
    keys = Array(repeating: DefinitionTable.free, count: capacity)
    operands = Array(repeating: nil, count: capacity)
    for (index, key) in old.0.enumerated() where key != DefinitionTable.free {
      let slot = find(key)
      keys[slot] = key
      operands[slot] = old.1[index]
    }
  }
}
