//! `_csv`: the reader, a machine over the characters of the lines.
//!
//! Invariant: `field` holds the bytes of the field that is being read; a row ends with the end of a line outside of quotes.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const str = @import("../str.zig");
const call = @import("../call.zig");
const iter = @import("../iter.zig");
const list = @import("../list.zig");
const float = @import("../float.zig");
const container = @import("../container.zig");
const native = @import("native.zig");
const csv = @import("csv.zig");
const Word = object.Word;
const Raised = container.Raised;

const Reader = extern struct { h: object.Header, source: Word, dialect: Word, line: u64 };
const life = native.Life(Reader, &.{ "source", "dialect" });
pub var reader_type: types.Type = .{
    .h = types.static_header,
    .c_name = "_csv.reader",
    .fixed_size = @sizeOf(Reader),
    .flags = .{ .default_getattr = true },
    .slots = .{ .dealloc = life.dealloc, .traverse = life.traverse, .iter = iter.self, .next = next, .new = native.refuseNew },
};
pub const methods = .{
    .{ "dialect", getDialect, 0, 0, .member },
    .{ "line_num", getLine, 0, 0, .member },
};
fn of(w: Word) *Reader {
    return object.ptr(Reader, w);
}
fn getDialect(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(of(w).dialect);
}
fn getLine(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return int.fromU64(of(w).line);
}
pub fn make(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (nargs < 1) return err.raise(.TypeError, "reader expected at least 1 argument, got 0", .{});
    const it = iter.iter(args[0]);
    if (it == 0) return 0;
    const d = csv.dialectFrom(if (nargs > 1) args[1] else 0, args, nargs, kwnames, 0) catch {
        rc.release(it);
        return 0;
    };
    const r = native.create(Reader, &reader_type);
    r.source = it;
    r.dialect = d;
    r.line = 0;
    return object.word(r);
}

const State = enum { start_record, start_field, escaped, in_field, in_quotes, escaped_in_quotes, quote_in_quotes, eat_line_end, after_escaped_line_end };

const Machine = struct {
    d: *const csv.Dialect,
    state: State = .start_record,
    field: str.Builder = .{},
    chars: i64 = 0,
    row: Word,
    /// The field was not quoted and its kind of quoting makes a number of it.
    numeric: bool = false,
    unquoted: bool = false,

    fn add(self: *Machine, c: u21) Raised!void {
        self.chars += 1;
        if (self.chars > csv.limit) return csv.fail("field larger than field limit ({d})", .{csv.limit});
        self.field.appendCodepoint(c);
    }
    fn save(self: *Machine) Raised!void {
        const quoting = self.d.quoting;
        if (self.unquoted and self.field.len == 0 and (quoting == .notnull or quoting == .strings)) {
            list.appendOwned(list.of(self.row), native.none());
        } else {
            const w = self.field.finish();
            if (self.unquoted and self.numericQuoting() and str.of(w).?.bytes > 0) {
                defer rc.release(w);
                const v = try container.check(call.call(object.word(float.float_type), &.{w}));
                list.appendOwned(list.of(self.row), v);
            } else if (self.unquoted and quoting == .nonnumeric) {
                defer rc.release(w);
                const v = try container.check(call.call(object.word(float.float_type), &.{w}));
                list.appendOwned(list.of(self.row), v);
            } else list.appendOwned(list.of(self.row), w);
        }
        self.chars = 0;
        self.unquoted = false;
    }
    fn numericQuoting(self: *const Machine) bool {
        return self.d.quoting == .nonnumeric or self.d.quoting == .strings;
    }
    const end_of_line: u32 = std.math.maxInt(u32) - 1;

    fn feed(self: *Machine, c: u32) Raised!void {
        const d = self.d;
        const is_end = c == '\n' or c == '\r' or c == end_of_line;
        switch (self.state) {
            .start_record => {
                if (c == end_of_line) return;
                if (c == '\n' or c == '\r') {
                    self.state = .eat_line_end;
                    return;
                }
                self.state = .start_field;
                return self.feed(c);
            },
            .start_field => {
                self.unquoted = false;
                if (is_end) {
                    self.unquoted = true;
                    try self.save();
                    self.state = if (c == end_of_line) .start_record else .eat_line_end;
                } else if (c == d.quotechar and d.quoting != .none) {
                    self.state = .in_quotes;
                } else if (c == d.escapechar) {
                    self.state = .escaped;
                } else if (c == ' ' and d.skipinitialspace != 0) {
                    // Skipped.
                } else if (c == d.delimiter) {
                    self.unquoted = true;
                    try self.save();
                } else {
                    self.unquoted = true;
                    try self.add(@intCast(c));
                    self.state = .in_field;
                }
            },
            .escaped => {
                if (c == '\n' or c == '\r') {
                    try self.add(@intCast(c));
                    self.state = .after_escaped_line_end;
                    return;
                }
                try self.add(if (c == end_of_line) '\n' else @intCast(c));
                self.state = .in_field;
            },
            .after_escaped_line_end => {
                if (c == end_of_line) return;
                self.state = .in_field;
                return self.feed(c);
            },
            .in_field => {
                if (is_end) {
                    try self.save();
                    self.state = if (c == end_of_line) .start_record else .eat_line_end;
                } else if (c == d.escapechar) {
                    self.state = .escaped;
                } else if (c == d.delimiter) {
                    try self.save();
                    self.state = .start_field;
                } else try self.add(@intCast(c));
            },
            .in_quotes => {
                if (c == end_of_line) {
                    // Goes on with the next line.
                } else if (c == d.escapechar) {
                    self.state = .escaped_in_quotes;
                } else if (c == d.quotechar and d.quoting != .none) {
                    self.state = if (d.doublequote != 0) .quote_in_quotes else .in_field;
                } else try self.add(@intCast(c));
            },
            .escaped_in_quotes => {
                try self.add(if (c == end_of_line) '\n' else @intCast(c));
                self.state = .in_quotes;
            },
            .quote_in_quotes => {
                if (d.quoting != .none and c == d.quotechar) {
                    try self.add(@intCast(c));
                    self.state = .in_quotes;
                } else if (c == d.delimiter) {
                    try self.save();
                    self.state = .start_field;
                } else if (is_end) {
                    try self.save();
                    self.state = if (c == end_of_line) .start_record else .eat_line_end;
                } else if (d.strict == 0) {
                    try self.add(@intCast(c));
                    self.state = .in_field;
                } else {
                    const delimiter = str.fromCodepoint(@intCast(d.delimiter));
                    defer rc.release(delimiter);
                    const quote = str.fromCodepoint(@intCast(d.quotechar));
                    defer rc.release(quote);
                    return csv.fail("'{s}' expected after '{s}'", .{ str.slice(delimiter), str.slice(quote) });
                }
            },
            .eat_line_end => {
                if (c == '\n' or c == '\r') {
                    // More of the line's end.
                } else if (c == end_of_line) {
                    self.state = .start_record;
                } else return csv.fail("new-line character seen in unquoted field - do you need to open the file with newline=''?", .{});
            },
        }
    }
};

fn next(w: Word) callconv(.c) Word {
    return container.wordOf(nextRow(of(w)));
}
fn nextRow(r: *Reader) Raised!Word {
    var m: Machine = .{ .d = csv.dialectOf(r.dialect), .row = list.new(0) };
    errdefer rc.release(m.row);
    defer m.field.deinit();
    while (true) {
        const line = try iter.step(r.source) orelse {
            if (m.field.len > 0 or m.state == .in_quotes) {
                if (m.d.strict != 0) return csv.fail("unexpected end of data", .{});
                try m.save();
                return m.row;
            }
            if (m.state != .start_record and list.len(m.row) > 0) return m.row;
            rc.release(m.row);
            return 0;
        };
        defer rc.release(line);
        if (!str.isStr(line)) return csv.fail("iterator should return strings, not {t} (the file should be opened in text mode)", .{line});
        r.line += 1;
        var it: str.Codepoints = .{ .s = str.slice(line) };
        while (it.next()) |c| try m.feed(c);
        try m.feed(Machine.end_of_line);
        if (m.state == .start_record) return m.row;
    }
}
