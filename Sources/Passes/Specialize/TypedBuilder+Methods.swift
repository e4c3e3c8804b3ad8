// Calls of methods and classes of the module. Which method it is follows from the receiver's shape where that is known,
// else what the lookup gave is compared with the functions of this name; that one is called directly, anything else by
// the generic row. A class whose instances are made in the plain way is called as `object.__new__` and `__init__`.
//
//   %m = rt obj_get_method %r, name "area"        %t = rt in_set %r, cache 4
//   %y = rt obj_call_loaded %m, %r, …, %k    ⇒    cond %t, ^1(0, absent), …   ; then has_method, at last obj_get_method
//                                                 ^1(%n, %o): switch %n [0 -> ^2] ^3
//                                                 ^2: call @m.Square.area.typed(%r, %k), its result to ^9
//                                                 ^3: rt obj_call_loaded %o, …
import PyIR

extension TypedBuilder {
  /// Tests of the receiver's shape: first what is known, then whether it can be known. Each one that holds goes to
  /// `found`; continues where none does. Gives the first of the sets.
  private mutating func testShapes(
    _ receiver: Operand, _ name: Operand, _ callees: [FunctionID], found: (inout TypedBuilder, Int) -> Target
  ) -> Operand {
    let caches = callees.map { _ in module.newCache() }
    let saved = boxes
    for isLearning in [false, true] {
      for (index, callee) in callees.enumerated() {
        let next = out.addBlock()
        let set = [receiver, caches[index]]
        let matches =
          isLearning
          ? emit(.rt(.has_method), set + [name, module.operand(.code(callee))]) : emit(.rt(.in_set), set)
        let taken = found(&self, index)
        out.append(block, .cond, [matches], targets: [taken, out.makeTarget(next)], location: location)
        enter(next, saved)
      }
    }
    return caches[0]
  }

  /// (receiver, name, cache)
  mutating func loadMethod(_ id: InstID, _ callees: [FunctionID], _ operands: [Operand]) {
    guard let result = split.result(id) else { preconditionFailure("a lookup has a result") }
    let receiver = word(operands[0])
    let join = out.addBlock()
    let number = Operand(out.addParameter(join, .i64))
    let other = Operand(out.addParameter(join, .maybe))
    let saved = boxes
    let caches = testShapes(receiver, operands[1], callees) { builder, index in
      let number = builder.i64(Int64(index))
      return builder.out.makeTarget(join, [number, builder.absent])
    }
    let found = wordCall(id, .rt(.obj_get_method), [receiver, operands[1], operands[2]])
    out.append(
      block, .br, targets: [out.makeTarget(join, [i64(Int64(callees.count)), found])], location: location)
    enter(join, saved)
    methodChoices[result] = MethodChoice(number: number, other: other, caches: caches)
    finish(id, .virtual(.method))
  }

  /// A call of one of these methods, whose lookup may have been an op of its own.
  mutating func methodCall(_ id: InstID, _ callees: [FunctionID], _ operands: [Operand]) {
    let kind = inference.resultKind(.method(callees), id) ?? .word
    let number = kind.isNumber ? kind : nil
    let arguments = inference.methodArguments(id)
    let receiver = word(arguments[0])
    let join = out.addBlock()
    let joined = Operand(out.addParameter(join, number?.machineType ?? .obj))
    let saved = boxes
    let isLookup = source[id].op == .rt(.obj_call_method)
    var choice = isLookup ? nil : operands[0].value.flatMap { methodChoices[$0] }
    let matches: [BlockID]
    if isLookup {
      let blocks = callees.map { _ in out.addBlock() }
      let caches = testShapes(receiver, operands[1], callees) { builder, index in builder.out.makeTarget(blocks[index])
      }
      matches = blocks
      choice = MethodChoice(number: i64(0), other: absent, caches: caches)
    } else if let choice {
      matches = choose(choice, callees.count)
    } else {
      matches = compare(word(operands[0]), receiver, callees)
    }
    let last = block
    for (index, (callee, start)) in zip(callees, matches).enumerated() {
      enter(start, saved)
      let result = methodResult(id, callee, number) { builder in
        guard let choice else { return builder.word(operands[0]) }
        let found = builder.i64(Int64(index))
        return builder.emit(.rt(.method_word), [found, builder.absent, choice.caches])
      }
      out.append(block, .br, targets: [out.makeTarget(join, [result])], location: location)
    }
    enter(last, saved)
    let result = otherCall(id, isLookup ? nil : choice, operands)
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
    enter(join, saved)
    if let number { finish(id, .machine(number, joined)) } else { finishWord(id, joined) }
  }

  /// The generic call, of what was looked up by `choice` or before.
  private mutating func otherCall(_ id: InstID, _ choice: MethodChoice?, _ operands: [Operand]) -> Operand {
    guard case .rt(let row) = source[id].op, let places = MethodOperands(source, id) else {
      preconditionFailure("the call of a method")
    }
    var words: [Operand] = []
    for (index, operand) in operands.enumerated() {
      if index == 0, let choice {
        words.append(emit(.cast, [choice.other], type: .obj))
      } else {
        words.append(index == places.arguments - 1 ? operand : word(operand))
      }
    }
    return wordCall(id, .rt(row), words)
  }

  /// The blocks of the methods, by the number that the lookup gave; continues where it is another one.
  private mutating func choose(_ choice: MethodChoice, _ count: Int) -> [BlockID] {
    let blocks = (0..<count).map { _ in out.addBlock() }
    let other = out.addBlock()
    let cases = (0..<count).map { i64(Int64($0)) }
    let targets = (blocks + [other]).map { out.makeTarget($0) }
    out.append(block, .switchInt, [choice.number] + cases, targets: targets, location: location)
    block = other
    return blocks
  }

  /// The blocks of the methods, by comparing what was found; continues where it is another one.
  private mutating func compare(_ method: Operand, _ receiver: Operand, _ callees: [FunctionID]) -> [BlockID] {
    callees.map { callee in
      let matches = out.addBlock()
      let other = out.addBlock()
      out.append(
        block, .guard(.method), [method, receiver, module.operand(.code(callee))],
        targets: [out.makeTarget(matches), out.makeTarget(other)], location: location)
      block = other
      return matches
    }
  }

  /// The direct call of one method, as a machine value or a word; `method` makes the function object.
  private mutating func methodResult(
    _ id: InstID, _ callee: FunctionID, _ number: ValueKind?, method: (inout TypedBuilder) -> Operand
  ) -> Operand {
    let arguments = inference.methodArguments(id)
    guard inference.acceptsMethod(callee, id), let version = versions[callee],
      let target = inference.program.functions[callee]
    else {
      let function = method(&self)
      return wordCall(id, .call(callee), [function] + arguments.map { word($0) })
    }
    var operands = TypedBuilder.takesFunction(target.split) ? [method(&self)] : []
    for (argument, wanted) in zip(arguments, target.signature.dropFirst()) {
      operands.append(wanted.isNumber ? asNumber(argument, wanted) : word(argument))
    }
    let kind = inference.program.returnKind(callee)
    guard kind.isNumber else { return wordCall(id, .call(version), operands) }
    let machine = machineCall(id, version, operands, kind)
    return number == nil ? makeWord(.machine(kind, machine), nil) : machine
  }

  // MARK: classes

  /// (class, arguments…)
  mutating func construct(_ id: InstID, _ initializer: FunctionID, _ operands: [Operand]) {
    let target = inference.program.functions[initializer]
    let made = word(operands[0])
    let saved = boxes
    let join = out.addBlock()
    let joined = Operand(out.addParameter(join, .obj))
    let plain = out.addBlock()
    let other = out.addBlock()
    let isPlain = emit(.rt(.makes_instance), [made, module.newCache(), module.operand(.code(initializer))])
    out.append(
      block, .cond, [isPlain], targets: [out.makeTarget(plain), out.makeTarget(other)], location: location)
    enter(plain, saved)
    // All that may leave comes before anything is made.
    let wanted = target.map { Array($0.signature.dropFirst(2)) } ?? operands.dropFirst().map { _ in .word }
    let arguments = zip(operands.dropFirst(), wanted).map { argument, wanted in
      wanted.isNumber ? asNumber(argument, wanted) : word(argument)
    }
    let instance = emit(.rt(.instance_new), [made])
    let result: Operand
    if target != nil, let version = versions[initializer] {
      result = wordCall(id, .call(version), [instance] + arguments)
    } else {
      result = wordCall(id, .call(initializer), [none, instance] + arguments)
    }
    statusCall(id, .rt(.init_result), [result])
    out.append(block, .br, targets: [out.makeTarget(join, [instance])], location: location)
    enter(other, saved)
    let called = wordCall(id, .rt(.obj_call), [made] + operands.dropFirst().map { word($0) })
    out.append(block, .br, targets: [out.makeTarget(join, [called])], location: location)
    enter(join, saved)
    finishWord(id, joined)
  }

  // MARK: calls

  /// The word that an instruction gives, from the block that all its ways lead to.
  mutating func finishWord(_ id: InstID, _ word: Operand) {
    if source.targets(id).isEmpty, let value = source[id].result { return keep(value, word, id) }
    finish(id, .word(word))
  }

  /// A call that gives a word, with the op's own way of raising.
  mutating func wordCall(_ id: InstID, _ op: Op, _ operands: [Operand]) -> Operand {
    let targets = Array(source.targets(id))
    guard targets.count > 1 else { return emit(op, operands, type: .obj) }
    let next = out.addBlock()
    let result = Operand(out.addParameter(next, .obj))
    let unwind = edge(targets[1])
    out.append(block, op, operands, targets: [out.makeTarget(next), unwind], location: location)
    block = next
    return result
  }

  /// A row without result, with the op's own way of raising.
  private mutating func statusCall(_ id: InstID, _ op: Op, _ operands: [Operand]) {
    let targets = Array(source.targets(id))
    guard targets.count > 1 else {
      out.append(block, op, operands, location: location)
      return
    }
    let next = out.addBlock()
    let unwind = edge(targets[1])
    out.append(block, op, operands, targets: [out.makeTarget(next), unwind], location: location)
    block = next
  }
}
