// From bytes to text: encodings, marks, newlines, and the characters that names stand for.

import XCTest

@testable import Frontend

final class SourceTests: XCTestCase {
  private func text(_ bytes: [UInt8]) -> String {
    do throws(SyntaxError) {
      return String(decoding: try SourceFile(path: "t.py", contents: bytes).bytes, as: UTF8.self)
    } catch {
      return error.message
    }
  }

  private func declared(_ name: String, _ bytes: [UInt8]) -> String {
    String(text(Array("# coding: \(name)\n".utf8) + bytes).split(separator: "\n").last ?? "")
  }

  func testDeclaredEncodings() {
    XCTAssertEqual(declared("latin-1", [0xE9]), "é")
    XCTAssertEqual(declared("iso-8859-1-unix", [0xE9]), "é")
    XCTAssertEqual(declared("ISO_8859-15", [0xA4]), "€")
    XCTAssertEqual(declared("cp1252", [0x80]), "€")
    XCTAssertEqual(declared("Windows-1251", [0xCF]), "П")
    XCTAssertEqual(declared("koi8-r", [0xF0]), "П")
    XCTAssertEqual(declared("mac-roman", [0x8E]), "é")
    XCTAssertEqual(declared("cp437", [0x82]), "é")
    XCTAssertEqual(declared("utf-8-dos", [0xC3, 0xA9]), "é")
    XCTAssertEqual(declared("euc-jp", [0xA4, 0xA2]), "あ")
    XCTAssertEqual(declared("Shift_JIS", [0x83, 0x65, 0x5C]), "テ\\")
    XCTAssertEqual(declared("gbk", [0xC4, 0xE3]), "你")
    XCTAssertEqual(declared("euc-kr", [0xB0, 0xA1]), "가")
  }

  func testUndecodable() {
    XCTAssertEqual(declared("no-such", []), "unknown encoding: no-such")
    XCTAssertEqual(
      declared("ascii", [0xE9]), "'ascii' codec can't decode byte 0xe9 in position 16: ordinal not in range(128)")
    XCTAssertEqual(
      declared("cp1252", [0x81]),
      "'charmap' codec can't decode byte 0x81 in position 17: character maps to <undefined>")
    XCTAssertEqual(text([0xEF, 0xBB, 0xBF] + Array("# coding: latin-1".utf8)), "encoding problem: latin-1 with BOM")
    XCTAssertEqual(text([49, 0, 49]), "source code cannot contain null bytes")
    XCTAssertEqual(
      text([49, 10, 0xF6]),
      "Non-UTF-8 code starting with '\\xf6' in file t.py on line 2, but no encoding declared; "
        + "see https://peps.python.org/pep-0263/ for details")
  }

  /// The declaration counts in the first two lines, below nothing but comments.
  func testPlaceOfTheDeclaration() {
    let declaration = Array("# coding: latin-1\n".utf8)
    XCTAssertTrue(text([10] + declaration + [0xE9]).hasSuffix("é\n"))
    XCTAssertTrue(text([49, 10] + declaration + [0xE9]).hasPrefix("Non-UTF-8"))
    XCTAssertTrue(text([10, 10] + declaration + [0xE9]).hasPrefix("Non-UTF-8"))
  }

  func testNewlines() { XCTAssertEqual(text(Array("a\r\nb\rc".utf8)), "a\nb\nc\n") }

  func testCharactersByName() {
    func code(_ name: String) -> String {
      UnicodeNames.scalar(named: name).map { String($0.value, radix: 16) } ?? "none"
    }
    XCTAssertEqual(code("latin small letter a"), "61")
    XCTAssertEqual(code("NBSP"), "a0")
    XCTAssertEqual(code("VS16"), "fe0f")
    XCTAssertEqual(code("VS17"), "e0100")
    XCTAssertEqual(code("VS01"), "none")
    XCTAssertEqual(code("HANGUL SYLLABLE GAG"), "ac01")
    XCTAssertEqual(code("hangul syllable gag"), "none")
    XCTAssertEqual(code("CJK UNIFIED IDEOGRAPH-4E00"), "4e00")
    XCTAssertEqual(code("CJK UNIFIED IDEOGRAPH-4e00"), "none")
    XCTAssertEqual(code("CJK COMPATIBILITY IDEOGRAPH-FA0E"), "fa0e")
    XCTAssertEqual(code("TANGUT IDEOGRAPH-17000"), "none")
    // A named sequence is no character.
    XCTAssertEqual(code("KEYCAP DIGIT ONE"), "none")
  }
}
