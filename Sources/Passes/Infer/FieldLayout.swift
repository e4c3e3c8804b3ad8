// Where the attributes of a value are likely to stand: the slots of a class of the module that has all attributes which
// the function asks this value for. One test a value (`has_layout`) then serves all its attributes.
//
//   %a = rt obj_getattr %p, "x", …         %p: names ("x", "y") of class Point, slots 0 and 1
//   rt obj_setattr %p, "y", %b, …
//
// Conditions: only attributes that `__init__` stores, and not inside it, where they are not there yet. All of it is a guess.
import PyIR

struct FieldLayout {
  /// By slot; nil where the function does not care.
  var names: [String?]

  func slot(_ name: String) -> Int? { names.firstIndex(of: name) }
}

extension FunctionInference {
  static func findLayouts(
    _ split: SplitFunction, _ program: ProgramInference, _ id: FunctionID, _ constructions: [InstID: Construction]
  ) -> [ValueID: FieldLayout] {
    let function = split.function
    guard function.code?.name != "__init__" else { return [:] }
    var asked: [ValueID: Set<String>] = [:]
    var called: [ValueID: Set<String>] = [:]
    for block in split.cfg.reversePostOrder {
      for inst in function[block].instructions {
        if function[inst].op == .rt(.obj_get_method) || function[inst].op == .rt(.obj_call_method),
          let receiver = function.operand(inst, 0).value, let constant = function.operand(inst, 1).constant,
          case .name(let name) = program.module[constant]
        {
          called[receiver, default: []].insert(name)
        }
        guard function[inst].op == .rt(.obj_getattr) || function[inst].op == .rt(.obj_setattr),
          let receiver = function.operand(inst, 0).value, let constant = function.operand(inst, 1).constant,
          case .name(let name) = program.module[constant]
        else { continue }
        asked[receiver, default: []].insert(name)
      }
    }
    var layouts: [ValueID: FieldLayout] = [:]
    for (receiver, names) in asked {
      guard let index = classOf(receiver, names, called[receiver] ?? [], split, program, id, constructions) else {
        continue
      }
      let info = program.classes.classes[index]
      guard let slots = info.slots else { continue }
      let wanted = names.intersection(info.initialised)
      guard let last = slots.lastIndex(where: { wanted.contains($0) }) else { continue }
      layouts[receiver] = FieldLayout(names: slots[...last].map { wanted.contains($0) ? $0 : nil })
    }
    return layouts
  }

  /// The class that the value is likely to be an instance of.
  private static func classOf(
    _ value: ValueID, _ names: Set<String>, _ called: Set<String>, _ split: SplitFunction, _ program: ProgramInference,
    _ id: FunctionID,
    _ constructions: [InstID: Construction]
  ) -> Int? {
    let parameters = split.function.parameters
    if parameters.count > 1, value == parameters[1], let own = program.classes.ofMethod[id] { return own }
    if let producer = split.producers[value.index], let made = constructions[producer] { return made.classIndex }
    if let index = parameters.firstIndex(of: value), let code = split.function.code,
      code.parameterHints.indices.contains(index - 1), let hint = code.parameterHints[index - 1],
      let named = program.classes.named(hint, program.module)
    {
      return named
    }
    return program.classes.with(attributes: names, methods: called)
  }
}
