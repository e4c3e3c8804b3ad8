//! The module `sys`, and the standard streams as programs may have replaced them.
//!
//! Invariant: nothing here exists until the program imports `sys` or needs it; before that, `print` and error output go
//! straight to the native streams.
const std = @import("std");
const builtin = @import("builtin");
const object = @import("object.zig");
const types = @import("type.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const prune = @import("prune.zig");
const io = @import("io.zig");
const int = @import("int.zig");
const str = @import("str.zig");
const call = @import("call.zig");
const dict = @import("dict.zig");
const file = @import("file.zig");
const float = @import("float.zig");
const int_text = @import("int_text.zig");
const list = @import("list.zig");
const stack = @import("stack.zig");
const start = @import("start.zig");
const state = @import("state.zig");
const text = @import("text.zig");
const names = @import("names.zig");
const tuple = @import("tuple.zig");
const args_ = @import("args.zig");
const method_ = @import("method.zig");
const methods_ = @import("methods.zig");
const struct_seq = @import("struct_seq.zig");
const module_ = @import("module.zig");
const exception = @import("exception.zig");
const traceback = @import("traceback.zig");
const program = @import("program.zig");
const builtins = @import("builtins.zig");
const singletons = @import("singletons.zig");
const simple_namespace = @import("simple_namespace.zig");
const Word = object.Word;
const Module = object.Module;

/// The record; `initRecord` completes it at start.
pub export var pyrt_module_sys: Module = undefined;
const record = &pyrt_module_sys;
/// The program has imported it (or the runtime needed it).
var made = false;
var no_slots: [1]Word = .{0};
var no_order: [1]u32 = .{0};

var modules_dict: Word = 0;

/// `sys.modules`, borrowed.
pub fn modules() Word {
    if (modules_dict == 0) {
        modules_dict = dict.new();
        rc.immortalize(modules_dict);
        dict.setStr(modules_dict, names.of(.builtins), builtins.module());
    }
    const current = if (record.namespace == 0) 0 else dict.getStr(record.namespace, str.intern("modules"));
    return if (current != 0 and dict.isDict(current)) current else modules_dict;
}

/// Makes a record of a native module without slots.
pub fn emptyRecord(name: Word) Module {
    return .{
        .h = .{ .rc = object.rc_immortal, .shape = @intFromEnum(object.ShapeId.module) },
        .namespace = 0,
        .name = name,
        .slots = &no_slots,
        .slot_names = &no_slots,
        .slot_count = 0,
        .order_count = 0,
        .order = &no_order,
        .body = null,
        .state = 2,
        .is_package = 0,
        .file = null,
        .names = &no_slots,
        .name_count = 0,
    };
}

/// Gives the record its name; its contents are made when it is imported. Once at start.
pub fn initRecord() void {
    record.* = emptyRecord(str.intern("sys"));
    record.body = pyrt_sys_body;
    record.state = 0;
    module_.register(record);
}

/// Null in programs that cannot reach the module (`prune.zig`).
export var pyrt_sys_body: ?*const fn (*Module) callconv(.c) Word = body;

fn body(_: *Module) callconv(.c) Word {
    if (!made) {
        made = true;
        dict.setStr(modules(), record.name, object.word(record));
        fillModule();
    }
    return singletons.noneWord();
}

/// The module, borrowed; filled on first use.
pub fn module() Word {
    prune.uses("sys");
    _ = pyrt_sys_body.?(record);
    return object.word(record);
}

/// Does the module exist for the program?
pub fn isLoaded() bool {
    return made;
}

/// Consumes the value.
fn define(name: []const u8, value: Word) void {
    dict.setStr(record.namespace, str.intern(name), value);
    rc.release(value);
}

fn fillModule() void {
    _ = module_.namespace(record);
    inline for (functions) |entry| {
        const row = comptime &methods_.table(.{entry})[0];
        define(entry[0], method_.builtinFunction(row, object.word(record), record.name, null));
    }
    @import("sys_settings.zig").fill(define, record.namespace);
    const arguments = list.new(start.argc);
    for (0..start.argc) |i| list.appendOwned(list.of(arguments), decodeArgument(std.mem.span(start.argv[i])));
    define("orig_argv", rc.retain(arguments));
    define("argv", arguments);
    define("modules", rc.retain(modules()));
    define("path", scriptPath());
    for ([_][]const u8{ "stdin", "stdout", "stderr" }, 0..) |name, fd| {
        const made_stream = if (io.isOpen(@intCast(fd))) standardStream(@intCast(fd)) else singletons.noneWord();
        var dunder: [16]u8 = undefined;
        const shown = dunder[0 .. name.len + 4];
        @memcpy(shown[0..2], "__");
        @memcpy(shown[2..][0..name.len], name);
        @memcpy(shown[2 + name.len ..], "__");
        define(shown, rc.retain(made_stream));
        define(name, made_stream);
    }
    define("maxsize", int.fromI64(std.math.maxInt(i64)));
    define("maxunicode", int.fromI64(0x10ffff));
    define("byteorder", str.intern(if (builtin.cpu.arch.endian() == .little) "little" else "big"));
    define("platform", str.intern(switch (builtin.os.tag) {
        .linux => "linux",
        .macos => "darwin",
        .wasi => "wasi",
        else => "emscripten",
    }));
    define("version", str.intern("3.13.0 (PyAOT) [Zig 0.15.2]"));
    define("hexversion", int.fromI64(0x030d00f0));
    define("api_version", int.fromI64(1013));
    define("copyright", str.intern("PyAOT"));
    define("executable", if (start.argc > 0) decodeArgument(std.mem.span(start.argv[0])) else str.empty());
    for ([_][]const u8{ "prefix", "exec_prefix", "base_prefix", "base_exec_prefix", "_base_executable" }) |name| define(name, str.empty());
    define("dont_write_bytecode", rc.retain(singletons.trueWord()));
    define("float_repr_style", str.intern("short"));
    define("version_info", versionInfo());
    define("float_info", struct_seq.make("sys", "float_info", &.{
        "max", "max_exp",  "max_10_exp", "min",   "min_exp", "min_10_exp",
        "dig", "mant_dig", "epsilon",    "radix", "rounds",
    }, &.{
        float.new(std.math.floatMax(f64)), int.fromI64(1024), int.fromI64(308), float.new(std.math.floatMin(f64)),
        int.fromI64(-1021),                int.fromI64(-307), int.fromI64(15),  int.fromI64(53),
        float.new(std.math.floatEps(f64)), int.fromI64(2),    int.fromI64(1),
    }));
    define("int_info", struct_seq.make("sys", "int_info", &.{
        "bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold",
    }, &.{ int.fromI64(30), int.fromI64(4), int.fromI64(4300), int.fromI64(640) }));
    define("hash_info", struct_seq.make("sys", "hash_info", &.{
        "width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff",
    }, &.{
        int.fromI64(64),         int.fromI64((1 << 61) - 1), int.fromI64(314159), int.fromI64(0), int.fromI64(1000003),
        str.intern("siphash13"), int.fromI64(64),            int.fromI64(128),    int.fromI64(0),
    }));
    define("implementation", simple_namespace.make(&.{ "name", "cache_tag", "version", "hexversion" }, &.{
        str.intern("pyaot"), singletons.noneWord(), versionInfo(), int.fromI64(0x030d00f0),
    }));
}

fn versionInfo() Word {
    return struct_seq.make("sys", "version_info", &.{ "major", "minor", "micro", "releaselevel", "serial" }, &.{
        int.fromI64(3), int.fromI64(13), int.fromI64(0), str.intern("final"), int.fromI64(0),
    });
}

fn scriptPath() Word {
    const main = program.pyrt_program.main.file orelse return list.new(0);
    const path = main.slice();
    return list.fromOwned(&.{str.fromSlice(path[0 .. std.mem.lastIndexOfScalar(u8, path, '/') orelse 0])});
}

/// UTF-8, each other byte as a lone surrogate.
pub fn decodeArgument(bytes: []const u8) Word {
    if (std.unicode.utf8ValidateSlice(bytes)) return str.fromSlice(bytes);
    return @import("str_codec.zig").decode(bytes, "utf-8", "surrogateescape", 0);
}

fn standardStream(fd: i32) Word {
    const kind: file.Kind = switch (fd) {
        0 => .stdin,
        1 => .stdout,
        else => .stderr,
    };
    const f = file.create(fd, kind, .{
        .readable = fd == 0,
        .writable = fd != 0,
        .universal = fd == 0,
        .line_buffered = fd == 2 or std.c.isatty(fd) != 0,
    }, str.intern(([_][]const u8{ "<stdin>", "<stdout>", "<stderr>" })[@intCast(fd)]), str.intern(if (fd == 0) "r" else "w"), str.intern("utf-8"), str.intern(if (fd == 2) "backslashreplace" else "strict"));
    return object.word(f);
}

var hidden_stdin: Word = 0;

/// The object that `sys.stdin`, `sys.stdout` or `sys.stderr` holds, borrowed; 0: the native stream (nobody imported sys);
/// for stdin an object always exists.
pub fn stream(comptime name: []const u8) Word {
    if (made) return module_.getGlobal(record, str.intern(name));
    if (comptime std.mem.eql(u8, name, "stdin")) {
        if (hidden_stdin == 0) hidden_stdin = module_.getGlobal(object.ptr(Module, module()), str.intern(name));
        return hidden_stdin;
    }
    return 0;
}

/// Has the program replaced the hook for uncaught exceptions? Borrowed, 0: no.
pub fn excepthook() Word {
    return replacedHook("excepthook");
}

/// The program's own hook, borrowed; 0 if it is the one that was there.
pub fn replacedHook(comptime name: []const u8) Word {
    if (!made) return 0;
    const hook = module_.getGlobal(record, str.intern(name));
    return if (hook == module_.getGlobal(record, str.intern("__" ++ name ++ "__"))) 0 else hook;
}

/// Writes UTF-8 to `sys.stderr`, surrogates escaped; errors are dropped.
pub fn writeError(bytes: []const u8) void {
    const target = stream("stderr");
    if (target == 0) return writeNativeError(bytes);
    if (singletons.isNone(target)) return;
    if (object.isExact(target, .file) and object.ptr(file.File, target).kind == .stderr) return writeNativeError(bytes);
    const w = str.fromSlice(bytes);
    defer rc.release(w);
    if (object.isExact(target, .file)) {
        if (!file.writeText(object.ptr(file.File, target), w)) err.clear();
        return;
    }
    const result = call.method(target, "write", &.{w});
    if (result == 0) return err.clear();
    rc.release(result);
}

fn writeNativeError(bytes: []const u8) void {
    if (!file.hasSurrogate(bytes)) return io.writeError(bytes);
    const w = str.fromSlice(bytes);
    defer rc.release(w);
    const encoded = @import("str_codec.zig").encode(str.of(w).?, "utf-8", "backslashreplace");
    if (encoded == 0) return err.clear();
    defer rc.release(encoded);
    io.writeError(object.ptr(object.Bytes, encoded).slice());
}

// Functions

fn exit(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    return if (nargs == 0) err.raiseEmpty(.SystemExit) else raiseExit(args[0]);
}

/// `SystemExit(code)`; a tuple's items become the arguments, as in CPython. Returns 0.
fn raiseExit(code: Word) Word {
    if (singletons.isNone(code)) return err.raiseEmpty(.SystemExit);
    if (!object.isExact(code, .tuple)) return err.raiseValue(.SystemExit, code);
    const e = call.call(object.word(err.typeOf(.SystemExit)), tuple.items(code));
    return if (e == 0) 0 else err.setPending(e);
}

fn getRecursionLimit(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return int.fromU64(state.current().recursion_limit);
}

fn setRecursionLimit(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const n = int.toSsize(args[0]) orelse return 0;
    if (n < 1) return err.raise(.ValueError, "recursion limit must be greater or equal than 1", .{});
    if (n > std.math.maxInt(i32)) return err.raise(.OverflowError, "Python int too large to convert to C int", .{});
    stack.setRecursionLimit(@intCast(n));
    return singletons.noneWord();
}

fn getRefcount(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return int.fromU64(@as(u64, rc.count(args[0])) + 1);
}

fn excInfo(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const e = exception.handled();
    const none = singletons.noneWord();
    if (e == 0) return tuple.fromOwned(&.{ none, none, none });
    const tb = traceback.get(object.ptr(object.Exception, e));
    return tuple.fromSlice(&.{ object.word(types.typeOf(e)), e, if (tb == 0) none else tb });
}

fn currentException(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const e = exception.handled();
    return if (e == 0) singletons.noneWord() else rc.retain(e);
}

/// The innermost module whose body runs: which function called is not recorded.
fn getFrameModuleName(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var out: [1]Word = undefined;
    const signature: args_.Signature = .{ .name = "_getframemodulename", .params = &.{"depth"}, .positional = 1, .required = 0 };
    if (!args_.bind(signature, args, nargs, kwnames, &out)) return 0;
    return rc.retain(@import("module_import.zig").runningName());
}

fn internFunction(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (!str.isStr(args[0])) return err.raise(.TypeError, "intern() argument must be str, not {t}", .{args[0]});
    if (!object.isExact(args[0], .str)) return err.raise(.TypeError, "can't intern {t}", .{args[0]});
    return str.internWord(args[0]);
}

fn getEncoding(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return str.intern("utf-8");
}

fn getIntMaxDigits(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return int.fromU64(int_text.max_str_digits);
}

fn setIntMaxDigits(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const n = int.toSsize(args[0]) orelse return 0;
    if (n != 0 and n < 640) return err.raise(.ValueError, "maxdigits must be 0 or larger than 640", .{});
    int_text.max_str_digits = @intCast(n);
    return singletons.noneWord();
}

fn isFinalizing(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return singletons.falseWord();
}

/// `abc` tells which classes are registered with which.
fn sharePatternFlags(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    @import("class.zig").sharePatternFlags(object.ptr(types.Type, args[0]), object.ptr(types.Type, args[1]));
    return singletons.noneWord();
}

const functions = @import("sys_settings.zig").functions ++ .{
    .{ "_share_pattern_flags", sharePatternFlags, 2, 2 },
    .{ "exit", exit, 0, 1 },
    .{ "getrecursionlimit", getRecursionLimit, 0, 0 },
    .{ "setrecursionlimit", setRecursionLimit, 1, 1 },
    .{ "getrefcount", getRefcount, 1, 1 },
    .{ "exc_info", excInfo, 0, 0 },
    .{ "_getframe", @import("frame.zig").getFrame, 0, 1 },
    .{ "_shaped_function", @import("shaped_function.zig").make, 6, 6 },
    .{ "_getframemodulename", getFrameModuleName, 0, 1, .keywords },
    .{ "exception", currentException, 0, 0 },
    .{ "intern", internFunction, 1, 1 },
    .{ "getdefaultencoding", getEncoding, 0, 0 },
    .{ "getfilesystemencoding", getEncoding, 0, 0 },
    .{ "get_int_max_str_digits", getIntMaxDigits, 0, 0 },
    .{ "set_int_max_str_digits", setIntMaxDigits, 1, 1 },
    .{ "is_finalizing", isFinalizing, 0, 0 },
};
