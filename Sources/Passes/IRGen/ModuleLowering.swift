// irgen: one Python module's AST and scopes → IR in stage py, every operation generic. This file owns what the functions
// of a module share: the IR module, locations, constants. Invariant: the result needs no type to be right.
import Frontend
import PyIR

/// What irgen reads of one Python module.
public struct LoweringInput {
  public var source: SourceFile
  public var ast: AST
  public var symbols: SymbolTable
  /// Dotted name; `__main__` for the program.
  public var moduleName: String
  public var isPackage: Bool
  /// Texts for `eval`, `exec` and `compile`.
  public var dynamicSources: [DynamicSource]
  public init(
    source: SourceFile, ast: AST, symbols: SymbolTable, moduleName: String, isPackage: Bool,
    dynamicSources: [DynamicSource] = []
  ) {
    self.dynamicSources = dynamicSources
    self.source = source
    self.ast = ast
    self.symbols = symbols
    self.moduleName = moduleName
    self.isPackage = isPackage
  }
}

/// Lowers a module. It must have passed scope resolution without errors.
public func lowerModule(_ input: LoweringInput) -> Module {
  let unit = ModuleLowering(input)
  unit.run()
  return unit.module
}

final class ModuleLowering {
  let source: SourceFile
  let ast: AST
  let symbols: SymbolTable
  let moduleName: String
  var module: Module
  let pythonModule: PythonModuleID
  /// Functions whose bodies are still to be lowered; bodies are lowered one after the other, never nested, so that deep
  /// nesting of functions costs no stack.
  var pending: [FunctionLowering] = []
  private var lastLine = 0
  /// The texts that the module evaluates, with the functions that they became; nil where the text is refused.
  private(set) var dynamicFunctions: [(DynamicSource, FunctionID?)] = []
  private let dynamicSources: [DynamicSource]
  /// What the text of this unit is read as; nil: it is the module's own.
  private let dynamicMode: SourceMode?
  var isDynamic: Bool { dynamicMode != nil }
  /// Values of expression statements are shown.
  var isInteractive: Bool { dynamicMode == .single }

  init(_ input: LoweringInput) {
    source = input.source
    ast = input.ast
    symbols = input.symbols
    moduleName = input.moduleName
    var module = Module(name: input.moduleName)
    pythonModule = module.addPythonModule(
      PythonModule(name: input.moduleName, path: input.source.path, isPackage: input.isPackage))
    self.module = module
    dynamicSources = input.dynamicSources
    dynamicMode = nil
  }

  /// A text that the module evaluates, lowered into the module's IR.
  private init(_ text: DynamicSource, _ number: Int, in owner: ModuleLowering) {
    guard let source = text.source, let ast = text.ast, let symbols = text.symbols else {
      preconditionFailure("a refused text has no code")
    }
    self.source = source
    self.ast = ast
    self.symbols = symbols
    moduleName = owner.moduleName
    module = owner.module
    pythonModule = module.addPythonModule(
      PythonModule(name: "\(owner.moduleName)<\(number)>", path: text.fileName, isPackage: false))
    dynamicSources = []
    dynamicMode = text.mode
  }

  /// Lowers the texts, before the module that registers them.
  private func lowerDynamicSources() {
    for (index, text) in dynamicSources.enumerated() {
      guard text.ast != nil else {
        dynamicFunctions.append((text, nil))
        continue
      }
      let unit = ModuleLowering(text, index, in: self)
      var code = CodeInfo(name: "<module>", qualname: "<module>")
      code.isModule = true
      let body = unit.declare(name: "<text \(index)>", code: code)
      let lowering = FunctionLowering(unit, body, unit.symbols.module)
      if let mode = unit.dynamicMode { lowering.lowerDynamicBody(mode) }
      unit.lowerPending()
      module = unit.module
      dynamicFunctions.append((text, body))
    }
  }

  func run() {
    var code = CodeInfo(name: "<module>", qualname: "<module>")
    code.isModule = true
    let body = declare(name: "<module>", code: code)
    module.bodies[pythonModule] = body
    lowerDynamicSources()
    let lowering = FunctionLowering(self, body, symbols.module)
    lowering.lowerModuleBody()
    lowerPending()
  }

  private func lowerPending() {
    var next = 0
    while next < pending.count {
      CompilationTrace.enterFunction(pending[next].function.name)
      pending[next].lowerBody()
      next += 1
    }
  }

  /// Reserves a function, so that its id can be used before its body exists.
  func declare(name: String, code: CodeInfo) -> FunctionID {
    var function = Function(name: "\(moduleName).\(name)")
    function.code = code
    function.pythonModule = pythonModule
    return module.addFunction(function)
  }

  // MARK: constants

  func constant(_ value: Constant) -> Operand { module.operand(value) }
  func name(_ text: String) -> Operand { module.operand(.name(text)) }
  func string(_ text: String) -> Operand { module.operand(.str(Array(text.utf8))) }
  var none: Operand { module.operand(.none) }
  var absent: Operand { module.operand(.absent) }
  func i64(_ value: Int) -> Operand { module.operand(.i64(Int64(value))) }
  var moduleAddress: Operand { module.operand(.module(pythonModule)) }

  func global(_ name: String) -> Operand { module.operand(.global(module.global(pythonModule, name))) }

  /// The constant of a literal.
  func literal(_ id: Frontend.ConstantID, negated: Bool = false) -> Constant {
    switch ast[id] {
    case .none: return .none
    case .true: return .true
    case .false: return .false
    case .ellipsis: return .ellipsis
    case .int(let value): return ModuleLowering.int(negated ? -value : value)
    case .bigInt(let limbs): return ModuleLowering.bigInt(limbs, negated)
    case .float(let value): return .float(bits: (negated ? -value : value).bitPattern)
    case .complex(let imag):
      return negated
        ? .complex(realBits: (-0.0 as Double).bitPattern, imagBits: (-imag).bitPattern)
        : .complex(realBits: 0, imagBits: imag.bitPattern)
    case .str(let bytes): return .str(bytes)
    case .bytes(let bytes): return .bytes(bytes)
    }
  }

  static func int(_ value: Int64) -> Constant {
    if (value << 1) >> 1 == value { return .smallInt(value) }
    return .bigInt(negative: value < 0, limbs: [value.magnitude])
  }

  private static func bigInt(_ limbs: [UInt32], _ negative: Bool) -> Constant {
    var wide: [UInt64] = []
    for index in stride(from: 0, to: limbs.count, by: 2) {
      let high = index + 1 < limbs.count ? UInt64(limbs[index + 1]) : 0
      wide.append(UInt64(limbs[index]) | high << 32)
    }
    while wide.last == 0 { wide.removeLast() }
    if wide.count == 1, wide[0] < 1 << 62 { return .smallInt(negative ? -Int64(wide[0]) : Int64(wide[0])) }
    if wide.count == 1, negative, wide[0] == 1 << 62 { return .smallInt(-(1 << 62)) }
    return .bigInt(negative: negative, limbs: wide)
  }

  // MARK: locations

  /// `lookup`: where the attribute stands that an instruction looks up and calls.
  func location(_ range: SourceRange, in function: FunctionID, lookup: SourceRange? = nil) -> LocationID {
    let lookupRow = lookup.map { location($0, in: function) } ?? .unknown
    let start = source.position(of: range.start)
    let end = source.position(of: range.end)
    return module.location(
      Location(
        function: function, line: UInt32(start.line), endLine: UInt32(end.line), column: UInt32(start.column),
        endColumn: UInt32(end.column), lookup: lookupRow))
  }
}
