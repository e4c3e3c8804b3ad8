// How the parser fills the arena. Nodes are appended, never removed except by `truncate` when
// the parser backtracks, so ids stay valid.

extension AST {
  mutating func add(_ node: Expr, _ range: SourceRange) -> ExprID {
    exprNodes.append(node)
    exprRanges.append(range)
    return ExprID(index: UInt32(exprNodes.count - 1))
  }

  mutating func add(_ node: Stmt, _ range: SourceRange) -> StmtID {
    stmtNodes.append(node)
    stmtRanges.append(range)
    return StmtID(index: UInt32(stmtNodes.count - 1))
  }

  mutating func add(_ node: Pattern, _ range: SourceRange) -> PatternID {
    patternNodes.append(node)
    patternRanges.append(range)
    return PatternID(index: UInt32(patternNodes.count - 1))
  }

  mutating func add(_ value: ConstantValue) -> ConstantID {
    constants.append(value)
    return ConstantID(index: UInt32(constants.count - 1))
  }

  mutating func add(_ record: Arguments) -> ArgumentsID {
    argumentsRecords.append(record)
    return ArgumentsID(index: UInt32(argumentsRecords.count - 1))
  }

  /// Appends the entries to a pool and returns the list of them.
  static func append<Element>(
    _ entries: some Collection<Element>, to pool: inout [Element]
  ) -> NodeList<Element> {
    if entries.isEmpty { return .empty }
    let start = pool.count
    pool.append(contentsOf: entries)
    return NodeList(start: UInt32(start), length: UInt32(entries.count))
  }

  /// Ids of the four constants that are in every table.
  static let noneID = ConstantID(index: 0)
  static let trueID = ConstantID(index: 1)
  static let falseID = ConstantID(index: 2)
  static let ellipsisID = ConstantID(index: 3)
}
