// Which imports of functions are followed. Modules of one letter only exist to be imported.

import Foundation
import XCTest

@testable import Frontend

final class ModuleGraphReachabilityTests: XCTestCase {
  private var root = URL(fileURLWithPath: "/")

  override func setUpWithError() throws {
    root = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
      .resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    for name in "abcdefghij" {
      try Data().write(to: root.appendingPathComponent("\(name).py"))
    }
  }

  override func tearDownWithError() throws {
    try FileManager.default.removeItem(at: root)
  }

  /// The program of `app.py` and further modules; all exist beside `a` to `j`.
  private func graph(_ main: String, _ others: [String: String] = [:]) throws -> ModuleGraph {
    for (name, text) in others.merging(["app": main], uniquingKeysWith: { $1 }) {
      try Data(text.utf8).write(to: root.appendingPathComponent("\(name).py"))
    }
    var sink = DiagnosticSink()
    var options = ModuleGraphOptions(mainPath: root.path + "/app.py")
    options.nativeModules = ["sys"]
    let graph = ModuleGraph.build(options, diagnostics: &sink)
    XCTAssertEqual(sink.diagnostics, [])
    return graph
  }

  /// The names of the modules that `main` brings in, in order.
  private func imported(_ main: String, _ others: [String: String] = [:]) throws -> [String] {
    try graph(main, others).modules.dropFirst().map(\.name)
  }

  func testMainGuard() throws {
    let library = """
      def run():
        import b
      if __name__ == "__main__":
        import a
        run()
      if "__main__" != __name__: import c
      if not (__name__ != "__main__") and unknown: import d
      elif __name__ == "lib": import e
      else: import f
      """
    XCTAssertEqual(try imported("import lib", ["lib": library]), ["lib", "c", "e"])
    XCTAssertEqual(try imported(library), ["a", "d", "f", "b"])
    XCTAssertEqual(
      try imported("import lib", ["lib": "__name__ = '__main__'\n" + library]),
      ["lib", "a", "c", "d", "e", "f", "b"])
  }

  func testOnlyMentionedFunctions() throws {
    let graph = try graph(
      """
      def called():
        import a
      def unused():
        from b import x
        unused(), nested()
        def nested():
          import c
      called()
      """)
    XCTAssertEqual(graph.modules.map(\.name), ["__main__", "a"])
    XCTAssertEqual(graph.module(named: "a")?.isLazilyReached, true)
    let left = graph.main.imports[1]
    XCTAssertEqual(left.context, [.lazy, .uncalled])
    XCTAssertEqual(left.resolution, .notFollowed)
    XCTAssertEqual(left.name, "b")
    XCTAssertEqual(left.names.map(\.resolution), [.attribute])
    XCTAssertEqual(graph.leftOutNames, ["b", "c"])
  }

  func testWaysToMention() throws {
    let functions = ["by_attribute", "by_import", "by_string", "visit_name", "name_handler"]
    let text = zip(functions, "abcde").map { "def \($0)(): import \($1)\n" }.joined()
    XCTAssertEqual(
      try imported(
        """
        import lib
        from lib import by_import
        lib.by_attribute()
        getattr(lib, "by_string")
        getattr(lib, f"visit_{x}"), getattr(lib, x + "_handler")
        """, ["lib": text]),
      ["lib", "a", "b", "c", "d", "e"])
    XCTAssertEqual(
      try imported("import lib\nlib.by_string = by_attribute\nby_import()", ["lib": text]), ["lib"])
    XCTAssertEqual(
      try imported("from lib import *\nby_attribute()", ["lib": text]), ["lib", "a"])
  }

  func testMethods() throws {
    let names = try imported(
      """
      class C:
        def __init__(self): import a
        @property
        def p(self): import b
        def used(self): import c
        def unused(self): import d
        def __private(self): import e
        def keys(self): import f
        async def handle(self): import g
      def deep():
        import h
      match x:
        case C(handle=y): x.used()._C__private()
      lambda: deep()
      """)
    XCTAssertEqual(names.sorted(), ["a", "b", "c", "e", "f", "g", "h"])
  }

  func testFixpointThroughModules() throws {
    let main = "import lib\nlib.first()"
    let others = [
      "lib": """
      def first():
        import other
        other.second()
      def third(): import a
      def fourth(): __import__("b")
      """,
      "other": "def second():\n  import lib\n  lib.third()\ndef fifth(): fourth()\n",
    ]
    let graph = try graph(main, others)
    XCTAssertEqual(graph.modules.map(\.name), ["__main__", "lib", "other", "a"])
    XCTAssertEqual(try self.graph(main, others).modules.map(\.name), graph.modules.map(\.name))
  }

  func testLeftOutNames() throws {
    try FileManager.default.createDirectory(
      at: root.appendingPathComponent("p"), withIntermediateDirectories: true)
    for file in ["p/__init__.py", "p/x.py", "p/y.py"] {
      try Data().write(to: root.appendingPathComponent(file))
    }
    let graph = try graph(
      """
      import a
      from p import y
      try: import absent
      except ImportError: pass
      def unused():
        import a, b, absent, c
        from p import x, y
        from c import z
      """)
    XCTAssertEqual(graph.modules.map(\.name), ["__main__", "a", "p", "p.y"])
    XCTAssertEqual(graph.leftOutNames, ["b", "c", "p.x"])
  }

  func testCodeThatNeverRunsMentionsNothing() throws {
    XCTAssertEqual(
      try imported(
        """
        import sys
        def windows(): import a
        def other(): import b
        if sys.platform == "win32":
          windows()
          def shadow(): import c
        elif TYPE_CHECKING:
          shadow()
        else:
          other()
        """), ["b"])
  }
}
