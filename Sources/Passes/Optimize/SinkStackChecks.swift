// sink-stack-checks: a typed function whose expected way calls nothing checks the stack only where it leaves that way.
//
//   rt check_stack                      ; gone
//   guard slotI64 … else ^3     ⇒       guard slotI64 … else ^3
//   ^3: rt obj_getattr …                ^3: rt check_stack; rt obj_getattr …
//
// Conditions: stage typed, before raises are explicit; typed functions without handlers (nothing has an unwind edge). Each
// cycle of calls still passes a check: those that the expected way leaves out call nothing.
import PyIR

public let sinkStackChecks = Pass("sink-stack-checks", .typed) { context in
  context.forEachFunction { function, _, context in
    guard function.role == .typed, !hasHandlers(function) else { return }
    let hot = HotBlocks.find(function, in: context.module)
    guard HotBlocks.isLeaf(function, hot), let check = firstCheck(function) else { return }
    let location = function[check].location
    function[Function.entry].instructions.removeAll { $0 == check }
    for block in function.blockIDs where !hot[block.index] {
      let instructions = function[block].instructions
      guard let first = instructions.firstIndex(where: { function[$0].op.effects.contains(.runsPython) }) else {
        continue
      }
      let made = function.makeInstruction(.rt(.check_stack), [], location: location)
      function[block].instructions.insert(made, at: first)
    }
    context.count("sink-stack-checks.functions")
  }
}

private func firstCheck(_ function: Function) -> InstID? {
  function[Function.entry].instructions.first { function[$0].op == .rt(.check_stack) }
}

private func hasHandlers(_ function: Function) -> Bool {
  function.blockIDs.contains { block in
    guard let last = function.terminator(block) else { return false }
    switch function[last].op {
    case .rt, .call, .yield: return true
    case .next: return function.targetCount(last) > 2
    default: return false
    }
  }
}
