//! Regular expressions: from the code words that `re._compiler` makes to the instructions of the matcher.
//!
//! Invariants
//! - Instructions refer only to instructions, sets, loops and groups of their program: code that does not have the form
//!   that `re._compiler` gives it is refused here, so the matcher checks nothing.
//! - A set answers for characters below 256 from its bitmap, which has the effect of ignoring case in it already.
const std = @import("std");
const alloc = @import("../alloc.zig");
const str = @import("../str.zig");
const unicode = @import("../unicode.zig");

/// The opcodes of `re._constants`, in their order.
const Code = enum(u32) {
    FAILURE,
    SUCCESS,
    ANY,
    ANY_ALL,
    ASSERT,
    ASSERT_NOT,
    AT,
    BRANCH,
    CATEGORY,
    CHARSET,
    BIGCHARSET,
    GROUPREF,
    GROUPREF_EXISTS,
    IN,
    INFO,
    JUMP,
    LITERAL,
    MARK,
    MAX_UNTIL,
    MIN_UNTIL,
    NOT_LITERAL,
    NEGATE,
    RANGE,
    REPEAT,
    REPEAT_ONE,
    SUBPATTERN,
    MIN_REPEAT_ONE,
    ATOMIC_GROUP,
    POSSESSIVE_REPEAT,
    POSSESSIVE_REPEAT_ONE,
    GROUPREF_IGNORE,
    IN_IGNORE,
    LITERAL_IGNORE,
    NOT_LITERAL_IGNORE,
    GROUPREF_LOC_IGNORE,
    IN_LOC_IGNORE,
    LITERAL_LOC_IGNORE,
    NOT_LITERAL_LOC_IGNORE,
    GROUPREF_UNI_IGNORE,
    IN_UNI_IGNORE,
    LITERAL_UNI_IGNORE,
    NOT_LITERAL_UNI_IGNORE,
    RANGE_UNI_IGNORE,
    _,
};

pub const At = enum(u32) {
    beginning,
    beginning_line,
    beginning_string,
    boundary,
    non_boundary,
    end,
    end_line,
    end_string,
    loc_boundary,
    loc_non_boundary,
    uni_boundary,
    uni_non_boundary,
};

pub const Op = enum(u8) {
    fail,
    success,
    /// `x`: the character.
    char,
    not_char,
    any,
    any_all,
    /// `x`: number of the set.
    set,
    /// `x`, `min`: place and length in `literals`.
    literal,
    at,
    /// `x`: number of the mark.
    mark,
    /// `next`: where to go on.
    jump,
    /// Tries the instruction after it, then `next`; `x` − 1: the first bytes of the former, 0: any.
    split,
    /// `x`: loop; `next`: its `…_until`.
    repeat,
    /// `x`: loop; `next`: its body.
    max_until,
    min_until,
    /// A loop over the single-character instruction after it; `next`: what follows the loop.
    repeat_one,
    min_repeat_one,
    possessive_one,
    /// A part that is matched by itself, up to `sub_end`; `next`: what follows it. `x` of assertions: characters to go back.
    assert,
    assert_not,
    atomic,
    possessive,
    sub_end,
    /// `x`: group − 1.
    groupref,
    /// As `split`, decided by whether group `x` + 1 matched; `next`: no.
    group_exists,
};

/// How case is ignored.
pub const Fold = enum(u8) { none, ascii, locale, unicode };

pub const Inst = struct {
    op: Op,
    fold: Fold = .none,
    x: u32 = 0,
    min: u32 = 0,
    max: u32 = 0,
    next: u32 = 0,
    /// The innermost loop that it stands in, or `no_loop`.
    loop: u32 = no_loop,
};
pub const no_loop = std.math.maxInt(u32);
pub const unlimited = std.math.maxInt(u32);

pub const Bitmap = struct {
    words: [4]u64 = @splat(0),
    pub inline fn has(self: *const Bitmap, c: u8) bool {
        return self.words[c >> 6] >> @intCast(c & 63) & 1 != 0;
    }
    pub fn add(self: *Bitmap, c: u8) void {
        self.words[c >> 6] |= @as(u64, 1) << @intCast(c & 63);
    }
    fn merge(self: *Bitmap, other: Bitmap) void {
        for (&self.words, other.words) |*to, w| to.* |= w;
    }
    const full: Bitmap = .{ .words = @splat(std.math.maxInt(u64)) };
};

/// A set of characters: `code` is its part of the code words.
pub const Set = struct { low: Bitmap, code: []const u32, fold: Fold };

/// A loop over more than one character: its bounds, the loop around it, and by what its count is multiplied in the
/// number that stands for the counts of all loops (`sre_match.zig: Memo`).
pub const Loop = struct { min: u32, max: u32, outer: u32, stride: u64 };

pub const Program = struct {
    insts: List(Inst) = .{},
    sets: List(Set) = .{},
    loops: List(Loop) = .{},
    firsts: List(Bitmap) = .{},
    literals: List(u8) = .{},
    /// Number of marks: two a group.
    marks: u32,
    /// Texts are UTF-8, otherwise a character is a byte.
    utf8: bool,
    /// The code words, owned.
    code: []u32,
    /// Back-references and conditions make what can match depend on more than the place.
    memoizable: bool = true,
    /// Product of the ranges of all counts.
    counts: u64 = 1,
    /// What every match begins with: part of `literals`.
    prefix: []const u8 = "",
    prefix_start: u32 = 0,
    prefix_len: u32 = 0,
    /// Bytes that a match can begin with; null: it may be empty or begin with anything.
    first: ?Bitmap = null,

    pub fn deinit(p: *Program) void {
        p.insts.deinit();
        p.sets.deinit();
        p.loops.deinit();
        p.firsts.deinit();
        p.literals.deinit();
        alloc.free(p.code.ptr);
    }
};

/// A growing array in the runtime's memory.
pub fn List(comptime T: type) type {
    return struct {
        items: []T = &.{},
        cap: usize = 0,
        const Self = @This();
        pub fn append(self: *Self, value: T) void {
            const n = self.items.len;
            if (n == self.cap) self.grow();
            self.items.len = n + 1;
            self.items[n] = value;
        }
        noinline fn grow(self: *Self) void {
            const cap = @max(8, self.cap * 2);
            const block: [*]T = if (self.cap == 0) alloc.array(T, cap) else @ptrCast(@alignCast(alloc.resize(self.items.ptr, cap * @sizeOf(T))));
            self.items = block[0..self.items.len];
            self.cap = cap;
        }
        pub fn deinit(self: *Self) void {
            if (self.cap > 0) alloc.free(self.items.ptr);
            self.* = .{};
        }
    };
}

const Invalid = error{Invalid};

const Translator = struct {
    p: *Program,
    code: []const u32,
    loop: u32 = no_loop,

    fn emit(t: *Translator, inst: Inst) u32 {
        const at: u32 = @intCast(t.p.insts.items.len);
        var with_loop = inst;
        with_loop.loop = t.loop;
        t.p.insts.append(with_loop);
        return at;
    }
    fn here(t: *Translator) u32 {
        return @intCast(t.p.insts.items.len);
    }
    fn word(t: *Translator, i: usize) Invalid!u32 {
        return if (i < t.code.len) t.code[i] else error.Invalid;
    }
    /// Where a skip that stands at `i` leads; not beyond `end`.
    fn target(t: *Translator, i: usize, end: usize) Invalid!usize {
        const to = i + try t.word(i);
        return if (to > i and to <= end) to else error.Invalid;
    }

    /// Translates the code words from `start` to `end`.
    fn range(t: *Translator, start: usize, end: usize) Invalid!void {
        var i = start;
        while (i < end) {
            const op: Code = @enumFromInt(t.code[i]);
            switch (op) {
                .LITERAL => {
                    i = try t.literal(i, end);
                },
                .SUCCESS => {
                    // Only as the last word of a part, whose owner emits what ends it.
                    return if (i + 1 == end) {} else error.Invalid;
                },
                .MARK => {
                    const n = try t.word(i + 1);
                    if (n >= t.p.marks) return error.Invalid;
                    _ = t.emit(.{ .op = .mark, .x = n });
                    i += 2;
                },
                .AT => {
                    const kind = try t.word(i + 1);
                    if (kind > @intFromEnum(At.uni_non_boundary)) return error.Invalid;
                    _ = t.emit(.{ .op = .at, .x = kind });
                    i += 2;
                },
                .FAILURE => {
                    _ = t.emit(.{ .op = .fail });
                    i += 1;
                },
                .BRANCH => i = try t.branch(i, end),
                .REPEAT, .POSSESSIVE_REPEAT => i = try t.repeat(i, end, op),
                .REPEAT_ONE => i = try t.repeatOne(i, end, .repeat_one),
                .MIN_REPEAT_ONE => i = try t.repeatOne(i, end, .min_repeat_one),
                .POSSESSIVE_REPEAT_ONE => i = try t.repeatOne(i, end, .possessive_one),
                .ASSERT, .ASSERT_NOT => {
                    const after = try t.target(i + 1, end);
                    const at = t.emit(.{ .op = if (op == .ASSERT) .assert else .assert_not, .x = try t.word(i + 2) });
                    i = try t.part(i + 3, after, at);
                },
                .ATOMIC_GROUP => {
                    const after = try t.target(i + 1, end);
                    const at = t.emit(.{ .op = .atomic });
                    i = try t.part(i + 2, after, at);
                },
                .GROUPREF => i = try t.groupRef(i, .none),
                .GROUPREF_IGNORE => i = try t.groupRef(i, .ascii),
                .GROUPREF_LOC_IGNORE => i = try t.groupRef(i, .locale),
                .GROUPREF_UNI_IGNORE => i = try t.groupRef(i, .unicode),
                .GROUPREF_EXISTS => i = try t.groupExists(i, end),
                .INFO => i = try t.info(i, end),
                else => i = try t.single(i, end),
            }
        }
        if (i != end) return error.Invalid;
    }

    /// A run of characters as one instruction.
    fn literal(t: *Translator, start: usize, end: usize) Invalid!usize {
        var i = start;
        while (i + 1 < end and t.code[i] == @intFromEnum(Code.LITERAL)) i += 2;
        if (i == start) return error.Invalid;
        if (i == start + 2) return t.single(start, end);
        const from = t.p.literals.items.len;
        var k = start;
        while (k < i) : (k += 2) try t.appendLiteral(t.code[k + 1]);
        _ = t.emit(.{ .op = .literal, .x = @intCast(from), .min = @intCast(t.p.literals.items.len - from) });
        return i;
    }
    fn appendLiteral(t: *Translator, c: u32) Invalid!void {
        if (c > (if (t.p.utf8) @as(u32, 0x10ffff) else 255)) return error.Invalid;
        if (!t.p.utf8) return t.p.literals.append(@intCast(c));
        var buffer: [4]u8 = undefined;
        for (buffer[0..str.encodeCodepoint(@intCast(c), &buffer)]) |b| t.p.literals.append(b);
    }

    /// One character.
    fn single(t: *Translator, i: usize, end: usize) Invalid!usize {
        const op: Code = @enumFromInt(try t.word(i));
        switch (op) {
            .ANY => _ = t.emit(.{ .op = .any }),
            .ANY_ALL => _ = t.emit(.{ .op = .any_all }),
            .LITERAL => _ = t.emit(.{ .op = .char, .x = try t.word(i + 1) }),
            .NOT_LITERAL => _ = t.emit(.{ .op = .not_char, .x = try t.word(i + 1) }),
            .LITERAL_IGNORE => _ = t.emit(.{ .op = .char, .x = try t.word(i + 1), .fold = .ascii }),
            .NOT_LITERAL_IGNORE => _ = t.emit(.{ .op = .not_char, .x = try t.word(i + 1), .fold = .ascii }),
            .LITERAL_LOC_IGNORE => _ = t.emit(.{ .op = .char, .x = try t.word(i + 1), .fold = .locale }),
            .NOT_LITERAL_LOC_IGNORE => _ = t.emit(.{ .op = .not_char, .x = try t.word(i + 1), .fold = .locale }),
            .LITERAL_UNI_IGNORE => _ = t.emit(.{ .op = .char, .x = try t.word(i + 1), .fold = .unicode }),
            .NOT_LITERAL_UNI_IGNORE => _ = t.emit(.{ .op = .not_char, .x = try t.word(i + 1), .fold = .unicode }),
            .CATEGORY => {
                _ = try t.word(i + 1);
                try t.set(t.code[i .. i + 2], .none);
            },
            .IN => return t.setAt(i, end, .none),
            .IN_IGNORE => return t.setAt(i, end, .ascii),
            .IN_LOC_IGNORE => return t.setAt(i, end, .locale),
            .IN_UNI_IGNORE => return t.setAt(i, end, .unicode),
            else => return error.Invalid,
        }
        return i + @as(usize, if (op == .ANY or op == .ANY_ALL) 1 else 2);
    }
    fn setAt(t: *Translator, i: usize, end: usize, fold: Fold) Invalid!usize {
        const after = try t.target(i + 1, end);
        try t.set(t.code[i + 2 .. after], fold);
        return after;
    }
    fn set(t: *Translator, code: []const u32, fold: Fold) Invalid!void {
        try checkSet(code);
        var s: Set = .{ .low = .{}, .code = code, .fold = fold };
        for (0..256) |c| {
            if (setHas(&s, @intCast(c))) s.low.add(@intCast(c));
        }
        _ = t.emit(.{ .op = .set, .x = @intCast(t.p.sets.items.len) });
        t.p.sets.append(s);
    }

    fn branch(t: *Translator, start: usize, end: usize) Invalid!usize {
        var i = start + 1;
        var jumps: List(u32) = .{};
        defer jumps.deinit();
        var after: usize = 0;
        while (try t.word(i) != 0) {
            const next = try t.target(i, end);
            // Each way ends with a jump behind the branch.
            if (next < i + 3 or t.code[next - 2] != @intFromEnum(Code.JUMP)) return error.Invalid;
            after = try t.target(next - 1, end);
            const last = try t.word(next) == 0;
            const split = if (last) 0 else t.emit(.{ .op = .split });
            try t.range(i + 1, next - 2);
            if (!last) {
                jumps.append(t.emit(.{ .op = .jump }));
                t.p.insts.items[split].next = t.here();
            }
            i = next;
        }
        if (after != i + 1) return error.Invalid;
        for (jumps.items) |jump| t.p.insts.items[jump].next = t.here();
        return after;
    }

    fn repeat(t: *Translator, i: usize, end: usize, op: Code) Invalid!usize {
        const until = try t.target(i + 1, end);
        const min = try t.word(i + 2);
        const max = try t.word(i + 3);
        if (min > max) return error.Invalid;
        if (op == .POSSESSIVE_REPEAT) {
            if (try t.word(until) != @intFromEnum(Code.SUCCESS)) return error.Invalid;
            const at = t.emit(.{ .op = .possessive, .min = min, .max = max });
            _ = try t.part(i + 4, until, at);
            return until + 1;
        }
        const lazy = switch (@as(Code, @enumFromInt(try t.word(until)))) {
            .MAX_UNTIL => false,
            .MIN_UNTIL => true,
            else => return error.Invalid,
        };
        const outer = t.loop;
        const loop: u32 = @intCast(t.p.loops.items.len);
        t.p.loops.append(.{ .min = min, .max = max, .outer = outer, .stride = t.p.counts });
        const different: u64 = @as(u64, if (max == unlimited) min else max) + 1;
        t.p.counts = std.math.mul(u64, t.p.counts, different) catch std.math.maxInt(u64);
        const head = t.emit(.{ .op = .repeat, .x = loop, .min = min, .max = max });
        t.loop = loop;
        try t.range(i + 4, until);
        const at = t.emit(.{ .op = if (lazy) .min_until else .max_until, .x = loop, .min = min, .max = max, .next = head + 1 });
        t.p.insts.items[head].next = at;
        t.loop = outer;
        return until + 1;
    }

    fn repeatOne(t: *Translator, i: usize, end: usize, op: Op) Invalid!usize {
        const after = try t.target(i + 1, end);
        const min = try t.word(i + 2);
        const max = try t.word(i + 3);
        if (min > max) return error.Invalid;
        const at = t.emit(.{ .op = op, .min = min, .max = max });
        // Groups that capture nothing leave nothing in the code, so the item is one instruction.
        const item_end = try t.single(i + 4, after);
        if (item_end + 1 != after or t.code[item_end] != @intFromEnum(Code.SUCCESS)) return error.Invalid;
        t.p.insts.items[at].next = t.here();
        return after;
    }

    /// The words from `start` to `end` as the part that belongs to the instruction `at`.
    fn part(t: *Translator, start: usize, end: usize, at: u32) Invalid!usize {
        if (start > end) return error.Invalid;
        const outer = t.loop;
        try t.range(start, end);
        t.loop = outer;
        _ = t.emit(.{ .op = .sub_end });
        t.p.insts.items[at].next = t.here();
        return end;
    }

    fn groupRef(t: *Translator, i: usize, fold: Fold) Invalid!usize {
        const group = try t.word(i + 1);
        if (group >= t.p.marks / 2) return error.Invalid;
        t.p.memoizable = false;
        _ = t.emit(.{ .op = .groupref, .x = group, .fold = fold });
        return i + 2;
    }
    fn groupExists(t: *Translator, i: usize, end: usize) Invalid!usize {
        const group = try t.word(i + 1);
        if (group >= t.p.marks / 2) return error.Invalid;
        t.p.memoizable = false;
        const skip = i + 2;
        const no = skip + try t.word(skip) - 1;
        if (no <= skip or no > end) return error.Invalid;
        const at = t.emit(.{ .op = .group_exists, .x = group });
        // The words for "yes" end with a jump if there are words for "no".
        if (no >= skip + 3 and t.code[no - 2] == @intFromEnum(Code.JUMP) and no - 1 + t.code[no - 1] <= end and
            no - 1 + t.code[no - 1] > no)
        {
            if (t.range(skip + 1, no - 2)) {
                const jump = t.emit(.{ .op = .jump });
                t.p.insts.items[at].next = t.here();
                const after = no - 1 + t.code[no - 1];
                try t.range(no, after);
                t.p.insts.items[jump].next = t.here();
                return after;
            } else |_| t.p.insts.items.len = at + 1;
        }
        try t.range(skip + 1, no);
        t.p.insts.items[at].next = t.here();
        return no;
    }

    fn info(t: *Translator, i: usize, end: usize) Invalid!usize {
        const after = try t.target(i + 1, end);
        if (after < i + 5) return error.Invalid;
        if (t.code[i + 2] & 1 == 0) return after;
        const n = try t.word(i + 5);
        if (i + 7 + n > after) return error.Invalid;
        t.p.prefix_start = @intCast(t.p.literals.items.len);
        for (t.code[i + 7 .. i + 7 + n]) |c| try t.appendLiteral(c);
        t.p.prefix_len = @intCast(t.p.literals.items.len - t.p.prefix_start);
        return after;
    }
};

/// The words of a set end with FAILURE or with the end, and each has its operands.
fn checkSet(code: []const u32) Invalid!void {
    var i: usize = 0;
    while (i < code.len) {
        const size: usize = switch (@as(Code, @enumFromInt(code[i]))) {
            .FAILURE => return if (i + 1 == code.len) {} else error.Invalid,
            .NEGATE => 1,
            .LITERAL => 2,
            .CATEGORY => if (i + 1 < code.len and code[i + 1] <= 17) 2 else return error.Invalid,
            .RANGE, .RANGE_UNI_IGNORE => 3,
            .CHARSET => 9,
            .BIGCHARSET => blk: {
                if (i + 66 > code.len) return error.Invalid;
                const blocks = std.mem.sliceAsBytes(code[i + 2 .. i + 66]);
                for (blocks) |b| if (b >= code[i + 1]) return error.Invalid;
                break :blk 66 + @as(usize, code[i + 1]) * 8;
            },
            else => return error.Invalid,
        };
        if (i + size > code.len) return error.Invalid;
        i += size;
    }
}

/// Is the character in the set?
pub fn setHas(s: *const Set, c: u21) bool {
    return switch (s.fold) {
        .none => inCode(s.code, c),
        .ascii => inCode(s.code, lowerAscii(c)),
        .locale => inCode(s.code, lowerAscii(c)) or (upperAscii(c) != c and inCode(s.code, upperAscii(c))),
        .unicode => inCode(s.code, lower(c)),
    };
}

fn inCode(code: []const u32, c: u21) bool {
    var answer = true;
    var i: usize = 0;
    while (i < code.len) {
        switch (@as(Code, @enumFromInt(code[i]))) {
            .NEGATE => {
                answer = !answer;
                i += 1;
            },
            .LITERAL => {
                if (c == code[i + 1]) return answer;
                i += 2;
            },
            .RANGE => {
                if (code[i + 1] <= c and c <= code[i + 2]) return answer;
                i += 3;
            },
            .RANGE_UNI_IGNORE => {
                if (code[i + 1] <= c and c <= code[i + 2]) return answer;
                const u = upper(c);
                if (code[i + 1] <= u and u <= code[i + 2]) return answer;
                i += 3;
            },
            .CATEGORY => {
                if (category(code[i + 1], c)) return answer;
                i += 2;
            },
            .CHARSET => {
                if (c < 256 and code[i + 1 + (c >> 5)] >> @intCast(c & 31) & 1 != 0) return answer;
                i += 9;
            },
            .BIGCHARSET => {
                if (c < 0x10000) {
                    const blocks = std.mem.sliceAsBytes(code[i + 2 .. i + 66]);
                    const block: usize = blocks[c >> 8];
                    const bit: u32 = c & 255;
                    if (code[i + 66 + block * 8 + (bit >> 5)] >> @intCast(bit & 31) & 1 != 0) return answer;
                }
                i += 66 + @as(usize, code[i + 1]) * 8;
            },
            else => return !answer,
        }
    }
    // Only the words of one category end without FAILURE.
    return !answer;
}

fn asciiDigit(c: u21) bool {
    return c >= '0' and c <= '9';
}
fn asciiSpace(c: u21) bool {
    return c == ' ' or (c >= 9 and c <= 13);
}
pub fn asciiWord(c: u21) bool {
    return c < 128 and (std.ascii.isAlphanumeric(@intCast(c)) or c == '_');
}
pub fn unicodeWord(c: u21) bool {
    return if (c < 128) asciiWord(c) else unicode.isAlnum(c);
}
/// Categories in the order of `re._constants.CHCODES`: each is followed by its opposite.
fn category(kind: u32, c: u21) bool {
    const inside = switch (kind >> 1) {
        0 => asciiDigit(c),
        1 => asciiSpace(c),
        2, 4 => asciiWord(c),
        3 => c == '\n',
        5 => unicode.isDecimal(c),
        6 => unicode.isSpace(c),
        7 => unicodeWord(c),
        else => unicode.isLineBreak(c),
    };
    return inside == (kind & 1 == 0);
}

pub inline fn lowerAscii(c: u21) u21 {
    return if (c < 128) std.ascii.toLower(@intCast(c)) else c;
}
pub inline fn upperAscii(c: u21) u21 {
    return if (c < 128) std.ascii.toUpper(@intCast(c)) else c;
}
/// The simple lower case: one character.
pub fn lower(c: u21) u21 {
    if (c < 128) return lowerAscii(c);
    if (c == 0x130) return 'i';
    const m = unicode.map(.lower, c);
    return if (m.len == 1) m.cp[0] else c;
}
pub fn upper(c: u21) u21 {
    if (c < 128) return upperAscii(c);
    const m = unicode.map(.upper, c);
    return if (m.len == 1) m.cp[0] else c;
}

/// Translates code words (taken over); null: they are not what `re._compiler` makes.
pub fn translate(code: []u32, groups: u32, utf8: bool) ?*Program {
    const p: *Program = @ptrCast(@alignCast(alloc.bytes(@sizeOf(Program))));
    p.* = .{ .marks = groups * 2, .utf8 = utf8, .code = code };
    var t: Translator = .{ .p = p, .code = code };
    const ok = code.len > 0 and code[code.len - 1] == @intFromEnum(Code.SUCCESS);
    if (!ok or std.meta.isError(t.range(0, code.len))) {
        p.deinit();
        alloc.free(p);
        return null;
    }
    _ = t.emit(.{ .op = .success });
    p.prefix = p.literals.items[p.prefix_start..][0..p.prefix_len];
    if (p.counts > 1 << 32) p.memoizable = false;
    for (p.insts.items, 0..) |*inst, i| {
        if (inst.op != .split) continue;
        const first = firstBytes(p, @intCast(i + 1), 0) orelse continue;
        p.firsts.append(first);
        inst.x = @intCast(p.firsts.items.len);
    }
    p.first = firstBytes(p, 0, 0);
    return p;
}

/// The bytes that a match from this instruction on begins with; null: it may be empty, or nothing is known.
fn firstBytes(p: *const Program, start: u32, depth: u32) ?Bitmap {
    if (depth > 40) return null;
    var pc = start;
    while (true) {
        const inst = &p.insts.items[pc];
        switch (inst.op) {
            .mark => pc += 1,
            .jump => pc = inst.next,
            .char, .not_char, .any, .any_all, .set => return firstOfSingle(p, inst),
            .literal => {
                var b: Bitmap = .{};
                b.add(p.literals.items[inst.x]);
                return b;
            },
            .split => {
                var b = firstBytes(p, pc + 1, depth + 1) orelse return null;
                b.merge(firstBytes(p, inst.next, depth + 1) orelse return null);
                return b;
            },
            .repeat, .possessive => {
                const body = firstBytes(p, pc + 1, depth + 1) orelse return null;
                if (inst.min > 0) return body;
                var b = body;
                const after = if (inst.op == .repeat) inst.next + 1 else inst.next;
                b.merge(firstBytes(p, after, depth + 1) orelse return null);
                return b;
            },
            .repeat_one, .min_repeat_one, .possessive_one => {
                var b = firstOfSingle(p, &p.insts.items[pc + 1]);
                if (inst.min > 0) return b;
                b.merge(firstBytes(p, inst.next, depth + 1) orelse return null);
                return b;
            },
            .atomic => pc += 1,
            // An end of a loop or part may be reached with nothing matched.
            .fail, .success, .at, .max_until, .min_until, .assert, .assert_not, .sub_end, .groupref, .group_exists => return null,
        }
    }
}

fn firstOfSingle(p: *const Program, inst: *const Inst) Bitmap {
    if (inst.op == .any_all) return Bitmap.full;
    var b: Bitmap = .{};
    const low: usize = if (p.utf8) 128 else 256;
    for (0..low) |c| {
        if (singleHas(p, inst, @intCast(c))) b.add(@intCast(c));
    }
    // What a character beyond ASCII begins with is not looked at closer, except for a plain one.
    if (p.utf8) {
        if (inst.op == .char and inst.fold == .none) {
            if (inst.x >= 128) {
                var buffer: [4]u8 = undefined;
                _ = str.encodeCodepoint(@intCast(inst.x), &buffer);
                b.add(buffer[0]);
            }
        } else for (0xc2..0xf5) |c| b.add(@intCast(c));
    }
    return b;
}

/// Does the single-character instruction take the character?
pub inline fn singleHas(p: *const Program, inst: *const Inst, c: u21) bool {
    return switch (inst.op) {
        .any => c != '\n',
        .any_all => true,
        .set => blk: {
            const s = &p.sets.items[inst.x];
            break :blk if (c < 256) s.low.has(@intCast(c)) else setHas(s, c);
        },
        .char => sameChar(inst, c),
        .not_char => !sameChar(inst, c),
        else => unreachable,
    };
}
inline fn sameChar(inst: *const Inst, c: u21) bool {
    return switch (inst.fold) {
        .none => c == inst.x,
        .ascii => lowerAscii(c) == inst.x,
        .locale => c == inst.x or lowerAscii(c) == inst.x or upperAscii(c) == inst.x,
        .unicode => lower(c) == inst.x,
    };
}
