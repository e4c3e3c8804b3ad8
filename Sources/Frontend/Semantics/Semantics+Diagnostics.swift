// The errors that CPython 3.13 finds after parsing, in its words.

extension SyntaxError {
  private static func error(_ message: String, _ range: SourceRange) -> SyntaxError {
    var error = SyntaxError(.syntaxError, message, range)
    error.columns = .bytes
    return error
  }

  // MARK: Scopes

  static func duplicateArgument(_ name: String, at range: SourceRange) -> SyntaxError {
    error("duplicate argument '\(name)' in function definition", range)
  }

  static func duplicateTypeParameter(_ name: String, at range: SourceRange) -> SyntaxError {
    error("duplicate type parameter '\(name)'", range)
  }

  static func typeParameterWithoutDefault(
    _ name: String, at range: SourceRange
  ) -> SyntaxError {
    error("non-default type parameter '\(name)' follows default type parameter", range)
  }

  static func parameterAnd(
    _ name: String, _ word: String, at range: SourceRange
  ) -> SyntaxError {
    error("name '\(name)' is parameter and \(word)", range)
  }

  static func usedPriorTo(_ name: String, _ word: String, at range: SourceRange) -> SyntaxError {
    error("name '\(name)' is used prior to \(word) declaration", range)
  }

  static func assignedBefore(
    _ name: String, _ word: String, at range: SourceRange
  ) -> SyntaxError {
    error("name '\(name)' is assigned to before \(word) declaration", range)
  }

  static func annotated(_ name: String, _ word: String, at range: SourceRange) -> SyntaxError {
    error("annotated name '\(name)' can't be \(word)", range)
  }

  static func nonlocalAndGlobal(_ name: String, at range: SourceRange) -> SyntaxError {
    error("name '\(name)' is nonlocal and global", range)
  }

  static func nonlocalAtModuleLevel(at range: SourceRange) -> SyntaxError {
    error("nonlocal declaration not allowed at module level", range)
  }

  static func noBindingForNonlocal(_ name: String, at range: SourceRange) -> SyntaxError {
    error("no binding for nonlocal '\(name)' found", range)
  }

  static func nonlocalTypeParameter(_ name: String, at range: SourceRange) -> SyntaxError {
    error("nonlocal binding not allowed for type parameter '\(name)'", range)
  }

  static func importStarNotAtModuleLevel(_ range: SourceRange) -> SyntaxError {
    error("import * only allowed at module level", range)
  }

  static func notAllowedWithin(
    _ what: String, _ scope: String, at range: SourceRange
  ) -> SyntaxError {
    error("\(what) cannot be used within \(scope)", range)
  }

  static func yieldInside(_ comprehension: String, at range: SourceRange) -> SyntaxError {
    error("'yield' inside \(comprehension)", range)
  }

  static func innerLoopRebindsNamedExpression(
    _ name: String, at range: SourceRange
  ) -> SyntaxError {
    error(
      "comprehension inner loop cannot rebind assignment expression target '\(name)'", range)
  }

  static func namedExpressionInIterable(at range: SourceRange) -> SyntaxError {
    error(
      "assignment expression cannot be used in a comprehension iterable expression", range)
  }

  static func namedExpressionRebindsIterationVariable(
    _ name: String, at range: SourceRange
  ) -> SyntaxError {
    error(
      "assignment expression cannot rebind comprehension iteration variable '\(name)'", range)
  }

  static func namedExpressionInComprehension(
    _ place: String, at range: SourceRange
  ) -> SyntaxError {
    error("assignment expression within a comprehension cannot be used \(place)", range)
  }

  static func tooDeeplyNested(at range: SourceRange) -> SyntaxError {
    SyntaxError(
      .recursionError, "maximum recursion depth exceeded during compilation", range)
  }

  // MARK: Future statements

  static func notAChance(at range: SourceRange) -> SyntaxError { error("not a chance", range) }

  static func unknownFuture(_ name: String, at range: SourceRange) -> SyntaxError {
    error("future feature \(name) is not defined", range)
  }

  static func lateFuture(at range: SourceRange) -> SyntaxError {
    error("from __future__ imports must occur at the beginning of the file", range)
  }

  // MARK: Statements and expressions out of place

  static func outside(
    _ word: String, _ place: String, at range: SourceRange
  ) -> SyntaxError {
    error("'\(word)' outside \(place)", range)
  }

  static func continueNotInLoop(at range: SourceRange) -> SyntaxError {
    error("'continue' not properly in loop", range)
  }

  static func jumpInExceptStar(at range: SourceRange) -> SyntaxError {
    error("'break', 'continue' and 'return' cannot appear in an except* block", range)
  }

  static func returnValueInAsyncGenerator(at range: SourceRange) -> SyntaxError {
    error("'return' with value in async generator", range)
  }

  static func yieldFromInAsync(at range: SourceRange) -> SyntaxError {
    error("'yield from' inside async function", range)
  }

  static func asynchronousComprehension(at range: SourceRange) -> SyntaxError {
    error("asynchronous comprehension outside of an asynchronous function", range)
  }

  static func defaultExceptNotLast(at range: SourceRange) -> SyntaxError {
    error("default 'except:' must be last", range)
  }

  static func assignToDebug(at range: SourceRange) -> SyntaxError {
    error("cannot assign to __debug__", range)
  }

  static func deleteDebug(at range: SourceRange) -> SyntaxError {
    error("cannot delete __debug__", range)
  }

  static func multipleStarredTargets(at range: SourceRange) -> SyntaxError {
    error("multiple starred expressions in assignment", range)
  }

  static func starredTargetAlone(at range: SourceRange) -> SyntaxError {
    error("starred assignment target must be in a list or tuple", range)
  }

  static func tooManyTargetsBeforeStar(at range: SourceRange) -> SyntaxError {
    error("too many expressions in star-unpacking assignment", range)
  }

  static func starredHere(at range: SourceRange) -> SyntaxError {
    error("can't use starred expression here", range)
  }

  static func keywordRepeated(_ name: String, at range: SourceRange) -> SyntaxError {
    error("keyword argument repeated: \(name)", range)
  }

  // MARK: Patterns

  static func captureMakesUnreachable(_ name: String, at range: SourceRange) -> SyntaxError {
    error("name capture '\(name)' makes remaining patterns unreachable", range)
  }

  static func wildcardMakesUnreachable(at range: SourceRange) -> SyntaxError {
    error("wildcard makes remaining patterns unreachable", range)
  }

  static func multipleAssignmentsInPattern(
    _ name: String, at range: SourceRange
  ) -> SyntaxError {
    error("multiple assignments to name '\(name)' in pattern", range)
  }

  static func alternativesBindDifferently(at range: SourceRange) -> SyntaxError {
    error("alternative patterns bind different names", range)
  }

  static func multipleStarsInSequencePattern(at range: SourceRange) -> SyntaxError {
    error("multiple starred names in sequence pattern", range)
  }

  static func duplicateMappingKey(_ key: String, at range: SourceRange) -> SyntaxError {
    error("mapping pattern checks duplicate key (\(key))", range)
  }

  static func attributeRepeated(_ name: String, at range: SourceRange) -> SyntaxError {
    error("attribute name repeated in class pattern: \(name)", range)
  }
}
