// The list of tokens as text, for `--emit=tokens`: one a line with its range, kind and text.

public enum TokenDumper {
  /// `LINE,COLUMN-LINE,COLUMN: kind 'text'`, columns in UTF-8 bytes from 0, as `python3 -m tokenize` counts lines.
  public static func dump(_ source: SourceFile) -> String {
    let tokens = source.storage.withUnsafeBufferPointer { bytes -> [Token] in
      guard let base = bytes.baseAddress else { return [] }
      var lexer = Lexer(source, base)
      lexer.run()
      return lexer.tokens
    }
    var out = ""
    for token in tokens {
      let start = source.position(of: token.start)
      let end = source.position(of: token.end)
      out += "\(start.line),\(start.column)-\(end.line),\(end.column): \(token.kind)"
      if !token.kind.isLayout && token.kind != .error {
        out += " " + quoted(source.bytes[Int(token.start)..<Int(token.end)])
      }
      out += "\n"
    }
    return out
  }

  private static func quoted(_ bytes: ArraySlice<UInt8>) -> String {
    "'" + String(decoding: bytes, as: UTF8.self).replacing("\\", with: "\\\\").replacing("\n", with: "\\n") + "'"
  }
}
