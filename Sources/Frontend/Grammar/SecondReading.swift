// Finds out what CPython says about a text that the parser has refused. It reads the tokens again by
// the grammar, as CPython's own parser does: once plainly, to see how far the text makes sense, then
// once more with the rules that word errors. Slow beside the parser, and only used after it has
// failed, so that the parser need not know a single message. Never decides whether a text is
// Python. Invariant: `fill` is one past the furthest token ever looked at.

/// Thrown once `SecondReading.failure` is set.
struct ReadingEnded: Error {}

/// The reading of one refused text.
final class SecondReading {
  /// CPython's parser gives up at this depth of rules.
  static let maximumLevel = 6000
  /// Steps after which the search for better words is given up.
  static let maximumSteps = 40_000_000

  /// A kept result of a rule at a position.
  struct Kept {
    var node: Int32
    var mark: Int
  }

  let grammar = Grammar.python
  let source: SourceFile
  let bytes: UnsafePointer<UInt8>
  let tokens: UnsafePointer<Token>
  let lexer: LexerOutcome
  /// The rule that the whole text must match.
  private let startRule: Int
  var mark = 0
  var fill = 0
  var level = 0
  var steps = 0
  /// Whether the `invalid_…` rules take part.
  var wordsErrors = false
  var nodes: [SyntaxNode] = []
  var children: [Int32] = []
  var failure: SyntaxError?
  /// Values of the items matched so far in the open alternatives.
  private var values: [Int32] = []
  private var kept: [Int: Kept] = [:]

  init(
    _ source: SourceFile, _ bytes: UnsafePointer<UInt8>, _ tokens: UnsafePointer<Token>,
    _ lexer: LexerOutcome, _ mode: SourceMode
  ) {
    let start = mode == .eval ? "eval" : "file"
    guard let startRule = Grammar.python.rules.firstIndex(where: { $0.name == start }) else {
      preconditionFailure("no rule \(start)")
    }
    self.startRule = startRule
    self.source = source
    self.bytes = bytes
    self.tokens = tokens
    self.lexer = lexer
  }

  /// CPython's error for the text; nil if by this reading there is none.
  func explain() -> SyntaxError? {
    do throws(ReadingEnded) {
      if try matchFile() { return nil }
    } catch {
      return outranked(failure)
    }
    let last = fill - 1
    restart()
    wordsErrors = true
    do throws(ReadingEnded) {
      _ = try matchFile()
    } catch {
      return outranked(failure)
    }
    return genericError(lastToken: last)
  }

  private func matchFile() throws(ReadingEnded) -> Bool { try match(rule: startRule) >= 0 }

  private func restart() {
    mark = 0
    level = 0
    kept = [:]
    nodes = []
    children = []
    values = []
  }

  // MARK: Rules

  private func enter() throws(ReadingEnded) {
    level += 1
    steps += 1
    guard level <= SecondReading.maximumLevel else {
      throw fail(
        SyntaxError(
          .memoryError, "Parser stack overflowed - Python source too complex to parse", tokens[mark].range))
    }
    guard steps <= SecondReading.maximumSteps else { throw fail(invalidSyntax(at: fill - 1)) }
  }

  /// The value of a rule at the cursor, which moves past it; -1 if it does not match.
  private func match(rule number: Int) throws(ReadingEnded) -> Int32 {
    let rule = grammar.rules[number]
    try enter()
    defer { level -= 1 }
    if rule.isLeftRecursive { return try matchLeftRecursive(number, rule) }
    let start = mark
    let key = start * grammar.rules.count + number
    if rule.isKept, let known = kept[key] {
      mark = known.mark
      return known.node
    }
    let wasWording = wordsErrors
    if rule.isQuiet { wordsErrors = false }
    let node = try match(alternatives: rule.alternatives)
    wordsErrors = wasWording
    if rule.isKept { kept[key] = Kept(node: node, mark: mark) }
    return node
  }

  /// The rule begins with itself: it is tried again with the last result in place of itself for as long
  /// as that reads further.
  private func matchLeftRecursive(_ number: Int, _ rule: GrammarRule) throws(ReadingEnded) -> Int32 {
    let start = mark
    let key = start * grammar.rules.count + number
    if let known = kept[key] {
      mark = known.mark
      return known.node
    }
    var best = Kept(node: -1, mark: start)
    while true {
      kept[key] = best
      mark = start
      try enter()
      let node = try match(alternatives: rule.alternatives)
      level -= 1
      if node < 0 || mark <= best.mark { break }
      best = Kept(node: node, mark: mark)
    }
    mark = best.mark
    return best.node
  }

  private func match(alternatives range: Range<Int>) throws(ReadingEnded) -> Int32 {
    let start = mark
    let base = values.count
    for index in range {
      let alternative = grammar.alternatives[index]
      if alternative.isInvalid && !wordsErrors { continue }
      mark = start
      var isCut = false
      var matches = true
      for position in alternative.items {
        let item = grammar.items[position]
        if item.kind == .cut {
          isCut = true
          values.append(0)
          continue
        }
        let value = try match(item)
        guard value >= 0 else {
          matches = false
          break
        }
        values.append(value)
      }
      if matches {
        let node = try perform(alternative, values[base...], from: start)
        values.removeSubrange(base...)
        return node
      }
      values.removeSubrange(base...)
      if isCut { break }
    }
    mark = start
    return -1
  }

  private func match(_ item: GrammarItem) throws(ReadingEnded) -> Int32 {
    switch item.kind {
    case .token:
      let token = try peek()
      guard Int(token.kind.rawValue) == item.a else { return -1 }
      return take(token)
    case .soft:
      let token = try peek()
      guard token.kind == .name, isSpelled(token, Grammar.softKeywords[item.a]) else { return -1 }
      return take(token)
    case .anySoft:
      let token = try peek()
      guard token.kind == .name, Grammar.softKeywords.contains(where: { begins($0, with: token) }) else { return -1 }
      return take(token)
    case .rule: return try match(rule: item.a)
    case .group:
      try enter()
      defer { level -= 1 }
      return try match(alternatives: item.a..<item.b)
    case .optional:
      let start = mark
      let value = try match(grammar.items[item.a])
      if value >= 0 { return value }
      mark = start
      return addNode(.other, from: start)
    case .repeated: return try matchRepeated(item)
    case .separated: return try matchSeparated(item)
    case .ahead, .notAhead:
      let start = mark
      let value = try match(grammar.items[item.a])
      mark = start
      return (value >= 0) == (item.kind == .ahead) ? 0 : -1
    case .cut: return 0
    case .forced:
      let token = try peek()
      guard Int(token.kind.rawValue) == item.a else {
        let expected = item.a == Int(TokenKind.colon.rawValue) ? ":" : "("
        throw fail("expected '\(expected)'", visible(mark))
      }
      return take(token)
    }
  }

  private func matchRepeated(_ item: GrammarItem) throws(ReadingEnded) -> Int32 {
    try enter()
    defer { level -= 1 }
    let first = mark
    var found: [Int32] = []
    while true {
      let start = mark
      let value = try match(grammar.items[item.a])
      if value < 0 {
        mark = start
        break
      }
      found.append(value)
    }
    return found.count < item.b ? -1 : addNode(.items, from: first, children: found)
  }

  private func matchSeparated(_ item: GrammarItem) throws(ReadingEnded) -> Int32 {
    try enter()
    defer { level -= 1 }
    let first = mark
    var found = [try match(grammar.items[item.a])]
    if found[0] < 0 { return -1 }
    while true {
      let start = mark
      var value: Int32 = -1
      if try match(grammar.items[item.b]) >= 0 { value = try match(grammar.items[item.a]) }
      if value < 0 {
        mark = start
        break
      }
      found.append(value)
    }
    return addNode(.items, from: first, children: found)
  }

  // MARK: Tokens

  /// The token at the cursor; where the lexer has stopped its error ends the reading.
  func peek() throws(ReadingEnded) -> Token {
    let token = tokens[mark]
    if mark < fill { return token }
    if token.kind == .error { throw fail(lexer.error(at: token)) }
    fill = mark + 1
    return token
  }

  private func take(_ token: Token) -> Int32 {
    mark += 1
    let shape: SyntaxShape
    switch token.kind {
    case .name: shape = .name
    case .number, .string: shape = .literal
    default: shape = .token
    }
    return addNode(shape, from: mark - 1)
  }

  /// Whether the token is the beginning of the word. CPython compares no more where any soft keyword will do.
  private func begins(_ word: StaticString, with token: Token) -> Bool {
    text(token).count <= word.utf8CodeUnitCount
      && text(token).enumerated().allSatisfy { word.utf8Start[$0.offset] == $0.element }
  }

  func isSpelled(_ token: Token, _ word: StaticString) -> Bool {
    guard Int(token.end - token.start) == word.utf8CodeUnitCount else { return false }
    for offset in 0..<word.utf8CodeUnitCount
    where bytes[Int(token.start) + offset] != word.utf8Start[offset] {
      return false
    }
    return true
  }
}
