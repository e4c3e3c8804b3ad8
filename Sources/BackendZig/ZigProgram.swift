// The program object: the record `pyrt_program` with the modules, and the rows of builtin classes and functions whose names
// the program can reach. A method that nobody names is not referenced, so the linker drops it.
import PyIR

/// What the runtime offers by name; read from the table that the runtime's build prints (`builtins.table`).
public struct BuiltinTable: Sendable {
  public struct Row: Sendable {
    public var name: String
    /// Symbol of the function.
    public var symbol: String
    public var setter: String?
    public var minimum: Int
    public var maximum: Int
    /// Zig initialiser of `MethodFlags`.
    public var kind: String
    public var keywords: Bool
  }
  public struct Class: Sendable {
    /// Symbol of the `Type` object.
    public var symbol: String
    public var rows: [Row]
  }
  public enum Builtin: Sendable {
    case object(name: String, symbol: String)
    case function(Row)
    public var name: String {
      switch self {
      case .object(let name, _): name
      case .function(let row): row.name
      }
    }
  }
  public struct ParseError: Error, CustomStringConvertible {
    public var line: String
    public var description: String { "malformed line in builtins.table: \(line)" }
  }

  public var classes: [Class] = []
  public var builtins: [Builtin] = []
  /// A module that the runtime has itself.
  public struct NativeModule: Sendable {
    public var name: String
    /// Symbol of its record.
    public var symbol: String
    /// A file of the program with this name wins, as over an extension module of CPython.
    public var isShadowable: Bool
    /// Rows of builtin classes that the module calls by name.
    public var uses: [String]
  }
  public var modules: [NativeModule] = []
  /// Absent where the runtime is always linked whole (the checking build).
  public var pruning: PruningRules?

  /// Lines: `class SYMBOL`, `method NAME SYMBOL SETTER|- MIN MAX KIND KEYWORDS`, `object NAME SYMBOL`,
  /// `function NAME SYMBOL MIN MAX KEYWORDS`, `module NAME SYMBOL builtin|extension USED,NAMES|-`.
  public init(parsing text: String) throws(ParseError) {
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ").map(String.init)
      switch (parts[0], parts.count) {
      case ("class", 2): classes.append(Class(symbol: parts[1], rows: []))
      case ("method", 8):
        guard !classes.isEmpty, let low = Int(parts[4]), let high = Int(parts[5]) else {
          throw ParseError(line: String(line))
        }
        classes[classes.count - 1].rows.append(
          Row(
            name: parts[1], symbol: parts[2], setter: parts[3] == "-" ? nil : parts[3], minimum: low, maximum: high,
            kind: parts[6], keywords: parts[7] == "1"))
      case ("object", 3): builtins.append(.object(name: parts[1], symbol: parts[2]))
      case ("function", 6):
        guard let low = Int(parts[3]), let high = Int(parts[4]) else { throw ParseError(line: String(line)) }
        builtins.append(
          .function(
            Row(
              name: parts[1], symbol: parts[2], setter: nil, minimum: low, maximum: high, kind: "function",
              keywords: parts[5] == "1")))
      case ("module", 5):
        modules.append(
          NativeModule(
            name: parts[1], symbol: parts[2], isShadowable: parts[3] == "extension",
            uses: parts[4] == "-" ? [] : parts[4].split(separator: ",").map(String.init)))
      default:
        var rules = pruning ?? PruningRules()
        guard rules.parse(parts) else { throw ParseError(line: String(line)) }
        pruning = rules
      }
    }
  }
}

public enum ZigProgram {
  /// Which names the program can reach.
  public struct Names: Sendable {
    public var used: Set<String>
    /// A computed `getattr`, `dir` and the like: every name is reachable.
    public var all: Bool
    public init(used: Set<String>, all: Bool) {
      self.used = used
      self.all = all
    }
    /// The program can look the name up.
    public func mentions(_ name: String) -> Bool { all || used.contains(name) }
    /// Special methods that the runtime itself looks up (`__format__`, `__enter__`, `__round__` …); nil: any of them.
    public var lookedUp: Set<String>?
    public func keepsMethod(_ name: String) -> Bool {
      mentions(name) || (lookedUp?.contains(name) ?? name.hasPrefix("__"))
    }
  }

  /// Zig source of the program object. `modules` are the dotted names of the compiled modules, `native` the modules of the
  /// runtime that the program imports: no other is linked. Of the builtin classes it holds rows for those in `classes`
  /// (symbols), or for all.
  public static func emit(
    main: String, modules: [String], native: [BuiltinTable.NativeModule], leftOut: [String],
    table: BuiltinTable, names: Names, classes: Set<String>?
  ) -> String {
    var out = ZigWriter()
    var strings = Strings()
    var body = ZigWriter()
    var externs: [String: String] = [:]
    out.line("//! The program's tables, generated by pyaot.")
    out.line("const rt = @import(\"pyrt\");")
    out.blank()
    classRows(table, names, classes, &body, &strings, &externs)
    builtinRows(table, names, &body, &strings, &externs)
    let symbols = modules.map { ZigNames.moduleSymbol($0) } + native.map(\.symbol)
    for symbol in symbols { externs[symbol] = "extern var \(ZigNames.quoted(symbol)): rt.Module;" }
    body.line("const modules = [_]*rt.Module{")
    for symbol in symbols { body.line("    &\(ZigNames.quoted(symbol)),") }
    body.line("};")
    body.line("const left_out = [_]*const rt.Str{")
    for name in leftOut { body.line("    \(strings.reference(name)),") }
    body.line("};")
    body.blank()
    body.line(
      "pub export const pyrt_program: rt.Program = .{ .main = &\(ZigNames.quoted(ZigNames.moduleSymbol(main))), "
        + ".modules = &modules, .module_count = modules.len, .builtins = &builtins, .builtin_count = builtins.len, "
        + ".classes = &classes, .class_count = classes.len, .left_out = &left_out, .left_out_count = left_out.len };")
    for symbol in externs.keys.sorted() { out.line(externs[symbol] ?? "") }
    return out.text + strings.text + body.text
  }

  /// Static strings of method names.
  private struct Strings {
    var text = ""
    var known: [String: String] = [:]
    mutating func reference(_ name: String) -> String {
      if let symbol = known[name] { return "@ptrCast(&\(symbol))" }
      let symbol = "n\(known.count)"
      known[name] = symbol
      let bytes = Array(name.utf8)
      text +=
        "var \(symbol): extern struct { h: rt.Header, hash: u64, bytes: u64, codepoints: u64, data: [\(bytes.count + 1)]u8 } "
        + "align(8) = .{ .h = rt.immortal(.str), .hash = 0, .bytes = \(bytes.count), .codepoints = \(bytes.count), "
        + ".data = (\"\(ZigNames.escaped(bytes))\" ++ \"\\x00\").* };\n"
      return "@ptrCast(&\(symbol))"
    }
  }

  private static func row(
    _ row: BuiltinTable.Row, _ strings: inout Strings, _ externs: inout [String: String]
  ) -> String {
    let symbol = ZigNames.quoted(row.symbol)
    externs[row.symbol] =
      "extern fn \(symbol)(rt.Word, [*]const rt.Word, usize, rt.Word) callconv(.c) rt.Word;"
    var setter = "null"
    if let name = row.setter {
      setter = "&\(ZigNames.quoted(name))"
      externs[name] = "extern fn \(ZigNames.quoted(name))(rt.Word, rt.Word) callconv(.c) i32;"
    }
    return
      ".{ .name = \(strings.reference(row.name)), .function = &\(symbol), .setter = \(setter), "
      + ".min_args = \(row.minimum), .max_args = \(row.maximum), "
      + ".flags = .{ .kind = .\(row.kind), .keywords = \(row.keywords) } }"
  }

  private static func classRows(
    _ table: BuiltinTable, _ names: Names, _ kept: Set<String>?, _ out: inout ZigWriter, _ strings: inout Strings,
    _ externs: inout [String: String]
  ) {
    var entries: [String] = []
    for (index, type) in table.classes.enumerated() where kept?.contains(type.symbol) ?? true {
      let rows = type.rows.filter { names.keepsMethod($0.name) }
      if rows.isEmpty { continue }
      out.line("const rows_\(index) = [_]rt.MethodRow{")
      for entry in rows { out.line("    \(row(entry, &strings, &externs)),") }
      out.line("};")
      externs[type.symbol] = "extern var \(ZigNames.quoted(type.symbol)): rt.Header;"
      entries.append(
        ".{ .type = &\(ZigNames.quoted(type.symbol)), .rows = &rows_\(index), .count = rows_\(index).len }")
    }
    out.line("const classes = [_]rt.ClassRows{")
    for entry in entries { out.line("    \(entry),") }
    out.line("};")
  }

  private static func builtinRows(
    _ table: BuiltinTable, _ names: Names, _ out: inout ZigWriter, _ strings: inout Strings,
    _ externs: inout [String: String]
  ) {
    let kept = table.builtins.filter { names.mentions($0.name) }
      .sorted { Array($0.name.utf8).lexicographicallyPrecedes(Array($1.name.utf8)) }
    for builtin in kept {
      guard case .function(let entry) = builtin else { continue }
      out.line("const function_\(entry.name): rt.MethodRow = \(row(entry, &strings, &externs));")
    }
    out.line("const builtins = [_]rt.BuiltinRow{")
    for builtin in kept {
      switch builtin {
      case .object(let name, let symbol):
        externs[symbol] = "extern var \(ZigNames.quoted(symbol)): rt.Header;"
        out.line(
          "    .{ .name = \(strings.reference(name)), .value = &\(ZigNames.quoted(symbol)), .function = null },")
      case .function(let entry):
        out.line(
          "    .{ .name = \(strings.reference(entry.name)), .value = null, .function = &function_\(entry.name) },")
      }
    }
    out.line("};")
  }
}
