//! The text of an uncaught exception: chain, frames, groups, notes, the final line.
//!
//! Invariant: formatting never leaves an exception pending; what a `__str__` raises is replaced by CPython's placeholders.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const text = @import("text.zig");
const int = @import("int.zig");
const tuple = @import("tuple.zig");
const list = @import("list.zig");
const type_object = @import("type_object.zig");
const singletons = @import("singletons.zig");
const exception = @import("exception.zig");
const exception_types = @import("exception_types.zig");
const exception_group = @import("exception_group.zig");
const traceback = @import("traceback.zig");
const source = @import("traceback_source.zig");
const suggestions = @import("traceback_suggest.zig");
const Word = object.Word;
const Exception = object.Exception;
const Buffer = text.Buffer;
const Field = exception.Field;

/// A frame is shown this often in a row before "[Previous line repeated …]".
const repeat_cutoff = 3;
const max_group_width = 15;
const max_group_depth = 10;
const max_chain = 4096;

const cause_message = "\nThe above exception was the direct cause of the following exception:\n\n";
const context_message = "\nDuring handling of the above exception, another exception occurred:\n\n";

/// Appends the text that CPython prints for an uncaught exception; with `chain`, causes and contexts come first.
pub fn appendException(out: *Buffer, e: Word, chain: bool) void {
    var printer: Printer = .{ .out = out };
    defer printer.deinit();
    printer.print(e, chain);
    source.forget();
}

/// Appends frames and final line of an exception that could not be raised (no carets, no chain).
pub fn appendUnraisable(out: *Buffer, e: Word) void {
    appendStack(out, e, "Traceback (most recent call last):\n", false);
    appendFinal(out, e);
    source.forget();
}

const Printer = struct {
    out: *Buffer,
    /// Nesting of exception groups being printed.
    depth: usize = 0,
    need_close: bool = false,
    /// Exceptions that are part of the text (raw words).
    seen: Buffer = .{},

    fn deinit(self: *Printer) void {
        self.seen.deinit();
    }

    fn noteSeen(self: *Printer, e: Word) void {
        self.seen.append(std.mem.asBytes(&e));
    }

    fn isSeen(self: *Printer, e: Word) bool {
        const bytes = self.seen.slice();
        var i: usize = 0;
        while (i < bytes.len) : (i += 8) {
            if (std.mem.readInt(Word, bytes[i..][0..8], @import("builtin").cpu.arch.endian()) == e) return true;
        }
        return false;
    }

    /// Appends text with the indentation of the current group to each of its lines.
    fn emit(self: *Printer, lines: []const u8, margin: u8) void {
        if (self.depth == 0) return self.out.append(lines);
        var rest = lines;
        while (rest.len > 0) {
            const stop = if (std.mem.indexOfScalar(u8, rest, '\n')) |n| n + 1 else rest.len;
            self.out.appendRepeated(' ', 2 * self.depth);
            self.out.append(&.{ margin, ' ' });
            self.out.append(rest[0..stop]);
            rest = rest[stop..];
        }
    }

    fn print(self: *Printer, e: Word, chain: bool) void {
        // The chain from `e` back to the first exception; printed in reverse.
        var links: Buffer = .{};
        defer links.deinit();
        var at = e;
        self.noteSeen(e);
        var count: usize = 0;
        while (true) {
            const x = object.ptr(Exception, at);
            var next: Word = 0;
            var by_cause: u64 = 0;
            if (chain and x.cause != 0 and !self.isSeen(x.cause)) {
                next = x.cause;
                by_cause = 1;
            } else if (chain and x.context != 0 and x.suppress_context == 0 and !self.isSeen(x.context)) {
                next = x.context;
            }
            const entry = [3]u64{ at, by_cause, @intFromBool(next != 0) };
            links.append(std.mem.asBytes(&entry));
            count += 1;
            if (next == 0 or count == max_chain) break;
            self.noteSeen(next);
            at = next;
        }
        while (count > 0) {
            count -= 1;
            var entry: [3]u64 = undefined;
            @memcpy(std.mem.asBytes(&entry), links.slice()[count * 24 ..][0..24]);
            if (entry[2] != 0) self.emit(if (entry[1] != 0) cause_message else context_message, '|');
            self.printOne(entry[0], chain);
        }
    }

    fn printOne(self: *Printer, e: Word, chain: bool) void {
        var part: Buffer = .{};
        defer part.deinit();
        if (!exception_group.isGroup(e)) {
            appendStack(&part, e, "Traceback (most recent call last):\n", true);
            appendFinal(&part, e);
            return self.emit(part.slice(), '|');
        }
        if (self.depth > max_group_depth) return self.emit("... (max_group_depth is 10)\n", '|');
        const top = self.depth == 0;
        if (top) self.depth = 1;
        appendStack(&part, e, "", true);
        if (part.len > 0) {
            self.emit("Exception Group Traceback (most recent call last):\n", if (top) '+' else '|');
            self.emit(part.slice(), '|');
        }
        part.len = 0;
        appendFinal(&part, e);
        self.emit(part.slice(), '|');
        self.printMembers(e, chain);
        if (top) self.depth = 0;
    }

    fn printMembers(self: *Printer, e: Word, chain: bool) void {
        const members = tuple.items(object.ptr(Exception, e).fields[Field.exceptions]);
        const shown = @min(members.len, max_group_width + 1);
        self.need_close = false;
        for (0..shown) |i| {
            // A member that is a group itself may draw the closing line.
            if (i == shown - 1) self.need_close = true;
            const truncated = i >= max_group_width;
            self.out.appendRepeated(' ', 2 * self.depth);
            self.out.append(if (i == 0) "+-" else "  ");
            self.out.append("+---------------- ");
            if (truncated) self.out.append("...") else self.out.appendUnsigned(i + 1, 10);
            self.out.append(" ----------------\n");
            self.depth += 1;
            if (truncated) {
                var part: Buffer = .{};
                defer part.deinit();
                const rest = members.len - max_group_width;
                _ = text.format(&part, "and {d} more exception{s}\n", &.{ .{ .unsigned = rest }, .{ .bytes = if (rest > 1) "s" else "" } });
                self.emit(part.slice(), '|');
            } else {
                self.print(members[i], chain);
            }
            if (i == shown - 1 and self.need_close) {
                self.out.appendRepeated(' ', 2 * self.depth);
                self.out.append("+------------------------------------\n");
                self.need_close = false;
            }
            self.depth -= 1;
        }
    }
};

/// The title and frames, outermost first; nothing if there are none.
fn appendStack(out: *Buffer, e: Word, title: []const u8, carets: bool) void {
    var walk = traceback.Walk.init(object.ptr(Exception, e));
    var previous: ?*const object.Location = null;
    var count: usize = 0;
    while (walk.next()) |location| {
        if (previous == null) out.append(title);
        if (previous == null or !sameLine(previous.?, location)) {
            appendRepeated(out, count);
            count = 0;
        }
        previous = location;
        count += 1;
        if (count <= repeat_cutoff) appendFrame(out, location, carets);
    }
    appendRepeated(out, count);
}

fn appendRepeated(out: *Buffer, count: usize) void {
    if (count <= repeat_cutoff) return;
    const rest = count - repeat_cutoff;
    _ = text.format(out, "  [Previous line repeated {d} more time{s}]\n", &.{ .{ .unsigned = rest }, .{ .bytes = if (rest > 1) "s" else "" } });
}

fn sameLine(a: *const object.Location, b: *const object.Location) bool {
    if (a == b) return true;
    return a.line == b.line and std.mem.eql(u8, a.code.filename.slice(), b.code.filename.slice()) and
        std.mem.eql(u8, a.code.name.slice(), b.code.name.slice());
}

/// `  File "…", line n, in f` and its source.
fn appendFrame(out: *Buffer, location: *const object.Location, carets: bool) void {
    _ = text.format(out, "  File \"{s}\", line {d}, in {s}\n", &.{
        .{ .bytes = location.code.filename.slice() }, .{ .unsigned = location.line }, .{ .bytes = location.code.name.slice() },
    });
    if (carets) source.append(out, location) else source.appendPlain(out, location);
}

/// `str(w)` (or repr), or CPython's placeholder if that raises.
fn appendSafe(out: *Buffer, w: Word, what: []const u8, use_repr: bool) void {
    const before = out.len;
    if (if (use_repr) out.appendRepr(w) else out.appendStr(w)) return;
    err.clear();
    out.len = before;
    out.append("<");
    out.append(what);
    out.append(if (use_repr) " repr() failed>" else " str() failed>");
}

/// Qualified name of the class, with its module unless that is `builtins` or `__main__`.
fn appendClass(out: *Buffer, class: *types.Type) void {
    if (!class.flags.heap) return out.append(text.typeName(class));
    const module_name = type_object.moduleName(class);
    if (module_name != 0) {
        if (str.of(module_name)) |module| {
            if (!std.mem.eql(u8, module.slice(), "__main__") and !std.mem.eql(u8, module.slice(), "builtins")) {
                out.append(module.slice());
                out.appendByte('.');
            }
        } else out.append("<unknown>.");
    }
    out.append(if (class.qualname != 0) str.slice(class.qualname) else text.typeName(class));
}

/// The exception's class and text, and its notes.
pub fn appendFinal(out: *Buffer, e: Word) void {
    const class = types.typeOf(e);
    if (exception_types.flavorOf(class) == .syntax) {
        appendSyntaxError(out, e);
    } else {
        appendClass(out, class);
        const before = out.len;
        out.append(": ");
        const text_start = out.len;
        appendSafe(out, e, "exception", false);
        suggestions.append(out, e);
        if (out.len == text_start) out.len = before;
        out.appendByte('\n');
    }
    const notes = @import("exception_rows.zig").notesOf(e);
    defer rc.releaseMaybe(notes);
    if (notes == 0 or singletons.isNone(notes)) return;
    if (object.isExact(notes, .list) or object.isExact(notes, .tuple)) {
        // A copy: what prints a note may change the list.
        const items = tuple.fromSlice(if (object.isExact(notes, .list)) list.items(notes) else tuple.items(notes));
        defer rc.release(items);
        for (tuple.items(items)) |note| {
            appendSafe(out, note, "note", false);
            out.appendByte('\n');
        }
    } else {
        appendSafe(out, notes, "__notes__", true);
        out.appendByte('\n');
    }
}

fn numberOf(w: Word) ?i64 {
    if (w == 0 or !int.isInt(w)) return null;
    return int.toI64(w);
}

fn appendSyntaxError(out: *Buffer, e: Word) void {
    const f = &object.ptr(Exception, e).fields;
    const filename = f[Field.syntax_filename];
    const has_name = filename != 0 and str.isStr(filename);
    const line = f[Field.syntax_lineno];
    if (line != 0 and !singletons.isNone(line)) {
        out.append("  File \"");
        out.append(if (has_name) str.slice(filename) else "<string>");
        out.append("\", line ");
        appendSafe(out, line, "lineno", false);
        out.appendByte('\n');
    }
    if (f[Field.syntax_text] != 0 and str.isStr(f[Field.syntax_text])) appendSyntaxText(out, f);
    appendClass(out, types.typeOf(e));
    out.append(": ");
    const message = f[Field.syntax_msg];
    if (message == 0 or singletons.isNone(message)) out.append("<no detail available>") else appendSafe(out, message, "msg", false);
    if ((line == 0 or singletons.isNone(line)) and has_name) {
        out.append(" (");
        out.append(str.slice(filename));
        out.append(")");
    }
    out.appendByte('\n');
}

fn appendSyntaxText(out: *Buffer, f: *const [7]Word) void {
    const whole = str.slice(f[Field.syntax_text]);
    const right = std.mem.trimEnd(u8, whole, "\n");
    const left = std.mem.trimStart(u8, right, " \n\x0c");
    out.append("    ");
    out.append(left);
    out.appendByte('\n');
    var offset = numberOf(f[Field.syntax_offset]) orelse return;
    const spaces: i64 = @intCast(right.len - left.len);
    const length: i64 = @intCast(str.countCodepoints(right));
    const line = numberOf(f[Field.syntax_lineno]);
    const end_line = numberOf(f[Field.syntax_end_lineno]);
    const given_end = numberOf(f[Field.syntax_end_offset]) orelse 0;
    var end = if (line == end_line) (if (given_end != 0) given_end else offset) else length + 1;
    const whole_length: i64 = @intCast(str.countCodepoints(whole));
    if (whole_length > 0 and offset > whole_length) offset = length + 1;
    if (whole_length > 0 and end > whole_length) end = length + 1;
    if (offset >= end or end < 0) end = offset + 1;
    const first = offset - 1 - spaces;
    if (first < 0) return;
    out.append("    ");
    var points: str.Codepoints = .{ .s = left };
    for (0..@intCast(first)) |_| {
        const c = points.next() orelse ' ';
        // White space is kept, for tabs.
        out.appendByte(if (c == '\t') '\t' else ' ');
    }
    out.appendRepeated('^', @intCast(end - offset));
    out.appendByte('\n');
}
