// Prints constants, types, names and escaped strings, and holds the byte buffer's primitives.

extension IRPrinter {
  mutating func put(_ text: String) { out.append(contentsOf: text.utf8) }

  /// Decimal; most of a text is numbers.
  mutating func put(number: Int) {
    var digits = number.magnitude
    if number < 0 { out.append(UInt8(ascii: "-")) }
    let start = out.count
    repeat {
      out.append(UInt8(ascii: "0") + UInt8(digits % 10))
      digits /= 10
    } while digits != 0
    if out.count - start > 1 { out[start...].reverse() }
  }

  // MARK: constants

  mutating func putConstant(_ id: ConstantID) {
    guard id.index < module.constants.count else { return put("%?c\(id.index)") }
    switch module[id] {
    case .i64(let value): put(number: Int(value))
    case .f64(let bits): putDouble(bits)
    case .bool(let value): put(value ? "true" : "false")
    case .none: put("none")
    case .true: put("True")
    case .false: put("False")
    case .ellipsis: put("ellipsis")
    case .notImplemented: put("notimplemented")
    case .absent: put("absent")
    case .smallInt(let value):
      put("int ")
      put(number: Int(value))
    case .bigInt(let negative, let limbs): putBigInt(negative, limbs)
    case .float(let bits):
      put("float ")
      putDouble(bits)
    case .complex(let real, let imag):
      put("complex ")
      putDouble(real)
      put(" ")
      putDouble(imag)
    case .str(let bytes):
      put("str ")
      putString(bytes)
    case .name(let name):
      put("name ")
      putString(name.utf8)
    case .bytes(let bytes):
      put("bytes ")
      putString(bytes)
    case .tuple(let items): putItems("tuple", items)
    case .frozenset(let items): putItems("frozenset", items)
    case .code(let function):
      put("code ")
      putFunction(function)
    case .global(let global):
      put("global ")
      guard global.index < module.globals.count else { return put("%?g\(global.index)") }
      putGlobal(module[global])
    case .module(let python):
      put("module @")
      guard python.index < module.pythonModules.count else { return put("?\(python.index)") }
      putName(module[python].name)
    case .cache(let number):
      put("cache ")
      put(number: Int(number))
    }
  }

  private mutating func putItems(_ word: String, _ items: [ConstantID]) {
    put(word)
    put("(")
    for (index, item) in items.enumerated() {
      if index > 0 { put(", ") }
      putConstant(item)
    }
    put(")")
  }

  /// The shortest decimal that reads back as the same double; infinities and nans by their bits.
  private mutating func putDouble(_ bits: UInt64) {
    let value = Double(bitPattern: bits)
    if value.isFinite { put("\(value)") } else { put("bits 0x\(String(bits, radix: 16))") }
  }

  /// Decimal up to 128 bits, else hexadecimal (decimal conversion is not linear).
  private mutating func putBigInt(_ negative: Bool, _ limbs: [UInt64]) {
    put(negative ? "int -" : "int ")
    if limbs.count <= 2 {
      let low = UInt128(limbs.first ?? 0)
      let high = limbs.count > 1 ? UInt128(limbs[1]) : 0
      return put("\(high << 64 | low)")
    }
    put("0x")
    for (index, limb) in limbs.reversed().enumerated() {
      let digits = String(limb, radix: 16)
      if index > 0 { put(String(repeating: "0", count: 16 - digits.utf8.count)) }
      put(digits)
    }
  }

  // MARK: types

  mutating func printOwnedType(_ value: ValueInfo) {
    switch value.ownership {
    case .none: break
    case .owned: put("+")
    case .borrowed: put("&")
    }
    printType(value.type)
  }

  mutating func printType(_ type: IRType) {
    guard type.isComposite else {
      let index = Int(type.raw)
      return put(index < IRType.scalarNames.count ? IRType.scalarNames[index] : "?\(type.raw)")
    }
    guard type.compositeIndex < module.types.count, let composite = module[type] else {
      return put("?\(type.raw)")
    }
    switch composite {
    case .list(let element): printTypes("list", [element])
    case .set(let element): printTypes("set", [element])
    case .dict(let key, let value): printTypes("dict", [key, value])
    case .tuple(let elements): printTypes("tuple", elements)
    case .opt(let base): printTypes("opt", [base])
    case .instance(let name):
      put("$")
      putName(name)
    }
  }

  private mutating func printTypes(_ word: String, _ types: [IRType]) {
    put(word)
    put("[")
    for (index, type) in types.enumerated() {
      if index > 0 { put(", ") }
      printType(type)
    }
    put("]")
  }

  // MARK: names and strings

  mutating func putFunction(_ id: FunctionID) {
    put("@")
    if id.index < module.functions.count {
      putName(module.functions[id.index].name)
    } else {
      put("?\(id.index)")
    }
  }

  mutating func putGlobal(_ global: Global) {
    put("@")
    let owner = global.module.index < module.pythonModules.count ? module[global.module].name : "?"
    putName("\(owner).\(global.name)")
  }

  /// Bare where the lexer reads it as one name, quoted otherwise.
  mutating func putName(_ name: String) {
    if !name.isEmpty, name.utf8.allSatisfy({ IRLexer.isNameByte($0) }) {
      out.append(contentsOf: name.utf8)
    } else {
      putString(name.utf8)
    }
  }

  /// Quoted; everything outside printable ASCII as `\xHH`, but newline and tab as `\n` and `\t`.
  mutating func putString(_ bytes: some Sequence<UInt8>) {
    out.append(UInt8(ascii: "\""))
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        out.append(UInt8(ascii: "\\"))
        out.append(byte)
      case UInt8(ascii: "\n"): put("\\n")
      case UInt8(ascii: "\t"): put("\\t")
      case 0x20...0x7e: out.append(byte)
      default:
        put("\\x")
        for digit in [byte >> 4, byte & 15] {
          out.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
      }
    }
    out.append(UInt8(ascii: "\""))
  }
}
