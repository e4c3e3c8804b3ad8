// `yield from` and `await`: a loop that advances the inner iterator and yields what it gives. Whatever is thrown into the
// frame at the yield is handed to the inner iterator: the step runs with nothing sent and the exception pending.
import Frontend
import PyIR

extension FunctionLowering {
  func lowerAwait(_ awaitable: Operand) -> Operand { lowerDelegation(emit(.await_start, [awaitable])) }

  func lowerDelegation(_ iterator: Operand) -> Operand {
    let head = newBlock()
    let sent = Operand(function.addParameter(head, .maybe))
    let yielded = newBlock()
    let value = Operand(function.addParameter(yielded, .obj))
    let done = newBlock()
    branch(head, [unit.none])
    enter(head)
    var targets = [target(yielded), target(done)]
    if let unwind = unwindTarget { targets.append(target(unwind)) }
    terminate(.next(.yield_from_step), [iterator, sent], targets)
    start(yielded)
    let resumed = newBlock()
    let received = Operand(function.addParameter(resumed, .obj))
    terminate(.yield, [value], [target(resumed), target(head, [unit.absent])])
    start(resumed)
    branch(head, [received])
    seal(head)
    start(done)
    return emit(.generator_return, [])
  }
}
