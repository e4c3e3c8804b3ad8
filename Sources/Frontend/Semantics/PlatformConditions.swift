// Conditions whose value is known when a program is compiled: `TYPE_CHECKING`, the platform, the
// version of Python and the name of the module. Used only to decide which imports are worth
// following; code under them is compiled all the same.

struct PlatformConditions {
  enum Value {
    case `true`, `false`, unknown
    /// False when the program runs, but true for type checkers.
    case typeChecking, notTypeChecking
  }

  private let ast: AST
  private let platform: String
  private let moduleName: String?

  /// `moduleName` is what `__name__` holds; nil if the module may change it.
  init(_ ast: AST, platform: String, moduleName: String?) {
    self.ast = ast
    self.platform = platform
    self.moduleName = moduleName
  }

  func evaluate(_ test: ExprID) -> Value {
    switch ast[test] {
    case .constant(let id, _):
      switch ast[id] {
      case .true: return .true
      case .false, .none: return .false
      case .int(let value): return value == 0 ? .false : .true
      case .ellipsis, .bigInt, .float, .complex, .str, .bytes: return .unknown
      }
    case .name(let name, _), .attribute(_, let name, _):
      return ast.name(name) == "TYPE_CHECKING" ? .typeChecking : .unknown
    case .unaryOp(.not, let operand): return negated(evaluate(operand))
    case .compare(let left, let ops, let comparators):
      guard ops.count == 1, let op = ast.cmpOps(ops).first,
        let right = ast.exprs(comparators).first
      else { return .unknown }
      return compare(left, op, right)
    case .call(let callee, let args, _):
      guard case .attribute(let object, let name, _) = ast[callee],
        ast.name(name) == "startswith", isAttribute(object, "sys", "platform"),
        let prefix = ast.exprs(args).first.flatMap(string)
      else { return .unknown }
      return platform.hasPrefix(prefix) ? .true : .false
    case .boolOp(let op, let values):
      // `a or b` is `not (not a and not b)`.
      let isOr = op == .or
      let all = conjunction(
        ast.exprs(values).map { isOr ? negated(evaluate($0)) : evaluate($0) })
      return isOr ? negated(all) : all
    case .namedExpr, .binOp, .unaryOp, .lambda, .ifExp, .dict, .set, .listComp, .setComp,
      .dictComp, .generatorExp, .await, .yield, .yieldFrom, .formattedValue, .joinedStr,
      .subscript, .starred, .list, .tuple, .slice:
      return .unknown
    }
  }

  private func conjunction(_ values: [Value]) -> Value {
    if values.contains(.false) { return .false }
    if values.contains(.typeChecking) { return .typeChecking }
    if values.contains(.unknown) { return .unknown }
    return values.contains(.notTypeChecking) ? .notTypeChecking : .true
  }

  private func negated(_ value: Value) -> Value {
    switch value {
    case .true: .false
    case .false: .true
    case .unknown: .unknown
    case .typeChecking: .notTypeChecking
    case .notTypeChecking: .typeChecking
    }
  }

  private func compare(_ left: ExprID, _ op: CmpOp, _ right: ExprID) -> Value {
    let isEqual: Bool
    if isAttribute(left, "sys", "platform"), let text = string(right) {
      isEqual = text == platform
    } else if isAttribute(left, "os", "name"), let text = string(right) {
      isEqual = text == "posix"
    } else if let moduleName, let text = isModuleName(left) ? string(right) : string(left),
      isModuleName(left) || isModuleName(right)
    {
      isEqual = text == moduleName
    } else if isAttribute(left, "sys", "version_info") {
      return compareVersion(op, right)
    } else {
      return .unknown
    }
    switch op {
    case .eq: return isEqual ? .true : .false
    case .notEq: return isEqual ? .false : .true
    case .lt, .ltE, .gt, .gtE, .is, .isNot, .in, .notIn: return .unknown
    }
  }

  /// `sys.version_info >= (3, 8)`; a longer tuple than (major, minor) stays unknown.
  private func compareVersion(_ op: CmpOp, _ right: ExprID) -> Value {
    guard case .tuple(let elts, _) = ast[right], (1...2).contains(elts.count) else {
      return .unknown
    }
    var bound: [Int64] = []
    for id in ast.exprs(elts) {
      guard case .constant(let constant, _) = ast[id], case .int(let value) = ast[constant] else {
        return .unknown
      }
      bound.append(value)
    }
    // version_info is longer than the bound, so where they agree it is the greater one.
    let isLess = [3, 13].lexicographicallyPrecedes(bound)
    switch op {
    case .gtE, .gt: return isLess ? .false : .true
    case .lt, .ltE: return isLess ? .true : .false
    case .eq, .notEq, .is, .isNot, .in, .notIn: return .unknown
    }
  }

  private func isAttribute(_ id: ExprID, _ object: String, _ name: String) -> Bool {
    guard case .attribute(let value, let attribute, _) = ast[id],
      case .name(let base, _) = ast[value]
    else { return false }
    return ast.name(attribute) == name && ast.name(base) == object
  }

  private func isModuleName(_ id: ExprID) -> Bool {
    guard case .name(let name, _) = ast[id] else { return false }
    return ast.name(name) == "__name__"
  }

  private func string(_ id: ExprID) -> String? {
    guard case .constant(let constant, _) = ast[id], case .str(let text) = ast[constant] else {
      return nil
    }
    return String(decoding: text, as: UTF8.self)
  }
}
