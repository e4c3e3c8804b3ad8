// `pyaot check app.py`: errors and warnings, and for each function of the program's own modules whether it runs on machine
// numbers, on objects, or holds something that cannot be compiled. Nothing is generated.
import ArgumentParser
import Frontend

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Report errors, and how each function is compiled; generate nothing.",
    discussion: """
      native: a version on machine numbers exists beside the general one. boxed: values are Python objects; the reason \
      says why. blocked: something in it raises NotImplementedError or ImportError when it is reached.
      """)

  @OptionGroup var common: CommonOptions

  @Flag(help: "The report as JSON, one object a line.")
  var json = false

  @Flag(name: .customShort("m"), help: "The argument is a module's name.")
  var isModule = false

  @Argument(help: "The program (- is standard input).", completion: .file(extensions: ["py"]))
  var program: String

  func run() throws {
    let source = try RunCommand.source(program, isCode: false, isModule: isModule)
    try Session.run(common) { compiler in
      let graph = try compiler.graph(source)
      var report = FunctionReport()
      for module in graph.modules where module.ast != nil && compiler.isUserCode(module) {
        try report.add(module, compiler)
      }
      let asJSON = json || common.errorFormat == .json
      Output.standard(asJSON ? report.json : report.text)
    }
  }
}
