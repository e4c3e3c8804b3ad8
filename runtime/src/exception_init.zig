//! Constructors of the builtin exception classes: what `Class(*args, **kw)` stores in `args` and the class's fields.
//!
//! Invariant: `__new__` stores `args` only, `__init__` the fields (so that a subclass that overrides one of them sees
//! CPython's order of events); a group is complete after `__new__`.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const int = @import("int.zig");
const str = @import("str.zig");
const text = @import("text.zig");
const iter = @import("iter.zig");
const args_ = @import("args.zig");
const tuple = @import("tuple.zig");
const singletons = @import("singletons.zig");
const exception = @import("exception.zig");
const exception_types = @import("exception_types.zig");
const Word = object.Word;
const Type = types.Type;
const Exception = object.Exception;
const Field = exception.Field;
const Kind = exception_types.Kind;
const InitFn = *const fn (self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) i32;

/// `BaseException.__new__`
pub fn new(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = kwnames;
    const e = exception.allocate(object.ptr(Type, class));
    e.args = tuple.fromSlice(args[0..nargs]);
    return object.word(e);
}

/// `OSError.__new__`: `OSError(errno, text…)` makes the subclass that stands for the error number.
pub fn newOs(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var chosen = class;
    if (object.ptr(Type, class) == err.typeOf(.OSError) and !args_.noKeywords("OSError", kwnames)) return 0;
    if (object.ptr(Type, class) == err.typeOf(.OSError) and nargs >= 2 and nargs <= 5) {
        if (int.isInt(args[0])) {
            if (int.toI64(int.valueOf(args[0]))) |number| {
                if (std.math.cast(i32, number)) |n| chosen = object.word(err.typeOf(errnoKind(n)));
            }
        }
    }
    return new(chosen, args, nargs, kwnames);
}

/// The class that stands for a C error number.
pub fn errnoKind(errno: i32) Kind {
    const E = std.os.linux.E;
    const number = std.math.cast(u16, errno) orelse return .OSError;
    return switch (@as(E, @enumFromInt(number))) {
        .AGAIN, .ALREADY, .INPROGRESS => .BlockingIOError,
        .PIPE, .SHUTDOWN => .BrokenPipeError,
        .CHILD => .ChildProcessError,
        .CONNABORTED => .ConnectionAbortedError,
        .CONNREFUSED => .ConnectionRefusedError,
        .CONNRESET => .ConnectionResetError,
        .EXIST => .FileExistsError,
        .NOENT => .FileNotFoundError,
        .ISDIR => .IsADirectoryError,
        .NOTDIR => .NotADirectoryError,
        .INTR => .InterruptedError,
        .ACCES, .PERM => .PermissionError,
        .SRCH => .ProcessLookupError,
        .TIMEDOUT => .TimeoutError,
        else => .OSError,
    };
}

/// The `__init__` of a flavor.
pub fn initFor(flavor: exception_types.Flavor) InitFn {
    return switch (flavor) {
        .plain, .key => initPlain,
        .group => initGroup,
        .stop => initStop,
        .exit => initExit,
        .os => initOs,
        .import => initImport,
        .attribute => initAttribute,
        .name => initName,
        .syntax => initSyntax,
        .unicode_decode => initDecode,
        .unicode_encode => initEncode,
        .unicode_translate => initTranslate,
    };
}

/// Stores the positional arguments.
fn storeArgs(self: Word, args: [*]const Word, nargs: usize) void {
    const e = object.ptr(Exception, self);
    const have = object.ptr(object.Tuple, e.args).slice();
    const same = have.len == nargs and for (have, args) |a, b| {
        if (a != b) break false;
    } else true;
    if (same) return;
    const old = e.args;
    e.args = tuple.fromSlice(args[0..nargs]);
    rc.release(old);
}

fn noKeywords(self: Word, kwnames: Word) bool {
    if (kwnames == 0) return true;
    return args_.noKeywords(text.typeName(types.typeOf(self)), kwnames);
}

fn initPlain(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) i32 {
    if (!noKeywords(self, kwnames)) return -1;
    storeArgs(self, args, nargs);
    return 0;
}

fn set(self: Word, index: usize, value: Word) void {
    exception.setField(object.ptr(Exception, self), index, rc.retainMaybe(value));
}

fn initStop(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) i32 {
    if (initPlain(self, args, nargs, kwnames) < 0) return -1;
    set(self, Field.value, if (nargs > 0) args[0] else singletons.noneWord());
    return 0;
}

fn initExit(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) i32 {
    if (initPlain(self, args, nargs, kwnames) < 0) return -1;
    if (nargs == 1) set(self, Field.value, args[0]);
    if (nargs > 1) set(self, Field.value, object.ptr(Exception, self).args);
    return 0;
}

fn initOs(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) i32 {
    if (initPlain(self, args, nargs, kwnames) < 0) return -1;
    if (nargs < 2 or nargs > 5) return 0;
    const e = object.ptr(Exception, self);
    set(self, Field.errno, args[0]);
    set(self, Field.strerror, args[1]);
    const filename = if (nargs > 2) args[2] else 0;
    if (filename == 0 or singletons.isNone(filename)) return 0;
    const blocking = exception.isInstance(self, .BlockingIOError);
    if (blocking and object.shapeOf(filename) == @intFromEnum(object.ShapeId.int)) {
        set(self, Field.written, filename);
        return 0;
    }
    set(self, Field.filename, filename);
    if (nargs == 5 and !singletons.isNone(args[4])) set(self, Field.filename2, args[4]);
    // args keeps errno and text only.
    const old = e.args;
    e.args = tuple.fromSlice(args[0..2]);
    rc.release(old);
    return 0;
}

/// Stores the keyword arguments that a class takes into the fields `first…`; false: raised.
fn takeKeywords(
    self: Word,
    class: []const u8,
    comptime names: []const []const u8,
    comptime fields: []const usize,
    args: [*]const Word,
    nargs: usize,
    kwnames: Word,
) bool {
    const given = args_.keywordNames(kwnames).len;
    if (given > names.len) {
        const plural: []const u8 = if (names.len == 1) "" else "s";
        _ = err.raise(.TypeError, "{s}() takes at most {d} keyword argument{s} ({d} given)", .{ class, names.len, plural, given });
        return false;
    }
    for (args_.keywordNames(kwnames), 0..) |keyword, i| {
        const found = inline for (names, fields) |name, field| {
            if (str.eqlSlice(keyword, name)) break field;
        } else std.math.maxInt(usize);
        if (found == std.math.maxInt(usize)) {
            return args_.unexpected(class, str.slice(keyword), names);
        }
        set(self, found, args[nargs + i]);
    }
    return true;
}

fn initImport(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) i32 {
    storeArgs(self, args, nargs);
    const names = [_][]const u8{ "name", "path", "name_from" };
    const fields = [_]usize{ Field.import_name, Field.import_path, Field.import_name_from };
    if (!takeKeywords(self, "ImportError", &names, &fields, args, nargs, kwnames)) return -1;
    if (nargs == 1) set(self, Field.import_msg, args[0]);
    return 0;
}

fn initAttribute(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) i32 {
    storeArgs(self, args, nargs);
    const names = [_][]const u8{ "name", "obj" };
    return if (takeKeywords(self, "AttributeError", &names, &.{ Field.name, Field.obj }, args, nargs, kwnames)) 0 else -1;
}

fn initName(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) i32 {
    storeArgs(self, args, nargs);
    return if (takeKeywords(self, "NameError", &.{"name"}, &.{Field.name}, args, nargs, kwnames)) 0 else -1;
}

fn initSyntax(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) i32 {
    if (initPlain(self, args, nargs, kwnames) < 0) return -1;
    if (nargs >= 1) set(self, Field.syntax_msg, args[0]);
    if (nargs != 2) return 0;
    const info = tuple.fromIterable(args[1]);
    if (info == 0) return -1;
    defer rc.release(info);
    const items = object.ptr(object.Tuple, info).slice();
    if (items.len < 4 or items.len > 6) {
        const bound: []const u8 = if (items.len < 4) "at least 4" else "at most 6";
        return err.fail(.TypeError, "function takes {s} arguments ({d} given)", .{ bound, items.len });
    }
    for (items, 0..) |item, i| set(self, Field.syntax_filename + i, item);
    if (items.len == 5) {
        return err.fail(.TypeError, "end_offset must be provided when end_lineno is provided", .{});
    }
    return 0;
}

/// Checks that an argument of the unicode errors is of the class; false: raised.
fn expect(w: Word, index: usize, comptime what: enum { str_, bytes_, int_ }) bool {
    const ok = switch (what) {
        .str_ => str.isStr(w),
        .bytes_ => @import("bytes_like.zig").view(w) != null,
        .int_ => object.isSmall(w) or types.typeOf(w).flags.int_subclass,
    };
    if (ok) return true;
    switch (what) {
        .int_ => _ = err.raise(.TypeError, "'{s}' object cannot be interpreted as an integer", .{types.typeOf(w)}),
        .str_ => _ = err.raise(.TypeError, "argument {d} must be str, not {n}", .{ index, w }),
        .bytes_ => _ = err.raise(.TypeError, "a bytes-like object is required, not '{s}'", .{types.typeOf(w)}),
    }
    return false;
}

fn initUnicode(self: Word, args: [*]const Word, nargs: usize, kwnames: Word, comptime bytes: bool, comptime coded: bool) i32 {
    if (initPlain(self, args, nargs, kwnames) < 0) return -1;
    const count = if (coded) 5 else 4;
    if (nargs != count) {
        return err.fail(.TypeError, "function takes exactly {d} arguments ({d} given)", .{ @as(i64, count), nargs });
    }
    var at: usize = 0;
    if (coded) {
        if (!expect(args[0], 1, .str_)) return -1;
        set(self, Field.encoding, args[0]);
        at = 1;
    }
    if (!(if (bytes) expect(args[at], at + 1, .bytes_) else expect(args[at], at + 1, .str_))) return -1;
    if (!expect(args[at + 1], at + 2, .int_)) return -1;
    if (!expect(args[at + 2], at + 3, .int_)) return -1;
    if (!expect(args[at + 3], at + 4, .str_)) return -1;
    // A bytes-like object is kept as bytes.
    const copy = if (bytes and !object.isExact(args[at], .bytes)) @import("bytes_like.zig").copied(args[at]).? else rc.retain(args[at]);
    set(self, Field.object_, copy);
    rc.release(copy);
    set(self, Field.start, args[at + 1]);
    set(self, Field.end, args[at + 2]);
    set(self, Field.reason, args[at + 3]);
    return 0;
}

fn initDecode(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) i32 {
    return initUnicode(self, args, nargs, kwnames, true, true);
}
fn initEncode(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) i32 {
    return initUnicode(self, args, nargs, kwnames, false, true);
}
fn initTranslate(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) i32 {
    return initUnicode(self, args, nargs, kwnames, false, false);
}

/// `BaseExceptionGroup.__new__`: checks the members and picks ExceptionGroup where all are Exceptions.
pub fn newGroup(class_word: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    // Keywords are refused by `__init__`.
    _ = kwnames;
    if (nargs != 2) {
        return err.raise(.TypeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments ({d} given)", .{nargs});
    }
    if (!str.isStr(args[0])) {
        return err.raise(.TypeError, "BaseExceptionGroup.__new__() argument 1 must be str, not {n}", .{args[0]});
    }
    const list_class = types.typeOf(args[1]);
    if (list_class.slots.getitem == null or list_class.flags.dict_subclass) {
        return err.raise(.TypeError, "second argument (exceptions) must be a sequence", .{});
    }
    const members = tuple.fromIterable(args[1]);
    if (members == 0) return 0;
    const items = object.ptr(object.Tuple, members).slice();
    if (items.len == 0) {
        rc.release(members);
        return err.raise(.ValueError, "second argument (exceptions) must be a non-empty sequence", .{});
    }
    var all_plain = true;
    for (items, 0..) |item, i| {
        if (!exception.isException(item)) {
            rc.release(members);
            return err.raise(.ValueError, "Item {d} of second argument (exceptions) is not an exception", .{i});
        }
        if (!exception.isInstance(item, .Exception)) all_plain = false;
    }
    var class = object.ptr(Type, class_word);
    if (class == err.typeOf(.ExceptionGroup)) {
        if (!all_plain) {
            rc.release(members);
            return err.raise(.TypeError, "Cannot nest BaseExceptions in an ExceptionGroup", .{});
        }
    } else if (class == err.typeOf(.BaseExceptionGroup)) {
        if (all_plain) class = err.typeOf(.ExceptionGroup);
    } else if (!all_plain and exception_types.isSubclass(class, err.typeOf(.Exception))) {
        rc.release(members);
        return err.raise(.TypeError, "Cannot nest BaseExceptions in '{s}'", .{class});
    }
    const e = exception.allocate(class);
    e.args = tuple.fromSlice(args[0..nargs]);
    e.fields[Field.message] = rc.retain(args[0]);
    e.fields[Field.exceptions] = members;
    return object.word(e);
}

fn initGroup(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) i32 {
    if (!noKeywords(self, kwnames)) return -1;
    storeArgs(self, args, nargs);
    return 0;
}
