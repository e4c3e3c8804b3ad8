// The rows of the diagnostic table: one for each code, in the order of the codes.

extension DiagnosticCode {
  /// Title, explanation and example of the code.
  public var entry: DiagnosticEntry {
    switch self {
    case .syntaxError:
      DiagnosticEntry(
        kind: .error, title: "the source text is not Python",
        explanation: """
          CPython 3.13 rejects this text with SyntaxError, so it cannot be compiled. The message
          and the position are CPython's.
          """,
        example: "x = = 1")
    case .indentationError:
      DiagnosticEntry(
        kind: .error, title: "the indentation is not Python's",
        explanation: """
          CPython 3.13 rejects this text with IndentationError. The message and the position are
          CPython's.
          """,
        example: "if x:\npass")
    case .tabError:
      DiagnosticEntry(
        kind: .error, title: "tabs and spaces are mixed inconsistently",
        explanation: """
          The depth of a line depends on how wide a tab is, which CPython 3.13 rejects with
          TabError. Use only spaces, or only tabs.
          """,
        example: "if x:\n        a = 1\n\tb = 2")
    case .syntaxWarning:
      DiagnosticEntry(
        kind: .warning, title: "CPython warns about this text",
        explanation: """
          The text is valid, but CPython 3.13 prints a SyntaxWarning when it compiles it. The
          program means what it means in CPython.
          """,
        example: #"print("\d")"#)
    case .parserStackOverflow:
      DiagnosticEntry(
        kind: .error, title: "the text is nested too deeply to be parsed",
        explanation: """
          CPython 3.13 refuses such text with MemoryError, and so does this compiler.
          """,
        example: "# Ten thousand signs in a row.\nx = ----------1")
    case .nestedTooDeeply:
      DiagnosticEntry(
        kind: .error, title: "the text is nested too deeply to be compiled",
        explanation: """
          CPython 3.13 refuses such text with RecursionError, and so does this compiler.
          """,
        example: "# A sum of ten thousand terms.\nx = a + a + a + a")
    case .unreadableSource:
      DiagnosticEntry(
        kind: .error, title: "a source file cannot be read",
        explanation: """
          The operating system refused to open or read the file, or it is a directory. The message
          carries the system's reason.
          """,
        example: "$ chmod a-r app.py\n$ pyaot app.py\nerror[PA0110]: cannot read 'app.py': Permission denied")
    case .moduleNotFound:
      DiagnosticEntry(
        kind: .errorIfCertain, title: "an imported module exists nowhere",
        explanation: """
          All modules of a program are compiled with it, so each import must be found when the
          program is compiled: beside the main file, in the given roots, or in the library. Where
          the program would certainly execute the import this is an error. Elsewhere (inside a
          function, or in a try statement that handles ImportError) it is a warning or nothing,
          and the import raises ModuleNotFoundError if it is reached, as in CPython.
          """,
        example: "import no_such_module")
    case .extensionModule:
      DiagnosticEntry(
        kind: .errorIfCertain, title: "the module is a C extension",
        explanation: """
          The module exists only as a shared library written against CPython's C interface. There
          is no CPython inside the program to load it into, so the import raises ImportError.
          """,
        example: "import numpy")
    case .dynamicCode:
      DiagnosticEntry(
        kind: .errorIfCertain,
        title: "`eval`, `exec` or `compile` of a string that is not known at compile time",
        explanation: """
          The program is compiled ahead of time, there is no interpreter inside it. Strings that
          are known when the program is compiled are compiled with it: those passed directly, and
          in the program's own modules every string constant, if the module evaluates texts. Others
          raise NotImplementedError where they are reached. The same holds for functions made of
          code objects with other globals, and for `code.replace` of what the code does.
          """,
        example: "exec(input())")
    case .brokenOptionalModule:
      DiagnosticEntry(
        kind: .warning, title: "an optional module does not compile",
        explanation: """
          The import stands in a try statement that handles its failure, and the module has a
          syntax error. The import raises that SyntaxError when it is reached, as in CPython.
          """,
        example: "try:\n    import broken\nexcept Exception:\n    broken = None")
    case .moduleLeftOut:
      DiagnosticEntry(
        kind: .difference, title: "a module that no called function imports is left out",
        explanation: """
          An import inside a function is followed only where the function's name is mentioned
          somewhere, and never for special methods of the standard library. If such an import is
          reached all the same, it raises NotImplementedError with this code.
          """,
        example: "def unused():\n    import json")
    case .runningFrame:
      DiagnosticEntry(
        kind: .difference, title: "what a running frame holds is not recorded",
        explanation: """
          Functions of modules that mention `_getframe`, `currentframe` and the like know who called
          them: code, line, globals and `f_back` of their frames are there, as they were when the
          frame object was made. Behind a caller that keeps no record, and for the values of a
          function's locals (their names are known), NotImplementedError with this code is raised.
          """,
        example: "import sys\n\ndef f(x):\n    print(sys._getframe().f_locals['x'])\n\nf(1)")
    case .missingOperation:
      DiagnosticEntry(
        kind: .difference, title: "an operation of a builtin type or module is not there",
        explanation: """
          The name exists, so that programs which only mention it run; using it raises
          NotImplementedError with this code and the reason: there is no list of all objects, no
          tracer, no debugger in a compiled program.
          """,
        example: "import gc\ngc.get_objects()")
    case .secondThread:
      DiagnosticEntry(
        kind: .difference, title: "a program has one thread",
        explanation: """
          Locks, thread-local data and the other parts of threading behave as with one thread.
          Starting a second one, or waiting for a lock that only the waiting thread could release,
          raises NotImplementedError with this code.
          """,
        example: "import _thread\n_thread.start_new_thread(print, ())")
    case .numberIdentity:
      DiagnosticEntry(
        kind: .difference, title: "identity of numbers compares their values",
        explanation: """
          `is` and `id` on int and float compare type and value bits, at every optimisation level.
          In CPython two equal numbers may be different objects.
          """,
        example: "a = int('1000')\nb = int('1000')\nprint(a is b)")
    case .staticMathLibrary:
      DiagnosticEntry(
        kind: .difference, title: "static and wasm builds may differ in the last bit of `math`",
        explanation: """
          Ordinary executables call the system's C library for sin, exp and the like, as CPython
          does. With --static and on wasm another library is linked in, whose results can differ
          in the last bit.
          """,
        example: "import math\nprint(repr(math.sin(1e22)))")
    case .stringHashKey:
      DiagnosticEntry(
        kind: .difference, title: "string hashes use a fixed key",
        explanation: """
          CPython draws a key for the hashes of str and bytes at each start unless PYTHONHASHSEED
          is set; here the key is fixed, so sets of strings have the same order in each run, and
          not that of a CPython run.
          """,
        example: "print({'a', 'b', 'c'})")
    case .exceptionFrames:
      DiagnosticEntry(
        kind: .difference, title: "locals of a frame that an exception leaves are released at once",
        explanation: """
          In CPython the traceback of an exception keeps the frames that it left, and their locals,
          alive until the exception goes. Here the locals are released when the frame is left, so a
          `__del__` may run before the handler instead of after it.
          """,
        example:
          "def f():\n    guard = Guard()\n    raise ValueError\n\ntry:\n    f()\nexcept ValueError:\n    print('caught')"
      )
    case .borrowedArguments:
      DiagnosticEntry(
        kind: .difference, title: "an argument lives until the call returns",
        explanation: """
          A temporary object passed as an argument is released when the call returns, even if the
          called function rebinds or deletes its parameter before; CPython releases it then.
          """,
        example: "def f(guard):\n    guard = None\n    print('rebound')\n\nf(Guard())")
    case .warningPlaces:
      DiagnosticEntry(
        kind: .difference, title: "warnings of the runtime name no line",
        explanation: """
          The RuntimeWarning about a coroutine that was never awaited is shown as `sys:1`, since
          which line runs is not recorded. The deprecation of `throw` with three arguments is not
          shown.
          """,
        example: "async def work(): pass\n\nwork()")
    case .moduleLoaders:
      DiagnosticEntry(
        kind: .difference, title: "modules have no loader",
        explanation: """
          The modules of a program are part of it: `__loader__` and `__spec__` are None, and there
          is no `__cached__`.
          """,
        example: "print(__loader__)")
    case .ignoredExceptionFrames:
      DiagnosticEntry(
        kind: .difference, title: "an ignored exception names no caller",
        explanation: """
          Where CPython reports an exception that nobody can handle (\"Exception ignored in\") and
          the exception has no traceback, it shows the line that was running; here that row is
          missing.
          """,
        example: "def stubborn():\n    while True:\n        try: yield\n        except GeneratorExit: pass\n\n"
          + "g = stubborn()\nnext(g)\ndel g")
    case .internalError:
      DiagnosticEntry(
        kind: .error, title: "internal error of the compiler",
        explanation: """
          A pass broke a rule of the compiler, which is never the program's fault. The message
          names the pass and the function, and the file to attach to a report.
          """,
        example: "$ pyaot app.py\nerror[PA0901]: internal error: after pass infer, function f: …")
    case .toolchainMissing:
      DiagnosticEntry(
        kind: .error, title: "a tool that the compiler needs is not installed",
        explanation: "The message says the exact command that installs it.",
        example: "$ PYAOT_ZIG=/nowhere/zig pyaot app.py\nerror[PA0902]: …\n  = help: …")
    case .wrongUsage:
      DiagnosticEntry(
        kind: .error, title: "the command line is not understood",
        explanation: "See `pyaot --help`.",
        example: "$ pyaot build --no-such-option app.py\nerror[PA0903]: …")
    }
  }
}
