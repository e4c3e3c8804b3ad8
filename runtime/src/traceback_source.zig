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

const max_lines = 512;

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

/// What is shown of one frame below its "File" line; appended with four spaces of indentation.
pub fn append(out: *Buffer, location: *const Location) void {
    const last = @max(location.line, @min(location.end_line, location.line + max_lines - 1));
    const known = location.col != Location.no_column and location.end_line == last;
    var storage: [max_lines][]const u8 = undefined;
    const lines = storage[0..if (known) last - location.line + 1 else 1];
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
    const after = std.mem.trim(u8, lines[lines.len - 1][end..], " \t\x0c");
    const nothing_follows = after.len == 0 or after[0] == '#' or after[0] == ';';
    if (anchors) |a| {
        if (nothing_follows and a.left < lines[a.left_line].len and lines[a.left_line][a.left] == '(') {
            if (std.mem.eql(u8, before, "return") and a.left_line == 0 and isName(std.mem.trim(u8, lines[0][start..a.left], " \t"))) {
                return false;
            }
            if (std.mem.endsWith(u8, before, "=") and isName(std.mem.trimEnd(u8, before[0 .. before.len - 1], " \t"))) return false;
        }
        return true;
    }
    return before.len > 0 or after.len > 0;
}

fn isName(bytes: []const u8) bool {
    if (bytes.len == 0 or std.ascii.isDigit(bytes[0])) return false;
    for (bytes) |c| {
        if (c < 128 and !std.ascii.isAlphanumeric(c) and c != '_') return false;
    }
    return true;
}

fn show(out: *Buffer, lines: []const []const u8, start: usize, end: usize, anchors: ?Anchors, carets: bool) void {
    var shown: usize = 0;
    var have_shown = false;
    for (0..lines.len) |number| {
        if (!isSignificant(number, lines.len, anchors)) continue;
        if (have_shown) {
            const gap = number - shown;
            if (gap == 2) {
                showLine(out, lines, number - 1, start, end, anchors, carets);
            } else if (gap > 2) {
                out.append("    ...<");
                out.appendUnsigned(gap - 1, 10);
                out.append(" lines>...\n");
            }
        }
        showLine(out, lines, number, start, end, anchors, carets);
        shown = number;
        have_shown = true;
    }
}

/// First and last line, and those around the anchors.
fn isSignificant(number: usize, count: usize, anchors: ?Anchors) bool {
    if (number == 0 or number == count - 1) return true;
    const a = anchors orelse return false;
    return (number + 1 >= a.left_line and number <= a.left_line + 1) or (number + 1 >= a.right_line and number <= a.right_line + 1);
}

fn showLine(out: *Buffer, lines: []const []const u8, number: usize, start: usize, end: usize, anchors: ?Anchors, carets: bool) void {
    const line = lines[number];
    appendLine(out, line);
    if (!carets) return;
    const stop = width(line, if (number == lines.len - 1) end else line.len);
    const first = width(lines[0], start);
    const spaces = indentOf(line);
    out.append("    ");
    const left = if (anchors) |a| width(lines[a.left_line], a.left) else 0;
    const right = if (anchors) |a| width(lines[a.right_line], a.right) else 0;
    for (0..stop) |column| {
        if (column < spaces or (number == 0 and column < first)) {
            out.appendByte(' ');
            continue;
        }
        const a = anchors orelse {
            out.appendByte('^');
            continue;
        };
        const after_left = number > a.left_line or (number == a.left_line and column >= left);
        const before_right = number < a.right_line or (number == a.right_line and column < right);
        out.appendByte(if (after_left and before_right) '^' else '~');
    }
    out.appendByte('\n');
}
