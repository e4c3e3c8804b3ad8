// A function in SSA form with block parameters, in flat arrays. Instructions never move in `instructions`; a block is
// the list of its instruction ids, so rewriting is list editing.

/// An edge: a block and the operands for its parameters.
public struct Target: Hashable, Sendable {
  public var block: BlockID
  /// Range in the function's operand pool.
  @usableFromInline var argumentStart: UInt32
  @usableFromInline var argumentCount: UInt32
}

public struct Instruction: Sendable {
  public var op: Op
  @usableFromInline var operandStart: UInt32
  @usableFromInline var operandCount: UInt32
  @usableFromInline var targetStart: UInt32
  @usableFromInline var targetCount: UInt16
  /// The result, if the op has one that does not arrive in a target.
  public var result: ValueID?
  public var location: LocationID

  public var hasTargets: Bool { targetCount > 0 }
  public var isTerminator: Bool { op.isTerminator || targetCount > 0 }
}

public enum ValueDefinition: Sendable, Hashable {
  case instruction(InstID)
  case parameter(BlockID, Int)
}

public struct ValueInfo: Sendable {
  public var type: IRType
  public var ownership: Ownership
  public var definition: ValueDefinition
}

public struct Block: Sendable {
  public var parameters: [ValueID] = []
  public var instructions: [InstID] = []
}

/// What CPython keeps in a code object, for functions that Python can see.
public struct CodeInfo: Sendable, Hashable {
  public var name: String
  public var qualname: String
  /// Parameter names (positional-only, positional, keyword-only, `*args`, `**kwargs`), then the other locals.
  public var variableNames: [String] = []
  public var freeNames: [String] = []
  /// Variables that inner functions see (`co_cellvars`).
  public var cellNames: [String] = []
  public var positionalOnly = 0
  /// Including positional-only ones.
  public var positional = 0
  public var keywordOnly = 0
  public var hasVarArgs = false
  public var hasVarKeywords = false
  public var isGenerator = false
  public var isCoroutine = false
  public var isAsyncGenerator = false
  public var needsClassCell = false
  public var isModule = false
  public var isClassBody = false
  public var isLambda = false
  public var isNested = false
  public var firstLine = 1
  public var doc: ConstantID?
  /// Annotated class names of parameters by position (hints for specialisation), nil where there is none.
  public var parameterHints: [String?] = []
  public var returnHint: String?

  public init(name: String, qualname: String) {
    self.name = name
    self.qualname = qualname
  }

  public var parameterCount: Int {
    positional + keywordOnly + (hasVarArgs ? 1 : 0) + (hasVarKeywords ? 1 : 0)
  }
}

/// The part that a function plays.
public enum FunctionRole: UInt8, Sendable, Hashable, CaseIterable {
  /// Entered with any objects; operand 0 of the entry block is the function object.
  case generic
  /// A typed version of a generic function, entered after its assumptions were checked.
  case typed
  /// Continues a generic function in the middle: parameter 0 is the entry number.
  case twin
  /// Continues a generator's frame: parameters are the frame and the sent value.
  case resume
}

public struct Function: Sendable {
  /// Unique in the module: `module.qualname` plus a suffix where needed.
  public var name: String
  public var role: FunctionRole = .generic
  public var returnType: IRType = .obj
  public var code: CodeInfo?
  public var pythonModule = PythonModuleID(0)
  /// Functions that this one was derived from (typed, twin, resume) or nil.
  public var origin: FunctionID?
  /// The generator's resume function.
  public var resumeFunction: FunctionID?
  /// Frame slots of a generator, set by generator-split.
  public var frameObjectSlots = 0
  public var frameRawSlots = 0
  /// May leave with a pending exception.
  public var raises = true
  /// Compiled for speed: rows with a fast path have it in place.
  public var usesFastPaths = false
  /// Set with stage `owned`: new results then get the ownership that their op's rule gives, else `none`.
  public var hasOwnership = false

  public private(set) var values: [ValueInfo] = []
  public private(set) var instructions: [Instruction] = []
  public var blocks: [Block] = []
  @usableFromInline var operandPool: [Operand] = []
  @usableFromInline var targetPool: [Target] = []

  public init(name: String) { self.name = name }

  public static let entry = BlockID(0)
  public var parameters: [ValueID] { blocks.isEmpty ? [] : blocks[0].parameters }

  // MARK: reading

  public subscript(id: InstID) -> Instruction {
    @inlinable _read { yield instructions[id.index] }
    _modify { yield &instructions[id.index] }
  }
  // In place: a copy would make each edit of a block cost the block's length.
  public subscript(id: BlockID) -> Block {
    @inlinable _read { yield blocks[id.index] }
    @inlinable _modify { yield &blocks[id.index] }
  }
  public subscript(id: ValueID) -> ValueInfo {
    @inlinable _read { yield values[id.index] }
    _modify { yield &values[id.index] }
  }
  public var blockIDs: some Sequence<BlockID> { (0..<blocks.count).lazy.map { BlockID($0) } }

  // A slice keeps its pool alive: while one is held, writing to the function copies the pool. Loops that write read single
  // operands, targets and arguments instead.
  @inlinable public func operands(_ id: InstID) -> ArraySlice<Operand> {
    let inst = instructions[id.index]
    let start = Int(inst.operandStart)
    return operandPool[start..<start + Int(inst.operandCount)]
  }
  @inlinable public func targets(_ id: InstID) -> ArraySlice<Target> {
    let inst = instructions[id.index]
    let start = Int(inst.targetStart)
    return targetPool[start..<start + Int(inst.targetCount)]
  }
  @inlinable public func arguments(_ target: Target) -> ArraySlice<Operand> {
    let start = Int(target.argumentStart)
    return operandPool[start..<start + Int(target.argumentCount)]
  }
  public func operandCount(_ id: InstID) -> Int { Int(instructions[id.index].operandCount) }
  public func targetCount(_ id: InstID) -> Int { Int(instructions[id.index].targetCount) }
  public func operand(_ id: InstID, _ index: Int) -> Operand {
    precondition(index < Int(instructions[id.index].operandCount), "no such operand")
    return operandPool[Int(instructions[id.index].operandStart) + index]
  }
  public func target(_ id: InstID, _ index: Int) -> Target {
    precondition(index < Int(instructions[id.index].targetCount), "no such target")
    return targetPool[Int(instructions[id.index].targetStart) + index]
  }
  public func argumentCount(_ target: Target) -> Int { Int(target.argumentCount) }
  public func argument(_ target: Target, _ index: Int) -> Operand {
    precondition(index < Int(target.argumentCount), "no such argument")
    return operandPool[Int(target.argumentStart) + index]
  }
  public func terminator(_ block: BlockID) -> InstID? {
    guard let last = blocks[block.index].instructions.last, instructions[last.index].isTerminator else { return nil }
    return last
  }
  public func successors(_ block: BlockID) -> ArraySlice<Target> {
    guard let last = terminator(block) else { return [] }
    return targets(last)
  }

  // MARK: writing

  public mutating func addBlock() -> BlockID {
    blocks.append(Block())
    return BlockID(blocks.count - 1)
  }

  @discardableResult
  public mutating func addParameter(_ block: BlockID, _ type: IRType, _ ownership: Ownership = .none) -> ValueID {
    let id = ValueID(values.count)
    let index = blocks[block.index].parameters.count
    values.append(ValueInfo(type: type, ownership: ownership, definition: .parameter(block, index)))
    blocks[block.index].parameters.append(id)
    return id
  }

  /// Rewrites the parameter list of a block; the values keep their ids, their definitions are renumbered.
  public mutating func setParameters(_ block: BlockID, _ parameters: [ValueID]) {
    blocks[block.index].parameters = parameters
    for (index, value) in parameters.enumerated() { values[value.index].definition = .parameter(block, index) }
  }

  public mutating func makeTarget(_ block: BlockID, _ arguments: [Operand] = []) -> Target {
    let start = UInt32(operandPool.count)
    operandPool.append(contentsOf: arguments)
    return Target(block: block, argumentStart: start, argumentCount: UInt32(arguments.count))
  }

  /// Makes an instruction without placing it in a block. `resultType` is needed where the op's rule is explicit.
  public mutating func makeInstruction(
    _ op: Op, _ operands: some Collection<Operand>, targets: [Target] = [], type: IRType? = nil,
    ownership: Ownership? = nil, location: LocationID
  ) -> InstID {
    let id = InstID(instructions.count)
    let start = UInt32(operandPool.count)
    operandPool.append(contentsOf: operands)
    let targetStart = UInt32(targetPool.count)
    targetPool.append(contentsOf: targets)
    var inst = Instruction(
      op: op, operandStart: start, operandCount: UInt32(operands.count), targetStart: targetStart,
      targetCount: UInt16(targets.count), result: nil, location: location)
    if targets.isEmpty, let (type, ownership) = resultType(op, operands, type, ownership) {
      inst.result = ValueID(values.count)
      values.append(ValueInfo(type: type, ownership: ownership, definition: .instruction(id)))
    }
    instructions.append(inst)
    return id
  }

  /// Appends to a block; returns the result value if the op has one.
  @discardableResult
  public mutating func append(
    _ block: BlockID, _ op: Op, _ operands: [Operand] = [], targets: [Target] = [], type: IRType? = nil,
    ownership: Ownership? = nil, location: LocationID
  ) -> ValueID? {
    let id = makeInstruction(
      op, operands, targets: targets, type: type, ownership: ownership, location: location)
    blocks[block.index].instructions.append(id)
    return instructions[id.index].result
  }

  private func resultType(
    _ op: Op, _ operands: some Collection<Operand>, _ type: IRType?, _ ownership: Ownership?
  ) -> (IRType, Ownership)? {
    switch op.resultRule {
    case .none: return nil
    case .type(let t, let o): return (type ?? t, ownership ?? (hasOwnership ? o : .none))
    case .likeOperand:
      guard let value = operands.first?.value else { return (type ?? .obj, ownership ?? .owned) }
      return (type ?? values[value.index].type, ownership ?? .owned)
    case .explicit:
      guard let type else { return nil }
      return (type, ownership ?? .none)
    }
  }

  public mutating func setOperand(_ id: InstID, _ index: Int, _ operand: Operand) {
    operandPool[Int(instructions[id.index].operandStart) + index] = operand
  }
  public mutating func setOperands(_ id: InstID, _ operands: [Operand]) {
    instructions[id.index].operandStart = UInt32(operandPool.count)
    instructions[id.index].operandCount = UInt32(operands.count)
    operandPool.append(contentsOf: operands)
  }
  public mutating func setTargets(_ id: InstID, _ targets: [Target]) {
    instructions[id.index].targetStart = UInt32(targetPool.count)
    instructions[id.index].targetCount = UInt16(targets.count)
    targetPool.append(contentsOf: targets)
  }
  public mutating func setTarget(_ id: InstID, _ index: Int, _ target: Target) {
    targetPool[Int(instructions[id.index].targetStart) + index] = target
  }
  /// One more argument for an edge. Its arguments move to the end of the pool unless they stand there.
  public mutating func appendArgument(_ id: InstID, target: Int, _ operand: Operand) {
    let position = Int(instructions[id.index].targetStart) + target
    let start = Int(targetPool[position].argumentStart)
    let count = Int(targetPool[position].argumentCount)
    if start + count != operandPool.count {
      targetPool[position].argumentStart = UInt32(operandPool.count)
      for index in start..<start + count { operandPool.append(operandPool[index]) }
    }
    operandPool.append(operand)
    targetPool[position].argumentCount = UInt32(count + 1)
  }
  /// Removes arguments of an edge in place; `removed` ascends.
  public mutating func removeArguments(_ id: InstID, target: Int, _ removed: [Int]) {
    let position = Int(instructions[id.index].targetStart) + target
    let start = Int(targetPool[position].argumentStart)
    let count = Int(targetPool[position].argumentCount)
    var kept = start
    var next = 0
    for index in 0..<count {
      if next < removed.count, removed[next] == index {
        next += 1
      } else {
        operandPool[kept] = operandPool[start + index]
        kept += 1
      }
    }
    targetPool[position].argumentCount = UInt32(kept - start)
  }
  public mutating func setArgument(_ id: InstID, target: Int, _ index: Int, _ operand: Operand) {
    let t = targetPool[Int(instructions[id.index].targetStart) + target]
    operandPool[Int(t.argumentStart) + index] = operand
  }

  /// Replaces operands and target arguments everywhere by a map; one linear sweep.
  public mutating func replaceUses(_ map: (Operand) -> Operand) {
    for block in blocks {
      for id in block.instructions {
        let inst = instructions[id.index]
        let start = Int(inst.operandStart)
        for i in start..<start + Int(inst.operandCount) { operandPool[i] = map(operandPool[i]) }
        let targetStart = Int(inst.targetStart)
        for t in targetStart..<targetStart + Int(inst.targetCount) {
          let first = Int(targetPool[t].argumentStart)
          for i in first..<first + Int(targetPool[t].argumentCount) { operandPool[i] = map(operandPool[i]) }
        }
      }
    }
  }
}
