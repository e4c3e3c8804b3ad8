// Parses functions: signature, code information, blocks. Values are created in the order of the
// text, which is what
// `declareNames` counts on when it hands out their ids beforehand.

extension IRParser {
  /// After the word `fn`.
  mutating func parseFunction() throws(IRParseError) {
    let name = try text(token)
    functionID = try parseFunctionName()
    function = Function(name: name)
    function.raises = false
    function.hasOwnership = module.stage == .owned
    values = [:]
    blocks = [:]
    let parameters = try parseParameterList()
    try expect(.arrow, "'->'")
    _ = accept(.plus)
    function.returnType = try parseType()
    try parseAttributes()
    if accept("code") { try parseCode() }
    if accept(.leftBrace) {
      try declareNames(parameters)
      try parseBlocks(parameters)
    } else if !parameters.isEmpty {
      throw error("a function without blocks has no parameters")
    }
    module[functionID] = function
  }

  private mutating func parseAttributes() throws(IRParseError) {
    while token.kind == .word {
      if accept("in") {
        function.pythonModule = try parsePythonModuleName()
      } else if accept("fast") {
        function.usesFastPaths = true
      } else if accept("raises") {
        function.raises = true
      } else if accept("origin") {
        function.origin = try parseFunctionName()
      } else if accept("continues") {
        function.resumeFunction = try parseFunctionName()
      } else if accept("frame") {
        function.frameObjectSlots = try parseNumber(Int.self)
        function.frameRawSlots = try parseNumber(Int.self)
      } else if isWord("code") || isWord("fn") || isWord("locations") || isWord("global")
        || isWord("python")
      {
        return
      } else {
        let word = try text(token)
        guard let role = FunctionRole.allCases.first(where: { "\($0)" == word }) else {
          throw error("unknown function attribute '\(word)'")
        }
        function.role = role
        advance()
      }
    }
  }

  // MARK: code information

  private mutating func parseCode() throws(IRParseError) {
    try expect(.leftBrace, "'{'")
    var code = CodeInfo(name: "", qualname: "")
    while !accept(.rightBrace) {
      if accept("name") {
        code.name = try parseString()
      } else if accept("qualname") {
        code.qualname = try parseString()
      } else if accept("line") {
        code.firstLine = try parseNumber(Int.self)
      } else if accept("positional") {
        code.positional = try parseNumber(Int.self)
      } else if accept("posonly") {
        code.positionalOnly = try parseNumber(Int.self)
      } else if accept("kwonly") {
        code.keywordOnly = try parseNumber(Int.self)
      } else if accept("vars") {
        code.variableNames = try parseStrings()
      } else if accept("free") {
        code.freeNames = try parseStrings()
      } else if accept("cells") {
        code.cellNames = try parseStrings()
      } else if accept("doc") {
        code.doc = try parseConstant()
      } else if accept("hints") {
        code.parameterHints = try parseOptionalStrings()
      } else if accept("returns") {
        code.returnHint = try parseString()
      } else {
        let word = try text(token)
        guard let (_, path) = CodeInfo.flags.first(where: { $0.0 == word }) else {
          throw error("unknown code attribute '\(word)'")
        }
        code[keyPath: path] = true
        advance()
      }
    }
    function.code = code
  }

  private mutating func parseOptionalStrings() throws(IRParseError) -> [String?] {
    var result: [String?] = []
    try expect(.leftParen, "'('")
    while !accept(.rightParen) {
      if !result.isEmpty { try expect(.comma, "','") }
      if accept("none") { result.append(nil) } else { result.append(try parseString()) }
    }
    return result
  }

  private mutating func parseStrings() throws(IRParseError) -> [String] {
    let at = cursor
    let strings = try parseOptionalStrings()
    let result = strings.compactMap { $0 }
    guard result.count == strings.count else {
      throw error("'none' stands for a missing hint only", at: at)
    }
    return result
  }

  // MARK: blocks

  /// A parameter with the index of its token.
  struct Parameter {
    var name: String
    var token: Int
    var type: IRType
    var ownership: Ownership
  }

  /// `(%a: obj, %b: &str)`
  mutating func parseParameterList() throws(IRParseError) -> [Parameter] {
    var result: [Parameter] = []
    try expect(.leftParen, "'('")
    while !accept(.rightParen) {
      if !result.isEmpty { try expect(.comma, "','") }
      let at = cursor
      let name = try parseText(.value, "'%' and a name")
      try expect(.colon, "':'")
      let (type, ownership) = try parseOwnedType()
      result.append(Parameter(name: name, token: at, type: type, ownership: ownership))
    }
    return result
  }

  /// Finds the definitions of the body that the cursor is at, and gives blocks and values their
  /// ids.
  private mutating func declareNames(_ parameters: [Parameter]) throws(IRParseError) {
    for parameter in parameters { try declareValue(parameter.name, parameter.token) }
    var index = cursor
    while tokens[index].kind != .end,
      !(tokens[index].kind == .rightBrace && tokens[index].startsLine)
    {
      let token = tokens[index]
      guard token.startsLine else {
        index += 1
        continue
      }
      if token.kind == .value {
        try declareValue(try text(token), index)
      } else if token.kind == .block {
        let name = try text(token)
        guard blocks[name] == nil else { throw error("block ^\(name) is defined twice", at: index) }
        blocks[name] = function.addBlock()
        index += 1
        while tokens[index].kind != .end, !tokens[index].startsLine {
          if tokens[index].kind == .value { try declareValue(try text(tokens[index]), index) }
          index += 1
        }
        continue
      }
      index += 1
    }
  }

  private mutating func declareValue(_ name: String, _ token: Int) throws(IRParseError) {
    guard values[name] == nil else { throw error("value %\(name) is defined twice", at: token) }
    values[name] = ValueID(values.count)
  }

  private mutating func parseBlocks(_ parameters: [Parameter]) throws(IRParseError) {
    guard token.kind == .block else { throw error("expected a block") }
    var isEntry = true
    while token.kind == .block {
      guard token.startsLine, let block = blocks[try text(token)] else {
        throw error("expected a block")
      }
      advance()
      if isEntry {
        for parameter in parameters {
          function.addParameter(block, parameter.type, parameter.ownership)
        }
      } else if token.kind == .leftParen {
        for parameter in try parseParameterList() {
          function.addParameter(block, parameter.type, parameter.ownership)
        }
      }
      isEntry = false
      try expect(.colon, "':'")
      while token.kind == .value || token.kind == .word {
        guard token.startsLine else { throw error("an instruction starts on its own line") }
        try parseInstruction(block)
      }
    }
    try expect(.rightBrace, "a block, an instruction or '}'")
  }
}
