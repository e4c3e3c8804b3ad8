// One test per invariant: IR text (or an edit of a module) that breaks exactly this rule.
import XCTest

@testable import PyIR

final class VerifierTests: XCTestCase {
  private func module(_ text: String, line: UInt = #line) -> Module {
    do {
      return try IRParser.parse(text)
    } catch {
      XCTFail("\(error)", line: line)
      return Module(name: "")
    }
  }

  /// Checks the set of rules that the text breaks.
  private func check(_ text: String, breaks rules: Set<String>, line: UInt = #line) {
    check(module(text, line: line), breaks: rules, line: line)
  }

  private func check(_ module: Module, breaks rules: Set<String>, line: UInt = #line) {
    let errors = Verifier.verify(module)
    let list = errors.map(\.description).joined(separator: "\n")
    XCTAssertEqual(Set(errors.map(\.rule)), rules, list, line: line)
  }

  /// A function `@f(%p: obj, %m: maybe, %n: i64)` of a module with a global and two callees.
  private func body(_ body: String, stage: String = "typed", callees: String? = nil) -> String {
    """
    module "m" stage \(stage) caches 1
    python @m "m.py"
    global @m.x
    fn @f(%p: obj, %m: maybe, %n: i64) -> obj typed raises origin @g {
    ^0:
    \(body)
    }
    \(callees ?? "fn @g(%s: obj, %a: obj) -> obj {\n^0:\n ret %a\n}\nfn @h(%a: i64) -> i64 typed origin @g {\n^0:\n ret %a\n}")
    """
  }

  private func good(_ text: String, stage: String = "typed", line: UInt = #line) {
    check(body(text, stage: stage), breaks: [], line: line)
  }
  private func bad(_ rule: String, _ text: String, stage: String = "typed", line: UInt = #line) {
    check(body(text, stage: stage), breaks: [rule], line: line)
  }

  func testV1UnknownIDs() {
    var m = module(body(" ret %p"))
    let f = FunctionID(0)
    m[f].setOperand(m[f].blocks[0].instructions[0], 0, Operand(ValueID(77)))
    check(m, breaks: ["V1"])
    m[f].setOperand(m[f].blocks[0].instructions[0], 0, Operand(ConstantID(77)))
    check(m, breaks: ["V1"])
    m = module(body(" br ^1\n^1:\n ret %p"))
    m[f].setTarget(m[f].blocks[0].instructions[0], 0, m[f].makeTarget(BlockID(9)))
    check(m, breaks: ["V1"])
    m = module(body(" ret %p"))
    m[f][m[f].blocks[0].instructions[0]].location = LocationID(5)
    check(m, breaks: ["V1"])
    m = module(body(" ret %p"))
    m[f].origin = FunctionID(9)
    check(m, breaks: ["V1"])
    m = module(body(" ret %p"))
    _ = m.constant(.cache(44))
    check(m, breaks: ["V1"])
  }

  func testV2Names() {
    var m = module(body(" ret %p"))
    m.functions[1].name = "f"
    check(m, breaks: ["V2"])
    m = module(body(" ret %p"))
    _ = m.constant(.smallInt(.max))
    check(m, breaks: ["V2"])
    m = module(body(" ret %p"))
    _ = m.constant(.bigInt(negative: false, limbs: [1]))
    check(m, breaks: ["V2"])
    m = module(body(" ret %p"))
    let number = m.constant(.i64(1))
    _ = m.constant(.tuple([number]))
    check(m, breaks: ["V2"])
    m = module(body(" ret %p"))
    _ = m.global(PythonModuleID(0), "a.b")
    check(m, breaks: ["V2"])
    m = module(body(" ret %p"))
    _ = m.addPythonModule(PythonModule(name: "m", path: "", isPackage: false))
    check(m, breaks: ["V2"])
  }

  func testV3Terminators() {
    bad("V3", " ret %p\n ret %p")
    bad("V3", " %x = i64.add %n, 1")
    bad("V3", " br ^1\n^1:")
    // Unfinished blocks that nothing reaches.
    good(" ret %p\n^1:\n^2:\n %x = i64.add %n, 1")
  }

  func testV4Definitions() {
    let f = FunctionID(0)
    var m = module(body(" %x = i64.add %n, 1\n %y = i64.add %n, 2\n ret %p"))
    let first = m[f].blocks[0].instructions[0]
    let second = m[f].blocks[0].instructions[1]
    m[f][second].result = m[f][first].result
    check(m, breaks: ["V4"])
    m = module(body(" %x = i64.add %n, 1\n %y = i64.add %x, 2\n ret %p"))
    m[f].blocks[0].instructions.remove(at: 0)
    check(m, breaks: ["V4"])
    m = module(body(" end_local %n\n ret %p"))
    m[f].blocks[0].instructions.insert(m[f].blocks[0].instructions[0], at: 0)
    check(m, breaks: ["V4"])
  }

  func testV5Entry() { bad("V5", " br ^0") }

  func testV6Dominance() {
    bad("V6", " %x = i64.add %y, 1\n %y = i64.add %n, 1\n ret %p")
    bad(
      "V6",
      " cond true, ^1, ^2\n^1:\n %x = i64.add %n, 1\n br ^2\n^2:\n %y = i64.add %x, 1\n ret %p")
    good(" br ^2\n^1:\n %y = i64.add %x, 1\n ret %p\n^2:\n %x = i64.add %n, 1\n br ^1")
  }

  func testV7Stage() {
    let py = body(
      " end_local %p\n %x = i64.lt %n, 5\n guard bound %m then ^1 else ^1(%p)\n^1(%o: obj):\n ret %p",
      stage: "py")
    check(py, breaks: [])
    check(body(" %x = i64.add %n, 5\n ret %p", stage: "py"), breaks: ["V7"])
    check(body(" %x = retain %p : obj\n ret %p"), breaks: ["V7"])
    check(body(" rt retain %p\n ret %p"), breaks: ["V7"])
  }

  func testV8OperandCount() {
    bad("V8", " %x = i64.add %n\n ret %p")
    bad("V8", " %x = rt obj_add %p\n ret %p")
    bad("V8", " %x = rt obj_call\n ret %p")
    good(" %x = rt obj_call %p, %p, %p\n ret %p")
  }

  func testV9OperandTypes() {
    bad("V9", " %x = i64.add %n, 1.5\n ret %p")
    bad("V9", " %x = rt obj_neg %m\n ret %p")
    bad("V9", " %x = rt obj_neg %n\n ret %p")
    bad("V9", " %x = rt float_from_f64 %n\n ret %p")
    bad("V9", " gen.store_raw 0 %p, %p\n ret %p")
    bad("V9", " cond %n, ^1, ^1\n^1:\n ret %p")
    bad("V9", " switch %n [%n -> ^1] ^1\n^1:\n ret %p")
    good(" %x = rt cell_new %m\n ret %x")
  }

  func testV10Addresses() {
    bad("V10", " %x = i64.add %n, cache 0\n ret %p")
    bad("V10", " %x = rt obj_getattr %p, name \"a\", 0\n ret %p")
    bad("V10", " %x = rt obj_getattr %p, name \"a\", global @m.x\n ret %p")
    bad("V10", " %x = call @h(code @g) : i64\n ret %p")
    good(" %x = rt obj_getattr %p, name \"a\", cache 0\n ret %p")
  }

  func testV11Results() {
    bad("V11", " %x = rt int_add int 1, int 2 : str\n ret %p")
    bad("V11", " %x = cast %p : i64\n ret %p")
    bad("V11", " %x = gen.load_raw 0 %p : obj\n ret %p")
    good(" %x = rt list_new int 1 : list[int]\n ret %x")
    var m = module(body(" %x = i64.add %n, 1\n ret %p"))
    let f = FunctionID(0)
    m[f][m[f].blocks[0].instructions[0]].result = nil
    check(m, breaks: ["V11"])
    check(
      "module \"m\" stage owned\nfn @f(%0: &obj) -> obj {\n^0:\n %1 = rt tuple_new : &obj\n ret none\n}",
      breaks: ["V11"])
  }

  func testV12TargetCounts() {
    bad("V12", " br ^1, ^1\n^1:\n ret %p")
    bad("V12", " cond true, ^1\n^1:\n ret %p")
    bad("V12", " try rt list_append %p, %p then ^1 unwind ^1\n^1:\n ret %p")
    bad("V12", " try rt obj_neg %p then ^1\n^1(%x: obj):\n ret %p")
    bad("V12", " switch %n [1 -> ^1, 1 -> ^1] ^1\n^1:\n ret %p")
    bad("V12", " next obj_next %p then ^1\n^1(%x: obj):\n ret %p")
    good(" try rt exc_raise %p, absent unwind ^1\n^1:\n ret %p")
  }

  func testV13Arguments() {
    bad("V13", " br ^1\n^1(%x: obj):\n ret %p")
    bad("V13", " br ^1(%n)\n^1(%x: obj):\n ret %p")
    bad("V13", " br ^1(%p)\n^1(%x: str):\n ret %p")
    bad("V13", " br ^1(%m)\n^1(%x: obj):\n ret %p")
    bad("V13", " guard smallInt %p then ^1 else ^2\n^1:\n ret %p\n^2:\n ret %p")
    bad("V13", " guard smallInt %p then ^1 else ^2\n^1(%x: f64):\n ret %p\n^2:\n ret %p")
    bad("V13", " guard smallInt %p then ^1(%p) else ^2\n^1(%x: i64):\n ret %p\n^2:\n ret %p")
    good(
      " br ^1(none, int 1, str \"\", absent)\n^1(%x: obj, %y: opt[int], %z: maybe, %u: maybe):\n ret %p"
    )
    check(
      "module \"m\" stage owned\nfn @f(%0: &obj) -> obj raises {\n^0:\n try rt obj_neg %0 then ^1 unwind ^2\n"
        + "^1(%x: &obj):\n ret none\n^2:\n propagate\n}", breaks: ["V13"])
  }

  func testV14Calls() {
    bad("V14", " %x = call @g(%p) : obj\n ret %p")
    bad("V14", " %x = call @h(%p) : i64\n ret %p")
    bad("V14", " %x = call @h(%n) : obj\n ret %p")
    bad("V14", " try call @h(%n) then ^1 unwind ^2\n^1(%x: f64):\n ret %p\n^2:\n propagate")
    good(" try call @h(%n) then ^1 unwind ^2\n^1(%x: i64):\n ret %p\n^2:\n propagate")
  }

  func testV15Return() {
    bad("V15", " ret")
    bad("V15", " ret %n")
    bad("V15", " ret %m")
  }

  func testV16OwnershipByStage() {
    bad("V16", " %x = rt obj_neg %p : +obj\n ret %p")
    check("module \"m\" stage owned\nfn @f(%0: obj) -> obj {\n^0:\n ret none\n}", breaks: ["V16"])
    check(
      "module \"m\" stage owned\nfn @f(%0: &obj) -> obj {\n^0:\n %1 = rt obj_is %0, %0 : +bool\n ret none\n}",
      breaks: ["V16"])
  }

  func testV17Raising() {
    let raising =
      "module \"m\" stage owned\nfn @f(%0: &obj) -> obj raises {\n^0:\n %1 = rt obj_neg %0\n ret %1\n}"
    check(raising, breaks: ["V17"])
    check("module \"m\" stage owned\nfn @f(%0: &obj) -> obj {\n^0:\n propagate\n}", breaks: ["V17"])
    check(
      "module \"m\" stage owned\nfn @f(%0: &obj) -> obj raises {\n^0:\n propagate\n}", breaks: [])
    let step = " next obj_next %0 then ^1 end ^2\n^1(%1: +obj):\n ret %1\n^2:\n ret none\n}"
    check(
      "module \"m\" stage owned\nfn @f(%0: &obj) -> obj raises {\n^0:\n" + step, breaks: ["V17"])
    let call = " %1 = call @f(%0) : +obj\n ret %1\n}"
    check(
      "module \"m\" stage owned\nfn @f(%0: &obj) -> obj raises {\n^0:\n" + call, breaks: ["V17"])
    check("module \"m\" stage owned\nfn @f(%0: &obj) -> obj {\n^0:\n" + call, breaks: [])
  }

  func testV18Roles() {
    let end = " {\n^0:\n unreachable\n}\n"
    check("module \"m\" stage py\nfn @f() -> obj" + end, breaks: ["V18"])
    check("module \"m\" stage py\nfn @f(%0: obj, %1: i64) -> obj" + end, breaks: ["V18"])
    check("module \"m\" stage py\nfn @f(%0: obj) -> i64" + end, breaks: ["V18"])
    check("module \"m\" stage py\nfn @f(%0: i64) -> i64 typed" + end, breaks: ["V18"])
    check("module \"m\" stage py\nfn @f(%0: obj) -> obj twin origin @f" + end, breaks: ["V18"])
    check("module \"m\" stage py\nfn @f(%0: obj) -> maybe resume origin @f" + end, breaks: ["V18"])
    check(
      "module \"m\" stage py\nfn @f(%0: obj, %1: maybe) -> maybe resume origin @f" + end, breaks: []
    )
    let code = " code { name \"f\" qualname \"f\" positional 2 vars (\"a\", \"b\") }"
    check("module \"m\" stage py\nfn @f(%0: obj, %1: obj) -> obj" + code + end, breaks: ["V18"])
    check("module \"m\" stage py\nfn @f(%0: obj, %1: obj, %2: obj) -> obj" + code + end, breaks: [])
  }

  func testErrorsShowTheirPlace() {
    let errors = Verifier.verify(module(body(" br ^1\n^1:\n %x = rt obj_neg %n\n ret %p")))
    XCTAssertEqual(
      errors.map(\.description),
      ["V9: @f ^1: operand 0 is i64, wanted is obj\n    %3 = rt obj_neg %2 : obj"])
  }
}
