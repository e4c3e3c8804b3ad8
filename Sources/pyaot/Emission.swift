// `--emit`: intermediate forms of the main module, on stdout.
import ArgumentParser
import BackendZig
import Frontend
import Passes
import PyIR

enum Emission {
  static func emit(_ form: String, _ source: ProgramSource, _ common: CommonOptions, _ compiler: inout Compiler) throws
  {
    let module = try compiler.graph(source).main
    guard let file = module.source, let ast = module.ast else { throw CompilationFailed() }
    switch form {
    case "ast":
      Output.write(ASTDumper.dump(ast, file, includeAttributes: common.attributes) + [10], to: 1)
    case "ir":
      guard let stage = Stage.allCases.first(where: { "\($0)" == common.stage }) else {
        throw ValidationError("there is no stage \(common.stage)")
      }
      Output.standard(IRPrinter.text(try lowered(module, stage, common, compiler)))
    case "zig": Output.standard(ZigEmitter.emit(try lowered(module, .owned, common, compiler)))
    default: throw ValidationError("--emit cannot print \(form)")
    }
  }

  private static func lowered(
    _ module: Frontend.Module, _ stage: Stage, _ common: CommonOptions, _ compiler: Compiler
  ) throws -> PyIR.Module {
    guard let lowered = Compiler.lower(module) else { throw CompilationFailed() }
    return try compiler.runPasses(lowered, upTo: stage) { name, module in
      printAfter(name, module, common)
    }
  }

  /// What --print-after asks for, on stderr.
  private static func printAfter(_ pass: String, _ module: PyIR.Module, _ common: CommonOptions) {
    if common.printAfterAll {
      Output.error("; after \(pass)\n\(IRPrinter.text(module))")
      return
    }
    for wanted in common.printAfter {
      let parts = wanted.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.first == pass else { continue }
      if parts.count == 1 {
        Output.error("; after \(pass)\n\(IRPrinter.text(module))")
        continue
      }
      for id in module.functionIDList where module[id].name == parts[1] || module[id].name.hasSuffix("." + parts[1]) {
        Output.error("; after \(pass)\n\(IRPrinter.text(id, in: module))")
      }
    }
  }
}
