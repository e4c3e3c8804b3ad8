//! Reference counts: retain, release, and what happens when a count reaches zero.
//!
//! Invariants
//! - A dead object's `dealloc` slot runs exactly once, after `__del__` (which may bring it back) and after its weak references are cleared.
//! - Deallocation nests at most `max_depth` deep; beyond that dead objects wait in a queue, so structures of any depth can go.
//! - A decrement that does not reach zero reports objects that may be in a cycle (no `rc_quiet`) to the cycle collector.
const std = @import("std");
const object = @import("object.zig");
const type_ = @import("type.zig");
const alloc = @import("alloc.zig");
const state = @import("state.zig");
const cycles = @import("cycles.zig");
const Word = object.Word;
const Header = object.Header;

const max_depth = 200;
const flag_bits: u32 = object.rc_one - 1;

/// Set by the weak reference module when the first one is made.
pub var clear_weakrefs: ?*const fn (Word) void = null;

/// Adds a reference; returns its argument.
pub inline fn retain(w: Word) Word {
    if (!object.isSmall(w)) {
        const h = object.header(w);
        if (@as(i32, @bitCast(h.rc)) >= 0) h.rc += object.rc_one;
    }
    return w;
}

/// Drops a reference; may run any Python code (`__del__`).
pub inline fn release(w: Word) void {
    if (object.isSmall(w)) return;
    const h = object.header(w);
    if (@as(i32, @bitCast(h.rc)) < 0) return;
    h.rc -= object.rc_one;
    if (h.rc < object.rc_one or h.rc & object.rc_quiet == 0) released(h);
}

/// As `release`; 0 is ignored.
pub inline fn releaseMaybe(w: Word) void {
    if (w != 0) release(w);
}

/// As `retain`; 0 is returned as it is.
pub inline fn retainMaybe(w: Word) Word {
    return if (w == 0) 0 else retain(w);
}

/// Nobody else refers to the object: it may be changed in place by a consumer.
pub inline fn isUnique(w: Word) bool {
    return !object.isSmall(w) and object.header(w).rc & ~flag_bits == object.rc_one;
}

/// Makes an object immortal (constants, interned strings, static types).
pub inline fn immortalize(w: Word) void {
    if (!object.isSmall(w)) object.header(w).rc |= object.rc_immortal;
}

/// Number of references, for `sys.getrefcount`.
pub fn count(w: Word) u32 {
    if (object.isSmall(w)) return 0x3fff_ffff;
    const rc = object.header(w).rc;
    return if (rc & object.rc_uncounted != 0) 0x3fff_ffff else rc / object.rc_one;
}

noinline fn released(h: *Header) void {
    if (h.rc >= object.rc_one) {
        cycles.suspect(object.word(h));
        return;
    }
    // Boxed numbers own nothing and cannot be watched.
    if (h.shape == @intFromEnum(object.ShapeId.float) or h.shape == @intFromEnum(object.ShapeId.int)) return alloc.free(h);
    destroy(h);
}

/// Words waiting for deallocation, a stack.
var queue: [*]Word = undefined;
var queue_len: usize = 0;
var queue_cap: usize = 0;

inline fn destroy(h: *Header) void {
    const thread = state.current();
    if (thread.dealloc_depth >= max_depth) {
        enqueue(object.word(h));
        return;
    }
    thread.dealloc_depth += 1;
    const class = type_.typeOfShape(h.shape);
    if (class.slots.finalize == null and h.rc & object.rc_weakref == 0) {
        // As in `finish`, for most classes.
        if (h.rc & object.rc_quiet != 0 and !class.flags.acyclic) cycles.forget(object.word(h));
        class.slots.dealloc.?(object.word(h));
    } else finish(h);
    if (thread.dealloc_depth == 1) {
        while (queue_len > 0) {
            queue_len -= 1;
            finish(object.header(queue[queue_len]));
        }
    }
    thread.dealloc_depth -= 1;
}

fn enqueue(w: Word) void {
    if (queue_len == queue_cap) {
        const cap = if (queue_cap == 0) 64 else queue_cap * 2;
        const bytes = cap * @sizeOf(Word);
        queue = @ptrCast(@alignCast(if (queue_cap == 0) alloc.bytes(bytes) else alloc.resize(queue, bytes)));
        queue_cap = cap;
    }
    queue[queue_len] = w;
    queue_len += 1;
}

noinline fn finish(h: *Header) void {
    const w = object.word(h);
    const class = type_.typeOf(w);
    if (class.slots.finalize) |finalize| {
        if (h.rc & object.rc_finalized == 0) {
            h.rc = (h.rc | object.rc_finalized) + object.rc_one;
            finalize(w);
            // A count that became uncounted can only have overflowed: the object lives on.
            if (h.rc & object.rc_uncounted != 0) return;
            h.rc -= object.rc_one;
            if (h.rc >= object.rc_one) return;
        }
    }
    if (h.rc & object.rc_weakref != 0) {
        if (clear_weakrefs) |clear| clear(w);
    }
    // A cyclic type's quiet bit says that the object stands in the collector's buffer.
    if (h.rc & object.rc_quiet != 0 and !class.flags.acyclic) cycles.forget(w);
    class.slots.dealloc.?(w);
}

/// The dealloc slot of objects that own no words.
pub fn deallocPlain(w: Word) callconv(.c) void {
    alloc.free(object.header(w));
}

pub export fn pyrt_retain(w: Word) callconv(.c) void {
    _ = retain(w);
}
pub export fn pyrt_release(w: Word) callconv(.c) void {
    release(w);
}
pub export fn pyrt_release_maybe(w: Word) callconv(.c) void {
    releaseMaybe(w);
}
