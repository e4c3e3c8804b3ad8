// The match statement and its patterns, for the second reading; notation in `GrammarReader`.

extension GrammarText {
  static let patterns = """
    match_statement
      | "match" subject ':' NEWLINE INDENT case_block+ DEDENT
      | invalid_match
    invalid_match
      | "match" subject NEWLINE => last "expected ':'"
      | a="match" subject ':' NEWLINE !INDENT => indent "expected an indented block after 'match' statement on line {line a}"
    subject
      | star_named ',' [star_named_list]
      | named
    case_block
      | invalid_case
      | "case" patterns [guard] ':' block
    invalid_case
      | "case" patterns [guard] NEWLINE => last "expected ':'"
      | a="case" patterns [guard] ':' NEWLINE !INDENT => indent "expected an indented block after 'case' statement on line {line a}"
    guard
      | 'if' named

    patterns
      | open_sequence_pattern
      | pattern
    pattern
      | as_pattern
      | or_pattern
    as_pattern
      | or_pattern 'as' capture_target => Pattern
      | invalid_as_pattern
    invalid_as_pattern
      | or_pattern 'as' a="_" => at a "cannot use '_' as a target"
      | or_pattern 'as' !NAME a=expression => at a "invalid pattern target"
    or_pattern
      | '|'.closed_pattern+ => Pattern
    closed_pattern memo
      | literal_pattern
      | capture_target => Pattern
      | "_" => Pattern
      | attribute_name !('.' | '(' | '=') => Pattern
      | '(' pattern ')' => Pattern
      | sequence_pattern
      | mapping_pattern
      | class_pattern
    literal_pattern
      | signed_number !('+' | '-') => Pattern
      | complex_number => Pattern
      | strings => Pattern
      | 'None' => Pattern
      | 'True' => Pattern
      | 'False' => Pattern
    literal_key
      | signed_number !('+' | '-')
      | complex_number
      | strings
      | 'None'
      | 'True'
      | 'False'
    complex_number
      | signed_real '+' imaginary
      | signed_real '-' imaginary
    signed_number
      | NUMBER
      | '-' NUMBER
    signed_real
      | real
      | '-' real
    real
      | a=NUMBER => check real a
    imaginary
      | a=NUMBER => check imaginary a
    capture_target
      | !"_" NAME !('.' | '(' | '=')
    attribute_name
      | name_or_attribute '.' NAME
    name_or_attribute
      | name_or_attribute '.' NAME
      | NAME
    sequence_pattern
      | '[' [maybe_sequence_pattern] ']' => Pattern
      | '(' [open_sequence_pattern] ')' => Pattern
    open_sequence_pattern
      | maybe_star_pattern ',' [maybe_sequence_pattern]
    maybe_sequence_pattern
      | ','.maybe_star_pattern+ [',']
    maybe_star_pattern
      | star_pattern
      | pattern
    star_pattern memo
      | '*' capture_target
      | '*' "_"
    mapping_pattern
      | '{' '}' => Pattern
      | '{' double_star_pattern [','] '}' => Pattern
      | '{' items_pattern ',' double_star_pattern [','] '}' => Pattern
      | '{' items_pattern [','] '}' => Pattern
    items_pattern
      | ','.key_value_pattern+
    key_value_pattern
      | (literal_key | attribute_name) ':' pattern
    double_star_pattern
      | '**' capture_target
    class_pattern
      | name_or_attribute '(' ')' => Pattern
      | name_or_attribute '(' positional_patterns [','] ')' => Pattern
      | name_or_attribute '(' keyword_patterns [','] ')' => Pattern
      | name_or_attribute '(' positional_patterns ',' keyword_patterns [','] ')' => Pattern
      | invalid_class_pattern
    positional_patterns
      | ','.pattern+
    keyword_patterns
      | ','.keyword_pattern+
    keyword_pattern
      | NAME '=' pattern
    invalid_class_pattern
      | name_or_attribute '(' a=invalid_class_arguments => items a "positional patterns follow keyword patterns"
    invalid_class_arguments
      | [positional_patterns ','] keyword_patterns ',' a=positional_patterns => a

    """
}
