// One instruction as Zig: an exhaustive switch over `Op`.
import PyIR

extension ZigFunction {
  mutating func operands(_ id: InstID) -> [String] { function.operands(id).map { operand($0) } }

  private mutating func give(_ id: InstID, _ expression: String) {
    guard let result = function[id].result else {
      out.line("\(expression);")
      return
    }
    define(result, expression)
  }

  // MARK: straight-line instructions

  mutating func instruction(_ id: InstID) {
    let a = operands(id)
    switch function[id].op {
    case .rt(let row): give(id, call(row, id, a))
    case .call(let callee):
      out.line("// direct call")
      give(id, "\(self.callee(callee))(\(a.joined(separator: ", ")))")
    case .i64(let op): give(id, i64Expression(op, a))
    case .i64Compare(let op), .f64Compare(let op): give(id, "\(a[0]) \(ZigFunction.comparison(op)) \(a[1])")
    case .i64ToF64: give(id, "@as(f64, @floatFromInt(\(a[0])))")
    case .f64(let op):
      let symbol =
        switch op {
        case .add: "+"
        case .sub: "-"
        case .mul: "*"
        case .div: "/"
        }
      give(id, "\(a[0]) \(symbol) \(a[1])")
    case .f64Neg: give(id, "-\(a[0])")
    case .boolNot: give(id, "!\(a[0])")
    case .boolToI64: give(id, "@as(i64, @intFromBool(\(a[0])))")
    case .cast: give(id, a[0])
    case .isAbsent: give(id, "\(a[0]) == 0")
    case .tagI64: give(id, "rt.makeSmall(\(a[0]))")
    case .closureCell(let index): give(id, "rt.closureCell(\(a[0]), \(index))")
    case .endLocal, .yield: preconditionFailure("not in stage owned")
    case .genTake(let slot): give(id, "rt.genTake(\(a[0]), \(slot))")
    case .genPut(let slot): out.line("rt.genPut(\(a[0]), \(slot), \(a[1]));")
    case .genLoadRaw(let slot):
      guard let result = function[id].result else { return }
      let raw = "rt.genLoadRaw(\(a[0]), \(slot))"
      define(result, function[result].type == .bool ? "\(raw) != 0" : "@bitCast(\(raw))")
    case .genStoreRaw(let slot):
      let type = module.type(of: Array(function.operands(id))[1], in: function)
      let bits = type == .bool ? "@as(u64, @intFromBool(\(a[1])))" : "@as(u64, @bitCast(\(a[1])))"
      out.line("rt.genStoreRaw(\(a[0]), \(slot), \(bits));")
    case .genState: give(id, "rt.genState(\(a[0]))")
    case .genSetState: out.line("rt.genSetState(\(a[0]), \(a[1]));")
    case .retain: give(id, isMaybe(id) ? "rt.retainMaybe(\(a[0]))" : "rt.retain(\(a[0]))")
    case .release: out.line(isMaybe(id) ? "rt.releaseMaybe(\(a[0]));" : "rt.release(\(a[0]));")
    case .br, .cond, .switchInt, .ret, .propagate, .unreachable, .next, .guard, .checked:
      preconditionFailure("a terminator")
    }
  }

  private func isMaybe(_ id: InstID) -> Bool {
    guard let first = function.operands(id).first else { return false }
    return module.type(of: first, in: function) == .maybe
  }

  static func comparison(_ op: CompareOperator) -> String {
    switch op {
    case .lt: "<"
    case .le: "<="
    case .eq: "=="
    case .ne: "!="
    case .gt: ">"
    case .ge: ">="
    }
  }

  private func i64Expression(_ op: I64Operator, _ a: [String]) -> String {
    switch op {
    case .add: "\(a[0]) + \(a[1])"
    case .sub: "\(a[0]) - \(a[1])"
    case .mul: "\(a[0]) * \(a[1])"
    case .floordiv: "rt.floorDiv(\(a[0]), \(a[1]))"
    case .mod: "rt.floorMod(\(a[0]), \(a[1]))"
    case .and: "\(a[0]) & \(a[1])"
    case .or: "\(a[0]) | \(a[1])"
    case .xor: "\(a[0]) ^ \(a[1])"
    case .shl: "\(a[0]) << @intCast(\(a[1]))"
    case .shr: "\(a[0]) >> @intCast(\(a[1]))"
    }
  }

  // MARK: calls of the runtime

  /// The C call of a row, without what becomes of its result.
  mutating func call(_ row: RuntimeID, _ id: InstID, _ a: [String]) -> String {
    let entry = RuntimeTable[row]
    if ZigFunction.notesItsPlace(row) {
      out.line("rt.site(&locations[\(statics.locationIndex(function[id].location))]);")
    }
    if row == .obj_is, function.operands(id).contains(where: isSingleton) { return "(\(a[0]) == \(a[1]))" }
    var name = entry.symbol
    switch entry.inline {
    case .retain, .release, .releaseMaybe, .call: break
    case .fast: if function.usesFastPaths { name = "rt.fast.\(entry.name)" }
    case .short: name = "rt.fast.\(entry.name)"
    case .boxInt: return "rt.boxInt(\(a[0]))"
    case .tagAdd: return "rt.tagAdd(\(a[0]), \(a[1]))"
    case .tagSub: return "rt.tagSub(\(a[0]), \(a[1]))"
    case .tagMul: return "rt.tagMul(\(a[0]), \(a[1]))"
    case .tagCompare:
      usedRows.insert(row)
      let op = ZigFunction.comparison(tagComparison(row))
      return
        "if (\(a[0]) & \(a[1]) & 1 != 0) @as(i64, @bitCast(\(a[0]))) \(op) @as(i64, @bitCast(\(a[1]))) "
        + "else \(entry.symbol)(\(a[0]), \(a[1]))"
    // The copy runs in the frame that has been checked.
    case .checkStack: return isCopy ? "@as(i32, 0)" : "rt.checkStack()"
    case .poll: return "rt.poll()"
    }
    if name == entry.symbol { usedRows.insert(row) }
    var arguments: [String] = []
    var next = 0
    for parameter in entry.parameters {
      switch parameter {
      case .locationPointer: arguments.append("&locations[\(statics.locationIndex(function[id].location))]")
      case .borrowVariadic, .consumeVariadic, .borrowVariadicMaybe:
        let rest = a[next...]
        arguments.append(rest.isEmpty ? "rt.no_words" : "&[_]rt.Word{ \(rest.joined(separator: ", ")) }")
        arguments.append("\(rest.count)")
      case .borrow, .consume, .consumeUnique, .borrowMaybe, .consumeMaybe, .i64, .f64, .bool, .codePointer,
        .cachePointer, .slotPointer, .modulePointer:
        arguments.append(a[next])
        next += 1
      }
    }
    return "\(name)(\(arguments.joined(separator: ", ")))"
  }

  /// Calls of what only the running program knows: a function that asks who called it is called through one of these.
  private static func notesItsPlace(_ row: RuntimeID) -> Bool {
    switch row {
    case .obj_call, .obj_call_kw, .obj_call_method, .obj_call_method_kw, .obj_call_loaded, .obj_call_loaded_kw,
      .obj_call_ex:
      true
    default: false
    }
  }

  /// Nothing but itself is identical to it.
  private func isSingleton(_ operand: Operand) -> Bool {
    switch operand.constant.map({ module[$0] }) {
    case .some(.none), .true, .false, .ellipsis, .notImplemented: true
    default: false
    }
  }

  private func tagComparison(_ row: RuntimeID) -> CompareOperator {
    let name = RuntimeTable[row].name
    return CompareOperator.allCases.first { name == "int_\($0)" } ?? .eq
  }

  // MARK: terminators

  /// Writes a terminator; returns the block that continues at this level, if any.
  mutating func terminator(_ id: InstID) -> BlockID? {
    let inst = function[id]
    let targets = Array(function.targets(id))
    switch inst.op {
    case .br: return follow(targets[0])
    case .cond: return condition(id, targets)
    case .switchInt:
      switchCases(id, targets)
      return nil
    case .ret:
      returnValue(id)
      return nil
    case .propagate:
      out.line("return \(raisedResult);")
      return nil
    case .unreachable:
      out.line("unreachable;")
      return nil
    case .rt(let row): return raisingCall(row, id, targets)
    case .call(let callee): return directCall(callee, id, targets)
    case .next(let row): return nextCall(row, id, targets)
    case .guard(let kind): return guardCheck(kind, id, targets)
    case .checked(let op): return checkedArithmetic(op, id, targets)
    case .i64, .i64Compare, .i64ToF64, .f64, .f64Compare, .f64Neg, .boolNot, .boolToI64, .cast, .isAbsent, .tagI64,
      .closureCell, .endLocal, .yield, .genTake, .genPut, .genLoadRaw, .genStoreRaw, .genState, .genSetState, .retain,
      .release:
      preconditionFailure("\(inst.op) is no terminator")
    }
  }

  private var raisedResult: String {
    switch function.returnType {
    case .i64, .f64: ".{ .value = 0, .raised = 1 }"
    case .bool: "-1"
    default: "0"
    }
  }

  private mutating func returnValue(_ id: InstID) {
    guard let value = operands(id).first else { return out.line("return 0;") }
    switch function.returnType {
    case .i64, .f64: out.line(function.raises ? "return .{ .value = \(value), .raised = 0 };" : "return \(value);")
    case .bool: out.line(function.raises ? "return @intFromBool(\(value));" : "return \(value);")
    default: out.line("return \(value);")
    }
  }

  private mutating func condition(_ id: InstID, _ targets: [Target]) -> BlockID? {
    let value = operands(id)[0]
    // What jumps away is nested, what is written in place follows.
    if isJump(targets[1]) && !isJump(targets[0]) {
      out.open("if (!\(value)) {")
      hint(targets[1], targets[0])
      jump(targets[1])
      out.close()
      return follow(targets[0])
    }
    out.open("if (\(value)) {")
    hint(targets[0], targets[1])
    jump(targets[0])
    out.close()
    return follow(targets[1])
  }

  /// Says which of two ways is taken, where one is not expected.
  private mutating func hint(_ nested: Target, _ other: Target) {
    let (isExpected, otherIs) = (isHot[nested.block.index], isHot[other.block.index])
    if isExpected != otherIs { out.line("@branchHint(.\(isExpected ? "likely" : "unlikely"));") }
  }

  private func isJump(_ target: Target) -> Bool { isLabelBlock(target.block) }

  private mutating func switchCases(_ id: InstID, _ targets: [Target]) {
    let a = operands(id)
    let constants = Array(function.operands(id)).dropFirst()
    out.open("switch (\(a[0])) {")
    for (index, constant) in constants.enumerated() {
      guard let constantID = constant.constant, case .i64(let value) = module[constantID] else {
        preconditionFailure("cases are i64 constants")
      }
      out.open("\(value) => {")
      jump(targets[index])
      out.close("},")
    }
    out.open("else => {")
    jump(targets[targets.count - 1])
    out.close("},")
    out.close()
  }

  /// Nests the way of the exception; the normal way follows.
  private mutating func unwind(if condition: String, _ target: Target) {
    out.open("if (\(condition)) {")
    if !isHot[target.block.index] { out.line("@branchHint(.unlikely);") }
    jump(target)
    out.close()
  }

  private mutating func raisingCall(_ row: RuntimeID, _ id: InstID, _ targets: [Target]) -> BlockID? {
    let expression = call(row, id, operands(id))
    switch RuntimeTable[row].raises {
    case .always:
      out.line("\(expression);")
      return follow(targets[targets.count - 1])
    case .null:
      let result = bind(targets[0], expression)
      unwind(if: "\(result) == 0", targets[1])
      return follow(targets[0], result: result)
    case .status:
      unwind(if: "\(expression) < 0", targets[1])
      return follow(targets[0])
    case .tri:
      let t = temporary()
      out.line("const \(t) = \(expression);")
      unwind(if: "\(t) < 0", targets[1])
      return follow(targets[0], result: "\(t) != 0")
    case .pair:
      let t = temporary()
      out.line("const \(t) = \(expression);")
      unwind(if: "\(t).raised != 0", targets[1])
      return follow(targets[0], result: "\(t).value")
    case .never: preconditionFailure("\(row) does not raise")
    }
  }

  /// A constant that holds a call's result until its parameter is bound.
  private mutating func bind(_ target: Target, _ expression: String) -> String {
    let t = temporary()
    out.line("const \(t): rt.Word = \(expression);")
    return t
  }

  private mutating func directCall(_ callee: FunctionID, _ id: InstID, _ targets: [Target]) -> BlockID? {
    let arguments = operands(id).joined(separator: ", ")
    let expression = "\(self.callee(callee))(\(arguments))"
    let t = temporary()
    out.line("const \(t) = \(expression);")
    switch module[callee].returnType {
    case .i64, .f64:
      unwind(if: "\(t).raised != 0", targets[1])
      return follow(targets[0], result: "\(t).value")
    case .bool:
      unwind(if: "\(t) < 0", targets[1])
      return follow(targets[0], result: "\(t) != 0")
    default:
      unwind(if: "\(t) == 0", targets[1])
      return follow(targets[0], result: t)
    }
  }

  private mutating func nextCall(_ row: RuntimeID, _ id: InstID, _ targets: [Target]) -> BlockID? {
    let result = bind(targets[0], call(row, id, operands(id)))
    usedRows.insert(.exc_pending)
    out.open("if (\(result) == 0) {")
    out.open("if (\(RuntimeTable[.exc_pending].symbol)()) {")
    jump(targets[2])
    out.close()
    jump(targets[1])
    out.close()
    return follow(targets[0], result: result)
  }

  private mutating func guardCheck(_ kind: Guard, _ id: InstID, _ targets: [Target]) -> BlockID? {
    let a = operands(id)
    let failed: String
    var result: String?
    switch kind {
    case .smallInt:
      failed = "!rt.isSmall(\(a[0]))"
      result = "rt.smallValue(\(a[0]))"
    case .float:
      failed = "!rt.isFloat(\(a[0]))"
      result = "rt.floatValue(\(a[0]))"
    case .bool:
      failed = "!rt.isBool(\(a[0]))"
      result = "\(a[0]) == rt.true_()"
    case .function: failed = "!rt.isFunction((\(a[0])).*, \(a[1]))"
    case .bound:
      failed = "\(a[0]) == 0"
      result = a[0]
    case .exactF64:
      failed = "!rt.fitsF64(\(a[0]))"
      result = "@as(f64, @floatFromInt(\(a[0])))"
    case .itemF64, .itemI64, .slotF64, .slotI64, .fieldF64, .fieldI64:
      let t = temporary()
      out.line("const \(t) = rt.fast.\(kind)(\(a[0]), \(a[1]));")
      failed = "\(t) == null"
      result = "\(t).?"
    case .rowItemF64, .rowItemI64:
      let t = temporary()
      out.line("const \(t) = rt.fast.\(kind)(\(a[0]), \(a[1]), \(a[2]));")
      failed = "\(t) == null"
      result = "\(t).?"
    case .method: failed = "!rt.fast.isMethod(\(a[0]), \(a[1]), \(a[2]))"
    }
    unwind(if: failed, targets[1])
    return follow(targets[0], result: result)
  }

  private mutating func checkedArithmetic(_ op: CheckedOperator, _ id: InstID, _ targets: [Target]) -> BlockID? {
    let a = operands(id)
    let t = temporary()
    switch op {
    case .add: out.line("const \(t) = @addWithOverflow(\(a[0]), \(a[1]));")
    case .sub: out.line("const \(t) = @subWithOverflow(\(a[0]), \(a[1]));")
    case .mul: out.line("const \(t) = @mulWithOverflow(\(a[0]), \(a[1]));")
    case .neg: out.line("const \(t) = @subWithOverflow(@as(i64, 0), \(a[0]));")
    case .shl: out.line("const \(t) = rt.shiftLeft(\(a[0]), \(a[1]));")
    }
    unwind(if: "\(t)[1] != 0", targets[1])
    return follow(targets[0], result: "\(t)[0]")
  }
}
