// One module of a program and its imports, as the module graph found them.

/// Index of a module in its `ModuleGraph`; the main module is 0.
public struct ModuleID: Hashable, Sendable {
  public let index: UInt32

  init(_ index: Int) { self.index = UInt32(index) }

  var position: Int { Int(index) }
}

/// How an import stands in its module.
public struct ImportContext: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Inside a function: runs when that is called, if ever.
  public static let lazy = ImportContext(rawValue: 1)
  /// Inside a `try` that handles ImportError, or `with suppress(ImportError)`.
  public static let guarded = ImportContext(rawValue: 2)
  /// Under `if TYPE_CHECKING`: never runs, and is not followed.
  public static let typeCheckingOnly = ImportContext(rawValue: 4)
  /// Inside an `if`, loop, handler or the like: perhaps not run.
  public static let conditional = ImportContext(rawValue: 8)
  /// Under a condition that is false on this platform and version, or in this module
  /// (`__name__ == "__main__"`); not followed.
  public static let unreachable = ImportContext(rawValue: 16)
  /// A call of `__import__` or `importlib.import_module` with a constant name.
  public static let call = ImportContext(rawValue: 32)
  /// Inside a function that nothing seems to call (`NameReachability`); not followed. Running it
  /// after all must raise an ImportError that says so, unless the module came in by another way.
  public static let uncalled = ImportContext(rawValue: 64)

  /// In the handler of ImportError: stands in for another import, which may well have been found.
  public static let fallback = ImportContext(rawValue: 128)

  /// Whether running the module certainly runs the import, and its failure is not handled there.
  public var isCertain: Bool { isEmpty }
  /// Whether the import is followed to the module it names.
  public var isFollowed: Bool { isDisjoint(with: [.typeCheckingOnly, .unreachable, .uncalled]) }
}

/// What a dotted name was found to be.
public enum ModuleResolution: Hashable, Sendable {
  case module(ModuleID)
  /// Provided by the runtime under this name.
  case native(String)
  /// Only exists as a shared library for CPython, at this path.
  case extensionModule(name: String, path: String)
  /// In no file, but the program puts it into `sys.modules` under this name, as `os` does with
  /// `os.path`.
  case registered(String)
  /// Found nowhere; the name as in CPython's "No module named".
  case missing(String)
  /// A relative import that leaves its package, with CPython's message.
  case outsidePackage(String)
  /// Not looked for: the import is never run, or so it seems (`ImportContext.uncalled`).
  case notFollowed
}

/// What `name` of `from module import name` can be.
public enum FromResolution: Hashable, Sendable {
  /// An attribute that the module sets, or fails to have, when it runs.
  case attribute
  /// A submodule, which the package itself binds nowhere.
  case submodule(ModuleResolution)
  /// An attribute if the package has set it by then, else a submodule.
  case attributeOrSubmodule(ModuleResolution)
}

/// One name of a `from … import …`; a star import lists the submodules named in `__all__`.
public struct ImportedName: Sendable {
  public let name: String
  public let resolution: FromResolution
}

/// One module named by an import: an alias of `import a, b`, or a whole `from … import …`.
public struct ModuleImport: Sendable {
  /// The statement; nil for a call.
  public let statement: StmtID?
  public let range: SourceRange
  /// Absolute dotted name; empty if it cannot be known (`outsidePackage`).
  public internal(set) var name: String
  public internal(set) var context: ImportContext
  /// What each prefix of the name is, `a`, `a.b`, `a.b.c`: imported in this order. Ends at the
  /// first that is no module.
  public internal(set) var steps: [ModuleResolution]
  /// For `from` imports.
  public internal(set) var names: [ImportedName]

  /// What the whole name is.
  public var resolution: ModuleResolution { steps.last ?? .notFollowed }

  /// The modules that it may import, in order.
  public var targets: [ModuleID] {
    var out: [ModuleID] = []
    for case .module(let id) in steps { out.append(id) }
    for name in names {
      switch name.resolution {
      case .attribute: continue
      case .submodule(.module(let id)), .attributeOrSubmodule(.module(let id)): out.append(id)
      case .submodule, .attributeOrSubmodule: continue
      }
    }
    return out
  }
}

/// A module of the program.
public struct Module: Sendable {
  public let id: ModuleID
  /// Dotted; `__main__` for the main file.
  public let name: String
  /// As shown in tracebacks; for a namespace package its first directory.
  public let path: String
  public let isPackage: Bool
  /// A package without `__init__.py`: it has no code.
  public let isNamespacePackage: Bool
  /// Where submodules are searched; empty unless a package.
  public let searchPath: [String]
  /// `__package__`: what relative imports start from.
  public let package: String

  /// Registered text, if there is any.
  public internal(set) var file: FileID?
  public internal(set) var source: SourceFile?
  /// Nil for a namespace package and after `error`.
  public internal(set) var ast: AST?
  public internal(set) var symbols: SymbolTable?
  /// Texts that it passes to `eval`, `exec` and `compile`.
  public internal(set) var dynamicSources: [DynamicSource] = []
  /// What is wrong with the text; importing the module raises it.
  public internal(set) var error: SyntaxError?

  /// In source order; calls come last.
  public internal(set) var imports: [ModuleImport] = []
  /// Whether every way to reach it goes through an import inside a function.
  public internal(set) var isLazilyReached = true
  /// Whether the program certainly imports it, by imports that are neither lazy, conditional nor
  /// guarded.
  public internal(set) var isCertainlyImported = false
  /// Whether every import of it is guarded.
  public internal(set) var isOnlyGuarded = true

  var importsOfStatement: [StmtID: Range<Int>] = [:]

  /// The imports of an `import` or `from` statement, in the order of its names.
  public func imports(at statement: StmtID) -> ArraySlice<ModuleImport> {
    imports[importsOfStatement[statement] ?? 0..<0]
  }
}
