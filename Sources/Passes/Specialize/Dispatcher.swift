// The generic entry of a specialised function: checks the arguments against the signature, O(1) each, and enters the typed
// version, or the twin at its start. Neither adds a traceback row of its own: those functions have recorded the frame.
import PyIR

struct Dispatcher {
  private let inference: FunctionInference
  private let version: FunctionID
  private let twin: FunctionID
  /// The twin's entry at the function's start.
  private let start: Int?
  private let twinParameters: Int

  init(_ inference: FunctionInference, _ version: FunctionID, _ twin: FunctionID, start: Int?, twinParameters: Int) {
    self.inference = inference
    self.version = version
    self.twin = twin
    self.start = start
    self.twinParameters = twinParameters
  }

  func build(_ module: inout Module) -> Function {
    let original = module[inference.id]
    let location = original.blocks[0].instructions.first.map { original[$0].location } ?? .unknown
    var function = Function(name: original.name)
    function.code = original.code
    function.pythonModule = original.pythonModule
    var block = function.addBlock()
    let parameters = original.parameters.map { _ in Operand(function.addParameter(block, .obj)) }
    var slow: BlockID?
    if let start {
      let exit = function.addBlock()
      slow = exit
      var operands = [module.operand(.i64(Int64(start)))] + parameters
      operands += Array(repeating: module.operand(.absent), count: twinParameters - operands.count)
      guard let result = function.append(exit, .call(twin), operands, type: .obj, location: location) else {
        preconditionFailure("a call has a result")
      }
      function.append(exit, .ret, [Operand(result)], location: location)
    }
    var operands = TypedBuilder.takesFunction(inference.split) ? [parameters[0]] : []
    for (parameter, kind) in zip(parameters, inference.signature).dropFirst() {
      guard let type = kind.machineType, let slow else {
        operands.append(parameter)
        continue
      }
      let next = function.addBlock()
      operands.append(Operand(function.addParameter(next, type)))
      function.append(
        block, .guard(kind.check), [parameter], targets: [function.makeTarget(next), function.makeTarget(slow)],
        location: location)
      block = next
    }
    enter(operands, block, location, &function)
    function.removeUnreachableBlocks()
    return function
  }

  private func enter(
    _ operands: [Operand], _ block: BlockID, _ location: LocationID, _ function: inout Function
  ) {
    let kind = inference.program.returnKind(inference.id)
    guard let type = kind.machineType else {
      if let result = function.append(block, .call(version), operands, type: .obj, location: location) {
        function.append(block, .ret, [Operand(result)], location: location)
      }
      return
    }
    let returned = function.addBlock()
    let result = Operand(function.addParameter(returned, type))
    let failed = function.addBlock()
    function.append(
      block, .call(version), operands, targets: [function.makeTarget(returned), function.makeTarget(failed)],
      location: location)
    let row: RuntimeID = kind == .f64 ? .float_from_f64 : kind == .bool ? .bool_to_obj : .int_from_i64
    if let word = function.append(returned, .rt(row), [result], location: location) {
      function.append(returned, .ret, [Operand(word)], location: location)
    }
    guard let escaped = function.append(failed, .rt(.escaped_take), location: location),
      let isAbsent = function.append(failed, .isAbsent, [Operand(escaped)], location: location)
    else { preconditionFailure("these ops have results") }
    let raised = function.addBlock()
    let other = function.addBlock()
    function.append(
      failed, .cond, [Operand(isAbsent)], targets: [function.makeTarget(raised), function.makeTarget(other)],
      location: location)
    function.append(raised, .propagate, location: location)
    if let object = function.append(other, .cast, [Operand(escaped)], type: .obj, location: location) {
      function.append(other, .ret, [Operand(object)], location: location)
    }
  }
}
