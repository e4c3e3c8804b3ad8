// Private name mangling: `__x` in class `C` is `_C__x`. The result for each pair of class name and
// identifier is interned once.

/// Remembers the mangled form of private names.
struct NameMangler: Sendable {
  private struct Key: Hashable {
    var privateName: NameID
    var name: NameID
  }

  private var mangled: [Key: NameID] = [:]

  /// The mangled form of the name, or nil if it is not mangled there or was never asked for.
  func find(_ name: NameID, privateName: NameID?, only: Set<NameID>?) -> NameID? {
    guard let privateName, !mangled.isEmpty else { return nil }
    if let only, !only.contains(name) { return nil }
    return mangled[Key(privateName: privateName, name: name)]
  }

  /// The name as it goes in a class of the given name; interns a new one as needed.
  mutating func mangle(_ name: NameID, privateName: NameID?, in names: inout NameTable) -> NameID {
    guard let privateName, NameMangler.isPrivate(names.bytes(name)) else { return name }
    let key = Key(privateName: privateName, name: name)
    if let known = mangled[key] { return known }
    let className = names.bytes(privateName).drop { $0 == UInt8(ascii: "_") }
    if className.isEmpty { return name }
    let result = names.intern([UInt8(ascii: "_")] + className + names.bytes(name))
    mangled[key] = result
    return result
  }

  /// Two leading underscores, not two at the end, no dot.
  static func isPrivate(_ name: ArraySlice<UInt8>) -> Bool {
    let underscore = UInt8(ascii: "_")
    guard name.count >= 2, name.first == underscore, name[name.startIndex + 1] == underscore else {
      return false
    }
    if name.last == underscore && name[name.endIndex - 2] == underscore { return false }
    return !name.contains(UInt8(ascii: "."))
  }
}
