// Expressions: the cases and fields of `expr` in CPython 3.13's ASDL. Payloads are ids only, so
// the enum is trivial to copy.

/// An expression node; children are ids of the same `AST`.
public enum Expr: Sendable {
  case boolOp(op: BoolOperator, values: ExprList)
  /// `target := value`; the target is a `name`.
  case namedExpr(target: ExprID, value: ExprID)
  case binOp(left: ExprID, op: Operator, right: ExprID)
  case unaryOp(op: UnaryOperator, operand: ExprID)
  case lambda(args: ArgumentsID, body: ExprID)
  case ifExp(test: ExprID, body: ExprID, orelse: ExprID)
  /// A `nil` key means that its value is unpacked with `**`.
  case dict(keys: OptionalExprList, values: ExprList)
  case set(elts: ExprList)
  case listComp(elt: ExprID, generators: ComprehensionList)
  case setComp(elt: ExprID, generators: ComprehensionList)
  case dictComp(key: ExprID, value: ExprID, generators: ComprehensionList)
  case generatorExp(elt: ExprID, generators: ComprehensionList)
  case await(value: ExprID)
  case yield(value: ExprID?)
  case yieldFrom(value: ExprID)
  case compare(left: ExprID, ops: CmpOpList, comparators: ExprList)
  case call(func: ExprID, args: ExprList, keywords: KeywordList)
  /// The format specification is a `joinedStr`.
  case formattedValue(value: ExprID, conversion: Conversion, formatSpec: ExprID?)
  /// Values are `constant` strings and `formattedValue`s.
  case joinedStr(values: ExprList)
  /// `hasUPrefix`: CPython's `kind == 'u'`.
  case constant(value: ConstantID, hasUPrefix: Bool)
  case attribute(value: ExprID, attr: NameID, ctx: ExprContext)
  case `subscript`(value: ExprID, slice: ExprID, ctx: ExprContext)
  case starred(value: ExprID, ctx: ExprContext)
  case name(id: NameID, ctx: ExprContext)
  case list(elts: ExprList, ctx: ExprContext)
  case tuple(elts: ExprList, ctx: ExprContext)
  /// Only inside a subscript.
  case slice(lower: ExprID?, upper: ExprID?, step: ExprID?)
}
