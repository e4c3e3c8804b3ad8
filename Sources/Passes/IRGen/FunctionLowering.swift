// Lowering of one function body: the current block, emission of instructions, the stack of contexts that exits and
// exceptions run through. The constructs themselves are in the extensions beside this file.
//
// Invariant: an op that may raise, emitted while a context has an unwind block, ends its block with an edge to it; so the
// handler sees each variable as it was at that point.
import Frontend
import PyIR

/// What lies between the running statement and the function's end, innermost last.
enum LoweringContext {
  case loop(breakTarget: BlockID, continueTarget: BlockID)
  /// The body of a try with handlers: exceptions go to the block, other exits pass.
  case protected(unwind: BlockID)
  /// The body of a try with finally: every exit runs the statements.
  case finally(StmtList, unwind: BlockID)
  /// Inside `except`/`finally` with a handled exception; `name` is unbound on every exit.
  case handler(unwind: BlockID, name: NameID?)
  case with(exit: Operand, isAsync: Bool, unwind: BlockID, location: LocationID)

  var unwind: BlockID? {
    switch self {
    case .loop: nil
    case .protected(let block), .finally(_, let block), .handler(let block, _), .with(_, _, let block, _): block
    }
  }
}

/// Which part of a definition a lowering makes the function of.
enum LoweringKind {
  case module
  case function(StmtID)
  case lambda(ExprID)
  case generatorExpression(ExprID)
  case classBody(StmtID)
  case typeParameters(StmtID)
  case expression(ExprID)
}

final class FunctionLowering {
  let unit: ModuleLowering
  let id: FunctionID
  /// The frame's scope.
  let frame: Scope
  /// The scope of the code being lowered: the frame or a comprehension inlined in it.
  var scopeID: ScopeID
  var kind: LoweringKind = .module
  var function: Function
  var ssa: SSAConstruction
  var block: BlockID
  /// Nothing reaches the current block.
  var isDead = false
  var location = LocationID.unknown
  var contexts: [LoweringContext] = []
  /// Operand 0 of a generic function: the function object.
  var functionObject: Operand
  var cells: [Operand] = []
  var freeCells: [Operand] = []
  /// The namespace of a class body.
  var namespace: Operand?

  // Lent, not copied: each is many arrays.
  var ast: AST { _read { yield unit.ast } }
  var symbols: SymbolTable { _read { yield unit.symbols } }

  init(_ unit: ModuleLowering, _ id: FunctionID, _ frame: Scope) {
    self.unit = unit
    self.id = id
    self.frame = frame
    scopeID = frame.id
    function = unit.module[id]
    ssa = SSAConstruction(absent: unit.absent)
    block = function.addBlock()
    functionObject = Operand(function.addParameter(Function.entry, .obj))
    ssa.seal(block, &function)
  }

  /// Puts the finished function into the module.
  func finish() {
    if !isDead { terminate(.unreachable) }
    unit.module[id] = function
  }

  // MARK: blocks

  func newBlock() -> BlockID { function.addBlock() }

  /// Continues at a block whose edges are all known.
  func start(_ target: BlockID) {
    ssa.seal(target, &function)
    enter(target)
  }

  /// Continues at a block that gets more edges later (loop heads); `ssa.seal` it then.
  func enter(_ target: BlockID) {
    block = target
    isDead = !ssa.hasPredecessors(target)
  }

  func seal(_ target: BlockID) { ssa.seal(target, &function) }

  /// Ends the block. What follows is dead until `start` or `enter`.
  func terminate(_ op: Op, _ operands: [Operand] = [], _ targets: [Target] = []) {
    let inst = function.makeInstruction(op, operands, targets: targets, location: location)
    function[block].instructions.append(inst)
    // One by one: a function passed from a class is a copy of it.
    for index in 0..<function.targetCount(inst) {
      ssa.addEdge(from: block, inst, index, to: function.target(inst, index).block)
    }
    block = newBlock()
    ssa.seal(block, &function)
    isDead = true
  }

  func target(_ block: BlockID, _ arguments: [Operand] = []) -> Target { function.makeTarget(block, arguments) }

  func branch(_ to: BlockID, _ arguments: [Operand] = []) { terminate(.br, [], [target(to, arguments)]) }

  func branch(if condition: Operand, _ yes: BlockID, _ no: BlockID) {
    terminate(.cond, [condition], [target(yes), target(no)])
  }

  // MARK: emission

  var unwindTarget: BlockID? {
    for context in contexts.reversed() { if let block = context.unwind { return block } }
    return nil
  }

  /// Emits an op; the result is nil if it has none.
  @discardableResult
  func emitOp(_ op: Op, _ operands: [Operand], type: IRType? = nil) -> Operand? {
    switch op.raises {
    case .never:
      return function.append(block, op, operands, type: type, location: location).map { Operand($0) }
    case .always:
      if let unwind = unwindTarget {
        terminate(op, operands, [target(unwind)])
      } else {
        function.append(block, op, operands, location: location)
        terminate(.unreachable)
      }
      return nil
    case .canRaise:
      guard let unwind = unwindTarget else {
        return function.append(block, op, operands, type: type, location: location).map { Operand($0) }
      }
      let next = newBlock()
      var result: Operand?
      if case .type(let resultType, _) = op.resultRule {
        result = Operand(function.addParameter(next, type ?? resultType))
      }
      terminate(op, operands, [target(next), target(unwind)])
      start(next)
      return result
    }
  }

  /// Emits a row whose result is needed.
  func emit(_ row: RuntimeID, _ operands: [Operand]) -> Operand {
    emitOp(.rt(row), operands) ?? unit.none
  }

  /// Emits a row for its effect.
  func run(_ row: RuntimeID, _ operands: [Operand]) { emitOp(.rt(row), operands) }

  /// Runs `body` with the location of a piece of source.
  @discardableResult
  func at<T>(_ range: SourceRange, _ body: () -> T) -> T {
    let saved = location
    location = unit.location(range, in: id)
    defer { location = saved }
    return body()
  }

  func setLocation(_ range: SourceRange) {
    location = unit.location(range, in: id)
  }

  /// Where CPython says that an attribute is used: its name alone if it stands in a later line than its object begins.
  func attributeRange(_ id: ExprID, _ attr: NameID) -> SourceRange {
    let range = ast.range(of: id)
    guard unit.source.position(of: range.start).line != unit.source.position(of: range.end).line else { return range }
    // CPython counts the name in characters but steps back in bytes.
    let length = UInt32(ast.name(attr).unicodeScalars.count)
    return SourceRange(start: range.end - min(length, range.end), end: range.end)
  }

  // MARK: variables

  func variable(_ slot: Int) -> Variable { Variable(index: slot) }

  func read(_ variable: Variable) -> Operand { ssa.read(variable, block, &function) }
  func write(_ variable: Variable, _ operand: Operand) { ssa.write(variable, block, operand) }

  /// Marks the end of the value that a variable holds.
  func endValue(of variable: Variable) {
    let old = read(variable)
    if old.value != nil { emitOp(.endLocal, [old]) }
  }

  func type(of operand: Operand) -> IRType { unit.module.type(of: operand, in: function) }
}
