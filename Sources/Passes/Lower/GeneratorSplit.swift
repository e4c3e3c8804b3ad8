// generator-split: a function that yields becomes two: one that makes the frame object, and a resume function that
// switches on the frame's state. Values that live across a yield are saved in frame slots; nothing else is.
//
//   fn @g(%fn, %n)                      fn @g(%fn, %n): %f = rt generator_new …; gen.put 0 %f, %fn; gen.put 1 …; ret %f
//     …                          ⇒      fn @g.resume(%f, %sent): switch (gen.state %f) [0 → start, 1 → resume1 …]
//     %s = yield %v                       … gen.put each live value; gen.set_state 1; ret %v
//     use %s, %x                        ^resume1: gen.take each; is_absent %sent ? raise : continue
//
// Conditions: stage typed, before explicit-raises, so that frame accesses are counted like any other use. Every value is
// taken out of its slot on resumption, so a value that dies is released when CPython would release it.
import PyIR

public let generatorSplit = Pass("generator-split", .typed, required: true) { context in
  for id in Array(context.module.functionIDList) {
    let function = context.module[id]
    guard let code = function.code, function.role == .generic,
      code.isGenerator || code.isCoroutine || code.isAsyncGenerator
    else { continue }
    var splitter = GeneratorSplitter(function, id, context.module)
    splitter.run()
    context.module = splitter.module
  }
}

private struct GeneratorSplitter {
  var module: Module
  /// Becomes the resume function.
  var function: Function
  let original: FunctionID
  private var yields: [InstID] = []
  /// Frame slot of each saved value.
  private var objectSlots: [ValueID: UInt32] = [:]
  private var rawSlots: [ValueID: UInt32] = [:]
  private let absent: Operand

  init(_ function: Function, _ id: FunctionID, _ module: Module) {
    var module = module
    absent = module.operand(.absent)
    self.module = module
    self.function = function
    original = id
  }

  mutating func run() {
    let parameters = function.parameters
    splitAtYields()
    let live = saveSets()
    assignSlots(parameters, live)
    let frame = rebuildEntry(parameters, live)
    rewriteReturns(frame)
    repair(parameters)
    function.removeUnreachableBlocks()
    install(parameters)
  }

  // MARK: yields end their blocks

  /// After this every yield is the last of its block, its first target is where it continues.
  private mutating func splitAtYields() {
    var index = 0
    while index < function.blocks.count {
      let block = BlockID(index)
      index += 1
      let instructions = function[block].instructions
      guard let position = instructions.firstIndex(where: { function[$0].op == .yield }) else { continue }
      let id = instructions[position]
      yields.append(id)
      if function[id].hasTargets { continue }
      let rest = function.addBlock()
      function[rest].instructions = Array(instructions[(position + 1)...])
      function[block].instructions = Array(instructions[...position])
      if let result = function[id].result {
        function.setParameters(rest, [result])
        function[id].result = nil
      }
      function.setTargets(id, [function.makeTarget(rest)])
    }
  }

  /// For each yield, the values that must survive it, ascending.
  private func saveSets() -> [[ValueID]] {
    let liveIn = SparseLiveness.liveIn(function) { $0.value }
    return yields.map { id in
      var live = Set<ValueID>()
      for target in function.targets(id) {
        live.formUnion(liveIn[target.block.index])
        live.formUnion(function.arguments(target).compactMap(\.value))
      }
      return live.sorted()
    }
  }

  private mutating func assignSlots(_ parameters: [ValueID], _ live: [[ValueID]]) {
    var objects: UInt32 = 0
    var raws: UInt32 = 0
    // The parameters come first: the frame is made with them.
    for parameter in parameters {
      objectSlots[parameter] = objects
      objects += 1
    }
    for set in live {
      for value in set where objectSlots[value] == nil && rawSlots[value] == nil {
        if function[value].type.isWord {
          objectSlots[value] = objects
          objects += 1
        } else {
          rawSlots[value] = raws
          raws += 1
        }
      }
    }
    function.frameObjectSlots = Int(objects)
    function.frameRawSlots = Int(raws)
  }

  // MARK: the resume function's entry

  private struct Resumption {
    let block: BlockID
    /// What each saved value is after being taken out.
    var values: [ValueID: ValueID] = [:]
  }
  private var resumptions: [Resumption] = []
  private var startValues: [ValueID: ValueID] = [:]
  private var startBlock = BlockID(0)

  private mutating func rebuildEntry(_ parameters: [ValueID], _ live: [[ValueID]]) -> Operand {
    let location = function.blocks[0].instructions.first.map { function[$0].location } ?? .unknown
    // Block 0 becomes the dispatcher; the old entry moves to a new block.
    let body = function.addBlock()
    function[body].instructions = function[Function.entry].instructions
    function[Function.entry].instructions = []
    function.setParameters(Function.entry, [])
    let frame = Operand(function.addParameter(Function.entry, .obj))
    let sent = Operand(function.addParameter(Function.entry, .maybe))
    retarget(from: Function.entry, to: body)
    startBlock = function.addBlock()
    for parameter in parameters {
      startValues[parameter] = take(parameter, frame, startBlock, location)
    }
    function.append(startBlock, .br, targets: [function.makeTarget(body)], location: location)
    var targets = [function.makeTarget(startBlock)]
    for (index, id) in yields.enumerated() { targets.append(makeResumption(index, id, live[index], frame, sent)) }
    let unreachable = function.addBlock()
    function.append(unreachable, .unreachable, location: location)
    targets.append(function.makeTarget(unreachable))
    guard let state = function.append(Function.entry, .genState, [frame], location: location) else {
      preconditionFailure("gen.state has a result")
    }
    let cases = (0...yields.count).map { module.operand(.i64(Int64($0))) }
    function.append(Function.entry, .switchInt, [Operand(state)] + cases, targets: targets, location: location)
    return frame
  }

  private mutating func retarget(from old: BlockID, to new: BlockID) {
    for block in function.blockIDs {
      guard let last = function.terminator(block) else { continue }
      for (index, target) in function.targets(last).enumerated() where target.block == old {
        function.setTarget(last, index, function.makeTarget(new, Array(function.arguments(target))))
      }
    }
  }

  /// Loads a saved value from its slot, with its own type.
  private mutating func take(_ value: ValueID, _ frame: Operand, _ block: BlockID, _ location: LocationID) -> ValueID {
    let type = function[value].type
    if let slot = rawSlots[value] {
      guard let raw = function.append(block, .genLoadRaw(slot), [frame], type: type, location: location) else {
        preconditionFailure("a load has a result")
      }
      return raw
    }
    guard let slot = objectSlots[value],
      let taken = function.append(block, .genTake(slot), [frame], location: location)
    else { preconditionFailure("a saved value has a slot") }
    if type == .maybe { return taken }
    guard let result = function.append(block, .cast, [Operand(taken)], type: type, location: location) else {
      preconditionFailure("a cast has a result")
    }
    return result
  }

  /// Replaces a yield by saving and returning; makes the block where it continues.
  private mutating func makeResumption(
    _ index: Int, _ id: InstID, _ live: [ValueID], _ frame: Operand, _ sent: Operand
  ) -> Target {
    let location = function[id].location
    let targets = Array(function.targets(id))
    let yielded = Array(function.operands(id))
    let block = function.addBlock()
    var resumption = Resumption(block: block)
    for value in live { resumption.values[value] = take(value, frame, block, location) }
    resumptions.append(resumption)

    let thrown = function.addBlock()
    let received = function.addBlock()
    guard let isAbsent = function.append(block, .isAbsent, [sent], location: location) else {
      preconditionFailure("is_absent has a result")
    }
    function.append(
      block, .cond, [Operand(isAbsent)], targets: [function.makeTarget(thrown), function.makeTarget(received)],
      location: location)
    function.append(thrown, .rt(.exc_traceback), location: location)
    if targets.count > 1 {
      let unwind = function.makeTarget(targets[1].block, Array(function.arguments(targets[1])))
      function.append(thrown, .br, targets: [unwind], location: location)
    } else {
      function.append(thrown, .propagate, location: location)
    }
    var arguments = Array(function.arguments(targets[0]))
    if function[targets[0].block].parameters.count > arguments.count {
      guard let value = function.append(received, .cast, [sent], type: .obj, location: location) else {
        preconditionFailure("a cast has a result")
      }
      arguments.insert(Operand(value), at: 0)
    }
    function.append(received, .br, targets: [function.makeTarget(targets[0].block, arguments)], location: location)
    suspend(id, index, live, frame, yielded, location)
    return function.makeTarget(block)
  }

  private mutating func suspend(
    _ id: InstID, _ index: Int, _ live: [ValueID], _ frame: Operand, _ yielded: [Operand], _ location: LocationID
  ) {
    guard let home = function.blockIDs.first(where: { function[$0].instructions.last == id }) else {
      preconditionFailure("a yield ends its block")
    }
    function[home].instructions.removeLast()
    for value in live {
      if let slot = rawSlots[value] {
        function.append(home, .genStoreRaw(slot), [frame, Operand(value)], location: location)
      } else if let slot = objectSlots[value] {
        function.append(home, .genPut(slot), [frame, Operand(value)], location: location)
      }
    }
    let state = module.operand(.i64(Int64(index + 1)))
    function.append(home, .genSetState, [frame, state], location: location)
    function.append(home, .ret, yielded, location: location)
    suspensions.insert(home)
  }
  private var suspensions: Set<BlockID> = []

  /// A return of the Python function finishes the frame.
  private mutating func rewriteReturns(_ frame: Operand) {
    for block in function.blockIDs where !suspensions.contains(block) {
      guard let last = function.terminator(block), function[last].op == .ret else { continue }
      let value = Array(function.operands(last))
      let location = function[last].location
      function[block].instructions.removeLast()
      function.append(block, .rt(.generator_finish), [frame] + value, location: location)
      function.append(block, .ret, [absent], location: location)
    }
  }

  // MARK: SSA repair

  /// A saved value has several definitions now: its own, and one at each resumption. Parameters have lost their own one.
  private mutating func repair(_ parameters: [ValueID]) {
    var definitions: [ValueID: [(block: BlockID, operand: Operand)]] = [:]
    for (value, new) in startValues { definitions[value, default: []].append((startBlock, Operand(new))) }
    for resumption in resumptions {
      for (value, new) in resumption.values {
        definitions[value, default: []].append((resumption.block, Operand(new)))
      }
    }
    SSARepair.run(&function, absent: absent, definitions: definitions, undefined: Set(parameters))
  }

  // MARK: the two functions

  private mutating func install(_ parameters: [ValueID]) {
    let source = module[original]
    var resume = function
    resume.name = "\(source.name).resume"
    resume.role = .resume
    resume.origin = original
    resume.returnType = .maybe
    resume.code = nil
    let resumeID = module.addFunction(resume)

    var maker = Function(name: source.name)
    maker.code = source.code
    maker.pythonModule = source.pythonModule
    maker.resumeFunction = resumeID
    maker.frameObjectSlots = function.frameObjectSlots
    maker.frameRawSlots = function.frameRawSlots
    maker.raises = false
    let block = maker.addBlock()
    let incoming = parameters.map { _ in Operand(maker.addParameter(block, .obj)) }
    let counts = [maker.frameObjectSlots, maker.frameRawSlots].map { module.operand(.i64(Int64($0))) }
    let code = module.operand(.code(original))
    guard let frame = maker.append(block, .rt(.generator_new), [code, incoming[0]] + counts, location: .unknown) else {
      preconditionFailure("generator_new has a result")
    }
    for (slot, operand) in incoming.enumerated() {
      maker.append(block, .genPut(UInt32(slot)), [Operand(frame), operand], location: .unknown)
    }
    maker.append(block, .ret, [Operand(frame)], location: .unknown)
    module[original] = maker
  }
}
