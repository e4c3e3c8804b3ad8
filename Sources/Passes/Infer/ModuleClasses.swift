// What the module's text says of its classes and globals, without looking at values: hints, each of which is checked where
// it is used.
import PyIR

enum ModuleClasses {
  /// Functions that class bodies bind, by name.
  static func methods(_ module: Module) -> [String: [FunctionID]] {
    var found: [String: [FunctionID]] = [:]
    for function in module.functions where function.code?.isClassBody == true {
      var made: [ValueID: FunctionID] = [:]
      for block in function.blockIDs {
        for id in function[block].instructions {
          switch function[id].op {
          case .rt(.function_new):
            guard let result = function[id].result, let code = function.operand(id, 0).constant,
              case .code(let callee) = module[code]
            else { continue }
            made[result] = callee
          case .rt(.name_set):
            guard let value = function.operand(id, 2).value, let callee = made[value],
              ProgramInference.isCandidate(module[callee]), let constant = function.operand(id, 1).constant,
              case .name(let name) = module[constant],
              let code = module[callee].code, code.keywordOnly == 0, !code.hasVarArgs, !code.hasVarKeywords
            else { continue }
            found[name, default: []].append(callee)
          default: continue
          }
        }
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
          guard let slot = function.operand(id, 0).constant, case .global(let global) = module[slot] else { continue }
          found.insert(global)
        }
      }
    }
    return found
  }

  /// For each global that one class statement binds: the `__init__` of its body.
  static func initializers(_ module: Module) -> [GlobalID: FunctionID] {
    var found: [GlobalID: FunctionID] = [:]
    var several: Set<GlobalID> = []
    for function in module.functions where function.code?.isModule == true {
      var bodies: [ValueID: FunctionID] = [:]
      var classes: [ValueID: FunctionID] = [:]
      for block in function.blockIDs {
        for id in function[block].instructions {
          switch function[id].op {
          case .rt(.function_new):
            guard let result = function[id].result, let code = function.operand(id, 0).constant,
              case .code(let body) = module[code]
            else { continue }
            bodies[result] = body
          case .rt(.class_build):
            guard let result = function[id].result, let body = function.operand(id, 0).value.flatMap({ bodies[$0] }),
              let initializer = method("__init__", of: body, module)
            else { continue }
            classes[result] = initializer
          case .rt(.global_set):
            guard let slot = function.operand(id, 0).constant, case .global(let global) = module[slot] else { continue }
            if found[global] != nil { several.insert(global) }
            guard let initializer = function.operand(id, 3).value.flatMap({ classes[$0] }) else { continue }
            found[global] = initializer
          default: continue
          }
        }
      }
    }
    return found.filter { !several.contains($0.key) }
  }

  /// The function that a class body binds to the name.
  private static func method(_ wanted: String, of body: FunctionID, _ module: Module) -> FunctionID? {
    let function = module[body]
    var made: [ValueID: FunctionID] = [:]
    var found: FunctionID?
    for block in function.blockIDs {
      for id in function[block].instructions {
        switch function[id].op {
        case .rt(.function_new):
          guard let result = function[id].result, let code = function.operand(id, 0).constant,
            case .code(let callee) = module[code]
          else { continue }
          made[result] = callee
        case .rt(.name_set):
          guard let constant = function.operand(id, 1).constant, module[constant] == .name(wanted) else { continue }
          found = function.operand(id, 2).value.flatMap { made[$0] }
        default: continue
        }
      }
    }
    return found
  }
}
