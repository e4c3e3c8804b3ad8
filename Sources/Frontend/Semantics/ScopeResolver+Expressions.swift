// The walk over expressions. Left-leaning chains (`a + b + …`, `a.b().c()…`) are walked in a loop,
// so that the depth of recursion is the nesting that a reader sees.

extension ScopeResolver {
  mutating func visit(_ list: ExprList) throws(SyntaxError) {
    for id in ast.exprs(list) { try visit(id) }
  }

  mutating func visit(_ list: OptionalExprList) throws(SyntaxError) {
    for id in ast.optionalExprs(list) {
      if let id { try visit(id) }
    }
  }

  mutating func visit(_ id: ExprID) throws(SyntaxError) {
    let range = ast.range(of: id)
    try descend(at: range)
    defer { depth -= 1 }
    switch ast[id] {
    case .constant: break
    case .name(let name, let ctx): try visitName(name, ctx, range)
    case .binOp, .attribute, .call, .subscript: try visitSpine(id)
    case .boolOp(_, let values), .joinedStr(let values): try visit(values)
    case .namedExpr(let target, let value): try visitNamedExpression(range, target, value)
    case .unaryOp(_, let operand): try visit(operand)
    case .lambda(let args, let body): try visitLambda(id, args, body)
    case .ifExp(let test, let body, let orelse):
      try visit(test)
      try visit(body)
      try visit(orelse)
    case .dict(let keys, let values):
      try visit(keys)
      try visit(values)
    case .set(let elts), .list(let elts, _), .tuple(let elts, _): try visit(elts)
    case .listComp(let elt, let generators):
      try visitComprehension(id, .listComprehension, "<listcomp>", generators, nil, elt)
    case .setComp(let elt, let generators):
      try visitComprehension(id, .setComprehension, "<setcomp>", generators, nil, elt)
    case .dictComp(let key, let value, let generators):
      try visitComprehension(id, .dictComprehension, "<dictcomp>", generators, value, key)
    case .generatorExp(let elt, let generators):
      try visitComprehension(id, .generatorExpression, "<genexpr>", generators, nil, elt)
    case .await(let value):
      try refuseInAnnotation("await expression", range)
      try visit(value)
      table.scopes[current].isCoroutine = true
    case .yield(let value):
      try refuseInAnnotation("yield expression", range)
      if let value { try visit(value) }
      try markGenerator(range)
    case .yieldFrom(let value):
      try refuseInAnnotation("yield expression", range)
      try visit(value)
      try markGenerator(range)
    case .compare(let left, _, let comparators):
      try visit(left)
      try visit(comparators)
    case .formattedValue(let value, _, let formatSpec):
      try visit(value)
      if let formatSpec { try visit(formatSpec) }
    case .starred(let value, _): try visit(value)
    case .slice(let lower, let upper, let step):
      if let lower { try visit(lower) }
      if let upper { try visit(upper) }
      if let step { try visit(step) }
    }
  }

  // MARK: Names

  private mutating func visitName(
    _ name: NameID, _ ctx: ExprContext, _ range: SourceRange
  ) throws(SyntaxError) {
    try define(name, ctx == .load ? .used : .assigned, at: range)
    // Zero-argument `super` finds its class through `__class__`.
    if ctx == .load, name == known.superName, table.scopes[current].kind.isFunctionLike {
      try define(known.class, .used, at: range)
    }
  }

  private func refuseInAnnotation(_ what: String, _ range: SourceRange) throws(SyntaxError) {
    let info = table.scopes[current].scopeInfo
    if !info.isEmpty { throw .notAllowedWithin(what, info, at: range) }
  }

  private mutating func markGenerator(_ range: SourceRange) throws(SyntaxError) {
    table.scopes[current].isGenerator = true
    let kind: String
    switch table.scopes[current].kind {
    case .listComprehension: kind = "list comprehension"
    case .setComprehension: kind = "set comprehension"
    case .dictComprehension: kind = "dict comprehension"
    case .generatorExpression: kind = "generator expression"
    case .module, .function, .lambda, .class, .typeParameters, .typeParameterBound,
      .typeParameterDefault, .typeAlias:
      return
    }
    throw .naming(.yieldInside, kind, at: range)
  }

  // MARK: Chains

  private mutating func visitSpine(_ top: ExprID) throws(SyntaxError) {
    let base = spine.count
    var id = top
    descent: while true {
      switch ast[id] {
      case .binOp(let left, _, _):
        spine.append(id)
        id = left
      case .attribute(let value, _, _), .subscript(let value, _, _):
        spine.append(id)
        id = value
      case .call(let func_, _, _):
        spine.append(id)
        id = func_
      case .constant, .name, .boolOp, .joinedStr, .namedExpr, .unaryOp, .lambda, .ifExp, .dict,
        .set, .list, .tuple, .listComp, .setComp, .dictComp, .generatorExp, .await, .yield,
        .yieldFrom, .compare, .formattedValue, .starred, .slice:
        break descent
      }
    }
    try visit(id)
    while spine.count > base { try finish(spine.removeLast()) }
  }

  /// Visits what stands to the right of a chain's left operand.
  private mutating func finish(_ id: ExprID) throws(SyntaxError) {
    if case .binOp(_, _, let right) = ast[id] {
      try visit(right)
    } else if case .subscript(_, let slice, _) = ast[id] {
      try visit(slice)
    } else if case .attribute(let value, let attr, let ctx) = ast[id] {
      let mangled = mangle(attr)
      if ctx == .store { noteAttribute(mangled, of: value) }
    } else if case .call(let callee, let args, let keywords) = ast[id] {
      try visit(args)
      for keyword in ast.keywords(keywords) { try visit(keyword.value) }
      noteCall(of: callee, hasArguments: !args.isEmpty || !keywords.isEmpty)
    }
  }

  private mutating func noteAttribute(_ attribute: NameID, of value: ExprID) {
    guard detachedDepth == 0, !methods.isEmpty, case .name(let name, _) = ast[value] else {
      return
    }
    let mangled = mangle(name)
    guard let method = methods.last(where: { $0.selfName == mangled }) else { return }
    attributeCandidates.append(
      AttributeCandidate(method: method, scope: current, attribute: attribute))
  }

  private mutating func noteCall(of callee: ExprID, hasArguments: Bool) {
    guard case .name(let name, _) = ast[callee] else { return }
    if known.localsFunctions.contains(name)
      || !hasArguments && known.localsFunctionsWithoutArguments.contains(name)
    {
      table.scopes[current].usesLocalsCall = true
    }
  }

  // MARK: Scopes

  private mutating func visitLambda(
    _ id: ExprID, _ argsID: ArgumentsID, _ body: ExprID
  ) throws(SyntaxError) {
    let args = ast[argsID]
    try visit(args.defaults)
    try visit(args.kwDefaults)
    enter(.lambda, .expr(id), "<lambda>", ast.range(of: id))
    try defineParameters(args)
    try visit(body)
    exit()
  }

  private mutating func visitComprehension(
    _ id: ExprID, _ kind: ScopeKind, _ name: String, _ generators: ComprehensionList,
    _ value: ExprID?, _ elt: ExprID
  ) throws(SyntaxError) {
    let list = ast.comprehensions(generators)
    guard let outermost = list.first else {
      preconditionFailure("a comprehension has at least one `for`")
    }
    // The outermost iterable is evaluated by the scope around the comprehension.
    table.scopes[current].comprehensionIterableDepth += 1
    try visit(outermost.iter)
    table.scopes[current].comprehensionIterableDepth -= 1

    let range = ast.range(of: id)
    enter(kind, .expr(id), name, range)
    if outermost.isAsync { table.scopes[current].isCoroutine = true }
    try define(known.iterator, .parameter, at: range)
    try visitIterationTarget(outermost.target)
    try visit(outermost.ifs)
    for generator in list.dropFirst() {
      try visitIterationTarget(generator.target)
      table.scopes[current].comprehensionIterableDepth += 1
      try visit(generator.iter)
      table.scopes[current].comprehensionIterableDepth -= 1
      try visit(generator.ifs)
      if generator.isAsync { table.scopes[current].isCoroutine = true }
    }
    if let value { try visit(value) }
    try visit(elt)
    table.scopes[current].isGenerator = kind == .generatorExpression
    let isAsync = table.scopes[current].isCoroutine && kind != .generatorExpression
    exit()
    if isAsync { table.scopes[current].isCoroutine = true }
  }

  private mutating func visitIterationTarget(_ target: ExprID) throws(SyntaxError) {
    let scope = current
    table.scopes[scope].isInIterationTarget = true
    try visit(target)
    table.scopes[scope].isInIterationTarget = false
  }

  // MARK: Named expressions

  private mutating func visitNamedExpression(
    _ range: SourceRange, _ target: ExprID, _ value: ExprID
  ) throws(SyntaxError) {
    try refuseInAnnotation("named expression", range)
    if table.scopes[current].comprehensionIterableDepth > 0 {
      throw .plain(.namedExpressionInIterable, at: range)
    }
    if table.scopes[current].kind.isComprehension { try bindOutside(target) }
    try visit(value)
    try visit(target)
  }

  /// Binds the target of a named expression inside a comprehension in the nearest scope that is
  /// not a comprehension.
  private mutating func bindOutside(_ target: ExprID) throws(SyntaxError) {
    guard case .name(let name, _) = ast[target] else {
      preconditionFailure("the target of a named expression is a name")
    }
    let range = ast.range(of: target)
    for scope in stack.reversed() {
      switch table.scopes[scope].kind {
      case .listComprehension, .setComprehension, .dictComprehension, .generatorExpression:
        let old = flags(of: name, in: scope)
        if old.contains(.iterationVariable),
          !old.isDisjoint(with: [.assigned, .declaredGlobal])
        {
          throw .naming(.namedExpressionRebindsIterationVariable, table.name(name), at: range)
        }
      case .function, .lambda:
        let isGlobal = flags(of: name, in: scope).contains(.declaredGlobal)
        try define(name, isGlobal ? .declaredGlobal : .declaredNonlocal, at: range)
        recordDirective(name, at: range)
        return try define(name, .assigned, at: range, in: scope)
      case .module:
        try define(name, .declaredGlobal, at: range)
        recordDirective(name, at: range)
        return try define(name, .declaredGlobal, at: range, in: scope)
      case .class: throw .naming(.namedExpressionInComprehension, "in a class body", at: range)
      case .typeParameters:
        throw .naming(.namedExpressionInComprehension, "within the definition of a generic", at: range)
      case .typeAlias: throw .naming(.namedExpressionInComprehension, "in a type alias", at: range)
      case .typeParameterBound, .typeParameterDefault:
        throw .naming(.namedExpressionInComprehension, "in a TypeVar bound", at: range)
      }
    }
  }
}
