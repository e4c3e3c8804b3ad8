// What alternatives of the grammar yield: nodes, errors, and the checks that take more than a text.

extension SecondReading {
  /// The value of an alternative whose items have these values; -1 if its check refuses it.
  func perform(
    _ alternative: GrammarAlternative, _ values: ArraySlice<Int32>, from start: Int
  ) throws(ReadingEnded) -> Int32 {
    func value(_ label: Int) -> Int32 { values[values.startIndex + alternative.labels[label].item] }
    switch alternative.action {
    case .plain:
      if values.count == 1, let only = values.first { return only }
      return addNode(.other, from: start)
    case .pass(let label): return value(label)
    case .node(let shape, let labels):
      return addNode(shape, from: start, children: flattened(labels.map(value)))
    case .target(let purpose, let label):
      guard let invalid = invalidTarget(value(label), purpose) else { return -1 }
      let action = purpose == .delete ? "delete" : "assign to"
      throw fail("cannot \(action) \(describe(invalid))", Place(range(of: invalid)))
    case .error(let place, let message):
      var text = message
      for (label, item) in alternative.labels {
        let node = values[values.startIndex + item]
        let name = String(UnicodeScalar(label))
        if text.contains("{\(name)}") { text = text.replacing("{\(name)}", with: describe(node)) }
        if text.contains("{line") {
          let line = source.position(of: range(of: node).start).line
          text = text.replacing("{line \(name)}", with: String(line))
        }
      }
      throw report(text, place, value)
    case .check(let check, let first, let second):
      return try perform(check, value(first), value(second), from: start)
    }
  }

  private func report(_ text: String, _ place: GrammarErrorPlace, _ value: (Int) -> Int32) -> ReadingEnded {
    switch place {
    case .last: return fail(text, visible(fill - 1))
    case .indentation: return fail(text, visible(fill - 1), .indentationError)
    case .next:
      do throws(ReadingEnded) {
        _ = try peek()
      } catch {
        return error
      }
      return fail(text, visible(mark))
    case .at(let label): return fail(text, Place(range(of: value(label))))
    case .span(let first, let last):
      return fail(text, Place(span(value(first), value(last))))
    case .from(let label): return fail(text, Place(reading(from: range(of: value(label)).start)))
    case .clause(let first, let clauses):
      return fail(text, Place(span(value(first), lastClauseItem(value(clauses)))))
    case .items(let label):
      let items = flattened([value(label)])
      return fail(text, Place(span(items[0], items[items.count - 1])))
    }
  }

  /// From the first to the last; of a list its last element counts.
  private func span(_ first: Int32, _ last: Int32) -> SourceRange {
    let end = nodes[Int(last)].shape == .items ? flattened([last]).last ?? last : last
    return SourceRange(start: range(of: first).start, end: range(of: end).end)
  }

  private func lastClauseItem(_ clauses: Int32) -> Int32 {
    guard let clause = flattened([clauses]).last, let item = childList(clause).last else { return clauses }
    return item
  }

  // MARK: Checks

  private func perform(
    _ check: GrammarCheck, _ first: Int32, _ second: Int32, from start: Int
  ) throws(ReadingEnded) -> Int32 {
    switch check {
    case .comma:
      if isLegacy(first) || !isWithinBrackets(mark - 1) { return -1 }
      throw fail("invalid syntax. Perhaps you forgot a comma?", Place(span(first, second)))
    case .legacy:
      guard isLegacy(first) else { return -1 }
      let name = String(decoding: text(tokens[Int(nodes[Int(first)].first)]), as: UTF8.self)
      throw fail(
        "Missing parentheses in call to '\(name)'. Did you mean \(name)(...)?", Place(span(first, second)))
    case .key: throw fail("':' expected after dictionary key", lastCharacter(of: first))
    case .generator:
      let positional = childList(first).filter { !isKeyword($0) }
      guard positional.count > 1, let last = positional.last else { return -1 }
      throw fail("Generator expression must be parenthesized", Place(span(last, lastClauseItem(second))))
    case .positional:
      let unpacks = childList(first).contains { nodes[Int($0)].shape == .doubleStarred }
      throw fail(
        "positional argument follows keyword argument" + (unpacks ? " unpacking" : ""), visible(fill - 1))
    case .tuple: return nodes[Int(first)].shape == .tuple ? first : -1
    case .real:
      if isImaginary(first) { throw fail("real number required in complex literal", Place(range(of: first))) }
      return first
    case .imaginary:
      if !isImaginary(first) {
        throw fail("imaginary number required in complex literal", Place(range(of: first)))
      }
      return first
    case .conversion: return try checkConversion(first, second)
    case .string: return try checkString(first)
    case .strings: return try checkConcatenation(first, from: start)
    case .fstring:
      for part in childList(first) where tokens[Int(nodes[Int(part)].first)].kind == .fstringMiddle {
        _ = try checkText(part)
      }
      return addNode(.formatted, from: start)
    case .middle: return try checkText(first)
    }
  }

  private func isKeyword(_ id: Int32) -> Bool {
    nodes[Int(id)].shape == .keyword || nodes[Int(id)].shape == .doubleStarred
  }

  private func isLegacy(_ id: Int32) -> Bool {
    let node = nodes[Int(id)]
    let token = tokens[Int(node.first)]
    return node.shape == .name && (isSpelled(token, "print") || isSpelled(token, "exec"))
  }

  /// Whether a bracket is open after the token.
  private func isWithinBrackets(_ last: Int) -> Bool {
    var depth = 0
    for position in 0...last {
      switch tokens[position].kind {
      case .leftParen, .leftBracket, .leftBrace: depth += 1
      case .rightParen, .rightBracket, .rightBrace: depth -= 1
      default: break
      }
    }
    return depth > 0
  }

  private func isImaginary(_ id: Int32) -> Bool {
    guard let last = text(tokens[Int(nodes[Int(id)].last)]).last else { return false }
    return last | 0x20 == UInt8(ascii: "j")
  }

  /// The part that keeps an expression from being a target.
  private func invalidTarget(_ id: Int32, _ purpose: TargetPurpose) -> Int32? {
    switch nodes[Int(id)].shape {
    case .name, .attribute, .subscripted: return nil
    case .list, .tuple:
      for child in childList(id) {
        if let invalid = invalidTarget(child, purpose) { return invalid }
      }
      return nil
    case .starred:
      guard purpose != .delete, let value = childList(id).first else { return id }
      return invalidTarget(value, purpose)
    case .compare:
      let parts = childList(id)
      guard purpose == .loop, parts.count > 1, let left = parts.first else { return id }
      return nodes[Int(parts[parts.startIndex + 1])].shape == .membership ? invalidTarget(left, purpose) : nil
    case .lambda, .call, .operation, .generator, .yield, .await, .listComprehension, .setComprehension,
      .dictComprehension, .dict, .set, .formatted, .conditional, .walrus, .literal, .membership, .pattern,
      .parameter, .arguments, .keyword, .doubleStarred, .clause, .items, .token, .other:
      return id
    }
  }

  // MARK: Literals

  func text(_ token: Token) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + Int(token.start), count: Int(token.end - token.start))
  }

  private func checkConversion(_ mark: Int32, _ name: Int32) throws(ReadingEnded) -> Int32 {
    if range(of: mark).end != range(of: name).start {
      // The spelling is CPython's.
      throw fail(
        "f-string: conversion type must come right after the exclamanation mark", Place(span(mark, name)))
    }
    let spelled = String(decoding: text(tokens[Int(nodes[Int(name)].first)]), as: UTF8.self)
    if ["s", "r", "a"].contains(spelled) { return name }
    throw fail(
      "f-string: invalid conversion character '\(spelled)': expected 's', 'r', or 'a'",
      Place(range(of: name)))
  }

  private func checkString(_ id: Int32) throws(ReadingEnded) -> Int32 {
    let token = tokens[Int(nodes[Int(id)].first)]
    let literal = StringLiteral.decode(text(token))
    guard let error = literal.error else { return id }
    throw fail(error, error.first == "(" ? visible(fill - 1) : Place(token.range))
  }

  /// A text part of an f-string; `isRaw` is told by the start of the string, which lies before it.
  private func checkText(_ id: Int32) throws(ReadingEnded) -> Int32 {
    let position = Int(nodes[Int(id)].first)
    var start = position
    var depth = 1
    while depth > 0 {
      start -= 1
      if tokens[start].kind == .fstringEnd { depth += 1 }
      if tokens[start].kind == .fstringStart { depth -= 1 }
    }
    let isRaw = text(tokens[start]).prefix(2).contains { $0 | 0x20 == UInt8(ascii: "r") }
    let literal = StringLiteral.fstringPart(text(tokens[position]), isRaw: isRaw)
    guard let error = literal.error else { return id }
    throw fail(error, visible(fill - 1))
  }

  private func checkConcatenation(_ parts: Int32, from start: Int) throws(ReadingEnded) -> Int32 {
    var sawBytes = false
    var sawText = false
    var isFormatted = false
    for part in childList(parts) {
      let token = tokens[Int(nodes[Int(part)].first)]
      if token.kind == .fstringStart {
        sawText = true
        isFormatted = true
      } else if text(token).prefix(while: { $0 != 34 && $0 != 39 }).contains(where: { $0 | 0x20 == 98 }) {
        sawBytes = true
      } else {
        sawText = true
      }
    }
    if sawBytes && sawText { throw fail("cannot mix bytes and nonbytes literals", visible(fill - 1)) }
    return addNode(isFormatted ? .formatted : .literal, from: start)
  }
}
