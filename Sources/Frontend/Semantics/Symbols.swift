// What a name means in a scope. Follows CPython 3.13's symbol table: the same flags are collected
// in the same order, so that the same programs are refused with the same messages.

/// Index of a scope in its `SymbolTable`; a parent's is smaller than its children's.
public struct ScopeID: Hashable, Sendable {
  public let index: UInt32

  init(_ index: Int) { self.index = UInt32(index) }

  var position: Int { Int(index) }
}

/// What opens a scope.
public enum ScopeKind: Sendable, Equatable {
  case module
  case function
  case lambda
  case `class`
  case listComprehension, setComprehension, dictComprehension, generatorExpression
  /// The implicit function around a generic `def`, `class` or `type`.
  case typeParameters
  /// The lazily evaluated bound of a type parameter.
  case typeParameterBound
  /// The lazily evaluated default of a type parameter.
  case typeParameterDefault
  /// The lazily evaluated value of a `type` statement.
  case typeAlias

  /// Whether its names live in a frame rather than in a namespace dictionary.
  public var isFunctionLike: Bool {
    switch self {
    case .module, .class: false
    case .function, .lambda, .listComprehension, .setComprehension, .dictComprehension,
      .generatorExpression, .typeParameters, .typeParameterBound, .typeParameterDefault,
      .typeAlias:
      true
    }
  }

  /// Whether it is a comprehension or generator expression.
  public var isComprehension: Bool {
    switch self {
    case .listComprehension, .setComprehension, .dictComprehension, .generatorExpression: true
    case .module, .function, .lambda, .class, .typeParameters, .typeParameterBound,
      .typeParameterDefault, .typeAlias:
      false
    }
  }
}

/// The piece of syntax that a scope belongs to: the key of `SymbolTable.scope(of:)`.
public enum ScopeNode: Hashable, Sendable {
  case module
  /// Body of a `def`, `async def` or `class`; value of a `type` statement.
  case stmt(StmtID)
  /// Lambda, comprehension or generator expression.
  case expr(ExprID)
  /// Type parameters of a generic `def`, `async def`, `class` or `type`.
  case typeParameters(StmtID)
  /// Bound of the type parameter at this position of the statement's list.
  case typeParameterBound(StmtID, index: UInt32)
  /// Default of the type parameter at this position of the statement's list.
  case typeParameterDefault(StmtID, index: UInt32)
}

/// The facts collected about a name in a scope.
public struct SymbolFlags: OptionSet, Hashable, Sendable {
  public let rawValue: UInt16

  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Named in a `global` statement here.
  public static let declaredGlobal = SymbolFlags(rawValue: 1 << 0)
  /// Assigned, deleted or bound by a statement here.
  public static let assigned = SymbolFlags(rawValue: 1 << 1)
  public static let parameter = SymbolFlags(rawValue: 1 << 2)
  /// Named in a `nonlocal` statement here.
  public static let declaredNonlocal = SymbolFlags(rawValue: 1 << 3)
  /// Read here.
  public static let used = SymbolFlags(rawValue: 1 << 4)
  /// Bound in this class and also free in a scope inside it, which sees an outer function's.
  public static let freeInClass = SymbolFlags(rawValue: 1 << 5)
  public static let imported = SymbolFlags(rawValue: 1 << 6)
  /// Annotated: `x: int`.
  public static let annotated = SymbolFlags(rawValue: 1 << 7)
  /// An iteration variable of a comprehension.
  public static let iterationVariable = SymbolFlags(rawValue: 1 << 8)
  public static let typeParameter = SymbolFlags(rawValue: 1 << 9)

  /// Any of the ways to be bound in a scope.
  public static let bound: SymbolFlags = [.assigned, .parameter, .imported, .typeParameter]
}

/// How a name of a scope is classified.
public enum SymbolKind: Sendable, Equatable {
  /// Bound here and seen by no inner scope. In a module: a global variable; in a class: an entry
  /// of its namespace.
  case local
  /// Bound here and captured by an inner scope.
  case cell
  /// Bound in an enclosing function.
  case free
  /// A global by a `global` statement.
  case globalExplicit
  /// Bound in no enclosing function: a global or a builtin.
  case globalImplicit
}

/// A name in a scope.
public struct Symbol: Sendable {
  /// The name after mangling.
  public let name: NameID
  public internal(set) var flags: SymbolFlags
  public internal(set) var kind: SymbolKind
  /// Slot among the locals, cells or free variables of the scope's frame, as `kind` says; -1 where
  /// the name has none.
  var slot: Int32

  /// Whether the scope binds it.
  public var isBound: Bool { !flags.isDisjoint(with: .bound) }
}

/// Where the value of a name is found by code that runs in a scope. Slots count within the frame
/// that runs the code (`Scope.frame`), separately for locals, cells and free variables.
public enum Resolution: Hashable, Sendable {
  case local(Int)
  /// A cell that this frame owns.
  case cell(Int)
  /// A cell that came with the closure.
  case free(Int)
  /// The module's namespace, then the builtins.
  case global
  /// The class namespace being built, then `global`. Stores and deletions: the class namespace.
  case classOrGlobal
  /// The class namespace being built, then a free variable. Only read.
  case classOrFree(Int)
  /// In a type parameter scope inside a class: the class namespace, which the given cell or free
  /// variable holds, then `global`. Only read.
  case classDictOrGlobal(classDict: CellReference)
  /// As before, with a free variable or cell of its own as second place. Only read.
  case classDictOrCell(classDict: CellReference, CellReference)
}

/// A cell that a frame can reach: what a closure made in it captures.
public enum CellReference: Hashable, Sendable {
  case cell(Int)
  case free(Int)
}
