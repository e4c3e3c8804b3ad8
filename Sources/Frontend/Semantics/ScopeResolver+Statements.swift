// The walk over statements and patterns.

extension ScopeResolver {
  mutating func visit(_ list: StmtList) throws(SyntaxError) {
    for id in ast.stmts(list) { try visit(id) }
  }

  mutating func visit(_ first: StmtID) throws(SyntaxError) {
    try descend(at: ast.range(of: first))
    defer { depth -= 1 }
    // A chain of `elif` is walked in a loop: it may be longer than the stack is deep.
    var next: StmtID? = first
    while let id = next { next = try visitOne(id) }
  }

  /// Visits a statement; returns the rest of an `elif` chain.
  private mutating func visitOne(_ id: StmtID) throws(SyntaxError) -> StmtID? {
    let range = ast.range(of: id)
    switch ast[id] {
    case .functionDef(let name, let args, let body, let decorators, let returns, let params):
      try visitFunction(
        id,
        FunctionParts(
          name: name, args: args, body: body, decorators: decorators, returns: returns,
          typeParams: params, isAsync: false))
    case .asyncFunctionDef(let name, let args, let body, let decorators, let returns, let params):
      try visitFunction(
        id,
        FunctionParts(
          name: name, args: args, body: body, decorators: decorators, returns: returns,
          typeParams: params, isAsync: true))
    case .classDef(let name, let bases, let keywords, let body, let decorators, let params):
      try visitClass(
        id,
        ClassParts(
          name: name, bases: bases, keywords: keywords, body: body, decorators: decorators,
          typeParams: params))
    case .typeAlias(let name, let typeParams, let value):
      try visitTypeAlias(id, name: name, typeParams: typeParams, value: value)
    case .return(let value):
      if let value {
        try visit(value)
        table.scopes[current].hasReturnValue = true
      }
    case .delete(let targets): try visit(targets)
    case .assign(let targets, let value):
      try visit(targets)
      try visit(value)
    case .augAssign(let target, _, let value):
      try visit(target)
      try visit(value)
    case .annAssign(let target, let annotation, let value, let simple):
      try visitAnnotated(
        range, target: target, annotation: annotation, value: value, simple: simple)
    case .for(let target, let iter, let body, let orelse),
      .asyncFor(let target, let iter, let body, let orelse):
      try visit(target)
      try visit(iter)
      try visit(body)
      try visit(orelse)
    case .while(let test, let body, let orelse):
      try visit(test)
      try visit(body)
      try visit(orelse)
    case .if(let test, let body, let orelse):
      try visit(test)
      try visit(body)
      let rest = ast.stmts(orelse)
      if rest.count == 1, let only = rest.first, case .if = ast[only] { return only }
      try visit(orelse)
    case .with(let items, let body), .asyncWith(let items, let body):
      for item in ast.withItems(items) {
        try visit(item.contextExpr)
        if let target = item.optionalVars { try visit(target) }
      }
      try visit(body)
    case .match(let subject, let cases):
      try visit(subject)
      for matchCase in ast.matchCases(cases) {
        try visit(matchCase.pattern)
        if let test = matchCase.guard { try visit(test) }
        try visit(matchCase.body)
      }
    case .raise(let exc, let cause):
      if let exc { try visit(exc) }
      if let cause { try visit(cause) }
    case .try(let body, let handlers, let orelse, let finalbody),
      .tryStar(let body, let handlers, let orelse, let finalbody):
      try visit(body)
      for handler in ast.handlers(handlers) {
        if let type = handler.type { try visit(type) }
        if let name = handler.name { try define(name, .assigned, at: handler.range) }
        try visit(handler.body)
      }
      try visit(orelse)
      try visit(finalbody)
    case .assert(let test, let msg):
      try visit(test)
      if let msg { try visit(msg) }
    case .import(let names): try visitAliases(names, isFrom: false)
    case .importFrom(_, let names, _): try visitAliases(names, isFrom: true)
    case .global(let names): try declare(names, .declaredGlobal, at: range)
    case .nonlocal(let names): try declare(names, .declaredNonlocal, at: range)
    case .expr(let value): try visit(value)
    case .pass, .break, .continue: break
    }
    return nil
  }

  // MARK: Simple statements

  private mutating func visitAnnotated(
    _ range: SourceRange, target: ExprID, annotation: ExprID, value: ExprID?, simple: Bool
  ) throws(SyntaxError) {
    if case .name(let name, _) = ast[target] {
      let old = flags(of: name, in: current)
      if simple, current != 0, !old.isDisjoint(with: [.declaredGlobal, .declaredNonlocal]) {
        let word = old.contains(.declaredGlobal) ? "global" : "nonlocal"
        throw .annotated(table.name(name), word, at: range)
      }
      if simple {
        try define(name, [.annotated, .assigned], at: ast.range(of: target))
      } else if value != nil {
        try define(name, .assigned, at: ast.range(of: target))
      }
    } else {
      let count = attributeCandidates.count
      try visit(target)
      // Without a value nothing is assigned.
      if value == nil { attributeCandidates.removeSubrange(count...) }
    }
    try visitAnnotation(annotation)
    if let value { try visit(value) }
  }

  private mutating func visitAliases(_ list: AliasList, isFrom: Bool) throws(SyntaxError) {
    for alias in ast.aliases(list) {
      let bytes = ast.nameBytes(alias.name)
      if isFrom && bytes.elementsEqual([UInt8(ascii: "*")]) {
        if table.scopes[current].kind != .module { throw .plain(.importStarNotAtModuleLevel, at: alias.range) }
        continue
      }
      _ = mangle(alias.name)
      if let name = alias.asname {
        try define(name, .imported, at: alias.range)
      } else if let dot = bytes.firstIndex(of: UInt8(ascii: ".")) {
        let top = table.names.intern(Array(bytes[..<dot]))
        try define(top, .imported, at: alias.range)
      } else {
        try define(alias.name, .imported, at: alias.range)
      }
    }
  }

  private mutating func declare(
    _ names: NameList, _ flag: SymbolFlags, at range: SourceRange
  ) throws(SyntaxError) {
    let word = flag == .declaredGlobal ? "global" : "nonlocal"
    for name in ast.names(names) {
      let old = flags(of: name, in: current)
      let text = table.name(name)
      if old.contains(.parameter) { throw .declared(text, word, after: .parameter, at: range) }
      if old.contains(.used) { throw .declared(text, word, after: .used, at: range) }
      if old.contains(.annotated) { throw .annotated(text, word, at: range) }
      if old.contains(.assigned) { throw .declared(text, word, after: .assigned, at: range) }
      try define(name, flag, at: range)
      recordDirective(name, at: range)
    }
  }

  /// Visits an annotation; one that is never evaluated leaves no trace but its errors.
  mutating func visitAnnotation(_ annotation: ExprID) throws(SyntaxError) {
    guard table.hasFutureAnnotations else { return try visit(annotation) }
    enterDetached(at: ast.range(of: annotation))
    try visit(annotation)
    exitDetached()
  }

  mutating func enterDetached(at range: SourceRange) {
    enter(.typeAlias, .module, "", range, isDetached: true)
    table.scopes[current].scopeInfo = "an annotation"
    detachedDepth += 1
  }

  mutating func exitDetached() {
    detachedDepth -= 1
    let count = current
    exit()
    table.scopes.removeSubrange(count...)
  }

  // MARK: Patterns

  private mutating func visit(_ id: PatternID) throws(SyntaxError) {
    let range = ast.range(of: id)
    try descend(at: range)
    defer { depth -= 1 }
    switch ast[id] {
    case .matchValue(let value): try visit(value)
    case .matchSingleton: break
    case .matchSequence(let patterns), .matchOr(let patterns):
      for pattern in ast.patterns(patterns) { try visit(pattern) }
    case .matchMapping(let keys, let patterns, let rest):
      try visit(keys)
      for pattern in ast.patterns(patterns) { try visit(pattern) }
      if let rest { try define(rest, .assigned, at: range) }
    case .matchClass(let cls, let patterns, _, let kwdPatterns):
      try visit(cls)
      for pattern in ast.patterns(patterns) { try visit(pattern) }
      for pattern in ast.patterns(kwdPatterns) { try visit(pattern) }
    case .matchStar(let name):
      if let name { try define(name, .assigned, at: range) }
    case .matchAs(let pattern, let name):
      if let pattern { try visit(pattern) }
      if let name { try define(name, .assigned, at: range) }
    }
  }
}
