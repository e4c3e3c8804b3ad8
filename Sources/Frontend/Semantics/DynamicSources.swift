// Texts that a module passes to `eval`, `exec` or `compile` and that are known when it is compiled: they are compiled with
// it. Constant arguments are taken as they are; where an argument is computed, every string constant of the module is a
// candidate, since programs pass such texts through variables, tables and parameters.
//
// Invariant: a text is listed once for each way to read it and each file name, in source order.

/// What a text is read as: the modes of `compile`.
public enum SourceMode: Int, CaseIterable, Sendable {
  case exec, eval, single

  init?(_ text: [UInt8]) {
    switch String(decoding: text, as: UTF8.self) {
    case "exec": self = .exec
    case "eval": self = .eval
    case "single": self = .single
    default: return nil
    }
  }
}

/// One text, read; or what is wrong with it.
public struct DynamicSource: Sendable {
  public let text: [UInt8]
  public let mode: SourceMode
  public let fileName: String
  public let source: SourceFile?
  public let ast: AST?
  public let symbols: SymbolTable?
  /// What evaluating it raises.
  public let error: SyntaxError?
}

/// Finds the texts of one module.
public struct DynamicSources {
  /// Longer strings of a module are no candidates unless they are passed directly.
  private static let longestCandidate = 100_000
  /// Longer strings that are no Python are not worth remembering as such.
  private static let longestRefused = 2_000
  private static let fileNameOfStrings = "<string>"

  private struct Key: Hashable {
    var text: [UInt8]
    var mode: SourceMode
    var fileName: String
  }

  private let ast: AST
  private var seen: Set<Key> = []
  private var keys: [(key: Key, isDirect: Bool)] = []
  /// What computed texts are read as.
  private var open: Set<SourceMode> = []
  private var openFileNames: Set<String> = []
  /// `eval` strips its text, `compile` does not.
  private var stripsText = false

  /// `followsVariables`: whether constants that are not passed directly count (the program's own modules).
  /// `doctestName`: what `doctest` calls the module; nil: its docstrings are never evaluated.
  public static func find(in ast: AST, followsVariables: Bool, doctestName: String?) -> [DynamicSource] {
    var finder = DynamicSources(ast: ast)
    if ["eval", "exec", "compile"].contains(where: { ast.findName($0) != nil }) {
      finder.findCalls()
      if followsVariables { finder.addCandidates() }
    }
    // Our `timeit` compiles the texts that it is given under this name.
    if followsVariables && ast.findName("timeit") != nil {
      finder.open.insert(.exec)
      finder.openFileNames.insert("<timeit-src>")
      finder.addCandidates()
    }
    if let doctestName {
      for example in DoctestExamples(ast, moduleName: doctestName).examples {
        finder.add(example.text, .single, example.fileName, isDirect: true)
      }
    }
    // Texts inherit the features of the module that evaluates them.
    let inherits = (try? FutureFeatures(ast))?.annotations ?? false
    return finder.keys.compactMap { read($0.key, isDirect: $0.isDirect, futureAnnotations: inherits) }
  }

  /// The calls of names `eval`, `exec` and `compile` whose text the program puts together when it runs.
  public static func computed(in ast: AST) -> [(name: String, range: SourceRange)] {
    let finder = DynamicSources(ast: ast)
    var found: [(name: String, range: SourceRange)] = []
    for (index, node) in ast.exprNodes.enumerated() {
      guard case .call(let callee, let args, _) = node, case .name(let name, _) = ast[callee],
        ["eval", "exec", "compile"].contains(ast.name(name)), let argument = Array(ast.exprs(args)).first,
        finder.text(argument) == nil, finder.isComputed(argument)
      else { continue }
      found.append((ast.name(name), ast.exprRanges[index]))
    }
    return found
  }

  /// Is the text made by this expression? A variable may hold a constant, and a call of `compile` is looked at itself.
  private func isComputed(_ argument: ExprID) -> Bool {
    switch ast[argument] {
    case .joinedStr, .binOp: return true
    case .call(let callee, _, _):
      guard case .name(let name, _) = ast[callee] else { return true }
      return ast.name(name) != "compile"
    default: return false
    }
  }

  private init(ast: AST) { self.ast = ast }

  private mutating func findCalls() {
    for node in ast.exprNodes {
      guard case .call(let callee, let args, let keywords) = node, case .name(let name, _) = ast[callee] else {
        // `eval` that is passed on as a value.
        if case .name(let name, .load) = node, let mode = SourceMode(Array(ast.name(name).utf8)), mode != .single {
          open.insert(mode)
        }
        continue
      }
      let arguments = Array(ast.exprs(args))
      switch ast.name(name) {
      case "eval":
        stripsText = true
        add(arguments.first, [.eval], DynamicSources.fileNameOfStrings)
        stripsText = false
      case "exec": add(arguments.first, [.exec], DynamicSources.fileNameOfStrings)
      case "compile": addCompile(arguments, Array(ast.keywords(keywords)))
      default: break
      }
    }
  }

  private mutating func addCompile(_ arguments: [ExprID], _ keywords: [Keyword]) {
    func argument(_ index: Int, _ name: String) -> ExprID? {
      if index < arguments.count { return arguments[index] }
      return keywords.first { $0.arg.map { ast.name($0) } == name }?.value
    }
    let fileName = argument(1, "filename").flatMap(text).map { String(decoding: $0, as: UTF8.self) }
    let mode = argument(2, "mode").flatMap(text).flatMap { SourceMode($0) }
    add(
      argument(0, "source"), mode.map { [$0] } ?? SourceMode.allCases, fileName ?? DynamicSources.fileNameOfStrings)
  }

  private mutating func add(_ argument: ExprID?, _ modes: [SourceMode], _ fileName: String) {
    guard let argument else { return }
    if let text = text(argument) {
      for mode in modes { add(text, mode, fileName, isDirect: true) }
    } else {
      open.formUnion(modes)
      openFileNames.insert(fileName)
    }
  }

  private mutating func addCandidates() {
    if open.isEmpty { return }
    openFileNames.insert(DynamicSources.fileNameOfStrings)
    for node in ast.exprNodes {
      let found: [UInt8]
      switch node {
      case .constant(let id, _):
        switch ast[id] {
        case .str(let bytes), .bytes(let bytes): found = bytes
        case .none, .true, .false, .ellipsis, .int, .bigInt, .float, .complex: continue
        }
      case .binOp(let left, .add, let right):
        guard let first = text(left), let second = text(right) else { continue }
        found = first + second
      default: continue
      }
      if found.count > DynamicSources.longestCandidate { continue }
      for mode in SourceMode.allCases where open.contains(mode) {
        for fileName in openFileNames.sorted() {
          add(found, mode, fileName, isDirect: false)
          if mode == .eval { add(DynamicSources.stripped(found), mode, fileName, isDirect: false) }
        }
      }
    }
  }

  private mutating func add(_ text: [UInt8], _ mode: SourceMode, _ fileName: String, isDirect: Bool) {
    let text = stripsText ? DynamicSources.stripped(text) : text
    let key = Key(text: text, mode: mode, fileName: fileName)
    if seen.insert(key).inserted { keys.append((key, isDirect)) }
  }

  private static func stripped(_ text: [UInt8]) -> [UInt8] { Array(text.drop { $0 == 32 || $0 == 9 }) }

  /// The bytes of a constant string, or of a sum of such.
  private func text(_ id: ExprID) -> [UInt8]? {
    switch ast[id] {
    case .constant(let constant, _):
      switch ast[constant] {
      case .str(let bytes), .bytes(let bytes): return bytes
      case .none, .true, .false, .ellipsis, .int, .bigInt, .float, .complex: return nil
      }
    case .binOp(let left, .add, let right):
      guard let first = text(left), let second = text(right) else { return nil }
      return first + second
    default: return nil
    }
  }

  /// An interactive text is one statement, or simple ones on one line.
  private static func tooMany(_ ast: AST, _ file: SourceFile) -> SyntaxError? {
    let statements = ast.stmts(ast.body)
    guard statements.count > 1, let first = statements.first, let last = statements.last else { return nil }
    let end = ast.range(of: first).end
    if file.position(of: ast.range(of: last).start).line == file.position(of: end).line { return nil }
    return SyntaxError(
      .syntaxError, "multiple statements found while compiling a single statement",
      SourceRange(start: end, end: end + 1))
  }

  private static func read(_ key: Key, isDirect: Bool, futureAnnotations: Bool) -> DynamicSource? {
    var source: SourceFile?
    do throws(SyntaxError) {
      let file = try SourceFile(path: key.fileName, contents: key.text)
      source = file
      let ast = try Parser.parse(file, as: key.mode)
      if key.mode == .single, let error = tooMany(ast, file) { throw error }
      let symbols = try ScopeResolver.resolve(ast, futureAnnotations: futureAnnotations)
      return DynamicSource(
        text: key.text, mode: key.mode, fileName: key.fileName, source: file, ast: ast, symbols: symbols, error: nil)
    } catch {
      if !isDirect && key.text.count > longestRefused { return nil }
      return DynamicSource(
        text: key.text, mode: key.mode, fileName: key.fileName, source: source, ast: nil, symbols: nil, error: error)
    }
  }
}
