// Facts of shapes: tests of an object's layout that are made once, and checks of the stack off the expected way.
import XCTest

@testable import Passes
@testable import PyIR

final class ShapeTests: PassTestCase {
  /// Stage owned: two tests of one value, `middle` between them.
  private func twice(_ middle: String) -> String {
    """
    module "m" stage owned caches 2
    python @m "m.py"

    fn @m.f(%0: &obj, %1: &obj) -> obj in @m raises {
    ^0:
      %2 = rt has_layout %1, cache 0, tuple(name "x") : bool
      cond %2, ^1, ^2
    ^1:
      guard fieldF64 %1, 0 then ^4 else ^2
    ^4(%3: f64):
      br ^5(%3)
    ^2:
      try rt obj_getattr %1, name "x", cache 1 then ^3 unwind ^9
    ^3(%4: +obj):
      release %4
      br ^5(0.0)
    ^5(%5: f64):
      \(middle)
      %6 = rt has_layout %1, cache 0, tuple(name "x") : bool
      cond %6, ^6, ^7
    ^6:
      ret True
    ^7:
      ret False
    ^9:
      propagate
    }
    """
  }

  func testLayoutIsTestedOnceOnTheExpectedWay() throws {
    let module = try run([reuseClassTests, cleanupBlocks], on: twice(""))
    let found = try text("m.f", in: module)
    XCTAssertEqual(found.components(separatedBy: "rt has_layout").count - 1, 2, found)
    // The second one stands behind the generic read now, and the join gets the answer.
    XCTAssertTrue(found.contains("(%5: f64, %6: bool):") || found.contains(": f64, %"), found)
    let expected = found.components(separatedBy: "rt obj_getattr")[0]
    XCTAssertEqual(expected.components(separatedBy: "rt has_layout").count - 1, 1, found)
  }

  func testPythonCodeEndsWhatIsKnown() throws {
    let module = try run([reuseClassTests, cleanupBlocks], on: twice("rt field_set %1, 0, %0"))
    let found = try text("m.f", in: module)
    XCTAssertEqual(found.components(separatedBy: "rt has_layout").count - 1, 2, found)
    XCTAssertTrue(found.components(separatedBy: "rt field_set")[1].contains("rt has_layout"), found)
  }

  func testAFloatStoreEndsNothing() throws {
    let module = try run([reuseClassTests, cleanupBlocks], on: twice("%7 = rt field_set_f64 %1, 0, %5 : bool"))
    let found = try text("m.f", in: module)
    XCTAssertFalse(found.components(separatedBy: "rt field_set_f64")[1].contains("rt has_layout"), found)
  }

  /// Stage typed, a leaf that reads an attribute; `extra` on the expected way.
  private func leaf(_ extra: String) -> String {
    """
    module "m" stage typed caches 1
    python @m "m.py"

    fn @m.f(%0: obj) -> i64 in @m typed raises origin @m.g {
    ^0:
      rt check_stack
      \(extra)
      guard slotI64 %0, cache 0 then ^1 else ^2
    ^1(%1: i64):
      ret %1
    ^2:
      %2 = rt obj_getattr %0, name "x", cache 0 : obj
      ret 0
    }

    fn @m.g(%0: obj, %1: obj) -> obj in @m raises {
    ^0:
      ret none
    }
    """
  }

  func testStackIsCheckedWhereALeafLeaves() throws {
    let found = try text("m.f", in: run([sinkStackChecks], on: leaf("")))
    let parts = found.components(separatedBy: "guard slotI64")
    XCTAssertFalse(parts[0].contains("check_stack"), found)
    XCTAssertTrue(parts[1].contains("check_stack"), found)
  }

  func testCallerKeepsItsCheck() throws {
    let found = try text("m.f", in: run([sinkStackChecks], on: leaf("%3 = call @m.g(%0, %0) : obj")))
    XCTAssertTrue(found.components(separatedBy: "call @m.g")[0].contains("check_stack"), found)
  }
}
