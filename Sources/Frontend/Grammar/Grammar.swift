// Python's grammar as data, for the second reading of a text that the parser has refused. It lists
// the alternatives in the order in which CPython's parser tries them, with those that only serve to
// word an error (`invalid_…`), because its messages and positions depend on that order: on what was
// tried last, and how far it read. Built once a process, when the first error is met.

/// The text of the grammar, in parts by concept.
enum GrammarText {
  static var parts: [String] {
    [
      statements, compound, patterns, functionParameters, lambdaParameters, typeParameters, expressions,
      strings,
    ]
  }
}

/// What an item of an alternative matches; `a` and `b` are as the case says.
struct GrammarItem {
  enum Kind {
    /// A token of the kind `a`.
    case token
    /// A name that is the soft keyword `a` of `Grammar.softKeywords`.
    case soft
    /// Any soft keyword.
    case anySoft
    /// The rule `a`.
    case rule
    /// The first of the alternatives `a ..< b` that matches.
    case group
    /// The item `a`, if it matches.
    case optional
    /// The item `a`, any number of times, at least `b` times.
    case repeated
    /// The item `a` at least once, separated by the item `b`.
    case separated
    /// The item `a` follows; nothing is read.
    case ahead
    /// The item `a` does not follow.
    case notAhead
    /// No further alternative is tried.
    case cut
    /// A token of the kind `a`, whose absence is an error at once.
    case forced
  }
  var kind: Kind
  var a = 0
  var b = 0
}

/// What an alternative yields when its items have matched. The numbers are those of its labels.
enum GrammarAction {
  /// The value of the only item, or a node without meaning of its own.
  case plain
  case pass(Int)
  case node(SyntaxShape, [Int])
  case error(GrammarErrorPlace, String)
  case target(TargetPurpose, Int)
  case check(GrammarCheck, Int, Int)
}

/// Where an error of an alternative is reported.
enum GrammarErrorPlace {
  /// At the last token that was read.
  case last
  /// The same, as an IndentationError.
  case indentation
  /// At the next token.
  case next
  case at(Int)
  case span(Int, Int)
  /// From the start to the end of what was read.
  case from(Int)
  /// From an expression to the last part of the last clause of a comprehension.
  case clause(Int, Int)
  /// From the first to the last of a list.
  case items(Int)
}

/// What a target is for: it decides what is none.
enum TargetPurpose: String { case assign, delete, loop }

/// Conditions and errors that need more than a place and a text.
enum GrammarCheck: String {
  case comma, legacy, key, generator, positional, tuple, real, imaginary, conversion, string, strings, fstring
  case middle
}

/// What a node is, as far as messages care.
enum SyntaxShape: String {
  case attribute = "Attribute"
  case subscripted = "Subscript"
  case starred = "Starred"
  case name = "Name"
  case list = "List"
  case tuple = "Tuple"
  case lambda = "Lambda"
  case call = "Call"
  case operation = "Operation"
  case generator = "Generator"
  case yield = "Yield"
  case await = "Await"
  case listComprehension = "ListComp"
  case setComprehension = "SetComp"
  case dictComprehension = "DictComp"
  case dict = "Dict"
  case set = "Set"
  case formatted = "FString"
  case compare = "Compare"
  case conditional = "Conditional"
  case walrus = "Walrus"
  case literal = "Literal"
  /// `in` and its right operand.
  case membership = "In"
  case pattern = "Pattern"
  case parameter = "Parameter"
  case arguments = "Args"
  case keyword = "Keyword"
  case doubleStarred = "DoubleStarred"
  /// A clause of a comprehension; its child is its last expression.
  case clause = "Clause"
  /// The values of a repetition.
  case items = "items"
  /// A token, told by its kind.
  case token = "Token"
  case other = "Other"
}

/// A row of alternatives' items and what they yield.
struct GrammarAlternative {
  var items: Range<Int>
  var labels: [(label: UInt8, item: Int)]
  var action: GrammarAction
  /// Nothing but an `invalid_…` rule: skipped unless errors are looked for.
  var isInvalid: Bool
}

/// A rule with its alternatives.
struct GrammarRule {
  var name: String
  var alternatives: Range<Int> = 0..<0
  /// Whether results are kept for each position. As in CPython, since a kept result outlives the
  /// circumstances in which it was found.
  var isKept = false
  var isLeftRecursive = false
  /// Whether `invalid_…` rules are off within it.
  var isQuiet = false
}

/// The whole grammar.
struct Grammar {
  static let softKeywords: [StaticString] = ["_", "case", "match", "type"]

  var rules: [GrammarRule] = []
  var alternatives: [GrammarAlternative] = []
  var items: [GrammarItem] = []

  static let python: Grammar = {
    var reader = GrammarReader()
    for part in GrammarText.parts { reader.read(part) }
    return reader.finish()
  }()
}
