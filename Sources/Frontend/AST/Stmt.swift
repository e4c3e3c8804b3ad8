// Statements: the cases and fields of `stmt` in CPython 3.13's ASDL, without type comments
// (`ast.parse` leaves them `None`).

/// A statement node; children are ids of the same `AST`.
public enum Stmt: Sendable {
  case functionDef(
    name: NameID, args: ArgumentsID, body: StmtList, decoratorList: ExprList, returns: ExprID?,
    typeParams: TypeParamList)
  case asyncFunctionDef(
    name: NameID, args: ArgumentsID, body: StmtList, decoratorList: ExprList, returns: ExprID?,
    typeParams: TypeParamList)
  case classDef(
    name: NameID, bases: ExprList, keywords: KeywordList, body: StmtList,
    decoratorList: ExprList, typeParams: TypeParamList)
  case `return`(value: ExprID?)
  case delete(targets: ExprList)
  /// `a = b = value`: targets `[a, b]`.
  case assign(targets: ExprList, value: ExprID)
  case typeAlias(name: ExprID, typeParams: TypeParamList, value: ExprID)
  case augAssign(target: ExprID, op: Operator, value: ExprID)
  /// `simple`: the target is a bare name without parentheses.
  case annAssign(target: ExprID, annotation: ExprID, value: ExprID?, simple: Bool)
  case `for`(target: ExprID, iter: ExprID, body: StmtList, orelse: StmtList)
  case asyncFor(target: ExprID, iter: ExprID, body: StmtList, orelse: StmtList)
  case `while`(test: ExprID, body: StmtList, orelse: StmtList)
  /// `elif` is an `if` alone in `orelse`.
  case `if`(test: ExprID, body: StmtList, orelse: StmtList)
  case with(items: WithItemList, body: StmtList)
  case asyncWith(items: WithItemList, body: StmtList)
  case match(subject: ExprID, cases: MatchCaseList)
  case raise(exc: ExprID?, cause: ExprID?)
  case `try`(
    body: StmtList, handlers: ExceptHandlerList, orelse: StmtList, finalbody: StmtList)
  case tryStar(
    body: StmtList, handlers: ExceptHandlerList, orelse: StmtList, finalbody: StmtList)
  case assert(test: ExprID, msg: ExprID?)
  case `import`(names: AliasList)
  /// `level`: number of leading dots; `module` is a dotted name, `nil` for `from . import x`.
  case importFrom(module: NameID?, names: AliasList, level: UInt32)
  case global(names: NameList)
  case nonlocal(names: NameList)
  case expr(value: ExprID)
  case pass
  case `break`
  case `continue`
}
