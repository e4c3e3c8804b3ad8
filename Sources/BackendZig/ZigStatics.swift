// Static data of a module: constants, names, code records, locations, caches, global slots, the module record.
// Constants are immortal objects with the layouts of `runtime/src/object.zig`.
import PyIR

/// Assigns places to constants as the functions mention them, and prints them at the end.
struct ZigStatics {
  let module: Module
  private var names: [String: Int] = [:]
  private var nameList: [String] = []
  private var printed: [ConstantID: String] = [:]
  private var definitions = ZigWriter()
  /// (constant's Zig name, item, name number): items of tuples that are interned at load.
  private var fixups: [(place: String, name: Int)] = []
  private var extraStrings: [[UInt8]: String] = [:]
  private var usedLocations: [LocationID: Int] = [:]
  private var locationList: [LocationID] = []
  private(set) var usedCode: Set<FunctionID> = []
  private var codeNameIndices: [Int] = []

  init(module: Module) { self.module = module }

  // MARK: places

  mutating func nameIndex(_ text: String) -> Int {
    if let index = names[text] { return index }
    names[text] = nameList.count
    nameList.append(text)
    return nameList.count - 1
  }

  mutating func locationIndex(_ id: LocationID) -> Int {
    if let index = usedLocations[id] { return index }
    usedLocations[id] = locationList.count
    locationList.append(id)
    return locationList.count - 1
  }

  /// A static string that is no IR constant (code names, paths); the Zig name of the object.
  mutating func string(_ bytes: [UInt8]) -> String {
    if let name = extraStrings[bytes] { return name }
    let name = "s\(extraStrings.count)"
    extraStrings[bytes] = name
    defineString(name, bytes)
    return name
  }
  mutating func string(_ text: String) -> String { string(Array(text.utf8)) }

  /// A constant as a Zig expression of its type.
  mutating func expression(_ id: ConstantID) -> String {
    switch module[id] {
    case .i64(let value): return value == .min ? "@as(i64, \(value))" : "@as(i64, \(value))"
    case .f64(let bits): return "@as(f64, @bitCast(@as(u64, 0x\(String(bits, radix: 16)))))"
    case .bool(let value): return value ? "true" : "false"
    case .none: return "rt.none()"
    case .true: return "rt.true_()"
    case .false: return "rt.false_()"
    case .ellipsis: return "rt.ellipsis()"
    case .notImplemented: return "rt.notImplemented()"
    case .absent: return "@as(rt.Word, 0)"
    case .smallInt(let value): return "@as(rt.Word, 0x\(String(UInt64(bitPattern: value << 1 | 1), radix: 16)))"
    case .name(let text): return "rt.word(&names[\(nameIndex(text))])"
    case .bigInt, .float, .complex, .str, .bytes, .tuple, .frozenset: return "@intFromPtr(&\(object(id)))"
    case .code(let function):
      usedCode.insert(function)
      return "&code_\(function.raw)"
    case .global(let global): return "&slots[\(global.raw)]"
    case .module: return "this_module()"
    case .cache(let number): return "&caches[\(number)]"
    }
  }

  /// The static object of a constant; its Zig name.
  private mutating func object(_ id: ConstantID) -> String {
    if let name = printed[id] { return name }
    let name = "k\(id.raw)"
    printed[id] = name
    switch module[id] {
    case .bigInt(let negative, let limbs):
      let list = limbs.map { "0x\(String($0, radix: 16))" }.joined(separator: ", ")
      definitions.line(
        "var \(name): extern struct { h: rt.Header, len: i64, limbs: [\(limbs.count)]u64 } = "
          + ".{ .h = rt.immortal(.int), .len = \(negative ? -limbs.count : limbs.count), .limbs = .{ \(list) } };")
    case .float(let bits):
      definitions.line(
        "var \(name): extern struct { h: rt.Header, value: u64 } = "
          + ".{ .h = rt.immortal(.float), .value = 0x\(String(bits, radix: 16)) };")
    case .complex(let real, let imag):
      definitions.line(
        "var \(name): extern struct { h: rt.Header, real: u64, imag: u64 } = .{ .h = rt.immortal(.complex), "
          + ".real = 0x\(String(real, radix: 16)), .imag = 0x\(String(imag, radix: 16)) };")
    case .str(let bytes): defineString(name, bytes)
    case .bytes(let bytes):
      definitions.line(
        "var \(name): extern struct { h: rt.Header, hash: u64, len: u64, data: [\(bytes.count + 1)]u8 } align(8) = "
          + ".{ .h = rt.immortal(.bytes), .hash = 0, .len = \(bytes.count), "
          + ".data = (\"\(ZigNames.escaped(bytes))\" ++ \"\\x00\").* };")
    case .tuple(let items): defineTuple(name, items)
    case .frozenset, .i64, .f64, .bool, .none, .true, .false, .ellipsis, .notImplemented, .absent, .smallInt, .name,
      .code, .global, .module, .cache:
      preconditionFailure("\(module[id]) has no static object")
    }
    return name
  }

  private mutating func defineString(_ name: String, _ bytes: [UInt8]) {
    let codepoints = bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    // NUL, then (not ASCII) padding to 8 and the index word.
    var tail = 1
    if codepoints != bytes.count { tail = (8 - (bytes.count + 1) % 8) % 8 + 1 + 8 }
    definitions.line(
      "var \(name): extern struct { h: rt.Header, hash: u64, bytes: u64, codepoints: u64, "
        + "data: [\(bytes.count)]u8, tail: [\(tail)]u8 } align(8) = .{ .h = rt.immortal(.str), .hash = 0, "
        + ".bytes = \(bytes.count), .codepoints = \(codepoints), .data = \"\(ZigNames.escaped(bytes))\".*, "
        + ".tail = @splat(0) };")
  }

  private mutating func defineTuple(_ name: String, _ items: [ConstantID]) {
    var list: [String] = []
    for (index, item) in items.enumerated() {
      if case .name(let text) = module[item] {
        fixups.append(("&\(name).items[\(index)]", nameIndex(text)))
      }
      list.append(staticWord(item))
    }
    definitions.line(
      "var \(name): extern struct { h: rt.Header, len: u64, items: [\(items.count)]rt.StaticWord } = "
        + ".{ .h = rt.immortal(.tuple), .len = \(items.count), .items = .{ \(list.joined(separator: ", ")) } };")
  }

  private mutating func staticWord(_ id: ConstantID) -> String {
    switch module[id] {
    case .none: "rt.none_word"
    case .true: "rt.true_word"
    case .false: "rt.false_word"
    case .ellipsis: "rt.ellipsis_word"
    case .notImplemented: "rt.not_implemented_word"
    case .smallInt(let value):
      "rt.StaticWord{ .address = @ptrFromInt(@as(usize, @truncate(@as(u64, 0x\(String(UInt64(bitPattern: value << 1 | 1), radix: 16)))))) }"
    case .name(let text): ZigStatics.staticWord(of: string(text))
    case .bigInt, .float, .complex, .str, .bytes, .tuple: ZigStatics.staticWord(of: object(id))
    case .frozenset, .i64, .f64, .bool, .absent, .code, .global, .module, .cache:
      preconditionFailure("\(module[id]) is no item of a constant tuple")
    }
  }

  /// The address of a static object as a word. A literal, not a call: Zig bounds how much it evaluates in one initializer,
  /// and modules have thousands of names.
  private static func staticWord(of object: String) -> String { "rt.StaticWord{ .address = @ptrCast(&\(object)) }" }

  // MARK: code records

  mutating func defineCode(_ id: FunctionID) {
    let function = module[id]
    guard let code = function.code else { preconditionFailure("a code constant names a Python function") }
    let firstVariable = codeNameIndices.count
    for name in code.variableNames + code.freeNames + code.cellNames { codeNameIndices.append(nameIndex(name)) }
    let path = module[function.pythonModule].path
    let resume = function.resumeFunction.map { "&resume_\($0.raw)" } ?? "null"
    let doc = code.doc.map { "@ptrCast(&\(object($0)))" } ?? "null"
    var flags: [String] = []
    if code.hasVarArgs { flags.append(".varargs = true") }
    if code.hasVarKeywords { flags.append(".varkw = true") }
    if code.isGenerator { flags.append(".generator = true") }
    if code.isCoroutine { flags.append(".coroutine = true") }
    if code.isAsyncGenerator { flags.append(".async_generator = true") }
    if code.needsClassCell { flags.append(".needs_class_cell = true") }
    if code.isModule { flags.append(".module = true") }
    if code.isClassBody { flags.append(".class_body = true") }
    if code.isLambda { flags.append(".lambda = true") }
    if code.isNested { flags.append(".nested = true") }
    let name = string(code.name)
    let qualname = string(code.qualname)
    let file = string(path)
    definitions.line(
      "var code_\(id.raw): rt.Code = .{ .entry = &entry_\(id.raw), .resume_ = \(resume), .name = @ptrCast(&\(name)), "
        + ".qualname = @ptrCast(&\(qualname)), .filename = @ptrCast(&\(file)), "
        + ".names = @ptrCast(code_names[\(firstVariable)..].ptr), .doc = \(doc), "
        + ".flags = .{ \(flags.joined(separator: ", ")) }, .posonly = \(code.positionalOnly), "
        + ".positional = \(code.positional), .kwonly = \(code.keywordOnly), .params = \(code.parameterCount), "
        + ".locals = \(code.variableNames.count), .free = \(code.freeNames.count), "
        + ".cells = \(code.cellNames.count), .first_line = \(code.firstLine), "
        + ".free_names = @ptrCast(code_names[\(firstVariable + code.variableNames.count)..].ptr) };")
  }

  // MARK: printing

  /// All static data; call after the functions and code records. Returns text and the number of names.
  mutating func finish(body: FunctionID, python: PythonModuleID) -> String {
    var out = ZigWriter()
    let info = module[python]
    let slotNames = module.globals.map { nameIndex($0.name) }
    let nameStrings = nameList.map { string($0) }
    let moduleName = string(info.name)
    let path = string(info.path)
    out.line("var names = [_]rt.StaticWord{")
    for name in nameStrings { out.line("    \(ZigStatics.staticWord(of: name)),") }
    out.line("    rt.none_word,")
    out.line("};")
    out.line("var code_names: [\(codeNameIndices.count + 1)]rt.Word = @splat(0);")
    out.line("const code_name_indices = [_]u32{ \(list(codeNameIndices)) };")
    out.line("var slots: [\(max(1, module.globals.count))]rt.Word = @splat(0);")
    out.line("var slot_names = [_]rt.StaticWord{")
    for index in slotNames { out.line("    \(ZigStatics.staticWord(of: nameStrings[index])),") }
    out.line("    rt.none_word,")
    out.line("};")
    out.line("var slot_order: [\(max(1, slotNames.count))]u32 = @splat(0);")
    if module.cacheCount > 0 {
      out.line(
        "var caches: [\(module.cacheCount)]rt.AttrCache = @bitCast(@as([@sizeOf([\(module.cacheCount)]rt.AttrCache)]u8, @splat(0)));"
      )
    }
    out.blank()
    out.line(
      "/// Completes static data that holds interned names; called when the module is loaded, after `names` was interned."
    )
    out.open("fn complete() void {")
    out.line("for (code_name_indices, 0..) |name, i| code_names[i] = rt.word(&names[name]);")
    for fixup in fixups { out.line("(\(fixup.place)).* = names[\(fixup.name)];") }
    out.close()
    out.blank()
    out.open("fn this_module() *rt.Module {")
    out.line("return @ptrCast(&\(ZigNames.quoted(ZigNames.moduleSymbol(info.name))));")
    out.close()
    out.blank()
    out.open("fn body(module: *rt.Module) callconv(.c) rt.Word {")
    out.line("_ = module;")
    out.line("complete();")
    out.line("return entry_\(body.raw)(rt.none(), rt.no_words);")
    out.close()
    out.blank()
    let symbol = ZigNames.quoted(ZigNames.moduleSymbol(info.name))
    out.line(
      "pub export var \(symbol): rt.StaticModule = .{ .name = rt.StaticWord.of(&\(moduleName)), .slots = &slots, "
        + ".slot_names = @ptrCast(&slot_names), .slot_count = \(slotNames.count), .order = &slot_order, "
        + ".body = &body, .is_package = \(info.isPackage ? 1 : 0), .file = @ptrCast(&\(path)), "
        + ".names = @ptrCast(&names), .name_count = \(nameList.count) };")
    out.blank()
    var lookups: [LocationID] = []
    out.line("const locations = [_]rt.Location{")
    for id in locationList {
      var lookup = "null"
      if module[id].lookup != .unknown {
        lookup = "&lookups[\(lookups.count)]"
        lookups.append(module[id].lookup)
      }
      out.line("    \(location(id, lookup: lookup)),")
    }
    out.line("};")
    // Where the attribute of a called method stands, for a lookup that fails.
    out.line("const lookups = [_]rt.Location{")
    for id in lookups { out.line("    \(location(id, lookup: "null")),") }
    out.line("};")
    out.blank()
    return definitions.text + out.text
  }

  private func list(_ values: [Int]) -> String { values.map(String.init).joined(separator: ", ") }

  private func location(_ id: LocationID, lookup: String) -> String {
    let row = module[id]
    return
      ".{ .code = &code_\(row.function.raw), .line = \(row.line), .end_line = \(row.endLine), .col = \(row.column), "
      + ".end_col = \(row.endColumn), .lookup = \(lookup), .inlined_at = null }"
  }

  mutating func markCode(_ id: FunctionID) { usedCode.insert(id) }

  mutating func defineLocationCode() {
    for id in locationList { usedCode.insert(module[id].function) }
  }
}
