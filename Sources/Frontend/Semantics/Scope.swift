// One scope of a module. A scope that is inlined (list, set and dict comprehensions, PEP 709) has
// symbols of its own but runs in the frame of the scope around it, where its variables have slots
// of their own; so a comprehension variable never disturbs a variable of the same name outside.

/// A variable with a slot in a frame.
public struct FrameVariable: Sendable {
  public let name: NameID
  /// The scope that binds it: the frame's own or a comprehension inlined in it.
  public let scope: ScopeID
}

/// A scope.
public struct Scope: Sendable {
  public let id: ScopeID
  public let kind: ScopeKind
  public let parent: ScopeID?
  public let node: ScopeNode
  /// `__name__` of what is defined here, e.g. `f`, `<lambda>`, `<listcomp>`; not mangled.
  public let name: String
  /// As CPython's `__qualname__`; `<module>` for the module.
  public internal(set) var qualifiedName = ""
  /// Bytes of the node.
  public let range: SourceRange

  /// Scopes directly inside, in source order.
  public internal(set) var children: [ScopeID] = []
  /// All names of the scope in order of first appearance.
  public internal(set) var symbols: [Symbol] = []
  /// Parameters, mangled, in the order of `co_varnames`: positional ones, keyword-only ones,
  /// `*args`, `**kwargs`; for a comprehension that is not inlined the iterator `.0`.
  public internal(set) var parameters: [NameID] = []

  /// Whether it runs inside the enclosing scope's frame, without a function of its own.
  public internal(set) var isInlinedComprehension = false
  /// The scope whose frame runs this code; itself unless inlined.
  public internal(set) var frame: ScopeID

  /// The frame's slots; empty for an inlined comprehension. Parameters that are locals come
  /// first, then names in order of first binding, then those of inlined comprehensions.
  public internal(set) var locals: [FrameVariable] = []
  /// Cells that the frame makes; those of an inlined comprehension are made anew each time it is
  /// evaluated. In a class only `__class__` and `__classdict__`.
  public internal(set) var cells: [FrameVariable] = []
  /// Names of the free variables, sorted as in `co_freevars`.
  public internal(set) var freeVariables: [NameID] = []

  /// Whether the body has a `yield`, or it is a generator expression.
  public internal(set) var isGenerator = false
  /// `async def`, or a comprehension that awaits. With `isGenerator`: an asynchronous generator.
  public internal(set) var isCoroutine = false
  /// Whether it has `return value`.
  public internal(set) var hasReturnValue = false
  /// Whether the frame may see its variables by name: it calls `locals`, `vars()`, `dir()`,
  /// `eval` or `exec` by that name.
  public internal(set) var usesLocalsCall = false
  /// Of a class: whether a method refers to `__class__` or calls `super`.
  public internal(set) var needsClassCell = false
  /// Of a class: whether a type parameter scope reads its namespace.
  public internal(set) var needsClassDict = false
  /// Whether it lies inside a function.
  public internal(set) var isNested = false
  /// Whether names are looked up in the namespace of the enclosing class, too (type parameters
  /// in a class body).
  public internal(set) var seesClassScope = false
  /// Of a class: mangled names of the attributes that its methods assign to their first
  /// parameter, in order of appearance, each once. A hint for the object layout, not a fact.
  public internal(set) var instanceAttributes: [NameID] = []

  // Used while the table is built.
  var indexOfName: [NameID: Int32] = [:]
  /// Symbols in order of first binding.
  var bindingOrder: [Int32] = []
  var directives: [(name: NameID, range: SourceRange)] = []
  /// The class whose name mangles private names here.
  var privateName: NameID?
  /// If not nil, only these names are mangled (type parameters of a class).
  var mangledNames: Set<NameID>?
  /// Above zero inside the iterable of a comprehension.
  var comprehensionIterableDepth = 0
  var isInIterationTarget = false
  /// Words of CPython's message for what a type parameter scope may not contain.
  var scopeInfo = ""

  init(
    id: ScopeID, kind: ScopeKind, parent: ScopeID?, node: ScopeNode, name: String,
    range: SourceRange
  ) {
    self.id = id
    self.kind = kind
    self.parent = parent
    self.node = node
    self.name = name
    self.range = range
    self.frame = id
  }

  /// The symbol of a mangled name.
  public func symbol(_ name: NameID) -> Symbol? {
    indexOfName[name].map { symbols[Int($0)] }
  }

  /// Whether it is an asynchronous generator function.
  public var isAsyncGenerator: Bool { isGenerator && isCoroutine }
}
