// Options that several commands share.
import ArgumentParser
import Frontend
import Glibc
import Passes

struct CommonOptions: ParsableArguments {
  @Option(
    name: .customLong("opt-level"),
    help: ArgumentHelp("Optimisation: -O0, -O1, -O2 (default) or -Os.", valueName: "0|1|2|s"))
  var optLevel = "2"

  @Flag(name: .long, help: "Ignore the cache.")
  var force = false

  @Flag(name: .customShort("g"), help: "Symbols, and the runtime with its checks.")
  var debug = false

  @Option(
    name: .customLong("emit"),
    help: ArgumentHelp(
      "Print an intermediate form of the main module and stop.", valueName: "tokens|ast|ir|zig|llvm-ir|asm|obj"))
  var emit: EmittedForm?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where the executable, or what --emit prints, goes.", valueName: "FILE"), completion: .file())
  var output: String?

  @Option(name: .shortAndLong, help: "Compilations at once; default: one for each processor.")
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "What makes machine code of the program: zig (the default), or llvm, which this version has not.",
      valueName: "zig|llvm"))
  var backend = Backend.zig

  @Flag(help: "An executable that stands alone (the default).")
  var binary = false

  @Flag(help: "build: a shared library with the C function pyaot_main, named APP_ARCHITECTURE.so.")
  var shared = false

  @Flag(name: .customLong("static"), help: "No dynamic C library: musl is linked into the executable.")
  var isStatic = false

  @Option(
    help: ArgumentHelp(
      "The machine to build for: ARCHITECTURE-linux-gnu[.VERSION] or ARCHITECTURE-linux-musl, of x86_64 and aarch64.",
      valueName: "TRIPLE"))
  var target: String?

  @Flag(help: "No debug information (the default without -g).")
  var strip = false

  @Option(help: ArgumentHelp("The stage that --emit=ir prints.", valueName: "py|typed|owned"))
  var stage = "py"

  @Flag(help: "--emit=ast with positions.")
  var attributes = false

  @Option(
    name: .customLong("print-after"), parsing: .singleValue,
    help: ArgumentHelp("IR after a pass, on stderr.", valueName: "PASS[:FUNC]"))
  var printAfter: [String] = []

  @Flag(name: .customLong("print-after-all"), help: "IR after every pass, on stderr.")
  var printAfterAll = false

  @Flag(name: .customLong("print-changed"), help: "IR after every pass that changed it, on stderr.")
  var printChanged = false

  @Flag(name: .customLong("time-passes"), help: "What each step cost, on stderr; compiles everything.")
  var timePasses = false

  @Option(
    name: .customLong("disable-pass"), parsing: .singleValue,
    help: ArgumentHelp("Leave out an optional pass.", valueName: "PASS"))
  var disablePass: [String] = []

  @Option(name: .customLong("opt-bisect-limit"), help: "Run only the first N optional passes.")
  var bisectLimit: Int?

  @Flag(name: .customLong("verify-each"), help: "Check the IR after every pass.")
  var verifyEach = false

  @Flag(help: "What each pass did, on stderr; compiles everything.")
  var stats = false

  @Option(help: "Line by line what is boxed, assumed, unproven or called directly, on stderr; compiles everything.")
  var remarks: RemarkForm?

  @Option(name: .customLong("error-format"), help: "Form of diagnostics.")
  var errorFormat = DiagnosticFormat.human

  var build: BuildOptions {
    get throws {
      var options = BuildOptions()
      guard options.setLevel("-O\(optLevel)") else {
        throw ValidationError("there is no optimisation level \(optLevel)")
      }
      for name in disablePass {
        guard let pass = Pipeline.pass(named: name) else { throw ValidationError("there is no pass \(name)") }
        if pass.required { throw ValidationError("\(name) is part of the translation and cannot be disabled") }
        options.passOptions.disabled.insert(name)
      }
      do {
        options.target = try Target.parse(target, isStatic: isStatic)
      } catch {
        throw ValidationError(error.message)
      }
      if binary && shared { throw ValidationError("--binary and --shared exclude each other") }
      if shared && options.target.isStatic { throw ValidationError("--shared needs a dynamic C library, not musl") }
      if shared { options.form = .sharedLibrary }
      options.force = force
      options.debug = debug
      if debug && strip { throw ValidationError("-g and --strip exclude each other") }
      if let jobs {
        guard jobs > 0 else { throw ValidationError("--jobs takes a number from 1") }
        options.jobs = jobs
      }
      options.statistics = stats
      options.remarks = remarks
      options.passOptions.wantsRemarks = remarks != nil
      options.observation = PassObservation(
        printAfter: printAfter, printAfterAll: printAfterAll, printChanged: printChanged, times: timePasses)
      // There is nothing to see of what is only taken from the cache.
      if stats || remarks != nil || options.observation.isWanted { options.force = true }
      options.diagnostics = DiagnosticStyle(format: errorFormat)
      options.passOptions.bisectLimit = bisectLimit
      options.passOptions.verifyEach = verifyEach || Files.environment("PYAOT_VERIFY_EACH") != nil
      return options
    }
  }
}

/// Where owned IR goes.
enum Backend: String, CaseIterable, ExpressibleByArgument { case zig, llvm }

extension DiagnosticFormat: ExpressibleByArgument {}
extension RemarkForm: ExpressibleByArgument {}
