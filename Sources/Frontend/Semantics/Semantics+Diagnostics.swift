// The errors that CPython 3.13 finds after parsing, in its words.

/// The errors whose words are always the same.
enum PlainError: String {
  case nonlocalAtModuleLevel = "nonlocal declaration not allowed at module level"
  case importStarNotAtModuleLevel = "import * only allowed at module level"
  case namedExpressionInIterable = "assignment expression cannot be used in a comprehension iterable expression"
  case notAChance = "not a chance"
  case lateFuture = "from __future__ imports must occur at the beginning of the file"
  case continueNotInLoop = "'continue' not properly in loop"
  case jumpInExceptStar = "'break', 'continue' and 'return' cannot appear in an except* block"
  case returnValueInAsyncGenerator = "'return' with value in async generator"
  case yieldFromInAsync = "'yield from' inside async function"
  case asynchronousComprehension = "asynchronous comprehension outside of an asynchronous function"
  case defaultExceptNotLast = "default 'except:' must be last"
  case assignToDebug = "cannot assign to __debug__"
  case deleteDebug = "cannot delete __debug__"
  case multipleStarredTargets = "multiple starred expressions in assignment"
  case starredTargetAlone = "starred assignment target must be in a list or tuple"
  case tooManyTargetsBeforeStar = "too many expressions in star-unpacking assignment"
  case starredHere = "can't use starred expression here"
  case wildcardMakesUnreachable = "wildcard makes remaining patterns unreachable"
  case alternativesBindDifferently = "alternative patterns bind different names"
  case multipleStarsInSequencePattern = "multiple starred names in sequence pattern"
}

/// The errors that name one thing, which stands for the `%`.
enum NamingError: String {
  case duplicateArgument = "duplicate argument '%' in function definition"
  case duplicateTypeParameter = "duplicate type parameter '%'"
  case typeParameterWithoutDefault = "non-default type parameter '%' follows default type parameter"
  case nonlocalAndGlobal = "name '%' is nonlocal and global"
  case noBindingForNonlocal = "no binding for nonlocal '%' found"
  case nonlocalTypeParameter = "nonlocal binding not allowed for type parameter '%'"
  case yieldInside = "'yield' inside %"
  case innerLoopRebindsNamedExpression = "comprehension inner loop cannot rebind assignment expression target '%'"
  case namedExpressionRebindsIterationVariable =
    "assignment expression cannot rebind comprehension iteration variable '%'"
  case namedExpressionInComprehension = "assignment expression within a comprehension cannot be used %"
  case unknownFuture = "future feature % is not defined"
  case keywordRepeated = "keyword argument repeated: %"
  case captureMakesUnreachable = "name capture '%' makes remaining patterns unreachable"
  case multipleAssignmentsInPattern = "multiple assignments to name '%' in pattern"
  case duplicateMappingKey = "mapping pattern checks duplicate key (%)"
  case attributeRepeated = "attribute name repeated in class pattern: %"
}

/// What a `global` or `nonlocal` statement comes too late for.
enum DeclarationConflict {
  case parameter, used, assigned
}

extension SyntaxError {
  private static func error(_ message: String, _ range: SourceRange) -> SyntaxError {
    var error = SyntaxError(.syntaxError, message, range)
    error.columns = .bytes
    return error
  }

  /// An error of fixed words.
  static func plain(_ plain: PlainError, at range: SourceRange) -> SyntaxError { error(plain.rawValue, range) }

  /// An error that names one thing.
  static func naming(_ naming: NamingError, _ name: String, at range: SourceRange) -> SyntaxError {
    let parts = naming.rawValue.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false)
    return error(parts.joined(separator: name), range)
  }

  // MARK: Scopes

  /// `word` is "global" or "nonlocal".
  static func declared(
    _ name: String, _ word: String, after conflict: DeclarationConflict, at range: SourceRange
  ) -> SyntaxError {
    switch conflict {
    case .parameter: error("name '\(name)' is parameter and \(word)", range)
    case .used: error("name '\(name)' is used prior to \(word) declaration", range)
    case .assigned: error("name '\(name)' is assigned to before \(word) declaration", range)
    }
  }

  static func annotated(_ name: String, _ word: String, at range: SourceRange) -> SyntaxError {
    error("annotated name '\(name)' can't be \(word)", range)
  }

  static func notAllowedWithin(
    _ what: String, _ scope: String, at range: SourceRange
  ) -> SyntaxError {
    error("\(what) cannot be used within \(scope)", range)
  }

  static func tooDeeplyNested(at range: SourceRange) -> SyntaxError {
    SyntaxError(
      .recursionError, "maximum recursion depth exceeded during compilation", range)
  }

  // MARK: Statements and expressions out of place

  static func outside(
    _ word: String, _ place: String, at range: SourceRange
  ) -> SyntaxError {
    error("'\(word)' outside \(place)", range)
  }
}
