// What a program may leave out of the runtime: the lines of `runtime/src/prune.zig`, which explains the rules.

/// The rules, as the runtime's table gives them.
public struct PruningRules: Sendable {
  /// A slot that may be null in every class.
  public struct Slot: Sendable {
    /// Its mark is `pyrt_mark_slot_NAME`.
    public var name: String
    /// Words from the start of the slots.
    public var index: Int
    /// Special methods through which a program reaches it.
    public var methods: [String]
  }
  /// A table whose entries are kept if their first pointer is.
  public struct Weak: Sendable {
    public var symbol: String
    public var stride: Int
  }

  /// Bytes from the start of a class to its slots, and to its shape.
  public var slotsOffset = 0
  public var shapeOffset = 0
  public var slots: [Slot] = []
  /// Slots that only the class itself as a value leads to.
  public var construction: [Slot] = []
  public var weak: [Weak] = []
  /// The rows of special methods: symbol, bytes of a row, offsets of slot number and generic function.
  public var definitions: (symbol: String, stride: Int, slot: Int, generic: Int)?
  /// Pointers that are kept where the program mentions one of the names, or kept code has the mark of one.
  public var named: [(symbol: String, names: [String])] = []
  /// The mark of code that uses the generic functions of slots.
  public static let genericSlots = "generic_slots"
  /// Classes that every program has.
  public var core: [String] = []
  public var shapes: [(name: String, number: Int)] = []
  /// Classes of shapes that are not their own.
  public var aliases: [(shape: String, symbol: String)] = []

  /// Takes a line of the table; false if it is none of these.
  mutating func parse(_ parts: [String]) -> Bool {
    let numbers = parts.dropFirst().map { Int($0) ?? -1 }
    switch (parts[0], parts.count) {
    case ("layout", 3): (slotsOffset, shapeOffset) = (numbers[0], numbers[1])
    case ("defs", 5): definitions = (parts[1], numbers[1], numbers[2], numbers[3])
    case ("weak", 3): weak.append(Weak(symbol: parts[1], stride: numbers[1]))
    case ("named", 3...): named.append((parts[1], Array(parts[2...])))
    case ("core", 2): core.append(parts[1])
    case ("shape", 3): shapes.append((parts[1], numbers[1]))
    case ("alias", 3): aliases.append((parts[1], parts[2]))
    case ("slot", 4...): slots.append(Slot(name: parts[1], index: numbers[1], methods: Array(parts[3...])))
    case ("construction", 4...):
      construction.append(Slot(name: parts[1], index: numbers[1], methods: Array(parts[3...])))
    default: return false
    }
    return true
  }
}
