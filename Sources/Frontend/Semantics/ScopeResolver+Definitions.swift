// The walk over what opens a scope by name: functions, classes, type parameters, type aliases.

/// The fields of a `def` or `async def`.
struct FunctionParts {
  var name: NameID
  var args: ArgumentsID
  var body: StmtList
  var decorators: ExprList
  var returns: ExprID?
  var typeParams: TypeParamList
  var isAsync: Bool
}

/// The fields of a `class`.
struct ClassParts {
  var name: NameID
  var bases: ExprList
  var keywords: KeywordList
  var body: StmtList
  var decorators: ExprList
  var typeParams: TypeParamList
}

extension ScopeResolver {
  // MARK: Functions

  mutating func visitFunction(_ id: StmtID, _ parts: FunctionParts) throws(SyntaxError) {
    let range = ast.range(of: id)
    let args = ast[parts.args]
    try define(parts.name, .assigned, at: range)
    try visit(args.defaults)
    try visit(args.kwDefaults)
    try visit(parts.decorators)
    if !parts.typeParams.isEmpty {
      enterTypeParameters(id, parts.name, range)
      if !args.defaults.isEmpty { try define(known.defaults, .parameter, at: range) }
      if ast.optionalExprs(args.kwDefaults).contains(where: { $0 != nil }) {
        try define(known.keywordDefaults, .parameter, at: range)
      }
      try visitTypeParameters(id, parts.typeParams)
    }
    try visitAnnotations(of: args, at: range)
    if let returns = parts.returns { try visitAnnotation(returns) }

    let method = enclosingClass().flatMap { self.method(in: $0, parts, args) }
    enter(.function, .stmt(id), table.name(parts.name), range)
    table.scopes[current].isCoroutine = parts.isAsync
    if var method {
      method.scope = current
      method.selfName = mangle(method.selfName)
      methods.append(method)
    }
    try defineParameters(args)
    try visit(parts.body)
    if method != nil { methods.removeLast() }
    exit()
    if !parts.typeParams.isEmpty { exit() }
  }

  /// The class in whose body a definition would stand here; type parameters do not count.
  private func enclosingClass() -> Int? {
    for index in stack.reversed() {
      switch table.scopes[index].kind {
      case .class: return index
      case .typeParameters: continue
      case .module, .function, .lambda, .listComprehension, .setComprehension, .dictComprehension,
        .generatorExpression, .typeParameterBound, .typeParameterDefault, .typeAlias:
        return nil
      }
    }
    return nil
  }

  private func method(in classScope: Int, _ parts: FunctionParts, _ args: Arguments) -> Method? {
    guard detachedDepth == 0, !known.notInstanceMethods.contains(parts.name) else { return nil }
    for decorator in ast.exprs(parts.decorators) {
      if case .name(let name, _) = ast[decorator], known.notInstanceDecorators.contains(name) {
        return nil
      }
    }
    guard let first = ast.args(args.posonlyargs).first ?? ast.args(args.args).first else {
      return nil
    }
    return Method(scope: 0, classScope: classScope, selfName: first.arg)
  }

  /// Binds the parameters in the current scope.
  mutating func defineParameters(_ args: Arguments) throws(SyntaxError) {
    for list in [args.posonlyargs, args.args, args.kwonlyargs] {
      for arg in ast.args(list) { try define(arg.arg, .parameter, at: arg.range) }
    }
    if let arg = args.vararg { try define(arg.arg, .parameter, at: arg.range) }
    if let arg = args.kwarg { try define(arg.arg, .parameter, at: arg.range) }
  }

  private mutating func visitAnnotations(
    of args: Arguments, at range: SourceRange
  ) throws(SyntaxError) {
    let isDetached = table.hasFutureAnnotations
    if isDetached { enterDetached(at: range) }
    for list in [args.posonlyargs, args.args] {
      for arg in ast.args(list) {
        if let annotation = arg.annotation { try visit(annotation) }
      }
    }
    if let annotation = args.vararg?.annotation { try visit(annotation) }
    if let annotation = args.kwarg?.annotation { try visit(annotation) }
    for arg in ast.args(args.kwonlyargs) {
      if let annotation = arg.annotation { try visit(annotation) }
    }
    if isDetached { exitDetached() }
  }

  // MARK: Classes

  mutating func visitClass(_ id: StmtID, _ parts: ClassParts) throws(SyntaxError) {
    let range = ast.range(of: id)
    try define(parts.name, .assigned, at: range)
    try visit(parts.decorators)
    if !parts.typeParams.isEmpty {
      enterTypeParameters(id, parts.name, range)
      table.scopes[current].privateName = parts.name
      table.scopes[current].mangledNames = []
      try define(known.typeParams, [.assigned, .used], at: range)
      try define(known.genericBase, [.assigned, .used], at: range)
      try visitTypeParameters(id, parts.typeParams)
    }
    try visit(parts.bases)
    for keyword in ast.keywords(parts.keywords) { try visit(keyword.value) }

    enter(.class, .stmt(id), table.name(parts.name), range)
    table.scopes[current].privateName = parts.name
    if !parts.typeParams.isEmpty {
      try define(known.typeParamsAttribute, .assigned, at: range)
      try define(known.typeParams, .used, at: range)
    }
    try visit(parts.body)
    exit()
    if !parts.typeParams.isEmpty { exit() }
  }

  // MARK: Type parameters

  mutating func visitTypeAlias(
    _ id: StmtID, name: ExprID, typeParams: TypeParamList, value: ExprID
  ) throws(SyntaxError) {
    try visit(name)
    guard case .name(let nameID, _) = ast[name] else {
      preconditionFailure("the name of a type alias is an identifier")
    }
    let range = ast.range(of: id)
    let isInClass = table.scopes[current].kind == .class
    if !typeParams.isEmpty {
      enterTypeParameters(id, nameID, range)
      try visitTypeParameters(id, typeParams)
    }
    enter(.typeAlias, .stmt(id), table.name(nameID), range)
    table.scopes[current].scopeInfo = "a type alias"
    try markSeesClass(isInClass, at: range)
    try visit(value)
    exit()
    if !typeParams.isEmpty { exit() }
  }

  /// Opens the scope of type parameters; the caller closes it after the definition.
  private mutating func enterTypeParameters(_ id: StmtID, _ name: NameID, _ range: SourceRange) {
    let isInClass = table.scopes[current].kind == .class
    enter(
      .typeParameters, .typeParameters(id), "<generic parameters of \(table.name(name))>", range)
    table.scopes[current].scopeInfo = "the definition of a generic"
    if isInClass {
      table.scopes[current].seesClassScope = true
      table.scopes[current].set(known.classDict, .used)
    }
  }

  private mutating func markSeesClass(_ sees: Bool, at range: SourceRange) throws(SyntaxError) {
    guard sees else { return }
    table.scopes[current].seesClassScope = true
    try define(known.classDict, .used, at: range)
  }

  private mutating func visitTypeParameters(
    _ id: StmtID, _ list: TypeParamList
  ) throws(SyntaxError) {
    var index: UInt32 = 0
    for param in ast.typeParams(list) {
      try define(param.name, [.typeParameter, .assigned], at: param.range)
      let kind: String
      switch param.kind {
      case .typeVar: kind = "TypeVar"
      case .typeVarTuple: kind = "TypeVarTuple"
      case .paramSpec: kind = "ParamSpec"
      }
      if let bound = param.bound {
        var info = "a TypeVar bound"
        if case .tuple = ast[bound] { info = "a TypeVar constraint" }
        try visitTypeParameterPart(
          bound, .typeParameterBound, .typeParameterBound(id, index: index), param.name, info)
      }
      if let value = param.defaultValue {
        try visitTypeParameterPart(
          value, .typeParameterDefault, .typeParameterDefault(id, index: index), param.name,
          "a \(kind) default")
      }
      index += 1
    }
  }

  private mutating func visitTypeParameterPart(
    _ value: ExprID, _ kind: ScopeKind, _ node: ScopeNode, _ name: NameID, _ info: String
  ) throws(SyntaxError) {
    let range = ast.range(of: value)
    let seesClass = table.scopes[current].seesClassScope
    enter(kind, node, table.name(name), range)
    try markSeesClass(seesClass, at: range)
    table.scopes[current].scopeInfo = info
    try visit(value)
    exit()
  }
}
