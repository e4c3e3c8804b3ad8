// Patterns of `match`: the cases and fields of `pattern` in CPython 3.13's ASDL.

/// A pattern node; children are ids of the same `AST`.
public enum Pattern: Sendable {
  /// Compared with `==`.
  case matchValue(value: ExprID)
  /// `None`, `True` or `False`, compared with `is`.
  case matchSingleton(value: ConstantID)
  case matchSequence(patterns: PatternList)
  /// `keys[i]: patterns[i]`; `rest` is the name after `**`.
  case matchMapping(keys: ExprList, patterns: PatternList, rest: NameID?)
  case matchClass(
    cls: ExprID, patterns: PatternList, kwdAttrs: NameList, kwdPatterns: PatternList)
  /// `nil` for `*_`.
  case matchStar(name: NameID?)
  /// `pattern as name`; a bare capture has no pattern, the wildcard `_` has neither.
  case matchAs(pattern: PatternID?, name: NameID?)
  case matchOr(patterns: PatternList)
}
