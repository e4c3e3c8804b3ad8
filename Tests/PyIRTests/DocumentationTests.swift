// The modules in docs/ir.md parse and verify, and show every op.
import Foundation
import XCTest

@testable import PyIR

final class DocumentationTests: XCTestCase {
  func testModulesOfTheReference() throws {
    let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appendingPathComponent("docs/ir.md"), encoding: .utf8)
    let examples = text.components(separatedBy: "```pyir\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
    XCTAssertEqual(examples.count, 3)
    var shown: Set<String> = []
    for example in examples {
      let module = try IRParser.parse(example)
      XCTAssertEqual(Verifier.verify(module).map(\.description), [])
      XCTAssertTrue(module.isEquivalent(to: try IRParser.parse(IRPrinter.text(module))))
      for function in module.functions {
        for block in function.blocks {
          shown.formUnion(block.instructions.map { kind(function[$0].op) })
        }
      }
    }
    let all: [Op] = [
      .rt(.obj_add), .call(FunctionID(0)), .i64(.add), .i64Compare(.lt), .i64ToF64, .f64(.add),
      .f64Compare(.lt), .f64Neg,
      .boolNot, .boolToI64, .cast, .isAbsent, .tagI64, .closureCell(0), .endLocal, .yield,
      .genTake(0), .genPut(0),
      .genLoadRaw(0), .genStoreRaw(0), .genState, .genSetState, .retain, .release, .br, .cond,
      .switchInt, .ret,
      .propagate, .unreachable, .next(.obj_next), .guard(.float), .guard(.smallInt), .guard(.bool),
      .guard(.bound),
      .guard(.function), .checked(.neg), .checked(.mul),
    ]
    for op in all where !shown.contains(kind(op)) { XCTFail("no example of \(op.mnemonic)") }
    for op in all {
      let word = op.mnemonic.split(separator: " ")[0]
      XCTAssertTrue(text.contains("`\(word)"), "\(word) is not in the table")
    }
  }

  /// The op without its row, operator or slot.
  private func kind(_ op: Op) -> String {
    switch op {
    case .guard: op.mnemonic
    case .rt, .call, .i64, .i64Compare, .i64ToF64, .f64, .f64Compare, .f64Neg, .boolNot, .boolToI64,
      .cast, .isAbsent,
      .tagI64, .closureCell, .endLocal, .yield, .genTake, .genPut, .genLoadRaw, .genStoreRaw,
      .genState, .genSetState,
      .retain, .release, .br, .cond, .switchInt, .ret, .propagate, .unreachable, .next, .checked:
      "\(op)".components(separatedBy: "(")[0]
    }
  }
}
