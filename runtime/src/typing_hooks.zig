//! The way from native type parameters to the Python code of `typing`, which holds the rules of generic aliases.
//!
//! Invariant: a program that does not contain `typing` never loads it; then the native classes do what they can alone.
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const attr = @import("attr.zig");
const object = @import("object.zig");
const module_import = @import("module_import.zig");
const Word = object.Word;

/// The part of `typing` that holds the rules.
const home = "_typing_core";

/// Null in programs without that module (`prune.zig`): they need no import for it.
export var pyrt_typing_find: ?*const fn (name: []const u8) Word = findLoaded;

/// A function of it, owned; 0 without a pending exception: the program has none, or it is just being loaded.
pub fn find(name: []const u8) Word {
    return if (pyrt_typing_find) |f| f(name) else 0;
}

fn findLoaded(name: []const u8) Word {
    if (!module_import.isKnown(home)) return 0;
    const module = module_import.importName("", str.intern(home), 0, 0);
    if (module == 0) return 0;
    defer rc.release(module);
    return attr.getOptional(module, str.intern(name));
}
