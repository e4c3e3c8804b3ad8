//! `str.maketrans`, `str.translate`, `str.encode`, and the formatting methods.
const std = @import("std");
const object = @import("object.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const args_ = @import("args.zig");
const repr_ = @import("repr.zig");
const str = @import("str.zig");
const int = @import("int.zig");
const dict = @import("dict.zig");
const ops = @import("ops.zig");
const codec = @import("str_codec.zig");
const arguments = @import("str_args.zig");
const format_text = @import("format_text.zig");
const format_method = @import("format_method.zig");
const tuple = @import("tuple.zig");
const s_ = @import("singletons.zig");
const types = @import("type.zig");
const Word = object.Word;
const Str = object.Str;

/// Stores a code point's translation; false: raised. Consumes `value`.
fn store(table: Word, c: u21, value: Word) bool {
    defer rc.release(value);
    return dict.set(table, object.makeSmall(c), value) == 0;
}

pub fn m_str_maketrans(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ self, kwnames };
    if (nargs == 1) return fromDict(args[0]);
    const to = arguments.text("maketrans", 2, args[1]) orelse return 0;
    const drop = if (nargs > 2) arguments.text("maketrans", 3, args[2]) orelse return 0 else null;
    const from = str.of(args[0]) orelse
        return err.raise(.TypeError, "first maketrans argument must be a string if there is a second argument", .{});
    if (from.codepoints != to.codepoints) {
        return err.raise(.ValueError, "the first two maketrans arguments must have equal length", .{});
    }
    const table = dict.new();
    var x: str.Codepoints = .{ .s = from.slice() };
    var y: str.Codepoints = .{ .s = to.slice() };
    while (x.next()) |c| if (!store(table, c, object.makeSmall(y.next().?))) return drop_(table);
    if (drop) |d| {
        var z: str.Codepoints = .{ .s = d.slice() };
        while (z.next()) |c| if (!store(table, c, s_.noneWord())) return drop_(table);
    }
    return table;
}

fn drop_(w: Word) Word {
    rc.release(w);
    return 0;
}

fn fromDict(source: Word) Word {
    if (!types.typeOf(source).flags.dict_subclass) {
        return err.raise(.TypeError, "if you give only one argument to maketrans it must be a dict", .{});
    }
    const table = dict.new();
    var at: usize = 0;
    while (dict.next(source, &at)) |entry| {
        var key = entry.key;
        if (str.of(key)) |s| {
            if (s.codepoints != 1) {
                rc.release(table);
                return err.raise(.ValueError, "string keys in translate table must be of length 1", .{});
            }
            key = object.makeSmall(str.decodeAt(s.slice(), 0));
        } else if (int.valueOf(key) == 0) {
            rc.release(table);
            return err.raise(.TypeError, "keys in translate table must be strings or integers", .{});
        }
        if (dict.set(table, key, entry.value) < 0) return drop_(table);
    }
    return table;
}

/// Appends what the table maps the code point to; false: raised.
fn translateOne(b: *str.Builder, table: Word, c: u21) bool {
    const r = if (object.isExact(table, .dict)) rc.retainMaybe(dict.get(table, object.makeSmall(c))) else ops.getitem(table, object.makeSmall(c));
    if (r == 0 and !err.pending()) {
        b.appendCodepoint(c);
        return true;
    }
    if (r == 0) {
        if (!err.matches(.LookupError)) return false;
        err.clear();
        b.appendCodepoint(c);
        return true;
    }
    defer rc.release(r);
    if (s_.isNone(r)) return true;
    if (str.of(r)) |s| {
        b.append(s.slice());
        return true;
    }
    const v = int.valueOf(r);
    if (v == 0) {
        _ = err.raise(.TypeError, "character mapping must return integer, None or str", .{});
        return false;
    }
    const n = int.toI64(v) orelse -1;
    if (n < 0 or n > 0x10ffff) {
        _ = err.raise(.ValueError, "character mapping must be in range(0x110000)", .{});
        return false;
    }
    b.appendCodepoint(@intCast(n));
    return true;
}

const unasked = 255;
const deleted = 254;

pub fn m_str_translate(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    const s = str.of(self).?;
    var b = str.Builder.init(@intCast(s.bytes));
    // What ASCII characters became, as long as that is one ASCII character or nothing: asked once each.
    var known: [128]u8 = @splat(unasked);
    var it: str.Codepoints = .{ .s = s.slice() };
    while (it.next()) |c| {
        if (c < 128) switch (known[c]) {
            unasked => {},
            deleted => continue,
            else => |to| {
                b.appendByte(to);
                continue;
            },
        };
        const before = b.slice().len;
        if (!translateOne(&b, args[0], c)) {
            b.deinit();
            return 0;
        }
        // CPython asks once for each character of a text that is all ASCII; a dict answers the same every time.
        if (c >= 128 or !(s.isAscii() or object.isExact(args[0], .dict))) continue;
        const made = b.slice()[before..];
        if (made.len == 0) known[c] = deleted else if (made.len == 1) known[c] = made[0];
    }
    return b.finish();
}

/// A text argument with a default; null: raised.
pub fn textOr(comptime name: []const u8, comptime param: []const u8, w: Word, default: []const u8) ?[]const u8 {
    if (w == 0) return default;
    const s = str.of(w) orelse {
        _ = err.raise(.TypeError, name ++ "() argument '" ++ param ++ "' must be str, not {s}", .{arguments.shownType(w)});
        return null;
    };
    // CPython hands the text over as a C string.
    const refused = codec.encode(s, "utf-8", "strict");
    if (refused == 0) return null;
    rc.release(refused);
    if (std.mem.indexOfScalar(u8, s.slice(), 0) == null) return s.slice();
    _ = err.raise(.ValueError, "embedded null character", .{});
    return null;
}

pub fn m_str_encode(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var out: [2]Word = undefined;
    if (!args_.bind(.{ .name = "encode", .params = &.{ "encoding", "errors" }, .positional = 2, .required = 0 }, args, nargs, kwnames, &out)) return 0;
    const encoding = textOr("encode", "encoding", out[0], "utf-8") orelse return 0;
    const errors = textOr("encode", "errors", out[1], "strict") orelse return 0;
    codec.useMore();
    return codec.encode(str.of(self).?, encoding, errors);
}

pub fn m_str_format(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    return format_method.format(str.of(self).?, .{ .args = args[0..nargs], .names = args_.keywordNames(kwnames), .values = args + nargs });
}

pub fn m_str_format_map(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    return format_method.format(str.of(self).?, .{ .mapping = args[0] });
}

pub fn m_str___format__(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    const spec = str.of(args[0]) orelse
        return err.raise(.TypeError, "__format__() argument must be str, not {n}", .{args[0]});
    // Without a specification it is `str(self)`, which a subclass may define.
    if (spec.slice().len == 0) return repr_.str(self);
    return format_text.formatStr(str.of(self).?, spec.slice());
}

pub fn m_str___getnewargs__(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    return tuple.fromOwned(&.{str.own(str.of(self).?)});
}

/// CPython's figure for its compact layouts.
pub fn m_str___sizeof__(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    const s = str.of(self).?;
    if (s.isAscii()) return object.makeSmall(@intCast(40 + s.bytes + 1));
    var widest: u21 = 0;
    var it: str.Codepoints = .{ .s = s.slice() };
    while (it.next()) |c| widest = @max(widest, c);
    const unit: u64 = if (widest < 256) 1 else if (widest < 65536) 2 else 4;
    return object.makeSmall(@intCast(56 + (s.codepoints + 1) * unit));
}
