// Calls of methods: what the lookup gave is compared with the functions of the module's classes that have this name; the one
// that it is is called directly, anything else by the generic row.
//
//   %m = rt obj_get_method %r, name "area", cache 0        guard method %m, %r, code @m.Square.area then ^1 else ^2
//   %y = rt obj_call_loaded %m, %r, …, %k             ⇒    ^1: call @m.Square.area.typed(%r, %k), its result to ^9
//                                                          ^2: … the next one; at last rt obj_call_loaded
//                                                          ^9(%y): …
import PyIR

extension TypedBuilder {
  /// (method, receiver, name, cache, arguments…)
  mutating func methodCall(_ id: InstID, _ callees: [FunctionID], _ operands: [Operand]) {
    let kind = inference.resultKind(.method(callees), id) ?? .word
    let number = kind.isNumber ? kind : nil
    let method = word(operands[0])
    let receiver = word(operands[1])
    let arguments = [operands[1]] + operands[4...]
    let isStraight = source.targets(id).isEmpty
    let join = out.addBlock()
    let joined = Operand(out.addParameter(join, number?.machineType ?? .obj))
    let saved = boxes
    for callee in callees {
      let matches = out.addBlock()
      let other = out.addBlock()
      out.append(
        block, .guard(.method), [method, receiver, module.operand(.code(callee))],
        targets: [out.makeTarget(matches), out.makeTarget(other)], location: location)
      block = matches
      let result = methodResult(id, callee, method, arguments, number)
      out.append(block, .br, targets: [out.makeTarget(join, [result])], location: location)
      boxes = saved
      block = other
    }
    let words = [method, receiver, operands[2], operands[3]] + operands[4...].map { word($0) }
    let result = wordCall(id, .rt(.obj_call_loaded), words)
    var passed = result
    if let number {
      let exit = out.addBlock()
      let inner = (block, boxes)
      block = exit
      leaveAfter(id, result)
      (block, boxes) = inner
      passed = narrowed(result, to: number, otherwise: exit).machine ?? result
    }
    out.append(block, .br, targets: [out.makeTarget(join, [passed])], location: location)
    boxes = saved
    block = join
    if isStraight, number == nil, let value = source[id].result { return keep(value, joined, id) }
    finish(id, number.map { .machine($0, joined) } ?? .word(joined))
  }

  /// The direct call of one method, as a machine value or a word.
  private mutating func methodResult(
    _ id: InstID, _ callee: FunctionID, _ method: Operand, _ arguments: [Operand], _ number: ValueKind?
  ) -> Operand {
    guard inference.acceptsMethod(callee, id), let version = versions[callee],
      let target = inference.program.functions[callee]
    else { return wordCall(id, .call(callee), [method] + arguments.map { word($0) }) }
    var operands = TypedBuilder.takesFunction(target.split) ? [method] : []
    for (argument, wanted) in zip(arguments, target.signature.dropFirst()) {
      operands.append(wanted.isNumber ? asNumber(argument, wanted) : word(argument))
    }
    let kind = inference.program.returnKind(callee)
    guard kind.isNumber else { return wordCall(id, .call(version), operands) }
    let machine = machineCall(id, version, operands, kind)
    return number == nil ? makeWord(.machine(kind, machine), nil) : machine
  }

  /// A call that gives a word, with the op's own way of raising.
  private mutating func wordCall(_ id: InstID, _ op: Op, _ operands: [Operand]) -> Operand {
    let targets = Array(source.targets(id))
    guard targets.count > 1 else { return emit(op, operands, type: .obj) }
    let next = out.addBlock()
    let result = Operand(out.addParameter(next, .obj))
    let unwind = edge(targets[1])
    out.append(block, op, operands, targets: [out.makeTarget(next), unwind], location: location)
    block = next
    return result
  }
}
