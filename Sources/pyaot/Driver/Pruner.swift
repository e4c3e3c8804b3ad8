// Which parts of the runtime a program can reach, and the runtime's object without the references to all others, which the
// linker then drops. The rules are explained in `runtime/src/prune.zig`.
//
// Invariant: only references that a rule names are ever removed; all others are followed as the linker follows them.
import BackendZig

struct Pruner {
  private var object: ObjectFile
  private let rules: PruningRules
  private let names: ZigProgram.Names
  private let table: BuiltinTable
  /// Symbol of the function that the product starts with.
  private let entry: String

  /// What a conditional reference waits for.
  private enum Condition: Hashable {
    case slot(Int)
    case section(Int)
    /// The program mentions the name, or kept code looks it up.
    case name(String)
    /// One of the names of a named pointer.
    case named(Int)
    case never
  }
  private var global: [String: Int] = [:]
  private var isKept: [Bool] = []
  /// The section that is visited, and for each kept one that in which it was met first; 0: the program itself.
  private var visited = 0
  private var keeper: [Int] = []
  private var work: [Int] = []
  private var met: Set<Condition> = []
  /// Sections that wait for a condition, with what else must be met.
  private var waiting: [Condition: [(section: Int, rest: [Condition])]] = [:]
  /// Special sections: classes, weak tables, the rows of special methods, named pointers.
  private var classes: [Int: String] = [:]
  private var weak: [Int: Int] = [:]
  private var named: Set<Int> = []
  private var definitions = -1
  private var shapes: [Int: [Int]] = [:]
  private var slotNumbers: [Int: PruningRules.Slot] = [:]
  private var constructionNumbers: Set<Int> = []
  private var conditions: [(ObjectFile.Relocation, [Condition])] = []
  /// Sections of mark symbols, and what each says.
  private var marks: [Int: [Condition]] = [:]
  private var shapeMarks: [Int: Int] = [:]
  private var methodRows: [Int: [BuiltinTable.Row]] = [:]

  /// Names that lead from an object to its class, or to classes that the program did not name.
  private static let revealing: Set<String> = [
    "type", "__class__", "__mro__", "mro", "__base__", "__bases__", "__subclasses__", "__objclass__", "__self__",
    "__thisclass__", "__self_class__", "__origin__", "__args__", "__orig_bases__", "__orig_class__", "__bound__",
    "__constraints__", "__value__", "exc_info", "__func__", "__reduce__", "__reduce_ex__", "__getnewargs__",
    "fromkeys", "fromhex", "from_bytes", "from_number", "__getformat__",
  ]

  init(
    _ object: ObjectFile, _ table: BuiltinTable, _ rules: PruningRules, _ names: ZigProgram.Names, entry: String
  ) {
    self.object = object
    self.table = table
    self.rules = rules
    self.names = names
    self.entry = entry
    isKept = Array(repeating: false, count: object.sections.count)
    keeper = Array(repeating: 0, count: object.sections.count)
    for symbol in object.symbols where symbol.isGlobal && symbol.section != 0 { global[symbol.name] = symbol.section }
    for slot in rules.slots { slotNumbers[slot.index] = slot }
    constructionNumbers = Set(rules.construction.map(\.index))
    for entry in rules.weak { if let section = global[entry.symbol] { weak[section] = entry.stride } }
    findClasses()
    for entry in rules.named { if let section = global[entry.symbol] { named.insert(section) } }
    if let entry = rules.definitions { definitions = global[entry.symbol] ?? -1 }
    findMarks()
  }

  private mutating func findClasses() {
    let prefix = "pyrt_type_"
    for symbol in object.symbols where symbol.isGlobal && symbol.isData && symbol.section != 0 {
      let (name, section) = (symbol.name, symbol.section)
      // Row tables are data with such names, too.
      if !name.hasPrefix(prefix) || weak[section] != nil { continue }
      classes[section] = name
      let shape = object.value(section, rules.shapeOffset, bytes: 4)
      if shape != 0 { shapes[shape, default: []].append(section) }
    }
    let numbers = Dictionary(rules.shapes.map { ($0.name, $0.number) }, uniquingKeysWith: { a, _ in a })
    for alias in rules.aliases {
      if let number = numbers[alias.shape], let section = global[alias.symbol] {
        shapes[number, default: []].append(section)
      }
    }
    for type in table.classes {
      guard let section = global[type.symbol] else { continue }
      methodRows[section] = type.rows
    }
  }

  private mutating func findMarks() {
    for slot in rules.slots {
      if let section = global["pyrt_mark_slot_" + slot.name] { marks[section] = [.slot(slot.index)] }
    }
    let prefix = "pyrt_mark_name_"
    for (symbol, section) in global where symbol.hasPrefix(prefix) {
      marks[section] = [.name(String(symbol.dropFirst(prefix.count)))]
    }
    for entry in rules.named {
      guard let place = global[entry.symbol] else { continue }
      for name in entry.names {
        if let section = global["pyrt_mark_" + name] { marks[section, default: []].append(.named(place)) }
      }
    }
    if let section = global["pyrt_mark_" + PruningRules.genericSlots] {
      marks[section] = [.name(PruningRules.genericSlots)]
    }
    for shape in rules.shapes {
      if let section = global["pyrt_mark_shape_" + shape.name] { shapeMarks[section] = shape.number }
    }
  }

  // MARK: reaching

  /// Follows everything from what the program refers to by symbol. Call once.
  mutating func reach(from symbols: some Sequence<String>) {
    for slot in rules.slots where slot.methods.contains(where: names.mentions) { meet(.slot(slot.index)) }
    for entry in rules.named where entry.names.contains(where: names.mentions) {
      if let place = global[entry.symbol] { meet(.named(place)) }
    }
    keep(symbol: entry)
    for symbol in rules.core { keep(symbol: symbol) }
    for symbol in symbols { keep(symbol: symbol) }
    for builtin in table.builtins where names.mentions(builtin.name) {
      switch builtin {
      case .object(_, let symbol): keep(symbol: symbol)
      case .function(let row): keep(symbol: row.symbol)
      }
    }
    while let section = work.popLast() { visit(section) }
  }

  private mutating func keep(symbol: String) {
    if let section = global[symbol] { keep(section) }
  }

  private mutating func keep(_ section: Int) {
    if section == 0 || isKept[section] { return }
    isKept[section] = true
    keeper[section] = visited
    work.append(section)
  }

  private mutating func meet(_ condition: Condition) {
    guard met.insert(condition).inserted else { return }
    for entry in waiting.removeValue(forKey: condition) ?? [] { keep(entry.section, when: entry.rest) }
  }

  /// Keeps a section as soon as all conditions are met.
  private mutating func keep(_ section: Int, when conditions: [Condition]) {
    guard let missing = conditions.first(where: { !met.contains($0) }) else { return keep(section) }
    waiting[missing, default: []].append((section, conditions.filter { $0 != missing }))
  }

  private mutating func visit(_ section: Int) {
    visited = section
    meet(.section(section))
    for row in methodRows[section] ?? [] {
      // Special methods are looked up by the runtime, too.
      if !names.mentions(row.name) && !row.name.hasPrefix("__") { continue }
      let condition: [Condition] = names.mentions(row.name) ? [] : [.name(row.name)]
      for symbol in [row.symbol, row.setter] {
        if let symbol, let place = global[symbol] { keep(place, when: condition) }
      }
    }
    let special = classes[section] != nil || weak[section] != nil || named.contains(section) || section == definitions
    for relocation in object.relocations[section] {
      let target = object.symbols[relocation.symbol].section
      if let said = marks[target] {
        for condition in said { meet(condition) }
      } else if let shape = shapeMarks[target] {
        for type in shapes[shape] ?? [] { keep(type) }
      } else if special {
        let needed = needs(section, relocation)
        if !needed.isEmpty { conditions.append((relocation, needed)) }
        keep(target, when: needed)
      } else {
        keep(target)
      }
    }
  }

  /// What must be met for a reference out of a special section to be followed.
  private func needs(_ section: Int, _ relocation: ObjectFile.Relocation) -> [Condition] {
    if let symbol = classes[section] {
      guard relocation.offset >= rules.slotsOffset else { return [] }
      let index = (relocation.offset - rules.slotsOffset) / 8
      if slotNumbers[index] != nil { return [.slot(index)] }
      if !constructionNumbers.contains(index) || isConstructible(symbol) { return [] }
      // Class statements call the metaclass.
      if symbol == "pyrt_type_type", let build = global["pyrt_class_build"] { return [.section(build)] }
      return [.never]
    }
    if let stride = weak[section] {
      let entry = relocation.offset / stride
      guard let first = object.relocations[section].first(where: { $0.offset == entry * stride }) else { return [] }
      return [.section(object.symbols[first.symbol].section)]
    }
    if named.contains(section) { return [.named(section)] }
    if let entry = rules.definitions, section == definitions {
      let row = relocation.offset / entry.stride
      let index = object.value(section, row * entry.stride + entry.slot, bytes: 2)
      let generic = Condition.name(PruningRules.genericSlots)
      return slotNumbers[index] != nil ? [generic, .slot(index)] : [generic]
    }
    return []
  }

  /// May the program get hold of the class itself? Classes without a name in `builtins` are taken to be reachable.
  private func isConstructible(_ symbol: String) -> Bool {
    if symbol == "pyrt_type_object" || !names.used.isDisjoint(with: Self.revealing) { return true }
    var known = false
    for builtin in table.builtins {
      guard case .object(let name, symbol) = builtin else { continue }
      if names.mentions(name) { return true }
      known = true
    }
    return !known || rules.construction.contains { $0.name == "new" && $0.methods.contains(where: names.mentions) }
  }

  // MARK: results

  /// What is kept of the runtime, largest first: the section's name, its bytes, and the section that first led to it.
  var report: String {
    let kept = object.sections.indices.filter { isKept[$0] && object.sections[$0].size > 0 }
    return kept.sorted { (object.sections[$0].size, $1) > (object.sections[$1].size, $0) }.map { section in
      let by = keeper[section] == 0 ? "the program" : object.sections[keeper[section]].name
      return "runtime \(object.sections[section].name): \(object.sections[section].size) bytes, for \(by)\n"
    }.joined()
  }

  /// Symbols of the classes that are kept.
  var keptClasses: Set<String> { Set(classes.filter { isKept[$0.key] }.map(\.value)).union(exceptions) }

  /// Special methods that kept code looks up.
  var lookedUp: Set<String> {
    var found: Set<String> = []
    for case .name(let name) in met { found.insert(name) }
    return found
  }

  /// Classes without data in the object (exceptions are filled at start) are always there.
  private var exceptions: [String] { table.classes.map(\.symbol).filter { $0.hasPrefix("pyrt_type_exc_") } }

  /// The object with the references dropped that nothing follows.
  mutating func prunedObject() -> [UInt8] {
    for (relocation, needed) in conditions where !needed.allSatisfy(met.contains) { object.drop(relocation) }
    for section in object.sections.indices where isKept[section] {
      for relocation in object.relocations[section] {
        let target = object.symbols[relocation.symbol].section
        if marks[target] != nil || shapeMarks[target] != nil { object.drop(relocation) }
      }
    }
    return object.bytes
  }
}
