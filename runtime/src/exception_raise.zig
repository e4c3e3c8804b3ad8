//! The rows of generated code that raise, handle and match exceptions, and the stack of handled exceptions.
//!
//! Invariant: `state.handled[0..handled_len]` are the exceptions whose handlers run, outermost first, each owned. A
//! handler that is entered is left exactly once; generators take theirs along when they are suspended.
const object = @import("object.zig");
const types = @import("type.zig");
const state = @import("state.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const call = @import("call.zig");
const str = @import("str.zig");
const tuple = @import("tuple.zig");
const singletons = @import("singletons.zig");
const exception = @import("exception.zig");
const exception_types = @import("exception_types.zig");
const Word = object.Word;
const Type = types.Type;
const Exception = object.Exception;

/// Pushes a handled exception (consumed).
pub fn pushHandled(e: Word) void {
    const s = state.current();
    if (s.handled_len == s.handled_cap) {
        const cap = if (s.handled_cap == 0) 16 else s.handled_cap * 2;
        const fresh = alloc.array(Word, cap);
        if (s.handled_cap > 0) {
            @memcpy(fresh[0..s.handled_len], s.handled[0..s.handled_len]);
            alloc.free(s.handled);
        }
        s.handled = fresh;
        s.handled_cap = cap;
    }
    s.handled[s.handled_len] = e;
    s.handled_len += 1;
}

/// Pops the innermost handled exception, owned.
pub fn popHandled() Word {
    const s = state.current();
    s.handled_len -= 1;
    return s.handled[s.handled_len];
}

/// An instance of what was given to `raise` (instance or class), owned; 0: raised.
pub fn instantiate(what: Word) Word {
    if (exception.isException(what)) return rc.retain(what);
    if (!exception.isExceptionClass(what)) return err.raise(.TypeError, "exceptions must derive from BaseException", .{});
    return construct(what);
}

fn construct(class: Word) Word {
    const e = call.call(class, &.{});
    if (e == 0) return 0;
    if (exception.isException(e)) return e;
    defer rc.release(e);
    return err.raise(.TypeError, "calling {r} should have returned an instance of BaseException, not {r}", .{
        class, object.word(types.typeOf(e)),
    });
}

pub export fn pyrt_exc_raise(what: Word, cause: Word) callconv(.c) void {
    const e = instantiate(what);
    if (e == 0) return;
    if (cause != 0) {
        var fixed: Word = 0;
        if (exception.isExceptionClass(cause)) {
            fixed = construct(cause);
            if (fixed == 0) return rc.release(e);
        } else if (exception.isException(cause)) {
            fixed = rc.retain(cause);
        } else if (!singletons.isNone(cause)) {
            rc.release(e);
            _ = err.raise(.TypeError, "exception causes must derive from BaseException", .{});
            return;
        }
        setCause(object.ptr(Exception, e), fixed);
    }
    _ = err.setPending(e);
}

/// `e.__cause__ = cause` (consumed, 0 for None), which also suppresses the context.
pub fn setCause(e: *Exception, cause: Word) void {
    const old = e.cause;
    e.cause = cause;
    e.suppress_context = 1;
    rc.releaseMaybe(old);
}

/// The handled exception keeps its traceback; the location is for the RuntimeError if there is none.
pub export fn pyrt_exc_reraise(location: *const object.Location) callconv(.c) void {
    const e = exception.handled();
    if (e == 0) {
        _ = err.raise(.RuntimeError, "No active exception to reraise", .{});
        return @import("traceback.zig").pyrt_exc_traceback(location);
    }
    err.restore(rc.retain(e));
}

pub export fn pyrt_exc_raise_assert(message: Word) callconv(.c) void {
    _ = if (message == 0) err.raiseEmpty(.AssertionError) else err.raiseValue(.AssertionError, message);
}

pub export fn pyrt_exc_enter_handler() callconv(.c) Word {
    const e = err.take();
    pushHandled(rc.retain(e));
    return e;
}

pub export fn pyrt_exc_leave_handler() callconv(.c) void {
    rc.release(popHandled());
}

pub export fn pyrt_exc_restore(e: Word) callconv(.c) void {
    err.restore(e);
}

/// Does an exception match what stands after `except`: 1, 0, or −1 raised.
pub export fn pyrt_exc_matches(e: Word, what: Word) callconv(.c) i32 {
    if (exception.isExceptionClass(what)) return @intFromBool(isInstanceOf(e, what));
    if (!checkClasses(what)) return -1;
    return @intFromBool(matchesValid(e, what));
}

/// Is it the end of an asynchronous iterator?
pub export fn pyrt_exc_ends_async(e: Word) callconv(.c) bool {
    return types.isInstance(e, err.typeOf(.StopAsyncIteration));
}

fn isInstanceOf(e: Word, class: Word) bool {
    return exception_types.isSubclass(types.typeOf(e), object.ptr(Type, class));
}

/// A class or tuple of classes that has been checked (tuples one level deep, as CPython checks them).
pub fn matchesValid(e: Word, what: Word) bool {
    if (!tuple.isTuple(what)) return exception.isExceptionClass(what) and isInstanceOf(e, what);
    for (tuple.items(what)) |class| {
        if (matchesValid(e, class)) return true;
    }
    return false;
}

/// Raises TypeError and returns false unless everything is an exception class.
pub fn checkClasses(what: Word) bool {
    var ok = exception.isExceptionClass(what);
    if (!ok and tuple.isTuple(what)) {
        ok = for (tuple.items(what)) |class| {
            if (!exception.isExceptionClass(class)) break false;
        } else true;
    }
    if (ok) return true;
    _ = err.raise(.TypeError, "catching classes that do not inherit from BaseException is not allowed", .{});
    return false;
}

pub export fn pyrt_raise_unbound(name: Word) callconv(.c) void {
    _ = err.nameError(.UnboundLocalError, name, "cannot access local variable '{s}' where it is not associated with a value", .{str.slice(name)});
}

pub export fn pyrt_unbound_feature(code: Word, message: Word) callconv(.c) void {
    _ = err.raise(.NotImplementedError, "{s}: {s}", .{ str.slice(code), str.slice(message) });
}

pub export fn pyrt_exc_pending() callconv(.c) bool {
    return err.pending();
}
