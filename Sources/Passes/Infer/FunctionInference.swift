// Forward abstract interpretation of one function: the kind of every value, over the blocks that typed execution reaches.
// Loop-carried parameters start at the bottom and rise until nothing changes. What cannot be known but is wanted by its
// uses is assumed: `assumptions` holds values that are checked where they are made.
//
//   ^1(%i, %s):            %i, %s: i64 while every edge brings an i64
//     %y = rt obj_getitem  %y: a word; f64 if assumed
import PyIR

/// A call of a class of the module.
struct Construction {
  let classIndex: Int
  /// The `__init__` that is likely to get the arguments.
  let initializer: FunctionID
}

/// Where the operands of a call of a method stand.
struct MethodOperands {
  let receiver: Int
  let name: Int
  /// The first one after the receiver.
  let arguments: Int

  init?(_ function: Function, _ id: InstID) {
    switch function[id].op {
    // (method, receiver, name, cache, arguments…)
    case .rt(.obj_call_loaded): (receiver, name, arguments) = (1, 2, 4)
    // (receiver, name, cache, arguments…)
    case .rt(.obj_call_method): (receiver, name, arguments) = (0, 1, 3)
    default: return nil
    }
  }
}

final class FunctionInference {
  unowned let program: ProgramInference
  let id: FunctionID
  let split: SplitFunction
  let loops: [RangeLoop]
  /// Loops by the instructions that belong to them (get, call, iter, next).
  let loopOfInstruction: [InstID: Int]
  /// Results of global_get that hold a known function and are only called, with as many arguments as it takes.
  let functionValues: [ValueID: FunctionID]

  /// The methods that calls of what `obj_get_method` gave may be of, by the name alone.
  let methodSites: [InstID: [FunctionID]]

  /// Lookups of methods by the call that alone uses what was found.
  let methodLoads: [InstID: InstID]
  /// Empty list displays, with what is appended to them.
  let emptyLists: [InstID: [Operand]]
  /// Calls of the module's classes.
  let constructions: [InstID: Construction]
  /// Values whose attributes are likely to stand in known slots.
  let layouts: [ValueID: FieldLayout]
  /// Calls of builtin functions that typed code knows.
  let builtinSites: [InstID: BuiltinSite]
  /// Results of obj_getattr by the attribute's name.
  let attributeLoads: [(ValueID, String)]
  /// Stores of attributes: (instruction, name).
  let attributeStores: [(InstID, String)]

  /// By parameter, the function object first.
  var signature: [ValueKind]
  var assumptions: [ValueID: ValueKind] = [:]
  /// What the uses of a word want it to be: i64 or f64; bottom if they do not care, word if they want an object.
  var demand: [ValueKind]
  /// Loops whose bounds are no ints.
  var disabledLoops: Set<Int> = []

  private(set) var kinds: [ValueKind]
  private(set) var isReached: [Bool]
  /// Join of what the returns give.
  private(set) var returned = ValueKind.bottom
  private var changed = false

  init(_ program: ProgramInference, _ id: FunctionID) {
    self.program = program
    self.id = id
    let function = program.module[id]
    split = SplitFunction(function)
    loops = RangeLoop.find(split, program.module)
    var byInstruction: [InstID: Int] = [:]
    for (index, loop) in loops.enumerated() {
      for inst in [loop.get, loop.call, loop.iter, loop.next] { byInstruction[inst] = index }
    }
    loopOfInstruction = byInstruction
    functionValues = FunctionInference.findFunctionValues(split, program)
    methodSites = FunctionInference.findMethodSites(split, program)
    methodLoads = FunctionInference.findMethodLoads(split, program, methodSites)
    emptyLists = FunctionInference.findEmptyLists(split)
    constructions = FunctionInference.findConstructions(split, program)
    layouts = FunctionInference.findLayouts(split, program, id, constructions)
    builtinSites = FunctionInference.findBuiltins(split, program)
    (attributeLoads, attributeStores) = FunctionInference.findAttributes(split, program.module)
    let hints = function.code?.parameterHints ?? []
    signature = function.parameters.indices.map { index in
      guard index > 0 else { return .object }
      guard index - 1 < hints.count, let hint = hints[index - 1] else { return .word }
      return ValueKind(hint: hint) ?? .word
    }
    demand = Array(repeating: .bottom, count: split.function.values.count)
    kinds = []
    isReached = []
  }

  private static func findFunctionValues(
    _ split: SplitFunction, _ program: ProgramInference
  ) -> [ValueID: FunctionID] {
    var found: [ValueID: FunctionID] = [:]
    let function = split.function
    for block in split.cfg.reversePostOrder {
      for id in function[block].instructions where function[id].op == .rt(.global_get) {
        guard let slot = function.operands(id).first?.constant, case .global(let global) = program.module[slot],
          let callee = program.functionOfGlobal[global], let value = split.result(id),
          let code = program.module[callee].code
        else { continue }
        let isOnlyCalled = split.uses[value].allSatisfy { use in
          function[use.instruction].op == .rt(.obj_call) && use.place == .operand(0)
            && function.operands(use.instruction).count == code.positional + 1
        }
        if isOnlyCalled, !split.uses[value].isEmpty { found[value] = callee }
      }
    }
    return found
  }

  private static func findMethodSites(
    _ split: SplitFunction, _ program: ProgramInference
  ) -> [InstID: [FunctionID]] {
    var found: [InstID: [FunctionID]] = [:]
    let function = split.function
    for block in split.cfg.reversePostOrder {
      for id in function[block].instructions {
        guard let call = MethodOperands(function, id), let constant = function.operand(id, call.name).constant,
          case .name(let name) = program.module[constant]
        else { continue }
        // A super object is of no class of the module.
        if let receiver = function.operand(id, call.receiver).value, let made = split.producers[receiver.index],
          function[made].op == .rt(.class_super)
        {
          continue
        }
        let count = function.operandCount(id) - call.arguments + 2
        let candidates = (program.methods[name] ?? []).filter { program.module[$0].parameters.count == count }
        guard (1...8).contains(candidates.count) else { continue }
        // Without a lookup of its own it is decided by shape, which is only done for the module's own classes.
        if call.arguments == 3, !candidates.allSatisfy({ program.classes.ofMethod[$0] != nil }) { continue }
        found[id] = candidates
      }
    }
    return found
  }

  /// Lookups of methods of the module's own classes for one call of the same receiver.
  private static func findMethodLoads(
    _ split: SplitFunction, _ program: ProgramInference, _ sites: [InstID: [FunctionID]]
  ) -> [InstID: InstID] {
    var found: [InstID: InstID] = [:]
    let function = split.function
    for (call, callees) in sites where function[call].op == .rt(.obj_call_loaded) {
      guard callees.allSatisfy({ program.classes.ofMethod[$0] != nil }),
        let method = function.operand(call, 0).value, let load = split.producers[method.index],
        function[load].op == .rt(.obj_get_method), function.operand(load, 0) == function.operand(call, 1),
        split.uses[method].count == 1
      else { continue }
      found[load] = call
    }
    return found
  }

  private static func findEmptyLists(_ split: SplitFunction) -> [InstID: [Operand]] {
    var found: [InstID: [Operand]] = [:]
    let function = split.function
    for block in split.cfg.reversePostOrder {
      for id in function[block].instructions
      where function[id].op == .rt(.list_new) && function.operandCount(id) == 0 {
        guard let result = split.result(id) else { continue }
        found[id] = split.uses[result].compactMap { use in
          switch (function[use.instruction].op, use.place) {
          case (.rt(.list_append), .operand(0)): function.operand(use.instruction, 1)
          case (.rt(.obj_call_loaded), .operand(1)) where function.operandCount(use.instruction) == 5:
            function.operand(use.instruction, 4)
          default: nil
          }
        }
      }
    }
    return found
  }

  private static func findConstructions(_ split: SplitFunction, _ program: ProgramInference) -> [InstID: Construction] {
    var found: [InstID: Construction] = [:]
    let function = split.function
    for block in split.cfg.reversePostOrder {
      for id in function[block].instructions where function[id].op == .rt(.obj_call) {
        guard let value = function.operand(id, 0).value, let producer = split.producers[value.index],
          function[producer].op == .rt(.global_get), let slot = function.operand(producer, 0).constant,
          case .global(let global) = program.module[slot], let index = program.classes.ofGlobal[global],
          let initializer = program.classes.classes[index].initializer
        else { continue }
        found[id] = Construction(classIndex: index, initializer: initializer)
      }
    }
    return found
  }

  private static func findAttributes(
    _ split: SplitFunction, _ module: Module
  ) -> ([(ValueID, String)], [(InstID, String)]) {
    var loads: [(ValueID, String)] = []
    var stores: [(InstID, String)] = []
    let function = split.function
    for block in split.cfg.reversePostOrder {
      for id in function[block].instructions {
        guard function[id].op == .rt(.obj_getattr) || function[id].op == .rt(.obj_setattr),
          let constant = function.operand(id, 1).constant, case .name(let name) = module[constant]
        else { continue }
        if function[id].op == .rt(.obj_setattr) {
          stores.append((id, name))
        } else if let value = split.result(id) {
          loads.append((value, name))
        }
      }
    }
    return (loads, stores)
  }

  // MARK: kinds

  /// Computes the kinds anew from the signature, the assumptions and what is known of callees.
  func infer() {
    while !inferOnce() {}
  }

  /// False if a loop had to be given up and everything starts again.
  private func inferOnce() -> Bool {
    let function = split.function
    kinds = Array(repeating: .bottom, count: function.values.count)
    isReached = Array(repeating: false, count: function.blocks.count)
    returned = .bottom
    isReached[0] = true
    for (parameter, kind) in zip(function.parameters, signature) { kinds[parameter.index] = kind }
    let disabled = disabledLoops.count
    repeat {
      changed = false
      for block in split.cfg.reversePostOrder where isReached[block.index] {
        for inst in function[block].instructions { if !transfer(inst) { break } }
        if disabledLoops.count != disabled { return false }
      }
    } while changed
    return true
  }

  private func raise(_ value: ValueID, to kind: ValueKind) {
    var kind = kind
    if kind == .word, let assumed = assumptions[value] { kind = assumed }
    let joined = kinds[value.index].joined(kind)
    guard joined != kinds[value.index] else { return }
    kinds[value.index] = joined
    changed = true
  }

  private func reach(_ target: Target, offset: Int) {
    let function = split.function
    if !isReached[target.block.index] {
      isReached[target.block.index] = true
      changed = true
    }
    for (parameter, argument) in zip(function[target.block].parameters.dropFirst(offset), function.arguments(target)) {
      raise(parameter, to: split.endsOnly[parameter.index] ? heldKind(argument) : kind(argument))
    }
  }

  /// What a parameter that nobody reads needs to hold of its argument.
  private func heldKind(_ argument: Operand) -> ValueKind {
    let kind = kind(argument)
    if kind.isNumber { return .idle }
    guard let constant = argument.constant, case .absent = program.module[constant] else { return kind }
    return .idle
  }

  /// False if nothing behind the instruction is reached.
  private func transfer(_ inst: InstID) -> Bool {
    let function = split.function
    let targets = function.targets(inst)
    let plan = plan(inst)
    if plan == .dead { return false }
    let result = resultKind(plan, inst)
    if let result, let value = split.result(inst) { raise(value, to: result) }
    if case .rangeObject = plan { checkBounds(inst) }
    if function[inst].op == .ret, let operand = function.operands(inst).first {
      returned = returned.joined(kind(operand))
    }
    for (index, target) in targets.enumerated() where reaches(plan, inst, index, result) {
      let offset = function[target.block].parameters.count - function.arguments(target).count
      reach(target, offset: offset)
    }
    return result != .bottom
  }

  /// Whether typed execution may take a target.
  private func reaches(_ plan: OpPlan, _ inst: InstID, _ index: Int, _ result: ValueKind?) -> Bool {
    let op = split.function[inst].op
    switch plan {
    case .dead: return false
    case .generic, .append, .appendF64, .appendItemF64, .newFlat, .itemAt, .setItemAt, .setItemF64, .slot, .setSlot,
      .setSlotF64, .builtin, .construct:
      // A row's exception, both ways of a branch.
      return true
    case .f64(.floordiv), .f64(.mod):
      // Rows that raise where the divisor is zero.
      return true
    case .direct, .method:
      // A callee that has not returned yet.
      return index != 0 || result != .bottom
    case .rangeNext: return index < 2
    case .present: return index == 0
    case .loadMethod: return true
    case .i64, .f64, .compareI64, .compareF64, .negI64, .negF64, .invert, .same, .truth, .loadFunction, .rangeClass,
      .rangeObject, .rangeIterator:
      switch op {
      case .rt: return index == 0
      default: return true
      }
    }
  }

  /// The kind of an op's result before assumptions; nil without one.
  func resultKind(_ plan: OpPlan, _ inst: InstID) -> ValueKind? {
    let function = split.function
    switch plan {
    case .i64, .negI64, .invert: return .i64
    case .f64, .negF64: return .f64
    case .compareI64, .compareF64, .truth: return .bool
    case .same: return function.operands(inst).first.map { kind($0) }
    case .present:
      guard function[inst].op != .isAbsent else { return .bool }
      return function.operands(inst).first.map { kind($0) }
    case .loadFunction(let callee): return .function(callee)
    case .direct(let callee, let typed): return typed ? program.returnKind(callee) : .word
    case .method(let callees): return methodResult(callees, inst)
    case .append, .appendF64, .newFlat, .construct: return .object
    case .loadMethod: return .method
    case .builtin(let builtin): return builtin.result(function.operands(inst).dropFirst().map { likely($0) }) ?? .word
    case .rangeClass: return .rangeClass
    case .rangeObject: return .rangeObject
    case .rangeIterator: return .rangeIterator
    case .rangeNext: return .i64
    case .dead: return nil
    case .setItemAt, .setItemF64, .setSlot, .setSlotF64, .appendItemF64: return nil
    case .generic, .itemAt, .slot:
      guard let value = split.result(inst) else { return nil }
      return naturalKind(value, inst)
    }
  }

  /// What all methods give that take these arguments; other callees' results are checked for it.
  private func methodResult(_ callees: [FunctionID], _ inst: InstID) -> ValueKind {
    var joined = ValueKind.bottom
    for callee in callees {
      joined = joined.joined(acceptsMethod(callee, inst) ? program.returnKind(callee) : .word)
    }
    return joined.isNumber || joined == .bottom ? joined : .word
  }

  /// Whether the call may enter the method's typed version, after checks of arguments that are words.
  func acceptsMethod(_ callee: FunctionID, _ inst: InstID) -> Bool {
    program.acceptsTyped(callee, methodArguments(inst).map { kind($0) })
  }

  /// The receiver and what follows it.
  func methodArguments(_ inst: InstID) -> [Operand] {
    guard let call = MethodOperands(split.function, inst) else { preconditionFailure("the call of a method") }
    let operands = split.function.operands(inst)
    return [operands[operands.startIndex + call.receiver]] + operands.dropFirst(call.arguments)
  }

  private func naturalKind(_ value: ValueID, _ inst: InstID) -> ValueKind {
    let function = split.function
    switch function[value].type {
    case .i64: return .i64
    case .f64: return .f64
    case .bool: return .bool
    case .obj, .maybe, .int, .float: break
    default: return .object
    }
    guard case .rt(let row) = function[inst].op else { return .word }
    if row.makesContainer { return .object }
    // A list times a number, text and more text: guessing numbers would be wrong.
    if row.binaryOperator != nil, function.operands(inst).contains(where: { kind($0) == .object }) { return .object }
    return .word
  }

  private func checkBounds(_ call: InstID) {
    guard let index = loopOfInstruction[call] else { return }
    let bounds = split.function.operands(call).dropFirst()
    let fits = bounds.allSatisfy { operand in
      switch kind(operand) {
      case .i64, .word, .bottom: true
      case .f64, .bool, .object, .function, .method, .rangeClass, .rangeObject, .rangeIterator, .idle: false
      }
    }
    if !fits { disabledLoops.insert(index) }
  }

  // MARK: what it is worth

  /// Number of ops that the typed version does better.
  var gain: Int {
    var count = 0
    for block in split.cfg.reversePostOrder where isReached[block.index] {
      for inst in split.function[block].instructions {
        switch plan(inst) {
        case .i64, .f64, .compareI64, .compareF64, .negI64, .negF64, .invert, .truth, .rangeNext,
          .direct(_, typed: true), .method, .loadMethod, .construct, .builtin, .append, .appendF64,
          .appendItemF64, .newFlat, .itemAt, .setItemAt, .setItemF64,
          .slot, .setSlot, .setSlotF64:
          count += 1
        case .generic, .same, .present, .loadFunction, .direct(_, typed: false), .rangeClass, .rangeObject,
          .rangeIterator, .dead:
          continue
        }
      }
    }
    return count
  }

  /// About how many operands the exits of the typed version pass.
  var exitCost: Int {
    var cost = 0
    for block in split.cfg.reversePostOrder where isReached[block.index] {
      guard let first = split.function[block].instructions.first else { continue }
      switch plan(first) {
      case .generic, .same, .present, .truth, .rangeIterator, .rangeNext, .dead, .append, .appendF64, .appendItemF64,
        .newFlat,
        .setItemAt, .setItemF64, .setSlot, .setSlotF64, .loadMethod:
        continue
      case .itemAt, .slot:
        guard let result = split.result(first), assumptions[result] != nil else { continue }
        cost += split.liveIn[block.index].count + split.function[block].parameters.count + 2
      case .i64, .f64, .compareI64, .compareF64, .negI64, .negF64, .invert, .loadFunction, .direct, .rangeClass,
        .rangeObject, .method, .construct, .builtin:
        cost += split.liveIn[block.index].count + split.function[block].parameters.count + 2
      }
    }
    return cost
  }
}
