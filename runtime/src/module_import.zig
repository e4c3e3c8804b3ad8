//! `import`: finding the static record of a module, running its body, `sys.modules`, `from … import …`.
//!
//! Invariant: parents are loaded before their children, a loaded child is an attribute of its parent; a module whose body
//! raised is not in `sys.modules` and runs anew when imported again.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const sys = @import("sys.zig");
const attr = @import("attr.zig");
const dict = @import("dict.zig");
const iter = @import("iter.zig");
const list = @import("list.zig");
const text = @import("text.zig");
const names = @import("names.zig");
const tuple = @import("tuple.zig");
const module_ = @import("module.zig");
const builtins = @import("builtins.zig");
const exception = @import("exception.zig");
const program = @import("program.zig");
const stdlib = @import("traceback_names.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;
const Module = object.Module;
const Field = exception.Field;

fn find(name: []const u8) ?*Module {
    const p = &program.pyrt_program;
    for (p.modules[0..p.module_count]) |m| {
        if (std.mem.eql(u8, str.slice(m.name), name)) return m;
    }
    if (std.mem.eql(u8, name, "sys")) return object.ptr(Module, sys.module());
    if (std.mem.eql(u8, name, "builtins")) return object.ptr(Module, builtins.module());
    return null;
}

/// Is a module of this name part of the program?
pub fn isKnown(name: []const u8) bool {
    return find(name) != null;
}

/// The module whose body runs, innermost; null before the first.
var running: ?*Module = null;

/// `__name__` of the innermost module whose body runs, borrowed. It stands for the caller's module where CPython asks the
/// frame: frames are not recorded.
pub fn runningName() Word {
    const m = running orelse return names.of(.__main__);
    const name = module_.getGlobal(m, names.of(.__name__));
    return if (name != 0) name else m.name;
}

/// The innermost module whose body runs; the main program's where none does.
pub fn runningModule() *Module {
    return running orelse program.pyrt_program.main;
}

/// Raises ModuleNotFoundError/ImportError with the attributes name, path and name_from. Returns 0.
fn importError(kind: err.Kind, name: Word, path: Word, from: Word, message: Word) Word {
    _ = err.raiseValue(kind, message);
    rc.release(message);
    const e = object.ptr(object.Exception, @import("state.zig").current().pending);
    exception.setField(e, Field.import_name, rc.retainMaybe(name));
    exception.setField(e, Field.import_path, rc.retainMaybe(path));
    exception.setField(e, Field.import_name_from, rc.retainMaybe(from));
    return 0;
}

fn isLeftOut(name: []const u8) bool {
    const p = &program.pyrt_program;
    for (p.left_out[0..@intCast(p.left_out_count)]) |known| {
        if (std.mem.eql(u8, known.slice(), name)) return true;
    }
    return false;
}

fn messageOf(comptime fmt: []const u8, args: anytype) Word {
    var buffer: text.Buffer = .{};
    defer buffer.deinit();
    const values = text.arguments(args);
    // Only slices: cannot raise.
    _ = text.format(&buffer, fmt, &values);
    return buffer.toWord();
}

fn notFound(name: []const u8, parent: ?[]const u8) Word {
    const name_word = str.fromSlice(name);
    defer rc.release(name_word);
    const message = if (parent) |p|
        messageOf("No module named '{s}'; '{s}' is not a package", .{ name, p })
    else
        messageOf("No module named '{s}'", .{name});
    return importError(.ModuleNotFoundError, name_word, 0, 0, message);
}

/// Imports one module whose parents are loaded; borrowed, 0 raised.
fn load(name: []const u8, parent: Word) Word {
    const modules = sys.modules();
    const key = str.intern(name);
    const known = dict.get(modules, key);
    if (known != 0) {
        if (!singletons.isNone(known)) return known;
        const message = messageOf("import of {s} halted; None in sys.modules", .{name});
        return importError(.ModuleNotFoundError, key, 0, 0, message);
    }
    if (err.pending()) return 0;
    if (parent != 0 and object.isExact(parent, .module)) {
        const p = object.ptr(Module, parent);
        if (p.is_package == 0) return notFound(name, str.slice(p.name));
    }
    const m = find(name) orelse {
        // No ImportError: a handler of the program would take that for a module that is not installed.
        if (isLeftOut(name)) return err.raise(.NotImplementedError, "PA0207: module '{s}' was left out, since no function that imports it seemed to be called", .{name});
        return notFound(name, null);
    };
    if (!run(m)) return 0;
    const loaded = dict.get(modules, key);
    if (loaded == 0) {
        if (err.pending()) return 0;
        return err.raise(.KeyError, "{s}", .{name});
    }
    if (parent != 0) {
        const short = name[if (std.mem.lastIndexOfScalar(u8, name, '.')) |dot| dot + 1 else 0..];
        if (attr.set(parent, str.intern(short), loaded) < 0) return 0;
    }
    return loaded;
}

/// Runs a module's body for the first time; false: raised.
pub fn run(m: *Module) bool {
    module_.prepare(m);
    const modules = sys.modules();
    const key = if (module_.isMain(m)) names.of(.__main__) else m.name;
    if (dict.set(modules, key, object.word(m)) < 0) return false;
    const body = m.body orelse {
        m.state = 2;
        return true;
    };
    m.state = 1;
    const outer = running;
    running = m;
    const result = body(m);
    running = outer;
    if (result == 0) {
        m.state = 0;
        const e = err.take();
        if (dict.contains(modules, key) == 1) _ = dict.del(modules, key);
        err.clear();
        err.restore(e);
        return false;
    }
    rc.release(result);
    m.state = 2;
    return true;
}

/// Imports `a.b.c`: every prefix in turn. Borrowed, 0 raised; `top` gets the module of the first part.
fn loadDotted(name: []const u8, top: *Word) Word {
    var at: usize = 0;
    var current: Word = 0;
    while (true) {
        const stop = std.mem.indexOfScalarPos(u8, name, at, '.') orelse name.len;
        current = load(name[0..stop], current);
        if (current == 0) return 0;
        if (at == 0) top.* = current;
        if (stop == name.len) return current;
        at = stop + 1;
    }
}

/// The package that relative imports start from; empty: there is none.
pub fn packageName(importer: *Module) []const u8 {
    const package = module_.packageOf(importer);
    return if (singletons.isNone(package)) "" else str.slice(package);
}

/// The package that the globals of an importer speak of; null: raised.
pub fn packageOfGlobals(globals: Word) ?[]const u8 {
    if (globals == 0) return missingName();
    if (!dict.isDict(globals)) {
        _ = err.raise(.TypeError, "globals must be a dict", .{});
        return null;
    }
    const package = dict.getStr(globals, names.of(.__package__));
    if (package != 0 and !singletons.isNone(package)) {
        if (str.isStr(package)) return str.slice(package);
        _ = err.raise(.TypeError, "package must be a string", .{});
        return null;
    }
    const name = dict.getStr(globals, names.of(.__name__));
    if (name == 0) return missingName();
    if (!str.isStr(name)) {
        _ = err.raise(.TypeError, "__name__ must be a string", .{});
        return null;
    }
    if (dict.getStr(globals, names.of(.__path__)) != 0) return str.slice(name);
    const dot = std.mem.lastIndexOfScalar(u8, str.slice(name), '.') orelse return "";
    return str.slice(name)[0..dot];
}

fn missingName() ?[]const u8 {
    _ = err.raise(.KeyError, "'__name__' not in globals", .{});
    return null;
}

/// The absolute name of a relative import, appended to the buffer; false: raised.
fn resolve(package: []const u8, name: []const u8, level: i64, out: *text.Buffer) bool {
    if (package.len == 0) {
        _ = err.raise(.ImportError, "attempted relative import with no known parent package", .{});
        return false;
    }
    var base = package;
    var i: i64 = 1;
    while (i < level) : (i += 1) {
        const dot = std.mem.lastIndexOfScalar(u8, base, '.') orelse {
            _ = err.raise(.ImportError, "attempted relative import beyond top-level package", .{});
            return false;
        };
        base = base[0..dot];
    }
    out.append(base);
    if (name.len > 0) {
        out.appendByte('.');
        out.append(name);
    }
    return true;
}

/// `__import__(name, …, fromlist, level)`; owned, 0 raised. The package matters only where the level is above 0.
pub fn importName(package: []const u8, name: Word, from: Word, level: i64) Word {
    var buffer: text.Buffer = .{};
    defer buffer.deinit();
    if (level > 0) {
        if (!resolve(package, str.slice(name), level, &buffer)) return 0;
    } else {
        if (str.slice(name).len == 0) return err.raise(.ValueError, "Empty module name", .{});
        buffer.append(str.slice(name));
    }
    var top: Word = 0;
    const module = loadDotted(buffer.slice(), &top);
    if (module == 0) return 0;
    const names_given = from != 0 and !singletons.isNone(from) and (!tuple.isTuple(from) or tuple.len(from) > 0);
    if (!names_given) return rc.retain(if (level == 0) top else module);
    if (object.isExact(module, .module) and object.ptr(Module, module).is_package != 0) {
        if (!loadSubmodules(module, from, buffer.slice())) return 0;
    }
    return rc.retain(module);
}

/// `from package import a, b`: names that are no attributes yet may be submodules.
fn loadSubmodules(package: Word, from: Word, package_name: []const u8) bool {
    const items = tuple.fromIterable(from);
    if (items == 0) return false;
    defer rc.release(items);
    for (tuple.items(items)) |item| {
        if (!str.isStr(item)) {
            _ = err.raise(.TypeError, "Item in ``from list'' must be str, not {t}", .{item});
            return false;
        }
        if (str.eqlSlice(item, "*")) {
            const all = module_.getGlobal(object.ptr(Module, package), names.of(.__all__));
            if (all != 0 and !str.isStr(all)) {
                _ = rc.retain(all);
                defer rc.release(all);
                if (!loadSubmodules(package, all, package_name)) return false;
            }
            continue;
        }
        const have = attr.getOptional(package, item);
        if (have != 0) {
            rc.release(have);
            continue;
        }
        if (err.pending()) return false;
        var buffer: text.Buffer = .{};
        defer buffer.deinit();
        buffer.append(package_name);
        buffer.appendByte('.');
        buffer.append(str.slice(item));
        if (find(buffer.slice()) == null and dict.getStr(sys.modules(), str.intern(buffer.slice())) == 0) continue;
        if (load(buffer.slice(), package) == 0) return false;
    }
    return true;
}

pub export fn pyrt_import_name(importer: *Module, name: Word, from: Word, level: i64) callconv(.c) Word {
    return importName(if (level > 0) packageName(importer) else "", name, from, level);
}

pub export fn pyrt_import_from(module: Word, name: Word) callconv(.c) Word {
    const value = attr.getOptional(module, name);
    if (value != 0 or err.pending()) return value;
    const module_name = attr.getOptional(module, names.of(.__name__));
    if (module_name == 0 and err.pending()) return 0;
    defer rc.releaseMaybe(module_name);
    const shown = if (module_name != 0 and str.isStr(module_name)) str.slice(module_name) else "<unknown module name>";
    // A submodule whose import is under way is in sys.modules already.
    var buffer: text.Buffer = .{};
    defer buffer.deinit();
    buffer.append(shown);
    buffer.appendByte('.');
    buffer.append(str.slice(name));
    const loading = dict.getStr(sys.modules(), str.intern(buffer.slice()));
    if (loading != 0) return rc.retain(loading);
    const wanted = str.slice(name);
    const m: ?*Module = if (object.isExact(module, .module)) object.ptr(Module, module) else null;
    const file: ?[]const u8 = if (m) |x| (if (x.file) |f| f.slice() else null) else null;
    const path = file orelse {
        const message = messageOf("cannot import name '{s}' from '{s}' (unknown location)", .{ wanted, shown });
        return importError(.ImportError, module_name, 0, name, message);
    };
    const message = if (m.?.state == 1)
        messageOf("cannot import name '{s}' from partially initialized module '{s}' " ++
            "(most likely due to a circular import) ({s})", .{ wanted, shown, path })
    else if (shadowsStdlib(m.?))
        messageOf("cannot import name '{s}' from '{s}' (consider renaming '{s}' since it has the same name as the standard " ++
            "library module named '{s}' and the import system gives it precedence)", .{ wanted, shown, path, shown })
    else
        messageOf("cannot import name '{s}' from '{s}' ({s})", .{ wanted, shown, path });
    return importError(.ImportError, module_name, object.word(m.?.file.?), name, message);
}

/// Lies the module beside the main program?
pub fn besideMain(m: *const Module) bool {
    const file = m.file orelse return false;
    const main = program.pyrt_program.main.file orelse return false;
    return std.mem.eql(u8, directory(file.slice()), directory(main.slice()));
}

fn directory(path: []const u8) []const u8 {
    return path[0 .. std.mem.lastIndexOfScalar(u8, path, '/') orelse 0];
}

/// Has a module beside the main program the name of a module of the standard library?
pub fn shadowsStdlib(m: *const Module) bool {
    return besideMain(m) and isStdlibName(str.slice(m.name));
}

/// Is it the name of a top-level module of CPython's standard library?
pub fn isStdlibName(name: []const u8) bool {
    var it = std.mem.splitScalar(u8, stdlib.stdlib_modules, ' ');
    while (it.next()) |known| {
        if (std.mem.eql(u8, known, name)) return true;
    }
    return false;
}

pub export fn pyrt_import_star(importer: *Module, module: Word) callconv(.c) i32 {
    return importStarInto(object.word(importer), module);
}

/// Stores into a module or a mapping.
fn storeStar(target: Word, name: Word, value: Word) i32 {
    if (!object.isExact(target, .module)) return @import("scope_rows.zig").pyrt_name_set(target, name, value);
    module_.setGlobal(object.ptr(Module, target), str.intern(str.slice(name)), value);
    return 0;
}

/// `from module import *` into a module or a mapping. −1 raised.
pub fn importStarInto(target: Word, module: Word) i32 {
    const all = attr.getOptional(module, names.of(.__all__));
    if (all == 0 and err.pending()) return -1;
    if (all != 0) {
        defer rc.release(all);
        const items = tuple.fromIterable(all);
        if (items == 0) return -1;
        defer rc.release(items);
        for (tuple.items(items)) |name| {
            if (!str.isStr(name)) {
                return err.fail(.TypeError, "Item in {w}.__all__ must be str, not {t}", .{ moduleNameOf(module), name });
            }
            const value = attr.get(module, name);
            if (value == 0) return -1;
            const stored = storeStar(target, name, value);
            rc.release(value);
            if (stored != 0) return -1;
        }
        return 0;
    }
    const d = attr.getOptional(module, names.of(.__dict__));
    if (d == 0) {
        if (err.pending()) return -1;
        return err.fail(.ImportError, "from-import-* object has no __dict__ and no __all__", .{});
    }
    defer rc.release(d);
    const keys = iter.collect(d);
    if (keys == 0) return -1;
    defer rc.release(keys);
    for (list.items(keys)) |name| {
        if (!str.isStr(name) or !module_.isPublic(name)) continue;
        const value = attr.get(module, name);
        if (value == 0) return -1;
        const stored = storeStar(target, name, value);
        rc.release(value);
        if (stored != 0) return -1;
    }
    return 0;
}

fn moduleNameOf(module: Word) Word {
    return if (object.isExact(module, .module)) object.ptr(Module, module).name else str.intern("?");
}
