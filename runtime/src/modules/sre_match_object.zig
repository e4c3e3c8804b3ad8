//! Regular expressions: `re.Match`, and templates of replacements.
//!
//! Invariant: `spans` holds byte offsets of the group's start and end in `string`, `unset` for a group that took no part; they are
//! turned into character positions only when asked for.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const alloc = @import("../alloc.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const str = @import("../str.zig");
const dict = @import("../dict.zig");
const list = @import("../list.zig");
const text = @import("../text.zig");
const tuple = @import("../tuple.zig");
const args_ = @import("../args.zig");
const container = @import("../container.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const sre = @import("sre.zig");
const matcher = @import("sre_match.zig");
const Subject = @import("sre_subject.zig").Subject;
const Word = object.Word;
const Raised = container.Raised;
const unset = matcher.unset;

pub const Match = extern struct {
    h: object.Header,
    string: Word,
    pattern: Word,
    pos: u64,
    endpos: u64,
    last_index: u64,
    /// Groups and the whole match.
    groups: u64,
    fn spans(self: *Match) [*]usize {
        return @ptrFromInt(@intFromPtr(self) + @sizeOf(Match));
    }
};

const match_life = native.Life(Match, &.{ "string", "pattern" });
pub var match_type: types.Type = .{
    .h = types.static_header,
    .c_name = "re.Match",
    .fixed_size = @sizeOf(Match),
    .flags = .{ .acyclic = true, .default_getattr = true },
    .slots = .{ .dealloc = match_life.dealloc, .traverse = match_life.traverse, .repr = repr, .getitem = getItem, .new = native.refuseNew },
};
pub const methods = .{
    .{ "group", group, 0, -1 },
    .{ "groups", groupsMethod, 0, -1, .keywords },
    .{ "groupdict", groupDict, 0, -1, .keywords },
    .{ "start", start, 0, 1 },
    .{ "end", end, 0, 1 },
    .{ "span", span, 0, 1 },
    .{ "expand", expand, 1, 1 },
    .{ "__copy__", same, 0, 0 },
    .{ "__deepcopy__", same, 1, 1 },
    .{ "string", getString, 0, 0, .member },
    .{ "re", getPattern, 0, 0, .member },
    .{ "pos", getPos, 0, 0, .member },
    .{ "endpos", getEndPos, 0, 0, .member },
    .{ "lastindex", getLastIndex, 0, 0, .getset },
    .{ "lastgroup", getLastGroup, 0, 0, .getset },
    .{ "regs", getRegs, 0, 0, .getset },
    native.class_getitem,
};

fn of(w: Word) *Match {
    return object.ptr(Match, w);
}

/// The match that the matcher has found.
pub fn make(pattern: *sre.Pattern, subject: *const Subject, m: *const matcher.Matcher, pos: usize, endpos: usize) Word {
    const groups: usize = @intCast(pattern.groups + 1);
    const o = alloc.object(Match, match_type.shape, groups * 2 * @sizeOf(usize));
    o.string = rc.retain(subject.word);
    o.pattern = rc.retain(object.word(pattern));
    o.pos = pos;
    o.endpos = endpos;
    o.last_index = m.last_index;
    o.groups = groups;
    const to = o.spans();
    to[0] = m.start;
    to[1] = m.stop;
    for (1..groups) |g| {
        const from = m.marks[g * 2 - 2];
        const stop = m.marks[g * 2 - 1];
        const took = from != unset and stop != unset;
        to[g * 2] = if (took) from else unset;
        to[g * 2 + 1] = if (took) stop else unset;
    }
    return object.word(o);
}

fn subjectOf(m: *Match) Raised!Subject {
    return Subject.of(m.string, .any) orelse error.Raised;
}
/// The text of a group; `default` (borrowed) if it took no part. Owned.
fn groupText(m: *Match, subject: *const Subject, index: usize, default: Word) Word {
    const s = m.spans();
    if (s[index * 2] == unset) return rc.retain(default);
    return subject.slice(s[index * 2], s[index * 2 + 1]);
}
/// The number of a group given by number or name.
fn groupIndex(m: *Match, w: Word) Raised!usize {
    var index: i64 = -1;
    if (int.hasIndex(w)) {
        index = int.toSsize(w) orelse blk: {
            err.clear();
            break :blk -1;
        };
    } else {
        const named = object.ptr(sre.Pattern, m.pattern).groupindex;
        if (try dict.getValue(named, w)) |found| index = int.toI64(found) orelse -1;
    }
    if (index < 0 or index >= m.groups) return container.fail(.IndexError, "no such group", .{});
    return @intCast(index);
}
fn optionalIndex(m: *Match, args: [*]const Word, nargs: usize) Raised!usize {
    return if (nargs == 0) 0 else groupIndex(m, args[0]);
}

fn group(w: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    return container.wordOf(groupImpl(of(w), args[0..nargs]));
}
fn groupImpl(m: *Match, args: []const Word) Raised!Word {
    const subject = try subjectOf(m);
    if (args.len == 0) return groupText(m, &subject, 0, native.none());
    if (args.len == 1) return groupText(m, &subject, try groupIndex(m, args[0]), native.none());
    const t = tuple.create(args.len);
    t.len = 0;
    errdefer rc.release(object.word(t));
    for (args, 0..) |a, i| {
        t.items()[i] = groupText(m, &subject, try groupIndex(m, a), native.none());
        t.len = i + 1;
    }
    return object.word(t);
}
fn getItem(w: Word, key: Word) callconv(.c) Word {
    return container.wordOf(groupImpl(of(w), &.{key}));
}
const groups_sig: args_.Signature = .{ .name = "groups", .params = &.{"default"}, .positional = 1, .required = 0 };
fn groupsMethod(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [1]Word = undefined;
    if (!args_.bind(groups_sig, args, nargs, kwnames, &given)) return 0;
    const m = of(w);
    const subject = subjectOf(m) catch return 0;
    if (m.groups == 1) return tuple.empty();
    const t = tuple.create(@intCast(m.groups - 1));
    for (t.slice(), 1..) |*to, g| to.* = groupText(m, &subject, g, if (given[0] == 0) native.none() else given[0]);
    return object.word(t);
}
const groupdict_sig: args_.Signature = .{ .name = "groupdict", .params = &.{"default"}, .positional = 1, .required = 0 };
fn groupDict(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [1]Word = undefined;
    if (!args_.bind(groupdict_sig, args, nargs, kwnames, &given)) return 0;
    const m = of(w);
    const subject = subjectOf(m) catch return 0;
    const result = dict.new();
    var at: usize = 0;
    while (dict.next(object.ptr(sre.Pattern, m.pattern).groupindex, &at)) |item| {
        const value = groupText(m, &subject, @intCast(int.toI64(item.value) orelse 0), if (given[0] == 0) native.none() else given[0]);
        dict.setStr(result, item.key, value);
        rc.release(value);
    }
    return result;
}
/// The character position of a boundary of a group, −1 if it took no part.
fn place(m: *Match, subject: *const Subject, at: usize) i64 {
    const offset = m.spans()[at];
    return if (offset == unset) -1 else @intCast(subject.position(offset));
}
fn start(w: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    return boundary(of(w), args, nargs, 0);
}
fn end(w: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    return boundary(of(w), args, nargs, 1);
}
fn boundary(m: *Match, args: [*]const Word, nargs: usize, which: usize) Word {
    const index = optionalIndex(m, args, nargs) catch return 0;
    const subject = subjectOf(m) catch return 0;
    return int.fromI64(place(m, &subject, index * 2 + which));
}
fn pair(m: *Match, subject: *const Subject, index: usize) Word {
    return tuple.fromOwned(&.{ int.fromI64(place(m, subject, index * 2)), int.fromI64(place(m, subject, index * 2 + 1)) });
}
fn span(w: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const m = of(w);
    const index = optionalIndex(m, args, nargs) catch return 0;
    const subject = subjectOf(m) catch return 0;
    return pair(m, &subject, index);
}
fn same(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(w);
}
fn getString(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(of(w).string);
}
fn getPattern(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(of(w).pattern);
}
fn getPos(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return int.fromU64(of(w).pos);
}
fn getEndPos(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return int.fromU64(of(w).endpos);
}
fn getLastIndex(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const m = of(w);
    return if (m.last_index == 0) native.none() else int.fromU64(m.last_index);
}
fn getLastGroup(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const m = of(w);
    const named = tuple.items(object.ptr(sre.Pattern, m.pattern).indexgroup);
    if (m.last_index == 0 or m.last_index >= named.len) return native.none();
    return rc.retain(named[@intCast(m.last_index)]);
}
fn getRegs(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const m = of(w);
    const subject = subjectOf(m) catch return 0;
    const t = tuple.create(@intCast(m.groups));
    for (t.slice(), 0..) |*to, g| to.* = pair(m, &subject, g);
    return object.word(t);
}
fn repr(w: Word) callconv(.c) Word {
    const m = of(w);
    const subject = subjectOf(m) catch return 0;
    var b: text.Buffer = .{};
    defer b.deinit();
    b.append("<re.Match object; span=(");
    b.appendInt(place(m, &subject, 0));
    b.append(", ");
    b.appendInt(place(m, &subject, 1));
    b.append("), match=");
    const whole = groupText(m, &subject, 0, native.none());
    defer rc.release(whole);
    if (!sre.appendShort(&b, whole, 50)) return 0;
    b.append(">");
    return b.toWord();
}

// Templates ---------------------------------------------------------------------------------------------------------

/// `chunks`: a text, then group number and text in turn.
pub const Template = extern struct { h: object.Header, chunks: Word };
const template_life = native.Life(Template, &.{"chunks"});
pub var template_type: types.Type = .{
    .h = types.static_header,
    .c_name = "_sre.SRE_Template",
    .fixed_size = @sizeOf(Template),
    .flags = .{ .acyclic = true },
    .slots = .{ .dealloc = template_life.dealloc, .traverse = template_life.traverse, .new = native.refuseNew },
};
/// `_sre.template(pattern, chunks)`.
pub fn template(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (!list.isList(args[1])) return err.raise(.TypeError, "template() argument 2 must be list, not {t}", .{args[1]});
    const chunks = list.items(args[1]);
    if (chunks.len % 2 == 0) return err.raise(.TypeError, "invalid template", .{});
    var i: usize = 1;
    while (i < chunks.len) : (i += 2) {
        if (!object.isSmall(chunks[i]) or object.smallValue(chunks[i]) < 0) return err.raise(.TypeError, "invalid template", .{});
    }
    const t = native.create(Template, &template_type);
    t.chunks = list.toTuple(args[1]);
    return object.word(t);
}
pub fn isTemplate(w: Word) bool {
    return !object.isSmall(w) and object.header(w).shape == template_type.shape;
}
/// The text of a template without groups (borrowed), or 0.
pub fn literalOf(w: Word) Word {
    const chunks = tuple.items(object.ptr(Template, w).chunks);
    return if (chunks.len == 1) chunks[0] else 0;
}
/// The template filled with the groups of a match; owned, 0 raised.
pub fn fill(w: Word, match: Word, subject: *const Subject) Word {
    const chunks = tuple.items(object.ptr(Template, w).chunks);
    const m = of(match);
    var b: str.Builder = .{};
    defer b.deinit();
    var i: usize = 0;
    while (i < chunks.len) : (i += 2) {
        if (i > 0) {
            const g: usize = @intCast(object.smallValue(chunks[i - 1]));
            if (g >= m.groups) return err.raise(.IndexError, "no such group", .{});
            const s = m.spans();
            if (s[g * 2] != unset) b.append(subject.bytes[@min(s[g * 2], subject.bytes.len)..@min(s[g * 2 + 1], subject.bytes.len)]);
        }
        b.append(sre.bytesOf(chunks[i]) orelse return err.raise(.TypeError, "invalid template", .{}));
    }
    if (subject.is_text) return b.finish();
    return @import("../bytes.zig").fromSlice(b.slice());
}

fn expand(w: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const m = of(w);
    const filter = sre.compileTemplate(m.pattern, args[0]);
    if (filter == 0) return 0;
    defer rc.release(filter);
    const subject = subjectOf(m) catch return 0;
    if (!isTemplate(filter)) return err.raise(.TypeError, "invalid template", .{});
    const literal = literalOf(filter);
    if (literal != 0) return rc.retain(literal);
    return fill(filter, w, &subject);
}
