// Refuses what the grammar allows but CPython's code generator does not: `return` outside a
// function, `break` outside a loop, unreachable patterns, repeated keywords and the like. Runs
// after the scopes are known and reports the first error in the order in which CPython generates code.

/// The kind of code object that a piece of syntax is compiled into.
enum CodeUnit: UInt8 {
  case module, `class`, function, asyncFunction, lambda
  /// A generator expression, or a comprehension that is not inlined.
  case comprehension
  /// Type parameters and what is evaluated lazily for them.
  case typeSyntax

  var isFunctionLike: Bool {
    switch self {
    case .module, .class: false
    case .function, .asyncFunction, .lambda, .comprehension, .typeSyntax: true
    }
  }

  /// Whether `await` may stand in it, as far as the unit decides.
  var mayAwait: Bool {
    switch self {
    case .asyncFunction, .comprehension: true
    case .module, .class, .function, .lambda, .typeSyntax: false
    }
  }
}

/// Where a statement stands.
struct FlowContext {
  var unit: CodeUnit
  /// The function's scope, for what `return` needs to know.
  var scope: ScopeID
  var isInLoop = false
  /// Inside `except*`, with no loop in between.
  var isInExceptStar = false
  /// Inside `except*` anywhere in this function.
  var hasExceptStar = false
}

/// The check of one module.
struct CompileChecker {
  let ast: AST
  let table: SymbolTable
  /// The id of `__debug__` if the module mentions it.
  let debug: NameID?
  /// Imports from `__future__` that stand where they may.
  private var futureImports: Set<StmtID> = []
  /// Expressions still to be checked.
  var pending: [PendingExpression] = []
  var warnings: [SyntaxWarning] = []

  private init(_ ast: AST, _ table: SymbolTable) {
    self.ast = ast
    self.table = table
    debug = ast.findName("__debug__")
    var mayBeDocstring = true
    for id in ast.stmts(ast.body) {
      if FutureFeatures.isFutureImport(ast, id) {
        futureImports.insert(id)
      } else if !(mayBeDocstring && FutureFeatures.isString(ast, id)) {
        break
      }
      mayBeDocstring = false
    }
  }

  /// Throws the error that CPython's code generator reports for the module, if any; returns its warnings.
  static func check(_ ast: AST, _ table: SymbolTable) throws(SyntaxError) -> [SyntaxWarning] {
    var checker = CompileChecker(ast, table)
    try checker.check(ast.body, FlowContext(unit: .module, scope: table.module.id))
    return checker.warnings
  }

  mutating func check(_ list: StmtList, _ context: FlowContext) throws(SyntaxError) {
    for id in ast.stmts(list) { try check(id, context) }
  }

  private mutating func check(_ first: StmtID, _ context: FlowContext) throws(SyntaxError) {
    var next: StmtID? = first
    while let id = next { next = try checkOne(id, context) }
  }

  /// Checks a statement; returns the rest of an `elif` chain.
  private mutating func checkOne(
    _ id: StmtID, _ context: FlowContext
  ) throws(SyntaxError) -> StmtID? {
    let range = ast.range(of: id)
    let unit = context.unit
    switch ast[id] {
    case .functionDef(let name, let args, let body, let decorators, let returns, let params):
      try checkFunction(
        id,
        FunctionParts(
          name: name, args: args, body: body, decorators: decorators, returns: returns,
          typeParams: params, isAsync: false), unit)
    case .asyncFunctionDef(let name, let args, let body, let decorators, let returns, let params):
      try checkFunction(
        id,
        FunctionParts(
          name: name, args: args, body: body, decorators: decorators, returns: returns,
          typeParams: params, isAsync: true), unit)
    case .classDef(let name, let bases, let keywords, let body, let decorators, let params):
      try check(decorators, unit)
      try checkTypeParameters(params)
      let outside = params.isEmpty ? unit : .typeSyntax
      try checkKeywords(keywords)
      try check(bases, outside, starAllowed: true)
      for keyword in ast.keywords(keywords) { try check(keyword.value, outside) }
      try check(body, FlowContext(unit: .class, scope: table.scopeID(of: .stmt(id))))
      try checkBinding(name, at: range)
    case .typeAlias(let name, let params, let value):
      try checkTypeParameters(params)
      try check(value, .typeSyntax)
      try check(name, unit)
    case .return(let value):
      try checkReturn(value, range, context)
    case .delete(let targets): try check(targets, unit)
    case .assign(let targets, let value):
      try check(value, unit)
      try check(targets, unit)
    case .augAssign(let target, _, let value):
      try check(target, unit)
      try check(value, unit)
    case .annAssign(let target, let annotation, let value, _):
      if let value { try check(value, unit) }
      if value == nil { try checkAnnotatedName(target, range) }
      try check(target, unit)
      // Inside functions annotations are not evaluated, nor compiled.
      if !unit.isFunctionLike && !table.hasFutureAnnotations { try check(annotation, unit) }
    case .for(let target, let iter, let body, let orelse):
      try checkLoop(target, iter, body, orelse, context)
    case .asyncFor(let target, let iter, let body, let orelse):
      if unit != .asyncFunction { throw .outside("async for", "async function", at: range) }
      try checkLoop(target, iter, body, orelse, context)
    case .while(let test, let body, let orelse):
      try check(test, unit)
      try check(body, inLoop(context))
      try check(orelse, context)
    case .if(let test, let body, let orelse):
      try check(test, unit)
      try check(body, context)
      let rest = ast.stmts(orelse)
      if rest.count == 1, let only = rest.first, case .if = ast[only] { return only }
      try check(orelse, context)
    case .with(let items, let body): try checkWith(items, body, context)
    case .asyncWith(let items, let body):
      if unit != .asyncFunction { throw .outside("async with", "async function", at: range) }
      try checkWith(items, body, context)
    case .match(let subject, let cases):
      try check(subject, unit)
      try checkCases(cases, context)
    case .raise(let exc, let cause):
      if let exc { try check(exc, unit) }
      if let cause { try check(cause, unit) }
    case .try(let body, let handlers, let orelse, let finalbody):
      try check(body, context)
      try checkHandlers(handlers, context, handlerContext: context)
      try check(orelse, context)
      try check(finalbody, context)
    case .tryStar(let body, let handlers, let orelse, let finalbody):
      try check(body, context)
      var inside = context
      inside.isInExceptStar = true
      inside.hasExceptStar = true
      try checkHandlers(handlers, context, handlerContext: inside)
      try check(orelse, context)
      try check(finalbody, context)
    case .assert(let test, let msg):
      warnOfAssertion(test, range)
      try check(test, unit)
      if let msg { try check(msg, unit) }
    case .import(let names):
      for alias in ast.aliases(names) { try checkBinding(alias.asname ?? alias.name, at: range) }
    case .importFrom(_, let names, _):
      if FutureFeatures.isFutureImport(ast, id), !futureImports.contains(id) {
        throw .plain(.lateFuture, at: range)
      }
      for alias in ast.aliases(names) { try checkBinding(alias.asname ?? alias.name, at: range) }
    case .expr(let value): try check(value, unit)
    case .break:
      if context.isInExceptStar { throw .plain(.jumpInExceptStar, at: range) }
      if !context.isInLoop { throw .outside("break", "loop", at: range) }
    case .continue:
      if context.isInExceptStar { throw .plain(.jumpInExceptStar, at: range) }
      if !context.isInLoop { throw .plain(.continueNotInLoop, at: range) }
    case .global, .nonlocal, .pass: break
    }
    return nil
  }

  // MARK: Names

  /// `__debug__: int` is refused as a whole.
  private func checkAnnotatedName(_ target: ExprID, _ range: SourceRange) throws(SyntaxError) {
    switch ast[target] {
    case .name(let name, _): try checkBinding(name, at: range)
    case .attribute(_, let attr, _): try checkBinding(attr, at: range)
    default: break
    }
  }

  /// Refuses to bind `__debug__`.
  func checkBinding(_ name: NameID, at range: SourceRange) throws(SyntaxError) {
    if name == debug { throw .plain(.assignToDebug, at: range) }
  }
}
