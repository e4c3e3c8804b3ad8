// `from __future__ import …`: which features are in force, and whether the statements stand where
// they may. They may follow the docstring and each other only.

/// The features that a module switches on.
struct FutureFeatures {
  /// Annotations are kept as text and never evaluated.
  private(set) var annotations = false

  private static let mandatory: Set<String> = [
    "nested_scopes", "generators", "division", "absolute_import", "with_statement",
    "print_function", "unicode_literals", "generator_stop", "barry_as_FLUFL",
  ]

  /// Reads the statements at the start of a module.
  init(_ ast: AST) throws(SyntaxError) {
    var mayBeDocstring = true
    for id in ast.stmts(ast.body) {
      if FutureFeatures.isFutureImport(ast, id), case .importFrom(_, let names, _) = ast[id] {
        try read(ast, names, at: ast.range(of: id))
      } else if mayBeDocstring, FutureFeatures.isString(ast, id) {
        mayBeDocstring = false
        continue
      } else {
        return
      }
      mayBeDocstring = false
    }
  }

  /// The statements at the start of a module that are allowed to be future imports.
  static func isFutureImport(_ ast: AST, _ id: StmtID) -> Bool {
    guard case .importFrom(let module?, _, let level) = ast[id], level == 0 else { return false }
    return ast.nameBytes(module).elementsEqual("__future__".utf8)
  }

  static func isString(_ ast: AST, _ id: StmtID) -> Bool {
    guard case .expr(let value) = ast[id], case .constant(let constant, _) = ast[value],
      case .str = ast[constant]
    else { return false }
    return true
  }

  private mutating func read(
    _ ast: AST, _ names: AliasList, at range: SourceRange
  ) throws(SyntaxError) {
    let point = SourceRange(start: range.start, end: range.start)
    for alias in ast.aliases(names) {
      let name = ast.name(alias.name)
      if name == "annotations" {
        annotations = true
      } else if name == "braces" {
        throw .plain(.notAChance, at: point)
      } else if !FutureFeatures.mandatory.contains(name) {
        throw .naming(.unknownFuture, name, at: point)
      }
    }
  }
}
