// A generic function cut into blocks so that every point where typed code may leave is the start of a block.
//
//   ^1: %a = rt obj_add %x, %y         ^1: %a = rt obj_add %x, %y
//       %b = rt obj_mul %a, %x    ⇒        br ^5
//       br ^2(%b)                      ^5: %b = rt obj_mul %a, %x
//                                          br ^6
//                                      ^6: br ^2(%b)
//
// Invariant: a row that makes a word or may be replaced by typed code is the first instruction of its block, and what
// continues after it is the start of a block; so leaving before it loses no effect, and leaving after it repeats none.
import PyIR

struct SplitFunction {
  let function: Function
  let cfg: CFG
  let dominators: Dominators
  let uses: Uses
  /// Values live at the start of each block, without its parameters, ascending.
  let liveIn: [[ValueID]]
  /// The instruction that makes each value, as its result or as the first parameter of its first target.
  let producers: [InstID?]
  /// Block parameters that are only kept until their local ends: by `end_local` and other such parameters.
  let endsOnly: [Bool]
  /// The block that each value is defined in.
  let homes: [BlockID?]
  /// The block that each instruction stands in.
  private let places: [BlockID?]

  init(_ original: Function) {
    var function = original
    SplitFunction.split(&function)
    function.removeUnreachableBlocks()
    self.function = function
    cfg = CFG(function)
    dominators = Dominators(function, cfg)
    uses = Uses(function)
    liveIn = SparseLiveness.liveIn(function) { $0.value }
    var producers: [InstID?] = Array(repeating: nil, count: function.values.count)
    var homes: [BlockID?] = Array(repeating: nil, count: function.values.count)
    var places: [BlockID?] = Array(repeating: nil, count: function.instructions.count)
    for block in function.blockIDs {
      for parameter in function[block].parameters { homes[parameter.index] = block }
      for id in function[block].instructions {
        places[id.index] = block
        guard let result = function[id].result else { continue }
        producers[result.index] = id
        homes[result.index] = block
      }
      guard let last = function.terminator(block), let first = function.targets(last).first,
        function[last].op.resultArrivesInTarget, let parameter = function[first.block].parameters.first,
        cfg.predecessors(first.block).count == 1
      else { continue }
      producers[parameter.index] = last
    }
    endsOnly = SplitFunction.findEndsOnly(function, uses, producers)
    self.producers = producers
    self.homes = homes
    self.places = places
  }

  private static func findEndsOnly(_ function: Function, _ uses: Uses, _ producers: [InstID?]) -> [Bool] {
    var endsOnly = Array(repeating: false, count: function.values.count)
    for block in function.blockIDs.dropFirst() {
      for parameter in function[block].parameters
      where producers[parameter.index] == nil && function[parameter].type.isWord {
        endsOnly[parameter.index] = true
      }
    }
    func holds(_ use: Uses.Use) -> Bool {
      guard case .argument(let number, let index) = use.place else { return function[use.instruction].op == .endLocal }
      let target = function.targets(use.instruction)[function.targets(use.instruction).startIndex + number]
      let parameters = function[target.block].parameters
      return endsOnly[parameters[parameters.count - function.arguments(target).count + index].index]
    }
    var changed = true
    while changed {
      changed = false
      for index in endsOnly.indices where endsOnly[index] && !uses[ValueID(index)].allSatisfy(holds) {
        endsOnly[index] = false
        changed = true
      }
    }
    return endsOnly
  }

  func place(_ id: InstID) -> BlockID { places[id.index] ?? Function.entry }

  /// What must be handed over when generic code takes over at the start of the block.
  func live(at block: BlockID) -> [ValueID] { function[block].parameters + liveIn[block.index] }

  /// The result of an instruction, wherever it arrives.
  func result(_ id: InstID) -> ValueID? {
    if let result = function[id].result { return result }
    guard let target = function.targets(id).first, function[id].op.resultArrivesInTarget,
      function[target.block].parameters.count > function.arguments(target).count
    else { return nil }
    return function[target.block].parameters.first
  }

  private static func split(_ function: inout Function) {
    var index = 0
    while index < function.blocks.count {
      let block = BlockID(index)
      index += 1
      let instructions = function[block].instructions
      guard let cut = instructions.indices.first(where: { isCut(instructions, $0, function) }) else { continue }
      let rest = function.addBlock()
      let location = function[instructions[cut]].location
      function[rest].instructions = Array(instructions[cut...])
      function[block].instructions = Array(instructions[..<cut])
      function.append(block, .br, targets: [function.makeTarget(rest)], location: location)
    }
  }

  /// Whether the block ends before this position.
  private static func isCut(_ instructions: [InstID], _ position: Int, _ function: Function) -> Bool {
    guard position > 0 else { return false }
    let inst = function[instructions[position]]
    if isPoint(inst.op) { return true }
    guard isPoint(function[instructions[position - 1]].op) else { return false }
    // Behind a point; a plain branch already goes to the start of a block.
    let isPlainBranch =
      inst.op == .br
      && function.targets(instructions[position]).allSatisfy {
        function.arguments($0).isEmpty && function[$0.block].parameters.isEmpty
      }
    return !isPlainBranch
  }

  private static func isPoint(_ op: Op) -> Bool {
    if op == .yield { return true }
    guard case .rt(let row) = op else { return false }
    if row == .bool_to_obj { return false }
    switch RuntimeTable[row].result {
    case .owned, .ownedFresh, .ownedInt, .borrow, .ownedMaybe: return true
    case .none, .i64, .f64, .bool, .immortal: return false
    }
  }
}
