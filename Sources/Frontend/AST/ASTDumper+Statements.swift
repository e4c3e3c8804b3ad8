// The dump of statements and patterns: field order is that of the ASDL.

extension ASTDumper {
  func stmt(_ id: StmtID) {
    let range = ast.range(of: id)
    switch ast[id] {
    case .functionDef(let name, let args, let body, let decorators, let returns, let params):
      function("FunctionDef", range, name, args, body, decorators, returns, params)
    case .asyncFunctionDef(
      let name, let args, let body, let decorators, let returns, let params):
      function("AsyncFunctionDef", range, name, args, body, decorators, returns, params)
    case .classDef(let name, let bases, let keywords, let body, let decorators, let params):
      node("ClassDef", range) {
        $0.nameField("name", name)
        $0.exprs("bases", bases)
        $0.keywords(keywords)
        $0.stmts("body", body)
        $0.exprs("decorator_list", decorators)
        $0.typeParams(params)
      }
    case .return(let value):
      node("Return", range) { $0.exprField("value", value) }
    case .delete(let targets):
      node("Delete", range) { $0.exprs("targets", targets) }
    case .assign(let targets, let value):
      node("Assign", range) {
        $0.exprs("targets", targets)
        $0.exprField("value", value)
      }
    case .typeAlias(let name, let params, let value):
      node("TypeAlias", range) {
        $0.exprField("name", name)
        $0.typeParams(params)
        $0.exprField("value", value)
      }
    case .augAssign(let target, let operation, let value):
      node("AugAssign", range) {
        $0.exprField("target", target)
        $0.field("op") { $0.write(ASTDumper.name(operation)) }
        $0.exprField("value", value)
      }
    case .annAssign(let target, let annotation, let value, let simple):
      node("AnnAssign", range) {
        $0.exprField("target", target)
        $0.exprField("annotation", annotation)
        $0.exprField("value", value)
        $0.field("simple") { $0.write(simple ? "1" : "0") }
      }
    case .for(let target, let iter, let body, let orelse):
      loop("For", range, target, iter, body, orelse)
    case .asyncFor(let target, let iter, let body, let orelse):
      loop("AsyncFor", range, target, iter, body, orelse)
    case .while(let test, let body, let orelse):
      conditional("While", range, test, body, orelse)
    case .if(let test, let body, let orelse):
      conditional("If", range, test, body, orelse)
    case .with(let items, let body):
      with("With", range, items, body)
    case .asyncWith(let items, let body):
      with("AsyncWith", range, items, body)
    case .match(let subject, let cases):
      node("Match", range) {
        $0.exprField("subject", subject)
        $0.list("cases", $0.ast.matchCases(cases)) { $0.matchCase($1) }
      }
    case .raise(let exc, let cause):
      node("Raise", range) {
        $0.exprField("exc", exc)
        $0.exprField("cause", cause)
      }
    case .try(let body, let handlers, let orelse, let finalbody):
      tryStatement("Try", range, body, handlers, orelse, finalbody)
    case .tryStar(let body, let handlers, let orelse, let finalbody):
      tryStatement("TryStar", range, body, handlers, orelse, finalbody)
    case .assert(let test, let msg):
      node("Assert", range) {
        $0.exprField("test", test)
        $0.exprField("msg", msg)
      }
    case .import(let names):
      node("Import", range) { $0.list("names", $0.ast.aliases(names)) { $0.alias($1) } }
    case .importFrom(let module, let names, let level):
      node("ImportFrom", range) {
        $0.nameField("module", module)
        $0.list("names", $0.ast.aliases(names)) { $0.alias($1) }
        $0.field("level") { $0.write(String(level)) }
      }
    case .global(let names):
      node("Global", range) { $0.list("names", $0.ast.names(names)) { $0.quoted($1) } }
    case .nonlocal(let names):
      node("Nonlocal", range) { $0.list("names", $0.ast.names(names)) { $0.quoted($1) } }
    case .expr(let value):
      node("Expr", range) { $0.exprField("value", value) }
    case .pass: node("Pass", range) { _ in }
    case .break: node("Break", range) { _ in }
    case .continue: node("Continue", range) { _ in }
    }
  }

  private func function(
    _ kind: StaticString, _ range: SourceRange, _ name: NameID, _ args: ArgumentsID,
    _ body: StmtList, _ decorators: ExprList, _ returns: ExprID?, _ params: TypeParamList
  ) {
    node(kind, range) {
      $0.nameField("name", name)
      $0.arguments(args)
      $0.stmts("body", body)
      $0.exprs("decorator_list", decorators)
      $0.exprField("returns", returns)
      $0.typeParams(params)
    }
  }

  private func loop(
    _ kind: StaticString, _ range: SourceRange, _ target: ExprID, _ iter: ExprID,
    _ body: StmtList, _ orelse: StmtList
  ) {
    node(kind, range) {
      $0.exprField("target", target)
      $0.exprField("iter", iter)
      $0.stmts("body", body)
      $0.stmts("orelse", orelse)
    }
  }

  private func conditional(
    _ kind: StaticString, _ range: SourceRange, _ test: ExprID, _ body: StmtList,
    _ orelse: StmtList
  ) {
    node(kind, range) {
      $0.exprField("test", test)
      $0.stmts("body", body)
      $0.stmts("orelse", orelse)
    }
  }

  private func with(
    _ kind: StaticString, _ range: SourceRange, _ items: WithItemList, _ body: StmtList
  ) {
    node(kind, range) {
      $0.list("items", $0.ast.withItems(items)) { dumper, item in
        dumper.node("withitem", nil) {
          $0.exprField("context_expr", item.contextExpr)
          $0.exprField("optional_vars", item.optionalVars)
        }
      }
      $0.stmts("body", body)
    }
  }

  private func tryStatement(
    _ kind: StaticString, _ range: SourceRange, _ body: StmtList,
    _ handlers: ExceptHandlerList, _ orelse: StmtList, _ finalbody: StmtList
  ) {
    node(kind, range) {
      $0.stmts("body", body)
      $0.list("handlers", $0.ast.handlers(handlers)) { dumper, handler in
        dumper.node("ExceptHandler", handler.range) {
          $0.exprField("type", handler.type)
          $0.nameField("name", handler.name)
          $0.stmts("body", handler.body)
        }
      }
      $0.stmts("orelse", orelse)
      $0.stmts("finalbody", finalbody)
    }
  }

  private func alias(_ alias: Alias) {
    node("alias", alias.range) {
      $0.nameField("name", alias.name)
      $0.nameField("asname", alias.asname)
    }
  }

  private func matchCase(_ record: MatchCase) {
    node("match_case", nil) {
      $0.field("pattern") { $0.pattern(record.pattern) }
      $0.exprField("guard", record.guard)
      $0.stmts("body", record.body)
    }
  }

  // MARK: Patterns

  private func patterns(_ name: StaticString, _ items: PatternList) {
    list(name, ast.patterns(items)) { $0.pattern($1) }
  }

  private func pattern(_ id: PatternID) {
    let range = ast.range(of: id)
    switch ast[id] {
    case .matchValue(let value):
      node("MatchValue", range) { $0.exprField("value", value) }
    case .matchSingleton(let value):
      node("MatchSingleton", range) { $0.field("value") { $0.constant(value) } }
    case .matchSequence(let items):
      node("MatchSequence", range) { $0.patterns("patterns", items) }
    case .matchMapping(let keys, let items, let rest):
      node("MatchMapping", range) {
        $0.exprs("keys", keys)
        $0.patterns("patterns", items)
        $0.nameField("rest", rest)
      }
    case .matchClass(let cls, let items, let attributes, let values):
      node("MatchClass", range) {
        $0.exprField("cls", cls)
        $0.patterns("patterns", items)
        $0.list("kwd_attrs", $0.ast.names(attributes)) { $0.quoted($1) }
        $0.patterns("kwd_patterns", values)
      }
    case .matchStar(let name):
      node("MatchStar", range) { $0.nameField("name", name) }
    case .matchAs(let inner, let name):
      node("MatchAs", range) {
        if let inner { $0.field("pattern") { $0.pattern(inner) } }
        $0.nameField("name", name)
      }
    case .matchOr(let items):
      node("MatchOr", range) { $0.patterns("patterns", items) }
    }
  }
}
