// Prints a tree exactly as `ast.dump(ast.parse(source))` of CPython 3.13 does: empty lists and
// absent fields are left out, attributes come last. The differential tests rest on this form.

/// Writes the textual form of a tree. A class, for the same reason as `Parser`.
public final class ASTDumper {
  let ast: AST
  let source: SourceFile
  let includeAttributes: Bool
  var out: [UInt8] = []
  /// Whether a field has been written in the node at hand.
  var needsComma = false

  private init(ast: AST, source: SourceFile, includeAttributes: Bool) {
    self.ast = ast
    self.source = source
    self.includeAttributes = includeAttributes
  }

  /// The dump as UTF-8; with attributes it is CPython's `include_attributes=True`.
  public static func dump(
    _ ast: AST, _ source: SourceFile, includeAttributes: Bool = false
  ) -> [UInt8] {
    let dumper = ASTDumper(ast: ast, source: source, includeAttributes: includeAttributes)
    dumper.node("Module", nil) { $0.list("body", $0.ast.stmts($0.ast.body)) { $0.stmt($1) } }
    return dumper.out
  }

  // MARK: Building blocks

  func write(_ text: StaticString) {
    out.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  func write(_ text: String) { out.append(contentsOf: text.utf8) }

  /// `Name(fields…, attributes…)`.
  func node(
    _ name: StaticString, _ range: SourceRange?, _ fields: (ASTDumper) -> Void
  ) {
    write(name)
    write("(")
    let outer = needsComma
    needsComma = false
    fields(self)
    if includeAttributes, let range { attributes(range) }
    needsComma = outer
    write(")")
  }

  private func attributes(_ range: SourceRange) {
    let start = source.position(of: range.start)
    let end = source.position(of: range.end)
    field("lineno") { $0.write(String(start.line)) }
    field("col_offset") { $0.write(String(start.column)) }
    field("end_lineno") { $0.write(String(end.line)) }
    field("end_col_offset") { $0.write(String(end.column)) }
  }

  func field(_ name: StaticString, _ value: (ASTDumper) -> Void) {
    if needsComma { write(", ") }
    needsComma = true
    write(name)
    write("=")
    value(self)
  }

  /// A list field; nothing if it is empty.
  func list<Element>(
    _ name: StaticString, _ items: ArraySlice<Element>,
    _ item: (ASTDumper, Element) -> Void
  ) {
    guard !items.isEmpty else { return }
    field(name) { dumper in
      dumper.write("[")
      var isFirst = true
      for element in items {
        if !isFirst { dumper.write(", ") }
        isFirst = false
        item(dumper, element)
      }
      dumper.write("]")
    }
  }

  func exprs(_ name: StaticString, _ items: ExprList) {
    list(name, ast.exprs(items)) { $0.expr($1) }
  }

  func stmts(_ name: StaticString, _ items: StmtList) {
    list(name, ast.stmts(items)) { $0.stmt($1) }
  }

  func exprField(_ name: StaticString, _ id: ExprID?) {
    guard let id else { return }
    field(name) { $0.expr(id) }
  }

  func nameField(_ name: StaticString, _ id: NameID?) {
    guard let id else { return }
    field(name) { $0.quoted(id) }
  }

  func quoted(_ id: NameID) {
    PythonRepr.str(ast.nameBytes(id), into: &out)
  }

  func typeParams(_ items: TypeParamList) {
    list("type_params", ast.typeParams(items)) { $0.typeParam($1) }
  }

  func keywords(_ items: KeywordList) {
    list("keywords", ast.keywords(items)) { dumper, keyword in
      dumper.node("keyword", keyword.range) {
        $0.nameField("arg", keyword.arg)
        $0.exprField("value", keyword.value)
      }
    }
  }

  private func typeParam(_ param: TypeParam) {
    let name: StaticString =
      switch param.kind {
      case .typeVar: "TypeVar"
      case .typeVarTuple: "TypeVarTuple"
      case .paramSpec: "ParamSpec"
      }
    node(name, param.range) {
      $0.nameField("name", param.name)
      $0.exprField("bound", param.bound)
      $0.exprField("default_value", param.defaultValue)
    }
  }

  /// The `args` field of a function or lambda.
  func arguments(_ id: ArgumentsID) {
    let record = ast[id]
    field("args") { dumper in
      dumper.node("arguments", nil) {
        $0.list("posonlyargs", $0.ast.args(record.posonlyargs)) { $0.arg($1) }
        $0.list("args", $0.ast.args(record.args)) { $0.arg($1) }
        if let vararg = record.vararg { $0.field("vararg") { $0.arg(vararg) } }
        $0.list("kwonlyargs", $0.ast.args(record.kwonlyargs)) { $0.arg($1) }
        $0.list("kw_defaults", $0.ast.optionalExprs(record.kwDefaults)) { $0.optional($1) }
        if let kwarg = record.kwarg { $0.field("kwarg") { $0.arg(kwarg) } }
        $0.exprs("defaults", record.defaults)
      }
    }
  }

  private func arg(_ arg: Arg) {
    node("arg", arg.range) {
      $0.nameField("arg", arg.arg)
      $0.exprField("annotation", arg.annotation)
    }
  }

  func optional(_ id: ExprID?) {
    if let id { expr(id) } else { write("None") }
  }
}
