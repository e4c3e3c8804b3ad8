//! Source lines under a traceback's frames: which lines are shown, and where the carets go (CPython 3.13's rules).
//!
//! Invariant: columns of `Location` are bytes; everything shown is counted in characters, two for wide ones, as CPython
//! counts. A file that cannot be read or is not UTF-8 shows no source.
const std = @import("std");
const object = @import("object.zig");
const alloc = @import("alloc.zig");
const io = @import("io.zig");
const text = @import("text.zig");
const str = @import("str.zig");
const names = @import("traceback_names.zig");
const anchor = @import("traceback_anchor.zig");
const Location = object.Location;
const Buffer = text.Buffer;

/// The text of the file that was read last; freed by `forget`.
var cached_path: ?*const object.Str = null;
var cached: []const u8 = "";

/// Frees the cached file.
pub fn forget() void {
    if (cached.len > 0) alloc.free(cached.ptr);
    cached = "";
    cached_path = null;
}

fn fileText(path: *const object.Str) []const u8 {
    if (cached_path == path) return cached;
    forget();
    cached_path = path;
    const bytes = io.readWholeFile(path.data()) orelse return cached;
    if (!std.unicode.utf8ValidateSlice(bytes)) {
        alloc.free(bytes.ptr);
        return cached;
    }
    cached = bytes;
    return cached;
}

fn trimEnd(line: []const u8) []const u8 {
    return std.mem.trimEnd(u8, line, " \t\r\n\x0b\x0c");
}

/// Lines `first…last` (1-based) without trailing white space; fewer if the file is shorter, then the rest is empty.
fn linesOf(path: *const object.Str, first: u32, last: u32, out: [][]const u8) void {
    for (out) |*line| line.* = "";
    const whole = fileText(path);
    var at: usize = if (std.mem.startsWith(u8, whole, "\xef\xbb\xbf")) 3 else 0;
    var number: u32 = 1;
    while (at < whole.len and number <= last) : (number += 1) {
        const stop = std.mem.indexOfScalarPos(u8, whole, at, '\n') orelse whole.len;
        if (number >= first and number - first < out.len) out[number - first] = trimEnd(whole[at..stop]);
        at = stop + 1;
    }
}

fn indentOf(line: []const u8) usize {
    for (line, 0..) |c, i| {
        if (c != ' ' and c != '\t') return i;
    }
    return line.len;
}

/// Length of the white space that all lines that are not empty begin with.
fn commonIndent(lines: []const []const u8) usize {
    var common: ?[]const u8 = null;
    for (lines) |line| {
        if (line.len == 0) continue;
        const own = line[0..indentOf(line)];
        const have = common orelse own;
        var n: usize = 0;
        while (n < have.len and n < own.len and have[n] == own[n]) n += 1;
        common = have[0..n];
    }
    return if (common) |c| c.len else 0;
}

fn characters(bytes: []const u8) usize {
    return str.countCodepoints(bytes);
}

fn isWide(c: u21) bool {
    var low: usize = 0;
    var high: usize = names.wide.len;
    while (low < high) {
        const middle = (low + high) / 2;
        if (c > names.wide[middle][1]) low = middle + 1 else if (c < names.wide[middle][0]) high = middle else return true;
    }
    return false;
}

/// Columns that the first `bytes` bytes of the line take. Beyond the end of an ASCII line, CPython counts on.
fn width(line: []const u8, bytes: usize) usize {
    var points: str.Codepoints = .{ .s = line[0..@min(bytes, line.len)] };
    var n: usize = 0;
    while (points.next()) |c| n += if (c < 0x1100) 1 else if (isWide(c)) 2 else 1;
    return n;
}

const Anchors = anchor.Anchors;

/// The first line only, as CPython shows frames of exceptions that nobody can catch.
pub fn appendPlain(out: *Buffer, location: *const Location) void {
    var line: [1][]const u8 = undefined;
    linesOf(location.code.filename, location.line, location.line, &line);
    const shown = std.mem.trim(u8, line[0], " \t\x0c");
    if (shown.len > 0) appendLine(out, shown);
}

/// What is shown of one frame below its "File" line; appended with four spaces of indentation.
pub fn append(out: *Buffer, location: *const Location) void {
    const known = location.col != Location.no_column;
    const last = if (known) @max(location.line, location.end_line) else location.line;
    const count = last - location.line + 1;
    const lines = alloc.array([]const u8, count)[0..count];
    defer alloc.free(lines.ptr);
    linesOf(location.code.filename, location.line, last, lines);
    if (!known) {
        const shown = std.mem.trim(u8, lines[0], " \t\x0c");
        if (shown.len > 0) appendLine(out, shown);
        return;
    }
    const any = for (lines) |line| {
        if (indentOf(line) < line.len) break true;
    } else false;
    if (!any) return;
    const dedent = commonIndent(lines);
    for (lines) |*line| line.* = if (line.len > dedent) line.*[dedent..] else "";
    const last_line = lines[lines.len - 1];
    const start = @min(location.col -| dedent, lines[0].len);
    const end = @min(location.end_col -| dedent, last_line.len);
    const anchors = anchor.find(lines, start, end);
    show(out, lines, start, end, anchors, wantsCarets(lines, start, end, anchors));
}

fn appendLine(out: *Buffer, line: []const u8) void {
    out.append("    ");
    out.append(line);
    out.appendByte('\n');
}

/// `return name(…)` and `name = call(…)` over the whole statement show no carets, nor does a range without anchors that
/// covers all of its lines.
fn wantsCarets(lines: []const []const u8, start: usize, end: usize, anchors: ?Anchors) bool {
    const before = std.mem.trim(u8, lines[0][0..start], " \t\x0c");
    const last = lines[lines.len - 1];
    const after = std.mem.trim(u8, last[end..], " \t\x0c");
    const a = anchors orelse return before.len > 0 or after.len > 0;
    if (a.left >= lines[a.left_line].len or lines[a.left_line][a.left] != '(') return true;
    // The lines are no statement if the first one stays indented.
    if (indentOf(lines[0]) > 0) return true;
    // CPython compares columns in bytes with columns in characters here.
    if (!isAscii(lines[0][0..start]) or !isAscii(last[0..end])) return true;
    const opened = std.mem.trimEnd(u8, before, " \t(");
    const closed = std.mem.trimStart(u8, after, " \t)");
    if (std.mem.count(u8, before[opened.len..], "(") != std.mem.count(u8, after[0 .. after.len - closed.len], ")")) return true;
    if (closed.len > 0 and closed[0] != '#' and closed[0] != ';') return true;
    if (std.mem.eql(u8, opened, "return")) {
        return a.left_line != 0 or !isName(std.mem.trim(u8, lines[0][start..a.left], " \t()"));
    }
    if (!std.mem.endsWith(u8, opened, "=")) return true;
    return !isName(std.mem.trim(u8, opened[0 .. opened.len - 1], " \t()"));
}

fn isAscii(bytes: []const u8) bool {
    for (bytes) |c| {
        if (c >= 128) return false;
    }
    return true;
}

fn isName(bytes: []const u8) bool {
    if (bytes.len == 0 or std.ascii.isDigit(bytes[0])) return false;
    for (bytes) |c| {
        if (c < 128 and !std.ascii.isAlphanumeric(c) and c != '_') return false;
    }
    return true;
}

/// What the lines of one frame are marked with.
const Marks = struct { start: usize, end: usize, anchors: ?Anchors, carets: bool };

fn show(out: *Buffer, lines: []const []const u8, start: usize, end: usize, anchors: ?Anchors, carets: bool) void {
    const marks: Marks = .{ .start = start, .end = end, .anchors = anchors, .carets = carets };
    var shown: ?usize = null;
    for (0..lines.len) |number| {
        if (!isShown(number, lines.len, anchors)) continue;
        if (shown) |previous| {
            if (number - previous > 1) {
                out.append("    ...<");
                out.appendUnsigned(number - previous - 1, 10);
                out.append(" lines>...\n");
            }
        }
        showLine(out, lines, number, marks);
        shown = number;
    }
}

/// First and last line, those around the anchors, and a single line between two such lines.
fn isShown(number: usize, count: usize, anchors: ?Anchors) bool {
    if (isSignificant(number, count, anchors)) return true;
    return isSignificant(number - 1, count, anchors) and isSignificant(number + 1, count, anchors);
}

fn isSignificant(number: usize, count: usize, anchors: ?Anchors) bool {
    if (number == 0 or number == count - 1) return true;
    const a = anchors orelse return false;
    return (number + 1 >= a.left_line and number <= a.left_line + 1) or (number + 1 >= a.right_line and number <= a.right_line + 1);
}

fn showLine(out: *Buffer, lines: []const []const u8, number: usize, marks: Marks) void {
    const line = lines[number];
    appendLine(out, line);
    if (!marks.carets) return;
    const stop = width(line, if (number == lines.len - 1) marks.end else line.len);
    const first = width(lines[0], marks.start);
    const spaces = indentOf(line);
    out.append("    ");
    const left = if (marks.anchors) |a| width(lines[a.left_line], a.left) else 0;
    const right = if (marks.anchors) |a| width(lines[a.right_line], a.right) else 0;
    // A line of blanks alone is shown empty.
    const from = if (number == 0) @max(spaces, first) else spaces;
    if (from < stop) out.appendRepeated(' ', from);
    for (@min(from, stop)..stop) |column| {
        const a = marks.anchors orelse {
            out.appendByte('^');
            continue;
        };
        const after_left = number > a.left_line or (number == a.left_line and column >= left);
        const before_right = number < a.right_line or (number == a.right_line and column < right);
        out.appendByte(if (after_left and before_right) '^' else '~');
    }
    out.appendByte('\n');
}
