//! The thread state: what would be per thread once there are threads. Reached only through `current()`.
const object = @import("object.zig");
const Word = object.Word;

/// One `except`/`finally` handler that is being executed.
pub const HandledException = struct { exception: Word, previous: ?*HandledException };

pub const ThreadState = struct {
    /// The exception that is being raised, owned, or 0.
    pending: Word = 0,
    /// Stack of handled exceptions (`sys.exc_info()`), owned.
    handled: [*]Word = undefined,
    handled_len: usize = 0,
    handled_cap: usize = 0,
    /// Lowest address that frames may reach before RecursionError.
    stack_limit: usize = 0,
    stack_top: usize = 0,
    stack_bottom: usize = 0,
    recursion_limit: usize = 1000,
    /// Python functions that are running, the module's body included.
    depth: usize = 1,
    /// Nesting of deallocations; beyond a bound they are queued (see object lifetime in `rc.zig`).
    dealloc_depth: u32 = 0,
    /// Result of a generator that finished with a value (StopIteration.value), owned, or 0 for None.
    generator_value: Word = 0,
};

pub export var pyrt_state: Hot = .{};
/// Hot fields that generated code reads directly; `stack.zig` says what they hold.
pub const Hot = extern struct {
    stack_limit: usize = 0,
    /// Set by the signal handler, read by polls.
    interrupted: u32 = 0,
    pad: u32 = 0,
};

var main_state: ThreadState = .{};
pub inline fn current() *ThreadState {
    return &main_state;
}
