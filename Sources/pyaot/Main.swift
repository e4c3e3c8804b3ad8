// The command line. Each command is a small file beside this one; `Driver/` does the work.
import ArgumentParser

@main
struct Pyaot: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pyaot",
    abstract: "Compiles ordinary Python 3.13 programs to native code, ahead of time.",
    usage: "pyaot [run] [options] APP.py [ARGS…]\n       pyaot build [options] APP.py [-o OUT]",
    version: "pyaot \(Version.number)",
    subcommands: [RunCommand.self, BuildCommand.self, IRCommand.self, VersionCommand.self],
    defaultSubcommand: RunCommand.self)

  /// Runs on a thread with a large stack: deeply nested programs recurse deeply in the parser and in irgen.
  static func main() {
    let arguments = CommandArguments.normalized(Array(CommandLine.arguments.dropFirst()))
    LargeStack.run { Pyaot.main(arguments) }
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
