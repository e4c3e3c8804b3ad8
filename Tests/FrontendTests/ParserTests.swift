// The parser against CPython's own answers. The large comparison over the standard library is
// `Tests/tools/check_ast.py`; here stand small sources for each production and each message.

import XCTest

@testable import Frontend

final class ParserTests: XCTestCase, @unchecked Sendable {
  private func parse(_ text: String) throws(SyntaxError) -> (AST, SourceFile) {
    let source = try SourceFile(path: "t.py", contents: Array(text.utf8))
    return (try Parser.parse(source), source)
  }

  private func answer(_ text: String) -> String {
    do throws(SyntaxError) {
      let (ast, source) = try parse(text)
      let dump = ASTDumper.dump(ast, source, includeAttributes: true)
      return String(decoding: dump, as: UTF8.self)
    } catch {
      guard let source = try? SourceFile(path: "t.py", contents: Array(text.utf8)) else {
        return "\(error.kind.rawValue): \(error.message)"
      }
      let place = error.location(in: source)
      return "\(error.kind.rawValue): \(error.message) \(place.line) \(place.offset) "
        + "\(place.endLine) \(place.endOffset)"
    }
  }

  func testTrees() {
    for (source, expected) in ParserExpectations.trees {
      XCTAssertEqual(answer(source), expected, source)
    }
  }

  func testErrors() {
    for (source, expected) in ParserExpectations.errors { XCTAssertEqual(answer(source), expected, source) }
  }

  /// The second reading of deep text takes more stack than the main thread has.
  func testDepthIsLimitedWithoutCrash() {
    let done = expectation(description: "finished")
    let thread = Thread {
      self.checkDepths()
      done.fulfill()
    }
    thread.stackSize = 1 << 29
    thread.start()
    wait(for: [done], timeout: 120)
  }

  private func checkDepths() {
    let many = 100_000
    func message(_ text: String) -> String {
      do throws(SyntaxError) {
        _ = try parse(text)
        return ""
      } catch {
        return error.message
      }
    }
    let overflow = "Parser stack overflowed - Python source too complex to parse"
    XCTAssertEqual(message(String(repeating: "(", count: many)), "too many nested parentheses")
    XCTAssertEqual(message(String(repeating: "-", count: many) + "a"), overflow)
    XCTAssertEqual(message(String(repeating: "not ", count: many) + "a"), overflow)
    XCTAssertEqual(message(String(repeating: "lambda: ", count: many) + "a"), overflow)
    XCTAssertEqual(message(String(repeating: "a if a else ", count: many) + "a"), overflow)
    XCTAssertEqual(message(String(repeating: "a ** ", count: many) + "a"), overflow)
    XCTAssertEqual(
      message("a" + String(repeating: "+ a", count: many)),
      "maximum recursion depth exceeded during compilation")
    let nested = (0...100).map { String(repeating: " ", count: $0) + "if a:\n" }.joined()
    XCTAssertEqual(message(nested), "too many levels of indentation")
  }

  func testNamesAreInternedOnce() throws {
    let (ast, _) = try parse("a = b\nb = a\n")
    XCTAssertEqual(ast.nameCount, 2)
    XCTAssertEqual(ast.findName("b").map(ast.name), "b")
    XCTAssertNil(ast.findName("c"))
  }

  private func warnings(_ text: String) throws -> [String] {
    let (ast, source) = try parse(text)
    let table = try ScopeResolver.resolve(ast)
    return (ast.warnings + table.warnings).map { "\(source.position(of: $0.range.start).line) \($0.message)" }
  }

  func testWarningsOfLiterals() throws {
    XCTAssertEqual(
      try warnings("'a\\d\\q'\nr'\\d'\nf'\\w\\{a}\\\\{a}'\nb'\\400'\n1if 2else 3\n'\\é'\n"),
      [
        "1 invalid escape sequence '\\d'", "3 invalid escape sequence '\\w'", "3 invalid escape sequence '\\{'",
        "4 invalid octal escape sequence '\\400'", "5 invalid decimal literal", "5 invalid decimal literal",
      ])
  }

  func testWarningsOfOperations() throws {
    XCTAssertEqual(
      try warnings(
        """
        assert (a, 'b')
        a is 1 is 2
        a is not -1
        a is None
        a is (1, 2)
        a is (1, b)
        'a' + 'b' is c
        [1] (2)
        f'{a}'()
        None[0]
        (lambda: 0)[0]
        [1]['a']
        'a'[1:2]
        {1: 2}['a']
        (1, 2)[1.5]
        """),
      [
        "1 assertion is always true, perhaps remove parentheses?",
        "2 \"is\" with 'int' literal. Did you mean \"==\"?", "3 \"is not\" with 'int' literal. Did you mean \"!=\"?",
        "5 \"is\" with 'tuple' literal. Did you mean \"==\"?", "7 \"is\" with 'str' literal. Did you mean \"==\"?",
        "8 'list' object is not callable; perhaps you missed a comma?",
        "9 'str' object is not callable; perhaps you missed a comma?",
        "10 'NoneType' object is not subscriptable; perhaps you missed a comma?",
        "11 'function' object is not subscriptable; perhaps you missed a comma?",
        "12 list indices must be integers or slices, not str; perhaps you missed a comma?",
        "15 tuple indices must be integers or slices, not float; perhaps you missed a comma?",
      ])
  }

  func testBigIntegersAreExact() throws {
    let (ast, _) = try parse("0x1_0000_0000_0000_0000_0002")
    guard case .expr(let value) = ast[try XCTUnwrap(ast.stmts(ast.body).first)],
      case .constant(let id, _) = ast[value]
    else { return XCTFail("not a constant") }
    XCTAssertEqual(ast[id], .bigInt([2, 0, 0x10000]))
  }
}
