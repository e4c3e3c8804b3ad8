// A half-open range of byte offsets in one source file: the only form in which positions travel
// through the frontend. Lines and columns are computed from it on demand by `SourceFile`.

/// Half-open byte range `start ..< end` in the bytes of one `SourceFile`.
public struct SourceRange: Hashable, Sendable {
  /// Offset of the first byte.
  public var start: UInt32
  /// Offset one past the last byte.
  public var end: UInt32

  /// A range from byte `start` up to, not including, byte `end`.
  public init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = end
  }

  /// The smallest range that covers both.
  public func union(_ other: SourceRange) -> SourceRange {
    SourceRange(start: min(start, other.start), end: max(end, other.end))
  }
}
