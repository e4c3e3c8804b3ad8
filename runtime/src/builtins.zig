//! The module `builtins`: which names it has, made when first looked up.
//!
//! Invariant: the namespace dict holds the names that were looked up or stored; all others come from the table that the
//! compiler emitted, sorted by name.
const std = @import("std");
const object = @import("object.zig");
const rc = @import("rc.zig");
const str = @import("str.zig");
const dict = @import("dict.zig");
const names = @import("names.zig");
const method_ = @import("method.zig");
const methods_ = @import("methods.zig");
const module_ = @import("module.zig");
const program = @import("program.zig");
const singletons = @import("singletons.zig");
const functions_ = @import("builtin_functions.zig");
const iteration = @import("builtin_iteration.zig");
const printing = @import("builtin_print.zig");
const attributes = @import("builtin_attributes.zig");
const file_open = @import("file_open.zig");
const sys = @import("sys.zig");
const Word = object.Word;

/// The record; `initRecord` completes it at start.
pub export var pyrt_module_builtins: object.Module = undefined;

/// Every builtin function: name, function, fewest and most arguments, `.keywords`. Exported as `pyrt_b_<name>`.
pub const functions = functions_.functions ++ iteration.functions ++ printing.functions ++ attributes.functions ++ @import("dynamic_code.zig").functions ++ file_open.functions;

fn exportAll(comptime list: anytype) void {
    @setEvalBranchQuota(100_000);
    for (list) |entry| {
        const function: object.NativeFn = entry[1];
        @export(function, .{ .name = "pyrt_b_" ++ entry[0] });
    }
}

comptime {
    exportAll(functions);
}

/// Gives the record its name and empty namespace; once at start.
pub fn initRecord() void {
    pyrt_module_builtins = sys.emptyRecord(names.of(.builtins));
    module_.register(&pyrt_module_builtins);
}

/// The module, borrowed.
pub fn module() Word {
    return object.word(&pyrt_module_builtins);
}

/// The row with this name, or null.
fn find(name: []const u8) ?*const program.BuiltinRow {
    const p = &program.pyrt_program;
    var low: usize = 0;
    var high: usize = @intCast(p.builtin_count);
    while (low < high) {
        const middle = (low + high) / 2;
        switch (std.mem.order(u8, name, p.builtins[middle].name.slice())) {
            .eq => return &p.builtins[middle],
            .lt => high = middle,
            .gt => low = middle + 1,
        }
    }
    return null;
}

fn valueOf(row: *const program.BuiltinRow) Word {
    if (row.value) |value| return object.word(value);
    const f = method_.builtinFunction(row.function.?, 0, names.of(.builtins), null);
    rc.immortalize(f);
    return f;
}

/// Values of names found lately; an entry holds while the namespace has the version that it recorded.
const Found = struct { name: Word = 0, version: u64 = 0, value: Word = 0 };
var found_lately: [64]Found = @splat(.{});

/// As `lookup`, for a name that lives for ever (those of generated code do).
pub inline fn lookupName(name: Word) Word {
    const entry = &found_lately[@intCast((name >> 4) % found_lately.len)];
    if (entry.name == name and pyrt_module_builtins.namespace != 0 and
        dict.of(pyrt_module_builtins.namespace).version == entry.version) return entry.value;
    return remember(name, entry);
}

noinline fn remember(name: Word, entry: *Found) Word {
    const value = lookup(name);
    if (value != 0) {
        entry.* = .{ .name = name, .version = dict.of(pyrt_module_builtins.namespace).version, .value = value };
    }
    return value;
}

/// The value of a builtin name (interned), borrowed; 0 if there is none.
pub fn lookup(name: Word) Word {
    const d = module_.namespace(&pyrt_module_builtins);
    const known = dict.getStr(d, name);
    if (known != 0) return known;
    const row = find(str.slice(name)) orelse return special(d, name);
    const value = valueOf(row);
    dict.setStr(d, str.intern(str.slice(name)), value);
    return value;
}

fn special(d: Word, name: Word) Word {
    const value = if (str.eqlSlice(name, "__debug__") or str.eqlSlice(name, "True"))
        singletons.trueWord()
    else if (str.eqlSlice(name, "False"))
        singletons.falseWord()
    else if (str.eqlSlice(name, "None"))
        singletons.noneWord()
    else
        return 0;
    dict.setStr(d, name, value);
    return value;
}

/// Whether `f` is the builtin of this name as the program began with it.
pub fn isOwn(f: Word, name: Word) bool {
    const row = find(str.slice(name)) orelse return false;
    if (row.value) |value| return f == object.word(value);
    if (!object.isExact(f, .builtin_function)) return false;
    const b = object.ptr(method_.BuiltinFunction, f);
    // Only such objects live for ever, so that a cache may keep their word.
    return b.row == row.function and b.h.rc & object.rc_uncounted != 0;
}

/// Puts all names of the table into the namespace (for `dir(builtins)`).
pub fn materialize() void {
    const p = &program.pyrt_program;
    for (p.builtins[0..@intCast(p.builtin_count)]) |*row| _ = lookup(str.intern(row.name.slice()));
    inline for (.{ "__debug__", "True", "False", "None" }) |name| _ = lookup(str.intern(name));
}
