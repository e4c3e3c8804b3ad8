// What CPython warns about when it compiles a text that is Python all the same.

/// A SyntaxWarning, with CPython 3.13's message; its place is the line in which `range` starts.
public struct SyntaxWarning: Sendable, Equatable {
  public var message: String
  public var range: SourceRange

  /// A warning about `range` of the file at hand.
  public init(_ message: String, _ range: SourceRange) {
    self.message = message
    self.range = range
  }
}
