// The remarks of specialize: for each operation of a function what its typed version makes of it, and for functions
// without a typed version why.
import PyIR

extension FunctionInference {
  /// In the order of the source.
  func remarks() -> [Remark] {
    var found: [Remark] = []
    for block in split.cfg.reversePostOrder where isReached[block.index] {
      for inst in split.function[block].instructions {
        guard let (kind, text) = remark(inst) else { continue }
        found.append(
          Remark(pass: "specialize", kind: kind, location: split.function[inst].location, text: text))
      }
    }
    return found
  }

  private func remark(_ inst: InstID) -> (Remark.Kind, String)? {
    switch plan(inst) {
    case .generic: return generic(inst)
    case .i64(let op):
      switch op {
      case .add, .sub, .mul, .lshift, .pow: return (.unproven, "`\(op)` of 64-bit ints, overflow continues generic")
      case .matmul, .truediv, .floordiv, .mod, .rshift, .and, .or, .xor: return nil
      }
    case .negI64: return (.unproven, "negation of a 64-bit int, overflow continues generic")
    case .direct(let callee, let isTyped):
      return (.direct, "call of \(program.module[callee].name)\(isTyped ? "" : ", generic")")
    case .method(let callees): return (.direct, "one of \(callees.count) methods, by the receiver's shape")
    case .construct: return (.direct, "an instance is made in place and `__init__` called")
    case .itemAt, .slot:
      guard let result = split.result(inst), let kind = assumptions[result] else { return generic(inst) }
      return (.assumed, kind == .f64 ? "a float" : "an int of 63 bits")
    case .newFlat: return (.assumed, "a list of floats")
    case .f64, .compareI64, .compareF64, .negF64, .invert, .same, .truth, .present, .loadFunction, .loadMethod,
      .builtin,
      .append, .appendF64, .appendItemF64, .setItemAt, .setItemF64, .setSlot, .setSlotF64, .rangeClass, .rangeObject,
      .rangeIterator, .rangeNext, .dead:
      return nil
    }
  }

  private func generic(_ inst: InstID) -> (Remark.Kind, String)? {
    guard case .rt(let row) = split.function[inst].op else { return nil }
    if let op = row.binaryOperator { return (.boxed, "`\(op)`: no operand is known to be a number") }
    if let op = row.compareOperator { return (.boxed, "`\(op)`: no operand is known to be a number") }
    switch row {
    case .obj_call: return (.boxed, "what is called is not known")
    case .obj_call_method, .obj_call_loaded: return (.boxed, "no class of the module, or too many, has this method")
    case .obj_getitem, .obj_setitem: return (.boxed, "the index is not known to be an int")
    case .obj_getattr, .obj_setattr:
      return fieldSlot(split.function.operand(inst, 0), split.function.operand(inst, 1)) == nil
        ? (.boxed, "the class of the object is not known; one inline cache") : nil
    default: return nil
    }
  }
}
