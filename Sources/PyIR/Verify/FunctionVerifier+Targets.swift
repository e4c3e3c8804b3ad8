// Rules V12 and V13: how many targets an op has, what they pass, and the parameter that takes the
// op's result.

extension FunctionVerifier {
  mutating func checkTargets(_ op: Op, _ inst: InstID) {
    let targets = function.targets(inst)
    guard checkTargetCount(op, targets.count, inst) else { return }
    for (index, target) in targets.enumerated() {
      var parameters = function[target.block].parameters[...]
      if index == 0, op.resultArrivesInTarget {
        guard let first = parameters.popFirst() else {
          fail("V13", "^\(target.block.index) has no parameter for the result", inst)
          continue
        }
        checkArrival(op, function[first], inst)
      }
      let arguments = function.arguments(target)
      guard arguments.count == parameters.count else {
        let message =
          "\(arguments.count) arguments for ^\(target.block.index), which takes \(parameters.count)"
        fail("V13", message, inst)
        continue
      }
      for (argument, parameter) in zip(arguments, parameters) {
        checkNoAddress(argument, index, inst)
        let actual = module.type(of: argument, in: function)
        let wanted = function[parameter].type
        if !module.isAssignable(actual, to: wanted) {
          fail(
            "V13",
            "\(name(actual)) for a parameter of ^\(target.block.index), wanted is \(name(wanted))",
            inst)
        }
      }
    }
  }

  // MARK: V12

  private mutating func checkTargetCount(_ op: Op, _ count: Int, _ inst: InstID) -> Bool {
    let isRight: Bool
    switch op {
    case .rt(let row):
      switch RuntimeTable[row].raises {
      case .never: isRight = count == 0
      case .always: isRight = count == 0 || count == 1
      case .null, .status, .tri, .pair: isRight = count == 0 || count == 2
      }
    case .call, .yield: isRight = count == 0 || count == 2
    case .br: isRight = count == 1
    case .cond, .guard, .checked: isRight = count == 2
    case .next: isRight = count == 2 || count == 3
    case .switchInt: isRight = count == Int(function[inst].operandCount)
    case .i64, .i64Compare, .i64ToF64, .f64, .f64Compare, .f64Neg, .boolNot, .boolToI64, .cast,
      .isAbsent, .tagI64,
      .closureCell, .endLocal, .genTake, .genPut, .genLoadRaw, .genStoreRaw, .genState,
      .genSetState, .retain,
      .release, .ret, .propagate, .unreachable:
      isRight = count == 0
    }
    if !isRight { fail("V12", "\(count) targets", inst) }
    return isRight
  }

  // MARK: V13

  /// The result that arrives in the first target's first parameter.
  private mutating func checkArrival(_ op: Op, _ parameter: ValueInfo, _ inst: InstID) {
    let type: IRType
    let ownership: Ownership
    if case .call(let callee) = op {
      type = module[callee].returnType
      ownership = .owned
      if !module.isAssignable(type, to: parameter.type) {
        return fail("V14", "returns \(name(type)), the parameter is \(name(parameter.type))", inst)
      }
    } else {
      guard let result = op.targetResultType else { return }
      (type, ownership) = result
      if !fits(type, parameter.type) {
        return fail(
          "V13", "the op makes \(name(type)), the parameter is \(name(parameter.type))", inst)
      }
    }
    guard module.stage == .owned, parameter.type.isCounted, parameter.ownership != ownership else {
      return
    }
    fail("V13", "the op's result is \(ownership), the parameter is \(parameter.ownership)", inst)
  }
}
