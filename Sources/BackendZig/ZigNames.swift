// Names in generated Zig. Every name from Python is quoted (`@"…"`), so that keywords, primitive types and any character are
// harmless; values and parameters are numbered.
import PyIR

enum ZigNames {
  /// A Zig identifier for any text.
  static func quoted(_ text: String) -> String { "@\"\(escaped(Array(text.utf8)))\"" }

  /// Contents of a Zig string literal.
  static func escaped(_ bytes: some Sequence<UInt8>) -> String {
    var out = ""
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\\"): out += "\\\\"
      case UInt8(ascii: "\""): out += "\\\""
      case 10: out += "\\n"
      case 32..<127: out.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16)
        out += "\\x" + (digits.count == 1 ? "0" + digits : digits)
      }
    }
    return out
  }

  /// Linker symbol of a Python module's static record.
  static func moduleSymbol(_ name: String) -> String { "pymodule_\(name)" }
}

/// Collects lines with indentation.
struct ZigWriter {
  private(set) var text = ""
  private var depth = 0

  mutating func line(_ content: String) {
    for _ in 0..<depth { text += "    " }
    text += content
    text += "\n"
  }
  mutating func blank() { text += "\n" }
  mutating func open(_ content: String) {
    line(content)
    depth += 1
  }
  mutating func close(_ content: String = "}") {
    depth -= 1
    line(content)
  }
}
