// What is going on, for whoever waits at a terminal: one line that is overwritten, from half a second on, gone at the end.
import Glibc

struct Progress {
  var total = 0
  private var ended = 0
  private var current: [String] = []
  private var isShown = false
  private let begin = Progress.now()
  private let isWanted: Bool

  init(isWanted: Bool = isatty(2) == 1 && Files.environment("TERM") != "dumb") { self.isWanted = isWanted }

  mutating func started(_ title: String) {
    current.append(title)
    show()
  }

  mutating func finished(_ title: String) {
    ended += 1
    if let index = current.firstIndex(of: title) { current.remove(at: index) }
    show()
  }

  /// Writes the line anew if it is time for one.
  mutating func show() {
    guard isWanted, Progress.now() - begin > 500 else { return }
    isShown = true
    // Shorter than any terminal is wide, so that the line never wraps.
    let titles = String(current.joined(separator: ", ").unicodeScalars.prefix(50).map(Character.init))
    Output.error("\r\u{1B}[K[\(ended)/\(total)] \(titles)")
  }

  /// A step that is not counted.
  mutating func show(_ title: String) {
    guard isWanted, Progress.now() - begin > 500 else { return }
    isShown = true
    Output.error("\r\u{1B}[K\(title)")
  }

  mutating func clear() {
    if isShown { Output.error("\r\u{1B}[K") }
    isShown = false
  }

  /// Milliseconds of a clock that only goes forward.
  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
