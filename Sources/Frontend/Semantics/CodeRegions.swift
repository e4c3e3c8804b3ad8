// Which function of a module each piece of its text runs in. Regions are the module's body (class
// bodies and comprehensions included) and the body of every `def`; text under a condition that is
// never true belongs to no region. Invariant: boundaries ascend, so the region of a position is
// that of the last boundary at or before it.

/// The regions of one module, in source order; the module's body is number 0.
struct CodeRegions {
  /// Stands for text that never runs.
  static let never: Int32 = -1

  struct Function {
    var name: NameID
    /// The region that runs the `def`.
    var parent: Int32
    /// Something but a mention of the name may call it: a decorator got hold of it.
    var isDecorated: Bool
  }

  /// The function of region `i + 1`.
  private(set) var functions: [Function] = []
  /// The region at the place that the collector has come to.
  private(set) var current: Int32 = 0
  private var starts: [UInt32] = [0]
  private var owners: [Int32] = [0]
  private var cursor = 0

  /// Number of regions.
  var count: Int { functions.count + 1 }

  /// Makes the region of a `def` at the current place; none if that never runs.
  mutating func add(_ name: NameID, isDecorated: Bool) -> Int32 {
    if current == CodeRegions.never { return CodeRegions.never }
    functions.append(Function(name: name, parent: current, isDecorated: isDecorated))
    return Int32(functions.count)
  }

  /// From this byte on, the text belongs to the region. Calls come in source order.
  mutating func enter(_ region: Int32, at position: UInt32) {
    current = region
    starts.append(position)
    owners.append(region)
  }

  /// The region of the text at a byte. Fast if asked in about source order.
  mutating func region(at position: UInt32) -> Int32 {
    while starts[cursor] > position { cursor -= 1 }
    while cursor + 1 < starts.count, starts[cursor + 1] <= position { cursor += 1 }
    return owners[cursor]
  }
}
