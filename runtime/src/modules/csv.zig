//! `_csv`: the module, dialects, and the writer; the reader stands in `csv_reader.zig`.
//!
//! Invariant: a `Dialect` is valid: characters are code points or `none`, and `quotechar` is set if something is quoted.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const ops = @import("../ops.zig");
const str = @import("../str.zig");
const attr = @import("../attr.zig");
const call = @import("../call.zig");
const dict = @import("../dict.zig");
const iter = @import("../iter.zig");
const list = @import("../list.zig");
const repr_ = @import("../repr.zig");
const args_ = @import("../args.zig");
const float = @import("../float.zig");
const instance = @import("../instance.zig");
const container = @import("../container.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const reader = @import("csv_reader.zig");
const Word = object.Word;
const Raised = container.Raised;

pub const name = "_csv";
pub const shadowable = true;
pub const doc = "CSV parsing and writing.\n";

pub const none_char: u32 = std.math.maxInt(u32);
pub const Quoting = enum(u32) { minimal, all, nonnumeric, none, strings, notnull };
pub const Dialect = extern struct {
    h: object.Header,
    lineterminator: Word,
    delimiter: u32,
    quotechar: u32,
    escapechar: u32,
    quoting: Quoting,
    doublequote: u32,
    skipinitialspace: u32,
    strict: u32,
    pad: u32 = 0,
};
pub var dialect_type: types.Type = .{
    .h = types.static_header,
    .c_name = "_csv.Dialect",
    .fixed_size = @sizeOf(Dialect),
    .flags = .{ .base = true, .acyclic = true, .default_getattr = true },
    .slots = .{ .dealloc = native.Life(Dialect, &.{"lineterminator"}).dealloc, .new = newDialect },
};
const dialect_methods = .{
    .{ "delimiter", Char("delimiter").get, 0, 0, .getset },
    .{ "quotechar", Char("quotechar").get, 0, 0, .getset },
    .{ "escapechar", Char("escapechar").get, 0, 0, .getset },
    .{ "lineterminator", getTerminator, 0, 0, .getset },
    .{ "quoting", getQuoting, 0, 0, .getset },
    .{ "doublequote", Bool("doublequote").get, 0, 0, .getset },
    .{ "skipinitialspace", Bool("skipinitialspace").get, 0, 0, .getset },
    .{ "strict", Bool("strict").get, 0, 0, .getset },
};
fn Char(comptime field: []const u8) type {
    return struct {
        fn get(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            const c = @field(dialectOf(w), field);
            return if (c == none_char) native.none() else str.fromCodepoint(@intCast(c));
        }
    };
}
fn Bool(comptime field: []const u8) type {
    return struct {
        fn get(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
            return singletons.boolWord(@field(dialectOf(w), field) != 0);
        }
    };
}
fn getTerminator(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(dialectOf(w).lineterminator);
}
fn getQuoting(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return int.fromI64(@intFromEnum(dialectOf(w).quoting));
}
pub fn dialectOf(w: Word) *Dialect {
    return object.ptr(Dialect, w);
}

pub const functions = .{
    .{ "reader", reader.make, 0, -1, .keywords },
    .{ "writer", makeWriter, 0, -1, .keywords },
    .{ "register_dialect", register, 1, 2, .keywords },
    .{ "unregister_dialect", unregister, 1, 1 },
    .{ "get_dialect", getDialect, 1, 1 },
    .{ "list_dialects", listDialects, 0, 0 },
    .{ "field_size_limit", fieldSizeLimit, 0, 1 },
};
pub const classes = .{
    .{ "Dialect", &dialect_type, dialect_methods },
    .{ "Reader", &reader.reader_type, reader.methods },
    .{ "Writer", &writer_type, writer_methods },
};
pub var error_class: Word = 0;
var dialects: Word = 0;
pub var limit: i64 = 131072;

pub fn setup(m: *native.Module) Raised!void {
    if (error_class == 0) error_class = native.newException("_csv", "Error", &.{object.word(err.typeOf(.Exception))});
    if (error_class == 0) return error.Raised;
    native.define(m, "Error", error_class);
    dialects = dict.new();
    rc.immortalize(dialects);
    native.define(m, "_dialects", dialects);
    inline for (.{ "QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "QUOTE_STRINGS", "QUOTE_NOTNULL" }, 0..) |constant, i| {
        native.define(m, constant, int.fromI64(i));
    }
    native.define(m, "__version__", str.intern("1.0"));
}
pub fn fail(comptime fmt: []const u8, args: anytype) Raised {
    _ = native.raise(error_class, fmt, args);
    return error.Raised;
}

// Dialects

const field_names = [_][]const u8{ "delimiter", "doublequote", "escapechar", "lineterminator", "quotechar", "quoting", "skipinitialspace", "strict" };
/// The dialect that an argument and keywords mean; owned. `given` is 0 for none.
pub fn dialectFrom(given: Word, args: [*]const Word, nargs: usize, kwnames: Word, first_keyword: usize) Raised!Word {
    var source = given;
    var fields: [field_names.len]Word = @splat(0);
    for (args_.keywordNames(kwnames), 0..) |key, k| {
        const value = args[nargs + k];
        _ = first_keyword;
        if (str.eqlSlice(key, "dialect")) {
            source = value;
            continue;
        }
        for (field_names, 0..) |field, i| {
            if (str.eqlSlice(key, field)) {
                fields[i] = value;
                break;
            }
        } else return container.fail(.TypeError, "this function got an unexpected keyword argument '{s}'", .{str.slice(key)});
    }
    if (source != 0 and str.isStr(source)) {
        source = try dict.getValue(dialects, source) orelse return fail("unknown dialect", .{});
    }
    if (source != 0 and kwnames == 0 and !object.isSmall(source) and object.header(source).shape == dialect_type.shape) return rc.retain(source);
    return build(object.word(&dialect_type), source, &fields);
}
fn newDialect(class: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (nargs > 1) return err.raise(.TypeError, "function takes at most 9 arguments ({d} given)", .{nargs});
    if (!object.ptr(types.Type, class).flags.heap) {
        return container.wordOf(dialectFrom(if (nargs > 0) args[0] else 0, args, nargs, kwnames, 0));
    }
    const fields: [field_names.len]Word = @splat(0);
    return container.wordOf(build(class, if (nargs > 0) args[0] else 0, &fields));
}
fn build(class: Word, source: Word, given: *const [field_names.len]Word) Raised!Word {
    var held: [field_names.len]Word = @splat(0);
    defer for (held) |w| rc.releaseMaybe(w);
    for (given, &held, field_names) |w, *to, field| {
        if (w != 0) {
            to.* = rc.retain(w);
        } else if (source != 0) {
            to.* = attr.getOptional(source, field);
            if (to.* == 0) {
                if (err.pending()) err.clear();
            }
        }
    }
    const d = instance.allocate(Dialect, class);
    d.lineterminator = str.intern("\r\n");
    const w = object.word(d);
    errdefer rc.release(w);
    d.delimiter = try charOf("delimiter", held[0], ',', false);
    d.doublequote = try boolOf(held[1], 1);
    d.escapechar = try charOf("escapechar", held[2], none_char, true);
    if (held[3] != 0) {
        if (singletons.isNone(held[3])) return container.fail(.TypeError, "lineterminator must be set", .{});
        if (!str.isStr(held[3])) return container.fail(.TypeError, "\"lineterminator\" must be a string", .{});
        d.lineterminator = str.own(str.of(held[3]).?);
    }
    d.quotechar = try charOf("quotechar", held[4], '"', true);
    d.quoting = .minimal;
    if (held[5] != 0) {
        if (!int.isInt(held[5])) return container.fail(.TypeError, "\"quoting\" must be an integer", .{});
        const q = int.toI64(int.valueOf(held[5])) orelse -1;
        if (q < 0 or q > 5) return container.fail(.TypeError, "bad \"quoting\" value", .{});
        d.quoting = @enumFromInt(@as(u32, @intCast(q)));
    } else if (held[4] != 0 and singletons.isNone(held[4])) d.quoting = .none;
    if (d.quotechar == none_char and held[5] == 0) d.quoting = .none;
    d.skipinitialspace = try boolOf(held[6], 0);
    d.strict = try boolOf(held[7], 0);
    if (d.quoting != .none and d.quotechar == none_char) return container.fail(.TypeError, "quotechar must be set if quoting enabled", .{});
    try check("delimiter", d.delimiter, d, true);
    try check("escapechar", d.escapechar, d, false);
    try check("quotechar", d.quotechar, d, false);
    if (d.delimiter == d.escapechar) return container.fail(.ValueError, "bad delimiter or escapechar value", .{});
    if (d.delimiter == d.quotechar) return container.fail(.ValueError, "bad delimiter or quotechar value", .{});
    if (d.escapechar != none_char and d.escapechar == d.quotechar) return container.fail(.ValueError, "bad escapechar or quotechar value", .{});
    try checkTerminator("delimiter", d.delimiter, d);
    try checkTerminator("escapechar", d.escapechar, d);
    try checkTerminator("quotechar", d.quotechar, d);
    return w;
}
fn charOf(comptime field: []const u8, w: Word, default: u32, comptime optional: bool) Raised!u32 {
    if (w == 0) return default;
    if (optional and singletons.isNone(w)) return none_char;
    const s = str.of(w) orelse return container.fail(.TypeError, "\"" ++ field ++ "\" must be string" ++ (if (optional) " or None" else "") ++ ", not {t}", .{w});
    if (s.codepoints != 1) return container.fail(.TypeError, "\"" ++ field ++ "\" must be a 1-character string", .{});
    return str.decodeAt(s.slice(), 0);
}
fn boolOf(w: Word, default: u32) Raised!u32 {
    if (w == 0) return default;
    return @intFromBool(try container.checkTri(ops.truth(w)));
}
fn check(comptime field: []const u8, c: u32, d: *const Dialect, comptime space_allowed: bool) Raised!void {
    if (c == none_char) return;
    if (c == '\n' or c == '\r' or (c == ' ' and d.skipinitialspace != 0 and !space_allowed)) {
        return container.fail(.ValueError, "bad " ++ field ++ " value", .{});
    }
}
fn checkTerminator(comptime field: []const u8, c: u32, d: *const Dialect) Raised!void {
    if (c != none_char and containsChar(d.lineterminator, @intCast(c))) {
        return container.fail(.ValueError, "bad " ++ field ++ " or lineterminator value", .{});
    }
}
fn containsChar(w: Word, c: u21) bool {
    var it: str.Codepoints = .{ .s = str.slice(w) };
    while (it.next()) |x| if (x == c) return true;
    return false;
}

fn register(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (nargs < 1) return err.raise(.TypeError, "register_dialect expected at least 1 argument, got 0", .{});
    if (!str.isStr(args[0])) return err.raise(.TypeError, "dialect name must be a string", .{});
    const d = dialectFrom(if (nargs > 1) args[1] else 0, args, nargs, kwnames, 0) catch return 0;
    defer rc.release(d);
    return if (dict.set(dialects, args[0], d) < 0) 0 else native.none();
}
fn unregister(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const known = dict.contains(dialects, args[0]);
    if (known < 0) return 0;
    if (known == 0) {
        fail("unknown dialect", .{}) catch {};
        return 0;
    }
    return if (dict.del(dialects, args[0]) < 0) 0 else native.none();
}
fn getDialect(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const found = dict.getValue(dialects, args[0]) catch return 0;
    if (found) |d| return rc.retain(d);
    fail("unknown dialect", .{}) catch {};
    return 0;
}
fn listDialects(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return iter.collect(dialects);
}
fn fieldSizeLimit(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const old = limit;
    if (nargs > 0) {
        if (!int.isInt(args[0])) return err.raise(.TypeError, "limit must be an integer", .{});
        limit = int.toSsize(args[0]) orelse return 0;
    }
    return int.fromI64(old);
}

// Writing

const Writer = extern struct { h: object.Header, write: Word, dialect: Word };
const writer_life = native.Life(Writer, &.{ "write", "dialect" });
var writer_type: types.Type = .{
    .h = types.static_header,
    .c_name = "_csv.writer",
    .fixed_size = @sizeOf(Writer),
    .flags = .{ .default_getattr = true },
    .slots = .{ .dealloc = writer_life.dealloc, .traverse = writer_life.traverse, .new = native.refuseNew },
};
const writer_methods = .{
    .{ "writerow", writeRow, 1, 1 },
    .{ "writerows", writeRows, 1, 1 },
    .{ "dialect", writerDialect, 0, 0, .member },
};
fn makeWriter(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    if (nargs < 1) return err.raise(.TypeError, "writer expected at least 1 argument, got 0", .{});
    const d = dialectFrom(if (nargs > 1) args[1] else 0, args, nargs, kwnames, 0) catch return 0;
    const write = attr.getOptional(args[0], "write");
    if (write == 0 or !call.isCallable(write)) {
        rc.releaseMaybe(write);
        rc.release(d);
        if (err.pending()) return 0;
        return err.raise(.TypeError, "argument 1 must have a \"write\" method", .{});
    }
    const w = native.create(Writer, &writer_type);
    w.write = write;
    w.dialect = d;
    return object.word(w);
}
fn writerDialect(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(object.ptr(Writer, w).dialect);
}
fn writeRow(w: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return container.wordOf(writeRowImpl(object.ptr(Writer, w), args[0]));
}
fn writeRowImpl(w: *Writer, row: Word) Raised!Word {
    const d = dialectOf(w.dialect);
    const it = iter.iter(row);
    if (it == 0) {
        if (!err.clearIf(.TypeError)) return error.Raised;
        return fail("iterable expected, not {t}", .{row});
    }
    defer rc.release(it);
    var b: str.Builder = .{};
    defer b.deinit();
    var fields: usize = 0;
    var null_field = false;
    while (try iter.step(it)) |field| {
        defer rc.release(field);
        const is_text = str.isStr(field);
        const is_null = singletons.isNone(field);
        var quoted = switch (d.quoting) {
            .nonnumeric => !isNumber(field),
            .all => true,
            .strings => is_text,
            .notnull => !is_null,
            .minimal, .none => false,
        };
        null_field = is_null;
        const shown = if (is_null) str.empty() else if (is_text) rc.retain(field) else try container.check(repr_.str(field));
        defer rc.release(shown);
        if (fields > 0) b.appendCodepoint(@intCast(d.delimiter));
        const text = str.slice(shown);
        if (text.len == 0 and d.delimiter == ' ' and d.skipinitialspace != 0) {
            const unquotable = d.quoting == .none or (is_null and (d.quoting == .strings or d.quoting == .notnull));
            if (unquotable) return fail("empty field must be quoted if delimiter is a space and skipinitialspace is true", .{});
            quoted = true;
        }
        try appendField(&b, d, text, &quoted);
        fields += 1;
    }
    if (fields > 0 and b.len == 0) {
        if (d.quoting == .none or (null_field and (d.quoting == .strings or d.quoting == .notnull))) {
            return fail("single empty field record must be quoted", .{});
        }
        b.appendCodepoint(@intCast(d.quotechar));
        b.appendCodepoint(@intCast(d.quotechar));
    }
    b.appendWord(d.lineterminator);
    const line = b.finish();
    defer rc.release(line);
    return container.check(call.call(w.write, &.{line}));
}
fn isNumber(w: Word) bool {
    if (singletons.isNone(w) or str.isStr(w)) return false;
    return int.isInt(w) or float.isFloat(w) or int.hasIndex(w) or types.typeOf(w).slots.float != null;
}
fn appendField(b: *str.Builder, d: *const Dialect, text: []const u8, quoted: *bool) Raised!void {
    var escaped: str.Builder = .{};
    defer escaped.deinit();
    var it: str.Codepoints = .{ .s = text };
    while (it.next()) |c| {
        var escape = false;
        const special = c == d.delimiter or c == d.escapechar or c == d.quotechar or c == '\n' or c == '\r' or
            (c < 128 and containsChar(d.lineterminator, c));
        if (special) {
            if (d.quoting == .none) {
                escape = true;
            } else {
                if (c == d.quotechar) {
                    if (d.doublequote != 0) escaped.appendCodepoint(c) else escape = true;
                } else if (c == d.escapechar) escape = true;
                if (!escape) quoted.* = true;
            }
            if (escape) {
                if (d.escapechar == none_char) return fail("need to escape, but no escapechar set", .{});
                escaped.appendCodepoint(@intCast(d.escapechar));
            }
        }
        escaped.appendCodepoint(c);
    }
    if (quoted.*) b.appendCodepoint(@intCast(d.quotechar));
    b.append(escaped.slice());
    if (quoted.*) b.appendCodepoint(@intCast(d.quotechar));
}
fn writeRows(w: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const it = iter.iter(args[0]);
    if (it == 0) return 0;
    defer rc.release(it);
    while (true) {
        const row = iter.next(it);
        if (row == 0) return if (err.pending()) 0 else native.none();
        defer rc.release(row);
        const result = writeRowImpl(object.ptr(Writer, w), row) catch return 0;
        rc.release(result);
    }
}
