// The checks of compound statements.

extension CompileChecker {
  mutating func checkFunction(
    _ id: StmtID, _ parts: FunctionParts, _ unit: CodeUnit
  ) throws(SyntaxError) {
    let args = ast[parts.args]
    try checkParameterNames(args)
    try check(parts.decorators, unit)
    try check(args.defaults, unit)
    for value in ast.optionalExprs(args.kwDefaults) {
      if let value { try check(value, unit) }
    }
    try checkTypeParameters(parts.typeParams)
    if !table.hasFutureAnnotations {
      try checkAnnotations(
        args, parts.returns, parts.typeParams.isEmpty ? unit : .typeSyntax)
    }
    try check(
      parts.body,
      FlowContext(
        unit: parts.isAsync ? .asyncFunction : .function, scope: table.scopeID(of: .stmt(id))))
    try checkBinding(parts.name, at: ast.range(of: id))
  }

  private mutating func checkAnnotations(
    _ args: Arguments, _ returns: ExprID?, _ unit: CodeUnit
  ) throws(SyntaxError) {
    for list in [args.posonlyargs, args.args] {
      for arg in ast.args(list) {
        if let annotation = arg.annotation { try check(annotation, unit) }
      }
    }
    // `*args: *Ts` is the one annotation that may be starred.
    if let annotation = args.vararg?.annotation {
      try check(annotation, unit, starAllowed: true)
    }
    for arg in ast.args(args.kwonlyargs) {
      if let annotation = arg.annotation { try check(annotation, unit) }
    }
    if let annotation = args.kwarg?.annotation { try check(annotation, unit) }
    if let returns { try check(returns, unit) }
  }

  func checkParameterNames(_ args: Arguments) throws(SyntaxError) {
    guard debug != nil else { return }
    for list in [args.posonlyargs, args.args, args.kwonlyargs] {
      for arg in ast.args(list) { try checkBinding(arg.arg, at: arg.range) }
    }
    if let arg = args.vararg { try checkBinding(arg.arg, at: arg.range) }
    if let arg = args.kwarg { try checkBinding(arg.arg, at: arg.range) }
  }

  mutating func checkTypeParameters(_ list: TypeParamList) throws(SyntaxError) {
    var hasDefault = false
    for param in ast.typeParams(list) {
      if let bound = param.bound { try check(bound, .typeSyntax) }
      if let value = param.defaultValue {
        try check(value, .typeSyntax, starAllowed: param.kind == .typeVarTuple)
        hasDefault = true
      } else if hasDefault {
        throw .naming(.typeParameterWithoutDefault, table.name(param.name), at: param.range)
      }
      try checkBinding(param.name, at: param.range)
    }
  }

  mutating func checkReturn(
    _ value: ExprID?, _ range: SourceRange, _ context: FlowContext
  ) throws(SyntaxError) {
    if !context.unit.isFunctionLike { throw .outside("return", "function", at: range) }
    if value != nil && table[context.scope].isAsyncGenerator {
      throw .plain(.returnValueInAsyncGenerator, at: range)
    }
    if let value { try check(value, context.unit) }
    guard context.hasExceptStar else { return }
    // CPython names the value where it is a constant, else the statement.
    if let value, case .constant = ast[value] { throw .plain(.jumpInExceptStar, at: ast.range(of: value)) }
    throw .plain(.jumpInExceptStar, at: range)
  }

  func inLoop(_ context: FlowContext) -> FlowContext {
    var inside = context
    inside.isInLoop = true
    inside.isInExceptStar = false
    return inside
  }

  mutating func checkLoop(
    _ target: ExprID, _ iter: ExprID, _ body: StmtList, _ orelse: StmtList,
    _ context: FlowContext
  ) throws(SyntaxError) {
    try check(iter, context.unit)
    try check(target, context.unit)
    try check(body, inLoop(context))
    try check(orelse, context)
  }

  mutating func checkWith(
    _ items: WithItemList, _ body: StmtList, _ context: FlowContext
  ) throws(SyntaxError) {
    for item in ast.withItems(items) {
      try check(item.contextExpr, context.unit)
      if let target = item.optionalVars { try check(target, context.unit) }
    }
    try check(body, context)
  }

  mutating func checkHandlers(
    _ handlers: ExceptHandlerList, _ context: FlowContext, handlerContext: FlowContext
  ) throws(SyntaxError) {
    let list = ast.handlers(handlers)
    for (index, handler) in list.enumerated() {
      if let type = handler.type {
        try check(type, context.unit)
      } else if index + 1 < list.count {
        throw .plain(.defaultExceptNotLast, at: handler.range)
      }
      if let name = handler.name { try checkBinding(name, at: handler.range) }
      try check(handler.body, handlerContext)
    }
  }
}
