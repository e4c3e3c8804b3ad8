// Classes: the body is a function of the namespace; class_build does the rest at run time.
import Frontend
import PyIR

extension FunctionLowering {
  func lowerClassDefinition(_ id: StmtID) -> Operand {
    guard case .classDef(_, _, _, _, let decorators, let typeParams) = ast[id] else { return unit.none }
    let decoratorValues = ast.exprs(decorators).map { lower($0) }
    var value: Operand
    if typeParams.isEmpty {
      value = makeClass(id, typeParameters: nil)
    } else {
      let maker = makeFunction(
        symbols.scope(of: .typeParameters(id)), .typeParameters(id), defaults: unit.absent,
        keywordDefaults: unit.absent)
      value = emit(.obj_call, [maker])
    }
    for (expression, decorator) in zip(ast.exprs(decorators), decoratorValues).reversed() {
      value = at(ast.range(of: expression)) { emit(.obj_call, [decorator, value]) }
    }
    return value
  }

  func makeClass(_ id: StmtID, typeParameters: Operand?) -> Operand {
    guard case .classDef(let name, let bases, let keywords, _, _, _) = ast[id] else { return unit.none }
    let scope = symbols.scope(of: .stmt(id))
    if let typeParameters, let typeParamsName = symbols.findName(".type_params") {
      store(typeParamsName, typeParameters)
    }
    let body = makeFunction(scope, .classBody(id), defaults: unit.absent, keywordDefaults: unit.absent)
    var baseTuple: Operand
    if bases.isEmpty && typeParameters == nil {
      baseTuple = unit.constant(.tuple([]))
    } else {
      baseTuple = lowerDisplay(ast.exprs(bases), .tuple)
    }
    if let typeParameters {
      let generic = emit(.generic_base, [typeParameters])
      baseTuple = emit(.obj_add, [baseTuple, emit(.tuple_new, [generic])])
    }
    let keywordDict = lowerClassKeywords(Array(ast.keywords(keywords)), body)
    let attributes = unit.constant(
      .tuple(scope.instanceAttributes.map { unit.module.constant(.name(symbols.name($0))) }))
    setLocation(ast.range(of: id))
    let result = emit(.class_build, [body, unit.name(ast.name(name)), baseTuple, keywordDict, attributes])
    if let typeParameters {
      run(.obj_setattr, [result, unit.name("__type_params__"), typeParameters, unit.module.newCache()])
    }
    return result
  }

  private func lowerClassKeywords(_ keywords: [Keyword], _ body: Operand) -> Operand {
    if keywords.isEmpty { return unit.absent }
    let dict = emit(.dict_new, [])
    for keyword in keywords {
      let value = lower(keyword.value)
      if let name = keyword.arg {
        run(.dict_set_fresh, [dict, unit.name(mangled(name)), value])
      } else {
        run(.dict_merge_kwargs, [dict, value, body])
      }
    }
    return dict
  }

  /// The class body: one parameter, the namespace; returns the `__class__` cell or None.
  func lowerClassBody(_ id: StmtID) {
    guard case .classDef(_, _, _, let body, _, _) = ast[id] else { return }
    let parameter = Operand(function.addParameter(Function.entry, .obj))
    beginFrame()
    namespace = parameter
    let module = loadGlobal("__name__")
    run(.name_set, [parameter, unit.name("__module__"), module])
    run(.name_set, [parameter, unit.name("__qualname__"), unit.string(frame.qualifiedName)])
    run(.name_set, [parameter, unit.name("__firstlineno__"), unit.constant(.smallInt(Int64(firstLine(id))))])
    for (slot, cell) in frame.cells.enumerated() where symbols.name(cell.name) == "__classdict__" {
      run(.cell_set, [cells[slot], parameter])
    }
    if let doc = docConstant(body) { run(.name_set, [parameter, unit.name("__doc__"), Operand(doc)]) }
    if hasAnnotations(body) { run(.name_set, [parameter, unit.name("__annotations__"), emit(.dict_new, [])]) }
    lower(body)
    if isDead { return }
    let attributes = frame.instanceAttributes.map { unit.module.constant(.name(symbols.name($0))) }
    run(.name_set, [parameter, unit.name("__static_attributes__"), unit.constant(.tuple(attributes))])
    for (slot, cell) in frame.cells.enumerated() where symbols.name(cell.name) == "__classdict__" {
      run(.name_set, [parameter, unit.name("__classdictcell__"), cells[slot]])
    }
    var result = unit.none
    for (slot, cell) in frame.cells.enumerated() where symbols.name(cell.name) == "__class__" { result = cells[slot] }
    if result != unit.none { run(.name_set, [parameter, unit.name("__classcell__"), result]) }
    leaveFunction(result)
  }

  private func firstLine(_ id: StmtID) -> Int { unit.module[self.id].code?.firstLine ?? 1 }
}
