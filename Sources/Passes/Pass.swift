// A pass is a value: name, stages, and a function over the module. Everything that a pass may do to the IR goes through
// `PassContext`.
import PyIR

/// In this target a module is one of IR; the frontend's are written `Frontend.Module`.
public typealias Module = PyIR.Module

/// What the driver asked of the pipeline.
public struct PassOptions: Sendable {
  /// 0: required passes only.
  public var level = 2
  public var disabled: Set<String> = []
  public var verifyEach = false
  /// Number of optional pass executions that may run; nil: all.
  public var bisectLimit: Int?
  /// Collect `PassContext.remarks`.
  public var wantsRemarks = false
  public init() {}
}

/// The door to mutation during one pass over one module.
public struct PassContext {
  public var module: Module
  public var options: PassOptions
  /// Statistics: (pass, counter) → value.
  public var statistics: [String: Int] = [:]
  public var remarks: [Remark] = []

  public init(module: Module, options: PassOptions) {
    self.module = module
    self.options = options
  }

  public mutating func count(_ name: String, _ amount: Int = 1) { statistics[name, default: 0] += amount }

  /// Runs `body` on each function.
  public mutating func forEachFunction(_ body: (inout Function, FunctionID, inout PassContext) -> Void) {
    for id in Array(module.functionIDList) {
      var function = module[id]
      CompilationTrace.enterFunction(function.name)
      // Taken out so that the arrays are uniquely referenced while they are edited.
      module[id] = Function(name: function.name)
      body(&function, id, &self)
      module[id] = function
    }
  }
}

public struct Pass: Sendable {
  public let name: String
  public let stageIn: Stage
  public let stageOut: Stage
  /// Part of the translation; runs at every level.
  public let required: Bool
  public let run: @Sendable (inout PassContext) -> Void

  init(
    _ name: String, _ stageIn: Stage, to stageOut: Stage? = nil, required: Bool = false,
    run: @escaping @Sendable (inout PassContext) -> Void
  ) {
    self.name = name
    self.stageIn = stageIn
    self.stageOut = stageOut ?? stageIn
    self.required = required
    self.run = run
  }
}
