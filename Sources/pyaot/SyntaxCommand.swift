// `pyaot syntax`: the frontend for the project's own tools, on many sources in one process. Not shown in the help.
import ArgumentParser

struct SyntaxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "syntax", abstract: "Serve syntax trees and errors to Tests/tools.", shouldDisplay: false)

  @Flag(help: "Parse the files that standard input names, one a line, and print the seconds.")
  var time = false

  func run() throws {
    if time {
      Output.standard("\(try SyntaxStream.parseFiles())\n")
    } else {
      try SyntaxStream.serve()
    }
  }
}
