// What the user wants to see of the pipeline: IR between the passes, their cost.
import Glibc
import PyIR

struct PassObservation {
  /// `PASS` or `PASS:FUNCTION`.
  var printAfter: [String] = []
  var printAfterAll = false
  /// After each pass that changed something.
  var printChanged = false
  var times = false

  var isWanted: Bool { !printAfter.isEmpty || printAfterAll || printChanged || times }
}

/// Follows one compilation; shared by its modules.
final class PassObserver {
  let wanted: PassObservation
  private var order: [String] = []
  private var nanoseconds: [String: Int] = [:]
  private var last = ""

  init(_ wanted: PassObservation) { self.wanted = wanted }

  /// Runs a step and adds its time.
  func timed<Result>(_ name: String, _ body: () throws -> Result) rethrows -> Result {
    guard wanted.times else { return try body() }
    let begin = PassObserver.now()
    defer {
      if nanoseconds[name] == nil { order.append(name) }
      nanoseconds[name, default: 0] += PassObserver.now() - begin
    }
    return try body()
  }

  /// The module as it is before the first pass.
  func begin(_ module: Module) {
    if wanted.printChanged { last = IRPrinter.text(module) }
  }

  /// Prints what is asked for after a pass, on stderr.
  func after(_ pass: String, _ module: Module) {
    if wanted.printAfterAll { return Output.error("; after \(pass)\n\(IRPrinter.text(module))") }
    if wanted.printChanged {
      let text = IRPrinter.text(module)
      if text != last { Output.error("; after \(pass)\n\(text)") }
      last = text
    }
    for wanted in wanted.printAfter {
      let parts = wanted.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.first == pass else { continue }
      if parts.count == 1 {
        Output.error("; after \(pass)\n\(IRPrinter.text(module))")
        continue
      }
      for id in module.functionIDList where module[id].name == parts[1] || module[id].name.hasSuffix("." + parts[1]) {
        Output.error("; after \(pass)\n\(IRPrinter.text(id, in: module))")
      }
    }
  }

  /// The table of times, on stderr.
  func finish() {
    guard wanted.times else { return }
    let total = max(1, nanoseconds.values.reduce(0, +))
    for name in order {
      let time = nanoseconds[name] ?? 0
      Output.error("\(Self.milliseconds(time)) ms \(Self.padded(time * 100 / total, 4)) %  \(name)\n")
    }
    Output.error("\(Self.milliseconds(total)) ms         together\n")
  }

  private static func milliseconds(_ time: Int) -> String {
    let hundredths = time / 10_000
    let fraction = hundredths % 100
    return padded(hundredths / 100, 7) + "." + (fraction < 10 ? "0" : "") + String(fraction)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: " ", count: max(0, width - digits.utf8.count)) + digits
  }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
