//! The builtin exception classes: one row each, from which kinds, shapes and `Type` records follow.
//!
//! Invariant: a class stands after its base; the shape of kind k is `ShapeId.first_exception + k`. The records live in
//! zeroed memory and are filled by `init` at start (a static initialiser would cost 50 KB of file and relocations).
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const Word = object.Word;
const Type = types.Type;

/// Which class-specific fields, constructor and text an exception has; inherited.
pub const Flavor = enum(u8) {
    plain,
    group,
    stop,
    exit,
    key,
    os,
    import,
    attribute,
    name,
    syntax,
    unicode_decode,
    unicode_encode,
    unicode_translate,
};

const Row = struct { []const u8, []const u8, Flavor };

/// Name, base, flavor.
pub const rows = [_]Row{
    .{ "BaseException", "", .plain },
    .{ "Exception", "BaseException", .plain },
    .{ "BaseExceptionGroup", "BaseException", .group },
    .{ "ExceptionGroup", "BaseExceptionGroup", .group },
    .{ "GeneratorExit", "BaseException", .plain },
    .{ "KeyboardInterrupt", "BaseException", .plain },
    .{ "SystemExit", "BaseException", .exit },
    .{ "ArithmeticError", "Exception", .plain },
    .{ "FloatingPointError", "ArithmeticError", .plain },
    .{ "OverflowError", "ArithmeticError", .plain },
    .{ "ZeroDivisionError", "ArithmeticError", .plain },
    .{ "AssertionError", "Exception", .plain },
    .{ "AttributeError", "Exception", .attribute },
    .{ "BufferError", "Exception", .plain },
    .{ "EOFError", "Exception", .plain },
    .{ "ImportError", "Exception", .import },
    .{ "ModuleNotFoundError", "ImportError", .import },
    .{ "LookupError", "Exception", .plain },
    .{ "IndexError", "LookupError", .plain },
    .{ "KeyError", "LookupError", .key },
    .{ "MemoryError", "Exception", .plain },
    .{ "NameError", "Exception", .name },
    .{ "UnboundLocalError", "NameError", .name },
    .{ "OSError", "Exception", .os },
    .{ "BlockingIOError", "OSError", .os },
    .{ "ChildProcessError", "OSError", .os },
    .{ "ConnectionError", "OSError", .os },
    .{ "BrokenPipeError", "ConnectionError", .os },
    .{ "ConnectionAbortedError", "ConnectionError", .os },
    .{ "ConnectionRefusedError", "ConnectionError", .os },
    .{ "ConnectionResetError", "ConnectionError", .os },
    .{ "FileExistsError", "OSError", .os },
    .{ "FileNotFoundError", "OSError", .os },
    .{ "InterruptedError", "OSError", .os },
    .{ "IsADirectoryError", "OSError", .os },
    .{ "NotADirectoryError", "OSError", .os },
    .{ "PermissionError", "OSError", .os },
    .{ "ProcessLookupError", "OSError", .os },
    .{ "TimeoutError", "OSError", .os },
    .{ "ReferenceError", "Exception", .plain },
    .{ "RuntimeError", "Exception", .plain },
    .{ "NotImplementedError", "RuntimeError", .plain },
    .{ "RecursionError", "RuntimeError", .plain },
    .{ "PythonFinalizationError", "RuntimeError", .plain },
    .{ "StopAsyncIteration", "Exception", .plain },
    .{ "StopIteration", "Exception", .stop },
    .{ "SyntaxError", "Exception", .syntax },
    .{ "_IncompleteInputError", "SyntaxError", .syntax },
    .{ "IndentationError", "SyntaxError", .syntax },
    .{ "TabError", "IndentationError", .syntax },
    .{ "SystemError", "Exception", .plain },
    .{ "TypeError", "Exception", .plain },
    .{ "ValueError", "Exception", .plain },
    .{ "UnicodeError", "ValueError", .plain },
    .{ "UnicodeDecodeError", "UnicodeError", .unicode_decode },
    .{ "UnicodeEncodeError", "UnicodeError", .unicode_encode },
    .{ "UnicodeTranslateError", "UnicodeError", .unicode_translate },
    .{ "Warning", "Exception", .plain },
    .{ "BytesWarning", "Warning", .plain },
    .{ "DeprecationWarning", "Warning", .plain },
    .{ "EncodingWarning", "Warning", .plain },
    .{ "FutureWarning", "Warning", .plain },
    .{ "ImportWarning", "Warning", .plain },
    .{ "PendingDeprecationWarning", "Warning", .plain },
    .{ "ResourceWarning", "Warning", .plain },
    .{ "RuntimeWarning", "Warning", .plain },
    .{ "SyntaxWarning", "Warning", .plain },
    .{ "UnicodeWarning", "Warning", .plain },
    .{ "UserWarning", "Warning", .plain },
};

/// Number of builtin exception classes.
pub const count = rows.len;

/// One tag for each builtin exception class, in the order of the rows.
pub const Kind = blk: {
    @setEvalBranchQuota(100000);
    var fields: [rows.len]std.builtin.Type.EnumField = undefined;
    for (rows, 0..) |row, i| fields[i] = .{ .name = row[0] ++ "", .value = i };
    break :blk @Type(.{ .@"enum" = .{
        .tag_type = u8,
        .fields = &fields,
        .decls = &.{},
        .is_exhaustive = true,
    } });
};

/// Compact facts about each class, indexed by kind.
const bases: [rows.len]u8 = blk: {
    @setEvalBranchQuota(100000);
    var result: [rows.len]u8 = undefined;
    for (rows, 0..) |row, i| {
        result[i] = 0;
        if (row[1].len > 0) result[i] = @intFromEnum(@field(Kind, row[1]));
        if (i > 0 and result[i] >= i) @compileError("base after class");
    }
    break :blk result;
};
const flavors: [rows.len]Flavor = blk: {
    var result: [rows.len]Flavor = undefined;
    for (rows, 0..) |row, i| result[i] = row[2];
    break :blk result;
};

/// One variable for each class, so that generated code can refer to it by its symbol `pyrt_type_exc_<name>`.
fn Record(comptime index: usize) type {
    return struct {
        var record: Type = undefined;
        const name: [:0]const u8 = rows[index][0] ++ "";
    };
}

comptime {
    @setEvalBranchQuota(100000);
    for (0..rows.len) |i| {
        @export(&Record(i).record, .{ .name = "pyrt_type_exc_" ++ rows[i][0] });
    }
}

const records: [rows.len]*Type = blk: {
    var result: [rows.len]*Type = undefined;
    for (0..rows.len) |i| result[i] = &Record(i).record;
    break :blk result;
};

/// All names one after the other, each followed by a NUL byte.
const name_text: [:0]const u8 = blk: {
    @setEvalBranchQuota(100000);
    var text: [:0]const u8 = "";
    for (rows) |row| text = text ++ row[0] ++ "\x00";
    break :blk text;
};
const name_offsets: [rows.len]u16 = blk: {
    var result: [rows.len]u16 = undefined;
    var at: u16 = 0;
    for (rows, 0..) |row, i| {
        result[i] = at;
        at += row[0].len + 1;
    }
    break :blk result;
};

/// All builtin exception classes, a base before its subclasses.
pub fn all() []const *Type {
    return &records;
}

/// The class of a kind.
pub inline fn typeOf(kind: Kind) *Type {
    return records[@intFromEnum(kind)];
}

/// Shape of instances of exactly this class.
pub inline fn shapeOf(kind: Kind) u32 {
    return object.ShapeId.first_exception + @as(u32, @intFromEnum(kind));
}

/// The class's name in static memory.
pub fn nameOf(kind: Kind) [:0]const u8 {
    return std.mem.span(@as([*:0]const u8, @ptrCast(name_text.ptr + name_offsets[@intFromEnum(kind)])));
}

/// The nearest builtin exception class of a class that derives from BaseException.
pub fn kindOf(class: *Type) Kind {
    var at = class;
    while (true) {
        if (at.shape >= object.ShapeId.first_exception and at.shape < object.ShapeId.first_exception + count) {
            return @enumFromInt(at.shape - object.ShapeId.first_exception);
        }
        at = at.base.?;
    }
}

/// How instances of the class are constructed and shown.
pub fn flavorOf(class: *Type) Flavor {
    return flavors[@intFromEnum(kindOf(class))];
}

/// `class` is a subclass of `of`; both derive from BaseException. Runs no Python code.
pub fn isSubclass(class: *const Type, of: *const Type) bool {
    if (class == of) return true;
    if (class.mro != 0) {
        for (object.ptr(object.Tuple, class.mro).slice()) |entry| {
            if (entry == object.word(of)) return true;
        }
        return false;
    }
    // Builtin classes whose `mro` nobody has asked for: single inheritance but for ExceptionGroup.
    var at: ?*const Type = class;
    while (at) |t| : (at = t.base) {
        if (t == of) return true;
        if (t == typeOf(.ExceptionGroup) and of == typeOf(.Exception)) return true;
    }
    return false;
}

const GroupBases = extern struct { h: object.Header, len: u64, items: [2]Word };
var group_bases: GroupBases = undefined;

/// Fills the records from the prototypes that `exception.zig` provides; called once at start, before any exception.
pub fn init(prototypes: *const fn (flavor: Flavor) types.Slots, root: *Type) void {
    const plain = prototypes(.plain);
    for (records, 0..) |record, i| {
        record.* = .{
            .h = types.static_header,
            .base = if (i == 0) root else records[bases[i]],
            .flags = .{ .base = true, .has_dict = true, .exception_subclass = true, .default_getattr = true, .immutable = true },
            .shape = object.ShapeId.first_exception + @as(u32, @intCast(i)),
            .fixed_size = @sizeOf(object.Exception),
            .slot_offset = @sizeOf(object.Exception),
            .ext_offset = @offsetOf(object.Exception, "ext"),
            .c_name = @ptrCast(name_text.ptr + name_offsets[i]),
            .slots = if (flavors[i] == .plain) plain else prototypes(flavors[i]),
        };
        types.ready(record);
    }
    group_bases = .{
        .h = .{ .rc = object.rc_immortal, .shape = @intFromEnum(object.ShapeId.tuple) },
        .len = 2,
        .items = .{ object.word(typeOf(.BaseExceptionGroup)), object.word(typeOf(.Exception)) },
    };
    typeOf(.ExceptionGroup).bases = object.word(&group_bases);
}
