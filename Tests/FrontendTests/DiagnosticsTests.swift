// Diagnostics look as docs promise: the shapes below are a contract with scripts outside.

import XCTest

@testable import Frontend

final class DiagnosticsTests: XCTestCase {
  /// Renders an error over the first occurrence of `marked` in `text`.
  private func render(
    _ text: String, marked: String, format: DiagnosticFormat, _ code: DiagnosticCode,
    level: DiagnosticLevel = .error, message: String, why: String? = nil, help: String? = nil,
    color: Bool = false
  ) throws -> String {
    var sources = SourceMap()
    let file = sources.add(path: "app.py", bytes: Array(text.utf8))
    let found = try XCTUnwrap(text.range(of: marked))
    let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
    let range = SourceRange(start: UInt32(start), end: UInt32(start + marked.utf8.count))
    let diagnostic = Diagnostic(
      level, code, message, at: DiagnosticLocation(file: file, range: range), why: why,
      help: help)
    return DiagnosticRenderer(format: format, color: color).render(diagnostic, in: sources)
  }

  func testHumanShape() throws {
    let text = String(repeating: "\n", count: 11) + "    exec(code)\n"
    let shown = try render(
      text, marked: "exec(code)", format: .human, .dynamicCode,
      message: "`exec` of a string that is not known at compile time",
      why: "the program is compiled ahead of time, there is no interpreter inside it", help: "…")
    XCTAssertEqual(
      shown,
      """
      error[PA0203]: `exec` of a string that is not known at compile time
        --> app.py:12:5
         |
      12 |     exec(code)
         |     ^^^^^^^^^^
         = why: the program is compiled ahead of time, there is no interpreter inside it
         = help: …                                       (pyaot explain PA0203)

      """)
  }

  func testTabsAndWideCharactersAlign() throws {
    let shown = try render(
      "\tx = '日本🎉e\u{301}' + y\n", marked: "y", format: .human, .moduleNotFound, message: "m")
    XCTAssertEqual(
      shown,
      """
      error[PA0201]: m
       --> app.py:1:16
        |
      1 |     x = '日本🎉e\u{301}' + y
        |                     ^
        = help: pyaot explain PA0201

      """)
  }

  /// Emoji and East Asian letters take two cells; a tab within the line reaches to the next stop.
  func testRangesOfWideText() throws {
    let shown = try render(
      "f('é🙂',\tx, '한') # ✓\n", marked: "x, '한'", format: .human, .dynamicCode, message: "m")
    XCTAssertEqual(
      shown.split(separator: "\n").dropFirst(2).dropLast().joined(separator: "\n"),
      """
        |
      1 | f('é🙂',    x, '한') # ✓
        |             ^^^^^^^
      """)
  }

  /// A range that goes on to the next line is marked to the end of its first one.
  func testRangesOfManyLines() throws {
    let shown = try render("f(a,\n  b)\n", marked: "a,\n  b", format: .human, .dynamicCode, message: "m")
    XCTAssertTrue(shown.contains("1 | f(a,\n  |   ^^\n"), shown)
  }

  func testPythonsOwnStandTogether() throws {
    var sources = SourceMap()
    let file = sources.add(path: "app.py", bytes: Array("x is 1\n".utf8))
    var sink = DiagnosticSink()
    let warning = SyntaxWarning("m", SourceRange(start: 0, end: 6))
    sink.report(.python(warning, in: file))
    sink.report(.python(warning, in: file))
    XCTAssertEqual(
      DiagnosticRenderer(format: .human).render(sink, in: sources),
      String(repeating: "app.py:1: SyntaxWarning: m\n  x is 1\n", count: 2))
  }

  /// What is wrong with a file as a whole has no line to show.
  func testErrorsWithoutPlace() throws {
    var sources = SourceMap()
    let file = sources.add(path: "app.py", bytes: [])
    var error = SyntaxError(.syntaxError, "unknown encoding: x", SourceRange(start: 0, end: 0))
    error.hasPlace = false
    XCTAssertEqual(
      DiagnosticRenderer(format: .human).render(.python(error, in: file), in: sources),
      "SyntaxError: unknown encoding: x\n")
  }

  func testShort() throws {
    let shown = try render(
      "a\n日 exec\n", marked: "exec", format: .short, .dynamicCode, message: "m")
    XCTAssertEqual(shown, "app.py:2:3: error[PA0203]: m\n")
  }

  func testJSON() throws {
    let shown = try render(
      "a\n日 exec\n", marked: "exec", format: .json, .dynamicCode, message: "\"m\"\u{1}",
      why: "w")
    XCTAssertEqual(
      shown,
      #"{"level":"error","code":"PA0203","message":"\"m\"\u0001","file":"app.py","line":2,"#
        + #""column":3,"end_line":2,"end_column":7,"start_byte":6,"end_byte":10,"why":"w","#
        + #""notes":[]}"# + "\n")
  }

  func testSyntaxErrorsLookLikeCPythons() throws {
    let caret = try render(
      "a\n\nx = = 1\n", marked: "= 1", format: .human, .syntaxError, message: "invalid syntax")
    XCTAssertEqual(
      caret.replacingOccurrences(of: "^^^", with: "^"),
      "  File \"app.py\", line 3\n    x = = 1\n        ^\nSyntaxError: invalid syntax\n")

    let tab = try render(
      "def f(a):\n\tglobal a\n", marked: "global a", format: .human, .syntaxError,
      message: "name 'a' is parameter and global")
    XCTAssertEqual(
      tab,
      "  File \"app.py\", line 2\n    \tglobal a\n    \t^^^^^^^^\n"
        + "SyntaxError: name 'a' is parameter and global\n")

    let wide = try render(
      "é日x = f(a for a in b, c)\n", marked: "a for a in b", format: .human, .syntaxError,
      message: "Generator expression must be parenthesized")
    XCTAssertEqual(
      wide,
      "  File \"app.py\", line 1\n    é日x = f(a for a in b, c)\n            ^^^^^^^^^^^^\n"
        + "SyntaxError: Generator expression must be parenthesized\n")
  }

  func testSyntaxWarning() throws {
    let shown = try render(
      "  print('\\d')\n", marked: "'", format: .human, .syntaxWarning, level: .warning,
      message: "invalid escape sequence '\\d'")
    XCTAssertEqual(
      shown, "app.py:1: SyntaxWarning: invalid escape sequence '\\d'\n  print('\\d')\n")
  }

  func testColorOnlyAddsEscapes() throws {
    let plain = try render("x\n", marked: "x", format: .human, .dynamicCode, message: "m")
    let colored = try render(
      "x\n", marked: "x", format: .human, .dynamicCode, message: "m", color: true)
    XCTAssertNotEqual(plain, colored)
    XCTAssertEqual(
      plain,
      colored.replacingOccurrences(
        of: "\u{1B}\\[[0-9;]*m", with: "", options: .regularExpression))
  }

  func testControlCharactersNeverReachTheTerminal() throws {
    let shown = try render("\u{1B}[2J x\n", marked: "x", format: .human, .dynamicCode, message: "m")
    XCTAssertFalse(shown.contains("\u{1B}"))
  }

  func testEveryCodeHasText() {
    for code in DiagnosticCode.allCases {
      XCTAssertFalse(code.entry.title.isEmpty)
      XCTAssertFalse(code.entry.explanation.isEmpty)
      XCTAssertFalse(code.entry.example.isEmpty)
      XCTAssertTrue(code.explanation.hasPrefix("\(code.id): \(code.entry.title)\n\n"))
      XCTAssertEqual(DiagnosticCode(id: code.id), code)
    }
  }

  func testSinkCountsErrors() {
    var sink = DiagnosticSink()
    sink.report(Diagnostic(.warning, .moduleNotFound, "w", at: nil))
    XCTAssertFalse(sink.hasErrors)
    sink.report(Diagnostic(.error, .moduleNotFound, "e", at: nil))
    XCTAssertTrue(sink.hasErrors)
    XCTAssertEqual(sink.errorCount, 1)
  }
}
