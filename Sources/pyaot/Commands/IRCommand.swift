// `pyaot ir FILE.pyir [--passes=a,b]`: reads IR text, runs passes, prints IR.
import ArgumentParser
import Passes
import PyIR

struct IRCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "ir", abstract: "Read IR text, run passes, print IR.")

  @Option(help: "Passes to run, separated by commas.")
  var passes = ""

  @Argument(help: "A file of IR text; - is standard input.")
  var file: String

  func run() throws {
    let bytes = try file == "-" ? Files.readStandardInput() : Files.read(file)
    var module: PyIR.Module
    do {
      module = try IRParser.parse(bytes)
    } catch {
      Output.error("\(file): \(error)\n")
      throw ExitCode(Session.cannotCompile)
    }
    try check(module, "the input")
    for name in passes.split(separator: ",").map(String.init) {
      guard let pass = Pipeline.pass(named: name) else { throw ValidationError("there is no pass \(name)") }
      guard pass.stageIn == module.stage || pass.stageIn == .py && pass.stageOut == .py else {
        throw ValidationError("\(name) wants stage \(pass.stageIn), the module is in stage \(module.stage)")
      }
      var context = PassContext(module: module, options: PassOptions())
      pass.run(&context)
      if pass.stageOut > context.module.stage { context.module.stage = pass.stageOut }
      module = context.module
      try check(module, name)
    }
    Output.standard(IRPrinter.text(module))
  }

  private func check(_ module: PyIR.Module, _ after: String) throws {
    let errors = Verifier.verify(module)
    guard !errors.isEmpty else { return }
    for error in errors { Output.error("after \(after): \(error)\n") }
    throw ExitCode(Session.cannotCompile)
  }
}
