// Strings and f-strings, for the second reading; the notation is explained in `GrammarReader`.

extension GrammarText {
  static let strings = """
    strings memo
      | a=(fstring | string)+ => check strings a
    string
      | a=STRING => check string a
    fstring
      | FSTART a=fstring_part* FEND => check fstring a
    fstring_part
      | field
      | FMIDDLE
    field
      | '{' assigned ['='] [conversion] [':' spec_part*] '}' => FString
      | invalid_field
    conversion
      | a='!' b=NAME => check conversion a b
    spec_part
      | a=FMIDDLE => check middle a
      | field
    invalid_field
      | '{' a='=' => at a "f-string: valid expression required before '='"
      | '{' a='!' => at a "f-string: valid expression required before '!'"
      | '{' a=':' => at a "f-string: valid expression required before ':'"
      | '{' a='}' => at a "f-string: valid expression required before '}'"
      | '{' !assigned => next "f-string: expecting a valid expression after '{'"
      | '{' assigned !('=' | '!' | ':' | '}') => next "f-string: expecting '=', or '!', or ':', or '}'"
      | '{' assigned '=' !('!' | ':' | '}') => next "f-string: expecting '!', or ':', or '}'"
      | '{' assigned ['='] invalid_conversion
      | '{' assigned ['='] ['!' NAME] !(':' | '}') => next "f-string: expecting ':' or '}'"
      | '{' assigned ['='] ['!' NAME] ':' spec_part* !'}' => next "f-string: expecting '}', or format specs"
      | '{' assigned ['='] ['!' NAME] !'}' => next "f-string: expecting '}'"
    invalid_conversion
      | '!' &(':' | '}') => next "f-string: missing conversion character"
      | '!' !NAME => next "f-string: invalid conversion character"

    """
}
