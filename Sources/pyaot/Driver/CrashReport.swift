// What is left when the compiler itself fails: which pass, function and module it was busy with, and a folder with the
// module's text to attach to a report. A trap of Swift's (a broken precondition, an overflow) arrives as a signal; its
// handler can only use what was prepared in plain memory.
import Frontend
import Glibc
import Passes

enum CrashReport {
  /// Bytes that the handler reads; written before the work that may fail. One thread lowers modules.
  private struct State {
    var module = CText(256)
    var pass = CText(64)
    var function = CText(512)
    /// `<cache>/crash/<pid>`, and the files in it.
    var folder = CText(4096)
    var source = CText(4096)
    var note = CText(4096)
    var commandLine = CText(8192)
    var text: UnsafeMutableRawBufferPointer?
  }
  nonisolated(unsafe) private static var state = State()

  /// Text of limited length with a zero at its end, at an address that does not change.
  private struct CText {
    let bytes: UnsafeMutablePointer<CChar>
    let capacity: Int
    init(_ capacity: Int) {
      bytes = .allocate(capacity: capacity)
      bytes.initialize(repeating: 0, count: capacity)
      self.capacity = capacity
    }
    func set(_ text: String) {
      var text = text
      text.withUTF8 { source in
        let count = min(source.count, capacity - 1)
        if let start = source.baseAddress { memcpy(bytes, start, count) }
        bytes[count] = 0
      }
    }
    var isEmpty: Bool { bytes[0] == 0 }
  }

  /// Catches the signals of a trap, on a stack of their own: the program's may be what is exhausted.
  static func install(_ cacheRoot: String, _ arguments: [String]) {
    state.folder.set("\(cacheRoot)/crash/\(getpid())")
    state.commandLine.set(arguments.joined(separator: " "))
    CompilationTrace.enterFunction = { CrashReport.state.function.set($0) }
    CompilationTrace.enterPass = { pass in
      CrashReport.state.pass.set(pass)
      CrashReport.state.function.set("")
    }
    let size = 1 << 16
    var stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    stack.ss_size = size
    sigaltstack(&stack, nil)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { CrashReport.handle($0) }
    action.sa_flags = Int32(SA_ONSTACK) | Int32(bitPattern: UInt32(SA_RESETHAND))
    for signal in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE] { sigaction(signal, &action, nil) }
  }

  /// The work on a module begins.
  static func begin(_ module: Frontend.Module) {
    let file = module.path.hasPrefix("/") ? Files.name(of: module.path) : "main.py"
    begin(module.name, file, Array(module.source?.bytes ?? []))
  }

  /// The same for any text, with the name that its copy gets.
  static func begin(_ name: String, _ file: String, _ bytes: [UInt8]) {
    end()
    state.module.set(name)
    let folder = String(cString: state.folder.bytes)
    state.source.set("\(folder)/\(file)")
    state.note.set("\(folder)/command")
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    copy.copyBytes(from: bytes)
    state.text = copy
  }

  /// The work on a module is over.
  static func end() {
    state.text?.deallocate()
    state.text = nil
    for text in [state.module, state.pass, state.function] { text.set("") }
  }

  /// Writes the reproducer and says where it is; for errors that the compiler noticed itself.
  static func report(_ message: String) {
    write("error[PA0901]: internal error: ")
    write(message)
    write("\n")
    details()
  }

  // MARK: in the handler: system calls on prepared memory only

  private static func handle(_ signal: Int32) {
    write("error[PA0901]: internal error: the compiler was stopped by ")
    switch signal {
    case SIGSEGV, SIGBUS: write("an access to memory that is not there, or a stack that is full")
    default: write("a check of its own")
    }
    write("\n")
    details()
    _exit(Session.internalError)
  }

  private static func details() {
    guard !state.module.isEmpty else { return }
    write("  = note: in module ")
    write(state.module.bytes)
    if !state.pass.isEmpty {
      write(", pass ")
      write(state.pass.bytes)
    }
    if !state.function.isEmpty {
      write(", function ")
      write(state.function.bytes)
    }
    write("\n")
    if reproduce() {
      write("  = help: this is never the program's fault; please report it with the folder ")
      write(state.folder.bytes)
      write("\n")
    }
  }

  /// Writes text and command line of the failed compilation; false if the cache cannot be written.
  private static func reproduce() -> Bool {
    guard let text = state.text else { return false }
    if let slash = strrchr(state.folder.bytes, 47) {
      slash.pointee = 0
      mkdir(state.folder.bytes, 0o755)
      slash.pointee = 47
    }
    mkdir(state.folder.bytes, 0o755)
    return save(state.source.bytes, text.baseAddress, text.count)
      && save(state.note.bytes, state.commandLine.bytes, strlen(state.commandLine.bytes))
  }

  private static func save(_ path: UnsafePointer<CChar>, _ bytes: UnsafeRawPointer?, _ count: Int) -> Bool {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { return false }
    defer { close(file) }
    var offset = 0
    while offset < count {
      let written = Glibc.write(file, bytes?.advanced(by: offset), count - offset)
      if written <= 0 { return false }
      offset += written
    }
    return true
  }

  private static func write(_ text: UnsafePointer<CChar>) { _ = Glibc.write(2, text, strlen(text)) }
}
