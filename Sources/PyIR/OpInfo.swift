// The op table: what every pass and backend may ask about an op. Exhaustive by construction; no pass keeps a list of ops.

/// How an op raises.
public enum OpRaise: Sendable { case never, canRaise, always }

/// How one operand is used.
public enum OperandUse: Sendable { case value, borrow, consume, address }

public enum ResultRule: Sendable {
  case none
  case type(IRType, Ownership)
  /// Same type as operand 0; owned.
  case likeOperand
  /// Given by the instruction (casts) or by the callee's signature.
  case explicit
}

extension Op {
  /// Number of operands; nil: variable.
  public var arity: Int? {
    switch self {
    case .rt(let id), .next(let id):
      let row = RuntimeTable[id]
      return row.isVariadic ? nil : row.operandCount
    case .call, .switchInt: return nil
    case .i64, .i64Compare, .f64, .f64Compare: return 2
    case .i64ToF64, .f64Neg, .boolNot, .boolToI64, .cast, .isAbsent, .tagI64: return 1
    case .closureCell, .endLocal, .yield, .retain, .release, .cond: return 1
    case .genTake, .genLoadRaw, .genState: return 1
    case .genPut, .genStoreRaw, .genSetState: return 2
    case .br, .propagate, .unreachable: return 0
    case .ret: return nil
    case .guard(let kind): return kind.arity
    case .checked(let op): return op == .neg ? 1 : 2
    }
  }

  /// Can never be without targets.
  public var isTerminator: Bool {
    switch self {
    case .br, .cond, .switchInt, .ret, .propagate, .unreachable, .next, .guard, .checked: true
    case .rt, .call, .i64, .i64Compare, .i64ToF64, .f64, .f64Compare, .f64Neg, .boolNot, .boolToI64, .cast,
      .isAbsent, .tagI64, .closureCell, .endLocal, .yield, .genTake, .genPut, .genLoadRaw, .genStoreRaw,
      .genState, .genSetState, .retain, .release:
      false
    }
  }

  public var resultRule: ResultRule {
    switch self {
    case .rt(let id): return RuntimeTable[id].result.rule
    case .call: return .explicit
    case .i64: return .type(.i64, .none)
    case .i64Compare, .f64Compare, .boolNot, .isAbsent: return .type(.bool, .none)
    case .i64ToF64, .f64, .f64Neg: return .type(.f64, .none)
    case .boolToI64, .genState: return .type(.i64, .none)
    case .genLoadRaw, .cast: return .explicit
    case .tagI64: return .type(.int, .borrowed)
    case .closureCell: return .type(.cell, .borrowed)
    case .yield: return .type(.obj, .owned)
    case .genTake: return .type(.maybe, .owned)
    case .retain: return .likeOperand
    case .endLocal, .genPut, .genStoreRaw, .genSetState, .release, .br, .cond, .switchInt, .ret, .propagate,
      .unreachable, .next, .guard, .checked:
      return .none
    }
  }

  /// Whether the pending exception may be set when this op is done. `call` depends on the callee and is answered
  /// here conservatively.
  public var raises: OpRaise {
    switch self {
    case .rt(let id), .next(let id):
      switch RuntimeTable[id].raises {
      case .never: return .never
      case .always: return .always
      case .null, .status, .tri, .pair: return .canRaise
      }
    case .call, .yield: return .canRaise
    case .propagate: return .always
    case .i64, .i64Compare, .i64ToF64, .f64, .f64Compare, .f64Neg, .boolNot, .boolToI64, .cast, .isAbsent, .tagI64,
      .closureCell, .endLocal, .genTake, .genPut, .genLoadRaw, .genStoreRaw, .genState, .genSetState, .retain,
      .release, .br, .cond, .switchInt, .ret, .unreachable, .guard, .checked:
      return .never
    }
  }

  public var effects: Effects {
    switch self {
    case .rt(let id), .next(let id): RuntimeTable[id].effects
    case .call, .yield: .python
    case .release: [.reads, .writes, .runsPython]
    case .retain, .genTake, .genPut, .genStoreRaw, .genSetState: [.writes]
    case .closureCell, .genLoadRaw, .genState: [.reads]
    case .guard(let kind): kind.readsMemory ? [.reads] : []
    case .i64, .i64Compare, .i64ToF64, .f64, .f64Compare, .f64Neg, .boolNot, .boolToI64, .cast, .isAbsent, .tagI64,
      .endLocal, .br, .cond, .switchInt, .ret, .propagate, .unreachable, .checked:
      []
    }
  }

  /// Stages in which the op may stand.
  public func isLegal(in stage: Stage) -> Bool {
    switch self {
    case .retain, .release: stage == .owned
    case .endLocal, .yield: stage < .owned
    // Python itself knows unbound locals; the other guards are assumptions.
    case .guard(let kind): kind == .bound || stage >= .typed
    case .checked, .i64, .i64ToF64, .f64, .f64Compare, .f64Neg, .tagI64, .boolToI64: stage >= .typed
    case .rt, .call, .i64Compare, .boolNot, .cast, .isAbsent, .closureCell, .genTake, .genPut, .genLoadRaw,
      .genStoreRaw, .genState, .genSetState, .br, .cond, .switchInt, .ret, .propagate, .unreachable, .next:
      true
    }
  }

  /// How operand `index` is used (for `call` see the callee's parameter ownership).
  public func use(ofOperand index: Int) -> OperandUse {
    switch self {
    case .rt(let id), .next(let id): return RuntimeTable[id].use(ofOperand: index)
    case .release, .ret, .yield: return .consume
    case .genPut: return index == 1 ? .consume : .borrow
    case .cast, .retain, .closureCell, .endLocal, .isAbsent, .genTake, .genLoadRaw, .genState: return .borrow
    case .genStoreRaw, .genSetState: return index == 0 ? .borrow : .value
    case .guard(.function): return .address
    case .guard(.exactF64): return .value
    case .guard(.smallInt), .guard(.float), .guard(.bool), .guard(.bound): return .borrow
    case .guard(.itemF64), .guard(.itemI64), .guard(.rowItemF64), .guard(.rowItemI64), .guard(.fieldF64),
      .guard(.fieldI64):
      return index == 0 ? .borrow : .value
    case .guard(.slotF64), .guard(.slotI64): return index == 0 ? .borrow : .address
    case .guard(.method): return index < 2 ? .borrow : .address
    case .call: return .borrow
    case .i64, .i64Compare, .i64ToF64, .f64, .f64Compare, .f64Neg, .boolNot, .boolToI64, .tagI64, .br, .cond,
      .switchInt, .propagate, .unreachable, .checked:
      return .value
    }
  }

  /// Number of leading targets whose first parameter is the op's result, by target index.
  /// A terminator's result is the first parameter of its first target.
  public var resultArrivesInTarget: Bool {
    switch self {
    case .next, .checked, .yield: true
    case .guard(let kind): kind.hasResult
    case .rt(let id):
      switch RuntimeTable[id].result.rule {
      case .none: false
      case .type, .likeOperand, .explicit: true
      }
    case .call: true
    case .i64, .i64Compare, .i64ToF64, .f64, .f64Compare, .f64Neg, .boolNot, .boolToI64, .cast, .isAbsent, .tagI64,
      .closureCell, .endLocal, .genTake, .genPut, .genLoadRaw, .genStoreRaw, .genState, .genSetState,
      .retain, .release, .br, .cond, .switchInt, .ret, .propagate, .unreachable:
      false
    }
  }

  /// Type of the value that arrives in the first target, for terminators other than `call`.
  public var targetResultType: (IRType, Ownership)? {
    switch self {
    case .next, .yield: (.obj, .owned)
    case .checked: (.i64, .none)
    case .guard(.smallInt), .guard(.itemI64), .guard(.rowItemI64), .guard(.slotI64), .guard(.fieldI64): (.i64, .none)
    case .guard(.float), .guard(.exactF64), .guard(.itemF64), .guard(.rowItemF64), .guard(.slotF64), .guard(.fieldF64):
      (.f64, .none)
    case .guard(.bool): (.bool, .none)
    case .guard(.bound): (.obj, .borrowed)
    case .rt(let id):
      if case .type(let type, let ownership) = RuntimeTable[id].result.rule { (type, ownership) } else { nil }
    case .guard(.function), .guard(.method), .call, .i64, .i64Compare, .i64ToF64, .f64, .f64Compare, .f64Neg, .boolNot,
      .boolToI64,
      .cast, .isAbsent, .tagI64, .closureCell, .endLocal, .genTake, .genPut, .genLoadRaw, .genStoreRaw,
      .genState, .genSetState, .retain, .release, .br, .cond, .switchInt, .ret, .propagate, .unreachable:
      nil
    }
  }

  /// The text form's first word.
  public var mnemonic: String {
    switch self {
    case .rt(let id): "rt \(RuntimeTable[id].name)"
    case .call: "call"
    case .i64(let op): "i64.\(op)"
    case .i64Compare(let op): "i64.\(op)"
    case .i64ToF64: "i64.to_f64"
    case .f64(let op): "f64.\(op)"
    case .f64Compare(let op): "f64.\(op)"
    case .f64Neg: "f64.neg"
    case .boolNot: "bool.not"
    case .boolToI64: "bool.to_i64"
    case .cast: "cast"
    case .isAbsent: "is_absent"
    case .tagI64: "i64.tag"
    case .closureCell: "closure_cell"
    case .endLocal: "end_local"
    case .yield: "yield"
    case .genTake: "gen.take"
    case .genPut: "gen.put"
    case .genLoadRaw: "gen.load_raw"
    case .genStoreRaw: "gen.store_raw"
    case .genState: "gen.state"
    case .genSetState: "gen.set_state"
    case .retain: "retain"
    case .release: "release"
    case .br: "br"
    case .cond: "cond"
    case .switchInt: "switch"
    case .ret: "ret"
    case .propagate: "propagate"
    case .unreachable: "unreachable"
    case .next(let id): "next \(RuntimeTable[id].name)"
    case .guard(let kind): "guard \(kind)"
    case .checked(let op): "i64.\(op).ovf"
    }
  }
}

extension Guard {
  var arity: Int {
    switch self {
    case .smallInt, .float, .bool, .bound, .exactF64: 1
    case .function, .itemF64, .itemI64, .slotF64, .slotI64, .fieldF64, .fieldI64: 2
    case .method, .rowItemF64, .rowItemI64: 3
    }
  }

  var readsMemory: Bool {
    switch self {
    case .smallInt, .float, .bool, .bound, .exactF64: false
    case .function, .itemF64, .itemI64, .rowItemF64, .rowItemI64, .slotF64, .slotI64, .fieldF64, .fieldI64, .method:
      true
    }
  }

  var hasResult: Bool {
    switch self {
    case .function, .method: false
    case .smallInt, .float, .bool, .bound, .exactF64, .itemF64, .itemI64, .rowItemF64, .rowItemI64, .slotF64, .slotI64,
      .fieldF64, .fieldI64:
      true
    }
  }
}

extension RuntimeResult {
  public var rule: ResultRule {
    switch self {
    case .none: .none
    case .i64: .type(.i64, .none)
    case .f64: .type(.f64, .none)
    case .bool: .type(.bool, .none)
    case .owned, .ownedFresh: .type(.obj, .owned)
    case .ownedInt: .type(.int, .owned)
    case .borrow: .type(.obj, .borrowed)
    case .immortal: .type(.obj, .borrowed)
    case .ownedMaybe: .type(.maybe, .owned)
    }
  }
}

extension RuntimeEntry {
  /// Operands that an instruction has at least; a variadic tail adds any number.
  public var operandCount: Int {
    parameters.count { parameter in
      switch parameter {
      case .locationPointer, .borrowVariadic, .consumeVariadic, .borrowVariadicMaybe: false
      case .borrow, .consume, .consumeUnique, .borrowMaybe, .consumeMaybe, .i64, .f64, .bool, .codePointer,
        .cachePointer, .slotPointer, .modulePointer:
        true
      }
    }
  }

  /// The parameter that operand `index` is passed to.
  public func parameter(ofOperand index: Int) -> RuntimeParameter {
    let fixed = operandCount
    if index < fixed { return parameters[index] }
    return parameters[parameters.count - 1]
  }

  public func use(ofOperand index: Int) -> OperandUse {
    switch parameter(ofOperand: index) {
    case .borrow, .borrowMaybe, .borrowVariadic, .borrowVariadicMaybe: .borrow
    case .consume, .consumeUnique, .consumeMaybe, .consumeVariadic: .consume
    case .i64, .f64, .bool: .value
    case .codePointer, .cachePointer, .slotPointer, .modulePointer, .locationPointer: .address
    }
  }
}
