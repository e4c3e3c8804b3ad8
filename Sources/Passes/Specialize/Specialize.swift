// specialize: gives functions a typed version (overlay) where inference finds numbers, and makes the generic entry choose.
//
//   fn @f(%fn, %n)                    fn @f(%fn, %n):  guard smallInt %n then ^1(i64) else ^2
//     … all generic            ⇒        ^1: call @f.typed(…), boxed, returned
//                                       ^2: call @f.twin(0, %fn, %n), returned
//                                     fn @f.typed(%n: i64) -> i64      machine arithmetic; leaves into the twin
//                                     fn @f.twin(%k, %fn, words…)      the generic code, entered in the middle
//
// Conditions: stage typed, before generator-split. A generator has both
// versions in one function (`TwinBuilder+Overlay`). Coroutines, module and class bodies stay generic. Whatever was
// inferred or annotated, every result is that of the generic code: typed code leaves before what it cannot do.
import PyIR

public let specialize = Pass("specialize", .typed) { context in
  let program = ProgramInference(context.module)
  program.run()
  if context.options.wantsRemarks {
    for id in program.candidates { context.remarks += program.functions[id]?.remarks() ?? [] }
  }
  var specializer = Specializer(program, context.module)
  specializer.run()
  context.module = specializer.module
  for (name, value) in specializer.statistics.sorted(by: { $0.key < $1.key }) {
    context.count("specialize.\(name)", value)
  }
}

private struct Specializer {
  let program: ProgramInference
  var module: Module
  var statistics: [String: Int] = [:]
  private var versions: [FunctionID: FunctionID] = [:]
  private var twins: [FunctionID: FunctionID] = [:]

  init(_ program: ProgramInference, _ module: Module) {
    self.program = program
    self.module = module
  }

  mutating func run() {
    // All ids first, since functions call each other.
    for id in program.candidates where !ProgramInference.isGenerator(program.module[id]) {
      versions[id] = declare(id, ".typed", .typed)
      twins[id] = declare(id, ".twin", .twin)
    }
    for id in module.functionIDList {
      if let code = module[id].code, !code.isModule, !code.isClassBody { module[id].usesFastPaths = true }
    }
    for id in program.candidates {
      guard let inference = program.functions[id] else { continue }
      guard let version = versions[id], let twin = twins[id] else {
        overlay(inference)
        continue
      }
      specialize(inference, version, twin)
    }
  }

  private mutating func declare(_ id: FunctionID, _ suffix: String, _ role: FunctionRole) -> FunctionID {
    var function = Function(name: module[id].name + suffix)
    function.role = role
    function.origin = id
    function.pythonModule = module[id].pythonModule
    return module.addFunction(function)
  }

  private mutating func specialize(_ inference: FunctionInference, _ version: FunctionID, _ twin: FunctionID) {
    var builder = TypedBuilder(inference, versions: versions, id: version, twin: twin, module: module)
    builder.run()
    // The generic entry starts the twin where an argument is not as the signature says.
    let start = inference.signature.contains(where: \.isNumber) ? builder.startEntry() : nil
    let count = TwinBuilder.parameterCount(builder.entries)
    builder.fillTwinCalls(count)
    module = builder.module
    module[version] = simplified(builder.out)
    if !builder.entries.isEmpty {
      let name = module[twin].name
      let body = TwinBuilder.build(inference, builder.entries, name: name, &module)
      module[twin] = simplified(body)
    }
    let dispatcher = Dispatcher(inference, version, twin, start: start, twinParameters: count)
    module[inference.id] = dispatcher.build(&module)
    note(inference, builder)
  }

  /// A generator keeps both versions in one function, since they share a frame.
  private mutating func overlay(_ inference: FunctionInference) {
    var builder = TypedBuilder(inference, versions: versions, id: inference.id, twin: inference.id, module: module)
    builder.run()
    module = builder.module
    let original = module[inference.id]
    let function = TwinBuilder.overlay(inference, builder, original, &module)
    module[inference.id] = simplified(function)
    statistics["generators", default: 0] += 1
    note(inference, builder)
  }

  private mutating func note(_ inference: FunctionInference, _ builder: TypedBuilder) {
    statistics["functions", default: 0] += 1
    statistics["ops", default: 0] += inference.gain
    statistics["exits", default: 0] += builder.entries.count
    statistics["assumed values", default: 0] += inference.assumptions.count
  }

  private mutating func simplified(_ function: Function) -> Function {
    var simplifier = CFGSimplifier(function: function, module: module, absent: module.operand(.absent))
    simplifier.run()
    return simplifier.function
  }
}
