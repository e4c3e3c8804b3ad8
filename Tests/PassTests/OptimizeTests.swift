// Clean-ups behind specialisation: folding of machine ops, removal of what nobody needs.
import XCTest

@testable import Passes
@testable import PyIR

final class OptimizeTests: PassTestCase {
  private func typedModule(_ body: String, parameters: String, result: String) -> String {
    """
    module "m" stage typed
    python @m "m.py"

    fn @m.f(%0: obj) -> obj in @m raises
      code { name "f" qualname "f" line 1 } {
    ^0:
      ret none
    }

    fn @m.t(\(parameters)) -> \(result) in @m typed origin @m.f {
    \(body)
    }
    """
  }

  func testFoldingDecidesBranches() throws {
    let body = """
      ^0:
        %1 = i64.ne 7, 0 : bool
        cond %1, ^1, ^2
      ^1:
        i64.add.ovf 40, 2 then ^3 else ^2
      ^2:
        ret 0
      ^3(%2: i64):
        %3 = i64.add %2, %0 : i64
        ret %3
      """
    let source = typedModule(body, parameters: "%0: i64", result: "i64")
    let folded = try text("m.t", in: try run([foldMachineOps, deadCode], on: source))
    XCTAssertTrue(folded.contains("i64.add 42, %0"), folded)
    XCTAssertFalse(folded.contains("cond"), folded)
  }

  func testOverflowOnConstantsKeepsItsEdge() throws {
    let body = """
      ^0:
        i64.add.ovf 9223372036854775807, 1 then ^1 else ^2
      ^1(%1: i64):
        ret %1
      ^2:
        ret 0
      """
    let source = typedModule(body, parameters: "%0: i64", result: "i64")
    let folded = try text("m.t", in: try run([foldMachineOps, deadCode], on: source))
    XCTAssertTrue(folded.contains("i64.add.ovf"), folded)
  }

  func testParametersThatFeedOnlyThemselvesGo() throws {
    let body = """
      ^0:
        %1 = rt int_from_i64 %0 : int
        br ^1(0, %1)
      ^1(%2: i64, %3: int):
        %4 = i64.lt %2, %0 : bool
        cond %4, ^2, ^3
      ^2:
        %5 = i64.add %2, 1 : i64
        %6 = rt int_from_i64 %5 : int
        br ^1(%5, %6)
      ^3:
        ret %2
      """
    let source = typedModule(body, parameters: "%0: i64", result: "i64")
    let cleaned = try text("m.t", in: try run([deadCode], on: source))
    XCTAssertFalse(cleaned.contains("int_from_i64"), cleaned)
    XCTAssertTrue(cleaned.contains("^1(%1: i64):"), cleaned)
  }

  func testEndOfALocalIsAUse() throws {
    let body = """
      ^0:
        %1 = rt float_from_f64 %0 : obj
        end_local %1
        ret %0
      """
    let source = typedModule(body, parameters: "%0: f64", result: "f64")
    let cleaned = try text("m.t", in: try run([deadCode], on: source))
    XCTAssertTrue(cleaned.contains("float_from_f64"), cleaned)
  }

  func testNothingRunsBetweenEscapeAndItsCaller() throws {
    // The list passed to the callee dies on both ways out of the call; on the one that takes what escaped, only after it.
    let source = """
      module "m" stage typed
      python @m "m.py"

      fn @m.f(%0: obj) -> obj in @m raises
        code { name "f" qualname "f" line 1 } {
      ^0:
        ret none
      }

      fn @m.t(%0: obj) -> i64 in @m typed raises origin @m.f {
      ^0:
        ret 1
      }

      fn @m.u(%0: i64) -> i64 in @m typed raises origin @m.f {
      ^0:
        %1 = rt list_new int 1 : obj
        try call @m.t(%1) then ^1 unwind ^2
      ^1(%2: i64):
        ret %2
      ^2:
        %3 = rt escaped_take : maybe
        %4 = is_absent %3 : bool
        cond %4, ^3, ^4
      ^3:
        rt exc_traceback
        propagate
      ^4:
        %5 = cast %3 : obj
        rt escaped_put %5
        propagate
      }
      """
    let owned = try text("m.u", in: try run(PassTestCase.laterPasses, on: source))
    let takes = try XCTUnwrap(owned.range(of: "escaped_take"), owned)
    let failed = try XCTUnwrap(owned.range(of: "unwind ^"), owned)
    XCTAssertFalse(
      owned[failed.upperBound..<takes.lowerBound].components(separatedBy: "^").last?.contains("release") ?? true, owned)
  }
}
