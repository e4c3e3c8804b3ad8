// Which blocks a function runs through while everything is as its typed code expects: guards hold, arithmetic fits, objects
// have the layout that was guessed, nothing raises.
//
// Invariant: only speed depends on it, never what a function does.

public enum HotBlocks {
  /// For each block of the function whether it is one of these.
  public static func find(_ function: Function, in module: Module) -> [Bool] {
    var hot = Array(repeating: false, count: function.blocks.count)
    guard !function.blocks.isEmpty else { return hot }
    let tests = classTests(function)
    var work = [Function.entry]
    hot[0] = true
    while let block = work.popLast() {
      guard let last = function.terminator(block) else { continue }
      for target in expected(last, tests, function, module) where !hot[target.index] {
        hot[target.index] = true
        work.append(target)
      }
    }
    return hot
  }

  private static func expected(
    _ id: InstID, _ tests: [Bool], _ function: Function, _ module: Module
  ) -> [BlockID] {
    let targets = function.targets(id).map(\.block)
    switch function[id].op {
    case .guard, .checked, .rt, .call: return Array(targets.prefix(1))
    case .next: return Array(targets.prefix(2))
    case .cond:
      if let value = function.operand(id, 0).value, tests[value.index] { return Array(targets.prefix(1)) }
      let staying = targets.filter { !leaves(function, $0, module) }
      return staying.isEmpty ? targets : staying
    default: return targets
    }
  }

  /// Whether the block hands over to the generic twin.
  public static func leaves(_ function: Function, _ block: BlockID, _ module: Module) -> Bool {
    function[block].instructions.contains { id in
      if case .call(let callee) = function[id].op { module[callee].role == .twin } else { false }
    }
  }

  /// Values that say whether an object is of an expected class.
  private static func classTests(_ function: Function) -> [Bool] {
    var tests = Array(repeating: false, count: function.values.count)
    for block in function.blockIDs {
      for id in function[block].instructions {
        guard case .rt(let row) = function[id].op, RuntimeTable[row].effects == [.readsClasses], row != .in_set,
          let result = function[id].result
        else { continue }
        tests[result.index] = true
      }
    }
    return tests
  }

  /// Whether on these blocks nothing can call the function again: no direct call, no row that runs Python code.
  public static func isLeaf(_ function: Function, _ hot: [Bool]) -> Bool {
    for block in function.blockIDs where hot[block.index] {
      for id in function[block].instructions {
        switch function[id].op {
        case .call, .yield: return false
        case .rt(.check_stack), .rt(.poll): continue
        // Finalisers count their own depth.
        case .release: continue
        case .next: return false
        case .rt(let row):
          let entry = RuntimeTable[row]
          if entry.effects.contains(.runsPython), entry.raises != .never { return false }
        default: continue
        }
      }
    }
    return true
  }
}
