//! Finds what the `^` of a traceback stand under inside a range of source: the operator of a binary operation, the brackets
//! of a call or subscript. CPython parses the text of the range; here its tokens are enough.
//!
//! Invariant: anything that is not clearly one of the three kinds of expression has no anchors.
const std = @import("std");

/// Line (0: the first of the range) and byte columns; `right` is exclusive.
pub const Anchors = struct { left_line: usize, left: usize, right_line: usize, right: usize };

const Kind = enum { operand, unary, awaiting, binary, open_call, open_subscript, open_group, close, stop };

/// Binding strength of binary operators: the top of the expression is the weakest one.
const power_of_pow = 7;

const Token = struct { kind: Kind, line: usize, start: usize, end: usize, power: u8 = 0 };

/// A range of lines, from byte `start` of the first to byte `end` of the last.
pub const Segment = struct {
    lines: []const []const u8,
    start: usize,
    end: usize,
    line: usize = 0,
    at: usize = 0,
    /// What came before decides whether `-` or `(` belongs to an operand.
    after_operand: bool = false,

    fn limit(self: *const Segment) usize {
        return if (self.line == self.lines.len - 1) self.end else self.lines[self.line].len;
    }

    /// Null: the end. A token `stop` is something that rules anchors out.
    fn next(self: *Segment) ?Token {
        while (true) {
            if (self.line >= self.lines.len) return null;
            const text = self.lines[self.line];
            while (self.at < self.limit() and (text[self.at] == ' ' or text[self.at] == '\t' or text[self.at] == '\\' or text[self.at] == '\x0c')) {
                self.at += 1;
            }
            if (self.at >= self.limit() or text[self.at] == '#') {
                self.line += 1;
                self.at = 0;
                continue;
            }
            return self.scan(text);
        }
    }

    fn token(self: *Segment, kind: Kind, length: usize, power: u8) Token {
        const result: Token = .{ .kind = kind, .line = self.line, .start = self.at, .end = self.at + length, .power = power };
        self.at += length;
        self.after_operand = kind == .operand or kind == .close;
        return result;
    }

    fn scan(self: *Segment, text: []const u8) Token {
        const c = text[self.at];
        const second: u8 = if (self.at + 1 < self.limit()) text[self.at + 1] else 0;
        switch (c) {
            '(' => return self.token(if (self.after_operand) .open_call else .open_group, 1, 0),
            '[' => return self.token(if (self.after_operand) .open_subscript else .open_group, 1, 0),
            '{' => return self.token(.open_group, 1, 0),
            ')', ']', '}' => return self.token(.close, 1, 0),
            '"', '\'' => return self.string(false),
            '.' => {
                if (std.ascii.isDigit(second)) return self.word(text);
                // An attribute continues the operand: its name is the next token.
                if (!self.after_operand) return self.token(.operand, 1, 0);
                const dot = self.token(.stop, 1, 0);
                const name = self.next() orelse return dot;
                return if (name.kind == .operand) name else dot;
            },
            '|' => return self.operator(second, '|', 1, false),
            '^' => return self.operator(second, 0, 2, false),
            '&' => return self.operator(second, 0, 3, false),
            '<', '>' => if (second == c) return self.operator(second, c, 4, true),
            '+', '-' => if (self.after_operand) return self.operator(second, 0, 5, false) else return self.token(.unary, 1, 0),
            '~' => return self.token(.unary, 1, 0),
            '*' => if (second == '*') return self.operator(second, '*', power_of_pow, true) else return self.operator(second, 0, 6, false),
            '/' => return self.operator(second, '/', 6, second == '/'),
            '%', '@' => return self.operator(second, 0, 6, false),
            else => if (c >= 128 or c == '_' or std.ascii.isAlphanumeric(c)) return self.word(text),
        }
        return self.token(.stop, 1, 0);
    }

    /// A binary operator of one character, or two equal ones; an augmented assignment is none.
    fn operator(self: *Segment, second: u8, twin: u8, power: u8, double: bool) Token {
        _ = twin;
        const length: usize = if (double) 2 else 1;
        if (!self.after_operand) return self.token(.stop, 1, 0);
        const text = self.lines[self.line];
        const follow: u8 = if (self.at + length < self.limit()) text[self.at + length] else 0;
        if (follow == '=' or (length == 1 and second == '=')) return self.token(.stop, 1, 0);
        return self.token(.binary, length, power);
    }

    const keywords = " and as assert async break class continue def del elif else except finally for from global if " ++
        "import in is lambda nonlocal not or pass raise return try while with yield ";

    fn word(self: *Segment, text: []const u8) Token {
        var n: usize = 1;
        while (self.at + n < self.limit()) : (n += 1) {
            const c = text[self.at + n];
            if (c >= 128 or c == '_' or std.ascii.isAlphanumeric(c)) continue;
            const number = std.ascii.isDigit(text[self.at]) or text[self.at] == '.';
            if (number and c == '.') continue;
            const exponent = text[self.at + n - 1] == 'e' or text[self.at + n - 1] == 'E';
            const hexadecimal = std.mem.startsWith(u8, text[self.at..], "0x") or std.mem.startsWith(u8, text[self.at..], "0X");
            if (number and exponent and !hexadecimal and (c == '-' or c == '+')) continue;
            break;
        }
        const shown = text[self.at..][0..n];
        if (self.at + n < self.limit() and n <= 2 and (text[self.at + n] == '"' or text[self.at + n] == '\'')) {
            self.at += n;
            return self.string(std.mem.indexOfAny(u8, shown, "rR") != null);
        }
        var buffer: [12]u8 = undefined;
        if (n <= 8) {
            buffer[0] = ' ';
            @memcpy(buffer[1..][0..n], shown);
            buffer[n + 1] = ' ';
            if (std.mem.eql(u8, shown, "await")) return self.token(.awaiting, n, 0);
            if (std.mem.indexOf(u8, keywords, buffer[0 .. n + 2]) != null) return self.token(.stop, n, 0);
        }
        if (self.after_operand) return self.token(.stop, n, 0);
        return self.token(.operand, n, 0);
    }

    /// A string literal; adjacent literals make one operand.
    fn string(self: *Segment, raw: bool) Token {
        _ = raw;
        const line = self.line;
        const start = self.at;
        const quote = self.lines[self.line][self.at];
        const triple = std.mem.startsWith(u8, self.lines[self.line][self.at..], &.{ quote, quote, quote });
        self.at += if (triple) 3 else 1;
        while (true) {
            const text = self.lines[self.line];
            if (self.at >= text.len) {
                if (self.line + 1 >= self.lines.len) break;
                self.line += 1;
                self.at = 0;
                continue;
            }
            if (text[self.at] == '\\') {
                self.at += 2;
                continue;
            }
            if (text[self.at] == quote and (!triple or std.mem.startsWith(u8, text[self.at..], &.{ quote, quote, quote }))) {
                self.at += if (triple) 3 else 1;
                break;
            }
            self.at += 1;
        }
        self.after_operand = true;
        return .{ .kind = .operand, .line = line, .start = start, .end = self.at };
    }
};

/// The anchors of the expression that fills the range, or null.
pub fn find(lines: []const []const u8, start: usize, end: usize) ?Anchors {
    var segment: Segment = .{ .lines = lines, .start = start, .end = end, .at = start };
    var depth: usize = 0;
    var weakest: ?Token = null;
    var leading_unary = false;
    // `await` binds tighter than any operator, but looser than calls and subscripts.
    var leading_await = false;
    var first = true;
    // The bracket that opened last at the outer level, and whether nothing came after it closed.
    var bracket: ?Token = null;
    var closed_last = false;
    while (segment.next()) |t| {
        if (depth == 0) {
            switch (t.kind) {
                .stop => return null,
                .unary => leading_unary = leading_unary or first,
                .awaiting => leading_await = leading_await or first,
                .binary => {
                    // `**` groups from the right, all others from the left.
                    const replace = if (weakest) |w| t.power < w.power or (t.power == w.power and t.power != power_of_pow) else true;
                    if (replace) weakest = t;
                },
                .open_call, .open_subscript, .open_group => bracket = t,
                .operand, .close => {},
            }
        }
        closed_last = false;
        switch (t.kind) {
            .open_call, .open_subscript, .open_group => depth += 1,
            .close => {
                if (depth == 0) return null;
                depth -= 1;
                closed_last = depth == 0;
            },
            .operand, .unary, .awaiting, .binary, .stop => {},
        }
        // Inside brackets keywords are no matter; after them an operand has ended.
        if (depth > 0 and t.kind == .stop) segment.after_operand = false;
        first = false;
    }
    if (depth != 0) return null;
    if (weakest) |w| {
        // `-a ** b` is the negation of a power.
        if (w.power == power_of_pow and leading_unary) return null;
        const wide = w.end - w.start == 1 and isParenthesized(lines, w.line, w.end, end);
        return .{ .left_line = w.line, .left = w.start, .right_line = w.line, .right = if (wide) w.end + 1 else w.end };
    }
    if (leading_unary or leading_await or !closed_last) return null;
    const open = bracket orelse return null;
    if (open.kind == .open_group) return null;
    return .{ .left_line = open.line, .left = open.start, .right_line = lines.len - 1, .right = end };
}

/// Is the rest of the range one expression in parentheses that are no part of it (as those of a tuple are)? CPython takes
/// such a `(` right behind the operator for the operator's second character.
fn isParenthesized(lines: []const []const u8, line: usize, at: usize, end: usize) bool {
    var segment: Segment = .{ .lines = lines, .start = at, .end = end, .line = line, .at = at };
    if (at >= segment.limit() or lines[line][at] != '(') return false;
    var depth: usize = 0;
    var count: usize = 0;
    // Parameters of `lambda` and the value of `yield` may have commas without being a tuple.
    var lambdas: usize = 0;
    var yields = false;
    while (segment.next()) |t| : (count += 1) {
        if (count > 0 and depth == 0) return false;
        switch (t.kind) {
            .open_call, .open_subscript, .open_group => depth += 1,
            .close => depth -|= 1,
            .operand, .unary, .awaiting, .binary => {},
            .stop => if (depth == 1) {
                const shown = lines[t.line][t.start..t.end];
                if (std.mem.eql(u8, shown, "lambda")) lambdas += 1;
                if (std.mem.eql(u8, shown, ":")) lambdas -|= 1;
                if (std.mem.eql(u8, shown, "yield") and count == 1) yields = true;
                if (std.mem.eql(u8, shown, ",") and lambdas == 0 and !yields) return false;
                if (std.mem.eql(u8, shown, "for")) return false;
            },
        }
    }
    return depth == 0 and count > 2;
}

test "anchors" {
    const expect = std.testing.expectEqualDeep;
    const none: ?Anchors = null;
    const Case = struct { []const u8, ?[2]usize };
    for ([_]Case{
        .{ "a + b", .{ 2, 3 } },               .{ "a * b + c * d", .{ 6, 7 } },       .{ "a - b - c", .{ 6, 7 } },   .{ "a ** b ** c", .{ 2, 4 } },
        .{ "-a ** b", null },                  .{ "-a * b", .{ 3, 4 } },              .{ "f(x)(y)", .{ 4, 7 } },     .{ "x[1][2]", .{ 4, 7 } },
        .{ "a.b", null },                      .{ "a.b(1)", .{ 3, 6 } },              .{ "a < b", null },            .{ "a << b", .{ 2, 4 } },
        .{ "f(a + b)", .{ 1, 8 } },            .{ "(a + b)", null },                  .{ "(a + b) * c", .{ 8, 9 } }, .{ "not a", null },
        .{ "raise f(x)", null },               .{ "x = f(y)", null },                 .{ "1e-5 + x", .{ 5, 6 } },    .{ "'a b' % c", .{ 6, 7 } },
        .{ "[x for x in y]", null },           .{ "f(x for x in y)", .{ 1, 15 } },    .{ "a // b", .{ 2, 4 } },      .{ "await f(x)", null },
        .{ "f(lambda x: x)(y)", .{ 14, 17 } }, .{ "await a + b", .{ 8, 9 } },         .{ "a +(b)", .{ 2, 4 } },      .{ "a +(b, c)", .{ 2, 3 } },
        .{ "a +(b)[0]", .{ 2, 3 } },           .{ "a +(lambda x, y: x)", .{ 2, 4 } },
    }) |case| {
        const got = find(&.{case[0]}, 0, case[0].len);
        const want: ?Anchors = if (case[1]) |w| .{ .left_line = 0, .left = w[0], .right_line = 0, .right = w[1] } else none;
        expect(want, got) catch |e| {
            std.debug.print("{s}\n", .{case[0]});
            return e;
        };
    }
}
