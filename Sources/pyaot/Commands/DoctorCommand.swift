// `pyaot doctor`: is everything there that compiling needs, and which line mends what is not.
import ArgumentParser
import Glibc

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Check the toolchain; says the exact line that mends what is missing.")

  func run() throws {
    var checks = DoctorChecks()
    checks.run()
    Output.standard(checks.report)
    if checks.isToolMissing { throw ExitCode(Session.toolchainMissing) }
  }
}

private struct DoctorChecks {
  private(set) var report = ""
  private(set) var isToolMissing = false

  mutating func run() {
    good("pyaot \(Version.number)", Files.executablePath())
    do {
      let toolchain = try Toolchain.locate()
      good("runtime", toolchain.runtime)
      checkZig(toolchain)
      checkLibrary()
      checkCache(toolchain)
    } catch let error as ToolchainError {
      missing(error.message, error.help)
    } catch {
      missing("the toolchain cannot be looked at: \(error)", "pyaot doctor")
    }
  }

  private mutating func checkZig(_ toolchain: Toolchain) {
    let wanted = Toolchain.zigVersion
    let install = Toolchain.installation(toolchain.home)
    guard let version = output([toolchain.zig, "version"]) else {
      return missing("zig does not run: \(toolchain.zig)", install)
    }
    if version != wanted { return missing("zig \(wanted) is needed, this is \(version): \(toolchain.zig)", install) }
    good("zig \(version)", toolchain.zig)
  }

  private mutating func checkLibrary() {
    guard let library = Toolchain.standardLibrary(), Files.exists(library + "/os.py") else {
      return warning(
        "CPython 3.13's library is not found; programs that import from it cannot be compiled",
        "export PYAOT_STDLIB=…/lib/python3.13")
    }
    good("library", library)
  }

  private mutating func checkCache(_ toolchain: Toolchain) {
    do {
      let cache = try Cache.open()
      if cache.root == Cache.chosenRoot {
        good("cache", cache.root)
      } else {
        warning("the cache \(Cache.chosenRoot) cannot be written; \(cache.root) is used", "export PYAOT_CACHE=…")
      }
      try checkLink(toolchain, cache)
    } catch let error as ZigError {
      let output = String(decoding: error.output, as: UTF8.self)
      missing("linking fails:\n\(output)", "apt-get install libc6-dev   (or your system's)")
    } catch {
      warning("the cache cannot be used: \(error)", "export PYAOT_CACHE=…")
    }
  }

  /// Links an empty program, which needs the system's C library.
  private mutating func checkLink(_ toolchain: Toolchain, _ cache: Cache) throws {
    let work = try WorkFolder(cache)
    let source = work.path + "/main.zig"
    try Files.write(source, Array("export fn main() c_int {\n    return 0;\n}\n".utf8))
    let zig = ZigTool(toolchain, cache)
    let command = zig.command(["build-obj", "-OReleaseSmall", "-fstrip", "-femit-bin=\(work.path)/main.o", source])
    let result = try Processes.run(command, environment: zig.environment(work), errors: work.path + "/errors")
    guard result.status == 0 else {
      throw ZigError(command: command, output: result.errorOutput, status: result.status)
    }
    try Linker(toolchain: toolchain, cache: cache, options: BuildOptions())
      .link(["\(work.path)/main.o"], "\(work.path)/main", work)
    good("linking", "against the system's C library")
  }

  private func output(_ command: [String]) -> String? {
    var pipes: [Int32] = [0, 0]
    guard pipe(&pipes) == 0 else { return nil }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, pipes[1], 1)
    var child: pid_t = 0
    var argv: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    defer { for pointer in argv { free(pointer) } }
    let code = posix_spawn(&child, command[0], &actions, nil, &argv, environ)
    close(pipes[1])
    defer { close(pipes[0]) }
    guard code == 0 else { return nil }
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = read(pipes[0], &buffer, buffer.count)
    guard let ended = try? Processes.wait(child), ended.status == 0, count > 0 else { return nil }
    return String(decoding: buffer[..<count].prefix { $0 != 10 }, as: UTF8.self)
  }

  private mutating func good(_ what: String, _ text: String) { report += "ok       \(what): \(text)\n" }
  private mutating func warning(_ text: String, _ help: String) {
    report += "warning  \(text)\n         mend it with: \(help)\n"
  }
  private mutating func missing(_ text: String, _ help: String) {
    isToolMissing = true
    report += "missing  \(text)\n         mend it with: \(help)\n"
  }
}
