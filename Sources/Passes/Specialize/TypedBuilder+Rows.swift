// `a[i][j]` read as one: the row is not held, so nothing is counted. Sums between the two reads (`a[i][j - 1]`) are done ahead.
//
//   %row = rt obj_getitem %a, %i          guard rowItemF64 %a, %i, %j then ^found(f64) else ^other
//   %x = rt obj_getitem %row, %j    ⇒     ^other: %row = rt obj_getitem_at %a, %i; …; br ^join(%x)
//                                         ^found(%f): br ^join(%f)
//
// Conditions: the second read alone uses the row; what lies between is arithmetic of machine ints that it alone uses. Where
// any of it is not as expected, all of it is done in order on the other way, so nothing is done twice that can be seen.
import PyIR

/// The second read of a row, and the arithmetic before it.
struct RowRead {
  let read: InstID
  let kind: ValueKind
  let sums: [(id: InstID, op: CheckedOperator)]
}

extension TypedBuilder {
  /// What reads the row that this instruction makes.
  func rowRead(_ id: InstID) -> RowRead? {
    guard let row = source[id].result, let use = onlyUse(row), use.place == .operand(0),
      source[use.instruction].op == .rt(.obj_getitem), inference.plan(use.instruction) == .itemAt,
      let kind = assumedNumber(use.instruction, in: split.place(use.instruction))
    else { return nil }
    var sums: [(id: InstID, op: CheckedOperator)] = []
    var made: Set<ValueID> = []
    var at = id
    while sums.count <= 4 {
      guard let block = continuation(at, in: split.place(at)), split.cfg.predecessors(block).count == 1,
        source[block].parameters.isEmpty, let first = source[block].instructions.first
      else { return nil }
      let isRead = first == use.instruction
      // What stands in front is there before the row is read.
      for operand in source.operands(first).dropFirst(isRead ? 1 : 0) {
        guard inference.kind(operand) == .i64 else { return nil }
        if let value = operand.value, !made.contains(value), values[value.index]?.machine == nil { return nil }
      }
      if isRead { return RowRead(read: first, kind: kind, sums: sums) }
      guard let op = sum(first), let result = source[first].result, onlyUse(result) != nil else { return nil }
      sums.append((first, op))
      made.insert(result)
      at = first
    }
    return nil
  }

  private func sum(_ id: InstID) -> CheckedOperator? {
    switch inference.plan(id) {
    case .i64(.add): .add
    case .i64(.sub): .sub
    case .i64(.mul): .mul
    default: nil
    }
  }

  private func onlyUse(_ value: ValueID) -> Uses.Use? {
    let uses = split.uses[value]
    return uses.count == 1 ? uses.first : nil
  }

  /// Looks for the number; continues where it is not found so.
  mutating func readThroughRow(_ read: RowRead, _ operands: [Operand]) {
    let list = word(operands[0])
    let index = machine(operands[1])
    let saved = boxes
    let other = out.addBlock()
    var sums: [ValueID: Operand] = [:]
    for (id, op) in read.sums {
      let a = number(source.operand(id, 0), sums)
      let b = number(source.operand(id, 1), sums)
      let result = branchWithResult(.checked(op), [a, b], .i64, otherwise: other)
      if let value = source[id].result { sums[value] = result }
    }
    let second = number(source.operand(read.read, 1), sums)
    let check: Guard = read.kind == .f64 ? .rowItemF64 : .rowItemI64
    let type = read.kind.machineType ?? .i64
    let found = branchWithResult(.guard(check), [list, index, second], type, otherwise: other)
    rowReads[read.read] = (block, found)
    enter(other, saved)
  }

  private mutating func number(_ operand: Operand, _ sums: [ValueID: Operand]) -> Operand {
    operand.value.flatMap { sums[$0] } ?? machine(operand)
  }
}
