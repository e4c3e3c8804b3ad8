//! The life of a program: start-up, running the main module, reporting what escapes it, exit status.
//!
//! Invariant: the exit status and everything on stderr are CPython's: 0, the SystemExit code, 1 after an uncaught exception,
//! 120 if stdout or stderr could not be flushed, death by SIGINT after KeyboardInterrupt.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const state = @import("state.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const io = @import("io.zig");
const int = @import("int.zig");
const str = @import("str.zig");
const sys = @import("sys.zig");
const call = @import("call.zig");
const builtins = @import("builtins.zig");
const file = @import("file.zig");
const names = @import("names.zig");
const stack = @import("stack.zig");
const leaks = @import("leaks.zig");
const text = @import("text.zig");
const module_ = @import("module.zig");
const module_import = @import("module_import.zig");
const methods = @import("methods.zig");
const builtin_types = @import("builtin_types.zig");
const exception = @import("exception.zig");
const finalize = @import("finalize.zig");
const traceback = @import("traceback.zig");
const traceback_print = @import("traceback_print.zig");
const program = @import("program.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;
const c = std.c;

pub var argc: usize = 0;
pub var argv: [*][*:0]u8 = undefined;
var status: c_int = 0;

fn onInterrupt(_: c_int) callconv(.c) void {
    stack.interrupt(stack.by_keyboard);
}

/// Returns what was done before.
fn setHandler(signal: u8, handler: ?c.Sigaction.handler_fn) c.Sigaction {
    var action: c.Sigaction = std.mem.zeroes(c.Sigaction);
    action.handler.handler = handler;
    var before: c.Sigaction = std.mem.zeroes(c.Sigaction);
    _ = c.sigaction(signal, &action, &before);
    return before;
}

/// Whether whoever started the program had the signal ignored; it then stays so, as in CPython.
fn isIgnored(signal: u8) bool {
    var action: c.Sigaction = std.mem.zeroes(c.Sigaction);
    if (c.sigaction(signal, null, &action) != 0) return false;
    return action.handler.handler == c.SIG.IGN;
}

/// Makes the builtin classes and names usable; nothing of the runtime works before.
pub fn initialize() void {
    builtin_types.init();
    const p = &program.pyrt_program;
    methods.install(p.classes, p.class_count);
    builtins.initRecord();
    sys.initRecord();
}

/// The C entry point of an executable.
pub fn main(count: c_int, arguments: [*][*:0]u8) callconv(.c) c_int {
    argc = @intCast(@max(count, 0));
    argv = arguments;
    _ = setHandler(c.SIG.PIPE, c.SIG.IGN);
    if (!isIgnored(c.SIG.INT)) _ = setHandler(c.SIG.INT, onInterrupt);
    stack.run(body);
    c.exit(status);
}

/// Runs in somebody else's process.
var is_library = false;

/// The C entry point of a shared library, `int pyaot_main(int argc, char **argv)` (docs/shared-libraries.md): runs the program
/// and returns its exit status. A program has one life: a second call does nothing and returns −1.
pub fn mainOfLibrary(count: c_int, arguments: [*][*:0]u8) callconv(.c) c_int {
    if (is_library) return -1;
    is_library = true;
    argc = @intCast(@max(count, 0));
    argv = arguments;
    const pipe = setHandler(c.SIG.PIPE, c.SIG.IGN);
    var interrupt: c.Sigaction = undefined;
    const handles_interrupt = !isIgnored(c.SIG.INT);
    if (handles_interrupt) interrupt = setHandler(c.SIG.INT, onInterrupt);
    stack.run(body);
    _ = c.sigaction(c.SIG.PIPE, &pipe, null);
    if (handles_interrupt) _ = c.sigaction(c.SIG.INT, &interrupt, null);
    return status;
}

fn body() callconv(.c) void {
    initialize();
    if (!module_import.run(program.pyrt_program.main)) status = report(err.take());
    if (finalize.at_exit) |f| f();
    const report_leaks = leaks.wanted();
    if (report_leaks) leaks.begin();
    finalize.run(report_leaks);
    finishStreams();
    if (report_leaks) leaks.report();
}

/// Flushes stdout a last time; a failure is reported and becomes the exit status 120, as does text that stderr lost.
fn finishStreams() void {
    if (!file.flushAll()) status = 120;
    const number = io.flush();
    if (number != 0) reportLostOutput(number);
    if (io.error_lost) status = 120;
}

fn reportLostOutput(number: i32) void {
    io.discard();
    _ = err.fromErrno(number, 0);
    const e = err.take();
    var buffer: text.Buffer = .{};
    defer buffer.deinit();
    buffer.append("Exception ignored on flushing sys.stdout:\n");
    traceback_print.appendFinal(&buffer, e);
    io.writeError(buffer.slice());
    status = 120;
}

/// Reports an exception that left the main module (consumed); the exit status.
fn report(e: Word) c_int {
    defer rc.release(e);
    if (exception.isInstance(e, .SystemExit)) return exitStatus(e);
    const interrupted = exception.isInstance(e, .KeyboardInterrupt);
    if (!callHook(e)) {
        var buffer: text.Buffer = .{};
        defer buffer.deinit();
        traceback_print.appendException(&buffer, e, true);
        sys.writeError(buffer.slice());
    }
    if (interrupted) {
        if (is_library) return 130;
        _ = io.flush();
        _ = setHandler(c.SIG.INT, c.SIG.DFL);
        _ = c.raise(c.SIG.INT);
        return 130;
    }
    return 1;
}

/// A program may have set `sys.excepthook`; true if it ran without raising.
fn callHook(e: Word) bool {
    const hook = sys.excepthook();
    if (hook == 0) return false;
    const x = object.ptr(object.Exception, e);
    const tb = traceback.get(x);
    const result = call.call(hook, &.{ object.word(types.typeOf(e)), e, if (tb == 0) singletons.noneWord() else tb });
    if (result != 0) {
        rc.release(result);
        return true;
    }
    const inner = err.take();
    var buffer: text.Buffer = .{};
    defer buffer.deinit();
    buffer.append("Error in sys.excepthook:\n");
    traceback_print.appendException(&buffer, inner, true);
    buffer.append("\nOriginal exception was:\n");
    sys.writeError(buffer.slice());
    rc.release(inner);
    return false;
}

/// The status that a SystemExit asks for; a code that is no int is shown.
fn exitStatus(e: Word) c_int {
    // The field itself: the attribute need not be a name of the program.
    const code = object.ptr(object.Exception, e).fields[exception.Field.value];
    if (code == 0 or singletons.isNone(code)) return 0;
    if (int.isInt(code)) {
        const value = int.toI64(int.valueOf(code)) orelse -1;
        return @intCast(value & 0xff);
    }
    var buffer: text.Buffer = .{};
    defer buffer.deinit();
    if (!buffer.appendStr(code)) err.clear();
    buffer.appendByte('\n');
    sys.writeError(buffer.slice());
    return 1;
}
