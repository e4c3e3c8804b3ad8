// Which names are keywords. Soft keywords (match, case, type, _) are names to the lexer.

enum Keywords {
  /// The keyword that the `length` bytes from `text` spell, or `.name`.
  static func kind(_ text: UnsafePointer<UInt8>, _ length: Int) -> TokenKind {
    guard length >= 2 && length <= 8 else { return .name }
    var packed: UInt64 = 0
    for index in 0..<length { packed = packed << 8 | UInt64(text[index]) }
    switch packed {
    case 0x4661_6c73_65: return .kwFalse
    case 0x4e6f_6e65: return .kwNone
    case 0x5472_7565: return .kwTrue
    default: break
    }
    switch length {
    case 2: return two(packed)
    case 3: return three(packed)
    default: return longer(packed)
    }
  }

  private static func two(_ packed: UInt64) -> TokenKind {
    switch packed {
    case pack("as"): .kwAs
    case pack("if"): .kwIf
    case pack("in"): .kwIn
    case pack("is"): .kwIs
    case pack("or"): .kwOr
    default: .name
    }
  }

  private static func three(_ packed: UInt64) -> TokenKind {
    switch packed {
    case pack("and"): .kwAnd
    case pack("def"): .kwDef
    case pack("del"): .kwDel
    case pack("for"): .kwFor
    case pack("not"): .kwNot
    case pack("try"): .kwTry
    default: .name
    }
  }

  private static func longer(_ packed: UInt64) -> TokenKind {
    switch packed {
    case pack("elif"): .kwElif
    case pack("else"): .kwElse
    case pack("from"): .kwFrom
    case pack("pass"): .kwPass
    case pack("with"): .kwWith
    case pack("async"): .kwAsync
    case pack("await"): .kwAwait
    case pack("break"): .kwBreak
    case pack("class"): .kwClass
    case pack("raise"): .kwRaise
    case pack("while"): .kwWhile
    case pack("yield"): .kwYield
    case pack("assert"): .kwAssert
    case pack("except"): .kwExcept
    case pack("global"): .kwGlobal
    case pack("import"): .kwImport
    case pack("lambda"): .kwLambda
    case pack("return"): .kwReturn
    case pack("finally"): .kwFinally
    case pack("continue"): .kwContinue
    case pack("nonlocal"): .kwNonlocal
    default: .name
    }
  }

  @inline(__always)
  private static func pack(_ word: StaticString) -> UInt64 {
    var packed: UInt64 = 0
    for index in 0..<word.utf8CodeUnitCount {
      packed = packed << 8 | UInt64(word.utf8Start[index])
    }
    return packed
  }
}
