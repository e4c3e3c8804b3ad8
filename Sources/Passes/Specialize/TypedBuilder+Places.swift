// Items and attributes. Numbers are read in place where the object is as expected, else by the generic row, whose result is
// checked; only a result that is no such number leaves. Attributes stand in known slots where one test says so.
//
//   %y = rt obj_getattr %v, name "x"      %t = rt has_layout %v, cache 3, tuple (name "x")
//                                 ⇒       cond %t, ^1, ^3
//                                         ^1: guard fieldF64 %v, 0 then ^2(f64) else ^3
//                                         ^3: %w = rt obj_getattr %v, name "x"
//                                             guard float %w then ^4(f64) else ^exit
import PyIR

extension TypedBuilder {
  mutating func itemAt(_ id: InstID, _ operands: [Operand]) {
    guard let assumed = assumedNumber(id) else {
      if let read = rowRead(id) { readThroughRow(read, operands) }
      return cloneRow(id, .obj_getitem_at, operands)
    }
    let list = word(operands[0])
    let index = machine(operands[1])
    let other = out.addBlock()
    let found = branchWithResult(
      .guard(assumed == .f64 ? .itemF64 : .itemI64), [list, index], assumed.machineType ?? .i64, otherwise: other)
    joinNumber(id, assumed, found, other) { $0.emit(.rt(.obj_getitem_at), [list, index]) }
  }

  // MARK: attributes

  /// (object, name, cache)
  mutating func slot(_ id: InstID, _ operands: [Operand]) {
    let object = word(operands[0])
    let row = [object, operands[1], operands[2]]
    let number = inference.fieldSlot(operands[0], operands[1])
    guard let assumed = assumedNumber(id) else {
      guard let number, source[id].result != nil || !source.targets(id).isEmpty else { return clone(id) }
      return wordSlot(id, operands[0], number, row)
    }
    let type = assumed.machineType ?? .i64
    let other = out.addBlock()
    let found: Operand
    if let number {
      whereFieldsAreKnown(operands[0], otherwise: other)
      let check: Guard = assumed == .f64 ? .fieldF64 : .fieldI64
      found = branchWithResult(.guard(check), [object, i64(Int64(number))], type, otherwise: other)
    } else {
      let check: Guard = assumed == .f64 ? .slotF64 : .slotI64
      found = branchWithResult(.guard(check), [object, operands[2]], type, otherwise: other)
    }
    joinNumber(id, assumed, found, other) { $0.emit(.rt(.obj_getattr), row) }
  }

  private mutating func wordSlot(_ id: InstID, _ receiver: Operand, _ number: Int, _ row: [Operand]) {
    let join = out.addBlock()
    let joined = Operand(out.addParameter(join, .obj))
    let other = out.addBlock()
    whereFieldsAreKnown(receiver, otherwise: other)
    let found = emit(.rt(.field_get), [row[0], i64(Int64(number))])
    out.append(block, .br, targets: [out.makeTarget(join, [found])], location: location)
    let saved = boxes
    enter(other, saved)
    let slow = wordCall(id, .rt(.obj_getattr), row)
    out.append(block, .br, targets: [out.makeTarget(join, [slow])], location: location)
    enter(join, saved)
    finishWord(id, joined)
  }

  /// (object, name, value, cache)
  mutating func setSlot(_ id: InstID, _ operands: [Operand], isFloat: Bool) {
    let row: RuntimeID = isFloat ? .obj_setattr_f64 : .obj_setattr
    guard let number = inference.fieldSlot(operands[0], operands[1]) else { return cloneRow(id, row, operands) }
    let object = word(operands[0])
    let value = isFloat ? machine(operands[2]) : word(operands[2])
    let other = out.addBlock()
    let join = out.addBlock()
    whereFieldsAreKnown(operands[0], otherwise: other)
    let place = [object, i64(Int64(number)), value]
    if isFloat {
      let isDone = emit(.rt(.field_set_f64), place)
      out.append(
        block, .cond, [isDone], targets: [out.makeTarget(join), out.makeTarget(other)], location: location)
    } else {
      let isDone = emit(.rt(.field_set_plain), place)
      let again = out.addBlock()
      out.append(
        block, .cond, [isDone], targets: [out.makeTarget(join), out.makeTarget(again)], location: location)
      out.append(again, .rt(.field_set), place, location: location)
      out.append(again, .br, targets: [out.makeTarget(join)], location: location)
    }
    let saved = boxes
    enter(other, saved)
    let all = [object, operands[1], value, operands[3]]
    let targets = Array(source.targets(id))
    let after = targets.isEmpty ? join : out.addBlock()
    if targets.isEmpty {
      out.append(block, .rt(row), all, location: location)
    } else {
      let unwind = edge(targets[1])
      out.append(block, .rt(row), all, targets: [out.makeTarget(after), unwind], location: location)
      block = after
    }
    out.append(block, .br, targets: [out.makeTarget(join)], location: location)
    enter(join, saved)
    if let target = targets.first {
      let taken = edge(target, inPlace: true)
      out.append(block, .br, targets: [taken], location: location)
    }
  }

  /// Continues where the object's attributes stand in the slots that its layout says.
  private mutating func whereFieldsAreKnown(_ receiver: Operand, otherwise other: BlockID) {
    guard let value = receiver.value, let layout = inference.layouts[value] else {
      preconditionFailure("an object with a likely layout")
    }
    let cache = layoutCache(value)
    let names = layout.names.map { name in module.constant(name.map { .name($0) } ?? .none) }
    let fits = emit(.rt(.has_layout), [word(receiver), cache, module.operand(.tuple(names))])
    let known = out.addBlock()
    out.append(
      block, .cond, [fits], targets: [out.makeTarget(known), out.makeTarget(other)], location: location)
    block = known
  }

  // MARK: numbers

  /// What the result is assumed to be, in straight-line code.
  private func assumedNumber(_ id: InstID) -> ValueKind? { assumedNumber(id, in: origin) }

  func assumedNumber(_ id: InstID, in home: BlockID) -> ValueKind? {
    guard source.targets(id).isEmpty, let result = source[id].result, let assumed = inference.assumptions[result],
      inference.kinds[result.index] == assumed, assumed == .f64 || assumed == .i64,
      continuation(id, in: home) != nil
    else { return nil }
    return assumed
  }

  /// Joins the number that was found in place with what `slow` gives in the block `other`.
  private mutating func joinNumber(
    _ id: InstID, _ kind: ValueKind, _ found: Operand, _ other: BlockID, slow: (inout TypedBuilder) -> Operand
  ) {
    guard let result = source[id].result, let next = continuation(id), let type = kind.machineType else {
      preconditionFailure("an assumed result in straight-line code")
    }
    let join = out.addBlock()
    let joined = Operand(out.addParameter(join, type))
    out.append(block, .br, targets: [out.makeTarget(join, [found])], location: location)
    let saved = boxes
    enter(other, saved)
    if let through = rowReads.removeValue(forKey: id) {
      out.append(through.block, .br, targets: [out.makeTarget(join, [through.found])], location: location)
    }
    let word = slow(&self)
    guard let checked = self.check(result, word, enter: next, [result: word]), let machine = checked.machine else {
      preconditionFailure("the result is assumed")
    }
    out.append(block, .br, targets: [out.makeTarget(join, [machine])], location: location)
    enter(join, saved)
    values[result.index] = TypedValue(kind: kind, machine: joined, word: nil, isSmall: kind == .i64)
  }
}
