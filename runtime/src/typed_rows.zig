//! Rows of typed overlays: results that do not fit a typed function's machine result, and `range` loops without an iterator
//! object, which is made where the generic code takes over.
//!
//! Invariant: `escaped` is set only between the return of a typed function and its caller's next step, so nothing runs
//! while it holds a word, and one variable for each thread is enough.
const object = @import("object.zig");
const builtins = @import("builtins.zig");
const builtin_functions = @import("builtin_functions.zig");
const ops_items = @import("ops_items.zig");
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
    return slot.* == 0 and builtins.lookupName(name) == object.word(&range.range_type);
}

pub export fn pyrt_is_builtin(f: Word, name: Word, cache: *object.AttrCache) callconv(.c) bool {
    if (!builtins.isOwn(f, name)) return false;
    cache.value = f;
    return true;
}

pub export fn pyrt_obj_len(o: Word) callconv(.c) object.PairI64 {
    const n = ops_items.len(o);
    return .{ .value = n, .raised = @intFromBool(n < 0) };
}

pub export fn pyrt_obj_isinstance(o: Word, class: Word) callconv(.c) i32 {
    return @import("class_check.zig").isInstance(o, class);
}

pub export fn pyrt_obj_ord(o: Word) callconv(.c) object.PairI64 {
    const w = builtin_functions.ordOf(o);
    return .{ .value = object.smallValue(w), .raised = @intFromBool(w == 0) };
}

pub export fn pyrt_f64_abs(v: f64) callconv(.c) f64 {
    return @abs(v);
}

pub export fn pyrt_f64_to_i64(v: f64) callconv(.c) i64 {
    return @intFromFloat(v);
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
