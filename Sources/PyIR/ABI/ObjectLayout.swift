// Layout of the runtime's static and heap records, as far as the compiler reads or emits them: the
// mirror of `runtime/src/object.zig`. Invariant: `runtime/src/layout_check.gen.zig`, generated from
// here, makes every difference from `object.zig` a compile error of the runtime, for targets with
// 64-bit and with 32-bit pointers.

/// Shape ids of the instances of builtin classes (`object.zig: ShapeId`), in its order. Classes
/// that the runtime adds behind these are listed here when the compiler first tests for them.
// swift-format-ignore: AlwaysUseLowerCamelCase
public enum ShapeID: UInt32, CaseIterable, Sendable {
  case invalid = 0
  case none, bool_, int, float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset,
    range, slice
  case ellipsis, not_implemented, type_, function, builtin_function, method, module, cell, code,
    property
  case classmethod, staticmethod, super_, generator, coroutine, async_generator, traceback, frame,
    iterator
  case list_iter, tuple_iter, dict_keys, dict_values, dict_items, dict_iter, set_iter, range_iter,
    str_iter, bytes_iter
  case enumerate, zip, map, filter, reversed, call_iter, seq_iter, wrapper_descriptor,
    method_descriptor
  case member_descriptor, getset_descriptor, mapping_proxy, generic_alias, union_type, object_,
    memoryview
  case simple_namespace, weakref, typevar, type_alias, anext_awaitable, coroutine_wrapper,
    async_gen_step, file
  case bytearray_iter, sized_buffer, long_range, long_range_iter

  /// Shape of the first builtin exception class.
  public static let firstException: UInt32 = 128
  /// Shape of the first class that is made at run time.
  public static let firstDynamic: UInt32 = 256
}

/// How wide a field is; fields are aligned to their size.
public enum FieldKind: Sendable {
  case u16, u32, u64, f64
  /// A tagged word, 64 bits on every target.
  case word
  /// An address of the target's size.
  case pointer
  /// `Header`: two `u32`.
  case header

  func size(pointerSize: Int) -> Int {
    switch self {
    case .u16: 2
    case .u32: 4
    case .u64, .f64, .word, .header: 8
    case .pointer: pointerSize
    }
  }

  func alignment(pointerSize: Int) -> Int {
    switch self {
    case .header: 4
    case .u16, .u32, .u64, .f64, .word, .pointer: size(pointerSize: pointerSize)
    }
  }
}

/// A C struct: fields in order, each at the next multiple of its alignment.
public struct RecordLayout: Sendable {
  /// Name in `object.zig`.
  public let name: String
  public let fields: [(name: String, kind: FieldKind)]

  init(_ name: String, _ fields: [(name: String, kind: FieldKind)]) {
    self.name = name
    self.fields = fields
  }

  /// Byte offset of a field; nil if the record has no such field.
  public func offset(_ field: String, pointerSize: Int = 8) -> Int? {
    guard let index = fields.firstIndex(where: { $0.name == field }) else { return nil }
    return offsets(pointerSize: pointerSize)[index]
  }

  /// Byte offsets of all fields.
  public func offsets(pointerSize: Int = 8) -> [Int] {
    var next = 0
    return fields.map { field in
      let start = RecordLayout.align(next, field.kind.alignment(pointerSize: pointerSize))
      next = start + field.kind.size(pointerSize: pointerSize)
      return start
    }
  }

  /// Size in bytes, a multiple of the largest alignment; what follows the record (items, text)
  /// starts here.
  public func size(pointerSize: Int = 8) -> Int {
    guard let last = fields.last, let start = offsets(pointerSize: pointerSize).last else {
      return 0
    }
    let alignment = fields.map { $0.kind.alignment(pointerSize: pointerSize) }.max() ?? 1
    return RecordLayout.align(start + last.kind.size(pointerSize: pointerSize), alignment)
  }

  private static func align(_ offset: Int, _ alignment: Int) -> Int {
    (offset + alignment - 1) / alignment * alignment
  }
}

public enum ObjectLayout {
  /// One reference in `Header.rc`.
  public static let rcOne: UInt32 = 32
  public static let rcQuiet: UInt32 = 1
  public static let rcColorMask: UInt32 = 6
  public static let rcFinalized: UInt32 = 8
  public static let rcWeakref: UInt32 = 16
  public static let rcUncounted: UInt32 = 0x8000_0000
  /// What static constants have in `rc`.
  public static let rcImmortal: UInt32 = rcUncounted | rcQuiet
  /// `Location.no_column`
  public static let noColumn: UInt32 = 0xffff_ffff

  /// The word of a small int, −2^62 ≤ value < 2^62.
  public static func smallWord(_ value: Int64) -> UInt64 { UInt64(bitPattern: value << 1 | 1) }

  /// The word of a builtin rc constant by its name in `object.zig`.
  static let rcConstants: [(name: String, value: UInt32)] = [
    ("rc_one", rcOne), ("rc_quiet", rcQuiet), ("rc_color_mask", rcColorMask),
    ("rc_finalized", rcFinalized),
    ("rc_weakref", rcWeakref), ("rc_uncounted", rcUncounted), ("rc_immortal", rcImmortal),
  ]

  /// Bits of `CodeFlags`, from bit 0 on.
  public static let codeFlags = [
    "varargs", "varkw", "generator", "coroutine", "async_generator", "needs_class_cell", "module",
    "class_body",
    "lambda", "nested",
  ]

  /// The record with this name in `object.zig`; nil for records that the compiler does not know.
  public static func record(_ name: String) -> RecordLayout? { records.first { $0.name == name } }

  public static let records: [RecordLayout] = [
    RecordLayout("Header", [("rc", .u32), ("shape", .u32)]),
    RecordLayout("Int", [("h", .header), ("len", .u64)]),
    RecordLayout("Float", [("h", .header), ("value", .f64)]),
    RecordLayout("Complex", [("h", .header), ("real", .f64), ("imag", .f64)]),
    RecordLayout("Bool", [("h", .header), ("value", .u64)]),
    RecordLayout("Str", [("h", .header), ("hash", .u64), ("bytes", .u64), ("codepoints", .u64)]),
    RecordLayout("Bytes", [("h", .header), ("hash", .u64), ("len", .u64)]),
    RecordLayout("Tuple", [("h", .header), ("len", .u64)]),
    RecordLayout(
      "List", [("h", .header), ("items", .pointer), ("len", .u64), ("cap_strategy", .u64)]),
    RecordLayout("Cell", [("h", .header), ("value", .word)]),
    RecordLayout(
      "Location",
      [
        ("code", .pointer), ("line", .u32), ("end_line", .u32), ("col", .u32), ("end_col", .u32),
        ("lookup", .pointer), ("inlined_at", .pointer),
      ]),
    RecordLayout(
      "Code",
      [
        ("entry", .pointer), ("resume_", .pointer), ("name", .pointer), ("qualname", .pointer),
        ("filename", .pointer),
        ("names", .pointer), ("doc", .pointer), ("flags", .u32), ("posonly", .u16),
        ("positional", .u16),
        ("kwonly", .u16), ("params", .u16), ("locals", .u16), ("free", .u16), ("cells", .u16), ("first_line", .u32),
        ("free_names", .pointer),
      ]),
    RecordLayout(
      "Function",
      [
        ("h", .header), ("dict", .word), ("code", .pointer), ("module", .pointer),
        ("closure", .word),
        ("defaults", .word), ("kwdefaults", .word), ("annotations", .word), ("name", .word),
        ("qualname", .word),
        ("doc", .word), ("module_name", .word), ("type_params", .word),
      ]),
    RecordLayout("Method", [("h", .header), ("function", .word), ("self", .word)]),
    RecordLayout(
      "Module",
      [
        ("h", .header), ("namespace", .word), ("name", .word), ("slots", .pointer),
        ("slot_names", .pointer),
        ("slot_count", .u32), ("order_count", .u32), ("order", .pointer), ("body", .pointer),
        ("state", .u32),
        ("is_package", .u32), ("file", .pointer), ("names", .pointer), ("name_count", .u64),
      ]),
    RecordLayout(
      "Generator",
      [
        ("h", .header), ("code", .pointer), ("function", .word), ("state", .u32), ("running", .u32),
        ("object_slots", .u32), ("raw_slots", .u32), ("handled", .word), ("name", .word),
        ("qualname", .word),
        ("yield_from", .word),
      ]),
    RecordLayout("Instance", [("h", .header), ("ext", .word)]),
    RecordLayout(
      "AttrCache",
      [("shape", .u32), ("kind", .u32), ("version", .u64), ("value", .word), ("next", .u64), ("misses", .u64)]),
    RecordLayout("PairI64", [("value", .u64), ("raised", .u64)]),
    RecordLayout("PairF64", [("value", .f64), ("raised", .u64)]),
    RecordLayout(
      "MethodRow",
      [
        ("name", .pointer), ("function", .pointer), ("setter", .pointer), ("min_args", .u16),
        ("max_args", .u16),
        ("flags", .u32),
      ]),
  ]
}
