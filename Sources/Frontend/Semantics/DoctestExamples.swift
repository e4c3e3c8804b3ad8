// The examples of a module's docstrings, as `doctest` reads them: texts that are known when the module is compiled, each read
// as one interactive statement.
//
// Invariants
// - Source and number of an example are those that `doctest.DocTestParser` finds in the same string.
// - Its file name is the one that `doctest.testmod` compiles it under. Strings that it does not find by a name are listed too,
//   under the module's name: other finders give them names of their own.

/// Finds the examples of one module.
struct DoctestExamples {
  /// An example: what is compiled, and under which file name.
  struct Example {
    var text: [UInt8]
    var fileName: String
  }

  private let ast: AST
  private(set) var examples: [Example] = []
  /// Strings whose place has a name.
  private var named: Set<UInt32> = []

  init(_ ast: AST, moduleName: String) {
    self.ast = ast
    walk(ast.body, moduleName, isScope: true)
    for (index, node) in ast.exprNodes.enumerated() where !named.contains(UInt32(index)) {
      guard case .constant(let id, _) = node, case .str(let bytes) = ast[id] else { continue }
      add(bytes, moduleName)
    }
  }

  /// The docstring of a body and those of the definitions in it.
  private mutating func walk(_ body: StmtList, _ name: String, isScope: Bool) {
    let statements = Array(ast.stmts(body))
    if isScope { addDocstring(statements.first, name) }
    for id in statements {
      switch ast[id] {
      case .functionDef(let function, _, let body, _, _, _), .asyncFunctionDef(let function, _, let body, _, _, _):
        addDocstring(ast.stmts(body).first, "\(name).\(ast.name(function))")
      case .classDef(let type, _, _, let body, _, _): walk(body, "\(name).\(ast.name(type))", isScope: true)
      case .if(_, let body, let orelse), .while(_, let body, let orelse), .for(_, _, let body, let orelse),
        .asyncFor(_, _, let body, let orelse):
        walk(body, name, isScope: false)
        walk(orelse, name, isScope: false)
      case .with(_, let body), .asyncWith(_, let body): walk(body, name, isScope: false)
      case .try(let body, _, let orelse, let final), .tryStar(let body, _, let orelse, let final):
        for part in [body, orelse, final] { walk(part, name, isScope: false) }
      case .return, .delete, .assign, .typeAlias, .augAssign, .annAssign, .match, .raise, .assert, .import, .importFrom,
        .global, .nonlocal, .expr, .pass, .break, .continue:
        continue
      }
    }
  }

  private mutating func addDocstring(_ first: StmtID?, _ name: String) {
    guard let first, case .expr(let value) = ast[first], case .constant(let id, _) = ast[value],
      case .str(let bytes) = ast[id]
    else { return }
    named.insert(value.index)
    add(bytes, name)
  }

  private mutating func add(_ bytes: [UInt8], _ name: String) {
    for (number, text) in DoctestExamples.read(bytes).enumerated() {
      examples.append(Example(text: text, fileName: "<doctest \(name)[\(number)]>"))
    }
  }

  // MARK: the text

  /// The sources of the examples of a string, in their order.
  static func read(_ bytes: [UInt8]) -> [[UInt8]] {
    var sources: [[UInt8]] = []
    var source: [UInt8]?
    func finish() {
      guard let text = source else { return }
      // Blank lines and comments are no examples.
      let isComment = text.split(separator: 10).allSatisfy { line in
        let rest = line.drop { $0 == 32 || $0 == 9 }
        return rest.isEmpty || rest.first == 35
      }
      // A pattern that matches at most one line: a comment of several lines is an example.
      if !(isComment && text.filter { $0 == 10 }.count <= 1) { sources.append(text) }
    }
    for line in expandTabs(bytes).split(separator: 10, omittingEmptySubsequences: false) {
      let rest = line.drop { $0 == 32 }
      if rest.starts(with: [62, 62, 62]) {
        finish()
        source = Array(rest.dropFirst(4)) + [10]
      } else if source != nil, rest.starts(with: [46, 46, 46]) {
        source! += Array(rest.dropFirst(4)) + [10]
      } else {
        finish()
        source = nil
      }
    }
    finish()
    return sources
  }

  /// Tabs to columns of eight, counted in characters.
  private static func expandTabs(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(9) else { return bytes }
    var result: [UInt8] = []
    var column = 0
    for byte in bytes {
      if byte == 9 {
        let width = 8 - column % 8
        result.append(contentsOf: repeatElement(32, count: width))
        column += width
        continue
      }
      result.append(byte)
      if byte == 10 || byte == 13 { column = 0 } else if byte & 0xc0 != 0x80 { column += 1 }
    }
    return result
  }
}
