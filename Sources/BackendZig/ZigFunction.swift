// Control flow of one function. A block with a single predecessor is written where it is entered; every other block is a
// prong of one labelled switch, entered by `continue :sw N`, which Zig compiles to a jump. Values used outside the prong
// that defines them, and parameters of prongs, are variables of the function.
//
// Invariant: a block that is written in place follows code that dominates it in an enclosing scope, so plain `const`
// values are visible wherever SSA allows their use inside the prong.
import PyIR

struct ZigFunction {
  let module: Module
  let id: FunctionID
  let function: Function
  var statics: ZigStatics
  var out = ZigWriter()
  /// Rows called, for the extern declarations.
  var usedRows: Set<RuntimeID> = []
  private var predecessorCount: [Int] = []
  /// Prong that each block is written in.
  private var region: [Int] = []
  private var isLabel: [Bool] = []
  private var isCold: [Bool] = []
  /// Blocks that run while everything is as expected (`HotBlocks`).
  var isHot: [Bool] = []
  private var isHoisted: [Bool] = []
  private var useCount: [Int] = []
  /// Calls of the function itself go to a copy that is compiled into it (`unrolled`), once.
  private let isUnrolled: Bool
  /// This is that copy.
  let isCopy: Bool
  private var hasSwitch = false
  private var temporaries = 0

  init(_ module: Module, _ id: FunctionID, _ statics: ZigStatics, isCopy: Bool = false) {
    self.isCopy = isCopy
    isUnrolled = ZigFunction.isUnrolled(module, id)
    self.module = module
    self.id = id
    function = module[id]
    self.statics = statics
    isHot = HotBlocks.find(function, in: module)
    isCold = ZigColdBlocks.find(function, module, runsOnce: module.bodies.values.contains(id))
  }

  // MARK: whole function

  mutating func emit() {
    analyse()
    let isInline = isCopy || ZigFunction.isInline(function, isHot)
    let parameters = function.parameters.map { "\(isInline ? "a" : "v")\($0.raw): \(zigType(function[$0].type))" }
    let result = ZigFunction.resultType(function)
    let keyword = isInline ? "inline fn" : "fn"
    let convention = isInline ? "" : "callconv(.c) "
    let symbol = isCopy ? ZigFunction.copySymbol(id, function) : ZigFunction.symbol(id, function)
    out.open("\(keyword) \(symbol)(\(parameters.joined(separator: ", "))) \(convention)\(result) {")
    // Zig bounds how many calls in place it looks into within one function: 1000 unless told otherwise.
    let size = function.instructions.count
    if size > 200 { out.line("@setEvalBranchQuota(\(1000 + 20 * size));") }
    for parameter in function.parameters {
      if useCount[parameter.index] == 0 {
        out.line("_ = \(isInline ? "a" : "v")\(parameter.raw);")
      } else if isInline {
        // A variable, so that Zig evaluates nothing itself where an argument is a constant.
        out.line("var \(name(parameter)): \(zigType(function[parameter].type)) = a\(parameter.raw);")
        out.line("_ = &\(name(parameter));")
      }
    }
    for index in function.values.indices where isHoisted[index] {
      let value = ValueID(index)
      if useCount[index] == 0 { continue }
      out.line("var \(name(value)): \(zigType(function[value].type)) = undefined;")
    }
    if hasSwitch {
      out.open("sw: switch (@as(u32, 0)) {")
      for block in function.blockIDs where isLabel[block.index] {
        out.open("\(block.raw) => {")
        write(block)
        out.close("},")
      }
      out.line("else => unreachable,")
      out.close()
    } else {
      write(Function.entry)
    }
    out.close()
    out.blank()
  }

  static func symbol(_ id: FunctionID, _ function: Function) -> String {
    ZigNames.quoted("\(function.name)#\(id.raw)")
  }

  /// Instructions on the expected way of a function that is worth more in place than called.
  private static let inlineLimit = 24

  /// Small functions that call themselves, and nobody else, on the expected way: a level of the recursion in place halves
  /// the calls.
  static func isUnrolled(_ module: Module, _ id: FunctionID) -> Bool {
    let function = module[id]
    guard function.role == .typed else { return false }
    let hot = HotBlocks.find(function, in: module)
    var count = 0
    var calls = 0
    for block in function.blockIDs where hot[block.index] {
      for inst in function[block].instructions {
        count += 1
        guard case .call(let callee) = function[inst].op else { continue }
        guard callee == id else { return false }
        calls += 1
      }
    }
    return (1...2).contains(calls) && count <= 3 * inlineLimit
  }

  private static func copySymbol(_ id: FunctionID, _ function: Function) -> String {
    ZigNames.quoted("\(function.name)#\(id.raw).inner")
  }

  /// The name to call a function by.
  func callee(_ callee: FunctionID) -> String {
    callee == id && isUnrolled && !isCopy
      ? ZigFunction.copySymbol(id, function) : ZigFunction.symbol(callee, module[callee])
  }

  /// Small leaves among typed functions are compiled into their callers.
  private static func isInline(_ function: Function, _ hot: [Bool]) -> Bool {
    guard function.role == .typed, HotBlocks.isLeaf(function, hot) else { return false }
    var count = 0
    for block in function.blockIDs where hot[block.index] {
      count += function[block].instructions.count { function[$0].op != .br }
    }
    return count <= inlineLimit
  }

  static func resultType(_ function: Function) -> String {
    switch function.returnType {
    case .i64: function.raises ? "rt.PairI64" : "i64"
    case .f64: function.raises ? "rt.PairF64" : "f64"
    case .bool: function.raises ? "i32" : "bool"
    default: "rt.Word"
    }
  }

  func zigType(_ type: IRType) -> String {
    switch type {
    case .i64: "i64"
    case .f64: "f64"
    case .bool: "bool"
    default: "rt.Word"
    }
  }

  func name(_ value: ValueID) -> String { "v\(value.raw)" }

  // MARK: regions

  private mutating func analyse() {
    let blockCount = function.blocks.count
    predecessorCount = Array(repeating: 0, count: blockCount)
    for block in function.blockIDs {
      for target in function.successors(block) { predecessorCount[target.block.index] += 1 }
    }
    isLabel = predecessorCount.map { $0 > 1 }
    isLabel[0] = false
    hasSwitch = isLabel.contains(true)
    if hasSwitch { isLabel[0] = true }
    // Deep nesting costs Zig's parser stack; a block nested too deep becomes a prong of its own.
    region = Array(repeating: -1, count: blockCount)
    var depth = Array(repeating: 0, count: blockCount)
    for block in function.reversePostOrder() {
      if isLabel[block.index] || block == Function.entry { region[block.index] = block.index }
      let targets = Array(function.successors(block))
      let flat = flatTarget(of: block)
      for (index, target) in targets.enumerated() where !isLabel[target.block.index] {
        depth[target.block.index] = depth[block.index] + (index == flat ? 0 : 1)
        if depth[target.block.index] > 40 {
          isLabel[target.block.index] = true
          depth[target.block.index] = 0
          hasSwitch = true
          isLabel[0] = true
          region[0] = 0
        } else {
          region[target.block.index] = region[block.index]
        }
      }
    }
    countUses()
  }

  /// The target that is written after the terminator at the same level: the last one that is written in place.
  private func flatTarget(of block: BlockID) -> Int {
    guard let last = function.terminator(block) else { return -1 }
    let targets = function.targets(last)
    // Raising calls and guards continue with their first target.
    switch function[last].op {
    case .rt, .call, .next, .guard, .checked: return 0
    case .switchInt: return -1
    default: break
    }
    for (index, target) in targets.enumerated().reversed() where !isLabel[target.block.index] { return index }
    return targets.count - 1
  }

  private mutating func countUses() {
    useCount = Array(repeating: 0, count: function.values.count)
    isHoisted = Array(repeating: false, count: function.values.count)
    var home: [Int] = Array(repeating: -1, count: function.values.count)
    for block in function.blockIDs {
      for parameter in function[block].parameters { home[parameter.index] = region[block.index] }
      for id in function[block].instructions {
        if let result = function[id].result { home[result.index] = region[block.index] }
      }
      if isLabel[block.index] && block != Function.entry {
        for parameter in function[block].parameters { isHoisted[parameter.index] = true }
      }
    }
    for block in function.blockIDs {
      for id in function[block].instructions {
        for operand in function.operands(id) { noteUse(operand, block, home) }
        for target in function.targets(id) {
          for operand in function.arguments(target) { noteUse(operand, block, home) }
        }
      }
    }
    for parameter in function.parameters { isHoisted[parameter.index] = false }
  }

  private mutating func noteUse(_ operand: Operand, _ block: BlockID, _ home: [Int]) {
    guard let value = operand.value else { return }
    useCount[value.index] += 1
    if home[value.index] != region[block.index] { isHoisted[value.index] = true }
  }

  func isUsed(_ value: ValueID) -> Bool { useCount[value.index] > 0 }
  func isLabelBlock(_ block: BlockID) -> Bool { isLabel[block.index] }

  // MARK: blocks

  /// Writes a block and whatever follows it at the same level.
  private mutating func write(_ block: BlockID) {
    var next: BlockID? = block
    while let current = next {
      writeInstructions(current)
      guard let last = function.terminator(current) else { preconditionFailure("a block ends in a terminator") }
      next = terminator(last)
    }
  }

  /// Writes what stands before the terminator; in cold blocks neighbouring releases are one call.
  private mutating func writeInstructions(_ block: BlockID) {
    var dropped: [String] = []
    for id in function[block].instructions where !function[id].isTerminator {
      if isCold[block.index], case .release = function[id].op {
        if dropped.count == ZigColdBlocks.mostAtOnce { drop(&dropped) }
        dropped += operands(id)
        continue
      }
      drop(&dropped)
      instruction(id)
    }
    drop(&dropped)
  }

  private mutating func drop(_ words: inout [String]) {
    if words.isEmpty { return }
    out.line("rt.drop\(words.count)(\(words.joined(separator: ", ")));")
    words = []
  }

  /// Goes to a target from inside a nested scope.
  mutating func jump(_ target: Target, result: String? = nil) {
    enter(target, result: result)
    if isLabel[target.block.index] {
      out.line("continue :sw \(target.block.raw);")
    } else {
      write(target.block)
    }
  }

  /// Goes to the target that follows at the same level; returns the block to write there.
  mutating func follow(_ target: Target, result: String? = nil) -> BlockID? {
    enter(target, result: result)
    if isLabel[target.block.index] {
      out.line("continue :sw \(target.block.raw);")
      return nil
    }
    return target.block
  }

  /// Gives the target's parameters their arguments.
  private mutating func enter(_ target: Target, result: String?) {
    let parameters = function[target.block].parameters
    var values = function.arguments(target).map { operand($0) }
    if let result, parameters.count == values.count + 1 { values.insert(result, at: 0) }
    precondition(parameters.count == values.count, "arguments match parameters")
    var pairs = Array(zip(parameters, values)).filter { isUsed($0.0) }
    guard isLabel[target.block.index] else {
      for (parameter, value) in pairs { define(parameter, value) }
      return
    }
    pairs.removeAll { name($0.0) == $0.1 }
    // Parameters may be each other's arguments.
    let names = Set(pairs.map { name($0.0) })
    let conflicts = pairs.count > 1 && pairs.contains { names.contains($0.1) }
    if conflicts {
      let first = temporaries
      for (parameter, value) in pairs {
        out.line("const t\(temporaries): \(zigType(function[parameter].type)) = \(value);")
        temporaries += 1
      }
      for (index, pair) in pairs.enumerated() { out.line("\(name(pair.0)) = t\(first + index);") }
    } else {
      for (parameter, value) in pairs { out.line("\(name(parameter)) = \(value);") }
    }
  }

  /// Binds a value to an expression.
  mutating func define(_ value: ValueID, _ expression: String) {
    if !isUsed(value) {
      // A name alone does nothing, and Zig refuses to discard a constant that is used elsewhere.
      if expression.contains("(") { out.line("_ = \(expression);") }
    } else if isHoisted[value.index] {
      out.line("\(name(value)) = \(expression);")
    } else {
      out.line("const \(name(value)): \(zigType(function[value].type)) = \(expression);")
    }
  }

  mutating func temporary() -> String {
    temporaries += 1
    return "t\(temporaries - 1)"
  }

  mutating func operand(_ operand: Operand) -> String {
    if let value = operand.value { return name(value) }
    guard let constant = operand.constant else { preconditionFailure("operand is neither value nor constant") }
    return statics.expression(constant)
  }
}
