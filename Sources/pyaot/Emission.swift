// `--emit`: intermediate forms of the main module, on stdout or in a file.
import ArgumentParser
import BackendZig
import Frontend
import Passes
import PyIR

/// What `--emit` can print.
enum EmittedForm: String, CaseIterable, ExpressibleByArgument {
  case tokens, ast, ir, zig
  case llvmIR = "llvm-ir"
  case asm, obj
}

struct Emission {
  let form: EmittedForm
  let common: CommonOptions

  func emit(_ source: ProgramSource, _ compiler: inout Compiler) throws {
    let bytes = try text(source, &compiler)
    defer { compiler.observer.finish() }
    guard let output = common.output else { return Output.write(bytes, to: 1) }
    do { try Files.write(output, bytes) } catch let error as SystemError {
      throw CommandError(error.description, status: Session.cannotCompile)
    }
  }

  private func text(_ source: ProgramSource, _ compiler: inout Compiler) throws -> [UInt8] {
    let module = try compiler.observer.timed("parse and find modules") { try compiler.graph(source).main }
    guard let file = module.source, let ast = module.ast else { throw CompilationFailed() }
    switch form {
    case .tokens: return Array(TokenDumper.dump(file).utf8)
    case .ast: return ASTDumper.dump(ast, file, includeAttributes: common.attributes) + [10]
    case .ir:
      guard let stage = Stage.allCases.first(where: { "\($0)" == common.stage }) else {
        throw ValidationError("there is no stage \(common.stage)")
      }
      let lowered = try lowered(module, stage, compiler)
      return compiler.observer.timed("print") { IRPrinter.bytes(lowered) }
    case .zig:
      return Array(
        ZigEmitter.emit(
          try lowered(module, .owned, compiler), keepsFrames: compiler.keepsFrames(module)
        ).utf8)
    case .llvmIR: return try compiled(module, ["-fno-emit-bin", "-femit-llvm-ir="], compiler)
    case .asm: return try compiled(module, ["-fno-emit-bin", "-femit-asm="], compiler)
    case .obj: return try compiled(module, ["-femit-bin="], compiler)
    }
  }

  private func lowered(_ module: Frontend.Module, _ stage: Stage, _ compiler: Compiler) throws -> PyIR.Module {
    guard let lowered = compiler.lower(module) else { throw CompilationFailed() }
    return try compiler.runPasses(lowered, upTo: stage, specialized: !compiler.keepsFrames(module))
  }

  /// What Zig makes of the module; the last flag takes the path.
  private func compiled(_ module: Frontend.Module, _ flags: [String], _ compiler: Compiler) throws -> [UInt8] {
    let text = ZigEmitter.emit(
      try lowered(module, .owned, compiler), keepsFrames: compiler.keepsFrames(module))
    let work = try WorkFolder(compiler.cache)
    let source = work.path + "/source.zig"
    let product = work.path + "/product"
    try Files.write(source, Array(text.utf8))
    var flags = compiler.options.zigFlags(isLibrary: false) + flags
    flags[flags.count - 1] += product
    let zig = ZigTool(compiler.toolchain, compiler.cache)
    let command = zig.generated(source, flags)
    let result = try Processes.run(command, environment: zig.environment(work), errors: work.path + "/errors")
    guard result.status == 0 else {
      throw ZigError(command: command, output: result.errorOutput, status: result.status)
    }
    return try Files.read(product)
  }
}
