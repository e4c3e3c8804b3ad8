//! `_sre`: the engine of `re`. CPython's own `re` package parses patterns and makes code words of them; here are the objects
//! that it makes from those.
//!
//! Invariant: a pattern's programs are made from its code words when a text of their kind is met first, and never change.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const alloc = @import("../alloc.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const ops = @import("../ops.zig");
const str = @import("../str.zig");
const sys = @import("../sys.zig");
const call = @import("../call.zig");
const dict = @import("../dict.zig");
const list = @import("../list.zig");
const text = @import("../text.zig");
const tuple = @import("../tuple.zig");
const args_ = @import("../args.zig");
const bytes_ = @import("../bytes.zig");
const bytes_like = @import("../bytes_like.zig");
const container = @import("../container.zig");
const singletons = @import("../singletons.zig");
const mapping_proxy = @import("../mapping_proxy.zig");
const native = @import("native.zig");
const program = @import("sre_program.zig");
const matcher = @import("sre_match.zig");
const match_object = @import("sre_match_object.zig");
const scanner = @import("sre_scanner.zig");
const subject_ = @import("sre_subject.zig");
const Subject = subject_.Subject;
const Matcher = matcher.Matcher;
const Word = object.Word;
const Raised = container.Raised;

pub const name = "_sre";

pub const Pattern = extern struct {
    h: object.Header,
    pattern: Word,
    groupindex: Word,
    indexgroup: Word,
    flags: i64,
    groups: u64,
    kind: subject_.Kind,
    pad: u32 = 0,
    code: [*]u32,
    code_len: u64,
    /// For bytes, for text.
    programs: [2]?*program.Program,
};

pub var pattern_type: types.Type = .{
    .h = types.static_header,
    .c_name = "re.Pattern",
    .fixed_size = @sizeOf(Pattern),
    .flags = .{ .acyclic = true, .has_weakrefs = true, .default_getattr = true },
    .slots = .{ .dealloc = dealloc, .traverse = native.Life(Pattern, &.{ "pattern", "groupindex", "indexgroup" }).traverse, .repr = repr, .hash = hash, .compare = compare, .new = native.refuseNew },
};
const methods = .{
    .{ "match", matchMethod, 0, -1, .keywords },
    .{ "fullmatch", fullmatch, 0, -1, .keywords },
    .{ "search", search, 0, -1, .keywords },
    .{ "findall", findall, 0, -1, .keywords },
    .{ "finditer", finditer, 0, -1, .keywords },
    .{ "scanner", scannerMethod, 0, -1, .keywords },
    .{ "split", split, 0, -1, .keywords },
    .{ "sub", sub, 0, -1, .keywords },
    .{ "subn", subn, 0, -1, .keywords },
    .{ "__copy__", same, 0, 0 },
    .{ "__deepcopy__", same, 1, 1 },
    .{ "pattern", getPattern, 0, 0, .member },
    .{ "flags", getFlags, 0, 0, .member },
    .{ "groups", getGroups, 0, 0, .member },
    .{ "groupindex", getGroupIndex, 0, 0, .getset },
    native.class_getitem,
};

pub const functions = .{
    .{ "compile", compile, 0, -1, .keywords },
    .{ "template", match_object.template, 2, 2 },
    .{ "getcodesize", getCodeSize, 0, 0 },
    .{ "ascii_iscased", asciiIsCased, 1, 1 },
    .{ "unicode_iscased", unicodeIsCased, 1, 1 },
    .{ "ascii_tolower", asciiToLower, 1, 1 },
    .{ "unicode_tolower", unicodeToLower, 1, 1 },
};
pub const classes = .{
    .{ "", &pattern_type, methods },
    .{ "", &match_object.match_type, match_object.methods },
    .{ "", &match_object.template_type, .{} },
    .{ "", &scanner.scanner_type, scanner.methods },
    .{ "", &scanner.iterator_type, .{} },
};

pub fn setup(m: *native.Module) Raised!void {
    native.define(m, "MAGIC", int.fromI64(20230612));
    native.define(m, "CODESIZE", int.fromI64(4));
    native.define(m, "MAXREPEAT", int.fromI64(program.unlimited));
    native.define(m, "MAXGROUPS", int.fromI64(1073741823));
    native.define(m, "copyright", str.fromSlice(" SRE 2.2.2 Copyright (c) 1997-2002 by Secret Labs AB "));
}

pub fn of(w: Word) *Pattern {
    return object.ptr(Pattern, w);
}
fn dealloc(w: Word) callconv(.c) void {
    const p = of(w);
    for (p.programs) |made| if (made) |m| {
        m.deinit();
        alloc.free(m);
    };
    alloc.free(p.code);
    rc.release(p.pattern);
    rc.release(p.groupindex);
    rc.release(p.indexgroup);
    alloc.free(p);
}

const compile_sig: args_.Signature = .{
    .name = "compile",
    .params = &.{ "pattern", "flags", "code", "groups", "groupindex", "indexgroup" },
    .positional = 6,
    .required = 6,
};
fn compile(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [6]Word = undefined;
    if (!args_.bind(compile_sig, args, nargs, kwnames, &given)) return 0;
    return container.wordOf(compileImpl(&given));
}
fn compileImpl(given: *const [6]Word) Raised!Word {
    const flags = int.toSsize(given[1]) orelse return error.Raised;
    const groups = int.toSsize(given[3]) orelse return error.Raised;
    if (!list.isList(given[2])) return container.fail(.TypeError, "compile() argument 'code' must be list, not {t}", .{given[2]});
    if (!dict.isDict(given[4])) return container.fail(.TypeError, "compile() argument 'groupindex' must be dict, not {t}", .{given[4]});
    if (!tuple.isTuple(given[5])) return container.fail(.TypeError, "compile() argument 'indexgroup' must be tuple, not {t}", .{given[5]});
    if (groups < 0 or groups > 1 << 24) return container.fail(.RuntimeError, "invalid SRE code", .{});
    const words = list.items(given[2]);
    const code = alloc.array(u32, words.len + 1);
    errdefer alloc.free(code);
    for (words, 0..) |w, i| {
        // Items are int or a subclass (`re._constants`).
        const v = if (int.isInt(w)) int.toI64(int.valueOf(w)) else null;
        code[i] = std.math.cast(u32, v orelse -1) orelse return container.fail(.OverflowError, "regular expression code size limit exceeded", .{});
    }
    const p = native.create(Pattern, &pattern_type);
    const h = p.h;
    p.* = .{
        .h = h,
        .pattern = rc.retain(given[0]),
        .groupindex = rc.retain(given[4]),
        .indexgroup = rc.retain(given[5]),
        .flags = flags,
        .groups = @intCast(groups),
        .kind = if (singletons.isNone(given[0])) .any else if (str.isStr(given[0])) .text else .bytes,
        .code = code,
        .code_len = words.len,
        .programs = .{ null, null },
    };
    // Refused now rather than at the first use.
    if (programOf(p, p.kind != .bytes) == null) {
        // The object owns the code from here on.
        const w = object.word(p);
        p.code = alloc.array(u32, 1);
        rc.release(w);
        return container.fail(.RuntimeError, "invalid SRE code", .{});
    }
    return object.word(p);
}
/// The program for text or bytes; null: the code is not what `re._compiler` makes.
fn programOf(p: *Pattern, is_text: bool) ?*program.Program {
    const slot = &p.programs[@intFromBool(is_text)];
    if (slot.*) |made| return made;
    const n: usize = @intCast(p.code_len);
    const copy = alloc.array(u32, n + 1);
    @memcpy(copy[0..n], p.code[0..n]);
    slot.* = program.translate(copy[0..n], @intCast(p.groups), is_text);
    return slot.*;
}

/// A search that is under way: pattern, text, bounds, matcher. In place, because the matcher refers to itself.
pub const Run = struct {
    pattern: *Pattern,
    subject: Subject,
    /// Bounds as characters.
    pos: usize,
    endpos: usize,
    /// Where the next match may begin, in bytes.
    at: usize,
    m: Matcher,

    /// False: raised. Ends with `deinit`.
    pub fn init(self: *Run, pattern: *Pattern, string: Word, pos: i64, endpos: i64) bool {
        self.pattern = pattern;
        self.subject = Subject.of(string, pattern.kind) orelse return false;
        const n = self.subject.len();
        self.pos = @intCast(std.math.clamp(pos, 0, @as(i64, @intCast(n))));
        self.endpos = @intCast(std.math.clamp(endpos, 0, @as(i64, @intCast(n))));
        self.at = self.subject.offset(self.pos);
        const p = programOf(pattern, self.subject.is_text) orelse {
            _ = err.raise(.RuntimeError, "invalid SRE code", .{});
            return false;
        };
        self.m.init(p, self.subject.bytes, self.subject.offset(self.endpos), self.subject.wide);
        return true;
    }
    pub fn deinit(self: *Run) void {
        self.m.deinit();
    }
    pub const How = enum { match, search };
    /// The next match from `at` on, which moves behind it.
    pub fn next(self: *Run, how: How) Raised!bool {
        if (self.at > self.m.end) return false;
        self.m.reset();
        const outcome = if (how == .match) self.m.match(self.at) else self.m.search(self.at);
        switch (outcome) {
            .failed => return false,
            .matched => {},
            .interrupted => return error.Raised,
            .no_memory => return container.fail(.MemoryError, "", .{}),
        }
        self.at = self.m.stop;
        self.m.must_advance = self.m.stop == self.m.start;
        return true;
    }
    pub fn matchObject(self: *Run) Word {
        return match_object.make(self.pattern, &self.subject, &self.m, self.pos, self.endpos);
    }
    /// After Python code has run.
    fn refresh(self: *Run) void {
        self.subject.refresh();
        self.m.text = self.subject.bytes;
        self.m.end = @min(self.m.end, self.subject.bytes.len);
    }
    /// The text of a group or `default`; owned.
    fn groupText(self: *Run, g: usize, default: Word) Word {
        const from = self.m.marks[g * 2 - 2];
        const to = self.m.marks[g * 2 - 1];
        if (from == matcher.unset or to == matcher.unset) return rc.retain(default);
        return self.subject.slice(from, to);
    }
};

const Bounds = struct { string: Word, pos: i64, endpos: i64 };
fn bounds(comptime method: []const u8, args: [*]const Word, nargs: usize, kwnames: Word) ?Bounds {
    const sig: args_.Signature = .{ .name = method, .params = &.{ "string", "pos", "endpos" }, .positional = 3, .required = 1 };
    var given: [3]Word = undefined;
    if (!args_.bind(sig, args, nargs, kwnames, &given)) return null;
    return .{
        .string = given[0],
        .pos = if (given[1] == 0) 0 else int.toSsize(given[1]) orelse return null,
        .endpos = if (given[2] == 0) std.math.maxInt(i64) else int.toSsize(given[2]) orelse return null,
    };
}

fn single(w: Word, b: Bounds, how: Run.How, whole: bool) Word {
    var run: Run = undefined;
    if (!run.init(of(w), b.string, b.pos, b.endpos)) return 0;
    defer run.deinit();
    run.m.whole = whole;
    const found = run.next(how) catch return 0;
    return if (found) run.matchObject() else native.none();
}
fn matchMethod(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    return single(w, bounds("match", args, nargs, kwnames) orelse return 0, .match, false);
}
fn fullmatch(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    return single(w, bounds("fullmatch", args, nargs, kwnames) orelse return 0, .match, true);
}
fn search(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    return single(w, bounds("search", args, nargs, kwnames) orelse return 0, .search, false);
}
fn finditer(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const b = bounds("finditer", args, nargs, kwnames) orelse return 0;
    return scanner.make(&scanner.iterator_type, w, b.string, b.pos, b.endpos);
}
fn scannerMethod(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const b = bounds("scanner", args, nargs, kwnames) orelse return 0;
    return scanner.make(&scanner.scanner_type, w, b.string, b.pos, b.endpos);
}

fn findall(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    const b = bounds("findall", args, nargs, kwnames) orelse return 0;
    var run: Run = undefined;
    if (!run.init(of(w), b.string, b.pos, b.endpos)) return 0;
    defer run.deinit();
    const result = list.new(0);
    const groups: usize = @intCast(of(w).groups);
    const nothing = run.subject.empty();
    defer rc.release(nothing);
    while (run.next(.search) catch {
        rc.release(result);
        return 0;
    }) {
        if (groups == 0) {
            list.appendOwned(list.of(result), run.subject.slice(run.m.start, run.m.stop));
        } else if (groups == 1) {
            list.appendOwned(list.of(result), run.groupText(1, nothing));
        } else {
            const t = tuple.create(groups);
            for (t.slice(), 1..) |*to, g| to.* = run.groupText(g, nothing);
            list.appendOwned(list.of(result), object.word(t));
        }
    }
    return result;
}

const split_sig: args_.Signature = .{ .name = "split", .params = &.{ "string", "maxsplit" }, .positional = 2, .required = 1 };
fn split(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [2]Word = undefined;
    if (!args_.bind(split_sig, args, nargs, kwnames, &given)) return 0;
    const most = if (given[1] == 0) 0 else int.toSsize(given[1]) orelse return 0;
    var run: Run = undefined;
    if (!run.init(of(w), given[0], 0, std.math.maxInt(i64))) return 0;
    defer run.deinit();
    const result = list.new(0);
    const groups: usize = @intCast(of(w).groups);
    var n: i64 = 0;
    var last: usize = 0;
    while (most == 0 or n < most) : (n += 1) {
        const found = run.next(.search) catch {
            rc.release(result);
            return 0;
        };
        if (!found) break;
        list.appendOwned(list.of(result), run.subject.slice(last, run.m.start));
        for (1..groups + 1) |g| list.appendOwned(list.of(result), run.groupText(g, native.none()));
        last = run.m.stop;
    }
    list.appendOwned(list.of(result), run.subject.slice(last, run.subject.bytes.len));
    return result;
}

const sub_sig: args_.Signature = .{ .name = "sub", .params = &.{ "repl", "string", "count" }, .positional = 3, .required = 2 };
const subn_sig: args_.Signature = .{ .name = "subn", .params = &.{ "repl", "string", "count" }, .positional = 3, .required = 2 };
fn sub(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [3]Word = undefined;
    if (!args_.bind(sub_sig, args, nargs, kwnames, &given)) return 0;
    var n: i64 = 0;
    return container.wordOf(replace(of(w), &given, &n));
}
fn subn(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [3]Word = undefined;
    if (!args_.bind(subn_sig, args, nargs, kwnames, &given)) return 0;
    var n: i64 = 0;
    const result = replace(of(w), &given, &n) catch return 0;
    return tuple.fromOwned(&.{ result, int.fromI64(n) });
}

/// The bytes of a str or bytes-like object, or null.
pub fn bytesOf(w: Word) ?[]const u8 {
    if (str.of(w)) |s| return s.slice();
    return bytes_like.view(w);
}

/// `re._compile_template(pattern, replacement)`; owned, 0 raised.
pub fn compileTemplate(pattern: Word, replacement: Word) Word {
    const module = dict.getStr(sys.modules(), str.intern("re"));
    if (module == 0) return err.raise(.RuntimeError, "_sre without re", .{});
    return call.method(module, "_compile_template", &.{ pattern, replacement });
}

/// What replaces a match.
const Filter = union(enum) { literal: Word, template: Word, callable: Word };

fn replace(p: *Pattern, given: *const [3]Word, n: *i64) Raised!Word {
    const most = if (given[2] == 0) 0 else int.toSsize(given[2]) orelse return error.Raised;
    var run: Run = undefined;
    const replacement = given[0];
    var held: Word = 0;
    defer rc.releaseMaybe(held);
    const filter: Filter = if (call.isCallable(replacement))
        .{ .callable = replacement }
    else blk: {
        if (bytesOf(replacement)) |b| {
            if (std.mem.indexOfScalar(u8, b, '\\') == null) break :blk .{ .literal = replacement };
        }
        held = try container.check(compileTemplate(object.word(p), replacement));
        if (!match_object.isTemplate(held)) break :blk .{ .literal = held };
        const literal = match_object.literalOf(held);
        break :blk if (literal != 0) .{ .literal = literal } else .{ .template = held };
    };
    if (!run.init(p, given[1], 0, std.math.maxInt(i64))) return error.Raised;
    defer run.deinit();
    var out: str.Builder = .{};
    defer out.deinit();
    // How many pieces CPython would have joined: its message counts them.
    var pieces: i64 = 0;
    var last: usize = 0;
    while (most == 0 or n.* < most) {
        if (!try run.next(.search)) break;
        const from = run.m.start;
        const to = run.m.stop;
        if (last < from) {
            out.append(run.subject.bytes[last..from]);
            pieces += 1;
        }
        switch (filter) {
            .literal => |w| try appendPiece(&out, &run, w, &pieces),
            .template, .callable => |w| {
                const match = run.matchObject();
                defer rc.release(match);
                const item = try container.check(if (filter == .template)
                    match_object.fill(w, match, &run.subject)
                else
                    call.call(w, &.{match}));
                defer rc.release(item);
                if (!singletons.isNone(item)) try appendPiece(&out, &run, item, &pieces);
                if (filter == .callable) run.refresh();
            },
        }
        last = to;
        n.* += 1;
    }
    if (n.* == 0) return run.subject.slice(0, run.subject.bytes.len);
    if (last < run.subject.bytes.len) out.append(run.subject.bytes[last..]);
    if (run.subject.is_text) return out.finish();
    return bytes_.fromSlice(out.slice());
}
fn appendPiece(out: *str.Builder, run: *const Run, item: Word, pieces: *i64) Raised!void {
    const fits = if (run.subject.is_text) str.isStr(item) else bytes_like.view(item) != null;
    if (!fits) {
        return if (run.subject.is_text)
            container.fail(.TypeError, "sequence item {d}: expected str instance, {t} found", .{ pieces.*, item })
        else
            container.fail(.TypeError, "sequence item {d}: expected a bytes-like object, {t} found", .{ pieces.*, item });
    }
    out.append(bytesOf(item).?);
    pieces.* += 1;
}

fn same(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(w);
}
fn getPattern(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(of(w).pattern);
}
fn getFlags(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return int.fromI64(of(w).flags);
}
fn getGroups(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return int.fromU64(of(w).groups);
}
fn getGroupIndex(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return mapping_proxy.new(of(w).groupindex);
}

fn hash(w: Word) callconv(.c) i64 {
    const p = of(w);
    const h = ops.hash(p.pattern);
    if (h == -1) return -1;
    const mixed = h ^ (p.flags *% 1000003) ^ @as(i64, @intCast(p.groups));
    return if (mixed == -1) -2 else mixed;
}
fn compare(a: Word, b: Word, op: types.CompareOp) callconv(.c) Word {
    if (op != .eq and op != .ne) return singletons.notImplementedWord();
    if (object.isSmall(b) or object.header(b).shape != pattern_type.shape) return singletons.notImplementedWord();
    const x = of(a);
    const y = of(b);
    var equal = a == b;
    if (!equal and x.flags == y.flags and x.kind == y.kind and x.groups == y.groups and x.code_len == y.code_len and
        std.mem.eql(u32, x.code[0..@intCast(x.code_len)], y.code[0..@intCast(y.code_len)]))
    {
        equal = container.equal(x.pattern, y.pattern) catch return 0;
    }
    return singletons.boolWord(equal == (op == .eq));
}

const flag_names = [_]struct { i64, []const u8 }{
    .{ 2, "re.IGNORECASE" }, .{ 8, "re.MULTILINE" }, .{ 16, "re.DOTALL" }, .{ 64, "re.VERBOSE" },
    .{ 128, "re.DEBUG" },    .{ 256, "re.ASCII" },   .{ 4, "re.LOCALE" },  .{ 32, "re.UNICODE" },
};
const show_order = [_]usize{ 0, 6, 1, 2, 7, 3, 4, 5 };
fn repr(w: Word) callconv(.c) Word {
    const p = of(w);
    var b: text.Buffer = .{};
    defer b.deinit();
    b.append("re.compile(");
    if (!appendShort(&b, p.pattern, 200)) return 0;
    var flags = p.flags;
    // What every text pattern has is not shown.
    if (p.kind == .text and flags & (4 | 256 | 32) == 32) flags &= ~@as(i64, 32);
    if (flags != 0) {
        b.append(", ");
        var first = true;
        for (show_order) |i| {
            if (flags & flag_names[i][0] == 0) continue;
            if (!first) b.append("|");
            first = false;
            b.append(flag_names[i][1]);
            flags &= ~flag_names[i][0];
        }
        if (flags != 0) {
            if (!first) b.append("|");
            b.append("0x");
            b.appendUnsigned(@intCast(flags), 16);
        }
    }
    b.append(")");
    return b.toWord();
}
/// The first characters of a repr; false: raised.
pub fn appendShort(b: *text.Buffer, w: Word, limit: usize) bool {
    const shown = @import("../repr.zig").repr(w);
    if (shown == 0) return false;
    defer rc.release(shown);
    const s = str.of(shown).?;
    b.append(s.slice()[0..@import("../str_index.zig").offset(s, @min(limit, s.codepoints))]);
    return true;
}

fn getCodeSize(_: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return int.fromI64(4);
}
fn character(w: Word) ?u21 {
    const c = int.toSsize(w) orelse return null;
    return std.math.cast(u21, c) orelse {
        _ = err.raise(.OverflowError, "Python int too large to convert to C int", .{});
        return null;
    };
}
fn asciiIsCased(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const c = character(args[0]) orelse return 0;
    return singletons.boolWord(c < 128 and std.ascii.isAlphabetic(@intCast(c)));
}
fn unicodeIsCased(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const c = character(args[0]) orelse return 0;
    return singletons.boolWord(program.lower(c) != c or program.upper(c) != c);
}
fn asciiToLower(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return int.fromI64(program.lowerAscii(character(args[0]) orelse return 0));
}
fn unicodeToLower(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return int.fromI64(program.lower(character(args[0]) orelse return 0));
}
