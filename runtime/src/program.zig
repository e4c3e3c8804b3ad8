//! What the compiler emits once per program: the tables through which the runtime reaches the program's modules and the
//! part of the builtins that the program can name.
//!
//! Invariant: nothing else of a program is known to the runtime by symbol.
const object = @import("object.zig");
const methods = @import("methods.zig");
const Module = object.Module;

/// One name of the module `builtins`.
pub const BuiltinRow = extern struct {
    name: *const object.Str,
    /// A class or constant, or null.
    value: ?*object.Header,
    /// A function (`pyrt_b_<name>`), or null.
    function: ?*const object.MethodRow,
};

pub const Program = extern struct {
    /// The module that is run as `__main__`.
    main: *Module,
    /// All modules that can be imported, `main` and native ones included, in any order.
    modules: [*]const *Module,
    module_count: u64,
    /// Sorted by name (bytes).
    builtins: [*]const BuiltinRow,
    builtin_count: u64,
    /// Rows of builtin classes that the program can name.
    classes: [*]const methods.ClassRows,
    class_count: u64,
    /// Modules that only functions import which nothing seems to call: they were not compiled.
    left_out: [*]const *const object.Str,
    left_out_count: u64,
};

/// The program's record; the symbol `pyrt_program`.
pub extern const pyrt_program: Program;
