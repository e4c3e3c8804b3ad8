// `pyaot build app.py [-o OUT]`.
import ArgumentParser

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "build", abstract: "Build an executable.")

  @OptionGroup var common: CommonOptions

  @Option(name: .shortAndLong, help: "Where the executable goes; default: the program's name without .py.")
  var output: String?

  @Argument(help: "The program.")
  var program: String

  func run() throws {
    let source = RunCommand.source(program, isCode: false, isModule: false)
    try Session.run(common) { compiler in
      if let form = common.emit { return try Emission.emit(form, source, common, &compiler) }
      _ = try compiler.build(source, output: output ?? BuildCommand.defaultOutput(program))
    }
  }

  static func defaultOutput(_ program: String) -> String {
    let name = Files.name(of: program)
    return name.hasSuffix(".py") ? String(name.dropLast(3)) : name + ".out"
  }
}
