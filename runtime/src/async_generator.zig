//! Async generators: the awaitables behind `__anext__`, `asend`, `athrow`, `aclose`, and the rows `aiter`/`anext`.
//!
//! Invariant: a `yield` of an async generator reaches `resumeFrame` wrapped (`Value`); anything else that the frame yields
//! is what an inner `await` wants from the event loop and passes through.
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const iter = @import("iter.zig");
const generator = @import("generator.zig");
const exception_raise = @import("exception_raise.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;

const Value = extern struct { h: object.Header, value: Word };

pub export fn pyrt_async_gen_wrap(value: Word) callconv(.c) Word {
    const v = alloc.object(Value, .async_gen_value, 0);
    v.value = rc.retain(value);
    return object.word(v);
}

const Mode = enum(u32) { send, throw, close, _ };
const Progress = enum(u32) { fresh, iterating, done, _ };

const Step = extern struct {
    h: object.Header,
    generator: Word,
    /// What is sent, or the exception that is thrown.
    value: Word,
    mode: Mode,
    progress: Progress,
};

fn newStep(gen: Word, value: Word, mode: Mode) Word {
    const s = alloc.object(Step, .async_gen_step, 0);
    s.generator = rc.retain(gen);
    s.value = rc.retainMaybe(value);
    s.mode = mode;
    s.progress = .fresh;
    return object.word(s);
}

pub fn anext(self: Word) callconv(.c) Word {
    return newStep(self, singletons.noneWord(), .send);
}
fn asend(self: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return newStep(self, args[0], .send);
}
fn athrow(self: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    if (!generator.preparePending(args, nargs)) return 0;
    const e = err.take();
    defer rc.release(e);
    return newStep(self, e, .throw);
}
fn aclose(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return newStep(self, 0, .close);
}

/// Interprets what the frame gave: the awaited thing, or 0 with StopIteration(value), StopAsyncIteration or an error.
fn unwrap(s: *Step, result: Word) Word {
    if (result != 0) {
        if (!object.isExact(result, .async_gen_value)) return result;
        s.progress = .done;
        defer rc.release(result);
        if (s.mode == .close) return err.raise(.RuntimeError, "async generator ignored GeneratorExit", .{});
        return err.raiseValue(.StopIteration, object.ptr(Value, result).value);
    }
    s.progress = .done;
    if (s.mode == .close) {
        if (err.pending() and !err.clearIf(.GeneratorExit) and !err.clearIf(.StopAsyncIteration)) return 0;
        rc.release(generator.takeValue());
        return err.raiseEmpty(.StopIteration);
    }
    if (err.pending()) return 0;
    rc.release(generator.takeValue());
    return err.raiseEmpty(.StopAsyncIteration);
}

fn advance(self: Word, sent: Word) Word {
    const s = object.ptr(Step, self);
    const g = generator.of(s.generator);
    switch (s.progress) {
        .fresh => {
            if (g.running != 0) {
                s.progress = .done;
                const what: []const u8 = switch (s.mode) {
                    .send => "anext(): asynchronous generator is already running",
                    .throw => "athrow(): asynchronous generator is already running",
                    .close, _ => "aclose(): asynchronous generator is already running",
                };
                return err.raiseText(.RuntimeError, what);
            }
            s.progress = .iterating;
            switch (s.mode) {
                .send => {
                    if (g.state < 0) return unwrap(s, 0);
                    const value = if (singletons.isNone(sent)) s.value else sent;
                    if (g.state == 0 and !singletons.isNone(value)) {
                        return err.raise(.TypeError, "can't send non-None value to a just-started async generator", .{});
                    }
                    return unwrap(s, generator.resumeFrame(g, value));
                },
                .throw => {
                    if (g.state < 0) return unwrap(s, 0);
                    err.restore(rc.retain(s.value));
                    return unwrap(s, generator.resumeFrame(g, 0));
                },
                .close, _ => {
                    if (g.state < 0) return unwrap(s, 0);
                    err.restore(err.newException(.GeneratorExit, 0));
                    return unwrap(s, generator.resumeFrame(g, 0));
                },
            }
        },
        .iterating => return unwrap(s, generator.resumeFrame(g, sent)),
        .done, _ => return err.raiseText(.RuntimeError, switch (s.mode) {
            .send => "cannot reuse already awaited __anext__()/asend()",
            .throw, .close, _ => "cannot reuse already awaited aclose()/athrow()",
        }),
    }
}

fn stepNext(self: Word) callconv(.c) Word {
    return advance(self, singletons.noneWord());
}
pub fn stepSend(self: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return advance(self, args[0]);
}
pub fn stepThrow(self: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const s = object.ptr(Step, self);
    if (s.progress == .done) return advance(self, singletons.noneWord());
    if (!generator.preparePending(args, nargs)) return 0;
    s.progress = .iterating;
    return unwrap(s, generator.resumeFrame(generator.of(s.generator), 0));
}
pub fn stepClose(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const s = object.ptr(Step, self);
    if (s.progress == .done) return singletons.noneWord();
    if (s.progress == .fresh) {
        s.progress = .done;
        return singletons.noneWord();
    }
    err.restore(err.newException(.GeneratorExit, 0));
    const result = unwrap(s, generator.resumeFrame(generator.of(s.generator), 0));
    if (result != 0) {
        rc.release(result);
        return err.raise(.RuntimeError, "coroutine ignored GeneratorExit", .{});
    }
    if (err.clearIf(.StopIteration) or err.clearIf(.StopAsyncIteration) or err.clearIf(.GeneratorExit)) return singletons.noneWord();
    return 0;
}
fn stepDealloc(self: Word) callconv(.c) void {
    const s = object.ptr(Step, self);
    rc.releaseMaybe(s.generator);
    rc.releaseMaybe(s.value);
    alloc.free(s);
}
fn stepTraverse(self: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    const s = object.ptr(Step, self);
    if (s.generator != 0) visit(s.generator, context);
    if (s.value != 0) visit(s.value, context);
}
fn valueDealloc(self: Word) callconv(.c) void {
    rc.release(object.ptr(Value, self).value);
    alloc.free(object.header(self));
}
fn valueTraverse(self: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    visit(object.ptr(Value, self).value, context);
}

pub const async_generator_methods = generator.async_generator_attributes ++ .{
    .{ "asend", asend, 1, 1 },
    .{ "athrow", athrow, 1, 3 },
    .{ "aclose", aclose, 0, 0 },
    .{ "__del__", generator.m_del, 0, 0 },
};
pub const step_methods = .{
    .{ "send", stepSend, 1, 1 },
    .{ "throw", stepThrow, 1, 3 },
    .{ "close", stepClose, 0, 0 },
};
pub var step_type: types.Type = .{
    .h = types.static_header,
    .c_name = "async_generator_asend",
    .shape = @intFromEnum(object.ShapeId.async_gen_step),
    .fixed_size = @sizeOf(Step),
    .slots = .{ .dealloc = stepDealloc, .traverse = stepTraverse, .iter = iter.self, .next = stepNext, .await_ = iter.self },
};
pub var value_type: types.Type = .{
    .h = types.static_header,
    .c_name = "async_generator_wrapped_value",
    .shape = @intFromEnum(object.ShapeId.async_gen_value),
    .fixed_size = @sizeOf(Value),
    .slots = .{ .dealloc = valueDealloc, .traverse = valueTraverse },
};

pub export fn pyrt_aiter(w: Word) callconv(.c) Word {
    const slot = types.typeOf(w).slots.aiter orelse
        return err.raise(.TypeError, "'async for' requires an object with __aiter__ method, got {t}", .{w});
    const it = slot(w);
    if (it == 0) return 0;
    if (types.typeOf(it).slots.anext != null) return it;
    defer rc.release(it);
    return err.raise(.TypeError, "'async for' received an object from __aiter__ that does not implement __anext__: {t}", .{it});
}

/// Raises the second TypeError with the first as its cause, both about the same object. Returns 0.
fn chained(comptime first: []const u8, comptime second: []const u8, w: Word) Word {
    _ = err.raise(.TypeError, first, .{w});
    const cause = err.take();
    _ = err.raise(.TypeError, second, .{w});
    const e = err.take();
    const x = object.ptr(object.Exception, e);
    const old = x.context;
    x.context = rc.retain(cause);
    rc.releaseMaybe(old);
    exception_raise.setCause(x, cause);
    err.restore(e);
    return 0;
}

/// The awaitable for the next item of `async for`.
pub export fn pyrt_anext(w: Word) callconv(.c) Word {
    const slot = types.typeOf(w).slots.anext orelse
        return err.raise(.TypeError, "'async for' requires an iterator with __anext__ method, got {t}", .{w});
    const awaitable = slot(w);
    if (awaitable == 0) return 0;
    if (types.typeOf(awaitable).slots.await_ != null) return awaitable;
    defer rc.release(awaitable);
    return chained("object {t} can't be used in 'await' expression", "'async for' received an invalid object from __anext__: {t}", awaitable);
}
