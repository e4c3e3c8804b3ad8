// Other processes: a tool that is started and waited for, and the program that takes this process's place.
import Glibc

enum Processes {
  struct Result {
    /// As a shell counts: 128 + N after signal N.
    var status: Int32
    var errorOutput: [UInt8]
  }

  /// Starts a tool without standard input and output; its standard error goes to the file.
  static func start(_ arguments: [String], environment extra: [String: String], errors: String) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    var child: pid_t = 0
    var argv: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    var envp = currentEnvironment(extra) + [nil]
    defer {
      for pointer in argv + envp { free(pointer) }
    }
    let code = posix_spawn(&child, arguments[0], &actions, nil, &argv, &envp)
    guard code == 0 else {
      errno = code
      throw SystemError("cannot run \(arguments[0])")
    }
    return child
  }

  /// Waits for one of this process's children.
  static func wait(_ child: pid_t = -1) throws -> (child: pid_t, status: Int32) {
    var status: Int32 = 0
    while true {
      let ended = waitpid(child, &status, 0)
      if ended < 0 && errno == EINTR { continue }
      guard ended > 0 else { throw SystemError("cannot wait for a process") }
      return (ended, status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f))
    }
  }

  /// Runs a tool to its end; its standard error passes through the file.
  static func run(_ arguments: [String], environment: [String: String], errors: String) throws -> Result {
    let child = try start(arguments, environment: environment, errors: errors)
    let status = try wait(child).status
    return Result(status: status, errorOutput: try Files.read(errors))
  }

  /// The environment of this process with some variables set.
  private static func currentEnvironment(_ extra: [String: String]) -> [UnsafeMutablePointer<CChar>?] {
    var result: [UnsafeMutablePointer<CChar>?] = []
    var pointer = environ
    while let entry = pointer.pointee {
      let text = String(cString: entry)
      let key = text.prefix { $0 != "=" }
      if extra[String(key)] == nil { result.append(strdup(text)) }
      pointer += 1
    }
    for (key, value) in extra.sorted(by: { $0.key < $1.key }) { result.append(strdup("\(key)=\(value)")) }
    return result
  }

  /// Replaces this process by the program, so that arguments, signals and the exit status are the program's own.
  static func execute(_ program: Program, _ arguments: [String]) throws -> Never {
    var argv: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    // Unless it is open, who has the program must look for it again when it is gone.
    guard program.file != nil || Files.exists(program.executable) else {
      throw CacheEntryLost(path: program.executable)
    }
    if !program.messages.isEmpty { Output.error(program.messages) }
    execv(program.executable, &argv)
    if errno == ENOENT, let file = program.file { fexecve(file, &argv, environ) }
    throw SystemError("cannot run \(program.executable)")
  }

  /// Processors of this machine.
  static let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
}
