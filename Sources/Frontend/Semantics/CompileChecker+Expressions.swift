// The checks of expressions, with a work list instead of recursion: expressions may be nested as
// deeply as memory allows.

/// An expression still to be checked.
struct PendingExpression {
  var id: ExprID
  var unit: CodeUnit
  /// Whether it may be starred where it stands.
  var starAllowed: Bool
}

extension CompileChecker {
  mutating func check(
    _ list: ExprList, _ unit: CodeUnit, starAllowed: Bool = false
  ) throws(SyntaxError) {
    for id in ast.exprs(list) { try check(id, unit, starAllowed: starAllowed) }
  }

  mutating func check(
    _ id: ExprID, _ unit: CodeUnit, starAllowed: Bool = false
  ) throws(SyntaxError) {
    let base = pending.count
    pending.append(PendingExpression(id: id, unit: unit, starAllowed: starAllowed))
    while pending.count > base {
      let next = pending.removeLast()
      let mark = pending.count
      try checkOne(next)
      // Children were added in order; the first is to be taken first.
      pending[mark...].reverse()
    }
  }

  private mutating func add(_ id: ExprID, _ unit: CodeUnit, starAllowed: Bool = false) {
    pending.append(PendingExpression(id: id, unit: unit, starAllowed: starAllowed))
  }

  private mutating func add(_ list: ExprList, _ unit: CodeUnit, starAllowed: Bool = false) {
    for id in ast.exprs(list) { add(id, unit, starAllowed: starAllowed) }
  }

  private mutating func checkOne(_ item: PendingExpression) throws(SyntaxError) {
    let id = item.id
    let unit = item.unit
    let range = ast.range(of: id)
    switch ast[id] {
    case .constant: break
    case .name(let name, let ctx):
      if name == debug { try checkDebug(ctx, range) }
    case .boolOp(_, let values), .joinedStr(let values): add(values, unit)
    case .namedExpr(let target, let value):
      add(value, unit)
      add(target, unit)
    case .binOp(let left, _, let right):
      add(left, unit)
      add(right, unit)
    case .unaryOp(_, let operand): add(operand, unit)
    case .lambda(let argsID, let body):
      let args = ast[argsID]
      try checkParameterNames(args)
      add(args.defaults, unit)
      for value in ast.optionalExprs(args.kwDefaults) {
        if let value { add(value, unit) }
      }
      add(body, .lambda)
    case .ifExp(let test, let body, let orelse):
      add(test, unit)
      add(body, unit)
      add(orelse, unit)
    case .dict(let keys, let values):
      for (key, value) in zip(ast.optionalExprs(keys), ast.exprs(values)) {
        if let key { add(key, unit) }
        add(value, unit)
      }
    case .set(let elts): add(elts, unit, starAllowed: true)
    case .list(let elts, let ctx), .tuple(let elts, let ctx):
      if ctx == .store { try checkUnpacking(elts, range) }
      add(elts, unit, starAllowed: true)
    case .listComp(let elt, let generators), .setComp(let elt, let generators),
      .generatorExp(let elt, let generators):
      try checkComprehension(id, generators, [elt], unit)
    case .dictComp(let key, let value, let generators):
      try checkComprehension(id, generators, [key, value], unit)
    case .await(let value):
      if !unit.isFunctionLike { throw .outside("await", "function", at: range) }
      if !unit.mayAwait { throw .outside("await", "async function", at: range) }
      add(value, unit)
    case .yield(let value):
      if !unit.isFunctionLike { throw .outside("yield", "function", at: range) }
      if let value { add(value, unit) }
    case .yieldFrom(let value):
      if !unit.isFunctionLike { throw .outside("yield from", "function", at: range) }
      if unit == .asyncFunction { throw .plain(.yieldFromInAsync, at: range) }
      add(value, unit)
    case .compare(let left, let ops, let comparators):
      warnOfComparison(left, ops, comparators, range)
      add(left, unit)
      add(comparators, unit)
    case .call(let callee, let args, let keywords):
      warnOfCall(callee)
      try checkKeywords(keywords)
      add(callee, unit)
      add(args, unit, starAllowed: true)
      for keyword in ast.keywords(keywords) { add(keyword.value, unit) }
    case .formattedValue(let value, _, let formatSpec):
      add(value, unit)
      if let formatSpec { add(formatSpec, unit) }
    case .attribute(let value, let attr, let ctx):
      if attr == debug { try checkDebug(ctx, range) }
      add(value, unit)
    case .subscript(let value, let slice, let ctx):
      if ctx == .load { warnOfSubscript(value, slice) }
      add(value, unit)
      add(slice, unit)
    case .starred(let value, let ctx):
      if !item.starAllowed {
        throw ctx == .store ? .plain(.starredTargetAlone, at: range) : .plain(.starredHere, at: range)
      }
      add(value, unit)
    case .slice(let lower, let upper, let step):
      for part in [lower, upper, step] {
        if let part { add(part, unit) }
      }
    }
  }

  private func checkDebug(_ ctx: ExprContext, _ range: SourceRange) throws(SyntaxError) {
    switch ctx {
    case .load: return
    case .store: throw .plain(.assignToDebug, at: range)
    case .del: throw .plain(.deleteDebug, at: range)
    }
  }

  /// At most one starred target; at most 255 before it, as CPython's instruction allows.
  private func checkUnpacking(_ elts: ExprList, _ range: SourceRange) throws(SyntaxError) {
    var starIndex: Int?
    for (index, id) in ast.exprs(elts).enumerated() {
      guard case .starred = ast[id] else { continue }
      if starIndex != nil { throw .plain(.multipleStarredTargets, at: range) }
      if index >= 256 { throw .plain(.tooManyTargetsBeforeStar, at: range) }
      starIndex = index
    }
  }

  private mutating func checkComprehension(
    _ id: ExprID, _ generators: ComprehensionList, _ elements: [ExprID], _ unit: CodeUnit
  ) throws(SyntaxError) {
    // Annotations that are never evaluated have no scopes, and are not checked here.
    let scope = table.scope(of: .expr(id))
    let isGenerator = scope.kind == .generatorExpression
    if scope.isCoroutine && !isGenerator && !unit.mayAwait {
      if scope.isInlinedComprehension, let first = ast.comprehensions(generators).first {
        try check(first.iter, unit)
      }
      throw .plain(.asynchronousComprehension, at: ast.range(of: id))
    }
    let inside = scope.isInlinedComprehension ? unit : .comprehension
    var iterUnit = unit
    for generator in ast.comprehensions(generators) {
      add(generator.iter, iterUnit)
      add(generator.target, inside)
      add(generator.ifs, inside)
      iterUnit = inside
    }
    for element in elements { add(element, inside) }
  }

  func checkKeywords(_ list: KeywordList) throws(SyntaxError) {
    let keywords = ast.keywords(list)
    guard keywords.count > 1 || debug != nil else { return }
    for keyword in keywords {
      if let name = keyword.arg { try checkBinding(name, at: keyword.range) }
    }
    guard keywords.count > 1 else { return }
    // CPython compares each with all that follow: of several repetitions the one of the earliest
    // keyword is reported.
    var firstIndex: [NameID: Int] = [:]
    var found: (first: Int, keyword: Keyword)?
    for (index, keyword) in keywords.enumerated() {
      guard let name = keyword.arg else { continue }
      guard let first = firstIndex[name] else {
        firstIndex[name] = index
        continue
      }
      if found.map({ first < $0.first }) ?? true { found = (first, keyword) }
    }
    if let found, let name = found.keyword.arg {
      throw .naming(.keywordRepeated, table.name(name), at: found.keyword.range)
    }
  }
}
