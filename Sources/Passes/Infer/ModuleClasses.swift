// What the module's text says of its classes and globals, without looking at values: hints, each of which is checked where
// it is used.
import PyIR

/// A class statement of the module's body.
struct ClassInfo {
  /// Names of the slots of its instances in order, those of its bases first; nil where a base is not known.
  var slots: [String]?
  /// Names that the class's `__init__` stores, or the nearest one of its bases: likely to be there in every instance.
  var initialised: Set<String> = []
  /// The functions that its body binds.
  var methods: [String: FunctionID] = [:]
  /// Its own `__init__`, or the nearest one of its bases.
  var initializer: FunctionID?
  /// The first base, as a number in the module's list.
  var base: Int?
}

struct ModuleClasses {
  private(set) var classes: [ClassInfo] = []
  /// Classes by the global that one class statement binds.
  private(set) var ofGlobal: [GlobalID: Int] = [:]
  /// The class whose body binds the function.
  private(set) var ofMethod: [FunctionID: Int] = [:]

  init(_ module: Module) {
    for function in module.functions where function.code?.isModule == true { read(function, module) }
    for (index, info) in classes.enumerated() {
      for method in info.methods.values { ofMethod[method] = index }
    }
  }

  /// Whether an instance of the class is one of the other.
  func isSubclass(_ index: Int, of other: Int) -> Bool {
    var at: Int? = index
    while let current = at {
      if current == other { return true }
      at = classes[current].base
    }
    return false
  }

  /// The class that has all these attributes and methods and whose subclasses are the only others that do; nil without
  /// one.
  func with(attributes: Set<String>, methods: Set<String>) -> Int? {
    let fitting = classes.indices.filter { index in
      guard let slots = classes[index].slots else { return false }
      return attributes.allSatisfy { slots.contains($0) } && methods.allSatisfy { hasMethod(index, $0) }
    }
    guard let first = fitting.first, fitting.allSatisfy({ isSubclass($0, of: first) }) else { return nil }
    return first
  }

  private func hasMethod(_ index: Int, _ name: String) -> Bool {
    var at: Int? = index
    while let current = at {
      if classes[current].methods[name] != nil { return true }
      at = classes[current].base
    }
    return false
  }

  func named(_ name: String, _ module: Module) -> Int? {
    ofGlobal.first { module[$0.key].name == name }?.value
  }

  // MARK: reading the module's body

  private mutating func read(_ function: Function, _ module: Module) {
    var bodies: [ValueID: FunctionID] = [:]
    var loads: [ValueID: GlobalID] = [:]
    var tuples: [ValueID: [Operand]] = [:]
    var made: [ValueID: Int] = [:]
    var stored: [GlobalID: Int?] = [:]
    for block in function.blockIDs {
      for id in function[block].instructions {
        let operands = Array(function.operands(id))
        switch function[id].op {
        case .rt(.function_new):
          guard let result = function[id].result, let body = ModuleClasses.code(operands[0], module) else { continue }
          bodies[result] = body
        case .rt(.global_get):
          guard let result = function[id].result, let global = ModuleClasses.global(operands[0], module) else {
            continue
          }
          loads[result] = global
        case .rt(.tuple_new): function[id].result.map { tuples[$0] = operands }
        case .rt(.class_build):
          guard let result = function[id].result, let body = operands[0].value.flatMap({ bodies[$0] }) else { continue }
          let bases = operands[2].value.flatMap { tuples[$0] }
          let known = (bases ?? []).map { $0.value.flatMap { loads[$0] }.flatMap { stored[$0] ?? nil } }
          made[result] = classes.count
          add(body, hasBases: operands[2].value != nil, known, operands[4], module)
        case .rt(.global_set):
          guard let global = ModuleClasses.global(operands[0], module) else { continue }
          let index = operands[3].value.flatMap { made[$0] }
          stored[global] = stored[global] == nil ? .some(index) : .some(nil)
        default: continue
        }
      }
    }
    for (global, index) in stored { if let index { ofGlobal[global] = index } }
  }

  private mutating func add(
    _ body: FunctionID, hasBases: Bool, _ bases: [Int?], _ predeclared: Operand, _ module: Module
  ) {
    var info = ClassInfo()
    info.methods = ModuleClasses.bindings(body, module)
    let own = ModuleClasses.names(predeclared, module)
    if !hasBases {
      info.slots = own
    } else if bases.count == 1, let base = bases[0] {
      info.base = base
      info.slots = classes[base].slots.map { inherited in inherited + own.filter { !inherited.contains($0) } }
      info.initializer = classes[base].initializer
      info.initialised = classes[base].initialised
    }
    if let initializer = info.methods["__init__"] {
      info.initializer = initializer
      info.initialised.formUnion(ModuleClasses.storesToSelf(module[initializer], module))
    }
    classes.append(info)
  }

  private static func storesToSelf(_ function: Function, _ module: Module) -> Set<String> {
    var names: Set<String> = []
    guard function.parameters.count > 1 else { return names }
    let receiver = Operand(function.parameters[1])
    for block in function.blockIDs {
      for id in function[block].instructions where function[id].op == .rt(.obj_setattr) {
        guard function.operand(id, 0) == receiver, let constant = function.operand(id, 1).constant,
          case .name(let name) = module[constant]
        else { continue }
        names.insert(name)
      }
    }
    return names
  }

  private static func code(_ operand: Operand, _ module: Module) -> FunctionID? {
    guard let constant = operand.constant, case .code(let function) = module[constant] else { return nil }
    return function
  }

  private static func global(_ operand: Operand, _ module: Module) -> GlobalID? {
    guard let constant = operand.constant, case .global(let global) = module[constant] else { return nil }
    return global
  }

  private static func names(_ operand: Operand, _ module: Module) -> [String] {
    guard let constant = operand.constant, case .tuple(let items) = module[constant] else { return [] }
    return items.compactMap { item in
      guard case .name(let name) = module[item] else { return nil }
      return name
    }
  }

  /// The functions that a class body binds, by name; the last one where there are several.
  private static func bindings(_ body: FunctionID, _ module: Module) -> [String: FunctionID] {
    let function = module[body]
    var made: [ValueID: FunctionID] = [:]
    var found: [String: FunctionID] = [:]
    for block in function.blockIDs {
      for id in function[block].instructions {
        switch function[id].op {
        case .rt(.function_new):
          guard let result = function[id].result, let callee = code(function.operand(id, 0), module) else { continue }
          made[result] = callee
        case .rt(.name_set):
          guard let constant = function.operand(id, 1).constant, case .name(let name) = module[constant] else {
            continue
          }
          found[name] = function.operand(id, 2).value.flatMap { made[$0] }
        default: continue
        }
      }
    }
    return found
  }

  // MARK: facts of the whole module

  /// Functions that class bodies bind, by name.
  static func methods(_ module: Module) -> [String: [FunctionID]] {
    var found: [String: [FunctionID]] = [:]
    for (index, function) in module.functions.enumerated() where function.code?.isClassBody == true {
      for (name, callee) in bindings(FunctionID(index), module).sorted(by: { $0.value < $1.value }) {
        guard ProgramInference.isCandidate(module[callee]), let code = module[callee].code, code.keywordOnly == 0,
          !code.hasVarArgs, !code.hasVarKeywords
        else { continue }
        found[name, default: []].append(callee)
      }
    }
    return found
  }

  /// Globals that the module stores to anywhere.
  static func storedGlobals(_ module: Module) -> Set<GlobalID> {
    var found: Set<GlobalID> = []
    for function in module.functions {
      for block in function.blockIDs {
        for id in function[block].instructions where function[id].op == .rt(.global_set) {
          guard let global = global(function.operand(id, 0), module) else { continue }
          found.insert(global)
        }
      }
    }
    return found
  }
}
