//! ". Did you mean: 'x'?" for AttributeError, NameError and ImportError, computed when the traceback is printed.
//!
//! Invariant: candidates come in CPython's order (it decides ties): sorted `dir()` for attributes; locals, globals,
//! builtins for names. Frames are gone by then, so locals are all names of the code, set or not.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const attr = @import("attr.zig");
const dict = @import("dict.zig");
const dir_ = @import("dir.zig");
const names_ = @import("names.zig");
const builtin_names = @import("builtin_names.zig");
const list = @import("list.zig");
const text = @import("text.zig");
const lookup = @import("lookup.zig");
const instance = @import("instance.zig");
const suggest = @import("suggest.zig");
const sys = @import("sys.zig");
const module_ = @import("module.zig");
const module_import = @import("module_import.zig");
const program = @import("program.zig");
const exception = @import("exception.zig");
const exception_types = @import("exception_types.zig");
const traceback = @import("traceback.zig");
const traceback_names = @import("traceback_names.zig");
const Word = object.Word;
const Exception = object.Exception;
const Field = exception.Field;
const Location = object.Location;

/// Appends the suggestion for an exception, if there is one.
pub fn append(out: *text.Buffer, e: Word) void {
    const x = object.ptr(Exception, e);
    switch (exception_types.flavorOf(types.typeOf(e))) {
        .attribute => {
            const name = nameOf(x.fields[Field.name]) orelse return;
            if (x.fields[Field.obj] != 0) didYouMean(out, forAttribute(x, name));
        },
        .import => {
            const name = nameOf(x.fields[Field.import_name_from]) orelse return;
            didYouMean(out, forImport(x, name));
        },
        .name => {
            const name = nameOf(x.fields[Field.name]) orelse return;
            appendForName(out, x, name);
        },
        .plain, .group, .stop, .exit, .key, .os, .syntax, .unicode_decode, .unicode_encode, .unicode_translate => {},
    }
}

fn nameOf(w: Word) ?[]const u8 {
    return if (w != 0 and str.isStr(w)) str.slice(w) else null;
}

/// Owned word or 0.
fn didYouMean(out: *text.Buffer, found: Word) void {
    if (found == 0) return;
    out.append(". Did you mean: '");
    out.append(str.slice(found));
    out.append("'?");
    rc.release(found);
}

/// The code and line of the frame that raised.
fn innermost(e: *Exception) ?*const Location {
    var walk = traceback.Walk.init(e);
    var last: ?*const Location = null;
    while (walk.next()) |location| last = location;
    return last;
}

/// `dir(obj)` without private names unless the wrong name is one; the closest of them, owned, or 0. Methods of builtin
/// classes that the program does not keep count as well: their names are in `builtin_names.zig`.
fn closestOf(obj: Word, name: []const u8, all: bool) Word {
    const names = candidates(obj);
    if (names == 0) {
        err.clear();
        return 0;
    }
    defer rc.release(names);
    const hide = !std.mem.startsWith(u8, name, "_") and !all;
    const kept = list.new(0);
    defer rc.release(kept);
    for (list.items(names)) |w| {
        if (!str.isStr(w) or (hide and std.mem.startsWith(u8, str.slice(w), "_"))) continue;
        list.append(kept, w);
    }
    return rc.retainMaybe(suggest.closest(name, list.items(kept)) orelse 0);
}

/// A sorted list of names, owned; 0 raised.
fn candidates(obj: Word) Word {
    const names = attr.dir(obj);
    if (names == 0) return 0;
    const class = types.typeOf(obj);
    if (class.flags.heap and definesDir(class)) return names;
    var more = false;
    const is_class = class.flags.type_subclass;
    for (lookup.mro(if (is_class) object.ptr(types.Type, obj) else class)) |c| {
        const t = object.ptr(types.Type, c);
        if (t.flags.heap) continue;
        var it = std.mem.splitScalar(u8, builtin_names.of(t), ' ');
        while (it.next()) |builtin| {
            if (builtin.len == 0) continue;
            list.append(names, str.intern(builtin));
            more = true;
        }
    }
    return if (more) dir_.sorted(names) else names;
}

fn definesDir(class: *types.Type) bool {
    const found = lookup.lookup(class, names_.of(.__dir__));
    return found != 0 and !object.isExact(found, .method_descriptor);
}

fn forAttribute(x: *Exception, name: []const u8) Word {
    const obj = x.fields[Field.obj];
    const location = innermost(x);
    const own = if (location) |l| isSelfOf(l.code, obj) else false;
    return closestOf(obj, name, own);
}

/// Is the code a method (first parameter `self`) of the object's class?
fn isSelfOf(code: *const object.Code, obj: Word) bool {
    const class = methodClass(code) orelse return false;
    return types.isInstance(obj, class);
}

/// The class whose method the code is, if its first parameter is called `self`.
fn methodClass(code: *const object.Code) ?*types.Type {
    if (code.params == 0 or !std.mem.eql(u8, str.slice(code.names[0]), "self")) return null;
    const m = moduleOf(code) orelse return null;
    const qualname = code.qualname.slice();
    const dot = std.mem.lastIndexOfScalar(u8, qualname, '.') orelse return null;
    const class_name = qualname[0..dot];
    if (std.mem.indexOfScalar(u8, class_name, '.') != null) return null;
    const value = module_.getGlobal(m, str.intern(class_name));
    if (value == 0 or object.isSmall(value) or !types.typeOf(value).flags.type_subclass) return null;
    return object.ptr(types.Type, value);
}

/// The module that the code's file belongs to.
fn moduleOf(code: *const object.Code) ?*object.Module {
    const p = &program.pyrt_program;
    for (p.modules[0..@intCast(p.module_count)]) |m| {
        const file = m.file orelse continue;
        if (file == code.filename or std.mem.eql(u8, file.slice(), code.filename.slice())) return m;
    }
    return null;
}

fn forImport(x: *Exception, name: []const u8) Word {
    const module_name = nameOf(x.fields[Field.import_name]) orelse return 0;
    const module = dict.getStr(sys.modules(), str.intern(module_name));
    if (module == 0) return 0;
    return closestOf(module, name, false);
}

fn appendForName(out: *text.Buffer, x: *Exception, name: []const u8) void {
    var found = false;
    if (innermost(x)) |location| {
        if (hasSelfAttribute(location.code, name)) {
            out.append(". Did you mean: 'self.");
            out.append(name);
            out.append("'?");
            found = true;
        } else {
            const best = closestName(location.code, name);
            found = best != 0;
            didYouMean(out, best);
        }
    }
    if (!module_import.isStdlibName(name)) return;
    out.append(if (found) " Or did you forget to import '" else ". Did you forget to import '");
    out.append(name);
    out.append("'?");
}

/// Does `self` have the attribute: in its class, or as an instance attribute that the class is known to set?
pub fn hasSelfAttribute(code: *const object.Code, name: []const u8) bool {
    const class = methodClass(code) orelse return false;
    const word = str.intern(name);
    return lookup.lookup(class, word) != 0 or instance.slotIndex(class, word) != null;
}

/// The closest of locals, globals and builtins, owned, or 0.
fn closestName(code: *const object.Code, name: []const u8) Word {
    const all = list.new(0);
    defer rc.release(all);
    if (!code.flags.module) {
        for (code.names[0..code.locals]) |w| list.append(all, w);
        for (code.free_names[0..code.free]) |w| list.append(all, w);
    }
    if (moduleOf(code)) |m| {
        const d = module_.namespace(m);
        var at: usize = 0;
        while (dict.next(d, &at)) |item| list.append(all, item.key);
    }
    var it = std.mem.splitScalar(u8, traceback_names.builtin_names, ' ');
    while (it.next()) |builtin| list.appendOwned(list.of(all), str.intern(builtin));
    return rc.retainMaybe(suggest.closest(name, list.items(all)) orelse 0);
}
