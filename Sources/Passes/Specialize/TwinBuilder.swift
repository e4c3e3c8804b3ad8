// Builds the generic twin: the split generic function, entered at the points where typed code leaves.
//
//   fn @f.twin(%k: i64, %fn, %w0: maybe, …):  switch %k [0 -> ^e0, …]
//   ^e0: %x = cast %w0 : obj; br ^5                ; then the generic code from that point on, to the function's end
//
// Invariant: entry n defines exactly the values that its `TwinEntry` lists, in the words from the first one on.
import PyIR

struct TwinBuilder {
  var function: Function
  var module: Module
  let entries: [TwinEntry]
  var definitions: [ValueID: [(block: BlockID, operand: Operand)]] = [:]
  let absent: Operand

  /// Number of parameters of a twin with these entries.
  static func parameterCount(_ entries: [TwinEntry]) -> Int { 2 + (entries.map(\.live.count).max() ?? 0) }

  /// The twin's body; its constants are added to the module.
  static func build(
    _ inference: FunctionInference, _ entries: [TwinEntry], name: String, _ module: inout Module
  ) -> Function {
    var builder = TwinBuilder(inference, entries, name: name, module)
    builder.run()
    module = builder.module
    return builder.function
  }

  init(_ inference: FunctionInference, _ entries: [TwinEntry], name: String, _ module: Module) {
    var module = module
    absent = module.operand(.absent)
    self.module = module
    self.entries = entries
    function = inference.split.function
    function.name = name
    function.role = .twin
    function.origin = inference.id
    function.code = nil
    function.usesFastPaths = false
    function.returnType = .obj
  }

  private mutating func run() {
    let parameters = function.parameters
    let location = function.blocks[0].instructions.first.map { function[$0].location } ?? .unknown
    let points = entries.map { ($0.block, splitOff($0.block, location)) }
    function.setParameters(Function.entry, [])
    let number = Operand(function.addParameter(Function.entry, .i64))
    let functionObject = Operand(function.addParameter(Function.entry, .obj))
    let count = TwinBuilder.parameterCount(entries) - 2
    let words = (0..<count).map { _ in Operand(function.addParameter(Function.entry, .maybe)) }
    function[Function.entry].instructions = []
    let old = Operand(parameters[0])
    function.replaceUses { $0 == old ? functionObject : $0 }
    var targets: [Target] = []
    for (entry, point) in zip(entries, points) {
      targets.append(function.makeTarget(makeEntry(entry, point.1, words, location)))
    }
    let never = function.addBlock()
    function.append(never, .unreachable, location: location)
    let cases = entries.indices.map { module.operand(.i64(Int64($0))) }
    function.append(
      Function.entry, .switchInt, [number] + cases, targets: targets + [function.makeTarget(never)],
      location: location)
    SSARepair.run(&function, absent: absent, definitions: definitions, undefined: Set(parameters))
    function.removeUnreachableBlocks()
  }

  /// Moves what a block does behind its parameters, so that an entry need not pass those.
  mutating func splitOff(_ block: BlockID, _ location: LocationID) -> BlockID {
    let rest = function.addBlock()
    function[rest].instructions = function[block].instructions
    function[block].instructions = []
    function.append(block, .br, targets: [function.makeTarget(rest)], location: location)
    return rest
  }

  mutating func makeEntry(
    _ entry: TwinEntry, _ point: BlockID, _ words: [Operand], _ location: LocationID
  ) -> BlockID {
    let block = function.addBlock()
    for (value, word) in zip(entry.live, words) {
      definitions[value, default: []].append((block, restored(value, word, block, location)))
    }
    function.append(block, .br, targets: [function.makeTarget(point)], location: location)
    return block
  }

  /// A value from the word that it was handed over as.
  private mutating func restored(
    _ value: ValueID, _ word: Operand, _ block: BlockID, _ location: LocationID
  ) -> Operand {
    let type = function[value].type
    if type == .maybe { return word }
    func append(_ op: Op, _ operands: [Operand], _ type: IRType?) -> Operand {
      guard let result = function.append(block, op, operands, type: type, location: location) else {
        preconditionFailure("\(op) has a result")
      }
      return Operand(result)
    }
    if type.isWord { return append(.cast, [word], type) }
    let object = append(.cast, [word], .obj)
    switch type {
    case .bool: return append(.rt(.obj_is), [object, module.operand(.true)], nil)
    case .i64: return append(.rt(.int_as_i64), [object], nil)
    case .f64: return append(.rt(.float_as_f64), [object], nil)
    default: preconditionFailure("a machine type")
    }
  }
}
