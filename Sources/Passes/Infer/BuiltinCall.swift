// Builtin functions that typed code does on machine values: which calls are of one, and what it makes of its arguments.
//
//   %f = rt global_get @len        a name that the module itself never binds
//   %n = rt obj_call %f, %v        %n: i64
//
// Conditions: the global has no store in the module; that the name still finds the builtin is checked at the call.
import PyIR

enum BuiltinCall: String, CaseIterable {
  case len, ord, abs, min, max, float, int, isinstance

  var arguments: Int {
    switch self {
    case .len, .ord, .abs, .float, .int: 1
    case .min, .max, .isinstance: 2
    }
  }

  /// What it gives for arguments of these kinds, nil where it stays a call.
  func result(_ kinds: [ValueKind]) -> ValueKind? {
    let first = kinds[0]
    switch self {
    case .len, .ord: return first.isNumber ? nil : .i64
    case .isinstance: return first.isNumber ? nil : .bool
    case .abs: return first == .i64 || first == .f64 ? first : nil
    case .min, .max: return first == kinds[1] && (first == .i64 || first == .f64) ? first : nil
    case .float: return first == .i64 || first == .f64 ? .f64 : nil
    case .int: return first == .i64 || first == .f64 ? .i64 : nil
    }
  }
}

/// A call of a name that is a builtin function's.
struct BuiltinSite {
  let function: BuiltinCall
  /// The name as an operand.
  let name: Operand
}

extension FunctionInference {
  static func findBuiltins(_ split: SplitFunction, _ program: ProgramInference) -> [InstID: BuiltinSite] {
    var found: [InstID: BuiltinSite] = [:]
    let function = split.function
    for block in split.cfg.reversePostOrder {
      for id in function[block].instructions where function[id].op == .rt(.obj_call) {
        guard let value = function.operand(id, 0).value, let producer = split.producers[value.index],
          function[producer].op == .rt(.global_get), let slot = function.operand(producer, 0).constant,
          case .global(let global) = program.module[slot], !program.storedGlobals.contains(global),
          let constant = function.operand(producer, 2).constant, case .name(let name) = program.module[constant],
          let builtin = BuiltinCall(rawValue: name), function.operandCount(id) == builtin.arguments + 1
        else { continue }
        found[id] = BuiltinSite(function: builtin, name: function.operand(producer, 2))
      }
    }
    return found
  }
}
