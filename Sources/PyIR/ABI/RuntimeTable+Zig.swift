// Prints the Zig side of the runtime table and of the object layouts. The results are checked in; a
// test compares them with what is printed here (`PYAOT_BLESS=1 swift test --filter ABITests` writes
// them anew).

public enum ZigABI {
  private static let notice = """
    //! Generated from Sources/PyIR/ABI by `PYAOT_BLESS=1 swift test --filter ABITests`; do not edit.

    """

  /// The generated files by their paths in the project.
  public static var files: [(path: String, text: String)] {
    [
      ("runtime/src/abi.gen.zig", rows()),
      ("runtime/src/layout_check.gen.zig", layoutCheck()),
    ]
  }

  // MARK: rows

  /// A function pointer type for each row, and the list of rows for the comptime check.
  static func rows() -> String {
    var out = notice
    out +=
      "//! One row for each entry point that generated code calls; `T` is the type of `pyrt_<name>`.\n"
    out += typeImports("object.zig")
    for row in RuntimeTable.entries {
      out += "pub const T_\(row.name) = *const \(prototype(row));\n"
    }
    out += "\npub const rows = .{\n"
    for row in RuntimeTable.entries {
      out += "    .{ .name = \"\(row.name)\", .T = T_\(row.name), .conventions = \"\(conventions(row))\" },\n"
    }
    return out + "};\n"
  }

  /// What the conformance test compares counts with: a letter for each parameter, and who owns the result.
  private static func conventions(_ row: RuntimeEntry) -> String {
    let parameters = row.parameters.map { parameter in
      switch parameter {
      case .borrow, .borrowMaybe: "b"
      case .consume, .consumeMaybe: "c"
      case .consumeUnique: "u"
      case .borrowVariadic, .borrowVariadicMaybe: "B"
      case .consumeVariadic: "C"
      case .i64, .f64, .bool: "v"
      case .codePointer, .cachePointer, .slotPointer, .modulePointer, .locationPointer: "p"
      }
    }
    let result =
      switch row.result {
      case .owned, .ownedFresh, .ownedInt, .ownedMaybe: "owned"
      case .borrow, .immortal: "lent"
      case .none, .i64, .f64, .bool: "value"
      }
    return parameters.joined() + " " + result
  }

  /// The declaration of an entry point for a generated file that names the layouts through `rt`.
  public static func externDeclaration(_ row: RuntimeEntry) -> String {
    "extern fn \(row.symbol)\(prototype(row, "rt.").dropFirst("fn ".utf8.count));"
  }

  private static func typeImports(_ path: String) -> String {
    var out = "const object = @import(\"\(path)\");\n"
    for name in ["Word", "Code", "AttrCache", "Module", "Location", "PairI64", "PairF64"] {
      out += "const \(name) = object.\(name);\n"
    }
    return out + "\n"
  }

  /// `fn (Word, i64) callconv(.c) Word`, the layouts' names behind `prefix`.
  public static func prototype(_ row: RuntimeEntry, _ prefix: String = "") -> String {
    let parameters = row.parameters.flatMap { types($0, prefix) }
    return "fn (\(parameters.joined(separator: ", "))) callconv(.c) \(resultType(row, prefix))"
  }

  private static func types(_ parameter: RuntimeParameter, _ prefix: String) -> [String] {
    switch parameter {
    case .borrow, .consume, .consumeUnique, .borrowMaybe, .consumeMaybe: ["\(prefix)Word"]
    case .i64: ["i64"]
    case .f64: ["f64"]
    case .bool: ["bool"]
    case .codePointer: ["*const \(prefix)Code"]
    case .cachePointer: ["*\(prefix)AttrCache"]
    case .slotPointer: ["*\(prefix)Word"]
    case .modulePointer: ["*\(prefix)Module"]
    case .locationPointer: ["*const \(prefix)Location"]
    case .borrowVariadic, .consumeVariadic, .borrowVariadicMaybe: ["[*]const \(prefix)Word", "usize"]
    }
  }

  private static func resultType(_ row: RuntimeEntry, _ prefix: String) -> String {
    switch row.raises {
    case .status, .tri: return "i32"
    case .pair: return prefix + (row.result == .f64 ? "PairF64" : "PairI64")
    case .always: return "void"
    case .never, .null: break
    }
    switch row.result {
    case .none: return "void"
    case .i64: return "i64"
    case .f64: return "f64"
    case .bool: return "bool"
    case .owned, .ownedFresh, .ownedInt, .borrow, .immortal, .ownedMaybe: return "\(prefix)Word"
    }
  }

  // MARK: layouts

  /// Assertions that `object.zig` has the layout of `ObjectLayout`. Numbers come in pairs: 64-bit
  /// and 32-bit pointers.
  static func layoutCheck() -> String {
    var out = notice
    out += """
      //! Import it once in a comptime block; every difference is a compile error that names the field.
      const object = @import("object.zig");

      fn pick(comptime wide: usize, comptime narrow: usize) usize {
          return if (@sizeOf(usize) == 8) wide else narrow;
      }

      fn size(comptime T: type, comptime wide: usize, comptime narrow: usize) void {
          if (@sizeOf(T) != pick(wide, narrow)) @compileError("size of " ++ @typeName(T) ++ " differs from ObjectLayout.swift");
      }

      fn offset(comptime T: type, comptime field: []const u8, comptime wide: usize, comptime narrow: usize) void {
          if (@offsetOf(T, field) != pick(wide, narrow)) @compileError(@typeName(T) ++ "." ++ field ++ " differs from ObjectLayout.swift");
      }

      fn equal(comptime name: []const u8, comptime actual: comptime_int, comptime expected: comptime_int) void {
          if (actual != expected) @compileError(name ++ " differs from ObjectLayout.swift");
      }

      comptime {
          @setEvalBranchQuota(20_000);

      """
    for record in ObjectLayout.records { out += check(record) }
    for shape in ShapeID.allCases {
      out +=
        "    equal(\"ShapeId.\(shape)\", @intFromEnum(object.ShapeId.\(shape)), \(shape.rawValue));\n"
    }
    out +=
      "    equal(\"ShapeId.first_exception\", object.ShapeId.first_exception, \(ShapeID.firstException));\n"
    out +=
      "    equal(\"ShapeId.first_dynamic\", object.ShapeId.first_dynamic, \(ShapeID.firstDynamic));\n"
    for (name, value) in ObjectLayout.rcConstants {
      out += "    equal(\"\(name)\", object.\(name), \(value));\n"
    }
    out += "    equal(\"no_column\", object.Location.no_column, \(ObjectLayout.noColumn));\n"
    for (bit, name) in ObjectLayout.codeFlags.enumerated() {
      out +=
        "    equal(\"CodeFlags.\(name)\", @bitOffsetOf(object.CodeFlags, \"\(name)\"), \(bit));\n"
    }
    return out + "}\n"
  }

  private static func check(_ record: RecordLayout) -> String {
    let type = "object.\(record.name)"
    let sizes = "\(record.size(pointerSize: 8)), \(record.size(pointerSize: 4))"
    var out = "    size(\(type), \(sizes));\n"
    let wide = record.offsets(pointerSize: 8)
    let narrow = record.offsets(pointerSize: 4)
    for (index, field) in record.fields.enumerated() {
      out += "    offset(\(type), \"\(field.name)\", \(wide[index]), \(narrow[index]));\n"
    }
    return out
  }
}
