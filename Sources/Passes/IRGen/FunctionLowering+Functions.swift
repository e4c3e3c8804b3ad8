// Functions, lambdas and type parameters: making function objects, and the prologue of bodies.
import Frontend
import PyIR

extension FunctionLowering {
  // MARK: definitions

  func lowerFunctionDefinition(_ id: StmtID) -> Operand {
    let decorators: ExprList
    switch ast[id] {
    case .functionDef(_, _, _, let list, _, _), .asyncFunctionDef(_, _, _, let list, _, _): decorators = list
    default: preconditionFailure("not a function definition")
    }
    let decoratorValues = ast.exprs(decorators).map { lower($0) }
    var value = makeDefinedFunction(id)
    for (expression, decorator) in zip(ast.exprs(decorators), decoratorValues).reversed() {
      value = at(ast.range(of: expression)) { emit(.obj_call, [decorator, value]) }
    }
    return value
  }

  private func parts(_ id: StmtID) -> (args: ArgumentsID, returns: ExprID?, typeParams: TypeParamList) {
    switch ast[id] {
    case .functionDef(_, let args, _, _, let returns, let typeParams),
      .asyncFunctionDef(_, let args, _, _, let returns, let typeParams):
      (args, returns, typeParams)
    default: preconditionFailure("not a function definition")
    }
  }

  private func makeDefinedFunction(_ id: StmtID) -> Operand {
    let (args, returns, typeParams) = parts(id)
    let arguments = ast[args]
    // Defaults are evaluated outside the type parameters' scope, annotations inside.
    let defaults = lowerDefaults(arguments)
    let keywordDefaults = lowerKeywordDefaults(arguments)
    guard typeParams.isEmpty else {
      let scope = symbols.scope(of: .typeParameters(id))
      let maker = makeFunction(scope, .typeParameters(id), defaults: unit.absent, keywordDefaults: unit.absent)
      var passed: [Operand] = []
      if defaults != unit.absent { passed.append(defaults) }
      if keywordDefaults != unit.absent { passed.append(keywordDefaults) }
      return emit(.obj_call, [maker] + passed)
    }
    return makeAnnotatedFunction(id, arguments, returns, defaults, keywordDefaults)
  }

  /// The function object with its annotations, in the scope where they are evaluated.
  private func makeAnnotatedFunction(
    _ id: StmtID, _ arguments: Arguments, _ returns: ExprID?, _ defaults: Operand, _ keywordDefaults: Operand
  ) -> Operand {
    let annotations = lowerAnnotations(arguments, returns)
    let function = makeFunction(
      symbols.scope(of: .stmt(id)), .function(id), defaults: defaults, keywordDefaults: keywordDefaults)
    if let annotations { run(.function_set_annotations, [function, annotations]) }
    return function
  }

  func lowerLambda(_ id: ExprID) -> Operand {
    guard case .lambda(let args, _) = ast[id] else { return unit.none }
    let arguments = ast[args]
    let defaults = lowerDefaults(arguments)
    let keywordDefaults = lowerKeywordDefaults(arguments)
    return makeFunction(symbols.scope(of: .expr(id)), .lambda(id), defaults: defaults, keywordDefaults: keywordDefaults)
  }

  private func lowerDefaults(_ arguments: Arguments) -> Operand {
    arguments.defaults.isEmpty ? unit.absent : lowerDisplay(ast.exprs(arguments.defaults), .tuple)
  }

  private func lowerKeywordDefaults(_ arguments: Arguments) -> Operand {
    var pairs: [Operand] = []
    for (argument, value) in zip(ast.args(arguments.kwonlyargs), ast.optionalExprs(arguments.kwDefaults)) {
      guard let value else { continue }
      pairs.append(unit.name(mangled(argument.arg)))
      pairs.append(lower(value))
    }
    return pairs.isEmpty ? unit.absent : emit(.dict_new, pairs)
  }

  private func lowerAnnotations(_ arguments: Arguments, _ returns: ExprID?) -> Operand? {
    var pairs: [Operand] = []
    func add(_ argument: Arg) {
      guard let annotation = argument.annotation else { return }
      pairs.append(unit.name(mangled(argument.arg)))
      pairs.append(annotationValue(annotation))
    }
    for argument in ast.args(arguments.posonlyargs) { add(argument) }
    for argument in ast.args(arguments.args) { add(argument) }
    if let argument = arguments.vararg { add(argument) }
    for argument in ast.args(arguments.kwonlyargs) { add(argument) }
    if let argument = arguments.kwarg { add(argument) }
    if let returns {
      pairs.append(unit.name("return"))
      pairs.append(annotationValue(returns))
    }
    return pairs.isEmpty ? nil : emit(.dict_new, pairs)
  }

  // MARK: function objects

  /// Declares the function of a scope and makes its object; the body is lowered later.
  func makeFunction(_ scope: Scope, _ kind: LoweringKind, defaults: Operand, keywordDefaults: Operand) -> Operand {
    var code = CodeInfo(name: scope.name, qualname: scope.qualifiedName)
    fillCode(&code, scope, kind)
    let id = unit.declare(name: scope.qualifiedName, code: code)
    let lowering = FunctionLowering(unit, id, scope)
    lowering.kind = kind
    unit.pending.append(lowering)
    let closure: Operand
    if scope.freeVariables.isEmpty {
      closure = unit.absent
    } else {
      closure = emit(.tuple_new, scope.freeVariables.map { cell(symbols.closureCell($0, in: scopeID)) })
    }
    return functionObject(id, closure, defaults, keywordDefaults)
  }

  private func fillCode(_ code: inout CodeInfo, _ scope: Scope, _ kind: LoweringKind) {
    code.firstLine = unit.source.position(of: scope.range.start).line
    code.isGenerator = scope.isGenerator && !scope.isCoroutine
    code.isCoroutine = scope.isCoroutine && !scope.isGenerator
    code.isAsyncGenerator = scope.isAsyncGenerator
    code.isNested = scope.isNested
    code.freeNames = scope.freeVariables.map { symbols.name($0) }
    code.cellNames = scope.cells.filter { $0.scope == scope.id }.map { symbols.name($0.name) }.sorted()
    code.needsClassCell = code.freeNames.contains("__class__")
    var names = scope.parameters.map { symbols.name($0) }
    code.positional = names.count
    switch kind {
    case .function(let id):
      let arguments = ast[parts(id).args]
      setCounts(&code, arguments)
      code.doc = docConstant(functionBody(id))
      code.parameterHints = parameterHints(arguments)
      code.returnHint = parts(id).returns.flatMap(hint)
      if let first = decoratorStart(id) { code.firstLine = first }
    case .lambda(let id):
      code.isLambda = true
      if case .lambda(let args, _) = ast[id] { setCounts(&code, ast[args]) }
    case .classBody(let id):
      code.isClassBody = true
      code.positional = 1
      names = [".namespace"]
      if let first = decoratorStart(id) { code.firstLine = first }
    case .typeParameters(let id):
      switch ast[id] {
      case .functionDef(_, let args, _, _, _, _), .asyncFunctionDef(_, let args, _, _, _, _):
        names = []
        if !ast[args].defaults.isEmpty { names.append(".defaults") }
        if ast.optionalExprs(ast[args].kwDefaults).contains(where: { $0 != nil }) { names.append(".kwdefaults") }
        code.positional = names.count
      default: break
      }
    case .module, .generatorExpression, .expression: break
    }
    for local in scope.locals where !names.contains(symbols.name(local.name)) {
      names.append(symbols.name(local.name))
    }
    code.variableNames = names
  }

  private func setCounts(_ code: inout CodeInfo, _ arguments: Arguments) {
    code.positionalOnly = arguments.posonlyargs.count
    code.positional = arguments.posonlyargs.count + arguments.args.count
    code.keywordOnly = arguments.kwonlyargs.count
    code.hasVarArgs = arguments.vararg != nil
    code.hasVarKeywords = arguments.kwarg != nil
  }

  private func decoratorStart(_ id: StmtID) -> Int? {
    let decorators: ExprList
    switch ast[id] {
    case .functionDef(_, _, _, let list, _, _), .asyncFunctionDef(_, _, _, let list, _, _),
      .classDef(_, _, _, _, let list, _):
      decorators = list
    default: return nil
    }
    return ast.exprs(decorators).first.map { unit.source.position(of: ast.range(of: $0).start).line }
  }

  /// Annotated builtin class names, as hints.
  private func parameterHints(_ arguments: Arguments) -> [String?] {
    let all =
      Array(ast.args(arguments.posonlyargs)) + Array(ast.args(arguments.args)) + Array(ast.args(arguments.kwonlyargs))
    return all.map { $0.annotation.flatMap(hint) }
  }

  private func hint(_ annotation: ExprID) -> String? {
    switch ast[annotation] {
    case .name(let name, _): return ast.name(name)
    default: return nil
    }
  }

  private func functionBody(_ id: StmtID) -> StmtList {
    switch ast[id] {
    case .functionDef(_, _, let body, _, _, _), .asyncFunctionDef(_, _, let body, _, _, _): body
    default: .empty
    }
  }

  /// The docstring, cleaned of common indentation as the compiler of CPython 3.13 does.
  func docConstant(_ body: StmtList) -> PyIR.ConstantID? {
    guard let first = ast.stmts(body).first, case .expr(let value) = ast[first],
      case .constant(let id, _) = ast[value], case .str(let bytes) = ast[id]
    else { return nil }
    return unit.module.constant(.str(cleanDocstring(bytes)))
  }

  // MARK: bodies

  /// Parameters, cells and free variables of a frame.
  func beginFrame() {
    location = unit.location(SourceRange(start: frame.range.start, end: frame.range.start), in: id)
    for slot in frame.locals.indices { write(variable(slot), unit.absent) }
    var incoming: [String: Operand] = [:]
    var order: [String] = []
    for name in frame.parameters {
      let operand = Operand(function.addParameter(Function.entry, .obj))
      incoming[symbols.name(name)] = operand
      order.append(symbols.name(name))
    }
    for (slot, local) in frame.locals.enumerated() where local.scope == frame.id {
      if let operand = incoming[symbols.name(local.name)] { write(variable(slot), operand) }
    }
    if frame.kind != .module { run(.check_stack, []) }
    for cell in frame.cells {
      let isOwn = cell.scope == frame.id
      cells.append(isOwn ? emit(.cell_new, [incoming[symbols.name(cell.name)] ?? unit.absent]) : unit.absent)
    }
    for index in frame.freeVariables.indices {
      freeCells.append(emitOp(.closureCell(UInt32(index)), [functionObject]) ?? unit.none)
    }
  }

  func lowerBody() {
    switch kind {
    case .module: preconditionFailure("module bodies are lowered first")
    case .function(let id):
      beginFrame()
      lower(functionBody(id))
      if !isDead { leaveFunction(unit.none) }
    case .lambda(let id):
      beginFrame()
      if case .lambda(_, let body) = ast[id] { leaveFunction(lower(body)) }
    case .generatorExpression(let id):
      beginFrame()
      lowerGeneratorBody(id)
    case .classBody(let id): lowerClassBody(id)
    case .typeParameters(let id): lowerTypeParameterBody(id)
    case .expression(let id):
      beginFrame()
      leaveFunction(lowerUnpacked(id))
    }
    finish()
  }

  func lowerModuleBody() {
    kind = .module
    beginFrame()
    registerDynamicSources(unit.dynamicFunctions)
    if let doc = docConstant(ast.body) { store(.global, "__doc__", Operand(doc)) }
    if hasAnnotations(ast.body) { store(.global, "__annotations__", emit(.dict_new, [])) }
    lower(ast.body)
    if !isDead { leaveFunction(unit.none) }
    finish()
  }

  /// Whether a class or module body annotates a simple name anywhere outside nested scopes.
  func hasAnnotations(_ body: StmtList) -> Bool {
    ast.stmts(body).contains { statement in
      switch ast[statement] {
      case .annAssign(_, _, _, let simple): simple
      case .if(_, let body, let orelse), .while(_, let body, let orelse), .for(_, _, let body, let orelse),
        .asyncFor(_, _, let body, let orelse):
        hasAnnotations(body) || hasAnnotations(orelse)
      case .with(_, let body), .asyncWith(_, let body): hasAnnotations(body)
      case .try(let body, let handlers, let orelse, let final), .tryStar(let body, let handlers, let orelse, let final):
        hasAnnotations(body) || hasAnnotations(orelse) || hasAnnotations(final)
          || ast.handlers(handlers).contains { hasAnnotations($0.body) }
      case .match(_, let cases): ast.matchCases(cases).contains { hasAnnotations($0.body) }
      case .functionDef, .asyncFunctionDef, .classDef, .return, .delete, .assign, .typeAlias, .augAssign, .raise,
        .assert, .import, .importFrom, .global, .nonlocal, .expr, .pass, .break, .continue:
        false
      }
    }
  }

  // MARK: type parameters

  /// The implicit function around a generic definition: binds the type parameters and returns what is defined.
  private func lowerTypeParameterBody(_ id: StmtID) {
    let typeParams: TypeParamList
    switch ast[id] {
    case .functionDef(_, _, _, _, _, let list), .asyncFunctionDef(_, _, _, _, _, let list),
      .classDef(_, _, _, _, _, let list), .typeAlias(_, let list, _):
      typeParams = list
    default: preconditionFailure("not generic")
    }
    beginFrame()
    // Defaults of the function come as parameters: first those that the scope names, then those that it does not know.
    var extra = function.parameters.dropFirst().map { Operand($0) }
    let count = unit.module[self.id].code?.positional ?? 0
    while extra.count < count { extra.append(Operand(function.addParameter(Function.entry, .obj))) }
    var values: [Operand] = []
    for (index, parameter) in ast.typeParams(typeParams).enumerated() {
      let bound = thunk(parameter.bound, .typeParameterBound(id, index: UInt32(index)))
      let fallback = thunk(parameter.defaultValue, .typeParameterDefault(id, index: UInt32(index)))
      let kind =
        switch parameter.kind {
        case .typeVar: 0
        case .paramSpec: 1
        case .typeVarTuple: 2
        }
      let value = emit(.type_param_new, [unit.i64(kind), unit.name(ast.name(parameter.name)), bound, fallback])
      store(parameter.name, value)
      values.append(value)
    }
    let tuple = emit(.tuple_new, values)
    switch ast[id] {
    case .functionDef(_, let args, _, _, let returns, _), .asyncFunctionDef(_, let args, _, _, let returns, _):
      let arguments = ast[args]
      var rest = extra[...]
      let defaults = arguments.defaults.isEmpty ? unit.absent : rest.removeFirst()
      let keywordDefaults = rest.first ?? unit.absent
      let result = makeAnnotatedFunction(id, arguments, returns, defaults, keywordDefaults)
      run(.obj_setattr, [result, unit.name("__type_params__"), tuple, unit.module.newCache()])
      leaveFunction(result)
    case .classDef: leaveFunction(makeClass(id, typeParameters: tuple))
    case .typeAlias(let name, _, let value):
      leaveFunction(makeTypeAlias(id, name, tuple, value))
    default: preconditionFailure("not generic")
    }
  }

  private func thunk(_ expression: ExprID?, _ node: ScopeNode) -> Operand {
    guard let expression else { return unit.absent }
    return makeFunction(
      symbols.scope(of: node), .expression(expression), defaults: unit.absent, keywordDefaults: unit.absent)
  }

  func lowerTypeAlias(_ id: StmtID) -> Operand {
    guard case .typeAlias(let name, let typeParams, let value) = ast[id] else { return unit.none }
    if typeParams.isEmpty { return makeTypeAlias(id, name, unit.constant(.tuple([])), value) }
    let maker = makeFunction(
      symbols.scope(of: .typeParameters(id)), .typeParameters(id), defaults: unit.absent, keywordDefaults: unit.absent)
    return emit(.obj_call, [maker])
  }

  private func makeTypeAlias(_ id: StmtID, _ name: ExprID, _ parameters: Operand, _ value: ExprID) -> Operand {
    guard case .name(let nameID, _) = ast[name] else { return unit.none }
    let thunk = makeFunction(
      symbols.scope(of: .stmt(id)), .expression(value), defaults: unit.absent, keywordDefaults: unit.absent)
    return emit(.type_alias_new, [unit.name(ast.name(nameID)), parameters, thunk])
  }
}

/// `inspect.cleandoc` as the compiler applies it: the margin of all lines but the first is removed.
func cleanDocstring(_ bytes: [UInt8]) -> [UInt8] {
  let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
  func indent(_ line: ArraySlice<UInt8>) -> Int { line.prefix { $0 == 32 }.count }
  let margin = lines.dropFirst().filter { !$0.allSatisfy { $0 == 32 } }.map(indent).min() ?? 0
  var result = Array(lines.first.map { $0.drop { $0 == 32 } } ?? [])
  for line in lines.dropFirst() {
    result.append(10)
    result.append(contentsOf: line.dropFirst(min(margin, indent(line))))
  }
  return result
}
