//! The methods that bytes and bytearray share; each is instantiated for both, since results are of self's class.
const std = @import("std");
const object = @import("object.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const args_ = @import("args.zig");
const str = @import("str.zig");
const int = @import("int.zig");
const search = @import("search.zig");
const like = @import("bytes_like.zig");
const bytes = @import("bytes.zig");
const bytearray = @import("bytearray.zig");
const codec = @import("str_codec.zig");
const translates = @import("str_translate.zig");
const arguments = @import("str_args.zig");
const int_text = @import("int_text.zig");
const pads = @import("bytes_pad.zig");
const splits = @import("bytes_split.zig");
const tuple = @import("tuple.zig");
const list = @import("list.zig");
const call = @import("call.zig");
const s_ = @import("singletons.zig");
const Word = object.Word;

/// A new bytes or bytearray with a copy of `s`.
pub fn make(comptime mutable: bool, s: []const u8) Word {
    return if (mutable) bytearray.fromSlice(s) else bytes.fromSlice(s);
}

pub const Needle = struct {
    one: [1]u8 = undefined,
    data: ?[]const u8 = null,
    pub fn slice(self: *const Needle) []const u8 {
        return self.data orelse &self.one;
    }
    /// A bytes-like object or an int; false: raised.
    pub fn set(self: *Needle, w: Word) bool {
        self.data = like.view(w);
        if (self.data != null) return true;
        if (object.isExact(w, .memoryview)) return like.require(w) != null;
        if (!int.hasIndex(w)) {
            _ = err.raise(.TypeError, "argument should be integer or bytes-like object, not '{t}'", .{w});
            return false;
        }
        self.one[0] = like.byteOf(w) orelse return false;
        return true;
    }
};

const Mode = enum { find, rfind, index, rindex };

fn finder(comptime mode: Mode) object.NativeFn {
    return struct {
        fn f(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
            _ = kwnames;
            var needle: Needle = .{};
            const range = arguments.range(args, nargs, 1, like.view(self).?.len) orelse return 0;
            if (!needle.set(args[0])) return 0;
            const v = like.view(self).?;
            const end = @min(range.end, v.len);
            const found: ?usize = if (range.start > end)
                null
            else if (mode == .find or mode == .index)
                search.find(v[0..end], needle.slice(), range.start)
            else if (search.rfind(v[range.start..end], needle.slice())) |at| at + range.start else null;
            if (found) |at| return object.makeSmall(@intCast(at));
            if (mode == .index or mode == .rindex) return err.raise(.ValueError, "subsection not found", .{});
            return object.makeSmall(-1);
        }
    }.f;
}
pub const find = finder(.find).*;
pub const rfind = finder(.rfind).*;
pub const index = finder(.index).*;
pub const rindex = finder(.rindex).*;

pub fn count(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = kwnames;
    var needle: Needle = .{};
    const range = arguments.range(args, nargs, 1, like.view(self).?.len) orelse return 0;
    if (!needle.set(args[0])) return 0;
    const v = like.view(self).?;
    const end = @min(range.end, v.len);
    if (range.start > end) return object.makeSmall(0);
    const n = if (needle.slice().len == 0) end - range.start + 1 else search.count(v[range.start..end], needle.slice());
    return object.makeSmall(@intCast(n));
}

fn affix(comptime name: []const u8, comptime at_end: bool) object.NativeFn {
    return struct {
        fn f(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
            _ = kwnames;
            const v = like.view(self).?;
            const range = arguments.range(args, nargs, 1, v.len) orelse return 0;
            const part: ?[]const u8 = if (range.isVoid()) null else v[range.start..range.end];
            if (like.view(args[0])) |one| return s_.boolWord(matches(part, one));
            if (object.isExact(args[0], .memoryview)) {
                // One with gaps, or released.
                _ = like.require(args[0]);
                return 0;
            }
            if (!tuple.isTuple(args[0])) {
                return err.raise(.TypeError, name ++ " first arg must be bytes or a tuple of bytes, not {t}", .{args[0]});
            }
            for (tuple.items(args[0])) |w| {
                if (matches(part, like.require(w) orelse return 0)) return s_.trueWord();
            }
            return s_.falseWord();
        }
        fn matches(part: ?[]const u8, s: []const u8) bool {
            const p = part orelse return false;
            return if (at_end) std.mem.endsWith(u8, p, s) else std.mem.startsWith(u8, p, s);
        }
    }.f;
}
pub const startswith = affix("startswith", false).*;
pub const endswith = affix("endswith", true).*;

pub fn decode(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var out: [2]Word = undefined;
    if (!args_.bind(.{ .name = "decode", .params = &.{ "encoding", "errors" }, .positional = 2, .required = 0 }, args, nargs, kwnames, &out)) return 0;
    const encoding = translates.textOr("decode", "encoding", out[0], "utf-8") orelse return 0;
    const errors = translates.textOr("decode", "errors", out[1], "strict") orelse return 0;
    codec.useMore();
    return codec.decode(like.view(self).?, encoding, errors, self);
}

/// `hex([sep[, bytes_per_sep]])`
pub fn hex(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var out: [2]Word = undefined;
    if (!args_.bind(.{ .name = "hex", .params = &.{ "sep", "bytes_per_sep" }, .positional = 2, .required = 0 }, args, nargs, kwnames, &out)) return 0;
    const per = if (out[1] == 0) 1 else int.toSsize(out[1]) orelse return 0;
    var sep: u8 = 0;
    if (out[0] != 0) {
        const n = @import("ops.zig").len(out[0]);
        if (n < 0) return 0;
        if (n != 1) return err.raise(.ValueError, "sep must be length 1.", .{});
        const s: []const u8 = if (str.of(out[0])) |t| t.slice() else if (like.isBytes(out[0])) like.view(out[0]).? else return err.raise(.TypeError, "sep must be str or bytes.", .{});
        if (s[0] >= 128) return err.raise(.ValueError, "sep must be ASCII.", .{});
        sep = s[0];
    }
    const v = like.view(self).?;
    var b = str.Builder.init(v.len * 2);
    const group: usize = @intCast(@min(@abs(per), v.len + 1));
    for (v, 0..) |c, i| {
        if (sep != 0 and group > 0 and i > 0) {
            // Groups are counted from the end, or from the start if negative.
            const at = if (per > 0) v.len - i else i;
            if (at % group == 0) b.appendByte(sep);
        }
        b.appendByte("0123456789abcdef"[c >> 4]);
        b.appendByte("0123456789abcdef"[c & 15]);
    }
    return b.finish();
}

/// Parses pairs of hex digits with spaces between; false: raised.
fn parseHex(b: *str.Builder, text: *object.Str) bool {
    const s = text.slice();
    if (!text.isAscii()) return badHex(for (s, 0..) |c, k| {
        if (c >= 128) break k;
    } else unreachable);
    var i: usize = 0;
    while (i < s.len) {
        if (int_text.isSpace(s[i]) and s[i] < 0x1c or s[i] == ' ') {
            i += 1;
            continue;
        }
        const high = std.fmt.charToDigit(s[i], 16) catch return badHex(i);
        i += 1;
        if (i >= s.len) return badHex(i);
        const low = std.fmt.charToDigit(s[i], 16) catch return badHex(i);
        i += 1;
        b.appendByte(high << 4 | low);
    }
    return true;
}
fn badHex(at: usize) bool {
    _ = err.raise(.ValueError, "non-hexadecimal number found in fromhex() arg at position {d}", .{@as(i64, @intCast(at))});
    return false;
}

/// The translation table as 256 bytes, and the bytes to drop.
pub fn maketrans(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ self, nargs, kwnames };
    const from = like.require(args[0]) orelse return 0;
    const to = like.require(args[1]) orelse return 0;
    if (from.len != to.len) return err.raise(.ValueError, "maketrans arguments must have same length", .{});
    var table: [256]u8 = undefined;
    for (&table, 0..) |*c, i| c.* = @intCast(i);
    for (from, to) |a, b| table[a] = b;
    return bytes.fromSlice(&table);
}

const Test = fn (u8) bool;
fn every(comptime test_: Test) object.NativeFn {
    return struct {
        fn f(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
            _ = .{ args, nargs, kwnames };
            const v = like.view(self).?;
            for (v) |c| if (!test_(c)) return s_.falseWord();
            return s_.boolWord(v.len > 0);
        }
    }.f;
}
fn isSpace(c: u8) bool {
    return c == ' ' or (c >= 9 and c <= 13);
}
pub const isalnum = every(std.ascii.isAlphanumeric).*;
pub const isalpha = every(std.ascii.isAlphabetic).*;
pub const isdigit = every(std.ascii.isDigit).*;
pub const isspace = every(isSpace).*;

pub fn isascii(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return s_.boolWord(codec.isAscii(like.view(self).?));
}

fn oneCase(comptime wanted: Test, comptime other: Test) object.NativeFn {
    return struct {
        fn f(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
            _ = .{ args, nargs, kwnames };
            var seen = false;
            for (like.view(self).?) |c| {
                if (other(c)) return s_.falseWord();
                if (wanted(c)) seen = true;
            }
            return s_.boolWord(seen);
        }
    }.f;
}
pub const isupper = oneCase(std.ascii.isUpper, std.ascii.isLower).*;
pub const islower = oneCase(std.ascii.isLower, std.ascii.isUpper).*;

pub fn istitle(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    var seen = false;
    var after = false;
    for (like.view(self).?) |c| {
        if (std.ascii.isUpper(c)) {
            if (after) return s_.falseWord();
        } else if (std.ascii.isLower(c)) {
            if (!after) return s_.falseWord();
        } else {
            after = false;
            continue;
        }
        after = true;
        seen = true;
    }
    return s_.boolWord(seen);
}

/// Methods whose result is of self's class.
pub fn Typed(comptime mutable: bool) type {
    return struct {
        fn new(s: []const u8) Word {
            return make(mutable, s);
        }

        const Case = enum { upper, lower, swap, capitalize, title };
        fn converter(comptime kind: Case) object.NativeFn {
            return struct {
                fn f(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
                    _ = .{ args, nargs, kwnames };
                    const v = like.view(self).?;
                    var b = str.Builder.init(v.len);
                    defer b.deinit();
                    var after = false;
                    for (v) |c| {
                        b.appendByte(switch (kind) {
                            .upper => std.ascii.toUpper(c),
                            .lower => std.ascii.toLower(c),
                            .swap => if (std.ascii.isAlphabetic(c)) c ^ 32 else c,
                            .capitalize, .title => if (after) std.ascii.toLower(c) else std.ascii.toUpper(c),
                        });
                        after = if (kind == .title) std.ascii.isAlphabetic(c) else true;
                    }
                    return new(b.slice());
                }
            }.f;
        }
        pub const upper = converter(.upper).*;
        pub const lower = converter(.lower).*;
        pub const swapcase = converter(.swap).*;
        pub const capitalize = converter(.capitalize).*;
        pub const title = converter(.title).*;

        pub fn fromhex(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
            _ = .{ nargs, kwnames };
            const s = str.of(args[0]) orelse
                return err.raise(.TypeError, "fromhex() argument must be str, not {s}", .{arguments.shownType(args[0])});
            var b: str.Builder = .{};
            defer b.deinit();
            if (!parseHex(&b, s)) return 0;
            const r = new(b.slice());
            if (self == if (mutable) object.word(&bytearray.bytearray_type) else object.word(&bytes.bytes_type)) return r;
            defer rc.release(r);
            return call.call(self, &.{r});
        }

        pub fn join(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
            _ = .{ nargs, kwnames };
            const iter = @import("iter.zig");
            const items = iter.collectJoined(args[0]);
            if (items == 0) return 0;
            defer rc.release(items);
            var b: str.Builder = .{};
            defer b.deinit();
            for (list.items(items), 0..) |w, i| {
                const v = like.view(w) orelse
                    return err.raise(.TypeError, "sequence item {d}: expected a bytes-like object, {t} found", .{ @as(i64, @intCast(i)), w });
                if (i > 0) b.append(like.view(self).?);
                b.append(v);
            }
            return new(b.slice());
        }

        pub fn replace(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
            _ = kwnames;
            const old = like.require(args[0]) orelse return 0;
            const sub = like.require(args[1]) orelse return 0;
            var limit: usize = std.math.maxInt(usize);
            if (nargs > 2) {
                const n = int.toSsize(args[2]) orelse return 0;
                if (n >= 0) limit = @intCast(n);
            }
            const v = like.view(self).?;
            var b = str.Builder.init(v.len);
            defer b.deinit();
            var i: usize = 0;
            if (old.len == 0) {
                while (limit > 0) : (limit -= 1) {
                    b.append(sub);
                    if (i == v.len) break;
                    b.appendByte(v[i]);
                    i += 1;
                }
            } else while (limit > 0) : (limit -= 1) {
                const at = search.find(v, old, i) orelse break;
                b.append(v[i..at]);
                b.append(sub);
                i = at + old.len;
            }
            b.append(v[i..]);
            return new(b.slice());
        }

        pub fn removeprefix(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
            _ = .{ nargs, kwnames };
            const p = like.require(args[0]) orelse return 0;
            const v = like.view(self).?;
            return new(if (std.mem.startsWith(u8, v, p)) v[p.len..] else v);
        }
        pub fn removesuffix(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
            _ = .{ nargs, kwnames };
            const p = like.require(args[0]) orelse return 0;
            const v = like.view(self).?;
            return new(if (std.mem.endsWith(u8, v, p)) v[0 .. v.len - p.len] else v);
        }

        pub fn translate(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
            var out: [2]Word = undefined;
            if (!args_.bind(.{ .name = "translate", .params = &.{ "", "delete" }, .posonly = 1, .positional = 2, .required = 1 }, args, nargs, kwnames, &out)) return 0;
            var table: ?[]const u8 = null;
            if (!s_.isNone(out[0])) {
                table = like.require(out[0]) orelse return 0;
                if (table.?.len != 256) return err.raise(.ValueError, "translation table must be 256 characters long", .{});
            }
            const drop: []const u8 = if (out[1] == 0) "" else like.require(out[1]) orelse return 0;
            const v = like.view(self).?;
            var b = str.Builder.init(v.len);
            defer b.deinit();
            for (v) |c| {
                if (std.mem.indexOfScalar(u8, drop, c) != null) continue;
                b.appendByte(if (table) |t| t[c] else c);
            }
            return new(b.slice());
        }
    };
}

const B = Typed(false);
const A = Typed(true);
const BP = pads.Typed(false);
const AP = pads.Typed(true);
const BS = splits.Typed(false);
const AS = splits.Typed(true);

pub fn getnewargs(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return tuple.fromOwned(&.{bytes.fromSlice(like.view(self).?)});
}
pub fn ownBytes(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    if (object.isExact(self, .bytes)) return rc.retain(self);
    return bytes.fromSlice(like.view(self).?);
}

pub const bytes_methods = .{
    .{ "capitalize", B.capitalize, 0, 0 },
    .{ "center", BP.center, 1, 2 },
    .{ "count", count, 1, 3 },
    .{ "decode", decode, 0, -1, .keywords },
    .{ "endswith", endswith, 1, 3 },
    .{ "expandtabs", BP.expandtabs, 0, -1, .keywords },
    .{ "find", find, 1, 3 },
    .{ "fromhex", B.fromhex, 1, 1, .class_method },
    .{ "hex", hex, 0, -1, .keywords },
    .{ "index", index, 1, 3 },
    .{ "isalnum", isalnum, 0, 0 },
    .{ "isalpha", isalpha, 0, 0 },
    .{ "isascii", isascii, 0, 0 },
    .{ "isdigit", isdigit, 0, 0 },
    .{ "islower", islower, 0, 0 },
    .{ "isspace", isspace, 0, 0 },
    .{ "istitle", istitle, 0, 0 },
    .{ "isupper", isupper, 0, 0 },
    .{ "join", B.join, 1, 1 },
    .{ "ljust", BP.ljust, 1, 2 },
    .{ "lower", B.lower, 0, 0 },
    .{ "lstrip", BP.lstrip, 0, 1 },
    .{ "maketrans", maketrans, 2, 2, .static_method },
    .{ "partition", BS.partition, 1, 1 },
    .{ "removeprefix", B.removeprefix, 1, 1 },
    .{ "removesuffix", B.removesuffix, 1, 1 },
    .{ "replace", B.replace, 2, 3 },
    .{ "rfind", rfind, 1, 3 },
    .{ "rindex", rindex, 1, 3 },
    .{ "rjust", BP.rjust, 1, 2 },
    .{ "rpartition", BS.rpartition, 1, 1 },
    .{ "rsplit", BS.rsplit, 0, -1, .keywords },
    .{ "rstrip", BP.rstrip, 0, 1 },
    .{ "split", BS.split, 0, -1, .keywords },
    .{ "splitlines", BS.splitlines, 0, -1, .keywords },
    .{ "startswith", startswith, 1, 3 },
    .{ "strip", BP.strip, 0, 1 },
    .{ "swapcase", B.swapcase, 0, 0 },
    .{ "title", B.title, 0, 0 },
    .{ "translate", B.translate, 0, -1, .keywords },
    .{ "upper", B.upper, 0, 0 },
    .{ "zfill", BP.zfill, 1, 1 },
    .{ "__buffer__", @import("memoryview.zig").buffer, 0, -1, .keywords },
    .{ "__getnewargs__", getnewargs, 0, 0 },
    .{ "__bytes__", ownBytes, 0, 0 },
};

pub const shared_bytearray_methods = .{
    .{ "capitalize", A.capitalize, 0, 0 },
    .{ "center", AP.center, 1, 2 },
    .{ "count", count, 1, 3 },
    .{ "decode", decode, 0, -1, .keywords },
    .{ "endswith", endswith, 1, 3 },
    .{ "expandtabs", AP.expandtabs, 0, -1, .keywords },
    .{ "find", find, 1, 3 },
    .{ "fromhex", A.fromhex, 1, 1, .class_method },
    .{ "hex", hex, 0, -1, .keywords },
    .{ "index", index, 1, 3 },
    .{ "isalnum", isalnum, 0, 0 },
    .{ "isalpha", isalpha, 0, 0 },
    .{ "isascii", isascii, 0, 0 },
    .{ "isdigit", isdigit, 0, 0 },
    .{ "islower", islower, 0, 0 },
    .{ "isspace", isspace, 0, 0 },
    .{ "istitle", istitle, 0, 0 },
    .{ "isupper", isupper, 0, 0 },
    .{ "join", A.join, 1, 1 },
    .{ "ljust", AP.ljust, 1, 2 },
    .{ "lower", A.lower, 0, 0 },
    .{ "lstrip", AP.lstrip, 0, 1 },
    .{ "maketrans", maketrans, 2, 2, .static_method },
    .{ "partition", AS.partition, 1, 1 },
    .{ "removeprefix", A.removeprefix, 1, 1 },
    .{ "removesuffix", A.removesuffix, 1, 1 },
    .{ "replace", A.replace, 2, 3 },
    .{ "rfind", rfind, 1, 3 },
    .{ "rindex", rindex, 1, 3 },
    .{ "rjust", AP.rjust, 1, 2 },
    .{ "rpartition", AS.rpartition, 1, 1 },
    .{ "rsplit", AS.rsplit, 0, -1, .keywords },
    .{ "rstrip", AP.rstrip, 0, 1 },
    .{ "split", AS.split, 0, -1, .keywords },
    .{ "splitlines", AS.splitlines, 0, -1, .keywords },
    .{ "startswith", startswith, 1, 3 },
    .{ "strip", AP.strip, 0, 1 },
    .{ "swapcase", A.swapcase, 0, 0 },
    .{ "title", A.title, 0, 0 },
    .{ "translate", A.translate, 0, -1, .keywords },
    .{ "upper", A.upper, 0, 0 },
    .{ "zfill", AP.zfill, 1, 1 },
};
