// Def-use lists: where each value is used, in the order of the blocks. Instructions that stand in
// no block do not count.

/// The uses of all values of a function as it was when the lists were made.
public struct Uses: Sendable {
  public enum Place: Hashable, Sendable {
    case operand(Int)
    /// Argument `argument` of target number `target`.
    case argument(target: Int, argument: Int)
  }

  public struct Use: Hashable, Sendable {
    public var block: BlockID
    /// Position of the instruction in its block.
    public var position: Int
    public var instruction: InstID
    public var place: Place
  }

  private let uses: [Use]
  private let starts: [Int32]

  public init(_ function: Function) {
    var starts = [Int32](repeating: 0, count: function.values.count + 1)
    Uses.visit(function) { value, _ in starts[value.index + 1] += 1 }
    for index in 0..<function.values.count { starts[index + 1] += starts[index] }
    var next = starts
    let empty = Use(block: Function.entry, position: 0, instruction: InstID(0), place: .operand(0))
    var uses = [Use](repeating: empty, count: Int(starts[function.values.count]))
    Uses.visit(function) { value, use in
      uses[Int(next[value.index])] = use
      next[value.index] += 1
    }
    self.uses = uses
    self.starts = starts
  }

  public subscript(value: ValueID) -> ArraySlice<Use> {
    uses[Int(starts[value.index])..<Int(starts[value.index + 1])]
  }

  /// Calls `body` for each use of a value in the text's order: operands, then target arguments.
  public static func visit(_ function: Function, _ body: (ValueID, Use) -> Void) {
    for block in function.blockIDs {
      for (position, id) in function[block].instructions.enumerated() {
        for (index, operand) in function.operands(id).enumerated() {
          guard let value = operand.value else { continue }
          body(
            value, Use(block: block, position: position, instruction: id, place: .operand(index)))
        }
        for (number, target) in function.targets(id).enumerated() {
          for (index, argument) in function.arguments(target).enumerated() {
            guard let value = argument.value else { continue }
            let place = Place.argument(target: number, argument: index)
            body(value, Use(block: block, position: position, instruction: id, place: place))
          }
        }
      }
    }
  }
}
