// The verifier. A module that passes is what every pass and backend may count on; a pass that
// breaks a rule is wrong, whatever program it came from. Rules of stage `owned` about counts (O1…)
// are in `OwnershipVerifier.swift`.
//
// Module
//  V1  Every id (value, block, function, constant, type, global, Python module, location) names a
//      row that exists.
//  V2  Function and Python module names are unique, names of globals hold no dot, and constants
//      have their only form: an int within 62 bits and sign is small, a larger one has no leading
//      zero limb, tuples hold words.
// Structure
//  V3  A block that the entry reaches ends in a terminator; no block has a terminator inside.
//      (Blocks that nothing reaches may be unfinished or empty: passes leave them to
//      `removeUnreachableBlocks`.)
//  V4  An instruction stands in one place, a value is defined in one place, and the value's record
//      names that place.
//  V5  The entry has no predecessors.
// The following rules hold in blocks that the entry reaches.
//  V6  Definitions dominate uses.
// Instructions
//  V7  The op is legal in the module's stage; the row `retain` is not (the op is: its result
//      carries the new reference).
//  V8  The number of operands is the op's (variadic rows: at least the fixed ones).
//  V9  Operand types: as the op or the row's parameter says. A word parameter takes any word but
//      `maybe`, a `…Maybe` one takes any word.
//  V10 Address constants (`code`, `global`, `module`, `cache`) stand exactly at address parameters
//      of their kind.
//  V11 An instruction has a result exactly if its op has one and it has no targets; type and (stage
//      owned) ownership are the rule's. A row that returns any object may be given a narrower type.
//  V12 The number of targets is the op's: `rt`, `call` and `yield` have none or [then, unwind]; a
//      row that always raises none or [unwind]; one that never raises none. Case labels of a switch
//      are distinct.
//  V13 A target passes as many arguments as its block has parameters, of matching types. Where the
//      op's result arrives in the first target, that block's first parameter takes it and the
//      target passes one argument less. Matching: equal; any word but `maybe` where `obj` is
//      wanted; any word where `maybe` is wanted; `none` or T where `opt[T]` is wanted. Nothing
//      narrows but `cast` and `guard`.
//  V14 A call's arguments match the callee's parameters, and the callee's return type its result.
//  V15 `ret` has one operand, which matches the return type.
// Stages
//  V16 Before stage owned no value has an ownership; in stage owned counted words are owned or
//      borrowed and other values have none.
//  V17 In stage owned every op that may raise is a terminator with an unwind target (a call of a
//      function that does not raise needs none), and a function with `propagate` raises.
// Roles
//  V18 generic: parameter 0 is the function object, all parameters and the result are words, and
//      their number is that of the code information; twin: parameter 0 is an i64; resume:
//      parameters are a word (the frame) and a word (the sent value); typed, twin and resume
//      functions have an origin.

/// A broken rule and where it was broken.
public struct VerifierError: Error, Sendable, CustomStringConvertible {
  /// Number of the rule: `V1`… here, `O1`… in the ownership verifier.
  public var rule: String
  public var function: String
  public var block: Int?
  /// The instruction's text with the numbers that the printer gives values.
  public var instruction: String?
  public var message: String

  public var description: String {
    var text = "\(rule): @\(function)"
    if let block { text += " ^\(block)" }
    text += ": \(message)"
    if let instruction { text += "\n    \(instruction)" }
    return text
  }
}

public enum Verifier {
  /// After so many errors a function is not looked at any further.
  static let errorLimit = 100

  /// All broken rules; ownership is checked where a function is otherwise correct.
  public static func verify(_ module: Module) -> [VerifierError] {
    var errors = moduleErrors(module)
    for id in module.functionIDList { errors += verify(id, in: module) }
    return errors
  }

  /// The broken rules of one function. Cheap enough to run after every pass on the functions that
  /// it changed.
  public static func verify(_ id: FunctionID, in module: Module) -> [VerifierError] {
    var verifier = FunctionVerifier(id, module)
    verifier.run()
    guard verifier.errors.isEmpty, module.stage == .owned, !module[id].blocks.isEmpty else {
      return verifier.errors
    }
    var ownership = OwnershipVerifier(id, module, verifier.cfg, verifier.dominators)
    ownership.run()
    return ownership.errors
  }

  // MARK: V1, V2

  private static func moduleErrors(_ module: Module) -> [VerifierError] {
    var errors: [VerifierError] = []
    func fail(_ rule: String, _ name: String, _ message: String) {
      errors.append(VerifierError(rule: rule, function: name, message: message))
    }
    var names: Set<String> = []
    for function in module.functions where !names.insert(function.name).inserted {
      fail("V2", function.name, "two functions have this name")
    }
    names = []
    for python in module.pythonModules where !names.insert(python.name).inserted {
      fail("V2", python.name, "two Python modules have this name")
    }
    for global in module.globals {
      if global.module.index >= module.pythonModules.count {
        fail("V1", global.name, "global of an unknown module")
      }
      if global.name.utf8.contains(UInt8(ascii: ".")) {
        fail("V2", global.name, "dot in the name of a global")
      }
    }
    for (python, body) in module.bodies
    where python.index >= module.pythonModules.count || body.index >= module.functions.count {
      fail("V1", module.name, "body of an unknown module or unknown function")
    }
    for location in module.locations.dropFirst()
    where location.function.index >= module.functions.count
      || location.inlinedAt.index >= module.locations.count
      || location.lookup.index >= module.locations.count
    {
      fail(
        "V1", module.name, "location row for line \(location.line) refers to what does not exist")
    }
    for (index, constant) in module.constants.enumerated() {
      if let (rule, message) = fault(constant, index, module) {
        fail(rule, module.name, "constant \(index): \(message)")
      }
    }
    for (index, type) in module.types.enumerated()
    where !parts(type).allSatisfy({ isKnown($0, before: index) }) {
      fail("V1", module.name, "type \(index) has an unknown part")
    }
    return errors
  }

  private static func parts(_ type: CompositeType) -> [IRType] {
    switch type {
    case .list(let element), .set(let element), .opt(let element): [element]
    case .dict(let key, let value): [key, value]
    case .tuple(let elements): elements
    case .instance: []
    }
  }

  private static func isKnown(_ type: IRType, before index: Int) -> Bool {
    type.isComposite ? type.compositeIndex < index : Int(type.raw) < IRType.scalarNames.count
  }

  private static func fault(_ constant: Constant, _ index: Int, _ module: Module) -> (
    String, String
  )? {
    switch constant {
    case .smallInt(let value):
      return Constant.smallIntRange.contains(value) ? nil : ("V2", "too large for a small int")
    case .bigInt(let negative, let limbs):
      return Constant.int(negative: negative, limbs: limbs) == constant
        ? nil : ("V2", "int not in its only form")
    case .tuple(let items), .frozenset(let items):
      for item in items {
        guard item.index < index else { return ("V1", "unknown item") }
        guard module[item].type.isWord, !module[item].isAddress else {
          return ("V2", "an item is no word")
        }
      }
      return nil
    case .code(let function):
      return function.index < module.functions.count ? nil : ("V1", "unknown function")
    case .global(let global):
      return global.index < module.globals.count ? nil : ("V1", "unknown global")
    case .module(let python):
      return python.index < module.pythonModules.count ? nil : ("V1", "unknown module")
    case .cache(let number): return number < module.cacheCount ? nil : ("V1", "unknown cache")
    case .i64, .f64, .bool, .none, .true, .false, .ellipsis, .notImplemented, .absent, .float,
      .complex, .str, .name,
      .bytes:
      return nil
    }
  }
}

extension Module {
  /// Whether a value of type `from` may stand where `to` is wanted (rule V13).
  public func isAssignable(_ from: IRType, to: IRType) -> Bool {
    if from == to { return true }
    guard from.isWord, to.isWord else { return false }
    if to == .maybe { return true }
    if from == .maybe { return false }
    if to == .obj { return true }
    if case .opt(let base) = self[to] { return from == .none || isAssignable(from, to: base) }
    return false
  }
}
