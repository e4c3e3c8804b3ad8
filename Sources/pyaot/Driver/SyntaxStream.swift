// What the frontend says about many sources, in one process: the compiler's half of
// Tests/tools/check_ast.py and fuzz_syntax.py. A request is a length (4 bytes, little-endian) and as
// many bytes of source; so is an answer, whose text is `ok`, the warnings and `ast.dump` with attributes,
// or the error with its kind, four positions and message.
import Frontend
import Glibc

enum SyntaxStream {
  /// Answers requests on standard input until it ends.
  static func serve() throws {
    while let length = try take(4) {
      let count = length.reversed().reduce(0) { $0 << 8 | Int($1) }
      guard let source = try take(count) else { return }
      let reply = answer(source)
      let size = withUnsafeBytes(of: UInt32(reply.count).littleEndian) { Array($0) }
      Output.write(size + reply, to: 1)
    }
  }

  /// Parses the files that standard input names, one a line, and returns the seconds it took.
  static func parseFiles() throws -> Double {
    let names = String(decoding: try Files.readStandardInput(), as: UTF8.self).split(separator: "\n").map(String.init)
    let sources = try names.map { ($0, try Files.read($0)) }
    let start = now()
    for (path, bytes) in sources {
      do throws(SyntaxError) {
        _ = try Parser.parse(SourceFile(path: path, contents: bytes))
      } catch {
        // A refused file takes its time too.
        continue
      }
    }
    return now() - start
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// `count` bytes of standard input; nil at its end.
  private static func take(_ count: Int) throws -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = bytes.withUnsafeMutableBytes { Glibc.read(0, $0.baseAddress! + filled, count - filled) }
      if got < 0 && errno == EINTR { continue }
      guard got >= 0 else { throw SystemError("cannot read standard input") }
      if got == 0 { return nil }
      filled += got
    }
    return bytes
  }

  private static func answer(_ contents: [UInt8]) -> [UInt8] {
    let source: SourceFile
    do throws(SyntaxError) {
      source = try SourceFile(path: "<string>", contents: contents)
    } catch {
      // CPython's position for what is wrong with the file as a whole.
      return Array("error\n\(error.kind.rawValue)\n0 \(error.hasPlace ? 0 : -1) 0 0\n\(error.message)".utf8)
    }
    do throws(SyntaxError) {
      let ast = try Parser.parse(source)
      let table = try ScopeResolver.resolve(ast)
      let warnings = (ast.warnings + table.warnings).map {
        "\(source.position(of: $0.range.start).line) \($0.message)\n"
      }
      let head = "ok\n\(warnings.count)\n" + warnings.joined()
      return Array(head.utf8) + ASTDumper.dump(ast, source, includeAttributes: true)
    } catch {
      let place = error.location(in: source)
      return Array(
        "error\n\(error.kind.rawValue)\n\(place.line) \(place.offset) \(place.endLine) \(place.endOffset)\n\(error.message)"
          .utf8)
    }
  }
}
