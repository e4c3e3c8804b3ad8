// What inference knows of a value: the lattice of machine representations. Invariant: a kind says how the typed version
// holds the value, never more than was proven or is checked where the value is made.
import PyIR

enum ValueKind: Hashable, Sendable {
  /// Nothing reaches it.
  case bottom
  case i64, f64, bool
  /// A word of which nothing is known.
  case word
  /// A word that is hardly a number, so that nobody guesses that it is one. Only a hint: right results never depend on it.
  case object
  /// The function object of this module-level definition, read from its global and used for calls only.
  case function(FunctionID)
  /// What `obj_get_method` gave for a call of a method of the module's classes.
  case method
  /// The builtin class `range`, an instance and its iterator, which only a counting loop uses.
  case rangeClass, rangeObject, rangeIterator
  /// A number or nothing that is only kept until its local ends, which nobody can observe.
  case idle

  /// A machine value that stands for an `int`, `float` or `bool` object.
  var isNumber: Bool {
    switch self {
    case .i64, .f64, .bool: true
    case .bottom, .word, .object, .function, .method, .rangeClass, .rangeObject, .rangeIterator, .idle: false
    }
  }

  /// Stands for no value of the typed version; it is made again where generic code takes over.
  var isVirtual: Bool {
    switch self {
    case .function, .method, .rangeClass, .rangeObject, .rangeIterator, .idle: true
    case .bottom, .i64, .f64, .bool, .word, .object: false
    }
  }

  func joined(_ other: ValueKind) -> ValueKind {
    if self == other || other == .bottom { return self }
    return self == .bottom ? other : .word
  }

  /// The machine type, nil for words.
  var machineType: IRType? {
    switch self {
    case .i64: .i64
    case .f64: .f64
    case .bool: .bool
    case .bottom, .word, .object, .function, .method, .rangeClass, .rangeObject, .rangeIterator, .idle: nil
    }
  }

  /// What tests whether a word holds such a number.
  var check: Guard {
    switch self {
    case .f64: .float
    case .bool: .bool
    case .i64, .bottom, .word, .object, .function, .method, .rangeClass, .rangeObject, .rangeIterator, .idle:
      .smallInt
    }
  }

  /// The kind that an annotation suggests.
  init?(hint: String) {
    switch hint {
    case "int": self = .i64
    case "float": self = .f64
    case "bool": self = .bool
    default: return nil
    }
  }

  init(_ constant: Constant) {
    switch constant {
    case .i64, .smallInt: self = .i64
    case .bigInt(let negative, let limbs): self = ValueKind.machineInt(negative, limbs) == nil ? .object : .i64
    case .f64, .float: self = .f64
    case .bool, .true, .false: self = .bool
    case .absent: self = .word
    case .none, .ellipsis, .notImplemented, .complex, .str, .name, .bytes, .tuple, .frozenset, .code, .global, .module,
      .cache:
      self = .object
    }
  }

  /// The value of a big int that fits 64 bits.
  static func machineInt(_ negative: Bool, _ limbs: [UInt64]) -> Int64? {
    guard limbs.count == 1 else { return nil }
    if !negative { return Int64(exactly: limbs[0]) }
    return limbs[0] == 1 << 63 ? .min : Int64(exactly: limbs[0]).map { -$0 }
  }
}

extension RuntimeID {
  /// The operator of `obj_add` … `obj_xor` and of their in-place forms, which do the same on numbers.
  var binaryOperator: BinaryOperator? {
    let row = Int(rawValue)
    for first in [RuntimeID.obj_add, .obj_iadd] {
      let distance = row - Int(first.rawValue)
      if BinaryOperator.allCases.indices.contains(distance) { return BinaryOperator.allCases[distance] }
    }
    return nil
  }

  /// The operator of `obj_lt` … `obj_ge`.
  var compareOperator: CompareOperator? {
    let distance = Int(rawValue) - Int(RuntimeID.obj_lt.rawValue)
    return CompareOperator.allCases.indices.contains(distance) ? CompareOperator.allCases[distance] : nil
  }

  /// Rows whose result is an object of a builtin class that is no number.
  var makesContainer: Bool {
    switch self {
    case .list_new, .tuple_new, .set_new, .dict_new, .slice_new, .str_build, .format_value, .list_to_tuple,
      .tuple_from_iterable, .function_new, .class_build, .cell_new, .obj_unpack, .obj_unpack_ex, .import_name,
      .obj_iter, .locals_dict, .module_namespace, .exc_enter_handler:
      true
    default: false
    }
  }
}
