// What became of each function: native, boxed or blocked, with the reason. Read off the IR after specialisation, and off the
// imports that the module graph could not resolve.
import Frontend
import Passes
import PyIR

struct FunctionReport {
  enum Verdict: String {
    case native, boxed, blocked
  }

  private struct Row {
    var module: String
    var path: String
    var line: Int
    var name: String
    var verdict: Verdict
    var detail: String
    var code: String?
  }

  private var rows: [Row] = []

  mutating func add(_ module: Frontend.Module, _ compiler: Compiler) throws {
    guard let lowered = compiler.lower(module) else { return }
    let typed = try compiler.runPasses(lowered, upTo: .typed)
    var versions: [FunctionID: FunctionID] = [:]
    for id in typed.functionIDList where typed[id].role == .typed {
      if let origin = typed[id].origin { versions[origin] = id }
    }
    let blocks = Blocks(lowered, module)
    let first = rows.count
    // In the order of the text.
    defer { rows[first...].sort { $0.line < $1.line } }
    for id in lowered.functionIDList {
      guard let code = lowered[id].code, lowered[id].role == .generic else { continue }
      var row = Row(
        module: module.name, path: module.path, line: code.isModule ? 1 : code.firstLine,
        name: code.isModule ? "<module>" : code.qualname, verdict: .boxed, detail: "", code: nil)
      if let block = blocks.reason(id) {
        row.verdict = .blocked
        row.detail = block.text
        row.code = block.code.id
      } else if let version = versions[id] {
        row.verdict = .native
        row.detail = FunctionReport.signature(typed[version])
      } else {
        row.detail = FunctionReport.reason(code, lowered[id], compiler)
      }
      rows.append(row)
    }
  }

  /// Kinds of the typed version's parameters and of its result.
  private static func signature(_ function: Function) -> String {
    func name(_ type: IRType) -> String {
      switch type {
      case .i64: "int"
      case .f64: "float"
      case .bool: "bool"
      default: "object"
      }
    }
    let parameters = function.parameters.map { name(function[$0].type) }
    return "(\(parameters.joined(separator: ", "))) -> \(name(function.returnType))"
  }

  private static func reason(_ code: CodeInfo, _ function: Function, _ compiler: Compiler) -> String {
    if compiler.options.level == 0 { return "no optimisation at -O0" }
    if code.isModule { return "the body of a module runs once" }
    if code.isClassBody { return "the body of a class runs once" }
    if code.isCoroutine { return "coroutines keep their values in a frame of objects" }
    if code.isGenerator || code.isAsyncGenerator { return "generators keep their values in a frame of objects" }
    if function.instructions.count > ProgramInference.sizeLimit { return "too long for three versions of it" }
    return "no int or float is computed with that could stay a machine number"
  }

  // MARK: output

  var text: String {
    var out = ""
    var path = ""
    let width = min(40, rows.map { $0.name.count }.max() ?? 0)
    for row in rows {
      if row.path != path { out += "\(row.path)\n" }
      path = row.path
      let line = String(row.line)
      let verdict = row.verdict.rawValue + String(repeating: " ", count: 8 - row.verdict.rawValue.count)
      out += "  \(verdict)\(String(repeating: " ", count: max(0, 5 - line.count)))\(line)  \(row.name)"
      out += String(repeating: " ", count: max(0, width - row.name.count)) + "  \(row.detail)"
      out += row.code.map { " (\($0))" } ?? ""
      out += "\n"
    }
    let counts = [Verdict.native, .boxed, .blocked].map { verdict in
      "\(rows.count { $0.verdict == verdict }) \(verdict)"
    }
    return out + "\(rows.count) functions: \(counts.joined(separator: ", "))\n"
  }

  var json: String {
    rows.map { row in
      var object = JSONObject()
      object.add("module", row.module)
      object.add("file", row.path)
      object.add(raw: String(row.line), for: "line")
      object.add("function", row.name)
      object.add("verdict", row.verdict.rawValue)
      object.add(row.verdict == .native ? "signature" : "reason", row.detail)
      if let code = row.code { object.add("code", code) }
      return object.text + "\n"
    }.joined()
  }
}

/// What in a module cannot be compiled, by function.
private struct Blocks {
  struct Reason {
    var text: String
    var code: DiagnosticCode
  }

  private var reasons: [FunctionID: Reason] = [:]

  init(_ module: PyIR.Module, _ source: Frontend.Module) {
    let dynamic: Set<String> = ["eval", "exec", "compile"]
    for id in module.functionIDList {
      for inst in module[id].blockIDs.flatMap({ module[id][$0].instructions }) {
        guard case .rt(let row) = module[id][inst].op else { continue }
        let names = module[id].operands(inst).compactMap { operand -> String? in
          guard let constant = operand.constant, case .name(let name) = module[constant] else { return nil }
          return name
        }
        if row == .global_get, let name = names.first(where: dynamic.contains) {
          reasons[id] = Reason(text: "`\(name)` of a string that is not known at compile time", code: .dynamicCode)
        }
        if row == .import_name, let name = names.first ?? Blocks.text(module, module[id].operands(inst)),
          let reason = Blocks.reason(name, source)
        {
          reasons[id] = reasons[id] ?? reason
        }
      }
    }
  }

  func reason(_ id: FunctionID) -> Reason? { reasons[id] }

  private static func text(_ module: PyIR.Module, _ operands: ArraySlice<Operand>) -> String? {
    for operand in operands {
      if let constant = operand.constant, case .str(let bytes) = module[constant] {
        return String(decoding: bytes, as: UTF8.self)
      }
    }
    return nil
  }

  /// Why an import of this name fails when it is reached.
  private static func reason(_ name: String, _ source: Frontend.Module) -> Reason? {
    guard let entry = source.imports.first(where: { $0.name == name }) else { return nil }
    switch entry.resolution {
    case .missing(let name): return Reason(text: "no module named '\(name)'", code: .moduleNotFound)
    case .extensionModule(let name, _): return Reason(text: "'\(name)' is a C extension", code: .extensionModule)
    case .module, .native, .registered, .outsidePackage, .notFollowed: return nil
    }
  }
}
