// Statements, loops and conditions.
import Frontend
import PyIR

extension FunctionLowering {
  func lower(_ list: StmtList) {
    for statement in ast.stmts(list) {
      if isDead { return }
      setLocation(ast.range(of: statement))
      lower(statement)
    }
  }

  private func lower(_ id: StmtID) {
    switch ast[id] {
    case .functionDef(let name, _, _, _, _, _), .asyncFunctionDef(let name, _, _, _, _, _):
      let function = lowerFunctionDefinition(id)
      store(name, function)
    case .classDef(let name, _, _, _, _, _):
      let result = lowerClassDefinition(id)
      store(name, result)
    case .return(let value): lowerReturn(value)
    case .delete(let targets): for target in ast.exprs(targets) { lowerDelete(target) }
    case .assign(let targets, let value): lowerAssign(Array(ast.exprs(targets)), value)
    case .typeAlias(let name, _, _): assign(name, lowerTypeAlias(id))
    case .augAssign(let target, let op, let value): lowerAugAssign(id, target, op, value)
    case .annAssign(let target, let annotation, let value, let simple):
      lowerAnnAssign(target, annotation, value, simple)
    case .for(let target, let iter, let body, let orelse): lowerFor(target, iter, body, orelse, isAsync: false)
    case .asyncFor(let target, let iter, let body, let orelse): lowerFor(target, iter, body, orelse, isAsync: true)
    case .while(let test, let body, let orelse): lowerWhile(test, body, orelse)
    case .if(let test, let body, let orelse): lowerIf(test, body, orelse)
    case .with(let items, let body): lowerWith(Array(ast.withItems(items))[...], body, isAsync: false)
    case .asyncWith(let items, let body): lowerWith(Array(ast.withItems(items))[...], body, isAsync: true)
    case .match(let subject, let cases): lowerMatch(subject, Array(ast.matchCases(cases)))
    case .raise(let exception, let cause): lowerRaise(exception, cause)
    case .try(let body, let handlers, let orelse, let finalbody):
      lowerTry(body, Array(ast.handlers(handlers)), orelse, finalbody, isStar: false)
    case .tryStar(let body, let handlers, let orelse, let finalbody):
      lowerTry(body, Array(ast.handlers(handlers)), orelse, finalbody, isStar: true)
    case .assert(let test, let message): lowerAssert(test, message)
    case .import(let names): for alias in ast.aliases(names) { lowerImport(alias) }
    case .importFrom(let module, let names, let level):
      lowerImportFrom(module, Array(ast.aliases(names)), Int(level))
    case .global, .nonlocal, .pass: break
    case .expr(let value): lowerExpressionStatement(value)
    case .break: lowerJump(isBreak: true)
    case .continue: lowerJump(isBreak: false)
    }
  }

  private func lowerExpressionStatement(_ value: ExprID) {
    if case .constant = ast[value], !(unit.isInteractive && isDynamicTop) { return }
    let result = lower(value)
    if unit.isInteractive && isDynamicTop { run(.display_value, [result]) }
  }

  // MARK: if, while, for

  private func lowerIf(_ test: ExprID, _ body: StmtList, _ orelse: StmtList) {
    let join = newBlock()
    var test = test
    var body = body
    var orelse = orelse
    // An elif chain must not recurse.
    while true {
      let yes = newBlock()
      let no = newBlock()
      branch(on: test, yes, no)
      start(yes)
      lower(body)
      if !isDead { branch(join) }
      start(no)
      guard orelse.count == 1, let only = ast.stmts(orelse).first, case .if(let t, let b, let o) = ast[only], !isDead
      else { break }
      setLocation(ast.range(of: only))
      (test, body, orelse) = (t, b, o)
    }
    lower(orelse)
    if !isDead { branch(join) }
    start(join)
  }

  private func lowerWhile(_ test: ExprID, _ body: StmtList, _ orelse: StmtList) {
    let head = newBlock()
    let inside = newBlock()
    let done = newBlock()
    let after = newBlock()
    branch(head)
    enter(head)
    branch(on: test, inside, done)
    start(inside)
    run(.poll, [])
    contexts.append(.loop(breakTarget: after, continueTarget: head))
    lower(body)
    contexts.removeLast()
    if !isDead { branch(head) }
    seal(head)
    start(done)
    lower(orelse)
    if !isDead { branch(after) }
    start(after)
  }

  private func lowerFor(_ targetExpr: ExprID, _ iter: ExprID, _ body: StmtList, _ orelse: StmtList, isAsync: Bool) {
    let source = lower(iter)
    let range = ast.range(of: iter)
    let iterator = at(range) { emit(isAsync ? .aiter : .obj_iter, [source]) }
    let head = newBlock()
    let done = newBlock()
    let after = newBlock()
    branch(head)
    enter(head)
    let value = advance(iterator, isAsync: isAsync, range: range, done: done)
    contexts.append(.loop(breakTarget: after, continueTarget: head))
    assign(targetExpr, value)
    run(.poll, [])
    lower(body)
    contexts.removeLast()
    if !isDead { branch(head) }
    seal(head)
    start(done)
    lower(orelse)
    if !isDead { branch(after) }
    start(after)
  }

  // MARK: leaving

  private func lowerReturn(_ value: ExprID?) {
    let operand = value.map { lower($0) } ?? unit.none
    leaveThrough(0)
    if !isDead { leaveFunction(operand) }
  }

  /// Ends the locals in slot order, as a frame's end does, and returns.
  func leaveFunction(_ value: Operand) {
    for slot in frame.locals.indices { endValue(of: variable(slot)) }
    for cell in cells + freeCells where cell.value != nil { emitOp(.endLocal, [cell]) }
    terminate(.ret, [value])
  }

  private func lowerJump(isBreak: Bool) {
    guard let depth = contexts.lastIndex(where: { if case .loop = $0 { true } else { false } }),
      case .loop(let breakTarget, let continueTarget) = contexts[depth]
    else { preconditionFailure("scope resolution refuses break and continue outside loops") }
    leaveThrough(depth + 1)
    if !isDead { branch(isBreak ? breakTarget : continueTarget) }
  }

  /// Runs what the contexts above `depth` owe on a normal exit; the context stack is as before afterwards.
  private func leaveThrough(_ depth: Int) {
    let saved = contexts
    defer { contexts = saved }
    while contexts.count > depth, !isDead, let context = contexts.popLast() {
      switch context {
      case .loop, .protected: break
      case .finally(let body, _): lower(body)
      case .handler(_, let name):
        run(.exc_leave_handler, [])
        if let name { unbind(name) }
      case .with(let exit, let isAsync, _, let where_):
        let saved = location
        location = where_
        leaveWith(exit, isAsync: isAsync)
        location = saved
      }
    }
  }

  // MARK: raise, assert

  private func lowerRaise(_ exception: ExprID?, _ cause: ExprID?) {
    guard let exception else { return run(.exc_reraise, []) }
    let operand = lower(exception)
    run(.exc_raise, [operand, cause.map { lower($0) } ?? unit.absent])
  }

  private func lowerAssert(_ test: ExprID, _ message: ExprID?) {
    let failed = newBlock()
    let passed = newBlock()
    branch(on: test, passed, failed)
    start(failed)
    let operand = message.map { lower($0) } ?? unit.absent
    at(ast.range(of: test)) { run(.exc_raise_assert, [operand]) }
    start(passed)
  }

  // MARK: imports

  private func lowerImport(_ alias: Alias) {
    let dotted = ast.name(alias.name)
    let module = importName(dotted, unit.none, 0)
    let parts = dotted.split(separator: ".").map(String.init)
    guard let asName = alias.asname else {
      // `import a.b` binds `a`, which is what import_name gives without a from-list.
      return storeText(parts[0], module)
    }
    var value = module
    for part in parts.dropFirst() { value = emit(.import_from, [value, unit.name(part)]) }
    store(asName, value)
  }

  private func storeText(_ text: String, _ value: Operand) {
    guard let name = symbols.findName(text) else { return store(.global, text, value) }
    store(name, value)
  }

  private func lowerImportFrom(_ module: NameID?, _ aliases: [Alias], _ level: Int) {
    let dotted = module.map { ast.name($0) } ?? ""
    let names = aliases.map { unit.module.constant(.name(ast.name($0.name))) }
    let value = importName(dotted, unit.constant(.tuple(names)), level)
    for alias in aliases {
      if ast.name(alias.name) == "*" { return importStar(value) }
      let item = emit(.import_from, [value, unit.name(ast.name(alias.name))])
      store(alias.asname ?? alias.name, item)
    }
  }
}
