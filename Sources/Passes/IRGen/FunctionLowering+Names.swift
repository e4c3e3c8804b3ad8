// Reading, binding and deleting names by their resolution.
import Frontend
import PyIR

extension FunctionLowering {
  func mangled(_ name: NameID) -> String { symbols.name(symbols.mangledName(name, in: scopeID)) }

  func cell(_ reference: CellReference) -> Operand {
    switch reference {
    case .cell(let slot): cells[slot]
    case .free(let slot): freeCells[slot]
    }
  }

  // MARK: reading

  func load(_ name: NameID) -> Operand {
    load(symbols.lookup(name, in: scopeID), mangled(name))
  }

  func load(_ resolution: Resolution, _ name: String) -> Operand {
    switch resolution {
    case .local(let slot): return loadLocal(variable(slot), name)
    case .cell(let slot): return emit(.cell_get, [cells[slot], unit.name(name), unit.i64(0)])
    case .free(let slot): return emit(.cell_get, [freeCells[slot], unit.name(name), unit.i64(1)])
    case .global:
      if name == "__debug__" { return unit.constant(.true) }
      return loadGlobal(name)
    case .classOrGlobal:
      guard let namespace else { return load(.global, name) }
      if name == "__debug__" { return unit.constant(.true) }
      return loadName(namespace, name)
    case .classOrFree(let slot):
      guard let namespace else { return load(.free(slot), name) }
      return emit(.class_deref, [namespace, freeCells[slot], unit.name(name)])
    case .classDictOrGlobal(let reference):
      let dict = emit(.cell_get, [cell(reference), unit.name("__classdict__"), unit.i64(1)])
      return loadName(dict, name)
    case .classDictOrCell(let reference, let own):
      let dict = emit(.cell_get, [cell(reference), unit.name("__classdict__"), unit.i64(1)])
      return emit(.class_deref, [dict, cell(own), unit.name(name)])
    }
  }

  func loadLocal(_ variable: Variable, _ name: String) -> Operand {
    let value = read(variable)
    if value == unit.absent {
      run(.raise_unbound, [unit.name(name)])
      return unit.none
    }
    guard type(of: value) == .maybe else { return value }
    let bound = newBlock()
    let unbound = newBlock()
    let result = Operand(function.addParameter(bound, .obj))
    terminate(.guard(.bound), [value], [target(bound), target(unbound)])
    start(unbound)
    run(.raise_unbound, [unit.name(name)])
    start(bound)
    return result
  }

  // MARK: binding

  func store(_ name: NameID, _ value: Operand) {
    store(symbols.lookup(name, in: scopeID), mangled(name), value)
  }

  func store(_ resolution: Resolution, _ name: String, _ value: Operand) {
    switch resolution {
    case .local(let slot): storeLocal(variable(slot), value)
    case .cell(let slot): run(.cell_set, [cells[slot], value])
    case .free(let slot): run(.cell_set, [freeCells[slot], value])
    case .global: storeGlobal(name, value)
    case .classOrGlobal, .classOrFree, .classDictOrGlobal, .classDictOrCell:
      guard let namespace else { return store(.global, name, value) }
      run(.name_set, [namespace, unit.name(name), value])
    }
  }

  func storeLocal(_ variable: Variable, _ value: Operand) {
    let old = read(variable)
    write(variable, value)
    if old.value != nil { emitOp(.endLocal, [old]) }
  }

  // MARK: deleting

  func delete(_ name: NameID) {
    delete(symbols.lookup(name, in: scopeID), mangled(name))
  }

  func delete(_ resolution: Resolution, _ name: String) {
    switch resolution {
    case .local(let slot):
      let old = loadLocal(variable(slot), name)
      _ = old
      let value = read(variable(slot))
      write(variable(slot), unit.absent)
      if value.value != nil { emitOp(.endLocal, [value]) }
    case .cell(let slot): run(.cell_del, [cells[slot], unit.name(name), unit.i64(0)])
    case .free(let slot): run(.cell_del, [freeCells[slot], unit.name(name), unit.i64(1)])
    case .global: deleteGlobal(name)
    case .classOrGlobal, .classOrFree, .classDictOrGlobal, .classDictOrCell:
      guard let namespace else { return delete(.global, name) }
      run(.name_del, [namespace, unit.name(name)])
    }
  }

  /// Unbinds without a check (the name of an except clause, after `name = None`).
  func unbind(_ name: NameID) {
    store(name, unit.none)
    delete(name)
  }
}
