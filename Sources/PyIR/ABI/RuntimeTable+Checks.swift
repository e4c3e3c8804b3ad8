// Rows of the runtime table that contradict themselves. Passes believe the table without asking; so
// a row that cannot be true is refused by a test, with a sentence that says why.

/// A rule over one row: what it forbids, and why in one sentence.
public struct RowContradiction: Sendable {
  public let name: String
  public let because: String
  let holds: @Sendable (RuntimeEntry) -> Bool

  init(_ name: String, _ because: String, _ holds: @escaping @Sendable (RuntimeEntry) -> Bool) {
    self.name = name
    self.because = because
    self.holds = holds
  }

  public static let all: [RowContradiction] = [
    RowContradiction(
      "borrow of no word", "A result can only be borrowed from an operand that is a word."
    ) { row in
      guard case .borrow(let index) = row.result else { return false }
      return Int(index) >= row.parameters.count || !row.parameters[Int(index)].isWord
    },
    RowContradiction(
      "borrow of consumed", "Nobody owns a consumed operand any more, so it cannot lend the result."
    ) {
      row in
      guard case .borrow(let index) = row.result, Int(index) < row.parameters.count else {
        return false
      }
      return row.parameters[Int(index)].isConsumed
    },
    RowContradiction(
      "borrow that writes",
      "What is written or run may drop the place that the result was borrowed from; own it."
    ) { row in
      guard case .borrow = row.result else { return false }
      return !row.effects.isDisjoint(with: [.writes, .runsPython, .allocates, .io])
    },
    RowContradiction(
      "unique without allocation", "Only what may be built anew needs a unique operand to reuse."
    ) {
      row in row.parameters.contains(.consumeUnique) && !row.effects.contains(.allocates)
    },
    RowContradiction("fresh without allocation", "A new object needs memory.") { row in
      row.result == .ownedFresh && !row.effects.contains(.allocates)
    },
    RowContradiction("immortal with allocation", "A new object does not live for ever.") { row in
      row.result == .immortal && row.effects.contains(.allocates)
    },
    RowContradiction("Python without memory", "Python code can read and write anything.") { row in
      row.effects.contains(.runsPython) && !row.effects.isSuperset(of: [.reads, .writes])
    },
    RowContradiction(
      "raise without trace",
      "A pending exception is an object that somebody made or memory that changed."
    ) {
      row in row.raises != .never && row.effects.isDisjoint(with: [.allocates, .writes])
    },
    RowContradiction("null without word", "Only a word result can be 0 for raised.") { row in
      row.raises == .null && !row.result.isWord
    },
    RowContradiction("status with result", "The status takes the place of the result.") { row in
      row.raises == .status && row.result != .none
    },
    RowContradiction("tri without bool", "0, 1 and -1 can only report a bool.") { row in
      row.raises == .tri && row.result != .bool
    },
    RowContradiction("pair without number", "A pair carries a machine number beside the status.") {
      row in
      row.raises == .pair && row.result != .i64 && row.result != .f64
    },
    RowContradiction("always with result", "What never returns normally has no result.") { row in
      row.raises == .always && row.result != .none
    },
    RowContradiction("variadic not last", "A variadic parameter takes all remaining operands.") {
      row in
      row.parameters.dropLast().contains { $0.isVariadic }
    },
    RowContradiction(
      "location not last",
      "The location is no operand and would shift the numbers of those behind it."
    ) {
      row in row.parameters.dropLast().contains(.locationPointer)
    },
    RowContradiction(
      "fold without operands",
      "A fold evaluates constants: as many borrowed words as its operator takes."
    ) {
      row in
      switch row.fold {
      case .none: false
      case .binary, .compare: row.parameters != [.borrow, .borrow]
      case .unary, .truth: row.parameters != [.borrow]
      }
    },
    RowContradiction(
      "fold with output", "What is computed at compile time cannot print at run time."
    ) { row in
      row.fold != .none && !row.effects.isDisjoint(with: [.io, .diverges])
    },
    RowContradiction(
      "template of another row",
      "The template's code reads exactly these parameters and makes this result."
    ) {
      row in row.inline.signature.map { $0 != (row.parameters, row.result) } ?? false
    },
    RowContradiction("name", "The name is a C identifier in lower case.") { row in
      row.name.isEmpty
        || !row.name.utf8.allSatisfy { byte in
          switch byte {
          case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "_"):
            true
          default: false
          }
        }
    },
  ]
}

extension RuntimeEntry {
  /// The rules that this row breaks.
  public var contradictions: [RowContradiction] { RowContradiction.all.filter { $0.holds(self) } }
}

extension RuntimeParameter {
  /// One word of Python's; not a machine value, address or array.
  var isWord: Bool {
    switch self {
    case .borrow, .consume, .consumeUnique, .borrowMaybe, .consumeMaybe: true
    case .i64, .f64, .bool, .codePointer, .cachePointer, .slotPointer, .modulePointer,
      .locationPointer,
      .borrowVariadic, .consumeVariadic, .borrowVariadicMaybe:
      false
    }
  }

  var isConsumed: Bool {
    switch self {
    case .consume, .consumeUnique, .consumeMaybe, .consumeVariadic: true
    case .borrow, .borrowMaybe, .i64, .f64, .bool, .codePointer, .cachePointer, .slotPointer,
      .modulePointer,
      .locationPointer, .borrowVariadic, .borrowVariadicMaybe:
      false
    }
  }

  var isVariadic: Bool {
    switch self {
    case .borrowVariadic, .consumeVariadic, .borrowVariadicMaybe: true
    case .borrow, .consume, .consumeUnique, .borrowMaybe, .consumeMaybe, .i64, .f64, .bool,
      .codePointer,
      .cachePointer, .slotPointer, .modulePointer, .locationPointer:
      false
    }
  }
}

extension RuntimeResult {
  var isWord: Bool {
    switch self {
    case .owned, .ownedFresh, .ownedInt, .borrow, .immortal, .ownedMaybe: true
    case .none, .i64, .f64, .bool: false
    }
  }
}

extension InlineTemplate {
  /// Parameters and result that a row with this template has; nil: any.
  var signature: ([RuntimeParameter], RuntimeResult)? {
    switch self {
    case .call, .fast, .short: nil
    case .retain: ([.borrow], .none)
    case .release: ([.consume], .none)
    case .releaseMaybe: ([.consumeMaybe], .none)
    case .tagAdd, .tagSub, .tagMul: ([.borrow, .borrow], .ownedInt)
    case .tagCompare: ([.borrow, .borrow], .bool)
    case .checkStack, .poll: ([], .none)
    case .boxInt: ([.i64], .ownedInt)
    }
  }
}
