// Which blocks are not worth fast paths: those on the way of an exception or out of typed code, and those of a module's body
// outside of loops, which run once. Releases there are calls, several in one. Two thirds of the releases of a module are of this kind, and
// written in place they are most of what LLVM has to optimise (functools at -O2: 3.1 s with them, 1.4 s without).
//
// Invariant: only how a block is written depends on this, never what it does.
import PyIR

enum ZigColdBlocks {
  /// Words that one call can release (`rt.drop1` … in `runtime/pyrt.zig`).
  static let mostAtOnce = 6

  /// For each block of the function whether it is cold.
  static func find(_ function: Function, _ module: Module, runsOnce: Bool) -> [Bool] {
    let cfg = CFG(function)
    var cold = [Bool](repeating: false, count: function.blocks.count)
    // Successors first, so that a block that can only lead to cold ones is cold itself.
    for block in cfg.reversePostOrder.reversed() {
      let successors = function.successors(block)
      cold[block.index] =
        unwinds(function, block) || function.role == .typed && HotBlocks.leaves(function, block, module)
        || !successors.isEmpty && successors.allSatisfy { cold[$0.block.index] }
    }
    // Entries of a twin: each drops what the others are handed.
    if function.role == .twin { for entry in function.successors(Function.entry) { cold[entry.block.index] = true } }
    guard runsOnce else { return cold }
    let loops = Loops(function, cfg, Dominators(function, cfg))
    guard loops.irreducibleEntries.isEmpty else { return cold }
    for block in cfg.reversePostOrder where loops.depth(block) == 0 { cold[block.index] = true }
    return cold
  }

  /// Whether the block is part of leaving by an exception.
  private static func unwinds(_ function: Function, _ block: BlockID) -> Bool {
    function[block].instructions.contains { id in
      if case .propagate = function[id].op { return true }
      guard case .rt(let row) = function[id].op else { return false }
      return row == .exc_traceback || row == .exc_restore
    }
  }
}
