//! `sys`: what programs read of the interpreter's settings, and the functions around hooks, tracing and sizes.
//!
//! Invariant: a setting that has no effect here and whose effect could be seen is refused with NotImplementedError; what CPython
//! answers when nothing was set is answered.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const int = @import("int.zig");
const ops = @import("ops.zig");
const str = @import("str.zig");
const sys = @import("sys.zig");
const call = @import("call.zig");
const dict = @import("dict.zig");
const list = @import("list.zig");
const alloc = @import("alloc.zig");
const attr = @import("attr.zig");
const float = @import("float.zig");
const state = @import("state.zig");
const text = @import("text.zig");
const tuple = @import("tuple.zig");
const lookup = @import("lookup.zig");
const names = @import("names.zig");
const module_ = @import("module.zig");
const builtins = @import("builtins.zig");
const program = @import("program.zig");
const exception = @import("exception.zig");
const struct_seq = @import("struct_seq.zig");
const singletons = @import("singletons.zig");
const traceback = @import("traceback.zig");
const traceback_print = @import("traceback_print.zig");
const stdlib = @import("traceback_names.zig");
const Word = object.Word;
const none = singletons.noneWord;

pub const functions = .{
    .{ "addaudithook", addAuditHook, 1, 1 },
    .{ "audit", audit, 1, -1 },
    .{ "breakpointhook", breakpointHook, 0, -1, .keywords },
    .{ "call_tracing", callTracing, 2, 2 },
    .{ "displayhook", displayHook, 1, 1 },
    .{ "excepthook", exceptHook, 3, 3 },
    .{ "get_asyncgen_hooks", getAsyncgenHooks, 0, 0 },
    .{ "get_coroutine_origin_tracking_depth", zero, 0, 0 },
    .{ "getallocatedblocks", getAllocatedBlocks, 0, 0 },
    .{ "getdlopenflags", getDlopenFlags, 0, 0 },
    .{ "getfilesystemencodeerrors", getFileSystemErrors, 0, 0 },
    .{ "getprofile", getNone, 0, 0 },
    .{ "gettrace", getNone, 0, 0 },
    .{ "setprofile", setTrace, 1, 1 },
    .{ "settrace", setTrace, 1, 1 },
    .{ "getsizeof", getSizeOf, 1, 2 },
    .{ "getswitchinterval", getSwitchInterval, 0, 0 },
    .{ "setswitchinterval", setSwitchInterval, 1, 1 },
    .{ "getunicodeinternedsize", getInternedSize, 0, 0, .keywords },
    .{ "is_stack_trampoline_active", getFalse, 0, 0 },
    .{ "_is_gil_enabled", getTrue, 0, 0 },
    .{ "_is_interned", isInterned, 1, 1 },
    .{ "unraisablehook", unraisableHook, 1, 1 },
    .{ "_clear_type_cache", getNone, 0, 0 },
    .{ "_clear_internal_caches", getNone, 0, 0 },
    .{ "_get_cpu_count_config", minusOne, 0, 0 },
};

/// The module's names that are no functions; `define` consumes the value.
pub fn fill(define: *const fn (name: []const u8, value: Word) void, namespace: Word) void {
    for ([_][]const u8{ "excepthook", "displayhook", "breakpointhook", "unraisablehook" }) |hook| {
        const f = dict.getStr(namespace, str.intern(hook));
        var dunder: [24]u8 = undefined;
        @memcpy(dunder[0..2], "__");
        @memcpy(dunder[2..][0..hook.len], hook);
        @memcpy(dunder[2 + hook.len ..][0..2], "__");
        define(dunder[0 .. hook.len + 4], rc.retain(f));
    }
    define("abiflags", str.empty());
    define("platlibdir", str.intern("lib"));
    define("pycache_prefix", none());
    define("_home", none());
    define("_framework", str.empty());
    define("_git", tuple.fromOwned(&.{ str.intern("PyAOT"), str.empty(), str.empty() }));
    define("_xoptions", dict.new());
    define("warnoptions", list.new(0));
    define("meta_path", list.new(0));
    define("path_hooks", list.new(0));
    define("path_importer_cache", dict.new());
    define("builtin_module_names", moduleNames());
    define("stdlib_module_names", libraryNames());
    define("flags", flagsTuple());
    define("thread_info", struct_seq.make("sys", "thread_info", &.{ "name", "lock", "version" }, &.{
        str.intern("pthread"), str.intern("semaphore"), none(),
    }));
}

fn flagsTuple() Word {
    const off = object.makeSmall(0);
    return struct_seq.make("sys", "flags", &.{
        "debug",    "inspect",            "interactive", "optimize",              "dont_write_bytecode", "no_user_site",
        "no_site",  "ignore_environment", "verbose",     "bytes_warning",         "quiet",               "hash_randomization",
        "isolated", "dev_mode",           "utf8_mode",   "warn_default_encoding", "safe_path",           "int_max_str_digits",
    }, &.{
        off, off,                    off, off, object.makeSmall(1),    off,
        off, off,                    off, off, off,                    object.makeSmall(1),
        off, singletons.falseWord(), off, off, singletons.falseWord(), object.makeSmall(4300),
    });
}

/// The native modules of this program, which stand for CPython's builtin ones.
fn moduleNames() Word {
    const p = &program.pyrt_program;
    const found = list.new(0);
    defer rc.release(found);
    list.appendOwned(list.of(found), str.intern("builtins"));
    list.appendOwned(list.of(found), str.intern("sys"));
    for (p.modules[0..p.module_count]) |m| {
        if (m.file == null and !module_.isMain(m)) list.appendOwned(list.of(found), rc.retain(m.name));
    }
    return list.toTuple(found);
}
fn libraryNames() Word {
    const found = list.new(0);
    defer rc.release(found);
    var it = std.mem.splitScalar(u8, stdlib.stdlib_modules, ' ');
    while (it.next()) |name| {
        if (name.len > 0) list.appendOwned(list.of(found), str.intern(name));
    }
    // Not by calling the class, whose constructor a program may leave out. Strings can be hashed.
    return @import("set.zig").fromIterable(.frozenset, found) catch unreachable;
}

fn getNone(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return none();
}
fn getFalse(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return singletons.falseWord();
}
fn getTrue(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return singletons.trueWord();
}
fn zero(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return object.makeSmall(0);
}
fn minusOne(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return object.makeSmall(-1);
}
fn addAuditHook(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return err.raise(.NotImplementedError, "PA0209: sys.addaudithook is not supported: no events are raised", .{});
}
fn audit(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (str.isStr(args[0])) return none();
    return err.raise(.TypeError, "expected str for argument 'event', not {t}", .{args[0]});
}
fn breakpointHook(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return err.raise(.NotImplementedError, "PA0209: sys.breakpointhook is not supported: there is no debugger", .{});
}
fn callTracing(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (!tuple.isTuple(args[1])) return err.raise(.TypeError, "call_tracing() argument 2 must be tuple, not {t}", .{args[1]});
    return call.call(args[0], tuple.items(args[1]));
}
fn setTrace(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (singletons.isNone(args[0])) return none();
    return err.raise(.NotImplementedError, "PA0209: sys.settrace and sys.setprofile are not supported: compiled code calls no tracer", .{});
}
/// Prints the value as the interactive interpreter does.
fn displayHook(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (singletons.isNone(args[0])) return none();
    const shown = @import("repr.zig").repr(args[0]);
    if (shown == 0) return 0;
    defer rc.release(shown);
    const out = sys.stream("stdout");
    const print = builtins.lookupName(str.intern("print"));
    if (print == 0 or singletons.isNone(out)) return err.raise(.RuntimeError, "lost sys.stdout", .{});
    const result = call.call(print, &.{shown});
    if (result == 0) return 0;
    rc.release(result);
    module_.setGlobal(object.ptr(object.Module, builtins.module()), str.intern("_"), args[0]);
    return none();
}
/// Prints the traceback of an exception on `sys.stderr`.
const unraisable_fields = [_][]const u8{ "exc_type", "exc_value", "exc_traceback", "err_msg", "object" };

/// Gives an exception that nobody can catch to the program's own `sys.unraisablehook`; false if it has none.
pub fn callUnraisableHook(e: Word, where: Word, message: Word) bool {
    const hook = sys.replacedHook("unraisablehook");
    if (hook == 0) return false;
    const tb = traceback.get(object.ptr(object.Exception, e));
    const given = struct_seq.make("sys", "UnraisableHookArgs", &unraisable_fields, &.{
        rc.retain(object.word(types.typeOf(e))),          rc.retain(e),                                 if (tb == 0) none() else rc.retain(tb),
        if (message == 0) none() else rc.retain(message), if (where == 0) none() else rc.retain(where),
    });
    defer rc.release(given);
    const result = call.call(hook, &.{given});
    if (result != 0) {
        rc.release(result);
        return true;
    }
    const inner = err.take();
    defer rc.release(inner);
    traceback.printUnraisable("Exception ignored in sys.unraisablehook: ", inner, hook);
    return true;
}
fn unraisableHook(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const given = args[0];
    if (!types.typeOf(given).flags.tuple_subclass or tuple.len(given) != unraisable_fields.len or !exception.isException(tuple.items(given)[1])) {
        return err.raise(.TypeError, "sys.unraisablehook argument type must be UnraisableHookArgs", .{});
    }
    const items = tuple.items(given);
    if (singletons.isNone(items[3])) {
        traceback.printUnraisable("Exception ignored in: ", items[1], if (singletons.isNone(items[4])) 0 else items[4]);
        return none();
    }
    var buffer: text.Buffer = .{};
    defer buffer.deinit();
    buffer.append(str.slice(items[3]));
    buffer.append(if (singletons.isNone(items[4])) ":\n" else ": ");
    traceback.printUnraisable(buffer.slice(), items[1], if (singletons.isNone(items[4])) 0 else items[4]);
    return none();
}
fn exceptHook(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const e = args[1];
    if (!exception.isException(e)) {
        return err.raise(.TypeError, "print_exception(): Exception expected for value, {t} found", .{e});
    }
    const shown = traceback.get(object.ptr(object.Exception, e));
    if (shown == 0 and !singletons.isNone(args[2])) traceback.set(object.ptr(object.Exception, e), args[2]);
    var buffer: text.Buffer = .{};
    defer buffer.deinit();
    traceback_print.appendException(&buffer, e, true);
    sys.writeError(buffer.slice());
    return none();
}
fn getAsyncgenHooks(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return struct_seq.make("sys", "asyncgen_hooks", &.{ "firstiter", "finalizer" }, &.{ none(), none() });
}
fn getAllocatedBlocks(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return err.raise(.NotImplementedError, "PA0209: sys.getallocatedblocks is not supported: blocks are not counted", .{});
}
fn getDlopenFlags(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return object.makeSmall(2);
}
fn getFileSystemErrors(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return str.intern("surrogateescape");
}
/// `object.__sizeof__`, with CPython's room for the cycle collector. It is the size of this implementation's object.
fn getSizeOf(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const f = lookup.special(args[0], .__sizeof__);
    if (f == 0) {
        if (nargs > 1) return rc.retain(args[1]);
        return err.raise(.TypeError, "Type {t} doesn't define __sizeof__", .{args[0]});
    }
    const size = call.special(args[0], f, &.{});
    if (size == 0) {
        if (nargs > 1 and err.clearIf(.TypeError)) return rc.retain(args[1]);
        return 0;
    }
    defer rc.release(size);
    if (!int.isInt(size)) return err.raise(.TypeError, "'{t}' object cannot be interpreted as an integer", .{size});
    const n = int.toSsize(size) orelse return 0;
    if (n < 0) return err.raise(.ValueError, "__sizeof__() should return >= 0", .{});
    return int.fromI64(n + @as(i64, if (types.typeOf(args[0]).flags.acyclic) 0 else 16));
}
var switch_interval: f64 = 0.005;
fn getSwitchInterval(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return float.new(switch_interval);
}
/// There is one thread, so the interval is only kept.
fn setSwitchInterval(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const v = float.asF64(args[0]) orelse return 0;
    if (!(v > 0)) return err.raise(.ValueError, "switch interval must be strictly positive", .{});
    switch_interval = v;
    return none();
}
fn getInternedSize(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return int.fromU64(str.internedCount());
}
fn isInterned(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (!object.isExact(args[0], .str)) return err.raise(.TypeError, "_is_interned() argument must be str, not {t}", .{args[0]});
    return singletons.boolWord(str.isInterned(args[0]));
}
