// Comprehensions run inlined in the frame around them (PEP 709) with variables of their own; generator expressions are
// functions with the first iterator as their parameter.
import Frontend
import PyIR

extension FunctionLowering {
  func lowerComprehension(_ id: ExprID) -> Operand {
    let scope = symbols.scope(of: .expr(id))
    let generators: [Comprehension]
    switch ast[id] {
    case .listComp(_, let list), .setComp(_, let list), .dictComp(_, _, let list):
      generators = Array(ast.comprehensions(list))
    default: preconditionFailure("not a comprehension")
    }
    guard let first = generators.first else { return unit.none }
    // The first iterable belongs to the enclosing scope.
    let source = lower(first.iter)
    if !scope.isInlinedComprehension { return callOutlined(id, scope, source, first) }
    let iterator = at(ast.range(of: first.iter)) { emit(first.isAsync ? .aiter : .obj_iter, [source]) }
    let collection: Operand
    switch ast[id] {
    case .listComp: collection = emit(.list_new, [])
    case .setComp: collection = emit(.set_new, [])
    default: collection = emit(.dict_new, [])
    }
    let outer = scopeID
    let savedCells = cells
    scopeID = scope.id
    for (slot, cell) in frame.cells.enumerated() where cell.scope == scope.id {
      cells[slot] = emit(.cell_new, [unit.absent])
    }
    lowerClauses(generators, 0, iterator) { [self] in addElement(id, to: collection) }
    for (slot, local) in frame.locals.enumerated() where local.scope == scope.id {
      endValue(of: variable(slot))
      write(variable(slot), unit.absent)
    }
    cells = savedCells
    scopeID = outer
    return collection
  }

  private func addElement(_ id: ExprID, to collection: Operand) {
    switch ast[id] {
    case .listComp(let element, _): run(.list_append, [collection, lower(element)])
    case .setComp(let element, _):
      let value = lower(element)
      at(ast.range(of: element)) { run(.set_add, [collection, value]) }
    case .dictComp(let key, let value, _):
      let operands = [collection, lower(key), lower(value)]
      let range = SourceRange(start: ast.range(of: key).start, end: ast.range(of: value).end)
      at(range) { run(.dict_set_fresh, operands) }
    case .generatorExp(let element, _):
      var value = lower(element)
      if frame.isAsyncGenerator { value = emit(.async_gen_wrap, [value]) }
      at(ast.range(of: element)) { emitOp(.yield, [value]) }
    default: preconditionFailure("not a comprehension")
    }
  }

  /// The loops and conditions of the clauses from `index` on, around `body`.
  private func lowerClauses(_ clauses: [Comprehension], _ index: Int, _ iterator: Operand, _ body: @escaping () -> Void)
  {
    let clause = clauses[index]
    lowerLoop(over: iterator, isAsync: clause.isAsync, range: ast.range(of: clause.iter)) { [self] value, head in
      assign(clause.target, value)
      run(.poll, [])
      for condition in ast.exprs(clause.ifs) {
        let next = newBlock()
        branch(on: condition, next, head)
        start(next)
      }
      if index + 1 < clauses.count {
        let inner = clauses[index + 1]
        let source = lower(inner.iter)
        let next = at(ast.range(of: inner.iter)) { emit(inner.isAsync ? .aiter : .obj_iter, [source]) }
        lowerClauses(clauses, index + 1, next, body)
      } else {
        body()
      }
    }
  }

  /// A loop without Python's break and else: `body` gets the value and the block that continues.
  func lowerLoop(over iterator: Operand, isAsync: Bool, range: SourceRange, _ body: (Operand, BlockID) -> Void) {
    let head = newBlock()
    let done = newBlock()
    branch(head)
    enter(head)
    let value = advance(iterator, isAsync: isAsync, range: range, done: done)
    body(value, head)
    if !isDead { branch(head) }
    seal(head)
    start(done)
  }

  /// Takes the next value, or goes to `done`; leaves the builder where the value is.
  func advance(_ iterator: Operand, isAsync: Bool, range: SourceRange, done: BlockID) -> Operand {
    if isAsync { return advanceAsync(iterator, range, done) }
    return at(range) {
      let next = newBlock()
      let value = Operand(function.addParameter(next, .obj))
      var targets = [target(next), target(done)]
      if let unwind = unwindTarget { targets.append(target(unwind)) }
      terminate(.next(.obj_next), [iterator], targets)
      start(next)
      return value
    }
  }

  private func advanceAsync(_ iterator: Operand, _ range: SourceRange, _ done: BlockID) -> Operand {
    at(range) {
      let handler = newBlock()
      contexts.append(.protected(unwind: handler))
      let value = lowerAwait(emit(.anext, [iterator]))
      contexts.removeLast()
      let resume = newBlock()
      branch(resume)
      start(handler)
      let exception = emit(.exc_enter_handler, [])
      let unwind = newBlock()
      contexts.append(.handler(unwind: unwind, name: nil))
      let matches = emit(.exc_ends_async, [exception])
      let ended = newBlock()
      let other = newBlock()
      branch(if: matches, ended, other)
      start(other)
      run(.exc_restore, [exception])
      contexts.removeLast()
      start(ended)
      run(.exc_leave_handler, [])
      branch(done)
      finishHandlerUnwind(unwind)
      start(resume)
      return value
    }
  }

  // MARK: outlined

  private func callOutlined(_ id: ExprID, _ scope: Scope, _ source: Operand, _ first: Comprehension) -> Operand {
    let iterator = at(ast.range(of: first.iter)) { emit(first.isAsync ? .aiter : .obj_iter, [source]) }
    let function = makeFunction(scope, .generatorExpression(id), defaults: unit.absent, keywordDefaults: unit.absent)
    let result = emit(.obj_call, [function, iterator])
    return scope.isCoroutine && !scope.isGenerator ? lowerAwait(result) : result
  }

  func lowerGeneratorExpression(_ id: ExprID) -> Operand {
    guard case .generatorExp(_, let list) = ast[id], let first = ast.comprehensions(list).first else {
      return unit.none
    }
    let scope = symbols.scope(of: .expr(id))
    let source = lower(first.iter)
    return callOutlinedGenerator(id, scope, source, first)
  }

  private func callOutlinedGenerator(_ id: ExprID, _ scope: Scope, _ source: Operand, _ first: Comprehension) -> Operand
  {
    let iterator = at(ast.range(of: first.iter)) { emit(first.isAsync ? .aiter : .obj_iter, [source]) }
    let function = makeFunction(scope, .generatorExpression(id), defaults: unit.absent, keywordDefaults: unit.absent)
    return emit(.obj_call, [function, iterator])
  }

  /// Body of a generator expression (or outlined comprehension): parameter `.0` is the first iterator.
  func lowerGeneratorBody(_ id: ExprID) {
    let iterator = read(variable(0))
    let clauses: [Comprehension]
    var collection: Operand?
    switch ast[id] {
    case .generatorExp(_, let list): clauses = Array(ast.comprehensions(list))
    case .listComp(_, let list):
      clauses = Array(ast.comprehensions(list))
      collection = emit(.list_new, [])
    case .setComp(_, let list):
      clauses = Array(ast.comprehensions(list))
      collection = emit(.set_new, [])
    case .dictComp(_, _, let list):
      clauses = Array(ast.comprehensions(list))
      collection = emit(.dict_new, [])
    default: preconditionFailure("not a comprehension")
    }
    lowerClauses(clauses, 0, iterator) { [self] in addElement(id, to: collection ?? unit.none) }
    leaveFunction(collection ?? unit.none)
  }
}
