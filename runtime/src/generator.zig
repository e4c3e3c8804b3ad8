//! Generators and coroutines: resuming a frame, `send`/`throw`/`close`, `yield from` and `await`.
//!
//! Invariants
//! - `state`: 0 not started, −1 finished, else suspended at that yield; `running` while its code runs.
//! - `resumeFrame` returns the yielded value, or 0: an exception is pending, or the frame has finished and
//!   `state.generator_value` holds its value (0: None). A `next` slot that returns 0 without pending may leave a value
//!   there as well; whoever asks for it clears it before.
//! - Exceptions that the frame is handling while suspended are in `handled` (a tuple), not on the thread's stack.
const object = @import("object.zig");
const types = @import("type.zig");
const state = @import("state.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const io = @import("io.zig");
const str = @import("str.zig");
const call = @import("call.zig");
const attr = @import("attr.zig");
const iter = @import("iter.zig");
const text = @import("text.zig");
const tuple = @import("tuple.zig");
const stack = @import("stack.zig");
const function = @import("function.zig");
const finalize_ = @import("finalize.zig");
const exception = @import("exception.zig");
const exception_types = @import("exception_types.zig");
const exception_raise = @import("exception_raise.zig");
const traceback = @import("traceback.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;
const Generator = object.Generator;

pub inline fn of(w: Word) *Generator {
    return object.ptr(Generator, w);
}

/// An object whose frame this file resumes: generator, coroutine or async generator.
pub inline fn isGenerator(w: Word) bool {
    return object.isExact(w, .generator) or object.isExact(w, .coroutine);
}

pub export fn pyrt_generator_new(code: *const object.Code, function_: Word, objects: i64, raws: i64) callconv(.c) Word {
    const extra: usize = @intCast((objects + raws) * 8);
    const g = if (code.flags.coroutine)
        alloc.object(Generator, .coroutine, extra)
    else if (code.flags.async_generator)
        alloc.object(Generator, .async_generator, extra)
    else
        alloc.object(Generator, .generator, extra);
    g.code = code;
    g.function = rc.retain(function_);
    g.state = 0;
    g.running = 0;
    g.object_slots = @intCast(objects);
    g.raw_slots = @intCast(raws);
    g.handled = 0;
    const f = object.ptr(object.Function, function_);
    const is_function = object.isExact(function_, .function);
    g.name = rc.retain(if (is_function) f.name else object.word(code.name));
    g.qualname = rc.retain(if (is_function) f.qualname else object.word(code.qualname));
    g.yield_from = 0;
    @memset(g.objects()[0..@intCast(objects + raws)], 0);
    finalize_.live += 1;
    return object.word(g);
}

/// The value of the frame (or iterator) that finished last, owned; None by default.
pub fn takeValue() Word {
    const s = state.current();
    const value = s.generator_value;
    s.generator_value = 0;
    return if (value == 0) singletons.noneWord() else value;
}

fn setValue(value: Word) void {
    const s = state.current();
    const old = s.generator_value;
    s.generator_value = value;
    rc.releaseMaybe(old);
}

pub export fn pyrt_generator_return() callconv(.c) Word {
    return takeValue();
}

pub export fn pyrt_generator_finish(frame: Word, value: Word) callconv(.c) void {
    of(frame).state = -1;
    setValue(if (singletons.isNone(value)) 0 else value);
}

/// Releases what the frame holds.
fn dropFrame(g: *Generator) void {
    for (g.objects()[0..g.object_slots]) |*slot| {
        const w = slot.*;
        slot.* = 0;
        rc.releaseMaybe(w);
    }
    const handled = g.handled;
    g.handled = 0;
    rc.releaseMaybe(handled);
    setDelegate(g, 0);
}

/// The frame that runs innermost; `yield from` steps belong to it.
var running: ?*Generator = null;

/// What the frame delegates to while it is suspended (borrowed; 0: nothing).
fn setDelegate(g: *Generator, it: Word) void {
    const old = g.yield_from;
    if (old == it) return;
    g.yield_from = rc.retainMaybe(it);
    rc.releaseMaybe(old);
}

fn kindName(g: *Generator) []const u8 {
    return if (g.code.flags.coroutine) "coroutine" else if (g.code.flags.async_generator) "async generator" else "generator";
}

/// Runs the frame until it yields or ends; `sent` 0: an exception is pending and is raised at the yield.
pub fn resumeFrame(g: *Generator, sent: Word) Word {
    if (g.running != 0) {
        err.clear();
        return err.raise(.ValueError, "{s} already executing", .{kindName(g)});
    }
    if (g.state < 0) return 0;
    if (!stack.check()) return 0;
    const s = state.current();
    if (s.generator_value != 0) setValue(0);
    if (g.state == 0 and sent == 0) {
        // Raised before the first statement.
        g.state = -1;
        const e = err.take();
        dropFrame(g);
        err.restore(e);
        return convertStop(g);
    }
    const base = s.handled_len;
    if (g.handled != 0) {
        const saved = g.handled;
        g.handled = 0;
        for (tuple.items(saved)) |e| exception_raise.pushHandled(rc.retain(e));
        rc.release(saved);
        if (sent == 0) exception.setContextFromHandled(s.pending);
    }
    g.running = 1;
    _ = rc.retain(object.word(g));
    const outer = running;
    running = g;
    const result = g.code.resume_.?(g, sent);
    running = outer;
    g.running = 0;
    if (result != 0) {
        if (s.handled_len > base) {
            g.handled = tuple.fromOwned(s.handled[base..s.handled_len]);
            s.handled_len = base;
        }
        rc.release(object.word(g));
        return result;
    }
    while (s.handled_len > base) rc.release(exception_raise.popHandled());
    g.state = -1;
    if (err.pending()) {
        const e = err.take();
        dropFrame(g);
        err.restore(e);
        rc.release(object.word(g));
        return convertStop(g);
    }
    dropFrame(g);
    rc.release(object.word(g));
    return 0;
}

/// A StopIteration that leaves the code becomes a RuntimeError. Returns 0.
fn convertStop(g: *Generator) Word {
    const is_async = g.code.flags.async_generator;
    const stop = err.matches(.StopIteration);
    if (!stop and !(is_async and err.matches(.StopAsyncIteration))) return 0;
    const original = err.take();
    const shown: []const u8 = if (stop) "StopIteration" else "StopAsyncIteration";
    _ = err.raise(.RuntimeError, "{s} raised {s}", .{ kindName(g), shown });
    const e = object.ptr(object.Exception, state.current().pending);
    exception_raise.setCause(e, rc.retain(original));
    const old = e.context;
    e.context = original;
    rc.releaseMaybe(old);
    return 0;
}

/// Turns the end of an iteration into StopIteration(value). Returns 0.
pub fn raiseStop() Word {
    const value = takeValue();
    defer rc.release(value);
    return err.stopIteration(value);
}

/// `next(it)` that raises StopIteration at the end, with the value of a finished generator.
pub fn nextOrStop(it: Word) Word {
    const slot = types.typeOf(it).slots.next orelse return err.raise(.TypeError, "'{t}' object is not an iterator", .{it});
    setValue(0);
    const value = slot(it);
    if (value != 0 or err.pending()) return value;
    return raiseStop();
}

/// Slot `next` of generators.
fn next(self: Word) callconv(.c) Word {
    return resumeFrame(of(self), singletons.noneWord());
}

/// `send(value)` as `resumeFrame` reports it.
fn send(g: *Generator, value: Word) Word {
    if (g.state == 0 and !singletons.isNone(value) and g.running == 0) {
        return err.raise(.TypeError, "can't send non-None value to a just-started {s}", .{kindName(g)});
    }
    if (g.state < 0 and g.code.flags.coroutine) {
        return err.raise(.RuntimeError, "cannot reuse already awaited coroutine", .{});
    }
    if (g.state < 0) setValue(0);
    return resumeFrame(g, value);
}

/// Makes what `throw()` got pending; false: it was no exception (TypeError pending).
pub fn preparePending(args: [*]const Word, nargs: usize) bool {
    const what = args[0];
    if (nargs > 2 and !singletons.isNone(args[2]) and !object.isExact(args[2], .traceback)) {
        _ = err.raise(.TypeError, "throw() third argument must be a traceback object", .{});
        return false;
    }
    var e: Word = 0;
    if (exception.isExceptionClass(what)) {
        const value = if (nargs > 1 and !singletons.isNone(args[1])) args[1] else 0;
        if (value != 0 and exception.isException(value)) {
            e = rc.retain(value);
        } else if (value != 0) {
            e = call.call(what, if (tuple.isTuple(value)) tuple.items(value) else &.{value});
        } else e = call.call(what, &.{});
        // What making the exception raised is thrown in its place.
        if (e == 0) return true;
        if (!exception.isException(e)) {
            _ = err.raise(.TypeError, "calling {r} should have returned an instance of BaseException, not {t}", .{ what, e });
            rc.release(e);
            return true;
        }
    } else if (exception.isException(what)) {
        if (nargs > 1 and !singletons.isNone(args[1])) {
            _ = err.raise(.TypeError, "instance exception may not have a separate value", .{});
            return false;
        }
        e = rc.retain(what);
    } else {
        _ = err.raise(.TypeError, "exceptions must be classes or instances deriving from BaseException, not {t}", .{what});
        return false;
    }
    if (nargs > 2 and !singletons.isNone(args[2])) {
        if (!object.isExact(args[2], .traceback)) {
            rc.release(e);
            _ = err.raise(.TypeError, "throw() third argument must be a traceback object", .{});
            return false;
        }
        traceback.set(object.ptr(object.Exception, e), args[2]);
    }
    err.restore(e);
    return true;
}

/// Raises the pending exception inside; as `resumeFrame`.
fn throwPending(g: *Generator) Word {
    if (g.state < 0) {
        if (!g.code.flags.coroutine) return 0;
        err.clear();
        return err.raise(.RuntimeError, "cannot reuse already awaited coroutine", .{});
    }
    return resumeFrame(g, 0);
}

/// `close()`: the generator's return value, owned; 0 raised.
pub fn close(g: *Generator) Word {
    if (g.running != 0) return err.raise(.ValueError, "{s} already executing", .{kindName(g)});
    if (g.state < 0) return singletons.noneWord();
    if (g.state == 0) {
        g.state = -1;
        dropFrame(g);
        return singletons.noneWord();
    }
    err.restore(err.newException(.GeneratorExit, 0));
    const result = resumeFrame(g, 0);
    if (result != 0) {
        rc.release(result);
        return err.raise(.RuntimeError, "{s} ignored GeneratorExit", .{kindName(g)});
    }
    if (!err.pending()) return takeValue();
    if (err.clearIf(.GeneratorExit)) return singletons.noneWord();
    return 0;
}

fn m_send(self: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const result = send(of(self), args[0]);
    return if (result != 0 or err.pending()) result else raiseStop();
}

/// What `throw()` got, for the delegate's own `throw`, which is called with exactly that; taken by `step`.
var thrown: ?[]const Word = null;

/// Does a `throw()` into the generator end in the method `throw` of an object that is no generator? 1, 0, or -1 raised.
fn endsInMethod(g: *Generator) i32 {
    var w = g.yield_from;
    if (w == 0) return 0;
    while (isGenerator(w)) {
        w = of(w).yield_from;
        if (w == 0) return 0;
    }
    if (object.isExact(w, .coroutine_wrapper) or object.isExact(w, .async_gen_step)) return 0;
    const method = attr.getOptional(w, "throw");
    if (method == 0) return if (err.pending()) -1 else 0;
    rc.release(method);
    return 1;
}

fn isExit(what: Word) bool {
    const exit = exception_types.typeOf(.GeneratorExit);
    if (exception.isExceptionClass(what)) return exception_types.isSubclass(object.ptr(types.Type, what), exit);
    return exception.isException(what) and exception_types.isSubclass(types.typeOf(what), exit);
}

fn m_throw(self: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const delegated = if (of(self).running == 0 and of(self).state > 0 and !isExit(args[0])) endsInMethod(of(self)) else 0;
    if (delegated < 0) return 0;
    if (delegated > 0) {
        // The frames on the way are entered with a stand-in, which `step` replaces by the call.
        thrown = args[0..nargs];
        err.restore(err.newException(.RuntimeError, 0));
        const result = resumeFrame(of(self), 0);
        return if (result != 0 or err.pending()) result else raiseStop();
    }
    if (!preparePending(args, nargs)) return 0;
    const result = throwPending(of(self));
    return if (result != 0 or err.pending()) result else raiseStop();
}

fn m_close(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return close(of(self));
}

/// What releasing the last reference does.
pub fn m_del(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    finalize(self);
    return singletons.noneWord();
}

// `yield from` and `await`

pub export fn pyrt_yield_from_start(w: Word) callconv(.c) Word {
    if (object.isExact(w, .coroutine)) {
        return err.raise(.TypeError, "cannot 'yield from' a coroutine object in a non-coroutine generator", .{});
    }
    return iter.iter(w);
}

pub export fn pyrt_await_start(w: Word) callconv(.c) Word {
    if (object.isExact(w, .coroutine)) {
        if (of(w).running != 0 or of(w).yield_from != 0) return err.raise(.RuntimeError, "coroutine is being awaited already", .{});
        return rc.retain(w);
    }
    if (object.isExact(w, .generator) and object.ptr(object.Function, of(w).function).code.flags.iterable_coroutine) return rc.retain(w);
    const slot = types.typeOf(w).slots.await_ orelse
        return err.raise(.TypeError, "object {t} can't be used in 'await' expression", .{w});
    const it = slot(w);
    if (it == 0) return 0;
    if (object.isExact(it, .coroutine)) {
        rc.release(it);
        return err.raise(.TypeError, "__await__() returned a coroutine", .{});
    }
    if (types.typeOf(it).slots.next == null) {
        defer rc.release(it);
        return err.raise(.TypeError, "__await__() returned non-iterator of type '{t}'", .{it});
    }
    return it;
}

pub export fn pyrt_async_with_start(w: Word, is_exit: i64) callconv(.c) Word {
    if (!object.isExact(w, .coroutine) and types.typeOf(w).slots.await_ == null) {
        return err.raise(.TypeError, "'async with' received an object from {s} that does not implement __await__: {t}", .{
            @as([]const u8, if (is_exit != 0) "__aexit__" else "__aenter__"), w,
        });
    }
    return pyrt_await_start(w);
}

/// A StopIteration that is pending becomes the end with its value. Returns 0.
pub fn finishFromStop() Word {
    if (!err.matches(.StopIteration)) return 0;
    const e = err.take();
    const value = object.ptr(object.Exception, e).fields[exception.Field.value];
    setValue(if (value == 0 or singletons.isNone(value)) 0 else rc.retain(value));
    rc.release(e);
    return 0;
}

pub export fn pyrt_yield_from_step(it: Word, sent: Word) callconv(.c) Word {
    const g = running orelse return step(it, sent);
    setDelegate(g, it);
    const result = step(it, sent);
    if (result == 0) setDelegate(g, 0);
    return result;
}

pub fn step(it: Word, sent: Word) Word {
    if (sent != 0) return sendInto(it, sent);
    if (err.matches(.GeneratorExit)) {
        const e = err.take();
        const closed = closeIterator(it);
        if (closed == 0) {
            // What closing raised replaces the exit, which is its context.
            rc.release(e);
            return 0;
        }
        rc.release(closed);
        err.restore(e);
        return 0;
    }
    if (isGenerator(it)) {
        if (of(it).state < 0) return 0;
        return throwPending(of(it));
    }
    if (thrown) |given| {
        thrown = null;
        err.clear();
        const method = attr.get(it, str.intern("throw"));
        if (method == 0) return 0;
        defer rc.release(method);
        const result = call.call(method, given);
        return if (result != 0) result else finishFromStop();
    }
    const e = err.take();
    if (nativeThrow(it, e)) |result| {
        rc.release(e);
        return if (result != 0) result else finishFromStop();
    }
    const method = attr.getOptional(it, "throw");
    if (method == 0) {
        if (err.pending()) {
            rc.release(e);
            return 0;
        }
        err.restore(e);
        return 0;
    }
    const result = call.call(method, &.{e});
    rc.release(method);
    rc.release(e);
    return if (result != 0) result else finishFromStop();
}

/// `it.throw(e)` of our own awaitables, whose methods need not be names of the program; null: another class.
fn nativeThrow(it: Word, e: Word) ?Word {
    if (object.isExact(it, .coroutine_wrapper)) return wrapperThrow(it, &[_]Word{e}, 1, 0);
    if (object.isExact(it, .async_gen_step)) return async_generator.stepThrow(it, &[_]Word{e}, 1, 0);
    return null;
}

/// A value is the next one; 0 without a pending exception: finished, with `takeValue`.
pub fn sendInto(it: Word, sent: Word) Word {
    if (isGenerator(it)) return send(of(it), sent);
    if (singletons.isNone(sent)) {
        const slot = types.typeOf(it).slots.next orelse return err.raise(.TypeError, "'{t}' object is not an iterator", .{it});
        setValue(0);
        const value = slot(it);
        return if (value != 0) value else finishFromStop();
    }
    const result = if (object.isExact(it, .coroutine_wrapper))
        wrapperSend(it, &[_]Word{sent}, 1, 0)
    else if (object.isExact(it, .async_gen_step))
        async_generator.stepSend(it, &[_]Word{sent}, 1, 0)
    else
        call.method(it, "send", &.{sent});
    return if (result != 0) result else finishFromStop();
}

pub fn closeIterator(it: Word) Word {
    if (isGenerator(it)) return close(of(it));
    if (object.isExact(it, .coroutine_wrapper)) return close(of(object.ptr(Wrapper, it).coroutine));
    if (object.isExact(it, .async_gen_step)) return async_generator.stepClose(it, &[_]Word{0}, 0, 0);
    const method = attr.getOptional(it, "close");
    if (method == 0) return if (err.pending()) 0 else singletons.noneWord();
    defer rc.release(method);
    return call.call(method, &.{});
}

// The objects

/// Runs when the last reference goes: a suspended frame is closed, so that its `finally` clauses run.
fn finalize(self: Word) callconv(.c) void {
    const g = of(self);
    if (g.state < 0) return;
    const pending = err.take();
    if (g.state == 0) {
        if (g.code.flags.coroutine) warnNeverAwaited(g);
        g.state = -1;
        dropFrame(g);
    } else {
        const result = close(g);
        if (result == 0) err.writeUnraisable(self) else rc.release(result);
    }
    if (pending != 0) err.restore(pending);
}

fn warnNeverAwaited(g: *Generator) void {
    var buffer: text.Buffer = .{};
    defer buffer.deinit();
    buffer.append("sys:1: RuntimeWarning: coroutine '");
    buffer.append(str.slice(g.qualname));
    buffer.append("' was never awaited\nRuntimeWarning: Enable tracemalloc to get the object allocation traceback\n");
    @import("sys.zig").writeError(buffer.slice());
}

fn dealloc(self: Word) callconv(.c) void {
    const g = of(self);
    dropFrame(g);
    finalize_.live -= 1;
    rc.releaseMaybe(g.function);
    rc.releaseMaybe(g.name);
    rc.releaseMaybe(g.qualname);
    alloc.free(g);
}

fn traverse(self: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    const g = of(self);
    for ([_]Word{ g.function, g.handled, g.yield_from }) |w| if (w != 0) visit(w, context);
    for (g.objects()[0..g.object_slots]) |w| if (w != 0) visit(w, context);
}

fn clear(self: Word) callconv(.c) void {
    const g = of(self);
    if (g.running == 0) {
        g.state = -1;
        dropFrame(g);
    }
}

fn repr(self: Word) callconv(.c) Word {
    const g = of(self);
    var buffer: text.Buffer = .{};
    defer buffer.deinit();
    const kind: []const u8 = if (object.isExact(self, .coroutine)) "coroutine" else if (object.isExact(self, .generator)) "generator" else "async_generator";
    _ = text.format(&buffer, "<{s} object {s} at 0x{x}>", &.{
        .{ .bytes = kind }, .{ .bytes = str.slice(g.qualname) }, .{ .unsigned = self },
    });
    return buffer.toWord();
}

fn getFrame(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const g = of(self);
    return if (g.state < 0) singletons.noneWord() else traceback.newFrame(g.code, g.code.first_line);
}
fn getRunning(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return singletons.boolWord(of(self).running != 0);
}
fn getSuspended(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return singletons.boolWord(of(self).running == 0 and of(self).state > 0);
}
fn getCode(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return function.codeObject(of(self).code);
}
fn getYieldFrom(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const w = of(self).yield_from;
    return if (w == 0) singletons.noneWord() else rc.retain(w);
}
fn getName(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(of(self).name);
}
fn setName(self: Word, value: Word) callconv(.c) i32 {
    if (value == 0 or !str.isStr(value)) return err.fail(.TypeError, "__name__ must be set to a string object", .{});
    const old = of(self).name;
    of(self).name = rc.retain(value);
    rc.release(old);
    return 0;
}
fn getQualname(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(of(self).qualname);
}
fn setQualname(self: Word, value: Word) callconv(.c) i32 {
    if (value == 0 or !str.isStr(value)) return err.fail(.TypeError, "__qualname__ must be set to a string object", .{});
    const old = of(self).qualname;
    of(self).qualname = rc.retain(value);
    rc.release(old);
    return 0;
}

const protocol = .{
    .{ "send", m_send, 1, 1 },
    .{ "throw", m_throw, 1, 3 },
    .{ "__del__", m_del, 0, 0 },
    .{ "close", m_close, 0, 0 },
};
const shared = .{
    .{ "__name__", getName, 0, 0, .getset, setName },
    .{ "__qualname__", getQualname, 0, 0, .getset, setQualname },
};
/// Never recorded: CPython's default too (`sys.set_coroutine_origin_tracking_depth`).
fn getOrigin(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return singletons.noneWord();
}
pub const generator_methods = protocol ++ shared ++ .{
    .{ "gi_frame", getFrame, 0, 0, .getset },
    .{ "gi_running", getRunning, 0, 0, .getset },
    .{ "gi_suspended", getSuspended, 0, 0, .getset },
    .{ "gi_code", getCode, 0, 0, .getset },
    .{ "gi_yieldfrom", getYieldFrom, 0, 0, .getset },
};
pub const coroutine_methods = protocol ++ shared ++ .{
    .{ "cr_frame", getFrame, 0, 0, .getset },
    .{ "cr_running", getRunning, 0, 0, .getset },
    .{ "cr_suspended", getSuspended, 0, 0, .getset },
    .{ "cr_code", getCode, 0, 0, .getset },
    .{ "cr_await", getYieldFrom, 0, 0, .getset },
    .{ "cr_origin", getOrigin, 0, 0, .getset },
};
pub const async_generator_attributes = shared ++ .{
    .{ "ag_frame", getFrame, 0, 0, .getset },
    .{ "ag_running", getRunning, 0, 0, .getset },
    .{ "ag_suspended", getSuspended, 0, 0, .getset },
    .{ "ag_code", getCode, 0, 0, .getset },
    .{ "ag_await", getYieldFrom, 0, 0, .getset },
};

// `coroutine.__await__()`

const Wrapper = extern struct { h: object.Header, coroutine: Word };

fn coroutineAwait(self: Word) callconv(.c) Word {
    const w = alloc.object(Wrapper, .coroutine_wrapper, 0);
    w.coroutine = rc.retain(self);
    return object.word(w);
}
fn wrapperNext(self: Word) callconv(.c) Word {
    return send(of(object.ptr(Wrapper, self).coroutine), singletons.noneWord());
}
fn wrapperSend(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    return m_send(object.ptr(Wrapper, self).coroutine, args, nargs, kwnames);
}
fn wrapperThrow(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    return m_throw(object.ptr(Wrapper, self).coroutine, args, nargs, kwnames);
}
fn wrapperClose(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    return m_close(object.ptr(Wrapper, self).coroutine, args, nargs, kwnames);
}
fn wrapperDealloc(self: Word) callconv(.c) void {
    rc.release(object.ptr(Wrapper, self).coroutine);
    alloc.free(object.header(self));
}
fn wrapperTraverse(self: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    visit(object.ptr(Wrapper, self).coroutine, context);
}
pub const coroutine_wrapper_methods = .{
    .{ "send", wrapperSend, 1, 1 },
    .{ "throw", wrapperThrow, 1, 3 },
    .{ "close", wrapperClose, 0, 0 },
};

fn classOf(comptime name: [:0]const u8, comptime shape: object.ShapeId, comptime slots: types.Slots) types.Type {
    var all = slots;
    all.dealloc = dealloc;
    all.traverse = traverse;
    all.clear = clear;
    all.repr = repr;
    all.finalize = finalize;
    return .{
        .h = types.static_header,
        .c_name = name,
        .shape = @intFromEnum(shape),
        .fixed_size = @sizeOf(Generator),
        .slots = all,
    };
}
pub var generator_type = classOf("generator", .generator, .{ .iter = iter.self, .next = next });
pub var coroutine_type = classOf("coroutine", .coroutine, .{ .await_ = coroutineAwait });
const async_generator = @import("async_generator.zig");
pub var async_generator_type = classOf("async_generator", .async_generator, .{ .aiter = iter.self, .anext = async_generator.anext });
pub var coroutine_wrapper_type: types.Type = .{
    .h = types.static_header,
    .c_name = "coroutine_wrapper",
    .shape = @intFromEnum(object.ShapeId.coroutine_wrapper),
    .fixed_size = @sizeOf(Wrapper),
    .slots = .{ .dealloc = wrapperDealloc, .traverse = wrapperTraverse, .iter = iter.self, .next = wrapperNext },
};
