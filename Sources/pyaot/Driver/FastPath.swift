// `pyaot [run] [-O…] [-g] APP.py …` for a program that has not changed: decided from the manifest, before the command line is
// really parsed and before anything else of the compiler is touched. What is not plainly of this form, or not in the
// cache, is left to the ordinary way, which must give the same result.

enum FastPath {
  /// Becomes the program, or returns.
  static func attempt(_ arguments: [String]) {
    guard let request = Request(arguments), let toolchain = try? Toolchain.locate() else { return }
    var options = request.options
    options.diagnostics = DiagnosticStyle(format: .human)
    let cache = Cache(root: Cache.chosenRoot, others: Cache.readableSubstitute)
    guard let program = ProgramManifest(request.source, options, toolchain, cache)?.find() else { return }
    // If the executable has just been evicted, the ordinary way builds it again.
    try? Processes.execute(program, [request.source.argumentZero(program)] + request.programArguments)
  }

  /// The command lines that are understood here.
  struct Request {
    var source: ProgramSource
    var options = BuildOptions()
    var programArguments: [String] = []

    init?(_ arguments: [String]) {
      var rest = arguments[...]
      if rest.first == "run" { rest = rest.dropFirst() }
      while let argument = rest.first {
        rest = rest.dropFirst()
        if options.setLevel(argument) { continue }
        switch argument {
        case "-g": options.debug = true
        case "-c", "-m":
          guard let text = rest.first else { return nil }
          source = argument == "-c" ? .code(text) : .module(text)
          programArguments = Array(rest.dropFirst())
          return
        default:
          guard argument.hasSuffix(".py"), !argument.hasPrefix("-") else { return nil }
          source = .file(argument)
          programArguments = Array(rest)
          return
        }
      }
      return nil
    }
  }
}
