// Statements, for the second reading; the notation is explained in `GrammarReader`.

extension GrammarText {
  static let statements = """
    file
      | [statements] END
    eval
      | expressions NEWLINE* END
    statements
      | statement+
    statement
      | compound
      | simple_statements
    simple_statements
      | simple_statement !';' NEWLINE
      | ';'.simple_statement+ [';'] NEWLINE
    simple_statement memo
      | assignment
      | &"type" type_alias
      | &('import' | 'from') import_statement
      | star_expressions
      | &'return' return_statement
      | &'raise' raise_statement
      | 'pass'
      | &'del' del_statement
      | &'yield' yield_expr
      | &'assert' assert_statement
      | 'break'
      | 'continue'
      | &'global' 'global' ','.NAME+
      | &'nonlocal' 'nonlocal' ','.NAME+
    return_statement
      | 'return' [star_expressions]
    raise_statement
      | 'raise' expression ['from' expression]
      | 'raise'
    assert_statement
      | 'assert' expression [',' expression]
    del_statement
      | 'del' del_targets &(';' | NEWLINE)
      | invalid_del
    invalid_del
      | 'del' a=star_expressions => target delete a
    type_alias
      | "type" NAME [type_params] '=' expression

    assignment
      | NAME ':' expression ['=' assigned]
      | ('(' single_target ')' | single_subscript_attribute_target) ':' expression ['=' assigned]
      | (star_targets '=')+ assigned !'='
      | single_target augmented ~ assigned
      | invalid_assignment
    assigned
      | yield_expr
      | star_expressions
    augmented
      | '+=' | '-=' | '*=' | '@=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '**=' | '//='
    invalid_assignment
      | a=invalid_annotation_target ':' expression => at a "only single target (not {a}) can be annotated"
      | a=star_named ',' star_named_list* ':' expression => at a "only single target (not tuple) can be annotated"
      | a=expression ':' expression => at a "illegal target for annotation"
      | (star_targets '=')* a=star_expressions '=' => target assign a
      | (star_targets '=')* a=yield_expr '=' => at a "assignment to yield expression not possible"
      | a=star_expressions augmented assigned => at a "'{a}' is an illegal expression for augmented assignment"
    invalid_annotation_target
      | list
      | tuple
      | '(' a=invalid_annotation_target ')' => a

    import_statement memo
      | invalid_import
      | 'import' ','.(dotted_name ['as' NAME])+
      | 'from' ('.' | '...')* dotted_name 'import' import_targets
      | 'from' ('.' | '...')+ 'import' import_targets
    import_targets
      | '(' import_names [','] ')'
      | import_names !','
      | '*'
      | invalid_import_targets
    import_names
      | ','.(NAME ['as' NAME])+
    dotted_name
      | dotted_name '.' NAME
      | NAME
    invalid_import
      | a='import' ','.dotted_name+ 'from' dotted_name => from a "Did you mean to use 'from ... import ...' instead?"
      | 'import' a=NEWLINE => from a "Expected one or more names after 'import'"
    invalid_import_targets
      | import_names ',' NEWLINE => last "trailing comma not allowed without surrounding parentheses"
      | a=NEWLINE => from a "Expected one or more names after 'import'"

    block memo
      | NEWLINE INDENT statements DEDENT
      | simple_statements
      | invalid_block
    invalid_block
      | NEWLINE !INDENT => indent "expected an indented block"

    star_targets
      | a=star_target !',' => a
      | a=star_target b=(',' c=star_target => c)* [','] => Tuple a b
    star_targets_list
      | ','.star_target+ [',']
    star_targets_tuple
      | a=star_target b=(',' c=star_target => c)+ [',']
      | star_target ','
    star_target memo
      | '*' a=(!'*' b=star_target => b) => Starred a
      | target_with_star_atom
    target_with_star_atom memo
      | t_primary '.' NAME !t_lookahead => Attribute
      | t_primary '[' slices ']' !t_lookahead => Subscript
      | star_atom
    star_atom
      | NAME
      | '(' a=target_with_star_atom ')' => a
      | '(' [star_targets_tuple] ')' => Tuple
      | '[' [star_targets_list] ']' => List
    single_target
      | single_subscript_attribute_target
      | NAME
      | '(' a=single_target ')' => a
    single_subscript_attribute_target
      | t_primary '.' NAME !t_lookahead => Attribute
      | t_primary '[' slices ']' !t_lookahead => Subscript
    t_primary
      | t_primary '.' NAME &t_lookahead => Attribute
      | t_primary '[' slices ']' &t_lookahead => Subscript
      | t_primary generator &t_lookahead => Call
      | t_primary '(' [arguments] ')' &t_lookahead => Call
      | a=atom &t_lookahead => a
    t_lookahead
      | '(' | '[' | '.'
    del_targets
      | ','.del_target+ [',']
    del_target memo
      | t_primary '.' NAME !t_lookahead => Attribute
      | t_primary '[' slices ']' !t_lookahead => Subscript
      | del_atom
    del_atom
      | NAME
      | '(' a=del_target ')' => a
      | '(' [del_targets] ')' => Tuple
      | '[' [del_targets] ']' => List

    """
}
