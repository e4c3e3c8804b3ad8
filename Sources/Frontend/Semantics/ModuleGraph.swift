// All modules that a program can import: starts at the main file and follows every import that can
// run, those outside functions depth first in source order, then those of functions in the order in
// which the functions prove reachable; that is also the order of the ids. A module that cannot be
// found is no error here: it is recorded where it is imported, and the driver decides.

/// Where modules are found and what the runtime brings along.
public struct ModuleGraphOptions: Sendable {
  /// The main file as the user wrote it; kept for tracebacks.
  public var mainPath: String
  /// Its text where it is not that of a file (`-c`, stdin).
  public var mainText: [UInt8]?
  /// `__package__` of the main module (`-m pkg.mod`); empty if it is in none.
  public var mainPackage = ""
  /// First directory of the search; nil: where the main file really lies.
  public var mainDirectory: String?
  /// Further directories, after the main file's.
  public var extraRoots: [String] = []
  /// Modules written in Python that come with the runtime.
  public var runtimeLibrary: String?
  /// CPython's standard library.
  public var standardLibrary: String?
  /// Dotted names of the modules inside the runtime; they are not searched.
  public var nativeModules: Set<String> = []
  /// Those of them that a file beside the main program hides, as it hides an extension module of CPython.
  public var shadowableModules: Set<String> = []
  /// `sys.platform` of the target.
  public var platform = "linux"
  /// Methods that the runtime and its native modules call by name, special methods aside.
  public var implicitNames = [
    "close", "fileno", "flush", "isatty", "items", "keys", "mro", "read", "readline", "send",
    "throw", "write",
  ]

  public init(mainPath: String) { self.mainPath = mainPath }
}

/// The modules of a program.
public struct ModuleGraph: Sendable {
  /// In order of discovery; the main module is first.
  public internal(set) var modules: [Module] = []
  /// The files of the modules, for diagnostics.
  public internal(set) var sources = SourceMap()
  /// Modules inside the runtime that some import found.
  public internal(set) var nativeModules: Set<String> = []
  /// Every path that was looked for and found absent, in order.
  public internal(set) var probedPaths: [String] = []
  var idOfName: [String: ModuleID] = [:]

  /// Reads and parses the main file and everything it imports. Syntax errors go to `diagnostics`,
  /// as errors where the program certainly runs into them, as warnings elsewhere; those of modules
  /// whose imports are all guarded are only kept in `Module.error`.
  public static func build(
    _ options: ModuleGraphOptions, diagnostics: inout DiagnosticSink
  ) -> ModuleGraph {
    var builder = ModuleGraphBuilder(options)
    builder.run(&diagnostics)
    return builder.graph
  }

  /// Absolute names that only functions import which nothing seems to call, and that no followed
  /// import looked for; in order of discovery, each once. `p.x` of `from p import x` is among them
  /// where it may be a submodule. They are not in the program, though they may exist: importing one
  /// after all must not look like a module that is not installed.
  public var leftOutNames: [String] {
    var known: Set<String> = []
    for entry in modules.lazy.flatMap(\.imports) {
      for step in entry.steps {
        switch step {
        case .native(let name), .extensionModule(let name, _), .registered(let name),
          .missing(let name):
          known.insert(name)
        case .module, .outsidePackage, .notFollowed: continue
        }
      }
    }
    var out: [String] = []
    for entry in modules.lazy.flatMap(\.imports) where entry.context.contains(.uncalled) {
      guard let base = module(named: entry.name) else {
        if known.insert(entry.name).inserted { out.append(entry.name) }
        continue
      }
      for name in entry.names.map({ "\(entry.name).\($0.name)" })
      where base.isPackage && idOfName[name] == nil && known.insert(name).inserted {
        out.append(name)
      }
    }
    return out
  }

  public subscript(id: ModuleID) -> Module { modules[id.position] }

  /// The main module.
  public var main: Module { modules[0] }

  /// The module of a dotted name. The main module goes by `__main__`.
  public func module(named name: String) -> Module? { idOfName[name].map { modules[$0.position] } }
}
