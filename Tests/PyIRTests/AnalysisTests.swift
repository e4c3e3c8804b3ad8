// Analyses on small graphs, and on a long one for their cost.
import XCTest

@testable import PyIR

final class AnalysisTests: XCTestCase {
  /// A function whose block n goes to the listed blocks (none: ret, one: br, two: cond).
  private func graph(_ successors: [[Int]]) -> Function {
    var module = Module(name: "m")
    var function = Function(name: "f")
    for _ in successors { _ = function.addBlock() }
    for (index, list) in successors.enumerated() {
      let targets = list.map { function.makeTarget(BlockID($0)) }
      let block = BlockID(index)
      switch targets.count {
      case 0: function.append(block, .ret, [module.operand(.none)], location: .unknown)
      case 1: function.append(block, .br, targets: targets, location: .unknown)
      default:
        function.append(
          block, .cond, [module.operand(.bool(true))], targets: targets, location: .unknown)
      }
    }
    return function
  }

  private func parse(_ body: String) throws -> Function {
    try IRParser.parse("module \"m\" stage typed\nfn @f(%0: obj, %1: i64) -> obj {\n\(body)\n}\n")
      .functions[0]
  }

  func testCFG() {
    let f = graph([[1, 2], [3], [3], [1, 4], [], [4]])
    let cfg = CFG(f)
    XCTAssertEqual(cfg.reversePostOrder.map(\.index), [0, 2, 3, 1, 4])
    XCTAssertEqual(cfg.predecessors(BlockID(3)).map(\.from.index), [1, 2])
    XCTAssertEqual(
      cfg.predecessors(BlockID(1)).map { [$0.from.index, $0.index] }, [[0, 0], [3, 0]])
    XCTAssertEqual(cfg.predecessors(BlockID(4)).map(\.from.index), [3, 5])
    XCTAssertFalse(cfg.isReachable(BlockID(5)))
    XCTAssertEqual(cfg.position(BlockID(3)), 2)
  }

  func testTwoEdgesToOneBlock() {
    let cfg = CFG(graph([[1, 1], []]))
    XCTAssertEqual(cfg.predecessors(BlockID(1)).map(\.index), [0, 1])
  }

  func testDominators() {
    // 0 → 1, 2; 1 → 3; 2 → 3; 3 → 4, 5; 4 → 3; 5 end; 6 unreachable
    let f = graph([[1, 2], [3], [3], [4, 5], [3], [], [5]])
    let cfg = CFG(f)
    let dominators = Dominators(f, cfg)
    XCTAssertEqual(
      (0..<7).map { dominators.immediateDominator(BlockID($0))?.index }, [nil, 0, 0, 0, 3, 3, nil])
    XCTAssertTrue(dominators.dominates(BlockID(3), BlockID(5)))
    XCTAssertTrue(dominators.dominates(BlockID(3), BlockID(3)))
    XCTAssertFalse(dominators.dominates(BlockID(1), BlockID(3)))
    XCTAssertFalse(dominators.dominates(BlockID(0), BlockID(6)))
    XCTAssertFalse(dominators.dominates(BlockID(6), BlockID(5)))
    XCTAssertEqual(Set(dominators.children(BlockID(0)).map(\.index)), [1, 2, 3])
  }

  func testLoops() {
    // 1 is an outer header (latch 5), 2 an inner one (latch 3), 6 follows.
    let f = graph([[1], [2, 6], [3, 4], [2], [5], [1], []])
    let cfg = CFG(f)
    let loops = Loops(f, cfg, Dominators(f, cfg))
    XCTAssertEqual(loops.loops.map(\.header.index), [1, 2])
    XCTAssertEqual(loops.loops.map(\.depth), [1, 2])
    XCTAssertEqual(loops.loops[1].parent, 0)
    XCTAssertEqual(loops.loops[0].latches.map(\.index), [5])
    XCTAssertEqual((0..<7).map { loops.depth(BlockID($0)) }, [0, 1, 2, 2, 1, 1, 0])
    XCTAssertEqual(Set(loops.blocks(0, cfg).map(\.index)), [1, 2, 3, 4, 5])
    XCTAssertEqual(Set(loops.blocks(1, cfg).map(\.index)), [2, 3])
    XCTAssertTrue(loops.irreducibleEntries.isEmpty)
  }

  func testIrreducible() {
    let f = graph([[1, 2], [2, 3], [1], []])
    let cfg = CFG(f)
    let loops = Loops(f, cfg, Dominators(f, cfg))
    XCTAssertTrue(loops.loops.isEmpty)
    XCTAssertEqual(loops.irreducibleEntries.count, 1)
  }

  func testSelfLoop() {
    let f = graph([[1], [1, 2], []])
    let cfg = CFG(f)
    let loops = Loops(f, cfg, Dominators(f, cfg))
    XCTAssertEqual(loops.loops.map(\.header.index), [1])
    XCTAssertEqual((0..<3).map { loops.depth(BlockID($0)) }, [0, 1, 0])
  }

  func testUses() throws {
    let f = try parse("^0:\n %2 = i64.add %1, %1\n br ^1(%2, %0)\n^1(%3: i64, %4: obj):\n ret %4")
    let uses = Uses(f)
    XCTAssertEqual(uses[f.parameters[1]].map(\.place), [.operand(0), .operand(1)])
    XCTAssertEqual(uses[f.parameters[0]].map(\.place), [.argument(target: 0, argument: 1)])
    XCTAssertEqual(uses[f.blocks[1].parameters[0]].count, 0)
    XCTAssertEqual(uses[f.blocks[1].parameters[1]].map(\.block.index), [1])
  }

  func testLiveness() throws {
    // %2 lives through the loop, %3 is its counter, %0 is needed at the end.
    let f = try parse(
      """
      ^0:
       %2 = i64.add %1, 1
       br ^1(%2)
      ^1(%3: i64):
       %4 = i64.lt %3, %1
       cond %4, ^2, ^3
      ^2:
       %5 = i64.add %3, %2
       br ^1(%5)
      ^3:
       ret %0
      """)
    let live = Liveness(f, CFG(f))
    let names = ValueNumbering(f)
    func set(_ slice: ArraySlice<ValueID>) -> [Int] { slice.compactMap { names[$0] }.sorted() }
    XCTAssertEqual(set(live.liveIn(BlockID(0))), [])
    XCTAssertEqual(set(live.liveOut(BlockID(0))), [0, 1, 2])
    XCTAssertEqual(set(live.liveIn(BlockID(1))), [0, 1, 2])
    XCTAssertEqual(set(live.liveIn(BlockID(2))), [0, 1, 2, 3])
    XCTAssertEqual(set(live.liveOut(BlockID(2))), [0, 1, 2])
    XCTAssertEqual(set(live.liveIn(BlockID(3))), [0])
    XCTAssertEqual(set(live.liveOut(BlockID(3))), [])
    XCTAssertTrue(live.isLiveIn(f.parameters[0], BlockID(3)))
    XCTAssertFalse(live.isLiveOut(f.parameters[0], BlockID(3)))
  }

  /// A module body's shape: 10,000 blocks in a row, each with a raising op and values of its own.
  func testLongBodiesAreCheap() throws {
    var text = "module \"m\" stage owned\nfn @f(%0: &obj) -> obj raises {\n^0:\n br ^b0\n"
    let count = 10_000
    for index in 0..<count {
      text += "^b\(index):\n try rt obj_neg %0 then ^c\(index) unwind ^u\n"
      text +=
        "^c\(index)(%x\(index): +obj):\n release %x\(index)\n br ^\(index + 1 < count ? "b\(index + 1)" : "end")\n"
    }
    text += "^u:\n propagate\n^end:\n ret none\n}\n"
    let start = ContinuousClock.now
    let module = try IRParser.parse(text)
    XCTAssertEqual(
      try IRParser.parse(IRPrinter.text(module)).functions[0].blocks.count, 2 * count + 3)
    let function = module.functions[0]
    let cfg = CFG(function)
    let dominators = Dominators(function, cfg)
    XCTAssertEqual(Loops(function, cfg, dominators).loops.count, 0)
    XCTAssertTrue(Liveness(function, cfg).isLiveIn(function.parameters[0], BlockID(5000)))
    XCTAssertEqual(Verifier.verify(module).map(\.description), [])
    // Debug builds on a busy machine: a bound that only a quadratic algorithm misses.
    XCTAssertLessThan(ContinuousClock.now - start, .seconds(20))
  }
}
