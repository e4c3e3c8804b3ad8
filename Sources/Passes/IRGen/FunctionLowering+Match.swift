// match statements. Each pattern is tested in order; captures are bound as CPython does, when the pattern has matched.
import Frontend
import PyIR

extension FunctionLowering {
  func lowerMatch(_ subject: ExprID, _ cases: [MatchCase]) {
    let value = lower(subject)
    let after = newBlock()
    for matchCase in cases {
      if isDead { break }
      let next = newBlock()
      var captures: [(name: NameID, value: Operand)] = []
      setLocation(ast.range(of: matchCase.pattern))
      match(matchCase.pattern, value, next, &captures)
      for capture in captures { store(capture.name, capture.value) }
      if let condition = matchCase.guard {
        let body = newBlock()
        branch(on: condition, body, next)
        start(body)
      }
      lower(matchCase.body)
      if !isDead { branch(after) }
      start(next)
    }
    if !isDead { branch(after) }
    start(after)
  }

  private func require(_ condition: Operand, else fail: BlockID) {
    let next = newBlock()
    branch(if: condition, next, fail)
    start(next)
  }

  private func requirePresent(_ value: Operand, else fail: BlockID) {
    let next = newBlock()
    branch(if: emit(.obj_is, [value, unit.none]), fail, next)
    start(next)
  }

  /// Goes to `fail` unless the pattern matches; captures are collected in order.
  private func match(
    _ id: PatternID, _ subject: Operand, _ fail: BlockID, _ captures: inout [(name: NameID, value: Operand)]
  ) {
    setLocation(ast.range(of: id))
    switch ast[id] {
    case .matchValue(let value):
      require(compareTruth(.eq, subject, lower(value)), else: fail)
    case .matchSingleton(let value):
      require(emit(.obj_is, [subject, unit.constant(unit.literal(value))]), else: fail)
    case .matchSequence(let patterns): matchSequence(Array(ast.patterns(patterns)), subject, fail, &captures)
    case .matchMapping(let keys, let patterns, let rest):
      matchMapping(Array(ast.exprs(keys)), Array(ast.patterns(patterns)), rest, subject, fail, &captures)
    case .matchClass(let cls, let patterns, let names, let keywordPatterns):
      let classOperand = lower(cls)
      let keywords = ast.names(names).map { unit.module.constant(.name(mangled($0))) }
      let positional = Array(ast.patterns(patterns))
      let attributes = at(ast.range(of: id)) {
        emit(.match_class, [subject, classOperand, unit.i64(positional.count), unit.constant(.tuple(keywords))])
      }
      requirePresent(attributes, else: fail)
      for (index, pattern) in (positional + Array(ast.patterns(keywordPatterns))).enumerated() {
        match(pattern, emit(.seq_item, [attributes, unit.i64(index)]), fail, &captures)
      }
    case .matchStar: preconditionFailure("only inside a sequence")
    case .matchAs(let pattern, let name):
      if let pattern { match(pattern, subject, fail, &captures) }
      if let name { captures.append((name, subject)) }
    case .matchOr(let patterns): matchOr(Array(ast.patterns(patterns)), subject, fail, &captures)
    }
  }

  private func matchSequence(
    _ patterns: [PatternID], _ subject: Operand, _ fail: BlockID,
    _ captures: inout [(name: NameID, value: Operand)]
  ) {
    require(emit(.match_sequence, [subject]), else: fail)
    let star = patterns.firstIndex { if case .matchStar = ast[$0] { true } else { false } }
    let length = emit(.match_len, [subject])
    let wanted = unit.i64(star == nil ? patterns.count : patterns.count - 1)
    let condition = emitOp(.i64Compare(star == nil ? .eq : .ge), [length, wanted]) ?? unit.none
    require(condition, else: fail)
    let parts: Operand
    if let star {
      if patterns.count == 1, case .matchStar(nil) = ast[patterns[0]] { return }
      parts = emit(.obj_unpack_ex, [subject, unit.i64(star), unit.i64(patterns.count - star - 1)])
    } else {
      parts = emit(.obj_unpack, [subject, wanted])
    }
    for (index, pattern) in patterns.enumerated() {
      if case .matchStar(let name) = ast[pattern] {
        if let name { captures.append((name, emit(.seq_item, [parts, unit.i64(index)]))) }
        continue
      }
      if case .matchAs(nil, nil) = ast[pattern] { continue }
      match(pattern, emit(.seq_item, [parts, unit.i64(index)]), fail, &captures)
    }
  }

  private func matchMapping(
    _ keys: [ExprID], _ patterns: [PatternID], _ rest: NameID?, _ subject: Operand, _ fail: BlockID,
    _ captures: inout [(name: NameID, value: Operand)]
  ) {
    require(emit(.match_mapping, [subject]), else: fail)
    if keys.isEmpty && rest == nil { return }
    let keyTuple = lowerDisplay(keys[...], .tuple)
    if !keys.isEmpty {
      let length = emit(.match_len, [subject])
      require(emitOp(.i64Compare(.ge), [length, unit.i64(keys.count)]) ?? unit.none, else: fail)
      let values = emit(.match_keys, [subject, keyTuple])
      requirePresent(values, else: fail)
      for (index, pattern) in patterns.enumerated() {
        match(pattern, emit(.seq_item, [values, unit.i64(index)]), fail, &captures)
      }
    }
    if let rest { captures.append((rest, emit(.match_mapping_rest, [subject, keyTuple]))) }
  }

  private func matchOr(
    _ patterns: [PatternID], _ subject: Operand, _ fail: BlockID,
    _ captures: inout [(name: NameID, value: Operand)]
  ) {
    let join = newBlock()
    var names: [NameID] = []
    var parameters: [Operand] = []
    for (index, pattern) in patterns.enumerated() {
      let next = index == patterns.count - 1 ? fail : newBlock()
      var own: [(name: NameID, value: Operand)] = []
      match(pattern, subject, next, &own)
      if index == 0 {
        names = own.map(\.name)
        parameters = names.map { _ in Operand(function.addParameter(join, .obj)) }
      }
      // Alternatives bind the same names, perhaps in another order.
      branch(join, names.map { name in own.last { $0.name == name }?.value ?? unit.none })
      if index < patterns.count - 1 { start(next) }
    }
    start(join)
    for (name, value) in zip(names, parameters) { captures.append((name, value)) }
  }
}
