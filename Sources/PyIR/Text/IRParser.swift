// Reads IR text back. This file holds the cursor and the module level; functions, instructions and
// constants are in the extensions.
// Names may be used before their definition: functions are declared from the token list before
// anything is parsed, values and blocks at the start of their function's body. So one pass over the
// tokens makes final ids.

/// Parses IR text. Syntax errors and unknown names are thrown; everything else is left to the
/// verifier.
public struct IRParser {
  let bytes: [UInt8]
  let tokens: [IRToken]
  var cursor = 0
  var module: Module
  var pythonModules: [String: PythonModuleID] = [:]
  var globals: [String: GlobalID] = [:]
  var functions: [String: FunctionID] = [:]
  // The function being parsed.
  var function = Function(name: "")
  var functionID = FunctionID(0)
  var values: [String: ValueID] = [:]
  var blocks: [String: BlockID] = [:]
  /// Instructions whose location is a row of the table, which follows the functions.
  var pendingRows: [(function: FunctionID, instruction: InstID, row: Int, token: Int)] = []

  /// The module that the text describes.
  public static func parse(_ text: String) throws(IRParseError) -> Module {
    try parse(Array(text.utf8))
  }

  /// The module that the UTF-8 text describes.
  public static func parse(_ bytes: [UInt8]) throws(IRParseError) -> Module {
    var parser = IRParser(bytes, try IRLexer.tokens(bytes))
    try parser.parseModule()
    return parser.module
  }

  private init(_ bytes: [UInt8], _ tokens: [IRToken]) {
    self.bytes = bytes
    self.tokens = tokens
    module = Module(name: "")
  }

  // MARK: cursor

  var token: IRToken { tokens[cursor] }
  mutating func advance() { if cursor < tokens.count - 1 { cursor += 1 } }

  func error(_ message: String) -> IRParseError { error(message, at: cursor) }
  func error(_ message: String, at index: Int) -> IRParseError {
    let token = tokens[index]
    return .at(Int(token.start) - token.prefixLength, in: bytes, message)
  }

  /// The token's name or word, escapes resolved.
  func text(_ token: IRToken) throws(IRParseError) -> String {
    if token.isQuoted { return String(decoding: try unescape(token), as: UTF8.self) }
    return String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
  }

  /// Compares the token's bytes without making a string.
  func isWord(_ word: StaticString) -> Bool {
    let token = tokens[cursor]
    guard token.kind == .word, Int(token.end - token.start) == word.utf8CodeUnitCount else {
      return false
    }
    for index in 0..<word.utf8CodeUnitCount
    where bytes[Int(token.start) + index] != word.utf8Start[index] {
      return false
    }
    return true
  }

  mutating func accept(_ kind: IRTokenKind) -> Bool {
    guard tokens[cursor].kind == kind else { return false }
    advance()
    return true
  }
  mutating func accept(_ word: StaticString) -> Bool {
    guard isWord(word) else { return false }
    advance()
    return true
  }
  mutating func expect(_ kind: IRTokenKind, _ name: String) throws(IRParseError) {
    guard accept(kind) else { throw error("expected \(name)") }
  }
  mutating func expect(_ word: StaticString) throws(IRParseError) {
    guard accept(word) else { throw error("expected '\(word)'") }
  }

  mutating func parseText(_ kind: IRTokenKind, _ name: String) throws(IRParseError) -> String {
    guard token.kind == kind else { throw error("expected \(name)") }
    let text = try text(token)
    advance()
    return text
  }
  mutating func parseString() throws(IRParseError) -> String { try parseText(.string, "a string") }
  mutating func parseSymbol() throws(IRParseError) -> String {
    try parseText(.symbol, "'@' and a name")
  }

  /// A non-negative integer that fits `T`.
  mutating func parseNumber<T: FixedWidthInteger>(_ type: T.Type) throws(IRParseError) -> T {
    guard token.kind == .integer, let value = T(try text(token)) else {
      throw error("expected a number")
    }
    advance()
    return value
  }

  // MARK: module

  private mutating func parseModule() throws(IRParseError) {
    try declareFunctions()
    try expect("module")
    module.name = try parseString()
    try expect("stage")
    guard let stage = Stage.allCases.first(where: { "\($0)" == (try? text(token)) }) else {
      throw error("expected a stage: py, typed or owned")
    }
    advance()
    module.stage = stage
    if accept("caches") { module.cacheCount = try parseNumber(UInt32.self) }
    while token.kind != .end {
      if accept("python") {
        try parsePythonModule()
      } else if accept("global") {
        try parseGlobal()
      } else if accept("fn") {
        try parseFunction()
      } else if accept("locations") {
        try parseLocations()
      } else {
        throw error("expected 'python', 'global', 'fn' or 'locations'")
      }
    }
    if let pending = pendingRows.first {
      throw error("there is no table 'locations'", at: pending.token)
    }
  }

  /// Gives all functions their ids, in the order of the text.
  private mutating func declareFunctions() throws(IRParseError) {
    for index in tokens.indices where tokens[index].kind == .symbol && index > 0 {
      cursor = index - 1
      guard token.startsLine, isWord("fn") else { continue }
      let name = try text(tokens[index])
      guard functions[name] == nil else {
        throw error("function @\(name) is defined twice", at: index)
      }
      functions[name] = module.addFunction(Function(name: name))
    }
    cursor = 0
  }

  /// `python @name "path" [package] [body @function]`
  private mutating func parsePythonModule() throws(IRParseError) {
    let at = cursor
    let name = try parseSymbol()
    guard pythonModules[name] == nil else {
      throw error("python module @\(name) is declared twice", at: at)
    }
    let path = try parseString()
    let isPackage = accept("package")
    let id = module.addPythonModule(PythonModule(name: name, path: path, isPackage: isPackage))
    pythonModules[name] = id
    if accept("body") { module.bodies[id] = try parseFunctionName() }
  }

  /// `global @module.name`; a Python name has no dot, so the last one ends the module's name.
  private mutating func parseGlobal() throws(IRParseError) {
    let at = cursor
    let full = try parseSymbol()
    guard let dot = full.utf8.lastIndex(of: UInt8(ascii: ".")) else {
      throw error("expected @module.name", at: at)
    }
    guard let owner = pythonModules[String(full[..<dot])] else {
      throw error("no python module @\(full[..<dot])", at: at)
    }
    guard globals[full] == nil else { throw error("global @\(full) is declared twice", at: at) }
    globals[full] = module.global(owner, String(full[full.index(after: dot)...]))
  }

  mutating func parseFunctionName() throws(IRParseError) -> FunctionID {
    let at = cursor
    let name = try parseSymbol()
    guard let id = functions[name] else { throw error("no function @\(name)", at: at) }
    return id
  }

  mutating func parsePythonModuleName() throws(IRParseError) -> PythonModuleID {
    let at = cursor
    let name = try parseSymbol()
    guard let id = pythonModules[name] else { throw error("no python module @\(name)", at: at) }
    return id
  }

  // MARK: locations

  /// `locations { #1 = @f 3:4 to 3:10 lookup #1 at #2 … }`, rows numbered from 1 in order.
  private mutating func parseLocations() throws(IRParseError) {
    try expect(.leftBrace, "'{'")
    var rows: [LocationID] = [.unknown]
    while !accept(.rightBrace) {
      try expect(.hash, "'#' or '}'")
      guard try parseNumber(Int.self) == rows.count else {
        throw error("rows are numbered from 1, the next one is #\(rows.count)", at: cursor - 1)
      }
      try expect(.equals, "'='")
      rows.append(module.location(try parseRow(rows)))
    }
    for pending in pendingRows {
      guard pending.row < rows.count else {
        throw error("no location #\(pending.row)", at: pending.token)
      }
      module[pending.function][pending.instruction].location = rows[pending.row]
    }
    pendingRows = []
  }

  private mutating func parseRow(_ rows: [LocationID]) throws(IRParseError) -> Location {
    let owner = try parseFunctionName()
    let (line, column) = try parsePosition()
    try expect("to")
    let (endLine, endColumn) = try parsePosition()
    var row = Location(
      function: owner, line: line, endLine: endLine, column: column, endColumn: endColumn)
    if accept("lookup") { row.lookup = try parseEarlierRow("lookup", rows) }
    if accept("at") { row.inlinedAt = try parseEarlierRow("at", rows) }
    return row
  }

  private mutating func parseEarlierRow(
    _ word: String, _ rows: [LocationID]
  ) throws(IRParseError) -> LocationID {
    try expect(.hash, "'#'")
    let at = cursor
    let number = try parseNumber(Int.self)
    guard number < rows.count else { throw error("'\(word)' refers to an earlier row", at: at) }
    return rows[number]
  }

  private mutating func parsePosition() throws(IRParseError) -> (UInt32, UInt32) {
    let line = try parseNumber(UInt32.self)
    try expect(.colon, "':'")
    return (line, try parseNumber(UInt32.self))
  }
}
