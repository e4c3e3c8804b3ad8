//! Exception objects: memory, construction, text, context. Class-specific constructors are in `exception_init.zig`,
//! attributes in `exception_rows.zig`, raising rows of generated code in `exception_raise.zig`.
//!
//! Invariant: `args` is always a tuple; `fields` follow the class's flavor (see `Field`), 0 where never set. `trace`
//! holds the rows pushed since `traceback` was last made or set.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const state = @import("state.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const str = @import("str.zig");
const text = @import("text.zig");
const err = @import("err.zig");
const int = @import("int.zig");
const repr_ = @import("repr.zig");
const tuple = @import("tuple.zig");
const singletons = @import("singletons.zig");
const exception_types = @import("exception_types.zig");
const exception_init = @import("exception_init.zig");
const module_import = @import("module_import.zig");
const Word = object.Word;
const Type = types.Type;
const Exception = object.Exception;
const Tuple = object.Tuple;
const Flavor = exception_types.Flavor;

/// Indices into `Exception.fields`, by flavor.
pub const Field = struct {
    /// StopIteration.value, SystemExit.code
    pub const value = 0;
    /// OSError
    pub const errno = 0;
    pub const strerror = 1;
    pub const filename = 2;
    pub const filename2 = 3;
    pub const written = 4;
    /// ImportError
    pub const import_msg = 0;
    pub const import_name = 1;
    pub const import_path = 2;
    pub const import_name_from = 3;
    /// AttributeError, NameError
    pub const name = 0;
    pub const obj = 1;
    /// SyntaxError
    pub const syntax_msg = 0;
    pub const syntax_filename = 1;
    pub const syntax_lineno = 2;
    pub const syntax_offset = 3;
    pub const syntax_text = 4;
    pub const syntax_end_lineno = 5;
    pub const syntax_end_offset = 6;
    /// UnicodeError subclasses
    pub const encoding = 0;
    pub const object_ = 1;
    pub const start = 2;
    pub const end = 3;
    pub const reason = 4;
    /// BaseExceptionGroup
    pub const message = 0;
    pub const exceptions = 1;
};

/// Is the word an instance of BaseException?
pub inline fn isException(w: Word) bool {
    return !object.isSmall(w) and types.typeOf(w).flags.exception_subclass;
}

/// Is the word a class that derives from BaseException?
pub fn isExceptionClass(w: Word) bool {
    if (object.isSmall(w) or !types.typeOf(w).flags.type_subclass) return false;
    return object.ptr(Type, w).flags.exception_subclass;
}

/// Exact or inherited instance of a builtin exception class.
pub fn isInstance(w: Word, kind: exception_types.Kind) bool {
    return isException(w) and exception_types.isSubclass(types.typeOf(w), exception_types.typeOf(kind));
}

/// Memory for an instance of a class, all fields absent; `args` must be set before anybody sees it.
pub fn allocate(class: *Type) *Exception {
    const end = @max(@sizeOf(Exception), class.fixed_size, class.slot_offset + class.slot_count * @sizeOf(Word));
    const e = alloc.object(Exception, class.shape, end - @sizeOf(Exception));
    _ = rc.retain(object.word(class));
    const bytes: [*]u8 = @ptrCast(e);
    // The common part by its known size: a few stores in place.
    @memset(bytes[@sizeOf(object.Header)..@sizeOf(Exception)], 0);
    if (end > @sizeOf(Exception)) @memset(bytes[@sizeOf(Exception)..end], 0);
    return e;
}

/// Replaces a field; consumes the new value.
pub fn setField(e: *Exception, index: usize, value: Word) void {
    const old = e.fields[index];
    e.fields[index] = value;
    rc.releaseMaybe(old);
}

/// Completes the fields of an exception that the runtime made with at most one argument.
pub fn fillSimple(e: *Exception, kind: exception_types.Kind) void {
    const args = object.ptr(Tuple, e.args).slice();
    if (args.len != 1) return;
    switch (exception_types.flavorOf(err.typeOf(kind))) {
        .stop, .exit => e.fields[Field.value] = rc.retain(args[0]),
        .import => e.fields[Field.import_msg] = rc.retain(args[0]),
        .syntax => e.fields[Field.syntax_msg] = rc.retain(args[0]),
        .plain, .group, .key, .os, .attribute, .name, .unicode_decode, .unicode_encode, .unicode_translate => {},
    }
}

/// The innermost exception being handled, borrowed; 0 if none.
pub fn handled() Word {
    const s = state.current();
    return if (s.handled_len == 0) 0 else s.handled[s.handled_len - 1];
}

/// What raising does: the handled exception becomes the context; a cycle that this would close is cut.
pub fn setContextFromHandled(e: Word) void {
    const top = handled();
    if (top == 0 or top == e) return;
    // Cut `e` out of the chain of contexts below `top`; `slow` ends the walk on cycles that already exist.
    var at = top;
    var slow = top;
    var step = false;
    while (true) {
        const context = object.ptr(Exception, at).context;
        if (context == 0) break;
        if (context == e) {
            object.ptr(Exception, at).context = 0;
            rc.release(e);
            break;
        }
        at = context;
        if (at == slow) break;
        if (step) slow = object.ptr(Exception, slow).context;
        step = !step;
    }
    const exception = object.ptr(Exception, e);
    const old = exception.context;
    exception.context = rc.retain(top);
    rc.releaseMaybe(old);
}

/// Raises the OSError for a C error number; `filename` is borrowed, 0: none. Returns 0.
pub fn raiseErrno(errno: i32, filename: Word) Word {
    const e = allocate(err.typeOf(exception_init.errnoKind(errno)));
    const number = int.fromI64(errno);
    const message = str.fromSlice(errnoText(errno));
    e.args = tuple.fromOwned(&.{ rc.retain(number), rc.retain(message) });
    e.fields[Field.errno] = number;
    e.fields[Field.strerror] = message;
    if (filename != 0 and !singletons.isNone(filename)) e.fields[Field.filename] = rc.retain(filename);
    return err.setPending(object.word(e));
}

extern "c" fn strerror(errnum: c_int) [*:0]const u8;

/// The C library's text for an error number.
pub fn errnoText(errno: i32) []const u8 {
    return std.mem.span(strerror(errno));
}

/// `module 'm' has no attribute 'x'`, and CPython's variants for modules that are being imported or shadow others. Returns 0.
pub fn noModuleAttribute(module: Word, name: Word) Word {
    const m = object.ptr(object.Module, module);
    const shown = str.slice(m.name);
    const wanted = str.slice(name);
    const file = m.file orelse {
        if (m.state != 1) return err.attributeError(module, name, "module '{s}' has no attribute '{s}'", .{ shown, wanted });
        return err.attributeError(module, name, "partially initialized module '{s}' has no attribute '{s}' " ++
            "(most likely due to a circular import)", .{ shown, wanted });
    };
    if (module_import.shadowsStdlib(m)) {
        return err.attributeError(module, name, "module '{s}' has no attribute '{s}' (consider renaming '{s}' since it has " ++
            "the same name as the standard library module named '{s}' and the import system gives it precedence)", .{
            shown, wanted, file, shown,
        });
    }
    if (m.state == 1) {
        if (module_import.besideMain(m)) {
            return err.attributeError(module, name, "module '{s}' has no attribute '{s}' (consider renaming '{s}' if it has " ++
                "the same name as a third-party module you intended to import)", .{ shown, wanted, file });
        }
        return err.attributeError(module, name, "partially initialized module '{s}' from '{s}' has no attribute '{s}' " ++
            "(most likely due to a circular import)", .{ shown, file, wanted });
    }
    return err.attributeError(module, name, "module '{s}' has no attribute '{s}'", .{ shown, wanted });
}

pub fn dealloc(self: Word) callconv(.c) void {
    clearWords(self);
    const e = object.ptr(Exception, self);
    rc.releaseMaybe(e.args);
    if (e.trace) |rows| alloc.free(rows);
    alloc.free(e);
}

pub fn traverse(self: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    const e = object.ptr(Exception, self);
    for ([_]Word{ e.ext, e.args, e.cause, e.context, e.traceback }) |w| {
        if (w != 0) visit(w, context);
    }
    for (e.fields) |w| {
        if (w != 0) visit(w, context);
    }
}

/// Drops what can close a cycle; `args` stays, it becomes the empty tuple.
pub fn clear(self: Word) callconv(.c) void {
    clearWords(self);
    const e = object.ptr(Exception, self);
    const args = e.args;
    e.args = tuple.empty();
    rc.releaseMaybe(args);
}

fn clearWords(self: Word) void {
    const e = object.ptr(Exception, self);
    inline for (.{ "ext", "cause", "context", "traceback" }) |name| {
        const w = @field(e, name);
        @field(e, name) = 0;
        rc.releaseMaybe(w);
    }
    // Most classes use none of them.
    const fields: @Vector(e.fields.len, Word) = e.fields;
    if (@reduce(.Or, fields) == 0) return;
    for (&e.fields) |*field| {
        const w = field.*;
        field.* = 0;
        rc.releaseMaybe(w);
    }
}

/// `BaseException.__str__`: '', the argument's text, or the text of the tuple.
pub fn plainStr(self: Word) callconv(.c) Word {
    const args = object.ptr(Exception, self).args;
    const items = object.ptr(Tuple, args).slice();
    return switch (items.len) {
        0 => str.empty(),
        1 => repr_.str(items[0]),
        else => repr_.str(args),
    };
}

/// `Name(args…)`
pub fn repr(self: Word) callconv(.c) Word {
    const args = object.ptr(Exception, self).args;
    const items = object.ptr(Tuple, args).slice();
    var buffer: text.Buffer = .{};
    defer buffer.deinit();
    buffer.appendTypeName(types.typeOf(self));
    if (items.len == 1) {
        buffer.appendByte('(');
        if (!buffer.appendRepr(items[0])) return 0;
        buffer.appendByte(')');
    } else {
        if (!buffer.appendRepr(args)) return 0;
    }
    return buffer.toWord();
}

fn keyStr(self: Word) callconv(.c) Word {
    const items = object.ptr(Tuple, object.ptr(Exception, self).args).slice();
    if (items.len == 1) return repr_.repr(items[0]);
    return plainStr(self);
}

fn osStr(self: Word) callconv(.c) Word {
    const e = object.ptr(Exception, self);
    const f = &e.fields;
    var buffer: text.Buffer = .{};
    defer buffer.deinit();
    const none = singletons.noneWord();
    const errno = if (f[Field.errno] == 0) none else f[Field.errno];
    const message = if (f[Field.strerror] == 0) none else f[Field.strerror];
    const have_numbers = f[Field.errno] != 0 and f[Field.strerror] != 0;
    if (f[Field.filename] == 0 and !have_numbers) return plainStr(self);
    if (!text.format(&buffer, "[Errno {w}] {w}", &.{ .{ .word = errno }, .{ .word = message } })) return 0;
    if (f[Field.filename] != 0) {
        if (!text.format(&buffer, ": {r}", &.{.{ .word = f[Field.filename] }})) return 0;
        if (f[Field.filename2] != 0) {
            if (!text.format(&buffer, " -> {r}", &.{.{ .word = f[Field.filename2] }})) return 0;
        }
    }
    return buffer.toWord();
}

fn importStr(self: Word) callconv(.c) Word {
    const message = object.ptr(Exception, self).fields[Field.import_msg];
    if (message != 0 and object.isExact(message, .str)) return rc.retain(message);
    return plainStr(self);
}

fn syntaxStr(self: Word) callconv(.c) Word {
    const f = &object.ptr(Exception, self).fields;
    var buffer: text.Buffer = .{};
    defer buffer.deinit();
    const none = singletons.noneWord();
    if (!buffer.appendStr(if (f[Field.syntax_msg] == 0) none else f[Field.syntax_msg])) return 0;
    const filename = f[Field.syntax_filename];
    const has_name = filename != 0 and str.isStr(filename);
    const line = f[Field.syntax_lineno];
    const line_number: ?i64 = if (line != 0 and object.shapeOf(line) == @intFromEnum(object.ShapeId.int)) int.toI64(line) else null;
    if (!has_name and line_number == null) return buffer.toWord();
    buffer.append(" (");
    if (has_name) {
        const path = str.slice(filename);
        buffer.append(path[if (std.mem.lastIndexOfScalar(u8, path, '/')) |at| at + 1 else 0..]);
        if (line_number != null) buffer.append(", ");
    }
    if (line_number) |n| {
        buffer.append("line ");
        buffer.appendInt(n);
    }
    buffer.appendByte(')');
    return buffer.toWord();
}

/// Start and end as they were set: they may lie outside of the object.
fn unicodeRange(e: *Exception) struct { i64, i64 } {
    return .{ int.toI64(e.fields[Field.start]) orelse 0, int.toI64(e.fields[Field.end]) orelse 0 };
}

fn decodeStr(self: Word) callconv(.c) Word {
    const e = object.ptr(Exception, self);
    const f = &e.fields;
    if (f[Field.object_] == 0) return str.empty();
    const data = object.ptr(object.Bytes, f[Field.object_]).slice();
    const start, const end = unicodeRange(e);
    var buffer: text.Buffer = .{};
    defer buffer.deinit();
    const encoding: text.Argument = .{ .word = f[Field.encoding] };
    const reason: text.Argument = .{ .word = f[Field.reason] };
    if (start >= 0 and start < data.len and end == start +| 1) {
        const byte = data[@intCast(start)];
        var hex: [2]u8 = undefined;
        hex[0] = "0123456789abcdef"[byte >> 4];
        hex[1] = "0123456789abcdef"[byte & 15];
        if (!text.format(&buffer, "'{w}' codec can't decode byte 0x{s} in position {d}: {w}", &.{
            encoding, .{ .bytes = &hex }, .{ .signed = start }, reason,
        })) return 0;
    } else {
        if (!text.format(&buffer, "'{w}' codec can't decode bytes in position {d}-{d}: {w}", &.{
            encoding, .{ .signed = start }, .{ .signed = end -| 1 }, reason,
        })) return 0;
    }
    return buffer.toWord();
}

fn encodeStr(self: Word) callconv(.c) Word {
    return characterStr(self, "encode", true);
}

fn translateStr(self: Word) callconv(.c) Word {
    return characterStr(self, "translate", false);
}

fn characterStr(self: Word, verb: []const u8, codec: bool) Word {
    const e = object.ptr(Exception, self);
    const f = &e.fields;
    if (f[Field.object_] == 0) return str.empty();
    const whole = str.of(f[Field.object_]).?;
    const start, const end = unicodeRange(e);
    var buffer: text.Buffer = .{};
    defer buffer.deinit();
    if (codec) {
        if (!text.format(&buffer, "'{w}' codec ", &.{.{ .word = f[Field.encoding] }})) return 0;
    }
    buffer.append("can't ");
    buffer.append(verb);
    if (start >= 0 and start < whole.codepoints and end == start +| 1) {
        var points: str.Codepoints = .{ .s = whole.slice() };
        var c: u21 = 0;
        for (0..@intCast(start + 1)) |_| c = points.next() orelse 0;
        buffer.append(" character '\\");
        const digits: usize = if (c <= 0xff) 2 else if (c <= 0xffff) 4 else 8;
        buffer.appendByte(if (c <= 0xff) 'x' else if (c <= 0xffff) 'u' else 'U');
        var shift: usize = digits;
        while (shift > 0) {
            shift -= 1;
            buffer.appendByte("0123456789abcdef"[@intCast(@as(u64, c) >> @intCast(shift * 4) & 15)]);
        }
        buffer.append("' in position ");
        buffer.appendInt(start);
    } else {
        buffer.append(" characters in position ");
        buffer.appendInt(start);
        buffer.appendByte('-');
        buffer.appendInt(end -| 1);
    }
    if (!text.format(&buffer, ": {w}", &.{.{ .word = f[Field.reason] }})) return 0;
    return buffer.toWord();
}

fn groupStr(self: Word) callconv(.c) Word {
    const f = &object.ptr(Exception, self).fields;
    var buffer: text.Buffer = .{};
    defer buffer.deinit();
    const count = object.ptr(Tuple, f[Field.exceptions]).len;
    if (!text.format(&buffer, "{w} ({d} sub-exception{s})", &.{
        .{ .word = f[Field.message] }, .{ .unsigned = count }, .{ .bytes = if (count == 1) "" else "s" },
    })) return 0;
    return buffer.toWord();
}

/// The slots of a builtin exception class of this flavor.
pub fn slotsFor(flavor: Flavor) types.Slots {
    return .{
        .dealloc = dealloc,
        .traverse = traverse,
        .clear = clear,
        .repr = repr,
        .str = switch (flavor) {
            .plain, .stop, .exit, .attribute, .name => plainStr,
            .group => groupStr,
            .key => keyStr,
            .os => osStr,
            .import => importStr,
            .syntax => syntaxStr,
            .unicode_decode => decodeStr,
            .unicode_encode => encodeStr,
            .unicode_translate => translateStr,
        },
        .new = switch (flavor) {
            .group => exception_init.newGroup,
            .os => exception_init.newOs,
            .plain, .stop, .exit, .key, .import, .attribute, .name, .syntax, .unicode_decode, .unicode_encode, .unicode_translate => exception_init.new,
        },
        .init = exception_init.initFor(flavor),
    };
}

/// Fills the class records; `root` is `object`. Once at start.
pub fn initTypes(root: *Type) void {
    exception_types.init(slotsFor, root);
}
