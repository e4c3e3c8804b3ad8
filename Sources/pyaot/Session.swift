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
      if common.backend == .llvm {
        throw ToolchainError(
          message: "this pyaot was built without the LLVM backend", help: "--backend zig, which is the default")
      }
      try run(options, body)
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
    } catch let error as CacheEntryLost {
      Output.error(
        "error: the cache is emptied faster than it is filled: \(error.path) is gone again\n"
          + "  = help: set PYAOT_CACHE_SIZE higher\n")
      throw ExitCode(cannotCompile)
    } catch let error as SystemError {
      Output.error("error: \(error.description)\n")
      throw ExitCode(cannotCompile)
    }
  }

  /// Others may use, empty or fill the cache at any moment: what failed for that reason is done again.
  private static func run(_ options: BuildOptions, _ body: (inout Compiler) throws -> Void) throws {
    var cache = try Cache.open()
    var attempts = 0
    while true {
      attempts += 1
      let generation = cache.generation
      do {
        return try run(options, cache, body)
      } catch is CacheEntryLost where attempts < 20 {
        continue
      } catch let error as CacheNotWritable {
        cache = try substitute(for: cache, error.reason)
      } catch is ZigError where !cache.hasRoom {
        cache = try substitute(for: cache, SystemError("cannot write \(cache.root)", ENOSPC))
      } catch is ZigError where attempts < 3 && cache.generation != generation {
        continue
      }
    }
  }

  private static func run(_ options: BuildOptions, _ cache: Cache, _ body: (inout Compiler) throws -> Void) throws {
    CrashReport.install(cache.root, CommandLine.arguments)
    var compiler = Compiler(try Toolchain.locate(), cache, options)
    do {
      try body(&compiler)
    } catch let error where error is CacheNotWritable || error is CacheEntryLost {
      // It is all done again.
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
