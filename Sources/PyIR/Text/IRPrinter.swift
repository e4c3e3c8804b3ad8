// Prints modules as text (docs/ir.md has the grammar). The text is canonical: two modules print
// alike exactly if
// `Module.isEquivalent` holds, because values and location rows are numbered in print order.
// Printing never traps, so that the verifier can show invalid IR: what cannot be named prints as
// `%?n`, which the parser refuses.

/// Writes IR text into a byte buffer. Use the static functions.
public struct IRPrinter {
  let module: Module
  var out: [UInt8] = []
  /// Row numbers of the location table, in the order of first use; 0: none yet.
  private var rowNumbers: [Int32]
  private var rows: [LocationID] = []
  /// Locations that must be rows since other rows refer to them.
  private var targets: Set<LocationID> = []
  var numbering: ValueNumbering
  var functionID = FunctionID(0)

  private init(_ module: Module) {
    self.module = module
    numbering = ValueNumbering(Function(name: ""))
    rowNumbers = Array(repeating: 0, count: module.locations.count)
    for location in module.locations {
      if location.inlinedAt != .unknown { targets.insert(location.inlinedAt) }
      if location.lookup != .unknown { targets.insert(location.lookup) }
    }
  }

  /// The whole module.
  public static func text(_ module: Module) -> String { String(decoding: bytes(module), as: UTF8.self) }

  /// The whole module, in UTF-8.
  public static func bytes(_ module: Module) -> [UInt8] {
    var printer = IRPrinter(module)
    // About what an instruction takes: a big module is not copied again and again.
    printer.out.reserveCapacity(module.functions.reduce(4096) { $0 + 64 * $1.instructions.count })
    printer.printModule()
    return printer.out
  }

  /// One function, then the location rows that it uses.
  public static func text(_ function: FunctionID, in module: Module) -> String {
    var printer = IRPrinter(module)
    printer.printFunction(function)
    printer.printLocations()
    return String(decoding: printer.out, as: UTF8.self)
  }

  /// One instruction as it stands in the function's text, without indentation or location.
  public static func text(
    _ instruction: InstID, in function: FunctionID, of module: Module,
    numbering: ValueNumbering? = nil
  ) -> String {
    var printer = IRPrinter(module)
    printer.functionID = function
    printer.numbering = numbering ?? ValueNumbering(module[function])
    printer.printInstruction(instruction, module[function], withLocation: false)
    return String(decoding: printer.out, as: UTF8.self)
  }

  /// A type as it stands in the text.
  public static func text(_ type: IRType, in module: Module) -> String {
    var printer = IRPrinter(module)
    printer.printType(type)
    return String(decoding: printer.out, as: UTF8.self)
  }

  // MARK: module

  private mutating func printModule() {
    put("module ")
    putString(Array(module.name.utf8))
    put(" stage \(module.stage)")
    if module.cacheCount > 0 { put(" caches \(module.cacheCount)") }
    put("\n")
    for (index, python) in module.pythonModules.enumerated() {
      put("python @")
      putName(python.name)
      put(" ")
      putString(Array(python.path.utf8))
      if python.isPackage { put(" package") }
      if let body = module.bodies[PythonModuleID(index)] {
        put(" body ")
        putFunction(body)
      }
      put("\n")
    }
    for global in module.globals {
      put("global ")
      putGlobal(global)
      put("\n")
    }
    for function in module.functionIDList {
      put("\n")
      printFunction(function)
    }
    printLocations()
  }

  private mutating func printLocations() {
    guard !rows.isEmpty else { return }
    put("\nlocations {\n")
    for id in rows {
      let row = module[id]
      put("  #")
      put(number: rowNumber(id))
      put(" = ")
      putFunction(row.function)
      for (number, separator) in [(row.line, " "), (row.column, ":"), (row.endLine, " to "), (row.endColumn, ":")] {
        put(separator)
        put(number: Int(number))
      }
      if row.lookup != .unknown { put(" lookup #\(number(ofRow: row.lookup))") }
      if row.inlinedAt != .unknown { put(" at #\(number(ofRow: row.inlinedAt))") }
      put("\n")
    }
    put("}\n")
  }

  private func number(ofRow id: LocationID) -> Int { id.index < rowNumbers.count ? Int(rowNumbers[id.index]) : 0 }

  /// `#line:column` where that says everything, a row of the table otherwise; a row follows the
  /// rows it refers to.
  mutating func putLocation(_ id: LocationID) {
    guard id != .unknown else { return }
    guard id.index < module.locations.count else { return put(" #?") }
    let row = module[id]
    let isPoint =
      row.function == functionID && row.endLine == row.line && row.endColumn == row.column
      && row.lookup == .unknown && row.inlinedAt == .unknown
    if isPoint, !targets.contains(id) {
      put(" #")
      put(number: Int(row.line))
      put(":")
      return put(number: Int(row.column))
    }
    put(" #")
    put(number: rowNumber(id))
  }

  private mutating func rowNumber(_ id: LocationID) -> Int {
    if rowNumbers[id.index] != 0 { return Int(rowNumbers[id.index]) }
    // A call site is a row before what was inlined there; chains are short, but not the compiler's
    // stack's business.
    var chain = [id]
    while let last = chain.last {
      let next = module[last].inlinedAt
      guard next != .unknown, next.index < module.locations.count, rowNumbers[next.index] == 0,
        chain.count <= rowLimit
      else { break }
      chain.append(next)
    }
    for location in chain.reversed() where rowNumbers[location.index] == 0 {
      let lookup = module[location].lookup
      if lookup != .unknown, lookup.index < module.locations.count { addRow(lookup) }
      addRow(location)
    }
    return Int(rowNumbers[id.index])
  }
  private mutating func addRow(_ id: LocationID) {
    guard rowNumbers[id.index] == 0 else { return }
    rows.append(id)
    rowNumbers[id.index] = Int32(rows.count)
  }
  private var rowLimit: Int { module.locations.count }

  // MARK: functions

  private mutating func printFunction(_ id: FunctionID) {
    let function = module[id]
    functionID = id
    numbering = ValueNumbering(function)
    put("fn ")
    putFunction(id)
    put("(")
    printParameters(function.parameters, function)
    put(") -> ")
    printType(function.returnType)
    if function.pythonModule.index < module.pythonModules.count {
      put(" in @")
      putName(module[function.pythonModule].name)
    }
    if function.role != .generic { put(" \(function.role)") }
    if function.usesFastPaths { put(" fast") }
    if function.raises { put(" raises") }
    if let origin = function.origin {
      put(" origin ")
      putFunction(origin)
    }
    if let resume = function.resumeFunction {
      put(" continues ")
      putFunction(resume)
    }
    if function.frameObjectSlots != 0 || function.frameRawSlots != 0 {
      put(" frame \(function.frameObjectSlots) \(function.frameRawSlots)")
    }
    if let code = function.code {
      put("\n  ")
      printCode(code)
    }
    guard !function.blocks.isEmpty else { return put("\n") }
    put(" {\n")
    for block in function.blockIDs { printBlock(block, function) }
    put("}\n")
  }

  private mutating func printCode(_ code: CodeInfo) {
    put("code { name ")
    putString(Array(code.name.utf8))
    put(" qualname ")
    putString(Array(code.qualname.utf8))
    put(" line \(code.firstLine)")
    if code.positional != 0 { put(" positional \(code.positional)") }
    if code.positionalOnly != 0 { put(" posonly \(code.positionalOnly)") }
    if code.keywordOnly != 0 { put(" kwonly \(code.keywordOnly)") }
    for (name, path) in CodeInfo.flags where code[keyPath: path] { put(" \(name)") }
    if !code.variableNames.isEmpty { putStrings(" vars", code.variableNames) }
    if !code.freeNames.isEmpty { putStrings(" free", code.freeNames) }
    if !code.cellNames.isEmpty { putStrings(" cells", code.cellNames) }
    if let doc = code.doc {
      put(" doc ")
      putConstant(doc)
    }
    if !code.parameterHints.isEmpty { putStrings(" hints", code.parameterHints) }
    if let hint = code.returnHint {
      put(" returns ")
      putString(Array(hint.utf8))
    }
    put(" }")
  }

  private mutating func putStrings(_ label: String, _ strings: [String?]) {
    put(label)
    put(" (")
    for (index, string) in strings.enumerated() {
      if index > 0 { put(", ") }
      if let string { putString(Array(string.utf8)) } else { put("none") }
    }
    put(")")
  }

  private mutating func printBlock(_ id: BlockID, _ function: Function) {
    let block = function[id]
    put("^")
    put(number: id.index)
    if id != Function.entry, !block.parameters.isEmpty {
      put("(")
      printParameters(block.parameters, function)
      put(")")
    }
    put(":\n")
    for inst in block.instructions {
      put("  ")
      printInstruction(inst, function, withLocation: true)
      put("\n")
    }
  }

  private mutating func printParameters(_ parameters: [ValueID], _ function: Function) {
    for (index, value) in parameters.enumerated() {
      if index > 0 { put(", ") }
      putValue(value)
      put(": ")
      guard value.index < function.values.count else { continue }
      printOwnedType(function[value])
    }
  }
}

extension CodeInfo {
  /// The boolean facts by their words in the text.
  static var flags: [(String, WritableKeyPath<CodeInfo, Bool> & Sendable)] {
    [
      ("varargs", \.hasVarArgs), ("varkw", \.hasVarKeywords), ("generator", \.isGenerator),
      ("coroutine", \.isCoroutine), ("async_generator", \.isAsyncGenerator),
      ("class_cell", \.needsClassCell),
      ("module", \.isModule), ("class", \.isClassBody), ("lambda", \.isLambda),
      ("nested", \.isNested),
    ]
  }
}
