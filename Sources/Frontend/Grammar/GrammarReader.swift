// Reads the grammar's text. A rule is its name on a line of its own, perhaps followed by `memo`
// (results are kept) or `quiet` (no error rules within), then one alternative a line. Items:
// 'x' a token, "x" a soft keyword, NAME and the like any token of the kind, x a rule, (x | y) the first
// that matches, [x] an optional one, x* and x+ repetitions, s.x+ a list separated by s, &x and !x look
// ahead, ~ rules out the alternatives that follow, &&'x' must follow. `a=` labels an item for the action
// after `=>`: a label is passed on, a capitalised word makes a node with these children, and the rest
// words an error (`GrammarAction`). In messages {a} is what CPython calls the item, {line a} its line.
// The text is ours, so a mistake in it is a broken invariant.

struct GrammarReader {
  private var grammar = Grammar()
  private var ruleNumbers: [String: Int] = [:]
  private var words: [Substring] = []
  private var next = 0

  /// Adds the rules of a part.
  mutating func read(_ part: String) {
    for line in part.split(separator: "\n") {
      let text = line.drop { $0 == " " }
      guard text.first == "|" else {
        begin(text.split(separator: " "))
        continue
      }
      words = GrammarReader.split(text.dropFirst())
      next = 0
      let rule = currentRule
      var found: [GrammarAlternative] = [alternative()]
      while accept("|") { found.append(alternative()) }
      precondition(next == words.count, "cannot read the grammar: \(line)")
      pending[rule, default: []] += found
    }
  }

  private var currentRule = 0
  private var pending: [Int: [GrammarAlternative]] = [:]

  private mutating func begin(_ header: [Substring]) {
    currentRule = number(of: String(header[0]))
    precondition(pending[currentRule] == nil, "the rule \(header[0]) is there twice")
    if header.count > 1 {
      grammar.rules[currentRule].isKept = header[1] == "memo"
      grammar.rules[currentRule].isQuiet = header[1] == "quiet"
    }
  }

  private mutating func number(of name: String) -> Int {
    if let known = ruleNumbers[name] { return known }
    ruleNumbers[name] = grammar.rules.count
    grammar.rules.append(GrammarRule(name: name))
    return grammar.rules.count - 1
  }

  /// The grammar, with alternatives in place and left recursion found.
  consuming func finish() -> Grammar {
    for index in grammar.rules.indices {
      guard let found = pending[index] else { preconditionFailure("no rule \(grammar.rules[index].name)") }
      let start = grammar.alternatives.count
      grammar.alternatives += found
      grammar.rules[index].alternatives = start..<grammar.alternatives.count
      for alternative in found {
        guard let first = alternative.items.first.map({ grammar.items[$0] }) else { continue }
        if first.kind == .rule && first.a == index { grammar.rules[index].isLeftRecursive = true }
      }
    }
    for index in grammar.alternatives.indices {
      let items = grammar.alternatives[index].items
      guard items.count == 1, grammar.items[items.lowerBound].kind == .rule else { continue }
      let name = grammar.rules[grammar.items[items.lowerBound].a].name
      grammar.alternatives[index].isInvalid = name.utf8.starts(with: "invalid_".utf8)
    }
    return grammar
  }

  // MARK: Alternatives

  /// Items up to `|`, a closing bracket or the end, and the action. Items of groups come first in the
  /// table, so the alternative's own are appended together at its end.
  private mutating func alternative() -> GrammarAlternative {
    var items: [GrammarItem] = []
    var labels: [(label: UInt8, item: Int)] = []
    var action = GrammarAction.plain
    scan: while next < words.count {
      switch words[next] {
      case "|", ")", "]": break scan
      case "=>":
        next += 1
        action = readAction(labels.map(\.label))
        break scan
      default:
        if next + 1 < words.count, words[next + 1] == "=", let label = words[next].utf8.first {
          labels.append((label, items.count))
          next += 2
        }
        items.append(item())
      }
    }
    let start = grammar.items.count
    grammar.items += items
    return GrammarAlternative(
      items: start..<grammar.items.count, labels: labels, action: action, isInvalid: false)
  }

  private mutating func accept(_ word: String) -> Bool {
    guard next < words.count, words[next] == word else { return false }
    next += 1
    return true
  }

  private mutating func store(_ item: GrammarItem) -> Int {
    grammar.items.append(item)
    return grammar.items.count - 1
  }

  private mutating func item() -> GrammarItem {
    switch words[next] {
    case "~":
      next += 1
      return GrammarItem(kind: .cut)
    case "&&":
      next += 1
      return GrammarItem(kind: .forced, a: atom().a)
    case "&":
      next += 1
      let inner = atom()
      return GrammarItem(kind: .ahead, a: store(inner))
    case "!":
      next += 1
      let inner = atom()
      return GrammarItem(kind: .notAhead, a: store(inner))
    default: break
    }
    let first = atom()
    if accept(".") {
      let element = atom()
      precondition(accept("+"), "a list is written s.x+")
      let stored = store(element)
      return GrammarItem(kind: .separated, a: stored, b: store(first))
    }
    if accept("*") { return GrammarItem(kind: .repeated, a: store(first), b: 0) }
    if accept("+") { return GrammarItem(kind: .repeated, a: store(first), b: 1) }
    return first
  }

  private mutating func atom() -> GrammarItem {
    let word = words[next]
    next += 1
    switch word.utf8.first ?? 0 {
    case UInt8(ascii: "("), UInt8(ascii: "["):
      var found = [alternative()]
      while accept("|") { found.append(alternative()) }
      precondition(accept(word == "(" ? ")" : "]"), "a bracket of the grammar is open")
      let start = grammar.alternatives.count
      grammar.alternatives += found
      var group = GrammarItem(kind: .group, a: start, b: grammar.alternatives.count)
      // Around a single item a bracket changes nothing.
      let inner = grammar.alternatives[start]
      if found.count == 1, inner.items.count == 1, case .plain = inner.action {
        group = grammar.items[inner.items.lowerBound]
      }
      return word == "(" ? group : GrammarItem(kind: .optional, a: store(group))
    case UInt8(ascii: "'"):
      return GrammarItem(kind: .token, a: Int(TokenSpelling.kind(of: word.dropFirst().dropLast()).rawValue))
    case UInt8(ascii: "\""):
      let text = String(word.dropFirst().dropLast())
      guard let index = Grammar.softKeywords.firstIndex(where: { $0.description == text }) else {
        preconditionFailure("no soft keyword \(text)")
      }
      return GrammarItem(kind: .soft, a: index)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      if word == "SOFT" { return GrammarItem(kind: .anySoft) }
      return GrammarItem(kind: .token, a: Int(GrammarReader.namedKind(word).rawValue))
    default:
      return GrammarItem(kind: .rule, a: number(of: String(word)))
    }
  }

  // MARK: Actions

  private mutating func readAction(_ labels: [UInt8]) -> GrammarAction {
    let word = words[next]
    next += 1
    func take() -> Int {
      guard next < words.count, words[next].utf8.count == 1, let label = words[next].utf8.first,
        let index = labels.firstIndex(of: label)
      else { preconditionFailure("no such label in the grammar: \(words)") }
      next += 1
      return index
    }
    func message() -> String {
      guard next < words.count, words[next].utf8.first == UInt8(ascii: "\"") else {
        preconditionFailure("a message is missing: \(words)")
      }
      next += 1
      return String(words[next - 1].dropFirst().dropLast()).replacing("\\\"", with: "\"")
    }
    switch word {
    case "last": return .error(.last, message())
    case "indent": return .error(.indentation, message())
    case "next": return .error(.next, message())
    case "at":
      let place = take()
      return .error(.at(place), message())
    case "from":
      let place = take()
      return .error(.from(place), message())
    case "span":
      let (start, end) = (take(), take())
      return .error(.span(start, end), message())
    case "clause":
      let (start, end) = (take(), take())
      return .error(.clause(start, end), message())
    case "target":
      guard let purpose = TargetPurpose(rawValue: String(words[next])) else { preconditionFailure("no purpose") }
      next += 1
      return .target(purpose, take())
    case "check":
      guard let check = GrammarCheck(rawValue: String(words[next])) else {
        preconditionFailure("no check \(words[next])")
      }
      next += 1
      let first = take()
      return .check(check, first, isLabel(labels) ? take() : first)
    default: break
    }
    if word.utf8.count == 1, let label = word.utf8.first, let index = labels.firstIndex(of: label) {
      return .pass(index)
    }
    guard let shape = SyntaxShape(rawValue: String(word)) else { preconditionFailure("no shape \(word)") }
    var children: [Int] = []
    while isLabel(labels) { children.append(take()) }
    if shape == .items, next < words.count, words[next].utf8.first == UInt8(ascii: "\"") {
      return .error(.items(children[0]), message())
    }
    return .node(shape, children)
  }

  private func isLabel(_ labels: [UInt8]) -> Bool {
    guard next < words.count, words[next].utf8.count == 1, let byte = words[next].utf8.first else { return false }
    return labels.contains(byte)
  }

  // MARK: Words

  /// Words, quoted texts and punctuation of one line.
  private static func split(_ line: Substring) -> [Substring] {
    var words: [Substring] = []
    var rest = line
    while let first = rest.first {
      if first == " " {
        rest = rest.dropFirst()
        continue
      }
      let end: Substring.Index
      if first == "'" || first == "\"" {
        var index = rest.index(after: rest.startIndex)
        while rest[index] != first { index = rest.index(index, offsetBy: rest[index] == "\\" ? 2 : 1) }
        end = rest.index(after: index)
      } else if first == "_" || first.isLetter {
        end = rest.firstIndex { $0 != "_" && !$0.isLetter } ?? rest.endIndex
      } else if rest.hasPrefix("=>") || rest.hasPrefix("&&") {
        end = rest.index(rest.startIndex, offsetBy: 2)
      } else {
        end = rest.index(after: rest.startIndex)
      }
      words.append(rest[..<end])
      rest = rest[end...]
    }
    return words
  }

  private static func namedKind(_ word: Substring) -> TokenKind {
    switch word {
    case "NAME": .name
    case "NUMBER": .number
    case "STRING": .string
    case "FSTART": .fstringStart
    case "FMIDDLE": .fstringMiddle
    case "FEND": .fstringEnd
    case "NEWLINE": .newline
    case "INDENT": .indent
    case "DEDENT": .dedent
    case "END": .endMarker
    default: preconditionFailure("no token \(word)")
    }
  }
}
