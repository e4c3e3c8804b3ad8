//! `unicodedata`: properties and names of characters, normal forms. The tables are `unicodedata.gen.bin`, in the order of its generator
//! (`runtime/tools/gen_unicodedata.py`), read where they lie.
//!
//! Invariant: Hangul syllables and unified ideographs are in no table; their names and parts follow from the code point.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const str = @import("../str.zig");
const alloc = @import("../alloc.zig");
const float = @import("../float.zig");
const bytes_like = @import("../bytes_like.zig");
const container = @import("../container.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const Word = object.Word;

pub const name = "unicodedata";
pub const shadowable = true;
pub const functions = .{
    .{ "name", nameOf, 1, 2 },
    .{ "lookup", lookup, 1, 1 },
    .{ "decimal", Number(.decimal).f, 1, 2 },
    .{ "digit", Number(.digit).f, 1, 2 },
    .{ "numeric", Number(.numeric).f, 1, 2 },
    .{ "category", Property(.category).f, 1, 1 },
    .{ "bidirectional", Property(.bidirectional).f, 1, 1 },
    .{ "combining", Property(.combining).f, 1, 1 },
    .{ "east_asian_width", Property(.east_asian_width).f, 1, 1 },
    .{ "mirrored", Property(.mirrored).f, 1, 1 },
    .{ "decomposition", decomposition, 1, 1 },
    .{ "normalize", normalize, 2, 2 },
    .{ "is_normalized", isNormalized, 2, 2 },
};
pub fn setup(m: *native.Module) container.Raised!void {
    native.define(m, "unidata_version", str.intern("15.1.0"));
}

const data = @embedFile("unicodedata.gen.bin");
const section_count = 13;
/// Where the sections begin and end.
const sections: [section_count][2]usize = blk: {
    var out: [section_count][2]usize = undefined;
    var at: usize = 0;
    for (&out) |*range| {
        const n = std.mem.readInt(u32, data[at..][0..4], .little);
        range.* = .{ at + 4, at + 4 + n };
        at += 4 + n;
    }
    std.debug.assert(at == data.len);
    break :blk out;
};
const Section = enum { records, blocks, texts, numerics, decomposed, mappings, tags, composed, words, names, spelled, order, aliases };
fn section(comptime which: Section) []const u8 {
    const range = sections[@intFromEnum(which)];
    return data[range[0]..range[1]];
}
fn number(comptime T: type, from: []const u8, at: usize) T {
    return std.mem.readInt(T, from[at..][0..@sizeOf(T)], .little);
}
/// The text with this number of a section of texts.
fn textAt(texts: []const u8, index: usize) []const u8 {
    var at: usize = 0;
    for (0..index) |_| at = std.mem.indexOfScalarPos(u8, texts, at, 0).? + 1;
    return texts[at..std.mem.indexOfScalarPos(u8, texts, at, 0).?];
}
/// The row, of `size` bytes and sorted by the number that it begins with, for a key.
fn rowOf(rows: []const u8, size: usize, key: u32) ?[]const u8 {
    var low: usize = 0;
    var high = rows.len / size;
    while (low < high) {
        const middle = (low + high) / 2;
        const found = number(u32, rows, middle * size);
        if (found == key) return rows[middle * size ..][0..size];
        if (found < key) low = middle + 1 else high = middle;
    }
    return null;
}

/// The character of an argument; null: raised. `which` is how the argument is called.
fn character(w: Word, comptime function: []const u8, comptime which: []const u8) ?u21 {
    if (str.of(w)) |s| if (s.codepoints == 1) return str.decodeAt(s.slice(), 0);
    _ = err.raise(.TypeError, function ++ "() argument " ++ which ++ "must be a unicode character, not {t}", .{w});
    return null;
}

const Field = enum { category, bidirectional, combining, east_asian_width, mirrored };
fn field(c: u21, which: Field) u8 {
    const blocks = section(.blocks);
    const index_size = (0x110000 >> 7) * 2;
    const block = number(u16, blocks, @as(usize, c >> 7) * 2);
    const record = number(u16, blocks, index_size + @as(usize, block) * 256 + @as(usize, c & 127) * 2);
    return section(.records)[@as(usize, record) * 8 + @intFromEnum(which)];
}
fn Property(comptime which: Field) type {
    return struct {
        fn f(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            const c = character(args[0], @tagName(which), "") orelse return 0;
            const value = field(c, which);
            if (which == .combining or which == .mirrored) return int.fromI64(value);
            return str.intern(textAt(section(.texts), value));
        }
    };
}

const Numeric = enum { decimal, digit, numeric };
fn Number(comptime which: Numeric) type {
    return struct {
        fn f(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
            const c = character(args[0], @tagName(which), "1 ") orelse return 0;
            if (rowOf(section(.numerics), 16, c)) |row| switch (which) {
                .decimal => if (row[4] > 0) return int.fromI64(row[4] - 1),
                .digit => if (row[5] > 0) return int.fromI64(row[5] - 1),
                .numeric => return float.new(@bitCast(number(u64, row, 8))),
            };
            if (nargs > 1) return rc.retain(args[1]);
            return err.raise(.ValueError, switch (which) {
                .decimal => "not a decimal",
                .digit => "not a digit",
                .numeric => "not a numeric character",
            }, .{});
        }
    };
}

// Names

const hangul_first = 0xac00;
const hangul_count = 11172;
const initials = [_][]const u8{ "G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H" };
const vowels = [_][]const u8{
    "A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI", "YU", "EU", "YI", "I",
};
const finals = [_][]const u8{
    "",   "G",  "GG", "GS", "N",  "NJ", "NH", "D",  "L", "LG", "LM", "LB", "LS", "LT",
    "LP", "LH", "M",  "B",  "BS", "S",  "SS", "NG", "J", "C",  "K",  "T",  "P",  "H",
};
const ideograph_prefix = "CJK UNIFIED IDEOGRAPH-";
const ideographs = [_][2]u21{
    .{ 0x3400, 0x4dbf },   .{ 0x4e00, 0x9fff },   .{ 0x20000, 0x2a6df }, .{ 0x2a700, 0x2b739 }, .{ 0x2b740, 0x2b81d },
    .{ 0x2b820, 0x2cea1 }, .{ 0x2ceb0, 0x2ebe0 }, .{ 0x2ebf0, 0x2ee5d }, .{ 0x30000, 0x3134a }, .{ 0x31350, 0x323af },
};
fn isIdeograph(c: u21) bool {
    for (ideographs) |range| if (c >= range[0] and c <= range[1]) return true;
    return false;
}
const Name = struct {
    buffer: [128]u8 = undefined,
    len: usize = 0,
    fn add(self: *Name, text: []const u8) void {
        @memcpy(self.buffer[self.len..][0..text.len], text);
        self.len += text.len;
    }
    fn addPoint(self: *Name, c: u21) void {
        self.len += (std.fmt.bufPrint(self.buffer[self.len..], "{X:0>4}", .{c}) catch unreachable).len;
    }
    fn slice(self: *const Name) []const u8 {
        return self.buffer[0..self.len];
    }
};

/// Where each word begins; made when names are first asked for.
var word_starts: ?[*]u32 = null;
fn word(index: usize) []const u8 {
    const words = section(.words);
    const starts = word_starts orelse blk: {
        const starts = alloc.array(u32, std.mem.count(u8, words, "\x00"));
        var at: usize = 0;
        var n: usize = 0;
        while (at < words.len) : (n += 1) {
            starts[n] = @intCast(at);
            at = std.mem.indexOfScalarPos(u8, words, at, 0).? + 1;
        }
        word_starts = starts;
        break :blk starts;
    };
    const from = starts[index];
    return words[from..std.mem.indexOfScalarPos(u8, words, from, 0).?];
}
const split = 0xc0;
/// The name in a row of `names`.
fn spell(row: []const u8, out: *Name) void {
    const spelled = section(.spelled);
    var at: usize = number(u32, row, 4);
    while (spelled[at] != 0xff) : (at += 1) {
        if (out.len > 0) out.add(" ");
        var n: usize = spelled[at];
        if (n >= split) {
            at += 1;
            n = split + ((n - split) << 8 | spelled[at]);
        }
        const text = word(n);
        if (text[text.len - 1] == '*') {
            out.add(text[0 .. text.len - 1]);
            out.addPoint(@intCast(number(u32, row, 0)));
        } else out.add(text);
    }
}
/// False: the character has no name.
fn write(c: u21, out: *Name) bool {
    if (c >= hangul_first and c < hangul_first + hangul_count) {
        const i: usize = c - hangul_first;
        out.add("HANGUL SYLLABLE ");
        out.add(initials[i / 588]);
        out.add(vowels[i % 588 / 28]);
        out.add(finals[i % 28]);
        return true;
    }
    if (isIdeograph(c)) {
        out.add(ideograph_prefix);
        out.addPoint(c);
        return true;
    }
    spell(rowOf(section(.names), 8, c) orelse return false, out);
    return true;
}
fn nameOf(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const c = character(args[0], "name", "1 ") orelse return 0;
    var out: Name = .{};
    if (write(c, &out)) return str.fromAscii(out.slice());
    return if (nargs > 1) rc.retain(args[1]) else err.raise(.ValueError, "no such name", .{});
}

fn find(wanted: []const u8) ?u21 {
    if (std.mem.startsWith(u8, wanted, ideograph_prefix)) {
        const digits = wanted[ideograph_prefix.len..];
        if (digits.len != 4 and digits.len != 5) return null;
        for (digits) |d| if (!std.ascii.isDigit(d) and (d < 'A' or d > 'F')) return null;
        const c = std.fmt.parseInt(u21, digits, 16) catch return null;
        return if (isIdeograph(c)) c else null;
    }
    if (std.mem.startsWith(u8, wanted, "HANGUL SYLLABLE ")) return findSyllable(wanted["HANGUL SYLLABLE ".len..]);
    const order = section(.order);
    const rows = section(.names);
    var low: usize = 0;
    var high = order.len / 2;
    while (low < high) {
        const middle = (low + high) / 2;
        const row = rows[@as(usize, number(u16, order, middle * 2)) * 8 ..][0..8];
        var out: Name = .{};
        spell(row, &out);
        switch (std.mem.order(u8, out.slice(), wanted)) {
            .eq => return @intCast(number(u32, row, 0)),
            .lt => low = middle + 1,
            .gt => high = middle,
        }
    }
    return null;
}
/// The longest part that fits is taken of each kind.
fn findSyllable(text: []const u8) ?u21 {
    var rest = text;
    const initial = longest(&initials, &rest) orelse return null;
    const vowel = longest(&vowels, &rest) orelse return null;
    const final = longest(&finals, &rest) orelse return null;
    return if (rest.len == 0) @intCast(hangul_first + (initial * 21 + vowel) * 28 + final) else null;
}
fn longest(parts: []const []const u8, rest: *[]const u8) ?usize {
    var best: ?usize = null;
    for (parts, 0..) |part, i| {
        if (std.mem.startsWith(u8, rest.*, part) and (best == null or part.len > parts[best.?].len)) best = i;
    }
    if (best) |i| rest.* = rest.*[parts[i].len..];
    return best;
}
fn lookup(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const given = if (str.of(args[0])) |s| s.slice() else bytes_like.require(args[0]) orelse return 0;
    if (given.len > 256) return err.raise(.KeyError, "name too long", .{});
    var buffer: [256]u8 = undefined;
    const wanted = std.ascii.upperString(&buffer, given);
    // Ideographs are looked for as they are written.
    const is_ideograph = std.mem.startsWith(u8, wanted, ideograph_prefix);
    if (find(if (is_ideograph) given else wanted)) |c| return str.fromCodepoint(c);
    if (alias(wanted)) |text| return str.fromSlice(text);
    return err.raise(.KeyError, "undefined character name '{s}'", .{given});
}
/// Other names, of characters and of sequences: name and text by turns.
fn alias(wanted: []const u8) ?[]const u8 {
    if (std.mem.eql(u8, wanted, "NULL") or std.mem.eql(u8, wanted, "NUL")) return "\x00";
    var it = std.mem.splitScalar(u8, section(.aliases), 0);
    while (it.next()) |known| {
        const text = it.next() orelse return null;
        if (std.mem.eql(u8, known, wanted)) return text;
    }
    return null;
}

// Normal forms

const Mapping = struct { tag: ?usize, points: [18]u21, len: usize };
fn mappingOf(c: u21) ?Mapping {
    const row = rowOf(section(.decomposed), 8, c) orelse return null;
    var out: Mapping = .{ .tag = null, .points = undefined, .len = 0 };
    const first = number(u16, row, 4);
    for (first..@as(usize, first) + number(u16, row, 6)) |i| {
        const value = number(u32, section(.mappings), i * 4);
        if (value > 0x110000) {
            out.tag = value - 0x110001;
            continue;
        }
        out.points[out.len] = @intCast(value);
        out.len += 1;
    }
    return out;
}
fn decomposition(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const c = character(args[0], "decomposition", "") orelse return 0;
    const mapping = mappingOf(c) orelse return str.fromAscii("");
    var b: str.Builder = .{};
    if (mapping.tag) |tag| b.append(textAt(section(.tags), tag));
    for (mapping.points[0..mapping.len]) |point| {
        if (b.slice().len > 0) b.appendByte(' ');
        var buffer: [8]u8 = undefined;
        b.append(std.fmt.bufPrint(&buffer, "{X:0>4}", .{point}) catch unreachable);
    }
    return b.finish();
}

const Form = struct { compose: bool, compatible: bool };
fn formOf(w: Word) ?Form {
    inline for (.{
        .{ "NFC", true, false }, .{ "NFD", false, false }, .{ "NFKC", true, true }, .{ "NFKD", false, true },
    }) |row| if (str.eqlSlice(w, row[0])) return .{ .compose = row[1], .compatible = row[2] };
    _ = err.raise(.ValueError, "invalid normalization form", .{});
    return null;
}
const Points = struct {
    items: [*]u21,
    len: usize = 0,
    cap: usize,
    fn add(self: *Points, c: u21) void {
        if (self.len == self.cap) {
            const to = alloc.array(u21, self.cap * 2);
            @memcpy(to[0..self.len], self.items[0..self.len]);
            alloc.free(self.items);
            self.items = to;
            self.cap *= 2;
        }
        self.items[self.len] = c;
        self.len += 1;
    }
    fn decompose(self: *Points, c: u21, compatible: bool) void {
        if (c >= hangul_first and c < hangul_first + hangul_count) {
            const i = c - hangul_first;
            self.add(0x1100 + i / 588);
            self.add(0x1161 + i % 588 / 28);
            if (i % 28 != 0) self.add(0x11a7 + i % 28);
            return;
        }
        const mapping = mappingOf(c) orelse return self.add(c);
        if (mapping.tag != null and !compatible) return self.add(c);
        for (mapping.points[0..mapping.len]) |point| self.decompose(point, compatible);
    }
    /// Marks in the order of their classes; those of one class stay as they are.
    fn sort(self: *Points) void {
        for (1..@max(1, self.len)) |i| {
            const class = field(self.items[i], .combining);
            if (class == 0) continue;
            const c = self.items[i];
            var at = i;
            while (at > 0 and field(self.items[at - 1], .combining) > class) : (at -= 1) self.items[at] = self.items[at - 1];
            self.items[at] = c;
        }
    }
    fn compose(self: *Points) void {
        var starter: ?usize = null;
        var out: usize = 0;
        var last_class: u8 = 0;
        for (self.items[0..self.len]) |c| {
            const class = field(c, .combining);
            if (starter) |s| {
                // Blocked by a mark of the same or a higher class between.
                const open = out == s + 1 or (last_class != 0 and last_class < class);
                if (open) if (composed(self.items[s], c)) |both| {
                    self.items[s] = both;
                    continue;
                };
            }
            if (class == 0) starter = out;
            last_class = class;
            self.items[out] = c;
            out += 1;
        }
        self.len = out;
    }
};
fn composed(a: u21, b: u21) ?u21 {
    if (a >= 0x1100 and a < 0x1113 and b >= 0x1161 and b < 0x1176) return hangul_first + ((a - 0x1100) * 21 + (b - 0x1161)) * 28;
    if (a >= hangul_first and a < hangul_first + hangul_count and (a - hangul_first) % 28 == 0 and b > 0x11a7 and b < 0x11c3) return a + (b - 0x11a7);
    const rows = section(.composed);
    var low: usize = 0;
    var high = rows.len / 12;
    while (low < high) {
        const middle = (low + high) / 2;
        const first = number(u32, rows, middle * 12);
        const second = number(u32, rows, middle * 12 + 4);
        if (first == a and second == b) return @intCast(number(u32, rows, middle * 12 + 8));
        if (first < a or (first == a and second < b)) low = middle + 1 else high = middle;
    }
    return null;
}
/// The normal form, owned; the text itself where nothing can change.
fn normalized(w: Word, form: Form) Word {
    const s = str.of(w).?;
    if (s.isAscii()) return str.own(s);
    var points: Points = .{ .items = alloc.array(u21, @intCast(s.codepoints + 1)), .cap = @intCast(s.codepoints + 1) };
    defer alloc.free(points.items);
    var it: str.Codepoints = .{ .s = s.slice() };
    while (it.next()) |c| points.decompose(c, form.compatible);
    points.sort();
    if (form.compose) points.compose();
    var b = str.Builder.init(s.slice().len);
    for (points.items[0..points.len]) |c| b.appendCodepoint(c);
    return b.finish();
}
fn checked(args: [*]const Word, comptime function: []const u8) bool {
    inline for (0..2) |i| if (!str.isStr(args[i])) {
        _ = err.raise(.TypeError, function ++ "() argument " ++ (if (i == 0) "1" else "2") ++ " must be str, not {t}", .{args[i]});
        return false;
    };
    return true;
}
fn normalize(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (!checked(args, "normalize")) return 0;
    if (str.slice(args[1]).len == 0) return str.own(str.of(args[1]).?);
    return normalized(args[1], formOf(args[0]) orelse return 0);
}
fn isNormalized(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (!checked(args, "is_normalized")) return 0;
    if (str.slice(args[1]).len == 0) return singletons.boolWord(true);
    const made = normalized(args[1], formOf(args[0]) orelse return 0);
    defer rc.release(made);
    return singletons.boolWord(std.mem.eql(u8, str.slice(made), str.slice(args[1])));
}
