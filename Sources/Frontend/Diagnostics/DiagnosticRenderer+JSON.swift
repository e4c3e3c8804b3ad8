// The `json` form: one object a line with a fixed order of keys, so that output is comparable.
// Lines count from 1; columns count code points from 1; bytes count from 0, ends are exclusive.

extension DiagnosticRenderer {
  func renderJSON(_ diagnostic: Diagnostic, _ sources: SourceMap) -> String {
    var object = JSONObject()
    object.add("level", diagnostic.level.rawValue)
    object.add("code", diagnostic.code.id)
    if let exception = diagnostic.code.pythonException { object.add("exception", exception) }
    object.add("message", diagnostic.message)
    add(diagnostic.location, sources, to: &object)
    if let why = diagnostic.why { object.add("why", why) }
    if let help = diagnostic.help { object.add("help", help) }
    let notes = diagnostic.notes.map { note in
      var object = JSONObject()
      object.add("message", note.message)
      add(note.location, sources, to: &object)
      return object.text
    }
    object.add(raw: "[\(notes.joined(separator: ","))]", for: "notes")
    return object.text + "\n"
  }

  private func add(
    _ location: DiagnosticLocation?, _ sources: SourceMap, to object: inout JSONObject
  ) {
    guard let location else { return }
    let file = location.file
    let start = sources.position(location.range.start, in: file)
    let end = sources.position(location.range.end, in: file)
    object.add("file", sources.path(file))
    object.add(raw: "\(start.line)", for: "line")
    object.add(raw: "\(column(start, file, sources))", for: "column")
    object.add(raw: "\(end.line)", for: "end_line")
    object.add(raw: "\(column(end, file, sources))", for: "end_column")
    object.add(raw: "\(start.offset)", for: "start_byte")
    object.add(raw: "\(end.offset)", for: "end_byte")
  }

  private func column(_ position: SourcePosition, _ file: FileID, _ sources: SourceMap) -> Int {
    sources.codePoints(position.lineBounds.lowerBound, position.offset, in: file) + 1
  }
}

/// A JSON object under construction; members keep their order.
public struct JSONObject {
  private var members: [String] = []

  public init() {}

  /// The object on one line.
  public var text: String { "{\(members.joined(separator: ","))}" }

  /// Adds a string.
  public mutating func add(_ key: String, _ value: String) {
    add(raw: JSONObject.quoted(value), for: key)
  }

  /// Adds a value that is JSON already.
  public mutating func add(raw value: String, for key: String) {
    members.append("\(JSONObject.quoted(key)):\(value)")
  }

  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\r": out += "\\r"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      case _: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
