//! `eval`, `exec` and `compile` of texts that were known when the program was compiled, and the rows of their code.
//!
//! Invariants
//! - A text runs with the namespaces that are given: its function has a module record whose namespace is the globals dict;
//!   for the namespace of a module of the program it is that module's own record.
//! - A text that is not registered raises a coded error, never anything else.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const int = @import("int.zig");
const call = @import("call.zig");
const dict = @import("dict.zig");
const list = @import("list.zig");
const ops = @import("ops.zig");
const attr = @import("attr.zig");
const args_ = @import("args.zig");
const iter = @import("iter.zig");
const names = @import("names.zig");
const tuple = @import("tuple.zig");
const prune = @import("prune.zig");
const lookup = @import("lookup.zig");
const sys = @import("sys.zig");
const module_ = @import("module.zig");
const module_import = @import("module_import.zig");
const function_ = @import("function.zig");
const builtins = @import("builtins.zig");
const scope_rows = @import("scope_rows.zig");
const singletons = @import("singletons.zig");
const bytes_like = @import("bytes_like.zig");
const Word = object.Word;
const Module = object.Module;
const Function = object.Function;

const Mode = enum(i64) { exec = 0, eval = 1, single = 2 };

// The texts of the program

/// A registered text: its code, or the name and arguments of the exception that it raises.
const Entry = struct {
    mode: Mode,
    file: Word,
    code: ?*const object.Code,
    exception: Word = 0,
    details: Word = 0,
    /// Number of the next entry of the same text plus one; 0: none.
    next: usize,
};
var entries: std.ArrayListUnmanaged(Entry) = .{};
/// From texts to entry numbers plus one.
var texts: Word = 0;

fn add(text: Word, entry: Entry) void {
    if (texts == 0) {
        texts = dict.new();
        rc.immortalize(texts);
    }
    const first = dict.getStr(texts, text);
    var stored = entry;
    stored.next = if (first == 0) 0 else @intCast(object.smallValue(first));
    entries.append(std.heap.c_allocator, stored) catch @panic("out of memory");
    dict.setStr(texts, text, int.fromU64(entries.items.len));
}

pub export fn pyrt_source_register(code: *const object.Code, text: Word, mode: i64, file: Word) callconv(.c) void {
    add(text, .{ .mode = @enumFromInt(mode), .file = file, .code = code, .next = 0 });
}

pub export fn pyrt_source_refuse(text: Word, mode: i64, file: Word, exception: Word, details: Word) callconv(.c) void {
    add(text, .{ .mode = @enumFromInt(mode), .file = file, .code = null, .exception = exception, .details = details, .next = 0 });
}

fn find(text: Word, mode: Mode, file: []const u8) ?Entry {
    if (texts == 0) return null;
    const first = dict.getStr(texts, text);
    if (first == 0) return null;
    var at: usize = @intCast(object.smallValue(first));
    while (at != 0) : (at = entries.items[at - 1].next) {
        const entry = entries.items[at - 1];
        if (entry.mode == mode and std.mem.eql(u8, str.slice(entry.file), file)) return entry;
    }
    return if (std.mem.startsWith(u8, file, doctest_file)) findExample(object.smallValue(first), mode) else null;
}

/// Examples of docstrings are compiled under the name that `doctest.testmod` gives them. Under a name that a finder chose at run
/// time any of the same text is as good but for the name: it is the text and nothing else that decides what runs.
const doctest_file = "<doctest ";
fn findExample(first: i64, mode: Mode) ?Entry {
    var at: usize = @intCast(first);
    while (at != 0) : (at = entries.items[at - 1].next) {
        const entry = entries.items[at - 1];
        if (entry.mode == mode and std.mem.startsWith(u8, str.slice(entry.file), doctest_file)) return entry;
    }
    return null;
}

/// The code of a source argument (str, bytes or what has bytes); null: raised.
fn compileText(comptime function: []const u8, source: Word, mode: Mode, file: []const u8) ?*const object.Code {
    const text = textOf(function, source);
    if (text == 0) return null;
    defer rc.release(text);
    const key = if (comptime std.mem.eql(u8, function, "eval")) stripped(text) else rc.retain(text);
    defer rc.release(key);
    if (std.mem.indexOfScalar(u8, str.slice(key), 0) != null) {
        _ = err.raise(.SyntaxError, "source code string cannot contain null bytes", .{});
        return null;
    }
    const entry = find(key, mode, file) orelse {
        _ = err.raise(.NotImplementedError, "PA0203: " ++ function ++ "() of a string that is not known at compile time", .{});
        return null;
    };
    if (entry.code) |code| return code;
    const e = call.call(object.word(classOf(str.slice(entry.exception))), tuple.items(entry.details));
    if (e != 0) _ = err.setPending(e);
    return null;
}

fn classOf(name: []const u8) *types.Type {
    inline for ([_]err.Kind{ .IndentationError, .TabError, .MemoryError, .RecursionError }) |kind| {
        if (std.mem.eql(u8, name, @tagName(kind))) return err.typeOf(kind);
    }
    return err.typeOf(.SyntaxError);
}

fn textOf(comptime function: []const u8, source: Word) Word {
    if (str.isStr(source)) return rc.retain(source);
    if (bytes_like.view(source)) |bytes| {
        if (std.unicode.utf8ValidateSlice(bytes)) return str.fromSlice(bytes);
        return @import("str_codec.zig").decode(bytes, "utf-8", "strict", 0);
    }
    if (comptime std.mem.eql(u8, function, "compile")) {
        const fields = attr.getOptional(source, str.intern("_fields"));
        if (fields != 0) {
            rc.release(fields);
            return err.raise(.NotImplementedError, "PA0203: compile() of a syntax tree", .{});
        }
        if (err.pending()) return 0;
    }
    const what = comptime if (std.mem.eql(u8, function, "compile")) "string, bytes or AST object" else "string, bytes or code object";
    return err.raise(.TypeError, function ++ "() arg 1 must be a " ++ what, .{});
}

fn stripped(text: Word) Word {
    const whole = str.slice(text);
    const rest = std.mem.trimLeft(u8, whole, " \t");
    return if (rest.len == whole.len) rc.retain(text) else str.fromSlice(rest);
}

// Running

/// The record whose namespace is this dict, owned: a module's, or a new one.
pub fn moduleOf(globals: Word) *Module {
    if (module_.ownerOf(globals)) |m| return m;
    const m = module_.make(dict.getStr(globals, names.of(.__name__)), globals);
    return m;
}

fn run(code: *const object.Code, globals: Word, locals: Word) Word {
    const m = moduleOf(globals);
    defer rc.release(object.word(m));
    const f = function_.new(code, m, 0, 0, 0);
    defer rc.release(f);
    if (!code.flags.module) return call.call(f, &.{});
    return code.entry(f, &[1]Word{locals});
}

/// `__builtins__` of a globals dict that has none.
fn addBuiltins(globals: Word) void {
    if (dict.of(globals).kind == .namespace or dict.getStr(globals, names.of(.__builtins__)) != 0) return;
    dict.setStr(globals, names.of(.__builtins__), module_.namespace(&builtins.pyrt_module_builtins));
}

fn isMapping(w: Word) bool {
    return types.typeOf(w).slots.getitem != null;
}

const eval_signature: args_.Signature = .{
    .name = "eval",
    .params = &.{ "", "globals", "locals" },
    .positional = 3,
    .required = 1,
};
const exec_signature: args_.Signature = .{
    .name = "exec",
    .params = &.{ "", "globals", "locals", "closure" },
    .positional = 3,
    .required = 1,
};

fn evaluate(comptime is_eval: bool, args: [*]const Word, nargs: usize, kwnames: Word, frame_globals: Word, frame_locals: Word) Word {
    const name = if (is_eval) "eval" else "exec";
    const signature = if (is_eval) eval_signature else exec_signature;
    var given: [signature.params.len]Word = undefined;
    if (!args_.bind(signature, args, nargs, kwnames, &given)) return 0;
    var globals = if (given[1] != 0 and singletons.isNone(given[1])) 0 else given[1];
    var locals = if (given[2] != 0 and singletons.isNone(given[2])) 0 else given[2];
    if (is_eval) {
        if (locals != 0 and !isMapping(locals)) return err.raise(.TypeError, "locals must be a mapping", .{});
        if (globals != 0 and !dict.isDict(globals)) {
            if (isMapping(globals)) return err.raise(.TypeError, "globals must be a real dict; try eval(expr, {s}, mapping)", .{@as([]const u8, "{}")});
            return err.raise(.TypeError, "globals must be a dict", .{});
        }
    } else {
        if (globals != 0 and !dict.isDict(globals)) return err.raise(.TypeError, "exec() globals must be a dict, not {t}", .{globals});
        if (locals != 0 and !isMapping(locals)) return err.raise(.TypeError, "locals must be a mapping or None, not {t}", .{locals});
    }
    if (globals == 0) {
        if (frame_globals == 0) return err.raise(.NotImplementedError, "PA0203: " ++ name ++ "() without globals is supported only as a direct call", .{});
        globals = frame_globals;
        if (locals == 0) locals = frame_locals;
    } else if (locals == 0) locals = globals;
    addBuiltins(globals);
    const source = given[0];
    const code = if (object.isExact(source, .code))
        object.ptr(function_.CodeObject, source).code
    else
        compileText(name, source, if (is_eval) .eval else .exec, "<string>") orelse return 0;
    if (code.free > 0) {
        if (is_eval) return err.raise(.TypeError, "code object passed to eval() may not contain free variables", .{});
        return err.raise(.TypeError, "code object requires a closure of exactly length {d}", .{@as(i64, code.free)});
    }
    const result = run(code, globals, locals);
    if (is_eval or result == 0) return result;
    rc.release(result);
    return singletons.noneWord();
}

fn eval(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    return evaluate(true, args, nargs, kwnames, 0, 0);
}
fn exec(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    return evaluate(false, args, nargs, kwnames, 0, 0);
}

pub export fn pyrt_frame_call(f: Word, globals: Word, locals: Word, kwnames: Word, args: [*]const Word, count: usize) callconv(.c) Word {
    const nargs = count - if (kwnames == 0) 0 else tuple.len(kwnames);
    if (object.isExact(f, .builtin_function)) {
        const function = object.ptr(@import("method.zig").BuiltinFunction, f).row.function;
        if (function == &eval) return evaluate(true, args, nargs, kwnames, globals, locals);
        if (function == &exec) return evaluate(false, args, nargs, kwnames, globals, locals);
    }
    return call.callKw(f, args, nargs, kwnames);
}

fn compile(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [7]Word = undefined;
    const ok = args_.bind(.{
        .name = "compile",
        .params = &.{ "source", "filename", "mode", "flags", "dont_inherit", "optimize", "_feature_version" },
        .positional = 6,
        .required = 3,
    }, args, nargs, kwnames, &given);
    if (!ok) return 0;
    const file = fileName(given[1]);
    if (file == 0) return 0;
    defer rc.release(file);
    if (!str.isStr(given[2])) return err.raise(.TypeError, "compile() argument 'mode' must be str, not {t}", .{given[2]});
    const flags = if (given[3] == 0) 0 else int.toSsize(given[3]) orelse return 0;
    if (flags & only_tree != 0) return treeOf(given[0], file, given[2], flags);
    const mode: Mode = if (str.eqlSlice(given[2], "exec"))
        .exec
    else if (str.eqlSlice(given[2], "eval"))
        .eval
    else if (str.eqlSlice(given[2], "single"))
        .single
    else
        return err.raise(.ValueError, "compile() mode must be 'exec', 'eval' or 'single'", .{});
    if (flags != 0) return err.raise(.NotImplementedError, "PA0203: compile() with flags is not supported", .{});
    if (object.isExact(given[0], .code)) return rc.retain(given[0]);
    const code = compileText("compile", given[0], mode, str.slice(file)) orelse return 0;
    return function_.codeObject(code);
}

/// `PyCF_ONLY_AST`; and the flags that would change the tree in ways that our parser does not know: `PyCF_TYPE_COMMENTS` and what
/// `PyCF_OPTIMIZED_AST` adds.
const only_tree = 0x400;
const unknown_to_parser = 0x1000 | 0x8000;
/// The parser of syntax trees, in Python; `_ast` brings it into the program.
const parser = "_pyast";

/// What the parser makes of a text: no code comes of it, so it need not be known at compile time.
fn treeOf(source: Word, file: Word, mode: Word, flags: i64) Word {
    if (flags & unknown_to_parser != 0) {
        return err.raise(.NotImplementedError, "PA0203: compile() with PyCF_TYPE_COMMENTS or PyCF_OPTIMIZED_AST is not supported", .{});
    }
    const known = for ([_][]const u8{ "exec", "eval", "single", "func_type" }) |name| {
        if (str.eqlSlice(mode, name)) break true;
    } else false;
    if (!known) return err.raise(.ValueError, "compile() mode must be 'exec', 'eval', 'single' or 'func_type'", .{});
    if (!module_import.isKnown(parser)) {
        return err.raise(.NotImplementedError, "PA0203: compile() to a syntax tree in a program that does not import ast", .{});
    }
    const module = module_import.importName("", str.intern(parser), 0, 0);
    if (module == 0) return 0;
    defer rc.release(module);
    const function = attr.get(module, str.intern("parse"));
    if (function == 0) return 0;
    defer rc.release(function);
    return call.call(function, &.{ source, file, mode });
}

fn fileName(w: Word) Word {
    if (str.isStr(w)) return rc.retain(w);
    if (bytes_like.view(w)) |bytes| return str.fromSlice(bytes);
    return err.raise(.TypeError, "expected str, bytes or os.PathLike object, not {t}", .{w});
}

pub const functions = .{
    .{ "eval", eval, 0, -1, .keywords },
    .{ "exec", exec, 0, -1, .keywords },
    .{ "compile", compile, 0, -1, .keywords },
};

// Rows of the code of texts

fn moduleOfFunction(f: Word) *Module {
    return object.ptr(Function, f).module;
}

fn globalOf(f: Word, name: Word) Word {
    const m = moduleOfFunction(f);
    const value = module_.getGlobal(m, name);
    if (value != 0) return rc.retain(value);
    const d = module_.namespace(m);
    if (dict.of(d).kind != .namespace) {
        // A dict that was given may hold builtins of its own.
        const own = dict.getStr(d, names.of(.__builtins__));
        if (own != 0 and dict.isDict(own) and own != module_.namespace(&builtins.pyrt_module_builtins)) {
            const found = dict.getStr(own, name);
            return if (found != 0) rc.retain(found) else module_.nameError(name);
        }
    }
    const found = builtins.lookup(name);
    return if (found != 0) rc.retain(found) else module_.nameError(name);
}

pub export fn pyrt_dynamic_get(f: Word, name: Word) callconv(.c) Word {
    return globalOf(f, name);
}

pub export fn pyrt_dynamic_set(f: Word, name: Word, value: Word) callconv(.c) i32 {
    module_.setGlobal(moduleOfFunction(f), name, value);
    return 0;
}

pub export fn pyrt_dynamic_del(f: Word, name: Word) callconv(.c) i32 {
    if (module_.deleteGlobal(moduleOfFunction(f), name)) return 0;
    _ = module_.nameError(name);
    return -1;
}

pub export fn pyrt_dynamic_name_get(namespace: Word, f: Word, name: Word) callconv(.c) Word {
    const value = scope_rows.fromNamespace(namespace, name);
    if (value != 0 or err.pending()) return value;
    return globalOf(f, name);
}

pub export fn pyrt_dynamic_globals(f: Word) callconv(.c) Word {
    return rc.retain(module_.namespace(moduleOfFunction(f)));
}

pub export fn pyrt_dynamic_function_new(code: *const object.Code, f: Word, closure: Word, defaults: Word, kwdefaults: Word) callconv(.c) Word {
    return function_.new(code, moduleOfFunction(f), closure, defaults, kwdefaults);
}

pub export fn pyrt_dynamic_import(f: Word, name: Word, from: Word, level: i64) callconv(.c) Word {
    const m = moduleOfFunction(f);
    return module_import.importName(if (m.file == null) "" else module_import.packageName(m), name, from, level);
}

pub export fn pyrt_dynamic_import_star(namespace: Word, module: Word) callconv(.c) i32 {
    return module_import.importStarInto(namespace, module);
}

pub export fn pyrt_dynamic_annotations(namespace: Word) callconv(.c) i32 {
    const present = scope_rows.fromNamespace(namespace, names.of(.__annotations__));
    if (present == 0 and err.pending()) return -1;
    if (present != 0) {
        rc.release(present);
        return 0;
    }
    const d = dict.new();
    defer rc.release(d);
    return scope_rows.pyrt_name_set(namespace, names.of(.__annotations__), d);
}

pub export fn pyrt_display_value(value: Word) callconv(.c) i32 {
    const hook = module_.getGlobal(object.ptr(Module, sys.module()), str.intern("displayhook"));
    if (hook == 0) return err.fail(.RuntimeError, "lost sys.displayhook", .{});
    const result = call.call(hook, &.{value});
    if (result == 0) return -1;
    rc.release(result);
    return 0;
}

pub export fn pyrt_sorted_keys(namespace: Word) callconv(.c) Word {
    const keys = attr.get(namespace, str.intern("keys"));
    if (keys == 0) return 0;
    defer rc.release(keys);
    const view = call.call(keys, &.{});
    if (view == 0) return 0;
    defer rc.release(view);
    return @import("dir.zig").collect(view);
}
