// Passes on IR text: text in, passes, verifier after each, checks on the text that comes out.
import XCTest

@testable import Passes
@testable import PyIR

class PassTestCase: XCTestCase {
  /// Parses a module, runs passes over it and verifies after each; returns the module.
  func run(_ passes: [Pass], on text: String, line: UInt = #line) throws -> PyIR.Module {
    var context = PassContext(module: try IRParser.parse(text), options: PassOptions())
    XCTAssertEqual(Verifier.verify(context.module).map(\.description), [], "before all passes", line: line)
    for pass in passes {
      pass.run(&context)
      context.module.stage = pass.stageOut
      let errors = Verifier.verify(context.module)
      XCTAssertEqual(errors.map(\.description), [], "after \(pass.name)", line: line)
    }
    return context.module
  }

  /// The text of one function without locations.
  func text(_ name: String, in module: PyIR.Module, line: UInt = #line) throws -> String {
    let id = try XCTUnwrap(module.function(named: name), "no function \(name)", line: line)
    return IRPrinter.text(id, in: module)
  }

  /// The passes of a module in stage `py` up to typed code, and all behind them.
  static let typedPasses = [beginTyped, specialize, foldMachineOps, deadCode]
  static let laterPasses = [generatorSplit, explicitRaises, insertRefCounts, cleanupBlocks]

  /// A module with one global function of this body, called from the module's body with nothing known.
  func module(_ function: String, hints: String = "", positional: Int, globals: [String] = []) -> String {
    let parameters = (0...positional).map { "%\($0): obj" }.joined(separator: ", ")
    let declared = (["f", "range", "g"] + globals).map { "global @m.\($0)\n" }.joined()
    let names = (0..<positional).map { "\"p\($0)\"" }.joined(separator: ", ")
    return """
      module "m" stage py
      python @m "m.py" body @m
      \(declared)
      fn @m(%0: obj) -> obj in @m raises
        code { name "<module>" qualname "<module>" line 1 module } {
      ^0:
        %1 = rt function_new code @m.f, module @m, absent, absent, absent : obj
        rt global_set global @m.f, module @m, name "f", %1
        ret none
      }

      fn @m.f(\(parameters)) -> obj in @m raises
        code { name "f" qualname "f" line 1 positional \(positional) vars (\(names)) \(hints) } {
      \(function)
      }
      """
  }
}
