// What every command does around its work: find the toolchain, show diagnostics, turn errors into exit statuses.
import ArgumentParser
import Frontend
import Glibc

enum Session {
  /// Exit statuses of the driver itself.
  static let cannotCompile: Int32 = 1
  static let wrongUsage: Int32 = 2
  static let toolchainMissing: Int32 = 5
  static let internalError: Int32 = 70

  static func run(_ common: CommonOptions, _ body: (inout Compiler) throws -> Void) throws {
    let options = try common.build
    do {
      let cache = try Cache.open()
      do {
        try run(options, cache, body)
      } catch let error as CacheNotWritable {
        try run(options, try substitute(for: cache, error.reason), body)
      } catch is ZigError where !cache.hasRoom {
        try run(options, try substitute(for: cache, SystemError("cannot write \(cache.root)", ENOSPC)), body)
      }
    } catch is CompilationFailed {
      throw ExitCode(cannotCompile)
    } catch let error as ToolchainError {
      Output.error("error[\(DiagnosticCode.toolchainMissing.id)]: \(error.message)\n  = help: \(error.help)\n")
      throw ExitCode(toolchainMissing)
    } catch let error as InternalError {
      CrashReport.report(error.description)
      throw ExitCode(internalError)
    } catch let error as ZigError {
      CrashReport.report(error.description)
      throw ExitCode(internalError)
    } catch let error as CommandError {
      Output.error("pyaot: \(error.message)\n")
      throw ExitCode(error.status)
    } catch let error as CacheNotWritable {
      Output.error(
        "error: \(error.reason.description)\n  = help: make room, or set PYAOT_CACHE to a folder that has some\n")
      throw ExitCode(cannotCompile)
    } catch let error as SystemError {
      Output.error("error: \(error.description)\n")
      throw ExitCode(cannotCompile)
    }
  }

  private static func run(_ options: BuildOptions, _ cache: Cache, _ body: (inout Compiler) throws -> Void) throws {
    CrashReport.install(cache.root, CommandLine.arguments)
    var compiler = Compiler(try Toolchain.locate(), cache, options)
    do {
      try body(&compiler)
    } catch let error as CacheNotWritable {
      // It is all done again elsewhere.
      compiler.progress.clear()
      throw error
    } catch {
      compiler.progress.clear()
      compiler.showDiagnostics()
      throw error
    }
    compiler.showDiagnostics()
  }

  /// A second cache after the first failed to take something; there is no third.
  private static func substitute(for cache: Cache, _ reason: SystemError) throws -> Cache {
    if cache.root == Cache.substituteRoot { throw CacheNotWritable(reason: reason) }
    return try Cache.substitute()
  }
}

/// What the command line asks for cannot be done.
struct CommandError: Error {
  var message: String
  var status: Int32

  init(_ message: String, status: Int32) {
    self.message = message
    self.status = status
  }
}
