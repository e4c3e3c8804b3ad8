// Rules V1 and V3 to V6 for one function: ids, blocks, definitions, dominance, and V18. Later rules
// are only looked at when the earlier ones hold, because they index by ids and follow definitions.

struct FunctionVerifier {
  let id: FunctionID
  let module: Module
  let function: Function
  var errors: [VerifierError] = []
  private(set) var cfg: CFG
  private(set) var dominators: Dominators
  private var numbering: ValueNumbering?
  var block = Function.entry

  init(_ id: FunctionID, _ module: Module) {
    self.id = id
    self.module = module
    function = module[id]
    let empty = Function(name: "")
    cfg = CFG(empty)
    dominators = Dominators(empty, cfg)
  }

  mutating func run() {
    checkIDs()
    guard errors.isEmpty else { return }
    checkRole()
    guard !function.blocks.isEmpty else { return }
    cfg = CFG(function)
    checkBlocks()
    checkDefinitions()
    guard errors.isEmpty else { return }
    dominators = Dominators(function, cfg)
    checkDominance()
    checkInstructions()
  }

  mutating func fail(
    _ rule: String, _ message: String, _ instruction: InstID? = nil, inBlock: Bool = true
  ) {
    guard errors.count < Verifier.errorLimit else { return }
    let numbering = self.numbering ?? ValueNumbering(function)
    self.numbering = numbering
    let text = instruction.map { IRPrinter.text($0, in: id, of: module, numbering: numbering) }
    errors.append(
      VerifierError(
        rule: rule, function: function.name, block: inBlock ? block.index : nil, instruction: text,
        message: message))
  }

  // MARK: V1

  private mutating func checkIDs() {
    if function.pythonModule.index >= max(1, module.pythonModules.count) {
      fail("V1", "unknown Python module", inBlock: false)
    }
    for other in [function.origin, function.resumeFunction].compactMap({ $0 })
    where other.index >= module.functions.count {
      fail("V1", "origin or resume function is unknown", inBlock: false)
    }
    if let doc = function.code?.doc, doc.index >= module.constants.count {
      fail("V1", "unknown constant as doc string", inBlock: false)
    }
    if !isKnown(function.returnType) { fail("V1", "unknown return type", inBlock: false) }
    for index in function.blocks.indices {
      block = BlockID(index)
      for value in function[block].parameters { checkValue(value, nil) }
      for inst in function[block].instructions {
        guard inst.index < function.instructions.count else {
          fail("V1", "unknown instruction \(inst.index)")
          continue
        }
        checkIDs(inst)
      }
    }
  }

  private mutating func checkIDs(_ inst: InstID) {
    if let result = function[inst].result { checkValue(result, inst) }
    for operand in function.operands(inst) { checkOperand(operand, inst) }
    for target in function.targets(inst) {
      if target.block.index >= function.blocks.count {
        fail("V1", "unknown block ^\(target.block.index)", inst)
      }
      for argument in function.arguments(target) { checkOperand(argument, inst) }
    }
    if function[inst].location.index >= module.locations.count {
      fail("V1", "unknown location", inst)
    }
    if case .call(let callee) = function[inst].op, callee.index >= module.functions.count {
      fail("V1", "unknown function", inst)
    }
  }

  private mutating func checkValue(_ value: ValueID, _ inst: InstID?) {
    if value.index >= function.values.count {
      fail("V1", "unknown value", inst)
    } else if !isKnown(function[value].type) {
      fail("V1", "value of unknown type", inst)
    }
  }

  private mutating func checkOperand(_ operand: Operand, _ inst: InstID) {
    if let value = operand.value { checkValue(value, inst) }
    if let constant = operand.constant, constant.index >= module.constants.count {
      fail("V1", "unknown constant", inst)
    }
  }

  private func isKnown(_ type: IRType) -> Bool {
    type.isComposite
      ? type.compositeIndex < module.types.count : Int(type.raw) < IRType.scalarNames.count
  }

  // MARK: V3, V4, V5

  private mutating func checkBlocks() {
    for index in function.blocks.indices {
      block = BlockID(index)
      for inst in function[block].instructions.dropLast() where function[inst].isTerminator {
        fail("V3", "a terminator inside a block", inst)
      }
      guard let last = function.terminator(block) else {
        if cfg.isReachable(block) {
          fail("V3", "the block has no terminator", function[block].instructions.last)
        }
        continue
      }
      if function.targets(last).contains(where: { $0.block == Function.entry }) {
        fail("V5", "an edge enters the entry", last)
      }
    }
  }

  private mutating func checkDefinitions() {
    var isDefined = [Bool](repeating: false, count: function.values.count)
    var isPlaced = [Bool](repeating: false, count: function.instructions.count)
    for index in function.blocks.indices {
      block = BlockID(index)
      for (position, value) in function[block].parameters.enumerated() {
        if isDefined[value.index] { fail("V4", "parameter \(position) is defined twice") }
        isDefined[value.index] = true
        if function[value].definition != .parameter(block, position) {
          fail("V4", "parameter \(position) is recorded elsewhere")
        }
      }
      for inst in function[block].instructions {
        if isPlaced[inst.index] { fail("V4", "the instruction stands in two places", inst) }
        isPlaced[inst.index] = true
        guard let value = function[inst].result else { continue }
        if isDefined[value.index] { fail("V4", "the result is defined twice", inst) }
        isDefined[value.index] = true
        if function[value].definition != .instruction(inst) {
          fail("V4", "the result is recorded elsewhere", inst)
        }
      }
    }
    guard errors.isEmpty else { return }
    Uses.visit(function) { value, use in
      guard !isDefined[value.index], errors.count < Verifier.errorLimit else { return }
      block = use.block
      fail("V4", "a value that no block defines is used", use.instruction)
    }
  }

  // MARK: V6

  private mutating func checkDominance() {
    var blocks = [UInt32](repeating: 0, count: function.values.count)
    /// −1 for parameters.
    var positions = [Int32](repeating: -1, count: function.values.count)
    for index in function.blocks.indices {
      for value in function[BlockID(index)].parameters { blocks[value.index] = UInt32(index) }
      for (position, inst) in function[BlockID(index)].instructions.enumerated() {
        guard let value = function[inst].result else { continue }
        blocks[value.index] = UInt32(index)
        positions[value.index] = Int32(position)
      }
    }
    Uses.visit(function) { value, use in
      guard cfg.isReachable(use.block) else { return }
      let definition = BlockID(Int(blocks[value.index]))
      let isDominated =
        definition == use.block
        ? Int(positions[value.index]) < use.position : dominators.dominates(definition, use.block)
      guard !isDominated else { return }
      block = use.block
      let name = (numbering ?? ValueNumbering(function))[value] ?? value.index
      fail("V6", "the definition of %\(name) does not dominate this use", use.instruction)
    }
  }

  // MARK: V18

  private mutating func checkRole() {
    block = Function.entry
    switch function.role {
    case .generic: checkGeneric()
    case .typed: break
    case .twin:
      if !function.blocks.isEmpty, function.parameters.first.map({ function[$0].type }) != .i64 {
        fail("V18", "parameter 0 of a twin is the entry number, an i64", inBlock: false)
      }
    case .resume:
      let isFrame =
        function.parameters.count == 2
        && function.parameters.allSatisfy { function[$0].type.isWord }
      if !function.blocks.isEmpty, !isFrame {
        fail("V18", "a resume function takes the frame and the sent value", inBlock: false)
      }
    }
    if function.role != .generic, function.origin == nil {
      fail("V18", "a \(function.role) function has an origin", inBlock: false)
    }
  }

  private mutating func checkGeneric() {
    if !function.returnType.isWord {
      fail("V18", "a generic function returns a word", inBlock: false)
    }
    guard !function.blocks.isEmpty else { return }
    let types = function.parameters.map { function[$0].type }
    if types.first != .obj {
      fail("V18", "parameter 0 is the function object, an obj", inBlock: false)
    }
    if !types.allSatisfy({ $0.isWord }) {
      fail("V18", "parameters of a generic function are words", inBlock: false)
    }
    guard let code = function.code, !code.isModule, !code.isClassBody else { return }
    if types.count != 1 + code.parameterCount {
      fail(
        "V18", "\(types.count) parameters, but \(1 + code.parameterCount) by the code",
        inBlock: false)
    }
    if code.variableNames.count < code.parameterCount {
      fail("V18", "parameters without names in the code information", inBlock: false)
    }
  }
}
