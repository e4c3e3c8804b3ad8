//! The rows of pattern matching that look into sequences and mappings.
//!
//! Invariant: results follow the subject's own methods (`get`, `keys`, `__len__`), as in CPython.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const singletons = @import("singletons.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const attr = @import("attr.zig");
const call = @import("call.zig");
const names = @import("names.zig");
const ops = @import("ops.zig");
const dict = @import("dict.zig");
const dict_merge = @import("dict_merge.zig");
const tuple = @import("tuple.zig");
const set = @import("set.zig");
const container = @import("container.zig");
const Word = object.Word;
const Raised = container.Raised;

pub export fn pyrt_match_sequence(subject: Word) callconv(.c) bool {
    return types.typeOf(subject).flags.sequence;
}
pub export fn pyrt_match_mapping(subject: Word) callconv(.c) bool {
    return types.typeOf(subject).flags.mapping;
}
pub export fn pyrt_match_len(subject: Word) callconv(.c) object.PairI64 {
    const n = ops.len(subject);
    return .{ .value = n, .raised = @intFromBool(n < 0) };
}

/// A tuple of the values of all keys, or None if one is missing.
pub export fn pyrt_match_keys(subject: Word, keys: Word) callconv(.c) Word {
    return container.wordOf(matchKeys(subject, keys));
}
fn matchKeys(subject: Word, keys_tuple: Word) Raised!Word {
    const keys = tuple.items(keys_tuple);
    if (keys.len == 0) return tuple.empty();
    const seen = set.new(.set);
    defer rc.release(seen);
    const values = alloc.array(Word, keys.len);
    var found: usize = 0;
    defer {
        for (values[0..found]) |v| rc.release(v);
        alloc.free(values);
    }
    const plain = object.isExact(subject, .dict);
    const getter = if (plain) 0 else try container.check(attr.get(subject, names.of(.get)));
    defer rc.releaseMaybe(getter);
    // What `get` returns for a missing key: an object that nobody else has.
    const missing = if (plain) 0 else set.new(.frozenset);
    defer rc.releaseMaybe(missing);
    for (keys) |key| {
        if (set.contains(seen, key) != 0) {
            if (err.pending()) return error.Raised;
            return container.fail(.ValueError, "mapping pattern checks duplicate key ({r})", .{key});
        }
        try set.add(set.of(seen), key);
        const value = if (plain)
            rc.retain(try dict.getValue(subject, key) orelse return singletons.noneWord())
        else
            try container.check(call.call(getter, &.{ key, missing }));
        if (value == missing) {
            rc.release(value);
            return singletons.noneWord();
        }
        values[found] = value;
        found += 1;
    }
    const result = tuple.fromOwned(values[0..found]);
    found = 0;
    return result;
}

/// A dict of the items whose keys are not in the tuple.
pub export fn pyrt_match_mapping_rest(subject: Word, keys: Word) callconv(.c) Word {
    return container.wordOf(mappingRest(subject, keys));
}
fn mappingRest(subject: Word, keys: Word) Raised!Word {
    const rest = dict.new();
    errdefer rc.release(rest);
    try dict_merge.fromMapping(rest, subject);
    for (tuple.items(keys)) |key| try container.checkStatus(dict.del(rest, key));
    return rest;
}
