// What CPython's compiler warns about: operations on displays and literals that cannot be meant. It looks at
// the tree after folding constants, so what folds to a constant counts as one.

extension CompileChecker {
  /// `assert (x, "message")`.
  mutating func warnOfAssertion(_ test: ExprID, _ range: SourceRange) {
    guard case .tuple(let elts, _) = ast[test], !elts.isEmpty else { return }
    warnings.append(SyntaxWarning("assertion is always true, perhaps remove parentheses?", range))
  }

  /// `x is 1`.
  mutating func warnOfComparison(_ first: ExprID, _ ops: CmpOpList, _ rest: ExprList, _ range: SourceRange) {
    var left = first
    for (operation, right) in zip(ast.cmpOps(ops), ast.exprs(rest)) {
      if operation == .is || operation == .isNot, let type = literalType(left) ?? literalType(right) {
        let (word, meant) = operation == .is ? ("is", "==") : ("is not", "!=")
        warnings.append(
          SyntaxWarning("\"\(word)\" with '\(type)' literal. Did you mean \"\(meant)\"?", range))
        return
      }
      left = right
    }
  }

  /// `(1, 2) (3, 4)`.
  mutating func warnOfCall(_ callee: ExprID) {
    switch ast[callee] {
    case .constant, .tuple, .list, .listComp, .dict, .dictComp, .set, .setComp, .generatorExp, .joinedStr,
      .formattedValue, .unaryOp, .binOp:
      guard let type = typeName(callee) else { return }
      warnings.append(
        SyntaxWarning("'\(type)' object is not callable; perhaps you missed a comma?", ast.range(of: callee)))
    case .boolOp, .namedExpr, .lambda, .ifExp, .await, .yield, .yieldFrom, .compare, .call, .attribute, .subscript,
      .starred, .name, .slice:
      return
    }
  }

  /// `[1, 2] [3, 4]`.
  mutating func warnOfSubscript(_ value: ExprID, _ index: ExprID) {
    guard let type = typeName(value) else { return }
    switch type {
    case "NoneType", "ellipsis", "int", "bool", "float", "complex", "set", "generator", "function":
      warnings.append(
        SyntaxWarning("'\(type)' object is not subscriptable; perhaps you missed a comma?", ast.range(of: value)))
    case "str", "bytes", "tuple", "list":
      guard let other = typeName(index), other != "int", other != "bool" else { return }
      warnings.append(
        SyntaxWarning(
          "\(type) indices must be integers or slices, not \(other); perhaps you missed a comma?",
          ast.range(of: value)))
    default: return
    }
  }

  // MARK: Types

  /// The type of a constant other than the singletons.
  private func literalType(_ id: ExprID) -> String? {
    guard let type = constantType(id) else { return nil }
    return ["NoneType", "bool", "ellipsis"].contains(type) ? nil : type
  }

  /// The type of what a display, a comprehension or a constant makes.
  private func typeName(_ id: ExprID) -> String? {
    switch ast[id] {
    case .tuple: "tuple"
    case .list, .listComp: "list"
    case .dict, .dictComp: "dict"
    case .set, .setComp: "set"
    case .generatorExp: "generator"
    case .lambda: "function"
    case .joinedStr, .formattedValue: "str"
    case .constant, .unaryOp, .binOp: constantType(id)
    case .boolOp, .namedExpr, .ifExp, .await, .yield, .yieldFrom, .compare, .call, .attribute, .subscript, .starred,
      .name, .slice:
      nil
    }
  }

  /// The type of an expression that folds to a constant. Its depth is that of the syntax, which is bounded,
  /// except for chains of operators, which are followed to the left in a loop.
  private func constantType(_ id: ExprID) -> String? {
    switch ast[id] {
    case .constant(let value, _):
      switch ast[value] {
      case .none: return "NoneType"
      case .true, .false: return "bool"
      case .ellipsis: return "ellipsis"
      case .int, .bigInt: return "int"
      case .float: return "float"
      case .complex: return "complex"
      case .str: return "str"
      case .bytes: return "bytes"
      }
    case .tuple(let elts, let ctx):
      return ctx == .load && ast.exprs(elts).allSatisfy { constantType($0) != nil } ? "tuple" : nil
    case .unaryOp(let operation, let operand):
      guard let type = constantType(operand) else { return nil }
      if operation == .not { return "bool" }
      switch type {
      case "int", "bool": return "int"
      case "float", "complex": return operation == .invert ? nil : type
      default: return nil
      }
    case .binOp(let left, let operation, let right):
      return foldedType(left, operation, right)
    case .boolOp, .namedExpr, .lambda, .ifExp, .dict, .set, .listComp, .setComp, .dictComp, .generatorExp, .await,
      .yield, .yieldFrom, .compare, .call, .formattedValue, .joinedStr, .attribute, .subscript, .starred, .name, .list,
      .slice:
      return nil
    }
  }

  /// Sums, differences and products of numbers and sums of strings, in a chain of any length.
  private func foldedType(_ first: ExprID, _ firstOperation: Operator, _ last: ExprID) -> String? {
    let order = ["int", "float", "complex"]
    var rank = 0
    var text: String?
    var left = first
    var operation = firstOperation
    var right = last
    while true {
      guard operation == .add || operation == .sub || operation == .mult, let type = constantType(right) else {
        return nil
      }
      if let number = order.firstIndex(of: type == "bool" ? "int" : type), text == nil {
        rank = max(rank, number)
      } else if operation == .add, rank == 0, type == "str" || type == "bytes", text ?? type == type {
        text = type
      } else {
        return nil
      }
      guard case .binOp(let inner, let innerOperation, let innerRight) = ast[left] else { break }
      (left, operation, right) = (inner, innerOperation, innerRight)
    }
    guard let type = constantType(left) else { return nil }
    if let text { return type == text ? text : nil }
    guard let number = order.firstIndex(of: type == "bool" ? "int" : type) else { return nil }
    return order[max(rank, number)]
  }
}
