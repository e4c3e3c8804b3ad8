//! The class `str` and its iterator: `Type` objects, slots, constructor, rows.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const args_ = @import("args.zig");
const str = @import("str.zig");
const repr_ = @import("repr.zig");
const int_type = @import("int_type.zig");
const index = @import("str_index.zig");
const finds = @import("str_find.zig");
const splits = @import("str_split.zig");
const pads = @import("str_pad.zig");
const cases = @import("str_case.zig");
const text_repr = @import("str_repr.zig");
const codec = @import("str_codec.zig");
const translates = @import("str_translate.zig");
const percent = @import("format_percent.zig");
const bytes_like = @import("bytes_like.zig");
const container = @import("container.zig");
const instance = @import("instance.zig");
const iter = @import("iter.zig");
const arguments = @import("str_args.zig");
const s_ = @import("singletons.zig");
const Word = object.Word;
const Str = object.Str;

const header: object.Header = .{ .rc = object.rc_immortal, .shape = @intFromEnum(object.ShapeId.type_) };

pub var str_type: types.Type = .{
    .h = header,
    .c_name = "str",
    .shape = @intFromEnum(object.ShapeId.str),
    .fixed_size = @sizeOf(Str),
    .flags = .{ .base = true, .acyclic = true, .str_subclass = true, .default_getattr = true, .immutable = true },
    .slots = .{
        .dealloc = str.dealloc,
        .repr = text_repr.repr,
        .str = own,
        .hash = hash,
        .compare = compare,
        .iter = iterator,
        .length = length,
        .getitem = index.getitem,
        .contains = finds.contains,
        .binary = container.binarySlots(.{ .add = add, .mul = mul, .mod = mod }),
        .inplace = container.binarySlots(.{ .add = inplaceAdd }),
        .new = new,
    },
};

pub var str_iter_type: types.Type = .{
    .h = header,
    .c_name = "str_ascii_iterator",
    .shape = @intFromEnum(object.ShapeId.str_iter),
    .fixed_size = @sizeOf(StrIter),
    .flags = .{ .acyclic = true, .default_getattr = true, .immutable = true },
    .slots = .{ .dealloc = iterDealloc, .iter = iter.self, .next = iterNext },
};

/// The class of iterators over text that is not ASCII.
pub var wide_iter_type: types.Type = .{
    .h = header,
    .c_name = "str_iterator",
    .fixed_size = @sizeOf(StrIter),
    .flags = .{ .acyclic = true, .default_getattr = true, .immutable = true },
    .slots = .{ .dealloc = iterDealloc, .iter = iter.self, .next = iterNext },
};

comptime {
    @export(&str_type, .{ .name = "pyrt_type_str" });
}

pub const methods = .{
    .{ "capitalize", cases.m_str_capitalize, 0, 0 },
    .{ "casefold", cases.m_str_casefold, 0, 0 },
    .{ "center", pads.m_str_center, 1, 2 },
    .{ "count", finds.m_str_count, 1, 3 },
    .{ "encode", translates.m_str_encode, 0, -1, .keywords },
    .{ "endswith", finds.m_str_endswith, 1, 3 },
    .{ "expandtabs", pads.m_str_expandtabs, 0, -1, .keywords },
    .{ "find", finds.m_str_find, 1, 3 },
    .{ "format", translates.m_str_format, 0, -1, .keywords },
    .{ "format_map", translates.m_str_format_map, 1, 1 },
    .{ "index", finds.m_str_index, 1, 3 },
    .{ "isalnum", cases.m_str_isalnum, 0, 0 },
    .{ "isalpha", cases.m_str_isalpha, 0, 0 },
    .{ "isascii", cases.m_str_isascii, 0, 0 },
    .{ "isdecimal", cases.m_str_isdecimal, 0, 0 },
    .{ "isdigit", cases.m_str_isdigit, 0, 0 },
    .{ "isidentifier", cases.m_str_isidentifier, 0, 0 },
    .{ "islower", cases.m_str_islower, 0, 0 },
    .{ "isnumeric", cases.m_str_isnumeric, 0, 0 },
    .{ "isprintable", cases.m_str_isprintable, 0, 0 },
    .{ "isspace", cases.m_str_isspace, 0, 0 },
    .{ "istitle", cases.m_str_istitle, 0, 0 },
    .{ "isupper", cases.m_str_isupper, 0, 0 },
    .{ "join", splits.m_str_join, 1, 1 },
    .{ "ljust", pads.m_str_ljust, 1, 2 },
    .{ "lower", cases.m_str_lower, 0, 0 },
    .{ "lstrip", pads.m_str_lstrip, 0, 1 },
    .{ "maketrans", translates.m_str_maketrans, 1, 3, .static_method },
    .{ "partition", finds.m_str_partition, 1, 1 },
    .{ "removeprefix", finds.m_str_removeprefix, 1, 1 },
    .{ "removesuffix", finds.m_str_removesuffix, 1, 1 },
    .{ "replace", finds.m_str_replace, 0, -1, .keywords },
    .{ "rfind", finds.m_str_rfind, 1, 3 },
    .{ "rindex", finds.m_str_rindex, 1, 3 },
    .{ "rjust", pads.m_str_rjust, 1, 2 },
    .{ "rpartition", finds.m_str_rpartition, 1, 1 },
    .{ "rsplit", splits.m_str_rsplit, 0, -1, .keywords },
    .{ "rstrip", pads.m_str_rstrip, 0, 1 },
    .{ "split", splits.m_str_split, 0, -1, .keywords },
    .{ "splitlines", splits.m_str_splitlines, 0, -1, .keywords },
    .{ "startswith", finds.m_str_startswith, 1, 3 },
    .{ "strip", pads.m_str_strip, 0, 1 },
    .{ "swapcase", cases.m_str_swapcase, 0, 0 },
    .{ "title", cases.m_str_title, 0, 0 },
    .{ "translate", translates.m_str_translate, 1, 1 },
    .{ "upper", cases.m_str_upper, 0, 0 },
    .{ "zfill", pads.m_str_zfill, 1, 1 },
    .{ "__format__", translates.m_str___format__, 1, 1 },
    .{ "__getnewargs__", translates.m_str___getnewargs__, 0, 0 },
    .{ "__sizeof__", translates.m_str___sizeof__, 0, 0 },
};

pub const str_iter_methods = .{
    .{ "__length_hint__", m_str_iter_length_hint, 0, 0 }, .{ "__setstate__", m_str_iter_setstate, 1, 1 },
};

fn own(w: Word) callconv(.c) Word {
    return str.own(str.of(w).?);
}

fn hash(w: Word) callconv(.c) i64 {
    return str.hash(w);
}

fn length(w: Word) callconv(.c) i64 {
    return @intCast(str.of(w).?.codepoints);
}

fn compare(l: Word, r: Word, op: types.CompareOp) callconv(.c) Word {
    const a = str.of(l) orelse return s_.notImplementedWord();
    const b = str.of(r) orelse return s_.notImplementedWord();
    if (op == .eq or op == .ne) return s_.boolWord(str.equal(l, r) == (op == .eq));
    return s_.boolWord(int_type.holds(std.math.order(@intFromEnum(str.order(a, b)), 0), op));
}

fn add(l: Word, r: Word) callconv(.c) Word {
    const a = str.of(l) orelse return s_.notImplementedWord();
    const b = str.of(r) orelse return container.wordOf(container.concatOther(l, r, add, "str"));
    return str.concat(a, b);
}

/// Consumes `l`.
fn inplaceAdd(l: Word, r: Word) callconv(.c) Word {
    if (object.isExact(l, .str)) {
        if (str.of(r)) |b| return str.concatConsume(l, b);
    }
    defer rc.release(l);
    return add(l, r);
}

fn mul(l: Word, r: Word) callconv(.c) Word {
    const seq = if (str.isStr(l)) l else r;
    const other = if (seq == l) r else l;
    return container.wordOf(repeatSlot(l, r, seq, other));
}

fn repeatSlot(l: Word, r: Word, seq: Word, other: Word) container.Raised!Word {
    if (try container.repeatOther(l, r, seq, other, mul)) |w| return w;
    if (!container.isIndex(other)) return s_.notImplementedWord();
    const n = try container.repeatCount(other);
    return container.check(str.repeat(str.of(seq).?, @intCast(n)));
}

fn mod(l: Word, r: Word) callconv(.c) Word {
    const s = str.of(l) orelse return s_.notImplementedWord();
    return percent.format(s, r);
}

/// The text of `encoding` or `errors` given by position, as CPython's call of `str` without keywords takes it.
fn isText(comptime param: []const u8, w: Word) bool {
    if (str.of(w) == null) {
        _ = err.raise(.TypeError, "str() argument '" ++ param ++ "' must be str, not {t}", .{w});
        return false;
    }
    return translates.textOr("str", param, w, "") != null;
}

fn new(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var out: [3]Word = undefined;
    if (kwnames == 0 and class == object.word(&str_type)) {
        if (!args_.checkCount("str", nargs, 0, 3)) return 0;
        if (nargs > 1 and !isText("encoding", args[1])) return 0;
        if (nargs > 2 and !isText("errors", args[2])) return 0;
    }
    if (!args_.bind(.{ .name = "str", .params = &.{ "object", "encoding", "errors" }, .positional = 3, .required = 0 }, args, nargs, kwnames, &out)) return 0;
    const result = if (out[1] == 0 and out[2] == 0) (if (out[0] == 0) str.empty() else repr_.str(out[0])) else decode(out);
    if (result == 0 or class == object.word(&str_type)) return result;
    const s = str.of(result).?;
    const exact = str.own(s);
    rc.release(result);
    return instance.convert(class, exact);
}

fn decode(out: [3]Word) Word {
    const encoding = translates.textOr("str", "encoding", out[1], "utf-8") orelse return 0;
    const errors = translates.textOr("str", "errors", out[2], "strict") orelse return 0;
    if (out[0] == 0) return str.empty();
    if (str.isStr(out[0])) return err.raise(.TypeError, "decoding str is not supported", .{});
    const data = bytes_like.view(out[0]) orelse
        return err.raise(.TypeError, "decoding to str: need a bytes-like object, {t} found", .{out[0]});
    codec.useMore();
    return codec.decode(data, encoding, errors, out[0]);
}

const StrIter = extern struct { h: object.Header, text: Word, at: u64 };

/// `iter(s)`, owned.
pub fn iterator(w: Word) callconv(.c) Word {
    // Instances of subclasses count as wide, as in CPython.
    const it = if (object.isExact(w, .str) and object.ptr(Str, w).isAscii())
        alloc.object(StrIter, .str_iter, 0)
    else
        instance.allocate(StrIter, object.word(&wide_iter_type));
    it.text = rc.retain(w);
    it.at = 0;
    return object.word(it);
}

fn iterNext(w: Word) callconv(.c) Word {
    const it = object.ptr(StrIter, w);
    if (it.text == 0) return 0;
    const s = object.ptr(Str, it.text);
    const i: usize = @intCast(it.at);
    if (i >= s.bytes) {
        rc.release(it.text);
        it.text = 0;
        return 0;
    }
    const first = s.data()[i];
    if (first < 128) {
        it.at += 1;
        return str.asciiChar(first);
    }
    const n = str.sequenceLength(first);
    it.at += n;
    return str.fromSliceCounted(s.slice()[i .. i + n], 1);
}

fn iterDealloc(w: Word) callconv(.c) void {
    rc.releaseMaybe(object.ptr(StrIter, w).text);
    alloc.free(object.header(w));
}

/// To a code point of the text.
pub fn m_str_iter_setstate(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ nargs, kwnames };
    const at = container.stateIndex(args[0]) catch return 0;
    const it = object.ptr(StrIter, self);
    if (it.text == 0) return s_.noneWord();
    const s = object.ptr(Str, it.text);
    it.at = if (at <= 0) 0 else if (at >= s.codepoints) s.bytes else index.offset(s, @intCast(at));
    return s_.noneWord();
}

pub fn m_str_iter_length_hint(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    _ = .{ args, nargs, kwnames };
    const it = object.ptr(StrIter, self);
    if (it.text == 0) return object.makeSmall(0);
    const s = object.ptr(Str, it.text);
    return object.makeSmall(@intCast(str.countCodepoints(s.slice()[@intCast(it.at)..])));
}
