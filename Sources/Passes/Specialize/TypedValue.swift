// How a value of the generic function is held by its typed version.
import PyIR

struct TypedValue {
  var kind: ValueKind
  /// The machine value of a number.
  var machine: Operand?
  /// The word, if there is one already; of an idle value one that stands for whatever it is.
  var word: Operand?
  /// An int that fits a tagged word, so that its word costs nothing.
  var isSmall = false

  static func word(_ operand: Operand) -> TypedValue { TypedValue(kind: .word, machine: nil, word: operand) }
  static func machine(_ kind: ValueKind, _ operand: Operand) -> TypedValue {
    TypedValue(kind: kind, machine: operand, word: nil)
  }
  static func virtual(_ kind: ValueKind) -> TypedValue { TypedValue(kind: kind, machine: nil, word: nil) }
}

/// A point where generic code takes over: the start of a block, and what must be handed over.
struct TwinEntry {
  let block: BlockID
  /// Without the function object, which is handed over anyway.
  let live: [ValueID]
}

/// The machine values of a counting loop.
struct LoopState {
  var start: Operand
  var stop: Operand
  /// Parameter of the head: the next element.
  var position: Operand?
  /// In the body: the element after this one.
  var after: Operand?
}

/// Which method a receiver's shape means: the number of one of several, or as many as these for another one.
struct MethodChoice {
  let number: Operand
  /// What was looked up if it is another one, else absent.
  let other: Operand
  /// The first of the sets, which stand side by side.
  let caches: Operand
}
