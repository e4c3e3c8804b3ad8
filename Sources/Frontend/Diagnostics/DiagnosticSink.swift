// Where diagnostics are collected, in the order in which they were reported.

/// The diagnostics of one compilation.
public struct DiagnosticSink: Sendable {
  /// Everything reported so far, in order.
  public private(set) var diagnostics: [Diagnostic] = []
  /// Number of those whose level is `error`.
  public private(set) var errorCount = 0

  public init() {}

  /// Whether an error was reported, in constant time.
  public var hasErrors: Bool { errorCount != 0 }

  /// Adds a diagnostic.
  public mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
    if diagnostic.level == .error { errorCount += 1 }
  }

  /// Adds all diagnostics of another sink, after those already here.
  public mutating func append(contentsOf other: DiagnosticSink) {
    diagnostics.append(contentsOf: other.diagnostics)
    errorCount += other.errorCount
  }
}
