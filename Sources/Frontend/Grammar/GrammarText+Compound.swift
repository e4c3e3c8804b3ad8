// Compound statements, for the second reading; the notation is explained in `GrammarReader`.

extension GrammarText {
  static let compound = """
    compound
      | &('def' | '@' | 'async') function
      | &'if' if_statement
      | &('class' | '@') class
      | &('with' | 'async') with_statement
      | &('for' | 'async') for_statement
      | &'try' try_statement
      | &'while' while_statement
      | match_statement

    decorators
      | ('@' named NEWLINE)+
    class
      | decorators class_raw
      | class_raw
    class_raw
      | invalid_class
      | 'class' NAME [type_params] ['(' [arguments] ')'] ':' block
    invalid_class
      | 'class' NAME [type_params] ['(' [arguments] ')'] NEWLINE => last "expected ':'"
      | a='class' NAME [type_params] ['(' [arguments] ')'] ':' NEWLINE !INDENT => indent "expected an indented block after class definition on line {line a}"
    function
      | decorators function_raw
      | function_raw
    function_raw
      | invalid_function
      | 'def' NAME [type_params] '(' [params] ')' ['->' expression] ':' block
      | 'async' 'def' NAME [type_params] '(' [params] ')' ['->' expression] ':' block
    invalid_function
      | ['async'] a='def' NAME [type_params] '(' [params] ')' ['->' expression] ':' NEWLINE !INDENT => indent "expected an indented block after function definition on line {line a}"
      | ['async'] 'def' NAME [type_params] &&'(' [params] ')' ['->' expression] &&':' block

    if_statement
      | invalid_if
      | 'if' named ':' block elif_statement
      | 'if' named ':' block [else_block]
    elif_statement
      | invalid_elif
      | 'elif' named ':' block elif_statement
      | 'elif' named ':' block [else_block]
    else_block
      | invalid_else
      | 'else' &&':' block
    invalid_if
      | 'if' named NEWLINE => last "expected ':'"
      | a='if' named ':' NEWLINE !INDENT => indent "expected an indented block after 'if' statement on line {line a}"
    invalid_elif
      | 'elif' named NEWLINE => last "expected ':'"
      | a='elif' named ':' NEWLINE !INDENT => indent "expected an indented block after 'elif' statement on line {line a}"
    invalid_else
      | a='else' ':' NEWLINE !INDENT => indent "expected an indented block after 'else' statement on line {line a}"
    while_statement
      | invalid_while
      | 'while' named ':' block [else_block]
    invalid_while
      | 'while' named NEWLINE => last "expected ':'"
      | a='while' named ':' NEWLINE !INDENT => indent "expected an indented block after 'while' statement on line {line a}"
    for_statement
      | invalid_for
      | 'for' star_targets 'in' ~ star_expressions ':' block [else_block]
      | 'async' 'for' star_targets 'in' ~ star_expressions ':' block [else_block]
      | invalid_for_target
    invalid_for
      | ['async'] 'for' star_targets 'in' star_expressions NEWLINE => last "expected ':'"
      | ['async'] a='for' star_targets 'in' star_expressions ':' NEWLINE !INDENT => indent "expected an indented block after 'for' statement on line {line a}"
    invalid_for_target
      | ['async'] 'for' a=star_expressions => target loop a

    with_statement
      | invalid_with_indent
      | 'with' '(' ','.with_item+ [','] ')' ':' block
      | 'with' ','.with_item+ ':' block
      | 'async' 'with' '(' ','.with_item+ [','] ')' ':' block
      | 'async' 'with' ','.with_item+ ':' block
      | invalid_with
    with_item
      | expression 'as' star_target &(',' | ')' | ':')
      | invalid_with_item
      | expression
    invalid_with_item
      | expression 'as' a=expression &(',' | ')' | ':') => target assign a
    invalid_with
      | ['async'] 'with' ','.(expression ['as' star_target])+ NEWLINE => last "expected ':'"
      | ['async'] 'with' '(' ','.(expressions ['as' star_target])+ [','] ')' NEWLINE => last "expected ':'"
    invalid_with_indent
      | ['async'] a='with' ','.(expression ['as' star_target])+ ':' NEWLINE !INDENT => indent "expected an indented block after 'with' statement on line {line a}"
      | ['async'] a='with' '(' ','.(expressions ['as' star_target])+ [','] ')' ':' NEWLINE !INDENT => indent "expected an indented block after 'with' statement on line {line a}"

    try_statement
      | invalid_try
      | 'try' &&':' block finally_block
      | 'try' &&':' block except_block+ [else_block] [finally_block]
      | 'try' &&':' block except_star_block+ [else_block] [finally_block]
    invalid_try
      | a='try' ':' NEWLINE !INDENT => indent "expected an indented block after 'try' statement on line {line a}"
      | 'try' ':' block !('except' | 'finally') => last "expected 'except' or 'finally' block"
      | 'try' ':' block* except_block+ a='except' b='*' expression ['as' NAME] ':' => span a b "cannot have both 'except' and 'except*' on the same 'try'"
      | 'try' ':' block* except_star_block+ a='except' [expression ['as' NAME]] ':' => at a "cannot have both 'except' and 'except*' on the same 'try'"
    except_block
      | invalid_except_indent
      | 'except' expression ['as' NAME] ':' block
      | 'except' ':' block
      | invalid_except
    except_star_block
      | invalid_except_star_indent
      | 'except' '*' expression ['as' NAME] ':' block
      | invalid_except
    invalid_except
      | 'except' ['*'] a=expression ',' expressions ['as' NAME] ':' => from a "multiple exception types must be parenthesized"
      | 'except' ['*'] expression ['as' NAME] NEWLINE => last "expected ':'"
      | 'except' NEWLINE => last "expected ':'"
      | 'except' '*' (NEWLINE | ':') => last "expected one or more exception types"
    invalid_except_indent
      | a='except' expression ['as' NAME] ':' NEWLINE !INDENT => indent "expected an indented block after 'except' statement on line {line a}"
      | a='except' ':' NEWLINE !INDENT => indent "expected an indented block after 'except' statement on line {line a}"
    invalid_except_star_indent
      | a='except' '*' expression ['as' NAME] ':' NEWLINE !INDENT => indent "expected an indented block after 'except*' statement on line {line a}"
    finally_block
      | invalid_finally
      | 'finally' &&':' block
    invalid_finally
      | a='finally' ':' NEWLINE !INDENT => indent "expected an indented block after 'finally' statement on line {line a}"

    """
}
