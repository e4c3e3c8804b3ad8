// The symbol table as JSON, for tools that compare it with CPython's `symtable`.

extension SymbolTable {
  /// One JSON object: the module's scope with its children inside.
  public func dumpJSON(_ source: SourceFile) -> String {
    var out = ""
    dump(module.id, source, into: &out)
    return out
  }

  private func dump(_ id: ScopeID, _ source: SourceFile, into out: inout String) {
    let scope = self[id]
    let line = scope.kind == .module ? 0 : source.position(of: scope.range.start).line
    out += "{\"kind\":\"\(scope.kind)\",\"name\":\(quoted(scope.name)),\"line\":\(line)"
    out += ",\"qualname\":\(quoted(scope.qualifiedName))"
    out += ",\"inlined\":\(scope.isInlinedComprehension),\"generator\":\(scope.isGenerator)"
    out += ",\"coroutine\":\(scope.isCoroutine),\"nested\":\(scope.isNested)"
    out += ",\"parameters\":\(list(scope.parameters))"
    out += ",\"free\":\(list(scope.freeVariables))"
    out += ",\"cells\":\(list(scope.cells.map(\.name)))"
    out += ",\"locals\":\(list(scope.locals.map(\.name)))"
    out += ",\"attributes\":\(list(scope.instanceAttributes))"
    out += ",\"symbols\":{"
    out += scope.symbols.map { symbol in
      let resolution = resolve(symbol.name, in: id)
      return "\(quoted(name(symbol.name))):[\"\(symbol.kind)\",\(symbol.flags.rawValue),"
        + "\"\(resolution)\"]"
    }.joined(separator: ",")
    out += "},\"children\":["
    for (index, child) in scope.children.enumerated() {
      if index > 0 { out += "," }
      dump(child, source, into: &out)
    }
    out += "]}"
  }

  private func list(_ names: [NameID]) -> String {
    "[\(names.map { quoted(name($0)) }.joined(separator: ","))]"
  }

  /// Names have neither quotes nor control characters; a backslash cannot occur either.
  private func quoted(_ text: String) -> String { "\"\(text)\"" }
}
