// `pyaot app.py [args…]`, `pyaot run …`: compile (cached) and run; and the --emit forms.
import ArgumentParser
import BackendZig
import Frontend
import Passes
import PyIR

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Compile (cached) and run a program; arguments after it are the program's.")

  @OptionGroup var common: CommonOptions

  @Flag(name: .customShort("c"), help: "The first argument is the program's text.")
  var isCode = false

  @Flag(name: .customShort("m"), help: "The first argument is a module's name.")
  var isModule = false

  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp("The program (- is standard input) and its arguments.", valueName: "APP.py"))
  var arguments: [String] = []

  func run() throws {
    guard let first = arguments.first else { throw CleanExit.helpRequest(Pyaot.self) }
    if first == "--help" || first == "-h" { throw CleanExit.helpRequest(RunCommand.self) }
    if first.hasPrefix("-") && first != "-" && !isCode && !isModule {
      throw ValidationError("Unknown option '\(first)'")
    }
    let source = try RunCommand.source(first, isCode: isCode, isModule: isModule)
    // A shared library is nothing to run: the executable does the same and starts faster.
    var common = common
    common.shared = false
    try Session.run(common) { compiler in
      if let form = common.emit { return try Emission(form: form, common: common).emit(source, &compiler) }
      if common.output != nil { throw ValidationError("-o is for build and --emit") }
      if !compiler.options.target.isRunnable {
        throw ValidationError("\(compiler.options.target.key) is another machine: build makes what it runs")
      }
      let program = try compiler.build(source)
      try Processes.execute(program, [source.argumentZero(program)] + arguments.dropFirst())
    }
  }

  static func source(_ first: String, isCode: Bool, isModule: Bool) throws -> ProgramSource {
    if isCode { return .code(first) }
    if isModule { return .module(first) }
    return first == "-" ? .standardInput(try Files.readStandardInput()) : .file(first)
  }
}
