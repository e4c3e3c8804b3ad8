// Items and attributes that are assumed to be numbers: read in place where the object is as expected, else by the generic
// row, whose result is checked. Only a result that is no such number leaves.
//
//   %y = rt obj_getitem %v, %j            guard itemF64 %v, %j then ^1(f64) else ^2
//                                 ⇒       ^2: %w = rt obj_getitem_at %v, %j
//                                             guard float %w then ^3(f64) else ^exit
import PyIR

extension TypedBuilder {
  mutating func itemAt(_ id: InstID, _ operands: [Operand]) {
    guard let assumed = assumedNumber(id) else { return cloneRow(id, .obj_getitem_at, operands) }
    let list = word(operands[0])
    let index = machine(operands[1])
    readPlace(id, assumed, assumed == .f64 ? .itemF64 : .itemI64, [list, index]) { builder in
      builder.emit(.rt(.obj_getitem_at), [list, index])
    }
  }

  mutating func slot(_ id: InstID, _ operands: [Operand]) {
    guard let assumed = assumedNumber(id) else { return clone(id) }
    let object = word(operands[0])
    readPlace(id, assumed, assumed == .f64 ? .slotF64 : .slotI64, [object, operands[2]]) { builder in
      builder.emit(.rt(.obj_getattr), [object, operands[1], operands[2]])
    }
  }

  /// What the result is assumed to be, in straight-line code.
  private func assumedNumber(_ id: InstID) -> ValueKind? {
    guard source.targets(id).isEmpty, let result = source[id].result, let assumed = inference.assumptions[result],
      inference.kinds[result.index] == assumed, assumed == .f64 || assumed == .i64, continuation(id) != nil
    else { return nil }
    return assumed
  }

  private mutating func readPlace(
    _ id: InstID, _ kind: ValueKind, _ check: Guard, _ operands: [Operand],
    slow: (inout TypedBuilder) -> Operand
  ) {
    guard let result = source[id].result, let next = continuation(id), let type = kind.machineType else {
      preconditionFailure("an assumed result in straight-line code")
    }
    let join = out.addBlock()
    let joined = Operand(out.addParameter(join, type))
    let other = out.addBlock()
    let found = branchWithResult(.guard(check), operands, type, otherwise: other)
    out.append(block, .br, targets: [out.makeTarget(join, [found])], location: location)
    let saved = boxes
    block = other
    let word = slow(&self)
    guard let checked = self.check(result, word, enter: next, [result: word]), let machine = checked.machine else {
      preconditionFailure("the result is assumed")
    }
    out.append(block, .br, targets: [out.makeTarget(join, [machine])], location: location)
    boxes = saved
    block = join
    values[result.index] = TypedValue(kind: kind, machine: joined, word: nil, isSmall: kind == .i64)
  }
}
