//! Raising, testing and clearing the pending exception: the door through which the whole runtime reports errors.
//!
//! Invariant: a function that returns 0 (words), −1 (status) or `raised` has set `state.pending`; nobody returns so
//! without one, except where the contract names "absent". A new exception gets the innermost handled one as
//! `__context__`, once, when it becomes pending.
const object = @import("object.zig");
const types = @import("type.zig");
const state = @import("state.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const str = @import("str.zig");
const text = @import("text.zig");
const tuple = @import("tuple.zig");
const exception = @import("exception.zig");
const exception_types = @import("exception_types.zig");
const Word = object.Word;
const Type = types.Type;
const Exception = object.Exception;

/// A builtin exception class.
pub const Kind = exception_types.Kind;

/// The class of a kind.
pub const typeOf = exception_types.typeOf;

/// Raises a builtin exception whose message is `fmt` filled with `args` (placeholders: see `text.format`). Returns 0.
pub inline fn raise(kind: Kind, comptime fmt: []const u8, args: anytype) Word {
    if (comptime fmt.len == 0) return raiseEmpty(kind);
    if (comptime args.len == 0) {
        // Naming the text makes it one record for each text.
        const site = struct {
            const of = fmt;
            var message: Word = 0;
        };
        return raiseConstant(kind, site.of, &site.message);
    }
    const list = text.arguments(args);
    return raiseMessage(kind, fmt, &list);
}

/// As `raise`, but returns −1.
pub inline fn fail(kind: Kind, comptime fmt: []const u8, args: anytype) i32 {
    _ = raise(kind, fmt, args);
    return -1;
}

/// Raises `kind` with a message that is known only at run time (no placeholders). Returns 0.
pub fn raiseText(kind: Kind, message: []const u8) Word {
    return raiseNew(kind, str.fromSlice(message));
}

/// Raises `kind` without arguments. Returns 0.
pub fn raiseEmpty(kind: Kind) Word {
    return setPending(newException(kind, 0));
}

/// Raises `kind(argument)`; the argument is borrowed. Returns 0.
pub fn raiseValue(kind: Kind, argument: Word) Word {
    return raiseNew(kind, rc.retain(argument));
}

noinline fn raiseMessage(kind: Kind, fmt: []const u8, args: []const text.Argument) Word {
    @branchHint(.cold);
    var buffer: text.Buffer = .{};
    defer buffer.deinit();
    if (!text.format(&buffer, fmt, args)) return 0;
    return raiseNew(kind, buffer.toWord());
}

/// Raises with a message that is made once.
noinline fn raiseConstant(kind: Kind, fmt: []const u8, message: *Word) Word {
    @branchHint(.cold);
    if (message.* == 0) {
        var buffer: text.Buffer = .{};
        defer buffer.deinit();
        if (!text.format(&buffer, fmt, &.{})) return 0;
        message.* = buffer.toWord();
        rc.immortalize(message.*);
    }
    return raiseNew(kind, message.*);
}

/// Consumes the argument.
fn raiseNew(kind: Kind, argument: Word) Word {
    @branchHint(.cold);
    return setPending(newException(kind, argument));
}

/// A new exception of exactly the builtin class with at most one argument (consumed; 0: none).
pub fn newException(kind: Kind, argument: Word) Word {
    const args = if (argument == 0) tuple.empty() else tuple.fromOwned(&.{argument});
    const e = exception.allocate(exception_types.typeOf(kind));
    e.args = args;
    exception.fillSimple(e, kind);
    return object.word(e);
}

/// Makes an exception pending and sets its context; consumes it. Returns 0.
pub fn setPending(e: Word) Word {
    exception.setContextFromHandled(e);
    restore(e);
    return 0;
}

/// Makes an instance of BaseException pending (consumed), with context. Returns 0.
pub fn raiseObject(e: Word) Word {
    return setPending(e);
}

/// Makes an exception pending as it is: no context, no new traceback row. Consumes it.
pub fn restore(e: Word) void {
    const s = state.current();
    const old = s.pending;
    s.pending = e;
    if (old != 0 and old != e) rc.release(old);
}

/// Is an exception pending?
pub inline fn pending() bool {
    return state.current().pending != 0;
}

/// Takes the pending exception away and returns it, owned; 0 if there is none.
pub fn take() Word {
    const s = state.current();
    const e = s.pending;
    s.pending = 0;
    return e;
}

/// Drops the pending exception, if any.
pub fn clear() void {
    const e = take();
    if (e != 0) rc.release(e);
}

/// Is the pending exception an instance of the class (a `Kind` such as `.StopIteration`, or a `*Type`)?
/// False if nothing is pending.
pub inline fn matches(class: anytype) bool {
    const T = @TypeOf(class);
    if (@typeInfo(T) == .pointer) return matchesType(class);
    return matchesType(exception_types.typeOf(class));
}

/// As `matches`, for a class record.
pub fn matchesType(class: *const Type) bool {
    const e = state.current().pending;
    if (e == 0) return false;
    return exception_types.isSubclass(types.typeOf(e), class);
}

/// Clears the pending exception if it is an instance of the class; says whether it did.
pub inline fn clearIf(class: anytype) bool {
    if (!matches(class)) return false;
    clear();
    return true;
}

/// Raises `KeyError(key)`; the key is borrowed. Returns 0.
pub fn keyError(key: Word) Word {
    // A tuple key stays one argument.
    return raiseNew(.KeyError, rc.retain(key));
}

/// Raises StopIteration with the value (borrowed; 0 or None: without arguments). Returns 0.
pub fn stopIteration(value: Word) Word {
    if (value == 0 or object.isExact(value, .none)) return raiseEmpty(.StopIteration);
    return raiseNew(.StopIteration, rc.retain(value));
}

/// Raises MemoryError. Returns 0.
pub fn noMemory() Word {
    return raiseEmpty(.MemoryError);
}

/// Raises `NameError: name 'x' is not defined` (or the given kind and text) with the `name` attribute. Returns 0.
pub fn nameError(kind: Kind, name: Word, comptime fmt: []const u8, args: anytype) Word {
    _ = raise(kind, fmt, args);
    const e = object.ptr(Exception, state.current().pending);
    // CPython leaves the name of an UnboundLocalError out.
    if (kind == .NameError) exception.setField(e, 0, rc.retain(name));
    return 0;
}

/// Raises AttributeError with the `name` and `obj` attributes, from which the traceback derives "Did you mean". Returns 0.
pub fn attributeError(obj: Word, name: Word, comptime fmt: []const u8, args: anytype) Word {
    _ = raise(.AttributeError, fmt, args);
    setAttributeContext(obj, name);
    return 0;
}

/// Gives a pending AttributeError that has none yet its `name` and `obj` (both borrowed).
pub fn setAttributeContext(obj: Word, name: Word) void {
    if (!matches(.AttributeError)) return;
    const e = object.ptr(Exception, state.current().pending);
    if (e.fields[0] != 0 or e.fields[1] != 0) return;
    exception.setField(e, 0, rc.retain(name));
    exception.setField(e, 1, rc.retain(obj));
}

/// `'<class>' object has no attribute '<name>'`. Returns 0.
pub fn noAttribute(obj: Word, name: Word) Word {
    if (object.isExact(obj, .module)) return exception.noModuleAttribute(obj, name);
    const class = types.typeOf(obj);
    if (class.flags.type_subclass) {
        const shown = object.ptr(Type, obj);
        return attributeError(obj, name, "type object '{s}' has no attribute '{s}'", .{ text.typeName(shown), str.slice(name) });
    }
    return attributeError(obj, name, "'{s}' object has no attribute '{s}'", .{ text.typeName(class), str.slice(name) });
}

/// Raises the OSError subclass for a C error number, with the file name (borrowed; 0: none). Returns 0.
pub fn fromErrno(errno: i32, filename: Word) Word {
    return exception.raiseErrno(errno, filename);
}

/// Reports the pending exception as "Exception ignored in: <where>" on stderr and clears it (`where` borrowed, 0: none).
pub fn writeUnraisable(where: Word) void {
    @import("traceback.zig").writeUnraisable(where);
}
