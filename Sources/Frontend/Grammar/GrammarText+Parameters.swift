// Parameters of functions and lambdas and type parameters, for the second reading; notation in
// `GrammarReader`. A lambda's rules are the function's with `lambda_` and `:` in place of `)`.

extension GrammarText {
  /// The rules for parameters: `prefix` begins the names, `closing` ends the list.
  private static func parameters(prefix x: String, closing: String, what: String, bare: String) -> String {
    """
    \(x)params
      | invalid_\(x)parameters
      | \(x)parameters
    \(x)parameters
      | \(x)slash_plain \(x)plain* \(x)defaulted* [\(x)star_etc]
      | \(x)slash_defaulted \(x)defaulted* [\(x)star_etc]
      | \(x)plain+ \(x)defaulted* [\(x)star_etc]
      | \(x)defaulted+ [\(x)star_etc]
      | \(x)star_etc
    \(x)slash_plain
      | \(x)plain+ '/' ','
      | \(x)plain+ '/' &\(closing)
    \(x)slash_defaulted
      | \(x)plain* \(x)defaulted+ '/' ','
      | \(x)plain* \(x)defaulted+ '/' &\(closing)
    \(x)keywords
      | invalid_\(x)keywords
      | '**' \(x)plain
    \(x)plain
      | a=\(x)param ',' => a
      | a=\(x)param &\(closing) => a
    \(x)defaulted
      | \(x)param default ','
      | \(x)param default &\(closing)
    \(x)maybe_defaulted
      | \(x)param [default] ','
      | \(x)param [default] &\(closing)
    invalid_\(x)parameters
      | a='/' ',' => at a "at least one argument must precede /"
      | (\(x)slash_plain | \(x)slash_defaulted) \(x)maybe_defaulted* a='/' => at a "/ may appear only once"
      | [\(x)slash_plain] \(x)plain* invalid_\(x)parameters_helper a=\(x)plain => at a "parameter without a default follows parameter with a default"
      | \(x)plain* a='(' \(x == "" ? "plain+ [',']" : "','.lambda_param+ [',']") b=')' => span a b "\(what) parameters cannot be parenthesized"
      | [\(x)slash_plain | \(x)slash_defaulted] \(x)maybe_defaulted* '*' (',' | \(x)plain) \(x)maybe_defaulted* a='/' => at a "/ must be ahead of *"
      | \(x)maybe_defaulted+ '/' a='*' => at a "expected comma between / and *"
    invalid_\(x)parameters_helper
      | \(x)slash_defaulted
      | \(x)defaulted+
    invalid_\(x)star_etc
      | a='*' (\(closing) | ',' (\(closing) | '**')) => \(bare) "named arguments must follow bare *"
      | '*' \(x)param a='=' => at a "var-positional argument cannot have default value"
      | '*' (\(x)plain | ',') \(x)maybe_defaulted* a='*' (\(x)plain | ',') => at a "* argument may appear only once"
    invalid_\(x)keywords
      | '**' \(x)param a='=' => at a "var-keyword argument cannot have default value"
      | '**' \(x)param ',' a=\(x)param => at a "arguments cannot follow var-keyword argument"
      | '**' \(x)param ',' a=('*' | '**' | '/') => at a "arguments cannot follow var-keyword argument"

    """
  }

  static let functionParameters =
    parameters(prefix: "", closing: "')'", what: "Function", bare: "at a") + """
      param
        | NAME [annotation] => Parameter
      annotation
        | ':' expression
      star_annotation
        | ':' star_expression
      plain_starred
        | NAME star_annotation ','
        | NAME star_annotation &')'
      default
        | '=' expression
        | invalid_default
      invalid_default
        | a='=' &(')' | ',') => at a "expected default value expression"
      star_etc
        | invalid_star_etc
        | '*' plain maybe_defaulted* [keywords]
        | '*' plain_starred maybe_defaulted* [keywords]
        | '*' ',' maybe_defaulted+ [keywords]
        | keywords

      """
  static let lambdaParameters =
    parameters(prefix: "lambda_", closing: "':'", what: "Lambda expression", bare: "last") + """
      lambda
        | 'lambda' [lambda_params] ':' expression => Lambda
      lambda_param
        | NAME => Parameter
      lambda_star_etc
        | invalid_lambda_star_etc
        | '*' lambda_plain lambda_maybe_defaulted* [lambda_keywords]
        | '*' ',' lambda_maybe_defaulted+ [lambda_keywords]
        | lambda_keywords

      """
  static let typeParameters = """
    type_params
      | invalid_type_params
      | '[' ','.type_param+ [','] ']'
    invalid_type_params
      | '[' a=']' => from a "Type parameter list cannot be empty"
    type_param memo
      | NAME [':' expression] ['=' expression]
      | invalid_type_param
      | '*' NAME ['=' star_expression]
      | '**' NAME ['=' expression]
    invalid_type_param
      | '*' NAME a=':' b=tuple_only => from a "cannot use constraints with TypeVarTuple"
      | '*' NAME a=':' expression => from a "cannot use bound with TypeVarTuple"
      | '**' NAME a=':' b=tuple_only => from a "cannot use constraints with ParamSpec"
      | '**' NAME a=':' expression => from a "cannot use bound with ParamSpec"
    tuple_only
      | a=expression => check tuple a

    """
}
