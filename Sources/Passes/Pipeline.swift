// The pipeline is one array; a second table asserts the order with reasons and is checked at start-up.
import PyIR

public enum Pipeline {
  public static let passes: [Pass] = [
    simplifyCFG,
    // Typed representation starts here; without specialisation it is a renaming of the stage.
    beginTyped,
    specialize,
    foldMachineOps,
    deadCode,
    sinkStackChecks,
    generatorSplit,
    explicitRaises,
    insertRefCounts,
    reuseClassTests,
    cleanupBlocks,
  ]

  /// `before` runs before `after`, because.
  static let order: [(before: String, after: String, because: String)] = [
    ("simplify-cfg", "begin-typed", "bound checks are folded while they are still Python's"),
    ("specialize", "fold-machine-ops", "typed code has constants on both sides"),
    ("fold-machine-ops", "dead-code", "folded ops leave unused ones behind"),
    ("specialize", "explicit-raises", "an op that leaves is at the start of its block only while raises are implicit"),
    ("sink-stack-checks", "explicit-raises", "a function without handlers is one without unwind edges"),
    ("insert-refcounts", "reuse-class-tests", "a release may run Python code"),
    ("generator-split", "explicit-raises", "a resumed yield may raise, and frame accesses never do"),
    ("generator-split", "insert-refcounts", "saving a value in a frame is a use like any other"),
    ("explicit-raises", "insert-refcounts", "an exception edge is where owned values are released"),
    ("insert-refcounts", "cleanup-blocks", "equal cleanup blocks exist only once releases are explicit"),
  ]

  /// Problems in the two tables; empty if they agree.
  public static func check() -> [String] {
    var problems: [String] = []
    var stage = Stage.py
    for pass in passes {
      if pass.stageIn != stage { problems.append("\(pass.name) expects \(pass.stageIn), gets \(stage)") }
      stage = pass.stageOut
    }
    for (before, after, because) in order {
      let first = passes.firstIndex { $0.name == before }
      let second = passes.lastIndex { $0.name == after }
      guard let first, let second, first < second else {
        problems.append("\(before) must come before \(after): \(because)")
        continue
      }
    }
    return problems
  }

  public static func pass(named name: String) -> Pass? { passes.first { $0.name == name } }
}

/// Enters stage typed.
let beginTyped = Pass("begin-typed", .py, to: .typed, required: true) { _ in }
