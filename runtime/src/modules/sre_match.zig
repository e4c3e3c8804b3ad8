//! Regular expressions: the matcher. It backtracks with a stack of its own, in the order of CPython's.
//!
//! Invariants
//! - Whatever is changed on the way (marks, counts of loops) has an entry on the stack that changes it back, so a way that
//!   failed leaves nothing behind.
//! - An assertion, atomic group or possessive round is a *part*: its entry `part` lies below those of its own ways; when the
//!   part has matched, its ways are dropped and its other entries stay.
//! - After many steps the matcher notes which (instruction, place, counts) led to nothing and does not try them again
//!   (`Memo`); from then on the number of steps is bounded by the number of those. Patterns with back-references or
//!   conditions, for which that would be wrong, are excluded.
const std = @import("std");
const alloc = @import("../alloc.zig");
const str = @import("../str.zig");
const stack_ = @import("../stack.zig");
const search_ = @import("../search.zig");
const program = @import("sre_program.zig");
const Program = program.Program;
const Inst = program.Inst;
const List = program.List;

pub const unset = std.math.maxInt(usize);
const nowhere = std.math.maxInt(u64);

pub const Outcome = enum { matched, failed, interrupted, no_memory };

const Tag = enum(u32) { alternative, tail, lazy_body, one, min_one, part, mark, loop, memo };
const Entry = struct { tag: Tag, a: u32, b: u64 = 0, c: u64 = 0, d: u64 = 0 };

/// How many loops are counted without asking for memory.
const few = 8;

pub const Matcher = struct {
    p: *const Program,
    /// The whole text; `begin` is its start, `end` where matching ends.
    text: []const u8,
    end: usize,
    /// Where the match begins; after a success `stop` is where it ends.
    start: usize = 0,
    stop: usize = 0,
    marks: []usize,
    last_index: u32 = 0,
    /// Are characters decoded? Otherwise each is a byte.
    wide: bool,
    /// Must the match reach `end`?
    whole: bool = false,
    /// Must a match at `start` not be empty?
    must_advance: bool = false,

    stack: List(Entry) = .{},
    /// The place of the innermost part on the stack plus one; 0: none.
    part: usize = 0,
    counts: []u64,
    lasts: []u64,
    memo: Memo = .{},
    use_memo: bool = false,
    steps: u64 = 0,
    budget: u64,
    small_counts: [few * 2]u64 = undefined,
    small_marks: [2 * few]usize = undefined,

    /// In place, because it refers to itself.
    pub fn init(m: *Matcher, p: *const Program, text: []const u8, end: usize, wide: bool) void {
        m.* = .{ .p = p, .text = text, .end = end, .wide = wide, .marks = &.{}, .counts = &.{}, .lasts = &.{}, .budget = 100_000 + 32 * @as(u64, text.len) };
        const loops = p.loops.items.len;
        const room: []u64 = if (loops <= few) &m.small_counts else alloc.array(u64, loops * 2)[0 .. loops * 2];
        m.counts = room[0..loops];
        m.lasts = room[loops .. loops * 2];
        m.marks = if (p.marks <= 2 * few) m.small_marks[0..p.marks] else alloc.array(usize, p.marks)[0..p.marks];
        @memset(m.marks, unset);
    }
    pub fn deinit(m: *Matcher) void {
        m.stack.deinit();
        m.memo.deinit();
        if (m.counts.len > few) alloc.free(m.counts.ptr);
        if (m.p.marks > 2 * few) alloc.free(m.marks.ptr);
    }

    /// Forgets the match before.
    pub fn reset(m: *Matcher) void {
        m.stack.items.len = 0;
        m.part = 0;
        m.last_index = 0;
        @memset(m.marks, unset);
    }

    /// Is there a match that begins at `at`?
    pub fn match(m: *Matcher, at: usize) Outcome {
        m.start = at;
        return if (m.wide) m.run(true, at) else m.run(false, at);
    }

    /// The first match that begins at `from` or later.
    pub fn search(m: *Matcher, from: usize) Outcome {
        return if (m.wide) m.searchIn(true, from) else m.searchIn(false, from);
    }
    fn searchIn(m: *Matcher, comptime utf8: bool, from: usize) Outcome {
        const p = m.p;
        var at = from;
        while (true) {
            if (p.prefix.len > 0) {
                at = search_.find(m.text[0..m.end], p.prefix, at) orelse return .failed;
            } else if (p.first) |*first| {
                while (at < m.end and !first.has(m.text[at])) at += 1;
                if (at >= m.end) return .failed;
            } else if (at > m.end) return .failed;
            m.start = at;
            const outcome = m.run(utf8, at);
            if (outcome != .failed) return outcome;
            if (at >= m.end) return .failed;
            at += if (utf8) str.sequenceLength(m.text[at]) else 1;
            m.must_advance = false;
        }
    }

    fn run(m: *Matcher, comptime utf8: bool, at: usize) Outcome {
        return m.execute(utf8, at) catch |e| switch (e) {
            error.Interrupted => .interrupted,
            error.NoMemory => .no_memory,
            error.Restart => blk: {
                m.use_memo = true;
                m.reset();
                break :blk m.execute(utf8, at) catch |again| switch (again) {
                    error.Interrupted => .interrupted,
                    error.NoMemory => .no_memory,
                    error.Restart => unreachable,
                };
            },
        };
    }

    const Stop = error{ Interrupted, NoMemory, Restart };

    fn push(m: *Matcher, entry: Entry) void {
        m.stack.append(entry);
    }

    inline fn charAt(m: *const Matcher, comptime utf8: bool, pos: usize) u21 {
        return if (utf8) str.decodeAt(m.text, pos) else m.text[pos];
    }
    inline fn width(m: *const Matcher, comptime utf8: bool, pos: usize) usize {
        return if (utf8) str.sequenceLength(m.text[pos]) else 1;
    }
    inline fn before(m: *const Matcher, comptime utf8: bool, pos: usize) usize {
        var at = pos - 1;
        if (utf8) while (m.text[at] & 0xc0 == 0x80) : (at -= 1) {};
        return at;
    }

    /// Runs from the first instruction; what is on the stack afterwards belongs to the match.
    fn execute(m: *Matcher, comptime utf8: bool, at: usize) Stop!Outcome {
        const insts = m.p.insts.items;
        var pc: u32 = 0;
        var pos = at;
        while (true) {
            const inst = &insts[pc];
            const ok: bool = switch (inst.op) {
                .fail => false,
                .success => blk: {
                    if ((m.whole and pos != m.end) or (m.must_advance and pos == m.start)) break :blk false;
                    m.stop = pos;
                    m.stack.items.len = 0;
                    return .matched;
                },
                .char, .not_char, .any, .any_all, .set => blk: {
                    if (pos >= m.end or !program.singleHas(m.p, inst, m.charAt(utf8, pos))) break :blk false;
                    pos += m.width(utf8, pos);
                    pc += 1;
                    break :blk true;
                },
                .literal => blk: {
                    const wanted = m.p.literals.items[inst.x..][0..inst.min];
                    if (m.end - pos < wanted.len or !search_.same(m.text[pos..][0..wanted.len], wanted)) break :blk false;
                    pos += wanted.len;
                    pc += 1;
                    break :blk true;
                },
                .at => blk: {
                    if (!m.isAt(utf8, @enumFromInt(inst.x), pos)) break :blk false;
                    pc += 1;
                    break :blk true;
                },
                .mark => blk: {
                    m.push(.{ .tag = .mark, .a = inst.x, .b = m.marks[inst.x], .c = m.last_index });
                    m.marks[inst.x] = pos;
                    if (inst.x & 1 != 0) m.last_index = inst.x / 2 + 1;
                    pc += 1;
                    break :blk true;
                },
                .jump => blk: {
                    pc = inst.next;
                    break :blk true;
                },
                .split => blk: {
                    if (m.use_memo and !try m.enter(pc, pos)) break :blk false;
                    if (inst.x > 0 and (pos >= m.end or !m.p.firsts.items[inst.x - 1].has(m.text[pos]))) {
                        pc = inst.next;
                        break :blk true;
                    }
                    m.push(.{ .tag = .alternative, .a = inst.next, .b = pos });
                    pc += 1;
                    break :blk true;
                },
                .repeat => blk: {
                    m.push(.{ .tag = .loop, .a = inst.x, .b = m.counts[inst.x], .c = m.lasts[inst.x] });
                    m.counts[inst.x] = 0;
                    m.lasts[inst.x] = nowhere;
                    pc = inst.next;
                    break :blk try m.untilStep(&pc, pos);
                },
                .max_until, .min_until => blk: {
                    m.push(.{ .tag = .loop, .a = inst.x, .b = m.counts[inst.x], .c = m.lasts[inst.x] });
                    m.counts[inst.x] += 1;
                    break :blk try m.untilStep(&pc, pos);
                },
                .repeat_one => try m.greedy(utf8, &pc, &pos),
                .min_repeat_one => blk: {
                    const item = &insts[pc + 1];
                    const taken = m.take(utf8, item, pos, inst.min);
                    if (taken.count < inst.min) break :blk false;
                    pos = taken.pos;
                    if (m.use_memo and inst.max == program.unlimited and !try m.enter(pc, pos)) break :blk false;
                    if (inst.max > inst.min) m.push(.{ .tag = .min_one, .a = pc, .b = pos, .c = inst.min });
                    pc = inst.next;
                    break :blk true;
                },
                .possessive_one => blk: {
                    const taken = m.take(utf8, &insts[pc + 1], pos, inst.max);
                    if (taken.count < inst.min) break :blk false;
                    pos = taken.pos;
                    pc = inst.next;
                    break :blk true;
                },
                .assert, .assert_not => blk: {
                    var from = pos;
                    var left = inst.x;
                    while (left > 0 and from > 0) : (left -= 1) from = m.before(utf8, from);
                    if (left > 0) {
                        if (inst.op == .assert) break :blk false;
                        pc = inst.next;
                        break :blk true;
                    }
                    m.openPart(pc, pos, 0);
                    pos = from;
                    pc += 1;
                    break :blk true;
                },
                .atomic => blk: {
                    m.openPart(pc, pos, 0);
                    pc += 1;
                    break :blk true;
                },
                .possessive => blk: {
                    if (inst.max == 0) {
                        pc = inst.next;
                        break :blk true;
                    }
                    m.openPart(pc, pos, 0);
                    pc += 1;
                    break :blk true;
                },
                .sub_end => m.closePart(&pc, &pos),
                .groupref => blk: {
                    const from = m.marks[inst.x * 2];
                    const to = m.marks[inst.x * 2 + 1];
                    if (from == unset or to == unset or to < from) break :blk false;
                    pos = m.sameAgain(utf8, inst.fold, from, to, pos) orelse break :blk false;
                    pc += 1;
                    break :blk true;
                },
                .group_exists => blk: {
                    const from = m.marks[inst.x * 2];
                    const to = m.marks[inst.x * 2 + 1];
                    const there = from != unset and to != unset and to >= from;
                    pc = if (there) pc + 1 else inst.next;
                    break :blk true;
                },
            };
            if (!ok and !try m.back(utf8, &pc, &pos)) return .failed;
        }
    }

    /// At the end of a loop's body (`counts` has the rounds so far): another round, or on.
    fn untilStep(m: *Matcher, pc: *u32, pos: usize) Stop!bool {
        const inst = &m.p.insts.items[pc.*];
        const loop = inst.x;
        const count = m.counts[loop];
        if (m.use_memo and !try m.enterLoop(pc.*, pos)) return false;
        if (count < inst.min) {
            pc.* = inst.next;
            return true;
        }
        if (inst.op == .min_until) {
            m.push(.{ .tag = .lazy_body, .a = pc.*, .b = pos });
            pc.* += 1;
            return true;
        }
        if ((count < inst.max or inst.max == program.unlimited) and pos != m.lasts[loop]) {
            m.push(.{ .tag = .tail, .a = pc.*, .b = pos });
            m.push(.{ .tag = .loop, .a = loop, .b = count, .c = m.lasts[loop] });
            m.lasts[loop] = pos;
            pc.* = inst.next;
            return true;
        }
        pc.* += 1;
        return true;
    }

    const Taken = struct { pos: usize, count: u64 };
    /// Takes characters as long as the item has them, at most `max`.
    inline fn take(m: *const Matcher, comptime utf8: bool, item: *const Inst, from: usize, max: u64) Taken {
        var pos = from;
        var n: u64 = 0;
        if (!utf8) {
            const most: usize = if (max == program.unlimited) m.end - pos else @intCast(@min(max, m.end - pos));
            const room = m.text[pos..][0..most];
            const stop = switch (item.op) {
                .any_all => room.len,
                .any => std.mem.indexOfScalar(u8, room, '\n') orelse room.len,
                .set => blk: {
                    const low = &m.p.sets.items[item.x].low;
                    var i: usize = 0;
                    while (i < room.len and low.has(room[i])) i += 1;
                    break :blk i;
                },
                else => blk: {
                    var i: usize = 0;
                    while (i < room.len and program.singleHas(m.p, item, room[i])) i += 1;
                    break :blk i;
                },
            };
            return .{ .pos = pos + stop, .count = stop };
        }
        const most = if (max == program.unlimited) std.math.maxInt(u64) else max;
        while (n < most and pos < m.end) : (n += 1) {
            const b = m.text[pos];
            if (b < 128) {
                if (!program.singleHas(m.p, item, b)) break;
                pos += 1;
            } else {
                if (!program.singleHas(m.p, item, str.decodeAt(m.text, pos))) break;
                pos += str.sequenceLength(b);
            }
        }
        return .{ .pos = pos, .count = n };
    }

    fn greedy(m: *Matcher, comptime utf8: bool, pc: *u32, pos: *usize) Stop!bool {
        const inst = &m.p.insts.items[pc.*];
        const item = &m.p.insts.items[pc.* + 1];
        if (m.use_memo and inst.max == program.unlimited) return m.greedyNoted(utf8, pc, pos);
        const least = m.take(utf8, item, pos.*, inst.min);
        if (least.count < inst.min) return false;
        const more = if (inst.max == program.unlimited) program.unlimited else inst.max - inst.min;
        const most = if (more == 0) least else m.take(utf8, item, least.pos, more);
        pos.* = most.pos;
        if (most.pos > least.pos) {
            const wanted = m.byteAfter(inst.next);
            if (wanted) |b| {
                // Only places where what follows can begin.
                if (pos.* >= m.end or m.text[pos.*] != b) {
                    const found = std.mem.lastIndexOfScalar(u8, m.text[least.pos..pos.*], b) orelse return false;
                    pos.* = least.pos + found;
                }
            }
            if (pos.* > least.pos) m.push(.{ .tag = .one, .a = pc.*, .b = least.pos, .c = pos.* });
        }
        pc.* = inst.next;
        return true;
    }
    /// The byte that what follows must begin with, if there is only one.
    inline fn byteAfter(m: *const Matcher, pc: u32) ?u8 {
        const inst = &m.p.insts.items[pc];
        if (inst.op == .literal) return m.p.literals.items[inst.x];
        if (inst.op == .char and inst.fold == .none and inst.x < 128) return @intCast(inst.x);
        return null;
    }
    /// As `greedy`, character by character, each place noted.
    fn greedyNoted(m: *Matcher, comptime utf8: bool, pc: *u32, pos: *usize) Stop!bool {
        const inst = &m.p.insts.items[pc.*];
        const item = &m.p.insts.items[pc.* + 1];
        const least = m.take(utf8, item, pos.*, inst.min);
        if (least.count < inst.min) return false;
        pos.* = least.pos;
        while (true) {
            if (!try m.enter(pc.*, pos.*)) return false;
            if (pos.* >= m.end or !program.singleHas(m.p, item, m.charAt(utf8, pos.*))) break;
            m.push(.{ .tag = .alternative, .a = inst.next, .b = pos.* });
            pos.* += m.width(utf8, pos.*);
        }
        pc.* = inst.next;
        return true;
    }

    fn openPart(m: *Matcher, pc: u32, pos: usize, rounds: u64) void {
        m.push(.{ .tag = .part, .a = pc, .b = pos, .c = m.part, .d = rounds });
        m.part = m.stack.items.len;
    }

    /// A part has matched.
    fn closePart(m: *Matcher, pc: *u32, pos: *usize) bool {
        const base = m.part - 1;
        const entry = m.stack.items[base];
        const inst = &m.p.insts.items[entry.a];
        m.part = @intCast(entry.c);
        if (inst.op == .assert_not) {
            // Undoes everything of the part, and what it stands for has failed.
            while (m.stack.items.len > base + 1) m.undo(m.pop());
            _ = m.pop();
            return false;
        }
        // Only what changes back stays of it.
        var to = base;
        for (m.stack.items[base + 1 ..]) |e| {
            if (e.tag != .mark and e.tag != .loop) continue;
            m.stack.items[to] = e;
            to += 1;
        }
        m.stack.items.len = to;
        if (inst.op == .assert) pos.* = @intCast(entry.b);
        if (inst.op == .possessive) {
            const rounds = entry.d + 1;
            const again = rounds < inst.min or ((rounds < inst.max or inst.max == program.unlimited) and pos.* != entry.b);
            if (again) {
                m.openPart(entry.a, pos.*, rounds);
                pc.* = entry.a + 1;
                return true;
            }
        }
        pc.* = inst.next;
        return true;
    }

    inline fn pop(m: *Matcher) Entry {
        const n = m.stack.items.len - 1;
        const e = m.stack.items[n];
        m.stack.items.len = n;
        return e;
    }
    inline fn undo(m: *Matcher, e: Entry) void {
        switch (e.tag) {
            .mark => {
                m.marks[e.a] = @intCast(e.b);
                m.last_index = @intCast(e.c);
            },
            .loop => {
                m.counts[e.a] = e.b;
                m.lasts[e.a] = e.c;
            },
            .part => m.part = @intCast(e.c),
            .alternative, .tail, .lazy_body, .one, .min_one, .memo => {},
        }
    }

    /// Goes back to the last place with another way; false: there is none.
    fn back(m: *Matcher, comptime utf8: bool, pc: *u32, pos: *usize) Stop!bool {
        m.steps += 1;
        if (m.steps & 0xffff == 0 and stack_.poll() < 0) return error.Interrupted;
        if (m.steps > m.budget and !m.use_memo and m.canNote()) return error.Restart;
        const insts = m.p.insts.items;
        while (m.stack.items.len > 0) {
            const e = &m.stack.items[m.stack.items.len - 1];
            switch (e.tag) {
                .mark, .loop => m.undo(m.pop()),
                .memo => {
                    const key = e.b;
                    _ = m.pop();
                    if (!m.memo.add(key)) return error.NoMemory;
                },
                .alternative => {
                    pc.* = e.a;
                    pos.* = @intCast(e.b);
                    _ = m.pop();
                    return true;
                },
                .tail => {
                    pc.* = e.a + 1;
                    pos.* = @intCast(e.b);
                    _ = m.pop();
                    return true;
                },
                .lazy_body => {
                    const inst = &insts[e.a];
                    const at = e.b;
                    const body = e.a;
                    _ = m.pop();
                    const count = m.counts[inst.x];
                    if ((count >= inst.max and inst.max != program.unlimited) or at == m.lasts[inst.x]) continue;
                    m.push(.{ .tag = .loop, .a = inst.x, .b = count, .c = m.lasts[inst.x] });
                    m.lasts[inst.x] = at;
                    pc.* = insts[body].next;
                    pos.* = @intCast(at);
                    return true;
                },
                .one => {
                    const inst = &insts[e.a];
                    var at: usize = @intCast(e.c);
                    const least: usize = @intCast(e.b);
                    if (m.byteAfter(inst.next)) |b| {
                        const found = std.mem.lastIndexOfScalar(u8, m.text[least..at], b) orelse {
                            _ = m.pop();
                            continue;
                        };
                        at = least + found;
                    } else at = m.before(utf8, at);
                    pc.* = inst.next;
                    pos.* = at;
                    if (at > least) e.c = at else _ = m.pop();
                    return true;
                },
                .min_one => {
                    const at = e.a;
                    const inst = &insts[at];
                    var here: usize = @intCast(e.b);
                    if (here >= m.end or !program.singleHas(m.p, &insts[at + 1], m.charAt(utf8, here))) {
                        _ = m.pop();
                        continue;
                    }
                    here += m.width(utf8, here);
                    const count = e.c + 1;
                    const more = count < inst.max or inst.max == program.unlimited;
                    if (m.use_memo and inst.max == program.unlimited) {
                        _ = m.pop();
                        if (!try m.enter(at, here)) continue;
                        m.push(.{ .tag = .min_one, .a = at, .b = here, .c = count });
                    } else if (more) {
                        e.b = here;
                        e.c = count;
                    } else _ = m.pop();
                    pc.* = inst.next;
                    pos.* = here;
                    return true;
                },
                .part => {
                    const entry = m.pop();
                    m.part = @intCast(entry.c);
                    const inst = &insts[entry.a];
                    const goes_on = inst.op == .assert_not or (inst.op == .possessive and entry.d >= inst.min);
                    if (!goes_on) continue;
                    pc.* = inst.next;
                    pos.* = @intCast(entry.b);
                    return true;
                },
            }
        }
        return false;
    }

    /// The place where the text of a group stands again from `pos` on ends; null: it does not.
    fn sameAgain(m: *const Matcher, comptime utf8: bool, fold: program.Fold, from: usize, to: usize, pos: usize) ?usize {
        const wanted = m.text[from..to];
        if (fold == .none) {
            if (m.end - pos < wanted.len or !search_.same(m.text[pos..][0..wanted.len], wanted)) return null;
            return pos + wanted.len;
        }
        var i = from;
        var k = pos;
        while (i < to) {
            if (k >= m.end) return null;
            const a = m.charAt(utf8, i);
            const b = m.charAt(utf8, k);
            const same = switch (fold) {
                .none => a == b,
                .ascii, .locale => program.lowerAscii(a) == program.lowerAscii(b),
                .unicode => program.lower(a) == program.lower(b),
            };
            if (!same) return null;
            i += m.width(utf8, i);
            k += m.width(utf8, k);
        }
        return k;
    }

    fn isAt(m: *const Matcher, comptime utf8: bool, kind: program.At, pos: usize) bool {
        return switch (kind) {
            .beginning, .beginning_string => pos == 0,
            .beginning_line => pos == 0 or m.text[pos - 1] == '\n',
            .end => pos == m.end or (pos + 1 == m.end and m.text[pos] == '\n'),
            .end_line => pos == m.end or m.text[pos] == '\n',
            .end_string => pos == m.end,
            .boundary, .loc_boundary => m.end > 0 and m.isBoundary(utf8, program.asciiWord, pos),
            .non_boundary, .loc_non_boundary => m.end > 0 and !m.isBoundary(utf8, program.asciiWord, pos),
            .uni_boundary => m.end > 0 and m.isBoundary(utf8, program.unicodeWord, pos),
            .uni_non_boundary => m.end > 0 and !m.isBoundary(utf8, program.unicodeWord, pos),
        };
    }
    inline fn isBoundary(m: *const Matcher, comptime utf8: bool, comptime isWord: fn (u21) bool, pos: usize) bool {
        const left = pos > 0 and isWord(m.charAt(utf8, m.before(utf8, pos)));
        const right = pos < m.end and isWord(m.charAt(utf8, pos));
        return left != right;
    }

    // Noting what failed

    /// Do the numbers that stand for a place fit?
    fn canNote(m: *const Matcher) bool {
        if (!m.p.memoizable) return false;
        const places = std.math.mul(u64, m.text.len + 1, m.p.counts) catch return false;
        _ = std.math.mul(u64, places, m.p.insts.items.len + 1) catch return false;
        return true;
    }
    /// Notes that an instruction is tried at a place; false: it has led to nothing before.
    fn enter(m: *Matcher, pc: u32, pos: usize) Stop!bool {
        return m.enterCounted(pc, pos, m.p.insts.items[pc].loop);
    }
    fn enterLoop(m: *Matcher, pc: u32, pos: usize) Stop!bool {
        return m.enterCounted(pc, pos, m.p.insts.items[pc].x);
    }
    fn enterCounted(m: *Matcher, pc: u32, pos: usize, innermost: u32) Stop!bool {
        var number: u64 = 0;
        var loop = innermost;
        while (loop != program.no_loop) {
            const l = &m.p.loops.items[loop];
            number += @min(m.counts[loop], if (l.max == program.unlimited) l.min else l.max) * l.stride;
            loop = l.outer;
        }
        const key = ((@as(u64, pos) * m.p.counts + number) * m.p.insts.items.len + pc) + 1;
        if (m.memo.has(key)) return false;
        m.push(.{ .tag = .memo, .a = 0, .b = key });
        return true;
    }
};

/// A set of numbers above 0.
const Memo = struct {
    table: []u64 = &.{},
    used: usize = 0,

    fn slot(table: []u64, key: u64) *u64 {
        var i: usize = @intCast((key *% 0x9e3779b97f4a7c15) >> 20 & (table.len - 1));
        while (table[i] != 0 and table[i] != key) i = (i + 1) & (table.len - 1);
        return &table[i];
    }
    fn has(self: *const Memo, key: u64) bool {
        return self.table.len > 0 and slot(self.table, key).* == key;
    }
    fn add(self: *Memo, key: u64) bool {
        if (self.used * 2 >= self.table.len) {
            const n = @max(1024, self.table.len * 2);
            const grown = (alloc.tryArray(u64, n) orelse return false)[0..n];
            @memset(grown, 0);
            for (self.table) |k| {
                if (k != 0) slot(grown, k).* = k;
            }
            if (self.table.len > 0) alloc.free(self.table.ptr);
            self.table = grown;
        }
        const to = slot(self.table, key);
        if (to.* == 0) self.used += 1;
        to.* = key;
        return true;
    }
    fn deinit(self: *Memo) void {
        if (self.table.len > 0) alloc.free(self.table.ptr);
    }
};
