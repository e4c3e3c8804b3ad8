// What names mean. The large comparison with CPython's own `symtable` is
// `Tests/tools/check_scopes.py`; here stand the cases that explain the rules.

import XCTest

@testable import Frontend

final class ScopeTests: XCTestCase {
  private func table(_ text: String) throws -> SymbolTable {
    let source = try SourceFile(path: "t.py", contents: Array(text.utf8))
    return try ScopeResolver.resolve(Parser.parse(source))
  }

  /// How a name is found from the scope with this qualified name.
  private func find(_ name: String, in scope: String, _ table: SymbolTable) throws -> Resolution {
    let found = try XCTUnwrap(table.scopes.first { $0.qualifiedName == scope })
    return table.lookup(try XCTUnwrap(table.names.find(name)), in: found.id)
  }

  private func scope(_ name: String, _ table: SymbolTable) throws -> Scope {
    try XCTUnwrap(table.scopes.first { $0.qualifiedName == name })
  }

  func testClosure() throws {
    let table = try table(
      """
      def f(a, b, *c, d=1):
        e = b
        def g():
          return a + e + h
        b = len
      """)
    XCTAssertEqual(try find("a", in: "f", table), .cell(0))
    XCTAssertEqual(try find("b", in: "f", table), .local(0))
    XCTAssertEqual(try find("d", in: "f", table), .local(1))
    XCTAssertEqual(try find("c", in: "f", table), .local(2))
    XCTAssertEqual(try find("e", in: "f", table), .cell(1))
    XCTAssertEqual(try find("len", in: "f", table), .global)
    XCTAssertEqual(try find("a", in: "f.<locals>.g", table), .free(0))
    XCTAssertEqual(try find("e", in: "f.<locals>.g", table), .free(1))
    XCTAssertEqual(try find("h", in: "f.<locals>.g", table), .global)
    let f = try scope("f", table)
    let e = try XCTUnwrap(table.names.find("e"))
    XCTAssertEqual(table.closureCell(e, in: f.id), .cell(1))
  }

  func testInlinedComprehensionKeepsItsVariablesApart() throws {
    let table = try table(
      """
      def f(x, y):
        i = 0
        a = [i + y for i in x if (w := i)]
        b = [lambda: (j, x) for j in a]
        return i
      """)
    let f = try scope("f", table)
    let comprehension = try scope("f.<locals>.<listcomp>", table)
    XCTAssertTrue(comprehension.isInlinedComprehension)
    XCTAssertEqual(comprehension.frame, f.id)
    let outer = try find("i", in: "f", table)
    let inner = try find("i", in: "f.<locals>.<listcomp>", table)
    XCTAssertNotEqual(outer, inner)
    XCTAssertEqual(try find("y", in: "f.<locals>.<listcomp>", table), .local(0))
    XCTAssertEqual(
      try find("w", in: "f.<locals>.<listcomp>", table), try find("w", in: "f", table))
    // Captured by the lambda: the parameter and the variable of the comprehension are cells.
    XCTAssertEqual(try find("x", in: "f", table), .cell(0))
    let second = try XCTUnwrap(table.scopes.last { $0.kind == .listComprehension })
    let j = try XCTUnwrap(table.names.find("j"))
    XCTAssertEqual(table.resolve(j, in: second.id), .cell(1))
    XCTAssertEqual(table.closureCell(j, in: second.id), .cell(1))
    XCTAssertEqual(f.cells.map { table.name($0.name) }, ["x", "j"])
    XCTAssertEqual(f.cells[1].scope, second.id)
    XCTAssertEqual(try scope("f.<locals>.<lambda>", table).freeVariables.count, 2)
  }

  func testComprehensionInClassDoesNotSeeTheClass() throws {
    let table = try table(
      """
      def f(n):
        class C:
          n = 1
          m = 2
          a = [n + m for _ in x]
          b = n
          def g(self): return n
      """)
    XCTAssertEqual(try find("n", in: "f.<locals>.C.<listcomp>", table), .free(0))
    XCTAssertEqual(try find("m", in: "f.<locals>.C.<listcomp>", table), .global)
    XCTAssertEqual(try find("n", in: "f.<locals>.C", table), .classOrGlobal)
    XCTAssertEqual(try find("n", in: "f.<locals>.C.g", table), .free(0))
    XCTAssertEqual(try find("n", in: "f", table), .cell(0))
  }

  func testClassReadsFreeVariable() throws {
    let table = try table("def f(n):\n  class C:\n    a = n\n")
    XCTAssertEqual(try find("n", in: "f.<locals>.C", table), .classOrFree(0))
  }

  func testClassCell() throws {
    let table = try table(
      """
      class C:
        def f(self): return super().f
        def g(self): return __class__
      class D:
        def f(self): return 1
      """)
    XCTAssertTrue(try scope("C", table).needsClassCell)
    XCTAssertFalse(try scope("D", table).needsClassCell)
    XCTAssertEqual(try find("__class__", in: "C.g", table), .free(0))
    let name = try XCTUnwrap(table.names.find("__class__"))
    XCTAssertEqual(table.closureCell(name, in: try scope("C", table).id), .cell(0))
  }

  func testMangling() throws {
    let table = try table(
      """
      class __Outer:
        __a = 1
        def f(self, __b):
          self.__c = __d__ = __b
          import __e
      class _:
        __z = 1
      """)
    let f = try scope("__Outer.f", table)
    func mangled(_ name: String) throws -> String {
      table.name(table.mangledName(try XCTUnwrap(table.names.find(name)), in: f.id))
    }
    XCTAssertEqual(try mangled("__b"), "_Outer__b")
    XCTAssertEqual(try mangled("__c"), "_Outer__c")
    XCTAssertEqual(try mangled("__d__"), "__d__")
    XCTAssertEqual(try find("__b", in: "__Outer.f", table), .local(1))
    XCTAssertEqual(
      try scope("__Outer", table).instanceAttributes.map(table.name), ["_Outer__c"])
    XCTAssertEqual(try scope("_", table).symbols.map { table.name($0.name) }, ["__z"])
  }

  func testInstanceAttributes() throws {
    let table = try table(
      """
      class C:
        def __init__(me, other):
          me.a, (me.b, *me.c) = other
          for me.d in other: pass
          with other as me.e: pass
          other.no = 1
          me.f: int = 3
          me.g: int
          del me.h
          me.a += 1
          def inner(): me.i = 1
          def shadow(me): me.no = 1
          class Nested:
            def m(self): self.own = 1
          me.x.no = 2
        @staticmethod
        def s(q): q.no = 1
        @classmethod
        def c(cls): cls.no = 1
        if True:
          async def late(self): self.j = 1
      """)
    XCTAssertEqual(
      try scope("C", table).instanceAttributes.map(table.name),
      ["a", "b", "c", "d", "e", "f", "i", "j"])
  }

  func testFlags() throws {
    let table = try table(
      """
      def g(): yield
      async def c(): return 1
      async def a(): yield
      def l(): return locals()
      def k(): [vars() for x in y]
      def e(): vars(x)
      """)
    XCTAssertTrue(try scope("g", table).isGenerator)
    XCTAssertFalse(try scope("g", table).hasReturnValue)
    XCTAssertTrue(try scope("c", table).isCoroutine)
    XCTAssertTrue(try scope("c", table).hasReturnValue)
    XCTAssertTrue(try scope("a", table).isAsyncGenerator)
    XCTAssertTrue(try scope("l", table).usesLocalsCall)
    XCTAssertTrue(try scope("k", table).usesLocalsCall)
    XCTAssertFalse(try scope("e", table).usesLocalsCall)
  }

  func testTypeParametersSeeTheClass() throws {
    let table = try table(
      """
      class C:
        T1 = int
        def f[T: T1](self, x: T1) -> T: pass
      """)
    XCTAssertTrue(try scope("C", table).needsClassDict)
    XCTAssertEqual(
      try find("T1", in: "C.T", table), .classDictOrGlobal(classDict: .free(0)))
  }

  func testFutureAnnotationsLeaveNoScopes() throws {
    let table = try table(
      "from __future__ import annotations\ndef f(x: (lambda: y)) -> [z for z in q]: pass\n")
    XCTAssertEqual(table.scopes.count, 2)
    XCTAssertTrue(table.hasFutureAnnotations)
  }

  /// The marked text is the place of the error.
  private func assertError(
    _ marked: String, _ message: String, file: StaticString = #filePath, line: UInt = #line
  ) {
    let parts = marked.components(separatedBy: "«")
    let text = marked.replacingOccurrences(of: "«", with: "").replacingOccurrences(
      of: "»", with: "")
    XCTAssertThrowsError(try table(text), file: file, line: line) { error in
      guard let error = error as? SyntaxError else { return XCTFail("\(error)") }
      XCTAssertEqual(error.message, message, file: file, line: line)
      let place = String(decoding: Array(text.utf8)[error.bounds], as: UTF8.self)
      let expected = parts.count > 1 ? parts[1].components(separatedBy: "»")[0] : ""
      XCTAssertEqual(place, expected, file: file, line: line)
    }
  }

  func testErrors() {
    assertError(
      "def f():\n  x = 1\n  «global x»\n",
      "name 'x' is assigned to before global declaration")
    assertError("def f():\n  «nonlocal x»\n", "no binding for nonlocal 'x' found")
    assertError("def f(x):\n  «global x»\n", "name 'x' is parameter and global")
    assertError("«nonlocal x»\n", "nonlocal declaration not allowed at module level")
    assertError("«return 1»\n", "'return' outside function")
    assertError("«break»\n", "'break' outside loop")
    assertError("for x in y:\n  def f(): «continue»\n", "'continue' not properly in loop")
    assertError("«yield 1»\n", "'yield' outside function")
    assertError("def f(): «await x»\n", "'await' outside async function")
    assertError("def f(a, «a»): pass\n", "duplicate argument 'a' in function definition")
    assertError(
      "match x:\n  case «y»: pass\n  case 1: pass\n",
      "name capture 'y' makes remaining patterns unreachable")
    assertError("«*a, *b» = c\n", "multiple starred expressions in assignment")
    assertError("f(a=1, «a=2»)\n", "keyword argument repeated: a")
    assertError(
      "x = 1\n«from __future__ import division»\n",
      "from __future__ imports must occur at the beginning of the file")
  }

  func testLongChainsAreNoDeepRecursion() throws {
    let terms = Array(repeating: "a", count: 3000).joined(separator: " + ")
    let calls = String(repeating: ".b()", count: 3000)
    var text = "x = \(terms)\ny = a\(calls)\nif a: pass\n"
    text += String(repeating: "elif a: pass\n", count: 500)
    XCTAssertNoThrow(try table(text))
  }
}

extension SyntaxError {
  fileprivate var bounds: Range<Int> { Int(range.start)..<Int(range.end) }
}
