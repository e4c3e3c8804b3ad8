//! Attributes and methods of the builtin exception classes, as rows.
//!
//! Invariant: a field that was never set reads as None (as CPython's members do), `__notes__` as missing.
const object = @import("object.zig");
const types = @import("type.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const dict = @import("dict.zig");
const attr = @import("attr.zig");
const list = @import("list.zig");
const tuple = @import("tuple.zig");
const singletons = @import("singletons.zig");
const methods_ = @import("methods.zig");
const exception = @import("exception.zig");
const exception_raise = @import("exception_raise.zig");
const exception_group = @import("exception_group.zig");
const traceback = @import("traceback.zig");
const Word = object.Word;
const Exception = object.Exception;
const Field = exception.Field;

/// Reader and writer of one of `Exception.fields`.
fn FieldAccess(comptime index: usize) type {
    return struct {
        fn get(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
            _ = args;
            _ = nargs;
            _ = kwnames;
            const w = object.ptr(Exception, self).fields[index];
            return if (w == 0) singletons.noneWord() else rc.retain(w);
        }
        fn set(self: Word, value: Word) callconv(.c) i32 {
            exception.setField(object.ptr(Exception, self), index, rc.retainMaybe(value));
            return 0;
        }
    };
}

/// `characters_written`: missing until set.
fn getWritten(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const w = object.ptr(Exception, self).fields[Field.written];
    return if (w == 0) err.raiseText(.AttributeError, "characters_written") else rc.retain(w);
}

fn alwaysNone(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return singletons.noneWord();
}

fn getArgs(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = args;
    _ = nargs;
    _ = kwnames;
    return rc.retain(object.ptr(Exception, self).args);
}

fn setArgs(self: Word, value: Word) callconv(.c) i32 {
    if (value == 0) return err.fail(.TypeError, "args may not be deleted", .{});
    const items = tuple.fromIterable(value);
    if (items == 0) return -1;
    const e = object.ptr(Exception, self);
    const old = e.args;
    e.args = items;
    rc.release(old);
    return 0;
}

fn getCause(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = args;
    _ = nargs;
    _ = kwnames;
    const w = object.ptr(Exception, self).cause;
    return if (w == 0) singletons.noneWord() else rc.retain(w);
}

fn setCause(self: Word, value: Word) callconv(.c) i32 {
    if (value == 0) return err.fail(.TypeError, "__cause__ may not be deleted", .{});
    if (!singletons.isNone(value) and !exception.isException(value)) {
        return err.fail(.TypeError, "exception cause must be None or derive from BaseException", .{});
    }
    exception_raise.setCause(object.ptr(Exception, self), if (singletons.isNone(value)) 0 else rc.retain(value));
    return 0;
}

fn getContext(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = args;
    _ = nargs;
    _ = kwnames;
    const w = object.ptr(Exception, self).context;
    return if (w == 0) singletons.noneWord() else rc.retain(w);
}

fn setContext(self: Word, value: Word) callconv(.c) i32 {
    if (value == 0) return err.fail(.TypeError, "__context__ may not be deleted", .{});
    if (!singletons.isNone(value) and !exception.isException(value)) {
        return err.fail(.TypeError, "exception context must be None or derive from BaseException", .{});
    }
    const e = object.ptr(Exception, self);
    const old = e.context;
    e.context = if (singletons.isNone(value)) 0 else rc.retain(value);
    rc.releaseMaybe(old);
    return 0;
}

fn getSuppress(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = args;
    _ = nargs;
    _ = kwnames;
    return singletons.boolWord(object.ptr(Exception, self).suppress_context != 0);
}

fn setSuppress(self: Word, value: Word) callconv(.c) i32 {
    if (value == 0) return err.fail(.TypeError, "can't delete numeric/char attribute", .{});
    if (!object.isExact(value, .bool_)) return err.fail(.TypeError, "attribute value type must be bool", .{});
    object.ptr(Exception, self).suppress_context = @intFromBool(value == singletons.trueWord());
    return 0;
}

fn getTraceback(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = args;
    _ = nargs;
    _ = kwnames;
    const w = traceback.get(object.ptr(Exception, self));
    return if (w == 0) singletons.noneWord() else rc.retain(w);
}

fn setTraceback(self: Word, value: Word) callconv(.c) i32 {
    if (value == 0) return err.fail(.TypeError, "__traceback__ may not be deleted", .{});
    if (!singletons.isNone(value) and !object.isExact(value, .traceback)) {
        return err.fail(.TypeError, "__traceback__ must be a traceback or None", .{});
    }
    traceback.set(object.ptr(Exception, self), if (singletons.isNone(value)) 0 else value);
    return 0;
}

fn withTraceback(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = nargs;
    _ = kwnames;
    if (setTraceback(self, args[0]) < 0) return 0;
    return rc.retain(self);
}

/// The row `add_note`; for callers that must not depend on the program keeping its name.
pub fn addNote(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = nargs;
    _ = kwnames;
    if (!str.isStr(args[0])) {
        return err.raise(.TypeError, "note must be a str, not '{s}'", .{types.typeOf(args[0])});
    }
    const name = str.intern("__notes__");
    var notes = attr.getOptional(self, name);
    if (notes == 0) {
        if (err.pending()) return 0;
        notes = list.new(0);
        if (attr.set(self, name, notes) < 0) {
            rc.release(notes);
            return 0;
        }
    }
    defer rc.release(notes);
    if (!list.isList(notes)) return err.raise(.TypeError, "Cannot add note: __notes__ is not a list", .{});
    list.append(notes, args[0]);
    return singletons.noneWord();
}

/// The `__notes__` of an exception, owned; 0 if it has none or they cannot be read (nothing is pending then).
pub fn notesOf(e: Word) Word {
    const notes = attr.getOptional(e, str.intern("__notes__"));
    if (notes == 0) err.clear();
    return notes;
}

/// Attributes from a dict, as `__reduce__` gives them.
fn setState(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    const state = args[0];
    if (singletons.isNone(state)) return singletons.noneWord();
    if (!types.typeOf(state).flags.dict_subclass or object.isSmall(state)) {
        return err.raise(.TypeError, "state is not a dictionary", .{});
    }
    var at: usize = 0;
    while (dict.next(state, &at)) |entry| {
        if (!str.isStr(entry.key)) return err.raise(.TypeError, "attribute name must be string, not '{t}'", .{entry.key});
        if (attr.set(self, entry.key, entry.value) < 0) return 0;
    }
    return singletons.noneWord();
}

fn field(comptime name: []const u8, comptime index: usize) struct {
    []const u8,
    @TypeOf(FieldAccess(index).get),
    comptime_int,
    comptime_int,
    @TypeOf(.getset),
    @TypeOf(FieldAccess(index).set),
} {
    return .{ name, FieldAccess(index).get, 0, 0, .getset, FieldAccess(index).set };
}

fn refuseToSet(_: Word, _: Word) callconv(.c) i32 {
    return err.fail(.AttributeError, "readonly attribute", .{});
}

fn readOnly(comptime name: []const u8, comptime index: usize) struct {
    []const u8,
    @TypeOf(FieldAccess(index).get),
    comptime_int,
    comptime_int,
    @TypeOf(.getset),
    @TypeOf(refuseToSet),
} {
    return .{ name, FieldAccess(index).get, 0, 0, .getset, refuseToSet };
}

pub const BaseException_methods = .{
    .{ "args", getArgs, 0, 0, .getset, setArgs },
    .{ "__cause__", getCause, 0, 0, .getset, setCause },
    .{ "__context__", getContext, 0, 0, .getset, setContext },
    .{ "__suppress_context__", getSuppress, 0, 0, .getset, setSuppress },
    .{ "__traceback__", getTraceback, 0, 0, .getset, setTraceback },
    .{ "__dict__", attr.m_dict_get, 0, 0, .getset, attr.m_dict_set },
    .{ "__setstate__", setState, 1, 1 },
    .{ "with_traceback", withTraceback, 1, 1 },
    .{ "add_note", addNote, 1, 1 },
};
pub const BaseExceptionGroup_methods = .{
    readOnly("message", Field.message),
    readOnly("exceptions", Field.exceptions),
    .{ "split", exception_group.m_BaseExceptionGroup_split, 1, 1 },
    .{ "subgroup", exception_group.m_BaseExceptionGroup_subgroup, 1, 1 },
    .{ "derive", exception_group.m_BaseExceptionGroup_derive, 1, 1 },
};
pub const StopIteration_methods = .{field("value", Field.value)};
pub const SystemExit_methods = .{field("code", Field.value)};
pub const OSError_methods = .{
    field("errno", Field.errno),
    field("strerror", Field.strerror),
    field("filename", Field.filename),
    field("filename2", Field.filename2),
    .{ "characters_written", getWritten, 0, 0, .getset, FieldAccess(Field.written).set },
};
pub const ImportError_methods = .{
    field("msg", Field.import_msg),
    field("name", Field.import_name),
    field("path", Field.import_path),
    field("name_from", Field.import_name_from),
};
pub const AttributeError_methods = .{ field("name", Field.name), field("obj", Field.obj) };
pub const NameError_methods = .{field("name", Field.name)};
pub const SyntaxError_methods = .{
    field("msg", Field.syntax_msg),
    field("filename", Field.syntax_filename),
    field("lineno", Field.syntax_lineno),
    field("offset", Field.syntax_offset),
    field("text", Field.syntax_text),
    field("end_lineno", Field.syntax_end_lineno),
    field("end_offset", Field.syntax_end_offset),
    .{ "print_file_and_line", alwaysNone, 0, 0, .getset },
};
const unicode_methods = .{
    field("encoding", Field.encoding),
    field("object", Field.object_),
    field("start", Field.start),
    field("end", Field.end),
    field("reason", Field.reason),
};
pub const UnicodeDecodeError_methods = unicode_methods;
pub const UnicodeEncodeError_methods = unicode_methods;
pub const UnicodeTranslateError_methods = .{
    .{ "encoding", alwaysNone, 0, 0, .getset },
    field("object", Field.object_),
    field("start", Field.start),
    field("end", Field.end),
    field("reason", Field.reason),
};

/// Every class that has rows of its own: name, class, rows.
pub const classes = .{
    .{ "BaseException", BaseException_methods },
    .{ "BaseExceptionGroup", BaseExceptionGroup_methods },
    .{ "StopIteration", StopIteration_methods },
    .{ "SystemExit", SystemExit_methods },
    .{ "OSError", OSError_methods },
    .{ "ImportError", ImportError_methods },
    .{ "AttributeError", AttributeError_methods },
    .{ "NameError", NameError_methods },
    .{ "SyntaxError", SyntaxError_methods },
    .{ "UnicodeDecodeError", UnicodeDecodeError_methods },
    .{ "UnicodeEncodeError", UnicodeEncodeError_methods },
    .{ "UnicodeTranslateError", UnicodeTranslateError_methods },
};
