// Which modules a program consists of. Each test writes a small tree of files.

import Foundation
import XCTest

@testable import Frontend

final class ModuleGraphTests: XCTestCase {
  private var root = URL(fileURLWithPath: "/")

  override func setUpWithError() throws {
    root = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
      .resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
  }

  override func tearDownWithError() throws {
    try FileManager.default.removeItem(at: root)
  }

  private func write(_ files: [String: String]) throws {
    for (path, text) in files {
      let url = root.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
  }

  private func build(
    _ files: [String: String], diagnostics: inout DiagnosticSink,
    _ change: (inout ModuleGraphOptions) -> Void = { _ in }
  ) throws -> ModuleGraph {
    try write(files)
    var options = ModuleGraphOptions(mainPath: root.path + "/app.py")
    options.nativeModules = ["sys", "builtins", "os", "os.path"]
    change(&options)
    return ModuleGraph.build(options, diagnostics: &diagnostics)
  }

  private func build(_ files: [String: String]) throws -> ModuleGraph {
    var sink = DiagnosticSink()
    let graph = try build(files, diagnostics: &sink)
    XCTAssertEqual(sink.diagnostics, [])
    return graph
  }

  private func names(_ graph: ModuleGraph) -> [String] { graph.modules.map(\.name) }

  func testDepthFirstOrder() throws {
    let graph = try build([
      "app.py": "import a, b\nimport c\n", "a.py": "import d\nimport sys\n", "b.py": "import a\n",
      "c.py": "import __main__, a\n", "d.py": "import a\n",
    ])
    XCTAssertEqual(names(graph), ["__main__", "a", "d", "b", "c"])
    XCTAssertEqual(graph.main.path, root.path + "/app.py")
    XCTAssertEqual(graph.modules[1].path, root.path + "/a.py")
    XCTAssertEqual(graph.modules[1].imports[1].resolution, .native("sys"))
    XCTAssertEqual(graph.modules[4].imports[0].resolution, .module(graph.main.id))
    XCTAssertTrue(graph.modules.allSatisfy { $0.isCertainlyImported && !$0.isLazilyReached })
  }

  func testPackagesAndRelativeImports() throws {
    let graph = try build([
      "app.py": "import p.q.r\nfrom p import s, attribute\nfrom p.q import missing\n",
      "p/__init__.py": "from . import t\nattribute = 1\n", "p/t.py": "", "p/s.py": "",
      "p/q/__init__.py": "from .. import s\nfrom ..t import x\nfrom .r import y as z\n",
      "p/q/r.py": "from ...p import t\nfrom .... import no\n",
    ])
    XCTAssertEqual(names(graph), ["__main__", "p", "p.t", "p.q", "p.s", "p.q.r"])
    XCTAssertEqual(
      graph.main.imports[0].steps,
      ["p", "p.q", "p.q.r"].compactMap {
        graph.module(named: $0).map { .module($0.id) }
      })
    let from = graph.main.imports[1]
    XCTAssertEqual(from.names.map(\.name), ["s", "attribute"])
    let s = try XCTUnwrap(graph.module(named: "p.s"))
    XCTAssertEqual(from.names[0].resolution, .submodule(.module(s.id)))
    XCTAssertEqual(from.names[1].resolution, .attribute)
    let r = try XCTUnwrap(graph.module(named: "p.q.r"))
    XCTAssertEqual(
      r.imports[1].resolution,
      .outsidePackage("attempted relative import beyond top-level package"))
    XCTAssertEqual(r.package, "p.q")
  }

  func testNamespacePackageAndRoots() throws {
    var sink = DiagnosticSink()
    let graph = try build(
      [
        "app.py": "import n.a, n.b, lib, std\n", "n/a.py": "", "extra/n/b.py": "",
        "lib/lib.py": "", "std/std.py": "", "lib/std.py": "",
      ], diagnostics: &sink
    ) {
      $0.extraRoots = [root.path + "/extra"]
      $0.runtimeLibrary = root.path + "/lib"
      $0.standardLibrary = root.path + "/std"
    }
    let n = try XCTUnwrap(graph.module(named: "n"))
    XCTAssertTrue(n.isNamespacePackage)
    XCTAssertEqual(n.searchPath, [root.path + "/n", root.path + "/extra/n"])
    XCTAssertNotNil(graph.module(named: "n.b"))
    // `lib` is a directory beside the main file, but a real module elsewhere wins.
    XCTAssertEqual(graph.module(named: "lib")?.path, root.path + "/lib/lib.py")
    XCTAssertEqual(graph.module(named: "std")?.path, root.path + "/lib/std.py")
  }

  func testContexts() throws {
    var sink = DiagnosticSink()
    let files = [
      "app.py": """
      try:
          import one
      except ImportError:
          import two
      def f():
          import late
      if TYPE_CHECKING:
          import types_only
      else:
          import real
      import sys
      if sys.platform == "win32":
          import winreg
      elif x:
          import maybe
      with contextlib.suppress(ModuleNotFoundError):
          import three
      try:
          import four
      except ValueError:
          pass
      from os import path
      import importlib
      importlib.import_module("late")
      """,
      "late.py": "import deep\n", "deep.py": "", "real.py": "", "maybe.py": "", "types_only.py": "",
    ]
    let graph = try build(files, diagnostics: &sink)
    // `four` and `importlib` exist nowhere; the others that are missing are handled, stand in for others or are never imported.
    XCTAssertEqual(sink.diagnostics.map(\.code), [.moduleNotFound, .moduleNotFound])
    XCTAssertEqual(sink.diagnostics.map(\.level), [.error, .error])
    func context(_ name: String) throws -> ImportContext {
      try XCTUnwrap(graph.main.imports.first { $0.name == name }).context
    }
    XCTAssertEqual(try context("one"), .guarded)
    XCTAssertEqual(try context("two"), [.conditional, .fallback])
    XCTAssertEqual(try context("late"), [.lazy, .uncalled])
    XCTAssertEqual(try context("types_only"), .typeCheckingOnly)
    XCTAssertEqual(try context("real"), [])
    XCTAssertEqual(try context("winreg"), .unreachable)
    XCTAssertEqual(try context("maybe"), .conditional)
    XCTAssertEqual(try context("three"), .guarded)
    XCTAssertEqual(try context("four"), [])
    XCTAssertEqual(names(graph), ["__main__", "real", "maybe", "late", "deep"])
    XCTAssertEqual(graph.module(named: "deep")?.isLazilyReached, true)
    XCTAssertEqual(graph.module(named: "maybe")?.isLazilyReached, false)
    XCTAssertEqual(graph.module(named: "maybe")?.isCertainlyImported, false)
    XCTAssertEqual(graph.main.imports[0].resolution, .missing("one"))
    let path = try XCTUnwrap(graph.main.imports.first { $0.name == "os" })
    XCTAssertEqual(path.names[0].resolution, .submodule(.native("os.path")))
    XCTAssertTrue(graph.probedPaths.contains(root.path + "/one.py"))
    XCTAssertFalse(graph.probedPaths.contains(root.path + "/real.py"))
    XCTAssertEqual(Set(graph.probedPaths).count, graph.probedPaths.count)
  }

  func testSyntaxErrors() throws {
    var sink = DiagnosticSink()
    let graph = try build(
      [
        "app.py": """
        import broken
        try: import optional
        except Exception: pass
        def f(): import late
        f()
        """,
        "broken.py": "x = 1\nreturn\n", "optional.py": "x = = 1\n", "late.py": "y = = 1\n",
      ], diagnostics: &sink)
    XCTAssertEqual(sink.diagnostics.map(\.code), [.syntaxError, .brokenOptionalModule])
    XCTAssertEqual(sink.diagnostics.map(\.level), [.error, .warning])
    XCTAssertEqual(
      DiagnosticRenderer(format: .human).render(sink.diagnostics[0], in: graph.sources),
      "  File \"\(root.path)/broken.py\", line 2\n    return\n    ^^^^^^\n"
        + "SyntaxError: 'return' outside function\n")
    XCTAssertNotNil(graph.module(named: "optional")?.error)
  }

  func testStarImportReadsAll() throws {
    let graph = try build([
      "app.py": "from p import *\n", "p/__init__.py": "__all__ = ['a', 'f']\ndef f(): pass\n",
      "p/a.py": "", "p/b.py": "",
    ])
    XCTAssertEqual(names(graph), ["__main__", "p", "p.a"])
    XCTAssertEqual(graph.main.imports[0].names.map(\.name), ["a"])
  }

  func testModuleRegisteredBySysModules() throws {
    let graph = try build([
      "app.py": "import my.path\nfrom my import path\n",
      "my.py": "import sys, other as path\nsys.modules['my.path'] = path\n", "other.py": "",
    ])
    XCTAssertEqual(graph.main.imports[0].resolution, .registered("my.path"))
    XCTAssertEqual(graph.main.imports[1].names[0].resolution, .attribute)
  }

  func testExtensionModule() throws {
    var sink = DiagnosticSink()
    let graph = try build(["app.py": "import fast\n", "fast.abi3.so": ""], diagnostics: &sink)
    XCTAssertEqual(sink.diagnostics.map(\.code), [.extensionModule])
    XCTAssertTrue(sink.hasErrors)
    XCTAssertEqual(
      graph.main.imports[0].resolution,
      .extensionModule(name: "fast", path: root.path + "/fast.abi3.so"))
  }

  func testUnreadableMain() throws {
    var sink = DiagnosticSink()
    _ = ModuleGraph.build(
      ModuleGraphOptions(mainPath: root.path + "/none.py"), diagnostics: &sink)
    XCTAssertEqual(sink.diagnostics.map(\.code), [.unreadableSource])
    XCTAssertTrue(sink.hasErrors)
  }
}
