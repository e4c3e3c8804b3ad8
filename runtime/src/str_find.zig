//! Text methods that look for texts: find, index, count, startswith, replace, partition and their kin.
const std = @import("std");
const object = @import("object.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const args_ = @import("args.zig");
const str = @import("str.zig");
const int = @import("int.zig");
const index = @import("str_index.zig");
const search = @import("search.zig");
const arguments = @import("str_args.zig");
const tuple = @import("tuple.zig");
const s_ = @import("singletons.zig");
const types = @import("type.zig");
const Word = object.Word;
const Str = object.Str;

const Mode = enum { find, rfind, index, rindex };

/// Code point position of the match, or −1, or null: raised.
fn locate(comptime mode: Mode, self: Word, args: [*]const Word, nargs: usize) ?i64 {
    const s = str.of(self).?;
    const sub = arguments.text(@tagName(mode), 1, args[0]) orelse return null;
    const range = arguments.range(args, nargs, 1, @intCast(s.codepoints)) orelse return null;
    if (range.isVoid()) return -1;
    const from = index.offset(s, range.start);
    const to = index.offset(s, range.end);
    const part = s.slice()[0..to];
    const at = if (mode == .find or mode == .index)
        search.find(part, sub.slice(), from) orelse return -1
    else
        from + (search.rfind(part[from..], sub.slice()) orelse return -1);
    return @intCast(index.position(s, at));
}

fn finder(comptime mode: Mode) object.NativeFn {
    return struct {
        fn f(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
            _ = kwnames;
            const at = locate(mode, self, args, nargs) orelse return 0;
            if (at < 0 and (mode == .index or mode == .rindex)) return err.raise(.ValueError, "substring not found", .{});
            return object.makeSmall(at);
        }
    }.f;
}
pub const m_str_find = finder(.find).*;
pub const m_str_rfind = finder(.rfind).*;
pub const m_str_index = finder(.index).*;
pub const m_str_rindex = finder(.rindex).*;

pub fn m_str_count(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = kwnames;
    const s = str.of(self).?;
    const sub = arguments.text("count", 1, args[0]) orelse return 0;
    const range = arguments.range(args, nargs, 1, @intCast(s.codepoints)) orelse return 0;
    if (range.isVoid()) return object.makeSmall(0);
    if (sub.bytes == 0) return object.makeSmall(@intCast(range.end - range.start + 1));
    const part = s.slice()[index.offset(s, range.start)..index.offset(s, range.end)];
    return object.makeSmall(@intCast(search.count(part, sub.slice())));
}

/// The `contains` slot: `item in self`.
pub fn contains(self: Word, item: Word) callconv(.c) i32 {
    const sub = str.of(item) orelse
        return err.fail(.TypeError, "'in <string>' requires string as left operand, not {t}", .{item});
    return @intFromBool(search.find(str.slice(self), sub.slice(), 0) != null);
}

fn affix(comptime name: []const u8, comptime at_end: bool) object.NativeFn {
    return struct {
        fn f(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
            _ = kwnames;
            const s = str.of(self).?;
            const range = arguments.range(args, nargs, 1, @intCast(s.codepoints)) orelse return 0;
            const part: ?[]const u8 = if (range.isVoid()) null else s.slice()[index.offset(s, range.start)..index.offset(s, range.end)];
            if (str.of(args[0])) |one| return s_.boolWord(matches(part, one));
            if (!tuple.isTuple(args[0])) {
                return err.raise(.TypeError, name ++ " first arg must be str or a tuple of str, not {t}", .{args[0]});
            }
            for (tuple.items(args[0])) |w| {
                const one = str.of(w) orelse
                    return err.raise(.TypeError, "tuple for " ++ name ++ " must only contain str, not {t}", .{w});
                if (matches(part, one)) return s_.trueWord();
            }
            return s_.falseWord();
        }
        fn matches(part: ?[]const u8, s: *Str) bool {
            const p = part orelse return false;
            return if (at_end) search.endsWith(p, s.slice()) else search.startsWith(p, s.slice());
        }
    }.f;
}
pub const m_str_startswith = affix("startswith", false).*;
pub const m_str_endswith = affix("endswith", true).*;

pub fn m_str_removeprefix(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    const s = str.of(self).?;
    const p = arguments.only("removeprefix", args[0]) orelse return 0;
    if (p.bytes == 0 or !search.startsWith(s.slice(), p.slice())) return str.own(s);
    return str.fromSliceCounted(s.slice()[@intCast(p.bytes)..], @intCast(s.codepoints - p.codepoints));
}

pub fn m_str_removesuffix(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    const s = str.of(self).?;
    const p = arguments.only("removesuffix", args[0]) orelse return 0;
    if (p.bytes == 0 or !search.endsWith(s.slice(), p.slice())) return str.own(s);
    return str.fromSliceCounted(s.slice()[0..@intCast(s.bytes - p.bytes)], @intCast(s.codepoints - p.codepoints));
}

pub fn m_str_replace(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var out: [3]Word = undefined;
    if (!args_.bind(.{ .name = "replace", .params = &.{ "old", "new", "count" }, .posonly = 2, .positional = 3, .required = 2 }, args, nargs, kwnames, &out)) return 0;
    const s = str.of(self).?;
    const old = arguments.text("replace", 1, out[0]) orelse return 0;
    const new = arguments.text("replace", 2, out[1]) orelse return 0;
    var limit: usize = std.math.maxInt(usize);
    if (out[2] != 0) {
        const n = int.toSsize(out[2]) orelse return 0;
        if (n >= 0) limit = @intCast(n);
    }
    return replace(s, old.slice(), new, limit);
}

fn tooLong() Word {
    return err.raise(.OverflowError, "replace string is too long", .{});
}

/// At most `limit` replacements, owned.
pub fn replace(s: *Str, old: []const u8, new: *Str, limit: usize) Word {
    if (limit == 0 or search.same(old, new.slice())) return str.own(s);
    if (old.len == 0) return interleave(s, new, limit);
    const data = s.slice();
    const n = @min(search.count(data, old), limit);
    if (n == 0) return str.own(s);
    const old_codepoints = str.countCodepoints(old);
    const added = std.math.mul(usize, n, @intCast(new.bytes)) catch return tooLong();
    const bytes = data.len - n * old.len + added;
    const codepoints = @as(usize, @intCast(s.codepoints)) - n * old_codepoints + n * @as(usize, @intCast(new.codepoints));
    if (bytes == 0) return str.empty();
    const result = str.tryRaw(bytes, codepoints) orelse return err.raise(.MemoryError, "", .{});
    const out = result.data();
    if (old.len == 1 and new.bytes == 1 and limit == std.math.maxInt(usize)) {
        search.replaceByte(result.slice(), data, old[0], new.data()[0]);
        return object.word(result);
    }
    var to: usize = 0;
    var from: usize = 0;
    for (0..n) |_| {
        const at = search.find(data, old, from).?;
        @memcpy(out[to .. to + at - from], data[from..at]);
        to += at - from;
        @memcpy(out[to .. to + @as(usize, @intCast(new.bytes))], new.slice());
        to += @intCast(new.bytes);
        from = at + old.len;
    }
    @memcpy(out[to..bytes], data[from..]);
    return object.word(result);
}

/// An empty `old` stands before every code point and at the end.
fn interleave(s: *Str, new: *Str, limit: usize) Word {
    var b = str.Builder.init(@intCast(s.bytes));
    const data = s.slice();
    var left = limit;
    var i: usize = 0;
    while (true) {
        if (left > 0) {
            b.append(new.slice());
            left -= 1;
        }
        if (i >= data.len) break;
        const n = str.sequenceLength(data[i]);
        b.append(data[i .. i + n]);
        i += n;
    }
    return b.finish();
}

fn partitionAt(s: *Str, sep: *Str, at: usize) Word {
    const data = s.slice();
    return tuple.fromOwned(&.{
        str.fromSlice(data[0..at]),
        str.own(sep),
        str.fromSlice(data[at + @as(usize, @intCast(sep.bytes)) ..]),
    });
}

pub fn m_str_partition(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    const s = str.of(self).?;
    const sep = str.of(args[0]) orelse return err.raise(.TypeError, "must be str, not {t}", .{args[0]});
    if (sep.bytes == 0) return err.raise(.ValueError, "empty separator", .{});
    const at = search.find(s.slice(), sep.slice(), 0) orelse
        return tuple.fromOwned(&.{ str.own(s), str.empty(), str.empty() });
    return partitionAt(s, sep, at);
}

pub fn m_str_rpartition(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    const s = str.of(self).?;
    const sep = str.of(args[0]) orelse return err.raise(.TypeError, "must be str, not {t}", .{args[0]});
    if (sep.bytes == 0) return err.raise(.ValueError, "empty separator", .{});
    const at = search.rfind(s.slice(), sep.slice()) orelse
        return tuple.fromOwned(&.{ str.empty(), str.empty(), str.own(s) });
    return partitionAt(s, sep, at);
}
