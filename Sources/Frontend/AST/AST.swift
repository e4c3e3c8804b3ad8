// The arena of one module's syntax tree: flat arrays, one per kind of node, addressed by 32-bit
// ids. Invariant: children are appended before their parents, and every id and list stored in a
// node lies inside its array. Only the parser writes; everyone else reads.

/// The syntax tree of one module.
public struct AST: Sendable {
  /// The statements of the module.
  public internal(set) var body: StmtList = .empty

  /// What CPython's lexer and parser warn about: unknown escapes (the first of each literal), numbers
  /// that run into a keyword.
  public internal(set) var warnings: [SyntaxWarning] = []

  var exprNodes: [Expr] = []
  var exprRanges: [SourceRange] = []
  var stmtNodes: [Stmt] = []
  var stmtRanges: [SourceRange] = []
  var patternNodes: [Pattern] = []
  var patternRanges: [SourceRange] = []
  var constants: [ConstantValue] = [.none, .true, .false, .ellipsis]
  var argumentsRecords: [Arguments] = []
  var argRecords: [Arg] = []
  var keywordRecords: [Keyword] = []
  var comprehensionRecords: [Comprehension] = []
  var handlerRecords: [ExceptHandler] = []
  var withItemRecords: [WithItem] = []
  var matchCaseRecords: [MatchCase] = []
  var aliasRecords: [Alias] = []
  var typeParamRecords: [TypeParam] = []
  var exprPool: [ExprID] = []
  var optionalExprPool: [ExprID?] = []
  var stmtPool: [StmtID] = []
  var patternPool: [PatternID] = []
  var namePool: [NameID] = []
  var cmpOpPool: [CmpOp] = []
  var nameTable = NameTable()

  init() {}

  // MARK: Nodes

  public subscript(id: ExprID) -> Expr { exprNodes[Int(id.index)] }
  public subscript(id: StmtID) -> Stmt { stmtNodes[Int(id.index)] }
  public subscript(id: PatternID) -> Pattern { patternNodes[Int(id.index)] }
  public subscript(id: ConstantID) -> ConstantValue { constants[Int(id.index)] }
  public subscript(id: ArgumentsID) -> Arguments { argumentsRecords[Int(id.index)] }

  /// Bytes of the source that the node was parsed from, without enclosing parentheses.
  public func range(of id: ExprID) -> SourceRange { exprRanges[Int(id.index)] }
  /// Bytes of the statement; decorators are outside, as in CPython.
  public func range(of id: StmtID) -> SourceRange { stmtRanges[Int(id.index)] }
  /// Bytes of the pattern.
  public func range(of id: PatternID) -> SourceRange { patternRanges[Int(id.index)] }

  /// Number of expressions: ids are `0 ..< exprCount`, so side tables can be plain arrays.
  public var exprCount: Int { exprNodes.count }
  /// Number of statements: ids are `0 ..< stmtCount`.
  public var stmtCount: Int { stmtNodes.count }
  /// Number of patterns: ids are `0 ..< patternCount`.
  public var patternCount: Int { patternNodes.count }
  /// Number of interned names: ids are `0 ..< nameCount`.
  public var nameCount: Int { nameTable.count }

  // MARK: Names

  /// The text of an identifier (NFKC-normalised) or dotted module name.
  public func name(_ id: NameID) -> String { nameTable.string(id) }
  /// The UTF-8 bytes of an identifier.
  public func nameBytes(_ id: NameID) -> ArraySlice<UInt8> { nameTable.bytes(id) }
  /// The id of an identifier if the module mentions it.
  public func findName(_ text: String) -> NameID? { nameTable.find(text) }

  // MARK: Lists

  public func exprs(_ list: ExprList) -> ArraySlice<ExprID> { exprPool[list.bounds] }
  public func optionalExprs(_ list: OptionalExprList) -> ArraySlice<ExprID?> {
    optionalExprPool[list.bounds]
  }
  public func stmts(_ list: StmtList) -> ArraySlice<StmtID> { stmtPool[list.bounds] }
  public func patterns(_ list: PatternList) -> ArraySlice<PatternID> { patternPool[list.bounds] }
  public func names(_ list: NameList) -> ArraySlice<NameID> { namePool[list.bounds] }
  public func cmpOps(_ list: CmpOpList) -> ArraySlice<CmpOp> { cmpOpPool[list.bounds] }
  public func args(_ list: ArgList) -> ArraySlice<Arg> { argRecords[list.bounds] }
  public func keywords(_ list: KeywordList) -> ArraySlice<Keyword> { keywordRecords[list.bounds] }
  public func comprehensions(_ list: ComprehensionList) -> ArraySlice<Comprehension> {
    comprehensionRecords[list.bounds]
  }
  public func handlers(_ list: ExceptHandlerList) -> ArraySlice<ExceptHandler> {
    handlerRecords[list.bounds]
  }
  public func withItems(_ list: WithItemList) -> ArraySlice<WithItem> {
    withItemRecords[list.bounds]
  }
  public func matchCases(_ list: MatchCaseList) -> ArraySlice<MatchCase> {
    matchCaseRecords[list.bounds]
  }
  public func aliases(_ list: AliasList) -> ArraySlice<Alias> { aliasRecords[list.bounds] }
  public func typeParams(_ list: TypeParamList) -> ArraySlice<TypeParam> {
    typeParamRecords[list.bounds]
  }
}
