// The command line. Each command is a file in `Commands/`; `Driver/` does the work.
import ArgumentParser
import Frontend

@main
struct Pyaot: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pyaot",
    abstract: "Compiles ordinary Python 3.13 programs to native code, ahead of time.",
    usage: """
      pyaot [run] [options] APP.py [ARGS…]      or -c CODE, -m MODULE, - (standard input) in place of APP.py
      pyaot build [options] APP.py [-o OUT]
      pyaot check [options] APP.py
      """,
    discussion: """
      Compiling and running is one step: what was compiled is kept in a cache and found again while the program, the \
      modules that it imports and the options stay the same.

      The exit status is the program's own when it runs (128+N after signal N); otherwise 0: fine, 1: the program cannot \
      be compiled, 2: wrong usage, 5: a tool is missing (`pyaot doctor`), 70: an error of the compiler.

      Optimisation: -O0 (no optional pass), -O1, -O2 (the default), -Os.

      Environment: PYAOT_CACHE (folder of the cache), PYAOT_CACHE_SIZE (its bound, 2G), PYAOT_STDLIB (CPython 3.13's \
      library), NO_COLOR.
      """,
    version: "pyaot \(Version.number)",
    subcommands: [
      RunCommand.self, BuildCommand.self, CheckCommand.self, ExplainCommand.self, DoctorCommand.self, CacheCommand.self,
      IRCommand.self, CompletionCommand.self, VersionCommand.self, SyntaxCommand.self, RoundTripCommand.self,
    ],
    defaultSubcommand: RunCommand.self)

  /// Runs on a thread with a large stack: deeply nested programs recurse deeply in the parser and in irgen.
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    FastPath.attempt(arguments)
    LargeStack.run { start(CommandArguments.normalized(arguments)) }
  }

  private static func start(_ arguments: [String]) {
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      let message = fullMessage(for: error)
      let text = message.hasPrefix("Error: ") ? String(message.dropFirst("Error: ".count)) : message
      Output.error("error[\(DiagnosticCode.wrongUsage.id)]: \(text)\n")
      exit(withError: ExitCode(Session.wrongUsage))
    }
  }
}

enum CommandArguments {
  /// ArgumentParser knows no `-O2`; it becomes `--opt-level=2`, before the program's own arguments only.
  static func normalized(_ arguments: [String]) -> [String] {
    var result: [String] = []
    for (index, argument) in arguments.enumerated() {
      if argument == "--" || argument.hasSuffix(".py") || argument == "-c" || argument == "-m" || argument == "-" {
        return result + arguments[index...]
      }
      switch argument {
      case "-O0", "-O1", "-O2", "-Os": result.append("--opt-level=\(argument.dropFirst(2))")
      default: result.append(argument)
      }
    }
    return result
  }
}
