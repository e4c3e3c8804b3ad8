// One Python module → one object file. Nothing in the object depends on another module, so programs share it.
//
// Two steps, each with a key of its own: the module's source, the options and the compiler decide the generated text; the text,
// the flags, Zig and what the text imports of the runtime decide the object. So a changed compiler or runtime that generates
// the same text finds the object again.
import BackendZig
import Frontend
import Glibc
import PyIR

/// A module's part of a program, made or about to be made.
struct ModuleObject {
  /// Identifies the object.
  var key: String
  /// The object if it was in the cache, by a name of our own.
  var path: String?
  /// Identifiers that the module can look up.
  var names: Set<String>
  /// The module can look up names that are computed.
  var opensNames: Bool

  init(_ key: String, _ names: Set<String>, path: String? = nil) {
    self.key = key
    self.path = path
    self.names = names
    opensNames = !names.isDisjoint(with: ModuleObject.openingNames)
  }

  /// Builtins through which any name becomes reachable.
  static let openingNames: Set<String> = [
    "getattr", "setattr", "hasattr", "delattr", "dir", "vars", "globals", "locals", "__dict__", "attrgetter",
    "methodcaller", "__getattribute__", "__import__",
  ]
}

extension Compiler {
  /// The object of a module, held in the work folder; if the cache lacks it, its compilation is given to the pool.
  func moduleObject(
    _ module: Frontend.Module, _ runtime: RuntimeArchive, _ work: WorkFolder, _ pool: inout ToolPool
  ) throws -> ModuleObject {
    let isLibrary = !isUserCode(module)
    let flags = options.zigFlags(isLibrary: isLibrary)
    var hash = ContentHash()
    hash.add(Version.buildKey)
    hash.add(options.key)
    hash.add(isLibrary ? 1 : 0)
    hash.add(module.name)
    hash.add(module.path)
    hash.add(module.isPackage ? 1 : 0)
    if let source = module.source { hash.add(source.bytes) }
    let generation = hash.digest
    if !options.force, let summary = cache.find("module", generation, ".names") {
      let lines = String(decoding: try cache.read(summary), as: UTF8.self).split(separator: "\n").map(String.init)
      if let text = lines.first {
        let key = objectKey(text, flags, runtime)
        if let path = cachedObject(key, work) { return ModuleObject(key, Set(lines.dropFirst()), path: path) }
      }
    }
    CrashReport.begin(module)
    defer { CrashReport.end() }
    guard let lowered = lower(module) else {
      throw InternalError(description: "module \(module.name) has no code")
    }
    let names = Compiler.names(of: lowered)
    let keepsFrames = keepsFrames(module)
    // Only generic functions are always entered where records are kept.
    let owned = try runPasses(lowered, specialized: !isLibrary && !keepsFrames)
    let text = observer.timed("emit-zig") { ZigEmitter.emit(owned, keepsFrames: keepsFrames) }
    let textHash = ContentHash.digest(Array(text.utf8))
    let summary = ([textHash] + names.sorted()).joined(separator: "\n")
    _ = try cache.put(Array(summary.utf8), "module", generation, ".names")
    let key = objectKey(textHash, flags, runtime)
    if !options.force, let path = cachedObject(key, work) { return ModuleObject(key, names, path: path) }
    try pool.add(zigTask(module.name, key, text, "module", flags))
    return ModuleObject(key, names)
  }

  /// Identifies what Zig makes of a generated text.
  func objectKey(_ text: String, _ flags: [String], _ runtime: RuntimeArchive) -> String {
    var hash = ContentHash()
    hash.add(toolchain.zigKey)
    hash.add(runtime.interface)
    for flag in flags { hash.add(flag) }
    hash.add(text)
    return hash.digest
  }

  private func cachedObject(_ key: String, _ work: WorkFolder) -> String? {
    cache.find("module", key, ".o").flatMap { cache.pinned($0, in: work) }
  }

  /// The compilation of a generated file to an object in the cache.
  func zigTask(_ title: String, _ key: String, _ text: String, _ kind: String, _ flags: [String]) throws -> ToolTask {
    let work = try WorkFolder(cache)
    let source = work.path + "/source.zig"
    let product = work.path + "/object.o"
    try cache.writing { try Files.write(source, Array(text.utf8)) }
    let zig = ZigTool(toolchain, cache)
    let cache = cache
    let force = options.force
    return ToolTask(
      title: title, key: key, command: zig.object(source, product, flags), environment: zig.environment(work),
      work: work,
      existing: { force ? nil : cache.find(kind, key, ".o").flatMap { cache.pinned($0, in: work) } },
      finish: { try cache.share(product, kind, key, ".o") })
  }

  /// Every identifier that the module can look up.
  private static func names(of module: PyIR.Module) -> Set<String> {
    var names: Set<String> = []
    for constant in module.constants {
      switch constant {
      case .name(let text): names.insert(text)
      // A string may be used as a name (`getattr(x, "y")`), if it can be one.
      case .str(let bytes):
        if bytes.count <= 40, bytes.allSatisfy({ $0 == 95 || ($0 >= 97 && $0 <= 122) }) {
          names.insert(String(decoding: bytes, as: UTF8.self))
        }
        names.formUnion(attributesOfFields(bytes))
      // Static objects of these classes exist without anything that makes them.
      case .float: names.insert("pyrt_type_float")
      case .complex: names.insert("pyrt_type_complex")
      case .bytes: names.insert("pyrt_type_bytes")
      case .i64, .f64, .bool, .none, .true, .false, .ellipsis, .notImplemented, .absent, .smallInt, .bigInt, .tuple,
        .frozenset, .code, .global, .module, .cache:
        break
      }
    }
    return names
  }

  /// Names behind dots in a text with braces, which `str.format` looks up.
  private static func attributesOfFields(_ bytes: [UInt8]) -> [String] {
    guard bytes.contains(0x7B) else { return [] }
    return bytes.split(separator: 0x2E).dropFirst().compactMap { part in
      let name = part.prefix { $0 == 95 || $0 >= 128 || isalnum(Int32($0)) != 0 }
      return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }
  }

  /// Whether functions of a module may ask who called them.
  func keepsFrames(_ module: Frontend.Module) -> Bool {
    guard let ast = module.ast else { return false }
    func mentions(_ name: String) -> Bool { ast.findName(name) != nil }
    let asking = [
      "_getframe", "currentframe", "extract_stack", "print_stack", "format_stack", "walk_stack", "stack_info",
    ]
    return asking.contains(where: mentions) || mentions("inspect") && mentions("stack")
      || mentions("stacklevel") && (mentions("logging") || mentions("warn"))
  }

  /// Modules of libraries stay in their generic form, so that programs can share them.
  func isUserCode(_ module: Frontend.Module) -> Bool {
    let libraries = [Toolchain.standardLibrary(), toolchain.library].compactMap { $0 }
    return !libraries.contains { module.path.hasPrefix($0 + "/") }
  }
}
