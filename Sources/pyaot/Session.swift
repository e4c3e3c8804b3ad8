// What every command does around its work: find the toolchain, show diagnostics, turn errors into exit statuses.
import ArgumentParser
import Frontend
import Glibc

enum Session {
  /// Exit statuses of the driver itself.
  static let cannotCompile: Int32 = 1
  static let toolchainMissing: Int32 = 5
  static let internalError: Int32 = 70

  static func run(_ common: CommonOptions, _ body: (inout Compiler) throws -> Void) throws {
    let options = try common.build
    do {
      var compiler = Compiler(try Toolchain.locate(), try Cache.open(), options)
      do {
        try body(&compiler)
      } catch {
        show(compiler, common.errorFormat)
        throw error
      }
      show(compiler, common.errorFormat)
    } catch is CompilationFailed {
      throw ExitCode(cannotCompile)
    } catch let error as ToolchainError {
      Output.error("error[\(DiagnosticCode.toolchainMissing.id)]: \(error.message)\n  = help: \(error.help)\n")
      throw ExitCode(toolchainMissing)
    } catch let error as InternalError {
      Output.error("error[\(DiagnosticCode.internalError.id)]: internal error: \(error.description)\n")
      throw ExitCode(internalError)
    } catch let error as ZigError {
      Output.error("error[\(DiagnosticCode.internalError.id)]: internal error: \(error.description)\n")
      throw ExitCode(internalError)
    } catch let error as SystemError {
      Output.error("error: \(error.description)\n")
      throw ExitCode(cannotCompile)
    }
  }

  private static func show(_ compiler: Compiler, _ format: DiagnosticFormat) {
    guard !compiler.diagnostics.diagnostics.isEmpty else { return }
    let color = isatty(2) == 1 && Files.environment("NO_COLOR") == nil
    let renderer = DiagnosticRenderer(format: format, color: color)
    Output.error(renderer.render(compiler.diagnostics, in: compiler.sources))
  }
}
