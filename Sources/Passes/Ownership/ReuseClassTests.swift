// reuse-class-tests: a test of what only Python code changes (`has_layout`) is made once and not again until Python code may
// have run; where ways meet that have it and ways that lack it, those that lack it get it.
//
//   ^1: %a = rt has_layout %v, cache 3, …        ^1: %a = rt has_layout %v, cache 3, …
//       cond %a, ^2, ^3                              cond %a, ^2, ^3
//   ^2: … br ^4                             ⇒    ^2: … br ^4(%a)
//   ^3: try rt obj_getattr %v … ^5               ^3: try rt obj_getattr %v … ^5
//   ^5: … br ^4                                  ^5: … %c = rt has_layout %v, cache 3, …; br ^4(%c)
//   ^4: %b = rt has_layout %v, cache 3, …        ^4(%b: bool): cond %b, …
//       cond %b, …
//
// Conditions: stage owned, since every release may run Python code. A test is only added where a later one is left out on
// some way, so its operands are alive there.
import PyIR

public let reuseClassTests = Pass("reuse-class-tests", .owned) { context in
  let absent = context.module.operand(.absent)
  context.forEachFunction { function, _, context in
    guard !function.blocks.isEmpty, function.instructions.count <= ProgramInference.sizeLimit * 8 else { return }
    for test in ClassTest.all(function) {
      var reuse = ClassTestReuse(test, function, absent)
      guard reuse.run() else { continue }
      function = reuse.function
      context.count("reuse-class-tests.removed", reuse.removed)
      context.count("reuse-class-tests.added", reuse.added)
    }
  }
}

/// One question with the same operands, wherever it is asked.
private struct ClassTest: Hashable {
  let row: RuntimeID
  let operands: [Operand]

  init?(_ function: Function, _ id: InstID) {
    guard case .rt(let row) = function[id].op, RuntimeTable[row].effects == [.readsClasses],
      function[id].result != nil
    else { return nil }
    self.row = row
    operands = Array(function.operands(id))
  }

  private static let most = 100

  /// Tests that occur more than once or in a loop are worth a look; in the order of their first occurrence.
  static func all(_ function: Function) -> [ClassTest] {
    var counts: [ClassTest: Int] = [:]
    var order: [ClassTest] = []
    let cfg = CFG(function)
    var loops: Loops?
    for block in cfg.reversePostOrder {
      for id in function[block].instructions {
        guard let test = ClassTest(function, id) else { continue }
        if counts[test] == nil { order.append(test) }
        var weight = 1
        if counts[test] == nil {
          let known = loops ?? Loops(function, cfg, Dominators(function, cfg))
          loops = known
          if known.irreducibleEntries.isEmpty, known.depth(block) > 0 { weight = 2 }
        }
        counts[test, default: 0] += weight
      }
    }
    return Array(order.filter { (counts[$0] ?? 0) > 1 }.prefix(most))
  }
}

private struct ClassTestReuse {
  let test: ClassTest
  var function: Function
  private let absent: Operand
  private let cfg: CFG
  private(set) var removed = 0
  private(set) var added = 0
  /// Blocks in which all operands are defined at the start.
  private var isDefined: [Bool]
  /// The test stands in the block before Python code may have run.
  private var asksFirst: [Bool]
  /// The answer holds at the end, whatever holds at the start.
  private var answers: [Bool]
  private var isTransparent: [Bool]
  private var wants: [Bool]
  private var hasAtStart: [Bool]

  init(_ test: ClassTest, _ function: Function, _ absent: Operand) {
    self.test = test
    self.function = function
    self.absent = absent
    cfg = CFG(function)
    let none = Array(repeating: false, count: function.blocks.count)
    isDefined = none
    asksFirst = none
    answers = none
    isTransparent = none
    wants = none
    hasAtStart = none
  }

  /// False if nothing changes.
  mutating func run() -> Bool {
    findDefined()
    scanBlocks()
    findWants()
    findAvailable()
    guard cfg.reversePostOrder.contains(where: { hasAtStart[$0.index] && asksFirst[$0.index] }) else {
      return removeInside()
    }
    insert()
    rewrite()
    return true
  }

  // MARK: where the answer is wanted and where it is there

  private mutating func findDefined() {
    let dominators = Dominators(function, cfg)
    var homes: [BlockID] = []
    for operand in test.operands {
      guard let value = operand.value else { continue }
      switch function[value].definition {
      case .parameter(let block, _): homes.append(block)
      case .instruction(let id):
        guard let block = function.blockIDs.first(where: { function[$0].instructions.contains(id) }) else { return }
        homes.append(block)
      }
    }
    for block in cfg.reversePostOrder {
      isDefined[block.index] = homes.allSatisfy { $0 != block && dominators.dominates($0, block) }
    }
  }

  private mutating func scanBlocks() {
    for block in cfg.reversePostOrder {
      var isClear = true
      var holds = false
      for id in function[block].instructions {
        if ClassTest(function, id) == test {
          if isClear { asksFirst[block.index] = isDefined[block.index] }
          holds = true
        } else if runsPython(id) {
          isClear = false
          holds = false
        }
      }
      answers[block.index] = holds
      isTransparent[block.index] = isClear
    }
  }

  private func runsPython(_ id: InstID) -> Bool {
    if function[id].op == .release, let value = function.operand(id, 0).value, function[value].type.isPlain {
      return false
    }
    return function[id].op.effects.contains(.runsPython)
  }

  private mutating func findWants() {
    var changed = true
    while changed {
      changed = false
      for block in cfg.reversePostOrder.reversed() where !wants[block.index] && isDefined[block.index] {
        let isWanted =
          asksFirst[block.index]
          || isTransparent[block.index] && function.successors(block).contains { wants[$0.block.index] }
        if isWanted {
          wants[block.index] = true
          changed = true
        }
      }
    }
  }

  private func hasAtEnd(_ block: BlockID) -> Bool {
    answers[block.index] || isTransparent[block.index] && hasAtStart[block.index]
  }

  /// The most that can be had: a block where ways meet has the answer if one of them brings it and it is wanted.
  private mutating func findAvailable() {
    for block in cfg.reversePostOrder where block != Function.entry { hasAtStart[block.index] = isDefined[block.index] }
    var changed = true
    while changed {
      changed = false
      for block in cfg.reversePostOrder where hasAtStart[block.index] {
        let edges = cfg.predecessors(block).filter { cfg.isReachable($0.from) }
        let having = edges.count { hasAtEnd($0.from) }
        let keeps = having == edges.count || having > 0 && wants[block.index] && edges.allSatisfy(takesTest)
        if !keeps {
          hasAtStart[block.index] = false
          changed = true
        }
      }
    }
  }

  /// Whether code can be put on the edge.
  private func takesTest(_ edge: CFG.Edge) -> Bool {
    guard let last = function.terminator(edge.from) else { return false }
    return edge.index > 0 || !function[last].op.resultArrivesInTarget || function[last].op == .br
  }

  // MARK: changing the function

  private mutating func makeTest(_ location: LocationID) -> InstID {
    added += 1
    return function.makeInstruction(.rt(test.row), test.operands, location: location)
  }

  /// Puts the test on edges that lack it.
  private mutating func insert() {
    for block in cfg.reversePostOrder where hasAtStart[block.index] {
      for edge in cfg.predecessors(block) where cfg.isReachable(edge.from) && !hasAtEnd(edge.from) {
        guard let last = function.terminator(edge.from) else { continue }
        let location = function[last].location
        let made = makeTest(location)
        if function[last].op == .br {
          function[edge.from].instructions.insert(made, at: function[edge.from].instructions.count - 1)
          continue
        }
        let target = function.target(last, edge.index)
        let middle = function.addBlock()
        function[middle].instructions = [made]
        function.append(middle, .br, targets: [target], location: location)
        function.setTarget(last, edge.index, function.makeTarget(middle))
      }
    }
  }

  private mutating func rewrite() {
    let variable = Variable(index: 0)
    var ssa = SSAConstruction(absent: absent, types: [.bool])
    let blocks = function.reversePostOrder()
    for block in blocks {
      guard let last = function.terminator(block) else { continue }
      for index in 0..<function.targetCount(last) {
        ssa.addEdge(from: block, last, index, to: function.target(last, index).block)
      }
    }
    for block in blocks { ssa.seal(block, &function) }
    var replacement: [ValueID: Operand] = [:]
    var first: [(BlockID, InstID)] = []
    for block in blocks { rewriteInside(block, startsKnown(block), &replacement, &first, &ssa, variable) }
    for (block, id) in first {
      guard let result = function[id].result else { continue }
      replacement[result] = ssa.read(variable, block, &function)
    }
    let map = replacement
    function.replaceUses { operand in
      var operand = operand
      while let value = operand.value, let next = map[value] { operand = next }
      return operand
    }
  }

  /// A block that asks again after Python code has run keeps its first test, too: its end has another answer.
  private func startsKnown(_ block: BlockID) -> Bool {
    guard block.index < hasAtStart.count, hasAtStart[block.index] else { return false }
    return isTransparent[block.index] || !answers[block.index]
  }

  /// Removes tests whose answer is known; `first` gets those that the start of the block answers.
  private mutating func rewriteInside(
    _ block: BlockID, _ isKnown: Bool, _ replacement: inout [ValueID: Operand], _ first: inout [(BlockID, InstID)],
    _ ssa: inout SSAConstruction, _ variable: Variable
  ) {
    var known: Operand?
    var holdsFromStart = isKnown
    var kept: [InstID] = []
    for id in function[block].instructions {
      guard ClassTest(function, id) == test, let result = function[id].result else {
        if runsPython(id) {
          known = nil
          holdsFromStart = false
        }
        kept.append(id)
        continue
      }
      if let known {
        replacement[result] = known
        removed += 1
      } else if holdsFromStart {
        first.append((block, id))
        known = Operand(result)
        removed += 1
      } else {
        known = Operand(result)
        kept.append(id)
        ssa.write(variable, block, Operand(result))
      }
    }
    function[block].instructions = kept
  }

  /// Without help from other blocks: a test that follows the same one.
  private mutating func removeInside() -> Bool {
    hasAtStart = Array(repeating: false, count: hasAtStart.count)
    rewrite()
    return removed > 0
  }
}

extension IRType {
  /// Objects whose end runs no Python code.
  fileprivate var isPlain: Bool { self == .int || self == .float || self == .str || self == .bytes || self == .none }
}
