// Calls: plain, with keywords, with stars, of methods (no bound method is made), and the few builtins that see the
// caller's frame.
import Frontend
import PyIR

extension FunctionLowering {
  func lowerCall(_ id: ExprID) -> Operand {
    guard case .call(let callee, let args, let keywords) = ast[id] else { return unit.none }
    let arguments = Array(ast.exprs(args))
    let keywordList = Array(ast.keywords(keywords))
    let range = ast.range(of: id)
    if let special = lowerFrameCall(callee, arguments, keywordList, range) { return special }
    let hasStars =
      arguments.contains { if case .starred = ast[$0] { true } else { false } }
      || keywordList.contains { $0.arg == nil }
    if hasStars {
      let function = lower(callee)
      return lowerStarCall(function, arguments, keywordList, range, callee)
    }
    if case .attribute(let receiver, let attr, _) = ast[callee] {
      return lowerMethodCall(callee, receiver, attr, arguments, keywordList, range)
    }
    let function = lower(callee)
    let operands = arguments.map { lower($0) } + keywordList.map { lower($0.value) }
    setLocation(range)
    if keywordList.isEmpty { return emit(.obj_call, [function] + operands) }
    return emit(.obj_call_kw, [function, keywordNames(keywordList)] + operands)
  }

  func keywordNames(_ keywords: [Keyword]) -> Operand {
    let names = keywords.compactMap(\.arg).map { unit.module.constant(.name(mangled($0))) }
    return unit.constant(.tuple(names))
  }

  private func lowerMethodCall(
    _ callee: ExprID, _ receiver: ExprID, _ attr: NameID, _ arguments: [ExprID], _ keywords: [Keyword],
    _ range: SourceRange
  ) -> Operand {
    let object = lower(receiver)
    // The attribute is looked up before the arguments are evaluated; a missing one must raise first. The lookup is part
    // of the call where evaluating the arguments can neither raise nor change anything.
    let attribute = attributeRange(callee, attr)
    let range = ast.range(of: callee) == attribute ? range : SourceRange(start: attribute.start, end: range.end)
    let isSimple = (arguments + keywords.map(\.value)).allSatisfy(isInert)
    let name = unit.name(mangled(attr))
    if isSimple || isKnownSafeReceiver(receiver) {
      let operands = arguments.map { lower($0) } + keywords.map { lower($0.value) }
      location = unit.location(range, in: id, lookup: attribute)
      let cache = unit.module.newCache()
      if keywords.isEmpty { return emit(.obj_call_method, [object, name, cache] + operands) }
      return emit(.obj_call_method_kw, [object, name, cache, keywordNames(keywords)] + operands)
    }
    let cache = unit.module.newCache()
    let function = at(attribute) { emit(.obj_get_method, [object, name, cache]) }
    let operands = arguments.map { lower($0) } + keywords.map { lower($0.value) }
    setLocation(range)
    if keywords.isEmpty { return emit(.obj_call_loaded, [function, object, name, cache] + operands) }
    return emit(.obj_call_loaded_kw, [function, object, name, cache, keywordNames(keywords)] + operands)
  }

  private func isKnownSafeReceiver(_ id: ExprID) -> Bool {
    if case .constant = ast[id] { return true }
    return false
  }

  /// Evaluating it cannot run Python code, and its error, if any (an unbound name), is CPython's error too in the other
  /// order only if the attribute exists; names of parameters and constants are never wrong.
  private func isInert(_ id: ExprID) -> Bool {
    switch ast[id] {
    case .constant: return true
    case .name(let name, _):
      switch symbols.lookup(name, in: scopeID) {
      case .local(let slot): return type(of: read(variable(slot))) != .maybe
      case .cell, .free, .global, .classOrGlobal, .classOrFree, .classDictOrGlobal, .classDictOrCell: return false
      }
    default: return false
    }
  }

  private func lowerStarCall(
    _ function: Operand, _ arguments: [ExprID], _ keywords: [Keyword], _ range: SourceRange, _ callee: ExprID
  ) -> Operand {
    let positional = starArguments(arguments, of: function)
    var dict = unit.absent
    if !keywords.isEmpty {
      dict = emit(.dict_new, [])
      for keyword in keywords {
        let value = lower(keyword.value)
        if let name = keyword.arg {
          let single = emit(.dict_new, [unit.name(mangled(name)), value])
          run(.dict_merge_kwargs, [dict, single, function])
        } else {
          at(range) { run(.dict_merge_kwargs, [dict, value, function]) }
        }
      }
    }
    setLocation(range)
    return emit(.obj_call_ex, [function, positional, dict])
  }

  /// The tuple of positional arguments with stars expanded; the callable is for the message.
  private func starArguments(_ arguments: [ExprID], of callable: Operand) -> Operand {
    if arguments.count == 1, case .starred(let value, _) = ast[arguments[0]] {
      return emit(.args_tuple, [lower(value), callable])
    }
    let list = emit(.list_new, [])
    for argument in arguments {
      if case .starred(let value, _) = ast[argument] {
        run(.list_extend, [list, lower(value)])
      } else {
        run(.list_append, [list, lower(argument)])
      }
    }
    return emit(.list_to_tuple, [list])
  }

  // MARK: builtins that see the frame

  /// `super()`, `locals()`, `globals()`, `vars()` and `dir()` without arguments, `eval` and `exec`, where the name is the
  /// builtin's.
  private func lowerFrameCall(
    _ callee: ExprID, _ arguments: [ExprID], _ keywords: [Keyword], _ range: SourceRange
  ) -> Operand? {
    guard case .name(let id, _) = ast[callee] else { return nil }
    let evaluates = ["eval", "exec"].contains(ast.name(id))
    guard evaluates || arguments.isEmpty && keywords.isEmpty else { return nil }
    switch symbols.lookup(id, in: scopeID) {
    case .global, .classOrGlobal: break
    case .local, .cell, .free, .classOrFree, .classDictOrGlobal, .classDictOrCell: return nil
    }
    let text = ast.name(id)
    if let symbol = symbols.module.symbol(id), symbol.isBound { return nil }
    if evaluates {
      let stars = arguments.contains { if case .starred = ast[$0] { true } else { false } }
      if stars || keywords.contains(where: { $0.arg == nil }) { return nil }
      return lowerFrameEvaluation(callee, arguments, keywords, range)
    }
    switch text {
    case "super": return lowerSuper()
    case "locals", "vars": return lowerLocals()
    case "globals": return globalsDict()
    case "dir":
      return emit(.sorted_keys, [lowerLocals()])
    default: return nil
    }
  }

  private func lowerSuper() -> Operand? {
    // Only a positional parameter counts.
    let hasArgument = (unit.module[id].code?.positional ?? 0) > 0
    var cellOperand = unit.absent
    switch symbols.findName("__class__").map({ symbols.resolve($0, in: scopeID) }) {
    case .free(let slot): cellOperand = freeCells[slot]
    case .cell(let slot): cellOperand = cells[slot]
    case .local, .global, .classOrGlobal, .classOrFree, .classDictOrGlobal, .classDictOrCell, nil: break
    }
    let first: Operand
    if hasArgument, let parameter = frame.parameters.first {
      switch symbols.resolve(parameter, in: frame.id) {
      case .local(let slot): first = read(variable(slot))
      case .cell(let slot): first = emit(.cell_get, [cells[slot], unit.name(symbols.name(parameter)), unit.i64(0)])
      case .free, .global, .classOrGlobal, .classOrFree, .classDictOrGlobal, .classDictOrCell: first = unit.absent
      }
    } else {
      first = unit.absent
    }
    return emit(.class_super, [cellOperand, first, unit.i64(hasArgument ? 1 : 0)])
  }

  func lowerLocals() -> Operand {
    if let namespace { return namespace }
    if frame.kind == .module && symbols[scopeID].kind == .module { return globalsDict() }
    var names: [PyIR.ConstantID] = []
    var values: [Operand] = []
    for (slot, local) in frame.locals.enumerated() where local.scope == frame.id || local.scope == scopeID {
      names.append(unit.module.constant(.name(symbols.name(local.name))))
      values.append(read(variable(slot)))
    }
    let plain = values.count
    for (slot, local) in frame.cells.enumerated() where local.scope == frame.id || local.scope == scopeID {
      names.append(unit.module.constant(.name(symbols.name(local.name))))
      values.append(cells[slot])
    }
    for (slot, name) in frame.freeVariables.enumerated() {
      names.append(unit.module.constant(.name(symbols.name(name))))
      values.append(freeCells[slot])
    }
    return emit(.locals_dict, [unit.constant(.tuple(names)), unit.i64(plain)] + values)
  }
}
