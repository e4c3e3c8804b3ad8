// try, with, and what happens on the way out of their bodies by an exception.
//
// A handler block takes the pending exception with exc_enter_handler, which makes it the handled one (`sys.exc_info`, the
// context of new exceptions). Every way out of the handler pops it again: normal ends and jumps by exc_leave_handler, an
// exception through the handler's own unwind block.
import Frontend
import PyIR

extension FunctionLowering {
  func lowerTry(
    _ body: StmtList, _ handlers: [ExceptHandler], _ orelse: StmtList, _ finalbody: StmtList, isStar: Bool
  ) {
    guard !finalbody.isEmpty else { return lowerExcept(body, handlers, orelse, isStar: isStar) }
    let unwind = newBlock()
    contexts.append(.finally(finalbody, unwind: unwind))
    if handlers.isEmpty { lower(body) } else { lowerExcept(body, handlers, orelse, isStar: isStar) }
    contexts.removeLast()
    let after = newBlock()
    if !isDead {
      lower(finalbody)
      if !isDead { branch(after) }
    }
    start(unwind)
    if !isDead {
      let exception = emit(.exc_enter_handler, [])
      let inner = newBlock()
      contexts.append(.handler(unwind: inner, name: nil))
      lower(finalbody)
      if !isDead { run(.exc_restore, [exception]) }
      contexts.removeLast()
      finishHandlerUnwind(inner)
    }
    start(after)
  }

  /// The unwind block of a handler: pops the handled exception and lets the pending one go on.
  func finishHandlerUnwind(_ unwind: BlockID) {
    start(unwind)
    if isDead { return }
    run(.exc_leave_handler, [])
    continueUnwinding()
  }

  /// Passes the pending exception on to the next context outwards.
  private func continueUnwinding() {
    if let outer = unwindTarget { branch(outer) } else { terminate(.propagate) }
  }

  private func lowerExcept(_ body: StmtList, _ handlers: [ExceptHandler], _ orelse: StmtList, isStar: Bool) {
    let caught = newBlock()
    let after = newBlock()
    contexts.append(.protected(unwind: caught))
    lower(body)
    contexts.removeLast()
    if !isDead {
      lower(orelse)
      if !isDead { branch(after) }
    }
    start(caught)
    if !isDead {
      let exception = emit(.exc_enter_handler, [])
      let unwind = newBlock()
      contexts.append(.handler(unwind: unwind, name: nil))
      if isStar {
        lowerStarHandlers(handlers, exception, after)
      } else {
        lowerHandlers(handlers, exception, after)
      }
      contexts.removeLast()
      finishHandlerUnwind(unwind)
    }
    start(after)
  }

  private func lowerHandlers(_ handlers: [ExceptHandler], _ exception: Operand, _ after: BlockID) {
    for handler in handlers {
      guard let type = handler.type else {
        lowerHandlerBody(handler, exception, after)
        return
      }
      let matched = newBlock()
      let next = newBlock()
      let classes = lower(type)
      let matches = at(handler.range) { emit(.exc_matches, [exception, classes]) }
      branch(if: matches, matched, next)
      start(matched)
      lowerHandlerBody(handler, exception, after)
      start(next)
    }
    run(.exc_restore, [exception])
  }

  private func lowerHandlerBody(_ handler: ExceptHandler, _ exception: Operand, _ after: BlockID) {
    setLocation(handler.range)
    guard let name = handler.name else {
      lower(handler.body)
      if !isDead {
        run(.exc_leave_handler, [])
        branch(after)
      }
      return
    }
    store(name, exception)
    // The name is unbound on every way out; on an exception before the handler's own unwinding.
    guard case .handler(let outer, _)? = contexts.popLast() else { preconditionFailure("inside a handler") }
    let unbindBlock = newBlock()
    contexts.append(.handler(unwind: unbindBlock, name: name))
    lower(handler.body)
    contexts.removeLast()
    contexts.append(.handler(unwind: outer, name: nil))
    if !isDead {
      run(.exc_leave_handler, [])
      contexts.removeLast()
      unbind(name)
      contexts.append(.handler(unwind: outer, name: nil))
      branch(after)
    }
    start(unbindBlock)
    if !isDead {
      unbindDuringUnwinding(name)
      branch(outer)
    }
  }

  /// Unbinds while an exception is pending: neither step can raise for locals, cells and globals.
  private func unbindDuringUnwinding(_ name: NameID) {
    switch symbols.lookup(name, in: scopeID) {
    case .local(let slot): storeLocal(variable(slot), unit.absent)
    case .cell, .free, .global, .classOrGlobal, .classOrFree, .classDictOrGlobal, .classDictOrCell:
      // The pending exception is set aside so that the operations run in a clean state.
      let exception = emit(.exc_enter_handler, [])
      let unwind = newBlock()
      contexts.append(.handler(unwind: unwind, name: nil))
      unbind(name)
      run(.exc_restore, [exception])
      contexts.removeLast()
      start(unwind)
      if !isDead { run(.exc_leave_handler, []) }
    }
  }

  // MARK: except*

  private func lowerStarHandlers(_ handlers: [ExceptHandler], _ exception: Operand, _ after: BlockID) {
    let raised = emit(.list_new, [])
    // Every handler is reached from the one before, so the rest is one value at each point.
    var rest = exception
    for handler in handlers {
      guard let type = handler.type else { continue }
      let classes = lower(type)
      let pair = at(handler.range) { emit(.exc_group_split, [rest, classes]) }
      let matched = emit(.seq_item, [pair, unit.i64(0)])
      rest = emit(.seq_item, [pair, unit.i64(1)])
      let isNone = emit(.obj_is, [matched, unit.none])
      let yes = newBlock()
      let next = newBlock()
      branch(if: isNone, next, yes)
      start(yes)
      lowerStarBody(handler, matched, raised)
      if !isDead { branch(next) }
      start(next)
    }
    run(.list_append, [raised, rest])
    let result = emit(.exc_group_finish, [exception, raised])
    let isNone = emit(.obj_is, [result, unit.none])
    let done = newBlock()
    let again = newBlock()
    branch(if: isNone, done, again)
    start(again)
    run(.exc_restore, [result])
    start(done)
    run(.exc_leave_handler, [])
    branch(after)
  }

  /// Runs one except* body; an exception from it is collected.
  private func lowerStarBody(_ handler: ExceptHandler, _ matched: Operand, _ raised: Operand) {
    let failed = newBlock()
    contexts.append(.protected(unwind: failed))
    if let name = handler.name { store(name, matched) }
    lower(handler.body)
    contexts.removeLast()
    let after = newBlock()
    if !isDead {
      if let name = handler.name { unbind(name) }
      branch(after)
    }
    start(failed)
    if !isDead {
      let exception = emit(.exc_enter_handler, [])
      run(.exc_leave_handler, [])
      run(.list_append, [raised, exception])
      if let name = handler.name { unbind(name) }
      branch(after)
    }
    start(after)
  }

  // MARK: with

  func lowerWith(_ items: ArraySlice<WithItem>, _ body: StmtList, isAsync: Bool) {
    guard let item = items.first else { return lower(body) }
    let manager = lower(item.contextExpr)
    let range = ast.range(of: item.contextExpr)
    setLocation(range)
    let exit: Operand
    let entered: Operand
    if isAsync {
      exit = emit(.async_exit_lookup, [manager])
      entered = awaitManager(emit(.async_enter, [manager]), isExit: false)
    } else {
      exit = emit(.with_exit_lookup, [manager])
      entered = emit(.with_enter, [manager])
    }
    let unwind = newBlock()
    let after = newBlock()
    let here = location
    contexts.append(.with(exit: exit, isAsync: isAsync, unwind: unwind, location: here))
    if let target = item.optionalVars { assign(target, entered) }
    lowerWith(items.dropFirst(), body, isAsync: isAsync)
    contexts.removeLast()
    location = here
    if !isDead {
      leaveWith(exit, isAsync: isAsync)
      branch(after)
    }
    start(unwind)
    if !isDead { lowerWithUnwinding(exit, isAsync, after) }
    start(after)
  }

  /// Awaits what a method of an asynchronous manager gave.
  private func awaitManager(_ awaitable: Operand, isExit: Bool) -> Operand {
    lowerDelegation(emit(.async_with_start, [awaitable, unit.i64(isExit ? 1 : 0)]))
  }

  func leaveWith(_ exit: Operand, isAsync: Bool) {
    if isAsync {
      _ = awaitManager(emit(.obj_call, [exit, unit.none, unit.none, unit.none]), isExit: true)
    } else {
      _ = emit(.with_exit_call, [exit, unit.none])
    }
  }

  private func lowerWithUnwinding(_ exit: Operand, _ isAsync: Bool, _ after: BlockID) {
    let exception = emit(.exc_enter_handler, [])
    let inner = newBlock()
    contexts.append(.handler(unwind: inner, name: nil))
    let swallow: Operand
    if isAsync {
      let type = emit(.obj_getattr, [exception, unit.name("__class__"), unit.module.newCache()])
      let trace = emit(.obj_getattr, [exception, unit.name("__traceback__"), unit.module.newCache()])
      swallow = truth(awaitManager(emit(.obj_call, [exit, type, exception, trace]), isExit: true))
    } else {
      swallow = emit(.with_exit_call, [exit, exception])
    }
    let swallowed = newBlock()
    let again = newBlock()
    branch(if: swallow, swallowed, again)
    start(again)
    run(.exc_restore, [exception])
    contexts.removeLast()
    start(swallowed)
    run(.exc_leave_handler, [])
    branch(after)
    finishHandlerUnwind(inner)
  }
}
