// Where the compiler is, for whoever has to say so when it fails. Passes run on one thread.

public enum CompilationTrace {
  /// Told the name of each pass before it runs; `irgen` is one of them.
  nonisolated(unsafe) public static var enterPass: @Sendable (String) -> Void = { _ in }
  /// Told the name of each function before a pass works on it.
  nonisolated(unsafe) public static var enterFunction: @Sendable (String) -> Void = { _ in }
}
