// Canonical numbers of values: parameters and results in the order in which the text defines them.
// Printing with them makes the text independent of the history of edits; comparing with them makes
// equality so, too.

/// Numbers of a function's values in print order; values that no block defines have none.
public struct ValueNumbering: Sendable {
  private static let missing = UInt32.max
  private var numbers: [UInt32]
  /// How many values the blocks define.
  public private(set) var count = 0

  public init(_ function: Function) {
    numbers = Array(repeating: ValueNumbering.missing, count: function.values.count)
    for block in function.blocks {
      for value in block.parameters { number(value) }
      for id in block.instructions where id.index < function.instructions.count {
        if let result = function[id].result { number(result) }
      }
    }
  }

  private mutating func number(_ value: ValueID) {
    guard value.index < numbers.count, numbers[value.index] == ValueNumbering.missing else {
      return
    }
    numbers[value.index] = UInt32(count)
    count += 1
  }

  /// The value's number, or nil where no block defines it.
  public subscript(value: ValueID) -> Int? {
    guard value.index < numbers.count, numbers[value.index] != ValueNumbering.missing else {
      return nil
    }
    return Int(numbers[value.index])
  }
}
