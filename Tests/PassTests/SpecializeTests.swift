// Typed overlays: what becomes machine code, what leaves, and that every stage down to ownership verifies.
import XCTest

@testable import Passes
@testable import PyIR

final class SpecializeTests: PassTestCase {
  private let sumLoop = """
    ^0:
      rt check_stack
      br ^1(int 0, int 0)
    ^1(%2: obj, %3: obj):
      %4 = rt obj_lt %2, %1 : obj
      %5 = rt obj_truth %4 : bool
      cond %5, ^2, ^3
    ^2:
      %6 = rt obj_mul %2, %2 : obj
      %7 = rt obj_iadd %3, %6 : obj
      %8 = rt obj_iadd %2, int 1 : obj
      br ^1(%8, %7)
    ^3:
      end_local %2
      end_local %1
      ret %3
    """

  func testWhileLoopIsMachineArithmetic() throws {
    let source = module(sumLoop, hints: "hints (\"int\")", positional: 1)
    let module = try run(PassTestCase.typedPasses, on: source)
    let typed = try text("m.f.typed", in: module)
    XCTAssertTrue(typed.hasPrefix("fn @m.f.typed(%0: i64) -> i64 in @m typed"), typed)
    let body = typed.components(separatedBy: "call @m.f.twin")[0]
    for row in ["obj_", "int_from_i64 %1 ", "end_local"] {
      XCTAssertFalse(hot(typed).contains(row), "\(row) in\n\(body)")
    }
    for op in ["i64.lt", "i64.mul.ovf", "i64.add.ovf"] { XCTAssertTrue(typed.contains(op), typed) }
    _ = try run(PassTestCase.typedPasses + PassTestCase.laterPasses, on: source)
  }

  /// The blocks that do not call the twin.
  private func hot(_ text: String) -> String {
    var blocks: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("^") { blocks.append("") }
      if !blocks.isEmpty { blocks[blocks.count - 1] += line + "\n" }
    }
    return blocks.filter { !$0.contains(".twin(") }.joined()
  }

  func testGenericEntryChecksArguments() throws {
    let source = module(sumLoop, hints: "hints (\"int\")", positional: 1)
    let module = try run(PassTestCase.typedPasses, on: source)
    let entry = try text("m.f", in: module)
    XCTAssertTrue(entry.contains("guard smallInt %1"), entry)
    XCTAssertTrue(entry.contains("call @m.f.typed("), entry)
    XCTAssertTrue(entry.contains("call @m.f.twin("), entry)
    XCTAssertTrue(entry.contains("escaped_take"), entry)
  }

  func testAnnotationIsNoPromise() throws {
    // The hint is wrong, the typed version works on what it was told, the entry decides.
    let function = """
      ^0:
        %2 = rt obj_add %1, int 1 : obj
        ret %2
      """
    let source = module(function, hints: "hints (\"float\")", positional: 1)
    let module = try run(PassTestCase.typedPasses + PassTestCase.laterPasses, on: source)
    XCTAssertTrue(try text("m.f", in: module).contains("guard float %1"))
    XCTAssertTrue(try text("m.f.typed", in: module).contains("f64.add"))
    XCTAssertTrue(try text("m.f.twin", in: module).contains("obj_add"))
  }

  func testUsesDecideWithoutAnnotation() throws {
    let function = """
      ^0:
        %2 = rt obj_mul float 2.0, %1 : obj
        ret %2
      """
    let module = try run(PassTestCase.typedPasses, on: module(function, positional: 1))
    XCTAssertTrue(try text("m.f.typed", in: module).hasPrefix("fn @m.f.typed(%0: f64) -> f64"))
  }

  func testNothingToGainStaysGeneric() throws {
    let function = """
      ^0:
        %2 = rt obj_add %1, str "x" : obj
        ret %2
      """
    let module = try run(PassTestCase.typedPasses, on: module(function, positional: 1))
    XCTAssertNil(module.function(named: "m.f.typed"))
    XCTAssertTrue(try text("m.f", in: module).contains("obj_add"))
  }

  func testDivisionLeavesOnZero() throws {
    let function = """
      ^0:
        %3 = rt obj_truediv %1, %2 : obj
        %4 = rt obj_floordiv %1, %2 : obj
        %5 = rt obj_rshift %4, %2 : obj
        %6 = rt tuple_new %3, %5 : obj
        ret %6
      """
    let source = module(function, hints: "hints (\"int\", \"int\")", positional: 2)
    let module = try run(PassTestCase.typedPasses, on: source)
    let typed = try text("m.f.typed", in: module)
    for op in ["guard exactF64", "f64.ne", "i64.ne", "i64.floordiv", "i64.ge", "i64.le", "i64.shr"] {
      XCTAssertTrue(typed.contains(op), "\(op) in\n\(typed)")
    }
    _ = try run(PassTestCase.typedPasses + PassTestCase.laterPasses, on: source)
  }

  func testRangeLoopCounts() throws {
    let function = """
      ^0:
        %2 = rt global_get global @m.range, module @m, name "range" : obj
        %3 = rt obj_call %2, %1 : obj
        %4 = rt obj_iter %3 : obj
        br ^1(int 0)
      ^1(%5: obj):
        next obj_next %4 then ^2 end ^3
      ^2(%6: obj):
        %7 = rt obj_iadd %5, %6 : obj
        br ^1(%7)
      ^3:
        ret %5
      """
    let source = module(function, hints: "hints (\"int\")", positional: 1)
    let module = try run(PassTestCase.typedPasses, on: source)
    let typed = try text("m.f.typed", in: module)
    XCTAssertFalse(typed.contains("next obj_next"), typed)
    XCTAssertTrue(typed.contains("range_intact"), typed)
    XCTAssertTrue(typed.contains("range_iter_new"), typed)
    XCTAssertTrue(try text("m.f.twin", in: module).contains("next obj_next"))
    _ = try run(PassTestCase.typedPasses + PassTestCase.laterPasses, on: source)
  }

  func testRecursiveCallIsDirect() throws {
    let function = """
      ^0:
        rt check_stack
        %2 = rt obj_lt %1, int 2 : obj
        %3 = rt obj_truth %2 : bool
        cond %3, ^1, ^2
      ^1:
        ret %1
      ^2:
        %4 = rt global_get global @m.f, module @m, name "f" : obj
        %5 = rt obj_sub %1, int 1 : obj
        %6 = rt obj_call %4, %5 : obj
        %7 = rt global_get global @m.f, module @m, name "f" : obj
        %8 = rt obj_sub %1, int 2 : obj
        %9 = rt obj_call %7, %8 : obj
        %10 = rt obj_add %6, %9 : obj
        ret %10
      """
    let source = module(function, positional: 1)
    let module = try run(PassTestCase.typedPasses, on: source)
    let typed = try text("m.f.typed", in: module)
    XCTAssertTrue(typed.hasPrefix("fn @m.f.typed(%0: i64) -> i64"), typed)
    XCTAssertTrue(typed.contains("guard function global @m.f, code @m.f"), typed)
    XCTAssertFalse(typed.contains("global_get"), typed)
    // A function read before its arguments were evaluated is made again, not read again.
    XCTAssertTrue(typed.contains("function_new"), typed)
    _ = try run(PassTestCase.typedPasses + PassTestCase.laterPasses, on: source)
  }

  func testHandlerSeesTheSameLocals() throws {
    let function = """
      ^0:
        try rt obj_add %1, int 1 then ^1 unwind ^5(int 0)
      ^1(%2: obj):
        try rt obj_getitem %2, %2 then ^2 unwind ^5(%2)
      ^2(%3: obj):
        try rt obj_floordiv %2, %1 then ^3 unwind ^5(%2)
      ^3(%4: obj):
        ret %4
      ^5(%5: obj):
        %6 = rt exc_enter_handler : obj
        rt exc_leave_handler
        %7 = rt obj_add %5, int 1 : obj
        ret %7
      """
    let source = module(function, hints: "hints (\"int\")", positional: 1)
    let module = try run(PassTestCase.typedPasses, on: source)
    let typed = try text("m.f.typed", in: module)
    // Only the subscript can raise in typed code; the handler's parameter is then a machine int too.
    XCTAssertTrue(typed.contains("try rt obj_getitem"), typed)
    XCTAssertFalse(typed.contains("try rt obj_add"), typed)
    _ = try run(PassTestCase.typedPasses + PassTestCase.laterPasses, on: source)
  }

  func testUnboundLoopVariableCostsNothing() throws {
    // %3 is the loop's variable from the round before, kept for its end only.
    let function = """
      ^0:
        br ^1(int 0, absent)
      ^1(%2: obj, %3: maybe):
        %4 = rt obj_lt %2, %1 : obj
        %5 = rt obj_truth %4 : bool
        cond %5, ^2, ^3
      ^2:
        %6 = rt obj_mul %2, int 3 : obj
        end_local %3
        %7 = rt obj_add %2, int 1 : obj
        br ^1(%7, %6)
      ^3:
        end_local %3
        ret %2
      """
    let source = module(function, hints: "hints (\"int\")", positional: 1)
    let module = try run(PassTestCase.typedPasses, on: source)
    let typed = try text("m.f.typed", in: module)
    XCTAssertFalse(hot(typed).contains("int_from_i64"), typed)
    XCTAssertFalse(typed.contains("maybe)"), typed)
    _ = try run(PassTestCase.typedPasses + PassTestCase.laterPasses, on: source)
  }
}
