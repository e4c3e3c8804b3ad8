//! The end of a program as programs can see it: globals are dropped in CPython's order, so that `__del__` runs, suspended
//! generators close and open files are flushed.
//!
//! Invariant: only done if something observable may be alive; otherwise the memory goes with the process.
const std = @import("std");
const object = @import("object.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const dict = @import("dict.zig");
const names = @import("names.zig");
const cycles = @import("cycles.zig");
const module_ = @import("module.zig");
const program = @import("program.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;
const Module = object.Module;

/// Set when a class with `__del__` is made.
pub var has_finalizers = false;
/// Generators, coroutines and files that are alive.
pub var live: usize = 0;

/// Runs the functions of `atexit`, if the program has that module.
pub var at_exit: ?*const fn () void = null;

/// Drops the globals of all loaded modules, `__main__` first, then collects cycles.
pub fn run() void {
    if (!has_finalizers and live == 0) return;
    clear(program.pyrt_program.main);
    const p = &program.pyrt_program;
    var i: usize = @intCast(p.module_count);
    while (i > 0) {
        i -= 1;
        if (p.modules[i].state == 2 and p.modules[i] != p.main and p.modules[i].file != null) clear(p.modules[i]);
    }
    _ = cycles.collect();
    err.clear();
}

/// Names with one leading underscore go first, then all others but `__builtins__`.
fn clear(m: *Module) void {
    for ([_]bool{ true, false }) |private| {
        const d = module_.namespace(m);
        var at: usize = 0;
        while (dict.next(d, &at)) |item| {
            if (!str.isStr(item.key)) continue;
            const name = str.slice(item.key);
            const is_private = name.len > 1 and name[0] == '_' and name[1] != '_';
            if (private and !is_private) continue;
            if (std.mem.eql(u8, name, "__builtins__")) continue;
            if (singletons.isNone(item.value)) continue;
            module_.setGlobal(m, item.key, singletons.noneWord());
        }
    }
}
