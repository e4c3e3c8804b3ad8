// What CPython's messages call an expression.

extension Parser {
  func exprName(_ id: ExprID) -> String {
    switch ast[id] {
    case .attribute: "attribute"
    case .subscript: "subscript"
    case .starred: "starred"
    case .name: "name"
    case .list: "list"
    case .tuple: "tuple"
    case .lambda: "lambda"
    case .call: "function call"
    case .boolOp, .binOp, .unaryOp: "expression"
    case .generatorExp: "generator expression"
    case .yield, .yieldFrom: "yield expression"
    case .await: "await expression"
    case .listComp: "list comprehension"
    case .setComp: "set comprehension"
    case .dictComp: "dict comprehension"
    case .dict: "dict literal"
    case .set: "set display"
    case .joinedStr, .formattedValue: "f-string expression"
    case .constant(let value, _):
      switch ast[value] {
      case .none: "None"
      case .true: "True"
      case .false: "False"
      case .ellipsis: "ellipsis"
      case .int, .bigInt, .float, .complex, .str, .bytes: "literal"
      }
    case .compare: "comparison"
    case .ifExp: "conditional expression"
    case .namedExpr: "named expression"
    case .slice: "slice"
    }
  }
}
