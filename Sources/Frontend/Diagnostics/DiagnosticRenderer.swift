// Turns diagnostics into text. Three forms, chosen by `--error-format`: `human` (a header, the
// place, an excerpt with carets), `short` (one line each, for editors) and `json` (one object a
// line, for tools). Python's own errors look in `human` exactly as CPython 3.13 prints them.

/// The value of `--error-format`.
public enum DiagnosticFormat: String, CaseIterable, Sendable {
  case human, short, json
}

/// Renders diagnostics against the files they point into.
public struct DiagnosticRenderer: Sendable {
  public var format: DiagnosticFormat
  /// Whether `human` text carries ANSI colours; the caller knows about terminals and `NO_COLOR`.
  public var color: Bool

  public init(format: DiagnosticFormat, color: Bool = false) {
    self.format = format
    self.color = color
  }

  /// The text of all diagnostics, in order; each ends with a newline.
  public func render(_ sink: DiagnosticSink, in sources: SourceMap) -> String {
    var out = ""
    var wasPlain = false
    for diagnostic in sink.diagnostics {
      // Python's own come one below the other, as Python prints them.
      let isPlain = diagnostic.code.pythonException != nil
      if format == .human && !out.isEmpty && !(isPlain && wasPlain) { out += "\n" }
      out += render(diagnostic, in: sources)
      wasPlain = isPlain
    }
    return out
  }

  /// The text of one diagnostic, ending with a newline.
  public func render(_ diagnostic: Diagnostic, in sources: SourceMap) -> String {
    switch format {
    case .human:
      guard let exception = diagnostic.code.pythonException else {
        return renderHuman(diagnostic, sources)
      }
      switch diagnostic.level {
      case .error: return renderPython(diagnostic, exception, sources)
      case .warning: return renderPythonWarning(diagnostic, exception, sources)
      case .note: return renderHuman(diagnostic, sources)
      }
    case .short: return renderShort(diagnostic, sources)
    case .json: return renderJSON(diagnostic, sources)
    }
  }

  // MARK: Short

  private func renderShort(_ diagnostic: Diagnostic, _ sources: SourceMap) -> String {
    let header = "\(diagnostic.level.rawValue)[\(diagnostic.code.id)]: \(diagnostic.message)\n"
    guard let location = diagnostic.location else { return header }
    return "\(place(location, sources)): \(header)"
  }

  /// `path:line:column`, the column in code points from 1.
  private func place(_ location: DiagnosticLocation, _ sources: SourceMap) -> String {
    let position = sources.position(location.range.start, in: location.file)
    let column = sources.codePoints(
      position.lineBounds.lowerBound, position.offset, in: location.file)
    return "\(sources.path(location.file)):\(position.line):\(column + 1)"
  }

  // MARK: Human

  private func renderHuman(_ diagnostic: Diagnostic, _ sources: SourceMap) -> String {
    var out = painted(
      "\(diagnostic.level.rawValue)[\(diagnostic.code.id)]", colorOf(diagnostic.level))
    out += painted(": \(diagnostic.message)", .bold) + "\n"
    var gutter = 2
    if let location = diagnostic.location {
      gutter = renderExcerpt(location, diagnostic.level, sources, into: &out)
    }
    let bullet = String(repeating: " ", count: gutter + 1) + painted("=", .blue) + " "
    if let why = diagnostic.why { out += bullet + painted("why", .bold) + ": \(why)\n" }
    for note in diagnostic.notes where note.location == nil {
      out += bullet + painted("note", .bold) + ": \(note.message)\n"
    }
    let explain = "pyaot explain \(diagnostic.code.id)"
    if let help = diagnostic.help {
      let used = gutter + 9 + cells(help)
      let padding = max(2, 49 + gutter - used)
      out += bullet + painted("help", .bold) + ": \(help)"
      out += String(repeating: " ", count: padding) + "(\(explain))\n"
    } else {
      out += bullet + painted("help", .bold) + ": \(explain)\n"
    }
    for note in diagnostic.notes {
      guard let location = note.location else { continue }
      out += painted("note", colorOf(.note)) + painted(": \(note.message)", .bold) + "\n"
      _ = renderExcerpt(location, .note, sources, into: &out)
    }
    return out
  }

  /// Appends the `-->` line and the excerpt; returns the width of the line number.
  private func renderExcerpt(
    _ location: DiagnosticLocation, _ level: DiagnosticLevel, _ sources: SourceMap,
    into out: inout String
  ) -> Int {
    let position = sources.position(location.range.start, in: location.file)
    let number = String(position.line)
    let margin = String(repeating: " ", count: number.utf8.count)
    let line = ExcerptLine(
      sources.bytes(location.file), position.lineBounds,
      marked: position.offset..<max(position.offset, Int(location.range.end)))
    out += margin + painted("-->", .blue) + " \(place(location, sources))\n"
    out += margin + painted(" |", .blue) + "\n"
    out += painted(number + " |", .blue)
    out += line.text.isEmpty ? "\n" : " \(line.text)\n"
    out += margin + painted(" |", .blue) + " " + String(repeating: " ", count: line.markStart)
    out += painted(String(repeating: "^", count: line.markWidth), colorOf(level)) + "\n"
    return number.utf8.count
  }

  private func cells(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + displayWidth(of: $1) }
  }

  // MARK: Python's own errors

  /// The layout of `traceback.TracebackException._format_syntax_error`: columns count code points
  /// of the line without its indentation, and white space before the caret is kept as it is.
  private func renderPython(
    _ diagnostic: Diagnostic, _ exception: String, _ sources: SourceMap
  ) -> String {
    guard let location = diagnostic.location else {
      return "\(exception): \(diagnostic.message)\n"
    }
    let position = sources.position(location.range.start, in: location.file)
    let bytes = sources.bytes(location.file)
    let stripped = bytes[position.lineBounds].drop {
      $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\u{0C}")
    }
    let text = Array(String(decoding: stripped, as: UTF8.self).unicodeScalars)
    var out = "  File \"\(sources.path(location.file))\", line \(position.line)\n"
    let start = sources.codePoints(stripped.startIndex, position.offset, in: location.file)
    let markEnd = min(Int(location.range.end), position.lineBounds.upperBound)
    let end = sources.codePoints(stripped.startIndex, markEnd, in: location.file)
    out += "    " + paintedLine(text, start, end) + "\n"
    if position.offset >= stripped.startIndex {
      let space = text.prefix(start).map { $0.properties.isWhitespace ? $0 : " " }
      out += "    " + string(space)
      out += painted(String(repeating: "^", count: max(1, end - start)), .red) + "\n"
    }
    return out + painted(exception, .magenta) + ": \(diagnostic.message)\n"
  }

  /// The layout of `warnings.formatwarning`.
  private func renderPythonWarning(
    _ diagnostic: Diagnostic, _ category: String, _ sources: SourceMap
  ) -> String {
    guard let location = diagnostic.location else {
      return "\(category): \(diagnostic.message)\n"
    }
    let position = sources.position(location.range.start, in: location.file)
    let line = String(
      decoding: sources.bytes(location.file)[position.lineBounds], as: UTF8.self)
    let stripped = line.unicodeScalars.drop { $0.properties.isWhitespace }
    var out = "\(sources.path(location.file)):\(position.line): \(category): "
    out += diagnostic.message + "\n"
    return stripped.isEmpty ? out : out + "  \(string(stripped))\n"
  }

  private func paintedLine(_ text: [Unicode.Scalar], _ start: Int, _ end: Int) -> String {
    guard color, start < end, end <= text.count else { return string(text) }
    return string(text[..<start]) + painted(string(text[start..<end]), .red)
      + string(text[end...])
  }

  private func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  // MARK: Colour

  private enum Paint: String {
    case red = "1;31"
    case yellow = "1;33"
    case blue = "1;34"
    case magenta = "1;35"
    case cyan = "1;36"
    case bold = "1"
  }

  private func colorOf(_ level: DiagnosticLevel) -> Paint {
    switch level {
    case .error: .red
    case .warning: .yellow
    case .note: .cyan
    }
  }

  private func painted(_ text: String, _ paint: Paint) -> String {
    color ? "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m" : text
  }
}
