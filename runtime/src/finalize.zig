//! The end of a program as programs can see it, in CPython's order: modules whose globals no function holds lose them at
//! once; everything else is garbage together, so all finalisers (`__del__`, suspended generators) run while the globals
//! are still there, oldest object first (PEP 442); only then is it taken apart.
//!
//! Invariant: only done if something observable may be alive; otherwise the memory goes with the process.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const dict = @import("dict.zig");
const cycles = @import("cycles.zig");
const names = @import("names.zig");
const module_ = @import("module.zig");
const program = @import("program.zig");
const singletons = @import("singletons.zig");
const Words = @import("words.zig").Words;
const WordMap = @import("word_map.zig").WordMap;
const Word = object.Word;
const Module = object.Module;

/// Set when a class with `__del__` is made.
pub var has_finalizers = false;
/// Generators and coroutines that are alive.
pub var live: usize = 0;

/// Runs the functions of `atexit`, if the program has that module.
pub var at_exit: ?*const fn () void = null;

/// Lets go of what handles signals, if the program has that module.
pub var drop_signal_handlers: ?*const fn () void = null;

/// Runs finalisers and drops the globals of all loaded modules; `always`: also if nobody could tell.
pub fn run(always: bool) void {
    if (!always and !has_finalizers and live == 0) return;
    var walk: Walk = .{};
    eachModule(&walk, Walk.visitModule);
    eachModule(&walk, clearUnlessHeld);
    walk.deinit();
    walk = .{};
    // What is garbage already comes before what only the globals hold.
    _ = cycles.collect();
    eachModule(&walk, Walk.visitModule);
    walk.finalize();
    walk.deinit();
    eachModule(&walk, clearModule);
    if (drop_signal_handlers) |drop| drop();
    _ = cycles.collect();
    err.clear();
}

/// Calls `f` for each loaded module with code, `__main__` first.
fn eachModule(walk: *Walk, comptime f: fn (*Walk, *Module) void) void {
    const p = &program.pyrt_program;
    f(walk, p.main);
    for (p.modules[0..@intCast(p.module_count)]) |m| {
        if (m.state == 2 and m != p.main and m.body != null and m.slot_count > 0) f(walk, m);
    }
}

fn clearUnlessHeld(walk: *Walk, m: *Module) void {
    if (walk.holders.get(object.word(m)) == null) clearModule(walk, m);
}

/// Takes the globals away, in the order in which they were first set.
fn clearModule(_: *Walk, m: *Module) void {
    if (m.namespace != 0) {
        var at: usize = 0;
        while (dict.next(m.namespace, &at)) |item| {
            if (!str.isStr(item.key) or item.key == names.of(.__builtins__) or singletons.isNone(item.value)) continue;
            module_.setGlobal(m, item.key, singletons.noneWord());
        }
        return;
    }
    for (m.order[0..m.order_count]) |slot| {
        const old = m.slots[slot];
        if (old == 0) continue;
        m.slots[slot] = singletons.noneWord();
        rc.release(old);
    }
}

/// A walk over what the modules' globals reach, breadth first: the order in which CPython's collector lists it.
const Walk = struct {
    seen: WordMap = .{},
    /// Modules whose globals some function holds.
    holders: WordMap = .{},
    queue: Words = .{},
    next: usize = 0,
    /// What has a finaliser to run, each with a reference of ours.
    found: Words = .{},

    fn visitModule(self: *Walk, m: *Module) void {
        if (m.namespace != 0) self.push(m.namespace);
        for (m.order[0..m.order_count]) |slot| self.push(m.slots[slot]);
        // The slots of a module whose order is kept by its namespace.
        if (m.namespace != 0) for (m.slots[0..m.slot_count]) |w| self.push(w);
        self.follow();
    }

    fn push(self: *Walk, w: Word) void {
        if (w != 0 and !object.isSmall(w) and w & 3 != 2) self.queue.push(w);
    }

    fn follow(self: *Walk) void {
        while (self.next < self.queue.len) : (self.next += 1) {
            const w = self.queue.ptr[self.next];
            const class = types.typeOf(w);
            if (object.isExact(w, .module)) continue;
            if (class.slots.traverse == null) continue;
            if (!self.seen.add(w, 0)) continue;
            if (object.isExact(w, .function)) {
                _ = self.holders.add(object.word(object.ptr(object.Function, w).module), 0);
            }
            if (class.slots.finalize != null and object.header(w).rc & (object.rc_finalized | object.rc_uncounted) == 0) {
                self.found.push(rc.retain(w));
            }
            const start = self.queue.len;
            if (class.slots.traverse) |f| f(w, collectChild, self);
            // CPython visits these from their ends.
            if (class.flags.list_subclass or class.flags.tuple_subclass) std.mem.reverse(Word, self.queue.items()[start..]);
        }
    }

    fn collectChild(child: Word, context: *anyopaque) callconv(.c) void {
        const self: *Walk = @ptrCast(@alignCast(context));
        self.push(child);
    }

    /// Runs the finalisers of what was found and not finalised since.
    fn finalize(self: *Walk) void {
        for (self.found.items()) |w| {
            const h = object.header(w);
            if (h.rc & object.rc_finalized != 0) continue;
            h.rc |= object.rc_finalized;
            types.typeOf(w).slots.finalize.?(w);
        }
    }

    fn deinit(self: *Walk) void {
        for (self.found.items()) |w| rc.release(w);
        self.seen.deinit();
        self.holders.deinit();
        self.queue.deinit();
        self.found.deinit();
        self.* = .{};
    }
};
