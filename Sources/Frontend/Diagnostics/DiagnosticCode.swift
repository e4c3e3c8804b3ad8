// The list of everything the compiler can report, and of every known difference from CPython.
// `pyaot explain`, the documentation page and the diagnostics come from the rows behind these
// codes and from nowhere else. A number, once published, keeps its meaning.
//
// PA01 Python's own errors; PA02 what an ahead-of-time compiler cannot do; PA03 accepted
// differences; PA09 the tool itself.

/// A code of the table.
public enum DiagnosticCode: Int, CaseIterable, Sendable {
  case syntaxError = 101
  case indentationError = 102
  case tabError = 103
  case syntaxWarning = 104
  case parserStackOverflow = 105
  case nestedTooDeeply = 106
  case unreadableSource = 110

  case moduleNotFound = 201
  case extensionModule = 202
  case dynamicCode = 203
  case brokenOptionalModule = 206
  case moduleLeftOut = 207
  case runningFrame = 208
  case missingOperation = 209
  case secondThread = 210

  case numberIdentity = 301
  case staticMathLibrary = 302
  case stringHashKey = 303
  case exceptionFrames = 304
  case borrowedArguments = 305
  case warningPlaces = 306
  case moduleLoaders = 307
  case ignoredExceptionFrames = 308

  case internalError = 901
  case toolchainMissing = 902
  case wrongUsage = 903

  /// As shown to the user, e.g. `PA0203`.
  public var id: String {
    let digits = String(rawValue)
    return "PA" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }

  /// The code with this id, e.g. `PA0203`; letters in either case.
  public init?(id: String) {
    guard let code = DiagnosticCode.allCases.first(where: { $0.id == id.uppercased() }) else {
      return nil
    }
    self = code
  }

  /// The name of the Python exception that the diagnostic is shown as, for Python's own errors.
  public var pythonException: String? {
    switch self {
    case .syntaxError: "SyntaxError"
    case .indentationError: "IndentationError"
    case .tabError: "TabError"
    case .syntaxWarning: "SyntaxWarning"
    case .parserStackOverflow: "MemoryError"
    case .nestedTooDeeply: "RecursionError"
    case .unreadableSource, .moduleNotFound, .extensionModule, .dynamicCode,
      .brokenOptionalModule, .moduleLeftOut, .runningFrame,
      .missingOperation, .secondThread, .numberIdentity, .staticMathLibrary,
      .stringHashKey, .exceptionFrames, .borrowedArguments, .warningPlaces, .moduleLoaders, .ignoredExceptionFrames,
      .internalError, .toolchainMissing, .wrongUsage:
      nil
    }
  }

  /// What `pyaot explain` prints, ending with a newline.
  public var explanation: String {
    let entry = self.entry
    var out = "\(id): \(entry.title)\n\n\(entry.explanation)\n"
    out += "\nExample:\n\n"
    for line in entry.example.split(separator: "\n", omittingEmptySubsequences: false) {
      out += line.isEmpty ? "\n" : "    \(line)\n"
    }
    return out
  }
}

/// How a row of the table shows itself.
public enum DiagnosticKind: Sendable {
  /// Always stops the compilation.
  case error
  /// An error where the program certainly executes it, else a warning and an exception there.
  case errorIfCertain
  case warning
  /// Works, but not as in CPython; reported by no diagnostic.
  case difference
}

/// The text behind a code.
public struct DiagnosticEntry: Sendable {
  public var kind: DiagnosticKind
  /// One line.
  public var title: String
  /// Paragraphs.
  public var explanation: String
  /// A Python program that shows it, or, after `$`, a command.
  public var example: String
}
