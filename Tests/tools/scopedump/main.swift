// scopedump FILE…: for each file one line of JSON, its scopes or its error: the other half of
// check_scopes.py. Not a target of the package; build it as an executable that depends on Frontend.

import Frontend
import Glibc

nonisolated func read(_ path: String) -> [UInt8] {
  let file = open(path, O_RDONLY)
  guard file >= 0 else { fatalError("cannot open \(path)") }
  defer { close(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = Glibc.read(file, &buffer, buffer.count)
    guard count >= 0 else { fatalError("cannot read \(path)") }
    if count == 0 { return bytes }
    bytes += buffer[..<count]
  }
}

nonisolated func describe(_ error: SyntaxError, _ source: SourceFile) -> String {
  let places = [error.range.start, error.range.end].map { offset in
    "\(source.position(of: offset).line),\(source.characterColumn(of: offset) + 1)"
  }
  let message = error.message.replacing("\"", with: "'")
  return "{\"error\":\"\(error.kind.rawValue)\",\"message\":\"\(message)\","
    + "\"pos\":[\(places.joined(separator: ","))]}"
}

nonisolated func run() {
  for path in CommandLine.arguments.dropFirst() {
    do throws(SyntaxError) {
      let source = try SourceFile(path: path, contents: read(path))
      do throws(SyntaxError) {
        print(try ScopeResolver.resolve(Parser.parse(source)).dumpJSON(source))
      } catch {
        print(describe(error, source))
      }
    } catch {
      print("{\"error\":\"\(error.kind)\",\"message\":\"\"}")
    }
  }
}

// Deeply nested text needs more stack than the main thread has.
nonisolated func threadMain(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  run()
  return nil
}

var attributes = pthread_attr_t()
pthread_attr_init(&attributes)
pthread_attr_setstacksize(&attributes, 1 << 29)
var thread = pthread_t()
guard pthread_create(&thread, &attributes, threadMain, nil) == 0 else {
  fatalError("cannot start a thread")
}
pthread_join(thread, nil)
