//! `_thread`: locks and the identity of the only thread. Starting a second one is refused.
//!
//! Invariant: a lock that is held is held by this thread, so waiting for it without a limit would never end: refused, as is
//! whatever would need another thread.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const ops = @import("../ops.zig");
const str = @import("../str.zig");
const sys = @import("../sys.zig");
const call = @import("../call.zig");
const text = @import("../text.zig");
const float = @import("../float.zig");
const stack = @import("../stack.zig");
const tuple = @import("../tuple.zig");
const args_ = @import("../args.zig");
const alloc = @import("../alloc.zig");
const attr = @import("../attr.zig");
const instance = @import("../instance.zig");
const container = @import("../container.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const struct_sequence = @import("struct_sequence.zig");
const Word = object.Word;
const Raised = container.Raised;
const c = std.c;

pub const name = "_thread";
pub const doc = "This module provides primitive operations to write multi-threaded programs.\nThe 'threading' module provides a more convenient interface.";

const Lock = extern struct { h: object.Header, held: u64 };
pub var lock_type = lockType("_thread.lock", Lock, lockRepr);
/// A reentrant lock: `held` counts.
pub var rlock_type = lockType("_thread.RLock", Lock, rlockRepr);
fn lockType(comptime c_name: [:0]const u8, comptime T: type, comptime repr: types.UnaryFn) types.Type {
    return .{
        .h = types.static_header,
        .c_name = c_name,
        .fixed_size = @sizeOf(T),
        .flags = .{ .base = true, .acyclic = true, .has_weakrefs = true, .default_getattr = true },
        .slots = .{ .dealloc = rc.deallocPlain, .repr = repr, .new = newLock },
    };
}
const lock_methods = .{
    .{ "acquire", acquire, 0, -1, .keywords },
    .{ "acquire_lock", acquire, 0, -1, .keywords },
    .{ "release", release, 0, 0 },
    .{ "release_lock", release, 0, 0 },
    .{ "locked", locked, 0, 0 },
    .{ "locked_lock", locked, 0, 0 },
    .{ "__enter__", acquire, 0, 0 },
    .{ "__exit__", exitLock, 0, -1 },
    .{ "_at_fork_reinit", reinit, 0, 0 },
};
const rlock_methods = .{
    .{ "acquire", acquireAgain, 0, -1, .keywords },
    .{ "release", releaseAgain, 0, 0 },
    .{ "__enter__", acquireAgain, 0, 0 },
    .{ "__exit__", exitRLock, 0, -1 },
    .{ "_is_owned", locked, 0, 0 },
    .{ "_recursion_count", recursionCount, 0, 0 },
    .{ "_release_save", releaseSave, 0, 0 },
    .{ "_acquire_restore", acquireRestore, 1, 1 },
    .{ "_at_fork_reinit", reinit, 0, 0 },
};
pub const functions = .{
    .{ "allocate_lock", allocate, 0, 0 },
    .{ "allocate", allocate, 0, 0 },
    .{ "get_ident", getIdent, 0, 0 },
    .{ "get_native_id", getNativeId, 0, 0 },
    .{ "_get_main_thread_ident", getIdent, 0, 0 },
    .{ "_is_main_interpreter", yes, 0, 0 },
    .{ "daemon_threads_allowed", yes, 0, 0 },
    .{ "start_new_thread", startThread, 2, 3 },
    .{ "start_new", startThread, 2, 3 },
    .{ "start_joinable_thread", startJoinable, 0, -1, .keywords },
    .{ "_make_thread_handle", makeHandle, 1, 1 },
    .{ "_shutdown", shutdown, 0, 0 },
    .{ "_count", zero, 0, 0 },
    .{ "stack_size", stackSize, 0, 1 },
    .{ "interrupt_main", interruptMain, 0, 1 },
    .{ "exit", exitThread, 0, 0 },
    .{ "exit_thread", exitThread, 0, 0 },
    .{ "_excepthook", exceptHook, 1, 1 },
};
pub const classes = .{
    .{ "lock", &lock_type, lock_methods },
    .{ "RLock", &rlock_type, rlock_methods },
    .{ "_local", &local_type, .{.{ "__dict__", attr.m_dict_get, 0, 0, .getset, attr.m_dict_set }} },
    .{ "_ThreadHandle", &handle_type, handle_methods },
};
pub fn setup(m: *native.Module) Raised!void {
    native.define(m, "LockType", object.word(&lock_type));
    native.define(m, "error", object.word(err.typeOf(.RuntimeError)));
    native.define(m, "TIMEOUT_MAX", float.new(timeout_max));
    HookArgs.prepare();
    native.define(m, "_ExceptHookArgs", object.word(&HookArgs.class));
}
const timeout_max = 9223372036.0;

fn of(w: Word) *Lock {
    return object.ptr(Lock, w);
}
fn newLock(class: Word, _: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const t = object.ptr(types.Type, class);
    if (!t.flags.heap) {
        if (!args_.noKeywords(types.nameOfClass(t), kwnames)) return 0;
        if (nargs > 0) return err.raise(.TypeError, "{s}() takes no arguments ({d} given)", .{ types.nameOfClass(t), nargs });
    }
    const l = instance.allocate(Lock, class);
    l.held = 0;
    return object.word(l);
}
fn allocate(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const l = native.create(Lock, &lock_type);
    l.held = 0;
    return object.word(l);
}
/// How long `acquire` may wait: −1 for ever; null: raised.
fn waitOf(args: [*]const Word, nargs: usize, kwnames: Word) ?f64 {
    const sig: args_.Signature = .{ .name = "acquire", .params = &.{ "blocking", "timeout" }, .positional = 2, .required = 0 };
    var given: [2]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return null;
    const blocking = if (given[0] == 0) 1 else ops.truth(given[0]);
    if (blocking < 0) return null;
    const timeout = if (given[1] == 0) -1 else float.asF64(given[1]) orelse return null;
    if (blocking == 0) {
        if (timeout == -1) return 0;
        _ = err.raise(.ValueError, "can't specify a timeout for a non-blocking call", .{});
        return null;
    }
    if (timeout < 0 and timeout != -1) {
        _ = err.raise(.ValueError, "timeout value must be a non-negative number", .{});
        return null;
    }
    if (timeout > timeout_max) {
        _ = err.raise(.OverflowError, "timeout value is too large", .{});
        return null;
    }
    return timeout;
}
fn acquire(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const wait = waitOf(args, nargs, kwnames) orelse return 0;
    const l = of(w);
    if (l.held == 0) {
        l.held = 1;
        return singletons.trueWord();
    }
    if (wait == 0) return singletons.falseWord();
    if (wait < 0) return err.raise(.NotImplementedError, "PA0210: this lock is held by the only thread: acquire() would wait for ever", .{});
    // Nobody can release it meanwhile, but a signal's handler may.
    var left: c.timespec = .{ .sec = @intFromFloat(@floor(wait)), .nsec = @intFromFloat((wait - @floor(wait)) * 1e9) };
    while (c.nanosleep(&left, &left) < 0) {
        if (stack.poll() < 0) return 0;
        if (l.held == 0) break;
    }
    if (l.held != 0) return singletons.falseWord();
    l.held = 1;
    return singletons.trueWord();
}
fn release(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (of(w).held == 0) return err.raise(.RuntimeError, "release unlocked lock", .{});
    of(w).held = 0;
    return native.none();
}
fn exitLock(w: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return release(w, args, 0, 0);
}
fn locked(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return singletons.boolWord(of(w).held != 0);
}
fn reinit(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    of(w).held = 0;
    return native.none();
}
fn appendAddress(b: *text.Buffer, w: Word) void {
    b.append(" at 0x");
    b.appendUnsigned(w, 16);
    b.append(">");
}
fn lockRepr(w: Word) callconv(.c) Word {
    var b: text.Buffer = .{};
    defer b.deinit();
    b.append(if (of(w).held != 0) "<locked " else "<unlocked ");
    b.append(types.nameOf(types.typeOf(w)));
    b.append(" object");
    appendAddress(&b, w);
    return b.toWord();
}
fn rlockRepr(w: Word) callconv(.c) Word {
    var b: text.Buffer = .{};
    defer b.deinit();
    b.append(if (of(w).held != 0) "<locked " else "<unlocked ");
    b.append(types.nameOf(types.typeOf(w)));
    b.append(" object owner=");
    b.appendUnsigned(if (of(w).held != 0) ident() else 0, 10);
    b.append(" count=");
    b.appendUnsigned(of(w).held, 10);
    appendAddress(&b, w);
    return b.toWord();
}
fn acquireAgain(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = waitOf(args, nargs, kwnames) orelse return 0;
    of(w).held += 1;
    return singletons.trueWord();
}
fn releaseAgain(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (of(w).held == 0) return err.raise(.RuntimeError, "cannot release un-acquired lock", .{});
    of(w).held -= 1;
    return native.none();
}
fn exitRLock(w: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return releaseAgain(w, args, 0, 0);
}
fn recursionCount(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return int.fromU64(of(w).held);
}
fn releaseSave(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const l = of(w);
    if (l.held == 0) return err.raise(.RuntimeError, "cannot release un-acquired lock", .{});
    const count = l.held;
    l.held = 0;
    return tuple.fromOwned(&.{ int.fromU64(count), int.fromU64(ident()) });
}
fn acquireRestore(w: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (!tuple.isTuple(args[0]) or tuple.len(args[0]) != 2) return err.raise(.TypeError, "_acquire_restore() argument 1 must be 2-item tuple", .{});
    const count = int.toSsize(tuple.get(args[0], 0)) orelse return 0;
    of(w).held = @intCast(@max(0, count));
    return native.none();
}

extern "c" fn pthread_self() usize;
fn ident() u64 {
    return pthread_self();
}
fn getIdent(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return int.fromU64(ident());
}
fn getNativeId(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return int.fromI64(std.os.linux.gettid());
}
fn yes(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return singletons.trueWord();
}
fn zero(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return object.makeSmall(0);
}
fn refuse() Word {
    return err.raise(.NotImplementedError, "PA0210: starting a second thread is not supported", .{});
}
fn startThread(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    if (!call.isCallable(args[0])) return err.raise(.TypeError, "first arg must be callable", .{});
    if (!tuple.isTuple(args[1])) return err.raise(.TypeError, "2nd arg must be a tuple", .{});
    if (nargs > 2 and !@import("../dict.zig").isDict(args[2])) return err.raise(.TypeError, "optional 3rd arg must be a dictionary", .{});
    return refuse();
}
fn startJoinable(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return refuse();
}
fn shutdown(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return native.none();
}
var stack_bytes: i64 = 0;
fn stackSize(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const old = stack_bytes;
    if (nargs > 0) {
        const n = int.toSsize(args[0]) orelse return 0;
        if (n < 0) return err.raise(.ValueError, "size must be 0 or a positive value", .{});
        if (n != 0 and n < 32768) return err.raise(.ValueError, "size not valid: {d} bytes", .{n});
        stack_bytes = n;
    }
    return int.fromI64(old);
}
fn interruptMain(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const signal = if (nargs > 0) int.toSsize(args[0]) orelse return 0 else 2;
    if (signal < 1 or signal > 64) return err.raise(.ValueError, "signal number out of range", .{});
    _ = std.os.linux.kill(std.os.linux.getpid(), @intCast(signal));
    return if (stack.poll() < 0) 0 else native.none();
}
fn exitThread(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return err.raiseEmpty(.SystemExit);
}

const HookArgs = struct_sequence.Class("_thread._ExceptHookArgs", &.{ "exc_type", "exc_value", "exc_traceback", "thread" }, 4);
/// Prints the exception of a thread.
fn exceptHook(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (types.typeOf(args[0]) != &HookArgs.class) return err.raise(.TypeError, "_thread.excepthook argument type must be ExceptHookArgs", .{});
    const items = tuple.items(args[0]);
    if (items[0] == object.word(err.typeOf(.SystemExit))) return native.none();
    var b: text.Buffer = .{};
    defer b.deinit();
    b.append("Exception in thread ");
    if (!singletons.isNone(items[3])) {
        const shown = attr.get(items[3], "name");
        if (shown == 0) return 0;
        defer rc.release(shown);
        if (!b.appendStr(shown)) return 0;
    } else b.appendUnsigned(ident(), 10);
    b.append(":\n");
    sys.writeError(b.slice());
    return call.method(sys.module(), "excepthook", items[0..3]);
}

/// `threading.local`: with one thread an object with attributes of its own.
const Local = extern struct { h: object.Header, ext: Word };
var local_type: types.Type = .{
    .h = types.static_header,
    .c_name = "_thread._local",
    .fixed_size = @sizeOf(Local),
    .flags = .{ .base = true, .has_dict = true, .has_weakrefs = true, .default_getattr = true },
    .ext_offset = 8,
    .slots = .{ .dealloc = deallocLocal, .traverse = traverseLocal, .new = newLocal },
};
fn newLocal(class: Word, _: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const t = object.ptr(types.Type, class);
    if (t.slots.init == local_type.slots.init and (nargs > 0 or args_.keywordNames(kwnames).len > 0)) {
        return err.raise(.TypeError, "Initialization arguments are not supported", .{});
    }
    const l = instance.allocate(Local, class);
    l.ext = 0;
    return object.word(l);
}
fn deallocLocal(w: Word) callconv(.c) void {
    rc.releaseMaybe(object.ptr(Local, w).ext);
    alloc.free(object.header(w));
}
fn traverseLocal(w: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    container.visitMaybe(object.ptr(Local, w).ext, visit, context);
}

/// What a `Thread` knows its thread by.
const Handle = extern struct { h: object.Header, ident: u64, done: u64 };
var handle_type: types.Type = .{
    .h = types.static_header,
    .c_name = "_thread._ThreadHandle",
    .fixed_size = @sizeOf(Handle),
    .flags = .{ .acyclic = true, .default_getattr = true },
    .slots = .{ .dealloc = rc.deallocPlain, .new = newHandle },
};
const handle_methods = .{
    .{ "join", joinHandle, 0, 1 },
    .{ "is_done", isDone, 0, 0 },
    .{ "_set_done", setDone, 0, 0 },
    .{ "ident", handleIdent, 0, 0, .getset },
};
fn newHandle(class: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const o = instance.allocate(Handle, class);
    o.ident = 0;
    o.done = 0;
    return object.word(o);
}
fn makeHandle(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const id = int.toU64(int.valueOf(args[0])) orelse return err.raise(.TypeError, "ident must be an integer", .{});
    const o = native.create(Handle, &handle_type);
    o.ident = id;
    o.done = 0;
    return object.word(o);
}
fn joinHandle(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const o = object.ptr(Handle, w);
    if (o.done != 0) return native.none();
    if (o.ident == 0) return err.raise(.RuntimeError, "thread not started", .{});
    return err.raise(.RuntimeError, "Cannot join current thread", .{});
}
fn isDone(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return singletons.boolWord(object.ptr(Handle, w).done != 0);
}
fn setDone(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    object.ptr(Handle, w).done = 1;
    return native.none();
}
fn handleIdent(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const id = object.ptr(Handle, w).ident;
    return if (id == 0) native.none() else int.fromU64(id);
}
