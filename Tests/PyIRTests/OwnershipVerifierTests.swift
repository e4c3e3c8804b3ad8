// Rules O1 to O6, each with text that breaks it, and text that comes close without breaking it.
import XCTest

@testable import PyIR

final class OwnershipVerifierTests: XCTestCase {
  /// Blocks of `@f(%b: &obj, %o: +obj)`; `%o` must be consumed.
  private func check(_ blocks: String, breaks rules: Set<String> = [], line: UInt = #line) {
    let text = """
      module "m" stage owned
      fn @f(%b: &obj, %o: +obj) -> obj typed raises origin @f {
      ^0:
      \(blocks)
      }
      fn @take(%o: +obj, %b: &obj) -> obj typed origin @f {
      ^0:
       ret %o
      }
      """
    do {
      let errors = Verifier.verify(try IRParser.parse(text))
      let list = errors.map(\.description).joined(separator: "\n")
      XCTAssertEqual(Set(errors.map(\.rule)), rules, list, line: line)
    } catch {
      XCTFail("\(error)", line: line)
    }
  }

  func testO1Leaks() {
    check(" ret none", breaks: ["O1"])
    check(" ret %o")
    check(" release %o\n ret none")
    check(" unreachable")
    check(" release %o\n %x = rt tuple_new %b\n ret none", breaks: ["O1"])
    check(" cond true, ^1, ^2\n^1:\n release %o\n ret none\n^2:\n ret none", breaks: ["O1"])
    check(
      " release %o\n try rt obj_neg %b then ^1 unwind ^2\n^1(%x: +obj):\n ret none\n^2:\n propagate",
      breaks: ["O1"])
    check(
      " try rt obj_neg %b then ^1 unwind ^2\n^1(%x: +obj):\n release %o\n ret %x\n^2:\n propagate",
      breaks: ["O1"])
    // Lives when its definition is reached again.
    check(" release %o\n br ^1\n^1:\n %x = rt tuple_new %b\n br ^1", breaks: ["O1"])
    check(" release %o\n br ^1\n^1:\n %x = rt tuple_new %b\n release %x\n br ^1")
  }

  func testO2ConsumedOnce() {
    check(" release %o\n release %o\n ret none", breaks: ["O2"])
    check(" release %o\n %x = rt obj_is %o, %b\n ret none", breaks: ["O2"])
    check(" release %o\n ret %o", breaks: ["O2"])
    check(" release %o\n br ^1\n^1:\n ret %o", breaks: ["O2"])
    check(" br ^1(%o, %o)\n^1(%x: +obj, %y: +obj):\n release %x\n ret %y", breaks: ["O2"])
    check(" br ^1(%o)\n^1(%x: +obj):\n ret %x")
    check(" br ^1(%o)\n^1(%x: +obj):\n release %o\n ret %x", breaks: ["O2"])
    // Each edge has its own fate.
    check(" cond true, ^1(%o), ^2\n^1(%x: +obj):\n ret %x\n^2:\n ret %o")
    // Consumed also on unwinding.
    let step = " try rt obj_iadd %o, %b then ^1 unwind ^2\n^1(%x: +obj):\n ret %x\n^2:\n"
    check(step + " propagate")
    check(step + " release %o\n propagate", breaks: ["O2"])
    check(
      " try rt obj_iadd %o, %o then ^1 unwind ^2\n^1(%x: +obj):\n ret %x\n^2:\n propagate",
      breaks: ["O2"])
    check(" %x = call @take(%o, %b) : +obj\n ret %x")
    check(" %x = call @take(%o, %o) : +obj\n ret %x", breaks: ["O2"])
  }

  func testO3BorrowedIsNotConsumed() {
    check(" release %o\n ret %b", breaks: ["O3"])
    check(" release %o\n br ^1(%b)\n^1(%x: +obj):\n ret %x", breaks: ["O3"])
    check(" release %o\n %x = retain %b : +obj\n ret %x")
    check(" release %o\n %x = call @take(%b, %b) : +obj\n ret %x", breaks: ["O3"])
  }

  func testO4BorrowedParameters() {
    let two = " %x = rt tuple_new %b\n cond true, ^1(%o), ^1(%x)\n^1(%y: &obj):\n"
    check(two + " release %x\n release %o\n ret none", breaks: ["O4"])
    check(" cond true, ^1(%o), ^1(%b)\n^1(%y: &obj):\n %i = rt obj_is %y, %b\n ret %o")
    // The lender lives in one branch only.
    check(
      " release %o\n cond true, ^1, ^2(none)\n^1:\n %x = rt tuple_new %b\n br ^2(%x)\n^2(%y: &obj):\n ret none",
      breaks: ["O4"])
    // Around a loop, with the same lender.
    check(" br ^1(%o)\n^1(%y: &obj):\n cond true, ^1(%y), ^2\n^2:\n ret %o")
  }

  func testO5LenderLives() {
    check(" %x = cast %o : &str\n %i = rt obj_is %x, %b\n release %o\n ret none")
    check(" %x = cast %o : &str\n release %o\n %i = rt obj_is %x, %b\n ret none", breaks: ["O5"])
    // A chain of borrows.
    check(
      " %x = rt seq_item %o, 0\n %y = rt seq_item %x, 0\n release %o\n %i = rt obj_is %y, %b\n ret none",
      breaks: ["O5"])
    check(
      " %x = cast %o : &obj\n try rt obj_iadd %o, %x then ^1 unwind ^2\n^1(%y: +obj):\n ret %y\n^2:\n propagate",
      breaks: ["O5"])
    // Through a borrowed parameter.
    check(
      " br ^1(%o)\n^1(%y: &obj):\n release %o\n %i = rt obj_is %y, %b\n ret none", breaks: ["O5"])
    // What the caller lends outlives the call.
    check(" %x = cast %b : &str\n release %o\n %i = rt obj_is %x, %b\n ret none")
    // A cast that owns its result consumes its operand.
    check(" %x = cast %o : +str\n ret %x")
    check(" %x = cast %o : +str\n release %o\n ret %x", breaks: ["O2"])
  }

  func testO6Meets() {
    // Consumed in a loop that the definition is outside of.
    check(" br ^1\n^1:\n release %o\n br ^1", breaks: ["O6"])
    check(
      " cond true, ^1, ^2\n^1:\n release %o\n br ^3\n^2:\n br ^3\n^3:\n unreachable", breaks: ["O6"]
    )
    check(" cond true, ^1, ^2\n^1:\n br ^3\n^2:\n br ^3\n^3:\n ret %o")
  }

  func testGuardBoundLends() {
    let text = " %c = rt cell_new absent : +maybe\n guard bound %c then ^1 else ^2\n^1(%x: &obj):\n"
    check(text + " %i = rt obj_is %x, %b\n release %c\n ret %o\n^2:\n release %c\n ret %o")
    check(
      text + " release %c\n %i = rt obj_is %x, %b\n ret %o\n^2:\n release %c\n ret %o",
      breaks: ["O5"])
  }
}
