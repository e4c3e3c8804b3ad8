// `pyaot explain CODE`: the long text of a diagnostic.
import ArgumentParser
import Frontend

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a diagnostic, with an example.",
    discussion: "Without a code: the list of all codes.")

  @Argument(help: "For example PA0203; PA and leading zeros may be left out.", completion: .list(codes))
  var code: String?

  func run() throws {
    guard let code else {
      for code in DiagnosticCode.allCases { Output.standard("\(code.id)  \(code.entry.title)\n") }
      return
    }
    let digits = code.uppercased().hasPrefix("PA") ? String(code.dropFirst(2)) : code
    guard let number = Int(digits), let found = DiagnosticCode(rawValue: number) else {
      throw ValidationError("there is no diagnostic \(code); `pyaot explain` lists them")
    }
    Output.standard(found.explanation)
  }

  private static let codes = DiagnosticCode.allCases.map(\.id)
}
