// `pyaot build app.py [-o OUT]`.
import ArgumentParser

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "build", abstract: "Build an executable.")

  @OptionGroup var common: CommonOptions

  @Argument(help: "The program.")
  var program: String

  func run() throws {
    let source = try RunCommand.source(program, isCode: false, isModule: false)
    try Session.run(common) { compiler in
      if let form = common.emit { return try Emission(form: form, common: common).emit(source, &compiler) }
      let built = try compiler.build(source)
      Output.error(built.messages)
      guard let file = built.file else { preconditionFailure("what was built is open") }
      let path = common.output ?? BuildCommand.defaultOutput(program, compiler.options)
      do {
        try Files.write(path, try Files.read(file, built.executable), mode: 0o755)
      } catch let error as SystemError {
        throw CommandError(error.description, status: Session.cannotCompile)
      }
    }
  }

  static func defaultOutput(_ program: String, _ options: BuildOptions) -> String {
    let name = Files.name(of: program)
    let stem = name.hasSuffix(".py") ? String(name.dropLast(3)) : name
    return switch options.form {
    case .executable: stem == name ? name + ".out" : stem
    case .sharedLibrary: "\(stem)_\(options.target.architecture.rawValue).so"
    }
  }
}
