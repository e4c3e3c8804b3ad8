//! Tracebacks: the rows that unwinding pushes onto an exception, and the objects that programs see.
//!
//! Invariant: an exception's traceback is `traceback` (older frames, object or 0) below `trace` (newer rows, innermost
//! first). Making the object moves all rows into it. A row whose location was inlined stands for several frames.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const state = @import("state.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const int = @import("int.zig");
const iter = @import("iter.zig");
const list = @import("list.zig");
const tuple = @import("tuple.zig");
const module_ = @import("module.zig");
const function = @import("function.zig");
const singletons = @import("singletons.zig");
const object_type = @import("object_type.zig");
const text = @import("text.zig");
const traceback_print = @import("traceback_print.zig");
const Word = object.Word;
const Exception = object.Exception;
const Location = object.Location;

/// `types.TracebackType`; `next` is the traceback of the frame called from here, or 0.
pub const Traceback = extern struct { h: object.Header, next: Word, location: *const Location };

/// What a traceback shows of a frame. Only facts that are known at compile time.
/// Without code it stands for a frame that is not recorded (`frame.zig`).
pub const Frame = extern struct {
    h: object.Header,
    code: ?*const object.Code,
    line: u32,
    back_state: Back,
    /// The caller's frame, or 0.
    back: Word,
    /// Where it is, if that is known to the column.
    location: ?*const Location = null,

    pub const Back = enum(u32) { unknown, none, known };
};

/// A frame object for a place in code.
pub fn newFrame(code: *const object.Code, line: u32) Word {
    const f = alloc.object(Frame, .frame, 0);
    f.code = code;
    f.line = line;
    f.back_state = .unknown;
    f.back = 0;
    f.location = null;
    return object.word(f);
}

/// `sys._getframe()`: an object whose class and `f_locals` class are right, and whose facts raise.
pub fn unknownFrame() Word {
    const f = alloc.object(Frame, .frame, 0);
    f.code = null;
    f.line = 0;
    f.back_state = .unknown;
    f.back = 0;
    f.location = null;
    return object.word(f);
}

pub fn unknown() Word {
    return err.raise(.NotImplementedError, "PA0208: what a running frame holds is not recorded", .{});
}

pub export fn pyrt_exc_traceback(location: *const Location) callconv(.c) void {
    const pending = state.current().pending;
    const e = object.ptr(Exception, pending);
    if (e.trace_len == e.trace_cap) grow(e);
    e.trace.?[e.trace_len] = if (failed_lookup == pending) location.lookup orelse location else location;
    e.trace_len += 1;
    failed_lookup = 0;
}

/// The exception that the lookup of a called attribute raised just now (not owned, only compared), or 0.
var failed_lookup: Word = 0;

/// The next row of the pending exception stands where the attribute does, not for the whole call.
pub fn noteFailedLookup() void {
    failed_lookup = state.current().pending;
}

noinline fn grow(e: *Exception) void {
    const cap = if (e.trace_cap == 0) 8 else e.trace_cap * 2;
    const fresh = alloc.array(object.TraceRow, cap);
    if (e.trace) |old| {
        @memcpy(fresh[0..e.trace_len], old[0..e.trace_len]);
        alloc.free(old);
    }
    e.trace = fresh;
    e.trace_cap = cap;
}

/// The traceback object, borrowed; 0 if there is none. Moves the rows into it.
pub fn get(e: *Exception) Word {
    for (0..e.trace_len) |i| {
        var at: ?*const Location = e.trace.?[i];
        while (at) |location| : (at = location.inlined_at) {
            const t = alloc.object(Traceback, .traceback, 0);
            t.next = e.traceback;
            t.location = location;
            e.traceback = object.word(t);
        }
    }
    e.trace_len = 0;
    return e.traceback;
}

/// Replaces the traceback; borrows it (0: none).
pub fn set(e: *Exception, traceback: Word) void {
    const old = e.traceback;
    e.traceback = rc.retainMaybe(traceback);
    e.trace_len = 0;
    rc.releaseMaybe(old);
}

/// Walks an exception's frames, outermost first.
pub const Walk = struct {
    e: *Exception,
    /// Rows left, from the newest.
    rows: usize,
    inlined: ?*const Location = null,
    depth: usize = 0,
    older: Word,

    pub fn init(e: *Exception) Walk {
        return .{ .e = e, .rows = e.trace_len, .older = e.traceback };
    }

    /// The outermost frame of a row is the last of its `inlined_at` chain.
    pub fn next(self: *Walk) ?*const Location {
        if (self.inlined) |row| {
            var at = row;
            self.depth -= 1;
            for (0..self.depth) |_| at = at.inlined_at.?;
            if (self.depth == 0) self.inlined = null;
            return at;
        }
        if (self.rows > 0) {
            self.rows -= 1;
            const row = self.e.trace.?[self.rows];
            if (row.inlined_at == null) return row;
            var depth: usize = 0;
            var at: ?*const Location = row;
            while (at) |location| : (at = location.inlined_at) depth += 1;
            self.inlined = row;
            self.depth = depth;
            return self.next();
        }
        if (self.older == 0) return null;
        const t = object.ptr(Traceback, self.older);
        self.older = t.next;
        return t.location;
    }
};

fn deallocTraceback(self: Word) callconv(.c) void {
    const t = object.ptr(Traceback, self);
    const next = t.next;
    alloc.free(t);
    rc.releaseMaybe(next);
}

fn traverseTraceback(self: Word, visit: types.Visitor, context: *anyopaque) callconv(.c) void {
    const next = object.ptr(Traceback, self).next;
    if (next != 0) visit(next, context);
}

fn clearTraceback(self: Word) callconv(.c) void {
    const t = object.ptr(Traceback, self);
    const next = t.next;
    t.next = 0;
    rc.releaseMaybe(next);
}

fn getNext(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = args;
    _ = nargs;
    _ = kwnames;
    const next = object.ptr(Traceback, self).next;
    return if (next == 0) singletons.noneWord() else rc.retain(next);
}

fn setNext(self: Word, value: Word) callconv(.c) i32 {
    if (value == 0) return err.fail(.TypeError, "can't delete tb_next attribute", .{});
    const none = singletons.isNone(value);
    if (!none and !object.isExact(value, .traceback)) {
        return err.fail(.TypeError, "expected traceback object or None, got '{s}'", .{types.typeOf(value)});
    }
    var at = if (none) 0 else value;
    while (at != 0) : (at = object.ptr(Traceback, at).next) {
        if (at == self) return err.fail(.ValueError, "traceback loop detected", .{});
    }
    const t = object.ptr(Traceback, self);
    const old = t.next;
    t.next = if (none) 0 else rc.retain(value);
    rc.releaseMaybe(old);
    return 0;
}

fn getLine(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = args;
    _ = nargs;
    _ = kwnames;
    return int.fromI64(object.ptr(Traceback, self).location.line);
}

fn getFrame(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = args;
    _ = nargs;
    _ = kwnames;
    const location = object.ptr(Traceback, self).location;
    const made = newFrame(location.code, location.line);
    object.ptr(Frame, made).location = location;
    return made;
}

/// Callers' frames are freed one after the other: the chain may be long.
fn deallocFrame(w: Word) callconv(.c) void {
    var next = object.ptr(Frame, w).back;
    alloc.free(object.header(w));
    while (next != 0 and rc.count(next) == 1) {
        const frame = object.ptr(Frame, next);
        next = frame.back;
        frame.back = 0;
        rc.release(object.word(frame));
    }
    rc.releaseMaybe(next);
}

fn frameCode(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = args;
    _ = nargs;
    _ = kwnames;
    return function.codeObject(object.ptr(Frame, self).code orelse return unknown());
}

fn frameLine(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = args;
    _ = nargs;
    _ = kwnames;
    if (object.ptr(Frame, self).code == null) return unknown();
    return int.fromU64(object.ptr(Frame, self).line);
}

fn frameRepr(self: Word) callconv(.c) Word {
    const f = object.ptr(Frame, self);
    const code = f.code orelse return unknown();
    var buffer: text.Buffer = .{};
    defer buffer.deinit();
    _ = text.format(&buffer, "<frame at 0x{x}, file '{s}', line {d}, code {s}>", &.{
        .{ .unsigned = self }, .{ .bytes = code.filename.slice() }, .{ .unsigned = f.line }, .{ .bytes = code.name.slice() },
    });
    return buffer.toWord();
}

/// Places that programs asked the position of. `tb_lasti` is twice the number of its place here, so that `co_positions`, read as
/// if it had a row for each instruction of two bytes, has the position there.
var places: std.ArrayListUnmanaged(*const Location) = .{};

fn getLasti(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return lastOf(object.ptr(Traceback, self).location);
}

fn frameLast(self: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return lastOf(object.ptr(Frame, self).location orelse return unknown());
}

fn lastOf(location: *const Location) Word {
    const at = std.mem.indexOfScalar(*const Location, places.items, location) orelse blk: {
        places.append(std.heap.c_allocator, location) catch return err.noMemory();
        break :blk places.items.len - 1;
    };
    return int.fromU64(2 * at);
}

/// An iterator of the positions of a code object: those that were asked for, None for the others.
pub fn positions(code: *const object.Code) Word {
    const rows = list.new(places.items.len);
    defer rc.release(rows);
    for (places.items) |place| {
        const known = place.code == code and place.col != Location.no_column;
        const numbers = [4]u32{ place.line, place.end_line, place.col, place.end_col };
        var fields: [4]Word = undefined;
        for (&fields, numbers, 0..) |*field, number, i| {
            field.* = if (known or (place.code == code and i < 2)) int.fromU64(number) else singletons.noneWord();
        }
        list.appendOwned(list.of(rows), tuple.fromOwned(&fields));
    }
    return iter.iter(rows);
}

/// The namespace of the module that the code was compiled with; code of a text may run with any.
fn frameGlobals(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const code = object.ptr(Frame, self).code orelse return unknown();
    const m = module_.ofFile(code.filename.slice()) orelse return @import("frame_locals.zig").get(self, args, nargs, kwnames);
    return rc.retain(module_.namespace(m));
}

/// What a frame that was left held is released already. A frame that still runs must be refused, and which run is not recorded:
/// so all are, by an exception that `traceback.clear_frames` takes for CPython's RuntimeError.
fn frameClear(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return err.raise(.NotImplementedError, "PA0208: which frames are executing is not recorded, so none is cleared", .{});
}

pub const traceback_methods = .{
    .{ "tb_lasti", getLasti, 0, 0, .getset },
    .{ "tb_next", getNext, 0, 0, .getset, setNext },
    .{ "tb_lineno", getLine, 0, 0, .getset },
    .{ "tb_frame", getFrame, 0, 0, .getset },
};
pub const frame_methods = .{
    .{ "f_back", @import("frame.zig").back, 0, 0, .getset },
    .{ "f_code", frameCode, 0, 0, .getset },
    .{ "f_globals", frameGlobals, 0, 0, .getset },
    .{ "f_lasti", frameLast, 0, 0, .getset },
    .{ "f_lineno", frameLine, 0, 0, .getset },
    .{ "f_locals", @import("frame_locals.zig").get, 0, 0, .getset },
    .{ "f_builtins", @import("frame_locals.zig").builtinsOf, 0, 0, .getset },
    .{ "clear", frameClear, 0, 0 },
};

pub var traceback_type: types.Type = .{
    .h = types.static_header,
    .base = &object_type.object_type,
    .c_name = "traceback",
    .shape = @intFromEnum(object.ShapeId.traceback),
    .fixed_size = @sizeOf(Traceback),
    .slots = .{ .dealloc = deallocTraceback, .traverse = traverseTraceback, .clear = clearTraceback },
};
pub var frame_type: types.Type = .{
    .h = types.static_header,
    .base = &object_type.object_type,
    .c_name = "frame",
    .shape = @intFromEnum(object.ShapeId.frame),
    .fixed_size = @sizeOf(Frame),
    .flags = .{ .acyclic = true },
    .slots = .{ .dealloc = deallocFrame, .repr = frameRepr },
};

/// Reports the pending exception on stderr as CPython's unraisable hook does, and clears it; `where` (borrowed, 0:
/// none) is shown by its repr.
pub fn writeUnraisable(where: Word) void {
    const e = err.take();
    if (e == 0) return;
    defer rc.release(e);
    if (!@import("sys_settings.zig").callUnraisableHook(e, where, 0)) printUnraisable("Exception ignored in: ", e, where);
}

/// As `writeUnraisable` of a callback: the hook gets the whole sentence as its message and no object.
pub fn writeUnraisableAs(before: []const u8, callback: Word) void {
    const e = err.take();
    if (e == 0) return;
    defer rc.release(e);
    var sentence: text.Buffer = .{};
    defer sentence.deinit();
    sentence.append(before);
    if (!sentence.appendRepr(callback)) {
        err.clear();
        sentence.append("<object repr() failed>");
    }
    const message = sentence.toWord();
    defer rc.release(message);
    if (!@import("sys_settings.zig").callUnraisableHook(e, 0, message)) printUnraisable(before, e, callback);
}

/// What the hook prints: `before` and the repr of `where`, then the exception.
pub fn printUnraisable(before: []const u8, e: Word, where: Word) void {
    var buffer: text.Buffer = .{};
    defer buffer.deinit();
    if (where == 0) {
        // A sentence of the hook's arguments ends with its line; without an object nothing else is said.
        if (before[before.len - 1] == '\n') buffer.append(before);
    } else {
        buffer.append(before);
        if (!buffer.appendRepr(where)) {
            err.clear();
            buffer.append("<object repr() failed>");
        }
        buffer.append("\n");
    }
    traceback_print.appendUnraisable(&buffer, e);
    @import("sys.zig").writeError(buffer.slice());
}
