// One row of the runtime table: everything that a pass, a backend or the Zig runtime needs to know about an entry
// point. Invariant: a fact about a runtime function stands here and nowhere else.

/// How a parameter is passed. `*Pointer` kinds take compile-time constants only (addresses of static data).
public enum RuntimeParameter: UInt8, Sendable {
  /// A word (`obj`, `int`, `str` …) that the caller keeps.
  case borrow
  /// A word whose reference passes to the callee, also when the call raises.
  case consume
  /// As `consume`; the callee may test the count and mutate in place.
  case consumeUnique
  /// A borrowed word that may be absent (0).
  case borrowMaybe
  /// A consumed word that may be absent (0).
  case consumeMaybe
  case i64
  case f64
  case bool
  /// Address of a static `Code` record (a function reference constant).
  case codePointer
  /// Address of a static inline cache, one for each instruction.
  case cachePointer
  /// Address of a module global's static slot.
  case slotPointer
  /// Address of the static module record.
  case modulePointer
  /// Address of the instruction's static location record; has no operand, the backend supplies it.
  case locationPointer
  /// All remaining operands, borrowed, as `(pointer, count)` of an array on the caller's stack.
  case borrowVariadic
  /// All remaining operands, consumed, as `(pointer, count)`.
  case consumeVariadic
  /// As `borrowVariadic`, but elements may be absent (0).
  case borrowVariadicMaybe
}

/// What comes back, and who owns it.
public enum RuntimeResult: Sendable, Equatable {
  case none
  case i64, f64, bool
  /// A word that the caller owns.
  case owned
  /// A word that the caller owns and that nobody else refers to.
  case ownedFresh
  /// An owned tagged integer word.
  case ownedInt
  /// A word borrowed from the operand with this index.
  case borrow(UInt8)
  /// A word that lives for ever.
  case immortal
  /// An owned word, or 0 without a pending exception.
  case ownedMaybe
}

/// How a raised exception is reported; the exception itself is pending in the thread state.
public enum RuntimeRaise: UInt8, Sendable {
  case never
  /// The word result is 0.
  case null
  /// No result: C type `i32`, 0 fine, -1 raised.
  case status
  /// A `bool` result as C type `i32`: 0, 1, or -1 raised.
  case tri
  /// `i64`/`f64` result as `extern struct { value, raised: u64 }`.
  case pair
  /// Always raises (no result; C type `void`).
  case always
}

/// What a call may do to the world outside its operands' counts.
public struct Effects: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// Reads mutable memory.
  public static let reads = Effects(rawValue: 1)
  /// Writes memory that others can see.
  public static let writes = Effects(rawValue: 2)
  public static let allocates = Effects(rawValue: 4)
  /// May run any Python code (`__eq__`, `__hash__`, `__del__` …), hence may do anything.
  public static let runsPython = Effects(rawValue: 8)
  public static let io = Effects(rawValue: 16)
  /// May not return.
  public static let diverges = Effects(rawValue: 32)

  /// Reads only what Python code alone changes: classes, and which attributes an object has.
  public static let readsClasses = Effects(rawValue: 64)

  /// A generic operation on unknown objects.
  public static let python: Effects = [.reads, .writes, .allocates, .runsPython]
  /// Makes a new object of its operands and touches nothing else.
  public static let fresh: Effects = [.allocates]
}

/// The template that a backend may expand in place of a call; each backend implements each name once.
public enum InlineTemplate: UInt8, Sendable {
  case call
  case retain, release, releaseMaybe
  case tagAdd, tagSub, tagMul, tagCompare
  case checkStack, poll
  case boxInt
  /// The function with the row's name in `runtime/fast.zig`, in functions that are compiled for speed.
  case fast
  /// The same, in all functions: it is no longer than a call.
  case short
}

/// The compile-time evaluator of a row, by the operation that it computes on constants.
public enum RuntimeFold: UInt8, Sendable { case none, binary, compare, unary, truth }

public struct RuntimeEntry: Sendable {
  public var name: String
  public var parameters: [RuntimeParameter]
  public var result: RuntimeResult
  public var raises: RuntimeRaise
  public var effects: Effects
  public var inline: InlineTemplate
  public var fold: RuntimeFold

  /// Whether an exception that leaves this call gets a traceback row for the calling frame: not where it is passed on
  /// (re-raised) or belongs to the caller (stack check).
  public var tracesBack = true

  /// The linker symbol.
  public var symbol: String { "pyrt_" + name }

  public var isVariadic: Bool {
    switch parameters.last {
    case .borrowVariadic, .consumeVariadic, .borrowVariadicMaybe: true
    default: false
    }
  }
}
