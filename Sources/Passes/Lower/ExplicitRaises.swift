// explicit-raises: every op that may raise becomes a terminator with an unwind edge, and every unwind edge first records
// the location in the traceback. After it no exception moves by itself.
//
//   %y = rt obj_add %x, %k #3:4          rt obj_add %x, %k then ^2 unwind ^3
//   ret %y                        ⇒    ^2(%y: obj): ret %y
//                                      ^3: rt exc_traceback #3:4
//                                          propagate
//
// Conditions: runs once, in stage typed. A call of a function that cannot raise stays as it is.
import PyIR

public let explicitRaises = Pass("explicit-raises", .typed, required: true) { context in
  let callRaises = context.module.functions.map(\.raises)
  let continuesFrame = context.module.functions.map { $0.role == .twin ? nil : $0.origin }
  let isTwin = context.module.functions.map { $0.role == .twin }
  context.forEachFunction { function, id, _ in
    // The twin of a function, and the typed version called by its generic entry, have recorded this frame's row already.
    let isSameFrame = isTwin.indices.map { isTwin[$0] || function.role == .generic && continuesFrame[$0] == id }
    makeRaisesExplicit(&function, callRaises, isSameFrame)
  }
}

private func makeRaisesExplicit(_ function: inout Function, _ callRaises: [Bool], _ isSameFrame: [Bool]) {
  func canRaise(_ op: Op) -> Bool {
    if case .call(let callee) = op { return callRaises[callee.index] }
    return op.raises != .never && op != .propagate
  }
  func tracesBack(_ op: Op) -> Bool {
    if case .call(let callee) = op { return !isSameFrame[callee.index] }
    return op.leavesTraceback
  }
  for index in function.blocks.indices {
    var block = BlockID(index)
    let instructions = function[block].instructions
    function[block].instructions = []
    for (position, id) in instructions.enumerated() {
      let inst = function[id]
      guard canRaise(inst.op) else {
        function[block].instructions.append(id)
        continue
      }
      if inst.hasTargets {
        landOwnUnwind(&function, id, tracesBack(inst.op))
        function[block].instructions.append(id)
        continue
      }
      let landing = addLanding(&function, inst, tracesBack(inst.op))
      if inst.op.raises == .always {
        function[id].setAlwaysRaises()
        function.setTargets(id, [function.makeTarget(landing)])
        function[block].instructions.append(id)
        // What follows in the block cannot be reached.
        precondition(position == instructions.count - 1 || function[instructions[position + 1]].op == .unreachable)
        break
      }
      let next = function.addBlock()
      if let result = inst.result {
        function.setParameters(next, [result])
        function[id].result = nil
      }
      function.setTargets(id, [function.makeTarget(next), function.makeTarget(landing)])
      function[block].instructions.append(id)
      block = next
    }
  }
}

extension Instruction {
  fileprivate mutating func setAlwaysRaises() { result = nil }
}

/// A block that records the traceback row and leaves the function.
private func addLanding(_ function: inout Function, _ inst: Instruction, _ tracesBack: Bool) -> BlockID {
  let landing = function.addBlock()
  if tracesBack {
    function.append(landing, .rt(.exc_traceback), location: inst.location)
  }
  function.append(landing, .propagate, location: inst.location)
  return landing
}

extension Op {
  /// Whether an exception that this op raises gets a traceback row for the running frame.
  var leavesTraceback: Bool {
    switch self {
    case .rt(let id), .next(let id): RuntimeTable[id].tracesBack
    default: true
    }
  }
}

/// A raising terminator inside a handler's region already has an unwind target; the row is recorded on that edge.
/// One outside (`next` with two targets) gets a landing block of its own.
private func landOwnUnwind(_ function: inout Function, _ id: InstID, _ tracesBack: Bool) {
  let inst = function[id]
  var targets = Array(function.targets(id))
  let hasUnwind: Bool
  switch inst.op {
  case .next: hasUnwind = targets.count == 3
  default: hasUnwind = true
  }
  guard hasUnwind else {
    targets.append(function.makeTarget(addLanding(&function, inst, tracesBack)))
    function.setTargets(id, targets)
    return
  }
  guard tracesBack, let handler = targets.last else { return }
  // The target finds out by itself whether there is an exception at all.
  if let first = function[handler.block].instructions.first, function[first].op == .rt(.escaped_take) { return }
  let landing = function.addBlock()
  function.append(landing, .rt(.exc_traceback), location: inst.location)
  let arguments = Array(function.arguments(handler))
  function.append(landing, .br, targets: [function.makeTarget(handler.block, arguments)], location: inst.location)
  targets[targets.count - 1] = function.makeTarget(landing)
  function.setTargets(id, targets)
}
