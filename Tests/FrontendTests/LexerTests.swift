// Tokens, and the decoding of files.

import XCTest

@testable import Frontend

final class LexerTests: XCTestCase {
  private func kinds(_ text: String) throws -> [TokenKind] {
    let source = try SourceFile(path: "t.py", contents: Array(text.utf8))
    return source.storage.withUnsafeBufferPointer { storage in
      guard let bytes = storage.baseAddress else { return [] }
      var lexer = Lexer(source, bytes)
      lexer.run()
      return lexer.tokens.map(\.kind)
    }
  }

  private func text(_ contents: [UInt8]) throws -> String {
    String(decoding: try SourceFile(path: "t.py", contents: contents).bytes, as: UTF8.self)
  }

  private func message(_ contents: [UInt8]) -> String? {
    do throws(SyntaxError) {
      _ = try SourceFile(path: "t.py", contents: contents)
      return nil
    } catch {
      return error.message
    }
  }

  func testIndentation() throws {
    XCTAssertEqual(
      try kinds("if a:\n  b\n\n  # c\nd"),
      [
        .kwIf, .name, .colon, .newline, .indent, .name, .newline, .dedent, .name, .newline,
        .endMarker,
      ])
  }

  func testBracketsJoinLines() throws {
    XCTAssertEqual(
      try kinds("(a,\n  b)\n"),
      [.leftParen, .name, .comma, .name, .rightParen, .newline, .endMarker])
  }

  func testOperators() throws {
    XCTAssertEqual(
      try kinds("**= //= >>= <<= -> := ... != <= @= ~ !"),
      [
        .doubleStarEqual, .doubleSlashEqual, .rightShiftEqual, .leftShiftEqual, .arrow,
        .colonEqual, .ellipsis, .notEqual, .lessEqual, .atEqual, .tilde, .exclamation, .newline,
        .endMarker,
      ])
  }

  func testFStrings() throws {
    XCTAssertEqual(
      try kinds("f'a{b:>{c}}{{'"),
      [
        .fstringStart, .fstringMiddle, .leftBrace, .name, .colon, .fstringMiddle, .leftBrace,
        .name, .rightBrace, .fstringMiddle, .rightBrace, .fstringMiddle, .fstringEnd, .newline, .endMarker,
      ])
  }

  func testEncodings() throws {
    XCTAssertEqual(try text([0xEF, 0xBB, 0xBF, 97]), "a\n")
    XCTAssertEqual(try text(Array("# coding: latin-1\n".utf8) + [0xE9]), "# coding: latin-1\né\n")
    XCTAssertEqual(
      try text(Array("#-*- coding=cp1252 -*-\n".utf8) + [0x80]),
      "#-*- coding=cp1252 -*-\n€\n")
    XCTAssertEqual(try text(Array("a\r\nb\rc".utf8)), "a\nb\nc\n")
    XCTAssertEqual(message([97, 0]), "source code cannot contain null bytes")
    XCTAssertEqual(message(Array("# coding: nope\n".utf8)), "unknown encoding: nope")
    XCTAssertEqual(
      message([97, 10, 0xE9]),
      "Non-UTF-8 code starting with '\\xe9' in file t.py on line 2, but no encoding declared; "
        + "see https://peps.python.org/pep-0263/ for details")
  }

  func testPositions() throws {
    let source = try SourceFile(path: "t.py", contents: Array("é = 1\nx\n".utf8))
    XCTAssertTrue(source.position(of: 3) == (1, 3))
    XCTAssertEqual(source.characterColumn(of: 3), 2)
    XCTAssertTrue(source.position(of: 7) == (2, 0))
    XCTAssertEqual(String(decoding: source.line(1), as: UTF8.self), "é = 1")
  }
}
