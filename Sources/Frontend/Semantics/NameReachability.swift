// Decides which functions a program may come to call, by name alone: a function is reachable once
// its `def` runs in reachable code and reachable code mentions its name. A mention is a variable
// that is read in the same module, or, anywhere, an attribute that is read, an imported name, or a
// word of a short string (`getattr`, `__all__`); a word with an underscore at an end also stands
// for every name that it begins or ends (`getattr(self, "visit_" + kind)`). Special methods and
// decorated functions need no mention. This errs only where code makes up names in other ways; what
// such code reaches must fail loudly. Every region is entered once and every mention counts once,
// so the cost is linear.

struct NameReachability {
  private struct Region {
    var module: ModuleID
    var name: UInt32
    /// The name as a variable of the module.
    var variable: UInt32
    var needsMention: Bool
    var isReached = false
    var mentions = UInt32.max
    var firstChild = UInt32.max
    var nextSibling = UInt32.max
  }

  /// An entry of a list in one of the pools.
  private struct Link {
    var value: UInt32
    var next: UInt32
  }

  private static let none = UInt32.max
  /// Longer strings are no names.
  private static let longestWord = 80

  /// Names of the program; variables of one module: its number and `|` before the name; and
  /// patterns: a part of a name with `*` before or after it.
  private var names = NameTable()
  private var isMentioned: [Bool] = []
  /// By name: the functions that become reachable with it.
  private var waiting: [UInt32] = []
  private var waitingLinks: [Link] = []
  private var mentionLinks: [Link] = []
  private var regions: [Region] = []
  private var queue: [UInt32] = []
  private var nextInQueue = 0

  /// `implicitNames` are called by the runtime itself.
  init(implicitNames: [String]) {
    for name in implicitNames { isMentioned[Int(intern(Array(name.utf8)))] = true }
  }

  // MARK: Building

  /// Takes in a module; its region `i` gets the returned number plus `i`.
  mutating func add(_ id: ModuleID, _ ast: AST, _ code: inout CodeRegions) -> UInt32 {
    let base = UInt32(regions.count)
    let none = NameReachability.none
    regions.append(Region(module: id, name: none, variable: none, needsMention: false))
    let prefix = Array("\(id.index)|".utf8)
    for function in code.functions {
      let bytes = Array(ast.nameBytes(function.name))
      regions.append(
        Region(
          module: id, name: intern(bytes), variable: intern(prefix + bytes),
          needsMention: !function.isDecorated && !NameReachability.isSpecial(bytes)))
    }
    // Backwards, so that each list of children is in source order.
    for index in code.functions.indices.reversed() {
      let parent = Int(base) + Int(code.functions[index].parent)
      let child = Int(base) + index + 1
      regions[child].nextSibling = regions[parent].firstChild
      regions[parent].firstChild = UInt32(child)
    }
    addMentions(ast, &code, base, prefix)
    return base
  }

  private mutating func addMentions(
    _ ast: AST, _ code: inout CodeRegions, _ base: UInt32, _ prefix: [UInt8]
  ) {
    // What a star import brings in is read as a variable here.
    let hasStarImport = ast.findName("*") != nil
    // The region that mentioned the name last: most repetitions are dropped here.
    var lastRegion = [Int32](repeating: CodeRegions.never, count: ast.nameCount)
    var lastReader = lastRegion
    func isNew(_ name: NameID, _ region: Int32, _ last: inout [Int32]) -> Bool {
      if region == CodeRegions.never || last[Int(name.index)] == region { return false }
      last[Int(name.index)] = region
      return true
    }
    for index in 0..<ast.exprCount {
      let id = ExprID(index: UInt32(index))
      switch ast[id] {
      case .name(let name, .load):
        let region = code.region(at: ast.range(of: id).start)
        guard isNew(name, region, &lastReader) else { continue }
        link(intern(prefix + ast.nameBytes(name)), to: base + UInt32(region))
        if hasStarImport { mention(ast.nameBytes(name), in: base + UInt32(region)) }
      case .attribute(_, let name, .load):
        let region = code.region(at: ast.range(of: id).start)
        if isNew(name, region, &lastRegion) {
          mention(ast.nameBytes(name), in: base + UInt32(region))
        }
      case .constant(let constant, _):
        guard case .str(let text) = ast[constant], text.count <= NameReachability.longestWord
        else { continue }
        let region = code.region(at: ast.range(of: id).start)
        if region != CodeRegions.never { mentionWords(of: text, in: base + UInt32(region)) }
      case .name, .attribute, .boolOp, .namedExpr, .binOp, .unaryOp, .lambda, .ifExp, .dict, .set,
        .listComp, .setComp, .dictComp, .generatorExp, .await, .yield, .yieldFrom, .compare, .call,
        .formattedValue, .joinedStr, .subscript, .starred, .list, .tuple, .slice:
        continue
      }
    }
    for index in 0..<ast.stmtCount {
      let id = StmtID(index: UInt32(index))
      let list: AliasList
      if case .import(let names) = ast[id] {
        list = names
      } else if case .importFrom(_, let names, _) = ast[id] {
        list = names
      } else {
        continue
      }
      let region = code.region(at: ast.range(of: id).start)
      for alias in ast.aliases(list) where isNew(alias.name, region, &lastRegion) {
        let bytes = ast.nameBytes(alias.name)
        let last = bytes.lastIndex(of: UInt8(ascii: ".")).map { $0 + 1 } ?? bytes.startIndex
        mention(bytes[last...], in: base + UInt32(region))
      }
    }
    for index in 0..<ast.patternCount {
      let id = PatternID(index: UInt32(index))
      guard case .matchClass(_, _, let attributes, _) = ast[id] else { continue }
      let region = code.region(at: ast.range(of: id).start)
      for name in ast.names(attributes) where isNew(name, region, &lastRegion) {
        mention(ast.nameBytes(name), in: base + UInt32(region))
      }
    }
  }

  /// Splits a string that looks like a name, a path of names or a format of one.
  private mutating func mentionWords(of text: [UInt8], in region: UInt32) {
    var start = 0
    for index in 0...text.count {
      if index < text.count {
        let byte = text[index]
        if NameReachability.isWordByte(byte) { continue }
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "%"), UInt8(ascii: "{"),
          UInt8(ascii: "}"):
          break
        case _: return
        }
      }
      mentionWord(text[start..<index], in: region)
      start = index + 1
    }
  }

  private mutating func mentionWord(_ word: ArraySlice<UInt8>, in region: UInt32) {
    guard let first = word.first, let last = word.last else { return }
    mention(word, in: region)
    let underscore = UInt8(ascii: "_")
    if word.allSatisfy({ $0 == underscore }) { return }
    if last == underscore { link(intern(word + [UInt8(ascii: "*")]), to: region) }
    if first == underscore { link(intern([UInt8(ascii: "*")] + word), to: region) }
  }

  private mutating func mention(_ name: ArraySlice<UInt8>, in region: UInt32) {
    link(intern(Array(name)), to: region)
    // `_Class__private` from outside the class is `__private` inside.
    let underscore = UInt8(ascii: "_")
    guard name.count > 4, name.first == underscore, name[name.startIndex + 1] != underscore else {
      return
    }
    for index in name.startIndex + 2..<name.endIndex - 1
    where name[index] == underscore && name[index + 1] == underscore {
      link(intern(Array(name[index...])), to: region)
      return
    }
  }

  private mutating func link(_ name: UInt32, to region: UInt32) {
    mentionLinks.append(Link(value: name, next: regions[Int(region)].mentions))
    regions[Int(region)].mentions = UInt32(mentionLinks.count - 1)
  }

  private mutating func intern(_ bytes: some Sequence<UInt8>) -> UInt32 {
    let id = names.intern(Array(bytes)).index
    if Int(id) == isMentioned.count {
      isMentioned.append(false)
      waiting.append(NameReachability.none)
    }
    return id
  }

  static func isSpecial(_ name: [UInt8]) -> Bool {
    name.count > 4 && name.starts(with: [95, 95]) && name.suffix(2).elementsEqual([95, 95])
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...0xff:
      true
    case _: false
    }
  }

  // MARK: Reaching

  /// The next function that has become reachable, with its module; its code is entered.
  mutating func next() -> (module: ModuleID, region: UInt32)? {
    if nextInQueue == queue.count { return nil }
    let region = queue[nextInQueue]
    nextInQueue += 1
    enter(region)
    return (regions[Int(region)].module, region)
  }

  /// Counts the code of a region as run.
  mutating func enter(_ region: UInt32) {
    regions[Int(region)].isReached = true
    var child = regions[Int(region)].firstChild
    while child != NameReachability.none {
      define(child)
      child = regions[Int(child)].nextSibling
    }
    var link = regions[Int(region)].mentions
    while link != NameReachability.none {
      let name = Int(mentionLinks[Int(link)].value)
      link = mentionLinks[Int(link)].next
      if isMentioned[name] { continue }
      isMentioned[name] = true
      var waiter = waiting[name]
      while waiter != NameReachability.none {
        reach(waitingLinks[Int(waiter)].value)
        waiter = waitingLinks[Int(waiter)].next
      }
    }
  }

  private mutating func reach(_ region: UInt32) {
    if regions[Int(region)].isReached { return }
    regions[Int(region)].isReached = true
    queue.append(region)
  }

  /// The `def` of a function has run: from now on a mention makes it reachable.
  private mutating func define(_ region: UInt32) {
    if !regions[Int(region)].needsMention { return reach(region) }
    let name = regions[Int(region)].name
    var keys = [name, regions[Int(region)].variable]
    let bytes = Array(names.bytes(NameID(index: name)))
    for index in bytes.indices where bytes[index] == UInt8(ascii: "_") {
      keys.append(intern(bytes[...index] + [UInt8(ascii: "*")]))
      keys.append(intern([UInt8(ascii: "*")] + bytes[index...]))
    }
    if keys.contains(where: { isMentioned[Int($0)] }) { return reach(region) }
    for key in keys {
      waitingLinks.append(Link(value: region, next: waiting[Int(key)]))
      waiting[Int(key)] = UInt32(waitingLinks.count - 1)
    }
  }
}
