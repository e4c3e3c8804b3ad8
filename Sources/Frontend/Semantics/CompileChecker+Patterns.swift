// The checks of `match`: what can be reached, and which names a pattern binds.

extension CompileChecker {
  mutating func checkCases(_ list: MatchCaseList, _ context: FlowContext) throws(SyntaxError) {
    let cases = ast.matchCases(list)
    for (index, matchCase) in cases.enumerated() {
      let mayAlwaysMatch = matchCase.guard != nil || index + 1 == cases.count
      var names: [NameID] = []
      try check(
        matchCase.pattern, &names, mayAlwaysMatch: mayAlwaysMatch, context.unit)
      if let test = matchCase.guard { try check(test, context.unit) }
      try check(matchCase.body, context)
    }
  }

  /// Checks a pattern and adds the names it binds.
  private mutating func check(
    _ id: PatternID, _ names: inout [NameID], mayAlwaysMatch: Bool, _ unit: CodeUnit
  ) throws(SyntaxError) {
    let range = ast.range(of: id)
    switch ast[id] {
    case .matchValue(let value): try check(value, unit)
    case .matchSingleton: break
    case .matchSequence(let patterns):
      var stars = 0
      for pattern in ast.patterns(patterns) {
        if case .matchStar = ast[pattern] { stars += 1 }
      }
      if stars > 1 { throw .plain(.multipleStarsInSequencePattern, at: range) }
      try checkInner(patterns, &names, unit)
    case .matchMapping(let keys, let patterns, let rest):
      try checkKeys(keys, range, unit)
      try checkInner(patterns, &names, unit)
      if let rest { try bind(rest, &names, range) }
    case .matchClass(let cls, let patterns, let attributes, let kwdPatterns):
      try checkAttributes(attributes, kwdPatterns)
      try check(cls, unit)
      try checkInner(patterns, &names, unit)
      try checkInner(kwdPatterns, &names, unit)
    case .matchStar(let name):
      if let name { try bind(name, &names, range) }
    case .matchAs(let pattern, let name):
      guard let pattern else {
        if !mayAlwaysMatch {
          guard let name else { throw .plain(.wildcardMakesUnreachable, at: range) }
          throw .naming(.captureMakesUnreachable, table.name(name), at: range)
        }
        if let name { try bind(name, &names, range) }
        return
      }
      if let name { try bind(name, &names, range) }
      try check(pattern, &names, mayAlwaysMatch: mayAlwaysMatch, unit)
    case .matchOr(let patterns):
      try checkAlternatives(patterns, &names, mayAlwaysMatch: mayAlwaysMatch, range, unit)
    }
  }

  private mutating func checkInner(
    _ patterns: PatternList, _ names: inout [NameID], _ unit: CodeUnit
  ) throws(SyntaxError) {
    for pattern in ast.patterns(patterns) {
      try check(pattern, &names, mayAlwaysMatch: true, unit)
    }
  }

  private mutating func checkAlternatives(
    _ patterns: PatternList, _ names: inout [NameID], mayAlwaysMatch: Bool, _ range: SourceRange,
    _ unit: CodeUnit
  ) throws(SyntaxError) {
    let alternatives = ast.patterns(patterns)
    var bound: [NameID]?
    for (index, alternative) in alternatives.enumerated() {
      var own: [NameID] = []
      let isLast = index + 1 == alternatives.count
      try check(alternative, &own, mayAlwaysMatch: isLast && mayAlwaysMatch, unit)
      if let bound, Set(bound) != Set(own) { throw .plain(.alternativesBindDifferently, at: range) }
      bound = bound ?? own
    }
    for name in bound ?? [] { try bind(name, &names, range) }
  }

  private func bind(
    _ name: NameID, _ names: inout [NameID], _ range: SourceRange
  ) throws(SyntaxError) {
    try checkBinding(name, at: range)
    if names.contains(name) {
      throw .naming(.multipleAssignmentsInPattern, table.name(name), at: range)
    }
    names.append(name)
  }

  private mutating func checkKeys(
    _ keys: ExprList, _ range: SourceRange, _ unit: CodeUnit
  ) throws(SyntaxError) {
    var seen: [ConstantValue] = []
    for key in ast.exprs(keys) {
      if case .constant(let id, _) = ast[key] {
        let value = ast[id]
        if seen.contains(value) { throw .naming(.duplicateMappingKey, repr(value), at: range) }
        seen.append(value)
      }
      try check(key, unit)
    }
  }

  private func checkAttributes(
    _ attributes: NameList, _ patterns: PatternList
  ) throws(SyntaxError) {
    var seen: Set<NameID> = []
    for (name, pattern) in zip(ast.names(attributes), ast.patterns(patterns)) {
      let range = ast.range(of: pattern)
      try checkBinding(name, at: range)
      if !seen.insert(name).inserted { throw .naming(.attributeRepeated, table.name(name), at: range) }
    }
  }

  private func repr(_ value: ConstantValue) -> String {
    var out: [UInt8] = []
    switch value {
    case .none: return "None"
    case .true: return "True"
    case .false: return "False"
    case .ellipsis: return "Ellipsis"
    case .int(let value): return String(value)
    case .bigInt(let limbs): return PythonRepr.decimal(limbs)
    case .float(let value): return PythonRepr.float(value)
    case .complex(let imag): return PythonRepr.imaginary(imag)
    case .str(let text): PythonRepr.str(text[...], into: &out)
    case .bytes(let bytes): PythonRepr.bytes(bytes, into: &out)
    }
    return String(decoding: out, as: UTF8.self)
  }
}
