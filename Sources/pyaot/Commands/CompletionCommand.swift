// `pyaot completion bash|zsh|fish`.
import ArgumentParser

struct CompletionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completion", abstract: "Print a script that completes pyaot's command line in a shell.",
    discussion: """
      bash:  pyaot completion bash > ~/.local/share/bash-completion/completions/pyaot
      zsh:   pyaot completion zsh > "${fpath[1]}/_pyaot"
      fish:  pyaot completion fish > ~/.config/fish/completions/pyaot.fish
      """)

  @Argument(help: "bash, zsh or fish.", completion: .list(["bash", "zsh", "fish"]))
  var shell: String

  func run() throws {
    guard let shell = CompletionShell(rawValue: shell) else {
      throw ValidationError("there is no completion for \(shell); there is for bash, zsh and fish")
    }
    Output.standard(Pyaot.completionScript(for: shell) + "\n")
  }
}
