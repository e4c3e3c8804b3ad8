// Code of texts for `eval`, `exec` and `compile` that are known when the module is compiled. Such code runs with
// namespaces given at run time: its functions find the globals through their function object, the names at its top are
// those of the mapping that it is called with. Everything else is lowered as in a module.
//
// Invariant: dynamic code mentions no slot of a module and not the address of one.
import Frontend
import PyIR

extension FunctionLowering {
  /// Whether names of the module scope are those of the namespace that the text runs with.
  var isDynamicTop: Bool { unit.isDynamic && frame.kind == .module }

  private func isExplicitGlobal(_ name: String) -> Bool {
    guard let id = symbols.findName(name), let symbol = symbols.module.symbol(id) else { return false }
    return symbol.flags.contains(.declaredGlobal)
  }

  // MARK: globals

  func loadGlobal(_ name: String) -> Operand {
    guard unit.isDynamic else { return emit(.global_get, [unit.global(name), unit.moduleAddress, unit.name(name)]) }
    if isDynamicTop, let namespace, !isExplicitGlobal(name) { return loadName(namespace, name) }
    return emit(.dynamic_get, [functionObject, unit.name(name)])
  }

  func storeGlobal(_ name: String, _ value: Operand) {
    guard unit.isDynamic else {
      return run(.global_set, [unit.global(name), unit.moduleAddress, unit.name(name), value])
    }
    if isDynamicTop, let namespace, !isExplicitGlobal(name) {
      return run(.name_set, [namespace, unit.name(name), value])
    }
    run(.dynamic_set, [functionObject, unit.name(name), value])
  }

  func deleteGlobal(_ name: String) {
    guard unit.isDynamic else { return run(.global_del, [unit.global(name), unit.moduleAddress, unit.name(name)]) }
    if isDynamicTop, let namespace, !isExplicitGlobal(name) { return run(.name_del, [namespace, unit.name(name)]) }
    run(.dynamic_del, [functionObject, unit.name(name)])
  }

  /// A name in a namespace, else a global.
  func loadName(_ namespace: Operand, _ name: String) -> Operand {
    if unit.isDynamic { return emit(.dynamic_name_get, [namespace, functionObject, unit.name(name)]) }
    return emit(.name_get, [namespace, unit.global(name), unit.moduleAddress, unit.name(name)])
  }

  func globalsDict() -> Operand {
    unit.isDynamic ? emit(.dynamic_globals, [functionObject]) : emit(.module_namespace, [unit.moduleAddress])
  }

  func functionObject(_ code: FunctionID, _ closure: Operand, _ defaults: Operand, _ keywords: Operand) -> Operand {
    if unit.isDynamic {
      return emit(.dynamic_function_new, [unit.constant(.code(code)), functionObject, closure, defaults, keywords])
    }
    return emit(.function_new, [unit.constant(.code(code)), unit.moduleAddress, closure, defaults, keywords])
  }

  // MARK: imports

  func importName(_ name: String, _ names: Operand, _ level: Int) -> Operand {
    if unit.isDynamic { return emit(.dynamic_import, [functionObject, unit.name(name), names, unit.i64(level)]) }
    return emit(.import_name, [unit.moduleAddress, unit.name(name), names, unit.i64(level)])
  }

  func importStar(_ module: Operand) {
    if unit.isDynamic, let namespace { return run(.dynamic_import_star, [namespace, module]) }
    run(.import_star, [unit.moduleAddress, module])
  }

  // MARK: the text

  /// The function of a text: its parameter is the namespace of its names; gives the value of an expression, else None.
  func lowerDynamicBody(_ mode: SourceMode) {
    kind = .module
    let parameter = Operand(function.addParameter(Function.entry, .obj))
    namespace = parameter
    beginFrame()
    if mode == .eval, let first = ast.stmts(ast.body).first, case .expr(let value) = ast[first] {
      setLocation(ast.range(of: value))
      leaveFunction(lower(value))
      return finish()
    }
    if mode == .exec, let doc = docConstant(ast.body) { storeGlobal("__doc__", Operand(doc)) }
    if hasAnnotations(ast.body) { run(.dynamic_annotations, [parameter]) }
    lower(ast.body)
    if !isDead { leaveFunction(unit.none) }
    finish()
  }

  /// Tells the runtime the texts of a module before its body runs.
  func registerDynamicSources(_ sources: [(DynamicSource, FunctionID?)]) {
    for (source, code) in sources {
      let text = unit.constant(.str(source.text))
      let mode = unit.i64(source.mode.rawValue)
      let fileName = unit.name(source.fileName)
      if let code {
        run(.source_register, [unit.constant(.code(code)), text, mode, fileName])
      } else if let error = source.error {
        run(.source_refuse, [text, mode, fileName, unit.string(error.kind.rawValue), details(of: error, source)])
      }
    }
  }

  /// The arguments of CPython's exception.
  private func details(of error: SyntaxError, _ source: DynamicSource) -> Operand {
    func constant(_ value: Constant) -> PyIR.ConstantID { unit.module.constant(value) }
    func number(_ value: Int) -> PyIR.ConstantID { constant(.smallInt(Int64(value))) }
    let message = constant(.str(Array(error.message.utf8)))
    guard error.hasPlace, let file = source.source else { return unit.constant(.tuple([message])) }
    var place = error.location(in: file)
    // An expression's text is not completed by a newline, and its end has no column.
    if source.mode == .eval, file.endsWithoutNewline, error.range.start + 1 >= file.count, error.columns == .inLine {
      place = (source.text.isEmpty ? 0 : place.line, 0, source.text.isEmpty ? 0 : place.line, 0)
    } else if source.mode != .eval, file.endsWithoutNewline, error.range.start + 1 >= file.count,
      error.columns == .inLine, place.endOffset == place.offset
    {
      // The newline that completes the text is one column wide.
      place.endOffset += 1
    }
    let line: Constant
    switch error.columns {
    case .inLine: line = .str(file.lineText(place.line, completed: source.mode != .eval))
    case .characters: line = .str(file.lineText(place.line, completed: false))
    // CPython reads the line again from the file, which does not exist.
    case .bytes: line = .none
    }
    let items = [
      constant(.str(Array(source.fileName.utf8))), number(place.line), number(place.offset), constant(line),
      number(place.endLine), number(place.endOffset),
    ]
    return unit.constant(.tuple([message, constant(.tuple(items))]))
  }

  // MARK: calls that see the frame

  /// `eval(…)` or `exec(…)` with the frame's namespaces, which count where the call gives none.
  func lowerFrameEvaluation(_ callee: ExprID, _ arguments: [ExprID], _ keywords: [Keyword], _ range: SourceRange)
    -> Operand
  {
    let function = lower(callee)
    let operands = arguments.map { lower($0) } + keywords.map { lower($0.value) }
    let locals = lowerLocals()
    setLocation(range)
    let names = keywords.isEmpty ? unit.absent : keywordNames(keywords)
    return emit(.frame_call, [function, globalsDict(), locals, names] + operands)
  }
}
