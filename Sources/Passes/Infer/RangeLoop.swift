// Recognition of `for … in range(…)`: the class, the instance and the iterator are used by the loop alone, so a typed
// version counts with a machine int and makes the iterator only where generic code takes over.
//
//   %c = rt global_get @range      the class: used by the call only
//   %r = rt obj_call %c, …         the instance: used by obj_iter only
//   %i = rt obj_iter %r            the iterator: used by one `next` only
//   ^head: next obj_next %i then ^body end ^done
//
// Conditions: the step is a constant other than 0 of 32 bits; wherever the iterator is live, its position is known from
// the block alone: inside the body the element plus the step, before the head the start.
import PyIR

struct RangeLoop {
  let get: InstID
  let call: InstID
  let iter: InstID
  let next: InstID
  let head: BlockID
  let body: BlockID
  let classValue: ValueID
  let object: ValueID
  let iterator: ValueID
  let element: ValueID
  /// nil: 0.
  let start: Operand?
  let stop: Operand
  let step: Int64

  /// All counting loops of a function.
  static func find(_ split: SplitFunction, _ module: Module) -> [RangeLoop] {
    var loops: [RangeLoop] = []
    for block in split.cfg.reversePostOrder {
      guard let last = split.function.terminator(block), split.function[last].op == .next(.obj_next),
        let loop = match(last, block, split, module)
      else { continue }
      loops.append(loop)
    }
    return loops
  }

  private static func match(
    _ next: InstID, _ head: BlockID, _ split: SplitFunction, _ module: Module
  ) -> RangeLoop? {
    let function = split.function
    guard let iterator = function.operands(next).first?.value, let iter = onlyUseIs(next, iterator, .obj_iter, split),
      let object = function.operands(iter).first?.value, let call = onlyUseIs(iter, object, .obj_call, split),
      let classValue = function.operands(call).first?.value,
      let get = onlyUseIs(call, classValue, .global_get, split), isRangeName(get, function, module)
    else { return nil }
    let arguments = Array(function.operands(call).dropFirst())
    guard (1...3).contains(arguments.count), !arguments.contains(Operand(classValue)) else { return nil }
    var step: Int64 = 1
    if arguments.count == 3 {
      guard let constant = arguments[2].constant, case .smallInt(let value) = module[constant], value != 0,
        Int32(exactly: value) != nil
      else { return nil }
      step = value
    }
    let body = function.targets(next)[function.targets(next).startIndex].block
    guard split.cfg.predecessors(body).count == 1, let element = function[body].parameters.first,
      isPositionKnown(iterator, head, body, split)
    else { return nil }
    return RangeLoop(
      get: get, call: call, iter: iter, next: next, head: head, body: body, classValue: classValue, object: object,
      iterator: iterator, element: element, start: arguments.count > 1 ? arguments[0] : nil,
      stop: arguments[arguments.count > 1 ? 1 : 0], step: step)
  }

  /// The row instruction that made the value, if its only use is operand 0 of `user`.
  private static func onlyUseIs(
    _ user: InstID, _ value: ValueID, _ row: RuntimeID, _ split: SplitFunction
  ) -> InstID? {
    let uses = split.uses[value]
    guard uses.count == 1, let use = uses.first, use.instruction == user, use.place == .operand(0),
      let producer = split.producers[value.index], split.function[producer].op == .rt(row)
    else { return nil }
    return producer
  }

  private static func isRangeName(_ get: InstID, _ function: Function, _ module: Module) -> Bool {
    guard let name = function.operands(get).last?.constant, case .name("range") = module[name] else { return false }
    return true
  }

  private static func isPositionKnown(
    _ iterator: ValueID, _ head: BlockID, _ body: BlockID, _ split: SplitFunction
  ) -> Bool {
    let dominators = split.dominators
    guard split.homes[iterator.index] != head else { return false }
    for block in split.cfg.reversePostOrder where block != head {
      guard split.liveIn[block.index].contains(iterator) || split.homes[iterator.index] == block else { continue }
      if dominators.dominates(body, block) { continue }
      if dominators.dominates(head, block) { return false }
      // Before the head: not entered from the loop.
      let isEnteredFromLoop = split.cfg.predecessors(block).contains { edge in
        dominators.dominates(head, edge.from) && split.homes[iterator.index] != block
      }
      if isEnteredFromLoop { return false }
    }
    return true
  }
}
