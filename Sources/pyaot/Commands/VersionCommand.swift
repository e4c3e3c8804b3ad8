// `pyaot version`.
import ArgumentParser

struct VersionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "version", abstract: "Print the version.")

  func run() { Output.standard("pyaot \(Version.number)\n") }
}
