//! Builtin functions about classes, attributes and namespaces.
const object = @import("object.zig");
const types = @import("type.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const int = @import("int.zig");
const str = @import("str.zig");
const attr = @import("attr.zig");
const dir_ = @import("dir.zig");
const args_ = @import("args.zig");
const names = @import("names.zig");
const class_check = @import("class_check.zig");
const module_import = @import("module_import.zig");
const program = @import("program.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;

fn tri(result: i32) Word {
    return if (result < 0) 0 else singletons.boolWord(result != 0);
}

fn isinstance(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return tri(class_check.isInstance(args[0], args[1]));
}
fn issubclass(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return tri(class_check.isSubclass(args[0], args[1]));
}

fn isName(w: Word) bool {
    if (str.isStr(w)) return true;
    _ = err.raise(.TypeError, "attribute name must be string, not '{t}'", .{w});
    return false;
}

fn getattr(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    if (!isName(args[1])) return 0;
    const name = str.intern(str.slice(args[1]));
    if (nargs == 2) return attr.get(args[0], name);
    const value = attr.getOptional(args[0], name);
    return if (value != 0 or err.pending()) value else rc.retain(args[2]);
}
fn hasattr(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (!isName(args[1])) return 0;
    const value = attr.getOptional(args[0], str.intern(str.slice(args[1])));
    if (value == 0 and err.pending()) return 0;
    rc.releaseMaybe(value);
    return singletons.boolWord(value != 0);
}
fn setattr(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (!isName(args[1])) return 0;
    return if (attr.set(args[0], str.intern(str.slice(args[1])), args[2]) < 0) 0 else singletons.noneWord();
}
fn delattr(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (!isName(args[1])) return 0;
    return if (attr.del(args[0], str.intern(str.slice(args[1]))) < 0) 0 else singletons.noneWord();
}

fn dir(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    if (nargs == 0) return needsCaller("dir()");
    return dir_.dir(args[0]);
}
fn vars(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    if (nargs == 0) return needsCaller("vars()");
    const d = attr.getOptional(args[0], names.of(.__dict__));
    if (d != 0 or err.pending()) return d;
    return err.raise(.TypeError, "vars() argument must have __dict__ attribute", .{});
}
fn globals(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return needsCaller("globals()");
}
fn locals(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return needsCaller("locals()");
}

/// The compiler resolves direct calls; through a variable nobody knows the caller.
fn needsCaller(comptime what: []const u8) Word {
    return err.raise(.NotImplementedError, what ++ " is supported only as a direct call", .{});
}

const import_signature: args_.Signature = .{
    .name = "__import__",
    .params = &.{ "name", "globals", "locals", "fromlist", "level" },
    .positional = 5,
    .required = 1,
};

fn import(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [5]Word = undefined;
    if (!args_.bind(import_signature, args, nargs, kwnames, &given)) return 0;
    if (!str.isStr(given[0])) return err.raise(.TypeError, "module name must be a string", .{});
    const level = if (given[4] == 0) 0 else int.toSsize(given[4]) orelse return 0;
    if (level < 0) return err.raise(.ValueError, "level must be >= 0", .{});
    const package = if (level == 0) "" else module_import.packageOfGlobals(given[1]) orelse return 0;
    return module_import.importName(package, given[0], given[3], level);
}

pub const functions = .{
    .{ "isinstance", isinstance, 2, 2 },
    .{ "issubclass", issubclass, 2, 2 },
    .{ "getattr", getattr, 2, 3 },
    .{ "hasattr", hasattr, 2, 2 },
    .{ "setattr", setattr, 3, 3 },
    .{ "delattr", delattr, 2, 2 },
    .{ "dir", dir, 0, 1 },
    .{ "vars", vars, 0, 1 },
    .{ "globals", globals, 0, 0 },
    .{ "locals", locals, 0, 0 },
    .{ "__import__", import, 0, 5, .keywords },
};
