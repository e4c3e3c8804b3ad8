// `pyaot roundtrip`: for the project's own tests, in one process. Each file that standard input names is lowered; at every
// stage and level its IR is printed, read, verified and printed again, which must give the same bytes. Not shown in the help.
import ArgumentParser
import Frontend
import Passes
import PyIR

struct RoundTripCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roundtrip", abstract: "Check that IR text reads back, for Tests/measure.", shouldDisplay: false)

  @OptionGroup var common: CommonOptions

  /// Prints one line for each file, stage and level: `ok`, or what is wrong.
  func run() throws {
    let names = String(decoding: try Files.readStandardInput(), as: UTF8.self).split(separator: "\n").map(String.init)
    for level in [0, 2] {
      try Session.run(common) { compiler in
        var options = compiler.options
        options.level = level
        options.passOptions.verifyEach = true
        let compiler = Compiler(compiler.toolchain, compiler.cache, options)
        for name in names { try check(name, level, compiler) }
      }
    }
  }

  private func check(_ path: String, _ level: Int, _ compiler: Compiler) throws {
    let source = try SourceFile(path: path, contents: try Files.read(path))
    let ast = try Parser.parse(source)
    CompilationTrace.enterPass("irgen")
    let lowered = lowerModule(
      LoweringInput(
        source: source, ast: ast, symbols: try ScopeResolver.resolve(ast), moduleName: "__main__", isPackage: false))
    for stage in Stage.allCases {
      Output.standard("\(path), \(stage) at -O\(level): \(try verdict(lowered, stage, compiler))\n")
    }
  }

  private func verdict(_ lowered: PyIR.Module, _ stage: Stage, _ compiler: Compiler) throws -> String {
    do {
      let text = IRPrinter.text(try compiler.runPasses(lowered, upTo: stage))
      let again = try IRParser.parse(Array(text.utf8))
      if let error = Verifier.verify(again).first { return "not valid when read: \(error)" }
      let second = IRPrinter.text(again)
      return second == text ? "ok" : difference(text, second)
    } catch let error as InternalError {
      return error.description
    } catch let error as IRParseError {
      return "not read: \(error)"
    }
  }

  private func difference(_ first: String, _ second: String) -> String {
    let pairs = zip(first.split(separator: "\n"), second.split(separator: "\n"))
    guard let (before, after) = pairs.first(where: { $0 != $1 }) else { return "one text is longer" }
    return "`\(before)` is read as `\(after)`"
  }
}
