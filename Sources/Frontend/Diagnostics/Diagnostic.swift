// One message for the user. A diagnostic is plain data: it names a code of the table, says what,
// where, why and what to do, and knows nothing about how it will be shown. Positions are byte
// ranges; lines and columns appear only in the renderer.

/// Index of a file registered in a `SourceMap`.
public struct FileID: Hashable, Sendable {
  public let index: UInt32
}

/// How bad a diagnostic is. Only `error` stops the compilation.
public enum DiagnosticLevel: String, Sendable {
  case error, warning, note
}

/// A byte range in a registered file.
public struct DiagnosticLocation: Hashable, Sendable {
  public var file: FileID
  public var range: SourceRange

  public init(file: FileID, range: SourceRange) {
    self.file = file
    self.range = range
  }
}

/// An additional remark of a diagnostic, with a place of its own or without.
public struct DiagnosticNote: Hashable, Sendable {
  public var message: String
  public var location: DiagnosticLocation?

  public init(_ message: String, at location: DiagnosticLocation? = nil) {
    self.message = message
    self.location = location
  }
}

/// What the user is told.
public struct Diagnostic: Hashable, Sendable {
  public var level: DiagnosticLevel
  public var code: DiagnosticCode
  /// One line; for Python's own errors CPython's message without the exception's name.
  public var message: String
  /// `nil` if the diagnostic is about no place in a source file.
  public var location: DiagnosticLocation?
  /// The reason, one sentence in lower case.
  public var why: String?
  /// What the user can do, one sentence.
  public var help: String?
  public var notes: [DiagnosticNote]

  public init(
    _ level: DiagnosticLevel, _ code: DiagnosticCode, _ message: String,
    at location: DiagnosticLocation?, why: String? = nil, help: String? = nil,
    notes: [DiagnosticNote] = []
  ) {
    self.level = level
    self.code = code
    self.message = message
    self.location = location
    self.why = why
    self.help = help
    self.notes = notes
  }

  /// What CPython warns about when it compiles a file.
  public static func python(_ warning: SyntaxWarning, in file: FileID) -> Diagnostic {
    Diagnostic(
      .warning, .syntaxWarning, warning.message, at: DiagnosticLocation(file: file, range: warning.range))
  }

  /// What the parser or the scope resolver found wrong in a file, as CPython reports it.
  public static func python(_ error: SyntaxError, in file: FileID) -> Diagnostic {
    let code: DiagnosticCode
    switch error.kind {
    case .syntaxError: code = .syntaxError
    case .indentationError: code = .indentationError
    case .tabError: code = .tabError
    case .memoryError: code = .parserStackOverflow
    case .recursionError: code = .nestedTooDeeply
    }
    return Diagnostic(
      .error, code, error.message,
      at: error.hasPlace ? DiagnosticLocation(file: file, range: error.range) : nil)
  }
}
