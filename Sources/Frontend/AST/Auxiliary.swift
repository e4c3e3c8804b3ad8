// The records of CPython's ASDL that are neither statement, expression nor pattern. Each list of
// records is contiguous in its array, so a record is read through the list that owns it.

/// Parameters of a function or lambda, in ASDL's groups.
public struct Arguments: Sendable {
  public var posonlyargs: ArgList
  public var args: ArgList
  public var vararg: Arg?
  public var kwonlyargs: ArgList
  /// One entry for each of `kwonlyargs`; `nil` where there is no default.
  public var kwDefaults: OptionalExprList
  public var kwarg: Arg?
  /// Defaults of the last `defaults.count` of `posonlyargs + args`.
  public var defaults: ExprList
}

/// One parameter.
public struct Arg: Sendable {
  public var arg: NameID
  public var annotation: ExprID?
  public var range: SourceRange
}

/// A keyword argument of a call or class; `arg` is `nil` for `**value`.
public struct Keyword: Sendable {
  public var arg: NameID?
  public var value: ExprID
  public var range: SourceRange
}

/// One `for … in … if …` of a comprehension.
public struct Comprehension: Sendable {
  public var target: ExprID
  public var iter: ExprID
  public var ifs: ExprList
  public var isAsync: Bool
}

/// One `except` clause (`except*` in a `tryStar`).
public struct ExceptHandler: Sendable {
  public var type: ExprID?
  public var name: NameID?
  public var body: StmtList
  public var range: SourceRange
}

/// One item of a `with` statement.
public struct WithItem: Sendable {
  public var contextExpr: ExprID
  public var optionalVars: ExprID?
}

/// One `case` of a `match` statement.
public struct MatchCase: Sendable {
  public var pattern: PatternID
  public var `guard`: ExprID?
  public var body: StmtList
}

/// One imported name; `name` is dotted for `import a.b` and `*` for a star import.
public struct Alias: Sendable {
  public var name: NameID
  public var asname: NameID?
  public var range: SourceRange
}

/// One type parameter of a function, class or type alias.
public struct TypeParam: Sendable {
  /// The three kinds: `T`, `*Ts`, `**P`.
  public enum Kind: UInt8, Sendable { case typeVar, typeVarTuple, paramSpec }
  public var kind: Kind
  public var name: NameID
  /// Only for `typeVar`.
  public var bound: ExprID?
  public var defaultValue: ExprID?
  public var range: SourceRange
}
