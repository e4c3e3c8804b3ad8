// Parses instructions. The mnemonic alone decides the shape of what follows, as in
// `IRPrinter+Instructions.swift`.

extension IRParser {
  /// Ops whose mnemonic is one word and stands for one `Op` without further immediates.
  private static let plainOps: [String: Op] = {
    var ops: [Op] = [
      .i64ToF64, .f64Neg, .boolNot, .boolToI64, .cast, .isAbsent, .tagI64, .endLocal, .yield,
      .genState, .genSetState,
      .retain, .release, .br, .cond, .switchInt, .ret, .propagate, .unreachable,
    ]
    ops += I64Operator.allCases.map { .i64($0) }
    ops += CompareOperator.allCases.flatMap { [.i64Compare($0), .f64Compare($0)] }
    ops += F64Operator.allCases.map { .f64($0) }
    ops += CheckedOperator.allCases.map { .checked($0) }
    return Dictionary(uniqueKeysWithValues: ops.map { ($0.mnemonic, $0) })
  }()

  private static let guards: [String: Guard] = Dictionary(
    uniqueKeysWithValues: Guard.allCases.map { ("\($0)", $0) })

  mutating func parseInstruction(_ block: BlockID) throws(IRParseError) {
    var resultToken: Int?
    if token.kind == .value {
      resultToken = cursor
      advance()
      try expect(.equals, "'='")
    }
    let isTry = accept("try")
    let start = cursor
    let op = try parseOp()
    var operands: [Operand] = []
    var targets: [Target] = []
    try parseBody(op, &operands, &targets)
    if isTry, targets.isEmpty { throw error("'try' needs targets", at: start) }
    var type: IRType?
    var ownership = Ownership.none
    if accept(.colon) {
      let owned = try parseOwnedType()
      type = owned.0
      ownership = owned.1
    }
    let id = try make(op, operands, targets, type, ownership, resultToken, start)
    try parseLocation(id)
    function[block].instructions.append(id)
    guard token.startsLine || token.kind == .rightBrace else {
      throw error("expected the end of the line")
    }
  }

  /// Makes the instruction and checks that the text names a result exactly if there is one.
  private mutating func make(
    _ op: Op, _ operands: [Operand], _ targets: [Target], _ type: IRType?, _ ownership: Ownership,
    _ resultToken: Int?, _ start: Int
  ) throws(IRParseError) -> InstID {
    if let resultToken, type == nil {
      switch op.resultRule {
      case .explicit, .likeOperand:
        throw error("the result of '\(op.mnemonic)' needs a type", at: resultToken)
      case .none, .type: break
      }
    }
    if resultToken == nil, type != nil { throw error("a type without a result", at: start) }
    let id = function.makeInstruction(
      op, operands, targets: targets, type: type, ownership: type == nil ? nil : ownership,
      location: .unknown)
    let hasResult = function[id].result != nil
    if hasResult != (resultToken != nil) {
      let message =
        hasResult ? "'\(op.mnemonic)' has a result" : "'\(op.mnemonic)' has no result here"
      throw error(message, at: resultToken ?? start)
    }
    return id
  }

  // MARK: ops

  private mutating func parseOp() throws(IRParseError) -> Op {
    guard token.kind == .word else { throw error("expected an instruction") }
    if accept("rt") { return .rt(try parseRowName()) }
    if accept("call") { return .call(try parseFunctionName()) }
    if accept("next") { return .next(try parseRowName()) }
    if accept("guard") {
      guard token.kind == .word, let kind = IRParser.guards[try text(token)] else {
        throw error("unknown guard")
      }
      advance()
      return .guard(kind)
    }
    if accept("closure_cell") { return .closureCell(try parseNumber(UInt32.self)) }
    if accept("gen.take") { return .genTake(try parseNumber(UInt32.self)) }
    if accept("gen.put") { return .genPut(try parseNumber(UInt32.self)) }
    if accept("gen.load_raw") { return .genLoadRaw(try parseNumber(UInt32.self)) }
    if accept("gen.store_raw") { return .genStoreRaw(try parseNumber(UInt32.self)) }
    guard let op = IRParser.plainOps[try text(token)] else {
      throw error("unknown op '\(try text(token))'")
    }
    advance()
    return op
  }

  private mutating func parseRowName() throws(IRParseError) -> RuntimeID {
    guard token.kind == .word, let id = RuntimeTable.id(named: try text(token)) else {
      throw error("no such row in the runtime table")
    }
    advance()
    return id
  }

  private mutating func parseBody(
    _ op: Op, _ operands: inout [Operand], _ targets: inout [Target]
  ) throws(IRParseError) {
    if case .call = op {
      try expect(.leftParen, "'('")
      while !accept(.rightParen) {
        if !operands.isEmpty { try expect(.comma, "','") }
        operands.append(try parseOperand())
      }
    } else if op == .switchInt {
      return try parseSwitch(&operands, &targets)
    } else {
      try parseOperandList(&operands)
    }
    try parseTargets(&targets)
  }

  /// Operands up to the end of the line, a target or a word that introduces one.
  private mutating func parseOperandList(_ operands: inout [Operand]) throws(IRParseError) {
    guard startsOperand else { return }
    operands.append(try parseOperand())
    while token.kind == .comma, tokens[cursor + 1].kind != .block {
      advance()
      operands.append(try parseOperand())
    }
  }

  private var startsOperand: Bool {
    guard !token.startsLine else { return false }
    switch token.kind {
    case .value, .integer, .decimal: return true
    case .word: return !isTargetWord
    case .string, .block, .symbol, .className, .hash, .arrow, .colon, .comma, .equals, .minus,
      .plus, .ampersand,
      .leftParen, .rightParen, .leftBracket, .rightBracket, .leftBrace, .rightBrace, .end:
      return false
    }
  }

  private var isTargetWord: Bool {
    isWord("then") || isWord("else") || isWord("unwind") || isWord("end")
  }

  private mutating func parseTargets(_ targets: inout [Target]) throws(IRParseError) {
    while !token.startsLine {
      if token.kind == .block, targets.isEmpty {
        targets.append(try parseTarget())
      } else if token.kind == .comma || isTargetWord {
        advance()
        targets.append(try parseTarget())
      } else {
        return
      }
    }
  }

  private mutating func parseSwitch(
    _ operands: inout [Operand], _ targets: inout [Target]
  ) throws(IRParseError) {
    operands.append(try parseOperand())
    try expect(.leftBracket, "'['")
    while !accept(.rightBracket) {
      if !targets.isEmpty { try expect(.comma, "','") }
      operands.append(try parseOperand())
      try expect(.arrow, "'->'")
      targets.append(try parseTarget())
    }
    targets.append(try parseTarget())
  }

  private mutating func parseTarget() throws(IRParseError) -> Target {
    guard token.kind == .block else { throw error("expected '^' and a block") }
    guard let block = blocks[try text(token)] else { throw error("no block ^\(try text(token))") }
    advance()
    var arguments: [Operand] = []
    if token.kind == .leftParen, !token.startsLine {
      advance()
      while !accept(.rightParen) {
        if !arguments.isEmpty { try expect(.comma, "','") }
        arguments.append(try parseOperand())
      }
    }
    return function.makeTarget(block, arguments)
  }

  /// `#line:column` or `#row`
  private mutating func parseLocation(_ id: InstID) throws(IRParseError) {
    guard !token.startsLine, token.kind == .hash else { return }
    let at = cursor
    advance()
    let number = try parseNumber(Int.self)
    guard !token.startsLine, accept(.colon) else {
      pendingRows.append((functionID, id, number, at))
      return
    }
    let column = try parseNumber(UInt32.self)
    guard let line = UInt32(exactly: number) else {
      throw error("the line number is too large", at: at)
    }
    function[id].location = module.location(
      Location(function: functionID, line: line, endLine: line, column: column, endColumn: column))
  }
}
