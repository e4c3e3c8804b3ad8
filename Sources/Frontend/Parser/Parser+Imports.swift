// `import` and `from … import`.

extension Parser {
  func parseImport() throws(ParseAbort) -> StmtID {
    let start = token.start
    advance()
    var aliases: [Alias] = []
    repeat {
      let first = token.start
      let name = try parseDottedName()
      let asname = accept(.kwAs) ? try parseName() : nil
      aliases.append(Alias(name: name, asname: asname, range: range(from: first)))
    } while accept(.comma)
    let names = AST.append(aliases, to: &ast.aliasRecords)
    return ast.add(.import(names: names), range(from: start))
  }

  private func parseDottedName() throws(ParseAbort) -> NameID {
    let name = try parseName()
    guard kind == .dot else { return name }
    var path = Array(ast.nameBytes(name))
    while accept(.dot) {
      path.append(UInt8(ascii: "."))
      let part = try parseName()
      path += ast.nameBytes(part)
    }
    return ast.nameTable.intern(path)
  }

  func parseImportFrom() throws(ParseAbort) -> StmtID {
    let start = token.start
    advance()
    var level: UInt32 = 0
    while kind == .dot || kind == .ellipsis {
      level += kind == .dot ? 1 : 3
      advance()
    }
    let module = level > 0 && kind == .kwImport ? nil : try parseDottedName()
    try expect(.kwImport)
    let names = try parseImportedNames()
    return ast.add(
      .importFrom(module: module, names: names, level: level), range(from: start))
  }

  private func parseImportedNames() throws(ParseAbort) -> AliasList {
    if kind == .star {
      let range = token.range
      advance()
      let star = ast.nameTable.intern([UInt8(ascii: "*")])
      return AST.append(
        CollectionOfOne(Alias(name: star, asname: nil, range: range)), to: &ast.aliasRecords)
    }
    let isParenthesised = accept(.leftParen)
    var aliases: [Alias] = []
    while true {
      let first = token.start
      let name = try parseName()
      let asname = accept(.kwAs) ? try parseName() : nil
      aliases.append(Alias(name: name, asname: asname, range: range(from: first)))
      guard accept(.comma) else { break }
      if isParenthesised && kind == .rightParen { break }
      if !isParenthesised && kind == .newline {
        throw unexpected()
      }
    }
    if isParenthesised { try expect(.rightParen) }
    return AST.append(aliases, to: &ast.aliasRecords)
  }
}
