//! Rows of typed overlays: results that do not fit a typed function's machine result, and `range` loops without an iterator
//! object, which is made where the generic code takes over.
//!
//! Invariant: `escaped` is set only between the return of a typed function and its caller's next step, so nothing runs
//! while it holds a word, and one variable for each thread is enough.
const object = @import("object.zig");
const builtins = @import("builtins.zig");
const range = @import("range.zig");
const rc = @import("rc.zig");
const Word = object.Word;

threadlocal var escaped: Word = 0;

pub export fn pyrt_escaped_put(value: Word) callconv(.c) void {
    escaped = value;
}

pub export fn pyrt_escaped_take() callconv(.c) Word {
    const value = escaped;
    escaped = 0;
    return value;
}

pub export fn pyrt_range_intact(slot: *Word, name: Word) callconv(.c) bool {
    return slot.* == 0 and builtins.lookup(name) == object.word(&range.range_type);
}

pub export fn pyrt_range_class() callconv(.c) Word {
    return object.word(&range.range_type);
}

pub export fn pyrt_range_new(start: i64, stop: i64, step: i64) callconv(.c) Word {
    return range.fromI64(start, stop, step);
}

pub export fn pyrt_range_iter_new(start: i64, stop: i64, step: i64) callconv(.c) Word {
    const r = range.fromI64(start, stop, step);
    defer rc.release(r);
    return range.iterSlot(r);
}
