//! `anext(iterator, default)`: the awaitable that gives the default where the iterator's own raises StopAsyncIteration.
//!
//! Invariant: `inner` is what `__anext__` gave until the first use, then what its `await` iterates over.
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const iter = @import("iter.zig");
const generator = @import("generator.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;

const Anext = extern struct { h: object.Header, inner: Word, default: Word, started: u64 };

/// Both are borrowed.
pub fn new(awaitable: Word, default: Word) Word {
    const a = alloc.object(Anext, .coroutine_wrapper, 0);
    a.h.shape = anext_type.shape;
    a.inner = rc.retain(awaitable);
    a.default = rc.retain(default);
    a.started = 0;
    return object.word(a);
}

fn of(self: Word) *Anext {
    return object.ptr(Anext, self);
}

/// False: raised.
fn start(a: *Anext) bool {
    if (a.started != 0) return true;
    const it = generator.pyrt_await_start(a.inner);
    if (it == 0) return false;
    rc.release(a.inner);
    a.inner = it;
    a.started = 1;
    return true;
}

/// What a step gave, with its ends turned into StopIteration.
fn result(a: *Anext, value: Word) Word {
    if (value != 0) return value;
    if (err.clearIf(.StopAsyncIteration)) return err.raiseValue(.StopIteration, a.default);
    if (err.pending()) return 0;
    const end = generator.takeValue();
    defer rc.release(end);
    return err.raiseValue(.StopIteration, end);
}

fn next(self: Word) callconv(.c) Word {
    return m_send(self, &[_]Word{singletons.noneWord()}, 1, 0);
}
fn m_send(self: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const a = of(self);
    if (!start(a)) return 0;
    return result(a, generator.sendInto(a.inner, args[0]));
}
fn m_throw(self: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const a = of(self);
    if (!start(a) or !generator.preparePending(args, nargs)) return 0;
    const value = generator.step(a.inner, 0);
    return result(a, value);
}
fn m_close(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const a = of(self);
    return if (start(a)) generator.closeIterator(a.inner) else 0;
}
fn dealloc(self: Word) callconv(.c) void {
    rc.release(of(self).inner);
    rc.release(of(self).default);
    alloc.free(object.header(self));
}
fn traverse(self: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    visit(of(self).inner, context);
    visit(of(self).default, context);
}

pub const methods = .{
    .{ "send", m_send, 1, 1 },
    .{ "throw", m_throw, 1, 3 },
    .{ "close", m_close, 0, 0 },
};
pub var anext_type: types.Type = .{
    .h = types.static_header,
    .base = &@import("object_type.zig").object_type,
    .c_name = "anext_awaitable",
    .fixed_size = @sizeOf(Anext),
    .slots = .{ .dealloc = dealloc, .traverse = traverse, .iter = iter.self, .next = next, .await_ = iter.self },
};
