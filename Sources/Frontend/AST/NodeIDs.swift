// Identities of AST nodes and lists of nodes. Every id is an index into one array of one `AST`;
// an id is meaningless in any other `AST`, and every id handed out is valid for the AST's life.

/// Index of a statement in its `AST`.
public struct StmtID: Hashable, Sendable {
  public let index: UInt32
}

/// Index of an expression in its `AST`.
public struct ExprID: Hashable, Sendable {
  public let index: UInt32
}

/// Index of a `match` pattern in its `AST`.
public struct PatternID: Hashable, Sendable {
  public let index: UInt32
}

/// Index of an interned identifier; equal identifiers of one `AST` have equal ids.
public struct NameID: Hashable, Sendable {
  public let index: UInt32
}

/// Index of a constant in the `AST`'s constant table (constants are not unified).
public struct ConstantID: Hashable, Sendable {
  public let index: UInt32
}

/// Index of the parameter list of a function or lambda.
public struct ArgumentsID: Hashable, Sendable {
  public let index: UInt32
}

/// `count` consecutive entries from `start` in the pool of `Element`; read it with the accessor
/// of the `AST` named after the element, e.g. `ast.exprs(list)`.
public struct NodeList<Element>: Hashable, Sendable {
  public let start: UInt32
  public let length: UInt32

  /// The empty list.
  public static var empty: NodeList { NodeList(start: 0, length: 0) }

  /// Number of entries.
  public var count: Int { Int(length) }
  /// Whether there is no entry.
  public var isEmpty: Bool { length == 0 }

  var bounds: Range<Int> { Int(start)..<Int(start) + Int(length) }
}

public typealias StmtList = NodeList<StmtID>
public typealias ExprList = NodeList<ExprID>
/// As `ExprList`, where CPython's list may hold `None` (`Dict.keys`, `arguments.kw_defaults`).
public typealias OptionalExprList = NodeList<ExprID?>
public typealias PatternList = NodeList<PatternID>
public typealias NameList = NodeList<NameID>
public typealias CmpOpList = NodeList<CmpOp>
public typealias ArgList = NodeList<Arg>
public typealias KeywordList = NodeList<Keyword>
public typealias ComprehensionList = NodeList<Comprehension>
public typealias ExceptHandlerList = NodeList<ExceptHandler>
public typealias WithItemList = NodeList<WithItem>
public typealias MatchCaseList = NodeList<MatchCase>
public typealias AliasList = NodeList<Alias>
public typealias TypeParamList = NodeList<TypeParam>
