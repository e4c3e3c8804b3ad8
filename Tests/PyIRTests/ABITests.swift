// The runtime table does not contradict itself, and the checked-in Zig files are what the table
// says.
import Foundation
import XCTest

@testable import PyIR

final class ABITests: XCTestCase {
  private func row(
    _ parameters: [RuntimeParameter], _ result: RuntimeResult, _ raises: RuntimeRaise,
    _ effects: Effects,
    inline: InlineTemplate = .call, fold: RuntimeFold = .none, name: String = "row"
  ) -> RuntimeEntry {
    RuntimeEntry(
      name: name, parameters: parameters, result: result, raises: raises, effects: effects,
      inline: inline,
      fold: fold)
  }

  func testTableHasNoContradictions() {
    for entry in RuntimeTable.entries {
      for contradiction in entry.contradictions {
        XCTFail("\(entry.name): \(contradiction.because)")
      }
    }
    XCTAssertEqual(Set(RuntimeTable.entries.map(\.name)).count, RuntimeTable.entries.count)
  }

  func testContradictoryRows() {
    let rows: [(String, RuntimeEntry)] = [
      ("borrow of no word", row([.i64], .borrow(0), .never, [])),
      ("borrow of no word", row([.borrow], .borrow(1), .never, [])),
      ("borrow of consumed", row([.consume], .borrow(0), .never, [])),
      ("borrow that writes", row([.borrow], .borrow(0), .never, .python)),
      ("unique without allocation", row([.consumeUnique], .owned, .never, [])),
      ("fresh without allocation", row([], .ownedFresh, .never, [])),
      ("immortal with allocation", row([], .immortal, .never, .fresh)),
      ("Python without memory", row([], .none, .never, [.runsPython, .reads])),
      ("raise without trace", row([.borrow], .owned, .null, [.reads])),
      ("null without word", row([.borrow], .i64, .null, .fresh)),
      ("status with result", row([.borrow], .owned, .status, .fresh)),
      ("tri without bool", row([.borrow], .i64, .tri, .fresh)),
      ("pair without number", row([.borrow], .bool, .pair, .fresh)),
      ("always with result", row([.borrow], .owned, .always, .fresh)),
      ("variadic not last", row([.borrowVariadic, .i64], .none, .never, [])),
      ("location not last", row([.locationPointer, .i64], .none, .never, [])),
      ("fold without operands", row([.borrow], .owned, .null, .fresh, fold: .binary)),
      ("fold with output", row([.borrow], .owned, .null, [.allocates, .io], fold: .unary)),
      (
        "template of another row", row([.i64, .borrow], .ownedInt, .never, .fresh, inline: .tagAdd)
      ),
      ("name", row([], .none, .never, [], name: "Bad-name")),
    ]
    for (name, entry) in rows { XCTAssertEqual(entry.contradictions.map(\.name), [name]) }
    XCTAssertEqual(Set(rows.map(\.0)), Set(RowContradiction.all.map(\.name)), "each rule has a row")
  }

  func testPrototypes() {
    XCTAssertEqual(ZigABI.prototype(RuntimeTable[.obj_add]), "fn (Word, Word) callconv(.c) Word")
    XCTAssertEqual(ZigABI.prototype(RuntimeTable[.obj_truth]), "fn (Word) callconv(.c) i32")
    XCTAssertEqual(
      ZigABI.prototype(RuntimeTable[.list_new]), "fn ([*]const Word, usize) callconv(.c) Word")
    XCTAssertEqual(
      ZigABI.prototype(RuntimeTable[.i64_truediv]), "fn (i64, i64) callconv(.c) PairF64")
    XCTAssertEqual(
      ZigABI.prototype(RuntimeTable[.exc_traceback]), "fn (*const Location) callconv(.c) void")
  }

  func testLayouts() throws {
    let generator = try XCTUnwrap(ObjectLayout.record("Generator"))
    XCTAssertEqual(generator.size(), 72)
    let list = try XCTUnwrap(ObjectLayout.record("List"))
    XCTAssertEqual([list.offset("items"), list.offset("len"), list.offset("none")], [8, 16, nil])
    XCTAssertEqual(list.offset("len", pointerSize: 4), 16)
    XCTAssertEqual(ObjectLayout.smallWord(-1), .max)
    XCTAssertEqual(ObjectLayout.smallWord(5), 11)
    XCTAssertEqual(ShapeID.list.rawValue, 9)
  }

  /// `PYAOT_BLESS=1` writes the files instead.
  func testGeneratedFilesAreCurrent() throws {
    let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let blesses = ProcessInfo.processInfo.environment["PYAOT_BLESS"] == "1"
    for (path, text) in ZigABI.files {
      let file = root.appendingPathComponent(path)
      if blesses {
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
      }
      let current = try? String(contentsOf: file, encoding: .utf8)
      XCTAssertTrue(
        current == text, "\(path) is out of date: PYAOT_BLESS=1 swift test --filter ABITests")
    }
  }
}
