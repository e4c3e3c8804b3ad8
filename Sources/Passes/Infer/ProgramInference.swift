// Inference over the functions of a module: which global holds which function, what callees take and return, until nothing
// changes. Annotations, call sites and uses propose parameter kinds; every proposal is checked on entry, so a wrong one
// costs speed only.
import PyIR

public final class ProgramInference {
  let module: Module
  /// Globals that one `def` binds; other stores may rebind them, which calls check.
  let functionOfGlobal: [GlobalID: FunctionID]
  let classes: ModuleClasses
  /// Globals that the module stores to anywhere.
  let storedGlobals: Set<GlobalID>
  /// Functions that class bodies bind, by name.
  let methods: [String: [FunctionID]]
  /// What the stores to attributes of each name give, as far as inference knows them: a hint.
  private(set) var attributeKinds: [String: ValueKind] = [:]
  private(set) var functions: [FunctionID: FunctionInference] = [:]
  /// In the module's order.
  private(set) var candidates: [FunctionID] = []
  private var returnKinds: [FunctionID: ValueKind] = [:]
  private var callers: [FunctionID: Set<FunctionID>] = [:]

  /// Instructions of a function; larger ones are not worth three versions.
  public static let sizeLimit = 6000
  /// The same for a function that holds both versions.
  private static let overlayLimit = 2000
  private static let roundLimit = 8
  /// Operands of all exits together.
  private static let exitLimit = 10_000

  init(_ module: Module) {
    self.module = module
    functionOfGlobal = ProgramInference.globalFunctions(module)
    methods = ModuleClasses.methods(module)
    storedGlobals = ModuleClasses.storedGlobals(module)
    classes = ModuleClasses(module)
    for id in module.functionIDList
    where ProgramInference.isCandidate(module[id]) || ProgramInference.isGenerator(module[id]) {
      candidates.append(id)
    }
    for id in candidates {
      let function = FunctionInference(self, id)
      functions[id] = function
      let callees = Set(function.functionValues.values).union(function.methodSites.values.joined())
        .union(function.constructions.values.map(\.initializer))
      for callee in callees { callers[callee, default: []].insert(id) }
    }
  }

  static func isCandidate(_ function: Function) -> Bool {
    guard let code = function.code, function.role == .generic, !function.blocks.isEmpty, !code.isModule,
      !code.isClassBody, !code.isGenerator, !code.isCoroutine, !code.isAsyncGenerator
    else { return false }
    return function.instructions.count <= sizeLimit
  }

  /// Generators have their typed code inside (`TwinBuilder+Overlay`): nobody calls it, and what they return is a word.
  static func isGenerator(_ function: Function) -> Bool {
    guard let code = function.code, function.role == .generic, !function.blocks.isEmpty, code.isGenerator,
      !code.isCoroutine, !code.isAsyncGenerator
    else { return false }
    return function.instructions.count <= overlayLimit
  }

  /// Functions that a call with all positional arguments enters with exactly these: no closure, no other parameters.
  private static func isDirectlyCallable(_ function: Function) -> Bool {
    guard let code = function.code, isCandidate(function) else { return false }
    return code.freeNames.isEmpty && code.keywordOnly == 0 && !code.hasVarArgs && !code.hasVarKeywords
      && !code.needsClassCell && function.parameters.count == code.positional + 1
  }

  private static func globalFunctions(_ module: Module) -> [GlobalID: FunctionID] {
    var definitions: [GlobalID: Set<FunctionID>] = [:]
    for function in module.functions where function.code != nil {
      var made: [ValueID: FunctionID] = [:]
      for block in function.blockIDs {
        for id in function[block].instructions {
          let operands = Array(function.operands(id))
          switch function[id].op {
          case .rt(.function_new):
            var result = function[id].result
            if result == nil, let target = function.targets(id).first {
              result = function[target.block].parameters.first
            }
            guard let result, let code = operands[0].constant, case .code(let callee) = module[code] else { continue }
            made[result] = callee
          case .rt(.global_set):
            guard let value = operands[3].value, let callee = made[value], let slot = operands[0].constant,
              case .global(let global) = module[slot], isDirectlyCallable(module[callee])
            else { continue }
            definitions[global, default: []].insert(callee)
          default: continue
          }
        }
      }
    }
    return definitions.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  // MARK: what callers ask

  func returnKind(_ id: FunctionID) -> ValueKind { returnKinds[id] ?? .word }

  func parameterKind(_ id: FunctionID, _ index: Int) -> ValueKind {
    guard let function = functions[id], function.signature.indices.contains(index) else { return .word }
    return function.signature[index]
  }

  /// Whether a call with such arguments may enter the typed version, after checks of arguments that are words.
  func acceptsTyped(_ id: FunctionID, _ arguments: [ValueKind]) -> Bool {
    guard let function = functions[id], !ProgramInference.isGenerator(module[id]) else { return false }
    return zip(function.signature.dropFirst(), arguments).allSatisfy { wanted, given in
      !wanted.isNumber || given == wanted || given == .word
    }
  }

  // MARK: fixpoint

  func run() {
    var dirty = Set(candidates)
    for _ in 0..<ProgramInference.roundLimit {
      let affected = withCallers(dirty)
      inferKinds(affected)
      dirty = []
      for id in affected {
        guard let function = functions[id] else { continue }
        let hasNewWishes = function.updateDemand()
        if function.addAssumptions() || hasNewWishes { dirty.insert(id) }
      }
      dirty.formUnion(adoptCallSites())
      if updateAttributeKinds() { dirty.formUnion(candidates) }
      if dirty.isEmpty { break }
    }
    inferKinds(withCallers(dirty))
    dropWhatDoesNotPay()
  }

  /// What gains nothing, or would need more code for its exits than it is worth, stays generic; callers know less then.
  private func dropWhatDoesNotPay() {
    let idle = candidates.filter { id in
      functions[id].map { $0.gain == 0 || $0.exitCost > ProgramInference.exitLimit } ?? true
    }
    guard !idle.isEmpty else { return }
    let affected = withCallers(Set(idle))
    for id in idle {
      functions[id] = nil
      returnKinds[id] = nil
    }
    candidates.removeAll { functions[$0] == nil }
    inferKinds(affected.filter { functions[$0] != nil })
  }

  /// The functions and all that call them, directly or not, in the module's order.
  private func withCallers(_ start: Set<FunctionID>) -> [FunctionID] {
    var found = start
    var work = Array(start)
    while let id = work.popLast() {
      for caller in callers[id] ?? [] where found.insert(caller).inserted { work.append(caller) }
    }
    return candidates.filter { found.contains($0) }
  }

  /// Kinds and results of these functions, from the bottom up; all callers of each must be among them.
  private func inferKinds(_ affected: [FunctionID]) {
    for id in affected { returnKinds[id] = .bottom }
    riseReturns(affected, Set(affected))
    // Functions that only raise.
    let silent = affected.filter { returnKinds[$0] == .bottom }
    guard !silent.isEmpty else { return }
    for id in silent { returnKinds[id] = .word }
    let again = withCallers(Set(silent))
    riseReturns(again, Set(again))
  }

  private func riseReturns(_ order: [FunctionID], _ start: Set<FunctionID>) {
    var pending = start
    while !pending.isEmpty {
      for id in order where pending.remove(id) != nil {
        guard let function = functions[id], let old = returnKinds[id] else { continue }
        function.infer()
        let joined = ProgramInference.isGenerator(module[id]) ? .word : old.joined(function.returned)
        guard joined != old else { continue }
        returnKinds[id] = joined
        for caller in callers[id] ?? [] where functions[caller] != nil { pending.insert(caller) }
      }
      pending.formIntersection(order)
    }
  }

  /// Joins what known stores give attributes; true if a hint is new or lost.
  private func updateAttributeKinds() -> Bool {
    var kinds: [String: ValueKind] = [:]
    for id in candidates {
      guard let function = functions[id] else { continue }
      for (inst, name) in function.attributeStores where function.isReached[function.split.place(inst).index] {
        let kind = function.likely(function.split.function.operand(inst, 2))
        kinds[name] = (kinds[name] ?? .bottom).joined(kind)
      }
    }
    defer { attributeKinds = kinds }
    return kinds != attributeKinds
  }

  /// Parameters without a hint take the kind that all calls of known kind give.
  private func adoptCallSites() -> Set<FunctionID> {
    var given: [FunctionID: [ValueKind]] = [:]
    for id in candidates {
      guard let caller = functions[id] else { continue }
      let function = caller.split.function
      for block in caller.split.cfg.reversePostOrder where caller.isReached[block.index] {
        for inst in function[block].instructions {
          let callees: [FunctionID]
          let arguments: [Operand]
          switch caller.plan(inst) {
          case .direct(let callee, _):
            callees = [callee]
            arguments = Array(function.operands(inst).dropFirst())
          case .method(let candidates):
            callees = candidates
            arguments = caller.methodArguments(inst)
          default:
            guard let made = caller.constructions[inst] else { continue }
            callees = [made.initializer]
            // The new object, which is no operand, takes the place of the class.
            arguments = Array(function.operands(inst))
          }
          for callee in callees {
            guard let target = functions[callee] else { continue }
            var kinds = given[callee] ?? Array(repeating: .bottom, count: target.signature.count)
            for (index, operand) in arguments.enumerated() {
              let kind = caller.kind(operand)
              guard kinds.indices.contains(index + 1) else { break }
              if kind.isNumber || kind == .object { kinds[index + 1] = kinds[index + 1].joined(kind) }
            }
            given[callee] = kinds
          }
        }
      }
    }
    var changed: Set<FunctionID> = []
    for (callee, kinds) in given {
      guard let target = functions[callee] else { continue }
      for (index, kind) in kinds.enumerated() where kind.isNumber && target.signature[index] == .word {
        target.signature[index] = kind
        changed.insert(callee)
      }
    }
    return changed
  }
}
