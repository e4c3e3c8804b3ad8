// Builds the typed version of a function from its split generic form and the inferred kinds: block for block, numbers as
// machine values, everything else as words.
//
//   ^1(%i: obj): %c = rt obj_lt %i, %n        ^1(%i: i64): %c = i64.lt %i, %n
//                %t = rt obj_truth %c    ⇒               cond %c, ^2, ^3
//                cond %t, ^2, ^3              ^2: i64.add.ovf %i, 1 then ^1 else ^9
//   ^2: %j = rt obj_iadd %i, int 1            ^9: the boxed values go to the twin, whose result is returned
//       br ^1(%j)
//
// Invariant: an edge that leaves for the twin carries exactly the values live at the start of a block of the split form,
// and nothing of that block has happened yet.
import PyIR

struct TypedBuilder {
  let inference: FunctionInference
  let split: SplitFunction
  let source: Function
  /// Typed versions by their generic functions.
  let versions: [FunctionID: FunctionID]
  let twin: FunctionID
  let returnKind: ValueKind
  var module: Module
  var out: Function
  /// The running block of the result, and the one of the source that it comes from.
  var block = Function.entry
  var origin = Function.entry
  var location = LocationID.unknown
  private var blockMap: [BlockID?]
  var values: [TypedValue?]
  /// Words made of machine values in code that dominates the running block.
  var boxes: [ValueID: Operand] = [:]
  /// Where the running instruction leaves.
  private var leaving: BlockID?
  private(set) var entries: [TwinEntry] = []
  private var entryNumbers: [BlockID: Int] = [:]
  /// Calls of the twin, whose operands are filled up once the number of its parameters is known.
  private(set) var twinCalls: [InstID] = []
  private var tail: BlockID?
  /// The set of shapes of each value whose attributes have a likely layout.
  private var layoutCaches: [ValueID: Operand] = [:]
  /// Reads of `a[i][j]` whose number was found where `a[i]` is read: the open block and the number, by the second read.
  var rowReads: [InstID: (block: BlockID, found: Operand)] = [:]
  /// Lookups of methods that are decided by shape.
  var methodChoices: [ValueID: MethodChoice] = [:]
  var loopStates: [LoopState?]
  private let functionObject: Operand?
  let none: Operand
  let absent: Operand

  init(
    _ inference: FunctionInference, versions: [FunctionID: FunctionID], id: FunctionID, twin: FunctionID, module: Module
  ) {
    self.inference = inference
    split = inference.split
    source = inference.split.function
    self.versions = versions
    self.twin = twin
    var module = module
    none = module.operand(.none)
    absent = module.operand(.absent)
    self.module = module
    let kind = inference.program.returnKind(inference.id)
    returnKind = kind.isNumber ? kind : .word
    var out = Function(name: module[id].name)
    out.role = .typed
    out.usesFastPaths = true
    out.origin = inference.id
    out.pythonModule = source.pythonModule
    out.returnType = returnKind.machineType ?? .obj
    blockMap = Array(repeating: nil, count: source.blocks.count)
    values = Array(repeating: nil, count: source.values.count)
    loopStates = Array(repeating: nil, count: inference.loops.count)
    _ = out.addBlock()
    blockMap[0] = Function.entry
    let takesFunction = TypedBuilder.takesFunction(split)
    functionObject = takesFunction ? Operand(out.addParameter(Function.entry, .obj)) : nil
    self.out = out
  }

  /// Whether the typed version has the function object as its first parameter: only closures need it.
  static func takesFunction(_ split: SplitFunction) -> Bool { !split.uses[split.function.parameters[0]].isEmpty }

  mutating func run() {
    makeParameters()
    makeBlocks()
    for block in split.cfg.reversePostOrder where inference.isReached[block.index] { build(block) }
  }

  private mutating func makeParameters() {
    if let functionObject { values[source.parameters[0].index] = .word(functionObject) }
    for (parameter, kind) in zip(source.parameters, inference.signature).dropFirst() {
      let operand = Operand(out.addParameter(Function.entry, kind.machineType ?? .obj))
      values[parameter.index] = kind.isNumber ? .machine(kind, operand) : .word(operand)
    }
  }

  // MARK: blocks

  private mutating func makeBlocks() {
    for block in split.cfg.reversePostOrder.dropFirst() where inference.isReached[block.index] {
      let made = out.addBlock()
      blockMap[block.index] = made
      for parameter in source[block].parameters {
        let kind = declaredKind(parameter)
        if kind == .idle { values[parameter.index] = TypedValue(kind: .idle, machine: nil, word: none) }
        if kind.isVirtual { continue }
        let operand = Operand(out.addParameter(made, kind.machineType ?? source[parameter].type))
        values[parameter.index] = kind.isNumber ? .machine(kind, operand) : .word(operand)
      }
      for (index, loop) in inference.loops.enumerated() where loop.head == block && inference.isActive(index) {
        positions[index] = Operand(out.addParameter(made, .i64))
      }
    }
  }
  private var positions: [Int: Operand] = [:]

  /// How a block parameter arrives: an op's result as the op makes it, other values as inferred.
  func declaredKind(_ parameter: ValueID) -> ValueKind {
    guard let producer = split.producers[parameter.index] else { return inference.kinds[parameter.index] }
    return inference.resultKind(inference.plan(producer), producer) ?? .word
  }

  private mutating func build(_ from: BlockID) {
    guard let to = blockMap[from.index] else { return }
    origin = from
    block = to
    boxes = [:]
    location = source[from].instructions.first.map { source[$0].location } ?? .unknown
    for (index, loop) in inference.loops.enumerated() where inference.isActive(index) {
      if loop.head == from { loopStates[index]?.position = positions[index] }
      if loop.body == from, let element = values[loop.element.index]?.machine {
        let after = emit(.i64(.add), [element, i64(loop.step)])
        loopStates[index]?.after = after
      }
    }
    if let first = source[from].parameters.first, from != Function.entry, let value = values[first.index]?.word,
      let checked = check(first, value, enter: from, [first: value])
    {
      values[first.index] = checked
    }
    for inst in source[from].instructions {
      location = source[inst].location
      leaving = nil
      translate(inst)
      if out.terminator(block) != nil { return }
    }
  }

  /// Checks an assumption where the value has just been made; generic code continues at `enter`.
  mutating func check(
    _ value: ValueID, _ word: Operand, enter: BlockID, _ overrides: [ValueID: Operand]
  ) -> TypedValue? {
    guard let assumed = inference.assumptions[value], inference.kinds[value.index] == assumed else { return nil }
    let exit = makeExit(enter, overrides)
    return narrowed(word, to: assumed, otherwise: exit)
  }

  /// A word as a number; what is none takes the exit.
  mutating func narrowed(_ word: Operand, to kind: ValueKind, otherwise exit: BlockID) -> TypedValue {
    let machine = branchWithResult(.guard(kind.check), [word], kind.machineType ?? .i64, otherwise: exit)
    return TypedValue(kind: kind, machine: machine, word: kind == .f64 ? word : nil, isSmall: kind == .i64)
  }

  // MARK: emission

  mutating func i64(_ value: Int64) -> Operand { module.operand(.i64(value)) }

  mutating func emit(_ op: Op, _ operands: [Operand], type: IRType? = nil) -> Operand {
    guard let result = out.append(block, op, operands, type: type, location: location) else {
      preconditionFailure("\(op) has a result")
    }
    return Operand(result)
  }

  /// A terminator with [then(result), otherwise]; continues in `then`.
  mutating func branchWithResult(_ op: Op, _ operands: [Operand], _ type: IRType, otherwise exit: BlockID) -> Operand {
    let next = out.addBlock()
    let result = Operand(out.addParameter(next, type))
    out.append(
      block, op, operands, targets: [out.makeTarget(next), out.makeTarget(exit)], location: location)
    block = next
    return result
  }

  /// Continues where the condition holds, else leaves.
  mutating func require(_ condition: Operand) {
    let exit = leave()
    let next = out.addBlock()
    out.append(
      block, .cond, [condition], targets: [out.makeTarget(next), out.makeTarget(exit)], location: location)
    block = next
  }

  mutating func layoutCache(_ receiver: ValueID) -> Operand {
    if let known = layoutCaches[receiver] { return known }
    let made = module.newCache()
    layoutCaches[receiver] = made
    return made
  }

  /// Continues in another block that a branch of the running instruction leads to; `boxes` hold there.
  mutating func enter(_ other: BlockID, _ boxes: [ValueID: Operand]) {
    block = other
    self.boxes = boxes
    // An exit made on the other branch may use what only exists there.
    leaving = nil
  }

  // MARK: leaving

  /// The block that leaves before the running instruction.
  mutating func leave() -> BlockID {
    if let leaving { return leaving }
    let exit = makeExit(origin, [:])
    leaving = exit
    return exit
  }

  /// A block that hands over to generic code at the start of `point`; overrides are values that have just been made.
  mutating func makeExit(_ point: BlockID, _ overrides: [ValueID: Operand]) -> BlockID {
    let saved = (block, boxes)
    defer { (block, boxes) = saved }
    let exit = out.addBlock()
    block = exit
    leaveHere(point, overrides)
    return exit
  }

  mutating func leaveHere(_ point: BlockID, _ overrides: [ValueID: Operand]) {
    let number = entry(point)
    var operands = [i64(Int64(number)), functionObject ?? none]
    for value in entries[number].live { operands.append(overrides[value] ?? exitWord(value)) }
    let call = out.makeInstruction(.call(twin), operands, type: .obj, location: location)
    out[block].instructions.append(call)
    twinCalls.append(call)
    guard let result = out[call].result else { preconditionFailure("a call has a result") }
    finishWithWord(Operand(result))
  }

  private mutating func entry(_ point: BlockID) -> Int {
    if let number = entryNumbers[point] { return number }
    let function = source.parameters[0]
    let number = entries.count
    entryNumbers[point] = number
    entries.append(TwinEntry(block: point, live: split.live(at: point).filter { $0 != function }))
    return number
  }

  /// Asks for the entry at the function's start, which the generic entry uses.
  mutating func startEntry() -> Int { entry(Function.entry) }

  /// Returns a word from a function with this return kind. What is no such number is set aside for the caller.
  mutating func finishWithWord(_ word: Operand) {
    guard returnKind.isNumber, let type = returnKind.machineType else {
      out.append(block, .ret, [word], location: location)
      return
    }
    if let tail {
      out.append(block, .br, targets: [out.makeTarget(tail, [word])], location: location)
      return
    }
    let tail = out.addBlock()
    self.tail = tail
    let parameter = Operand(out.addParameter(tail, .obj))
    out.append(block, .br, targets: [out.makeTarget(tail, [word])], location: location)
    let fits = out.addBlock()
    let result = Operand(out.addParameter(fits, type))
    out.append(fits, .ret, [result], location: location)
    let other = out.addBlock()
    out.append(other, .rt(.escaped_put), [parameter], location: location)
    out.append(other, .propagate, location: location)
    out.append(
      tail, .guard(returnKind.check), [parameter], targets: [out.makeTarget(fits), out.makeTarget(other)],
      location: location)
  }

  /// Gives the calls of the twin as many operands as it has parameters.
  mutating func fillTwinCalls(_ count: Int) {
    for call in twinCalls {
      let operands = Array(out.operands(call))
      out.setOperands(call, operands + Array(repeating: absent, count: count - operands.count))
    }
  }

  // MARK: edges

  func mapped(_ block: BlockID) -> BlockID {
    guard let to = blockMap[block.index] else { preconditionFailure("an edge to a block that is not reached") }
    return to
  }

  /// The edge of a target of the source. `prefix` are values for its leading parameters; `arrives` says that the op's own
  /// result takes the first one. Words that must be made for it get a block of their own unless `inPlace`.
  mutating func edge(
    _ target: Target, prefix: [Operand] = [], arrives: Bool = false, inPlace: Bool = false
  ) -> Target {
    let to = mapped(target.block)
    let given = Array(source.arguments(target))
    let parameters = source[target.block].parameters.suffix(given.count)
    let needsCode = zip(parameters, given).contains { parameter, argument in
      !declaredKind(parameter).isNumber && !isHeldOnly(parameter, argument) && !hasWord(argument)
    }
    guard needsCode, !inPlace else {
      return out.makeTarget(to, prefix + arguments(target, given, Array(parameters)))
    }
    let saved = (block, boxes)
    defer { (block, boxes) = saved }
    let middle = out.addBlock()
    var passed = prefix
    if arrives {
      passed = [Operand(out.addParameter(middle, out[out[to].parameters[0]].type))]
    }
    block = middle
    passed += arguments(target, given, Array(parameters))
    out.append(middle, .br, targets: [out.makeTarget(to, passed)], location: location)
    return out.makeTarget(middle)
  }

  /// Numbers need not be kept for a parameter that only waits for its local's end.
  private func isHeldOnly(_ parameter: ValueID, _ argument: Operand) -> Bool {
    split.endsOnly[parameter.index] && (declaredKind(parameter) == .idle || typed(argument).kind.isNumber)
  }

  private mutating func arguments(_ target: Target, _ given: [Operand], _ parameters: [ValueID]) -> [Operand] {
    var passed: [Operand] = []
    for (parameter, argument) in zip(parameters, given) {
      let kind = declaredKind(parameter)
      if kind.isVirtual { continue }
      if isHeldOnly(parameter, argument) {
        passed.append(none)
      } else {
        passed.append(kind.isNumber ? machine(argument) : word(argument))
      }
    }
    for (index, loop) in inference.loops.enumerated() where loop.head == target.block && inference.isActive(index) {
      passed.append(position(index))
    }
    return passed
  }

  /// The element that the loop's iterator gives next.
  func position(_ loop: Int) -> Operand {
    guard let state = loopStates[loop] else { preconditionFailure("the loop has begun") }
    let place = inference.loops[loop]
    if origin == place.head, let position = state.position { return position }
    if split.dominators.dominates(place.body, origin), let after = state.after { return after }
    return state.start
  }
}
