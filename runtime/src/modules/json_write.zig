//! `_json`: the encoder, which writes values as a document.
//!
//! Invariant: `open` holds the containers that are being written, if circles are looked for; each is there once.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const ops = @import("../ops.zig");
const str = @import("../str.zig");
const call = @import("../call.zig");
const dict = @import("../dict.zig");
const iter = @import("../iter.zig");
const list = @import("../list.zig");
const args_ = @import("../args.zig");
const float = @import("../float.zig");
const stack = @import("../stack.zig");
const tuple = @import("../tuple.zig");
const method = @import("../method.zig");
const list_sort = @import("../list_sort.zig");
const float_text = @import("../float_text.zig");
const container = @import("../container.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const json = @import("json.zig");
const Word = object.Word;
const Raised = container.Raised;

const Encoder = extern struct {
    h: object.Header,
    markers: Word,
    default: Word,
    encoder: Word,
    indent: Word,
    key_separator: Word,
    item_separator: Word,
    sort_keys: u32,
    skip_keys: u32,
    allow_nan: u32,
    /// How strings are written: 0 by calling `encoder`, 1 natively, 2 natively as ASCII.
    quoting: u32,
};
const life = native.Life(Encoder, &.{ "markers", "default", "encoder", "indent", "key_separator", "item_separator" });
pub var encoder_type: types.Type = .{
    .h = types.static_header,
    .c_name = "_json.Encoder",
    .fixed_size = @sizeOf(Encoder),
    .flags = .{ .default_getattr = true },
    .slots = .{ .dealloc = life.dealloc, .traverse = life.traverse, .new = new, .call = callSlot },
};
pub const methods = .{
    .{ "markers", Field("markers").get, 0, 0, .member },
    .{ "default", Field("default").get, 0, 0, .member },
    .{ "encoder", Field("encoder").get, 0, 0, .member },
    .{ "indent", Field("indent").get, 0, 0, .member },
    .{ "key_separator", Field("key_separator").get, 0, 0, .member },
    .{ "item_separator", Field("item_separator").get, 0, 0, .member },
};
fn Field(comptime field: []const u8) type {
    return struct {
        fn get(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            return rc.retain(@field(object.ptr(Encoder, w), field));
        }
    };
}
const new_sig: args_.Signature = .{
    .name = "make_encoder",
    .params = &.{ "markers", "default", "encoder", "indent", "key_separator", "item_separator", "sort_keys", "skipkeys", "allow_nan" },
    .positional = 9,
    .required = 9,
};
fn new(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [9]Word = undefined;
    if (!args_.bind(new_sig, args, nargs, kwnames, &given)) return 0;
    if (!singletons.isNone(given[0]) and !dict.isDict(given[0])) {
        return err.raise(.TypeError, "make_encoder() argument 1 must be dict or None, not {t}", .{given[0]});
    }
    for ([_]usize{ 4, 5 }) |i| {
        if (!str.isStr(given[i])) return err.raise(.TypeError, "make_encoder() argument {d} must be str, not {t}", .{ @as(i64, @intCast(i + 1)), given[i] });
    }
    var flags: [3]u32 = undefined;
    for (given[6..9], &flags) |w, *to| {
        const t = ops.truth(w);
        if (t < 0) return 0;
        to.* = @intCast(t);
    }
    const e = native.create(Encoder, &encoder_type);
    const h = e.h;
    e.* = .{
        .h = h,
        .markers = rc.retain(given[0]),
        .default = rc.retain(given[1]),
        .encoder = rc.retain(given[2]),
        .indent = rc.retain(given[3]),
        .key_separator = rc.retain(given[4]),
        .item_separator = rc.retain(given[5]),
        .sort_keys = flags[0],
        .skip_keys = flags[1],
        .allow_nan = flags[2],
        .quoting = quotingOf(given[2]),
    };
    return object.word(e);
}
fn quotingOf(encoder: Word) u32 {
    if (!object.isExact(encoder, .builtin_function)) return 0;
    const f = object.ptr(method.BuiltinFunction, encoder).row.function;
    if (f == &json.encodePlain) return 1;
    return if (f == &json.encodeAscii) 2 else 0;
}

const Writer = struct {
    e: *Encoder,
    b: str.Builder = .{},
    open: Word,

    fn text(self: *Writer, w: Word) Raised!void {
        if (self.e.quoting != 0) return json.appendString(&self.b, str.slice(w), self.e.quoting == 2);
        const encoded = try container.check(call.call(self.e.encoder, &.{w}));
        defer rc.release(encoded);
        if (!str.isStr(encoded)) return container.fail(.TypeError, "encoder() must return a string, not {t}", .{encoded});
        self.b.append(str.slice(encoded));
    }
    fn number(self: *Writer, w: Word) Raised!void {
        if (object.isSmall(w)) return self.b.appendInt(object.smallValue(w));
        const digits = try container.check(int.toStr(int.valueOf(w)));
        defer rc.release(digits);
        self.b.append(str.slice(digits));
    }
    fn floating(self: *Writer, w: Word) Raised!void {
        const v = float.of(w).?;
        if (std.math.isFinite(v)) return float_text.appendRepr(&self.b, v, true);
        if (self.e.allow_nan == 0) return container.fail(.ValueError, "Out of range float values are not JSON compliant: {r}", .{w});
        self.b.append(if (std.math.isNan(v)) "NaN" else if (v > 0) "Infinity" else "-Infinity");
    }
    /// Marks a container as being written; False in the result: circles are not looked for.
    fn enter(self: *Writer, w: Word) Raised!void {
        if (!stack.checkWhile(" while encoding a JSON object")) return error.Raised;
        if (self.open == 0) return;
        for (list.items(self.open)) |held| {
            if (held == w) return container.fail(.ValueError, "Circular reference detected", .{});
        }
        list.append(self.open, w);
    }
    fn leave(self: *Writer) void {
        if (self.open == 0) return;
        rc.release(list.takeAt(list.of(self.open), list.len(self.open) - 1));
    }
    fn newline(self: *Writer, level: usize) void {
        if (singletons.isNone(self.e.indent)) return;
        self.b.appendByte('\n');
        for (0..level) |_| self.b.appendWord(self.e.indent);
    }

    fn value(self: *Writer, w: Word, level: usize) Raised!void {
        if (object.isSmall(w)) return self.number(w);
        if (singletons.isNone(w)) return self.b.append("null");
        if (w == singletons.trueWord()) return self.b.append("true");
        if (w == singletons.falseWord()) return self.b.append("false");
        if (str.isStr(w)) return self.text(w);
        if (int.isInt(w)) return self.number(w);
        if (float.isFloat(w)) return self.floating(w);
        if (list.isList(w) or tuple.isTuple(w)) return self.sequence(w, level);
        if (dict.isDict(w)) return self.mapping(w, level);
        try self.enter(w);
        const other = try container.check(call.call(self.e.default, &.{w}));
        defer rc.release(other);
        try self.value(other, level);
        self.leave();
    }
    fn sequence(self: *Writer, w: Word, level: usize) Raised!void {
        const is_list = list.isList(w);
        if ((if (is_list) list.len(w) else tuple.len(w)) == 0) return self.b.append("[]");
        try self.enter(w);
        self.b.appendByte('[');
        self.newline(level + 1);
        var i: usize = 0;
        // The list may change while Python code runs.
        while (i < (if (is_list) list.len(w) else tuple.len(w))) : (i += 1) {
            if (i > 0) {
                self.b.appendWord(self.e.item_separator);
                self.newline(level + 1);
            }
            const element = rc.retain(if (is_list) list.items(w)[i] else tuple.get(w, i));
            defer rc.release(element);
            try self.value(element, level + 1);
        }
        self.newline(level);
        self.b.appendByte(']');
        self.leave();
    }
    fn mapping(self: *Writer, w: Word, level: usize) Raised!void {
        if (dict.len(w) == 0) return self.b.append("{}");
        try self.enter(w);
        self.b.appendByte('{');
        self.newline(level + 1);
        var first = true;
        if (self.e.sort_keys == 0 and object.isExact(w, .dict)) {
            var at: usize = 0;
            while (dict.next(w, &at)) |entry| {
                const k = rc.retain(entry.key);
                defer rc.release(k);
                const v = rc.retain(entry.value);
                defer rc.release(v);
                try self.item(k, v, level, &first);
            }
        } else {
            const view = try container.check(call.method(w, "items", &.{}));
            defer rc.release(view);
            const items = try container.check(iter.collect(view));
            defer rc.release(items);
            if (self.e.sort_keys != 0) try list_sort.sort(items, 0, false);
            for (0..list.len(items)) |i| {
                const pair = list.items(items)[i];
                if (!tuple.isTuple(pair) or tuple.len(pair) != 2) return container.fail(.ValueError, "items must return 2-tuples", .{});
                try self.item(tuple.get(pair, 0), tuple.get(pair, 1), level, &first);
            }
        }
        self.newline(level);
        self.b.appendByte('}');
        self.leave();
    }
    fn item(self: *Writer, k: Word, v: Word, level: usize, first: *bool) Raised!void {
        const known = str.isStr(k) or float.isFloat(k) or singletons.isNone(k) or int.isInt(k) or
            k == singletons.trueWord() or k == singletons.falseWord();
        if (!known) {
            if (self.e.skip_keys != 0) return;
            return container.fail(.TypeError, "keys must be str, int, float, bool or None, not {t}", .{k});
        }
        if (!first.*) {
            self.b.appendWord(self.e.item_separator);
            self.newline(level + 1);
        }
        first.* = false;
        if (str.isStr(k)) {
            try self.text(k);
        } else if (self.e.quoting != 0) {
            // What stands for a number or constant has no character that is escaped.
            self.b.appendByte('"');
            try self.value(k, level);
            self.b.appendByte('"');
        } else {
            var inner: Writer = .{ .e = self.e, .open = 0 };
            defer inner.b.deinit();
            try inner.value(k, level);
            const shown = inner.b.finish();
            defer rc.release(shown);
            try self.text(shown);
        }
        self.b.appendWord(self.e.key_separator);
        try self.value(v, level + 1);
    }
};

/// `encoder(value, level)` → a tuple of texts.
fn callSlot(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const sig: args_.Signature = .{ .name = "_iterencode", .params = &.{ "obj", "_current_indent_level" }, .positional = 2, .required = 2 };
    var given: [2]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return 0;
    const level = int.toSsize(given[1]) orelse return 0;
    const e = object.ptr(Encoder, w);
    var out: Writer = .{ .e = e, .open = if (singletons.isNone(e.markers)) 0 else list.new(0) };
    defer rc.releaseMaybe(out.open);
    defer out.b.deinit();
    out.value(given[0], @intCast(@max(0, level))) catch return 0;
    return tuple.fromOwned(&.{out.b.finish()});
}
