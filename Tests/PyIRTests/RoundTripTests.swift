// Text round trip: parse(print(m)) == m, and printing again gives the same text.
import XCTest

@testable import PyIR

final class RoundTripTests: XCTestCase {
  /// Parses, prints, parses again; checks that both modules are equivalent and print alike. Returns
  /// the printed text.
  @discardableResult
  private func roundTrip(_ text: String, line: UInt = #line) throws -> String {
    let module = try parse(text, line: line)
    let printed = IRPrinter.text(module)
    let again = try parse(printed, line: line)
    XCTAssertNil(module.firstDifference(from: again), line: line)
    XCTAssertTrue(module.isEquivalent(to: again), line: line)
    XCTAssertEqual(IRPrinter.text(again), printed, line: line)
    return printed
  }

  private func parse(_ text: String, line: UInt) throws -> Module {
    do {
      return try IRParser.parse(text)
    } catch {
      XCTFail("\(error)\n\(text)", line: line)
      throw error
    }
  }

  func testModuleLevel() throws {
    let text = #"""
      module "app" stage py caches 7
      python @__main__ "/home/me/app.py" body @__main__
      python @pkg.sub "pkg/sub/__init__.py" package
      python @"odd-name" "odd \"name\"\\.py"
      global @__main__.x
      global @pkg.sub.größe
      global @"odd-name.y"

      fn @__main__(%0: obj) -> obj in @__main__ raises
        code { name "<module>" qualname "<module>" line 1 module } {
      ^0:
        rt global_set global @__main__.x, module @__main__, name "x", int 1 #3:0
        ret none
      }

      fn @"has space"() -> i64 in @"odd-name" {
      ^0:
        ret 5
      }

      fn @external.f<locals>.g~2() -> $pkg.Class in @pkg.sub twin raises origin @__main__ continues @"has space" frame 3 2

      """#
    XCTAssertEqual(try roundTrip(text), text)
  }

  func testCodeInformation() throws {
    let text = #"""
      module "m" stage py
      python @m "m.py"

      fn @m.f(%0: obj, %1: obj, %2: obj, %3: obj, %4: obj) -> obj in @m raises
        code { name "f" qualname "C.f" line 12 positional 2 posonly 1 kwonly 1 varargs varkw generator coroutine async_generator class_cell module class lambda nested vars ("a", "b", "k", "args", "kw") free ("x", "__class__") doc str "Does\nthings \xc3\xa4." hints ("int", none) returns "list" } {
      ^0:
        ret %1
      }

      """#
    XCTAssertEqual(try roundTrip(text), text)
  }

  func testLocations() throws {
    let text = """
      module "m" stage py
      python @m "m.py"

      fn @m.f(%0: obj) -> obj in @m raises {
      ^0:
        %1 = rt obj_add %0, int 1 : obj #3:4
        %2 = rt obj_add %1, int 1 : obj #2
        %3 = rt obj_add %2, int 1 : obj #5
        %4 = rt obj_add %3, int 1 : obj #4
        %5 = rt obj_add %4, int 1 : obj
        ret %5 #9:0
      }

      fn @m.g() -> obj in @m {
      ^0:
        ret none #3:4
      }

      locations {
        #1 = @m.f 3:4 to 3:8
        #2 = @m.f 3:4 to 3:10 lookup #1
        #3 = @m.f 8:1 to 8:1
        #4 = @m.g 5:2 to 5:9 at #3
        #5 = @m.g 6:0 to 7:1 at #4
      }

      """
    // The table is renumbered in the order of first use: call sites before what was inlined there.
    XCTAssertEqual(try roundTrip(text), text)
    let module = try IRParser.parse(text)
    let f = module.functions[0]
    let row = module[f[f[Function.entry].instructions[2]].location]
    XCTAssertEqual(row.line, 6)
    XCTAssertEqual(module[row.inlinedAt].line, 5)
    XCTAssertEqual(module[module[row.inlinedAt].inlinedAt].line, 8)
  }

  func testConstants() throws {
    let operands = [
      "5", "-9223372036854775808", "9223372036854775807", "1.5", "-0.0", "5e-324", "1e+100",
      "1.7976931348623157e+308",
      "bits 0x7ff8000000000000", "bits 0xfff0000000000000", "true", "false", "none", "True",
      "False", "ellipsis",
      "notimplemented", "absent", "int 0", "int -7", "int 4611686018427387903",
      "int -4611686018427387904",
      "int 4611686018427387904", "int -12345678901234567890",
      "int 340282366920938463463374607431768211455",
      "int -0x10000000000000000000000000000000f", "float 2.5", "float bits 0x7ff8000000000001",
      "complex 1.0 -2.5",
      #"str """#, #"str "a\"b\\c\n\t\x00\xed\xa0\x80""#, #"name "größe""#.replacingNonASCII,
      #"bytes "\xff\x00z""#,
      "tuple()", #"tuple(int 1, tuple(none, str "x"), frozenset(int 2))"#, "code @m.f",
      "global @m.x", "module @m",
      "cache 3",
    ]
    let text = """
      module "m" stage py caches 4
      python @m "m.py"
      global @m.x

      fn @m.f() -> obj in @m raises {
      ^0:
      \(operands.map { "  rt exc_restore \($0)" }.joined(separator: "\n"))
        unreachable
      }

      """
    XCTAssertEqual(try roundTrip(text), text)
    let module = try IRParser.parse(text)
    let f = module.functions[0]
    let constants = f[Function.entry].instructions.dropLast().compactMap {
      f.operands($0).first?.constant
    }
    XCTAssertEqual(module[constants[0]], .i64(5))
    XCTAssertEqual(module[constants[4]], .f64(bits: (-0.0).bitPattern))
    XCTAssertEqual(module[constants[20]], .smallInt(1 << 62 - 1))
    XCTAssertEqual(module[constants[22]], .bigInt(negative: false, limbs: [1 << 62]))
    XCTAssertEqual(
      module[constants[23]], .bigInt(negative: true, limbs: [12_345_678_901_234_567_890]))
    XCTAssertEqual(module[constants[24]], .bigInt(negative: false, limbs: [.max, .max]))
    XCTAssertEqual(module[constants[25]], .bigInt(negative: true, limbs: [15, 0, 1]))
    XCTAssertEqual(module[constants[30]], .str(Array("a\"b\\c\n\t\0".utf8) + [0xed, 0xa0, 0x80]))
  }

  func testTypes() throws {
    let types =
      IRType.scalarNames + [
        "list[obj]", "set[str]", "dict[str, list[int]]", "tuple[int, float, tuple[bytes]]",
        "opt[$m.C]",
        #"$"m.C<locals> x""#, "tuple[]",
      ]
    let parameters = types.enumerated().map { "%\($0): \($1)" }.joined(separator: ", ")
    let text = """
      module "m" stage owned

      fn @f(\(parameters), %\(types.count): +obj, %\(types.count + 1): &list[int]) -> list[obj] {
      ^0:
        ret none
      }

      """.replacing("tuple[]", with: "tuple[int]")
    XCTAssertEqual(try roundTrip(text), text)
  }

  /// Every op that has no immediate of its own, and one of each that has.
  func testOps() throws {
    let text = """
      module "m" stage typed caches 2
      python @m "m.py"
      global @m.f

      fn @m.g(%0: obj, %1: i64, %2: f64, %3: bool, %4: maybe) -> obj in @m raises {
      ^0:
        %5 = rt obj_call_method %0, name "go", cache 0, %0, int 2 : obj
        %6 = call @m.h(%0, 3) : obj
        %7 = i64.add %1, 2 : i64
        %8 = i64.sub %1, 2 : i64
        %9 = i64.mul %1, 2 : i64
        %10 = i64.and %1, 2 : i64
        %11 = i64.or %1, 2 : i64
        %12 = i64.xor %1, 2 : i64
        %13 = i64.shl %1, 2 : i64
        %14 = i64.shr %1, 2 : i64
        %15 = i64.lt %1, -3 : bool
        %16 = i64.ge %1, %7 : bool
        %17 = i64.to_f64 %1 : f64
        %18 = f64.add %2, 1.5 : f64
        %19 = f64.div %2, %18 : f64
        %20 = f64.ne %2, 0.0 : bool
        %21 = f64.neg %2 : f64
        %22 = bool.not %3 : bool
        %23 = bool.to_i64 true : i64
        %24 = cast %0 : list[obj]
        %25 = is_absent %4 : bool
        %26 = i64.tag %1 : int
        %27 = closure_cell 2 %0 : cell
        end_local %26
        %28 = yield %0 : obj
        %29 = gen.take 1 %0 : maybe
        gen.put 0 %0, absent
        %30 = gen.load_raw 0 %0 : f64
        gen.store_raw 1 %0, %30
        %31 = gen.state %0 : i64
        gen.set_state %0, -1
        cond %22, ^1, ^2(%1, %0)
      ^1:
        switch %1 [0 -> ^1, -5 -> ^2(1, none)] ^3
      ^2(%32: i64, %33: obj):
        next obj_next %0 then ^4 end ^5
      ^3:
        next obj_next %0 then ^4 end ^5 unwind ^6
      ^4(%34: obj):
        guard smallInt %34 then ^7(%34) else ^5
      ^5:
        ret %0
      ^6:
        propagate
      ^7(%35: i64, %36: obj):
        i64.add.ovf %35, 1 then ^8 else ^5
      ^8(%37: i64):
        i64.neg.ovf %37 then ^8 else ^9
      ^9:
        guard function global @m.f, code @m.h then ^10 else ^5
      ^10:
        try call @m.h(%0, 4) then ^11(%0) unwind ^6
      ^11(%38: obj, %39: obj):
        try rt obj_setitem %0, %38, %39 then ^12 unwind ^6
      ^12:
        guard bound %4 then ^11(%0) else ^13
      ^13:
        guard float %0 then ^14 else ^5
      ^14(%40: f64):
        guard bool %0 then ^15 else ^5
      ^15(%41: bool):
        br ^16(%41, %40)
      ^16(%42: bool, %43: f64):
        rt exc_leave_handler
        cond %42, ^17, ^18
      ^17:
        rt exc_raise %0, absent
        unreachable
      ^18:
        try rt exc_raise %0, absent unwind ^19(%0)
      ^19(%44: obj):
        try yield %44 then ^20 unwind ^6
      ^20(%45: obj):
        ret %45
      }

      fn @m.h(%0: obj, %1: i64) -> obj in @m typed {
      ^0:
        ret %0
      }

      """
    XCTAssertEqual(try roundTrip(text), text)
  }

  /// Every operator and guard that the enums know.
  func testOperators() throws {
    var lines: [String] = []
    func add(_ mnemonic: String, _ operands: String, _ type: String) {
      lines.append("  %\(lines.count + 3) = \(mnemonic) \(operands) : \(type)")
    }
    for op in I64Operator.allCases { add("i64.\(op)", "%1, 2", "i64") }
    for op in CompareOperator.allCases {
      add("i64.\(op)", "%1, 2", "bool")
      add("f64.\(op)", "%2, 2.0", "bool")
    }
    for op in F64Operator.allCases { add("f64.\(op)", "%2, 0.5", "f64") }
    lines.append("  br ^1")
    var block = 1
    for op in CheckedOperator.allCases {
      let operands = op == .neg ? "%1" : "%1, 3"
      lines.append("^\(block):\n  i64.\(op).ovf \(operands) then ^\(block + 1) else ^\(block + 1)")
      block += 1
    }
    for kind in Guard.allCases {
      lines.append("^\(block):\n  guard \(kind) %0 then ^\(block + 1) else ^\(block + 1)")
      block += 1
    }
    lines.append("^\(block):\n  unreachable")
    let text = """
      module "m" stage typed

      fn @f(%0: obj, %1: i64, %2: f64) -> obj {
      ^0:
      \(lines.joined(separator: "\n"))
      }

      """
    XCTAssertEqual(try roundTrip(text), text)
  }

  func testOwnedOps() throws {
    let text = """
      module "m" stage owned

      fn @f(%0: &obj) -> obj {
      ^0:
        %1 = retain %0 : +obj
        release %1
        %2 = retain %0 : +obj
        ret %2
      }

      """
    XCTAssertEqual(try roundTrip(text), text)
  }

  func testEveryRow() throws {
    var lines: [String] = []
    for row in RuntimeTable.entries {
      let operands = (0..<row.operandCount).map { "int \($0)" }.joined(separator: ", ")
      let body = operands.isEmpty ? "rt \(row.name)" : "rt \(row.name) \(operands)"
      switch row.result.rule {
      case .none: lines.append("  \(body)")
      case .type, .likeOperand, .explicit: lines.append("  %r\(lines.count) = \(body)")
      }
    }
    try roundTrip(
      "module \"m\" stage py\nfn @f() -> obj {\n^0:\n\(lines.joined(separator: "\n"))\n unreachable\n}\n"
    )
  }

  func testNamesAndComments() throws {
    let text = """
      module "m" stage py   ; a comment
      fn @f(%n: obj) -> +obj {   ; ownership of the return value may be written
      ^entry:                    ; names of any kind
        br ^head(%n)
      ^exit:
        ret %later               ; used before its definition in the text
      ^head(%i: obj):
        %later = rt obj_neg %i
        br ^exit
      }
      """
    let expected = """
      module "m" stage py

      fn @f(%0: obj) -> obj {
      ^0:
        br ^2(%0)
      ^1:
        ret %2
      ^2(%1: obj):
        %2 = rt obj_neg %1 : obj
        br ^1
      }

      """
    XCTAssertEqual(try roundTrip(text), expected)
  }

  func testErrors() {
    func message(_ text: String) -> String {
      do {
        _ = try IRParser.parse(text)
        return "no error"
      } catch {
        return "\(error)"
      }
    }
    func inFunction(_ line: String) -> String {
      message("module \"m\" stage py\nfn @f(%0: obj) -> obj {\n^0:\n  \(line)\n}\n")
    }
    XCTAssertEqual(message("modul"), "1:1: expected 'module'")
    XCTAssertEqual(message("module \"m\" stage late"), "1:18: expected a stage: py, typed or owned")
    XCTAssertEqual(inFunction("ret %1"), "4:7: no value %1")
    XCTAssertEqual(inFunction("br ^7"), "4:6: no block ^7")
    XCTAssertEqual(inFunction("frob %0"), "4:3: unknown op 'frob'")
    XCTAssertEqual(inFunction("rt obj_frob %0"), "4:6: no such row in the runtime table")
    XCTAssertEqual(inFunction("%1 = ret %0"), "4:3: 'ret' has no result here")
    XCTAssertEqual(inFunction("rt obj_neg %0"), "4:3: 'rt obj_neg' has a result")
    XCTAssertEqual(inFunction("%1 = cast %0"), "4:3: the result of 'cast' needs a type")
    XCTAssertEqual(inFunction("ret str \"x"), "4:11: unterminated string")
    XCTAssertEqual(inFunction("ret str \"\\q\""), "4:12: unknown escape")
    XCTAssertEqual(inFunction("ret %0 %0"), "4:10: expected the end of the line")
    XCTAssertEqual(inFunction("ret %0 #7"), "4:10: there is no table 'locations'")
    XCTAssertEqual(inFunction("ret 99999999999999999999"), "4:7: expected an integer of 64 bits")
    XCTAssertEqual(
      message("module \"m\" stage py\nfn @f() -> obj {\n^0:\n unreachable\n^0:\n unreachable\n}\n"),
      "5:1: block ^0 is defined twice")
  }
}

extension String {
  /// Bytes above ASCII as the printer escapes them.
  fileprivate var replacingNonASCII: String {
    var text = ""
    for byte in utf8 {
      text += byte < 0x80 ? String(UnicodeScalar(byte)) : "\\x" + String(byte, radix: 16)
    }
    return text
  }
}
