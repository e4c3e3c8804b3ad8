// `pyaot ir FILE.pyir [--passes=a,b]`: reads IR text, runs passes, prints IR.
import ArgumentParser
import Passes
import PyIR

struct IRCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "ir", abstract: "Read IR text, run passes, print IR.")

  @Option(help: "Passes to run, separated by commas.")
  var passes = ""

  @Flag(name: .customLong("list-passes"), help: "The names of the pipeline's passes, in order.")
  var listPasses = false

  @Argument(help: "A file of IR text; - is standard input.")
  var file: String?

  func run() throws {
    if listPasses { return Output.standard(Pipeline.passes.map { $0.name + "\n" }.joined()) }
    guard let file else { throw ValidationError("Missing expected argument '<file>'") }
    let bytes = try file == "-" ? Files.readStandardInput() : Files.read(file)
    var module: PyIR.Module
    do {
      module = try IRParser.parse(bytes)
    } catch {
      Output.error("\(file): \(error)\n")
      throw ExitCode(Session.cannotCompile)
    }
    if let error = Verifier.verify(module).first {
      Output.error("\(file): \(error)\n")
      throw ExitCode(Session.cannotCompile)
    }
    CrashReport.install(Cache.chosenRoot, CommandLine.arguments)
    CrashReport.begin(module.pythonModules.first?.name ?? "?", file == "-" ? "input.pyir" : Files.name(of: file), bytes)
    for name in passes.split(separator: ",").map(String.init) {
      guard let pass = Pipeline.pass(named: name) else { throw ValidationError("there is no pass \(name)") }
      guard pass.stageIn == module.stage || pass.stageIn == .py && pass.stageOut == .py else {
        throw ValidationError("\(name) wants stage \(pass.stageIn), the module is in stage \(module.stage)")
      }
      var context = PassContext(module: module, options: PassOptions())
      CompilationTrace.enterPass(pass.name)
      pass.run(&context)
      if pass.stageOut > context.module.stage { context.module.stage = pass.stageOut }
      module = context.module
      let errors = Verifier.verify(module)
      if let first = errors.first {
        // It was valid before: the pass broke it.
        CrashReport.report("after \(name): \(first) (\(errors.count) in all)")
        throw ExitCode(Session.internalError)
      }
    }
    CrashReport.end()
    Output.standard(IRPrinter.text(module))
  }
}
