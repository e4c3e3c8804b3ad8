//! Case methods and predicates of texts.
const std = @import("std");
const object = @import("object.zig");
const str = @import("str.zig");
const search = @import("search.zig");
const unicode = @import("unicode.zig");
const s_ = @import("singletons.zig");
const Word = object.Word;
const Str = object.Str;
const Builder = str.Builder;

fn put(b: *Builder, m: unicode.Mapped) void {
    for (m.cp[0..m.len]) |c| b.appendCodepoint(c);
}

/// Lower case of the code point at byte `i`: a capital sigma at the end of a word is ς.
fn putLower(b: *Builder, s: []const u8, i: usize, c: u21) void {
    if (c == 0x3a3) return b.appendCodepoint(if (isFinalSigma(s, i)) 0x3c2 else 0x3c3);
    put(b, unicode.map(.lower, c));
}

fn isFinalSigma(s: []const u8, at: usize) bool {
    var end = at;
    const before = while (end > 0) {
        const p = str.decodeBefore(s, end);
        if (!unicode.isCaseIgnorable(p.cp)) break unicode.isCased(p.cp);
        end = p.start;
    } else false;
    if (!before) return false;
    var i = at + 2;
    while (i < s.len) : (i += str.sequenceLength(s[i])) {
        const c = str.decodeAt(s, i);
        if (!unicode.isCaseIgnorable(c)) return !unicode.isCased(c);
    }
    return true;
}

const Kind = enum { upper, lower, fold, swap, capitalize, title };

fn converter(comptime kind: Kind) object.NativeFn {
    return struct {
        fn f(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
            _ = .{ args, nargs, kwnames };
            const s = str.of(self).?;
            if (s.bytes == 0) return str.empty();
            return if (s.isAscii()) asciiCase(s) else fullCase(s.slice());
        }

        fn asciiCase(s: *Str) Word {
            if (s.bytes == 1) return str.asciiChar(one(s.data()[0], false));
            const n: usize = @intCast(s.bytes);
            const out = str.tryRaw(n, n) orelse @import("alloc.zig").outOfMemory();
            switch (kind) {
                .upper => {
                    search.flipCase(out.slice(), s.slice(), 'a');
                    return object.word(out);
                },
                .lower, .fold => {
                    search.flipCase(out.slice(), s.slice(), 'A');
                    return object.word(out);
                },
                .swap, .capitalize, .title => {},
            }
            var cased = false;
            for (s.slice(), out.slice(), 0..) |c, *o, i| {
                o.* = one(c, if (kind == .title) cased else i > 0);
                if (kind == .title) cased = std.ascii.isAlphabetic(c);
            }
            return object.word(out);
        }

        inline fn one(c: u8, after: bool) u8 {
            return switch (kind) {
                .upper => std.ascii.toUpper(c),
                .lower, .fold => std.ascii.toLower(c),
                .swap => if (std.ascii.isAlphabetic(c)) c ^ 32 else c,
                .capitalize, .title => if (after) std.ascii.toLower(c) else std.ascii.toUpper(c),
            };
        }

        fn fullCase(s: []const u8) Word {
            var b = Builder.init(s.len);
            var i: usize = 0;
            var after = false;
            while (i < s.len) {
                const c = str.decodeAt(s, i);
                switch (kind) {
                    .upper => put(&b, unicode.map(.upper, c)),
                    .lower => putLower(&b, s, i, c),
                    .fold => put(&b, unicode.map(.fold, c)),
                    .swap => if (unicode.isUpper(c)) {
                        putLower(&b, s, i, c);
                    } else if (unicode.isLower(c)) {
                        put(&b, unicode.map(.upper, c));
                    } else b.appendCodepoint(c),
                    .capitalize, .title => if (after) putLower(&b, s, i, c) else put(&b, unicode.map(.title, c)),
                }
                after = if (kind == .title) unicode.isCased(c) else true;
                i += str.sequenceLength(s[i]);
            }
            return b.finish();
        }
    }.f;
}
pub const m_str_upper = converter(.upper).*;
pub const m_str_lower = converter(.lower).*;
pub const m_str_casefold = converter(.fold).*;
pub const m_str_swapcase = converter(.swap).*;
pub const m_str_capitalize = converter(.capitalize).*;
pub const m_str_title = converter(.title).*;

/// A predicate that holds for every code point (and, unless `empty`, for at least one).
fn every(comptime test_: fn (u21) bool, comptime empty: bool) object.NativeFn {
    return struct {
        fn f(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
            _ = .{ args, nargs, kwnames };
            const s = str.of(self).?;
            if (s.bytes == 0) return s_.boolWord(empty);
            var it: str.Codepoints = .{ .s = s.slice() };
            while (it.next()) |c| if (!test_(c)) return s_.falseWord();
            return s_.trueWord();
        }
    }.f;
}
pub const m_str_isalpha = every(unicode.isAlpha, false).*;
pub const m_str_isalnum = every(unicode.isAlnum, false).*;
pub const m_str_isdecimal = every(unicode.isDecimal, false).*;
pub const m_str_isdigit = every(unicode.isDigit, false).*;
pub const m_str_isnumeric = every(unicode.isNumeric, false).*;
pub const m_str_isspace = every(unicode.isSpace, false).*;
pub const m_str_isprintable = every(unicode.isPrintable, true).*;

pub fn m_str_isascii(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return s_.boolWord(str.of(self).?.isAscii());
}

/// All cased code points are of one case, and there is one.
fn allCased(self: Word, comptime wanted: fn (u21) bool, comptime other: fn (u21) bool) Word {
    var it: str.Codepoints = .{ .s = str.slice(self) };
    var seen = false;
    while (it.next()) |c| {
        if (other(c) or unicode.isTitle(c)) return s_.falseWord();
        if (wanted(c)) seen = true;
    }
    return s_.boolWord(seen);
}

pub fn m_str_isupper(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return allCased(self, unicode.isUpper, unicode.isLower);
}
pub fn m_str_islower(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return allCased(self, unicode.isLower, unicode.isUpper);
}

pub fn m_str_istitle(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    var it: str.Codepoints = .{ .s = str.slice(self) };
    var seen = false;
    var after = false;
    while (it.next()) |c| {
        if (unicode.isUpper(c) or unicode.isTitle(c)) {
            if (after) return s_.falseWord();
            after = true;
            seen = true;
        } else if (unicode.isLower(c)) {
            if (!after) return s_.falseWord();
            seen = true;
        } else after = false;
    }
    return s_.boolWord(seen);
}

pub fn m_str_isidentifier(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    var it: str.Codepoints = .{ .s = str.slice(self) };
    const first = it.next() orelse return s_.falseWord();
    if (!unicode.isIdentifierStart(first)) return s_.falseWord();
    while (it.next()) |c| if (!unicode.isIdentifierContinue(c)) return s_.falseWord();
    return s_.trueWord();
}
