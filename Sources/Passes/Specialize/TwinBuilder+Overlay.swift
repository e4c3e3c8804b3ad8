// A generator's two versions in one function, because they run in one frame: the typed code in front, which leaves by
// branching to the generic code. generator-split then saves what lives across a yield, in either version.
//
//   fn @g(%fn, %n):  guard smallInt %n then ^1(i64) else ^generic
//   ^1(%i: i64): …                                       ; typed
//     i64.add.ovf %i, 1 then ^2 else ^x
//   ^x: %w = rt int_from_i64 %i; br ^e0(%w)
//   ^e0(%w0: maybe): %x = cast %w0 : obj; br ^5          ; the generic code from that point on
//
// Invariant: as in `TwinBuilder`, entry n defines exactly the values that its `TwinEntry` lists.
import PyIR

extension TwinBuilder {
  /// `original` is the generic function, whose place the result takes.
  static func overlay(
    _ inference: FunctionInference, _ typed: TypedBuilder, _ original: Function, _ module: inout Module
  ) -> Function {
    var builder = TwinBuilder(inference, typed.entries, name: original.name, module)
    builder.function.role = original.role
    builder.function.origin = original.origin
    builder.function.code = original.code
    builder.function.usesFastPaths = true
    builder.function.returnType = original.returnType
    builder.overlay(inference, typed)
    module = builder.module
    return builder.function
  }

  private mutating func overlay(_ inference: FunctionInference, _ typed: TypedBuilder) {
    let parameters = function.parameters
    let location = function.blocks[0].instructions.first.map { function[$0].location } ?? .unknown
    var points: [BlockID: BlockID] = [Function.entry: splitOff(Function.entry, location)]
    for entry in entries where points[entry.block] == nil { points[entry.block] = splitOff(entry.block, location) }
    guard let generic = points[Function.entry] else { preconditionFailure("the entry has been split") }
    var exits: [BlockID] = []
    for entry in entries {
      guard let point = points[entry.block] else { preconditionFailure("each entry's block has been split") }
      let exit = function.addBlock()
      let words = entry.live.map { _ in Operand(function.addParameter(exit, .maybe)) }
      let target = function.makeTarget(makeEntry(entry, point, words, location))
      function.append(exit, .br, targets: [target], location: location)
      exits.append(exit)
    }
    let start = transplant(typed, exits)
    function[Function.entry].instructions = []
    enter(start, generic, parameters, inference, location)
    SSARepair.run(&function, absent: absent, definitions: definitions, undefined: [])
    function.removeUnreachableBlocks()
  }

  /// Checks the arguments, then goes to the typed code or to the generic start.
  private mutating func enter(
    _ start: BlockID, _ generic: BlockID, _ parameters: [ValueID], _ inference: FunctionInference,
    _ location: LocationID
  ) {
    var block = Function.entry
    var operands = TypedBuilder.takesFunction(inference.split) ? [Operand(parameters[0])] : []
    for (parameter, kind) in zip(parameters, inference.signature).dropFirst() {
      guard let type = kind.machineType else {
        operands.append(Operand(parameter))
        continue
      }
      let next = function.addBlock()
      operands.append(Operand(function.addParameter(next, type)))
      function.append(
        block, .guard(kind.check), [Operand(parameter)],
        targets: [function.makeTarget(next), function.makeTarget(generic)], location: location)
      block = next
    }
    function.append(block, .br, targets: [function.makeTarget(start, operands)], location: location)
  }

  /// Copies the typed code; where it would call the twin it branches to one of `exits`. Gives its first block.
  private mutating func transplant(_ typed: TypedBuilder, _ exits: [BlockID]) -> BlockID {
    let source = typed.out
    let calls = Set(typed.twinCalls)
    var values: [Operand?] = Array(repeating: nil, count: source.values.count)
    var blocks: [BlockID?] = Array(repeating: nil, count: source.blocks.count)
    let order = source.reversePostOrder()
    for block in order {
      let copy = function.addBlock()
      blocks[block.index] = copy
      for parameter in source[block].parameters {
        values[parameter.index] = Operand(function.addParameter(copy, source[parameter].type))
      }
    }
    func copied(_ operand: Operand) -> Operand {
      guard let value = operand.value else { return operand }
      guard let copy = values[value.index] else { preconditionFailure("a definition comes before its uses") }
      return copy
    }
    for block in order {
      guard let copy = blocks[block.index] else { continue }
      for id in source[block].instructions {
        let operands = source.operands(id).map(copied)
        if calls.contains(id) {
          guard let number = operands[0].constant, case .i64(let index) = module[number] else {
            preconditionFailure("the number of an entry is a constant")
          }
          let words = Array(operands.dropFirst(2).prefix(entries[Int(index)].live.count))
          let target = function.makeTarget(exits[Int(index)], words)
          function.append(copy, .br, targets: [target], location: source[id].location)
          // What follows returns the twin's result.
          break
        }
        var targets: [Target] = []
        for target in source.targets(id) {
          guard let to = blocks[target.block.index] else { preconditionFailure("a successor is reachable") }
          targets.append(function.makeTarget(to, source.arguments(target).map(copied)))
        }
        let result = source[id].result
        let made = function.append(
          copy, source[id].op, operands, targets: targets, type: result.map { source[$0].type },
          ownership: result.map { source[$0].ownership }, location: source[id].location)
        if let result, let made { values[result.index] = Operand(made) }
      }
    }
    guard let start = blocks[Function.entry.index] else { preconditionFailure("the entry is reachable") }
    return start
  }
}
