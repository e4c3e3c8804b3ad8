// Backward: what the uses of a word want it to be. A word that is added to a float, or whose product is, is wanted as a
// float; a word compared with None is left alone. Wishes are only guesses: each becomes a check.
//
//   %x = rt obj_getitem %v, %j          %x: f64, since
//   %y = rt obj_mul %f, %x              %y: f64, since
//   %s2 = rt obj_iadd %s, %y            %s: f64
//
// Order of wishes: none < i64 < f64 < object. An int that meets a float is a float more often than not.
import PyIR

extension ValueKind {
  fileprivate var rank: Int {
    switch self {
    case .bottom: 0
    case .i64: 1
    case .f64: 2
    case .bool, .word, .object, .function, .method, .rangeClass, .rangeObject, .rangeIterator, .idle: 3
    }
  }
}

extension FunctionInference {
  /// Computes the wishes from the kinds; true if they differ from those that the kinds were inferred with.
  func updateDemand() -> Bool {
    let old = demand
    demand = Array(repeating: .bottom, count: split.function.values.count)
    let words = split.function.values.indices.filter { kinds[$0] == .word }.map { ValueID($0) }
    let seeds = phiSeeds()
    for (value, kind) in seeds { demand[value.index] = kind }
    var changed = true
    while changed {
      changed = false
      for value in words.reversed() {
        var wish = seeds[value] ?? .bottom
        for use in split.uses[value] where isReached[use.block.index] {
          let other = self.wish(use, value)
          if other.rank > wish.rank { wish = other }
        }
        if wish.rank > demand[value.index].rank {
          demand[value.index] = wish.rank == 3 ? .word : wish
          changed = true
        }
      }
    }
    return demand != old
  }

  /// A parameter that gets a number on one edge is likely one on the others.
  private func phiSeeds() -> [ValueID: ValueKind] {
    var seeds: [ValueID: ValueKind] = [:]
    let function = split.function
    for block in split.cfg.reversePostOrder where isReached[block.index] {
      for target in function.successors(block) {
        let parameters = function[target.block].parameters.suffix(function.arguments(target).count)
        for (parameter, argument) in zip(parameters, function.arguments(target)) where kinds[parameter.index] == .word {
          let kind = kind(argument)
          guard kind == .i64 || kind == .f64, kind.rank > (seeds[parameter] ?? .bottom).rank else { continue }
          seeds[parameter] = kind
        }
      }
    }
    // What every store in the module that is known gives an attribute of this name.
    for (value, name) in attributeLoads where kinds[value.index] == .word {
      if let kind = program.attributeKinds[name], kind == .i64 || kind == .f64 { seeds[value] = kind }
    }
    return seeds
  }

  /// Adds assumptions for words that are wanted as numbers; true if there is a new one.
  func addAssumptions() -> Bool {
    var isNew = false
    for (index, wish) in demand.enumerated() where wish == .i64 || wish == .f64 {
      let value = ValueID(index)
      guard kinds[index] == .word, assumptions[value] == nil, split.isAssumable(value) else { continue }
      assumptions[value] = wish
      isNew = true
    }
    for (index, parameter) in split.function.parameters.enumerated().dropFirst() where signature[index] == .word {
      let wish = demand[parameter.index]
      guard wish == .i64 || wish == .f64 else { continue }
      signature[index] = wish
      isNew = true
    }
    return isNew
  }

  // MARK: one use

  private func result(_ id: InstID) -> ValueKind {
    let wish = wanted(split.result(id))
    return wish == .word ? .bottom : wish
  }

  private func wish(_ use: Uses.Use, _ value: ValueID) -> ValueKind {
    let function = split.function
    let id = use.instruction
    let position: Int
    switch use.place {
    case .argument(let target, let argument):
      let edge = function.targets(id)[function.targets(id).startIndex + target]
      let parameters = function[edge.block].parameters
      return demand[parameters[parameters.count - function.arguments(edge).count + argument].index]
    case .operand(let index): position = index
    }
    switch function[id].op {
    case .rt(let row): return wish(row, id, position, Array(function.operands(id)))
    case .guard(.bound), .cast: return wanted(split.result(id))
    case .ret:
      let hint = function.code?.returnHint.flatMap { ValueKind(hint: $0) }
      return hint == .i64 || hint == .f64 ? hint ?? .bottom : .bottom
    default: return .bottom
    }
  }

  private func wish(_ row: RuntimeID, _ id: InstID, _ position: Int, _ operands: [Operand]) -> ValueKind {
    if let op = row.binaryOperator { return wish(op, id, operands[1 - position]) }
    if row.compareOperator != nil {
      switch likely(operands[1 - position]) {
      case .i64: return .i64
      case .f64: return .f64
      case .bottom, .bool, .word: return .bottom
      case .object, .function, .method, .rangeClass, .rangeObject, .rangeIterator, .idle: return .word
      }
    }
    switch row {
    case .obj_neg, .obj_pos, .obj_invert: return result(id)
    case .obj_truth, .format_value: return .bottom
    case .obj_call_loaded, .obj_call_method:
      let first = row == .obj_call_loaded ? 4 : 3
      guard position >= first else { return .word }
      var wanted = ValueKind.bottom
      for callee in methodSites[id] ?? [] {
        wanted = wanted.joined(program.parameterKind(callee, position - first + 2))
      }
      return wanted == .i64 || wanted == .f64 ? wanted : .bottom
    case .obj_is: return .word
    case .obj_call:
      guard position > 0 else { return .word }
      if let index = loopOfInstruction[id] { return isActive(index) ? .i64 : .bottom }
      if let site = builtinSites[id] {
        switch site.function {
        case .len, .ord, .isinstance: return .word
        case .min, .max:
          let other = likely(operands[3 - position])
          return other == .i64 || other == .f64 ? other : .bottom
        case .abs: return result(id)
        case .float, .int: return .bottom
        }
      }
      guard case .function(let callee) = kind(operands[0]) else { return .bottom }
      let kind = program.parameterKind(callee, position)
      return kind == .i64 || kind == .f64 ? kind : .bottom
    default: return position == 0 && !row.makesContainer ? .word : .bottom
    }
  }

  private func wish(_ op: BinaryOperator, _ id: InstID, _ other: Operand) -> ValueKind {
    let other = likely(other)
    guard OpPlan.isPossible(other) || other == .bottom else { return .word }
    let isFloat = OpPlan.floatOperators.contains(op)
    let wanted = result(id)
    if other == .f64 || wanted == .f64 || op == .truediv && other.isNumber { return isFloat ? .f64 : .bottom }
    guard OpPlan.intOperators.contains(op) else { return .bottom }
    return other.isNumber || wanted == .i64 ? .i64 : .bottom
  }
}

extension SplitFunction {
  /// Whether a check can stand where the value is made: it is any object, and what follows is the start of a block.
  func isAssumable(_ value: ValueID) -> Bool {
    guard function[value].type == .obj, let producer = producers[value.index] else { return false }
    if case .parameter = function[value].definition { return true }
    if case .next = function[producer].op { return true }
    guard case .rt(let row) = function[producer].op else { return false }
    switch RuntimeTable[row].result {
    case .owned, .ownedFresh, .ownedInt, .borrow, .ownedMaybe: return row != .bool_to_obj
    case .none, .i64, .f64, .bool, .immortal: return false
    }
  }
}
