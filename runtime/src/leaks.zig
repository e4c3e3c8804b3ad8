//! The leak report of debug builds (`PYAOT_LEAKS=1`): what is alive after the modules' globals are gone.
//!
//! Invariants
//! - An object is accounted for if something immortal reaches it: a class, a module, a constant, the thread state.
//! - Of the others, one that has more references than live objects hold is a leak, and so is what hangs from it. What only
//!   the others hold lies in a reference cycle or hangs from one.
//! - It needs every class that owns words to have a `traverse` slot; a missing one shows as a leak of what it owns.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const io = @import("io.zig");
const state = @import("state.zig");
const text = @import("text.zig");
const str = @import("str.zig");
const dict = @import("dict.zig");
const cycles = @import("cycles.zig");
const program = @import("program.zig");
const module_ = @import("module.zig");
const builtin_types = @import("builtin_types.zig");
const Words = @import("words.zig").Words;
const WordMap = @import("word_map.zig").WordMap;
const Word = object.Word;
const Type = types.Type;

/// Whether a report was asked for.
pub fn wanted() bool {
    if (!alloc.track) return false;
    return std.c.getenv("PYAOT_LEAKS") != null;
}

/// Garbage cycles that the collection at the end found, by class.
var collected: Tally = .{};

/// To be called before the last collection.
pub fn begin() void {
    cycles.observer = noteGarbage;
}

fn noteGarbage(items: []const Word) void {
    for (items) |w| collected.add(types.typeOf(w));
}

/// Counts by name of the class. The names are interned: a class of the program may itself be garbage and gone before it is
/// reported.
const Tally = struct {
    classes: WordMap = .{},

    fn add(self: *Tally, class: *Type) void {
        const name = str.intern(types.nameOf(class));
        if (!self.classes.add(name, 1)) self.classes.get(name).?.* += 1;
    }
    fn total(self: *const Tally) u64 {
        var sum: u64 = 0;
        for (self.classes.entries[0..self.classes.size]) |e| {
            if (e.key != 0) sum += e.value;
        }
        return sum;
    }
    /// One line for each class, most first.
    fn print(self: *Tally, comptime kind: []const u8) void {
        while (self.classes.len > 0) {
            var most: ?usize = null;
            for (self.classes.entries[0..self.classes.size], 0..) |e, i| {
                if (e.key != 0 and (most == null or e.value > self.classes.entries[most.?].value)) most = i;
            }
            const e = self.classes.entries[most.?];
            line("pyaot: " ++ kind ++ ": {s} {d}\n", &.{
                .{ .bytes = str.slice(e.key) }, .{ .unsigned = e.value },
            });
            self.classes.remove(e.key);
        }
    }
};

fn line(comptime fmt: []const u8, args: []const text.Argument) void {
    var buffer: text.Buffer = .{};
    defer buffer.deinit();
    _ = text.format(&buffer, fmt, args);
    io.writeError(buffer.slice());
}

/// Objects that are alive and counted, each with how many of its references live objects of the map hold.
var others: WordMap = .{};
var work: Words = .{};
var reached: WordMap = .{};

fn push(child: Word, _: *anyopaque) callconv(.c) void {
    if (child == 0 or object.isSmall(child) or child & 3 == 2) return;
    if (!reached.add(child, 0)) return;
    work.push(child);
}

fn visitOwned(w: Word, visit: types.Visitor) void {
    const class = types.typeOf(w);
    if (class.slots.traverse) |f| f(w, visit, @ptrCast(&others));
}

fn follow() void {
    while (work.pop()) |w| {
        if (object.isExact(w, .module)) pushModule(object.ptr(object.Module, w)) else visitOwned(w, push);
    }
}

fn pushModule(m: *object.Module) void {
    const context: *anyopaque = @ptrCast(&others);
    push(m.namespace, context);
    for (m.slots[0..m.slot_count]) |w| push(w, context);
    for (m.names[0..@intCast(m.name_count)]) |w| push(w, context);
}

fn noteObject(_: void, h: *object.Header) void {
    if (h.rc & object.rc_uncounted != 0) push(object.word(h), @ptrCast(&others));
}
fn noteOther(_: void, h: *object.Header) void {
    const w = object.word(h);
    if (reached.get(w) == null) _ = others.add(w, 0);
}
fn countEdge(child: Word, _: *anyopaque) callconv(.c) void {
    if (child == 0 or object.isSmall(child)) return;
    if (others.get(child)) |n| n.* += 1;
}

/// Writes the report to stderr.
pub fn report() void {
    cycles.observer = null;
    const s = state.current();
    const context: *anyopaque = @ptrCast(&others);
    alloc.forEachObject({}, noteObject);
    builtin_types.eachStatic(push, context);
    const p = &program.pyrt_program;
    for (p.modules[0..@intCast(p.module_count)]) |m| push(object.word(m), context);
    module_.eachExtra(push, context);
    push(s.pending, context);
    push(s.generator_value, context);
    for (s.handled[0..s.handled_len]) |w| push(w, context);
    follow();
    alloc.forEachObject({}, noteOther);
    for (others.entries[0..others.size]) |e| {
        if (e.key != 0) visitOwned(e.key, countEdge);
    }
    const details = std.mem.eql(u8, std.mem.span(std.c.getenv("PYAOT_LEAKS").?), "2");
    for (others.entries[0..others.size]) |e| {
        if (e.key == 0 or object.header(e.key).rc / object.rc_one == e.value) continue;
        if (details) detail(e.key, e.value);
        push(e.key, context);
    }
    follow();
    var leaked: Tally = .{};
    for (others.entries[0..others.size]) |e| {
        if (e.key == 0) continue;
        const class = types.typeOf(e.key);
        if (reached.get(e.key) != null) leaked.add(class) else collected.add(class);
    }
    line("pyaot: leaks: {d} objects\n", &.{.{ .unsigned = leaked.total() }});
    leaked.print("leak");
    collected.print("cycle");
}

/// An object that somebody forgot to release: its references, those that live objects hold, what it is.
fn detail(w: Word, held: u64) void {
    const h = object.header(w);
    line("pyaot: root: {s} {d} references, {d} held", &.{
        .{ .bytes = types.nameOf(types.typeOf(w)) }, .{ .unsigned = h.rc / object.rc_one }, .{ .unsigned = held },
    });
    if (str.isStr(w)) line(": {s}", &.{.{ .bytes = str.slice(w)[0..@min(80, str.slice(w).len)] }});
    if (object.isExact(w, .function)) line(": {s}", &.{.{ .bytes = str.slice(object.ptr(object.Function, w).qualname) }});
    if (object.isExact(w, .tuple)) {
        for (object.ptr(object.Tuple, w).slice()) |item| {
            line(" {s}", &.{.{ .bytes = if (item == 0) "-" else types.nameOfValue(item) }});
        }
    }
    if (object.isExact(w, .dict)) {
        var at: usize = 0;
        while (dict.next(w, &at)) |item| {
            line(" {s}:{s}", &.{
                .{ .bytes = if (str.isStr(item.key)) str.slice(item.key) else "?" },
                .{ .bytes = if (item.value == 0) "-" else types.nameOfValue(item.value) },
            });
        }
    }
    io.writeError("\n");
}
