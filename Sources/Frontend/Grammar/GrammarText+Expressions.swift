// Expressions and calls, for the second reading; the notation is explained in `GrammarReader`.

extension GrammarText {
  static let expressions = """
    expressions
      | a=expression b=(',' c=expression => c)+ [','] => Tuple a b
      | a=expression ',' => Tuple a
      | expression
    expression memo
      | invalid_expression
      | invalid_legacy
      | disjunction 'if' disjunction 'else' expression => Conditional
      | disjunction
      | lambda
    expression_without_invalid quiet
      | disjunction 'if' disjunction 'else' expression => Conditional
      | disjunction
      | lambda
    invalid_expression
      | !(NAME STRING | SOFT) a=disjunction b=expression_without_invalid => check comma a b
      | a=disjunction 'if' b=disjunction !('else' | ':') => span a b "expected 'else' after 'if' expression"
      | a='lambda' [lambda_params] b=':' &FMIDDLE => span a b "f-string: lambda expressions are not allowed without parentheses"
    invalid_legacy
      | a=NAME !'(' b=star_expressions => check legacy a b
    yield_expr
      | 'yield' 'from' expression => Yield
      | 'yield' [star_expressions] => Yield
    star_expressions
      | a=star_expression b=(',' c=star_expression => c)+ [','] => Tuple a b
      | a=star_expression ',' => Tuple a
      | star_expression
    star_expression memo
      | '*' a=bitwise_or => Starred a
      | expression
    star_named_list
      | a=','.star_named+ [','] => a
    star_named
      | '*' a=bitwise_or => Starred a
      | named
    walrus
      | NAME ':=' ~ expression => Walrus
    named
      | walrus
      | invalid_named
      | a=expression !':=' => a
    invalid_named memo
      | a=expression ':=' expression => at a "cannot use assignment expressions with {a}"
      | a=NAME '=' b=bitwise_or !('=' | ':=') => span a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
      | !(list | tuple | generator | 'True' | 'None' | 'False') a=bitwise_or '=' bitwise_or !('=' | ':=') => at a "cannot assign to {a} here. Maybe you meant '==' instead of '='?"
    disjunction memo
      | conjunction ('or' conjunction)+ => Operation
      | conjunction
    conjunction memo
      | inversion ('and' inversion)+ => Operation
      | inversion
    inversion memo
      | 'not' inversion => Operation
      | comparison
    comparison
      | a=bitwise_or b=compared+ => Compare a b
      | bitwise_or
    compared
      | '==' bitwise_or
      | '!=' bitwise_or
      | '<=' bitwise_or
      | '<' bitwise_or
      | '>=' bitwise_or
      | '>' bitwise_or
      | 'not' 'in' bitwise_or
      | 'in' bitwise_or => In
      | 'is' 'not' bitwise_or
      | 'is' bitwise_or
    bitwise_or
      | bitwise_or '|' bitwise_xor => Operation
      | bitwise_xor
    bitwise_xor
      | bitwise_xor '^' bitwise_and => Operation
      | bitwise_and
    bitwise_and
      | bitwise_and '&' shift => Operation
      | shift
    shift
      | shift '<<' sum => Operation
      | shift '>>' sum => Operation
      | invalid_arithmetic
      | sum
    invalid_arithmetic
      | sum ('+' | '-' | '*' | '/' | '%' | '//' | '@') a='not' b=inversion => span a b "'not' after an operator must be parenthesized"
    sum
      | sum '+' term => Operation
      | sum '-' term => Operation
      | term
    term
      | term '*' factor => Operation
      | term '/' factor => Operation
      | term '//' factor => Operation
      | term '%' factor => Operation
      | term '@' factor => Operation
      | invalid_factor
      | factor
    invalid_factor
      | ('+' | '-' | '~') a='not' b=factor => span a b "'not' after an operator must be parenthesized"
    factor memo
      | '+' factor => Operation
      | '-' factor => Operation
      | '~' factor => Operation
      | power
    power
      | awaited '**' factor => Operation
      | awaited
    awaited memo
      | 'await' primary => Await
      | primary
    primary
      | primary '.' NAME => Attribute
      | primary generator => Call
      | primary '(' [arguments] ')' => Call
      | primary '[' slices ']' => Subscript
      | atom
    slices
      | a=slice !',' => a
      | a=','.(slice | starred)+ [','] => Tuple a
    slice
      | [expression] ':' [expression] [':' [expression]]
      | named
    atom
      | NAME
      | 'True'
      | 'False'
      | 'None'
      | &(STRING | FSTART) a=strings => a
      | NUMBER
      | &'(' a=(tuple | group | generator) => a
      | &'[' a=(list | list_comprehension) => a
      | &'{' a=(dict | set | dict_comprehension | set_comprehension) => a
      | '...'
    group
      | '(' a=(yield_expr | named) ')' => a
      | invalid_group
    invalid_group
      | '(' a=starred ')' => at a "cannot use starred expression here"
      | '(' a='**' expression ')' => at a "cannot use double starred expression here"
    list
      | '[' a=[star_named_list] ']' => List a
    tuple
      | '(' a=[b=star_named ',' c=[star_named_list] => items b c] ')' => Tuple a
    set
      | '{' star_named_list '}' => Set
    dict
      | '{' [pairs] '}' => Dict
      | '{' invalid_pairs '}'
    pairs
      | ','.pair+ [',']
    pair
      | '**' bitwise_or
      | key_value
    key_value
      | expression ':' expression
    invalid_pairs
      | ','.pair+ ',' invalid_key_value
      | expression ':' a='*' bitwise_or => from a "cannot use a starred expression in a dictionary value"
      | expression a=':' &('}' | ',') => at a "expression expected after dictionary key and ':'"
    invalid_key_value
      | a=expression !':' => check key a
      | expression ':' a='*' bitwise_or => from a "cannot use a starred expression in a dictionary value"
      | expression a=':' &('}' | ',') => at a "expression expected after dictionary key and ':'"

    clauses
      | clause+
    clause
      | 'async' 'for' star_targets 'in' ~ a=disjunction b=('if' c=disjunction => c)* => Clause a b
      | 'for' star_targets 'in' ~ a=disjunction b=('if' c=disjunction => c)* => Clause a b
      | ['async'] 'for' (bitwise_or (',' bitwise_or)* [',']) !'in' => last "'in' expected after for-loop variables"
      | invalid_for_target
    list_comprehension
      | '[' named clauses ']' => ListComp
      | invalid_comprehension
    set_comprehension
      | '{' named clauses '}' => SetComp
      | invalid_comprehension
    generator
      | '(' (walrus | expression !':=') clauses ')' => Generator
      | invalid_comprehension
    dict_comprehension
      | '{' key_value clauses '}' => DictComp
      | invalid_dict_comprehension
    invalid_comprehension
      | ('[' | '(' | '{') a=starred clauses => at a "iterable unpacking cannot be used in comprehension"
      | ('[' | '{') a=star_named ',' b=star_named_list clauses => span a b "did you forget parentheses around the comprehension target?"
      | ('[' | '{') a=star_named b=',' clauses => span a b "did you forget parentheses around the comprehension target?"
    invalid_dict_comprehension
      | '{' a='**' bitwise_or clauses '}' => at a "dict unpacking cannot be used in dict comprehension"

    arguments memo
      | a=args [','] &')' => a
      | invalid_arguments
    args
      | a=','.(starred | a=(walrus | c=expression !':=' => c) !'=' => a)+ b=[',' d=named_arguments => d] => Args a b
      | b=named_arguments => Args b
    named_arguments
      | a=','.keyword_or_starred+ ',' b=','.keyword_or_double_starred+ => items a b
      | ','.keyword_or_starred+
      | ','.keyword_or_double_starred+
    starred
      | invalid_starred_assignment
      | '*' a=expression => Starred a
      | '*' => last "Invalid star expression"
    invalid_starred_assignment
      | a='*' expression '=' b=expression => span a b "cannot assign to iterable argument unpacking"
    keyword_or_starred
      | invalid_keyword
      | NAME '=' expression => Keyword
      | starred
    keyword_or_double_starred
      | invalid_keyword
      | NAME '=' expression => Keyword
      | '**' expression => DoubleStarred
    invalid_keyword
      | a=('True' | 'False' | 'None') b='=' => span a b "cannot assign to {a}"
      | a=NAME b='=' expression clauses => span a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
      | !(NAME '=') a=expression b='=' => span a b "expression cannot contain assignment, perhaps you meant \\"==\\"?"
      | a='**' expression '=' b=expression => span a b "cannot assign to keyword argument unpacking"
    invalid_arguments
      | ((','.(starred | (walrus | expression !':=') !'=')+ ',' named_arguments) | named_arguments) a=',' ','.(starred !'=')+ => from a "iterable argument unpacking follows keyword argument unpacking"
      | a=expression b=clauses ',' [args | expression clauses] => clause a b "Generator expression must be parenthesized"
      | a=NAME b='=' expression clauses => span a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
      | [args ','] a=NAME b='=' &(',' | ')') => span a b "expected argument value expression"
      | a=args b=clauses => check generator a b
      | args ',' a=expression b=clauses => clause a b "Generator expression must be parenthesized"
      | a=args ',' args => check positional a

    """
}
