// Direct calls of module-level functions, and counting loops.
//
//   %r = rt obj_call %f, %n            call @f.typed(%n) then ^2(i64) unwind ^3
//                               ⇒      ^3: %w = rt escaped_take        ; a word that is no small int, or an exception
//                                          cond (is_absent %w), ^raised, ^exit
import PyIR

extension TypedBuilder {
  mutating func call(_ id: InstID, _ callee: FunctionID, _ isTyped: Bool, _ arguments: [Operand]) {
    guard isTyped, let version = versions[callee], let target = inference.program.functions[callee] else {
      let operands = [none] + arguments.map { word($0) }
      return clone(id, as: .call(callee), operands, type: .obj)
    }
    var operands = TypedBuilder.takesFunction(target.split) ? [none] : []
    for (argument, kind) in zip(arguments, target.signature.dropFirst()) {
      operands.append(kind.isNumber ? asNumber(argument, kind) : word(argument))
    }
    let kind = inference.program.returnKind(callee)
    guard kind.isNumber else { return clone(id, as: .call(version), operands, type: .obj) }
    let result = machineCall(id, version, operands, kind)
    finish(id, .machine(kind, result))
  }

  /// Calls a typed version with a machine result; continues where it came back with one.
  mutating func machineCall(
    _ id: InstID, _ version: FunctionID, _ operands: [Operand], _ kind: ValueKind
  ) -> Operand {
    let returned = out.addBlock()
    let result = Operand(out.addParameter(returned, kind.machineType ?? .i64))
    let failed = out.addBlock()
    out.append(
      block, .call(version), operands, targets: [out.makeTarget(returned), out.makeTarget(failed)],
      location: location)
    // What is boxed on one of these ways does not exist on the others.
    let saved = boxes
    block = failed
    takeEscaped(id)
    block = returned
    boxes = saved
    return result
  }

  /// After a typed call came back without its machine result.
  mutating func takeEscaped(_ id: InstID) {
    let word = emit(.rt(.escaped_take), [])
    let isAbsent = emit(.isAbsent, [word])
    let raised = out.addBlock()
    let other = out.addBlock()
    out.append(
      block, .cond, [isAbsent], targets: [out.makeTarget(raised), out.makeTarget(other)], location: location)
    block = raised
    out.append(block, .rt(.exc_traceback), location: location)
    let targets = Array(source.targets(id))
    let saved = boxes
    if targets.count > 1 {
      let unwind = edge(targets[1], inPlace: true)
      out.append(block, .br, targets: [unwind], location: location)
    } else {
      out.append(block, .propagate, location: location)
    }
    block = other
    boxes = saved
    let object = emit(.cast, [word], type: .obj)
    leaveAfter(id, object)
  }

  /// Hands over to generic code behind the op, whose result is this word.
  mutating func leaveAfter(_ id: InstID, _ object: Operand) {
    let targets = Array(source.targets(id))
    var overrides: [ValueID: Operand] = [:]
    if let result = split.result(id) { overrides[result] = object }
    if let target = targets.first {
      let parameters = source[target.block].parameters.suffix(source.arguments(target).count)
      for (parameter, argument) in zip(parameters, source.arguments(target)) {
        overrides[parameter] = self.word(argument)
      }
      leaveHere(target.block, overrides)
    } else if let next = continuation(id) {
      leaveHere(next, overrides)
    } else {
      preconditionFailure("a point is followed by the start of a block")
    }
  }

  // MARK: counting loops

  /// Bounds as machine ints, such that no step past the last element overflows.
  mutating func beginRange(_ id: InstID) {
    guard let index = inference.loopOfInstruction[id] else { preconditionFailure("the call of a counting loop") }
    let loop = inference.loops[index]
    let start = loop.start.map { asI64($0) } ?? i64(0)
    let stop = asI64(loop.stop)
    if loop.step > 1 {
      require(emit(.i64Compare(.le), [stop, i64(.max - (loop.step - 1))]))
    } else if loop.step < -1 {
      require(emit(.i64Compare(.ge), [stop, i64(.min - (loop.step + 1))]))
    }
    loopStates[index] = LoopState(start: start, stop: stop)
    finish(id, .virtual(.rangeObject))
  }

  mutating func countingHead(_ id: InstID, _ index: Int) {
    guard let state = loopStates[index], let position = state.position else {
      preconditionFailure("the loop has begun")
    }
    let targets = Array(source.targets(id))
    let more = emit(.i64Compare(inference.loops[index].step > 0 ? .lt : .gt), [position, state.stop])
    let body = edge(targets[0], prefix: [position])
    let end = edge(targets[1])
    out.append(block, .cond, [more], targets: [body, end], location: location)
  }
}
