//! Regular expressions: what steps from match to match — scanners, and the iterator of `finditer`.
//!
//! Invariant: `at` is the byte offset where the next match may begin; once nothing was found, `done` is set for good.
const object = @import("../object.zig");
const types = @import("../type.zig");
const rc = @import("../rc.zig");
const iter = @import("../iter.zig");
const native = @import("native.zig");
const sre = @import("sre.zig");
const Word = object.Word;

const Scanner = extern struct { h: object.Header, pattern: Word, string: Word, pos: i64, endpos: i64, at: u64, must_advance: u32, done: u32 };

const life = native.Life(Scanner, &.{ "pattern", "string" });
pub var scanner_type: types.Type = .{
    .h = types.static_header,
    .c_name = "_sre.SRE_Scanner",
    .fixed_size = @sizeOf(Scanner),
    .flags = .{ .acyclic = true, .default_getattr = true },
    .slots = .{ .dealloc = life.dealloc, .traverse = life.traverse, .new = native.refuseNew },
};
pub var iterator_type: types.Type = .{
    .h = types.static_header,
    .c_name = "callable_iterator",
    .fixed_size = @sizeOf(Scanner),
    .flags = .{ .acyclic = true, .default_getattr = true },
    .slots = .{ .dealloc = life.dealloc, .iter = iter.self, .next = next, .new = native.refuseNew },
};
pub const methods = .{
    .{ "match", match, 0, 0 },
    .{ "search", search, 0, 0 },
    .{ "pattern", getPattern, 0, 0, .member },
};

/// A scanner or iterator; 0 raised.
pub fn make(class: *types.Type, pattern: Word, string: Word, pos: i64, endpos: i64) Word {
    var run: sre.Run = undefined;
    if (!run.init(sre.of(pattern), string, pos, endpos)) return 0;
    defer run.deinit();
    const s = native.create(Scanner, class);
    s.pattern = rc.retain(pattern);
    s.string = rc.retain(string);
    s.pos = pos;
    s.endpos = endpos;
    s.at = run.at;
    s.must_advance = 0;
    s.done = 0;
    return object.word(s);
}

/// The next match; 0 without a pending exception: none.
fn step(w: Word, how: sre.Run.How) Word {
    const s = object.ptr(Scanner, w);
    if (s.done != 0) return 0;
    var run: sre.Run = undefined;
    if (!run.init(sre.of(s.pattern), s.string, s.pos, s.endpos)) return 0;
    defer run.deinit();
    run.at = @intCast(s.at);
    run.m.must_advance = s.must_advance != 0;
    const found = run.next(how) catch return 0;
    if (!found) {
        s.done = 1;
        return 0;
    }
    s.at = run.at;
    s.must_advance = @intFromBool(run.m.must_advance);
    return run.matchObject();
}
fn next(w: Word) callconv(.c) Word {
    return step(w, .search);
}
fn noneAtEnd(found: Word) Word {
    if (found != 0 or @import("../err.zig").pending()) return found;
    return native.none();
}
fn match(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return noneAtEnd(step(w, .match));
}
fn search(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return noneAtEnd(step(w, .search));
}
fn getPattern(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return rc.retain(object.ptr(Scanner, w).pattern);
}
